# SPDX-License-Identifier: GPL-3.0-or-later
"""Citrus fruit: lemons, limes, oranges and grapefruit."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    displace,
    extrude,
    field,
    join,
    lathe,
    rotate,
)
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.kit.parts import tint
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop

FLESH = {"lemon": "#f2df7a", "lime": "#c3d67a", "orange": "#f0a03c", "grapefruit": "#e2685a"}


def _slice(spec: Spec, b: Builder) -> None:
    """A round slice, lying: rind, pale pith, flesh in segments."""
    r, h = b.vary({"lemon": 0.026, "lime": 0.023, "orange": 0.036, "grapefruit": 0.052}[spec.kind], 0.06), 0.006
    b.slot("body", "citrus_skin", COLOURS[spec.kind][0])
    b.slot("pith", "paper", "#f4efd8", role="fixed")
    b.slot("flesh", "wax", FLESH[spec.kind], role="fixed")
    b.add(lathe([(r * 0.95, 0), (r, h * 0.25), (r, h * 0.75), (r * 0.95, h), (r * 0.95, 0)], segments=72, smooth=50), "body")
    b.add(lathe([(0, 0.0002), (r * 0.955, 0.0002), (r * 0.955, h - 0.0002), (0, h - 0.0002)], segments=72, smooth=50), "pith")
    wedge = []
    for k in range(9):
        a = np.linspace(2 * np.pi * k / 9 + 0.07, 2 * np.pi * (k + 1) / 9 - 0.07, 12)
        outline = [(r * 0.09 * np.cos(a.mean()), r * 0.09 * np.sin(a.mean())), *[(r * 0.86 * np.cos(u), r * 0.86 * np.sin(u)) for u in a]]
        wedge.append(extrude(outline, h + 0.0005, bevel=0.0006, at=(0, 0, -0.00025)))
    b.add(join(wedge), "flesh")
    b.footprint = "round"


CUT = ("halved", "cut", "open")
FACING = 58.0
"""Degrees from upward to the front that the cut face of a half is turned: it lies on its rind."""


def _half(spec: Spec, b: Builder) -> None:
    """A half on its rind, its cut face to the front: rind, pale pith, flesh in segments about a pale core."""
    r, tall = b.vary(RADII[spec.kind], 0.06), 1.0 if spec.kind in ROUND else 1.24
    b.slot("body", "citrus_skin", COLOURS[spec.kind][0])
    b.slot("pith", "paper", "#f4efd8", role="fixed")
    b.slot("flesh", "wax", FLESH[spec.kind], role="fixed")
    t = np.linspace(np.pi / 2, 0, 40)
    tip = np.exp(-((np.cos(t) / 0.25) ** 2)) * (0.0 if spec.kind in ROUND else 0.2) * r
    rind = lathe(np.stack([r * np.cos(t) ** 0.92, -r * tall * np.sin(t) - tip], axis=1), segments=96, smooth=180)
    made = [b.add(rind, "body"), b.add(lathe([(0, 0.0004), (r * 0.97, 0.0004), (r, 0)], segments=96, smooth=50), "pith")]
    wedge = []
    for k in range(10):
        a = np.linspace(2 * np.pi * k / 10 + 0.06, 2 * np.pi * (k + 1) / 10 - 0.06, 12)
        middle = a.mean()
        outline = [(r * 0.1 * np.cos(middle), r * 0.1 * np.sin(middle)), *[(r * 0.87 * np.cos(u), r * 0.87 * np.sin(u)) for u in a]]
        wedge.append(extrude(outline, 0.0014, bevel=0.0005, at=(0, 0, 0.0)))
    made.append(b.add(join(wedge), "flesh"))
    turn = b.rng.uniform(-24, 24)
    for o in made:
        rotate(rotate(o, FACING), 0, 0, turn)
    grounded(*made)


COLOURS = {"lemon": ("#e8c62a", "#e6c22c", "#e9cb38"), "lime": ("#6f9a2a", "#86a834"), "orange": ("#e8720c", "#ea7c12", "#e06808")}
COLOURS["grapefruit"] = ("#e9a94a", "#ecae4e", "#e79a48")
RADII = {"lemon": 0.028, "lime": 0.025, "orange": 0.038, "grapefruit": 0.055}
ROUND = ("orange", "grapefruit")
"""Metres."""


@prop("lemon", "lime", "orange", "grapefruit")
def citrus(spec: Spec, b: Builder) -> None:
    kind = spec.kind
    if spec.has("sliced"):
        _slice(spec, b)
        return
    if spec.has(*CUT):
        _half(spec, b)
        return
    r = b.vary(RADII[kind], 0.09)
    b.slot("body", "citrus_skin", b.choose(*COLOURS[kind]))
    b.slot("stem", "bark", "#6f7040", role="fixed")
    made = _citrus(spec, b, r)
    roll, turn = (b.rng.uniform(5, 60) if kind in ROUND else b.rng.uniform(84, 97)), b.rng.uniform(0, 360)
    for o in made:
        rotate(rotate(o, roll, 0, 0), 0, 0, turn)
    grounded(*made)
    b.footprint = "round"


def _citrus(spec: Spec, b: Builder, r: float) -> list:
    """Upright, its stalk end below: a lemon's nipple and neck differ by fruit; fine folds run into both ends."""
    seed, long = spec.seed, spec.kind not in ROUND
    t = np.linspace(-np.pi / 2, np.pi / 2, 110)
    nipple, neck, tall = (b.rng.uniform(0.17, 0.32), b.rng.uniform(0.05, 0.14), b.rng.uniform(1.16, 1.36)) if spec.kind == "lemon" else (b.rng.uniform(0.07, 0.14), 0.03, b.rng.uniform(1.04, 1.14)) if long else (-0.03, -0.05, b.rng.uniform(0.9, 0.97))
    sine = np.sin(t)
    ends = np.where(sine > 0, nipple, neck) * r
    radius = r * np.cos(t) ** (0.92 if long else 1.0) * (1 - (0.1 if long else 0.0) * np.abs(sine) ** 3)
    z = r * tall * sine + np.sign(sine) * ends * np.exp(-((radius / (0.27 * r)) ** 2))
    body = lathe(np.stack([radius, z], axis=1), segments=120, smooth=180)
    at = vertices(body).astype(float)
    u, q, far = at[:, 2] / (r * tall), np.arctan2(at[:, 1], at[:, 0]), np.hypot(at[:, 0], at[:, 1]) / r
    folds = np.sin(9 * q + seed) * np.clip((np.abs(u) - 0.55) / 0.5, 0, 1) * np.clip(far * 3, 0, 1)
    swell = 0.035 * field(at, r * 1.6, seed=seed) + 0.012 * field(at, r * 0.5, seed=seed + 1) + 0.022 * folds
    at[:, :2] *= (1 + swell)[:, None]
    at[:, 0] += 0.06 * r * np.sin(seed) * u**2  # no fruit is straight
    set_points(body.data, at)

    def ripe(p):
        ends = np.clip((np.abs(p[:, 2]) / (r * tall) - 0.82) / 0.3, 0, 1) * (0.8 if long else 0.25)
        blotch = np.clip(field(p, r * 0.9, seed=seed + 3) - 0.35, 0, 1)
        scar = np.clip((field(p, r * 0.16, seed=seed + 4) - 1.25) * 4, 0, 1) * 0.4
        green = np.clip(ends + 0.35 * blotch, 0, 1)[:, None]
        return (1 - green * np.array([0.3, 0.06, 0.1])) * (1 - scar[:, None] * np.array([0.3, 0.45, 0.4]))

    low = float(at[:, 2].min())
    button = lathe([(0, low + r * 0.02), (r * 0.075, low + r * 0.02), (r * 0.085, low - r * 0.01), (r * 0.05, low - r * 0.03), (0, low - r * 0.02)], segments=20, smooth=180)
    return [b.add(tint(body, ripe), "body"), b.add(displace(button, r * 0.02, r * 0.06, seed=seed), "stem")]
