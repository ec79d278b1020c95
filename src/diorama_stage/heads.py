# SPDX-License-Identifier: GPL-3.0-or-later
"""Heads are taken once more, finer and longer, and laid into the picture: eyes, lips and strands that are few pixels large melt where little light is counted.

Each head's box is rendered at a whole multiple of the resolution, denoised there, and made small again; what has to be spent is bounded by the whole picture's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import bpy
import numpy as np

from diorama_stage.actors import Actor
from diorama_stage.lens import Shot
from diorama_stage.render.border import Box, within

Passes = dict[str, np.ndarray]

ROUND = 0.74
"""Half a head with its hair, by the distance from chin to crown."""
MARGIN = 0.2
"""How far a box goes beyond the head, by half its height: what the denoiser sees around it."""
SOFT = 0.35
"""Over which share of half a head the finer picture fades out."""
LEAST = 9
"""Heads of fewer pixels are dots in any case."""
FINER = ((2, 4), (3, 2), (4, 2), (2, 2), (3, 1), (4, 1), (2, 1), (1, 4), (1, 3), (1, 2))
"""Multiples of the resolution, and of the samples a pixel, that may be taken."""
SHARE = 0.6
"""Of the whole picture's samples so many may go to heads, at most, all together."""
MOST = 6
"""Heads that are taken again: each costs two seconds more than its samples, and of a crowd no single one is looked at."""
TALL = 420
"""Pixels of a head, in its finer picture, from which on more of them show nothing more."""
ENOUGH = 48
"""Samples for one pixel of the picture that a head is taken with, all its finer pixels together, and no more."""
SHOWN = 0.12
"""Share of a head's box that is somebody's, from which on their head is seen."""
SEEN = -0.2
"""The cosine between where a face looks and the lens, from which on it is taken again: not of who turns the back."""


@dataclass(frozen=True)
class Head:
    """Where a head is in the frame, pixels from the upper left: its middle, half its height (and width)."""

    x: float
    y: float
    half: float

    def box(self, width: int, height: int, margin: float = MARGIN) -> Box:
        out = self.half * (1 + margin)
        left, top = max(int(self.x - out), 0), max(int(self.y - out), 0)
        return left, top, min(int(self.x + out) + 1, width), min(int(self.y + out) + 1, height)

    def weight(self, box: Box) -> np.ndarray:
        """How far each pixel of a box is the head's, (h, w, 1): 1 in the middle, softly to 0 at its round."""
        left, top, right, bottom = box
        x, y = np.meshgrid(np.arange(left, right) + 0.5 - self.x, np.arange(top, bottom) + 0.5 - self.y)
        away = np.clip((1 + MARGIN - np.hypot(x, y) / self.half) / SOFT, 0, 1)
        return (away * away * (3 - 2 * away)).astype(np.float32)[..., None]


def heads(actors: Iterable[Actor], shot: Shot, ids: np.ndarray) -> list[Head]:
    """The largest heads that the lens sees, the largest first. `ids` (h, w): the pass indices of the picture's pixels."""
    high, wide = ids.shape
    found = []
    for actor in actors:
        if not {"left_eye", "right_eye", "chin", "crown"} <= actor.built.marks.keys():
            continue
        left, right, chin, crown = (actor.mark(name) for name in ("left_eye", "right_eye", "chin", "crown"))
        ahead, to_lens = np.cross(left - right, (left + right) / 2 - chin), np.asarray(shot.eye) - chin
        if ahead @ to_lens < SEEN * np.linalg.norm(ahead) * np.linalg.norm(to_lens):
            continue
        middle = (chin + crown) / 2
        at = shot.project(np.stack([middle, middle + shot.axes()[1] * np.linalg.norm(crown - chin) * ROUND]))
        head = Head((at[0, 0] + 1) / 2 * wide, (1 - at[0, 1]) / 2 * high, abs(at[1, 1] - at[0, 1]) / 2 * high)
        if at[0, 2] <= 0 or 2 * head.half < LEAST:
            continue
        x0, y0, x1, y1 = head.box(wide, high, 0.0)
        if x0 < x1 and y0 < y1 and (ids[y0:y1, x0:x1] == actor.index).mean() > SHOWN:
            found.append(head)
    return sorted(found, key=lambda h: -h.half)[:MOST]


def finer(head: Head, size: tuple[int, int], samples: int, left: float) -> tuple[int, int] | None:
    """By what the resolution and the samples are multiplied for a head, as `left` samples allow; None where nothing is gained.

    `size`: width and height of the picture."""
    x0, y0, x1, y1 = head.box(*size)
    best, most = None, samples
    for scale, more in FINER:
        each = scale * scale * more * samples
        if scale > 1 and 2 * head.half * scale > TALL or each * (x1 - x0) * (y1 - y0) > left or each > max(ENOUGH, 2 * samples):
            continue
        if each > most:
            best, most = (scale, more), each
    return best


def again(passes: Passes, actors: Iterable[Actor], shot: Shot, samples: int, take: Callable[[int], Passes]) -> int:
    """Lay heads, taken finer, into the pictures among `passes`, which are changed. `take` renders with so many samples. Returns how many heads were taken."""
    high, wide = passes["IndexOB"].shape
    left, plan = SHARE * samples * wide * high, []
    for head in heads(actors, shot, np.rint(passes["IndexOB"]).astype(np.int32)):
        if chosen := finer(head, (wide, high), samples, left):
            scale, more = chosen
            box = head.box(wide, high)
            left -= scale * scale * more * samples * (box[2] - box[0]) * (box[3] - box[1])
            plan.append((more, scale, head, box))
    for more, scale, head, box in sorted(plan, key=lambda one: one[0]):  # never fewer samples after more: Cycles would build anew
        with _of_size(wide * scale, high * scale), within((box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale)):
            new = take(samples * more)
        _laid(passes, new, head, box, scale)
    return len(plan)


@contextmanager
def _of_size(width: int, height: int) -> Iterator[None]:
    render = bpy.context.scene.render
    before = render.resolution_x, render.resolution_y
    render.resolution_x, render.resolution_y = width, height
    try:
        yield
    finally:
        render.resolution_x, render.resolution_y = before


def _laid(passes: Passes, new: Passes, head: Head, box: Box, scale: int) -> None:
    left, top, right, bottom = box
    weight = head.weight(box)
    for name in passes:
        if name not in ("Combined", "Noisy Image") and not name.startswith("light:"):
            continue
        fine = new[name]
        small = fine.reshape(bottom - top, scale, right - left, scale, fine.shape[-1]).mean(axis=(1, 3))
        there = passes[name][top:bottom, left:right]
        there += (small - there) * weight
