# SPDX-License-Identifier: GPL-3.0-or-later
"""Plush: the pile of toys, short soft strands that stand off the cloth every way."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.animals import fur, surface
from diorama_stage.kit import Built
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.materials.nodes import linear

MOST = 46_000
"""Strands of one toy."""
LONG, THICK = 0.034, 0.0014
"""How long the pile is and how thick a strand at its root, as shares of the toy's size."""
BARE = frozenset(("eyes", "beak", "legs", "comb"))
"""Parts of a figure that no pile grows on."""


STUFFED, ROUNDED = 0.028, 8
"""How far the stuffing swells what it is sewn from, as a share of its size; how often edges are rounded."""
BUTTON, SEEN = 1.7, 0.55
"""How large a toy's eyes are by the animal's; how far they stand off the cloth, by the length of the pile."""


def stuff(built: Built) -> None:
    """A figure as it is sewn and stuffed: swollen and rounded, ears and limbs thick, its eyes buttons on the cloth."""
    by = STUFFED * float(max(built.high - built.low))
    skins = [o for name, group in built.parts.items() if name not in BARE for o in group]
    before, ways = [], []
    for o in skins:
        p, n = vertices(o), np.empty(len(o.data.vertices) * 3, np.float32)
        o.data.vertices.foreach_get("normal", n)
        before.append(p)
        ways.append(n.reshape(-1, 3))
        _moved(o, p + by * ways[-1])
        round_ = o.modifiers.new("round", "SMOOTH")
        round_.factor, round_.iterations = 0.5, ROUNDED
        made = bpy.data.meshes.new_from_object(o.evaluated_get(bpy.context.evaluated_depsgraph_get()))
        o.modifiers.clear()
        o.data = made
    points, out = np.concatenate(before), np.concatenate(ways)
    for eye in built.parts.get("eyes", ()):
        p = vertices(eye)
        middle = p.mean(axis=0)
        near = int(np.linalg.norm(points - middle, axis=1).argmin())
        _moved(eye, (p - middle) * BUTTON + points[near] + (by + SEEN * LONG * by / STUFFED) * out[near])


def _moved(o: bpy.types.Object, points: np.ndarray) -> None:
    set_points(o.data, points)


def pile(built: Built, colour: str, seed: int) -> list[bpy.types.Object]:
    """The pile of every part that is of cloth, as objects under the toy's root."""
    rng, size = np.random.default_rng(seed), float(max(built.high - built.low))
    cloth = [o for name, group in built.parts.items() if name not in BARE for o in group]
    return [_grown(o, np.array(linear(colour)[:3]), size, MOST // max(len(cloth), 1), built.root, rng) for o in cloth]


def _grown(o: bpy.types.Object, colour: np.ndarray, size: float, count: int, root: bpy.types.Object, rng: np.random.Generator) -> bpy.types.Object:
    data = o.data
    data.calc_loop_triangles()
    tri = np.empty(len(data.loop_triangles) * 3, np.int32)
    data.loop_triangles.foreach_get("vertices", tri)
    points, tri = vertices(o), tri.reshape(-1, 3)
    corners = points[tri]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    area = np.linalg.norm(across, axis=1)
    at = rng.choice(len(tri), count, p=area / area.sum())
    u, w = rng.random((2, count, 1))
    u, w = np.where(u + w > 1, 1 - u, u), np.where(u + w > 1, 1 - w, w)
    share = np.concatenate([1 - u - w, u, w], axis=1)
    roots = np.einsum("nk,nkc->nc", share, corners[at])
    out = across[at] / np.maximum(area[at], 1e-12)[:, None]
    way = fur.unit(0.8 * out + rng.normal(0, 0.42, out.shape) + 0.3 * fur.DOWN)
    long = LONG * size * rng.uniform(0.6, 1.15, (count, 1))
    t = np.linspace(0, 1, 4)[:, None, None]
    bend = rng.normal(0, 0.25, out.shape)
    strands = np.moveaxis(roots + (way * t + bend * t**2) * long, 0, 1)
    tone = (_tint(data, tri)[at] if "Tint" in data.color_attributes else np.ones((count, 3))) * rng.normal(1, 0.12, (count, 1)).clip(0.6, 1.4)
    made = surface.curves("pile", fur.Strands(strands, np.full(count, THICK * size), np.clip(colour * tone, 0, 1)), surface.hair(0.6))
    made.parent = root
    return made


def _tint(data: bpy.types.Mesh, tri: np.ndarray) -> np.ndarray:
    """The mean factor on the colour of each triangle, (m, 3)."""
    rgba = np.empty(len(data.vertices) * 4, np.float32)
    data.color_attributes["Tint"].data.foreach_get("color", rgba)
    return rgba.reshape(-1, 4)[tri, :3].mean(axis=1)
