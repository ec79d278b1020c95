"""How a page is to look, by the words that speak of it and of none of its texts: its colours, and what is drawn on it.

"a big orange sun over dark blue waves" → a sun and waves with their colours; "mint and coral", "a teal and burnt orange palette" → paper and accent
"""

from __future__ import annotations

import re
from functools import cache

from diorama.language.lettering import colour_spans
from diorama.typeset import Motif, Page
from diorama.typeset.art import KINDS
from diorama.typeset.palette import contrast, luminance, mixed

MOST = 5
"""Drawings on one page."""
OWN = re.compile(r"(?:[\w-]+\s+){0,3}$")
TONES = re.compile(r"\b(?:palette|tones?|colou?rs?|scheme|shades?|background|ground|theme)\b", re.I)
BOUND = re.compile(r"\s+(?!(?:and|with|on|palette|tones?|colou?rs?|scheme|shades?|background|ground|theme|for|throughout)\b)[a-z]", re.I)
"""After a colour that is a thing's and not the page's: "a red fox"."""
LETTERS = re.compile(r"\s+(?:[\w-]+\s+){0,2}?(?:letters?|lettering|capitals|type|script|text|chalk|ink|neon)\b", re.I)
SHADES = re.compile(r"\b(?:(?P<dark>dark|deep|midnight|inky)|(?P<light>light|pale|pastel|soft))[ -]$", re.I)
CONTRAST = 1.25
"""Of an accent with its paper."""
DARK = 0.17
"""Luminance of a single tone that is told and is the page's ground, not its accent."""
INKED = frozenset(
    (
        "poster", "book_cover", "record_cover", "box", "label", "billboard", "invitation", "infographic", "menu", "slide", "shop_screen", "chat", "dashboard",
        "feed", "ticket", "recipe_card", "calendar", "business_card", "magazine", "banner", "certificate",
    )
)  # fmt: skip
"""Templates whose words on colours are the page's."""
DRAWN = frozenset(("comic",))
"""Templates whose drawings are told of, and whose colours are not the page's."""


def designed(page: Page, words: str) -> Page:
    """The page as `words` (its texts left out) have it look; what they leave open is its template's."""
    if page.template not in INKED:
        return page.model_copy(update={"art": page.art or motifs(words)}) if page.template in DRAWN else page
    paper, accent = page.paper, page.accent
    tones = _tones(words)
    if tones and paper is None and (len(tones) > 1 or luminance(tones[0]) < DARK or luminance(tones[0]) > 0.6):
        paper, tones = tones[0], tones[1:]
    if tones and accent is None and contrast(tones[0], paper or "#ffffff") >= CONTRAST:
        accent = tones[0]
    return page.model_copy(update={"paper": paper, "accent": accent, "art": page.art or motifs(words)})


def motifs(words: str) -> tuple[Motif, ...]:
    """What is drawn on a page, in the order of the words."""
    found: dict[str, Motif] = {}
    for hit in _pattern().finditer(words):
        kind = _kinds()[hit.group().lower()]
        before = OWN.search(words[: hit.start()])
        own = re.split(r"[,.;:]|\b(?:over|on|in|and|with|of|at|behind|above|under)\b", before.group() if before else "")[-1]
        colours = [_shade(own[:start], colour.hex) for start, _, colour in colour_spans(own)]
        if kind not in found or colours and found[kind].colour is None:
            found[kind] = Motif(kind=kind, colour=colours[-1] if colours else None)
    return tuple(found.values())[:MOST]


def _tones(words: str) -> list[str]:
    """Colours that are told of no thing."""
    out: list[str] = []
    for start, end, colour in colour_spans(words):
        after = words[end:]
        if (TONES.search(after[:24]) or not BOUND.match(after)) and not LETTERS.match(after):
            out.append(_shade(words[:start], colour.hex))
    return list(dict.fromkeys(out))


def _shade(before: str, colour: str) -> str:
    """A colour as the word before it has it: "dark green", "pastel blue"."""
    told = SHADES.search(before)
    return colour if told is None else mixed(colour, "#ffffff", 0.5) if told["light"] else mixed(colour, "#0c0c0e", 0.6)


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind, row in KINDS.items() for word in row["words"]}


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(_kinds(), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, words)) + r")(?![\w-])", re.I)
