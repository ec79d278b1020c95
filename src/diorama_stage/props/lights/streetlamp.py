# SPDX-License-Identifier: GPL-3.0-or-later
"""A street lamp of cast iron: a moulded foot, a fluted post, a ladder bar, a four-sided lantern of glass under a vented roof."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, lathe, loft, move, rotate, rounded_profile, sphere
from diorama_stage.kit.parts import add_rod, rods
from diorama_stage.props.lights.lamps import bulb
from diorama_stage.props.registry import prop

NECK = 2.95
"""Height of the lantern's foot, metres."""


@prop("street_lamp")
def street_lamp(spec: Spec, b: Builder) -> None:
    b.footprint = "round"
    b.slot("post", "cast_iron", b.choose("#1c2422", "#1b1d20", "#233a30"))
    b.slot("glass", "glass", role="fixed", params={"pane": True})
    b.slot("brass", "brass", "#8f7440", role="fixed")
    foot = [(0, 0), (0.19, 0), (0.19, 0.05), (0.165, 0.075), (0.15, 0.09), (0.15, 0.42), (0.165, 0.44), (0.165, 0.48), (0.125, 0.52), (0.1, 0.6), (0.11, 0.63), (0.085, 0.67), (0.07, 0.78), (0, 0.78)]
    b.add(lathe(rounded_profile(foot, 0.012), segments=8, smooth=25), "post", "foot")
    turn = np.linspace(0, 2 * np.pi, 96, endpoint=False)
    flute = 1 - 0.05 * np.abs(np.sin(6 * turn))
    shaft = [np.stack([r * flute * np.cos(turn), r * flute * np.sin(turn), np.full(96, z)], axis=1) for z, r in ((0.7, 0.066), (1.4, 0.056), (2.1, 0.048), (2.72, 0.042))]
    b.add(loft(shaft, smooth=25), "post", "shaft")
    for z, r in ((0.78, 0.08), (1.62, 0.064), (2.7, 0.07)):
        ring = [(0.03, z - 0.035), (r * 0.8, z - 0.03), (r, z - 0.012), (r, z + 0.012), (r * 0.8, z + 0.03), (0.03, z + 0.035)]
        b.add(lathe(rounded_profile(ring, 0.01), segments=64), "post", "rings")
    neck = [(0, 2.7), (0.042, 2.72), (0.036, 2.78), (0.055, 2.84), (0.034, 2.88), (0.05, 2.93), (0.09, NECK), (0, NECK + 0.005)]
    b.add(lathe(rounded_profile(neck, 0.01), segments=64), "post", "neck")
    add_rod(b, "post", (-0.3, 0, 2.6), (0.3, 0, 2.6), 0.013, "bar")
    for s in (-1, 1):
        b.add(sphere(0.024, at=(0.3 * s, 0, 2.6), segments=24), "post", "bar")
    lantern(spec, b)


def lantern(spec: Spec, b: Builder) -> None:
    """Wider above than below: a frame of four corner bars, panes, a hipped roof with a chimney and a finial."""
    low, high, tall, z = 0.115, 0.195, 0.4, NECK + 0.02
    corner = [(sx, sy) for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    square = lambda half, at: [(sx * half, sy * half, at) for sx, sy in corner]  # noqa: E731
    b.add(box(2 * low + 0.03, 2 * low + 0.03, 0.03, bevel=0.006, at=(0, 0, z - 0.025)), "post", "lantern")
    b.add(box(2 * high + 0.035, 2 * high + 0.035, 0.022, bevel=0.005, at=(0, 0, z + tall)), "post", "lantern")
    b.add(rods([[p, q] for p, q in zip(square(low, z), square(high, z + tall), strict=True)], 0.011, sides=10), "post", "lantern")
    for (ax, ay), (cx, cy) in zip(corner, corner[1:] + corner[:1], strict=True):
        p, q, inset = np.array((ax, ay)), np.array((cx, cy)), 0.998
        pane = [(*(p * low * inset), z), (*(q * low * inset), z), (*(q * high * inset), z + tall), (*(p * high * inset), z + tall)]
        outer, inner = np.array(pane), np.array(pane) * (0.985, 0.985, 1)
        b.add(loft([outer, inner], smooth=None), "glass", "panes")
        middle = [(p + q) / 2 * low, (p + q) / 2 * high]
        add_rod(b, "post", (*middle[0], z), (*middle[1], z + tall), 0.0055, "lantern", 8)
    top = z + tall + 0.02
    roof = [(high + 0.03, top), (high + 0.03, top + 0.012), (high * 0.72, top + 0.075), (0.085, top + 0.15), (0.075, top + 0.16)]
    b.add(loft([square(half, at) for half, at in roof], smooth=20), "post", "roof")
    for k in range(4):
        b.add(move(rotate(box(0.03, 0.012, 0.045, bevel=0.004, at=(0, -(high + 0.025), 0)), 0, 0, 90 * k), 0, 0, top), "post", "roof")
    chimney = [(0, top + 0.15), (0.06, top + 0.15), (0.06, top + 0.2), (0.085, top + 0.205), (0.05, top + 0.245), (0.018, top + 0.26), (0.018, top + 0.28), (0.03, top + 0.3), (0.018, top + 0.33), (0.004, top + 0.38), (0, top + 0.38)]
    b.add(lathe(rounded_profile(chimney, 0.006), segments=48), "post", "finial")
    add_rod(b, "brass", (0, 0, z), (0, 0, z + 0.1), 0.012, "burner")
    b.add(lathe(rounded_profile([(0.012, z + 0.08), (0.035, z + 0.1), (0.035, z + 0.11), (0.012, z + 0.115)], 0.004), segments=40), "brass", "burner")
    bulb(spec, b, 0, 0, z + 0.11, 40.0, radius=0.045)
