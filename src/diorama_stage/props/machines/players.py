# SPDX-License-Identifier: GPL-3.0-or-later
"""What is played with thumbs and ears: a game controller, a cassette."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    boolean,
    cylinder,
    extrude,
    join,
    label_plane,
    lathe,
    move,
    remesh,
    rotate,
    rounded_profile,
    rounded_rectangle,
    sphere,
)
from diorama_stage.kit.parts import hull
from diorama_stage.props.registry import prop

BUTTONS = (("#3aa655", 0, -1), ("#d23a3a", 1, 0), ("#2f6fd0", -1, 0), ("#e0b21c", 0, 1))
"""Colour and place of the four buttons at the right."""


@prop("game_controller")
def game_controller(spec: Spec, b: Builder) -> None:
    """A gamepad lying, its front to the sky: two grips, two thumb sticks, a cross, four coloured buttons, triggers at the back."""
    b.slot("body", "plastic", b.choose("#26282c", "#e8e8e6", "#26282c", "#2f4f7a"), finish=("matte",))
    b.slot("dark", "rubber", "#141517", role="trim")
    b.slot("middle", "plastic", "#9a9ea3", role="fixed")
    parts = [
        hull(
            [
                (-0.062, 0.03, 0.03, 0.012, 0.014, 2.6),
                (-0.03, 0.031, 0.036, 0.013, 0.015, 3),
                (0.03, 0.031, 0.036, 0.013, 0.015, 3),
                (0.062, 0.03, 0.03, 0.012, 0.014, 2.6),
            ]
        )
    ]
    for s in (-1, 1):
        parts.append(move(sphere(0.036, segments=32), s * 0.048, 0.004, 0.028))
        for t in np.linspace(0, 1, 9):
            parts.append(move(sphere(0.03 - 0.011 * t, segments=24), s * (0.05 + 0.024 * t), 0.0 - 0.062 * t, 0.026 - 0.012 * t))
    for o in parts[1:]:
        for v in o.data.vertices:
            v.co.z = 0.028 + (v.co.z - 0.028) * 0.62
    b.add(remesh(join(parts), 0.0022, smooth=10), "body")
    top = 0.045
    for x, y in ((-0.054, 0.008), (0.026, -0.018)):
        b.add(move(lathe(rounded_profile([(0, 0), (0.0135, 0), (0.0135, 0.003), (0, 0.003)], 0.001), segments=40), x, y, top - 0.002), "dark", "sticks")
        b.add(
            move(
                lathe(rounded_profile([(0, 0), (0.005, 0), (0.005, 0.008), (0.0105, 0.01), (0.0105, 0.0135), (0.008, 0.0125), (0, 0.012)], 0.001), segments=40),
                x,
                y,
                top,
            ),
            "dark",
            "sticks",
        )
    cross = [box(0.026, 0.009, 0.006, bevel=0.0015, at=(0, 0, 0)), box(0.009, 0.026, 0.006, bevel=0.0015, at=(0, 0, 0))]
    b.add(move(join(cross), -0.026, -0.018, top - 0.002), "dark", "cross")
    for k, (colour, x, y) in enumerate(BUTTONS):
        b.slot(f"button{k}", "plastic", colour, role="fixed", finish=("glossy",))
        b.add(cylinder(0.0056, 0.0145, bevel=0.002, segments=32, at=(0.056 + 0.0115 * x, 0.008 + 0.0115 * y, top - 0.011)), f"button{k}", "buttons")
    b.add(cylinder(0.009, 0.003, bevel=0.001, at=(0, 0.018, top - 0.001)), "middle", "home button")
    b.add(join([box(0.009, 0.005, 0.003, bevel=0.0012, at=(s * 0.02, 0.016, top - 0.001)) for s in (-1, 1)]), "dark", "buttons")
    for s in (-1, 1):
        b.add(move(rotate(box(0.036, 0.014, 0.014, bevel=0.005), 0, 0, -s * 14), s * 0.055, 0.036, 0.027), "dark", "triggers")
    turn = b.rng.uniform(-12, 12)
    for group in b._parts.values():
        for o in group:
            rotate(o, 0, 0, turn)


@prop("cassette_tape")
def cassette_tape(spec: Spec, b: Builder) -> None:
    """A compact cassette lying: a shell with five screws, a ruled label with a hand's writing, two toothed hubs in a window, the trapeze at its lower edge."""
    b.slot("body", "plastic", b.choose("#1d1e20", "#e9e6de", "#4a4f55", "#2f3f5f"), finish=("satin",))
    paper = b.choose("#f0e6c8", "#e8d9d2", "#f3f0e6")
    title = {
        "style": "handwritten",
        "colour": {"hex": "#20324f"},
        **{k: v for k, v in (spec.labels[0] if spec.labels else {"text": b.choose("summer mix", "side A", "road songs '87")}).items() if v},
    }
    b.slot("title", "printed", role="fixed", label=title, params={"paper": paper})
    b.slot("band", "paper", b.choose("#d9642a", "#2f8f8a", "#c23a3a", "#e0a51c"), role="trim")
    b.slot("window", "lacquer", "#191411", role="fixed")
    b.slot("hubs", "plastic", "#f1efe8", role="fixed")
    b.slot("tape", "lacquer", "#3a2318", role="fixed")
    b.slot("metal", "steel", "#b5b8ba", role="fixed")
    w, h, t = 0.1, 0.064, 0.009
    holes = [cylinder(0.0062, 0.05, bevel=0, segments=32, at=(s * 0.0212, 0.002, -0.02)) for s in (-1, 1)]
    b.add(boolean(extrude(rounded_rectangle(w, h, 0.0025), t, bevel=0.0009), join(holes)), "body")
    trapeze = [(-0.034, -h / 2), (0.034, -h / 2), (0.031, -h / 2 + 0.0145), (-0.031, -h / 2 + 0.0145)]
    b.add(extrude(trapeze, 0.0014, bevel=0.0005, at=(0, 0, t - 0.0002)), "body", "trapeze")
    b.add(move(rotate(label_plane(0.088, 0.0135), -90), 0, 0.0215, t + 0.0003), "title", "label")
    b.add(box(0.088, 0.0235, 0.0003, bevel=0, at=(0, 0.003, t)), "band", "label")
    b.add(box(0.068, 0.0165, 0.0004, bevel=0.0001, at=(0, 0.002, t + 0.0001)), "window")
    full = b.rng.uniform(0.35, 0.9)
    for s, share in ((-1, full), (1, 1.25 - full)):
        b.add(cylinder(0.0082, 0.0003, bevel=0, at=(s * 0.0212, 0.002, t + 0.0004)), "tape")
        ring = lathe([(0.0046, 0), (0.0068, 0), (0.0068, 0.0012), (0.0046, 0.0012), (0.0046, 0)], segments=40)
        teeth = [rotate(box(0.0016, 0.0011, 0.0012, bevel=0.0002, at=(0.004, 0, 0)), 0, 0, 60 * k + 40 * share) for k in range(6)]
        b.add(move(join([ring, *teeth]), s * 0.0212, 0.002, t + 0.0002), "hubs")
    b.add(box(0.014, 0.0125, 0.0003, bevel=0, at=(0, 0.002, t + 0.0005)), "tape", "window")
    screws = [(s * 0.0465, y) for s in (-1, 1) for y in (-0.0285, 0.0285)] + [(0, -0.024)]
    b.add(join([cylinder(0.0014, 0.0006, bevel=0.0002, segments=16, at=(x, y, t - 0.0001 if y > -0.02 else t + 0.001)) for x, y in screws]), "metal", "screws")
    b.add(join([cylinder(0.0016, 0.0012, bevel=0, segments=16, at=(x, -0.0265, t + 0.0006)) for x in (-0.022, -0.012, 0.012, 0.022)]), "window", "holes")
    turn = b.rng.uniform(-16, 16)
    for group in b._parts.values():
        for o in group:
            rotate(o, 0, 0, turn)
