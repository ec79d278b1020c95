# SPDX-License-Identifier: GPL-3.0-or-later
"""Shoes that show the foot: a court shoe on a high heel, a sandal with buckled straps, a flip-flop."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, loft, smooth_path, sphere, sweep
from diorama_stage.kit.parts import tint
from diorama_stage.kit.seams import ribbon, sheet, thread
from diorama_stage.props.clothing.footwear import sole
from diorama_stage.props.clothing.shoe_last import Last, outline, outset, settle
from diorama_stage.props.registry import prop


@prop("high_heel")
def high_heel(spec: Spec, b: Builder) -> None:
    """A court shoe: a low-cut upper with a pointed toe, a thin sole that arches up from the ball, a slim curved heel with a rubber tip."""
    lacquered = b.rng.random() < 0.6
    b.slot("body", "leather", b.choose("#b01822", "#141314", "#c9a58a"), finish=("glossy",) if lacquered else ())
    b.slot("sole", "leather", "#c79a6c", role="fixed")
    b.slot("lining", "leather", "#d8b995", role="fixed")
    b.slot("tip", "rubber", "#151515", role="fixed")
    high = b.vary(0.092, 0.08)
    last = Last(0.228, (0.164, 0.001, 0.0265, 0.034, high * 0.78 + 0.034, high + 0.05), width=0.92, point=0.85, floor=0.005, heel=high, spring=0.006, toe=0.028, throat=0.3, fall=0.3, waist=0.004)
    b.add(sheet(last.grid, closed=True), "body", "upper")
    b.add(sole(last, [(0, -0.005), (0.0006, -0.0012), (0.0036, 0.0006), (0.0052, -0.001), (0.0062, -0.003)]), "sole")
    rim, u = last.rim, np.linspace(0, 1, 160, endpoint=False)
    inside = np.array([rim, *(last.at(u, s, -0.0022) for s in (0.06, 0.2, 0.4, 0.6, 0.8, 0.9))])
    b.add(sheet(inside, closed=True), "lining", "lining")
    b.add(sheet(np.array([inward(inside[-1], k) for k in (1.0, 0.6, 0.02)]), closed=True), "lining", "insole")
    b.add(sweep(np.vstack([rim, rim[:2]]), 0.0013, sides=8), "body", "rim")
    rear = outset(last.edge, -0.0012)
    rear = rear[last.edge[:, 0] < 0.058]
    rings = []
    for share, deep, wide, back in ((0.0, 0.17, 0.2, 0.011), (0.06, 0.165, 0.195, 0.011), (0.3, 0.185, 0.215, 0.0115), (0.55, 0.25, 0.29, 0.0105), (0.75, 0.4, 0.45, 0.008), (0.9, 0.66, 0.72, 0.004), (1.0, 0.96, 0.97, 0.0012)):
        z = np.full(len(rear), share * high + 0.0055) if share < 0.9 else share * last.rise(rear[:, 0]) + 0.0045
        rings.append(np.column_stack([back + rear[:, 0] * deep, rear[:, 1] * wide, z]))
    rings = list(smooth_path(np.array(rings).reshape(len(rings), -1), 40).reshape(40, -1, 3))
    b.add(loft(rings, smooth=50), "body", "heel")
    foot = rings[0]
    b.add(loft([foot * (1, 1, 0) + (0, 0, z) for z in (0.0, 0.0052, 0.0058)], smooth=40), "tip", "tip")
    seam = last.at(0.25, np.linspace(0.0, 1.0, 30), 0.0003)
    b.add(sweep(seam, 0.0005, sides=6), "body", "seam")
    settle(b)


def inward(loop: np.ndarray, k: float) -> np.ndarray:
    """A shoe's outline (n, 3) drawn in to `k` of its width, towards the line along its middle."""
    middle, ends = loop.mean(axis=0), 0.72 + 0.28 * k
    return np.column_stack([middle[0] + (loop[:, 0] - middle[0]) * ends, middle[1] + (loop[:, 1] - middle[1]) * k, loop[:, 2]])


def strap(edge: np.ndarray, x: float, half: float, height: float, low: float, *, lean: float = 0.0, lift: float = 0.0, span: tuple[float, float] = (0.0, 1.0)) -> np.ndarray:
    """A band over the foot as a grid (across its width, along its arch, 3): from the outer edge of the sole at x to the inner one, `height` metres above it; `span` is the part of the arch it covers."""
    v, a = np.linspace(-1, 1, 9), np.pi * np.linspace(*span, 60)
    grid = []
    for k in v:
        at = x + half * k
        side = lambda inner: np.interp(at, *np.array(sorted(edge[(edge[:, 1] < 0) == inner].tolist())).T)  # noqa: E731
        outer, inner = side(False), side(True)
        middle, reach = (outer + inner) / 2, (outer - inner) / 2 + 0.0012 + lift
        c, s = np.cos(a), np.sin(a)
        y = middle + reach * np.sign(c) * np.abs(c) ** 0.75
        z = low + (height - lean * k) * s**0.8 + lift * s
        grid.append(np.column_stack([np.full(60, at) - 0.008 * s, y, z]))
    return np.array(grid)


@prop("sandal")
def sandal(spec: Spec, b: Builder) -> None:
    """Two leather straps with buckles over a bed of cork on a rubber sole; by name a flip-flop."""
    thong = spec.is_a("flip")
    b.slot("body", *(("rubber", b.choose("#1f6f8b", "#d8452f", "#e0b02a")) if thong else ("leather", b.choose("#7a4a26", "#2b2320", "#b98a58"))))
    b.slot("sole", "rubber", "#f1ede4" if thong else "#2a2624", role="fixed")
    b.slot("bed", *(("rubber", "#2b3a44") if thong else ("suede", "#b79a77")), role="fixed")
    b.slot("cork", "cork", "#b98f5c", role="fixed")
    b.slot("metal", "brass", "#b08d45", role="trim")
    b.slot("thread", "cotton", "#d9c19a", role="fixed")
    edge = outline(0.268, width=1.02)
    level = lambda by, z: np.column_stack([outset(edge, by), np.full(len(edge), z)])  # noqa: E731
    top = 0.018 if thong else 0.027
    rise = lambda p: 0.006 * np.clip((0.1 - p[:, 0]) / 0.1, 0, 1) ** 2 + 0.007 * np.clip((p[:, 0] - 0.2) / 0.068, 0, 1) ** 2  # noqa: E731

    def layer(rows, slot: str, part: str) -> None:
        rings = [level(by, z) for by, z in rows]
        b.add(loft([r + np.column_stack([r[:, :2] * 0, rise(r) * (z > 0.004)]) for r, (_, z) in zip(rings, rows, strict=True)], smooth=40), slot, part)

    layer([(-0.003, 0), (0.0004, 0.001), (0.001, 0.007), (0.0004, 0.0085)], "sole", "sole")
    layer([(-0.0006, 0.0083), (0.0003, 0.0092), (-0.0008, top * 0.62), (-0.0002, top - 0.002), (-0.001, top)], "body" if thong else "cork", "midsole")
    rings = [inward(level(-0.0006, z), k) for k, z in ((1.0, top - 0.002), (1.0, top + 0.0012), (0.975, top + 0.0026), (0.93, top + 0.0022), (0.82, top + 0.0006), (0.6, top - 0.0004), (0.3, top - 0.0006), (0.02, top - 0.0006))]
    b.add(loft([r + np.column_stack([r[:, :2] * 0, rise(r)]) for r in rings], smooth=60), "bed", "footbed")
    tint(b._parts["footbed"][0], lambda p: 1 - 0.35 * np.exp(-(((p[:, 0] - 0.045) / 0.026) ** 2) - ((p[:, 1] - 0.002) / 0.018) ** 2) - 0.3 * np.exp(-(((p[:, 0] - 0.195) / 0.03) ** 2) - (p[:, 1] / 0.026) ** 2))
    if thong:
        _thong(b, edge, top)
    else:
        for x, half, height in ((0.132, 0.019, 0.062), (0.19, 0.02, 0.046)):
            _buckled(b, edge, x, half, height, top)
    settle(b)


def _buckled(b: Builder, edge: np.ndarray, x: float, half: float, height: float, top: float) -> None:
    """A broad strap with stitched edges; over it a tongue with holes through a buckle on the outer side."""
    low = top * 0.45
    wide = strap(edge, x, half, height, low, lean=0.006)
    b.add(sheet(wide, 0.003, smooth=60), "body", "straps")
    for row, beside in ((wide[0], wide[1]), (wide[-1], wide[-2])):
        b.add(sweep(row, 0.0019, sides=8), "body", "straps")
        b.add(thread(beside + (beside - wide[4]) * (0.25, 0, 0) + (0, 0, 0.0016), 0.003, 0.00045), "thread", "stitches")
    over = strap(edge, x, half * 0.5, height, low, lean=0.003, lift=0.0036, span=(0.12, 0.56))
    b.add(sheet(over, 0.0026, smooth=60), "body", "straps")
    spine = over[4]
    for k in (27, 34, 41, 48):
        b.add(sphere(0.0013, at=tuple(spine[k] + (0, 0, 0.0009)), segments=10), "sole", "holes")
    near, far = over[0], over[8]
    out = np.array((0, 0.55, 0.84)) * 0.003
    loop = [near[10] - (0.004, 0, 0) + out, far[10] + (0.004, 0, 0) + out, far[19] + (0.004, 0, 0) + out, near[19] - (0.004, 0, 0) + out]
    dense = [p * (1 - t) + q * t for p, q in zip(loop, [*loop[1:], loop[0]], strict=True) for t in np.linspace(0.06, 0.94, 8)]
    b.add(sweep([*dense, dense[0], dense[1]], 0.0016, sides=10), "metal", "buckle")
    b.add(sweep([spine[19] + out * 1.2, spine[14] + out * 1.3, spine[9] + out * 1.2], 0.0012, sides=8), "metal", "buckle")


def _thong(b: Builder, edge: np.ndarray, top: float) -> None:
    """The strap of a flip-flop: from between the toes back to both sides of the foot."""
    post = np.array((0.208, -0.014, top))
    b.add(sweep([post - (0, 0, 0.004), post + (0, 0, 0.01), post + (-0.004, 0, 0.02)], np.array([0.0042, 0.0038, 0.0048]), sides=16), "body", "straps")
    for s, y in ((1, 0.039), (-1, -0.033)):
        path = smooth_path([post + (-0.003, 0, 0.0205), (0.185, post[1] + s * 0.012, top + 0.033), (0.15, y * 0.92, top + 0.032), (0.118, y, top + 0.012), (0.104, y * 0.98, top - 0.003)], 50)
        up = np.column_stack([np.interp(np.linspace(0, 1, 50), [0, 0.3, 1], [0.3, 0.2, 0.75]), np.interp(np.linspace(0, 1, 50), [0, 0.35, 1], [0.6 * s, -0.75 * s, 0]), np.interp(np.linspace(0, 1, 50), [0, 0.4, 1], [0.1, 0.55, 0.1])])
        b.add(ribbon(path, up, np.interp(np.linspace(0, 1, 50), [0, 0.3, 0.8, 1], [0.009, 0.014, 0.013, 0.01]), 0.0042), "body", "straps")
