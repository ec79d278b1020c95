"""Accents ("with gold trim", "brass hardware", "silver details"): the part of the thing that is of another colour or stuff than the whole."""

from __future__ import annotations

from collections.abc import Sequence

from diorama.language.lexicon import Sense, Words, alone
from diorama.language.tokens import Token
from diorama_catalogue import thing

ACCENTS = frozenset((
    "trim", "trims", "trimming", "trimmings", "edging", "piping", "accent", "accents", "detail", "details", "detailing", "hardware", "fitting", "fittings",
))  # fmt: skip
SENSES = (Sense("part", "trim", {}),)
LIKELY = (
    "trim", "rim", "edge", "edges", "hem", "bezel", "band", "bands", "cuffs", "collar", "seams", "stitches", "metal", "buckle", "clasp", "zip", "knobs", "knob",
    "handles", "handle", "rings", "ring", "rivets", "buttons", "frame", "feet", "legs", "cap", "lid", "spout", "stand", "base",
)  # fmt: skip
"""Parts that are accented, the likeliest first."""


def accent(tokens: Sequence[Token], at: int, words: Words) -> tuple[Sense, ...] | None:
    """The senses of a word for accents right after a colour or a stuff; None for other words and without these ("intricate details")."""
    if tokens[at].norm not in ACCENTS or at == 0:
        return None
    before = alone(words, tokens[at - 1].norm)
    return SENSES if any(sense.kind in ("colour", "material") for sense in before) else None


def accented(key: str) -> str | None:
    """The part of a thing of the catalogue that accents are on; None where it has none of its own."""
    made = thing(key)
    return next((part for part in LIKELY if part in made.parts), None)
