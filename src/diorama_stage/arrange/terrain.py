# SPDX-License-Identifier: GPL-3.0-or-later
"""What a load comes to rest on: the height of the highest surface over a grid, and where on it the middle of a thing may lie."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import binary_closing, grey_closing, grey_dilation

from diorama_stage.arrange.data import Placement, Relief

CELLS = 112
"""Across the wider side of the area that is felt."""


@dataclass(frozen=True)
class Area:
    """A rectangle, or its inscribed ellipse, turned by `yaw` degrees in the world; `z` its height."""

    x: float
    y: float
    half_x: float
    half_y: float
    yaw: float
    z: float
    round: bool = False

    def within(self, x, y) -> np.ndarray:
        """How far out points lie: 1 at the edge."""
        a = np.radians(-self.yaw)
        dx, dy = np.asarray(x) - self.x, np.asarray(y) - self.y
        u = np.abs(dx * np.cos(a) - dy * np.sin(a)) / max(self.half_x, 1e-6)
        v = np.abs(dx * np.sin(a) + dy * np.cos(a)) / max(self.half_y, 1e-6)
        return np.hypot(u, v) if self.round else np.maximum(u, v)

    def out(self, x: float, y: float) -> float:
        """`within` for one point: arrays of one are slow."""
        a = math.radians(-self.yaw)
        dx, dy = x - self.x, y - self.y
        u = abs(dx * math.cos(a) - dy * math.sin(a)) / max(self.half_x, 1e-6)
        v = abs(dx * math.sin(a) + dy * math.cos(a)) / max(self.half_y, 1e-6)
        return math.hypot(u, v) if self.round else max(u, v)

    def point(self, u: float, v: float) -> tuple[float, float]:
        """The point at shares u, v (-1 to 1) of the half sides; on an ellipse the square's points are drawn in."""
        if self.round:
            u, v = u * np.sqrt(1 - v * v / 2), v * np.sqrt(1 - u * u / 2)
        a = np.radians(self.yaw)
        dx, dy = u * self.half_x, v * self.half_y
        return float(self.x + dx * np.cos(a) - dy * np.sin(a)), float(self.y + dx * np.sin(a) + dy * np.cos(a))


class Terrain:
    """Heights of the top surface; -inf where there is nothing."""

    def __init__(self, x: float, y: float, half: float):
        self.cell = max(2 * half / CELLS, 1e-4)
        self.x0, self.y0 = x - half, y - half
        self.heights = np.full((CELLS + 2, CELLS + 2), -np.inf)

    def copy(self) -> Terrain:
        other = object.__new__(Terrain)
        other.cell, other.x0, other.y0, other.heights = self.cell, self.x0, self.y0, self.heights.copy()
        return other

    def _cells(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Row and column; all outside falls into the border."""
        row, column = (((v - v0) / self.cell).astype(int) + 1 for v, v0 in ((y, self.y0), (x, self.x0)))
        return np.minimum(np.maximum(row, 0), CELLS + 1), np.minimum(np.maximum(column, 0), CELLS + 1)

    def lay(self, points: np.ndarray) -> None:
        """Add a surface (its points, world). Cells that it covers but no point of its upper side fell into are filled from their neighbours."""
        mine = np.full_like(self.heights, -np.inf)
        np.maximum.at(mine, self._cells(points[:, 0], points[:, 1]), points[:, 2])
        mine[[0, -1]], mine[:, [0, -1]] = -np.inf, -np.inf
        known = np.isfinite(mine)
        holes = binary_closing(known, np.ones((3, 3)), iterations=2) & ~known
        if holes.any():
            near = mine
            for _ in range(3):
                near = np.where(np.isfinite(near), near, grey_dilation(near, size=(3, 3)))
            mine[holes] = near[holes]
        self.heights = np.maximum(self.heights, np.where(np.isfinite(mine), grey_closing(mine, size=(3, 3)), -np.inf))

    def drape(self, relief: Relief, place: Placement) -> None:
        """Add what is met from above of a thing that is placed upright."""
        n = np.arange(CELLS + 2) - 0.5
        x, y = np.meshgrid(self.x0 + n * self.cell - place.x, self.y0 + n * self.cell - place.y)
        c, s = math.cos(math.radians(place.yaw)), math.sin(math.radians(place.yaw))
        mine = relief.at(c * x + s * y, c * y - s * x) + place.z
        mine[[0, -1]], mine[:, [0, -1]] = -np.inf, -np.inf
        self.heights = np.maximum(self.heights, mine)

    def fill(self, area: Area, heights=None) -> None:
        """Ground under an area: level, or of the given height by how far out (0 middle, 1 edge)."""
        n = np.arange(CELLS + 2) - 0.5
        x, y = np.meshgrid(self.x0 + n * self.cell, self.y0 + n * self.cell)
        out = area.within(x, y)
        self.heights = np.maximum(self.heights, np.where(out <= 1, area.z if heights is None else heights(out), -np.inf))

    def under(self, points: np.ndarray) -> np.ndarray:
        return self.heights[self._cells(points[:, 0], points[:, 1])]

    def drop(self, points: np.ndarray) -> float:
        """How high points must be lifted to touch and cut into nothing; -inf where there is nothing below any of them."""
        return float((self.under(points) - points[:, 2]).max())
