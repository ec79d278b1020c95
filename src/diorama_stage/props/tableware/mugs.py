# SPDX-License-Identifier: GPL-3.0-or-later
"""Mugs: hollow, with a foot, a rounded lip and a swept handle; cups of paper, as coffee is carried away in."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from diorama_stage.kit import Builder, Interior, Spec, field, label_lathe, lathe, rounded_profile, smooth_path, sweep
from diorama_stage.kit.parts import tint
from diorama_stage.props.registry import prop
from diorama_stage.props.tableware.fillings import fill


@prop("mug")
def mug(spec: Spec, b: Builder) -> None:
    radius, height, wall = b.vary(0.041), b.vary(0.095), 0.0042
    flare, belly = b.choose((1.0, 1.0), (1.0, 1.0), (1.06, 0.98), (0.94, 1.0), (0.97, 1.05))
    lip, middle = radius * flare, radius * belly
    b.slot("body", "stoneware", b.choose("#8d8478", "#d9d2c5", "#5e6a6c", "#c4b396"), params={"wall": 0.004})
    b.slot("handle", "stoneware", b._slots["body"].colour)
    b.slot("foot", "clay", "#b49a7e", role="trim")
    outline = [(radius * 0.86, 0.0028), (radius * 0.97, 0.009), (middle, height * 0.4), (lip, height)]
    inside = [(lip - wall, height), (middle - wall, height * 0.4), (radius * 0.9 - wall, 0.012), (radius * 0.5, 0.0075), (0, 0.0075)]
    body = lathe(rounded_profile([(0, 0.0028), *outline, *inside], 0.0024), segments=96)
    thrown = spec.material in (None, "stoneware", "ceramic", "clay")
    b.add(tint(body, lambda p: _glaze(p, height, lip, spec.seed)) if thrown else body, "body")
    b.add(lathe(rounded_profile([(0, 0.0035), (radius * 0.7, 0.0035), (radius * 0.72, 0), (radius * 0.8, 0), (radius * 0.86, 0.0032), (0, 0.0034)], 0.0007), segments=88), "foot")
    reach, low = b.choose((0.031, 0.18), (0.029, 0.24), (0.034, 0.2))
    grip = smooth_path([(lip * 0.94, height * 0.84), (radius + 0.016, height * 0.87), (radius + reach, height * 0.7), (radius + reach - 0.002, height * (low + 0.2)), (radius + 0.01, height * (low + 0.02)), (radius * 0.93, height * low)], 44)
    ends = 1 + 0.5 * np.exp(-np.linspace(0, 9, 44)) + 0.35 * np.exp(-np.linspace(9, 0, 44))  # pulled, and pressed on at both ends
    b.add(sweep([(x, 0, z) for x, z in grip], 0.0059 * ends, sides=24, flat=0.7), "handle")
    b.interior = Interior(radius=radius - wall, z0=0.008, z1=height)
    if spec.contents or spec.has("full", "steaming"):
        fill(replace(spec, contents=spec.contents or "coffee"), b, [(radius * 0.5, 0.0078), (radius * 0.9 - wall, 0.0125), (middle - wall, height * 0.4), (lip - wall, height - 0.001)], level=0.85)
    for label in spec.labels[:1]:
        b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(label_lathe([(radius * 0.97, 0.009), (middle, height * 0.4), (lip, height)], height * 0.2, height * 0.8, 96), "label")  # no wider: what turns away cannot be read
    b.footprint = "round"


@prop("paper_cup")
def paper_cup(spec: Spec, b: Builder) -> None:
    """A cup that widens upward, its rim rolled, a sleeve of cardboard about it; a lid where nothing is said to be seen in it."""
    low, top, height = b.vary(0.03), b.vary(0.044), b.vary(0.115)
    at = lambda z: low + (top - low) * z / height  # noqa: E731
    b.slot("body", "paper", b.choose("#f1ece2", "#e8e1d3", "#f4f2ee"))
    rim, wall = 0.0022, 0.0009
    inside = [(top - wall, height - rim), (low - wall, 0.009), (0, 0.009)]
    outside = [(0, 0.006), (low - 0.002, 0.006), (low - 0.001, 0.0), (low, 0.0), (top, height - 2 * rim), (top + rim, height - rim), (top, height)]
    b.add(lathe(rounded_profile([*outside, *inside], 0.0008), segments=96), "body")
    b.slot("sleeve", "cardboard", "#a9845a", role="trim")
    ends, off = (0.3 * height, 0.72 * height), 0.0012
    band = [(at(z) + by, z) for z, by in ((ends[0], 0.0), (ends[0], off), (ends[1], off), (ends[1], 0.0))]
    b.add(lathe(rounded_profile(band, 0.0004), segments=96), "sleeve")
    b.interior = Interior(radius=low - wall, z0=0.009, z1=height - rim)
    if spec.contents or spec.has("full", "steaming", "open"):
        fill(replace(spec, contents=spec.contents or "coffee"), b, [(low - wall, 0.0092), (top - wall, height - rim - 0.001)], level=0.86)
    else:
        b.slot("lid", "plastic", b.choose("#17171a", "#f3f2ef"), role="trim")
        edge = top + rim + 0.0008
        skirt = [(edge - 0.001, height - 0.006), (edge, height - 0.004), (edge, height + 0.001)]
        lid = [*skirt, (top - 0.001, height + 0.0125), (top - 0.006, height + 0.0125), (top - 0.0075, height + 0.007), (0, height + 0.007)]
        b.add(lathe(rounded_profile(lid, 0.0009), segments=96), "lid")
    for label in spec.labels[:1]:
        b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(label_lathe([(at(ends[0]) + off, ends[0]), (at(ends[1]) + off, ends[1])], ends[0] + 0.006, ends[1] - 0.006, 96), "label")
    b.footprint = "round"


def _glaze(p: np.ndarray, height: float, lip: float, seed: int) -> np.ndarray:
    """Glaze runs thin over the lip and breaks to brown there, and gathers darker above the foot, in an uneven line."""
    run = 0.0022 * field(p, 0.02, seed=seed)
    thin = np.clip(1 - np.abs(p[:, 2] - height + 0.0004 + 0.4 * run) / 0.0022, 0, 1)[:, None]
    pool = np.clip(1 - (p[:, 2] - 0.004 + run) / 0.007, 0, 1)[:, None] * (np.hypot(p[:, 0], p[:, 1]) > lip * 0.5)[:, None]
    return (1 - thin * np.array([0.35, 0.5, 0.62])) * (1 - 0.35 * pool) * (1 + 0.05 * field(p, 0.03, seed=seed + 1))[:, None]
