# SPDX-License-Identifier: GPL-3.0-or-later
"""A coat rack."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, lathe, rounded_profile, smooth_path, sphere, sweep
from diorama_stage.props.registry import prop


@prop("coat_rack")
def coat_rack(spec: Spec, b: Builder) -> None:
    """A turned pole on four feet with two rings of bent hooks."""
    b.slot("body", *b.choose(("walnut", None), ("oak", None), ("paint", "#1f2022")))
    tall = 1.78
    pole = [
        (0, 0.09),
        (0.021, 0.09),
        (0.03, 0.11),
        (0.021, 0.13),
        (0.0195, 0.6),
        (0.026, 0.62),
        (0.0195, 0.64),
        (0.018, 1.48),
        (0.028, 1.5),
        (0.03, 1.53),
        (0.02, 1.56),
        (0.018, tall - 0.06),
        (0.027, tall - 0.045),
        (0.018, tall - 0.025),
        (0.025, tall - 0.005),
        (0.02, tall + 0.012),
        (0, tall + 0.02),
    ]
    b.add(lathe(rounded_profile(pole, 0.006), segments=64, smooth=50), "body", "pole")
    for k in range(4):
        c, s = math.cos(k * math.pi / 2 + 0.5), math.sin(k * math.pi / 2 + 0.5)
        leg = [(0.012, 0.2), (0.05, 0.215), (0.14, 0.15), (0.21, 0.045), (0.262, 0.012), (0.29, 0.022)]
        b.add(sweep(smooth_path([(c * x, s * x, z) for x, z in leg], 40), np.interp(np.linspace(0, 1, 40), [0, 0.5, 1], [0.017, 0.016, 0.011]), sides=18), "body", "feet")
        hook = [(0.012, 1.56), (0.06, 1.575), (0.115, 1.62), (0.15, 1.69), (0.152, 1.735)]
        b.add(sweep(smooth_path([(c * x, s * x, z) for x, z in hook], 36), np.interp(np.linspace(0, 1, 36), [0, 0.8, 1], [0.0125, 0.0098, 0.0085]), sides=16), "body", "hooks")
        b.add(sphere(0.0155, at=(c * 0.152, s * 0.152, 1.742), segments=24), "body", "hooks")
        d, e = math.cos(k * math.pi / 2 + 1.285), math.sin(k * math.pi / 2 + 1.285)
        low = [(0.012, 1.5), (0.06, 1.47), (0.1, 1.475), (0.118, 1.51), (0.116, 1.535)]
        b.add(sweep(smooth_path([(d * x, e * x, z) for x, z in low], 30), np.interp(np.linspace(0, 1, 30), [0, 0.8, 1], [0.0105, 0.0085, 0.0075]), sides=14), "body", "hooks")
        b.add(sphere(0.0125, at=(d * 0.116, e * 0.116, 1.542), segments=20), "body", "hooks")
    b.footprint = "round"
