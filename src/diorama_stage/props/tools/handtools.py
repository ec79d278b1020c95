# SPDX-License-Identifier: GPL-3.0-or-later
"""Hand tools as they lie on a bench: saws, screwdrivers, spanners, axes."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, extrude, lathe, loft, move, rotate, rounded_profile, smooth_path, sweep
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop

TEETH = 66


@prop("saw")
def saw(spec: Spec, b: Builder) -> None:
    """A panel saw: a blade that narrows to its toe, a closed handle of beech with brass screws."""
    b.slot("handle", b.choose("oak", "walnut"), b.choose("#b07f4a", "#8a5a32"))
    b.slot("blade", "brushed_steel", role="trim")
    b.slot("screws", "brass", role="fixed")
    heel, toe = -0.12, 0.36
    pitch = (toe - heel) / TEETH
    low = lambda x: -0.062 + 0.004 * (x - heel) / (toe - heel)  # noqa: E731
    edge = [p for k in range(TEETH) for x in [heel + k * pitch] for p in ((x, low(x)), (x + 0.8 * pitch, low(x) - 0.0042))]
    blade = extrude([*edge, (toe, low(toe)), (toe + 0.004, 0.0), (toe - 0.002, 0.012), (heel, 0.058)], 0.0011, bevel=0)
    blade = move(rotate(blade, 0, 1.6, 0), 0, 0, 0.0075)
    grip = [(-0.108, 0.048), (-0.135, 0.062), (-0.172, 0.05), (-0.2, 0.036), (-0.206, 0.012), (-0.208, -0.02), (-0.214, -0.052), (-0.19, -0.064), (-0.15, -0.058), (-0.108, -0.05)]
    path = smooth_path([(x, y, 0.0115) for x, y in grip], 80)
    cheek = extrude([(-0.136, -0.066), (-0.088, -0.05), (-0.07, -0.012), (-0.08, 0.03), (-0.1, 0.058), (-0.136, 0.07), (-0.128, 0.03), (-0.126, 0.0), (-0.13, -0.034)], 0.023, bevel=0.005, segments=4)
    made = [b.add(blade, "blade"), b.add(sweep(path, 0.0145, sides=20, flat=0.8), "handle", "grip"), b.add(cheek, "handle")]
    made += [b.add(cylinder(0.0062, 0.0016, bevel=0.0006, at=(x, y, 0.0226)), "screws") for x, y in ((-0.112, 0.042), (-0.098, 0.006), (-0.108, -0.036))]
    for o in made:
        rotate(move(o, -0.08, 0, 0), 0, 0, -24)
    grounded(*made)


@prop("screwdriver")
def screwdriver(spec: Spec, b: Builder) -> None:
    """A fluted handle with a rubber grip, a shank and its blade, at rest on its thickest part and its tip."""
    b.slot("handle", "plastic", b.choose("#b3221c", "#d98c12", "#1f4f8f"), finish=("glossy",))
    b.slot("grip", "rubber", "#1d1d1f", role="fixed")
    b.slot("shank", "steel", role="trim")
    outline = [(0, 0), (0.0115, 0.001), (0.0138, 0.008), (0.0138, 0.03), (0.0115, 0.044), (0.0132, 0.06), (0.0122, 0.086), (0.0085, 0.098), (0.0055, 0.101), (0, 0.101)]
    handle = lathe(rounded_profile(outline, 0.0015), segments=96, smooth=60)
    at = np.array([v.co for v in handle.data.vertices])
    flute = 1 - 0.07 * np.cos(6 * np.arctan2(at[:, 1], at[:, 0])) * np.interp(at[:, 2], (0, 0.01, 0.04, 0.05, 0.085, 0.1), (0, 1, 1, 0, 1, 0))
    at[:, :2] *= flute[:, None]
    set_points(handle.data, at)
    band = lathe(rounded_profile([(0.0118, 0.046), (0.0134, 0.05), (0.0141, 0.066), (0.0134, 0.08), (0.0118, 0.084)], 0.0008), segments=64)
    shank = lathe([(0, 0.1), (0.0033, 0.1), (0.0033, 0.198), (0, 0.198)], segments=32)
    tip = loft([[(w, t, z), (-w, t, z), (-w, -t, z), (w, -t, z)] for w, t, z in ((0.0031, 0.0031, 0.196), (0.0044, 0.0018, 0.209), (0.004, 0.0006, 0.221))], smooth=30)
    made = [b.add(handle, "handle"), b.add(band, "grip"), b.add(shank, "shank"), b.add(tip, "shank", "tip")]
    for o in made:
        rotate(move(rotate(o, 0, 93.2), -0.11, 0, 0), 0, 0, -20)
    grounded(*made)


@prop("wrench")
def wrench(spec: Spec, b: Builder) -> None:
    """A combination spanner: open jaw, flat shank with its hollow, ring with twelve points; forged and chromed."""
    b.slot("body", "chrome" if b.rng.random() < 0.6 else "brushed_steel")
    jaw = [(0.021 * math.cos(a), 0.0195 * math.sin(a)) for a in np.radians(np.linspace(30, 330, 40))]
    open_end = extrude([*jaw, (0.0085, -0.0084), (-0.0055, -0.0078), (-0.0085, 0.0), (-0.0055, 0.0078), (0.0085, 0.0084)], 0.0068, bevel=0.0012)
    points = 24
    hole = [0.0112 + 0.0009 * (k % 2) for k in range(points)]
    turn = 2 * np.pi * np.arange(points) / points
    inner = np.column_stack([hole * np.cos(turn), hole * np.sin(turn)])
    outer = np.column_stack([0.0172 * np.cos(turn), 0.0172 * np.sin(turn)])
    section = [(inner, 0.0), (outer * 0.97, 0.0), (outer, 0.0012), (outer, 0.0078), (outer * 0.97, 0.009), (inner, 0.009), (inner, 0.0)]
    ring = loft([[(x, y, z) for x, y in loop] for loop, z in section], closed_ends=False, smooth=35)
    shank = loft([[(x, w * c, 0.0034 + t * s) for c, s in ((1, 0.4), (0.8, 1), (-0.8, 1), (-1, 0.4), (-1, -0.4), (-0.8, -1), (0.8, -1), (1, -0.4))] for x, w, t in ((-0.086, 0.0075, 0.0032), (-0.07, 0.006, 0.0026), (0.0, 0.0054, 0.0024), (0.06, 0.006, 0.0026), (0.08, 0.0085, 0.0034))], smooth=35)
    panel = box(0.09, 0.0056, 0.0004, bevel=0.0002, at=(-0.005, 0, 0.0058))
    made = [b.add(move(rotate(open_end, 0, 0, 15), 0.093, 0, 0), "body", "jaw"), b.add(move(ring, -0.099, 0, -0.0008), "body", "ring"), b.add(shank, "body"), b.add(panel, "body", "panel")]
    for o in made:
        rotate(o, 0, 0, -28)
    grounded(*made)


@prop("axe")
def axe(spec: Spec, b: Builder) -> None:
    """A forester's axe: a curved helve of ash with a swell at its foot, a wedge of a head whose ground edge is bright."""
    small = spec.is_a("hatchet")
    long = 0.36 if small else 0.66
    b.slot("handle", b.choose("oak", "wood"), b.choose("#c79a62", "#b3854e"))
    b.slot("head", "cast_iron", b.choose("#3c3e40", "#7a1f1c") if not small else "#3c3e40", role="trim")
    b.slot("edge", "brushed_steel", role="fixed")
    u, a = np.linspace(0, 1, 60), np.linspace(0, 2 * np.pi, 28, endpoint=False)
    bend = 0.016 * np.sin(2 * np.pi * (u - 0.05)) * (u < 0.95)
    wide = np.interp(u, [0, 0.015, 0.06, 0.16, 0.5, 0.85, 1], [0.012, 0.022, 0.024, 0.0165, 0.0165, 0.02, 0.019])
    thick = np.interp(u, [0, 0.015, 0.06, 0.2, 0.85, 1], [0.008, 0.0135, 0.0145, 0.012, 0.0125, 0.011])
    helve = loft([np.stack([np.full(28, long * (u[i] - 0.5)), bend[i] + wide[i] * np.cos(a), thick[i] * np.sin(a)], axis=1) for i in range(60)], smooth=70)
    x = long * 0.455

    def ring(y, half, t, lean=0.0):
        return [(x + lean + half * c, y, t * s) for c, s in ((-1, 0.3), (-0.85, 1), (0.85, 1), (1, 0.3), (1, -0.3), (0.85, -1), (-0.85, -1), (-1, -0.3))]

    head = loft([ring(0.052, 0.027, 0.0125), ring(0.05, 0.029, 0.0145), ring(0.022, 0.027, 0.0155), ring(-0.022, 0.024, 0.0145), ring(-0.06, 0.03, 0.009, -0.003), ring(-0.105, 0.047, 0.0042, -0.01)], smooth=40)
    bit = loft([ring(-0.105, 0.047, 0.0042, -0.01), ring(-0.122, 0.056, 0.0015, -0.014), ring(-0.126, 0.057, 0.0002, -0.014)], smooth=40)
    made = [b.add(helve, "handle"), b.add(head, "head"), b.add(bit, "edge")]
    for o in made:
        rotate(rotate(o, 2.0), 0, 0, -18)
    grounded(*made)
