"""A document with nothing left open: each page its size, palette, layout and drawings, each block as it is set."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typst

from diorama.typeset import art
from diorama.typeset.blocks import FILLED, SPOKEN, Files, lowered_block
from diorama.typeset.faces import faceless
from diorama.typeset.model import RULES, Block, Document, Page, turn_of
from diorama.typeset.months import month
from diorama.typeset.ornaments import BOTANIC, VEHICLES, adorn, apart, arrow_of_rows, has_icons, route_of
from diorama.typeset.palette import LARGE, TEXT, contrast, distance, ink_on, ink_on_button, legible, luminance, mixed
from diorama.typeset.templates import Template, template
from diorama.typeset.typesetter import PROGRAM, asked_of

ALIKE = 0.09
"""How far two colours may be from each other and still be called by one word: the largest difference of a channel, 0 to 1."""
SQUARE = frozenset(("round", "diamond", "octagon", "triangle"))
"""Outlines of pages as wide as they are high."""
CUT = {"diamond": 3.2, "triangle": 3.4, "octagon": 1.6, "hexagon": 1.9, "shield": 2.0}
"""Times its margin that a page of such an outline has."""
ROUNDED = 2.2
"""Times its margin that an oval page has."""
BORDERED = 1.25
"""Times its margin that a page has inside a border that was asked for."""
WIDE = 0.13
"""A margin in which a border has room as it is."""
DRESSED = 1.5
"""The same inside one of drawings."""
DRAWING = frozenset(("cover", "calendar", "comic", "shop", "news"))
"""Layouts with room for a drawing of their own."""
QUIETLY = 0.16
"""How much of the accent a pattern of the ground has."""
SHAPES = 64
"""What a page's turn is divided by for its shapes, so that they go with no one palette."""
EVENED = (0.75, 0.5, 0.3)
"""Powers to which the ratio of two sizes may be taken on a page in a picture."""
SUNNY = {"sun": "#f2a33a", "moon": "#f2e3b3"}
"""Colours of what shines in a comic, whose accent is its air."""
ONE_PANEL = (250.0, 180.0)
STRIPS = {1: (210.0, 200.0), 2: (260.0, 140.0), 3: (330.0, 135.0)}
"""The size of a comic of so many panels; more of them fill a page."""
GROUNDS = (("#20262e", "#f6f1e6", "#e3a63b"), ("#fbf7ee", "#22242a", "#b2402e"))
"""Paper, ink and accent where no palette suits the colour that letters are asked in."""
NIGHT = frozenset(("moon", "full_moon", "stars"))
"""Drawings of a dark sky."""


def lower(document: Document, pictures: Sequence[Path] = (), *, seen: bool = False) -> tuple[dict[str, Any], list[list[str]]]:
    """A document with nothing left open, as the typesetter reads it; and notes for each page. `seen`: as it is set on a thing of a picture, where the frame
    leaves few pixels for it: its texts are nearer in size to each other."""
    files = Files(pictures)
    pages, notes = [], []
    for page in settled(document).pages:
        made, said = _page(page, document.language, files, not seen)
        if seen:
            made = _evened(made)
        pages.append(made)
        notes.append(said)
    return {"pages": pages}, notes


def settled(document: Document) -> Document:
    """A document whose pages know their palettes and shapes; slides of one document share theirs."""
    series: dict[str, int] = {}
    pages = []
    for page in document.pages:
        turn = turn_of(page)
        if template(page.template).series:
            turn = series.setdefault(page.template, turn) if page.turn is None else turn
        pages.append(page.model_copy(update={"turn": turn}))
    return document.model_copy(update={"pages": tuple(pages)})


def _page(page: Page, language: str, files: Files, flat: bool = True) -> tuple[dict[str, Any], list[str]]:
    made, page = template(page.template), _in_order(page)
    width, height = page.size or _sized(page, made)
    paper, ink, accent = _colours(page, made)
    layout = made.drawn_layout if made.drawn_layout and any(one.kind not in BOTANIC for one in page.art) else made.layout
    base = made.base * min(width / made.size[0], height / made.size[1]) if page.size else made.base
    tones = {"ink": ink, "accent": accent, "muted": legible(mixed(ink, paper, 0.35), paper), "paper": paper, "on-accent": ink_on_button(accent)}
    said: list[str] = []
    said += [f"no face here has {script} letters: they are set as empty boxes" for script in faceless("".join(page.strings()))]
    untold = any(block.chart and block.chart.shown and not any(block.chart.shown) for block in page.blocks)
    said += ["no numbers are told for the chart: its heights are made up"] if untold else []
    said += [f"a field stands for the photograph of {block.picture}" for block in page.blocks if block.role == "picture" and block.picture and not files.left]
    said += [f"“{what}” is asked for and nothing here makes it: it is left out" for what in page.undrawn]
    if not has_icons() and any("glyph" in art.KINDS[one.kind] for one in page.art if one.kind in art.KINDS):
        said.append(f"line icons are left out: {art.FACE} is not installed")
        page = page.model_copy(update={"art": tuple(one for one in page.art if "glyph" not in art.KINDS[one.kind])})
    layout = "stack" if layout == "calendar" and any(b.role == "menu" for b in page.blocks) else layout  # a week, and no month
    route, shown = route_of(page), [page.border, page.pattern]
    pointed = arrow_of_rows(page)
    if pointed:
        shown.append(pointed)
        page = page.model_copy(update={"art": tuple(one for one in page.art if one.kind != pointed)})
    seal = next((one.colour for one in page.art if one.kind == "ribbon_seal" and one.colour), tones["accent"])
    if page.template == "certificate":  # it has a seal of its own
        shown.append("ribbon_seal")
        page = page.model_copy(update={"art": tuple(one for one in page.art if one.kind != "ribbon_seal")})
    if layout == "comic":
        page = page.model_copy(update={"art": tuple(one.model_copy(update={"colour": one.colour or SUNNY.get(one.kind)}) for one in page.art)})
    link = next((one for one in page.art if route and (one.kind in VEHICLES or one.kind == "arrow")), None)
    if link:  # it is between the two
        shown.append(link.kind)
        page = page.model_copy(update={"art": tuple(one for one in page.art if one is not link)})
    sprigs = made.decor == "sprigs" and bool(page.art) and not page.border and all(one.kind in BOTANIC and one.at is None for one in page.art)
    beside = [] if sprigs else [one for one in page.art if layout not in DRAWING or layout == "cover" and apart(one, page)]
    layout = "stack" if layout == "cover" and beside and len(beside) == len(page.art) and not any(b.role == "picture" for b in page.blocks) else layout
    layout = "stack" if layout == "cover" and not page.art and not any(b.role == "picture" for b in page.blocks) else layout
    chat = [block.colour for block in page.blocks if block.role in ("message", "reply") and block.colour]
    if made.layout == "chat" and not page.paper and any(distance(one, paper) < ALIKE for one in chat):
        paper = mixed(paper, ink, 0.1)  # a wall on which white bubbles are seen
        tones["paper"] = paper
    drawn = art.lowered(page.model_copy(update={"art": tuple(one for one in page.art if one not in beside)}), tones, (page.turn or 0) // SHAPES)
    adorned = adorn(beside, page, tones, min(width, height) * (1.6 if layout == "infographic" else 1.0), (page.turn or 0) // SHAPES)
    blocks = [lowered_block(block, page, made, base, tones | {"ground": drawn["ground"]}, language, files, said) for block in page.blocks]
    return {
        "w": width, "h": height, "m": made.margin * min(width, height) * _widened(page, made) * (CUT.get(page.shape, ROUNDED) if page.shape else 1.0),
        "route": route, "link": art.seen(link.kind if link else "arrow", tones["accent"]), "layout": layout,
        "decor": "none" if page.border or page.shape or any("bar" in block.forms for block in page.blocks) or layout != made.layout or made.decor == "sprigs" and adorned else made.decor,
        "border": art.seen(page.border, art.edge(page, tones)) if page.border else None,
        "pattern": art.seen(page.pattern, mixed(paper, accent, QUIETLY)) if page.pattern else None,
        "sink": made.sink, "grow": _grown(page, made, layout), "bare": made.bare and not (flat and page.paper),
        "stands": made.stands, "post": made.post, "vertical": page.vertical, "columns": page.columns,
        "shape": page.shape, "month": month((*page.strings(), *([page.month] if page.month else []))), "art": drawn, "even": False,
        "seal": seal, "single": page.single,
        "shown": [*filter(None, shown), *([one.kind for one in page.art] if sprigs else [])],
        "told": bool(page.art), "on": tones["on-accent"], **tones, "blocks": [{**b, "orn": adorned.get(k), "arrow": pointed} for k, b in enumerate(blocks)],
    }, list(dict.fromkeys(said))  # fmt: skip


def _evened(page: dict[str, Any]) -> dict[str, Any]:
    """A page whose small texts are nearer to its largest, by as much as makes its smallest letters largest: the ratio of two sizes is taken to a power."""
    most = max((block["size"] for block in page["blocks"]), default=1.0)
    if len(page["blocks"]) < 2:
        return {**page, "even": True}
    made = [
        {**page, "even": True, "blocks": [{**b, "fill": min(b["fill"], 1.0), "size": most * (b["size"] / most) ** power} for b in page["blocks"]]}
        for power in EVENED
    ]
    return max(made, key=smallest)


def smallest(page: dict[str, Any]) -> float:
    """The size of the smallest letters that are set on a page, points."""
    asked = asked_of({"pages": [page]})
    return min(json.loads(typst.query(str(PROGRAM), "<set>", field="value", **asked)), default=0.0)


def _sized(page: Page, made: Template) -> tuple[float, float]:
    """The template's size; a receipt is as long as its rows, and what runs from top to bottom stands upright."""
    width, height = made.size
    if (page.vertical or any(block.vertical and block.role == "title" for block in page.blocks)) and width > height:
        return height, width
    if page.shape in SQUARE:
        return min(width, height), min(width, height)
    rows = sum(max(1, len(block.entries)) for block in page.blocks)
    if made.layout == "comic":
        panels = sum(block.role in SPOKEN or block.role == "caption" and not (block.at or "").startswith("bottom") for block in page.blocks)
        panels = max((block.panel for block in page.blocks if block.panel), default=panels)
        return ONE_PANEL if page.single and panels > 1 else (width, height) if panels > 3 else STRIPS[max(panels, 1)]
    if made.name == "infographic" and rows < 8 and any("abreast" in block.forms for block in page.blocks):
        return width, width * 1.3
    sides = [sum(max(1, len(block.entries)) for block in page.blocks if block.at == side) for side in ("left", "right")]
    if made.name == "menu" and all(sides) and max(sides) < 7:
        return width, width * (0.5 + 0.1 * max(sides))
    if made.name == "menu" and rows < 5:
        return width, width * (0.42 + 0.16 * rows)
    return (width, min(height * 3, max(width * 0.9, width * (0.5 + 0.13 * rows)))) if made.layout == "receipt" else (width, height)


def _colours(page: Page, made: Template) -> tuple[str, str, str]:
    """Paper, ink and accent: what is asked for, the rest from a palette taken by the words; made legible."""
    turn = page.turn or 0
    palettes = [tones for tones in made.palettes if luminance(tones[0]) < 0.2] if any(one.kind in NIGHT for one in page.art) else []
    palettes = palettes or list(made.palettes)
    paper, ink, accent = palettes[turn % len(palettes)]
    asked = [block.colour for block in page.blocks if block.colour and block.role not in FILLED and not block.ground]
    if page.paper:
        paper = page.paper
    elif asked and not made.bare and made.layout != "comic":  # the letters have the colour that was asked for: the paper is one on which they can
        papers = [*made.palettes[turn % len(made.palettes) :], *made.palettes, *GROUNDS]
        paper, ink, accent = max(papers, key=lambda tones: min(LARGE, *(contrast(one, tones[0]) for one in asked)))
    if page.paper:
        ink = ink if contrast(ink, paper) >= TEXT else ink_on(paper)
    if made.layout == "ticket" and page.paper and not page.accent:
        accent = mixed(page.paper, ink, 0.72)  # the stub is of its paper's hue
    ink, accent = page.ink or ink, page.accent or accent
    return paper, legible(ink, paper), legible(accent, paper, LARGE)


def _grown(page: Page, made: Template, layout: str) -> float:
    """Times its size up to which a page's text may grow: of a cover of nothing but a quotation, further."""
    alone = layout == "stack" and made.layout == "cover" and not any(b.role == "title" for b in page.blocks)
    return max(made.grow, 3.0) if alone else made.grow


def _in_order(page: Page) -> Page:
    """The page with its blocks as they stand, its drawings still below the same ones."""
    blocks = _topped(page.blocks)
    place = {id(block): k for k, block in enumerate(blocks)}
    moved = lambda one: one.under if one.under is None or one.under >= len(page.blocks) else place[id(page.blocks[one.under])]  # noqa: E731
    return page.model_copy(update={"blocks": blocks, "art": tuple(one.model_copy(update={"under": moved(one)}) for one in page.art)})


def _topped(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """What the words put at the top comes before a title that they put nowhere."""
    first = next((k for k, block in enumerate(blocks) if block.role == "title"), None)
    if first is None or blocks[first].at is not None:
        return blocks
    ears = ("subtitle", "body", "kicker", "caption", "author")
    over = [block for block in blocks[first + 1 :] if block.at == "top" and "bar" not in block.forms and block.role in ears]
    return (*blocks[:first], *over, *(block for block in blocks[first:] if block not in over))


def _widened(page: Page, made: Template) -> float:
    """Times its margin that a page has for its border."""
    return 1.0 if not page.border or made.margin > WIDE else BORDERED if page.border in RULES else DRESSED
