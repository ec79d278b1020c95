# SPDX-License-Identifier: GPL-3.0-or-later
"""What is to be seen in the sky besides sun, moon, clouds and stars: a rainbow, a meteor's trail, a comet. All are added to the sky's colour."""

from __future__ import annotations

from typing import Any

import numpy as np

from diorama_stage.light.colour import towards

RAINBOW = "rainbow_in_sky"
SEEN_AT_NIGHT = frozenset({"shooting_star", "comet"})
BOW_SUN = (-28.0, 16.0)
"""Azimuth and least elevation of a sun, degrees, whose rainbow is in the frame: behind the camera and aside, so that any lens sees a foot of the bow."""
HIGHEST = 22.0
"""Degrees: the bow of a sun much higher has sunk under the horizon (its radius is 42)."""
PRIMARY = (
    (0.0, (0.0, 0.0, 0.0)), (0.1, (0.16, 0.04, 0.3)), (0.28, (0.03, 0.1, 0.5)), (0.45, (0.02, 0.36, 0.14)), (0.62, (0.5, 0.46, 0.02)),
    (0.78, (0.7, 0.22, 0.01)), (0.9, (0.6, 0.04, 0.02)), (1.0, (0.0, 0.0, 0.0)),
)  # fmt: skip
"""The bow from its inner to its outer edge, scene-linear, as a share of the sky's brightness: violet within, red without."""


def _shine(n: Any, base, colour, light):
    """The base with so much light of a colour added."""
    return n.mix(1.0, base, n.mix(1.0, colour, n.node("ShaderNodeCombineColor", {0: light, 1: light, 2: light}).outputs[0], "MULTIPLY"), "ADD")


def rainbow(n: Any, vector, base, sun: tuple[float, float, float]):
    """The bow at 40.5 to 42.5 degrees about the point opposite the sun, the fainter second one at 51 to 54, reversed; the sky within a little paler."""
    cosine = n.node("ShaderNodeVectorMath", {0: vector, 1: tuple(-c for c in sun)}, operation="DOT_PRODUCT").outputs["Value"]
    angle = n.math("MULTIPLY", n.math("ARCCOSINE", cosine), float(180 / np.pi))
    grey = n.math("ADD", n.node("ShaderNodeRGBToBW", {0: base}).outputs[0], 0.05)
    within = n.math("MULTIPLY", n.step(angle, 41.0, 39.0), 0.1)
    base = _shine(n, base, (1.0, 1.0, 1.0, 1), n.math("MULTIPLY", grey, within))
    for inner, outer, gain in ((40.2, 42.8, 1.7), (54.4, 50.4, 0.45)):
        place = n.node("ShaderNodeMapRange", {"Value": angle, "From Min": inner, "From Max": outer}).outputs["Result"]
        base = _shine(n, base, n.ramp(place, *PRIMARY), n.math("MULTIPLY", grey, gain))
    return base


def trail(n: Any, vector, base, camera_azimuth: float, *, head: tuple[float, float], tail: tuple[float, float], width: float, spread: float, gain: float):
    """A streak from its bright head to where its tail fades: azimuth (180 straight ahead) and elevation of both, degrees.

    `width` of the head is in degrees; the tail is `spread` times as wide at its end.
    """
    a, b = (np.asarray(towards(*place, camera_azimuth), float) for place in (head, tail))
    long = float(np.arccos(np.clip(a @ b, -1, 1)))
    side = np.cross(a, b) / np.linalg.norm(np.cross(a, b))
    ahead = b - a * float(a @ b)
    ahead /= np.linalg.norm(ahead)
    dot = lambda v: n.node("ShaderNodeVectorMath", {0: vector, 1: tuple(float(c) for c in v)}, operation="DOT_PRODUCT").outputs["Value"]  # noqa: E731
    near = dot(a)
    along = n.math("DIVIDE", n.math("ARCTAN2", dot(ahead), near), long)
    off = n.math("ABSOLUTE", dot(side))
    wide = n.math("MULTIPLY", n.math("ADD", n.math("MULTIPLY", n.math("MAXIMUM", along, 0.0), spread - 1.0), 1.0), float(np.radians(width)))
    profile = n.math("EXPONENT", n.math("MULTIPLY", n.math("POWER", n.math("DIVIDE", off, wide), 2.0), -1.0))
    fade = n.math("MULTIPLY", n.step(along, -0.02, 0.015), n.math("POWER", n.math("MAXIMUM", n.math("SUBTRACT", 1.0, along), 0.0), 1.7))
    light = n.math("MULTIPLY", n.math("MULTIPLY", n.math("MULTIPLY", profile, fade), n.step(near, 0.0, 0.2)), gain)
    narrow = float(-1.0 / (1 - np.cos(np.radians(width * 1.3))))
    core = n.math("MULTIPLY", n.math("EXPONENT", n.math("MULTIPLY", n.math("SUBTRACT", 1.0, near), narrow)), gain * 2.5)
    return _shine(n, _shine(n, base, (0.78, 0.9, 1.0, 1), light), (1.0, 0.97, 0.9, 1), core)


def add(n: Any, vector, base, features: frozenset[str], sun: tuple[float, float, float], camera_azimuth: float):
    """All of it that is asked for, over the sky's own colour."""
    if RAINBOW in features:
        base = rainbow(n, vector, base, sun)
    if "shooting_star" in features:
        base = trail(n, vector, base, camera_azimuth, head=(186.0, 10.0), tail=(171.0, 18.5), width=0.11, spread=0.6, gain=0.9)
    if "comet" in features:
        base = trail(n, vector, base, camera_azimuth, head=(174.0, 10.5), tail=(188.0, 18.5), width=0.2, spread=7.0, gain=0.5)
    return base
