"""Film: what happens to the light after the lens."""

from __future__ import annotations

from pydantic import Field

from diorama.scene.base import Model, unit


class Film(Model):
    stock: str = "digital"
    """A key of `image/film_stocks.toml`: digital, portra_400, portra_160, ektar_100, velvia_50, provia_100f, tri_x_400, hp5, cinestill_800t, gold_200, polaroid, …"""
    grain: float = Field(default=0.0, ge=0, le=1, json_schema_extra=unit("1"))
    """0 none, 0.3 fine, 1 coarse; added to the stock's own."""
    monochrome: bool = False
    sepia: bool = False
    saturation: float = Field(default=1.0, ge=0, le=2, json_schema_extra=unit("1"))
    contrast: float = Field(default=1.0, ge=0, le=2, json_schema_extra=unit("1"))
    warmth: float = Field(default=0.0, ge=-1, le=1, json_schema_extra=unit("1"))
    """A finish, on top of white balance: -1 cold, +1 warm."""
    exposure: float = Field(default=0.0, ge=-5, le=5, json_schema_extra=unit("stops"))
    """Stops on the metered exposure."""
    halation: float = Field(default=0.0, ge=0, le=1, json_schema_extra=unit("1"))
    vignette: float = Field(default=0.15, ge=0, le=1, json_schema_extra=unit("1"))
    fade: float = Field(default=0.0, ge=0, le=1, json_schema_extra=unit("1"))
    """Lifted blacks of a faded print."""
