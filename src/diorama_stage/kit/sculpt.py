# SPDX-License-Identifier: GPL-3.0-or-later
"""Sculpture: rounded limbs and masses that flow into one another, and cuts between them, as a distance field on a grid that becomes one smooth skin.

A part is laid on (or cut away) within a soft seam `k` metres wide, in the order given, as a modeller builds up clay.
"""

from __future__ import annotations

import pickle
from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b

import numpy as np
from scipy.sparse import csr_array

from diorama_stage.kit.field import field

FAR = np.float32(9.0)


@dataclass
class Part:
    """A limb through `points` (n, 4: x, y, z, radius), or an ellipsoid where `turn` is given (one point, `radii`)."""

    points: np.ndarray
    k: float = 0.01
    thin: np.ndarray | None = None
    """A unit direction times a factor: the limb is that much as thick along it."""
    radii: np.ndarray | None = None
    turn: np.ndarray | None = None
    """Columns are the ellipsoid's axes."""
    cut: bool = False
    tone: np.ndarray | None = None
    """The colour that it lends the skin near it (a factor on the body's)."""
    paint: bool = False
    """It colours the skin only."""
    fur: tuple[float, ...] | None = None
    """Depth and width of the locks (or folds) that run along it, metres, and the length on which they begin."""

    def bounds(self) -> tuple[np.ndarray, np.ndarray]:
        reach = self.points[:, 3].max() if self.radii is None else float(self.radii.max())
        return self.points[:, :3].min(axis=0) - reach, self.points[:, :3].max(axis=0) + reach

    def distance(self, x: np.ndarray, y: np.ndarray, z: np.ndarray) -> np.ndarray:
        """Metres from its skin at points of three arrays that broadcast."""
        return self._ellipsoid(x, y, z) if self.radii is not None else self._limb(x, y, z)

    def _ellipsoid(self, x, y, z):
        c = self.points[0]
        d = [x - c[0], y - c[1], z - c[2]]
        t = self.turn if self.turn is not None else np.eye(3)
        near, far = np.float32(0), np.float32(0)
        for k in range(3):
            a = sum(np.float32(t[j, k]) * d[j] for j in range(3)) / np.float32(self.radii[k])
            near = near + a * a
            far = far + (a / np.float32(self.radii[k])) ** 2
        near = np.sqrt(near)
        return near * (near - 1) / np.maximum(np.sqrt(far), 1e-6)

    def _limb(self, x, y, z):
        p, x, y, z = self._thinned(x, y, z)
        best = None
        for a, b in zip(p[:-1], p[1:], strict=True):
            d = _piece(a, b, x, y, z)
            best = d if best is None else np.minimum(best, d)
        return best

    def _thinned(self, x, y, z):
        """Its points, and those of three arrays, in the space in which it is as thick as it is wide."""
        p = self.points.astype(np.float32)
        if self.thin is None:
            return p, x, y, z
        share = float(np.linalg.norm(self.thin))
        n = (self.thin / share).astype(np.float32)
        off = (x * n[0] + y * n[1] + z * n[2]) * np.float32(1 / share - 1)
        p[:, :3] += (p[:, :3] @ n)[:, None] * np.float32(1 / share - 1) * n
        return p, x + off * n[0], y + off * n[1], z + off * n[2]

    def on_grid(self, axes: list[np.ndarray], reach: float) -> np.ndarray:
        """Metres from its skin on a grid of three axes; what is farther than `reach` from every piece of a limb is FAR, and takes no time."""
        xyz = axes[0][:, None, None], axes[1][None, :, None], axes[2][None, None, :]
        if self.radii is not None or len(self.points) < 4:
            return self.distance(*xyz)
        p, *xyz = self._thinned(*xyz)
        reach *= max(1.0, 1.0 if self.thin is None else float(np.linalg.norm(self.thin)))
        out = np.full([len(a) for a in axes], FAR, np.float32)
        for k in range(len(p) - 1):
            ends = self.points[k : k + 2]
            away = ends[:, 3].max() + reach
            window = windowed(axes, ends[:, :3].min(axis=0) - away, ends[:, :3].max(axis=0) + away)
            here = (v[tuple(s if n > 1 else slice(None) for s, n in zip(window, v.shape, strict=True))] for v in xyz)
            out[window] = np.minimum(out[window], _piece(p[k], p[k + 1], *here))
        return out

    def flow(self, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Points as seen along the limb, and how far along they are: what lies one behind the other comes close together, so that a field there has long locks."""
        if self.radii is not None:
            return points * (1, 1, 0.2), np.full(len(points), 9.0)
        p = self.points
        best, out, far = np.full(len(points), np.inf), points.copy(), np.zeros(len(points))
        run = 0.0
        for a, b in zip(p[:-1], p[1:], strict=True):
            w = b[:3] - a[:3]
            long = float(np.linalg.norm(w)) or 1e-9
            t = np.clip((points - a[:3]) @ w / long**2, 0, 1)
            off = points - a[:3] - t[:, None] * w
            d = np.linalg.norm(off, axis=1)
            near = d < best
            best[near] = d[near]
            out[near] = off[near] + ((run + t[near] * long) * 0.16)[:, None] * (0.58, 0.58, 0.58)
            far[near] = run + t[near] * long
            run += long
        return out, far


def _piece(a: np.ndarray, b: np.ndarray, x: np.ndarray, y: np.ndarray, z: np.ndarray) -> np.ndarray:
    """Metres from the skin between two balls (x, y, z, radius) at points of three arrays that broadcast."""
    w = b[:3] - a[:3]
    long = max(float(w @ w), 1e-12)
    dx, dy, dz = x - a[0], y - a[1], z - a[2]
    t = np.clip((dx * w[0] + dy * w[1] + dz * w[2]) * np.float32(1 / long), 0, 1)
    dx, dy, dz = dx - t * w[0], dy - t * w[1], dz - t * w[2]
    return np.sqrt(dx * dx + dy * dy + dz * dz) - (a[3] + (b[3] - a[3]) * t)


def windowed(axes: list[np.ndarray], low: np.ndarray, high: np.ndarray) -> tuple[slice, ...]:
    """The part of a grid that holds a box, and one line more."""
    return tuple(slice(max(int(np.searchsorted(a, low[k])) - 1, 0), int(np.searchsorted(a, high[k])) + 1) for k, a in enumerate(axes))


def curve(points: np.ndarray, steps: int = 7) -> np.ndarray:
    """A smooth run (Catmull and Rom) through points whose last column is a radius."""
    p = np.asarray(points, float)
    if len(p) < 3:
        return p
    p = np.concatenate([2 * p[:1] - p[1:2], p, 2 * p[-1:] - p[-2:-1]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    a, b, c, d = p[:-3, None], p[1:-2, None], p[2:-1, None], p[3:, None]
    run = 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
    run = np.concatenate([run.reshape(-1, p.shape[1]), p[-2:-1]])
    run[:, 3] = np.maximum(run[:, 3], p[:, 3].min() * 0.5)
    return run


def axes(low: np.ndarray, high: np.ndarray, cell: float, fine: list[tuple[np.ndarray, np.ndarray, float]]) -> list[np.ndarray]:
    """Grid lines of the three directions, `cell` apart and closer in the boxes `fine` (low, high, cell)."""
    out = []
    for k in range(3):
        steps = np.arange(low[k], high[k] + cell, cell / 8)
        gap = np.full(len(steps), cell)
        for a, b, small in fine:
            away = np.maximum(np.maximum(a[k] - steps, steps - b[k]), 0)
            gap = np.minimum(gap, small + away * 0.25)  # lines spread gently, so that no cell is long and thin beside a square one
        count = np.concatenate([[0], np.cumsum(cell / 8 / gap)])[:-1]
        out.append(np.interp(np.arange(0, count[-1], 1.0), count, steps).astype(np.float32))
    return out


@dataclass(frozen=True)
class Surface:
    """A skin of clay; nobody may change its arrays."""

    points: np.ndarray
    """(n, 3), metres."""
    quads: np.ndarray
    """(m, 4)."""
    normals: np.ndarray
    near: csr_array
    """Rows that average each vertex's neighbours."""
    tones: np.ndarray
    """(n, 3), factors on the body's colour."""


_KNOWN: OrderedDict[bytes, Clay] = OrderedDict()
KEPT = 64
"""Pieces of clay that are remembered, of some half a megabyte each: a hand is the same whoever has it."""


def clay(parts: list[Part], cell: float, fine=(), floor: float | None = None) -> Clay:
    """`Clay`, the one of before where the same was laid."""
    key = blake2b(pickle.dumps((parts, cell, tuple(fine), floor), 5)).digest()
    found = _KNOWN.pop(key, None) or Clay(parts, cell, fine, floor)
    _KNOWN[key] = found
    if len(_KNOWN) > KEPT:
        _KNOWN.popitem(last=False)
    return found


class Clay:
    """The field of all parts on a grid."""

    def __init__(self, parts: list[Part], cell: float, fine=(), floor: float | None = None):
        solid = [p.bounds() for p in parts if not p.cut and not p.paint]
        low, high = np.min([b[0] for b in solid], axis=0) - 2.5 * cell, np.max([b[1] for b in solid], axis=0) + 2.5 * cell
        if floor is not None:
            low[2] = floor - 2.5 * cell
        self.axes = axes(low, high, cell, list(fine))
        self.field = np.full([len(a) for a in self.axes], FAR, np.float32)
        self.parts = parts
        self.seam = max(part.k for part in parts)
        self._skin: tuple[np.ndarray, np.ndarray] | None = None
        for part in parts:
            if not part.paint:
                self._lay(part, cell)
        if floor is not None:
            np.maximum(self.field, floor - self.axes[2][None, None, :], out=self.field)

    def _lay(self, part: Part, cell: float) -> None:
        low, high = part.bounds()
        margin = part.k + 2 * cell
        window = windowed(self.axes, low - margin, high + margin)
        d = part.on_grid([a[s] for a, s in zip(self.axes, window, strict=True)], self.seam + 2 * cell).astype(np.float32)
        old = self.field[window]
        self.field[window] = -blend(-old, d, part.k) if part.cut else blend(old, d, part.k)

    def skin(self, relax: int = 3) -> tuple[np.ndarray, np.ndarray]:
        """Vertices (n, 3) and quads (m, 4) where the field is naught (surface nets), relaxed without shrinking. Worked out once; the grid is let go with it."""
        if self._skin is None:
            points, quads = nets(self.field)
            points = np.stack([np.interp(points[:, k], np.arange(len(a)), a) for k, a in enumerate(self.axes)], axis=1)
            near = neighbours(quads, len(points))
            for _ in range(relax):
                for share in (0.5, -0.52):
                    points = points + share * (near @ points - points)
            del self.field
            self._skin = points, quads
        return self._skin

    @cached_property
    def surface(self) -> Surface:
        """The skin with what is the same however it is roughened."""
        points, quads = self.skin()
        return Surface(points, quads, normals(points, quads), neighbours(quads, len(points)), self.tones(points))

    def tones(self, points: np.ndarray) -> np.ndarray:
        """A colour (factor) per point: of the parts with a tone, softly where they end."""
        out = np.ones((len(points), 3))
        x, y, z = points.astype(np.float32).T
        for part in self.parts:
            if part.tone is None:
                continue
            low, high = part.bounds()
            close = np.flatnonzero(((points > low - part.k * 2) & (points < high + part.k * 2)).all(axis=1))
            d = part.distance(x[close], y[close], z[close])
            share = np.clip(1.1 - d / max(0.4 * part.k, 1e-4), 0, 1)[:, None]
            out[close] = out[close] * (1 - share) + part.tone * share
        return out

    def locks(self, seed: int = 0) -> np.ndarray:
        """How far the skin stands out at each of its points: ridges of hair along the parts that have some."""
        out = np.zeros(len(self.skin()[0]))
        for k, close, share, along, depth in combed(self):
            n = field(along, self.parts[k].fur[1], seed=seed + k, octaves=2)
            out[close] = out[close] * (1 - share) + share * depth * (0.5 - np.abs(n))
        return out


@lru_cache(maxsize=3)
def combed(clay: Clay) -> list[tuple[int, np.ndarray, np.ndarray, np.ndarray, np.ndarray | float]]:
    """What of a clay's hair is the same for each seed: the number of a part that has some, which points lie near it, how far they are its own (0 to 1), where they
    lie along it, and how deep it is there, metres."""
    points, _ = clay.skin()
    x, y, z = points.astype(np.float32).T
    out = []
    for k, part in enumerate(clay.parts):
        if part.fur is None:
            continue
        depth, width, *begin = part.fur
        low, high = part.bounds()
        close = np.flatnonzero(((points > low - part.k) & (points < high + part.k)).all(axis=1))
        share = np.clip(1.2 - np.abs(part.distance(x[close], y[close], z[close])) / max(part.k, width), 0, 1)
        along, far = part.flow(points[close])
        out.append((k, close, share, along, depth * np.clip(far / begin[0], 0, 1) if begin else depth))
    return out


def blend(a: np.ndarray, b: np.ndarray, k: float) -> np.ndarray:
    """The nearer of two distances, with a soft seam."""
    if k <= 0:
        return np.minimum(a, b)
    h = np.maximum(np.float32(k) - np.abs(a - b), 0) / np.float32(k)
    return np.minimum(a, b) - h * h * np.float32(k / 4)


def nets(f: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Surface nets: a vertex in each cell that the skin passes, a quad around each edge that it crosses. Vertices in grid steps."""
    inside = f < 0
    n = np.array(f.shape)
    count = np.zeros(n - 1, np.int8)
    corners = [(i, j, k) for i in (0, 1) for j in (0, 1) for k in (0, 1)]
    for i, j, k in corners:
        count += inside[i : n[0] - 1 + i, j : n[1] - 1 + j, k : n[2] - 1 + k]
    cells = np.argwhere((count > 0) & (count < 8))
    values = {c: f[cells[:, 0] + c[0], cells[:, 1] + c[1], cells[:, 2] + c[2]] for c in corners}
    total, weight = np.zeros((len(cells), 3)), np.zeros(len(cells))
    for a in corners:
        for axis in range(3):
            if a[axis]:
                continue
            b = tuple(v + (1 if q == axis else 0) for q, v in enumerate(a))
            va, vb = values[a], values[b]
            cross = (va < 0) != (vb < 0)
            t = np.where(cross, va / np.where(cross, va - vb, 1), 0)
            point = np.array(a, float)[None] + np.eye(3)[axis] * t[:, None]
            total += point * cross[:, None]
            weight += cross
    points = cells + total / weight[:, None]
    number = np.full(n - 1, -1, np.int32)
    number[tuple(cells.T)] = np.arange(len(cells))
    return points, _quads(inside, number)


def _quads(inside: np.ndarray, number: np.ndarray) -> np.ndarray:
    quads = []
    for axis in range(3):
        u, v = (axis + 1) % 3, (axis + 2) % 3
        ahead, behind = [slice(None)] * 3, [slice(None)] * 3
        ahead[axis], behind[axis] = slice(1, None), slice(None, -1)
        low, high = inside[tuple(behind)], inside[tuple(ahead)]
        edge = np.argwhere(low != high)
        edge = edge[(edge[:, u] > 0) & (edge[:, v] > 0) & (edge[:, u] < number.shape[u]) & (edge[:, v] < number.shape[v])]
        ring = []
        for du, dv in ((-1, -1), (0, -1), (0, 0), (-1, 0)):
            at = edge.copy()
            at[:, u] += du
            at[:, v] += dv
            ring.append(number[tuple(at.T)])
        ring = np.stack(ring, axis=1)
        out = low[tuple(edge.T)]
        ring[~out] = ring[~out][:, ::-1]
        quads.append(ring)
    return np.concatenate(quads)


def neighbours(quads: np.ndarray, count: int) -> csr_array:
    """Rows that average each vertex's neighbours."""
    a, b = quads.ravel(), np.roll(quads, -1, axis=1).ravel()
    near = csr_array((np.ones(2 * len(a), np.float32), (np.concatenate([a, b]), np.concatenate([b, a]))), shape=(count, count))
    size = np.diff(near.indptr)
    near.data = np.repeat(1 / size, size).astype(np.float32)
    return near


def normals(points: np.ndarray, quads: np.ndarray) -> np.ndarray:
    """Unit normals per vertex."""
    a, b, c, d = (points[quads[:, k]] for k in range(4))
    face = np.cross(c - a, d - b)
    out = np.stack([np.bincount(quads.ravel(), np.repeat(face[:, k], 4), len(points)) for k in range(3)], axis=1)
    return out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-12)
