"""What a clause is about: subjects, a part of one, lights, the ground, the background, the camera, the film, the picture as a whole."""

from __future__ import annotations

from diorama.language.fields import fitting
from diorama.language.gather import TABLE_TOPS
from diorama.language.match import Atom
from diorama.language.refine import illumination
from diorama.language.refine.desk import Desk
from diorama.language.refine.hand import part, say_unsure
from diorama.language.refine.refer import Hit, Reference, phrase, qualified
from diorama.language.refine.steps import Target
from diorama.scene import Environment

PREPARED = ("determiner", "quantifier", "place_word", "colour", "material", "light_quality", "light_source", "light_kelvin", "count", "finish", "attribute")
"""What may stand before the noun of a target."""

NOUNS = ("target", "light_head", "light_source", "backdrop", "amount", "thing", "setting", "feature")
ATTRIBUTES = frozenset(("colour", "colours", "material", "pattern", "size", "shape", "style", "texture", "look", "type", "position", "finish", "surface", "text", "label", "number", "amount"))
"""Nouns for what a thing has: "the colour of the mug" is the mug."""


def find(desk: Desk, atoms: list[Atom], i: int = 0, complement: bool = True) -> tuple[Target, int] | None:
    """The target at place `i`, and the place after it; None where there is none. `complement`: more words about it follow."""
    if (owned := _attribute_of(atoms, i)) and (whole := find(desk, atoms, owned, complement)) is not None and whole[0].kind not in ("missing", "it"):
        whole[0].atoms[:0] = atoms[i:owned]  # "the colour of the mug"
        return whole
    found = phrase(desk, atoms, i, complement)
    of_part = _part(desk, atoms, i, found)
    if of_part is not None:
        return of_part
    if found is not None and found.hits:
        found.end = qualified(desk, found, atoms)
        _some(desk, found)
        part(desk, found)
        _joined(desk, atoms, found, complement)
        end = _attribute(desk, atoms, found.end)
        found.atoms, found.end = [*found.atoms, *atoms[found.end : end]], end
        if found.unsure:
            say_unsure(desk, found)
        if found.pronoun == "it":
            return Target("it", found.ids, atoms=found.atoms, explicit=False), found.end
        return Target("subject", found.ids, atoms=found.atoms), found.end
    other = _other(desk, atoms, i)
    if other is not None:
        return other
    if found is not None and found.pronoun is not None:
        return Target("it", [], atoms=found.atoms, explicit=False), found.end
    if found is not None and found.head is not None:
        return Target("missing", atoms=found.atoms), found.end
    return None


def _attribute_of(atoms: list[Atom], i: int) -> int:
    """The place after "the colour of", or 0."""
    j = i
    while j < len(atoms) and atoms[j].can("determiner"):
        j += 1
    return j + 2 if j + 1 < len(atoms) and atoms[j].norm in ATTRIBUTES and atoms[j + 1].norm in ("of", "on") else 0


def _attribute(desk: Desk, atoms: list[Atom], end: int) -> int:
    """ "the mug's colour": the place after it, where more follows."""
    return end + 1 if end + 1 < len(atoms) and atoms[end].norm in ATTRIBUTES and not atoms[end].can("light_head") else end


def _joined(desk: Desk, atoms: list[Atom], found: Reference, complement: bool) -> None:
    """ "the mug and the book": all of them."""
    while found.end + 1 < len(atoms) and (atoms[found.end].can("conjunction") or atoms[found.end].text in (",", "&")):
        k = found.end + 1 + (atoms[found.end + 1].can("conjunction") and found.end + 2 < len(atoms))
        other = phrase(desk, atoms, k, complement) if atoms[k].can("determiner", "quantifier") else None
        if other is None or not other.hits or not other.definite:
            return
        part(desk, other)
        found.hits = list(dict.fromkeys([*found.hits, *other.hits]))
        found.atoms, found.end, found.pronoun = [*found.atoms, *atoms[found.end : other.end]], other.end, None


def _some(desk: Desk, found: Reference) -> None:
    """ "one lemon", "two of the lemons": so many of them."""
    if found.number is None or found.more or len(found.hits) != 1 or found.hits[0].index is not None or found.definite and not found.one_of:
        return
    subject = desk.subject(found.hits[0].id)
    if found.number < subject.count and len(desk.scene.subjects) + found.number <= 64:
        found.hits = [Hit(subject.id, subject.count - 1 - k) for k in range(found.number)]


def _part(desk: Desk, atoms: list[Atom], i: int, found: Reference | None) -> tuple[Target, int] | None:
    """ "the handle of the mug", "the mug's handle", "its lid", "the handle"."""
    if found is not None and found.hits and found.end < len(atoms) and atoms[found.end].can("part") and not atoms[found.end].can("material", "state"):
        name = atoms[found.end]
        return Target("part", found.ids, name.sense("part").key, [*found.atoms, name]), found.end + 1
    j = i
    while j < len(atoms) and atoms[j].can("determiner"):
        j += 1
    if j >= len(atoms) or not atoms[j].can("part") or found is not None and found.hits and found.head is not None and found.head.start <= atoms[j].start:
        return None
    name, end = atoms[j], j + 1
    if end < len(atoms) and atoms[end].norm in ("of", "on") and (owner := phrase(desk, atoms, end + 1, True)) is not None and owner.hits:
        return Target("part", owner.ids, name.sense("part").key, [*atoms[i : end + 1], *owner.atoms]), owner.end
    if name.can("target"):
        return None  # "the label" by itself is text
    having = [s.id for s in desk.scene.subjects if any(p.name == name.sense("part").key for p in s.parts)]
    ids = having or [x for x in desk.it if desk.has(x)] or [s.id for s in desk.scene.subjects if not s.implied][:1]
    return (Target("part", ids, name.sense("part").key, atoms[i:end]), end) if ids else None


def _other(desk: Desk, atoms: list[Atom], i: int) -> tuple[Target, int] | None:
    """Targets that are no subjects."""
    j = i
    words: list[Atom] = []
    if stuff := _stuff(desk, atoms, i):
        return stuff
    while j < len(atoms) and atoms[j].can(*PREPARED) and not (atoms[j].can("target", "light_head", "backdrop") and not _goes_before(atoms, j)):
        words.append(atoms[j])
        j += 1
    if j >= len(atoms) or not atoms[j].can(*NOUNS):
        j, words = _sole_light(atoms, i, j)
        if j < 0:
            return None
    head = atoms[j]
    taken, end = [*words, head], j + 1
    if head.can("light_head", "light_source") or head.can("target") and head.sense("target").key == "light":
        return _light(desk, head, words, taken), end
    if head.can("amount") and not head.can("target", "thing", "weather"):
        return Target("amount", name=head.sense("amount").data["quantity"], atoms=taken), end
    if head.can("thing") and head.sense("thing").key in TABLE_TOPS or head.can("target") and head.sense("target").key == "ground" or _is_backdrop(head, "ground"):
        return Target("ground", atoms=taken), end
    environment = desk.scene.environment
    if head.can("setting") and head.sense("setting").key == environment.setting:
        return Target("setting", atoms=taken), end
    if (name := feature_of(head, environment)) is not None:
        return Target("feature", name=name, atoms=taken), end
    if head.can("target"):
        return Target(head.sense("target").key, atoms=taken), end
    if _is_backdrop(head, "seamless", "backdrop"):
        return Target("backdrop", atoms=taken), end
    return None


def feature_of(head: Atom, environment: Environment) -> str | None:
    """The feature of the place that a noun names: what it has of its own ("the curtains"), or what is seen there."""
    own = fitting(head, environment.setting)
    name = own if own is not None else head.sense("feature").key if head.can("feature") else None
    return name if name in environment.features else None


def _stuff(desk: Desk, atoms: list[Atom], i: int) -> tuple[Target, int] | None:
    """ "the linen": the ground, the wall or the things that are of it."""
    k = i + (i < len(atoms) and atoms[i].can("determiner"))
    if k == i or k >= len(atoms) or not atoms[k].can("material") or k + 1 < len(atoms) and atoms[k + 1].can("target", "light_head", "backdrop", "thing", "setting"):
        return None
    for kind in ("ground", "backdrop"):
        if desk.get(f"environment.{kind}").material == atoms[k].sense("material").key:
            return Target(kind, atoms=atoms[i : k + 1]), k + 1
    ids = [s.id for s in desk.scene.subjects if s.surface.material == atoms[k].sense("material").key]
    return (Target("subject", ids, atoms=atoms[i : k + 1]), k + 1) if ids else None


def _goes_before(atoms: list[Atom], j: int) -> bool:
    """ "the light background": a word that could be a target stands before the real one."""
    return j + 1 < len(atoms) and atoms[j + 1].can("target", "light_head", "backdrop") and not atoms[j + 1].can("step")


def _sole_light(atoms: list[Atom], i: int, end: int) -> tuple[int, list[Atom]]:
    """ "the sun": a light's source is its name."""
    for j in range(min(end, len(atoms)) - 1, i - 1, -1):
        if atoms[j].can("light_source"):
            return j, atoms[i:j]
    return -1, []


def _is_backdrop(head: Atom, *keys: str) -> bool:
    return head.can("backdrop") and head.sense("backdrop").key in keys


def _light(desk: Desk, head: Atom, words: list[Atom], taken: list[Atom]) -> Target:
    ids = illumination.meant(desk, head, words)
    return Target("no_light", atoms=taken) if ids is None else Target("light", ids, atoms=taken)
