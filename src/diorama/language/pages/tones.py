"""The colours that words give a page: its ground, its letters, its accent."""

from __future__ import annotations

import re
from itertools import pairwise

from diorama.language.texts.inks import SHADES, colour_spans, shaded
from diorama.typeset import Page
from diorama.typeset.palette import on_paper

TONES = re.compile(
    r"\b(?:lines?|accents?|stripes?|borders?|rules?|bars?|bands?|strips?|ribbons?|headers?|palette|tones?|colou?rs?|scheme|shades?"
    r"|background|ground|theme)\b", re.I,
)  # fmt: skip
BOUND = re.compile(
    r"\s+(?!(?:and|with|on|lines?|accents?|stripes?|borders?|rules?|bars?|bands?|strips?|ribbons?|headers?|palette|tones?|colou?rs?|scheme|shades?|background|ground|theme|for"
    r"|throughout)\b)[a-z]", re.I,
)  # fmt: skip
"""After a colour that is a thing's and not the page's: "a red fox"."""
LETTERS = re.compile(r"\s+(?:[\w-]+\s+){0,2}?(?:letters?|lettering|capitals|type|script|text|chalk|ink|neon(?!\s+[a-z]))\b", re.I)
PLACES = r"(?:table|shelf|counter|bench|desk|floor|wall|windowsill|window sill|pavement|sidewalk|ground|street|door|post)"
BESIDE = re.compile(
    rf"(?:^|(?<=[.;]))\s*(?:an?|the|two|three|some)\s[^.;]*?\b(?:leans?|leaning|stands?|standing|lies|lying|sits?|sitting|rests?|resting|parked|propped)\s"
    rf"[^.;]*?\b(?:{PLACES}|beside it|next to it|in front of it|to (?:the|its) (?:left|right))\b[^.;]*"
    rf"|\bon (?:an?|the) (?:[\w-]+ )?{PLACES}\b[^.;]*", re.I,
)  # fmt: skip
"""What is told of where the page is, and of what is there beside it."""
ON_GROUND = re.compile(
    r"\b(?P<ink>(?:[\w-]+ ){1,2})(?:letters|lettering|text|type|writing|capitals|script|print|ink) on (?:an? |the )?(?P<ground>(?:[\w-]+ ){0,2}[\w-]+)", re.I,
)  # fmt: skip
"""Letters and what they stand on: "white letters on dark green"."""
GROUND_WITH = re.compile(
    r"(?:^|[,:;]\s*|\bin )(?:an? |all )?(?P<ground>(?:[\w-]+ ){0,2}[\w-]+) (?:with|and) (?:(?P<ink>(?:[\w-]+ ){1,3})"
    r"(?:letters|lettering|text|type|writing|capitals|script|ink)\b|(?:an? |the )?[\w-]+)", re.I,
)  # fmt: skip
"""The colour of a page told after its noun, and that of its letters: ", black with gold text", ", yellow with a black border"."""
ALL_INK = re.compile(
    r"\b(?:with|in) (?:all (?:the )?)?(?P<ink>(?:[\w-]+ ){1,3})(?:letters|lettering|text|type|writing|ink|print)\b(?=\s*(?:[.,]|$))(?!\s*$)", re.I,
)  # fmt: skip
"""The colour of all letters: "on cream paper with dark green lettering"."""
SAID_LAST = re.compile(r"\.\s+(?P<ground>(?:[\w-]+ )?[\w-]+) with (?P<ink>(?:[\w-]+ ){1,2})(?:letters|lettering|text|type)\s*(?=\.|$)", re.I)
"""The ground and the letters told in a sentence of their own: "Purple with yellow text."."""
ALONE_INK = re.compile(r"[,.]\s+(?:all )?(?P<ink>(?:[\w-]+ ){1,2})(?:letters|lettering|text|type)\s*(?=[,.]|$)", re.I)
"""The same told in a clause of its own: "coral background, white text"."""
AFTER_NOUN = re.compile(r"(?:^|[,:])\s*(?:all |an? )?(?P<ground>(?:[\w-]+ )?[\w-]+)\s*(?=[.,;:]|$)", re.I)
"""The colour of a page told alone: "coffee bag label, black.", "lock screen, dark blue:"."""
OF_THE_PAGE = re.compile(
    r"(?:^|[.;,:]|\b(?:on|in))\s+(?:an? |the )?(?P<ground>(?:[\w-]+ ){1,3})(?:card|board|page|poster|label|cover|sleeve|flyer|slide|sign|ticket|banner|screen)"
    r"(?=\s*(?:[,.;]|$)| with\b)", re.I,
)  # fmt: skip
"""The colour of what is printed, told of it alone: "Dark green card, cream type"."""
SAID_ALONE = re.compile(r"[.;]\s+(?P<ground>(?:[\w-]+ )?[\w-]+)(?=,\s)", re.I)
"""A colour that opens a sentence alone: "Warm orange, drawing of a croissant"."""
SHADED_OVER = re.compile(r"\bgradient (?:from|of) (?P<one>(?:[\w-]+ ){1,3})(?:to|and|into) (?P<other>(?:[\w-]+ ?){1,2})", re.I)
"""From which to which colour a page goes over."""
UNLIT = re.compile(r"\b(?:dark|night-?time) (?:background|backdrop|ground)\b|\bon (?:an? )?dark (?:background|ground)\b", re.I)
DARKNESS = "#14181d"
NOUN_TONES = "coffee chocolate cherry lemon olive honey wine mint peach"
"""Colours by names of what is sold: "a coffee label" is no brown one."""
OF_COLOUR = frozenset((
    "dark", "deep", "midnight", "inky", "light", "pale", "pastel", "soft", "bright", "matte", "all", "solid", "plain", "vivid", "warm",
    "gradient", "diamond", "triangle", "octagon", "oval", "round", "hexagon", "shield",
))  # fmt: skip


def inked(page: Page, words: str) -> Page:
    """The page with the tones of its ground and of all its letters, where the words give them together."""
    if page.paper is None and (lettered := ON_GROUND.search(words)):
        ink, ground = told_tones(lettered["ink"]), told_tones(lettered["ground"])
        if ink and ground:
            page = page.model_copy(update={"paper": ground[-1], "ink": page.ink or ink[-1]})
    opening = words.split(" ; ")[0]
    for told in GROUND_WITH.finditer(opening):
        tone = _only_tone(told["ground"])
        if tone and page.paper in (None, tone):
            inks = told_tones(told["ink"] or "")
            page = page.model_copy(update={"paper": tone, "ink": page.ink or (inks[-1] if inks else None)})
    for told in SAID_LAST.finditer(words):
        tone, inks = _only_tone(told["ground"]), told_tones(told["ink"])
        if tone and inks and page.paper is None:
            page = page.model_copy(update={"paper": tone, "ink": page.ink or inks[-1]})
    page = _on_tone(_of_itself(page, words), opening)
    if BLACK_AND_WHITE.search(opening):
        page = page.model_copy(update={"paper": "#ffffff", "ink": "#161616", "accent": "#161616"})
    for told in AFTER_NOUN.finditer(words if len(opening) < 12 else opening):
        if (tone := _only_tone(told["ground"])) and (page.paper is None or page.paper in told_tones(NOUN_TONES)):
            page = page.model_copy(update={"paper": tone})
            break
    if page.ink is None and (told := ALL_INK.search(opening) or ALONE_INK.search(words)) and (inks := told_tones(told["ink"])):
        page = page.model_copy(update={"ink": inks[-1]})
    return page


def _of_itself(page: Page, words: str) -> Page:
    """The page with the tones that are told of it as such, anywhere in its words."""
    if page.paper is not None:
        return page
    if (over := SHADED_OVER.search(words)) and (ones := told_tones(over["one"])) and (others := told_tones(over["other"])):
        return page.model_copy(update={"paper": ones[-1], "accent": page.accent or others[-1]})
    told = [tone for form in (OF_THE_PAGE, SAID_ALONE) for m in form.finditer(words) if (tone := _only_tone(m["ground"]))]
    return page.model_copy(update={"paper": told[0]}) if told else page


BLACK_AND_WHITE = re.compile(
    r"\bblack(?: and | & |-and-)white\b(?!,? (?:photo|picture|image|portrait|drawing|illustration|film|shot|movie|stripe|check|tile|line|cat|dog|cow"
    r"|border|frame|background|striped|checked|pattern)|[^.;]{0,24}\b(?:too|as well)\b)", re.I,
)  # fmt: skip
"""How a page is printed: ink on white paper."""


def _on_tone(page: Page, opening: str) -> Page:
    """The page with the tones of "dark green on ivory", told before its first text of nothing else."""
    spans = colour_spans(opening)
    for (a, b, ink), (c, d, ground) in pairwise(spans):
        shade = OF_GROUND.fullmatch(opening, b, c)
        if shade is None or page.ink or BOUND.match(opening, d):
            continue
        paper = shaded(opening[:c], on_paper(ground.name, ground.hex))
        if page.paper in (None, paper):
            page = page.model_copy(update={"paper": paper, "ink": shaded(opening[:a], on_paper(ink.name, ink.hex))})
    return page


OF_GROUND = re.compile(r"\s+on\s+(?:an?\s+)?(?:(?:dark|deep|pale|light|pastel|bright|soft|matte|plain)\s+)?", re.I)
BACKGROUND = re.compile(
    r"(?P<before>(?:[\w-]+ ){1,3})(?:background|backdrop|wallpaper|gradient)\b|\b(?:background|backdrop)(?: colou?r)?(?: is| in|:)?(?: an?"
    r"| all)? (?P<after>(?:[\w-]+ ?){1,3})", re.I,
)  # fmt: skip
"""The background's colour: "a light blue background", "background burnt orange"."""


def background(words: str) -> str | None:
    """The tone that words give the background, wherever they do."""
    for told in BACKGROUND.finditer(words):
        before, after = told["before"] or "", told["after"] or ""
        tones = [t for a, b, c in colour_spans(before) if not before[b:].strip() for t in (shaded(before[:a], on_paper(c.name, c.hex)),)]
        tones = tones or [
            t for a, _, c in colour_spans(after) if set(after[:a].lower().split()) <= OF_COLOUR for t in (shaded(after[:a], on_paper(c.name, c.hex)),)
        ]
        if tones:
            return tones[-1] if before else tones[0]
    return DARKNESS if UNLIT.search(words) else None


def _only_tone(what: str) -> str | None:
    """The colour that words name and nothing else."""
    rest = " ".join(without_colours(what)).lower().split()
    tones = told_tones(what)
    return tones[0] if len(tones) == 1 and all(word in OF_COLOUR for word in rest) else None


def asked_tones(words: str) -> tuple[tuple[str, str], ...]:
    """Every colour that words ask of a page, each with what is of it: "yellow header"; not those of what is there beside it."""
    about = [m.span() for m in BESIDE.finditer(words)]
    found: dict[str, str] = {}
    for start, end, colour in colour_spans(words):
        if any(a <= start < b for a, b in about) or words[start - 1 : start] == "-" or words[end : end + 1] == "-":
            continue  # "grey-brown" is neither
        shade = SHADES.search(words[:start])
        of = OF_IT.match(words, end)
        what = words[shade.start() if shade else start : end] + (of.group() if of else "")
        found.setdefault(what.strip(), shaded(words[:start], on_paper(colour.name, colour.hex)))
    return tuple(found.items())[:24]


OF_IT = re.compile(r"(?: (?!with\b|and\b|on\b|in\b|at\b|of\b|or\b|the\b|to\b|for\b|from\b|over\b|behind\b|across\b|along\b)[a-z][\w-]*)", re.I)


def without_colours(what: str) -> list[str]:
    """The pieces of a text between its words for colours."""
    pieces, kept = [], 0
    for start, end, _ in colour_spans(what):
        pieces.append(what[kept:start])
        kept = end
    return [*pieces, what[kept:]]


def free_tones(words: str) -> list[str]:
    """Colours that are told of no thing."""
    out: list[str] = []
    for start, end, colour in colour_spans(words):
        after = words[end:]
        if (TONES.search(after[:24]) or not BOUND.match(after)) and not LETTERS.match(after):
            out.append(shaded(words[:start], on_paper(colour.name, colour.hex)))
    return list(dict.fromkeys(out))


OF_LINES = re.compile(r"\s+(?:[\w-]+\s)?(?:bars?|strips?|stripes?|lines?|rules?|bands?)\b", re.I)


def lined_tones(words: str) -> set[str]:
    """Colours that are told of lines and bars: no ground is of them."""
    return {shaded(words[:start], on_paper(c.name, c.hex)) for start, end, c in colour_spans(words) if OF_LINES.match(words, end)}


def told_tones(words: str) -> list[str]:
    """Every colour that words name, each as the word before it has it: "dark green"."""
    return [shaded(words[:start], on_paper(colour.name, colour.hex)) for start, _, colour in colour_spans(words)]
