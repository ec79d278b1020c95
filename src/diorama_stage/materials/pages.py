# SPDX-License-Identifier: GPL-3.0-or-later
"""A page of several texts as a picture for a patch: set by Typst, in the program and fonts that came with the scene, to the patch's own shape."""

from __future__ import annotations

import io
import json
import math

import typst
from PIL import Image

LONG = 2048
"""Pixels of the patch's long side."""


def page_image(page: dict, aspect: float, *, ink: str | None) -> Image.Image:
    """The page as RGBA, `aspect` its width to height. With `ink` (`#rrggbb`) it has no paper: letters in that colour where the words ask for none."""
    data = dict(page["data"])
    area = data["w"] * data["h"]
    data["w"], data["h"] = math.sqrt(area * aspect), math.sqrt(area / aspect)
    data["m"] = min(data["m"], 0.1 * min(data["w"], data["h"]))
    if ink:
        data |= {"bare": True, "decor": "none", "ink": ink, "blocks": [_inked(block, ink) for block in data["blocks"]]}
    ppi = LONG / (max(data["w"], data["h"]) / 25.4)
    png = typst.compile(page["program"], format="png", root="/", font_paths=page["fonts"], ignore_system_fonts=True, ppi=ppi, sys_inputs={"document": json.dumps({"pages": [data]})})
    return Image.open(io.BytesIO(png[0] if isinstance(png, list) else png)).convert("RGBA")


def _inked(block: dict, ink: str) -> dict:
    """Letters without a paper of their own: the tones of a palette give way to one ink, a colour that was asked for stays."""
    return block if block["asked"] else {**block, "colour": ink, "muted": ink, "accent": ink, "ink": ink}
