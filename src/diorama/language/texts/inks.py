"""The colours that words tell of letters, of what they stand on and of the field that a text has of its own."""

from __future__ import annotations

import re

from diorama.language.lettering_words import TABLE
from diorama.language.match import match
from diorama.language.texts.cues import last_sentence
from diorama.language.texts.quotations import Span
from diorama.language.tokens import scan
from diorama.scene import Colour
from diorama.typeset.palette import mixed

GROUND = re.compile(r"\bon (?:an? )?(?:\w+ )?$", re.I)
INKED = re.compile(
    r"[\w-]+(?:\s+(?!with\b)\w+)?(?:(?:\s+(?!with\b)[\w-]+){0,3}?\s+(?:letters?|lettering|text|words?|writing|script|type|ink|paint|print|font|neon|chalk|caps|capitals|numbers?|digits|characters|cursive|serif|sans|italics?|handwriting|blackletter|calligraphy|stencil)\b.*|\W*)$",
    re.I | re.S,
)
"""What a colour before a string is told of: the letters themselves, not the thing that bears them ("a blue bottle reading")."""
BARE = re.compile(r"[\w-]+(?:\s(?:background|ground|paper|field|and|with)\b|\s*(?:[,.;:]|$))", re.I)
METAL = re.compile(r"\b(?:" + "|".join(TABLE["inks"]) + r")\b", re.I)


SHADES = re.compile(r"\b(?:(?P<dark>dark|deep|midnight|inky)|(?P<light>light|pale|pastel|soft))[ -]$", re.I)
"""Words for a shade, before a colour's own."""


def shaded(before: str, colour: str) -> str:
    """A colour as the word before it has it: "dark green", "pastel blue"."""
    told = SHADES.search(before)
    return colour if told is None else mixed(colour, "#ffffff", 0.5) if told["light"] else mixed(colour, "#0c0c0e", 0.6)


def colours_in(words: str) -> list[Colour]:
    """The colours that words name, in order."""
    return [colour for _, colour in colours_at(words)]


FILLED = frozenset(("badge", "caption", "button"))
FILL = re.compile(r"[\w-]+(?:\s[\w-]+){0,2}\s(?:circle|seal|badge|stamp|starburst|sticker|roundel|medallion|box|panel|button)\b", re.I)


def filled(span: Span) -> Colour | None:
    """The colour of the field that a text has of its own: "a red circle with", "in a yellow caption box"."""
    near = last_sentence(span.before)
    told = [colour for start, colour in colours_at(near) if FILL.match(near[start:])]
    return told[-1] if told else None


def colours_at(text: str) -> list[tuple[int, Colour]]:
    """The colour words of a text, and where they stand."""
    return [(start, colour) for start, _, colour in colour_spans(text)]


def colour_spans(text: str) -> list[tuple[int, int, Colour]]:
    """The colour words of a text: from where, to where."""
    senses = [(atom.start, atom.end, sense) for atom in match(text, scan(text)) if (sense := atom.sense("colour")) and "hex" in sense.data]
    named = {start: (end, Colour(name=sense.key, hex=sense.data["hex"])) for start, end, sense in senses}
    metal = {m.start(): (m.end(), Colour(name=m.group().lower(), hex=TABLE["inks"][m.group().lower()])) for m in METAL.finditer(text)}
    return [(start, end, colour) for start, (end, colour) in sorted((named | metal).items(), key=lambda one: one[0])]


def ink(after: str, before: str) -> Colour | None:
    """The colour of the letters: told after a string ("in white letters on red": the first), or just before it (the last)."""
    told = [colour for start, colour in colours_at(after) if not GROUND.search(after[:start])]
    near = before[-40:]
    behind = lambda end: OF_PAPER.match(near, end) is not None or re.search(r"[.;!?]", near[end:]) is not None  # noqa: E731
    opens = lambda start, end: ":" in near[end:] and not re.search(r"\bin (?:[\w-]+ )?$", near[:start])  # noqa: E731
    spans = [(start, colour) for start, end, colour in colour_spans(near) if not behind(end) and not opens(start, end)]  # "a tag, cream: “…”": the tag's
    earlier = [colour for start, colour in spans if not GROUND.search(near[:start]) and INKED.match(near[start:])]
    return told[0] if told else earlier[-1] if earlier else None


OF_PAPER = re.compile(r"\s+(?:background|backdrop|ground|paper|kraft|cardboard|parchment|wood|card|page|border|frame|wall|field|bubbles?)\b", re.I)


def ground_under(after: str) -> Colour | None:
    """The colour that the letters stand on: "white letters on red", "on a red background"; not that of a thing they are on ("on a red table")."""
    return next((colour for start, colour in colours_at(after) if GROUND.search(after[:start]) and BARE.match(after[start:])), None)
