# SPDX-License-Identifier: GPL-3.0-or-later
"""Plinths: the plain blocks and drums on which products and sculptures are shown, as broad as what stands on them needs; a column's pedestal where it is named so."""

from __future__ import annotations

from diorama_stage.kit import Builder, Spec, box, lathe, rounded_profile
from diorama_stage.props.registry import prop

SMALL = 0.3
"""Metres: what is narrower stands on a low block, as products are shot; larger things on a plinth that brings them to the eye."""


@prop("plinth")
def plinth(spec: Spec, b: Builder) -> None:
    """A block, a drum, or (named a pedestal of a column) a turned foot with mouldings."""
    b.slot("body", "plaster", b.choose("#e9e4da", "#ded5c8", "#efece6"))
    load = spec.bears or 0.3
    w = max((1.75 if load < SMALL else 1.4) * load, 0.14)
    low = load < SMALL or spec.is_a("podium")
    h = 0.42 * w if low and load < 1.2 and not spec.has("tall", "high") else min(max(0.95, 0.8 * w), 1.1) if load < 1.2 else 0.3
    if spec.is_a("column") or spec.has("classical", "antique", "ornate", "greek", "roman"):
        _column(b, w, max(h, 0.95))
        return
    round = spec.shaped("round", "circular", "cylindrical") or spec.shape is None and b.rng.random() < (0.62 if h < w else 0.25)
    edge = min(0.006, 0.02 * w)
    if round:
        b.add(lathe([(0, 0), *rounded_profile([(w / 2 - edge, 0), (w / 2, edge), (w / 2, h - edge), (w / 2 - edge, h)], edge), (0, h)], segments=160, smooth=40), "body")
    else:
        b.add(box(w, w, h, bevel=edge), "body")
    reach = w / 2 * (0.92 if round else 0.94)
    b.support("top", -reach, reach, -reach, reach, h, round=round)
    if round:
        b.footprint = "round"


def _column(b: Builder, w: float, h: float) -> None:
    """A square base and slab, between them a waisted shaft with rolls (torus, scotia, cavetto)."""
    half, low, slab = w / 2, 0.07 * w, 0.08 * w
    b.add(box(w * 1.06, w * 1.06, low * 1.6, bevel=0.004), "body", "base")
    profile = [(half * 0.98, low * 1.6), (half * 1.0, low * 2.4), (half * 0.84, low * 3.1), (half * 0.76, low * 4.0), (half * 0.72, h * 0.5), (half * 0.74, h - slab * 3.6), (half * 0.86, h - slab * 2.4), (half * 0.92, h - slab * 1.0)]
    b.add(lathe([(0, low * 1.6), *rounded_profile(profile, 0.012), (0, h - slab)], segments=128, smooth=60), "body", "shaft")
    b.add(box(w, w, slab, bevel=0.004, at=(0, 0, h - slab)), "body", "slab")
    reach = half * 0.94
    b.support("top", -reach, reach, -reach, reach, h)
