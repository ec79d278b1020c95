# SPDX-License-Identifier: GPL-3.0-or-later
"""The solid of a car's body or glasshouse, from the curves a designer draws: profiles of nose, tail and top, plan and section, rounded where they meet."""

from __future__ import annotations

import numpy as np
from scipy.interpolate import PchipInterpolator
from scipy.ndimage import gaussian_filter1d

from diorama_stage.kit.skin import Skin, round_max


class Curve:
    """A smooth curve through points (at, value), constant beyond its ends; read from a fine table, for speed."""

    def __init__(self, points, soft: float = 0.03):
        points = np.asarray(points, float)
        a, b = points[0, 0] - 0.5, points[-1, 0] + 0.5
        self.at = np.linspace(a, b, 3000)
        values = PchipInterpolator(*points.T)(np.clip(self.at, points[0, 0], points[-1, 0])) if len(points) > 1 else np.full(3000, points[0, 1])
        self.values = gaussian_filter1d(values, soft / (b - a) * 3000, mode="nearest")
        self.slopes = np.gradient(self.values, self.at)
        self.per = 2999 / (b - a)

    def _where(self, x) -> tuple[np.ndarray, np.ndarray]:
        """The interval of the table, whose steps are all alike, and how far into it."""
        k = np.minimum(np.maximum((np.asarray(x) - self.at[0]) * self.per, 0.0), 2998.999)
        i = k.astype(np.intp)
        return i, k - i

    def __call__(self, x):
        i, part = self._where(x)
        return _between(self.values, i, part)

    def both(self, x):
        """The value and the slope."""
        i, part = self._where(x)
        return _between(self.values, i, part), _between(self.slopes, i, part)


def _between(table: np.ndarray, i, part):
    low = table[i]
    return low + (table[i + 1] - low) * part


class Hull:
    """Metres; the front towards -x.

    `nose`, `tail`: x by height z; `top`: z by x; `plan`: half width by x; `section`: what the side stands off the plan by z; `crown`: how much the top falls
    to its edges, by x; `corner`: how far the ends stand back at the sides, with `square` the sharper the higher.
    """

    def __init__(self, d: dict, wheels=()):
        soft = d.get("soft", 0.03)
        self.nose, self.tail, self.top, self.plan = (Curve(d[k], soft) for k in ("nose", "tail", "top", "plan"))
        self.section, self.crown = Curve(d["section"], d.get("crease", 0.012)), Curve(d.get("crown", [[0, 0.03]]), 0.05)
        self.corner, self.square = d.get("corner", (0.3, 0.2)), d.get("square", (3.0, 4.0))
        self.round, self.ends, self.wedge = d.get("round", 0.06), d.get("ends", 0.05), d.get("wedge", 0.0)
        self.wheels, self.flare = wheels, d.get("flare", 0.015)
        self.fenders = d.get("fenders")
        """Old cars: (height, where across, width) of wings that stand above the bonnet."""
        self.name = repr((d, wheels))
        self.lengths = (float(np.min(self.nose.values)), float(np.max(self.tail.values)))

    def half(self, x, z, plan=None):
        """Half width at a place."""
        wide = (self.plan(x) if plan is None else plan) + self.section(z - self.wedge * x)
        for wx, wz, reach in self.wheels:
            d = np.hypot(x - wx, z - wz)
            wide = wide + self.flare * np.exp(-((np.maximum(d - reach, 0) / 0.07) ** 2)) * np.clip((z - 0.1) / 0.2, 0, 1)
        return wide

    def __call__(self, p: np.ndarray) -> np.ndarray:
        x, y, z = p[:, 0], np.abs(p[:, 1]), p[:, 2]
        plan = self.plan(x)
        share = np.minimum(y / plan, 1.2)
        side = y - self.half(x, z, plan)
        (nose, leans), (tail, falls), (roof, drops) = self.nose.both(z), self.tail.both(z), self.top.both(x)
        front = (nose + self.corner[0] * share ** self.square[0] - x) / np.hypot(1, leans)
        back = (x - tail + self.corner[1] * share ** self.square[1]) / np.hypot(1, falls)
        fall = self.crown(x) * share**2
        if self.fenders:
            high, at, wide, x0, x1 = self.fenders
            fade = np.clip((x - x0) / 0.3, 0, 1) * np.clip((x1 - x) / 0.5, 0, 1)
            fall = fall - high * fade * np.exp(-(((share - at) / wide) ** 2))
        top = (z - roof + fall) / np.hypot(1, drops)
        whole = round_max(side, top, self.round)
        return round_max(round_max(whole, front, self.ends), back, self.ends)

    def skin(self, z: float, inset: float = 0.5) -> Skin:
        return Skin(self, self.lengths[0] + inset, self.lengths[1] - inset, z, self.name)
