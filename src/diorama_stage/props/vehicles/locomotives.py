# SPDX-License-Identifier: GPL-3.0-or-later
"""A steam locomotive with its tender: smokebox and chimney, boiler with brass, running plate and splashers, wheels with their rods, a cab, a load of coal. The front is towards -x."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, ellipsoid, extrude, join, lathe, move, rotate, torus
from diorama_stage.kit.parts import repeated, rod, rods
from diorama_stage.props.registry import prop

AXIS, BARREL, PLATE = 2.55, 0.76, 1.42
"""Metres above the rails: the boiler's axis; its radius; the running plate's height."""
DRIVERS = (-1.35, 0.35, 2.05)


@prop("train")
def train(spec: Spec, b: Builder) -> None:
    b.slot("paint", "paint", b.choose("#1f4a33", "#6e1d1a", "#1d3557", "#1f4a33"))
    b.slot("dark", "paint", "#141516", role="fixed", finish=("satin",))
    b.slot("brass", "brass", "#c69a45", role="fixed")
    b.slot("copper", "copper", "#b5673f", role="fixed")
    b.slot("steel", "steel", "#b4b8ba", role="fixed")
    b.slot("wheels", "paint", b.choose("#7d1f1a", "#1f3d2e", "#7d1f1a"), role="fixed")
    b.slot("beam", "paint", "#a8231d", role="fixed")
    b.slot("line", "paint", "#d8b45a", role="fixed")
    b.slot("coal", "rubber", "#151515", role="fixed")
    lit = spec.has("lit")
    b.slot("lamps", *(("emission", "#ffd699") if lit else ("lacquer", "#e8e0c8")), role="fixed", **({"params": {"strength": 12.0}} if lit else {}))
    b.slot("windows", *(("emission", "#ffb75e") if lit else ("lacquer", "#15191b")), role="fixed", **({"params": {"strength": 1.5}} if lit else {}))
    boiler(b)
    smokebox(b)
    frames(b)
    for s in (-1, 1):
        motion(b, s)
    cab(b)
    tender(b)


def lying(profile, *, segments: int = 64):
    """A body turned about the x axis at the boiler's height from a profile of (radius, x)."""
    return move(rotate(lathe(profile, segments=segments), 0, 90), 0, 0, AXIS)


def boiler(b: Builder) -> None:
    b.add(lying([(0, -2.2), (BARREL, -2.2), (BARREL + 0.05, 1.6), (0, 1.6)]), "paint", "boiler")
    for x in (-2.15, -1.05, 0.1, 1.2):
        b.add(move(rotate(torus(BARREL + 0.028, 0.026, segments=64, sides=8), 0, 90), x, 0, AXIS), "line", "bands")
    shell = [(0.95, PLATE), (0.95, AXIS + 0.1), *[(0.95 * math.cos(t), AXIS + 0.1 + 0.84 * math.sin(t)) for t in np.linspace(0.1, math.pi - 0.1, 21)], (-0.95, AXIS + 0.1), (-0.95, PLATE)]
    firebox = rotate(rotate(extrude(shell, 1.7, bevel=0.05), 90), 0, 0, 90)
    b.add(move(firebox, 1.4, 0, 0), "paint", "firebox")
    dome = [(0.5, -0.12), (0.4, 0.02), (0.33, 0.12), (0.33, 0.42), *[(0.33 * math.cos(t), 0.42 + 0.28 * math.sin(t)) for t in np.linspace(0.1, math.pi / 2, 10)]]
    b.add(move(lathe(dome, segments=48), -0.2, 0, AXIS + BARREL), "brass", "domes")
    b.add(move(lathe([(0.3, -0.1), (0.16, 0.05), (0.13, 0.5), (0.2, 0.58), (0.1, 0.6), (0, 0.5)], segments=32), 2.2, 0, AXIS + 0.93), "brass", "valves")
    for s in (-1, 1):
        rail = [(-3.0, s * 0.86, AXIS + 0.3), (1.4, s * 0.92, AXIS + 0.34)]
        b.add(rod(*rail, 0.025), "steel", "handrails")
        b.add(join([rod((x, s * 0.7, AXIS + 0.28), (x, s * 0.88, AXIS + 0.31), 0.022, sides=8) for x in (-2.8, -1.6, -0.4, 0.9)]), "brass", "handrails")


def smokebox(b: Builder) -> None:
    """The black front: a dished door with its straps and handle, the flared chimney with a copper cap, the headlamp."""
    b.add(lying([(0, -3.35), (0.74, -3.35), (0.8, -3.3), (0.8, -2.2), (0, -2.2)]), "dark", "smokebox")
    door = [(0, -3.52), *[(0.62 * math.sin(t), -3.52 + 0.16 * (1 - math.cos(t))) for t in np.linspace(0.2, math.pi / 2, 9)], (0.64, -3.3)]
    b.add(lying(door), "dark", "door")
    b.add(move(rotate(torus(0.62, 0.022, segments=56, sides=8), 0, 90), -3.37, 0, AXIS), "steel", "door")
    b.add(join([rod((-3.55, 0, AXIS), (-3.62, 0.02, AXIS), 0.06), rod((-3.6, 0, AXIS), (-3.6, -0.18, AXIS - 0.2), 0.018), rod((-3.6, 0, AXIS), (-3.6, 0.05, AXIS - 0.27), 0.018)]), "steel", "door")
    b.add(join([box(0.04, 0.72, 0.07, bevel=0.01, segments=1, at=(-3.47, 0.3, AXIS + z)) for z in (-0.28, 0.24)]), "dark", "door")
    b.add(box(0.04, 0.62, 0.14, bevel=0.01, segments=1, at=(-3.5, 0, AXIS + 0.38)), "beam", "plate")
    stack = [(0.46, -0.12), (0.34, 0.02), (0.25, 0.18), (0.235, 0.6), (0.27, 0.98), (0, 0.98)]
    b.add(move(lathe(stack, segments=48), -2.75, 0, AXIS + 0.76), "dark", "chimney")
    b.add(move(lathe([(0.26, 0.94), (0.36, 1.04), (0.37, 1.1), (0.3, 1.16), (0.22, 1.14), (0.2, 0.9)], segments=48), -2.75, 0, AXIS + 0.76), "copper", "chimney")
    b.add(join([box(0.3, 0.3, 0.34, bevel=0.03, at=(-3.2, 0, AXIS + 0.8)), box(0.2, 0.2, 0.1, bevel=0.03, at=(-3.2, 0, AXIS + 1.12))]), "dark", "lamp")
    b.add(move(rotate(cylinder(0.12, 0.05, bevel=0.015), 0, -90), -3.34, 0, AXIS + 0.97), "lamps", "lamp")


def frames(b: Builder) -> None:
    """Main frames, running plate with its lined valance, the red beam with buffers, coupling and lamps, steps."""
    b.add(box(7.0, 1.1, 0.5, bevel=0.03, at=(0.1, 0, 0.8)), "dark", "frame")
    b.add(box(6.9, 2.4, 0.07, bevel=0.015, at=(-0.2, 0, PLATE)), "dark", "running plate")
    b.add(box(0.9, 1.2, 1.1, bevel=0.05, at=(-2.85, 0, PLATE - 0.3)), "dark", "saddle")
    for s in (-1, 1):
        b.add(box(6.85, 0.03, 0.2, bevel=0.008, at=(-0.2, 1.17 * s, PLATE - 0.17)), "paint", "valance")
        b.add(box(6.8, 0.012, 0.025, bevel=0, at=(-0.2, 1.188 * s, PLATE - 0.09)), "line", "valance")
        b.add(move(rotate(lathe([(0.13, 0), (0.1, 0.12), (0.085, 0.14), (0.085, 0.4), (0, 0.4)], segments=28), 0, -90), -3.66, 0.86 * s, 1.12), "dark", "buffers")
        b.add(move(rotate(lathe([(0.08, 0.38), (0.23, 0.42), (0.22, 0.46), (0, 0.49)], segments=36), 0, -90), -3.66, 0.86 * s, 1.12), "steel", "buffers")
        b.add(join([box(0.16, 0.16, 0.24, bevel=0.02, at=(-3.6, 0.62 * s, PLATE + 0.07))]), "dark", "lamps")
        b.add(move(rotate(cylinder(0.065, 0.03, bevel=0.008, segments=24), 0, -90), -3.68, 0.62 * s, PLATE + 0.2), "lamps", "lamps")
    b.add(box(0.1, 2.4, 0.46, bevel=0.02, at=(-3.62, 0, 0.92)), "beam", "buffer beam")
    b.add(move(rotate(torus(0.1, 0.028, segments=24, sides=10), 90), -3.78, 0, 1.05), "steel", "hook")


def wheel(radius: float, spokes: int, wide: float = 0.13):
    """A spoked wheel in the x–z plane about the origin: (rim and spokes, tyre)."""
    rim = rotate(lathe([(radius * 0.86, -wide / 2), (radius * 0.96, -wide / 2), (radius * 0.96, wide / 2), (radius * 0.86, wide / 2), (radius * 0.86, -wide / 2)], segments=56), 90)
    hub = move(rotate(cylinder(radius * 0.2, wide * 1.5, bevel=0.02, segments=28), 90), 0, wide * 0.75, 0)
    turn = np.arange(spokes) * 2 * np.pi / spokes
    arms = rods([((radius * 0.15 * math.cos(t), 0, radius * 0.15 * math.sin(t)), (radius * 0.9 * math.cos(t), 0, radius * 0.9 * math.sin(t))) for t in turn], radius * 0.05, sides=8)
    tyre = rotate(lathe([(radius * 0.95, -wide / 2), (radius, -wide / 2), (radius, wide / 2), (radius * 0.95, wide / 2)], segments=64), 90)
    return join([rim, hub, arms]), tyre


def set_wheel(b: Builder, x: float, y: float, radius: float, spokes: int) -> None:
    for o, slot in zip(wheel(radius, spokes), ("wheels", "steel"), strict=True):
        b.add(move(o, x, y, radius), slot, "wheels")


def motion(b: Builder, s: int) -> None:
    """One side's wheels and splashers, cylinder, slide bars, piston, connecting and coupling rods."""
    y, r, crank = 0.86 * s, 0.76, (0.2, -0.24)
    for x in DRIVERS:
        set_wheel(b, x, y, r, 16)
        arc = [(0.86 * math.cos(t), 0.86 * math.sin(t)) for t in np.linspace(0.02, math.pi - 0.02, 25)]
        top = rotate(extrude([p for p in arc if p[1] > 0.64] or arc, 0.36, bevel=0.02, segments=1), 90)
        b.add(move(top, x, y + 0.3 * (s > 0) + 0.06 * (s < 0) + 0.02, r), "paint", "splashers")
        b.add(move(rotate(cylinder(0.075, 0.3, bevel=0.01, segments=24), 90), x + crank[0], y + 0.2 * s + 0.15, r + crank[1]), "steel", "rods")
    set_wheel(b, -2.75, 0.8 * s, 0.45, 11)
    out = y + 0.2 * s
    a, c = DRIVERS[0] + crank[0], DRIVERS[-1] + crank[0]
    b.add(box(c - a + 0.1, 0.055, 0.13, bevel=0.015, at=((a + c) / 2, out, r + crank[1] - 0.065)), "steel", "rods")
    b.add(join([move(rotate(cylinder(0.13, 0.09, bevel=0.02, segments=28), 90), x + crank[0], out + 0.045, r + crank[1]) for x in DRIVERS]), "steel", "rods")
    slide = (-1.95, out + 0.06 * s, 0.8)
    main = np.array(((slide[0], slide[1], slide[2]), (DRIVERS[1] + crank[0], slide[1], r + crank[1])))
    long = float(np.linalg.norm(main[1] - main[0]))
    b.add(move(rotate(box(long, 0.05, 0.11, bevel=0.015, at=(long / 2, 0, -0.055)), 0, math.degrees(math.atan2(main[0][2] - main[1][2], main[1][0] - main[0][0]))), *main[0]), "steel", "rods")
    b.add(join([box(0.85, 0.09, 0.05, bevel=0.01, segments=1, at=(-2.0, slide[1], z)) for z in (0.68, 0.9)] + [box(0.2, 0.12, 0.2, bevel=0.02, segments=1, at=(slide[0], slide[1], 0.71)), rod((-2.5, slide[1], 0.8), (-1.9, slide[1], 0.8), 0.035)]), "steel", "slide bars")
    b.add(move(rotate(cylinder(0.31, 0.95, bevel=0.04, segments=40), 0, 90), -3.3, 0.98 * s, 0.86), "paint", "cylinders")
    b.add(move(rotate(cylinder(0.33, 0.06, bevel=0.02, segments=40), 0, 90), -3.34, 0.98 * s, 0.86), "steel", "cylinders")
    b.add(box(0.9, 0.5, 0.4, bevel=0.04, at=(-2.83, 0.92 * s, 1.05)), "dark", "cylinders")


def cab(b: Builder) -> None:
    """Sides cut away behind, windows in brass, the arched roof, lining."""
    x0, x1 = 2.95, 4.15
    for s in (-1, 1):
        side = [(x0, PLATE), (x1, PLATE), (x1, PLATE + 1.0), (x1 - 0.35, PLATE + 1.3), (x1 - 0.35, PLATE + 2.0), (x0, PLATE + 2.0)]
        b.add(move(rotate(extrude(side, 0.06, bevel=0.015, segments=1), 90), 0, 1.16 * s + 0.03, 0), "paint", "cab")
        b.add(box(0.46, 0.075, 0.56, bevel=0.02, at=(x0 + 0.38, 1.16 * s, PLATE + 1.2)), "brass", "windows")
        b.add(box(0.38, 0.09, 0.48, bevel=0.015, at=(x0 + 0.38, 1.16 * s, PLATE + 1.24)), "windows")
        b.add(join([box(0.95, 0.012, 0.025, bevel=0, at=(x0 + 0.56, 1.195 * s, PLATE + z)) for z in (0.14, 0.98)] + [box(0.025, 0.012, 0.85, bevel=0, at=(x0 + u, 1.195 * s, PLATE + 0.14)) for u in (0.09, 1.03)]), "line", "lining")
        b.add(rod((x1 + 0.02, 1.16 * s, PLATE - 0.4), (x1 + 0.02, 1.16 * s, PLATE + 1.0), 0.025), "steel", "handrails")
        b.add(join([box(0.4, 0.3, 0.04, bevel=0.01, segments=1, at=(x1 - 0.2, 1.1 * s, z)) for z in (0.5, 0.95)] + [box(0.3, 0.03, 0.9, bevel=0.01, segments=1, at=(x1 - 0.2, 0.95 * s, 0.5))]), "dark", "steps")
        b.add(box(0.05, 0.4, 0.6, bevel=0.02, at=(x0 - 0.02, 0.8 * s, PLATE + 1.3)), "windows")
    b.add(box(0.08, 2.3, 2.0, bevel=0.02, at=(x0 + 0.02, 0, PLATE)), "paint", "cab")
    b.add(box(x1 - x0 + 0.1, 2.3, 0.1, bevel=0.02, at=((x0 + x1) / 2, 0, PLATE - 0.05)), "dark", "cab")
    arch = [(1.3 * u, 0.34 * (1 - u * u)) for u in np.linspace(-1, 1, 21)]
    roof = extrude([*[(u, z + 0.07) for u, z in arch[::-1]], *arch], 1.75, bevel=0.02, segments=1)
    b.add(move(rotate(rotate(roof, 90), 0, 0, 90), x0 - 0.25, 0, PLATE + 1.98), "dark", "roof")
    b.add(move(rotate(rotate(extrude(arch, 0.06, bevel=0), 90), 0, 0, 90), x0, 0, PLATE + 1.98), "paint", "cab")


def tender(b: Builder) -> None:
    """Six wheels under a tank with flared top, heaped with coal."""
    x0, x1 = 4.5, 7.4
    middle, long = (x0 + x1) / 2, x1 - x0
    b.add(box(long, 2.25, 0.12, bevel=0.02, at=(middle, 0, 1.22)), "dark", "tender")
    b.add(box(long - 0.1, 2.2, 1.35, bevel=0.06, at=(middle, 0, 1.34)), "paint", "tender")
    b.add(box(long + 0.06, 2.42, 0.1, bevel=0.04, at=(middle, 0, 2.66)), "paint", "tender")
    b.add(box(0.5, 1.0, 0.16, bevel=0.02, at=(4.3, 0, 1.05)), "dark", "coupling")
    for s in (-1, 1):
        b.add(join([box(long - 0.5, 0.012, 0.03, bevel=0, at=(middle, 1.103 * s, z)) for z in (1.52, 2.45)] + [box(0.03, 0.012, 0.96, bevel=0, at=(x, 1.103 * s, 1.52)) for x in (x0 + 0.27, x1 - 0.27)]), "line", "lining")
        b.add(box(long - 0.1, 0.06, 0.42, bevel=0.02, at=(middle, 1.05 * s, 0.74)), "dark", "frame")
        for x in (x0 + 0.5, middle, x1 - 0.5):
            set_wheel(b, x, 0.86 * s, 0.52, 12)
            b.add(box(0.26, 0.16, 0.3, bevel=0.03, at=(x, 1.12 * s, 0.46)), "dark", "axle boxes")
    rng = np.random.default_rng(b.spec.seed)
    n = 520
    u, w = rng.uniform(-0.92, 0.92, n), rng.uniform(-0.9, 0.9, n)
    lift = 0.62 * (1 - u**2) * (1 - w**2) ** 0.7 * rng.uniform(0.75, 1, n)
    form = np.array([(0, 0, -1), (1, 0, -0.2), (0.2, 0.9, 0), (-0.9, 0.3, 0.1), (-0.3, -1, 0), (0.1, 0.1, 0.9)])
    lumps = form[None] * rng.uniform(0.06, 0.14, (n, 1, 1)) * rng.uniform(0.7, 1.3, (n, 6, 3))
    spin = rng.uniform(0, 2 * np.pi, n)
    c, q = np.cos(spin)[:, None], np.sin(spin)[:, None]
    lumps = np.stack([lumps[..., 0] * c - lumps[..., 1] * q, lumps[..., 0] * q + lumps[..., 1] * c, lumps[..., 2]], axis=2)
    faces = [(0, 2, 1), (0, 3, 2), (0, 4, 3), (0, 1, 4), (5, 1, 2), (5, 2, 3), (5, 3, 4), (5, 4, 1)]
    at = np.stack([middle + u * (long / 2 - 0.1), w * 1.05, 2.72 + lift], axis=1)
    b.add(repeated(lumps + at[:, None], faces, smooth=None, tones=rng.uniform(0.5, 1.9, n)), "coal")
    b.add(ellipsoid(long / 2 - 0.15, 1.0, 0.55, at=(middle, 0, 2.7), segments=24), "coal")
