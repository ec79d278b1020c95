# SPDX-License-Identifier: GPL-3.0-or-later
"""A thimble."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, lathe, smooth_path
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.props.registry import prop


@prop("thimble")
def thimble(spec: Spec, b: Builder) -> None:
    """A cap of metal with a rolled rim, a band, and rows of dimples that needles are pushed with."""
    h, r = b.vary(0.022, 0.06), 0.0088
    b.slot("body", "silver", "#c9c7c0")
    rim = [(r * 1.06, 0.0), (r * 1.12, 0.0006), (r * 1.06, 0.0013), (r, 0.0018)]
    outer = [*rim, (r * 0.985, 0.006), (r * 0.9, h * 0.62), (r * 0.76, h * 0.88), (r * 0.5, h * 0.985), (0, h)]
    inner = [(0, h - 0.0009), (r * 0.44, h * 0.95), (r * 0.7, h * 0.85), (r * 0.84, h * 0.6), (r * 0.92, 0.004), (r * 0.96, 0.0)]
    shell = lathe([*inner, *smooth_path(outer, 70)], segments=144, smooth=50)
    b.add(dimpled(shell, r, h), "body")
    b.footprint = "round"


def dimpled(shell, r: float, h: float):
    """Press rows of dimples into the outside above the band."""
    p = vertices(shell)
    away = np.hypot(p[:, 0], p[:, 1])
    outside = (away > np.interp(p[:, 2], [0, 0.6 * h, h], [r * 0.94, r * 0.86, -1])) & (p[:, 2] > 0.32 * h)
    rows = (p[:, 2] - 0.32 * h) / 0.0019
    row = np.floor(rows)
    around = np.arctan2(p[:, 1], p[:, 0]) / (2 * math.pi) * np.maximum(np.round(2 * math.pi * np.maximum(away, 1e-4) / 0.0021), 3) + 0.5 * (row % 2)
    off = np.hypot(rows - row - 0.5, around - np.floor(around) - 0.5)
    deep = np.where(outside, 0.00034 * np.clip(1 - (off / 0.42) ** 2, 0, 1), 0)
    inward = p - (0, 0, 0.3 * h)
    inward = inward / np.maximum(np.linalg.norm(inward, axis=1), 1e-6)[:, None]
    set_points(shell.data, (p - deep[:, None] * inward))
    return shell
