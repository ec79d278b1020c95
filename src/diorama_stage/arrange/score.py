# SPDX-License-Identifier: GPL-3.0-or-later
"""How good a place is: no overlap and relations held are hard (1000 a breach), visibility and composition are soft."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from diorama_catalogue import thing
from diorama_stage.arrange.data import Ground, Item

HARD = 1000.0
FEW = 12
"""So many things are tried at many places, and drawn together in many rounds; of more, fewer."""
SIDES = (
    "left_of", "right_of", "back_left", "back_right", "behind", "in_front_of", "beside", "near", "with", "facing", "holding", "wearing", "riding", "around",
)  # fmt: skip
OVERLAPPING = ("under", "covering", "above", "leaning_on", "against")
"""Relations whose two stand over the same ground."""


@dataclass
class Body:
    """An item standing at a place: an upright box."""

    item: Item
    x: float
    y: float
    z: float
    yaw: float = 0.0
    half_x: float = 0.0
    half_y: float = 0.0
    reach: float = 0.0
    """Height of the highest thing on it, above its own foot."""

    def __post_init__(self):
        a = np.radians(self.yaw)
        c, s = abs(np.cos(a)), abs(np.sin(a))
        if self.item.round:
            self.half_x = self.half_y = max(self.item.half_x, self.item.half_y)
        else:
            self.half_x, self.half_y = self.item.half_x * c + self.item.half_y * s, self.item.half_x * s + self.item.half_y * c
        self.reach = max(self.reach, self.item.height)


TREE, LOWLY = 2.5, 0.4
"""Metres: a plant that is higher has a trunk; of its height, what is no higher stands by that, under its crown."""
TRUNK, CROWN = 0.2, 0.45
"""Of half its width, where its trunk ends; how far crowns stand apart that grow into each other."""


def rooted(a: Body, b: Body) -> Body:
    """As it takes ground beside another: a tree by its trunk where that is lowly, with another tree by the most of its crown."""
    if a.item.height < TREE or thing(a.item.kind).category != "plant" or a.item.kind == "pine_tree":
        return a
    both = b.item.height >= TREE and thing(b.item.kind).category == "plant"
    share = CROWN if both else TRUNK if b.reach < LOWLY * a.item.height else 1.0
    return a if share == 1.0 else replace(a, item=replace(a.item, half_x=a.item.half_x * share, half_y=a.item.half_y * share))


def overlap(a: Body, b: Body, gap: float) -> float:
    """How deep two footprints cut into each other (with `gap` between), metres; 0 if apart. Circles and turned rectangles, by their separating axes."""
    a, b = rooted(a, b), rooted(b, a)
    if a.item.round and b.item.round:
        return max(0.0, a.half_x + b.half_x + gap - math.hypot(a.x - b.x, a.y - b.y))
    dx = a.half_x + b.half_x + gap - abs(a.x - b.x)
    dy = a.half_y + b.half_y + gap - abs(a.y - b.y)
    depth = min(dx, dy)
    for yaw in {body.yaw % 90.0 for body in (a, b) if not body.item.round} - {0.0}:
        if depth <= 0:
            return 0.0
        depth = min(depth, *(_reach(a, turn) + _reach(b, turn) + gap - _apart(a, b, turn) for turn in (yaw, yaw + 90.0)))
    return max(0.0, depth)


def _reach(body: Body, turn: float) -> float:
    """Half the width of a footprint along a way, metres; `turn` degrees from x."""
    if body.item.round:
        return body.half_x
    a = math.radians(turn - body.yaw)
    return abs(body.item.half_x * math.cos(a)) + abs(body.item.half_y * math.sin(a))


def _apart(a: Body, b: Body, turn: float) -> float:
    """How far two middles are apart along a way, metres."""
    w = math.radians(turn)
    return abs((a.x - b.x) * math.cos(w) + (a.y - b.y) * math.sin(w))


def screen(body: Body, ground: Ground, distance: float) -> tuple[float, float, float, float, float]:
    """Its rectangle as the camera sees it (x0, x1, y0, y1 in tangent units) and its depth; the camera is `distance` away, tilted down."""
    t = np.radians(ground.tilt)
    depth = distance + body.y * np.cos(t)
    low = (body.z * np.cos(t) + (body.y - body.half_y) * np.sin(t)) / depth
    high = ((body.z + body.reach) * np.cos(t) + (body.y + body.half_y) * np.sin(t)) / depth
    return (body.x - body.half_x) / depth, (body.x + body.half_x) / depth, low, high, depth


def hidden(back: Body, front: Body, ground: Ground, distance: float) -> float:
    """Share of `back` that `front` covers, 0 to 1, by their rectangles."""
    a, b = screen(back, ground, distance), screen(front, ground, distance)
    if b[4] >= a[4]:
        return 0.0
    w = min(a[1], b[1]) - max(a[0], b[0])
    h = min(a[3], b[3]) - max(a[2], b[2])
    if w <= 0 or h <= 0:
        return 0.0
    seen_through = 0.35 if "fence" in (back.item.kind, front.item.kind) else 1.0  # one looks through a fence, and past what stands before it
    return seen_through * float(w * h / max((a[1] - a[0]) * (a[3] - a[2]), 1e-12))


LONG = 2.4
"""What is this many times as wide as a thing is its background: the thing stands before it, not at its end."""


def _breadth(a: Body, b: Body) -> float:
    """How far to a side the middles of two may lie that stand behind one another."""
    narrow, wide = sorted((a.half_x, b.half_x))
    return 0.6 * wide if wide > LONG * narrow and not peeps(a, b) else 0.95 * (narrow + wide)


PEEPS = 0.75
"""Of the height of what is before it: what is lower is seen past its end alone."""


def peeps(a: Body, b: Body) -> bool:
    """True where the hinder one of two is so low that the other would hide it: a clock behind a couch."""
    back, front = (a, b) if a.y > b.y else (b, a)
    return back.reach < PEEPS * front.reach


LOW, LONGER = 0.5, 1.6
"""What is so low beside what is so many times as long is beside it before it too: oars beside a boat."""


def lies_along(a: Item, b: Item) -> bool:
    """True of something low beside something much longer."""
    return a.height < LOW * b.height and max(b.half_x, b.half_y) > LONGER * max(a.half_x, a.half_y)


def _aside(a: Body, b: Body, gap: float) -> float:
    """How far `a` is from standing at a side of `b`."""
    apart = abs(a.x - b.x) - (a.half_x + b.half_x)
    return max(0.0, gap * 0.5 - apart) + max(0.0, apart - 0.8 * (a.half_x + b.half_x)) + max(0.0, abs(a.y - b.y) - 0.5 * max(a.half_y, b.half_y))


def _along(a: Body, b: Body, gap: float) -> float:
    """How far `a` is from lying before `b`."""
    apart = b.y - b.half_y - a.y - a.half_y
    off = max(0.0, apart - 0.8 * b.half_y) + max(0.0, a.y - b.y) + max(0.0, abs(a.x - b.x) - 0.9 * b.half_x)
    return overlap(a, b, gap * 0.5) + off


def side(kind: str, a: Body, b: Body, ground: Ground) -> float:
    """How far `a` is from standing in the relation to `b`; 0 if it holds. Left and right are the camera's; in a flat lay, behind is up."""
    a, b = rooted(a, b), rooted(b, a)
    gap = 0.15 * min(a.half_x + a.half_y, b.half_x + b.half_y) / 2
    if kind == "left_of":
        return max(0.0, a.x + a.half_x + gap - (b.x - b.half_x)) + 0.3 * max(0.0, abs(a.y - b.y) - (a.half_y + b.half_y) * 0.6)
    if kind == "right_of":
        return max(0.0, b.x + b.half_x + gap - (a.x - a.half_x)) + 0.3 * max(0.0, abs(a.y - b.y) - (a.half_y + b.half_y) * 0.6)
    if kind in ("back_left", "back_right"):  # in the corner: past its end, and no nearer the lens
        way = 1 if kind == "back_right" else -1
        return max(0.0, a.half_x + b.half_x + gap - way * (a.x - b.x)) + max(0.0, b.y - a.y)
    if kind == "behind":
        return max(0.0, b.y + b.half_y + gap - (a.y - a.half_y)) + 0.5 * max(0.0, abs(a.x - b.x) - _breadth(a, b))
    if kind == "in_front_of":
        return max(0.0, a.y + a.half_y + gap - (b.y - b.half_y)) + 0.5 * max(0.0, abs(a.x - b.x) - _breadth(a, b))
    if kind == "beside":
        return min(_aside(a, b, gap), _along(a, b, gap)) if lies_along(a.item, b.item) else _aside(a, b, gap)
    if kind in ("near", "with", "facing", "holding", "wearing", "riding", "around"):
        apart = float(np.hypot(a.x - b.x, a.y - b.y)) - (a.item.radius + b.item.radius)
        return max(0.0, apart - 0.6 * (a.item.radius + b.item.radius))
    return 0.0



def in_one_row(one: Item, other: Item) -> bool:
    """True of things of one kind that the words put in a row, each of its own colour or all alike."""
    return one.row and other.row and one.kind == other.kind
