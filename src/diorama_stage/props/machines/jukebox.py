# SPDX-License-Identifier: GPL-3.0-or-later
"""Music and pictures of old: a jukebox, a gramophone, a film projector with its reels."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    from_geometry,
    join,
    lathe,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    solidify,
    sphere,
    sweep,
    torus,
)
from diorama_stage.kit.growth import grid_faces
from diorama_stage.kit.parts import add_rod, slab, turned
from diorama_stage.props.registry import prop


def _arch(half: float, foot: float, spring: float, count: int = 40) -> np.ndarray:
    """An upright path (n, 2) from the right foot over a half circle to the left foot, in x, z."""
    t = np.linspace(0, math.pi, count)
    return np.vstack([[(half, foot)], np.stack([half * np.cos(t), spring + half * np.sin(t)], axis=1), [(-half, foot)]])


@prop("jukebox")
def jukebox(spec: Spec, b: Builder) -> None:
    """A cabinet with a round head: glowing tubes round it, records behind a window, rows of keys, a grille of chrome."""
    b.slot("wood", "walnut")
    b.slot("chrome", "chrome", role="fixed")
    dark = spec.has("unlit", "off")
    for name, colour, strength in (("amber", "#ffb347", 5.0), ("rose", "#ff4a3c", 4.0), ("green", "#5fe08a", 3.0), ("window", "#ffdf9e", 1.6)):
        b.slot(name, "plastic" if dark else "emission", colour, role="fixed", params={} if dark else {"strength": strength})
    b.slot("vinyl", "plastic", "#121213", role="fixed", finish=("glossy",))
    b.slot("labels", "paper", "#c4322c", role="fixed")
    b.slot("keys", "plastic", "#efe9da", role="fixed")
    b.slot("grille", "fabric", "#7c2a22", role="trim")
    b.slot("glass", "glass", role="fixed", params={"pane": True})
    half, spring, deep = 0.43, 1.08, 0.52
    outline = [tuple(p) for p in _arch(half, 0.05, spring)]
    b.add(slab(outline, deep, bevel=0.012), "wood", "cabinet")
    b.add(box(0.9, deep + 0.03, 0.07, bevel=0.012), "chrome", "foot")
    front = -deep / 2
    for name, r, thick in (("amber", half - 0.045, 0.036), ("rose", half - 0.115, 0.024), ("amber", half - 0.165, 0.014)):
        path = _arch(r, 0.14 if name == "amber" and thick > 0.02 else 0.72, spring)
        b.add(sweep(np.column_stack([path[:, 0], np.full(len(path), front - 0.006), path[:, 1]]), thick, sides=20), name, "tubes")
    for r in (half - 0.006, half - 0.086, half - 0.142):
        path = _arch(r, 0.12, spring)
        b.add(sweep(np.column_stack([path[:, 0], np.full(len(path), front - 0.006), path[:, 1]]), 0.0085, sides=12), "chrome", "trim")
    for s in (-1, 1):
        b.add(join([torus(0.041, 0.008, at=(s * (half - 0.045), front - 0.006, z), segments=28, sides=10) for z in (0.3, 0.56, 0.82, 1.05)]), "chrome", "bands")
    inner = half - 0.185
    b.add(slab(_arch(inner, 0.86, spring), 0.01, y=front - 0.004, bevel=0), "window", "display")
    records = [rotate(cylinder(0.088, 0.003, bevel=0.001, segments=56), 90 + 8 * k) for k in range(3)]
    b.add(join([move(o, 0.13 * (k - 1), front - 0.028, 1.12 + 0.02 * (k == 1)) for k, o in enumerate(records)]), "vinyl", "records")
    b.add(
        join([move(rotate(cylinder(0.034, 0.003, bevel=0.001), 90 + 8 * k), 0.13 * (k - 1), front - 0.0305, 1.12 + 0.02 * (k == 1)) for k in range(3)]),
        "labels",
        "labels",
    )
    b.add(join([box(0.15, 0.004, 0.03, bevel=0.001, at=(x, front - 0.012, z)) for x in (-0.085, 0.085) for z in (0.9, 0.945, 0.99)]), "keys", "titles")
    b.add(move(slab(_arch(inner, 0.86, spring), 0.004, bevel=0), 0, front - 0.045, 0), "glass", "window")
    b.add(box(0.56, 0.09, 0.1, bevel=0.02, at=(0, front - 0.03, 0.745)), "chrome", "ledge")
    keys = [box(0.019, 0.016, 0.03, bevel=0.005, at=(x, front - 0.083, z)) for x in np.linspace(-0.235, 0.235, 16) for z in (0.757, 0.798)]
    b.add(join(keys), "keys")
    b.add(box(0.5, 0.02, 0.52, bevel=0.01, at=(0, front + 0.002, 0.16)), "grille")
    bars = [sweep([(x, front - 0.02, 0.17), (x, front - 0.02, 0.42), (x, front - 0.02, 0.68)], 0.0085, sides=10) for x in np.linspace(-0.22, 0.22, 9)]
    bars += [
        sweep(np.column_stack([p[:, 0], np.full(len(p), front - 0.03), p[:, 1]]), 0.009, sides=10) for p in (_arch(r, 0.17, 0.34) for r in (0.24, 0.17, 0.1))
    ]
    b.add(join(bars), "chrome", "grille bars")
    b.add(move(rotate(cylinder(0.06, 0.03, bevel=0.01), 90), 0, front - 0.02, 0.36), "green", "badge")
    b.support("top", -0.1, 0.1, -0.1, 0.1, spring + half)


@prop("gramophone")
def gramophone(spec: Spec, b: Builder) -> None:
    """A wooden case with a turntable and a record on it, a crank, and a great flared horn of brass on a bent arm."""
    b.slot("case", b.choose("walnut", "dark_wood", "oak"))
    b.slot("horn", "brass", "#c9993f", role="trim", params={"wall": 0.0})
    b.slot("metal", "brass", "#b58a3c", role="fixed")
    b.slot("vinyl", "plastic", "#121213", role="fixed", finish=("glossy",))
    b.slot("label", "paper", "#a02a24", role="fixed")
    half, tall = 0.19, 0.17
    case = [
        box(2 * half + 0.04, 2 * half + 0.04, 0.03, bevel=0.01),
        box(2 * half, 2 * half, tall - 0.03, bevel=0.006, at=(0, 0, 0.028)),
        box(2 * half + 0.03, 2 * half + 0.03, 0.025, bevel=0.009, at=(0, 0, tall - 0.02)),
    ]
    case += [
        box(0.26, 0.012, 0.07, bevel=0.004, at=(0, -half - 0.004, 0.05)),
        *[cylinder(0.014, tall - 0.05, bevel=0.003, at=(x * half, y * half, 0.03)) for x in (-1, 1) for y in (-1, 1)],
    ]
    b.add(join(case), "case")
    b.add(cylinder(0.155, 0.012, bevel=0.003, segments=96, at=(0.0, -0.015, tall + 0.012)), "metal", "turntable")
    grooves = [(0, 0), *[(x, 0.002 + 0.0004 * math.sin(x * 2600)) for x in np.linspace(0.05, 0.147, 120)], (0.149, 0.001), (0.149, -0.001)]
    b.add(move(lathe(grooves, segments=120, smooth=30), 0, -0.015, tall + 0.026), "vinyl", "record")
    b.add(cylinder(0.045, 0.002, bevel=0.0005, at=(0, -0.015, tall + 0.0275)), "label")
    b.add(cylinder(0.003, 0.014, bevel=0.001, at=(0, -0.015, tall + 0.028)), "metal", "spindle")
    _horn(b, half, tall)
    crank = smooth_path(
        [
            (half, 0.05, 0.1),
            (half + 0.07, 0.05, 0.1),
            (half + 0.085, 0.05, 0.09),
            (half + 0.085, 0.05, 0.02),
            (half + 0.1, 0.05, 0.008),
            (half + 0.13, 0.05, 0.008),
        ],
        50,
    )
    b.add(sweep(crank, 0.0052, sides=12), "metal", "crank")
    b.add(
        move(turned(rounded_profile([(0, 0), (0.011, 0.004), (0.014, 0.03), (0.009, 0.05), (0, 0.052)], 0.003), axis="x"), half + 0.11, 0.05, 0.008),
        "case",
        "crank",
    )


def _horn(b: Builder, half: float, tall: float) -> None:
    """The arm with its sound box on the record, the bracket behind, and the horn: a throat that bends forward into a bell of fluted petals."""
    back = (-0.02, half + 0.015, tall)
    b.add(
        sweep(
            smooth_path([back, (back[0], back[1] + 0.035, tall + 0.05), (back[0], back[1] + 0.035, tall + 0.12), (back[0], back[1] - 0.01, tall + 0.15)], 40),
            0.011,
            sides=16,
        ),
        "metal",
        "bracket",
    )
    arm = smooth_path([(-0.02, half - 0.005, tall + 0.14), (0.0, 0.11, tall + 0.115), (0.055, 0.05, tall + 0.085), (0.075, 0.0, tall + 0.07)], 40)
    b.add(sweep(arm, np.linspace(0.013, 0.009, 40), sides=16), "metal", "arm")
    b.add(move(rotate(cylinder(0.026, 0.014, bevel=0.003, at=(0, 0, -0.007)), 90, 0, 30), 0.08, -0.012, tall + 0.062), "metal", "sound box")
    add_rod(b, "metal", (0.08, -0.018, tall + 0.04), (0.084, -0.022, tall + 0.027), 0.0014, "needle")
    path = smooth_path(
        [
            (-0.02, half + 0.0, tall + 0.145),
            (-0.02, half + 0.045, tall + 0.22),
            (-0.015, half + 0.02, tall + 0.34),
            (0.0, 0.1, tall + 0.44),
            (0.02, -0.06, tall + 0.5),
            (0.035, -0.24, tall + 0.54),
        ],
        70,
    )
    s = np.linspace(0, 1, 70)
    radius = 0.014 + 0.03 * s + 0.245 * s**4.2
    petals, sides = 9, 180
    a = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    ahead = np.gradient(path, axis=0)
    ahead /= np.linalg.norm(ahead, axis=1)[:, None]
    across = np.broadcast_to((1.0, 0, 0), ahead.shape)
    across = across - (across * ahead).sum(axis=1)[:, None] * ahead
    across /= np.linalg.norm(across, axis=1)[:, None]
    third = np.cross(ahead, across)
    flute = 1 + 0.07 * (np.abs(np.cos(petals * a / 2)) ** 0.7 - 0.6)[None, :] * (s[:, None] ** 2.5)
    out = radius[:, None] * flute
    grid = path[:, None] + out[..., None] * (np.cos(a)[None, :, None] * across[:, None] + np.sin(a)[None, :, None] * third[:, None])
    grid[-6:] += (ahead[-6:, None] * (-0.02 * np.linspace(0, 1, 6) ** 2)[:, None, None]) * 1.0
    skin = from_geometry("horn", grid.reshape(-1, 3), grid_faces(70, sides, closed=True), smooth=60)
    b.add(solidify(skin, 0.002, offset=0.0), "horn")
    rim = np.vstack([grid[-1], grid[-1][:2]])
    b.add(sweep(rim, 0.0042, sides=8), "metal", "rim")


def _reel(r: float, wide: float, film: float):
    """A film reel that lies: two spoked sides and the film between; `film` is the share of it wound on."""
    sides = []
    for z in (0, wide):
        sides += [torus(r - 0.006, 0.005, at=(0, 0, z), segments=80, sides=10), torus(0.03, 0.006, at=(0, 0, z), segments=40, sides=10)]
        sides += [rotate(box(r - 0.03, 0.028, 0.003, bevel=0.001, at=((r + 0.025) / 2, 0, z - 0.0015)), 0, 0, 72 * k) for k in range(5)]
    wound = lathe(
        [(0.03, 0.002), (0.03 + (r - 0.045) * film, 0.002), (0.03 + (r - 0.045) * film, wide - 0.002), (0.03, wide - 0.002), (0.03, 0.002)], segments=96
    )
    return join([*sides, cylinder(0.032, wide, bevel=0.001)]), wound


@prop("film_reel")
def film_reel(spec: Spec, b: Builder) -> None:
    """A spoked reel with film on it, its end run out in a curl."""
    b.slot("reel", "aluminium", "#b9bbbc")
    b.slot("film", "plastic", "#2a1d16", role="trim", finish=("glossy",))
    reel, wound = _reel(0.17, 0.02, b.rng.uniform(0.5, 0.85))
    b.add(reel, "reel")
    b.add(wound, "film")
    t = np.linspace(0, 1, 60)
    a = 0.4 + 4.2 * t
    path = np.stack([0.135 * np.cos(a) * (1 + 0.9 * t**1.5), 0.135 * np.sin(a) * (1 + 0.9 * t**1.5), np.full(60, 0.01)], axis=1)
    b.add(sweep(path, 1.0, section=np.array([(-0.0002, -0.008), (0.0002, -0.008), (0.0002, 0.008), (-0.0002, 0.008)])), "film", "film")
    b.footprint = "round"


@prop("film_projector")
def film_projector(spec: Spec, b: Builder) -> None:
    """A cine projector of cast metal: lens to the left, lamp house with vents, two reels on arms, film threaded between them."""
    b.slot("body", "paint", b.choose("#4f5a54", "#2b2d30", "#6b5f4c"), finish=("satin",))
    b.slot("metal", "aluminium", "#bdbfc0", role="trim")
    b.slot("dark", "plastic", "#17181a", role="fixed")
    b.slot("glass", "glass", role="fixed")
    b.slot("film", "plastic", "#2a1d16", role="fixed", finish=("glossy",))
    b.add(box(0.36, 0.22, 0.07, bevel=0.014), "body", "base")
    b.add(join([box(0.24, 0.13, 0.27, bevel=0.025, segments=5, at=(0.02, 0.03, 0.06)), box(0.1, 0.15, 0.16, bevel=0.02, at=(0.1, 0.03, 0.12))]), "body")
    b.add(join([box(0.075, 0.003, 0.006, bevel=0.001, at=(0.1, -0.0465, 0.14 + 0.016 * k)) for k in range(8)]), "dark", "vents")
    lens = [(0, 0), (0.026, 0), (0.026, 0.04), (0.033, 0.045), (0.033, 0.1), (0.036, 0.102), (0.036, 0.115), (0.029, 0.115), (0.027, 0.105), (0, 0.104)]
    b.add(move(rotate(lathe(rounded_profile(lens, 0.002), segments=48), 0, -90), -0.1, -0.01, 0.2), "metal", "lens")
    b.add(move(rotate(cylinder(0.027, 0.004, bevel=0.001, at=(0, 0, 0.106)), 0, -90), -0.1, -0.01, 0.2), "glass", "lens")
    for (x, z), share in (((-0.2, 0.5), 0.75), ((0.24, 0.42), 0.3)):
        add_rod(b, "body", (0.0, 0.03, 0.29), (x, 0.03, z), 0.014, "arms")
        reel, wound = _reel(0.165, 0.02, share)
        for o, slot in ((reel, "metal"), (wound, "film")):
            b.add(move(rotate(o, 90), x, -0.01, z), slot, "reels")
        b.add(move(rotate(cylinder(0.012, 0.03, bevel=0.002), 90), x, 0.01, z), "metal", "hubs")
    for path in ([(-0.1, -0.02, 0.41), (-0.07, -0.02, 0.32), (-0.06, -0.02, 0.27)], [(-0.06, -0.02, 0.15), (0.05, -0.02, 0.16), (0.17, -0.02, 0.3)]):
        b.add(sweep(smooth_path(path, 30), 1.0, section=np.array([(-0.0004, -0.008), (0.0004, -0.008), (0.0004, 0.008), (-0.0004, 0.008)])), "film", "film")
    knobs = [move(rotate(cylinder(r, 0.02, bevel=0.004), 90), x, -0.035, z) for r, x, z in ((0.02, -0.06, 0.27), (0.02, -0.06, 0.13), (0.014, 0.0, 0.28))]
    b.add(join(knobs), "metal", "rollers")
    b.add(join([move(rotate(cylinder(0.011, 0.016, bevel=0.003), 90), x, -0.105, 0.035) for x in (-0.1, -0.05, 0.1)]), "dark", "knobs")
    b.add(sweep(smooth_path([(-0.05, 0.03, 0.33), (-0.03, 0.03, 0.375), (0.07, 0.03, 0.375), (0.09, 0.03, 0.33)], 30), 0.009), "dark", "handle")
    b.add(join([sphere(0.014, at=(x, y, 0.0), segments=12) for x in (-0.15, 0.15) for y in (-0.09, 0.09)]), "dark", "feet")
