# SPDX-License-Identifier: GPL-3.0-or-later
"""What arranging needs to know of a built thing: its extents, the surfaces that bear, the hollow that holds, its felt form, where its hand is."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import bpy
import numpy as np
from mathutils import Vector
from mathutils.bvhtree import BVHTree

from diorama_catalogue import Tag, thing
from diorama_stage.arrange import Item
from diorama_stage.arrange.data import Cavity, Relief, SupportSurface
from diorama_stage.arrange.form import outermost
from diorama_stage.kit import Built
from diorama_stage.kit.arrays import points
from diorama_stage.kit.measures import Measures, measured
from diorama_stage.legible import share_of
from diorama_stage.scene_view import Staged

LIGHT = 0.06
"""Of other things, the share of their height."""


CELLS = 160
"""Across the longer side of what is met from above."""
FELT = 5000
"""Points that tell the form of a thing to what comes to rest on it."""


def item_of(id: str, subject: Staged, built: Measures, relief: Callable[[], Relief]) -> Item:
    """The item of a thing that was measured. `relief` tells what rays from above meet on it; it is asked only of what bears something."""
    low, high, record, f = built.low, built.high, thing(subject["thing"]), built.factors
    levels = tuple(
        SupportSurface(s.name, s.x0 * f[0], s.x1 * f[0], s.y0 * f[1], s.y1 * f[1], s.z * f[2], s.round, s.headroom * f[2]) for s in built.supports
    )
    i = built.interior
    hollow = Cavity(i.radius * min(f[0], f[1]), i.z0 * f[2], i.z1 * f[2], i.x * f[0], i.y * f[1], None if i.level is None else i.level * f[2]) if i else None
    return Item(
        id, subject["id"], subject["thing"], float(max(-low[0], high[0])), float(max(-low[1], high[1])), float(high[2]), built.footprint == "round",
        levels, hollow, built.lean, built.hang[2] * f[2] if built.hang else None, Tag.ROLLS in record.tags, subject["implied"],
        Tag.CUT_FLOWER in record.tags, built.seat * f[2], LIGHT * float(high[2]) if record.draught is None else record.draught * f[2], built.mount,
        bool(subject["labels"]), "arranged" in subject["states"], hand=_hand(subject["thing"], built.form), form=built.form,
        heap=Tag.ROLLS in record.tags and "stacked" in subject["states"] and subject["count"] > 2,
        corded=Tag.CORDED in record.tags and "stacked" in subject["states"] and subject["count"] > 2,
        circle="circled" in subject["states"], span=_span(low, high) if built.footprint != "round" else None,
        relief=cache(relief), tips="pouring" in subject["states"],
    )  # fmt: skip


OFF = 0.06
"""Of a thing's half length, how far its origin may be from its middle."""


def _span(low, high) -> tuple[float, float, float, float] | None:
    """The middle and half lengths of a footprint whose origin is at one side of it: an oar's is where it is held."""
    middle, half = (np.asarray(low) + high)[:2] / 2, (np.asarray(high) - low)[:2] / 2
    return (*map(float, middle), *map(float, half)) if (abs(middle) > OFF * half).any() else None


def measures_of(built: Built, *, upside_down: bool = False) -> Measures:
    """What is known of it from now on; `upside_down`: it is to stand on its head."""
    return measured(built, _form(built, upside_down), share_of)


def _form(built: Built, upside_down: bool) -> np.ndarray:
    """Points strewn evenly over its surface, and the outermost of its vertices, (n, 3), the prop's frame."""
    rng = np.random.default_rng(1)
    clouds = [_strewn(o.data, rng) for o in built.objects]
    area = sum(a for _, a in clouds) or 1.0
    few = [c[: max(int(FELT * a / area), 60)] for c, a in clouds]
    points = np.concatenate([*few, outermost(np.concatenate([_corners(o.data) for o in built.objects]))])
    if upside_down:
        points = points * (1, -1, -1) + (0, 0, built.high[2])
    return points.astype(np.float32)


def _corners(mesh: bpy.types.Mesh) -> np.ndarray:
    """Its vertices, (n, 3), the prop's frame."""
    return points(mesh).astype(float)


def relief_of(built: Built, upside_down: bool) -> Relief:
    """What rays from straight above meet, the prop's frame."""
    corners, faces = [], []
    for o in built.objects:
        first = len(corners)
        co = _corners(o.data) * ((1, -1, -1) if upside_down else (1, 1, 1)) + (0, 0, built.high[2] if upside_down else 0)
        corners.extend(map(tuple, co))
        faces.extend([first + i for i in p.vertices] for p in o.data.polygons)
    low, high = np.min(corners, axis=0), np.max(corners, axis=0)
    step = max(float((high - low)[:2].max()) / CELLS, 1e-4)
    x, y = (np.arange(low[k] + step / 2, high[k] + step / 2, step) for k in (0, 1))
    tree, down, above = BVHTree.FromPolygons(corners, faces), Vector((0, 0, -1)), float(high[2]) + 1
    hits = [[tree.ray_cast((u, v, above), down)[0] for u in x] for v in y]
    return Relief(float(low[0]), float(low[1]), step, np.array([[-np.inf if h is None else h[2] for h in row] for row in hits]))


def _strewn(mesh: bpy.types.Mesh, rng: np.random.Generator) -> tuple[np.ndarray, float]:
    """Points on a mesh's triangles, as many on each as its area asks, and the whole area."""
    mesh.calc_loop_triangles()
    corners = np.empty(len(mesh.loop_triangles) * 3, np.int32)
    mesh.loop_triangles.foreach_get("vertices", corners)
    co = _corners(mesh)
    if not len(corners):
        return co, 1e-9
    a, b, c = (co[corners[k::3]] for k in range(3))
    areas = np.linalg.norm(np.cross(b - a, c - a), axis=1) / 2
    total = float(areas.sum())
    if total <= 0:
        return co, 1e-9
    picked = np.searchsorted(np.cumsum(areas), np.sort(rng.random(FELT)) * total).clip(0, len(areas) - 1)
    rng.shuffle(picked)
    u, v = rng.random(FELT), rng.random(FELT)
    u, v = np.where(u + v > 1, 1 - u, u), np.where(u + v > 1, 1 - v, v)
    return a[picked] + (b - a)[picked] * u[:, None] + (c - a)[picked] * v[:, None], total


def _hand(kind: str, form: np.ndarray) -> tuple[float, float, float] | None:
    """Where a figure holds things: of those with arms, the outermost of its middle; before the chest of all others."""
    if Tag.HAS_HANDS not in thing(kind).tags:
        return None
    low, high = form.min(axis=0), form.max(axis=0)
    tall = high[2]
    if Tag.HUMAN in thing(kind).tags:
        middle = form[(form[:, 2] > 0.42 * tall) & (form[:, 2] < 0.52 * tall)]
        most = middle[:, 0].max()
        reach = middle[middle[:, 0] >= most - 0.1 * abs(most)].mean(axis=0)
        return float(reach[0]), float(reach[1]), float(reach[2])
    return float(0.62 * high[0]), float(0.85 * low[1]), float(0.5 * tall)
