"""What an engine says of itself, as data."""

from __future__ import annotations

from pydantic import Field

from diorama.scene.base import Model


class Capabilities(Model):
    name: str
    version: str
    title: str
    """One line for people."""
    licence: str
    needs: tuple[str, ...] = ()
    """What must be there: "key", "gpu", "weights", "network"."""
    speaks: tuple[str, ...] = ("prompt",)
    """What it makes pictures from: "scene", "prompt"."""
    takes: tuple[str, ...] = ()
    """What it accepts besides: "references", "mask", "depth"."""
    gives: tuple[str, ...] = ()
    """Exact passes it can return: "depth", "normal", "ids", "linear"."""
    previews: bool = False
    cancels: bool = False
    """True: stops within a second of being told."""
    costs: bool = False
    """True: a picture costs money; `Spent` events tell how much."""
    may_refuse: bool = False
    deterministic: bool = False
    """True: the same recipe gives the same pixels on the same build."""
    least: int = Field(64, ge=1)
    most: int = Field(4096, ge=1)
    """Least and most pixels a side."""
    pictures: int = Field(1, ge=1)
    """Most pictures a job."""
    defaults: dict[str, dict[str, bool | int | float | str]] = {}
    """The engine's own options by quality preset (draft, standard, final): what `resolve` fills in."""
    source_type: str = "algorithmicMedia"
    """IPTC digital source type of what it makes."""
