"""Looks: colours, surfaces, sizes, texts and parts of what is in the picture."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from diorama.scene.base import Model, unit

HEX = r"^#[0-9a-f]{6}$"


class Colour(Model):
    """A colour by name and by its sRGB value (`#rrggbb`, display-referred, D65)."""

    name: str
    hex: str = Field(pattern=HEX)


PatternKind = Literal[
    "stripes", "vertical_stripes", "dots", "checks", "plaid", "floral", "stars", "hearts", "zigzag", "leopard", "zebra", "camouflage",
    "herringbone", "houndstooth", "paisley", "marbled", "gradient", "rainbow", "tie_dye", "swirls", "patchwork", "diamonds", "terrazzo", "map", "hieroglyphs",
]  # fmt: skip


SEE_THROUGH = frozenset(("glass", "crystal", "clear_plastic", "ice", "water", "acrylic"))
SHINING = frozenset(("gold", "silver", "brass", "copper", "chrome", "steel", "bronze", "mirror"))


Manner = Literal["poured", "drizzled", "dusted", "splashed", "beaded"]
"""How a coating lies: in a pool that runs down the sides, in strands, as a powder on what faces up, in spots and smears, in drops all over."""


class Coating(Model):
    """What something was poured, drizzled, dusted or splashed with: over its surface, whatever that is of."""

    of: str
    """A name of the catalogue (`coatings.toml`): honey, chocolate, powdered_sugar, mud, …"""
    manner: Manner
    colour: Colour | None = None
    """None: its own."""


class Surface(Model):
    """How a surface looks. Anything left None or empty is the thing's own."""

    colours: tuple[Colour, ...] = Field(default=(), max_length=4)
    """First is the ground colour, the rest go to the pattern."""
    material: str | None = None
    """A material of the lexicon (`materials.toml`): glass, oak, brass, velvet, …"""
    pattern: PatternKind | None = None
    finish: tuple[str, ...] = ()
    """matte, glossy, satin, polished, brushed, frosted, wet, dusty, snow_covered, mossy, rusty, worn, weathered, cracked, hammered, ribbed, carved,
    knitted, fluffy, rough, smooth, sparkling, translucent."""
    coatings: tuple[Coating, ...] = Field(default=(), max_length=3)
    """In the order in which they were put on."""

    @property
    def is_plain(self) -> bool:
        return self == Surface()

    @property
    def shows_around(self) -> bool:
        """Whether its colour is that of what is behind it or around it."""
        return self.material in SEE_THROUGH | SHINING


class Size(Model):
    """Factors on the thing's usual size: overall, and its height, width and depth besides."""

    scale: float = Field(default=1.0, ge=0.005, le=200, json_schema_extra=unit("1"))
    height: float = Field(default=1.0, ge=0.1, le=10, json_schema_extra=unit("1"))
    width: float = Field(default=1.0, ge=0.1, le=10, json_schema_extra=unit("1"))
    depth: float = Field(default=1.0, ge=0.1, le=10, json_schema_extra=unit("1"))


Hand = Literal[
    "sans", "serif", "slab", "condensed", "bold", "italic", "script", "handwritten", "brush", "chalk", "typewriter", "mono", "stencil", "display", "art_deco", "blackletter", "comic",
    "pixel", "led", "neon", "engraved", "rounded",
]  # fmt: skip
"""The look of letters."""

TextRole = Literal[
    "kicker", "title", "subtitle", "heading", "body", "list", "steps", "menu", "quote", "author", "price", "old_price", "date", "time", "place", "number", "caption", "contact", "button",
    "table", "cell", "chart", "bar_chart", "line_chart", "pie_chart", "timeline", "flow_chart", "picture",
    "message", "reply", "balloon", "note", "badge", "field",
    "fine_print", "footer",
]  # fmt: skip
"""What a text is on its page; the template decides where that stands and how large it is set. Of a table: a row's first cell, then its others; of a chart: one
of its rows, "Rent 40 %"."""

TextPlace = Literal["top_left", "top", "top_right", "left", "centre", "right", "bottom_left", "bottom", "bottom_right"]


TextForm = Literal[
    "small_caps", "spaced", "arched", "underlined", "bar", "box", "circle", "oval", "hexagon", "burst", "ribbon", "cloud", "shield", "triangle", "brackets",
    "abreast",
]  # fmt: skip
"""How letters run, and the field of its own that a text stands on; a bar runs across its page. `abreast`: it stands beside the others of its row."""


class Motif(Model):
    """Something drawn on a page: by its name in the typesetter's tables, in a colour of its own or a tone of the page's."""

    kind: str
    colour: str | None = Field(default=None, pattern=HEX)
    at: TextPlace | Literal["sides"] | None = None
    """Where on the page the words put it, `sides` is one on either side of the title; None is where the template has room for a drawing."""
    under: int | None = Field(default=None, ge=0)
    """The text, counted from the page's first, that it stands right below: "a wheat ear between the title and the dishes"."""
    count: int = Field(default=1, ge=1, le=12)
    """How many of it stand beside each other."""
    scale: float = Field(default=1.0, ge=0.2, le=5, json_schema_extra=unit("times its usual size"))


class PageLook(Model):
    """What the words say of a page beside its texts: what is drawn on it, and its tones (`#rrggbb`)."""

    paper: str | None = Field(default=None, pattern=HEX)
    ink: str | None = Field(default=None, pattern=HEX)
    accent: str | None = Field(default=None, pattern=HEX)
    art: tuple[Motif, ...] = Field(default=(), max_length=8)
    border: str | None = None
    pattern: str | None = None


class Label(Model):
    """Text that is to be read on a thing: the exact characters, lines parted by `\\n`. Several on one thing are set together as a page."""

    text: str = Field(default="", max_length=4000)
    picture: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")
    """SHA-256 of a picture's file among the recipe's inputs, a logo, that stands there as it is given, above the texts; it has no text."""
    style: Hand = "sans"
    colour: Colour | None = None
    role: TextRole | None = None
    """None where the words tell none: the first is the title."""
    at: TextPlace | None = None
    """Where on the thing the words put it."""
    scale: float = Field(default=1.0, ge=0.2, le=5, json_schema_extra=unit("times its role's size"))
    """Times the size that its role has."""
    forms: tuple[TextForm, ...] = ()
    """How its letters run, and which field of its own it stands on."""
    ground: Colour | None = None
    """The colour of that field."""
    turn: int | None = Field(default=None, ge=0)
    """Which of its page's palettes and shapes, counted round, as the first of a thing's labels has it; None: by the words. An edit of the words settles it."""
    look: PageLook | None = None
    """How the page looks that it opens; the first of a thing's labels has it."""
    template: str | None = None
    """The kind of page that it is set on, where the noun of what bears it does not tell: a feed on a phone, a label on a jar."""

    @model_validator(mode="after")
    def _one(self) -> Label:
        if bool(self.text) == (self.picture is not None):
            raise ValueError("a label has a text, or a picture")
        return self


class Part(Model):
    """A named part of a thing that is to look different from the rest: lid, handle, wheels, cushion, label …"""

    name: str
    surface: Surface
