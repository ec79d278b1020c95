# SPDX-License-Identifier: GPL-3.0-or-later
"""Things on their side: a bottle knocked over, a violin lying on a table."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from mathutils import Matrix

from diorama_catalogue import Tag
from diorama_catalogue import thing as record
from diorama_stage.kit import Built
from diorama_stage.kit.build import Support, vertices

FLAT = 0.6
"""What is less deep than this share of its width has a face, and falls onto its back."""
TALL = 1.4
"""What is not this many times as high as it is deep lies already."""
ACROSS = 62.0
"""Degrees by which what lies on its back is turned from the line of sight, so that its length is seen."""
OWN = ("figure_", "doll_")
"""Sculptures lie by their own pose, if they can."""


def lies(thing: str, states: frozenset[str], rests: bool, built: Built) -> bool:
    """True if it is to be laid down: fallen over, said to lie, or put somewhere with no foot to stand on."""
    tags = record(thing).tags
    if Tag.LIES_ITSELF in tags or thing.startswith(OWN) and "fallen" not in states:
        return False
    if "fallen" in states or piled(thing, states):
        return True
    width, depth, height = built.high - built.low
    if height < TALL * min(width, depth):
        return False
    return "lying" in states or Tag.NO_FOOT in tags and rests and not states & {"leaning", "standing", "upright"}


def piled(thing: str, states: frozenset[str]) -> bool:
    """ "a stack of suitcases": one flat on the other, handles to the front."""
    return Tag.LUGGAGE in record(thing).tags and "stacked" in states


def tip(built: Built, *, flat: bool = False) -> None:
    """Lay the thing down, in its own frame: onto its back if it has a face, else on its side. Nothing stands on it then, nor in it; but on what lies `flat`, its top to the front."""
    width, depth, _ = built.high - built.low
    across = Matrix.Rotation(math.radians(ACROSS), 4, "Z")
    turn = across @ Matrix.Rotation(-math.pi / 2, 4, "X") if depth < FLAT * width else Matrix.Rotation(math.pi / 2, 4, "Y")
    if flat:
        turn = Matrix.Rotation(math.pi / 2, 4, "X")
    for o in built.objects:
        o.data.transform(turn)
    points = np.concatenate([vertices(o) for o in built.objects])
    low, high = points.min(axis=0), points.max(axis=0)
    shift = np.array([-(low[0] + high[0]) / 2, -(low[1] + high[1]) / 2, -low[2]])
    for o in built.objects:
        o.data.transform(Matrix.Translation(shift))
        o.data.update()
    m = np.asarray(turn)[:3, :3]
    built.emitters = [replace(e, **dict(zip("xyz", map(float, m @ (e.x, e.y, e.z) + shift), strict=True))) for e in built.emitters]
    built.low, built.high = low + shift, high + shift
    built.supports, built.interior, built.hang, built.lean, built.footprint, built.seat = [], None, None, None, "box", 0.0
    if flat:
        x, y = ((built.high - built.low)[:2] / 2 - 0.03).tolist()
        built.supports = [Support("side", -x, x, -y, y, float(built.high[2]))]
