# SPDX-License-Identifier: GPL-3.0-or-later
"""Pens and pencils, printed photographs."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, cylinder, from_geometry, lathe, loft, move, rotate, rounded_profile, smooth_path, solidify, sweep
from diorama_stage.props.registry import prop


@prop("pen", "pencil")
def pen(spec: Spec, b: Builder) -> None:
    """A pencil: six-sided, sharpened, with a ferrule and a rubber; a fountain pen with its nib, or a ball pen with its clip and button."""
    if spec.kind == "pencil":
        pencil(b)
        return
    fountain = spec.is_a("fountain") or (not spec.is_a("ball") and b.choose(True, False))
    b.slot("body", "lacquer", b.choose("#17181b", "#1f2f52", "#5a1f24") if fountain else b.choose("#26282b", "#1f3f7a", "#e9e6df"))
    b.slot("metal", "gold" if fountain else "chrome", role="trim")
    barrel = [(0, -0.066), (0.003, -0.0655), (0.0046, -0.06), (0.0058, -0.03), (0.0062, 0.01), (0.0058, 0.034), (0.0046, 0.04), (0.0044, 0.052), (0.005, 0.0535), (0, 0.0545)]
    plain = [(0, -0.062), (0.0042, -0.061), (0.0048, -0.05), (0.0049, 0.02), (0.0046, 0.046), (0, 0.047)]
    parts = [(lathe(rounded_profile(barrel if fountain else plain, 0.001), segments=48), "body")]
    for z in ((-0.0005, 0.0375) if fountain else (-0.0, 0.0445)):
        parts.append((lathe([(0.0062 if fountain else 0.0049, z), (0.0066 if fountain else 0.0052, z + 0.0004), (0.0066 if fountain else 0.0052, z + 0.0018), (0.006 if fountain else 0.0048, z + 0.0022)], segments=48), "metal"))
    if fountain:
        u = np.linspace(-1, 1, 9)
        nib = [[(0.0036 * f * math.sin(a), -0.0036 * f * math.cos(a) - 0.0006, z) for a in u * 1.1] for z, f in ((0.05, 1.0), (0.056, 1.05), (0.062, 0.95), (0.068, 0.55), (0.0735, 0.16), (0.075, 0.06))]
        parts.append((solidify(from_geometry("nib", [p for row in nib for p in row], [(i * 9 + j, i * 9 + j + 1, i * 9 + 10 + j, i * 9 + 9 + j) for i in range(5) for j in range(8)], smooth=180), 0.0003), "metal"))
    else:
        parts.append((lathe(rounded_profile([(0, 0.046), (0.0044, 0.046), (0.0016, 0.0585), (0.0008, 0.0595), (0.0007, 0.0625), (0, 0.063)], 0.0006), segments=36), "metal"))
        parts.append((cylinder(0.0024, 0.008, bevel=0.0009, segments=24, at=(0, 0, -0.069)), "metal"))
    clip = smooth_path([(0, -0.0045, -0.058), (0, -0.0078, -0.057), (0, -0.0078, -0.03), (0, -0.0068, -0.022), (0, -0.0078, -0.0195)], 24)
    parts.append((sweep(clip, 0.0011, sides=10, flat=1.4), "metal"))
    for o, slot in parts:
        b.add(move(rotate(o, 0, 90), 0, 0, 0.0067), slot, "tip" if slot == "metal" else None)


def pencil(b: Builder) -> None:
    b.slot("body", "lacquer", b.choose("#d9a21c", "#d9a21c", "#2f5a3a", "#a8261f"))
    b.slot("wood", "pine", "#d8b384", role="fixed")
    b.slot("lead", "plastic", "#2b2b2d", role="fixed")
    b.slot("metal", "brass", "#b9a368", role="fixed")
    b.slot("rubber", "rubber", "#d98a86", role="fixed")
    hexagon = np.array([(math.cos(a), math.sin(a)) for a in np.arange(6) * math.pi / 3])
    dense = np.concatenate([np.linspace(p, q, 6, endpoint=False) for p, q in zip(hexagon, np.roll(hexagon, -1, axis=0), strict=True)])
    # The sharpener's cone cuts the six sides in scallops: paint ends where the flat is nearer the axis.
    off = np.hypot(*dense.T)
    ring = lambda z, r, shape=dense: np.column_stack([shape * r, np.full(len(shape), z)])  # noqa: E731
    scallop = np.column_stack([dense * 0.0037, 0.066 - (off - off.min()) / np.ptp(off) * 0.004])
    b.add(move(rotate(loft([ring(-0.078, 0.0037), ring(0.0, 0.0037), scallop], closed_ends=False, smooth=30), 0, 90), 0, 0, 0.0033), "body")
    round_ = dense / off[:, None]
    b.add(move(rotate(loft([scallop * (0.995, 0.995, 1), ring(0.072, 0.0025, round_), ring(0.0815, 0.00105, round_)], smooth=60), 0, 90), 0, 0, 0.0033), "wood", "tip")
    b.add(move(rotate(lathe([(0.00115, 0.081), (0.0005, 0.0855), (0, 0.086)], segments=24), 0, 90), 0, 0, 0.0033), "lead", "tip")
    crimped = [(0.0036, -0.091), (0.0038, -0.0905), *[(0.0038 - 0.0003 * (k % 2), -0.089 + 0.0011 * k) for k in range(10)], (0.0038, -0.0775), (0.0035, -0.077)]
    b.add(move(rotate(lathe(crimped, segments=36), 0, 90), 0, 0, 0.0033), "metal", "ferrule")
    b.add(move(rotate(cylinder(0.0034, 0.009, bevel=0.0012, segments=32, at=(0, 0, -0.0985)), 0, 90), 0, 0, 0.0033), "rubber", "rubber")


SCENES = ("coast", "flowers", "mountains", "city", "portrait", "hills")
"""What prints show: one after another, so that no two of a handful are alike."""


@prop("photograph")
def photograph(spec: Spec, b: Builder) -> None:
    """One print with a white rim, a little curled; an instant picture has its broad foot. How many there are the scene says."""
    b.slot("paper", "paper", "#f1eee6")
    instant = spec.is_a("polaroid")
    w, h, rim, foot = (0.088, 0.107, 0.0045, 0.0225) if instant else (0.152, 0.102, 0.0045, 0.0045)
    curl = b.rng.uniform(0.002, 0.006)
    b.slot("print", "printed", role="fixed", label=spec.labels[0] if spec.labels else None, params={"picture": SCENES[spec.seed % len(SCENES)], "gloss": True})
    b.add(curled(w, h, curl, 0.0), "paper")
    b.add(curled(w - 2 * rim, h - rim - foot, curl, 0.0002, shift=(foot - rim) / 2, whole=w), "print", "picture")


def curled(w: float, h: float, curl: float, lift: float, *, shift: float = 0.0, whole: float | None = None):
    """A leaf that bends up towards its left and right ends by `curl`, with UV; `whole` is the width over which it bends."""
    x, y = np.linspace(-w / 2, w / 2, 13), np.array((-h / 2 + shift, h / 2 + shift))
    z = curl * (2 * x / (whole or w)) ** 4 + lift
    verts = [(a, b, c) for b in y for a, c in zip(x, z, strict=True)]
    uv = [(k / 12, row) for row in (0, 1) for k in range(13)]
    made = from_geometry("leaf", verts, [(i, i + 1, 14 + i, 13 + i) for i in range(12)], smooth=180, uvs=uv)
    return made if whole else solidify(made, 0.0003)
