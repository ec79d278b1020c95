# SPDX-License-Identifier: GPL-3.0-or-later
"""The skeleton in a body, turned at its joints, and skins that follow it (linear blend skinning). Pure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.spatial.transform import Rotation

from diorama_stage.people.pack import base

Turns = dict[str, Rotation]
"""Bone → rotation about its head in the world's axes (x left of the figure, y to its back, z up), applied before its parents' turns."""


@dataclass(frozen=True)
class Skeleton:
    names: tuple[str, ...]
    parents: np.ndarray
    heads: np.ndarray
    """(bones, 3), metres, at rest."""
    tails: np.ndarray

    def at(self, name: str) -> int:
        return self.names.index(name)


def skeleton(verts: np.ndarray) -> Skeleton:
    """The skeleton of a body (19158, 3): joints lie between vertices."""
    b = base()
    return Skeleton(b.bones, b.parents, b.heads @ verts, b.tails @ verts)


def posed(bones: Skeleton, turns: Turns, moved: np.ndarray | None = None) -> np.ndarray:
    """World matrices (bones, 4, 4) that take points at rest to the pose; `moved` (3,) shifts the root."""
    out = np.tile(np.eye(4), (len(bones.names), 1, 1))
    for k, name in enumerate(bones.names):
        own = np.eye(4)
        turn = turns.get(name)
        if turn is not None:
            r = turn.as_matrix()
            own[:3, :3] = r
            own[:3, 3] = bones.heads[k] - r @ bones.heads[k]
        parent = bones.parents[k]
        out[k] = own if parent < 0 else out[parent] @ own
    if moved is not None:
        shift = np.eye(4)
        shift[:3, 3] = moved
        out = shift @ out
    return out


def follow(points: np.ndarray, weights: csr_matrix, matrices: np.ndarray) -> np.ndarray:
    """Points (n, 3) at rest, carried by the bones they hang on. `weights` (n, bones), `matrices` (bones, 4, 4)."""
    blend = (weights @ matrices[:, :3, :].reshape(len(matrices), 12)).reshape(-1, 3, 4)
    return np.einsum("nij,nj->ni", blend[:, :, :3], points) + blend[:, :, 3]


def joint(bones: Skeleton, matrices: np.ndarray, name: str, end: str = "head") -> np.ndarray:
    """Where a bone's head or tail is in the pose, (3,)."""
    k = bones.at(name)
    p = bones.heads[k] if end == "head" else bones.tails[k]
    return matrices[k, :3, :3] @ p + matrices[k, :3, 3]
