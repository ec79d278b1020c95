# SPDX-License-Identifier: GPL-3.0-or-later
"""A railway viaduct: tall round arches on slender piers, a level deck with track between low parapets."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, extrude, from_geometry, move, rotate
from diorama_stage.kit.parts import tint
from diorama_stage.props.buildings.bridge import blocks
from diorama_stage.props.registry import prop

HALF, DEEP, DECK = 33.0, 2.2, 12.4
"""Half its length, half its width, the height of its deck, metres."""
SPAN, PIER, SPRING = 8.6, 2.4, 6.6
"""Width of an arch, of a pier; the height at which arches spring from piers, metres."""
GAUGE = 0.8
"""Half the way between the rails, metres."""


@prop("viaduct")
def viaduct(spec: Spec, b: Builder) -> None:
    b.slot("body", b.choose("stone", "sandstone"), b.choose("#948c7e", "#a3937a", "#8b8983"))
    b.slot("ballast", "gravel", "#6d665d", role="fixed")
    b.slot("sleepers", "wood", "#4d3f33", role="fixed")
    b.slot("rails", "steel", "#8d8a86", role="fixed")
    pitch = SPAN + PIER
    middles = [pitch * (k - 2.5) for k in range(6)]
    _wall(b, middles)
    _stones(b, middles)
    _vaults(b, middles)
    for s in (-1, 1):
        y = s * (DEEP - 0.12)
        b.add(box(2 * HALF, 0.34, 0.62, bevel=0.03, at=(0, y, DECK)), "body", "parapet")
        b.add(box(2 * HALF, 0.5, 0.14, bevel=0.03, at=(0, y, DECK + 0.6)), "body", "coping")
        b.add(box(2 * HALF, 0.3, 0.26, bevel=0.04, at=(0, s * (DEEP + 0.1), DECK - 0.32)), "body", "cornice")
    b.add(box(2 * HALF, 2 * DEEP - 0.6, 0.2, bevel=0.02, at=(0, 0, DECK - 0.06)), "ballast")
    for x in np.arange(-HALF + 0.4, HALF - 0.3, 0.66):
        b.add(box(0.24, 2.6, 0.1, bevel=0.012, at=(float(x), 0, DECK + 0.11)), "sleepers")
    for s in (-1, 1):
        b.add(box(2 * HALF, 0.07, 0.14, bevel=0.01, at=(0, s * GAUGE, DECK + 0.2)), "rails")
    b.support("deck", -HALF * 0.6, HALF * 0.6, -DEEP * 0.6, DEEP * 0.6, DECK + 0.31)


def _wall(b: Builder, middles: list[float]) -> None:
    """The core: one outline with all arches cut out, as thick as the bridge is wide."""
    outline = [(-HALF, 0.0)]
    for m in middles:
        outline += (
            [(m - SPAN / 2, 0.0)] + [(m + SPAN / 2 * math.cos(a), SPRING + SPAN / 2 * math.sin(a)) for a in np.linspace(math.pi, 0, 33)] + [(m + SPAN / 2, 0.0)]
        )
    outline += [(HALF, 0.0), (HALF, DECK), (-HALF, DECK)]
    b.add(move(rotate(extrude(outline, 2 * DEEP, bevel=0), 90), 0, DEEP, 0), "body", "wall")
    for m in [middles[0] - (SPAN + PIER) / 2 + 0.0, *(m + (SPAN + PIER) / 2 for m in middles)]:
        if abs(m) < HALF - 1:
            b.add(box(PIER + 0.34, 2 * DEEP + 0.34, 0.34, bevel=0.05, at=(m, 0, SPRING - 0.2)), "body", "imposts")
            b.add(box(PIER + 0.7, 2 * DEEP + 0.7, 0.9, bevel=0.08, at=(m, 0, 0)), "body", "feet")


def _stones(b: Builder, middles: list[float]) -> None:
    """Coursed blocks on both faces, rings of voussoirs round the arches."""
    ring, rows, stones = 0.75, [], []
    z = 0.0
    while z < DECK - 0.35:
        tall = min(0.56 + 0.08 * b.rng.uniform(-1, 1), DECK - 0.35 - z)
        x = -HALF + b.rng.uniform(-0.5, 0)
        while x < HALF:
            wide = b.rng.uniform(0.8, 1.5)
            quad = [(max(x, -HALF), z), (min(x + wide, HALF), z), (min(x + wide, HALF), z + tall), (max(x, -HALF), z + tall)]
            if quad[1][0] - quad[0][0] > 0.2 and not any(_open(u, v, m, ring * 0.9) for u, v in [*quad, tuple(np.mean(quad, axis=0))] for m in middles):
                rows.append(quad)
            x += wide
        z += max(tall, 0.1)
    at = lambda m, r, a: (m + r * math.cos(a), SPRING + r * math.sin(a))  # noqa: E731
    for m in middles:
        count = 21
        for k in range(count):
            k0, k1 = (math.pi * (1 - (k + d) / count) for d in (0, 1))
            grow = SPAN / 2 + ring + (0.2 if k == count // 2 else 0.0)
            stones.append((at(m, SPAN / 2, k0), at(m, grow, k0), at(m, grow, k1), at(m, SPAN / 2, k1)))
    for s in (-1, 1):
        b.add(blocks(rows, s * DEEP, 0.05, 0.035, s, b.rng), "body", "stones")
        b.add(blocks(stones, s * DEEP, 0.13, 0.04, s, b.rng), "body", "voussoirs")


def _open(x: float, z: float, middle: float, grow: float) -> bool:
    """True where a block would lie in an arch or its ring."""
    away = abs(x - middle)
    return away < SPAN / 2 - 0.02 if z < SPRING else math.hypot(away, z - SPRING) < SPAN / 2 + grow


def _vaults(b: Builder, middles: list[float]) -> None:
    """The stones of the arches' undersides and of the piers' inner sides."""
    verts, faces, tones = [], [], []

    def quad(*corners) -> None:
        k = len(verts)
        verts.extend(corners)
        faces.append((k, k + 1, k + 2, k + 3))
        tones.extend([b.rng.uniform(0.68, 1.02)] * 4)

    r = SPAN / 2 - 0.03
    ys = np.linspace(-DEEP + 0.02, DEEP - 0.02, 6)
    for m in middles:
        path = (
            [(m - r, z) for z in np.linspace(0.0, SPRING, 10)]
            + [(m + r * math.cos(a), SPRING + r * math.sin(a)) for a in np.linspace(math.pi, 0, 24)[1:]]
            + [(m + r, z) for z in np.linspace(SPRING, 0.0, 10)[1:]]
        )
        for (x0, z0), (x1, z1) in zip(path, path[1:], strict=False):
            for y0, y1 in zip(ys, ys[1:], strict=False):
                quad((x0, y0 + 0.012, z0), (x0, y1 - 0.012, z0), (x1, y1 - 0.012, z1), (x1, y0 + 0.012, z1))
    b.add(tint(from_geometry("vault", verts, faces, smooth=None), lambda _, t=tones: np.array(t)), "body", "vault")
