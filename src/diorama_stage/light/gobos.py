# SPDX-License-Identifier: GPL-3.0-or-later
"""Gobos: what stands between the key light and the subject and is seen by its shadow alone. Drawn flat, in a plane across the light, then hung there."""

from __future__ import annotations

import bpy
import numpy as np

USUAL = 0.3
"""Radius of the subjects that the patterns are drawn for, metres; other scenes get them larger or smaller, within reason."""
FAR = 9.0
"""Half width of a wall that a window is cut into, in the pattern's units."""

Polygon = list[tuple[float, float]]


def hang(drawer, centre, direction, extent: float) -> bpy.types.Object:
    """The pattern of a drawer, 2.2 units towards the light, upright in the picture."""
    scale = float(np.clip(extent / USUAL, 0.45, 6.0))
    d = np.asarray(direction, dtype=float)
    side = np.cross((0.0, 0.0, 1.0), d)
    side = side / np.linalg.norm(side) if np.linalg.norm(side) > 1e-3 else np.array((1.0, 0.0, 0.0))
    up = np.cross(d, side)
    middle = np.asarray(centre) + d * 2.2 * scale
    vertices, faces = [], []
    for polygon in drawer(np.random.default_rng(7)):
        faces.append(tuple(range(len(vertices), len(vertices) + len(polygon))))
        vertices += [tuple(middle + scale * (a * side + b * up)) for a, b in polygon]
    mesh = bpy.data.meshes.new("gobo")
    mesh.from_pydata(vertices, [], faces)
    gobo = bpy.data.objects.new("gobo", mesh)
    gobo.visible_camera = gobo.visible_diffuse = gobo.visible_glossy = gobo.visible_transmission = False
    bpy.context.scene.collection.objects.link(gobo)
    return gobo


def _blade(base, along, half: float) -> Polygon:
    """A lens shape from a base point: widest before its middle."""
    base, along = np.asarray(base), np.asarray(along)
    side = np.array((-along[1], along[0])) / max(float(np.hypot(*along)), 1e-9) * half
    return [tuple(base + along * t + side * w) for t, w in ((0, 0), (0.18, 0.8), (0.42, 1.0), (0.75, 0.6), (1, 0), (0.75, -0.6), (0.42, -1.0), (0.18, -0.8))]


def leaves(rng) -> list[Polygon]:
    """Foliage: clusters of leaves with gaps of sky."""
    out = []
    for _ in range(46):
        c, turn = rng.normal(0, 0.75, 2), rng.uniform(0, 2 * np.pi)
        for k in range(7):
            a, r = turn + rng.normal(0, 0.9), rng.uniform(0.1, 0.2)
            at = c + 0.06 * k * np.array((np.cos(turn), np.sin(turn)))
            out.append(_blade(at, (r * np.cos(a), r * np.sin(a)), r * 0.3))
    return out


def palm(rng) -> list[Polygon]:
    """Fronds that arch in from above and from one side: a rib and two combs of leaflets."""
    out = []
    for x, y, heading, size in ((1.35, 0.55, 200, 1.5), (1.1, 1.25, 232, 1.55), (0.1, 1.45, 262, 1.3), (-1.2, 1.15, 305, 1.4), (1.5, -0.35, 172, 1.3), (-1.6, 0.1, 350, 1.1)):
        t = np.linspace(0, 1, 40)
        bend = np.radians(heading + rng.uniform(-6, 6)) + np.linspace(0, rng.uniform(-0.5, 0.5), 40)
        rib = np.array((x, y)) + np.cumsum(np.stack([np.cos(bend), np.sin(bend)], axis=1), axis=0) * size / 40
        out += [[tuple(rib[k] + (0, 0.008)), tuple(rib[k + 1] + (0, 0.008)), tuple(rib[k + 1] - (0, 0.008)), tuple(rib[k] - (0, 0.008))] for k in range(39)]
        for k in range(5, 40):
            length = size * 0.32 * np.sin(np.pi * (0.12 + 0.83 * t[k])) ** 0.7
            for s in (-1, 1):
                a = bend[k] + s * np.radians(62 - 34 * t[k]) + rng.normal(0, 0.05)
                out.append(_blade(rib[k], (length * np.cos(a), length * np.sin(a)), 0.0145 * size * (1.1 - 0.5 * t[k])))
    return out


def _window(half_x: float, half_y: float) -> list[Polygon]:
    """A wall with one opening."""
    box = lambda x0, x1, y0, y1: [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]  # noqa: E731
    return [box(-FAR, -half_x, -FAR, FAR), box(half_x, FAR, -FAR, FAR), box(-half_x, half_x, half_y, FAR), box(-half_x, half_x, -FAR, -half_y)]


def blinds(rng) -> list[Polygon]:
    """A venetian blind in a window: slats half open, and the ladder cords."""
    half_x, half_y, pitch = 1.05, 0.95, 0.1
    out = _window(half_x, half_y)
    for y in np.arange(-half_y, half_y, pitch):
        tilt = rng.normal(0, 0.0025)
        out.append([(-half_x, y - tilt), (half_x, y + tilt), (half_x, y + tilt + pitch * 0.52), (-half_x, y - tilt + pitch * 0.52)])
    return out + [[(x, -half_y), (x + 0.008, -half_y), (x + 0.008, half_y), (x, half_y)] for x in (-0.62, 0.58)]


def panes(rng) -> list[Polygon]:
    """A window with glazing bars."""
    half_x, half_y, bar = 0.8, 0.95, 0.05
    out = _window(half_x, half_y)
    out += [[(x - bar / 2, -half_y), (x + bar / 2, -half_y), (x + bar / 2, half_y), (x - bar / 2, half_y)] for x in (-half_x / 3, half_x / 3)]
    return out + [[(-half_x, y - bar / 2), (half_x, y - bar / 2), (half_x, y + bar / 2), (-half_x, y + bar / 2)] for y in (-half_y / 2, 0.0, half_y / 2)]


KINDS = {"leaves": leaves, "palm": palm, "blinds": blinds, "panes": panes}
