"""Options of local models."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from diorama.contracts import Options

Memory = Literal["auto", "whole", "offloaded", "quantised", "streamed"]
Device = Literal["auto", "cuda", "mps", "cpu"]


class DiffusionOptions(Options):
    steps: int | None = Field(default=None, ge=1, le=200, description="Steps of the making; without it the model's own number")
    guidance: float | None = Field(default=None, ge=0, le=30, description="How closely it keeps to the words, as its pipeline counts it")
    negative: str | None = Field(default=None, max_length=2000, description="What is not to be seen, for models that take such words")
    strength: float = Field(default=0.6, gt=0, le=1, description="How much of a source may change; 1: all of it")
    memory: Memory = Field("auto", description="Where the model lies: whole on the card, its parts by turns, quantised to 4 bits, or streamed layer by layer")
    device: Device = Field("auto", description="What computes")
    preview: bool = Field(default=True, description="Show the picture while it comes")
