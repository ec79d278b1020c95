# SPDX-License-Identifier: GPL-3.0-or-later
"""Rain on panes: drops of many sizes that cling, and streaks where some have run down."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import _cube, mesh
from diorama_stage.kit.nodes import Tree
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.scatter import generator

DENSE, RUN = 900.0, 26.0
"""Drops on a square metre of pane, streaks on a metre of its width."""
LEAST = 0.0013
"""Radius of the smallest drop, metres; the largest is four times that."""
WET = frozenset(("rain", "storm"))
"""Weather that wets panes."""


def wets(site: Site) -> bool:
    """True where rain on the glass is asked for, or it rains."""
    return site.has("rain_on_window", "raindrops") or site.environment.get("weather") in WET


def on_pane(site: Site, corners, salt: int = 70) -> None:
    """Rain on an upright pane. `corners` (4, 3): lower left, lower right, upper right, upper left, seen from within; metres.

    Drops on a pane that is farther from the lens than a metre are coarser, up to threefold: true ones would be less than a pixel there.
    """
    corner, across, up = np.asarray(corners[0], float), np.subtract(corners[1], corners[0]), np.subtract(corners[3], corners[0])
    wide, tall = float(np.linalg.norm(across)), float(np.linalg.norm(up))
    frame = np.stack([across / wide, np.cross(across, up) / (wide * tall), up / tall])
    far = float(np.linalg.norm(corner + (across + up) / 2 - np.asarray(site.view.eye)))
    coarse = max(1 + 0.8 * min(site.extent, 1.0), min(far, 3.0))
    rng = generator(site, salt)
    parts = [_drops(rng, wide, tall, LEAST * coarse), *_streaks(rng, wide, tall, LEAST * coarse)]
    start = np.cumsum([0, *(len(v) for v, _ in parts)])
    vertices = np.concatenate([v for v, _ in parts]) @ frame + corner
    t = Tree("drop")
    water = t.surface(t.node("BsdfGlass", {"Color": "#ffffff", "IOR": 1.33, "Roughness": 0.0}).outputs[0])
    made = mesh("raindrops", vertices, np.concatenate([f + s for (_, f), s in zip(parts, start, strict=False)]), smooth=True, material=water)
    made.visible_shadow = False
    site.add(made)


def _drops(rng: np.random.Generator, wide: float, tall: float, least: float) -> tuple[np.ndarray, np.ndarray]:
    """Clinging drops: vertices by across, away and up from the pane's lower left corner, and faces."""
    cube, faces = _cube(1, 2)
    ball = np.clip(cube, -1, 1)
    ball = ball / np.linalg.norm(ball, axis=1, keepdims=True)
    n = int(np.clip(DENSE * wide * tall, 200, 4000))
    size = least * 4.2 ** rng.random(n) ** 2
    at = np.stack([rng.uniform(0, wide, n), np.zeros(n), rng.uniform(0, tall, n)], axis=1)
    stretch = np.stack([np.ones(n), np.full(n, 0.45), rng.uniform(0.9, 1.5, n)], axis=1)
    vertices = (at[:, None] + ball[None] * stretch[:, None] * size[:, None, None]).reshape(-1, 3)
    return vertices, (faces[None] + (np.arange(n) * len(ball))[:, None, None]).reshape(-1, 4)


def _streaks(rng: np.random.Generator, wide: float, tall: float, least: float) -> list[tuple[np.ndarray, np.ndarray]]:
    """Where a drop has run: a thin line of water that wanders, in places torn, with the drop at its foot."""
    k, sides = 40, 6
    turn = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    i, j = np.meshgrid(np.arange(k - 1), np.arange(sides), indexing="ij")
    faces = np.stack([i * sides + j, i * sides + (j + 1) % sides, (i + 1) * sides + (j + 1) % sides, (i + 1) * sides + j], axis=-1).reshape(-1, 4)
    out = []
    for _ in range(max(int(RUN * wide), 6)):
        long, top = rng.uniform(0.12, 0.7) * tall, rng.uniform(0.25, 1.0) * tall
        long = min(long, top)
        s = np.linspace(0, 1, k)
        sway = np.cumsum(rng.normal(0, 0.35, k)) * least * (rng.random() < 0.8)
        torn = np.clip(np.sin(s * rng.uniform(10, 30) + rng.uniform(0, 6)) + 0.9, 0.12, 1.0)
        thick = least * rng.uniform(0.7, 1.3) * (0.55 + 0.45 * s) * torn
        thick[-4:] = least * np.array([1.8, 2.4, 2.2, 0.4])
        thick[0] = 0.1 * least
        path = np.stack([np.clip(rng.uniform(0, wide) + sway, 0, wide), np.zeros(k), top - long * s], axis=1)
        ring = np.stack([np.cos(turn), 0.5 * np.sin(turn), np.zeros(sides)], axis=1)
        out.append(((path[:, None] + ring[None] * thick[:, None, None]).reshape(-1, 3), faces))
    return out
