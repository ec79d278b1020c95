# SPDX-License-Identifier: GPL-3.0-or-later
"""Can what is written be read? x-height of the smallest letters on each subject in pixels of the finished picture; and steps nearer where it is too low."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import bpy
import numpy as np

from diorama_stage.actors import Actor
from diorama_stage.dress import aspect_of
from diorama_stage.kit import Built
from diorama_stage.kit.build import vertices
from diorama_stage.kit.measures import Body, Words, edges
from diorama_stage.lens import Shot
from diorama_stage.materials.lettering import x_height
from diorama_stage.materials.pages import page_x_height

LEAST = 10.0
"""Pixels of x-height below which letters are not read with ease."""
ROOM = 0.12
"""Of a patch's longer side, the room about it."""
LETTER, GROWN = 0.011, 2.2
"""Metres: what is nothing but its page is made so large that its smallest letters have this x-height, at most so many times as large as usual."""
WORN = np.array((0.14, 0.1, 0.13))
"""Metres to each side of the point that the words on a garment are over."""
STEPS = (0.35, 0.6, 0.8, 1.0)
"""How far towards the near view the camera goes, as far as it must."""


def smallest(actors: list[Actor], shot: Shot) -> dict[str, float]:
    """The least x-height on each subject that bears words, in pixels of the finished picture; the best seen of its instances counts."""
    out: dict[str, float] = {}
    for actor in actors:
        heights = [*(_pixels(actor, body, body.words, shot) for body in actor.measures.objects if body.words), *(_worn(o, actor, shot) for o in _lettered(actor))]
        if heights:
            out[actor.subject] = max(out.get(actor.subject, 0.0), max(heights))
    return out


def nearer(far: Shot, near: Callable[[], Shot], actors: list[Actor]) -> Shot:
    """The shot that is as near as the letters need: `far` itself where they can be read, else on the way to `near`, at most there."""
    if min(smallest(actors, far).values(), default=LEAST) >= LEAST:
        return far
    close, shot = near(), far
    for share in STEPS:
        shot = _between(far, close, share)
        if min(smallest(actors, shot).values()) >= LEAST:
            break
    return shot


def room_for_words(built: Built) -> float:
    """How many times as large as usual a page is, so that its smallest letters have their size; 1 or more."""
    bearing = ((o, built.slots.get(o.get("slot"))) for o in built.objects if o.data.uv_layers)
    heights = [share_of(o, slot.label) * _tall(o) for o, slot in bearing if slot and slot.label and slot.label.get("text")]
    return float(np.clip(LETTER / max(min(heights), 1e-6), 1.0, GROWN)) if heights else 1.0


def patches_of(actors: list[Actor]) -> list[tuple[np.ndarray, np.ndarray]]:
    """The boxes of all patches that bear words, with room about each: as near as a picture of what is written goes."""
    boxes = []
    for points in (a.world(b) for a in actors for b in a.measures.objects if b.words and not b.name.startswith("words back")):
        low, high = points.min(axis=0), points.max(axis=0)
        boxes.append((low - ROOM * (high - low).max(), high + ROOM * (high - low).max()))
    for at in (actor.mark(o.over) for actor in actors for o in _lettered(actor)):
        boxes.append((at - WORN, at + WORN))
    return boxes


def _lettered(actor: Actor) -> list[Body]:
    """A person's garments that bear words; they tell their x-height, metres, and over which point of the body they are."""
    return [b for b in actor.measures.objects if b.letters]


def _worn(garment: Body, actor: Actor, shot: Shot) -> float:
    """The x-height of a garment's words in the picture, pixels, were the cloth smooth and towards the lens."""
    at = actor.mark(garment.over)
    seen = shot.project(np.stack((at, at + (0.0, 0.0, garment.letters))))
    if seen[:, 2].min() <= 0.01:
        return 0.0
    return float(abs(seen[1, 1] - seen[0, 1])) * bpy.context.scene.render.resolution_y / 2


def _between(far: Shot, near: Shot, share: float) -> Shot:
    mix = lambda a, b: tuple(float(x + (y - x) * share) for x, y in zip(a, b, strict=True))  # noqa: E731
    return replace(near, eye=mix(far.eye, near.eye), target=mix(far.target, near.target))


def _pixels(actor: Actor, patch: Body, words: Words, shot: Shot) -> float:
    """The x-height of a patch's smallest letters as the camera sees them: the patch's middle column is measured in the picture."""
    if not words.letters:
        return LEAST  # a logo has no letters that would have to be read
    points = actor.world(patch)
    seen = shot.project(np.stack([points[edge].mean(axis=0) for edge in (words.foot, words.head)]))
    if seen[:, 2].min() <= 0.01:
        return 0.0
    render = bpy.context.scene.render
    tall = (seen[1, :2] - seen[0, :2]) * np.array([render.resolution_x, render.resolution_y]) / 2
    return float(np.hypot(*tall)) * words.share


def share_of(patch, label: dict) -> float:
    """The x-height of the smallest letters as a share of their patch's height."""
    aspect = aspect_of(patch)
    return page_x_height(label["page"], aspect) if label.get("page") else x_height(label, aspect)


def _tall(patch) -> float:
    """The height of a patch, metres, in its thing's frame."""
    points = vertices(patch)
    foot, head = (points[edge].mean(axis=0) for edge in edges(patch))
    return float(np.linalg.norm(head - foot))
