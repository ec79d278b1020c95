# SPDX-License-Identifier: GPL-3.0-or-later
"""What it costs that one more thing stands where it does: cuts and broken relations are hard, what is hidden, far or past an end is soft. Pure."""

from __future__ import annotations

import numpy as np

from diorama_stage.arrange.data import Constraint, Ground, Placement
from diorama_stage.arrange.raised import ROOM, clearance
from diorama_stage.arrange.score import HARD, LONG, SIDES, Body, hidden, in_one_row, overlap, side

CRAMPED = 12.0
"""Cost of having no room at all below what the words put over a thing."""
DRAWN = 6.0
"""Cost of a gap as wide as half the smaller thing between two that are told to stand by one another."""
BACKGROUND = 0.3
"""What it counts that a thing hides a part of what is many times as wide, and so is its background: a bench stands before a fence, not past its end."""
PAST_ITS_END = 3.0
"""What it costs to stand half its width past the end of what is many times as wide."""


def _past(a: Body, b: Body) -> float:
    """How far the narrower of two stands past the end of one that is its background, by half the width of that."""
    narrow, wide = sorted((a, b), key=lambda body: body.half_x)
    if wide.half_x <= LONG * narrow.half_x:
        return 0.0
    return max(0.0, abs(a.x - b.x) - (wide.half_x - narrow.half_x)) / wide.half_x


def _gap(a: Body, b: Body) -> float:
    """How far two stand apart, as a factor of half the smaller one's length."""
    apart = max(abs(a.x - b.x) - a.half_x - b.half_x, abs(a.y - b.y) - a.half_y - b.half_y, 0.0)
    return apart / max(min(max(a.half_x, a.half_y), max(b.half_x, b.half_y)), 1e-6)


def _lack(body: Body, over: Body) -> float:
    """How much of the height of a thing has no room below another where it stands, 0 to 1."""
    at, there = Placement(over.item.id, over.x, over.y, 0.0, over.yaw), Placement(body.item.id, body.x, body.y, 0.0, body.yaw)
    room = clearance(over.item, at, body.item, there)
    return float(np.clip(1 - room / (ROOM * max(body.reach, 1e-6)), 0.0, 1.0))


def cost_of(body: Body, bodies: dict[str, Body], ties: list[Constraint], ground: Ground, distance: float, scale: float) -> float:
    cost = 0.0
    loose = {t.objects[0] for t in ties if t.item == body.item.id and t.kind in ("under", "above", "covering")}
    loose |= {t.item for t in ties if body.item.id in t.objects and t.kind in ("under", "above", "covering")}
    tied = {name for t in ties for name in (t.item, *t.objects) if body.item.id in (t.item, *t.objects)}
    for id, other in bodies.items():
        small = min(max(body.half_x, body.half_y), max(other.half_x, other.half_y))
        siblings = other.item.subject == body.item.subject or in_one_row(body.item, other.item)
        if id not in loose:
            cut = overlap(body, other, (0.1 if siblings or ground.overhead else 0.22) * small)
            cost += HARD * (cut > 0) + HARD * cut / max(small, 1e-6)
            if not ground.overhead:
                for back, front in ((body, other), (other, body)):
                    share = hidden(back, front, ground, distance) * (BACKGROUND if back.half_x > LONG * front.half_x else 1.0)
                    cost += (4 if siblings and share < 0.25 else 30) * share + (300 * (share - 0.3) if share > 0.3 else 0)
        pull = float(np.hypot(body.x - other.x, (body.y - other.y) * (1 if ground.overhead else 1.3))) / max(scale, 1e-6)
        if not ground.overhead and id not in loose | tied:
            cost += PAST_ITS_END * _past(body, other)
        cost += (2.6 if siblings else 1.0) * (2.5 if ground.overhead else 1.0) * pull / len(bodies)
        if siblings and body.item.row:
            cost += 40 * abs(body.y - other.y) / body.half_y
        elif siblings:  # a row dressed like soldiers looks staged
            cost += 3.0 * max(0.0, 1 - abs(body.y - other.y) / (0.9 * body.half_y)) / len(bodies)
    for tie in ties:
        if tie.kind == "under" and tie.item == body.item.id and tie.objects[0] in bodies:
            cost += CRAMPED * _lack(body, bodies[tie.objects[0]])
        if tie.kind in SIDES:
            for mine, theirs in ((tie.item, tie.objects[0]), (tie.objects[0], tie.item)):
                if mine == body.item.id and theirs in bodies:
                    a, b = (body, bodies[theirs]) if mine == tie.item else (bodies[theirs], body)
                    off = side(tie.kind, a, b, ground)
                    cost += HARD * (off > 1e-9) + HARD * off / max(scale, 1e-6) + DRAWN * _gap(a, b)
    rear = ground.back_y if ground.wall_y is None else ground.wall_y
    past = (abs(body.x) + body.half_x - ground.half_x, ground.front_y - body.y + body.half_y, body.y + body.half_y - rear)
    out = sum(max(0.0, far) for far in past)
    return cost + 0.5 * HARD * out / max(scale, 1e-6)
