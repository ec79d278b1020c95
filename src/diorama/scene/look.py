"""Looks: colours, surfaces, sizes, texts and parts of what is in the picture."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

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

    scale: float = Field(1.0, ge=0.05, le=20, json_schema_extra=unit("1"))
    height: float = Field(1.0, ge=0.1, le=10, json_schema_extra=unit("1"))
    width: float = Field(1.0, ge=0.1, le=10, json_schema_extra=unit("1"))
    depth: float = Field(1.0, ge=0.1, le=10, json_schema_extra=unit("1"))


class Label(Model):
    """Text that is to be read on a thing: the exact characters, lines parted by `\\n`."""

    text: str = Field(min_length=1, max_length=400)
    style: Literal["sans", "serif", "script", "bold", "handwritten", "mono"] = "sans"
    colour: Colour | None = None


class Part(Model):
    """A named part of a thing that is to look different from the rest: lid, handle, wheels, cushion, label …"""

    name: str
    surface: Surface
