# SPDX-License-Identifier: GPL-3.0-or-later
"""The load: what rests in, on or under the hand of other things is put there, hosts before their load."""

from __future__ import annotations

import math
import random
from dataclasses import replace

import numpy as np

from diorama_catalogue import Tag, thing
from diorama_stage.arrange.data import Cavity, Constraint, Ground, Item, Placement, SupportSurface
from diorama_stage.arrange.form import stood, turning
from diorama_stage.arrange.held_up import hooks
from diorama_stage.arrange.pack import is_rod, lean, stand
from diorama_stage.arrange.rest_pose import POOR, laid_out, settle
from diorama_stage.arrange.score import HARD, Body, side
from diorama_stage.arrange.terrain import Area, Terrain
from diorama_stage.arrange.turn import turn

SIDES = ("left_of", "right_of", "behind", "in_front_of", "beside", "near", "with", "facing", "wearing", "riding", "around")
OPEN = 0.7
"""Share of a vessel's inside that must be seen from above for things to be laid on its real walls; a jar's shoulders hide it."""
MODELLED = frozenset(("vehicle", "building"))
"""What stands upright wherever it is a model of itself."""
STUCK = 0.5
"""What comes to rest above this share of a vessel's depth did not pass its neck."""
STEP = "step"
"""The levels of a low flight: what is several is on one after the other."""
INSIDE = "inside"
"""The level of a cage that only what is in it stands on."""
TOGETHER, WIDER = 1.75, (1.6, 2.6)
"""A group takes no more of a large support than this many times the side of the square it fills; so many times that where one of it found no place in it."""


def load(items: list[Item], ties: list[Constraint], hosts: dict[str, tuple[str, str]], placed: dict[str, Placement], seed: int, ground: Ground) -> None:
    """Put what rests in or on other things into place, hosts before their load."""
    by_id = {i.id: i for i in items}
    waiting = [i.id for i in items if i.id in hosts and i.id not in placed]
    settled = {i for i in placed if i in hosts}
    while waiting:
        host = next((hosts[i][0] for i in waiting if hosts[i][0] in placed), None)
        if host is None:
            raise ValueError("things that rest on each other in a circle")
        here = [i for i in waiting if hosts[i][0] == host]
        waiting = [i for i in waiting if i not in here]
        for how in ("in", "on", "stacked_on", "hanging_from", "held_by", "worn_by", "pours_into"):
            group = [by_id[i] for i in here if hosts[i][1] == how]
            if group:
                there = [(by_id[i], placed[i]) for i in settled if hosts[i] == (host, how)]
                tall = max(load_height(i.id, by_id, hosts) for i in group)
                over = next((placed[t.objects[0]] for t in ties if t.kind == "above" and t.item == group[0].id and t.objects[0] in placed), None)
                for p in _loaded(by_id[host], placed[host], group, how, there, ties, ground, f"{seed}:load:{host}:{how}", tall, over):
                    placed[p.item] = p
                    settled.add(p.item)


def load_height(id: str, items: dict[str, Item], hosts: dict[str, tuple[str, str]]) -> float:
    """Height of an item with all that rests on it."""
    item = items[id]
    top = max((level.z for level in item.levels), default=item.height)
    above = [(load_height(i, items, hosts) + (item.hollow.z0 if how == "in" and item.hollow else top)) for i, (h, how) in hosts.items() if h == id]
    return max([item.height, *above])


def _loaded(
    host: Item, at: Placement, group: list[Item], how: str, there: list, ties: list[Constraint], ground: Ground, seed: str, tall: float,
    over: Placement | None = None,
) -> list[Placement]:  # fmt: skip
    """Places of a group in or on its host. `there`: what is in or on it already; `tall`: height of the tallest with what it carries; `over`: what is below it."""
    rng = random.Random(seed)
    if how == "worn_by":
        return [replace(at, item=i.id, host=host.id) for i in group]
    if how == "pours_into":
        return [_tipped(host, at, i, k) for k, i in enumerate(group)]
    if how == "held_by":
        bunch = all(Tag.BUOYANT in thing(i.kind).tags for i in group)
        return [_in_a_bunch(_held(host, at, i, 0), k, host.hand[0] if host.hand else 1.0) for k, i in enumerate(group)] if bunch else [_held(host, at, i, k) for k, i in enumerate(group)]
    if how == "hanging_from" and all(Tag.BUOYANT in thing(i.kind).tags for i in group):
        return _tied_to(host, at, group)
    if how == "hanging_from":
        bears = thing(host.kind).support
        bough = host.levels[0].z if host.levels and bears is not None and bears.rise else None  # not the twigs over it
        apart = 2.4 * max(i.half_x for i in group)
        toward = None if over is None else turning(-at.yaw, 0, 0) @ (over.x - at.x, over.y - at.y, 0)
        if bough is not None:
            held = [((k - (len(group) - 1) / 2) * apart, 0.0, bough) for k in range(len(group))]
        else:
            held = hooks(host, len(group), apart, at.yaw, max(i.hang or i.height for i in group), toward)
        places = [(x, y, z - (i.hang if i.hang is not None else i.height), turn(i, rng, ground), 0.0) for i, (x, y, z) in zip(group, held, strict=True)]
        return [_to_world(i, local, at, host.id) for i, local in zip(group, places, strict=True)]
    if how == "stacked_on":
        return _stacked(host, at, group, there, ground, seed)
    if how == "in" and host.hollow is not None:
        return _filled(host, at, group, there, ground, rng, seed)
    reached = tuple(level for level in host.levels if (level.name == INSIDE) == (how == "in"))
    reached = _on_body(reached, group)
    perches = _perches(reached) if how == "on" and len(group) > 1 else ()
    if perches:
        found = {}
        for k, level in enumerate(perches):
            shared = group[k :: len(perches)]
            laid = _spread(replace(host, levels=(level,)), at, shared, there, ties, ground, rng, f"{seed}:{k}", tall) if shared else []
            found |= {p.item: p for p in laid}
        return [found[i.id] for i in group]
    return _spread(replace(host, levels=reached) if reached or how == "on" else host, at, group, there, ties, ground, rng, seed, tall)


LAP = "lap"
"""The level of who sits on which all lies that is told to be on them, but what is worn: a hat is on the head."""


def _on_body(levels: tuple[SupportSurface, ...], group: list[Item]) -> tuple[SupportSurface, ...]:
    lap = tuple(level for level in levels if level.name == LAP)
    return lap if lap and not any(Tag.WORN in thing(i.kind).tags for i in group) else levels


def _perches(levels: tuple[SupportSurface, ...]) -> tuple[SupportSurface, ...]:
    """Levels that are alike, the arms of a scarecrow, the steps of a flight: what is several sits on each of them.

    None where the highest is the only one of its name and height."""
    if not levels:
        return ()
    top = max(levels, key=lambda level: level.z)
    alike = tuple(level for level in levels if level.name == top.name and (level.z == top.z or level.name == STEP))
    return alike if len(alike) > 1 else ()


WAIST = 0.55
"""The inside of a vessel at its floor, of its half width."""


def _filled(host: Item, at: Placement, group: list[Item], there: list, ground: Ground, rng: random.Random, seed: str) -> list[Placement]:
    """Long things stand or lean in a vessel; all others lie in it as they come to rest."""
    hollow = host.hollow
    long = [i for i in group if i.stem or i.height > 2.2 * max(i.half_x, i.half_y) and i.height > 0.8 * (hollow.z1 - hollow.z0)]
    if len(long) == len(group):
        wall = WAIST * min(host.half_x, host.half_y)
        return [_to_world(i, stand(i, hollow, wall, rng, k, len(group)), at, host.id) for k, i in enumerate(group)]
    rods = [i for i in group if is_rod(i, hollow) and thing(i.kind).category not in MODELLED]
    leaning = {i.id: _to_world(i, lean(i, hollow, rng, k, len(rods)), at, host.id) for k, i in enumerate(rods)}
    afloat = [i for i in group if hollow.level is not None and Tag.AFLOAT in thing(i.kind).tags]
    heaped = [i for i in group if i.id not in leaning and i not in afloat]
    x, y, _ = turning(at.yaw, 0, 0) @ (hollow.x, hollow.y, 0) + (at.x, at.y, 0)
    floor = _padded(hollow, heaped) if is_padded(host, heaped) else hollow.z0
    area = Area(float(x), float(y), hollow.radius, hollow.radius, at.yaw, at.z + floor, round=True)
    terrain = _inside(host, at, area)
    laid = settle(heaped, terrain, area, there, lambda i: turn(i, rng, ground), ground, seed, vessel=True) if heaped else []
    if len(laid) == 1 and heaped[0].radius < hollow.radius and laid[0].z - at.z > hollow.z0 + STUCK * (hollow.z1 - hollow.z0):
        laid = [Placement(laid[0].item, area.x, area.y, at.z + hollow.z0, turn(heaped[0], rng, ground))]  # built in there, as ships in bottles are
    if hollow.level is not None:
        laid += _floating(afloat, host, at, hollow.level, ground, rng, seed)
    by_id = leaning | {p.item: _hosted(p, host) for p in laid}
    return [by_id[i.id] for i in group]


def _floating(group: list[Item], host: Item, at: Placement, level: float, ground: Ground, rng: random.Random, seed: str) -> list[Placement]:
    """What swims on the liquid of a vessel, as deep in it as it floats."""
    hollow, out = host.hollow, []
    for item in group:
        x, y, _ = turning(at.yaw, 0, 0) @ (hollow.x, hollow.y, 0) + (at.x, at.y, 0)
        area = Area(float(x), float(y), hollow.radius, hollow.radius, at.yaw, at.z + level - item.draft, round=True)
        surface = Terrain(area.x, area.y, area.half_x * 1.2)
        surface.fill(area, lambda _, z=area.z: z)
        out += settle([item], surface, area, [], lambda i: turn(i, rng, ground), ground, f"{seed}:{item.id}")
    return out


FILL = 4
"""So many things of a kind fill a barrow or a crate as a seller fills it: heaped at its rim over something that nobody sees."""


def is_padded(host: Item, heaped: list[Item]) -> bool:
    """True of baskets, and of what is no tableware where it is full."""
    record = thing(host.kind)
    if any(thing(i.kind).category == "animal" for i in heaped):
        return False
    if Tag.PADDED in record.tags:
        return True
    return (record.category != "tableware" or Tag.BRIMMING in record.tags) and (len(heaped) >= FILL or _is_lost(host.hollow, heaped))


DEEP = 1.1
"""How deep a vessel is, by its radius, in which few things would lie unseen."""


def _is_lost(hollow: Cavity | None, heaped: list[Item]) -> bool:
    """True of few small things at the floor of something deep: three apples in a cauldron."""
    depth = hollow.z1 - hollow.z0 if hollow else 0.0
    return hollow is not None and bool(heaped) and depth > DEEP * hollow.radius and max(i.height for i in heaped) < 0.5 * depth


def _padded(hollow: Cavity, heaped: list[Item]) -> float:
    """The floor of a deep vessel that holds little: cloth or straw lifts what is in it to be seen at the rim."""
    if not heaped:
        return hollow.z0
    layers = max(sum((i.half_x + i.half_y) ** 2 for i in heaped) / (2.6 * hollow.radius**2), 1.0)
    return max(hollow.z0, min(hollow.z1 - 0.7 * layers * max(i.height for i in heaped), hollow.z0 + 0.8 * (hollow.z1 - hollow.z0)))


def _inside(host: Item, at: Placement, area: Area) -> Terrain:
    """The inside of a vessel: its real walls where they are seen from above, else a paraboloid from floor to rim, which any real vessel of that rim and floor holds."""
    hollow = host.hollow
    terrain = Terrain(area.x, area.y, area.half_x * 1.2)
    if _felt(terrain, host, at):
        n = np.linspace(-0.75, 0.75, 15)
        points = np.array([(*area.point(u, v), 0.0) for u in n for v in n])
        if float((terrain.under(points) < at.z + hollow.z0 + 0.8 * (hollow.z1 - hollow.z0)).mean()) >= OPEN:
            terrain.fill(area)
            return terrain
        terrain = Terrain(area.x, area.y, area.half_x * 1.2)
    terrain.fill(area, lambda out: area.z + (hollow.z1 - hollow.z0) * out**2)
    return terrain


def _stacked(host: Item, at: Placement, group: list[Item], there: list, ground: Ground, seed: str) -> list[Placement]:
    """One on another, nearly square to what is below."""
    rng = random.Random(seed)
    level = max(host.levels, key=lambda v: v.z, default=_top(host))
    area = _area(level, at, scale=0.05)
    reach = max(host.half_x, host.half_y, *(max(i.half_x, i.half_y) for i in group))
    terrain = _support(host, at, level, area, reach)
    for item, place in there:
        terrain.lay(stood(item, place))
    out = []
    for item in group:
        yaw = (0 if host.round else at.yaw) + rng.uniform(-9, 9)
        out += settle([item], terrain, area, [], lambda _, yaw=yaw: yaw, ground, f"{seed}:{item.id}")
        terrain.lay(stood(item, out[-1]))
    return [_hosted(p, host) for p in out]


def _spread(
    host: Item, at: Placement, group: list[Item], there: list, ties: list[Constraint], ground: Ground, rng: random.Random, seed: str, tall: float
) -> list[Placement]:
    """On the level that suits them; sitters side by side, all else as it comes to rest."""
    level = _level(host, group, tall)
    sitting = [i for i in group if i.seat]
    out = {i.id: _seated(i, k, len(sitting), level, at, host, rng) for k, i in enumerate(sitting)}
    lying = [i for i in group if not i.seat]
    side_of = sum(2.6 * i.half_x for i in lying) if any(i.row for i in lying) else sum((2 * max(i.half_x, i.half_y)) ** 2 for i in lying) ** 0.5 * TOGETHER
    told = _told([t for t in ties if {t.item, *t.objects} <= {i.id for i in (*group, *(i for i, _ in there))}], ground)
    if told is not None:
        side_of *= 2  # room to stand as the words say
    if Tag.BEARS_TO_ITS_EDGE in thing(host.kind).tags:
        level = replace(_top(host), z=level.z)
    there = [*there, *((i, out[i.id]) for i in sitting)]
    around = 0.0 if host.round else at.yaw
    laid, least = [], float("inf")
    for wider in (1.0, *WIDER) if lying else ():
        area = _area(level, at, most=None if there else max(wider * side_of / 2, 0.06))
        reach = max([area.half_x, area.half_y, *(0.8 * max(i.half_x, i.half_y) for i in lying)])
        terrain = _support(host, at, level, area, reach)
        tried, cost = laid_out(lying, terrain, area, there, lambda i: turn(i, rng, ground) + around, ground, seed, extra=told)
        if cost < least:
            laid, least = tried, cost
        if least < POOR or area == _area(level, at):
            break  # each has its place, or there is no more room
    out |= {p.item: _hosted(p, host) for p in laid}
    return [out[i.id] for i in group]


def _told(ties: list[Constraint], ground: Ground):
    """What it costs that things on one support do not stand to each other as the words say; None where they say nothing."""
    told = [t for t in ties if t.kind in SIDES or t.kind == "between"]
    if not told:
        return None

    def cost(body: Body, others: list[Body]) -> float:
        at, total = {b.item.id: b for b in others} | {body.item.id: body}, 0.0
        for tie in told:
            if body.item.id not in (tie.item, *tie.objects) or tie.item not in at or any(o not in at for o in tie.objects):
                continue
            if tie.kind == "between":
                ends = [at[o] for o in tie.objects]
                total += float(np.hypot(at[tie.item].x - np.mean([e.x for e in ends]), at[tie.item].y - np.mean([e.y for e in ends]))) * 200
            else:
                off = side(tie.kind, at[tie.item], at[tie.objects[0]], ground)
                total += (0.1 * HARD + HARD * off / max(body.item.radius, 1e-3)) * (off > 1e-9)
        return total

    return cost


def _seated(item: Item, k: int, count: int, level: SupportSurface, at: Placement, host: Item, rng: random.Random) -> Placement:
    """A sitter on a seat: its legs hang over the front edge."""
    x = (level.x0 + level.x1) / 2 + ((k + 0.5) / count - 0.5) * (level.x1 - level.x0) * 0.9
    y, z = _legs_free(item, host, x, (level.y0 + level.y1) / 2, level.z)
    return _to_world(item, (x, y, z - item.seat, rng.uniform(-9, 9), 0.0), at, host.id, turned=True)


LEGS, PELVIS, INTO = 0.08, 0.06, 0.04
"""Metres below what somebody sits with, from where on their legs are felt; how thick that is; how deep legs may press into what they hang before."""
FRONT, LOWER = 0.8, 0.5
"""Of a thing's half depth, how far to its front somebody sits on it at most; what it costs to sit a metre lower, in metres that legs are in it."""


def _legs_free(item: Item, host: Item, x: float, y: float, z: float) -> tuple[float, float]:
    """Where somebody sits (y) and how high, the host's frame: so far to the front that their legs hang before a bale or a rock, and not in it. Seats that
    are made for it have their place."""
    if host.relief is None or item.form is None or thing(host.kind).category == "furniture":
        return y, z
    relief, form = host.relief(), item.form
    legs, pelvis = form[form[:, 2] < item.seat - LEGS], form[np.abs(form[:, 2] - item.seat) < PELVIS]
    pelvis = pelvis[pelvis[:, 1] > np.median(pelvis[:, 1])] if len(pelvis) else pelvis
    best, least = (y, z), np.inf
    for out in np.linspace(0.0, FRONT * host.half_y, 16) if len(legs) and len(pelvis) else ():
        under = relief.at(pelvis[:, 0] + x, pelvis[:, 1] + y - out)
        seat = float(np.median(under))
        if not np.isfinite(seat):
            break
        into = float(np.quantile(relief.at(legs[:, 0] + x, legs[:, 1] + y - out) - legs[:, 2] + item.seat - seat, 0.95))
        cost = max(into, INTO) + LOWER * max(z - seat, 0.0)
        if cost < least - 1e-6:
            best, least = (y - float(out), seat), cost
    return best


def _support(host: Item, at: Placement, level: SupportSurface, area: Area, reach: float) -> Terrain:
    """The real surface of a host under its load; the bare level where something is above it, or nothing is known of its form."""
    terrain = Terrain(area.x, area.y, reach * 1.4)
    if level.headroom > 5 and _felt(terrain, host, at):
        bare = Terrain(area.x, area.y, reach * 1.4)
        bare.fill(area)
        gaps = ~np.isfinite(terrain.heights)
        terrain.heights[gaps] = bare.heights[gaps]
    else:
        terrain.fill(_area(level, at))
    return terrain


def _felt(terrain: Terrain, host: Item, at: Placement) -> bool:
    """Lays the real surface of a host under its load; False where nothing is known of it."""
    if host.relief is not None and not at.tilt_x and not at.tilt_y:
        terrain.drape(host.relief(), at)
    elif host.form is not None:
        terrain.lay(stood(host, at))
    return host.form is not None or host.relief is not None


def _area(level: SupportSurface, at: Placement, *, scale: float = 1.0, most: float | None = None) -> Area:
    """A level in the world."""
    x, y, _ = turning(at.yaw, 0, 0) @ ((level.x0 + level.x1) / 2, (level.y0 + level.y1) / 2, 0) + (at.x, at.y, 0)
    half = [(b - a) / 2 * scale for a, b in ((level.x0, level.x1), (level.y0, level.y1))]
    if most is not None:
        half = [min(h, most) for h in half]
    return Area(float(x), float(y), half[0], half[1], at.yaw, at.z + level.z, level.round)


def _top(host: Item) -> SupportSurface:
    h = 0.68
    return SupportSurface("top", -host.half_x * h, host.half_x * h, -host.half_y * h, host.half_y * h, host.height, host.round)


def _level(host: Item, group: list[Item], tall: float) -> SupportSurface:
    """The surface of the host that suits the load: room for the tallest with what it carries, large, and by preference the highest."""
    fits = [level for level in host.levels if level.name == INSIDE or level.headroom > max(tall, max(i.height for i in group)) * 1.02]
    if not fits:
        return _top(host)
    return max(fits, key=lambda level: ((level.x1 - level.x0) * (level.y1 - level.y0) > 0.4 * host.half_x * host.half_y, level.z))


POUR = 52.0
"""Degrees that what is poured from is tipped."""
OVER_RIM = 0.6
"""How high its spout is over what it pours into, of the height of that."""
BY_HANDLE = 0.7
"""How far beside the hand the middle of what it holds by its handle is, half widths."""


HANDLE = 0.96
"""Of the height of what hangs from a hand, how high that holds it."""
LOWER_END = 0.06
"""How far over its lower end a hand holds what is held by that, metres, at most a twelfth of it."""


def _gripped_at(item: Item, tags: frozenset[Tag]) -> float:
    """How high over its foot a hand holds a thing, metres."""
    if Tag.HUNG_FROM_HAND in tags:
        return item.height * HANDLE
    if item.hang is not None and item.height > 0.3 or item.stem:
        return 0.0
    if Tag.HELD_UPRIGHT in tags:
        return min(LOWER_END, item.height / 12)
    return item.height * 0.5


def spout(form: np.ndarray) -> np.ndarray:
    """Where it runs out of what is tipped: of its points (n, 3) as they are then, the one farthest to its spout's side, at +x."""
    return form[int(form[:, 0].argmax())]


def _tipped(host: Item, at: Placement, item: Item, k: int) -> Placement:
    """In the air, its spout over what it pours into; a second one from the other side."""
    turned = turning(180.0, 0.0, -POUR)
    form = item.form if item.form is not None else np.array([[-item.half_x, 0.0, item.height]])
    x, y, z = spout(form @ turned.T)
    inside = host.hollow.radius if host.hollow is not None else 0.0
    local = (-x - 0.4 * inside, -y, host.height * (1 + OVER_RIM) - z)
    return _to_world(item, (*local, 180.0, -POUR), replace(at, yaw=180.0 * (k % 2)), host.id, turned=True)


SHEETS, THIN = frozenset(("paper", "electronics")), 0.35
"""Categories of what is told by its face; how thick it is at most that is held upright in one hand, by its half width."""
UPRIGHT, BY_EDGE = 78.0, 0.75
"""Degrees that it is raised; how far from its middle the hand is, by its half depth."""


def _held(host: Item, at: Placement, item: Item, k: int) -> Placement:
    """In the hand: a string or handle below its middle starts there, what is small lies in it with its middle."""
    if host.bears is not None and k == 0:
        x, y, z, yaw, tilt_x, tilt_y = host.bears
        return _to_world(item, (x, y, z, yaw, tilt_y, tilt_x), at, host.id, turned=True)
    x, y, z = host.hand
    if host.pours and k == 0:
        a = math.radians(host.pours)
        aside = BY_HANDLE * item.half_x if Tag.HANDLED in thing(item.kind).tags else 0.0
        down = aside * math.sin(a) + item.height / 2 * math.cos(a)
        middle = (x + aside * math.cos(a) - item.height / 2 * math.sin(a), y, max(z - down, 0.0))
        return _to_world(item, (*middle, 180.0, -host.pours), at, host.id, turned=True)
    if host.seizes is not None:
        return _seized(host.id, (x, y, z), host.seizes, at, item, k)
    x, y, z = (x, y, z) if k % 2 == 0 else host.other or (-x, y, z)
    tags = thing(item.kind).tags
    grip = _gripped_at(item, tags)
    if Tag.HUNG_FROM_HAND in tags and host.other is not None and host.hand is not None:  # its broad side along the leg
        along = math.degrees(math.atan2(host.other[1] - host.hand[1], host.other[0] - host.hand[0])) + 90.0
        return _to_world(item, (x, y, max(z - grip, 0.0), along, 0.0), at, host.id, turned=True)
    beside = grip and not host.grasps and Tag.HELD_UPRIGHT not in tags
    ahead = min(item.half_y, 0.3) * 0.6 if beside and Tag.HUNG_FROM_HAND not in tags else 0.0
    side_ = np.sign(x) * (0.5 * item.half_x if beside else 0.0)
    thin = thing(item.kind).category in SHEETS and item.height < THIN * min(item.half_x, item.half_y)
    if host.presents and item.labelled and thin:  # a newspaper whose front is to be seen is held up, that to the lens
        return _to_world(item, (x, y, z + BY_EDGE * item.half_y, 0.0, 0.0, UPRIGHT), at, host.id, turned=True)
    if host.presents and item.height < 0.5 * min(item.half_x, item.half_y):  # a book is read: it lies on both hands, its far edge raised
        return _to_world(item, (x, y, z + 0.25 * item.half_y, 0.0, 0.0, -host.presents), at, host.id, turned=True)
    if host.grasps and thin:  # by its lower edge, its face to the lens
        return _to_world(item, (x, y, z + BY_EDGE * item.half_y, 0.0, 0.0, UPRIGHT), at, host.id, turned=True)
    return _to_world(item, (x + side_, y - ahead, max(z - grip, 0.0), 0.0, 0.0), at, host.id, turned=True)




BITTEN = 0.9
"""How far before the jaws the middle of what is in them is, by its half width: a mouse hangs out of a cat's mouth."""


def _seized(host: str, hold: tuple[float, float, float], along: float, at: Placement, item: Item, k: int) -> Placement:
    """By its middle in an animal's jaws or claws, its length across those or along these; the next hangs below."""
    x, y, z = hold
    if item.height > 2 * max(item.half_x, item.half_y):  # a stick
        a = math.radians(along - 90.0)
        end = (x - math.cos(a) * item.height / 2, y - math.sin(a) * item.height / 2, z)
        return _to_world(item, (*end, along - 90.0, 90.0), at, host, turned=True)
    own = 90.0 if item.half_x > item.half_y else 0.0  # how its length lies as it is built: along y
    clawed = along < 90.0
    under = 0.5 + 0.3 * clawed + 0.9 * k  # claws are closed about its back
    before = 0.0 if clawed else BITTEN * min(item.half_x, item.half_y)
    return _to_world(item, (x, y - before, max(z - under * item.height, 0.0), along - own, 0.0, 0.0), at, host, turned=True)


AWAY = 32.0
"""Degrees that a bunch in a hand leans away from who holds it."""
FAN, IN_HAND, KNOT = 13.0, 21.0, 0.86
"""Degrees between the strings of a bunch of balloons, over a thing and in a hand; how far out on a thing it is tied, as a share of its half width."""


def _tied_to(host: Item, at: Placement, group: list[Item]) -> list[Placement]:
    """A bunch of balloons over the end of what it is tied to: the strings from one knot, each leaning its own way."""
    out = []
    for k, item in enumerate(group):
        ring, round_ = FAN * math.sqrt(k), 2.39996 * k  # seen from above, seeds in a sunflower
        knot = (KNOT * host.half_x, 0.0, host.height, 40.0 * k, ring * math.cos(round_), ring * math.sin(round_))
        out.append(_to_world(item, knot, at, host.id, turned=True))
    return out


def _in_a_bunch(p: Placement, k: int, outward: float) -> Placement:
    """One of several balloons in a hand, its string leaning its own way, all of them away from the face."""
    ring, round_ = IN_HAND * math.sqrt(k), 2.39996 * k
    return replace(p, tilt_x=0.5 * ring * math.cos(round_), tilt_y=math.copysign(AWAY, outward) + ring * math.sin(round_))


def _hosted(p: Placement, host: Item) -> Placement:
    return replace(p, host=host.id)


def _to_world(item: Item, local: tuple[float, ...], host: Placement, host_id: str, *, turned: bool = False) -> Placement:
    x, y, z, yaw, tilt, *across = local
    dx, dy, _ = turning(host.yaw, 0, 0) @ (x, y, 0)
    around = host.yaw if turned or not item.round or tilt or across else 0
    return Placement(item.id, float(host.x + dx), float(host.y + dy), host.z + z, yaw + around, tilt_y=tilt, tilt_x=across[0] if across else 0.0, host=host_id)
