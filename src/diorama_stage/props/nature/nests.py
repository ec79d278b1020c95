# SPDX-License-Identifier: GPL-3.0-or-later
"""What small animals build: a bird's nest, a straw beehive, a spider's web."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Interior, Spec, box, cylinder, ellipsoid, field, join, lathe, move, rotate, smooth_path, sweep
from diorama_stage.kit.growth import Growth
from diorama_stage.kit.parts import tint, toward
from diorama_stage.props.registry import prop
from diorama_stage.props.tableware.fillings import bead


def _egg(b: Builder, x: float, y: float, turn: float, seed: int):
    """A speckled egg lying at (x, y)."""
    h = 0.026
    outline = smooth_path([(0, 0), (0.2, 0.02), (0.345, 0.2), (0.365, 0.42), (0.29, 0.75), (0.15, 0.95), (0, 1)], 60) * h
    egg = lathe(outline, segments=64, smooth=180)
    spots = lambda p: toward("#8fc0c4", "#5a4632", 2.4 * np.clip(field(p, 0.0024, seed=seed) - 0.72, 0, 1) * (1.2 - p[:, 2] / h))  # noqa: E731
    tint(egg, spots)
    return b.add(move(rotate(move(egg, 0, 0, -h * 0.45), 78, 0, turn), x, y, 0.0375), "eggs")


@prop("bird_nest")
def bird_nest(spec: Spec, b: Builder) -> None:
    """Twigs and dry grass wound to a cup, ends standing out; three speckled eggs in it where its name has them."""
    b.slot("twigs", "bark", "#7a5c3c")
    b.slot("straw", "straw", "#b99a62", role="trim")
    rng = np.random.default_rng(spec.seed)
    twigs, straw = Growth(), Growth()
    for k in range(620):
        fine = k % 3 == 0
        lie, long = rng.uniform(0, 2 * math.pi), rng.uniform(0.5, 1.5)
        phi = rng.uniform(-0.6, 3.3)  # round the section of the rim: 0 is outside, pi inside
        rim, thick = 0.061, 0.02 * rng.uniform(0.82, 1.08)
        t = np.linspace(0, 1, 9)
        a = lie + long * t
        twist = phi + rng.uniform(-0.9, 0.9) * (t - 0.5)
        r = rim + thick * np.cos(twist) * 1.05 + rng.normal(0, 0.0015) + 0.012 * rng.random() ** 4 * t**3
        z = 0.026 + thick * np.sin(twist) * 1.05 + rng.normal(0, 0.002)
        path = np.column_stack([r * np.cos(a), r * np.sin(a), np.maximum(z, 0.002)])
        (straw if fine else twigs).tube(path, np.linspace(1, 0.6, 9) * (0.0006 if fine else rng.uniform(0.0009, 0.0017)), 5, rng.uniform(0.55, 1.35))
    for _ in range(260):  # the floor of the cup, lined with fine grass
        at, turn = rng.normal(0, 0.017, 2), rng.uniform(0, math.pi)
        t = np.linspace(-1, 1, 6)
        x, y = at[0] + 0.03 * t * math.cos(turn), at[1] + 0.03 * t * math.sin(turn)
        straw.tube(np.column_stack([x, y, 0.024 + 4.5 * (x * x + y * y) + rng.normal(0, 0.001)]), 0.0007, 4, rng.uniform(0.6, 1.25))
    b.add(twigs.object("twigs"), "twigs")
    b.add(straw.object("straw"), "straw")
    b.interior = Interior(0.043, 0.026, 0.047)
    if spec.is_a("eggs"):
        b.slot("eggs", "egg_shell", "#8fc0c4", role="fixed")
        for x, y, turn in ((-0.0125, 0.006, 20), (0.0135, 0.009, 140), (0.001, -0.0135, 255)):
            _egg(b, x, y, turn, spec.seed)
    b.footprint = "round"


@prop("beehive")
def beehive(spec: Spec, b: Builder) -> None:
    """A skep: coils of straw rope bound to a dome, a dark flight hole, on a board with legs."""
    b.slot("body", "straw", "#c79a4e")
    b.slot("binding", "straw", "#8a6230", role="trim")
    b.slot("stand", "pine", "#8f6f4a", role="trim")
    b.slot("hole", "soil", "#120c07", role="fixed")
    rope, rows = 0.0155, 12
    profile = smooth_path([(0.172, 0.0), (0.182, 0.08), (0.178, 0.16), (0.16, 0.23), (0.12, 0.295), (0.06, 0.335), (0.012, 0.345)], 200)
    run = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(profile, axis=0), axis=1))])
    n = rows * 110
    s = np.linspace(0, run[-1], n)
    a = 2 * math.pi * s / (run[-1] / rows / 1.45)
    r, z = np.interp(s, run, profile[:, 0]), np.interp(s, run, profile[:, 1])
    path = np.column_stack([r * np.cos(a), r * np.sin(a), z])
    coil = sweep(path, rope * (1 + 0.03 * np.sin(a * 9)), sides=14)
    fibres = lambda p: 1 + 0.2 * field(p * (1, 1, 3), 0.006, seed=spec.seed) + 0.12 * field(p, 0.09, seed=2)  # noqa: E731
    made = [b.add(tint(coil, fibres), "body")]
    bands = Growth()
    for i in range(60, n - 60, 12):
        u = np.linspace(-1.3, 1.3, 7)
        out = np.array((math.cos(a[i]), math.sin(a[i]), 0.0))
        tangent = np.array((-out[1], out[0], 0.0))
        ring = [path[i] + (out * math.cos(v) + np.array((0, 0, 1.0)) * math.sin(v)) * rope * 1.04 + tangent * 0.004 * v for v in u]
        bands.tube(ring, 0.0022, 5, b.rng.uniform(0.8, 1.2))
    made.append(b.add(bands.object("binding"), "binding"))
    hole = ellipsoid(0.03, 0.02, 0.026, at=(0, -0.188, 0.045), segments=40)
    made.append(b.add(hole, "hole"))
    t = np.linspace(0, math.pi, 30)
    arch = np.column_stack([0.033 * np.cos(t), np.full(30, -0.205), 0.036 + 0.036 * np.sin(t)])
    made.append(b.add(sweep(np.concatenate([[(0.033, -0.203, 0.005)], arch, [(-0.033, -0.203, 0.005)]]), 0.006, sides=10), "binding"))
    for o in made:
        move(o, 0, 0, 0.1155)
    b.add(cylinder(0.24, 0.024, bevel=0.005, at=(0, 0, 0.078)), "stand")
    for k in range(3):
        q = 2 * math.pi * k / 3 + 0.5
        b.add(move(rotate(box(0.032, 0.032, 0.086, bevel=0.004), 0, 0, math.degrees(q)), 0.16 * math.cos(q), 0.16 * math.sin(q), 0), "stand", "legs")
    b.footprint = "round"


@prop("spider_web")
def spider_web(spec: Spec, b: Builder) -> None:
    """An orb web between forked twigs: spokes from the hub, a spiral of sagging threads, dew on them."""
    b.slot("threads", "silk", "#f1f3f4", finish=("glossy",))
    b.slot("twigs", "bark", "#4e3a28", role="trim")
    b.slot("dew", "glass", "#f8fcff", role="fixed")
    rng = np.random.default_rng(spec.seed)
    corners = np.array([(-0.2, 0.06), (-0.24, 0.3), (-0.1, 0.5), (0.16, 0.5), (0.25, 0.28), (0.2, 0.05)])
    centre = np.array((0.0, 0.28))
    spokes, n = [], 25
    for k in range(n):
        a = 2 * math.pi * (k + rng.uniform(-0.15, 0.15)) / n
        way = np.array((math.cos(a), math.sin(a)))
        spokes.append((way, min(_crossing(centre, way, corners[i], corners[(i + 1) % 6]) for i in range(6))))
    threads = Growth()
    lay = lambda p: np.array((p[0], 0.012 * math.sin(9 * p[0] + 5 * p[1]), p[1]))  # noqa: E731
    for way, far in spokes:
        threads.tube([lay(centre + way * far * t) for t in np.linspace(0.0, 1, 8)], 0.0006, 5)
    for i in range(6):
        threads.tube(
            [
                lay(corners[i] + (corners[(i + 1) % 6] - corners[i]) * t - (0, 0.0) + 0.02 * t * (1 - t) * (centre - (corners[i] + corners[(i + 1) % 6]) / 2))
                for t in np.linspace(0, 1, 8)
            ],
            0.0008,
            5,
        )
    drops = []
    for ring in np.linspace(0.1, 0.9, 13):
        for k in range(n):
            (w0, f0), (w1, f1) = spokes[k], spokes[(k + 1) % n]
            p, q = centre + w0 * f0 * (ring + 0.0016 * k), centre + w1 * f1 * (ring + 0.0016 * (k + 1))
            sag = lambda t, p=p, q=q: p + (q - p) * t + (centre - (p + q) / 2) * 0.28 * t * (1 - t) * 1.2 + (0, -0.008 * t * (1 - t))  # noqa: E731
            line = [lay(sag(t)) for t in np.linspace(0, 1, 6)]
            threads.tube(line, 0.00075, 4)
            drops += [line[j] for j in (1, 2, 3, 4) if rng.random() < 0.22]
    b.add(threads.object("threads"), "threads")
    beads = Growth()
    verts, faces = bead(7, 8)
    beads.copies((verts, faces), drops, np.repeat(np.eye(3)[None], len(drops), 0), rng.uniform(0.0012, 0.0026, len(drops)))
    b.add(beads.object("dew"), "dew")
    b.add(join(_twigs(corners, lay)), "twigs")


def _crossing(centre, way, p, q) -> float:
    """How far along `way` from the centre the segment p–q is met; infinite where it is not."""
    edge = q - p
    det = way[0] * -edge[1] + edge[0] * way[1]
    if abs(det) < 1e-9:
        return math.inf
    off = p - centre
    t = (off[0] * -edge[1] + edge[0] * off[1]) / det
    u = (way[0] * off[1] - way[1] * off[0]) / det
    return t if t > 0 and -1e-6 <= u <= 1 + 1e-6 else math.inf


def _twigs(corners: np.ndarray, lay) -> list:
    """Two forked twigs from the ground that reach the web's corners."""
    c = [lay(p) for p in corners]
    left = smooth_path([(-0.1, 0, 0), c[0] + (-0.02, 0, 0), c[1] + (-0.006, 0.0, 0), c[2] + (-0.015, 0, 0.03), (-0.02, 0.01, 0.6)], 60)
    right = smooth_path([(0.1, 0, 0), c[5] + (0.02, 0, 0), c[4] + (0.006, 0, 0), c[3] + (0.02, 0, 0.02), (0.08, -0.01, 0.58)], 60)
    made = [sweep(path, np.linspace(0.0085, 0.003, 60) * (1 + 0.12 * np.sin(np.linspace(0, 30, 60))), sides=10) for path in (left, right)]
    for path, at, tip in ((left, 22, (-0.34, 0.05, 0.4)), (left, 38, (-0.2, -0.06, 0.56)), (right, 20, (0.34, 0.04, 0.3)), (right, 40, (0.3, -0.04, 0.54))):
        a = path[at]
        made.append(sweep(smooth_path([a, (a + tip) / 2 + (0, 0, 0.012), tip], 16), np.linspace(0.0045, 0.0014, 16), sides=8))
    return made
