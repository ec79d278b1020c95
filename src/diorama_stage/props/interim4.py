# SPDX-License-Identifier: GPL-3.0-or-later
"""Vehicles, instruments, appliances, a bed: simplest believable forms. Vehicles face left along -X in side view, their side to the camera."""

from __future__ import annotations

import math

import bmesh
import numpy as np

from diorama_stage.kit import Builder, Emitter, Spec, box, cylinder, displace, ellipsoid, extrude, label_plane, lathe, loft, move, rotate, rounded_profile, scale, smooth_path, sphere, subdivide, sweep, torus
from diorama_stage.kit import bevel as bevel_edges
from diorama_stage.props.registry import prop


def rod(b: Builder, slot: str, a, c, radius: float, part: str | None = None, sides: int = 14):
    return b.add(sweep([a, tuple((np.asarray(a) + np.asarray(c)) / 2), c], radius, sides=sides), slot, part)


def wheel(b: Builder, x: float, y: float, r: float, width: float) -> None:
    """A tyre and a rim on an axle along y, its outer face away from the middle."""
    s = 1 if y > 0 else -1
    tyre = lathe(rounded_profile([(r * 0.62, -width / 2), (r * 0.95, -width / 2), (r, -width * 0.36), (r, width * 0.36), (r * 0.95, width / 2), (r * 0.62, width / 2), (r * 0.6, 0), (r * 0.62, -width / 2)], 0.012), segments=72)
    b.add(move(rotate(tyre, 90), x, y, r), "tyres", "wheels")
    rim = lathe(rounded_profile([(0, width * 0.3), (r * 0.14, width * 0.32), (r * 0.2, width * 0.22), (r * 0.52, width * 0.2), (r * 0.58, width * 0.44), (r * 0.64, width * 0.46), (r * 0.64, -width * 0.3), (0, -width * 0.3)], 0.004), segments=64)
    b.add(move(rotate(rim, 90 if s < 0 else -90), x, y, r), "rims", "rims")
    for k in range(5):
        a = 2 * math.pi * k / 5
        spoke = box(r * 0.14, width * 0.08, r * 0.44, bevel=0.006, at=(0, 0, r * 0.14))
        b.add(move(rotate(spoke, 0, math.degrees(a)), x, y + s * width * 0.3, r), "rims", "rims")


def shell(b: Builder, slot: str, stations, width, *, part: str = "body", power: float = 2.6) -> None:
    """A car's body along x: stations (x, half width, bottom z, shoulder z, top z, half width of the top)."""
    rings = []
    for x, half, low, shoulder, top, narrow in stations:
        ring = []
        for t in np.linspace(-np.pi / 2, 3 * np.pi / 2, 48, endpoint=False):
            c, s_ = math.cos(t), math.sin(t)
            up = (abs(s_) ** (2 / power)) * math.copysign(1, s_)
            side = (abs(c) ** (2 / power)) * math.copysign(1, c)
            z = shoulder + (top - shoulder) * up if up > 0 else shoulder + (shoulder - low) * up
            w = (half + (narrow - half) * max(up, 0)) * side
            ring.append((x, w, z))
        rings.append(ring)
    b.add(loft(rings, smooth=50, subdivisions=1), slot, part)


def arches(b: Builder, xs, r: float, half: float) -> None:
    """Dark hollows above the wheels, just proud of the skin."""
    for x in xs:
        for s in (-1, 1):
            b.add(move(rotate(cylinder(r * 1.16, 0.05, bevel=0.02, segments=56), 90), x, s * half + 0.025, r * 1.02), "dark", "arches")


def slots(b: Builder, colours=("#9c2b25", "#2f4f6f", "#d9d4c7", "#3f5f4c", "#c9a23a")) -> None:
    b.slot("paint", "paint", b.choose(*colours))
    b.slot("tyres", "rubber", "#1c1c1c", role="fixed")
    b.slot("rims", "aluminium", role="fixed")
    b.slot("dark", "rubber", "#111112", role="fixed")
    b.slot("windows", "lacquer", "#14181b", role="fixed")
    b.slot("chrome", "chrome", role="fixed")
    b.slot("lamps", "glass", "#f2f2ea", role="fixed")
    b.slot("rear", "lacquer", "#a3161a", role="fixed")


@prop("car", "van")
def car(spec: Spec, b: Builder) -> None:
    slots(b)
    L, half, r = 4.0, 0.83, 0.32
    tall = 0.28 if spec.kind == "van" else 0.0
    body = [(-2.0, 0.56, 0.34, 0.5, 0.6, 0.5), (-1.93, 0.7, 0.26, 0.52, 0.7, 0.62), (-1.6, 0.8, 0.2, 0.58, 0.82, 0.7), (-1.0, 0.83, 0.19, 0.62, 0.9, 0.74), (-0.3, 0.84, 0.19, 0.64, 0.93, 0.76), (0.6, 0.84, 0.19, 0.65, 0.94, 0.76), (1.3, 0.83, 0.2, 0.66, 0.93, 0.72), (1.75, 0.78, 0.24, 0.66, 0.88, 0.66), (1.95, 0.68, 0.3, 0.62, 0.78, 0.56), (2.0, 0.5, 0.38, 0.58, 0.68, 0.42)]
    shell(b, "paint", body, half)
    t = 1.4 + tall
    glass = [(-1.02, 0.6, 0.82, 0.86, 0.9, 0.58), (-0.62, 0.71, 0.82, 0.95, 1.2 + tall * 0.8, 0.58), (-0.3, 0.735, 0.82, 1.0, t - 0.03, 0.56), (0.4, 0.74, 0.82, 1.0, t, 0.56), (1.0, 0.73, 0.82, 1.0, t - 0.06, 0.54), (1.4 + tall, 0.68, 0.82, 0.96, 1.14 + tall, 0.54), (1.66 + tall * 0.5, 0.6, 0.82, 0.88, 0.95, 0.54)]
    shell(b, "windows", glass, half, part="windows", power=3.0)
    roof = [(-0.42, 0.55, t - 0.11, t - 0.07, t - 0.045, 0.52), (-0.28, 0.59, t - 0.11, t - 0.05, t - 0.008, 0.53), (0.4, 0.6, t - 0.1, t - 0.04, t + 0.02, 0.54), (1.0, 0.58, t - 0.14, t - 0.08, t - 0.03, 0.52), (1.14, 0.55, t - 0.17, t - 0.12, t - 0.075, 0.5)]
    shell(b, "paint", roof, half, part="roof", power=3.4)
    for s in (-1, 1):
        for a, c in (((-0.98, 0.6 * s, 0.9), (-0.36, 0.575 * s, t - 0.06)), ((0.33, 0.745 * s, 0.92), (0.36, 0.6 * s, t - 0.06)), ((1.62, 0.58 * s, 0.92), (1.08, 0.565 * s, t - 0.1))):
            b.add(sweep([a, tuple((np.asarray(a) + np.asarray(c)) / 2 + (0, 0.05 * s, 0.03)), c], 0.03, sides=12), "paint", "pillars")
        for x in (-0.55, 0.35, 1.15):
            b.add(sweep(smooth_path([(x, 0.848 * s, 0.3), (x + 0.01, 0.86 * s, 0.6), (x + 0.02, 0.81 * s, 0.86)], 14), 0.004, sides=6), "dark", "seams")
        for x in (0.2, 1.0):
            b.add(box(0.16, 0.022, 0.026, bevel=0.008, at=(x, 0.845 * s, 0.7)), "chrome", "handles")
        b.add(ellipsoid(0.06, 0.1, 0.06, at=(-0.62, 0.86 * s, 0.98)), "paint", "mirrors")
        b.add(ellipsoid(0.1, 0.13, 0.095, at=(-1.86, 0.5 * s, 0.64)), "lamps", "headlights")
        b.add(ellipsoid(0.05, 0.12, 0.08, at=(1.955, 0.5 * s, 0.7)), "rear", "tail lights")
        b.add(box(3.2, 0.03, 0.05, bevel=0.015, at=(0.0, 0.84 * s, 0.2)), "dark", "sills")
    b.add(box(0.1, 1.2, 0.09, bevel=0.03, at=(-1.99, 0, 0.33)), "chrome", "bumper")
    b.add(box(0.1, 1.2, 0.09, bevel=0.03, at=(1.99, 0, 0.36)), "chrome", "bumper")
    for k in range(4):
        b.add(box(0.05, 0.56, 0.016, bevel=0.005, at=(-1.975, 0, 0.46 + 0.036 * k)), "chrome", "grille")
    arches(b, (-1.25, 1.25), r, 0.81)
    for x in (-1.25, 1.25):
        for y in (-0.76, 0.76):
            wheel(b, x, y, r, 0.2)
    _number(b, spec, -2.05)


def _number(b: Builder, spec: Spec, x: float) -> None:
    label = spec.labels[0] if spec.labels else {"text": "DIO 2026", "style": "bold", "colour": None}
    b.slot("plate", "printed", role="fixed", label=label, params={"paper": "#e9e6dc"})
    b.add(move(rotate(label_plane(0.44, 0.1), 0, 0, -90), x, 0, 0.4), "plate")


@prop("truck", "bus")
def truck(spec: Spec, b: Builder) -> None:
    slots(b, ("#b3261e", "#2f5f8f", "#d8d3c6", "#c98a1f"))
    r = 0.42
    if spec.kind == "bus":
        b.add(box(9.0, 2.4, 2.5, bevel=0.18, segments=5, at=(0, 0, 0.4)), "paint", "body")
        b.add(box(8.2, 2.42, 0.85, bevel=0.05, at=(0.15, 0, 1.55)), "windows")
        b.add(box(0.3, 2.1, 1.3, bevel=0.06, at=(-4.38, 0, 1.25)), "windows")
        for k in range(8):
            b.add(box(0.08, 2.44, 0.9, bevel=0.01, at=(-3.6 + k * 1.03, 0, 1.53)), "paint", "pillars")
        xs = (-2.9, 2.7)
    else:
        b.add(box(1.75, 2.1, 1.9, bevel=0.16, segments=5, at=(-2.35, 0, 0.55)), "paint", "cab")
        b.add(box(1.2, 2.12, 0.62, bevel=0.08, at=(-2.5, 0, 1.55)), "windows")
        b.add(box(0.2, 1.85, 0.7, bevel=0.06, at=(-3.16, 0, 1.5)), "windows")
        b.slot("cargo", "aluminium", "#d9d7d0", role="trim")
        b.add(box(4.6, 2.3, 2.2, bevel=0.04, at=(1.0, 0, 0.85)), "cargo", "box")
        for k in range(9):
            b.add(box(0.03, 2.32, 2.1, bevel=0.01, at=(-1.1 + k * 0.52, 0, 0.9)), "cargo", "ribs")
        b.add(box(6.3, 0.9, 0.2, bevel=0.02, at=(0.1, 0, 0.55)), "dark", "chassis")
        for k in range(5):
            b.add(box(0.05, 1.5, 0.05, bevel=0.01, at=(-3.24, 0, 0.78 + 0.1 * k)), "chrome", "grille")
        xs = (-2.4, 1.6, 2.5)
    for s in (-1, 1):
        front = -4.5 if spec.kind == "bus" else -3.24
        b.add(ellipsoid(0.06, 0.16, 0.13, at=(front, 0.78 * s, 0.85)), "lamps", "headlights")
    for x in xs:
        for y in (-0.98, 0.98):
            wheel(b, x, y, r, 0.28)
    arches(b, xs, r, 1.17 if spec.kind == "bus" else 1.03)
    if spec.labels:
        b.slot("name", "printed", role="fixed", label=spec.labels[0], params={"transparent": True})
        b.add(label_plane(3.6, 1.1, at=(1.0, -1.17 if spec.kind == "truck" else -1.215, 2.0)), "name")


@prop("motorcycle")
def motorcycle(spec: Spec, b: Builder) -> None:
    slots(b)
    b.slot("seat", "leather", "#3a2417", role="trim")
    for x in (-0.72, 0.72):
        b.add(move(rotate(torus(0.27, 0.058, segments=80, sides=24), 90), x, 0, 0.328), "tyres", "wheels")
        b.add(move(rotate(torus(0.215, 0.02, segments=72), 90), x, 0, 0.328), "chrome", "rims")
        b.add(move(rotate(cylinder(0.06, 0.14, bevel=0.01), 90), x, 0.07, 0.328), "chrome", "hubs")
        for k in range(18):
            a = 2 * math.pi * k / 18
            rod(b, "chrome", (x + 0.05 * math.cos(a), 0.04 * (-1) ** k, 0.328 + 0.05 * math.sin(a)), (x + 0.21 * math.cos(a), 0, 0.328 + 0.21 * math.sin(a)), 0.003, "spokes", 5)
        arc_ = [(x + 0.35 * math.cos(t), 0, 0.328 + 0.35 * math.sin(t)) for t in np.radians(np.linspace(25, 150, 30))]
        b.add(sweep(arc_, 0.075, flat=0.25, sides=20), "paint", "fenders")
    tank = [(-0.42, 0, 0.82), (-0.3, 0, 0.88), (-0.1, 0, 0.88), (0.12, 0, 0.82)]
    b.add(sweep(smooth_path(tank, 30), np.interp(np.linspace(0, 1, 30), [0, 0.1, 0.4, 0.8, 1], [0.04, 0.12, 0.16, 0.12, 0.06]), sides=32, flat=0.8), "paint", "tank")
    b.add(sweep(smooth_path([(0.08, 0, 0.82), (0.25, 0, 0.8), (0.5, 0, 0.84), (0.78, 0, 0.86)], 30), np.interp(np.linspace(0, 1, 30), [0, 0.2, 0.8, 1], [0.07, 0.13, 0.13, 0.06]), sides=28, flat=0.5), "seat")
    b.add(box(0.42, 0.26, 0.3, bevel=0.05, segments=4, at=(-0.05, 0, 0.25)), "rims", "engine")
    for s in (-1, 1):
        cyl = [move(cylinder(0.1 - 0.012 * (k % 2), 0.018, bevel=0.004), 0, 0, 0.02 * k) for k in range(10)]
        for o in cyl:
            b.add(move(rotate(o, 0, 20 * s), -0.06 + 0.07 * s, 0, 0.5), "rims", "cylinders")
        rod(b, "chrome", (-0.5, 0.075 * s, 0.88), (-0.74, 0.085 * s, 0.33), 0.02, "fork")
        b.add(sweep(smooth_path([(-0.48, 0, 0.92), (-0.46, 0.14 * s, 1.0), (-0.38, 0.28 * s, 1.02), (-0.24, 0.36 * s, 1.0)], 30), 0.012, sides=14), "chrome", "handlebar")
        b.add(move(rotate(cylinder(0.018, 0.1, bevel=0.005), 0, 90), -0.27, 0.362 * s, 1.0), "dark", "grips")
        rod(b, "chrome", (0.45, 0.11 * s, 0.75), (0.7, 0.11 * s, 0.35), 0.022, "shocks")
    b.add(sweep(smooth_path([(-0.16, -0.16, 0.5), (-0.22, -0.19, 0.3), (0.0, -0.2, 0.2), (0.5, -0.2, 0.22), (0.98, -0.2, 0.3)], 40), np.interp(np.linspace(0, 1, 40), [0, 0.5, 0.6, 1], [0.02, 0.022, 0.045, 0.05]), sides=20), "chrome", "exhaust")
    b.add(move(rotate(lathe(rounded_profile([(0, 0), (0.06, 0.01), (0.095, 0.08), (0.098, 0.1), (0.09, 0.1)], 0.008), segments=48), 0, -90), -0.48, 0, 0.86), "chrome", "headlight")
    b.add(ellipsoid(0.02, 0.088, 0.088, at=(-0.585, 0, 0.86)), "lamps")
    rod(b, "dark", (-0.45, 0, 0.75), (-0.1, 0, 0.3), 0.03, "frame")
    rod(b, "dark", (0.1, 0, 0.75), (0.15, 0, 0.3), 0.028, "frame")
    b.add(box(0.55, 0.06, 0.05, bevel=0.02, at=(0.42, 0.1, 0.3)), "dark", "swingarm")
    b.lean = "side"


@prop("boat", "sailboat")
def boat(spec: Spec, b: Builder) -> None:
    b.slot("hull", "paint" if spec.kind == "sailboat" else "wood", b.choose("#e9e5da", "#2f5f8f", "#9c2b25"))
    b.slot("wood", "oak", role="trim")
    L, n = 3.6, 17
    outer, inner = [], []
    for k in range(n):
        t = k / (n - 1)
        x = -L / 2 + L * t
        half = 0.7 * (1 - abs(2 * t - 1.05) ** 2.4 * 0.93) if t < 0.97 else 0.32
        half = max(half, 0.04)
        keel, rim = 0.16 * abs(2 * t - 1) ** 2.5, 0.52 + 0.2 * (2 * t - 1) ** 2 * (1.6 if t < 0.5 else 0.6)
        a = np.linspace(0, np.pi, 21)
        outer.append([(x, half * np.sign(np.cos(u)) * abs(np.cos(u)) ** 0.7, rim - (rim - keel) * np.sin(u) ** 0.8) for u in a])
        inner.append([(x * 0.98, (half - 0.03) * np.sign(np.cos(u)) * abs(np.cos(u)) ** 0.7, rim - (rim - keel - 0.035) * np.sin(u) ** 0.8) for u in a[::-1]])
    rings = [o + i for o, i in zip(outer, inner, strict=True)]
    b.add(loft(rings, smooth=60), "hull")
    for s in (0, 20):
        b.add(sweep([tuple(o[s]) for o in outer], 0.024, sides=12), "wood", "gunwale")
    for x in (-0.7, 0.15, 0.95):
        b.add(box(0.24, 1.12 if x < 0.9 else 0.98, 0.03, bevel=0.006, at=(x, 0, 0.36)), "wood", "seats")
    if spec.kind == "sailboat":
        b.slot("sail", "canvas", "#efe9dc", role="trim")
        rod(b, "wood", (-0.3, 0, 0.2), (-0.3, 0, 4.6), 0.04, "mast")
        rod(b, "wood", (-0.3, 0, 0.85), (1.5, 0, 0.9), 0.03, "boom")
        for (x0, z0), (x1, z1), (x2, z2), bulge in (((-0.24, 0.95), (1.45, 0.98), (-0.26, 4.4), 0.22), ((-0.36, 0.9), (-1.75, 0.8), (-0.36, 3.9), 0.18)):
            m, pts, faces = 14, [], []
            for i in range(m + 1):
                for j in range(m + 1 - i):
                    u, v = i / m, j / m
                    pts.append((x0 + (x1 - x0) * v + (x2 - x0) * u, -bulge * math.sin(math.pi * u) * math.sin(math.pi * min(v / max(1 - u, 0.01), 1)), z0 + (z1 - z0) * v + (z2 - z0) * u))
            at = lambda i, j, m=m: sum(m + 1 - k for k in range(i)) + j  # noqa: E731
            for i in range(m):
                for j in range(m - i):
                    faces.append((at(i, j), at(i, j + 1), at(i + 1, j)))
                    if j < m - i - 1:
                        faces.append((at(i, j + 1), at(i + 1, j + 1), at(i + 1, j)))
            from diorama_stage.kit import from_geometry, solidify

            b.add(solidify(from_geometry("sail", pts, faces, smooth=80), 0.008), "sail")
    else:
        for s in (-1, 1):
            rod(b, "wood", (0.15, 0.3 * s, 0.42), (-0.2, 1.3 * s, 0.7), 0.02, "oars")
            b.add(move(rotate(box(0.14, 0.5, 0.014, bevel=0.006), 0, 0, 18 * s), -0.28, 1.5 * s, 0.73), "wood", "oars")


@prop("airplane")
def airplane(spec: Spec, b: Builder) -> None:
    b.slot("body", "paint", b.choose("#eceae4", "#d9dde0"))
    b.slot("accent", "paint", b.choose("#2f5f8f", "#b3261e"), role="trim")
    b.slot("windows", "lacquer", "#14181b", role="fixed")
    x = np.linspace(-6, 6, 40)
    radius = np.interp(x, [-6, -5.7, -5.0, -4, 3, 5.2, 6], [0.06, 0.38, 0.66, 0.78, 0.78, 0.4, 0.16])
    lift = np.interp(x, [-6, 3, 6], [2.1, 2.2, 2.65])
    b.add(sweep([(a, 0, z) for a, z in zip(x, lift, strict=True)], radius, sides=36), "body", "fuselage")

    def wing(root, tip, chord0, chord1, thick, slot, part):
        rings = []
        for p, c in ((root, chord0), (tip, chord1)):
            t = np.linspace(0, 2 * np.pi, 24, endpoint=False)
            axis = np.asarray(tip) - np.asarray(root)
            up = np.array([0, 0, 1.0]) if abs(axis[2]) < abs(axis[1]) else np.array([0, 1.0, 0])
            rings.append([np.asarray(p) + np.array([c / 2 * math.cos(u), 0, 0]) + up * thick * c * 0.5 * math.sin(u) * (1 - 0.5 * math.cos(u)) for u in t])
        b.add(loft(rings, smooth=60), slot, part)

    for s in (-1, 1):
        wing((-0.3, 0.6 * s, 1.9), (1.6, 5.6 * s, 2.3), 2.3, 0.8, 0.11, "body", "wings")
        wing((5.2, 0.2 * s, 2.7), (5.9, 2.1 * s, 2.85), 1.2, 0.5, 0.1, "body", "tail")
        b.add(move(rotate(lathe(rounded_profile([(0.3, -0.8), (0.36, -0.7), (0.37, 0.2), (0.2, 0.9), (0.05, 0.95), (0.05, -0.3), (0.28, -0.35), (0.3, -0.8)], 0.05), segments=48), 0, 90), -0.6, 2.1 * s, 1.45), "accent", "engines")
        for k in range(14):
            b.add(ellipsoid(0.09, 0.02, 0.13, at=(-3.9 + k * 0.48, 0.772 * s, 2.36)), "windows")
        b.add(ellipsoid(0.3, 0.1, 0.14, at=(-5.15, 0.52 * s, 2.42)), "windows", "cockpit")
    wing((4.9, 0, 2.9), (6.0, 0, 5.0), 1.9, 0.9, 0.1, "accent", "fin")
    b.slot("gear", "rubber", "#1c1c1c", role="fixed")
    for gx, gy in ((-4.4, 0), (0.5, 0.9), (0.5, -0.9)):
        rod(b, "accent", (gx, gy, 0.3), (gx, gy, 1.6), 0.07, "gear")
        b.add(move(rotate(torus(0.2, 0.11, segments=40), 90), gx, gy, 0.31), "gear", "wheels")


@prop("guitar", "violin")
def strings(spec: Spec, b: Builder) -> None:
    k = 1.0 if spec.kind == "guitar" else 0.42
    b.slot("top", "pine" if spec.kind == "guitar" else "lacquer", None if spec.kind == "guitar" else "#7a3413")
    b.slot("sides", "walnut" if spec.kind == "guitar" else "lacquer", None if spec.kind == "guitar" else "#6b2c10", role="trim")
    b.slot("dark", "dark_wood", "#1f1510", role="fixed")
    b.slot("metal", "steel", role="fixed")
    half = [(0, 0), (0.1, 0.004), (0.165, 0.05), (0.195, 0.13), (0.18, 0.21), (0.128, 0.285), (0.125, 0.315), (0.142, 0.38), (0.132, 0.445), (0.085, 0.485), (0, 0.493)]
    right = smooth_path(half, 60)
    outline = [(x * k, z * k) for x, z in right] + [(-x * k, z * k) for x, z in right[::-1][1:-1]]
    deep = 0.1 * k if spec.kind == "guitar" else 0.036
    for d, slot, thick in ((0.0, "top", 0.003), (0.003, "sides", deep - 0.003)):
        b.add(rotate(move(extrude(outline, thick, bevel=0.0012 if slot == "top" else 0.003), 0, 0, -deep / 2 + (deep - 0.003 if slot == "top" else 0)), 90), slot, "body")
    front = -deep / 2
    b.add(box(0.046 * k, 0.022 * k, 0.5 * k, bevel=0.006 * k, at=(0, front + 0.004 * k, 0.46 * k)), "sides", "neck")
    b.add(box(0.05 * k, 0.007 * k, 0.66 * k, bevel=0.001, at=(0, front - 0.008 * k, (0.33 if k == 1 else 0.28) * k)), "dark", "fingerboard")
    if spec.kind == "guitar":
        b.add(move(rotate(cylinder(0.05, 0.0012, bevel=0.0003, segments=64), 90), 0, front - 0.0004, 0.31), "dark", "sound hole")
        b.add(move(rotate(torus(0.056, 0.003, segments=64), 90), 0, front - 0.0002, 0.31), "dark", "rosette")
        b.add(box(0.17, 0.012, 0.028, bevel=0.004, at=(0, front - 0.004, 0.125)), "dark", "bridge")
        for f in range(14):
            b.add(box(0.05, 0.002, 0.0022, bevel=0.0006, at=(0, front - 0.0125, 0.97 - 0.62 * (1 - 2 ** (-(f + 1) / 12)) * 1.02)), "metal", "frets")
    else:
        for s in (-1, 1):
            b.add(sweep([(s * 0.03 + 0.006 * math.sin(t * 3.4), front - 0.0006, 0.065 + 0.032 * t) for t in np.linspace(0, 2, 30)], 0.002, sides=8), "dark", "f-holes")
        b.add(box(0.04, 0.003, 0.026, bevel=0.001, at=(0, front - 0.013, 0.083)), "sides", "bridge")
        b.add(ellipsoid(0.035, 0.014, 0.022, at=(0.03, front - 0.012, 0.012)), "dark", "chin rest")
        b.add(box(0.026, 0.008, 0.07, bevel=0.003, at=(0, front - 0.01, 0.005)), "dark", "tailpiece")
    b.add(move(rotate(box(0.075 * k, 0.016 * k, 0.17 * k, bevel=0.005 * k), -10), 0, front + 0.006 * k, 0.95 * k), "sides", "head")
    n = 6 if spec.kind == "guitar" else 4
    for i in range(n):
        x = (i - (n - 1) / 2) * 0.0075 * (1 if k == 1 else 0.75)
        rod(b, "metal", (x * 1.25, front - 0.014 * k, 0.13 * k if k == 1 else 0.075), (x, front - 0.013 * k, 0.97 * k), 0.0005, "strings", 6)
        b.add(move(rotate(cylinder(0.004 * max(k, 0.6), 0.02, bevel=0.001, segments=16), 0, 90), (0.042 if i % 2 else -0.062) * k, front + 0.02 * k, (0.99 + 0.045 * (i // 2)) * k), "metal", "pegs")
    b.lean = "back"


@prop("piano")
def piano(spec: Spec, b: Builder) -> None:
    b.slot("body", "lacquer", b.choose("#141414", "#4a2a18"))
    b.slot("white", "porcelain", "#ece8dc", role="fixed")
    b.slot("black", "lacquer", "#0e0e0f", role="fixed")
    b.slot("brass", "brass", role="trim")
    w = 1.48
    b.add(box(w, 0.34, 1.2, bevel=0.01, at=(0, 0.12, 0)), "body")
    b.add(box(w + 0.02, 0.4, 0.03, bevel=0.008, at=(0, 0.1, 1.2)), "body", "lid")
    b.add(box(w, 0.36, 0.05, bevel=0.008, at=(0, -0.2, 0.62)), "body", "key bed")
    b.add(box(w - 0.1, 0.02, 0.34, bevel=0.005, at=(0, -0.055, 0.8)), "body", "music desk")
    for s in (-1, 1):
        b.add(box(0.06, 0.36, 0.14, bevel=0.02, at=(s * (w / 2 - 0.03), -0.2, 0.66)), "body", "cheeks")
        b.add(box(0.07, 0.07, 0.62, bevel=0.015, at=(s * (w / 2 - 0.05), -0.33, 0)), "body", "legs")
    n = 52
    kw = (w - 0.14) / n
    for i in range(n):
        x = -w / 2 + 0.07 + kw * (i + 0.5)
        b.add(box(kw - 0.0012, 0.15, 0.02, bevel=0.002, segments=2, at=(x, -0.26, 0.672)), "white", "keys")
        if i % 7 in (0, 1, 3, 4, 5) and i < n - 1:
            b.add(box(kw * 0.55, 0.095, 0.018, bevel=0.002, segments=2, at=(x + kw / 2, -0.232, 0.69)), "black", "keys")
    for x in (-0.08, 0, 0.08):
        b.add(box(0.04, 0.1, 0.012, bevel=0.004, at=(x, -0.1, 0.06)), "brass", "pedals")
    b.support("lid", -w / 2 + 0.05, w / 2 - 0.05, -0.05, 0.25, 1.23)


@prop("refrigerator", "microwave", "oven")
def appliance(spec: Spec, b: Builder) -> None:
    b.slot("body", "paint" if spec.kind == "refrigerator" else "brushed_steel", b.choose("#e6e4de", "#b9c9c4", "#d8d3c6") if spec.kind == "refrigerator" else None)
    b.slot("metal", "chrome", role="trim")
    b.slot("glass", "lacquer", "#0d0e10", role="fixed")
    b.slot("display", "emission", "#6fd6ff", role="fixed", params={"strength": 2.0})
    if spec.kind == "refrigerator":
        w, d, h = 0.66, 0.64, 1.72
        b.add(box(w, d, h - 0.04, bevel=0.03, segments=5, at=(0, 0.03, 0.04)), "body")
        for z, t in ((0.06, 1.06), (1.14, 0.56)):
            b.add(box(w - 0.004, 0.06, t, bevel=0.028, segments=5, at=(0, -d / 2 + 0.02, z)), "body", "doors")
            b.add(sweep(smooth_path([(w / 2 - 0.07, -d / 2 - 0.01, z + (0.62 if z < 1 else 0.06)), (w / 2 - 0.07, -d / 2 - 0.06, z + (0.66 if z < 1 else 0.1)), (w / 2 - 0.07, -d / 2 - 0.06, z + (0.98 if z < 1 else 0.36)), (w / 2 - 0.07, -d / 2 - 0.01, z + (1.02 if z < 1 else 0.4))], 30), 0.012, sides=16), "metal", "handles")
        for x in (-0.25, 0.25):
            b.add(cylinder(0.025, 0.05, at=(x, -0.2, 0)), "glass", "feet")
        b.support("top", -w / 2 + 0.05, w / 2 - 0.05, -d / 2 + 0.08, d / 2 - 0.05, h)
        return
    w, d, h = (0.5, 0.37, 0.29) if spec.kind == "microwave" else (0.6, 0.58, 0.85)
    b.add(box(w, d, h, bevel=0.012, segments=4), "body")
    if spec.kind == "microwave":
        b.add(box(w * 0.68, 0.02, h * 0.84, bevel=0.006, at=(-w * 0.13, -d / 2 - 0.006, h * 0.08)), "glass", "door")
        b.add(box(0.012, 0.03, h * 0.7, bevel=0.005, at=(w * 0.2, -d / 2 - 0.025, h * 0.15)), "metal", "handle")
        b.add(box(0.075, 0.003, 0.03, bevel=0.001, at=(w * 0.36, -d / 2 - 0.001, h * 0.78)), "display")
        for r in range(4):
            for c in range(3):
                b.add(box(0.02, 0.006, 0.016, bevel=0.003, at=(w * 0.36 + (c - 1) * 0.027, -d / 2 - 0.001, h * (0.62 - 0.12 * r))), "metal", "buttons")
    else:
        b.add(box(w * 0.9, 0.03, h * 0.62, bevel=0.01, at=(0, -d / 2 - 0.008, h * 0.08)), "body", "door")
        b.add(box(w * 0.72, 0.006, h * 0.4, bevel=0.004, at=(0, -d / 2 - 0.0235, h * 0.16)), "glass", "window")
        rod(b, "metal", (-w * 0.38, -d / 2 - 0.06, h * 0.64), (w * 0.38, -d / 2 - 0.06, h * 0.64), 0.012, "handle")
        for x in np.linspace(-0.22, 0.22, 5):
            b.add(move(rotate(cylinder(0.022, 0.025, bevel=0.004), 90), x, -d / 2, h * 0.85), "metal", "knobs")
        for x, y in ((-0.15, -0.14), (0.15, -0.14), (-0.15, 0.14), (0.15, 0.14)):
            b.add(torus(0.08, 0.006, at=(x, y, h + 0.006)), "glass", "burners")
    b.support("top", -w / 2 + 0.03, w / 2 - 0.03, -d / 2 + 0.03, d / 2 - 0.03, h)


@prop("bed", "pillow")
def bed(spec: Spec, b: Builder) -> None:
    def cushion(x, y, z, seed):
        made = subdivide(box(x, y, z, bevel=z * 0.35, segments=3), 2)
        for v in made.data.vertices:
            k = (1 - (2 * v.co.x / x) ** 4) * (1 - (2 * v.co.y / y) ** 4)
            v.co.z = z / 2 + (v.co.z - z / 2) * (0.25 + 0.95 * max(k, 0) ** 0.5)
        return displace(made, 0.008, 0.12, seed=seed)

    if spec.kind == "pillow":
        b.slot("body", b.choose("linen", "cotton", "velvet"), b.choose("#d8cfbe", "#8a9a94", "#b5674a"))
        b.add(cushion(0.48, 0.46, 0.17, spec.seed), "body")
        b.lean = "back"
        return
    b.slot("duvet", "linen", b.choose("#e9e5dc", "#9fb0b5", "#c9b8a0"))
    b.slot("pillows", "cotton", "#efece5", role="trim")
    b.slot("frame", b.choose("oak", "walnut"), role="trim")
    w, L = 1.6, 2.05
    b.add(box(w + 0.08, L + 0.06, 0.2, bevel=0.015, at=(0, 0, 0.12)), "frame")
    b.add(box(w + 0.1, 0.06, 0.95, bevel=0.02, at=(0, L / 2 + 0.03, 0.05)), "frame", "headboard")
    for x in (-w / 2, w / 2):
        for y in (-L / 2 + 0.05, L / 2 - 0.05):
            b.add(box(0.07, 0.07, 0.13, bevel=0.008, at=(x, y, 0)), "frame", "legs")
    b.add(box(w, L, 0.24, bevel=0.06, segments=5, at=(0, 0, 0.28)), "pillows", "mattress")
    top = subdivide(box(w + 0.12, L * 0.72, 0.12, bevel=0.055, segments=3, at=(0, -L * 0.15, 0.46)), 4, simple=True)
    b.add(displace(displace(top, 0.035, 0.32, seed=spec.seed), 0.012, 0.09, seed=spec.seed + 1), "duvet")
    for x in (-0.4, 0.4):
        b.add(move(rotate(cushion(0.66, 0.45, 0.17, spec.seed + int(x * 10)), 24, 0, b.rng.uniform(-5, 5)), x, L / 2 - 0.32, 0.54), "pillows")
    b.support("duvet", -w / 2 + 0.2, w / 2 - 0.2, -L / 2 + 0.15, L * 0.1, 0.6)


@prop("headphones", "speaker", "microphone")
def audio(spec: Spec, b: Builder) -> None:
    b.slot("body", "plastic", b.choose("#1d1e20", "#e2ded5"))
    b.slot("pads", "leather", "#232120", role="trim")
    b.slot("metal", "brushed_steel", role="trim")
    if spec.kind == "headphones":
        band = [(0.082 * math.cos(t), 0, 0.085 + 0.105 * math.sin(t)) for t in np.linspace(-0.1, math.pi + 0.1, 48)]
        b.add(sweep(band, 0.0105, sides=20, flat=0.5), "body", "band")
        b.add(sweep([(x * 0.93, y, z * 0.975) for x, y, z in band[10:38]], 0.013, sides=20, flat=0.6), "pads", "band")
        for s in (-1, 1):
            rod(b, "metal", (0.084 * s, 0, 0.095), (0.085 * s, 0, 0.05), 0.004)
            b.add(move(rotate(lathe(rounded_profile([(0, 0.03), (0.03, 0.029), (0.037, 0.02), (0.038, 0.0), (0, 0)], 0.006), segments=56), 0, 90 * s), 0.078 * s, 0, 0.042), "body", "cups")
            b.add(move(rotate(torus(0.028, 0.0125, segments=56), 0, 90), 0.07 * s, 0, 0.042), "pads")
        return
    if spec.kind == "speaker":
        b.add(box(0.2, 0.22, 0.33, bevel=0.008), "body")
        for z, r in ((0.12, 0.075), (0.25, 0.04)):
            b.add(move(rotate(lathe(rounded_profile([(0, -0.012), (r * 0.35, -0.006), (r * 0.4, -0.014), (r * 0.85, 0.0), (r, 0.006), (r * 1.08, 0.002), (r * 1.08, -0.004)], 0.003), segments=72), 90), 0, -0.1125, z), "pads", "drivers")
            b.add(move(rotate(torus(r * 1.1, 0.004, segments=72), 90), 0, -0.111, z), "metal")
        b.support("top", -0.09, 0.09, -0.1, 0.1, 0.33)
        return
    b.add(lathe(rounded_profile([(0, 0), (0.07, 0), (0.07, 0.01), (0.012, 0.02)], 0.004), segments=64), "body", "stand")
    rod(b, "metal", (0, 0, 0.015), (0, 0, 0.2), 0.007)
    b.add(move(rotate(lathe(rounded_profile([(0, -0.07), (0.014, -0.07), (0.019, 0.05), (0.022, 0.06), (0, 0.062)], 0.003), segments=48), -62), 0, -0.01, 0.21), "body")
    ball = sphere(0.03, at=(0, -0.08, 0.255))
    b.add(ball, "metal", "grille")


@prop("train")
def train(spec: Spec, b: Builder) -> None:
    slots(b, ("#27402f", "#7a1f1b", "#1d2530"))
    b.add(move(rotate(lathe(rounded_profile([(0, -2.6), (0.75, -2.6), (0.78, -2.55), (0.78, 1.6), (0.7, 1.65), (0, 1.65)], 0.04), segments=72), 0, -90), 0.4, 0, 2.0), "paint", "boiler")
    for x in (-2.2, -1.2, -0.2, 0.8, 1.8):
        b.add(move(rotate(torus(0.785, 0.018, segments=72), 0, 90), x, 0, 2.0), "chrome", "bands")
    b.add(box(1.9, 2.0, 1.9, bevel=0.05, at=(3.0, 0, 1.25)), "paint", "cab")
    b.add(box(2.2, 2.3, 0.1, bevel=0.04, at=(3.0, 0, 3.15)), "dark", "roof")
    b.add(box(0.9, 2.02, 0.6, bevel=0.03, at=(2.9, 0, 2.25)), "windows")
    b.add(lathe(rounded_profile([(0.2, 0), (0.22, 0.5), (0.34, 0.9), (0.3, 0.95), (0.18, 0.6)], 0.02), segments=48), "dark", "chimney")
    move(b._parts["chimney"][-1], -0.8, 0, 2.7)
    for x, h in ((0.3, 0.35), (1.2, 0.28)):
        b.add(ellipsoid(0.28, 0.28, h, at=(x, 0, 2.75)), "chrome", "domes")
    b.add(box(6.4, 1.5, 0.16, bevel=0.02, at=(0.7, 0, 1.1)), "dark", "frame")
    b.add(move(rotate(cylinder(0.24, 0.25, bevel=0.03), 0, -90), -1.3, 0, 2.55), "chrome", "lamp")
    for s in (-1, 1):
        for x in (-0.3, 1.05, 2.4):
            b.add(move(rotate(torus(0.58, 0.05, segments=64), 90), x, 0.82 * s, 0.64), "rear", "wheels")
            b.add(move(rotate(cylinder(0.12, 0.12, bevel=0.02), 90), x, 0.82 * s + 0.06, 0.64), "dark", "wheels")
            for k in range(12):
                a = 2 * math.pi * k / 12
                rod(b, "rear", (x, 0.82 * s, 0.64), (x + 0.56 * math.cos(a), 0.82 * s, 0.64 + 0.56 * math.sin(a)), 0.022, "wheels", 8)
        rod(b, "chrome", (-1.6, 0.92 * s, 0.64), (2.4, 0.92 * s, 0.5), 0.05, "rods")
        b.add(move(rotate(cylinder(0.22, 0.8, bevel=0.03), 0, 90), -2.0, 0.85 * s, 0.8), "dark", "cylinders")
        b.add(move(rotate(torus(0.26, 0.04, segments=48), 90), -1.5, 0.8 * s, 0.31), "rear", "wheels")
    cow = [(-2.6, -0.9), (-2.0, -0.9), (-2.0, 0.9), (-2.6, 0.9), (-3.0, 0)]
    b.add(bevel_edges(extrude(cow, 0.5, bevel=0.0), 0.03), "rear", "pilot")
    move(b._parts["pilot"][-1], 0.1, 0, 0.2)


__all__ = ["bmesh", "scale", "Emitter"]
