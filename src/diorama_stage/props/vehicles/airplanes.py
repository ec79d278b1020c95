# SPDX-License-Identifier: GPL-3.0-or-later
"""Airliners: a tube with windows and doors, swept wings with winglets, engines with fans, a tail in the line's colour; wheels down unless it flies."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, from_geometry, join, label_plane, lathe, loft, move, rotate, rounded_profile, smooth_path
from diorama_stage.kit.parts import rod
from diorama_stage.props.registry import prop

TUBE = smooth_path(
    # x (nose at the left), radius, height of its middle
    [(-16.5, 0.03, 3.32), (-16.42, 0.28, 3.34), (-16.1, 0.66, 3.4), (-15.4, 1.12, 3.5), (-14.3, 1.55, 3.62), (-12.8, 1.86, 3.72), (-11.0, 1.95, 3.75),
     (0.0, 1.95, 3.75), (7.5, 1.95, 3.76), (10.5, 1.72, 3.95), (13.5, 1.15, 4.32), (15.6, 0.55, 4.66), (16.5, 0.22, 4.82), (16.6, 0.05, 4.84)], 130,
)  # fmt: skip


def on(x, degrees, lift: float = 0.012) -> np.ndarray:
    """Points on the tube: x along it, degrees from its side upwards (0 is +Y)."""
    x, a = np.broadcast_arrays(np.asarray(x, float), np.radians(degrees))
    r, z = (np.interp(x, TUBE[:, 0], TUBE[:, k]) for k in (1, 2))
    return np.stack([x, (r + lift) * np.cos(a), z + (r + lift) * np.sin(a)], axis=-1)


def patch(x0: float, x1: float, a0: float, a1: float, *, slant: float = 0.0, taper: float = 0.0, n: int = 10):
    """A patch on both sides between two stations and two angles; its top `slant` metres aft, narrowed by `taper`."""
    u, v = np.meshgrid(np.linspace(0, 1, n), np.linspace(0, 1, n))
    rows = on(x0 + (x1 - x0) * (u * (1 - taper * v) + taper * v / 2) + slant * v, a0 + (a1 - a0) * v).reshape(-1, 3)
    faces = [(i * n + j, i * n + j + 1, (i + 1) * n + j + 1, (i + 1) * n + j) for i in range(n - 1) for j in range(n - 1)]
    return from_geometry("patch", np.concatenate([rows, rows * (1, -1, 1)]), [f[::-1] for f in faces] + [tuple(k + n * n for k in f) for f in faces], smooth=180)


def ovals(xs, angle: float, wide: float, tall: float):
    """Cabin windows: rounded panes on both sides."""
    verts, faces = [], []
    t = np.linspace(0, 2 * np.pi, 14, endpoint=False)
    shape = np.stack([np.sign(np.cos(t)) * np.abs(np.cos(t)) ** 0.6, np.sign(np.sin(t)) * np.abs(np.sin(t)) ** 0.6], axis=1) / 2
    for x in xs:
        r = float(np.interp(x, TUBE[:, 0], TUBE[:, 1]))
        ring = on(x + shape[:, 0] * wide, angle + np.degrees(shape[:, 1] * tall / r), 0.008)
        for s in (1, -1):
            k = len(verts)
            verts += list(ring * (1, s, 1))
            faces.append(tuple(range(k, k + 14))[:: -1 if s > 0 else 1])
    return from_geometry("windows", verts, faces, smooth=None)


def wing(sections, *, upright: bool = False, n: int = 26):
    """A lifting surface through sections (leading edge x, y, z, chord, thickness share)."""
    t = np.linspace(0, 2 * np.pi, n, endpoint=False)
    along = (1 - np.cos(t)) / 2
    half = 2.6 * (0.2969 * np.sqrt(along) - 0.126 * along - 0.3516 * along**2 + 0.2843 * along**3 - 0.1015 * along**4) * np.sign(np.sin(t) + 1e-12) * 2
    rings = []
    for x, y, z, chord, thick in sections:
        off = half * thick * chord
        rings.append(np.stack([x + along * chord, y + (off if upright else 0 * off), z + (0 * off if upright else off)], axis=1))
    return loft(rings, smooth=50)


@prop("airplane")
def airplane(spec: Spec, b: Builder) -> None:
    b.slot("body", "paint", "#eceef0")
    b.slot("accent", "paint", b.choose("#17406e", "#9c1f1c", "#0f5a55", "#c2571a"), role="trim")
    b.slot("belly", "paint", "#a9afb4", role="fixed")
    b.slot("windows", "lacquer", "#11161b", role="fixed")
    b.slot("metal", "aluminium", "#c4c8cb", role="fixed")
    b.slot("dark", "cast_iron", "#26282a", role="fixed")
    b.slot("rubber", "rubber", "#1a1a1a", role="fixed")
    ring = np.linspace(0, 360, 72, endpoint=False)
    b.add(loft([on(x, ring, 0.0) for x in TUBE[:, 0]], smooth=180), "body", "fuselage")
    b.add(join([patch(-11.0, 9.5, -90, -52, n=24)]), "belly", "belly")
    b.add(patch(9.6, 15.6, -60, 90, slant=1.2, n=24), "accent", "livery")
    b.add(ovals([x for x in np.arange(-11.6, 9.4, 0.53) if not -1.6 < x < -1.0], 9, 0.25, 0.36), "windows")
    panes = [patch(-15.52, -14.9, 38, 78, slant=0.42, taper=0.1), patch(-15.2, -14.62, 12, 40, slant=0.5, taper=0.16), patch(-14.55, -14.1, 13, 36, slant=0.3, taper=0.3)]
    b.add(join(panes), "windows", "cockpit")
    gaps = []
    for x0, wide in ((-13.3, 0.86), (8.9, 0.82), (-1.5, 0.5)):
        for x in (x0, x0 + wide):
            gaps.append(patch(x - 0.012, x + 0.012, -24 if wide > 0.6 else -6, 34, n=8))
        for a in (-24 if wide > 0.6 else -6, 34):
            gaps.append(patch(x0, x0 + wide, a - 0.4, a + 0.4, n=6))
    b.add(join(gaps), "dark", "doors")
    for s in (-1, 1):
        main = [(-4.6, 1.2, 2.75, 6.6, 0.13), (-3.9, 1.9, 2.8, 6.1, 0.125), (-1.5, 6.2, 3.12, 3.9, 0.115), (2.9, 13.9, 3.75, 2.0, 0.1), (4.35, 16.4, 3.98, 1.5, 0.09), (4.75, 16.75, 4.15, 1.35, 0.08), (5.1, 16.95, 4.6, 1.15, 0.08), (6.0, 17.2, 6.1, 0.6, 0.08)]
        b.add(wing([(x, s * y, z, c, t) for x, y, z, c, t in main]), "body", "wings")
        b.add(wing([(12.3, s * 0.5, 4.75, 3.4, 0.1), (14.9, s * 6.0, 5.15, 1.3, 0.09)]), "body", "tail")
        b.add(join([move(rotate(box(2.3 - 0.5 * k, 0.28, 0.34, bevel=0.13, segments=4), 0, 3), x, s * y, z) for k, (x, y, z) in enumerate(((2.3, 5.0, 2.62), (3.2, 8.6, 2.98), (4.3, 12.0, 3.32)))]), "body", "flap fairings")
        engine(b, -4.4, s * 5.75)
    b.add(wing([(9.2, 0, 5.4, 6.6, 0.05), (11.2, 0, 5.95, 5.2, 0.1), (15.1, 0, 11.6, 1.9, 0.09)], upright=True), "accent", "fin")
    if not spec.has("flying"):
        gear(b)
    if spec.labels:
        b.slot("name", "printed", role="fixed", label=spec.labels[0], params={"transparent": True})
        for s in (-1, 1):
            plane = label_plane(6.4, 1.0)
            for v in plane.data.vertices:
                v.co = on(-7.6 - s * v.co.x * -1 if s < 0 else -7.6 - v.co.x, 24 + v.co.z * 28, 0.02) * (1, s, 1)
            b.add(plane, "name")


def engine(b: Builder, x: float, y: float) -> None:
    """A turbofan under the wing: cowl with a bright lip, fan and spinner, cone, pylon."""
    z = 1.62
    cowl = rounded_profile([(0.78, 0.35), (0.92, 0.05), (1.0, -0.02), (1.12, 0.35), (1.16, 1.2), (1.1, 2.3), (0.92, 3.3), (0.86, 3.3), (0.9, 2.4)], 0.12)
    lip = rounded_profile([(0.8, 0.3), (0.93, 0.03), (1.0, -0.04), (1.09, 0.14)], 0.06)
    core = rounded_profile([(0.8, 2.6), (0.66, 3.3), (0.5, 4.1), (0.46, 4.1), (0.3, 3.9), (0.06, 4.7), (0, 4.7)], 0.05)
    spin = [(0.0, 0.3), (0.12, 0.36), (0.25, 0.62), (0.28, 0.75)]
    blades = []
    for k in range(22):
        rows = [[(r * math.cos(a), r * math.sin(a), 0.62 + h) for a, h in ((t - 0.13 + r * 0.05, 0.0), (t + 0.1 - r * 0.05, 0.22))] for r in (0.26, 0.5, 0.8) for t in (2 * math.pi * k / 22,)]
        blades.append(from_geometry("blade", [p for row in rows for p in row], [(0, 1, 3, 2), (2, 3, 5, 4)], smooth=60))
    for o, slot in ((lathe(cowl, segments=64), "body"), (lathe(lip, segments=64), "metal"), (lathe(core, segments=48), "metal"), (lathe(spin, segments=32), "dark"), (join(blades), "dark"), (lathe([(0, 0.95), (0.82, 0.95)], segments=40), "rubber")):
        b.add(move(rotate(o, 0, 90), x - 0.1, y, z), slot, "engines")
    pylon = [(0.7, 1.1), (3.4, 1.15), (3.9, 1.35), (3.0, 1.55), (1.2, 1.5)]
    rings = [[(x + u, y + w * k, z + v) for u, v in pylon] for w, k in ((-0.16, 0.3), (-0.16, 1), (0.16, 1), (0.16, 0.3))]
    b.add(loft(rings, smooth=30), "body", "engines")


def gear(b: Builder) -> None:
    """Legs, wheels in pairs, doors."""
    for x, y, top, r, w in ((-12.6, 0.0, 2.2, 0.4, 0.24), (1.0, 3.4, 2.9, 0.58, 0.38), (1.0, -3.4, 2.9, 0.58, 0.38)):
        b.add(join([rod((x, y, r), (x, y, top), 0.11), rod((x - 0.05, y, r + 0.5), (x + 0.9, y * 0.75, top - 0.15), 0.06), rod((x, y - w - 0.1, r), (x, y + w + 0.1, r), 0.07)]), "metal", "gear")
        for s in (-1, 1):
            tyre = lathe(rounded_profile([(r * 0.5, -0.13), (r * 0.9, -0.15), (r, -0.09), (r, 0.09), (r * 0.9, 0.15), (r * 0.5, 0.13)], 0.05), segments=48)
            b.add(move(rotate(tyre, 90), x, y + s * w, r), "rubber", "wheels")
            b.add(move(rotate(lathe(rounded_profile([(0, 0.1), (r * 0.3, 0.12), (r * 0.52, 0.06), (r * 0.52, -0.06), (r * 0.3, -0.12), (0, -0.1)], 0.02), segments=32), 90), x, y + s * w, r), "metal", "wheels")
        b.add(move(rotate(box(1.1 if y else 0.9, 0.04, 0.85, bevel=0.015), 14 * np.sign(y), 0), x + (0 if y else 0.7), y + (0.55 * np.sign(y) if y else 0.36), top - 1.0), "body", "gear doors")


