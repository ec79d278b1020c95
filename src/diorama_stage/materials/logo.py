# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture of somebody's on a patch, as it is given: its own colours, its own proportions; texts, where there are some, below it."""

from __future__ import annotations

from collections.abc import Callable

from PIL import Image

from diorama_stage.materials.lettering import long_side

MARGIN = 0.08
"""Of the patch's shorter side, free around it."""
ABOVE = 0.55
"""Share of the patch's height that it has where texts are below."""
Below = Callable[[float], Image.Image]
"""Draws the texts for a patch of an aspect (width to height)."""


def with_logo(drawn: dict, aspect: float, *, ground: tuple[int, int, int, int], measure: float, below: Below | None) -> Image.Image:
    """RGBA, `aspect` its width to height. `drawn`: `file`, a PNG, and `aspect`; `measure`: the share of the patch's width that it may fill."""
    long = long_side()
    width, height = (long, max(round(long / aspect), 32)) if aspect >= 1 else (max(round(long * aspect), 32), long)
    patch = Image.new("RGBA", (width, height), ground)
    room = round(height * ABOVE) if below else height
    if below:
        text = below(width / (height - room))
        patch.alpha_composite(text.convert("RGBA").resize((width, height - room), Image.Resampling.LANCZOS), (0, room))
    margin = MARGIN * min(width, room)
    wide, high = width * measure - 2 * margin, room - 2 * margin
    scale = min(wide / drawn["aspect"], high)
    size = max(round(scale * drawn["aspect"]), 1), max(round(scale), 1)
    with Image.open(drawn["file"]) as logo:
        made = logo.convert("RGBa").resize(size, Image.Resampling.LANCZOS).convert("RGBA")  # premultiplied: no fringe of what lies under clear pixels
    patch.alpha_composite(made, ((width - size[0]) // 2, (room - size[1]) // 2))
    return patch
