# SPDX-License-Identifier: GPL-3.0-or-later
"""Clothes: shirts, jackets, dresses, trousers; on a hanger, or folded."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, discard, displace, ellipsoid, from_geometry, join, move, rotate, smooth_path, sweep
from diorama_stage.kit.parts import tint
from diorama_stage.kit.seams import Skin, ribbon, sheet, stand_on, thread
from diorama_stage.props.clothing.draped import buttons, collar, decal, hanger, sleeve, strip, tube
from diorama_stage.props.registry import prop


@prop("shirt")
def shirt(spec: Spec, b: Builder) -> None:
    """Folded, its front up; on a hanger where it hangs. Buttoned, with a collar; of jersey, a T-shirt; knitted, a jumper."""
    tee, knit = _cut(spec)
    b.slot("body", "knit" if knit else "cotton", b.choose("#d8d5cc", "#b3392f", "#2f4a6b", "#e2b93b") if tee or knit else b.choose("#e9e7e1", "#a9c0d8", "#d9c9b0", "#7f94a8"))
    b.slot("buttons", "pearl", "#efeae0", role="fixed")
    if spec.labels:
        b.slot("label", "printed", role="fixed", label=spec.labels[0], params={"transparent": True})
    (_hung_shirt if spec.has("hanging", "hung") else _folded_shirt)(spec, b, tee, knit)


def _folded_shirt(spec: Spec, b: Builder, tee: bool, knit: bool) -> None:
    """A rectangle of layers with the neck at its far end."""
    w, d = 0.255, 0.335
    thick = 0.024 if knit else 0.015
    for k in range(3):
        b.add(move(slab(w - 0.008 * (k == 1), d - 0.006 * (k == 0), thick, seed=spec.seed + k, wave=0.002), 0.003 * (k - 1), 0.004 * (k % 2), k * thick * 0.94), "body")
    skin, top = Skin(*b._parts["body"]), d / 2 - 0.052
    a = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    neck = np.column_stack([0.062 * np.cos(a), top + 0.04 * np.sin(a), np.ones(120)])
    neck = skin.cast(neck, DOWN, 0.0)[0]
    if tee or knit:
        b.add(sweep(np.vstack([neck, neck[:2]]), 0.008 if knit else 0.006, flat=0.6, sides=10), "body", "collar")
        hole = [neck.mean(axis=0) + (neck - neck.mean(axis=0)) * q + (0, 0, 0.0012) for q in (0.02, 0.5, 0.96)]
        b.add(tint(sheet(np.array(hole), closed=True), lambda p: np.full(len(p), 0.45)), "body", "neck")  # the shade inside
        if spec.labels:
            b.add(decal(skin, (-0.09, -0.085, 1), (0.18, 0, 0), (0, 0.09, 0), DOWN), "label")
        return
    leaf = collar(neck, 0.03, 0.044, 0.0, gap=0.03, spread=0.014, thickness=0.0028)
    for v in leaf.data.vertices:  # the points lie forward on the chest
        fore = max(0.0, top - 0.02 - v.co.y) / 0.03
        v.co.y -= 0.034 * min(fore, 1.0) ** 2 * min(1.0, abs(v.co.x) / 0.03 + 0.3) if v.co.z < neck[0][2] + 0.024 else 0.0
    b.add(leaf, "body", "collar")
    grid = [[(x, y, 1) for x in np.linspace(-0.017, 0.017, 6)] for y in np.linspace(-d / 2 + 0.006, top - 0.045, 40)]
    b.add(skin.patch(grid, DOWN, 0.003, lift=0.0004), "body", "placket")
    edge = [skin.cast([(x, y, 1) for y in np.linspace(-d / 2 + 0.008, top - 0.05, 50)], DOWN, 0.0036)[0] for x in (-0.0145, 0.0145)]
    pocket = np.array([[(x, y, 1) for x in np.linspace(0.035, 0.108, 12)] for y in np.linspace(-0.04, 0.045, 12)])
    b.add(skin.patch(pocket, DOWN, 0.0022, lift=0.0004), "body", "pocket")
    whole = Skin(*b._parts["body"], *b._parts["pocket"])
    edge.append(whole.cast([*pocket[::-1, 1], *pocket[1, 1:-1], *pocket[:, -2]], DOWN, 0.0006)[0])
    b.add(join([thread(line, 0.0035, 0.0005) for line in edge]), "body", "stitches")
    b.add(buttons(Skin(*b._parts["placket"]), [(0, y) for y in np.linspace(top - 0.06, -d / 2 + 0.04, 4)], 0.006, way=DOWN), "buttons")
    b.add(stand_on(cylinder(0.0055, 0.0025, bevel=0.0008, segments=20), neck[90] + (0, -0.003, 0.012), (0, -0.8, 0.6)), "buttons")
    b.support("top", -0.1, 0.1, -0.14, 0.06, 3 * thick)


def _hung_shirt(spec: Spec, b: Builder, tee: bool, knit: bool) -> None:
    """The whole shirt on a hanger."""
    hanger(b)
    stations = [(0, 0.068, 0.056, 0.004, 0.06, 2.0), (0.02, 0.09, 0.06, 0.0, 0.2, 2.0), (0.07, 0.2, 0.068, -0.01, 0.3, 2.0), (0.1, 0.226, 0.074, -0.032, 0.3, 2.0)]
    stations += [(0.2, 0.232, 0.086, -0.13, 0.16, 2.1), (0.32, 0.226, 0.09, -0.23, 0.06, 2.2), (0.65, 0.222, 0.082, -0.49, 0.0, 2.2), (1, 0.234, 0.082, -0.75, -0.03, 2.2)]
    grid = tube(stations, seed=spec.seed, count=4, deep=0.11 if not knit else 0.04, dip=0.045 if tee else 0.02)
    torso = b.add(displace(sheet(grid, 0.0016 if not knit else 0.004, closed=True), 0.004, 0.16, seed=spec.seed), "body")
    skin = Skin(torso)
    end = -0.31 if tee else -0.62
    for s in (-1, 1):
        path = [(s * 0.13, 0, -0.085), (s * 0.19, 0.004, -0.122), (s * 0.238, 0.004, -0.2), (s * (0.262 if tee else 0.252), -0.004, end * 0.72 - 0.02), (s * (0.282 if tee else 0.25), -0.016, end)]
        radii = [0.045, 0.056, 0.066, 0.072, 0.076] if tee else [0.045, 0.056, 0.06, 0.054, 0.047]
        arm = sleeve(path, radii, flat=0.62, seed=spec.seed + (s > 0), deep=0.006)
        b.add(sheet(arm, 0.0016 if not knit else 0.004, closed=True), "body", "sleeves")
        _cuff(b, arm, tee, knit)
    if tee or knit:
        b.add(sweep(np.vstack([grid[1], grid[1][:2]]) + (0, 0, 0.001), 0.0055 if not knit else 0.012, flat=0.5, sides=10), "body", "collar")
        if spec.labels:
            b.add(decal(skin, (-0.12, -1, -0.27), (0.24, 0, 0), (0, 0, 0.1)), "label")
    else:
        _shirt_front(b, grid, skin)
    hem = grid[-3]
    b.add(thread(np.vstack([hem, hem[:1]]), 0.005, 0.0007), "body", "stitches")


def _cut(spec: Spec) -> tuple[bool, bool]:
    """Whether a shirt is a T-shirt, and whether it is knitted."""
    knit = spec.material in ("wool", "knit") or spec.has("knitted") or spec.is_a("jumper")
    return knit is False and (bool(spec.labels) or spec.is_a("t_shirt")), knit


def _cuff(b: Builder, arm: np.ndarray, tee: bool, knit: bool) -> None:
    """The sleeve's end: a hem, a band with a button, or a ribbed welt."""
    rows = arm[-3:] if tee else arm[-7:]
    centre = rows.mean(axis=1, keepdims=True)
    grown = centre + (rows - centre) * (1.02 if tee else 1.06 if not knit else 0.95)
    b.add(sheet(grown, 0.003 if not knit else 0.006, closed=True, smooth=60), "body", "cuffs")


def _shirt_front(b: Builder, grid: np.ndarray, skin: Skin) -> None:
    """Collar, placket with buttons, and a breast pocket."""
    b.add(collar(grid[1], 0.026, 0.05, 0.03, gap=0.03, spread=0.02), "body", "collar")
    b.add(strip(skin, -0.017, 0.017, -0.735, -0.035, 0.002, rows=90), "body", "placket")
    for x in (-0.0145, 0.0145):
        b.add(thread(skin.cast([(x, -1, z) for z in np.linspace(-0.73, -0.04, 80)], (0, 1, 0), 0.0026)[0], 0.004, 0.0005), "body", "stitches")
    lifted = Skin(*b._parts["placket"])
    b.add(buttons(lifted, [(0, z) for z in np.linspace(-0.075, -0.66, 7)], 0.0062), "buttons")
    b.add(strip(skin, 0.075, 0.16, -0.3, -0.195, 0.0018, rows=16, columns=14), "body", "pocket")
    line = [(0.077, -1, z) for z in np.linspace(-0.2, -0.295, 12)] + [(x, -1, -0.298) for x in np.linspace(0.08, 0.155, 10)] + [(0.158, -1, z) for z in np.linspace(-0.295, -0.2, 12)]
    b.add(thread(skin.cast(line, (0, 1, 0), 0.0022)[0], 0.004, 0.0005), "body", "stitches")


@prop("jacket")
def jacket(spec: Spec, b: Builder) -> None:
    """On a hanger: a blazer; of leather, a short one with a zip; of denim, with flapped pockets and bright stitches."""
    style = "zip" if spec.material in ("leather", "suede") or spec.has("biker", "bomber") or spec.is_a("anorak") else "denim" if spec.material == "denim" or spec.has("denim jacket") else "blazer"
    style = b.choose("zip", "denim", "blazer", "blazer") if spec.material is None and style == "blazer" and not spec.has("elegant") and not spec.is_a("suit", "blazer") else style
    material, colour = {"zip": ("leather", b.choose("#1c1a19", "#4a2c1c")), "denim": ("denim", "#3d5a82"), "blazer": ("fabric", b.choose("#23304a", "#3a3c40", "#6d5a48"))}[style]
    b.slot("body", material, colour)
    b.slot("lining", "silk", "#4a2226" if style == "blazer" else "#2a2a2c", role="fixed")
    b.slot("thread", "cotton", "#c98f45" if style == "denim" else colour, role="fixed" if style == "denim" else "main")
    b.slot("metal", "brass" if style == "denim" else "steel", "#b98a4e" if style == "denim" else "#b9bbbd", role="fixed")
    b.slot("buttons", "plastic", "#1b1a1a", role="fixed")
    hanger(b, 0.4)
    long = {"zip": 0.62, "denim": 0.62, "blazer": 0.74}[style]
    waist = 0.208 if style == "blazer" else 0.214
    stations = [(0, 0.07, 0.058, 0.006, 0.06, 2.0), (0.02, 0.094, 0.062, 0.002, 0.18, 2.0), (0.07, 0.205, 0.075, -0.004, 0.26, 2.1), (0.1, 0.232, 0.084, -0.026, 0.28, 2.1), (0.2, 0.238, 0.1, -0.13, 0.14, 2.2)]
    stations += [(0.34, 0.226, 0.102, -0.24, 0.04, 2.3), (0.65, waist, 0.09, -long * 0.62, 0.0, 2.3), (1, 0.236 if style == "blazer" else 0.205, 0.1, -long, -0.02, 2.3)]
    grid = tube(stations, seed=spec.seed, count=4, deep=0.05, dip=0.03)
    whole = displace(sheet(grid, 0.004, closed=True), 0.004, 0.14, seed=spec.seed)
    skin = Skin(whole)
    if style == "blazer":
        discard(whole)
        b.add(displace(sheet(grid, 0.004, closed=True, cut=lambda p: (p[:, 1] < 0) & (np.abs(p[:, 0]) < _opening(p[:, 2]) + 0.002)), 0.004, 0.14, seed=spec.seed), "body")
        inner = grid * (0.95, 0.9, 1) + (0, 0.004, 0)
        b.add(sheet(inner[6:-3], closed=True, cut=lambda p: p[:, 1] < 0), "lining", "lining")
    else:
        b.add(whole, "body")
    for s in (-1, 1):
        path = [(s * 0.13, 0, -0.08), (s * 0.196, 0.004, -0.115), (s * 0.246, 0.004, -0.2), (s * 0.266, -0.006, -0.42), (s * 0.262, -0.026, -0.63)]
        arm = sleeve(path, [0.05, 0.062, 0.07, 0.064, 0.056], flat=0.74, seed=spec.seed + (s > 0), deep=0.005)
        b.add(sheet(arm, 0.004, closed=True), "body", "sleeves")
        rows = arm[-9:] if style == "denim" else arm[-2:]
        middle = rows.mean(axis=1, keepdims=True)
        b.add(sheet(middle + (rows - middle) * 1.04, 0.004, closed=True, smooth=60), "body", "cuffs")
    {"zip": _zip_front, "denim": _denim_front, "blazer": _blazer_front}[style](b, grid, skin, long)


def _opening(z) -> np.ndarray:
    """Half the width of a blazer's opening at height z."""
    return 0.004 + 0.06 * np.clip((z + 0.34) / 0.31, -0.2, 1.2)


def _blazer_front(b: Builder, grid: np.ndarray, skin: Skin, long: float) -> None:
    """Lapels about a deep opening, two buttons, flapped pockets, and a breast pocket with its welt."""
    z = np.linspace(-0.35, -0.03, 46)  # the opening, from the button up
    open_ = np.maximum(_opening(z), 0.0)
    for s in (-1, 1):
        wide = np.interp(z, [-0.35, -0.22, -0.137, -0.132, -0.112, -0.106, -0.03], [0.008, 0.062, 0.094, 0.092, 0.062, 0.058, 0.026])
        lapel = np.array([[(s * (w0 - 0.005 + w * q), -1, k) for q in np.linspace(0, 1, 12)] for k, w0, w in zip(z, open_, wide, strict=True)])
        b.add(skin.patch(lapel, (0, 1, 0), 0.005, lift=0.004), "body", "lapels")
        x = np.linspace(0.075, 0.185, 14)
        pocket = np.array([[(s * k, -1, h) for k in x] for h in np.linspace(-0.545, -0.495, 6)])
        b.add(skin.patch(pocket, (0, 1, 0), 0.004, lift=0.001), "body", "pockets")
    welt = np.array([[(k, -1, h + (k - 0.11) * 0.12) for k in np.linspace(0.105, 0.185, 10)] for h in (-0.215, -0.205, -0.195)])
    b.add(skin.patch(welt, (0, 1, 0), 0.003, lift=0.001), "body", "pockets")
    edge = [(0.012 * (1 - t) + 0.045 * t**3, -1, -0.34 - (long - 0.352) * t) for t in np.linspace(0, 1, 60)]
    b.add(sweep(skin.cast(edge, (0, 1, 0), 0.001)[0], 0.0028, sides=8), "body", "edge")
    b.add(buttons(skin, [(0.002, -0.365), (0.002, -0.465)], 0.0105, 0.004), "buttons")
    b.add(collar(grid[1], 0.024, 0.052, 0.02, gap=0.34, spread=0.004, thickness=0.004), "body", "collar")


def _zip_front(b: Builder, grid: np.ndarray, skin: Skin, long: float) -> None:
    """A zip down the front, slanting zipped pockets, a short stand-up collar, ribbed hem."""
    down = [(0, -1, z) for z in np.linspace(-0.045, -long + 0.006, 150)]
    at, normals = skin.cast(down, (0, 1, 0), 0.0005)
    b.add(ribbon(at, (1, 0, 0), 0.022, 0.003), "lining", "zip")
    b.add(thread(at + normals * 0.002, 0.0026, 0.0028, gap=0.5), "metal", "zip")
    for s in (-1, 1):
        b.add(strip(skin, s * 0.008, s * 0.022, -long + 0.006, -0.05, 0.003, rows=60, columns=4), "body", "edge")
        slant = [(s * (0.085 + 0.055 * t), -1, -0.36 - 0.11 * t) for t in np.linspace(0, 1, 30)]
        at, normals = skin.cast(slant, (0, 1, 0), 0.001)
        b.add(ribbon(at, (1, 0, 0), 0.016, 0.004), "body", "pockets")
        b.add(thread(at + normals * 0.003, 0.0026, 0.0026, gap=0.5), "metal", "zip")
        yoke = [(s * x, -1, -0.175 - 0.03 * x) for x in np.linspace(0.022, 0.19, 40)]
        b.add(skin.seam(yoke, (0, 1, 0), 0.0018, lift=0.0005), "body", "seams")
    rows = grid[-9:]
    middle = rows.mean(axis=1, keepdims=True)
    b.add(sheet(middle + (rows - middle) * (1.035, 1.06, 1), 0.004, closed=True, smooth=60), "body", "hem")
    b.add(collar(grid[1], 0.034, 0.056, 0.022, gap=0.1, spread=0.02, thickness=0.0045), "body", "collar")


def _denim_front(b: Builder, grid: np.ndarray, skin: Skin, long: float) -> None:
    """A buttoned front, two breast pockets with pointed flaps, seams in pairs that run down from them, a waistband."""
    b.add(strip(skin, -0.02, 0.02, -long + 0.004, -0.05, 0.004, rows=80), "body", "placket")
    way = (0, 1, 0)
    lines = [[(x, -1, z) for z in np.linspace(-0.055, -long + 0.01, 70)] for x in (-0.0165, 0.0165)]
    for s in (-1, 1):
        x = np.linspace(0.055, 0.165, 23)
        tip = 0.024 * (1 - np.abs((x - 0.11) / 0.055))
        flap = np.array([[(s * k, -1, -0.2 - q * (0.035 + t)) for k, t in zip(x, tip, strict=True)] for q in np.linspace(0, 1, 8)])
        b.add(skin.patch(flap, way, 0.005, lift=0.001), "body", "pockets")
        b.add(buttons(Skin(*b._parts["pockets"]), [(s * 0.11, -0.242)], 0.008, 0.004), "metal", "buttons")
        lines.append([(s * k, -1, -0.2 - 0.82 * (0.035 + t)) for k, t in zip(x[1:-1], tip[1:-1], strict=True)])
        lines += [[(s * k, -1, -0.19 + d) for k in np.linspace(0.03, 0.2, 40)] for d in (0, 0.006)]
        for d in (0, 0.006):
            lines += [[(s * (0.07 - 0.03 * t + d), -1, -0.262 - (long - 0.31) * t) for t in np.linspace(0, 1, 50)], [(s * (0.15 - 0.02 * t + d), -1, -0.262 - (long - 0.31) * t) for t in np.linspace(0, 1, 50)]]
    whole = Skin(*b._parts["body"], *b._parts["placket"], *b._parts["pockets"])
    b.add(join([thread(whole.cast(line, way, 0.0008)[0], 0.005, 0.0009) for line in lines]), "thread", "stitches")
    rows = grid[-7:]
    middle = rows.mean(axis=1, keepdims=True)
    b.add(sheet(middle + (rows - middle) * (1.03, 1.05, 1), 0.004, closed=True, smooth=60), "body", "hem")
    b.add(buttons(Skin(*b._parts["placket"]), [(0, z) for z in np.linspace(-0.09, -0.52, 5)], 0.009, 0.005), "metal", "buttons")
    b.add(collar(grid[1], 0.03, 0.062, 0.03, gap=0.06, spread=0.024, thickness=0.004), "body", "collar")


@prop("dress")
def dress(spec: Spec, b: Builder) -> None:
    """A sleeveless dress on a hanger: a fitted bodice, a belt, a full skirt."""
    b.slot("body", spec.material or b.choose("cotton", "silk"), b.choose("#a3222f", "#2c4a7a", "#d9a7a0", "#2f5d46"))
    b.slot("belt", "silk", b._slots["body"].colour)
    hanger(b, 0.34)
    stations = [(0, 0.105, 0.062, -0.01, 0.14, 2.0), (0.02, 0.125, 0.066, -0.012, 0.2, 2.0), (0.05, 0.152, 0.07, -0.018, 0.26, 2.0), (0.07, 0.164, 0.075, -0.035, 0.26, 2.0), (0.17, 0.178, 0.094, -0.14, 0.12, 2.1)]
    stations += [(0.24, 0.178, 0.102, -0.22, 0.03, 2.1), (0.36, 0.138, 0.082, -0.375, 0, 2.1), (0.4, 0.142, 0.086, -0.41, 0, 2.1), (0.55, 0.2, 0.13, -0.57, 0, 2.0), (1, 0.31, 0.2, -1.05, 0, 2.0)]
    grid = tube(stations, seed=spec.seed, count=1, deep=0.012, dip=0.1, rows=110, around=216)
    middle = grid.mean(axis=1, keepdims=True)
    v = np.linspace(0, 1, len(grid))[:, None]
    u = np.linspace(0, 1, 216, endpoint=False)
    fall = np.clip((v - 0.385) / 0.6, 0, 1)
    rng = np.random.default_rng(spec.seed)
    phase, bend = rng.uniform(0, 2 * np.pi, 3), rng.uniform(-0.5, 0.5)
    pleat = np.sin(2 * np.pi * 11 * u + phase[0] + bend * v * 3) + 0.45 * np.sin(2 * np.pi * 17 * u + phase[1]) + 0.5 * np.sin(2 * np.pi * 5 * u + phase[2])
    gather = np.sin(2 * np.pi * 34 * u + phase[1]) * np.exp(-((v - 0.41) / 0.05) ** 2) * (v > 0.385)
    grow = 1 + 0.11 * fall**0.75 * pleat + 0.02 * gather
    grid[:, :, :2] = middle[:, :, :2] + (grid[:, :, :2] - middle[:, :, :2]) * grow[:, :, None]
    grid[:, :, 2] += 0.012 * fall * np.sin(2 * np.pi * 3 * u + phase[0])
    b.add(sheet(grid, 0.0016, closed=True), "body")
    at = np.argmin(np.abs(v[:, 0] - 0.372))
    rows = grid[at - 2 : at + 2]
    centre = rows.mean(axis=1, keepdims=True)
    b.add(sheet(centre + (rows - centre) * (1.03, 1.045, 1), 0.003, closed=True, smooth=60), "belt", "belt")
    front = rows[1:3].mean(axis=0)[162] + (0, -0.009, 0)
    for s in (-1, 1):
        loop = [front, front + (s * 0.03, -0.012, 0.012), front + (s * 0.058, -0.008, 0.004), front + (s * 0.05, -0.004, -0.018), front]
        tail = [front, front + (s * 0.012, -0.012, -0.05), front + (s * 0.026, -0.012, -0.12), front + (s * 0.024, -0.018, -0.18)]
        b.add(ribbon(smooth_path(loop, 30), (0, -0.25, 1), np.interp(np.linspace(0, 1, 30), [0, 0.3, 0.7, 1], [0.01, 0.024, 0.024, 0.01]), 0.0022), "belt", "bow")
        b.add(ribbon(smooth_path(tail, 24), (1, 0, 0), 0.02, 0.002), "belt", "bow")
    b.add(ellipsoid(0.011, 0.009, 0.011, at=tuple(front + (0, -0.005, 0)), segments=20), "belt", "bow")
    _armholes(b, grid)


def _armholes(b: Builder, grid: np.ndarray) -> None:
    """Piping about the arm's openings and along the neck, with the openings' shade as dark ovals of cloth."""
    b.slot("shade", "fabric", "#17110f", role="fixed")
    skin = Skin(*b._parts["body"])
    for s in (-1, 1):
        a = np.linspace(0, 2 * np.pi, 60)
        centre = np.array((s * 0.4, 0.004, -0.135))
        points = np.column_stack([np.full(60, s * 0.4), centre[1] + 0.042 * np.cos(a), centre[2] + 0.07 * np.sin(a) + 0.0 * a])
        at, normals = skin.cast(points, (-s, 0, 0), 0.0008)
        b.add(sweep(at, 0.0026, sides=8), "body", "edges")
        fill = np.array([[centre * (1, 1, 1) + (0, 0.042 * k * np.cos(t), 0.07 * k * np.sin(t)) for t in a] for k in np.linspace(0.03, 1, 8)])
        b.add(skin.patch(fill, (-s, 0, 0), 0.0006, lift=0.0006), "shade", "armholes")
    b.add(sweep(np.vstack([grid[0], grid[0][:2]]), 0.0028, sides=8), "body", "edges")


@prop("pants")
def pants(spec: Spec, b: Builder) -> None:
    """Jeans or trousers, folded and lying; hung by the waist from a hanger with clips where that is asked for."""
    jeans = spec.material in (None, "denim") and not spec.has("elegant") and not spec.is_a("chinos", "suit")
    b.slot("body", "denim" if jeans else "cotton", b.choose("#34496b", "#223250", "#5c7a9e") if jeans else b.choose("#b59c74", "#3a3c40", "#56603f"))
    b.slot("thread", "cotton", "#c98a3c" if jeans else b._slots["body"].colour, role="fixed" if jeans else "main")
    b.slot("metal", "copper" if jeans else "plastic", "#b5763f" if jeans else "#2a2622", role="fixed")
    b.slot("patch", "leather", "#8a5a30", role="fixed")
    (_hung_pants if spec.has("hanging", "hung") else _folded_pants)(spec, b, jeans)


def slab(x: float, y: float, z: float, *, seed: int = 0, puff: float = 0.35, wave: float = 0.003):
    """A folded layer of cloth lying about the origin: full lengths x, y, thickness z; soft at its edges, a little uneven."""
    n, m = 60, 44
    u, v = np.meshgrid(np.linspace(-1, 1, n), np.linspace(-1, 1, m))
    edge = 0.3 + 0.7 * np.clip((1 - np.abs(u) ** 12) * (1 - np.abs(v) ** 12), 0, 1) ** 0.5
    corner = 1 - 0.045 * np.abs(u * v) ** 8
    rng = np.random.default_rng(seed)
    p = rng.uniform(0, 6.28, 6)
    uneven = wave * (np.sin(3 * u + p[0]) * np.sin(2 * v + p[1]) + 0.6 * np.sin(5 * u + 3 * v + p[2]) + 0.4 * np.sin(7 * v - 4 * u + p[3]))
    grow = 1 + 0.006 * np.sin(4 * v + p[4]) * np.abs(u)
    shift = 1 + 0.006 * np.sin(5 * u + p[5]) * np.abs(v)
    top = np.stack([u * x / 2 * grow * corner, v * y / 2 * shift * corner, z / 2 + z / 2 * edge + uneven * edge * puff * 2], axis=-1)
    low = np.stack([top[..., 0], top[..., 1], z / 2 - z / 2 * edge], axis=-1)
    verts = np.concatenate([top.reshape(-1, 3), low.reshape(-1, 3)])
    k = n * m
    faces = [(j * n + i, j * n + i + 1, (j + 1) * n + i + 1, (j + 1) * n + i) for j in range(m - 1) for i in range(n - 1)]
    faces += [tuple(k + q for q in reversed(f)) for f in faces]
    around = [*range(n), *(j * n + n - 1 for j in range(1, m)), *((m - 1) * n + i for i in range(n - 2, -1, -1)), *(j * n for j in range(m - 2, 0, -1))]
    faces += [(a, k + a, k + c, c) for a, c in zip(around, [*around[1:], around[0]], strict=True)]
    return from_geometry("slab", verts, faces, smooth=70)


DOWN = (0, 0, -1)
"""Rays towards the ground: what is laid on a folded thing is cast this way."""


def _folded_pants(spec: Spec, b: Builder, jeans: bool) -> None:
    """Folded in half along the legs and twice across: the seat lies on top, its waistband to the left, a back pocket and its label up."""
    w, d = 0.34, 0.255
    for k, (z, x, thick) in enumerate(((0.0, 0.012, 0.021), (0.019, -0.008, 0.021), (0.038, 0.004, 0.024))):
        b.add(move(slab(w - 0.012 * (k == 1), d - 0.006 * k, thick, seed=spec.seed + k), x, 0.003 * k, z), "body")
        fold = [(w / 2 + x - 0.012, y, z + thick / 2) for y in np.linspace(-d / 2 + 0.01, d / 2 - 0.01, 4)]
        if k == 1:
            b.add(sweep(smooth_path(fold, 12), 0.019, sides=20, flat=0.5), "body")
    skin = Skin(*b._parts["body"])
    lay = lambda xs, ys, thick, lift=0.0: skin.patch([[(x, y, 1) for x in xs] for y in ys], DOWN, thick, lift=lift)  # noqa: E731
    x0 = -w / 2 + 0.014
    b.add(lay(np.linspace(x0, x0 + 0.04, 8), np.linspace(-d / 2 + 0.014, d / 2 - 0.014, 40), 0.0045, 0.0005), "body", "waistband")
    band = Skin(*b._parts["waistband"], *b._parts["body"])
    lines = [[(x, y, 1) for y in np.linspace(-d / 2 + 0.018, d / 2 - 0.018, 50)] for x in (x0 + 0.004, x0 + 0.036)]
    for y in (-0.1, -0.005, 0.092):
        path = band.cast([(x, y, 1) for x in np.linspace(x0 - 0.001 + 0.003, x0 + 0.046, 12)], DOWN, 0.003)[0]
        b.add(ribbon(path, (0, 1, 0), 0.011, 0.0032), "body", "loops")
    px, py, pw, pl = -0.062, -0.012, 0.135, 0.15  # the back pocket: its mouth towards the waist, its point to the right
    u, v = np.meshgrid(np.linspace(0, 1, 24), np.linspace(-1, 1, 24))
    tip = 0.025 * (1 - np.abs(v))
    pocket = np.stack([px + u * (pl - 0.025 + tip), py + v * pw / 2 * (1 - 0.1 * u), np.ones_like(u)], axis=-1)
    b.add(skin.patch(pocket, DOWN, 0.003, lift=0.0005), "body", "pocket")
    inset = lambda k: [*pocket[2:-2, 1], *pocket[-1 - k, 1:-1], *pocket[::-1, -1 - k][k + 1 : -k - 1], *pocket[k, ::-1][1:-1]]  # noqa: E731
    lines += [inset(1), inset(2), [(px + 0.014, py + q, 1) for q in np.linspace(-pw / 2 + 0.006, pw / 2 - 0.006, 24)]]
    if jeans:
        for s in (-1, 1):
            lines.append([(px + 0.055 + 0.02 * np.sin(q * np.pi), py + s * q * (pw / 2 - 0.01), 1) for q in np.linspace(0.0, 1, 24)])
        b.add(skin.patch([[(x, y, 1) for x in np.linspace(x0 + 0.004, x0 + 0.05, 8)] for y in np.linspace(0.025, 0.085, 8)], DOWN, 0.002, lift=0.0052), "patch", "label")
    lines += [[(x, -0.106 + 0.02 * (x / w), 1) for x in np.linspace(x0 + 0.045, w / 2 - 0.02, 60)], [(x, -0.1 + 0.02 * (x / w), 1) for x in np.linspace(x0 + 0.045, w / 2 - 0.02, 60)]]
    whole = Skin(*b._parts["body"], *b._parts["waistband"], *b._parts["pocket"])
    b.add(join([thread(whole.cast(line, DOWN, 0.0004)[0], 0.0042, 0.0008) for line in lines]), "thread", "stitches")
    for y in (-pw / 2 + 0.007, pw / 2 - 0.007):
        at, _ = whole.cast([(px + 0.006, py + y, 1)], DOWN, 0)
        b.add(cylinder(0.0042, 0.002, bevel=0.0008, segments=20, at=tuple(at[0])), "metal", "rivets")
    for objects in b._parts.values():
        for o in objects:
            rotate(o, 0, 0, -90 + 14)
    b.support("top", -0.1, 0.1, -0.13, 0.13, 0.062)


def _hung_pants(spec: Spec, b: Builder, jeans: bool) -> None:
    """Whole, the front to the camera, held at the waist by the clips of a hanger."""
    b.slot("hook", "steel", "#b9bbbd", role="fixed")
    bar = smooth_path([(-0.16, 0, 0.045), (-0.02, 0, 0.05), (0.02, 0, 0.05), (0.16, 0, 0.045)], 20)
    b.add(sweep(bar, 0.0035, sides=10), "hook", "hanger")
    hook = [(0, 0, 0.05), (0, 0, 0.095), (0.02, 0, 0.112), (0.026, 0, 0.126), (0.016, 0, 0.143), (0, 0, 0.147), (-0.017, 0, 0.141), (-0.023, 0, 0.127)]
    b.add(sweep(smooth_path(hook, 50), 0.0019, sides=10), "hook", "hanger")
    for s in (-1, 1):
        b.add(box(0.03, 0.014, 0.05, bevel=0.003, at=(s * 0.13, 0, 0.0)), "hook", "hanger")
    b.hang = (0, 0, 0.145)
    stations = [(0, 0.188, 0.018, 0.012, 0, 2.2), (0.1, 0.196, 0.034, -0.03, 0, 2.2), (0.4, 0.216, 0.06, -0.12, 0, 2.2), (0.75, 0.226, 0.075, -0.22, 0, 2.4), (1, 0.222, 0.07, -0.29, 0, 2.6)]
    seat = b.add(sheet(tube(stations, seed=spec.seed, count=2, deep=0.01, rows=40), 0.003, closed=True), "body")
    for s in (-1, 1):
        path = [(s * 0.106, 0.003, -0.2), (s * 0.116, 0.003, -0.34), (s * 0.121, -0.006, -0.62), (s * 0.125, 0.004, -1.02)]
        leg = sleeve(path, [0.112, 0.108, 0.092, 0.086], flat=0.62, seed=spec.seed + (s > 0), deep=0.005, around=60, steps=80)
        b.add(sheet(leg, 0.003, closed=True), "body", "legs")
        hem = leg[-4:]
        middle = hem.mean(axis=1, keepdims=True)
        b.add(sheet(middle + (hem - middle) * 1.03, 0.004, closed=True, smooth=60), "body", "hem")
    skin, way = Skin(seat, *b._parts["legs"]), (0, 1, 0)
    line = lambda points: skin.cast([(x, -1, z) for x, z in points], way, 0.0006)[0]  # noqa: E731
    b.add(strip(skin, -0.182, 0.182, -0.032, 0.004, 0.004, rows=6, columns=50), "body", "waistband")
    for x in (-0.1, 0.1):
        b.add(strip(skin, x - 0.006, x + 0.006, -0.042, 0.006, 0.004, rows=12, columns=4, lift=0.004), "body", "loops")
    seams = [line([(0.002, z) for z in np.linspace(-0.04, -0.29, 40)]), line([(0.034 - 0.036 * t**4, -0.04 - 0.15 * t) for t in np.linspace(0, 1, 30)])]
    for s in (-1, 1):
        seams.append(line([(s * (0.085 + 0.1 * np.sin(t)), -0.035 - 0.085 * (1 - np.cos(t))) for t in np.linspace(0, 1.45, 30)]))
        for end in (0, -1):
            b.add(stand_on(cylinder(0.005, 0.002, bevel=0.0008, segments=18), seams[-1][end], (0, -1, 0)), "metal", "rivets")
    b.add(join([thread(k, 0.005, 0.0009) for k in seams]), "thread", "stitches")
    b.add(buttons(Skin(*b._parts["waistband"]), [(0.0, -0.014)], 0.0095, 0.004), "metal", "buttons")
