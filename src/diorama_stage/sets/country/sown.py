# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants of fields, each whole in one tinted mesh, standing on the origin: sunflowers, tulips, maize, vines, rape.

Near the lens with all their florets, far off with few.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable

import bpy
import numpy as np

from diorama_stage.kit.growth import Growth, frames, leaf, unit, upon
from diorama_stage.kit.mesher import mesh
from diorama_stage.kit.nodes import linear
from diorama_stage.props.nature import blooms
from diorama_stage.sets.country.plants import foliage

GREEN = np.array(linear("#5f7f35")[:3])
Plant = Callable[[random.Random, bool, str], Growth]
"""Random numbers, True for one near the lens, the colour of its blossom (hex) → the plant, in metres."""


def grown(plant: Plant, seed: int, *, near: bool, colours: tuple[str, ...], variants: int = 3) -> list[bpy.types.Object]:
    """`variants` plants of each colour as objects."""
    paint = foliage("#ffffff", rough=0.6, shine=0.15)
    made = []
    for k, colour in enumerate(c for c in colours for _ in range(variants)):
        growth = plant(random.Random(f"{seed}:{k}:{near}"), near, colour)
        verts, tints = np.concatenate(growth.verts), np.concatenate(growth.tints)
        faces = np.concatenate([f if f.shape[1] == 4 else np.column_stack([f, f[:, -1]]) for f in growth.faces])
        made.append(mesh("crop", verts, faces, smooth=True, material=paint, colours=tints))
    return made


def _head(into: Growth, head: blooms.Head, at, axes, colour: str) -> None:
    """A bloom's slots, each in its colour, as parts of one mesh."""
    for slot, growth in head.items():
        into.put(growth, at, axes, 1.0, np.array(linear(colour)[:3]) if slot.startswith("petals") else GREEN if slot == "green" else 1.0)


def sunflower(rng: random.Random, near: bool, colour: str) -> Growth:
    """A stem of a man's height, a nodding head that looks along -Y, heart-shaped leaves up the stem."""
    plant = Growth()
    tall = rng.uniform(1.25, 1.6)
    lean = rng.uniform(-0.06, 0.06)
    t = np.linspace(0, 1, 9)[:, None]
    stem = np.hstack([lean * t**2, -0.14 * t**4, tall * (t - 0.02 * t**6)])
    plant.tube(stem, np.linspace(0.016, 0.011, 9), 6, GREEN)
    shape = leaf(0.8, fold=0.12, curl=0.35, rows=8, columns=5, wave=0.04, base=0.5, point=2.0)
    count = 9 if near else 5
    at = np.array([stem[min(2 + k * 6 // count, 8)] for k in range(count)])
    angle = np.array([2.4 * k + rng.uniform(-0.3, 0.3) for k in range(count)])
    ways = np.stack([np.cos(angle), np.sin(angle), np.full(count, 0.15)], axis=1)
    plant.copies(shape, at, frames(ways), np.array([rng.uniform(0.2, 0.34) * (1.25 if not near else 1) for _ in range(count)]), GREEN * rng.uniform(0.8, 1.2))
    look = unit((lean * 2 + rng.uniform(-0.25, 0.25), -1.0, rng.uniform(0.1, 0.55)))
    size = rng.uniform(0.115, 0.15)
    if near:
        _head(plant, blooms.sunflower(rng, size), stem[-1] + look * 0.03, upon(look), colour)
    else:
        _disc(plant, stem[-1] + look * 0.03, upon(look), size * 1.1, colour, (0.09, 0.045, 0.015))
    return plant


def _disc(plant: Growth, at, axes, size: float, colour: str, middle) -> None:
    """A bloom seen from afar: a ring of petals about a dark disc, a handful of faces."""
    flower = Growth()
    angle = np.linspace(0, 2 * math.pi, 25)
    rim = np.where(np.arange(25) % 2 == 0, 1.0, 0.62)
    ring = lambda r, z: np.stack([np.cos(angle) * r, np.sin(angle) * r, np.full(25, z)], axis=1)  # noqa: E731
    flower.sheet(np.stack([ring(size * 0.48 * np.ones(25), 0.0), ring(size * rim, size * 0.12)]), np.broadcast_to(np.array(linear(colour)[:3]), (2, 25, 3)))
    flower.sheet(np.stack([ring(np.full(25, 1e-4), size * 0.1), ring(size * 0.5 * np.ones(25), 0.01)]), np.broadcast_to(np.array(middle), (2, 25, 3)))
    plant.put(flower, at, axes)


def tulip(rng: random.Random, near: bool, colour: str) -> Growth:
    """A cup on a stem, three clasping leaves."""
    plant = Growth()
    tall = rng.uniform(0.34, 0.44)
    bow = rng.uniform(-0.03, 0.03)
    t = np.linspace(0, 1, 7)[:, None]
    stem = np.hstack([bow * t**2, bow * 0.6 * t**2, tall * t])
    plant.tube(stem, 0.0045, 5, GREEN * 1.2)
    for k in range(3 if near else 2):
        a = 2.1 * k + rng.uniform(0, 1)
        out = np.array((math.cos(a), math.sin(a), 0.0))
        s, u = np.linspace(0, 1, 7)[:, None], np.linspace(-1, 1, 3)[None, :]
        spine = out * (0.03 + 0.1 * s**1.5) + np.array((0, 0, 1.0)) * (0.02 + rng.uniform(0.2, 0.27) * s * (1 - 0.12 * s**3))
        half = 0.022 * np.sin(np.pi * (0.1 + 0.9 * s)) ** 0.7 + 0.0005
        side = np.array((-math.sin(a), math.cos(a), 0.0))
        grid = spine[:, None, :] + (u * half)[..., None] * side - (np.abs(u) * half * 0.5)[..., None] * out
        plant.sheet(grid, np.broadcast_to(GREEN * np.array((0.75, 0.95, 1.0)) * rng.uniform(0.85, 1.15), grid.shape))
    if near:
        _head(plant, blooms.tulip(rng, rng.uniform(0.03, 0.036), rng.uniform(0.1, 0.4)), stem[-1], upon((bow, bow, 1.0), rng.uniform(0, 3)), colour)
    else:
        cup = np.array([(0.004, 0.0), (0.026, 0.016), (0.03, 0.045), (0.018, 0.072)]) * 1.15
        plant.tube(
            np.array([stem[-1] + (0, 0, h) for _, h in cup]),
            cup[:, 0],
            6,
            np.array(linear(colour)[:3]) * np.array([(0.7,), (0.85,), (1.0,), (1.1,)]) * rng.uniform(0.85, 1.15),
        )
    return plant


def maize(rng: random.Random, near: bool, colour: str) -> Growth:
    """A cane of two metres with long arching leaves, a tassel, a cob."""
    plant = Growth()
    tall = rng.uniform(1.7, 2.2)
    plant.tube([(0, 0, 0), (0.01, 0, tall * 0.5), (0.02, 0.01, tall)], (0.014, 0.011, 0.005), 6, GREEN)
    for k in range(10 if near else 6):
        z = tall * (0.12 + 0.8 * k / (10 if near else 6))
        a = math.pi * k + rng.uniform(-0.5, 0.5)
        out, side = np.array((math.cos(a), math.sin(a), 0)), np.array((-math.sin(a), math.cos(a), 0))
        length = rng.uniform(0.5, 0.8)
        s, u = np.linspace(0, 1, 9)[:, None], np.linspace(-1, 1, 3)[None, :]
        spine = np.array((0, 0, z)) + out * (length * s) + np.array((0, 0, 1.0)) * (length * (0.75 * s - 1.05 * s**2))
        half = 0.04 * np.sin(np.pi * np.clip(0.15 + 0.85 * s, 0, 1)) ** 0.6 + 0.001
        grid = spine[:, None, :] + (u * half)[..., None] * side + (np.abs(u) * half * 0.35)[..., None] * np.array((0, 0, 1.0))
        plant.sheet(grid, np.broadcast_to(GREEN * rng.uniform(0.75, 1.15), grid.shape))
    for _ in range(6):
        tip = np.array((rng.uniform(-0.12, 0.12), rng.uniform(-0.12, 0.12), tall + rng.uniform(0.15, 0.28)))
        plant.tube([(0.02, 0.01, tall - 0.02), (tip + (0.02, 0.01, tall)) / 2, tip], 0.004, 3, np.array(linear(colour)[:3]))
    return plant


def vine(rng: random.Random, near: bool, colour: str) -> Growth:
    """A vine on its wire: a gnarled stem, a hedge of leaves 1.1 m along X and 1.7 m tall, bunches of grapes below."""
    plant = Growth()
    plant.tube([(0, 0, 0), (0.04, 0.01, 0.3), (-0.02, 0, 0.6), (0.02, 0, 0.8)], (0.035, 0.026, 0.024, 0.016), 7, (0.12, 0.085, 0.06))
    count = 420 if near else 110
    at = np.array([(rng.uniform(-0.62, 0.62), rng.gauss(0, 0.13), 0.55 + 1.15 * rng.random() ** 0.8) for _ in range(count)])
    ways = unit(np.array([(rng.gauss(0, 0.5), (1 if y > 0 else -1) * rng.uniform(0.3, 1.2), rng.uniform(-0.7, 0.4)) for _, y, _ in at]))
    tone = np.array([(0.75 + 0.55 * rng.random()) * (1 + 0.35 * (z > 1.4)) for *_, z in at])
    shape = leaf(0.95, fold=0.12, curl=0.25, rows=6, columns=5, wave=0.1, base=0.45, point=1.4)
    plant.copies(shape, at, frames(ways), np.array([rng.uniform(0.1, 0.16) * (1.0 if near else 1.7) for _ in range(count)]), tone[:, None] * GREEN)
    ball = Growth().tube(np.stack([np.zeros(6), np.zeros(6), -np.cos(np.linspace(0, np.pi, 6))], axis=1), np.maximum(np.sin(np.linspace(0, np.pi, 6)), 1e-3), 7)
    for _ in range(6 if near else 3):
        x, y = rng.uniform(-0.55, 0.55), rng.choice((-1, 1)) * rng.uniform(0.12, 0.2)
        for k in range(26 if near else 6):
            down = k / (26 if near else 6)
            wide = 0.045 * (1 - down) + 0.008
            plant.put(
                ball,
                (x + rng.uniform(-wide, wide), y + rng.uniform(-wide, wide), 0.72 - 0.17 * down),
                None,
                0.0105 if near else 0.026,
                np.array(linear(colour)[:3]) * rng.uniform(0.7, 1.2),
            )
    return plant


def rape(rng: random.Random, near: bool, colour: str) -> Growth:
    """Rape in flower: a handful of stalks a metre tall, each with a spire of small yellow blossoms."""
    plant = Growth()
    shape = leaf(0.75, fold=0.1, curl=0.1, rows=3, columns=3, point=1.0)
    for _ in range(7):
        x, y, tall = rng.uniform(-0.2, 0.2), rng.uniform(-0.2, 0.2), rng.uniform(0.8, 1.1)
        plant.tube([(x, y, 0), (x * 1.1, y * 1.1, tall * 0.6), (x * 1.3, y * 1.3, tall)], 0.005, 3, GREEN)
        count = 60 if near else 22
        u = np.array([rng.random() for _ in range(count)])
        a = np.array([rng.uniform(0, 2 * math.pi) for _ in range(count)])
        r = 0.05 * (1 - u) + 0.012
        at = np.stack([x * 1.25 + r * np.cos(a), y * 1.25 + r * np.sin(a), tall * 0.78 + 0.26 * tall * u], axis=1)
        ways = np.stack([np.cos(a), np.sin(a), np.full(count, 0.5)], axis=1)
        plant.copies(shape, at, frames(ways), np.full(count, 0.02 if near else 0.036), np.array(linear(colour)[:3]) * rng.uniform(0.85, 1.1))
    return plant
