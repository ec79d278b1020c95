"""Options of a led painter: its own, and these."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, create_model

from diorama.contracts import Options
from diorama.recipe.request import MOST_PICTURES

Lead = Literal["auto", "depth", "edges", "segmentation", "normal", "pose", "source", "reference", "words"]


class Led(Options):
    lead: Lead = Field(
        "auto",
        description="By which of the stage's pictures it is led; auto: depth and what goes with it, people's poses too; words: none, where boxes are taken",
    )
    hold: float = Field(default=0.8, ge=0, le=2, description="How closely it keeps to them; 1: as the painter usually does")
    release: float = Field(default=0.75, gt=0, le=1, description="The share of the making after which it is left alone, for painters that work in steps")
    photographed: str = Field(
        "labelled", max_length=400, description="What stays photographed: labelled (and files of one's own), objects, none, or names such as `mug, bottle`"
    )  # fmt: skip
    loose: bool = Field(default=True, description="People and animals hold their place, not their exact form")
    attempts: int = Field(default=1, ge=1, le=MOST_PICTURES, description="Times to paint at most, until nothing drifts; the best is kept (`make --best-of`)")


def with_own(painter: type[Options]) -> type[Options]:
    """The options of a painter, led. A name that both have is the painter's."""
    own: dict[str, Any] = {name: (field.annotation, field) for name, field in painter.model_fields.items()}
    return create_model(f"Led{painter.__name__}", __base__=Led, **own)
