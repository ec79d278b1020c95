"""What is sown in a field is the place: "a field of red tulips", "tulip fields", "rows of sunflowers" have no tulip or sunflower as a thing in them."""

from __future__ import annotations

from dataclasses import replace

from diorama.language.lexicon import Sense
from diorama.language.match import Atom
from diorama_catalogue import derived, said, settings

FIELDS = frozenset(("field", "fields", "acres", "expanse", "meadow", "meadows", "farm", "plantation", "plantations", "hillside", "hillsides"))
ROWS = frozenset(("rows of", "row of", "long rows of", "endless rows of"))
LOOKS = ("colour", "colour_modifier", "size", "attribute", "finish", "weather", "age")
BETWEEN = 3
"""Words of looks that may stand between a field and what grows in it."""


def as_places(atoms: list[Atom]) -> list[Atom]:
    """The atoms, crops of fields with the sense of a place's feature instead of a thing's; "rows of" them are a field."""
    out = list(atoms)
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


@derived
def _crops() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    return tuple((key, crop, (crop, *setting.place[crop])) for key, setting in settings().items() for crop in setting.sown)


@derived
def crop_named(noun: str) -> tuple[str, str] | None:
    """The setting and the crop that a noun names."""
    return next(((key, crop) for key, crop, words in _crops() if " " not in noun and said(noun, *words)), None)
