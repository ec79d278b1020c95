# SPDX-License-Identifier: GPL-3.0-or-later
"""The set around the subjects, and the light."""

from __future__ import annotations

from dataclasses import dataclass, replace

import bpy
import numpy as np

from diorama_catalogue import Tag, tagged, thing
from diorama_stage import steam, streams
from diorama_stage.actors import Actor, world_points
from diorama_stage.composed import Clock, Composed
from diorama_stage.light import leads, light_scene, sky
from diorama_stage.light.beams import sunshine
from diorama_stage.materials.bounces import spare_relief
from diorama_stage.people import FRAMED_NEAR, is_person
from diorama_stage.render.haze import air, prepare
from diorama_stage.render.settings import among_lamps
from diorama_stage.scene_view import Scene
from diorama_stage.sets import Plan, View
from diorama_stage.sets.bearers import drift, peg, trestles, tripod
from diorama_stage.sets.dressing import Spot
from diorama_stage.sets.ground.rails import GAUGE, track


def _hung(scene: Scene, made: Composed) -> tuple[float, float, float, float] | None:
    """Where signs hang free over the ground, or on a shop's front: x low and high, y, z of the top. A street brings a house to hang them from."""
    fronted = scene["environment"]["setting"] == "shop_front"
    on = ("on", "wall") if fronted else ("hanging_from", "ground")
    above = {r["subject"] for r in scene["relations"] if (r["kind"], r["objects"][0]) in (on, ("above", "ground"))}
    boxes = [a.box() for a in made.actors if a.subject in above and a.item.kind in tagged(Tag.ON_FRONTS, Tag.OVER_SHOPS)]
    if not boxes:
        return None
    low, high = np.min([b[0] for b in boxes], axis=0), np.max([b[1] for b in boxes], axis=0)
    return (float(low[0]), float(high[0]), float(low[1] + high[1]) / 2, float(high[2]))


def _covers(actors: list[Actor]) -> tuple[tuple[float, float, float, float], ...]:
    """Ground that thin, wide things (blankets, rugs) lie on: x0, x1, y0, y1. Grass does not grow through them."""
    boxes = [a.box() for a in actors if a.item.height < 0.12 and a.item.half_x * a.item.half_y > 0.06]
    return tuple((low[0], high[0], low[1], high[1]) for low, high in boxes if low[2] < 0.02)


def _tracks(made: Composed) -> list:
    """Rails under what runs on them and is on the ground; through a street or a station they run on, over open land as far as it is level."""
    of = {a.id: a for a in made.actors if a.item.kind in tagged(Tag.ON_RAILS)}
    reach = 90.0 if made.plan.shape == "floor" and not made.plan.indoor else 1.1 * made.spread.reach + 1.0
    stands = [p for p in made.placements if p.item in of and p.host is None and abs(p.z) < 0.05]
    return [o for p in stands for o in track(p.x, p.y, p.yaw, reach, GAUGE * of[p.item].factors[1])]


LOW, LIVING = 1.0, 2.6
"""Metres: grass may hide what is no higher; of people and animals too, who are seen down to their feet."""


def _spots(actors: list[Actor]) -> tuple[Spot, ...]:
    """What stands on the ground that grass could hide."""
    boxes = [(*a.box(), LIVING if a.measures.marks or a.measures.head is not None else LOW) for a in actors]
    standing = [(*((low + high)[:2] / 2), (high - low)[:2].max() / 2, high[2] - low[2]) for low, high, top in boxes if low[2] < 0.1 and high[2] - low[2] < top]
    return tuple(Spot(*map(float, spot)) for spot in standing)


def _raised(scene: Scene, made: Composed) -> list[tuple[np.ndarray, np.ndarray]]:
    """Boxes of what stands higher than the ground because something is under it."""
    over = {o for r in scene["relations"] if r["kind"] == "under" for o in r["objects"]}
    hung = {r["subject"] for r in scene["relations"] if r["kind"] in ("above", "hanging_from")}
    high = {p.item for p in made.placements if p.host is None and p.z > 0.02}
    return [a.box() for a in made.actors if a.id in high and a.subject in over - hung]


def _pegged(scene: Scene, made: Composed) -> list[tuple[np.ndarray, np.ndarray]]:
    """Boxes of clothes that hang on the wall."""
    hung = {r["subject"] for r in scene["relations"] if r["kind"] == "hanging_from" and r["objects"] == ["wall"]}
    return [a.box() for a in made.actors if a.subject in hung and Tag.WORN in thing(a.item.kind).tags]


HUNG_OVER = ("tableware", "food", "tool")
"""What hangs over a fire hangs from something; a bird does not."""


def _over_fires(scene: Scene, made: Composed) -> list[tuple[np.ndarray, np.ndarray, tuple[np.ndarray, np.ndarray]]]:
    """The box of each thing that hangs over a fire, and the fire's."""
    boxes = {a.subject: a.box() for a in made.actors if a.item.kind in tagged(Tag.COOKED_OVER)}
    over = {r["subject"]: boxes[r["objects"][0]] for r in scene["relations"] if r["kind"] == "above" and r["objects"][0] in boxes}
    return [(*a.box(), over[a.subject]) for a in made.actors if a.subject in over and thing(a.item.kind).category in HUNG_OVER]


HEAPED, HIGHEST = 0.16, 0.3
"""Of the height of what sticks in soft ground, how high the ground is heaped against it; metres, at most."""


def _drifts(scene: Scene, made: Composed, built: list, seed: int) -> list:
    """The ground, heaped against what is half buried in it; nothing where the place has no ground of its own."""
    buried = {s["id"] for s in scene["subjects"] if "half_buried" in s.get("states", ())}
    stuff = next((o.data.materials[0] for o in built if o.type == "MESH" and o.name.startswith("ground") and o.data.materials), None)
    out = []
    for actor in made.actors if stuff is not None else ():
        if actor.subject not in buried:
            continue
        points = np.concatenate([world_points(o) for o in actor.built.objects])
        tall = float(points[:, 2].max())
        foot = points[points[:, 2] < 0.12 * tall]
        if tall > 0 and len(foot):
            out.append(drift(foot, min(HEAPED * tall, HIGHEST), stuff, seed + actor.index))
    return out


def _standing(actors: list[Actor]) -> tuple[tuple[float, float, float, float, float], ...]:
    """Boxes of what stands on the floor: x0, x1, y0, y1, height, metres."""
    boxes = [a.box() for a in actors]
    return tuple((float(low[0]), float(high[0]), float(low[1]), float(high[1]), float(high[2])) for low, high in boxes if low[2] < 0.1)


AT_WALL = 0.7
"""Metres from the wall within which a thing takes the place of what the room would have there."""


def _backed(made: Composed, place: Plan) -> tuple[tuple[float, float], ...]:
    """Where along the room's back wall things stand, x to x, metres."""
    if place.wall_y is None:
        return ()
    boxes = [a.box() for a in made.actors]
    return tuple((float(low[0]), float(high[0])) for low, high in boxes if high[1] > place.wall_y - AT_WALL and low[2] < 1.0)


def surround(scene: Scene, made: Composed, seed: int, clock: Clock) -> None:
    """The set around the subjects, and the light."""
    from diorama_stage.sets import build

    environment, lighting = scene["environment"], scene["lighting"]
    shot, place = made.shot, replace(made.plan, hung=_hung(scene, made))
    distance = float(np.linalg.norm(np.asarray(shot.target) - np.asarray(shot.eye)))
    view = View(tuple(shot.eye), tuple(shot.forward), *(float(np.radians(angle)) for angle in shot.surrounded), distance)
    dressing = build(place, environment, view, seed=seed, time=lighting["time"], hour=lighting["hour"], extent=made.spread.reach, mood=lighting["mood"], things=frozenset(a.built.kind for a in made.actors), room=(scene.get("layout") or {}).get("room"), covers=_covers(made.actors), spots=_spots(made.actors), tall=max((float(a.box()[1][2]) for a in made.actors), default=0.0), backed=_backed(made, place), standing=_standing(made.actors))
    made.room = dressing.room
    chosen = sky(environment, lighting, indoor=place.indoor and not place.sky, camera_azimuth=scene["camera"]["azimuth"])
    shine = sunshine(environment, lighting, dressing.windows, chosen.elevation) if place.indoor and not place.table else None
    if shine is None and place.indoor and place.setting != "windowsill" and any(map(leads, lighting["lights"])):
        dressing.give_way()
    dressing.objects += [o for low, high in _raised(scene, made) for o in trestles(low, high)]
    dressing.objects += _tracks(made)
    dressing.objects += [o for low, high in _pegged(scene, made) for o in peg(low, high, place.wall_y or float(high[1]))]
    dressing.objects += [o for low, high, fire in _over_fires(scene, made) for o in tripod(low, high, fire)]
    dressing.objects += _drifts(scene, made, dressing.objects, seed)
    steam.rise(made.actors, scene, shot.eye, seed)
    streams.flow(made.actors, scene)
    clock.lap("set")
    objects = [o for a in made.actors for o in (*a.built.objects, *a.built.strands)]  # hair, too, takes light and casts shadows
    alone = place.indoor and not place.table and lighting["time"] in BY_NIGHT and scene["camera"]["framing"] in ("wide", "establishing")
    emitters = [e for a in made.actors for e in _emitters(a, scene)]
    light_scene(
        chosen, lighting, centre=np.asarray(made.spread.centre), extent=made.spread.lit, indoor=place.indoor, studio=place.setting == "studio", camera_azimuth=scene["camera"]["azimuth"],
        starry=bool({"stars", "aurora", "shooting_star", "comet"} & set(environment["features"])) and "moon" not in environment["features"],
        subjects=objects, near=_near(dressing.objects, made.spread.reach), windows=dressing.windows, practicals=[*dressing.practicals, *emitters], emitters=emitters,
        sunshine=shine, lamplit=alone and bool(emitters),
        faces=any(is_person(s) for s in scene["subjects"]) and scene["camera"]["framing"] in FRAMED_NEAR,
    )  # fmt: skip
    base = place.water_z or place.floor_z
    made.air = air(
        environment["haze"], horizon=place.horizon, base=base, eye=shot.eye, sun=chosen.sun, elevation=chosen.elevation, setting=place.setting, away=distance,
    )  # fmt: skip
    prepare(made.air)
    among_lamps(by_nearness=bool(emitters) or not dressing.lit_all_over)
    if place.indoor:  # outdoors most light that was scattered once goes to the sky: nothing is gained
        spare_relief()
    clock.lap("light")


def _near(objects: list, reach: float) -> list:
    """Objects of the set that begin no farther back than the subjects: the surface they stand on, not the walls behind."""
    bpy.context.view_layer.update()
    return [o for o in objects if o.type == "MESH" and min((o.matrix_world @ _vector(*c)).y for c in o.bound_box) < reach]


@dataclass(frozen=True)
class Lamp:
    """An emitter of a prop, in the world."""

    x: float
    y: float
    z: float
    radius: float
    kelvin: float
    watts: float
    group: str
    """The subject that gives this light."""
    colour: str | None = None


BY_NIGHT = frozenset(("night", "evening"))


def _emitters(actor: Actor, scene: Scene) -> list[Lamp]:
    strength = next((x["strength"] for x in scene["lighting"]["lights"] if x["subject"] == actor.subject), 1.0) * scene["lighting"]["levels"].get(actor.subject, 1.0)
    kelvin = next((x["kelvin"] for x in scene["lighting"]["lights"] if x["subject"] == actor.subject), None)
    out = []
    for e in actor.built.emitters:
        f = actor.factors
        p = actor.built.root.matrix_world @ _vector(e.x * f[0], e.y * f[1], e.z * f[2])
        out.append(Lamp(p[0], p[1], p[2], e.radius * f[0], kelvin or e.kelvin, e.watts * strength, actor.subject, e.colour if kelvin is None else None))
    return out


def _vector(x: float, y: float, z: float):
    from mathutils import Vector

    return Vector((x, y, z))
