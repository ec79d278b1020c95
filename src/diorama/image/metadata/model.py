"""What is written into a file."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from diorama.scene.base import Model

SourceType = Literal["algorithmicMedia", "trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "algorithmicallyEnhanced", "composite"]
"""IPTC digital source types: computed by the stage; by a trained model; edited in part by a trained model; a picture that a program worked on; put together
of several, of which any may be generated."""
SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"


class Metadata(Model):
    prompt: str = ""
    recipe: str = ""
    """Canonical JSON of the recipe."""
    width: int = Field(ge=1)
    height: int = Field(ge=1)
    seed: int = Field(ge=0)
    model: str = "diorama-stage"
    sampler: str | None = "Cycles"
    """None: it was not sampled."""
    steps: int | None = Field(None, ge=0)
    """Samples per pixel, or steps of diffusion."""
    source_type: SourceType | None = "algorithmicMedia"
    """None: nobody knows, and nothing is said."""
    tool: str = "Diorama"
    extra: tuple[tuple[str, str], ...] = ()
    """More pairs for the A1111 text."""
