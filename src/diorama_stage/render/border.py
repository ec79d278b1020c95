# SPDX-License-Identifier: GPL-3.0-or-later
"""A rectangle of the frame: Cycles renders no more than that, each pixel with the samples that it has in the whole picture."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import bpy

Box = tuple[int, int, int, int]
"""Left, top, right, bottom: pixels of the whole picture."""


@contextmanager
def within(box: Box) -> Iterator[None]:
    """Render only the box meanwhile. Blender has borders as shares and rounds down: half a pixel more keeps the whole ones."""
    r = bpy.context.scene.render
    left, top, right, bottom = box
    width, height = r.resolution_x, r.resolution_y
    r.use_border = r.use_crop_to_border = True
    r.border_min_x, r.border_max_x = (left + 0.5) / width if left else 0.0, min((right + 0.5) / width, 1.0)
    r.border_min_y, r.border_max_y = (height - bottom + 0.5) / height if bottom < height else 0.0, min((height - top + 0.5) / height, 1.0)
    try:
        yield
    finally:
        r.use_border = r.use_crop_to_border = False
