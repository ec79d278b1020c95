# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands at a kerb and serves: a fuel pump, a vending machine, a bus stop with its shelter."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Emitter, Spec, box, cylinder, join, label_plane, lathe, move, rotate, rounded_profile, smooth_path, sweep
from diorama_stage.kit.parts import slab, turned
from diorama_stage.props.registry import prop


def words(spec: Spec, b: Builder, slot: str, text: str, colour: str, style: str = "bold", **params) -> None:
    """A printed slot with the thing's own words, or those asked for."""
    label = spec.labels[0] if spec.labels else {"text": text, "style": style, "colour": {"hex": colour}}
    b.slot(slot, "printed", role="fixed", label=label, params=params or {"transparent": True})


@prop("gas_pump")
def gas_pump(spec: Spec, b: Builder) -> None:
    """A fuel pump of the old kind: a tall painted case with a clock face of gallons, a globe on top, the hose hung at its side."""
    b.slot("body", "paint", b.choose("#b3201c", "#2f6f5f", "#d9a521", "#1f4f8a"), finish=("glossy",))
    b.slot("trim", "paint", "#efe9da", role="trim", finish=("glossy",))
    b.slot("metal", "chrome", role="fixed")
    b.slot("hose", "rubber", "#1b1c1e", role="fixed")
    b.slot("glass", "glass", role="fixed")
    lit = spec.has("lit")
    b.slot("globe", *(("emission", "#fff3da") if lit else ("porcelain", "#f4f0e6")), role="fixed", **({"params": {"strength": 3.0}} if lit else {}))
    words(spec, b, "brand", b.choose("GASOLINE", "ETHYL", "PETROL"), "#b3201c")
    b.slot("figures", "printed", role="fixed", label={"text": "12.48\n3.50", "style": "mono", "colour": {"hex": "#1b1b1b"}}, params={"paper": "#f3efe2"})
    b.add(box(0.56, 0.44, 0.09, bevel=0.015, at=(0, 0, 0)), "trim", "foot")
    case = [(-0.23, 0.09), (0.23, 0.09), (0.23, 1.2), (0.2, 1.36), (0.12, 1.45), (-0.12, 1.45), (-0.2, 1.36), (-0.23, 1.2)]
    b.add(slab(case, 0.34, bevel=0.035, segments=5), "body")
    for y in (-1, 1):
        b.add(box(0.36, 0.02, 0.62, bevel=0.008, at=(0, y * 0.168, 0.2)), "trim", "panel")
        b.add(box(0.34, 0.03, 0.34, bevel=0.01, at=(0, y * 0.168, 0.97)), "metal", "bezel")
    b.add(label_plane(0.29, 0.29, at=(0, -0.185, 1.14)), "figures", "display")
    b.add(box(0.3, 0.004, 0.3, bevel=0.001, at=(0, -0.188, 0.99)), "glass", "display")
    b.add(label_plane(0.3, 0.09, at=(0, -0.1795, 0.74)), "brand")
    b.add(join([box(0.012, 0.008, 0.4, bevel=0.003, at=(x, -0.178, 0.24)) for x in np.linspace(-0.14, 0.14, 9)]), "metal", "flutes")
    b.add(lathe(rounded_profile([(0, 1.44), (0.07, 1.44), (0.06, 1.48), (0.075, 1.5), (0, 1.5)], 0.006), segments=48), "metal", "collar")
    b.add(
        turned(rounded_profile([(0, -0.06), (0.17, -0.055), (0.19, -0.02), (0.19, 0.02), (0.17, 0.055), (0, 0.06)], 0.02), (0, 0, 1.68), segments=72), "globe"
    )
    b.add(label_plane(0.26, 0.09, at=(0, -0.0625, 1.68)), "brand", "brand")
    hose = smooth_path(
        [(0.24, 0.02, 1.0), (0.33, 0.02, 1.0), (0.4, 0.0, 0.8), (0.38, -0.04, 0.28), (0.31, -0.08, 0.2), (0.28, -0.1, 0.5), (0.275, -0.1, 0.8)], 90
    )
    b.add(sweep(hose, 0.019, sides=16), "hose")
    b.add(join([box(0.05, 0.07, 0.16, bevel=0.012, at=(0.255, -0.1, 0.84)), cylinder(0.02, 0.06, at=(0.24, 0.02, 0.98))]), "metal", "holster")
    nozzle = smooth_path([(0.275, -0.1, 0.78), (0.28, -0.1, 0.92), (0.285, -0.12, 1.02), (0.27, -0.17, 1.06)], 30)
    b.add(sweep(nozzle, np.interp(np.linspace(0, 1, 30), [0, 0.5, 0.7, 1], [0.022, 0.026, 0.014, 0.011]), sides=16), "metal", "nozzle")
    if lit:
        b.emitters.append(Emitter(0, -0.1, 1.68, 0.15, 3000, 6.0))


@prop("vending_machine")
def vending_machine(spec: Spec, b: Builder) -> None:
    """A tall lit cabinet: rows of cans and packets behind glass, a panel of keys with a slot for coins and a display, a flap below, the name across the top."""
    colour = b.choose("#b3181c", "#1f4f9a", "#1d1f23", "#2f7d4a")
    b.slot("body", "paint", colour, finish=("satin",))
    b.slot("dark", "plastic", "#17181b", role="fixed")
    b.slot("glass", "glass", role="fixed")
    b.slot("inside", "emission", "#f2f6ff", role="fixed", params={"strength": 1.1})
    b.slot("shelf", "steel", "#aeb3b6", role="fixed")
    b.slot("metal", "chrome", role="trim")
    goods = ("#c6231f", "#1f6fb5", "#e0a51c", "#2f8a4a", "#7a3f9a", "#e8e6df")
    for k, paint in enumerate(goods):
        b.slot(f"goods{k}", "paint", paint, role="fixed", finish=("glossy",))
    words(spec, b, "name", b.choose("COLD DRINKS", "SNACKS", "REFRESH"), "#ffffff")
    w, d, h = 0.96, 0.8, 1.84
    front = -d / 2
    b.add(
        join(
            [
                box(w, 0.06, h, bevel=0.01, at=(0, d / 2 - 0.03, 0.04)),
                box(0.05, d, h, bevel=0.01, at=(-w / 2 + 0.025, 0, 0.04)),
                box(w, d, 0.26, bevel=0.012, at=(0, 0, h - 0.22)),
                box(w, d, 0.42, bevel=0.012, at=(0, 0, 0.04)),
                box(0.26, d, h, bevel=0.012, at=(w / 2 - 0.13, 0, 0.04)),
            ]
        ),
        "body",
    )
    x0, x1, z0, z1 = -w / 2 + 0.05, w / 2 - 0.26, 0.46, h - 0.22
    b.add(box(x1 - x0, 0.02, z1 - z0, bevel=0, at=((x0 + x1) / 2, 0.1, z0)), "inside", "back")
    made: dict[int, list] = {}
    for j in range(5):
        z = z0 + 0.02 + j * (z1 - z0) / 5
        b.add(box(x1 - x0, 0.36, 0.014, bevel=0.003, at=((x0 + x1) / 2, -0.1, z)), "shelf", "shelves")
        can = j < 3
        for x in np.linspace(x0 + 0.06, x1 - 0.06, 7):
            piece = (
                cylinder(0.031, 0.12, bevel=0.006, segments=28, at=(x, -0.2, z + 0.014))
                if can
                else box(0.068, 0.05, 0.13, bevel=0.014, at=(x, -0.2, z + 0.014))
            )
            made.setdefault(b.rng.randrange(len(goods)), []).append(piece)
    for k, pieces in sorted(made.items()):
        b.add(join(pieces), f"goods{k}", "goods")
    b.add(box(x1 - x0, 0.006, z1 - z0, bevel=0, at=((x0 + x1) / 2, front + 0.02, z0)), "glass", "window")
    b.add(label_plane(w * 0.86, 0.15, at=(0, front - 0.0012, h - 0.05)), "name")
    _panel(b, w / 2 - 0.13, front)
    b.add(box(0.52, 0.02, 0.17, bevel=0.008, at=((x0 + x1) / 2, front - 0.004, 0.14)), "dark", "flap")
    b.add(box(0.46, 0.016, 0.12, bevel=0.006, at=((x0 + x1) / 2, front - 0.012, 0.16)), "metal", "flap")
    b.add(join([cylinder(0.03, 0.05, at=(x, y, 0)) for x in (-0.4, 0.4) for y in (-0.32, 0.32)]), "dark", "feet")
    b.emitters.append(Emitter((x0 + x1) / 2, -0.22, h - 0.3, 0.2, 5600, 5.0))


def _panel(b: Builder, x: float, front: float) -> None:
    """Display, keys, coin slot and return at the right."""
    b.slot("display", "printed", role="fixed", label={"text": "1.50", "style": "mono", "colour": {"hex": "#7fe0c0"}}, params={"paper": "#0c1513"})
    b.add(box(0.17, 0.014, 0.62, bevel=0.006, at=(x, front - 0.003, 0.82)), "dark", "panel")
    b.add(label_plane(0.12, 0.05, at=(x, front - 0.0112, 1.38)), "display")
    b.add(
        join([box(0.03, 0.012, 0.03, bevel=0.005, at=(x + (c - 1) * 0.042, front - 0.009, 1.27 - 0.042 * r)) for r in range(4) for c in range(3)]),
        "metal",
        "keys",
    )
    b.add(box(0.05, 0.012, 0.07, bevel=0.005, at=(x + 0.03, front - 0.01, 0.98)), "metal", "coin slot")
    b.add(box(0.005, 0.004, 0.045, bevel=0.001, at=(x + 0.03, front - 0.017, 0.993)), "dark", "coin slot")
    b.add(box(0.08, 0.01, 0.02, bevel=0.004, at=(x - 0.02, front - 0.01, 0.9)), "metal", "note slot")


@prop("bus_stop")
def bus_stop(spec: Spec, b: Builder) -> None:
    """A shelter with glass walls, a bench and a lit timetable, its sign on a pole before it."""
    b.slot("frame", "paint", b.choose("#3a4046", "#2f5a48", "#26384f"), finish=("satin",))
    b.slot("glass", "glass", "#e3eeec", role="fixed")
    b.slot("bench", "oak", "#9a6b3c", role="trim")
    b.slot("sign", "paint", b.choose("#1f4f9a", "#c4261f", "#1f7a48"), role="trim")
    b.slot("poster", "printed", role="fixed", params={"picture": b.choose("photo", "landscape", "portrait")})
    b.slot("timetable", "printed", role="fixed", params={"picture": "page", "paper": "#f4f3ee"})
    words(spec, b, "words", "BUS", "#ffffff")
    w, d, h = 3.4, 1.3, 2.4
    posts = [box(0.07, 0.07, h, bevel=0.012, at=(x, d / 2, 0)) for x in np.linspace(-w / 2, w / 2, 4)] + [
        box(0.07, 0.07, h, bevel=0.012, at=(s * w / 2, -d / 2 + 0.1, 0)) for s in (-1, 1)
    ]
    posts += [box(w, 0.06, 0.06, bevel=0.01, at=(0, d / 2, z)) for z in (0.16, h - 0.06)] + [
        box(0.06, d - 0.1, 0.06, bevel=0.01, at=(s * w / 2, 0.05, z)) for s in (-1, 1) for z in (0.16, h - 0.06)
    ]
    b.add(join(posts), "frame")
    roof = [(-d / 2 - 0.25, h + 0.12), (d / 2 + 0.1, h), (d / 2 + 0.1, h + 0.07), (-d / 2 - 0.25, h + 0.22)]
    b.add(rotate(slab(roof, w + 0.24, bevel=0.02), 0, 0, 90), "frame", "roof")
    b.add(join([box(w / 3 - 0.08, 0.012, h - 0.3, bevel=0.002, at=(x, d / 2, 0.21)) for x in (-w / 3, 0, w / 3)]), "glass")
    b.add(box(0.012, d - 0.25, h - 0.3, bevel=0.002, at=(-w / 2, 0.05, 0.21)), "glass")
    b.add(box(0.09, d - 0.3, h - 0.4, bevel=0.02, at=(w / 2, 0.02, 0.26)), "frame", "advert")
    b.add(move(rotate(label_plane(d - 0.42, h - 0.54), 0, 0, -90), w / 2 - 0.047, 0.02, h / 2 + 0.06), "poster")
    b.add(label_plane(0.6, 0.85, at=(-w / 3, d / 2 - 0.012, 1.45)), "timetable")
    b.add(join([box(1.7, 0.09, 0.035, bevel=0.008, at=(0.15, d / 2 - 0.2 - 0.11 * k, 0.45)) for k in range(4)]), "bench")
    b.add(join([box(0.05, 0.4, 0.45, bevel=0.01, at=(x, d / 2 - 0.36, 0)) for x in (-0.55, 0.85)]), "frame", "bench legs")
    x = -w / 2 - 0.55
    b.add(cylinder(0.032, 2.7, bevel=0.006, at=(x, -d / 2, 0)), "frame", "pole")
    b.add(box(0.5, 0.04, 0.5, bevel=0.015, at=(x, -d / 2 - 0.02, 2.2)), "sign")
    b.add(label_plane(0.42, 0.26, at=(x, -d / 2 - 0.0405, 2.45)), "words")
    b.support("bench", -0.6, 0.9, d / 2 - 0.5, d / 2 - 0.1, 0.487)
