# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain bodies: spheres, cubes, cones and their kin."""

from __future__ import annotations

from diorama_stage.kit import (
    Builder,
    Spec,
    bevel,
    box,
    cone,
    cylinder,
    from_geometry,
    sphere,
    torus,
)
from diorama_stage.props.registry import prop


@prop("sphere", "cube", "cone", "pyramid", "cylinder", "torus")
def solid(spec: Spec, b: Builder) -> None:
    b.slot("body", "plaster", "#d8d5ce")
    size = 0.2
    if spec.kind == "cube":
        b.add(box(size, size, size, bevel=0.006), "body")
        b.support("top", -0.09, 0.09, -0.09, 0.09, size)
    elif spec.kind == "pyramid":
        h = size / 2
        corners = [(-h, -h, 0), (h, -h, 0), (h, h, 0), (-h, h, 0), (0, 0, size * 0.95)]
        b.add(bevel(from_geometry("pyramid", corners, [(3, 2, 1, 0), (0, 1, 4), (1, 2, 4), (2, 3, 4), (3, 0, 4)], smooth=None), 0.004), "body")
    else:
        makers = {
            "sphere": lambda: sphere(size / 2, at=(0, 0, size / 2), segments=72), "cone": lambda: cone(size / 2, size), "torus": lambda: torus(0.075, 0.03, at=(0, 0, 0.03)),
            "cylinder": lambda: cylinder(size / 2, size, bevel=0.005, segments=96),
        }  # fmt: skip
        b.add(makers[spec.kind](), "body")
        if spec.kind == "cylinder":
            b.support("top", -0.09, 0.09, -0.09, 0.09, size, round=True)
        b.footprint = "round"
