"""Subjects: the things in the picture, how each looks, and how they stand to each other."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from diorama.scene.base import Model

HEX = r"^#[0-9a-f]{6}$"


class Colour(Model):
    """A colour by name and by its sRGB value (`#rrggbb`, display-referred, D65)."""

    name: str
    hex: str = Field(pattern=HEX)


PatternKind = Literal[
    "stripes", "vertical_stripes", "dots", "checks", "plaid", "floral", "stars", "hearts", "zigzag", "leopard", "zebra", "camouflage",
    "herringbone", "houndstooth", "paisley", "marbled", "gradient", "rainbow", "tie_dye", "swirls", "patchwork", "diamonds", "terrazzo", "map", "hieroglyphs",
]  # fmt: skip


class Surface(Model):
    """How a surface looks. Anything left None or empty is the thing's own."""

    colours: tuple[Colour, ...] = Field((), max_length=4)
    """First is the ground colour, the rest go to the pattern."""
    material: str | None = None
    """A material of the lexicon (`materials.toml`): glass, oak, brass, velvet, …"""
    pattern: PatternKind | None = None
    finish: tuple[str, ...] = ()
    """matte, glossy, satin, polished, brushed, frosted, wet, dusty, snow_covered, rusty, worn, weathered, cracked, hammered, ribbed, carved, knitted, fluffy, rough, smooth, sparkling, translucent."""

    @property
    def is_plain(self) -> bool:
        return self == Surface()


class Size(Model):
    """Factors on the thing's usual size: overall, and its height, width and depth besides."""

    scale: float = Field(1.0, ge=0.05, le=20)
    height: float = Field(1.0, ge=0.1, le=10)
    width: float = Field(1.0, ge=0.1, le=10)
    depth: float = Field(1.0, ge=0.1, le=10)


class Label(Model):
    """Text that is to be read on a thing: the exact characters, lines parted by `\\n`."""

    text: str = Field(min_length=1, max_length=400)
    style: Literal["sans", "serif", "script", "bold", "handwritten", "mono"] = "sans"
    colour: Colour | None = None


class Part(Model):
    """A named part of a thing that is to look different from the rest: lid, handle, wheels, cushion, label …"""

    name: str
    surface: Surface


class Subject(Model):
    """One kind of thing in the picture, once or several times."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    noun: str
    """The word of the prompt (singular)."""
    thing: str
    """What is built for it: a key of `things.toml`. Differs from `noun` where a stand-in is used."""
    count: int = Field(1, ge=1, le=100)
    surface: Surface = Surface()
    parts: tuple[Part, ...] = ()
    shape: str | None = None
    """round, square, rectangular, oval, triangular, cubic, spherical, cylindrical, conical, pyramidal, hexagonal, heart, star, teardrop, flat …"""
    size: Size = Size()
    states: tuple[str, ...] = ()
    """open, closed, lit, unlit, empty, full, half_full, broken, folded, rolled, sliced, peeled, burning, steaming, blooming, wilted, fallen, upside_down …"""
    labels: tuple[Label, ...] = ()
    attributes: tuple[str, ...] = ()
    """Words that fit no other field but were understood to speak of this thing (style, era, age): vintage, modern, elegant, old, printed …"""
    implied: bool = False
    """True where no word names it and a short prompt was filled in with it (the table under a mug)."""


RelationKind = Literal[
    "on", "in", "under", "above", "beside", "left_of", "right_of", "behind", "in_front_of", "between", "around", "against",
    "leaning_on", "hanging_from", "stacked_on", "filled_with", "facing", "near", "with", "holding", "wearing", "riding", "covering",
]  # fmt: skip

PLACES = ("ground", "wall", "window", "windowsill", "sky", "ceiling", "water", "background", "left", "right", "centre", "foreground")
"""Names besides subject ids that a relation may point to: parts of the setting and of the frame."""


class Relation(Model):
    """`subject` stands in relation `kind` to each of `objects` (two for `between`). Left and right are the camera's."""

    subject: str
    kind: RelationKind
    objects: tuple[str, ...] = Field(min_length=1, max_length=8)
    """Ids of subjects or names of `PLACES`."""
