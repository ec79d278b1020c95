# SPDX-License-Identifier: GPL-3.0-or-later
"""A treasure chest."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Interior, Spec, box, cylinder, join, loft, move, rotate, sphere
from diorama_stage.props.registry import prop


@prop("treasure_chest")
def treasure_chest(spec: Spec, b: Builder) -> None:
    """Planks and iron bands, a barrelled lid, a lock, rings at its ends; open it shows the coins it is full of."""
    open_ = spec.has("open", "filled")
    b.slot("body", b.choose("wood", "dark_wood", "oak"))
    b.slot("bands", b.choose("iron", "brass", "cast_iron"), role="trim")
    b.slot("coins", "gold", role="fixed")
    w, d, h, t = 0.7, 0.42, 0.3, 0.022
    walls = [box(w, t, h, bevel=0.003, at=(0, s * (d - t) / 2, 0)) for s in (-1, 1)] + [
        box(t, d - 2 * t, h, bevel=0.003, at=(s * (w - t) / 2, 0, 0)) for s in (-1, 1)
    ]
    b.add(join([*walls, box(w - t, d - t, t, bevel=0.003)]), "body")
    a = np.linspace(0, math.pi, 15)
    lid = []
    for k in range(14):  # staves
        ring = [(r * math.cos(q), 0.62 * r * math.sin(q)) for q, r in ((a[k], d / 2), (a[k + 1], d / 2), (a[k + 1], d / 2 - t), (a[k], d / 2 - t))]
        lid.append(loft([[(x, y, z) for y, z in ring] for x in (-w / 2, w / 2)], smooth=20))
    for s in (-1, 1):
        half = [(d / 2 * 0.995 * math.cos(q), 0.62 * d / 2 * 0.995 * math.sin(q)) for q in a]
        lid.append(loft([[(s * (w / 2 - 0.004), y, z) for y, z in half], [(s * (w / 2 - t), y, z) for y, z in half]], smooth=20))
    straps = []
    for x in (-0.27, 0.0, 0.27):
        out = [[(x + e, 1.012 * d / 2 * math.cos(q), 0.62 * 1.03 * d / 2 * math.sin(q)) for e in (-0.02, 0.02)] for q in a]
        straps.append(loft([[p[0], p[1], (p[1][0], p[1][1] * 0.97, p[1][2] * 0.97), (p[0][0], p[0][1] * 0.97, p[0][2] * 0.97)] for p in out], smooth=20))
    top = [b.add(join(lid), "body", "lid"), b.add(join(straps), "bands")]
    for o in top:
        move(rotate(move(o, 0, -d / 2, 0), -62 if open_ else 0, 0, 0), 0, d / 2, h)
    bands = [box(0.04, d + 0.006, h + 0.002, bevel=0.003, at=(x, 0, -0.001)) for x in (-0.27, 0.27)]
    corners = [box(0.05, 0.05, h * 0.98, bevel=0.004, at=(sx * (w / 2 - 0.022), sy * (d / 2 - 0.022), 0.003)) for sx in (-1, 1) for sy in (-1, 1)]
    bands += [
        box(0.09, 0.012, 0.1, bevel=0.004, at=(0, -d / 2 - 0.004, h - 0.1)),
        move(rotate(cylinder(0.009, 0.01, bevel=0.002), 90, 0, 0), 0, -d / 2 - 0.012, h - 0.05),
    ]
    bands += [sphere(0.007, at=(x + e, -d / 2 - 0.004, z), segments=14) for x in (-0.27, 0.27) for e in (0,) for z in (0.05, 0.13, 0.21)]
    b.add(join([*bands, *corners]), "bands")
    if open_:
        coins = []
        for _ in range(420):
            x, y = b.rng.uniform(-w / 2 + 0.04, w / 2 - 0.04), b.rng.uniform(-d / 2 + 0.04, d / 2 - 0.04)
            z = h - 0.04 + 0.07 * math.cos(x / w * 2.4) * math.cos(y / d * 2.4) + b.rng.uniform(-0.02, 0.0)
            coins.append(move(rotate(cylinder(0.014, 0.0022, bevel=0.0005, segments=20), b.rng.uniform(-35, 35), b.rng.uniform(-35, 35), 0), x, y, z))
        b.add(join([box(w - 2 * t, d - 2 * t, h - 0.05, bevel=0.02, at=(0, 0, 0.01)), *coins]), "coins")
    else:
        b.support("lid", -w / 2 + 0.06, w / 2 - 0.06, -0.05, 0.05, h + 0.62 * d / 2)
    b.interior = Interior(0.17, t, h)
