# SPDX-License-Identifier: GPL-3.0-or-later
"""An umbrella: open (on the ground, or upright in a hand), its cloth stretched between eight ribs and drooping between them; closed, rolled in folds and strapped."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, cylinder, from_geometry, join, loft, move, rotate, smooth_path, sphere, sweep, torus
from diorama_stage.props.registry import prop

RIBS, RADIUS, RISE, REACH = 8, 0.52, 0.27, 1.18
"""Ribs, half the span and the height of the dome (metres), the share of a quarter turn that the dome takes."""
LEANT = (-9.0, 6.0)
"""How a right hand before the shoulder leans it over the head, degrees about x and y."""


@prop("umbrella")
def umbrella(spec: Spec, b: Builder) -> None:
    b.slot("canopy", "silk", b.choose("#c23b2e", "#1f2a44", "#2b2b2d", "#d9a520"), params={"thin": 0.22})
    b.slot("metal", "steel", "#8f9295", role="fixed")
    b.slot("handle", "walnut", "#6b4526", role="trim")
    b.slot("tips", "brass", role="fixed")
    if spec.has("closed", "folded", "rolled"):
        _rolled(b, upright=spec.has("leaning", "pegged"))
        return
    made = [(_canopy(), "canopy", "canopy"), *_frame(), *_stick(RISE + 0.55)]
    for o, slot, part in made:
        b.add(rotate(o, *LEANT) if spec.has("held") else rotate(move(o, 0, 0, -0.4), 16, -56, 38), slot, part)
    low = min(v.co.z for group in b._parts.values() for o in group for v in o.data.vertices)
    for group in b._parts.values():
        for o in group:
            move(o, 0, 0, -low)


def _dome(t, a):
    """A place on the ribs' dome at t (0 the tip, 1 the rim) and angle a."""
    r, z = RADIUS * np.sin(t * REACH) / math.sin(REACH), RISE * (np.cos(t * REACH) - math.cos(REACH)) / (1 - math.cos(REACH))
    return np.stack([r * np.cos(a), r * np.sin(a), z + 0.55 + 0 * a], axis=-1)


def _canopy():
    """Eight gores: between ribs the cloth is nearly a straight chord, and hangs a little; the rim is cut in shallow curves and hemmed."""
    per, steps = 10, 22
    rings = []
    for i in range(1, steps + 1):
        t = i / steps
        ring = []
        for k in range(RIBS):
            a0, a1 = 2 * math.pi * k / RIBS, 2 * math.pi * (k + 1) / RIBS
            p, q = _dome(t, np.float64(a0)), _dome(t, np.float64(a1))
            for j in range(per):
                s = j / per
                tight = 4 * s * (1 - s)
                chord = p * (1 - s) + q * s
                arc = _dome(t, np.float64(a0 + (a1 - a0) * s))
                point = chord * 0.8 + arc * 0.2
                inward = 1 - 0.075 * tight * t**3
                ring.append((point[0] * inward, point[1] * inward, point[2] - 0.012 * tight * t**0.7 + 0.022 * tight * t**4))
        rings.append(ring)
    m = RIBS * per
    verts = np.concatenate([[(0, 0, RISE + 0.55)], np.array(rings).reshape(-1, 3)])
    faces = [(0, 1 + j, 1 + (j + 1) % m) for j in range(m)]
    faces += [(1 + i * m + j, 1 + (i + 1) * m + j, 1 + (i + 1) * m + (j + 1) % m, 1 + i * m + (j + 1) % m) for i in range(steps - 1) for j in range(m)]
    hem = np.array([*rings[-1], *rings[-1][:2]]) + (0, 0, -0.0005)
    return join([from_geometry("canopy", verts, faces, smooth=35), sweep(hem, 0.0016, sides=8)])


def _frame() -> list:
    """Ribs under the cloth with round tips at the rim, stretchers from a runner on the stick."""
    made = []
    for k in range(RIBS):
        a = np.full(20, 2 * math.pi * k / RIBS)
        rib = _dome(np.linspace(0.03, 1.005, 20), a) - (0, 0, 0.004)
        made.append((sweep(rib, 0.0017, sides=6), "metal", "ribs"))
        made.append((sphere(0.0042, segments=14, at=tuple(rib[-1])), "tips", "tips"))
        made.append((sweep([(0.008 * math.cos(a[0]), 0.008 * math.sin(a[0]), 0.5), (rib[9] + (0, 0, 0.44)) / 2, rib[9]], 0.0015, sides=6), "metal", "ribs"))
    made.append((cylinder(0.011, 0.05, bevel=0.002, at=(0, 0, 0.47)), "metal", "runner"))
    return made


def _stick(top: float) -> list:
    hook = smooth_path([(0, 0, 0.13), (0, 0, 0.02), (0, 0, -0.04), (0.014, 0, -0.085), (0.045, 0, -0.1), (0.074, 0, -0.082), (0.082, 0, -0.045)], 46)
    return [
        (sweep([(0, 0, 0.1), (0, 0, 0.4), (0, 0, top)], 0.005, sides=14), "metal", "stick"),
        (sweep(hook, 0.0112 - 0.001 * np.linspace(0, 1, 46), sides=20), "handle", "handle"),
        (cylinder(0.0128, 0.022, bevel=0.002, at=(0, 0, 0.122)), "tips", "collar"),
        (cylinder(0.0065, 0.055, bevel=0.002, top=0.0035, at=(0, 0, top)), "metal", "tip"),
        (cylinder(0.014, 0.004, bevel=0.0015, at=(0, 0, top)), "metal", "tip"),
    ]


def _rolled(b: Builder, *, upright: bool = False) -> None:
    """Lying with its handle to the right, or upright to lean on its tip: the gores wound round the stick as overlapping folds, a strap with its button."""
    top, count = 0.84, 96
    rings = []
    for t in np.linspace(0, 1, 40):
        z = 0.2 + (top - 0.2) * t
        r = np.interp(t, (0, 0.03, 0.25, 0.45, 0.8, 1), (0.014, 0.021, 0.0245, 0.0195, 0.014, 0.007)) * (1 + 0.02 * math.sin(t * 23))
        a = np.linspace(0, 2 * np.pi, count, endpoint=False)
        saw = ((a * RIBS / (2 * np.pi) + t * 2.6) % 1.0) ** 0.6
        radius = r * (0.86 + 0.3 * saw)
        edge = 0.012 * np.abs(np.sin(a * RIBS / 2)) * (t < 0.02)
        rings.append(np.column_stack([radius * np.cos(a), radius * np.sin(a), z - edge]))
    made = [(loft(rings, smooth=50), "canopy", "canopy"), *_stick(top)]
    band = loft([np.column_stack([0.0232 * np.cos(a), 0.0232 * np.sin(a), np.full(count, z)]) for z in (0.37, 0.371, 0.392, 0.393)], smooth=40)
    made.append((band, "canopy", "strap"))
    made.append((move(rotate(torus(0.0036, 0.0014, segments=20, sides=8), 90), 0, -0.0236, 0.3815), "tips", "button"))
    for k in range(RIBS):
        a = 2 * math.pi * k / RIBS
        made.append((sphere(0.0036, segments=12, at=(0.017 * math.cos(a), 0.017 * math.sin(a), 0.186)), "tips", "tips"))
    for o, slot, part in made:
        b.add(rotate(o, 180) if upright else move(rotate(o, 0, -90), 0.45, 0, 0.03), slot, part)
    if upright:
        b.lean = "back"
