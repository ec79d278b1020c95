# SPDX-License-Identifier: GPL-3.0-or-later
"""A skull."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    boolean,
    box,
    ellipsoid,
    join,
    move,
    remesh,
    rotate,
    smooth_path,
    subdivide,
    sweep,
)
from diorama_stage.props.registry import prop


@prop("skull")
def skull(spec: Spec, b: Builder) -> None:
    """A human skull: a long vault, hollow eyes and nose, cheekbones, two rows of teeth."""
    b.slot("body", "bone", "#dccfb2")
    b.slot("teeth", "bone", "#e9e0c8", role="trim")
    vault = [ellipsoid(0.069, 0.086, 0.066, at=(0, 0.026, 0.125)), ellipsoid(0.06, 0.05, 0.05, at=(0, -0.028, 0.122)), ellipsoid(0.05, 0.06, 0.045, at=(0, 0.03, 0.085)),
             ellipsoid(0.043, 0.03, 0.04, at=(0, -0.045, 0.09)), ellipsoid(0.036, 0.026, 0.028, at=(0, -0.052, 0.056)), ellipsoid(0.032, 0.03, 0.02, at=(0, -0.045, 0.052))]  # fmt: skip
    for s in (-1, 1):
        vault += [ellipsoid(0.019, 0.012, 0.0125, at=(s * 0.047, -0.053, 0.086)), sweep(smooth_path([(s * 0.045, -0.056, 0.085), (s * 0.064, -0.034, 0.084), (s * 0.066, 0.0, 0.085)], 16), 0.0062, sides=12)]
        vault.append(sweep(smooth_path([(s * 0.006, -0.075, 0.113), (s * 0.028, -0.073, 0.12), (s * 0.048, -0.058, 0.112), (s * 0.053, -0.05, 0.095)], 20), 0.0085, sides=12))
        vault.append(ellipsoid(0.012, 0.014, 0.02, at=(s * 0.054, 0.03, 0.07)))
        vault.append(sweep(smooth_path([(s * 0.052, 0.002, 0.08), (s * 0.05, -0.004, 0.05), (s * 0.044, -0.016, 0.022), (s * 0.026, -0.05, 0.014), (0, -0.064, 0.014)], 40), np.linspace(0.009, 0.0125, 40), sides=14))
    vault.append(ellipsoid(0.0085, 0.016, 0.01, at=(0, -0.074, 0.103)))
    vault.append(ellipsoid(0.02, 0.012, 0.016, at=(0, -0.058, 0.016)))
    whole = remesh(join(vault), 0.0026, smooth=5)
    for s in (-1, 1):
        whole = boolean(whole, move(rotate(ellipsoid(0.0195, 0.03, 0.0172, segments=40), 0, 12 * s), s * 0.0268, -0.072, 0.099))
        whole = boolean(whole, move(rotate(ellipsoid(0.0066, 0.022, 0.0155, segments=32), 0, -16 * s), s * 0.0056, -0.078, 0.0735))
    b.add(remesh(whole, 0.0017, smooth=4), "body")
    for row, (z, tall, deep) in enumerate(((0.0405, 0.0125, 0.0755), (0.0275, 0.0115, 0.0725))):
        for k in range(-6, 7):
            a = (k + 0.5 * row) * 0.2
            wide = 0.0068 if abs(k) < 2 else 0.0058
            x, y = 0.031 * math.sin(a), -deep + 0.034 * (1 - math.cos(a)) * 1.25
            tooth = subdivide(box(wide, 0.0065, tall, bevel=0.0018, segments=2, at=(0, 0, -tall / 2)), 1)
            b.add(move(rotate(tooth, 0, 0, math.degrees(a)), x, y, z), "teeth")
