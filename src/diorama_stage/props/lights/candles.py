# SPDX-License-Identifier: GPL-3.0-or-later
"""Candles: pillars with a pool of melted wax, tapers in candlesticks, tea lights, and the flame that they share with lanterns."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Emitter, Spec, box, cylinder, lathe, loft, move, rotate, rounded_profile, smooth_path, sweep, torus
from diorama_stage.kit.parts import tint
from diorama_stage.kit.seams import sheet
from diorama_stage.props.registry import prop

STICKS = {
    "turned": [(0, 0), (0.052, 0), (0.053, 0.004), (0.044, 0.009), (0.026, 0.014), (0.014, 0.022), (0.011, 0.034), (0.019, 0.041), (0.012, 0.048), (0.009, 0.075), (0.0165, 0.112), (0.011, 0.13), (0.018, 0.136), (0.011, 0.142), (0.0125, 0.152)],
    "plain": [(0, 0), (0.048, 0), (0.049, 0.003), (0.046, 0.006), (0.012, 0.009), (0.0065, 0.016), (0.006, 0.13), (0.009, 0.14), (0.0125, 0.15)],
    "low": [(0, 0), (0.058, 0), (0.064, 0.008), (0.063, 0.01), (0.054, 0.005), (0.02, 0.005), (0.014, 0.012), (0.0125, 0.03)],
}  # fmt: skip
"""Candlesticks, outside from the foot up: radius and height, metres."""


def lit(spec: Spec) -> bool:
    return spec.has("lit", "burning")


def flame(b: Builder, x: float, y: float, z: float, height: float, watts: float = 0.35) -> None:
    """A flame about a wick whose tip is at (x, y, z): blue and faint at its foot, dark about the wick, brightest over the middle, a thin tip; and the light it gives."""
    lean, sway, foot = b.rng.uniform(-0.05, 0.05) * height, b.rng.uniform(-0.03, 0.03) * height, z - height * 0.2
    at = np.array([0, 0.05, 0.12, 0.22, 0.34, 0.46, 0.58, 0.7, 0.8, 0.88, 0.95, 1.0])
    wide = smooth_path(list(zip(at, np.array([0.03, 0.075, 0.105, 0.128, 0.134, 0.122, 0.1, 0.073, 0.05, 0.032, 0.015, 0.002]) * height, strict=True)), 40)
    turn = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    rings = [np.stack([x + lean * t**2 + sway * math.sin(3 * t) + r * np.cos(turn), y + r * np.sin(turn), np.full(28, foot + height * t)], axis=1) for t, r in wide]
    body = loft(rings, smooth=180)
    colours = np.array([(0.012, 0.03, 0.2), (0.02, 0.04, 0.2), (0.16, 0.09, 0.08), (0.62, 0.34, 0.12), (1.0, 0.66, 0.28), (1.0, 0.68, 0.3), (1.0, 0.58, 0.2), (0.85, 0.42, 0.1)])
    share = lambda p: np.clip((p[:, 2] - foot) / height, 0, 1)  # noqa: E731
    tint(body, lambda p: np.stack([np.interp(share(p), [0, 0.08, 0.17, 0.3, 0.45, 0.65, 0.85, 1], colours[:, k]) for k in range(3)], axis=1))
    b.slot("flame", "emission", "#ffffff", role="fixed", params={"flame": True, "strength": 34.0})
    b.add(body, "flame")
    b.emitters.append(Emitter(x, y, foot + height * 0.45, height * 0.16, 1900, watts))


def wick(b: Builder, z: float, length: float, radius: float = 0.0011) -> tuple[float, float, float]:
    """A charred wick that stands on the wax at height z and bends over: the place of its tip."""
    b.slot("wick", "cotton", "#1d1815", role="fixed")
    a = b.rng.uniform(0, 2 * math.pi)
    tip = np.array((math.cos(a), math.sin(a), 0)) * length * 0.3 + (0, 0, z + length * 0.92)
    b.add(sweep(smooth_path([(0, 0, z - 0.004), (0, 0, z + length * 0.55), tip], 10), radius, sides=8), "wick")
    return (*(tip[:2] * 0.5), float(tip[2]))


def wax(b: Builder, radius: float, height: float, *, pool: float = 0.006, drips: int = 0, z: float = 0.0) -> None:
    """A round candle standing at z: its rim uneven, hollowed to a pool, with so many runs of wax down its side."""
    n, m = 120, 64
    a, t = np.linspace(0, 2 * np.pi, n, endpoint=False)[None, :], np.linspace(0, 1, m)[:, None]
    phase = b.rng.uniform(0, 6)
    rim = height + pool * (0.35 * np.sin(a + phase) + 0.2 * np.sin(2 * a + 1.7 * phase) + 0.1 * np.sin(5 * a + 3 * phase))
    up = 0.0022 + t * (rim - 0.0022)
    side = radius * (1 + 0.012 * np.sin(2 * a + phase) * t - 0.03 * np.clip((t - 0.9) / 0.1, 0, 1) ** 2)
    for _ in range(drips):
        where, long_, wide = b.rng.uniform(0, 2 * math.pi), b.rng.uniform(0.2, 0.75) * height, b.rng.uniform(0.0028, 0.0045)
        off = (np.angle(np.exp(1j * (a - where))) + 0.05 * np.sin(9 * t + where)) * radius / wide
        low = (rim - up) / long_  # 0 at the rim, 1 at the drop
        side = side + np.exp(-(off**2)) * wide * (0.4 * np.clip((1.02 - low) / 0.04, 0, 1) * (low > -1) + 0.38 * np.exp(-(((low - 0.94) * long_ / (wide * 1.5)) ** 2)))
    ring = lambda r, h: np.stack([r * np.cos(a[0]), r * np.sin(a[0]), np.broadcast_to(h, (n,))], axis=1)  # noqa: E731
    outer = np.stack([side * np.cos(a), side * np.sin(a), up], axis=-1)
    floor = height - pool
    lip = [ring(side[-1] - d, rim[0] + rise) for d, rise in ((0.0006, 0.0007), (0.0016, 0.0008), (0.0028, 0.0001))]
    down = [ring(side[-1] - 0.003 - (radius * 0.16) * k, rim[0] + (floor - rim[0]) * (1 - (1 - k) ** 2)) for k in np.linspace(0.15, 1, 7)]
    middle = [ring(radius * k, floor) for k in (0.7, 0.4, 0.1, 0.001)]
    base = [ring(radius * k, h) for k, h in ((0.001, 0), (0.9, 0), (0.975, 0.0005))]
    body = sheet(np.stack([*base, *outer, *lip, *down, *middle]), closed=True, smooth=60)
    b.add(move(tint(body, lambda p: np.clip(1.0 - 0.12 * np.exp(-((p[:, 2] / (0.12 * height)) ** 2)), 0, 1)), 0, 0, z), "body", "body")


def burning(spec: Spec, b: Builder, z: float, radius: float, height: float) -> None:
    """The wick over wax at z, and where it is lit the flame and the liquid wax about it."""
    if lit(spec):
        b.slot("pool", "liquid", "#f3e3bd", role="fixed")
        b.add(lathe([(0, z + 0.0008), (radius * 0.5, z + 0.0008), (radius * 0.74, z + 0.0006), (radius * 0.78, z - 0.0004)], segments=64, smooth=180), "pool", "pool")
    x, y, tip = wick(b, z, 0.011 if height > 0.02 else 0.008)
    if lit(spec):
        flame(b, x, y, tip, height)


@prop("candle")
def candle(spec: Spec, b: Builder) -> None:
    b.footprint = "round"
    if spec.is_a("birthday") or spec.has("on_cake"):
        thin(spec, b)
    elif spec.is_a("tea_light", "votive"):
        tea_light(spec, b)
    elif spec.is_a("candlestick", "taper"):
        on_stick(spec, b)
    else:
        b.slot("body", "wax", "#ece2cb")
        r, h = b.vary(0.034), b.choose(0.085, 0.11, 0.14)
        pool = b.rng.uniform(0.005, 0.009)
        wax(b, r, h, pool=pool, drips=b.choose(0, 2, 4) if lit(spec) else 0)
        burning(spec, b, h - pool, r * 0.9, 0.036)


def thin(spec: Spec, b: Builder) -> None:
    """A birthday candle: a thin stick of bright wax that a pale stripe winds about; it burns on a cake unless it is said to be out."""
    b.slot("body", "wax", b.choose("#e8607a", "#4f9fd0", "#f0c23c", "#6fb86a", "#b884c8"))
    b.slot("stripe", "wax", "#f6f0e4", role="fixed")
    r, h = 0.0032, b.vary(0.066, 0.03)
    b.add(cylinder(r, h, bevel=0.0008, segments=24), "body")
    t = np.linspace(0, 1, 60)
    b.add(sweep(np.stack([r * np.cos(22 * t), r * np.sin(22 * t), 0.001 + (h - 0.002) * t], axis=1), 0.00075, sides=6), "stripe")
    x, y, tip = wick(b, h, 0.006, 0.0006)
    if lit(spec) or (spec.has("on_cake") and not spec.has("unlit")):
        flame(b, x, y, tip, 0.02, 0.12)


def tea_light(spec: Spec, b: Builder) -> None:
    """A tea light in its aluminium cup; a votive in a glass."""
    b.slot("body", "wax", "#f0e9da")
    glass = spec.is_a("votive")
    r, h = (0.026, 0.045) if glass else (0.0185, 0.012)
    if glass:
        b.slot("cup", "glass", role="trim")
        b.add(lathe(rounded_profile([(0, 0), (0.029, 0), (0.034, 0.066), (0.0318, 0.066), (0.0272, 0.004), (0, 0.004)], 0.002), segments=72), "cup")
    else:
        b.slot("cup", "aluminium", role="trim")
        b.add(lathe(rounded_profile([(0, 0), (0.0182, 0), (0.0192, 0.014), (0.0197, 0.0148), (0.0188, 0.0146), (0.018, 0.002), (0, 0.002)], 0.0008), segments=72), "cup")
    b.add(cylinder(r * 0.985, h, bevel=0.0008, segments=64, at=(0, 0, 0.0022 if not glass else 0.0045)), "body")
    burning(spec, b, h + (0.0022 if not glass else 0.0045), r * 0.8, 0.022)


def on_stick(spec: Spec, b: Builder) -> None:
    """A taper in a candlestick, which takes the material and colour asked for where the words name the stick."""
    stick = spec.is_a("candlestick")
    b.slot("body", "wax", b.choose("#efe6d2", "#ece2cb", "#7d1f22") if not stick else "#efe6d2", role="fixed" if stick else "main")
    b.slot("stick", "brass", None, role="main" if stick else "fixed")
    form = b.choose("turned", "turned", "plain", "low")
    outline = STICKS[form]
    z = outline[-1][1]
    cup = [(0.0158, z + 0.004), (0.0162, z + 0.022), (0.0185, z + 0.026), (0.018, z + 0.0275), (0.0122, z + 0.0265), (0.0118, z + 0.004), (0, z + 0.004)]
    b.add(lathe(rounded_profile([*outline, *cup], 0.0022), segments=96), "stick", "candlestick")
    if form == "low":
        loop = [(0.056 + 0.02 * (1 - math.cos(t)), 0, 0.012 + 0.016 * math.sin(t)) for t in np.linspace(-0.3, 2 * math.pi - 0.3, 40)]
        b.add(sweep(loop, 0.0028, sides=14), "stick", "handle")
    else:
        b.add(lathe(rounded_profile([(0.011, z - 0.004), (0.03, z - 0.001), (0.033, z + 0.004), (0.032, z + 0.005), (0.0295, z + 0.002), (0.011, z + 0.0005)], 0.0012), segments=72), "stick", "pan")
    tall = b.rng.uniform(0.11, 0.19)
    shaft = [(0, 0), (0.0108, 0), (0.011, tall * 0.3), (0.0095, tall), (0.0075, tall + 0.002), (0.0062, tall + 0.0005), (0.004, tall - 0.0012), (0, tall - 0.0016)]
    b.add(move(lathe(smooth_path(shaft, 60), segments=48, smooth=60), 0, 0, z + 0.006), "body", "candle")
    if lit(spec):
        for _ in range(b.choose(1, 2, 3)):
            a, long_ = b.rng.uniform(0, 6.28), b.rng.uniform(0.2, 0.6) * tall
            top = z + 0.006 + tall
            path = [(0.0098 * math.cos(a), 0.0098 * math.sin(a), top - long_ * t) for t in np.linspace(0.01, 1, 24)]
            b.add(sweep(path, np.interp(np.linspace(0, 1, 24), [0, 0.1, 0.85, 0.95, 1], [0.0022, 0.0014, 0.0013, 0.0021, 0.0006]), sides=10), "body", "drips")
    x, y, tip = wick(b, z + 0.006 + tall - 0.001, 0.009, 0.0009)
    if lit(spec):
        flame(b, x, y, tip, 0.038)


def lantern(spec: Spec, b: Builder) -> None:
    """A square lantern of blackened iron: glass between posts, a hipped roof with a vent and a ring, a candle inside that burns unless it is said to be out."""
    w, h, post = 0.15, 0.2, 0.009
    b.slot("frame", "iron", "#26272a", finish=("matte",))
    b.slot("glass", "glass", role="fixed", params={"pane": True})
    b.slot("body", "wax", "#ece2cb", role="fixed")
    b.add(box(w + 0.012, w + 0.012, 0.014, bevel=0.002, at=(0, 0, 0.008)), "frame")
    for sx in (-1, 1):
        for sy in (-1, 1):
            x, y = sx * (w / 2 - post / 2), sy * (w / 2 - post / 2)
            b.add(box(0.018, 0.018, 0.009, bevel=0.002, at=(x, y, 0)), "frame", "feet")
            b.add(box(post, post, h, bevel=0.0012, at=(x, y, 0.021)), "frame", "posts")
    for k in range(4):
        for z in (0.021, 0.021 + h - 0.008):
            b.add(rotate(box(w - post, 0.007, 0.008, bevel=0.001, at=(0, -w / 2 + post / 2, z)), 0, 0, 90 * k), "frame", "rails")
        b.add(rotate(box(0.005, 0.005, h, bevel=0.0008, at=(0, -w / 2 + post / 2, 0.021)), 0, 0, 90 * k), "frame", "bars")
        b.add(rotate(box(w - post, 0.0016, h - 0.004, bevel=0, at=(0, -w / 2 + post / 2 + 0.001, 0.023)), 0, 0, 90 * k), "glass", "glass")
    top = 0.021 + h
    square = lambda half, z: [(sx * half, sy * half, z) for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))]  # noqa: E731
    eave, neck = w / 2 + 0.014, 0.026
    roof = loft([square(eave, top), square(eave, top + 0.004), square(neck, top + 0.062), square(neck, top + 0.068)], smooth=20)
    b.add(roof, "frame", "roof")
    b.add(box(0.062, 0.062, 0.006, bevel=0.0015, at=(0, 0, top + 0.066)), "frame", "roof")
    for k in range(4):
        b.add(rotate(box(0.009, 0.004, 0.022, bevel=0.001, at=(0.02, -0.022, top + 0.07)), 0, 0, 90 * k), "frame", "vent")
    b.add(lathe(rounded_profile([(0, top + 0.112), (0.014, top + 0.108), (0.04, top + 0.093), (0.04, top + 0.09), (0, top + 0.09)], 0.002), segments=48), "frame", "cap")
    b.add(move(rotate(torus(0.024, 0.0024, segments=56, sides=10), 90, 0, 12), 0, 0, top + 0.136), "frame", "ring")
    r, tall, pool = 0.034, b.rng.uniform(0.06, 0.1), 0.006
    wax(b, r, tall, pool=pool, z=0.0215)
    if spec.has("unlit", "off"):
        wick(b, 0.0215 + tall - pool, 0.01)
        return
    x, y, tip = wick(b, 0.0215 + tall - pool, 0.01)
    flame(b, x, y, tip, 0.04, 0.8)
