# SPDX-License-Identifier: GPL-3.0-or-later
"""What bears things that would float else: trestles under what is raised, a tripod over a fire, a peg on a wall, sand or snow drifted against what sticks in it."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.kit.mesher import Mesher, mesh
from diorama_stage.sets.ground.noise import fbm
from diorama_stage.sets.paint import plain, standard

Box = tuple[np.ndarray, np.ndarray]


def trestles(low: np.ndarray, high: np.ndarray, floor: float = 0.0) -> list:
    """Two trestles across what lies in the box `low` to `high` (world, metres), their beams just below it. Returns Blender objects."""
    along = 0 if high[0] - low[0] >= high[1] - low[1] else 1
    length, width = high[along] - low[along], high[1 - along] - low[1 - along]
    top, thick = float(low[2]) + 0.02 * float(high[2] - low[2]), min(max(0.02 * length, 0.012), 0.09)
    made = Mesher()
    for share in (0.2, 0.8):
        at = low[along] + share * length
        beam = _line(along, at, low[1 - along] - 0.06 * width, high[1 - along] + 0.06 * width, top - thick / 2)
        made.tube(beam, thick / 2, sides=10)
        for side in (0, 1):
            foot = beam[side]
            for spread in (-1, 1):
                leg = np.array(foot)
                leg[along] += spread * max(0.16 * (top - floor), thick)
                leg[2] = floor
                made.tube([foot, leg], thick * 0.36, sides=8)
        brace = _line(along, at, low[1 - along], high[1 - along], floor + 0.35 * (top - floor))
        made.tube(brace, thick * 0.26, sides=8)
    return [made.object("trestles", standard("pine", size=1.0), smooth=True)]


def _line(along: int, at: float, a: float, b: float, z: float) -> np.ndarray:
    out = np.full((2, 3), z)
    out[:, along] = at
    out[:, 1 - along] = a, b
    return out


SPREAD, KNOT = 1.15, 0.16
"""How far out of a fire's middle the poles of its tripod stand, of its half width; of their height, how much is above what hangs there."""


def tripod(low: np.ndarray, high: np.ndarray, fire: Box, floor: float = 0.0) -> list:
    """Three poles over a `fire` (its box), lashed above what hangs in the box `low` to `high`, and the chain it hangs by; world, metres. Returns Blender objects."""
    middle = (low + high)[:2] / 2
    tall = (float(high[2]) - floor) / (1 - KNOT) + 0.1
    out = SPREAD * max(float(np.ptp([fire[0][:2], fire[1][:2]], axis=0).max()) / 2, 0.34 * tall)
    thick, knot = 0.013 * tall + 0.005, np.array([*middle, floor + tall])
    poles, iron = Mesher(), Mesher()
    for turn in np.radians((90.0, 205.0, 335.0)):  # one behind: none stands before what hangs there
        foot = np.array([middle[0] + out * np.cos(turn), middle[1] + out * np.sin(turn), floor - 0.02])
        beyond = knot + (knot - foot) * 0.07
        poles.tube([foot, (foot + knot) / 2 + (0, 0, 0.004), beyond], np.array([thick, 0.88 * thick, 0.72 * thick]), sides=9)
    iron.tube([knot - (0, 0, thick), (*middle, float(high[2]) - 0.012)], max(0.0035, 0.12 * thick), sides=8)
    turns = np.linspace(0, 2 * np.pi, 13)
    for drop in (-0.8, 0.0, 0.8):
        iron.tube(np.stack([knot[0] + 1.7 * thick * np.cos(turns), knot[1] + 1.7 * thick * np.sin(turns), np.full(13, knot[2] + drop * thick)], axis=1), 0.3 * thick, sides=8)
    return [poles.object("poles", standard("pine", size=1.0), smooth=True), iron.object("chain", plain("#2b2724", 0.55, metal=0.6), smooth=True)]


def peg(low: np.ndarray, high: np.ndarray, wall: float) -> list:
    """A peg of turned brass from a wall at y = `wall` under the top of what hangs in the box `low` to `high`, metres. Returns Blender objects."""
    x, z = float(low[0] + high[0]) / 2, float(high[2]) - 0.012
    made = Mesher()
    t = np.linspace(-np.pi / 2, np.pi / 2, 9)
    made.tube([(x, wall, z - 0.008), (x, wall - 0.012, z - 0.008)], 0.022, sides=20)
    made.tube([(x, wall, z - 0.008), (x, float(low[1]) + 0.01, z - 0.002)], 0.007, sides=12)
    made.tube(np.stack([np.full(9, x), float(low[1]) + 0.01 - 0.011 * np.sin(t), np.full(9, z)], axis=1), 0.011 * np.maximum(np.cos(t), 0.05), sides=14)
    return [made.object("peg", plain("#a8884f", 0.3, metal=1.0), smooth=True)]


def drift(foot: np.ndarray, high: float, ground: bpy.types.Material, seed: int) -> bpy.types.Object:
    """Sand or snow heaped against what sticks in it, `high` metres, of the ground's own stuff: `foot` (n, 3) is where that meets the ground, world."""
    middle = foot[:, :2].mean(axis=0)
    half = np.maximum(np.ptp(foot[:, :2], axis=0) / 2, 0.25 * high)
    turn, share = np.linspace(0, 2 * np.pi, 96, endpoint=False), np.linspace(0, 1, 26)[:, None]
    reach = half[None, :] * 1.15 + high * 2.6
    ragged = 1 + 0.22 * fbm(2.2 * np.cos(turn), 2.2 * np.sin(turn), 3, seed=seed)
    x, y = middle[0] + share * reach[0, 0] * ragged * np.cos(turn), middle[1] + share * reach[0, 1] * ragged * np.sin(turn)
    z = high * (1 - share**2) ** 2 * (1 + 0.35 * fbm(x / high, y / high, 4, seed=seed + 1)) - 0.006 * share
    i, j = np.meshgrid(np.arange(25), np.arange(96), indexing="ij")
    after = (j + 1) % 96
    faces = np.stack([i * 96 + j, (i + 1) * 96 + j, (i + 1) * 96 + after, i * 96 + after], axis=-1).reshape(-1, 4)
    return mesh("drift", np.stack([x, y, z], axis=-1).reshape(-1, 3), faces, smooth=True, material=ground)
