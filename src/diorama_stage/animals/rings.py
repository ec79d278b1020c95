# SPDX-License-Identifier: GPL-3.0-or-later
"""What clothes and tack are cut to: a body's measures, rings about it, bands through them. Metres."""

from __future__ import annotations

from dataclasses import dataclass, field

import bpy
import numpy as np

from diorama_stage.kit.mesh import from_geometry


@dataclass(frozen=True)
class Figure:
    """What clothes are cut to. Metres, the animal's frame."""

    points: np.ndarray
    """The skin, (n, 3)."""
    neck: np.ndarray
    """Its line from the body to the head, (k, 3)."""
    girth: float
    """The neck's radius."""
    head: np.ndarray
    """Columns: left, behind, up; (3, 3)."""
    brow: np.ndarray
    """The top of the skull, (3,)."""
    half: float
    """Half the skull's width."""
    hair: float
    """How far the coat stands off the skin."""
    eyes: tuple[np.ndarray, np.ndarray]
    bulge: float
    """An eye's radius."""
    spine: tuple[tuple[np.ndarray, np.ndarray], ...] = ()
    """Places and frames along the trunk from the shoulders to the hips; none where no coat is cut."""
    seat: np.ndarray = field(default_factory=lambda: np.zeros(3))
    """Where it is sat on, on the skin, (3,)."""


def ring(points: np.ndarray, middle: np.ndarray, frame: np.ndarray, half: float, most: float, count: int = 56) -> np.ndarray:
    """Radii (count,) of a body about an axis (frame's y) within `half` of a plane; angles from the frame's x towards its z."""
    local = (points - middle) @ frame
    keep = (abs(local[:, 1]) < half) & (np.hypot(local[:, 0], local[:, 2]) < most)
    angle = np.arctan2(local[keep, 2], local[keep, 0]) % (2 * np.pi)
    radius = np.hypot(local[keep, 0], local[keep, 2])
    at = (angle / (2 * np.pi) * count).astype(int) % count
    out = np.zeros(count)
    np.maximum.at(out, at, radius)
    known = np.flatnonzero(out)
    if not len(known):
        return np.full(count, 0.5 * most)
    out = np.interp(np.arange(count), known, out[known], period=count)
    return sum(np.roll(out, k) for k in (-2, -1, 0, 1, 2)) / 5


def around(middle: np.ndarray, frame: np.ndarray, radii: np.ndarray) -> np.ndarray:
    a = np.arange(len(radii)) / len(radii) * 2 * np.pi
    return middle + (np.cos(a) * radii)[:, None] * frame[:, 0] + (np.sin(a) * radii)[:, None] * frame[:, 2]


def tubed(name: str, rows: list[np.ndarray]) -> bpy.types.Object:
    """A closed band: rings (k, n, 3) joined one to the next, each closed."""
    k, n = len(rows), len(rows[0])
    i, j = np.meshgrid(np.arange(k - 1), np.arange(n), indexing="ij")
    a, b = (i * n + j).ravel(), (i * n + (j + 1) % n).ravel()
    return from_geometry(name, np.concatenate(rows), np.stack([a, b, b + n, a + n], axis=1), smooth=50.0)
