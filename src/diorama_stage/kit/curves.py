# SPDX-License-Identifier: GPL-3.0-or-later
"""Curves: smooth paths and profiles, and tubes swept along them."""

from __future__ import annotations

import bpy
import numpy as np
from scipy.interpolate import PchipInterpolator

from diorama_stage.kit.solids import loft


def arc(radius: float, start: float, end: float, count: int = 16, centre=(0.0, 0.0)) -> np.ndarray:
    """Points (count, 2) on a circle from `start` to `end` degrees."""
    t = np.radians(np.linspace(start, end, count))
    return np.stack([centre[0] + radius * np.cos(t), centre[1] + radius * np.sin(t)], axis=1)


def rounded_rectangle(x: float, y: float, radius: float, count: int = 8) -> np.ndarray:
    """The outline of a rectangle of full lengths x, y about the origin with round corners, counter-clockwise: for `extrude`."""
    a, b = x / 2 - radius, y / 2 - radius
    return np.concatenate([arc(radius, start, start + 90, count, (sx * a, sy * b)) for start, sx, sy in ((0, 1, 1), (90, -1, 1), (180, -1, -1), (270, 1, -1))])


def bezier(p0, p1, p2, p3, count: int = 16) -> np.ndarray:
    """Points on a cubic Bézier curve, any dimension."""
    t = np.linspace(0, 1, count)[:, None]
    p0, p1, p2, p3 = (np.asarray(p, dtype=float) for p in (p0, p1, p2, p3))
    return (1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t**2 * p2 + t**3 * p3


def smooth_path(points, count: int = 48) -> np.ndarray:
    """A path through the points without overshoot (monotone cubic, Fritsch–Carlson), evenly spaced by chord length."""
    points = np.asarray(points, dtype=float)
    t = np.concatenate([[0], np.cumsum(np.maximum(np.linalg.norm(np.diff(points, axis=0), axis=1), 1e-9))])
    return PchipInterpolator(t, points)(np.linspace(0, t[-1], count))


def rounded_profile(points, radius: float = 0.003, steps: int = 5) -> list[tuple[float, float]]:
    """A profile of straight lines whose corners are rounded by up to `radius`."""
    points = [np.asarray(p, dtype=float) for p in points]
    out = [tuple(points[0])]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        a, b = before - here, after - here
        la, lb = np.linalg.norm(a), np.linalg.norm(b)
        r = min(radius, la * 0.49, lb * 0.49)
        start, end = here + a / max(la, 1e-9) * r, here + b / max(lb, 1e-9) * r
        for t in np.linspace(0, 1, steps):
            out.append(tuple((1 - t) ** 2 * start + 2 * t * (1 - t) * here + t**2 * end))
    out.append(tuple(points[-1]))
    return out


def sweep(path, radius, *, sides: int = 16, flat: float = 1.0, section=None, smooth: float = 60.0, name: str = "sweep") -> bpy.types.Object:
    """A tube along a path (n, 3): `radius` a number or one per point; `flat` squashes the section's second axis; `section` (k, 2) replaces the circle.

    Frames turn as little as they can along the path (double reflection, Wang et al. 2008).
    """
    path = np.asarray(path, dtype=float)
    radii = np.broadcast_to(np.asarray(radius, dtype=float), (len(path),))
    if section is None:
        t = np.linspace(0, 2 * np.pi, sides, endpoint=False)
        section = np.stack([np.cos(t), np.sin(t) * flat], axis=1)
    section = np.asarray(section, dtype=float)
    tangents = np.gradient(path, axis=0)
    tangents /= np.maximum(np.linalg.norm(tangents, axis=1, keepdims=True), 1e-12)
    normals = _frames(path, tangents)
    binormals = np.cross(tangents, normals)
    rings = path[:, None] + radii[:, None, None] * (section[None, :, :1] * normals[:, None] + section[None, :, 1:] * binormals[:, None])
    return loft(rings, smooth=smooth, name=name)


def _frames(path: np.ndarray, tangents: np.ndarray) -> np.ndarray:
    """A normal at each point that turns as little as it can from the one before. In plain numbers: numpy is slow on single vectors."""
    dot = lambda a, c: a[0] * c[0] + a[1] * c[1] + a[2] * c[2]  # noqa: E731
    mirrored = lambda a, v, k: (a[0] - k * v[0], a[1] - k * v[1], a[2] - k * v[2])  # noqa: E731
    points, ways = path.tolist(), tangents.tolist()
    first = np.cross(ways[0], (0, 0, 1) if abs(ways[0][2]) < 0.9 else (0, 1, 0))
    normal = tuple((first / np.linalg.norm(first)).tolist())
    out = [normal]
    for before, here, t0, t1 in zip(points, points[1:], ways, ways[1:], strict=False):
        v = (here[0] - before[0], here[1] - before[1], here[2] - before[2])
        k = 2 / max(dot(v, v), 1e-18)
        n1, m1 = mirrored(normal, v, k * dot(v, normal)), mirrored(t0, v, k * dot(v, t0))
        w = (t1[0] - m1[0], t1[1] - m1[1], t1[2] - m1[2])
        size = dot(w, w)
        normal = mirrored(n1, w, 2 * dot(w, n1) / size) if size > 1e-18 else n1
        out.append(normal)
    return np.array(out)
