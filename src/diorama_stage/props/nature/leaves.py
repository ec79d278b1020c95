# SPDX-License-Identifier: GPL-3.0-or-later
"""Fallen leaves."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.kit import Builder, Spec, bezier, from_geometry, rotate, sweep
from diorama_stage.kit.parts import tint
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop

MAPLE = [
    (0.0, -0.40), (0.20, -0.44), (0.23, -0.37), (0.43, -0.38), (0.39, -0.28), (0.50, -0.20), (0.38, -0.15), (0.25, -0.10), (0.50, -0.04), (0.68, -0.04), (0.66, 0.07), (0.84, 0.20),
    (0.69, 0.22), (0.66, 0.36), (0.50, 0.28), (0.21, 0.14), (0.27, 0.36), (0.41, 0.46), (0.28, 0.50), (0.27, 0.64), (0.15, 0.62), (0.0, 0.97),
]  # fmt: skip
"""Right half of a maple leaf's outline from its stalk to its tip, shares of its length."""


MAPLE_VEINS = [((0, -0.4), (0, 0.9)), ((0, -0.38), (0.78, 0.18)), ((0, -0.39), (0.44, -0.24)), ((0, 0.05), (0.36, 0.44)), ((0.3, -0.16), (0.6, -0.03)), ((0.38, -0.1), (0.6, 0.31)), ((0, 0.3), (0.22, 0.6))]


def blade_of(outline, veins, length: float, *, step: float, lift) -> bpy.types.Object:
    """A leaf lying on the ground from the right half of its outline and its veins (right half), shares of `length` metres; `lift` gives heights for points (n, 2)."""
    from mathutils import Vector
    from mathutils.geometry import delaunay_2d_cdt

    right = np.array(outline, float)
    fine = np.concatenate([np.linspace(p, q, max(2, int(np.linalg.norm(q - p) / step)), endpoint=False) for p, q in zip(right, right[1:], strict=False)] + [right[-1:]])
    whole = np.concatenate([fine, (fine * (-1, 1))[-2:0:-1]])
    x, y = np.meshgrid(np.arange(-0.9, 0.9, step), np.arange(-0.5, 1.0, step))
    inner = np.stack([x.ravel() + 0.4 * step * (np.arange(x.size) % 2), y.ravel()], axis=1)
    n = len(whole)
    points, _, faces, *_ = delaunay_2d_cdt([Vector(p) for p in np.concatenate([whole, inner])], [(i, (i + 1) % n) for i in range(n)], [], 1, 1e-5)
    flat = np.array([p[:] for p in points])
    lines = [np.array(v, float) * m for v in veins for m in ((1, 1), (-1, 1))]
    far = np.min([_away(flat, p, q) for p, q in lines], axis=0)
    z = lift(flat) + 0.01 * np.minimum(far / 0.06, 1) ** 0.7
    made = from_geometry("leaf", np.column_stack([flat, z]) * length, [f for f in faces if len(f) > 2], smooth=180)
    pale = np.exp(-((far / 0.014) ** 2))
    tint(made, lambda p: np.clip(0.8 + 0.25 * np.sin(p[:, 0] / length * 4 + 1) * np.cos(p[:, 1] / length * 5), 0.5, 1.1)[:, None] * (1 - pale[:, None]) + pale[:, None] * np.array((1.5, 1.45, 1.1)))
    return made


def _away(points: np.ndarray, p: np.ndarray, q: np.ndarray) -> np.ndarray:
    """Distance of points (n, 2) from a line between two points."""
    d = q - p
    t = np.clip(((points - p) @ d) / (d @ d), 0, 1)
    return np.linalg.norm(points - p - t[:, None] * d, axis=1)


@prop("leaf")
def one_leaf(spec: Spec, b: Builder) -> None:
    maple = spec.is_a("maple") or spec.has("autumn", "fallen") or (not spec.is_a("bay") and b.rng.random() < 0.6)
    length = b.vary(0.085 if maple else 0.1)
    b.slot("blade", "leaf", b.choose("#b5501d", "#a8341c", "#c47f22") if maple else b.choose("#4a7a30", "#557f36"), params={"thin": 0.3})
    b.slot("stalk", "plant_stem", "#8a4a2a" if maple else "#6d8a45", role="fixed")
    a = b.rng.uniform(0, 6)
    if maple:
        lift = lambda p: 0.1 * p[:, 0] ** 2 + 0.06 * np.sin(3.2 * p[:, 0] + a) * p[:, 1] + 0.16 * np.maximum(p[:, 1] - 0.2, 0) ** 2 + 0.05 * np.cos(4 * p[:, 1])  # noqa: E731
        made, foot = blade_of(MAPLE, MAPLE_VEINS, length, step=0.028, lift=lift), -0.4
    else:
        t = np.linspace(0, 1, 26)
        outline = np.stack([0.31 * np.sin(np.pi * t**0.8) ** 0.9 * (1 - 0.25 * t**3) + 0.004 * np.abs(np.sin(t * 60)), -0.45 + 1.4 * t], axis=1)
        outline[0, 0] = outline[-1, 0] = 0.0
        veins = [((0, -0.45), (0, 0.93))] + [((0, -0.35 + 0.16 * k), (0.3, -0.13 + 0.18 * k)) for k in range(6)]
        lift = lambda p: 0.3 * np.abs(p[:, 0]) + 0.1 * (p[:, 1] - 0.2) ** 2 + 0.02 * np.sin(9 * p[:, 1] + a)  # noqa: E731
        made, foot = blade_of(outline, veins, length, step=0.03, lift=lift), -0.45
    z = float(lift(np.array([(0.0, foot)]))[0]) * length
    path = bezier((0, foot * length + 0.003, z), (0, foot * length - 0.02, z + 0.003), (0.004, foot * length - 0.035, z + 0.006), (0.012, foot * length - 0.05, 0.003), 14)
    stalk = sweep(path, np.linspace(0.0009, 0.0014, 14), sides=8)
    turn = b.rng.uniform(-35, 35)
    for o in (made, stalk):
        rotate(o, 0, 0, turn)
    b.add(made, "blade"), b.add(stalk, "stalk")
    grounded(made, stalk)
