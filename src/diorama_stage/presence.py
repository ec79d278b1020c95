# SPDX-License-Identifier: GPL-3.0-or-later
"""The contract of presence: how each instance is seen, measured on the exact passes, and what falls short of what a stranger needs to name it.

ids, depth, shot, silhouettes ──measured──▶ Seen (one an instance) ──faults──▶ what falls short, by name
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.ndimage import find_objects

from diorama_stage.actors import Actor
from diorama_stage.lens import Shot
from diorama_stage.visibility import coverage

QUICK = 192
"""Long side of the quick look, pixels, at most."""
LEAST_SIDE = 1 / 20
"""Of the frame's short side: what is seen of a thing spans so much both ways."""
LEAST_AREA = 0.003
"""Of the frame: what is seen of a thing covers so much."""
SLENDER = 1 / 8
"""Of the frame's short side: what is by its own shape thinner than `LEAST_SIDE` (a spoon, a string of lights) is named by its length, if it spans so much."""
USUAL, ASLANT = 1.5, 0.15
"""A frame's width to its height; of its length, how thick something is at most that is named by its length although it lies aslant."""
THIN = 0.4
"""Of `LEAST_AREA`, what is enough of it."""
BLURRED = 1 / 6
"""Of the lesser side of what is seen of a thing: it is named in a blur that is no wider."""
SUNK = 0.3
"""The share that grass, sand, water or the place may cover of what the other things leave in view."""
CUT, WHOLE = 0.5, 0.8
"""The share of a thing that lies within the frame, at least; and where the words give no cause to cut it."""


@dataclass(frozen=True)
class Seen:
    """How one instance is seen. Lengths are shares of the frame's short side."""

    instance: str
    subject: str
    share: float
    """Of its silhouette, what is seen: within the frame, and covered by no other thing (fellows of a stack aside)."""
    inside: float
    """Of its silhouette, what lies within the frame."""
    width: float
    height: float
    """Of what is seen of it."""
    area: float
    """Of the frame."""
    blur: float
    """Diameter of the circle of confusion at its depth."""
    frame: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """Left, top, right, bottom of what is seen of it, shares of the frame; all 0 where nothing is."""
    sunk: float = 0.0
    """Of what other things leave in view, what the place covers: grass, sand, water, a wall."""

    @property
    def smallness(self) -> float:
        """How large it is seen against what is needed; 1 is enough."""
        lesser, greater = sorted((self.width, self.height))
        long = float(np.hypot(lesser, greater))
        across = USUAL * self.area / max(long * self.share, 1e-9)  # of a nail that lies aslant, not of the rectangle about it
        slender = lesser < LEAST_SIDE and lesser < 0.5 * greater or across < LEAST_SIDE and across < ASLANT * long
        sides = max(lesser / LEAST_SIDE, min(long / SLENDER, 1.0) if slender else 0.0)
        return min(sides, self.area / (LEAST_AREA * (THIN if slender else 1.0)))

    def faults(self, needed: float, *, small: bool = False, partial: bool = False) -> tuple[str, ...]:
        """What falls short: out_of_frame, hidden, small, blurred, sunk.

        `needed`: the share of it to be seen; `small`: the words make it far or tiny; `partial`: what carries something may be cut.
        """
        out = []
        if self.inside < least_inside(needed, partial=partial):
            out.append("out_of_frame")
        if self.share < needed:
            out.append("hidden")
        if self.smallness < 1 and (not small or not self.area) and not (self.inside < 0.02):
            out.append("small")
        if self.area and self.blur > BLURRED * max(min(self.width, self.height), LEAST_SIDE):
            out.append("blurred")
        if self.sunk > SUNK:
            out.append("sunk")
        return tuple(out)

    def told(self) -> dict[str, float]:
        """As numbers for a report."""
        return {name: round(float(getattr(self, name)), 4) for name in ("share", "inside", "width", "height", "area", "blur", "sunk")}


def least_inside(needed: float, *, partial: bool) -> float:
    """The share of a thing that lies within the frame, at least. `needed`: the share of it that is to be seen; `partial`: what carries something may be cut."""
    return min(0.1, needed) if partial else WHOLE if needed > CUT else min(CUT, needed)


def measured(actors: list[Actor], ids: np.ndarray, depth: np.ndarray, shot: Shot) -> list[Seen]:
    """How each actor is seen. `ids` (h, w) int pass indices, `depth` (h, w) metres along the view axis, of the things alone or with the place around them."""
    short = min(ids.shape)
    rows = find_objects(ids)
    out = []
    for a, (share, inside) in zip(actors, coverage(actors, ids, shot), strict=True):
        box = rows[a.index - 1] if a.index <= len(rows) else None
        mine = ids == a.index
        pixels = int(mine.sum())
        far = float(np.median(depth[mine])) if pixels else float(shot.focus_distance)
        high, wide = ((s.stop - s.start) / short for s in box) if box else (0.0, 0.0)
        (down, across), (tall, long) = box or (slice(0, 0), slice(0, 0)), ids.shape
        ends = across.start / long, down.start / tall, across.stop / long, down.stop / tall
        out.append(Seen(a.id, a.subject, share, inside, wide, high, pixels / ids.size, confusion(shot, far), ends))
    return out


def confusion(shot: Shot, depth: float) -> float:
    """Diameter of the circle of confusion of a point at `depth` metres, as a share of the frame's short side: A f |d − s| / (d (s − f)), thin lens."""
    if shot.f_number is None or not np.isfinite(depth):
        return 0.0
    f, s = shot.focal_length / 1000, max(shot.focus_distance, shot.focal_length / 1000 + 1e-3)
    d = max(depth, 1e-3)
    wide, high = np.tan(np.radians((shot.fov_x / 2, shot.fov_y / 2))) * 2 * f
    return float(f / shot.f_number * f / (s - f) * abs(d - s) / d / min(wide, high))


def sunken(before: list[Seen], after: list[Seen]) -> list[Seen]:
    """`after`, measured with the place around the things, with what the place covers of what was seen `before` it was built."""
    return [replace(b, sunk=max(0.0, 1 - b.area / a.area) if a.area else 0.0) for a, b in zip(before, after, strict=True)]
