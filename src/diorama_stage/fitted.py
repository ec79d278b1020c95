# SPDX-License-Identifier: GPL-3.0-or-later
"""What things have on: a bust its sunglasses, a snowman another hat, an egg a top hat.

Each garment is made to the head of the one thing that wears it, and stands where that stands.
"""

from __future__ import annotations

from dataclasses import dataclass

import bpy
import numpy as np

from diorama_catalogue import Tag, shared, tagged
from diorama_catalogue.named import form_of, names
from diorama_stage.animals.worn import MAKERS, Figure
from diorama_stage.kit import Built
from diorama_stage.kit.build import vertices
from diorama_stage.kit.measures import Measures
from diorama_stage.scene_view import Scene, Staged

LEVELS = 60
"""Sections that a thing's head is looked for in."""
NECK = 0.78
"""What narrows from above to this share of its width so far has a neck there."""
DEEPEST = 0.55
"""Share of its height in which a neck is looked for; of what has none, the head."""
SITS = 0.78
"""A hat sits where the head has this share of its half width."""
def fitted(scene: Scene) -> dict[str, str]:
    """Garments that things wear: garment → its wearer. People and animals have their own (`clothing.worn`)."""
    of = {s["id"]: s for s in scene["subjects"]}
    wear = [(o, r["subject"]) for r in scene["relations"] if r["kind"] == "wearing" for o in r["objects"] if o in of and r["subject"] in of]
    return {o: w for o, w in wear if _lifeless(of[w]) and form_of(of[o]) in MAKERS and form_of(of[o]) != "coat"}


def _lifeless(subject: Staged) -> bool:
    return subject.get("kind") == "object" and not subject.get("living") and subject["thing"] not in tagged(Tag.HUMAN)


def bared(built: Built, forms: frozenset[str]) -> None:
    """Takes off what the thing has on as it is usually made, where something of these forms is put on instead."""
    for part in {part for form in forms for part in shared().worn.get(form, ())} & set(built.parts):
        for o in built.parts.pop(part):
            built.objects.remove(o)
            bpy.data.objects.remove(o)
    points = np.concatenate([vertices(o) for o in built.objects if not o.get("beyond")]).astype(float)
    built.low, built.high = points.min(axis=0), points.max(axis=0)


def put_on(wearer: Figure, garment: Staged, seed: int) -> Built:
    """The garment, made to its wearer's head or neck (`figure_of`); in the wearer's frame."""
    worn = names(garment).worn
    assert worn is not None, garment["thing"]
    objects = MAKERS[worn.form](wearer, worn, garment["surface"], seed)
    root = bpy.data.objects.new(garment["thing"], None)
    bpy.context.scene.collection.objects.link(root)
    for o in objects:
        o.parent = root
    points = np.concatenate([vertices(o) for o in objects])
    low, high = points.min(axis=0), points.max(axis=0)
    return Built(garment["thing"], root, objects, {"body": objects}, {}, low, high, [], None, [], None, None, "round")


@dataclass(frozen=True)
class _Head:
    """Metres, the thing's frame: its axis (x, y), the heights between which it lies, half its width at its widest, and at each of `z` (downwards)."""

    axis: np.ndarray
    top: float
    low: float
    half: float
    z: np.ndarray
    halves: np.ndarray


def _points(measures: Measures) -> np.ndarray:
    return np.concatenate([b.points for b in measures.objects if not b.beyond]).astype(float)


def _main(measures: Measures) -> np.ndarray:
    """The points of its body, without the twigs that are a snowman's arms."""
    main = [b for b in measures.objects if b.main]
    return np.concatenate([b.points for b in main or measures.objects]).astype(float)


def _head(points: np.ndarray) -> _Head:
    """The head of a thing: from its top down to where it narrows to a neck; of what does not, its upper half."""
    low, top = float(points[:, 2].min()), float(points[:, 2].max())
    step = (top - low) / LEVELS
    crown = points[points[:, 2] > top - 0.08 * (top - low)]
    axis = (crown[:, :2].min(axis=0) + crown[:, :2].max(axis=0)) / 2
    z = top - step * (np.arange(int(DEEPEST * LEVELS)) + 0.5)
    halves = np.zeros(len(z))
    for k, level in enumerate(z):
        slab = points[np.abs(points[:, 2] - level) < 0.75 * step]
        halves[k] = _half(_whole(slab, float(axis[0]))) if len(slab) > 1 else halves[k - 1]
    widest = np.maximum.accumulate(halves)
    wide = int(np.argmax(halves >= 0.25 * widest[-1]))  # the point of a top knot is no head
    narrow = [k for k in range(wide + 4, len(z) - 1) if halves[k] < NECK * widest[k] and halves[k] <= halves[k - 1] and halves[k] <= halves[k + 1]]
    neck = narrow[0] if narrow else len(z) - 1
    return _Head(axis, top, float(z[neck]), float(halves[: neck + 1].max()), z[: neck + 1], halves[: neck + 1])


BEHIND = 1.25
"""How much deeper than wide a head counts: what lies behind that is a beast's back."""


def _whole(slab: np.ndarray, x: float) -> np.ndarray:
    """The points of a section that hang together about its axis: of a cactus the trunk, without its arms."""
    order = np.argsort(slab[:, 0])
    wide = slab[order, 0]
    apart = np.flatnonzero(np.diff(wide) > PARTED * max(float(np.ptp(wide)), 1e-9)) + 1
    runs = np.split(order, apart)
    return slab[min(runs, key=lambda run: float(np.abs(slab[run, 0] - x).min()))]


PARTED = 0.12
"""Share of a section's width: parts of it that are so far apart are parts of their own."""


def _half(slab: np.ndarray) -> float:
    wide, deep = np.ptp(slab[:, 0]) / 2, np.ptp(slab[:, 1]) / 2
    return float(min(np.sqrt(wide * deep), BEHIND * wide))


def figure_of(wearer: Measures) -> Figure:
    """What clothes are cut to, from the form of a thing that looks to -Y."""
    points, main = _points(wearer), _main(wearer)
    head = _head(main)
    turn = np.eye(3)
    sits = int(np.argmax(head.halves >= SITS * head.half))
    half = 1.02 * float(head.halves[sits])
    brow = np.array([*head.axis, head.z[sits] + 0.3 * half])
    level = head.low + 0.56 * (min(head.top, head.low + 2.6 * head.half) - head.low)
    across = main[np.abs(main[:, 2] - level) < 0.06 * head.half]
    apart = 0.44 * (float(np.ptp(_whole(across, float(head.axis[0]))[:, 0])) / 2 if len(across) > 1 else head.half)
    eyes = tuple(np.array([x, _front(main, x, level, 0.25 * apart, head.axis[1]), level]) for x in head.axis[0] + np.array((apart, -apart)))
    throat = head.low - 0.04 * (head.top - head.low)
    round_ = main[np.abs(main[:, 2] - throat) < 0.08 * head.half]
    girth = float(np.percentile(np.hypot(*(round_[:, :2] - head.axis).T), 70)) if len(round_) else 0.7 * head.half
    girth = min(girth, 1.1 * head.half)
    neck = np.array([(*head.axis, throat + t * girth) for t in np.linspace(-0.9, 0.7, 5)])
    return Figure(points, neck, girth, turn, brow, half, 0.0, eyes, 0.12 * head.half)


def _front(points: np.ndarray, x: float, z: float, within: float, middle: float) -> float:
    """How far to the front (least y) the thing reaches near a place."""
    near = points[(np.abs(points[:, 0] - x) < within) & (np.abs(points[:, 2] - z) < within)]
    return float(near[:, 1].min()) if len(near) else middle
