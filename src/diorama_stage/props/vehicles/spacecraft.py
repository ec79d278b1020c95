# SPDX-License-Identifier: GPL-3.0-or-later
"""What flies in space: a lander of a spaceship, a flying saucer, a satellite."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, ellipsoid, join, lathe, loft, move, rotate, smooth_path, sphere, sweep
from diorama_stage.kit.parts import hull
from diorama_stage.props.registry import prop


@prop("spaceship")
def spaceship(spec: Spec, b: Builder) -> None:
    """A long hull with a cockpit of dark glass, swept wings with tips, four engines that glow behind, on three landing legs; its nose to the left."""
    b.slot("hull", "paint", b.choose("#c9ccce", "#b7bcc2", "#d8d5cc"), finish=("satin",))
    b.slot("trim", "paint", b.choose("#b3402a", "#2a5f8f", "#c98a1e"), role="trim")
    b.slot("glass", "lacquer", "#141a20", role="fixed")
    b.slot("dark", "steel", "#3a3d42", role="fixed")
    b.slot("glow", "emission", "#7fd0ff", role="fixed", params={"strength": 14.0})
    b.add(
        hull(
            [
                (-5.6, 1.75, 0.06, 0.05, 0.05, 2),
                (-4.6, 1.8, 0.6, 0.35, 0.3, 2.2),
                (-2.5, 2.0, 1.15, 0.75, 0.6, 2.4),
                (0.5, 2.1, 1.4, 0.95, 0.75, 2.8),
                (3.6, 2.1, 1.45, 0.9, 0.75, 3.2),
                (4.6, 2.1, 1.2, 0.7, 0.6, 3.2),
            ]
        ),
        "hull",
    )
    b.add(
        hull(
            [
                (-4.2, 2.1, 0.1, 0.02, 0.2, 2),
                (-3.4, 2.3, 0.55, 0.34, 0.4, 2.2),
                (-2.2, 2.55, 0.72, 0.5, 0.5, 2.2),
                (-0.9, 2.75, 0.62, 0.3, 0.4, 2.2),
                (-0.3, 2.8, 0.3, 0.05, 0.3, 2),
            ]
        ),
        "glass",
        "cockpit",
    )
    wings, stripes = [], []
    for s in (-1, 1):
        for y0, y1, x0, x1, z0, z1, into in ((0.9, 3.9, -0.6, 4.1, 1.95, 1.55, wings), (3.8, 4.1, 2.0, 4.9, 1.57, 1.5, stripes)):
            tip = 2.2 if into is wings else x0
            rows = [(y0, x0, x1, z0, 0.16), (y1, tip, x1 + 0.6 * (into is wings), z1, 0.06)]
            foil = [
                [
                    (x0 + (x1 - x0) * u, s * y, z + t * side * (4 * u * (1 - u)) ** 0.5)
                    for u, side in [(u, 1) for u in np.linspace(0, 1, 9)] + [(u, -1) for u in np.linspace(1, 0, 9)[1:-1]]
                ]
                for y, x0, x1, z, t in rows
            ]
            into.append(loft(foil, smooth=40))
        fin = [
            [
                (2.6 + k * 1.0, s * (1.1 + 0.55 * k), 2.6 + 1.5 * k),
                (4.6 + k * 0.5, s * (1.1 + 0.55 * k), 2.6 + 1.5 * k),
                (4.6 + k * 0.5, s * (1.2 + 0.55 * k), 2.6 + 1.5 * k),
                (2.6 + k * 1.0, s * (1.2 + 0.55 * k), 2.6 + 1.5 * k),
            ]
            for k in (0, 1)
        ]
        stripes.append(loft(fin, smooth=30))
    b.add(join(wings), "hull", "wings")
    b.add(
        join(
            [
                *stripes,
                *[hull([(x, 2.1, w, u, d, 3), (x + 0.25, 2.1, w + 0.01, u, d, 3)]) for x, w, u, d in ((1.2, 1.435, 0.965, 0.77), (1.7, 1.445, 0.96, 0.77))],
            ]
        ),
        "trim",
        "fins",
    )
    bell = [(0.3, 0), (0.42, 0.35), (0.36, 0.8), (0.32, 0.78), (0.36, 0.35), (0.2, 0.1), (0.3, 0)]
    engines = [(4.4, y, z) for y in (-0.75, 0.75) for z in (1.82, 2.5)]
    b.add(join([move(rotate(lathe(bell, segments=32), 0, 90, 0), *at) for at in engines]), "dark", "engines")
    b.add(join([move(rotate(cylinder(0.31, 0.04, bevel=0.01), 0, 90, 0), x + 0.5, y, z) for x, y, z in engines]), "glow")
    legs = []
    for x, y in ((-3.2, 0), (2.4, -1.7), (2.4, 1.7)):
        legs += [
            sweep([(x, y * 0.5, 1.6), (x - 0.2, y, 0.12)], 0.11, sides=10),
            sweep([(x + 0.7, y * 0.5, 1.5), (x - 0.15, y * 0.95, 0.5)], 0.06, sides=8),
            cylinder(0.36, 0.12, bevel=0.04, at=(x - 0.2, y, 0)),
        ]
    b.add(join(legs), "dark", "legs")


@prop("ufo")
def ufo(spec: Spec, b: Builder) -> None:
    """A saucer of bright metal with a dome of glass, lamps around its rim, standing on three legs where it does not hover."""
    b.slot("hull", "brushed_steel")
    b.slot("dome", "glass", "#a9d8c8", role="fixed")
    b.slot("lamps", "emission", b.choose("#8dffb0", "#ffd27a", "#8fd4ff"), role="fixed", params={"strength": 12.0})
    b.slot("legs", "steel", "#6f7479", role="fixed")
    z = 1.3
    rim = [
        (0, z - 0.5),
        (0.7, z - 0.48),
        (1.3, z - 0.36),
        (2.6, z - 0.06),
        (3.0, z + 0.02),
        (3.03, z + 0.08),
        (2.95, z + 0.13),
        (2.2, z + 0.36),
        (1.35, z + 0.62),
        (1.28, z + 0.7),
        (1.1, z + 0.72),
        (0, z + 0.72),
    ]
    b.add(lathe(rim, segments=96, smooth=35), "hull")
    b.add(
        lathe(
            [tuple(p) for p in smooth_path([(1.1, z + 0.7), (1.08, z + 1.0), (0.8, z + 1.42), (0.4, z + 1.6), (0.0, z + 1.65)], 30)], segments=64, smooth=180
        ),
        "dome",
    )
    b.add(
        join(
            [
                lathe([(1.06, z + 0.73), (1.18, z + 0.73), (1.18, z + 0.8), (1.06, z + 0.8)], segments=64),
                ellipsoid(0.3, 0.3, 0.34, at=(0, 0, z + 0.9), segments=24),
                sphere(0.2, at=(0, 0, z + 1.28), segments=24),
            ]
        ),
        "legs",
        "pilot",
    )
    a = np.linspace(0, 2 * np.pi, 18, endpoint=False)
    b.add(join([ellipsoid(0.12, 0.12, 0.08, at=(2.55 * np.cos(t), 2.55 * np.sin(t), z + 0.25), segments=14) for t in a]), "lamps")
    b.add(lathe([(0, z - 0.54), (0.55, z - 0.54), (0.6, z - 0.48), (0, z - 0.46)], segments=48), "lamps", "beam")
    feet = np.arange(3) * 2 * np.pi / 3 + 0.5
    b.add(
        join(
            [
                join(
                    [
                        sweep([(1.3 * np.cos(t), 1.3 * np.sin(t), z - 0.3), (2.0 * np.cos(t), 2.0 * np.sin(t), 0.06)], 0.07, sides=10),
                        cylinder(0.24, 0.07, bevel=0.02, at=(2.0 * np.cos(t), 2.0 * np.sin(t), 0)),
                    ]
                )
                for t in feet
            ]
        ),
        "legs",
    )
    b.footprint = "round"


@prop("satellite")
def satellite(spec: Spec, b: Builder) -> None:
    """A box in gold foil between two wings of blue solar cells, a dish and antennas."""
    b.slot("body", "foil", "#d9a441")
    b.slot("cells", "lacquer", "#142a5c", role="trim")
    b.slot("frame", "aluminium", role="fixed")
    b.slot("dish", "paint", "#eceae4", role="fixed")
    z = 1.6
    b.add(box(1.1, 1.1, 1.5, bevel=0.03, at=(0, 0, z - 0.75)), "body")
    cells, frame = [], []
    for s in (-1, 1):
        for k in range(3):
            x = s * (1.75 + 1.45 * k)
            frame += [
                box(1.4, 0.04, 1.3, bevel=0.01, at=(x, 0.03, z - 0.65)),
                sweep([(s * 0.5, 0.04, z), (s * 1.1, 0.04, z)], 0.05, sides=8),
                sweep([(x + s * 0.68, 0.03, z), (x + s * 0.8, 0.03, z)], 0.04, sides=8),
            ]
            cells += [box(0.31, 0.012, 0.39, bevel=0.003, at=(x - 0.495 + 0.33 * i, 0.0, z - 0.615 + 0.415 * j)) for i in range(4) for j in range(3)]
    b.add(join(cells), "cells", "wings")
    bowl = lathe([(0, 0), (0.3, 0.05), (0.55, 0.16), (0.72, 0.32), (0.7, 0.33), (0.53, 0.19), (0.29, 0.08), (0, 0.03)], segments=64)
    b.add(move(rotate(bowl, 62, 0, 14), 0.05, -0.62, z + 0.75), "dish")
    frame += [
        sweep([(0, -0.5, z + 0.6), (0.05, -0.7, z + 0.78)], 0.06, sides=10),
        sweep([(0.06, -0.68, z + 0.76), (0.18, -1.18, z + 1.02)], 0.02, sides=8),
        sphere(0.05, at=(0.18, -1.18, z + 1.02), segments=12),
    ]
    frame += [sweep([(x, 0.2, z + 0.7), (x * 1.4, 0.3, z + 1.6)], 0.014, sides=6) for x in (-0.4, 0.4)] + [
        cylinder(0.3, 0.2, bevel=0.02, at=(0, 0, z - 0.95), top=0.16)
    ]
    b.add(join(frame), "frame")
