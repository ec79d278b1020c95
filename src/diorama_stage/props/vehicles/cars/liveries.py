# SPDX-License-Identifier: GPL-3.0-or-later
"""What makes a car a taxi, a police car or an ambulance: roof sign, light bar, stripes, lettering."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, join, label_plane, loft, move, rotate, subdivide
from diorama_stage.kit.skin import dense
from diorama_stage.props.vehicles.cars.bodywork import Car
from diorama_stage.props.vehicles.cars.draw import MIRROR, strip


def service(spec: Spec, b: Builder, car: Car) -> None:
    if spec.is_a("taxi"):
        taxi(spec, b, car)
    elif spec.is_a("police", "ambulance"):
        light_bar(b, car, ("#1546ff", "#ff1a12" if spec.is_a("police") else "#1546ff"))
        if spec.is_a("ambulance"):
            stripe(b, car)
        side_text(b, car, spec.labels[0] if spec.labels else {"text": "POLICE" if spec.is_a("police") else "AMBULANCE", "style": "bold"})
    elif spec.kind == "van" and spec.labels:
        side_text(b, car, spec.labels[0])


def roof(car: Car, x: float) -> float:
    return float(car.over.top([(x, 0.0)])[0][2])


def taxi(spec: Spec, b: Builder, car: Car) -> None:
    """The lit roof sign, and a band of chequers along the doors."""
    x, text = 0.1, spec.labels[0]["text"] if spec.labels else "TAXI"
    z, lit = roof(car, x), not spec.has("off", "unlit")
    b.slot("sign", "printed", role="fixed", label={"text": text, "style": "bold", "colour": {"hex": "#151515"}}, params={"paper": "#ffe9b0"})
    b.slot("sign_glow", "emission", "#ffd68a", role="fixed", params={"strength": 2.2 if lit else 0.5})
    rings = [
        [(x + u * k, y * k, z - 0.012 + h) for u, y in ((-0.075, -0.3), (0.075, -0.3), (0.075, 0.3), (-0.075, 0.3))]
        for k, h in ((1.06, 0.0), (1.0, 0.02), (0.86, 0.14), (0.8, 0.15))
    ]
    b.add(loft(rings, smooth=20), "sign_glow", "roof sign")
    b.add(box(0.22, 0.66, 0.025, bevel=0.008, at=(x, 0, z - 0.018)), "black", "roof sign")
    for way in (-1, 1):
        b.add(move(rotate(label_plane(0.46, 0.1), 0, 0, 90 * way), x + way * 0.0765, 0, z + 0.065), "sign", "roof sign")
    squares = []
    for k, u in enumerate(np.arange(-0.9, 1.2, 0.06)):
        for row in (0, 1):
            if (k + row) % 2:
                edge = [(u, 0.66 + 0.05 * row), (u + 0.06, 0.66 + 0.05 * row), (u + 0.06, 0.71 + 0.05 * row), (u, 0.71 + 0.05 * row)]
                low, high = car.skin.side(dense(edge[:2], 0.06)), car.skin.side(dense(edge[3:1:-1], 0.06))
                squares.append(strip([low + (0, 0.002, 0), high + (0, 0.002, 0)]))
    b.add(join(squares), "black", "chequers")


def light_bar(b: Builder, car: Car, colours: tuple[str, str]) -> None:
    x = 0.1
    z = roof(car, x)
    b.add(box(0.2, 1.02, 0.03, bevel=0.01, at=(x, 0, z - 0.012)), "black", "light bar")
    for s, colour in zip((-1, 1), colours, strict=True):
        b.slot(f"beacon{s}", "emission", colour, role="fixed", params={"strength": 6.0 if b.spec.has("lit") else 0.8})
        b.add(box(0.2, 0.36, 0.085, bevel=0.025, at=(x, s * 0.31, z + 0.02)), f"beacon{s}", "light bar")
    b.add(box(0.18, 0.24, 0.075, bevel=0.02, at=(x, 0, z + 0.02)), "chrome", "light bar")


def stripe(b: Builder, car: Car) -> None:
    """Fields of red and yellow along both sides, below the windows."""
    fields: tuple[list, list] = ([], [])
    low, high = (0.78, 1.02) if b.spec.kind == "van" else (0.6, 0.74)
    for k, u in enumerate(np.arange(-1.5, 2.1, 0.3)):
        edges = [car.skin.side(dense([(u, z), (u + 0.3, z)], 0.06)) + (0, 0.003, 0) for z in (low, high)]
        fields[k % 2].append(strip(edges))
    for name, colour, made in zip(("stripe", "stripe2"), ("#c8201a", "#e9c21c"), fields, strict=True):
        b.slot(name, "paint", colour, role="fixed")
        b.add(join(made), name, "stripe")


SIDES = {"van": (1.14, 1.72, 0.95, 2.1), "car": (0.46, 0.66, 0.05, 1.5)}
"""Of a side, the height from which and to which it bears words, their middle along it, and how wide they are at most, metres."""
CAPITAL = {"van": 0.3, "car": 0.17}
"""Width of a letter at most, metres."""
FINE = 4
"""Times that the sheet with the words is halved, to follow the skin."""


def side_text(b: Builder, car: Car, label: dict) -> None:
    """Lettering along both sides, laid on the skin: a line, or all that a page says."""
    kind = b.spec.kind if b.spec.kind in SIDES else "car"
    low, high, centre, wide = SIDES[kind]
    wide = wide if label.get("page") else min(wide, CAPITAL[kind] * len(label["text"]) + 0.1)
    ink = {} if label.get("colour") else {"colour": {"hex": "#16305c"}}
    b.slot("lettering", "printed", role="fixed", label={**label, **ink}, params={"transparent": True})
    skin = car.over if kind == "van" else car.skin
    for s in (-1, 1):
        plane = subdivide(label_plane(wide, high - low), FINE, simple=True)
        for v in plane.data.vertices:
            x, z = centre + s * -v.co.x, (low + high) / 2 + v.co.z
            p = skin.side([(x, z)])[0] + (0, 0.004, 0)
            v.co = p if s > 0 else p * MIRROR
        plane.data.update()
        b.add(plane, "lettering")
