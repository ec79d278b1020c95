# SPDX-License-Identifier: GPL-3.0-or-later
"""Of summer days: a sandcastle, soap bubbles, a bouncy castle."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    displace,
    ellipsoid,
    from_geometry,
    join,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    sphere,
    subdivide,
    sweep,
    torus,
)
from diorama_stage.kit.field import field
from diorama_stage.kit.growth import grid_faces
from diorama_stage.kit.parts import rod
from diorama_stage.kit.seams import sheet
from diorama_stage.props.registry import prop


@prop("sandcastle")
def sandcastle(spec: Spec, b: Builder) -> None:
    """Towers turned out of buckets at the corners of patted walls, a keep in the middle with a flag, a gate, a moat, shells for windows."""
    b.slot("sand", "sand", "#b39a6c")
    b.slot("shells", "porcelain", "#efe2d2", role="fixed")
    b.slot("dark", "sand", "#5f4a33", role="fixed")
    b.slot("flag", "paper", b.choose("#c2332c", "#2f6fa3", "#e0b73a"), role="trim")
    b.slot("stick", "wood", role="fixed")
    rng = np.random.default_rng(spec.seed + 3)
    b.add(_mound(spec.seed), "sand", "mound")
    half, ground = 0.27, 0.05
    made = []
    for k, (x, y) in enumerate(((-half, -half), (half, -half), (half, half), (-half, half))):
        made.append(_bucket(x + rng.uniform(-0.01, 0.01), y, ground, rng.uniform(0.24, 0.28), 0.1, spec.seed + k, crumbled=rng.random() < 0.3))
    for a, c in (((-half, -half), (half, -half)), ((half, -half), (half, half)), ((half, half), (-half, half)), ((-half, half), (-half, -half))):
        made.append(_wall(a, c, ground, spec.seed))
    made.append(_bucket(0, 0.06, ground + 0.02, 0.28, 0.17, spec.seed + 9, teeth=10))
    made.append(_bucket(0, 0.06, ground + 0.29, 0.19, 0.09, spec.seed + 10, teeth=7))
    b.add(join(made), "sand", "castle")
    top = ground + 0.48
    b.add(cylinder(0.0035, 0.2, bevel=0.001, at=(0, 0.06, top - 0.03)), "stick")
    u, v = np.meshgrid(np.linspace(0, 1, 12), np.linspace(0, 1, 6), indexing="ij")
    b.add(sheet(np.stack([0.11 * u, 0.06 + 0.012 * np.sin(u * 6), top + 0.1 + 0.065 * v * (1 - u) + 0.032 * u], axis=-1), 0.0006), "flag")
    arch = [(-0.04, 0), (0.04, 0), *[(0.04 * math.cos(t), 0.065 + 0.04 * math.sin(t)) for t in np.linspace(0, math.pi, 12)]]
    b.add(from_geometry("gate", [(x, -half - 0.0525, ground + z) for x, z in arch], [tuple(range(len(arch)))]), "dark", "gate")
    places = [(s * 0.09, -half - 0.055, ground + 0.085) for s in (-1, 1)] + [(s * 0.06, 0.06 - 0.142, ground + 0.15) for s in (-1, 0, 1)]
    places += [(x, -half - 0.085 - 0.0, ground + 0.11) for x in (-half, half)] + [
        (rng.uniform(-0.4, 0.4), -0.46 - rng.uniform(0, 0.05), 0.022) for _ in range(4)
    ]
    b.add(join([_shell(p) for p in places]), "shells")
    b.footprint = "round"


def _mound(seed: int):
    """The patted ground with a moat round the walls, running out level."""
    t = np.linspace(0, 2 * np.pi, 160, endpoint=False)
    rings = []
    for r, z in (
        (0.001, 0.05),
        (0.2, 0.05),
        (0.36, 0.048),
        (0.405, 0.035),
        (0.43, 0.005),
        (0.47, 0.004),
        (0.5, 0.028),
        (0.54, 0.04),
        (0.6, 0.022),
        (0.68, 0.004),
        (0.74, -0.006),
    ):
        square = 1 + 0.12 * np.abs(np.sin(2 * t)) ** 2 * (r > 0.1)
        out = r * square * (1 + 0.02 * np.sin(5 * t + seed) + 0.015 * np.sin(11 * t))
        ring = np.stack([out * np.cos(t), out * np.sin(t), np.full(160, z)], axis=1)
        ring[:, 2] += 0.008 * field(ring, 0.09, seed=seed, octaves=3) * (r > 0.1)
        rings.append(ring)
    made = subdivide(from_geometry("mound", np.concatenate(rings), grid_faces(len(rings), 160, closed=True), smooth=180), 1)
    return displace(made, 0.003, 0.02, seed=seed, detail=3)


def _bucket(x: float, y: float, z: float, tall: float, radius: float, seed: int, *, teeth: int = 6, crumbled: bool = False):
    """What a bucket left: a cone cut off, its rim a ring of teeth, its skin grainy; a crumbled one lost an edge."""
    body = lathe(rounded_profile([(0, 0), (radius, 0), (radius * 0.98, tall * 0.5), (radius * 0.86, tall), (0, tall)], 0.008), segments=72)
    parts = [body]
    for k in range(teeth):
        a = 2 * math.pi * k / teeth + 0.3
        if crumbled and k in (0, 1):
            continue
        tooth = subdivide(box(radius * 0.42, radius * 0.34, 0.032, bevel=0.006, segments=2), 1)
        parts.append(move(rotate(tooth, 0, 0, math.degrees(a) + 90), radius * 0.66 * math.cos(a), radius * 0.66 * math.sin(a), tall - 0.004))
    made = displace(displace(subdivide(join(parts), 1, simple=True), 0.005, 0.07, seed=seed), 0.0016, 0.01, seed=seed + 1, detail=3)
    return move(made, x, y, z)


def _wall(a, c, ground: float, seed: int):
    a, c = np.asarray(a), np.asarray(c)
    long, turn = float(np.linalg.norm(c - a)), math.degrees(math.atan2(*(c - a)[::-1]))
    parts = [box(long, 0.1, 0.13, bevel=0.015)] + [
        box(0.045, 0.085, 0.03, bevel=0.008, at=(x, 0, 0.127)) for x in np.linspace(-long / 2 + 0.11, long / 2 - 0.11, 5)
    ]
    made = subdivide(join(parts), 2, simple=True)
    return move(rotate(displace(displace(made, 0.006, 0.08, seed=seed), 0.0016, 0.01, seed=seed + 1, detail=3), 0, 0, turn), *((a + c) / 2), ground)


def _shell(at):
    fan = [ellipsoid(0.0042, 0.0035, 0.016, at=(0.013 * math.sin(a), 0, 0.011 * math.cos(a)), segments=10) for a in np.radians(np.linspace(-70, 70, 7))]
    return move(join(fan), *at)


@prop("soap_bubble")
def soap_bubble(spec: Spec, b: Builder) -> None:
    """A film of soapy water round air: clear, its rim and its mirrored lights in the colours of a thin layer."""
    b.slot("film", "soap_film", "#ffffff")
    r = b.rng.uniform(0.026, 0.058) if not spec.has("large", "giant", "huge", "big") else b.rng.uniform(0.16, 0.24)
    made = sphere(r, segments=72)
    b.add(displace(made, r * 0.03, r * 1.6, seed=spec.seed), "film")
    b.footprint = "round"


@prop("bubble_wand")
def bubble_wand(spec: Spec, b: Builder) -> None:
    """A stick with a ring at its end, and the film in that."""
    b.slot("wand", "plastic", b.choose("#d23c6e", "#2f7fc4", "#e0b32a"))
    b.slot("film", "soap_film", "#ffffff", role="fixed")
    b.add(rod((0, 0, 0), (0, 0, 0.105), 0.0028), "wand")
    b.add(move(rotate(torus(0.02, 0.0026, segments=40, sides=10), 90), 0, 0, 0.125), "wand")
    b.add(move(rotate(cylinder(0.019, 0.0004, bevel=0.0001), 90), 0, 0.0002, 0.125), "film")
    b.footprint = "round"


TUBE = {"red": "#c8281f", "yellow": "#f0bd1c", "blue": "#1f5fae"}


@prop("bouncy_castle")
def bouncy_castle(spec: Spec, b: Builder) -> None:
    """An inflated castle, open in front: a bed of tubes, walls with crenels, four towers with pointed roofs, an arch over the way in."""
    for name, colour in TUBE.items():
        b.slot(name, "plastic", colour, role="main" if name == "red" else "trim", finish=("satin",))
    half, deep, floor = 2.3, 2.0, 0.55
    tube = lambda a, c, r, slot, part: b.add(_capsule(a, c, r), slot, part)  # noqa: E731
    for k, x in enumerate(np.linspace(-half + 0.25, half - 0.25, 11)):
        tube((x, -deep, 0.3), (x, deep, 0.3), 0.3, "yellow" if k % 2 else "blue", "floor")
    for s in (-1, 1):
        tube((s * half, -deep, 0.4), (s * half, deep, 0.4), 0.4, "red", "edge")
    tube((-half, deep, 0.4), (half, deep, 0.4), 0.4, "red", "edge")
    tube((-half, -deep - 0.1, 0.3), (half, -deep - 0.1, 0.3), 0.3, "red", "edge")
    b.add(subdivide(box(2.2, 1.0, 0.36, bevel=0.15, segments=5, at=(0, -deep - 0.75, 0)), 1), "blue", "step")
    for k, x in enumerate(np.linspace(-half + 0.45, half - 0.45, 9)):
        tube((x, deep, 0.7), (x, deep, 1.75 if k % 2 else 2.1), 0.26, "yellow" if k % 2 else "red", "walls")
    for s in (-1, 1):
        for k, y in enumerate(np.linspace(-deep + 0.5, deep - 0.45, 7)):
            tube((s * half, y, 0.7), (s * half, y, 1.35 if k % 2 else 1.65), 0.27, "blue" if k % 2 else "yellow", "walls")
    for s in (-1, 1):
        for y in (-deep, deep):
            _tower(b, s * half, y)
    t = np.linspace(0, math.pi, 50)
    b.add(sweep(np.stack([half * 0.98 * np.cos(t), np.full(50, -deep), 2.55 + 0.75 * np.sin(t)], axis=1), 0.27, sides=24), "yellow", "arch")
    b.add(
        join([sphere(0.16, at=(half * 0.98 * math.cos(a), -deep, 2.83 + 0.75 * math.sin(a) + 0.05), segments=24) for a in np.linspace(0.5, math.pi - 0.5, 5)]),
        "red",
        "knobs",
    )
    b.support("inside", -half + 0.7, half - 0.7, -deep + 0.5, deep - 0.7, floor + 0.03)


def _tower(b: Builder, x: float, y: float) -> None:
    """Four fat tubes side by side, ringed, under a cone with a ball on it."""
    for k in range(6):
        a = k * math.pi / 3
        b.add(
            _capsule((x + 0.2 * math.cos(a), y + 0.2 * math.sin(a), 0.25), (x + 0.2 * math.cos(a), y + 0.2 * math.sin(a), 2.45), 0.25),
            "blue" if k % 2 else "red",
            "towers",
        )
    rows = [(0, 2.5), (0.5, 2.52), (0.6, 2.62), (0.56, 2.75), (0.4, 3.05), (0.23, 3.42), (0.06, 3.82), (0, 3.86)]
    t = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    rings = [
        np.stack([r * (1 + 0.07 * np.abs(np.sin(4 * t))) * np.cos(t) + x, r * (1 + 0.07 * np.abs(np.sin(4 * t))) * np.sin(t) + y, np.full(72, z)], axis=1)
        for r, z in rows
    ]
    b.add(loft(rings, smooth=60), "yellow", "roofs")
    b.add(sphere(0.13, at=(x, y, 3.92), segments=24), "red", "knobs")


def _capsule(a, c, radius: float):
    """A filled tube, its ends rounded, its middle barely narrower: seams draw it in."""
    a, c = np.asarray(a, float), np.asarray(c, float)
    way = (c - a) / np.linalg.norm(c - a)
    t = np.linspace(0, math.pi / 2, 9)
    start = [a - way * radius * math.cos(k) for k in t]
    stop = [c + way * radius * math.sin(k) for k in t]
    radii = np.r_[radius * np.sin(t).clip(0.02), np.full(10, radius), radius * np.cos(t).clip(0.02)]
    return sweep(np.vstack([start, np.linspace(a, c, 12)[1:-1], stop]), radii, sides=28)
