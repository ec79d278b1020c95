# SPDX-License-Identifier: GPL-3.0-or-later
"""What ridden animals have on, cut to the posed body: a saddle with its cloth, girth and stirrups; a cloth alone; a bridle with its reins. Metres."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_catalogue.animals import Garment
from diorama_stage.animals.rings import Figure, around, ring, tubed
from diorama_stage.dress import PLAIN, look_of
from diorama_stage.kit import Slot, solidify
from diorama_stage.kit.mesh import from_geometry
from diorama_stage.kit.sculpt import Clay, Part, curve
from diorama_stage.materials import material

THICK = {"saddle": 0.05, "cloth": 0.02}
"""How high the seat lies over the back, by what is on it, metres."""
AHEAD, REINS = 0.36, 0.2
"""Where the hands of who rides are before the seat and over it, metres."""
STIRRUP = (0.1, 0.56)
"""How far before the seat and below it a stirrup hangs, metres."""
LEATHER, CLOTH = Slot("leather", "#4a2a16"), Slot("wool", "#7d2620")


def saddle(figure: Figure, worn: Garment, surface: dict, seed: int) -> list[bpy.types.Object]:
    """Cloth, seat with pommel and cantle, flaps, girth, stirrups on their straps."""
    asked = bool(surface["colours"] or surface["material"])
    leather = _looked(LEATHER, surface if asked else None, seed)
    rows, frames = _rows(figure, 0.28, 0.3)
    pad = _strip("cloth", rows, frames, 74.0, lambda u, v: 0.008 + 0 * u)
    seat = _strip("seat", *_rows(figure, 0.2, 0.22), 26.0, _seat)
    flaps = _strip("flaps", *_rows(figure, 0.12, 0.14), 66.0, lambda u, v: 0.022 + 0 * u)
    middle, frame = _at(figure, -0.1)
    radii = ring(figure.points, middle, frame, 0.03, _most(figure)) + 0.012
    girth = tubed("girth", [around(middle + frame[:, 1] * y, frame, radii) for y in (-0.04, 0.04)])
    out = [
        _worn(solidify(pad, 0.012), _looked(CLOTH, None, seed)),
        _worn(solidify(seat, 0.014), leather),
        _worn(solidify(flaps, 0.01), leather),
        _worn(solidify(girth, 0.006), leather),
    ]
    return out + [o for side in (1, -1) for o in _stirrup(figure, side, leather, seed)]


def cloth(figure: Figure, worn: Garment, surface: dict, seed: int) -> list[bpy.types.Object]:
    """A broad cloth over the back, with a fringe-straight hem."""
    rows, frames = _rows(figure, 0.45, 0.45)
    made = solidify(_strip("cloth", rows, frames, 82.0, lambda u, v: 0.012 + 0.004 * np.sin(17 * u + 5 * v)), THICK["cloth"] / 2)
    return [_worn(made, _looked(CLOTH, surface, seed))]


def bridle(figure: Figure, worn: Garment, surface: dict, seed: int) -> list[bpy.types.Object]:
    """Bands about nose and brow, cheek pieces, and reins from the mouth to before the seat, outside the neck."""
    leather = _looked(LEATHER, surface if surface["colours"] or surface["material"] else None, seed)
    eyes_, out = np.mean(figure.eyes, axis=0), -figure.head[:, 1]
    near = figure.points[np.linalg.norm(figure.points - eyes_, axis=1) < 12 * figure.half]
    reach = float(((near - eyes_) @ out).max())
    thick = 0.09 * figure.half
    loops = []
    for far in (0.62, -0.12):
        middle, frame = eyes_ + out * far * reach - figure.head[:, 2] * 0.55 * figure.half, figure.head
        radii = ring(near, middle, frame, 0.05 * reach, 2.6 * figure.half) + thick
        loops.append(around(middle, frame, radii))
    nose, brow = loops
    wide = out * 0.12 * figure.half
    made = [solidify(tubed("band", [loop - wide, loop + wide]), 0.5 * thick) for loop in loops]
    n = len(nose)
    mouth = {1: nose[-n // 16], -1: nose[n // 2 + n // 16]}
    runs = [
        np.array([mouth[s], (mouth[s] + brow[0 if s > 0 else n // 2]) / 2 + figure.head[:, 0] * s * 0.1 * figure.half, brow[0 if s > 0 else n // 2]])
        for s in (1, -1)
    ]
    if figure.spine:
        at, frame = _at(figure, -AHEAD)
        top = at + frame[:, 2] * float(((figure.points - at) @ frame[:, 2])[_slab(figure, at, frame, 0.05)].max(initial=0.0)) + np.array([0, 0, REINS])
        runs += [_clear(figure, mouth[s], top + frame[:, 0] * s * 0.07, s, thick) for s in (1, -1)]
    parts = [Part(curve(np.c_[run, np.full(len(run), 0.5 * thick)], 4), k=0.0) for run in runs]
    p, q = Clay(parts, 0.45 * thick).skin()
    made.append(from_geometry("reins", p, q, smooth=60.0))
    return [_worn(o, leather) for o in made]


def _clear(figure: Figure, start: np.ndarray, end: np.ndarray, side: int, gap: float, steps: int = 12) -> np.ndarray:
    """A line (steps, 3) that keeps outside the body on its side."""
    t = np.linspace(0, 1, steps)[:, None]
    line = start + (end - start) * t - np.array([0, 0, 0.05]) * np.sin(np.pi * t)
    for k in range(1, steps - 1):
        close = np.linalg.norm((figure.points - line[k])[:, 1:], axis=1) < 0.05
        if close.any():
            line[k, 0] = side * max(side * line[k, 0], float((side * figure.points[close, 0]).max()) + 2 * gap)
    return line


def _at(figure: Figure, behind: float) -> tuple[np.ndarray, np.ndarray]:
    """A place on the spine and its frame, metres behind the seat."""
    places = np.array([p for p, _ in figure.spine])
    along = (places - figure.seat) @ figure.spine[len(figure.spine) // 2][1][:, 1]
    k = int(np.argmin(abs(along - behind)))
    place, frame = figure.spine[k]
    return place + frame[:, 1] * (behind - along[k]), frame


def _rows(figure: Figure, before: float, behind: float, count: int = 17) -> tuple[list, list]:
    """Rings and frames about the trunk from `before` the seat to `behind` it."""
    rows, frames = [], []
    for y in np.linspace(-before, behind, count):
        middle, frame = _at(figure, float(y))
        radii = ring(figure.points, middle, frame, 0.02 * _most(figure) + 0.02, _most(figure))
        rows.append((middle, radii))
        frames.append(frame)
    return rows, frames


def _most(figure: Figure) -> float:
    return 0.45 * float(np.ptp(figure.points[:, 2]))


def _slab(figure: Figure, middle: np.ndarray, frame: np.ndarray, half: float) -> np.ndarray:
    local = (figure.points - middle) @ frame
    return (abs(local[:, 1]) < half) & (abs(local[:, 0]) < half)


def _strip(name: str, rows: list, frames: list, spread: float, off) -> bpy.types.Object:
    """A sheet over the back, `spread` degrees to each side.

    `off(u, v)`: how far it is off the skin, metres; u along (0 front, 1 behind), v across (-1 to 1).
    """
    v = np.linspace(-1, 1, 41)
    angle = np.radians(90 + v * spread)
    grid = []
    for k, ((middle, radii), frame) in enumerate(zip(rows, frames, strict=True)):
        r = np.interp(angle % (2 * np.pi), np.arange(len(radii)) / len(radii) * 2 * np.pi, radii, period=2 * np.pi)
        r = r + off(k / (len(rows) - 1), v)
        grid.append(middle + (np.cos(angle) * r)[:, None] * frame[:, 0] + (np.sin(angle) * r)[:, None] * frame[:, 2])
    m = len(v)
    i, j = np.meshgrid(np.arange(len(grid) - 1), np.arange(m - 1), indexing="ij")
    a = (i * m + j).ravel()
    return from_geometry(name, np.concatenate(grid), np.stack([a, a + 1, a + 1 + m, a + m], axis=1), smooth=50.0)


def _seat(u: float, v: np.ndarray) -> np.ndarray:
    """The seat is hollow: it rises to the pommel in front and to the cantle behind; its edges lie on the flaps."""
    rise = 0.07 * np.exp(-(((u - 0.04) / 0.12) ** 2)) * np.exp(-((v / 0.45) ** 2)) + 0.09 * np.exp(-(((u - 0.98) / 0.16) ** 2)) * np.exp(-((v / 0.8) ** 2))
    return 0.026 + (THICK["saddle"] - 0.033) * np.clip(1 - abs(v) ** 3, 0, 1) + rise


def _stirrup(figure: Figure, side: int, leather: bpy.types.Material, seed: int) -> list[bpy.types.Object]:
    """A strap down the flank and an iron at its end."""
    middle, frame = _at(figure, -STIRRUP[0])
    radii = ring(figure.points, middle, frame, 0.04, _most(figure))
    wide = float(max(radii[0], radii[len(radii) // 2])) + 0.035
    top = middle + frame[:, 0] * side * wide + frame[:, 2] * 0.2 * wide
    foot = np.array([top[0], top[1], figure.seat[2] - STIRRUP[1]])
    flat = np.array([0, 0.014, 0])
    a, b = top, foot + (0, 0, 0.1)
    strap = from_geometry("strap", np.array([a - flat, a + flat, b + flat, b - flat]), np.array([[0, 1, 2, 3]]))
    t = np.linspace(-0.35 * np.pi, 1.35 * np.pi, 20)
    bow = foot + np.c_[np.cos(t) * 0.06, 0 * t, 0.05 + np.sin(t) * 0.06] @ np.array([[0, 1.0, 0], [1.0, 0, 0], [0, 0, 1.0]])
    tread = foot + np.array([[0, -0.055, 0.0], [0, 0.055, 0.0]])
    p, q = Clay([Part(np.c_[bow, np.full(20, 0.006)], k=0.0), Part(np.c_[tread, np.full(2, 0.009)], k=0.004)], 0.004).skin()
    iron = material(look_of(Slot("steel", None), PLAIN, size=0.1, seed=seed % 997))
    return [_worn(solidify(strap, 0.005), leather), _worn(from_geometry("iron", p, q, smooth=60.0), iron)]


def _looked(slot: Slot, surface: dict | None, seed: int) -> bpy.types.Material:
    return material(look_of(slot, surface or PLAIN, size=0.6, seed=seed % 997))


def _worn(o: bpy.types.Object, look: bpy.types.Material) -> bpy.types.Object:
    o.data.materials.append(look)
    if o.name not in bpy.context.scene.collection.objects:
        bpy.context.scene.collection.objects.link(o)
    return o
