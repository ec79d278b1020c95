# SPDX-License-Identifier: GPL-3.0-or-later
"""Suitcases: a leather one of old with straps, locks and sewn corners, or a ribbed shell on wheels with a drawn-out handle."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, arc, bevel, box, cylinder, extrude, join, loft, move, rotate, rounded_rectangle, smooth_path, sphere, sweep, torus
from diorama_stage.kit.parts import add_rod
from diorama_stage.kit.seams import ribbon, thread
from diorama_stage.props.registry import prop


@prop("suitcase")
def suitcase(spec: Spec, b: Builder) -> None:
    """Of leather unless it is asked to be modern, of plastic or metal, or by a name for one on wheels."""
    shell = spec.material in ("plastic", "aluminium", "steel", "fabric") or spec.has("modern", "wheeled", "rolling", "carry_on") or spec.is_a("trolley")
    if shell and not spec.has("vintage", "antique"):
        _trolley(spec, b)
    else:
        _leather(b)


def _leather(b: Builder) -> None:
    w, d, h = b.vary(0.62, 0.05), b.vary(0.19, 0.06), b.vary(0.42, 0.05)
    b.slot("body", "leather", b.choose("#7a4a28", "#8c5a34", "#5a2d22", "#3b2a20"))
    b.slot("trim", "leather", "#43291a", role="trim")
    b.slot("thread", "cotton", "#cdb48a", role="fixed")
    b.slot("metal", "brass", "#ab8a4a", role="trim")
    b.slot("gap", "rubber", "#15100c", role="fixed")
    split = d * 0.14  # the lid is the back part: two trays meet in a seam round the case
    for y0, y1 in ((-d / 2, split - 0.0012), (split + 0.0012, d / 2)):
        tray = bevel(extrude(rounded_rectangle(w, h, 0.026, 8), y1 - y0, bevel=0), 0.011, 4)
        b.add(move(rotate(tray, 90), 0, y1, h / 2), "body")
    b.add(move(rotate(extrude(rounded_rectangle(w - 0.008, h - 0.008, 0.024, 8), 0.006, bevel=0), 90), 0, split + 0.003, h / 2), "gap")
    rim = rounded_rectangle(w + 0.001, h + 0.001, 0.0265, 10)
    rim = np.vstack([rim, rim[:2]])
    for y in (-d / 2 + 0.0085, split - 0.007, split + 0.007, d / 2 - 0.0085):
        path = np.column_stack([rim[:, 0], np.full(len(rim), y), rim[:, 1] + h / 2])
        b.add(sweep(path, 0.003, sides=10), "trim", "piping")
    inner = rounded_rectangle(w - 0.034, h - 0.034, 0.02, 10)
    inner = _dense(np.vstack([inner, inner[:1]]))
    for y in (-d / 2 - 0.0002, d / 2 + 0.0002):
        b.add(thread(np.column_stack([inner[:, 0], np.full(len(inner), y), inner[:, 1] + h / 2]), 0.0042, 0.0006, gap=0.55), "thread", "stitches")
    _corners(b, w, d, h)
    for x in (-w * 0.28, w * 0.28):
        _strap(b, x, d, h)
    for x in (-w * 0.13, w * 0.13):
        _lock(b, x, split, h)
    _handle(b, split, h)
    b.support("top", -w / 2 + 0.03, w / 2 - 0.03, -d / 2 + 0.01, d / 2 - 0.01, h)
    b.lean = "back"


def _dense(points: np.ndarray, count: int = 400) -> np.ndarray:
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    t = np.linspace(0, along[-1], count)
    return np.column_stack([np.interp(t, along, points[:, k]) for k in range(2)])


def _corners(b: Builder, w: float, d: float, h: float) -> None:
    """Leather caps moulded over the corners of both sides, sewn and riveted."""
    r = 0.062
    for sx in (-1, 1):
        for sz in (-1, 1):
            cx, cz = sx * (w / 2 - 0.026), h / 2 + sz * (h / 2 - 0.026)
            quarter = arc(0.0285, 0, 90, 8)
            cut = arc(r, 78, 12, 12)
            outline = [(x * sx, z * sz) for x, z in [(0.0285, -0.026), *quarter, (-0.026, 0.0285), *((x - 0.034, z - 0.034) for x, z in cut)]]
            outline = outline if sx * sz > 0 else outline[::-1]
            for y0 in (-d / 2 - 0.0016, d / 2 - 0.024):
                cap = bevel(extrude(outline, 0.0256, bevel=0), 0.0045, 3, angle=50)
                b.add(move(rotate(cap, 90), cx, y0 + 0.0256, cz), "trim", "corners")
            seam = np.array([(cx + (x - 0.036) * sx, cz + (z - 0.036) * sz) for x, z in arc(r + 0.0035, 84, 6, 40)])
            for y in (-d / 2 - 0.0018, d / 2 + 0.0018):
                b.add(thread(np.column_stack([seam[:, 0], np.full(40, y), seam[:, 1]]), 0.0036, 0.0006, gap=0.5), "thread", "stitches")
                stud = sphere(0.0034, segments=16, at=(cx + 0.004 * sx, y, cz + 0.004 * sz))
                b.add(stud, "metal", "rivets")


def _strap(b: Builder, x: float, d: float, h: float) -> None:
    """A strap right round the case with a buckle on its front, its tongue through a loop."""
    y, e = d / 2 + 0.0022, 0.012
    path = [(x, -y, h * 0.5), (x, -y, h - e), (x, -y + 0.004, h - 0.003), (x, -y + e, h + 0.0022), (x, y - e, h + 0.0022), (x, y - 0.004, h - 0.003), (x, y, h - e), (x, y, e), (x, y - 0.004, 0.003), (x, y - e, -0.0018), (x, -y + e, -0.0018), (x, -y + 0.004, 0.003), (x, -y, e), (x, -y, h * 0.52)]
    b.add(ribbon(_even(path, 130), (1, 0, 0), 0.028, 0.0036), "trim", "straps")
    for side in (-1, 1):
        line = [(x + side * 0.0112, p[1] - 0.002, p[2]) for p in ((0, -y, e), (0, -y, h - e))]
        b.add(thread(np.linspace(*line, 80), 0.004, 0.00055, gap=0.5), "thread", "stitches")
    z = h * 0.66
    frame = rounded_rectangle(0.04, 0.036, 0.006, 6)
    frame = np.vstack([frame, frame[:2]])
    b.add(sweep(np.column_stack([frame[:, 0] + x, np.full(len(frame), -y - 0.0045), frame[:, 1] + z]), 0.0025, sides=12), "metal", "buckles")
    add_rod(b, "metal", (x, -y - 0.0045, z - 0.018), (x, -y - 0.0062, z + 0.018), 0.0017, "buckles", 10)
    b.add(ribbon(_even([(x, -y - 0.0022, z - 0.1), (x, -y - 0.0028, z - 0.03), (x, -y - 0.0035, z + 0.03)], 24), (1, 0, 0), np.r_[0.006, 0.018, np.full(22, 0.0245)], 0.003), "trim", "straps")
    b.add(box(0.034, 0.007, 0.01, bevel=0.002, at=(x, -y - 0.0012, z - 0.05)), "trim", "straps")
    for k in range(4):
        b.add(move(rotate(cylinder(0.0018, 0.0004, bevel=0, segments=14), 90), x, -y - 0.0041, z - 0.03 - 0.013 * k), "gap", "holes")


def _even(path, count: int) -> np.ndarray:
    path = np.asarray(path, float)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    t = np.linspace(0, along[-1], count)
    return np.column_stack([np.interp(t, along, path[:, k]) for k in range(3)])


def _lock(b: Builder, x: float, split: float, h: float) -> None:
    """A brass clasp on the top edge: a plate either side of the seam, a hinged flap, a slide with a keyhole."""
    b.add(box(0.036, 0.026, 0.0028, bevel=0.001, at=(x, split - 0.018, h)), "metal", "locks")
    b.add(box(0.03, 0.016, 0.0028, bevel=0.001, at=(x, split + 0.012, h)), "metal", "locks")
    b.add(box(0.022, 0.036, 0.0034, bevel=0.0014, at=(x, split - 0.004, h + 0.0024)), "metal", "locks")
    b.add(box(0.014, 0.006, 0.0045, bevel=0.0014, at=(x, split - 0.026, h + 0.0026)), "metal", "locks")
    b.add(cylinder(0.0026, 0.0006, bevel=0, segments=14, at=(x, split - 0.01, h + 0.0057)), "gap", "locks")
    for sx in (-1, 1):
        b.add(sphere(0.0016, segments=10, at=(x + 0.014 * sx, split - 0.027, h + 0.0028)), "metal", "locks")


def _handle(b: Builder, split: float, h: float) -> None:
    """A padded grip between two rings on plates."""
    y = split - 0.03
    path = smooth_path([(-0.068, y, h + 0.02), (-0.06, y, h + 0.036), (-0.035, y, h + 0.043), (0.035, y, h + 0.043), (0.06, y, h + 0.036), (0.068, y, h + 0.02)], 44)
    b.add(sweep(path, 0.0062 + 0.0038 * np.sin(np.linspace(0, math.pi, 44)) ** 0.6, sides=20, flat=0.85), "trim", "handle")
    b.add(thread(path[4:-4] + (0, -0.0095, 0.0002), 0.0038, 0.0005, gap=0.5), "thread", "stitches")
    for s in (-1, 1):
        b.add(box(0.026, 0.024, 0.0024, bevel=0.0009, at=(s * 0.068, y, h)), "metal", "handle")
        b.add(move(rotate(torus(0.0105, 0.002, segments=32, sides=10), 90), s * 0.068, y, h + 0.0115), "metal", "handle")


def _trolley(spec: Spec, b: Builder) -> None:
    """A cabin case: a shell with raised ribs, a zip round its middle, four wheels, a telescopic handle."""
    w, d, h, up = 0.38, 0.23, 0.5, 0.05
    b.slot("body", "plastic", b.choose("#2c3a4a", "#c9b8a6", "#1e1f22", "#7c9088", "#b5443c"), finish=("satin",))
    b.slot("dark", "plastic", "#1b1c1e", role="fixed")
    b.slot("metal", "aluminium", "#b4b6b8", role="fixed")
    ribs = 9
    x = np.linspace(-1, 1, 181)
    profile = 0.0032 * np.clip(np.cos(x * math.pi * ribs) * 2.2 + 0.4, -1, 1)
    rings = []
    for z, k in ((0, 0.86), (0.006, 0.93), (0.02, 0.985), (0.045, 1.0), (h - 0.045, 1.0), (h - 0.02, 0.985), (h - 0.006, 0.93), (h, 0.86)):
        half = np.abs(x)
        round_ = (1 - np.clip((half - 0.86) / 0.14, 0, 1) ** 2.6 * 0.55)
        front = np.column_stack([x * w / 2 * (0.95 + 0.05 * k), -(d / 2 * round_ + profile * (half < 0.9)) * k, np.full(181, z + up)])
        rings.append(np.vstack([front, front[::-1] * (1, -1, 1)]))
    b.add(loft(rings, smooth=50), "body")
    belt = [(s * w / 2 * 1.003, 0, z) for s, z in ((-1, up + 0.03), (-1, up + h - 0.03))]
    b.add(ribbon(_even([belt[0], belt[1], (-w / 2 + 0.03, 0, up + h + 0.001), (w / 2 - 0.03, 0, up + h + 0.001), (w / 2 * 1.003, 0, up + h - 0.03), (w / 2 * 1.003, 0, up + 0.03)], 90), (0, 1, 0), 0.014, 0.003), "dark", "zip")
    for sx in (-1, 1):
        for sy in (-1, 1):
            cx, cy = sx * (w / 2 - 0.045), sy * (d / 2 - 0.04)
            b.add(cylinder(0.021, 0.022, bevel=0.004, top=0.026, at=(cx, cy, up - 0.014)), "dark", "wheels")
            wheels = [move(rotate(cylinder(0.0215, 0.011, bevel=0.004), 0, 90), cx + o, cy, 0.0215) for o in (-0.016, 0.005)]
            b.add(join(wheels), "dark", "wheels")
            add_rod(b, "metal", (cx - 0.018, cy, 0.0215), (cx + 0.018, cy, 0.0215), 0.005, "wheels")
        add_rod(b, "metal", (sx * 0.075, d / 2 - 0.035, up + h - 0.01), (sx * 0.075, d / 2 - 0.035, up + h + 0.36), 0.0065, "trolley handle")
    grip = [(-0.075, d / 2 - 0.035, up + h + 0.34), (-0.075, d / 2 - 0.035, up + h + 0.36), (-0.06, d / 2 - 0.035, up + h + 0.374), (0.06, d / 2 - 0.035, up + h + 0.374), (0.075, d / 2 - 0.035, up + h + 0.36), (0.075, d / 2 - 0.035, up + h + 0.34)]
    b.add(sweep(smooth_path(grip, 40), 0.0115, sides=20, flat=0.8), "dark", "trolley handle")
    b.add(box(0.2, 0.04, 0.01, bevel=0.003, at=(0, d / 2 - 0.035, up + h - 0.006)), "dark", "trolley handle")
    b.add(sweep(smooth_path([(-0.06, -0.03, up + h - 0.002), (-0.05, -0.03, up + h + 0.018), (0.05, -0.03, up + h + 0.018), (0.06, -0.03, up + h - 0.002)], 30), 0.008, sides=14, flat=0.7), "dark", "handle")
    b.add(box(0.012, 0.03, 0.05, bevel=0.003, at=(w / 2 + 0.002, 0, up + h * 0.5)), "dark", "lock")
