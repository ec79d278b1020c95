# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables, chairs, a couch, lamps, shelves, signs and screens: simplest believable forms."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Emitter, Interior, Spec, box, cylinder, displace, extrude, label_arc, label_plane, lathe, move, rotate, rounded_profile, smooth_path, sphere, subdivide, sweep, torus
from diorama_stage.props.registry import prop


def rod(b: Builder, slot: str, a, c, radius: float, part: str | None = None, sides: int = 16):
    return b.add(sweep([a, tuple((np.asarray(a) + np.asarray(c)) / 2), c], radius, sides=sides), slot, part)


def leg(b: Builder, slot: str, x: float, y: float, top: float, wide: float = 0.045, out: float = 0.03):
    rings = [[(x * (1 + out * k) + sx * w, y * (1 + out * k) + sy * w, z) for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))] for k, z, w in ((1, 0.0, wide * 0.32), (0, top, wide * 0.5))]
    from diorama_stage.kit import bevel, loft

    return b.add(bevel(loft(rings, smooth=30), 0.004), slot, "legs")


@prop("table", "desk", "coffee_table")
def table(spec: Spec, b: Builder) -> None:
    w, d, h = {"table": (1.4, 0.8, 0.74), "desk": (1.3, 0.65, 0.74), "coffee_table": (1.05, 0.6, 0.42)}[spec.kind]
    wood = b.choose("oak", "walnut", "oak")
    b.slot("top", wood)
    b.slot("legs", wood)
    b.slot("knobs", "brass", role="trim")
    if spec.shape in ("round", "oval", "circular"):
        r = d * 0.62
        b.add(cylinder(r, 0.03, bevel=0.008, segments=96, at=(0, 0, h - 0.03)), "top")
        b.add(lathe(rounded_profile([(0, 0), (r * 0.5, 0), (r * 0.5, 0.02), (0.05, 0.05), (0.035, 0.3), (0.045, h - 0.05), (0.12, h - 0.03)], 0.02), segments=64), "legs")
        b.support("top", -r, r, -r, r, h, round=True)
        b.footprint = "round"
        return
    b.add(box(w, d, 0.032, bevel=0.006, at=(0, 0, h - 0.032)), "top")
    b.add(box(w - 0.16, d - 0.16, 0.07, bevel=0.003, at=(0, 0, h - 0.1)), "legs", "apron")
    for x in (-w / 2 + 0.07, w / 2 - 0.07):
        for y in (-d / 2 + 0.07, d / 2 - 0.07):
            leg(b, "legs", x, y, h - 0.03)
    if spec.kind == "desk":
        for x in (-0.3, 0.3):
            b.add(box(0.42, 0.02, 0.075, bevel=0.003, at=(x, -d / 2 + 0.075, h - 0.108)), "top", "drawers")
            b.add(sphere(0.012, at=(x, -d / 2 + 0.055, h - 0.07)), "knobs")
    b.support("top", -w / 2 + 0.03, w / 2 - 0.03, -d / 2 + 0.03, d / 2 - 0.03, h)


@prop("chair", "stool")
def chair(spec: Spec, b: Builder) -> None:
    wood = b.choose("oak", "walnut", "pine")
    b.slot("frame", wood)
    if spec.kind == "stool":
        h, r = 0.62, 0.17
        b.add(cylinder(r, 0.035, bevel=0.012, segments=72, at=(0, 0, h - 0.035)), "frame", "seat")
        for k in range(4):
            a = math.pi / 4 + k * math.pi / 2
            rod(b, "frame", (r * 1.15 * math.cos(a), r * 1.15 * math.sin(a), 0), (r * 0.7 * math.cos(a), r * 0.7 * math.sin(a), h - 0.03), 0.016, "legs")
        b.add(torus(0.155, 0.009, at=(0, 0, 0.22)), "frame", "ring")
        b.support("seat", -r, r, -r, r, h, round=True)
        b.footprint = "round"
        return
    seat = subdivide(box(0.43, 0.42, 0.03, bevel=0.01, segments=3), 1)
    b.add(move(seat, 0, 0, 0.435), "frame", "seat")
    for x in (-0.18, 0.18):
        rod(b, "frame", (x * 1.12, -0.19, 0), (x, -0.165, 0.44), 0.016, "legs")
        b.add(sweep(smooth_path([(x * 1.08, 0.23, 0), (x, 0.18, 0.44), (x * 1.02, 0.215, 0.7), (x * 1.05, 0.27, 0.9)], 30), 0.0165, sides=16), "frame", "legs")
        rod(b, "frame", (x * 1.06, -0.18, 0.2), (x * 1.04, 0.2, 0.2), 0.009, "stretchers")
    rod(b, "frame", (-0.19, 0, 0.2), (0.19, 0, 0.2), 0.009, "stretchers")
    for z, y in ((0.84, 0.252), (0.7, 0.215), (0.57, 0.195)):
        bow = smooth_path([(-0.185, y, z), (0, y + 0.035, z + 0.005), (0.185, y, z)], 24)
        b.add(sweep(bow, 0.03 if z > 0.8 else 0.02, sides=16, flat=0.3), "frame", "back")
    b.support("seat", -0.17, 0.17, -0.17, 0.14, 0.466)


@prop("couch")
def couch(spec: Spec, b: Builder) -> None:
    b.slot("body", b.choose("fabric", "linen", "velvet"), b.choose("#8a8f8c", "#5b6c7d", "#b8a58a"))
    b.slot("legs", "walnut", role="trim")
    w, d = 1.95, 0.88

    def pad(x, y, z, soft=0.06, puff=0.0):
        made = subdivide(box(x, y, z, bevel=soft, segments=4), 1)
        for v in made.data.vertices:
            if v.co.z > z / 2:
                v.co.z += puff * max(0.0, 1 - (2 * v.co.x / x) ** 2) * max(0.0, 1 - (2 * v.co.y / y) ** 2)
        return made

    b.add(move(pad(w - 0.1, d - 0.06, 0.2, 0.03), 0, 0, 0.14), "body", "base")
    for x in (-1, 1):
        b.add(move(pad(w / 2 - 0.17, d - 0.2, 0.17, 0.06, 0.04), x * (w / 4 - 0.08), -0.06, 0.3), "body", "cushions")
        b.add(move(rotate(pad(w / 2 - 0.18, 0.2, 0.44, 0.08), -12), x * (w / 4 - 0.08), d / 2 - 0.24, 0.42), "body", "back cushions")
        b.add(move(pad(0.19, d - 0.04, 0.5, 0.07), x * (w / 2 - 0.09), 0, 0.14), "body", "arms")
        for y in (-d / 2 + 0.1, d / 2 - 0.1):
            rod(b, "legs", (x * (w / 2 - 0.1), y, 0), (x * (w / 2 - 0.13), y * 0.97, 0.15), 0.018, "legs")
    b.add(move(rotate(pad(w - 0.2, 0.17, 0.62, 0.06), -8), 0, d / 2 - 0.12, 0.16), "body", "back")
    b.support("seat", -0.75, 0.75, -0.32, 0.1, 0.5)


@prop("lamp", "desk_lamp")
def lamp(spec: Spec, b: Builder) -> None:
    b.slot("base", b.choose("ceramic", "brass", "walnut"), b.choose("#dcd5c6", None, "#4a6670"))
    b.slot("shade", "linen", "#efe6d2", role="trim", params={"glow": True} if not spec.has("unlit", "off") else {})
    b.slot("bulb", "emission", "#ffd9a0", role="fixed", params={"strength": 20.0})
    b.add(lathe(rounded_profile([(0, 0), (0.065, 0), (0.065, 0.012), (0.03, 0.03), (0.075, 0.12), (0.06, 0.2), (0.014, 0.26), (0.011, 0.32), (0, 0.32)], 0.02), segments=64), "base")
    shade = [(0.15, 0.28), (0.1, 0.47), (0.098, 0.47), (0.148, 0.28)]
    b.add(lathe([*shade, shade[0]], segments=72, smooth=30), "shade")
    b.add(sphere(0.03, at=(0, 0, 0.37)), "bulb")
    if not spec.has("unlit", "off"):
        b.emitters.append(Emitter(0, 0, 0.37, 0.04, 2700, 9.0))
    b.footprint = "round"


@prop("shelf", "bookshelf")
def shelf(spec: Spec, b: Builder) -> None:
    w, d, h, n = 0.8, 0.28, 1.6, 5
    b.slot("frame", b.choose("oak", "walnut", "pine"))
    for x in (-w / 2, w / 2):
        b.add(box(0.024, d, h, bevel=0.003, at=(x, 0, 0)), "frame")
    b.add(box(w, 0.008, h, bevel=0.001, at=(0, d / 2 - 0.004, 0)), "frame", "back")
    tones = ("#7a2f2a", "#2d4a5e", "#3c5a44", "#b79a5b", "#d8cfbe", "#2b2b2e", "#8a6a4a", "#a8503a")
    for k, tone in enumerate(tones):
        b.slot(f"book{k}", "linen", tone, role="fixed")
    for k in range(n):
        z = 0.06 + k * (h - 0.09) / (n - 1)
        b.add(box(w, d, 0.024, bevel=0.003, at=(0, 0, z)), "frame", "boards")
        if k < n - 1:
            room = (h - 0.09) / (n - 1) - 0.03
            b.support(f"board {k + 1}", -w / 2 + 0.05, w / 2 - 0.05, -d / 2 + 0.02, d / 2 - 0.03, z + 0.024, headroom=room)
            x = -w / 2 + 0.03
            while spec.kind == "bookshelf" and x < w / 2 - 0.08:
                t, bh = b.rng.uniform(0.018, 0.045), room * b.rng.uniform(0.62, 0.9)
                if b.rng.random() > 0.1:
                    b.add(box(t, d * 0.7, bh, bevel=0.002, at=(x + t / 2, 0.01, z + 0.024)), f"book{b.rng.randrange(len(tones))}", "books")
                x += t + 0.002


@prop("sign", "poster", "picture_frame", "mirror", "newspaper")
def board(spec: Spec, b: Builder) -> None:
    label = spec.labels[0] if spec.labels else None
    kind = spec.kind
    w, h = {"sign": (0.8, 0.42), "poster": (0.6, 0.84), "picture_frame": (0.5, 0.38), "mirror": (0.5, 0.8), "newspaper": (0.38, 0.56)}[kind]
    if kind == "newspaper":
        b.slot("paper", "paper", "#dfdacd")
        b.slot("print", "printed", role="fixed", label=None, params={"picture": "newsprint", "paper": "#dfdacd"})
        b.add(displace(subdivide(box(w, h, 0.008, bevel=0.003), 3, simple=True), 0.0015, 0.2, seed=spec.seed), "paper")
        b.add(move(rotate(label_plane(w * 0.96, h * 0.96), -90), 0, 0, 0.0105), "print")
        if label:
            b.slot("headline", "printed", role="fixed", label=label, params={"paper": "#dfdacd"})
            b.add(move(rotate(label_plane(w * 0.9, h * 0.2), -90), 0, h * 0.35, 0.011), "headline")
        return
    b.slot("frame", "oak" if kind != "poster" else "paper", "#efece4" if kind == "poster" else None)
    z0 = 0.0 if kind != "sign" else 0.9
    if kind == "sign":
        b.slot("post", "wood", role="trim")
        for x in (-w * 0.32, w * 0.32):
            b.add(box(0.07, 0.05, 1.38, bevel=0.005, at=(x, 0.035, 0)), "post")
        b.add(box(w, 0.03, h, bevel=0.006, at=(0, -0.005, z0)), "frame", "board")
        front = -0.0205
    elif kind == "poster":
        b.add(box(w, 0.002, h, bevel=0.0005), "frame", "paper")
        front = -0.0012
    else:
        m = 0.035
        for x, z, sx, sz, deep in ((0, 0, w, m, 0.026), (0, h - m, w, m, 0.026), (-w / 2 + m / 2, m * 0.5, m, h - m, 0.0255), (w / 2 - m / 2, m * 0.5, m, h - m, 0.0255)):
            b.add(box(sx, deep, sz, bevel=0.005, at=(x, 0, z)), "frame")
        front = -0.004
    if kind == "mirror":
        b.slot("glass", "chrome", role="fixed")
        b.add(box(w - 0.05, 0.004, h - 0.05, bevel=0.0005, at=(0, 0, 0.025)), "glass")
    elif label:
        b.slot("print", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(label_plane(w * 0.92, h * 0.86, at=(0, front, z0 + h / 2)), "print")
    elif kind != "sign":
        b.slot("print", "printed", role="fixed", params={"picture": b.choose("landscape", "abstract", "portrait")})
        b.add(label_plane(w - 0.06, h - 0.06, at=(0, front, h / 2)), "print")
    b.lean, b.hang = "back", (0, 0, h)


@prop("phone", "television", "monitor", "keyboard")
def screen(spec: Spec, b: Builder) -> None:
    label = spec.labels[0] if spec.labels else None
    b.slot("body", "plastic", "#1d1e20")
    if spec.kind == "keyboard":
        b.slot("keys", "plastic", "#e7e5df", role="trim")
        b.add(rotate(box(0.44, 0.135, 0.02, bevel=0.006), 4), "body")
        for row in range(5):
            n = 15 if row else 14
            for k in range(n):
                kw = 0.42 / n
                if row == 4 and 4 <= k <= 9 and k != 4:
                    continue
                wide = kw * 6 if row == 4 and k == 4 else kw
                b.add(move(rotate(box(wide - 0.003, 0.0195, 0.009, bevel=0.0025, segments=2), 4), -0.21 + kw * k + wide / 2, 0.046 - row * 0.0228, 0.021 + (0.046 - row * 0.0228) * 0.07), "keys")
        return
    w, h, t = {"phone": (0.073, 0.152, 0.008), "television": (1.1, 0.63, 0.04), "monitor": (0.6, 0.35, 0.03)}[spec.kind]
    b.slot("screen", "screen", role="fixed", label=label, params={"picture": "desktop" if spec.kind == "monitor" else "landscape"})
    if spec.kind == "phone":
        b.slot("metal", "aluminium", role="trim")
        b.add(box(w, h, t, bevel=0.0036, segments=5), "body")
        b.add(move(rotate(label_plane(w - 0.006, h - 0.008), -90), 0, 0, t + 0.0003), "screen")
        b.add(cylinder(0.0022, 0.0004, bevel=0.0001, at=(0, h / 2 - 0.009, t + 0.0003)), "metal", "camera")
        return
    up = 0.07 if spec.kind == "television" else 0.12
    b.add(box(w, t, h, bevel=0.006, at=(0, 0, up)), "body")
    b.add(label_plane(w - 0.02, h - 0.025, at=(0, -t / 2 - 0.0006, up + h / 2)), "screen")
    b.add(box(w * 0.34, 0.2, 0.012, bevel=0.004), "body", "stand")
    b.add(box(0.06, 0.03, up + 0.06, bevel=0.006, at=(0, 0.02, 0.005)), "body", "stand")
    if not spec.has("off"):
        b.emitters.append(Emitter(0, -0.2, up + h / 2, w * 0.3, 7000, 1.5 if spec.kind == "monitor" else 4.0))


@prop("clock", "alarm_clock")
def clock(spec: Spec, b: Builder) -> None:
    r = 0.15 if spec.kind == "clock" else 0.055
    b.slot("rim", b.choose("lacquer", "brass", "walnut"), b.choose("#1c1c1e", None, None))
    b.slot("face", "paper", "#f0ece2", role="trim")
    b.slot("hands", "lacquer", "#191919", role="fixed")
    parts = [(lathe(rounded_profile([(0, 0), (r, 0), (r, r * 0.2), (r * 0.93, r * 0.22), (r * 0.91, r * 0.14)], 0.004), segments=96), "rim"), (cylinder(r * 0.915, 0.004, bevel=0.001, segments=96, at=(0, 0, r * 0.12)), "face")]
    for k in range(60):
        a = 2 * math.pi * k / 60
        big = k % 5 == 0
        tick = box(r * (0.022 if big else 0.008), r * (0.11 if big else 0.05), 0.0008, bevel=0, at=(0, r * 0.79, r * 0.12 + 0.004))
        parts.append((rotate(tick, 0, 0, math.degrees(a)), "hands"))
    for angle, long_, wide in ((-52, 0.5, 0.045), (60, 0.74, 0.03)):
        parts.append((rotate(box(r * wide, r * long_, 0.0012, bevel=0.0004, at=(0, r * long_ * 0.42, r * 0.15)), 0, 0, angle), "hands"))
    parts.append((cylinder(r * 0.04, 0.004, bevel=0.001, at=(0, 0, r * 0.15)), "hands"))
    lift = r if spec.kind == "clock" else r + 0.015
    for o, slot in parts:
        b.add(move(rotate(o, 90), 0, r * 0.1, lift), slot)
    if spec.kind == "alarm_clock":
        for s in (-1, 1):
            b.add(move(rotate(cylinder(0.007, 0.02, bevel=0.002), 0, s * 22), s * r * 0.55, 0, 0.0), "rim", "feet")
            b.add(move(rotate(lathe([(0, 0.016), (0.012, 0.013), (0.02, 0.004), (0.021, 0), (0.0195, 0)], segments=40), 0, s * 30), s * r * 0.55, 0, lift + r * 0.86), "rim", "bells")
    b.hang = (0, 0, 2 * r)
    b.lean = "back"


@prop("jar", "cosmetics_jar", "can", "tube")
def jar(spec: Spec, b: Builder) -> None:
    label = spec.labels[0] if spec.labels else None
    if spec.kind == "tube":
        b.slot("body", "plastic", b.choose("#e9e6df", "#c9d6cf"))
        b.slot("cap", "plastic", "#d9d6ce", role="trim")
        from diorama_stage.kit import loft

        t = np.linspace(0, 2 * np.pi, 40, endpoint=False)
        rings = [[(0.022 * np.cos(a), (0.022 * (1 - k) + 0.0012 * k) * np.sin(a), 0.022 + 0.125 * k) for a in t] for k in np.linspace(0, 1, 14)]
        b.add(loft(rings), "body")
        b.add(cylinder(0.019, 0.024, bevel=0.002), "cap")
        if label:
            b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
            b.add(move(rotate(label_plane(0.03, 0.04), -8), 0, -0.0155, 0.085), "label")
        b.footprint = "round"
        return
    r, h = {"jar": (0.042, 0.115), "cosmetics_jar": (0.034, 0.046), "can": (0.033, 0.122)}[spec.kind]
    if spec.kind == "can":
        b.slot("body", "aluminium", b.choose(None, "#b3261e", "#2d6a8f"))
        b.slot("rim", "aluminium", role="trim")
        b.add(lathe(rounded_profile([(0, 0.006), (r * 0.7, 0.006), (r * 0.78, 0), (r * 0.84, 0.003), (r, 0.012), (r, h - 0.014), (r * 0.84, h - 0.004)], 0.003), segments=80), "body")
        b.add(lathe(rounded_profile([(r * 0.84, h - 0.005), (r * 0.86, h), (r * 0.8, h), (r * 0.76, h - 0.005), (0, h - 0.0045)], 0.001), segments=80), "rim")
        b.add(extrude([(0.006 * math.cos(a), 0.002 + 0.011 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 24, endpoint=False)], 0.001, bevel=0.0003, at=(0, 0, h - 0.0042)), "rim", "tab")
    else:
        b.slot("body", "glass" if spec.kind == "jar" else "frosted_glass")
        b.slot("lid", "brass" if spec.kind == "jar" else "lacquer", None if spec.kind == "jar" else "#e8e4da", role="trim")
        b.add(lathe(rounded_profile([(0, 0), (r, 0), (r, h * 0.82), (r * 0.9, h * 0.88), (r * 0.9, h), (r * 0.85, h), (r * 0.85, h * 0.87), (r * 0.93, h * 0.8), (r * 0.93, 0.006), (0, 0.006)], 0.003), segments=80), "body")
        b.add(lathe(rounded_profile([(r * 0.96, h * 0.88), (r * 0.97, h * 1.04), (r * 0.9, h * 1.06), (0, h * 1.06)], 0.0025), segments=80), "lid")
        if spec.contents or spec.kind == "cosmetics_jar":
            b.slot("contents", "icing" if spec.kind == "cosmetics_jar" else "liquid", role="fixed", params={"of": spec.contents} if spec.contents else {})
            b.add(cylinder(r * 0.92, h * 0.7, bevel=0.003, at=(0, 0, 0.0065)), "contents")
        b.interior = Interior(r * 0.85, 0.006, h)
    if label:
        b.slot("label", "printed", role="fixed", label=label, params={"paper": "#f2eee4"} if spec.kind != "can" else {"transparent": True})
        b.add(label_arc(r, h * 0.22, h * 0.74, 140), "label")
    b.footprint = "round"


@prop("teapot", "kettle", "pitcher")
def teapot(spec: Spec, b: Builder) -> None:
    b.slot("body", "steel" if spec.kind == "kettle" else "ceramic", None if spec.kind == "kettle" else b.choose("#e6e1d6", "#4f6b62", "#7c93a8"))
    r, h = 0.075, 0.125
    if spec.kind == "pitcher":
        h = 0.22
        out = smooth_path([(0.045, 0), (0.07, 0.05), (0.068, 0.12), (0.045, 0.18), (0.055, h)], 50)
        inner = [(x - 0.004, z) for x, z in out[::-1] if z > 0.01]
        b.add(lathe([(0, 0), *map(tuple, out), *inner, (0, 0.01)], segments=80), "body")
        b.add(sweep(smooth_path([(0.05, 0, h * 0.95), (0.1, 0, h * 0.93), (0.11, 0, h * 0.6), (0.065, 0, h * 0.35)], 36), 0.0075, sides=18), "body", "handle")
        b.add(sweep(smooth_path([(-0.045, 0, h * 0.88), (-0.06, 0, h * 0.95), (-0.078, 0, h * 1.0)], 16), np.linspace(0.02, 0.012, 16), sides=20, flat=0.8), "body", "spout")
        b.footprint = "round"
        return
    out = smooth_path([(0.045, 0), (r * 0.95, 0.03), (r, h * 0.5), (r * 0.75, h * 0.85), (0.04, h * 0.97)], 50)
    b.add(lathe([(0, 0), *map(tuple, out), (0.034, h * 0.95), (0, h * 0.94)], segments=96), "body")
    b.add(lathe(rounded_profile([(0.043, h * 0.955), (0.04, h * 1.0), (0.02, h * 1.06), (0.007, h * 1.08), (0.007, h * 1.1), (0.014, h * 1.16), (0.008, h * 1.23), (0, h * 1.24)], 0.003), segments=64), "body", "lid")
    spout = smooth_path([(-r * 0.85, 0, h * 0.3), (-r * 1.25, 0, h * 0.42), (-r * 1.5, 0, h * 0.75), (-r * 1.78, 0, h * 0.95)], 30)
    b.add(sweep(spout, np.linspace(0.021, 0.0085, 30), sides=24), "body", "spout")
    grip = [(r * 0.78, 0, h * 0.85), (r * 1.35, 0, h * 0.9), (r * 1.6, 0, h * 0.6), (r * 1.3, 0, h * 0.25), (r * 0.9, 0, h * 0.25)]
    b.add(sweep(smooth_path(grip, 40), 0.0068, sides=20), "body", "handle")
    b.footprint = "round"


@prop("wine_glass")
def wine_glass(spec: Spec, b: Builder) -> None:
    b.slot("body", "glass", "#f3f6f5")
    bowl = smooth_path([(0.004, 0.098), (0.02, 0.105), (0.037, 0.135), (0.038, 0.165), (0.031, 0.215)], 40)
    inner = [(max(x - 0.0012, 0), z) for x, z in bowl[::-1] if z > 0.105]
    b.add(lathe([(0, 0), *rounded_profile([(0.035, 0), (0.035, 0.0015), (0.008, 0.006), (0.0038, 0.02), (0.0036, 0.095)], 0.002), *map(tuple, bowl), *inner, (0, 0.107)], segments=72), "body")
    if spec.contents or spec.has("full", "half_full"):
        b.slot("contents", "liquid", role="fixed", params={"of": spec.contents or "red_wine"})
        level = [(x - 0.0011, z) for x, z in bowl if 0.1075 < z < 0.15]
        b.add(lathe([(0, 0.1072), *level, (0, level[-1][1])], segments=64), "contents")
    b.interior = Interior(0.03, 0.107, 0.215)
    b.footprint = "round"


@prop("spoon", "fork", "knife")
def cutlery(spec: Spec, b: Builder) -> None:
    b.slot("body", "steel")
    path = smooth_path([(0, -0.1, 0.002), (0, -0.02, 0.004), (0, 0.03, 0.008), (0, 0.05, 0.007)], 40)
    b.add(sweep(path, np.interp(np.linspace(0, 1, 40), [0, 0.05, 0.6, 1], [0.004, 0.0075, 0.003, 0.003]), flat=0.32, sides=16), "body", "handle")
    if spec.kind == "spoon":
        from diorama_stage.kit import ellipsoid, solidify

        shell = ellipsoid(0.0195, 0.03, 0.008, segments=48)
        import bmesh

        work = bmesh.new()
        work.from_mesh(shell.data)
        bmesh.ops.delete(work, geom=[v for v in work.verts if v.co.z > 0.0005], context="VERTS")
        work.to_mesh(shell.data)
        work.free()
        b.add(move(solidify(shell, 0.0012), 0, 0.078, 0.0095), "body", "bowl")
    elif spec.kind == "fork":
        b.add(extrude([(-0.003, 0.048), (0.003, 0.048), (0.011, 0.066), (0.0115, 0.075), (-0.0115, 0.075), (-0.011, 0.066)], 0.002, bevel=0.0008, at=(0, 0, 0.006)), "body", "head")
        for x in (-0.0095, -0.0032, 0.0032, 0.0095):
            rod(b, "body", (x, 0.074, 0.007), (x * 0.95, 0.112, 0.009), 0.0016, "tines", 10)
    else:
        b.add(extrude([(-0.004, 0.045), (0.004, 0.045), (0.009, 0.06), (0.009, 0.1), (0.003, 0.118), (-0.005, 0.1)], 0.0016, bevel=0.0006, at=(0, 0, 0.006)), "body", "blade")


@prop("basket", "bucket")
def basket(spec: Spec, b: Builder) -> None:
    r, h = 0.13, 0.16
    if spec.kind == "bucket":
        b.slot("body", "steel")
        b.add(lathe(rounded_profile([(0, 0), (r * 0.8, 0), (r, h * 1.3), (r * 1.02, h * 1.31), (r * 0.97, h * 1.29), (r * 0.77, 0.006), (0, 0.006)], 0.003), segments=72), "body")
        b.add(sweep([(r * math.cos(t), 0.1 * math.sin(t) * 0.4 - 0.02, h * 1.25 + r * 0.9 * math.sin(t)) for t in np.linspace(0, math.pi, 30)], 0.0035, sides=10), "body", "handle")
    else:
        b.slot("body", "rattan")
        rows = 14
        for k in range(rows):
            z = 0.006 + k * h / rows
            rk = r * (0.82 + 0.18 * k / rows)
            t = np.linspace(0, 2 * np.pi, 145)
            ring = [(float((rk + 0.0035 * math.sin(24 * a + math.pi * k)) * math.cos(a)), float((rk + 0.0035 * math.sin(24 * a + math.pi * k)) * math.sin(a)), z) for a in t]
            b.add(sweep(ring, 0.0065, sides=8), "body", "weave")
        for k in range(24):
            a = 2 * math.pi * (k + 0.5) / 24
            rod(b, "body", (r * 0.82 * math.cos(a), r * 0.82 * math.sin(a), 0), (r * math.cos(a), r * math.sin(a), h), 0.004, "stakes", 8)
        b.add(cylinder(r * 0.83, 0.008, bevel=0.002, segments=64), "body", "floor")
        b.add(torus(r, 0.009, at=(0, 0, h)), "body", "rim")
        b.add(sweep([(r * math.cos(t), 0, h + r * 1.1 * math.sin(t)) for t in np.linspace(0, math.pi, 40)], 0.007, sides=12), "body", "handle")
    b.interior = Interior(r * 0.82, 0.01, h)
    b.footprint = "round"
