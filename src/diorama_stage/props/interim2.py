# SPDX-License-Identifier: GPL-3.0-or-later
"""Furniture, luggage, a bicycle, a camera, signs: simplest believable forms."""

from __future__ import annotations

import math

import bpy
import numpy as np

from diorama_stage.kit import Builder, Emitter, Interior, Spec, arc, box, cylinder, extrude, from_geometry, label_plane, lathe, move, rotate, rounded_profile, smooth_path, sphere, subdivide, sweep, torus
from diorama_stage.kit import bevel as bevel_edges
from diorama_stage.props.registry import prop


def rod(b: Builder, slot: str, a, c, radius: float, part: str | None = None, sides: int = 16):
    return b.add(sweep([a, tuple((np.asarray(a) + np.asarray(c)) / 2), c], radius, sides=sides), slot, part)


@prop("bicycle")
def bicycle(spec: Spec, b: Builder) -> None:
    r, x1, x2 = 0.335, -0.5, 0.5
    b.slot("frame", "paint", "#b3261e")
    b.slot("tyres", "rubber", "#1d1c1b", role="fixed")
    b.slot("metal", "chrome", "#c8c8c6", role="trim")
    b.slot("leather", "leather", "#6b4226", role="trim")
    for x in (x1, x2):
        b.add(move(rotate(torus(r - 0.018, 0.018, segments=96), 90), x, 0, r), "tyres", "wheels")
        b.add(move(rotate(torus(r - 0.038, 0.008, segments=96, sides=12), 90), x, 0, r), "metal", "rims")
        b.add(move(rotate(cylinder(0.02, 0.07, bevel=0.004, segments=24), 90), x, 0.035, r), "metal", "hubs")
        for k in range(28):
            a = 2 * math.pi * k / 28
            s = 0.022 * (1 if k % 2 else -1)
            b.add(sweep([(x + 0.018 * math.cos(a + 0.5), s, r + 0.018 * math.sin(a + 0.5)), (x + 0.15 * math.cos(a), s / 2, r + 0.15 * math.sin(a)), (x + (r - 0.04) * math.cos(a), 0, r + (r - 0.04) * math.sin(a))], 0.0012, sides=5), "metal", "spokes")
        fender = [(x + (r + 0.012) * math.cos(t), 0, r + (r + 0.012) * math.sin(t)) for t in np.radians(np.linspace(15 if x < 0 else 40, 175 if x < 0 else 165, 40))]
        b.add(sweep(fender, 0.02, flat=0.25, sides=14), "frame", "fenders")
    bb, seat, head, low = (-0.06, 0, 0.28), (-0.19, 0, 0.78), (0.33, 0, 0.83), (0.35, 0, 0.72)
    for a, c, t in ((bb, seat, 0.015), ((-0.18, 0, 0.74), (0.335, 0, 0.8), 0.0145), (bb, low, 0.017), ((0.322, 0, 0.87), (0.36, 0, 0.68), 0.019)):
        rod(b, "frame", a, c, t)
    for y in (0.055, -0.055):
        rod(b, "frame", (-0.185, y * 0.3, 0.72), (x1, y, r), 0.008)
        rod(b, "frame", (-0.06, y * 0.5, 0.28), (x1, y, r), 0.009)
        b.add(sweep(smooth_path([(0.36, y * 0.7, 0.68), (0.385, y * 0.9, 0.55), (x2, y * 0.8, r)], 24), 0.0095, sides=14), "frame", "fork")
    rod(b, "metal", (-0.19, 0, 0.76), (-0.215, 0, 0.88), 0.012)
    saddle = [(-0.36, 0, 0.9), (-0.3, 0, 0.915), (-0.2, 0, 0.905), (-0.09, 0, 0.9), (-0.05, 0, 0.895)]
    b.add(sweep(smooth_path(saddle, 30), np.interp(np.linspace(0, 1, 30), [0, 0.12, 0.35, 0.6, 0.92, 1], [0.03, 0.082, 0.075, 0.035, 0.022, 0.008]), flat=0.32, sides=24), "leather", "saddle")
    rod(b, "metal", (0.325, 0, 0.86), (0.312, 0, 0.95), 0.012)
    for s in (1, -1):
        bar = smooth_path([(0.312, 0, 0.95), (0.36, 0.09 * s, 0.97), (0.36, 0.2 * s, 0.99), (0.26, 0.27 * s, 0.98), (0.17, 0.285 * s, 0.975)], 40)
        b.add(sweep(bar, 0.0105, sides=14), "metal", "handlebar")
        b.add(sweep([bar[-1], (bar[-1] + bar[-8]) / 2, bar[-8]], 0.015, sides=16), "leather", "grips")
        crank = 0.165 * s
        rod(b, "metal", (-0.06, 0.06 * s, 0.28), (-0.06 + crank * 0.8, 0.07 * s, 0.28 - crank * 0.55), 0.008, "cranks")
        b.add(box(0.09, 0.06, 0.02, bevel=0.004, at=(-0.06 + crank * 0.8, 0.115 * s, 0.27 - crank * 0.55)), "tyres", "pedals")
    b.add(move(rotate(cylinder(0.092, 0.004, bevel=0.001, segments=60), 90), -0.06, -0.05, 0.28), "metal", "chainring")
    b.add(move(rotate(torus(0.03, 0.006, segments=30, sides=8), 90), x1, -0.05, r), "metal", "sprocket")
    for z0, z1 in ((0.372, r + 0.03), (0.188, r - 0.03)):
        rod(b, "metal", (-0.06, -0.05, z0), (x1, -0.05, z1), 0.004, "chain", 6)
    b.add(move(rotate(lathe(rounded_profile([(0, 0), (0.025, 0.005), (0.042, 0.04), (0.044, 0.05), (0, 0.056)], 0.006), segments=40), 0, 90), 0.36, 0, 0.86), "metal", "lamp")
    b.lean = "side"


@prop("suitcase")
def suitcase(spec: Spec, b: Builder) -> None:
    w, d, h = b.vary(0.58), b.vary(0.19), b.vary(0.4)
    b.slot("body", "leather", b.choose("#6b4226", "#1f1d1c", "#5a2d22"))
    b.slot("corners", "leather", "#3a2417", role="trim")
    b.slot("metal", "brass", "#b08d45", role="trim")
    b.add(box(w, d, h, bevel=0.022, segments=5), "body")
    for y in (-d * 0.17, d * 0.17):
        ring = smooth_path([(-w / 2 - 0.001, y, 0.03), (-w / 2 - 0.001, y, h - 0.03), (-w / 2 + 0.03, y, h + 0.001), (w / 2 - 0.03, y, h + 0.001), (w / 2 + 0.001, y, h - 0.03), (w / 2 + 0.001, y, 0.03)], 60)
        b.add(sweep(ring, 0.0035, sides=8), "corners", "piping")
    for x in (-w * 0.27, w * 0.27):
        b.add(box(0.035, d + 0.008, h + 0.008, bevel=0.018, segments=4, at=(x, 0, -0.0)), "corners", "straps")
        b.add(box(0.046, 0.006, 0.05, bevel=0.003, at=(x, -d / 2 - 0.006, h * 0.62)), "metal", "buckles")
        b.add(box(0.05, 0.012, 0.03, bevel=0.003, at=(x * 0.5, -d / 2 - 0.002, h - 0.06)), "metal", "locks")
    for sx in (-1, 1):
        for sy in (-1, 1):
            for z in (0.0, h - 0.05):
                b.add(box(0.05, 0.05, 0.052, bevel=0.016, segments=4, at=(sx * (w / 2 - 0.022), sy * (d / 2 - 0.022), z - 0.0015)), "corners", "corners")
    handle = smooth_path([(-0.07, 0, h), (-0.068, 0, h + 0.025), (-0.045, 0, h + 0.036), (0.045, 0, h + 0.036), (0.068, 0, h + 0.025), (0.07, 0, h)], 40)
    b.add(sweep(handle, 0.0095, sides=16, flat=0.8), "corners", "handle")
    b.support("top", -w / 2, w / 2, -d / 2, d / 2, h)
    b.lean = "back"


@prop("umbrella")
def umbrella(spec: Spec, b: Builder) -> None:
    b.slot("canopy", "silk", "#c23b2e")
    b.slot("metal", "steel", "#b9bbbd", role="trim")
    b.slot("handle", "walnut", "#5b3a21", role="trim")
    n, R, H = 8, 0.52, 0.25
    if spec.has("closed", "folded", "rolled"):  # lying down, handle to the right
        folds = [(r * (1 + 0.04 * (-1) ** k), z) for k, (r, z) in enumerate(smooth_path([(0.006, 0.1), (0.024, 0.14), (0.036, 0.35), (0.03, 0.6), (0.012, 0.74)], 24))]
        parts = [(lathe([(0, 0.095), *folds, (0, 0.745)], segments=40, smooth=70), "canopy"), (sweep([(0, 0, 0.02), (0, 0, 0.4), (0, 0, 0.86)], 0.006), "metal")]
        parts.append((sweep(smooth_path([(0, 0, 0.82), (0, 0, 0.92), (0.03, 0, 0.97), (0.07, 0, 0.94), (0.075, 0, 0.89)], 30), 0.011), "handle"))
        parts.append((torus(0.033, 0.004, at=(0, 0, 0.45), segments=40), "handle"))
        for o, slot in parts:
            b.add(move(rotate(o, 0, 90), -0.45, 0, 0.04), slot)
        return
    rings, steps = [], 16
    for i in range(steps + 1):
        t = i / steps
        ring = []
        for j in range(n * 6):
            a = 2 * math.pi * j / (n * 6)
            sag = math.cos(n * a)
            rad = R * math.sin(t * 1.45) / math.sin(1.45) * (1 - 0.045 * t * (1 - sag))
            ring.append((rad * math.cos(a), rad * math.sin(a), H * math.cos(t * 1.45) - 0.02 * t * t * (1 - sag) + 0.55))
        rings.append(ring)
    m = n * 6
    verts = [(0, 0, H + 0.55)] + [p for ring in rings[1:] for p in ring]
    faces = [(0, 1 + j, 1 + (j + 1) % m) for j in range(m)]
    faces += [(1 + i * m + j, 1 + (i + 1) * m + j, 1 + (i + 1) * m + (j + 1) % m, 1 + i * m + (j + 1) % m) for i in range(steps - 1) for j in range(m)]
    from diorama_stage.kit import solidify

    parts = [solidify(from_geometry("canopy", verts, faces, smooth=70), 0.0012)]
    stem = sweep([(0, 0, 0.02), (0, 0, 0.4), (0, 0, H + 0.6)], 0.0055, sides=12)
    hook = sweep(smooth_path([(0, 0, 0.06), (0, 0, -0.06), (0.03, 0, -0.11), (0.075, 0, -0.085), (0.08, 0, -0.05)], 36), 0.0115, sides=16)
    ribs = [sweep([(0, 0, H + 0.545), *[(R * math.sin(t * 1.45) / math.sin(1.45) * math.cos(a), R * math.sin(t * 1.45) / math.sin(1.45) * math.sin(a), H * math.cos(t * 1.45) + 0.545) for t in np.linspace(0.1, 1, 14)]], 0.002, sides=6) for a in [2 * math.pi * k / n for k in range(n)]]
    tilt = lambda o: move(rotate(move(o, 0, 0, -0.4), 18, -58, 0), 0, 0, 0.4)  # noqa: E731
    for o in parts:
        b.add(tilt(o), "canopy")
    for o in (stem, *ribs):
        b.add(tilt(o), "metal")
    b.add(tilt(hook), "handle")
    low = min((v.co.z for group in b._parts.values() for o in group for v in o.data.vertices))
    for group in b._parts.values():
        for o in group:
            move(o, 0, 0, -low)


@prop("camera")
def camera(spec: Spec, b: Builder) -> None:
    w, d, h = 0.138, 0.036, 0.066
    b.slot("body", "plastic", "#1b1b1c", finish=("matte",))
    b.slot("grip", "leather", "#191817", role="trim")
    b.slot("metal", "brushed_steel", "#a9a9a7", role="trim")
    b.slot("glass", "lacquer", "#0b1020", role="fixed")
    b.slot("marks", "plastic", "#d9d6cf", role="fixed")
    b.add(box(w, d, h + 0.012, bevel=0.008, segments=5), "body")
    b.add(box(w + 0.001, d + 0.0015, h * 0.56, bevel=0.006, at=(0, 0, 0.014)), "grip")
    b.add(box(0.026, 0.022, h * 0.78, bevel=0.009, segments=5, at=(-w / 2 + 0.017, -d / 2 - 0.006, 0.01)), "grip")
    hump = extrude([(-0.026, 0), (0.026, 0), (0.019, 0.02), (0.011, 0.024), (-0.011, 0.024), (-0.019, 0.02)], d + 0.006, bevel=0.002)
    b.add(move(rotate(hump, 90), 0, (d + 0.006) / 2, h + 0.009), "body", "prism")
    b.add(box(0.016, 0.014, 0.003, bevel=0.0006, at=(0, 0.004, h + 0.0328)), "metal", "hot shoe")
    for x, r, t in ((-0.048, 0.0085, 0.009), (0.046, 0.012, 0.008), (-0.032, 0.0055, 0.006)):
        b.add(cylinder(r, t, bevel=0.0012, segments=40, at=(x, 0, h + 0.011)), "metal" if r < 0.007 else "body", "dials")
    profile = [(0.0, 0), (0.031, 0), (0.031, 0.006), (0.0335, 0.008), (0.0335, 0.022), (0.031, 0.0235), (0.031, 0.027), (0.033, 0.0285), (0.033, 0.043), (0.0305, 0.046), (0.0295, 0.054), (0.0275, 0.054), (0.0262, 0.049), (0.0205, 0.044)]
    b.add(move(rotate(lathe(rounded_profile(profile, 0.0011), segments=96), 90), 0, -d / 2, h * 0.52), "body", "lens")
    for z in np.linspace(0.0295, 0.042, 7):
        b.add(move(rotate(torus(0.0331, 0.0006, segments=72, sides=6), 90), 0, -d / 2 - z, h * 0.52), "grip", "ring")
    b.add(move(rotate(torus(0.0333, 0.0008, segments=72, sides=8), 90), 0, -d / 2 - 0.025, h * 0.52), "metal", "ring")
    front = lathe([(0.0208, 0), (0.015, 0.0035), (0.008, 0.0052), (0, 0.0058)], segments=64, smooth=180)
    b.add(move(rotate(front, 90), 0, -d / 2 - 0.0435, h * 0.52), "glass")
    for s in (-1, 1):
        b.add(move(rotate(torus(0.0045, 0.0012, segments=24, sides=8), 0, 90), s * (w / 2 + 0.003), 0, h * 0.93), "metal", "lugs")
    text = spec.labels[0] if spec.labels else {"text": "DIORAMA", "style": "sans", "colour": {"hex": "#e8e6e0"}}
    b.slot("name", "printed", role="fixed", label=text, params={"transparent": True})
    b.add(label_plane(0.03, 0.007, at=(0, -d / 2 - 0.0032, h + 0.018)), "name")


@prop("armchair")
def armchair(spec: Spec, b: Builder) -> None:
    b.slot("body", "velvet", b.choose("#2f5d46", "#7d8f9a", "#b5803c"))
    b.slot("legs", "walnut", "#5a3a22", role="trim")
    w, d = 0.78, 0.8

    def pad(x, y, z, at, soft=0.05, puff=0.0):
        made = subdivide(box(x, y, z, bevel=soft, segments=4), 1)
        for v in made.data.vertices:
            k = max(0.0, 1 - (2 * v.co.x / x) ** 2) * max(0.0, 1 - (2 * v.co.y / y) ** 2)
            v.co.z += puff * k * (1 if v.co.z > z / 2 else -0.2)
        return move(made, *at)

    b.add(pad(w - 0.06, d - 0.1, 0.16, (0, 0, 0.2), 0.04), "body", "base")
    b.add(pad(w - 0.22, d - 0.14, 0.17, (0, -0.06, 0.335), 0.06, 0.035), "body", "cushion")
    back = pad(w - 0.1, 0.2, 0.56, (0, 0, 0), 0.08)
    b.add(move(rotate(back, -13), 0, d / 2 - 0.1, 0.3), "body", "back")
    cushion = pad(w - 0.26, 0.16, 0.4, (0, 0, 0), 0.07)
    b.add(move(rotate(cushion, -15), 0, d / 2 - 0.21, 0.43), "body", "back cushion")
    for s in (-1, 1):
        arm = smooth_path([(s * (w / 2 - 0.05), -d / 2 + 0.03, 0.56), (s * (w / 2 - 0.045), 0.0, 0.58), (s * (w / 2 - 0.05), d / 2 - 0.1, 0.62)], 20)
        b.add(sweep(arm, 0.075, sides=28), "body", "arms")
        b.add(pad(0.13, d - 0.12, 0.36, (s * (w / 2 - 0.055), -0.01, 0.2), 0.05), "body", "arms")
        for y in (-d / 2 + 0.1, d / 2 - 0.12):
            rod(b, "legs", (s * (w / 2 - 0.1), y, 0.21), (s * (w / 2 - 0.07), y * 1.08, 0.0), 0.017)
    for x in np.linspace(-0.2, 0.2, 3):
        for z in (0.62, 0.76):
            b.add(sphere(0.014, at=(x, d / 2 - 0.265 + (z - 0.62) * 0.25, z)), "body", "buttons")
    b.support("seat", -0.24, 0.24, -0.3, 0.15, 0.53)


@prop("floor_lamp")
def floor_lamp(spec: Spec, b: Builder) -> None:
    b.slot("stand", "brass", "#b08d45")
    b.slot("shade", "linen", "#efe6d2", role="trim", params={"glow": True})
    b.slot("bulb", "emission", "#ffd9a0", role="fixed", params={"strength": 25.0, "kelvin": 2700})
    b.add(lathe(rounded_profile([(0, 0), (0.14, 0), (0.14, 0.012), (0.03, 0.022), (0.012, 0.04), (0.011, 1.42), (0.016, 1.44), (0, 1.45)], 0.004), segments=72), "stand")
    shade = [(0.2, 1.36), (0.13, 1.66), (0.1275, 1.66), (0.1975, 1.36)]
    b.add(lathe([*shade, shade[0]], segments=72, smooth=30), "shade")
    b.add(sphere(0.035, at=(0, 0, 1.5)), "bulb")
    if not spec.has("unlit", "off"):
        b.emitters.append(Emitter(0, 0, 1.5, 0.06, 2700, 22.0))
    b.footprint = "round"


@prop("bench")
def bench(spec: Spec, b: Builder) -> None:
    w = 1.6
    b.slot("slats", "oak", "#8a6238")
    b.slot("iron", "cast_iron", "#24282a", role="trim")
    for k in range(5):
        b.add(box(w, 0.075, 0.03, bevel=0.006, at=(0, -0.2 + k * 0.095, 0.43 - 0.006 * abs(k - 2))), "slats", "seat")
    for k in range(4):
        b.add(move(rotate(box(w, 0.028, 0.078, bevel=0.006), -14), 0, 0.245 + k * 0.024, 0.52 + k * 0.098), "slats", "back")
    for x in (-w / 2 + 0.16, w / 2 - 0.16):
        for pts in ([(x, -0.26, 0.0), (x, -0.22, 0.2), (x, -0.24, 0.41)], [(x, 0.34, 0.0), (x, 0.22, 0.22), (x, 0.2, 0.42), (x, 0.27, 0.65), (x, 0.34, 0.9)], [(x, -0.25, 0.41), (x, 0, 0.415), (x, 0.21, 0.42)], [(x, -0.25, 0.42), (x, -0.27, 0.58), (x, -0.1, 0.65), (x, 0.25, 0.62)], [(x, -0.22, 0.14), (x, 0.02, 0.22), (x, 0.27, 0.14)]):
            b.add(sweep(smooth_path(pts, 30), 0.017, sides=12, flat=1.5), "iron", "frame")
    b.support("seat", -w / 2 + 0.05, w / 2 - 0.05, -0.22, 0.18, 0.455)
    b.lean = None


@prop("perfume_bottle")
def perfume(spec: Spec, b: Builder) -> None:
    w, d, h = 0.062, 0.032, 0.082
    b.slot("body", "glass", "#eef2f0")
    b.slot("liquid", "liquid", role="fixed", params={"of": "perfume"})
    b.slot("collar", "brass", "#c2a25a", role="trim")
    b.slot("cap", "lacquer", "#161616", role="trim")
    b.add(box(w, d, h, bevel=0.007, segments=6), "body")
    inner = box(w - 0.012, d - 0.012, h - 0.02, bevel=0.005, segments=4, at=(0, 0, 0.013))
    b.add(inner, "liquid")
    b.add(cylinder(0.0105, 0.012, bevel=0.001, at=(0, 0, h - 0.0005)), "collar")
    b.add(box(0.03, 0.026, 0.03, bevel=0.003, segments=4, at=(0, 0, h + 0.011)), "cap")
    label = spec.labels[0] if spec.labels else None
    if label:
        b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(label_plane(w * 0.78, h * 0.34, at=(0, -d / 2 - 0.0004, h * 0.5)), "label")


@prop("cup")
def cup(spec: Spec, b: Builder) -> None:
    b.slot("body", "porcelain", "#ece9e2")
    b.slot("contents", "liquid", role="fixed", params={"of": spec.contents or "coffee"})
    b.add(lathe(rounded_profile([(0, 0.002), (0.035, 0.002), (0.04, 0), (0.043, 0.003), (0.073, 0.012), (0.074, 0.015), (0.043, 0.006), (0, 0.005)], 0.0015), segments=72), "body", "saucer")
    r, h = 0.036, 0.058
    outline = smooth_path([(0.02, 0.007), (0.027, 0.012), (0.034, 0.035), (r, h)], 30)
    inner = [(max(a - 0.003, 0), z) for a, z in outline[::-1] if z > 0.013]
    b.add(lathe([(0, 0.007), *map(tuple, outline), *inner, (0, 0.013)], segments=72), "body")
    grip = smooth_path([(r * 0.93, h * 0.85), (r + 0.012, h * 0.85), (r + 0.018, h * 0.6), (r + 0.008, h * 0.4), (r * 0.88, h * 0.42)], 30)
    b.add(sweep([(x, 0, z) for x, z in grip], 0.0032, sides=14), "body", "handle")
    b.add(lathe([(0, h * 0.86), (0.0325, h * 0.86)], segments=48, smooth=180), "contents")
    b.interior = Interior(0.032, 0.013, h)
    b.footprint = "round"


@prop("laptop")
def laptop(spec: Spec, b: Builder) -> None:
    w, d = 0.31, 0.215
    b.slot("body", "aluminium", b.choose("#c9cac8", "#55585c"))
    b.slot("keys", "plastic", "#1c1d1f", role="fixed")
    b.slot("glass", "lacquer", "#0a0a0c", role="fixed")
    b.slot("screen", "screen", role="fixed", label=spec.labels[0] if spec.labels else None, params={"picture": "desktop"})
    b.add(box(w, d, 0.0105, bevel=0.004, segments=4), "body")
    for row in range(5):
        n = 13 if row < 4 else 9
        for k in range(n):
            kw = 0.262 / n
            b.add(box(kw - 0.0035, 0.0145, 0.0016, bevel=0.0008, segments=2, at=(-0.131 + kw * (k + 0.5), 0.082 - row * 0.0185, 0.0101)), "keys")
    b.add(box(0.1, 0.065, 0.0006, bevel=0.0002, at=(0, -0.062, 0.0102)), "body", "trackpad")
    lid = [box(w, 0.006, d, bevel=0.0025, segments=4), box(w - 0.004, 0.001, d - 0.004, bevel=0.0004, at=(0, -0.0034, 0.002)), label_plane(w - 0.018, d - 0.022, at=(0, -0.0042, d / 2 + 0.001))]
    for o, slot in zip(lid, ("body", "glass", "screen"), strict=True):
        b.add(move(rotate(o, -20), 0, d / 2, 0.0105), slot, "lid" if slot == "body" else None)


@prop("photograph")
def photograph(spec: Spec, b: Builder) -> None:
    b.slot("paper", "paper", "#efece4")
    for k in range(3):
        a = b.rng.uniform(-24, 24)
        x, y = (k - 1) * 0.07 + b.rng.uniform(-0.01, 0.01), b.rng.uniform(-0.03, 0.03)
        b.slot(f"print{k}", "printed", role="fixed", params={"picture": ("landscape", "portrait", "abstract")[(k + spec.seed) % 3]})
        sheet = box(0.127, 0.089, 0.0006, bevel=0.0002)
        b.add(move(rotate(sheet, 0, 0, a), x, y, 0.0008 * k), "paper")
        b.add(move(rotate(rotate(label_plane(0.116, 0.078), -90), 0, 0, a), x, y, 0.0008 * k + 0.0008), f"print{k}", "picture")


@prop("pen", "pencil")
def pen(spec: Spec, b: Builder) -> None:
    b.slot("body", "plastic", "#26282b" if spec.kind == "pen" else "#d9a520")
    b.slot("tip", "steel" if spec.kind == "pen" else "wood", "#b5b7b8" if spec.kind == "pen" else "#d2b48c", role="trim")
    b.add(move(rotate(cylinder(0.0045, 0.125, bevel=0.0018), 0, 90), -0.06, 0, 0.0045), "body")
    b.add(move(rotate(cylinder(0.0043, 0.018, top=0.0007, bevel=0.0003), 0, 90), 0.0648, 0, 0.0045), "tip")


@prop("neon_sign")
def neon(spec: Spec, b: Builder) -> None:
    text = spec.labels[0]["text"] if spec.labels else "NEON"
    colour = ((spec.labels[0].get("colour") or {}).get("hex") if spec.labels else None) or "#ff3a2a"
    b.slot("tubes", "emission", colour, params={"strength": 14.0})
    b.slot("board", "plastic", "#15151a", role="fixed")
    b.slot("wire", "rubber", "#111113", role="fixed")
    lines = text.split("\n") if "\n" in text or len(text) < 11 else _wrapped(text)
    width = 0.0
    made = []
    for row, line in enumerate(lines):
        curve = bpy.data.curves.new("text", "FONT")
        curve.body, curve.size, curve.align_x, curve.fill_mode = line, 0.34, "CENTER", "NONE"
        curve.bevel_depth, curve.bevel_resolution, curve.resolution_u, curve.space_character = 0.0085, 3, 6, 1.12
        object = bpy.data.objects.new("text", curve)
        bpy.context.scene.collection.objects.link(object)
        bpy.context.view_layer.update()
        mesh = bpy.data.meshes.new_from_object(object.evaluated_get(bpy.context.evaluated_depsgraph_get()))
        bpy.data.objects.remove(object)
        tube = bpy.data.objects.new("tubes", mesh)
        bpy.context.scene.collection.objects.link(tube)
        rotate(tube, 90)
        move(tube, 0, -0.05, 0.12 + (len(lines) - 1 - row) * 0.4)
        xs = [v.co.x for v in mesh.vertices] or [0]
        width = max(width, max(xs) - min(xs))
        made.append(tube)
    h = len(lines) * 0.4 + 0.1
    for o in made:
        b.add(o, "tubes")
    b.add(box(width + 0.24, 0.03, h, bevel=0.008, at=(0, 0, 0)), "board")
    for x in (-width / 2 + 0.1, width / 2 - 0.1):
        rod(b, "wire", (x, 0, h), (x, 0, h + 0.1), 0.006)
    b.emitters.append(Emitter(0, -0.25, h / 2, 0.2, 2200, 12.0))
    b.hang = (0, 0, h + 0.1)


def _wrapped(text: str) -> list[str]:
    words, half = text.split(), len(text) / 2
    first: list[str] = []
    while words and len(" ".join([*first, words[0]])) <= half + 2:
        first.append(words.pop(0))
    return [line for line in (" ".join(first), " ".join(words)) if line]


__all__ = ["arc", "bevel_edges"]
