# SPDX-License-Identifier: GPL-3.0-or-later
"""Odds and ends: pins, a whistle, a kitchen timer, an oven mitt, a bowling ball, a ramp for skaters, a floodlight, a board of tools, a thermometer, pills."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Emitter,
    Spec,
    box,
    cylinder,
    displace,
    ellipsoid,
    extrude,
    join,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    rounded_rectangle,
    smooth_path,
    sphere,
    subdivide,
    sweep,
    torus,
)
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.lie import lying
from diorama_stage.kit.parts import add_rod, copies, rods, slab, turned
from diorama_stage.kit.seams import oval
from diorama_stage.props.registry import prop


@prop("pushpin")
def pushpin(spec: Spec, b: Builder) -> None:
    """A pin with a waisted plastic head; a drawing pin has a flat brass one; a safety pin is a wire bent to its coil and caught in its cap. Each lies."""
    b.slot("pin", "steel", role="fixed")
    if spec.is_a("safety"):
        b.slot("body", "steel", b.choose("#c4c8ca", "#c49a45"))
        bend = smooth_path(
            [
                (0.022, 0.0035, 0.001),
                (0.0, 0.0037, 0.001),
                (-0.019, 0.0034, 0.001),
                (-0.0235, 0.0, 0.0012),
                (-0.02, -0.0034, 0.001),
                (0.0, -0.0038, 0.001),
                (0.022, -0.003, 0.001),
            ],
            80,
        )
        b.add(sweep(bend, 0.00055, sides=8), "body")
        b.add(torus(0.0024, 0.00055, at=(-0.0225, 0, 0.0011), segments=30, sides=8), "body", "coil")
        cap = [
            np.column_stack([np.full(28, x), oval(2.4, 28)[:, 0] * w, 0.0011 + oval(2.4, 28)[:, 1] * h])
            for x, w, h in ((0.019, 0.0046, 0.0011), (0.022, 0.0052, 0.0013), (0.0265, 0.004, 0.0012), (0.0285, 0.0016, 0.0008))
        ]
        b.add(loft(cap, smooth=60), "body", "cap")
        return
    if spec.is_a("drawing"):
        b.slot("body", "brass", "#c49a45")
        b.add(lathe([(0, 0.0006), (0.0048, 0.0004), (0.0052, -0.0002), (0.004, -0.0006), (0, -0.0002)], segments=40), "body", "head")
        b.add(lathe([(0, 0.0), (0.0006, 0.0), (0.0005, 0.006), (0, 0.009)], segments=14), "pin")
        return
    b.slot("body", "plastic", b.choose("#d9262c", "#1f6fc0", "#f0b81e", "#2f9a4a"), finish=("glossy",))
    head = [
        (0, 0.011),
        (0.0042, 0.011),
        (0.0046, 0.0118),
        (0.0046, 0.013),
        (0.0028, 0.014),
        (0.0024, 0.018),
        (0.0034, 0.021),
        (0.0036, 0.0225),
        (0.003, 0.0232),
        (0, 0.0233),
    ]
    b.add(lathe(rounded_profile(head, 0.0006), segments=40, smooth=50), "body", "head")
    b.add(lathe([(0, 0), (0.0005, 0.003), (0.0006, 0.0115), (0, 0.0115)], segments=14), "pin")
    lying(b, b.rng.uniform(10, 60))


@prop("whistle")
def whistle(spec: Spec, b: Builder) -> None:
    """A referee's whistle: a round chamber with its slot, a flat mouthpiece, a ring with a cord."""
    b.slot("body", *b.choose(("chrome", None), ("plastic", "#16181a"), ("plastic", "#e0661c")))
    b.slot("dark", "plastic", "#0d0d0e", role="fixed")
    b.slot("cord", "fabric", b.choose("#1d1f22", "#b3261e", "#1f4f8f"), role="trim")
    t = np.linspace(0, 2 * np.pi, 40)
    round_ = [(0.011 * math.cos(a), 0.011 + 0.011 * math.sin(a)) for a in t[:-1]]
    b.add(slab(round_, 0.019, bevel=0.0016), "body")
    b.add(slab([(-0.004, 0.0218), (-0.036, 0.0212), (-0.037, 0.0135), (-0.009, 0.0125)], 0.019, bevel=0.0014), "body", "mouthpiece")
    b.add(box(0.006, 0.015, 0.002, bevel=0.0004, at=(-0.0085, 0, 0.0206)), "dark", "slot")
    b.add(box(0.002, 0.014, 0.0034, bevel=0.0004, at=(-0.0364, 0, 0.0156)), "dark", "mouth")
    b.add(move(rotate(torus(0.0055, 0.0009, segments=30, sides=8), 90), 0.0155, 0, 0.012), "body", "ring")
    cord = smooth_path(
        [
            (0.018, 0.0, 0.008),
            (0.04, -0.012, 0.002),
            (0.05, -0.045, 0.002),
            (0.0, -0.05, 0.002),
            (-0.03, -0.03, 0.002),
            (0.02, -0.018, 0.0035),
            (0.06, 0.01, 0.002),
        ],
        90,
    )
    b.add(sweep(cord, 0.0019, sides=8), "cord")


@prop("kitchen_timer")
def kitchen_timer(spec: Spec, b: Builder) -> None:
    """A timer for the kitchen: a drum that turns on its foot, sixty strokes about it, a grip across its top, a mark."""
    b.slot("body", "plastic", b.choose("#d9342c", "#f2f0ea", "#3f9a6a", "#e9b01e"), finish=("glossy",))
    b.slot("foot", "plastic", "#f4f3ee", role="trim")
    b.slot("ink", "paint", "#1b1c1e", role="fixed", finish=("matte",))
    b.add(lathe(rounded_profile([(0, 0), (0.031, 0), (0.033, 0.006), (0.033, 0.022), (0, 0.022)], 0.003), segments=72), "foot")
    b.add(lathe(rounded_profile([(0, 0.023), (0.034, 0.023), (0.0345, 0.03), (0.03, 0.046), (0.0, 0.05)], 0.004), segments=72, smooth=60), "body")
    b.add(
        move(
            rotate(
                loft(
                    [
                        np.column_stack([oval(2.6, 30)[:, 0] * 0.024 * g, oval(2.6, 30)[:, 1] * 0.0075 * g, np.full(30, z)])
                        for z, g in ((0.04, 1.1), (0.05, 1.0), (0.062, 0.92), (0.065, 0.7))
                    ],
                    smooth=60,
                ),
                0,
                0,
                24,
            ),
            0,
            0,
            0,
        ),
        "body",
        "grip",
    )
    marks = []
    for k in range(60):
        a, long = 2 * math.pi * k / 60, 0.007 if k % 5 == 0 else 0.0035
        mark = box(0.0011, 0.0008, long, bevel=0, at=(0, -0.0334, 0.0205 - long))
        marks.append(rotate(mark, 0, 0, math.degrees(a)))
    b.add(join(marks), "ink", "marks")
    b.add(rotate(slab([(-0.003, 0.031), (0.003, 0.031), (0.0, 0.0245)], 0.003, y=-0.0335, bevel=0), 0, 0, 0), "ink", "pointer")


@prop("oven_mitt")
def oven_mitt(spec: Spec, b: Builder) -> None:
    """A quilted mitt that lies: one broad pocket for the fingers, a thumb, a bound cuff with its loop."""
    b.slot("body", "cotton", b.choose("#b3342c", "#2f4f7a", "#7d8f5a", "#d9b25f"))
    b.slot("binding", "cotton", b.choose("#f1ecdf", "#2a2724"), role="trim")
    hand = smooth_path(
        [(0.0, -0.078), (0.1, -0.084), (0.2, -0.086), (0.27, -0.07), (0.305, -0.02), (0.3, 0.035), (0.25, 0.07), (0.17, 0.078), (0.0, 0.078)], 110
    )
    thumb = smooth_path([(0.09, 0.05), (0.12, 0.11), (0.17, 0.145), (0.205, 0.135), (0.205, 0.1), (0.17, 0.05)], 60)
    made = []
    for outline, high in ((hand, 0.021), (thumb, 0.018)):
        centre = outline.mean(axis=0)
        rings = [
            np.column_stack([centre + (outline - centre) * g, np.full(len(outline), 0.0225 + high * z)])
            for z, g in ((-1, 0.86), (-0.8, 0.97), (-0.3, 1.0), (0.3, 1.0), (0.8, 0.96), (1.0, 0.84))
        ]
        made.append(subdivide(loft(rings, smooth=80), 1))
    whole = join(made)
    from diorama_stage.kit.build import vertices

    at = vertices(whole).astype(float)
    quilt = np.minimum(np.abs(((at[:, 0] + at[:, 1]) / 0.042) % 1 - 0.5), np.abs(((at[:, 0] - at[:, 1]) / 0.042) % 1 - 0.5)) * 2
    at[:, 2] += np.where(at[:, 2] > 0.03, -0.0035 * np.exp(-((quilt / 0.22) ** 2)), 0)
    set_points(whole.data, at)
    b.add(displace(whole, 0.003, 0.05, seed=spec.seed), "body")
    cuff = [
        np.column_stack([np.full(60, x), oval(3.0, 60)[:, 0] * 0.08 * g, 0.0225 + oval(3.0, 60)[:, 1] * 0.024 * g])
        for x, g in ((-0.004, 0.92), (-0.006, 1.0), (0.02, 1.02), (0.022, 0.96))
    ]
    b.add(loft(cuff, smooth=60), "binding")
    loop = smooth_path([(0.0, 0.07, 0.02), (-0.035, 0.085, 0.012), (-0.04, 0.06, 0.012), (0.0, 0.06, 0.02)], 40)
    b.add(sweep(loop, 0.004, sides=8, flat=0.5), "binding", "loop")


@prop("bowling_ball")
def bowling_ball(spec: Spec, b: Builder) -> None:
    """A ball of polished, clouded resin with three finger holes."""
    b.slot("body", "marble", b.choose("#1f2f6a", "#7a1f2a", "#17181c", "#1f5f5a"), finish=("glossy",))
    b.slot("holes", "rubber", "#0a0a0b", role="fixed")
    r = 0.108
    b.add(sphere(r, at=(0, 0, r), segments=96), "body")
    holes = []
    for x, z in ((-0.016, 0.024), (0.016, 0.024), (0.0, -0.03)):
        disc = rotate(cylinder(0.0125 if z > 0 else 0.014, 0.003, bevel=0.0004, segments=40), 90)
        y = -math.sqrt(r**2 - x**2 - z**2)
        holes.append(move(disc, x, y + 0.002, r + z))
    b.add(join(holes), "holes")
    for o in [o for group in b._parts.values() for o in group]:
        move(rotate(rotate(move(o, 0, 0, -r), -34), 0, 0, 22), 0, 0, r)
    b.footprint = "round"


@prop("skate_ramp")
def skate_ramp(spec: Spec, b: Builder) -> None:
    """A quarter pipe: a curved face of ply over ribs, a steel coping, a deck behind with its rail; a half pipe has two of them that face each other."""
    b.slot("face", "pine", b.choose("#c9a26c", "#b08a58"))
    b.slot("sides", "wood", "#a8814f", role="trim")
    b.slot("metal", "steel", "#8d9093", role="fixed")
    half_pipe = spec.is_a("half")
    wide, r, deck = 3.6, 2.4, 1.1
    a = np.linspace(0, math.radians(76), 30)
    curve = [(r * math.sin(q), r * (1 - math.cos(q))) for q in a]
    top = curve[-1]
    profile = [(0, -0.02), *curve, (top[0] + deck, top[1]), (top[0] + deck, -0.02)]
    gap = 1.5 if half_pipe else 0.0
    for s in (1, -1) if half_pipe else (1,):
        for y in (-wide / 2, wide / 2):
            b.add(slab([(s * (x + gap), z) for x, z in profile], 0.05, y=y, bevel=0.004), "sides")
        skin = np.array([(s * (x + gap), z + 0.012) for x, z in curve])
        rings = [
            np.vstack([np.column_stack([skin[:, 0], np.full(30, y), skin[:, 1]]), np.column_stack([skin[::-1, 0], np.full(30, y), skin[::-1, 1] - 0.025])])
            for y in np.linspace(-wide / 2, wide / 2, 4)
        ]
        b.add(loft(rings, smooth=60), "face")
        b.add(box(deck, wide, 0.03, bevel=0.003, at=(s * (top[0] + deck / 2 + gap), 0, top[1] - 0.02)), "face", "deck")
        add_rod(b, "metal", (s * (top[0] + gap), -wide / 2, top[1] + 0.015), (s * (top[0] + gap), wide / 2, top[1] + 0.015), 0.03, "coping")
        back = s * (top[0] + deck - 0.05 + gap)
        b.add(
            rods(
                [[(back, y, top[1]), (back, y, top[1] + 1.0)] for y in np.linspace(-wide / 2 + 0.05, wide / 2 - 0.05, 5)]
                + [[(back, -wide / 2 + 0.05, top[1] + z), (back, wide / 2 - 0.05, top[1] + z)] for z in (0.5, 1.0)],
                0.022,
            ),
            "metal",
            "rail",
        )
    if half_pipe:
        b.add(box(2 * gap + 0.1, wide, 0.03, bevel=0.002, at=(0, 0, -0.016)), "face", "flat")
    else:
        b.support("deck", top[0] + 0.1, top[0] + deck - 0.1, -1.6, 1.6, top[1] + 0.01)


@prop("floodlight")
def floodlight(spec: Spec, b: Builder) -> None:
    """A mast with a rack of lamps, tilted down; lit where it is so. A work light: one square lamp on a stand near the ground."""
    lit = not spec.has("off", "unlit")
    b.slot("mast", "steel", "#8d9296")
    b.slot("case", "paint", "#2a2d30", role="trim")
    b.slot("lens", "emission" if lit else "glass", "#fff6e2" if lit else "#aeb6ba", role="fixed")
    if spec.is_a("work"):
        for k in range(3):
            a = 2 * math.pi * k / 3 + 0.5
            add_rod(b, "mast", (0, 0, 0.9), (0.5 * math.cos(a), 0.5 * math.sin(a), 0.0), 0.014, "legs")
        add_rod(b, "mast", (0, 0, 0.85), (0, 0, 1.45), 0.017, "pole")
        tip = lambda o: move(rotate(o, -14), 0, -0.02, 1.42)  # noqa: E731
        b.add(tip(box(0.3, 0.11, 0.24, bevel=0.02)), "case")
        b.add(tip(box(0.26, 0.006, 0.2, bevel=0.002, at=(0, -0.056, 0.02))), "lens")
        if lit:
            b.emitters.append(Emitter(0, -0.12, 1.5, 0.1, 4000, 25))
        return
    tall = 17.0
    b.add(lathe([(0, 0), (0.42, 0), (0.42, 0.06), (0.24, 0.1), (0.13, tall), (0, tall)], segments=32), "mast")
    tip = lambda o: move(rotate(o, -24), 0, -0.2, tall - 0.6)  # noqa: E731
    bars = [box(3.4, 0.08, 0.08, bevel=0.01, at=(0, 0.14, z)) for z in (0.2, 1.0, 1.8)] + [
        box(0.08, 0.08, 2.0, bevel=0.01, at=(x, 0.14, 0.1)) for x in (-1.2, 0, 1.2)
    ]
    b.add(tip(join(bars)), "mast", "rack")
    cases, lenses = [], []
    for x in np.linspace(-1.4, 1.4, 5):
        for z in (0.0, 0.8, 1.6):
            cases.append(turned([(0, -0.12), (0.2, -0.1), (0.29, 0.08), (0.31, 0.1), (0.28, 0.1), (0, 0.04)], (x, 0, z + 0.24), segments=32))
            lenses.append(turned([(0, 0.06), (0.27, 0.085), (0.27, 0.09), (0, 0.1)], (x, 0, z + 0.24), segments=32))
    b.add(tip(join(cases)), "case")
    b.add(tip(join(lenses)), "lens")
    if lit:
        b.emitters.append(Emitter(0, -0.8, tall + 0.2, 0.6, 4600, 500))


@prop("pegboard")
def pegboard(spec: Spec, b: Builder) -> None:
    """A board with rows of holes on a wall, tools on its hooks: a hammer, a saw, pliers, screwdrivers, a spanner, scissors."""
    b.slot("board", b.choose("pine", "paint"), b.choose("#d9b98a", "#eceae2", "#7d9a94"))
    b.slot("holes", "wood", "#2a2018", role="fixed")
    b.slot("steel", "steel", "#a5a9ac", role="trim")
    b.slot("wood", "oak", "#a8713c", role="trim")
    b.slot("grips", "rubber", "#b3261e", role="trim")
    w, h = 1.2, 0.8
    b.add(box(w, 0.012, h, bevel=0.002), "board")
    b.add(join([box(w, 0.03, 0.03, bevel=0.002, at=(0, 0.012, z)) for z in (0.0, h - 0.03)]), "board", "battens")
    hole = rotate(cylinder(0.0045, 0.0012, bevel=0, segments=12), 90)
    places = []
    for i in range(int(w / 0.04) - 1):
        for j in range(int(h / 0.04) - 1):
            m = np.eye(4)
            m[:3, 3] = (-w / 2 + 0.04 * (i + 1), -0.0056, 0.04 * (j + 1))
            places.append(m)
    b.add(copies(hole, places), "holes")
    y = -0.028
    hang = lambda o, x, z: move(o, x, y, z)  # noqa: E731
    b.add(hang(slab([(-0.014, 0), (0.014, 0), (0.012, 0.26), (-0.012, 0.26)], 0.02, bevel=0.006), -0.46, 0.36), "wood", "hammer")
    b.add(hang(slab([(-0.075, 0.27), (-0.02, 0.255), (0.055, 0.25), (0.06, 0.29), (-0.02, 0.285)], 0.026, bevel=0.004), -0.46, 0.36), "steel", "hammer")
    saw = [(0.0, 0.0), (0.36, 0.05), (0.36, 0.09), (0.0, 0.13)]
    b.add(hang(slab(saw, 0.002, bevel=0.0004), -0.28, 0.52), "steel", "saw")
    ring = smooth_path([(-0.01, 0, 0.0), (-0.09, 0, 0.02), (-0.1, 0, 0.12), (-0.01, 0, 0.13), (-0.035, 0, 0.07), (-0.01, 0, 0.0)], 50)
    b.add(hang(sweep(ring, 0.013, sides=12, flat=0.8), -0.27, 0.52), "wood", "saw")
    for k, x in enumerate((0.18, 0.25, 0.32)):
        b.add(hang(cylinder(0.013, 0.1, bevel=0.004), x, 0.62), "grips", "screwdrivers")
        b.add(hang(cylinder(0.0035, 0.14 - 0.02 * k, bevel=0.001), x, 0.48 + 0.02 * k), "steel", "screwdrivers")
    spanner = [
        (-0.012, 0),
        (0.012, 0),
        (0.012, 0.2),
        (0.03, 0.225),
        (0.026, 0.262),
        (0.01, 0.245),
        (-0.01, 0.245),
        (-0.026, 0.262),
        (-0.03, 0.225),
        (-0.012, 0.2),
    ]
    for x, size in ((-0.3, 1.0), (-0.22, 0.85), (-0.15, 0.7)):
        b.add(hang(slab([(p * size, q * size) for p, q in spanner], 0.006, bevel=0.001), x, 0.14), "steel", "spanners")
    for s in (-1, 1):
        b.add(hang(sweep(smooth_path([(0, 0, 0.14), (s * 0.02, 0, 0.08), (s * 0.03, 0, 0.0)], 24), 0.0085, sides=12), 0.04, 0.18), "grips", "pliers")
        b.add(hang(slab([(0, 0.13), (s * 0.014, 0.15), (s * 0.008, 0.2), (0, 0.21)], 0.012, bevel=0.002), 0.04, 0.18), "steel", "pliers")
        b.add(hang(rotate(torus(0.024, 0.006, segments=36, sides=10), 90), 0.22 + s * 0.028, 0.3), "grips", "scissors")
        b.add(hang(rotate(slab([(-0.008, 0), (0.008, 0), (0.0, -0.14)], 0.003, bevel=0.0004), 0, s * 9, 0), 0.22 + s * 0.012, 0.28), "steel", "scissors")
    coil = [hang(rotate(torus(0.07 + 0.004 * (k % 2), 0.006, segments=56, sides=10), 90), 0.45, 0.26) for k in range(3)]
    for k, o in enumerate(coil):
        move(o, 0, -0.009 * k, 0)
    b.add(join(coil), "wood", "rope")
    tape = [cylinder(0.05, 0.03, bevel=0.003), torus(0.038, 0.012, at=(0, 0, 0.015), segments=40, sides=10)]
    b.add(hang(rotate(join(tape), 90), 0.46, 0.6), "grips", "tape")
    b.add(
        join(
            [
                move(rotate(cylinder(0.003, 0.04, bevel=0.001, segments=10), 90), x, -0.005, z)
                for x, z in ((-0.46, 0.6), (-0.2, 0.63), (0.18, 0.7), (0.25, 0.7), (0.32, 0.7), (0.45, 0.34), (-0.3, 0.36), (0.04, 0.37))
            ]
        ),
        "steel",
        "hooks",
    )
    b.mount = 1.2


@prop("thermometer")
def thermometer(spec: Spec, b: Builder) -> None:
    """A thermometer: a glass tube with a red column on its board with strokes; one for fever is a white stick with its small window."""
    if spec.is_a("fever"):
        b.slot("body", "plastic", "#f4f3ef", finish=("glossy",))
        b.slot("window", "plastic", "#8fa88a", role="fixed")
        b.slot("tip", "steel", role="fixed")
        b.slot("button", "plastic", b.choose("#3f8fd0", "#d9488f", "#3fae8a"), role="trim")
        rings = [
            np.column_stack([oval(3, 36)[:, 0] * w, oval(3, 36)[:, 1] * d, np.full(36, z)])
            for z, w, d in ((0.012, 0.0028, 0.0026), (0.04, 0.0045, 0.0035), (0.06, 0.0088, 0.0052), (0.12, 0.0092, 0.0055), (0.13, 0.008, 0.005))
        ]
        b.add(loft(rings, smooth=60), "body")
        b.add(lathe([(0, 0), (0.0018, 0.001), (0.0022, 0.004), (0.0022, 0.014), (0, 0.014)], segments=24), "tip")
        b.add(box(0.0105, 0.0012, 0.026, bevel=0.0003, at=(0, -0.0053, 0.076)), "window")
        b.add(move(rotate(cylinder(0.0036, 0.0016, bevel=0.0004), 90), 0, -0.0046, 0.116), "button")
        for o in [o for group in b._parts.values() for o in group]:
            rotate(o, 0, 0, -90)
        lying(b, b.rng.uniform(10, 40))
        return
    b.slot("body", b.choose("oak", "paint"), b.choose("#b98d58", "#f1eee4", "#2f4f6a"))
    b.slot("glass", "glass", role="fixed")
    b.slot("red", "paint", "#c41f24", role="fixed", finish=("glossy",))
    b.slot("ink", "paint", "#1b1c1e" if not spec.colours else "#2a2a2a", role="fixed", finish=("matte",))
    b.slot("plate", "paper", "#f4f1e6", role="fixed")
    outline = rounded_rectangle(0.064, 0.27, 0.03, 10) + (0, 0.135)
    b.add(slab([tuple(p) for p in outline], 0.012, bevel=0.003), "body")
    b.add(box(0.044, 0.001, 0.19, bevel=0, at=(0, -0.0066, 0.048)), "plate")
    b.add(move(cylinder(0.0036, 0.2, bevel=0.0015, segments=24), 0, -0.011, 0.034), "glass", "tube")
    b.add(
        join([cylinder(0.0019, 0.12, bevel=0.0004, segments=16, at=(0, -0.011, 0.036)), sphere(0.0068, at=(0, -0.0115, 0.034), segments=24)]), "red", "column"
    )
    marks = [
        box(0.0115 if k % 5 == 0 else 0.0065, 0.0006, 0.0009, bevel=0, at=(s * (0.012 if k % 5 == 0 else 0.0095), -0.0074, 0.056 + 0.0044 * k))
        for k in range(39)
        for s in (-1, 1)
    ]
    b.add(join(marks), "ink", "marks")
    b.lean, b.mount = "back", 1.45


@prop("pills")
def pills(spec: Spec, b: Builder) -> None:
    """Pills strewn: capsules of two colours and round scored tablets; in a strip, pushed up in their foil."""
    b.slot("body", "plastic", b.choose("#d9343a", "#2f7fd0", "#f0a81e"), finish=("glossy",))
    b.slot("white", "paint", "#f6f4ee", role="trim", finish=("satin",))
    rng = np.random.default_rng(spec.seed)
    if spec.is_a("strip"):
        b.slot("foil", "foil", "#c9ccd0", role="trim")
        b.add(extrude(rounded_rectangle(0.1, 0.042, 0.005), 0.0006, bevel=0, at=(0, 0, 0)), "foil")
        for i in range(5):
            for j in (-1, 1):
                b.add(ellipsoid(0.0075, 0.0065, 0.0052, at=((i - 2) * 0.0185, j * 0.0105, 0.001), segments=24), "body" if (i + j) % 2 else "white", "tablets")
        return
    spots = [(0.012 * k**0.72 * math.cos(2.4 * k), 0.012 * k**0.72 * math.sin(2.4 * k)) for k in range(1, 14)]
    for k, (x, y) in enumerate(spots):
        turn = float(rng.uniform(0, 360))
        if k % 3 == 2:
            tablet = join(
                [lathe(rounded_profile([(0, 0), (0.0048, 0), (0.0052, 0.0008), (0.0052, 0.003), (0.0044, 0.0042), (0, 0.0046)], 0.0006), segments=36)]
            )
            b.add(move(tablet, x, y, 0), "white", "tablets")
            continue
        ends = lathe([(0, -0.0085), (0.002, -0.008), (0.0031, -0.0055), (0.0031, 0.0003), (0, 0.0003)], segments=28, smooth=60)
        other = lathe([(0, 0.0), (0.0033, 0.0), (0.0033, 0.0055), (0.0021, 0.0082), (0, 0.0088)], segments=28, smooth=60)
        for o, slot in ((ends, "white"), (other, "body")):
            b.add(move(rotate(rotate(o, 0, 90), 0, 0, turn), x, y, 0.0034), slot, "capsules")
