# SPDX-License-Identifier: GPL-3.0-or-later
"""Clothes thrown on a heap, and clothes on the line."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, join, sweep
from diorama_stage.kit.field import field

from diorama_stage.kit.seams import sheet
from diorama_stage.props.registry import prop

GARMENTS = {
    "towel": ([(-0.32, -0.5), (0.32, -0.5), (0.32, 0.5), (-0.32, 0.5)], 0.006),
    "shirt": (
        [
            (-0.26, -0.36),
            (0.26, -0.36),
            (0.25, 0.1),
            (0.48, -0.02),
            (0.56, 0.16),
            (0.24, 0.36),
            (0.1, 0.38),
            (0, 0.32),
            (-0.1, 0.38),
            (-0.24, 0.36),
            (-0.56, 0.16),
            (-0.48, -0.02),
            (-0.25, 0.1),
        ],
        0.003,
    ),
    "trousers": ([(-0.24, -0.5), (-0.06, -0.5), (0, 0.12), (0.06, -0.5), (0.24, -0.5), (0.21, 0.5), (-0.21, 0.5)], 0.004),
    "sock": ([(-0.04, -0.16), (0.05, -0.16), (0.05, 0.02), (0.15, 0.05), (0.15, 0.13), (0.02, 0.14), (-0.04, 0.08)], 0.006),
}
"""Outlines (x, y) of garments laid flat and how thick their cloth is, metres."""
CLOTHS = (
    ("cotton", "#e9e6df", None),
    ("denim", "#3d5674", None),
    ("fabric", "#a5382f", "stripes"),
    ("cotton", "#5f7d8c", None),
    ("fabric", "#7b8f5a", "plaid"),
    ("cotton", "#d9b45a", None),
    ("fabric", "#4a3f55", None),
    ("cotton", "#d9a3a0", None),
)


def within(points: np.ndarray, outline) -> np.ndarray:
    """Which of the points (n, 2) lie in an outline (m, 2): by crossings of a ray."""
    inside = np.zeros(len(points), bool)
    rim = np.asarray(outline, float)
    for (x0, y0), (x1, y1) in zip(rim, np.roll(rim, -1, axis=0), strict=True):
        cross = (y0 > points[:, 1]) != (y1 > points[:, 1])
        inside ^= cross & (points[:, 0] < (x1 - x0) * (points[:, 1] - y0) / (y1 - y0 if y1 != y0 else 1e-9) + x0)
    return inside


class _Heap:
    """What lies so far: a height for each cell of a square of two metres."""

    def __init__(self, spread: float, tall: float):
        self.n, self.half = 140, 1.0
        g = np.linspace(-self.half, self.half, self.n)
        x, y = np.meshgrid(g, g, indexing="ij")
        self.z = tall * np.exp(-((np.hypot(x, y) / spread) ** 2.4)) * 0.55

    def at(self, xy: np.ndarray) -> np.ndarray:
        k = np.clip(((xy + self.half) / (2 * self.half) * (self.n - 1)).round().astype(int), 0, self.n - 1)
        return self.z[k[..., 0], k[..., 1]]

    def lay(self, xy: np.ndarray, z: np.ndarray) -> None:
        from scipy.ndimage import gaussian_filter, maximum_filter

        k = np.clip(((xy + self.half) / (2 * self.half) * (self.n - 1)).round().astype(int), 0, self.n - 1)
        top = self.z.copy()
        np.maximum.at(top, (k[:, 0], k[:, 1]), z)
        self.z = np.maximum(self.z, gaussian_filter(maximum_filter(top, 3), 1.2))


def _thrown(heap: _Heap, kind: str, at, turn: float, gather: float, seed: int):
    """A garment that fell on the heap: drawn together along one axis into folds, lying on what was there."""
    outline, thick = GARMENTS[kind]
    rim = np.asarray(outline)
    low, high = rim.min(axis=0), rim.max(axis=0)
    nu, nv = np.maximum(((high - low) / 0.0095).astype(int), 24)
    u, v = np.meshgrid(np.linspace(low[0], high[0], nu), np.linspace(low[1], high[1], nv), indexing="ij")
    flat = np.stack([u.ravel(), v.ravel()], axis=1)
    lifted = np.column_stack([flat, np.full(len(flat), seed * 0.37)])
    bend = field(lifted, 0.34, seed=seed, octaves=2)
    ridge = 1 - np.abs(field(lifted * (1.0, 0.4, 1.0), 0.13, seed=seed + 1, octaves=2))
    crease = 1 - np.abs(field(lifted, 0.07, seed=seed + 2, octaves=2))
    c, s = math.cos(turn), math.sin(turn)
    pulled = flat * (1 - gather, 1 - 0.45 * gather) + np.stack([0.05 * bend, 0.07 * field(lifted, 0.3, seed=seed + 4)], axis=1)
    xy = pulled @ np.array([(c, s), (-s, c)]) + at
    fold = gather * (0.09 * np.clip(ridge - 0.45, 0, 1) ** 1.3 + 0.03 * np.clip(crease - 0.35, 0, 1))
    z = heap.at(xy) + fold + thick + 0.004
    inside = within(flat, outline)
    heap.lay(xy[inside], z[inside])
    grid = np.column_stack([xy, z]).reshape(nu, nv, 3)
    return _cut(grid, inside.reshape(nu, nv), thick)


def _cut(grid: np.ndarray, inside: np.ndarray, thick: float):
    """The part of a grid of points that is inside, as cloth with two faces."""
    from diorama_stage.kit import from_geometry, solidify
    from diorama_stage.kit.growth import grid_faces

    faces = grid_faces(*inside.shape)
    kept = faces[inside.ravel()[faces].all(axis=1)]
    used = np.unique(kept)
    number = np.full(inside.size, -1)
    number[used] = np.arange(len(used))
    return solidify(from_geometry("cloth", grid.reshape(-1, 3)[used], number[kept], smooth=180), thick)


@prop("laundry_pile")
def laundry_pile(spec: Spec, b: Builder) -> None:
    """Shirts, trousers, towels and socks thrown on one another, each of its own cloth and colour."""
    rng = np.random.default_rng(spec.seed + 11)
    cloths = [CLOTHS[k] for k in rng.permutation(len(CLOTHS))[:6]]
    for k, (material, colour, pattern) in enumerate(cloths):
        b.slot(f"cloth {k}", material, colour, pattern=pattern, role="main" if k < 3 else "trim")
    heap = _Heap(0.45, 0.24)
    order = ["towel", "trousers", "shirt", "towel", "shirt", "trousers", "shirt", "sock", "towel", "shirt", "trousers", "sock", "shirt", "sock"]
    for k, kind in enumerate(order):
        a, out = rng.uniform(0, 2 * np.pi), (0.26 if k < 6 else 0.15) * rng.uniform(0.3, 1.0) + (0.22 if kind == "sock" else 0)
        made = _thrown(heap, kind, (out * math.cos(a), out * math.sin(a)), rng.uniform(0, 2 * np.pi), rng.uniform(0.36, 0.55), spec.seed * 31 + k)
        b.add(made, f"cloth {k % 6}", kind)
    b.support("top", -0.15, 0.15, -0.15, 0.15, float(heap.z.max()) - 0.02, round=True)
    b.footprint = "round"


@prop("clothesline")
def clothesline(spec: Spec, b: Builder) -> None:
    """Two posts with cross-arms and a line between them; sheets, shirts and socks pegged to it, moved by the air."""
    b.slot("cloth", "cotton", "#f1efe9", params={"thin": 0.25})
    b.slot("second", "cotton", b.choose("#8fb0c4", "#d9b98c", "#c98a86"), role="trim", params={"thin": 0.2})
    b.slot("third", "fabric", b.choose("#a33a30", "#3f5d8a"), role="trim", pattern="stripes", params={"thin": 0.12})
    b.slot("posts", "wood", "#8a6a48", role="trim")
    b.slot("line", "plastic", "#d9d6cc", role="fixed")
    b.slot("pegs", "pine", role="fixed")
    half, top = 2.1, 1.95
    sag = lambda x: top - 0.1 * (1 - (x / half) ** 2)  # noqa: E731
    b.add(join([box(0.09, 0.09, top + 0.1, bevel=0.012, at=(s * half, 0, 0)) for s in (-1, 1)]), "posts")
    b.add(join([box(0.07, 0.9, 0.07, bevel=0.01, at=(s * half, 0, top)) for s in (-1, 1)]), "posts", "arms")
    x = np.linspace(-half, half, 60)
    b.add(join([sweep(np.stack([x, np.full(60, y), sag(x) + 0.03], axis=1), 0.0045, sides=8) for y in (-0.36, 0.36)]), "line")
    rng, pegs = np.random.default_rng(spec.seed), []
    blow = rng.uniform(0.1, 0.22) * rng.choice([-1, 1])
    rows = {
        -0.36: (("cloth", -1.15, 1.45, 1.35), ("second", 0.05, 0.6, 0.95), ("third", 0.85, 0.62, 0.7), ("cloth", 1.55, 0.5, 0.75)),
        0.36: (("second", -0.9, 1.2, 1.3), ("cloth", 0.75, 1.5, 1.4)),
    }
    for y, hung in rows.items():
        for slot, middle, wide, tall in hung:
            b.add(_hung(middle, y, wide, tall, sag, blow, rng), slot, "washing")
            pegs += [
                box(0.016, 0.024, 0.075, bevel=0.003, at=(px, y, sag(px) - 0.02))
                for px in np.linspace(middle - wide / 2 + 0.03, middle + wide / 2 - 0.03, 2 if wide < 1 else 3)
            ]
    b.add(join(pegs), "pegs")


def _hung(middle: float, y: float, wide: float, tall: float, sag, blow: float, rng):
    """A cloth pegged to the line: it hangs in soft folds and swings out at its foot."""
    u, v = np.meshgrid(np.linspace(-0.5, 0.5, 70), np.linspace(0, 1, 50), indexing="ij")
    phase = rng.uniform(0, 6)
    x = middle + wide * u * (1 - 0.04 * v)
    fold = 0.035 * np.sin(u * 17 + phase + v) * (0.3 + v) + 0.02 * np.sin(u * 31 + 2 * phase) * v
    out = blow * v**1.6 * tall + fold
    z = sag(x) + 0.03 - tall * v * (1 - 0.18 * abs(blow) * v) - 0.02 * np.sin((u + 0.5) * np.pi) * (1 - v)
    return sheet(np.stack([x, y + out, z], axis=-1), 0.003)
