# SPDX-License-Identifier: GPL-3.0-or-later
"""Solid signs: a heart, a star."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, bevel, from_geometry
from diorama_stage.kit.growth import Growth, grid_faces
from diorama_stage.kit.rest import grounded
from diorama_stage.props.nature.trees import faceted_star
from diorama_stage.props.registry import prop


@prop("heart", "star")
def sign(spec: Spec, b: Builder) -> None:
    """A heart or a star as a puffed solid, standing on its tip or on two of its points, 20 cm."""
    size = 0.2
    b.slot("body", "lacquer" if spec.kind == "heart" else "gold", "#c2182b" if spec.kind == "heart" else "#dcae3e")
    n = 220
    a = np.linspace(0, 2 * math.pi, n, endpoint=False)
    if spec.kind == "heart":
        power = np.where(np.cos(a) < 0, 2.1, 3.0)  # a blunt tip below, full cheeks above
        x, z = 16 * np.sign(np.sin(a)) * np.abs(np.sin(a)) ** power / 17, (13 * np.cos(a) - 5 * np.cos(2 * a) - 2 * np.cos(3 * a) - np.cos(4 * a)) / 17 + 0.1
        rows, deep = np.linspace(-math.pi / 2, math.pi / 2, 60), 0.34
        shrink = np.cos(rows)[:, None] ** 0.72
        puff = np.stack([x[None] * shrink, np.sin(rows)[:, None] * deep + 0 * x[None], z[None] * shrink], axis=-1) * size / 2
        body = Growth().add(puff, grid_faces(60, n, closed=True)).object("heart")
        b.add(body, "body")
    else:
        verts, faces = faceted_star(size / 2 * 1.15, size * 0.34)
        body = bevel(from_geometry("star", verts, faces, smooth=None), size * 0.016, 3, angle=12)
        b.add(body, "body")
    grounded(body)
