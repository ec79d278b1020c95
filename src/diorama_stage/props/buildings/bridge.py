# SPDX-License-Identifier: GPL-3.0-or-later
"""A bridge of arches."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    extrude,
    from_geometry,
    join,
    loft,
    move,
    rotate,
)  # fmt: skip
from diorama_stage.kit.parts import tint
from diorama_stage.props.registry import prop


def blocks(quads, y: float, proud: float, inset: float, facing: int, tone):
    """Dressed stones on the wall in the plane y: each quad (corners counter-clockwise in x–z) stands out `proud` metres, chamfered by `inset`."""
    verts, faces, tones = [], [], []
    for quad in quads:
        q = np.asarray(quad, float)
        middle = q.mean(axis=0)
        edge = q + (middle - q) / np.maximum(np.linalg.norm(middle - q, axis=1, keepdims=True), 1e-6) * inset * 0.35
        face = q + (middle - q) / np.maximum(np.linalg.norm(middle - q, axis=1, keepdims=True), 1e-6) * inset * 1.5
        k, out = len(verts), proud * tone.uniform(0.6, 1.25)
        verts += [(x, y, z) for x, z in edge] + [(x, y + facing * out * 0.75, z) for x, z in edge] + [(x, y + facing * out, z) for x, z in face]
        ring = [(k + a + i, k + a + (i + 1) % 4, k + a + 4 + (i + 1) % 4, k + a + 4 + i) for a in (0, 4) for i in range(4)] + [
            (k + 8, k + 9, k + 10, k + 11)
        ]
        faces += ring if facing < 0 else [f[::-1] for f in ring]
        tones += [tone.uniform(0.72, 1.14)] * 12
    made = from_geometry("stones", verts, faces, smooth=25)
    return tint(made, lambda _: np.array(tones))


@prop("bridge_arch")
def bridge_arch(spec: Spec, b: Builder) -> None:
    half, deep, n = 10.0, 1.9, b.choose(1, 3)
    b.slot("body", b.choose("stone", "sandstone"), b.choose("#948c7e", "#a3937a", "#8b8983"))
    b.slot("road", "gravel", "#7f7a70", role="fixed")
    arches = [(0.0, 5.2, 3.6)] if n == 1 else [(-5.6, 2.15, 2.0), (0.0, 2.75, 2.75), (5.6, 2.15, 2.0)]
    deck = lambda x: 3.05 + 1.75 * math.cos(min(abs(x) / half, 1) * math.pi / 2) ** 1.3 + (0.3 if n == 1 else 0)  # noqa: E731
    rim = lambda a, grow, k: (a[0] + (a[1] + grow) * math.cos(k), (a[2] + grow) * math.sin(k))  # noqa: E731
    outline = [(-half, 0.0)]
    for a in arches:
        outline += [rim(a, 0, math.pi * (1 - k / 40)) for k in range(41)]
    outline += [(half, 0.0)] + [(x, deck(x)) for x in np.linspace(half, -half, 61)]
    wall = extrude([(x, z) for x, z in outline], 2 * deep, bevel=0)
    b.add(move(rotate(wall, 90), 0, deep, 0), "body", "wall")
    ring = 0.62
    stones: list = []
    for a in arches:
        count = max(int((a[1] + a[2]) * math.pi / 2 / 0.42) | 1, 9)
        for k in range(count):
            k0, k1 = (math.pi * (1 - (k + d) / count) for d in (0, 1))
            grow = ring + (0.16 if k == count // 2 else 0.0)
            stones.append((rim(a, 0.0, k0), rim(a, 0.0, k1), rim(a, grow, k1), rim(a, grow, k0)))
    stones = [s[::-1] for s in stones]
    rows, z = [], 0.0
    while z < 5.4:
        tall = 0.36 + 0.07 * b.rng.uniform(-1, 1)
        x = -half + b.rng.uniform(-0.3, 0)
        while x < half:
            wide = b.rng.uniform(0.45, 0.95)
            quad = [(max(x, -half), z), (min(x + wide, half), z), (min(x + wide, half), z + tall), (max(x, -half), z + tall)]
            quad = [(u, min(v, deck(u) - 0.03)) for u, v in quad]
            clear = all(
                ((u - a[0]) / (a[1] + ring * 0.86)) ** 2 + (v / (a[2] + ring * 0.86)) ** 2 > 1
                for u, v in [*quad, tuple(np.mean(quad, axis=0))]
                for a in arches
            )
            if clear and quad[2][1] - quad[1][1] > 0.1 and quad[3][1] - quad[0][1] > 0.1 and quad[1][0] - quad[0][0] > 0.15:
                rows.append(quad)
            x += wide
        z += tall
    for s in (-1, 1):
        b.add(blocks(rows, s * deep, 0.035, 0.03, s, b.rng), "body", "stones")
        b.add(blocks(stones, s * deep, 0.1, 0.03, s, b.rng), "body", "voussoirs")
    barrels(b, arches, deep, rim)
    parapet(b, half, deep, deck)
    xs = np.linspace(-half, half, 61)
    verts = [(x, y * (deep - 0.32), deck(x) + 0.04 + 0.06 * (1 - y * y)) for x in xs for y in np.linspace(-1, 1, 9)]
    road = from_geometry(
        "road", verts, [(i * 9 + j, (i + 1) * 9 + j, (i + 1) * 9 + j + 1, i * 9 + j + 1) for i in range(60) for j in range(8)], smooth=180
    )
    b.add(road, "road")
    b.support("deck", -1.6, 1.6, -deep * 0.7, deep * 0.7, deck(0) + 0.08)


def barrels(b: Builder, arches, deep: float, rim) -> None:
    """The stones of the vaults' undersides, and the piers' cutwaters between several arches."""
    for a in arches:
        count, across = 26, 6
        verts, faces, tones = [], [], []
        for k in range(count):
            for j in range(across):
                shift = 0.5 * (k % 2)
                y0, y1 = (-deep + 2 * deep * min(max((j + shift * d + d) / across, 0), 1) for d in (0, 1))
                k0, k1 = math.pi * (1 - (k + 0.04) / count), math.pi * (1 - (k + 0.96) / count)
                i = len(verts)
                verts += [
                    (x, y, z) for q, y in ((k0, y0 + 0.015), (k1, y0 + 0.015), (k1, y1 - 0.015), (k0, y1 - 0.015)) for x, z in [rim(a, -0.03, q)]
                ]
                faces.append((i, i + 1, i + 2, i + 3))
                tones += [b.rng.uniform(0.7, 1.05)] * 4
        b.add(tint(from_geometry("vault", verts, faces, smooth=None), lambda _, t=tones: np.array(t)), "body", "vault")
    for left, right in zip(arches, arches[1:], strict=False):
        x0, x1 = left[0] + left[1], right[0] - right[1]
        for s in (-1, 1):
            prow = [(x0, s * (deep + 0.02)), ((x0 + x1) / 2, s * (deep + 0.85)), (x1, s * (deep + 0.02))]
            body = extrude(prow if s < 0 else prow[::-1], 1.55, bevel=0.05)
            top = loft(
                [
                    [(x, y, 1.55) for x, y in prow],
                    [((x0 + x1) / 2 + (x - (x0 + x1) / 2) * 0.2, s * deep + (y - s * deep) * 0.1, 2.2) for x, y in prow],
                ],
                smooth=20,
            )
            b.add(join([body, top]), "body", "cutwaters")


def parapet(b: Builder, half: float, deep: float, deck) -> None:
    """Low walls along both edges: coursed stones, a string course below them, coping stones above."""
    for s in (-1, 1):
        verts, faces, tones = [], [], []
        for i in range(32):
            x0, x1 = -half + 2 * half * i / 32 + 0.012, -half + 2 * half * (i + 1) / 32 - 0.012
            for y0, y1, low, high, dark in (
                (deep - 0.3, deep + 0.005, 0.0, 0.72, 0.9),
                (deep - 0.36, deep + 0.09, 0.7, 0.88, 1.05),
                (deep - 0.1, deep + 0.13, -0.14, 0.02, 1.0),
            ):
                k = len(verts)
                for y, zz in ((y0, low), (y1, low), (y1, high - 0.02), (y1 - 0.03, high), (y0 + 0.03, high), (y0, high - 0.02)):
                    verts += [(x, s * y, deck(x) + zz) for x in (x0, x1)]
                ring = [(k + 2 * j, k + 2 * j + 1, k + (2 * j + 3) % 12, k + (2 * j + 2) % 12) for j in range(6)] + [
                    tuple(k + 2 * j for j in range(6))[::-1],
                    tuple(k + 2 * j + 1 for j in range(6)),
                ]
                faces += ring if s > 0 else [f[::-1] for f in ring]
                tones += [dark * b.rng.uniform(0.85, 1.12)] * 12
        b.add(tint(from_geometry("parapet", verts, faces, smooth=25), lambda _, t=tones: np.array(t)), "body", "parapet")
        for x in (-half + 0.05, half - 0.05):
            b.add(box(0.75, 0.62, deck(half) + 1.15, bevel=0.05, at=(x, s * (deep - 0.12), 0)), "body", "posts")
            b.add(box(0.9, 0.76, 0.16, bevel=0.05, at=(x, s * (deep - 0.12), deck(half) + 1.12)), "body", "posts")
