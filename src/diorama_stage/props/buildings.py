# SPDX-License-Identifier: GPL-3.0-or-later
"""Skyscrapers, towers and tents."""

from __future__ import annotations

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    lathe,
    move,
    rounded_profile,
    sweep,
)
from diorama_stage.props.registry import prop


@prop("skyscraper", "tower", "tent")
def building(spec: Spec, b: Builder) -> None:
    kind = spec.kind
    b.slot("walls", {"tower": "stone"}.get(kind, "plaster" if kind != "tent" else "canvas"), {"skyscraper": "#7f8c98", "tent": "#c77f3a"}.get(kind))
    b.slot("roof", "slate", role="trim")
    b.slot("glass", *(("emission", "#ffb75e") if spec.has("lit") else ("lacquer", "#1b2530")), role="fixed")
    b.slot("trim", "paint", "#e9e6df", role="trim")
    if kind == "skyscraper":
        z = 0.0
        for w, h in ((24, 60), (19, 40), (13, 25)):
            b.add(box(w, w, h, bevel=0.15, at=(0, 0, z)), "walls")
            n = int(w / 1.6)
            for f in range(int(h / 3.4)):
                b.add(box(w + 0.1, w + 0.1, 1.9, bevel=0.02, segments=1, at=(0, 0, z + 0.8 + f * 3.4)), "glass", "windows")
            for k in range(n + 1):
                for y in (-1, 1):
                    b.add(box(0.3, 0.3, h, bevel=0.03, segments=1, at=(-w / 2 + k * w / n, y * (w / 2 + 0.05), z)), "walls", "mullions")
            z += h
        b.add(cylinder(0.35, 22, top=0.05, at=(0, 0, z)), "trim", "spire")
        return
    if kind == "tent":
        from diorama_stage.kit import from_geometry, solidify

        v = [(-1.3, -1.6, 0), (1.3, -1.6, 0), (1.3, 1.6, 0), (-1.3, 1.6, 0), (0, -1.5, 1.6), (0, 1.5, 1.6)]
        b.add(solidify(from_geometry("tent", v, [(0, 4, 5, 3), (1, 2, 5, 4), (2, 3, 5)], smooth=None), 0.02), "walls")
        for s in (-1, 1):
            b.add(solidify(from_geometry("flap", [(1.3 * s, -1.6, 0), (0.55 * s, -1.75, 0), (0, -1.5, 1.6)], [(0, 1, 2)], smooth=None), 0.02), "walls", "flaps")
            b.add(sweep([(0, -1.5 * 1, 1.6), (0.9 * s, -2.4, 0.8), (1.8 * s, -3.2, 0)], 0.01, sides=6), "trim", "ropes")
        return
    h, r = 18, 3.2
    b.add(lathe(rounded_profile([(0, 0), (r, 0), (r * 0.62, h), (0, h)], 0.1), segments=72), "walls")
    b.add(lathe(rounded_profile([(0, h), (r * 0.85, h), (r * 0.85, h + 0.3), (0, h + 0.35)], 0.05), segments=64), "trim", "gallery")
    b.add(cylinder(r * 0.45, 2.2, at=(0, 0, h + 0.3)), "glass", "lantern")
    b.add(lathe([(r * 0.55, h + 2.5), (r * 0.5, h + 2.7), (0, h + 4.2)], segments=48), "roof")
    b.footprint = "round"
