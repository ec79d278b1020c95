# SPDX-License-Identifier: GPL-3.0-or-later
"""The studio: a seamless sweep of paper (or any surface), or a table before a backdrop."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import grid, mesh
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.tops import raise_surface
from diorama_stage.sets.paint import asked
from diorama_stage.sets.plan import _plain
from diorama_stage.sets.registry import setting

WHITE = "#e9e7e3"


def seamless(site: Site) -> None:
    """A sweep that runs from before the lens, under the subjects, and up behind them in one curve; as wide as the frame needs."""
    plan, view = site.plan, site.view
    far = plan.back_y + max(0.5, 1.6 * site.extent)
    bend = max(0.45, 1.1 * site.extent)
    away = far + bend - view.eye[1]
    wide = max(2.0, 4 * site.extent, abs(view.eye[0]) + away * np.tan(view.fov_x / 2) * 1.6)
    tall = max(2.2, 4 * site.extent, view.eye[2] + away * np.tan(view.fov_y / 2 + max(0.0, np.arcsin(view.forward[2]))) * 1.4)
    near = min(view.eye[1] - 0.6, -1.5 * wide)
    t = np.linspace(0, np.pi / 2, 40)
    ys = np.concatenate([np.linspace(near, far, 8)[:-1], far + bend * np.sin(t), [far + bend] * 2])
    zs = np.concatenate([np.zeros(7), bend * (1 - np.cos(t)), [bend + (tall - bend) / 2, tall + bend]])
    xs = np.linspace(-wide, wide, 9)
    along = np.concatenate([[0], np.cumsum(np.hypot(np.diff(ys), np.diff(zs)))])
    vertices, faces = grid(np.tile(xs, (len(ys), 1)), np.tile(ys[:, None], (1, len(xs))), np.tile(zs[:, None], (1, len(xs))))
    uvs = np.stack([np.tile(xs, len(ys)), np.repeat(along, len(xs))], axis=1) / max(2 * wide, 1e-6)
    ground, backdrop = site.environment.get("ground"), site.environment.get("backdrop")
    surface = ground if not _plain(ground or {}) and _plain(backdrop or {}) else backdrop
    paint = asked(surface, "paper", WHITE, size=float(2 * wide), seed=site.seed)
    site.add(mesh("seamless", vertices, faces, smooth=True, uvs=uvs, material=paint))


def hung(site: Site, y: float, *, usual: str = "paper", colour: str = WHITE) -> None:
    """A flat backdrop upright at depth y, down to the floor, wider and taller than the frame."""
    view = site.view
    cx, half_w, cz, half_h = view.frame(y)
    wide = abs(cx) + half_w * 1.5 + 0.6
    top = max(cz + half_h * 1.6, 1.6)
    vertices = [(-wide, y, site.plan.floor_z), (wide, y, site.plan.floor_z), (wide, y, top), (-wide, y, top)]
    paint = asked(site.environment.get("backdrop"), usual, colour, size=2 * wide, seed=site.seed)
    site.add(mesh("backdrop", vertices, [(0, 1, 2, 3)], uvs=[(0, 0), (1, 0), (1, 1), (0, 1)], material=paint))


@setting("studio")
def studio(site: Site) -> None:
    if site.plan.shape == "seamless":
        seamless(site)
        return
    raise_surface(site)
    hung(site, site.plan.wall_y or site.plan.back_y + 1.2, colour="#b9b6b0")
    vertices, faces = grid(np.linspace(-8, 8, 2), np.linspace(min(-4, site.view.eye[1] - 1), 4, 2), site.plan.floor_z)
    site.add(mesh("floor", vertices, faces, material=asked(None, "concrete", size=8)))
