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
    normal = np.cross(tangents[0], (0, 0, 1) if abs(tangents[0][2]) < 0.9 else (0, 1, 0))
    normal /= np.linalg.norm(normal)
    rings = []
    for i, (p, tangent) in enumerate(zip(path, tangents, strict=True)):
        if i:
            v = p - path[i - 1]
            n1 = normal - 2 * np.dot(v, normal) / max(np.dot(v, v), 1e-18) * v
            t1 = tangents[i - 1] - 2 * np.dot(v, tangents[i - 1]) / max(np.dot(v, v), 1e-18) * v
            w = tangent - t1
            normal = n1 - 2 * np.dot(w, n1) / np.dot(w, w) * w if np.dot(w, w) > 1e-18 else n1
        binormal = np.cross(tangent, normal)
        rings.append(p + radii[i] * (section[:, :1] * normal + section[:, 1:] * binormal))
    return loft(rings, smooth=smooth, name=name)
