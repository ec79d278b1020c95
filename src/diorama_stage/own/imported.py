# SPDX-License-Identifier: GPL-3.0-or-later
"""A file of somebody's as a finished prop: centred, on its feet, with the level top that things can stand on."""

from __future__ import annotations

from pathlib import Path

import bpy
import numpy as np
from mathutils import Matrix

from diorama_catalogue import thing
from diorama_stage.kit import Builder, Built, Spec
from diorama_stage.kit.arrays import corners
from diorama_stage.kit.build import vertices
from diorama_stage.own.asked_looks import look
from diorama_stage.own.cutout import relief
from diorama_stage.own.files import BadFile, Brought, meshes
from diorama_stage.own.ground import without_ground
from diorama_stage.own.size import scale
from diorama_stage.scene_view import Staged

CUTOUTS = (".png", ".webp", ".tiff")
CARD = "is a cut-out: it stands as a relief, and the light on it is rough"
LEVEL = 0.985
"""Cosine of the steepest slope that things stand on."""
BEARS = 0.3
"""Of its outline seen from above, how much of a thing has to be level for things to stand on it."""


def cast_own(subject: Staged, seed: int) -> Built:
    """The subject's file as a prop of its usual size. Raises BadFile."""
    path = Path(subject["asset"])
    card = path.suffix in CUTOUTS
    try:
        brought = Brought([relief(path)], (CARD,)) if card else without_ground(meshes(path))
    except BadFile as wrong:
        raise BadFile(f"the {subject.get('noun', subject['thing'])}: {wrong}") from None
    objects = brought.objects
    points = np.concatenate([vertices(o) for o in objects])
    low, high = points.min(axis=0), points.max(axis=0)
    usual = thing(subject["thing"]).size
    factor, unit = (usual, "") if card else scale(float(max(high - low)), usual)
    middle = (low + high) / 2
    matrix = Matrix.Diagonal((factor, factor, factor, 1)) @ Matrix.Translation((-middle[0], -middle[1], -low[2]))
    builder = Builder(Spec(subject["thing"], seed))
    builder.slot("own", "own")
    for o in objects:
        o.data.transform(matrix)
        o.data.update()
        builder.add(o, "own", o.name)
    _bear(builder, objects)
    built = builder.finish()
    guessed = f"is as large as such things usually are, {max(built.high - built.low) * 100:.0f} cm: the size in its file cannot be true"
    missing = look(built, subject["surface"], {p["name"]: p["surface"] for p in subject["parts"]}, seed % 1000)
    nowhere = (f"shows nothing of what is said of its {' and its '.join(missing)}: nothing in its file is called so".replace("_", " "),) if missing else ()
    built.told = "; it ".join((*brought.told, *((guessed,) if not card and not unit else ()), *nowhere))
    return built


def _bear(builder: Builder, objects: list[bpy.types.Object]) -> None:
    """The highest level area that is large enough to bear things."""
    faces = np.concatenate([_faces(o) for o in objects])
    points = np.concatenate([vertices(o) for o in objects])
    low, high = points.min(axis=0), points.max(axis=0)
    level = faces[faces[:, 3] > LEVEL]
    outline = float(np.prod((high - low)[:2]))
    for z in sorted({round(float(v), 3) for v in level[:, 2]}, reverse=True):
        here = level[np.abs(level[:, 2] - z) < 0.004]
        if here[:, 4].sum() >= BEARS * outline:
            (x0, y0), (x1, y1) = here[:, 5:7].min(axis=0), here[:, 7:9].max(axis=0)
            return builder.support("top", float(x0), float(x1), float(y0), float(y1), z)


def _faces(o: bpy.types.Object) -> np.ndarray:
    """(n, 9): centre, the normal's z, area, least x and y, greatest x and y, metres."""
    mesh = o.data
    count = len(mesh.polygons)
    centre, normal, area = np.empty(count * 3), np.empty(count * 3), np.empty(count)
    mesh.polygons.foreach_get("center", centre)
    mesh.polygons.foreach_get("normal", normal)
    mesh.polygons.foreach_get("area", area)
    starts = np.empty(count, np.int32)
    mesh.polygons.foreach_get("loop_start", starts)
    flat = vertices(o)[corners(mesh)][:, :2]
    return np.column_stack([centre.reshape(-1, 3), normal.reshape(-1, 3)[:, 2], area, np.minimum.reduceat(flat, starts), np.maximum.reduceat(flat, starts)])
