# SPDX-License-Identifier: GPL-3.0-or-later
"""Drawing on a car's skin: rounded loops in the views, gaps, recesses with walls, slats, and small things that stand on the skin."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.kit import join, rounded_profile, sweep
from diorama_stage.kit.skin import Cut, Skin, dense, shaded

MIRROR = np.array((1.0, -1.0, 1.0))


def rounded_loop(points, radius: float, steps: int = 6) -> np.ndarray:
    """A closed polygon with rounded corners; its last point is its first."""
    points = [np.asarray(p, float) for p in points]
    start = (points[-1] + points[0]) / 2
    return np.asarray(rounded_profile([start, *points, start], radius, steps))


def half_loop(points, radius: float) -> np.ndarray:
    """A loop from the middle (y = 0) and back to it, corners rounded but for those on the middle; closed along it."""
    points = np.asarray(rounded_profile(points, radius, 6))
    return np.concatenate([points, points[:1]])


def loop(skin: Skin, view: str, points, radius: float = 0.02, step: float = 0.035) -> np.ndarray:
    """A closed path on the skin, drawn in a view; a half one where it begins and ends on the middle."""
    points = np.asarray(points, float)
    middle = view in ("front", "rear", "top") and abs(points[0][-2 if view != "top" else 1]) < 1e-6 and abs(points[-1][-2 if view != "top" else 1]) < 1e-6
    flat = half_loop(points, radius) if middle else rounded_loop(points, radius)
    return getattr(skin, view)(dense(flat, step))


def edge(path: np.ndarray) -> np.ndarray:
    """A loop without its way back along the middle, where it has one: what is framed."""
    off = np.flatnonzero(np.abs(path[:, 1]) > 1e-3)
    return path[: off[-1] + 2] if abs(path[0, 1]) < 1e-6 and len(off) and off[-1] + 2 < len(path) else path


def line(skin: Skin, view: str, points, radius: float = 0.03, step: float = 0.04) -> np.ndarray:
    """An open path on the skin, drawn in a view."""
    return getattr(skin, view)(dense(rounded_profile(points, radius, 6), step))


def along(skin: Skin, path: np.ndarray, radius: float, lift: float = 0.0, *, sides: int = 8, flat: float = 1.0, both: bool = True) -> bpy.types.Object:
    """A bar that follows a path on the skin, its middle `lift` above it; on both sides."""
    path = path + skin.normals(path) * lift
    made = [sweep(p, radius, sides=sides, flat=flat) for p in ((path, path * MIRROR) if both else (path,))]
    return join(made)


def strip(rows, *, both: bool = True) -> bpy.types.Object:
    """A skin over paths of equally many points; on both sides."""
    rows = np.asarray(rows, float)
    n = rows.shape[1]
    faces = []
    for r in range(len(rows) - 1):
        i = np.arange(n - 1) + r * n
        faces += [np.stack([i, i + 1, i + n], axis=1), np.stack([i + 1, i + n + 1, i + n], axis=1)]
    points, faces = rows.reshape(-1, 3), np.concatenate(faces)
    if both:
        faces = np.concatenate([faces, faces[:, ::-1] + len(points)])
        points = np.concatenate([points, points * MIRROR])
    return shaded("strip", points, faces, None)


def recess(cut: Cut, mask, rim: np.ndarray, shift, shrink: float = 1.0) -> list[bpy.types.Object]:
    """A hollow in the skin: its floor moved by `shift` and shrunk about its middle, and its walls."""
    used = cut.points[np.unique(cut.faces[mask])]
    middle = used.mean(axis=0) * ((1, 1, 1) if used[:, 1].min() > 0.01 else (1, 0, 1))
    rim = edge(rim)
    down = lambda p: middle + (p - middle) * (1, shrink, shrink) + np.asarray(shift)  # noqa: E731
    floor = cut.object("floor", mask, shift=down)
    return ([floor] if floor else []) + [strip([rim, down(rim)])]


def bars(skin: Skin, outline, zs, radius: float, lift: float, *, flat: float = 0.6, view: str = "front") -> bpy.types.Object | None:
    """Bars across a half outline (y, z) at the heights given."""
    outline, made = np.asarray(outline, float), []
    for z in zs:
        hits = [a[0] + (c[0] - a[0]) * (z - a[1]) / (c[1] - a[1]) for a, c in zip(outline, np.roll(outline, -1, axis=0), strict=True) if (a[1] > z) != (c[1] > z)]
        if hits and max(hits) > 0.02:
            reach = max(hits)
            path = getattr(skin, view)(np.stack([np.linspace(-reach, reach, 25), np.full(25, z)], axis=1))
            made.append(sweep(path + skin.normals(path) * lift, radius, sides=8, flat=flat))
    return join(made) if made else None
