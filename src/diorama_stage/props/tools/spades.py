# SPDX-License-Identifier: GPL-3.0-or-later
"""What a garden is dug, raked and turned with: shovels and spades, rakes, forks. Each leans, or lies."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, loft, smooth_path, subdivide, sweep
from diorama_stage.kit.lie import lying
from diorama_stage.kit.parts import add_rod
from diorama_stage.props.registry import prop

BLADE = {
    "spade": [(0.0, 0.082), (0.12, 0.087), (0.24, 0.092), (0.285, 0.09)],
    "round": [(0.0, 0.012), (0.04, 0.062), (0.1, 0.095), (0.18, 0.112), (0.27, 0.105), (0.29, 0.09)],
}
"""Half widths of a blade by height above its edge, metres."""


def _rest(spec: Spec, b: Builder) -> None:
    b.lean = "back"
    if not spec.has("leaning", "upright", "standing"):
        lying(b, b.rng.uniform(-10, 10))


def _shaft(b: Builder, low: float, high: float, thick: float = 0.0165) -> None:
    """An ash handle, a little thicker in the middle."""
    path = smooth_path([(0, 0, low), (0, -0.012, (low + high) / 2), (0, 0, high)], 30)
    b.slot("handle", "oak", b.choose("#b98d58", "#a87b48", "#8f6a40"))
    b.add(sweep(path, thick * np.interp(np.linspace(0, 1, 30), [0, 0.5, 1], [1.0, 1.06, 0.94]), sides=20), "handle")


@prop("shovel")
def shovel(spec: Spec, b: Builder) -> None:
    """A dished blade with a socket and treads, an ash shaft, a D grip."""
    b.slot("blade", "steel", "#6d7073")
    square = spec.is_a("spade")
    outline = BLADE["spade" if square else "round"]
    heights = np.linspace(0, outline[-1][0], 22)
    rings = []
    for z in heights:
        half = float(np.interp(z, *zip(*outline, strict=True)))
        u = np.linspace(-1, 1, 15)
        dish = (0.012 if square else 0.03) * (u**2 - 1) * min(1.0, half / 0.09) - 0.05 * (z / 0.29) ** 2 * (not square) * 0.3
        front = np.stack([half * u, -dish, np.full(15, z)], axis=1)
        back = front[::-1] + (0, 0.0035, 0)
        rings.append(np.concatenate([front, back]))
    b.add(subdivide(loft(rings, smooth=40), 1), "blade")
    top = float(heights[-1])
    for s in (-1, 1):  # the treads, turned over to be stepped on
        add_rod(b, "blade", (0.02 * s, 0.006, top), (0.088 * s, 0.006, top), 0.007, "treads", 12)
    y = 0.02
    b.add(
        sweep(
            smooth_path([(0, 0.012, 0.13), (0, y, 0.22), (0, 0.01, 0.32), (0, 0, 0.46)], 30),
            np.interp(np.linspace(0, 1, 30), [0, 0.4, 1], [0.006, 0.019, 0.0215]),
            sides=20,
        ),
        "blade",
        "socket",
    )
    _shaft(b, 0.44, 0.93)
    loop = [(0.045 * math.sin(a), 0, 0.985 - 0.06 * math.cos(a) * (1 if math.cos(a) > 0 else 0.5)) for a in np.linspace(-math.pi * 0.62, math.pi * 0.62, 24)]
    b.slot("grip", "oak", "#6d5236", role="trim")
    b.add(sweep(np.array(loop), 0.009, sides=14), "grip")
    add_rod(b, "grip", (-0.05, 0, 1.0), (0.05, 0, 1.0), 0.0155, "grip", 18)
    _rest(spec, b)


@prop("rake")
def rake(spec: Spec, b: Builder) -> None:
    """A garden rake: a bar of iron teeth; a leaf rake: a fan of springy tines."""
    b.slot("head", "steel", "#4c5654")
    if spec.is_a("leaf"):
        for a in np.radians(np.linspace(-38, 38, 17)):
            x, z = math.sin(a), math.cos(a)
            path = smooth_path(
                [(0.01 * x, 0, 0.52), (0.25 * x, 0.01, 0.52 - 0.25 * z), (0.46 * x, 0.0, 0.52 - 0.46 * z), (0.49 * x, -0.035, 0.52 - 0.5 * z)], 16
            )
            b.add(sweep(path, 0.0028, sides=8, flat=0.6), "head", "tines")
        add_rod(b, "head", (-0.13, 0.006, 0.35), (0.13, 0.006, 0.35), 0.004, "bar", 10)
    else:
        add_rod(b, "head", (-0.2, 0, 0.06), (0.2, 0, 0.06), 0.0075, "bar", 14)
        for x in np.linspace(-0.195, 0.195, 14):
            b.add(sweep([(x, 0, 0.06), (x, -0.03, 0.045), (x, -0.055, 0.0)], [0.0055, 0.005, 0.002], sides=10), "head", "tines")
        for s in (-1, 1):
            b.add(sweep(smooth_path([(0.12 * s, 0, 0.06), (0.09 * s, 0, 0.11), (0.012 * s, 0, 0.16), (0, 0, 0.24)], 20), 0.006, sides=12), "head", "bar")
    _shaft(b, 0.2 if not spec.is_a("leaf") else 0.5, 1.55, 0.0135)
    _rest(spec, b)


@prop("pitchfork")
def pitchfork(spec: Spec, b: Builder) -> None:
    """Three or four long tines with a bow, a socket, a long shaft."""
    b.slot("head", "steel", "#55585a")
    many = 4 if spec.is_a("garden") else 3
    for x in np.linspace(-0.1, 0.1, many):
        root = x * 0.35
        path = smooth_path([(root * 0.2, 0, 0.4), (x * 0.9, 0, 0.31), (x, 0.022, 0.18), (x, 0.0, 0.0)], 24)
        b.add(sweep(path, np.interp(np.linspace(0, 1, 24), [0, 0.6, 1], [0.0062, 0.0055, 0.001]), sides=10), "head", "tines")
    b.add(sweep([(0, 0, 0.36), (0, 0, 0.5)], [0.012, 0.019], sides=18), "head", "socket")
    _shaft(b, 0.48, 1.5 if many == 3 else 1.05)
    _rest(spec, b)
