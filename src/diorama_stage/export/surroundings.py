# SPDX-License-Identifier: GPL-3.0-or-later
"""What light comes from all around: a probe at the subjects, the sky behind everything, and the sky's own sun."""

from __future__ import annotations

import tempfile
from pathlib import Path

import bpy
import numpy as np

from diorama_stage.render.exr import read

PROBE = (256, 128)
SKY = (1024, 512)
SAMPLES = 8
SUN_PIXELS = 96


def probe(scene: bpy.types.Scene, centre: np.ndarray, hidden: list[bpy.types.Object]) -> np.ndarray:
    """Radiance from everywhere at `centre`, (h, w, 3) equirectangular: the middle column looks along +y (ahead), columns go to the right. Lamps are not in it."""
    for o in hidden:
        o.hide_render = True
    try:
        return _panorama(scene, centre, PROBE, SAMPLES, denoise=True)
    finally:
        for o in hidden:
            o.hide_render = False


def sky(world: bpy.types.World) -> np.ndarray:
    """The world alone, as `probe`."""
    scene = _empty(world)
    try:
        return _panorama(scene, np.zeros(3), SKY, 4, denoise=False)
    finally:
        bpy.data.scenes.remove(scene)


def sun(world: bpy.types.World) -> tuple[np.ndarray, np.ndarray] | None:
    """The way to the sun of a physical sky, and its irradiance (3,); None where the world has none."""
    node = next((n for n in world.node_tree.nodes if n.bl_idname == "ShaderNodeTexSky"), None) if world.node_tree else None
    if node is None or not node.sun_disc:
        return None
    e, r = node.sun_elevation, node.sun_rotation
    way = np.array((np.sin(r) * np.cos(e), np.cos(r) * np.cos(e), np.sin(e)))
    scene = _empty(world)
    try:
        fov = max(4 * node.sun_size, 0.02)
        light = _portrait(scene, way, fov)
    finally:
        bpy.data.scenes.remove(scene)
    rim = np.concatenate([light[0], light[-1], light[:, 0], light[:, -1]]).mean(axis=0)
    pixel = (2 * np.tan(fov / 2) / SUN_PIXELS) ** 2
    return way, np.maximum(light - rim, 0).sum(axis=(0, 1)) * pixel


def without_sun(light: np.ndarray, way: np.ndarray, degrees: float = 4.0) -> np.ndarray:
    """A panorama whose sun is as bright as what is around it."""
    near = directions(light.shape[1], light.shape[0]) @ way
    inside, ring = near > np.cos(np.radians(degrees)), near > np.cos(np.radians(2.5 * degrees))
    ring &= ~inside
    return np.where(inside[..., None], np.minimum(light, np.median(light[ring], axis=0) * 1.5), light)


def directions(width: int, height: int) -> np.ndarray:
    """Where a panorama's pixels look, (h, w, 3)."""
    across = ((np.arange(width) + 0.5) / width - 0.5) * 2 * np.pi
    up = (0.5 - (np.arange(height) + 0.5) / height) * np.pi
    return np.stack([np.sin(across)[None] * np.cos(up)[:, None], np.cos(across)[None] * np.cos(up)[:, None], np.repeat(np.sin(up)[:, None], width, axis=1)], axis=-1)


def _empty(world: bpy.types.World) -> bpy.types.Scene:
    scene = bpy.data.scenes.new("sky")
    scene.render.engine, scene.world = "CYCLES", world
    return scene


def _panorama(scene, centre, size, samples: int, denoise: bool) -> np.ndarray:
    lens = bpy.data.cameras.new("probe")
    lens.type, lens.panorama_type = "PANO", "EQUIRECTANGULAR"
    lens.clip_start, lens.clip_end = 0.001, 1e6
    return _shoot(scene, lens, centre, (np.pi / 2, 0, 0), size, samples, denoise)


def _portrait(scene, way, fov: float) -> np.ndarray:
    from mathutils import Vector

    lens = bpy.data.cameras.new("sun")
    lens.angle = fov
    turn = Vector(way).to_track_quat("-Z", "Y").to_euler()
    return _shoot(scene, lens, (0, 0, 0), turn, (SUN_PIXELS, SUN_PIXELS), 4, False)


def _shoot(scene, lens, at, turn, size, samples: int, denoise: bool) -> np.ndarray:
    """(h, w, 3) of scene-linear light; the scene is left as it was."""
    render, c = scene.render, scene.cycles
    camera = bpy.data.objects.new("probe", lens)
    camera.location, camera.rotation_euler = at, turn
    scene.collection.objects.link(camera)
    before = (scene.camera, render.resolution_x, render.resolution_y, render.resolution_percentage, render.filepath, c.samples, c.use_denoising)
    image = (render.image_settings.file_format, render.image_settings.color_depth)
    scene.camera, render.resolution_x, render.resolution_y, render.resolution_percentage = camera, *size, 100
    c.samples, c.use_denoising = samples, denoise
    render.image_settings.file_format, render.image_settings.color_depth = "OPEN_EXR_MULTILAYER", "32"
    try:
        with tempfile.TemporaryDirectory(prefix="diorama-") as folder:
            render.filepath = f"{folder}/probe.exr"
            bpy.ops.render.render(write_still=True, scene=scene.name)
            return read(Path(folder) / "probe.exr")["Combined"][..., :3]
    finally:
        scene.camera, render.resolution_x, render.resolution_y, render.resolution_percentage, render.filepath, c.samples, c.use_denoising = before
        render.image_settings.file_format, render.image_settings.color_depth = image
        bpy.data.objects.remove(camera)
