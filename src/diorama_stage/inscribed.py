# SPDX-License-Identifier: GPL-3.0-or-later
"""Words on things that have no surface of their own for them: a pillow, a door, a boat's hull, a tree.

rays from a side → cells of skin that face it → the rectangle in which the words stand largest → a patch that follows the skin, with UV as read from there
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from mathutils import Matrix, Vector
from mathutils.bvhtree import BVHTree
from scipy.ndimage import gaussian_filter

from diorama_stage.kit import Built, Slot
from diorama_stage.kit.build import vertices
from diorama_stage.kit.mesh import from_geometry

CELLS = 44
"""Rays across the longer side of what is seen."""
FACING = 0.72
"""Cosine to the looking ray of skin on which letters are not foreshortened much; mouldings and gaps between boards are smoothed away first."""
SMOOTH = 1.2
"""Cells over which the skin is smoothed for that."""
TRUE, EVEN = 0.55, 0.8
"""Cosine to the ray of skin itself, and the share of a rectangle's cells that must have it: leaves have not."""
RAGGED = 0.07
"""Share of a rectangle's cells that may not face."""
TURNED_UP, LEANS = 0.5, 62.0
"""What is lower than this share of its width and bears its words on top is stood up by so many degrees, where it can lean: a pillow."""
FILLED = 0.86
"""Share of the rectangle that the patch takes."""
LIFT = 0.0015
"""Of the thing's largest measure, how far the patch stands off the skin."""
BOTH = 0.7
"""Of the best side's letters, how large those of the opposite side must be for it to bear them too."""
FINER = 3
"""Of a patch's cells to the rays': between two rays a van's side bulges."""
REACHED = 0.08
"""Metres before a patch from which its skin is looked for once more."""
LETTER = 0.56
"""Width of a letter in its height."""


@dataclass(frozen=True)
class Side:
    """Where one looks from: `out` of the thing, `right` and `up` as seen; how well letters there are seen; the thing's turn that shows them."""

    name: str
    out: tuple[int, int, int]
    right: tuple[int, int, int]
    up: tuple[int, int, int]
    seen: float
    turn: float


SIDES = (
    Side("front", (0, -1, 0), (1, 0, 0), (0, 0, 1), 1.0, 0.0),
    Side("back", (0, 1, 0), (-1, 0, 0), (0, 0, 1), 0.7, 180.0),
    Side("right", (1, 0, 0), (0, 1, 0), (0, 0, 1), 0.8, -90.0),
    Side("left", (-1, 0, 0), (0, -1, 0), (0, 0, 1), 0.8, 90.0),
    Side("top", (0, 0, 1), (1, 0, 0), (0, 1, 0), 0.45, 0.0),
)
OPPOSITE = {"front": "back", "back": "front", "right": "left", "left": "right"}


@dataclass(frozen=True)
class Skin:
    """What is met from a side: the depth of each cell along `out` (rows from below, nan where nothing is met), which face it
    when smoothed and which of themselves, and the cells' places."""

    side: Side
    depth: np.ndarray
    faces: np.ndarray
    true: np.ndarray
    u: np.ndarray
    v: np.ndarray


@dataclass(frozen=True)
class Place:
    """A rectangle of cells (first and last column and row) and how high the letters stand there, metres."""

    skin: Skin
    columns: tuple[int, int]
    rows: tuple[int, int]
    letters: float


def inscribe(built: Built, labels: list[dict]) -> float | None:
    """Put the first label on the skin of a thing that gave it no place: a patch is added to it. Returns the turn that shows it, degrees; None where it has a place
    already, or no side is even enough."""
    if not labels or any(slot.label for slot in built.slots.values()):
        return None
    tree = _tree(built)
    places = {side.name: place for side in SIDES if (place := _place(_skin(tree, built, side), labels[0]))}
    if not places:
        built.left_out.append("the logo" if labels[0].get("drawn") else f'the words "{labels[0]["text"]}"')
        return None
    worth = {name: place.letters * place.skin.side.seen for name, place in places.items()}
    best = max(worth, key=lambda name: worth[name])
    other = OPPOSITE.get(best)
    built.slots["words"] = Slot("printed", role="fixed", label=labels[0], params={"transparent": True})
    for name in (best, other) if other in places and places[other].letters > BOTH * places[best].letters else (best,):
        _add(built, places[name], tree)
    if best == "top" and built.lean == "back" and built.high[2] - built.low[2] < TURNED_UP * (built.high[0] - built.low[0]):
        _stand(built)
    return places[best].skin.side.turn


def _stand(built: Built) -> None:
    """Turn it up about its width, so that its top looks ahead and a little up, and set it down again."""
    turn = Matrix.Rotation(np.radians(LEANS), 4, "X")
    for o in built.objects:
        o.data.transform(turn)
    points = np.concatenate([vertices(o) for o in built.objects])
    middle = (points.min(axis=0) + points.max(axis=0)) / 2
    down = Matrix.Translation((-middle[0], -middle[1], -points[:, 2].min()))
    for o in built.objects:
        o.data.transform(down)
        o.data.update()
    points = np.concatenate([vertices(o) for o in built.objects])
    built.low, built.high, built.supports = points.min(axis=0), points.max(axis=0), []


def _tree(built: Built) -> BVHTree:
    corners, faces, first = [], [], 0
    for o in (o for o in built.objects if not o.get("beyond")):
        points = vertices(o)
        corners.append(points)
        faces += [[first + i for i in p.vertices] for p in o.data.polygons]
        first += len(points)
    return BVHTree.FromPolygons([tuple(map(float, p)) for p in np.concatenate(corners)], faces)


def _skin(tree: BVHTree, built: Built, side: Side) -> Skin:
    out, right, up = (np.array(axis, float) for axis in (side.out, side.right, side.up))
    low, high = np.asarray(built.low, float), np.asarray(built.high, float)
    ends = np.array([low, high])
    (u0, u1), (v0, v1) = (sorted(ends @ axis) for axis in (right, up))
    step = max(u1 - u0, v1 - v0) / CELLS
    u, v = (np.arange(a + step / 2, b, step) if b - a > step else np.array([(a + b) / 2]) for a, b in ((u0, u1), (v0, v1)))
    start = float((ends @ out).max()) + 1
    depth, true = np.full((len(v), len(u)), np.nan), np.zeros((len(v), len(u)), bool)
    for j, y in enumerate(v):
        for i, x in enumerate(u):
            hit, normal, *_ = tree.ray_cast(Vector(right * x + up * y + out * start), Vector(-out))
            if hit is not None:
                depth[j, i], true[j, i] = float(np.dot(hit, out)), abs(float(np.dot(normal, out))) > TRUE
    return Skin(side, depth, _facing(depth, step), true, u, v)


def _facing(depth: np.ndarray, step: float) -> np.ndarray:
    """Cells whose skin, smoothed over its neighbours, faces the one who looks."""
    met = ~np.isnan(depth)
    share = gaussian_filter(met.astype(float), SMOOTH)
    smooth = gaussian_filter(np.where(met, depth, 0.0), SMOOTH) / np.maximum(share, 1e-6)
    slopes = [np.gradient(smooth, step, axis=axis) if depth.shape[axis] > 1 else np.zeros_like(depth) for axis in (0, 1)]
    return met & (1 / np.sqrt(1 + slopes[0] ** 2 + slopes[1] ** 2) > FACING)


def _place(skin: Skin, label: dict) -> Place | None:
    """The rectangle in which the words stand largest; of two alike the one nearer the middle."""
    rows, columns = skin.depth.shape
    if min(rows, columns) < 3:
        return None
    count, true = (np.pad(cells.astype(int).cumsum(0).cumsum(1), ((1, 0), (1, 0))) for cells in (skin.faces & _even(skin), skin.true))
    step = float(skin.u[1] - skin.u[0])
    best: tuple[float, Place] | None = None
    for high in range(2, rows + 1):
        full, flat = count[high:, :] - count[:-high, :], true[high:, :] - true[:-high, :]
        for wide in range(3, columns + 1):
            letters = _letters(label, wide * step * FILLED, high * step * FILLED)
            if best is not None and letters < best[0]:
                continue
            inside = full[:, wide:] - full[:, :-wide]
            j, i = np.nonzero((inside >= (1 - RAGGED) * wide * high) & (flat[:, wide:] - flat[:, :-wide] >= EVEN * wide * high))
            if not len(j):
                continue
            away = np.hypot((i + wide / 2) / columns - 0.5, (j + high / 2) / rows - 0.5)
            k = int(away.argmin())
            worth = letters * (1 - 0.25 * float(away[k]))
            if best is None or worth > best[0]:
                best = worth, Place(skin, (int(i[k]), int(i[k]) + wide - 1), (int(j[k]), int(j[k]) + high - 1), letters)
    return best[1] if best else None


def _even(skin: Skin) -> np.ndarray:
    """Cells whose neighbours are no step away from them."""
    step = float(skin.u[1] - skin.u[0])
    filled = np.where(np.isnan(skin.depth), -1e3, skin.depth)
    even = ~np.isnan(skin.depth)
    for axis in (0, 1):
        jump = np.abs(np.diff(filled, axis=axis)) > 1.6 * step
        pads = [(0, 0), (0, 0)]
        for pads[axis] in ((1, 0), (0, 1)):
            even &= ~np.pad(jump, pads)
    return even


def _letters(label: dict, width: float, height: float) -> float:
    """The height of letters, metres, at which a text fills a rectangle, over as many lines as serve it best; of a logo alone its own height."""
    text = label["text"]
    if label.get("drawn") and not text:
        return min(width / label["drawn"]["aspect"], height)
    lines = text.split("\n")
    longest = max(map(len, lines))
    words = max(map(len, text.split()), default=1)
    return max(min(width / (LETTER * max(longest / n, words)), height / (1.16 * n * len(lines))) for n in range(1, 5))


def _add(built: Built, place: Place, tree: BVHTree) -> None:
    """The patch: a grid of points on the skin, its small unevenness smoothed, nowhere under it and off it by a hair."""
    skin, side = place.skin, place.skin.side
    out, right, up = (np.array(axis, float) for axis in (side.out, side.right, side.up))
    (a, b), (c, d) = place.columns, place.rows
    depth = skin.depth[c : d + 1, a : b + 1]
    depth = np.where(np.isnan(depth), np.nanmax(depth), depth)
    depth = np.maximum(gaussian_filter(depth, 0.7, mode="nearest"), gaussian_filter(depth, 1.5, mode="nearest"))
    lift = LIFT * float(np.max(np.asarray(built.high) - built.low))
    u, v = _inner(skin.u[a : b + 1]), _inner(skin.v[c : d + 1])
    points, uvs = [], []
    for j, y in enumerate(v):
        for i, x in enumerate(u):
            z = _at(depth, skin.u[a : b + 1], skin.v[c : d + 1], x, y)
            hit = tree.ray_cast(Vector(right * x + up * y + out * (z + REACHED)), Vector(-out))[0]
            z = z if hit is None else max(z, float(np.dot(hit, out)))  # a side that bulges
            points.append(right * x + up * y + out * (z + lift))
            uvs.append((i / (len(u) - 1), j / (len(v) - 1)))
    n = len(u)
    faces = [(j * n + i, j * n + i + 1, (j + 1) * n + i + 1, (j + 1) * n + i) for j in range(len(v) - 1) for i in range(n - 1)]
    patch = from_geometry(f"words {side.name}", points, faces, smooth=180, uvs=uvs)
    patch["slot"] = "words"
    patch.parent = built.root
    built.objects.append(patch)
    built.parts.setdefault("words", []).append(patch)


def _inner(places: np.ndarray) -> np.ndarray:
    """`FINER` times as many places as there are cells, within the share of them that is filled."""
    middle, half = (places[0] + places[-1]) / 2, (places[-1] - places[0] + (places[1] - places[0])) / 2 * FILLED
    return np.linspace(middle - half, middle + half, max(len(places), 3) * FINER)


def _at(depth: np.ndarray, u: np.ndarray, v: np.ndarray, x: float, y: float) -> float:
    """Depth between cells, linear."""
    i, j = np.clip((x - u[0]) / (u[1] - u[0]), 0, len(u) - 1), np.clip((y - v[0]) / (v[1] - v[0]), 0, len(v) - 1)
    a, b = min(math.floor(i), len(u) - 2), min(math.floor(j), len(v) - 2)
    s, t = i - a, j - b
    return float((1 - t) * ((1 - s) * depth[b, a] + s * depth[b, a + 1]) + t * ((1 - s) * depth[b + 1, a] + s * depth[b + 1, a + 1]))
