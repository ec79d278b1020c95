# SPDX-License-Identifier: GPL-3.0-or-later
"""Ships that carry: a container ship and a ferry, their bows to the left, afloat at z = 0 of their waterline."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, ellipsoid, join, label_plane, move, rotate
from diorama_stage.kit.parts import add_rod, repeated, rods, slab
from diorama_stage.props.registry import prop
from diorama_stage.props.vehicles.hulls import hull, plan, rail, windows

BOXES = ("#a3372b", "#27567f", "#c98a24", "#3f7d5a", "#8d9296", "#d9d6cc", "#6a3b2a")
"""Paints of shipping containers."""


def slots(b: Builder, colour: str) -> None:
    b.slot("hull", "paint", colour, finish=("satin",))
    b.slot("bottom", "paint", "#7c2a22", role="trim")
    b.slot("house", "paint", "#efeeea", role="trim")
    b.slot("deck", "paint", "#7a4a3a", role="trim", finish=("matte",))
    b.slot("glass", "lacquer", "#18222a", role="fixed")
    b.slot("metal", "steel", "#8d9194", role="fixed")


@prop("cargo_ship")
def cargo_ship(spec: Spec, b: Builder) -> None:
    """A container ship: a long hull over red bottom paint, blocks of containers of many colours, the bridge aft with its funnel and masts."""
    slots(b, b.choose("#1f3550", "#22262b", "#2f5a48", "#8a2a22"))
    length, half = 120.0, 10.0
    hull(b, length, half, [(-5.0, 0.72, 0.0), (-2.5, 0.94, 0.5), (0.0, 1.0, 1.0), (7.0, 1.0, 4.0)], bow=0.2, stern=0.08)
    b.add(box(length * 0.82, 2 * half - 1.2, 0.3, bevel=0.05, at=(4.0, 0, 6.95)), "deck")
    for k, colour in enumerate(BOXES):
        b.slot(f"boxes{k}", "paint", colour, role="fixed", finish=("matte",))
    _containers(b, half)
    aft = 43.0
    for z, w, d, h in ((7.0, 19.0, 12.0, 9.0), (16.0, 18.0, 10.0, 3.0), (19.0, 20.5, 8.5, 2.8)):
        b.add(box(d, w, h, bevel=0.25, at=(aft, 0, z)), "house")
    for z in (9.0, 11.6, 14.2):
        b.add(join([box(0.1, 0.9, 0.9, bevel=0.05, at=(aft - 6.02, y, z)) for y in np.linspace(-8, 8, 9)]), "glass", "windows")
        windows(b, aft - 4.5, aft + 4.5, 9.5, z, 5, (0.9, 0.9))
    b.add(box(0.2, 18.0, 1.1, bevel=0.05, at=(aft - 4.25, 0, 20.0)), "glass", "windows")
    b.add(box(4.0, 4.4, 8.0, bevel=0.5, at=(aft + 8.2, 0, 12.0)), "hull", "funnel")
    b.add(box(4.1, 4.5, 1.4, bevel=0.4, at=(aft + 8.2, 0, 18.2)), "house", "funnel")
    b.add(box(9.0, 14.0, 5.0, bevel=0.3, at=(aft + 9.0, 0, 7.0)), "house")
    mast = [((aft, 0, 21.5), (aft, 0, 28.0)), ((aft, -3, 25.5), (aft, 3, 25.5)), ((-52.0, 0, 9), (-52.0, 0, 17)), ((-52.0, -2, 15), (-52.0, 2, 15))]
    b.add(rods(mast, 0.22, sides=8), "metal", "masts")
    edge = plan(length, half * 0.99, bow=0.2, stern=0.08)
    ahead = np.clip(-edge[:, 0] / 60.0, 0, 1) ** 3
    ring = np.column_stack([edge[:, 0] - 4 * ahead, edge[:, 1], 7.0 + 4.2 * ahead])
    near = ring[ring[:, 0] < -40]
    rail(b, "house", near[np.argsort(near[:, 1])], 1.2, 0.06)
    text = spec.labels[0] if spec.labels else {"text": b.choose("ORIENTAL STAR", "NORTH WIND", "SEA TRADER"), "style": "bold", "colour": {"hex": "#f2f0ea"}}
    b.slot("name", "printed", role="fixed", label=text, params={"transparent": True})
    for s in (-1, 1):
        b.add(move(rotate(label_plane(30, 3.2), 0, 0, 0 if s < 0 else 180), 8, s * (half + 0.04), 3.6), "name")


def _containers(b: Builder, half: float) -> None:
    """Bays of ribbed boxes, each stack as high as the seed has it."""
    corners = np.array([(x, y, z) for x in (-3.0, 3.0) for y in (-1.19, 1.19) for z in (0, 2.5)])
    faces = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (1, 5, 7, 3), (0, 2, 6, 4)]
    places: list[list] = [[] for _ in BOXES]
    for x in np.arange(-41.0, 36.0, 6.6):
        tall = b.rng.choice((3, 4, 4, 5))
        for j in range(7):
            for level in range(tall - (b.rng.random() < 0.35)):
                places[b.rng.randrange(len(BOXES))].append((x, (j - 3) * 2.5, 7.25 + 2.6 * level))
    for k, at in enumerate(places):
        b.add(repeated(corners[None] + np.array(at)[:, None], faces, smooth=None), f"boxes{k}", "containers")
        ribs = np.array([(x + d, y + s * 1.2, z) for x, y, z in at for d in np.linspace(-2.6, 2.6, 9) for s in (-1, 1)])
        thin = corners * (0.035, 0.03, 0.96)
        b.add(repeated(thin[None] + ribs[:, None], faces, smooth=None), f"boxes{k}", "containers")


@prop("ferry")
def ferry(spec: Spec, b: Builder) -> None:
    """A car ferry: a white hull with a coloured band, rows of windows, open decks with rails and lifeboats, a bridge, a funnel with a stripe."""
    slots(b, b.choose("#24507f", "#1f5b4a", "#8f2a26"))
    b.slot("boats", "paint", "#e0641c", role="fixed")
    length, half = 64.0, 7.0
    hull(b, length, half, [(-2.5, 0.8, 0.0), (0.0, 0.97, 0.6), (4.4, 1.0, 2.0)], bow=0.24, stern=0.07)
    for z, x0, x1, w in ((4.4, -24.0, 30.5, 6.8), (7.2, -21.0, 28.0, 6.7), (10.0, -18.0, 12.0, 5.0)):
        front = [(x0 - 1.0, z), (x1, z), (x1, z + 2.8), (x0 + 0.4, z + 2.8)]
        b.add(slab(front, 2 * w, bevel=0.2), "house")
        b.add(box(x1 - x0 + 1.2, 2 * w + 0.5, 0.18, bevel=0.05, at=((x0 + x1) / 2, 0, z + 2.72)), "house", "decks")
        windows(b, x0 + 1.6, x1 - 1.6, w, z + 0.95, int((x1 - x0) / 2.1), (1.2, 1.0))
    b.add(box(54, 2 * 6.82, 0.5, bevel=0.05, at=(3, 0, 4.5)), "hull", "band")
    b.add(slab([(-17.5, 12.8), (-10.0, 12.8), (-10.0, 15.4), (-16.4, 15.4)], 11.4, bevel=0.25), "house", "bridge")
    b.add(slab([(-17.6, 13.7), (-10.6, 13.7), (-10.6, 14.8), (-16.9, 14.8)], 11.46, bevel=0.05), "glass", "windows")
    stack = [(7.0, 12.8), (12.0, 12.8), (11.5, 18.2), (8.2, 18.2)]
    b.add(slab(stack, 3.4, bevel=0.4), "hull", "funnel")
    b.add(slab([(7.3, 14.6), (11.95, 14.6), (11.8, 16.0), (7.6, 16.0)], 3.46, bevel=0.1), "house", "funnel")
    for s in (-1, 1):
        for x in (-4.0, 4.0, 19.0):
            b.add(ellipsoid(2.5, 0.95, 0.95, at=(x, s * 5.9, 11.2), segments=24), "boats")
            b.add(
                join(
                    [box(0.2, 1.4, 0.2, bevel=0.03, at=(x + d, s * 5.3, 12.2)) for d in (-1.7, 1.7)]
                    + [box(0.2, 0.2, 2.4, bevel=0.03, at=(x + d, s * 4.9, 10.0)) for d in (-1.7, 1.7)]
                ),
                "metal",
                "davits",
            )
        rail(b, "house", [(x, s * 6.6, 10.0) for x in np.arange(13.0, 28.5, 1.5)], 1.1, 0.05)
        rail(b, "house", [(x, s * 4.9, 12.8) for x in np.arange(-9.0, 12.5, 1.5)], 1.1, 0.05)
    for x, z0, z1 in ((-13.5, 15.4, 21.0), (26.0, 10.0, 15.0)):
        add_rod(b, "metal", (x, 0, z0), (x, 0, z1), 0.16, "masts")
    b.add(cylinder(0.9, 0.3, bevel=0.1, at=(-13.5, 0, 18.4)), "house", "radar")
    text = spec.labels[0] if spec.labels else {"text": b.choose("ISLAND QUEEN", "CALEDONIA", "ST CLARE"), "style": "bold", "colour": {"hex": "#f2f0ea"}}
    b.slot("name", "printed", role="fixed", label=text, params={"transparent": True})
    for s in (-1, 1):
        b.add(move(rotate(label_plane(16, 2.0), 0, 0, 0 if s < 0 else 180), 2, s * (half + 0.03), 2.4), "name")
