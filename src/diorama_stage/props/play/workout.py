# SPDX-License-Identifier: GPL-3.0-or-later
"""Exercise: a yoga mat, a jump rope, a boxing glove, an archery target."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, field, from_geometry, lathe, move, rotate, rounded_profile, smooth_path, sweep
from diorama_stage.kit.growth import Growth
from diorama_stage.kit.parts import rod, tint
from diorama_stage.kit.sculpt import Clay, Part
from diorama_stage.kit.seams import Skin, ribbon, sheet, thread
from diorama_stage.props.registry import prop


def _spiral(inner: float, pitch: float, turns: float, count: int = 200) -> np.ndarray:
    """A roll's section (count, 2) from its outside, which touches z = 0 at x = 0, to its middle."""
    a = np.linspace(0, 2 * math.pi * turns, count)
    r = inner + pitch * (turns - a / (2 * math.pi))
    outer = inner + pitch * turns
    return np.column_stack([r * np.sin(a), outer - r * np.cos(a)])


@prop("yoga_mat")
def yoga_mat(spec: Spec, b: Builder) -> None:
    """A mat of soft foam, half unrolled; rolled up it lies tied with a strap."""
    wide, thick = 0.61, 0.006
    b.slot("body", "foam", b.choose("#6d4f96", "#2f7d78", "#3a6ea8", "#b0587a", "#5a7d3a"))
    rolled = spec.has("rolled")
    roll = _spiral(0.016, 0.0072, 5.2 if not rolled else 7.6, 260)
    flat = np.column_stack([np.linspace(-1.02, 0, 60), np.full(60, 0.0)]) if not rolled else roll[:1]
    section = np.concatenate([flat[:-1], roll]) + (0, thick / 2)
    y = np.linspace(-wide / 2, wide / 2, 9)
    grid = np.stack([np.column_stack([section[:, 0], np.full(len(section), v), section[:, 1]]) for v in y], axis=1)
    grid[: len(flat), :, 2] += 0.012 * np.clip(1 - (np.arange(len(flat)) / 6), 0, 1)[:, None] ** 2  # its end will not lie quite flat
    mat = sheet(grid, thick, smooth=50)
    b.add(tint(mat, lambda p: 1 + 0.05 * field(p, 0.05, seed=spec.seed)), "body")
    if rolled:
        b.slot("strap", "cotton", "#26262a", role="trim")
        outer = 0.016 + 0.0072 * 7.6 + thick / 2
        for v in (-0.14, 0.14):
            a = np.linspace(0, 2 * math.pi, 60)
            b.add(
                ribbon(
                    np.column_stack([(outer + 0.001) * np.sin(a), np.full(60, v), outer - thick / 2 + 0.003 - (outer + 0.001) * np.cos(a)]),
                    (0, 1, 0),
                    0.03,
                    0.002,
                ),
                "strap",
            )
    for objects in b._parts.values():
        for o in objects:
            rotate(o, 0, 0, -90 if not rolled else 20)


@prop("jump_rope")
def jump_rope(spec: Spec, b: Builder) -> None:
    """A rope in loose loops between two turned handles."""
    b.slot("rope", b.choose("cotton", "plastic"), b.choose("#e9e2cf", "#c23a2a", "#2a5fae", "#232326"))
    b.slot("handles", "wood", b.choose("#c48a4a", "#b3261e", "#2a62b0"), role="trim", finish=("glossy",))
    r = 0.0042
    ends = [(np.array((-0.17, -0.14, 0.0155)), math.radians(202)), (np.array((0.13, -0.17, 0.0155)), math.radians(300))]
    a = np.linspace(0, 1, 60)
    loops = [
        (
            0.17 * (1 - 0.25 * t) * math.cos(2.6 * math.pi + 4.4 * math.pi * t) + 0.02 * t,
            0.1 + 0.12 * (1 - 0.25 * t) * math.sin(2.6 * math.pi + 4.4 * math.pi * t),
            r + 0.0085 * math.floor(2.2 * t) * (0.4 + 0.6 * math.sin(9 * t) ** 2),
        )
        for t in a
    ]
    path = smooth_path(
        [ends[0][0], (-0.09, -0.1, 0.012), (-0.02, -0.06, r), (0.05, 0.0, r), *loops[3:-3], (0.13, 0.03, 0.018), (0.09, -0.08, r), ends[1][0]], 500
    )
    b.add(sweep(path, r, sides=10), "rope")
    profile = rounded_profile(
        [(0, 0), (0.0085, 0.0), (0.0095, 0.012), (0.0115, 0.05), (0.0125, 0.09), (0.0145, 0.115), (0.0155, 0.128), (0.012, 0.137), (0, 0.139)], 0.003
    )
    for at, turn in ends:
        handle = rotate(lathe(profile, segments=40, smooth=60), 0, 90, math.degrees(turn))
        b.add(move(handle, *at), "handles")
        grip = rotate(lathe([(0.0118, 0.05), (0.0126, 0.053), (0.0132, 0.087), (0.0126, 0.09)], segments=40), 0, 90, math.degrees(turn))
        b.slot("bands", "lacquer", "#f1ede2", role="fixed")
        b.add(move(grip, *at), "bands")


def _mitt(cell: float = 0.0032):
    """A boxing glove upright on its cuff, its knuckles to -Y, its thumb to +X: vertices and quads."""
    at = lambda *rows: np.array(rows, float)  # noqa: E731
    parts = [
        Part(at((0, 0.006, -0.05, 0.058), (0, 0.004, 0.09, 0.06)), 0.01, thin=np.array((0, 0.86, 0))),
        Part(at((0, 0.004, 0.14, 0.066), (0, -0.004, 0.19, 0.076), (0, -0.014, 0.225, 0.072)), 0.03, thin=np.array((0, 0.9, 0))),
        Part(at((-0.036, -0.034, 0.25, 0.042), (0.032, -0.034, 0.25, 0.042)), 0.04),
        Part(at((-0.036, -0.066, 0.205, 0.036), (0.026, -0.066, 0.205, 0.036)), 0.03),
        Part(at((-0.07, -0.062, 0.178, 0.012), (0.07, -0.062, 0.178, 0.012)), 0.012, cut=True),
        Part(at((0.066, -0.002, 0.115, 0.026), (0.094, -0.03, 0.16, 0.03), (0.092, -0.066, 0.2, 0.026), (0.078, -0.084, 0.214, 0.02)), 0.006),
    ]
    return Clay(parts, cell, floor=0.0).skin(4)


@prop("boxing_glove")
def boxing_glove(spec: Spec, b: Builder) -> None:
    """Padded leather over the knuckles, a thumb sewn to its side, a laced cuff with a white band."""
    b.slot("body", "leather", b.choose("#b01a1a", "#a3161c", "#1c3f8a", "#17171a"), finish=("glossy",))
    b.slot("cuff", "leather", "#f0ece2", role="trim")
    b.slot("laces", "cotton", "#f3f0e8", role="fixed")
    b.slot("stitches", "cotton", "#241412", role="fixed")
    points, quads = _mitt()
    creases = lambda p: 1 - 0.25 * np.clip(field(p, 0.02, seed=spec.seed), 0, 1) * np.clip((0.13 - p[:, 2]) / 0.05, 0, 1)  # noqa: E731
    glove = b.add(tint(from_geometry("glove", points, quads, smooth=180), creases), "body")
    skin = Skin(glove)
    a = np.linspace(0, 2 * math.pi, 90)
    ring = lambda z, lift: _round(skin, a, z, lift)  # noqa: E731
    b.add(sheet(np.stack([ring(z, 0.0022) for z in (0.012, 0.018, 0.04, 0.068, 0.074)]), 0.003, smooth=60), "cuff")
    for z in (0.012, 0.074):
        b.add(sweep(ring(z, 0.0024), 0.0028, sides=8), "body", "piping")
    b.add(thread(ring(0.092, 0.0005), 0.004, 0.0007), "stitches")
    for k in range(5):
        z = 0.018 + 0.0115 * k
        for s in (-1, 1):
            line = np.column_stack([np.linspace(-0.014, 0.014, 10) * s, np.full(10, -0.12), z + np.linspace(-0.005, 0.005, 10)])
            b.add(sweep(skin.cast(line, (0, 1, 0), 0.0058)[0], 0.0016, sides=8), "laces")
    lobe = skin.cast(np.column_stack([np.linspace(-0.05, 0.045, 40), np.full(40, -0.2), 0.168 + 0.004 * np.sin(np.linspace(0, 6, 40))]), (0, 1, 0), 0.0004)[0]
    b.add(thread(lobe, 0.004, 0.0006), "stitches")
    for objects in b._parts.values():
        for o in objects:
            rotate(o, 0, 0, -26)


def _round(skin: Skin, angles: np.ndarray, z: float, lift: float) -> np.ndarray:
    """The skin's outline (n, 3) at a height, felt from outside, `lift` metres off it."""
    return np.concatenate([skin.cast([(0.2 * math.cos(t), 0.2 * math.sin(t), z)], (-math.cos(t), -math.sin(t), 0), lift)[0] for t in angles])


RINGS = ((0.61, "white"), (0.488, "black"), (0.366, "blue"), (0.244, "red"), (0.122, "gold"))
"""Radii of a target's colours, metres, from the outside."""


@prop("archery_target")
def archery_target(spec: Spec, b: Builder) -> None:
    """A round of coiled straw with its printed face on a wooden easel, three arrows in it."""
    b.slot("straw", "straw", "#c9a766")
    for name, colour in (("white", "#f0eee6"), ("black", "#1c1c1e"), ("blue", "#2f8fc8"), ("red", "#d0302a"), ("gold", "#f2cf1c")):
        b.slot(name, "paper", colour, role="fixed")
    b.slot("stand", "pine", "#a8845a", role="trim")
    b.slot("lines", "paper", "#2a2a2a", role="fixed")
    b.slot("arrows", "plastic", "#1f1f22", role="fixed")
    b.slot("feathers", "plastic", b.choose("#f2d02a", "#3fb04a", "#e0562a"), role="fixed")
    made = []
    a = np.linspace(0, 2 * math.pi * 16, 1800)
    spiral = np.column_stack([(0.025 + 0.0388 * a / (2 * math.pi)) * np.cos(a), np.zeros(1800), (0.025 + 0.0388 * a / (2 * math.pi)) * np.sin(a)])
    made.append(b.add(sweep(spiral, 0.0215, sides=8, flat=2.2), "straw"))
    for k, (r, name) in enumerate(RINGS):
        made.append(b.add(move(rotate(cylinder(r, 0.001, bevel=0, segments=128), 90), 0, -0.0485 - 0.0008 * k, 0), name, "face"))
        for edge in (r, r - 0.061):
            made.append(
                b.add(
                    move(
                        rotate(lathe([(edge - 0.0012, 0), (edge - 0.0012, 0.0012), (edge + 0.0012, 0.0012), (edge + 0.0012, 0)], segments=128), 90),
                        0,
                        -0.0488 - 0.0008 * k,
                        0,
                    ),
                    "lines",
                    "face",
                )
            )
    for x, z in ((0.05, -0.03), (-0.14, 0.07), (0.09, 0.17)):
        made += _arrow(b, x, z)
    for o in made:
        move(rotate(o, -12), 0, 0, 1.0)
    for s in (-1, 1):
        b.add(rod((s * 0.52, -0.13, 0), (s * 0.09, 0.24, 1.66), 0.026), "stand")
    b.add(rod((0, 0.82, 0), (0, 0.25, 1.62), 0.026), "stand")
    b.add(box(0.95, 0.04, 0.06, bevel=0.006, at=(0, -0.03, 0.36)), "stand")


def _arrow(b: Builder, x: float, z: float) -> list:
    """An arrow stuck in the face at (x, z): its shaft, nock and three vanes."""
    foot, tail = np.array((x, 0.0, z)), np.array((x + 0.03, -0.62, z + 0.06))
    way = (tail - foot) / np.linalg.norm(tail - foot)
    vanes = Growth()
    side = np.cross(way, (0, 0, 1.0))
    side /= np.linalg.norm(side)
    for k in range(3):
        out = side * math.cos(2.094 * k) + np.cross(way, side) * math.sin(2.094 * k)
        t = np.linspace(0, 1, 12)[:, None]
        low = tail - way * (0.11 - 0.09 * t)
        vanes.sheet(np.stack([low, low + out * (0.026 * np.clip(t * 1.6, 0, 1) * np.clip((1 - t) * 9, 0, 1))], axis=1), 1.0, 0.0008)
    return [b.add(rod(foot, tail, 0.0042, sides=10), "arrows"), b.add(vanes.object("vanes"), "feathers", "arrows")]
