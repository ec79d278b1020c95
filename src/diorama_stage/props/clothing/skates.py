# SPDX-License-Identifier: GPL-3.0-or-later
"""Sports wear of leather: ice skates and roller skates on one kind of boot, a baseball glove, a saddle, a lasso."""

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
    extrude,
    field,
    from_geometry,
    lathe,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    sweep,
    torus,
)
from diorama_stage.kit.growth import Growth
from diorama_stage.kit.parts import rod, tint
from diorama_stage.kit.rest import grounded
from diorama_stage.kit.sculpt import Clay, Part
from diorama_stage.kit.seams import Skin, ribbon, sheet, thread
from diorama_stage.props.clothing.shoe_last import outline
from diorama_stage.props.registry import prop

L = 0.265
"""Length of a skate's sole, metres; its toe is towards +X."""


def _boot(b: Builder, base: float) -> list:
    """A laced boot of stiff leather on its sole and heel, the sole's underside at z = `base`."""
    at = lambda *rows: np.array(rows, float)  # noqa: E731
    parts = [
        Part(at((0.052, 0, base + 0.055, 0.04), (0.05, 0, base + 0.12, 0.041), (0.046, 0, base + 0.19, 0.046), (0.044, 0, base + 0.24, 0.049)), 0.02),
        Part(at((0.045, 0, base + 0.045, 0.038), (0.11, 0, base + 0.046, 0.038), (0.17, 0, base + 0.036, 0.038), (0.222, 0, base + 0.03, 0.031)), 0.03),
        Part(at((0.09, 0, base + 0.09, 0.034), (0.15, 0, base + 0.055, 0.032)), 0.04),
    ]
    points, quads = Clay(parts, 0.0028, floor=base + 0.012).skin(4)
    top = base + 0.235
    points[:, 2] = np.minimum(points[:, 2], top - 0.012 * np.clip((points[:, 0] - 0.04) / 0.05, -1, 1))
    skin = from_geometry("boot", points, quads, smooth=180)
    made = [b.add(tint(skin, lambda p: 1 + 0.03 * field(p, 0.04, seed=b.spec.seed)), "body", "boot")]
    edge = outline(L, width=0.98)
    made.append(b.add(extrude([tuple(p) for p in edge], 0.014, bevel=0.004, at=(0, 0, base)), "sole"))
    made += _lacing(b, Skin(made[0]), base, top)
    return made


def _lacing(b: Builder, skin: Skin, base: float, top: float) -> list:
    """The tongue down the front, eyelets in two rows, laces crossed between them and tied, a padded collar."""
    t = np.linspace(0, 1, 60)
    line = np.column_stack([0.3 - 0.0 * t, 0 * t, base + 0.07 + (top - base - 0.085) * t])
    front, _ = skin.cast(line, (-1, 0, 0), 0.0)
    made = [b.add(ribbon(front + (0.0012, 0, 0), (0, 1, 0), 0.03, 0.003), "tongue")]
    holes = {s: [] for s in (-1, 1)}
    for k in range(9):
        z = base + 0.075 + 0.0165 * k
        for s in (-1, 1):
            spot, _ = skin.cast([(0.3, s * (0.0165 + 0.0012 * k), z)], (-1, 0, 0), 0.001)
            holes[s].append(spot[0])
            made.append(b.add(move(rotate(torus(0.0034, 0.0011, segments=20, sides=8), 0, 62), *spot[0]), "metal", "eyelets"))
    for k in range(8):
        for s in (-1, 1):
            a, c = holes[s][k], holes[-s][k + 1]
            middle = (a + c) / 2 + (0.0055, 0, 0.002)
            made.append(b.add(sweep(smooth_path([a, middle, c], 16), 0.0022, sides=10, flat=0.7), "laces"))
    knot = (holes[-1][-1] + holes[1][-1]) / 2 + (0.008, 0, 0.002)
    for s in (-1, 1):
        made.append(b.add(sweep(smooth_path([holes[s][-1], knot], 8), 0.0022, sides=10), "laces"))
        made.append(
            b.add(
                sweep(
                    smooth_path([knot, knot + (0.012, s * 0.022, 0.012), knot + (0.016, s * 0.036, -0.006), knot + (0.006, s * 0.018, -0.006), knot], 30),
                    0.0021,
                    sides=10,
                ),
                "laces",
            )
        )
        made.append(b.add(sweep(smooth_path([knot, knot + (0.014, s * 0.012, -0.016), knot + (0.018, s * 0.024, -0.05)], 20), 0.0021, sides=10), "laces"))
    a = np.linspace(0, 2 * math.pi, 60)
    collar = np.column_stack([0.0445 + 0.0465 * np.cos(a), 0.0465 * np.sin(a), top - 0.0045 - 0.012 * np.cos(a)])
    made.append(b.add(sweep(collar, 0.0062, sides=14), "lining", "collar"))
    hollow = np.stack([collar * (1, 1, 1) - (0, 0, 0.0), np.column_stack([0.0445 + 0.02 * np.cos(a), 0.02 * np.sin(a), np.full(60, top - 0.003)])])
    made.append(b.add(sheet(hollow + (0, 0, 0.005), 0.001), "inside"))
    return made


def _leathers(b: Builder, colours) -> None:
    b.slot("body", "leather", b.choose(*colours), finish=("satin",))
    b.slot("sole", "rubber", "#3a2a20", role="fixed")
    b.slot("tongue", "leather", "#e8e4da", role="trim")
    b.slot("laces", "cotton", "#f5f3ec", role="fixed")
    b.slot("metal", "chrome", role="fixed")
    b.slot("lining", "suede", "#d8cbb4", role="fixed")
    b.slot("inside", "soil", "#2a221c", role="fixed")


def _shown(b: Builder, made: list) -> None:
    """Turned so that its toe looks left and a little to the lens."""
    turn = 180 + b.rng.uniform(14, 30)
    for o in made:
        rotate(move(o, -L / 2, 0, 0), 0, 0, turn)
    grounded(*made)


@prop("ice_skate")
def ice_skate(spec: Spec, b: Builder) -> None:
    """A white boot on a heel, a steel blade with its toe picks."""
    _leathers(b, ("#f2f0ea", "#f2f0ea", "#1c1b1c"))
    made = _boot(b, 0.066)
    made.append(b.add(extrude([tuple(p) for p in outline(0.08, width=3.1) + (0.002, 0)], 0.03, bevel=0.004, at=(0, 0, 0.038)), "sole", "heel"))
    picks = [(0.262 + 0.0065 * math.cos(0.5 * k) * (1 if k % 2 else 0.45), 0.012 + 0.007 * k) for k in range(5)]
    blade = [
        (-0.028, 0.004),
        (-0.02, 0.0005),
        (0.1, 0.0),
        (0.22, 0.0015),
        (0.25, 0.006),
        *picks,
        (0.252, 0.05),
        (0.235, 0.05),
        (0.226, 0.03),
        (0.2, 0.022),
        (0.115, 0.02),
        (0.09, 0.024),
        (0.078, 0.037),
        (0.0, 0.037),
        (-0.012, 0.024),
        (-0.028, 0.012),
    ]
    made.append(b.add(move(rotate(extrude(blade, 0.0042, bevel=0.0008), 90), 0, 0.0021, 0), "metal", "blade"))
    for x, z, wide in ((0.038, 0.0365, 0.075), (0.215, 0.064, 0.09)):
        made.append(b.add(box(wide, 0.045, 0.0035, bevel=0.001, at=(x, 0, z)), "metal", "plates"))
    made.append(b.add(box(0.05, 0.008, 0.024, bevel=0.002, at=(0.222, 0, 0.045)), "metal", "plates"))
    _shown(b, made)


@prop("roller_skate")
def roller_skate(spec: Spec, b: Builder) -> None:
    """A boot on a plate with two trucks, four broad wheels and a stopper at the toe."""
    _leathers(b, ("#f2f0ea", "#e86a9a", "#5ab0c8", "#c8362c"))
    b.slot("wheels", "rubber", b.choose("#e0432c", "#f2c12c", "#d8408a", "#3f9ac8"), role="trim")
    made = _boot(b, 0.086)
    made.append(b.add(extrude([tuple(p) for p in outline(0.08, width=3.1) + (0.002, 0)], 0.012, bevel=0.003, at=(0, 0, 0.076)), "sole", "heel"))
    made.append(b.add(box(0.23, 0.056, 0.006, bevel=0.002, at=(0.125, 0, 0.071)), "metal", "plate"))
    for x in (0.045, 0.2):
        made.append(b.add(rod((x, -0.05, 0.031), (x, 0.05, 0.031), 0.0045), "metal", "trucks"))
        made.append(b.add(rod((x, 0, 0.031), (x + 0.016, 0, 0.073), 0.013), "metal", "trucks"))
        for s in (-1, 1):
            wheel = lathe(
                rounded_profile([(0.01, -0.0155), (0.026, -0.0155), (0.031, -0.01), (0.031, 0.01), (0.026, 0.0155), (0.01, 0.0155), (0.01, -0.0155)], 0.004),
                segments=56,
            )
            made.append(b.add(move(rotate(wheel, 90), x, s * 0.04, 0.031), "wheels"))
            made.append(b.add(move(rotate(cylinder(0.0115, 0.026, bevel=0.002, segments=32, at=(0, 0, -0.013)), 90), x, s * 0.04, 0.031), "metal", "hubs"))
            made.append(b.add(move(rotate(cylinder(0.005, 0.008, bevel=0.001, segments=6), 90 * s), x, s * 0.053, 0.031), "metal", "hubs"))
    made.append(b.add(rod((0.245, 0, 0.072), (0.272, 0, 0.04), 0.007), "metal", "stopper"))
    made.append(b.add(move(rotate(cylinder(0.021, 0.026, bevel=0.006, segments=40), 0, 142), 0.275, 0, 0.038), "wheels", "stopper"))
    _shown(b, made)


@prop("baseball_glove")
def baseball_glove(spec: Spec, b: Builder) -> None:
    """A fielder's mitt standing on its heel, its pocket to the lens: four padded fingers, a thumb, a laced web between."""
    base = b.choose("#9c5a2c", "#8a4a22", "#a8683a")
    b.slot("body", "leather", base)
    b.slot("laces", "leather", "#d8b07a", role="trim")
    b.slot("stitches", "cotton", "#e6d3a8", role="fixed")
    at = lambda *rows: np.array(rows, float)  # noqa: E731
    parts = [
        Part(at((-0.03, 0.0, 0.05, 0.05), (0.03, 0.0, 0.05, 0.05)), 0.03, thin=np.array((0, 0.8, 0))),
        Part(at((0.0, 0.008, 0.1, 0.075), (0.005, 0.008, 0.12, 0.07)), 0.03, thin=np.array((0, 0.62, 0))),
    ]
    for k, (x, tip, high) in enumerate(((-0.068, -0.105, 0.215), (-0.035, -0.062, 0.25), (0.0, -0.016, 0.265), (0.036, 0.034, 0.255))):
        parts.append(Part(at((x * 0.75, 0.012, 0.1, 0.024), ((x + tip) / 2, 0.016, 0.17, 0.0245), (tip, -0.006 - 0.006 * (k == 0), high, 0.0185)), 0.008))
    parts.append(Part(at((0.05, 0.004, 0.05, 0.034), (0.1, -0.004, 0.1, 0.03), (0.128, -0.022, 0.165, 0.024), (0.128, -0.034, 0.2, 0.019)), 0.012))
    parts.append(Part(at((0.012, -0.088, 0.125, 0.072), (0.03, -0.086, 0.155, 0.068)), 0.03, cut=True))
    parts.append(Part(at((0.0, -0.02, -0.06, 0.05), (0.0, -0.02, -0.02, 0.05)), 0.01, cut=True))
    points, quads = Clay(parts, 0.0031, floor=0.006).skin(4)
    glove = from_geometry("glove", points, quads, smooth=180)

    def pocket(p):
        return (1 - 0.32 * np.exp(-(((p[:, 0] - 0.015) ** 2 + (p[:, 2] - 0.135) ** 2) / 0.0035)) * (p[:, 1] < 0.01)) * (
            1 + 0.12 * field(p, 0.03, seed=spec.seed)
        )

    made = [b.add(tint(displace(glove, 0.0015, 0.03, seed=spec.seed), pocket), "body")]
    skin = Skin(made[0])
    web = Growth()
    u, v = np.linspace(0, 1, 14)[:, None], np.linspace(0, 1, 14)[None, :]
    x = 0.05 + 0.072 * v + 0.0 * u - 0.012 * (1 - v) * (1 - u)
    z = 0.155 + 0.082 * u - 0.03 * v * u
    y = -0.012 - 0.02 * v + 0.016 * np.sin(np.pi * v)
    web.sheet(np.stack([x, y + 0 * u, z + 0 * v], axis=-1), 0.9, 0.005)
    made.append(b.add(web.object("web"), "body", "web"))
    lace = lambda pts: b.add(ribbon(smooth_path(pts, 20), (0, -1, 0.2), 0.0055, 0.0022), "laces")  # noqa: E731
    for k in range(4):
        h = 0.168 + 0.019 * k
        made.append(lace([(0.044, -0.024, h), (0.085, -0.024, h - 0.006), (0.124, -0.05, h - 0.014)]))
        w = 0.058 + 0.018 * k
        made.append(lace([(w, -0.024 - 0.006 * k, 0.158), (w + 0.002, -0.022 - 0.006 * k, 0.2), (w, -0.022 - 0.006 * k, 0.23 - 0.008 * k)]))
    for k, z0 in enumerate((0.205, 0.225)):
        made.append(lace([(-0.1 + 0.006 * k, -0.024, z0 - 0.006), (-0.06, -0.014, z0 + 0.006), (-0.02, -0.012, z0 + 0.012), (0.03, -0.014, z0 + 0.01)]))
    for x0 in (-0.05, -0.018, 0.018):
        line = np.column_stack([np.linspace(x0 * 0.8, x0 * 1.5, 30), np.full(30, -0.2), np.linspace(0.125, 0.21, 30)])
        made.append(b.add(thread(skin.cast(line, (0, 1, 0), 0.0006)[0], 0.0045, 0.0007), "stitches"))
    heel = np.column_stack([np.linspace(-0.07, 0.075, 40), np.full(40, -0.2), 0.035 + 0.012 * np.cos(np.linspace(-1.5, 1.5, 40))])
    made.append(b.add(thread(skin.cast(heel, (0, 1, 0), 0.0008)[0], 0.006, 0.0012), "laces"))
    turn = b.rng.uniform(-14, 14)
    for o in made:
        rotate(rotate(o, -14, 0, 0), 0, 0, turn)
    grounded(*made)


@prop("saddle")
def saddle(spec: Spec, b: Builder) -> None:
    """A western saddle on a wooden stand: horn, dished seat, high cantle, skirts, fenders down to their stirrups."""
    base = b.choose("#7a4524", "#5f3318", "#8a5530")
    b.slot("body", "leather", base)
    b.slot("seat", "suede", b.choose("#9c6a40", "#4a2c1c"), role="trim")
    b.slot("straps", "leather", "#3a2014", role="fixed")
    b.slot("metal", "silver", "#cfd0d2", role="fixed")
    b.slot("wood", "oak", "#b08a58", role="fixed")
    b.slot("thread", "cotton", "#e6d3a8", role="fixed")
    ridge = 0.72
    x, q = np.linspace(-1, 1, 60)[:, None], np.linspace(-1, 1, 61)[None, :]

    def skirt(reach, drop, lift):
        return np.stack(
            [
                0.3 * x * (1 - 0.1 * q**2) + 0 * q,
                0.2 * np.sin(q * reach) * (1 + 0.1 * np.abs(q)) + 0 * x,
                ridge - 0.165 + lift + 0.165 * np.cos(q * reach) - drop * np.clip(np.abs(q) - 0.6, 0, 1) * np.sqrt(np.maximum(1 - x**6, 0.0)) + 0.012 * x**2,
            ],
            axis=-1,
        )

    b.add(Growth().sheet(skirt(1.75, 0.2, 0.0), 1.0, 0.008).object("skirt"), "body", "skirts")
    b.add(Growth().sheet(skirt(1.3, 0.1, 0.014) * (0.94, 1, 1), 0.82, 0.008).object("jockey"), "body", "skirts")
    t, s = np.linspace(0, 1, 50)[:, None], np.linspace(-1, 1, 33)[None, :]
    rise = 0.11 * np.clip((0.26 - t) / 0.26, 0, 1) ** 1.6 + 0.075 * np.clip((t - 0.74) / 0.26, 0, 1) ** 1.6
    half = 0.135 + 0.045 * np.clip((0.4 - t) / 0.4, 0, 1) - 0.03 * np.clip(t - 0.7, 0, 1) * 2
    seat = np.stack([-0.2 + 0.36 * t + 0 * s, half * s, ridge + 0.022 + rise * (1 - 0.4 * s**2) - 0.055 * np.abs(s) ** 2.2], axis=-1)
    b.add(Growth().sheet(seat, 1.0, 0.012).object("seat"), "seat")
    rim = np.array([(-0.212 - 0.018 * math.cos(v * 1.4), 0.17 * math.sin(v * 1.35), ridge + 0.142 - 0.09 * v * v) for v in np.linspace(-1, 1, 40)])
    b.add(sweep(rim, 0.0125, sides=16), "body", "cantle")
    b.add(displace(move(rotate(ellipsoid(0.055, 0.13, 0.055, segments=48), 0, -14), 0.17, 0, ridge + 0.05), 0.003, 0.05), "body", "pommel")
    b.add(
        sweep(smooth_path([(0.17, 0, ridge + 0.08), (0.185, 0, ridge + 0.13), (0.2, 0, ridge + 0.165)], 20), np.linspace(0.024, 0.015, 20), sides=24),
        "body",
        "horn",
    )
    b.add(move(rotate(cylinder(0.034, 0.016, bevel=0.007, segments=48), 0, 14), 0.2, 0, ridge + 0.162), "body", "horn")
    for side in (-1, 1):
        _fender(b, side, ridge)
        for px in (-0.24, 0.24):
            b.add(
                move(
                    rotate(lathe(rounded_profile([(0, 0), (0.02, 0), (0.016, 0.006), (0, 0.009)], 0.002), segments=32), -62 * side),
                    px,
                    side * 0.19,
                    ridge - 0.07,
                ),
                "metal",
                "conchos",
            )
    b.add(rod((-0.36, 0, ridge - 0.06), (0.36, 0, ridge - 0.06), 0.045), "wood", "stand")
    for sx in (-1, 1):
        for side in (-1, 1):
            b.add(rod((sx * 0.3, 0, ridge - 0.07), (sx * 0.36, side * 0.24, 0.0), 0.022), "wood", "stand")
        b.add(rod((sx * 0.335, -0.14, 0.3), (sx * 0.335, 0.14, 0.3), 0.016), "wood", "stand")
    for objects in b._parts.values():
        for o in objects:
            rotate(o, 0, 0, 158)


def _fender(b: Builder, side: int, ridge: float) -> None:
    """The broad leather under a leg and the stirrup that hangs from it."""
    t, s = np.linspace(0, 1, 30)[:, None], np.linspace(-1, 1, 13)[None, :]
    half = 0.045 + 0.045 * np.sin(np.pi * np.clip(t * 1.1, 0, 1)) - 0.02 * t
    y = side * (0.19 + 0.035 * np.sin(np.pi * np.clip(t + 0.25, 0, 1)) + 0.016 * t)
    b.add(Growth().sheet(np.stack([0.03 + half * s, y + 0 * s, ridge - 0.02 - 0.34 * t + 0 * s], axis=-1), 0.9, 0.006).object("fender"), "body", "fenders")
    low = np.array((0.03, side * 0.222, ridge - 0.37))
    b.add(ribbon(np.array([low + (0, 0, 0.04), low + (0, 0, 0.0), low + (0, 0, -0.03)]), (1, 0, 0), 0.05, 0.008), "straps", "stirrups")
    u = np.linspace(0.3, 2 * math.pi - 0.3, 40)
    loop = np.column_stack([low[0] + 0.068 * np.sin(u) * (0.75 + 0.25 * np.cos(u + math.pi)), np.full(40, low[1]), low[2] - 0.098 + 0.072 * np.cos(u)])
    b.add(ribbon(loop, (0, 1, 0), 0.045, 0.012), "wood", "stirrups")
    b.add(box(0.116, 0.05, 0.014, bevel=0.004, at=(low[0], low[1], low[2] - 0.176)), "wood", "stirrups")


@prop("lasso")
def lasso(spec: Spec, b: Builder) -> None:
    """A stiff rope in even coils, its running noose laid out through a small eye."""
    b.slot("body", "burlap", b.choose("#c8a468", "#b8935a", "#d8bc84"))
    r = 0.0055
    a = np.linspace(0, 2 * math.pi * 5.5, 520)
    coil = np.column_stack(
        [
            (0.15 + 0.008 * np.sin(a * 0.37)) * np.cos(a) + 0.004 * np.sin(a * 1.7),
            (0.15 + 0.008 * np.sin(a * 0.29 + 1)) * np.sin(a),
            r + 0.0085 * a / (2 * math.pi) * (0.62 + 0.2 * np.sin(a * 2.3)),
        ]
    )
    eye = np.array((0.235, -0.12, r))
    lead = smooth_path([coil[0] + (0, 0, 0), (0.16, -0.05, r), (0.195, -0.1, r), eye], 40)
    u = np.linspace(0, 2 * math.pi, 160)
    noose = np.column_stack([0.4 + 0.165 * np.cos(u + math.pi), -0.155 + 0.115 * np.sin(u + math.pi) + 0.012 * np.sin(2 * u), np.full(160, r)])
    noose[:, 2] += 0.004 * np.abs(np.sin(1.5 * u))
    q = np.linspace(0, 2 * math.pi, 12, endpoint=False)
    made = []
    for path in (coil, lead, noose, np.array([eye + (0.013 * math.cos(v), 0.0115 * math.sin(v), 0.004) for v in np.linspace(0, 2 * math.pi, 40)])):
        run = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
        fine = np.column_stack([np.interp(np.linspace(0, run[-1], int(run[-1] / 0.0022)), run, path[:, k]) for k in range(3)])
        strand = sweep(fine, r, section=np.column_stack([np.cos(q), np.sin(q)]))
        made.append(b.add(strand, "body"))
    for o in made:
        tint(o, lambda p: 1 + 0.28 * np.sin((p[:, 0] + p[:, 1]) * 900 + p[:, 2] * 700) + 0.08 * field(p, 0.03, seed=2))
    b.add(sweep(np.array([eye + (-0.03, 0.022, 0.001), eye + (-0.02, 0.015, 0.001), eye + (-0.012, 0.008, 0.001)]), 0.0085, sides=16), "body", "knot")
    for objects in b._parts.values():
        for o in objects:
            rotate(move(o, -0.2, 0.05, 0), 0, 0, 14)
    grounded(*(o for objects in b._parts.values() for o in objects))
