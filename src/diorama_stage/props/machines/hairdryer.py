# SPDX-License-Identifier: GPL-3.0-or-later
"""A hair dryer that lies on its side: a barrel with an air intake, a flat nozzle, a handle with switches, a cord."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, lathe, loft, move, rotate, rounded_profile, smooth_path, sweep, torus
from diorama_stage.kit.parts import rods
from diorama_stage.props.registry import prop

LEAN = 12.0
"""Degrees by which the handle leans back from square to the barrel."""


@prop("hair_dryer")
def hair_dryer(spec: Spec, b: Builder) -> None:
    b.slot("body", "plastic", b.choose("#23252a", "#b9405a", "#e6e2dc", "#2f5a63"), finish=("satin",))
    b.slot("metal", "chrome", "#c8cacc", role="trim")
    b.slot("black", "plastic", "#17181a", role="fixed", finish=("matte",))
    b.slot("print", "plastic", "#d9d9d6", role="fixed")
    made = [*barrel(b), *nozzle(b), *handle(b)]
    for o in made:  # built upright, laid on its side: the barrel's roundest part and the handle's end touch the table
        move(rotate(o, -90), 0, 0, 0.043)
    cord(b)
    b.footprint = "box"


def barrel(b: Builder) -> list:
    """Along x, its mouth at +x: a body that narrows, a steel ring, the intake's grille over a dark hollow."""
    skin = [(0.036, -0.082), (0.0405, -0.076), (0.043, -0.06), (0.0432, -0.03), (0.0415, 0.0), (0.0375, 0.035), (0.033, 0.065), (0.0305, 0.088), (0.03, 0.094)]
    along = lambda o: rotate(o, 0, 90)  # noqa: E731
    path = [tuple(p) for p in smooth_path(skin, 60)]
    made = [b.add(along(lathe([(0.0335, -0.079), (0.0345, -0.0835), *path, (0.0285, 0.0945), (0.027, 0.09), (0.0265, 0.06)], segments=112, smooth=50)), "body", "barrel")]
    made.append(b.add(along(lathe([(0, -0.071), (0.0345, -0.071), (0.0345, -0.078)], segments=64)), "black", "intake"))
    for r, z in ((0.0055, -0.0842), (0.011, -0.0838), (0.0165, -0.0832), (0.022, -0.0824), (0.0275, -0.0814)):
        made.append(b.add(along(torus(r, 0.0011, at=(0, 0, z), segments=56, sides=8)), "black", "grille"))
    turn = np.linspace(0, 2 * np.pi, 12, endpoint=False)
    spokes = [[(-0.0838, 0.004 * math.cos(a), 0.004 * math.sin(a)), (-0.079, 0.0338 * math.cos(a), 0.0338 * math.sin(a))] for a in turn]
    made.append(b.add(rods(spokes, 0.0011), "black", "grille"))
    made.append(b.add(along(cylinder(0.0052, 0.003, bevel=0.001, at=(0, 0, -0.0856))), "metal", "grille"))
    ring = rounded_profile([(0.034, -0.0846), (0.0385, -0.0836), (0.0412, -0.0775), (0.0402, -0.0755), (0.033, -0.077)], 0.0012)
    made.append(b.add(along(lathe(ring, segments=112)), "metal", "ring"))
    made.append(b.add(along(lathe(rounded_profile([(0.0295, 0.0905), (0.0312, 0.0905), (0.0312, 0.0965), (0.0285, 0.0965)], 0.0008), segments=96)), "metal", "ring"))
    seam = [(x, 0.0, r + 0.00005) for r, x in path[4:-2]]
    for s in (-1, 1):
        made.append(b.add(sweep([(x, y, s * z) for x, y, z in seam], 0.00045, sides=6), "black", "seam"))
    return made


def nozzle(b: Builder) -> list:
    """Round where it sits on the barrel, a flat wide slot at its mouth."""
    turn = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    rows = [(0.094, 0.0285, 0.0285, 2.0), (0.102, 0.029, 0.0285, 2.0), (0.116, 0.0292, 0.024, 2.2), (0.134, 0.0315, 0.0155, 2.8), (0.15, 0.034, 0.0092, 3.4), (0.157, 0.0348, 0.0082, 3.6)]
    rows += [(0.158, 0.0338, 0.0072, 3.6), (0.156, 0.0325, 0.0058, 3.6), (0.135, 0.028, 0.01, 2.8), (0.115, 0.022, 0.018, 2.2)]
    power = lambda v, e: np.sign(v) * np.abs(v) ** (2 / e)  # noqa: E731
    skin = [np.stack([np.full(72, x), tall * power(np.cos(turn), e), wide * power(np.sin(turn), e)], axis=1) for x, wide, tall, e in [(x, w, t, e) for x, t, w, e in rows]]
    return [b.add(loft(skin, closed_ends=True, smooth=50), "black", "nozzle")]


def handle(b: Builder) -> list:
    """Down and a little back from the barrel: an oval grip with a rubber front, two sliding switches, a button, a collar where the cord leaves, a loop to hang it by."""
    a = math.radians(LEAN)
    way, front = np.array((-math.sin(a), 0, -math.cos(a))), np.array((math.cos(a), 0, -math.sin(a)))
    top = np.array((-0.012, 0, -0.018))
    at = lambda s, out=0.0, side=0.0: top + way * s + front * out + np.array((0, side, 0))  # noqa: E731
    shares = np.linspace(0, 1, 44)
    deep = np.interp(shares, [0, 0.15, 0.3, 0.55, 0.8, 0.96, 1], [0.027, 0.0215, 0.0185, 0.0178, 0.0185, 0.0172, 0.0145])
    turn = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    rings = [np.array([at(0.142 * t, d * math.cos(u), 0.82 * d * math.sin(u)) for u in turn]) for t, d in zip(shares, deep, strict=True)]
    made = [b.add(loft(rings, smooth=60), "body", "handle")]
    for s, tall in ((0.052, 0.021), (0.08, 0.021)):
        plate = move(rotate(box(0.004, 0.0125, tall, bevel=0.0018, segments=3, at=(0, 0, -tall / 2)), 0, LEAN), *at(s, 0.0178))
        made.append(b.add(plate, "black", "switches"))
        made.append(b.add(move(rotate(box(0.005, 0.0095, 0.008, bevel=0.0016, at=(0, 0, -0.004)), 0, LEAN), *at(s - 0.003, 0.0203)), "metal", "switches"))
        for k in (-1, 0, 1):
            mark = move(rotate(box(0.0004, 0.003, 0.0009, bevel=0, at=(0, 0, 0)), 0, LEAN), *at(s + 0.006 * k, 0.0165, 0.0098))
            made.append(b.add(mark, "print", "marks"))
    made.append(b.add(move(rotate(cylinder(0.0052, 0.004, bevel=0.0012), 0, 90 + LEAN), *at(0.034, 0.0185)), "print", "button"))
    made.append(b.add(sweep([at(0.1405), at(0.146), at(0.1475)], np.array([0.0135, 0.0125, 0.011]), sides=40), "metal", "collar"))
    relief = np.linspace(0, 1, 48)
    made.append(b.add(sweep([at(0.146 + 0.034 * t) for t in relief], 0.0062 - 0.0022 * relief + 0.0007 * np.cos(relief * 2 * np.pi * 8), sides=20), "black", "relief"))
    loop = [at(0.143 + 0.02 * math.sin(u), -0.008 - 0.006 * math.cos(u), 0.0) for u in np.linspace(0, math.pi, 20)]
    made.append(b.add(sweep(loop, 0.0016, sides=10), "black", "loop"))
    return made


def cord(b: Builder) -> None:
    """From the handle's end down to the table, round in a slack loop, to a plug."""
    a = math.radians(LEAN)
    start = np.array((-0.012 - 0.176 * math.sin(a), -(0.018 + 0.176 * math.cos(a)), 0.043))
    flow = np.array((-math.sin(a), -math.cos(a), 0))
    side = np.array((math.cos(a), -math.sin(a), 0))
    turns = np.linspace(0, 2.25 * np.pi, 26)
    middle = start + flow * 0.035 + side * -0.062
    coil = [np.array((*(middle + side * (0.062 - 0.004 * t) * math.cos(t) + flow * (0.05 - 0.003 * t) * math.sin(t))[:2], 0.0036 + 0.0068 * float(np.clip((t - 5.2) / 0.9, 0, 1)))) for t in turns]
    tail = [coil[-1] + np.array((-0.035, 0.012, -0.002)), coil[-1] + np.array((-0.07, 0.03, -0.0065))]
    tail[-1][2] = 0.0068
    b.add(sweep(smooth_path([start, start + flow * 0.016 + (0, 0, -0.012), *coil, *tail], 220), 0.0034, sides=14, smooth=180), "black", "cord")
    end, out = tail[-1], tail[-1] - tail[-2]
    angle = math.degrees(math.atan2(out[1], out[0]))
    plug = loft([[(x, w * math.cos(u), 0.0085 + t * math.sin(u)) for u in np.linspace(0, 2 * np.pi, 28, endpoint=False)] for x, w, t in ((-0.004, 0.004, 0.004), (0.006, 0.006, 0.006), (0.016, 0.0125, 0.0082), (0.034, 0.0135, 0.0085), (0.036, 0.0125, 0.0078))])
    pins = rods([[(0.034, y, 0.0085), (0.054, y, 0.0085)] for y in (-0.0085, 0.0085)], 0.0021)
    for o, slot in ((plug, "black"), (pins, "metal")):
        b.add(move(rotate(o, 0, 0, angle), end[0], end[1], 0), slot, "plug")
