# SPDX-License-Identifier: GPL-3.0-or-later
"""A look: all that decides a material."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Coat:
    """A layer over whatever a thing is of, between two heights of its frame."""

    colour: str
    """sRGB, `#rrggbb`."""
    manner: str
    """poured, drizzled, dusted, splashed, beaded."""
    gloss: float
    """Its roughness, 0 … 1."""
    clear: float
    """How much of what is under it shows through, 0 … 1."""
    low: float
    high: float
    """Metres."""


@dataclass(frozen=True)
class Look:
    material: str
    """A name of the material library: stoneware, glass, oak, brass, velvet, …"""
    colours: tuple[str, ...] = ()
    """sRGB `#rrggbb`: the ground colour, then the pattern's. Empty: the material's own."""
    pattern: str | None = None
    finish: tuple[str, ...] = ()
    label: dict | None = None
    params: tuple[tuple[str, object], ...] = ()
    size: float = 0.2
    """The largest length of the thing, metres: patterns and grain scale with it."""
    seed: int = 0
    coats: tuple[Coat, ...] = ()
    """From the lowest to the uppermost."""
