# SPDX-License-Identifier: GPL-3.0-or-later
"""Venetian blinds."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box
from diorama_stage.kit.growth import Growth
from diorama_stage.kit.parts import add_rod
from diorama_stage.props.registry import prop


@prop("blinds")
def blinds(spec: Spec, b: Builder) -> None:
    """A Venetian blind: slats on ladders of cord under a head rail, a wand at its side; it hangs on a wall."""
    wood = spec.material in ("wood", "oak", "walnut", "bamboo") or spec.material is None and not spec.colours and b.choose(True, False)
    b.slot("slats", *(("oak", b.choose("#b58a58", "#8a5f3a")) if wood else ("paint", "#ecebe6")), finish=("satin",))
    b.slot("cords", "cotton", "#e6e0d2", role="fixed")
    w, tall, deep = 1.1, 1.35, 0.046 if wood else 0.03
    pitch, tilt = deep * 0.86, math.radians(0 if spec.has("open") else 62 if spec.has("closed") else 28)
    rows = int(tall / pitch)
    y, z = deep / 2 * math.cos(tilt), deep / 2 * math.sin(tilt)
    slats, rng = Growth(), np.random.default_rng(spec.seed)
    s = np.linspace(-1, 1, 7)
    for k in range(rows):
        at = 0.05 + k * pitch + rng.normal(0, 0.0005)
        camber = 0.0022 * (1 - s**2)
        sag = 0.0012 * rng.normal()
        x = np.linspace(-w / 2, w / 2, 5)[:, None]
        grid = np.stack([x + 0 * s, s * y - camber * math.sin(tilt) + 0 * x, at + s * z + camber * math.cos(tilt) + sag * (1 - (2 * x / w) ** 2)], axis=-1)
        slats.sheet(grid, rng.uniform(0.94, 1.05), 0.0026 if wood else 0.0006)
    b.add(slats.object("slats", smooth=not wood), "slats")
    top = 0.05 + rows * pitch
    b.add(box(w + 0.012, 0.055, 0.05, bevel=0.003, at=(0, 0, top)), "slats", "rail")
    b.add(box(w, deep * 0.9, 0.018, bevel=0.003, at=(0, 0, 0.012)), "slats", "rail")
    for x in (-w * 0.36, 0.0, w * 0.36):
        for d in (-1, 1):
            add_rod(b, "cords", (x, d * (y + 0.001), 0.02), (x, d * (y + 0.001), top + 0.01), 0.0011, "cords", 6)
    add_rod(b, "cords", (-w * 0.44, -0.032, top), (-w * 0.44, -0.036, top - 0.75), 0.0038, "wand", 10)
    b.mount = 0.95
    b.lean = "back"
