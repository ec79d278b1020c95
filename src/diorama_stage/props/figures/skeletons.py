# SPDX-License-Identifier: GPL-3.0-or-later
"""Skeletons of figures from their tables: rows of limbs and masses, in centimetres, in frames that a pose turns and places."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import numpy as np
from mathutils import Euler

from diorama_stage.kit.sculpt import Part, curve
from diorama_stage.materials.nodes import linear

CM = 0.01


@cache
def book(name: str) -> dict:
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))


def frame(at) -> tuple[np.ndarray, np.ndarray, float]:
    """Place (x, y, z), turn (degrees about x, y, z) and factor of a group, from up to seven numbers."""
    x, y, z, a, b, c, f = (list(at) + [0, 0, 0, 0, 0, 0, 1][len(at) :])
    return np.array((x, y, z), float), np.array(Euler(np.radians((a, b, c)), "XYZ").to_matrix()), float(f)


STILL = frame([])


def place(points, at=STILL) -> np.ndarray:
    """Points (n, 3) of a group's frame in its parent's."""
    move, turn, factor = at
    return np.asarray(points, float) @ turn.T * factor + move


def under(at, parent) -> tuple[np.ndarray, np.ndarray, float]:
    """A group's frame inside another's."""
    move, turn, factor = parent
    return place(at[0][None], parent)[0], turn @ at[1], factor * at[2]


def parts(rows: list[dict], at=STILL) -> list[Part]:
    """Parts of a group's rows. `both`: once more, mirrored in the group's own plane x = 0."""
    out = []
    for row in rows:
        for side in (1, -1) if row.get("both") else (1,):
            out.append(_part(row, side, at))
    return out


def _part(row: dict, side: int, at) -> Part:
    move, turn, factor = at
    mirror = np.array((side, 1, 1), float)
    tone = np.array(linear(row["tone"])[:3]) if "tone" in row else None
    common = {"k": row.get("k", 1.0) * factor * CM, "cut": row.get("cut", False), "paint": row.get("paint", False), "tone": tone, "fur": tuple(np.array(row["fur"]) * factor * CM) if "fur" in row else None}
    if "ball" in row:
        c = np.array(row["ball"], float)
        own = np.array(Euler(np.radians(row.get("turn", (0, 0, 0))), "XYZ").to_matrix())
        own = np.diag(mirror) @ own @ np.diag(mirror)
        point = np.append(place([c[:3] * mirror], at)[0], 0.0) * CM
        return Part(point[None], radii=c[3:6] * factor * CM, turn=turn @ own, **common)
    p = np.array(row["limb"], float)
    p = curve(p, row.get("steps", 7))
    where = place(p[:, :3] * mirror, at)
    points = np.concatenate([where, p[:, 3:] * factor], axis=1) * CM
    thin = turn @ (np.array(row["thin"], float) * mirror) if "thin" in row else None
    return Part(points, thin=thin, **common)
