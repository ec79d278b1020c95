# SPDX-License-Identifier: GPL-3.0-or-later
"""Lollipop, candy cane, marshmallow."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, arc, cylinder, displace, rotate, sweep
from diorama_stage.kit.build import vertices
from diorama_stage.kit.parts import tint
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop


@prop("lollipop")
def lollipop(spec: Spec, b: Builder) -> None:
    """A flat swirl of two colours on a paper stick, standing or lying by what holds it."""
    r = b.vary(0.034)
    first, second = spec.colours[:2] if len(spec.colours) > 1 else ((spec.colours[0] if spec.colours else b.choose("#c41f3a", "#2f8fb5", "#e0672a")), "#f3ece0")
    b.slot("body", "lacquer", first)
    b.slot("swirl", "lacquer", second, role="fixed")
    b.slot("stick", "paper", "#efece4", role="fixed")
    turns = 3.2
    for slot, phase in (("body", 0.0), ("swirl", np.pi)):
        a = np.linspace(0.15, turns * 2 * np.pi, 160)
        radius = r * (a / (turns * 2 * np.pi)) ** 0.9
        path = np.stack([radius * np.cos(a + phase), np.zeros(160), 0.155 + radius * np.sin(a + phase)], axis=1)
        b.add(sweep(path, r / turns * 0.29, sides=14, flat=1.0), slot)
    b.add(sweep([(0, 0, 0), (0, 0, 0.155)], 0.0022, sides=12), "stick")
    if not spec.has("upright", "vased"):
        made = [o for group in b._parts.values() for o in group]
        turn = b.rng.uniform(0, 360)
        for o in made:
            rotate(o, 90, 0, turn)
        grounded(*made)


@prop("candy_cane")
def candy_cane(spec: Spec, b: Builder) -> None:
    """Red and white stripes run around a crooked stick; it lies."""
    b.slot("body", "lacquer", "#f2ede4")
    hook = np.concatenate([[(0, 0, 0.0), (0, 0, 0.11)], [(x + 0.022, 0, z + 0.115) for x, z in arc(0.022, 180, -15, 30)]])
    cane = sweep(hook, 0.0052, sides=48)
    p = vertices(cane)
    along = np.where(p[:, 2] < 0.115, p[:, 2], 0.115 + 0.022 * np.arctan2(p[:, 2] - 0.115, 0.022 - p[:, 0]).clip(0))
    around = np.where(p[:, 2] < 0.115, np.arctan2(p[:, 1], p[:, 0]), np.arctan2(p[:, 1], np.hypot(p[:, 0] - 0.022, p[:, 2] - 0.115) - 0.022))
    red = ((along / 0.017 + around / (2 * np.pi)) % 1) < 0.5
    colours = np.where(red[:, None], (0.52, 0.02, 0.035), (0.86, 0.82, 0.76))
    made = b.add(tint(cane, lambda _: colours), "body")
    rotate(made, 90, 0, b.rng.uniform(0, 360))
    grounded(made)


@prop("marshmallow")
def marshmallow(spec: Spec, b: Builder) -> None:
    """A soft drum of white sugar foam, a little crumpled."""
    b.slot("body", "foam", b.choose("#f4efe8", "#f4efe8", "#f0c8cc"))
    made = b.add(displace(cylinder(0.0135, b.vary(0.026), bevel=0.0055), 0.0012, 0.011, seed=spec.seed), "body")
    if b.rng.random() < 0.5:
        rotate(made, 90, 0, b.rng.uniform(0, 360))
    grounded(made)
    b.footprint = "round"
