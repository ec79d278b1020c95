# SPDX-License-Identifier: GPL-3.0-or-later
"""Onions, garlic, radishes, sweet potatoes."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, displace, field, join, lathe, rotate, smooth_path, sweep
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.kit.growth import Growth, frames, leaf
from diorama_stage.kit.parts import tint, toward
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop


def rootlets(b: Builder, count: int, length: float, spread: float, at) -> object:
    """A tuft of dry root threads that hang from a place."""
    made = []
    for _ in range(count):
        a, s = b.rng.uniform(0, 6.3), spread * b.rng.random() ** 0.5
        foot = np.asarray(at) + (s * math.cos(a), s * math.sin(a), 0.001)
        tip = foot + (b.rng.uniform(-1, 1) * length * 0.5 + s * math.cos(a) * 0.8, b.rng.uniform(-1, 1) * length * 0.5 + s * math.sin(a) * 0.8, -length * b.rng.uniform(0.4, 1.0))
        made.append(sweep([foot, (foot + tip) / 2 + (b.rng.uniform(-1, 1) * 0.001, 0, 0), tip], [0.0004, 0.0003, 0.0001], sides=5))
    return join(made)


@prop("onion")
def onion(spec: Spec, b: Builder) -> None:
    """A round bulb in papery skin: fine lines from root to neck, a dry twisted neck, a loose flake."""
    r = b.vary(0.037, 0.07)
    red = spec.is_a("red") or any(int(c[1:3], 16) > 1.6 * max(int(c[3:5], 16), 1) for c in spec.colours)
    base = "#7a2546" if red else b.choose("#c4843c", "#b9752f", "#cc9349")
    b.slot("body", "pear_skin", base, finish=("satin",), role="fixed" if red else "main")  # what is called red is purple
    b.slot("roots", "straw", "#b9a27c", role="fixed")
    outline = smooth_path([(0, -0.86), (0.14, -0.87), (0.42, -0.82), (0.86, -0.45), (1.0, 0.02), (0.86, 0.5), (0.48, 0.83), (0.2, 1.0), (0.115, 1.18), (0.1, 1.42), (0.13, 1.6), (0.0, 1.58)], 110) * r
    body = lathe(outline, segments=160, smooth=180)
    p = vertices(body).astype(float)
    a, u = np.arctan2(p[:, 1], p[:, 0]), p[:, 2] / r
    neck = np.clip((u - 0.9) / 0.6, 0, 1)
    p[:, :2] *= (1 + 0.012 * np.cos(7 * a + 1) + 0.22 * neck * np.cos(3 * a + 4 * u) + 0.1 * neck * np.cos(9 * a))[:, None]
    p[:, 0] += 0.2 * r * neck**1.6
    set_points(body.data, p)
    displace(body, r * 0.035, r * 0.9, seed=spec.seed)
    line = 0.5 + 0.5 * np.cos(64 * a + 1.2 * np.sin(3 * u + a))
    patch = np.clip(field(p, r * 0.6, seed=spec.seed + 1), -1, 1)
    dry = np.clip(neck * 1.6 + 0.35 * np.clip(-u - 0.6, 0, 1) * 2, 0, 1)
    tone = (1 - 0.2 * line**5 + 0.12 * patch)[:, None] * (1 - dry[:, None]) + dry[:, None] * toward(base, "#c9ad7d", np.ones(len(p)))
    made = [b.add(tint(body, lambda _: tone), "body"), b.add(rootlets(b, 34, 0.008, 0.0045, (0, 0, -0.855 * r)), "roots")]
    tilt, turn = b.rng.uniform(4, 28), b.rng.uniform(0, 360)
    for o in made:
        rotate(o, tilt, 0, turn)
    low = float(vertices(made[0])[:, 2].min())
    q = vertices(made[1]).astype(float)
    q[:, 2] = np.maximum(q[:, 2], low)  # the threads bend where they touch
    set_points(made[1].data, q)
    grounded(*made)
    b.footprint = "round"


@prop("garlic")
def garlic(spec: Spec, b: Builder) -> None:
    """A white head of plump cloves drawn up to a dry stalk, streaked with purple."""
    r = b.vary(0.028, 0.07)
    b.slot("body", "pear_skin", "#ece6da", finish=("satin",))
    b.slot("roots", "straw", "#a8926c", role="fixed")
    outline = smooth_path([(0, -0.66), (0.3, -0.68), (0.72, -0.52), (1.0, -0.08), (0.92, 0.34), (0.56, 0.72), (0.27, 0.98), (0.17, 1.3), (0.15, 1.75), (0.17, 1.98), (0, 1.97)], 110) * r
    body = lathe(outline, segments=180, smooth=180)
    n, p = b.choose(9, 10, 11), vertices(body).astype(float)
    a, u = np.arctan2(p[:, 1], p[:, 0]), p[:, 2] / r
    a = a + 0.1 * np.sin(2 * a + spec.seed)
    lobe = np.abs(np.cos(n * a / 2)) ** 0.6
    belly = np.clip(1.15 - np.abs(u - 0.02) / 0.95, 0, 1)
    p[:, :2] *= (1 - 0.15 * belly * (1 - lobe) + 0.05 * np.cos(3 * a + 5 * u) * np.clip(u - 0.8, 0, 1))[:, None]
    p[:, 0] += 0.16 * r * np.clip(u - 0.9, 0, 2) ** 1.5
    set_points(body.data, p)
    displace(body, r * 0.035, r * 0.7, seed=spec.seed)
    streak = np.clip((np.cos(41 * a + 2.4 * field(p, r * 0.5, seed=spec.seed)) - 0.35) * 1.4, 0, 1) * np.clip(0.75 - np.abs(u - 0.1) * 0.6, 0, 1) * 0.5
    dry = np.clip((u - 0.9) * 1.3, 0, 0.75)
    tone = toward("#ece6da", "#a07a8c", streak) * toward("#ece6da", "#c2ab84", dry) * (1 - 0.16 * (1 - lobe) * belly)[:, None]
    made = [b.add(tint(body, lambda _: tone), "body"), b.add(rootlets(b, 40, 0.006, 0.0055, (0, 0, -0.66 * r)), "roots")]
    tilt, turn = b.rng.uniform(6, 24), b.rng.uniform(-40, 40)
    for o in made:
        rotate(o, tilt, 0, turn)
    low = float(vertices(made[0])[:, 2].min())
    q = vertices(made[1]).astype(float)
    q[:, 2] = np.maximum(q[:, 2], low)
    set_points(made[1].data, q)
    grounded(*made)
    b.footprint = "round"


@prop("radish")
def radish(spec: Spec, b: Builder) -> None:
    """A round red root with a white tail and its leaves, lying."""
    r = b.vary(0.0145, 0.08)
    b.slot("body", "tomato_skin", b.choose("#b81f3f", "#c4234a"))
    b.slot("leaves", "leaf", "#5d8f36", role="fixed", params={"thin": 0.2})
    outline = smooth_path([(0.0, -3.1), (0.03, -2.6), (0.07, -1.9), (0.16, -1.25), (0.5, -0.92), (0.92, -0.4), (1.0, 0.05), (0.86, 0.55), (0.5, 0.86), (0.26, 0.94), (0.0, 0.95)], 120) * r
    body = lathe(outline, segments=72, smooth=180)
    p = vertices(body).astype(float)
    down = np.clip(-p[:, 2] / r - 0.95, 0, 3)
    p[:, 0] += 0.22 * r * down**1.5
    set_points(body.data, p)
    displace(body, r * 0.04, r * 0.8, seed=spec.seed)
    white = np.clip((-p[:, 2] / r - 0.8) / 0.45 + 0.25 * field(p, r * 0.4, seed=spec.seed), 0, 1)
    made = [b.add(tint(body, lambda _: toward("#b81f3f", "#f2ebe4", white) * (1 + 0.1 * field(p, r * 0.5, seed=2)[:, None])), "body")]
    green, shape = Growth(), leaf(0.36, fold=0.2, curl=0.25, rows=12, columns=5, wave=0.05, base=1.5, point=0.4)
    for k in range(6):
        a = 1.05 * k + b.rng.uniform(-0.2, 0.2)
        out = np.array((math.cos(a), math.sin(a), 0))
        foot = np.array((0, 0, r * 0.9)) + out * r * 0.12
        mid = foot + out * 0.006 + (0, 0, 0.024)
        green.tube(smooth_path([foot, (foot + mid) / 2 + (0, 0, 0.002), mid], 8), np.linspace(0.0019, 0.0014, 8), 7, (1.5, 1.45, 1.1))
        green.copies(shape, [mid - (0, 0, 0.002)], frames([out * 0.32 + (0, 0, 1.0)], -out + (0, 0, 0.4)), b.rng.uniform(0.055, 0.085), b.rng.uniform(0.8, 1.2))
    made.append(b.add(green.object("leaves"), "leaves"))
    turn = b.rng.uniform(200, 250)
    for o in made:
        rotate(rotate(o, 0, 86, 0), 0, 0, turn)
    low = float(vertices(made[0])[:, 2].min())
    q = vertices(made[1]).astype(float)
    q[:, 2] = np.where(q[:, 2] < low, low + 0.0006 + 0.15 * (low - q[:, 2]), q[:, 2])
    set_points(made[1].data, q)
    grounded(*made)


@prop("sweet_potato")
def sweet_potato(spec: Spec, b: Builder) -> None:
    """A bent spindle in red-brown skin with dents and root scars, pointed at both ends."""
    L = b.vary(0.085, 0.08)
    base = b.choose("#a4552f", "#9c4a34")
    b.slot("body", "mushroom", base, finish=("matte",))
    t = np.linspace(-1, 1, 90)
    body = lathe(np.stack([0.4 * L * np.clip(1 - np.abs(t) ** 2.1, 0, 1) ** 0.8 * (1 + 0.14 * t), L * t], axis=1), segments=110, smooth=180)
    p = vertices(body).astype(float)
    u = p[:, 2] / L
    p[:, 0] += 0.14 * L * (u**2) + 0.04 * L * np.sin(4 * u + spec.seed)
    set_points(body.data, p)
    displace(displace(body, L * 0.05, L * 0.5, seed=spec.seed), 0.0007, 0.008, seed=2)
    rng = np.random.default_rng(spec.seed)
    scars = p[rng.choice(len(p), 26, replace=False)]

    def skin(q):
        near = sum(np.exp(-(((q - s) / (0.006, 0.006, 0.0022)) ** 2).sum(axis=1)) for s in scars)
        return (
            (1 + 0.16 * field(q, 0.012, seed=spec.seed) + 0.1 * np.sin(q[:, 2] * 700 + 4 * field(q, 0.02, seed=3)))[:, None]
            * toward(base, "#5a3520", 0.55 * np.clip(near, 0, 1))
            * toward(base, "#c99a6a", np.clip(0.4 * field(q, 0.02, seed=5) - 0.1, 0, 0.5))
        )

    body = tint(body, skin)
    rotate(rotate(body, 0, 90, 0), 0, 0, b.rng.uniform(-30, 30))
    grounded(b.add(body, "body"))
