# SPDX-License-Identifier: GPL-3.0-or-later
"""What flies on a string: balloons and kites."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    from_geometry,
    join,
    lathe,
    move,
    rotate,
    smooth_path,
    solidify,
    sphere,
    sweep,
    torus,
)  # fmt: skip
from diorama_stage.kit.parts import rod
from diorama_stage.props.registry import prop


def latex(R: float, segments: int = 72):
    """An inflated balloon about its widest ring: it narrows to a neck at the bottom, -1.3 R, and closes at the top, 1.08 R."""
    a = np.linspace(0.03, math.pi, 72)
    low = a < math.pi / 2
    r, z = np.where(low, np.sin(a) ** 1.3, np.sin(a)) * R, -np.cos(a) * np.where(low, 1.3, 1.08) * R
    r[-1] = 0
    return lathe([(0, z[0]), *zip(r, z, strict=True)], segments=segments, smooth=180)


@prop("balloon")
def balloon(spec: Spec, b: Builder) -> None:
    R, string = b.vary(0.145, 0.05), 0.46
    b.slot("body", "plastic", b.choose("#c8232b", "#2265b8", "#e8b21e", "#d9558b"), finish=("glossy",))
    b.slot("string", "cotton", "#e9e5dc", role="fixed")
    z = string + 1.3 * R
    b.add(move(latex(R), 0, 0, z), "body")
    knot = [torus(0.0085, 0.0042, at=(0, 0, string - 0.004), segments=28, sides=12)]
    skirt = lathe(
        [
            (0.004, string - 0.004),
            (0.008, string - 0.013),
            (0.014, string - 0.021),
            (0.0155, string - 0.021),
            (0.009, string - 0.012),
            (0.006, string - 0.002),
        ],
        segments=40,
    )
    for v in skirt.data.vertices:
        v.co.z += 0.003 * math.sin(3 * math.atan2(v.co.y, v.co.x))
    b.add(join([*knot, skirt]), "body", "knot")
    t = np.linspace(0, 1, 120)
    sway = 0.02 * np.sin(t * 7 + b.rng.uniform(0, 6)) * t
    fall = np.stack([sway, 0.6 * sway * np.cos(3 * t), (string - 0.008) * (1 - t) + 0.002], axis=1)
    curl = [fall[-1] + (0.05 * u * math.cos(5 * u), 0.05 * u * math.sin(5 * u), 0) for u in np.linspace(0.02, 1, 40)]
    b.add(sweep([*fall, *curl], 0.0013, sides=8), "string")
    b.hang = (0, 0, z + 1.08 * R)
    b.footprint = "round"


def bow(wide: float, at, turn: float):
    """A ribbon's bow on a string: two loops and a knot."""
    loops = []
    for s in (-1, 1):
        path = [(s * wide * t, 0.0, s * wide * 0.14 * math.sin(t * math.pi)) for t in np.linspace(0.03, 1, 10)]
        loops.append(sweep(path, np.linspace(0.12, 0.42, 10) * wide, flat=0.1, sides=10))
    return move(rotate(join([*loops, sphere(wide * 0.16, segments=14)]), 0, turn, 0), *at)


@prop("kite")
def kite(spec: Spec, b: Builder) -> None:
    w, top, low, base = 0.4, 0.34, 0.62, 0.42
    first, second = b.choose(("#d3322b", "#f0c02e"), ("#2467b5", "#f2efe6"), ("#d65a1f", "#2b8a8a"))
    b.slot("body", "silk", first)
    b.slot("panels", "silk", second, role="main" if len(spec.colours) == 1 else "trim")
    b.slot("spars", "wood", "#caa066", role="fixed")
    b.slot("tail", "silk", second, role="trim")
    b.slot("string", "cotton", "#e6e2d8", role="fixed")
    zc = base + low
    tips = [(0, top), (w, 0), (0, -low), (-w, 0)]
    for k in range(4):
        (x0, z0), (x1, z1) = tips[k], tips[(k + 1) % 4]
        verts, faces, n = [], [], 12
        for i in range(n + 1):
            for j in range(n + 1):
                u, v = i / n, j / n
                edge = (x0 * (1 - v) + x1 * v, z0 * (1 - v) + z1 * v)
                verts.append(
                    (
                        edge[0] * u,
                        0.05 * u * (abs(edge[0]) / w) ** 1.5 + 0.035 * math.sin(math.pi * v) * math.sin(math.pi * min(u, 1) * 0.9),
                        edge[1] * u + zc,
                    )
                )
        faces = [(i * (n + 1) + j, (i + 1) * (n + 1) + j, (i + 1) * (n + 1) + j + 1, i * (n + 1) + j + 1) for i in range(n) for j in range(n)]
        b.add(solidify(from_geometry("sail", verts, faces, smooth=80), 0.0008), "body" if k % 2 else "panels", "sail")
    b.add(rod((0, 0.006, zc - low), (0, 0.006, zc + top), 0.0045), "spars")
    b.add(sweep(smooth_path([(-w, 0.054, zc), (0, 0.012, zc), (w, 0.054, zc)], 24), 0.004, sides=10), "spars")
    rim = [(x, 0.052 * (abs(x) / w) ** 1.5, z + zc) for x, z in tips]
    b.add(
        sweep([p for a, c in zip(rim, rim[1:] + rim[:1], strict=True) for p in np.linspace(a, c, 14, endpoint=False)] + [rim[0]], 0.0028, sides=8),
        "string",
        "hem",
    )
    b.add(
        join(
            [
                rod((0, -0.002, zc + top * 0.4), (0, -0.16, zc - 0.05), 0.0011, sides=6),
                rod((0, -0.002, zc - low * 0.55), (0, -0.16, zc - 0.05), 0.0011, sides=6),
            ]
        ),
        "string",
        "bridle",
    )
    t = np.linspace(0, 1, 90)
    tail = np.stack([0.16 * np.sin(t * 8.5) * t**0.7, 0.03 * np.sin(5 * t), zc - low - (base - 0.035) * t], axis=1)
    b.add(sweep(tail, 0.0028, sides=6), "string")
    for k, i in enumerate((14, 31, 47, 63, 78, 88)):
        b.add(bow(0.068, tail[i], (-1) ** k * 24 + b.rng.uniform(-10, 10)), "tail" if k % 2 else "body", "tail")
    b.lean, b.hang = "back", (0, 0, zc + top)
