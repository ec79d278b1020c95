# SPDX-License-Identifier: GPL-3.0-or-later
"""Sports gear: a baseball bat, a frisbee, boards to skate and surf on."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    bevel,
    box,
    cylinder,
    extrude,
    from_geometry,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    sweep,
)  # fmt: skip
from diorama_stage.kit.parts import rod
from diorama_stage.props.registry import prop


@prop("baseball_bat")
def baseball_bat(spec: Spec, b: Builder) -> None:
    L = b.vary(0.84, 0.03)
    wood = b.choose("#c99a5e", "#b98350", "#d8b27c")
    b.slot("body", "oak", wood)
    b.slot("grip", "leather", "#2b211b", role="trim")
    outline = [
        (0, 0),
        (0.019, 0.0),
        (0.0245, 0.006),
        (0.0225, 0.014),
        (0.0135, 0.026),
        (0.012, 0.1),
        (0.0125, 0.26),
        (0.017, 0.42),
        (0.0265, 0.56),
        (0.0325, 0.66),
        (0.0335, 0.78),
        (0.032, 0.825),
        (0.024, 0.838),
        (0, 0.842),
    ]
    bat = lathe(smooth_path([(r, z * L / 0.842) for r, z in outline], 110), segments=56, smooth=180)
    turns = np.linspace(0, 1, 300)
    wound = [(0.0128 * math.cos(a), 0.0128 * math.sin(a), 0.034 + 0.22 * t) for t, a in zip(turns, turns * 2 * math.pi * 13, strict=True)]
    grip = sweep(wound, 0.0085, section=[(0.12 * math.cos(a), math.sin(a)) for a in np.linspace(0, 2 * math.pi, 12, endpoint=False)])
    for o, slot in ((bat, "body"), (grip, "grip")):
        b.add(move(rotate(move(o, 0, 0, -L / 2), 0, 88.4, -24), 0, 0, 0.035), slot)


@prop("frisbee")
def frisbee(spec: Spec, b: Builder) -> None:
    R = 0.135
    b.slot("body", "plastic", b.choose("#d8352b", "#2377c9", "#eb7a1e"))
    b.slot("print", "plastic", "#f4f1e8", role="fixed")
    top = [
        (0, 0.0285),
        (R * 0.55, 0.0285),
        *[(R * (0.62 + 0.03 * k), 0.0283 + 0.0007 * (k % 2) - 0.0004 * k) for k in range(9)],
        (R * 0.94, 0.0225),
        (R * 0.985, 0.015),
        (R, 0.006),
        (R * 0.985, 0.0),
        (R * 0.95, 0.002),
    ]
    under = [(R * 0.945, 0.012), (R * 0.9, 0.02), (R * 0.6, 0.0262), (0, 0.0262)]
    b.add(lathe(top + under, segments=112, smooth=50), "body")
    for r0, r1 in ((0.18, 0.205), (0.47, 0.5)):
        b.add(lathe([(R * r0, 0.0284), (R * r0, 0.0288), (R * r1, 0.0288), (R * r1, 0.0284)], segments=96), "print")
    star = [
        (R * (0.4 if k % 2 == 0 else 0.26) * math.cos(k * math.pi / 8), R * (0.4 if k % 2 == 0 else 0.26) * math.sin(k * math.pi / 8))
        for k in range(16)
    ]
    inner = [(R * 0.225 * math.cos(k * math.pi / 8), R * 0.225 * math.sin(k * math.pi / 8)) for k in range(16)]
    b.add(
        from_geometry(
            "star", [(x, y, 0.0288) for x, y in star + inner], [(k, (k + 1) % 16, 16 + (k + 1) % 16, 16 + k) for k in range(16)], smooth=None
        ),
        "print",
    )
    b.footprint = "round"
    b.support("top", -R * 0.6, R * 0.6, -R * 0.6, R * 0.6, 0.0285, round=True)


@prop("skateboard")
def skateboard(spec: Spec, b: Builder) -> None:
    L, w = 0.8, 0.205
    b.slot("deck", "pine", b.choose("#c9a06a", "#b98a54"))
    b.slot("grip", "rubber", "#1c1c1d", role="trim", finish=("matte",))
    b.slot("trucks", "aluminium", role="fixed")
    b.slot("wheels", "plastic", b.choose("#f0ece2", "#d8552b", "#3a9a8a"), role="fixed")
    for name, z0, z1, inset in (("deck", 0.0, 0.0105, 0.0), ("grip", 0.0107, 0.0117, 0.0025)):
        verts, rows, cols = [], 61, 13
        for z in (z0, z1):
            for i in range(rows):
                x = (2 * i / (rows - 1) - 1) * (L / 2 - inset)
                past = max(abs(x) - (L / 2 - w / 2), 0) / (w / 2)
                half = (w / 2 - inset) * math.sqrt(max(1 - past**2.3, 0)) + 0.0004
                kick = max(abs(x) - 0.262, 0)
                for j in range(cols):
                    v = 2 * j / (cols - 1) - 1
                    verts.append((x, half * v, z + 0.094 + 0.36 * kick * kick / (kick + 0.03) + 0.007 * abs(v) ** 2.5))
        m = rows * cols
        faces = [(i * cols + j, (i + 1) * cols + j, (i + 1) * cols + j + 1, i * cols + j + 1) for i in range(rows - 1) for j in range(cols - 1)]
        under = [tuple(reversed(f)) for f in faces]
        ring = (
            [i * cols for i in range(rows)]
            + [(rows - 1) * cols + j for j in range(1, cols)]
            + [i * cols + cols - 1 for i in range(rows - 2, -1, -1)]
            + list(range(cols - 2, 0, -1))
        )
        walls = [(a, c, c + m, a + m) for a, c in zip(ring, ring[1:] + ring[:1], strict=True)]
        b.add(
            bevel(
                from_geometry(name, verts, under + [tuple(k + m for k in f) for f in faces] + [f[::-1] for f in walls]),
                0.0025 if name == "deck" else 0.0004,
                2,
                angle=50,
            ),
            name,
        )
    for x in (-0.225, 0.225):
        b.add(box(0.085, 0.056, 0.01, bevel=0.003, at=(x, 0, 0.0845)), "trucks")
        b.add(cylinder(0.017, 0.04, bevel=0.003, top=0.013, at=(x, 0, 0.05)), "trucks")
        b.add(rotate(move(cylinder(0.0125, 0.13, bevel=0.003), 0, 0, -0.065), 90), "trucks")
        move(b._parts["trucks"][-1], x, 0, 0.0425)
        b.add(rod((x, -0.098, 0.0275), (x, 0.098, 0.0275), 0.004), "trucks", "axles")
        b.add(box(0.02, 0.11, 0.02, bevel=0.006, at=(x, 0, 0.022)), "trucks")
        for s in (-1, 1):
            wheel = lathe(
                rounded_profile([(0.006, -0.016), (0.02, -0.016), (0.0275, -0.01), (0.0275, 0.01), (0.02, 0.016), (0.006, 0.016)], 0.004), segments=48
            )
            b.add(move(rotate(wheel, 90), x, s * 0.083, 0.0275), "wheels")
            b.add(move(rotate(cylinder(0.011, 0.034, bevel=0.001, at=(0, 0, -0.017)), 90), x, s * 0.083, 0.0275), "trucks", "bearings")
        for dx in (-0.02, 0.02):
            for dy in (-0.0205, 0.0205):
                b.add(cylinder(0.0042, 0.0015, bevel=0.0005, at=(x + dx, dy, 0.1058)), "trucks", "bolts")
    for objects in b._parts.values():
        for o in objects:
            rotate(o, 0, 0, -22)
    b.support("deck", -0.2, 0.2, -0.06, 0.06, 0.106)


def hull(x: float, wide: float, thick: float, bend: float, z: float, n: int = 40):
    """A cross-section of a surfboard at height z: domed deck towards -Y, flatter bottom towards +Y, soft rails; `bend` is its rocker."""
    a = np.linspace(0, 2 * np.pi, n, endpoint=False)
    across, up = np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.75, np.sin(a)
    return np.stack([x + across * wide, bend - thick * np.where(up > 0, up * 1.1, up * 0.7), np.full(n, z)], axis=1)


@prop("surfboard")
def surfboard(spec: Spec, b: Builder) -> None:
    L, W = b.vary(2.0, 0.04), 0.265
    board, stripe = b.choose(("#efe9da", "#d2502e"), ("#5fb1b8", "#f2ecdd"), ("#e8c24a", "#2c5f8a"))
    b.slot("body", "plastic", board, finish=("glossy",))
    b.slot("stripes", "plastic", stripe, role="fixed", finish=("glossy",))
    b.slot("stringer", "walnut", role="fixed")
    b.slot("fins", "plastic", "#24262a", role="trim", finish=("glossy",))
    t = np.linspace(0, 1, 70)
    wide = (
        np.interp(
            t,
            [0, 0.012, 0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.94, 0.98, 0.995, 1],
            [0.2, 0.33, 0.47, 0.72, 0.92, 1.0, 0.93, 0.7, 0.43, 0.22, 0.09, 0.015],
        )
        * W
    )
    wide = np.convolve(np.pad(wide, 2, "edge"), [0.1, 0.2, 0.4, 0.2, 0.1], "valid")
    thick = 0.034 * np.minimum(1, 0.25 + 3.2 * np.minimum(t, 1 - t)) + 0.001
    bend = 0.16 * np.maximum(t - 0.55, 0) ** 2 / 0.2 + 0.05 * np.maximum(0.2 - t, 0) ** 2 / 0.04 * 0.5
    b.add(loft([hull(0, wide[i], thick[i], bend[i], t[i] * L) for i in range(70)], smooth=180), "body")

    def inlay(u0: float, u1: float, lift: float, lo: int = 1, hi: int = 68):
        """A strip of the deck between two shares of its half width."""
        rows = []
        for i in range(lo, hi):
            for u in np.linspace(u0, u1, 7):
                s = min(abs(u), 1) ** (1 / 0.75)
                rows.append((u * wide[i], bend[i] - thick[i] * 1.1 * math.sqrt(max(1 - s * s, 0)) - lift, t[i] * L))
        n = hi - lo
        return from_geometry(
            "inlay", rows, [(i * 7 + j, i * 7 + j + 1, (i + 1) * 7 + j + 1, (i + 1) * 7 + j) for i in range(n - 1) for j in range(6)], smooth=180
        )

    b.add(inlay(-0.012, 0.012, 0.0012), "stringer")
    for u0, u1 in ((-0.42, -0.2), (-0.5, -0.46), (0.2, 0.42), (0.46, 0.5)):
        b.add(inlay(u0, u1, 0.0009, 1, 69), "stripes")
    for x, z, k in ((0, 0.13, 1.0), (-0.12, 0.28, 0.8), (0.12, 0.28, 0.8)):
        outline = [(0, 0), (0.13, 0), (0.11, 0.045), (0.055, 0.095), (0.01, 0.125), (-0.01, 0.13), (-0.004, 0.1), (0.004, 0.05)]
        fin = extrude([tuple(p) for p in smooth_path([*outline, outline[0]], 40)[:-1] * k], 0.007, bevel=0.003)
        b.add(move(rotate(move(fin, 0, 0, -0.0035), 90, 0, 90), x, 0.022, z), "fins")
    b.lean = "back"
