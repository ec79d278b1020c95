# SPDX-License-Identifier: GPL-3.0-or-later
"""What each thing that was set out touches: how far its underside is over what is below it, and how far it is from what bears it. Metres.

actors, placements ──contacts──▶ Contact (one an instance) ──floating──▶ who is in the air though nothing holds it. Felt on their meshes: nothing here
goes by what arranging believed
"""

from __future__ import annotations

from dataclasses import dataclass

import bpy
import numpy as np
from mathutils import Vector
from mathutils.bvhtree import BVHTree

from diorama_catalogue import Tag, thing
from diorama_stage.actors import Actor, world_points
from diorama_stage.arrange import Constraint, Placement
from diorama_stage.arrange.load import is_padded

FLOATS = 0.005
"""Metres: what is as far over all that is below it floats."""
TOUCHES = 0.002
"""Metres: what is as near to another thing is borne by it, also where no point of it is straight above: a bird on its perch."""
SUNK_IN = 0.03
"""Metres: how far above a point of an underside its support may be, where the two are pressed into each other."""
POINTS = 900
"""Points of a thing that are felt, at most: its lowest ones, and others over its whole surface."""


@dataclass(frozen=True)
class Contact:
    """What one instance touches."""

    instance: str
    host: str | None
    """What it was put on or in; None: the ground, a wall, the air."""
    below: float
    """Least height of its points over what is straight below them, another thing or the ground; inf where nothing is."""
    on_host: float
    """The same over its host alone; over the ground where it has none."""
    apart: float
    """Distance to the nearest other thing or the ground, in any direction: of what hangs or leans."""


ALOFT = frozenset(("above", "hanging_from", "holding", "wearing", "riding"))
"""Relations by which a thing may be in the air, or held by what is not below it."""


def floating(actors: list[Actor], placements: list[Placement], asked: list[Constraint]) -> set[str]:
    """Who is `FLOATS` or more over all that is below it, or over what it was put on; nobody whom the words put in the air, in a hand, on a wall
    or on water, nor what lies heaped in a vessel that is padded out below."""
    held = {t.item for t in asked if t.kind in ALOFT or set(t.objects) & {"wall", "sky", "water", "ceiling"}}
    held |= {o for t in asked if t.kind in ("holding", "under") for o in t.objects}  # trestles bear what is raised over another thing
    of, found = {a.id: a.item for a in actors}, contacts(actors, placements)
    loads = {host: [of[p.item] for p in placements if p.host == host] for host in {p.host for p in placements if p.host in of}}
    held |= {i.id for host, load in loads.items() if of[host].hollow is not None and is_padded(of[host], load) for i in load}
    out = set()
    for a, c in zip(actors, found, strict=True):
        buoyant = Tag.BUOYANT in thing(a.item.kind).tags
        above = c.below > FLOATS and c.apart > TOUCHES or c.host is not None and c.on_host > FLOATS and c.apart > FLOATS
        if a.id not in held and not buoyant and not a.item.fits and above:
            out.add(a.id)
    return out


def contacts(actors: list[Actor], placements: list[Placement], *, ground: float = 0.0) -> list[Contact]:
    """What each actor touches, where it stands now; in the order of the actors."""
    bpy.context.view_layer.update()
    trees, clouds = {a.id: mesh_tree(a) for a in actors}, {a.id: cloud(a) for a in actors}
    boxes = {id: (cloud.min(axis=0), cloud.max(axis=0)) for id, cloud in clouds.items()}
    out = []
    for a, p in zip(actors, placements, strict=True):
        points, near = clouds[a.id], [b.id for b in actors if b is not a and _meet(boxes[a.id], boxes[b.id])]
        floor = points[:, 2] - ground
        over = {id: _between(points, trees[a.id], clouds[id], trees[id]) for id in near}
        below = float(min([floor.min(), *over.values()]))
        host = floor.min() if p.host is None else over.get(p.host, np.inf)
        apart = min([float(floor.min()), *(_distance(points, trees[id]) for id in near)])
        out.append(Contact(a.id, p.host, max(below, 0.0), max(float(host), 0.0), max(apart, 0.0)))
    return out


def _meet(own: tuple[np.ndarray, np.ndarray], other: tuple[np.ndarray, np.ndarray], gap: float = 0.3) -> bool:
    """True where two boxes are near each other, or one is above the other."""
    (low, high), (other_low, other_high) = own, other
    return bool((low[:2] - gap <= other_high[:2]).all() and (other_low[:2] <= high[:2] + gap).all())


def mesh_tree(actor: Actor) -> BVHTree:
    """All faces of what it is built of, in the world."""
    corners, faces = [], []
    for o in actor.built.objects:
        first = len(corners)
        corners.extend(map(tuple, world_points(o)))
        faces.extend([first + i for i in p.vertices] for p in o.data.polygons)
    return BVHTree.FromPolygons(corners, faces)


def cloud(actor: Actor) -> np.ndarray:
    """Some of its vertices, (n, 3), world: the lowest third, and others evenly."""
    points = np.concatenate([world_points(o) for o in actor.built.objects])
    order = np.argsort(points[:, 2], kind="stable")
    low = order[: 2 * POINTS // 3]
    rest = order[:: max(1, 3 * len(order) // POINTS)]
    return points[np.union1d(low, rest)]


def _between(points: np.ndarray, own: BVHTree, others: np.ndarray, other: BVHTree) -> float:
    """Least height of one thing over another, metres; inf where it is over none of it, negative where they are pressed into each other.

    From the points of each to the surface of the other: a board lies on what is in the middle of its underside, where it has no point.
    """
    low, high = points.min(axis=0)[:2], points.max(axis=0)[:2]
    below = others[((others[:, :2] >= low) & (others[:, :2] <= high)).all(axis=1)]
    return min([_least(points, other, -1), *([_least(below, own, 1)] if len(below) else [])])


def _least(points: np.ndarray, tree: BVHTree, way: int) -> float:
    """Least way from any point down (`way` -1) or up (1) to a surface."""
    ray = Vector((0, 0, way))
    hits = [(z, tree.ray_cast(Vector((x, y, z - way * SUNK_IN)), ray)[0]) for x, y, z in points]
    return min([float(way * (h[2] - z)) for z, h in hits if h is not None], default=np.inf)


def _distance(points: np.ndarray, tree: BVHTree) -> float:
    """Least distance of any point to a surface."""
    return float(min(tree.find_nearest(Vector(p))[3] or 0.0 for p in points[:: max(1, len(points) // 300)]))
