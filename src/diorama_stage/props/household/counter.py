# SPDX-License-Identifier: GPL-3.0-or-later
"""Of counters, shops and pockets: scales, sacks, smokers' things, an eyeglass, crayons and chalks, a marker, a cotton bud, a wire rack."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Interior,
    Spec,
    box,
    cylinder,
    displace,
    ellipsoid,
    extrude,
    field,
    join,
    label_plane,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    rounded_rectangle,
    smooth_path,
    sphere,
    subdivide,
    sweep,
    torus,
)
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.kit.lie import lying
from diorama_stage.kit.parts import rods, slab, tint, turned
from diorama_stage.kit.seams import oval
from diorama_stage.props.registry import prop


@prop("scales")
def scales(spec: Spec, b: Builder) -> None:
    """Kitchen scales of old: a body of enamel with a dial, a dish on top. Of brass: a beam on a column with two hanging pans, weights at its foot.
    Digital: a flat plate of glass with its display."""
    if spec.is_a("balance"):
        _balance(b)
    elif spec.is_a("digital"):
        b.slot("body", "glass", "#20252a")
        b.slot("metal", "steel", role="trim")
        b.slot("display", "screen", "#b9d2a0", role="fixed")
        b.add(extrude(rounded_rectangle(0.2, 0.24, 0.02), 0.012, bevel=0.003, at=(0, 0, 0.004)), "body")
        b.add(extrude(rounded_rectangle(0.18, 0.17, 0.016), 0.004, bevel=0.0015, at=(0, 0.028, 0.016)), "metal", "plate")
        b.add(box(0.08, 0.032, 0.001, bevel=0, at=(0, -0.088, 0.016)), "display")
        b.add(join([cylinder(0.012, 0.005, bevel=0.001, at=(x * 0.075, y * 0.095, 0)) for x in (-1, 1) for y in (-1, 1)]), "metal", "feet")
        b.support("plate", -0.08, 0.08, -0.05, 0.1, 0.02)
    else:
        _dial_scales(b)


def _dial_scales(b: Builder) -> None:
    b.slot("body", "paint", b.choose("#a3c4b8", "#c93b32", "#efe9da", "#1f2a36"), finish=("glossy",))
    b.slot("metal", "chrome", role="trim")
    b.slot("dial", "paper", "#f6f3ea", role="fixed")
    b.slot("ink", "paint", "#1a1a1c", role="fixed", finish=("matte",))
    case = [(-0.1, 0), (0.1, 0), (0.098, 0.02), (0.075, 0.17), (0.055, 0.2), (-0.055, 0.2), (-0.075, 0.17), (-0.098, 0.02)]
    b.add(slab(case, 0.12, bevel=0.014, segments=4), "body")
    face = (0, -0.061, 0.1)
    b.add(turned([(0, 0), (0.066, 0), (0.066, 0.004), (0, 0.004)], face, segments=64), "dial")
    b.add(turned([(0.066, -0.002), (0.074, 0.0), (0.073, 0.008), (0.066, 0.009), (0.064, 0.003)], face, segments=64), "metal", "rim")
    marks = []
    for k in range(40):
        a, long = 2 * math.pi * k / 40, 0.012 if k % 5 == 0 else 0.006
        mark = box(0.0022 if k % 5 == 0 else 0.0011, 0.001, long, bevel=0, at=(0, -0.0655, 0.061 - long))
        marks.append(move(rotate(mark, 0, math.degrees(a), 0), 0, 0, 0.1))
    needle = move(rotate(slab([(-0.0025, -0.014), (0.0025, -0.014), (0.0008, 0.05), (-0.0008, 0.05)], 0.0015, y=-0.067, bevel=0), 0, 38, 0), 0, 0, 0.1)
    b.add(join([*marks, needle, turned([(0, 0.004), (0.006, 0.004), (0.005, 0.008), (0, 0.008)], face)]), "ink", "figures")
    b.add(cylinder(0.026, 0.022, bevel=0.003, at=(0, 0, 0.197)), "metal", "stem")
    pan = [(0, 0.222), (0.06, 0.222), (0.1, 0.235), (0.116, 0.262), (0.119, 0.262), (0.118, 0.256), (0.102, 0.229), (0.062, 0.217), (0, 0.217)]
    b.add(lathe(rounded_profile(pan, 0.003), segments=72), "metal", "pan")
    b.add(join([box(0.03, 0.1, 0.008, bevel=0.002, at=(x, 0, -0.006)) for x in (-0.075, 0.075)]), "ink", "feet")
    b.support("pan", -0.05, 0.05, -0.05, 0.05, 0.223, round=True)


def _balance(b: Builder) -> None:
    b.slot("metal", "brass", "#b8903f")
    b.slot("base", "walnut", "#5a3823", role="trim")
    b.add(box(0.34, 0.16, 0.035, bevel=0.01), "base")
    column = [
        (0, 0.035),
        (0.04, 0.035),
        (0.038, 0.045),
        (0.016, 0.06),
        (0.011, 0.1),
        (0.016, 0.115),
        (0.009, 0.13),
        (0.0085, 0.37),
        (0.015, 0.385),
        (0.006, 0.41),
        (0, 0.43),
    ]
    b.add(lathe(rounded_profile(column, 0.003), segments=48), "metal", "column")
    tilt = math.radians(4)
    beam = np.array([(x, 0, 0.385 + 0.014 * math.cos(x * 30) + x * math.sin(tilt)) for x in np.linspace(-0.19, 0.19, 50)])
    b.add(sweep(beam, np.interp(np.abs(np.linspace(-1, 1, 50)), [0, 1], [0.0085, 0.0038]), sides=14), "metal", "beam")
    for s in (-1, 1):
        x, z = s * 0.19, float(beam[-1 if s > 0 else 0][2])
        low = z - 0.24
        b.add(sphere(0.007, at=(x, 0, z), segments=18), "metal", "beam")
        hung = [[(x, 0, z - 0.01), (x + 0.066 * math.cos(a), 0.066 * math.sin(a), low + 0.012)] for a in (0.5, 2.6, 4.7)]
        b.add(rods(hung, 0.0011, sides=6), "metal", "chains")
        pan = [(0, low), (0.04, low + 0.001), (0.066, low + 0.012), (0.068, low + 0.012), (0.042, low - 0.0015), (0, low - 0.003)]
        b.add(move(lathe(rounded_profile(pan, 0.002), segments=60), x, 0, 0), "metal", "pans")
        b.support("pan", x - 0.035, x + 0.035, -0.035, 0.035, low + 0.002, round=True)
    for k, (r, h) in enumerate(((0.018, 0.03), (0.014, 0.023), (0.011, 0.018), (0.008, 0.014))):
        weight = [(0, 0), (r, 0), (r, h), (r * 0.5, h * 1.12), (r * 0.28, h * 1.2), (r * 0.42, h * 1.45), (0, h * 1.5)]
        b.add(move(lathe(rounded_profile(weight, 0.0015), segments=32), -0.02 + 0.045 * k, -0.052, 0.035), "metal", "weights")


@prop("sack")
def sack(spec: Spec, b: Builder) -> None:
    """A sack of burlap that stands, its mouth tied or rolled down over what is in it; one of flour is of white cotton; a paper bag is folded
    over at its top."""
    if spec.is_a("paper"):
        _paper_bag(spec, b)
        return
    flour = spec.is_a("flour")
    b.slot("body", *(("cotton", "#ece6d6") if flour else ("burlap", b.choose("#b3925f", "#a88552", "#bfa274"))))
    b.slot("cord", "burlap", "#8a6a3c", role="trim")
    open_ = spec.has("open", "filled")
    top = (
        [(0.43, 0.175, 0.15), (0.5, 0.172, 0.15)]
        if open_
        else [(0.47, 0.13, 0.1), (0.53, 0.045, 0.04), (0.55, 0.05, 0.045), (0.62, 0.12, 0.07), (0.64, 0.125, 0.06)]
    )
    rows = [(0.0, 0.15, 0.125), (0.015, 0.185, 0.155), (0.1, 0.212, 0.18), (0.25, 0.205, 0.172), (0.38, 0.185, 0.155), *top]
    z = np.linspace(0, rows[-1][0], 90)
    half, deep = (np.interp(z, [r[0] for r in rows], [r[k] for r in rows]) for k in (1, 2))
    half, deep = smooth_path(np.column_stack([z, half]), 90)[:, 1], smooth_path(np.column_stack([z, deep]), 90)[:, 1]
    turn = oval(2.5, 120)
    gather = np.clip((z - (9.0 if open_ else 0.4)) / 0.1, 0, 1)
    q = np.arctan2(turn[:, 1], turn[:, 0])
    rings = []
    for zk, a, d, g in zip(z, half, deep, gather, strict=True):
        fold = 1 + 0.10 * g * np.sin(13 * q + 0.6) + 0.025 * np.sin(5 * q + 9 * zk)
        rings.append(np.column_stack([turn[:, 0] * a * fold, turn[:, 1] * d * fold, np.full(120, zk)]))
    skin = loft(rings, closed_ends=not open_, smooth=180)
    b.add(displace(displace(skin, 0.014, 0.11, seed=spec.seed), 0.003, 0.025, seed=spec.seed + 1), "body")
    if open_:
        roll = np.column_stack([turn[:, 0] * 0.18 * (1 + 0.02 * np.sin(9 * q)), turn[:, 1] * 0.157, np.full(120, 0.49) + 0.006 * np.sin(7 * q)])
        b.add(displace(sweep(np.vstack([roll, roll[:2]]), 0.021, sides=14), 0.006, 0.05, seed=3), "body", "mouth")
        b.interior = Interior(0.15, 0.36, 0.5)
        if not spec.has("filled"):
            b.slot("heap", "paper" if flour else "bread_crumb", "#f4f0e6" if flour else b.choose("#c99a4a", "#8a5a2c", "#d8c08a"), role="fixed")
            mound = lathe([(0.172, 0.455), (0.12, 0.5), (0.05, 0.53), (0, 0.537)], segments=80, squash=0.86, smooth=180)
            b.add(displace(subdivide(mound, 1), 0.008, 0.03, seed=spec.seed, detail=4), "heap")
    else:
        for k in range(3):
            ring = np.column_stack([turn[:, 0] * 0.052, turn[:, 1] * 0.046, np.full(120, 0.53 + 0.009 * k)])
            b.add(sweep(np.vstack([ring, ring[:2]]), 0.0055, sides=8), "cord")
        b.add(sweep(smooth_path([(0.03, -0.045, 0.54), (0.06, -0.075, 0.5), (0.055, -0.13, 0.42), (0.07, -0.165, 0.36)], 30), 0.005, sides=8), "cord")
    if flour or spec.labels:
        label = spec.labels[0] if spec.labels else {"text": "FLOUR", "style": "slab", "colour": "#2f4a7a"}
        b.slot("text", "printed", role="fixed", label={**label, "colour": label.get("colour") or "#2a2622"}, params={"transparent": True})
        b.add(_wrapped(b, label_plane(0.24, 0.1), 0.25), "text")


def _wrapped(b: Builder, plane, z: float):
    """A print laid onto the front of the sack."""
    from diorama_stage.kit.seams import Skin

    sheet = subdivide(plane, 5, simple=True)
    at = vertices(sheet).astype(float) + (0, -0.6, z)
    found, _ = Skin(*b._parts["body"]).cast(at, (0, 1, 0), 0.0012)
    set_points(sheet.data, found)
    return sheet


def _paper_bag(spec: Spec, b: Builder) -> None:
    b.slot("body", "paper", b.choose("#f1ecdd", "#c9a877", "#e9e2cf"))
    b.slot("band", "paper", b.choose("#2f5f8f", "#b3402e", "#5a7a46"), role="trim")
    rings = []
    for z, half, deep, power in (
        (0, 0.052, 0.034, 8),
        (0.004, 0.055, 0.037, 8),
        (0.1, 0.058, 0.041, 5),
        (0.17, 0.055, 0.037, 5),
        (0.2, 0.053, 0.012, 4),
        (0.214, 0.052, 0.005, 4),
    ):
        rings.append(np.column_stack([oval(power, 96) * (half, deep), np.full(96, z)]))
    body = loft(rings, smooth=40)
    b.add(displace(subdivide(body, 1), 0.0016, 0.02, seed=spec.seed), "body")
    b.add(box(0.108, 0.017, 0.026, bevel=0.003, at=(0, -0.004, 0.198)), "body", "fold")
    ring = [np.column_stack([oval(5, 96) * (h, d), np.full(96, z)]) for z, h, d in ((0.055, 0.0588, 0.0418), (0.12, 0.0592, 0.042))]
    b.add(loft(ring, closed_ends=False, smooth=60), "band")
    label = spec.labels[0] if spec.labels else {"text": "FLOUR", "style": "slab", "colour": "#ffffff"}
    b.slot("text", "printed", role="fixed", label={**label, "colour": label.get("colour") or "#ffffff"}, params={"transparent": True})
    b.add(label_plane(0.085, 0.045, at=(0, -0.0432, 0.088)), "text")


@prop("cigarette")
def cigarette(spec: Spec, b: Builder) -> None:
    """A cigarette with its filter, laid down; lit, with ash and an ember. A cigar: rolled of leaf, with its band."""
    cigar = spec.is_a("cigar")
    r, long = (0.0085, 0.14) if cigar else (0.004, 0.084)
    b.slot("body", *(("bark", "#5a3a22") if cigar else ("paper", "#f6f4ee")))
    b.slot("tip", "paper", "#c9343a" if cigar else "#d18a3c", role="trim")
    lit = spec.has("lit", "burning", "smoking")
    ash = 0.016 * (2 if cigar else 1) if lit else 0.0
    profile = [(0, ash), (r * 0.97, ash), (r, ash + 0.004), (r, long * 0.94), (r * (0.5 if cigar else 0.98), long - 0.0004), (0, long)]
    b.add(lathe(profile, segments=36, smooth=50), "body")
    if cigar:
        b.add(lathe([(r + 0.0002, long * 0.68), (r + 0.0006, long * 0.685), (r + 0.0006, long * 0.785), (r + 0.0002, long * 0.79)], segments=36), "tip", "band")
    else:
        b.add(lathe([(0, long * 0.7), (r + 0.0001, long * 0.7), (r + 0.00012, long), (0, long + 0.0001)], segments=36, smooth=30), "tip", "filter")
    if lit:
        b.slot("ash", "plaster", "#a9a7a3", role="fixed")
        b.slot("ember", "emission", "#ff5a1c", role="fixed")
        b.add(
            displace(
                subdivide(lathe([(0, 0), (r * 0.55, 0.001), (r * 0.9, ash * 0.3), (r * 0.96, ash), (0, ash)], segments=24, smooth=180), 1),
                0.0012,
                0.003,
                seed=spec.seed,
            ),
            "ash",
        )
        b.add(torus(r * 0.93, r * 0.12, at=(0, 0, ash), segments=30, sides=8), "ember")
    else:
        b.slot("ash", "bread_crumb", "#8a6234", role="fixed")
        b.add(cylinder(r * 0.94, 0.0008, bevel=0, at=(0, 0, -0.0004), segments=30), "ash", "tobacco")
    if not spec.has("upright", "standing"):
        lying(b, b.rng.uniform(10, 40))


@prop("ashtray")
def ashtray(spec: Spec, b: Builder) -> None:
    """A heavy round dish of glass with notches in its rim; full, with stubs and ash in it."""
    b.slot("body", "glass", b.choose("#8fb0a8", "#b98a4e", "#dfe6e6"))
    r = 0.075
    outer = [(0, 0.006), (r * 0.62, 0.006), (r * 0.72, 0.012), (r * 0.86, 0.036), (r * 0.98, 0.037), (r, 0.033), (r * 0.94, 0.003), (r * 0.9, 0), (0, 0)]
    dish = lathe(rounded_profile(outer, 0.003), segments=96, smooth=50)
    at = vertices(dish).astype(float)
    q = np.arctan2(at[:, 1], at[:, 0])
    notch = np.exp(-((((q + math.pi / 4) % (math.pi / 2) - math.pi / 4) / 0.085) ** 2))
    at[:, 2] -= 0.0085 * notch * (at[:, 2] > 0.03)
    set_points(dish.data, at)
    b.add(dish, "body")
    b.support("inside", -0.035, 0.035, -0.035, 0.035, 0.0065, round=True)
    b.footprint = "round"
    if not spec.has("empty", "clean"):
        b.slot("paper", "paper", "#f1eee6", role="fixed")
        b.slot("filter", "paper", "#d18a3c", role="fixed")
        b.slot("ash", "plaster", "#8d8b88", role="fixed")
        b.add(
            displace(
                subdivide(lathe([(0.042, 0.0065), (0.03, 0.009), (0.012, 0.011), (0, 0.011)], segments=48, smooth=180), 1),
                0.004,
                0.008,
                seed=spec.seed,
                detail=4,
            ),
            "ash",
        )
        for k in range(5):
            a, far = 1.3 * k + b.rng.uniform(0, 0.6), b.rng.uniform(0.006, 0.022)
            for slot, z0, z1 in (("paper", 0.0, 0.011), ("filter", 0.011, 0.029)):
                stub = cylinder(0.0038, z1 - z0, bevel=0.0006, segments=20, at=(0, 0, z0))
                b.add(
                    move(rotate(rotate(stub, 0, 70, 0), 0, 0, math.degrees(a)), -far * math.cos(a), -far * math.sin(a), 0.011 + 0.002 * (k % 3)), slot, "stubs"
                )


@prop("smoking_pipe")
def smoking_pipe(spec: Spec, b: Builder) -> None:
    """A pipe of briar: a bowl, a bent stem with a silver ring, a mouthpiece of black vulcanite; it lies on its side against its bowl."""
    b.slot("body", "walnut", b.choose("#6a3418", "#7d4222"))
    b.slot("stem", "plastic", "#151414", role="trim", finish=("glossy",))
    b.slot("ring", "silver", role="fixed")
    b.slot("dark", "charred", "#17130f", role="fixed")
    bowl = [(0, 0), (0.012, 0.001), (0.0195, 0.012), (0.021, 0.028), (0.019, 0.045), (0.0175, 0.05), (0.0115, 0.05), (0.0105, 0.03), (0, 0.028)]
    b.add(lathe(rounded_profile(bowl, 0.003), segments=60, smooth=60), "body", "bowl")
    b.add(cylinder(0.0105, 0.002, bevel=0.0005, at=(0, 0, 0.04)), "dark", "tobacco")
    b.add(
        sweep(smooth_path([(0.012, 0, 0.012), (0.035, 0, 0.016), (0.062, 0, 0.03)], 30), np.interp(np.linspace(0, 1, 30), [0, 1], [0.0105, 0.0075]), sides=20),
        "body",
        "shank",
    )
    b.add(sweep([(0.06, 0, 0.0288), (0.0635, 0, 0.031), (0.067, 0, 0.0332)], 0.0082, sides=20), "ring")
    stem = smooth_path([(0.066, 0, 0.0325), (0.09, 0, 0.048), (0.115, 0, 0.058), (0.14, 0, 0.059)], 40)
    b.add(sweep(stem, np.interp(np.linspace(0, 1, 40), [0, 0.8, 1], [0.0072, 0.0052, 0.0062]), sides=18, flat=0.75), "stem")


@prop("monocle")
def monocle(spec: Spec, b: Builder) -> None:
    """One round lens in a thin gold rim with its gallery, a fine chain from it, laid in loops, to a clip."""
    b.slot("rim", b.choose("gold", "gold", "silver"))
    b.slot("glass", "glass", role="fixed")
    tilted = lambda o: move(rotate(o, 16), 0, 0, 0.0075)  # noqa: E731
    b.add(tilted(torus(0.021, 0.0013, segments=72, sides=12)), "rim")
    b.add(tilted(lathe([(0, -0.0012), (0.0208, 0), (0, 0.0014)], segments=64, smooth=180)), "glass")
    b.add(tilted(join([torus(0.0028, 0.0006, at=(0.0245, 0, 0), segments=20, sides=8), ellipsoid(0.006, 0.0022, 0.0022, at=(0, 0.0218, 0.0015))])), "rim")
    path = smooth_path(
        [
            (0.027, 0, 0.006),
            (0.045, -0.012, 0.0014),
            (0.052, -0.04, 0.0014),
            (0.02, -0.052, 0.0014),
            (-0.02, -0.042, 0.0014),
            (-0.05, -0.054, 0.0014),
            (-0.062, -0.03, 0.0014),
        ],
        170,
    )
    links = []
    for k in range(0, 168, 2):
        way = path[min(k + 2, 169)] - path[k]
        link = rotate(torus(0.0012, 0.00032, segments=14, sides=6), 90 * (k // 2 % 2), 0, 0)
        links.append(move(rotate(link, 0, 0, math.degrees(math.atan2(way[1], way[0]))), *path[k]))
    b.add(join(links), "rim", "chain")
    b.add(move(box(0.012, 0.005, 0.002, bevel=0.0008), -0.064, -0.028, 0), "rim", "clip")


@prop("crayon")
def crayon(spec: Spec, b: Builder) -> None:
    """Wax crayons in their paper sleeves, a point each; chalks are plain sticks with worn ends and a little dust."""
    chalk = spec.is_a("chalk")
    b.slot(
        "body",
        "plaster" if chalk else "wax",
        b.choose("#f4f2ec", "#f4f2ec", "#e8b0b4", "#a9c8e0") if chalk else b.choose("#c62828", "#1f6fb5", "#e8b21c", "#2f8a4a"),
    )
    r = 0.0055 if chalk else 0.0042
    if chalk:
        stick = lathe(rounded_profile([(0, 0), (r, 0), (r * 0.9, 0.075), (0, 0.078)], 0.0012), segments=40, smooth=40)
        b.add(displace(subdivide(stick, 1), 0.0004, 0.003, seed=spec.seed), "body")
    else:
        b.slot("sleeve", "paper", b.choose("#1d1d1f", "#f2efe4"), role="trim")
        b.add(lathe(rounded_profile([(0, 0), (r, 0), (r, 0.078), (r * 0.78, 0.079), (r * 0.3, 0.089), (0, 0.0895)], 0.0006), segments=36), "body")
        b.add(lathe([(r + 0.0002, 0.007), (r + 0.0004, 0.0072), (r + 0.0004, 0.071), (r + 0.0002, 0.0712)], segments=36), "body", "wrap")
        for z in (0.011, 0.063):
            b.add(lathe([(r + 0.0005, z), (r + 0.0006, z + 0.0002), (r + 0.0006, z + 0.003), (r + 0.0005, z + 0.0032)], segments=36), "sleeve", "bands")
    if not spec.has("upright", "standing"):
        lying(b, b.rng.uniform(0, 50))


@prop("marker")
def marker(spec: Spec, b: Builder) -> None:
    """A felt-tip marker: a thick barrel, its cap pushed on, a clip; a highlighter is flat and bright, its cap off and its chisel tip showing."""
    bright = spec.is_a("highlighter")
    b.slot("body", "plastic", b.choose("#e8f03a", "#ff7fb0", "#7be07f") if bright else b.choose("#1b1c1e", "#c62828", "#1f5fb5", "#2f8a4a"), finish=("glossy",))
    b.slot("barrel", "plastic", "#f1f1ee", role="trim")
    flat = 0.62 if bright else 1.0
    b.add(
        lathe(
            rounded_profile([(0, 0), (0.0085, 0.001), (0.0095, 0.006), (0.0095, 0.088), (0.007, 0.092), (0.0055, 0.102), (0, 0.102)], 0.0015),
            segments=48,
            squash=flat,
        ),
        "body" if bright else "barrel",
        "barrel",
    )
    b.add(lathe([(0.0096, 0.0), (0.0099, 0.001), (0.0099, 0.012), (0.0096, 0.013), (0.0, 0.0005)], segments=48, squash=flat), "body", "end")
    if bright:
        b.slot("tip", "felt", "#c8d020", role="fixed")
        b.add(
            loft(
                [[(x * 0.003, y * 0.0022, z) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))] for z in (0.1, 0.106)]
                + [[(x * 0.003, y * 0.0004 - 0.0, 0.111 - 0.002 * x) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]],
                smooth=20,
            ),
            "tip",
        )
    else:
        b.add(
            lathe(rounded_profile([(0, 0.138), (0.0075, 0.138), (0.0104, 0.134), (0.0106, 0.088), (0.0096, 0.087), (0, 0.1)], 0.0012), segments=48),
            "body",
            "cap",
        )
        b.add(box(0.0042, 0.0022, 0.034, bevel=0.0008, at=(0, -0.0118, 0.1)), "body", "clip")
    for label in spec.labels[:1]:
        b.slot("text", "printed", role="fixed", label={**label, "colour": label.get("colour") or "#2a2622"}, params={"transparent": True})
        b.add(rotate(label_plane(0.05, 0.009, at=(0.045, -0.0097 * flat, 0)), 0, -90, 0), "text")
    if not spec.has("upright", "standing"):
        lying(b, b.rng.uniform(0, 40))


@prop("cotton_bud")
def cotton_bud(spec: Spec, b: Builder) -> None:
    """A stick of paper with a twist of cotton wool at either end."""
    b.slot("body", "paper", b.choose("#f4f2ec", "#9fc4de", "#e8b6c2"))
    b.slot("cotton", "wool", "#fbfaf6", role="fixed")
    b.add(cylinder(0.0012, 0.074, bevel=0.0002, segments=16), "body", "stick")
    for z, s in ((0.0, -1), (0.074, 1)):
        bud = lathe([(0, -0.011), (0.0013, -0.0105), (0.0026, -0.004), (0.0029, 0.001), (0.0022, 0.005), (0, 0.006)], segments=32, smooth=180)
        b.add(displace(subdivide(move(rotate(bud, 0 if s > 0 else 180), 0, 0, z), 1), 0.0005, 0.0016, seed=spec.seed + s), "cotton")
    lying(b, b.rng.uniform(0, 60))


@prop("wire_rack")
def wire_rack(spec: Spec, b: Builder) -> None:
    """A rack that bread cools on: a frame of thick wire on four bent feet, thin wires across it close together."""
    b.slot("body", "chrome")
    w, d, z = 0.42, 0.28, 0.028
    rim = rounded_rectangle(w, d, 0.02, 8)
    rim = np.vstack([rim, rim[:2]])
    b.add(sweep(np.column_stack([rim, np.full(len(rim), z)]), 0.0028, sides=12), "body", "frame")
    b.add(rods([[(x, -d / 2, z + 0.0025), (x, d / 2, z + 0.0025)] for x in np.linspace(-w / 2 + 0.014, w / 2 - 0.014, 30)], 0.0013), "body", "wires")
    b.add(rods([[(-w / 2, y, z), (w / 2, y, z)] for y in (-0.07, 0.07)], 0.0022), "body", "frame")
    for x in (-0.16, 0.16):
        for y in (-1, 1):
            foot = smooth_path([(x - 0.018, y * d / 2, z), (x - 0.012, y * d / 2, 0.003), (x + 0.012, y * d / 2, 0.003), (x + 0.018, y * d / 2, z)], 30)
            b.add(sweep(foot, 0.0024, sides=10), "body", "feet")
    b.support("top", -w / 2 + 0.03, w / 2 - 0.03, -d / 2 + 0.03, d / 2 - 0.03, z + 0.004)


GROUND = {
    "paprika": ("#b3361c", "#d9582a"), "turmeric": ("#d99a12", "#efbf3a"), "cumin": ("#8d6a36", "#a98448"), "cinnamon": ("#8a4a24", "#a9622f"),
    "curry": ("#c98a1e", "#dca63c"), "chilli": ("#8f1d12", "#c23a20"), "sumac": ("#5a1626", "#7d2a3a"), "salt": ("#efece6", "#ffffff"),
    "sugar": ("#f2f0ea", "#ffffff"), "flour": ("#f1ece0", "#fbf8f0"), "cocoa": ("#4a2a18", "#63391f"), "green": ("#7d8a3a", "#97a354"),
}  # fmt: skip
"""Colours of powders, and of their lit grains."""


@prop("spice_heap")
def spice_heap(spec: Spec, b: Builder) -> None:
    """A steep cone of powder, its skin grainy, furrows where it slid, a skirt of dust about its foot."""
    kind = next((name for name in GROUND if spec.is_a(name)), None) or b.choose("paprika", "turmeric", "cumin", "sumac", "curry")
    base, bright = GROUND[kind]
    b.slot("body", "soil", base, finish=("matte",))
    r, high, n = 0.09, 0.095, 150
    t, a = np.linspace(0, 1, 90)[:, None], np.linspace(0, 2 * np.pi, n, endpoint=False)[None, :]
    out = r * t * (1 + 0.03 * np.sin(3 * a + spec.seed) + 0.02 * np.sin(7 * a))
    z = high * (np.maximum(1 - t, 0) ** 1.0) * (1 - 0.12 * np.exp(-((t / 0.07) ** 2))) + 0.004 * np.sin(9 * a + 4 * t) * t * (1 - t)
    rings = np.stack([out * np.cos(a), out * np.sin(a), z], axis=-1)[::-1]
    cone = displace(displace(loft(rings, smooth=180), 0.0035, 0.02, seed=spec.seed), 0.0011, 0.0022, seed=spec.seed + 1, detail=3)
    from diorama_stage.kit.parts import toward

    b.add(tint(cone, lambda p: toward(base, bright, np.clip(0.5 + 1.1 * field(p, 0.0025, seed=3) + 0.4 * field(p, 0.02, seed=5), 0, 1))), "body")
    b.footprint = "round"
