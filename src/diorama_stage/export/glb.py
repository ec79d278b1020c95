# SPDX-License-Identifier: GPL-3.0-or-later
"""`.glb` by Blender's own exporter."""

from __future__ import annotations

from pathlib import Path

import bpy


def save(path: Path, matrix, tell) -> None:
    bpy.ops.export_scene.gltf(filepath=str(path), export_format="GLB", export_cameras=True, export_lights=True, export_apply=True)
