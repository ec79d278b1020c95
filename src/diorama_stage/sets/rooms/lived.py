# SPDX-License-Identifier: GPL-3.0-or-later
"""What tells that somebody lives in a room: a low table before the seats and what lies on it, a chair drawn up, a table in the kitchen.

Nothing of it is of a kind that the words ask for, none hides a subject from the lens, and a bare room has none.
"""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit.mesher import Mesher
from diorama_stage.kit.nodes import linear
from diorama_stage.kit.turned import lathe
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import plain, standard
from diorama_stage.sets.rooms import furnishings as furniture
from diorama_stage.sets.rooms import pieces
from diorama_stage.sets.rooms.furnishings import ball

PIECES = {
    "low table": {"coffee_table", "table"}, "armchair": {"armchair"}, "books": {"book"}, "cup": {"mug", "cup"}, "plant": {"potted_plant", "vase"},
    "kitchen table": {"table"}, "chairs": {"chair"}, "fruit": {"bowl", "apple", "lemon", "orange"}, "cloth": {"towel"}, "rug": {"rug"},
    "nightstand": {"nightstand"}, "lamp": {"lamp", "desk_lamp"}, "floor lamp": {"floor_lamp"}, "desk": {"desk"}, "pictures": {"picture_frame", "painting"},
}
"""What a room has of its own, and the kinds of things that it would be one more of."""


def free_of(site: Site, piece: str) -> bool:
    """True where the picture asks for nothing of the kind."""
    return not site.things & PIECES[piece]


LOW, MARGIN = 0.45, 0.1
"""Metres: what is no higher hides nothing of a seat but its feet; how far pieces keep from the subjects."""


def clear(site: Site, x: float, y: float, half_x: float, half_y: float, height: float) -> bool:
    """True where a piece about (x, y) stands on no subject's ground and before none that it could hide."""
    for x0, x1, y0, y1, top in site.standing:
        if x + half_x > x0 - MARGIN and x - half_x < x1 + MARGIN and y + half_y > y0 - MARGIN and y - half_y < y1 + MARGIN:
            return False
        if y < y0 and (height > LOW or top < 1.5 * height) and _before(site, (x - half_x, x + half_x, y), (x0, x1, y0)):
            return False
    ex, ey, _ = site.view.eye
    return math.hypot(x - ex, y - ey) > 1.3 + max(half_x, half_y)


def _before(site: Site, near: tuple[float, float, float], far: tuple[float, float, float]) -> bool:
    """True where what is from x to x at depth y is seen before another span."""
    ex, ey, _ = site.view.eye
    a, b = ([(x - ex) / max(span[2] - ey, 0.3) for x in span[:2]] for span in (near, far))
    return a[0] < b[1] and b[0] < a[1]


def lounge(site: Site, x: float, front: float, z: float, *, wood: str = "oak") -> None:
    """Before a seat whose front is at (x, front): a low table with books, a cup and something green on it; an armchair drawn up at one side."""
    rng, y = site.rng, front - 0.68
    if free_of(site, "low table") and clear(site, x, y, 0.5, 0.28, 0.36):
        pieces.low_table(site, x, y, z, width=1.0, depth=0.56, height=0.36, wood=wood)
        on_low_table(site, x, y, z + 0.36)
    for side in (rng.choice((-1, 1)), rng.choice((-1, 1))):
        cx, cy = x + side * 1.75, front - 1.05
        if free_of(site, "armchair") and clear(site, cx, cy, 0.5, 0.5, 0.85):
            pieces.armchair(site, cx, cy, z, degrees=-side * rng.uniform(60, 80), colour=rng.choice(("#7a5a40", "#5f6f68", "#8a8478", "#9c6b4a")))
            break


def stack(site: Site, x: float, y: float, z: float, *, count: int = 3) -> float:
    """Books that lie on each other, none quite square to the next. Returns the level of their top."""
    rng, m = site.rng, Mesher()
    for _ in range(count):
        w, d, t = rng.uniform(0.19, 0.27), rng.uniform(0.14, 0.19), rng.uniform(0.015, 0.035)
        m.frame = (x + rng.uniform(-0.012, 0.012), y + rng.uniform(-0.012, 0.012), z, rng.uniform(-14, 14))
        tone = np.array(linear(rng.choice(furniture.SPINES))[:3])
        m.soft(-w / 2, w / 2, -d / 2, d / 2, 0.0, 0.003, 0.001, steps=1, tint=tone)
        m.soft(-w / 2 + 0.004, w / 2 - 0.004, -d / 2 + 0.004, d / 2, 0.003, t - 0.003, 0.001, steps=1, tint=np.array((0.72, 0.66, 0.54)))
        m.soft(-w / 2, w / 2, -d / 2, d / 2, t - 0.003, t, 0.001, steps=1, tint=tone)
        z += t
    site.add(m.object("books", plain("#ffffff", 0.55, tinted=True)))
    return z


def cup(site: Site, x: float, y: float, z: float) -> None:
    """A mug that somebody drank of."""
    tone = site.rng.choice(("#e4e0d6", "#8f9a94", "#5f6b70", "#a8673f", "#2f3a44"))
    site.add(
        lathe([(0, 0), (0.036, 0), (0.041, 0.006), (0.041, 0.09), (0.037, 0.09), (0.036, 0.012), (0, 0.012)], (x, y, z), plain(tone, 0.28)),
        lathe([(0, 0.06), (0.0365, 0.06)], (x, y, z), plain("#3a2415", 0.15)),
    )


def on_low_table(site: Site, x: float, y: float, z: float) -> None:
    """Books, a cup, a vase with twigs or a small plant; nothing of what is asked for."""
    rng = site.rng
    side = rng.choice((-1, 1))
    if free_of(site, "books"):
        stack(site, x - side * 0.24, y + 0.04, z, count=rng.randint(2, 3))
    if free_of(site, "cup"):
        cup(site, x + side * rng.uniform(0.08, 0.16), y - 0.12, z)
    if free_of(site, "plant"):
        furniture.plant(site, x + side * 0.32, y + 0.08, z, height=rng.uniform(0.2, 0.3), kind="broad")


def dining(site: Site, x: float, y: float, z: float, *, wood: str = "oak") -> None:
    """A kitchen table with two chairs pushed in and what is left on it."""
    if not free_of(site, "kitchen table") or not clear(site, x, y, 0.75, 0.45, 0.75):
        return
    rng, top, legs, seats = site.rng, Mesher(), Mesher(), Mesher()
    top.soft(x - 0.75, x + 0.75, y - 0.42, y + 0.42, z + 0.715, z + 0.75, 0.005)
    for sx in (-1, 1):
        for sy in (-1, 1):
            top.soft(x + sx * 0.69, x + sx * 0.62, y + sy * 0.36, y + sy * 0.29, z, z + 0.72, 0.006)
    site.add(top.object("kitchen table", standard(wood, size=1.5, finish=("worn",)), smooth=True))
    if free_of(site, "chairs"):
        for dx, dy, turn in ((-0.35, 0.5, 0.0), (0.38, 0.62, 18.0), (0.9, -0.05, -84.0)):
            pieces.chair(legs, seats, x + dx, y + dy, z, turn)
        site.add(legs.object("chairs", standard("oak", size=0.9), smooth=True), seats.object("seats", standard("oak", size=0.5), smooth=True))
    level = z + 0.75
    if free_of(site, "cup"):
        cup(site, x - 0.42, y - 0.18, level)
    if free_of(site, "fruit"):
        fruit(site, x + rng.uniform(0.0, 0.15), y + 0.06, level)
    if free_of(site, "cloth"):
        cloth(site, x - 0.2, y + 0.12, level)


def fruit(site: Site, x: float, y: float, z: float) -> None:
    """A stoneware bowl with lemons and apples heaped in it."""
    rng = site.rng
    site.add(lathe([(0.05, 0), (0.12, 0.04), (0.155, 0.095), (0.149, 0.095), (0.112, 0.045), (0, 0.02)], (x, y, z), plain("#cdc4b3", 0.4)))
    for k in range(6):
        a, r = k * 2.4 + rng.uniform(-0.3, 0.3), (0.07 if k < 4 else 0.025)
        hue = rng.choice(("#d9a62b", "#b5402c", "#8a9a3a", "#c9b23a"))
        at = (x + r * math.cos(a), y + r * math.sin(a), z + 0.085 + 0.045 * (k >= 4))
        site.add(ball(*at, rng.uniform(0.034, 0.04), plain(hue, 0.38), squash=rng.uniform(0.88, 1.0)))


def cloth(site: Site, x: float, y: float, z: float) -> None:
    """A kitchen cloth dropped in folds."""
    from diorama_stage.kit.mesher import grid, mesh
    from diorama_stage.sets.ground import noise

    u, v = np.linspace(-0.14, 0.14, 44), np.linspace(-0.1, 0.1, 34)
    gx, gy = np.meshgrid(u, v)
    h = 0.004 + 0.018 * noise.ridged(gx * 9 + 3, gy * 7, 3, seed=site.seed) + 0.008 * noise.fbm(gx * 14, gy * 14, 2, seed=site.seed + 3) ** 2
    turn = math.radians(site.rng.uniform(-50, 50))
    px = x + gx * math.cos(turn) - gy * math.sin(turn) + 0.012 * noise.fbm(gx * 8, gy * 8, 2, seed=5)
    py = y + gx * math.sin(turn) + gy * math.cos(turn)
    _, faces = grid(u, v, 0.0)
    tone = site.rng.choice(("#c9bfae", "#8f9a94", "#b5826a", "#d9d4c8"))
    site.add(mesh("cloth", np.stack([px, py, z + np.maximum(h, 0.002)], axis=-1).reshape(-1, 3), faces, smooth=True, material=pieces.woven(tone)))
