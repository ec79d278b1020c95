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
    _turn(built, turn)
    if flat:
        x, y = ((built.high - built.low)[:2] / 2 - 0.03).tolist()
        built.supports = [Support("side", -x, x, -y, y, float(built.high[2]))]


def level(built: Built) -> None:
    """Lay a board that stands on its end, as boards for show do, under the feet of who rides it: its front up, its length across the picture."""
    width, depth, height = built.high - built.low
    if height > max(width, depth):
        _turn(built, Matrix.Rotation(math.pi / 2, 4, "Z") @ Matrix.Rotation(-math.pi / 2, 4, "X"))


UPENDED = 0.5
"""What is no higher than this share of its length leans on its end: a skateboard at a wall."""
SQUAT = frozenset(("animal", "building", "figure", "furniture", "person", "vehicle"))
"""Categories of what stands on its own feet where it leans."""


def upends(thing: str, built: Built) -> bool:
    """True of what lies by itself and has to be stood on its end to lean on something."""
    length = float(max(built.high[0] - built.low[0], built.high[1] - built.low[1]))
    kind = record(thing)
    squat = kind.category in SQUAT and Tag.STOOD_ON not in kind.tags
    return built.lean is None and not squat and Tag.ROLLS not in kind.tags and float(built.high[2] - built.low[2]) <= UPENDED * length


def upend(built: Built) -> None:
    """Stand the thing on its end, in its own frame, its top to the front: so it leans with its back."""
    points = np.concatenate([vertices(o) for o in built.objects])[:, :2]
    along = np.linalg.svd(points - points.mean(axis=0), full_matrices=False)[2][0]  # many lie aslant as they are built
    straight = Matrix.Rotation(math.pi / 2 - math.atan2(along[1], along[0]), 4, "Z")
    _turn(built, Matrix.Rotation(math.pi / 2, 4, "X") @ straight)
    if built.high[1] - built.low[1] > built.high[0] - built.low[0]:  # its broad side is seen
        _turn(built, Matrix.Rotation(math.pi / 2, 4, "Z"))
    built.lean = "back"


def _turn(built: Built, turn: Matrix) -> None:
    """Turn the thing in its own frame and stand it on the ground again. Nothing stands on it then, nor in it."""
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


LEANS = (14.0, 34.0)
"""Degrees by which what is half buried leans, least and most."""
LONG = 3.0
"""What lies and is this many times as long as it is high goes down with one end."""
UNDER = 0.03
"""Of its height, what is kept below the ground's line, so that no gap is seen."""


def bury(built: Built, seed: int, share: float = 0.45) -> None:
    """Sink the thing into soft ground: leaning, its lower `share` gone, cut away a little below the ground. It stands on nothing and bears nothing."""
    rng = np.random.default_rng(seed)
    width, _, height = built.high - built.low
    points = np.concatenate([vertices(o) for o in built.objects])
    side = 1.0 if rng.random() < 0.5 else -1.0
    if width > LONG * height:  # its broader end is seen
        side = _broader(points)
    turn = Matrix.Rotation(math.radians(side * float(rng.uniform(*LEANS))), 4, "Y") @ Matrix.Rotation(math.radians(float(rng.uniform(-12, 6))), 4, "X")
    for o in built.objects:
        o.data.transform(turn)
    points = np.concatenate([vertices(o) for o in built.objects])
    low, high = points.min(axis=0), points.max(axis=0)
    line = float(low[2] + share * (high[2] - low[2]))
    lip = UNDER * float(high[2] - low[2])
    for o in built.objects:
        o.data.transform(Matrix.Translation((-(low[0] + high[0]) / 2, -(low[1] + high[1]) / 2, -line)))
        _cut(o, -lip)
    left = [o for o in built.objects if len(o.data.polygons)]
    points = np.concatenate([vertices(o) for o in left])
    built.objects = left
    built.parts = {name: kept for name, group in built.parts.items() if (kept := [o for o in group if o in left])}
    built.low, built.high = points.min(axis=0) * (1, 1, 0), points.max(axis=0)
    built.supports, built.interior, built.emitters, built.hang, built.lean, built.footprint, built.seat = [], None, [], None, None, "box", 0.0


def _broader(points: np.ndarray) -> float:
    """Which way about Y, 1 or -1, a long thing (points (n, 3)) turns so that its broader end comes up."""
    away = points - (points.min(axis=0) + points.max(axis=0)) / 2
    along = np.linalg.svd(away[:: max(1, len(away) // 4000)], full_matrices=False)[2][0]
    along = along if along[0] > 0 else -along
    u = away @ along
    wide = np.linalg.norm(away - u[:, None] * along, axis=1)
    ends = [wide[u < -0.25 * np.ptp(u)], wide[u > 0.25 * np.ptp(u)]]
    left, right = (float(e.max()) if len(e) else 0.0 for e in ends)
    return 1.0 if left > right else -1.0


def _cut(o, z: float) -> None:
    """Take away what is below a height."""
    import bmesh

    work = bmesh.new()
    work.from_mesh(o.data)
    bmesh.ops.bisect_plane(work, geom=[*work.verts, *work.edges, *work.faces], plane_co=(0, 0, z), plane_no=(0, 0, 1), clear_inner=True)
    work.to_mesh(o.data)
    work.free()
    o.data.update()
