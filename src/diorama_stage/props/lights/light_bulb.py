# SPDX-License-Identifier: GPL-3.0-or-later
"""A light bulb."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Emitter,
    Spec,
    join,
    lathe,
    rotate,
    rounded_profile,
    smooth_path,
    sweep,
)
from diorama_stage.kit.build import vertices
from diorama_stage.kit.rest import grounded
from diorama_stage.props.lights.lamps import OFF
from diorama_stage.props.lights.pendants import cord
from diorama_stage.props.registry import prop


@prop("light_bulb")
def light_bulb(spec: Spec, b: Builder) -> None:
    """Clear glass with a looped filament on a glass stem, a threaded cap; it lies on its side, and hangs by its cap."""
    off = spec.has(*OFF)
    b.slot("body", "glass", "#f8f8f5", params={"wall": 0.001})
    b.slot("cap", "brass", "#b9a06a", role="trim")
    b.slot("black", "lacquer", "#161616", role="fixed")
    b.slot("filament", *(("steel", "#5a5550") if off else ("emission", "#ffb45e")), role="fixed", **({} if off else {"params": {"strength": 60.0}}))
    outline = smooth_path([(0.0125, 0.0), (0.013, 0.008), (0.0165, 0.022), (0.026, 0.042), (0.0305, 0.06), (0.027, 0.079), (0.015, 0.0895), (0, 0.0915)], 90)
    glass = lathe([*map(tuple, outline), *[(max(x - 0.0008, 0), z - 0.0008 * (x < 0.02)) for x, z in outline[::-1]], tuple(outline[0])], segments=96, smooth=180)
    stem = lathe(smooth_path([(0, 0.0), (0.009, 0.0), (0.006, 0.012), (0.003, 0.024), (0.0032, 0.034), (0, 0.036)], 40), segments=32, smooth=180)
    t = np.linspace(0, 1, 140)
    thread = np.stack([0.0134 * np.cos(2 * np.pi * 4.5 * t), 0.0134 * np.sin(2 * np.pi * 4.5 * t), -0.003 - 0.0165 * t], axis=1)
    cap = join([lathe(rounded_profile([(0, 0.001), (0.0136, 0.001), (0.0132, -0.003), (0.0126, -0.021), (0.0085, -0.024), (0, -0.024)], 0.0008), segments=64), sweep(thread, 0.0013, sides=8)])
    foot = lathe(rounded_profile([(0, -0.0235), (0.0075, -0.0235), (0.0055, -0.0268), (0, -0.028)], 0.0006), segments=32)
    wires = [sweep(smooth_path([(s * 0.0026, 0, 0.026), (s * 0.0105, 0, 0.044), (s * 0.0125, 0, 0.056)], 14), 0.00032, sides=6) for s in (-1, 1)]
    u = np.linspace(-1, 1, 120)
    coil = np.stack([0.0125 * u, 0.0012 * np.sin(u * 60), 0.056 + 0.0065 * np.cos(u * math.pi * 2.5) * (1 - u**2) + 0.0012 * np.cos(u * 60)], axis=1)
    made = [b.add(glass, "body"), b.add(stem, "body", "stem"), b.add(cap, "cap"), b.add(foot, "black"), b.add(join(wires), "cap", "wires"), b.add(sweep(coil, 0.0005, sides=6), "filament")]
    if spec.has("hanging"):
        for o in made:
            rotate(o, 180)
        b.hang = (0, 0, 0.028)
        b.slot("cord", "rubber", "#1b1b1c", role="fixed")
        cord(b, 0.028)
    else:
        lean = math.degrees(math.atan2(0.0305 - 0.0134, 0.06 + 0.015))
        turn = b.rng.uniform(20, 40)
        for o in made:
            rotate(rotate(o, 0, 90 + lean, 0), 0, 0, 180 - turn)
        grounded(*made)
    if not off:
        middle = vertices(made[-1]).mean(axis=0)
        b.emitters.append(Emitter(*map(float, middle), 0.0012, 2500, 5.0))
