# SPDX-License-Identifier: GPL-3.0-or-later
"""What one person pushes or pulls another in: a rickshaw, a stroller."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, from_geometry, join, loft, move, rotate, smooth_path, solidify, sweep, torus
from diorama_stage.kit.parts import rods
from diorama_stage.props.registry import prop
from diorama_stage.props.vehicles.spoked import wheel


def hood(x: float, z: float, radius: float, half: float, start: float, end: float):
    """A folding hood of cloth about (x, z), from `start` to `end` degrees in the x–z plane, `half` as wide each way, pleated between its bows."""
    t, u = np.linspace(0, 1, 41), np.linspace(-1, 1, 17)
    a = np.radians(start + (end - start) * t)[:, None]
    r = radius * (1 - 0.05 * np.abs(np.sin(4 * np.pi * t)))[:, None] * (1 - 0.16 * np.abs(u) ** 3)
    points = np.stack([x + r * np.cos(a), np.broadcast_to(half * np.sign(u) * np.abs(u) ** 0.7, r.shape), z + r * np.sin(a)], axis=2)
    side = [np.concatenate([[(x, s * half, z)], points[:, j]]) for s, j in ((-1, 0), (1, 16))]
    faces = [(i * 17 + j, i * 17 + j + 1, (i + 1) * 17 + j + 1, (i + 1) * 17 + j) for i in range(40) for j in range(16)]
    made = [from_geometry("hood", points.reshape(-1, 3), np.array(faces), smooth=50)]
    made += [from_geometry("side", rim, np.array([(0, i, i + 1) for i in range(1, 41)]), smooth=50) for rim in side]
    return solidify(join(made), 0.006)


@prop("rickshaw")
def rickshaw(spec: Spec, b: Builder) -> None:
    """A seat under a folding hood between two tall spoked wheels, two long shafts to the left."""
    b.slot("body", "lacquer", b.choose("#7d1418", "#1c1a1a", "#18352c"))
    b.slot("hood", "canvas", b.choose("#22211f", "#7a2a1c", "#3d3a30"), role="trim")
    b.slot("seat", "leather", "#7c2a22", role="trim")
    b.slot("wheels", "lacquer", "#1d1c1b", role="fixed")
    b.slot("tyres", "rubber", "#202020", role="fixed")
    r = 0.56
    for s in (-1, 1):
        wood, tyre = wheel(0.1, s * 0.48, r, spokes=16, wide=0.04, thick=0.04)
        b.add(wood, "wheels")
        b.add(tyre, "tyres")
        b.add(
            sweep(smooth_path([(0.45, s * 0.33, 0.62), (-0.2, s * 0.33, 0.56), (-1.0, s * 0.33, 0.62), (-2.0, s * 0.3, 0.86)], 40), 0.022, sides=12),
            "body",
            "shafts",
        )
        side = [(-0.3, 0.6), (0.42, 0.6), (0.5, 1.25), (0.36, 1.3), (0.28, 0.95), (-0.16, 0.9)]
        b.add(join([loft([[(x, s * 0.36 + d, z) for x, z in side] for d in (-0.012, 0.012)])]), "body", "sides")
    b.add(
        join(
            [
                sweep([(-1.98, -0.3, 0.855), (-1.98, 0.3, 0.855)], 0.02, sides=12),
                box(0.7, 0.7, 0.05, bevel=0.01, at=(0.08, 0, 0.58)),
                box(0.45, 0.66, 0.04, bevel=0.01, at=(-0.5, 0, 0.36)),
                move(rotate(box(0.04, 0.66, 0.34, bevel=0.01), 0, 38, 0), -0.32, 0, 0.36),
                rods([[(0.1, -0.5, r), (0.1, 0.5, r)]], 0.022),
            ]
        ),
        "body",
    )
    b.add(join([box(0.5, 0.66, 0.13, bevel=0.05, at=(0.04, 0, 0.78)), move(rotate(box(0.12, 0.66, 0.55, bevel=0.05), 0, 12, 0), 0.31, 0, 0.86)]), "seat")
    b.add(hood(0.36, 1.15, 0.78, 0.42, 35, 165), "hood")
    b.support("seat", -0.15, 0.22, -0.3, 0.3, 0.9)


@prop("stroller")
def stroller(spec: Spec, b: Builder) -> None:
    """A padded seat with a folding hood on a frame with four wheels, its handle to the right."""
    b.slot("body", "canvas", b.choose("#2f4a63", "#59626a", "#7d3a4a", "#3d5a4a"))
    b.slot("frame", "aluminium", role="trim")
    b.slot("tyres", "rubber", "#222324", role="fixed")
    b.slot("grip", "leather", "#2a2320", role="fixed")
    frame, tyres = [], []
    for s in (-1, 1):
        y = s * 0.23
        frame += [
            sweep(smooth_path([(-0.36, y, 0.16), (0.1, y, 0.52), (0.42, y, 0.94), (0.5, y, 1.04)], 30), 0.013, sides=10),
            sweep([(0.34, y, 0.15), (0.14, y, 0.4), (-0.1, y, 0.62)], 0.013, sides=10),
        ]
        for x, r in ((-0.36, 0.1), (0.34, 0.14)):
            tyres.append(move(rotate(torus(r - 0.02, 0.021, segments=40, sides=12), 90, 0, 0), x, s * 0.26, r))
            a = np.linspace(0, 2 * np.pi, 6, endpoint=False)
            spokes = np.stack(
                [
                    np.stack([np.full(6, x), np.full(6, s * 0.26), np.full(6, r)], 1),
                    np.stack([x + (r - 0.02) * np.cos(a), np.full(6, s * 0.26), r + (r - 0.02) * np.sin(a)], 1),
                ],
                1,
            )
            frame.append(rods(spokes, 0.006))
    frame += [rods([[(x, -0.26, r), (x, 0.26, r)] for x, r in ((-0.36, 0.1), (0.34, 0.14))], 0.011)]
    b.add(join(frame), "frame")
    b.add(join(tyres), "tyres", "wheels")
    b.add(sweep(smooth_path([(0.47, -0.235, 1.02), (0.54, -0.2, 1.06), (0.54, 0.2, 1.06), (0.47, 0.235, 1.02)], 30), 0.018, sides=12), "grip", "handle")
    seat = smooth_path([(-0.36, 0.3), (-0.3, 0.44), (-0.05, 0.42), (0.04, 0.46), (0.26, 0.86)], 30)
    b.add(
        loft(
            [
                [
                    (x, y, z)
                    for y, z in (
                        (-0.2, h + 0.09),
                        (-0.17, h + 0.02),
                        (0.17, h + 0.02),
                        (0.2, h + 0.09),
                        (0.22, h + 0.08),
                        (0.19, h - 0.03),
                        (-0.19, h - 0.03),
                        (-0.22, h + 0.08),
                    )
                ]
                for x, h in seat
            ],
            smooth=50,
        ),
        "body",
        "seat",
    )
    b.add(hood(0.1, 0.72, 0.42, 0.225, 40, 152), "body", "hood")
    b.add(sweep(smooth_path([(-0.1, -0.22, 0.56), (-0.26, -0.2, 0.66), (-0.26, 0.2, 0.66), (-0.1, 0.22, 0.56)], 30), 0.017, sides=12), "grip", "bar")
    b.add(box(0.4, 0.36, 0.1, bevel=0.03, at=(0.06, 0, 0.22)), "body", "basket")
