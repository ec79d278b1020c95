"""What words ask to be drawn, or how they ask letters to be shaped, and nothing on the page shows."""

from __future__ import annotations

import re

from diorama.language.charts import CHART, ROLES
from diorama.language.lettering_words import TABLE as WORDS
from diorama.language.pages.drawings import DRAWING, FLORAL, LINES, kinds, named, singular
from diorama.language.pages.grounds import GROUNDS
from diorama.language.pages.tones import without_colours
from diorama.language.texts.cues import is_text
from diorama.language.texts.inks import colour_spans
from diorama.typeset import TEMPLATES, Page
from diorama.typeset.art import KINDS

CHARTED = frozenset(ROLES.values())
ASKED = re.compile(
    rf"\b(?:{DRAWING}|photos?|photographs?)(?: of|:) (?P<of>[^,.;:]{{2,60}}?)"
    r"(?=\s*(?:[,.;:]|$)|\s(?:at|in|on|with|and|above|below|beneath|under|over|beside|behind|that|is)\b)"
    rf"|(?P<what>(?:\b(?!a\b|an\b|the\b|with\b|and\b|of\b|in\b|at\b|on\b|or\b|has\b|small\b|bottom\b|top\b|left\b|right\b"
    rf"|our\b|my\b|large\b|big\b|little\b|tiny\b|simple\b|line\b)[\w'-]+ ){{1,3}})"
    r"(?:illustration|drawing|icon|silhouette|motif|emblem|doodle|sketch|logo|pattern|border)s?\b", re.I,
)  # fmt: skip
PLAIN = re.compile(
    r"^(?:(?:an?|the|their|our|its|company|brand|own|app|club|thin|thick|fine|narrow|wide|simple|plain|elegant|modern|minimalist|clean|flat|vintage|retro|bold"
    r"|outline|line"
    r"|hand-drawn|decorative|ornate|ornamental|double|dashed|dotted|geometric|floral|subtle|faint|central|main|round|first|second|third)\s*)*$", re.I,
)  # fmt: skip
HAS = re.compile(
    r"(?:^|(?<=[.;:])|\b(?:with|featuring|features|showing|depicting|depicts"
    r"|put|draw|add|include|hanging from|hangs from|between|in front of|behind|holding|beside|and|sits? on"
    r"|sitting on|stands? on|standing on)|,)"
    r"\s+(?:an?|two|three|four|five|some|several|many) (?P<has>(?:(?!with\b|and\b|of\b|in\b|at\b|on\b|or\b|for\b|to\b)[\w'’-]+ ){0,3}?[\w'’-]+)"
    r"(?=\s*(?:[,.;:]|$)|\s(?:at|in|on|with|and|above|below|beneath|under|over|beside|behind|around|along|across|that|is|are|hanging|standing"
    r"|sitting|sits?|next|of)\b)", re.I,
)  # fmt: skip
"""What a page is said to have, or what is drawn on it to stand on."""
SHAPED = re.compile(
    r"\b(?:in an arch|(?:written |set |running )?vertically|mark(?:ed|ing)? the \d{1,2}(?:st|nd|rd|th)|small (?:capitals|caps)"
    r"|arched|curved|jagged(?! (?:mountains?|peaks?|rocks?|hills?))|watercolou?r|glitter(?:y|ing)?|foil|embossed|embroidered|stitched|gradient"
    r"|drop shadow|three-dimensional|3-?d|distressed|halftone|glowing"
    r"|perforated|torn edges?|curling)\b", re.I,
)  # fmt: skip
"""How letters, edges and drawings may be asked to be, and none is; but see `SHAPES_OF`."""
FIGURED = re.compile(r"[£$€]\s?\d[\d.,]*\d|\b\d{1,2}[:.]\d\d\b(?!\s*(?:mm|cm|m|x|×))")
"""Times and prices that stand in no text of the page."""
SHAPES_OF = {"ticket": ("perforated",)}
FORMED = {
    "vertical": r"(?:written |set |running )?vertically", "small_caps": r"small",
    "arched": r"arched|curved|in an? arch", "burst": r"jagged", "gradient": r"gradient", "noted": r"mark",
}  # fmt: skip
"""Forms of texts, and how the words for them begin."""
OF_PAGES = frozenset(WORDS["of_pages"]["nouns"])
"""Nouns of what pages have and of how they look: no drawings."""


def undrawn(words: str, page: Page) -> tuple[str, ...]:
    """What the words ask to be drawn and no drawing here shows, and the shapes of letters that none has, as written."""
    have = {one.kind for one in page.art} | set(filter(None, (page.border, page.pattern)))
    missing = []
    for told in ASKED.finditer(words):
        what = (told["of"] or told["what"]).strip()
        bare = "".join(rest for rest in without_colours(what))
        lined = any(re.search(word, what, re.I) for word in (*LINES.values(), *GROUNDS.values())) or FLORAL.search(what)
        if not (lined or _shown(what, have) or PLAIN.match(bare.strip())):
            missing.append(what)
    drawn = [hit.span() for hit in named().finditer(words) if _shown(hit.group(), have)]
    for told in HAS.finditer(words):
        noun = told["has"].split()[-1].lower()
        bears = re.match(r"[^,.;:]{0,24}? ;", words[told.end() :]) is not None
        bears = bears or any(a < told.end() and told.start("has") < b for a, b in drawn)
        if not (bears or _of_pages(noun) or _shown(told["has"], have) or any(told["has"] in other or other in told["has"] for other in missing)):
            missing.append(told["has"])
    made = SHAPES_OF.get(page.template, ())
    missing += [told.group() for told in FIGURED.finditer(words)]
    missing += [] if any(block.role in CHARTED for block in page.blocks) else [told.group() for told in CHART.finditer(words)]
    forms = {form for block in page.blocks for form in block.forms}
    if any(block.vertical for block in page.blocks) or page.vertical:
        forms |= {"vertical"}
    forms |= {"noted"} if page.template == "calendar" and any(block.role == "note" for block in page.blocks) else set()
    forms |= {"gradient"} if page.pattern == "gradient" else set()
    done = [word for form, word in FORMED.items() if form in forms]
    missing += [
        told.group() for told in SHAPED.finditer(words) if told.group().lower() not in made and not any(re.match(word, told.group(), re.I) for word in done)
    ]
    if len(FOREIGN.findall(words)) > 2 or len({word.lower() for word in ABROAD.findall(words)}) > 2:
        missing.append("what is told of colours and drawings in another language than English")
    return tuple(dict.fromkeys(missing))[:6]


ABROAD = re.compile(r"\b(?:avec|dans|fond|sur|une|les|titre|petit|grand|und|mit|auf|eine[mnr]?|groß|con|los|las|sobre|fondo|arriba|abajo)\b", re.I)
FOREIGN = re.compile(r"[\u0370-\u1fff\u3040-\u9fff\uac00-\ud7af]{2,}")
"""Words in scripts in which no looks are read."""


def _of_pages(noun: str) -> bool:
    """Whether a noun is of what any page has: a text, a page, a look."""
    return noun in OF_PAGES or noun in PAGES or noun.removesuffix("s") in PAGES or is_text(noun) or bool(colour_spans(noun))


THINGS = ("mug_print", "shirt_print", "box")
PAGES = frozenset(noun for made in TEMPLATES.values() if made.name not in THINGS for noun in made.nouns)


def _shown(what: str, have: set[str]) -> bool:
    """Whether a drawing of it is among those that the page has."""
    hits = [kinds()[singular(hit.group().lower())] for hit in named().finditer(what)]
    return any(kind in have or KINDS[kind].get("large") in have for kind in hits)
