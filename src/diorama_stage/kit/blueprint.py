# SPDX-License-Identifier: GPL-3.0-or-later
"""A built prop as data, from which it is made again to the last bit: what took long to build is built once in a process.

Spec ──made again──▶ Built, from what is kept of the same spec; else by its maker, and kept where that took long
"""

from __future__ import annotations

import re
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace

import bpy
import numpy as np

from diorama_stage.kit.build import Built
from diorama_stage.kit.kept import VALUES, Kept

SLOW = 0.02
"""Seconds of the processor's time: what is built in less is built again as soon."""
MOST = 128 << 20
"""Bytes that are kept, at most."""


@dataclass(frozen=True)
class Piece:
    """An object: its name and its mesh's without their numbers, its mesh, what else it is told."""

    name: str
    mesh_name: str
    mesh: Kept
    told: dict
    colours: str
    """The colour attribute that is shown, by name."""


@dataclass(frozen=True)
class Blueprint:
    """Of a prop before it is dressed. Pieces are in the order in which they came into the scene, `order` tells which is which of the prop's objects."""

    pieces: tuple[Piece, ...]
    order: tuple[int, ...]
    parts: dict[str, tuple[int, ...]]
    like: Built
    """All else of it; its objects are gone."""

    @classmethod
    def of(cls, built: Built) -> Blueprint | None:
        """None where something of it cannot be told so: a modifier, a material, groups of vertices, numbers of another type."""
        if built.strands or not all(map(_plain, built.objects)) or {o for group in built.parts.values() for o in group} - set(built.objects):
            return None
        came = {o: k for k, o in enumerate(bpy.context.scene.collection.objects)}
        inside = sorted(built.objects, key=lambda o: came[o])
        place = {o: k for k, o in enumerate(inside)}
        parts = {name: tuple(place[o] for o in group) for name, group in built.parts.items()}
        return cls(tuple(map(_piece, inside)), tuple(place[o] for o in built.objects), parts, _copied(built, objects=[], parts={}))

    @property
    def size(self) -> int:
        """Bytes of its meshes."""
        meshes = [p.mesh for p in self.pieces]
        return sum(a.nbytes for m in meshes for a in (m.at, m.edges, m.corners, m.along, m.starts, *(values for *_, values in m.more)))

    def build(self) -> Built:
        """The prop, of meshes of its own."""
        made = [_made(piece) for piece in self.pieces]
        root = bpy.data.objects.new(self.like.kind, None)
        bpy.context.scene.collection.objects.link(root)
        objects = [made[k] for k in self.order]
        for o in objects:
            o.parent = root
        return _copied(self.like, root=root, objects=objects, parts={name: [made[k] for k in of] for name, of in self.parts.items()})


def _copied(built: Built, **changes) -> Built:
    """Another, whose lists and tables are its own."""
    own = {"slots": dict(built.slots), "supports": list(built.supports), "emitters": list(built.emitters), "marks": dict(built.marks)}
    own |= {"low": np.array(built.low), "high": np.array(built.high), "left_out": list(built.left_out), "credits": list(built.credits)}
    return replace(built, **own, **changes)


def _plain(o: bpy.types.Object) -> bool:
    mesh = o.data
    simple = not (o.modifiers or o.vertex_groups or o.constraints or mesh.materials or mesh.shape_keys or len(mesh.uv_layers) > 1 or mesh.keys())
    return bool(simple and np.array_equal(np.asarray(o.matrix_basis), np.eye(4)) and all(a.data_type in VALUES or a.name in BASIC for a in mesh.attributes))


BASIC = frozenset(("position", ".edge_verts", ".corner_vert", ".corner_edge", "UVMap"))


def _piece(o: bpy.types.Object) -> Piece:
    colours = o.data.color_attributes.active_color_name if len(o.data.color_attributes) else ""
    return Piece(_bare(o.name), _bare(o.data.name), Kept.of(o.data), {key: o[key] for key in o.keys()}, colours)


def _bare(name: str) -> str:
    """Without the number that tells it from another of the name."""
    return re.sub(r"\.\d{3,}$", "", name)


def _made(piece: Piece) -> bpy.types.Object:
    o = piece.mesh.object(piece.name, piece.mesh_name)
    for key, value in piece.told.items():
        o[key] = value
    if piece.colours:
        o.data.color_attributes.active_color_name = piece.colours
    return o


def _numbered(built: Built) -> None:
    """Objects and meshes of one name numbered as they came, whatever was made and taken away between: as those are that are made again."""
    came = {o: k for k, o in enumerate(bpy.context.scene.collection.objects)}
    inside = sorted((o for o in built.objects if o in came), key=lambda o: came[o])
    for of in (inside, [o.data for o in inside]):
        names = [_bare(one.name) for one in of]
        for one in of:
            one.name = "\u00b7"
        for one, name in zip(of, names, strict=True):
            one.name = name


_kept: OrderedDict[str, Blueprint] = OrderedDict()


def again(key: str, make: Callable[[], Built]) -> Built:
    """What `make` makes: of what is kept by this key, else by it."""
    if key in _kept:
        _kept.move_to_end(key)
        return _kept[key].build()
    begin = time.process_time()
    built = make()
    _numbered(built)
    if time.process_time() - begin > SLOW and (blueprint := Blueprint.of(built)) is not None:
        _kept[key] = blueprint
        while sum(b.size for b in _kept.values()) > MOST:
            _kept.popitem(last=False)
    return built
