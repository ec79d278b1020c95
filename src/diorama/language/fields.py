"""What is of the place and no thing in it: what is sown in a field ("a field of red tulips", "rows of sunflowers"), what a room has of its own."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from diorama.language.insides import from_within
from diorama.language.lexicon import Sense
from diorama.language.match import Atom, match
from diorama.language.mediums import as_styles
from diorama.language.outsides import from_outside
from diorama.language.tokens import scan
from diorama_catalogue import derived, fittings, said, settings

FIELDS = frozenset(("field", "fields", "acres", "expanse", "meadow", "meadows", "farm", "plantation", "plantations", "hillside", "hillsides"))
ROWS = frozenset(("rows of", "row of", "long rows of", "endless rows of"))
LOOKS = ("colour", "colour_modifier", "size", "attribute", "finish", "weather", "age")
BETWEEN = 3
"""Words of looks that may stand between a field and what grows in it."""


def as_places(atoms: list[Atom], prompt: str | None = None) -> list[Atom]:
    """The atoms, crops of fields and fittings of the place with the sense of its feature instead of a thing's; "rows of" crops are a field.

    `prompt`: the whole of which the atoms are a sentence.
    """
    out = as_styles(_fitted(from_outside(from_within(atoms, prompt)), prompt))
    for i, (atom, after) in enumerate(zip(out, out[1:], strict=False)):
        if atom.norm == "plain" and after.can("colour", "material", "backdrop", "pattern", "colour_modifier"):
            out[i] = replace(atom, senses=tuple(s for s in atom.senses if s.kind != "setting"))  # "a plain peach background": how it is, and no plain
    for i, atom in enumerate(out):
        crop = crop_named(atom.norm) if atom.can("thing", "feature", "unknown") else None
        if crop is None:
            continue
        field, owner = (i + 1 < len(out) and out[i + 1].norm in FIELDS), _before(out, i)
        if not field and owner is None:
            continue
        out[i] = replace(atom, senses=(Sense("feature", crop[1], {}),))
        if owner is not None and out[owner].norm in ROWS:
            out[owner] = replace(out[owner], senses=(Sense("setting", crop[0], {}),))
    return out


def _before(atoms: list[Atom], i: int) -> int | None:
    """Index of the field or rows "of" which the atom is said, looks in between allowed."""
    at = i - 1
    while at >= max(i - BETWEEN, 0) and atoms[at].can(*LOOKS):
        at -= 1
    if at >= 0 and atoms[at].norm in ROWS:
        return at
    return at - 1 if at >= 1 and atoms[at].norm == "of" and atoms[at - 1].norm in FIELDS else None


WILD = ("wildflower", "wild flower", "daisy", "buttercup", "dandelion", "bluebell")
"""What grows in a field that nobody sowed."""


@derived
def _crops() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    sown = [(key, crop, (crop, *setting.place[crop])) for key, setting in settings().items() for crop in setting.sown]
    return (*sown, *((key, "flowers", WILD) for key, setting in settings().items() if setting.sown and "flowers" in setting.shows))


@derived
def crop_named(noun: str) -> tuple[str, str] | None:
    """The setting and the crop that a noun names."""
    return next(((key, crop) for key, crop, words in _crops() if " " not in noun and said(noun, *words)), None)


COUNTS = ("number", "count", "determiner", "measure")
BEARS = frozenset(("with", "on", "in", "of", "that", "which", "covered", "holding", "full", "made"))
"""Words that tell more of a thing than how it looks: "tables with flowers"."""


def _fitted(atoms: list[Atom], prompt: str | None) -> list[Atom]:
    """The atoms with what a room has of its own as its feature: "a café with wooden tables", not what has a number, stands by itself or bears things."""
    if all(atom.norm not in _fitted_words() for atom in atoms):
        return list(atoms)
    places = _places_of(prompt) if prompt else _places(atoms)
    out = list(atoms)
    for i, atom in enumerate(atoms):
        name = next(filter(None, (fitting(atom, place) for place in places)), None)
        if name is not None and _at_large(atoms, i):
            out[i] = replace(atom, senses=(Sense("feature", name, {}),))
            rows = _before(out, i)
            if rows is not None and out[rows].norm in ROWS:  # "rows of empty seats"
                out[rows] = replace(out[rows], senses=(Sense("feature", name, {}),))
    return out


@derived
def _fitted_words() -> frozenset[str]:
    return frozenset(word for one in fittings().values() for word in one.words)


def _places(atoms: list[Atom]) -> list[str]:
    return list(dict.fromkeys(sense.key for a in atoms if a.kind == "setting" and (sense := a.sense("setting")) is not None))


@lru_cache(maxsize=16)
def _places_of(prompt: str) -> list[str]:
    """All settings that a prompt names, the first first."""
    return _places(match(prompt, scan(prompt)))


def fitting(atom: Atom, place: str | None) -> str | None:
    """What the setting has of its own that the noun names."""
    return next((name for name, one in fittings().items() if place in one.of and atom.norm in one.words), None)


def _at_large(atoms: list[Atom], i: int) -> bool:
    """Whether nothing counts the thing, nothing is put on, under or by it, and it bears nothing."""
    at = i - 1
    while at >= 0 and atoms[at].can(*LOOKS, "material", "pattern"):
        at -= 1
    before, after = atoms[at] if at >= 0 else None, atoms[i + 1] if i + 1 < len(atoms) else None
    counted = before is not None and before.can(*COUNTS, "relation") and before.norm != "with"
    return not counted and (after is None or after.norm not in BEARS and not after.can("relation"))
