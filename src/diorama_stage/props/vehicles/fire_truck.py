# SPDX-License-Identifier: GPL-3.0-or-later
"""A fire engine."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, label_plane, move, rotate
from diorama_stage.kit.parts import add_rod, rods
from diorama_stage.props.registry import prop
from diorama_stage.props.vehicles.cars.bodywork import Car, shape, slots
from diorama_stage.props.vehicles.cars.liveries import light_bar
from diorama_stage.props.vehicles.cars.wheels import mount, wheel


@prop("fire_truck")
def fire_truck(spec: Spec, b: Builder) -> None:
    """A red cab with a light bar, a body of roller-shuttered lockers with a white band, a ladder on its turntable laid forward over the roof."""
    slots(b, "#b3161a", rims=("steel", "#c2c4c5"), seats=("fabric", "#3a3d40"))
    d = shape("lorry")
    made = Car(b, d)
    made.build()
    light_bar(b, made, ("#1546ff", "#ff1a12"))
    x0, x1, half, z0, tall = -1.42, 3.5, 1.17, 0.95, 1.75
    b.slot("shutters", "brushed_steel", "#c5c8ca", role="fixed")
    b.slot("band", "paint", "#efece4", role="trim")
    b.add(box(x1 - x0, 2 * half, tall, bevel=0.04, at=((x0 + x1) / 2, 0, z0)), "paint", "box")
    for s in (-1, 1):
        for k, x in enumerate(np.linspace(x0 + 0.82, x1 - 0.82, 3)):
            b.add(box(1.36, 0.02, 1.15, bevel=0.006, at=(x, s * half, z0 + 0.38)), "shutters")
            b.add(join([box(1.34, 0.01, 0.012, bevel=0, at=(x, s * (half + 0.012), z0 + 0.42 + 0.085 * j)) for j in range(13)]), "dark", "shutters")
            b.add(box(0.3, 0.03, 0.03, bevel=0.01, at=(x, s * (half + 0.03), z0 + 0.46)), "chrome", "handles" if k < 3 else "box")
        b.add(box(x1 - x0, 0.014, 0.2, bevel=0.004, at=((x0 + x1) / 2, s * half, z0 + 0.1)), "band")
    b.add(box(x1 - x0, 2 * half + 0.02, 0.24, bevel=0.02, at=((x0 + x1) / 2, 0, 0.72)), "dark", "chassis")
    b.add(box(0.06, 2 * half, 0.2, bevel=0.02, at=(x1 + 0.03, 0, 0.6)), "chrome", "bumper")
    for s in (-1, 1):
        b.add(box(0.04, 0.26, 0.14, bevel=0.02, at=(x1 + 0.035, s * 0.9, 1.0)), "red", "tail lights")
    w = d["wheel"]
    mount(b, wheel(w["radius"], w["width"] * 0.93, w["rim"], "steel"), [(2.35, s * 0.98) for s in (-1, 1)], w["radius"])
    _ladder(b, z0 + tall)
    b.slot(
        "name",
        "printed",
        role="fixed",
        label=spec.labels[0] if spec.labels else {"text": "FIRE", "style": "bold", "colour": {"hex": "#b3161a"}},
        params={"transparent": True},
    )
    for s in (-1, 1):
        b.add(move(rotate(label_plane(1.2, 0.19), 0, 0, 0 if s < 0 else 180), (x0 + x1) / 2, s * (half + 0.009), z0 + 0.2), "name")


def _ladder(b: Builder, z: float) -> None:
    """The turntable at the rear and a trussed ladder that reaches forward over the cab."""
    b.add(cylinder(0.7, 0.3, bevel=0.04, at=(2.5, 0, z)), "chrome", "turntable")
    b.add(box(0.8, 0.9, 0.4, bevel=0.06, at=(2.6, 0, z + 0.28)), "paint", "turntable")
    a, c = np.array((3.1, 0, z + 0.62)), np.array((-2.6, 0, z + 0.98))
    for half, thick, share in ((0.36, 0.04, 0.0), (0.28, 0.032, 0.12)):
        low, rise = a + (c - a) * share + (0, 0, share), np.array((0, 0, 0.34))
        far = c + (c - a) * share * 0.4 + (0, 0, share)
        bars = [(p + (0, s * half, 0), q + (0, s * half, 0)) for s in (-1, 1) for p, q in ((low, far), (low + rise, far + rise))]
        at = [low + (far - low) * t for t in np.linspace(0, 1, 20)]
        bars += [(p + (0, -half, 0), p + (0, half, 0)) for p in at]
        bars += [
            (p + (0, s * half, 0) + rise * (k % 2), q + (0, s * half, 0) + rise * ((k + 1) % 2))
            for k, (p, q) in enumerate(zip(at, at[1:], strict=False))
            for s in (-1, 1)
        ]
        b.add(rods(bars, thick * 0.7, sides=8), "shutters", "ladder")
    add_rod(b, "chrome", (2.6, 0, z + 0.35), (1.2, 0, z + 0.7), 0.07, "ram")
