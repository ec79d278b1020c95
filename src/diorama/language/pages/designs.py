"""How a page is to look, by the words that speak of it and of none of its texts: its colours, and what is drawn on it.

"a big orange sun over dark blue waves" → a sun and waves with their colours; "mint and coral", "a teal and burnt orange palette" → paper and accent
"""

from __future__ import annotations

import re

from diorama.language.pages.grounds import edging, ground_pattern
from diorama.language.pages.motifs import motifs
from diorama.language.pages.tones import asked_tones, background, free_tones, inked, lined_tones, told_tones
from diorama.language.pages.undrawn import undrawn
from diorama.typeset import TEMPLATES, Page
from diorama.typeset.art import KINDS
from diorama.typeset.palette import LARGE, contrast, luminance

CONTRAST = 1.25
"""Of an accent with its paper."""
DARK = 0.17
"""Luminance of a single tone that is told and is the page's ground, not its accent."""
FULL, PALE = 0.6, 0.7
"""Luminance up to which a tone is one of letters where another, from which on, is one of paper."""
INKED = frozenset(
    (
        "magazine_cover", "poster", "book_cover", "record_cover", "box", "label", "billboard", "invitation", "infographic", "menu", "slide",
        "shop_screen", "chat", "lock_screen", "dashboard",
        "feed", "settings", "ticket", "recipe_card", "calendar", "business_card", "magazine", "banner", "certificate", "shirt_print", "mug_print",
    )
)  # fmt: skip
"""Templates whose words on colours are the page's."""
SCREENS = frozenset(("chat", "lock_screen", "feed", "shop_screen", "dashboard", "settings", "slide"))
NIGHTLY = re.compile(r"\b(?:dark|night)[ -](?:mode|theme)\b|(?:^|,)\s*dark\s*(?=[:,;.]|$)", re.I)
CHILDISH = re.compile(r"\b(?:child(?:ren)?['’]?s?|kids?['’]?|boy['’]s|girl['’]s|toddler['’]?s?)\b[^.;]*\b(?:birthday|party)\b", re.I)
SIGNS = frozenset(("road_sign", "shop_sign", "chalkboard", "whiteboard", "price_tag", "plaque", "newspaper", "receipt", "museum_caption"))
DRAWN = frozenset(("comic",))
"""Templates whose drawings are told of, and whose colours are not the page's."""
POINTING = frozenset(("road_sign", "shop_sign"))
ARROWS = re.compile(r"\b(?:each |both |all )?(?:with )?(?:an? |its |their )?(?:own )?arrows?\b(?: (?:pointing|to the) \w+)?", re.I)


def designed(page: Page, words: str, without_fields: str | None = None) -> Page:
    """The page as `words` (its texts left out) have it look; what they leave open is its template's. What they ask for stays with it, so that what the page
    lacks of it is said. `without_fields`: the words less those of fields that single texts stand on, whose colours are not the page's."""
    without_fields = words if without_fields is None else without_fields
    said = without_fields
    if page.template == "sticky_notes":
        return page.model_copy(update={"undrawn": undrawn(words, page), "tones": asked_tones(words)})
    page = inked(page if page.paper else page.model_copy(update={"paper": background(said)}), said)
    made = _designed(page, said)
    made = made.model_copy(update={"accent": made.ink}) if made.ink and made.accent is None and contrast(made.ink, made.paper or "#ffffff") >= LARGE else made
    return made.model_copy(update={"undrawn": undrawn(words, made), "tones": asked_tones(words)})


def _designed(page: Page, words: str) -> Page:
    if page.template not in INKED:
        art = page.art or motifs(words, loose=page.template in DRAWN, drawn=page.template not in DRAWN | SIGNS, had=page.template in SIGNS)
        if not art and page.template in POINTING and ARROWS.search(words):
            art = tuple(one for one in motifs(words) if one.kind.startswith("arrow"))
        border, bordered = edging(words)
        told = {"border": border, "accent": page.accent or next(iter(bordered), None)} if border else {}
        if page.template in POINTING and ARROWS.search(words) and not any(one.kind.startswith("arrow") for one in art):
            art = (*art, *(one for one in motifs(words) if one.kind.startswith("arrow")))
        return page.model_copy(update={"art": art, **told})
    paper, accent = page.paper, page.accent
    if paper is None and page.template in SCREENS and NIGHTLY.search(words):
        paper = "#101418"
    border, bordered = edging(words)
    taken = [block.colour for block in page.blocks if block.colour]  # a single word for it, which is of its letters
    tones = [t for t in free_tones(words) if t != paper and t not in bordered and not (t in taken and told_tones(words).count(t) == 1)]
    lines = lined_tones(words)
    if len(tones) > 1 and tones[1] not in lines and luminance(tones[0]) < FULL < PALE < luminance(tones[1]):
        tones[:2] = tones[1::-1]  # "soft red and cream": red on cream
    tones = [*(t for t in tones if t not in lines), *(t for t in tones if t in lines)]
    if (
        tones
        and tones[0] not in lines
        and paper is None
        and page.template != "chat"
        and (len(tones) > 1 or luminance(tones[0]) < DARK or luminance(tones[0]) > 0.33)
    ):
        paper, tones = tones[0], tones[1:]
    if tones and accent is None and contrast(tones[0], paper or "#ffffff") >= CONTRAST:
        accent = tones[0]
    accent = accent or next(iter(bordered), None)
    art = page.art or motifs(words)
    if not art and TEMPLATES[page.template].layout == "cover" and not any(block.role == "picture" for block in page.blocks):
        named = motifs(" ; ".join(block.text for block in page.blocks if block.role == "title"))
        art = tuple(one for one in named if KINDS[one.kind]["layer"] in ("stands", "far"))  # a book on lighthouses has one on its cover
    blocks = page.blocks
    if page.template == "invitation" and CHILDISH.search(words):
        blocks = tuple(block.model_copy(update={"hand": block.hand or "rounded"}) if block.role == "title" else block for block in blocks)
    told = {"border": border, "pattern": ground_pattern(words)}
    return page.model_copy(update={"paper": paper, "accent": accent, "art": art, "blocks": blocks, **told})
