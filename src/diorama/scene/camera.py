"""Camera: the lens, where it stands, what it focuses on, and the shape of the frame."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from diorama.scene.base import Model, unit

Framing = Literal["macro", "close_up", "medium_close", "medium", "full", "wide", "establishing"]
Angle = Literal["eye_level", "low", "worms_eye", "slightly_high", "high", "overhead", "aerial"]

Space = Literal["left", "right", "top", "bottom", "top_left", "top_right", "bottom_left", "bottom_right"]

Box = tuple[Annotated[float, Field(ge=0, le=1)], Annotated[float, Field(ge=0, le=1)], Annotated[float, Field(ge=0, le=1)], Annotated[float, Field(ge=0, le=1)]]
NARROWEST = 0.1
"""Share of the frame's width and height that a box has at least."""


def _is_a_box(box: Box) -> Box:
    if min(box[2] - box[0], box[3] - box[1]) < NARROWEST - 1e-6:
        raise ValueError(f"a box is left, top, right, bottom as shares of the frame, {NARROWEST:g} wide and high at least: 0.5,0,1,1")
    return box


Framed = Annotated[Box, AfterValidator(_is_a_box)]
"""A box of the frame in which something is to be seen: left, top, right, bottom as shares of it from its top left."""


class Camera(Model):
    focal_length: float = Field(50.0, ge=8, le=1200, json_schema_extra=unit("millimetres"))
    """Millimetres, for a 36 × 24 mm frame (the long side is 36 mm)."""
    f_number: float = Field(5.6, ge=0.7, le=64, json_schema_extra=unit("1"))
    framing: Framing = "medium"
    angle: Angle = "slightly_high"
    azimuth: float = Field(0.0, ge=-180, le=180, json_schema_extra=unit("degrees"))
    """Degrees that the camera walks around the subject: 0 sees its front, 90 its right side (the camera moves to the right), 180 its back."""
    roll: float = Field(0.0, ge=-45, le=45, json_schema_extra=unit("degrees"))
    """Degrees; a Dutch angle is about 12."""
    focus: str | None = None
    """The id of the subject in focus, or "background"; None is the main subject."""
    deep_focus: bool = False
    """True: everything sharp (as by focus stacking), whatever the f-number."""
    aspect: tuple[int, int] = (3, 2)
    """Width to height."""
    composition: Literal["rule_of_thirds", "centred", "left", "right", "symmetrical", "negative_space", "balanced"] = "balanced"
    space: Space | None = None
    """What is left free of subjects, for a headline or a logo: a side of the frame, or a corner."""
    within: Framed | None = Field(None, json_schema_extra=unit("1"))
    """Where in the frame the subjects are. Before `space` and `composition`; a subject's own box goes before it."""
    fisheye: bool = False
    tilt_shift: bool = False
    motion_blur: bool = False
