# SPDX-License-Identifier: GPL-3.0-or-later
"""Of workshops and desks: an anvil, a padlock, a toolbox, pliers, a potter's wheel, a clipboard, a stethoscope, a music stand."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    displace,
    join,
    label_plane,
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
from diorama_stage.kit.parts import add_rod, slab, tint
from diorama_stage.kit.seams import oval
from diorama_stage.props.registry import prop


@prop("anvil")
def anvil(spec: Spec, b: Builder) -> None:
    """A smith's anvil on its block: face, step and horn, a waist, spread feet; bright where it is struck. Two iron bands hold the block."""
    b.slot("iron", "cast_iron", "#4a4b4d", params={"tint": True})
    b.slot("block", "wood", "#7a5a3c", role="trim")
    b.slot("bands", "iron", "#33302d", role="trim")
    block = [(0, 0), (0.25, 0), (0.255, 0.1), (0.245, 0.5), (0, 0.5)]
    b.add(displace(lathe(rounded_profile(block, 0.015), segments=80), 0.014, 0.15, seed=spec.seed), "block")
    b.add(join([lathe([(0.256, z), (0.264, z), (0.264, z + 0.04), (0.256, z + 0.04), (0.256, z)], segments=80) for z in (0.1, 0.38)]), "bands")
    sections = []
    for z, x0, x1, wide in (
        (0.0, -0.16, 0.16, 0.12),
        (0.035, -0.16, 0.16, 0.12),
        (0.055, -0.11, 0.11, 0.08),
        (0.1, -0.075, 0.085, 0.058),
        (0.14, -0.085, 0.12, 0.058),
        (0.165, -0.14, 0.22, 0.062),
        (0.185, -0.15, 0.245, 0.062),
        (0.235, -0.15, 0.25, 0.062),
    ):
        edge = rounded_rectangle(x1 - x0, 2 * wide, 0.012, 5) + ((x0 + x1) / 2, 0)
        sections.append(np.column_stack([edge, np.full(len(edge), z)]))
    body = loft(sections, smooth=40)
    rings = []
    for x, r, z in ((-0.13, 0.058, 0.172), (-0.2, 0.056, 0.176), (-0.28, 0.046, 0.185), (-0.36, 0.03, 0.197), (-0.42, 0.013, 0.21), (-0.437, 0.003, 0.214)):
        edge = oval(2.3, 36) * (r, r * 0.85)
        rings.append(np.column_stack([np.full(36, x), edge[:, 0], z + edge[:, 1]]))
    horn = loft(rings, smooth=60)
    step = box(0.08, 0.105, 0.2, bevel=0.006, at=(-0.14, 0, 0.01))
    hardy = box(0.022, 0.022, 0.003, bevel=0, at=(0.19, 0, 0.2335))
    made = displace(move(join([body, horn, step]), 0, 0, 0.5), 0.002, 0.03, seed=spec.seed)
    b.add(tint(made, lambda p: 1 + 1.5 * np.clip((p[:, 2] - 0.725) / 0.008, 0, 1)), "iron")
    b.add(move(hardy, 0, 0, 0.5), "bands", "hardy hole")
    b.support("face", -0.1, 0.22, -0.05, 0.05, 0.737)


@prop("padlock")
def padlock(spec: Spec, b: Builder) -> None:
    """A body of brass, a shackle of steel, a keyhole; sprung where it is open. It lies, or hangs by its shackle."""
    b.slot("body", "brass", "#c49a45")
    b.slot("shackle", "steel", "#b9bcbe", role="trim")
    b.slot("dark", "iron", "#15130f", role="fixed")
    wide, tall, deep = 0.05, 0.046, 0.021
    b.add(slab(rounded_rectangle(wide, tall, 0.006, 8) + (0, tall / 2), deep, bevel=0.0022), "body")
    b.add(join([move(rotate(torus(0.0085, 0.0008, segments=40, sides=8), 90), 0, -deep / 2, tall * 0.42)]), "body", "escutcheon")
    b.add(
        join(
            [
                move(rotate(cylinder(0.0032, 0.002, bevel=0), 90), 0, -deep / 2 + 0.0012, tall * 0.46),
                box(0.0026, 0.002, 0.009, bevel=0, at=(0, -deep / 2 + 0.0002, tall * 0.28)),
            ]
        ),
        "dark",
        "keyhole",
    )
    t = np.linspace(0, math.pi, 24)
    legs, lift = 0.0165, 0.014 if spec.has("open", "unlocked") else 0.0
    path = np.vstack(
        [
            [(legs, 0, tall - 0.004 + lift)],
            np.stack([legs * np.cos(t), np.zeros(24), tall + 0.014 + lift + legs * np.sin(t)], axis=1),
            [(-legs, 0, tall - 0.004)],
        ]
    )
    shackle = sweep(smooth_path(path, 70), 0.0042, sides=16)
    if lift:
        shackle = move(rotate(move(shackle, legs, 0, 0), 0, 0, -38), -legs, 0, 0)
    b.add(shackle, "shackle")
    for o in [o for group in b._parts.values() for o in group]:
        if spec.has("hung", "mounted", "upright"):
            continue
        rotate(o, -78, 0, 0)
    b.hang = (0, 0, tall + 0.03 + lift) if spec.has("hung", "mounted") else None


@prop("toolbox")
def toolbox(spec: Spec, b: Builder) -> None:
    """A box of pressed steel with a ridged lid, a handle on top, two latches, a row of rivets, scuffed corners."""
    b.slot("body", "paint", b.choose("#b3261e", "#1f4f8f", "#c98a1e", "#3d4a3a"), finish=("worn",))
    b.slot("metal", "steel", "#b3b6b8", role="trim")
    b.slot("grip", "rubber", "#1c1d1f", role="fixed")
    w, d, h = 0.46, 0.2, 0.14
    b.add(box(w, d, h, bevel=0.008, segments=4), "body", "body")
    lid = [(-d / 2 - 0.004, h), (d / 2 + 0.004, h), (d / 2 + 0.004, h + 0.022), (d * 0.22, h + 0.075), (-d * 0.22, h + 0.075), (-d / 2 - 0.004, h + 0.022)]
    b.add(rotate(slab(lid, w + 0.008, bevel=0.006), 0, 0, 90), "body", "lid")
    b.add(
        join(
            [
                box(w + 0.012, d + 0.012, 0.006, bevel=0.002, at=(0, 0, h - 0.003)),
                *[box(0.006, d + 0.006, 0.012, bevel=0.002, at=(s * w * 0.36, 0, 0.04)) for s in (-1, 1)],
            ]
        ),
        "body",
        "seam",
    )
    for s in (-1, 1):
        latch = [
            box(0.036, 0.006, 0.05, bevel=0.003, at=(s * w * 0.3, -d / 2 - 0.004, h - 0.025)),
            box(0.028, 0.008, 0.02, bevel=0.003, at=(s * w * 0.3, -d / 2 - 0.007, h + 0.002)),
        ]
        b.add(join([*latch, move(rotate(cylinder(0.006, 0.012, bevel=0.002), 90), s * w * 0.3, -d / 2 - 0.004, h - 0.012)]), "metal", "latches")
        b.add(box(0.02, 0.03, 0.03, bevel=0.004, at=(s * 0.085, 0, h + 0.07)), "metal", "brackets")
    b.add(sweep(smooth_path([(-0.085, 0, h + 0.09), (-0.075, 0, h + 0.12), (0.075, 0, h + 0.12), (0.085, 0, h + 0.09)], 40), 0.0075), "metal", "handle")
    b.add(sweep([(-0.06, 0, h + 0.12), (0, 0, h + 0.12), (0.06, 0, h + 0.12)], 0.0125), "grip")
    b.add(join([sphere(0.004, at=(x, -d / 2 - 0.0005, z), segments=10) for x in np.linspace(-w * 0.44, w * 0.44, 9) for z in (0.018,)]), "metal", "rivets")
    b.support("lid", -w * 0.4, w * 0.4, -d * 0.2, d * 0.2, h + 0.076)


@prop("pliers")
def pliers(spec: Spec, b: Builder) -> None:
    """Combination pliers, lying a little open: knurled jaws, a cutter, a rivet, curved handles in sleeves."""
    b.slot("grips", "rubber", b.choose("#b3261e", "#1f5fa3", "#d9a01e"))
    b.slot("steel", "steel", "#8f9294", role="trim")
    b.slot("rivet", "chrome", role="fixed")
    for s in (-1, 1):
        jaw = [
            (-0.004, 0.001 * s),
            (-0.058, 0.002 * s),
            (-0.062, 0.005 * s),
            (-0.05, 0.009 * s),
            (-0.02, 0.013 * s),
            (0.0, 0.014 * s),
            (0.016, 0.011 * s),
            (0.03, 0.012 * s),
            (0.03, 0.002 * s),
            (0.012, -0.007 * s),
            (-0.006, -0.01 * s),
        ]
        rim = np.array(jaw if s > 0 else jaw[::-1])
        from diorama_stage.kit import extrude

        top = extrude([tuple(p) for p in rim], 0.009, bevel=0.0012)
        path = smooth_path(
            [(0.022, 0.007 * s, 0.0045), (0.05, 0.016 * s, 0.0045), (0.09, 0.024 * s, 0.0045), (0.13, 0.02 * s, 0.0045), (0.15, 0.024 * s, 0.0045)], 40
        )
        thick = np.interp(np.linspace(0, 1, 40), [0, 0.1, 0.5, 0.92, 1], [0.0052, 0.0066, 0.0078, 0.0074, 0.004])
        for o, slot in ((top, "steel"), (sweep(path, thick, sides=18, flat=1.0), "grips")):
            b.add(move(rotate(o, 0, 0, 5 * s), 0, 0, 0.002), slot, "jaws" if slot == "steel" else "grips")
    teeth = [box(0.0012, 0.006, 0.0096, bevel=0, at=(-0.028 - 0.003 * k, 0, 0.0022)) for k in range(10)]
    b.add(join(teeth), "steel", "jaws")
    b.add(cylinder(0.0065, 0.0125, bevel=0.0015, at=(0, 0, 0.0005)), "rivet")


@prop("potters_wheel")
def potters_wheel(spec: Spec, b: Builder) -> None:
    """A table with a splash pan and a spinning head, a kick wheel below; wet clay on it just thrown to a pot, its rings showing, and a bucket of slip."""
    b.slot("frame", "wood", "#8d6d4a")
    b.slot("metal", "iron", "#55575a", role="trim")
    b.slot("pan", "plastic", "#c9c4b6", role="trim")
    b.slot("clay", "clay", "#8d6247", role="trim", finish=("wet",))
    top = 0.62
    legs = [box(0.07, 0.07, top, bevel=0.008, at=(x * 0.36, y * 0.3, 0)) for x in (-1, 1) for y in (-1, 1)]
    rails = [box(0.72, 0.04, 0.09, bevel=0.006, at=(0, y * 0.3, z)) for y in (-1, 1) for z in (top - 0.1, 0.1)] + [
        box(0.04, 0.6, 0.09, bevel=0.006, at=(x * 0.36, 0, z)) for x in (-1, 1) for z in (top - 0.1, 0.1)
    ]
    b.add(join([*legs, *rails, box(0.82, 0.7, 0.035, bevel=0.008, at=(0, 0, top))]), "frame")
    b.add(cylinder(0.31, 0.06, bevel=0.012, segments=96, at=(0, 0, 0.08)), "metal", "flywheel")
    b.add(cylinder(0.02, top, bevel=0.002, at=(0, 0, 0.05)), "metal", "shaft")
    pan = [(0, 0.04), (0.28, 0.04), (0.3, 0.05), (0.305, 0.12), (0.312, 0.122), (0.32, 0.118), (0.314, 0.03), (0.29, 0.02), (0, 0.02)]
    b.add(move(lathe(rounded_profile(pan, 0.006), segments=96), 0, 0, top + 0.02), "pan")
    head = top + 0.1
    b.add(cylinder(0.165, 0.018, bevel=0.003, segments=96, at=(0, 0, head)), "metal", "head")
    z0 = head + 0.018
    smear = displace(lathe([(0, 0.001), (0.12, 0.0015), (0.14, 0.0005), (0.15, 0.0002)], segments=72), 0.002, 0.03, seed=spec.seed)
    b.add(move(smear, 0, 0, z0), "clay", "slip")
    if not spec.has("filled"):
        b.add(move(lathe(_thrown(), segments=120, smooth=60), 0, 0, z0), "clay")
    b.support("head", -0.1, 0.1, -0.1, 0.1, z0, round=True)
    lumps = [
        displace(subdivide(sphere(0.05, at=(x, y, top + 0.08), segments=32), 0), 0.02, 0.05, seed=spec.seed + k)
        for k, (x, y) in enumerate(((0.34, -0.27), (0.36, -0.2)))
    ]
    b.add(join(lumps), "clay", "lumps")


def _thrown() -> list:
    """The profile of a pot on the wheel: a foot, a belly drawn up with rings from the fingers, an open lip, hollow."""
    z = np.linspace(0, 0.19, 90)
    out = np.interp(z, [0, 0.02, 0.09, 0.15, 0.175, 0.19], [0.075, 0.078, 0.098, 0.072, 0.068, 0.08]) + 0.0014 * np.sin(z * 900 / 1.6)
    outer = smooth_path(np.column_stack([out, z]), 160)
    inner = [(r - 0.009, h) for r, h in outer[::-1] if h > 0.02]
    return [(0, 0), *[tuple(p) for p in outer], *inner, (0, 0.02)]


@prop("clipboard")
def clipboard(spec: Spec, b: Builder) -> None:
    """A board with a steel clip and ruled sheets under it, lying."""
    b.slot("board", b.choose("cork", "plastic", "wood"), b.choose("#8a5f38", "#2a2c30", "#9a7048"))
    b.slot("paper", "paper", "#f6f4ee", role="fixed")
    b.slot("clip", "chrome", role="fixed")
    b.slot("ink", "paint", "#8aa3bd", role="fixed", finish=("matte",))
    w, d = 0.23, 0.32
    from diorama_stage.kit import extrude

    b.add(extrude(rounded_rectangle(w, d, 0.012), 0.004, bevel=0.001), "board")
    for k in range(3):
        b.add(move(rotate(box(0.205, 0.285, 0.0006, bevel=0), 0, 0, (k - 1) * 0.4), 0, -0.005, 0.0042 + 0.0007 * k), "paper", "sheets")
    if spec.labels:
        b.slot("text", "printed", role="fixed", label=spec.labels[0])
        b.add(move(rotate(label_plane(0.17, 0.2), -90), 0, -0.01, 0.0064), "text")
    else:
        b.add(join([box(0.165, 0.0012, 0.0002, bevel=0, at=(0, 0.09 - 0.016 * k, 0.0062)) for k in range(13)]), "ink", "lines")
    spring = [box(0.1, 0.022, 0.009, bevel=0.003, at=(0, 0.146, 0.006)), box(0.075, 0.04, 0.002, bevel=0.0008, at=(0, 0.13, 0.0085))]
    spring += [rotate(torus(0.012, 0.002, segments=30, sides=8), 0, 0, 0), sweep([(-0.05, 0.137, 0.011), (0, 0.137, 0.012), (0.05, 0.137, 0.011)], 0.0035)]
    move(spring[2], 0, 0.165, 0.012)
    b.add(join(spring), "clip")


@prop("stethoscope")
def stethoscope(spec: Spec, b: Builder) -> None:
    """A chest piece, one tube that loops and parts in two, sprung ear tubes with tips, laid down."""
    b.slot("tube", "rubber", b.choose("#1d1f22", "#1f3f7a", "#7a1f2a", "#1f5f5a"), finish=("satin",))
    b.slot("metal", "chrome", role="fixed")
    b.slot("tips", "rubber", "#e6e2da", role="fixed")
    r = 0.0048
    main = smooth_path(
        [
            (-0.13, -0.1, 0.012),
            (-0.06, -0.12, r),
            (0.05, -0.11, r),
            (0.13, -0.05, r),
            (0.12, 0.04, r),
            (0.04, 0.08, r + 0.004),
            (-0.04, 0.06, r),
            (-0.06, 0.03, r),
        ],
        120,
    )
    b.add(sweep(main, r, sides=14), "tube")
    end = main[-1]
    for s in (-1, 1):
        arm = smooth_path([end, end + (-0.03, -0.015 + s * 0.006, 0), end + (-0.075, s * 0.035 - 0.02, 0), end + (-0.115, s * 0.062 - 0.02, 0)], 40)
        b.add(sweep(arm, r * 0.85, sides=14), "tube")
        ear = smooth_path([arm[-1], arm[-1] + (-0.05, s * 0.012, 0.0), arm[-1] + (-0.085, -s * 0.002, 0.002), arm[-1] + (-0.1, -s * 0.02, 0.003)], 40)
        b.add(sweep(ear, 0.0028, sides=12), "metal", "ear tubes")
        b.add(sphere(0.0072, at=tuple(ear[-1]), segments=18), "tips")
    spring = smooth_path([end + (-0.1, 0.04, 0), end + (-0.07, 0.0, 0.006), end + (-0.1, -0.085, 0)], 24)
    b.add(sweep(spring, 0.002, sides=8), "metal", "spring")
    piece = [(0, 0), (0.0205, 0), (0.0225, 0.002), (0.022, 0.008), (0.012, 0.012), (0.009, 0.018), (0.013, 0.021), (0.0145, 0.026), (0, 0.027)]
    b.add(move(lathe(rounded_profile(piece, 0.0012), segments=56), -0.15, -0.098, 0), "metal", "chest piece")
    b.add(sweep([(-0.142, -0.098, 0.0145), (-0.132, -0.1, 0.0135), (-0.122, -0.102, 0.0115)], 0.0036), "metal", "stem")


@prop("music_stand")
def music_stand(spec: Spec, b: Builder) -> None:
    """A slanted desk with a ledge on a rod with three feet, an open score on it."""
    b.slot("metal", "paint", b.choose("#1c1d1f", "#1c1d1f", "#8d8f92"), finish=("satin",))
    b.slot("paper", "paper", "#f3efe2", role="fixed")
    b.slot("ink", "paint", "#222222", role="fixed", finish=("matte",))
    for k in range(3):
        a = 2 * math.pi * k / 3 + math.pi / 2
        foot = (0.28 * math.cos(a), 0.28 * math.sin(a), 0.012)
        add_rod(b, "metal", (0, 0, 0.34), foot, 0.0085, "feet")
        add_rod(b, "metal", (0, 0, 0.12), (foot[0] * 0.62, foot[1] * 0.62, 0.145), 0.005, "feet")
        b.add(sphere(0.013, at=foot, segments=12), "metal", "feet")
    b.add(
        join(
            [
                cylinder(0.011, 0.95, bevel=0.002, at=(0, 0, 0.1)),
                cylinder(0.015, 0.06, bevel=0.004, at=(0, 0, 0.62)),
                cylinder(0.016, 0.04, bevel=0.004, at=(0, 0, 0.32)),
            ]
        ),
        "metal",
        "rod",
    )
    desk = [
        move(box(0.5, 0.006, 0.34, bevel=0.003, at=(0, 0, 0)), 0, 0, 0),
        box(0.5, 0.06, 0.006, bevel=0.002, at=(0, -0.03, 0)),
        box(0.5, 0.004, 0.018, bevel=0.001, at=(0, -0.06, 0)),
    ]
    place = lambda o: move(rotate(o, -24), 0, -0.02, 1.03)  # noqa: E731
    b.add(place(join(desk)), "metal", "desk")
    from diorama_stage.kit.seams import sheet

    lines = []
    for s in (-1, 1):
        u, v = np.linspace(0, 1, 12)[:, None], np.linspace(0, 1, 4)[None, :]
        bow = -0.008 - 0.012 * np.sin(np.pi * u) * (1 - 0.4 * u)
        b.add(place(sheet(np.stack(np.broadcast_arrays(s * (0.002 + 0.215 * u), bow, 0.008 + 0.3 * v), axis=-1), 0.0008)), "paper", "score")
        for system in range(6):
            for line in range(5):
                x = np.linspace(0.06, 0.94, 10)
                rows = np.stack(
                    [s * (0.002 + 0.215 * x), -0.0096 - 0.012 * np.sin(np.pi * x) * (1 - 0.4 * x), np.full(10, 0.035 + 0.046 * system + 0.005 * line)], axis=1
                )
                lines.append(sweep(rows, 0.0005, sides=4))
            for k, x in enumerate(np.linspace(0.1, 0.9, 11)):
                y = -0.0102 - 0.012 * math.sin(math.pi * x) * (1 - 0.4 * x)
                z = 0.035 + 0.046 * system + 0.0025 * ((k * 5 + system * 3) % 9)
                lines += [
                    sphere(0.0028, at=(s * (0.002 + 0.215 * x), y, z), segments=8),
                    box(0.0009, 0.0009, 0.016, bevel=0, at=(s * (0.002 + 0.215 * x) + 0.0025, y, z)),
                ]
    b.add(place(join(lines)), "ink", "notes")
