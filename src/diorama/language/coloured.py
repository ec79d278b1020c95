"""Words of colour that need their company: "black and white" is a film or two colours, "shades" are tones or glasses, "hues of orange" no fruit."""

from __future__ import annotations

from collections.abc import Sequence

from diorama.language.lexicon import Sense, Words, alone
from diorama.language.tokens import Token
from diorama.scene import INDOORS

TONES = frozenset(("shade", "hue", "tone", "tint", "palette", "gradient"))
"""Nouns that name colours whatever is named after "of"."""
MEASURES = frozenset((
    "touch", "hint", "accent", "pop", "splash", "flash", "mix", "mixture", "blend", "combination", "patchwork", "range", "variety", "array", "spectrum",
))  # fmt: skip
"""Nouns that name colours where nothing but a colour is named after "of": "a mix of blue and ochre", but no "mix of olives and figs"."""
ABOUT = frozenset(("colour_modifier", "filler", "boilerplate", "style", "attribute", "finish", "degree", "unknown"))
"""What may stand before a colour: "shades of soft green"."""
TINT = (Sense("boilerplate", "photo", {}),)
"""The words for colour themselves change nothing."""
MONOCHROME = ("black", "and", "white")


def tint(tokens: Sequence[Token], at: int, words: Words) -> tuple[tuple[Sense, ...], int] | None:
    """For a word for colour with its colours after "of" ("in muted shades of red and gold"): its own senses, and the place after its last colour; else None."""
    noun = tokens[at].norm
    stem = noun.removesuffix("s") if noun not in ("mixes", "touches", "splashes", "flashes") else noun.removesuffix("es")
    sure = stem in TONES
    if not sure and stem not in MEASURES or at + 2 >= len(tokens) or tokens[at + 1].norm != "of":
        return None
    end = _colours(tokens, at + 2, words, sure)
    return (TINT, end) if end is not None else None


def _colours(tokens: Sequence[Token], at: int, words: Words, sure: bool) -> int | None:
    """The place after the last of the colours that begin there, each with at most two words about it; None if there is none."""
    last, i, about = None, at, 0
    while i < len(tokens):
        kinds = {sense.kind for sense in alone(words, tokens[i].norm)}
        if "colour" in kinds and (sure or "thing" not in kinds):
            last, about = i + 1, 0
        elif last is not None and last == i and tokens[i].norm in (",", "and", "to", "&"):
            last = i + 1 if _colours(tokens, i + 1, words, sure) is not None else last
            if last == i:
                break
        elif tokens[i].kind == "word" and about < 2 and kinds <= ABOUT:
            about += 1
        else:
            break
        i += 1
    return last


def only_colour(senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """Among the colours of a word for colour a word is its colour alone: "hues of orange"."""
    return tuple(sense for sense in senses if sense.kind == "colour") or senses


# ── black and white ──

PICTURES = frozenset(("boilerplate", "genre", "film_words", "framing", "style", "lens", "iso"))
"""What a word is that names the picture, not what is in it."""
NAMES = frozenset((
    "photograph", "photographs", "photo", "photos", "picture", "image", "film", "print", "shot", "snapshot", "close-up", "closeup", "negative", "polaroid",
    "still", "footage", "movie", "conversion", "analogue", "processing", "grain", "noir",
))  # fmt: skip
CLOTHED = ("dressed", "wearing", "clad", "tiled", "painted", "decorated", "furnished", "striped", "chequered", "patterned")


def two_colours(tokens: Sequence[Token], at: int, length: int, words: Words) -> bool:
    """True where "black and white" tells two colours of a thing, not the film: "black-and-white checks", "red, black and white stripes"."""
    after, before = tokens[at + length : at + length + 4], tokens[max(0, at - 2) : at]
    if before and before[-1].norm in (",", "and") and len(before) > 1 and _is_colour(words, before[0].norm):
        return True  # "red, black and white"
    worn = bool(before) and before[-1].norm in ("in", "wearing") and before[0].norm in CLOTHED
    if worn or before and before[-1].norm in ("is", "are", "painted", "dyed", "glazed"):
        return True
    if not after or after[0].kind != "word":
        return _beside(before, after, words)
    return not _of_the_picture(after, words)


def _beside(before: Sequence[Token], after: Sequence[Token], words: Words) -> bool:
    """True between two commas before where it is: "a cow, black and white, in a field"."""
    if not before or before[-1].norm != "," or len(after) < 3 or after[0].norm != ",":
        return False
    return any(sense.kind == "relation" for sense in alone(words, after[1].norm)) and after[2].norm in ("a", "an", "the", "his", "her", "their", "its")


def _is_colour(words: Words, norm: str) -> bool:
    return any(sense.kind == "colour" for sense in alone(words, norm))


def _of_the_picture(after: Sequence[Token], words: Words) -> bool:
    """True if the words after it, up to the first that names a thing, name the picture or where it is taken."""
    for token in after:
        senses = alone(words, token.norm)
        kinds = {sense.kind for sense in senses}
        if token.norm in NAMES or kinds & PICTURES:
            return True
        if kinds & {"relation", "link", "function", "determiner", "conjunction"} or token.kind == "punct" and token.norm != "-":
            return True  # "in black and white with deep shadows"
        if any(sense.kind == "setting" and sense.key not in INDOORS for sense in senses):
            return True  # "black and white street scene"
        if kinds & {"thing", "material", "pattern", "part", "species", "role", "setting"}:
            return False
    return False
