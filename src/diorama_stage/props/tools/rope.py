# SPDX-License-Identifier: GPL-3.0-or-later
"""A coil of rope."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, join, sweep
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop


@prop("rope")
def rope(spec: Spec, b: Builder) -> None:
    """Laid of three strands, coiled in loose rings upon one another, its end over them."""
    b.slot("body", "burlap", b.choose("#b79a68", "#a88d5e", "#c6b083"))
    thick, turns, n = 0.016, 5, 900
    t = np.linspace(0, 1, n)
    a = 2 * math.pi * turns * t
    wave = 0.012 * np.sin(a * 0.37 + b.rng.uniform(0, 6)) + 0.006 * np.sin(a * 1.7)
    r = 0.17 + 0.02 * np.sin(2.3 * a / turns) + wave
    path = np.stack([r * np.cos(a), r * np.sin(a), thick * (0.5 + 0.62 * np.floor(t * turns) + 0.62 * np.clip((t * turns % 1 - 0.82) / 0.18, 0, 1))], axis=1)
    path[-60:, 2] += thick * 1.4 * np.linspace(0, 1, 60) ** 0.6
    path[-60:, :2] *= np.linspace(1, 0.35, 60)[:, None]
    ahead = np.gradient(path, axis=0)
    ahead /= np.linalg.norm(ahead, axis=1)[:, None]
    side = np.cross(ahead, (0, 0, 1.0))
    side /= np.maximum(np.linalg.norm(side, axis=1), 1e-6)[:, None]
    up = np.cross(side, ahead)
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    strands = []
    for k in range(3):
        twist = 2 * math.pi * (length / 0.058 + k / 3)
        strands.append(sweep(path + 0.5 * thick * (np.cos(twist)[:, None] * side + np.sin(twist)[:, None] * up) * 0.56, thick * 0.31, sides=9))
    grounded(b.add(join(strands), "body"))
    b.footprint = "round"
