# SPDX-License-Identifier: GPL-3.0-or-later
"""Fires in the open: a ring of stones, charred logs that lean together over embers, tongues of flame and the light they give."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Emitter, Spec, ellipsoid, lathe, loft, move, rotate, scale, sweep
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.kit.field import field
from diorama_stage.kit.parts import tint
from diorama_stage.props.registry import prop

HEAT = np.array([(1.0, 0.56, 0.13), (1.0, 0.52, 0.11), (1.0, 0.42, 0.07), (1.0, 0.3, 0.035), (0.8, 0.17, 0.015), (0.4, 0.06, 0.005), (0.0, 0.0, 0.0)])
"""Linear colour of soot that glows, from the foot of a flame (about 1500 K) to its tip."""


@prop("campfire")
def campfire(spec: Spec, b: Builder) -> None:
    big = spec.is_a("bonfire") or spec.has("large", "big", "huge", "roaring")
    k = 1.7 if big else 1.0
    b.slot("stones", "stone", b.choose("#6d6a66", "#77706a"), role="trim")
    b.slot("logs", "bark", b.choose("#5d4733", "#54442f"))
    b.slot("ash", "soil", "#3a3633", role="fixed")
    b.footprint = "round"
    _hearth(b, k)
    _logs(b, k)
    if not spec.has("unlit", "out", "extinguished", "off"):
        _embers(b, k)
        _flames(b, k)
    b.lean = None


def _hearth(b: Builder, k: float) -> None:
    """Ash, and the ring of stones about it, sooty on the inside."""
    b.add(lathe([(0, 0.03 * k), (0.16 * k, 0.024 * k), (0.3 * k, 0.008 * k), (0.36 * k, 0.0)], segments=48, smooth=180), "ash", "ash")
    count = 11
    for i in range(count):
        a = 2 * math.pi * (i + b.rng.uniform(-0.18, 0.18)) / count
        size = b.rng.uniform(0.075, 0.115) * k
        stone = ellipsoid(size * b.rng.uniform(0.85, 1.15), size * b.rng.uniform(0.8, 1.0), size * b.rng.uniform(0.62, 0.85), segments=36)
        points = vertices(stone)
        bulge = 1 + 0.22 * field(points, size * 1.2, seed=b.rng.randrange(9999))[:, None]
        set_points(stone.data, points * bulge)
        where = np.array((math.cos(a), math.sin(a))) * 0.42 * k
        rotate(stone, 0, 0, math.degrees(a) + b.rng.uniform(-30, 30))
        low = vertices(stone)[:, 2].min()
        move(stone, *where, -low - size * 0.12)
        tint(stone, lambda p: np.clip(0.22 + (np.hypot(p[:, 0], p[:, 1]) - 0.33 * k) / (0.14 * k), 0.2, 1.0))
        b.add(stone, "stones", "stones")


def _logs(b: Builder, k: float) -> None:
    """Logs that lean together, burnt black where they meet; one lies across the ring's foot."""
    count = 7
    for i in range(count):
        a = 2 * math.pi * (i + b.rng.uniform(-0.2, 0.2)) / count
        long_, r = b.rng.uniform(0.5, 0.62) * k, b.rng.uniform(0.03, 0.045) * k
        foot = np.array((math.cos(a), math.sin(a), 0)) * 0.29 * k + (0, 0, r * 0.8)
        top = foot * np.array((-0.1, -0.1, 0)) + (b.rng.uniform(-0.04, 0.04), b.rng.uniform(-0.04, 0.04), long_ * 0.72)
        path = np.linspace(foot, top, 24) + 0.006 * k * np.stack([np.sin(np.linspace(0, 5, 24) + c + i) for c in (0, 2, 4)], axis=1)
        log = sweep(path, r * (1 + 0.07 * np.sin(np.linspace(0, 9, 24) + i)), sides=28)
        points = vertices(log)
        set_points(log.data, (points + 0.012 * k * field(points * (1, 1, 0.3), 0.035 * k, seed=i)[:, None] * 0.5))
        tint(log, lambda p, i=i: np.clip(0.95 - (p[:, 2] - 0.06 * k + 0.05 * k * field(p, 0.09 * k, seed=i + 50)) / (0.14 * k), 0.04, 0.95))
        b.add(log, "logs", "logs")


def _embers(b: Builder, k: float) -> None:
    b.slot("embers", "emission", "#ff5a12", role="fixed", params={"strength": 5.0})
    b.slot("coals", "soil", "#171412", role="fixed")
    for i in range(46):
        a, far = b.rng.uniform(0, 2 * math.pi), 0.23 * k * b.rng.random() ** 0.6
        size = b.rng.uniform(0.012, 0.026) * k
        coal = scale(ellipsoid(size, size * 0.8, size * 0.65, segments=10), 1)
        b.add(
            move(rotate(coal, b.rng.uniform(0, 90), 0, b.rng.uniform(0, 180)), math.cos(a) * far, math.sin(a) * far, 0.03 * k + b.rng.uniform(0, 0.02) * k),
            "embers" if i % 5 < 2 else "coals",
            "embers",
        )


def _flames(b: Builder, k: float) -> None:
    """Tongues that rise from among the logs, tallest in the middle, sway as one draught and thin out; sparks above them."""
    b.slot("flame", "emission", "#ffffff", role="fixed", params={"flame": True, "strength": 1.5})
    b.slot("sparks", "emission", "#ff9a3c", role="fixed", params={"strength": 12.0})
    wind = b.rng.uniform(0, 6.28)
    for _ in range(46):
        a, far = b.rng.uniform(0, 2 * math.pi), 0.29 * k * b.rng.random() ** 0.7
        high = (b.rng.uniform(0.45, 1.0) - 1.5 * far / k) * 0.95 * k
        tongue(
            b, math.cos(a) * far, math.sin(a) * far, 0.05 * k, max(high, 0.2 * k), b.rng.uniform(0.03, 0.06) * k, k, wind + a * 0.5 + b.rng.uniform(-0.4, 0.4)
        )
    for _ in range(14):
        z, size = b.rng.uniform(0.5, 1.25), b.rng.uniform(0.0025, 0.005)
        b.add(ellipsoid(size, size, size * 1.8, at=(b.rng.uniform(-0.3, 0.3) * z * k, b.rng.uniform(-0.3, 0.3) * z * k, z * k), segments=8), "sparks", "sparks")
    for z, watts in ((0.25, 48.0), (0.5, 36.0)):
        b.emitters.append(Emitter(0, 0, z * k, 0.12 * k, 1850, watts * k * k))


def tongue(b: Builder, x: float, y: float, z: float, high: float, wide: float, k: float, phase: float) -> None:
    """A tongue of flame from (x, y, z), `high` and `wide` metres, that sways by `k` times a hearth's draught."""
    t = np.linspace(0, 1, 40)
    sway = 0.075 * k * t**1.5
    path = np.stack(
        [x * (1 - 0.75 * t) + sway * np.sin(7 * t * high / k + phase), y * (1 - 0.75 * t) + sway * np.cos(6 * t * high / k + 1.7 * phase), z + high * t], axis=1
    )
    shape = np.interp(t, [0, 0.08, 0.25, 0.45, 0.65, 0.82, 0.94, 1], [0.25, 0.7, 1.0, 0.9, 0.62, 0.34, 0.12, 0.004])
    lick = 1 + 0.28 * np.sin(11 * t + phase * 3)
    turn = np.linspace(0, 2 * np.pi, 18, endpoint=False)
    squeeze, bend = b.rng.uniform(0.35, 0.75), phase + 2.5 * t
    rings = []
    for p, r, s in zip(path, wide * shape * lick, bend, strict=True):
        u, v = r * np.cos(turn), r * squeeze * np.sin(turn)
        rings.append(np.stack([p[0] + u * math.cos(s) - v * math.sin(s), p[1] + u * math.sin(s) + v * math.cos(s), np.full(18, p[2])], axis=1))
    body = loft(rings, smooth=180)
    up = np.array([0, 0.1, 0.25, 0.45, 0.65, 0.85, 1.0])
    tint(body, lambda p: np.stack([np.interp(np.clip((p[:, 2] - z) / high, 0, 1), up, HEAT[:, c]) for c in range(3)], axis=1))
    b.add(body, "flame", "flames")
