# SPDX-License-Identifier: GPL-3.0-or-later
"""A torii, a treehouse, poles with wires along a road."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, displace, join, lathe, move, rotate, rounded_profile, smooth_path, sphere, sweep
from diorama_stage.kit.build import vertices
from diorama_stage.kit.parts import add_rod, rods, slab
from diorama_stage.props.nature.trees import tree
from diorama_stage.props.registry import prop


@prop("torii")
def torii(spec: Spec, b: Builder) -> None:
    """The gate of a shrine: two leaning round posts, a tie beam, an upswept lintel with a black cap, a tablet between."""
    b.slot("body", "paint", "#c8371f", finish=("satin",))
    b.slot("cap", "paint", "#1c1a1a", role="trim")
    b.slot("stone", "stone", "#8b8880", role="trim")
    b.slot("gold", "gold_leaf", "#c9a24a", role="fixed")
    half, tall = 1.9, 4.3
    for s in (-1, 1):
        b.add(
            sweep([(s * (half + 0.14), 0, 0), (s * (half + 0.07), 0, tall / 2), (s * half, 0, tall)], np.array((0.2, 0.185, 0.17)), sides=40), "body", "posts"
        )
        b.add(
            move(lathe(rounded_profile([(0, 0), (0.32, 0), (0.3, 0.28), (0.23, 0.36), (0.215, 0.62), (0, 0.62)], 0.03), segments=48), s * (half + 0.14), 0, 0),
            "cap" if b.spec.seed % 2 else "stone",
            "feet",
        )
        b.add(join([box(0.12, 0.36, 0.16, bevel=0.015, at=(s * (half + 0.02 + k * 0.23), 0, tall - 0.98)) for k in (-1, 1)]), "body", "wedges")
    b.add(box(2 * half + 1.3, 0.2, 0.34, bevel=0.02, at=(0, 0, tall - 1.08)), "body", "tie")
    for wide, low, high, deep, slot in ((half + 1.05, tall, tall + 0.3, 0.34, "body"), (half + 1.2, tall + 0.3, tall + 0.5, 0.44, "cap")):
        u = np.linspace(-1, 1, 40)
        rise = 0.42 * np.abs(u) ** 2.6
        outline = [*zip(u * (wide - 0.08), low + rise, strict=True), *zip(u[::-1] * wide, high + rise[::-1], strict=True)]
        b.add(slab(outline, deep, bevel=0.02), slot, "lintel")
    b.add(box(0.5, 0.16, 0.75, bevel=0.02, at=(0, -0.05, tall - 0.73)), "cap", "tablet")
    b.add(box(0.3, 0.02, 0.52, bevel=0.005, at=(0, -0.14, tall - 0.62)), "gold", "tablet")


@prop("treehouse")
def treehouse(spec: Spec, b: Builder) -> None:
    """A hut of boards on a platform in an old oak: struts to the trunk, a railing, a window, a tin roof, a ladder of rope."""
    tree(Spec("tree", spec.seed), b)
    for leaves in b._parts.get("leaves", ()):
        _clear(leaves, (-1.9, -9.0, 0.0), (1.9, -0.25, 4.75))
    b.slot("boards", "wood", b.choose("#a5794c", "#8f6b47", "#9a8362"), role="trim")
    b.slot("roof", "rust", "#7d5a44", role="trim")
    b.slot("rope", "burlap", "#c2a878", role="fixed")
    b.slot(
        "glass",
        "emission" if spec.has("lit") else "glass",
        "#ffd48a" if spec.has("lit") else "#9fb4bd",
        role="fixed",
        params={"strength": 3.0} if spec.has("lit") else {},
    )
    floor, half, front = 2.5, 1.15, -1.75
    planks = [
        box(0.19, 2.5, 0.045, bevel=0.006, at=(x, front + 1.0, floor + 0.004 * (k % 3))) for k, x in enumerate(np.linspace(-half - 0.25, half + 0.25, 14))
    ]
    planks += [box(2 * half + 0.7, 0.12, 0.16, bevel=0.01, at=(0, y, floor - 0.16)) for y in (front + 0.05, front + 1.9)]
    b.add(join(planks), "boards", "platform")
    for s in (-1, 1):
        add_rod(b, "boards", (s * 0.28, -0.2, floor - 1.15), (s * half * 0.9, front + 0.1, floor - 0.1), 0.065, "struts")
    _hut(b, half * 0.78, front + 0.55, front + 2.05, floor + 0.045)
    rail = [(x, front - 0.2, floor) for x in np.linspace(-half - 0.25, half + 0.25, 8)]
    b.add(
        join(
            [
                rods([(p, (p[0], p[1], floor + 0.75)) for p in rail if abs(p[0] - 0.75) > 0.25], 0.022),
                rods([((-half - 0.28, front - 0.2, floor + z), (0.45, front - 0.2, floor + z)) for z in (0.42, 0.76)], 0.025),
            ]
        ),
        "boards",
        "railing",
    )
    x, y = 0.78, front - 0.32
    ropes = [
        sweep(
            smooth_path(
                [(x + s * 0.17, front - 0.24, floor + 0.05), (x + s * 0.17, y, floor - 0.2), (x + s * 0.18, y + 0.03, 1.2), (x + s * 0.17, y - 0.02, 0.05)], 40
            ),
            0.014,
            sides=10,
        )
        for s in (-1, 1)
    ]
    b.add(join(ropes), "rope", "ladder")
    b.add(rods([((x - 0.21, y, z), (x + 0.21, y, z)) for z in np.arange(0.3, floor - 0.1, 0.3)], 0.021), "boards", "rungs")


def _clear(object, low, high) -> None:
    """Take away what lies between two corners: the boughs that were sawn off to make room."""
    import bmesh

    work = bmesh.new()
    work.from_mesh(object.data)
    at = vertices(object)
    work.verts.ensure_lookup_table()
    gone = [work.verts[i] for i in np.flatnonzero(((at > low) & (at < high)).all(axis=1))]
    bmesh.ops.delete(work, geom=gone, context="VERTS")
    work.to_mesh(object.data)
    work.free()


def _hut(b: Builder, half: float, front: float, back: float, z: float) -> None:
    """Walls of upright boards, none quite as long as the next, a door, a window with a cross, a roof that slopes to the back."""
    tall = 1.55
    boards = []
    for x in np.arange(-half, half + 0.01, 0.155):
        if abs(x - 0.42) > 0.27:
            boards.append(box(0.145, 0.03, tall + 0.3 + b.rng.uniform(-0.03, 0.02), bevel=0.005, at=(x, front, z)))
        else:
            boards.append(box(0.145, 0.03, 0.35, bevel=0.005, at=(x, front, z + tall - 0.03)))
        boards.append(box(0.145, 0.03, tall, bevel=0.005, at=(x, back, z)))
    for y in np.arange(front, back + 0.01, 0.155):
        lift = 0.3 * (back - y) / (back - front)
        boards += [box(0.03, 0.145, tall + lift, bevel=0.005, at=(s * half, y, z)) for s in (-1, 1)]
    b.add(join(boards), "boards", "hut")
    b.add(rotate_door(box(0.5, 0.03, tall - 0.06, bevel=0.006), 0.42 - 0.25, front - 0.01, z), "boards", "door")
    frame = [box(0.5, 0.05, 0.05, bevel=0.006, at=(-0.32, front - 0.02, z + h)) for h in (0.65, 1.1)] + [
        box(0.045, 0.05, 0.5, bevel=0.006, at=(-0.32 + dx, front - 0.02, z + 0.65)) for dx in (-0.23, 0, 0.23)
    ]
    b.add(join(frame), "boards", "window frame")
    b.add(box(0.44, 0.012, 0.42, bevel=0, at=(-0.32, front - 0.018, z + 0.68)), "glass", "window")
    pitch = np.degrees(np.arctan2(0.3, back - front))
    sheet = box(2 * half + 0.4, back - front + 0.55, 0.03, bevel=0.004)
    ribs = [box(0.04, back - front + 0.55, 0.05, bevel=0.01, at=(x, 0, 0)) for x in np.arange(-half - 0.15, half + 0.16, 0.12)]
    b.add(move(rotate(join([sheet, *ribs]), -pitch), 0, (front + back) / 2, z + tall + 0.17), "roof")


def rotate_door(door, x: float, y: float, z: float):
    """A door hinged at its left edge, ajar."""
    return move(rotate(move(door, 0.25, 0, 0), 0, 0, -28), x, y, z)


@prop("telegraph_pole")
def telegraph_pole(spec: Spec, b: Builder) -> None:
    """A tarred pole with two cross-arms, glass insulators and stays, wires that run out to either side."""
    b.slot("pole", "bark", "#5b4634")
    b.slot("arms", "wood", "#6d5238", role="trim")
    b.slot("insulators", "porcelain", b.choose("#e9e6dc", "#8fc0b4"), role="fixed")
    b.slot("wires", "iron", "#2a2a2b", role="fixed")
    tall = 7.6
    b.add(displace(sweep([(0, 0, -0.1), (0.02, 0, tall / 2), (0.0, 0.01, tall)], np.array((0.15, 0.13, 0.1)), sides=36), 0.008, 0.3, seed=spec.seed), "pole")
    glass, wires = [], []
    for z, half in ((tall - 0.45, 1.05), (tall - 1.15, 0.85)):
        b.add(box(2 * half, 0.1, 0.12, bevel=0.012, at=(0, -0.12, z)), "arms")
        for s in (-1, 1):
            add_rod(b, "arms", (s * half * 0.6, -0.12, z), (0, -0.1, z - 0.55), 0.018, "braces")
            for k in (0.35, 0.65, 0.94):
                x = s * half * k
                glass += [
                    move(
                        lathe(
                            rounded_profile([(0, 0), (0.02, 0), (0.045, 0.04), (0.045, 0.075), (0.03, 0.085), (0.04, 0.11), (0.025, 0.15), (0, 0.155)], 0.006),
                            segments=20,
                        ),
                        x,
                        -0.12,
                        z + 0.12,
                    )
                ]
                t = np.linspace(-1, 1, 24)
                wires.append(sweep(np.stack([np.full(24, x), -0.12 + 14 * t, z + 0.22 - 0.9 * np.abs(t) * (2 - np.abs(t)) * 0.5], axis=1), 0.006, sides=5))
    b.add(join(glass), "insulators")
    b.add(join(wires), "wires", beyond=True)
    b.add(join([cylinder(0.105, 0.02, bevel=0.004, at=(0, 0, tall)), sphere(0.02, at=(0, 0, tall + 0.02))]), "arms", "top")
