# SPDX-License-Identifier: GPL-3.0-or-later
"""`.blend`: everything packed, ready to render as the stage did, and nothing in it of the machine it was made on.

Blender keeps paths in fixed-length fields and, when a shorter one is put there, leaves the rest of the longer one behind its end; so each field is
filled before it is set.
"""

from __future__ import annotations

from pathlib import Path

import bpy

HERE = "//"
"""Blender's way to say: where the .blend is."""
LONGEST = 1023
"""Characters that a path of Blender's holds."""


def save(path: Path, stops: float = 0.0, kelvin: float = 6500.0) -> None:
    """Save a copy of the open scene. `stops` and `kelvin`: what Blender's own view is to be exposed and balanced for."""
    bpy.ops.file.pack_all()
    _develop(stops, kelvin)
    forget_paths()
    bpy.context.preferences.filepaths.save_version = 0
    bpy.ops.wm.save_as_mainfile(filepath=str(path), copy=True, compress=True, relative_remap=False)


def _develop(stops: float, kelvin: float) -> None:
    view = bpy.context.scene.view_settings
    view.exposure = stops
    view.use_white_balance = abs(kelvin - 6500.0) > 1.0
    view.white_balance_temperature = kelvin


def forget_paths() -> None:
    """Blank every path that Blender would write: of renders, images and what they were packed from, libraries, fonts, sounds, texts, and file browsers."""
    for scene in bpy.data.scenes:
        _blank(scene.render, "filepath", HERE)
        for node in scene.node_tree.nodes if scene.node_tree else ():
            if node.bl_idname == "CompositorNodeOutputFile":
                _blank(node, "base_path", HERE)
    for image in bpy.data.images:
        name = HERE + Path(image.name).name if image.filepath_raw else ""
        _blank(image, "filepath_raw", name)
        for packed in image.packed_files:
            _blank(packed, "filepath", name)
    for kind in ("libraries", "fonts", "sounds", "texts", "cache_files", "volumes", "movieclips"):
        for data in getattr(bpy.data, kind):
            if data.filepath and not data.filepath.startswith("<"):
                _blank(data, "filepath", HERE + Path(data.filepath).name)
    for space in (s for screen in bpy.data.screens for area in screen.areas for s in area.spaces if s.type == "FILE_BROWSER"):
        if space.params:
            space.params.directory = b"/" * LONGEST
            space.params.directory = HERE.encode()


def _blank(owner, field: str, value: str) -> None:
    if getattr(owner, field) != value:
        setattr(owner, field, "/" * LONGEST)
        setattr(owner, field, value)
