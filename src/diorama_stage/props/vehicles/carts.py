# SPDX-License-Identifier: GPL-3.0-or-later
"""A shopping cart and a sled."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Interior, Spec, box, join, lathe, move, rotate, smooth_path, sweep
from diorama_stage.props.registry import prop


@prop("shopping_cart")
def shopping_cart(spec: Spec, b: Builder) -> None:
    """A basket of wire on a frame with four castors, a handle with a plastic grip, a child's seat folded up."""
    b.slot("body", "chrome")
    b.slot("grip", "plastic", b.choose("#b3271f", "#2a5a96", "#2f6b45"), role="trim")
    b.slot("wheels", "rubber", "#26282a", role="fixed")
    wires = []

    def ring(z, back, front, half):
        return [(back, -half, z), (front, -half * 0.82, z), (front, half * 0.82, z), (back, half, z), (back, -half, z)]

    low, high = np.array(ring(0.5, 0.32, -0.34, 0.21)), np.array(ring(0.92, 0.4, -0.46, 0.27))
    for u in np.linspace(0, 1, 9):
        wires.append(sweep(low + (high - low) * u, 0.006 if u in (0.0, 1.0) else 0.0028, sides=8))
    for k in range(4):
        for u in np.linspace(0, 1, 15 if k % 2 == 0 else 11):
            wires.append(sweep([low[k] + (low[k + 1] - low[k]) * u, high[k] + (high[k + 1] - high[k]) * u], 0.0026, sides=6))
    for y in np.linspace(-0.19, 0.19, 13):
        wires.append(sweep([(0.32, y, 0.5), (-0.34, y * 0.82, 0.5)], 0.0026, sides=6))
    b.add(join(wires), "body", "basket")
    frame = []
    for s in (-1, 1):
        frame.append(sweep(smooth_path([(0.36, s * 0.25, 0.14), (0.36, s * 0.25, 0.5), (0.44, s * 0.27, 0.92), (0.5, s * 0.27, 1.02)], 30), 0.012, sides=12))
        frame.append(sweep([(0.36, s * 0.25, 0.14), (-0.38, s * 0.17, 0.14)], 0.012, sides=12))
        frame.append(sweep([(-0.34, s * 0.17, 0.14), (-0.3, s * 0.18, 0.5)], 0.009, sides=10))
    frame.append(sweep([(-0.38, -0.17, 0.14), (-0.38, 0.17, 0.14)], 0.012, sides=12))
    b.add(join(frame), "body", "frame")
    b.add(sweep([(0.5, -0.29, 1.02), (0.5, 0.29, 1.02)], 0.018, sides=16), "grip", "handle")
    wheel = [(0.02, -0.014), (0.055, -0.016), (0.062, 0), (0.055, 0.016), (0.02, 0.014), (0.02, -0.014)]
    b.add(
        join([move(rotate(lathe(wheel, segments=40), 90, 0, 0), x, y, 0.062) for x, y in ((0.36, -0.25), (0.36, 0.25), (-0.36, -0.17), (-0.36, 0.17))]),
        "wheels",
    )
    b.interior = Interior(0.2, 0.51, 0.92)


@prop("sled")
def sled(spec: Spec, b: Builder) -> None:
    """Wooden slats on two runners that curl up in front, shod with steel, a rope to pull it by."""
    b.slot("body", b.choose("oak", "pine", "wood"))
    b.slot("shoes", "steel", "#8f9294", role="trim")
    b.slot("rope", "burlap", "#b79a68", role="fixed")
    wood, shoes = [], []
    for s in (-1, 1):
        y = s * 0.17
        run = smooth_path([(0.52, y, 0.012), (0.0, y, 0.01), (-0.38, y, 0.014), (-0.56, y, 0.09), (-0.6, y, 0.2), (-0.54, y, 0.26)], 60)
        wood.append(sweep(run + (0, 0, 0.012), 0.014, sides=12))
        shoes.append(sweep(run, 0.008, sides=8))
        wood += [sweep([(x, y, 0.02), (x, y * 0.95, 0.21)], 0.013, sides=10) for x in (0.4, 0.0, -0.34)]
        wood.append(box(1.0, 0.03, 0.025, bevel=0.006, at=(-0.02, y, 0.2)))
    wood += [box(1.02, 0.058, 0.014, bevel=0.005, at=(-0.02, (k - 2) * 0.075, 0.226)) for k in range(5)]
    wood += [sweep([(x, -0.18, 0.2), (x, 0.18, 0.2)], 0.013, sides=10) for x in (0.4, 0.0, -0.34, -0.54)]
    b.add(join(wood), "body")
    b.add(join(shoes), "shoes", "runners")
    b.add(
        sweep(smooth_path([(-0.55, -0.16, 0.24), (-0.75, -0.14, 0.03), (-0.92, 0.02, 0.008), (-0.74, 0.15, 0.03), (-0.55, 0.16, 0.24)], 60), 0.005, sides=8),
        "rope",
    )
    b.support("seat", -0.4, 0.4, -0.15, 0.15, 0.24)
