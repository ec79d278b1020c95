# SPDX-License-Identifier: GPL-3.0-or-later
"""Golf: a dimpled ball, a club."""

from __future__ import annotations

import math

import bpy
import numpy as np
from scipy.spatial import cKDTree

from diorama_stage.kit import Builder, Spec, box, extrude, lathe, move, rotate, smooth_path, sweep
from diorama_stage.kit.arrays import points, set_points
from diorama_stage.kit.parts import hull, rod
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop


def fibonacci(count: int) -> np.ndarray:
    """Unit vectors (count, 3), evenly spread over a ball in golden spirals."""
    k = np.arange(count) + 0.5
    z, a = 1 - 2 * k / count, k * math.pi * (3 - 5**0.5)
    r = np.sqrt(1 - z * z)
    return np.stack([r * np.cos(a), r * np.sin(a), z], axis=1)


def icosphere(radius: float, subdivisions: int, lift) -> bpy.types.Object:
    """A ball of even triangles, metres; `lift` takes unit vectors (n, 3) and gives how far each point stands out, metres (n,)."""
    import bmesh

    work = bmesh.new()
    bmesh.ops.create_icosphere(work, subdivisions=subdivisions, radius=1.0)
    mesh = bpy.data.meshes.new("ball")
    work.to_mesh(mesh)
    work.free()
    way = points(mesh) / np.linalg.norm(points(mesh), axis=1, keepdims=True)
    set_points(mesh, (way * (radius + lift(way))[:, None]))
    mesh.shade_smooth()
    made = bpy.data.objects.new("ball", mesh)
    bpy.context.scene.collection.objects.link(made)
    return made


@prop("golf_ball")
def golf_ball(spec: Spec, b: Builder) -> None:
    """White and glossy, pitted all over with 336 dimples."""
    R, n = 0.02135, 336
    b.slot("body", "plastic", "#f4f3ee", finish=("glossy",))
    tree, wide = cKDTree(fibonacci(n)), 0.0855
    body = icosphere(R, 7, lambda way: -0.00045 * np.clip(1 - (tree.query(way)[0] / wide) ** 2, 0, 1))
    b.add(rotate(body, b.rng.uniform(0, 360), b.rng.uniform(0, 360), 0), "body")
    grounded(body)
    b.footprint = "round"


def _iron(b: Builder) -> list:
    """A blade with grooves, its toe towards +X, its face to -Y, about the foot of the shaft."""
    outline = smooth_path(
        [
            (0.004, 0.002),
            (0.03, -0.002),
            (0.062, 0.004),
            (0.081, 0.02),
            (0.08, 0.044),
            (0.068, 0.056),
            (0.05, 0.05),
            (0.02, 0.033),
            (0.002, 0.024),
            (-0.004, 0.012),
            (0.004, 0.002),
        ],
        60,
    )[:-1]
    blade = rotate(extrude(outline, 0.009, bevel=0.002), 90)
    lines = [box(0.043, 0.0006, 0.0007, bevel=0, at=(0.04, -0.0091, 0.006 + 0.0042 * k)) for k in range(8)]
    return [b.add(o, slot, "head") for o, slot in [(blade, "body"), *((line, "dark") for line in lines)]]


def _driver(b: Builder) -> list:
    """A driver's pear-shaped head, its face to -Y."""
    rows = [
        (-0.03, 0.022, 0.012, 0.01, 0.01, 2),
        (-0.02, 0.022, 0.03, 0.018, 0.016, 2.2),
        (0.01, 0.024, 0.05, 0.024, 0.02, 2.4),
        (0.05, 0.026, 0.056, 0.026, 0.022, 2.4),
        (0.078, 0.025, 0.046, 0.022, 0.019, 2.2),
        (0.093, 0.024, 0.02, 0.012, 0.011, 2),
    ]
    head = move(hull(rows), 0, 0.03, 0)
    face = box(0.085, 0.004, 0.034, bevel=0.0016, at=(0.036, -0.023, 0.008))
    return [b.add(head, "head"), b.add(face, "body", "face")]


@prop("golf_club")
def golf_club(spec: Spec, b: Builder) -> None:
    """An iron, or a driver: a tapered steel shaft, a rubber grip, a hosel bent to the head. It lies, its head towards the lens."""
    driver = spec.is_a("driver")
    b.slot("body", "chrome" if not driver else "brushed_steel", finish=("satin",))
    b.slot("grip", "rubber", "#1b1b1c", role="fixed")
    b.slot("dark", "plastic", "#202022", role="fixed")
    made = []
    if driver:
        b.slot("head", "lacquer", b.choose("#16181c", "#8a1c1c", "#1c3a6b"))
        made += _driver(b)
    else:
        made += _iron(b)
    long = 0.96 if not driver else 1.1
    lean = np.array((-math.sin(math.radians(28)), 0, math.cos(math.radians(28))))
    foot = np.array((0.0, 0.0 if driver else -0.004, 0.018))
    along = lambda s: foot + lean * s  # noqa: E731
    made += [b.add(rod(along(0), along(0.06), 0.0068), "body", "hosel"), b.add(rod(along(0.058), along(0.064), 0.0075), "dark", "ferrule")]
    made.append(b.add(sweep([along(s) for s in np.linspace(0.06, long, 12)], np.linspace(0.0048, 0.0072, 12)), "body", "shaft"))
    rings = [along(s) for s in np.linspace(long - 0.27, long, 70)]
    made.append(b.add(sweep(rings, np.linspace(0.0092, 0.0128, 70) * (1 + 0.035 * (np.arange(70) % 3 == 0))), "grip"))
    made.append(b.add(move(lathe([(0, 0), (0.0128, 0.0), (0.0128, 0.004), (0, 0.005)], segments=24), 0, 0, -0.002), "grip"))
    cap = made[-1]
    rotate(cap, 0, -28)
    move(cap, *along(long))
    for o in made:
        rotate(rotate(o, 0, 118), 0, 0, 0)  # the shaft level
        rotate(rotate(o, 62, 0, 0), 0, 0, 148)
    grounded(*made)
