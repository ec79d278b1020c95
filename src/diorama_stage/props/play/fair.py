# SPDX-License-Identifier: GPL-3.0-or-later
"""Rides of a funfair: a carousel, a roller coaster."""

from __future__ import annotations

import numpy as np
from mathutils import Matrix
from scipy.interpolate import CubicSpline

from diorama_stage.kit import Builder, Spec, box, join, lathe, move, rotate, sphere, sweep
from diorama_stage.kit.mesher import Mesher
from diorama_stage.kit.parts import copies, rods
from diorama_stage.props.registry import prop

HORSE = [
    [(-0.5, 0, 0.1, 0.13), (-0.1, 0, 0.02, 0.16), (0.35, 0, 0.06, 0.15), (0.5, 0, 0.18, 0.12)],
    [(-0.42, 0, 0.12, 0.12), (-0.62, 0, 0.42, 0.08), (-0.66, 0, 0.56, 0.075)],
    [(-0.62, 0, 0.56, 0.08), (-0.84, 0, 0.42, 0.05)],
    [(0.5, 0, 0.2, 0.05), (0.68, 0, 0.16, 0.06), (0.76, 0, -0.1, 0.03)],
]
"""Body, neck, head and tail of a galloping horse: x, y, z, radius."""
LEGS = [
    (-0.4, 0.09, -0.66, -0.08, -0.58, -0.34),
    (-0.38, -0.09, -0.52, -0.26, -0.36, -0.42),
    (0.42, 0.09, 0.62, -0.22, 0.8, -0.32),
    (0.4, -0.09, 0.5, -0.28, 0.7, -0.46),
]


def _horse():
    """One horse in full gallop about its pole, head towards -x."""
    made = [sweep(np.array(limb)[:, :3], np.array(limb)[:, 3], sides=12) for limb in HORSE]
    made += [sweep([(x, y, -0.02), (kx, y, kz), (fx, y, fz)], np.array([0.075, 0.045, 0.045]), sides=8) for x, y, kx, kz, fx, fz in LEGS]
    return join([*made, sphere(0.16, at=(-0.48, 0, 0.1), segments=16), sphere(0.14, at=(0.46, 0, 0.12), segments=16)])


@prop("carousel")
def carousel(spec: Spec, b: Builder) -> None:
    """A round stage with two rings of leaping horses on brass poles, a mirrored drum in the middle, a striped tent of a roof with a scalloped rim and bulbs."""
    red, cream = b.choose(("#b3211f", "#f1e6cc"), ("#1f4f8f", "#f3ead6"), ("#2f6b4f", "#f4e4c0"))
    b.slot("roof", "canvas", spec.colours[0] if spec.colours else red)
    b.slot("stripes", "canvas", cream, role="fixed")
    b.slot("deck", "wood", "#9a6a3c", role="fixed")
    b.slot("drum", "lacquer", cream, role="fixed")
    b.slot("poles", "brass", role="fixed")
    b.slot("bulbs", "emission", "#ffd28a", role="fixed", params={"strength": 9.0})
    coats = ["#f4f0e6", "#e2c9a0", "#2b2724", "#8a4a26"]
    for k, coat in enumerate(coats):
        b.slot(f"horse {k}", "lacquer", coat, role="fixed")
    b.slot("saddles", "lacquer", "#c22a3a", role="fixed")
    r, top = 4.2, 3.7
    b.add(lathe([(0, 0), (r, 0), (r, 0.32), (r - 0.05, 0.36), (0, 0.36)], segments=64), "deck")
    b.add(lathe([(r + 0.02, 0.03), (r + 0.05, 0.06), (r + 0.05, 0.28), (r + 0.02, 0.3)], segments=64), "stripes", "skirt")
    b.add(lathe([(0, 0.36), (0.95, 0.36), (0.82, 0.7), (0.82, 2.7), (1.1, 3.3), (0, 3.3)], segments=16, smooth=None), "drum")
    places, poles = [], []
    for ring, (count, far) in enumerate(((12, 3.45), (8, 2.2))):
        for k in range(count):
            a = 2 * np.pi * (k + 0.5 * ring) / count
            up = 1.35 + 0.3 * np.sin(3 * a + ring)
            x, y, turn = far * np.cos(a), far * np.sin(a), np.degrees(a) + 90
            places.append(Matrix.Translation((x, y, up)) @ Matrix.Rotation(np.radians(turn), 4, "Z"))
            poles.append([(x, y, 0.36), (x, y, top)])
    for k in range(len(coats)):
        b.add(copies(_horse(), places[k :: len(coats)]), f"horse {k}", "horses")
    b.add(copies(box(0.34, 0.36, 0.1, bevel=0.04, at=(0, 0, 0.1)), places), "saddles")
    b.add(rods(poles, 0.035, sides=10), "poles")
    _roof(b, r + 0.25, top)
    a = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    b.add(join([sphere(0.06, at=((r + 0.32) * np.cos(t), (r + 0.32) * np.sin(t), top + 0.25), segments=8) for t in a]), "bulbs")
    b.add(
        join(
            [
                lathe([(0, 5.75), (0.22, 5.75), (0.12, 5.95), (0.2, 6.1), (0.06, 6.4), (0, 6.6)], segments=24),
                lathe([(r + 0.2, top + 0.38), (r + 0.3, top + 0.4), (r + 0.3, top + 0.48), (r + 0.2, top + 0.48)], segments=64),
            ]
        ),
        "poles",
        "finial",
    )
    b.footprint = "round"


def _roof(b: Builder, r: float, z: float) -> None:
    """Twenty-four gores, by turns of two colours, over a rim board and scallops."""
    count, steps = 24, 8
    for slot, first in (("roof", 0), ("stripes", 1)):
        made = Mesher()
        for k in range(first, count, 2):
            a = np.linspace(2 * np.pi * k / count, 2 * np.pi * (k + 1) / count, steps + 1)
            rows = [(0.12, 5.8), (r * 0.45, z + 1.25), (r * 0.8, z + 0.68), (r, z + 0.48), (r, z + 0.1)]
            grid = np.array([[(f * np.cos(t), f * np.sin(t), h) for t in a] for f, h in rows])
            hem = np.array([[(r * np.cos(t), r * np.sin(t), z + 0.1 - 0.22 * np.sin(np.pi * j / steps)) for j, t in enumerate(a)]])
            grid = np.concatenate([grid, hem])
            n = steps + 1
            faces = [(i * n + j, (i + 1) * n + j, (i + 1) * n + j + 1, i * n + j + 1) for i in range(len(grid) - 1) for j in range(steps)]
            made.add(grid.reshape(-1, 3), np.array(faces))
        b.add(made.object("gores", None), slot)


TRACK = [
    (-13, 2, 1.6),
    (-11, -2.5, 1.4),
    (-6, -4.6, 2.0),
    (-1, -4.4, 5.5),
    (3, -3.6, 3.2),
    (7.5, -4.2, 6.8),
    (12, -2.5, 4.6),
    (13, 1.2, 3.6),
    (9.5, 4.2, 5.5),
    (3, 4.6, 12.5),
    (0, 4.5, 13.2),
    (-3, 4.5, 11.8),
    (-7, 4.6, 3.2),
    (-11, 4.4, 1.9),
]
"""A round of track: up the lift hill, down the drop, over two humps and round both ends: x, y, z."""


@prop("roller_coaster")
def roller_coaster(spec: Spec, b: Builder) -> None:
    """A loop of track with a tall drop, humps and banked turns on a trestle of steel, a train of five cars on its way down."""
    b.slot("track", "paint", b.choose("#c8281f", "#1f6fb3", "#d98a1a"), finish=("satin",))
    b.slot("trestle", "paint", "#e6e4dd", role="trim")
    b.slot("cars", "lacquer", b.choose("#e8b21e", "#1f8f6b", "#b3262e"), role="trim")
    b.slot("seats", "rubber", "#1c1d20", role="fixed")
    knots = np.array([*TRACK, TRACK[0]], float)
    t = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(knots, axis=0), axis=1) ** 0.5)])
    curve = CubicSpline(t, knots, bc_type="periodic")
    s = np.linspace(0, t[-1], 241)
    p, way, bend = curve(s), curve(s, 1), curve(s, 2)
    p[:, 2] = np.maximum(p[:, 2], 1.0)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    lean = np.clip(bend[:, :2], -3, 3) * 0.16
    up = np.concatenate([lean, np.ones((241, 1))], axis=1)
    side = np.cross(way, up)
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    up = np.cross(side, way)
    rails, spine = Mesher(), Mesher()
    for off in (-0.5, 0.5):
        rails.tube(p + off * side, 0.09, sides=8)
    rails.tube(p - 0.55 * up, 0.16, sides=8)
    for k in range(0, 240, 2):
        rails.tube([p[k] - 0.5 * side[k], p[k] - 0.55 * up[k]], 0.05, sides=5)
        rails.tube([p[k] + 0.5 * side[k], p[k] - 0.55 * up[k]], 0.05, sides=5)
    b.add(rails.object("track", None, smooth=True), "track")
    for k in range(0, 240, 6):
        foot = p[k] - 0.55 * up[k]
        spread = 0.5 + 0.1 * foot[2]
        for sign in (-1, 1):
            spine.tube([foot, (*(foot[:2] + sign * side[k, :2] * spread), 0)], 0.09, sides=6)
        for z in np.arange(2.2, foot[2] - 0.8, 2.2):
            u = 1 - z / foot[2]
            spine.tube([(*(foot[:2] - side[k, :2] * spread * u), z), (*(foot[:2] + side[k, :2] * spread * u), z)], 0.05, sides=5)
    b.add(spine.object("trestle", None, smooth=True), "trestle")
    cars, seats = [], []
    start = int(np.argmax(p[:, 2])) + 8
    for k in range(start, start + 20, 4):
        turn = np.degrees(np.arctan2(way[k, 1], way[k, 0]))
        pitch = -np.degrees(np.arcsin(way[k, 2]))
        for made, into in ((box(1.7, 1.15, 0.75, bevel=0.2), cars), (box(1.0, 0.95, 0.5, bevel=0.12, at=(0.1, 0, 0.6)), seats)):
            into.append(move(rotate(rotate(made, 0, pitch, 0), 0, 0, turn), *(p[k] + 0.12 * up[k])))
    b.add(join(cars), "cars")
    b.add(join(seats), "seats")
