# SPDX-License-Identifier: GPL-3.0-or-later
"""Fur: roots strewn over the skin, strands that lie along the body, drawn together in locks; manes, crests, tufts and whiskers. Pure (numpy)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from diorama_stage.animals.coat import smooth
from diorama_stage.animals.unposed import Rest
from diorama_stage.kit.field import field

NEAR, FAR = 130_000, 42_000
"""Strands of an animal that fills the picture, and of one seen whole in a wide one."""
STEPS = 5
SLIM = 0.09
"""A strand's radius by its length, at most: the short hairs of a horse would be grains."""
DOWN = np.array([0, 0, -1.0])
FINEST = 0.014
"""A strand's radius at least, units."""
HEAD_FIRST = 6.0
"""How many times as densely hair stands on a head that fills the picture as behind the withers."""
SHORT = 0.6
"""How much a short coat varies by a long one, at least: of one tone it is lacquer."""
LOCKS, STREAKS = 0.22, 0.2
"""Spread of the tone from lock to lock, and of streaks along the body, as shares: no coat is of one colour."""


@dataclass
class Strands:
    points: np.ndarray
    """(n, k, 3), metres."""
    radius: np.ndarray
    """At the root, metres, (n,)."""
    colour: np.ndarray
    """Linear, (n, 3)."""


def unit(v: np.ndarray) -> np.ndarray:
    return v / np.maximum(np.linalg.norm(v, axis=-1, keepdims=True), 1e-9)


def lengths(rest: Rest, table: dict, bare: np.ndarray, mane: np.ndarray) -> np.ndarray:
    """How long hair is at each vertex, units, (n,)."""
    usual = table.get("length", 0.0)
    legs = table.get("legs", 0.7)
    share = np.ones(len(rest.at))
    thigh = rest.share("fore_left_0", "fore_right_0", "hind_left_0", "hind_right_0", "fore_left_s", "fore_right_s")
    lower = rest.share("fore", "hind") - thigh
    share += (legs - 1) * lower + (0.5 * (legs + 1) - 1) * thigh * 0.6
    feet = rest.share(*(f"{leg}_3" for leg in ("fore_left", "fore_right", "hind_left", "hind_right")))
    share *= 1 - 0.55 * feet
    head = rest.share("head")
    muzzle = smooth(-rest.head[:, 1], -2, 0.8 * max(float(-rest.head[head > 0.5, 1].min(initial=0.0)), 1.0))
    share += (table.get("head", 0.5) * (1 - 0.55 * muzzle) - 1) * head
    share += (table.get("neck", 1.0) - 1) * rest.share("neck1", "neck2")
    share += (table.get("belly", 1.0) - 1) * smooth(-rest.out[:, 2], 0.1, 0.7) * rest.share("chest", "back", "loin", "pelvis")
    behind = smooth(rest.out[:, 1], 0.1, 0.6) * (1 - feet)  # along the backs of the legs
    share += table.get("fringe", 0.0) * behind * rest.share("fore", "hind") * (1 - smooth(rest.leg("fore", "hind"), 0.55, 0.8))
    if usual > 0:
        share += (
            (table.get("tail", usual) / usual - 1) * rest.share("tail") * np.clip(0.45 + 1.1 * np.sin(np.pi * np.clip(rest.tail(), 0, 1) ** 0.8), 0, 1.2)
            if table.get("tail", 0) > usual
            else 0
        )
    out = usual * np.clip(share, 0.05, None)
    out = np.maximum(out, table.get("mane", 0.0) * mane)
    out = np.maximum(out, table.get("tuft", 0.0) * smooth(rest.share("tail"), 0.5, 0.8) * smooth(rest.tail(), 0.84, 0.93))
    return out * (1 - bare)


def tufts(rest: Rest, seed: int) -> np.ndarray:
    """Where wool stands out in tufts (1) and where they part (0), about six units from one to the next, (n,)."""
    return np.clip(abs(field(rest.at, 6.0, seed=seed, octaves=2)) / 0.8, 0, 1) ** 0.6


def sown(points: np.ndarray, quads: np.ndarray, weight: np.ndarray, count: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, float]:
    """Triangles (n, 3) and barycentric shares (n, 3) of random places, by area and `weight` per vertex; and the area that they cover."""
    tri = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    v = points[tri]
    area = np.linalg.norm(np.cross(v[:, 1] - v[:, 0], v[:, 2] - v[:, 0]), axis=1) / 2 * weight[tri].mean(axis=1)
    total = float(area.sum())
    at = np.searchsorted(np.cumsum(area), rng.random(count) * total).clip(0, len(tri) - 1)
    u, w = rng.random(count), rng.random(count)
    u, w = np.where(u + w > 1, 1 - u, u), np.where(u + w > 1, 1 - w, w)
    return tri[at], np.stack([1 - u - w, u, w], axis=1), total


def grown(
    points, quads, normals, rest: Rest, colours, length, table: dict, scale: float, count: int, rng: np.random.Generator, away=None, dense=None
) -> Strands:
    """Fur of the whole body. `length` in units per vertex; `away`: how far it stands off the skin, 0 to 1 per vertex (a mane about the face).

    `dense` (n,): how many times as many hairs stand at a vertex as elsewhere; they are as much finer.
    """
    dense = np.ones(len(length)) if dense is None else dense
    has = np.clip(length / 0.4, 0, 1) * table.get("sparse", 1.0) ** 0.5
    tri, share, area = sown(points, quads, has * dense, int(count * min(table.get("sparse", 1.0) * 4, 1.0) * (0.14 if table.get("spines") else 1.0)), rng)
    pick = lambda a: np.einsum("nk...,nk->n...", a[tri], share)  # noqa: E731
    p, n, way, long, colour = pick(points), unit(pick(normals)), pick(rest.flow), pick(length) * scale, pick(colours)
    long = long * rng.uniform(0.62, 1.12, len(p))
    soft = np.clip(long / scale / 12, 0, 1)[:, None] * (1 - table.get("spines", 0.0))
    way = unit(way + 0.55 * DOWN * (0.3 + 0.7 * soft))
    way = unit(way - n * (way * n).sum(axis=1, keepdims=True) * 0.92)
    curl, spines = table.get("curl", 0.0), table.get("spines", 0.0)
    wild = 0.16 + 0.5 * curl
    lift = table.get("lift", 0.34) + 0.85 * spines + 0.3 * curl + 0.12 * (long / scale > 6) + 0.22 * (long / scale > 9)
    if away is not None:
        lift = lift + 1.1 * pick(away)
    d = unit(way + n * np.asarray(lift)[:, None] + rng.normal(0, wild, p.shape))
    t = np.linspace(0, 1, STEPS)[None, :, None]
    strands = (
        p[:, None]
        - n[:, None] * 0.002 * scale
        + (d[:, None] * t + (way - d)[:, None] * 0.55 * (1 - spines) * t**2 + DOWN * (0.34 * soft)[:, None] * t**2.2) * long[:, None, None]
    )
    wave = table.get("wave", 0.0) + curl
    if wave:
        phase = field(p / scale, 9, seed=3)[:, None, None] * 6
        across = np.cross(way, n)[:, None]
        strands = (
            strands
            + (across * np.sin(t * (5 + 6 * curl) + phase) + n[:, None] * np.cos(t * (5 + 6 * curl) + phase) * curl)
            * t**0.8
            * long[:, None, None]
            * 0.13
            * wave
        )
    strands, lock = clumped(
        strands, p, long, rng, table.get("clump", 0.55) * float(np.clip(table.get("length", 9.0) / 3, 0.15, 1)), curl
    )  # a short coat lies smooth
    mean = float(np.average(long)) if len(long) else scale
    radius = np.clip(2.3 * area / max(2 * len(p) * mean, 1e-9), 0.022 * scale, max(min(0.28 * scale, SLIM * mean), 0.03 * scale))
    radius = np.maximum(radius / np.maximum(pick(dense), 1.0) ** 0.5, FINEST * scale) * table.get("sparse", 1.0)
    if spines:
        radius *= 2.9
    tone = 1 + rng.normal(0, 0.2 + 0.36 * spines, len(p)) * np.clip(long / scale / 3, SHORT, 1)
    tone *= 1 + np.clip(long / scale / 4, SHORT, 1) * (
        LOCKS * rng.normal(0, 1, lock.max(initial=0) + 1)[lock] + STREAKS * field(pick(rest.at) * (1, 0.3, 1), 3.0, seed=11)
    )
    tone = tone.clip(0.5, 1.5)
    return Strands(strands, np.broadcast_to(radius, len(p)) * rng.uniform(0.75, 1.2, len(p)), np.clip(colour * tone[:, None], 0, 1))


def clumped(
    strands: np.ndarray, roots: np.ndarray, long: np.ndarray, rng: np.random.Generator, share: float, curl: float = 0.0
) -> tuple[np.ndarray, np.ndarray]:
    """Strands lean to the nearest of some of them towards their tips; of curly hair fewer locks are larger. Also which lock each is of, (n,)."""
    few = max(int(len(roots) / (26 + 60 * curl)), 1)
    chosen = rng.choice(len(roots), few, replace=False)
    _, near = cKDTree(roots[chosen]).query(roots)
    guide = strands[chosen[near]]
    apart = np.linalg.norm(guide[:, 0] - strands[:, 0], axis=1)
    pull = share * np.clip(1.2 - apart / np.maximum(0.55 * long, 1e-9), 0, 1) * rng.uniform(0.5, 1, len(roots))
    t = np.linspace(0, 1, strands.shape[1])[None, :, None] ** 1.4
    moved = strands[:, :1] + (guide - guide[:, :1])
    target = guide + (moved - guide) * 0.35
    return strands + (target - strands) * pull[:, None, None] * t, near


def falling(root: np.ndarray, start: np.ndarray, long: np.ndarray, fall: float, rng: np.random.Generator, steps: int = 9, keep=None) -> np.ndarray:
    """Long hair that sets out along `start` (n, 3) and falls; kept out of what `keep(points)` pushes back."""
    d, p = unit(start), root.copy()
    out = [p]
    for _ in range(steps - 1):
        d = unit(d + DOWN * fall + rng.normal(0, 0.05, d.shape))
        p = p + d * (long / (steps - 1))[:, None]
        p = keep(p) if keep is not None else p
        out.append(p)
    return np.stack(out, axis=1)


def outside(points: np.ndarray, normals: np.ndarray, gap: float):
    """A function that puts points back outside a skin."""
    tree = cKDTree(points)

    def keep(p: np.ndarray) -> np.ndarray:
        _, k = tree.query(p)
        depth = ((p - points[k]) * normals[k]).sum(axis=1)
        return p + normals[k] * np.clip(gap - depth, 0, 3 * gap)[:, None]

    return keep
