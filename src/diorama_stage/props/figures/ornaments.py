# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures that stand in gardens and shops: a gnome, a bird bath, a mannequin."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    displace,
    ellipsoid,
    join,
    lathe,
    loft,
    move,
    remesh,
    rotate,
    rounded_profile,
    smooth_path,
    sphere,
    sweep,
    torus,
)
from diorama_stage.kit.parts import add_rod, tint
from diorama_stage.props.registry import prop


@prop("garden_gnome")
def garden_gnome(spec: Spec, b: Builder) -> None:
    """A painted gnome: a tall pointed cap bent at its tip, a white beard to the belt, a coat, boots, a lantern in one hand, the other at his belt."""
    b.slot("coat", "paint", b.choose("#2f5f9a", "#2f7d4a", "#7a3f7f", "#c9851c"), finish=("satin",))
    b.slot("cap", "paint", "#c4201c", role="trim", finish=("satin",))
    b.slot("beard", "paint", "#f1eee6", role="trim", finish=("satin",))
    b.slot("skin", "paint", "#e0a688", role="fixed", finish=("satin",))
    b.slot("boots", "paint", "#3a2417", role="fixed", finish=("satin",))
    b.slot("trousers", "paint", "#5a4630", role="fixed")
    b.slot("eyes", "lacquer", "#15120f", role="fixed")
    b.slot("lamp", "emission", "#ffd58a", role="fixed", params={"strength": 2.0})
    b.slot("base", "paint", "#5f7a3f", role="fixed")
    b.add(displace(lathe(rounded_profile([(0, 0), (0.115, 0), (0.118, 0.015), (0.1, 0.028), (0, 0.028)], 0.006), segments=56), 0.004, 0.03), "base")
    body = [(0.02, 0.105), (0.085, 0.1), (0.093, 0.13), (0.09, 0.18), (0.078, 0.23), (0.06, 0.262), (0.03, 0.28), (0.0, 0.285)]
    b.add(lathe([(0, 0.1), *[tuple(p) for p in smooth_path(body, 50)]], segments=64, smooth=70, squash=0.85), "coat")
    b.add(torus(0.0885, 0.009, at=(0, 0, 0.168), segments=64), "boots", "belt")
    for o in b._parts["belt"]:
        for v in o.data.vertices:
            v.co.y *= 0.86
    b.add(box(0.026, 0.006, 0.022, bevel=0.003, at=(0, -0.086, 0.157)), "beard", "buckle")
    for s in (-1, 1):
        b.add(sweep(smooth_path([(s * 0.04, 0, 0.12), (s * 0.044, -0.004, 0.06)], 8), 0.032, sides=20), "trousers", "legs")
        boot = [
            sphere(0.034, at=(s * 0.045, 0.0, 0.056), segments=24),
            ellipsoid(0.033, 0.058, 0.026, at=(s * 0.05, -0.04, 0.05), segments=24),
            sphere(0.026, at=(s * 0.05, -0.078, 0.054), segments=24),
        ]
        b.add(remesh(join(boot), 0.004, smooth=4), "boots")
    _arms(b)
    _head(b)


def _arms(b: Builder) -> None:
    """The left hand holds up a lantern, the right is at the belt."""
    for path, hand in (
        ([(-0.065, 0, 0.235), (-0.115, -0.015, 0.2), (-0.125, -0.06, 0.185)], (-0.126, -0.075, 0.186)),
        ([(0.065, 0, 0.235), (0.112, -0.02, 0.19), (0.075, -0.075, 0.172)], (0.062, -0.086, 0.17)),
    ):
        b.add(sweep(smooth_path(path, 20), np.interp(np.linspace(0, 1, 20), [0, 1], [0.029, 0.025]), sides=20), "coat", "sleeves")
        b.add(sphere(0.0205, at=hand, segments=24), "skin", "hands")
    x, y = -0.127, -0.082
    b.add(lathe([(0, 0.1), (0.024, 0.1), (0.024, 0.108), (0.02, 0.11), (0, 0.11)], segments=24), "boots", "lantern")
    b.add(lathe([(0, 0.11), (0.0165, 0.11), (0.0165, 0.148), (0, 0.148)], segments=8, smooth=None), "lamp", "lantern")
    b.add(lathe([(0, 0.148), (0.025, 0.148), (0.008, 0.165), (0, 0.167)], segments=24), "boots", "lantern")
    for o in b._parts["lantern"]:
        move(o, x, y, 0)


def _head(b: Builder) -> None:
    """Face with a round nose and cheeks, the beard in locks, the cap."""
    b.add(sphere(0.062, at=(0, -0.004, 0.315), segments=40), "skin", "face")
    b.add(
        join(
            [
                sphere(0.0175, at=(0, -0.07, 0.31), segments=24),
                *[sphere(0.021, at=(s * 0.033, -0.046, 0.305), segments=24) for s in (-1, 1)],
                *[ellipsoid(0.011, 0.014, 0.018, at=(s * 0.062, 0, 0.312), segments=20) for s in (-1, 1)],
            ]
        ),
        "skin",
        "face",
    )
    b.add(join([sphere(0.0068, at=(s * 0.021, -0.06, 0.331), segments=16) for s in (-1, 1)]), "eyes")
    brows = [sweep(smooth_path([(s * 0.008, -0.066, 0.341), (s * 0.022, -0.066, 0.348), (s * 0.036, -0.056, 0.342)], 12), 0.0052, sides=10) for s in (-1, 1)]
    tache = [
        sweep(
            smooth_path([(s * 0.003, -0.074, 0.296), (s * 0.026, -0.07, 0.291), (s * 0.046, -0.056, 0.297)], 16),
            np.interp(np.linspace(0, 1, 16), [0, 0.4, 1], [0.008, 0.0098, 0.002]),
            sides=14,
        )
        for s in (-1, 1)
    ]
    locks = []
    for k, u in enumerate(np.linspace(-1, 1, 13)):
        tip = 0.165 + 0.085 * abs(u) ** 1.6
        path = [
            (u * 0.056, -0.03 - 0.026 * (1 - u * u), 0.3 - 0.01 * (1 - abs(u))),
            (u * 0.052, -0.06 - 0.036 * (1 - u * u), 0.255),
            (u * 0.026 + 0.004 * (-1) ** k, -0.066 - 0.026 * (1 - u * u), tip),
        ]
        locks.append(sweep(smooth_path(path, 24), np.interp(np.linspace(0, 1, 24), [0, 0.4, 1], [0.014, 0.0155, 0.002]), sides=12))
    b.add(join([*brows, *tache, *locks]), "beard")
    lean = b.rng.uniform(-0.05, 0.05)
    rings = []
    t = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    for u in np.linspace(0, 1, 34):
        r = float(np.interp(u, [0, 0.04, 0.1, 0.5, 0.9, 1.0], [0.073, 0.076, 0.068, 0.04, 0.012, 0.003])) * (1 + 0.03 * math.sin(u * 26) * (u > 0.12))
        rings.append(np.stack([lean * u**2 + r * np.cos(t), 0.004 + 0.05 * u**3 + r * np.sin(t), np.full(40, 0.346 + 0.2 * u - 0.02 * u**4)], axis=1))
    b.add(loft(rings, smooth=70), "cap")


@prop("bird_bath")
def bird_bath(spec: Spec, b: Builder) -> None:
    """A stone basin on a turned pedestal, water in it; weathered, mossy low down."""
    b.slot("stone", "sandstone", b.choose("#b9b2a2", "#a8a499", "#c4b79c"))
    b.slot("water", "water", role="fixed")
    foot = [
        (0.001, 0),
        (0.19, 0.0),
        (0.19, 0.05),
        (0.165, 0.062),
        (0.15, 0.1),
        (0.1, 0.14),
        (0.078, 0.2),
        (0.095, 0.34),
        (0.085, 0.46),
        (0.064, 0.58),
        (0.078, 0.62),
        (0.092, 0.64),
        (0.085, 0.66),
        (0.11, 0.68),
    ]
    bowl = [(0.2, 0.7), (0.29, 0.745), (0.325, 0.79), (0.33, 0.805), (0.315, 0.81), (0.3, 0.796), (0.24, 0.765), (0.12, 0.745), (0.001, 0.742)]
    made = displace(lathe(rounded_profile([*foot, *bowl], 0.012), segments=128, smooth=60), 0.0025, 0.05, seed=spec.seed)
    tint(made, lambda p: np.clip(1.02 - 0.28 * np.exp(-p[:, 2] / 0.09) - 0.14 * np.clip(np.hypot(p[:, 0], p[:, 1]) / 0.33 - 0.8, 0, 1), 0.5, 1.1))
    b.add(made, "stone")
    lip = [rotate(sweep(smooth_path([(0.318, -0.04, 0.808), (0.326, 0, 0.816), (0.318, 0.04, 0.808)], 12), 0.012, sides=10), 0, 0, 22.5 * k) for k in range(16)]
    b.add(join(lip), "stone", "rim")
    if not spec.has("empty"):
        b.add(lathe([(0.001, 0.786), (0.288, 0.786), (0.288, 0.787), (0.001, 0.787)], segments=96), "water")
    b.support("basin", -0.15, 0.15, -0.15, 0.15, 0.75, round=True)
    b.footprint = "round"


@prop("mannequin")
def mannequin(spec: Spec, b: Builder) -> None:
    """A dressmaker's form on a turned stand: a torso covered in linen with its seams, a cap at the neck; or a whole shop figure without a face."""
    whole = spec.is_a("shop")
    if whole:
        b.slot("body", "plastic", b.choose("#efece6", "#1d1d1f", "#d9cbb8"), finish=("satin",))
    else:
        b.slot("body", "linen", b.choose("#d9c9a8", "#cbb894", "#2b2a2c", "#b9aa98"))
    b.slot("stand", "walnut" if not whole else "chrome", "#5a3a22" if not whole else None, role="trim")
    (_figure if whole else _form)(b)


def _torso(z: float, top: float) -> list[np.ndarray]:
    """Rings of a woman's torso from the hips at height z to the neck at height `top`."""
    rows = (
        (0, 0.15, 0.105, 0.0),
        (0.06, 0.168, 0.118, 0.0),
        (0.14, 0.172, 0.12, 0.004),
        (0.22, 0.155, 0.108, 0.0),
        (0.3, 0.122, 0.09, -0.006),
        (0.36, 0.118, 0.088, -0.006),
        (0.44, 0.138, 0.105, -0.012),
        (0.51, 0.152, 0.125, -0.024),
        (0.57, 0.158, 0.108, -0.01),
        (0.62, 0.17, 0.09, 0.004),
        (0.655, 0.155, 0.075, 0.01),
        (0.68, 0.1, 0.062, 0.014),
        (0.7, 0.058, 0.055, 0.012),
        (0.76, 0.05, 0.05, 0.004),
    )
    rows = smooth_path(np.array(rows), 60)
    t, k = np.linspace(0, 2 * np.pi, 72, endpoint=False), (top - z) / 0.76
    rings = []
    for h, w, d, y in rows:
        bust = 0.026 * np.exp(-(((h - 0.505) / 0.05) ** 2))
        x, yy = w * np.sign(np.cos(t)) * np.abs(np.cos(t)) ** 0.92, d * np.sin(t) + y
        yy = yy - bust * np.clip(-np.sin(t), 0, 1) * (np.exp(-(((x - 0.075) / 0.045) ** 2)) + np.exp(-(((x + 0.075) / 0.045) ** 2)))
        rings.append(np.stack([x, yy, np.full(72, z + h * k)], axis=1))
    return rings


def _form(b: Builder) -> None:
    rings = _torso(0.86, 1.6)
    b.add(loft(rings, smooth=80), "body")
    b.slot("seams", "cotton", "#7a6a4a", role="fixed")
    for k in (18, 54, 45, 63, 9, 27):
        b.add(sweep(np.array([r[k] for r in rings[2:52]]) * (1.002, 1.002, 1), 0.0016, sides=6), "seams")
    for s in (-1, 1):
        plate = lathe(rounded_profile([(0, 0), (0.05, 0), (0.052, 0.006), (0.04, 0.012), (0, 0.014)], 0.003), segments=48)
        b.add(move(rotate(plate, 0, s * 78, 0), s * 0.158, 0.006, 1.455), "stand", "arm plates")
    b.add(
        lathe(
            rounded_profile([(0, 1.59), (0.056, 1.59), (0.054, 1.605), (0.02, 1.615), (0.012, 1.63), (0.022, 1.65), (0.01, 1.672), (0, 1.675)], 0.005),
            segments=48,
        ),
        "stand",
        "cap",
    )
    pole = [(0.001, 0.2), (0.04, 0.2), (0.045, 0.24), (0.026, 0.28), (0.02, 0.4), (0.03, 0.46), (0.02, 0.52), (0.018, 0.86), (0.001, 0.86)]
    b.add(lathe(rounded_profile(pole, 0.008), segments=40), "stand", "pole")
    for k in range(3):
        leg = sweep(
            smooth_path([(0.02, 0, 0.3), (0.12, 0, 0.24), (0.21, 0, 0.08), (0.27, 0, 0.02)], 30),
            np.interp(np.linspace(0, 1, 30), [0, 0.5, 1], [0.017, 0.02, 0.013]),
            sides=16,
        )
        b.add(rotate(leg, 0, 0, 120 * k + 30), "stand", "legs")
    b.footprint = "round"


def _figure(b: Builder) -> None:
    """A shop figure: limbs as joints and tapers fused into one skin, an egg for a head, on a plate with a rod."""
    parts = [loft(_torso(0.88, 1.56), smooth=80), ellipsoid(0.078, 0.095, 0.12, at=(0, -0.012, 1.66), segments=32)]
    for s in (-1, 1):
        legs = [(s * 0.09, 0, 0.98), (s * 0.095, -0.01, 0.72), (s * 0.1, 0.0, 0.5), (s * 0.105, 0.02, 0.28), (s * 0.11, 0.03, 0.1)]
        parts.append(sweep(smooth_path(legs, 40), np.interp(np.linspace(0, 1, 40), [0, 0.3, 0.52, 0.68, 1], [0.085, 0.075, 0.052, 0.055, 0.034]), sides=24))
        parts.append(ellipsoid(0.04, 0.11, 0.035, at=(s * 0.115, -0.04, 0.045), segments=24))
        arm = [(s * 0.165, 0.005, 1.46), (s * 0.22, 0.03, 1.24), (s * 0.24, 0.02, 1.14), (s * 0.25, -0.08, 0.96), (s * 0.25, -0.11, 0.86)]
        parts.append(
            sweep(smooth_path(arm, 40), np.interp(np.linspace(0, 1, 40), [0, 0.1, 0.45, 0.8, 0.9, 1], [0.045, 0.048, 0.036, 0.026, 0.032, 0.016]), sides=20)
        )
    b.add(remesh(join(parts), 0.0065, smooth=8), "body")
    b.add(lathe(rounded_profile([(0, -0.01), (0.2, -0.01), (0.2, 0.004), (0, 0.008)], 0.003), segments=72), "stand", "plate")
    add_rod(b, "stand", (0.1, 0.06, 0), (0.1, 0.06, 0.35), 0.008, "rod")
