"""Inputs: pictures and 3D files that a recipe goes by, named by the SHA-256 of their files, so two recipes with different pictures are different recipes."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field, model_validator

from diorama.scene.base import Model

InputKind = Literal[
    "reference", "style", "source", "mask", "depth", "pose", "edges", "normal", "segmentation", "object", "kept", "judged", "profile", "font", "logo",
]  # fmt: skip
"""reference      something to be seen in the picture
style          a look to follow
source         the picture that is to be changed
mask           where `source` may change: white may
depth          how far everything is (metres where the file has them, else near white)
pose, edges, normal, segmentation
               pictures of joints, of outlines, of surface directions, of what is what: as ControlNet models take them
object         a 3D file, or a picture with transparency, that a subject of the scene is
kept           an older frame, opaque where it lies within this one: its pixels are laid over what the engine makes, and the engine is not told
judged         the picture itself, made already: it stays as it is, and only the exact passes of its scene are taken anew
profile        an ICC profile of a printing condition
font           a face of letters that words in the picture are set in
logo           a picture that stands on a thing as it is given"""
INPUT_KINDS: tuple[str, ...] = get_args(InputKind)
DIGEST = r"^[0-9a-f]{64}$"
MOST_INPUTS = 32

Box = tuple[float, float, float, float]
"""left, top, right, bottom: shares of the frame from its top left, 0 to 1."""


class Input(Model):
    """One picture and how it is heeded."""

    kind: InputKind
    sha256: str = Field(pattern=DIGEST)
    """Of the file's bytes."""
    strength: float = Field(default=1.0, ge=0, le=2)
    """0: not at all, 1: as the engine usually does."""
    start: float = Field(default=0.0, ge=0, le=1)
    end: float = Field(default=1.0, ge=0, le=1)
    """The part of the making during which it is heeded; for engines that work in steps."""
    region: Box | None = None
    """Where it holds; None: everywhere. Of a source and its mask: the part that the engine is given; what it makes is laid back into the whole."""
    subject: str | None = Field(default=None, max_length=80)
    """For an object or a logo: the subject of the scene that it is, by its noun or id; None where there is but one."""

    @model_validator(mode="after")
    def _ordered(self) -> Input:
        if self.start >= self.end:
            raise ValueError("start lies before end")
        if self.region is not None:
            left, top, right, bottom = self.region
            if not (0 <= left < right <= 1 and 0 <= top < bottom <= 1):
                raise ValueError("a region is left, top, right, bottom, as shares of the frame from 0 to 1")
        return self
