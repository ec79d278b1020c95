# SPDX-License-Identifier: GPL-3.0-or-later
"""Large appliances: refrigerators, ovens, microwaves."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    move,
    rotate,
    smooth_path,
    sweep,
    torus,
)
from diorama_stage.props.parts import add_rod
from diorama_stage.props.registry import prop


@prop("refrigerator", "microwave", "oven")
def appliance(spec: Spec, b: Builder) -> None:
    b.slot("body", "paint" if spec.kind == "refrigerator" else "brushed_steel", b.choose("#e6e4de", "#b9c9c4", "#d8d3c6") if spec.kind == "refrigerator" else None)
    b.slot("metal", "chrome", role="trim")
    b.slot("glass", "lacquer", "#0d0e10", role="fixed")
    b.slot("display", "emission", "#6fd6ff", role="fixed", params={"strength": 2.0})
    if spec.kind == "refrigerator":
        w, d, h = 0.66, 0.64, 1.72
        b.add(box(w, d, h - 0.04, bevel=0.03, segments=5, at=(0, 0.03, 0.04)), "body")
        for z, t in ((0.06, 1.06), (1.14, 0.56)):
            b.add(box(w - 0.004, 0.06, t, bevel=0.028, segments=5, at=(0, -d / 2 + 0.02, z)), "body", "doors")
            b.add(sweep(smooth_path([(w / 2 - 0.07, -d / 2 - 0.01, z + (0.62 if z < 1 else 0.06)), (w / 2 - 0.07, -d / 2 - 0.06, z + (0.66 if z < 1 else 0.1)), (w / 2 - 0.07, -d / 2 - 0.06, z + (0.98 if z < 1 else 0.36)), (w / 2 - 0.07, -d / 2 - 0.01, z + (1.02 if z < 1 else 0.4))], 30), 0.012, sides=16), "metal", "handles")
        for x in (-0.25, 0.25):
            b.add(cylinder(0.025, 0.05, at=(x, -0.2, 0)), "glass", "feet")
        b.support("top", -w / 2 + 0.05, w / 2 - 0.05, -d / 2 + 0.08, d / 2 - 0.05, h)
        return
    w, d, h = (0.5, 0.37, 0.29) if spec.kind == "microwave" else (0.6, 0.58, 0.85)
    b.add(box(w, d, h, bevel=0.012, segments=4), "body")
    if spec.kind == "microwave":
        b.add(box(w * 0.68, 0.02, h * 0.84, bevel=0.006, at=(-w * 0.13, -d / 2 - 0.006, h * 0.08)), "glass", "door")
        b.add(box(0.012, 0.03, h * 0.7, bevel=0.005, at=(w * 0.2, -d / 2 - 0.025, h * 0.15)), "metal", "handle")
        b.add(box(0.075, 0.003, 0.03, bevel=0.001, at=(w * 0.36, -d / 2 - 0.001, h * 0.78)), "display")
        for r in range(4):
            for c in range(3):
                b.add(box(0.02, 0.006, 0.016, bevel=0.003, at=(w * 0.36 + (c - 1) * 0.027, -d / 2 - 0.001, h * (0.62 - 0.12 * r))), "metal", "buttons")
    else:
        b.add(box(w * 0.9, 0.03, h * 0.62, bevel=0.01, at=(0, -d / 2 - 0.008, h * 0.08)), "body", "door")
        b.add(box(w * 0.72, 0.006, h * 0.4, bevel=0.004, at=(0, -d / 2 - 0.0235, h * 0.16)), "glass", "window")
        add_rod(b, "metal", (-w * 0.38, -d / 2 - 0.06, h * 0.64), (w * 0.38, -d / 2 - 0.06, h * 0.64), 0.012, "handle")
        for x in np.linspace(-0.22, 0.22, 5):
            b.add(move(rotate(cylinder(0.022, 0.025, bevel=0.004), 90), x, -d / 2, h * 0.85), "metal", "knobs")
        for x, y in ((-0.15, -0.14), (0.15, -0.14), (-0.15, 0.14), (0.15, 0.14)):
            b.add(torus(0.08, 0.006, at=(x, y, h + 0.006)), "glass", "burners")
    b.support("top", -w / 2 + 0.03, w / 2 - 0.03, -d / 2 + 0.03, d / 2 - 0.03, h)
