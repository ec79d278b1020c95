# SPDX-License-Identifier: GPL-3.0-or-later
"""Mushrooms and toadstools."""

from __future__ import annotations

import math

import bpy
import numpy as np

from diorama_stage.kit import Builder, Spec, bezier, displace, lathe, rotate, smooth_path, sweep
from diorama_stage.kit.growth import Growth, unit, upon
from diorama_stage.kit.parts import tint
from diorama_stage.props.registry import prop

CAP = [(0.0, 1.0), (0.32, 0.96), (0.66, 0.8), (0.9, 0.5), (1.0, 0.18), (0.98, 0.06), (0.9, 0.02)]
"""Half of a mushroom's cap from its top to its rim, shares of its radius and height."""


def one_mushroom(b: Builder, toadstool: bool, tall: float, radius: float, open_: float, seed: int) -> dict[str, bpy.types.Object]:
    """A mushroom on the origin: cap, gills, stem with its ring, and the white flecks of a toadstool. Lengths in metres."""
    high = radius * (1.0 - 0.35 * open_)
    cap_z = tall - high
    made = {}
    outline = smooth_path([(r * radius, cap_z + z * high) for r, z in CAP], 40)
    under = [(radius * r, cap_z + 0.02 * high + high * 0.3 * (1 - r) ** 0.8) for r in np.linspace(0.88, 0.18, 12)]
    cap = displace(lathe([*outline, *under, (0, under[-1][1])][::-1], segments=80, smooth=80), radius * 0.035, radius * 0.8, seed=seed)
    made["cap"] = tint(cap, lambda p: np.clip(0.72 + 0.45 * (p[:, 2] - cap_z) / high, 0.5, 1.1))
    gills = Growth()
    a = np.linspace(0, 2 * math.pi, 90, endpoint=False)
    r = np.array([0.16, 0.45, 0.75, 0.93])[None, :] * radius
    drop = np.array([0.1, 0.16, 0.12, 0.02])[None, :] * high
    top = cap_z + 0.02 * high + high * 0.3 * np.clip(1 - r / radius, 0, 1) ** 0.8
    for side in range(90):
        x, y = math.cos(a[side]), math.sin(a[side])
        grid = np.stack([np.stack([r[0] * x, r[0] * y, top[0] + 0.0006], axis=-1), np.stack([r[0] * x, r[0] * y, top[0] - drop[0]], axis=-1)])
        gills.sheet(grid, np.array([[0.7], [1.0]]) * np.ones((2, 4)))
    made["gills"] = gills.object("gills")
    s = radius * 0.24
    lean = b.rng.uniform(-0.1, 0.1) * tall
    path = bezier((lean, 0, 0), (lean * 0.7, 0, tall * 0.3), (0, 0, tall * 0.5), (0, 0, cap_z + high * 0.35), 26)
    widths = np.interp(np.linspace(0, 1, 26), [0, 0.08, 0.2, 0.6, 1], [1.45, 1.7, 1.25, 0.95, 0.85]) * s
    made["stem"] = displace(sweep(path, widths, sides=36), s * 0.08, s * 0.9, seed=seed)
    if toadstool:
        z = cap_z - tall * 0.13
        skirt = smooth_path([(s * 0.8, z + s * 0.75), (s * 1.05, z + s * 0.6), (s * 1.7, z + s * 0.05), (s * 1.75, z - s * 0.1), (s * 1.6, z), (s * 0.8, z + s * 0.55)], 24)
        made["ring"] = displace(lathe(skirt, segments=60, smooth=180), s * 0.2, s * 0.7, seed=seed)
        flecks = Growth()
        ball = np.stack([np.zeros(7), np.zeros(7), np.linspace(-0.5, 0.6, 7)], axis=1)
        for k in range(48):
            u, turn = math.sqrt((k + 0.6) / 49), k * 2.39996 + b.rng.uniform(-0.3, 0.3)
            i = int(np.argmin(np.abs(outline[:, 0] - radius * u * 0.985)))
            rr, zz = outline[i]
            slope = outline[min(i + 1, 39)] - outline[max(i - 1, 0)]
            normal = unit((-slope[1] * math.cos(turn), -slope[1] * math.sin(turn), slope[0]))
            size = radius * b.rng.uniform(0.03, 0.085) * (1.1 - 0.35 * u)
            squash = Growth().tube(ball * (1, 1, 0.9), np.sqrt(np.clip(1 - np.linspace(-0.8, 0.98, 7) ** 2, 0.001, 1)), 9)
            axes = upon(normal, b.rng.uniform(0, 6)) * (b.rng.uniform(0.8, 1.3), b.rng.uniform(0.7, 1.1), 0.75)
            flecks.put(squash, (rr * math.cos(turn), rr * math.sin(turn), zz), axes, size)
        made["flecks"] = flecks.object("flecks")
    return made


@prop("mushroom")
def mushroom(spec: Spec, b: Builder) -> None:
    toadstool = not spec.is_a("fungus") and (spec.is_a("toadstool") or b.rng.random() < 0.7)
    b.slot("cap", "mushroom", "#b3241b" if toadstool else b.choose("#a57a4f", "#8d6443", "#c9a67c"), finish=("satin",))
    b.slot("stem", "mushroom", "#e9e1cf", role="fixed")
    b.slot("flecks", "bread_crumb", "#f1ead8", role="fixed")
    open_ = b.rng.uniform(0.3, 0.95)
    made = one_mushroom(b, toadstool, 0.105, 0.046 * (0.7 + 0.4 * open_), open_, spec.seed)
    for name, o in made.items():
        slot = {"cap": "cap", "flecks": "flecks"}.get(name, "stem")
        b.add(rotate(o, b.rng.uniform(-3, 3), b.rng.uniform(-3, 3), 0), slot, name)
    b.footprint = "round"
