# SPDX-License-Identifier: GPL-3.0-or-later
"""Small things that hold others together: nail, screw, bolt, paper clip; and an eraser."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, arc, boolean, box, cylinder, join, lathe, move, rotate, sweep
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop


def _laid(b: Builder, *made) -> None:
    turn = b.rng.uniform(0, 360)
    for o in made:
        rotate(o, 0, 90, turn)
    grounded(*made)


def thread(radius: float, low: float, high: float, pitch: float, deep: float):
    """A ridge that winds up a shaft about the z axis, metres."""
    t = np.linspace(0, 1, max(int(24 * (high - low) / pitch), 24))
    a = 2 * math.pi * (high - low) / pitch * t
    taper = np.clip(t / 0.12, 0.25, 1)
    path = np.stack([radius * taper * np.cos(a), radius * taper * np.sin(a), low + (high - low) * t], axis=1)
    return sweep(path, deep * taper, sides=6)


@prop("nail")
def nail(spec: Spec, b: Builder) -> None:
    """A wire nail: a flat chequered head, a shank, a four-sided point."""
    b.slot("body", "steel", "#9a9c9e")
    r, h = 0.0017, b.vary(0.065)
    shank = lathe(
        [(0, 0), (r * 0.3, 0.002), (r, 0.007), (r, h - 0.0016), (r * 1.6, h - 0.0012), (r * 2.5, h - 0.0009), (r * 2.5, h), (0, h + 0.0002)],
        segments=32,
        smooth=35,
    )
    _laid(b, b.add(shank, "body"))


@prop("screw")
def screw(spec: Spec, b: Builder) -> None:
    """A wood screw: a countersunk head with a cross slot, a tapering thread."""
    b.slot("body", b.choose("brass", "steel"))
    h, r = b.vary(0.045), 0.0019
    head = lathe([(0, h), (r * 2.3, h), (r * 2.3, h - 0.0005), (r * 1.05, h - 0.0034), (r, h - 0.012), (r * 0.72, 0.006), (0, 0)], segments=48, smooth=35)
    for turn in (0, 90):
        head = boolean(head, rotate(box(r * 2.7, r * 0.5, 0.004, bevel=0, at=(0, 0, h - 0.0016)), 0, 0, turn))
    _laid(b, b.add(join([head, thread(r * 0.92, 0.002, h - 0.013, 0.0024, 0.0007)]), "body"))


@prop("bolt")
def bolt(spec: Spec, b: Builder) -> None:
    """A hexagon bolt with its nut run on a little."""
    b.slot("body", "steel", "#8d9092")
    h, r = b.vary(0.05), 0.004
    head = cylinder(r * 1.75, r * 1.4, bevel=0.0007, segments=6, at=(0, 0, h))
    nut = cylinder(r * 1.75, r * 1.6, bevel=0.0007, segments=6, at=(0, 0, 0.012))
    _laid(b, b.add(join([head, cylinder(r, h, bevel=0.0006), thread(r, 0.001, 0.7 * h, 0.0014, 0.0005), rotate(nut, 0, 0, b.rng.uniform(0, 60))]), "body"))


@prop("paper_clip")
def paper_clip(spec: Spec, b: Builder) -> None:
    """Wire bent in two loops, one within the other (the Gem clip)."""
    b.slot("body", b.choose("steel", "paint", "brass"), b.choose(None, "#2f6ea8", "#c8352b"))
    loops = [
        (-0.004, 0.0030),
        *arc(0.0030, 90, -90, 12, (0.0085, 0)),
        *arc(0.0037, 270, 90, 14, (-0.0105, 0.0007)),
        *arc(0.0044, 90, -90, 14, (0.0125, 0)),
        (-0.006, -0.0044),
    ]
    p = np.array([(x, y, 0.0006) for x, y in loops])
    b.add(rotate(sweep(p, 0.0005, sides=10), 0, 0, b.rng.uniform(0, 360)), "body")


@prop("eraser")
def eraser(spec: Spec, b: Builder) -> None:
    """White rubber in a printed paper sleeve, one corner worn round."""
    b.slot("body", "rubber", "#efece6")
    b.slot("sleeve", "paper", b.choose("#2a5fa0", "#1f2a36", "#c23a2c"), role="trim")
    b.add(box(0.045, 0.02, 0.011, bevel=0.0022, at=(0.008, 0, 0)), "body")
    b.add(move(box(0.036, 0.0206, 0.0116, bevel=0.0012), -0.01, 0, -0.0003), "sleeve")
