# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in a bathroom and before product photographers: pump bottles, droppers, lipstick."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, label_arc, lathe, move, rotate, rounded_profile, smooth_path, sweep
from diorama_stage.props.registry import prop


def _labelled(spec: Spec, b: Builder, r: float, z0: float, z1: float) -> None:
    """The asked label, printed on the front."""
    for label in spec.labels[:1]:
        b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(label_arc(r, z0, z1, 150), "label")


@prop("pump_bottle")
def pump_bottle(spec: Spec, b: Builder) -> None:
    """A round bottle with a lotion pump."""
    r, h = b.vary(0.031, 0.06), b.vary(0.125, 0.06)
    b.slot("body", "plastic", b.choose("#e9e4da", "#d9c3b0", "#b8c4b4", "#8a5a22"))
    b.slot("pump", "plastic", b.choose("#f2f0ea", "#1d1d1d"), role="trim")
    corner = b.choose(0.004, 0.009, 0.016)
    outline = rounded_profile([(0, 0), (r, 0), (r, h), (0.0145, h + 0.004), (0.0145, h + 0.009), (0, h + 0.009)], corner)
    b.add(lathe(outline, segments=96), "body")
    z = h + 0.007
    b.add(lathe(rounded_profile([(0, z), (0.0168, z), (0.0168, z + 0.017), (0.0152, z + 0.019), (0.0062, z + 0.0195), (0.0058, z + 0.026), (0, z + 0.026)], 0.0008), segments=72), "pump")
    ribs = [rotate(box(0.0012, 0.0006, 0.0135, bevel=0.0002, at=(0, -0.0169, z + 0.0085)), 0, 0, 360 * k / 48) for k in range(48)]
    b.add(join(ribs), "pump")
    b.add(cylinder(0.0034, 0.018, bevel=0.0004, segments=32, at=(0, 0, z + 0.024)), "pump")
    top = z + 0.041
    b.add(lathe(rounded_profile([(0, top), (0.0098, top), (0.0105, top + 0.004), (0.0095, top + 0.0115), (0, top + 0.0125)], 0.0012), segments=56), "pump", "head")
    spout = smooth_path([(-0.004, 0, top + 0.007), (0.016, 0, top + 0.0078), (0.027, 0, top + 0.0062), (0.0315, 0, top + 0.001)], 24)
    turn = b.choose(-30, 25, 150)
    b.add(rotate(sweep(spout, np.linspace(0.0048, 0.0034, 24), sides=20), 0, 0, turn), "pump", "head")
    _labelled(spec, b, r, h * 0.24, h * 0.74)
    b.footprint = "round"


@prop("dropper_bottle")
def dropper_bottle(spec: Spec, b: Builder) -> None:
    """A glass bottle of serum: its pipette seen through the wall, a ribbed collar, a rubber bulb."""
    r, h = b.vary(0.0165, 0.05), b.vary(0.062, 0.05)
    b.slot("body", "glass", b.choose("#9a5a1e", "#dfe8e2", "#3f6b4a"), params={"wall": 0.002})
    b.slot("collar", "plastic", b.choose("#1d1d1d", "#efece4", "#b9945a"), role="trim")
    b.slot("bulb", "rubber", b.choose("#e9e5dc", "#1b1b1b"), role="fixed")
    b.slot("contents", "liquid", role="fixed", params={"of": "oil" if spec.contents is None else spec.contents, "closed": True})
    wall = 0.0016
    out = [(0, 0), *rounded_profile([(r, 0), (r, h), (0.0085, h + 0.006), (0.0085, h + 0.012)], 0.004), (0.0068, h + 0.012)]
    inner = rounded_profile([(0.0068, h + 0.006), (r - wall, h - 0.001), (r - wall, 0.0045)], 0.003)
    b.add(lathe([*out, *inner, (0, 0.0045)], segments=80), "body")
    level = h * 0.72
    b.add(lathe([(0, 0.0043), *rounded_profile([(r - wall + 0.0002, 0.0043), (r - wall + 0.0002, level)], 0.0025), (0, level)], segments=72), "contents")
    z = h + 0.009
    b.add(lathe(rounded_profile([(0.0, z + 0.001), (0.0105, z), (0.0108, z + 0.013), (0.0072, z + 0.0145), (0, z + 0.0145)], 0.0006), segments=72), "collar")
    b.add(join([rotate(box(0.0009, 0.0005, 0.011, bevel=0.0002, at=(0, -0.0108, z + 0.0066)), 0, 0, 360 * k / 40) for k in range(40)]), "collar")
    bulb = smooth_path([(0.0062, z + 0.013), (0.0064, z + 0.018), (0.0078, z + 0.024), (0.0074, z + 0.034), (0.0045, z + 0.0392), (0, z + 0.0402)], 40)
    b.add(lathe([(0, z + 0.013), *map(tuple, bulb)], segments=56, smooth=180), "bulb", "dropper")
    b.slot("pipette", "glass", "#f2f4f2", role="fixed")
    b.add(lathe(rounded_profile([(0, 0.012), (0.0012, 0.012), (0.0029, 0.024), (0.0029, z)], 0.0008), segments=32), "pipette")
    _labelled(spec, b, r, h * 0.2, h * 0.72)
    b.footprint = "round"


@prop("lipstick")
def lipstick(spec: Spec, b: Builder) -> None:
    """Open: the bullet twisted up, cut at a slant; its cap beside it."""
    b.slot("body", "wax", b.choose("#a3142a", "#b8425a", "#8a3a34"))
    b.slot("case", "plastic", b.choose("#17171a", "#f0ebe4", "#b9945a"), role="trim")
    b.slot("ring", "gold", role="fixed")
    b.add(lathe(rounded_profile([(0, 0), (0.0098, 0), (0.0098, 0.032), (0, 0.032)], 0.0012), segments=64), "case")
    b.add(lathe(rounded_profile([(0, 0.031), (0.0086, 0.031), (0.0086, 0.05), (0.0066, 0.05), (0.0066, 0.047), (0, 0.047)], 0.0006), segments=64), "ring")
    bullet = lathe(rounded_profile([(0, 0.045), (0.0061, 0.045), (0.0061, 0.074), (0, 0.074)], 0.0012), segments=64)
    for v in bullet.data.vertices:
        if v.co.z > 0.06:
            v.co.z = min(v.co.z, 0.0715 + 0.9 * v.co.x - 4 * v.co.y * v.co.y)
    b.add(bullet, "body")
    if not spec.has("closed"):
        cap = lathe(rounded_profile([(0, 0), (0.0102, 0), (0.0102, 0.048), (0.0088, 0.048), (0.0088, 0.003), (0, 0.003)], 0.001), segments=64)
        b.add(move(rotate(cap, 0, 90, b.choose(20, 35)), 0.024, -0.012, 0.0102), "case", "cap")


@prop("cutting_board")
def cutting_board(spec: Spec, b: Builder) -> None:
    """A board of one plank with a handle and a hole to hang it by."""
    from diorama_stage.kit import boolean, extrude

    w, d, t = b.vary(0.25, 0.06), b.vary(0.17, 0.06), 0.018
    b.slot("body", "walnut" if b.rng.random() < 0.4 else "oak")
    a = np.linspace(0, 2 * math.pi, 97)[:-1]
    body = np.stack([np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.22 * w / 2, np.sign(np.sin(a)) * np.abs(np.sin(a)) ** 0.22 * d / 2], axis=-1)
    grip = [(x, y) for x, y in body if x < w / 2 - 0.02 or abs(y) > 0.03]
    right = sorted([(x, y) for x, y in grip if x > 0 and y > 0], key=lambda p: math.atan2(p[1], p[0]))
    outline = [(w / 2 + 0.012, 0.019), (w / 2 + 0.085, 0.016), (w / 2 + 0.098, 0.0), (w / 2 + 0.085, -0.016), (w / 2 + 0.012, -0.019)][::-1]
    rest = sorted([(x, y) for x, y in grip if not (x > 0 and y > 0)], key=lambda p: math.atan2(p[1], p[0]) % (2 * math.pi))
    plank = extrude([*outline, *right, *rest], t, bevel=0.003)
    hole = cylinder(0.006, 0.06, bevel=0.0, segments=32, at=(w / 2 + 0.08, 0, -0.02))
    b.add(boolean(plank, hole), "body")
    if spec.named("cheese", "charcuterie"):
        _cheeses(b, t)
    b.support("top", -w / 2 + 0.01, w / 2 - 0.01, -d / 2 + 0.01, d / 2 - 0.01, t)


def _cheeses(b: Builder, z: float) -> None:
    """A wedge with its rind, a half wheel, a few slices."""
    from diorama_stage.kit import extrude

    b.slot("cheese", "cheese", "#e8b84a", role="fixed")
    b.slot("rind", "paper", "#efe6d2", role="fixed")
    b.add(move(rotate(extrude([(0, 0), (0.085, -0.026), (0.085, 0.026)], 0.042, bevel=0.003), 0, 0, 25), -0.1, -0.03, z), "cheese")
    a = np.linspace(0.5, 2 * math.pi - 0.5, 60)
    wheel = [(0, 0), *[(0.04 * math.cos(u), 0.04 * math.sin(u)) for u in a]]
    b.add(move(rotate(extrude(wheel, 0.026, bevel=0.004), 0, 0, 220), 0.06, 0.025, z), "rind")
    for k in range(4):
        b.add(move(rotate(box(0.042, 0.03, 0.004, bevel=0.001), 0, 14 if k else 0, 12 * k - 20), -0.005 + 0.017 * k, -0.05, z + 0.004), "cheese")
