"""Lighting: the time of day and the lights, in the camera's frame.

Directions name where the light comes *from*, as the photographer sees it: azimuth 0° = from behind the camera (front light),
+90° = from the right, -90° = from the left, ±180° = from behind the subject (backlight). Elevation 90° = from above.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from diorama.scene.base import Model, unit
from diorama.scene.look import Colour

LightSource = Literal[
    "sun", "skylight", "window", "softbox", "umbrella", "ring_light", "spotlight", "lamp", "candle", "neon", "fire", "moon", "screen",
    "street_lamp", "string_lights", "ambient", "flash", "led_panel",
]  # fmt: skip

TIMES: dict[str, float] = {
    "dawn": 5.8, "sunrise": 6.4, "early_morning": 7.0, "morning": 9.0, "noon": 12.0, "afternoon": 15.0, "late_afternoon": 17.0,
    "golden_hour": 17.9, "sunset": 18.4, "dusk": 18.9, "blue_hour": 19.2, "evening": 19.6, "night": 23.0,
}  # fmt: skip
"""Hours of an equinox day at middle latitude for the named times: sunrise at 6.2, sunset at 18.6."""


class Light(Model):
    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    source: LightSource
    role: Literal["key", "fill", "rim", "back", "background", "practical"] = "key"
    azimuth: float = Field(-45.0, ge=-180, le=180, json_schema_extra=unit("degrees"))
    elevation: float = Field(default=40.0, ge=-90, le=90, json_schema_extra=unit("degrees"))
    quality: Literal["hard", "medium", "soft", "diffused", "dappled"] = "medium"
    kelvin: float | None = Field(default=None, ge=1000, le=20000, json_schema_extra=unit("kelvin"))
    colour: Colour | None = None
    """A coloured gel or neon tube; wins over `kelvin`."""
    strength: float = Field(default=1.0, ge=0, le=100, json_schema_extra=unit("1"))
    """Relative to the exposure that suits its role: 1 is usual, 0.5 a stop less."""
    subject: str | None = None
    """The id of the subject that gives this light (a lit lamp or candle)."""


class Lighting(Model):
    time: str
    """A key of `TIMES`."""
    hour: float = Field(ge=0, lt=24, json_schema_extra=unit("hours"))
    lights: tuple[Light, ...] = Field(default=(), max_length=16)
    mood: Literal["natural", "high_key", "low_key", "dramatic", "moody"] = "natural"
    shadow: Literal["natural", "soft", "long", "hard", "none"] = "natural"
    gobo: Literal["none", "leaves", "palm", "blinds", "panes"] = "none"
    """What stands between the key light and the subject, seen by its shadow: foliage, palm fronds, a venetian blind, a window's glazing bars."""
    levels: dict[str, float] = Field({}, json_schema_extra=unit("1"))
    """Strength factors (0 to 100) of light that is no entry of `lights`: `sky`, `daylight` (windows of the setting), `usual_key`, `moon`."""
    kelvin: float | None = Field(default=None, ge=1000, le=20000, json_schema_extra=unit("kelvin"))
    """The overall colour temperature asked for ("warm light" with no source)."""
