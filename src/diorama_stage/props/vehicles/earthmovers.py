# SPDX-License-Identifier: GPL-3.0-or-later
"""What earth is moved with: an excavator and a bulldozer, their fronts to the left."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, smooth_path, sweep
from diorama_stage.kit.parts import add_rod, slab
from diorama_stage.props.registry import prop
from diorama_stage.props.vehicles.tracks import ram, track


def slots(b: Builder) -> None:
    b.slot("body", "paint", b.choose("#e0a012", "#e3ae1b", "#d9711a"), finish=("satin",))
    b.slot("dark", "plastic", "#1d1e20", role="fixed")
    b.slot("metal", "cast_iron", "#4b4d50", role="fixed")
    b.slot("tracks", "cast_iron", "#35332f", role="fixed")
    b.slot("chrome", "chrome", role="fixed")
    b.slot("glass", "lacquer", "#1b262c", role="fixed")
    b.slot("blade", "steel", "#8b8880", role="trim")


def cab(b: Builder, x0: float, x1: float, y: float, half: float, z: float, tall: float) -> None:
    """A cab with raked front, panes between its posts, a roof that overhangs."""
    lean = 0.14 * tall
    side = [(x0, z), (x1, z), (x1, z + tall), (x0 + lean, z + tall), (x0 - 0.02, z + tall * 0.45)]
    b.add(slab(side, 2 * half, y=y, bevel=0.03), "glass", "windows")
    posts = [
        (side[0], side[4]),
        (side[4], side[3]),
        ((x0 + lean + 0.02, z + tall), (x1, z + tall)),
        (side[1], side[2]),
        (side[0], side[1]),
        ((x0 + (x1 - x0) * 0.5, z), (x0 + (x1 - x0) * 0.5, z + tall)),
    ]
    for s in (-1, 1):
        for (xa, za), (xc, zc) in posts:
            add_rod(b, "body", (xa, y + s * half, za), (xc, y + s * half, zc), 0.045, "cab", 10)
    b.add(box(x1 - x0 + 0.02, 2 * half + 0.12, 0.1, bevel=0.04, at=((x0 + lean / 2 + x1) / 2, y, z + tall - 0.02)), "body", "roof")
    b.add(box(x1 - x0, 2 * half + 0.02, tall * 0.3, bevel=0.03, at=((x0 + x1) / 2, y, z)), "body", "cab")
    b.add(box(0.12, 0.2, 0.1, bevel=0.03, at=(x0 + lean + 0.1, y, z + tall + 0.07)), "chrome", "lamps")


@prop("excavator")
def excavator(spec: Spec, b: Builder) -> None:
    """Tracks under a turning house with a cab and a counterweight, a boom bent in its middle, a stick, a toothed bucket on the ground."""
    slots(b)
    for s in (-1, 1):
        track(b, -1.35, 1.35, 0.42, s * 1.05, 0.5)
    b.add(box(1.6, 1.7, 0.3, bevel=0.06, at=(0, 0, 0.4)), "metal", "undercarriage")
    b.add(cylinder(0.62, 0.28, bevel=0.04, at=(0, 0, 0.68)), "dark", "turntable")
    b.add(box(2.5, 2.4, 0.2, bevel=0.05, at=(0.35, 0, 0.92)), "dark", "platform")
    b.add(box(2.0, 1.15, 0.95, bevel=0.1, segments=4, at=(0.55, 0.6, 1.08)), "body", "engine cover")
    b.add(box(1.2, 1.2, 0.62, bevel=0.1, segments=4, at=(0.95, -0.58, 1.08)), "body", "engine cover")
    end = [(1.35, 0.98), (1.8, 1.0), (1.98, 1.25), (1.98, 1.8), (1.85, 2.0), (1.35, 2.0)]
    b.add(slab(end, 2.4, bevel=0.12, segments=5), "body", "counterweight")
    b.add(join([box(0.62, 0.012, 0.045, bevel=0.005, at=(0.95, -1.185, 1.2 + 0.09 * k)) for k in range(4)]), "dark", "vents")
    add_rod(b, "dark", (1.1, 0.5, 1.95), (1.1, 0.5, 2.4), 0.06, "exhaust")
    cab(b, -0.82, 0.32, -0.72, 0.46, 1.1, 1.62)
    _arm(b)


def _arm(b: Builder) -> None:
    """Boom, stick and bucket in the plane y = 0.1, with their rams."""
    y = 0.12
    boom = [(-0.45, 1.2), (-0.75, 1.2), (-1.9, 3.2), (-2.6, 3.75), (-4.35, 3.35), (-4.4, 3.62), (-4.25, 3.68), (-2.5, 4.2), (-1.6, 3.75), (-0.5, 1.75)]
    b.add(slab(boom, 0.36, y=y, bevel=0.035), "body", "boom")
    stick = [(-3.95, 3.95), (-4.15, 4.05), (-4.6, 3.5), (-5.1, 1.25), (-4.95, 1.15), (-4.72, 1.2), (-4.25, 3.2)]
    b.add(slab(stick, 0.3, y=y, bevel=0.03), "body", "stick")
    shell = [
        (-5.1, 1.3),
        (-4.7, 1.28),
        (-4.15, 0.95),
        (-3.98, 0.5),
        (-4.15, 0.12),
        (-4.6, 0.0),
        (-4.95, 0.08),
        (-4.62, 0.14),
        (-4.3, 0.26),
        (-4.2, 0.55),
        (-4.4, 0.9),
        (-5.0, 1.1),
    ]
    b.add(slab(shell, 0.95, y=y, bevel=0.015), "blade", "bucket")
    cheek = [(-5.08, 1.25), (-4.7, 1.28), (-4.15, 0.95), (-3.98, 0.5), (-4.15, 0.12), (-4.6, 0.0), (-4.95, 0.08)]
    for s in (-1, 1):
        b.add(slab(cheek, 0.04, y=y + s * 0.46, bevel=0.01), "blade", "bucket")
    b.add(join([box(0.24, 0.1, 0.07, bevel=0.015, at=(-5.0, y + d, 0.05)) for d in np.linspace(-0.42, 0.42, 5)]), "metal", "teeth")
    for s in (-1, 1):
        ram(b, (-1.0, y + s * 0.27, 1.3), (-2.25, y + s * 0.27, 3.55), 0.1)
    ram(b, (-2.35, y, 4.25), (-3.98, y, 3.98), 0.1)
    ram(b, (-4.3, y, 3.75), (-5.05, y, 1.75), 0.08)
    add_rod(b, "metal", (-5.05, y, 1.75), (-4.7, y, 1.2), 0.06, "linkage")


@prop("bulldozer")
def bulldozer(spec: Spec, b: Builder) -> None:
    """Tracks as long as the machine, a bonnet with an exhaust, a cab behind it, a curved blade on two arms before it, a ripper at its back."""
    slots(b)
    for s in (-1, 1):
        track(b, -1.35, 1.4, 0.5, s * 1.0, 0.56)
        add_rod(b, "body", (0.3, s * 1.36, 0.55), (-2.3, s * 1.36, 0.45), 0.11, "arms")
        ram(b, (-1.1, s * 0.5, 1.5), (-2.3, s * 0.5, 0.8), 0.08)
    b.add(box(2.9, 1.3, 0.5, bevel=0.06, at=(0, 0, 0.55)), "metal", "chassis")
    bonnet = [(-1.55, 0.85), (0.2, 0.85), (0.2, 1.9), (-0.2, 1.9), (-1.5, 1.75), (-1.62, 1.6)]
    b.add(slab(bonnet, 1.15, bevel=0.07, segments=4), "body", "bonnet")
    b.add(box(0.03, 0.9, 0.62, bevel=0.01, at=(-1.61, 0, 0.95)), "dark", "grille")
    b.add(join([box(0.03, 0.86, 0.025, bevel=0.005, at=(-1.63, 0, 1.0 + 0.08 * k)) for k in range(7)]), "metal", "grille")
    b.add(join([box(0.7, 0.012, 0.05, bevel=0.005, at=(-0.8, s * 0.58, 1.05 + 0.1 * k)) for k in range(5) for s in (-1, 1)]), "dark", "vents")
    b.add(sweep(smooth_path([(-0.75, 0.3, 1.8), (-0.75, 0.3, 2.5), (-0.7, 0.3, 2.62)], 20), 0.07, sides=14), "dark", "exhaust")
    cab(b, 0.15, 1.35, 0, 0.7, 1.35, 1.55)
    b.add(box(1.3, 1.9, 0.34, bevel=0.05, at=(0.8, 0, 1.05)), "body", "platform")
    outline = [(-2.5 + 0.3 * np.sin(np.pi * t) + 0.1 * t, 0.05 + 1.3 * t) for t in np.linspace(0, 1, 16)]
    outline += [(x + 0.09, z) for x, z in outline[::-1]]
    b.add(slab(outline, 3.4, bevel=0.012), "blade")
    b.add(box(0.28, 3.42, 0.06, bevel=0.012, at=(-2.48, 0, 0.0)), "metal", "cutting edge")
    b.add(join([box(0.16, 0.16, 0.8, bevel=0.03, at=(-2.12, y, 0.3)) for y in (-1.3, -0.5, 0.5, 1.3)]), "body", "arms")
    b.add(box(0.5, 1.2, 0.3, bevel=0.04, at=(2.0, 0, 0.65)), "body", "ripper")
    for s in (-1, 1):
        b.add(sweep(smooth_path([(2.15, s * 0.4, 0.95), (2.25, s * 0.4, 0.4), (2.1, s * 0.4, 0.1)], 16), 0.075, sides=10), "metal", "ripper")
