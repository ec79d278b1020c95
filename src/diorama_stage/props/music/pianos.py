# SPDX-License-Identifier: GPL-3.0-or-later
"""Pianos: upright, and a grand with its lid open, or shut under what stands on it."""

from __future__ import annotations

import math

import bpy
import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, discard, extrude, from_geometry, lathe, move, rotate, smooth_path
from diorama_stage.kit.build import vertices
from diorama_stage.kit.modify import bevel as bevel_edges
from diorama_stage.kit.parts import add_rod
from diorama_stage.props.registry import prop


@prop("piano")
def piano(spec: Spec, b: Builder) -> None:
    b.slot("body", "lacquer", b.choose("#141414", "#4a2a18"))
    b.slot("white", "porcelain", "#ece8dc", role="fixed")
    b.slot("black", "lacquer", "#0e0e0f", role="fixed")
    b.slot("brass", "brass", role="trim")
    if spec.is_a("grand") or spec.has("grand"):
        _grand(b, shut=spec.has("laden"))
        return
    w = 1.48
    b.add(box(w, 0.34, 1.2, bevel=0.01, at=(0, 0.12, 0)), "body")
    b.add(box(w + 0.02, 0.4, 0.03, bevel=0.008, at=(0, 0.1, 1.2)), "body", "lid")
    b.add(box(w, 0.36, 0.05, bevel=0.008, at=(0, -0.2, 0.62)), "body", "key bed")
    b.add(box(w - 0.1, 0.02, 0.34, bevel=0.005, at=(0, -0.055, 0.8)), "body", "music desk")
    for s in (-1, 1):
        b.add(box(0.06, 0.36, 0.14, bevel=0.02, at=(s * (w / 2 - 0.03), -0.2, 0.66)), "body", "cheeks")
        b.add(box(0.07, 0.07, 0.62, bevel=0.015, at=(s * (w / 2 - 0.05), -0.33, 0)), "body", "legs")
    _keys(b, w - 0.14, -0.26, 0.672)
    for x in (-0.08, 0, 0.08):
        b.add(box(0.04, 0.1, 0.012, bevel=0.004, at=(x, -0.1, 0.06)), "brass", "pedals")
    b.support("lid", -w / 2 + 0.05, w / 2 - 0.05, -0.05, 0.25, 1.23)


def _grand(b: Builder, *, shut: bool) -> None:
    """A grand: keys to the lens, the curved case behind them, the lid open on its prop to show strings and iron frame; or `shut`, to bear something."""
    b.slot("frame", "brass", "#a9833f", role="fixed")
    b.slot("board", "pine", "#c9964f", role="fixed")
    b.slot("felt", "velvet", "#6a1420", role="fixed")
    half, back, level, deep = 0.745, 1.5, 0.64, 0.3
    bend = [(half, 0.5), (0.7, 0.72), (0.5, 0.92), (0.2, 1.06), (-0.02, 1.28), (-0.16, back - 0.04), (-0.36, back + 0.04), (-0.6, back - 0.05), (-half, back - 0.3)]
    tail = [(x, y) for x, y in smooth_path(bend, 70)]
    outline = [(-half, -0.3), (half, -0.3), (half, 0.3), *tail, (-half, 0.4)]
    inner = [(x * 0.955, 0.1 + (y - 0.1) * 0.965) for x, y in outline if y >= 0.02] + [(-half * 0.955, 0.1), (half * 0.955, 0.1)]

    def leg():
        return lathe([(0, 0.05), *smooth_path([(0.03, 0.05), (0.048, 0.07), (0.036, 0.12), (0.042, 0.3), (0.07, 0.5), (0.075, level - 0.06)], 30), (0, level - 0.06)], segments=8)

    middle = np.mean(inner, axis=0)
    inner.sort(key=lambda p: math.atan2(p[1] - middle[1], p[0] - middle[0]))
    case = [(x, y) for x, y in outline if y >= 0.0]
    b.add(extrude(outline, 0.09, bevel=0.008, at=(0, 0, level - 0.07)), "body", "key bed")
    b.add(_rim(case, 0.028, level, deep), "body", "rim")
    b.add(extrude(inner, 0.01, bevel=0.0, at=(0, 0, level + 0.1)), "board", "soundboard")
    for k in range(5):
        y0 = 0.2 + 0.05 * k
        add_rod(b, "frame", (0.62 - 0.3 * k, 0.14, level + 0.19), (0.5 - 0.3 * k - 0.1, min(1.02 + 0.1 * k, 1.38) - (0.5 - y0) * 0.2, level + 0.17), 0.016, "iron frame", 12)
    for k in range(56):
        x = 0.66 - 1.3 * k / 55
        end = 0.62 + 0.72 * (k / 55) ** 0.8
        add_rod(b, "brass", (x, 0.16, level + 0.16), (x - 0.07, end, level + 0.15), 0.0011, "strings", 4)
    b.add(box(2 * half - 0.05, 0.05, 0.05, bevel=0.008, at=(0, 0.13, level + 0.17)), "frame", "pin block")
    lid = [(x, y) for x, y in case if y >= 0.22]
    lid = [(half + 0.012, 0.2), *[(x * 1.015, y * 1.008) for x, y in lid], (-half - 0.012, 0.2)]
    flat = [(x + half, y) for x, y in lid]
    b.add(move(rotate(extrude(flat, 0.02, bevel=0.006), 0, 0 if shut else -34), -half, 0, level + deep + 0.01), "body", "lid")
    b.add(move(rotate(box(2 * half + 0.024, 0.21, 0.02, bevel=0.006), 0, 0), 0, 0.1, level + deep), "body", "front lid")
    if shut:
        b.support("lid", -half + 0.06, 0.36, 0.28, 0.96, level + deep + 0.03)
    else:
        add_rod(b, "body", (half - 0.06, 0.62, level + deep - 0.08), (half - 0.24, 0.66, level + deep + 0.83), 0.011, "prop", 12)
    b.add(box(2 * half - 0.2, 0.022, 0.24, bevel=0.006, at=(0, 0.03, level + deep + 0.015)), "body", "music desk")
    b.add(box(2 * half - 0.12, 0.02, 0.17, bevel=0.004, at=(0, -0.075, level + 0.02)), "body", "fallboard")
    for s in (-1, 1):
        b.add(box(0.055, 0.33, 0.17, bevel=0.02, at=(s * (half - 0.028), -0.145, level)), "body", "cheeks")
        b.add(move(leg(), s * (half - 0.14), 0.0, 0), "body", "legs")
        b.add(move(rotate(cylinder(0.03, 0.024, bevel=0.004), 90), s * (half - 0.14), 0.012, 0.03), "brass", "castors")
    b.add(move(leg(), -0.34, back - 0.28, 0), "body", "legs")
    for x in (-0.06, 0.06):
        add_rod(b, "body", (x, 0.04, level - 0.06), (x * 0.8, 0.02, 0.12), 0.016, "lyre", 12)
    b.add(box(0.24, 0.1, 0.05, bevel=0.01, at=(0, 0.02, 0.08)), "body", "lyre")
    for x in (-0.07, 0, 0.07):
        b.add(box(0.035, 0.11, 0.01, bevel=0.004, at=(x, -0.07, 0.075)), "brass", "pedals")
    b.add(box(2 * half - 0.12, 0.012, 0.008, bevel=0.002, at=(0, -0.082, level + 0.045)), "felt", "felt")
    _keys(b, 2 * half - 0.125, -0.17, level + 0.028)


def _rim(path, thick: float, z: float, high: float) -> bpy.types.Object:
    """A wall along an open path in x, y (counter-clockwise), its outer face on the path."""
    path = np.asarray(path, dtype=float)
    along = np.gradient(path, axis=0)
    inward = np.stack([-along[:, 1], along[:, 0]], axis=1) / np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    rings = [np.column_stack([p, np.full(len(p), h)]) for p, h in ((path, z), (path, z + high), (path + inward * thick, z + high), (path + inward * thick, z))]
    n = len(path)
    faces = [(r * n + i, r * n + i + 1, (r + 1) % 4 * n + i + 1, (r + 1) % 4 * n + i) for r in range(4) for i in range(n - 1)]
    return bevel_edges(from_geometry("rim", np.concatenate(rings), [*faces, (0, n, 2 * n, 3 * n), (4 * n - 1, 3 * n - 1, 2 * n - 1, n - 1)]), 0.004, 2)


def _keys(b: Builder, wide: float, y: float, z: float) -> None:
    """Fifty-two white keys and the black ones between them, their middle at `y`, on `z`, metres."""
    n = 52
    kw = wide / n
    middles = -wide / 2 + kw * (np.arange(n) + 0.5)
    _row(b, box(kw - 0.0012, 0.15, 0.02, bevel=0.002, segments=2), np.column_stack([middles, np.full(n, y), np.full(n, z)]), "white")
    sharp = middles[[i for i in range(n - 1) if i % 7 in (0, 1, 3, 4, 5)]] + kw / 2
    _row(b, box(kw * 0.55, 0.095, 0.018, bevel=0.002, segments=2), np.column_stack([sharp, np.full(len(sharp), y + 0.028), np.full(len(sharp), z + 0.018)]), "black")


def _row(b: Builder, one: bpy.types.Object, places: np.ndarray, slot: str) -> None:
    """The same thing at each of the places, as one mesh."""
    points = vertices(one)
    faces = [np.asarray(p.vertices) for p in one.data.polygons]
    discard(one)
    b.add(from_geometry("keys", (places[:, None] + points[None]).reshape(-1, 3), [tuple(f + k * len(points)) for k in range(len(places)) for f in faces]), slot, "keys")
