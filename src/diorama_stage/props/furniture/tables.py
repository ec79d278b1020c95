# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables: on four tapering legs, on trestles, round on a pedestal or on three legs; low ones; desks with drawers."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, bevel, box, cylinder, extrude, lathe, loft, rounded_rectangle, scale, smooth_path, sweep
from diorama_stage.kit.parts import add_rod
from diorama_stage.props.furniture.cabinets import front
from diorama_stage.props.registry import prop

SIZES = {"table": (1.5, 0.85, 0.74), "desk": (1.3, 0.65, 0.74), "coffee_table": (1.1, 0.6, 0.42)}


@prop("table", "desk", "coffee_table")
def table(spec: Spec, b: Builder) -> None:
    w, d, h = SIZES[spec.kind]
    if spec.is_a("side", "end_table"):
        w, d, h = 0.5, 0.5, 0.55
    if spec.is_a("cafe"):
        w, d = 0.66, 0.66
    timber = b.choose("oak", "walnut", "oak")
    b.slot("top", timber)
    b.slot("legs", timber)
    b.slot("metal", b.choose("brass", "iron"), role="trim")
    b.slot("fronts", timber)
    b.slot("gaps", "rubber", "#120e0a", role="fixed")
    if spec.shaped("round", "oval", "circular") or spec.is_a("round", "side", "cafe"):
        r, oval = d / 2 if spec.is_a("cafe") else max(d * 0.62, 0.25), 1.45 if spec.shaped("oval") else 1.0
        _round(b, r, h, oval=oval)
        if spec.kind == "table" and spec.has("laid"):
            _cloth(b, np.array([(oval * r * math.cos(a), r * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 360, endpoint=False)]), h)
        return
    if spec.kind == "desk":
        _desk(b, w, d, h)
    elif spec.is_a("trestle") or (spec.kind == "table" and b.rng.random() < 0.25):
        _trestle(b, w, d, h)
    else:
        _four(b, w, d, h, low=spec.kind == "coffee_table")
    laid = spec.kind == "table" and spec.has("laid")
    if laid:
        _cloth(b, rounded_rectangle(w, d, 0.03, 12), h)
    b.support("top", -w / 2 + 0.03, w / 2 - 0.03, -d / 2 + 0.03, d / 2 - 0.03, h + LAID * laid)


LAID, DROP = 0.003, 0.24
"""Metres: thickness of a tablecloth; how far it hangs down."""


def _cloth(b: Builder, edge: np.ndarray, h: float) -> None:
    """A cloth over a top with this outline (n, 2), hanging in folds that grow towards its hem, and lower at the corners."""
    steps = np.linalg.norm(np.diff(edge, axis=0, append=edge[:1]), axis=1)
    at = np.concatenate([[0], np.cumsum(steps)])
    along = np.linspace(0, at[-1], 480, endpoint=False)
    closed = np.vstack([edge, edge[:1]])
    rim = np.column_stack([np.interp(along, at, closed[:, k]) for k in (0, 1)])
    way = np.roll(rim, -2, axis=0) - np.roll(rim, 2, axis=0)
    out = np.column_stack([way[:, 1], -way[:, 0]]) / np.linalg.norm(way, axis=1)[:, None]
    far = np.hypot(*rim.T)
    corner = np.clip((far - np.percentile(far, 80)) / max(float(np.ptp(far)), 1e-3), 0, 0.4)
    folds = round(at[-1] / 0.16)
    wave = 0.5 + 0.5 * np.sin(2 * math.pi * folds * along / at[-1] + 1.3 * np.sin(2 * math.pi * 5 * along / at[-1] + b.rng.uniform(0, 6)))
    rings = [np.column_stack([rim * f, np.full(len(rim), h + LAID)]) for f in (0.002, 0.35, 0.7, 0.93, 0.995)]
    for t in np.linspace(0, 1, 14):
        swing = 0.006 + 0.045 * t**0.8 * (wave + 1.5 * corner)
        rings.append(np.column_stack([rim + out * swing[:, None], h - 0.004 - DROP * t * (1 + corner)]))
    b.slot("cloth", "linen", b.choose("#e9e4d8", "#efece4", "#cfd6d2"), role="fixed")
    b.add(loft(rings, smooth=60), "cloth")


def _boards(b: Builder, w: float, d: float, h: float, thick: float) -> None:
    """A top glued up of boards: fine joints on a slab with eased edges."""
    b.add(bevel(extrude(rounded_rectangle(w, d, 0.012, 5), thick, bevel=0, at=(0, 0, h - thick)), 0.004, 3), "top")
    for k in range(1, 5):
        b.add(box(w - 0.012, 0.0007, 0.0004, bevel=0, at=(0, -d / 2 + d * k / 5, h - 0.00025)), "gaps", "joints")


def _leg(b: Builder, x: float, y: float, top: float, wide: float, *, splay: float = 0.02) -> None:
    """A square leg with eased edges that tapers on its inner sides."""
    sx, sy = math.copysign(1, x), math.copysign(1, y)
    rings = []
    for z, s in ((0, wide * 0.56), (0.006, wide * 0.6), (top * 0.88, wide), (top, wide)):
        out = splay * (1 - z / top)
        square = rounded_rectangle(s, s, min(0.006, s * 0.3), 4) + (x + sx * (wide - s) / 2 + sx * out, y + sy * (wide - s) / 2 + sy * out)
        rings.append(np.column_stack([square, np.full(len(square), z)]))
    b.add(loft(rings, smooth=35), "legs", "legs")


def _four(b: Builder, w: float, d: float, h: float, *, low: bool) -> None:
    thick = b.choose(0.026, 0.034)
    _boards(b, w, d, h, thick)
    mx, my = w / 2 - 0.075, d / 2 - 0.075
    if low and b.rng.random() < 0.5:  # mid-century: round splayed legs and a shelf of rods
        for x in (-1, 1):
            for y in (-1, 1):
                b.add(sweep(np.linspace((x * (mx + 0.03), y * (my + 0.02), 0), (x * (mx - 0.06), y * (my - 0.05), h - thick), 12), np.linspace(0.0115, 0.02, 12), sides=20), "legs", "legs")
            add_rod(b, "legs", (x * (mx - 0.02), -my + 0.01, h * 0.42), (x * (mx - 0.02), my - 0.01, h * 0.42), 0.009, "shelf")
        for y in np.linspace(-my + 0.05, my - 0.05, 7):
            add_rod(b, "legs", (-mx + 0.02, y, h * 0.42), (mx - 0.02, y, h * 0.42), 0.0065, "shelf")
        return
    for y in (-my - 0.004, my + 0.004):
        b.add(box(2 * mx, 0.022, 0.075, bevel=0.002, at=(0, y, h - thick - 0.076)), "legs", "apron")
    for x in (-mx - 0.004, mx + 0.004):
        b.add(box(0.022, 2 * my, 0.075, bevel=0.002, at=(x, 0, h - thick - 0.076)), "legs", "apron")
    for x in (-mx, mx):
        for y in (-my, my):
            _leg(b, x, y, h - thick, 0.062 if not low else 0.05)


def _trestle(b: Builder, w: float, d: float, h: float) -> None:
    """A farm table: thick boards with breadboard ends on two trestles held by a wedged beam."""
    _boards(b, w, d, h, 0.042)
    for x in (-1, 1):
        b.add(box(0.09, d + 0.002, 0.0425, bevel=0.004, at=(x * (w / 2 - 0.0435), 0, h - 0.0421)), "top", "ends")
        at = x * (w / 2 - 0.3)
        b.add(box(0.075, d * 0.82, 0.065, bevel=0.01, at=(at, 0, 0)), "legs", "trestles")
        b.add(box(0.075, d * 0.78, 0.055, bevel=0.008, at=(at, 0, h - 0.098)), "legs", "trestles")
        for y in (-0.13, 0.13):
            b.add(box(0.062, 0.11, h - 0.155, bevel=0.006, at=(at, y, 0.06)), "legs", "trestles")
        b.add(box(0.018, 0.03, 0.13, bevel=0.003, at=(at + x * 0.055, 0, 0.22)), "legs", "wedges")
    b.add(box(w - 0.42, 0.034, 0.1, bevel=0.005, at=(0, 0, 0.235)), "legs", "beam")


def _round(b: Builder, r: float, h: float, *, oval: float = 1.0) -> None:
    """A round top with an eased edge on a turned pedestal with feet, a metal tulip foot, or three legs."""
    edge = [(0, h - 0.026), (r * 0.9, h - 0.026), (r * 0.985, h - 0.018), (r, h - 0.009), (r - 0.002, h - 0.002), (r - 0.008, h), (0, h)]
    b.add(scale(lathe(edge, segments=128, smooth=50), oval, 1, 1), "top")
    style = b.choose("turned", "tulip", "three")
    if style == "tulip":
        foot = smooth_path([(0.36 * r / 0.5, 0.004), (0.3 * r / 0.5, 0.016), (0.12, 0.05), (0.05, 0.16), (0.04, h * 0.5), (0.06, h * 0.82), (0.15, h - 0.03)], 60)
        b.add(lathe([(0, 0.0), (0.36 * r / 0.5, 0.0), *foot, (0, h - 0.026)], segments=96, smooth=60), "legs", "pedestal")
    elif style == "three":
        for k in range(3):
            a = 2 * math.pi * k / 3 + 0.5
            b.add(sweep(np.linspace((r * 0.82 * math.cos(a), r * 0.82 * math.sin(a), 0), (r * 0.42 * math.cos(a), r * 0.42 * math.sin(a), h - 0.026), 12), np.linspace(0.0125, 0.021, 12), sides=20), "legs", "legs")
        b.add(cylinder(r * 0.5, 0.02, bevel=0.004, at=(0, 0, h - 0.046)), "legs", "apron")
    else:
        column = smooth_path([(0.05, 0.1), (0.062, 0.15), (0.04, 0.2), (0.05, 0.3), (0.035, 0.45), (0.055, h - 0.1), (0.09, h - 0.03)], 60)
        b.add(lathe([(0, 0.09), (0.05, 0.09), *column, (0, h - 0.026)], segments=72, smooth=60), "legs", "pedestal")
        for k in range(4):
            a = math.pi / 4 + math.pi / 2 * k
            path = smooth_path([(0.03 * math.cos(a), 0.03 * math.sin(a), 0.2), (r * 0.4 * math.cos(a), r * 0.4 * math.sin(a), 0.13), (r * 0.72 * math.cos(a), r * 0.72 * math.sin(a), 0.02)], 24)
            b.add(sweep(path, np.linspace(0.034, 0.02, 24), sides=16, flat=0.7), "legs", "feet")
    b.support("top", -r * oval, r * oval, -r, r, h, round=True)
    b.footprint = "round"


def _desk(b: Builder, w: float, d: float, h: float) -> None:
    """A writing desk: a case of drawers under the top on tapering legs, or a pedestal of drawers at one side."""
    _boards(b, w, d, h, 0.026)
    handle, pedestal = b.choose("knob", "ring", "bar"), b.rng.random() < 0.45
    mx, my, deep = w / 2 - 0.06, d / 2 - 0.06, d - 0.06
    if pedestal:
        x0, x1 = w / 2 - 0.43, w / 2 - 0.04
        for x in (x0 + 0.009, x1 - 0.009):
            b.add(box(0.018, deep, h - 0.076, bevel=0.002, at=(x, 0, 0.05)), "legs", "pedestal")
        b.add(box(x1 - x0 - 0.036, deep - 0.05, h - 0.1, bevel=0, at=((x0 + x1) / 2, 0.02, 0.05)), "gaps", "pedestal")
        b.add(box(x1 - x0 - 0.03, deep - 0.04, 0.05, bevel=0.002, at=((x0 + x1) / 2, 0.015, 0)), "legs", "pedestal")
        for low, high in ((0.05, 0.34), (0.34, 0.54), (0.54, h - 0.028)):
            front(b, deep, x0 + 0.018, x1 - 0.018, low, high, handle)
        for y in (-my, my):
            _leg(b, -mx, y, h - 0.026, 0.05)
        b.add(box(w - 0.5, 0.02, 0.11, bevel=0.002, at=(-0.2, my, h - 0.14)), "legs", "apron")
        return
    b.add(box(w - 0.09, 0.02, 0.12, bevel=0.002, at=(0, deep / 2 - 0.012, h - 0.146)), "legs", "apron")
    b.add(box(w - 0.1, deep - 0.06, 0.11, bevel=0, at=(0, 0.0, h - 0.138)), "gaps", "case")
    for x in (-w / 2 + 0.053, w / 2 - 0.053):
        b.add(box(0.02, deep - 0.03, 0.12, bevel=0.002, at=(x, 0, h - 0.146)), "legs", "apron")
    b.add(box(w - 0.09, deep - 0.03, 0.014, bevel=0.002, at=(0, 0, h - 0.15)), "legs", "apron")
    third = (w - 0.19) / 3
    for k in range(3):
        front(b, deep, -w / 2 + 0.095 + third * k, -w / 2 + 0.095 + third * (k + 1), h - 0.136, h - 0.028, handle)
    for x in (-mx, mx):
        for y in (-my, my):
            _leg(b, x, y, h - 0.026, 0.056)
