# SPDX-License-Identifier: GPL-3.0-or-later
"""Cymbals, a recorder, a harmonica, a metronome, a lute and its small kin, a gong."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, lathe, loft, move, rotate, rounded_profile, smooth_path, sphere, sweep, torus
from diorama_stage.kit.lie import lying
from diorama_stage.kit.parts import add_rod, rods, slab
from diorama_stage.props.registry import prop

CYMBAL = [
    (0.004, 0.032),
    (0.02, 0.03),
    (0.035, 0.018),
    (0.045, 0.014),
    (0.12, 0.008),
    (0.2, 0.0),
    (0.2, -0.0012),
    (0.12, 0.0065),
    (0.045, 0.0125),
    (0.034, 0.0165),
    (0.02, 0.0285),
    (0.004, 0.0305),
]


def _cymbal():
    rings = []
    for (r0, z0), (r1, z1) in zip(CYMBAL[:6], CYMBAL[1:6], strict=False):
        for t in np.linspace(0, 1, 26 if r0 > 0.04 else 6, endpoint=False):
            rings.append((r0 + (r1 - r0) * t, z0 + (z1 - z0) * t + (0.00035 * math.sin(900 * (r0 + (r1 - r0) * t)) if r0 > 0.04 else 0)))
    return lathe([*rings, *CYMBAL[5:]], segments=120, smooth=60)


@prop("cymbals")
def cymbals(spec: Spec, b: Builder) -> None:
    """A pair of hand cymbals: turned bronze with its fine rings, a bell in the middle, straps of leather; one
    leans on the other. One on a stand: tilted on its rod."""
    b.slot("body", "brass", "#c39a48", finish=("brushed",))
    b.slot("strap", "leather", "#4a2c1a", role="trim")
    if spec.is_a("stand"):
        b.slot("metal", "chrome", role="fixed")
        b.add(move(rotate(_cymbal(), 12, 8, 0), 0, 0, 0.98), "body")
        for k in range(3):
            a = 2 * math.pi * k / 3 + 0.5
            add_rod(b, "metal", (0, 0, 0.42), (0.3 * math.cos(a), 0.3 * math.sin(a), 0.015), 0.009, "feet")
            b.add(sphere(0.016, at=(0.3 * math.cos(a), 0.3 * math.sin(a), 0.015), segments=14), "strap", "feet")
        b.add(
            join(
                [
                    cylinder(0.012, 0.6, bevel=0.002, at=(0, 0, 0.1)),
                    cylinder(0.008, 0.4, bevel=0.002, at=(0, 0, 0.66)),
                    cylinder(0.018, 0.04, bevel=0.005, at=(0, 0, 0.68)),
                    cylinder(0.014, 0.03, bevel=0.004, at=(0, 0, 1.02)),
                ]
            ),
            "metal",
            "rod",
        )
        return
    loop = [(0.0, -0.006, 0.03), (0.03, -0.006, 0.05), (0.045, 0, 0.085), (0, 0.008, 0.105), (-0.045, 0, 0.085), (-0.03, 0.006, 0.05), (0, 0.006, 0.03)]
    for k in range(2):
        made = [
            (_cymbal(), "body", None),
            (sweep(smooth_path(loop, 50), 0.0075, sides=10, flat=0.4), "strap", "strap"),
            (cylinder(0.016, 0.004, bevel=0.001, at=(0, 0, 0.031)), "strap", "strap"),
        ]
        for o, slot, part in made:
            if k == 0:
                move(o, -0.06, 0.03, 0.0014)
            else:
                move(rotate(rotate(move(o, 0, 0.0, 0), 62), 0, 0, -16), 0.1, -0.045, 0.178)
            b.add(o, slot, part)


@prop("recorder")
def recorder(spec: Spec, b: Builder) -> None:
    """A recorder of pear wood in three joints with rings of ivory: its beak and window, seven holes down its front. It lies."""
    b.slot("body", b.choose("walnut", "wood", "oak"), b.choose("#8a5a34", "#b98a52", "#5a3420"))
    b.slot("rings", "ivory", "#efe6d2", role="trim")
    b.slot("dark", "wood", "#1d140d", role="fixed")
    tube = [
        (0, 0),
        (0.0115, 0),
        (0.0125, 0.004),
        (0.0105, 0.02),
        (0.0095, 0.06),
        (0.0125, 0.066),
        (0.0125, 0.078),
        (0.0098, 0.084),
        (0.0115, 0.235),
        (0.0142, 0.24),
        (0.0145, 0.262),
        (0.0128, 0.27),
        (0.013, 0.31),
        (0.0125, 0.33),
    ]
    b.add(lathe([*rounded_profile(tube, 0.0015), (0, 0.33)], segments=48, smooth=40), "body")
    beak = [
        [(x * w, y0 + y * d, z) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
        for z, w, y0, d in ((0.326, 0.0108, 0.0, 0.0095), (0.34, 0.0095, 0.002, 0.007), (0.362, 0.0075, 0.0065, 0.0026))
    ]
    b.add(loft(beak, smooth=60), "body", "beak")
    b.add(
        join(
            [
                lathe([(r, z), (r + 0.0016, z + 0.001), (r + 0.0016, z + 0.007), (r, z + 0.008)], segments=48)
                for r, z in ((0.0123, 0.068), (0.0143, 0.248), (0.0122, 0.004))
            ]
        ),
        "rings",
    )
    b.add(
        join([box(0.011, 0.004, 0.006, bevel=0, at=(0, -0.012, 0.296)), move(rotate(box(0.011, 0.001, 0.016, bevel=0), -14), 0, -0.0135, 0.28)]),
        "dark",
        "window",
    )
    holes = [
        move(rotate(cylinder(r, 0.003, bevel=0, segments=20), 90), x, -0.0088, z)
        for r, x, z in (
            (0.0026, 0, 0.215),
            (0.003, 0, 0.192),
            (0.0028, 0, 0.169),
            (0.003, 0, 0.143),
            (0.003, 0, 0.12),
            (0.0021, -0.003, 0.098),
            (0.0017, 0.003, 0.098),
            (0.0022, 0.003, 0.05),
        )
    ]
    b.add(join(holes), "dark", "holes")
    for o in [o for group in b._parts.values() for o in group]:
        rotate(o, 0, 0, -70)
    lying(b, b.rng.uniform(8, 30))


@prop("harmonica")
def harmonica(spec: Spec, b: Builder) -> None:
    """A mouth organ: two curved cover plates over a comb with ten holes, screws at its ends."""
    b.slot("body", "chrome")
    b.slot("comb", b.choose("dark_wood", "plastic"), b.choose("#3a2418", "#16181a"), role="trim")
    b.slot("dark", "wood", "#0f0d0b", role="fixed")
    w = 0.1
    b.add(box(w + 0.004, 0.027, 0.007, bevel=0.001, at=(0, 0, 0.0065)), "comb")
    b.add(join([box(w + 0.004, 0.0272, 0.001, bevel=0.0003, at=(0, 0, z)) for z in (0.0058, 0.0133)]), "body", "plates")
    b.add(join([box(0.0058, 0.002, 0.0048, bevel=0, at=(-0.0405 + 0.009 * k, -0.0133, 0.0077)) for k in range(10)]), "dark", "holes")
    for s in (-1, 1):
        curve = [(-0.0125, 0.0), (-0.011, 0.0022), (-0.002, 0.0066), (0.008, 0.0062), (0.0125, 0.0045)]
        skin = smooth_path([(0, y, z) for y, z in curve], 20)
        rings = [np.vstack([skin + (x, 0, 0), skin[::-1] + (x, 0, -0.0006)]) for x in np.linspace(-w / 2 + 0.004, w / 2 - 0.004, 6)]
        made = loft(rings, smooth=60)
        b.add(move(made if s > 0 else rotate(made, 0, 180, 0), 0, 0, 0.0143 if s > 0 else 0.0058), "body", "covers")
    b.add(join([cylinder(0.0024, 0.001, bevel=0.0003, segments=16, at=(s * (w / 2 - 0.001), 0, 0.0143)) for s in (-1, 1)]), "dark", "screws")
    for label in spec.labels[:1]:
        from diorama_stage.kit import label_plane

        b.slot("text", "printed", role="fixed", label={**label, "colour": label.get("colour") or "#2a2622"}, params={"transparent": True})
        b.add(move(rotate(label_plane(0.06, 0.007), -66), 0, -0.006, 0.0197), "text")


@prop("metronome")
def metronome(spec: Spec, b: Builder) -> None:
    """A metronome: a pyramid of polished wood, its front open over a scale, a pendulum swung to one side with its weight."""
    b.slot("body", "walnut", b.choose("#5a2f1a", "#6a3a20", "#2a1a12"), finish=("glossy",))
    b.slot("metal", "brass", role="trim")
    b.slot("scale", "paper", "#efe6cf", role="fixed")
    b.slot("ink", "paint", "#2a2420", role="fixed", finish=("matte",))
    low, top, high = 0.058, 0.022, 0.215
    ring = lambda h, z: [(-h, -h, z), (h, -h, z), (h, h, z), (-h, h, z)]  # noqa: E731
    b.add(loft([ring(low, 0.02), ring(top, high)], smooth=20), "body")
    b.add(loft([ring(top + 0.002, high), ring(top * 0.6, high + 0.012), ring(0.003, high + 0.016)], smooth=20), "body", "top")
    b.add(box(2 * low + 0.012, 2 * low + 0.012, 0.02, bevel=0.004), "body", "base")
    lean = math.degrees(math.atan((low - top) / (high - 0.02)))
    front = lambda o: move(rotate(o, -lean), 0, -low - 0.0006, 0.02)  # noqa: E731
    b.add(front(slab([(-0.024, 0.05), (0.024, 0.05), (0.014, 0.178), (-0.014, 0.178)], 0.002, bevel=0)), "scale")
    marks = [box(0.012 if k % 2 else 0.018, 0.001, 0.0012, bevel=0, at=(s * 0.011, -0.0012, 0.06 + 0.0095 * k)) for k in range(12) for s in (-1, 1)]
    b.add(front(join(marks)), "ink", "marks")
    swing = lambda o: move(rotate(move(o, 0, 0, -0.03), 0, 17, 0), 0, 0, 0.03)  # noqa: E731
    b.add(front(swing(join([box(0.0024, 0.0014, 0.17, bevel=0.0004, at=(0, -0.006, 0.03))]))), "metal", "pendulum")
    b.add(front(swing(slab([(-0.011, 0.13), (0.011, 0.13), (0.007, 0.15), (-0.007, 0.15)], 0.008, y=-0.006, bevel=0.0015))), "metal", "weight")
    b.add(front(box(0.06, 0.004, 0.006, bevel=0.001, at=(0, -0.003, 0.045))), "metal", "bar")
    key = [cylinder(0.003, 0.016, bevel=0.0008), box(0.016, 0.004, 0.012, bevel=0.002, at=(0, 0, 0.014))]
    b.add(move(rotate(join(key), 0, 90), low - 0.008, 0, 0.08), "metal", "key")


@prop("lute")
def lute(spec: Spec, b: Builder) -> None:
    """A lute: half a pear of ribs, a flat face with a carved rose, a short fretted neck, its peg box bent back. A mandolin:
    flat-backed, small, its head straight. It lies."""
    mandolin = spec.is_a("mandolin")
    b.slot("body", "walnut", b.choose("#8a5228", "#a86a34", "#6a3a1c"), finish=("glossy",))
    b.slot("face", "pine", "#d8b27c", role="trim")
    b.slot("dark", "dark_wood", "#20150e", role="fixed")
    b.slot("strings", "steel", "#d9d3c0", role="fixed")
    long, half, deep = (0.3, 0.13, 0.06) if mandolin else (0.46, 0.165, 0.14)
    t = np.linspace(0, 1, 60)
    width = half * np.sin(np.pi * np.clip(t, 0.0, 1) ** 0.62) ** 0.75 * (1 - 0.12 * t)
    width = np.maximum(width, 0.02 * (t > 0.5))
    y = long * t
    ribs = 15
    turn = np.linspace(0, np.pi, ribs * 4 + 1)
    rings = []
    for w, q in zip(width, y, strict=True):
        flute = 1 - 0.02 * np.abs(np.sin(ribs * turn / 2))
        rings.append(np.column_stack([w * np.cos(turn) * flute, np.full(len(turn), q), -deep / half * w * np.sin(turn) * flute]))
    b.add(loft(rings, closed_ends=False, smooth=40), "body", "back")
    outline = [*zip(width, y, strict=True), *[(-w, q) for w, q in zip(width[::-1], y[::-1], strict=True)]]
    from diorama_stage.kit import extrude

    b.add(extrude(outline, 0.003, bevel=0, at=(0, 0, -0.001)), "face")
    rose = long * (0.62 if not mandolin else 0.66)
    b.add(cylinder(half * 0.3, 0.0006, bevel=0, at=(0, rose, 0.002)), "dark", "rose")
    b.add(
        join(
            [torus(half * r, 0.0013, at=(0, rose, 0.0026), segments=48, sides=6) for r in (0.31, 0.2, 0.1)]
            + [move(rotate(box(half * 0.6, 0.002, 0.0014, bevel=0), 0, 0, a), 0, rose, 0.0022) for a in (0, 45, 90, 135)]
        ),
        "face",
        "rose",
    )
    b.add(box(half * 0.9, 0.014, 0.008, bevel=0.002, at=(0, long * 0.2, 0.002)), "dark", "bridge")
    neck, nw = (0.32 if not mandolin else 0.28), 0.03 if not mandolin else 0.02
    b.add(box(2 * nw, neck, 0.02, bevel=0.006, at=(0, long + neck / 2 - 0.03, -0.017)), "body", "neck")
    b.add(box(2 * nw - 0.002, neck + 0.05, 0.005, bevel=0.001, at=(0, long + neck / 2 - 0.05, 0.0015)), "dark", "fingerboard")
    b.add(
        join([box(2 * nw - 0.002, 0.0022, 0.0018, bevel=0, at=(0, long + neck - 0.03 - neck * (1 - 0.944**k), 0.0064)) for k in range(12)]), "strings", "frets"
    )
    bend = 0 if mandolin else -72
    head = [box(2 * nw * (1.25 if mandolin else 0.95), 0.16, 0.016, bevel=0.004, at=(0, 0.08, -0.012))]
    pegs = []
    for k in range(5):
        for s in (-1, 1):
            peg = rotate(lathe([(0, 0), (0.003, 0), (0.0035, 0.02), (0.009, 0.03), (0.007, 0.042), (0, 0.044)], segments=16), 0, 90 * s, 0)
            pegs.append(move(peg, s * nw, 0.03 + 0.027 * k, -0.004))
    for o, slot, part in ((join(head), "body", "head"), (join(pegs), "dark", "pegs")):
        b.add(move(rotate(o, bend), 0, long + neck - 0.03, 0), slot, part)
    n = 8
    spread = np.linspace(-1, 1, n)
    b.add(rods([[(s * half * 0.32, long * 0.2, 0.01), (s * nw * 0.8, long + neck - 0.03, 0.009)] for s in spread], 0.0006, sides=6), "strings")
    for o in [o for group in b._parts.values() for o in group]:
        move(o, 0, -0.3, deep + 0.001)
        rotate(o, 0, 0, -64)


@prop("gong")
def gong(spec: Spec, b: Builder) -> None:
    """A gong of hammered bronze that hangs by cords in a frame of wood, its boss in the middle; a padded beater leans by it."""
    b.slot("body", "bronze", "#a97b3c", finish=("hammered",))
    b.slot("frame", "dark_wood", b.choose("#4a2416", "#3a1a14"), role="trim")
    b.slot("cord", "fabric", "#b3261e", role="trim")
    r, z = 0.4, 0.72
    disc = [
        (0, 0.045),
        (0.05, 0.042),
        (0.075, 0.02),
        (0.1, 0.012),
        (r - 0.03, 0.0),
        (r, -0.012),
        (r, -0.07),
        (r - 0.006, -0.07),
        (r - 0.008, -0.016),
        (0.1, 0.006),
        (0, 0.038),
    ]
    b.add(move(rotate(lathe(rounded_profile(disc, 0.004), segments=96, smooth=50), 90), 0, 0, z), "body")
    posts = [box(0.06, 0.06, 1.26, bevel=0.008, at=(s * 0.56, 0, 0)) for s in (-1, 1)] + [
        box(0.09, 0.44, 0.06, bevel=0.012, at=(s * 0.56, 0, 0)) for s in (-1, 1)
    ]
    beam = smooth_path([(-0.76, 0, 1.33), (-0.6, 0, 1.27), (0, 0, 1.255), (0.6, 0, 1.27), (0.76, 0, 1.33)], 50)
    b.add(join([*posts, sweep(beam, 0.036, sides=12), box(1.1, 0.04, 0.05, bevel=0.008, at=(0, 0, 0.12))]), "frame")
    for s in (-1, 1):
        add_rod(b, "cord", (s * 0.2, 0.02, z + 0.36), (s * 0.22, 0, 1.25), 0.008)
    add_rod(b, "frame", (0.42, -0.2, 0.0), (0.5, -0.05, 0.5), 0.011, "beater")
    b.add(sphere(0.05, at=(0.505, -0.04, 0.53), segments=32), "cord", "beater head")
