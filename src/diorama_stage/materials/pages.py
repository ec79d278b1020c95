# SPDX-License-Identifier: GPL-3.0-or-later
"""A page of several texts as a picture for a patch: set by Typst, in the program and fonts that came with the scene, to the patch's own shape."""

from __future__ import annotations

import io
import json
import math
from functools import lru_cache

import typst
from PIL import Image

from diorama_stage.materials.lettering import long_side

def page_image(page: dict, aspect: float, *, ink: str | None) -> Image.Image:
    """The page as RGBA, `aspect` its width to height. With `ink` (`#rrggbb`) it has no paper: letters in that colour where the words ask for none."""
    data = _shaped(page, aspect)
    if ink:
        data |= {"bare": True, "decor": "none", "ink": ink, "blocks": [_inked(block, ink) for block in data["blocks"]]}
    ppi = 2 * long_side() / (max(data["w"], data["h"]) / 25.4)
    png = typst.compile(page["program"], format="png", root="/", font_paths=page["fonts"], ignore_system_fonts=True, ppi=ppi, sys_inputs={"document": json.dumps({"pages": [data]})})
    return Image.open(io.BytesIO(png[0] if isinstance(png, list) else png)).convert("RGBA")


def page_x_height(page: dict, aspect: float) -> float:
    """Height of the smallest small letters that are set on the page, as a share of its height."""
    return _x_height(json.dumps(page, sort_keys=True), round(aspect, 3))


@lru_cache(maxsize=64)
def _x_height(text: str, aspect: float) -> float:
    page = json.loads(text)
    data = _shaped(page, aspect)
    found = typst.query(page["program"], "<set>", field="value", root="/", font_paths=page["fonts"], ignore_system_fonts=True, sys_inputs={"document": json.dumps({"pages": [data]})})
    sizes = json.loads(found)
    return 0.5 * min(sizes) / (data["h"] / 25.4 * 72) if sizes else 1.0


def _shaped(page: dict, aspect: float) -> dict:
    """The page's data in the shape of its patch, its area kept."""
    data = dict(page["data"])
    area = data["w"] * data["h"]
    data["w"], data["h"] = math.sqrt(area * aspect), math.sqrt(area / aspect)
    data["m"] = min(data["m"], 0.1 * min(data["w"], data["h"]))
    return data


def _inked(block: dict, ink: str) -> dict:
    """Letters without a paper of their own: the tones of a palette give way to one ink, a colour that was asked for stays."""
    return block if block["asked"] else {**block, "colour": ink, "muted": ink, "accent": ink, "ink": ink}
