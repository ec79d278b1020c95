# SPDX-License-Identifier: GPL-3.0-or-later
"""A lava lamp."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import (
    Builder,
    Emitter,
    Spec,
    displace,
    ellipsoid,
    join,
    lathe,
    rounded_profile,
)
from diorama_stage.props.lights.lamps import OFF
from diorama_stage.props.registry import prop


@prop("lava_lamp")
def lava_lamp(spec: Spec, b: Builder) -> None:
    """A tapered bottle between a cone of metal and its cap; wax rises in glowing liquid."""
    off = spec.has(*OFF)
    wax, liquid = b.choose(("#ff5a1f", "#6a1f7a"), ("#ffd23a", "#c2371a"), ("#ff3f7a", "#3b2a9a"), ("#7dff5a", "#1a4a8a"))
    wax = spec.colours[0] if spec.colours else wax
    b.slot("metal", "aluminium", "#b5b7b9", role="trim")
    b.slot("glass", "glass", "#f5f5f5", role="fixed", params={"wall": 0.002})
    b.slot("liquid", "emission" if not off else "plastic", liquid, role="fixed", params={"strength": 0.55} if not off else {})
    b.slot("wax", "emission" if not off else "wax", wax, role="main", params={"strength": 3.4} if not off else {})
    h0, h1 = 0.135, 0.33
    r = lambda z: 0.049 - 0.023 * (z - h0) / (h1 - h0)
    base = [(0, 0), (0.057, 0), (0.058, 0.003), (0.036, 0.072), (0.0345, 0.078), (0.036, 0.084), (0.0515, h0 + 0.004), (0.0505, h0 + 0.005), (0.046, h0 - 0.004), (0, h0 - 0.006)]
    b.add(lathe(rounded_profile(base, 0.0012), segments=96, smooth=40), "metal")
    b.add(lathe([(r(z), z) for z in np.linspace(h0, h1, 24)], segments=96, smooth=180), "glass")
    b.add(lathe([(0, h0 + 0.001), *[(r(z) - 0.0022, z) for z in np.linspace(h0 + 0.001, h1 - 0.012, 20)], (0, h1 - 0.012)], segments=80, smooth=60), "liquid")
    b.add(lathe(rounded_profile([(0.0275, h1 - 0.006), (0.0285, h1 - 0.002), (0.019, h1 + 0.056), (0.0165, h1 + 0.062), (0, h1 + 0.063)], 0.001), segments=80, smooth=40), "metal", "cap")
    blobs = []
    for z, x, size, tall in (
        (h0 + 0.012, 0.0, 0.99, 0.45),
        (h0 + 0.052, 0.01, 0.6, 1.35),
        (h0 + 0.094, -0.01, 0.66, 1.0),
        (h0 + 0.128, 0.008, 0.55, 1.25),
        (h0 + 0.158, -0.004, 0.4, 1.0),
        (h1 - 0.024, 0.002, 0.98, 0.4),
    ):
        s = r(z) * size
        blobs.append(ellipsoid(s, s, s * tall, at=(x * b.rng.uniform(0.7, 1.2), -r(z) * (1 - size) * 0.97, z), segments=28))
    b.add(displace(join(blobs), 0.0015, 0.02, seed=spec.seed), "wax")
    if not off:
        b.emitters.append(Emitter(0, 0, 0.22, 0.04, 2400, 1.6, colour=wax))
    b.footprint = "round"
