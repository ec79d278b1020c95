# SPDX-License-Identifier: GPL-3.0-or-later
"""A racing car, an airship, a narrow boat, a wheelchair."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    ellipsoid,
    join,
    label_plane,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    sphere,
    sweep,
    torus,
)
from diorama_stage.kit.arrays import corners
from diorama_stage.kit.parts import add_rod, rods, slab
from diorama_stage.kit.seams import oval, sheet
from diorama_stage.props.registry import prop
from diorama_stage.props.vehicles.cars.wheels import mount, wheel


def _spindle(rows, count: int = 48, power: float = 3.0):
    """A body along x through stations (x, half width, low z, high z)."""
    rings = []
    for x, half, low, high in smooth_path(np.array(rows, float), 60):
        section = oval(power, count)
        rings.append(np.column_stack([np.full(count, x), section[:, 0] * half, (low + high) / 2 + section[:, 1] * (high - low) / 2]))
    return loft(rings, smooth=60)


@prop("race_car")
def race_car(spec: Spec, b: Builder) -> None:
    """A single-seater: a needle nose with its wing, open wheels on wishbones, side pods, the driver's cell under its hoop
    and halo, an air box, a tall rear wing."""
    b.slot("body", "paint", b.choose("#b3161c", "#123f8a", "#0f8f86", "#e07b1a"), finish=("glossy",))
    b.slot("carbon", "plastic", "#17181a", role="trim", finish=("satin",))
    b.slot("white", "paint", "#f2f1ec", role="trim")
    b.slot("rims", "aluminium", "#3a3c3f", role="fixed")
    b.slot("chrome", "steel", "#8d9093", role="fixed")
    b.slot("dark", "plastic", "#121314", role="fixed")
    b.slot("disc", "steel", "#6d6f72", role="fixed")
    b.slot("tyres", "rubber", "#1b1b1c", role="fixed")
    b.add(
        _spindle(
            [
                (-2.75, 0.07, 0.24, 0.36),
                (-2.2, 0.14, 0.2, 0.48),
                (-1.2, 0.25, 0.14, 0.62),
                (-0.5, 0.36, 0.1, 0.7),
                (0.4, 0.42, 0.1, 0.74),
                (1.3, 0.3, 0.12, 0.62),
                (2.35, 0.1, 0.2, 0.42),
            ]
        ),
        "body",
    )
    for s in (-1, 1):
        pod = [(-0.45, 0.18, 0.16, 0.58), (-0.1, 0.3, 0.1, 0.6), (0.7, 0.3, 0.1, 0.52), (1.5, 0.1, 0.12, 0.34)]
        b.add(move(_spindle(pod, power=4.0), 0, s * 0.5, 0), "body", "pods")
        b.add(box(0.03, 0.34, 0.26, bevel=0.02, at=(-0.46, s * 0.52, 0.24)), "dark", "inlets")
    b.add(box(3.7, 1.36, 0.03, bevel=0.01, at=(0.4, 0, 0.07)), "carbon", "floor")
    b.add(_spindle([(0.05, 0.1, 0.6, 0.9), (0.25, 0.13, 0.6, 1.02), (0.9, 0.1, 0.55, 0.9), (1.9, 0.03, 0.4, 0.58)], power=2.4), "body", "air box")
    b.add(ellipsoid(0.035, 0.085, 0.085, at=(0.08, 0, 0.86), segments=24), "dark", "inlets")
    b.add(ellipsoid(0.36, 0.23, 0.08, at=(-0.38, 0, 0.69), segments=40), "dark", "cockpit")
    b.add(ellipsoid(0.13, 0.11, 0.135, at=(-0.2, 0, 0.78), segments=32), "white", "helmet")
    b.add(ellipsoid(0.06, 0.1, 0.045, at=(-0.29, 0, 0.79), segments=24), "dark", "visor")
    halo = smooth_path([(0.1, 0.26, 0.74), (-0.3, 0.25, 0.84), (-0.62, 0.0, 0.86), (-0.3, -0.25, 0.84), (0.1, -0.26, 0.74)], 60)
    b.add(sweep(halo, 0.024, sides=12), "carbon", "halo")
    add_rod(b, "carbon", (-0.62, 0, 0.86), (-0.8, 0, 0.62), 0.02, "halo")
    for z, x, deep, tilt in ((0.1, -2.68, 0.32, 4), (0.17, -2.52, 0.2, 14)):
        b.add(move(rotate(box(deep, 1.84, 0.014, bevel=0.005), 0, tilt, 0), x, 0, z), "body" if z > 0.12 else "carbon", "front wing")
    b.add(join([box(0.5, 0.016, 0.24, bevel=0.005, at=(-2.58, s * 0.92, 0.08)) for s in (-1, 1)]), "white", "front wing")
    for z, x, deep, tilt in ((0.88, 2.38, 0.34, -10), (1.0, 2.56, 0.2, -32), (0.42, 2.4, 0.2, -8)):
        b.add(move(rotate(box(deep, 0.98, 0.016, bevel=0.005), 0, tilt, 0), x, 0, z), "body" if z > 0.9 else "carbon", "rear wing")
    b.add(join([slab([(2.1, 0.3), (2.62, 0.3), (2.72, 1.08), (2.16, 1.02), (2.3, 0.7)], 0.016, y=s * 0.5, bevel=0.004) for s in (-1, 1)]), "white", "rear wing")
    for x, half, r, w in ((-1.72, 0.78, 0.335, 0.32), (1.85, 0.76, 0.345, 0.42)):
        made = wheel(r, w, 0.225, "multi")
        mount(b, made, [(x, s * half) for s in (-1, 1)], r)
        arms = []
        for s in (-1, 1):
            for z0, z1 in ((0.24, 0.22), (0.46, 0.42)):
                for dx in (-0.32, 0.32):
                    arms.append([(x + dx, s * 0.16, z0), (x, s * (half - w * 0.4), z1)])
        b.add(rods(arms, 0.014), "carbon", "wishbones")
    text = spec.labels[0]["text"] if spec.labels else str(7 + spec.seed % 80)
    label = {**(spec.labels[0] if spec.labels else {"style": "heavy"}), "text": text, "colour": "#ffffff"}
    b.slot("text", "printed", role="fixed", label=label, params={"transparent": True})
    for s in (-1, 1):
        plate = label_plane(0.5, 0.26)
        b.add(move(plate if s < 0 else rotate(plate, 0, 0, 180), 0.35, s * 0.805, 0.36), "text")
    b.add(join([box(0.05, 0.2, 0.02, bevel=0.006, at=(-0.55, s * 0.55, 0.7)) for s in (-1, 1)]), "white", "mirrors")


@prop("airship")
def airship(spec: Spec, b: Builder) -> None:
    """An airship: a long hull with seams along it, four fins at its tail, a gondola with windows, engines on outriggers."""
    b.slot("body", "fabric", b.choose("#c9ccd0", "#d8d2c2", "#b7bcc4"), finish=("satin",))
    b.slot("trim", "paint", b.choose("#23406b", "#8a1f24", "#3a3d40"), role="trim")
    b.slot("glass", "glass", "#3a4a55", role="fixed")
    b.slot("metal", "aluminium", "#8d9093", role="fixed")
    long, r = 60.0, 8.2
    t = np.linspace(0, 1, 90)
    x = -long / 2 + long * t
    radius = r * np.clip(np.sin(np.pi * t**0.82), 0, 1) ** 0.62
    turn = np.linspace(0, 2 * np.pi, 128, endpoint=False)
    rib = 1 - 0.009 * np.abs(np.cos(8 * turn)) ** 12
    rings = [np.column_stack([np.full(128, a), q * rib * np.cos(turn), 12.0 + q * rib * np.sin(turn)]) for a, q in zip(x, radius, strict=True)]
    b.add(loft(rings, smooth=60), "body", "hull")
    band = [
        np.column_stack([np.full(128, a), (q + 0.03) * np.cos(turn), 12.0 + (q + 0.03) * np.sin(turn)]) for a, q in zip(x[14:20], radius[14:20], strict=True)
    ]
    b.add(loft(band, closed_ends=False, smooth=60), "trim", "bands")
    fin = [(17.0, 4.5), (27.5, 1.5), (29.5, 9.0), (24.0, 10.0), (20.0, 7.5)]
    for k in range(4):
        made = move(slab(fin, 0.5, bevel=0.12), 0, 0, 0)
        b.add(move(rotate(made, 45 + 90 * k, 0, 0), 0, 0, 12.0), "trim" if k % 2 == 0 else "body", "fins")
    car = [(-10.0, 0.6, 2.2, 3.4), (-9.0, 1.5, 1.3, 4.2), (-3.0, 1.6, 1.2, 4.4), (-1.0, 0.9, 1.8, 4.2), (0.0, 0.3, 2.8, 4.2)]
    b.add(_spindle(car, power=4.0), "trim", "gondola")
    for s in (-1, 1):
        b.add(join([box(0.75, 0.06, 0.8, bevel=0.05, at=(-8.3 + 1.05 * k, s * 1.58, 2.9)) for k in range(6)]), "glass", "windows")
        add_rod(b, "metal", (-4.5, s * 1.4, 3.0), (-4.5, s * 3.4, 3.2), 0.14, "engines")
        pod = lathe(rounded_profile([(0, -1.2), (0.45, -1.0), (0.6, 0.0), (0.35, 1.3), (0, 1.5)], 0.1), segments=32, smooth=60)
        b.add(move(rotate(pod, 0, 90), -4.5, s * 3.5, 3.2), "metal", "engines")
        b.add(join([move(rotate(box(0.06, 0.28, 3.2, bevel=0.02, at=(0, 0, -1.6)), 60 * k, 0, 0), -2.95, s * 3.5, 3.2) for k in (0, 1)]), "metal", "propellers")
    b.add(box(0.06, 2.2, 0.7, bevel=0.03, at=(-9.55, 0, 3.0)), "glass", "windows")
    for label in spec.labels[:1]:
        b.slot("text", "printed", role="fixed", label={**label, "colour": label.get("colour") or "#23406b"}, params={"transparent": True})
        u, v = np.linspace(-11, 11, 40)[None, :], np.linspace(-1.6, 1.6, 8)[:, None]
        q = np.interp(u, x, radius) + 0.06
        grid = np.stack(np.broadcast_arrays(u, -np.sqrt(np.maximum(q**2 - v**2, 0.1)), 12.0 + v), axis=-1)
        made = sheet(grid, smooth=180)
        layer = made.data.uv_layers.new(name="UVMap")
        share = np.stack(np.broadcast_arrays((u + 11) / 22, (v + 1.6) / 3.2), axis=-1).reshape(-1, 2)
        layer.uv.foreach_set("vector", share[corners(made.data)].astype(np.float32).ravel())
        b.add(made, "text")


@prop("narrowboat")
def narrowboat(spec: Spec, b: Builder) -> None:
    """A canal boat: a long low hull of steel, a cabin along it in bright panels with round windows, a stove's chimney,
    a tiller, boxes of flowers on its roof."""
    b.slot("hull", "paint", "#1a1c1f", role="trim")
    b.slot("cabin", "paint", b.choose("#1f4a3a", "#7a1f24", "#1f3a6b"), finish=("glossy",))
    b.slot("panels", "paint", b.choose("#b3342c", "#d9a92e", "#2f6f8f"), role="trim", finish=("glossy",))
    b.slot("brass", "brass", role="fixed")
    b.slot("glass", "glass", "#2a343a", role="fixed")
    b.slot("roof", "paint", "#b9ab8d", role="trim")
    b.slot("wood", "wood", "#8d6a45", role="fixed")
    half = 1.02
    rings = []
    for x, w, low, high in smooth_path(
        np.array(
            [(-7.0, 0.05, 0.5, 1.3), (-6.5, 0.5, 0.1, 1.15), (-5.6, 0.98, 0.0, 1.0), (5.6, half, 0.0, 0.92), (6.5, 0.8, 0.05, 0.98), (7.0, 0.35, 0.3, 1.05)]
        ),
        60,
    ):
        rings.append(
            [
                (x, -w * 0.94, low),
                (x, w * 0.94, low),
                (x, w, high * 0.5),
                (x, w, high),
                (x, w * 0.9, high),
                (x, w * 0.9, high - 0.1),
                (x, -w * 0.9, high - 0.1),
                (x, -w * 0.9, high),
                (x, -w, high),
                (x, -w, high * 0.5),
            ]
        )
    b.add(loft(rings, smooth=25), "hull")
    wall = [(-half * 0.84, 0.8), (half * 0.84, 0.8), (half * 0.74, 1.72), (-half * 0.74, 1.72)]
    cabin = slab([(y, z) for y, z in wall], 9.6, bevel=0.03)
    b.add(move(rotate(cabin, 0, 0, 90), 0.4, 0, 0), "cabin")
    top = [(-half * 0.78, 1.7), (half * 0.78, 1.7), (half * 0.76, 1.76), (0, 1.83), (-half * 0.76, 1.76)]
    b.add(move(rotate(slab(top, 9.7, bevel=0.015), 0, 0, 90), 0.4, 0, 0), "roof")
    for s in (-1, 1):
        lean = 6.2 * s
        for k, x in enumerate(np.linspace(-3.4, 4.2, 5)):
            panel = [box(1.45, 0.012, 0.62, bevel=0.01)]
            b.add(move(rotate(join(panel), lean, 0, 0), x, s * half * 0.842 - s * 0.035, 0.92), "panels")
            if k != 2:
                pane = rotate(cylinder(0.2, 0.014, bevel=0.002), 90)
                rim = rotate(torus(0.21, 0.022, segments=40, sides=10), 90)
                for o, slot in ((pane, "glass"), (rim, "brass")):
                    b.add(move(rotate(o, lean, 0, 0), x, s * half * 0.8 + s * 0.012, 1.26), slot, "windows")
    b.add(join([cylinder(0.075, 0.42, bevel=0.006, at=(-3.2, 0.3, 1.78)), cylinder(0.09, 0.05, bevel=0.01, at=(-3.2, 0.3, 2.18))]), "hull", "chimney")
    b.add(join([torus(0.077, 0.012, at=(-3.2, 0.3, z), segments=30, sides=8) for z in (1.95, 2.02)]), "brass", "chimney bands")
    b.add(sweep(smooth_path([(6.9, 0, 0.8), (6.9, 0, 1.5), (6.7, 0, 1.62), (5.9, 0, 1.66)], 30), 0.03, sides=12), "brass", "tiller")
    boxes = [box(0.8, 0.25, 0.17, bevel=0.01, at=(x, 0.05, 1.8)) for x in (-1.4, 1.6)]
    b.add(join(boxes), "wood", "flower boxes")
    rng = np.random.default_rng(spec.seed)
    for slot, colour, n in (("leaves", "#4a7a34", 70), ("blooms", "#c9343a", 34), ("blooms 2", "#e9b93a", 22)):
        b.slot(slot, "leaf" if slot == "leaves" else "petal", colour, role="fixed")
        spots = np.column_stack(
            [rng.choice((-1.4, 1.6), n) + rng.uniform(-0.36, 0.36, n), 0.05 + rng.uniform(-0.12, 0.12, n), 2.0 + rng.uniform(-0.03, 0.1, n)]
        )
        b.add(join([ellipsoid(0.05, 0.045, 0.035, at=tuple(p), segments=10) for p in spots]), slot, "flowers")
    add_rod(b, "wood", (-3.0, -0.35, 1.83), (2.6, -0.35, 1.83), 0.022, "pole")
    add_rod(b, "brass", (-6.2, 0, 1.0), (-6.2, 0, 1.35), 0.03, "stem post")


@prop("wheelchair")
def wheelchair(spec: Spec, b: Builder) -> None:
    """A wheelchair: two large wheels with their hand rims, small castors before, a sling seat and back, arm rests, foot plates, handles behind."""
    b.slot("frame", "steel", b.choose("#2a2c2f", "#9a9da0", "#1f3f7a"))
    b.slot("cloth", "fabric", b.choose("#1c1d1f", "#23406b"), role="trim")
    b.slot("rubber", "rubber", "#1a1a1b", role="fixed")
    b.slot("chrome", "chrome", role="fixed")
    seat, half, r = 0.5, 0.24, 0.3
    for s in (-1, 1):
        y0 = s * (half + 0.055)
        hub = (y0, 0.1, r)
        place = lambda o, at=hub: move(rotate(o, 0, 90), *at)  # noqa: E731
        b.add(place(torus(r - 0.014, 0.014, segments=72, sides=12)), "rubber", "tyres")
        b.add(place(torus(r - 0.034, 0.007, segments=72, sides=10)), "chrome", "rims")
        b.add(move(place(torus(r - 0.055, 0.008, segments=72, sides=10)), s * 0.035, 0, 0), "chrome", "hand rims")
        a = np.linspace(0, 2 * np.pi, 25)[:-1]
        b.add(
            rods(
                [
                    [
                        (y0 + 0.014 * (-1) ** k, 0.1 + 0.02 * math.cos(q), r + 0.02 * math.sin(q)),
                        (y0, 0.1 + (r - 0.036) * math.cos(q), r + (r - 0.036) * math.sin(q)),
                    ]
                    for k, q in enumerate(a)
                ],
                0.0014,
                sides=6,
            ),
            "chrome",
            "spokes",
        )
        b.add(place(cylinder(0.028, 0.05, bevel=0.004, at=(0, 0, -0.025))), "frame", "hubs")
        x = s * half
        b.add(sweep(smooth_path([(x, 0.2, 0.32), (x, 0.21, 0.62), (x, 0.23, 0.92), (x, 0.36, 0.94)], 40), 0.011, sides=14), "frame")
        add_rod(b, "rubber", (x, 0.27, 0.938), (x, 0.37, 0.942), 0.016, "handles")
        for z in (0.28, seat - 0.02):
            add_rod(b, "frame", (x, 0.21, z), (x, -0.2, z), 0.011)
        b.add(sweep(smooth_path([(x, 0.2, 0.71), (x, -0.08, 0.71), (x, -0.12, 0.66), (x, -0.12, 0.48)], 40), 0.011, sides=14), "frame", "arms")
        b.add(box(0.05, 0.26, 0.03, bevel=0.012, at=(x, 0.04, 0.715)), "cloth", "arm pads")
        leg = smooth_path([(x, -0.18, seat - 0.02), (x, -0.3, 0.42), (x * 0.9, -0.42, 0.14)], 30)
        b.add(sweep(leg, 0.0105, sides=12), "frame", "leg rests")
        b.add(move(rotate(box(0.17, 0.13, 0.014, bevel=0.005), -12), x * 0.55, -0.46, 0.11), "rubber", "foot plates")
        add_rod(b, "frame", (x, -0.2, 0.28), (x, -0.2, 0.12), 0.012, "forks")
        b.add(move(rotate(torus(0.062, 0.017, segments=40, sides=10), 0, 90), x, -0.2, 0.08), "rubber", "castors")
        b.add(move(rotate(cylinder(0.05, 0.02, bevel=0.004, at=(0, 0, -0.01)), 0, 90), x, -0.2, 0.08), "chrome", "castors")
    for s in (-1, 1):
        add_rod(b, "frame", (s * half, 0.1, 0.28), (-s * half, 0.1, seat - 0.02), 0.009, "braces")
    u, v = np.linspace(-1, 1, 24)[None, :], np.linspace(0, 1, 16)[:, None]
    b.add(sheet(np.stack(np.broadcast_arrays(u * half, -0.2 + 0.4 * v, seat - 0.005 - 0.03 * (1 - u**2)), axis=-1), 0.006), "cloth", "seat")
    b.add(sheet(np.stack(np.broadcast_arrays(u * half, 0.205 + 0.035 * (1 - u**2) + 0.02 * v, seat + 0.06 + 0.36 * v), axis=-1), 0.006), "cloth", "back")
    b.add(box(0.4, 0.38, 0.045, bevel=0.018, at=(0, 0.0, seat - 0.022)), "cloth", "cushion")
    b.add(join([sphere(0.012, at=(s * half, -0.2, 0.29), segments=14) for s in (-1, 1)]), "chrome", "joints")
    b.support("seat", -0.16, 0.16, -0.14, 0.14, seat + 0.024)
