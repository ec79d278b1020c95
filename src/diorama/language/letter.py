"""Strings that are to be read become labels of what bears them, with what the words say of them: role, place, size, hand and colour.

`lettering` tells which surface bears each string; here each surface finds its subject: the one its words named, the vessel a label is stuck on, the device
whose screen shows a page; one more of a kind ("a second label says …"); or a new one. What the passes before took for things ("list", "steps") goes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from diorama.language.draft import Draft, Effect, SubjectDraft
from diorama.language.lettered import ITS, OWN_SCREEN, settle, speak_of
from diorama.language.lettering_words import TABLE
from diorama.language.pages.designs import ARROWS, POINTING
from diorama.language.pages.documents import looks
from diorama.language.pages.drawings import drawn_spans
from diorama.language.subjects import MOST
from diorama.language.syntax.unquoted import QUOTED
from diorama.language.texts.cues import is_text
from diorama.language.texts.lettering import Lettering
from diorama.language.texts.reading import labels, letterings
from diorama.scene import Label
from diorama.typeset import TEMPLATES, is_page, template_of
from diorama_catalogue import bears_text, thing

WORD = re.compile(r"(\w+)\W*$")
"""The word before a string: "reads"."""
WORDS = re.compile(r"[\w-]+")
WRITTEN = 24
"""Strings on one thing."""
SCREENS = frozenset(("phone", "monitor", "projection_screen"))
DEVICES = frozenset(("phone", "laptop", "monitor", "television", "tablet", "watch", "projection_screen"))
MISTAKEN = ("chair", "sign", "plate", "slide")
"""What the walk takes a page's noun for, by its last word: a director's chair, a brass plate, a slide of a playground."""
BOARDS = frozenset(("board", "panel", "placard"))
"""What is a sign where it bears words, and else what stands in for it."""
STUCK = {
    "label": frozenset(
        (
            "bottle",
            "wine_bottle",
            "water_bottle",
            "dropper_bottle",
            "perfume_bottle",
            "pump_bottle",
            "spray_bottle",
            "jar",
            "cosmetics_jar",
            "can",
            "tube",
            "soap",
            "box",
        )
    )
}
"""Pages that are stuck on a thing of these kinds, where one was named."""


@dataclass(frozen=True)
class Spot:
    start: int
    end: int


def letter(draft: Draft, text: str) -> None:
    """Rewrite the labels of all subjects by `letterings`. `text`: the prompt with what is no description left blank."""
    found = letterings(text)
    if not found:
        return
    draft.diagnostics = [d for d in draft.diagnostics if d.code != "assumed-sign"]
    walked = {label.text: (subject, label) for subject in draft.subjects for label in subject.labels}
    for subject in draft.subjects:
        subject.labels = []
    groups: dict[tuple[str, int], list[Lettering]] = {}
    for one in found:
        groups.setdefault((one.template, one.instance), []).append(one)
    bearers: list[SubjectDraft] = []
    for group in groups.values():
        bearer = _bearer(draft, group, bearers, walked)
        bearers.append(bearer)
        _write(draft, bearer, group, walked)
        if bearer.labels and (look := looks(text, group, found)):
            bearer.labels[0] = bearer.labels[0].model_copy(update={"look": look})
            _draw(draft, text, found, bearer, bearers, group)
        _no_things(draft, group[0].template, bearer, bearers)
    for subject in [s for s in draft.subjects if s not in bearers and (s.implied and s.thing == "sign" or _nothing_but_text(s, found))]:
        _drop(draft, subject, bearers[0])
    settle(draft, text, list(zip(bearers, groups.values(), strict=True)))


def _draw(draft: Draft, text: str, found: Sequence[Lettering], bearer: SubjectDraft, bearers: Sequence[SubjectDraft], group: Sequence[Lettering]) -> None:
    """What is drawn on a page is no thing beside it; the words that told it did so."""
    for one in found:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    arrows = [m.span() for m in ARROWS.finditer(text)] if group[0].template in POINTING else []
    spans = [*drawn_spans(text), *arrows]
    inside = lambda start, end: any(a <= start and end <= b for a, b in spans)  # noqa: E731
    for subject in [s for s in draft.subjects if s not in bearers and inside(*s.at)]:
        _drop(draft, subject, bearer)
    draft.styles = [atom for atom in draft.styles if not inside(atom.start, atom.end)]
    draft.diagnostics = [d for d in draft.diagnostics if not (d.code == "stand-in" and d.span and inside(*d.span))]
    for start, end in spans:
        for word in WORDS.finditer(text, start, end):
            if not draft.noted(*word.span()) or any(n.status in ("not_understood", "no_effect") for n in draft.notes.values() if inside(n.start, n.end)):
                draft.note(Spot(*word.span()), "subject", Effect("labels", bearer.labels[0].text, bearer))


SCREENED = {"chat": frozenset(("chat", "bubble", "bubbles", "message", "messages", "conversation", "text field", "input field"))}
"""Words for parts of a page that is shown on a screen, by its template: no things beside it."""


def _no_things(draft: Draft, template: str, bearer: SubjectDraft, bearers: Sequence[SubjectDraft]) -> None:
    for subject in [s for s in draft.subjects if s not in bearers and s.noun.lower() in SCREENED.get(template, ())]:
        _drop(draft, subject, bearer)
        draft.diagnostics = [d for d in draft.diagnostics if not (d.code == "stand-in" and d.span and d.span[0] <= subject.at[0] < d.span[1])]


def _bearer(draft: Draft, group: Sequence[Lettering], taken: Sequence[SubjectDraft], walked: dict[str, tuple[SubjectDraft, Label]]) -> SubjectDraft:
    """The subject of a surface; `taken` bear other words already."""
    first = group[0]
    if first.bearer is None:
        owner = walked[first.text][0] if first.text in walked else None
        return owner if owner and owner not in taken and _bears(owner) else _free_sign(draft, first, taken)
    made, mention, root = TEMPLATES[first.template], first.bearer.mention, first.bearer.root
    things = [s for s in draft.subjects if s.traits is None]
    named = next((s for m in (mention, root) for s in things if m.start <= s.at[0] < m.end or s.at[0] <= m.start < s.at[1]), None)
    named = named or next((s for s in things if s.noun.lower() == root.noun.lower() and not s.implied), None)
    named = named or next((s for s in things if root.plain and s.noun.lower().split()[-1:] == [root.noun.lower()] and not s.implied), None)
    before = [s for s in draft.subjects if 0 <= s.at[0] <= first.start and s is not named]
    itself = named is not None and root.plain and named.thing in STUCK.get(first.template, ())
    if first.template in STUCK and not itself and (under := next((s for s in reversed(before) if s.thing in STUCK[first.template]), None)):
        return _one(draft, under, taken, named)
    if made.thing in SCREENS and not (named and _device(named)) and (device := next((s for s in reversed(before) if _device(s)), None)):
        return _one(draft, _whole_of(draft, device, before), taken, named)
    if named is not None and named.worn_by is not None:
        return named
    if named is not None and made.thing in SCREENS and (whole := _whole_of(draft, named, before)) is not named:
        return _one(draft, whole, taken, None)  # "a phone whose screen shows"
    if named is None:
        return _new(draft, first)
    bearer = _one(draft, named, taken, None)
    shown = made.thing == "phone" and bearer.thing == "monitor" and bearer.noun.split()[-1] == "screen"  # an app's screen is a phone's
    if (
        shown
        or not root.plain
        and bearer.thing not in (made.thing, *DEVICES)
        and (not _bears(bearer) or {bearer.noun.lower(), root.noun.lower()} & set(made.nouns) and bearer.thing in MISTAKEN and not _meant(draft, bearer))
    ):
        bearer.noun, bearer.thing = root.noun.lower(), made.thing
        bearer.category, bearer.length = thing(made.thing).category, thing(made.thing).size
    board = root.plain or made.thing == "sign" and bearer.thing != "sign"
    if board and root.last.lower() in BOARDS and root.last.lower() in thing(bearer.thing).stands_in_for:
        bearer.noun, bearer.thing, bearer.category, bearer.length = root.noun.lower(), "sign", thing("sign").category, thing("sign").size
    return bearer if _bears(bearer) else _sign_at(draft, bearer, first)


def _whole_of(draft: Draft, screen: SubjectDraft, before: Sequence[SubjectDraft]) -> SubjectDraft:
    """The device whose screen it is: "a laptop, on its screen a slide" has no second screen."""
    part = screen.noun.split()[-1] in ("screen", "display") and ITS.search(draft.prompt[: screen.at[0]]) is not None
    whole = next((s for s in reversed(before) if s is not screen and _device(s) and s.thing in OWN_SCREEN), None) if part else None
    if whole is None:
        return screen
    _drop(draft, screen, whole)
    return whole


def _meant(draft: Draft, bearer: SubjectDraft) -> bool:
    """Whether words about it say that it is the thing and no page: a slide on a playground."""
    company = TABLE["things"].get(bearer.thing, ())
    return re.search(r"\b(?:" + "|".join(company) + r")\b", QUOTED.sub(" ", draft.prompt), re.I) is not None if company else False


def _device(subject: SubjectDraft) -> bool:
    """Whether it is a screen by its own name, and no page that is shown on one."""
    return subject.thing in DEVICES and subject.noun.split()[-1] in {*DEVICES, "screen", "display", "tv", "smartphone", "computer", "projector"}


def _bears(subject: SubjectDraft) -> bool:
    """All that does not live bears words: on a surface of its own, or on its skin."""
    return subject.traits is None and bears_text(thing(subject.thing))


def _one(draft: Draft, subject: SubjectDraft, taken: Sequence[SubjectDraft], page: SubjectDraft | None) -> SubjectDraft:
    """The subject, or one more of its kind where it bears other words; the page that it shows is no thing beside it."""
    if page is not None and page not in taken:
        _drop(draft, page, subject)
    return _another(draft, subject) if subject in taken else subject


def _new(draft: Draft, first: Lettering) -> SubjectDraft:
    made, mention = TEMPLATES[first.template], first.bearer.mention if first.bearer else None
    free = mention and not any(s.at[0] < mention.end and mention.start < s.at[1] for s in draft.subjects)
    at = (mention.start, mention.end) if mention and free else (first.start, first.end)
    noun = first.carrier.lower() if first.carrier else "sign"
    return _added(draft, SubjectDraft(noun, made.thing, thing(made.thing).category, thing(made.thing).size, at))


def _added(draft: Draft, subject: SubjectDraft) -> SubjectDraft:
    if len(draft.subjects) < MOST:
        draft.subjects.append(subject)
    draft.note(Spot(*subject.at), "subject", Effect("thing", subject.thing, subject))
    return subject


def _free_sign(draft: Draft, first: Lettering, taken: Sequence[SubjectDraft]) -> SubjectDraft:
    """A sign for words that nothing bears; said."""
    sign = next((s for s in draft.subjects if s.implied and s.thing == "sign" and s not in taken), None)
    if sign is not None:
        return sign
    holder = next((s for s in draft.subjects if s.category == "person" and s.count == 1 and not draft.prompt[s.at[1] : first.start].strip(" ,:")), None)
    where = f" in the hands of the {holder.noun}" if holder is not None else ""  # 'a woman "HELLO"'
    draft.say("note", "assumed-sign", f'"{first.text}" is put on a sign{where}', (first.start, first.end), 'say what it is written on: a mug that says "HELLO"')
    sign = _added(draft, SubjectDraft("sign", "sign", "paper", 0.8, (first.start, first.end), implied=True))
    if holder is not None:
        draft.relate([holder], "holding", [sign])
    return sign


def _sign_at(draft: Draft, bearer: SubjectDraft, first: Lettering) -> SubjectDraft:
    """What cannot bear words itself gets a sign; said."""
    draft.say(
        "note",
        "assumed-sign",
        f'the {bearer.noun} bears no words here: "{first.text}" is put on a sign by it',
        (first.start, first.end),
        "words can be read on a sign, a book, a poster, a bottle, a mug, a box",
    )
    sign = _added(draft, SubjectDraft("sign", "sign", "paper", thing("sign").size, (first.start, first.end), implied=True))
    draft.relate([sign], "in_front_of", [bearer])
    return sign


def _write(draft: Draft, bearer: SubjectDraft, group: Sequence[Lettering], walked: dict[str, tuple[SubjectDraft, Label]]) -> None:
    template = group[0].template
    if bearer.thing == "sign" and any(one.hand == "led" for one in group):
        bearer.noun = "led board"
    group = [replace(one, hand=None) if one.hand and one.hand in bearer.thing else one for one in group]
    made = labels(group)
    if template_of(bearer.noun, bearer.thing) != template and group[0].bearer is not None and (template in STUCK or not group[0].bearer.root.plain):
        made = tuple(label.model_copy(update={"template": template}) for label in made)
    bearer.labels = [new if is_page(made, bearer.thing) else _kept(walked, new) for new in made][:WRITTEN]
    paper = next((one.paper for one in group if one.paper), None)
    colours = bearer.surface.colours
    for ink in {one.colour.name: one.colour for one in group if one.colour}.values():
        said = len(re.findall(rf"\b{re.escape(ink.name.replace('_', ' '))}\b", draft.prompt, re.I))
        if ink in colours and said <= sum(one.colour == ink for one in group):  # it was said of the letters alone
            colours.remove(ink)
            text = next(one.text for one in group if one.colour == ink)
            for effect in draft.told.get(id(bearer), ()):
                if effect.path == "surface.colours" and effect.value == ink.name:
                    effect.path, effect.value = "labels", text
    if paper is not None:
        colours[:] = [paper]
    for one in group:
        for note in draft.notes.values():
            note.effects = [e for e in note.effects if not (e.path in ("labels", "labels.style") and e.value == one.text)]
        draft.note(Spot(one.start, one.end), "subject", Effect("labels", one.text, bearer))
        _tell_cues(draft, one, bearer)


def _kept(walked: dict[str, tuple[SubjectDraft, Label]], new: Label) -> Label:
    """A single plain text keeps the style that the walk gave it."""
    old = walked.get(new.text)
    return new.model_copy(update={"style": old[1].style}) if old and new.style == "sans" else new


def _tell_cues(draft: Draft, one: Lettering, bearer: SubjectDraft) -> None:
    """Words for a text's role and look, which no pass understood, did something: they set how it stands on what bears it."""
    mention = one.bearer.mention if one.bearer else None
    announced = WORD.search(draft.prompt, 0, one.start) if mention else None
    spots = [*one.cues, *([(mention.start, mention.end)] if mention else []), *([announced.span(1)] if announced else [])]
    for start, end in spots:
        notes = [n for n in draft.notes.values() if n.start < end and start < n.end]
        if not notes:
            draft.note(Spot(start, end), "subject", Effect("labels", one.text, bearer))
        for note in (n for n in notes if n.status in ("not_understood", "no_effect")):
            note.status, note.layer = "applied", "subject"
            note.effects.append(Effect("labels", one.text, bearer))


def _nothing_but_text(subject: SubjectDraft, found: Sequence[Lettering]) -> bool:
    """Whether a subject is but a word for a text that is borne elsewhere: "steps", "list", what stands inside the quotation marks."""
    inside = any(one.start <= subject.at[0] < one.end for one in found)
    cue = any(start < subject.at[1] and subject.at[0] < end for one in found for start, end in one.cues)
    return not subject.labels and subject.traits is None and (inside or cue and is_text(subject.noun))


def _drop(draft: Draft, subject: SubjectDraft, heir: SubjectDraft) -> None:
    """Take a subject away that is no thing; the words that named it speak of what bears the text."""
    if subject not in draft.subjects:
        return
    draft.take_out(subject)
    speak_of(draft, subject, heir)


def _another(draft: Draft, owner: SubjectDraft) -> SubjectDraft:
    """One more of a kind, standing as the first does; the same one where the picture is full."""
    if len(draft.subjects) >= MOST:
        return owner
    surface = replace(owner.surface, colours=list(owner.surface.colours), finish=list(owner.surface.finish))
    made = replace(
        owner, count=1, plural=False, surface=surface, size=dict(owner.size), states=list(owner.states), labels=[], attributes=list(owner.attributes),
        parts=dict(owner.parts), split=[], ids=[],
    )  # fmt: skip
    alike = [s for s in draft.subjects if s is owner or s.labels and (s.noun, s.thing) == (owner.noun, owner.thing)]
    several = max(alike, key=lambda s: s.count)  # "three jars": each text that is told of one leaves fewer to the first
    several.count = max(1, several.count - 1)
    several.plural = several.plural and several.counted  # "the price tags say “a”, “b” and “c”": one each
    draft.subjects.insert(1 + max(draft.subjects.index(s) for s in (owner, *(s for s in alike if s.labels))), made)
    for relation in draft.relations:
        for side in (relation.subjects, relation.objects):
            if owner in side and made not in side:
                side.append(made)
    return made
