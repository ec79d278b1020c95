# SPDX-License-Identifier: GPL-3.0-or-later
"""What strength is trained with: dumbbell and kettlebell."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, bezier, cylinder, lathe, move, rotate, smooth_path, sweep
from diorama_stage.props.registry import prop


@prop("dumbbell")
def dumbbell(spec: Spec, b: Builder) -> None:
    """Two hexagonal heads on a knurled grip that swells in the middle."""
    b.slot("heads", "rubber", "#1c1d1f")
    b.slot("grip", "brushed_steel", role="trim")
    t = np.linspace(-1, 1, 60)
    grip = sweep(np.stack([0.075 * t, np.zeros(60), np.zeros(60)], axis=1), 0.0135 + 0.003 * (1 - t**2), sides=32)
    made = [b.add(grip, "grip")]
    for s in (-1, 1):
        head = cylinder(0.06, 0.085, bevel=0.012, segments=6, at=(0, 0, -0.0425))
        made.append(b.add(move(rotate(rotate(head, 0, 0, 30), 0, 90, 0), s * 0.112, 0, 0), "heads"))


@prop("kettlebell")
def kettlebell(spec: Spec, b: Builder) -> None:
    """A cast ball with a flat foot and a broad handle."""
    b.slot("body", "cast_iron", "#232427")
    outline = [(0, 0), (0.07, 0.0), (0.092, 0.022), (0.105, 0.08), (0.092, 0.14), (0.055, 0.176), (0, 0.186)]
    b.add(lathe([tuple(p) for p in smooth_path(outline, 60)], segments=72, smooth=60), "body")
    bow = np.concatenate(
        [
            bezier((-0.06, 0, 0.15), (-0.085, 0, 0.2), (-0.085, 0, 0.262), (0, 0, 0.262), 24),
            bezier((0, 0, 0.262), (0.085, 0, 0.262), (0.085, 0, 0.2), (0.06, 0, 0.15), 24)[1:],
        ]
    )
    b.add(sweep(bow, 0.0165, sides=24), "body", "handle")
    b.footprint = "round"
