# SPDX-License-Identifier: GPL-3.0-or-later
"""A canoe."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, join, lathe, move, rotate, smooth_path, sweep
from diorama_stage.kit.parts import add_rod
from diorama_stage.kit.seams import sheet
from diorama_stage.props.registry import prop

LENGTH, HALF = 4.6, 0.43


def side(u) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Half width, keel and gunwale of the hull at shares 0 … 1 of its length, metres."""
    far = np.abs(2 * np.asarray(u) - 1)
    return HALF * np.clip(1 - far**2.1, 0, 1) ** 0.62, 0.05 * far**6, 0.33 + 0.25 * far**4.5


@prop("canoe")
def canoe(spec: Spec, b: Builder) -> None:
    """An open canoe with raised ends, wooden gunwales and thwarts, two cane seats, a paddle across it."""
    wooden = b.choose(True, False)
    b.slot("hull", *(("wood", "#9a5f2f") if wooden else ("paint", b.choose("#a3231c", "#2b5d44", "#20456b"))), finish=("satin",))
    b.slot("inside", "wood", "#b98a56", role="trim")
    b.slot("gunwales", "oak", "#8a5a30", role="trim")
    b.slot("seats", "rattan", "#c9a46a", role="fixed")
    b.slot("paddle", "oak", "#c1904f", role="fixed")
    u = np.linspace(0.0, 1.0, 81)
    v = np.linspace(-1, 1, 33)
    wide, keel, rim = side(u)
    # The stems stand steeply: at the ends the rim runs out over the keel.
    x = (u - 0.5)[:, None] * LENGTH * (0.955 + 0.045 * np.abs(v)[None, :] ** 1.5)
    bulge = np.sign(v) * np.abs(v) ** 0.6
    z = keel[:, None] + (rim - keel)[:, None] * np.abs(v)[None, :] ** 2.6
    for shrink, slot in ((1.0, "hull"), (0.965, "inside")):
        grid = np.stack([x * (0.5 + 0.5 * shrink), wide[:, None] * bulge[None, :] * shrink, z + (1 - shrink) * 0.3], axis=-1)
        b.add(sheet(grid, 0.006, smooth=70), slot)
    for s in (-1, 1):
        edge = np.stack([(u - 0.5) * LENGTH, s * wide, rim + 0.004], axis=1)
        b.add(sweep(edge, 0.015, sides=10, flat=1.4), "gunwales")
    for at in (0.36, 0.62):
        half, _, top = side(at)
        b.add(box(0.06, 2 * float(half) - 0.01, 0.022, bevel=0.008, at=((at - 0.5) * LENGTH, 0, float(top) - 0.03)), "gunwales", "thwarts")
    for at in (0.2, 0.78):
        half, _, top = side(at)
        x0, w, z0 = (at - 0.5) * LENGTH, 2 * float(half) * 0.92, float(top) - 0.09
        b.add(box(0.24, w * 0.8, 0.02, bevel=0.006, at=(x0, 0, z0)), "seats")
        b.add(join([box(0.03, w, 0.03, bevel=0.008, at=(x0 + d, 0, z0 - 0.004)) for d in (-0.13, 0.13)]), "gunwales", "seats")
    _paddle(b)


def _paddle(b: Builder) -> None:
    """A single blade on a shaft with a T grip, laid over both gunwales."""
    add_rod(b, "paddle", (-0.85, -0.5, 0.365), (0.42, 0.42, 0.37), 0.015)
    outline = smooth_path([(0, 0), (0.06, 0.06), (0.095, 0.25), (0.085, 0.45), (0, 0.52)], 24)
    blade = rotate(rotate(lathe([tuple(p) for p in outline], segments=40, smooth=180, squash=0.12), 90, 0, 0), 0, 0, 126)
    b.add(move(blade, 0.38, 0.39, 0.37), "paddle", "blade")
