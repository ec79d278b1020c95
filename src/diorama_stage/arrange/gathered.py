# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands is drawn together, paired and ordered, as far as gaps, relations and sight let it. Pure."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from diorama_catalogue import Tag, thing
from diorama_stage.arrange.data import Constraint, Ground, Placement
from diorama_stage.arrange.score import FEW, OVERLAPPING, SIDES, Body, hidden, overlap, side


def frame_height(bodies: dict[str, Body], ground: Ground) -> float:
    """Height of the least frame of the picture's shape that holds all bodies, metres."""
    wide = max(b.x + b.half_x for b in bodies.values()) - min(b.x - b.half_x for b in bodies.values())
    high = max(b.y + b.half_y for b in bodies.values()) - min(b.y - b.half_y for b in bodies.values())
    return max(wide / ground.aspect, high)


def gathered(bodies: dict[str, Body], ties: list[Constraint], ground: Ground, fixed: dict[str, Placement]) -> dict[str, Body]:
    """A flat lay drawn together: everything moves towards the middle as far as a gap and the relations let it. Wide frames gather less in x."""
    out = dict(bodies)
    middle_x, middle_y = (float(np.mean([getattr(b, axis) for b in out.values()])) for axis in "xy")
    for _ in range(80):
        for id in sorted(out, key=lambda i: np.hypot(out[i].x - middle_x, out[i].y - middle_y)):
            here = out[id]
            if id in fixed:
                continue
            for dx, dy in ((0.05, 0.08), (0.0, 0.08), (0.05, 0.0), (0.05, -0.03)):
                there = replace(here, x=here.x + (middle_x - here.x) * dx, y=here.y + (middle_y - here.y) * dy)
                if _free(there, out, ties, ground):
                    out[id] = there
                    break
    return out


ROUNDS, SCREENED = 24, 0.2
"""Rounds in which things are drawn together at most; how much of one another may hide then."""
DRAWN_IN = ((0.08, 0.05), (0.08, 0.0), (0.0, 0.05))
"""Of the way to the middle, what a thing moves in a round, across and along."""


def drawn_in(bodies: dict[str, Body], ties: list[Constraint], ground: Ground, fixed: dict[str, Placement]) -> dict[str, Body]:
    """A group drawn together as far as gaps, relations and sight let it: the lens comes nearer to all of it."""
    kept = set(fixed) | {name for t in ties if t.kind in (*OVERLAPPING, "between", "hanging_from") or t.objects[0] == "wall" for name in (t.item, *t.objects)}
    kept |= {b.item.id for b in bodies.values() if b.item.row or b.item.heap or b.item.corded or b.z}
    if len(bodies) < 3:
        return bodies
    out, middle = dict(bodies), (float(np.mean([b.x for b in bodies.values()])), float(np.mean([b.y for b in bodies.values()])))
    distance = 4.5 * sum(max(b.half_x, b.half_y) for b in bodies.values()) + 1e-3
    for _ in range(ROUNDS if len(bodies) <= FEW else max(2, ROUNDS * FEW**2 // len(bodies) ** 2)):
        moved = False
        for id in sorted(set(out) - kept, key=lambda i: (-float(np.hypot(out[i].x - middle[0], out[i].y - middle[1])), i)):
            here = out[id]
            for across, along in DRAWN_IN:
                there = replace(here, x=here.x + (middle[0] - here.x) * across, y=here.y + (middle[1] - here.y) * along)
                if _free(there, out, ties, ground, was=here) and _in_sight(here, there, out, ground, distance):
                    out[id], moved = there, True
                    break
        if not moved:
            break
    return out


def _in_sight(here: Body, there: Body, bodies: dict[str, Body], ground: Ground, distance: float) -> bool:
    """True where a move hides no more of it, or of another, than may be hidden, or than was."""
    for id, other in bodies.items():
        if id == here.item.id:
            continue
        after = max(hidden(there, other, ground, distance), hidden(other, there, ground, distance))
        if after > SCREENED and after > max(hidden(here, other, ground, distance), hidden(other, here, ground, distance)):
            return False
    return True


def in_pairs(bodies: dict[str, Body], fixed: dict[str, Placement]) -> dict[str, Body]:
    """The two shoes of a pair stand side by side, pointing the same way, one a little ahead, where there is room."""
    out = dict(bodies)
    for subject in sorted({b.item.subject for b in bodies.values() if Tag.PAIRED in thing(b.item.kind).tags}):
        pair = sorted((b for b in bodies.values() if b.item.subject == subject), key=lambda b: b.item.id)
        if len(pair) != 2 or any(b.item.id in fixed for b in pair):
            continue
        first, second = pair
        yaw = np.radians(first.yaw)
        ahead, aside = 0.3 * first.item.half_x, 2.3 * first.item.half_y
        beside = replace(second, x=first.x + ahead * np.cos(yaw) - aside * np.sin(yaw), y=first.y + ahead * np.sin(yaw) + aside * np.cos(yaw), yaw=first.yaw + 4.0)
        if not any(overlap(beside, o, 0.004) for id, o in out.items() if id not in (first.item.id, second.item.id)):
            out[second.item.id] = beside
    return out


def as_told(bodies: dict[str, Body], ties: list[Constraint], fixed: dict[str, Placement]) -> dict[str, Body]:
    """ "A green, an amber and a blue bottle" stand in this order from the left: things of one kind change places, where no relation says otherwise."""
    bound = {name for t in ties if any(o in bodies for o in t.objects) for name in (t.item, *t.objects)} | set(fixed)
    out = dict(bodies)
    for kind in sorted({b.item.kind for b in bodies.values()}):
        alike = [b for b in bodies.values() if b.item.kind == kind and b.item.id not in bound]
        told = sorted(alike, key=lambda b: (len(b.item.subject), b.item.subject))
        if len({b.item.subject for b in alike}) != len(alike):
            continue
        moved = {b.item.id: replace(b, x=spot.x, y=spot.y) for b, spot in zip(told, sorted(alike, key=lambda b: b.x), strict=True)}
        tried = out | moved
        if not any(overlap(b, other, 0.04 * min(b.half_x, b.half_y)) for b in moved.values() for id, other in tried.items() if id != b.item.id):
            out = tried
    return out


def _free(body: Body, bodies: dict[str, Body], ties: list[Constraint], ground: Ground, was: Body | None = None) -> bool:
    """True where the body keeps its distance from all others and every relation it stands in holds, or holds as well as where it `was`."""
    for id, other in bodies.items():
        if id != body.item.id and overlap(body, other, 0.16 * min(max(body.half_x, body.half_y), max(other.half_x, other.half_y)) + 0.006):
            return False
    for tie in ties:
        if tie.kind in SIDES and body.item.id in (tie.item, tie.objects[0]) and tie.item in bodies and tie.objects[0] in bodies:
            a = body if tie.item == body.item.id else bodies[tie.item]
            b = body if tie.objects[0] == body.item.id else bodies[tie.objects[0]]
            before = 0.0 if was is None else side(tie.kind, was if a is body else a, was if b is body else b, ground)
            if side(tie.kind, a, b, ground) > before + 1e-9:
                return False
    return True
