# SPDX-License-Identifier: GPL-3.0-or-later
"""Cabinets: sideboards, chests of drawers, nightstands and wardrobes. A carcase with gaps between its fronts, on legs or a plinth."""

from __future__ import annotations

from diorama_stage.kit import Builder, Spec, box, cylinder, lathe, move, rotate, rounded_profile, smooth_path, sphere, sweep
from diorama_stage.kit.parts import add_rod
from diorama_stage.props.registry import prop

GAP = 0.0035
"""Between fronts, metres."""


def wood(spec: Spec, b: Builder, *choices: str) -> None:
    """The slots of a wooden cabinet: its carcase and fronts of one timber, dark gaps behind, metal for handles."""
    timber = b.choose(*choices)
    b.slot("body", timber)
    b.slot("fronts", timber)
    b.slot("metal", b.choose("brass", "brass", "iron"), role="trim")
    b.slot("gaps", "rubber", "#120e0a", role="fixed")


def carcase(b: Builder, w: float, d: float, h: float, z: float, *, board: float = 0.02) -> tuple[float, float, float, float]:
    """Sides, top, bottom and back; a dark sheet lies behind the fronts. Returns the opening (x0, x1, z0, z1)."""
    for x in (-w / 2 + board / 2, w / 2 - board / 2):
        b.add(box(board, d, h - board, bevel=0.0015, at=(x, 0, z)), "body")
    b.add(box(w, d, board, bevel=0.002, at=(0, 0, z + h - board)), "body", "top")
    b.add(box(w - 2 * board, d - 0.002, board, bevel=0.0015, at=(0, 0.001, z)), "body")
    b.add(box(w - 2 * board, 0.008, h - board, bevel=0, at=(0, d / 2 - 0.01, z)), "body", "back")
    b.add(box(w - 2 * board, 0.002, h - 2 * board, bevel=0, at=(0, -d / 2 + 0.024, z + board)), "gaps")
    return -w / 2 + board, w / 2 - board, z + board, z + h - board


def front(b: Builder, d: float, x0: float, x1: float, z0: float, z1: float, handle: str, *, framed: bool = False, part: str = "drawers", side: int = 0) -> None:
    """A door or drawer front in an opening, flush, with its handle: knob, bar, cup, ring or groove; `side` puts a door's handle left or right."""
    w, h, x, z = x1 - x0 - 2 * GAP, z1 - z0 - 2 * GAP, (x0 + x1) / 2, z0 + GAP
    y = -d / 2
    b.add(box(w, 0.019, h, bevel=0.0014, at=(x, y + 0.0115, z)), "fronts", part)
    if framed:
        m = min(0.055, w * 0.18, h * 0.22)
        for fx, fz, fw, fh in ((x, z, w, m), (x, z + h - m, w, m), (x - w / 2 + m / 2, z + m, m, h - 2 * m), (x + w / 2 - m / 2, z + m, m, h - 2 * m)):
            b.add(box(fw, 0.008, fh, bevel=0.002, at=(fx, y - 0.001, fz)), "fronts", part)
        y -= 0.005
    hx, hz = x + side * (w / 2 - 0.035), z + h * (0.55 if side else 0.5)
    if handle == "knob":
        for k in (0,) if side or w < 0.5 else (-0.27 * w, 0.27 * w):
            knob = lathe(rounded_profile([(0, 0.024), (0.011, 0.0225), (0.0135, 0.017), (0.011, 0.012), (0.0055, 0.009), (0.007, 0), (0, 0)], 0.002), segments=32)
            b.add(move(rotate(knob, 90), hx + k, y + 0.001, hz), "metal", "knobs")
    elif handle == "bar":
        half = 0.055 if not side else 0.075
        ends = [(hx + s * half * (not side), y - 0.024, hz + s * half * bool(side)) for s in (-1, 1)]
        add_rod(b, "metal", *ends, 0.0045, "handles")
        for e in ends:
            inward = tuple(c * 0.82 + m * 0.18 for c, m in zip(e, (hx, y - 0.024, hz), strict=True))
            add_rod(b, "metal", inward, (inward[0], y + 0.002, inward[2]), 0.0038, "handles")
    elif handle == "ring":
        b.add(move(rotate(cylinder(0.013, 0.002, bevel=0.0007), 90), hx, y + 0.002, hz + 0.01), "metal", "handles")
        b.add(sphere(0.0045, segments=16, at=(hx, y - 0.003, hz + 0.01)), "metal", "handles")
        drop = smooth_path([(hx - 0.004, y - 0.004, hz + 0.008), (hx - 0.015, y - 0.005, hz - 0.008), (hx, y - 0.006, hz - 0.02), (hx + 0.015, y - 0.005, hz - 0.008), (hx + 0.004, y - 0.004, hz + 0.008)], 30)
        b.add(sweep(drop, 0.0021, sides=10), "metal", "handles")
    else:  # a groove along the upper edge to put the fingers in
        b.add(box(min(w * 0.5, 0.12), 0.006, 0.012, bevel=0.002, at=(x, y - 0.0005, z + h - 0.012)), "gaps", "grooves")


def legs(b: Builder, w: float, d: float, height: float, *, splay: float = 0.03) -> None:
    """Four round tapering legs, turned a little outwards, under a rail."""
    for x in (-1, 1):
        for y in (-1, 1):
            top, foot = (x * (w / 2 - 0.09), y * (d / 2 - 0.07), height + 0.004), (x * (w / 2 - 0.09 + splay), y * (d / 2 - 0.07 + splay * 0.6), 0)
            b.add(sweep([top, tuple((p + q) / 2 for p, q in zip(top, foot, strict=True)), foot], (0.019, 0.0155, 0.011), sides=24), "body", "legs")
            b.add(cylinder(0.0115, 0.006, bevel=0.001, at=(foot[0], foot[1], 0)), "metal", "feet")
    for y in (-d / 2 + 0.07, d / 2 - 0.07):
        b.add(box(w - 0.16, 0.03, 0.03, bevel=0.003, at=(0, y, height - 0.026)), "body", "legs")


def plinth(b: Builder, w: float, d: float, height: float) -> None:
    b.add(box(w - 0.03, d - 0.04, height, bevel=0.002, at=(0, 0.012, 0)), "body", "plinth")


@prop("sideboard")
def sideboard(spec: Spec, b: Builder) -> None:
    """Long and low: doors at the ends, drawers between, or sliding slatted doors."""
    w, d, up, h = 1.6, 0.42, 0.19, 0.56
    wood(spec, b, "oak", "walnut", "oak")
    slatted = b.rng.random() < 0.35
    legs(b, w, d, up)
    x0, x1, z0, z1 = carcase(b, w, d, h, up)
    third, handle = (x1 - x0) / 3, b.choose("knob", "bar", "groove")
    for k in (1, 2):
        b.add(box(0.02, d - 0.004, h - 0.04, bevel=0.001, at=(x0 + third * k, 0.001, z0)), "body")
    for k, side in ((0, 1), (2, -1)):
        a, e = x0 + third * k + (0.01 if k else 0), x0 + third * (k + 1) - (0 if k else 0.01)
        if slatted:
            b.add(box(e - a - 0.006, 0.01, z1 - z0 - 0.006, bevel=0, at=((a + e) / 2, -d / 2 + 0.018, z0 + 0.003)), "fronts", "doors")
            n = int((e - a) / 0.019)
            for i in range(n):
                b.add(box(0.012, 0.014, z1 - z0 - 0.008, bevel=0.003, at=(a + (i + 0.5) * (e - a) / n, -d / 2 + 0.008, z0 + 0.004)), "fronts", "doors")
        else:
            front(b, d, a, e, z0, z1, handle, part="doors", side=side)
    for k in range(3):
        front(b, d, x0 + third + 0.01, x0 + 2 * third - 0.01, z0 + (z1 - z0) * k / 3, z0 + (z1 - z0) * (k + 1) / 3, handle)
    b.support("top", -w / 2 + 0.03, w / 2 - 0.03, -d / 2 + 0.02, d / 2 - 0.03, up + h)


@prop("dresser", "nightstand")
def dresser(spec: Spec, b: Builder) -> None:
    """A chest of drawers, the upper row of two; or a nightstand of one drawer over an open shelf."""
    wood(spec, b, "oak", "walnut", "pine")
    handle = b.choose("knob", "ring", "bar")
    if spec.kind == "nightstand":
        w, d, up, h = 0.46, 0.38, 0.2, 0.34
        legs(b, w, d, up, splay=0.015)
        for x in (-w / 2 + 0.009, w / 2 - 0.009):
            b.add(box(0.018, d, h - 0.018, bevel=0.0015, at=(x, 0, up)), "body")
        for z in (0.0, 0.16, h - 0.018):
            b.add(box(w - (0 if z > 0.3 else 0.036), d - (0 if z > 0.3 else 0.002), 0.018, bevel=0.002, at=(0, 0, up + z)), "body", "top" if z > 0.3 else "boards")
        b.add(box(w - 0.036, 0.008, h - 0.03, bevel=0, at=(0, d / 2 - 0.01, up)), "body", "back")
        front(b, d, -w / 2 + 0.018, w / 2 - 0.018, up + 0.178, up + h - 0.018, handle)
        b.support("shelf", -w / 2 + 0.05, w / 2 - 0.05, -d / 2 + 0.03, d / 2 - 0.05, up + 0.018, headroom=0.13)
    else:
        w, d, up, h = 0.95, 0.47, 0.12, 0.82
        legs(b, w, d, up, splay=0.01)
        x0, x1, z0, z1 = carcase(b, w, d, h, up)
        rows = (0.0, 0.29, 0.56, 0.8, 1.0)
        framed = b.rng.random() < 0.3
        for k, (low, high) in enumerate(zip(rows, rows[1:], strict=False)):
            lo, hi = z0 + (z1 - z0) * low, z0 + (z1 - z0) * high
            for a, e in ((x0, 0.0), (0.0, x1)) if k == 3 else ((x0, x1),):
                front(b, d, a, e, lo, hi, handle, framed=framed)
    b.support("top", -w / 2 + 0.02, w / 2 - 0.02, -d / 2 + 0.02, d / 2 - 0.03, up + h)


@prop("wardrobe")
def wardrobe(spec: Spec, b: Builder) -> None:
    """Two tall panelled doors over a drawer, a cornice above."""
    w, d, up, h = 1.1, 0.58, 0.08, 1.85
    wood(spec, b, "oak", "pine", "walnut")
    plinth(b, w, d, up)
    x0, x1, z0, z1 = carcase(b, w, d, h, up, board=0.024)
    for x in (-1, 1):
        front(b, d, x0 if x < 0 else 0.0, 0.0 if x < 0 else x1, z0 + 0.25, z1, "knob", framed=True, part="doors", side=-x)
        b.add(box(0.34, 0.006, 0.02, bevel=0.002, at=(x * w / 4, -d / 2 - 0.001, z0 + (z1 - z0) * 0.58)), "fronts", "doors")
    front(b, d, x0, x1, z0, z0 + 0.25, "knob", framed=True)
    for k, (out, tall) in enumerate(((0.0, 0.02), (0.018, 0.018), (0.034, 0.022))):
        b.add(box(w + 2 * out, d + out, tall, bevel=0.004, at=(0, -out / 2, up + h + sum((0.02, 0.018)[:k]))), "body", "cornice")
    b.support("top", -w / 2 + 0.05, w / 2 - 0.05, -d / 2 + 0.05, d / 2 - 0.05, up + h + 0.06)
