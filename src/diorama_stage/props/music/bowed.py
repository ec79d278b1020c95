# SPDX-License-Identifier: GPL-3.0-or-later
"""The large violins: a cello and a double bass, each on its endpin against a stand."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, discard, lathe, move, rotate, smooth_path, sweep
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.kit.parts import add_rod
from diorama_stage.props.music.strings import violin
from diorama_stage.props.registry import prop

RIB = 0.0155
"""Half the depth of a violin's ribs, metres."""


def _grown(points: np.ndarray, size: float, deep: float) -> np.ndarray:
    """A violin's points at `size` times its measures, its body `deep` times as deep for that: what is behind the belly moves back."""
    out = points.copy()
    body = np.clip((0.365 - points[:, 2]) / 0.02, 0, 1)  # the neck and the scroll keep their thickness
    inside = np.clip(points[:, 1] + RIB, 0, 2 * RIB)
    out[:, 1] += inside * (deep - 1) * body
    return out * size


@prop("cello", "double_bass")
def cello(spec: Spec, b: Builder) -> None:
    """A violin grown to its size: deeper ribs, no chin rest, an endpin; it leans in a slim stand."""
    size, deep, pin = (2.12, 1.75, 0.12) if spec.kind == "cello" else (3.1, 1.5, 0.1)
    violin(spec, b)
    for part in ("chin rest", "button"):
        for o in b._parts.pop(part):
            discard(o)
    for objects in b._parts.values():
        for o in objects:
            set_points(o.data, _grown(vertices(o).astype(float), size, deep))
            move(o, 0, 0, pin)
    middle = RIB * (deep - 1) * size
    b.add(move(lathe([(0, -0.03), (0.011, -0.028), (0.016, 0.0), (0, 0.012)], segments=32), 0, middle, pin), "dark", "endpin")
    add_rod(b, "metal", (0, middle, pin), (0, middle, 0.03), 0.0045, "endpin", 12)
    b.add(move(lathe([(0, 0.0), (0.002, 0.004), (0.0045, 0.03), (0.0045, 0.034), (0, 0.034)], segments=16), 0, middle, 0), "metal", "endpin")
    tall = max(v.co.z for objects in b._parts.values() for o in objects for v in o.data.vertices)
    for objects in b._parts.values():
        for o in objects:
            rotate(move(o, 0, -middle, 0), -9)
    b.slot("stand", "iron", "#1d1d1f", role="fixed")
    back, top = 0.155 * tall + 0.1, 0.3 * tall
    cradle = smooth_path(
        [(-0.11 * size / 2, -0.01, top), (-0.1 * size / 2, 0.13, top), (0, back - 0.03, top), (0.1 * size / 2, 0.13, top), (0.11 * size / 2, -0.01, top)], 40
    )
    b.add(sweep(cradle, 0.008, sides=10), "stand")
    add_rod(b, "stand", (0, back - 0.03, top), (0, back, 0.03), 0.011, sides=12)
    for x, y in ((-0.24, -0.1), (0.24, -0.1), (0, 0.24)):
        add_rod(b, "stand", (0, back, 0.05), (x * size / 2, back + y * size / 2, 0.01), 0.0095, sides=12)
