# SPDX-License-Identifier: GPL-3.0-or-later
"""Beds and pillows."""

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
    sweep,
)
from diorama_stage.kit.seams import sheet
from diorama_stage.props.furniture.cushions import stuffed
from diorama_stage.props.furniture.hospital_bed import hospital
from diorama_stage.props.registry import prop


@prop("pillow")
def pillow(spec: Spec, b: Builder) -> None:
    """A scatter cushion with its corners out, its middle plump, a cord in its seam."""
    b.slot("body", b.choose("linen", "cotton", "velvet", "linen"), b.choose("#d8cfbe", "#8a9a94", "#b5674a", "#c9a24a"))
    x, y, z = (0.7, 0.48, 0.18) if spec.is_a("bed_pillow") else (0.48, 0.48, 0.17)
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
    if spec.is_a("hospital"):
        hospital(b)
        return
    padded = b.rng.random() < 0.4
    b.slot("duvet", "linen", b.choose("#e9e5dc", "#9fb0b5", "#c9b8a0", "#dfe2e0"))
    b.slot("pillows", "cotton", "#f1eee8", role="fixed")
    b.slot("frame", "fabric" if padded else b.choose("oak", "walnut"), "#8d8a83" if padded else None, role="trim")
    b.slot("legs", "walnut", role="trim")
    w, length = (0.95 if spec.is_a("single") else 1.6), 2.02
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
