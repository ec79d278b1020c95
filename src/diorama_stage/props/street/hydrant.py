# SPDX-License-Identifier: GPL-3.0-or-later
"""Fire hydrants: a cast barrel bolted to the pavement, a ribbed bonnet, three outlets whose caps hang on chains."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, displace, extrude, join, lathe, move, rotate, rounded_profile, torus
from diorama_stage.kit.parts import copies
from diorama_stage.props.registry import prop

BARREL = [(0, 0), (0.152, 0), (0.152, 0.028), (0.118, 0.034), (0.108, 0.06), (0.104, 0.2), (0.118, 0.206), (0.118, 0.232), (0.104, 0.238), (0.104, 0.29), (0.121, 0.31), (0.121, 0.43), (0.104, 0.45), (0.104, 0.472), (0.146, 0.478), (0.146, 0.502), (0, 0.502)]
BONNET = [(0.12, 0.5), (0.146, 0.504), (0.146, 0.526), (0.122, 0.534), (0.112, 0.57), (0.088, 0.618), (0.052, 0.648), (0.05, 0.664), (0.032, 0.668), (0, 0.668)]
"""Outsides (radius, z) from the pavement up, metres."""


@prop("fire_hydrant")
def fire_hydrant(spec: Spec, b: Builder) -> None:
    b.slot("body", "paint", b.choose("#a8241b", "#b3261e", "#c79a1e"), finish=("glossy",))
    b.slot("caps", "paint", b.choose("#cfcabb", "#a8241b", "#8f9496"), role="trim", finish=("glossy",))
    b.slot("chain", "iron", role="fixed")
    for outline in (BARREL, BONNET):
        b.add(displace(lathe(rounded_profile(outline, 0.007), segments=112), 0.0012, 0.03, seed=spec.seed), "body")
    b.add(_bolts(8, 0.134, 0.022, 0.02), "body", "bolts")
    b.add(_bolts(8, 0.131, 0.522, 0.016), "body", "bolts")
    b.add(_bolts(6, 0.111, 0.2, 0.044, 0.006), "body", "bolts")
    b.add(_ribs(), "body", "ribs")
    b.add(_nut(0.021, 0.038, (0, 0, 0.664)), "caps", "nut")
    for turn, z, size in ((-90, 0.375, 0.046), (90, 0.375, 0.046), (0, 0.36, 0.064)):
        for piece, slot in ((_neck(size), "body"), (_cap(size), "caps")):
            b.add(move(rotate(rotate(piece, 90), 0, 0, turn), 0, 0, z), slot, "nozzles")
        chain = _chain(np.array((size * 0.75, -0.158, z - size * 0.8)), np.array((size * 0.5 + 0.03, -0.117, z - size - 0.055)), 0.045)
        b.add(rotate(chain, 0, 0, turn), "chain")
    b.footprint = "round"


def _bolts(n: int, radius: float, z: float, height: float, size: float = 0.01):
    """Hexagonal heads round a flange."""
    return join([cylinder(size, height, bevel=0.002, segments=6, at=(radius * math.cos(a), radius * math.sin(a), z)) for a in (2 * math.pi * (k + 0.5) / n for k in range(n))])


def _ribs():
    """Ribs that run up the bonnet."""
    slope = [(0.124, 0.53), (0.12, 0.56), (0.1, 0.612), (0.06, 0.65), (0.05, 0.65), (0.05, 0.53)]
    plate = extrude(slope, 0.014, bevel=0.004)
    made = []
    upright = np.eye(4)
    upright[:3, :3] = ((1, 0, 0), (0, 0, 1), (0, 1, 0))
    for k in range(8):
        a, turn = 2 * math.pi * k / 8, np.eye(4)
        turn[:2, :2] = ((math.cos(a), -math.sin(a)), (math.sin(a), math.cos(a)))
        middle = np.eye(4)
        middle[1, 3] = -0.007
        made.append(turn @ middle @ upright)
    return copies(plate, made)


def _nut(size: float, height: float, at):
    """The five-sided nut that only the brigade's wrench turns."""
    return extrude([(size * math.cos(a), size * math.sin(a)) for a in (2 * math.pi * (k + 0.25) / 5 for k in range(5))], height, bevel=0.003, at=at)


def _neck(size: float):
    """An outlet along +Z from the barrel's middle, a collar where it leaves the barrel."""
    return lathe(rounded_profile([(0, 0.05), (size * 1.3, 0.05), (size * 1.3, 0.124), (size * 1.05, 0.13), (size * 1.05, 0.15), (0, 0.15)], 0.005), segments=72)


def _cap(size: float):
    """A cap with lugs, a domed face and the nut."""
    face = lathe(rounded_profile([(0, 0.136), (size * 1.16, 0.136), (size * 1.18, 0.164), (size * 0.98, 0.172), (size * 0.6, 0.178), (0, 0.18)], 0.004), segments=72)
    lugs = [rotate(box(size * 0.34, 0.012, 0.024, bevel=0.004, at=(0, -size * 1.17, 0.138)), 0, 0, 360 * k / 6) for k in range(6)]
    return join([face, *lugs, _nut(size * 0.36, 0.032, (0, 0, 0.174))])


def _chain(a, c, sag: float):
    """Links from the cap's rim to the barrel, each turned a quarter against the last."""
    t = np.linspace(0, 1, 15)[:, None]
    path = a + (c - a) * t - np.array((0, 0, sag)) * 4 * t * (1 - t)
    way = np.gradient(path, axis=0)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    side = np.cross(way, (0.0, 1.0, 0.0))
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    third = np.cross(way, side)
    places = np.repeat(np.eye(4)[None], len(path), axis=0)
    odd = (np.arange(len(path)) % 2 == 1)[:, None]
    places[:, :3, 0], places[:, :3, 1], places[:, :3, 2] = way * 1.5, np.where(odd, side, third), np.where(odd, third, -side)
    places[:, :3, 3] = path
    return copies(torus(0.0048, 0.0014, segments=16, sides=8), places, smooth=180)
