# SPDX-License-Identifier: GPL-3.0-or-later
"""Actors: built things (or people) that stand somewhere in the world, and how they are put there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import bpy
import numpy as np
from mathutils import Matrix

from diorama_stage.arrange import Item, Placement
from diorama_stage.kit import Built
from diorama_stage.kit.build import vertices
from diorama_stage.kit.measures import Body, Measures

AROUND = np.random.default_rng(0).normal(size=(240, 3))
"""Directions in which outermost points are looked for."""


@dataclass
class Actor:
    """One instance of a subject: its measures, by which it is arranged, and what makes it, once it is to be seen."""

    id: str
    subject: str
    index: int
    """Pass index of its objects, from 1."""
    measures: Measures
    item: Item
    make: Callable[[], Built]
    upside_down: bool = False
    piled: bool = False
    """One of a stack: its fellows may cover it."""
    order: int = 0
    """Which of all was cast first, second …"""
    matrix: np.ndarray = field(default_factory=lambda: np.eye(4))
    """Where it stands, (4, 4)."""
    _built: Built | None = None
    _box: tuple[np.ndarray, np.ndarray] | None = None

    @property
    def factors(self) -> tuple[float, float, float]:
        """By which it was resized."""
        return self.measures.factors

    @property
    def built(self) -> Built:
        """What stands in Blender's scene. Raises NotBuilt before it does: nobody builds by reading."""
        if self._built is None:
            raise NotBuilt(self.id)
        return self._built

    @property
    def is_built(self) -> bool:
        return self._built is not None

    def built_as(self, built: Built) -> None:
        """This is what was made: it stands where the actor stands, and is known by its index."""
        self._built = built
        for o in (*built.objects, *built.strands):
            o.pass_index = self.index
        built.root.matrix_world = Matrix(self.matrix.tolist())

    def stand(self, matrix: Matrix) -> None:
        """Put it somewhere."""
        # As Blender has it of an object: by place, turns and size, each to single precision.
        self.matrix = np.asarray(Matrix.LocRotScale(matrix.to_translation(), matrix.to_euler("XYZ"), matrix.to_scale()))
        self._box = None
        if self._built is not None:
            self._built.root.matrix_world = matrix

    def raise_by(self, height: float) -> None:
        """Lift it, metres; lower it by less than nothing."""
        self.matrix = self.matrix.copy()
        self.matrix[2, 3] = np.float32(self.matrix[2, 3] + height)
        self._box = None
        if self._built is not None:
            self._built.root.location.z += height

    def world(self, body: Body) -> np.ndarray:
        """The points of one of its bodies in the world, (n, 3)."""
        m = self.matrix if body.local is None else self.matrix @ body.local
        return body.points @ m[:3, :3].T + m[:3, 3]

    def points(self) -> np.ndarray:
        """All its points in the world, (n, 3)."""
        return np.concatenate([self.world(body) for body in self.measures.objects])

    def framed(self) -> np.ndarray:
        """Those that a frame must hold."""
        return np.concatenate([self.world(body) for body in self.measures.objects if not body.beyond])

    def box(self) -> tuple[np.ndarray, np.ndarray]:
        """Its bounding box in the world, low and high corners."""
        if self._box is None:
            points = self.framed()
            self._box = points.min(axis=0), points.max(axis=0)
        return self._box[0].copy(), self._box[1].copy()

    def wears(self, body: Body, part: str) -> None:
        """One more object is part of it from now on."""
        self.measures, self._box = self.measures.having(body, part), None

    def mark(self, name: str) -> np.ndarray:
        """A point of a person's body (see `Built.marks`) in the world, (3,)."""
        return self.matrix[:3, :3] @ self.measures.marks[name] + self.matrix[:3, 3]

    def head(self) -> np.ndarray | None:
        """Outermost points of an animal's head in the world, (n, 3); None of what has none."""
        if self.measures.head is None:
            return None
        return self.measures.head @ self.matrix[:3, :3].T + self.matrix[:3, 3]

    def outline(self, above: float = -np.inf) -> np.ndarray:
        """Its outermost points in the world that lie `above` a height, metres, (n, 3): what a frame must hold."""
        points = self.framed()
        points = points[points[:, 2] >= min(above, points[:, 2].max())]
        return points[np.unique([int((points @ way).argmax()) for way in AROUND])]  # way by way: all at once is hundreds of megabytes, and slower


class NotBuilt(RuntimeError):
    """The meshes of a thing were asked for before anything was built."""


def build(actors: list[Actor]) -> None:
    """Make all that is not made yet, in the order in which they were cast, and stand them where they are."""
    for actor in sorted((a for a in actors if not a.is_built), key=lambda a: a.order):
        actor.built_as(actor.make())
    bpy.context.view_layer.update()


def world_points(object: bpy.types.Object) -> np.ndarray:
    points = vertices(object)
    m = np.asarray(object.matrix_world)
    return points @ m[:3, :3].T + m[:3, 3]


def stand(actors: list[Actor], placements: list[Placement]) -> None:
    """Move every actor to its place."""
    for actor, p in zip(actors, placements, strict=True):
        turn = Matrix.Rotation(np.radians(p.yaw), 4, "Z") @ Matrix.Rotation(np.radians(p.tilt_x), 4, "X") @ Matrix.Rotation(np.radians(p.tilt_y), 4, "Y")
        middle = Matrix.Translation((0, 0, actor.item.height / 2))
        if actor.upside_down:
            turn = turn @ middle @ Matrix.Rotation(np.pi, 4, "X") @ middle.inverted()
        if actor.item.rolls and p.host is not None:
            turn = middle @ turn @ middle.inverted()
        actor.stand(Matrix.Translation((p.x, p.y, p.z)) @ turn)
        if p.host is None and (p.tilt_x or p.tilt_y) or actor.upside_down:  # what tilts on the ground rests on it by its lowest point
            actor.raise_by(p.z - float(actor.box()[0][2]))
    bpy.context.view_layer.update()
