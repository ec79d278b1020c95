# SPDX-License-Identifier: GPL-3.0-or-later
"""Furniture for sitting, lying, working and keeping."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    displace,
    move,
    rotate,
    rounded_rectangle,
    smooth_path,
    sphere,
    subdivide,
    sweep,
)
from diorama_stage.props.cushions import stuffed
from diorama_stage.props.parts import add_rod
from diorama_stage.props.registry import prop
from diorama_stage.props.tailor import sheet


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
            add_rod(b, "legs", (s * (w / 2 - 0.1), y, 0.21), (s * (w / 2 - 0.07), y * 1.08, 0.0), 0.017)
    for x in np.linspace(-0.2, 0.2, 3):
        for z in (0.62, 0.76):
            b.add(sphere(0.014, at=(x, d / 2 - 0.233 + (z - 0.62) * 0.285, z)), "body", "buttons")
    b.support("seat", -0.24, 0.24, -0.3, 0.15, 0.53)


@prop("couch")
def couch(spec: Spec, b: Builder) -> None:
    """A sofa of two or three seats: padded arms and back, piped cushions, two loose ones."""
    b.slot("body", b.choose("fabric", "linen", "velvet", "fabric"), b.choose("#8a8f8c", "#5b6c7d", "#b8a58a", "#5d6b57"))
    b.slot("legs", b.choose("walnut", "oak"), role="trim")
    b.slot("throw", "linen", b.choose("#d9cdb8", "#b5724a", "#6f7f78"), role="fixed")
    b.slot("metal", "brass", role="fixed")
    seats = 3 if b.rng.random() < 0.5 else 2
    w, d = (2.15 if seats == 3 else 1.8), 0.9
    if spec.named("loveseat", "love seat", "settee"):
        seats, w = 2, 1.5
    slim = b.rng.random() < 0.5
    arm, leg_ = (0.13 if slim else 0.2), (0.17 if slim else 0.12)
    b.add(box(w - 0.02, d - 0.05, 0.2, bevel=0.02, segments=4, at=(0, 0.01, leg_)), "body", "base")
    b.add(move(rotate(box(w - 0.04, 0.16, 0.62, bevel=0.055, segments=6), -7), 0, d / 2 - 0.12, leg_ + 0.05), "body", "back")
    for x in (-1, 1):
        b.add(box(arm, d - 0.02, 0.46, bevel=min(0.06, arm * 0.45), segments=6, at=(x * (w / 2 - arm / 2), 0, leg_)), "body", "arms")
        seam = rounded_rectangle(arm - 0.012, 0.44, 0.05, 8)
        seam = np.vstack([seam, seam[:2]])
        b.add(sweep(np.column_stack([seam[:, 0] + x * (w / 2 - arm / 2), np.full(len(seam), -d / 2 + 0.022), seam[:, 1] + leg_ + 0.23]), 0.0035, sides=8), "body", "piping")
        for y in (-d / 2 + 0.09, d / 2 - 0.09):
            b.add(sweep(np.linspace((x * (w / 2 - 0.08), y * 1.03, 0), (x * (w / 2 - 0.11), y, leg_ + 0.01), 8), np.linspace(0.0125, 0.021, 8), sides=20), "legs", "legs")
            b.add(cylinder(0.014, 0.012, bevel=0.001, at=(x * (w / 2 - 0.08), y * 1.03, 0)), "metal", "feet")
    inner = w - 2 * arm - 0.01
    each = inner / seats
    for k in range(seats):
        x = -inner / 2 + each * (k + 0.5)
        for o in stuffed(each - 0.004, d - 0.2, 0.2, spec.seed + k, boxed=0.12, plump=0.5, piping=0.0036):
            b.add(move(o, x, -0.095, leg_ + 0.27), "body", "cushions")
        for o in stuffed(each - 0.012, 0.47, 0.21, spec.seed + 10 + k, boxed=0.06, plump=0.6, piping=0.0036, folds=1.6):
            b.add(move(rotate(o, 74), x, d / 2 - 0.265, leg_ + 0.575), "body", "back cushions")
    for x, slot in ((-1, "throw"), (1, "throw"))[: 1 + b.rng.randrange(2)]:
        for o in stuffed(0.45, 0.45, 0.15, spec.seed + 20 + x, plump=0.62, folds=1.8):
            b.add(move(rotate(rotate(o, 66), 0, 0, -x * 17 + b.rng.uniform(-6, 6)), x * (inner / 2 - 0.25), 0.03, leg_ + 0.58), slot, "throw pillows")
    b.support("seat", -inner / 2 + 0.1, inner / 2 - 0.1, -0.34, 0.08, leg_ + 0.365)


@prop("bench")
def bench(spec: Spec, b: Builder) -> None:
    w = min(max(1.6, 1.08 * spec.bears + 0.12), 2.6)
    b.slot("slats", "oak", "#8a6238")
    b.slot("iron", "cast_iron", "#24282a", role="trim")
    for k in range(5):
        b.add(box(w, 0.075, 0.03, bevel=0.006, at=(0, -0.2 + k * 0.095, 0.43 - 0.006 * abs(k - 2))), "slats", "seat")
    for k in range(4):
        b.add(move(rotate(box(w, 0.028, 0.078, bevel=0.006), -14), 0, 0.245 + k * 0.024, 0.52 + k * 0.098), "slats", "back")
    for x in (-w / 2 + 0.16, w / 2 - 0.16, *((0.0,) if w > 2 else ())):
        leg = [(x, -0.26, 0.0), (x, -0.22, 0.2), (x, -0.24, 0.41)], [(x, 0.34, 0.0), (x, 0.22, 0.22), (x, 0.2, 0.42), (x, 0.27, 0.65), (x, 0.34, 0.9)], [(x, -0.25, 0.41), (x, 0, 0.415), (x, 0.21, 0.42)], [(x, -0.22, 0.14), (x, 0.02, 0.22), (x, 0.27, 0.14)]
        arm = [(x, -0.25, 0.42), (x, -0.27, 0.58), (x, -0.1, 0.65), (x, 0.25, 0.62)]
        for pts in (*leg, arm) if x else leg:
            b.add(sweep(smooth_path(pts, 30), 0.017, sides=12, flat=1.5), "iron", "frame")
        for y in (-0.26, 0.34):
            b.add(cylinder(0.034, 0.012, bevel=0.003, at=(x, y, 0)), "iron", "feet")
    b.support("seat", -w / 2 + 0.05, w / 2 - 0.05, -0.22, 0.18, 0.455)
    b.lean = None


@prop("pillow")
def pillow(spec: Spec, b: Builder) -> None:
    """A scatter cushion with its corners out, its middle plump, a cord in its seam."""
    b.slot("body", b.choose("linen", "cotton", "velvet", "linen"), b.choose("#d8cfbe", "#8a9a94", "#b5674a", "#c9a24a"))
    x, y, z = (0.7, 0.48, 0.18) if spec.named("bed pillow", "bolster") else (0.48, 0.48, 0.17)
    for o in stuffed(x, y, z, spec.seed, plump=0.62, folds=1.7):
        b.add(o, "body", "body")
    b.lean = "back"


def _duvet(w: float, length: float, seed: int):
    """Bedding that hangs over both sides and the foot: quilted softly, puffed, with folds that grow where it hangs."""
    rng = np.random.default_rng(seed)
    u, v = np.linspace(-1, 1, 150), np.linspace(0, 1, 130)
    over, half = 0.27, w / 2 + 0.015
    run, along = u * (half + over), v * (length + over)
    x = np.sign(run) * np.minimum(np.abs(run), half + 0.035 * np.tanh(np.maximum(np.abs(run) - half, 0) / 0.04))
    y = -np.minimum(along, length + 0.035 * np.tanh(np.maximum(along - length, 0) / 0.04))
    drop = np.maximum(np.abs(run) - half, 0)[None, :] + np.maximum(along - length, 0)[:, None]
    gx, gy = np.meshgrid(run, along)
    wave = sum(np.cos(gx * np.cos(t) * f + gy * np.sin(t) * f + rng.uniform(0, 6.3)) * m for f, m, t in ((9, 0.010, 0.6), (14, 0.008, 2.3), (21, 0.006, 1.2), (33, 0.003, 2.8), (6, 0.012, 1.6)))
    crease = sum(np.exp(-(((gx * np.cos(t) + gy * np.sin(t) - o + 0.05 * np.sin(5 * gy + o * 9)) / 0.03) ** 2)) * 0.012 for t, o in ((0.5, 0.4), (2.2, -0.3), (1.1, 1.0), (1.9, 0.7)))
    puff = 0.035 * np.clip(1 - drop / 0.06, 0, 1)
    z = puff + wave * (0.8 + 0 * drop) + crease - np.minimum(drop, 0.3)
    hang = np.clip(drop / 0.2, 0, 1)
    px = np.broadcast_to(x, gx.shape) + np.sign(gx) * hang * 0.02 * np.cos(gy * 17 + np.sin(gy * 5) * 2) * (np.abs(gx) > half)
    py = np.broadcast_to(y[:, None], gx.shape) - hang * 0.02 * np.cos(gx * 16 + np.sin(gx * 4) * 2) * (gy > length)
    return sheet(np.stack([px, py, z], axis=-1), 0.03, smooth=180)


@prop("bed")
def bed(spec: Spec, b: Builder) -> None:
    """A double bed: a headboard of wood or upholstered, a mattress, a duvet turned back over a sheet, two pairs of pillows."""
    padded = b.rng.random() < 0.4
    b.slot("duvet", "linen", b.choose("#e9e5dc", "#9fb0b5", "#c9b8a0", "#dfe2e0"))
    b.slot("pillows", "cotton", "#f1eee8", role="fixed")
    b.slot("frame", "fabric" if padded else b.choose("oak", "walnut"), "#8d8a83" if padded else None, role="trim")
    b.slot("legs", "walnut", role="trim")
    w, length = (0.95 if spec.named("single", "twin", "bunk") else 1.6), 2.02
    b.add(box(w + 0.06, length + 0.04, 0.19, bevel=0.025 if padded else 0.008, segments=4, at=(0, 0, 0.12)), "frame")
    head = box(w + 0.1, 0.09 if padded else 0.045, 0.98, bevel=0.035 if padded else 0.012, segments=5, at=(0, length / 2 + 0.05, 0.1))
    b.add(head, "frame", "headboard")
    for k in range(int(w / 0.2) if padded else 0):
        x = -w / 2 + (k + 0.5) * w / int(w / 0.2)
        b.add(box(w / int(w / 0.2) - 0.004, 0.05, 0.5, bevel=0.022, segments=4, at=(x, length / 2 + 0.012, 0.54)), "frame", "headboard")
    for x in (-w / 2, w / 2):
        for y in (-length / 2 + 0.07, length / 2 - 0.05):
            b.add(cylinder(0.022, 0.125, top=0.03, bevel=0.003, at=(x * 0.95, y, 0)), "legs", "legs")
    b.add(box(w, length, 0.25, bevel=0.06, segments=6, at=(0, 0, 0.29)), "pillows", "mattress")
    top = 0.54
    b.add(move(_duvet(w, length - 0.62 + 0.015, spec.seed), 0, length / 2 - 0.62, top + 0.02), "duvet")
    fold = np.linspace(-1, 1, 60)
    roll = [(np.sign(k) * min(abs(k) * (w / 2 + 0.2), w / 2 + 0.04), length / 2 - 0.66, top + 0.055 - max(abs(k) * (w / 2 + 0.2) - w / 2 - 0.02, 0)) for k in fold]
    b.add(displace(sweep(roll, 0.05, sides=24, flat=2.4, smooth=180), 0.012, 0.12, seed=spec.seed + 3), "duvet", "fold")
    spots = (0.0,) if w < 1.2 else (-0.4, 0.4)
    for x in spots:
        for k, (tilt, y, z) in enumerate(((58, length / 2 - 0.12, 0.75), (38, length / 2 - 0.3, 0.68))):
            for o in stuffed(0.7, 0.48, 0.19, spec.seed + int(x * 10) + k, plump=0.6, piping=0.0018, folds=2.0):
                b.add(move(rotate(rotate(o, tilt), 0, 0, b.rng.uniform(-4, 4)), x, y, z), "pillows", "pillows")
    b.support("duvet", -w / 2 + 0.2, w / 2 - 0.2, -length / 2 + 0.15, length * 0.1, top + 0.06)


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
