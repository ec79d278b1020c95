# SPDX-License-Identifier: GPL-3.0-or-later
"""A water tower."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, label_arc, lathe, rounded_profile, torus
from diorama_stage.kit.parts import rods
from diorama_stage.props.registry import prop


def legs(n: int, low: float, high: float, z0: float, z1: float, tiers: int) -> tuple[list, list]:
    """Splayed legs round a tank and the struts and crossed ties between them: two lists of ends."""

    def at(k: int, t: float) -> np.ndarray:
        a, far = 2 * math.pi * (k + 0.5) / n, low + (high - low) * t
        return np.array((far * math.cos(a), far * math.sin(a), z0 + (z1 - z0) * t))

    thick = [(at(k, 0), at(k, 1)) for k in range(n)]
    thin = []
    for k in range(n):
        for i in range(tiers):
            a, c = i / tiers, (i + 1) / tiers
            thin += [(at(k, a), at(k + 1, c)), (at(k + 1, a), at(k, c)), (at(k, c), at(k + 1, c))]
    return thick, thin


@prop("water_tower")
def water_tower(spec: Spec, b: Builder) -> None:
    """A tank on splayed legs: of steel with a round bottom and a pointed roof and a name, or of staves with hoops as on city roofs."""
    wooden = spec.is_a("wooden") or spec.material in ("wood", "oak")
    b.slot("tank", *(("wood", "#7a5a3c") if wooden else ("paint", b.choose("#cfd6d8", "#dfe4e4", "#9fb6b8"))))
    b.slot("roof", *(("wood", "#5a4633") if wooden else ("paint", "#b9c1c3")), role="trim")
    b.slot("frame", "steel", "#5d5750" if wooden else "#a8b0b2", role="trim")
    r, z0, z1 = (2.6, 9.0, 13.6) if wooden else (4.2, 18.0, 24.0)
    if wooden:
        n = 44
        around = [(r, z0), (r * 0.97, z1)]
        b.add(lathe([(0, z0), *around, (0, z1)], segments=n, smooth=None), "tank")
        b.add(
            rods(
                [
                    ((r * 1.003 * math.cos(a), r * 1.003 * math.sin(a), z0), (r * 0.973 * math.cos(a), r * 0.973 * math.sin(a), z1))
                    for a in np.linspace(0, 2 * math.pi, n, endpoint=False)
                ],
                0.03,
                sides=5,
            ),
            "roof",
            "staves",
        )
        for z in np.linspace(z0 + 0.3, z1 - 0.3, 8):
            b.add(torus(r * (1.0 - 0.03 * (z - z0) / (z1 - z0)) + 0.02, 0.035, at=(0, 0, z), segments=80, sides=8), "frame", "hoops")
        b.add(
            lathe(
                rounded_profile([(0, z1 - 0.02), (r * 1.08, z1 - 0.02), (r * 1.08, z1 + 0.08), (0.1, z1 + 1.7), (0, z1 + 1.75)], 0.03), segments=n, smooth=20
            ),
            "roof",
        )
    else:
        belly = [(0, z0 - 2.6), (1.2, z0 - 2.5), (2.6, z0 - 1.9), (3.7, z0 - 0.9), (r, z0), (r, z1), (0, z1)]
        b.add(lathe(rounded_profile(belly, 0.5), segments=80), "tank")
        b.add(
            lathe(
                rounded_profile([(0, z1 - 0.1), (r + 0.35, z1 - 0.1), (r + 0.35, z1 + 0.1), (0.35, z1 + 2.6), (0.2, z1 + 3.1), (0, z1 + 3.3)], 0.05),
                segments=80,
            ),
            "roof",
        )
        b.add(torus(r + 0.5, 0.07, at=(0, 0, z0 + 1.1), segments=80), "frame", "walkway")
        b.add(lathe([(r, z0), (r + 0.6, z0), (r + 0.6, z0 + 0.12), (r, z0 + 0.12)], segments=80), "frame", "walkway")
        b.add(lathe(rounded_profile([(0, 0), (0.8, 0), (0.7, 0.5), (0.62, 1.0), (0.62, z0 - 2.3), (0, z0 - 2.3)], 0.1), segments=40), "tank", "riser")
        text = spec.labels[0] if spec.labels else {"text": b.choose("MAPLETON", "FAIRVIEW", "OAK CREEK"), "style": "bold", "colour": {"hex": "#22324a"}}
        b.slot("name", "printed", role="fixed", label=text, params={"transparent": True})
        b.add(label_arc(r, z0 + 2.2, z0 + 4.6, 120, segments=48, lift=0.02), "name")
    thick, thin = legs(4 if wooden else 6, r * (1.15 if wooden else 1.5), r * (0.8 if wooden else 0.98), 0, z0 + (0.0 if wooden else 0.3), 3)
    b.add(rods(thick, 0.16 if wooden else 0.24, sides=12), "frame", "legs")
    b.add(rods(thin, 0.05, sides=6), "frame", "ties")
    b.add(
        rods(
            [((s * 0.22, -r - 0.25, z0 - 1), (s * 0.22, -r - 0.25, z1)) for s in (-1, 1)]
            + [((-0.22, -r - 0.25, z), (0.22, -r - 0.25, z)) for z in np.arange(z0 - 1, z1, 0.35)],
            0.035,
            sides=5,
        ),
        "frame",
        "ladder",
    )
    b.footprint = "round"
