# SPDX-License-Identifier: GPL-3.0-or-later
"""Bodies and placements: from the middle of a footprint to a thing's origin; what was moved finds the nearest free spot; how what stands leans. Pure."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from diorama_catalogue import Tag, thing
from diorama_stage.arrange.data import Constraint, Ground, Item, Placement
from diorama_stage.arrange.held_up import leant
from diorama_stage.arrange.score import OVERLAPPING, Body, overlap

HEAD_ROOM, OVER_TABLE = 2.1, 0.5
"""Metres above the ground of what hangs over it; the same over a table."""
Wanted = tuple[Placement, tuple[float, float]]
"""A place, and the way a thing was moved to get there (metres)."""


def eased(
    items: list[Item], ties: list[Constraint], hosts: dict[str, tuple[str, str]], fixed: dict[str, Placement], wanted: dict[str, Wanted]
) -> dict[str, Placement]:
    """`fixed` with every wanted place, moved as little as keeps it from cutting into what is fixed; what rests on it comes along."""
    by_id, out = {i.id: i for i in items}, dict(fixed)
    for id, (there, way) in wanted.items():
        if id in hosts:
            continue
        over = {name for t in ties if t.kind in OVERLAPPING for name in (t.item, *t.objects) if id in (t.item, *t.objects)}
        others = [body_at(by_id[name], p) for name, p in out.items() if p.host is None and name in by_id and name not in over]
        others = [o for o in others if o.z < there.z + by_id[id].height and there.z < o.z + o.item.height]
        own = body_at(by_id[id], there)
        free = _nearest_free(own, others, way)
        x, y = there.x + free[0] - own.x, there.y + free[1] - own.y
        loaded = {id}
        while more := {name for name, p in out.items() if p.host in loaded} - loaded:
            loaded |= more
        out |= {name: replace(out[name], x=out[name].x + x - there.x, y=out[name].y + y - there.y) for name in loaded - {id}}
        out[id] = replace(there, x=x, y=y)
    return out


def body_at(item: Item, p: Placement) -> Body:
    """Where something stands, by the middle of its footprint."""
    x, y = _off_middle(item, p.yaw)
    return Body(item.standing, p.x + x, p.y + y, p.z, p.yaw)


def _off_middle(item: Item, yaw: float) -> tuple[float, float]:
    """From a thing's origin to the middle of its footprint, metres, as it is turned."""
    if item.span is None:
        return 0.0, 0.0
    a, (x, y) = np.radians(yaw), item.span[:2]
    return float(x * np.cos(a) - y * np.sin(a)), float(x * np.sin(a) + y * np.cos(a))


def from_middle(p: Placement, item: Item) -> Placement:
    x, y = _off_middle(item, p.yaw)
    return replace(p, x=p.x - x, y=p.y - y)


def _nearest_free(body: Body, others: list[Body], way: tuple[float, float], gap: float = 0.004) -> tuple[float, float]:
    """The spot nearest to a body's own where it overlaps none of the others, metres; never one that takes back much of the way it was moved."""
    least = -0.3 * (way[0] ** 2 + way[1] ** 2)
    step = 0.12 * max(body.half_x, body.half_y)
    for ring in range(60):
        turns = np.linspace(0, 2 * np.pi, max(1, 8 * ring), endpoint=False)
        for a in sorted(turns, key=lambda t: (round(abs(np.sin(t)), 6), t)):
            dx, dy = ring * step * np.cos(a), ring * step * np.sin(a)
            x, y = body.x + dx, body.y + dy
            if dx * way[0] + dy * way[1] >= least and not any(overlap(replace(body, x=x, y=y), o, gap) for o in others):
                return float(x), float(y)
    return body.x, body.y


LEANT = {"side": 7.0, "back": 11.0}
"""Degrees that things lean on what is as high as they are."""
PROPPED = 17.0
"""The same on what is lower: a slant that is seen as one."""


HOVERS, LEAST = 1.3, 0.18
"""How high a small thing hovers where all is small: of its own height, and at least so many metres."""
SMALL = 0.6
"""Metres: what is at most as long and high is photographed near, and hovers just over the ground."""


def _aloft(item: Item, bodies: dict[str, Body]) -> float:
    """How high a small thing hovers among small things, metres; 0 where heads or houses are about, and of what flies or drifts by itself."""
    record = thing(item.kind)
    flies = record.category == "animal" or record.home == "sky" or record.tags & {Tag.BUOYANT, Tag.FROM_CEILING, Tag.DANGLES}
    small = all(max(b.item.height, b.item.half_x) <= SMALL for b in bodies.values())
    return max(HOVERS * item.height, LEAST) if small and not flies else 0.0


def placement_of(body: Body, ground: Ground, ties: list[Constraint], bodies: dict[str, Body]) -> Placement:
    """A body on the ground or wall as a placement, leaning where it is asked to."""
    item = body.item
    tie = next((t for t in ties if t.item == item.id and t.kind in ("leaning_on", "against")), None)
    lean, touch = 0.0, item.height * 0.92
    if tie and tie.kind == "leaning_on":
        lean = LEANT.get(item.lean or "", 0.0)
        prop = bodies.get(tie.objects[0])
        if lean and prop is not None and prop.item.height < touch:
            lean, touch = max(lean, PROPPED), prop.item.height / np.cos(np.radians(PROPPED))
    up = next((t for t in ties if t.item == item.id and t.kind in ("on", "hanging_from") and "wall" in t.objects), None)
    z = body.z if up is None or body.z else max(0.9, 1.5 - item.height / 2) if item.mount is None else item.mount
    hangs = any(t.item == item.id and t.kind == "hanging_from" and t.objects[0] in ("ceiling", "sky") for t in ties)
    if hangs or any(t.item == item.id and t.kind == "above" and t.objects[0] in ("ground", "water") for t in ties):
        over = max(HEAD_ROOM if ground.lamps > OVER_TABLE else OVER_TABLE, 1.2 * item.height)
        hovers = 0.0 if hangs else _aloft(item, bodies)
        z = hovers or over if Tag.FROM_CEILING not in thing(item.kind).tags else ground.lamps
    elif Tag.FROM_CEILING in thing(item.kind).tags and body.z == 0:
        z = ground.lamps
    elif ground.water:
        z -= item.draft
    elif ground.soft and thing(item.kind).buried:
        z -= thing(item.kind).buried * item.height
    # Tilting by `lean` about x moves the top towards the wall; the foot steps forward so that it just touches at its top, or at the edge of what is lower.
    y = body.y - np.sin(np.radians(lean)) * touch
    at = Placement(item.id, body.x, float(y), z, body.yaw, tilt_x=-lean)
    prop = bodies.get(tie.objects[0]) if tie and lean else None
    return at if prop is None else leant(item, at, prop.item, from_middle(Placement(prop.item.id, prop.x, prop.y, prop.z, prop.yaw), prop.item))
