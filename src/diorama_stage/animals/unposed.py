# SPDX-License-Identifier: GPL-3.0-or-later
"""Where points of a posed skin lie on the standing animal: what coats, fur and feathers go by. Pure (numpy)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from diorama_stage.animals.rig import Rig

SOFT = 3.5
"""How far bones share a point, units."""


@dataclass
class Rest:
    """Of n points; lengths in units of the rig."""

    at: np.ndarray
    """Position on the standing animal, (n, 3)."""
    out: np.ndarray
    """Unit normal on the standing animal, (n, 3)."""
    names: list[str]
    weights: np.ndarray
    """Share of each bone, (n, bones)."""
    along: np.ndarray
    """0 at a bone's start to 1 at its end, of each bone, (n, bones)."""
    flow: np.ndarray
    """The way hair lies, in the pose, (n, 3)."""
    head: np.ndarray
    """Place in the head's frame, in units of its rows, (n, 3)."""

    def share(self, *starts: str) -> np.ndarray:
        """Weight of the bones whose names begin so."""
        return self.weights[:, [k for k, n in enumerate(self.names) if n.startswith(starts)]].sum(axis=1)

    def leg(self, *starts: str) -> np.ndarray:
        """0 at a leg's root to 1 at its toes."""
        used = [(k, int(n[-1])) for k, n in enumerate(self.names) if n.startswith(starts) and n[-1].isdigit()]
        weight = sum(self.weights[:, k] for k, _ in used)
        return sum(self.weights[:, k] * (i + np.clip(self.along[:, k], 0, 1)) / 4 for k, i in used) / np.maximum(weight, 1e-6)

    def tail(self) -> np.ndarray:
        """0 at the tail's root to 1 at its tip."""
        k1, k2 = self.names.index("tail1"), self.names.index("tail2")
        w1, w2 = self.weights[:, k1], self.weights[:, k2]
        return (w1 * self.along[:, k1] * 0.5 + w2 * (0.5 + 0.5 * self.along[:, k2])) / np.maximum(w1 + w2, 1e-6)


def rest_of(points: np.ndarray, normals: np.ndarray, posed: Rig, still: Rig, scale: float, head: tuple) -> Rest:
    """`points` (n, 3) in metres; `head`: place, turn and factor of the posed head's frame in centimetres."""
    p = points / scale
    names = list(posed.bones)
    far = np.empty((len(p), len(names)))
    along = np.empty_like(far)
    moved = np.empty((len(names), len(p), 3))
    turned = np.empty_like(moved)
    for k, name in enumerate(names):
        a, b = posed.bones[name], still.bones[name]
        w = a.b - a.a
        long = max(float(w @ w), 1e-9)
        t = (p - a.a) @ w / long
        along[:, k] = t
        t = np.clip(t, 0, 1)
        far[:, k] = np.linalg.norm(p - a.a - t[:, None] * w, axis=1) - a.radius
        stretch = np.linalg.norm(b.b - b.a) / np.sqrt(long)
        local = (p - a.a) @ a.turn
        local[:, 1] *= stretch
        moved[k] = local @ b.turn.T + b.a
        turned[k] = normals @ a.turn @ b.turn.T
    weights = np.exp(-(far - far.min(axis=1, keepdims=True)) / SOFT)
    weights /= weights.sum(axis=1, keepdims=True)
    at = np.einsum("nk,knj->nj", weights, moved)
    out = np.einsum("nk,knj->nj", weights, turned)
    flow = weights @ np.array([posed.bones[n].turn[:, 1] for n in names])
    unit = lambda v: v / np.maximum(np.linalg.norm(v, axis=1, keepdims=True), 1e-9)  # noqa: E731
    place, turn, factor = head
    return Rest(at, unit(out), names, weights, np.clip(along, -0.2, 1.2), unit(flow), (points * 100 - place) @ turn / factor)
