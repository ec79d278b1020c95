# SPDX-License-Identifier: GPL-3.0-or-later
"""A jigsaw puzzle, and a board game with its men."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, extrude, join, lathe, move, rotate, sphere
from diorama_stage.kit.parts import tint
from diorama_stage.props.registry import prop


def _side(knob: float, count: int = 18) -> list[tuple[float, float]]:
    """One side of a piece from (0, 0) to (1, 0): a knob out (1), in (-1) or none (0)."""
    if not knob:
        return [(0.0, 0.0)]
    t = np.radians(np.linspace(235, -55, count))
    return [(0.0, 0.0), (0.38, 0.0), *[(0.5 + 0.13 * np.cos(a), -knob * (0.16 + 0.13 * np.sin(a))) for a in t], (0.62, 0.0)]


def piece(sides: tuple[float, float, float, float], size: float):
    """A piece about the origin, `size` metres: sides front, right, back, left, each knob 1, -1 or 0."""
    outline = []
    for k, knob in enumerate(sides):
        c, s = np.cos(k * np.pi / 2), np.sin(k * np.pi / 2)
        outline += [((x - 0.5) * c - (y - 0.5) * s, (x - 0.5) * s + (y - 0.5) * c) for x, y in _side(knob)]
    return extrude([(x * size * 0.975, y * size * 0.975) for x, y in outline], 0.0024, bevel=0.0005, segments=2)


@prop("jigsaw")
def jigsaw(spec: Spec, b: Builder) -> None:
    """Six by four pieces put together as a picture of hills under a sky, one corner still open, loose pieces about it."""
    b.slot("body", "cardboard", "#ffffff", finish=("glossy",))
    n, m, size = 6, 4, 0.04
    right = [[b.choose(-1, 1) for _ in range(n)] for _ in range(m)]
    back = [[b.choose(-1, 1) for _ in range(n)] for _ in range(m)]
    bands = np.array([(0.09, 0.3, 0.05), (0.2, 0.46, 0.09), (0.1, 0.28, 0.2), (0.75, 0.84, 0.93), (0.28, 0.56, 0.86), (0.16, 0.4, 0.78)])

    def picture(p: np.ndarray, off: tuple[float, float]) -> np.ndarray:
        u, v = (p[:, 0] + off[0]) / size, (p[:, 1] + off[1]) / size
        ground = 1.4 + 0.45 * np.sin(1.3 * u) + 0.2 * np.sin(2.9 * u + 1)
        where = np.where(v < ground, np.clip(v - ground + 1.6, 0, 1.9), 3 + np.clip(v - ground, 0, 2) * 0.9)
        out = np.stack([np.interp(where, np.arange(6), bands[:, k]) for k in range(3)], axis=1)
        out[np.hypot(u - 4.7, v - 3.1) < 0.42] = (1.0, 0.75, 0.12)
        return out

    for j in range(m):
        for i in range(n):
            sides = (-back[j - 1][i] if j else 0, right[j][i] if i < n - 1 else 0, back[j][i] if j < m - 1 else 0, -right[j][i - 1] if i else 0)
            made = tint(piece(sides, size), lambda p, at=((i + 0.5) * size, (j + 0.5) * size): picture(p, at))
            x, y = (i + 0.5 - n / 2) * size, (j + 0.5 - m / 2) * size
            if (i, j) in ((5, 0), (4, 0), (5, 1)):
                turn, k = b.rng.uniform(0, 360), (5, 0) == (i, j)
                x, y = (0.17, -0.02) if j else ((0.1, -0.125) if k else (0.02, -0.13))
                rotate(made, 0, 0, turn)
            b.add(move(made, x, y, 0), "body", "pieces")


@prop("board_game")
def board_game(spec: Spec, b: Builder) -> None:
    """A square board with a track of many colours about a cross of paths, four sets of men, two dice."""
    b.slot("board", "cardboard", spec.colours[0] if spec.colours else "#efe3c4")
    hues = {"red": "#c8281f", "blue": "#2260b8", "green": "#2f8f45", "yellow": "#e8b71e"}
    for name, colour in hues.items():
        b.slot(name, "lacquer", colour, role="fixed")
    b.slot("white", "lacquer", "#f6f2ea", role="fixed")
    b.slot("black", "lacquer", "#151515", role="fixed")
    w, top = 0.42, 0.008
    b.add(box(w, w, top, bevel=0.002), "board")
    step = w * 0.94 / 15
    at = lambda i, j: ((i - 7) * step, (j - 7) * step)  # noqa: E731
    dot = lambda i, j, r=0.42, h=0.0008: cylinder(step * r, h, bevel=0.0002, segments=20, at=(*at(i, j), top))  # noqa: E731
    track = {(i, j) for i in range(15) for j in range(15) if (i in (6, 8) or j in (6, 8)) and (6 <= i <= 8 or 6 <= j <= 8)} | {(7, 0), (7, 14), (0, 7), (14, 7)}
    track = {p for p in track if not (6 <= p[0] <= 8 and 6 <= p[1] <= 8)}
    b.add(join([dot(*p) for p in sorted(track)]), "white", "track")
    homes = {"red": (2.5, 2.5, 7, 1), "blue": (11.5, 2.5, 13, 7), "green": (11.5, 11.5, 7, 13), "yellow": (2.5, 11.5, 1, 7)}
    man = [(0, 0), (0.011, 0), (0.0115, 0.003), (0.008, 0.006), (0.0045, 0.02), (0.005, 0.0215), (0.0045, 0.023), (0, 0.023)]
    for name, (i, j, hi, hj) in homes.items():
        x, y = at(i, j)
        way = np.sign([7 - hi, 7 - hj])
        b.add(
            join([box(step * 4.6, step * 4.6, 0.0006, bevel=0.0002, at=(x, y, top)), *[dot(hi + way[0] * k, hj + way[1] * k, 0.44, 0.001) for k in range(5)]]),
            name,
            "homes",
        )
        b.add(
            join(
                [cylinder(step * 0.6, 0.0006, bevel=0.0001, segments=24, at=(x + sx * step, y + sy * step, top + 0.0006)) for sx in (-1, 1) for sy in (-1, 1)]
            ),
            "white",
            "track",
        )
        men = [(x + sx * step, y + sy * step) for sx, sy in ((-1, -1), (1, -1), (1, 1))] + [at(*b.choose(*sorted(track)))]
        b.add(
            join([join([move(lathe(man, segments=24), mx, my, top + 0.0008), sphere(0.0075, at=(mx, my, top + 0.029), segments=16)]) for mx, my in men]),
            name,
            "men",
        )
    for k, (x, y) in enumerate(((0.012, -0.01), (-0.015, 0.012))):
        turn = b.rng.uniform(10, 80)
        b.add(move(rotate(box(0.016, 0.016, 0.016, bevel=0.0025), 0, 0, turn), x, y, top), "white", "dice")
        spots = [(0, 0), (-0.004, -0.004), (0.004, 0.004)][: 3 if k else 1]
        b.add(
            join([move(rotate(cylinder(0.0017, 0.0004, bevel=0.0001, segments=12, at=(u, v, 0.0161)), 0, 0, turn), x, y, top) for u, v in spots]),
            "black",
            "spots",
        )
