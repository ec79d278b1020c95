"""Camera: the lens, where it stands, what it focuses on, and the shape of the frame."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from diorama.scene.base import NARROWEST, Box, Framed, Model, unit

Framing = Literal["macro", "close_up", "medium_close", "medium", "full", "wide", "establishing"]
Angle = Literal["eye_level", "low", "worms_eye", "slightly_high", "high", "overhead", "aerial"]

Space = Literal["left", "right", "top", "bottom", "top_left", "top_right", "bottom_left", "bottom_right"]

__all__ = ["NARROWEST", "Angle", "Box", "Camera", "Framed", "Framing", "Space"]


class Camera(Model):
    focal_length: float = Field(default=50.0, ge=8, le=1200, json_schema_extra=unit("millimetres"))
    """Millimetres, for a 36 × 24 mm frame (the long side is 36 mm)."""
    f_number: float = Field(default=5.6, ge=0.7, le=64, json_schema_extra=unit("1"))
    framing: Framing = "medium"
    angle: Angle = "slightly_high"
    azimuth: float = Field(default=0.0, ge=-180, le=180, json_schema_extra=unit("degrees"))
    """Degrees that the camera walks around the subject: 0 sees its front, 90 its right side (the camera moves to the right), 180 its back."""
    roll: float = Field(default=0.0, ge=-45, le=45, json_schema_extra=unit("degrees"))
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
    within: Framed | None = Field(default=None, json_schema_extra=unit("1"))
    """Where in the frame the subjects are. Before `space` and `composition`; a subject's own box goes before it."""
    fisheye: bool = False
    tilt_shift: bool = False
    motion_blur: bool = False
