# SPDX-License-Identifier: GPL-3.0-or-later
"""Pieces of a place that repeat, gathered by material: desks, pews, racks, benches. Each material is one mesh, however many pieces there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import bpy
import numpy as np
from mathutils import Matrix

from diorama_stage.dress import PLAIN, dress
from diorama_stage.kit import Spec
from diorama_stage.kit.mesher import Mesher
from diorama_stage.props.registry import build
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.scatter import keep_clear

Paint = Callable[[], bpy.types.Material]
Spots = Iterable[tuple[float, float, float]]
"""x, y, degrees about Z: metres, the piece's front to its own -Y."""


class Works:
    """Meshers by name, each with the paint that its object gets; `at` places what is added next."""

    def __init__(self, site: Site, **paints: Paint):
        self.site = site
        self.paints = paints
        self.meshers = {name: Mesher() for name in paints}

    def __getattr__(self, name: str) -> Mesher:
        try:
            return self.__dict__["meshers"][name]
        except KeyError:
            raise AttributeError(name) from None

    def at(self, x: float = 0.0, y: float = 0.0, z: float = 0.0, degrees: float = 0.0) -> Works:
        for m in self.meshers.values():
            m.frame = (x, y, z, degrees)
        return self

    def finish(self, *, smooth: frozenset[str] = frozenset()) -> None:
        """Make the objects, named as the meshers are (a space for an underscore)."""
        for name, m in self.meshers.items():
            if m:
                self.site.add(m.object(name.replace("_", " "), self.paints[name](), smooth=name in smooth))


def clear_of(site: Site, spots: Spots, margin: float) -> list[tuple[float, float, float]]:
    """The spots that neither the subjects nor the sight line to them need."""
    every = list(spots)
    if not every:
        return []
    kept = keep_clear(site, np.array([s[:2] for s in every]), margin)
    return [s for s, ok in zip(every, kept, strict=True) if ok]


def grid_of(xs: Iterable[float], ys: Iterable[float], degrees: float = 0.0) -> list[tuple[float, float, float]]:
    """Rows and columns, all turned alike."""
    across = list(xs)
    return [(float(x), float(y), degrees) for y in ys for x in across]


def prop(kind: str, seed: int, *, variant: str = "", lit: bool = False, snowed: bool = False) -> bpy.types.Object:
    """A prop as one object, at its own usual size, on z = 0 about the origin; its windows lit, or under snow. Raises KeyError for an unknown kind."""
    built = build(Spec(kind, seed, variants=frozenset(filter(None, (variant,))), states=frozenset(("lit",)) if lit else frozenset()))
    dress(built, {**PLAIN, "finish": ["snow_covered"]} if snowed else PLAIN, seed=seed)
    for o in built.objects:
        o.parent = None
    with bpy.context.temp_override(active_object=built.objects[0], selected_editable_objects=built.objects, selected_objects=built.objects):
        bpy.ops.object.join()
    whole = built.objects[0]
    whole.name = kind
    bpy.data.objects.remove(built.root)
    return whole


def put(site: Site, whole: bpy.types.Object, x: float, y: float, z: float, degrees: float = 0.0, size: float = 1.0) -> bpy.types.Object:
    """Set a prop down, turned and scaled."""
    where = Matrix.Translation((x, y, z)) @ Matrix.Rotation(np.radians(degrees), 4, "Z") @ Matrix.Scale(size, 4)
    whole.matrix_world = where @ whole.matrix_world
    site.add(whole)
    return whole


def again(site: Site, whole: bpy.types.Object, x: float, y: float, z: float, degrees: float = 0.0) -> bpy.types.Object:
    """Another of a prop that was put down once: its mesh is shared."""
    other = whole.copy()
    bpy.context.scene.collection.objects.link(other)
    other.matrix_world = Matrix.Translation((x, y, z)) @ Matrix.Rotation(np.radians(degrees), 4, "Z")
    site.add(other)
    return other
