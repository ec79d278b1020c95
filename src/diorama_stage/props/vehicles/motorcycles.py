# SPDX-License-Identifier: GPL-3.0-or-later
"""Motorcycles and scooters: an upright twin of the nineteen-sixties, and a scooter of pressed steel. They ride towards -x."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    bevel,
    box,
    cylinder,
    ellipsoid,
    extrude,
    from_geometry,
    join,
    label_plane,
    lathe,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    solidify,
    sweep,
)
from diorama_stage.kit.parts import add_rod, coil, copies, hull, mudguard, rod, rods
from diorama_stage.props.registry import prop
from diorama_stage.props.vehicles.bicycles import spoked

FRONT, REAR, AXLE = -0.71, 0.70, 0.325
FORK = np.array((0.454, 0.891))
"""The fork's slope, up and back."""


@prop("motorcycle")
def motorcycle(spec: Spec, b: Builder) -> None:
    b.slot("paint", "paint", b.choose("#9c2b25", "#2f4f6f", "#3f5f4c", "#7a1f1b"))
    b.slot("tyres", "rubber", "#1c1c1b", role="fixed")
    b.slot("chrome", "chrome", role="fixed")
    b.slot("alloy", "aluminium", "#bdbdba", role="fixed")
    b.slot("dark", "cast_iron", "#1b1b1c", role="fixed", finish=("satin",))
    b.slot("rubber", "rubber", "#151515", role="fixed")
    b.slot("seat", "leather", "#1f1b19" if not spec.has("vintage") else b.choose("#4a2f1e", "#2a1d16"), role="trim")
    b.slot("glass", "glass", role="fixed")
    b.slot("lamps", *(("emission", "#ffe2b0") if spec.has("lit") else ("silver", "#e8e8e4")), role="fixed")
    b.slot("rear", "lacquer", "#a3161a", role="fixed")
    b.slot("gold", "brass", "#b99a55", role="fixed")
    b.slot("white", "paint", "#e6e0d0", role="fixed")
    b.lean = "side"
    if spec.is_a("scooter"):
        scooter(b)
        return
    for x, r, tyre in ((FRONT, 0.325, 0.046), (REAR, 0.325, 0.056)):
        wire_wheel(b, x, r, tyre)
    fork(b)
    chassis(b)
    tank_and_seat(b)
    engine(b)
    exhausts(b)
    rear_end(b)


def wire_wheel(b: Builder, x: float, r: float, tyre: float) -> None:
    """A treaded tyre on a chromed rim, laced to a drum brake."""
    place = lambda o: move(rotate(o, 90), x, 0, r)  # noqa: E731
    mid, t = r - tyre, np.linspace(0, 2 * np.pi, 61)
    c, s = np.cos(t), np.sin(t)
    skin = np.stack([mid + tyre * np.sign(c) * np.abs(c) ** 0.9, tyre * 0.98 * s], axis=1)
    b.add(place(lathe(skin, segments=96, smooth=50)), "tyres")
    block = box(0.021, 0.02, 0.007, bevel=0.002, segments=1)
    places = []
    for row, turn in enumerate((-0.95, -0.5, 0.0, 0.5, 0.95)):
        for k in range(64):
            a = 2 * np.pi * (k + 0.5 * (row % 2)) / 64
            spin = np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]])
            lean = np.array([[1, 0, 0], [0, np.cos(turn), np.sin(turn)], [0, -np.sin(turn), np.cos(turn)]])
            m = np.eye(4)
            m[:3, :3], m[:3, 3] = spin @ lean, np.array((x, 0, r)) + spin @ np.array((0, tyre * np.sin(turn), mid + tyre * np.cos(turn) - 0.0045))
            places.append(m)
    b.add(copies(block, places), "tyres")
    rim = [(mid - tyre * 0.35, -tyre * 0.72), (mid - tyre * 0.12, -tyre * 0.8), (mid - tyre * 0.1, tyre * 0.8), (mid - tyre * 0.35, tyre * 0.72), (mid - tyre * 0.72, tyre * 0.3), (mid - tyre * 0.72, -tyre * 0.3)]
    b.add(place(lathe(rounded_profile([*rim, rim[0]], 0.004), segments=96, smooth=50)), "chrome", "rims")
    spoked(b, x, mid - tyre * 0.62, 0.085, 0.055, 0.0019, 40, "chrome", 55, z=r)
    drum = [(0, -0.07), (0.03, -0.07), (0.04, -0.062), (0.085, -0.055), (0.094, -0.05), (0.094, -0.03), (0.07, -0.018), (0.06, 0.02), (0.092, 0.032), (0.092, 0.05), (0.04, 0.06), (0.03, 0.068), (0, 0.068)]
    b.add(place(lathe(rounded_profile(drum, 0.004, 3), segments=56)), "alloy", "hubs")
    b.add(place(cylinder(0.017, 0.19, bevel=0.003, segments=6, at=(0, 0, -0.095))), "dark", "hubs")


def _on_fork(t: float, y: float = 0.0, ahead: float = 0.0) -> np.ndarray:
    """A point `t` metres up the fork from the axle, `ahead` of it."""
    x, z = np.array((FRONT, AXLE)) + FORK * t + np.array((-FORK[1], FORK[0])) * ahead
    return np.array((x, y, z))


def fork(b: Builder) -> None:
    """Telescopic legs in rubber gaiters, yokes, headlamp, clocks, handlebar with levers and mirrors, the front mudguard."""
    for s in (-1, 1):
        y = 0.093 * s
        b.add(sweep([_on_fork(t, y) for t in (-0.03, 0.0, 0.15, 0.29, 0.31)], [0.022, 0.027, 0.026, 0.026, 0.029], sides=24), "alloy", "fork")
        t = np.linspace(0.3, 0.5, 60)
        b.add(sweep([_on_fork(v, y) for v in t], 0.029 + 0.004 * np.sin(np.arange(60) * 0.95), sides=22), "rubber", "gaiters")
        b.add(rod(_on_fork(0.5, y), _on_fork(0.72, y), 0.0255), "paint", "fork")
        b.add(rod(_on_fork(0.72, y), _on_fork(0.755, y), 0.019), "chrome", "fork")
        b.add(move(rotate(cylinder(0.012, 0.05, bevel=0.003, segments=16), 0, -90), *_on_fork(0.57, 0.1 * s, 0.05) + (0.025, 0.012 * s, 0)), "chrome", "ears")
        indicator = _on_fork(0.6, 0.17 * s, 0.03)
        b.add(rod(_on_fork(0.6, 0.1 * s, 0.03), indicator, 0.007), "chrome", "indicators")
        b.add(move(ellipsoid(0.034, 0.03, 0.03, segments=24), *indicator), "chrome", "indicators")
    for t in (0.5, 0.7):
        b.add(move(rotate(box(0.075, 0.25, 0.032, bevel=0.012), 0, -27), *_on_fork(t, 0, -0.02)), "dark", "yokes")
    lamp = _on_fork(0.585, 0, 0.12)
    bowl = [(0, 0), (0.04, 0.006), (0.07, 0.035), (0.084, 0.085), (0.086, 0.12)]
    b.add(move(rotate(lathe(rounded_profile(bowl, 0.01), segments=56), 0, -90), *lamp + (0.075, 0, 0)), "paint", "headlight")
    b.add(move(rotate(lathe(rounded_profile([(0.084, 0.115), (0.092, 0.118), (0.093, 0.132), (0.085, 0.14), (0.081, 0.134)], 0.003), segments=56), 0, -90), *lamp + (0.075, 0, 0)), "chrome", "headlight")
    b.add(move(rotate(lathe([(0, 0.07), (0.04, 0.085), (0.082, 0.13)], segments=48), 0, -90), *lamp + (0.075, 0, 0)), "lamps", "headlight")
    b.add(move(rotate(lathe([(0, 0.147), (0.04, 0.144), (0.07, 0.139), (0.083, 0.134), (0, 0.134)], segments=48), 0, -90), *lamp + (0.075, 0, 0)), "glass", "headlight")
    for s in (-1, 1):
        dial = _on_fork(0.735, 0.058 * s, 0.055)
        clock = lambda profile: move(rotate(lathe(profile, segments=36), 0, -14), *dial)  # noqa: E731, B023
        b.add(clock(rounded_profile([(0, -0.035), (0.03, -0.03), (0.041, 0.0), (0.043, 0.025), (0.038, 0.027)], 0.004)), "chrome", "clocks")
        b.add(clock([(0.038, 0.02), (0, 0.02)]), "dark", "clocks")
        handlebar(b, s)
    b.add(mudguard(FRONT, AXLE, 0.352, 18, 138, 0.062, drop=0.7, thick=0.003), "paint", "fenders")
    for s in (-1, 1):
        b.add(rods([[(FRONT, 0.1 * s, AXLE), (FRONT + 0.338 * math.cos(a), 0.064 * s, AXLE + 0.338 * math.sin(a))] for a in (0.4, 2.35)] + [[_on_fork(0.3, 0.093 * s), (FRONT + 0.2, 0.062 * s, AXLE + 0.28)]], 0.005), "chrome", "stays")


def handlebar(b: Builder, s: int) -> None:
    clamp = _on_fork(0.745, 0, -0.01)
    path = smooth_path([clamp, clamp + (0, 0.06 * s, 0.0), clamp + (0.012, 0.15 * s, 0.075), clamp + (0.03, 0.22 * s, 0.085), clamp + (0.14, 0.37 * s, 0.075)], 60)
    b.add(sweep(path, 0.0115, sides=16), "chrome", "handlebar")
    b.add(sweep(path[44:], 0.0165 + 0.001 * np.sin(np.arange(16) * 1.6), sides=18), "rubber", "grips")
    at, end = path[42], path[-1]
    b.add(move(box(0.03, 0.03, 0.034, bevel=0.008, at=(0, 0, -0.017)), *at), "alloy", "levers")
    b.add(sweep(smooth_path([at, at + (-0.035, 0.02 * s, 0), at + (end - at) * 0.5 + (-0.06, 0, 0), end + (-0.05, 0, -0.006)], 24), np.linspace(0.007, 0.0055, 24), flat=0.7, sides=10), "alloy", "levers")
    b.add(sweep(smooth_path([at + (-0.03, 0, 0), clamp + (-0.09, 0.12 * s, 0.05), _on_fork(0.66, 0.05 * s, 0.06), _on_fork(0.5, 0.03 * s, -0.04)], 30), 0.0038, sides=8), "rubber", "cables")
    mirror = at + (-0.02, 0.05 * s, 0.19)
    b.add(sweep(smooth_path([at, at + (-0.035, 0.015 * s, 0.09), mirror], 20), 0.0048, sides=8), "chrome", "mirrors")
    b.add(move(rotate(lathe(rounded_profile([(0, -0.024), (0.03, -0.018), (0.048, -0.004), (0.049, 0.004), (0.0455, 0.005)], 0.004), segments=36), 0, 84), *mirror), "chrome", "mirrors")
    b.add(move(rotate(cylinder(0.0455, 0.002, bevel=0.0005, segments=36, at=(0, 0, 0.002)), 0, 84), *mirror), "chrome", "mirrors")


def chassis(b: Builder) -> None:
    """A cradle of black tubes, the swinging arm, sprung dampers, pegs and the centre stand."""
    head = _on_fork(0.6, 0, -0.055)
    add_rod(b, "dark", _on_fork(0.5, 0, -0.045), _on_fork(0.72, 0, -0.045), 0.032, "frame", 24)
    b.add(sweep(smooth_path([head, head + (0.25, 0, -0.02), (0.2, 0, 0.72)], 20), 0.021, sides=16), "dark", "frame")
    for s in (-1, 1):
        loop = [head + (0.01, 0.02 * s, -0.06), (-0.27, 0.06 * s, 0.5), (-0.235, 0.1 * s, 0.22), (-0.1, 0.115 * s, 0.165), (0.22, 0.12 * s, 0.165), (0.28, 0.11 * s, 0.3), (0.22, 0.09 * s, 0.62), (0.24, 0.09 * s, 0.7), (0.5, 0.1 * s, 0.73), (0.8, 0.09 * s, 0.75)]
        b.add(sweep(smooth_path(loop, 90), 0.0145, sides=14), "dark", "frame")
        b.add(sweep(smooth_path([(0.26, 0.1 * s, 0.33), (0.42, 0.125 * s, 0.33), (REAR + 0.03, 0.115 * s, AXLE)], 16), 0.021, sides=16, flat=0.8), "dark", "swingarm")
        low, high = np.array((0.62, 0.145 * s, 0.37)), np.array((0.5, 0.14 * s, 0.71))
        b.add(coil(low * 0.86 + high * 0.14, low * 0.2 + high * 0.8, 0.028, 0.0055, 10), "chrome", "shocks")
        b.add(rod(low, low * 0.4 + high * 0.6, 0.016), "alloy", "shocks")
        b.add(rod(low * 0.35 + high * 0.65, high, 0.031), "chrome", "shocks")
        b.add(rod((0.12, 0.12 * s, 0.25), (0.12, 0.31 * s, 0.26), 0.008), "chrome", "pegs")
        b.add(rod((0.12, 0.23 * s, 0.258), (0.12, 0.32 * s, 0.26), 0.017), "rubber", "pegs")
        b.add(rod((0.36, 0.12 * s, 0.3), (0.45, 0.26 * s, 0.32), 0.007), "chrome", "pegs")
        b.add(rod((0.45, 0.2 * s, 0.31), (0.46, 0.29 * s, 0.325), 0.015), "rubber", "pegs")
        b.add(rods([[(0.2, 0.11 * s, 0.2), (0.23, 0.16 * s, 0.012)]], 0.011), "dark", "stand")
        b.add(box(0.06, 0.03, 0.008, bevel=0.003, at=(0.235, 0.16 * s, 0.0)), "dark", "stand")
    add_rod(b, "dark", (0.8, -0.09, 0.75), (0.8, 0.09, 0.75), 0.0145, "frame")


def tank_and_seat(b: Builder) -> None:
    """A teardrop tank with chromed cap, knee rubbers and badges; a ribbed seat with piping; the side panels."""
    rows = [(-0.36, 0.83, 0.03, 0.02, 0.03, 2.2), (-0.345, 0.83, 0.078, 0.05, 0.065, 2.4), (-0.27, 0.825, 0.12, 0.075, 0.085, 2.5), (-0.14, 0.815, 0.134, 0.088, 0.09, 2.5), (0.0, 0.795, 0.118, 0.08, 0.075, 2.4), (0.12, 0.765, 0.088, 0.06, 0.05, 2.3), (0.175, 0.75, 0.06, 0.035, 0.03, 2.2), (0.185, 0.748, 0.02, 0.012, 0.012, 2.0)]
    b.add(hull(rows, rings=60, sides=56), "paint", "tank")
    b.add(move(rotate(lathe(rounded_profile([(0.034, 0), (0.034, 0.014), (0.028, 0.022), (0, 0.024)], 0.004), segments=36), 0, 4), -0.2, 0, 0.9), "chrome", "cap")
    b.add(sweep(smooth_path([(-0.3, 0, 0.9), (-0.14, 0, 0.9045), (0.03, 0, 0.872), (0.14, 0, 0.81)], 30), 0.009, sides=12, flat=0.5), "chrome", "tank")
    for s in (-1, 1):
        knee = hull([(0.0 + u, 0.0, w, 0.035 * k, 0.035 * k, 2.4) for u, w, k in ((-0.075, 0.001, 0.3), (-0.06, 0.008, 0.8), (0, 0.01, 1.0), (0.06, 0.008, 0.7), (0.075, 0.001, 0.25))], rings=24, sides=24)
        b.add(move(rotate(knee, 0, 12, -9 * s), 0.045, 0.108 * s, 0.77), "rubber", "knee pads")
        badge = hull([(u, 0.0, w, 0.016 * k, 0.016 * k, 2.0) for u, w, k in ((-0.055, 0.001, 0.2), (-0.03, 0.006, 0.9), (0.02, 0.006, 1.0), (0.055, 0.001, 0.2))], rings=20, sides=20)
        b.add(move(rotate(badge, 0, 4, -2 * s), -0.17, 0.1335 * s, 0.815), "gold", "badge")
        panel = [(0.12, 0.69), (0.1, 0.52), (0.16, 0.43), (0.3, 0.45), (0.37, 0.56), (0.36, 0.69)]
        plate = extrude([(x, z) for x, z in smooth_path([*panel, panel[0]], 60)[:-1]], 0.045, bevel=0.016, segments=4)
        b.add(move(rotate(plate, 90), 0, 0.15 if s > 0 else -0.105, 0), "paint", "side panels")
    seat = [(0.1, 0.8, 0.04, 0.03, 0.03, 2.6), (0.115, 0.795, 0.095, 0.05, 0.045, 3.0), (0.25, 0.785, 0.125, 0.05, 0.05, 3.2), (0.45, 0.79, 0.128, 0.055, 0.05, 3.2), (0.65, 0.81, 0.118, 0.055, 0.05, 3.2), (0.79, 0.825, 0.1, 0.045, 0.045, 3.0), (0.82, 0.827, 0.05, 0.025, 0.025, 2.6)]
    cushion = hull(seat, rings=150, sides=48)
    for v in cushion.data.vertices:  # tucked ribs across the top
        if v.co.z > 0.795 and abs(v.co.y) < 0.105:
            v.co.z -= 0.006 * (1 - abs(math.sin(v.co.x * math.pi / 0.045)) ** 0.5)
    b.add(cushion, "seat")
    b.support("seat", 0.2, 0.66, -0.1, 0.1, 0.845)
    for s in (-1, 1):
        b.add(sweep(smooth_path([(0.115, 0.085 * s, 0.765), (0.25, 0.118 * s, 0.745), (0.45, 0.122 * s, 0.748), (0.65, 0.112 * s, 0.77), (0.8, 0.08 * s, 0.79)], 40), 0.0045, sides=8), "chrome", "trim")


def engine(b: Builder) -> None:
    """Crankcases with polished covers, two finned barrels and heads, rocker caps, carburettors."""
    case = [(-0.2, 0.24), (-0.12, 0.195), (0.16, 0.195), (0.29, 0.26), (0.28, 0.38), (0.2, 0.45), (-0.17, 0.46), (-0.22, 0.38)]
    b.add(move(rotate(extrude(case, 0.24, bevel=0.028, segments=4), 90), 0, 0.12, 0), "alloy", "engine")
    for s in (-1, 1):
        y = 0.135 * s
        long = [(-0.13 + 0.095 * math.cos(t), 0.33 + 0.095 * math.sin(t)) for t in np.linspace(math.pi / 2, 3 * math.pi / 2, 24)] + [(0.17 + 0.105 * math.cos(t), 0.325 + 0.105 * math.sin(t)) for t in np.linspace(-math.pi / 2, math.pi / 2, 24)]
        timing = [(-0.2, 0.33), (-0.13, 0.235), (0.16, 0.235), (0.27, 0.3), (0.25, 0.38), (0.02, 0.46), (-0.1, 0.46)]
        cover = extrude(long if s < 0 else timing, 0.05, bevel=0.018, segments=5)
        b.add(move(rotate(cover, 90), 0, y + 0.025, 0), "alloy", "covers")
        screws = long[::6] if s < 0 else timing
        b.add(join([move(rotate(cylinder(0.007, 0.006, bevel=0.002, segments=12), 90), x * 0.93 + 0.001, y + (0.031 if s > 0 else -0.025), 0.33 + (z - 0.33) * 0.87) for x, z in screws]), "chrome", "screws")
        b.add(move(rotate(cylinder(0.03, 0.01, bevel=0.003, segments=30), 90), 0.17 if s < 0 else -0.1, y + (0.034 if s > 0 else -0.024), 0.33), "chrome", "covers")
        fins(b, 0.078 * s)
        add_rod(b, "alloy", (0.08, 0.07 * s, 0.6), (0.2, 0.07 * s, 0.62), 0.026, "carburettors")
        b.add(cylinder(0.028, 0.11, bevel=0.006, segments=28, at=(0.15, 0.07 * s, 0.55)), "alloy", "carburettors")
        b.add(move(rotate(lathe(rounded_profile([(0, 0), (0.04, 0), (0.046, 0.02), (0.046, 0.06), (0, 0.06)], 0.006), segments=36), 0, 90), 0.2, 0.07 * s, 0.62), "rubber", "filters")
    add_rod(b, "chrome", (0.2, -0.16, 0.42), (0.26, -0.27, 0.3), 0.0065, "levers", 8)
    b.add(sweep(smooth_path([(0.22, 0.16, 0.36), (0.26, 0.2, 0.47), (0.22, 0.25, 0.52)], 14), 0.0075, sides=10), "chrome", "kickstart")
    b.add(rod((0.22, 0.245, 0.52), (0.22, 0.33, 0.525), 0.012), "rubber", "kickstart")


def fins(b: Builder, y: float) -> None:
    """One cylinder: barrel fins, head fins, rocker boxes."""
    plates = [move(bevel(extrude(_rounded(0.17 - 0.006 * (k > 7), 0.148), 0.0055, bevel=0), 0.0015, 1), -0.02, y, 0.455 + 0.0155 * k) for k in range(9)]
    b.add(join(plates), "alloy", "cylinders")
    b.add(cylinder(0.056, 0.2, bevel=0.003, segments=40, at=(-0.02, y, 0.45)), "dark", "cylinders")
    heads = [move(bevel(extrude(_rounded(w, 0.15), 0.006, bevel=0), 0.0015, 1), -0.02, y, 0.605 + 0.015 * k) for k, w in enumerate((0.19, 0.2, 0.2, 0.19, 0.16))]
    b.add(join(heads), "alloy", "heads")
    b.add(box(0.15, 0.12, 0.08, bevel=0.02, at=(-0.02, y, 0.6)), "alloy", "heads")
    for x in (-0.075, 0.035):
        b.add(box(0.07, 0.125, 0.045, bevel=0.016, segments=4, at=(x, y, 0.672)), "alloy", "heads")
        b.add(move(rotate(cylinder(0.021, 0.014, bevel=0.004, segments=6), 0, -52 if x < 0 else 52), x + (-0.032 if x < 0 else 0.032), y, 0.7), "chrome", "heads")
    b.add(rod((-0.02, y, 0.66), (-0.02, y + (0.09 if y > 0 else -0.09), 0.69), 0.011), "rubber", "plugs")


def _rounded(x: float, y: float) -> list[tuple[float, float]]:
    a, c, r = x / 2, y / 2, 0.03
    return [(s * (a - r) + r * math.cos(t), u * (c - r) + r * math.sin(t)) for s, u, t0 in ((1, 1, 0), (-1, 1, 90), (-1, -1, 180), (1, -1, 270)) for t in np.radians(np.linspace(t0, t0 + 90, 5))]


def exhausts(b: Builder) -> None:
    """A header from each cylinder down around the frame into a tapering silencer on each side."""
    for s in (-1, 1):
        pipe = [(-0.09, 0.085 * s, 0.605), (-0.17, 0.1 * s, 0.6), (-0.27, 0.135 * s, 0.53), (-0.315, 0.165 * s, 0.4), (-0.27, 0.185 * s, 0.25), (-0.16, 0.195 * s, 0.195), (0.1, 0.2 * s, 0.19), (0.3, 0.205 * s, 0.205)]
        b.add(sweep(smooth_path(pipe, 90), 0.0205, sides=22), "chrome", "exhaust")
        b.add(sweep([(-0.105, 0.088 * s, 0.606), (-0.12, 0.09 * s, 0.606), (-0.135, 0.092 * s, 0.606)], 0.032, sides=24), "alloy", "exhaust")
        muffler = smooth_path([(0.26, 0.2 * s, 0.205), (0.34, 0.207 * s, 0.21), (0.5, 0.21 * s, 0.225), (0.8, 0.215 * s, 0.255), (0.94, 0.217 * s, 0.268)], 50)
        r = np.interp(np.linspace(0, 1, 50), [0, 0.08, 0.25, 0.5, 0.85, 0.94, 1.0], [0.0215, 0.03, 0.045, 0.05, 0.045, 0.038, 0.026])
        b.add(sweep(muffler, r, sides=32), "chrome", "exhaust")
        b.add(sweep([muffler[-1] - (0.003, 0, 0), muffler[-1], muffler[-1] + (0.002, 0, 0)], 0.02, sides=20), "rubber", "exhaust")
        b.add(rod((0.5, 0.2 * s, 0.26), (0.46, 0.13 * s, 0.34), 0.008), "dark", "exhaust")


def rear_end(b: Builder) -> None:
    """The rear mudguard with lamp and number plate; the chain under its guard."""
    b.add(mudguard(REAR, AXLE, 0.368, 2, 128, 0.082, drop=0.6, thick=0.003), "paint", "fenders")
    b.add(rods([[(0.8, 0.1 * s, 0.74), (REAR + 0.345 * math.cos(0.45), 0.08 * s, AXLE + 0.345 * math.sin(0.45))] for s in (-1, 1)], 0.007), "chrome", "stays")
    a = math.radians(38)
    at = np.array((REAR + 0.375 * math.cos(a), 0, AXLE + 0.375 * math.sin(a)))
    b.add(move(box(0.07, 0.1, 0.05, bevel=0.015, at=(0.03, 0, 0.0)), *at), "chrome", "tail lamp")
    b.add(move(rotate(lathe(rounded_profile([(0, 0), (0.038, 0), (0.038, 0.02), (0.028, 0.034), (0, 0.037)], 0.008), segments=36), 0, 90), *at + (0.06, 0, 0.026)), "rear", "tail lamp")
    plate = rotate(box(0.004, 0.2, 0.15, bevel=0.002, at=(0, 0, -0.15)), 0, -12)
    b.add(move(plate, *at + (0.055, 0, -0.005)), "dark", "number plate")
    b.slot("number", "printed", role="fixed", label={"text": f"{b.choose('JRX', 'KLD', 'TBM', 'VNP')}\n{b.rng.randint(100, 989)}", "style": "sans", "colour": {"hex": "#e8e6de"}, "paper": "#1a1a1b"})
    b.add(move(rotate(rotate(label_plane(0.18, 0.13, at=(0, 0, -0.075)), 0, 0, 90), 0, -12), *at + (0.0585, 0, -0.005)), "number", "number plate")
    y = -0.085
    for z0, z1 in ((0.375, 0.39), (0.27, 0.262)):
        links = [box(0.0135, 0.012, 0.012, bevel=0.003, segments=1, at=(0, 0, -0.006))]
        n = 34
        b.add(copies(links[0], [_placed(0.2 + (REAR - 0.2) * k / n, y, z0 + (z1 - z0) * k / n) for k in range(n)]), "dark", "chain")
    b.add(move(rotate(lathe([(0.03, -0.003), (0.085, -0.003), (0.088, 0), (0.085, 0.003), (0.03, 0.003)], segments=60), 90), REAR, y, AXLE), "alloy", "sprocket")
    b.add(sweep(smooth_path([(0.3, y, 0.405), (0.5, y, 0.42), (REAR, y, 0.43), (REAR + 0.08, y, 0.39)], 24), 0.026, sides=14, flat=0.35), "paint", "chain guard")


def _placed(x: float, y: float, z: float) -> np.ndarray:
    m = np.eye(4)
    m[:3, 3] = x, y, z
    return m


def scooter(b: Builder) -> None:
    """A step-through of pressed steel: leg shield, floor with rubber strips, cowls over small wheels, a headlamp on the handlebar."""
    front, rear, r = -0.62, 0.6, 0.215
    for x in (front, rear):
        place = lambda o, x=x: move(rotate(o, 90), x, 0, r)  # noqa: E731
        t = np.linspace(0, 2 * np.pi, 41)
        b.add(place(lathe(np.stack([0.167 + 0.048 * np.cos(t), 0.046 * np.sin(t)], axis=1), segments=72, smooth=50)), "tyres")
        b.add(place(lathe(np.stack([0.166 + 0.046 * np.cos(t[13:28]), 0.0485 * np.sin(t[13:28])], axis=1), segments=72, smooth=50)), "white", "sidewalls")
        b.add(place(lathe(rounded_profile([(0, -0.05), (0.03, -0.05), (0.05, -0.03), (0.12, -0.028), (0.135, -0.04), (0.135, 0.04), (0.12, 0.028), (0.05, 0.03), (0.03, 0.05), (0, 0.05)], 0.006), segments=56)), "alloy", "rims")
        b.add(place(cylinder(0.014, 0.13, bevel=0.004, segments=6, at=(0, 0, -0.065))), "dark", "hubs")
    shield(b)
    b.add(hull([(0.0, 0.42, 0.03, 0.08, 0.06, 2.6), (0.03, 0.46, 0.12, 0.2, 0.13, 2.8), (0.2, 0.5, 0.16, 0.23, 0.16, 2.8), (0.5, 0.52, 0.17, 0.2, 0.13, 2.6), (0.8, 0.5, 0.12, 0.14, 0.1, 2.4), (0.95, 0.45, 0.06, 0.08, 0.08, 2.2), (0.985, 0.43, 0.015, 0.03, 0.03, 2.0)], rings=60, sides=52), "paint", "body")
    for s in (-1, 1):
        cowl = hull([(0.06, 0.42, 0.004, 0.03, 0.03, 2.2), (0.1, 0.42, 0.07, 0.11, 0.1, 2.3), (0.3, 0.43, 0.115, 0.185, 0.155, 2.4), (0.55, 0.43, 0.12, 0.185, 0.16, 2.4), (0.8, 0.42, 0.085, 0.13, 0.12, 2.2), (0.93, 0.4, 0.03, 0.05, 0.05, 2.0), (0.945, 0.4, 0.004, 0.01, 0.01, 2.0)], rings=50, sides=44)
        b.add(move(cowl, 0, 0.125 * s, 0), "paint", "cowls")
        b.add(sweep(smooth_path([(0.1, 0.185 * s, 0.35), (0.3, 0.235 * s, 0.325), (0.6, 0.238 * s, 0.325), (0.86, 0.18 * s, 0.36)], 40), 0.007, sides=10), "chrome", "trim")
        slits = [move(rotate(box(0.012, 0.006, 0.09, bevel=0.002, segments=1), 0, 14), 0.36 + 0.028 * k, 0.2405 * s, 0.42) for k in range(7)]
        b.add(join(slits), "dark", "louvres")
    b.add(hull([(0.04, 0.73, 0.05, 0.03, 0.03, 2.6), (0.06, 0.735, 0.11, 0.05, 0.05, 3), (0.3, 0.74, 0.135, 0.055, 0.05, 3.2), (0.6, 0.755, 0.13, 0.055, 0.05, 3.2), (0.74, 0.76, 0.1, 0.05, 0.045, 3), (0.77, 0.76, 0.04, 0.025, 0.025, 2.6)], rings=60, sides=44), "seat")
    b.support("seat", 0.14, 0.66, -0.11, 0.11, 0.8)
    b.add(sweep(smooth_path([(0.08, 0, 0.69), (0.3, 0, 0.692), (0.74, 0, 0.712)], 20), 0.118, sides=36, flat=0.12), "chrome", "trim")
    b.add(move(rotate(lathe(rounded_profile([(0.045, 0), (0.046, 0.02), (0.036, 0.04), (0, 0.046)], 0.008), segments=36, squash=0.8), 0, 80), 0.95, 0, 0.5), "rear", "tail lamp")
    b.add(sweep(smooth_path([(0.4, 0.13, 0.2), (0.6, 0.17, 0.15), (0.95, 0.18, 0.17)], 24), np.interp(np.linspace(0, 1, 24), [0, 0.2, 0.9, 1], [0.03, 0.05, 0.05, 0.02]), sides=22), "alloy", "exhaust")
    b.add(rods([[(0.08, 0.12 * s, 0.25), (0.11, 0.19 * s, 0.012)] for s in (-1, 1)], 0.01), "chrome", "stand")
    steering(b, front, r)


def shield(b: Builder) -> None:
    """The leg shield that bends into the floor: one sheet with a chromed rim."""
    path = smooth_path([(-0.42, 0.93), (-0.46, 0.75), (-0.455, 0.55), (-0.42, 0.36), (-0.35, 0.27), (-0.2, 0.25), (0.12, 0.25)], 50)
    half = np.interp(np.linspace(0, 1, 50), [0, 0.06, 0.2, 0.42, 0.6, 0.75, 1.0], [0.07, 0.15, 0.235, 0.255, 0.225, 0.2, 0.19])
    half = np.convolve(np.pad(half, 4, "edge"), np.ones(9) / 9, "valid")
    tangent = np.gradient(path, axis=0)
    normal = np.stack([tangent[:, 1], -tangent[:, 0]], axis=1) / np.linalg.norm(tangent, axis=1, keepdims=True)  # forward along the shield, down along the floor
    u = np.linspace(-1, 1, 25)
    bow = 0.045 * np.abs(u) ** 2.5
    points = np.stack([path[:, :1] - normal[:, :1] * -bow, half[:, None] * u, path[:, 1:] - normal[:, 1:] * -bow * np.linspace(1, 0.1, 50)[:, None]], axis=2)
    points[..., 0] += 0.05 * np.abs(u) ** 2 * np.linspace(1, 0, 50)[:, None] * 1.2
    faces = [(i * 25 + j, i * 25 + j + 1, (i + 1) * 25 + j + 1, (i + 1) * 25 + j) for i in range(49) for j in range(24)]
    b.add(solidify(from_geometry("shield", points.reshape(-1, 3), faces, smooth=180), 0.004, offset=0), "paint", "leg shield")
    rim = np.concatenate([points[::-1, 0], points[0], points[:, -1]])
    keep = np.concatenate([[True], np.linalg.norm(np.diff(rim, axis=0), axis=1) > 1e-5])
    b.add(sweep(rim[keep], 0.006, sides=10), "chrome", "trim")
    b.add(join([sweep([(-0.32, y, 0.272), (-0.1, y, 0.259), (0.1, y, 0.259)], 0.007, sides=8) for y in (-0.15, -0.1, -0.05, 0.05, 0.1, 0.15)]), "rubber", "floor strips")
    b.add(hull([(-0.35, 0.2, 0.1, 0.05, 0.06, 3), (-0.3, 0.21, 0.15, 0.045, 0.05, 3.2), (0.1, 0.21, 0.15, 0.045, 0.05, 3.2), (0.2, 0.24, 0.12, 0.06, 0.06, 3)], rings=24, sides=32), "paint", "body")
    b.add(hull([(-0.545, 0.72, 0.004, 0.05, 0.06, 2), (-0.52, 0.72, 0.035, 0.14, 0.17, 2.2), (-0.48, 0.72, 0.062, 0.2, 0.22, 2.4), (-0.44, 0.72, 0.065, 0.2, 0.22, 2.4)], rings=24, sides=32), "paint", "horn cover")
    b.add(move(rotate(cylinder(0.028, 0.006, bevel=0.002, segments=30), 0, -84), -0.546, 0, 0.72), "gold", "badge")


def steering(b: Builder, front: float, r: float) -> None:
    """The front mudguard over a trailing link, the column, the handlebar with its headlamp, levers and mirrors."""
    shell = ellipsoid(0.25, 0.092, 0.245, at=(front, 0, r + 0.055), segments=48)
    for v in shell.data.vertices:
        v.co.z = max(v.co.z, r + 0.035)
    b.add(shell, "paint", "fenders")
    b.add(sweep(smooth_path([(front + 0.2, 0, r + 0.27), (front + 0.12, 0, r + 0.31), (front - 0.1, 0, r + 0.285), (front - 0.23, 0, r + 0.16)], 24), 0.008, sides=10), "chrome", "trim")
    b.add(sweep(smooth_path([(front + 0.1, -0.07, r + 0.1), (front + 0.06, -0.075, r - 0.02), (front, -0.07, r)], 14), 0.024, sides=16), "alloy", "fork")
    top = np.array((-0.4, 0.0, 1.0))
    add_rod(b, "paint", (front + 0.1, 0, r + 0.2), top, 0.032, "column", 24)
    head = hull([(-0.13, 0, 0.07, 0.07, 0.065, 2), (-0.1, 0, 0.078, 0.076, 0.07, 2), (0.0, 0, 0.075, 0.06, 0.06, 2.2), (0.08, 0, 0.05, 0.035, 0.04, 2.2), (0.12, -0.01, 0.01, 0.01, 0.01, 2)], rings=36, sides=44)
    b.add(move(head, *top), "paint", "headset")
    for profile, slot in (([(0.07, 0.12), (0.079, 0.125), (0.078, 0.14), (0.069, 0.144)], "chrome"), ([(0, 0.1), (0.04, 0.112), (0.069, 0.138)], "lamps"), ([(0, 0.153), (0.04, 0.149), (0.069, 0.14), (0, 0.138)], "glass")):
        b.add(move(rotate(lathe(profile, segments=48), 0, -90), *top), slot, "headlight")
    for s in (-1, 1):
        path = smooth_path([top + (0.0, 0.03 * s, 0), top + (0.01, 0.16 * s, 0.015), top + (0.06, 0.33 * s, 0.02)], 30)
        b.add(sweep(path[:20], np.linspace(0.045, 0.018, 20), sides=20), "paint", "handlebar")
        b.add(sweep(path[18:], 0.0175 + 0.001 * np.sin(np.arange(12) * 1.6), sides=18), "rubber", "grips")
        b.add(sweep(smooth_path([path[19], path[19] + (-0.04, 0.01 * s, -0.01), path[-1] + (-0.055, 0, -0.012)], 20), 0.006, flat=0.7, sides=10), "chrome", "levers")
        mirror = path[16] + (-0.02, 0.07 * s, 0.17)
        b.add(sweep(smooth_path([path[16], path[16] + (-0.015, 0.02 * s, 0.09), mirror], 16), 0.0045, sides=8), "chrome", "mirrors")
        b.add(move(rotate(lathe(rounded_profile([(0, -0.02), (0.03, -0.016), (0.046, -0.002), (0.046, 0.004), (0, 0.004)], 0.004), segments=36), 0, 86), *mirror), "chrome", "mirrors")
