# SPDX-License-Identifier: GPL-3.0-or-later
"""Exact passes: one unfiltered ray through each pixel's middle, no lens blur. Ids, depth in metres, normals in the world's frame, surfaces' own colours."""

from __future__ import annotations

from dataclasses import dataclass

import bpy
import numpy as np

from diorama_stage.render.picture import _shoot


@dataclass(frozen=True)
class Exact:
    ids: np.ndarray
    """(h, w) int32: the pass index of the object seen; 0 is the set."""
    depth: np.ndarray
    """(h, w) float32, metres along the view axis; infinite for the sky."""
    normal: np.ndarray
    """(h, w, 3) float32, unit, world frame."""
    colour: np.ndarray
    """(h, w, 3) float32: what a surface's own colour reflects, linear, without what it mirrors; black on metals and glass."""
    stuff: np.ndarray
    """(h, w) int32: the pass index of the material seen; 0 unless somebody numbered them."""


def exact(share: float = 1.0) -> Exact:
    """Shoot the exact passes at `share` of the resolution."""
    scene, layer = bpy.context.scene, bpy.context.view_layer
    c, lens = scene.cycles, scene.camera.data
    before = (lens.dof.use_dof, c.samples, c.use_denoising, c.filter_width, c.max_bounces, c.use_adaptive_sampling)
    lens.dof.use_dof, c.samples, c.use_denoising, c.max_bounces, c.use_adaptive_sampling = False, 1, False, 0, False
    c.pixel_filter_type, c.filter_width = "BOX", 0.01
    layer.use_pass_object_index = layer.use_pass_z = layer.use_pass_normal = layer.use_pass_diffuse_color = layer.use_pass_material_index = True
    layer.cycles.denoising_store_passes = False
    scene.render.resolution_percentage = max(round(100 * share), 1)
    airy = [o for o in scene.objects if o.get("airy")]  # steam is no surface
    for o in airy:
        o.hide_render = True
    try:
        passes = _shoot()
    finally:
        lens.dof.use_dof, c.samples, c.use_denoising, c.filter_width, c.max_bounces, c.use_adaptive_sampling = before
        c.pixel_filter_type = "BLACKMAN_HARRIS"
        for o in airy:
            o.hide_render = False
        layer.use_pass_object_index = layer.use_pass_z = layer.use_pass_normal = layer.use_pass_diffuse_color = layer.use_pass_material_index = False
        scene.render.resolution_percentage = 100
    depth = passes["Depth"].copy()
    depth[depth > 1e9] = np.inf
    return Exact(np.rint(passes["IndexOB"]).astype(np.int32), depth, passes["Normal"], passes["DiffCol"][..., :3], np.rint(passes["IndexMA"]).astype(np.int32))
