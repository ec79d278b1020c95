# SPDX-License-Identifier: GPL-3.0-or-later
"""A look: all that decides a material."""

from __future__ import annotations

from dataclasses import dataclass


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
