# SPDX-License-Identifier: GPL-3.0-or-later
"""Cycles' settings for a quality."""

from __future__ import annotations

import os

import bpy

BOUNCES = {"max": 10, "diffuse": 4, "glossy": 5, "transmission": 10, "transparent": 12}


def use_cycles(width: int, height: int, seed: int) -> None:
    """Choose Cycles, the GPU where it finds one, and settings shared by every picture."""
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.render.resolution_x, scene.render.resolution_y, scene.render.resolution_percentage = width, height, 100
    scene.render.use_persistent_data = True
    scene.render.image_settings.file_format = "OPEN_EXR_MULTILAYER"
    scene.render.image_settings.color_depth = "32"
    scene.render.image_settings.exr_codec = "NONE"
    scene.view_settings.view_transform = "AgX"
    c = scene.cycles
    c.device = "GPU" if gpu() else "CPU"
    c.seed = seed % 2**31
    c.use_adaptive_sampling, c.sampling_pattern = True, "BLUE_NOISE"
    c.max_bounces, c.diffuse_bounces, c.glossy_bounces = BOUNCES["max"], BOUNCES["diffuse"], BOUNCES["glossy"]
    c.transmission_bounces, c.transparent_max_bounces = BOUNCES["transmission"], BOUNCES["transparent"]
    c.caustics_reflective = c.caustics_refractive = False
    c.blur_glossy, c.sample_clamp_indirect = 0.8, 8.0
    c.pixel_filter_type, c.filter_width = "BLACKMAN_HARRIS", 1.5
    scene.render.threads_mode = "FIXED" if os.environ.get("DIORAMA_THREADS") else "AUTO"
    if os.environ.get("DIORAMA_THREADS"):
        scene.render.threads = int(os.environ["DIORAMA_THREADS"])


def among_lamps(*, by_nearness: bool) -> None:
    """How Cycles chooses the lamp that it asks for light on a point: by a tree that knows which are near it, or by their strength alone.

    The tree halves the error where small lamps light what is close to them. In a street, lit all over by thousands of faces of windows and signs, it
    takes a third of the time for 0 to 3 % of the error (docs/decisions/0100).
    """
    bpy.context.scene.cycles.use_light_tree = by_nearness


def gpu() -> str | None:
    """Switch on the best kind of GPU that Cycles finds (OptiX, CUDA, HIP, oneAPI, Metal) and name it; None without one."""
    preferences = bpy.context.preferences.addons["cycles"].preferences
    for kind in ("OPTIX", "CUDA", "HIP", "ONEAPI", "METAL"):
        try:
            preferences.compute_device_type = kind
        except TypeError:
            continue  # this build knows no such kind
        preferences.get_devices()
        found = [d for d in preferences.devices if d.type == kind]
        if found:
            for device in preferences.devices:
                device.use = device.type == kind
            return kind
    return None
