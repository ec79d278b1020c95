# SPDX-License-Identifier: GPL-3.0-or-later
"""A trophy."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import (
    Builder,
    Interior,
    Spec,
    box,
    label_plane,
    lathe,
    smooth_path,
    sphere,
    sweep,
    torus,
)  # fmt: skip
from diorama_stage.props.registry import prop


@prop("trophy")
def trophy(spec: Spec, b: Builder) -> None:
    b.slot("body", b.choose("gold", "gold", "gold", "silver"))
    b.slot("plinth", b.choose("dark_wood", "black_marble"), role="trim")
    b.slot("plate", "brass", role="fixed")
    b.add(box(0.125, 0.125, 0.02, bevel=0.004, at=(0, 0, 0)), "plinth")
    b.add(box(0.1, 0.1, 0.055, bevel=0.005, at=(0, 0, 0.02)), "plinth")
    b.add(box(0.07, 0.002, 0.032, bevel=0.0006, at=(0, -0.0505, 0.0315)), "plate")
    for label in spec.labels[:1]:
        b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(label_plane(0.066, 0.028, at=(0, -0.052, 0.0475)), "label")
    outside = [
        (0, 0.075),
        (0.042, 0.075),
        (0.043, 0.082),
        (0.03, 0.09),
        (0.014, 0.1),
        (0.0095, 0.118),
        (0.0165, 0.127),
        (0.0165, 0.133),
        (0.0095, 0.143),
        (0.013, 0.155),
        (0.04, 0.172),
        (0.06, 0.2),
        (0.071, 0.24),
        (0.0745, 0.285),
        (0.0805, 0.3),
        (0.0835, 0.302),
    ]
    inside = [(0.081, 0.305), (0.0735, 0.297), (0.0695, 0.28), (0.066, 0.24), (0.055, 0.203), (0.035, 0.18), (0, 0.172)]
    b.add(lathe([tuple(p) for p in smooth_path(outside, 110)] + [tuple(p) for p in smooth_path(inside, 50)], segments=80, smooth=50), "body", "cup")
    for z in (0.208, 0.272):
        b.add(
            torus(float(np.interp(z, [0.2, 0.24, 0.285], [0.06, 0.071, 0.0745])) + 0.0006, 0.0017, at=(0, 0, z), segments=72, sides=10),
            "body",
            "bands",
        )
    for s in (-1, 1):
        path = [(0.07, 0.283), (0.088, 0.298), (0.112, 0.292), (0.12, 0.262), (0.106, 0.226), (0.083, 0.203), (0.062, 0.196), (0.0565, 0.2)]
        grip = [(s * x, 0, z) for x, z in smooth_path(path, 50)]
        b.add(
            sweep(grip, np.interp(np.linspace(0, 1, 50), [0, 0.15, 0.5, 0.85, 1], [0.0042, 0.006, 0.0052, 0.006, 0.003]), sides=18), "body", "handles"
        )
        b.add(sphere(0.0078, at=(s * 0.101, 0, 0.301), segments=20), "body", "handles")
    b.interior = Interior(radius=0.062, z0=0.2, z1=0.3)
    b.footprint = "round"
