# SPDX-License-Identifier: GPL-3.0-or-later
"""Folds: cloth that a pose compresses buckles, and what is cut with ease sags and bunches. Pure (numpy).

Quasi-static position based dynamics (Müller and others 2007, Jacobi steps): edges and diagonals strive for their lengths at rest,
gravity pulls, the body pushes out.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix, diags
from scipy.sparse.csgraph import dijkstra

from diorama_stage.people.lay import Flesh
from diorama_stage.people.mesh import normals
from diorama_stage.people.rig import Skeleton

ROUNDS, FINER_ROUNDS = 36, 20
"""Of relaxation; and on a finer mesh, which begins where the coarser one came to."""
SAG = 0.00018
"""What gravity moves free cloth in a round, metres."""
ARM = ("upperarm", "lowerarm", "wrist", "finger", "metacarpal")
YOKE = (0.19, 0.07, 0.12)
"""How far from its joint a shoulder carries cloth, over what way that fades, how far under the joint it ends, metres of a body of 1.7."""
CARRIED = 0.004
"""How far off the shoulders cloth may be that they carry, beyond what it lies off the body, metres."""
LIMBS = ("upperarm", "lowerarm", "wrist", "upperleg", "lowerleg")


@dataclass(frozen=True)
class Stuff:
    """How a cloth folds."""

    limp: float
    """How little it resists bending, 0 (felt) to 1 (silk): small folds or large ones."""
    ease: float
    """How much longer than the limb it is cut."""


STUFFS = {
    "jersey": Stuff(0.7, 0.035), "cotton": Stuff(0.6, 0.06), "knit": Stuff(0.5, 0.07), "canvas": Stuff(0.3, 0.05), "wool": Stuff(0.45, 0.06),
    "denim": Stuff(0.35, 0.045), "linen": Stuff(0.6, 0.065), "silk": Stuff(0.85, 0.05), "satin": Stuff(0.8, 0.05), "leather": Stuff(0.3, 0.03),
    "felt": Stuff(0.1, 0.02), "velvet": Stuff(0.4, 0.045), "plastic": Stuff(0.3, 0.04),
}  # fmt: skip


@dataclass
class Mesh:
    """Faces (m, 4) over `count` vertices, with corner-wise texture coordinates."""

    faces: np.ndarray
    count: int
    uv: np.ndarray
    loops: np.ndarray


def finer(mesh: Mesh) -> tuple[Mesh, csr_matrix]:
    """Once subdivided (Catmull and Clark 1978), and the matrix that takes vertices there. Triangles repeat their last corner."""
    faces, n = mesh.faces, mesh.count
    size = np.where(faces[:, 3] == faces[:, 2], 3, 4)
    row = np.repeat(np.arange(len(faces)), size)
    k = np.concatenate([np.arange(s) for s in size])
    here, after = faces[row, k], faces[row, (k + 1) % size[row]]
    pairs = np.sort(np.stack([here, after], axis=1), axis=1)
    keys, of = np.unique(pairs[:, 0].astype(np.int64) * n + pairs[:, 1], return_inverse=True)
    edges = np.stack([keys // n, keys % n], axis=1)
    e, f = len(edges), len(faces)
    face = coo_matrix((1.0 / size[row], (row, here)), shape=(f, n)).tocsr()
    shared = np.bincount(of, minlength=e)
    rim = shared != 2
    ends = coo_matrix((np.full(2 * e, 0.5), (np.tile(np.arange(e), 2), edges.T.ravel())), shape=(e, n)).tocsr()
    beside = coo_matrix((np.full(len(of), 0.5), (of, row)), shape=(e, f)).tocsr() @ face
    edge = diags(np.where(rim, 1.0, 0.5)) @ ends + diags(np.where(rim, 0.0, 0.5)) @ beside
    degree = np.maximum(np.bincount(here, minlength=n), 1)
    around = diags(1.0 / degree) @ coo_matrix((np.ones(len(here)), (here, row)), shape=(n, f)).tocsr() @ face
    touching = coo_matrix((np.ones(2 * e), (edges.T.ravel(), np.tile(np.arange(e), 2))), shape=(n, e)).tocsr()
    middle = diags(1.0 / np.maximum(np.asarray(touching.sum(axis=1)).ravel(), 1)) @ touching @ ends
    inner = diags(1.0 / degree) @ (around + 2 * middle) + diags(1 - 3.0 / degree)
    on_rim = touching @ diags(rim.astype(float))
    count = np.asarray(on_rim.sum(axis=1)).ravel()
    bordered = 0.5 * diags(1.0 / np.maximum(count, 1)) @ on_rim @ ends + diags(np.full(n, 0.5))
    lone = np.bincount(here, minlength=n) == 0
    vertex = diags(((count == 0) & ~lone).astype(float)) @ inner + diags(((count > 0) & ~lone).astype(float)) @ bordered + diags(lone.astype(float))
    from scipy.sparse import vstack

    matrix = vstack([vertex, edge, face]).tocsr()
    start = np.concatenate([[0], np.cumsum(size)[:-1]])
    back = start[row] + (k - 1) % size[row]
    quads = np.stack([here, n + of, n + e + row, n + of[back]], axis=1).astype(np.int32)
    at = mesh.uv[mesh.loops[row, k]]
    next_, last = mesh.uv[mesh.loops[row, (k + 1) % size[row]]], mesh.uv[mesh.loops[row, (k - 1) % size[row]]]
    centre = coo_matrix((1.0 / size[row], (row, np.arange(len(row)))), shape=(f, len(row))).tocsr() @ at
    uv = np.stack([at, (at + next_) / 2, centre[row], (at + last) / 2], axis=1).reshape(-1, 2)
    return Mesh(quads, n + e + f, uv, np.arange(len(quads) * 4).reshape(-1, 4)), matrix


SLEEVE = {"jersey": 0.007, "knit": 0.009, "leather": 0.012, "denim": 0.011, "silk": 0.012, "cotton": 0.011, "linen": 0.013}
SLEEVE_USUAL, SLEEVE_WIDE, SLEEVE_LEFT = 0.012, 0.055, 0.3
"""How far off an arm a sleeve is cut, by its stuff, metres; from where on it is a wide one and stays so; how much of what is between is left."""


def taken_in(rest: np.ndarray, arms: np.ndarray, flesh: Flesh, points: np.ndarray, out: np.ndarray, material: str) -> np.ndarray:
    """Cloth (n, 3) at rest with its sleeves as narrow as they are worn: the fitted ones stand off forearms like cushions. `points`, `out`: the body's."""
    far, at = flesh.query(rest)
    gap = np.einsum("ij,ij->i", rest - points[at], out[at])
    more = np.clip(gap - SLEEVE.get(material, SLEEVE_USUAL), 0.0, None) * (1 - SLEEVE_LEFT)
    return rest - out[at] * (more * np.clip(2 * arms - 1, 0, 1) * np.clip((SLEEVE_WIDE - far) / 0.015, 0, 1))[:, None]


def grain(weights: csr_matrix, bones: Skeleton, ease: float) -> np.ndarray:
    """How much longer cloth is cut, as a vector (n, 3) along the limb that each vertex hangs on."""
    way = bones.tails - bones.heads
    way = way / np.maximum(np.linalg.norm(way, axis=1, keepdims=True), 1e-9)
    share = np.array([1.0 if name.startswith(LIMBS) else 0.6 for name in bones.names])
    way = np.where(way[:, 2:3] > 0, -way, way) * np.sqrt(ease * share)[:, None]
    return weights @ way


def limbs(weights: csr_matrix, bones: Skeleton) -> np.ndarray:
    """Along the limb that cloth hangs on (n, 3), as long as it hangs on a limb, 0 to 1."""
    way = bones.tails - bones.heads
    way = way / np.maximum(np.linalg.norm(way, axis=1, keepdims=True), 1e-9)
    return weights @ (np.where(way[:, 2:3] > 0, -way, way) * np.array([[float(name.startswith(LIMBS))] for name in bones.names]))


def on_arms(weights: csr_matrix, bones: Skeleton) -> np.ndarray:
    """How far each vertex hangs on an arm or a hand, (n,), 0 to 1."""
    return weights @ np.array([float(name.startswith(ARM)) for name in bones.names])


def yoke(rest: np.ndarray, bones: Skeleton) -> np.ndarray:
    """How far shoulders carry cloth there, (n,), 0 to 1: it lies on them, however wide it is cut."""
    tall = float(bones.heads[bones.at("head")][2]) / 1.5
    out = np.zeros(len(rest))
    for side in "LR":
        joint = bones.heads[bones.at(f"upperarm01.{side}")]
        near = np.clip((YOKE[0] * tall - np.linalg.norm(rest - joint, axis=1)) / (YOKE[1] * tall), 0, 1)
        out = np.maximum(out, near * np.clip((rest[:, 2] - joint[2] + YOKE[2] * tall) / (0.05 * tall), 0, 1))
    return out


def draped(
    points: np.ndarray,
    rest: np.ndarray,
    mesh: Mesh,
    cut: np.ndarray,
    stuff: Stuff,
    body: tuple[np.ndarray, np.ndarray, np.ndarray],
    lay: float,
    rng: np.random.Generator,
    arms: np.ndarray,
    carried: np.ndarray,
    rounds: int = ROUNDS,
) -> np.ndarray:
    """Cloth (n, 3) in the pose with its folds.

    `rest`: where it lies at rest; `cut`: `grain`; `body`: points, normals and shares on arms that it stays `lay` metres out of; `arms`: `on_arms` of the
    cloth; `carried`: `yoke`.
    """
    f = mesh.faces
    i, j, _ = _edges(f, ((0, 1), (1, 2), (2, 3), (3, 0), (0, 2), (1, 3)))
    across = rest[j] - rest[i]
    length = np.linalg.norm(across, axis=1)
    length = length * (1.004 + np.einsum("ij,ij->i", across / np.maximum(length, 1e-9)[:, None], (cut[i] + cut[j]) / 2) ** 2)
    n, m = len(points), len(i)
    apart = coo_matrix((np.r_[np.ones(m), -np.ones(m)], (np.r_[i, j], np.tile(np.arange(m), 2))), shape=(n, m)).tocsr().astype(np.float32)
    degree = np.maximum(np.asarray(abs(apart).sum(axis=1)).ravel(), 1)
    mean = (diags(1 / degree) @ coo_matrix((np.ones(2 * m), (np.r_[i, j], np.r_[j, i])), shape=(n, n))).tocsr().astype(np.float32)
    free = np.ones(n, np.float32)
    free[_rim(f)] = 0.0
    free = np.minimum(free, np.clip(mean @ free * 1.2, 0.0, 1.0))[:, None]
    pull, length = (0.8 / degree)[:, None].astype(np.float32) * free, length.astype(np.float32)
    flesh = Flesh(body[0], body[2]).of(arms)
    points = _bridged(points, normals(points, f), mean, free, int(14 * (1 - stuff.limp)))
    start = points.astype(np.float32)
    x = start + (normals(points, f) * _ridges(points, (i, j), length, rng)[:, None]).astype(np.float32) * free
    stiff = np.float32(0.02 + 0.3 * (1 - stuff.limp))
    for k in range(rounds):
        if k % 12 == 0:
            _, close = flesh.query(x)
            anchor, out = body[0][close].astype(np.float32), body[1][close].astype(np.float32)
            down = (out * (SAG * np.maximum(out[:, 2:], 0.0)) - np.array([0, 0, SAG], np.float32)) * free  # what lies on the body is not pressed on it
        x = x + down
        d = x[j] - x[i]
        now = np.maximum(np.sqrt(np.einsum("ij,ij->i", d, d)), 1e-6)
        x += (apart @ (d * (1 - length / now)[:, None])) * pull
        moved = x - start
        bent = mean @ moved - moved
        x -= (mean @ bent - bent) * stiff  # bending resists short folds most
        lack = lay - np.einsum("ij,ij->i", x - anchor, out)
        x += out * np.clip(lack, 0, 0.02)[:, None] * free
        x -= out * (np.clip(-lack - CARRIED, 0, 0.02) * 0.5 * carried)[:, None] * free
    return x


def _bridged(points: np.ndarray, out: np.ndarray, mean: csr_matrix, free: np.ndarray, rounds: int) -> np.ndarray:
    """Cloth does not go into hollows: points move outward, never inward, to the middle of their neighbours."""
    for _ in range(rounds):
        hollow = np.einsum("ij,ij->i", mean @ points - points, out)
        points = points + out * np.clip(hollow, 0, 0.004)[:, None] * 0.7 * free
    return points


def _ridges(points: np.ndarray, edges: tuple[np.ndarray, np.ndarray], length: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Heights (n,) of the first folds, metres: ridges across the way in which cloth is pressed together, as high as the length that is too much gives.

    A wave of length λ and height a takes up (π a / λ)² of the way.
    """
    i, j = edges
    n = len(points)
    now = np.linalg.norm(points[j] - points[i], axis=1)
    pressed = np.clip(1 - now / length, 0, 0.5)
    both, other = np.r_[i, j], np.r_[j, i]
    sums = lambda v: np.bincount(both, weights=np.tile(v, 2), minlength=n)  # noqa: E731
    along = coo_matrix((np.tile(np.exp(-pressed / 0.03) + 0.02, 2), (both, other)), shape=(n, n)).tocsr()
    along = diags(1 / np.maximum(np.asarray(along.sum(axis=1)).ravel(), 1e-9)) @ along
    field = rng.normal(0, 1, n)
    for _ in range(10):
        field = 0.35 * field + 0.65 * (along @ field)
    field = field / max(float(field.std()), 1e-9)
    count = np.maximum(sums(np.ones(len(i))), 1)
    spare = 2 * sums(pressed) / count
    for _ in range(2):
        spare = 0.5 * spare + 0.5 * (along @ spare)
    wave = 5 * sums(now) / count
    return np.clip(wave / np.pi * np.sqrt(spare), 0, 0.012) * np.clip(0.35 + 0.6 * field, -0.4, 1.6)


def _edges(faces: np.ndarray, sides: tuple[tuple[int, int], ...]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The ends of each edge once, and how many faces have it."""
    pairs = np.sort(np.concatenate([faces[:, list(s)] for s in sides]).astype(np.int64), axis=1)
    keys, count = np.unique(pairs[:, 0] * (faces.max() + 1) + pairs[:, 1], return_counts=True)
    i, j = keys // (faces.max() + 1), keys % (faces.max() + 1)
    return i[i != j], j[i != j], count[i != j]


EDGED = 0.08
"""How far from an edge cloth may be to be told how far, metres."""
COLLAR, COLLAR_SOFT, COLLAR_HIGH = 0.055, 0.02, 0.1
"""How far from its edge at the neck cloth keeps its shape, over what way that ends, how far under the neck's joint that edge may be: metres, a body of 1.7."""


def from_edge(points: np.ndarray, faces: np.ndarray) -> np.ndarray:
    """How far each vertex (n,) is from an open edge along the cloth, metres: what a collar lies on is not beside its edge. 1 from `EDGED` on."""
    return _along(points, faces, _rim(faces))


CUFF, CUFF_SOFT, CUFF_NEAR = 0.055, 0.02, 0.1
"""How far from the wrist's joint cloth is of a cuff, over what way its hold ends, how far from the forearm's line it may be: metres of a body of 1.7."""
BUTTONED, GIVES = 0.005, 0.15
"""How far off the wrist a cuff lies, metres, and how much of what it stood farther off stays: its lining lies under it."""


def cuff(rest: np.ndarray, faces: np.ndarray, arms: np.ndarray, bones: Skeleton) -> np.ndarray:
    """How far cloth is of a cuff, (n,), 0 to 1: it is closed round the wrist. `arms`: `on_arms`.

    Lined sleeves, whose edge lies inside them, have none: the lining would come through.
    """
    tall, out, rim = float(bones.heads[bones.at("head")][2]) / 1.5, np.zeros(len(rest)), rest[_rim(faces)]
    for side in "LR":
        wrist = bones.heads[bones.at(f"wrist.{side}")]
        if not (np.linalg.norm(rim - wrist, axis=1) < CUFF_NEAR * tall).any():
            continue
        way = wrist - bones.heads[bones.at(f"lowerarm02.{side}")]
        way = way / np.linalg.norm(way)
        along = (rest - wrist) @ way
        off = np.linalg.norm(rest - wrist - along[:, None] * way, axis=1)
        near = (off < CUFF_NEAR * tall) & (along < CUFF * tall) & (arms > 0.5)
        out = np.maximum(out, near * np.clip((along + CUFF * tall) / (CUFF_SOFT * tall) + 1, 0, 1))
    return out


def closed(cloth: np.ndarray, cuffs: np.ndarray, flesh: Flesh, points: np.ndarray, out: np.ndarray) -> np.ndarray:
    """Cloth (n, 3) with its `cuffs` (n,) brought to the wrists: one looked past them into a dark sleeve. `points`, `out`: the body's and its normals."""
    _, at = flesh.query(cloth)
    gap = np.einsum("ij,ij->i", cloth - points[at], out[at])
    return cloth - out[at] * (cuffs * (1 - GIVES) * np.clip(gap - BUTTONED, 0.0, None))[:, None]


def collar(rest: np.ndarray, faces: np.ndarray, bones: Skeleton) -> np.ndarray:
    """How far cloth is of a collar or a neckline, (n,), 0 to 1: those are lined or ribbed, and keep their shape."""
    tall, rim = float(bones.heads[bones.at("head")][2]) / 1.5, _rim(faces)
    far = _along(rest, faces, rim[rest[rim, 2] > bones.heads[bones.at("neck01")][2] - COLLAR_HIGH * tall])
    return np.clip((COLLAR * tall - far) / (COLLAR_SOFT * tall), 0, 1)


def _along(points: np.ndarray, faces: np.ndarray, start: np.ndarray) -> np.ndarray:
    """How far each vertex (n,) is along the cloth from the nearest of those in `start`, metres; 1 from `EDGED` on."""
    if not len(start):
        return np.ones(len(points))
    i, j, _ = _edges(faces, ((0, 1), (1, 2), (2, 3), (3, 0), (0, 2), (1, 3)))
    way = coo_matrix((np.linalg.norm(points[j] - points[i], axis=1), (i, j)), shape=(len(points),) * 2).tocsr()
    far = dijkstra(way, directed=False, indices=start, min_only=True, limit=EDGED)
    return np.where(np.isfinite(far), far, 1.0)


def _rim(faces: np.ndarray) -> np.ndarray:
    """Vertices of edges that but one face has."""
    i, j, count = _edges(faces, ((0, 1), (1, 2), (2, 3), (3, 0)))
    return np.unique(np.concatenate([i[count == 1], j[count == 1]]))
