# SPDX-License-Identifier: GPL-3.0-or-later
"""A full-rigged ship under sail, and a submarine. The bow is towards -x."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, extrude, from_geometry, join, loft, move, rotate, solidify, sphere, sweep, torus
from diorama_stage.kit.parts import rod, tint
from diorama_stage.props.registry import prop
from diorama_stage.props.vehicles.boats import Hull, planking, transom

MASTS = ((-9.2, 1.0), (0.4, 1.12), (9.4, 0.86))
"""x of each mast, metres, and how tall it is against the others."""


@prop("tall_ship")
def tall_ship(spec: Spec, b: Builder) -> None:
    b.slot("hull", "wood", b.choose("#4a3222", "#3b2a20", "#5a3c26"), finish=("weathered",))
    b.slot("sails", "canvas", "#d9cfb6" if not spec.is_a("pirate") else "#2a2826", role="trim")
    b.slot("spars", "wood", "#6b4a2e", role="trim")
    b.slot("deck", "wood", "#9c7a52", role="trim")
    b.slot("rigging", "burlap", "#2b241d", role="fixed")
    b.slot("gilt", "brass", role="fixed")
    b.slot("panes", "glass", "#4a5348", role="fixed")
    hull = Hull(34.0, 8.4, (6.2, 4.4, 7.6), transom=0.62, rake=2.0, full=0.5)
    skin = planking(hull, 14, 0.05)
    b.add(tint(skin, lambda p: np.where(np.abs(p[:, 2] - 3.1) < 0.42, 1.9, 1.0) * (0.85 + 0.1 * np.sin(p[:, 0] * 3 + np.floor(p[:, 2] * 3)))), "hull")
    b.add(planking(hull, 14, 0.05, inside=0.14), "hull", "inside")
    b.add(transom(hull, 0.3), "hull", "transom")
    t = np.linspace(0.03, 0.985, 60)
    deck = hull.at(t, 1.0) - (0, 0.1, 1.0)
    verts = np.concatenate([deck * (1, -1, 1), deck])
    b.add(from_geometry("deck", verts, [(i, i + 1, 61 + i, 60 + i) for i in range(59)], smooth=60), "deck")
    for s in (-1, 1):
        for level, thick in ((1.0, 0.16), (0.9, 0.1), (0.8, 0.09)):
            b.add(sweep(hull.at(np.linspace(0, 1, 60), level, 0.06) * (1, s, 1), thick, sides=8), "hull", "wales")
        for k in range(9):
            at = hull.at(0.2 + 0.075 * k, 0.86, 0.02) * (1, s, 1)
            b.add(box(0.7, 0.5, 0.62, bevel=0.02, at=(at[0], at[1] - 0.05 * s, at[2] - 0.3)), "rigging", "ports")
            b.add(rod((at[0], at[1], at[2]), (at[0], at[1] + 0.75 * s, at[2] + 0.02), 0.15), "gilt", "guns")
    _stern(b, hull)
    stem = np.array((hull.long * -0.5 - 2.0, 0, 6.1))
    b.add(sweep([stem + (1.6, 0, -0.4), stem + (-6.2, 0, 2.3)], [0.24, 0.1], sides=10), "spars", "bowsprit")
    tops = [_mast(b, x, 5.0 - 1.4 * (k == 0), 23.0 * tall, tall, k) for k, (x, tall) in enumerate(MASTS)]
    end = stem + (-6.0, 0, 2.25)
    for k, (x, _) in enumerate(MASTS):
        foot = end if k == 0 else np.array((MASTS[k - 1][0] + 0.3, 0, 5.4))
        for share in (1.0, 0.72):
            b.add(rod(tuple(foot), (x, 0, tops[k] * share), 0.035), "rigging", "stays")
    for k, foot in enumerate((end, stem + (-3.4, 0, 1.1))):  # jibs on the stays
        head = np.array((MASTS[0][0] - 0.2, 0, tops[0] * (0.84 - 0.2 * k)))
        b.add(_triangle(foot + (0.3, 0, 0.3), head, np.array((MASTS[0][0] - 1.1, 1.2, 7.4 - 0.3 * k))), "sails", "jibs")


def _stern(b: Builder, hull: Hull) -> None:
    """The gallery: a row of windows, carved rails, a lantern."""
    x = hull.long / 2
    for k in range(5):
        y = -1.9 + 0.95 * k
        b.add(box(0.1, 0.6, 0.85, bevel=0.02, at=(x + 0.06, y, 4.7)), "panes", "windows")
        for z in (4.62, 5.1, 5.56):
            b.add(box(0.12, 0.72, 0.07, bevel=0.01, at=(x + 0.08, y, z)), "gilt", "frames")
    b.add(box(0.4, 5.2, 0.22, bevel=0.05, at=(x, 0, 4.3)), "gilt", "rail")
    b.add(box(0.4, 5.4, 0.22, bevel=0.05, at=(x, 0, 5.8)), "gilt", "rail")
    b.add(cylinder(0.32, 0.7, at=(x + 0.1, 0, 7.9)), "gilt", "lantern")
    b.add(box(5.5, 5.2, 0.2, bevel=0.04, at=(x - 3.2, 0, 6.1)), "deck", "poop")


def _mast(b: Builder, x: float, foot: float, top: float, tall: float, k: int) -> float:
    """A mast with its yards, square sails that belly forwards, shrouds with ratlines. Returns the height of its top."""
    b.add(sweep([(x, 0, foot - 3), (x, 0, foot + 9 * tall), (x, 0, top + 5)], [0.34, 0.27, 0.08], sides=12), "spars", "masts")
    levels = [foot + 2.4, foot + 2.4 + 6.6 * tall, foot + 2.4 + 11.6 * tall, foot + 2.4 + 15.2 * tall]
    widths = [7.2 * tall, 6.3 * tall, 4.9 * tall, 3.6 * tall]
    for i in range(3):
        low, high = levels[i] + 0.3, levels[i + 1] - 0.25
        b.add(
            sweep([(x - 0.35, -widths[i + 1], high + 0.15), (x - 0.35, 0, high + 0.2), (x - 0.35, widths[i + 1], high + 0.15)], [0.07, 0.16, 0.07], sides=8),
            "spars",
            "yards",
        )
        u, v = np.meshgrid(np.linspace(-1, 1, 25), np.linspace(0, 1, 17))
        half = widths[i] * (1 - v) + widths[i + 1] * 0.94 * v
        y, z = u * half * (0.96 + 0.04 * v), low + (high - low) * v + 0.55 * (1 - v) * (u**2 - 0.6) * -0.5
        belly = (1.9 * tall) * np.sin(np.pi * np.clip(0.12 + 0.86 * (1 - v), 0, 1)) * (1 - 0.8 * u**2)
        points = np.stack([x - 0.45 - belly, y, z], axis=-1)
        faces = [(r * 25 + c, r * 25 + c + 1, (r + 1) * 25 + c + 1, (r + 1) * 25 + c) for r in range(16) for c in range(24)]
        sail = solidify(from_geometry("sail", points.reshape(-1, 3), faces, smooth=60), 0.03)
        b.add(tint(sail, lambda p, hw=widths[i]: 0.82 + 0.18 * np.abs(np.sin(p[:, 1] * 7 / hw))), "sails", "sails")
    b.add(cylinder(0.9, 0.16, at=(x, 0, levels[1])), "spars", "tops")
    for s in (-1, 1):
        lines = []
        for j in range(5):
            lines.append(rod((x + 0.4 + 0.55 * j, s * 4.1, foot), (x + 0.1, s * 0.7, levels[1]), 0.03))
        for j in range(12):
            w = j / 12
            z, y = foot + (levels[1] - foot) * w, s * (4.1 + (0.7 - 4.1) * w)
            lines.append(rod((x + 0.4 - 0.3 * w, y, z), (x + 2.6 - 2.5 * w, y, z), 0.02))
        b.add(join(lines), "rigging", "shrouds")
    return top + 5


def _triangle(a, c, d):
    """A jib between three corners, its middle blown to one side."""
    rows = 14
    verts, faces, at = [], [], {}
    for i in range(rows + 1):
        for j in range(rows + 1 - i):
            u, v = i / rows, j / rows
            p = np.asarray(a) * (1 - u - v) + np.asarray(c) * u + np.asarray(d) * v
            at[i, j] = len(verts)
            verts.append(p + (0, 14 * u * v * (1 - u - v) * 1.2, 0))
    for i in range(rows):
        for j in range(rows - i):
            faces.append((at[i, j], at[i + 1, j], at[i, j + 1]))
            if j < rows - i - 1:
                faces.append((at[i + 1, j], at[i + 1, j + 1], at[i, j + 1]))
    return solidify(from_geometry("jib", verts, faces, smooth=60), 0.03)


@prop("submarine")
def submarine(spec: Spec, b: Builder) -> None:
    """A small submarine with portholes, a tower with its periscope, fins and a screw."""
    b.slot("hull", "paint", b.choose("#5d6870", "#47525a"), finish=("glossy",))
    b.slot("trim", "brass", role="trim")
    b.slot("panes", "glass", "#27343a", role="fixed")
    long, radius = 10.0, 1.35
    t = np.linspace(0, 1, 60)
    shape = radius * np.clip(1 - np.abs(1 - t / 0.42) ** 2.4, 0, 1) ** 0.5 * (t < 0.42) + radius * (t >= 0.42) * (
        1 - 0.86 * np.clip((t - 0.42) / 0.58, 0, 1) ** 2.1
    )
    shape[0] = 0.02
    a = np.linspace(0, 2 * np.pi, 49)[:-1]
    body = loft([[(long * (u - 0.5), r * math.cos(w), radius + r * math.sin(w)) for w in a] for u, r in zip(t, shape, strict=True)], smooth=60)
    b.add(body, "hull")
    for x in (-2.6, -0.4, 1.8):
        r = float(np.interp(x / long + 0.5, t, shape)) + 0.012
        b.add(move(rotate(torus(r, 0.028, segments=72, sides=8), 0, 90), x, 0, radius), "hull", "seams")
    tower = [(-1.3, 0), (-1.1, 0.34), (-0.3, 0.5), (0.7, 0.44), (1.35, 0.16), (1.35, -0.16), (0.7, -0.44), (-0.3, -0.5), (-1.1, -0.34)]
    b.add(move(extrude(tower[::-1] if _clockwise(tower) else tower, 1.25, bevel=0.1), -0.7, 0, 2 * radius - 0.3), "hull", "tower")
    b.add(sweep([(-0.9, 0, 3.5), (-0.9, 0, 4.75), (-0.9, 0, 4.9), (-1.3, 0, 4.92)], 0.075, sides=14), "trim", "periscope")
    b.add(sweep([(-0.2, 0.15, 3.5), (-0.2, 0.15, 4.3)], 0.04, sides=10), "trim", "mast")
    rail = [(x, s * 0.42, 3.85) for s in (-1, 1) for x in (np.linspace(-1.6, 0.3, 6) if s < 0 else np.linspace(0.3, -1.6, 6))]
    b.add(join([sweep([*rail, rail[0]], 0.025, sides=8), *(rod((x, y, 3.55), (x, y, 3.86), 0.02) for x, y, _ in rail[::2])]), "trim", "rail")
    for s in (-1, 1):
        for x in (-3.0, -1.7, 0.9, 2.2):
            u = x / long + 0.5
            r = float(np.interp(u, t, shape))
            y, z = s * r * math.cos(0.16), radius + r * math.sin(0.16)
            b.add(move(rotate(torus(0.27, 0.065, segments=40, sides=12), 90, 0, 0), x, y, z), "trim", "portholes")
            b.add(move(rotate(cylinder(0.26, 0.05), 90 * s, 0, 0), x, y + 0.03 * s, z), "panes", "panes")
        b.add(
            move(
                extrude(
                    [(-0.7, 0), (0.6, 0), (0.5, 1.2), (-0.1, 1.2)][:: 1 if s > 0 else -1] if s > 0 else [(-0.7, 0), (-0.1, -1.2), (0.5, -1.2), (0.6, 0)],
                    0.09,
                    bevel=0.03,
                ),
                3.9,
                s * 0.35,
                radius - 0.04,
            ),
            "hull",
            "fins",
        )
        fin = extrude([(-0.7, 0), (0.6, 0), (0.5, 1.35), (-0.1, 1.35)], 0.09, bevel=0.03)
        b.add(move(rotate(fin, 90 * s if s > 0 else -90, 0, 0), 3.9, 0.045 * s, radius + 0.3 * s), "hull", "fins")
        b.add(
            move(
                extrude([(-0.5, 0), (0.4, 0), (0.3, 0.8), (-0.2, 0.8)] if s > 0 else [(-0.5, 0), (-0.2, -0.8), (0.3, -0.8), (0.4, 0)], 0.08, bevel=0.03),
                -3.2,
                s * 1.1,
                radius + 0.2,
            ),
            "hull",
            "planes",
        )
    blades = []
    for k in range(4):
        blade = extrude([(-0.06, 0.08), (0.06, 0.08), (0.26, 0.62), (0.1, 0.8), (-0.14, 0.72)], 0.03, bevel=0.01)
        blades.append(move(rotate(rotate(rotate(blade, 0, 28), 0, 90), 90 * k), long / 2 + 0.12, 0, radius))
    b.add(join(blades), "trim", "screw")
    b.add(move(sphere(0.17), long / 2 + 0.12, 0, radius), "trim", "screw")


def _clockwise(outline) -> bool:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(outline, outline[1:] + outline[:1], strict=True)) < 0
