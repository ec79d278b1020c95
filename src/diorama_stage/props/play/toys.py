# SPDX-License-Identifier: GPL-3.0-or-later
"""Toys, prizes and small instruments: a teddy bear, a robot, a rocket, a globe, a trophy, a drum, a trumpet."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    ellipsoid,
    extrude,
    join,
    lathe,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    sphere,
    sweep,
    torus,
)  # fmt: skip
from diorama_stage.kit.parts import pile, rod, stitches
from diorama_stage.props.registry import prop


def stuffed(x: float, y: float, z: float, at, *, seam: bool = True):
    """A stuffed ellipsoid, drawn in along its middle seam (the plane x = 0) as sewn halves are."""
    made = ellipsoid(x, y, z, segments=48)
    for v in made.data.vertices:
        v.co *= 1 - (0.05 * math.exp(-((v.co.x / (0.09 * x)) ** 2)) if seam else 0)
    return move(made, *at)


def limb(points, radii):
    path = smooth_path(points, 40)
    return sweep(path, np.interp(np.linspace(0, 1, 40), np.linspace(0, 1, len(radii)), radii), sides=28, smooth=180)


@prop("teddy_bear")
def teddy_bear(spec: Spec, b: Builder) -> None:
    fur, pale = b.choose(("#a8703c", "#dcb987"), ("#8a5a34", "#d2ab7c"), ("#c79a62", "#ecd6b0"))
    b.slot("body", "plush", fur)
    b.slot("pads", "plush", pale, role="trim")
    b.slot("thread", "cotton", "#24160e", role="fixed")
    b.slot("eyes", "lacquer", "#1a0e07", role="fixed")
    ribboned = b.rng.random() < 0.65
    skins = [stuffed(0.078, 0.068, 0.098, (0, 0.0, 0.098)), stuffed(0.073, 0.064, 0.064, (0, -0.012, 0.247))]
    pads = [stuffed(0.034, 0.031, 0.027, (0, -0.073, 0.233))]
    for s in (-1, 1):
        ear = move(rotate(ellipsoid(0.031, 0.014, 0.03), 0, 24 * s, -14 * s), 0.056 * s, 0.0, 0.302)
        skins += [
            ear,
            limb(
                [(0.052 * s, -0.004, 0.172), (0.092 * s, -0.022, 0.136), (0.101 * s, -0.062, 0.09), (0.092 * s, -0.084, 0.072)],
                (0.012, 0.032, 0.033, 0.031, 0.029, 0.006),
            ),
        ]
        skins.append(
            limb([(0.04 * s, -0.01, 0.045), (0.074 * s, -0.07, 0.043), (0.094 * s, -0.128, 0.042)], (0.02, 0.043, 0.043, 0.039, 0.036, 0.008))
        )
        skins.append(move(rotate(ellipsoid(0.037, 0.023, 0.05), -12, 0, 34 * s * 0.7), 0.095 * s, -0.138, 0.05))
        pads.append(move(rotate(ellipsoid(0.019, 0.008, 0.019), 0, 24 * s, -14 * s), 0.0545 * s, -0.0105, 0.3))
        pads.append(move(rotate(ellipsoid(0.026, 0.006, 0.037), -12, 0, 34 * s * 0.7), 0.1015 * s, -0.1575, 0.052))
        pads.append(move(rotate(ellipsoid(0.017, 0.006, 0.02), 38, 0, 16 * s), 0.0915 * s, -0.1, 0.064))
        b.add(sphere(0.0092, at=(0.0295 * s, -0.0665, 0.2665), segments=28), "eyes")
    skin, pad = join(skins), join(pads)
    b.add(skin, "body")
    b.add(pile(skin, 34000, 0.0085, 0.0016, seed=spec.seed), "body", "fur")
    b.add(pad, "pads")
    b.add(pile(pad, 7000, 0.0045, 0.0011, seed=spec.seed + 1), "pads")
    nose = [
        (0.0135 * t * (1 - 0.28 * abs(u)), -0.1045 + 0.006 * (abs(t) + 0.6 * u * u), 0.2495 - 0.0075 * u)
        for u in np.linspace(-0.6, 1, 12)
        for t in (-1, 0, 1)
    ]
    for row in range(12):
        b.add(
            sweep(smooth_path([nose[3 * row], np.array(nose[3 * row + 1]) + (0, -0.0015, 0), nose[3 * row + 2]], 9), 0.0013, sides=6),
            "thread",
            "nose",
        )
    mouth = [[(0, -0.107, 0.241), (0, -0.1075, 0.23), (0, -0.105, 0.222)]] + [
        [(0, -0.105, 0.222), (0.009 * s, -0.1035, 0.2165), (0.0175 * s, -0.0985, 0.2195)] for s in (-1, 1)
    ]
    for line in mouth:
        b.add(sweep(smooth_path(line, 14), 0.0013, sides=8), "thread", "mouth")
    tummy = [(0, -0.0668 * math.cos(u) * 1.03, 0.098 + 0.096 * math.sin(u)) for u in np.linspace(-0.55, 1.0, 40)]
    b.add(stitches(tummy, 0.007, 0.0009, gap=0.7, across=np.tile((1.0, 0, 0), (40, 1))), "thread", "seam")
    if ribboned:
        b.slot("ribbon", "silk", b.choose("#a61f2b", "#2b4f86", "#3f7a4c"), role="trim")
        ring = [(0.0605 * math.cos(t), 0.056 * math.sin(t) - 0.005, 0.1895) for t in np.linspace(0, 2 * math.pi, 64)]
        b.add(sweep(ring, 0.0105, section=[(0.3 * math.cos(t), math.sin(t)) for t in np.linspace(0, 2 * math.pi, 16, endpoint=False)]), "ribbon")
        for o in bow_tie(0.048):
            b.add(move(o, 0, -0.072, 0.186), "ribbon")
    b.footprint = "round"


def bow_tie(wide: float):
    """A ribbon bow about the origin facing -Y: two puffed loops, two ends, a knot; `wide` is one loop's length."""
    made = []
    for s in (-1, 1):
        t = np.linspace(0.02, 1, 24)
        loop = np.stack([s * wide * t, -0.1 * wide * np.sin(t * np.pi), 0.06 * wide * np.sin(t * np.pi)], axis=1)
        tall = wide * (
            0.1
            + 0.34 * np.sin(np.minimum(t * 1.25, 1) * np.pi / 2) ** 1.2 * np.where(t > 0.85, np.sqrt(np.maximum(1 - ((t - 0.85) / 0.152) ** 2, 0)), 1)
        )
        made.append(
            sweep(loop, tall, section=[(0.34 * math.sin(a), math.cos(a)) for a in np.linspace(0, 2 * math.pi, 24, endpoint=False)], smooth=180)
        )
        tail = smooth_path([(0, 0, 0), (s * wide * 0.28, -0.06 * wide, -wide * 0.35), (s * wide * 0.52, 0.0, -wide * 0.85)], 16)
        made.append(
            sweep(
                tail,
                np.linspace(0.12, 0.24, 16) * wide,
                section=[(0.1 * math.sin(a), math.cos(a)) for a in np.linspace(0, 2 * math.pi, 14, endpoint=False)],
            )
        )
    return [*made, ellipsoid(wide * 0.15, wide * 0.14, wide * 0.17, segments=20)]


def pipe(points, radius: float, *, count: int = 24, rings: int = 0):
    """A bent tube through the points; with `rings`, a corrugated hose of that many ribs."""
    path = smooth_path(points, max(count, rings * 6))
    t = np.linspace(0, rings * 2 * np.pi, len(path))
    return sweep(path, radius * (1 + 0.16 * np.cos(t)) if rings else radius, sides=24, smooth=180 if rings else 60)


@prop("robot")
def robot(spec: Spec, b: Builder) -> None:
    tone = b.choose("#7fa3a8", "#b9bcb8", "#c9553a", "#d9b04a")
    b.slot("body", "paint", tone, finish=("satin",))
    b.slot("joints", "cast_iron", "#4a4c4f", role="trim")
    b.slot("metal", "brushed_steel", role="trim")
    b.slot("face", "plastic", "#17191c", role="fixed", finish=("glossy",))
    b.slot("eyes", "emission", "#8fe6ff", role="fixed", params={"strength": 6.0})
    b.slot("lamp", "emission", "#ff5a3a", role="fixed", params={"strength": 4.0})
    b.slot("dial", "plastic", "#efe9da", role="fixed")
    for s in (-1, 1):
        x = 0.13 * s
        foot = box(0.17, 0.28, 0.1, bevel=0.035, segments=5, at=(x, -0.045, 0))
        b.add(foot, "body", "feet")
        b.add(box(0.175, 0.285, 0.022, bevel=0.006, at=(x, -0.045, 0)), "joints", "soles")
        b.add(pipe([(x, 0, 0.09), (x, 0, 0.46)], 0.048, rings=9), "joints", "legs")
        b.add(lathe(rounded_profile([(0, 0.22), (0.06, 0.22), (0.072, 0.26), (0.06, 0.3), (0, 0.3)], 0.012), segments=40), "body", "knees")
        move(b._parts["knees"][-1], x, 0, 0)
        b.add(sphere(0.088, at=(0.285 * s, 0, 0.86), segments=40), "body", "shoulders")
        b.add(pipe([(0.3 * s, 0, 0.85), (0.39 * s, -0.01, 0.72), (0.4 * s, -0.05, 0.58)], 0.043, rings=9), "joints", "arms")
        cuff = rotate(cylinder(0.052, 0.16, top=0.068, bevel=0.012, at=(0, 0, -0.16)), 30)
        b.add(move(cuff, 0.4 * s, -0.035, 0.6), "body", "cuffs")
        for a in (-55, 55, 180):
            claw = sweep(
                smooth_path([(0, 0, 0), (0, -0.042, -0.035), (0, -0.046, -0.085), (0, -0.016, -0.118)], 18), np.linspace(0.017, 0.011, 18), sides=14
            )
            b.add(move(rotate(rotate(claw, 0, 0, a), 30), 0.4 * s, -0.118, 0.47), "metal", "hands")
        b.add(rotate(cylinder(0.035, 0.05, bevel=0.012), 0, 90 * s), "joints", "ears")
        move(b._parts["ears"][-1], 0.155 * s, 0, 1.14)
        b.add(rotate(move(cylinder(0.021, 0.02, bevel=0.006), 0, 0, 0), 90), "eyes")
        move(b._parts["eyes"][-1], 0.062 * s, -0.136, 1.155)
        b.add(move(rotate(torus(0.03, 0.008, segments=40, sides=14), 90), 0.062 * s, -0.145, 1.155), "metal", "rims")
    b.add(box(0.42, 0.27, 0.16, bevel=0.05, segments=5, at=(0, 0, 0.42)), "body", "hips")
    b.add(cylinder(0.13, 0.04, bevel=0.01, at=(0, 0, 0.56)), "joints", "waist")
    b.add(box(0.48, 0.31, 0.37, bevel=0.055, segments=6, at=(0, 0, 0.585)), "body", "chest")
    b.add(pipe([(0, 0, 0.94), (0, 0, 1.04)], 0.06, rings=3), "joints", "neck")
    b.add(box(0.32, 0.27, 0.27, bevel=0.07, segments=6, at=(0, 0, 1.015)), "body", "head")
    b.add(box(0.245, 0.02, 0.15, bevel=0.009, at=(0, -0.131, 1.07)), "face")
    for k in range(7):
        b.add(box(0.008, 0.006, 0.024, bevel=0.002, at=(-0.042 + 0.014 * k, -0.1425, 1.083)), "metal", "mouth")
    chest(b)
    b.footprint = "box"


def chest(b: Builder) -> None:
    """The robot's instrument panel, rivets and antenna."""
    b.add(box(0.33, 0.012, 0.22, bevel=0.005, at=(0, -0.1535, 0.665)), "metal", "panel")
    b.add(rotate(cylinder(0.05, 0.012, bevel=0.003), 90), "dial")
    move(b._parts["dial"][-1], -0.082, -0.156, 0.795)
    b.add(move(rotate(torus(0.051, 0.006, segments=44, sides=12), 90), -0.082, -0.167, 0.795), "joints", "panel")
    needle = rotate(box(0.004, 0.002, 0.042, bevel=0.0008), 0, -38)
    b.add(move(needle, -0.082, -0.1695, 0.79), "lamp", "needle")
    for k in range(9):
        a = math.radians(200 - 27.5 * k)
        b.add(
            move(
                rotate(box(0.0035, 0.001, 0.009, bevel=0), 0, 90 - math.degrees(a)),
                -0.082 + 0.038 * math.cos(a),
                -0.1685,
                0.795 + 0.038 * math.sin(a),
            ),
            "face",
            "dial",
        )
    for k, slot in enumerate(("lamp", "dial", "eyes")):
        b.add(sphere(0.0165, at=(0.045 + 0.045 * k, -0.161, 0.83), segments=24), slot, "lights")
    for k in range(4):
        b.add(box(0.135, 0.008, 0.011, bevel=0.003, at=(0.09, -0.158, 0.7 + 0.024 * k)), "face", "grille")
    for k in range(3):
        b.add(rotate(cylinder(0.015, 0.026, bevel=0.004, segments=20), 90), "joints", "knobs")
        move(b._parts["knobs"][-1], -0.125 + 0.043 * k, -0.158, 0.705)
    rivets = [sphere(0.0075, at=(x, -0.157, z), segments=14) for x in (-0.2, 0.2) for z in (0.64, 0.715, 0.79, 0.865, 0.9)]
    b.add(join(rivets), "metal", "rivets")
    b.add(rod((0, 0, 1.28), (0, 0, 1.39), 0.007), "metal", "antenna")
    b.add(cylinder(0.026, 0.018, bevel=0.006, at=(0, 0, 1.28)), "joints", "antenna")
    b.add(sphere(0.024, at=(0, 0, 1.4), segments=28), "lamp", "antenna")


@prop("rocket")
def rocket(spec: Spec, b: Builder) -> None:
    H, z0 = b.vary(3.4, 0.05), 0.55
    b.slot("body", "paint", b.choose("#e9e6de", "#d9dcdd"), finish=("satin",))
    b.slot("trim", "paint", b.choose("#c4261f", "#c9471f", "#2458a8"), role="trim", finish=("satin",))
    b.slot("metal", "brushed_steel", role="fixed")
    b.slot("glass", "lacquer", "#16232e", role="fixed")
    b.slot("nozzle", "cast_iron", "#3a3836", role="fixed")
    share = [0, 0.06, 0.18, 0.34, 0.5, 0.64, 0.76, 0.86, 0.94, 0.985, 1.0]
    girth = [0.62, 0.72, 0.9, 1.0, 0.99, 0.9, 0.74, 0.53, 0.3, 0.12, 0.0]
    fit = smooth_path(list(zip(np.array(girth) * 0.56, np.array(share) * H, strict=True)), 160)
    at = lambda z: float(np.interp(z, fit[:, 1], fit[:, 0]))  # noqa: E731
    cut = 0.76 * H
    low = [(r, z + z0) for r, z in fit if z <= cut]
    b.add(lathe([(0, z0), *low, (0, cut + z0)], segments=72, smooth=50), "body")
    b.add(
        lathe(
            [(0, cut + z0 - 0.01), (at(cut) + 0.012, cut + z0 - 0.01), *[(r + 0.012, z + z0) for r, z in fit if z > cut], (0, H + z0 + 0.012)],
            segments=72,
            smooth=50,
        ),
        "trim",
        "nose",
    )
    b.add(sphere(0.035, at=(0, 0, H + z0 + 0.16), segments=20), "metal", "antenna")
    b.add(rod((0, 0, H + z0), (0, 0, H + z0 + 0.15), 0.012), "metal", "antenna")
    for z in (0.07, 0.28, 0.52):
        b.add(move(torus(at(z * H), 0.012, segments=72, sides=10), 0, 0, z * H + z0), "metal", "bands")
    b.add(lathe([(at(0.12 * H) + 0.006, 0.12 * H + z0), (at(0.2 * H) + 0.006, 0.2 * H + z0)], segments=72), "trim", "stripe")
    for k in range(24):
        a = k * math.pi / 12
        for z in (0.285, 0.515):
            b.add(sphere(0.011, at=(at(z * H) * math.cos(a), at(z * H) * math.sin(a), z * H + z0 + 0.03), segments=8), "metal", "rivets")
    for z, r in ((0.66, 0.15), (0.41, 0.115)):
        lean = math.degrees(math.atan2(at(z * H - 0.1) - at(z * H + 0.1), 0.2))
        for o, slot in ((torus(r, 0.032, segments=48, sides=16), "metal"), (ellipsoid(r, r, 0.035, segments=40), "glass")):
            b.add(move(rotate(o, 90 - lean), 0, -at(z * H) + 0.005, z * H + z0), slot, "porthole")
    outline = smooth_path(
        [(0.3, 1.25), (0.62, 1.02), (0.92, 0.62), (1.02, 0.22), (1.0, 0.0), (0.94, 0.02), (0.82, 0.34), (0.6, 0.52), (0.3, 0.56), (0.3, 1.25)], 60
    )[:-1]
    for k in range(4):
        fin = extrude([tuple(p) for p in outline[::-1]], 0.07, bevel=0.028, segments=4)
        b.add(rotate(rotate(move(fin, 0, 0, -0.035), 90), 0, 0, 45 + 90 * k), "trim", "fins")
    bell = [
        (0.14, z0 + 0.05),
        (0.18, z0 - 0.06),
        (0.25, z0 - 0.2),
        (0.29, z0 - 0.32),
        (0.275, z0 - 0.32),
        (0.23, z0 - 0.2),
        (0.12, z0 - 0.02),
        (0, z0),
    ]
    b.add(lathe(smooth_path(bell, 40), segments=56), "nozzle")
    b.footprint = "round"
