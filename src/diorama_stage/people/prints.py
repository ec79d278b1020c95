# SPDX-License-Identifier: GPL-3.0-or-later
"""Words on clothes: laid on the cloth from the front, by its places at rest, so that they go with its folds; as ink, or as thread that stands up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from diorama_stage.materials.lettering import x_height
from diorama_stage.materials.nodes import Nodes
from diorama_stage.materials.printed import legible_on, lettered

HAT = frozenset(("head", "hood"))
THREAD = frozenset(("embroidered", "stitched", "sewn"))
STITCHES = 700.0
"""Threads a metre of embroidery."""


@dataclass(frozen=True)
class Field:
    """Where on a garment words are laid, metres at rest: the middle, width and height, and what lies behind `back` is its other side."""

    x: float
    z: float
    width: float
    height: float
    back: float


def field(place: str, rest: np.ndarray) -> Field:
    """The field of a garment by where it is worn, on its vertices at rest (n, 3): the chest, or the front of a hat."""
    top = float(rest[:, 2].max())
    if place in HAT:
        front = rest[rest[:, 1] < np.quantile(rest[:, 1], 0.5)]
        crown = front[:, 2].min() + 0.62 * (top - front[:, 2].min())
        return Field(0.0, crown, 0.1, 0.055, float(np.median(rest[:, 1])))
    trunk = rest[np.abs(rest[:, 0]) < 0.12]
    return Field(0.0, top - 0.2, 0.25, 0.2, float(np.median(trunk[:, 1])))


def laid(n: Nodes, rest, colour, hexes: tuple[str, ...], labels: list[dict], where: Field):
    """The cloth's colour with the words over it, and how far they cover it (0 to 1)."""
    ink = (labels[0].get("colour") or {}).get("hex") or legible_on(hexes[0])
    picture = lettered(_one(labels), where.width / where.height, ink)
    x, y, z = n.node("ShaderNodeSeparateXYZ", {0: rest}).outputs
    across = n.math("ADD", n.math("DIVIDE", n.math("SUBTRACT", x, where.x), where.width), 0.5)
    up = n.math("ADD", n.math("DIVIDE", n.math("SUBTRACT", z, where.z), where.height), 0.5)
    at = n.node("ShaderNodeCombineXYZ", {0: across, 1: up}).outputs[0]
    print_ = n.node("ShaderNodeTexImage", {"Vector": at}, image=picture, extension="CLIP")
    cover = n.math("MULTIPLY", print_.outputs["Alpha"], n.math("LESS_THAN", y, where.back))
    return n.mix(n.math("MULTIPLY", cover, 0.94), colour, print_.outputs["Color"]), cover


def _one(labels: list[dict]) -> dict:
    """All that a garment says as one label, a line each."""
    return labels[0] if len(labels) == 1 else {**labels[0], "text": "\n".join(label["text"] for label in labels)}


def letters(labels: list[dict], where: Field) -> float:
    """The x-height of a garment's words, metres."""
    return x_height(_one(labels), where.width / where.height) * where.height


def threaded(labels: list[dict], styles: tuple[str, ...]) -> bool:
    """Whether the words are of thread."""
    return bool(THREAD & set(styles)) or any(label.get("style") == "embroidered" for label in labels)
