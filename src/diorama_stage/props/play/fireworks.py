# SPDX-License-Identifier: GPL-3.0-or-later
"""Fireworks: a shell that has burst, over the trail it rose by; a sparkler that throws sparks."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Emitter, Spec, sweep
from diorama_stage.kit.mesher import Mesher
from diorama_stage.props.registry import prop

GOLDEN = math.pi * (3 - 5**0.5)


@prop("firework")
def firework(spec: Spec, b: Builder) -> None:
    """Stars thrown evenly in all directions, drooping, each with a bright head; a heart of another colour; the trail under them."""
    first = spec.colours[0] if spec.colours else b.choose("#ff3b2f", "#ffb02e", "#3fa0ff", "#ff5fb0", "#5fe06a")
    second = spec.colours[1] if len(spec.colours) > 1 else b.choose("#ffe9b0", "#ffffff", "#ffd24a")
    b.slot("stars", "emission", first, params={"strength": 9.0})
    b.slot("heart", "emission", second, role="trim", params={"strength": 11.0})
    b.slot("trail", "emission", "#ffb25a", role="fixed", params={"strength": 3.0})
    high, r = 22.0, b.vary(8.0)
    for slot, count, far, thick in (("stars", 130, r, 0.085), ("heart", 60, r * 0.45, 0.07)):
        made = Mesher()
        for k in range(count):
            z = 1 - 2 * (k + 0.5) / count
            a = k * GOLDEN + b.rng.uniform(-0.1, 0.1)
            way = np.array((math.cos(a) * math.sqrt(1 - z * z), math.sin(a) * math.sqrt(1 - z * z), z)) * far * b.rng.uniform(0.88, 1.04)
            t = np.linspace(0.3 if slot == "stars" else 0.5, 1, 9)
            path = (0, 0, high) + way * t[:, None] - np.stack([0 * t, 0 * t, 0.16 * far * t**3], axis=1)
            made.tube(path, thick * np.array([0.12, 0.22, 0.32, 0.42, 0.55, 0.7, 0.9, 1.5, 0.3]), sides=6)
        b.add(made.object("stars", None, smooth=True), slot)
    t = np.linspace(0, 1, 24)
    b.add(sweep(np.stack([0.25 * np.sin(5 * t), 0 * t, high * 0.86 * t], axis=1), 0.02 + 0.05 * t**2, sides=6), "trail")
    b.emitters.append(Emitter(0, 0, high, 2.0, 3200, 900.0, colour=first))
    b.footprint = "round"


@prop("sparkler")
def sparkler(spec: Spec, b: Builder) -> None:
    """A wire with a grey coat, burning near its top: a white-hot tip amid a ball of branching sparks."""
    b.slot("wire", "steel", "#77736c")
    b.slot("coat", "charred", "#4a4643", role="trim")
    b.slot("tip", "emission", "#fff2d0", role="fixed", params={"strength": 40.0})
    b.slot("sparks", "emission", "#ffc76a", role="fixed", params={"strength": 14.0})
    z = 0.26
    b.add(sweep([(0, 0, 0), (0, 0, 0.15)], 0.0012, sides=8), "wire")
    b.add(sweep([(0, 0, 0.12), (0, 0, z)], 0.0026, sides=12), "coat")
    b.add(sweep([(0, 0, z - 0.004), (0, 0, z + 0.004), (0, 0, z + 0.012)], np.array([0.003, 0.0045, 0.001]), sides=12), "tip")
    made = Mesher()
    for k in range(150):
        u = 1 - 2 * (k + 0.5) / 150
        a, far = k * GOLDEN, b.rng.uniform(0.03, 0.1)
        way = np.array((math.cos(a) * math.sqrt(1 - u * u), math.sin(a) * math.sqrt(1 - u * u), u))
        start, end = b.rng.uniform(0.08, 0.5), 1.0
        made.tube(
            np.array([(0, 0, z) + way * far * t - (0, 0, 0.1 * far * t * t) for t in np.linspace(start, end, 4)]),
            np.array([0.0002, 0.0004, 0.0006, 0.0002]),
            sides=4,
        )
        if far > 0.06:
            tip = np.array((0, 0, z)) + way * far
            for _ in range(4):
                off = np.array([b.rng.gauss(0, 0.008) for _ in range(3)])
                made.tube([tip, tip + off], np.array([0.0005, 0.0002]), sides=4)
    b.add(made.object("sparks", None), "sparks")
    b.emitters.append(Emitter(0, 0, z, 0.012, 2600, 0.5))
    b.footprint = "round"
