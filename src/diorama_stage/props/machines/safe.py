# SPDX-License-Identifier: GPL-3.0-or-later
"""Steel boxes: a safe, a rack of servers."""

from __future__ import annotations

import math

from diorama_stage.kit import Builder, Spec, box, cylinder, join, move, rotate, rounded_profile, smooth_path, sweep, torus
from diorama_stage.kit.parts import add_rod, rods, turned
from diorama_stage.props.registry import prop


@prop("safe")
def safe(spec: Spec, b: Builder) -> None:
    """A safe of thick steel: a door with hinges, a dial with its marks, a wheel of three spokes; or open, with bolts in the door's edge and a dark hold."""
    b.slot("body", "paint", b.choose("#3a4147", "#2c3d36", "#25282c", "#6b7074"), finish=("satin",))
    b.slot("metal", "chrome", role="trim")
    b.slot("dial", "plastic", "#17181a", role="fixed")
    b.slot("marks", "paint", "#f2efe6", role="fixed")
    b.slot("trim", "brass", "#b58f3f", role="trim")
    w, d, h, t = 0.5, 0.48, 0.6, 0.05
    front = -d / 2
    shell = [
        box(w, t, h, bevel=0.012, at=(0, d / 2 - t / 2, 0.03)),
        *[box(t, d, h, bevel=0.012, at=(s * (w / 2 - t / 2), 0, 0.03)) for s in (-1, 1)],
        *[box(w, d, t, bevel=0.012, at=(0, 0, z)) for z in (0.03, h - t + 0.03)],
    ]
    b.add(join(shell), "body")
    b.add(join([box(0.08, 0.08, 0.03, bevel=0.01, at=(x, y, 0)) for x in (-0.19, 0.19) for y in (-0.18, 0.18)]), "metal", "feet")
    opened = spec.has("open")
    door = [
        (box(w - 0.075, 0.06, h - 0.075, bevel=0.01, at=(0, 0, 0)), "body", "door"),
        (box(w - 0.13, 0.012, h - 0.13, bevel=0.005, at=(0, -0.034, 0.0275)), "body", "door"),
    ]
    rim = [box(w - 0.12, 0.006, 0.006, bevel=0.002, at=(0, -0.0375, z)) for z in (0.035, h - 0.117)] + [
        box(0.006, 0.006, h - 0.15, bevel=0.002, at=(s * (w / 2 - 0.063), -0.0375, 0.037)) for s in (-1, 1)
    ]
    door.append((join(rim), "trim", "lines"))
    door += _lock(h / 2 - 0.03)
    door += (
        [
            (
                join([move(rotate(cylinder(0.014, 0.045, bevel=0.003, segments=24), 0, 90), (w - 0.075) / 2 - 0.002, 0.01, z) for z in (0.1, 0.26, 0.42)]),
                "metal",
                "bolts",
            )
        ]
        if opened
        else []
    )
    for o, slot, part in door:
        if opened:
            o = rotate(move(o, (w - 0.075) / 2, 0, 0), 0, 0, -105)
            move(o, -(w - 0.075) / 2, front - 0.02, 0.0675)
        else:
            move(o, 0, front + 0.012, 0.0675)
        b.add(o, slot, part)
    for z in (0.12, h - 0.12):
        add_rod(b, "metal", (-w / 2 + 0.028, front - 0.012, z), (-w / 2 + 0.028, front - 0.012, z + 0.09), 0.014, "hinges", 20)
    if opened:
        b.add(box(w - 2 * t, d - t, 0.012, bevel=0.002, at=(0, 0.02, h / 2)), "metal", "shelf")
    b.support("top", -w * 0.4, w * 0.4, -d * 0.4, d * 0.4, h + 0.03)


def _lock(z: float) -> list:
    """The dial and the wheel on the door's face, at height z."""
    y = -0.04
    dial = turned(
        rounded_profile([(0, 0), (0.052, 0), (0.05, 0.01), (0.03, 0.012), (0.026, 0.03), (0.022, 0.034), (0, 0.034)], 0.002), (0, y, z + 0.1), segments=64
    )
    ring = turned([(0.052, 0), (0.062, 0), (0.062, 0.006), (0.052, 0.006), (0.052, 0)], (0, y, z + 0.1), segments=64)
    marks = [move(rotate(box(0.002, 0.001, 0.01 if k % 5 == 0 else 0.006, bevel=0, at=(0, 0, 0.038)), 0, 7.2 * k), 0, y - 0.0112, z + 0.1) for k in range(50)]
    pointer = box(0.004, 0.002, 0.012, bevel=0.0005, at=(0, y - 0.008, z + 0.156))
    wheel = [move(rotate(torus(0.07, 0.008, segments=56, sides=14), 90), 0, y - 0.045, z - 0.07)]
    for k in range(3):
        a = math.radians(90 + 120 * k)
        wheel.append(rods([((0, y - 0.045, z - 0.07), (0.098 * math.cos(a), y - 0.045, z - 0.07 + 0.098 * math.sin(a)))], 0.0075, sides=16))
        wheel.append(move(rotate(cylinder(0.013, 0.014, bevel=0.005), 90), 0.1 * math.cos(a), y - 0.038, z - 0.07 + 0.1 * math.sin(a)))
    hub = turned(rounded_profile([(0, 0), (0.034, 0), (0.022, 0.02), (0.022, 0.056), (0.012, 0.062), (0, 0.062)], 0.003), (0, y, z - 0.07))
    return [
        (dial, "dial", "dial"),
        (ring, "metal", "ring"),
        (join(marks), "marks", "marks"),
        (pointer, "marks", "marks"),
        (join([*wheel, hub]), "metal", "wheel"),
    ]


@prop("server_rack")
def server_rack(spec: Spec, b: Builder) -> None:
    """A black cabinet open at the front: servers with rows of bays and grilles, switches full of ports with coloured cables, small lights that burn."""
    b.slot("frame", "paint", "#1b1c1f", finish=("satin",))
    b.slot("units", "aluminium", "#3a3d41", role="trim")
    b.slot("bays", "plastic", "#101113", role="fixed")
    b.slot("metal", "steel", "#9a9ea2", role="fixed")
    for k, colour in enumerate(("#3bff6a", "#2f9dff", "#ffb02a")):
        b.slot(f"leds{k}", "emission", colour, role="fixed", params={"strength": 5.0})
    for k, colour in enumerate(("#2f6fd0", "#e0a51c", "#c9342b", "#e9e9e6")):
        b.slot(f"cables{k}", "rubber", colour, role="fixed")
    w, d, h = 0.6, 0.9, 2.0
    front = -d / 2
    shell = (
        [box(0.03, d, h, bevel=0.005, at=(s * (w / 2 - 0.015), 0, 0.03)) for s in (-1, 1)]
        + [box(w, d, 0.04, bevel=0.005, at=(0, 0, z)) for z in (0.03, h - 0.01)]
        + [box(w, 0.02, h, bevel=0.004, at=(0, d / 2 - 0.01, 0.03))]
    )
    b.add(join(shell), "frame")
    b.add(join([box(0.03, 0.02, h - 0.08, bevel=0.002, at=(s * 0.255, front + 0.05, 0.07)) for s in (-1, 1)]), "metal", "rails")
    b.add(join([cylinder(0.03, 0.03, at=(x, y, 0)) for x in (-0.25, 0.25) for y in (-0.38, 0.38)]), "bays", "feet")
    pieces: dict[tuple[str, str], list] = {}

    def add(slot: str, part: str, o) -> None:
        pieces.setdefault((slot, part), []).append(o)

    unit, z = 0.0445, 0.09
    while z < h - 0.16:
        kind = b.rng.choice(("server", "server", "storage", "switch", "blank"))
        tall = {"server": 2, "storage": 4, "switch": 1, "blank": 1}[kind] * unit - 0.003
        add("units", "units", box(0.48, 0.6, tall, bevel=0.002, at=(0, front + 0.34, z)))
        _face(b, add, kind, front + 0.04, z, tall)
        z += tall + 0.003
    for (slot, part), made in sorted(pieces.items()):
        b.add(join(made), slot, part)


def _face(b: Builder, add, kind: str, y: float, z: float, tall: float) -> None:
    """What the front of one unit shows, `add` taking slot, part and object."""
    if kind == "storage":
        for r in range(3):
            for c in range(4):
                at = ((c - 1.5) * 0.112, y - 0.004, z + 0.006 + r * tall / 3)
                add("bays", "bays", box(0.106, 0.012, tall / 3 - 0.006, bevel=0.003, at=at))
                add(f"leds{b.rng.choice((0, 0, 0, 1))}", "lights", box(0.004, 0.004, 0.004, bevel=0, at=(at[0] + 0.042, y - 0.011, at[2] + 0.02)))
    elif kind == "server":
        add("bays", "bays", box(0.3, 0.01, tall - 0.016, bevel=0.002, at=(0.05, y - 0.003, z + 0.008)))
        for k in range(22):
            add("units", "bays", box(0.004, 0.004, tall - 0.024, bevel=0, at=(-0.09 + 0.0133 * k, y - 0.009, z + 0.012)))
        for k in range(3):
            add(f"leds{k}", "lights", box(0.006, 0.004, 0.005, bevel=0.001, at=(-0.2 + 0.018 * k, y - 0.002, z + tall / 2)))
        add("metal", "handles", box(0.012, 0.03, tall - 0.02, bevel=0.004, at=(-0.228, y - 0.012, z + 0.01)))
        add("metal", "handles", box(0.012, 0.03, tall - 0.02, bevel=0.004, at=(0.228, y - 0.012, z + 0.01)))
    elif kind == "switch":
        for k in range(20):
            x = -0.19 + 0.0195 * k
            add("bays", "ports", box(0.014, 0.006, 0.014, bevel=0, at=(x, y - 0.002, z + 0.008)))
            add("leds0", "lights", box(0.004, 0.003, 0.003, bevel=0, at=(x, y - 0.002, z + 0.03)))
            if b.rng.random() < 0.6:
                side = -1 if x < 0 else 1
                far, drop = b.rng.uniform(0.03, 0.07), b.rng.uniform(0.05, 0.22)
                path = smooth_path(
                    [(x, y, z + 0.015), (x, y - far, z + 0.01), (x + side * 0.05, y - far, z - drop * 0.6), (side * 0.235, y - 0.02, z - drop)], 20
                )
                add(f"cables{b.rng.randrange(4)}", "cables", sweep(path, 0.0032, sides=6))
