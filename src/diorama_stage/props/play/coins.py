# SPDX-License-Identifier: GPL-3.0-or-later
"""Coins: a rim, a head in low relief, worn."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, from_geometry
from diorama_stage.props.registry import prop


def shade(x, y):
    """How high a head and shoulders stand out at x, y on a coin of radius 1."""
    head = np.exp(-((((x + 0.05) / 0.3) ** 2 + ((y - 0.15) / 0.36) ** 2) ** 2))
    return head + 0.8 * np.exp(-(((x / 0.45) ** 2 + ((y + 0.62) / 0.2) ** 2) ** 2)) * (y < -0.2)


@prop("coin")
def coin(spec: Spec, b: Builder) -> None:
    b.slot("body", "gold", b.choose("#d4a93f", "#c99b34"), finish=("worn",))
    radius, thick, n, rows = 0.0145, 0.0024, 96, 28
    a = np.arange(n) * 2 * np.pi / n
    r = np.concatenate([np.linspace(0.02, 0.84, rows - 6), [0.88, 0.9, 0.96, 0.985, 1.0, 1.0]]) * radius
    verts, faces = [], []
    for side in (1, -1):
        for k, ring in enumerate(r):
            u = ring / radius
            rim = 0.00032 * (0.86 < u < 0.97) - 0.0003 * (k >= rows - 2)
            x, y = np.cos(a) * u, np.sin(a) * u
            z = side * (thick / 2 - 0.0003 + rim + 0.00035 * shade(x, y) * (u < 0.82) + 0.0002 * ((np.abs(u - 0.76) < 0.04) & (np.sin(20 * a) > 0)))
            verts += list(zip(ring * np.cos(a), side * ring * np.sin(a), z + thick / 2, strict=True))
    for s in range(2):
        at = s * rows * n
        for k in range(rows - 1):
            faces += [(at + k * n + i, at + (k + 1) * n + i, at + (k + 1) * n + (i + 1) % n, at + k * n + (i + 1) % n) for i in range(n)]
        faces.append(tuple(at + i for i in range(n)))
    top, low = (rows - 1) * n, rows * n + (rows - 1) * n
    faces += [(top + i, low + (n - i) % n, low + (n - i - 1) % n, top + (i + 1) % n) for i in range(n)]
    b.add(from_geometry("coin", verts, faces, smooth=35), "body")
    b.footprint = "round"
