# SPDX-License-Identifier: GPL-3.0-or-later
"""Terrain: a height field on a polar grid about the eye, whose cells grow with distance, so that detail lies where the lens sees it."""

from __future__ import annotations

import math
from collections.abc import Callable

import bpy
import numpy as np

from diorama_stage.kit.mesher import mesh
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.noise import smooth

NEARER = 0.42
"""Share of the rings that lie within a quarter of a kilometre; the others are closer together than their distance asks, because they are seen at a slant."""

Height = Callable[[np.ndarray, np.ndarray], np.ndarray]


def polar(site: Site, *, near: float, far: float, rings: int, columns: int) -> tuple[np.ndarray, np.ndarray]:
    """x, y (rings, columns) about the eye: fine within the frame, coarse outside it, all around (the ground also lights what stands on it)."""
    view = site.view
    half = min(view.fov_x / 2 + 0.1, math.pi * 0.95)
    inside = np.linspace(-half, half, columns)
    beyond = np.linspace(half, 2 * math.pi - half, max(12, int(40 * (1 - half / math.pi))))[1:]
    angles = np.concatenate([inside, beyond]) + view.yaw
    middle = min(max(260.0, 1000 * near), far * 0.5)
    radii = np.concatenate([np.geomspace(near, middle, int(rings * NEARER), endpoint=False), np.geomspace(middle, far, rings - int(rings * NEARER))])
    r, a = np.meshgrid(radii, angles, indexing="ij")
    return view.eye[0] - r * np.sin(a), view.eye[1] + r * np.cos(a)


def ground(site: Site, height: Height, material: bpy.types.Material, *, far: float = 12000.0, rings: int = 420, columns: int = 420, near: float = 0.15, name: str = "ground") -> bpy.types.Object:
    """Build the ground from its height function (metres at world x, y)."""
    x, y = polar(site, near=near, far=far, rings=rings, columns=columns)
    rows, across = x.shape
    vertices = np.stack([x, y, height(x, y)], axis=-1).reshape(-1, 3)
    i, j = np.meshgrid(np.arange(rows - 1), np.arange(across - 1), indexing="ij")
    a = i * across + j
    faces = np.stack([a, a + across, a + across + 1, a + 1], axis=-1).reshape(-1, 4)
    ring = np.arange(across - 1)
    # the hole under the eye is closed by a fan
    eye = np.array([[site.view.eye[0], site.view.eye[1], float(height(np.array([site.view.eye[0]]), np.array([site.view.eye[1]]))[0])]])
    made = mesh(name, vertices, faces, smooth=True, material=material)
    site.add(made, mesh(name, np.concatenate([vertices[:across], eye]), np.stack([np.full(across - 1, across), ring + 1, ring], axis=-1), smooth=True, material=material))
    return made


def level(site: Site, x: np.ndarray, y: np.ndarray, *, soft: float = 2.5) -> np.ndarray:
    """0 on the ground kept level for the subjects, rising to 1 `soft` metres outside it."""
    plan = site.plan
    reach = max(site.extent, 0.5) * 1.15
    half_x, front, back = min(plan.half_x, reach + 0.4), max(plan.front_y, -reach - 0.4), min(plan.back_y, reach + 0.4)
    dx = np.maximum(np.abs(x) - half_x, 0)
    dy = np.maximum(np.maximum(front - y, y - back), 0)
    valley = max(soft, 0.3 * (math.hypot(*site.view.eye[:2]) - 60))  # a lens far off looks along a valley, and through no gorge
    return np.minimum(smooth(0, soft, np.hypot(dx, dy)), smooth(0, valley, _off_sight(site, x, y)))


def _off_sight(site: Site, x: np.ndarray, y: np.ndarray, *, half: float = 0.8) -> np.ndarray:
    """Metres outside the strip from the subjects to the lens, which is level too: no hill stands between them, or over the lens."""
    ex, ey = site.view.eye[:2]
    along = np.clip((x * ex + y * ey) / max(ex * ex + ey * ey, 1e-9), 0, 1)
    return np.maximum(np.hypot(x - along * ex, y - along * ey) - half, 0)


def sheet(site: Site, z: float, material: bpy.types.Material, *, far: float = 60000.0, name: str = "water") -> bpy.types.Object:
    """A level plane to the horizon."""
    x, y = site.view.eye[0], site.view.eye[1]
    made = mesh(name, [(x - far, y - far, z), (x + far, y - far, z), (x + far, y + far, z), (x - far, y + far, z)], [(0, 1, 2, 3)], material=material)
    site.add(made)
    return made
