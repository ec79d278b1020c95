# SPDX-License-Identifier: GPL-3.0-or-later
"""What a kitchen measures and cuts with besides knives: a measuring jug, a cleaver."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Interior, Spec, boolean, cylinder, extrude, join, label_arc, lathe, loft, move, rotate, smooth_path, sweep
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.props.registry import prop
from diorama_stage.props.tableware.fillings import fill


@prop("measuring_cup")
def measuring_cup(spec: Spec, b: Builder) -> None:
    """A glass jug with a lip and a handle, red marks and numbers up its front."""
    b.slot("glass", "glass")
    b.slot("marks", "printed", role="fixed", label={"text": "4 CUPS\n3\n2\n1", "style": "bold", "colour": {"hex": "#c0231d"}}, params={"transparent": True})
    b.slot("lines", "paint", "#c0231d", role="fixed")
    outer = smooth_path([(0.045, 0.0), (0.05, 0.006), (0.055, 0.05), (0.061, 0.11), (0.064, 0.128)], 40)
    inner = [(float(r) - 0.004, float(z)) for r, z in outer]
    inner[0] = (0.0, 0.007)
    inner[1] = (0.042, 0.007)
    made = lathe([(0, 0), *[tuple(p) for p in outer], *inner[::-1]], segments=96, smooth=50)
    co = vertices(made).astype(float)
    left = np.exp(-((co[:, 1] / 0.022) ** 2)) * (co[:, 0] < 0) * np.clip((co[:, 2] - 0.09) / 0.038, 0, 1) ** 2
    co[:, 0] -= 0.022 * left
    co[:, 2] += 0.005 * left
    set_points(made.data, co)
    b.add(made, "glass", "jug")
    grip = smooth_path([(0.06, 0, 0.112), (0.09, 0, 0.114), (0.104, 0, 0.095), (0.1, 0, 0.05), (0.084, 0, 0.03), (0.053, 0, 0.03)], 50)
    b.add(sweep(grip, 0.0065, sides=18, flat=1.5), "glass", "handle")
    b.add(label_arc(0.0525, 0.03, 0.115, 46, top_radius=0.0625, lift=0.0006), "marks")
    rows = []
    for k, z in enumerate(np.linspace(0.024, 0.112, 9)):
        r = float(np.interp(z, outer[:, 1], outer[:, 0])) + 0.0005
        a = np.radians(np.linspace(-62, -62 + (26 if k % 2 == 0 else 15), 12))
        rows.append(sweep(np.stack([r * np.cos(a), r * np.sin(a), np.full(12, z)], axis=1), 0.0008, sides=6))
    b.add(join(rows), "lines", "marks")
    b.interior = Interior(0.05, 0.007, 0.122)
    fill(spec, b, inner, level=0.62)
    b.footprint = "round"


@prop("cleaver")
def cleaver(spec: Spec, b: Builder) -> None:
    """A butcher's cleaver laid flat: a broad square blade with a hole, ground to its edge, a riveted wooden handle."""
    b.slot("blade", "brushed_steel", "#c2c5c7")
    b.slot("handle", "dark_wood", b.choose("#4a2c1a", "#6b4226", "#2b2320"), role="trim")
    b.slot("rivets", "brass", role="fixed")
    outline = [(-0.175, -0.045), (-0.168, -0.05), (0.0, -0.046), (0.004, -0.04), (0.006, 0.012), (0.03, 0.018), (0.03, 0.034), (-0.16, 0.042), (-0.174, 0.038)]
    blade = boolean(extrude(outline, 0.0042, bevel=0.0004), cylinder(0.0075, 0.02, bevel=0, segments=32, at=(-0.152, 0.024, -0.008)))
    co = vertices(blade).astype(float)
    edge = np.clip((-0.03 - co[:, 1]) / 0.02, 0, 1)
    co[:, 2] = 0.0021 + (co[:, 2] - 0.0021) * (1 - 0.94 * edge)
    set_points(blade.data, co)
    b.add(move(blade, 0, 0, 0.009), "blade")
    rings = []
    for x, w, z in ((0.016, 0.011, 0.009), (0.022, 0.013, 0.011), (0.06, 0.012, 0.0105), (0.1, 0.0145, 0.011), (0.132, 0.017, 0.011), (0.143, 0.012, 0.008)):
        t = np.linspace(0, 2 * np.pi, 28, endpoint=False)
        rings.append(np.stack([np.full(28, x), 0.024 - 0.05 * (x - 0.016) * 0.2 + w * np.cos(t), 0.0112 + z * np.sin(t)], axis=1))
    b.add(loft(rings, smooth=60), "handle")
    b.add(join([cylinder(0.0035, 0.001, bevel=0.0003, segments=24, at=(x, 0.023, 0.0212)) for x in (0.04, 0.075, 0.11)]), "rivets")
    for group in b._parts.values():
        for o in group:
            rotate(o, 0, 0, b.spec.seed % 5 * 6 - 12)
