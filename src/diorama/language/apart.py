"""Several that looks alone tell apart: "two lions, one grey and the other white", "the left one is red, the right one blue", "the former is cream, …".

prompt → such lists set aside, so that what stands about them is read without; draft + lists → what was counted before the list (or the two named before it)
is parted, each with the looks told of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diorama.language.draft import Draft, Effect, Member, SubjectDraft
from diorama.language.dress import colour_of
from diorama.language.frames import animal, traits
from diorama.language.match import Atom, match
from diorama.language.tokens import scan
from diorama_catalogue import Tag, tagged

if TYPE_CHECKING:
    from diorama.language.bind import Binder

NTH = "left|right|front|back|first|second|third|fourth|smaller|larger|bigger|taller|shorter|older|younger|nearer|farther"
PICKS = re.compile(
    rf"(?:the (?:{NTH}|other)(?: ones?)?|the (?:former|latter)|a (?:second|third) one|another(?: one)?|one|the others|(?<=and )(?:{NTH}))\b", re.I
)
"""Words for one of several."""
IS = re.compile(r"\s*(?:\s(?:is|are|was|being|of|made of|in|painted))?\s+(?:an? )?(?=\w)", re.I)
JOINED = re.compile(r"\s*(?:[,;]\s*)?(?:(?:and|while|but|whereas)\s+)?", re.I)
ENDS = re.compile(r"\s*(?:[,.;:!?)—–]|\s-\s|$|and\b|while\b|but\b|whereas\b)", re.I)
OPENS = re.compile(r"(?:^|[,:;.(—–]|\s-)\s*(?:with )?$", re.I)
COUNTED = re.compile(r"\b(?:two|three|four|five|six|both|pair|couple|twins|trio|[2-6])\b", re.I)
LOOKS = ("colour", "material", "pattern", "finish", "size", "state", "attribute", "shape", "colour_modifier")
MOST = 6
"""Members that are told apart."""


def set_aside(draft: Draft, text: str) -> str:
    """The text with such lists blank, of the same length; the draft keeps them."""
    at = 0
    while (m := PICKS.search(text, at)) is not None:
        members, end = _list(text, m.start())
        if 2 <= len(members) <= MOST and OPENS.search(text, 0, m.start()) and _of_several(text, m.start(), members):
            draft.apart.append(members)
            text = text[: m.start()] + " " * (end - m.start()) + text[end:]
        at = max(end, m.end())
    return text


def _of_several(text: str, start: int, members: list[Member]) -> bool:
    """Whether the words before tell of so many: with a number, or in the two that "the former" and "the latter" are of."""
    if "former" in members[0].pick.norm:
        return " and " in text[:start]
    said = re.split(r"(?<=[.!?])\s", text[:start].rstrip())
    return COUNTED.search(" ".join(said[-2:])) is not None


def _list(text: str, start: int) -> tuple[list[Member], int]:
    """The members told from here on, and where the list ends."""
    out: list[Member] = []
    at = end = start
    while (pick := PICKS.match(text, at)) is not None:
        gap = IS.match(text, pick.end())
        looks = _looks(text, gap.end()) if gap is not None else ()
        if not looks:
            break
        out.append(Member(_atom(text, pick.start(), pick.end()), looks))
        end = looks[-1].end
        joined = JOINED.match(text, end)
        at = joined.end() if joined is not None and joined.end() > end else len(text)
    return out, end


def _looks(text: str, start: int) -> tuple[Atom, ...]:
    """Looks from here to the end of what is told of one; none where they are a noun's ("one red mug")."""
    stop = re.compile(r"[,.;:!?()—–\n]| - |\band\b|\bwhile\b|\bbut\b|\bwhereas\b|$", re.I).search(text, start)
    end = stop.start() if stop is not None else len(text)
    atoms = match(text, [t._replace(start=t.start + start, end=t.end + start) for t in scan(text[start:end])])
    told = [a for a in atoms if not a.can("determiner")]
    if not told or len(told) > 3 or not all(a.can(*LOOKS) for a in told) or ENDS.match(text, end) is None:
        return ()
    return tuple(told)


def _atom(text: str, start: int, end: int) -> Atom:
    return Atom(start, end, text[start:end], text[start:end].lower(), (), False)


def give(draft: Draft, binder: Binder) -> None:
    """Each list to what it is of: as many subjects as it tells apart, each with its looks."""
    for members in draft.apart:
        start = members[0].pick.start
        before = [s for s in draft.subjects if s.at[0] < start and s.worn_by is None and not s.implied and s.becomes is None]
        parted = _two_named(draft, before, start) if "former" in members[0].pick.norm else _parted(draft, before, len(members))
        for subject, member in zip(parted, members, strict=False):
            draft.note(member.pick, "subject", Effect("noun", subject.noun, subject))
            _dress(draft, binder, subject, member.looks)
        _sides(draft, parted, members)
        for member in members[len(parted) :]:
            for atom in (member.pick, *member.looks):
                draft.note(atom, "none", status="no_effect")


def _two_named(draft: Draft, before: list[SubjectDraft], start: int) -> list[SubjectDraft]:
    """The first two of the sentence before."""
    said = [m.end() for m in re.finditer(r"[.!?]\s", draft.prompt[:start])]
    begin = said[-2] if len(said) > 1 else 0
    return sorted((s for s in before if s.at[0] >= begin), key=lambda s: s.at)[:2]


def _parted(draft: Draft, before: list[SubjectDraft], many: int) -> list[SubjectDraft]:
    """What was counted last, as so many subjects: what was told of all is told of each."""
    group = next((s for s in sorted(before, key=lambda s: s.at, reverse=True) if s.count >= many or s.plural and not s.counted), None)
    if group is None:
        return []
    each = max(group.count, many) - many + 1
    out = [group]
    for k in range(many - 1):
        member = group.another(counted=True, count=each if k == many - 2 else 1, at=group.at, split=[])
        member.plural = member.count > 1
        draft.subjects.insert(draft.subjects.index(out[-1]) + 1, member)
        for known in list(draft.relations):
            if group in known.objects:
                draft.relate(list(known.subjects), known.kind, [member if o is group else o for o in known.objects], known.atom)
            elif group in known.subjects and known.kind != "wearing":
                known.subjects.append(member)
        out.append(member)
    group.count, group.counted, group.plural = 1, True, False
    draft.retell(group, "count", 1)
    return out


ABREAST = re.compile(r"\b(?:side by side|(?:next to|beside|alongside) (?:each other|one another))\b", re.I)


def _named_before(draft: Draft, at: int) -> list[SubjectDraft]:
    """Who and what is named before a place in the prompt, in the same sentence."""
    begin = max((e.end() for e in re.finditer(r"[.!?;]\s", draft.prompt[:at])), default=0)
    return sorted((s for s in draft.subjects if begin <= s.at[0] < at and s.worn_by is None and not s.implied), key=lambda s: s.at)


def abreast(draft: Draft) -> None:
    """ "A sofa and an armchair stand side by side": the two that are joined just before are beside each other."""
    for m in ABREAST.finditer(draft.prompt):
        named = _named_before(draft, m.start())[-2:]
        if len(named) < 2 or not re.match(r"\s*(?:,? and|&)\s", draft.prompt[named[0].at[1] : named[1].at[0]]):
            continue
        if not any({*map(id, named)} <= {id(x) for x in (*r.subjects, *r.objects)} and r.kind in ("beside", "left_of", "right_of") for r in draft.relations):
            draft.note(_atom(draft.prompt, *m.span()), "subject", Effect("relations", draft.relate(named[:1], "beside", named[1:])))


TOWARDS = re.compile(
    r"\b(?:fac(?:e|es|ing)|(?:turned|turning) (?:to|towards?)|opposite|across from"
    r"|(?:look|star|gaz|smil|grin|glar|laugh|bark|growl|hiss|shout|wav)(?:e|es|s|ing)? (?:at|to)) (?:each other|one another)\b",
    re.I,
)


def face_to_face(draft: Draft) -> None:
    """ "Two swans facing each other", "a dog and a cat look at each other": each of them faces the other."""
    for m in TOWARDS.finditer(draft.prompt):
        named = _named_before(draft, m.start())
        alive = [s for s in named if s.category in ("person", "animal")] or named
        pair = [alive[-1]] if alive and alive[-1].count == 2 else alive[-2:] if sum(s.count for s in alive[-2:]) == 2 else []
        if not pair:
            continue
        told = Effect("relations", draft.relate(list(pair), "facing", list(pair)))
        inside = [note for at, note in draft.notes.items() if m.start() <= at[0] < m.end()]
        for note in inside:
            note.status = "applied"
            note.effects.append(told)
        if not inside:
            draft.note(_atom(draft.prompt, *m.span()), "subject", told)
        for one, other in zip(pair, pair[1:] + pair[:1], strict=True):
            if one.category == "person" and one is not other and one.traits is not None:
                one.traits.setdefault("gaze", other)


AMID = re.compile(r"\s*(?:is |sits |stands |lies )?(in between)(?=\s*(?:[,.;]|$))", re.I)


def amid(draft: Draft) -> None:
    """ "A sofa to the left, an armchair to the right, a fox in between": between the two named before."""
    for subject in list(draft.subjects):
        m = AMID.match(draft.prompt, subject.at[1])
        others = sorted((s for s in draft.subjects if s.at[0] < subject.at[0] and s.worn_by is None and not s.implied), key=lambda s: s.at)[-2:]
        if m is not None and len(others) == 2 and not any(r.kind == "between" and subject in r.subjects for r in draft.relations):
            draft.note(_atom(draft.prompt, *m.span(1)), "subject", Effect("relations", draft.relate([subject], "between", list(others))))


def by_their_ends(draft: Draft) -> None:
    """Relations by what is at their ends: "a church and a mill, flags strung between them" are between both, "in the middle of a table" is on it."""
    for relation in draft.relations:
        only = relation.objects[0] if len(relation.objects) == 1 and isinstance(relation.objects[0], SubjectDraft) else None
        if only is None or relation.atom is None:
            continue
        if relation.kind == "in" and only.thing in TABLE_TOPS and relation.atom.norm in MIDDLES:
            relation.kind = "on"
        before = [s for s in draft.subjects if s.at[1] <= relation.atom.start and s.worn_by is None and not s.implied and s not in relation.subjects]
        if relation.kind == "between" and only.count == 1 and not only.plural and len(before) > 1 and THEM.match(draft.prompt, relation.atom.end):
            relation.objects = [*sorted(before, key=lambda s: s.at)[-2:]]


MIDDLES = ("in the middle of", "in the centre of", "in the center of", "in the very middle of")
THEM = re.compile(r"\s+(?:them|the two|both)\b", re.I)
TABLE_TOPS = tagged(Tag.TABLE_TOP)


def _dress(draft: Draft, binder: Binder, subject: SubjectDraft, looks: tuple[Atom, ...]) -> None:
    if subject.traits is None:
        left = binder.wardrobe.subject(subject, list(looks)) or []
        for atom in left:
            draft.note(atom, "none", status="no_effect")
        return
    frame = animal if subject.category == "animal" else traits
    for atom in looks:
        colour = colour_of(atom) if frame is animal else None
        if not (frame.adjective(draft, subject, atom) or colour is not None and traits.put(draft, subject, atom, "coat.colours", colour)):
            draft.note(atom, "none", status="no_effect")


def _sides(draft: Draft, parted: list[SubjectDraft], members: list[Member]) -> None:
    """ "The left one … the right one": beside each other so."""
    side = {word: s for s, m in zip(parted, members, strict=False) for word in m.pick.norm.split() if word in ("left", "right")}
    if len(side) == 2:
        draft.relate([side["left"]], "left_of", [side["right"]], next(m.pick for m in members if "left" in m.pick.norm))
