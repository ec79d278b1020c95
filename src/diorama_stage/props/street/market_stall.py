# SPDX-License-Identifier: GPL-3.0-or-later
"""A market stall."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, ellipsoid, join, move, rotate, sweep
from diorama_stage.kit.mesher import Mesher
from diorama_stage.props.registry import prop

HEAPS = {"apples": "#c8281f", "oranges": "#e0861a", "lemons": "#e3c21c", "limes": "#5f8f2f", "plums": "#7a2a4a", "pears": "#8fae3a"}
"""Of fruit and vegetables."""


@prop("market_stall")
def market_stall(spec: Spec, b: Builder) -> None:
    """A slanting board of crates heaped with fruit, a table before it, a striped awning on four posts, its scalloped edge to the front."""
    first = spec.colours[0] if spec.colours else b.choose("#b3271f", "#2f6b45", "#2a5a96")
    b.slot("awning", "canvas", first)
    b.slot("stripes", "canvas", spec.colours[1] if len(spec.colours) > 1 else "#efe9dc", role="fixed")
    b.slot("frame", "pine", role="trim")
    w, d = 2.4, 1.2
    bands = 16
    made = {"awning": [], "stripes": []}
    for k in range(bands):
        x0, x1 = -w / 2 - 0.1 + (w + 0.2) * k / bands, -w / 2 - 0.1 + (w + 0.2) * (k + 1) / bands
        rows = [(d / 2 + 0.1, 2.5), (0.0, 2.46 - 0.02 * math.sin(k)), (-d / 2 - 0.35, 2.08), (-d / 2 - 0.37, 1.96)]
        m = (x0 + x1) / 2
        hem = [(x0, rows[-1][0], 1.9), (m, rows[-1][0] - 0.005, 1.84), (x1, rows[-1][0], 1.9)]
        top = [[(x0, y, z), (m, y, z - 0.006), (x1, y, z)] for y, z in rows] + [hem]
        m_ = Mesher()
        p = np.array(top)
        n = len(p)
        faces = [(3 * i + j, 3 * i + j + 1, 3 * i + j + 4, 3 * i + j + 3) for i in range(n - 1) for j in range(2)]
        m_.add(p.reshape(-1, 3), np.array(faces))
        made["awning" if k % 2 == 0 else "stripes"].append(m_.object("band", None))
    for slot, objects in made.items():
        b.add(join(objects), slot)
    posts = [sweep([(sx * (w / 2), y, 0), (sx * (w / 2), y, z)], 0.035, sides=4) for sx in (-1, 1) for y, z in ((-d / 2, 2.2), (d / 2, 2.5))]
    posts += [sweep([(sx * w / 2, -d / 2, 2.18), (sx * w / 2, d / 2, 2.48)], 0.028, sides=4) for sx in (-1, 1)]
    board = move(rotate(box(w, d * 0.9, 0.03, bevel=0.004), 12, 0, 0), 0, 0, 0.8)
    b.add(join([*posts, board, *[box(0.06, 0.06, 0.78, bevel=0.004, at=(x, y, 0)) for x in (-w / 2 + 0.1, w / 2 - 0.1) for y in (-0.4, 0.4)]]), "frame")
    counter = box(w - 0.1, 0.44, 0.03, bevel=0.004, at=(0, -1.22, 0.6))
    b.add(join([counter, *[box(0.05, 0.05, 0.6, bevel=0.004, at=(x, y, 0)) for x in (-w / 2 + 0.12, w / 2 - 0.12) for y in (-1.38, -1.06)]]), "frame")
    b.support("counter", -w / 2 + 0.1, w / 2 - 0.1, -1.42, -1.02, 0.63)  # before the awning: it is seen, and nothing is over it
    crates, heaps = [], {}
    for i in range(6):
        for j in range(2):
            x, y = -w / 2 + 0.22 + i * 0.392, -0.27 + 0.5 * j
            z = 0.84 + math.tan(math.radians(12)) * y
            sides = [box(0.37, 0.012, 0.09, bevel=0.002, at=(0, s * 0.22, 0)) for s in (-1, 1)] + [
                box(0.012, 0.44, 0.09, bevel=0.002, at=(s * 0.18, 0, 0)) for s in (-1, 1)
            ]
            crates.append(move(rotate(join(sides), 12, 0, 0), x, y, z))
            kind = list(HEAPS)[(i * 2 + j + b.spec.seed) % len(HEAPS)]
            for _ in range(46):
                u, v = b.rng.uniform(-0.155, 0.155), b.rng.uniform(-0.19, 0.19)
                up = 0.05 + 0.06 * math.cos(u * 8) * math.cos(v * 7) + b.rng.uniform(-0.012, 0.012)
                r = b.rng.uniform(0.03, 0.038)
                heaps.setdefault(kind, []).append(
                    ellipsoid(r, r, r * b.rng.uniform(0.85, 1.1), at=(x + u, y + v, z + up + math.tan(math.radians(12)) * v), segments=14)
                )
    b.add(join(crates), "frame", "crates")
    for kind, objects in heaps.items():
        b.slot(kind, "apple_skin", HEAPS[kind], role="fixed")
        b.add(join(objects), kind, "fruit")
