# SPDX-License-Identifier: GPL-3.0-or-later
"""The cast: every subject of the scene built, sized and dressed, once for each of its count; and placed.

scene → orders → measures (known, or of what is built) → actors (Measures + Item) → ties → placements → built, once → standing in Blender's scene
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any
from typing import cast as cast_as

import bpy
import numpy as np
from mathutils import Matrix
from scipy.spatial.transform import Rotation

from diorama_catalogue import Tag, finish_of, loose, thing
from diorama_catalogue.named import FIGURE, form_of, names
from diorama_stage import riding
from diorama_stage.actors import Actor, build
from diorama_stage.animals import cast_animal
from diorama_stage.arrange.data import Relief
from diorama_stage.arrange.load import INSIDE
from diorama_stage.clothing import clad, worn
from diorama_stage.dress import dress
from diorama_stage.figures import PLUSH
from diorama_stage.fitted import bared, figure_of, fitted, put_on
from diorama_stage.folded import fold
from diorama_stage.heaped import heap
from diorama_stage.inscribed import inscribe
from diorama_stage.items import item_of, measures_of, relief_of
from diorama_stage.kit import Built, Spec
from diorama_stage.kit.build import vertices
from diorama_stage.known import digest, known
from diorama_stage.lay_down import bury, level, lies, piled, tip, upend, upends
from diorama_stage.legible import room_for_words
from diorama_stage.modelled import model, modelled
from diorama_stage.own import cast_own
from diorama_stage.people import at_hand, bearing, cast_person, contacts, equipment, gripping, is_person, pack, places, stances
from diorama_stage.plush import pile, stuff
from diorama_stage.props import registry
from diorama_stage.scene_view import Scene, Staged, Surface
from diorama_stage.situations import Here, rests, situation, stacks
from diorama_stage.stickers import stick

GROWN = frozenset(("food", "plant", "figure"))
"""Categories of what grows or is made one by one: no two are alike. (Of what is made in numbers, each has wear and a shade of its own.)"""
GROWTH = 0.07
"""Spread of the sizes of what grows, as a share."""
SHADE = {True: 0.09, False: 0.035}
"""Spread of the lightness within a kind, as a share: of what grows, and of what is made."""


TURN = 8.0
"""Degrees by which what bears words is turned from facing the lens, at most."""
LATER = frozenset((Tag.AS_LONG_AS_ITS_LOAD, Tag.AS_LARGE_AS_ITS_GUEST))
"""What is made to the measure of others."""
EASE = 1.12
"""How much more room than it takes one that is kept has."""


def cast(scene: Scene, seed: int, tell=lambda *_: None) -> list[Actor]:
    """Every instance of every subject, measured. Seeds are by subject, so that a change to one leaves the others as they are.

    Where all measures are known nothing is built (`actors.build` does, once); otherwise all is, in its order, and measured.
    """
    try:
        return _cast(scene, seed, tell, Maker(build=False))
    except Unknown:
        return _cast(scene, seed, tell, Maker(build=True))


class Unknown(Exception):
    """Of a thing the measures are not known: it is to be built."""


@dataclass
class Maker:
    """Measures what is ordered: by what is known, or by building it."""

    build: bool
    actors: list[Actor] = field(default_factory=list)

    def actor(self, id: str, subject: Staged, index: int, order: Any, make: Callable[[], Made], *, stored: bool = True, **more) -> Actor:
        """One instance. `order` is all that `make` makes it by; what is not to be `stored` (somebody's file) is built each time. Raises Unknown."""
        key = digest(order) if stored else ""
        if not self.build:
            if (found := known.find(key) if stored else None) is None:
                raise Unknown(id)
            measures, made = found, None
        else:
            made = make()
            own = measures_of(made.built, upside_down="upside_down" in subject["states"])
            measures = replace(own, factors=made.factors, shown=made.shown)
            if stored:
                known.keep(key, measures)
        item = item_of(id, subject, measures, lambda: self._relief(out, f"{key}-relief" if stored else "", subject))
        out = Actor(id, subject["id"], index, measures, item, lambda: make().built, order=len(self.actors), **more)
        if made is not None:
            out.built_as(made.built)
        self.actors.append(out)
        return out

    def _relief(self, actor: Actor, key: str, subject: Staged) -> Relief:
        """What rays from above meet on it: as it is known, or as it is built."""
        found = known.find(key) if key else None
        if found is None:
            build(self.actors)
            found = relief_of(actor.built, "upside_down" in subject["states"])
            if key:
                known.keep(key, found)
        return found


def _cast(scene: Scene, seed: int, tell, maker: Maker) -> list[Actor]:
    clad, garments, actors = worn(scene), fitted(scene), maker.actors
    forms: dict[str, set[str]] = {}
    for garment in (s for s in scene["subjects"] if s["id"] in garments):
        forms.setdefault(garments[garment["id"]], set()).add(form_of(garment))
    wanted = [(subject, k) for subject in scene["subjects"] if subject["id"] not in clad for k in range(subject["count"])]

    def after(subject: Staged) -> int:
        """Those with a higher number are made later: they are made to fit the others."""
        return 4 * (subject["id"] in garments) + 2 * is_person(subject) + bool(LATER & thing(subject["thing"]).tags or "on_hands" in subject)

    for index, (subject, k) in sorted(enumerate(wanted, 1), key=lambda w: after(w[1][0])):
        tell(len(actors) / len(wanted), f"building {subject['noun']}")
        if subject["id"] in garments:
            _garment(maker, subject, k, seed, index, [a for a in actors if a.subject == garments[subject["id"]]])
        elif is_person(subject):  # after the others: a seat is as high as it is
            _person(maker, subject, k, seed, index, scene)
        elif subject.get("living"):
            _animal(maker, subject, k, seed, index, scene)
        else:
            _thing(maker, subject, k, seed, index, scene, forms.get(subject["id"], set()))
    return sorted(actors, key=lambda a: a.index)


@dataclass(frozen=True)
class Made:
    """What was built, by which factors it was resized, and the turn that shows its words, degrees."""

    built: Built
    factors: tuple[float, float, float] = (1.0, 1.0, 1.0)
    shown: float | None = None


def _garment(maker: Maker, subject: Staged, k: int, seed: int, index: int, wearers: list[Actor]) -> None:
    """What a thing wears, made to fit it; of several wearers each has its own."""
    wearer, number = wearers[k % len(wearers)], (seed * 7919 + k) % 2**31
    figure = figure_of(wearer.measures)
    made = maker.actor(f"{subject['id']}.{k}", subject, index, ("garment", subject, number, figure), lambda: Made(put_on(figure, subject, number)))
    made.item = replace(made.item, fits=wearer.id)


def _borne(subject: Staged, scene: Scene, actors: list[Actor]) -> float:
    """Width of what is said to rest on it, side by side, metres."""
    on = {r["subject"] for r in scene["relations"] if r["kind"] == "on" and subject["id"] in r["objects"]}
    return sum(2 * a.item.half_x for a in actors if a.subject in on)


@dataclass(frozen=True)
class Guest:
    """Who is kept in something: the least and the greatest corner, and whether it has a head to be seen."""

    low: np.ndarray
    high: np.ndarray
    headed: bool


def _guests(subject: Staged, scene: Scene, actors: list[Actor]) -> tuple[Guest, ...]:
    kept = {r["subject"] for r in scene["relations"] if r["kind"] == "in" and subject["id"] in r["objects"]}
    return tuple(Guest(m.low, m.high, m.head is not None) for m in (a.measures for a in actors if a.subject in kept))


def _housing(built: Built, guests: tuple[Guest, ...]) -> float:
    """How many times as large as usual a cage is, so that those who are in it fit between its perch, its floor, its roof and its sides; 1 or more."""
    perch = next((s for s in built.supports if s.name == INSIDE), None)
    if perch is None or not guests:
        return 1.0
    box = built.interior
    if box and box.half_x and box.half_y:  # an open box: its long side takes the long one of its guest
        room, sizes = sorted((2 * box.half_x, 2 * box.half_y)), [sorted((g.high - g.low)[:2]) for g in guests]
        return max(EASE * max(float(size[k]) / room[k] for size in sizes for k in (0, 1)), 1.0)
    wide = 0.88 * float(min(built.high[0] - built.low[0], built.high[1] - built.low[1]))
    across = max(2 * float(abs(np.array([g.low[:2], g.high[:2]])).max()) for g in guests)
    over, under = max(float(g.high[2]) for g in guests), -min(float(g.low[2]) for g in guests)
    return max(EASE * max(across / wide, over / perch.headroom, under / (0.8 * perch.z)), 1.0)


LOOKS_OUT = 0.4
"""Of the height of an animal in an open box, how high the box is at most."""


def _looks_out(built: Built, guests: tuple[Guest, ...]) -> float:
    """How many times as high as usual an open box is at most, so that the animals in it are seen over its rim."""
    tall = [float(g.high[2]) for g in guests if g.headed]
    rim = built.interior.z1 if built.interior else 1.0
    return LOOKS_OUT * min(tall) / rim if tall else float("inf")


@dataclass(frozen=True)
class Order:
    """All that the k-th of a subject is made by, when it is a thing."""

    subject: Staged
    k: int
    number: int
    """The subject's seed."""
    states: frozenset[str]
    clothes: dict[str, Surface]
    """Surfaces of what it has on, by its parts, and words for it."""
    wears: frozenset[str]
    forms: frozenset[str]
    """Of garments that it wears, in place of its own."""
    bears: float
    """Width of what is on it side by side, metres."""
    guests: tuple[Guest, ...]
    rests: bool
    leans: bool
    boarded: bool
    """Somebody rides it, standing on it."""


def _thing(maker: Maker, subject: Staged, k: int, seed: int, index: int, scene: Scene, forms: set[str]) -> None:
    """A thing, as the words tell of it and of what is about it."""
    clothes, wears = clad(subject, scene)
    tags = thing(subject["thing"]).tags
    order = Order(
        subject, k, _number(subject, seed), situation(subject, scene), clothes, wears, frozenset(forms),
        _borne(subject, scene, maker.actors) if Tag.AS_LONG_AS_ITS_LOAD in tags else 0.0,
        _guests(subject, scene, maker.actors) if Tag.AS_LARGE_AS_ITS_GUEST in tags else (),
        rests(subject, scene), bool(Here(subject, scene).stands("leaning_on")), any(s.get("boards") == subject["id"] for s in scene["subjects"]),
    )  # fmt: skip
    made = maker.actor(
        f"{subject['id']}.{k}", subject, index, order, lambda: _made(order), stored=subject.get("asset") is None,
        upside_down="upside_down" in subject["states"], piled=stacks(subject, scene),
    )  # fmt: skip
    if made.measures.shown is not None:
        made.item = replace(made.item, turned=made.measures.shown)


def _number(subject: Staged, seed: int) -> int:
    """The subject's own seed."""
    return (seed * 7919 + sum(ord(c) * 131**i for i, c in enumerate(subject["id"]))) % 2**31


def _spec(order: Order, *, grown: bool, heaped_in: str | None) -> Spec:
    subject, record = order.subject, thing(order.subject["thing"])
    parts = [(p["name"], p["surface"]["material"]) for p in subject["parts"] if p["surface"]["material"]]
    alike = Tag.PAIRED in record.tags or record.category == "furniture" or subject["count"] <= 4 and not grown  # a set of chairs, a few bottles
    own = 0 if alike else order.k * 104729
    return Spec(
        subject["thing"], order.number + own, subject["shape"], order.states, frozenset(subject["styles"]) | order.wears, tuple(subject["labels"]),
        None if heaped_in else subject["contents"], subject["surface"]["material"], tuple(parts), frozenset(subject["variants"]),
        tuple(c["hex"] for c in subject["surface"]["colours"]), order.bears, tuple(subject["depicts"]),
    )  # fmt: skip


def _bare(order: Order, *, grown: bool) -> Built:
    """The thing at its usual size, undressed but for what is its own stuff."""
    subject, number = order.subject, order.number
    if subject.get("asset") is not None:
        return cast_own(subject, number + order.k)
    toy = subject["thing"].startswith(FIGURE)
    heaped_in = loose().get(subject["contents"] or "") if thing(subject["thing"]).tags & {Tag.HEAPED, Tag.FILLABLE} else None
    body = modelled(names(subject), subject["thing"]) if toy else None
    built = model(body, subject["thing"], number) if body else registry.build(_spec(order, grown=grown, heaped_in=heaped_in))
    if heaped_in:
        heap(built, heaped_in, number)
    if toy and subject["surface"]["material"] == "paper":
        fold(built)
    if toy and subject["surface"]["material"] == PLUSH:
        stuff(built)
    return built


def _factors(order: Order, built: Built, unlike: np.random.Generator, *, grown: bool) -> tuple[float, float, float]:
    """By how much it is larger than its kind is usually."""
    subject, k, record = order.subject, order.k, thing(order.subject["thing"])
    size = subject["size"]
    scale = size["scale"] * (_varied(order.number, k, subject["count"]) if "varied" in order.states else 1.0)
    growth = np.exp(unlike.normal(0, GROWTH, 4)) if k and grown and "varied" not in order.states else np.ones(4)
    x, y, z = (scale * size[side] * growth[3] * growth[i] ** 0.4 for i, side in enumerate(("width", "depth", "height")))
    if Tag.AS_LARGE_AS_ITS_GUEST in record.tags:
        more = max(_housing(built, order.guests) / scale, 1.0)  # a box that the words make large enough is no larger for its guest
        x, y, z = more * x, more * y, more * z
        if built.interior and built.interior.half_x:
            z = min(z, _looks_out(built, order.guests))  # an open box is no higher than lets its guest be seen
    if Tag.PAGE in record.tags and subject.get("asset") is None and scale == 1.0 and subject["labels"]:
        needed = room_for_words(built)
        x, y, z = needed * x, needed * y, needed * z
    return x, y, z


def _made(order: Order) -> Made:
    """A thing: built, sized, inscribed, laid down, dressed."""
    subject, k, number, unlike = order.subject, order.k, order.number, np.random.default_rng(order.number + order.k)
    record, plush = thing(subject["thing"]), subject["thing"].startswith("figure_") and subject["surface"]["material"] == PLUSH
    brought = subject.get("asset") is not None
    grown = record.category in GROWN or bool(record.tags & {Tag.ROLLS, Tag.UNLIKE})
    built = _bare(order, grown=grown)
    if order.forms:
        bared(built, order.forms)
    factors = _factors(order, built, unlike, grown=grown)
    _resize(built, factors)
    shown = inscribe(built, subject["labels"])
    if lies(subject["thing"], order.states, order.rests, built):
        tip(built, flat=piled(subject["thing"], order.states))
    elif order.boarded:
        level(built)
    elif order.leans and upends(subject["thing"], built):
        upend(built)
    if "half_buried" in order.states:
        bury(built, number + k)
    shade = float(unlike.normal(0, SHADE[grown])) if k else 0.0
    if not brought:
        styled = [finish for style in subject["styles"] if (finish := finish_of(record, style))]
        finishes = dict.fromkeys((*subject["surface"]["finish"], *styled, *(("glowing",) if _glows(subject, built) else ())))
        surface = {**subject["surface"], "finish": list(finishes)}
        dress(built, surface, order.clothes | {p["name"]: p["surface"] for p in subject["parts"]}, seed=number % 1000 + k, shade=shade)
        if "stickered" in subject["surface"]["finish"]:
            stick(built, number + k)
        if plush:
            built.strands = pile(built, subject["surface"]["colours"][0]["hex"], number % 997 + k)
    return Made(built, factors, None if shown is None else shown + unlike.uniform(-TURN, TURN))


def _glows(subject: Staged, built: Built) -> bool:
    """True of what is told to be lit and is no lamp, nor has windows or lamps: it shines all over, in its own colour."""
    record = thing(subject["thing"])
    return "lit" in subject["states"] and record.light is None and not built.emitters and not record.tags & {Tag.LIT_BY_NIGHT, Tag.VEHICLE}


SEIZES = {"talons": 18.0, "mouth": 90.0}
"""By which mark an animal holds what it carries: degrees between its own length and that thing's."""
WADES = 0.13
"""How much of its height is under water of one that stands in it."""
SUNK = 0.36
"""How much of a living animal's height is under water, at most, where it swims: its record tells it of a grown one."""


def _seen_by(scene: Scene) -> Scene:
    """What of a scene people and animals are made by: nothing of its light, nor of where things came to stand."""
    camera = scene["camera"]
    return cast_as(Scene, {
        "subjects": scene["subjects"], "relations": scene["relations"], "environment": scene["environment"],
        "camera": {"framing": camera["framing"], "azimuth": camera["azimuth"]},
    })  # fmt: skip


def _animal(maker: Maker, subject: Staged, k: int, seed: int, index: int, scene: Scene) -> None:
    """A living animal, as large as its kind is."""
    number, seen, clad = _number(subject, seed), _seen_by(scene), worn(scene)
    wears, animal = [s for s in scene["subjects"] if clad.get(s["id"]) == subject["id"]], subject.get("living")
    if riding.ridden(subject["id"], scene):
        animal = replace(animal, pose="walking" if animal.pose in ("", "standing") else animal.pose, turned=0.0, gaze="ahead")

    def make() -> Made:
        built, turned = cast_animal(animal, subject, seen, k, number, wears)
        return Made(built, shown=turned)

    actor = maker.actor(f"{subject['id']}.{k}", subject, index, ("animal", animal, subject, seen, k, number), make)
    measures, item = actor.measures, replace(actor.item, turned=actor.measures.shown)
    tall = float(measures.high[2])
    own = WADES * tall if thing(subject["thing"]).draught is None else item.draft
    item = replace(item, draft=measures.draught if measures.draught is not None else min(own, SUNK * tall))
    if seizes := next((m for m in SEIZES if m in measures.marks), None):
        item = replace(item, hand=tuple(map(float, measures.marks[seizes])), seizes=SEIZES[seizes])
    actor.item = item


def _person(maker: Maker, subject: Staged, k: int, seed: int, index: int, scene: Scene) -> None:
    """A person, of flesh: on the seat that they are said to sit on, in the clothes they are said to have on."""
    number = (_number(subject, seed) + k * 104729) % 2**31
    clad, actors, seen = worn(scene), maker.actors, _seen_by(scene)
    subject = stances.part(subject, k)
    host, manner = subject.get("at", ("", ""))
    mount = next((a.measures for a in actors if a.subject == host), None) if manner in places.GRIPPED else None
    wears = [s for s in scene["subjects"] if clad.get(s["id"]) == subject["id"]]
    hosts = [o for r in scene["relations"] if r["subject"] == subject["id"] and r["kind"] in ("on", "in") for o in r["objects"]]
    hosts += [host] if manner == "seat" else []
    seat = next((places.seat_of(a) for a in actors if a.subject in hosts and Tag.SAT_ON in thing(a.item.kind).tags), None)
    states = situation(subject, scene)
    own = "carriage" if scene["environment"]["setting"] == "carriage" else "bentwood"
    chaired = Spec("chair", number % 997, variants=frozenset((own,))) if seat is None and "chaired" in states else None
    desk = next((a for a in actors if a.subject == host), None)
    table = places.surface(desk) if desk is not None else 0.74
    fingered = next((a.measures for a in actors if a.subject == subject.get("fingers")), None) if manner in ("works", "sits") else None
    rides = places.GRIPPED[manner](mount) if mount else gripping.on_table(subject, fingered) if fingered else None
    if rides and fingered:
        rides = {name: at if name == "ahead" else (*at[:2], at[2] + table) for name, at in rides.items()}
    holds = equipment.width_held(subject, scene, actors)
    load, hung = equipment.load(subject, scene, actors), at_hand.hung(subject, scene)

    def make() -> Made:
        chair = registry.build(chaired) if chaired else None
        sat_on = max(s.z for s in chair.supports) if chair else seat
        built = cast_person(subject, seen, wears, states, number, sat_on, rides, holds, table, load, hung)
        if chair:
            dress(chair, seed=number % 1000)
            _under(built, chair)
        if not host and sat_on is None:
            _sized(built, subject["size"]["scale"])
        if built.marks:
            built.supports = bearing.surfaces(built)
        return Made(built)

    tall = bpy.context.scene.render.resolution_y  # by which detail is chosen
    order = ("person", subject, seen, states, number, seat, chaired, rides, holds, table, load, hung, tall, _pack(pack.folder()))
    actor = maker.actor(f"{subject['id']}.{k}", subject, index, order, make)
    marks = actor.measures.marks
    two = bool(marks["two_handed"])
    presents = equipment.TILT if two and equipment.reads(subject) else 0.0
    held = marks["both_hands"] if two else marks["right_grip"]
    item = replace(actor.item, turned=0.0, hand=tuple(map(float, held)), grasps=not two, presents=presents, bears=_bears(marks))
    item = replace(item, other=tuple(map(float, marks["left_grip"])))
    if "pours" in subject:
        item = replace(item, pours=contacts.POUR)
    actor.item = item


@cache
def _pack(folder: Path) -> list[tuple[str, int, int]]:
    """What the pack of people's bodies and clothes is: its files, their sizes and times."""
    return [(p.relative_to(folder).as_posix(), p.stat().st_size, p.stat().st_mtime_ns) for p in sorted(folder.rglob("*")) if p.is_file()]


UNSIZED = frozenset(("two_handed", "load_along", "load_face"))
"""Marks of a person that are no places."""


def _sized(built: Built, scale: float) -> None:
    """A person as small or as large as they are said to be ("a tiny man", "a giant"): all about the point they stand on."""
    if scale == 1.0:
        return
    _resize(built, (scale, scale, scale))
    for o in built.objects:
        for modifier in (m for m in o.modifiers if m.type == "SOLIDIFY"):
            modifier.thickness *= scale
    for o in built.strands:
        for name, kind, width in (("position", "vector", 3), ("radius", "value", 1)):
            data = o.data.attributes[name].data
            flat = np.empty(len(data) * width, np.float32)
            data.foreach_get(kind, flat)
            data.foreach_set(kind, flat * scale)
    built.marks = {name: at if name in UNSIZED else at * scale for name, at in built.marks.items()}


def _bears(marks: dict[str, np.ndarray]) -> tuple[float, ...] | None:
    """Where what both hands hold is, and its turns about z, x and y, degrees; None where they hold nothing."""
    if "load_at" not in marks:
        return None
    along, back = marks["load_along"], -marks["load_face"]
    turn = Rotation.from_matrix(np.stack([np.cross(back, along), back, along], axis=1))
    return (*map(float, marks["load_at"]), *map(float, turn.as_euler("ZXY", degrees=True)))


def _under(built: Built, chair: Built) -> None:
    """Put a chair under who sits: its objects become the person's."""
    hip, turn = built.marks["hip"], built.marks["right_eye"] - built.marks["left_eye"]
    move = Matrix.Translation((hip[0], hip[1] + 0.03, 0)) @ Matrix.Rotation(float(np.arctan2(-turn[1], -turn[0])), 4, "Z")
    for o in chair.objects:
        o.data.transform(move)
        o.parent = built.root
    built.objects += chair.objects
    built.parts["chair"] = chair.objects
    points = np.concatenate([vertices(o) for o in built.objects])
    built.low, built.high, built.seat = points.min(axis=0), points.max(axis=0), 0.0


def _varied(number: int, k: int, count: int) -> float:
    """How large the k-th of things of different sizes is: evenly spread about their usual size, in no order."""
    return float(np.random.default_rng(number).permutation(np.geomspace(0.7, 1.3, max(count, 2)))[k])


def _resize(built: Built, factors: tuple[float, float, float]) -> None:
    """Scale the meshes themselves, so that materials keep their real scale."""
    if factors == (1.0, 1.0, 1.0):
        return
    matrix = Matrix.Diagonal((*factors, 1))
    for o in built.objects:
        o.data.transform(matrix)
        o.data.update()
    built.low, built.high = built.low * np.asarray(factors), built.high * np.asarray(factors)
