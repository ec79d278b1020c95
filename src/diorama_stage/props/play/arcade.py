# SPDX-License-Identifier: GPL-3.0-or-later
"""Of arcades, clubs and pools: machines to play on, a billiard table, an inflatable to float on."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, lathe, move, rotate, rounded_profile, smooth_path, sphere, sweep
from diorama_stage.kit.parts import add_rod, slab
from diorama_stage.kit.seams import oval, sheet
from diorama_stage.props.registry import prop

BALLS = ("#e8c32a", "#1f4fa3", "#c2261f", "#5a2a7a", "#e0701e", "#1f7a3f", "#7a1f24", "#17181a")


@prop("arcade_machine")
def arcade_machine(spec: Spec, b: Builder) -> None:
    """An upright cabinet: a lit marquee, a screen set back with a game on it, a panel of joysticks and buttons, a coin door; or a pinball or slot machine."""
    dark = spec.has("unlit", "off")
    b.slot("body", "paint", b.choose("#17181c", "#23306b", "#7a1f2a"), finish=("satin",))
    b.slot("art", "paint", b.choose("#e0467c", "#2fb3c4", "#f0b429"), role="trim", finish=("glossy",))
    b.slot("metal", "chrome", role="fixed")
    b.slot("dark", "plastic", "#0c0d10", role="fixed", finish=("glossy",))
    for name, colour, strength in (("marquee", "#ffd25a", 4.0), ("glow", "#37d0ff", 3.0), ("pink", "#ff3f8e", 3.0), ("green", "#6dff6a", 3.0)):
        b.slot(name, "plastic" if dark else "emission", colour, role="fixed", params={} if dark else {"strength": strength})
    if spec.is_a("pinball"):
        return _pinball(b)
    return _slot_machine(b) if spec.is_a("slot") else _upright(b)


def _upright(b: Builder) -> None:
    half = 0.34
    side = [(-0.38, 0), (0.38, 0), (0.38, 1.78), (-0.3, 1.78), (-0.34, 1.55), (-0.16, 1.5), (-0.06, 1.05), (-0.42, 0.93), (-0.42, 0.82), (-0.34, 0.76)]
    for s in (-1, 1):
        panel = rotate(slab(side, 0.025, bevel=0.005), 0, 0, 90)
        b.add(move(panel, s * half, 0, 0), "body", "sides")
        edge = np.array([*side, side[0]])
        b.add(
            join(
                [
                    sweep([(s * (half + 0.0), y, z), (s * half, (y + y2) / 2, (z + z2) / 2), (s * half, y2, z2)], 0.0145, sides=8)
                    for (y, z), (y2, z2) in zip(edge, edge[1:], strict=False)
                ]
            ),
            "art",
            "edging",
        )
    wide = 2 * half - 0.03
    b.add(
        join(
            [
                box(wide, 0.02, 0.78, bevel=0.004, at=(0, -0.34, 0)),
                box(wide, 0.02, 1.75, bevel=0.004, at=(0, 0.36, 0)),
                box(wide, 0.66, 0.02, bevel=0.003, at=(0, 0.03, 1.75)),
            ]
        ),
        "body",
        "cabinet",
    )
    slope = slab([(-0.42, 0.92), (-0.05, 1.05), (-0.05, 1.07), (-0.42, 0.94)], wide, bevel=0.003)
    b.add(rotate(slope, 0, 0, 90), "dark", "panel")
    b.add(move(rotate(box(wide, 0.02, 0.52, bevel=0.004), -13), 0, -0.05, 1.04), "dark", "bezel")
    screen = box(wide - 0.14, 0.006, 0.4, bevel=0)
    b.slot("screen", "emission", "#0b1440", role="fixed", params={"strength": 0.6})
    b.add(move(rotate(screen, -13), 0, -0.072, 1.1), "screen")
    _game(b, wide)
    b.add(move(rotate(box(wide, 0.012, 0.22, bevel=0.003), 10), 0, -0.3, 1.55), "marquee")
    b.add(
        move(rotate(join([box(0.06, 0.006, 0.11, bevel=0.001, at=(x, -0.009, 0.055)) for x in np.linspace(-0.22, 0.22, 6)]), 10), 0, -0.3, 1.55), "art", "title"
    )
    for s in (-1, 1):
        x, y, z = s * 0.17, -0.3, 0.985
        add_rod(b, "metal", (x, y, z - 0.02), (x, y, z + 0.07), 0.006, "sticks")
        b.add(sphere(0.021, at=(x, y, z + 0.08), segments=24), "pink" if s > 0 else "glow", "knobs")
        b.add(
            join(
                [
                    cylinder(0.0165, 0.022, bevel=0.005, at=(x + 0.07 + 0.04 * (k % 2) - 0.02, y - 0.03 + 0.045 * (k // 2), z - 0.014 + 0.016 * (k // 2)))
                    for k in range(4)
                ]
            ),
            "green" if s > 0 else "marquee",
            "buttons",
        )
    b.add(
        join([box(0.3, 0.012, 0.36, bevel=0.006, at=(0, -0.352, 0.2)), *[box(0.05, 0.01, 0.07, bevel=0.004, at=(x, -0.36, 0.42)) for x in (-0.07, 0.07)]]),
        "metal",
        "coin door",
    )


def _game(b: Builder, wide: float) -> None:
    """Rows of invaders over bunkers and a ship, in blocks of light."""
    shape = ("..#..#..", "...##...", ".######.", "##.##.##", "########", "#.#..#.#")
    parts: dict[str, list] = {"green": [], "pink": [], "glow": []}
    cell = 0.0042
    for row in range(4):
        for col in range(6):
            at = ((col - 2.5) * 0.067, 0.34 - 0.055 * row)
            for r, line in enumerate(shape):
                parts[("pink", "glow", "green", "green")[row]] += [
                    box(cell, 0.002, cell, bevel=0, at=(at[0] + (c - 3.5) * cell, -0.004, at[1] - r * cell)) for c, x in enumerate(line) if x == "#"
                ]
    parts["green"] += [box(0.05, 0.002, 0.026, bevel=0, at=(x, -0.004, 0.085)) for x in (-0.15, -0.05, 0.05, 0.15)] + [
        box(0.04, 0.002, 0.012, bevel=0, at=(0.03, -0.004, 0.035)),
        box(0.008, 0.002, 0.024, bevel=0, at=(0.03, -0.004, 0.035)),
    ]
    for name, made in parts.items():
        b.add(move(rotate(join(made), -13), 0, -0.076, 1.1), name, "game")


def _pinball(b: Builder) -> None:
    """A sloping table under glass with bumpers and ramps of light, on four legs, a backbox that glows."""
    b.slot("glass", "glass", role="fixed", params={"pane": True})
    table = lambda o: move(rotate(o, 6.5), 0, -0.1, 0.84)  # noqa: E731
    b.add(
        table(
            join(
                [
                    box(0.58, 1.3, 0.02, bevel=0.004),
                    *[box(0.03, 1.34, 0.24, bevel=0.006, at=(s * 0.29, 0, -0.06)) for s in (-1, 1)],
                    box(0.6, 0.03, 0.2, bevel=0.006, at=(0, -0.66, -0.06)),
                ]
            )
        ),
        "body",
        "cabinet",
    )
    b.add(table(box(0.55, 1.28, 0.006, bevel=0, at=(0, 0, 0.02))), "art", "playfield")
    b.add(table(box(0.57, 1.28, 0.004, bevel=0, at=(0, 0, 0.172))), "glass")
    b.add(
        table(
            join(
                [sweep([(s * 0.29, -0.66, 0.18), (s * 0.29, 0, 0.18), (s * 0.29, 0.65, 0.18)], 0.013) for s in (-1, 1)]
                + [sweep([(-0.29, -0.665, 0.15), (0, -0.67, 0.15), (0.29, -0.665, 0.15)], 0.018)]
            )
        ),
        "metal",
        "rails",
    )
    for name, at in (("pink", (-0.1, 0.28)), ("glow", (0.1, 0.33)), ("green", (0.0, 0.12)), ("marquee", (-0.15, 0.0)), ("glow", (0.17, 0.05))):
        b.add(
            table(lathe(rounded_profile([(0, 0.025), (0.03, 0.025), (0.03, 0.06), (0.048, 0.068), (0.04, 0.085), (0, 0.09)], 0.004), segments=36)),
            name,
            "bumpers",
        )
        move(b._parts["bumpers"][-1], *at, at[1] * 0.11)
    b.add(
        table(join([move(rotate(box(0.1, 0.022, 0.02, bevel=0.009, at=(s * -0.045, 0, 0)), 0, 0, s * 24), s * 0.13, -0.5, 0.03) for s in (-1, 1)])),
        "pink",
        "flippers",
    )
    ramp = smooth_path([(0.2, -0.2, 0.03), (0.22, 0.1, 0.05), (0.15, 0.5, 0.12), (-0.1, 0.52, 0.12), (-0.22, 0.3, 0.1), (-0.22, -0.2, 0.05)], 60)
    b.add(table(join([sweep(ramp + (dx, 0, 0), 0.005) for dx in (-0.012, 0.012)])), "metal", "ramp")
    b.add(table(sphere(0.0135, at=(0.08, -0.28, 0.04), segments=24)), "metal", "ball")
    b.add(box(0.66, 0.22, 0.72, bevel=0.01, at=(0, 0.62, 0.98)), "body", "backbox")
    b.add(box(0.58, 0.01, 0.5, bevel=0.003, at=(0, 0.508, 1.14)), "marquee", "backglass")
    b.add(
        join([move(rotate(cylinder(0.09 - 0.02 * k, 0.01, bevel=0.002), 90), x, 0.503, 1.42 - 0.05 * k) for k, x in enumerate((-0.15, 0.02, 0.18))]),
        "art",
        "picture",
    )
    b.add(box(0.5, 0.01, 0.08, bevel=0.002, at=(0, 0.506, 1.02)), "pink", "score")
    b.add(
        join(
            [
                sweep([(x * 0.27, y, 0.74 + (0.08 if y > 0 else 0)), (x * 0.28, y * 1.01, 0.4), (x * 0.29, y * 1.03, 0)], 0.022)
                for x in (-1, 1)
                for y in (-0.7, 0.52)
            ]
        ),
        "metal",
        "legs",
    )


def _slot_machine(b: Builder) -> None:
    """Three reels behind a window, a lever at the side, lamps round the front, a tray for the winnings."""
    b.slot("white", "plastic", "#f4f1e6", role="fixed")
    b.add(join([box(0.5, 0.42, 0.72, bevel=0.03, segments=5), box(0.46, 0.36, 0.5, bevel=0.05, segments=6, at=(0, 0.02, 0.68))]), "body")
    b.add(box(0.42, 0.02, 0.26, bevel=0.006, at=(0, -0.165, 0.76)), "metal", "frame")
    for k, x in enumerate((-0.125, 0, 0.125)):
        b.add(move(rotate(cylinder(0.13, 0.105, bevel=0.004, at=(0, 0, -0.0525)), 0, 90), x, -0.06, 0.88), "white", "reels")
        for name, z in (("pink", 0.88), ("marquee", 0.955), ("green", 0.805)):
            b.add(sphere(0.026, at=(x, -0.06 - math.sqrt(0.13**2 - (z - 0.88) ** 2), z), segments=20), name if (k + round(z * 40)) % 2 else "pink", "symbols")
    b.add(join([sphere(0.012, at=(x, -0.2, z), segments=12) for x in np.linspace(-0.2, 0.2, 9) for z in (1.04, 0.74)]), "marquee", "lamps")
    b.add(box(0.4, 0.012, 0.1, bevel=0.004, at=(0, -0.168, 1.06)), "marquee", "sign")
    b.add(sweep(smooth_path([(0.25, 0, 0.6), (0.31, -0.01, 0.62), (0.32, -0.02, 0.8), (0.32, -0.03, 0.98)], 30), 0.011), "metal", "lever")
    b.add(sphere(0.036, at=(0.32, -0.03, 1.0), segments=28), "pink", "lever")
    b.add(box(0.36, 0.12, 0.07, bevel=0.025, segments=5, at=(0, -0.25, 0.08)), "metal", "tray")
    b.add(join([cylinder(0.022, 0.02, bevel=0.006, at=(x, -0.235, 0.6)) for x in np.linspace(-0.15, 0.15, 4)]), "glow", "buttons")
    b.add(box(0.4, 0.08, 0.03, bevel=0.01, at=(0, -0.22, 0.575)), "metal", "shelf")


@prop("pool_table")
def pool_table(spec: Spec, b: Builder) -> None:
    """A billiard table: a bed of cloth, cushions, six pockets, carved legs, the balls as a break left them, a cue across it."""
    b.slot("wood", b.choose("walnut", "dark_wood", "oak"))
    b.slot("cloth", "felt", b.choose("#1f6b45", "#1f6b45", "#24508a"), role="trim")
    b.slot("brass", "brass", "#b8913f", role="fixed")
    b.slot("pockets", "leather", "#1c1714", role="fixed")
    b.slot("cue", "pine", role="fixed")
    half, deep, top = 1.27, 0.65, 0.78
    b.add(join([box(2 * half, 2 * deep, 0.05, bevel=0.004, at=(0, 0, top))]), "cloth")
    rails = [box(2 * half + 0.28, 0.14, 0.07, bevel=0.018, segments=4, at=(0, s * (deep + 0.07), top + 0.035)) for s in (-1, 1)]
    rails += [box(0.14, 2 * deep + 0.02, 0.07, bevel=0.018, segments=4, at=(s * (half + 0.07), 0, top + 0.035)) for s in (-1, 1)]
    rails += [box(2 * half + 0.2, 2 * deep + 0.2, 0.16, bevel=0.012, at=(0, 0, top - 0.13))]
    b.add(join(rails), "wood", "rails")
    cushion = [box(half - 0.12, 0.045, 0.036, bevel=0.01, at=(x * half / 2, s * (deep - 0.022), top + 0.05)) for s in (-1, 1) for x in (-1, 1)]
    cushion += [box(0.045, 2 * deep - 0.2, 0.036, bevel=0.01, at=(s * (half - 0.022), 0, top + 0.05)) for s in (-1, 1)]
    b.add(join(cushion), "cloth", "cushions")
    b.add(join([cylinder(0.062, 0.022, bevel=0.004, at=(x * (half + 0.015), s * (deep + 0.015), top + 0.09)) for x in (-1, 0, 1) for s in (-1, 1)]), "pockets")
    leg = [(0, 0), (0.06, 0), (0.07, 0.03), (0.045, 0.08), (0.09, 0.2), (0.105, 0.34), (0.08, 0.46), (0.06, 0.5), (0.1, 0.54), (0.11, 0.66), (0, 0.66)]
    b.add(
        join([move(lathe(rounded_profile(leg, 0.012), segments=36), x * (half - 0.08), s * (deep - 0.06), 0) for x in (-1, 1) for s in (-1, 1)]), "wood", "legs"
    )
    b.add(
        join(
            [
                move(rotate(cylinder(0.007, 0.001, bevel=0), 0, 0, 0), x, s * (deep + 0.07), top + 0.105)
                for x in np.linspace(-half + 0.2, half - 0.2, 7)
                for s in (-1, 1)
            ]
        ),
        "brass",
        "sights",
    )
    rng = np.random.default_rng(spec.seed)
    places: list[np.ndarray] = []
    while len(places) < 12:
        p = rng.normal((0.35, 0.0), (0.42, 0.25))
        if abs(p[0]) < half - 0.1 and abs(p[1]) < deep - 0.1 and all(np.hypot(*(p - q)) > 0.06 for q in places):
            places.append(p)
    for k, (x, y) in enumerate(places):
        b.slot(f"ball {k}", "lacquer", "#f3efe2" if k == 0 else BALLS[k % 8], role="fixed")
        b.add(sphere(0.0286, at=(x, y, top + 0.0786), segments=32), f"ball {k}", "balls")
    b.add(sweep([(-1.15, -0.35, top + 0.12), (-0.4, -0.12, top + 0.083), (0.28, 0.08, top + 0.063)], np.array((0.0145, 0.011, 0.0065)), sides=18), "cue")
    b.support("cloth", -half + 0.2, half - 0.2, -deep + 0.15, deep - 0.15, top + 0.05)


@prop("pool_float")
def pool_float(spec: Spec, b: Builder) -> None:
    """An inflatable ring, or one with the neck and head of a flamingo, its seams drawn in."""
    bird = spec.is_a("flamingo")
    b.slot("body", "plastic", "#f58fae" if bird else b.choose("#f2c230", "#e0467c", "#35a6c4"), finish=("glossy",))
    b.slot("stripes", "plastic", "#f6f3ec", role="trim", finish=("glossy",))
    b.slot("dark", "plastic", "#1a1718", role="fixed", finish=("glossy",))
    r, tube = 0.42, 0.15
    for k in range(12):
        a = np.linspace(2 * np.pi * k / 12, 2 * np.pi * (k + 1) / 12, 12)
        puff = tube * (1 - 0.025 * np.abs(np.cos((a - a[0]) * 6)) ** 6)
        b.add(sweep(np.stack([r * np.cos(a), r * np.sin(a), np.full(12, tube)], axis=1), puff, sides=32), "body" if bird or k % 2 else "stripes", "ring")
    if bird:
        neck = smooth_path([(0, -r, 0.22), (0, -r - 0.04, 0.45), (0, -r + 0.06, 0.68), (0, -r - 0.02, 0.9), (0, -r - 0.14, 0.96), (0, -r - 0.24, 0.9)], 60)
        b.add(sweep(neck, np.interp(np.linspace(0, 1, 60), [0, 0.2, 0.7, 0.88, 1], [0.12, 0.085, 0.065, 0.085, 0.06]), sides=28), "body", "neck")
        beak = smooth_path([(0, -r - 0.24, 0.9), (0, -r - 0.32, 0.85), (0, -r - 0.34, 0.77)], 24)
        b.add(sweep(beak, np.linspace(0.058, 0.02, 24), sides=20), "stripes", "beak")
        b.add(sweep(beak[14:], np.linspace(0.043, 0.018, 10), sides=20), "dark", "beak")
        b.add(join([sphere(0.017, at=(s * 0.068, -r - 0.17, 0.965), segments=16) for s in (-1, 1)]), "dark", "eyes")
        tail = lathe(smooth_path([(0, 0), (0.09, 0.03), (0.1, 0.12), (0.05, 0.22), (0, 0.25)], 30), segments=32)
        b.add(move(rotate(tail, -38), 0, r + 0.06, 0.2), "body", "tail")
        for s in (-1, 1):
            wing = np.column_stack([oval(2, 40) * (0.2, 0.11), np.zeros(40)])
            rows = np.array([wing * (k, k, 0) + (0, 0, 0.03 * math.sqrt(max(1 - k * k, 0))) for k in np.linspace(1, 0.02, 8)])
            b.add(move(rotate(sheet(rows, 0.01, closed=True), 0, s * 62, 90), s * (r + 0.11), 0.05, 0.24), "body", "wings")
    b.support("ring", -0.2, 0.2, 0.35, 0.5, 2 * tube)
    b.footprint = "round"
