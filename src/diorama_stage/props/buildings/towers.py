# SPDX-License-Identifier: GPL-3.0-or-later
"""Towers of masonry, square on plan: watchtowers with merlons, bell and clock towers with a belfry under a spire; churches have one too."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, label_plane, lathe, move, rotate
from diorama_stage.props.buildings.masonry import banner, case, glow, lit, merlons, placed, ring, slates, upright, wall_box
from diorama_stage.props.registry import prop

FACES = (0, 90, 180, 270)


@prop("tower")
def tower(spec: Spec, b: Builder) -> None:
    stone_slots(b)
    watch = spec.is_a("watch") or (not spec.is_a("clock", "bell") and b.choose(True, False))
    clocked = spec.is_a("clock") or (not watch and b.choose(True, False))
    square_tower(b, 0, 0, 5.6, 20.0, head="merlons" if watch else "spire", clock=clocked, belfry=not watch)
    doorway(b, 0, -2.85, 1.5, 1.9)


def stone_slots(b: Builder) -> None:
    """The slots of a building of stone under slate."""
    b.slot("walls", "stone", b.choose("#a39a8a", "#ab9d83", "#93908a"))
    b.slot("roof", "slate", b.choose("#474e56", "#54483f", "#4a5560"), role="trim")
    b.slot("trim", "stone", "#bfb5a2", role="fixed")
    b.slot("wood", "oak", "#51391f", role="fixed")
    b.slot("metal", "paint", "#191a1b", role="fixed", finish=("satin",))
    b.slot("gilt", "brass", "#c79a3d", role="fixed")
    b.slot("flags", "fabric", b.choose("#8f1f22", "#1f3f7a"), role="fixed")
    b.slot("face", "paper", "#efe9d8", role="fixed")
    b.slot("figures", "printed", role="fixed", params={"picture": "clock_roman", "transparent": True})
    lit(b, "glass", "#14181b")


def on_face(x: float, y: float, out: float, u: float, turn: float) -> tuple[float, float]:
    """The point `u` along and `out` from the middle of a tower, on the side turned by `turn` degrees."""
    a = math.radians(turn)
    return x + u * math.cos(a) + out * math.sin(a), y + u * math.sin(a) - out * math.cos(a)


def square_tower(b: Builder, x: float, y: float, wide: float, high: float, *, head: str, clock: bool = False, belfry: bool = True, spire: float = 2.3) -> None:
    half = wide / 2
    wall_box(b, x, y, wide, wide, 0, high, part="tower")
    for sx in (-1, 1):
        for sy in (-1, 1):
            for size, low, top in ((1.3, 0, high * 0.36), (1.05, high * 0.36, high * 0.72)):
                wall_box(b, x + sx * half, y + sy * half, size, size, low, top, part="buttresses")
                b.add(move(lathe([(size * 0.78, 0), (0.1, 0.8), (0, 0.8)], segments=4, smooth=None), 0, 0, 0), "trim", "buttresses")
                placed(b._parts["buttresses"][-1], x + sx * half, y + sy * half, top - 0.02, 45)
    for z in (0.55, high * 0.36, high * 0.68, high - 0.3):
        b.add(box(wide + 0.34, wide + 0.34, 0.24, bevel=0.07, segments=1, at=(x, y, z)), "trim", "tower")
    for turn in FACES:
        if belfry:
            for u in (-wide * 0.2, wide * 0.2):
                opening(b, *on_face(x, y, half, u, turn), high * 0.72, wide * 0.24, high * 0.13, turn, louvres=True)
        opening(b, *on_face(x, y, half, 0, turn), high * 0.4, 0.75, 1.5, turn)
        if not belfry:
            opening(b, *on_face(x, y, half, 0, turn), high * 0.74, 0.75, 1.5, turn)
        if clock:
            dial(b, x, y, half, high * 0.58, wide * 0.27, turn)
    for turn in FACES:
        out = half + 0.02
        b.add(placed(box(wide + 0.4, 0.4, 0.6, bevel=0.03, segments=1), *on_face(x, y, out, 0, turn), high - 0.06, turn), "walls", "parapet")
        places = [(*on_face(x, y, out, u, turn), high + 0.54, turn) for u in np.linspace(-half + 0.2, half - 0.2, 5 if head == "merlons" else 2)]
        merlons(b, places, wide=0.75, thick=0.42, tall=0.9, part="battlements")
    if head == "spire":
        r, foot = half * 0.93, high + 0.1
        tall = wide * spire
        profile = [(r * 1.05, foot), (r * 0.9, foot + tall * 0.07), (0.12, foot + tall)]
        b.add(move(lathe([(0, foot), (r * 0.9, foot), (r * 0.85, foot + tall * 0.07), (0.02, foot + tall - 0.1), (0, foot + tall - 0.1)], segments=8, smooth=None), x, y, 0), "roof", "spire")
        slates(b, x, y, profile, sides=8, part="spire")
        for turn in FACES:
            opening(b, *on_face(x, y, r * 0.72, 0, turn), foot + tall * 0.14, 0.7, 0.9, turn, louvres=True)
        cross(b, x, y, foot + tall)
    elif b.spec.kind == "tower":
        banner(b, x, y, high, 4.5)


def cross(b: Builder, x: float, y: float, z: float) -> None:
    """A gilt ball and what stands on it: a cross on a church, a vane's rod elsewhere."""
    b.add(move(lathe([(0, -0.3), (0.16, -0.25), (0.09, 0), (0.2, 0.16), (0.2, 0.28), (0.05, 0.42), (0, 0.42)], segments=20), x, y, z), "gilt", "finial")
    bars = [box(0.09, 0.07, 1.7, bevel=0.015, segments=1, at=(x, y, z + 0.35))]
    if b.spec.kind == "church":
        bars.append(box(0.95, 0.07, 0.09, bevel=0.015, segments=1, at=(x, y, z + 1.4)))
    b.add(join(bars), "gilt", "finial")


def opening(b: Builder, x: float, y: float, z: float, wide: float, tall: float, turn: float, *, louvres: bool = False) -> None:
    """A lancet in a moulded frame on a sill, dark behind its bars or its louvres."""
    outline = case(wide, tall, pointed=True)
    b.add(placed(upright(outline, 0.09, bevel=0), x, y, z, turn), "glass", "windows")
    b.add(placed(ring(outline, 0.17, 0.2), x, y, z, turn), "trim", "windows")
    b.add(placed(box(wide + 0.5, 0.36, 0.15, bevel=0.03, segments=1, at=(0, -0.06, -0.15)), x, y, z, turn), "trim", "windows")
    if louvres:
        slats = [box(wide if q < tall else wide * 0.55, 0.1, 0.07, bevel=0.01, segments=1, at=(0, -0.11, q)) for q in np.arange(0.15, tall + wide * 0.5, 0.24)]
        b.add(placed(join(slats), x, y, z, turn), "wood", "louvres")
    else:
        b.add(placed(join([box(0.05, 0.06, tall + wide * 0.8, bevel=0, at=(0, -0.1, 0)), *[box(wide, 0.06, 0.04, bevel=0, at=(0, -0.1, q)) for q in np.arange(0.4, tall, 0.4)]]), x, y, z, turn), "metal", "windows")


def dial(b: Builder, x: float, y: float, half: float, z: float, r: float, turn: float) -> None:
    """A clock's face in a stone ring, gilt hands."""
    px, py = on_face(x, y, half, 0, turn)
    rim = rotate(lathe([(r * 0.94, 0), (r * 1.14, 0), (r * 1.14, 0.2), (r * 1.04, 0.24), (r * 0.94, 0.14)], segments=64), 90)
    b.add(placed(rim, px, py, z, turn), "trim", "clock")
    b.add(placed(rotate(cylinder(r, 0.1, bevel=0, segments=64), 90), px, py, z, turn), "face", "clock")
    b.add(placed(move(label_plane(1.9 * r, 1.9 * r), 0, -0.106, 0), px, py, z, turn), "figures", "clock")
    for angle, long, thick in ((-55, 0.5, 0.085), (62, 0.82, 0.06)):
        hand = move(rotate(box(thick * r, 0.02, long * r, bevel=0, at=(0, 0, -0.1 * r)), 0, angle), 0, -0.13, 0)
        b.add(placed(hand, px, py, z, turn), "metal", "clock")


def doorway(b: Builder, x: float, y: float, wide: float, tall: float) -> None:
    """A pointed door of oak planks with iron straps under two orders of moulding, at the head of its steps."""
    outline = case(wide, tall, pointed=True, n=12)
    b.add(placed(upright(outline, 0.08, bevel=0), x, y, 0.3), "wood", "door")
    b.add(join([box(0.03, 0.03, tall + wide * 0.6, bevel=0, at=(x + u, y - 0.08, 0.3)) for u in np.arange(-wide / 2 + 0.2, wide / 2 - 0.1, 0.2)]), "metal", "door")
    b.add(join([box(wide * 0.9, 0.03, 0.08, bevel=0.01, segments=1, at=(x, y - 0.1, h)) for h in (0.8, tall * 0.95)]), "metal", "door")
    for grow, wider, deep in ((0.2, 0.0, 0.2), (0.22, 0.4, 0.32), (0.12, 0.82, 0.42)):
        b.add(placed(ring(case(wide + wider, tall, pointed=True, n=12), grow, deep), x, y, 0.3), "trim", "door")
    b.add(join([box(wide + 1.4 + 0.5 * k, 0.9 + 0.4 * k, 0.15, bevel=0.03, segments=1, at=(x, y - 0.35 - 0.2 * k, 0.15 * (1 - k))) for k in range(2)]), "trim", "steps")
    glow(b, x, y - 2, 2.6)
