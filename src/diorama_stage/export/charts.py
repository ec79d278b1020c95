# SPDX-License-Identifier: GPL-3.0-or-later
"""Unwrapping: a mesh is cut into charts that face one way, and these are laid side by side on a square. Pure.

triangles → which axis each faces → connected charts, projected along their axis → rectangles on shelves → pixels
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

LEAST_AREA = 256
"""Pixels that a chart must have on average; with less there would be more margin than picture."""
MARGIN = 3.0
"""Pixels between charts."""
THINNEST = 2.0
"""Pixels of a chart's sides: a thinner one might have no pixel of its own, and show a neighbour's colour."""
AXES = (((0, 1, 0), (0, 0, 1)), ((0, -1, 0), (0, 0, 1)), ((-1, 0, 0), (0, 0, 1)), ((1, 0, 0), (0, 0, 1)), ((1, 0, 0), (0, 1, 0)), ((-1, 0, 0), (0, 1, 0)))
"""For a chart that faces +x, -x, +y, -y, +z, -z: its right and its up, so that right × up is where it faces."""


def unwrap(points: np.ndarray, triangles: np.ndarray, side: int, weights: np.ndarray | None = None, ready: np.ndarray | None = None) -> np.ndarray | None:
    """Where each corner lies on a square of `side` pixels, (t, 3, 2), y down; None where the mesh falls into too many charts.

    `weights`, (t,): how much finer than the rest a chart is to be (its largest counts). `ready`, (t, 3, 2): coordinates for triangles that bring their own
    (NaN where not), in units of the rest's.
    """
    corners = points[triangles]
    flat = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    facing = np.argmax(np.stack([flat @ d for d in np.eye(3)], axis=1).__abs__(), axis=1)
    label = 2 * facing + (np.take_along_axis(flat, facing[:, None], axis=1)[:, 0] < 0)
    own = np.zeros(len(triangles), bool) if ready is None else ~np.isnan(ready[:, 0, 0])
    label = np.where(own, 6, label)
    count, chart = _connected(triangles, label, len(points))
    if count > max(side**2 // LEAST_AREA, 64):
        return None
    right, up = (np.array([a[k] for a in AXES], float)[np.minimum(label, 5)] for k in (0, 1))
    plane = np.stack([np.einsum("tcx,tx->tc", corners, right), -np.einsum("tcx,tx->tc", corners, up)], axis=2)
    if ready is not None:
        plane[own] = ready[own]
    if weights is not None:
        finest = np.zeros(count)
        np.maximum.at(finest, chart, weights)
        plane *= finest[chart][:, None, None]
    low, high = np.full((count, 2), np.inf), np.full((count, 2), -np.inf)
    np.minimum.at(low, chart, plane.min(axis=1))
    np.maximum.at(high, chart, plane.max(axis=1))
    size = high - low
    corner, scale = shelves(size, side)
    wide = np.maximum(size * scale, THINNEST) / np.maximum(size, 1e-12)
    return (plane - low[chart][:, None]) * wide[chart][:, None] + corner[chart][:, None]


def _connected(triangles: np.ndarray, label: np.ndarray, points: int) -> tuple[int, np.ndarray]:
    """Charts: triangles of one label that share an edge."""
    edges = np.sort(np.stack([triangles, np.roll(triangles, -1, axis=1)], axis=2), axis=2).reshape(-1, 2).astype(np.int64)
    key = (edges[:, 0] * points + edges[:, 1]) * 8 + np.repeat(label, 3)
    order = np.argsort(key, kind="stable")
    same = key[order][1:] == key[order][:-1]
    owner = order // 3
    a, b = owner[:-1][same], owner[1:][same]
    n = len(triangles)
    return connected_components(coo_matrix((np.ones(len(a), np.int8), (a, b)), shape=(n, n)), directed=False)


def shelves(size: np.ndarray, side: int) -> tuple[np.ndarray, float]:
    """Lay rectangles (n, 2) in rows, tall ones first, as large as they fit on a square of `side` pixels. Returns their corners (n, 2) and the scale."""
    low, high = 0.0, (side - 2 * MARGIN) / max(float(size.max()), 1e-12)
    order = np.argsort(-size[:, 1], kind="stable")
    best = np.full(size.shape, MARGIN), 0.0
    for step in range(14):
        scale = high if step == 0 else (low + high) / 2
        corner = _rows(np.maximum(size[order] * scale, THINNEST), side)
        if corner is None:
            high = scale
            continue
        low, placed = scale, np.empty_like(corner)
        placed[order] = corner
        best = placed, scale
        if step == 0:
            break
    return best


def _rows(size: np.ndarray, side: int) -> np.ndarray | None:
    out = np.empty_like(size)
    x = y = MARGIN
    row = 0.0
    for k, (w, h) in enumerate(size.tolist()):
        if x + w + MARGIN > side:
            x, y, row = MARGIN, y + row + MARGIN, 0.0
        if y + h + MARGIN > side or w + 2 * MARGIN > side:
            return None
        out[k] = x, y
        x, row = x + w + MARGIN, max(row, h)
    return out


def spread(points: np.ndarray, triangles: np.ndarray, eye: np.ndarray, axes: np.ndarray) -> np.ndarray:
    """Ground around the lens, by direction and logarithm of distance, so that it is as fine as it is seen: (t, 3, 2), NaN for triangles this does not suit.

    `axes`: the camera's right, up and backward. Triangles are to be small beside their distance (see `refine`).
    """
    ahead = -axes[2, :2] / max(np.linalg.norm(axes[2, :2]), 1e-6)
    away = points[:, :2] - eye[:2]
    height = max(float(eye[2] - np.median(points[:, 2])), 0.05)
    along, across = away @ ahead, away @ np.array((ahead[1], -ahead[0]))
    angle = np.arctan2(across, along)
    distance = np.log(np.hypot(along, across) / height + 0.7)
    plane = np.stack([np.tanh(angle * 1.6) + 0.12 * angle, -distance * 0.62], axis=1)[triangles]
    turn = np.ptp(angle[triangles], axis=1)
    plane[(turn > 2.0) | (np.ptp(distance[triangles], axis=1) > 1.6)] = np.nan
    return plane


def refine(points: np.ndarray, triangles: np.ndarray, wanted: np.ndarray, most: int = 60_000) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Split every edge longer than `wanted` (a function of points gives it) in half, again and again, without cracks.

    Returns points, triangles, and for each new triangle's corners how they lie on the old one: parents (t,), weights (t, 3, 3).
    """
    parents, weights = np.arange(len(triangles)), np.tile(np.eye(3), (len(triangles), 1, 1))
    for _ in range(12):
        ends = np.stack([triangles, np.roll(triangles, -1, axis=1)], axis=2)
        length = np.linalg.norm(points[ends[..., 0]] - points[ends[..., 1]], axis=2)
        long = length > wanted(points)[ends].min(axis=2)
        if not long.any() or len(triangles) > most:
            break
        key = np.sort(ends, axis=2)
        code = key[..., 0].astype(np.int64) * len(points) + key[..., 1]
        split, where = np.unique(code[long], return_inverse=True)
        middle = (points[split // len(points)] + points[split % len(points)]) / 2
        number = np.full(code.shape, -1)
        number[long] = len(points) + where
        points = np.concatenate([points, middle])
        triangles, parents, weights = _divided(triangles, number, parents, weights)
    return points, triangles, parents, weights


def _divided(triangles, number, parents, weights):
    """Each triangle by which of its edges are split: none, one, two or three."""
    marked = number >= 0
    kept = ~marked.any(axis=1)
    out = [(triangles[kept], parents[kept], weights[kept])]
    for pattern in range(1, 8):
        bits = np.array([pattern >> k & 1 for k in range(3)], bool)
        chosen = (marked == bits).all(axis=1)
        if not chosen.any():
            continue
        t, m, p, w = triangles[chosen], number[chosen], parents[chosen], weights[chosen]
        corner = {k: (t[:, k], w[:, k]) for k in range(3)} | {3 + k: (m[:, k], (w[:, k] + w[:, (k + 1) % 3]) / 2) for k in range(3)}
        for three in PARTS[pattern]:
            out.append((np.stack([corner[c][0] for c in three], axis=1), p, np.stack([corner[c][1] for c in three], axis=1)))
    return tuple(np.concatenate(part) for part in zip(*out, strict=True))


PARTS = {
    1: ((0, 3, 2), (3, 1, 2)), 2: ((1, 4, 0), (4, 2, 0)), 4: ((2, 5, 1), (5, 0, 1)),
    3: ((3, 1, 4), (0, 3, 4), (0, 4, 2)), 6: ((4, 2, 5), (1, 4, 5), (1, 5, 0)), 5: ((5, 0, 3), (2, 5, 3), (2, 3, 1)),
    7: ((0, 3, 5), (3, 1, 4), (5, 4, 2), (3, 4, 5)),
}  # fmt: skip
"""By split edges (bit k: from corner k to the next), the parts; 0 to 2 are corners, 3 to 5 middles of edges."""
