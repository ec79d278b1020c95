"""Which subjects a phrase means: "the mug", "all the apples", "the left one", "it", "the red bottle on the table".

phrase    atoms from a place on → Reference: the subjects (or one of several), and where the phrase ends
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from diorama.language.lexicon import lexicon
from diorama.language.match import Atom
from diorama.language.refine.desk import Desk
from diorama.scene import Subject

LOOKS = ("colour", "hex", "material", "pattern", "finish", "shape", "size", "state", "attribute", "colour_modifier")
HEADS = ("thing", "group", "stand_for")
LONGEST = 16
"""Words of a phrase."""
OPENERS = ("quantifier", "determiner", "count", "number", "place_word", "count_more")


@dataclass(frozen=True)
class Hit:
    id: str
    index: int | None = None
    """Which of several; None: all of them."""


@dataclass
class Reference:
    hits: list[Hit] = field(default_factory=list)
    atoms: list[Atom] = field(default_factory=list)
    """All words of the phrase."""
    end: int = 0
    """The place after it."""
    head: Atom | None = None
    number: int | None = None
    plural: bool = False
    definite: bool = False
    pronoun: str | None = None
    """it, them, everything or one, where no noun is said."""
    more: bool = False
    """ "another", "one more", "two more"."""
    one_of: bool = False
    looks: list[Atom] = field(default_factory=list)
    unsure: bool = False
    """Several could be meant and one was taken."""

    @property
    def ids(self) -> list[str]:
        return list(dict.fromkeys(h.id for h in self.hits))


def phrase(desk: Desk, atoms: list[Atom], i: int, complement: bool = False) -> Reference | None:
    """The noun phrase at place `i`, or None where none begins. `complement`: more words about the thing follow ("the mug red")."""
    found = Reference()
    places: list[Atom] = []
    j = _opening(atoms, i, found, places)
    heads = _run(atoms, j, found, places)
    if not heads:
        return _bare(desk, atoms, i, j, found, places)
    choice = _choose(desk, atoms, heads, j, complement, found)
    if choice is None:
        return None
    k, candidates = choice
    found.head = atoms[k]
    found.looks = [a for a in atoms[j:k] if a not in places]
    found.plural = _plural(atoms[k])
    found.atoms, found.end = atoms[i : k + 1], k + 1
    if atoms[k].can("stand_for") and not atoms[k].can("thing"):
        found.pronoun = atoms[k].sense("stand_for").key
    _narrow(desk, found, candidates, places)
    return found


def _opening(atoms: list[Atom], i: int, found: Reference, places: list[Atom]) -> int:
    """Determiners, quantifiers, numbers and words like "left" before the noun."""
    last = i + LONGEST
    while i < min(last, len(atoms)) and atoms[i].can(*OPENERS) and not (atoms[i].can("stand_for") and _ends_here(atoms, i)):
        atom = atoms[i]
        if atom.can("quantifier"):
            key = atom.sense("quantifier").key
            found.one_of, found.more = key == "one_of", found.more or key == "more"
            found.plural = found.plural or key == "all"
            found.definite = found.definite or key != "more"
            found.number = 1 if key == "more" else found.number
        elif atom.can("determiner"):
            key = atom.sense("determiner").key
            found.definite = found.definite or key in ("the", "each") or atom.norm in ("the other", "other")
            found.more = found.more or key == "another" and atom.norm not in ("the other", "other", "others", "second", "third")
            found.plural = found.plural or key == "each"
            if atom.can("place_word") or atom.norm == "the other":
                places.append(atom)
        elif atom.can("count", "number"):
            found.number = _number(atom)
        elif atom.can("count_more"):
            found.more = True
        elif atom.can("place_word") and (found.definite or i + 1 < len(atoms)):
            places.append(atom)
        i += 1
        if i < len(atoms) and found.number is not None and atoms[i].can("link") and atoms[i].norm == "of":
            found.one_of = True
            i += 1
    return i


def _ends_here(atoms: list[Atom], i: int) -> bool:
    """A word such as "that" or "all" with no noun after it stands for one."""
    return i + 1 >= len(atoms) or not atoms[i + 1].can(*HEADS, *LOOKS, "place_word", "count", "number", "part", "target", "light_head", "unknown")


def _number(atom: Atom) -> int | None:
    if atom.can("count"):
        return int(atom.sense("count").key)
    return int(atom.text) if atom.text.isdigit() and len(atom.text) < 4 else None


def _run(atoms: list[Atom], j: int, found: Reference, places: list[Atom]) -> list[int]:
    """Places of the nouns in an unbroken run of modifiers and nouns."""
    heads = []
    for k in range(j, min(j + LONGEST, len(atoms))):
        atom = atoms[k]
        if k > j and atom.can("step") and not atom.can("place_word"):
            break
        if atom.can("place_word") and (k == j or atoms[k - 1].can(*OPENERS)):
            places.append(atom)
        elif atom.can(*HEADS):
            heads.append(k)
            if atom.can("stand_for") and not atom.can("thing"):
                break
        elif not atom.can(*LOOKS):
            break
    return heads


def _bare(desk: Desk, atoms: list[Atom], i: int, j: int, found: Reference, places: list[Atom]) -> Reference | None:
    """ "all", "both", "the biggest": no noun at all."""
    if not places and not (found.plural and found.definite):
        return None
    if j < len(atoms) and atoms[j].can("target", "light_head", "part", "feature", "backdrop", "setting", "light_source", "unknown"):
        return None
    found.atoms, found.end, found.pronoun = atoms[i:j], j, "one"
    _narrow(desk, found, [(s, 0) for s in _spoken_kind(desk)], places)
    return found


def _choose(desk: Desk, atoms: list[Atom], heads: list[int], j: int, complement: bool, found: Reference):
    """Which of the nouns is the head, with the subjects it may mean."""
    last = len(atoms) - 1
    if complement:
        fit = [(k, c) for k in heads if k < last and (c := _candidates(desk, atoms[k], atoms[j:k]))]
        if fit:
            return fit[-1]
        fit = [(k, c) for k in heads if (c := _candidates(desk, atoms[k], []))]
        if fit:
            return fit[0]
        return heads[0], []
    k = heads[-1]
    return k, _candidates(desk, atoms[k], atoms[j:k])


def _candidates(desk: Desk, head: Atom, looks: list[Atom]) -> list[tuple[Subject, int]]:
    """Subjects that the noun can mean and the looks do not speak against, with how many looks they are known to have."""
    out = []
    for subject in _of_noun(desk, head):
        marks = [bears(subject, atom) for atom in looks if atom.can(*LOOKS)]
        if all(m is not False for m in marks):
            out.append((subject, sum(m is True for m in marks)))
    best = max((score for _, score in out), default=0)
    return [(s, score) for s, score in out if score == best]


def _of_noun(desk: Desk, head: Atom) -> list[Subject]:
    """By the word itself, else by the thing, else by the last word of it ("the bottle" is a wine bottle), else by category."""
    subjects = desk.scene.subjects
    if head.can("stand_for") and not head.can("thing"):
        return _stood_for(desk, head.sense("stand_for").key)
    for sense in (s for s in head.senses if s.kind == "thing"):
        noun = sense.data["noun"]
        for fits in (
            lambda s, noun=noun: s.noun == noun,
            lambda s, key=sense.key: s.thing == key,
            lambda s, noun=noun: s.noun.split()[-1] == noun.split()[-1] or s.thing.split("_")[-1] == noun.split()[-1],
        ):  # fmt: skip
            if found := [s for s in subjects if fits(s)]:
                return found
    if head.can("group"):
        categories = lexicon().categories
        return [s for s in subjects if categories.get(s.thing) == head.sense("group").key]
    return []


def _stood_for(desk: Desk, key: str) -> list[Subject]:
    if key == "everything":
        return list(desk.scene.subjects)
    if key == "one":
        return _spoken_kind(desk)
    known = [s for s in desk.scene.subjects if s.id in desk.it]
    if key == "them" and len(known) < 2 and sum(s.count for s in known) < 2:
        return [s for s in desk.scene.subjects if not s.implied]
    return known or main(desk)


def main(desk: Desk) -> list[Subject]:
    """What the picture is of: what is in focus, else the first subject that was named."""
    subjects = desk.scene.subjects
    focused = [s for s in subjects if s.id == desk.scene.camera.focus]
    return focused or [s for s in subjects if not s.implied][:1] or list(subjects[:1])


def _spoken_kind(desk: Desk) -> list[Subject]:
    """Subjects of the kind spoken of last ("the left one"): all, where nothing was."""
    things = {s.thing for s in desk.scene.subjects if s.id in desk.it} if desk.named else set()
    return [s for s in desk.scene.subjects if s.thing in things] or list(desk.scene.subjects)


def bears(subject: Subject, atom: Atom) -> bool | None:
    """Whether a subject looks as the word says: None where nothing is known of it."""
    surface = subject.surface
    if atom.can("colour", "hex"):
        names = {c.name for c in surface.colours} | {c.hex for c in surface.colours}
        key = atom.sense("colour").key.replace("_", " ") if atom.can("colour") else atom.text.lower()
        if names:
            same = key in names or any(n.split()[-1] == key for n in names)
            return same or (_material(subject, atom) if atom.can("material") else False)
    if atom.can("material"):
        return _material(subject, atom)
    if atom.can("pattern"):
        return None if surface.pattern is None else surface.pattern == atom.sense("pattern").key
    if atom.can("state"):
        return True if atom.sense("state").key in subject.states else None
    if atom.can("finish"):
        return True if atom.sense("finish").key in surface.finish else None
    if atom.can("shape"):
        return None if subject.shape is None else subject.shape == atom.sense("shape").key
    if atom.can("size"):
        return _sized(subject, atom)
    if atom.can("attribute"):
        return True if atom.norm in subject.styles else None
    return None


def _material(subject: Subject, atom: Atom) -> bool | None:
    known = subject.surface.material
    return None if known is None else known == atom.sense("material").key


def _sized(subject: Subject, atom: Atom) -> bool | None:
    name, factor = next(iter(atom.sense("size").data.items()))
    have = getattr(subject.size, name)
    return None if have == 1 or factor == 1 else (have > 1) == (factor > 1)


def _plural(head: Atom) -> bool:
    if head.can("thing"):
        return bool(head.sense("thing").data.get("plural")) or head.can("group") and not head.norm.startswith("the ")
    return head.norm in ("ones", "them", "they", "these", "those", "both of them", "all of them", "each of them") or head.can("group")


# ── one of several ──


def _narrow(desk: Desk, found: Reference, candidates: list[tuple[Subject, int]], places: list[Atom]) -> None:
    """Which of the candidates: by place, all of them, or one."""
    subjects = [s for s, _ in candidates]
    if not subjects:
        return
    if places:
        found.hits = _by_place(desk, subjects, [_place_key(a) for a in places], found)
    elif found.one_of:
        last, some = subjects[-1], found.number or 1
        found.hits = [Hit(last.id, last.count - 1 - k) for k in range(some)] if last.count > some and some <= 12 else [Hit(s.id) for s in subjects[-some:]]
    elif found.plural or found.pronoun in ("everything", "them"):
        found.hits = [Hit(s.id) for s in subjects]
    else:
        spoken = [s for s in subjects if s.id in desk.it]
        chosen = (spoken or subjects)[0]
        found.unsure = len(subjects) > 1 and not spoken
        found.hits = [Hit(s.id) for s in subjects if found.pronoun == "it"] or [Hit(chosen.id)]


def _place_key(atom: Atom) -> str:
    return atom.sense("place_word").key if atom.can("place_word") else "other"


def _by_place(desk: Desk, subjects: list[Subject], keys: list[str], found: Reference) -> list[Hit]:
    single = [Hit(s.id, k if s.count > 1 else None) for s in subjects for k in range(s.count)]
    for key in keys:
        if key == "other":
            single = [h for h in single if h.id not in desk.it] or single
        elif key in ("biggest", "smallest", "tallest"):
            single = _by_size(desk, single, key)
        elif key in ("first", "second", "third", "last"):
            k = {"first": 0, "second": 1, "third": 2, "last": len(single) - 1}[key]
            single = single[k : k + 1] or single[-1:]
        else:
            single = _by_side(desk, single, key, found)
    return single if found.plural else single[:1]


def _by_size(desk: Desk, single: list[Hit], key: str) -> list[Hit]:
    def size(hit: Hit) -> float:
        s = desk.subject(hit.id)
        grown = s.size.scale * (s.size.height if key == "tallest" else 1.0)
        return lexicon().sizes.get(s.thing, 0.3) * grown

    return sorted(single, key=size, reverse=key != "smallest")


def _by_side(desk: Desk, single: list[Hit], key: str, found: Reference) -> list[Hit]:
    """In the camera's frame, from the layout; without one by what is said of them, else in their order from left to right."""
    where = {h: _position(desk, h) for h in single}
    if all(p is not None for p in where.values()):
        axis = 0 if key in ("left", "right", "middle") else 1
        ordered = sorted(single, key=lambda h: where[h][axis])
    else:
        said = {h: _said_side(desk, h) for h in single}
        found.unsure = len(set(said.values())) < 2 and len(single) > 1
        ordered = sorted(single, key=lambda h: said[h])
    if key == "middle":
        return ordered[len(ordered) // 2 :]
    return ordered if key in ("left", "front") else ordered[::-1]


def _position(desk: Desk, hit: Hit) -> tuple[float, float] | None:
    """Metres to the right and away from the camera, as the layout has it."""
    layout = desk.scene.layout
    place = layout.places.get(f"{hit.id}.{hit.index or 0}") if layout else None
    if place is None:
        return None
    turn = math.radians(desk.scene.camera.azimuth)
    return place.x * math.cos(turn) + place.y * math.sin(turn), -place.x * math.sin(turn) + place.y * math.cos(turn)


SIDES = {"left": -2, "left_of": -1, "right_of": 1, "right": 2, "foreground": -2, "in_front_of": -1, "behind": 1, "background": 2}


def _said_side(desk: Desk, hit: Hit) -> int:
    total = 0
    for r in desk.scene.relations:
        if r.subject == hit.id:
            total += SIDES.get(r.kind, 0) + (SIDES.get(r.objects[0], 0) if r.kind == "near" else 0)
        elif hit.id in r.objects:
            total -= SIDES.get(r.kind, 0)
    return total


# ── words after the noun ──


def qualified(desk: Desk, found: Reference, atoms: list[Atom], always: bool = False) -> int:
    """ "the spoon next to the mug", "the apple on the right": words after the noun that say which. Returns the place after them.

    `always`: words of place can only say which, as after "remove".
    """
    k = found.end
    if k >= len(atoms) or found.head is None or not found.hits:
        return k
    same = [s for s, _ in _candidates(desk, found.head, found.looks)]
    if atoms[k].can("side") and not atoms[k].can("move_word") and (len(same) > 1 or any(s.count > 1 for s in same)):
        return _at_side(desk, found, atoms[k], same, k)
    if not atoms[k].can("relation") or len(same) < 2 and not always:
        return k
    other = phrase(desk, atoms, k + 1)
    if other is None or not other.hits and not always or other.end >= len(atoms) and not always and not _stands_so(desk, same, atoms[k], other):
        return k
    known = [s for s in same if _stands_so(desk, [s], atoms[k], other)]
    if known:
        found.hits, found.unsure = [Hit(s.id) for s in known][: None if found.plural else 1], False
    found.atoms = [*found.atoms, atoms[k], *other.atoms]
    return other.end


def _stands_so(desk: Desk, same: list[Subject], relation: Atom, other: Reference) -> bool:
    kind = relation.sense("relation").key
    return any(r.kind == kind and set(r.objects) & set(other.ids) for s in same for r in desk.scene.relations if r.subject == s.id)


def _at_side(desk: Desk, found: Reference, side: Atom, same: list[Subject], k: int) -> int:
    key = side.sense("side").key
    said = [s for s in same if any(r.subject == s.id and r.objects == (key,) for r in desk.scene.relations)]
    if said:
        found.hits = [Hit(s.id) for s in said]
    else:
        found.hits = _by_place(desk, same, [{"centre": "middle", "foreground": "front", "background": "back"}.get(key, key)], found)
    found.atoms = [*found.atoms, side]
    return k + 1
