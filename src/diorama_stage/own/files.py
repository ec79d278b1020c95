# SPDX-License-Identifier: GPL-3.0-or-later
"""3D files as data: their meshes as they look, in one frame. Nothing in them is run, and nothing outside them is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import bpy

MOST_FACES = 4_000_000
"""Faces that are taken in; a photograph of one thing needs less."""


class BadFile(Exception):
    """A file of somebody's that cannot be read, or holds nothing that can be seen."""


def meshes(path: Path) -> list[bpy.types.Object]:
    """The file's meshes as new objects in the scene, z up, with modifiers, instances and poses applied and identity matrices. Raises BadFile."""
    before = {name: set(getattr(bpy.data, name)) for name in ("objects", "images", "libraries", "texts")}
    try:
        READERS[path.suffix](path)
    except RuntimeError as wrong:
        raise BadFile(f"the file cannot be read: {str(wrong).strip().splitlines()[-1]}") from None
    new = [o for o in bpy.data.objects if o not in before["objects"]]
    _harmless(new, before)
    made = _evaluated(new)
    for o in new:
        bpy.data.objects.remove(o)
    if not made:
        raise BadFile("there is no mesh in the file")
    return made


def _harmless(objects: list[bpy.types.Object], before: dict[str, set]) -> None:
    """Without drivers and animation, and without pictures and libraries that lie elsewhere on this machine."""
    for o in objects:
        o.animation_data_clear()
        if o.data is not None and hasattr(o.data, "animation_data_clear"):
            o.data.animation_data_clear()
    for image in [i for i in bpy.data.images if i not in before["images"]]:
        if image.source in ("FILE", "SEQUENCE", "MOVIE", "TILED") and image.packed_file is None:
            bpy.data.images.remove(image)
    for name in ("libraries", "texts"):
        for block in [b for b in getattr(bpy.data, name) if b not in before[name]]:
            getattr(bpy.data, name).remove(block)


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


READERS: dict[str, Callable[[Path], None]] = {
    ".glb": _glb, ".fbx": _fbx, ".blend": _blend, ".usda": _usd, ".usdc": _usd, ".usdz": _usd,
    ".obj": lambda path: bpy.ops.wm.obj_import(filepath=str(path)),
    ".stl": lambda path: bpy.ops.wm.stl_import(filepath=str(path)),
    ".ply": lambda path: bpy.ops.wm.ply_import(filepath=str(path)),
}  # fmt: skip
