# SPDX-License-Identifier: GPL-3.0-or-later
"""Actors: built things (or people) that stand somewhere in the world, and how they are put there."""

from __future__ import annotations

from dataclasses import dataclass

import bpy
import numpy as np
from mathutils import Matrix

from diorama_stage.arrange import Item, Placement
from diorama_stage.kit import Built
from diorama_stage.kit.build import vertices

AROUND = np.random.default_rng(0).normal(size=(240, 3))
"""Directions in which outermost points are looked for."""


@dataclass
class Actor:
    """One instance of a subject."""

    id: str
    subject: str
    index: int
    """Pass index of its objects, from 1."""
    built: Built
    item: Item
    factors: tuple[float, float, float]
    upside_down: bool = False
    piled: bool = False
    """One of a stack: its fellows may cover it."""

    def box(self) -> tuple[np.ndarray, np.ndarray]:
        """Its bounding box in the world, low and high corners."""
        bpy.context.view_layer.update()
        points = np.concatenate([world_points(o) for o in self.built.objects if not o.get("beyond")])
        return points.min(axis=0), points.max(axis=0)

    def mark(self, name: str) -> np.ndarray:
        """A point of a person's body (see `Built.marks`) in the world, (3,)."""
        m = np.asarray(self.built.root.matrix_world)
        return m[:3, :3] @ self.built.marks[name] + m[:3, 3]

    def head(self) -> np.ndarray | None:
        """Outermost points of an animal's head in the world, (n, 3); None of what has none."""
        if self.built.head is None:
            return None
        m = np.asarray(self.built.root.matrix_world)
        return self.built.head @ m[:3, :3].T + m[:3, 3]

    def outline(self, above: float = -np.inf) -> np.ndarray:
        """Its outermost points in the world that lie `above` a height, metres, (n, 3): what a frame must hold."""
        points = np.concatenate([world_points(o) for o in self.built.objects if not o.get("beyond")])
        points = points[points[:, 2] >= min(above, points[:, 2].max())]
        return points[np.unique([int((points @ way).argmax()) for way in AROUND])]  # way by way: all at once is hundreds of megabytes, and slower


def world_points(object: bpy.types.Object) -> np.ndarray:
    points = vertices(object)
    m = np.asarray(object.matrix_world)
    return points @ m[:3, :3].T + m[:3, 3]


def stand(actors: list[Actor], placements: list[Placement]) -> None:
    """Move every actor to its place."""
    for actor, p in zip(actors, placements, strict=True):
        turn = Matrix.Rotation(np.radians(p.yaw), 4, "Z") @ Matrix.Rotation(np.radians(p.tilt_x), 4, "X") @ Matrix.Rotation(np.radians(p.tilt_y), 4, "Y")
        pivot = Matrix.Identity(4)
        middle = Matrix.Translation((0, 0, actor.item.height / 2))
        if actor.upside_down:
            turn, pivot = turn @ middle @ Matrix.Rotation(np.pi, 4, "X") @ middle.inverted(), Matrix.Identity(4)
        if actor.item.rolls and p.host is not None:
            turn, pivot = middle @ turn @ middle.inverted(), Matrix.Identity(4)
        actor.built.root.matrix_world = Matrix.Translation((p.x, p.y, p.z)) @ turn @ pivot
    bpy.context.view_layer.update()
    _touch(actors, placements)


def _touch(actors: list[Actor], placements: list[Placement]) -> None:
    """Let what tilts on the ground rest on it: lift or lower it so that its lowest point is at its height."""
    for actor, p in zip(actors, placements, strict=True):
        if p.host is None and (p.tilt_x or p.tilt_y) or actor.upside_down:
            low, _ = actor.box()
            actor.built.root.location.z += p.z - float(low[2])
    bpy.context.view_layer.update()
