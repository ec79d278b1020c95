# SPDX-License-Identifier: GPL-3.0-or-later
"""A drinking straw."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, rotate, solidify, sweep
from diorama_stage.kit.build import vertices
from diorama_stage.kit.parts import tint, toward
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop


@prop("drinking_straw")
def drinking_straw(spec: Spec, b: Builder) -> None:
    """A paper tube with a stripe winding about it, bent at its pleats; it lies, and stands in what holds it."""
    base = spec.colours[0] if spec.colours else b.choose("#d8433a", "#3a86b8", "#4f9a57", "#e09a2f")
    b.slot("body", "paper", "#f4efe4")
    r = 0.0034
    z = np.concatenate([np.linspace(0, 0.145, 60), np.linspace(0.1455, 0.165, 41)])
    path = np.concatenate([np.stack([0 * z, 0 * z, z], axis=1), [(0.006 * t + 0.03 * t * t, 0, 0.165 + 0.034 * t) for t in np.linspace(0.04, 1, 20)]])
    wide = np.full(len(path), r)
    wide[60:101] *= 1 + 0.12 * np.cos(np.pi * np.arange(41))
    tube = sweep(path, wide, sides=24)
    p = vertices(tube)
    winding = ((p[:, 2] / 0.016 + np.arctan2(p[:, 1], p[:, 0]) / (2 * np.pi)) % 1) < 0.42
    made = b.add(solidify(tint(tube, lambda _: toward("#f4efe4", base, winding)), 0.0005), "body")
    if not spec.has("upright", "vased"):
        rotate(made, 90, 0, b.rng.uniform(0, 360))
        grounded(made)
