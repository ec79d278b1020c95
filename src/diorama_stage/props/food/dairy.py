# SPDX-License-Identifier: GPL-3.0-or-later
"""Eggs and cheese."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, boolean, extrude, join, lathe, move, remesh, rotate, sphere
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop


@prop("egg")
def egg(spec: Spec, b: Builder) -> None:
    h = b.vary(0.057, 0.04)
    b.slot("body", "egg_shell", b.choose("#e3c3a0", "#eee4d6"))
    t = np.linspace(-np.pi / 2, np.pi / 2, 48)
    body = lathe([(max(h * 0.385 * math.cos(a) * (1 - 0.13 * math.sin(a)), 0), h / 2 * math.sin(a)) for a in t], segments=64, smooth=180)
    grounded(b.add(rotate(body, 0, 86, b.rng.uniform(-50, 50)), "body"))


@prop("cheese")
def cheese(spec: Spec, b: Builder) -> None:
    R, h = b.vary(0.13), 0.055
    b.slot("body", "cheese", "#ebbf4a")
    wedge = extrude([(0, 0), *[(R * math.cos(t), R * math.sin(t)) for t in np.radians(np.linspace(0, 48, 18))]], h, bevel=0.003)
    holes = [(0.05, 0, 0.03, 0.011), (0.085, 0, 0.018, 0.015), (0.105, 0.001, 0.042, 0.009), (0.03, 0.003, 0.012, 0.007), (0.07, 0.001, 0.046, 0.006), (0.08, 0.03, 0.058, 0.013), (0.105, 0.055, 0.057, 0.01), (0.045, 0.022, 0.056, 0.008), (0.115, 0.02, 0.057, 0.006)]
    wedge = boolean(wedge, join([sphere(r, at=(x, y, z), segments=28) for x, y, z, r in holes]))
    wedge = remesh(wedge, 0.0011, smooth=2)  # the carved mesh shades in facets; and no knife leaves sharp rims around the eyes of a cheese
    turned = lambda o: rotate(move(o, -R * 0.6, -R * 0.25, 0), 0, 0, -12)  # noqa: E731
    b.add(turned(wedge), "body")
    b.slot("rind", "wax", b.choose("#c98d34", "#b3742a", "#a8402c"), role="fixed")
    arc = np.radians(np.linspace(0.4, 47.6, 40))
    outline = [*[((R - 0.001) * math.cos(t), (R - 0.001) * math.sin(t)) for t in arc[::-1]], *[((R + 0.0022) * math.cos(t), (R + 0.0022) * math.sin(t)) for t in arc]][::-1]
    b.add(turned(extrude(outline, h * 0.998, bevel=0.001)), "rind")
