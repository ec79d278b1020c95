# SPDX-License-Identifier: GPL-3.0-or-later
"""Toys, prizes and small instruments: a teddy bear, a robot, a rocket, a globe, a trophy, a drum, a trumpet."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder, Interior, Spec, bevel, box, cylinder, ellipsoid, extrude, from_geometry, join, label_plane, lathe, move, rotate, rounded_profile,
    smooth_path, sphere, sweep, torus,
)  # fmt: skip
from diorama_stage.props.land import land
from diorama_stage.props.parts import pile, rod, stitches, tint, toward
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


def painted_world(R: float):
    """The map on a ball about the origin, its poles on z: seas in the slot's colour, land in greens, deserts and ice, a grid every 30 degrees."""
    n, m = 384, 192
    lon, lat = (a.ravel() for a in np.meshgrid(np.arange(n) * 360 / n - 180, np.linspace(-89.6, 89.6, m + 1)))
    a, e = np.radians(lon - 90), np.radians(lat)
    verts = np.stack([np.cos(e) * np.cos(a), np.cos(e) * np.sin(a), np.sin(e)], axis=1) * R
    faces = [(j * n + i, j * n + (i + 1) % n, (j + 1) * n + (i + 1) % n, (j + 1) * n + i) for j in range(m) for i in range(n)]
    made = from_geometry("world", verts, [*faces, tuple(range(n))[::-1], tuple(m * n + i for i in range(n))], smooth=180)
    ashore = land(lon, lat)
    wobble = 6 * np.sin(lon / 7 + 2 * np.sin(lat / 9)) + 4 * np.sin(lat / 5 + lon / 13)
    dry = np.exp(-(((np.abs(lat) - 24 + 0.4 * wobble) / 10) ** 2)) * np.where((lon > -125) & (lon < -30), 0.35, 1)
    ice = np.clip((np.abs(lat) - 66 + 0.5 * wobble) / 8, 0, 1)
    green = (
        toward("#2f6f95", "#5d8a3f", ashore)
        + ashore[:, None] * (toward("#2f6f95", "#d3ad62", dry) - toward("#2f6f95", "#5d8a3f", np.ones_like(dry))) * dry[:, None]
    )
    shade = green * (1 - ice * ashore)[:, None] + toward("#2f6f95", "#eef0ee", np.ones_like(ice)) * (ice * ashore)[:, None]
    shade *= (1 - 0.35 * ((ashore > 0.2) & (ashore < 0.8)))[:, None]
    grid = (np.abs((lon + 15) % 30 - 15) < 0.4) | (np.abs((lat + 15) % 30 - 15) < 0.45)
    return tint(made, lambda _: shade * np.where(grid, 0.72, 1.0)[:, None])


@prop("globe")
def globe(spec: Spec, b: Builder) -> None:
    R, zc = 0.13, 0.225
    b.slot("map", "paper", "#2f6f95", role="fixed", finish=("satin",))
    b.slot("base", b.choose("walnut", "dark_wood", "oak"))
    b.slot("metal", "brass", role="trim")
    ball = rotate(rotate(painted_world(R), 0, 0, b.choose(-10, 75, -95)), 0, 23.4)
    b.add(move(ball, 0, 0, zc), "map", "sphere")
    t = np.radians(np.linspace(-90, 90, 60))
    ring = [((R + 0.012) * math.cos(a), 0, (R + 0.012) * math.sin(a)) for a in t]
    meridian = sweep(ring, 0.0065, section=[(0.55 * x, y) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))], smooth=30)
    pins = [rod((0, 0, s * (R - 0.002)), (0, 0, s * (R + 0.03)), 0.0035) for s in (-1, 1)] + [
        sphere(0.0075, at=(0, 0, s * (R + 0.03)), segments=20) for s in (-1, 1)
    ]
    for o in (bevel(meridian, 0.0012, 2), join(pins)):
        b.add(move(rotate(o, 0, 23.4), 0, 0, zc), "metal", "meridian")
    foot = [
        (0, 0),
        (0.092, 0),
        (0.095, 0.008),
        (0.088, 0.018),
        (0.06, 0.024),
        (0.03, 0.03),
        (0.02, 0.042),
        (0.0155, 0.06),
        (0.021, 0.07),
        (0.013, 0.078),
        (0.009, zc - R - 0.017),
        (0, zc - R - 0.014),
    ]
    b.add(lathe(rounded_profile(foot, 0.006), segments=64), "base")
    b.add(rod((0, 0, 0.07), (0.055, 0, zc - R - 0.012 + 0.0115), 0.005), "metal", "stem")
    b.footprint = "round"


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


@prop("trophy")
def trophy(spec: Spec, b: Builder) -> None:
    b.slot("body", b.choose("gold", "gold", "gold", "silver"))
    b.slot("plinth", b.choose("dark_wood", "black_marble"), role="trim")
    b.slot("plate", "brass", role="fixed")
    b.add(box(0.125, 0.125, 0.02, bevel=0.004, at=(0, 0, 0)), "plinth")
    b.add(box(0.1, 0.1, 0.055, bevel=0.005, at=(0, 0, 0.02)), "plinth")
    b.add(box(0.07, 0.002, 0.032, bevel=0.0006, at=(0, -0.0505, 0.0315)), "plate")
    for label in spec.labels[:1]:
        b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(label_plane(0.066, 0.028, at=(0, -0.052, 0.0475)), "label")
    outside = [
        (0, 0.075),
        (0.042, 0.075),
        (0.043, 0.082),
        (0.03, 0.09),
        (0.014, 0.1),
        (0.0095, 0.118),
        (0.0165, 0.127),
        (0.0165, 0.133),
        (0.0095, 0.143),
        (0.013, 0.155),
        (0.04, 0.172),
        (0.06, 0.2),
        (0.071, 0.24),
        (0.0745, 0.285),
        (0.0805, 0.3),
        (0.0835, 0.302),
    ]
    inside = [(0.081, 0.305), (0.0735, 0.297), (0.0695, 0.28), (0.066, 0.24), (0.055, 0.203), (0.035, 0.18), (0, 0.172)]
    b.add(lathe([tuple(p) for p in smooth_path(outside, 110)] + [tuple(p) for p in smooth_path(inside, 50)], segments=80, smooth=50), "body", "cup")
    for z in (0.208, 0.272):
        b.add(
            torus(float(np.interp(z, [0.2, 0.24, 0.285], [0.06, 0.071, 0.0745])) + 0.0006, 0.0017, at=(0, 0, z), segments=72, sides=10),
            "body",
            "bands",
        )
    for s in (-1, 1):
        path = [(0.07, 0.283), (0.088, 0.298), (0.112, 0.292), (0.12, 0.262), (0.106, 0.226), (0.083, 0.203), (0.062, 0.196), (0.0565, 0.2)]
        grip = [(s * x, 0, z) for x, z in smooth_path(path, 50)]
        b.add(
            sweep(grip, np.interp(np.linspace(0, 1, 50), [0, 0.15, 0.5, 0.85, 1], [0.0042, 0.006, 0.0052, 0.006, 0.003]), sides=18), "body", "handles"
        )
        b.add(sphere(0.0078, at=(s * 0.101, 0, 0.301), segments=20), "body", "handles")
    b.interior = Interior(radius=0.062, z0=0.2, z1=0.3)
    b.footprint = "round"


@prop("drum")
def drum(spec: Spec, b: Builder) -> None:
    R, h = b.vary(0.18, 0.04), 0.235
    b.slot("shell", "lacquer", b.choose("#b3201c", "#1d4f96", "#a8281e"))
    b.slot("hoops", "wood", b.choose("#e2b548", "#ece6d8"), role="trim")
    b.slot("heads", "paper", "#efe8d8", role="fixed", finish=("satin",))
    b.slot("rope", "cotton", "#efe9da", role="fixed")
    b.slot("sticks", "oak", "#c79b62", role="fixed")
    b.add(cylinder(R, h - 0.02, bevel=0.004, segments=96, at=(0, 0, 0.01)), "shell")
    for z in (0.0, h - 0.034):
        ring = [(R + 0.002, z), (R + 0.014, z), (R + 0.014, z + 0.034), (R + 0.002, z + 0.034), (R + 0.002, z)]
        b.add(lathe(rounded_profile(ring, 0.004), segments=96), "hoops")
    b.add(cylinder(R + 0.001, 0.006, bevel=0.002, segments=96, at=(0, 0, h - 0.014)), "heads")
    n, path = 10, []
    for k in range(2 * n + 1):
        a, z = math.pi * k / n, (0.036, h - 0.036)[k % 2]
        path.append(((R + 0.009) * math.cos(a), (R + 0.009) * math.sin(a), z))
    for p, q in zip(path, path[1:], strict=False):
        b.add(rod(p, q, 0.0032, sides=10), "rope")
    for k in range(n):
        low, high = np.array(path[2 * k]), np.array(path[2 * k + 1])
        at = low + (high - low) * 0.2
        before = np.array(path[2 * k - 1 if k else -2])
        at = (at + low + (before - low) * 0.2) / 2 * (1.01, 1.01, 1)
        b.add(
            move(rotate(box(0.02, 0.011, 0.03, bevel=0.004), 0, 0, math.degrees(math.atan2(at[1], at[0])) + 90), at[0], at[1], at[2] - 0.012),
            "hoops",
            "ears",
        )
    for s, turn in ((-1, 38), (1, -24)):
        stick = lathe(
            smooth_path(
                [(0, -0.2), (0.0068, -0.197), (0.0075, -0.18), (0.0072, 0.05), (0.0035, 0.172), (0.0052, 0.184), (0.0052, 0.196), (0, 0.202)], 60
            ),
            segments=24,
            smooth=180,
        )
        b.add(move(rotate(rotate(stick, 0, 88.5), 0, 0, turn), 0.02 * s, 0.02 * s, h + (0.0035 if s < 0 else 0.0165)), "sticks")
    b.footprint = "round"


@prop("trumpet")
def trumpet(spec: Spec, b: Builder) -> None:
    b.slot("body", "brass", "#cf9f3e", finish=("polished",))
    b.slot("metal", "silver", role="fixed")
    b.slot("pearl", "pearl", role="fixed")
    made = []

    def put(o, slot: str, part: str | None = None):
        made.append(b.add(o, slot, part))

    x = np.linspace(-0.19, 0.225, 60)
    flare = 0.0058 + 0.0552 * np.exp(-(0.225 - x) / 0.042) + 0.004 * (x + 0.19) / 0.415
    outer = [(r, v) for v, r in zip(x, flare, strict=True)]
    bell = lathe(
        outer + [(flare[-1] + 0.0016, 0.2256), (flare[-1] + 0.001, 0.2272), (flare[-1] - 0.0012, 0.2266)] + [(r - 0.0012, v) for r, v in outer[::-1]],
        segments=72,
        smooth=60,
    )
    put(move(rotate(bell, 0, 90), 0, -0.014, 0), "body", "bell")
    turn = lambda x0, z, r, s: [(x0 + s * r * math.sin(a), z + r * math.cos(a)) for a in np.linspace(0, math.pi, 20)]  # noqa: E731
    rear = [(-0.19, 0.0), *turn(-0.2, -0.043, 0.043, -1), (-0.06, -0.086)]
    lead = [(-0.25, 0.0), (0.09, 0.0), *turn(0.115, -0.043, 0.043, 1), (0.03, -0.086)]
    put(
        sweep([(u, -0.014 if u > -0.15 and v > -0.04 else -0.014 + 0.012 * min(-v / 0.086, 1), v) for u, v in rear], 0.0058, sides=18),
        "body",
        "tubes",
    )
    put(sweep([(u, 0.016 - 0.014 * min(-v / 0.086, 1), v) for u, v in lead], 0.0056, sides=18), "body", "tubes")
    for x0, z in ((0.062, 0.0), (0.062, -0.086), (-0.19, -0.086)):
        put(rod((x0, 0.016 if z == 0 else 0.002, z), (x0 + 0.045, 0.016 if z == 0 else 0.002, z), 0.0071), "body", "ferrules")
    for x0, z0, reach, s, y in ((0.03, -0.03, 0.075, 1, 0.004), (-0.055, -0.035, 0.05, -1, 0.002)):
        loop = [
            (x0, z0),
            (x0 + s * reach, z0),
            *[(x0 + s * (reach + 0.012 * math.sin(a)), z0 - 0.012 + 0.012 * math.cos(a)) for a in np.linspace(0.2, math.pi - 0.2, 10)],
            (x0 + s * reach, z0 - 0.024),
            (x0, z0 - 0.024),
        ]
        put(sweep([(u, y, v) for u, v in loop], 0.0052, sides=16), "body", "slides")
    for k in range(3):
        v = -0.05 + 0.036 * k
        case = [
            (0, -0.112),
            (0.006, -0.112),
            (0.0135, -0.106),
            (0.0135, -0.098),
            (0.0125, -0.096),
            (0.0125, 0.01),
            (0.0138, 0.012),
            (0.0138, 0.022),
            (0.0065, 0.026),
            (0, 0.027),
        ]
        put(move(lathe(rounded_profile(case, 0.0012), segments=40), v, 0, 0), "body", "valves")
        put(move(rod((0, 0, 0.02), (0, 0, 0.05), 0.0026), v, 0, 0), "metal", "stems")
        put(cylinder(0.0088, 0.005, bevel=0.0015, at=(v, 0, 0.049)), "body", "buttons")
        put(cylinder(0.0068, 0.0015, bevel=0.0005, at=(v, 0, 0.0535)), "pearl", "buttons")
    mouth = [
        (0.0042, 0.0),
        (0.0048, -0.045),
        (0.0062, -0.055),
        (0.0095, -0.062),
        (0.0112, -0.074),
        (0.0138, -0.079),
        (0.0138, -0.083),
        (0.0118, -0.085),
        (0.0085, -0.083),
        (0.006, -0.07),
        (0.0, -0.066),
    ]
    put(move(rotate(lathe(smooth_path(mouth, 60), segments=40), 0, 90), -0.235, 0.016, 0), "metal", "mouthpiece")
    for v in (-0.12, 0.05):
        put(rod((v, -0.014, 0), (v, 0.016, 0), 0.0028), "body", "braces")
    put(move(rotate(torus(0.011, 0.0022, segments=32, sides=10), 90), 0.072, 0.004, -0.013), "body", "ring")
    put(
        sweep(smooth_path([(0.06, 0.016, 0.005), (0.06, 0.016, 0.022), (0.045, 0.016, 0.03), (0.032, 0.016, 0.022)], 20), 0.0022, sides=10),
        "body",
        "hook",
    )
    for o in made:
        rotate(rotate(o, 0, 90), 0, 0, -14)
