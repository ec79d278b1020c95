"""Which words of look a thing can be built by, and which stuff rather fills it."""

from __future__ import annotations

from diorama.language.match import Atom
from diorama.language.syntax.sentence import LOOKS

SEEN_LOOKS = (*LOOKS, "hex", "measure", "age")


STYLES = frozenset(("vintage", "antique", "modern", "futuristic", "rustic", "industrial", "ornate", "art_deco", "latte_art", "scandinavian", "minimalist"))
"""Styles that things are built in; other words of character change nothing that is seen."""


def shows(atom: Atom) -> bool:
    """True for a word of look, size, state or style that a thing can be built by."""
    if atom.can("attribute") and not atom.can("colour", "material", "pattern", "finish", "shape", "size", "state"):
        return atom.sense("attribute").key in STYLES
    return atom.can(*SEEN_LOOKS)


LOOSE = frozenset(("water", "sand", "soil", "ice", "snow", "straw", "paint"))
"""Stuff that fills things and that few things are made of."""


HOLDERS = frozenset(("tableware", "tool", "vehicle", "furniture", "electronics"))
"""Categories of what is filled rather than made of loose stuff."""


def loose(mention_atom: Atom, category: str | None) -> bool:
    """True for stuff that such a thing holds: a bowl for water is not made of it."""
    sense = mention_atom.sense("material")
    return sense is not None and sense.key in LOOSE and category in HOLDERS
