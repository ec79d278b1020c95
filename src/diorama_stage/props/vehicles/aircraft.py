# SPDX-License-Identifier: GPL-3.0-or-later
"""What flies: helicopters and hot-air balloons."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Emitter,
    Spec,
    box,
    cylinder,
    extrude,
    from_geometry,
    join,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    sweep,
    torus,
)  # fmt: skip
from diorama_stage.kit.parts import rod
from diorama_stage.props.registry import prop


def hull_ring(x: float, wide: float, low: float, high: float, power: float = 2.4, n: int = 72):
    """A cross-section of a fuselage at x: half width, lowest and highest z; rounder with a `power` near 2."""
    a = np.linspace(0, 2 * np.pi, n, endpoint=False)
    c, s = np.cos(a), np.sin(a)
    y = wide * np.sign(c) * np.abs(c) ** (2 / power)
    z = (low + high) / 2 + (high - low) / 2 * np.sign(s) * np.abs(s) ** (2 / power)
    return np.stack([np.full(n, x), y, z], axis=1)


HULL = [
    # x (nose at the left), half width, lowest, highest
    (-2.7, 0.02, 1.22, 1.28), (-2.62, 0.3, 1.0, 1.5), (-2.4, 0.55, 0.84, 1.78), (-2.0, 0.76, 0.74, 2.2), (-1.4, 0.86, 0.7, 2.5),
    (-0.6, 0.88, 0.7, 2.62), (0.4, 0.86, 0.72, 2.62), (1.1, 0.74, 0.86, 2.54), (1.7, 0.5, 1.28, 2.44), (2.2, 0.3, 1.68, 2.34),
    (2.7, 0.22, 1.86, 2.28),
]  # fmt: skip


@prop("helicopter")
def helicopter(spec: Spec, b: Builder) -> None:
    b.slot("body", "paint", b.choose("#c2302a", "#2f5f96", "#e0b02c", "#e7e5df"))
    b.slot("stripe", "paint", "#f1efe8", role="fixed")
    b.slot("glass", "lacquer", "#141d24", role="fixed")
    b.slot("dark", "cast_iron", "#3a3c3e", role="trim")
    b.slot("metal", "aluminium", role="fixed")
    rows = smooth_path(np.array(HULL), 90)
    b.add(loft([hull_ring(*r) for r in rows], smooth=180), "body", "fuselage")
    skin(b, rows)
    boom = [
        hull_ring(x, w, z - w * 1.05, z + w * 1.05, 2.1, 40)
        for x, w, z in smooth_path(np.array([(1.9, 0.3, 2.05), (2.7, 0.25, 2.07), (4.5, 0.17, 2.13), (6.3, 0.11, 2.2)]), 30)
    ]
    b.add(loft(boom, smooth=180), "body", "tail boom")
    fin = [(5.75, 2.1), (6.35, 2.1), (6.95, 3.2), (6.55, 3.25), (6.1, 2.6)]
    b.add(upright(fin, 0.09), "body", "fin")
    b.add(upright([(5.95, 2.2), (6.4, 2.2), (6.35, 1.6), (6.15, 1.6)], 0.07), "body", "fin")
    b.add(box(0.5, 2.0, 0.05, bevel=0.02, at=(5.0, 0, 2.1)), "body", "tailplane")
    for s in (-1, 1):
        b.add(upright([(4.72, 1.85), (5.28, 1.85), (5.34, 2.45), (4.95, 2.45)], 0.05, s * 1.0), "stripe", "tailplane")
    b.add(
        loft(
            [
                hull_ring(x, w, 2.45, z, 3)
                for x, w, z in smooth_path(
                    np.array([(-1.0, 0.12, 2.55), (-0.75, 0.36, 2.8), (-0.1, 0.46, 2.95), (0.9, 0.42, 2.88), (1.8, 0.2, 2.55)]), 28
                )
            ],
            smooth=180,
        ),
        "body",
        "engine",
    )
    for s in (-1, 1):
        b.add(move(rotate(cylinder(0.13, 0.35, bevel=0.02, top=0.15), 0, 75, 0), 1.25, 0.25 * s, 2.68), "dark", "exhaust")
        b.add(move(rotate(torus(0.15, 0.04, segments=32, sides=12), 0, 90), -0.72, 0.24 * s, 2.7), "dark", "intake")
    b.add(
        lathe(
            rounded_profile([(0, 2.85), (0.17, 2.85), (0.11, 3.05), (0.08, 3.32), (0.16, 3.34), (0.16, 3.44), (0.07, 3.52), (0, 3.52)], 0.02),
            segments=40,
        ),
        "dark",
        "mast",
    )
    n = 4 if b.rng.random() < 0.5 else 3
    for k in range(n):
        t = np.linspace(0.2, 4.5, 26)
        droop = -0.012 * t * t + 0.05 * t / 5
        blade = [
            [(x, y * w, 3.39 + d + z) for y, z in ((-0.14, 0.0), (-0.07, 0.022), (0.05, 0.026), (0.16, 0.0), (0.05, -0.012), (-0.07, -0.012))]
            for x, d, w in zip(t, droop, np.where(t < 0.7, 0.45 + t * 0.7, 1.0), strict=True)
        ]
        b.add(rotate(loft(blade, smooth=70), 0, 0, 360 * k / n + 31), "dark", "rotor")
    for k in range(3):
        o = rotate(
            rotate(
                loft([[(x, y * 0.6, z) for y, z in ((-0.1, 0), (0, 0.018), (0.1, 0), (0, -0.018))] for x in np.linspace(0.05, 0.85, 10)], smooth=60),
                90,
            ),
            0,
            120 * k + 20,
        )
        b.add(move(o, 6.3, -0.2, 2.28), "dark", "tail rotor")
    b.add(move(rotate(cylinder(0.09, 0.26, bevel=0.02), 90), 6.3, 0.02, 2.28), "dark", "tail rotor")
    for s in (-1, 1):
        skid = smooth_path(
            [
                (-2.35, 1.0 * s, 0.36),
                (-2.2, 1.0 * s, 0.16),
                (-1.9, 1.0 * s, 0.055),
                (-1.0, 1.0 * s, 0.05),
                (1.3, 1.0 * s, 0.05),
                (1.55, 1.0 * s, 0.08),
            ],
            60,
        )
        b.add(sweep(skid, 0.05, sides=16), "metal", "skids")
        for x in (-1.25, 0.75):
            b.add(sweep(smooth_path([(x, 0.45 * s, 0.8), (x, 0.75 * s, 0.6), (x, 1.0 * s, 0.06)], 20), 0.045, sides=14), "metal", "skids")
    for objects in b._parts.values():
        for o in objects:
            rotate(move(o, -1.4, 0, 0), 0, 0, 26)


def skin(b: Builder, rows: np.ndarray) -> None:
    """Windows, doors and a stripe, laid on the fuselage's skin."""

    def patch(x0: float, x1: float, a0: float, a1: float, slot: str, part: str, lift: float = 0.012, slant: float = 0.0) -> None:
        """A patch between two stations and two angles (degrees from the side, up), 12 mm proud."""
        n, m = 30, 24
        verts = []
        for i in range(n + 1):
            for j in range(m + 1):
                a = math.radians(a0 + (a1 - a0) * j / m)
                x = x0 + (x1 - x0) * i / n + slant * (j / m)
                w, lo, hi = (float(np.interp(x, rows[:, 0], rows[:, k])) for k in (1, 2, 3))
                c, s = math.cos(a), math.sin(a)
                y = (w + lift) * math.copysign(abs(c) ** (2 / 2.4), c)
                verts.append((x, y, (lo + hi) / 2 + ((hi - lo) / 2 + lift) * math.copysign(abs(s) ** (2 / 2.4), s)))
        faces = [(i * (m + 1) + j, (i + 1) * (m + 1) + j, (i + 1) * (m + 1) + j + 1, i * (m + 1) + j + 1) for i in range(n) for j in range(m)]
        b.add(from_geometry(part, verts, faces, smooth=180), slot, part)

    for flip in (False, True):
        side = (lambda a: 180 - a) if flip else (lambda a: a)
        patch(-2.5, -1.5, side(5), side(87), "glass", "windscreen", slant=0.12)
        patch(-2.42, -1.75, side(-40), side(-8), "glass", "chin window")
        patch(-1.32, -0.42, side(4), side(46), "glass", "windows", slant=0.1)
        patch(-0.22, 0.62, side(4), side(46), "glass", "windows")
        patch(0.82, 1.3, side(6), side(42), "glass", "windows", slant=-0.12)
        patch(-2.3, 2.3, side(-14), side(-4), "stripe", "stripe", 0.008)
        for x in (-1.4, -0.32, 0.72):
            patch(x - 0.012, x + 0.012, side(-52), side(52), "dark", "doors", 0.006)
        patch(-0.62, -0.48, side(-20), side(-17), "dark", "doors", 0.03)


def upright(outline, thick: float, y: float = 0.0):
    """A plate in x–z of the given thickness, its middle at y."""
    o = extrude([(x, -z) for x, z in outline], thick, bevel=min(0.03, thick * 0.4))
    return move(rotate(o, -90), 0, y - thick / 2, 0)


@prop("hot_air_balloon")
def hot_air_balloon(spec: Spec, b: Builder) -> None:
    R, top, mouth = b.vary(7.2, 0.03), 19.6, 4.7
    main, second, third = b.choose(
        ("#c8302a", "#f0b92e", "#f3eee2"), ("#d9662a", "#f2cf5a", "#2f6f8f"), ("#2f62a8", "#f0ece0", "#e2b432"), ("#7a3f8f", "#f0a83a", "#e0574a")
    )
    b.slot("body", "silk", main)
    b.slot("stripes", "silk", second, role="trim")
    b.slot("band", "silk", third, role="trim")
    b.slot("basket", "rattan", "#a8753f", role="fixed")
    b.slot("leather", "leather", "#5a3a22", role="fixed")
    b.slot("ropes", "cotton", "#8a7c66", role="fixed")
    b.slot("metal", "brushed_steel", role="fixed")
    outline = smooth_path(
        [
            (1.35, mouth),
            (2.1, mouth + 1.4),
            (3.9, mouth + 3.9),
            (5.9, mouth + 6.6),
            (7.0, mouth + 9.0),
            (7.2, mouth + 10.4),
            (6.8, mouth + 12.2),
            (5.5, mouth + 13.8),
            (3.4, top - 0.35),
            (1.4, top - 0.06),
            (0.0, top),
        ],
        90,
    )
    outline[:, 0] *= R / 7.2
    n, m = 24, 13
    belt = (mouth + 8.6, mouth + 11.0)
    bags: dict[str, list] = {"body": [], "stripes": [], "band": []}
    for k in range(n):
        a0, a1 = 2 * math.pi * k / n, 2 * math.pi * (k + 1) / n
        own = "stripes" if k % 3 == 1 else "body"
        for lo, hi, slot in ((mouth - 1, belt[0], own), (belt[0], belt[1], "band" if own == "body" else "stripes"), (belt[1], top + 1, own)):
            rows = [(r, z) for r, z in outline if lo <= z <= hi]
            ends = [float(np.interp(z, outline[:, 1], outline[:, 0])) for z in (lo, hi)]
            rows = ([(ends[0], lo)] if lo > mouth else []) + rows + ([(ends[1], hi)] if hi < top else [])
            verts = []
            for r, z in rows:
                for j in range(m):
                    t = j / (m - 1)
                    puff = 1 + 0.045 * math.sin(math.pi * t) * min(1, (top - z) / 2.5) * min(1, (z - mouth + 0.6) / 2)
                    a = a0 + (a1 - a0) * t
                    verts.append((r * puff * math.cos(a), r * puff * math.sin(a), z))
            faces = [(i * m + j, i * m + j + 1, (i + 1) * m + j + 1, (i + 1) * m + j) for i in range(len(rows) - 1) for j in range(m - 1)]
            bags[slot].append(from_geometry("gore", verts, faces, smooth=70))
    for slot, pieces in bags.items():
        b.add(join(pieces), slot, "envelope")
    tapes = [
        sweep([(r * math.cos(a) * 1.002, r * math.sin(a) * 1.002, z) for r, z in outline[::3]], 0.022, sides=6)
        for a in np.arange(n) * 2 * math.pi / n
    ]
    b.add(join(tapes), "band", "tapes")
    b.add(lathe([(1.42 * R / 7.2, mouth - 0.75), (1.5 * R / 7.2, mouth - 0.3), (1.36 * R / 7.2, mouth + 0.05)], segments=72), "stripes", "skirt")
    gondola(b, mouth, 1.36 * R / 7.2, n)
    b.footprint = "round"
    b.hang = (0, 0, top)


def gondola(b: Builder, mouth: float, wide: float, n: int) -> None:
    """The wicker basket, its ropes to the envelope's mouth and the burner between them."""
    h, half = 1.15, 0.72
    a = np.linspace(0, 2 * np.pi, 160, endpoint=False)
    square = lambda q: np.sign(q) * np.abs(q) ** 0.42  # noqa: E731
    rings = []
    for k in range(72):
        z = 0.03 + (h - 0.03) * k / 71
        weave = 0.011 * np.cos(40 * a) * (1 if k % 4 < 2 else -1)
        q = half * (0.93 + 0.07 * z / h) + weave
        rings.append(np.stack([q * square(np.cos(a)), q * square(np.sin(a)), np.full(160, z)], axis=1))
    inner = [np.stack([half * k * square(np.cos(a)), half * k * square(np.sin(a)), np.full(160, z)], axis=1) for k, z in ((0.9, h), (0.86, 0.12))]
    b.add(loft([*rings, *inner], smooth=60), "basket")
    rim = np.stack([half * 0.97 * square(np.cos(a)), half * 0.97 * square(np.sin(a)), np.full(160, h + 0.01)], axis=1)
    b.add(sweep([*rim, rim[0]], 0.065, sides=14), "leather", "rim")
    foot = rim * (0.95, 0.95, 0) + (0, 0, 0.045)
    b.add(sweep([*foot, foot[0]], 0.045, sides=12), "leather", "foot")
    for sx in (-1, 1):
        for sy in (-1, 1):
            corner, up = (sx * half * 0.86, sy * half * 0.86, h), (sx * 0.5, sy * 0.5, 2.75)
            b.add(rod(corner, up, 0.035), "leather", "uprights")
            for turn in (-1.5, -0.5, 0.5, 1.5):
                q = math.atan2(sy, sx) + turn * 2 * math.pi / n * 1.6
                b.add(rod(up, (wide * math.cos(q), wide * math.sin(q), mouth - 0.1), 0.014, sides=8), "ropes")
    for s in (-1, 1):
        b.add(rod((-0.5, 0.5 * s, 2.75), (0.5, 0.5 * s, 2.75), 0.03), "metal", "frame")
        b.add(rod((0.5 * s, -0.5, 2.75), (0.5 * s, 0.5, 2.75), 0.03), "metal", "frame")
        b.add(rod((-0.5, 0.17 * s, 2.75), (0.5, 0.17 * s, 2.75), 0.022), "metal", "frame")
        b.add(cylinder(0.14, 0.42, bevel=0.03, at=(0.2 * s, 0, 2.62)), "metal", "burner")
        b.add(torus(0.11, 0.025, at=(0.2 * s, 0, 3.07), segments=32, sides=10), "metal", "burner")
    if not b.spec.has("unlit", "off"):
        b.slot("flame", "emission", "#ffb45a", role="fixed", params={"strength": 14.0})
        for s in (-1, 1):
            flame = smooth_path([(0, 3.05), (0.09, 3.12), (0.13, 3.35), (0.08, 3.75), (0.02, 4.05), (0, 4.1)], 30)
            b.add(move(lathe(flame, segments=24, smooth=180), 0.2 * s, 0, 0), "flame")
        b.emitters.append(Emitter(0, 0, 3.6, 0.3, 2100, 60.0))
