# SPDX-License-Identifier: GPL-3.0-or-later
"""A crown, and a medal on its ribbon."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, cylinder, ellipsoid, from_geometry, join, lathe, loft, move, rotate, solidify, sphere, torus
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop


@prop("crown")
def crown(spec: Spec, b: Builder) -> None:
    """A circlet of gold that rises to eight points with pearls, set with red and blue stones, lined with velvet."""
    b.slot("body", "gold")
    b.slot("gems", "crystal", "#b3122a", role="fixed")
    b.slot("sapphires", "crystal", "#1f3fa8", role="fixed")
    b.slot("pearls", "pearl", role="fixed")
    b.slot("velvet", "velvet", b.choose("#6d1024", "#3a1450"), role="trim")
    r, n = 0.088, 8
    t = np.linspace(0, 2 * np.pi, 241)[:-1]
    peak = np.abs(((t * n / (2 * np.pi)) % 1) - 0.5) * 2
    top = 0.045 + 0.06 * peak**1.3
    rows = [
        np.stack([(r + 0.013 * u * h / 0.1) * np.cos(t), (r + 0.013 * u * h / 0.1) * np.sin(t), u * h], axis=1) for u in np.linspace(0, 1, 9) for h in (top,)
    ]
    m = len(t)
    faces = np.array([(i * m + j, i * m + (j + 1) % m, (i + 1) * m + (j + 1) % m, (i + 1) * m + j) for i in range(8) for j in range(m)])
    b.add(solidify(from_geometry("crown", np.concatenate(rows), faces, smooth=50), 0.0022), "body")
    b.add(join([torus(r + 0.002, 0.004, at=(0, 0, 0.004)), torus(r + 0.005, 0.0022, at=(0, 0, 0.03))]), "body", "band")
    way = lambda a, far, z: (far * np.cos(a), far * np.sin(a), z)  # noqa: E731
    tips = [2 * np.pi * k / n for k in range(n)]
    b.add(join([sphere(0.0068, at=way(a, r + 0.0145, 0.11), segments=20) for a in tips]), "pearls")
    stone = lambda a, z, w, h, out: move(rotate(ellipsoid(0.004, w, h, segments=14), 0, 0, np.degrees(a)), *way(a, r + out, z))  # noqa: E731
    b.add(join([stone(a, 0.017, 0.007, 0.0085, 0.003) for a in tips] + [stone(a, 0.068, 0.006, 0.01, 0.01) for a in tips]), "gems")
    b.add(join([stone(a + np.pi / n, 0.017, 0.0055, 0.0055, 0.003) for a in tips]), "sapphires")
    b.add(lathe([(r - 0.004, 0.006), (r - 0.003, 0.035), (r * 0.75, 0.062), (r * 0.35, 0.072), (0, 0.068)], segments=48, smooth=180), "velvet")
    b.footprint = "round"


@prop("medal")
def medal(spec: Spec, b: Builder) -> None:
    """A round medal of gold with a star within a wreath of dots, on a V of striped ribbon; it lies."""
    b.slot("body", *b.choose(("gold",), ("gold",), ("silver",), ("bronze",)))
    first = b.choose("#1f3f8f", "#b3211f", "#23693f")
    b.slot("ribbon", "satin", first, role="trim")
    b.slot("stripe", "satin", "#f2efe6", role="fixed")
    r = 0.035
    disc = [
        cylinder(r, 0.004, bevel=0.0008, segments=72),
        move(lathe([(r - 0.003, 0.004), (r - 0.002, 0.0048), (r - 0.0006, 0.0048), (r, 0.004)], segments=72), 0, 0, 0),
    ]
    a = np.linspace(np.pi / 2, 2.5 * np.pi, 11)
    star = [(0, 0, 0.0062)] + [
        ((0.02 if k % 2 == 0 else 0.0085) * np.cos(t), (0.02 if k % 2 == 0 else 0.0085) * np.sin(t), 0.0041) for k, t in enumerate(a[:-1])
    ]
    disc.append(from_geometry("star", np.array(star), np.array([(0, 1 + k, 1 + (k + 1) % 10) for k in range(10)]), smooth=None))
    disc += [sphere(0.0013, at=(0.0275 * np.cos(t), 0.0275 * np.sin(t), 0.0042), segments=8) for t in np.linspace(0, 2 * np.pi, 28, endpoint=False)]
    disc.append(move(torus(0.0055, 0.0012, segments=28, sides=8), 0, r + 0.004, 0.002))
    made = [b.add(join(disc), "body")]
    for s in (-1, 1):
        for slot, u0, u1 in (("ribbon", -1.0, -0.34), ("stripe", -0.34, 0.34), ("ribbon", 0.34, 1.0)):
            path = [(s * (0.001 + 0.05 * t), r + 0.008 + 0.16 * t, 0.003 + 0.006 * np.sin(np.pi * t) + 0.0006 * (s > 0)) for t in np.linspace(0, 1, 16)]
            band = [
                [
                    (x + u * 0.013, y - s * u * 0.003, z),
                    (x + v * 0.013, y - s * v * 0.003, z),
                    (x + v * 0.013, y - s * v * 0.003, z + 0.0006),
                    (x + u * 0.013, y - s * u * 0.003, z + 0.0006),
                ]
                for (x, y, z) in path
                for u, v in ((u0, u1),)
            ]
            made.append(b.add(loft(band, smooth=40), slot, "ribbon"))
    grounded(*made)
