# SPDX-License-Identifier: GPL-3.0-or-later
"""Castles: a curtain wall with merlons between round towers, a gatehouse with its portcullis, and the keep behind; conical roofs on some."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, join, lathe, move
from diorama_stage.kit.parts import tint
from diorama_stage.props.buildings.masonry import (
    banner,
    case,
    courses,
    crown,
    drum,
    flat,
    glow,
    lit,
    merlons,
    placed,
    portcullis,
    ring,
    slates,
    slit,
    upright,
    wall_box,
)
from diorama_stage.props.registry import prop

HALF, DEEP, WALL = 13.0, 10.5, 7.2
"""Metres: half the front's length, half the side's, the curtain wall's height."""


@prop("castle")
def castle(spec: Spec, b: Builder) -> None:
    fairy = spec.is_a("fairytale") or spec.has("fairytale")
    roofed = fairy or (not spec.is_a("fort") and b.choose(True, True, False))
    b.slot("walls", "stone", "#cfc8ba" if fairy else b.choose("#9a9182", "#a3957c", "#8c8981"))
    b.slot("roof", "slate", b.choose("#3f5f86", "#39536e") if fairy else b.choose("#4a525a", "#5a4a44", "#3f4e5c"), role="trim")
    b.slot("trim", "stone", "#b5ab98", role="fixed")
    b.slot("wood", "oak", "#4d3827", role="fixed")
    b.slot("metal", "paint", "#1c1d1f", role="fixed", finish=("satin",))
    b.slot("flags", "fabric", b.choose("#8f1f22", "#1f3f7a", "#a8812a"), role="fixed")
    b.slot("dark", "lacquer", "#0b0c0d", role="fixed", finish=("matte",))
    lit(b, "glass", "#15191c")
    curtain(b)
    for x, y, r, high in ((-HALF, -DEEP, 2.7, 11.5), (HALF, -DEEP, 2.7, 11.5), (-HALF, DEEP, 2.7, 12.5), (HALF, DEEP, 2.7, 12.5)):
        tower(b, x, y, r, high, roofed)
    for x in (-3.1, 3.1):
        tower(b, x, -DEEP - 0.5, 1.9, 10.6, fairy)
    gate(b)
    keep(b, roofed, fairy)
    glow(b, 0, -DEEP - 3, 2.6)


def curtain(b: Builder) -> None:
    """Four walls with a walk on top, merlons along their outer edge."""
    for x, y, long, turn in ((0, -DEEP, 2 * HALF, 0), (HALF, 0, 2 * DEEP, 90), (0, DEEP, 2 * HALF, 180), (-HALF, 0, 2 * DEEP, 270)):
        b.add(tint(placed(box(long, 1.6, WALL, bevel=0, at=(0, 0.8, 0)), x, y, 0, turn), lambda p: np.full(len(p), 0.6)), "walls", "walls")
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        start = (x - long / 2 * c, y - long / 2 * s)
        b.add(courses(b, flat(*start, turn), long, 0, WALL, holes=[(long / 2 - 1.5, long / 2 + 1.5, 0, 4)] if turn == 0 else ()), "walls", "walls")
        b.add(placed(box(long, 0.32, 0.2, bevel=0.05, segments=1, at=(0, -0.02, WALL - 0.25)), x, y, 0, turn), "trim", "walls")
        b.add(placed(box(long, 0.5, 0.7, bevel=0.03, segments=1, at=(0, 0.25, WALL)), x, y, 0, turn), "walls", "walls")
        along = np.arange(-long / 2 + 3.2, long / 2 - 2.6, 1.45)
        merlons(b, [(x + u * c - 0.25 * s, y + u * s + 0.25 * c, WALL + 0.7, turn) for u in along], wide=0.85, thick=0.5, tall=0.95)
    for x in (-9.2, -6.6, 6.6, 9.2):
        slit(b, x, -DEEP, 3.2, 0)
    for y in (-5, 0, 5):
        slit(b, HALF, y, 3.2, 90)
        slit(b, -HALF, y, 3.2, 270)


def tower(b: Builder, x: float, y: float, r: float, high: float, roofed: bool) -> None:
    drum(b, x, y, r, 0, high, batter=0.55 if r > 2 else 0.3)
    b.add(move(lathe([(r, high * 0.55), (r + 0.14, high * 0.55 + 0.05), (r + 0.14, high * 0.55 + 0.2), (r, high * 0.55 + 0.3)], segments=64), x, y, 0), "trim", "towers")
    for turn, z in ((-12, 3.4), (38, 6.9), (-48, 7.6), (80, 4.2), (-85, 4.6), (5, high - 3.4)):
        a = math.radians(turn - 90)
        slit(b, x + (r - 0.0) * math.cos(a), y + (r - 0.0) * math.sin(a), z, turn, cross=r > 2)
    crown(b, x, y, r, high)
    if roofed:
        cone(b, x, y, r - 0.02, high + 0.75)
    elif r > 2:
        banner(b, x, y, high)


def cone(b: Builder, x: float, y: float, r: float, z: float) -> None:
    """A slated cone behind the parapet, its foot flared, a finial on its point."""
    tall = 2.35 * r
    profile = [(r + 0.02, z), (r * 0.86, z + tall * 0.1), *[(r * 0.86 * (1 - t), z + tall * (0.1 + 0.9 * t)) for t in np.linspace(0.1, 0.985, 8)]]
    b.add(move(lathe([(0, z - 0.9), (r - 0.05, z - 0.9), *[(q - 0.03, h) for q, h in profile if q > 0.08]], segments=32), x, y, 0), "roof", "roofs")
    slates(b, x, y, profile)
    b.add(move(lathe([(0, 0), (0.12, 0), (0.06, 0.3), (0.16, 0.42), (0.05, 0.55), (0.02, 1.5), (0, 1.5)], segments=16), x, y, z + tall - 0.15), "metal", "finials")


def gate(b: Builder) -> None:
    """Between two towers: the wall over the gate, an arch in orders of stone, the portcullis half down, oak leaves behind it in the dark."""
    front, wide, spring = -DEEP - 1.1, 2.9, 2.35
    high = 9.2
    b.add(tint(join([box(1.2, 2.2, high, bevel=0, at=(x, front + 1.1, 0)) for x in (-2.05, 2.05)] + [box(2.92, 2.2, high - 4.0, bevel=0, at=(0, front + 1.1, 4.0))]), lambda p: np.full(len(p), 0.6)), "walls", "gatehouse")
    b.add(courses(b, flat(-2.6, front, 0), 5.2, 0, high, holes=[(1.15, 4.05, 0, 3.85)]), "walls", "gatehouse")
    arch = case(wide, spring, n=15)
    b.add(placed(upright(arch, 0.1, bevel=0), 0, front + 0.95, 0), "dark", "gate")
    b.add(placed(ring(arch, 0.46, 0.2), 0, front, 0), "trim", "gate")
    b.add(placed(ring(case(wide + 0.9, spring, n=15), 0.2, 0.3), 0, front, 0), "trim", "gate")
    b.add(tint(placed(ring(arch, -0.02, -0.8), 0, front, 0), lambda p: np.full(len(p), 0.7)), "trim", "gate")
    planks = [box(0.4, 0.1, spring + 0.9, bevel=0.015, segments=1, at=(x, front + 0.8, 0)) for x in np.arange(-1.2, 1.3, 0.41)]
    b.add(join(planks), "wood", "gate")
    b.add(portcullis(wide, spring, front + 0.35), "metal", "portcullis")
    b.add(join([box(5.3, 0.5, 0.3, bevel=0.04, segments=1, at=(0, front, high - 0.05)), *[box(0.3, 0.5, 0.5, bevel=0.05, segments=1, at=(x, front, high - 0.5)) for x in np.arange(-2.3, 2.4, 0.77)]]), "trim", "gatehouse")
    b.add(box(5.2, 0.5, 0.8, bevel=0.03, segments=1, at=(0, front, high + 0.25)), "walls", "gatehouse")
    merlons(b, [(x, front, high + 1.05, 0) for x in (-1.35, 0, 1.35)], wide=0.8, thick=0.5, tall=0.9)
    for x in (-0.95, 0.95):
        window(b, x, front, 6.0, 0.55, 1.1)


def window(b: Builder, x: float, y: float, z: float, wide: float, tall: float, turn: float = 0.0) -> None:
    outline = case(wide, tall, pointed=True)
    b.add(placed(upright(outline, 0.11, bevel=0), x, y, z, turn), "glass", "windows")
    b.add(placed(ring(outline, 0.17, 0.22), x, y, z, turn), "trim", "windows")
    b.add(placed(join([box(0.06, 0.1, tall + wide * 0.8, bevel=0, at=(0, -0.1, 0)), box(wide, 0.1, 0.05, bevel=0, at=(0, -0.1, tall * 0.6))]), x, y, z, turn), "metal", "windows")
    b.add(placed(box(wide + 0.5, 0.4, 0.16, bevel=0.03, segments=1, at=(0, -0.06, -0.16)), x, y, z, turn), "trim", "windows")


def keep(b: Builder, roofed: bool, fairy: bool) -> None:
    """The great tower in the yard, turrets at its corners, and a tall stair tower."""
    half, high, y = 4.3, 15.5, 2.2
    wall_box(b, 0, y, 2 * half, 2 * half, 0, high, part="keep")
    for turn in (0, 90, 270):
        for u in (-2.2, 0.0, 2.2):
            for z in (8.6, 12.0):
                a = math.radians(turn)
                window(b, u * math.cos(a) + half * math.sin(a), y + u * math.sin(a) - half * math.cos(a), z, 0.8, 1.3, turn)
    b.add(box(2 * half + 0.6, 2 * half + 0.6, 0.35, bevel=0.06, segments=1, at=(0, y, high)), "trim", "keep")
    for turn in (0, 90, 180, 270):
        a = math.radians(turn)
        out = half + 0.05
        b.add(placed(box(2 * half + 0.5, 0.5, 0.6, bevel=0.03, segments=1), out * math.sin(a), y - out * math.cos(a), high + 0.35, turn), "walls", "keep")
        merlons(b, [(u * math.cos(a) + out * math.sin(a), y + u * math.sin(a) - out * math.cos(a), high + 0.95, turn) for u in np.arange(-2.9, 3.0, 1.45)], wide=0.85)
    for sx, sy in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
        x, ty = sx * half, y + sy * half
        top = high + (2.4 if not fairy else 4.2)
        drum(b, x, ty, 1.25, 6.0 if fairy else 0, top, part="turrets")
        crown(b, x, ty, 1.25, top)
        if roofed:
            cone(b, x, ty, 1.25, top + 0.75)
    if fairy:
        drum(b, 0, y + 1, 2.1, high, high + 8, part="turrets")
        crown(b, 0, y + 1, 2.1, high + 8)
        cone(b, 0, y + 1, 2.1, high + 8.75)
    banner(b, 0, y, high + (15.4 if fairy else 0.3), 4.2)
