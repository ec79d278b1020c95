# SPDX-License-Identifier: GPL-3.0-or-later
"""What floats to be seen or to be caught hold of: a buoy, a life ring."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Emitter, Spec, cylinder, join, label_plane, lathe, move, rotate, rounded_profile, sweep, torus
from diorama_stage.kit.parts import rods
from diorama_stage.props.registry import prop


@prop("buoy")
def buoy(spec: Spec, b: Builder) -> None:
    """A channel buoy: a round float, a tapering cage with a number, a cone or a can on top, a lamp."""
    red = b.choose(True, True, False)
    b.slot("body", "paint", "#c5281f" if red else "#1f7a48", finish=("satin",))
    b.slot("band", "paint", "#efece4", role="trim")
    b.slot(
        "lamp",
        *(("emission", "#ff5a3a") if spec.has("lit") else ("lacquer", "#a3211b")),
        role="fixed",
        **({"params": {"strength": 12.0}} if spec.has("lit") else {}),
    )
    b.slot("metal", "steel", "#6d7073", role="fixed")
    low = rounded_profile([(0, -0.75), (0.5, -0.7), (1.0, -0.35), (1.1, 0.05), (1.1, 0.3), (0.98, 0.42), (0.4, 0.5), (0, 0.5)], 0.06)
    b.add(lathe(low, segments=72), "body", "float")
    b.add(lathe(rounded_profile([(1.09, 0.0), (1.13, 0.02), (1.13, 0.2), (1.09, 0.22), (1.09, 0.0)], 0.01), segments=72), "band")
    corners = [(math.cos(a), math.sin(a)) for a in (math.pi / 4 + k * math.pi / 2 for k in range(4))]
    bars = []
    for (x, y), (u, v) in zip(corners, corners[1:] + corners[:1], strict=True):
        bars += [((x * 0.78, y * 0.78, 0.4), (x * 0.3, y * 0.3, 2.5))]
        bars += [((x * r, y * r, z), (u * r, v * r, z)) for z, r in ((0.95, 0.655), (1.7, 0.483), (2.5, 0.3))]
        bars += [((x * 0.78, y * 0.78, 0.42), (u * 0.655, v * 0.655, 0.95)), ((x * 0.655, y * 0.655, 0.95), (u * 0.483, v * 0.483, 1.7))]
    b.add(rods(bars, 0.042, sides=10), "body", "cage")
    panel = [(0.56, 1.0), (0.4, 1.72), (0.36, 1.72), (0.52, 1.0), (0.56, 1.0)]
    b.add(rotate(lathe(panel, segments=4, smooth=None), 0, 0, 45), "body", "panels")
    b.slot(
        "number",
        "printed",
        role="fixed",
        label=spec.labels[0] if spec.labels else {"text": b.choose("7", "12", "4", "9"), "style": "bold", "colour": {"hex": "#f4f1e8"}},
        params={"transparent": True},
    )
    b.add(move(rotate(label_plane(0.42, 0.44), -12), 0, -0.352, 1.36), "number")
    b.add(cylinder(0.3, 0.06, bevel=0.015, at=(0, 0, 2.48)), "body", "top")
    b.add(lathe(rounded_profile([(0, 2.52), (0.1, 2.52), (0.1, 2.6), (0.13, 2.62), (0.13, 2.64), (0, 2.64)], 0.01), segments=40), "metal", "lamp")
    b.add(lathe(rounded_profile([(0, 2.64), (0.1, 2.64), (0.11, 2.8), (0.06, 2.88), (0, 2.9)], 0.03), segments=40), "lamp")
    b.add(join([torus(0.13, 0.03, at=(0.9 * x, 0.9 * y, 0.55)) for x, y in ((0.8, 0.2), (-0.8, -0.2))]), "metal", "eyes")
    if spec.has("lit"):
        b.emitters.append(Emitter(0, 0, 2.77, 0.1, 2000, 30.0, colour="#ff5a3a"))
    b.footprint = "round"


@prop("life_ring")
def life_ring(spec: Spec, b: Builder) -> None:
    """A ring buoy upright: orange and white in quarters, a grab line held at four places."""
    b.slot("body", "paint", b.choose("#e2571c", "#cf2b22"), finish=("satin",))
    b.slot("bands", "paint", "#f2efe6", role="trim", finish=("satin",))
    b.slot("line", "cotton", "#ece4cf", role="fixed")
    r, t = 0.27, 0.06
    section = [(r + t * math.copysign(abs(math.cos(a)) ** 0.8, math.cos(a)), 0.85 * t * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 33)]
    b.add(move(rotate(lathe(section, segments=120, smooth=180), 90), 0, 0, r + t), "body")
    for k in range(4):
        a = math.radians(45 + 90 * k)
        arcs = a + np.linspace(-0.24, 0.24, 14)
        path = np.stack([r * np.cos(arcs), 0 * arcs, r + t + r * np.sin(arcs)], axis=1)
        b.add(sweep(path, t * 1.03, sides=32, flat=0.86), "bands")
        cord = np.stack([(r + 0.2 * t) * np.cos(arcs[::13]), 0 * arcs[::13], r + t + (r + 0.2 * t) * np.sin(arcs[::13])], axis=1)
        b.add(torus(0.012, 0.006, at=tuple(cord[0] + (0, -t * 0.86, 0))), "line", "loops")
    way = np.radians(np.linspace(45, 405, 161))
    far = r + t * (0.98 + 0.5 * np.abs(np.sin(2 * (way - math.pi / 4))))
    b.add(sweep(np.stack([far * np.cos(way), -0.01 + 0 * way, r + t + far * np.sin(way)], axis=1), 0.008, sides=10), "line")
    if spec.labels:
        b.slot("name", "printed", role="fixed", label=spec.labels[0], params={"transparent": True})
        b.add(label_plane(0.24, 0.06, at=(0, -t * 0.86 - 0.001, 2 * r + t)), "name")
    b.lean = "back"
