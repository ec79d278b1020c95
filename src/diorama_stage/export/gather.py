# SPDX-License-Identifier: GPL-3.0-or-later
"""What is to be seen: every mesh once, with the places where it stands and how large the lens sees it.

depsgraph → one Shape for each mesh with its materials → sized by the frame → far, dense meshes made coarser
"""

from __future__ import annotations

from dataclasses import dataclass, field

import bpy
import numpy as np

from diorama_stage.export import hair_ribbons
from diorama_stage.kit.arrays import points

LONG = 1024.0
"""Pixels of the frame's long side that sizes are told in."""
SAMPLES = 400
COARSEST, FINEST = 400, 120_000
"""Least and most triangles that a mesh keeps, however small or large it is seen."""
PER_PIXEL = 2.0
"""Triangles a pixel of the box that the lens sees a mesh in."""


@dataclass
class Frame:
    """The camera as projection: `project` gives pixels from the middle and depth."""

    eye: np.ndarray
    axes: np.ndarray
    """(3, 3): right, up, backward."""
    focal: float
    """Pixels."""
    half: np.ndarray
    """Half the frame, pixels."""
    shift: np.ndarray
    """Of the lens, pixels."""

    @classmethod
    def of(cls, scene: bpy.types.Scene) -> Frame:
        camera, render = scene.camera, scene.render
        size = np.array((render.resolution_x, render.resolution_y), float)
        matrix = np.array(camera.matrix_world)
        long = size.max()
        return cls(matrix[:3, 3], matrix[:3, :3].T, camera.data.lens / 36.0 * LONG, size / long * LONG / 2, np.array((camera.data.shift_x, camera.data.shift_y)) * LONG)

    def project(self, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        local = (points - self.eye) @ self.axes.T
        depth = -local[:, 2]
        return local[:, :2] / np.maximum(depth, 1e-6)[:, None] * self.focal - self.shift, depth

    def sees(self, points: np.ndarray) -> tuple[float, float]:
        """Pixels of the box that the points in view take, and the pixels a metre at the nearest of them."""
        seen, depth = self.project(points)
        inside = (depth > 0.01) & (np.abs(seen) <= self.half * 1.03).all(axis=1)
        if not inside.any():
            return 0.0, 0.0
        extent = np.ptp(seen[inside], axis=0)
        return float(np.maximum(extent, 1.0).prod()), float(self.focal / max(np.percentile(depth[inside], 3), 0.02))


@dataclass
class Shape:
    name: str
    group: str
    """The thing it is part of; empty for the set."""
    points: np.ndarray
    """(n, 3), own frame."""
    triangles: np.ndarray
    """(t, 3) into points."""
    normals: np.ndarray
    """(t, 3, 3), unit, one a corner."""
    uv: np.ndarray | None
    attributes: dict[str, np.ndarray]
    """By name, (t, 3, 4)."""
    slots: np.ndarray
    """(t,) into materials."""
    materials: list[bpy.types.Material]
    places: list[np.ndarray] = field(default_factory=list)
    random: float = 0.5
    pixels: float = 0.0
    """Of the box in which the lens sees it, where it sees it largest."""
    scale: float = 0.0
    """Pixels a metre there."""
    at: int = 0
    """The place where it is seen largest."""

    @property
    def stretch(self) -> float:
        return float(abs(np.linalg.det(self.places[self.at][:3, :3])) ** (1 / 3))

    def world(self, points: np.ndarray) -> np.ndarray:
        matrix = self.places[self.at]
        return points @ matrix[:3, :3].T + matrix[:3, 3]

    def areas(self) -> np.ndarray:
        a, b, c = (self.points[self.triangles[:, k]] for k in range(3))
        return np.linalg.norm(np.cross(b - a, c - a), axis=1) / 2


def gather(scene: bpy.types.Scene, attributes: frozenset[str]) -> list[Shape]:
    """All shapes that the camera could see, sized and, where they are denser than the picture, made coarser."""
    frame = Frame.of(scene)
    shapes: dict[tuple, Shape] = {}
    sources: dict[tuple, tuple[bpy.types.Object, int]] = {}
    for modifier in (m for o in scene.objects for m in o.modifiers):  # what a render shows, which is more than a viewport does
        modifier.show_viewport = modifier.show_render
        if modifier.type == "SUBSURF":
            modifier.levels = modifier.render_levels
    graph = bpy.context.evaluated_depsgraph_get()
    for instance in graph.object_instances:
        made = instance.object
        original = made.original
        if not _has_surface(made) or not _is_seen(original):
            continue
        materials = [s.material.original for s in made.material_slots if s.material]
        key = (original.data.name_full, tuple(m.name_full for m in materials), original.name if original.modifiers else "")
        if key not in shapes:
            if made.type == "CURVES":
                shapes[key] = _strands(made.data, original, materials, attributes, np.array(instance.matrix_world), frame)
            else:
                shapes[key] = _read(made.data, original, materials, attributes)
                sources[key] = (original, len(shapes[key].triangles))
            shapes[key].random = instance.random_id / 0xFFFFFFFF
        shapes[key].places.append(np.array(instance.matrix_world))
    for shape in shapes.values():
        _size(shape, frame)
    _coarsen(shapes, sources, attributes)
    return [s for s in shapes.values() if len(s.triangles)]


def _has_surface(made: bpy.types.Object) -> bool:
    return made.type == "MESH" and len(made.data.polygons) > 0 or made.type == "CURVES" and len(made.data.curves) > 0


def _is_seen(original: bpy.types.Object) -> bool:
    return not original.hide_render and original.visible_camera and not original.get("airy")


def _names(original: bpy.types.Object) -> tuple[str, str]:
    """What a part is called, and the thing it belongs to."""
    top = original
    while top.parent:
        top = top.parent
    return original.get("slot", original.name.split(".")[0]), top.name.split(".")[0] if top is not original else ""


def _strands(data: bpy.types.Curves, original: bpy.types.Object, materials: list, attributes: frozenset[str], matrix: np.ndarray, frame: Frame) -> Shape:
    """Hair as ribbons, with what the looks read of each strand."""
    eye = np.linalg.inv(matrix)[:3] @ np.append(frame.eye, 1.0)
    points, triangles, normals, strand, along = hair_ribbons.ribbons(data, eye)
    own = {}
    for name in attributes & set(data.attributes.keys()):
        source = data.attributes[name]
        if source.domain == "CURVE" and source.data_type == "FLOAT":
            source.data.foreach_get("value", flat := np.empty(len(source.data), np.float32))
            own[name] = np.concatenate([np.repeat(flat[strand][:, None], 3, axis=1), np.ones((len(strand), 1), np.float32)], axis=1)[triangles]
    own["x_along"] = np.repeat(along[:, None], 4, axis=1)[triangles]
    return _whole(Shape(*_names(original), points, triangles, normals, None, own, np.zeros(len(triangles), int), materials))


def _read(mesh: bpy.types.Mesh, original: bpy.types.Object, materials: list, attributes: frozenset[str]) -> Shape:
    mesh.calc_loop_triangles()
    count = len(mesh.loop_triangles)
    triangles, loops, slots = np.empty(count * 3, np.int32), np.empty(count * 3, np.int32), np.empty(count, np.int32)
    mesh.loop_triangles.foreach_get("vertices", triangles)
    mesh.loop_triangles.foreach_get("loops", loops)
    mesh.loop_triangles.foreach_get("material_index", slots)
    normals = np.empty(len(mesh.loops) * 3, np.float32)
    mesh.corner_normals.foreach_get("vector", normals)
    uv = None
    if mesh.uv_layers.active:
        flat = np.empty(len(mesh.loops) * 2, np.float32)
        mesh.uv_layers.active.uv.foreach_get("vector", flat)
        uv = flat.reshape(-1, 2)[loops].reshape(-1, 3, 2)
    corners = loops.reshape(-1, 3)
    own = {name: _attribute(mesh, name, triangles.reshape(-1, 3), corners) for name in attributes if name in mesh.attributes}
    shape = Shape(
        *_names(original), points(mesh).astype(float), triangles.reshape(-1, 3),
        normals.reshape(-1, 3)[corners].astype(float), uv, own, np.minimum(slots, max(len(materials) - 1, 0)), materials,
    )  # fmt: skip
    return _whole(shape)


def _attribute(mesh: bpy.types.Mesh, name: str, triangles: np.ndarray, corners: np.ndarray) -> np.ndarray:
    """(t, 3, 4) of a colour, vector or number on points or corners; 1 is the alpha of what has none."""
    source = mesh.attributes[name]
    field, width = {"FLOAT_COLOR": ("color", 4), "BYTE_COLOR": ("color", 4), "FLOAT_VECTOR": ("vector", 3), "FLOAT2": ("vector", 2)}.get(source.data_type, ("value", 1))
    flat = np.empty(len(source.data) * width, np.float32)
    source.data.foreach_get(field, flat)
    values = np.ones((len(source.data), 4), np.float32)
    values[:, :width] = flat.reshape(-1, width)
    if width == 1:
        values[:, 1:3] = values[:, :1]
    return values[triangles if source.domain == "POINT" else corners]


def _whole(shape: Shape) -> Shape:
    """Without triangles that have no area, and with normals of length 1."""
    a, b, c = (shape.points[shape.triangles[:, k]] for k in range(3))
    flat = np.cross(b - a, c - a)
    length = np.linalg.norm(flat, axis=1)
    keep = length > 1e-12
    for name in ("triangles", "normals", "slots"):
        setattr(shape, name, getattr(shape, name)[keep])
    shape.uv = None if shape.uv is None else shape.uv[keep]
    shape.attributes = {k: v[keep] for k, v in shape.attributes.items()}
    faces = (flat[keep] / length[keep, None])[:, None]
    size = np.linalg.norm(shape.normals, axis=2, keepdims=True)
    shape.normals = np.where(size > 1e-3, shape.normals / np.maximum(size, 1e-9), faces)
    return shape


def _size(shape: Shape, frame: Frame) -> None:
    """How large the lens sees it: by some of its points and of its surface."""
    rng = np.random.default_rng(len(shape.points))
    some = shape.points[rng.integers(0, len(shape.points), SAMPLES)]
    areas = shape.areas()
    if areas.sum() > 0:
        chosen = rng.choice(len(areas), SAMPLES, p=areas / areas.sum())
        weights = rng.dirichlet((1, 1, 1), SAMPLES)
        some = np.concatenate([some, (shape.points[shape.triangles[chosen]] * weights[:, :, None]).sum(axis=1)])
    middle = some.mean(axis=0)
    centres = np.array([m[:3, :3] @ middle + m[:3, 3] for m in shape.places])
    near = np.argsort(np.linalg.norm(centres - frame.eye, axis=1))[:60]
    for k in near:
        matrix = shape.places[k]
        pixels, scale = frame.sees(some @ matrix[:3, :3].T + matrix[:3, 3])
        if pixels > shape.pixels:
            shape.pixels, shape.scale, shape.at = pixels, scale, int(k)


def _coarsen(shapes: dict, sources: dict, attributes: frozenset[str]) -> None:
    """Collapse edges of what has many more triangles than pixels (Garland and Heckbert 1997, as Blender has it)."""
    scene, heavy = bpy.context.scene, {}
    for key, (source, count) in sources.items():
        shape = shapes[key]
        most = float(np.clip(shape.pixels * PER_PIXEL, COARSEST, FINEST))
        if count > 1.3 * most:
            thin = source.copy()
            thin.modifiers.new("coarser", "DECIMATE").ratio = max(most / count, 0.004)
            scene.collection.objects.link(thin)
            heavy[key] = thin
    if not heavy:
        return
    graph = bpy.context.evaluated_depsgraph_get()
    for key, thin in heavy.items():
        old, mesh = shapes[key], thin.evaluated_get(graph).data
        made = _read(mesh, thin, old.materials, attributes)
        made.name, made.group, made.places, made.random, made.pixels, made.scale, made.at = old.name, old.group, old.places, old.random, old.pixels, old.scale, old.at
        shapes[key] = made
    for thin in heavy.values():
        bpy.data.objects.remove(thin)
