"""Lights told without an article, "warm tungsten fill from the left": nouns, and the side stays with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diorama.language.syntax.word import Word

LIGHTS = frozenset(("light", "fill", "glow", "backlight", "flash"))
"""What is a light where it ends a noun phrase, whatever it can do elsewhere."""


SHINES = LIGHTS | {"lighting", "sunlight", "daylight", "moonlight", "candlelight", "sunshine", "spotlight", "illumination"}


def from_its_side(words: list[Word]) -> None:
    """ "A girl in soft light from the side": the light comes from there, and not the girl."""
    for light, source in zip(words, words[1:], strict=False):
        shines = light.noun and light.norm in SHINES and source.norm == "from" and source.dep == "prep"
        if shines and source.head is not light and light not in source.subtree():
            source.hang(light, "prep")


def from_side(words: list[Word]) -> None:
    """ "From the left, 85mm": the side is the preposition's, and that is the noun's before it; what was taken for the side is told beside it."""
    for source, the, side in zip(words, words[1:], words[2:], strict=False):
        if (source.norm, the.norm) != ("from", "the") or side.norm not in ("left", "right"):
            continue
        after = words[side.i - words[0].i + 1 :][:1]
        if after and after[0].text not in (",", ";", ".") and after[0].norm != "and":
            continue
        side.tag = "NN"
        told = next((w for w in reversed(words[: source.i - words[0].i]) if w.noun or w.text in (",", ";")), None)
        if told is None or not told.noun or side.head is source or side in told.subtree()[:1]:
            continue
        stray = source.kid("pobj")
        side.hang(source, "pobj")
        the.hang(side, "det")
        if told not in source.subtree():
            source.hang(told, "prep")
            if stray is not None and stray is not side and told not in stray.subtree():
                stray.hang(told, "appos")
