# SPDX-License-Identifier: GPL-3.0-or-later
"""The picture itself: scene-linear light, denoised, with what the denoiser knows and the air before things."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import bpy
import numpy as np

from diorama_stage.render.covering import covering, want
from diorama_stage.render.exr import read

LAST = "samples"
"""Samples of the last render, noted in the scene: after more of them Cycles, keeping its data, lays fewer out otherwise than afresh."""
SAMPLE = re.compile(r"Sample (\d+)/(\d+)")


def render(
    samples: int, threshold: float, *, share: float = 1.0, fast: bool = False, coverage: bool = False, listen: Callable[[float], None] | None = None,
) -> dict[str, np.ndarray]:  # fmt: skip
    """Render at `share` of the resolution with up to `samples` a pixel (adaptive to the noise `threshold`); passes by name, float32.

    `fast` denoises quickly, for previews; `coverage`: the pass Coverage too, as `covering` tells. `listen` hears the done share, 0 to 1.
    """
    scene = bpy.context.scene
    set_quality(samples, threshold, fast=fast)
    layer = bpy.context.view_layer
    layer.cycles.denoising_store_passes = True
    layer.use_pass_object_index = layer.use_pass_z = not fast  # of the first sample: enough to tell what is seen
    layer.use_pass_normal = False
    scene.render.resolution_percentage = max(round(100 * share), 1)
    hear = _hearing(listen) if listen else None
    want(coverage)
    scene.render.use_persistent_data = samples >= scene.get(LAST, 0)
    scene[LAST] = samples
    try:
        return _shoot(coverage=coverage)
    finally:
        want(False)
        scene.render.use_persistent_data = True
        scene.render.resolution_percentage = 100
        if hear:
            bpy.app.handlers.render_stats.remove(hear)


def set_quality(samples: int, threshold: float, *, fast: bool = False) -> None:
    """How long Cycles works on a pixel, and how the noise that is left is taken out."""
    c = bpy.context.scene.cycles
    c.samples, c.adaptive_threshold, c.adaptive_min_samples = samples, threshold, min(samples, 16)
    c.use_denoising, c.denoiser = True, "OPENIMAGEDENOISE"
    c.denoising_input_passes = "RGB_ALBEDO_NORMAL"
    c.denoising_prefilter = "FAST" if fast else "ACCURATE"
    c.denoising_quality = "FAST" if fast else "HIGH"


def _hearing(listen: Callable[[float], None]):
    def hear(text, *_):
        found = SAMPLE.search(text) if isinstance(text, str) else None
        if found:
            listen(int(found[1]) / max(int(found[2]), 1))

    bpy.app.handlers.render_stats.append(hear)
    return hear


def _shoot(*, coverage: bool = False) -> dict[str, np.ndarray]:
    with tempfile.TemporaryDirectory(prefix="diorama-") as folder:
        bpy.context.scene.render.filepath = f"{folder}/shot.exr"
        bpy.ops.render.render(write_still=True)
        path = Path(folder) / "shot.exr"
        return read(path) | ({"Coverage": covering(path)} if coverage else {})
