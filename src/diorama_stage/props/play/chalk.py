# SPDX-License-Identifier: GPL-3.0-or-later
"""What children draw on the pavement, in chalk."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec
from diorama_stage.kit.field import field
from diorama_stage.kit.parts import repeated
from diorama_stage.props.registry import prop

CHALKS = {"white": "#efece4", "yellow": "#e8cf5a", "pink": "#dd8aa6", "blue": "#7fa8d0", "green": "#8fbf82"}
Stroke = tuple[str, list[tuple[float, float]]]
"""A chalk's colour and the points of a line, metres on the ground; y leads away from the lens."""


def _ring(colour: str, x: float, y: float, r: float, *, start: float = 0.0, end: float = 360.0) -> Stroke:
    return colour, [(x + r * math.cos(a), y + r * math.sin(a)) for a in np.radians(np.linspace(start, end, 28))]


def _sun(x: float = 0.0, y: float = 0.0, r: float = 0.22) -> list[Stroke]:
    rays = [("yellow", [(x + k * r * math.cos(a), y + k * r * math.sin(a)) for k in (1.25, 1.8)]) for a in np.linspace(0, 2 * np.pi, 12, endpoint=False)]
    face = [_ring("white", x + s * r * 0.35, y + r * 0.25, r * 0.1) for s in (-1, 1)]
    return [_ring("yellow", x, y, r), *rays, *face, _ring("pink", x, y, r * 0.55, start=200, end=340)]


def _house(x: float = 0.0, y: float = 0.0) -> list[Stroke]:
    walls: Stroke = ("white", [(x - 0.26, y), (x + 0.26, y), (x + 0.26, y + 0.36), (x - 0.26, y + 0.36), (x - 0.26, y)])
    roof: Stroke = ("pink", [(x - 0.33, y + 0.36), (x, y + 0.64), (x + 0.33, y + 0.36), (x - 0.33, y + 0.36)])
    door: Stroke = ("blue", [(x - 0.07, y), (x - 0.07, y + 0.2), (x + 0.07, y + 0.2), (x + 0.07, y)])
    square = ((-0.06, 0.2), (0.06, 0.2), (0.06, 0.31), (-0.06, 0.31), (-0.06, 0.2))
    panes: list[Stroke] = [("blue", [(x + s * 0.17 + dx, y + dy) for dx, dy in square]) for s in (-1, 1)]
    return [walls, roof, door, *panes, ("white", [(x + 0.15, y + 0.52), (x + 0.15, y + 0.68), (x + 0.23, y + 0.68), (x + 0.23, y + 0.45)])]


def _flower(x: float = 0.0, y: float = 0.0, k: float = 1.0) -> list[Stroke]:
    petals = [_ring("pink", x + 0.13 * k * math.cos(a), y + 0.42 * k + 0.13 * k * math.sin(a), 0.07 * k) for a in np.linspace(0, 2 * np.pi, 6, endpoint=False)]
    stalk: list[Stroke] = [
        ("green", [(x, y), (x + 0.01, y + 0.28 * k)]),
        ("green", [(x, y + 0.08 * k), (x + 0.1 * k, y + 0.18 * k), (x + 0.02 * k, y + 0.14 * k)]),
    ]
    return [*petals, _ring("yellow", x, y + 0.42 * k, 0.06 * k), *stalk]


def _heart() -> list[Stroke]:
    t = np.linspace(0, 2 * np.pi, 60)
    x, y = 16 * np.sin(t) ** 3, 13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)
    return [("pink", list(zip((x * k * 0.024).tolist(), (y * k * 0.024).tolist(), strict=True))) for k in (1.0, 0.93, 0.86)]


def _rainbow() -> list[Stroke]:
    bows = [_ring(colour, 0, -0.25, 0.62 - 0.07 * k, start=2, end=178) for k, colour in enumerate(("pink", "yellow", "green", "blue", "white"))]
    return [*bows, *[_ring("white", s * 0.5 + dx, -0.3 + dy, 0.09) for s in (-1, 1) for dx, dy in ((-0.1, 0), (0, 0.05), (0.1, 0))]]


def _hopscotch() -> list[Stroke]:
    made: list[Stroke] = []
    for row, cells in enumerate(((0,), (0,), (-0.5, 0.5), (0,), (-0.5, 0.5), (0,))):
        for c in cells:
            x, y, h = c * 0.42, -1.2 + row * 0.42, 0.21
            made.append((tuple(CHALKS)[row % 5], [(x - h, y - h), (x + h, y - h), (x + h, y + h), (x - h, y + h), (x - h, y - h)]))
            made.append(("white", [(x - 0.05, y - 0.08), (x + 0.05, y + 0.08)] if row % 2 else [(x - 0.05, y + 0.08), (x + 0.05, y + 0.08), (x, y - 0.08)]))
    return [*made, _ring("white", 0, -1.2 + 6 * 0.42, 0.21, start=0, end=180)]


DRAWINGS = {"sun": _sun, "house": _house, "flower": lambda: _flower(0, -0.25, 1.3), "heart": _heart, "rainbow": _rainbow, "hopscotch": _hopscotch}


@prop("chalk_drawing")
def chalk_drawing(spec: Spec, b: Builder) -> None:
    """Lines of coloured chalk as a child's hand draws them: unsteady, grainy where the ground is rough. A house under a sun where nothing else is said."""
    asked = next((name for name in DRAWINGS if spec.is_a(name)), None)
    strokes = DRAWINGS[asked]() if asked else [*_sun(0.55, 0.42, 0.15), *_house(-0.2, -0.3), *_flower(0.42, -0.32, 0.9), *_flower(-0.72, -0.3, 0.75)]
    rng = np.random.default_rng(spec.seed + 4)
    grains: dict[str, list[np.ndarray]] = {}
    for k, (colour, points) in enumerate(strokes):
        grains.setdefault(colour, []).append(_grains(np.asarray(points, float), rng, spec.seed + k))
    face = [(0, 1, 4), (1, 2, 4), (2, 3, 4), (3, 0, 4)]
    for colour, made in grains.items():
        b.slot(colour, "plaster", CHALKS[colour], role="main" if colour == "white" else "trim", finish=("matte",))
        b.add(repeated(np.concatenate(made), face, smooth=None), colour, "chalk")


def _grains(points: np.ndarray, rng: np.random.Generator, seed: int) -> np.ndarray:
    """Specks of chalk (n, 5, 3), low pyramids along a line, thick in its middle, thin at its edges, none where the ground dips."""
    long = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    n = int(long[-1] * 2600)
    s = rng.uniform(0, long[-1], n)
    at = np.stack([np.interp(s, long, points[:, k]) for k in (0, 1)], axis=1)
    hand = np.column_stack([at, np.full(n, seed * 0.3)])
    at += 0.012 * np.stack([field(hand, 0.25, seed=seed), field(hand, 0.25, seed=seed + 50)], axis=1) + rng.normal(0, 0.0075, (n, 2))
    kept = at[field(np.column_stack([at, np.zeros(n)]), 0.006, seed=5) > -0.35]
    size, turn = rng.uniform(0.0014, 0.0042, (len(kept), 1)), rng.uniform(0, 2 * np.pi, len(kept))
    corners = []
    for a in (0, np.pi / 2, np.pi, 3 * np.pi / 2):
        way = np.stack([np.cos(turn + a), np.sin(turn + a)], axis=1) * size * rng.uniform(0.6, 1.2, (len(kept), 1))
        corners.append(np.column_stack([kept + way, np.zeros(len(kept))]))
    corners.append(np.column_stack([kept, np.full(len(kept), 0.0013)]))
    return np.stack(corners, axis=1)
