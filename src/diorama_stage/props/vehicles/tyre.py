# SPDX-License-Identifier: GPL-3.0-or-later
"""A car's tyre off its wheel."""

from __future__ import annotations

from diorama_stage.kit import Builder, Spec, lathe, rotate
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop


@prop("tyre")
def tyre(spec: Spec, b: Builder) -> None:
    """Lying on its side; upright where it leans or stands. Grooves run around the tread."""
    b.slot("body", "rubber", "#1c1d1e")
    r, w, bead = 0.315, 0.1, 0.2
    section = [(bead, -w * 0.72), (bead + 0.012, -w * 0.8), (bead + 0.05, -w), (r - 0.028, -w * 0.98), (r - 0.008, -w * 0.86)]
    for z in (-0.62, -0.22, 0.22, 0.62):
        section += [(r, (z - 0.1) * w), (r, (z - 0.055) * w), (r - 0.009, (z - 0.045) * w), (r - 0.009, (z + 0.045) * w), (r, (z + 0.055) * w)]
    section += [(r - 0.008, w * 0.86), (r - 0.028, w * 0.98), (bead + 0.05, w), (bead + 0.012, w * 0.8), (bead, w * 0.72), (bead + 0.006, w * 0.68)]
    inside = [(bead + 0.045, w * 0.88), (r - 0.02, w * 0.8), (r - 0.02, -w * 0.8), (bead + 0.045, -w * 0.88), (bead + 0.006, -w * 0.68), section[0]]
    made = b.add(lathe([*section, *inside], segments=128, smooth=35), "body")
    if spec.has("upright", "leaning"):
        rotate(made, 90, 0, 0)
    grounded(made)
    b.lean, b.footprint = "back", "round"
