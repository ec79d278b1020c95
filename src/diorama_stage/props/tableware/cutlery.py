# SPDX-License-Identifier: GPL-3.0-or-later
"""Spoons, forks and knives."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    ellipsoid,
    extrude,
    move,
    smooth_path,
    solidify,
    sweep,
)
from diorama_stage.kit.parts import add_rod
from diorama_stage.props.registry import prop


@prop("spoon", "fork", "knife")
def cutlery(spec: Spec, b: Builder) -> None:
    b.slot("body", "steel")
    if spec.kind == "knife" and (spec.is_a("kitchen") or spec.has("cutting")):
        _kitchen_knife(b)
        return
    path = smooth_path([(0, -0.1, 0.002), (0, -0.02, 0.004), (0, 0.03, 0.008), (0, 0.05, 0.007)], 40)
    b.add(sweep(path, np.interp(np.linspace(0, 1, 40), [0, 0.05, 0.6, 1], [0.004, 0.0075, 0.003, 0.003]), flat=0.32, sides=16), "body", "handle")
    if spec.kind == "spoon":
        shell = ellipsoid(0.0195, 0.03, 0.008, segments=48)
        import bmesh

        work = bmesh.new()
        work.from_mesh(shell.data)
        bmesh.ops.delete(work, geom=[v for v in work.verts if v.co.z > 0.0005], context="VERTS")
        work.to_mesh(shell.data)
        work.free()
        b.add(move(solidify(shell, 0.0012), 0, 0.078, 0.0095), "body", "bowl")
    elif spec.kind == "fork":
        b.add(extrude([(-0.003, 0.048), (0.003, 0.048), (0.011, 0.066), (0.0115, 0.075), (-0.0115, 0.075), (-0.011, 0.066)], 0.002, bevel=0.0008, at=(0, 0, 0.006)), "body", "head")
        for x in (-0.0095, -0.0032, 0.0032, 0.0095):
            add_rod(b, "body", (x, 0.074, 0.007), (x * 0.95, 0.112, 0.009), 0.0016, "tines", 10)
    else:
        b.add(extrude([(-0.004, 0.045), (0.004, 0.045), (0.009, 0.06), (0.009, 0.1), (0.003, 0.118), (-0.005, 0.1)], 0.0016, bevel=0.0006, at=(0, 0, 0.006)), "body", "blade")


def _kitchen_knife(b: Builder) -> None:
    """A cook's knife on its side: a broad blade that comes to a point, its edge towards the lens, a dark handle of two scales on three rivets."""
    b.slot("handle", "lacquer", "#1d1b1a", role="trim")
    edge = [(x, -0.043 + 0.043 * ((x + 0.002) / 0.205) ** 3.2) for x in np.linspace(0.0, 0.2, 22)]
    back = [(x, 0.004 - 0.004 * (x / 0.2) ** 3) for x in np.linspace(0.2, -0.012, 14)]
    blade = extrude([(-x, y) for x, y in [*edge, *back, (-0.012, -0.016), (-0.002, -0.02)]][::-1], 0.0022, bevel=0.0007, at=(0, 0, 0.0079))
    b.add(blade, "body", "blade")
    scales = [(0.01, 0.003), (0.06, 0.0045), (0.11, 0.003), (0.128, -0.004)]
    scales += [(0.13, -0.021), (0.122, -0.025), (0.105, -0.02), (0.06, -0.017), (0.03, -0.0185), (0.01, -0.016)]
    b.add(extrude(scales[::-1], 0.018, bevel=0.0045, at=(0, 0, 0.0)), "handle", "handle")
    for x in (0.03, 0.068, 0.105):
        b.add(ellipsoid(0.0034, 0.0034, 0.0012, segments=20, at=(x, -0.007, 0.0178)), "body", "rivets")
