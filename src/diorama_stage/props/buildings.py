# SPDX-License-Identifier: GPL-3.0-or-later
"""Skyscrapers and tents."""

from __future__ import annotations

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    sweep,
)
from diorama_stage.props.registry import prop


@prop("skyscraper", "tent")
def building(spec: Spec, b: Builder) -> None:
    kind = spec.kind
    b.slot("walls", "plaster" if kind != "tent" else "canvas", {"skyscraper": "#7f8c98", "tent": "#c77f3a"}.get(kind))
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
