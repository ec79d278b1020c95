# SPDX-License-Identifier: GPL-3.0-or-later
"""Buses and lorries: bodies and cabs as of cars, with what they carry."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, extrude, join, label_plane, move, rotate
from diorama_stage.props.registry import prop
from diorama_stage.props.vehicles.cars.bodywork import Car, shape, slots
from diorama_stage.props.vehicles.cars.wheels import mount, wheel


@prop("bus")
def bus(spec: Spec, b: Builder) -> None:
    school = spec.is_a("school")
    slots(b, "#e0a015" if school else b.choose("#a81a16", "#1f4f7f", "#d8dad8", "#2f6b4a"), rims=("steel", "#8d9092"), seats=("fabric", "#2f4257"), tint="#a9b6b2")
    made = Car(b, shape("bus"))
    made.build()
    text = spec.labels[0]["text"] if spec.labels else "SCHOOL BUS" if school else b.choose("24 CENTRAL", "7 HARBOUR", "38 PARK")
    b.slot("display", "printed", role="fixed", label={"text": text, "style": "bold", "colour": {"hex": "#ffb13a"}}, params={"paper": "#0b0b0b"})
    z = 2.72
    x = float(made.over.front([(0.0, z)])[0][0])
    b.add(move(rotate(box(1.66, 0.03, 0.27, bevel=0.01, at=(0, 0, -0.135)), 0, 0, -90), x + 0.005, 0, z), "black", "display")
    b.add(move(rotate(label_plane(1.56, 0.22), 0, 0, -90), x - 0.0115, 0, z), "display")
    roof = float(made.over.top([(0.0, 0.0)])[0][2])
    if spec.is_a("double"):
        _upper_deck(b)
    for u, long in () if spec.is_a("double") else ((-1.8, 1.7), (2.4, 2.2)):
        b.add(box(long, 1.3, 0.2, bevel=0.06, at=(u, 0, roof - 0.04)), "paint", "roof units")
    b.add(box(0.05, 0.6, 0.5, bevel=0.01, at=(5.47, 0, 0.72)), "black", "engine grille")


def _plan(inset: float = 0.0) -> list[tuple[float, float]]:
    """A bus from above: corners rounded, more so in front."""
    out = []
    for x, y, r, begin in ((5.46, 1.25, 0.22, 0), (-5.4, 1.25, 0.42, 90), (-5.4, -1.25, 0.42, 180), (5.46, -1.25, 0.22, 270)):
        a = np.radians(np.linspace(begin, begin + 90, 9))
        out += [(x - np.sign(x) * (r + inset) + r * np.cos(u), y - np.sign(y) * (r + inset) + r * np.sin(u)) for u in a]
    return out


def _upper_deck(b: Builder) -> None:
    """The second storey of a double-decker: a belt over the windows below, a band of windows all round, seats behind them, a roof."""
    low, sill, lintel, top = 2.9, 3.28, 4.02, 4.38
    b.add(extrude(_plan(), sill - low, bevel=0.03, at=(0, 0, low)), "paint", "body")
    b.add(extrude(_plan(0.012), top - lintel, bevel=0.16, segments=5, at=(0, 0, lintel)), "paint", "roof")
    b.add(extrude(_plan(0.03), lintel - sill + 0.02, bevel=0.0, at=(0, 0, sill - 0.01)), "glass", "windows")
    posts = [box(0.09, 0.05, lintel - sill + 0.04, bevel=0.008, at=(x, s * 1.225, sill - 0.02)) for s in (-1, 1) for x in np.linspace(-4.7, 4.9, 8)]
    posts += [box(0.05, 0.07, lintel - sill + 0.04, bevel=0.008, at=(-5.375, y, sill - 0.02)) for y in (-0.42, 0.42)]
    posts += [box(0.06, 1.5, lintel - sill + 0.04, bevel=0.02, at=(5.43, 0, sill - 0.02))]
    b.add(join(posts), "paint", "pillars")
    b.add(join([box(10.6, 0.012, 0.05, bevel=0.004, at=(0, s * 1.252, z)) for s in (-1, 1) for z in (low + 0.05, sill - 0.07)]), "chrome", "trim")
    seats = []
    for x in np.arange(-4.3, 5.0, 0.86):
        for s in (-1, 1):
            y, z = s * 0.68, sill - 0.02
            seats += [box(0.12, 0.92, 0.52, bevel=0.05, at=(x, y, z)), box(0.34, 0.92, 0.1, bevel=0.03, at=(x - 0.2, y, z))]
    b.add(join(seats), "seats", "seats")


@prop("truck")
def truck(spec: Spec, b: Builder) -> None:
    fire = spec.is_a("fire")
    slots(b, "#b3161a" if fire else b.choose("#8f1a1c", "#20466e", "#d6d5d0", "#2a5a46"), rims=("steel", "#a5a7a8"), seats=("fabric", "#3a3d40"))
    d = shape("lorry")
    made = Car(b, d)
    made.build()
    b.slot("cargo", "paint", "#b3161a" if fire else "#dcdcd8", role="trim")
    b.slot("rails", "aluminium", "#b4b7b8", role="fixed")
    x0, x1, half, z0, tall = -1.42, 3.5, 1.17, 1.02, 2.25
    b.add(box(x1 - x0, 2 * half, tall, bevel=0.012, at=((x0 + x1) / 2, 0, z0)), "cargo", "box")
    rails = [box(x1 - x0 + 0.02, 0.05, 0.09, bevel=0.008, at=((x0 + x1) / 2, s * (half - 0.012), z)) for s in (-1, 1) for z in (z0 - 0.02, z0 + tall - 0.07)]
    rails += [box(0.08, 0.06, tall, bevel=0.01, at=(x, s * (half - 0.02), z0)) for s in (-1, 1) for x in (x0 + 0.03, x1 - 0.03)]
    rails += [box(0.02, 0.022, tall - 0.2, bevel=0.005, at=(x, s * half, z0 + 0.1)) for s in (-1, 1) for x in np.linspace(x0 + 0.42, x1 - 0.42, 10)]
    rails += [cylinder(0.016, tall - 0.1, bevel=0.003, segments=12, at=(x1 + 0.02, y, z0 + 0.05)) for y in (-0.62, -0.12, 0.12, 0.62)]
    b.add(join(rails), "rails", "box")
    b.add(join([box(0.012, 0.012, tall - 0.12, bevel=0, at=(x1 + 0.001, 0, z0 + 0.06)), *[box(0.03, 0.05, 0.12, bevel=0.01, at=(x1 + 0.01, s * (half - 0.05), z0 + h)) for s in (-1, 1) for h in (0.3, 1.1, 1.9)]]), "dark", "box")
    frame = [box(x1 + 2.9, 0.12, 0.26, bevel=0.02, at=((x1 - 2.9) / 2, s * 0.42, 0.66)) for s in (-1, 1)]
    frame += [box(0.16, 2.0, 0.12, bevel=0.02, at=(x, 0, 0.88)) for x in np.linspace(x0 + 0.3, x1 - 0.3, 7)]
    frame += [box(0.9, 0.45, 0.5, bevel=0.08, segments=4, at=(-0.55, -0.85, 0.48)), box(0.6, 0.45, 0.45, bevel=0.03, at=(-0.5, 0.85, 0.5)), box(0.1, 2.1, 0.14, bevel=0.02, at=(x1 - 0.02, 0, 0.5))]
    frame += [box(1.5, 0.03, 0.08, bevel=0.01, at=(0.65, s * 1.1, z)) for s in (-1, 1) for z in (0.55, 0.8)]
    frame += [box(0.03, 0.5, 0.5, bevel=0.004, at=(x, s * 0.88, 0.35)) for s in (-1, 1) for x in (3.1,)]
    b.add(join(frame), "dark", "chassis")
    for s in (-1, 1):
        b.add(box(0.04, 0.26, 0.12, bevel=0.02, at=(x1 + 0.035, s * 0.85, 0.52)), "red", "tail lights")
    w = d["wheel"]
    places = [(2.35, s * y) for s in (-1, 1) for y in (0.98, 0.68)]
    mount(b, wheel(w["radius"], w["width"] * 0.93, w["rim"], "steel"), places, w["radius"])
    wedge = extrude([(-2.9, 2.66), (-1.66, 2.66), (-1.66, 3.2), (-1.82, 3.22)], 1.8, bevel=0.07, segments=4)
    b.add(move(rotate(wedge, 90), 0, 0.9, 0), "paint", "fairing")
    if spec.labels:
        b.slot("name", "printed", role="fixed", label=spec.labels[0], params={"transparent": True})
        for s in (-1, 1):
            b.add(move(rotate(label_plane(3.8, 1.2), 0, 0, 0 if s < 0 else 180), (x0 + x1) / 2, s * (half + 0.013), z0 + tall / 2), "name")
