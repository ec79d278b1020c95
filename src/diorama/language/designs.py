"""How a page is to look, by the words that speak of it and of none of its texts: its colours, and what is drawn on it.

"a big orange sun over dark blue waves" → a sun and waves with their colours; "mint and coral", "a teal and burnt orange palette" → paper and accent
"""

from __future__ import annotations

import re
from functools import cache

from diorama.language.lettering import colour_spans
from diorama.typeset import TEMPLATES, Motif, Page
from diorama.typeset.art import KINDS
from diorama.typeset.palette import contrast, luminance, mixed

MOST = 5
"""Drawings on one page."""
OWN = re.compile(r"(?:[\w-]+\s+){0,3}$")
TONES = re.compile(r"\b(?:lines?|accents?|stripes?|borders?|rules?|palette|tones?|colou?rs?|scheme|shades?|background|ground|theme)\b", re.I)
BOUND = re.compile(
    r"\s+(?!(?:and|with|on|lines?|accents?|stripes?|borders?|rules?|palette|tones?|colou?rs?|scheme|shades?|background|ground|theme|for|throughout)\b)[a-z]", re.I,
)  # fmt: skip
"""After a colour that is a thing's and not the page's: "a red fox"."""
LETTERS = re.compile(r"\s+(?:[\w-]+\s+){0,2}?(?:letters?|lettering|capitals|type|script|text|chalk|ink|neon)\b", re.I)
LARGE = re.compile(r"\b(?:big|huge|giant|large|enormous|full|round)\b", re.I)
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
SCREENS = frozenset(("chat", "feed", "shop_screen", "dashboard", "settings", "slide"))
NIGHTLY = re.compile(r"\b(?:dark|night)[ -](?:mode|theme)\b", re.I)
CHILDISH = re.compile(r"\b(?:child(?:ren)?['’]?s?|kids?['’]?|boy['’]s|girl['’]s|toddler['’]?s?)\b[^.;]*\b(?:birthday|party)\b", re.I)
PLACES = r"(?:table|shelf|counter|bench|desk|floor|wall|windowsill|window sill|pavement|sidewalk|ground|street|door|post)"
BESIDE = re.compile(
    rf"(?:^|(?<=[.;]))\s*(?:an?|the|two|three|some)\s[^.;]*?\b(?:leans?|leaning|stands?|standing|lies|lying|sits?|sitting|rests?|resting|parked|propped)\s"
    rf"[^.;]*?\b(?:{PLACES}|beside it|next to it|in front of it|to (?:the|its) (?:left|right))\b[^.;]*"
    rf"|\bon (?:an?|the) (?:[\w-]+ )?{PLACES}\b[^.;]*", re.I,
)  # fmt: skip
"""What is told of where the page is, and of what is there beside it."""
DRAWN = frozenset(("comic",))
"""Templates whose drawings are told of, and whose colours are not the page's."""


def designed(page: Page, words: str) -> Page:
    """The page as `words` (its texts left out) have it look; what they leave open is its template's."""
    if page.template not in INKED:
        return page.model_copy(update={"art": page.art or motifs(words)}) if page.template in DRAWN else page
    paper, accent = page.paper, page.accent
    if paper is None and page.template in SCREENS and NIGHTLY.search(words):
        paper = "#101418"
    tones = [tone for tone in _tones(words) if tone != paper]
    if tones and paper is None and page.template != "chat" and (len(tones) > 1 or luminance(tones[0]) < DARK or luminance(tones[0]) > 0.42):
        paper, tones = tones[0], tones[1:]
    if tones and accent is None and contrast(tones[0], paper or "#ffffff") >= CONTRAST:
        accent = tones[0]
    art = page.art or motifs(words)
    if not art and TEMPLATES[page.template].layout == "cover" and not any(block.role == "picture" for block in page.blocks):
        named = motifs(" ; ".join(block.text for block in page.blocks if block.role == "title"))
        art = tuple(one for one in named if KINDS[one.kind]["layer"] in ("stands", "far"))  # a book on lighthouses has one on its cover
    blocks = page.blocks
    if page.template == "invitation" and CHILDISH.search(words):
        blocks = tuple(block.model_copy(update={"hand": block.hand or "rounded"}) if block.role == "title" else block for block in blocks)
    return page.model_copy(update={"paper": paper, "accent": accent, "art": art, "blocks": blocks})


PHOTO = re.compile(
    r"(?P<lead>(?:\b(?:with|has|showing|shows|above|below|over|under|beside|and)|[,;])\s+)(?:an? |the |one )?(?:[\w-]+ ){0,3}?"
    r"(?:photo|photograph|photographic image) of "
    r"(?P<what>[^,.;:]{3,120}?)(?=\s*(?:[,.;:]|$|\b(?:and|with|above|below|under|over|beside) (?:the |a |an |its )?(?:[\w-]+ )?"
    r"(?:title|headline|heading|words?|text|caption|subtitle|name|date|price|slogan|;)))", re.I,
)  # fmt: skip
PHOTOGRAPHED = frozenset(
    (
        "poster", "book_cover", "record_cover", "box", "billboard", "magazine", "newspaper", "slide", "calendar", "invitation", "feed", "shop_screen",
        "recipe_card", "infographic",
    )
)  # fmt: skip
"""Templates that have room for a photograph."""


def photographed(words: str, template: str) -> tuple[str, str]:
    """What a photograph on the page is of, as written ("a lighthouse at dusk"), and the words without it; empty where none is told of."""
    told = next((m for m in PHOTO.finditer(words) if not _bears(m["what"])), None) if template in PHOTOGRAPHED else None
    if told is None or not words[: told.start()].strip(" ;"):
        return "", words
    return told["what"].strip(), words[: told.start("lead")] + " ; " + words[told.end("what") :]


def _bears(what: str) -> bool:
    """Whether what is photographed is the page itself."""
    return any(re.search(rf"\b{re.escape(noun)}\b", what, re.I) for made in TEMPLATES.values() for noun in made.nouns if made.name in PHOTOGRAPHED)


SHEET = re.compile(r"\b(?P<series>A[0-6]|(?:US )?letter(?:[ -]size| paper| format))\b", re.I)
MEASURED = re.compile(r"\b(?P<w>\d+(?:\.\d+)?)\s?(?:mm|cm|inch(?:es)?|in)?\s?(?:x|×|by)\s?(?P<h>\d+(?:\.\d+)?)\s?-?(?P<unit>mm|cm|inch(?:es)?|in)\b", re.I)
TURNED = re.compile(
    r"\b(?:(?P<broad>landscape|horizontal)|(?P<high>portrait|vertical|upright))(?:[ -](?:format|orientation|layout|oriented)|,"
    r"| (?:page|poster|flyer|slide|sheet|banner|card|menu|sign))|\bin (?:(?P<b>landscape)|(?P<h>portrait))\b", re.I,
)  # fmt: skip
NOUNS = "|".join(sorted({noun for made in TEMPLATES.values() for noun in made.nouns}, key=len, reverse=True))
SQUARE = re.compile(rf"\bsquare (?:format |shaped )?(?:[\w-]+ )?(?:{NOUNS})\b|\bsquare format\b", re.I)
MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4}


def paper_size(words: str, template: str) -> tuple[float, float] | None:
    """The size that words give a page, millimetres: "A3", "10 × 15 cm", "square", "landscape"; None where they tell none."""
    usual = TEMPLATES[template].size
    size = None
    if told := MEASURED.search(words):
        unit = MILLIMETRES[told["unit"].lower()[:2]]
        size = float(told["w"]) * unit, float(told["h"]) * unit
    elif sheet := SHEET.search(words):
        size = _sheet(sheet["series"])
        size = size[::-1] if usual[0] > usual[1] else size
    elif SQUARE.search(words):
        size = (min(usual),) * 2
    if turned := TURNED.search(words):
        low, high = sorted(size or usual)
        size = (high, low) if turned["broad"] or turned["b"] else (low, high)
    return size if size is None or LEAST_SIDE <= min(size) and max(size) <= MOST_SIDE and size != usual else None


LEAST_SIDE, MOST_SIDE = 15.0, 20_000.0
"""Millimetres: no page is smaller or larger than that."""


def _sheet(series: str) -> tuple[float, float]:
    """ISO 216: A0 is 841 × 1189 mm, each next one half of it; else US letter."""
    if series[0] not in "aA" or not series[1].isdigit():
        return 215.9, 279.4
    low, high = 841, 1189
    for _ in range(int(series[1])):
        low, high = high // 2, low
    return float(low), float(high)


def motifs(words: str) -> tuple[Motif, ...]:
    """What is drawn on a page, in the order of the words."""
    found: dict[str, Motif] = {}
    words = BESIDE.sub(" ", words)
    for hit in _pattern().finditer(words):
        kind = _kinds()[hit.group().lower()]
        before = OWN.search(words[: hit.start()])
        own = re.split(r"[,.;:]|\b(?:over|on|in|and|with|of|at|behind|above|under)\b", before.group() if before else "")[-1]
        kind = KINDS[kind].get("large", kind) if LARGE.search(own) else kind
        colours = told_tones(own)
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


def told_tones(words: str) -> list[str]:
    """Every colour that words name, each as the word before it has it: "dark green"."""
    return [_shade(words[:start], colour.hex) for start, _, colour in colour_spans(words)]


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
