# SPDX-License-Identifier: GPL-3.0-or-later
"""The nursery: a rag doll, a rocking horse, a music box with its dancer."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    displace,
    ellipsoid,
    extrude,
    field,
    from_geometry,
    lathe,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    sphere,
    sweep,
    torus,
)
from diorama_stage.kit.growth import Growth
from diorama_stage.kit.parts import rod, tint, toward
from diorama_stage.kit.sculpt import Clay, Part
from diorama_stage.kit.seams import Skin, ribbon, thread
from diorama_stage.props.registry import prop


def _at(*rows) -> np.ndarray:
    return np.array(rows, float)


@prop("doll")
def doll(spec: Spec, b: Builder) -> None:
    """A rag doll, sitting: stuffed cloth limbs, plaits of wool, button eyes, a stitched smile, a dress with an apron, shoes."""
    skin = b.choose("#e9c3a0", "#e6bd98", "#b07a52", "#8a5a3a")
    dress = b.choose("#a8344a", "#3f6a9c", "#6a8a4a", "#8a5a9c")
    b.slot("skin", "cotton", skin, role="trim")
    b.slot("body", "cotton", dress)
    b.slot("hair", "wool", b.choose("#6b3a1c", "#c9862c", "#b0401c", "#3a2416"), role="fixed")
    b.slot("apron", "linen", "#f1ece0", role="fixed")
    b.slot("eyes", "lacquer", "#1c1a1c", role="fixed")
    b.slot("thread", "cotton", "#a8283a", role="fixed")
    b.slot("shoes", "felt", "#2c2420", role="fixed")
    head_z = 0.285
    parts = [
        Part(_at((0, 0, head_z, 0.0)), 0.0, radii=np.array((0.058, 0.05, 0.056)), turn=np.eye(3)),
        Part(_at((0, 0.004, 0.2, 0.02), (0, 0.002, 0.25, 0.018)), 0.012),
    ]
    head = b.add(from_geometry("head", *Clay(parts, 0.0026).skin(3), smooth=180), "skin", "head")
    limbs = []
    for s in (-1, 1):
        limbs.append(
            Part(
                _at((s * 0.045, 0.0, 0.195, 0.017), (s * 0.088, -0.012, 0.145, 0.016), (s * 0.098, -0.035, 0.085, 0.0155), (s * 0.096, -0.045, 0.07, 0.0175)),
                0.008,
            )
        )
        limbs.append(Part(_at((s * 0.032, -0.02, 0.032, 0.025), (s * 0.05, -0.1, 0.028, 0.0215), (s * 0.062, -0.17, 0.026, 0.0205)), 0.008))
    b.add(from_geometry("limbs", *Clay(limbs, 0.0026).skin(3), smooth=180), "skin", "limbs")
    shoes = [Part(_at((s * 0.064, -0.176, 0.024, 0.0235), (s * 0.069, -0.19, 0.05, 0.0195)), 0.01) for s in (-1, 1)]
    b.add(from_geometry("shoes", *Clay(shoes, 0.0024).skin(2), smooth=180), "shoes")
    _dress(b)
    _face(b, Skin(head), head_z)
    _plaits(b, head_z)


def _dress(b: Builder) -> None:
    """A bodice, puffed sleeves, a gathered skirt spread over the legs, a lace hem and an apron."""
    b.add(
        lathe(
            smooth_path([(0.0, 0.05), (0.055, 0.05), (0.05, 0.1), (0.042, 0.14), (0.044, 0.18), (0.036, 0.212), (0.02, 0.222), (0, 0.222)], 60),
            segments=64,
            squash=0.8,
            smooth=180,
        ),
        "body",
        "dress",
    )
    t, a = np.linspace(0, 1, 30)[:, None], np.linspace(0, 2 * math.pi, 180)[None, :]
    fold = 1 + 0.07 * t * np.sin(15 * a) + 0.03 * t * np.sin(26 * a + 1)
    ahead = np.clip(-np.sin(a), 0, 1)
    r = (0.043 + (0.07 + 0.05 * ahead) * t**0.8) * fold
    z = 0.142 - 0.128 * t**1.1 + ahead * 0.045 * np.sin(np.pi * t * 0.8) + 0 * a
    grid = np.stack([r * np.cos(a), r * np.sin(a) * 0.95, np.maximum(z, 0.004)], axis=-1)
    b.add(Growth().sheet(grid, 1.0, 0.0022).object("skirt"), "body", "skirt")
    hem = grid[-1] * (1.01, 1.01, 1.0)
    b.add(sweep(hem, 0.004 * (1 + 0.3 * np.sin(np.linspace(0, 240, 180))), sides=8), "apron", "lace")
    front = (np.abs(a - 1.5 * math.pi) < 0.62)[0]
    apron = grid[:25, front] + (0, -0.0035, 0.0035)
    b.add(Growth().sheet(apron, 1.0, 0.0016).object("apron"), "apron")
    band = np.column_stack([0.0455 * np.cos(a[0]), 0.0365 * np.sin(a[0]), np.full(180, 0.142)])
    b.add(sweep(band, 0.005, sides=10, flat=0.5), "apron", "apron")
    for s in (-1, 1):
        b.add(displace(move(rotate(ellipsoid(0.03, 0.026, 0.034, segments=48), 0, s * 34), s * 0.055, -0.002, 0.188), 0.003, 0.016, seed=3), "body", "sleeves")
        cuff = torus(0.0185, 0.003, segments=48, sides=10)
        b.add(move(rotate(cuff, 0, s * 40), s * 0.074, -0.006, 0.166), "apron", "lace")
    collar = np.column_stack([0.03 * np.cos(a[0]) * (1 + 0.08 * np.cos(12 * a[0])), 0.026 * np.sin(a[0]) * (1 + 0.08 * np.cos(12 * a[0])), np.full(180, 0.219)])
    b.add(sweep(collar, 0.0052, sides=10, flat=0.6), "apron", "lace")


def _face(b: Builder, skin: Skin, z: float) -> None:
    """Buttons for eyes, a stitched smile and nose, blushed cheeks."""
    for s in (-1, 1):
        spot, _ = skin.cast([(s * 0.021, -0.2, z + 0.006)], (0, 1, 0), 0.0006)
        eye = lathe(rounded_profile([(0, 0), (0.0074, 0), (0.0074, 0.0026), (0.0052, 0.0034), (0, 0.0024)], 0.0008), segments=32)
        b.add(move(rotate(eye, 90, 0, s * 22), *spot[0]), "eyes")
        for k in range(3):
            lash = [(s * (0.023 + 0.003 * k), -0.2, z + 0.0145), (s * (0.025 + 0.0048 * k), -0.2, z + 0.0205 - 0.0012 * k)]
            b.add(sweep(skin.cast(np.linspace(lash[0], lash[1], 5), (0, 1, 0), 0.0008)[0], 0.0007, sides=6), "eyes", "lashes")
        blush, _ = skin.cast([(s * 0.033, -0.2, z - 0.013)], (0, 1, 0), 0.0)
        b.slot("blush", "felt", "#e08a86", role="fixed")
        b.add(move(rotate(cylinder(0.0082, 0.0012, bevel=0.0005, segments=32), 90, 0, s * 34), *(blush[0] + (0, 0.0002, 0))), "blush")
    u = np.linspace(-1, 1, 30)
    smile = np.column_stack([0.018 * u, np.full(30, -0.2), z - 0.026 + 0.0085 * u * u])
    b.add(thread(skin.cast(smile, (0, 1, 0), 0.0008)[0], 0.003, 0.0011, gap=0.15), "thread", "smile")
    nose = np.column_stack([np.zeros(4), np.full(4, -0.2), np.linspace(z - 0.008, z - 0.004, 4)])
    b.add(sweep(skin.cast(nose, (0, 1, 0), 0.0008)[0], 0.0016, sides=8), "thread", "nose")


def _plaits(b: Builder, z: float) -> None:
    """Strands of wool over the crown from a parting, two plaits tied with ribbon."""
    wool = Growth()
    for row in np.linspace(-0.038, 0.05, 26):
        for s in (-1, 1):
            t = np.linspace(0, 1, 14)
            polar = 1.62 * t
            width, deep = 0.061, math.sqrt(max(1 - (row / 0.058) ** 2, 0.02))
            x = s * width * deep * np.sin(polar)
            y = row * (1 - 0.4 * t) + 0.012 * t + b.rng.uniform(-0.0008, 0.0008)
            h = z + 0.0595 * deep * np.cos(polar) + 0.001
            wool.tube(np.column_stack([x, y, h]), 0.0024, 6, b.rng.uniform(0.8, 1.2))
    for s in (-1, 1):
        for k in range(3):
            t = np.linspace(0, 1, 90)
            q = 2 * math.pi * (4.2 * t + k / 3)
            x = s * (0.06 + 0.012 * np.sin(2.2 * t)) + 0.0055 * np.cos(q)
            wool.tube(
                np.column_stack([x, 0.012 - 0.03 * t + 0.0055 * np.sin(2 * q) * 0.7, z - 0.002 - 0.105 * t]),
                0.0052 * (1 - 0.2 * t),
                8,
                b.rng.uniform(0.85, 1.15),
            )
        for _ in range(12):
            foot = np.array((s * 0.0695, -0.018, z - 0.107))
            wool.tube(
                [
                    foot,
                    foot + (b.rng.uniform(-0.006, 0.006), b.rng.uniform(-0.006, 0.006), -0.012),
                    foot + (b.rng.uniform(-0.009, 0.009), b.rng.uniform(-0.009, 0.009), -0.024),
                ],
                0.002,
                5,
                b.rng.uniform(0.8, 1.2),
            )
        b.add(torus(0.0082, 0.0032, at=(s * 0.0695, -0.018, z - 0.105), segments=32, sides=10), "body", "ribbons")
        for d in (-1, 1):
            b.add(move(rotate(ellipsoid(0.011, 0.0035, 0.0062, segments=24), 0, d * 24), s * 0.0695 + d * 0.011, -0.024, z - 0.104), "body", "ribbons")
    b.add(wool.object("hair"), "hair")


@prop("rocking_horse")
def rocking_horse(spec: Spec, b: Builder) -> None:
    """A carved and painted horse at the gallop on bowed rockers: mane and tail of hair, saddle, bridle, dapples."""
    coat = b.choose("#d9d6d0", "#b98a58", "#f0ead8", "#8a5a34")
    b.slot("body", "lacquer", coat, finish=("satin",))
    b.slot("rockers", "wood", b.choose("#8a2a20", "#2f5a3a", "#7a4a26"), role="trim", finish=("satin",))
    b.slot("hair", "wool", "#3a2a1e", role="fixed")
    b.slot("leather", "leather", "#8a1f22", role="fixed")
    b.slot("metal", "brass", "#c9a24a", role="fixed")
    b.slot("eyes", "lacquer", "#15110f", role="fixed")
    parts = [
        Part(_at((-0.2, 0, 0.62, 0.115), (-0.05, 0, 0.6, 0.105), (0.12, 0, 0.62, 0.112)), 0.06),
        Part(_at((0.15, 0, 0.66, 0.095), (0.25, 0, 0.78, 0.07), (0.3, 0, 0.9, 0.056)), 0.06, thin=np.array((0, 0.85, 0))),
        Part(_at((0.29, 0, 0.94, 0.058), (0.36, 0, 0.89, 0.05), (0.43, 0, 0.82, 0.036), (0.45, 0, 0.8, 0.034)), 0.03, thin=np.array((0, 0.85, 0))),
    ]
    for s in (-1, 1):
        parts.append(Part(_at((0.275, s * 0.03, 0.98, 0.015), (0.268, s * 0.036, 1.03, 0.005)), 0.012))
        parts.append(
            Part(
                _at(
                    (0.14, s * 0.07, 0.58, 0.056),
                    (0.28, s * 0.075, 0.5, 0.035),
                    (0.37, s * 0.075, 0.42, 0.026),
                    (0.43, s * 0.075, 0.3, 0.021),
                    (0.455, s * 0.075, 0.26, 0.028),
                ),
                0.03,
            )
        )
        parts.append(
            Part(
                _at(
                    (-0.22, s * 0.07, 0.58, 0.07),
                    (-0.3, s * 0.075, 0.47, 0.043),
                    (-0.37, s * 0.075, 0.38, 0.027),
                    (-0.44, s * 0.075, 0.27, 0.021),
                    (-0.465, s * 0.075, 0.24, 0.028),
                ),
                0.03,
            )
        )
    points, quads = Clay(parts, 0.0075).skin(3)
    dapple = np.clip(field(points, 0.07, seed=spec.seed, octaves=1) - 0.25, 0, 1) * np.clip((points[:, 2] - 0.45) / 0.1, 0, 1)
    hoof = np.clip((0.275 - points[:, 2]) / 0.012, 0, 1)
    tone = toward(coat, "#6a625c", np.clip(0.5 * dapple, 0, 0.5)) * (1 - 0.82 * hoof)[:, None]
    b.add(tint(from_geometry("horse", points, quads, smooth=180), lambda _: tone), "body", "horse")
    _tack(b)
    _mane(b)
    a = np.linspace(-0.62, 0.62, 60)
    for s in (-1, 1):
        curve = np.column_stack([1.15 * np.sin(a), np.full(60, s * 0.15), 1.17 - 1.15 * np.cos(a)])
        b.add(ribbon(curve, (0, 1, 0), 0.042, 0.05), "rockers")
        for x, z in ((0.455, 0.23), (-0.465, 0.21)):
            b.add(rod((x, s * 0.075, z + 0.02), (x, s * 0.15, 0.115), 0.018), "rockers", "struts")
    for x in (0.455, -0.465):
        b.add(rod((x, -0.15, 0.125), (x, 0.15, 0.125), 0.02), "rockers", "struts")
    b.add(box(0.3, 0.32, 0.02, bevel=0.005, at=(0, 0, 0.045)), "rockers", "struts")
    for objects in b._parts.values():
        for o in objects:
            rotate(o, 0, 0, 180 + 16)


def _tack(b: Builder) -> None:
    """Saddle with its girth and stirrups, bridle, reins, eyes."""
    t, s = np.linspace(-1, 1, 30)[:, None], np.linspace(-1, 1, 31)[None, :]
    seat = np.stack(
        [-0.05 + 0.11 * t * (1 - 0.15 * s**2) + 0 * s, 0.118 * np.sin(1.35 * s) + 0 * t, 0.6 + 0.118 * np.cos(1.35 * s) + 0.035 * t**2 * (1 - 0.6 * s**2)],
        axis=-1,
    )
    b.add(Growth().sheet(seat, 1.0, 0.012).object("saddle"), "leather", "saddle")
    q = np.linspace(0, 2 * math.pi, 50)
    b.add(ribbon(np.column_stack([np.full(50, -0.05), 0.11 * np.sin(q), 0.6 + 0.11 * np.cos(q)]), (1, 0, 0), 0.03, 0.006), "leather", "girth")
    for side in (-1, 1):
        b.add(
            ribbon(np.array([(-0.03, side * 0.122, 0.6), (-0.03, side * 0.128, 0.5), (-0.03, side * 0.128, 0.43)]), (1, 0, 0), 0.022, 0.004),
            "leather",
            "stirrups",
        )
        b.add(move(rotate(torus(0.036, 0.006, segments=40, sides=10), 90), -0.03, side * 0.128, 0.395), "metal", "stirrups")
        b.add(ellipsoid(0.011, 0.008, 0.012, at=(0.335, side * 0.04, 0.93), segments=24), "eyes")
        b.add(
            sweep(
                smooth_path([(0.42, side * 0.036, 0.83), (0.34, side * 0.06, 0.83), (0.18, side * 0.085, 0.8), (0.05, 0.0, 0.745)], 40),
                0.006,
                sides=10,
                flat=0.5,
            ),
            "leather",
            "reins",
        )
        b.add(
            sweep(
                smooth_path([(0.42, side * 0.036, 0.83), (0.36, side * 0.048, 0.88), (0.285, side * 0.05, 0.95), (0.28, 0, 0.985)], 30),
                0.0065,
                sides=10,
                flat=0.5,
            ),
            "leather",
            "bridle",
        )
        b.add(ellipsoid(0.012, 0.005, 0.012, at=(0.42, side * 0.037, 0.83), segments=24), "metal", "bridle")
    noseband = np.column_stack([0.41 + 0.02 * np.cos(q), 0.036 * np.sin(q), 0.838 + 0.036 * np.cos(q)])
    b.add(sweep(noseband, 0.0065, sides=10, flat=0.5), "leather", "bridle")


def _mane(b: Builder) -> None:
    """Locks of hair down the neck, a forelock, a flowing tail."""
    hair = Growth()
    for k in range(170):
        u = b.rng.random()
        root = np.array((0.165 + 0.105 * u, b.rng.uniform(-0.008, 0.008), 0.765 + 0.21 * u)) + np.array((-0.035, 0, 0.0))
        side = 1 if k % 4 else -1
        tip = root + np.array((-0.03 - 0.05 * b.rng.random(), -side * b.rng.uniform(0.05, 0.085), -b.rng.uniform(0.08, 0.15)))
        hair.tube(smooth_path([root, root + (-0.02, -side * 0.035, 0.012), tip], 10), np.linspace(0.0042, 0.0012, 10), 6, b.rng.uniform(0.7, 1.4))
    for _ in range(22):
        root = np.array((0.285, b.rng.uniform(-0.012, 0.012), 0.99))
        hair.tube(
            smooth_path([root, root + (0.035, b.rng.uniform(-0.02, 0.02), 0.0), root + (0.06, b.rng.uniform(-0.03, 0.03), -0.06)], 10),
            np.linspace(0.0038, 0.001, 10),
            6,
            b.rng.uniform(0.7, 1.4),
        )
    for _ in range(110):
        root = np.array((-0.3, b.rng.uniform(-0.012, 0.012), 0.66 + b.rng.uniform(-0.012, 0.012)))
        hair.tube(
            smooth_path(
                [
                    root,
                    root + (-0.07, b.rng.uniform(-0.02, 0.02), 0.03),
                    root + (-0.15, b.rng.uniform(-0.045, 0.045), -0.08),
                    root + (-0.16 + b.rng.uniform(-0.03, 0.04), b.rng.uniform(-0.05, 0.05), -0.27 + b.rng.uniform(-0.03, 0.05)),
                ],
                16,
            ),
            np.linspace(0.0045, 0.001, 16),
            6,
            b.rng.uniform(0.7, 1.4),
        )
    b.add(hair.object("hair"), "hair")


@prop("music_box")
def music_box(spec: Spec, b: Builder) -> None:
    """An open box lined with velvet, a mirror in its lid, a dancer on a turning disc, a winding key."""
    w, d, h, wall = 0.15, 0.11, 0.062, 0.008
    b.slot("body", "walnut", b.choose("#5a3420", "#6b4026", "#3f2416"), finish=("glossy",))
    b.slot("velvet", "velvet", b.choose("#8a1f34", "#4a2f6a", "#1f3f6a"), role="trim")
    b.slot("mirror", "chrome", role="fixed")
    b.slot("metal", "brass", "#d0a848", role="fixed", finish=("polished",))
    b.slot("skin", "porcelain", "#f0d2bc", role="fixed")
    b.slot("tutu", "silk", b.choose("#f2b8cc", "#f4f0ee", "#b8d0f0"), role="fixed")
    b.slot("hair", "lacquer", "#3a2416", role="fixed")
    b.add(box(w, d, 0.008, bevel=0.002), "body", "box")
    for y in (-d / 2 + wall / 2, d / 2 - wall / 2):
        b.add(box(w, wall, h, bevel=0.002, at=(0, y, 0)), "body", "box")
    for x in (-w / 2 + wall / 2, w / 2 - wall / 2):
        b.add(box(wall, d - wall, h, bevel=0.002, at=(x, 0, 0)), "body", "box")
    b.add(box(w - 2 * wall, d - 2 * wall, 0.004, bevel=0.001, at=(0, 0, h - 0.016)), "velvet", "lining")
    lid = [
        (box(w, d, 0.016, bevel=0.003, at=(0, -d / 2, 0.0)), "body", "lid"),
        (box(w - 0.02, d - 0.02, 0.002, bevel=0.0005, at=(0, -d / 2, -0.0015)), "velvet", "lid"),
        (box(w - 0.034, d - 0.034, 0.0016, bevel=0.0005, at=(0, -d / 2, -0.0026)), "mirror", "mirror"),
    ]
    for o, slot, part in lid:
        b.add(move(rotate(o, -78, 0, 0), 0, d / 2, h + 0.001), slot, part)
    for x in (-0.045, 0.045):
        b.add(rod((x - 0.01, d / 2 + 0.002, h), (x + 0.01, d / 2 + 0.002, h), 0.0032), "metal", "hinges")
    b.add(rod((w / 2, 0, 0.03), (w / 2 + 0.014, 0, 0.03), 0.003), "metal", "key")
    b.add(
        move(
            rotate(
                extrude(
                    [
                        (0.011 * math.cos(a) * (1 + 0.35 * math.cos(2 * a)), 0.011 * math.sin(a) * (1 + 0.35 * math.cos(2 * a)))
                        for a in np.linspace(0, 2 * math.pi, 40, endpoint=False)
                    ],
                    0.003,
                    bevel=0.0008,
                ),
                0,
                90,
                0,
            ),
            w / 2 + 0.013,
            0,
            0.03,
        ),
        "metal",
        "key",
    )
    b.add(box(0.016, 0.004, 0.018, bevel=0.001, at=(0, -d / 2 - 0.001, h - 0.022)), "metal", "clasp")
    for x in (-1, 1):
        for y in (-1, 1):
            b.add(sphere(0.007, at=(x * (w / 2 - 0.01), y * (d / 2 - 0.01), -0.003), segments=20), "metal", "feet")
    _dancer(b, h - 0.012)


def _dancer(b: Builder, z: float) -> None:
    """A ballerina on one toe, arms over her head, one leg drawn up, her skirt a ruffled disc."""
    b.add(cylinder(0.024, 0.004, bevel=0.001, at=(0, -0.005, z)), "metal", "disc")
    base = z + 0.004
    limbs = [
        Part(_at((0, -0.005, base, 0.0012), (0, -0.005, base + 0.02, 0.0028), (0, -0.005, base + 0.038, 0.0036)), 0.001),
        Part(_at((0.003, -0.005, base + 0.038, 0.0036), (0.014, -0.008, base + 0.03, 0.003), (0.004, -0.006, base + 0.02, 0.0018)), 0.001),
        Part(_at((0, -0.005, base + 0.052, 0.0046), (0, -0.005, base + 0.066, 0.0046)), 0.003),
        Part(_at((0, -0.005, base + 0.069, 0.0022), (0, -0.005, base + 0.074, 0.002)), 0.002),
        Part(_at((0, -0.006, base + 0.08, 0.0054), (0, -0.006, base + 0.0805, 0.0054)), 0.001),
    ]
    for s in (-1, 1):
        limbs.append(
            Part(
                _at(
                    (s * 0.0055, -0.005, base + 0.066, 0.0019),
                    (s * 0.0165, -0.006, base + 0.08, 0.0017),
                    (s * 0.0125, -0.006, base + 0.094, 0.0015),
                    (s * 0.003, -0.006, base + 0.1, 0.0012),
                ),
                0.002,
            )
        )
    b.add(from_geometry("dancer", *Clay(limbs, 0.0009).skin(2), smooth=180), "skin", "dancer")
    t, a = np.linspace(0, 1, 14)[:, None], np.linspace(0, 2 * math.pi, 120)[None, :]
    for k in range(3):
        r = 0.004 + (0.024 - 0.003 * k) * t
        ruffle = 0.0022 * t * np.sin((14 + 3 * k) * a + k) + 0.0015 * k * t
        grid = np.stack([r * np.cos(a), -0.005 + r * np.sin(a), base + 0.044 + 0.002 * np.sin(np.pi * t) - 0.003 * t**2 + ruffle], axis=-1)
        b.add(Growth().sheet(grid, 1.0, 0.0004).object("tutu"), "tutu", "skirt")
    b.add(
        move(lathe(smooth_path([(0.0046, 0.0), (0.0042, 0.006), (0.0056, 0.016), (0.0052, 0.021), (0.0048, 0.022)], 20), segments=32), 0, -0.005, base + 0.043),
        "tutu",
        "bodice",
    )
    b.add(ellipsoid(0.0056, 0.0054, 0.005, at=(0, -0.0045, base + 0.0818), segments=24), "hair")
    b.add(ellipsoid(0.0029, 0.0029, 0.0027, at=(0, -0.002, base + 0.0872), segments=20), "hair")
