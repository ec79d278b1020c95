# SPDX-License-Identifier: GPL-3.0-or-later
"""The subjects without their surroundings: what is behind them is transparent, the light on them is what it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import bpy
import numpy as np
from scipy.ndimage import gaussian_filter, median_filter, minimum_filter

Background = Literal["scene", "shadow", "none", "only_shadow"]
"""What is seen: all of it; the subjects and the shadows they cast; the subjects; only the shadows."""
FLOOR = 0.02
"""Coverage below this is noise of the shadows."""
SOFTENED, SPREAD, WHOLE = 0.8, 1.2, 0.98
"""Pixels (standard deviations) that coverage is smoothed by, and that the light at its edge comes from; from where on it is whole."""


@contextmanager
def alone(background: Background) -> Iterator[None]:
    """Shoot the subjects alone meanwhile. What is taken from sight still shines, reflects and casts its shadows on them."""
    if background == "scene":
        yield
        return
    scene = bpy.context.scene
    around = [o for o in scene.objects if o.pass_index == 0 and o.type not in ("LIGHT", "CAMERA", "EMPTY")]
    subjects = [o for o in scene.objects if o.pass_index > 0] if background == "only_shadow" else []
    before = [(o, o.visible_camera, o.is_shadow_catcher) for o in (*around, *subjects)]
    for o in subjects:
        o.visible_camera = False
        o.update_tag()
    for o in around:
        catches = background != "none" and o.type == "MESH" and not o.get("airy")
        o.is_shadow_catcher, o.visible_camera = catches, o.visible_camera and catches
        o.update_tag()
    scene.render.film_transparent = True
    try:
        yield
    finally:
        scene.render.film_transparent = False
        for o, seen, caught in before:
            o.visible_camera, o.is_shadow_catcher = seen, caught
            o.update_tag()


def parted(combined: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Light that was multiplied by its coverage, float32 (h, w, 4), as the light itself (h, w, 3) and the coverage, 0 to 1 (h, w).

    A blurred edge and a soft shadow have noise of few rays in their coverage: the denoiser works on light alone. It is smoothed where it is not whole, and
    has the light of what is covered around it.
    """
    alpha = np.clip(combined[..., 3], 0, 1)
    whole = minimum_filter(alpha, 3) >= WHOLE
    near = np.stack([gaussian_filter(combined[..., k], SPREAD) for k in range(3)], axis=-1) / np.maximum(gaussian_filter(alpha, SPREAD), 1e-4)[..., None]
    light = np.where(whole[..., None], combined[..., :3] / np.maximum(alpha, 1e-4)[..., None], near)
    clean = np.where(whole, alpha, gaussian_filter(median_filter(alpha, 3), SOFTENED))
    return np.ascontiguousarray(light, np.float32), np.clip((clean - FLOOR) / (1 - FLOOR), 0, 1).astype(np.float32)
