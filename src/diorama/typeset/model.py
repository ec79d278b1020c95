"""A document: pages of blocks, each with its role. What is None is the template's."""

from __future__ import annotations

import hashlib
from typing import Literal

from pydantic import Field

from diorama.scene.base import Model
from diorama.scene.look import Hand, Motif, TextForm, TextPlace, TextRole

HEX = r"^#[0-9a-f]{6}$"
RULES = ("wood", "rule", "checks", "double", "dashed", "dotted", "wavy", "corners")
"""Borders that are lines."""
PATTERNS = ("hexagons", "dots", "stripes", "checks", "zigzag", "triangles", "grid", "confetti", "swells", "gradient")

class Entry(Model):
    """One row of a list, menu, agenda or form: what, how much, and a remark."""

    text: str
    value: str = ""
    """Price, time, figure or state: set at the row's end."""
    note: str = ""
    icon: str | None = None
    """The drawing that marks the row."""


class Table(Model):
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = Field(default=(), max_length=60)


class Chart(Model):
    kind: Literal["bar", "line", "pie", "timeline", "flow"]
    labels: tuple[str, ...] = Field(max_length=24)
    values: tuple[float, ...] = Field(default=(), max_length=24)
    """One for each label; none for a timeline or a flow."""
    shown: tuple[str, ...] = ()
    """The values as they are written, with their units; empty: the values themselves."""
    notes: tuple[str, ...] = ()
    """A line under each label of a timeline or a flow."""
    unit: str = ""


class Block(Model):
    role: TextRole
    text: str = Field(default="", max_length=8000)
    """Lines are parted by `\\n`."""
    entries: tuple[Entry, ...] = Field(default=(), max_length=60)
    table: Table | None = None
    chart: Chart | None = None
    picture: str | None = None
    """Words for the picture that stands here; a grey field where none is made."""
    hand: Hand | None = None
    colour: str | None = Field(default=None, pattern=HEX)
    scale: float = Field(default=1.0, ge=0.2, le=5)
    """Times the size that the template gives this role."""
    align: Literal["left", "centre", "right"] | None = None
    at: TextPlace | None = None
    """Where on the page the words put it; None is where the template has this role."""
    panel: int | None = Field(default=None, ge=1, le=31)
    """Which panel of a comic it is in, from 1; None is the next. Of a note on a calendar, the day whose square it stands in."""
    forms: tuple[TextForm, ...] = ()
    """How its letters run, and which field of its own it stands on."""
    ground: str | None = Field(default=None, pattern=HEX)
    """The colour of that field; None is the page's accent, of a box its ink as a line."""
    vertical: bool = False
    """Chinese and Japanese of this text alone from top to bottom."""


class Page(Model):
    template: str
    """A key of `templates.toml`: poster, slide, menu, label …"""
    blocks: tuple[Block, ...] = Field(default=(), max_length=64)
    hand: Hand | None = None
    face: str | None = Field(default=None, max_length=40)
    """A face of somebody's own, by the name that `brand.family` gives its file; every text of the page is set in it."""
    paper: str | None = Field(default=None, pattern=HEX)
    """The background's colour."""
    ink: str | None = Field(default=None, pattern=HEX)
    accent: str | None = Field(default=None, pattern=HEX)
    size: tuple[float, float] | None = None
    """Width and height in millimetres."""
    art: tuple[Motif, ...] = Field(default=(), max_length=8)
    """What is drawn on it, where its template has room for it."""
    border: str | None = None
    """What runs along its edges: a key of `art.toml` or of `icons.toml`, repeated, or one of `RULES`; None is the template's own."""
    pattern: str | None = None
    """What its ground is patterned with: one of `PATTERNS`, or a drawing, repeated."""
    undrawn: tuple[str, ...] = ()
    """What the words ask to be drawn, or how they ask letters to be shaped, and nothing here shows."""
    tones: tuple[tuple[str, str], ...] = Field(default=(), max_length=24)
    """Every colour that the words ask for: the words, and the colour as `#rrggbb`. What of them the page does not show is said."""
    turn: int | None = Field(default=None, ge=0)
    """Which of its template's palettes and shapes it has, counted round; None: by its words. An edit settles it, so that other words change no colour."""
    month: str | None = Field(default=None, max_length=40)
    """The month that a calendar shows, where none of its texts tells it: "October 2026"."""
    columns: bool = False
    """Whether its headings stand side by side, each over what is under it."""
    shape: Literal["oval", "round", "diamond", "hexagon", "octagon", "triangle", "shield"] | None = None
    """What the page is cut to; None is its whole sheet."""
    single: bool = False
    """Whether all of a comic is in one panel, who speaks in it side by side."""
    vertical: bool = False
    """Chinese and Japanese from top to bottom, columns from the right."""

    def strings(self) -> tuple[str, ...]:
        """Every text on the page, in reading order."""
        return tuple(text for block in self.blocks for text in strings_of(block) if text)


def turn_of(page: Page) -> int:
    """Which palette and shapes a page has: as it was settled, else by its words."""
    return page.turn if page.turn is not None else int(hashlib.sha256("\n".join(page.strings()).encode()).hexdigest()[:8], 16)


class Document(Model):
    pages: tuple[Page, ...] = Field(min_length=1, max_length=200)
    language: str = "en"
    """ISO 639-1: hyphenation and quotation marks."""


def strings_of(block: Block) -> list[str]:
    """Every text of a block, in reading order."""
    rows = [cell for entry in block.entries for cell in (entry.text, entry.note, entry.value)]
    cells = [cell for row in (block.table.header, *block.table.rows) for cell in row] if block.table else []
    marks = [text for text in (*block.chart.labels, *block.chart.notes)] if block.chart else []
    return [block.text, *rows, *cells, *marks]
