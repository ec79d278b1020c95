"""Document → files. Lowering gives each block its size, face and colour; Typst (`press.typ`) sets it, text as data and never as code."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import typst

from diorama.errors import EngineError, RequestError
from diorama.typeset import art, brand
from diorama.typeset.faces import PLAIN, faceless, families, folders, lacking
from diorama.typeset.model import RULES, Block, Document, Entry, Motif, Page, strings_of, turn_of
from diorama.typeset.months import month
from diorama.typeset.palette import LARGE, TEXT, contrast, distance, ink_on, ink_on_button, legible, luminance, mixed
from diorama.typeset.templates import ROLES, Template, template

FORMATS = ("png", "svg", "pdf")
PROGRAM = Path(__file__).parent / "press.typ"
HEADS = frozenset(("kicker", "title", "subtitle", "date"))
REACHING = frozenset(("script", "blackletter", "brush", "handwritten", "chalk", "neon"))
"""Hands whose strokes reach far above and below their small letters."""
WHOLE = frozenset(("script", "blackletter", "brush", "chalk", "handwritten"))
"""Hands in which a short title stands on one line."""
SPOKEN = frozenset(("balloon", "message", "reply"))
"""Roles whose picture is of who speaks."""
FIGURES = frozenset(("date", "time", "price", "number"))
MASTHEAD = 34
"""Characters of a newspaper's name that stand on one line."""
UNBROKEN = 40
"""Characters of the longest words that are measured, so that none is wider than its column."""


@dataclass(frozen=True)
class Sheet:
    """One page as it is set: its size in millimetres, and what could not be had as asked."""

    width: float
    height: float
    notes: tuple[str, ...]


def press(document: Document, format: Literal["png", "svg", "pdf"] = "png", *, long_side: int = 1600, pictures: Sequence[Path] = ()) -> list[bytes]:
    """Set a document: one file a page, or one PDF of all. `long_side` is in pixels, for PNG.

    `pictures` are files for the picture blocks, in their order. Raises RequestError for an unknown format, EngineError where the typesetter fails.
    """
    if format not in FORMATS:
        raise RequestError(f"cannot set {format!r}", where="format", hint="one of " + ", ".join(FORMATS))
    data, _ = lower(document, pictures)
    if format == "png":  # each page as large as was asked: a label beside a billboard is no thumbnail
        return [file for page in data["pages"] for file in _compiled({"pages": [page]}, "png", ppi=long_side / (max(page["w"], page["h"]) / 25.4))]
    return _compiled(data, format)


def _compiled(data: dict[str, Any], format: Literal["png", "svg", "pdf"], **resolution: Any) -> list[bytes]:
    options: dict[str, Any] = {**_asked(data), **resolution}
    try:
        made = typst.compile(str(PROGRAM), format=format, **options)
    except typst.TypstError as wrong:
        raise EngineError(f"the typesetter failed: {wrong}", where="typst") from None
    return list(made) if isinstance(made, list) else [made]


@dataclass(frozen=True)
class Spot:
    """Where a text stands on its page: shares of its width and height, from its upper left corner."""

    block: int
    row: int
    """Of a list's or a menu's entries; -1 is the block's own text."""
    x0: float
    y0: float
    x1: float
    y1: float


def spots(document: Document) -> list[list[Spot]]:
    """Of each page, where its texts stand: from the first line's upper edge to the last one's lower, and from where its column begins."""
    data, _ = lower(document)
    asked: dict[str, Any] = _asked(data)
    asked["sys_inputs"] = {**asked["sys_inputs"], "spots": "yes"}
    found = json.loads(typst.query(str(PROGRAM), "<spot>", field="value", **asked))
    pages: list[dict[tuple[int, int], list[tuple[float, float]]]] = [{} for _ in data["pages"]]
    for block, row, end, page, x, y, size in found:
        below, above = (0.3, 0.0) if end else (0.0, 0.85)
        pages[page - 1].setdefault((block, row), []).append((x, y + size * (below - above)))
    return [
        [_spot(*key, points, sheet["w"] / MM, sheet["h"] / MM) for key, points in sorted(one.items())]
        for one, sheet in zip(pages, data["pages"], strict=True)
    ]


MM = 25.4 / 72
"""Millimetres in a point."""


def _spot(block: int, row: int, points: list[tuple[float, float]], width: float, height: float) -> Spot:
    xs, ys = zip(*points, strict=True)
    share = lambda value, whole: round(min(max(value / whole, 0.0), 1.0), 4)  # noqa: E731
    return Spot(block, row, share(min(xs), width), share(min(ys), height), share(max(xs), width), share(max(ys), height))


def _asked(data: dict[str, Any]) -> dict[str, Any]:
    """What the typesetter is started with: the document as data, and the fonts that it names."""
    used = used_faces(data["pages"])
    fonts = [str(folder) for folder in folders(used)]
    return {
        "root": str(Path(*PROGRAM.parts[:1])), "font_paths": fonts, "ignore_system_fonts": True,
        "sys_inputs": {"document": json.dumps(data, ensure_ascii=False)},
    }  # fmt: skip


def used_faces(pages: Sequence[dict[str, Any]]) -> set[str]:
    """The families that lowered pages are set in, and that of their line icons."""
    drawn = {art.FACE} if any(art.icons(page) for page in pages) else set()
    return drawn | {family for page in pages for block in page["blocks"] for family in block["face"]}


def sheets(document: Document, pictures: Sequence[Path] = ()) -> list[Sheet]:
    """What `press` makes of each page: its size, and notes on what is set otherwise than asked."""
    data, notes = lower(document, pictures)
    made = zip(document.pages, data["pages"], notes, strict=True)
    return [Sheet(page["w"], page["h"], tuple((*said, *_unshown(asked, page)))) for asked, page, said in made]


ALIKE = 0.09
"""How far two colours may be from each other and still be called by one word: the largest difference of a channel, 0 to 1."""
PAINTED = re.compile(r"#[0-9a-f]{6}")


def _unshown(asked: Page, page: dict[str, Any]) -> list[str]:
    """What of the drawings and the colours that a page is asked to have is not on it as it is set."""
    said = []
    if asked.art:
        done = set(json.loads(typst.query(str(PROGRAM), "<drawn>", field="value", **_asked({"pages": [page]}))))
        done |= {kind for kind, alone in art.ALONE.items() if alone in done} | set(page["shown"])
        said = [f"its layout has no room for “{one.kind.replace('_', ' ')}”: it is not drawn" for one in asked.art if one.kind not in done]
    if asked.tones:
        pale = page["layout"] == "notes"
        painted = set(PAINTED.findall(_compiled({"pages": [page]}, "svg")[0].decode()))
        shown = lambda tone: any(distance(one, other) <= ALIKE for other in painted for one in _seen(tone, pale))  # noqa: E731
        said += [f"nothing on the page is “{words}”" for words, tone in asked.tones if not shown(tone)]
    return said


def _seen(tone: str, pale: bool) -> tuple[str, ...]:
    """A tone as it may be painted: notes are paler than they are told."""
    return (tone, mixed(tone, "#ffffff", 0.5)) if pale else (tone,)


def lower(document: Document, pictures: Sequence[Path] = (), *, seen: bool = False) -> tuple[dict[str, Any], list[list[str]]]:
    """A document with nothing left open, as the typesetter reads it; and notes for each page. `seen`: as it is set on a thing of a picture, where the frame
    leaves few pixels for it: its texts are nearer in size to each other."""
    files = _Files(pictures)
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


def _page(page: Page, language: str, files: _Files, flat: bool = True) -> tuple[dict[str, Any], list[str]]:
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
    route, shown = _route(page), [page.border, page.pattern]
    pointed = _pointed(page)
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
    beside = [] if sprigs else [one for one in page.art if layout not in DRAWING or layout == "cover" and _apart(one, page)]
    layout = "stack" if layout == "cover" and beside and len(beside) == len(page.art) and not any(b.role == "picture" for b in page.blocks) else layout
    layout = "stack" if layout == "cover" and not page.art and not any(b.role == "picture" for b in page.blocks) else layout
    chat = [block.colour for block in page.blocks if block.role in ("message", "reply") and block.colour]
    if made.layout == "chat" and not page.paper and any(distance(one, paper) < ALIKE for one in chat):
        paper = mixed(paper, ink, 0.1)  # a wall on which white bubbles are seen
        tones["paper"] = paper
    drawn = art.lowered(page.model_copy(update={"art": tuple(one for one in page.art if one not in beside)}), tones, (page.turn or 0) // SHAPES)
    adorned = _adorned(beside, page, tones, min(width, height) * (1.6 if layout == "infographic" else 1.0), (page.turn or 0) // SHAPES)
    blocks = [_block(block, page, made, base, tones | {"ground": drawn["ground"]}, language, files, said) for block in page.blocks]
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


class _Files:
    """Pictures for the picture blocks, in their order."""

    def __init__(self, pictures: Sequence[Path]):
        self.left = [str(path.resolve()) for path in pictures]

    def next(self) -> str:
        return self.left.pop(0) if self.left else ""


def _evened(page: dict[str, Any]) -> dict[str, Any]:
    """A page whose small texts are nearer to its largest, by as much as makes its smallest letters largest: the ratio of two sizes is taken to a power."""
    most = max((block["size"] for block in page["blocks"]), default=1.0)
    if len(page["blocks"]) < 2:
        return {**page, "even": True}
    made = [
        {**page, "even": True, "blocks": [{**b, "fill": min(b["fill"], 1.0), "size": most * (b["size"] / most) ** power} for b in page["blocks"]]}
        for power in EVENED
    ]
    return max(made, key=_smallest)


def _smallest(page: dict[str, Any]) -> float:
    """The size of the smallest letters that are set on a page, points."""
    asked = _asked({"pages": [page]})
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


def _block(block: Block, page: Page, made: Template, base: float, tones: dict[str, str], language: str, files: _Files, said: list[str]) -> dict[str, Any]:
    role, number = ROLES[block.role], page.blocks.index(block)
    own = block.hand or page.hand
    heavy = own == "bold" and made.hand in FACED
    own = made.hand if heavy else own
    hand = own or (made.title_hand if role.face == "title" and not (made.layout == "news" and block.role == "heading") else "serif" if role.face == "quote" else made.hand)
    if own and not page.face and (lack := lacking(own)):
        said.append(lack)
    strings = list(strings_of(block))
    if page.face and (lack := brand.lacking(page.face, "".join(strings))):
        said.append(lack)
    rtl = _right_to_left("".join(strings))
    reaching = (hand in REACHING and not page.face) or any("\u0590" <= c <= "\u0fff" or "\u1ea0" <= c <= "\u1ef9" for text in strings for c in text)
    signed = block.role == "author" and made.author_scale > 1
    if block.role == "footer" and made.layout == "cover" and block.at:  # what a poster tells at its foot is read from afar
        role = replace(role, size=role.size * (1.35 if block.scale <= 1 else 2.0), colour="ink", weight=500)
    colour = block.colour or tones["ink" if signed else role.colour]
    if block.role == "badge" and block.colour and not block.ground:  # what is told of a seal is its field's
        tones = tones | {"accent": block.colour, "on-accent": ink_on_button(block.colour)}
        block = block.model_copy(update={"ground": block.colour, "colour": None})
    field = next((form for form in block.forms if form in FIELDS), "badge" if block.role == "badge" else None)
    fill = block.ground or (tones["accent"] if field not in (None, *LINED) else None)
    under = fill or tones["paper"]
    if made.layout == "notes" and fill:
        fill = mixed(fill, "#ffffff", 0.5)  # such paper is pale
    if field and fill:
        colour = block.colour or ink_on_button(fill)
    bent = "arched" in block.forms and _bends(block.text)
    if bent and block.colour:  # no outline follows an arc
        colour = legible(colour, under, LARGE)
    said += [f"“{block.text}” is not set on an arc: its letters join, or it has several lines"] if "arched" in block.forms and not bent else []
    if block.role in ("message", "reply") and block.colour:  # what is told of a message is its bubble's
        tones, colour = tones | {"on-accent": ink_on_button(block.colour)}, ink_on_button(block.colour)
    return {
        "n": number, "orn": None, "small": block.scale < 1, "tiny": block.scale < TINY, "loud": block.scale > 1, "upright": block.vertical,
        "who": block.picture if block.role in SPOKEN else None, "bubble": block.colour if block.role in ("message", "reply") else None,
        "role": block.role, "text": block.text, "entries": [_row(e, tones["on-accent"]) for e in block.entries], "table": block.table.model_dump() if block.table else None,
        "chart": block.chart.model_dump() if block.chart else None, "file": files.next() if block.role == "picture" else "",
        "face": [*([page.face] if page.face else []), *families(hand, "".join(strings))],
        "size": base * role.size * block.scale * _alone(block, made) * (0.6 if block.role == "title" and block.scale < 1 else 1.0) * _scale(block.role, made, signed, block.scale > 1), "weight": 700 if hand == "bold" or heavy else min(role.weight, 500) if made.quiet and block.role in QUIET else role.weight,
        "slant": "italic" if hand == "italic" else role.slant, "asked": block.colour is not None, "forms": [form for form in block.forms if form != "arched" or bent], "field": None if field == "badge" else field,
        "fill-of": fill, "line-of": block.ground or tones["ink"], "panel": block.panel,
        "colour": colour if made.bare or block.colour or bent or field and fill else legible(colour, tones["paper"], LARGE), "muted": tones["muted"], "accent": tones["accent"],
        "grounded": block.colour or (colour if field and fill else legible(colour, tones["ground"])), "outline": None if made.bare else _outline(block, under),
        "outline-grounded": _outline(block, under if field and fill else tones["ground"]),
        "on-accent": tones["on-accent"], "ink-on": ink_on(block.colour or tones["paper"]), "ink": tones["ink"], "paper": tones["paper"], "upper": False, "bullets": made.bullets, "fill": made.title_fill if block.role == "title" and block.scale >= 1 else 1.0, "track": role.track,
        "lead": role.lead * (0.3 if reaching else 1.0), "before": role.before * (PARTED if made.quiet and block.role in QUIET else 1.0),
        "align": block.align or _side(block) or _centred(block, page) or _start(made.head_align if block.role in HEADS and not (made.layout == "news" and block.role == "subtitle") else made.align, rtl), "at": block.at,
        "zone": made.zones or _zone(block, page, role.zone), "lang": language,
        "rtl": rtl, "reaching": reaching, "words": [block.text] if _unbroken(block, made, hand) else _longest(strings),
    }  # fmt: skip


def _grown(page: Page, made: Template, layout: str) -> float:
    """Times its size up to which a page's text may grow: of a cover of nothing but a quotation, further."""
    alone = layout == "stack" and made.layout == "cover" and not any(b.role == "title" for b in page.blocks)
    return max(made.grow, 3.0) if alone else made.grow


def _row(entry: Entry, tone: str) -> dict[str, Any]:
    """A row for the typesetter, with its drawing."""
    return entry.model_dump() | {"icon": art.seen(art.ALONE.get(entry.icon, entry.icon), tone) if entry.icon else None}


def _alone(block: Block, made: Template) -> float:
    """Times its size that a title of a sign or two has on a card: "6"."""
    return 2.2 if block.role == "title" and len(block.text) <= 2 and made.quiet else 1.0


def _centred(block: Block, page: Page) -> str | None:
    """A page whose title is told to be in the middle is centred, but for its rows."""
    middle = any(b.role == "title" and b.at == "centre" for b in page.blocks)
    return "centre" if middle and not block.entries else None


FILLED = frozenset(("badge", "button", "message", "reply"))
"""Roles whose colour is of the field that their text stands on."""


TINY = 0.7
"""Times its usual size below which a text is told to be tiny."""
FACED = frozenset(("mono", "serif", "typewriter", "handwritten"))
"""Hands of pages in which bold letters are of the same face."""
FIELDS = frozenset(("bar", "box", "circle", "oval", "hexagon", "burst", "ribbon", "cloud", "shield", "triangle", "brackets"))
"""Forms that are a field under a text."""
LINED = frozenset(("box", "brackets"))
"""Fields that are a line where no colour is told."""


def _bends(text: str) -> bool:
    """Whether a text can be set letter by letter on an arc: one line of letters that do not join."""
    return "\n" not in text and not any("\u0590" <= c <= "\u109f" for c in text)


def _outline(block: Block, paper: str) -> str | None:
    """The tone of the line round letters whose colour was asked for and cannot be read on `paper`: they keep it and are read by their outline."""
    if block.colour is None or block.role in FILLED or contrast(block.colour, paper) >= LARGE:
        return None
    return max((mixed(paper, "#000000", 0.75), mixed(paper, "#ffffff", 0.85)), key=lambda tone: contrast(tone, block.colour or paper))


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


def _pointed(page: Page) -> str:
    """The arrow that each row of a sign has, where it has more than one."""
    if page.template not in POINTING:
        return ""
    rows = any(len(block.entries) > 1 for block in page.blocks)
    return next((one.kind for one in page.art if one.kind.startswith("arrow") and one.under is None), "") if rows else ""


def _route(page: Page) -> list[int]:
    """On a ticket the numbers of the two texts that tell from where to where: one on the left, the next on the right, or an arrow between."""
    if page.template != "ticket":
        return []
    sides = [(k, block.at) for k, block in enumerate(page.blocks) if block.text and block.at in ("left", "right")]
    short = [k for k, _ in sides if page.blocks[k].role not in ("price", "number", "badge") and len(page.blocks[k].text) < 24]
    alone = lambda a: page.blocks[a - 1].at != "left" if a else True  # noqa: E731
    facing = [[a, b] for (a, one), (b, other) in pairwise(sides) if one == "left" and other == "right" and b == a + 1]
    pair = next((both for both in facing if {*both} <= {*short} and alone(both[0])), None)
    arrowed = any(one.kind == "arrow" or one.kind in VEHICLES for one in page.art)
    named = [k for k, block in enumerate(page.blocks) if block.role in ("title", "subtitle", "heading", "place")]
    return pair or (named[:2] if arrowed and len(named) > 1 and named[1] == named[0] + 1 else [])


def has_icons() -> bool:
    return bool(families(PLAIN, "\N{SAXOPHONE}")[1:])


def _apart(one: Motif, page: Page) -> bool:
    """Whether a drawing of a cover stands by its words, not in the room for its large one: a small one, or one in a corner or over the title."""
    below = one.under is not None and (one.under >= len(page.blocks) or page.blocks[one.under].role not in ("title", "kicker"))
    if below or one.at == "sides" or one.kind == "line":
        return True
    stands = art.KINDS.get(one.kind, {}).get("layer") == "stands"
    return stands and (one.at or "").startswith(("top", "bottom")) or stands and one.scale < 1 and (one.at is not None or len(page.art) > 1)


def _adorned(shown: Sequence[Motif], page: Page, tones: dict[str, str], side: float, turn: int) -> dict[int, dict[str, Any]]:
    """By the number of a block: the drawings that stand by it, and on which of its sides. What has ground is a strip over the first."""
    shown = [one for one in shown if one.kind in art.KINDS]
    if all(art.KINDS[one.kind]["layer"] in ("sky", "stands") for one in shown):
        shown = [one.model_copy(update={"kind": art.ALONE.get(one.kind, one.kind)}) for one in shown]
    if not shown or not page.blocks:
        return {}
    heads = [k for k, block in enumerate(page.blocks) if block.role in ("title", "kicker")] or [0]
    groups: dict[tuple[int, str, str], list[Motif]] = {}
    for one in shown:
        if one.under is not None and one.under < len(page.blocks):
            beside = "left" if one.kind == "arrow_left" else "right" if one.kind.startswith("arrow") and page.template in POINTING else "under"
            beside = one.at if one.at in ("left", "right") else beside
            groups.setdefault((one.under, beside, ""), []).append(one)
            continue
        at = one.at or "top"
        if at == "sides":
            groups.setdefault((next((k for k in heads if page.blocks[k].role == "title"), heads[0]), "sides", ""), []).append(one)
            continue
        low, ended = at.startswith("bottom"), at.rpartition("_")[2]
        first = min(heads) if low or ended not in ("left", "right") else next((k for k in heads if page.blocks[k].role == "title"), heads[0])
        titled = page.blocks[first].at in ("left", "right")
        facing = {ended, page.blocks[first].at} == {"left", "right"}  # a logo on the left, the name to the right of it
        pos = "under" if low else ended if facing else "over" if titled else ended if ended in ("left", "right") else "under" if at == "centre" else "over"
        lowest = max((k for k, block in enumerate(page.blocks) if not (block.at or "").startswith("top")), default=len(page.blocks) - 1)
        beside = lowest if low else max(heads) if at == "centre" else first
        groups.setdefault((beside, pos, ended if low and ended != "bottom" else ""), []).append(one)
    return {k: _ornament(group, page, tones, side * ORNAMENT, pos, to, turn) for (k, pos, to), group in groups.items()}


def _ornament(group: Sequence[Motif], page: Page, tones: dict[str, str], size: float, pos: str, side: str, turn: int) -> dict[str, Any]:
    made = art.lowered(page.model_copy(update={"art": tuple(group)}), tones, turn)
    for one in made["items"]:
        one["colour"] = legible(one["colour"], tones["paper"], art.ICON if one["glyph"] else art.SEEN)
    return {"pos": pos, "side": side, "u": size, "items": made["items"], "strip": made if made["land"] else None}


VEHICLES = frozenset(("airplane", "train", "steam_train", "bus", "ocean_liner", "boat", "car", "tram_car", "bicycle"))
"""What goes from one place to the other on a ticket."""
POINTING = frozenset(("road_sign", "shop_sign"))
"""Signs whose rows each have the arrow that the words tell."""
DRAWING = frozenset(("cover", "calendar", "comic", "shop", "news"))
"""Layouts with room for a drawing of their own."""
ORNAMENT = 0.17
"""The share of a page's short side that a drawing by its words has."""
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
BOTANIC = frozenset(("leaves", "flowers"))
"""Drawings that stand in a page's corners."""
QUIET = {"date": 0.72, "time": 0.9, "heading": 1.1, "subtitle": 0.9}
"""Times their sizes that these roles have on a quiet page."""


SMALL = 0.62
PARTED = 1.8
"""Times their space before that these roles have there: when and where stand apart from what is said."""


def _zone(block: Block, page: Page, usual: str) -> str:
    """Where on the page a block stands by its role; what opens a page goes with a title that the words put lower."""
    titled = next((one.at for one in page.blocks if one.role == "title" and one.at), None)
    if usual != "top" or block.role == "kicker" or titled is None or titled.startswith("top"):
        return usual
    return "bottom" if titled.startswith("bottom") else "middle"


def _scale(role: str, made: Template, signed: bool, loud: bool = False) -> float:
    """Times its role's size that the template sets a text."""
    if made.quiet and role in QUIET:
        return QUIET[role]
    if role == "subtitle" and made.title_scale < SMALL:  # on a phone's screen
        return 1.0 if loud else SMALL
    return made.title_scale if role in ("title", "subtitle") else made.price_scale if role == "price" else made.author_scale if signed else 1.0


def _unbroken(block: Block, made: Template, hand: str) -> bool:
    """Whether a text stands on one line: a masthead, a short title in flowing letters, a date or a price."""
    if block.role == "title":
        east = all(c >= "\u2e80" for c in block.text) and len(block.text) <= 8
        return made.layout == "news" and len(block.text) <= MASTHEAD or east or hand in WHOLE and len(block.text) <= 24
    if block.role in ("footer", "contact") and made.layout == "cover":
        return len(block.text) <= 36 and "\n" not in block.text
    return block.role in FIGURES and len(block.text) <= 16 and "\n" not in block.text


def _side(block: Block) -> str | None:
    if block.at is None or block.at in ("top", "bottom"):
        return None
    return "right" if block.at.endswith("right") else "left" if block.at.endswith("left") else "centre"


def _start(side: str, rtl: bool) -> str:
    """Lines begin on the right in Hebrew and Arabic."""
    return "right" if rtl and side == "left" else side


def _right_to_left(text: str) -> bool:
    """Hebrew and Arabic letters outnumber the rest."""
    strong = [c for c in text if c.isalpha()]
    return sum("\u0590" <= c <= "\u08ff" for c in strong) * 2 > len(strong) > 0


UNITED = re.compile(r"\d[\d.,]*[ \u00a0](?:%|€|(?:°C|km|kg|g|ml|cl|min|am|pm|h|Uhr)\b)")
"""A number with its unit, which stand on one line."""


def _longest(strings: Sequence[str]) -> list[str]:
    """The words that might be wider than their column; scripts without spaces break anywhere."""
    words = {word for text in strings for word in (*text.split(), *UNITED.findall(text)) if not any("\u0e00" <= c <= "\u0eff" or c >= "\u2e80" for c in word)}
    return [word for word in sorted(words, key=lambda w: (-len(w), w))[:4] if len(word) <= UNBROKEN]
