# SPDX-License-Identifier: GPL-3.0-or-later
"""Microphones: a stage microphone on a table stand, or a studio one behind a wire grille in a shock mount."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, cylinder, join, lathe, move, rotate, rounded_profile, smooth_path, sweep, torus
from diorama_stage.kit.parts import add_rod
from diorama_stage.props.registry import prop


@prop("microphone")
def microphone(spec: Spec, b: Builder) -> None:
    b.slot("body", "plastic", b.choose("#1d1e20", "#26282c"), finish=("matte",))
    b.slot("metal", "brushed_steel", role="trim")
    b.slot("grille", "steel", "#a7a9ab", role="trim")
    b.slot("foam", "foam", "#151516", role="fixed")
    b.add(lathe(rounded_profile([(0, 0), (0.07, 0), (0.07, 0.009), (0.03, 0.015), (0.012, 0.017), (0.012, 0.022), (0, 0.022)], 0.003), segments=72), "body", "stand")
    add_rod(b, "metal", (0, 0, 0.02), (0, 0, 0.17), 0.0055, "stand", 24)
    b.add(cylinder(0.0085, 0.018, bevel=0.002, at=(0, 0, 0.158)), "body", "stand")
    if spec.has("studio", "condenser") or spec.is_a("studio") or b.rng.random() < 0.35:
        _studio(b)
    else:
        _stage(b)
    b.footprint = "round"


def mesh_ball(radius: float, wire: float, squash: float = 1.0):
    """A grille of wires: two families of slanting lines round a ball."""
    lines = []
    for sign in (-1, 1):
        for k in range(22):
            t = np.linspace(-1.35, 1.35, 26)
            a = 2 * math.pi * k / 22 + sign * t * 0.9
            lines.append(sweep(np.stack([radius * np.cos(t) * np.cos(a), radius * np.cos(t) * np.sin(a), radius * squash * np.sin(t)], axis=1), wire, sides=5))
    return join(lines)


def _stage(b: Builder) -> None:
    """A hand microphone in its clip, its ball up and towards the camera."""
    handle = [(0, -0.1), (0.0095, -0.1), (0.0105, -0.094), (0.0125, -0.02), (0.0165, 0.05), (0.0185, 0.056), (0, 0.056)]
    made = [(lathe(rounded_profile(handle, 0.002), segments=56), "body", "handle"), (move(torus(0.0238, 0.0019, at=(0, 0, 0.077)), 0, 0, 0), "metal", "ring")]
    made.append((lathe(rounded_profile([(0.0165, 0.054), (0.021, 0.066), (0.0232, 0.075)], 0.002), segments=56), "metal", "collar"))
    made += [(move(mesh_ball(0.0243, 0.00055), 0, 0, 0.082), "grille", "grille"), (lathe([(0, 0.06), (0.021, 0.066), (0.0236, 0.08), (0.0205, 0.095), (0.012, 0.104), (0, 0.106)], segments=40, smooth=180), "foam", "foam")]
    made.append((cylinder(0.0035, 0.003, bevel=0.0008, at=(0, 0, 0)), "metal", "switch"))
    switch = made.pop()
    made.append((move(rotate(switch[0], 90), 0, -0.0125, -0.01), "metal", "switch"))
    made.append((lathe(rounded_profile([(0.0125, -0.032), (0.0165, -0.032), (0.0165, 0.0), (0.0138, 0.0)], 0.002), segments=40), "body", "clip"))
    for o, slot, part in made:
        b.add(move(rotate(o, 58), 0, -0.004, 0.185), slot, part)
    b.add(sweep(smooth_path([(0, 0.082, 0.132), (0, 0.12, 0.1), (0.01, 0.13, 0.03), (0.03, 0.11, 0.004), (0.07, 0.1, 0.004)], 40), 0.0032, sides=10), "body", "cable")


def _studio(b: Builder) -> None:
    """An upright studio microphone: a grille of two halves over a body, held by elastic cords in a hoop."""
    z = 0.2
    b.add(lathe(rounded_profile([(0, z), (0.023, z), (0.0245, z + 0.006), (0.0245, z + 0.075), (0.022, z + 0.08), (0, z + 0.08)], 0.003), segments=64), "body")
    b.add(torus(0.0245, 0.0018, at=(0, 0, z + 0.081)), "metal", "ring")
    b.add(lathe(rounded_profile([(0, z + 0.08), (0.0205, z + 0.08), (0.0205, z + 0.128), (0.014, z + 0.14), (0, z + 0.142)], 0.006), segments=40), "foam", "foam")
    lines = [sweep([(r * math.cos(a), r * math.sin(a), h) for r, h in ((0.0235, z + 0.08), (0.0235, z + 0.13), (0.021, z + 0.138), (0.014, z + 0.144), (0.0, z + 0.146))], 0.0006, sides=5) for a in np.linspace(0, 2 * math.pi, 56, endpoint=False)]
    lines += [torus(0.0236, 0.0006, at=(0, 0, h), segments=64, sides=5) for h in np.linspace(z + 0.084, z + 0.13, 16)]
    b.add(join(lines), "grille")
    for h in (z + 0.012, z + 0.062):
        b.add(torus(0.046, 0.0028, at=(0, 0, h)), "metal", "mount")
        for k in range(8):
            a = math.pi * (k + 0.5) / 4
            add_rod(b, "foam", (0.0245 * math.cos(a), 0.0245 * math.sin(a), z + 0.037), (0.0455 * math.cos(a), 0.0455 * math.sin(a), h), 0.0013, "cords", 6)
    for x in (-1, 1):
        add_rod(b, "metal", (0.046 * x, 0, z + 0.012), (0.046 * x, 0, z + 0.062), 0.0028, "mount")
    b.add(sweep(smooth_path([(0, 0, 0.172), (0, 0.03, 0.18), (0, 0.046, z + 0.012)], 16), 0.004, sides=12), "metal", "mount")
