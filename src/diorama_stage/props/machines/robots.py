# SPDX-License-Identifier: GPL-3.0-or-later
"""Machines that move by themselves: a robot arm, a quadcopter, a 3D printer."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, label_plane, lathe, loft, move, rotate, rounded_profile, rounded_rectangle, smooth_path, sweep
from diorama_stage.kit.parts import add_rod, slab
from diorama_stage.props.registry import prop


def joint(x: float, z: float, radius: float, width: float):
    """A drum across the plane of the arm, its caps rounded."""
    profile = rounded_profile(
        [(0, -width / 2), (radius * 0.86, -width / 2), (radius, -width * 0.38), (radius, width * 0.38), (radius * 0.86, width / 2), (0, width / 2)],
        radius * 0.12,
    )
    return move(rotate(lathe(profile, segments=56), 90), x, 0, z)


def link(a, c, ra: float, rc: float, width: float):
    """A cast limb between two joints (x, z), thicker at its first."""
    a, c = np.asarray(a, float), np.asarray(c, float)
    way = (c - a) / np.linalg.norm(c - a)
    side = np.array((-way[1], way[0]))
    t = np.linspace(np.pi / 2, 3 * np.pi / 2, 16)
    first = [a + ra * (np.cos(q) * way + np.sin(q) * side) for q in t]
    second = [c - rc * (np.cos(q) * way + np.sin(q) * side) for q in t]
    return slab([*first, *second], width, bevel=0.02, segments=4)


@prop("robot_arm")
def robot_arm(spec: Spec, b: Builder) -> None:
    """An industrial robot: a turning foot, shoulder, elbow and wrist as drums between cast limbs, cables along it, a gripper of two fingers at the left."""
    b.slot("body", "paint", b.choose("#e2641a", "#e2641a", "#e0b21c", "#e9eaea"), finish=("satin",))
    b.slot("dark", "plastic", "#202225", role="trim")
    b.slot("metal", "brushed_steel", "#b9bcbf", role="fixed")
    base = [(0, 0), (0.3, 0), (0.3, 0.04), (0.25, 0.05), (0.24, 0.2), (0.26, 0.22), (0.26, 0.32), (0.2, 0.36), (0, 0.36)]
    b.add(lathe(rounded_profile(base, 0.02), segments=72), "dark", "base")
    b.add(
        join([cylinder(0.018, 0.02, segments=6, at=(0.275 * math.cos(a), 0.275 * math.sin(a), 0.038)) for a in np.linspace(0, 2 * math.pi, 8, endpoint=False)]),
        "metal",
        "bolts",
    )
    b.add(slab([(-0.2, 0.3), (0.22, 0.3), (0.2, 0.62), (0.02, 0.72), (-0.16, 0.6)], 0.34, bevel=0.05, segments=5), "body", "shoulder")
    shoulder, elbow, wrist = (0.03, 0.58), (0.3, 1.32), (-0.5, 1.5)
    for (x, z), r, w in ((shoulder, 0.17, 0.46), (elbow, 0.14, 0.36), (wrist, 0.085, 0.2)):
        b.add(joint(x, z, r, w), "dark", "joints")
    b.add(link(shoulder, elbow, 0.17, 0.13, 0.22), "body", "upper arm")
    b.add(link(elbow, wrist, 0.13, 0.075, 0.17), "body", "forearm")
    b.add(box(0.24, 0.2, 0.2, bevel=0.04, at=(0.44, 0, 1.24)), "dark", "motor")
    tip = np.array((-0.68, 1.22))
    b.add(link(wrist, tip + (0.06, 0.09), 0.07, 0.055, 0.13), "body", "wrist")
    cable = smooth_path(
        [(0.2, -0.16, 0.4), (0.3, -0.2, 0.8), (0.46, -0.14, 1.25), (0.3, -0.12, 1.5), (-0.1, -0.1, 1.52), (-0.45, -0.09, 1.62), (-0.6, -0.05, 1.4)], 140
    )
    b.add(sweep(cable, 0.019 + 0.0022 * np.sin(np.arange(140) * 2.2), sides=12), "dark", "cables")
    way = np.array((-0.55, 0, -0.84))
    way /= np.linalg.norm(way)
    hand = np.array((tip[0] + 0.04, 0, tip[1] + 0.06))
    add_rod(b, "metal", hand, hand + way * 0.09, 0.06, "gripper", 40)
    for s in (-1, 1):
        root = hand + way * 0.09 + np.array((0, s * 0.05, 0))
        out = root + way * 0.08 + np.array((0, s * 0.04, 0))
        b.add(sweep([root, out, out + way * 0.06, out + way * 0.13 - np.array((0, s * 0.045, 0))], 0.016, sides=10, flat=1.6, smooth=30), "metal", "gripper")


@prop("drone")
def drone(spec: Spec, b: Builder) -> None:
    """A quadcopter: a flat body, four arms with motors and propellers, two skids, a camera in its gimbal at the front."""
    b.slot("body", "plastic", b.choose("#e8e9e9", "#3a3d42", "#e8e9e9", "#8f9398"), finish=("satin",))
    b.slot("dark", "plastic", "#1a1b1d", role="trim")
    b.slot("metal", "aluminium", "#9a9da0", role="fixed")
    b.slot("lens", "lacquer", "#0c1420", role="fixed")
    b.slot("lights", "emission", "#ff3a22", role="fixed", params={"strength": 3.0})
    rows = ((0.062, 0.075, 0.05), (0.068, 0.1, 0.078), (0.082, 0.11, 0.086), (0.1, 0.094, 0.072), (0.108, 0.06, 0.046))
    b.add(loft([np.column_stack([rounded_rectangle(2 * d, 2 * w, w * 0.75), np.full(32, z)])[:, [1, 0, 2]] for z, d, w in rows], smooth=60), "body")
    for sx in (-1, 1):
        for sy in (-1, 1):
            x, y = sx * 0.17, sy * 0.15
            arm = smooth_path([(sx * 0.04, sy * 0.05, 0.088), (sx * 0.1, sy * 0.1, 0.092), (x, y, 0.092)], 24)
            b.add(sweep(arm, np.interp(np.linspace(0, 1, 24), [0, 1], [0.018, 0.011]), sides=18, flat=0.7), "body", "arms")
            b.add(
                move(
                    lathe(rounded_profile([(0, 0.07), (0.012, 0.07), (0.019, 0.082), (0.019, 0.106), (0.015, 0.112), (0, 0.112)], 0.003), segments=40), x, y, 0
                ),
                "metal",
                "motors",
            )
            turn = b.rng.uniform(0, 180)
            for half in (0, 180):
                b.add(move(rotate(_propeller(), 0, 0, turn + half), x, y, 0.118), "dark", "propellers")
            b.add(cylinder(0.005, 0.008, at=(x, y, 0.112)), "dark", "propellers")
            b.add(move(lathe([(0, 0.064), (0.006, 0.064), (0.006, 0.07), (0, 0.07)], segments=20), x, y, 0), "lights")
        skid = smooth_path(
            [(sx * 0.045, 0.05, 0.066), (sx * 0.085, 0.055, 0.008), (sx * 0.088, 0.0, 0.003), (sx * 0.085, -0.055, 0.008), (sx * 0.045, -0.05, 0.066)], 50
        )
        b.add(sweep(skid, 0.0048, sides=12), "body", "skids")
    b.add(box(0.04, 0.034, 0.02, bevel=0.006, at=(0, -0.085, 0.05)), "dark", "gimbal")
    b.add(box(0.036, 0.036, 0.034, bevel=0.009, segments=4, at=(0, -0.1, 0.022)), "metal", "camera")
    b.add(move(rotate(cylinder(0.013, 0.01, bevel=0.002), 90), 0, -0.116, 0.039), "dark", "camera")
    b.add(move(rotate(cylinder(0.0095, 0.002, bevel=0.0005), 90), 0, -0.1255, 0.039), "lens")


def _propeller():
    """One blade along +X: twisted, broad at a third."""
    rings, t = [], np.linspace(0, 2 * np.pi, 16, endpoint=False)
    for u in np.linspace(0.04, 1, 20):
        chord, twist = float(np.interp(u, [0, 0.1, 0.35, 0.9, 1], [0.004, 0.005, 0.0115, 0.008, 0.002])), math.radians(20 - 14 * u)
        y, z = chord * np.cos(t), 0.0009 * np.sin(t)
        rings.append(np.stack([np.full(16, 0.115 * u), y * math.cos(twist) - z * math.sin(twist), y * math.sin(twist) + z * math.cos(twist)], axis=1))
    return loft(rings, smooth=60)


@prop("printer_3d")
def printer_3d(spec: Spec, b: Builder) -> None:
    """An open 3D printer: a frame of rails, a bed with a half-finished vase, the hot end on its crossbar, a spool of filament on top, a screen."""
    b.slot("frame", "aluminium", "#2a2c2f", finish=("satin",))
    b.slot("dark", "plastic", "#17181a", role="trim")
    b.slot("metal", "steel", "#c3c6c8", role="fixed")
    filament = b.choose("#e2641a", "#2f8fd0", "#3aa655", "#d23a6a")
    b.slot("filament", "plastic", filament, role="fixed")
    b.slot("accent", "plastic", filament, role="trim")
    b.slot("screen", "printed", role="fixed", label={"text": "210 °C\n48 %", "style": "sans", "colour": {"hex": "#d9f2ff"}}, params={"paper": "#123a5f"})
    w, h = 0.4, 0.46
    rails = [box(0.03, 0.03, h, bevel=0.003, at=(s * w / 2, 0.04, 0)) for s in (-1, 1)] + [box(w + 0.03, 0.03, 0.03, bevel=0.003, at=(0, 0.04, h))]
    rails += [box(0.03, 0.4, 0.03, bevel=0.003, at=(s * 0.12, 0, 0.03)) for s in (-1, 1)] + [
        box(w + 0.03, 0.03, 0.04, bevel=0.003, at=(0, y, 0.02)) for y in (-0.18, 0.18)
    ]
    b.add(join(rails), "frame")
    b.add(join([cylinder(0.004, h, at=(s * (w / 2 - 0.03), 0.04, 0.02)) for s in (-1, 1)]), "metal", "screws")
    b.add(box(0.25, 0.25, 0.008, bevel=0.002, at=(0, -0.02, 0.085)), "dark", "bed")
    b.add(box(0.235, 0.235, 0.003, bevel=0.001, at=(0, -0.02, 0.093)), "metal", "bed")
    z = 0.096
    tall = b.vary(0.085, 0.2)
    steps = np.linspace(0, 1, 120)
    wall = [(0.036 + 0.012 * math.sin(5.5 * t) + 0.0004 * (k % 2), z + tall * t) for k, t in enumerate(steps)]
    b.add(
        move(lathe([(0, z), *wall, (wall[-1][0] - 0.003, z + tall), (0.03, z + 0.003), (0, z + 0.003)], segments=9, smooth=20), 0.0, -0.02, 0),
        "filament",
        "print",
    )
    top = z + tall
    b.add(box(w - 0.02, 0.03, 0.03, bevel=0.003, at=(0, 0.018, top + 0.07)), "frame", "crossbar")
    b.add(box(0.055, 0.05, 0.065, bevel=0.006, at=(0.03, -0.015, top + 0.04)), "dark", "hot end")
    b.add(box(0.05, 0.004, 0.05, bevel=0.001, at=(0.03, -0.042, top + 0.047)), "accent", "fan")
    b.add(
        move(lathe([(0, 0), (0.002, 0), (0.007, 0.009), (0.007, 0.022), (0.012, 0.024), (0.012, 0.042), (0, 0.042)], segments=24), 0.04, -0.02, top),
        "metal",
        "nozzle",
    )
    reel = [
        rotate(
            lathe(rounded_profile([(0.02, -0.03 + s), (0.092, -0.03 + s), (0.092, -0.026 + s), (0.02, -0.026 + s), (0.02, -0.03 + s)], 0.001), segments=64), 90
        )
        for s in (0.0, 0.056)
    ]
    b.add(move(join(reel), 0.02, 0.05, h + 0.13), "dark", "spool")
    wound = [(0.03, -0.026), *[(0.078 + 0.0012 * math.sin(k * 1.5), -0.026 + 0.052 * k / 60) for k in range(61)], (0.03, 0.026)]
    b.add(move(rotate(lathe(wound, segments=64, smooth=60), 90), 0.02, 0.05, h + 0.13), "filament", "spool")
    b.add(join([box(0.012, 0.012, 0.14, bevel=0.003, at=(0.02, y, h + 0.02)) for y in (0.0, 0.1)]), "frame", "holder")
    line = smooth_path([(-0.055, 0.05, h + 0.13), (-0.07, 0.03, h), (-0.02, 0.0, top + 0.2), (0.03, -0.015, top + 0.1)], 40)
    b.add(sweep(line, 0.0018, sides=8), "filament", "strand")
    b.add(box(0.12, 0.03, 0.07, bevel=0.006, at=(0.1, -0.205, 0.0)), "dark", "console")
    b.add(move(label_plane(0.085, 0.045), 0.1, -0.2207, 0.037), "screen")
