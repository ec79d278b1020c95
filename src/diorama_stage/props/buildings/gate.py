# SPDX-License-Identifier: GPL-3.0-or-later
"""Gates: of wrought iron between stone pillars, or a farm's of bars."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cone, displace, join, lathe, move, rotate, smooth_path, subdivide, sweep, torus
from diorama_stage.kit.parts import add_rod, rods
from diorama_stage.props.registry import prop


@prop("gate")
def gate(spec: Spec, b: Builder) -> None:
    """Two leaves of spiked bars with scrolls under an arched top rail, between pillars with balls; or five wooden bars with a brace between posts."""
    (_farm if spec.is_a("farm") or spec.material in ("wood", "oak", "pine", "bamboo") else _iron)(spec, b)


def _scroll(x: float, z: float, size: float, way: int) -> np.ndarray:
    """An S of bent bar about (x, z)."""
    t = np.linspace(0, 1, 30)
    r = size * (0.12 + 0.38 * t)
    a = 2.4 * np.pi * (1 - t)
    upper = np.stack([x + way * (r * np.cos(a) - size * 0.5), 0 * t, z + size * 0.5 + r * np.sin(a)], axis=1)
    lower = np.stack([2 * x - upper[::-1, 0], 0 * t, 2 * z - upper[::-1, 2]], axis=1)
    return np.concatenate([upper, lower])


def _iron(spec: Spec, b: Builder) -> None:
    b.slot("bars", "cast_iron", "#1d1e20")
    b.slot("gilt", "gold_leaf" if b.choose(True, False) else "cast_iron", None, role="trim")
    b.slot("pillars", "sandstone", b.choose("#b7ad9a", "#a8a39a", "#c2b394"), role="trim")
    half, low = 1.55, 0.1
    for s in (-1, 1):
        x0 = s * (half + 0.34)
        b.add(displace(subdivide(box(0.58, 0.58, 2.3, bevel=0.02, at=(x0, 0, 0)), 3, simple=True), 0.012, 0.12, seed=spec.seed + s), "pillars")
        for w, z, h in ((0.7, 0, 0.3), (0.72, 2.28, 0.12), (0.62, 2.4, 0.06)):
            b.add(box(w, w, h, bevel=0.02, at=(x0, 0, z)), "pillars")
        ball = [(0, 2.44), (0.12, 2.45), (0.1, 2.5), (0.13, 2.52), (0.2, 2.6), (0.22, 2.7), (0.18, 2.83), (0.08, 2.9), (0, 2.91)]
        b.add(move(lathe([tuple(p) for p in smooth_path(np.array(ball[1:-1]), 40)], segments=48, smooth=60), x0, 0, 0), "pillars", "balls")
        _leaf(b, s, half, low, 66 if spec.has("open") else 0)


def _leaf(b: Builder, s: int, half: float, low: float, ajar: float) -> None:
    """One leaf, hung at its pillar; `ajar` degrees open towards the back."""

    def arch(x: float) -> float:
        return 1.75 + 0.5 * math.cos(x / half * math.pi / 2)

    made: list[tuple] = []
    ends = [((s * 0.03, 0, low), (s * 0.03, 0, arch(0))), ((s * half, 0, low), (s * half, 0, arch(half)))]
    made.append((rods(ends, 0.024, sides=12), "bars", "stiles"))
    made.append((join([box(half, 0.03, 0.04, bevel=0.006, at=(s * half / 2, 0, z)) for z in (low + 0.06, 0.62, 1.5)]), "bars", "rails"))
    top = np.array([(s * x, 0, arch(x)) for x in np.linspace(0.02, half, 24)])
    made.append((sweep(top, 0.02, sides=10), "bars", "rails"))
    xs = np.linspace(0.03, half, 11)[1:-1]
    made.append((rods([((s * x, 0, low + 0.06), (s * x, 0, arch(x) + 0.14)) for x in xs], 0.0115, sides=10), "bars", "bars"))
    made.append((rods([((s * (x + 0.076), 0, low + 0.06), (s * (x + 0.076), 0, 0.62)) for x in xs], 0.008, sides=8), "bars", "bars"))
    tips = [cone(0.03, 0.12, segments=16, at=(s * x, 0, arch(x) + 0.13)) for x in xs]
    made.append((join(tips), "gilt", "spikes"))
    made.append((join([sweep(_scroll(s * x, 1.18, 0.3, s), 0.009, sides=8) for x in (0.28, 0.79, 1.3)]), "bars", "scrolls"))
    made.append((join([torus(0.07, 0.009, at=(0, 0, 0), segments=28, sides=8)]), "gilt", "rosettes"))
    move(rotate(made[-1][0], 90), s * 0.79, 0, 1.62)
    made.append((box(0.1, 0.06, 0.16, bevel=0.01, at=(s * 0.07, 0, 1.02)), "gilt", "lock"))
    for o, slot, part in made:
        if ajar:
            move(rotate(move(o, -s * half, 0, 0), 0, 0, -s * ajar), s * half, 0, 0)
        b.add(o, slot, part)


def _farm(spec: Spec, b: Builder) -> None:
    b.slot("wood", "wood", b.choose("#9a8a72", "#8a6a45", "#a39680"))
    b.slot("iron", "cast_iron", "#2a2b2d", role="fixed")
    half = 1.5
    for s in (-1, 1):
        b.add(displace(subdivide(box(0.2, 0.2, 1.5, bevel=0.02, at=(s * (half + 0.16), 0, 0)), 3, simple=True), 0.01, 0.1, seed=spec.seed + s), "wood", "posts")
    bars = [box(2 * half, 0.035, 0.1, bevel=0.008, at=(0, b.rng.uniform(-0.004, 0.004), z)) for z in (0.14, 0.36, 0.6, 0.86, 1.16)]
    bars += [box(0.1, 0.05, 1.15, bevel=0.008, at=(x, -0.03, 0.12)) for x in (-half + 0.05, 0, half - 0.05)]
    b.add(join(bars), "wood", "bars")
    for s in (-1, 1):
        add = box(1.72, 0.03, 0.09, bevel=0.008)
        b.add(move(rotate(add, 0, s * 34, 0), s * 0.74, 0.035, 0.62), "wood", "brace")
    b.add(join([box(0.5, 0.01, 0.05, bevel=0.004, at=(-half + 0.2, -0.06, z)) for z in (0.165, 1.185)]), "iron", "hinges")
    add_rod(b, "iron", (half - 0.2, -0.07, 1.08), (half + 0.12, -0.07, 1.08), 0.012, "latch")
