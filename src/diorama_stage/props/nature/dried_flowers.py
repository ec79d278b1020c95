# SPDX-License-Identifier: GPL-3.0-or-later
"""A bunch of dried flowers tied with twine: stems cross under the knot and fan out to heads of lavender, strawflowers and hare's-tail grass, all faded."""

from __future__ import annotations

import math

import numpy as np
from mathutils import Matrix

from diorama_stage.kit import Builder, Spec, displace, ellipsoid, join, lathe, move, rotate, smooth_path, sphere, sweep, torus
from diorama_stage.kit.parts import copies
from diorama_stage.kit.rest import grounded
from diorama_stage.kit.seams import stand_on
from diorama_stage.props.registry import prop

TIE = 0.13
"""From the cut ends to the knot, metres."""
FADED = {"lavender": ("#7d6a94", "#8a7aa0", "#6d5c7e"), "straw": ("#c98a4e", "#d8b48a", "#b5604e", "#d9c3b4"), "hare": ("#d9c8a4", "#cdb98f")}


@prop("dried_flowers")
def dried_flowers(spec: Spec, b: Builder) -> None:
    b.slot("stems", "straw", "#a3925c", role="fixed")
    b.slot("lavender", "felt", b.choose(*FADED["lavender"]))
    b.slot("straw", "paper", b.choose(*FADED["straw"]))
    b.slot("hearts", "felt", "#7a5226", role="fixed")
    b.slot("hare", "fur", b.choose(*FADED["hare"]), role="trim")
    b.slot("leaves", "paper", "#8b8a5c", role="fixed")
    b.slot("twine", "burlap", "#9c7b4a", role="fixed")
    stems, made = [], {"lavender": [], "straw": [], "hearts": [], "hare": [], "leaves": []}
    for k in range(34):
        path = _stem(b)
        stems.append(sweep(path, np.linspace(0.0012, 0.0009, len(path)), sides=6))
        head = ("lavender", "straw", "lavender", "hare", "straw")[k % 5]
        _head(b, made, head, path[-1], path[-1] - path[-4])
        if k % 3 == 0:
            made["leaves"].append(_leaf(b, path[int(len(path) * 0.72)], path[-1] - path[-6]))
    b.add(join(stems), "stems", "stems")
    for name, pieces in made.items():
        b.add(join(pieces), name, "heads" if name in ("lavender", "straw", "hare", "hearts") else name)
    _twine(b)
    objects = [o for group in b._parts.values() for o in group]
    for o in objects:
        move(o, -0.18, 0, 0)
        if spec.has("standing", "vased"):
            rotate(o, 0, -90)
    grounded(*objects)


def _stem(b: Builder) -> np.ndarray:
    """From a cut end through the knot to its head: flattened, as what lies on a table is."""
    a, r = b.rng.uniform(0, 2 * math.pi), b.rng.random() ** 0.6
    spread, long = 0.085 * r, 0.36 - 0.11 * r * b.rng.random() - 0.04 * b.rng.random()
    y, z = math.cos(a), max(math.sin(a), -0.2) * 0.6
    knot = np.array((TIE, 0.008 * r * y, 0.012 + 0.008 * r * z))
    foot = np.array((b.rng.uniform(0, 0.02), -0.022 * r * y, 0.012 - 0.012 * r * z))
    head = np.array((long, spread * y, 0.012 + spread * z * 0.75))
    bend = (knot + head) / 2 + np.array((0, b.rng.uniform(-0.006, 0.006), b.rng.uniform(-0.002, 0.006)))
    return smooth_path([foot, knot, bend, head], 26)


def _head(b: Builder, made: dict, kind: str, at: np.ndarray, way: np.ndarray) -> None:
    way = way / np.linalg.norm(way)
    turn = b.rng.uniform(0, 360)
    if kind == "lavender":
        bud, places = ellipsoid(0.0021, 0.0021, 0.0042, segments=10), []
        for ring in range(9):
            for k in range(5):
                a = 2 * math.pi * (k + 0.5 * (ring % 2)) / 5
                r, h = 0.0042 * (1 - 0.06 * ring), -0.042 + 0.0062 * ring + b.rng.uniform(-0.001, 0.001)
                m = np.eye(4) * 1.0
                m[:3, 3] = (r * math.cos(a), r * math.sin(a), h)
                places.append(m)
        made["lavender"].append(stand_on(copies(bud, places), at + way * 0.02, way, turn))
    elif kind == "straw":
        petal, places = ellipsoid(0.5, 0.0023, 0.0005, segments=8), []
        for ring, (count, reach, lift) in enumerate(((14, 0.0125, 0.1), (12, 0.0105, 0.45), (9, 0.0075, 0.85))):
            for k in range(count):
                a = 2 * math.pi * (k + 0.5 * ring) / count
                tip = reach * b.rng.uniform(0.85, 1.1)
                flat = Matrix.Translation((tip / 2, 0, 0)) @ Matrix.Diagonal((tip, 1, 1, 1))
                places.append(np.array(Matrix.Rotation(a, 4, "Z") @ Matrix.Translation((0.0015, 0, 0.0008 * ring)) @ Matrix.Rotation(-lift, 4, "Y") @ flat))
        made["straw"].append(stand_on(copies(petal, places), at, way, turn))
        made["hearts"].append(stand_on(displace(ellipsoid(0.0036, 0.0036, 0.0021, segments=16), 0.0005, 0.0012, seed=int(turn)), at + way * 0.001, way))
    else:
        tuft = lathe(smooth_path([(0, -0.014), (0.0052, -0.009), (0.0072, 0.0), (0.0058, 0.009), (0.0022, 0.016), (0, 0.0175)], 24), segments=20, smooth=180)
        made["hare"].append(stand_on(displace(tuft, 0.0011, 0.0024, seed=int(turn)), at + way * 0.008, way, turn))


def _leaf(b: Builder, at: np.ndarray, way: np.ndarray):
    """A narrow leaf that has curled."""
    way = way / np.linalg.norm(way)
    long, curl = b.rng.uniform(0.03, 0.05), b.rng.uniform(0.2, 0.8) * b.rng.choice((-1, 1))
    t = np.linspace(0, 1, 12)
    path = np.stack([0.35 * long * np.sin(curl * 2 * t), 0.2 * long * t**2 * curl, long * t], axis=1)
    return stand_on(sweep(path, 0.0026 * np.sin(math.pi * (0.08 + 0.9 * t)) + 0.0002, sides=8, flat=0.18), at, way, b.rng.uniform(0, 360))


def _twine(b: Builder) -> None:
    """Turns round the bunch, a bow whose loops and ends lie before it."""
    turns = [
        move(rotate(torus(0.0125 + b.rng.uniform(-0.0008, 0.0012), 0.0013, segments=40, sides=8), b.rng.uniform(-7, 7), 90), TIE + 0.0026 * (k - 2.5), 0, 0.012)
        for k in range(6)
    ]
    knot = np.array((TIE, -0.0115, 0.019))
    for s in (-1, 1):
        loop = smooth_path(
            [(0, 0, 0), (0.012 * s, -0.012, 0.002), (0.03 * s, -0.022, -0.008), (0.026 * s, -0.03, -0.014), (0.008 * s, -0.014, -0.004), (0, 0, 0)], 40
        )
        end = smooth_path([(0, 0, 0), (0.01 * s, -0.016, -0.006), (0.018 * s, -0.034, -0.0165), (0.034 * s, -0.046, -0.0175)], 30)
        turns += [sweep(knot + loop, 0.0012, sides=8), sweep(knot + end, 0.0012, sides=8)]
    b.add(join([*turns, sphere(0.0032, at=tuple(knot), segments=14)]), "twine", "twine")
