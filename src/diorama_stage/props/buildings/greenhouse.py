# SPDX-License-Identifier: GPL-3.0-or-later
"""A greenhouse."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, ellipsoid, join, sweep
from diorama_stage.kit.mesher import Mesher
from diorama_stage.kit.parts import copies, rods
from diorama_stage.props.registry import prop


@prop("greenhouse")
def greenhouse(spec: Spec, b: Builder) -> None:
    """A gabled house of glass panes in a painted frame over a low wall of brick, a door in the front gable, benches of green plants inside."""
    w, d, eave, ridge, sill = 3.0, 4.6, 1.95, 3.0, 0.55
    b.slot("frame", "paint", b.choose("#f0eee6", "#2f4a3a", "#e7ebe6"))
    b.slot("glass", "glass", "#dcebe4", role="fixed", params={"pane": True})
    b.slot("wall", "brick", role="trim")
    b.slot("plants", "leaf", "#3f7a33", role="fixed")
    b.slot("pots", "terracotta", role="fixed")
    b.slot("benches", "wood", "#8a6a48", role="fixed")
    roof = lambda x: ridge - (ridge - eave) * abs(x) / (w / 2)  # noqa: E731
    walls = [box(0.12, d, sill, bevel=0.01, at=(s * (w / 2), 0, 0)) for s in (-1, 1)] + [box(w, 0.12, sill, bevel=0.01, at=(0, d / 2, 0))]
    walls += [box(w / 2 - 0.45, 0.12, sill, bevel=0.01, at=(s * (w / 4 + 0.225), -d / 2, 0)) for s in (-1, 1)]
    b.add(join(walls), "wall")
    bars, panes = [], Mesher()
    ys = np.linspace(-d / 2, d / 2, 8)
    for y in ys:
        for s in (-1, 1):
            bars += [[(s * w / 2, y, sill), (s * w / 2, y, eave)], [(s * w / 2, y, eave), (0, y, ridge)]]
    for s in (-1, 1):
        panes.quad((s * w / 2, -d / 2, sill), (s * w / 2, d / 2, sill), (s * w / 2, d / 2, eave), (s * w / 2, -d / 2, eave))
        panes.quad((s * w / 2, -d / 2, eave), (s * w / 2, d / 2, eave), (0, d / 2, ridge), (0, -d / 2, ridge))
        bars += [[(s * w / 2, -d / 2, z), (s * w / 2, d / 2, z)] for z in (sill + 0.02, 1.25)] + [
            [(s * w / 4, -d / 2, roof(w / 4)), (s * w / 4, d / 2, roof(w / 4))]
        ]
    for y in (-d / 2, d / 2):
        xs = np.linspace(-w / 2, w / 2, 7)
        bars += [[(x, y, sill if y > 0 or abs(x) > 0.45 else 0.02), (x, y, roof(x))] for x in xs] + [[(-w / 2, y, 1.25), (w / 2, y, 1.25)]]
        for x0, x1 in zip(xs, xs[1:], strict=False):
            panes.quad((x0, y, sill), (x1, y, sill), (x1, y, roof(x1)), (x0, y, roof(x0)))
    b.add(rods(bars, 0.022, sides=6), "frame", "bars")
    edges = [sweep([(s * w / 2, -d / 2 - 0.05, eave), (s * w / 2, d / 2 + 0.05, eave)], 0.045, sides=8) for s in (-1, 1)] + [
        sweep([(0, -d / 2 - 0.05, ridge), (0, d / 2 + 0.05, ridge)], 0.05, sides=8)
    ]
    edges += [box(0.07, 0.07, eave, bevel=0.008, at=(sx * w / 2, sy * d / 2, 0)) for sx in (-1, 1) for sy in (-1, 1)]
    edges += [box(0.07, 0.05, 2.0, bevel=0.008, at=(s * 0.45, -d / 2 - 0.03, 0)) for s in (-1, 1)] + [
        box(0.96, 0.05, 0.08, bevel=0.008, at=(0, -d / 2 - 0.03, z)) for z in (0.0, 0.8, 1.95)
    ]
    b.add(join(edges), "frame")
    b.add(panes.object("panes", None), "glass")
    b.add(
        join(
            [box(0.7, d - 0.5, 0.05, bevel=0.01, at=(s * (w / 2 - 0.5), 0, 0.75)) for s in (-1, 1)]
            + [box(0.06, 0.06, 0.75, at=(s * (w / 2 - 0.2), y, 0)) for s in (-1, 1) for y in (-1.8, 0, 1.8)]
        ),
        "benches",
    )
    pots, leaves = [], []
    for s in (-1, 1):
        for y in np.linspace(-1.9, 1.9, 8):
            x = s * (w / 2 - 0.5) + b.rng.uniform(-0.12, 0.12)
            pots.append(box(0.2, 0.2, 0.2, bevel=0.05, at=(x, y, 0.8)))
            for _ in range(26):
                a, e, r = b.rng.uniform(0, 6.28), b.rng.uniform(-0.1, 1.4), b.rng.uniform(0.1, 0.34)
                leaves.append((x + r * np.cos(a) * np.cos(e), y + r * np.sin(a) * np.cos(e), 1.02 + r * np.sin(e) * 1.3))
    b.add(join(pots), "pots")
    places = np.repeat(np.eye(4)[None], len(leaves), 0)
    places[:, :3, 3] = leaves
    b.add(copies(ellipsoid(0.07, 0.05, 0.03, segments=8), places), "plants")
