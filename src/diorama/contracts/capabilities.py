"""What an engine says of itself, as data. Whatever stands here steers something: `check` and `nearest` read it, the queue, the studio and the doors."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from diorama.image.metadata import SourceType
from diorama.recipe import OPTION, InputKind, Quality
from diorama.scene.base import Model

Need = Literal["key", "gpu", "weights", "network"]
Speech = Literal["scene", "prompt", "picture"]
Pass = Literal["linear", "ids", "depth", "normal", "albedo", "colour", "lights", "export", "layers"]


PromptForm = Literal["caption", "tags", "instruction", "boxes", "elements", "structured"]
"""How a model was told of its pictures: in sentences; in words between commas; as what to make of the pictures it is given; in
sentences, then where each subject lies, as JSON; all of it as JSON, element by element with boxes, or each with its place in words (FIBO)."""


class Capabilities(Model):
    name: str
    version: str
    title: str
    """One line for people."""
    licence: str
    needs: tuple[Need, ...] = ()
    """What must be there."""
    needs_key: str | None = None
    """The name of the key it needs, as `get_key` knows it."""
    key_env: str | None = None
    """The environment variable that holds the key, where there is a usual one."""
    speaks: tuple[Speech, ...] = ("prompt",)
    """What it makes pictures from; `picture`: from its source alone, without any words."""
    prompt_form: PromptForm = "caption"
    """The form of words that it understands best."""
    takes: tuple[InputKind, ...] = ()
    """Pictures it goes by."""
    most_references: int = Field(default=16, ge=1)
    """Of references and styles together."""
    most_leads: int = Field(default=1, ge=1)
    """Of depth, edges, pose, normals and segmentations together."""
    repaints_led: bool = False
    """True: it takes a source with a mask beside what leads it."""
    gives: tuple[Pass, ...] = ()
    """Exact passes it can return; `lights`: one for each light; `export`: its scene as a file."""
    previews: bool = False
    cancels: bool = False
    """True: stops within a second of being told."""
    costs: bool = False
    """True: a picture costs money: it is quoted before, `Spent` tells after, and it is never ordered twice."""
    cancelled_costs: Literal["nothing", "all", "unknown"] = "nothing"
    """What a picture costs that is cancelled after it was submitted."""
    resumable: bool = False
    """True: what was submitted can be fetched by its remote id after this process was lost."""
    idempotent: bool = False
    """True: two submissions with one token are one picture and one bill."""
    pretends: bool = False
    """True: it makes no real pictures (for tests and trials); offered to people only where it is the usual one."""
    may_refuse: bool = False
    """True: it may refuse a picture for what is in it (`ContentRefused`)."""
    deterministic: bool = False
    """True: the same recipe gives the same pixels on the same build."""
    concurrent: int = Field(default=1, ge=1, le=64)
    """How many pictures it makes at a time: the width of its lane in the queue."""
    least: int = Field(default=64, ge=1)
    most: int = Field(default=4096, ge=1)
    """Least and most pixels a side."""
    multiple_of: int = Field(default=1, ge=1)
    """Of which sides are multiples."""
    min_pixels: int | None = None
    max_pixels: int | None = None
    """Of the whole picture."""
    widest: float | None = Field(default=None, ge=1)
    """The longer side to the shorter one, at most."""
    aspects: tuple[tuple[int, int], ...] | None = None
    """The only shapes there are."""
    shape_only: bool = False
    """True: of a size it heeds the shape; how many pixels it makes of it is its own matter, and told (`Warned` size_differs)."""
    sizes: tuple[tuple[int, int], ...] | None = None
    """The only sizes there are."""
    transparent: dict[str, OPTION] = {}
    """The options that leave the background transparent; none: it cannot."""
    defaults: dict[Quality, dict[str, OPTION]] = {}
    """The engine's own options by quality preset: what `resolve` fills in."""
    source_type: SourceType | None = "algorithmicMedia"
    """IPTC digital source type of what it makes; None: that of what it works on."""
