# SPDX-License-Identifier: GPL-3.0-or-later
"""Round fruit: lemons, limes, oranges and apples."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    displace,
    extrude,
    join,
    lathe,
    move,
    rotate,
    sweep,
)
from diorama_stage.props.registry import prop


FLESH = {"lemon": "#f2df7a", "lime": "#c3d67a", "orange": "#f0a03c"}


def _slice(spec: Spec, b: Builder) -> None:
    """A round slice, lying: rind, pale pith, flesh in segments."""
    r, h = b.vary({"lemon": 0.026, "lime": 0.023, "orange": 0.036}[spec.kind], 0.06), 0.006
    b.slot("body", "citrus_skin", {"lemon": "#e8c62a", "lime": "#7fa32e", "orange": "#e0821e"}[spec.kind])
    b.slot("pith", "paper", "#f4efd8", role="fixed")
    b.slot("flesh", "wax", FLESH[spec.kind], role="fixed")
    b.add(lathe([(r * 0.95, 0), (r, h * 0.25), (r, h * 0.75), (r * 0.95, h), (r * 0.95, 0)], segments=72, smooth=50), "body")
    b.add(lathe([(0, 0.0002), (r * 0.955, 0.0002), (r * 0.955, h - 0.0002), (0, h - 0.0002)], segments=72, smooth=50), "pith")
    wedge = []
    for k in range(9):
        a = np.linspace(2 * np.pi * k / 9 + 0.07, 2 * np.pi * (k + 1) / 9 - 0.07, 12)
        outline = [(r * 0.09 * np.cos(a.mean()), r * 0.09 * np.sin(a.mean())), *[(r * 0.86 * np.cos(u), r * 0.86 * np.sin(u)) for u in a]]
        wedge.append(extrude(outline, h + 0.0005, bevel=0.0006, at=(0, 0, -0.00025)))
    b.add(join(wedge), "flesh")
    b.footprint = "round"


@prop("lemon", "lime", "apple", "orange")
def fruit(spec: Spec, b: Builder) -> None:
    kind = spec.kind
    if spec.has("sliced") and kind in FLESH:
        _slice(spec, b)
        return
    r = b.vary({"lemon": 0.028, "lime": 0.025, "apple": 0.038, "orange": 0.038}[kind], 0.06)
    b.slot("body", "apple_skin" if kind == "apple" else "citrus_skin", {"lemon": "#e8c62a", "lime": "#7fa32e", "apple": "#a82a22", "orange": "#e0821e"}[kind])
    t = np.linspace(-np.pi / 2, np.pi / 2, 40)
    if kind in ("lemon", "lime"):
        profile = [(r * np.cos(a) * (1 - 0.1 * abs(np.sin(a)) ** 3), r * 1.25 * np.sin(a) + 0.2 * r * np.sign(np.sin(a)) * abs(np.sin(a)) ** 14) for a in t]
    elif kind == "apple":
        profile = [(max(r * np.cos(a) * (1.03 + 0.08 * np.sin(a)), 0), r * 0.9 * np.sin(a) - np.sign(a) * 0.26 * r * max(abs(a) / (np.pi / 2) - 0.55, 0) / 0.45 * abs(np.sin(a))) for a in t]
    else:
        profile = [(r * np.cos(a), r * 0.96 * np.sin(a)) for a in t]
    body = displace(lathe(profile, segments=56, smooth=180), r * 0.05, r * 1.3, seed=spec.seed)
    if kind in ("lemon", "lime"):
        rotate(body, 90, 0, b.rng.uniform(0, 360))
    low = min(v.co.z for v in body.data.vertices)
    b.add(move(body, 0, 0, -low), "body")
    if kind == "apple":
        b.slot("stem", "bark", "#4a3420", role="fixed")
        b.add(sweep([(0, 0, r * 1.45), (0.001, 0, r * 1.7), (0.005, 0, r * 2.0)], [0.0013, 0.0012, 0.0018], sides=8), "stem")
    b.footprint = "round"
