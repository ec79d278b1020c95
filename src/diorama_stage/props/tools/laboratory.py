# SPDX-License-Identifier: GPL-3.0-or-later
"""Of laboratories and surgeries: glass, goggles, a syringe."""

from __future__ import annotations


import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, extrude, join, lathe, loft, move, rounded_profile, rounded_rectangle
from diorama_stage.kit import sweep, torus
from diorama_stage.kit.lie import lying
from diorama_stage.kit.seams import oval, sheet
from diorama_stage.props.registry import prop


@prop("goggles")
def goggles(spec: Spec, b: Builder) -> None:
    """Ski goggles: one curved mirror lens in a broad frame with foam behind, a wide
    strap. Swimming goggles: two small cups on a thin strap. Laid on their strap."""
    swim = spec.is_a("swim")
    b.slot("frame", "plastic", b.choose("#1b1c1f", "#f1f0ea", "#c9343a", "#1f5fa3"))
    b.slot("lens", "plastic", b.choose("#d9722a", "#3f6fb5", "#8f3fa5") if not swim else "#3a5f7a", role="trim", finish=("glossy",))
    b.slot("strap", "fabric" if not swim else "rubber", b.choose("#23262a", "#8a1f24", "#1f4f7a"), role="trim")
    if swim:
        for s in (-1, 1):
            cup = [
                np.column_stack([s * 0.034 + oval(2.6, 40)[:, 0] * 0.027 * g, np.full(40, y), 0.024 + oval(2.6, 40)[:, 1] * 0.0195 * g])
                for y, g in ((0.006, 1.0), (-0.004, 0.96), (-0.014, 0.86), (-0.016, 0.8))
            ]
            b.add(loft(cup, smooth=40), "lens", "lenses")
            rim = np.column_stack([s * 0.034 + oval(2.6, 60)[:, 0] * 0.0275, np.full(60, 0.006), 0.024 + oval(2.6, 60)[:, 1] * 0.02])
            b.add(sweep(np.vstack([rim, rim[:2]]), 0.0036, sides=10), "frame")
        b.add(sweep([(-0.009, 0.0, 0.024), (0, -0.003, 0.026), (0.009, 0.0, 0.024)], 0.003, sides=10), "frame", "bridge")
        wide, size = 0.062, 0.012
    else:
        a = np.linspace(0, 2 * np.pi, 120, endpoint=False)
        x = np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.55 * 0.085
        nose = 0.014 * np.exp(-((x / 0.02) ** 2)) * (np.sin(a) < 0)
        z = np.sign(np.sin(a)) * np.abs(np.sin(a)) ** 0.6 * 0.042 + nose
        face = lambda q: np.column_stack([x * q, 0.11 - np.sqrt(0.118**2 - (x * q) ** 2), 0.05 + z * q])  # noqa: E731
        line = face(1.0)
        grid = np.stack([face(q) - (0, 0.005 * (1 - q**2), 0) for q in np.linspace(0.02, 0.96, 20)])
        b.add(sheet(grid, 0.002, closed=True), "lens", "lenses")
        b.add(sweep(np.vstack([line, line[:2]]), 0.0075, sides=12), "frame")
        b.slot("foam", "foam", "#1c1d1f", role="fixed")
        b.add(sweep(np.vstack([line, line[:2]]) * (0.96, 1, 0.95) + (0, 0.016, 0.0025), 0.009, sides=10), "foam")
        wide, size = 0.086, 0.038
    t = np.linspace(0, 1, 60)
    band = np.column_stack(
        [
            wide * np.cos(np.pi * t) * (1 + 0.08 * np.sin(np.pi * t)),
            0.012 + (0.125 if not swim else 0.1) * np.sin(np.pi * t) ** 0.8,
            np.full(60, 0.05 if not swim else 0.024),
        ]
    )
    grid = np.stack([band + (0, 0, z) for z in np.linspace(-size / 2, size / 2, 6)])
    b.add(sheet(grid, 0.0022), "strap")


@prop("lab_glass")
def lab_glass(spec: Spec, b: Builder) -> None:
    """Glass of a laboratory: a conical flask, a beaker with its spout and marks, or tubes in their stand, each part full of a coloured liquid."""
    b.slot("glass", "glass", role="fixed")
    b.slot("liquid", "liquid", b.choose("#2f7fd0", "#3fae5a", "#d9488f", "#e0a81c"))
    if spec.is_a("tubes"):
        b.slot("stand", "pine", "#c9a06a", role="trim")
        count = 5
        b.add(
            join(
                [box(0.2, 0.05, 0.012, bevel=0.002, at=(0, 0, z)) for z in (0, 0.07)]
                + [box(0.012, 0.05, 0.08, bevel=0.002, at=(s * 0.094, 0, 0)) for s in (-1, 1)]
            ),
            "stand",
        )
        tube = [
            (0, 0),
            (0.005, 0.001),
            (0.0075, 0.005),
            (0.008, 0.01),
            (0.008, 0.13),
            (0.0095, 0.133),
            (0.0085, 0.134),
            (0.007, 0.13),
            (0.007, 0.01),
            (0.004, 0.0025),
            (0, 0.0015),
        ]
        b.add(join([move(lathe(tube, segments=32), (k - 2) * 0.034, 0, 0.013) for k in range(count)]), "glass")
        for k, colour in enumerate(("#d9343a", "#e9a01e", "#3fae5a", "#2f7fd0", "#8f4fc0")):
            b.slot(f"liquid {k}", "liquid", colour, role="fixed")
            level = 0.05 + 0.012 * ((k * 3) % 5)
            fill = lathe([(0, 0.002), (0.004, 0.003), (0.0068, 0.01), (0.0068, level), (0, level - 0.001)], segments=28)
            b.add(move(fill, (k - 2) * 0.034, 0, 0.013), f"liquid {k}", "liquids")
        return
    b.slot("marks", "paint", "#f4f4f0", role="fixed", finish=("matte",))
    if spec.is_a("beaker"):
        r, h, level = 0.042, 0.115, 0.066
        wall = [
            (0, 0),
            (r - 0.004, 0),
            (r, 0.005),
            (r, h - 0.004),
            (r + 0.003, h),
            (r + 0.001, h + 0.001),
            (r - 0.0022, h - 0.004),
            (r - 0.0022, 0.006),
            (r - 0.006, 0.002),
            (0, 0.002),
        ]
        inner = [(0, 0.0022), (r - 0.006, 0.0022), (r - 0.0023, 0.006), (r - 0.0023, level), (0, level - 0.0004)]
        at = lambda z: r  # noqa: E731
    else:
        r, h, level = 0.056, 0.15, 0.05
        wall = [
            (0, 0),
            (r - 0.004, 0),
            (r, 0.006),
            (r * 0.94, 0.02),
            (0.02, 0.1),
            (0.017, 0.112),
            (0.017, 0.142),
            (0.0205, h),
            (0.0185, h + 0.001),
            (0.015, 0.142),
            (0.015, 0.112),
            (0.018, 0.099),
            (r * 0.94 - 0.002, 0.0195),
            (r - 0.005, 0.004),
            (0, 0.002),
        ]
        inner = [
            (0, 0.0022),
            (r - 0.0055, 0.0042),
            (r * 0.94 - 0.0024, 0.0196),
            (np.interp(level, [0.02, 0.1], [r * 0.94, 0.02]) - 0.0024, level),
            (0, level - 0.0004),
        ]
        at = lambda z: float(np.interp(z, [0.02, 0.1], [r * 0.94, 0.02]))  # noqa: E731
    b.add(lathe(wall, segments=80, smooth=50), "glass")
    b.add(lathe(inner, segments=72), "liquid")
    marks = []
    for k in range(6):
        z = 0.026 + 0.012 * k
        t = np.radians(np.linspace(-90, -90 + (24 if k % 2 else 38), 12))
        marks.append(sweep(np.column_stack([(at(z) + 0.0004) * np.cos(t), (at(z) + 0.0004) * np.sin(t), np.full(12, z)]), 0.0005, sides=6))
    b.add(join(marks), "marks")
    b.footprint = "round"


@prop("syringe")
def syringe(spec: Spec, b: Builder) -> None:
    """A syringe that lies: a clear barrel with marks, liquid before its plunger, finger flanges, a fine needle in its hub."""
    b.slot("barrel", "glass", role="fixed")
    b.slot("plunger", "plastic", b.choose("#f1f1ee", "#3f7fc0", "#3fae8a"))
    b.slot("dark", "rubber", "#1a1b1d", role="fixed")
    b.slot("needle", "steel", role="fixed")
    b.slot("liquid", "liquid", "#8fc4d9", role="fixed")
    b.add(
        lathe([(0, 0.034), (0.002, 0.034), (0.002, 0.04), (0.0078, 0.044), (0.0078, 0.118), (0.0068, 0.118), (0.0068, 0.045), (0, 0.042)], segments=40),
        "barrel",
    )
    b.add(extrude(rounded_rectangle(0.034, 0.012, 0.005), 0.0018, bevel=0.0006, at=(0, 0, 0.117)), "barrel", "flange")
    b.add(lathe([(0, 0.0432), (0.0066, 0.046), (0.0066, 0.085), (0, 0.085)], segments=36), "liquid")
    b.add(lathe(rounded_profile([(0, 0.0852), (0.0066, 0.0862), (0.0066, 0.094), (0, 0.094)], 0.0008), segments=36), "dark", "stopper")
    b.add(
        join(
            [
                box(0.011, 0.0022, 0.062, bevel=0.0004, at=(0, 0, 0.094)),
                box(0.0022, 0.011, 0.062, bevel=0.0004, at=(0, 0, 0.094)),
                cylinder(0.0105, 0.0022, bevel=0.0008, at=(0, 0, 0.156)),
            ]
        ),
        "plunger",
    )
    b.add(lathe([(0, 0.026), (0.0016, 0.026), (0.0034, 0.034), (0.0034, 0.038), (0, 0.038)], segments=28), "plunger", "hub")
    b.add(lathe([(0, 0), (0.0004, 0.002), (0.0005, 0.027), (0, 0.027)], segments=12), "needle")
    b.add(join([torus(0.0079, 0.00028, at=(0, 0, 0.052 + 0.006 * k), segments=36, sides=6) for k in range(10)]), "dark", "marks")
    lying(b, b.rng.uniform(10, 35))
