# SPDX-License-Identifier: GPL-3.0-or-later
"""Of yards, studios and kitchens: a pallet, bricks, a gear, a kennel, a fingerpost, a director's chair, a clapperboard, field glasses, pestle and mortar."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    boolean,
    box,
    cylinder,
    displace,
    ellipsoid,
    extrude,
    join,
    label_plane,
    lathe,
    move,
    rotate,
    rounded_profile,
    subdivide,
    sweep,
)
from diorama_stage.kit.parts import slab
from diorama_stage.kit.seams import sheet
from diorama_stage.props.registry import prop


@prop("pallet")
def pallet(spec: Spec, b: Builder) -> None:
    """A pallet of rough boards: seven across the top, three skids of blocks, nails, a split end."""
    b.slot("wood", "wood", b.choose("#b08d62", "#9c8264", "#8d7d6a"))
    b.slot("nails", "iron", "#4a4744", role="fixed")
    made, nails = [], []
    for k, x in enumerate(np.linspace(-0.55, 0.55, 7)):
        made.append(
            move(
                rotate(box(0.1 if k % 3 else 0.142, 0.8 - b.rng.uniform(0, 0.015), 0.021, bevel=0.003), 0, 0, b.rng.uniform(-0.7, 0.7)),
                x,
                b.rng.uniform(-0.006, 0.006),
                0.122,
            )
        )
        nails += [cylinder(0.004, 0.0015, bevel=0, at=(x + dx, y, 0.1425)) for dx in (-0.03, 0.03) for y in (-0.35, 0, 0.35)]
    for y in (-0.35, 0, 0.35):
        made.append(box(1.2, 0.1, 0.021, bevel=0.003, at=(0, y, 0.1)))
        made.append(box(1.2, 0.1, 0.021, bevel=0.003, at=(0, y, 0)))
        made += [box(0.14, 0.1, 0.08, bevel=0.004, at=(x, y, 0.0205)) for x in (-0.53, 0, 0.53)]
    b.add(join(made), "wood", "boards")
    b.add(join(nails), "nails")
    b.support("top", -0.55, 0.55, -0.36, 0.36, 0.144)


@prop("brick_pile")
def brick_pile(spec: Spec, b: Builder) -> None:
    """Bricks: a neat stack, some thrown down before it, chipped, with mortar on them."""
    for k, colour in enumerate(("#9c4a35", "#8a3f2f", "#b05a3f")):
        b.slot(f"bricks {k}", "terracotta", colour, role="main" if k == 0 else "trim", finish=("rough",))
    rng, made = np.random.default_rng(spec.seed), {0: [], 1: [], 2: []}
    single = lambda: displace(subdivide(box(0.212, 0.1, 0.063, bevel=0.004), 2, simple=True), 0.003, 0.03, seed=int(rng.integers(999)))  # noqa: E731
    for level in range(5):
        for i in range(4):
            for j in range(2 if level < 4 else 1):
                long = level % 2 == 0
                x, y = ((i - 1.5) * 0.11, (j - 0.5) * 0.225) if not long else ((j - 0.5) * 0.225, (i - 1.5) * 0.108)
                brick = move(rotate(single(), 0, 0, (0 if long else 90) + rng.uniform(-2.5, 2.5)), x, y, level * 0.0645)
                made[int(rng.integers(3))].append(brick)
    for x, y, tilt in ((-0.42, -0.25, 0), (0.38, -0.33, 14), (-0.12, -0.42, 0), (0.45, 0.05, 0), (0.1, -0.33, 0)):
        made[int(rng.integers(3))].append(move(rotate(single(), tilt, tilt * 0.7, rng.uniform(0, 180)), x, y, 0.012 * (tilt > 0)))
    for k, objects in made.items():
        b.add(join(objects), f"bricks {k}", "bricks")
    b.support("top", -0.15, 0.15, -0.15, 0.1, 4 * 0.0645)


@prop("gear")
def gear(spec: Spec, b: Builder) -> None:
    """A cog wheel that lies, or leans: twenty-four teeth, five spokes, a hub with its keyway, oil and rust in the corners."""
    b.slot("body", b.choose("cast_iron", "brass", "bronze"))
    teeth, r = 24, 0.15
    rim = []
    for k in range(teeth):
        for share, out in ((0.0, r - 0.012), (0.22, r - 0.012), (0.34, r + 0.012), (0.62, r + 0.012), (0.74, r - 0.012)):
            a = 2 * math.pi * (k + share) / teeth
            rim.append((out * math.cos(a), out * math.sin(a)))
    body = extrude(rim, 0.036, bevel=0.0018)
    body = boolean(body, cylinder(r - 0.035, 0.2, bevel=0, at=(0, 0, -0.1)))
    spokes = [rotate(box(r - 0.04, 0.026, 0.024, bevel=0.006, at=((r - 0.04) / 2 + 0.012, 0, 0.006)), 0, 0, 72 * k) for k in range(5)]
    hub = boolean(
        cylinder(0.042, 0.05, bevel=0.003, at=(0, 0, -0.007)),
        join([cylinder(0.019, 0.2, bevel=0, at=(0, 0, -0.1)), box(0.009, 0.05, 0.2, bevel=0, at=(0, 0.012, -0.1))]),
    )
    made = join([body, *spokes, hub])
    if spec.has("upright", "leaning"):
        rotate(made, 90)
    b.add(made, "body")
    b.lean, b.footprint = "back", "round"


@prop("kennel")
def kennel(spec: Spec, b: Builder) -> None:
    """A dog's house of boards with a round-headed way in, a pitched roof of felt, a name board over the door."""
    b.slot("walls", "paint", b.choose("#a3392e", "#5f7d8c", "#c9b48a", "#6d8f5f"))
    b.slot("roof", "slate", "#4a4744", role="trim")
    b.slot("trim", "paint", "#f0ece0", role="trim")
    b.slot("dark", "wood", "#241a12", role="fixed")
    half, deep, eave, ridge = 0.38, 0.9, 0.55, 0.88
    front = slab([(-half, 0.06), (half, 0.06), (half, eave), (0, ridge), (-half, eave)], deep, bevel=0.006)
    t = np.linspace(0, math.pi, 20)
    door = [(-0.17, 0.02), (0.17, 0.02), *[(0.17 * math.cos(a), 0.34 + 0.17 * math.sin(a)) for a in t]]
    b.add(boolean(front, slab(door, 0.7, y=-deep / 2, bevel=0)), "walls")
    b.add(slab([(x * 0.99, max(z, 0.06)) for x, z in door], 0.01, y=-deep / 2 + 0.34, bevel=0), "dark", "inside")
    b.add(
        sweep(
            [(x, -deep / 2 - 0.006, z) for x, z in [(0.185, 0.06), *[(0.185 * math.cos(a), 0.34 + 0.185 * math.sin(a)) for a in t], (-0.185, 0.06)]],
            0.016,
            sides=10,
        ),
        "trim",
        "door frame",
    )
    for s in (-1, 1):
        outline = [(0, ridge + 0.005), (s * (half + 0.09), eave - 0.075), (s * (half + 0.09), eave - 0.04), (0, ridge + 0.045)]
        b.add(slab(outline, deep + 0.16, bevel=0.005), "roof")
        b.add(
            slab(
                [(0, ridge + 0.0), (s * (half + 0.095), eave - 0.08), (s * (half + 0.095), eave - 0.02), (0, ridge + 0.055)],
                0.025,
                y=-deep / 2 - 0.085,
                bevel=0.005,
            ),
            "trim",
            "barge boards",
        )
    b.add(box(2 * half + 0.05, deep + 0.05, 0.06, bevel=0.008), "dark", "floor")
    b.add(box(0.3, 0.02, 0.09, bevel=0.006, at=(0, -deep / 2 - 0.012, 0.57)), "trim", "name board")
    for label in spec.labels:
        b.slot("text", "printed", role="fixed", label={**label, "colour": label.get("colour") or "#2a2622"}, params={"transparent": True})
        b.add(label_plane(0.28, 0.08, at=(0, -deep / 2 - 0.024, 0.615)), "text")
    b.support("inside", -0.12, 0.12, -0.4, -0.2, 0.065, headroom=0.4)


@prop("fingerpost")
def fingerpost(spec: Spec, b: Builder) -> None:
    """A signpost at a fork: an oak post with a cap, pointed arms one above the other that show different ways."""
    b.slot("post", "wood", b.choose("#7d6148", "#8f7a60"))
    b.slot("arms", b.choose("paint", "wood"), b.choose("#f0ece0", "#a58a64"), role="trim")
    b.slot("ink", "paint", "#2a2622", role="fixed")
    tall = 2.5
    b.add(join([box(0.12, 0.12, tall, bevel=0.012), move(rotate(box(0.14, 0.14, 0.05, bevel=0.014), 0, 0, 0), 0, 0, tall - 0.005)]), "post")
    labels = spec.labels or ()
    for k in range(max(3, len(labels))):
        z, side = tall - 0.32 - 0.27 * k, -1 if k % 2 else 1
        turn = b.rng.uniform(-24, 24)
        arm = slab([(side * 0.02, 0), (side * 0.82, 0), (side * 0.95, 0.09), (side * 0.82, 0.18), (side * 0.02, 0.18)], 0.032, bevel=0.005)
        b.add(move(rotate(move(arm, 0, -0.075, 0), 0, 0, turn), 0, 0, z), "arms")
        if k < len(labels):
            b.slot(f"text {k}", "printed", role="fixed", label={**labels[k], "colour": labels[k].get("colour") or "#2a2622"}, params={"transparent": True})
            b.add(move(rotate(move(label_plane(0.7, 0.14), side * 0.44, -0.0925, 0.09), 0, 0, turn), 0, 0, z), f"text {k}", "text")
        else:
            strokes = [
                box(0.022 if j % 3 else 0.03, 0.003, 0.06 if j % 4 else 0.085, bevel=0, at=(side * (0.14 + 0.052 * j), -0.0925, 0.055))
                for j in range(9)
                if j != 5
            ]
            b.add(move(rotate(join(strokes), 0, 0, turn), 0, 0, z), "ink", "letters")


@prop("directors_chair")
def directors_chair(spec: Spec, b: Builder) -> None:
    """A folding chair of crossed legs with a canvas seat and a canvas band for a back."""
    b.slot("frame", b.choose("oak", "dark_wood", "pine"))
    b.slot("canvas", "canvas", b.choose("#1c1d1f", "#23406b", "#8a1f24"), role="trim")
    half, deep, seat = 0.27, 0.21, 0.46
    bars = [
        sweep([(s * half, y, 0.02), (0, y + 0.01 * s, seat / 2), (-s * half, y, seat)], 0.0155, sides=12) for s in (-1, 1) for y in (-deep + 0.03, deep - 0.03)
    ]
    for s in (-1, 1):
        bars += [box(0.03, 2 * deep + 0.06, 0.03, bevel=0.006, at=(s * half, 0, z)) for z in (0.005, seat - 0.015)]
        bars += [box(0.03, 0.03, 0.22, bevel=0.006, at=(s * half, -deep + 0.02, seat)), box(0.03, 0.03, 0.46, bevel=0.006, at=(s * half, deep, seat))]
        bars.append(box(0.06, 2 * deep + 0.08, 0.022, bevel=0.008, at=(s * half, 0, seat + 0.21)))
    b.add(join(bars), "frame")
    u, v = np.linspace(-1, 1, 30)[None, :], np.linspace(-1, 1, 20)[:, None]
    b.add(sheet(np.stack(np.broadcast_arrays(u * half, v * (deep + 0.01), seat + 0.012 - 0.035 * (1 - u**2)), axis=-1), 0.003), "canvas", "seat")
    b.add(sheet(np.stack(np.broadcast_arrays(u * (half + 0.018), deep + 0.014 + 0.03 * (1 - u**2), seat + 0.37 + v * 0.085), axis=-1), 0.003), "canvas", "back")
    for label in spec.labels:
        b.slot("text", "printed", role="fixed", label={**label, "colour": label.get("colour") or "#f4f1e6"}, params={"transparent": True})
        b.add(label_plane(0.4, 0.12, at=(0, deep + 0.01, seat + 0.37)), "text")
    b.support("seat", -0.18, 0.18, -0.15, 0.12, seat - 0.015)


@prop("clapperboard")
def clapperboard(spec: Spec, b: Builder) -> None:
    """A slate with its striped clapper raised, lines and chalk on it; it leans or stands."""
    b.slot("slate", "paint", "#1b1c1e", finish=("matte",))
    b.slot("white", "paint", "#f2efe6", role="trim", finish=("matte",))
    b.slot("metal", "steel", role="fixed")
    w, h = 0.28, 0.22
    b.add(box(w, 0.012, h, bevel=0.002), "slate")
    lines = [box(w - 0.016, 0.001, 0.0025, bevel=0, at=(0, -0.0066, z)) for z in (0.05, 0.1, 0.15)] + [
        box(0.0025, 0.001, 0.05, bevel=0, at=(x, -0.0066, 0.05)) for x in (-0.04, 0.05)
    ]
    lines += [box(0.012 + 0.01 * ((k * 7) % 4), 0.001, 0.006, bevel=0, at=(-0.115 + 0.028 * (k % 4), -0.0066, 0.062 + 0.05 * (k // 4))) for k in range(12)]
    b.add(join(lines), "white", "lines")
    for tilt, z in ((0.0, h + 0.002), (-20.0, h + 0.036)):
        bar = [box(w, 0.014, 0.032, bevel=0.0015, at=(w / 2, 0, 0))]
        stripes = [slab([(x, 0.001), (x + 0.03, 0.001), (x + 0.052, 0.031), (x + 0.022, 0.031)], 0.0155, bevel=0) for x in np.arange(0.004, w - 0.05, 0.058)]
        for objects, slot in ((bar, "slate"), (stripes, "white")):
            b.add(move(rotate(join(objects), 0, tilt, 0), -w / 2, 0, z), slot, "clapper")
    b.add(move(rotate(cylinder(0.009, 0.02, bevel=0.002, at=(0, 0, -0.01)), 90), -w / 2 + 0.012, 0, h + 0.036), "metal", "hinge")
    b.lean = "back"
    if spec.labels:
        b.slot("text", "printed", role="fixed", label={**spec.labels[0], "colour": "#f2efe6"}, params={"transparent": True})
        b.add(label_plane(0.24, 0.045, at=(0, -0.0068, 0.176)), "text")


@prop("binoculars")
def binoculars(spec: Spec, b: Builder) -> None:
    """Field glasses that stand on their eyepieces' side: two barrels with offset objectives, a hinge with its focusing wheel, coated lenses, a strap."""
    b.slot("body", "leather", "#1d1c1b", finish=("matte",))
    b.slot("metal", "paint", "#121314", role="trim", finish=("satin",))
    b.slot("glass", "glass", "#8a6fb0", role="fixed")
    b.slot("strap", "leather", "#3a2a1e", role="trim")
    z = 0.033
    for s in (-1, 1):
        barrel = [(0, -0.088), (0.029, -0.088), (0.0315, -0.084), (0.0315, -0.07), (0.028, -0.065), (0.0255, -0.01), (0.027, 0.0), (0.0, 0.0)]
        b.add(move(rotate(lathe(rounded_profile(barrel, 0.002), segments=56), -90), s * 0.045, 0, z), "metal", "barrels")
        b.add(move(rotate(lathe([(0.0262, -0.058), (0.0285, -0.058), (0.0265, -0.012), (0.0245, -0.012)], segments=56), -90), s * 0.045, 0, z), "body", "grips")
        b.add(move(box(0.052, 0.05, 0.05, bevel=0.016, segments=5), s * 0.038, 0.02, z - 0.025), "body", "prisms")
        eye = [(0, 0.04), (0.014, 0.04), (0.0145, 0.06), (0.0195, 0.063), (0.0205, 0.083), (0.016, 0.085), (0.012, 0.08), (0, 0.079)]
        b.add(move(rotate(lathe(rounded_profile(eye, 0.0015), segments=48), -90), s * 0.031, 0, z), "metal", "eyepieces")
        b.add(move(rotate(ellipsoid(0.0275, 0.0275, 0.004, segments=40), 90), s * 0.045, -0.085, z), "glass", "lenses")
    b.add(
        join(
            [
                move(rotate(cylinder(0.0085, 0.1, bevel=0.002, at=(0, 0, -0.05)), 90), 0, 0.02, z + 0.01),
                move(rotate(cylinder(0.013, 0.022, bevel=0.003, at=(0, 0, -0.011)), 90), 0, 0.035, z + 0.012),
            ]
        ),
        "metal",
        "hinge",
    )
    b.add(join([box(0.05, 0.012, 0.012, bevel=0.004, at=(0, y, z + 0.004)) for y in (-0.005, 0.05)]), "metal", "bridge")
    from diorama_stage.kit import smooth_path

    strap = smooth_path(
        [
            (-0.066, 0.03, 0.045),
            (-0.1, 0.02, 0.004),
            (-0.12, -0.07, 0.003),
            (-0.02, -0.15, 0.003),
            (0.1, -0.11, 0.003),
            (0.125, 0.0, 0.003),
            (0.066, 0.03, 0.045),
        ],
        90,
    )
    b.add(sweep(strap, 1.0, section=np.array([(-0.005, -0.0008), (0.005, -0.0008), (0.005, 0.0008), (-0.005, 0.0008)])), "strap")


@prop("mortar")
def mortar(spec: Spec, b: Builder) -> None:
    """A heavy bowl with a foot and a lip, its pestle leaning in it."""
    b.slot("body", b.choose("granite", "marble", "granite", "wood"))
    b.slot("pestle", b.choose("granite", "marble"), role="trim")
    rows = [
        (0, 0),
        (0.05, 0),
        (0.054, 0.006),
        (0.048, 0.016),
        (0.055, 0.03),
        (0.07, 0.06),
        (0.075, 0.095),
        (0.078, 0.105),
        (0.073, 0.11),
        (0.066, 0.106),
        (0.06, 0.075),
        (0.042, 0.042),
        (0.0, 0.032),
    ]
    b.add(lathe(rounded_profile(rows, 0.005), segments=96), "body")
    club = [(0, 0), (0.018, 0.003), (0.0235, 0.016), (0.02, 0.035), (0.0125, 0.07), (0.011, 0.12), (0.0145, 0.15), (0.013, 0.163), (0, 0.167)]
    b.add(move(rotate(lathe(rounded_profile(club, 0.003), segments=48), 0, 33, b.rng.uniform(-40, 40)), -0.012, 0, 0.047), "pestle")
    b.support("inside", -0.03, 0.03, -0.03, 0.03, 0.036, round=True)
    b.footprint = "round"
