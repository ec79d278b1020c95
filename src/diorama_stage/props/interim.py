# SPDX-License-Identifier: GPL-3.0-or-later
"""Vessels and fruit in their simplest believable forms."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Emitter, Interior, Spec, bevel, box, cylinder, displace, ellipsoid, extrude, from_geometry, label_arc, label_plane, lathe, move, rotate, rounded_profile, smooth_path, sweep
from diorama_stage.props.registry import prop


def _vessel(outline, wall: float, bottom: float, count: int = 48):
    """A closed profile: the outline up, the inside (offset by `wall`) down to the floor at `bottom`."""
    out = smooth_path(outline, count)
    inner = [(max(r - wall, 0.0), z) for r, z in out[::-1] if z > bottom]
    return [(0, 0), *map(tuple, out), *inner, (0, bottom)]


@prop("bottle", "wine_bottle", "water_bottle")
def bottle(spec: Spec, b: Builder) -> None:
    wine = spec.kind == "wine_bottle"
    r, h = (0.037, 0.3) if wine else (b.vary(0.036), b.vary(0.24))
    b.slot("body", "glass", "#26351f" if wine else b.choose("#dfe8e2", "#3f6b4a", "#8a5a22"))
    outline = [(r * 0.9, 0), (r, 0.006), (r, h * 0.58), (r * 0.86, h * 0.68), (0.0145, h * 0.8), (0.0138, h * 0.94), (0.016, h * 0.95), (0.016, h)]
    b.add(lathe(rounded_profile(_vessel(outline, 0.003, 0.006, 60), 0.001), segments=72), "body")
    if wine:
        b.slot("foil", "foil", "#5a1620", role="trim")
        b._slots["foil"] = b._slots["foil"].__class__("plastic", "#5a1620", role="trim")
        b.add(lathe(rounded_profile([(0.0148, h * 0.83), (0.0166, h * 0.83), (0.0168, h * 1.002), (0, h * 1.004)], 0.001)), "foil")
    for label in spec.labels[:1] or (({"text": "CHÂTEAU\n2019", "style": "serif", "colour": None},) if wine else ()):
        b.slot("label", "printed", role="fixed", label=label, params={"paper": "#efe9da"})
        b.add(label_arc(r, h * 0.2, h * 0.5, 150), "label")
    b.interior = Interior(r - 0.003, 0.006, h)
    b.footprint = "round"


@prop("bowl")
def bowl(spec: Spec, b: Builder) -> None:
    r, h = b.vary(0.125), b.vary(0.085)
    b.slot("body", "ceramic", b.choose("#e6e1d6", "#4c6a8a"))
    outline = [(r * 0.4, 0), (r * 0.42, 0.006), (r * 0.72, h * 0.35), (r * 0.93, h * 0.75), (r, h)]
    b.add(lathe(rounded_profile(_vessel(outline, 0.0055, 0.012), 0.002), segments=96), "body")
    b.interior = Interior(r - 0.007, 0.012, h)
    b.footprint = "round"


@prop("vase")
def vase(spec: Spec, b: Builder) -> None:
    h = b.vary(0.26)
    b.slot("body", "ceramic", b.choose("#d8d0c2", "#31465c", "#8b9a86"))
    shape = b.choose([(0.045, 0), (0.075, h * 0.3), (0.07, h * 0.55), (0.03, h * 0.85), (0.038, h)], [(0.05, 0), (0.06, h * 0.2), (0.085, h * 0.6), (0.05, h * 0.9), (0.055, h)])
    b.add(lathe(rounded_profile(_vessel(shape, 0.005, 0.01), 0.002), segments=96), "body")
    b.interior = Interior(0.03, 0.01, h)
    b.footprint = "round"


@prop("plate")
def plate(spec: Spec, b: Builder) -> None:
    b.slot("body", "porcelain", "#ebe8e0")
    b.add(lathe(rounded_profile([(0, 0.002), (0.07, 0.002), (0.073, 0), (0.08, 0), (0.083, 0.004), (0.132, 0.02), (0.134, 0.023), (0.128, 0.0225), (0.085, 0.0085), (0, 0.007)], 0.002), segments=96), "body")
    b.support("top", -0.08, 0.08, -0.08, 0.08, 0.0075, round=True)
    b.footprint = "round"


@prop("lemon", "lime", "apple", "orange")
def fruit(spec: Spec, b: Builder) -> None:
    kind = spec.kind
    r = b.vary({"lemon": 0.028, "lime": 0.025, "apple": 0.038, "orange": 0.038}[kind], 0.06)
    b.slot("body", "apple_skin" if kind == "apple" else "citrus_skin", {"lemon": "#e8c62a", "lime": "#7fa32e", "apple": "#a82a22", "orange": "#e0821e"}[kind])
    t = np.linspace(-np.pi / 2, np.pi / 2, 40)
    if kind in ("lemon", "lime"):
        profile = [(r * np.cos(a) * (1 - 0.1 * abs(np.sin(a)) ** 3), r * 1.25 * np.sin(a) + 0.2 * r * np.sign(np.sin(a)) * abs(np.sin(a)) ** 14) for a in t]
    elif kind == "apple":
        profile = [(max(r * np.cos(a) * (1.03 + 0.08 * np.sin(a)), 0), r * 0.9 * np.sin(a) - np.sign(a) * 0.26 * r * max(abs(a) / (np.pi / 2) - 0.55, 0) / 0.45 * abs(np.sin(a))) for a in t]
    else:
        profile = [(r * np.cos(a), r * 0.96 * np.sin(a)) for a in t]
    body = displace(lathe(profile, segments=56, smooth=180), r * 0.05, r * 1.3, seed=spec.seed)
    if kind in ("lemon", "lime"):
        rotate(body, 90, 0, b.rng.uniform(0, 360))
    low = min(v.co.z for v in body.data.vertices)
    b.add(move(body, 0, 0, -low), "body")
    if kind == "apple":
        b.slot("stem", "bark", "#4a3420", role="fixed")
        b.add(sweep([(0, 0, r * 1.45), (0.001, 0, r * 1.7), (0.005, 0, r * 2.0)], [0.0013, 0.0012, 0.0018], sides=8), "stem")
    b.footprint = "round"


@prop("book", "notebook")
def book(spec: Spec, b: Builder) -> None:
    w, d, t = b.vary(0.14), b.vary(0.205), b.vary(0.024, 0.2)
    b.slot("cover", "linen", b.choose("#7a2f2a", "#2d4a5e", "#3c5a44", "#b79a5b"))
    b.slot("pages", "paper", "#efe8d8", role="fixed")
    if spec.has("open"):
        for side in (-1, 1):
            x = np.linspace(0.002, w * 0.98, 24)
            z = 0.004 + t * 0.55 * np.exp(-((x / (w * 0.42)) ** 2) * 0.9) * (1 - np.exp(-x / 0.012)) + 0.007
            top = [(side * a, c) for a, c in zip(x, z, strict=True)]
            outline = [(side * 0.002, 0.004), *top, (side * w * 0.98, 0.004)]
            points = [(a, c) for a, c in (outline if side < 0 else outline[::-1])]
            n = len(points)
            verts = [(a, -d / 2, c) for a, c in points] + [(a, d / 2, c) for a, c in points]
            faces = [tuple(range(n)), tuple(reversed(range(n, 2 * n)))] + [(i, n + i, n + (i + 1) % n, (i + 1) % n) for i in range(n)]
            b.add(from_geometry("pages", verts, faces, smooth=30), "pages")
            sheet = [(side * a, -d / 2 + 0.001, c + 0.0004) for a, c in zip(x, z, strict=True)] + [(side * a, d / 2 - 0.001, c + 0.0004) for a, c in zip(x, z, strict=True)]
            m = len(x)
            uv = [((i / (m - 1)) if side > 0 else 1 - i / (m - 1), 0) for i in range(m)] + [((i / (m - 1)) if side > 0 else 1 - i / (m - 1), 1) for i in range(m)]
            faces = [(i, i + 1, m + i + 1, m + i) if side > 0 else (i + 1, i, m + i, m + i + 1) for i in range(m - 1)]
            b.slot("print", "printed", role="fixed", params={"picture": "page", "paper": "#efe8d8"})
            b.add(from_geometry("print", sheet, faces, smooth=180, uvs=uv), "print", "pages")
            b.add(box(w * 1.03, d * 1.03, 0.003, bevel=0.001, at=(side * w * 0.515, 0, 0)), "cover")
        return
    b.add(box(w, d, t - 0.006, bevel=0.001, at=(-0.003, 0, 0.003)), "pages")
    for z in (0, t - 0.003):
        b.add(box(w + 0.004, d + 0.008, 0.003, bevel=0.0012, at=(0, 0, z)), "cover")
    spine = box(0.003, d + 0.008, t, bevel=0.0013, at=(-w / 2 - 0.002, 0, 0))
    b.add(spine, "cover", "spine")
    b.support("cover", -w / 2, w / 2, -d / 2, d / 2, t)
    for label in spec.labels[:1]:
        b.slot("title", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(move(rotate(label_plane(w * 0.8, d * 0.4), -90), 0, 0, t + 0.0004), "title")


@prop("box")
def crate(spec: Spec, b: Builder) -> None:
    w, d, h = b.vary(0.2), b.vary(0.14), b.vary(0.11)
    b.slot("body", spec.material if spec.material in ("pine", "oak", "walnut", "wood", "cardboard") else "wood", None if spec.material else "#a57c4e")
    b.slot("hinge", "brass", "#a88647", role="trim")
    b.add(box(w, d, h * 0.72, bevel=0.002), "body")
    b.add(box(w * 1.01, d * 1.01, h * 0.26, bevel=0.003, at=(0, 0, h * 0.735)), "body", "lid")
    b.add(box(0.02, 0.004, 0.022, bevel=0.001, at=(0, -d / 2 - 0.002, h * 0.64)), "hinge")
    b.support("lid", -w / 2, w / 2, -d / 2, d / 2, h * 0.995)
    for label in spec.labels[:1]:
        b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(label_plane(w * 0.8, h * 0.4, at=(0, -d / 2 - 0.0006, h * 0.36)), "label")


@prop("candle")
def candle(spec: Spec, b: Builder) -> None:
    r, h = b.vary(0.033), b.vary(0.11)
    b.slot("body", "wax", "#e9dfc8")
    b.slot("wick", "cotton", "#2a2420", role="fixed")
    b.add(lathe(rounded_profile([(0, 0), (r, 0), (r, h), (r * 0.86, h * 0.985), (0, h * 0.955)], 0.004), segments=64), "body")
    b.add(sweep([(0, 0, h * 0.95), (0.0005, 0, h + 0.006), (0.002, 0, h + 0.011)], 0.0011, sides=8), "wick")
    if spec.has("lit", "burning"):
        b.slot("flame", "emission", "#ffb35c", role="fixed", params={"strength": 30.0, "kelvin": 1900})
        z0 = h + 0.006
        b.add(lathe([(0, z0), (0.0045, z0 + 0.006), (0.0052, z0 + 0.011), (0.003, z0 + 0.021), (0, z0 + 0.032)], segments=24, smooth=180), "flame")
        b.emitters.append(Emitter(0, 0, z0 + 0.012, 0.006, 1900, 0.35))
    b.footprint = "round"


@prop("glass")
def tumbler(spec: Spec, b: Builder) -> None:
    b.slot("body", "glass", "#f0f4f2")
    b.add(lathe(rounded_profile(_vessel([(0.032, 0), (0.033, 0.004), (0.038, 0.105)], 0.002, 0.012), 0.001), segments=72), "body")
    b.interior = Interior(0.034, 0.012, 0.105)
    b.footprint = "round"


__all__ = ["bevel", "cylinder", "ellipsoid", "extrude"]
