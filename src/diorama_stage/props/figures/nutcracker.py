# SPDX-License-Identifier: GPL-3.0-or-later
"""A nutcracker of the Ore Mountains: a turned soldier with a jaw that opens, a white beard, a tall hat, on a round base."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    ellipsoid,
    extrude,
    lathe,
    move,
    rotate,
    rounded_profile,
    rounded_rectangle,
    smooth_path,
    sphere,
    sweep,
    torus,
)
from diorama_stage.kit.parts import add_rod
from diorama_stage.props.registry import prop


@prop("nutcracker")
def nutcracker(spec: Spec, b: Builder) -> None:
    coat, trousers = b.choose(("#b3201e", "#22345e"), ("#22407a", "#b3201e"), ("#2a6a3e", "#efe6d2"))
    b.slot("coat", "paint", coat, finish=("satin",))
    b.slot("trousers", "paint", trousers, role="trim", finish=("satin",))
    b.slot("black", "paint", "#181716", role="fixed", finish=("glossy",))
    b.slot("gold", "gold_leaf", "#c9a13c", role="fixed")
    b.slot("white", "paint", "#f0eadc", role="fixed", finish=("satin",))
    b.slot("face", "paint", "#e2b088", role="fixed", finish=("satin",))
    b.slot("red", "paint", "#b5392f", role="fixed", finish=("satin",))
    b.slot("beard", "fur", "#efece4", role="fixed")
    b.slot("base", "paint", coat, role="trim", finish=("satin",))
    b.add(_turned([(0, 0), (0.052, 0), (0.054, 0.003), (0.054, 0.014), (0.049, 0.018), (0.047, 0.024), (0, 0.024)]), "base", "base")
    b.add(move(torus(0.0535, 0.0016), 0, 0, 0.0085), "gold", "base")
    _legs(b)
    _coat(b)
    _arms(b)
    _head(b)
    _hat(b)
    b.footprint = "round"


def _turned(rows, at=(0.0, 0.0)):
    return move(lathe(rounded_profile(rows, 0.0018), segments=56), *at, 0)


def _legs(b: Builder) -> None:
    """Boots with cuffs and toes, trousers with a stripe of gold."""
    for s in (-1, 1):
        x = 0.0195 * s
        b.add(
            _turned([(0, 0.024), (0.0165, 0.024), (0.017, 0.034), (0.0155, 0.055), (0.0175, 0.075), (0.0185, 0.08), (0.0185, 0.086), (0, 0.086)], (x, 0)),
            "black",
            "boots",
        )
        b.add(ellipsoid(0.0155, 0.024, 0.0115, at=(x, -0.013, 0.0345), segments=28), "black", "boots")
        b.add(move(torus(0.018, 0.0017), x, 0, 0.083), "gold", "boots")
        b.add(_turned([(0, 0.086), (0.0165, 0.086), (0.018, 0.11), (0.0185, 0.128), (0, 0.128)], (x, 0)), "trousers", "trousers")
        b.add(box(0.002, 0.005, 0.036, bevel=0.0006, at=(x + 0.0178 * s, 0, 0.088)), "gold", "stripes")


def _coat(b: Builder) -> None:
    """The block of the body: skirts that flare, a belt with its buckle, a placket with buttons and frogs, epaulettes."""
    b.add(
        _turned(
            [
                (0, 0.12),
                (0.045, 0.12),
                (0.0455, 0.126),
                (0.041, 0.15),
                (0.038, 0.158),
                (0.0385, 0.166),
                (0.041, 0.195),
                (0.0415, 0.222),
                (0.034, 0.232),
                (0.018, 0.235),
                (0, 0.235),
            ]
        ),
        "coat",
        "coat",
    )
    b.add(move(torus(0.0448, 0.0017), 0, 0, 0.1235), "gold", "hem")
    b.add(_turned([(0.0365, 0.156), (0.0402, 0.156), (0.0402, 0.168), (0.0365, 0.168), (0.0365, 0.156)]), "white", "belt")
    b.add(box(0.017, 0.0035, 0.015, bevel=0.001, at=(0, -0.0405, 0.1545)), "gold", "buckle")
    for k in range(4):
        z = 0.178 + 0.0125 * k
        b.add(sphere(0.0028, at=(0, -0.041 - 0.0006 * (k < 3), z), segments=18), "gold", "buttons")
        for s in (-1, 1):
            a = np.linspace(0.1, 0.62, 12) * s
            b.add(sweep(np.column_stack([0.0412 * np.sin(a), -0.0416 * np.cos(a), z + 0.0 * a]), 0.0015, sides=10), "gold", "frogs")
    for s in (-1, 1):
        b.add(move(rotate(ellipsoid(0.0155, 0.0155, 0.0055, segments=28), 0, 14 * s), 0.043 * s, 0, 0.2265), "gold", "epaulettes")
        turn = np.linspace(0, 2 * np.pi, 18, endpoint=False)
        for a in turn:
            add_rod(
                b,
                "gold",
                (0.043 * s + 0.0148 * math.cos(a), 0.0148 * math.sin(a), 0.225),
                (0.043 * s + 0.0158 * math.cos(a), 0.0158 * math.sin(a), 0.2165),
                0.001,
                "epaulettes",
                6,
            )
        b.add(sweep(smooth_path([(0.036 * s, -0.024, 0.228), (0.006 * s, -0.0435, 0.2), (-0.036 * s, -0.021, 0.168)], 30), 0.0022, sides=10), "white", "straps")


def _arms(b: Builder) -> None:
    """Arms close to the sides, cuffs, mittened hands; one holds a sabre."""
    for s in (-1, 1):
        arm = smooth_path([(0.049 * s, 0, 0.22), (0.0575 * s, -0.001, 0.195), (0.0585 * s, -0.008, 0.165), (0.056 * s, -0.018, 0.144)], 40)
        b.add(sweep(arm, np.linspace(0.0128, 0.0108, 40), sides=24), "coat", "arms")
        b.add(sphere(0.0135, at=(0.0485 * s, 0, 0.2185), segments=28), "coat", "arms")
        b.add(move(rotate(torus(0.0108, 0.0026, segments=40), -32, 0), *arm[-4]), "gold", "cuffs")
        b.add(ellipsoid(0.0098, 0.0105, 0.0122, at=(0.0555 * s, -0.0235, 0.1345), segments=28), "face", "hands")
    b.add(move(rotate(torus(0.0085, 0.0014, segments=32), 90, 0, 60), -0.0555, -0.0325, 0.1365), "gold", "sabre")
    blade = smooth_path([(-0.0555, -0.029, 0.132), (-0.0575, -0.0345, 0.09), (-0.0625, -0.036, 0.034)], 30)
    b.add(sweep(blade, np.linspace(0.0034, 0.0012, 30), sides=12, flat=0.35), "gold", "sabre")


def _head(b: Builder) -> None:
    """A block of a head: large eyes under brows, a nose, a moustache, two rows of teeth, a jaw, hair and beard of wool."""
    b.add(_turned([(0, 0.23), (0.02, 0.232), (0.03, 0.238), (0.033, 0.25), (0.0335, 0.285), (0.032, 0.296), (0, 0.296)]), "face", "head")
    b.add(box(0.031, 0.006, 0.013, bevel=0.0015, at=(0, -0.0315, 0.2485)), "black", "mouth")
    for row, z in enumerate((0.2562, 0.2492)):
        for k in range(5):
            b.add(box(0.0054, 0.004, 0.0052, bevel=0.0009, at=(0.0058 * (k - 2), -0.0338 - 0.0008 * row, z)), "white", "teeth")
    b.add(box(0.033, 0.008, 0.007, bevel=0.0018, at=(0, -0.0335, 0.2412)), "red", "jaw")
    b.add(ellipsoid(0.0048, 0.0072, 0.0062, at=(0, -0.0368, 0.2705), segments=24), "face", "nose")
    for s in (-1, 1):
        b.add(ellipsoid(0.0068, 0.0034, 0.0066, at=(0.0128 * s, -0.0312, 0.2785), segments=24), "white", "eyes")
        b.add(
            ellipsoid(0.0034, 0.002, 0.0036, at=(0.0122 * s, -0.0338, 0.2783), segments=20),
            "trousers" if b._slots["trousers"].colour != "#efe6d2" else "black",
            "eyes",
        )
        b.add(ellipsoid(0.0016, 0.0012, 0.0017, at=(0.0122 * s, -0.0354, 0.2783), segments=14), "black", "eyes")
        brow = smooth_path([(0.0045 * s, -0.0342, 0.2868), (0.0125 * s, -0.0338, 0.2898), (0.0205 * s, -0.0286, 0.2868)], 20)
        b.add(sweep(brow, np.array([0.0012, *np.full(18, 0.002), 0.0008]), sides=10), "black", "brows")
        lip = smooth_path([(0, -0.0372, 0.2645), (0.008 * s, -0.0375, 0.2632), (0.0165 * s, -0.033, 0.2618), (0.0215 * s, -0.0285, 0.2668)], 26)
        b.add(sweep(lip, np.linspace(0.0032, 0.0008, 26), sides=12), "black", "moustache")
        b.add(sphere(0.0056, at=(0.0185 * s, -0.0262, 0.2672), segments=20), "red", "cheeks")
        for k in range(3):
            curl = [
                (0.0325 * s, -0.006 + 0.012 * k, 0.292),
                (0.037 * s, -0.006 + 0.012 * k, 0.275),
                (0.0365 * s, -0.004 + 0.012 * k, 0.25),
                (0.0335 * s, 0.0 + 0.01 * k, 0.236),
            ]
            b.add(sweep(smooth_path(curl, 30), 0.0068 + 0.0006 * np.sin(np.linspace(0, 22, 30)), sides=14), "beard", "hair")
    for k in np.linspace(-0.016, 0.016, 6):
        lock = [(k, -0.0375, 0.2425), (k * 1.05, -0.0435, 0.231), (k * 0.85, -0.0465, 0.215), (k * 0.4, -0.0455, 0.2)]
        b.add(sweep(smooth_path(lock, 30), np.linspace(0.0052, 0.0016, 30) + 0.0005 * np.sin(np.linspace(0, 20, 30)), sides=12), "beard", "beard")


def _hat(b: Builder) -> None:
    """A tall shako: peak, bands, a badge, a cord and a plume."""
    b.add(_turned([(0, 0.293), (0.0355, 0.293), (0.036, 0.3), (0.0335, 0.33), (0.036, 0.366), (0.0375, 0.371), (0.0365, 0.376), (0, 0.377)]), "black", "hat")
    b.add(_turned([(0.0345, 0.294), (0.0372, 0.294), (0.0372, 0.304), (0.0345, 0.304), (0.0345, 0.294)]), "gold", "band")
    b.add(move(torus(0.037, 0.0018), 0, 0, 0.3715), "gold", "band")
    turn = np.radians(np.linspace(200, 340, 24))
    peak = [(0.035 * math.cos(a), 0.035 * math.sin(a)) for a in turn] + [(0.04 * math.cos(a), 0.051 * math.sin(a)) for a in turn[::-1]]
    b.add(move(rotate(extrude(peak[::-1], 0.003, bevel=0.001), 12), 0, -0.002, 0.2985), "black", "peak")
    shield = [(x, y) for x, y in rounded_rectangle(0.021, 0.025, 0.006)]
    b.add(move(rotate(extrude(shield, 0.0028, bevel=0.001), 90), 0, -0.0328, 0.336), "gold", "badge")
    b.add(sphere(0.0042, at=(0, -0.0365, 0.337), segments=20), "red", "badge")
    for s in (-1, 1):
        a = np.linspace(0, math.pi * 0.5, 24)
        drop = np.column_stack([s * 0.0368 * np.sin(a), -0.0368 * np.cos(a), 0.362 - 0.022 * np.sin(2 * a)])
        b.add(sweep(drop, 0.0014, sides=10), "gold", "cord")
    plume = smooth_path([(0, -0.035, 0.368), (0, -0.0375, 0.392), (0, -0.034, 0.415), (0, -0.026, 0.43)], 40)
    b.add(sweep(plume, np.interp(np.linspace(0, 1, 40), [0, 0.2, 0.7, 1], [0.003, 0.0085, 0.0095, 0.003]), sides=18), "beard", "plume")
    b.add(cylinder(0.0045, 0.006, bevel=0.001, at=(0, -0.035, 0.3655)), "gold", "plume")
