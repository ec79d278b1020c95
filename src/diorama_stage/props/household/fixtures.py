# SPDX-License-Identifier: GPL-3.0-or-later
"""What is built into a house: a door in its frame, a washbasin, a toilet, a bathtub."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import (
    Builder,
    Interior,
    Spec,
    box,
    cylinder,
    ellipsoid,
    join,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    sweep,
    torus,
)  # fmt: skip
from diorama_stage.kit.parts import rod
from diorama_stage.props.nature.sprigs import garland
from diorama_stage.props.registry import prop


def round_ring(x: float, y: float, z: float, middle: float = 0.0, power: float = 2.6, back: float | None = None, n: int = 96):
    """A level ring: half-widths x and y about (0, middle), squarer with a higher `power`; `back` is the power of its rear half (+Y)."""
    a = np.linspace(0, 2 * np.pi, n, endpoint=False)
    c, s = np.cos(a), np.sin(a)
    p = np.where(s > 0, back or power, power)
    return np.stack([x * np.sign(c) * np.abs(c) ** (2 / p), middle + y * np.sign(s) * np.abs(s) ** (2 / p), np.full(n, z)], axis=1)


def tap(b: Builder, slot: str, x: float, y: float, z: float, *, reach: float = 0.12, rise: float = 0.1) -> None:
    """A mixer tap on (x, y, z) whose spout comes towards -Y."""
    b.add(
        lathe(
            rounded_profile(
                [(0, 0), (0.027, 0), (0.027, 0.006), (0.019, 0.012), (0.017, rise * 0.75), (0.02, rise * 0.8), (0.02, rise * 1.05), (0, rise * 1.05)],
                0.003,
            ),
            segments=40,
        ),
        slot,
        "tap",
    )
    move(b._parts["tap"][-1], x, y, z)
    spout = smooth_path(
        [(x, y, z + rise * 0.7), (x, y - reach * 0.35, z + rise * 0.92), (x, y - reach * 0.8, z + rise * 0.85), (x, y - reach, z + rise * 0.62)], 28
    )
    b.add(sweep(spout, np.linspace(0.0145, 0.0105, 28), sides=22), slot, "tap")
    b.add(rod((x, y, z + rise * 1.05), (x, y + 0.004, z + rise * 1.2), 0.009), slot, "tap")
    b.add(
        sweep(
            smooth_path([(x, y + 0.004, z + rise * 1.2), (x, y - 0.03, z + rise * 1.34), (x, y - 0.062, z + rise * 1.4)], 16),
            np.linspace(0.0085, 0.0052, 16),
            sides=16,
            flat=0.7,
        ),
        slot,
        "tap",
    )


@prop("door")
def door(spec: Spec, b: Builder) -> None:
    w, h, t = 0.86, 2.03, 0.042
    colour = b.choose("#5f7f86", "#8c2f27", "#3f5a48", None)
    b.slot("door", "paint" if colour else "oak", colour, finish=("satin",) if colour else ())
    b.slot("frame", "paint", "#ebe7dc", role="trim", finish=("satin",))
    b.slot("metal", "brass", role="fixed")
    for s in (-1, 1):
        b.add(box(0.035, 0.13, h + 0.035, bevel=0.003, at=(s * (w / 2 + 0.0215), 0, 0)), "frame", "jambs")
        b.add(box(0.085, 0.02, h + 0.1, bevel=0.006, at=(s * (w / 2 + 0.056), -0.072, 0)), "frame", "architrave")
        b.add(box(0.018, 0.014, h + 0.02, bevel=0.003, at=(s * (w / 2 - 0.006), 0.01, 0)), "frame", "stops")
    b.add(box(w + 0.078, 0.13, 0.035, bevel=0.003, at=(0, 0, h + 0.006)), "frame", "head")
    b.add(box(w + 0.197, 0.021, 0.085, bevel=0.006, at=(0, -0.072, h + 0.014)), "frame", "architrave")
    b.add(box(w + 0.225, 0.05, 0.022, bevel=0.006, at=(0, -0.08, h + 0.098)), "frame", "cornice")
    b.add(box(w + 0.04, 0.14, 0.018, bevel=0.005, at=(0, 0, 0)), "metal", "threshold")
    slab, metal = [box(w, t * 0.5, h - 0.022, bevel=0.001, at=(0, 0, 0.021))], []
    stile, rails = 0.115, ((0.021, 0.22), (0.86, 0.15), (1.52, 0.11), (h - 0.121, 0.12))
    for x in (-w / 2 + stile / 2 + 0.001, 0, w / 2 - stile / 2 - 0.001):
        slab.append(box(stile if x else 0.1, t, h - 0.023, bevel=0.005, at=(x, 0, 0.0215)))
    for z, tall in rails:
        slab.append(box(w - 0.004, t - 0.0006, tall, bevel=0.005, at=(0, 0, z)))
    for (z0, tall), (z1, _) in zip(rails, rails[1:], strict=False):
        for s in (-1, 1):
            wide = (w - 2 * stile - 0.1) / 2 - 0.02
            slab.append(box(wide, t * 0.86, z1 - z0 - tall - 0.02, bevel=0.0085, segments=2, at=(s * (wide / 2 + 0.06), 0, z0 + tall + 0.01)))
    knob = lathe(
        rounded_profile(
            [(0, 0), (0.028, 0), (0.028, 0.005), (0.012, 0.009), (0.0095, 0.03), (0.02, 0.038), (0.0285, 0.052), (0.024, 0.066), (0, 0.07)], 0.005
        ),
        segments=40,
    )
    metal.append(move(rotate(knob, 90), w / 2 - 0.062, -t / 2, 1.0))
    metal.append(box(0.03, 0.004, 0.05, bevel=0.002, at=(w / 2 - 0.062, -t / 2 - 0.001, 0.905)))
    metal += [cylinder(0.0085, 0.1, bevel=0.002, at=(-w / 2 - 0.002, -t / 2 - 0.004, z)) for z in (0.2, 0.98, 1.76)]
    if spec.has("open", "ajar"):
        for o in slab + metal:
            move(rotate(move(o, w / 2, -t / 2, 0), 0, 0, 70 if spec.has("open") else 24), -w / 2, t / 2, 0)
    b.add(join(slab), "door")
    b.add(join(metal), "metal", "knob")
    b.mount = 0.0
    if (spec.has("wreath") or spec.is_a("christmas")) and not spec.has("open", "ajar"):
        garland(spec, b, (0, -t / 2 - 0.036, 1.5), "fixed")
    b.lean = None


@prop("sink")
def sink(spec: Spec, b: Builder) -> None:
    b.slot("body", "porcelain", "#eeece6")
    b.slot("metal", "chrome", role="trim")
    b.slot("drain", "cast_iron", "#2a2a2a", role="fixed")
    H = 0.84
    foot = [(0.115, 0.1, 0.0, 0.05, 3, 3), (0.12, 0.105, 0.012, 0.05, 3, 3), (0.1, 0.088, 0.05, 0.05, 3, 3), (0.078, 0.072, 0.16, 0.055, 2.6, 3)]
    shaft = [(0.072, 0.07, 0.34, 0.058, 2.4, 3), (0.086, 0.08, 0.54, 0.055, 2.4, 3), (0.11, 0.1, 0.62, 0.045, 2.4, 3)]
    b.add(loft([round_ring(*r) for r in smooth_path(np.array(foot + shaft, float), 60)], smooth=180), "body", "pedestal")
    under = [
        (0.1, 0.09, H - 0.235, 0.05, 2.4, 3),
        (0.19, 0.15, H - 0.205, 0.03, 2.4, 3.4),
        (0.255, 0.2, H - 0.13, 0.01, 2.6, 4),
        (0.285, 0.222, H - 0.055, 0.0, 2.8, 5),
    ]
    rim = [
        (0.3, 0.235, H - 0.04, 0, 2.9, 6),
        (0.302, 0.237, H - 0.012, 0, 2.9, 6),
        (0.296, 0.232, H - 0.001, 0, 2.9, 6),
        (0.285, 0.222, H, 0, 2.9, 6),
    ]
    bowl = [(0.236, 0.155, H - 0.002, -0.042, 2.3, 2.6), (0.222, 0.143, H - 0.014, -0.042, 2.3, 2.6), (0.2, 0.127, H - 0.06, -0.04, 2.2, 2.4)]
    deep = [(0.15, 0.098, H - 0.115, -0.032, 2, 2), (0.08, 0.056, H - 0.138, -0.025, 2, 2), (0.024, 0.024, H - 0.143, -0.02, 2, 2)]
    rings = [round_ring(*r) for part in (under, rim, bowl + deep) for r in smooth_path(np.array(part, float), 24)]
    b.add(loft(rings, smooth=180), "body", "basin")
    b.add(torus(0.023, 0.003, at=(0, -0.02, H - 0.1415), segments=40), "metal", "drain")
    b.add(cylinder(0.02, 0.001, bevel=0, at=(0, -0.02, H - 0.1422)), "drain")
    b.add(move(rotate(torus(0.011, 0.002, segments=28, sides=10), 75), 0, 0.091, H - 0.035), "metal", "overflow")
    tap(b, "metal", 0, 0.165, H, reach=0.14, rise=0.1)
    if spec.has("full", "filled") or spec.contents:
        b.slot("contents", "water", role="fixed", params={"of": spec.contents or "water"})
        b.add(loft([round_ring(0.207, 0.13, H - 0.048, -0.04, 2.2, 2.4), round_ring(0.001, 0.001, H - 0.048, -0.04)], smooth=180), "contents")
    b.interior = Interior(radius=0.12, z0=H - 0.13, z1=H - 0.01, y=-0.04)


@prop("toilet")
def toilet(spec: Spec, b: Builder) -> None:
    b.slot("body", "porcelain", "#f0eeea")
    b.slot("seat", "plastic", "#f2f0ec", role="trim", finish=("glossy",))
    b.slot("metal", "chrome", role="fixed")
    b.slot("water", "water", role="fixed")
    foot = [
        (0.12, 0.25, 0.0, 0.05, 2.4, 4),
        (0.125, 0.255, 0.012, 0.05, 2.4, 4),
        (0.11, 0.235, 0.05, 0.05, 2.4, 4),
        (0.1, 0.22, 0.14, 0.05, 2.3, 4),
        (0.13, 0.24, 0.24, 0.02, 2.2, 4),
    ]
    bowl = [
        (0.178, 0.275, 0.34, -0.02, 2.2, 4),
        (0.19, 0.29, 0.385, -0.03, 2.2, 4),
        (0.186, 0.286, 0.4, -0.03, 2.2, 4),
        (0.16, 0.245, 0.402, -0.045, 2.2, 2.6),
    ]
    deep = [
        (0.14, 0.2, 0.395, -0.08, 2.2, 2.4),
        (0.13, 0.185, 0.35, -0.085, 2.1, 2.3),
        (0.1, 0.13, 0.27, -0.06, 2, 2),
        (0.06, 0.075, 0.2, -0.03, 2, 2),
        (0.02, 0.03, 0.19, -0.03, 2, 2),
    ]
    b.add(
        loft([round_ring(*r) for part in (foot + bowl[:3], bowl[2:] + deep) for r in smooth_path(np.array(part, float), 44)], smooth=180),
        "body",
        "bowl",
    )
    b.add(loft([round_ring(0.088, 0.112, 0.252, -0.052, 2, 2), round_ring(0.001, 0.001, 0.2525, -0.052)], smooth=180), "water")
    tank = [
        round_ring(*r)
        for r in smooth_path(
            np.array(
                [
                    (0.17, 0.08, 0.385, 0.245, 6, 7),
                    (0.19, 0.088, 0.42, 0.245, 6, 7),
                    (0.2, 0.093, 0.6, 0.245, 6, 7),
                    (0.205, 0.095, 0.735, 0.245, 6, 7),
                ],
                float,
            ),
            24,
        )
    ]
    b.add(loft(tank, smooth=50), "body", "tank")
    lid = [(0.207, 0.097, 0.736), (0.217, 0.106, 0.741), (0.219, 0.108, 0.756), (0.213, 0.102, 0.766), (0.19, 0.08, 0.77), (0.001, 0.001, 0.771)]
    b.add(loft([round_ring(x, y, z, 0.243, 6, 7) for x, y, z in lid], smooth=60), "body", "tank lid")
    b.add(lathe(rounded_profile([(0, 0.768), (0.024, 0.768), (0.024, 0.776), (0, 0.777)], 0.002), segments=36), "metal", "button")
    move(b._parts["button"][-1], 0, 0.243, 0)
    level = 0.404
    ring = [
        (0.192, 0.235, level + 0.004),
        (0.195, 0.238, level + 0.012),
        (0.18, 0.224, level + 0.02),
        (0.14, 0.19, level + 0.019),
        (0.125, 0.172, level + 0.011),
        (0.125, 0.172, level + 0.003),
        (0.192, 0.235, level + 0.004),
    ]
    b.add(loft([round_ring(x, y, z, -0.075, 2.2, 3.0) for x, y, z in smooth_path(np.array(ring), 36)], closed_ends=False, smooth=180), "seat")
    cover = [
        (0.001, 0.001, 0.0),
        (0.15, 0.19, 0.0),
        (0.194, 0.237, 0.003),
        (0.196, 0.239, 0.012),
        (0.185, 0.228, 0.02),
        (0.1, 0.14, 0.027),
        (0.001, 0.001, 0.029),
    ]
    top = loft([round_ring(x, y, z, -0.235, 2.2, 3.0) for x, y, z in cover], smooth=180)
    move(top if spec.has("closed") else rotate(top, -98), 0, 0.158 if spec.has("closed") else 0.13, level + 0.022)
    b.add(top, "seat", "lid")
    for s in (-1, 1):
        b.add(rotate(cylinder(0.013, 0.05, bevel=0.003, at=(0, 0, -0.025)), 0, 90), "metal", "hinges")
        move(b._parts["hinges"][-1], 0.075 * s, 0.148, level + 0.018)


@prop("bathtub")
def bathtub(spec: Spec, b: Builder) -> None:
    L, W = 0.84, 0.375
    b.slot("body", "porcelain", "#f0eee8")
    b.slot("metal", b.choose("brass", "chrome"), role="trim")
    b.slot("drain", "cast_iron", "#2a2a2a", role="fixed")
    out = [(0.5, 0.2, 0.155), (0.6, 0.25, 0.165), (0.7, 0.3, 0.23), (0.765, 0.335, 0.38), (0.79, 0.345, 0.53), (0.8, 0.35, 0.57)]
    lip = [(0.8, 0.35, 0.57), (0.83, 0.372, 0.572), (L, W, 0.586), (0.835, 0.373, 0.6), (0.8, 0.348, 0.602), (0.785, 0.336, 0.592)]
    inn = [
        (0.785, 0.336, 0.592),
        (0.765, 0.325, 0.53),
        (0.735, 0.31, 0.38),
        (0.67, 0.272, 0.24),
        (0.58, 0.22, 0.195),
        (0.4, 0.13, 0.187),
        (0.02, 0.02, 0.183),
    ]
    rows = [r for part in (out, lip, inn) for r in smooth_path(np.array(part), 22)]
    shell = loft([round_ring(x, y, z, 0, 2.7) for x, y, z in rows], smooth=180)
    for v in shell.data.vertices:  # the far end rises and slopes, to lean back on
        v.co.z += 0.085 * max(v.co.z - 0.2, 0) / 0.4 * max(v.co.x / L - 0.25, 0) ** 1.6
        v.co.x += 0.1 * max(v.co.z - 0.3, 0) * (v.co.x > 0)
    b.add(shell, "body")
    for sx in (-1, 1):
        for sy in (-1, 1):
            leg = smooth_path(
                [
                    (sx * 0.52, sy * 0.2, 0.24),
                    (sx * 0.6, sy * 0.265, 0.17),
                    (sx * 0.615, sy * 0.285, 0.1),
                    (sx * 0.59, sy * 0.27, 0.055),
                    (sx * 0.605, sy * 0.285, 0.025),
                ],
                28,
            )
            b.add(sweep(leg, np.interp(np.linspace(0, 1, 28), [0, 0.3, 0.75, 1], [0.05, 0.046, 0.022, 0.026]), sides=18), "metal", "feet")
            b.add(ellipsoid(0.036, 0.036, 0.028, at=(sx * 0.612, sy * 0.292, 0.028), segments=24), "metal", "feet")
            for k in (-1, 0, 1):
                b.add(ellipsoid(0.011, 0.024, 0.02, at=(sx * 0.612 + 0.02 * k, sy * 0.315, 0.02), segments=16), "metal", "feet")
    x = -L * 0.985
    for s in (-1, 1):
        b.add(rod((x, 0.07 * s, 0.0), (x, 0.07 * s, 0.66), 0.0125), "metal", "pipes")
        b.add(
            move(
                rotate(lathe(rounded_profile([(0, 0), (0.02, 0), (0.022, 0.02), (0.012, 0.035), (0, 0.036)], 0.004), segments=24), 0, 0),
                x,
                0.07 * s,
                0.66,
            ),
            "metal",
            "pipes",
        )
        for turn in (0, 90):
            b.add(move(rotate(rod((-0.034, 0, 0), (0.034, 0, 0), 0.006), 0, 0, turn + 20), x, 0.07 * s, 0.702), "metal", "taps")
    b.add(rod((x, -0.07, 0.65), (x, 0.07, 0.65), 0.0155), "metal", "pipes")
    b.add(
        sweep(smooth_path([(x, 0, 0.65), (x + 0.02, 0, 0.72), (x + 0.1, 0, 0.745), (x + 0.17, 0, 0.71), (x + 0.185, 0, 0.67)], 30), 0.0135, sides=18),
        "metal",
        "spout",
    )
    b.add(cylinder(0.026, 0.003, bevel=0.001, at=(-0.35, 0, 0.186)), "metal", "drain")
    if spec.contents or spec.has("full", "filled"):
        b.slot("contents", "water", role="fixed", params={"of": spec.contents or "water"})
        b.add(loft([round_ring(0.772, 0.329, 0.54, 0.0, 2.7), round_ring(0.001, 0.001, 0.541)], smooth=180), "contents")
        b.support("water", -0.5, 0.5, -0.2, 0.16, 0.54)  # what is in it floats
        return
    b.support("rim", -0.55, 0.5, -0.385, -0.325, 0.602, headroom=4.0)
    b.interior = Interior(radius=0.27, z0=0.19, z1=0.59, half_x=0.6, half_y=0.25)
