# SPDX-License-Identifier: GPL-3.0-or-later
"""Feathers as curved leaves in rows: folded and spread wings, fans of tails, trains. Pure (numpy)."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from scipy.spatial import cKDTree

ACROSS = 5
"""Vertices across a feather."""
RIM = 0.3
"""How much darker a vane is at its edges, where the next one shades it: rows are told from a shell by that."""


@dataclass
class Vanes:
    """Feathers gathered as one mesh."""

    points: list[np.ndarray] = field(default_factory=list)
    colours: list[np.ndarray] = field(default_factory=list)
    uvs: list[np.ndarray] = field(default_factory=list)
    quads: list[np.ndarray] = field(default_factory=list)
    count: int = 0

    def add(self, path: np.ndarray, side: np.ndarray, wide: float, colour: np.ndarray, *, tip: float = 0.5, cup: float = 0.12) -> None:
        """A feather along `path` (k, 3) with its vane along `side` (k, 3); `wide` in all; `colour` (k, 3); `tip`: 0 pointed to 1 square."""
        self.many(path[None], side[None], np.array([wide]), colour[None], tip=tip, cup=cup)

    def many(self, path: np.ndarray, side: np.ndarray, wide: np.ndarray, colour: np.ndarray, *, tip: float = 0.5, cup: float = 0.12) -> None:
        """n feathers at once: paths, sides and colours (n, k, 3), widths (n,)."""
        n, k = path.shape[:2]
        t, s = np.linspace(0, 1, k), np.linspace(-1, 1, ACROSS)
        w = np.clip(t / 0.14, 0.12, 1) ** 0.6 * (np.clip((1 - t) / (0.42 - 0.34 * tip), 0, 1) ** 0.5) * (0.82 + 0.18 * np.sin(np.pi * t))
        up = unit(np.cross(side, np.gradient(path, axis=1)))
        half = 0.5 * wide[:, None] * w
        grid = path[:, :, None] + side[:, :, None] * (half[..., None] * s)[..., None] - up[:, :, None] * (cup * half[..., None] * s**2)[..., None]
        across = 1 - 0.2 * (abs(s) < 0.2) - RIM * (abs(s) > 0.9)
        i, j = np.meshgrid(np.arange(k - 1), np.arange(ACROSS - 1), indexing="ij")
        a = (i * ACROSS + j).ravel()[None] + (self.count + np.arange(n) * k * ACROSS)[:, None]
        self.points.append(grid.reshape(-1, 3))
        self.colours.append((colour[:, :, None] * across[None, None, :, None]).reshape(-1, 3))
        self.uvs.append(np.tile(np.stack(np.meshgrid(t, s, indexing="ij"), axis=-1).reshape(-1, 2), (n, 1)))
        self.quads.append(np.stack([a, a + 1, a + ACROSS + 1, a + ACROSS], axis=-1).reshape(-1, 4))
        self.count += n * k * ACROSS

    def arrays(self):
        return np.concatenate(self.points), np.concatenate(self.quads), np.concatenate(self.colours), np.concatenate(self.uvs)


def unit(v: np.ndarray) -> np.ndarray:
    return v / np.maximum(np.linalg.norm(v, axis=-1, keepdims=True), 1e-9)


def tinted(colour, rng: np.random.Generator, k: int, edge=None, bars: int = 0, dark=None, tipped=None) -> np.ndarray:
    """A feather's colours along it: its own tone, a pale or dark edge at the tip, bars across."""
    t = np.linspace(0, 1, k)[:, None]
    out = np.asarray(colour)[None] * rng.normal(1, 0.08) * (0.84 + 0.22 * t)
    if bars:
        out = out + (np.asarray(dark)[None] - out) * (np.sin(t * bars * 2 * np.pi) > 0.15) * 0.75
    if edge is not None:
        out = out + (np.asarray(edge)[None] - out) * np.clip((t - 0.86) / 0.1, 0, 1) * 0.55
    if tipped is not None:
        out = out + (np.asarray(tipped)[None] - out) * np.clip((t - 0.6) / 0.12, 0, 1)
    return np.clip(out, 0, 1)


def apart(points: np.ndarray, least: float, rng: np.random.Generator) -> np.ndarray:
    """Indices of points (n, 3), no two of them nearer than about `least`: one of each cell of a grid, those beside a chosen one left out."""
    order = rng.permutation(len(points))
    tree = cKDTree(points[order])
    free = np.ones(len(order), bool)
    for k in range(len(order)):
        if free[k]:
            free[tree.query_ball_point(points[order[k]], least)] = False
            free[k] = True
    return order[free]


def contour(vanes: Vanes, points, normals, flow, share: np.ndarray, colours, size: float, rng: np.random.Generator) -> None:
    """The small feathers of the body, `size` units apart, each over the root of the next behind it.

    points, normals, flow, colours (n, 3) of the skin; `share` (n,): how long they are there, none below 0.25.
    """
    may = np.flatnonzero(share > 0.25)
    if not len(may):
        return
    k, t = may[apart(points[may], size, rng)], np.linspace(0, 1, 5)
    n = len(k)
    way = unit(flow[k] - normals[k] * (flow[k] * normals[k]).sum(axis=1, keepdims=True) + rng.normal(0, 0.09, (n, 3)))
    long = 2.5 * size * share[k] * rng.uniform(0.85, 1.1, n)
    straight = points[k][:, None] + way[:, None] * (long[:, None] * t)[..., None]
    near = cKDTree(points).query(straight.reshape(-1, 3))[1].reshape(n, 5)
    normal = unit(normals[near])
    path = straight - normal * ((straight - points[near]) * normal).sum(axis=-1, keepdims=True) + normal * (0.1 + 0.17 * size * t**0.8)[None, :, None]
    side = unit(np.cross(np.gradient(path, axis=1), normal))
    tone = colours[k][:, None] * (rng.normal(1, 0.09, n)[:, None] * (0.8 + 0.26 * t))[..., None]
    edge = np.clip(1.45 * colours[k] + 0.012, 0, 1)[:, None]
    tone = tone + (edge - tone) * (np.clip((t - 0.7) / 0.2, 0, 1) * 0.6)[None, :, None]
    vanes.many(path, side, 1.5 * size * (0.5 + 0.5 * share[k]), np.clip(tone, 0, 1), tip=0.25, cup=0.2)


def fan(vanes: Vanes, root: np.ndarray, back: np.ndarray, side: np.ndarray, up: np.ndarray, t: dict, spread: float, colour, rng, **look) -> None:
    """A tail: feathers side by side, the middle ones uppermost."""
    n = t.get("feathers", 10)
    for k in sorted(range(n), key=lambda k: -abs(k - (n - 1) / 2)):
        s = (k / (n - 1) - 0.5) * 2
        a = np.radians(s * spread / 2)
        way = back * np.cos(a) + side * np.sin(a)
        long = t["length"] * (1 - t.get("round", 0.1) * s**2 + t.get("fork", 0.0) * s**2)
        u = np.linspace(0, 1, 8)[:, None]
        sag = t.get("arch", 0.0) * long * u**2
        path = root + side * s * t["wide"] * 0.32 + way * long * u + up * (sag + (1 - abs(s)) * 0.6)
        vanes.add(
            path, np.repeat(unit(side * np.cos(a) - back * np.sin(a) * 0.6)[None], 8, axis=0), t["wide"], tinted(colour, rng, 8, **look), tip=t.get("tip", 0.75)
        )


def folded(vanes: Vanes, surface, w: dict, colours: dict, rng, **look) -> None:
    """A wing on each flank. `surface(s, angle, side)`: a point on the body and its outward normal; s: 1 breast to 0 rump, beyond goes on behind."""
    for side in (1, -1):
        rows = [
            ("primary", 0.30, (62, 82), 8, w["length"], w["wide"] * 0.95, 1.2),
            ("secondary", 0.42, (38, 76), 11, w["length"] * 0.62, w["wide"] * 0.9, 2.0),
            ("greater", 0.58, (37, 86), 12, w["length"] * 0.36, w["wide"] * 0.8, 2.6),
            ("covert", 0.68, (36, 88), 13, w["length"] * 0.24, w["wide"] * 0.66, 3.0),
            ("covert", 0.76, (36, 90), 13, w["length"] * 0.18, w["wide"] * 0.56, 3.3),
            ("covert", 0.83, (38, 90), 12, w["length"] * 0.15, w["wide"] * 0.5, 3.5),
            ("covert", 0.89, (42, 86), 9, w["length"] * 0.13, w["wide"] * 0.46, 3.6),
        ]
        for name, s0, (top, low), n, long, wide, off in rows:
            for k in range(n):
                f = k / (n - 1)
                angle = low + (top - low) * f + rng.normal(0, 0.7)
                start = s0 + 0.1 * (1 - f) * (name in ("covert", "greater")) - 0.06 * f
                reach = long / 100 * rng.uniform(0.94, 1.05) * (1 - 0.28 * (1 - f) * (name == "secondary") - 0.1 * f * (name == "primary"))
                u = np.linspace(0, 1, 7)
                at = [surface(start - reach * v, angle + (w.get("meet", 30) - angle) * v * 0.45 * (name in ("primary", "secondary")), side) for v in u]
                path = np.array([p + n_ * (1.4 + off * 2 * w.get("lift", 0.5) + 0.35 * f) * (1 - 0.5 * v) for (p, n_), v in zip(at, u, strict=True)])
                normal = np.array([n_ for _, n_ in at])
                across = unit(np.cross(np.gradient(path, axis=0), normal))
                vanes.add(path, across, wide, tinted(_of(colours, name, f), rng, 7, **look), tip=0.55 if name == "primary" else 0.4)


def _of(colours: dict, name: str, f: float) -> np.ndarray:
    """The colour of a feather of a row: the middle secondaries of some are a mirror."""
    return colours["speculum"] if name == "secondary" and 0.25 < f < 0.75 and "speculum" in colours else colours[name]


def spread(vanes: Vanes, shoulder: np.ndarray, turn: np.ndarray, side: int, w: dict, colours: dict, lift: float, sweep: float, rng, **look) -> np.ndarray:
    """A wing held out: primaries fan from the hand, secondaries hang from the arm, coverts lie over their roots. Returns the arm's joints (4, 3)."""
    out, back, up = turn[:, 0] * side, turn[:, 1], turn[:, 2]
    span = w["span"]

    def way(forward: float, rise: float) -> np.ndarray:
        f, r = np.radians(forward), np.radians(rise)
        return unit(out * np.cos(f) * np.cos(r) - back * np.sin(f) + up * np.sin(r))

    elbow = shoulder + way(-14 - sweep, lift * 1.1) * span * 0.2
    wrist = elbow + way(26 - sweep, lift) * span * 0.24
    hand = wrist + way(-12 - sweep, lift * 0.6) * span * 0.12
    joints = np.array([shoulder, elbow, wrist, hand])
    t = np.linspace(0, 1, 9)[:, None]

    def lay(root, direction, long, wide, name, over, bend=0.0, tip=0.5, colour=None):
        path = root + direction * long * t + up * (over + bend * long * t**2)
        across = unit(np.cross(direction, up)) * side
        vanes.add(path, np.repeat(across[None], 9, axis=0), wide, tinted(colour if colour is not None else colours[name], rng, 9, **look), tip=tip)

    n = w.get("primaries", 10)
    for k in range(n):
        f = k / (n - 1)
        root = wrist + (hand - wrist) * f
        d = unit(way(-78 + 74 * f - sweep, lift * 0.5 * f) * 1.0)
        lay(
            root,
            d,
            span * (0.36 + 0.2 * np.sin(np.pi * (0.2 + 0.62 * f))) * w.get("pointed", 1.0) ** f,
            w["wide"] * 1.5,
            "primary",
            -0.4 * f,
            0.06,
            w.get("tip", 0.35),
        )
    n = w.get("secondaries", 12)
    for k in range(n):
        f = k / (n - 1)
        root = shoulder + (elbow - shoulder) * f * 2 if f < 0.5 else elbow + (wrist - elbow) * (f - 0.5) * 2
        lay(root, unit(back + out * 0.12 * f), span * w.get("chord", 0.32), w["wide"] * 1.6, "secondary", 0.4, -0.04, 0.7, _of(colours, "secondary", f))
    for row, (share, over) in enumerate(((0.6, 1.2), (0.38, 2.0), (0.2, 2.6))):
        n = 15
        for k in range(n):
            f = k / (n - 1)
            p = np.array([np.interp(f * 3, np.arange(4), joints[:, c]) for c in range(3)])
            d = unit(back * (1 - 0.5 * f) + out * (0.05 + 0.75 * f**2))
            lay(p, d, span * w.get("chord", 0.32) * share, w["wide"] * 1.6, "greater" if row == 0 else "covert", over, -0.06, 0.6)
    return joints
