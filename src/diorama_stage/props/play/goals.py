# SPDX-License-Identifier: GPL-3.0-or-later
"""What games are played at: a basketball hoop, a goal, a dartboard, bowling pins."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, lathe, move, rotate, smooth_path, sweep, torus
from diorama_stage.kit.mesher import Mesher
from diorama_stage.kit.parts import rods
from diorama_stage.props.registry import prop


@prop("basketball_hoop")
def basketball_hoop(spec: Spec, b: Builder) -> None:
    """A board with its square and an orange ring with a net, on a bent post."""
    b.slot("board", "paint", "#f2f2ef")
    b.slot("lines", "paint", b.choose("#c0301f", "#1f2327"), role="fixed")
    b.slot("ring", "paint", "#e0531c", role="trim")
    b.slot("net", "cotton", "#f3f0e8", role="fixed")
    b.slot("post", "steel", "#5a6066", role="trim")
    z = 3.05
    b.add(box(1.8, 0.05, 1.05, bevel=0.012, at=(0, 0, z - 0.15)), "board")
    bars = [((-0.88, 0.88), z - 0.12), ((-0.88, 0.88), z + 0.87), ((-0.3, 0.3), z), ((-0.3, 0.3), z + 0.45)]
    lines = [box(x1 - x0, 0.006, 0.05, bevel=0.001, at=(0, -0.027, h - 0.025)) for (x0, x1), h in bars]
    lines += [box(0.05, 0.006, 1.03, bevel=0.001, at=(s * 0.865, -0.027, z - 0.14)) for s in (-1, 1)] + [
        box(0.05, 0.006, 0.45, bevel=0.001, at=(s * 0.275, -0.027, z)) for s in (-1, 1)
    ]
    b.add(join(lines), "lines")
    y = -0.4
    b.add(join([torus(0.23, 0.011, at=(0, y, z), segments=64), box(0.12, 0.16, 0.02, bevel=0.004, at=(0, -0.1, z - 0.01))]), "ring")
    strands, n, rows = [], 14, 6

    def knot(k: float, row: int) -> tuple[float, float, float]:
        far, a = 0.225 - 0.1 * (row / rows) ** 0.6, 2 * np.pi * k / n
        return far * np.cos(a), y + far * np.sin(a), z - 0.44 * row / rows

    for row in range(rows):
        for k in range(n):
            strands += [[knot(k + 0.5 * (row % 2), row), knot(k + 0.5 * (row % 2) + s, row + 1)] for s in (-0.5, 0.5)]
    b.add(rods(strands, 0.0045, sides=5), "net")
    post = [
        sweep(smooth_path([(0, 1.1, 0), (0, 1.1, 2.2), (0, 0.95, 2.95), (0, 0.5, 3.2), (0, 0.03, 3.3)], 40), 0.07, sides=14),
        sweep([(0, 1.05, 2.6), (0, 0.03, 3.0)], 0.035, sides=10),
        box(0.6, 0.6, 0.04, bevel=0.01, at=(0, 1.1, 0)),
    ]
    b.add(join(post), "post")


@prop("soccer_goal")
def goal(spec: Spec, b: Builder) -> None:
    """A football goal: two posts and a bar, stays behind, a net of square meshes that sags between them."""
    b.slot("frame", "paint", "#f4f4f1", finish=("glossy",))
    b.slot("net", "cotton", "#e9e9e4", role="trim")
    half, h, deep = 3.66, 2.44, 1.9
    back = smooth_path([(0.0, h), (0.8, h), (1.1, h - 0.5), (deep, 0.0)], 40)
    b.add(join([sweep([(-half, 0, 0), (-half, 0, h), (half, 0, h), (half, 0, 0)], 0.06, sides=14, smooth=30)]), "frame", "posts")
    b.add(
        join(
            [sweep(np.stack([np.full(40, s * half), back[:, 0], back[:, 1]], axis=1), 0.022, sides=8) for s in (-1, 1)]
            + [sweep([(-half, 0, 0.02), (-half, deep, 0.02), (half, deep, 0.02), (half, 0, 0.02)], 0.022, sides=8)]
        ),
        "frame",
        "stays",
    )
    net = Mesher()
    sag = lambda x, u: 0.1 * np.sin(np.pi * u) * (1 - (x / half) ** 2)  # noqa: E731
    u = np.linspace(0, 1, 40)
    for x in np.linspace(-half, half, 62):
        net.tube(np.stack([np.full(40, x), back[:, 0] + sag(x, u), back[:, 1] - sag(x, u)], axis=1), 0.006, sides=4)
    xs = np.linspace(-half, half, 40)
    for k in np.linspace(0, 39, 26).astype(int):
        net.tube(np.stack([xs, back[k, 0] + sag(xs, u[k]), back[k, 1] - sag(xs, u[k])], axis=1), 0.006, sides=4)
    for s in (-1, 1):
        for y in np.linspace(0.12, deep - 0.1, 15):
            net.tube([(s * half, y, 0.02), (s * half, y, np.interp(y, back[:, 0], back[:, 1]))], 0.006, sides=4)
        for z in np.linspace(0.12, h - 0.1, 18):
            net.tube([(s * half, 0, z), (s * half, float(np.interp(-z, -back[:, 1], back[:, 0])), z)], 0.006, sides=4)
    b.add(net.object("net", None), "net")


@prop("dartboard")
def dartboard(spec: Spec, b: Builder) -> None:
    """Twenty fields of black and cream, rings of red and green, wires, a bull; it leans on the wall or hangs there, three darts in it."""
    b.slot("board", "felt", "#1b1a18")
    for name, material, colour in (
        ("black", "felt", "#201e1c"),
        ("cream", "felt", "#e9dcb8"),
        ("red", "felt", "#b8261f"),
        ("green", "felt", "#22733c"),
        ("wires", "chrome", None),
        ("darts", "brass", None),
        ("flights", "plastic", "#2260b8"),
    ):
        b.slot(name, material, colour, role="fixed")
    r, z = 0.2255, 0.2255
    front = lambda o: move(rotate(o, 90, 0, 0), 0, 0, z)  # noqa: E731
    b.add(front(cylinder(r, 0.038, bevel=0.004, segments=96, at=(0, 0, -0.038))), "board")
    fields = {name: Mesher() for name in ("black", "cream", "red", "green")}
    for k in range(20):
        a = np.radians(np.linspace(18 * k - 9, 18 * k + 9, 7))
        for r0, r1, names in (
            (0.016, 0.099, ("black", "cream")),
            (0.099, 0.107, ("red", "green")),
            (0.107, 0.162, ("black", "cream")),
            (0.162, 0.17, ("red", "green")),
        ):
            ring = np.concatenate([np.stack([f * np.cos(a), f * np.sin(a), np.full(7, 0.0006)], axis=1) for f in (r0, r1)])
            fields[names[k % 2]].add(ring, np.array([(j, 7 + j, 8 + j, j + 1) for j in range(6)]))
    for name, made in fields.items():
        b.add(front(made.object(name, None)), name, "fields")
    b.add(front(cylinder(0.016, 0.001, bevel=0.0002, at=(0, 0, 0))), "green", "bull")
    b.add(front(cylinder(0.0064, 0.0016, bevel=0.0002, at=(0, 0, 0))), "red", "bull")
    turn = np.radians(18 * np.arange(20) + 9)
    spokes = [[(0.016 * np.cos(t), 0.016 * np.sin(t), 0.0012), (0.172 * np.cos(t), 0.172 * np.sin(t), 0.0012)] for t in turn]
    b.add(
        front(
            join(
                [rods(spokes, 0.0008, sides=5), *[torus(f, 0.0009, at=(0, 0, 0.0012), segments=72, sides=6) for f in (0.016, 0.099, 0.107, 0.162, 0.17, 0.222)]]
            )
        ),
        "wires",
    )
    for _ in range(3):
        x, y = b.rng.uniform(-0.1, 0.1), z + b.rng.uniform(-0.1, 0.1)
        b.add(
            sweep(
                [(x, 0, y), (x, -0.03, y + 0.002), (x, -0.035, y + 0.0025), (x, -0.085, y + 0.008), (x, -0.09, y + 0.009), (x, -0.13, y + 0.015)],
                np.array([0.001, 0.001, 0.0032, 0.0036, 0.002, 0.002]),
                sides=10,
            ),
            "darts",
        )
        b.add(join([box(0.03, 0.035, 0.0006, bevel=0, at=(x, -0.128, y + 0.015)), box(0.0006, 0.035, 0.03, bevel=0, at=(x, -0.128, y))]), "flights")
    b.lean = "back"


@prop("bowling_pin")
def bowling_pin(spec: Spec, b: Builder) -> None:
    """White, with two red stripes about its neck."""
    b.slot("body", "plastic", "#f3f0e8", finish=("glossy",))
    b.slot("stripes", "plastic", b.choose("#b8261f", "#b8261f", "#1f4f9f"), role="trim")
    outline = smooth_path(
        [
            (0.026, 0),
            (0.0285, 0.006),
            (0.036, 0.03),
            (0.05, 0.075),
            (0.0605, 0.114),
            (0.058, 0.15),
            (0.044, 0.2),
            (0.026, 0.25),
            (0.0228, 0.275),
            (0.025, 0.305),
            (0.0323, 0.343),
            (0.0305, 0.362),
            (0.019, 0.377),
            (0.0005, 0.381),
        ],
        120,
    )
    b.add(lathe([(0, 0), *map(tuple, outline)], segments=64, smooth=60), "body")
    for z0, z1 in ((0.247, 0.259), (0.285, 0.297)):
        rows = outline[(outline[:, 1] >= z0) & (outline[:, 1] <= z1)]
        b.add(lathe([(r + 0.0005, z) for r, z in rows], segments=64, smooth=180), "stripes")
    b.footprint = "round"
