"""Tools: what works on pictures without making them from words. A protocol for each kind; found by entry points of the group `diorama.tools`.

upscale   a picture → a larger one             judge     a picture and claims → what is true of it
estimate  a picture → depth or normals         segment   a picture and words → a mask
animate   a picture → a clip
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal, Protocol, runtime_checkable

import numpy as np
from pydantic import Field

from diorama.contracts.cancel import Cancel
from diorama.contracts.capabilities import Need
from diorama.contracts.engine import Listen
from diorama.contracts.outcome import Outcome
from diorama.recipe import Recipe
from diorama.scene.base import Model

ToolKind = Literal["upscale", "judge", "estimate", "segment", "animate"]


class ToolCapabilities(Model):
    kind: ToolKind
    name: str
    version: str
    title: str
    """One line for people."""
    licence: str
    needs: tuple[Need, ...] = ()
    needs_key: str | None = None
    key_env: str | None = None
    costs: bool = False
    deterministic: bool = False
    invents: bool = False
    """True: what it adds was not in the picture (a trained model's guess); the picture is marked so."""
    factors: tuple[float, ...] = ()
    """Of an upscaler: how many times larger it makes; none: any."""
    maps: tuple[Literal["depth", "normal"], ...] = ()
    """Of an estimator."""


class Claim(Model):
    """One thing that a picture should show. `kind`: present, absent, count, colour, material, left_of, text …; `subject`, `object`: ids of the scene."""

    kind: str = Field(pattern=r"^[a-z][a-z_]*$")
    subject: str | None = None
    object: str | None = None
    value: str | int | float | None = None
    span: tuple[int, int] | None = None
    """The words of the prompt that say so."""


class Verdict(Model):
    """What a judge says of a claim. `holds`: None where it cannot tell."""

    claim: Claim
    holds: bool | None
    confidence: float = Field(ge=0, le=1)
    seen: str = ""
    """What was seen instead, or why it cannot tell."""


class Evidence(Model):
    """What is known of a picture besides its pixels: empty for a picture from anywhere."""

    recipe: Recipe | None = None
    report: dict[str, Any] = {}
    """What the engine told: subjects with their ids, rectangles and visible shares."""
    passes: dict[str, Any] = {}
    """Exact passes of the same size as the picture, as `Outcome` tells; a judge that needs one that is missing cannot tell."""


@runtime_checkable
class Tool(Protocol):
    def capabilities(self) -> ToolCapabilities: ...

    def close(self) -> None: ...


class Upscaler(Tool, Protocol):
    def upscale(self, picture: np.ndarray, factor: float, *, recipe: Recipe | None = None, listen: Listen = ..., cancel: Cancel | None = ...) -> Outcome:
        """`picture`: uint8 sRGB (h, w, 3) → one of round(h · factor) by round(w · factor). `recipe`: what made it, for tools that go by words."""
        ...


@runtime_checkable
class Strips(Protocol):
    """An upscaler that gives its picture strip by strip, so that nobody holds the whole."""

    def strips(self, picture: np.ndarray, factor: float, *, listen: Listen = ..., cancel: Cancel | None = ...) -> Iterator[np.ndarray]:
        """uint8 sRGB (n, round(w · factor), 3) each, from the top; n as it comes."""
        ...


class Judge(Tool, Protocol):
    def judge(self, picture: np.ndarray, claims: Sequence[Claim], evidence: Evidence) -> tuple[Verdict, ...]:
        """One verdict for each claim, in order. `picture`: uint8 sRGB (h, w, 3)."""
        ...


class Estimator(Tool, Protocol):
    def estimate(self, picture: np.ndarray, map: Literal["depth", "normal"], *, cancel: Cancel | None = ...) -> np.ndarray:
        """depth: float32 (h, w), relative, larger is farther; normal: float32 (h, w, 3), unit, camera frame (X right, Y up, Z to the camera)."""
        ...


class Segmenter(Tool, Protocol):
    def segment(self, picture: np.ndarray, words: str, *, cancel: Cancel | None = ...) -> np.ndarray:
        """bool (h, w): where what the words name is seen; all False where it is not."""
        ...


class Animator(Tool, Protocol):
    def animate(self, picture: np.ndarray, seconds: float, *, words: str = "", listen: Listen = ..., cancel: Cancel | None = ...) -> Outcome:
        """A clip that begins with the picture."""
        ...
