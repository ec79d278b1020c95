# SPDX-License-Identifier: GPL-3.0-or-later
"""A hand bell."""

from __future__ import annotations

from diorama_stage.kit import Builder, Spec, lathe, smooth_path, sphere, sweep
from diorama_stage.props.registry import prop


@prop("bell")
def bell(spec: Spec, b: Builder) -> None:
    """A hand bell of brass on its mouth, with a turned handle; its clapper is seen where it lies."""
    b.slot("body", "brass")
    b.slot("handle", b.choose("dark_wood", "walnut"), role="trim")
    b.slot("clapper", "cast_iron", "#2c2c2c", role="fixed")
    r, h = 0.05, b.vary(0.085)
    outer = smooth_path([(r, 0), (r * 0.93, h * 0.1), (r * 0.72, h * 0.34), (r * 0.6, h * 0.64), (r * 0.52, h * 0.86), (r * 0.3, h * 0.98), (0.008, h)], 60)
    inner = [(0, h * 0.93), (r * 0.42, h * 0.86), (r * 0.54, h * 0.6), (r * 0.66, h * 0.32), (r * 0.88, h * 0.08), (r * 0.96, 0)]
    b.add(lathe([*inner, *[tuple(p) for p in outer], (0, h)], segments=96, smooth=50), "body")
    for z, wide in ((0.006, 0.985), (h * 0.2, 0.845)):
        b.add(lathe([(r * wide, z - 0.0016), (r * wide + 0.0016, z), (r * wide, z + 0.0016)], segments=96, smooth=60), "body", "bands")
    turned = [
        (0, h),
        (0.011, h),
        (0.012, h + 0.006),
        (0.007, h + 0.012),
        (0.0105, h + 0.035),
        (0.012, h + 0.055),
        (0.0075, h + 0.075),
        (0.0125, h + 0.086),
        (0.009, h + 0.097),
        (0, h + 0.1),
    ]
    b.add(lathe([tuple(p) for p in smooth_path(turned, 70)], segments=48, smooth=60), "handle")
    b.add(sweep([(0, 0, h * 0.9), (0.004, 0, h * 0.22)], 0.0016, sides=8), "clapper")
    b.add(sphere(0.008, at=(0.0045, 0, h * 0.18)), "clapper")
    b.footprint = "round"
