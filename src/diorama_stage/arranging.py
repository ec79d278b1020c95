# SPDX-License-Identifier: GPL-3.0-or-later
"""Arrange and frame, look through the lens, and arrange again if a subject is not seen."""

from __future__ import annotations

from dataclasses import replace

import bpy
import numpy as np

from diorama_catalogue import Tag, tagged, thing
from diorama_stage import layout, lens
from diorama_stage.actors import Actor, build, stand
from diorama_stage.arrange import Constraint, Ground, Item, Placement, arrange
from diorama_stage.arrange.heap import heaped
from diorama_stage.arrange.load import INSIDE
from diorama_stage.arrange.raised import raised
from diorama_stage.arrange.slung import slung
from diorama_stage.arrange.solve import extent as extent_of
from diorama_stage.arrange.standing import OVER_TABLE
from diorama_stage.arrange.table import set_round
from diorama_stage.as_told import VIEWS, Spot, unkept
from diorama_stage.boxed import boxed, together
from diorama_stage.closer import prominence
from diorama_stage.composed import Composed, Tell
from diorama_stage.constraints import side_by_side, ties
from diorama_stage.distant import Far, set_back, under_sky
from diorama_stage.framing import bearers, framed
from diorama_stage.nearer import approached, brought, sharp
from diorama_stage.people import places
from diorama_stage.presence import QUICK, measured
from diorama_stage.render import Exact, exact
from diorama_stage.scene_view import Environment, Scene
from diorama_stage.sets import Plan, plan
from diorama_stage.visibility import least
from diorama_stage.wants import Wants, far_off, leading, looming

TRIES, BRINGING = 4, 2
"""Arrangements that are made at most, and at which of them what is small is brought near the lens: before that the lens goes near it."""
PLACES = frozenset(("ground", "sky", "water", "background", "horizon"))
"""Of a relation, what is no thing."""
LIFTED = 0.5
"""Metres above the ground, from which something flies."""
PARTED, MENDED = 0.25, 0.12
"""How much better all must be seen for things to stand far from one another; the same where nothing falls short then."""
DEEPER = {"behind": "farther", "in_front_of": "nearer"}
"""What it comes to that something is in the background, or the foreground."""
OPPOSITE = {"left_of": "right_of", "right_of": "left_of", "behind": "in_front_of", "in_front_of": "behind"}
UNKEPT, MOST = 0.15, 3
"""How much worse a picture is for each thing that does not stand as the words say; so many of them count."""
ROOF = 4.0
"""So many times as high as what is under it, something is a roof over it and no ceiling."""
HIGHER, LOWER = 8.0, -7.0
"""Degrees that the camera looks further down at every try, over what stands before; further up, where the words put something under another thing."""


def arranged(scene: Scene, actors: list[Actor], seed: int, aspect: float, tell: Tell) -> Composed:
    """Arrange and frame, look through the lens, and arrange again by other means while an instance is not present as it should be; the best of the tries stays.

    What is too small beside something large comes near the lens; what is hidden is seen from higher, and in another arrangement.
    """
    asked = ties(scene, actors)
    told = _told(scene, asked)
    asked = together(scene, actors, [*asked, *side_by_side(scene, actors, asked)])
    wants = Wants(scene, actors)
    best: Composed | None = None
    held = {name.split(".")[0] for name in (scene.get("layout") or {}).get("places", {})}
    new, short, small, near = {a.subject for a in actors} - held, [], set(), False
    for attempt in range(TRIES):
        if attempt == TRIES - 1 and set(short) & new:  # the kept viewpoint has no room for what was added: step back
            scene = layout.unframed(scene)
        near = near or bool(small) and not held
        again = attempt - near
        lift = (LOWER if _roofed(asked, actors) else HIGHER) * again
        try_ = _attempt(scene, actors, asked, seed + again * 1_000_003, aspect, lift, small if near else set(), bring=attempt == BRINGING)
        if not actors:
            lens.mount(try_.shot)
            return try_
        build(actors)
        quick = _quick(try_)
        made = _looked(replace(try_, tries=attempt + 1, wants=wants, asked=asked), told, quick)
        if not held and any("blurred" in faults for faults in made.faults.values()):
            made = _looked(_stopped_down(made), told, quick)  # the same view: nothing is elsewhere in it
        short = sorted({id.split(".")[0] for id in (*made.faults, *(t.item for t in made.unkept))})
        small |= {id for id, faults in made.faults.items() if "small" in faults}
        if best is None or _merit(made) > _merit(best) + 1e-3:
            best = made
        if not made.faults and attempt:  # all is seen: what does not stand as told after another arrangement is told
            break
        if not short or not new and scene.get("layout"):  # what stays as it is would only be seen the same way again
            break
        tell("arrange", attempt / TRIES, "arranging again: " + ", ".join(short) + " was not seen as it should be")
    stand(actors, best.placements)
    best = _led(scene, best, told, seed, aspect)
    for camera in [o for o in bpy.data.objects if o.type == "CAMERA"]:
        bpy.data.objects.remove(camera)
    lens.mount(best.shot)
    return best


def _led(scene: Scene, made: Composed, told: list[Constraint], seed: int, aspect: float) -> Composed:
    """The picture taken from nearer to whom it is of, people and animals, where they are seen small and nothing is lost by it; where that does not do, before
    a castle, they are brought near the lens."""
    camera, leads = scene["camera"], leading(scene, made.actors)
    held = scene.get("layout") or camera["framing"] in ("wide", "establishing") or camera["within"] or camera["space"] or made.wants.boxes
    if held or not leads or far_off(scene):
        return made
    ids = {a.id for a in made.actors if a.subject in leads}
    shot = approached(made.actors, made.placements, ids, made.shot, made.plan.camera_low, made.asked, looming=looming(scene, made.actors), size=prominence)
    near = made if shot is None else _looked(replace(made, shot=layout.rounded_shot(shot), own_lens=True), told)
    near = near if len(near.faults) <= len(made.faults) and _merit(near) >= min(_merit(made), 1.0) else made
    seen = _prominent(near, ids)
    if seen >= LOST or made.parted:
        return near
    there = _attempt(scene, made.actors, made.asked, seed, aspect, 0.0, ids, bring=True)
    there = _looked(replace(there, tries=made.tries, wants=made.wants, asked=made.asked), told)
    no_worse = len(there.faults) <= len(near.faults) and len(there.unkept) <= len(near.unkept)
    best = there if no_worse and _prominent(there, ids) > MUCH * seen else near
    stand(best.actors, best.placements)
    return best


LOST, MUCH = 0.5, 1.5
"""Of `closer.PROMINENT`: who is seen smaller is brought near the lens, where they are seen so many times as large by it."""


def _prominent(made: Composed, ids: set[str]) -> float:
    """How large the smallest of these is seen against what leads a picture."""
    return min(prominence(made.shot, a.outline()) for a in made.actors if a.id in ids)


def _quick(made: Composed) -> Exact:
    """The quick look at the things as they stand."""
    lens.mount(made.shot)
    return exact(_small())


def _looked(made: Composed, told: list[Constraint], quick: Exact | None = None) -> Composed:
    """What the quick look sees of the things as they stand, and what falls short."""
    quick = quick or _quick(made)
    seen = measured(made.actors, quick.ids, quick.depth, made.shot)
    made = replace(made, ids=quick.ids, presence=seen, seen=least(made.actors, [s.share for s in seen]), faults=made.wants.faults(seen))
    return replace(made, unkept=_unkept(made, told))


def _merit(made: Composed) -> float:
    """How near all is to what is wanted; less where things stand far from one another for it."""
    return made.wants.worth(made.presence) - (PARTED if made.faults else MENDED) * made.parted - UNKEPT * min(len(made.unkept), MOST)


def _stopped_down(made: Composed) -> Composed:
    """The same view, focused and stopped down so that the nearest and the farthest thing are sharp, as far as the aperture is not told."""
    depths = [lens.depth_of(made.shot, a.box()) for a in made.actors if not a.item.implied]
    return replace(made, shot=layout.rounded_shot(sharp(made.shot, max(min(depths), 0.02), max(depths))), own_lens=True)


def _told(scene: Scene, asked: list[Constraint]) -> list[Constraint]:
    """Of the ties those that the words tell, and not a stylist; to be between others, or at the left of the picture, comes to relations of what is in it."""
    said = {(r["subject"], r["kind"], o) for r in scene["relations"] for o in r["objects"]}
    literal = lambda t: any((t.item.split(".")[0], t.kind, o.split(".")[0]) in said for o in t.objects)  # noqa: E731
    all_ = {(t.item, t.kind, t.objects) for t in asked}
    asked = [t for t in asked if (t.item, OPPOSITE.get(t.kind), t.objects) not in all_]  # of what contradicts itself nothing can be kept
    return [t if literal(t) else replace(t, kind=DEEPER.get(t.kind, t.kind)) for t in asked if t.kind in VIEWS or literal(t)]


def _unkept(made: Composed, told: list[Constraint]) -> list[Constraint]:
    """What the words say of how things stand to one another and is not so."""
    boxes, seen, host = {a.id: a.box() for a in made.actors}, {s.instance: s for s in made.presence}, {p.item: p.host for p in made.placements}
    depth = {id: float(made.shot.project(np.array([(low + high) / 2]))[0, 2]) for id, (low, high) in boxes.items()}
    holds = lambda i: i.hollow is not None or thing(i.kind).category == "plant" or any(level.name == INSIDE for level in i.levels)  # noqa: E731
    open_ = frozenset(a.id for a in made.actors if holds(a.item))
    return unkept(told, {id: Spot(low, high, seen[id].frame, depth[id]) for id, (low, high) in boxes.items()}, host, open_)


def _roofed(asked: list[Constraint], actors: list[Actor]) -> bool:
    """True where something low is over another thing, which is looked at from below its edge; nobody stoops to look under a tree."""
    tall = {a.id: a.item.height for a in actors}
    pairs = [(t.item, t.objects[0]) for t in asked if t.kind == "under"]
    return any(over in tall and tall[over] < ROOF * tall[below] for below, over in pairs)


def _small() -> float:
    """Share of the resolution for a quick look: `QUICK` pixels on the long side."""
    render = bpy.context.scene.render
    return min(QUICK / max(render.resolution_x, render.resolution_y), 1.0)


def _attempt(scene: Scene, actors: list[Actor], asked: list[Constraint], seed: int, aspect: float, lift: float, small: set[str], *, bring: bool) -> Composed:
    """One arrangement: what the words put in the distance stands there, and the picture is framed by all else."""
    far = _distant(scene, actors)
    if far:
        near = [a for a in actors if a.id not in far]
        made = _staged(scene, near, [t for t in asked if not {t.item, *t.objects} & far], seed, aspect, lift, small, bring=bring)
        if (whole := _with_distant(made, actors, far, asked, seed)) is not None:
            return whole
    return _staged(scene, actors, asked, seed, aspect, lift, small, bring=bring)


def _distant(scene: Scene, actors: list[Actor]) -> set[str]:
    """What the words put in the distance, out of doors, with what is on it; nothing where a layout is kept, or where all would be far."""
    if scene.get("layout") or any(s.get("within") for s in scene["subjects"]):
        return set()
    far = far_off(scene)
    far |= {r["subject"] for r in scene["relations"] if r["kind"] in ("on", "in") and set(r["objects"]) & far}
    found = {a.id for a in actors if a.subject in far}
    place = plan(scene["environment"], 1.0)
    return found if len(found) < len([a for a in actors if not a.item.implied]) and place.sky and not place.indoor and not place.table else set()


def _with_distant(made: Composed, actors: list[Actor], far: set[str], asked: list[Constraint], seed: int) -> Composed | None:
    """The picture of all else, with what is far where it is seen beyond it; None where no horizon is seen."""
    behind, within = [a for a in actors if a.id in far], [t for t in asked if {t.item, *t.objects} <= far | PLACES]
    places = arrange([a.item for a in behind], within, Ground(), seed)
    stand(behind, places)
    root = {p.item: p.host if p.host in far else p.item for p in places}
    piles = {r: [a for a in behind if root[a.id] == r] for r in dict.fromkeys(root.values())}
    aloft = {p.item: p.z > LIFTED for p in places}
    told = [Far(r, np.concatenate([a.outline() for a in pile]), aloft[r]) for r, pile in piles.items()]
    near = [a.outline() for a in made.actors if not a.item.implied]
    shot = layout.rounded_shot(under_sky(near, made.shot)) if any(aloft[r] for r in piles) else made.shot
    moves = set_back(told, near, shot)
    if moves is None:
        return None
    first, last = (float(f(shot.project(points)[:, 2].min() for points in ones)) for f, ones in ((min, near), (max, [t.points + moves[t.id] for t in told])))
    shot = layout.rounded_shot(sharp(shot, max(first, 0.02), last))
    moved = [replace(p, x=p.x + m[0], y=p.y + m[1], z=p.z + m[2]) for p in places for m in (moves[root[p.item]],)]
    of = {p.item: p for p in (*made.placements, *layout.rounded(moved))}
    placements = [of[a.id] for a in actors]
    stand(actors, placements)
    return replace(made, actors=actors, placements=placements, shot=shot, own_lens=True)


def _staged(scene: Scene, actors: list[Actor], asked: list[Constraint], seed: int, aspect: float, lift: float, small: set[str], *, bring: bool) -> Composed:
    """One arrangement; what is `small` is brought near the lens, or the lens goes near it. What the layout holds stays as it is."""
    items = [a.item for a in actors]
    fixed, wanted, kept = layout.places(scene, items), layout.wanted(scene, items), layout.spread(scene)
    fixed = {**places.places(scene, actors), **fixed}  # what is kept from a picture before stays where it was
    camera = scene["camera"]
    rough = kept.radius if kept else sum(max(i.half_x, i.half_y) for i in items if not i.implied)
    place = plan(scene["environment"], rough)
    overhead = camera["angle"] == "overhead"
    on_wall = {t.item for t in asked if "wall" in t.objects}
    wall = kept.wall if kept and kept.wall is not None else rough * 1.2 + 0.2
    tilt, water, soft = 89.0 if overhead else lens.TILT[camera["angle"]], place.shape == "water", place.shape == "terrain"
    behind, heading = wall if on_wall else None, _heading(scene["environment"])
    ground = Ground(place.half_x * 4, -50, 50, behind, overhead, tilt, aspect, water, soft, _lamps(place, items), heading)
    settled = fixed or set_round(items, asked, tagged(Tag.DRAWN_UP))
    placements = arrange(items, asked, ground, seed, fixed=settled, wanted=wanted, outside=layout.outside(scene, aspect))
    placements = layout.rounded(placements if fixed else slung(items, asked, heaped(items, raised(items, asked, placements))))
    stand(actors, placements)
    boxes = {a.id: a.box() for a in actors}
    if boxes and not fixed and not wanted:
        placements, boxes, wall = _centred(actors, placements, boxes, wall)
    if boxes:
        radius = kept.radius if kept else round(_radius(boxes), layout.DIGITS)
        place = plan(scene["environment"], radius)
        if on_wall and wall is not None:
            place = replace(place, wall_y=wall, back_y=min(place.back_y, wall) if not place.table else place.back_y)
        elif not on_wall:
            place = _walled(place, actors, boxes, windowed=_windowed(scene))
    mere = bearers(actors, {p.item: p.host for p in placements}, small) - {s["id"] for s in scene["subjects"][:1]}  # what is told of first is shown whole
    shot = framed(scene, actors, boxes, place, aspect, lift, mere)
    own_lens = layout.focused(scene)
    ground = (-place.half_x, place.front_y, place.half_x, place.back_y)
    if told := boxed(scene, actors, placements, asked, shot, {*fixed, *wanted}, place.camera_low, ground):
        placements, shot, own_lens, small = *_about_middle(actors, *told, on_wall=bool(on_wall), kept=bool(kept)), set()
        boxes = {a.id: a.box() for a in actors}
        again = plan(scene["environment"], round(_radius(boxes), layout.DIGITS))
        place = place if kept or on_wall else _walled(again, actors, boxes, windowed=_windowed(scene))
    space = kept or layout.rounded_spread(_spread(actors, placements, boxes, wall if on_wall else None))
    parted = False
    if small and bring and (nearer := brought(scene, actors, placements, asked, small, shot, aspect, place.camera_low, seed)):
        placements, shot = layout.rounded(nearer[0]), layout.rounded_shot(nearer[1])
        stand(actors, placements)
        own_lens = parted = True
        if place.table and not on_wall:  # what came near is on the table still
            placements, shot, _ = _about_middle(actors, placements, shot, on_wall=False, kept=False)
            boxes = {a.id: a.box() for a in actors}
            place = plan(scene["environment"], round(_radius(boxes), layout.DIGITS))
            space = layout.rounded_spread(_spread(actors, placements, boxes, None))
    elif small and kept is None and (near := approached(actors, placements, small, shot, place.camera_low, asked)):
        shot, own_lens = layout.rounded_shot(near), True
    return Composed(actors, placements, shot, place, space, own_lens=own_lens, parted=parted)


def _about_middle(actors: list[Actor], placements: list[Placement], shot: lens.Shot, *, on_wall: bool, kept: bool) -> tuple[list[Placement], lens.Shot, bool]:
    """Everything, the camera too, moved so that the middle of the group is at the origin, stopped down so that the nearest and the farthest are sharp; and
    whether the lens is the view's own now. A view that was kept stays."""
    stand(actors, placements)
    if kept:
        return placements, shot, False
    boxes = {a.id: a.box() for a in actors if not a.item.implied} or {a.id: a.box() for a in actors}
    low, high = _corners(boxes)
    way = np.zeros(3) if on_wall else np.array([-(low[0] + high[0]) / 2, -(low[1] + high[1]) / 2, 0.0])
    placements = layout.rounded([replace(p, x=p.x + way[0], y=p.y + way[1]) for p in placements])
    stand(actors, placements)
    shot = replace(shot, eye=tuple(np.asarray(shot.eye) + way), target=tuple(np.asarray(shot.target) + way))
    depths = [lens.depth_of(shot, a.box()) for a in actors if a.id in boxes]
    return placements, layout.rounded_shot(sharp(shot, min(depths), max(depths))), True


GAP, STEP = 0.03, 0.45
"""Metres between furniture and its wall; how much farther back than it something else may stand before the wall stays where it was."""


NEAR_WALL = {"living_room": 0.6, "bedroom": 0.6, "plain_room": 0.5, "office": 0.9}
"""How far from the wall sofas and armchairs stand in a room, metres: nobody puts them in the middle."""
SMALL_ROOM = {"bathroom": 0.8, "library": 1.6}
"""The same of all furniture, where a room has its own along the wall."""
BY_WINDOW = 0.45
"""Metres between the hindmost thing and a wall whose window the words tell of."""


def _windowed(scene: Scene) -> bool:
    """True where the words tell what is on the window's panes: it is near enough to be seen."""
    return bool({"rain_on_window", "raindrops"} & set(scene["environment"]["features"]))


def _walled(place: Plan, actors: list[Actor], boxes: dict, *, windowed: bool = False) -> Plan:
    """The room's wall drawn up to the furniture that stands with its back to one: a bed is not adrift in the middle of its room.

    Where it is `windowed`, to all things: an armchair by a rainy window is by that window."""
    rear = max((float(boxes[a.id][1][1]) for a in actors if a.item.kind in tagged(Tag.BACKED)), default=None)
    if windowed and rear is None and place.indoor and not place.table and place.wall_y is not None:
        wall = max(float(high[1]) for _, high in boxes.values()) + BY_WINDOW
        return replace(place, wall_y=wall, back_y=wall) if wall < place.wall_y else place
    away = _off_wall(place.setting, actors)
    if rear is None and away is not None and not place.table and place.wall_y is not None:
        wall = max(float(high[1]) for _, high in boxes.values()) + away
        return replace(place, wall_y=wall, back_y=wall) if wall < place.wall_y else place
    if rear is None or not place.indoor or place.table or place.wall_y is None:
        return place
    wall = max(float(high[1]) for _, high in boxes.values()) + GAP
    return replace(place, wall_y=wall, back_y=min(place.back_y, wall)) if wall - rear < STEP else place


def _off_wall(setting: str, actors: list[Actor]) -> float | None:
    """How far behind these things the wall of a room is, metres; None where it need not be near."""
    kinds = {thing(a.item.kind).category for a in actors}
    if setting in SMALL_ROOM and "furniture" in kinds and not kinds & {"person", "animal"}:
        return SMALL_ROOM[setting]
    return NEAR_WALL.get(setting) if any(a.item.kind in tagged(Tag.UPHOLSTERED) for a in actors) else None


AT_EYE, OVER_HEADS, UNDER_CEILING = 1.4, 2.8, 2.0
"""Metres above the floor where lamps hang; at most so high over heads; and so far below the ceiling of a hall."""


def _lamps(place: Plan, items: list[Item]) -> float:
    """How high lamps hang over what the picture is of, metres: at the height of the eye, in a high hall over the heads of who is in it."""
    if place.shape == "table":
        return OVER_TABLE
    under = any(Tag.FROM_CEILING not in thing(i.kind).tags for i in items)
    room = (place.ceiling_z or 0.0) - place.floor_z
    return float(np.clip(room - UNDER_CEILING, AT_EYE, OVER_HEADS)) if under else AT_EYE


def _heading(environment: Environment) -> float | None:
    """How roads run here: away from the lens in a street, across the picture in open land (see `sets.road`)."""
    if environment["setting"] in ("street", "shop_front"):
        return 60.0 if environment["setting"] == "street" else 0.0
    return 0.0 if "road" in environment["place"] else None


def _centred(actors: list[Actor], placements: list[Placement], boxes: dict, wall: float | None):
    """Everything moved so that the middle of the group is at the origin."""
    low, high = _corners(boxes)
    dx, dy = float(low[0] + high[0]) / 2, float(low[1] + high[1]) / 2
    placements = layout.rounded([replace(p, x=p.x - dx, y=p.y - dy) for p in placements])
    stand(actors, placements)
    return placements, {a.id: a.box() for a in actors}, None if wall is None else wall - dy


def _corners(boxes: dict) -> tuple[np.ndarray, np.ndarray]:
    return np.min([b[0] for b in boxes.values()], axis=0), np.max([b[1] for b in boxes.values()], axis=0)


def _radius(boxes: dict) -> float:
    low, high = _corners(boxes)
    return max(float(np.hypot(*(high - low)[:2])) / 2, 1e-3)


def _spread(actors: list[Actor], placements: list[Placement], boxes: dict, wall: float | None) -> layout.Spread:
    """The room the subjects take; an empty picture is lit as if something stood in its middle."""
    reach = extent_of([a.item for a in actors], placements)
    if not boxes:
        return layout.Spread(0.5, reach, wall, (0.0, 0.0, 1.0), 0.1)
    centre = np.mean([(low + high) / 2 for low, high in boxes.values()], axis=0)
    lit = max([float(np.linalg.norm(high - low)) / 2 for low, high in boxes.values()] + [reach, 0.1])
    return layout.Spread(_radius(boxes), reach, wall, tuple(centre), lit)
