# SPDX-License-Identifier: GPL-3.0-or-later
"""The croissant: a triangle of laminated dough, rolled from its base to its point and bent to a crescent."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, field, from_geometry, join, loft, rotate
from diorama_stage.kit.parts import tint
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop

EDGES = np.array([0.0, 0.17, 0.36, 0.53, 0.68, 0.81, 0.91, 1.0])
"""Where the wraps end on each half, as shares of its length: the middle wrap lies over the next, and so on to the tip."""


def _relief(u: np.ndarray, a: np.ndarray, seed: int):
    """Radius (share of the whole) and where along its wrap each point lies (0 tucked under the last, 1 at its own lip), by share of the half `u` and angle `a`."""
    w = np.abs(u + 0.035 * np.sin(a + 0.6 + 0.2 * (seed % 5)) + 0.012 * np.sin(3 * a + seed))  # lips run aslant round the roll
    w = np.clip(w, 0, 0.9999)
    k = np.clip(np.searchsorted(EDGES, w, side="right") - 1, 0, len(EDGES) - 2)
    s = (w - EDGES[k]) / (EDGES[k + 1] - EDGES[k])
    s = np.where(k == 0, 0.45 + 0.55 * s, s)  # the middle wrap is whole
    taper = (1 - np.clip(EDGES[k] + 0.3 * (EDGES[k + 1] - EDGES[k]), 0, 1) ** 1.35) * 0.86 + 0.14
    swell = 0.84 + 0.24 * np.sin(np.pi * np.clip(0.1 + 0.72 * s, 0, 1)) - 0.1 * np.clip((s - 0.88) / 0.12, 0, 1) ** 2
    return taper * swell * np.clip((1.002 - np.abs(u)) * 14, 0.03, 1) ** 0.6, s


@prop("croissant")
def croissant(spec: Spec, b: Builder) -> None:
    base, rows, around, seed = "#c98a3e", 320, 88, spec.seed
    b.slot("body", "pastry", base)
    t, a = np.linspace(-1, 1, rows), np.linspace(0, 2 * np.pi, around, endpoint=False)
    bend = np.radians(b.vary(100, 0.12))
    way = -np.pi / 2 + bend * t
    length = 0.052
    path = np.stack([length * 1.16 * np.cos(way), length * np.sin(way), 0 * t], axis=1)
    out = np.stack([np.cos(way), np.sin(way), 0 * t], axis=1)
    share, s = _relief(np.repeat(t, around), np.tile(a, rows), seed)
    across = share * b.vary(0.0305, 0.06)
    y, z = np.cos(np.tile(a, rows)) * across, np.sin(np.tile(a, rows)) * across * 0.95
    z = np.where(z < 0, z * 0.72, z)  # it sat on the tray
    points = np.repeat(path, around, axis=0) + np.repeat(out, around, axis=0) * y[:, None]
    points[:, 2] += z
    # Laminations: thin leaves of dough that show as fine ridges along each wrap, most towards its lip.
    leaf = np.sin(2 * np.pi * 7.5 * s + 2.2 * field(points, 0.02, seed=seed) + 1.4 * field(points, 0.008, seed=seed + 1)) * (0.25 + 0.75 * s)
    bump = 0.0004 * leaf + 0.0011 * field(points, 0.016, seed=seed + 2) + 0.0003 * field(points, 0.003, seed=seed + 3)
    normal = points - np.repeat(path, around, axis=0)
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-6)
    points += normal * (bump * np.clip(share * 4, 0, 1))[:, None]
    body = loft(points.reshape(rows, around, 3), smooth=70)

    def browned(p):
        """Dark where a wrap swells to the oven, pale where it was tucked under the next and low at the sides."""
        middle = np.arctan2(p[:, 1] / length, p[:, 0] / (length * 1.16))
        u = ((middle + np.pi / 2 + np.pi) % (2 * np.pi) - np.pi) / bend
        from_axis = p - np.stack([length * 1.16 * np.cos(middle), length * np.sin(middle), 0 * middle], axis=1)
        r = np.hypot(np.einsum("ij,ij->i", from_axis[:, :2], np.stack([np.cos(middle), np.sin(middle)], axis=1)), from_axis[:, 2])
        turn = np.arctan2(from_axis[:, 2], np.einsum("ij,ij->i", from_axis[:, :2], np.stack([np.cos(middle), np.sin(middle)], axis=1)))
        _, along = _relief(np.clip(u, -1, 1), turn, seed)
        top = np.clip(0.5 + 0.5 * from_axis[:, 2] / np.maximum(r, 1e-4), 0, 1)
        heat = np.clip(0.2 + 0.75 * np.sin(np.pi * np.clip(along, 0.08, 0.95)) ** 0.8 * top + 0.2 * field(p, 0.03, seed=seed + 5) + 0.12 * field(p, 0.006, seed=seed + 6), 0, 1)[:, None]
        lines = 1 - 0.16 * np.clip(np.sin(2 * np.pi * 7.5 * along + 2.2 * field(p, 0.02, seed=seed)), 0, 1)[:, None]
        return ((1 - heat) * np.array([1.3, 1.55, 2.1]) + heat * np.array([0.66, 0.44, 0.3])) * lines

    made = [b.add(rotate(tint(body, browned), 0, 0, b.rng.uniform(-20, 20)), "body")]
    grounded(*made)
    _flakes(b, seed)


def _flakes(b: Builder, seed: int) -> None:
    """A few that fell."""
    rng, chips = np.random.default_rng(seed + 11), []
    for _ in range(7):
        q, far, size = rng.uniform(-math.pi, 0.4), rng.uniform(0.75, 1.1), rng.uniform(0.0014, 0.0036)
        x, y = 0.085 * far * math.cos(q), 0.078 * far * math.sin(q)
        ring = [(size * rng.uniform(0.5, 1.1) * math.cos(w), size * rng.uniform(0.5, 1.1) * math.sin(w)) for w in np.linspace(0, 2 * math.pi, 8)[:-1]]
        verts = [(x, y, 0.0012), *[(x + px, y + py, 0.0003 + 0.0008 * rng.random()) for px, py in ring]]
        chips.append(from_geometry("flake", verts, [(0, k + 1, (k + 1) % 7 + 1) for k in range(7)], smooth=60))
    b.add(join(chips), "body", "flakes")
