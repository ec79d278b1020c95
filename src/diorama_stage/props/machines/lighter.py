# SPDX-License-Identifier: GPL-3.0-or-later
"""A pocket lighter."""

from __future__ import annotations

from diorama_stage.kit import Builder, Emitter, Spec, box, cylinder, join, lathe, move, rotate, smooth_path
from diorama_stage.props.registry import prop


@prop("lighter")
def lighter(spec: Spec, b: Builder) -> None:
    """A petrol lighter of metal: a case with a hinged lid, wheel and chimney when it is open, a flame when it is lit."""
    lit = spec.has("lit", "burning")
    b.slot("body", b.choose("chrome", "brass", "brushed_steel"))
    b.slot("dark", "cast_iron", "#2b2b2c", role="fixed")
    w, d, h = 0.037, 0.012, 0.034
    b.add(box(w, d, h, bevel=0.0022), "body")
    if not lit and not spec.has("open"):
        b.add(box(w, d, 0.021, bevel=0.0022, at=(0, 0, h + 0.0004)), "body", "lid")
        b.add(move(rotate(cylinder(0.0016, 0.008, bevel=0.0004), 90, 0, 0), w / 2, 0.004, h), "body", "hinge")
        return
    b.add(move(rotate(move(box(w, d, 0.021, bevel=0.0022), -w / 2, 0, 0), 0, 118, 0), w / 2, 0, h), "body", "lid")
    b.add(box(0.021, 0.0095, 0.014, bevel=0.001, at=(-0.003, 0, h)), "body", "chimney")
    holes = [
        move(rotate(cylinder(0.0012, 0.0104, bevel=0, segments=14, at=(0, 0, -0.0052)), 90, 0, 0), x, 0, h + z)
        for x in (-0.01, -0.006, -0.002)
        for z in (0.0045, 0.009)
    ]
    b.add(join([*holes, move(rotate(cylinder(0.0042, 0.006, bevel=0.0006, at=(0, 0, -0.003)), 90, 0, 0), 0.012, 0, h + 0.008)]), "dark", "wheel")
    if lit:
        b.slot("flame", "emission", "#ffffff", role="fixed", params={"flame": True, "strength": 34.0})
        tongue = smooth_path([(0, 0.0), (0.0022, 0.003), (0.0034, 0.009), (0.0022, 0.018), (0.0006, 0.027), (0, 0.029)], 40)
        b.add(move(lathe([tuple(p) for p in tongue], segments=32, smooth=180), -0.003, 0, h + 0.013), "flame")
        b.emitters.append(Emitter(-0.003, 0.0, h + 0.025, 0.004, 1900.0, 0.5))
