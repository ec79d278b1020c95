# SPDX-License-Identifier: GPL-3.0-or-later
"""An igloo."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Emitter, Spec, from_geometry
from diorama_stage.kit.field import field
from diorama_stage.kit.growth import grid_faces
from diorama_stage.props.registry import prop

COURSES = 9


def _joint(u: np.ndarray, course: np.ndarray, count: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """How near points are to the edges of their blocks (0 at the joint … 0.5), around and up; and a number for each block.

    `u` is 0 … 1 around, `course` the row with its fraction, `count` the blocks of a row.
    """
    row = np.floor(course)
    place = u * count + row * 0.5 + 0.17 * np.sin(row * 2.3 + seed)
    block = np.floor(place) + row * 57.0
    around = np.minimum(place % 1, 1 - place % 1)
    up = np.minimum(course % 1, 1 - course % 1)
    return np.stack([around, up]), block


@prop("igloo")
def igloo(spec: Spec, b: Builder) -> None:
    """A dome of snow blocks in courses that lean inwards, and a low vaulted porch before it, dark within; lit from inside after dark."""
    b.slot("blocks", "snow", "#eef2f6")
    b.slot("ground", "snow", "#f4f6f8", role="trim")
    r, porch = 1.75, 0.62
    b.add(_dome(r, porch, spec.seed), "blocks", "dome")
    b.add(_vault(porch, -r - 0.75, -r + 0.32, spec.seed), "blocks", "porch")
    t = np.linspace(0, 2 * np.pi, 96, endpoint=False)
    rings = []
    for k, z in ((0.9, 0.12), (1.0, 0.1), (1.1, 0.055), (1.22, 0.02), (1.34, 0.0), (1.4, -0.03)):
        out = r * k * (1 + 0.035 * np.sin(3 * t + spec.seed) + 0.02 * np.sin(7 * t))
        low = np.where((np.abs(np.cos(t)) < 0.36) & (np.sin(t) < 0), 0.01, z)
        rings.append(np.stack([out * np.cos(t), out * np.sin(t), np.minimum(low, z)], axis=1))
    b.add(from_geometry("drift", np.concatenate(rings), grid_faces(6, 96, closed=True), smooth=180), "ground", "drift")
    if spec.has("lit"):
        b.emitters.append(Emitter(0, 0, 0.7, 0.15, 2200, 60))
    b.footprint = "round"


def _relief(edge: np.ndarray, block: np.ndarray, size: tuple, points: np.ndarray, seed: int) -> np.ndarray:
    """How far the skin stands out, metres: joints cut in, blocks proud by a little each, rough all over."""
    near = np.minimum(edge[0] * size[0], edge[1] * size[1])
    cut = -0.055 * np.exp(-((near / 0.018) ** 2)) - 0.018 * np.exp(-((near / 0.05) ** 2))
    own = 0.022 * np.sin(block * 12.9898 + seed)
    rough = field(points.reshape(-1, 3), 0.22, seed=seed, octaves=3).reshape(near.shape)
    return cut + own + 0.012 * rough


def _dome(r: float, porch: float, seed: int):
    rows, columns = 190, 460
    rise = np.linspace(0, 1, rows)[:, None]
    a = np.linspace(0, 2 * np.pi, columns, endpoint=False)[None, :]
    phi = rise * math.pi / 2 * 0.985
    course = np.broadcast_to(rise * COURSES, (rows, columns))
    count = np.maximum(np.round(24 * np.cos((np.floor(course) + 0.4) / COURSES * math.pi / 2)), 4)
    edge, block = _joint(np.broadcast_to(a / (2 * np.pi), (rows, columns)), course, count, seed)
    way = np.stack(np.broadcast_arrays(np.cos(phi) * np.cos(a), np.cos(phi) * np.sin(a), np.sin(phi) * 0.95), axis=-1)
    size = (2 * np.pi * r * np.maximum(np.cos(phi), 0.08) / count, r * math.pi / 2 / COURSES)
    out = _relief(edge, block, size, way * r, seed)
    skin = way * (r + out)[..., None]
    shell = np.concatenate([skin.reshape(-1, 3), (way * (r - 0.22)).reshape(-1, 3)])
    faces = grid_faces(rows, columns, closed=True)
    faces = np.concatenate([faces, faces[:, ::-1] + rows * columns])
    middle = shell[faces].mean(axis=1)
    hole = (np.hypot(middle[:, 0], middle[:, 2]) < porch * 0.8) & (middle[:, 1] < 0)
    return from_geometry("dome", shell, faces[~hole], smooth=180)


def _vault(radius: float, front: float, back: float, seed: int):
    """A tunnel of three rings of blocks, thick enough to show its edge."""
    rows, columns = 90, 160
    along = np.linspace(0, 1, rows)[:, None]
    turn = np.linspace(-0.08, math.pi + 0.08, columns)[None, :]
    edge, block = _joint(np.broadcast_to(turn / math.pi, (rows, columns)), np.broadcast_to(along * 3, (rows, columns)), np.full((rows, columns), 7.0), seed)
    y = np.broadcast_to(front + (back - front) * along, (rows, columns))
    way = np.stack([np.broadcast_to(np.cos(turn), y.shape), np.zeros(y.shape), np.broadcast_to(np.sin(turn) * 1.08, y.shape)], axis=-1)
    base = np.stack([np.zeros(y.shape), y, np.zeros(y.shape)], axis=-1)
    out = _relief(edge, block, (radius * math.pi / 7, (back - front) / 3), way * radius + base, seed + 3)
    lip = 0.03 * np.clip(1 - along * 30, 0, 1) ** 2
    outer = base + way * (radius + out - lip)[..., None]
    inner = base + way * (radius - 0.2 + lip)[..., None]
    grid = np.concatenate([inner[::-1], outer])
    return from_geometry("porch", grid.reshape(-1, 3), grid_faces(2 * rows, columns), smooth=180)
