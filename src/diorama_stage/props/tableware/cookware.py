# SPDX-License-Identifier: GPL-3.0-or-later
"""On the stove: frying pans, pots and woks."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from diorama_stage.kit import Builder, Interior, Spec, boolean, box, ellipsoid, extrude, lathe, move, rotate, rounded_profile, smooth_path, sweep
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.props.registry import prop
from diorama_stage.props.tableware.fillings import fill


def turned(b: Builder, by: float, aside: float) -> None:
    """Turn all parts about the axis, degrees, then move them `aside` metres along the handle, so that pan and handle lie about the origin."""
    a = math.radians(by)
    dx, dy = -aside * math.cos(a), -aside * math.sin(a)
    for group in b._parts.values():
        for o in group:
            move(rotate(o, 0, 0, by), dx, dy, 0)
    b.supports = [replace(s, x0=s.x0 + dx, x1=s.x1 + dx, y0=s.y0 + dy, y1=s.y1 + dy) for s in b.supports]
    if b.interior:
        b.interior = replace(b.interior, x=dx, y=dy)


def vessel(r: float, foot: float, h: float, wall: float, *, lip: float = 0.0, corner: float = 0.012) -> tuple[list, list]:
    """Section of a round pan with rim radius `r` and `foot` radius, its rim rolled out by `lip`: the whole profile, and the inner wall alone."""
    low, side = np.array((foot, 0.0)), np.array((r, h))
    bend = [low - (corner, 0), low, low + (side - low) * min(2 * corner / h, 0.5)]
    out = [*quarter(*bend), (r, h)] if not lip else [*quarter(*bend), (r, h - lip), (r + lip, h)]
    inner = [(max(x - wall, 0.001), max(z, wall)) for x, z in out]
    inner = [(x, z) for i, (x, z) in enumerate(inner) if z > wall or i + 1 == len(inner) or inner[i + 1][1] > wall]
    return [(0, 0), *out, *[(x, z) for x, z in inner[::-1]], (0, wall)], inner


def quarter(a, c, d, count: int = 9) -> list[tuple[float, float]]:
    """A quarter turn from a to d with its corner at c."""
    a, c, d = (np.asarray(p, float) for p in (a, c, d))
    t = np.linspace(0, 1, count)[:, None]
    return [tuple(p) for p in (1 - t) ** 2 * a + 2 * t * (1 - t) * c + t**2 * d]


@prop("frying_pan")
def frying_pan(spec: Spec, b: Builder) -> None:
    """A skillet of black iron cast in one piece, two lips to pour from; or sheet metal, coated dark inside, with a long riveted handle."""
    iron = spec.is_a("iron") or spec.material in ("cast_iron", "iron") or (spec.material is None and not spec.colours and b.choose(True, False))
    skillet(b) if iron else sheet_pan(spec, b)
    r = b.interior.radius
    b.support("top", -r * 0.8, r * 0.8, -r * 0.8, r * 0.8, b.interior.z0, round=True)
    turned(b, -b.rng.uniform(14, 34), 0.062 if iron else 0.085)
    b.interior = None  # what is fried lies on the floor, it does not fill the pan


def skillet(b: Builder) -> None:
    r, foot, h, wall = 0.132, 0.108, b.vary(0.046, 0.06), 0.0042
    b.slot("body", "cast_iron", "#2c2b2a", finish=("satin",))
    profile, inner = vessel(r, foot, h, wall)
    body = lathe(rounded_profile(profile, 0.0016), segments=144, smooth=40)
    p = vertices(body).astype(float)
    a = np.arctan2(p[:, 1], p[:, 0])
    spout = sum(np.exp(-((((a - at + math.pi) % (2 * math.pi) - math.pi) / 0.13) ** 2)) for at in (math.pi / 2, -math.pi / 2))
    high = np.clip(p[:, 2] / h - 0.62, 0, 1) / 0.38
    p[:, :2] *= (1 + 0.062 * spout * high)[:, None]
    p[:, 2] -= 0.0045 * spout * high
    set_points(body.data, p)
    b.add(body, "body")
    t = np.linspace(0, 2 * math.pi, 60, endpoint=False)
    tear = lambda length, wide, at: [(at + length * (0.5 + 0.5 * math.cos(u)), wide * math.sin(u) * (1 - 0.45 * math.cos(u))) for u in t]
    grip = extrude(
        smooth_path([(0.0, -0.024), (0.03, -0.012), (0.062, -0.0135), (0.1, -0.0185), (0.121, -0.013), (0.128, 0), (0.121, 0.013), (0.1, 0.0185), (0.062, 0.0135), (0.03, 0.012), (0.0, 0.024)], 80),
        0.0105,
        bevel=0.0034,
        at=(r - 0.007, 0, h - 0.0125),
    )
    boolean(grip, extrude(tear(0.034, 0.0088, r + 0.077), 0.03, bevel=0, at=(0, 0, h - 0.02)))
    b.add(grip, "body", "handle")
    b.interior = Interior(foot - wall, wall, h)


def sheet_pan(spec: Spec, b: Builder) -> None:
    r, foot, h, wall = 0.14, 0.104, b.vary(0.048, 0.06), 0.0026
    copper = spec.material == "copper"
    b.slot("body", *b.choose(("brushed_steel", None), ("brushed_steel", None), ("aluminium", "#2a2b2d")) if not copper else ("copper", None))
    b.slot("coating", "cast_iron", "#232325", role="fixed") if not copper else b.slot("coating", "brushed_steel", None, role="fixed")
    b.slot("handle", *b.choose(("plastic", "#191a1b"), ("oak", None), ("brushed_steel", None)), role="trim")
    b.slot("rivets", "brushed_steel", role="fixed")
    profile, inner = vessel(r, foot, h, wall, lip=0.003, corner=0.022)
    b.add(lathe(rounded_profile(profile, 0.0008), segments=128, smooth=50), "body")
    lining = [(0, wall + 0.0002), *[(x - 0.0002, z + 0.0002) for x, z in inner[:-1]]]
    b.add(lathe(lining, segments=128, smooth=60), "coating")
    path = smooth_path([(r - 0.012, 0, h * 0.62), (r + 0.03, 0, h * 0.86), (r + 0.1, 0, h * 1.2), (r + 0.185, 0, h * 1.42)], 40)
    wide = np.interp(np.linspace(0, 1, 40), [0, 0.1, 0.24, 0.3, 0.8, 0.97, 1], [0.0085, 0.0085, 0.0085, 0.0115, 0.0135, 0.0122, 0.008])
    b.add(sweep(path[:12], wide[:12] * 0.9, sides=18, flat=0.36), "rivets", "bracket")
    b.add(sweep(path[8:], wide[8:], sides=28, flat=0.62), "handle")
    for y in (-0.011, 0.011):
        at = np.array((foot + (r - foot) * 0.62 - 0.004, y, h * 0.6))
        b.add(ellipsoid(0.0042, 0.0042, 0.0026, at=tuple(at), segments=18), "rivets")
    b.interior = Interior(foot - wall, wall, h)


@prop("saucepan")
def saucepan(spec: Spec, b: Builder) -> None:
    """A pan with one long handle, or a casserole with two small ones ("pot"), its lid on unless it is filled or open."""
    pot = spec.is_a("pot", "dutch") and not spec.is_a("saucepan")
    enamel = spec.is_a("dutch") or bool(spec.colours) or (pot and spec.material is None and b.choose(True, False, False))
    r, h, wall = (b.vary(0.118), b.vary(0.125), 0.0032) if pot else (b.vary(0.09), b.vary(0.095), 0.0024)
    b.slot("body", *(("paint", b.choose("#a3302a", "#2f4a5a", "#d9d2c3")) if enamel else ("brushed_steel", None)))
    b.slot("lining", *(("porcelain", "#e9e3d4") if enamel else ("brushed_steel", "#c9cacb")), role="fixed")
    b.slot("metal", "brushed_steel", role="trim")
    profile, inner = vessel(r, r * 0.985, h, wall, lip=0.002, corner=0.014)
    b.add(lathe(rounded_profile(profile, 0.0008), segments=128, smooth=50), "body")
    b.add(lathe([(0, wall + 0.0002), *[(x - 0.0002, z + 0.0002) for x, z in inner[:-1]]], segments=128, smooth=60), "lining")
    if pot:
        for s in (-1, 1):
            ear = smooth_path(
                [(s * (r - 0.003), -0.036, h * 0.78), (s * (r + 0.026), -0.031, h * 0.83), (s * (r + 0.034), 0, h * 0.85), (s * (r + 0.026), 0.031, h * 0.83), (s * (r - 0.003), 0.036, h * 0.78)], 40
            )
            b.add(sweep(ear, 0.0062 if enamel else 0.0048, sides=16, flat=1.3), "body" if enamel else "metal", "handles")
    else:
        path = smooth_path([(r - 0.002, 0, h * 0.8), (r + 0.03, 0, h * 0.9), (r + 0.1, 0, h * 1.08), (r + 0.17, 0, h * 1.16)], 40)
        b.add(sweep(path, np.interp(np.linspace(0, 1, 40), [0, 0.15, 0.3, 0.85, 1], [0.008, 0.0072, 0.0098, 0.0115, 0.0068]), sides=24, flat=0.55), "metal", "handle")
        b.add(box(0.006, 0.03, 0.026, bevel=0.002, at=(r - 0.001, 0, h * 0.68)), "metal", "handle")
    if spec.contents:
        fill(spec, b, [(0.001, wall), *inner], level=0.8)
    elif not spec.has("open", "empty", "boiling", "filled"):
        b.add(
            lathe(
                rounded_profile(
                    [(0, h + 0.002), (r * 0.985, h + 0.0012), (r + 0.0025, h + 0.0006), (r + 0.003, h + 0.0034), (r * 0.94, h + 0.008), (r * 0.6, h + 0.0155), (r * 0.2, h + 0.0185), (0, h + 0.019)],
                    0.0014,
                ),
                segments=112,
                smooth=60,
            ),
            "body",
            "lid",
        )
        b.add(
            lathe(rounded_profile([(0, h + 0.018), (0.007, h + 0.018), (0.0065, h + 0.026), (0.0175, h + 0.031), (0.018, h + 0.036), (0.012, h + 0.0395), (0, h + 0.04)], 0.002), segments=48),
            "metal",
            "knob",
        )
    b.interior = Interior(r - wall, wall, h)
    b.footprint = "round" if pot else "box"
    turned(b, 0 if pot else -b.rng.uniform(10, 32), 0 if pot else 0.075)


@prop("wok")
def wok(spec: Spec, b: Builder) -> None:
    """A deep round bowl of beaten dark steel with a wooden handle and, opposite, a loop."""
    r, h, wall = 0.165, 0.088, 0.0022
    b.slot("body", "cast_iron", "#2b2a2a")
    b.slot("handle", "wood", b.choose("#7a5030", "#8b5f38"), role="trim")
    out = [(0, 0), (0.05, 0.0), (0.056, 0.001), *[(r * math.sin(u) / math.sin(1.25), h * (1 - math.cos(u)) / (1 - math.cos(1.25))) for u in np.linspace(0.44, 1.25, 26)]]
    inner = [(max(x - wall * 0.8, 0), z + wall) for x, z in out][::-1]
    b.add(hammered(lathe([*out, *inner[:-1], (0, wall)], segments=128, smooth=60)), "body")
    path = smooth_path([(r - 0.012, 0, h * 0.86), (r + 0.03, 0, h * 1.06), (r + 0.08, 0, h * 1.3)], 24)
    b.add(sweep(path, np.interp(np.linspace(0, 1, 24), [0, 0.4, 1], [0.012, 0.0085, 0.0095]), sides=20, flat=0.7), "body", "socket")
    way = path[-1] - path[-4]
    grip = smooth_path([path[-1] - way * 0.3, path[-1] + way * 2, path[-1] + way * 7, path[-1] + way * 10.5], 30)
    b.add(sweep(grip, np.interp(np.linspace(0, 1, 30), [0, 0.1, 0.6, 0.95, 1], [0.0105, 0.0125, 0.0155, 0.014, 0.009]), sides=28), "handle")
    loop = smooth_path([(-r + 0.004, -0.035, h * 0.92), (-r - 0.03, -0.028, h * 1.1), (-r - 0.038, 0, h * 1.14), (-r - 0.03, 0.028, h * 1.1), (-r + 0.004, 0.035, h * 0.92)], 40)
    b.add(sweep(loop, 0.0042, sides=14), "body", "loop")
    if spec.contents:
        fill(spec, b, [(x, z) for x, z in inner[::-1] if x > 0.001], level=0.6)
    b.interior = Interior(r * 0.8, wall, h)
    turned(b, -b.rng.uniform(12, 34), 0.07)


def hammered(body):
    """Shallow dents in rings, as a hammer leaves them."""
    p = vertices(body).astype(float)
    far, a = np.hypot(p[:, 0], p[:, 1]), np.arctan2(p[:, 1], p[:, 0])
    p[:, 2] += 0.0006 * np.cos(a * 40 + far * 160) * np.cos(far * 420) * np.clip(far / 0.05 - 1, 0, 1)
    set_points(body.data, p)
    return body
