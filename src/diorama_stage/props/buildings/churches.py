# SPDX-License-Identifier: GPL-3.0-or-later
"""Churches: a nave with buttresses and stained lancets under a slated roof, a tower with a spire before it; a cathedral has two towers and a rose window."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, extrude, from_geometry, join, lathe, move, rotate
from diorama_stage.kit.parts import repeated, rods, tint
from diorama_stage.props.buildings.masonry import case, courses, flat, placed, ring, upright, wall_box
from diorama_stage.props.buildings.towers import cross, doorway, square_tower, stone_slots
from diorama_stage.props.registry import prop

JEWELS = ((0.05, 0.12, 0.42), (0.42, 0.04, 0.04), (0.5, 0.32, 0.05), (0.05, 0.26, 0.14), (0.22, 0.07, 0.3), (0.3, 0.42, 0.5))


@prop("church")
def church(spec: Spec, b: Builder) -> None:
    stone_slots(b)
    grand = spec.is_a("cathedral")
    b.slot("stained", *(("emission", "#ffab52") if spec.has("lit") else ("lacquer", "#ffffff")), role="fixed", **({"params": {"strength": 2.2}} if spec.has("lit") else {}))
    half, wall, ridge, back = (5.4, 8.4, 15.2, 14.0) if grand else (4.2, 5.6, 10.6, 10.5)
    nave(b, half, wall, ridge, -6.4, back)
    if grand:
        for x in (-half + 0.4, half - 0.4):
            square_tower(b, x, -7.2, 4.6, 19.0, head="spire" if spec.is_a("spire") else "merlons")
        front(b, half, wall + 4.5, -8.6)
    else:
        square_tower(b, 0, -8.4, 4.8, 14.0, head="spire", clock=b.choose(True, False), spire=2.4)
        doorway(b, 0, -10.85, 1.5, 1.8)


def nave(b: Builder, half: float, wall: float, ridge: float, y0: float, y1: float) -> None:
    """The long house: walls and gables of stone, the slated roof, bays of buttress and lancet."""
    long, middle = y1 - y0, (y0 + y1) / 2
    wall_box(b, 0, middle, 2 * half, long, 0, wall, part="nave", sides=(90, 270))
    slope = (ridge - wall) / half
    gable = rotate(extrude([(-half, 0), (half, 0), (half, wall), (0, ridge), (-half, wall)], long, bevel=0), 90)
    b.add(tint(move(gable, 0, y1, 0), lambda p: np.full(len(p), 0.6)), "walls", "nave")
    within = lambda z: (max(0.0, (z - wall) / slope), min(2 * half, 2 * half - (z - wall) / slope))  # noqa: E731
    for y, turn, x in ((y0, 0, -half), (y1, 180, half)):
        b.add(courses(b, flat(x, y, turn), 2 * half, 0, ridge - 0.6, top=within), "walls", "nave")
        for s in (-1, 1):
            run = math.hypot(half + 0.5, (half + 0.5) * slope)
            cope = rotate(box(run, 0.55, 0.26, bevel=0.05, segments=1, at=(run / 2, 0, 0)), 0, math.degrees(math.atan(slope)))
            b.add(move(rotate(cope, 0, 0, 0 if s < 0 else 180), s * (half + 0.5), y, wall - 0.5 * slope + 0.12), "trim", "copings")
    roof(b, half, wall, ridge, y0 + 0.25, y1 - 0.25)
    bays = round(long / 3.6)
    for k in range(bays + 1):
        y = y0 + 0.5 + (long - 1.0) * k / bays
        for s in (-1, 1):
            buttress(b, s, half, y, wall)
            if k < bays:
                lancet(b, s * half, y + (long - 1.0) / bays / 2, 1.7, 1.15, wall * 0.4, 90 * s)
    b.add(join([box(2 * half + 0.3, long + 0.3, 0.5, bevel=0.1, segments=1, at=(0, middle, 0)), box(2 * half + 0.4, long - 0.1, 0.2, bevel=0.05, segments=1, at=(0, middle, wall - 0.25))]), "trim", "plinth")
    cross(b, 0, y1, ridge + 0.3)


def roof(b: Builder, half: float, wall: float, ridge: float, y0: float, y1: float) -> None:
    """Two slopes of slates and the ridge's stones."""
    slope = math.hypot(half, ridge - wall)
    c, s = half / slope, (ridge - wall) / slope
    eave = 0.45
    for side in (-1, 1):
        place = lambda u, z, out, side=side: np.stack([side * (half + c * (eave - z) + s * (out + 0.1)), (y0 + u) if side > 0 else (y1 - u), wall + s * (z - eave) + c * (out + 0.1)], axis=-1)  # noqa: E731
        b.add(courses(b, place, y1 - y0, 0, slope + eave, course=0.3, long=0.38, proud=0.035), "roof", "roof")
        deck = [(side * (half + c * eave), y, wall - s * eave) for y in (y0, y1)] + [(0, y, ridge) for y in (y1, y0)]
        b.add(from_geometry("deck", [*deck, *[(x, y, z + 0.1) for x, y, z in deck]], [(0, 1, 2, 3), (7, 6, 5, 4), (0, 4, 5, 1)], smooth=None), "roof", "roof")
    b.add(join([box(0.34, 0.5, 0.2, bevel=0.06, segments=1, at=(0, y, ridge + 0.06)) for y in np.arange(y0 + 0.25, y1, 0.52)]), "roof", "ridge")


def buttress(b: Builder, side: int, half: float, y: float, wall: float) -> None:
    """Two stages, each under a sloped weathering."""
    for deep, low, high in ((1.15, 0.0, wall * 0.48), (0.7, wall * 0.48, wall * 0.82)):
        x = side * (half + deep / 2 - 0.02)
        wall_box(b, x, y, deep, 0.75, low, high, part="buttresses", sides=(0, 90 if side > 0 else 270), long=0.6)
        cap = rotate(extrude([(0, 0), (deep + 0.08, 0), (0, 0.75)], 0.83, bevel=0.02, segments=1), 90)
        b.add(placed(move(cap, 0, 0.415, 0), side * half, y, high, 0 if side > 0 else 180), "trim", "buttresses")


def lancet(b: Builder, x: float, y: float, z: float, wide: float, tall: float, turn: float) -> None:
    """A pair of lights under one pointed head: leaded panes of many colours, a mullion, a hood mould."""
    outline = case(wide, tall, pointed=True, n=11)
    b.add(placed(move(panes(b, np.array(outline), wide, tall + wide * 0.85), 0, -0.06, 0), x, y, z, turn), "stained", "windows")
    leads = [((u, -0.075, 0), (u, -0.075, tall + 0.3)) for u in np.linspace(-wide / 2, wide / 2, 7)[1:-1]] + [((-wide / 2, -0.075, h), (wide / 2, -0.075, h)) for h in np.arange(0.22, tall, 0.22)]
    b.add(placed(rods(leads, 0.014, sides=4), x, y, z, turn), "metal", "windows")
    b.add(placed(box(0.11, 0.2, tall + wide * 0.55, bevel=0.02, segments=1, at=(0, -0.05, 0)), x, y, z, turn), "trim", "windows")
    b.add(placed(ring(outline, 0.2, 0.2), x, y, z, turn), "trim", "windows")
    b.add(placed(box(wide + 0.6, 0.45, 0.17, bevel=0.04, segments=1, at=(0, -0.06, -0.17)), x, y, z, turn), "trim", "windows")


def panes(b: Builder, outline: np.ndarray, wide: float, high: float):
    """Small panes that fill an outline (x, z), each of a jewel's colour, in a pattern that is the same left and right."""
    cells, tones = [], []
    right = outline[outline[:, 0] >= 0]
    right = right[np.argsort(right[:, 1], kind="stable")]
    reach = lambda z: float(np.interp(z, right[1:, 1], right[1:, 0]))  # noqa: E731
    n, rows = 8, max(8, round(high / 0.2))
    pattern = [[b.rng.choice(JEWELS) for _ in range(n // 2)] for _ in range(6)]
    for r in range(rows):
        z0, z1 = high * r / rows, high * (r + 1) / rows
        for k in range(n):
            u0, u1 = -wide / 2 + wide * k / n, -wide / 2 + wide * (k + 1) / n
            clip = lambda u, z: float(np.clip(u, -reach(z), reach(z)))  # noqa: E731
            cells.append([(clip(u0, z0), 0, z0), (clip(u1, z0), 0, z0), (clip(u1, z1), 0, z1), (clip(u0, z1), 0, z1)])
            tones.append(np.array(pattern[r % 6][min(k, n - 1 - k)]) * b.rng.uniform(0.6, 1.5))
    made = repeated(np.array(cells), [(0, 1, 2, 3)], smooth=None)
    return made if b.spec.has("lit") else tint(made, lambda _: np.repeat(np.array(tones), 4, axis=0))


def front(b: Builder, half: float, high: float, y: float) -> None:
    """A cathedral's west front between its towers: the great door, a gallery of small arches, the rose."""
    wide = 2 * half - 4.4
    wall_box(b, 0, y + 1.2, wide, 2.4, 0, high, part="front", sides=(0,))
    doorway(b, 0, y - 0.06, 2.1, 2.5)
    r, z = wide * 0.36, high - wide * 0.36 - 1.0
    circle = [(r * math.sin(t), r - r * math.cos(t)) for t in np.linspace(0, 2 * math.pi, 49)[:-1]]
    b.add(placed(tint(upright(circle, 0.08, bevel=0), lambda p: np.full((len(p), 3), JEWELS[0])), 0, y, z - r), "stained", "rose")
    rim = rotate(lathe([(r * 0.96, 0), (r * 1.16, 0), (r * 1.16, 0.3), (r * 1.05, 0.3), (r * 0.96, 0.14)], segments=64), 90)
    b.add(placed(rim, 0, y, z), "trim", "rose")
    spokes = np.linspace(0, 2 * math.pi, 13)[:-1]
    b.add(rods([((0.25 * r * math.cos(t), y - 0.1, z + 0.25 * r * math.sin(t)), (r * math.cos(t), y - 0.1, z + r * math.sin(t))) for t in spokes], 0.06, sides=6), "trim", "rose")
    for q in (0.25, 0.62):
        b.add(placed(rotate(lathe([(q * r - 0.05, 0), (q * r + 0.05, 0), (q * r + 0.05, 0.16), (q * r - 0.05, 0.16), (q * r - 0.05, 0)], segments=40), 90), 0, y, z), "trim", "rose")
    for x in np.arange(-wide / 2 + 0.5, wide / 2 - 0.3, 0.8):
        b.add(placed(ring(case(0.5, 0.7, pointed=True), 0.1, 0.2), x, y, 5.0), "trim", "gallery")
        b.add(placed(upright(case(0.5, 0.7, pointed=True), 0.08, bevel=0), x, y, 5.0), "glass", "gallery")
    b.add(join([box(wide, 0.5, 0.25, bevel=0.05, segments=1, at=(0, y, h)) for h in (4.7, 6.2, high)]), "trim", "front")
