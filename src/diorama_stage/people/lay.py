# SPDX-License-Identifier: GPL-3.0-or-later
"""How cloth lies on a body in a pose: creases of joints smoothed out, sheets lifted off what is beneath, let down on what bears them."""

from __future__ import annotations

import numpy as np
from mathutils import Vector
from mathutils.bvhtree import BVHTree
from scipy.sparse import csr_matrix, diags
from scipy.spatial import cKDTree

from diorama_stage.people.mesh import normals

BORNE_UP_TO = 0.035
"""Cloth that is nearer than this over a shoulder or a thigh lies on it, metres."""
BULGE = 0.014
"""How wide what bulges through a sheet is looked for about each of its points, metres."""
PRESSED_FROM, BESIDE = 0.045, 0.008
"""How near to a sheet that is laid over it cloth is pressed behind it, and how far within the sheet's edge that ends, metres."""
MUSH = 6
"""Rounds of smoothing that take the creases out of bent joints."""


APART = 0.25
"""How much farther than it is an arm counts for cloth that is not on it, metres: a hand that hangs at a hip does not push the shirt there away."""


class Flesh:
    """The nearest points of a body (or of cloth beneath) to cloth: an arm's to what hangs on an arm, the trunk's to the rest."""

    def __init__(self, points: np.ndarray, arms: np.ndarray, cloth: np.ndarray | None = None, tree: cKDTree | None = None):
        self.points, self.arms, self.cloth = points, arms, cloth
        self.tree = tree if tree is not None else cKDTree(np.c_[points, APART * arms])

    def of(self, cloth: np.ndarray) -> Flesh:
        """For a cloth whose vertices hang so far on arms, (n,), 0 to 1."""
        return Flesh(self.points, self.arms, cloth, self.tree)

    def query(self, cloth: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """How far the nearest points are from those of the cloth (n, 3), metres, and which they are."""
        assert self.cloth is not None
        return self.tree.query(np.c_[cloth, APART * self.cloth])


def mushed(posed: np.ndarray, rest: np.ndarray, weights: csr_matrix, matrices: np.ndarray, faces: np.ndarray) -> np.ndarray:
    """Delta mush (Mancewicz and others 2014): the pose smoothed, with the detail of the rest put back in each vertex's own frame."""
    smooth = _smoother(faces, len(rest))
    low_rest, low_posed = rest, posed
    for _ in range(MUSH):
        low_rest, low_posed = smooth @ low_rest, smooth @ low_posed
    blend = (weights @ matrices[:, :3, :3].reshape(len(matrices), 9)).reshape(-1, 3, 3)
    bent = np.flatnonzero(np.abs(np.einsum("nij,nkj->nik", blend, blend) - np.eye(3)).max(axis=(1, 2)) > 1e-9)  # what hangs on one bone is turned as it is
    u, _, vt = np.linalg.svd(blend[bent])
    blend[bent] = u @ vt
    return low_posed + np.einsum("nij,nj->ni", blend, rest - low_rest)


def clear_of(cloth: np.ndarray, flesh: Flesh, points: np.ndarray, out: np.ndarray, lay: float) -> np.ndarray:
    """Cloth (n, 3) lifted to `lay` metres over the body where it lies deeper, as far as 4 cm; `points`, `out`: the body's vertices and normals."""
    cloth = cloth.copy()
    for _ in range(2):
        far, at = flesh.query(cloth)
        over = np.einsum("ij,ij->i", cloth - points[at], out[at])
        lift = np.where((over < lay) & (far < 0.04), lay - over, 0.0)
        cloth += out[at] * lift[:, None]
    return cloth


def resting(cloth: np.ndarray, flesh: Flesh, points: np.ndarray, out: np.ndarray, lay: float) -> np.ndarray:
    """Cloth (n, 3) let down to `lay` metres over what bears it: shoulders, thighs of who sits. What stands off farther than a collar's height hangs free."""
    far, at = flesh.query(cloth)
    gap = np.einsum("ij,ij->i", cloth - points[at], out[at])
    borne = np.clip((out[at][:, 2] - 0.05) / 0.35, 0, 1) * np.clip((BORNE_UP_TO - far) / 0.01, 0, 1)
    return cloth - out[at] * (borne * np.maximum(gap - lay, 0.0))[:, None]


def trunk(rest: np.ndarray, tall: float) -> np.ndarray:
    """Which points (n, 3) of a figure at rest, `tall` times as high as the base mesh, are not on its arms."""
    return np.abs(rest[:, 0]) < np.where(rest[:, 2] > 0.12 * tall, 0.19, 0.3) * tall


def over(points: np.ndarray, faces: np.ndarray, inner: list[tuple[np.ndarray, np.ndarray]], off: float) -> np.ndarray:
    """What is laid on the rest (n, 3), lifted out of it where it is sunk; first softly, so that it keeps its shape, then to the last."""
    body, out = (np.concatenate(a) for a in zip(*inner, strict=True))
    tree, smooth = cKDTree(body), _smoother(faces, len(points))
    points = points.copy()
    for rounds in (8, 3, 0):
        far, at = tree.query(points, k=4)
        n = out[at].mean(axis=1)
        n /= np.maximum(np.linalg.norm(n, axis=1, keepdims=True), 1e-9)
        sunk = off - np.einsum("ij,ikj->ik", n, points[:, None] - body[at]).min(axis=1)
        lift = n * np.where((far[:, 0] < 0.06) & (sunk > 0), np.minimum(sunk, 0.05), 0.0)[:, None]
        for _ in range(rounds):
            lift = smooth @ lift
        points += lift
    return _before(points, faces, tree, body, out, off)


def _before(points: np.ndarray, faces: np.ndarray, tree: cKDTree, body: np.ndarray, out: np.ndarray, off: float) -> np.ndarray:
    """Points (n, 3) of a sheet brought before what bulges through it: a fold that hangs over is not beneath what it covers, by its own normals."""
    n = normals(points, faces)
    far, at = tree.query(points, k=min(72, len(body)))
    n = n * np.where(np.einsum("ij,ij->i", n, out[at[:, 0]]) < 0, -1.0, 1.0)[:, None]
    away = body[at] - points[:, None]
    ahead = np.einsum("ikj,ij->ik", away, n)
    beside = np.linalg.norm(away - ahead[..., None] * n[:, None], axis=2)
    sunk = np.where((beside < BULGE) & (ahead < 0.05), ahead + off / 2, 0.0).max(axis=1)
    smooth = _smoother(faces, len(points))
    lift = np.maximum(sunk, 0.0) * (far[:, 0] < 0.06)
    for _ in range(3):
        lift = np.maximum(lift, smooth @ lift)
    return points + n * lift[:, None]


def behind(points: np.ndarray, sheet: np.ndarray, faces: np.ndarray, off: float) -> np.ndarray:
    """Points (n, 3) of what is worn beneath, pressed `off` metres behind a sheet laid over it wherever they come through it or nearer to it.

    `sheet` (m, 3), `faces` (k, 4) into it, facing away from the body. What lies beside the sheet, past its edges, stays.
    """
    tree, out = BVHTree.FromPolygons(sheet.tolist(), [list(dict.fromkeys(f)) for f in faces.tolist()]), points.copy()
    rim = cKDTree(sheet[_rim(faces)])
    near = cKDTree(sheet[np.unique(faces)]).query(points, distance_upper_bound=PRESSED_FROM)[0]
    for k in np.flatnonzero(np.isfinite(near)):
        for _ in range(3):  # what was before one fold of the sheet may lie before the next
            at, normal, _, far = tree.find_nearest(Vector(out[k]), PRESSED_FROM)
            if at is None or far * (1 if (Vector(out[k]) - at).dot(normal) > 0 else -1) < -0.9 * off or rim.query(at)[0] < BESIDE:
                break
            out[k] = at - normal * off
    return out


def _rim(faces: np.ndarray) -> np.ndarray:
    """Vertices of edges that but one face has."""
    edges = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 3]], faces[:, [3, 0]]]), axis=1)
    edges, count = np.unique(edges[edges[:, 0] != edges[:, 1]], axis=0, return_counts=True)
    return np.unique(edges[count == 1])


def _smoother(faces: np.ndarray, count: int) -> csr_matrix:
    """The mean of each vertex and its neighbours; what lies on an open border, or in no face, stays."""
    edges = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 3]], faces[:, [3, 0]]])
    edges = edges[edges[:, 0] != edges[:, 1]]
    pairs = np.concatenate([edges, edges[:, ::-1]])
    matrix = csr_matrix((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(count, count))
    border = _border(matrix)
    matrix.data[:] = 1.0
    degree = np.asarray(matrix.sum(axis=1)).ravel()
    mean = diags(0.5 / np.maximum(degree, 1)) @ matrix + diags(np.where(degree > 0, 0.5, 1.0))
    keep = np.zeros(count)
    keep[border] = 1.0
    return (diags(1 - keep) @ mean + diags(keep)).tocsr()


def _border(counts: csr_matrix) -> np.ndarray:
    """Vertices of edges that but one face has."""
    row, column = counts.nonzero()
    return np.unique(row[np.asarray(counts[row, column]).ravel() < 1.5])
