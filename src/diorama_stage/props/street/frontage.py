# SPDX-License-Identifier: GPL-3.0-or-later
"""Before and on houses: a railing or balustrade, an awning, climbing ivy on its wall or trellis, a filling station."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    extrude,
    join,
    label_plane,
    lathe,
    move,
    rotate,
    rounded_profile,
    rounded_rectangle,
    smooth_path,
    sphere,
    sweep,
)
from diorama_stage.kit.growth import Growth, frames
from diorama_stage.kit.parts import add_rod, copies, frame_bars, rods
from diorama_stage.kit.seams import sheet
from diorama_stage.props.registry import prop


@prop("railing")
def railing(spec: Spec, b: Builder) -> None:
    """A railing of iron: bars with pointed heads between two rails, posts with balls. A balustrade: turned balusters of stone between plinth and coping."""
    long = 3.6
    if spec.is_a("balustrade"):
        b.slot("stone", b.choose("stone", "travertine", "sandstone"))
        b.add(join([box(long, 0.3, 0.16, bevel=0.012), box(long, 0.34, 0.12, bevel=0.025, at=(0, 0, 0.86))]), "stone", "rails")
        b.add(
            join(
                [box(0.34, 0.34, 1.02, bevel=0.012, at=(x, 0, 0)) for x in (-long / 2, long / 2)]
                + [box(0.4, 0.4, 0.07, bevel=0.02, at=(x, 0, 1.0)) for x in (-long / 2, long / 2)]
            ),
            "stone",
            "posts",
        )
        shape = [
            (0, 0.16),
            (0.075, 0.16),
            (0.075, 0.2),
            (0.05, 0.22),
            (0.045, 0.26),
            (0.09, 0.38),
            (0.08, 0.46),
            (0.042, 0.62),
            (0.038, 0.7),
            (0.06, 0.73),
            (0.048, 0.76),
            (0.07, 0.8),
            (0.07, 0.86),
            (0, 0.86),
        ]
        one = lathe(rounded_profile(shape, 0.012), segments=40, smooth=60)
        places = [np.eye(4) for _ in range(13)]
        for m, x in zip(places, np.linspace(-long / 2 + 0.32, long / 2 - 0.32, 13), strict=True):
            m[0, 3] = x
        b.add(copies(one, places, smooth=60), "stone", "balusters")
        b.support("top", -1.6, 1.6, -0.12, 0.12, 0.98)
        return
    b.slot("iron", "paint", b.choose("#1c1e20", "#20342b", "#26303c"), finish=("satin",))
    xs = np.linspace(-long / 2 + 0.12, long / 2 - 0.12, 27)
    b.add(rods([[(x, 0, 0.1), (x, 0, 1.06)] for x in xs], 0.009), "iron", "bars")
    head = lathe([(0, 0), (0.012, 0.004), (0.018, 0.03), (0.004, 0.1), (0, 0.11)], segments=12, smooth=50)
    places = [np.eye(4) for _ in xs]
    for m, x in zip(places, xs, strict=True):
        m[:3, 3] = (x, 0.0, 1.05)
    b.add(copies(head, places), "iron", "heads")
    b.add(join([box(long, 0.036, 0.014, bevel=0.003, at=(0, 0, z)) for z in (0.14, 0.98)]), "iron", "rails")
    rings = []
    for x in (xs[:-1] + xs[1:]) / 2:
        ring = np.column_stack([x + 0.048 * np.cos(np.linspace(0, 2 * np.pi, 25)), np.zeros(25), 0.915 + 0.048 * np.sin(np.linspace(0, 2 * np.pi, 25))])
        rings.append(sweep(ring, 0.005, sides=8))
    b.add(join(rings), "iron", "rings")
    for x in (-long / 2, long / 2):
        b.add(join([box(0.06, 0.06, 1.15, bevel=0.006, at=(x, 0, 0)), sphere(0.05, at=(x, 0, 1.2), segments=24)]), "iron", "posts")


@prop("awning")
def awning(spec: Spec, b: Builder) -> None:
    """A shop's awning let out from its wall: striped canvas falling to a scalloped valance, its bar and two folding arms."""
    first = spec.colours[0] if spec.colours else b.choose("#b3342c", "#1f5f4a", "#23406b", "#d08a2a")
    b.slot("cloth", "canvas", first)
    b.slot("stripes", "canvas", "#f1ecdf", role="trim")
    b.slot("metal", "paint", "#e6e3da", role="fixed")
    half, out, high, low = 1.6, 1.15, 0.75, 0.22
    count = 16
    for k in range(count):
        x0, x1 = -half + 2 * half * k / count, -half + 2 * half * (k + 1) / count
        u, v = np.linspace(0, 1, 10)[None, :], np.linspace(0, 1, 16)[:, None]
        sag = -0.035 * np.sin(np.pi * v)
        top = np.stack(np.broadcast_arrays(x0 + (x1 - x0) * u, 0.0 - out * v, high - (high - low) * v + sag), axis=-1)
        w = np.linspace(0, 1, 8)[:, None]
        edge = 0.13 + 0.055 * np.sin(np.pi * u)
        fall = np.stack(np.broadcast_arrays(x0 + (x1 - x0) * u, -out - 0.012 * w, low - edge * w), axis=-1)
        slot = "cloth" if k % 2 == 0 else "stripes"
        b.add(join([sheet(top, 0.004), sheet(fall, 0.004)]), slot, "canvas" if slot == "cloth" else "stripes")
    add_rod(b, "metal", (-half, -out, low), (half, -out, low), 0.022, "bar")
    b.add(box(2 * half + 0.06, 0.12, 0.13, bevel=0.03, at=(0, 0.03, high - 0.05)), "metal", "case")
    for s in (-1, 1):
        add_rod(b, "metal", (s * half * 0.92, 0.05, low - 0.05), (s * half * 0.92, -out + 0.01, low - 0.01), 0.016, "arms")
        b.add(box(0.08, 0.03, 0.16, bevel=0.006, at=(s * half * 0.92, 0.07, low - 0.13)), "metal", "plates")
    b.mount = 2.25
    for label in spec.labels[:1]:
        b.slot("text", "printed", role="fixed", label={**label, "colour": label.get("colour") or "#2a2622"}, params={"transparent": True})
        b.add(label_plane(1.6, 0.1, at=(0, -out - 0.02, low - 0.08)), "text")


@prop("ivy")
def ivy(spec: Spec, b: Builder) -> None:
    """Ivy that climbs a piece of wall, or the wall it is said to be on: woody stems that fork upwards, lobed leaves overlapping
    like shingles, thinner at its edges. A vine: on a trellis,
    broad leaves and bunches of grapes."""
    vine = spec.is_a("vine")
    green = b.choose("#5f8a3a", "#6d9440") if vine else b.choose("#2f5a2a", "#38652f", "#466f36")
    b.slot("leaves", "leaf", green)
    b.slot("stems", "bark", "#5a4634", role="fixed")
    rng = np.random.default_rng(spec.seed)
    wide, tall = (1.5, 1.9) if vine else (1.7, 2.1)
    if vine:
        b.slot("trellis", "wood", "#b08a5c", role="trim")
        slats = [box(0.03, 0.02, tall + 0.1, bevel=0.003, at=(x, 0.02, 0)) for x in np.linspace(-wide / 2, wide / 2, 6)]
        slats += [box(wide + 0.05, 0.018, 0.03, bevel=0.003, at=(0, 0.0, z)) for z in np.linspace(0.2, tall, 6)]
        b.add(join(slats), "trellis")
    elif not spec.has("mounted"):
        b.slot("wall", "brick", b.choose("#9a5a43", "#a8674c"), role="trim")
        b.add(box(wide + 0.9, 0.22, tall + 0.35, bevel=0.01, at=(0, 0.13, 0)), "wall")
    stems, foliage = Growth(), Growth()
    spots: list[np.ndarray] = []
    for k in range(9 if vine else 13):
        x = rng.uniform(-0.16, 0.16) if vine else wide * (k / 12 - 0.5) * 0.55
        z, turn, path = 0.0, rng.uniform(-0.5, 0.5), []
        reach = tall * (0.96 - 0.35 * abs(x / wide * 1.8)) * rng.uniform(0.75, 1.0)
        side = rng.uniform(-1, 1) * wide * 0.5
        for t in np.linspace(0, 1, 40):
            z = reach * t
            path.append((x + side * t**1.4 + 0.05 * math.sin(9 * t + turn * 9), -0.006 - 0.01 * abs(math.sin(7 * t)), z))
        line = np.array(path)
        stems.tube(line, np.linspace(0.013, 0.003, 40), 8, 1.0)
        spots.append(line)
    base = np.concatenate(spots)
    n = 1400 if vine else 2600
    pick = base[rng.integers(len(base), size=n)]
    at = pick + rng.normal(0, 1, (n, 3)) * ((0.10, 0.0, 0.085) if vine else (0.12, 0.0, 0.1))
    at[:, 1] = -0.012 - np.abs(rng.normal(0, 0.03, n))
    at[:, 2] = np.maximum(at[:, 2], 0.03)
    way = np.stack([rng.normal(0, 0.45, n), -0.25 - 0.5 * rng.random(n), -0.9 + 0.5 * rng.normal(0, 0.5, n)], axis=1)
    size = rng.uniform(0.07, 0.14, n) if vine else rng.uniform(0.045, 0.1, n)
    tone = np.stack([rng.uniform(0.7, 1.35, n), rng.uniform(0.75, 1.25, n), rng.uniform(0.6, 1.0, n)], axis=1)
    foliage.copies(_lobed(), at, frames(way, (0, -1, 0.25)), size, tone)
    if vine:
        b.slot("grapes", "grape_skin", b.choose("#4a2346", "#8fa845"), role="fixed")
        balls = []
        for x, z in rng.uniform((-0.55, 0.5), (0.55, 1.5), (7, 2)):
            for j in range(34):
                level = j / 34
                far = 0.045 * (1 - level) ** 0.7
                a = 2.4 * j
                balls.append((x + far * math.cos(a), -0.085 + far * math.sin(a), z - 0.17 * level))
        from diorama_stage.props.tableware.fillings import bead

        grapes = Growth().copies(bead(8, 10), np.array(balls), np.tile(np.eye(3), (len(balls), 1, 1)), 0.0125, rng.uniform(0.8, 1.25, len(balls)))
        b.add(grapes.object("grapes"), "grapes")
    b.add(stems.object("stems"), "stems")
    b.add(foliage.object("leaves"), "leaves")
    b.mount = 0.0


def _lobed() -> tuple[np.ndarray, np.ndarray]:
    """An ivy leaf of length 1 along +X: five points about a heart-shaped foot, folded a little at its rib."""
    rim = [
        (0.0, 0.0),
        (-0.14, 0.2),
        (-0.1, 0.42),
        (0.16, 0.36),
        (0.34, 0.52),
        (0.48, 0.26),
        (1.0, 0.0),
        (0.48, -0.26),
        (0.34, -0.52),
        (0.16, -0.36),
        (-0.1, -0.42),
        (-0.14, -0.2),
    ]
    verts = [(0.3, 0.0, 0.03), *[(x, y, 0.1 * abs(y) - 0.12 * max(x - 0.4, 0) ** 2) for x, y in rim]]
    n = len(rim)
    return np.array(verts), np.array([(0, 1 + k, 1 + (k + 1) % n) for k in range(n)])


@prop("gas_station")
def gas_station(spec: Spec, b: Builder) -> None:
    """A filling station: a broad canopy on four posts over two islands with pumps, a small glazed shop behind, a tall sign of prices by the road."""
    b.slot("white", "paint", "#eeece6", finish=("satin",))
    b.slot("band", "paint", b.choose("#b3261e", "#1f5fa3", "#2f8a4a", "#d9a01e"), role="main")
    b.slot("glass", "glass", "#8fa6ad", role="fixed")
    b.slot("dark", "plastic", "#1e2022", role="fixed")
    b.slot("concrete", "concrete", "#a8a59d", role="trim")
    lit = spec.has("lit")
    b.slot("lamps", "emission" if lit else "plastic", "#fff4dc" if lit else "#f4f2ea", role="fixed")
    top = 4.6
    b.add(
        join([box(15.0, 8.0, 0.9, bevel=0.06, at=(0, -3.0, top)), *[box(0.34, 0.34, top, bevel=0.03, at=(x, -3.0, 0)) for x in (-5.2, 5.2)]]), "white", "canopy"
    )
    b.add(
        join(
            [
                box(15.06, 0.08, 0.42, bevel=0.01, at=(0, -7.02, top + 0.24)),
                *[box(0.08, 8.06, 0.42, bevel=0.01, at=(s * 7.52, -3.0, top + 0.24)) for s in (-1, 1)],
            ]
        ),
        "band",
        "fascia",
    )
    b.add(join([box(1.0, 0.5, 0.03, bevel=0.005, at=(x, y, top - 0.03)) for x in (-5.5, -1.9, 1.9, 5.5) for y in (-5.2, -1.0)]), "lamps")
    for x in (-3.4, 3.4):
        b.add(extrude(rounded_rectangle(1.3, 4.4, 0.6), 0.16, bevel=0.02, at=(x, -3.0, 0)), "concrete", "islands")
        for y in (-4.0, -2.0):
            b.add(box(0.62, 0.5, 1.75, bevel=0.04, at=(x, y, 0.16)), "white", "pumps")
            b.add(box(0.64, 0.52, 0.28, bevel=0.03, at=(x, y, 1.66)), "band", "pumps")
            for s in (-1, 1):
                b.add(box(0.4, 0.02, 0.34, bevel=0.005, at=(x, y + s * 0.255, 1.2)), "dark", "displays")
                hose = smooth_path(
                    [(x + 0.32, y + s * 0.1, 1.5), (x + 0.52, y + s * 0.14, 1.1), (x + 0.5, y + s * 0.16, 0.5), (x + 0.36, y + s * 0.12, 0.95)], 30
                )
                b.add(sweep(hose, 0.022, sides=8), "dark", "hoses")
    b.add(box(9.5, 4.5, 3.3, bevel=0.04, at=(0, 5.0, 0)), "white", "shop")
    b.add(box(9.6, 4.6, 0.5, bevel=0.03, at=(0, 5.0, 3.1)), "band", "shop")
    b.add(box(7.6, 0.06, 2.2, bevel=0.005, at=(0.2, 2.74, 0.35)), "dark", "inside")
    b.add(box(7.5, 0.02, 2.1, bevel=0, at=(0.2, 2.69, 0.4)), "glass", "windows")
    b.add(join([box(0.07, 0.09, 2.25, bevel=0.005, at=(0.2 + x, 2.69, 0.33)) for x in np.linspace(-3.8, 3.8, 7)]), "white", "mullions")
    b.add(join([box(0.2, 0.2, 6.2, bevel=0.02, at=(x, -6.2, 0)) for x in (9.1, 10.5)]), "white", "sign posts")
    b.add(box(2.0, 0.3, 3.0, bevel=0.05, at=(9.8, -6.2, 3.3)), "white", "sign")
    b.add(box(2.04, 0.32, 0.9, bevel=0.05, at=(9.8, -6.2, 5.4)), "band", "sign")
    for k in range(3):
        b.add(box(1.7, 0.02, 0.46, bevel=0.004, at=(9.8, -6.36, 3.45 + 0.62 * k)), "dark", "prices")
        digits = [move(join(frame_bars(0.2, 0.32, 0.045, 0.012, bevel=0)), 9.8 + x, -6.375, 3.52 + 0.62 * k) for x in (-0.1, 0.2, 0.5)]
        b.add(join(digits), "lamps", "digits")
    b.add(cylinder(0.5, 0.06, bevel=0.01), "band", "emblem")
    move(rotate(b._parts["emblem"][-1], 90), 0.0, -7.05, top + 0.45)
    label = spec.labels[0] if spec.labels else None
    if label:
        b.slot("text", "printed", role="fixed", label={**label, "colour": label.get("colour") or "#ffffff"}, params={"transparent": True})
        b.add(label_plane(5.5, 0.4, at=(-3.6, -7.08, top + 0.45)), "text")
    if lit:
        from diorama_stage.kit import Emitter

        b.emitters += [Emitter(x, -3.0, top - 0.2, 0.5, 4200, 120) for x in (-4.0, 4.0)]
