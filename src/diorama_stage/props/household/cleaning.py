# SPDX-License-Identifier: GPL-3.0-or-later
"""Soap, sponges, spray bottles, rolls of paper and brooms."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from scipy.spatial import cKDTree

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    displace,
    extrude,
    from_geometry,
    label_arc,
    label_plane,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    subdivide,
    sweep,
)
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.kit.growth import Growth, grid_faces
from diorama_stage.kit.parts import tint
from diorama_stage.props.registry import prop
from diorama_stage.props.tableware.fillings import fill


@prop("soap")
def soap(spec: Spec, b: Builder) -> None:
    """A bar pressed in a mould: pillowed, with a stamped oval and a word in it; or cut square from a block, rough at the sides."""
    b.slot("body", "wax", b.choose("#efe6d2", "#d9c9a3", "#c8d3bd", "#e3c3bb"), finish=("satin",))
    if spec.has("handmade", "natural", "artisan") or spec.is_a("handmade") or b.choose(True, False):
        body = displace(displace(subdivide(box(0.082, 0.056, 0.027, bevel=0.0022, segments=3), 3, simple=True), 0.0016, 0.03, seed=spec.seed), 0.0004, 0.004, seed=1)
        b.add(rotate(body, 0, 0, b.rng.uniform(-16, 16)), "body")
        return
    rows = []
    for t in np.linspace(0, 1, 30):
        z = 0.03 * t
        f = 1 - 0.12 * abs(2 * t - 1) ** 3.2
        e = np.linspace(0, 2 * math.pi, 120, endpoint=False)
        c, s = np.cos(e), np.sin(e)
        power = lambda v: np.sign(v) * np.abs(v) ** 0.62
        rows.append(np.stack([0.044 * f * power(c), 0.029 * f * power(s), np.full(120, z)], axis=1))
    for f in np.linspace(0.83, 0.02, 44):
        base = rows[29] * (f / 0.88 if f < 0.88 else 1)
        far = np.hypot(base[:, 0] / 0.031, base[:, 1] / 0.0185)
        groove = -0.0012 * np.exp(-(((far - 1) / 0.07) ** 2)) + 0.0016 * (1 - f)
        rows.append(np.stack([base[:, 0], base[:, 1], 0.03 + groove], axis=1))
    made = [b.add(loft(rows, smooth=60), "body")]
    label = spec.labels[0] if spec.labels else {"text": b.choose("SAVON", "OLIVE", "PURE SOAP"), "style": "serif", "colour": {"hex": "#8d8371"}}
    b.slot("stamp", "printed", role="fixed", label=label, params={"transparent": True})
    made.append(b.add(move(rotate(label_plane(0.038, 0.014), -90), 0, 0, 0.0321), "stamp", "label"))
    for o in made:
        rotate(o, 0, 0, b.spec.seed % 7 * 5 - 15)


@prop("sponge")
def sponge(spec: Spec, b: Builder) -> None:
    """A washing-up sponge: yellow foam full of pores, a green scouring pad glued on top."""
    b.slot("body", "foam", b.choose("#e8c33c", "#e9cf4a", "#e8955a"), finish=("matte",))
    b.slot("pad", "felt", "#3d6b3c", role="fixed")
    x, y, z = 0.102, 0.066, 0.029
    rng = np.random.default_rng(spec.seed)
    core = subdivide(box(x, y, z, bevel=0.003, segments=1), 6, simple=True)
    p = vertices(core).astype(float)
    low = p.min(axis=0)
    holes = low + rng.uniform(0, 1, (620, 3)) * (x, y, z)
    side = rng.integers(0, 5, 620)
    for axis, value, k in ((0, -x / 2, 0), (0, x / 2, 1), (1, -y / 2, 2), (1, y / 2, 3), (2, 0.0, 4)):
        holes[side == k, axis] = value
    size = rng.uniform(0.0012, 0.0036, 620) * rng.choice((0.55, 0.7, 1.0), 620)
    near, index = cKDTree(holes).query(p, k=3)
    deep = np.max(np.clip(1 - near / size[index], 0, 1) ** 0.6 * size[index], axis=1)
    inward = (np.array((0, 0, z / 2)) - p) / np.array((x, y, z)) ** 2
    p += inward / np.linalg.norm(inward, axis=1, keepdims=True) * deep[:, None] * 1.5
    waist = 1 - 0.07 * np.exp(-((p[:, 0] / 0.022) ** 2))
    p[:, 1] *= waist
    set_points(core.data, p)
    made = [b.add(tint(core, lambda _: 1.05 - 0.6 * np.clip(deep / 0.0022, 0, 1)[:, None] * np.array((0.9, 1.0, 1.1))), "body")]
    pad = displace(subdivide(box(x * 0.995, y * 0.985, 0.008, bevel=0.0015, segments=1, at=(0, 0, z - 0.0005)), 5, simple=True), 0.0009, 0.003, seed=spec.seed)
    q = vertices(pad).astype(float)
    q[:, 1] *= 1 - 0.07 * np.exp(-((q[:, 0] / 0.022) ** 2))
    set_points(pad.data, q)
    made.append(b.add(pad, "pad"))
    for o in made:
        rotate(o, 0, 0, spec.seed % 5 * 7 - 14)


@prop("toilet_roll")
def toilet_roll(spec: Spec, b: Builder) -> None:
    """A roll standing on end, its last sheet hanging loose at the side."""
    r, h, core = b.vary(0.054, 0.04), 0.098, 0.0215
    b.slot("paper", "paper", "#f2f0ea", finish=("matte",))
    b.slot("core", "cardboard", "#b59a78", role="fixed")
    rings = np.linspace(r, core, 46)
    top = [(x, h - 0.0007 * (k % 2) - 0.0004 * math.sin(x * 900)) for k, x in enumerate(rings)]
    b.add(displace(lathe([(core, 0), (r - 0.001, 0), (r, 0.001), (r, h - 0.001), *top, (core, h), (core, 0)], segments=120, smooth=35), 0.0006, 0.04, seed=spec.seed), "paper")
    b.add(lathe([(core, -0.0002), (core + 0.0006, -0.0002), (core + 0.0006, h + 0.0006), (core - 0.0008, h + 0.0006), (core - 0.0008, -0.0002), (core, -0.0002)], segments=64), "core")
    start = math.radians(-62)
    s = np.linspace(0, 1, 34)
    curl = r + 0.0009 + 0.016 * np.clip(s - 0.35, 0, 1) ** 1.6
    a = start - s * 0.9
    x, y = curl * np.cos(a), curl * np.sin(a)
    z = np.linspace(0.0012, h - 0.001, 14)
    wave = 0.0012 * np.sin(z * 60)[None, :] * s[:, None]
    grid = np.stack([x[:, None] + wave, y[:, None] - wave, np.broadcast_to(z, (34, 14))], axis=-1)
    b.add(from_geometry("sheet", grid.reshape(-1, 3), grid_faces(34, 14), smooth=60), "paper", "sheet")
    b.footprint = "round"


@prop("spray_bottle")
def spray_bottle(spec: Spec, b: Builder) -> None:
    """A bottle with a trigger head: clear or coloured, or of amber glass; its nozzle to the left."""
    amber = spec.material in ("glass",) or (spec.material is None and not spec.colours and b.choose(True, False))
    r, h = 0.039, b.vary(0.165, 0.05)
    b.slot("body", *(("glass", b.choose("#8a4f1a", "#8a4f1a", "#dfeae4")) if amber else ("plastic", b.choose("#e9ebea", "#4f93c4", "#dfe6e0"))), params={"wall": 0.0025})
    b.slot("head", "plastic", b.choose("#1b1c1e", "#f0f0ee"), role="trim")
    b.slot("tube", "plastic", "#e8e8e4", role="fixed")
    outline = [tuple(p) for p in smooth_path([(r, 0.006), (r, h * 0.62), (r * 0.94, h * 0.74), (r * 0.6, h * 0.88), (0.0145, h * 0.95), (0.0142, h)], 50)]
    inner = [(max(x - 0.0022, 0.005), max(z, 0.003)) for x, z in outline]
    b.add(lathe([(0, 0.001), (r * 0.8, 0.0), (r * 0.95, 0.001), *outline, *inner[::-1], (0, 0.004)], segments=88, smooth=60), "body")
    if spec.contents or amber:
        fill(spec if spec.contents else replace(spec, contents="water"), b, [(0.001, 0.004), *inner], level=0.6)
    if spec.labels:
        b.slot("label", "printed", role="fixed", label=spec.labels[0], params={"paper": "#efeae0"})
        b.add(label_arc(r, h * 0.16, h * 0.56, 130), "label")
    b.add(sweep([(0, 0, h), (0.004, 0, h * 0.5), (0.01, 0.004, 0.008)], 0.0019, sides=10), "tube")
    collar = [(0, h - 0.004), (0.0178, h - 0.004), (0.0182, h + 0.012), (0.0135, h + 0.018), (0, h + 0.018)]
    b.add(lathe(rounded_profile(collar, 0.001), segments=72), "head", "collar")
    side = smooth_path(
        [
            (0.034, h + 0.046),
            (0.03, h + 0.058),
            (0.01, h + 0.064),
            (-0.03, h + 0.061),
            (-0.046, h + 0.056),
            (-0.047, h + 0.043),
            (-0.024, h + 0.04),
            (-0.012, h + 0.03),
            (-0.011, h + 0.012),
            (0.0115, h + 0.012),
            (0.014, h + 0.03),
            (0.03, h + 0.037),
            (0.034, h + 0.046),
        ],
        70,
    )[:-1]
    head = rotate(extrude([(x, z) for x, z in side[::-1]], 0.0235, bevel=0.0045, segments=4, at=(0, 0, -0.01175)), 90)
    b.add(head, "head", "head")
    b.add(move(rotate(lathe(rounded_profile([(0, 0), (0.0085, 0), (0.0095, 0.003), (0.0095, 0.012), (0, 0.012)], 0.001), segments=32), 0, -90), -0.0455, 0, h + 0.0495), "tube", "nozzle")
    lever = smooth_path([(-0.021, 0, h + 0.042), (-0.027, 0, h + 0.028), (-0.038, 0, h + 0.008), (-0.043, 0, h - 0.014)], 30)
    b.add(sweep(lever, np.linspace(0.0068, 0.0056, 30), sides=18, flat=1.25), "tube", "trigger")
    b.footprint = "box"


@prop("broom")
def broom(spec: Spec, b: Builder) -> None:
    """A broom of straw: bristles bound to a flared fan by rows of twine, on a long round stick. It leans on walls."""
    b.slot("bristles", "straw", "#c9a45a")
    b.slot("stick", "wood", b.choose("#b98a58", "#8f6238", "#b5493c"), role="trim")
    b.slot("twine", "cotton", b.choose("#a33127", "#3f5f7a", "#4c6b3f"), role="fixed")
    long, neck = 1.32, 0.34
    b.add(sweep([(0, 0, neck - 0.06), (0.001, 0, 0.8), (0, 0, long - 0.01), (0, 0, long)], np.array((0.0115, 0.0118, 0.0112, 0.008)), sides=24), "stick", "handle")
    rng = np.random.default_rng(spec.seed)
    n = 520
    u, v = rng.uniform(-1, 1, n), rng.uniform(-1, 1, n)
    u = np.sign(u) * np.abs(u) ** 0.85
    straws, tone = Growth(), rng.uniform(0.68, 1.18, n)
    for k in range(n):
        foot = np.array((u[k] * (0.155 + rng.normal(0, 0.008)), v[k] * (0.026 + 0.008 * (1 - abs(u[k]))), abs(rng.normal(0, 0.006)) + 0.03 * abs(u[k]) ** 3))
        waist = np.array((u[k] * 0.098, v[k] * 0.02, 0.175))
        top = np.array((u[k] * 0.022, v[k] * 0.019, neck + 0.01 - 0.04 * abs(u[k])))
        path = smooth_path([foot, foot * 0.5 + waist * 0.5 + (rng.normal(0, 0.002), rng.normal(0, 0.002), 0), waist, (waist + top) / 2 + (0, 0, 0.012), top], 10)
        straws.tube(path, np.linspace(0.0009, 0.0022, 10), 5, tone[k])
    b.add(straws.object("bristles"), "bristles")
    e = np.linspace(0, 2 * math.pi, 81)
    for z, wide, deep in ((0.178, 0.104, 0.0235), (0.205, 0.09, 0.0235), (0.232, 0.073, 0.0235)):
        loop = [(wide * math.copysign(abs(math.cos(t)) ** 0.7, math.cos(t)), deep * math.sin(t), z) for t in e]
        b.add(sweep(loop, 0.0022, sides=8), "twine")
    t = np.linspace(0, 1, 260)
    a = 2 * np.pi * 13 * t
    b.add(sweep(np.stack([(0.026 - 0.012 * t) * np.cos(a), (0.0225 - 0.0085 * t) * np.sin(a), 0.3 + 0.055 * t], axis=1), 0.0021, sides=6), "twine")
    b.lean = "back"
