"""What the words at the end of a list are said of: all of it, its last, or what the list is with. By position and by size.

"four pumpkins, a lantern and a cat on the steps"       all are on the steps
"a notebook and a cactus in a pot"                      the cactus alone: a notebook is larger than the pot
"a blanket with a basket and two bottles under an oak"  the blanket is, and the bottles are on it
"a giraffe beside a toy car and three blocks"           beside the blocks too
"a dog on a mat, a fern to the right"                   at the right of the picture
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from diorama.language.draft import Draft, Effect, RelationDraft, SubjectDraft
from diorama.language.heed import own_part
from diorama.language.match import Atom
from diorama.language.surfaces import FLAT
from diorama.scene.relation import SIDES as OF_THE_PICTURE
from diorama_catalogue import thing

SHARED = frozenset(("on", "in", "under", "beside", "near", "behind", "in_front_of", "left_of", "right_of", "between"))
"""Relations that a list has in common."""
SIDES = frozenset(("beside", "near", "behind", "in_front_of", "left_of", "right_of"))
CONTENTS = frozenset(("of", "in", "with", "on", "full", "filled", "holding", "containing"))
"""Words that lead from a thing to what belongs to it."""
LISTED = re.compile(r"\s*(?:,\s*(?:and|plus)?|and|plus|&)\s", re.I)
BOTH = re.compile(r"\s*(?:,\s*)?(?:and|plus|&)\s", re.I)
OWN_AND = re.compile(r"\s*with\s[^,]+\sand\s+(?:an?|the|some|two|three|several)?\s*", re.I)
"""Between two of a list of which the first has something of its own: "a burger with melted cheese and | fries"."""
BREAK = re.compile(r"[.;:!?()—–]")
ASIDE = re.compile(r"\s*(?:to|on|at) the (?:far )?(left|right)\b(?=\s*(?:[,.;:!)]|and\b|with\b|while\b|$))|\s*in the (foreground|background)\b", re.I)
AFTER = re.compile(r"\s*(?:of [\w-]+(?: [\w-]+)?\s*)?(?:(?:on|in) the [\w-]+\s*)?", re.I)
"""What may stand between a list and the words of its place: what its last is filled with, and what it lies on."""
BEFORE = re.compile(r"\s*(in front|behind)\s*(?=[,.;]|and\b|$)", re.I)
ALOFT = re.compile(r"\s*(?:floating |drifting |flying |rising |high )?(?:above|over) the [\w-]+(?=\W|$)", re.I)
"""Where what flies is, over what is no thing: "a balloon above the hills"."""
HUNG = re.compile(r"\s*(?:hanging|hung)\s+(?:behind|beside|above|next|to|near)\b", re.I)
"""What is told of a cloth that hangs nobody says on what."""
KITE = 2.5
"""Metres: what flies and is longer is no toy on a string."""
FRAME = frozenset(OF_THE_PICTURE) - {"centre"}
FOR_ONE = frozenset(("stand", "hook", "hanger", "plinth", "pedestal", "coaster"))
"""What bears one thing."""
SHELVES = frozenset(("shelf", "wall_shelf"))
FITS = 1.1
"""Of a vessel's length, that of what is in it at most."""
BEARS = 1.5
"""Of a support's length, that of what is on it at most."""
COMPARABLE = 0.5
"""A place is said of a whole, and not of what that has with it, if it is at least so many times as long as the whole."""


@dataclass(frozen=True)
class Part:
    """One of a list: what it begins with, and what that stands in or on ("a cactus in a pot"); of a first one what it is with ("a blanket with a basket")."""

    first: SubjectDraft
    last: SubjectDraft
    whole: SubjectDraft | None = None


def attach(draft: Draft) -> None:
    """Relations said of a list, given to what they are meant of. Those of strings, of the frame and told after a pronoun stay."""
    _aside(draft)
    _aloft(draft)
    _hung(draft)
    for relation in sorted((r for r in draft.relations if r.atom is not None and r.kind in SHARED), key=lambda r: r.atom.start if r.atom else 0):
        parts, target = listed(draft, relation), relation.objects[0]
        if isinstance(target, SubjectDraft) and relation.atom and target.at[0] < relation.atom.start:
            _on_top(draft, relation, target, parts)
        elif parts and (whole := parts[0].whole) is not None:
            own = [p for p in parts if _is_in(draft, p.first, whole)]
            others = parts[len(own) :]
            if own and others and parts[: len(own)] == own and _unlike(own[0].first, whole, others):
                _of_all(draft, relation, [Part(whole, own[-1].last), *others])  # "a vase with roses and a book on a table"
            else:
                _of_whole(draft, relation, whole, parts)
        elif len(parts) > 1:
            _of_all(draft, relation, parts)
        _beside_all(draft, relation)
    _leaning(draft)
    _hanging(draft)
    _shelved(draft)
    _cornered(draft)


def _cornered(draft: Draft) -> None:
    """ "A plant in the corner and a mirror on the wall": the plant is on no wall; a corner of what is printed is none of the room."""
    for corner in [r for r in draft.relations if r.atom is not None and "corner" in r.atom.norm and r.objects == ["background"]]:
        corner.subjects = [s for s in corner.subjects if s.category != "paper"]
        for other in [r for r in draft.relations if r.atom is not None and r is not corner and r.atom.start > corner.atom.start]:
            left = [s for s in other.subjects if s not in corner.subjects]
            other.subjects = left or other.subjects
        if not corner.subjects:
            draft.relations.remove(corner)
        elif len(_ordered(draft)) > len(corner.subjects):
            draft.relate(list(corner.subjects), "near", [_free_side(draft)], corner.atom)  # where back and side meet


def _free_side(draft: Draft) -> str:
    """The right, unless something is there."""
    return "left" if any(r.objects == ["right"] for r in draft.relations) else "right"


def _leaning(draft: Draft) -> None:
    """ "A crate beside a bicycle leaning against a wall": the bicycle, which is named just before, leans."""
    for relation in [r for r in draft.relations if r.kind == "leaning_on" and r.atom is not None]:
        just = [s for s in _ordered(draft) if relation.atom and not draft.prompt[s.at[1] : relation.atom.start].strip() and s.at[1] < relation.atom.start]
        beside = any(just[-1:] == r.objects[-1:] and set(map(id, r.subjects)) >= set(map(id, relation.subjects)) for r in draft.relations if r.kind in SIDES)
        if just and just[-1] not in (*relation.subjects, *relation.objects) and beside:
            relation.subjects = [just[-1]]


def _shelved(draft: Draft) -> None:
    """ "Bottles on a shelf in front of a tiled wall": the shelf is on that wall, and the wall is seen about it."""
    on = {id(s): r.objects[0] for r in draft.relations if r.kind == "on" for s in r.subjects}
    for relation in [r for r in draft.relations if r.kind == "in_front_of" and r.objects == ["wall"]]:
        shelves = [s if s.thing in SHELVES else on.get(id(s)) for s in relation.subjects]
        shelves = list(dict.fromkeys(s for s in shelves if isinstance(s, SubjectDraft) and s.thing in SHELVES))
        if shelves:
            relation.kind, relation.subjects = "on", shelves


def _hanging(draft: Draft) -> None:
    """ "A kettle hanging over a fire beside two mugs on a log": what hangs is on nothing."""
    aloft = {id(s) for r in draft.relations if r.kind in ("above", "hanging_from") and isinstance(r.objects[0], SubjectDraft) for s in r.subjects}
    for relation in [r for r in draft.relations if r.kind == "on" and isinstance(r.objects[0], SubjectDraft)]:
        standing = [s for s in relation.subjects if id(s) not in aloft]
        relation.subjects = standing or relation.subjects


def _ordered(draft: Draft) -> list[SubjectDraft]:
    return sorted((s for s in draft.subjects if not s.implied and s.worn_by is None), key=lambda s: s.at)


def listed(draft: Draft, relation: RelationDraft) -> list[Part]:
    """The list that ends just before the words of a relation whose object comes after them; none where something is done in between."""
    atom, target = relation.atom, relation.objects[0]
    if atom is None or target in FRAME - {"foreground", "background"}:
        return []
    before = [s for s in _ordered(draft) if s.at[1] <= atom.start]
    if not before or not AFTER.fullmatch(draft.prompt, before[-1].at[1], atom.start):
        return []
    out, end = [], before[-1]
    for k in range(len(before) - 1, -1, -1):
        gap = draft.prompt[before[k - 1].at[1] : before[k].at[0]] if k else "."
        word = gap.split()[0].strip(",").lower() if gap.split() else ""
        inside = not LISTED.match(gap) and not BREAK.search(gap) and word in CONTENTS and not gap.strip().startswith("in front")
        if inside and word != "with":
            continue
        joined = LISTED.match(gap) or inside and OWN_AND.fullmatch(gap)
        out.insert(0, Part(before[k], end, before[k - 1] if inside and not joined else None))
        if k == 0 or not joined or BREAK.search(gap) or _alike(before[k - 1], target):
            break
        end = before[k - 1]
    told = {id(o) for r in draft.relations if r is not relation for o in r.objects}
    return out[1:] if out and out[0].whole is None and id(out[0].first) in told and not _contains(draft, out[0].first) else out


def _alike(one: SubjectDraft, target: SubjectDraft | str) -> bool:
    """ "Barrels and a candle on a barrel": what a barrel bears is the candle alone."""
    return isinstance(target, SubjectDraft) and one.thing == target.thing


def _contains(draft: Draft, subject: SubjectDraft) -> bool:
    """True of a vase of roses, which is what the roses are in."""
    return all(r.kind in ("in", "on", "with") and r.subjects[0].at > subject.at for r in draft.relations if subject in r.objects)


def _unlike(own: SubjectDraft, whole: SubjectDraft, others: list[Part]) -> bool:
    """True where the others are not more of what the whole has: grapes after apples in a bowl are."""
    return own_part(whole.thing, own.noun) is not None or all(p.first.category != own.category for p in others)


def _is_in(draft: Draft, subject: SubjectDraft, whole: SubjectDraft) -> bool:
    """True of the roses of a vase, the spoon in a mug, the cheese of a burger."""
    return own_part(whole.thing, subject.noun) is not None or any(r.kind == "in" and subject in r.subjects and whole in r.objects for r in draft.relations)


def _of_whole(draft: Draft, relation: RelationDraft, whole: SubjectDraft, parts: list[Part]) -> None:
    """The place is the whole's, if it is of its size: what it has with it is with it there."""
    target, last = relation.objects[0], parts[-1]
    most = COMPARABLE * whole.length * (2 if relation.kind in ("on", "in") else 1)
    told = target in (*FRAME, "wall", "water") or isinstance(target, SubjectDraft) and target.length >= most
    small = all(p.first.length < whole.length for p in parts) and relation.subjects == [last.first]
    placed = any(whole in (*r.subjects, *r.objects) for r in draft.relations if r is not relation and r.kind != "with")
    if target in ("background", "foreground") and placed:
        return  # "a dog by a car with a mill in the background"
    if not told or not small or any(whole in r.subjects and r.kind in SHARED for r in draft.relations if r is not relation):
        return
    relation.subjects = [whole]
    having = next((r for r in draft.relations if whole in r.subjects and r.kind == "with"), None)
    if having is not None and not any(last.first in (*r.subjects, *r.objects) for r in draft.relations):
        draft.relate([whole], "with", [last.first], having.atom)


def _on_top(draft: Draft, relation: RelationDraft, whole: SubjectDraft, parts: list[Part]) -> None:
    """ "A piano with a vase and two photographs on top": all of them are."""
    if relation.kind != "on" or not parts or parts[0].whole is not whole:
        return
    placed = {id(s) for r in draft.relations if r is not relation and r.kind != "with" for s in r.subjects}
    feet = [_foot(draft, p, relation) for p in parts]
    if all(id(s) in placed or s in relation.subjects for s in feet):
        return
    relation.subjects = list(dict.fromkeys([*(s for s in feet if id(s) not in placed), *relation.subjects]))
    having = [r for r in draft.relations if whole in r.subjects and r.kind == "with" and set(map(id, r.objects)) <= set(map(id, relation.subjects))]
    draft.relations = [r for r in draft.relations if r not in having]


def _of_all(draft: Draft, relation: RelationDraft, parts: list[Part]) -> None:
    """The place is that of all that have none of their own and that it can hold; of those it cannot hold it is not."""
    target, last = relation.objects[0], parts[-1]
    standing = [_foot(draft, p, relation) for p in parts]
    if isinstance(target, SubjectDraft) and target.thing not in FLAT and target.category != "furniture":
        standing = [s for s, p in zip(standing, parts, strict=True) if s is p.first or p is last]  # "a watch on a block and a necklace on a bust"
    if relation.kind == "in" and isinstance(target, SubjectDraft):
        small = [p.first for p in parts if p.first.length <= FITS * target.length or p is last]
        if len(small) < len(parts):  # some are too large for it: it is the last one's
            relation.subjects = [last.first]
        return
    if target == "background" or isinstance(target, SubjectDraft) and target.noun.split()[-1] in FOR_ONE:
        return
    between = draft.prompt[parts[-2].last.at[1] : last.first.at[0]]
    if not BOTH.match(between) and not OWN_AND.fullmatch(between):  # "a cup, laundry on poles, wires": tags, and no list
        return
    if not {id(s) for s in relation.subjects} & {id(s) for p in parts for s in (p.first, p.last)}:
        return
    held = {id(o) for r in draft.relations if r.kind in ("holding", "wearing") for o in r.objects}
    most = BEARS * target.length if isinstance(target, SubjectDraft) and relation.kind == "on" else float("inf")
    placed = {id(s) for r in draft.relations if r is not relation and r.kind != "with" for s in r.subjects}
    free = [s for s in standing if id(s) not in placed and s.length <= most]
    if relation.kind == "on" and isinstance(target, SubjectDraft) and target.category in ("animal", "person"):
        return
    relation.subjects = [s for s in dict.fromkeys([*free, *relation.subjects]) if id(s) not in held]


def _foot(draft: Draft, part: Part, but: RelationDraft) -> SubjectDraft:
    """What of a part stands there: the pot with a cactus in it, the vase of roses."""
    foot = part.first
    for relation in draft.relations:
        host = relation.objects[0]
        if relation is not but and foot in relation.subjects and relation.kind in ("in", "on") and isinstance(host, SubjectDraft) and host.at <= part.last.at:
            foot = host
    return foot


def _beside_all(draft: Draft, relation: RelationDraft) -> None:
    """What is named after the object by "and", and is said to be nowhere else, is an object too."""
    last = relation.objects[-1]
    if relation.kind not in SIDES or not isinstance(last, SubjectDraft):
        return
    after = [s for s in _ordered(draft) if s.at[0] >= last.at[1]]
    if not after or not BOTH.match(draft.prompt[last.at[1] : after[0].at[0]]) or BREAK.search(draft.prompt[last.at[1] : after[0].at[0]]):
        return
    if not any(after[0] in (*r.subjects, *r.objects) for r in draft.relations):
        relation.objects.append(after[0])


def _aside(draft: Draft) -> None:
    """ "A fern to the right": of the picture, where nothing follows that it is to the right of."""
    subjects = _ordered(draft)
    for subject in subjects:
        hit = ASIDE.match(draft.prompt, subject.at[1]) or BEFORE.match(draft.prompt, subject.at[1])
        # "a crate with bottles and a hen in front": the hen is not in it
        having = [r for r in draft.relations if subject in r.subjects and r.atom is not None and r.atom.norm == "with"]
        placed = any(subject in r.subjects and r.kind not in ("with", "holding") and r not in having for r in draft.relations)
        if hit is None or placed or len(subjects) < 2:
            continue
        for relation in having:
            relation.subjects = [s for s in relation.subjects if s is not subject]
        draft.relations = [r for r in draft.relations if r.subjects]
        start, words = hit.start() + len(hit[0]) - len(hit[0].lstrip()), hit[0].strip()
        atom = Atom(start, start + len(words), words, words.lower(), (), False)
        side = next(group.lower() for group in hit.groups() if group)
        if hit.re is ASIDE:
            made = draft.relate([subject], "near", [side], atom)
        elif subject is not subjects[0]:
            made = draft.relate([subject], side.replace(" ", "_") + "_of" * (side == "in front"), [subjects[0]], atom)
        else:
            continue
        draft.note(atom, "subject", Effect("relations", made))


def _aloft(draft: Draft) -> None:
    """ "Two swans with a balloon above the hills": the balloon flies over the hills, far off, and is with no swan."""
    for flyer in [s for s in draft.subjects if thing(s.thing).home == "sky" and s.length > KITE]:
        hit = ALOFT.match(draft.prompt, flyer.at[1])
        if hit is None or any(s.at[0] < hit.end() and s.at[1] > hit.start() for s in draft.subjects) or len(draft.subjects) < 2:
            continue
        for relation in [r for r in draft.relations if flyer in r.objects and r.kind == "with"]:
            relation.objects = [o for o in relation.objects if o is not flyer]
        draft.relations = [r for r in draft.relations if r.objects]
        start, words = hit.start() + len(hit[0]) - len(hit[0].lstrip()), hit[0].strip()
        made = draft.relate([flyer], "near", ["background"], Atom(start, start + words.index(" the "), words[: words.index(" the ")], "above", (), False))
        if not any(flyer in r.subjects and r.kind == "above" for r in draft.relations):
            draft.relate([flyer], "above", ["ground"])
        draft.note_of(flyer, Effect("relations", made))


def _hung(draft: Draft) -> None:
    """ "A towel hanging behind": on the wall there."""
    for cloth in [s for s in draft.subjects if s.category == "wear" or s.thing in ("towel", "curtain")]:
        placed = any(cloth in r.subjects and r.kind in ("on", "hanging_from", "wearing") for r in draft.relations)
        if HUNG.match(draft.prompt, cloth.at[1]) and not placed and not any(s.category == "person" for s in draft.subjects):
            draft.note_of(cloth, Effect("relations", draft.relate([cloth], "on", ["wall"])))
