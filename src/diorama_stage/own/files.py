# SPDX-License-Identifier: GPL-3.0-or-later
"""3D files as data: their meshes as they look, in one frame. Nothing in them is run, and nothing outside them is read."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import bmesh
import bpy
import numpy as np

from diorama_stage.kit.arrays import corners as around
from diorama_stage.kit.build import vertices

MESH = "mesh.obj"
"""In an archive."""
MOST_FACES = 4_000_000
"""Faces that are taken in; a photograph of one thing needs less."""


FARTHEST = 1e12
"""Lengths of a file beyond which a corner is an error of whoever wrote it."""


class BadFile(Exception):
    """A file of somebody's that cannot be read, or holds nothing that can be seen."""


class Brought(NamedTuple):
    objects: list[bpy.types.Object]
    """z up, with modifiers, instances and poses applied and identity matrices."""
    told: tuple[str, ...]
    """What of the file is not in the picture: "a thing …"."""


def meshes(path: Path) -> Brought:
    """The file's meshes as new objects in the scene. Raises BadFile."""
    before = {name: set(getattr(bpy.data, name)) for name in ("objects", "images", "libraries", "texts")}
    try:
        READERS[path.suffix](path)
    except RuntimeError as wrong:
        raise BadFile(f"the file cannot be read: {str(wrong).strip().splitlines()[-1]}") from None
    new = [o for o in bpy.data.objects if o not in before["objects"]]
    lost = _harmless(new, before, path)
    made = _evaluated(new)
    for o in new:
        bpy.data.objects.remove(o)
    if not made:
        raise BadFile("there is no mesh in the file")
    broken = sum(_sound(o) for o in made)
    made = [o for o in made if len(o.data.polygons)]
    if not made or not np.ptp(np.concatenate([vertices(o) for o in made]), axis=0).any():
        raise BadFile("no surface in the file has a size: its corners are no numbers, or all in one place")
    told = [f"has broken faces, whose corners are no numbers: {broken} of them are left out"] if broken else []
    told += [f"has pictures that are not in its file, which are left out: {', '.join(lost[:3])}"] if lost else []
    return Brought(made, tuple(told))


def _sound(o: bpy.types.Object) -> int:
    """Without corners that are no numbers, and without corners that no face has; how many faces went with them."""
    mesh, before = o.data, len(o.data.polygons)
    corners = vertices(o)
    wanted = np.isfinite(corners).all(axis=1) & (np.abs(corners) < FARTHEST).all(axis=1)
    used = np.zeros(len(corners), bool)
    used[around(mesh)] = True
    if (wanted & used).all():
        return 0
    cut = bmesh.new()
    cut.from_mesh(mesh)
    cut.verts.ensure_lookup_table()
    bmesh.ops.delete(cut, geom=[cut.verts[k] for k in np.flatnonzero(~(wanted & used))], context="VERTS")
    cut.to_mesh(mesh)
    cut.free()
    return before - len(mesh.polygons)


def _harmless(objects: list[bpy.types.Object], before: dict[str, set], path: Path) -> list[str]:
    """Without drivers and animation, and without pictures and libraries that lie elsewhere on this machine; the names of such pictures.
    What came in the file's own archive is taken in."""
    lost, own = [], path.with_suffix("")
    for o in objects:
        o.animation_data_clear()
        if o.data is not None and hasattr(o.data, "animation_data_clear"):
            o.data.animation_data_clear()
    for image in [i for i in bpy.data.images if i not in before["images"]]:
        if image.source not in ("FILE", "SEQUENCE", "MOVIE", "TILED") or image.packed_file is not None:
            continue
        there = Path(bpy.path.abspath(image.filepath))
        if path.suffix == ".zip" and there.parent == own and there.is_file():
            image.pack()
            continue
        if image.users:
            lost.append(image.filepath.replace("\\", "/").split("/")[-1] or image.name)
        bpy.data.images.remove(image)
    for name in ("libraries", "texts"):
        for block in [b for b in getattr(bpy.data, name) if b not in before[name]]:
            getattr(bpy.data, name).remove(block)
    return lost


def _evaluated(objects: list[bpy.types.Object]) -> list[bpy.types.Object]:
    """What of these renders, as meshes of their own."""
    graph, wanted, found, faces = bpy.context.evaluated_depsgraph_get(), set(objects), [], 0
    for instance in graph.object_instances:
        o, parent = instance.object, instance.parent
        if (o.original not in wanted and (parent is None or parent.original not in wanted)) or o.original.hide_render:
            continue
        if o.type not in ("MESH", "CURVE", "SURFACE", "FONT", "META"):
            continue
        mesh = bpy.data.meshes.new_from_object(o, preserve_all_data_layers=True, depsgraph=graph)
        faces += len(mesh.polygons)
        if faces > MOST_FACES:
            raise BadFile(f"the file has more than {MOST_FACES:,} faces: simplify it first")
        if len(mesh.polygons):
            found.append((o.name, mesh, instance.matrix_world.copy()))
    made = []
    for name, mesh, matrix in found:
        mesh.transform(matrix)
        if matrix.is_negative:
            mesh.flip_normals()
        one = bpy.data.objects.new(name, mesh)
        bpy.context.scene.collection.objects.link(one)
        made.append(one)
    return made


def _glb(path: Path) -> None:
    bpy.ops.import_scene.gltf(filepath=str(path), import_pack_images=True)


def _fbx(path: Path) -> None:
    bpy.ops.import_scene.fbx(filepath=str(path), use_image_search=False, use_anim=False)


def _usd(path: Path) -> None:
    bpy.ops.wm.usd_import(filepath=str(path), import_lights=False, import_cameras=False, import_textures_mode="IMPORT_PACK")


def _blend(path: Path) -> None:
    bpy.context.preferences.filepaths.use_scripts_auto_execute = False
    with bpy.data.libraries.load(str(path), link=False) as (there, here):
        here.objects = list(there.objects)
    for o in here.objects:
        if o is not None:
            bpy.context.scene.collection.objects.link(o)


def _obj(path: Path) -> None:
    bpy.ops.wm.obj_import(filepath=str(path))


def _zip(path: Path) -> None:
    """An OBJ with its materials and pictures, whose names hold no folders: unpacked beside the archive."""
    with zipfile.ZipFile(path) as archive:
        archive.extractall(path.with_suffix(""))
    _obj(path.with_suffix("") / MESH)


READERS: dict[str, Callable[[Path], None]] = {
    ".glb": _glb, ".fbx": _fbx, ".blend": _blend, ".usda": _usd, ".usdc": _usd, ".usdz": _usd,
    ".obj": _obj, ".zip": _zip,
    ".stl": lambda path: bpy.ops.wm.stl_import(filepath=str(path)),
    ".ply": lambda path: bpy.ops.wm.ply_import(filepath=str(path)),
}  # fmt: skip
