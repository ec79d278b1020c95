# SPDX-License-Identifier: GPL-3.0-or-later
"""The cast: every subject of the scene built, sized and dressed, once for each of its count; and placed.

scene → actors (Built + Item) → ties between items → placements → objects standing in Blender's scene
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from mathutils import Matrix
from scipy.spatial.transform import Rotation

from diorama_catalogue import Tag, loose, thing
from diorama_stage import riding
from diorama_stage.actors import Actor
from diorama_stage.animals import cast_animal
from diorama_stage.animals.worn import form_of
from diorama_stage.arrange.load import INSIDE
from diorama_stage.clothing import clad, worn
from diorama_stage.dress import dress
from diorama_stage.figures import PLUSH
from diorama_stage.fitted import bared, fitted, put_on
from diorama_stage.folded import fold
from diorama_stage.heaped import heap
from diorama_stage.inscribed import inscribe
from diorama_stage.items import item_of
from diorama_stage.kit import Built, Spec
from diorama_stage.kit.build import vertices
from diorama_stage.lay_down import bury, lies, piled, tip, upend, upends
from diorama_stage.legible import room_for_words
from diorama_stage.modelled import model, modelled
from diorama_stage.own import cast_own
from diorama_stage.people import cast_person, company, is_person, places
from diorama_stage.plush import pile, stuff
from diorama_stage.props import registry
from diorama_stage.scene_view import Scene, Staged
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
    """Build every instance of every subject. Seeds are by subject, so that a change to one leaves the others as they are."""
    actors: list[Actor] = []
    clad, garments = worn(scene), fitted(scene)
    forms: dict[str, set[str]] = {}
    for garment in (s for s in scene["subjects"] if s["id"] in garments):
        forms.setdefault(garments[garment["id"]], set()).add(form_of(garment["noun"]))
    wanted = [(subject, k) for subject in scene["subjects"] if subject["id"] not in clad for k in range(subject["count"])]

    def after(subject: Staged) -> int:
        """Those with a higher number are made later: they are made to fit the others."""
        return 3 * (subject["id"] in garments) + 2 * is_person(subject) + bool(LATER & thing(subject["thing"]).tags)

    for index, (subject, k) in sorted(enumerate(wanted, 1), key=lambda w: after(w[1][0])):
        tell(len(actors) / len(wanted), f"building {subject['noun']}")
        if subject["id"] in garments:
            actors.append(_garment(subject, k, seed, index, [a for a in actors if a.subject == garments[subject["id"]]]))
        elif is_person(subject):  # after the others: a seat is as high as it is
            actors.append(_person(subject, k, seed, index, scene, actors))
        elif subject.get("living"):
            actors.append(_animal(subject, k, seed, index, scene))
        else:
            bears = _borne(subject, scene, actors) if Tag.AS_LONG_AS_ITS_LOAD in thing(subject["thing"]).tags else 0.0
            actors.append(_actor(subject, k, seed, index, scene, actors, bears, forms.get(subject["id"], set())))
    return sorted(actors, key=lambda a: a.index)


def _garment(subject: Staged, k: int, seed: int, index: int, wearers: list[Actor]) -> Actor:
    """What a thing wears, made to fit it; of several wearers each has its own."""
    wearer = wearers[k % len(wearers)]
    built = put_on(wearer.built, subject, (seed * 7919 + k) % 2**31)
    for o in built.objects:
        o.pass_index = index
    id = f"{subject['id']}.{k}"
    return Actor(id, subject["id"], index, built, replace(item_of(id, subject, built, (1.0, 1.0, 1.0)), fits=wearer.id), (1.0, 1.0, 1.0))


def _borne(subject: Staged, scene: Scene, actors: list[Actor]) -> float:
    """Width of what is said to rest on it, side by side, metres."""
    on = {r["subject"] for r in scene["relations"] if r["kind"] == "on" and subject["id"] in r["objects"]}
    return sum(2 * a.item.half_x for a in actors if a.subject in on)


def _housing(subject: Staged, scene: Scene, actors: list[Actor], built: Built) -> float:
    """How many times as large as usual a cage is, so that those who are in it fit between its perch, its floor, its roof and its sides; 1 or more."""
    kept = {r["subject"] for r in scene["relations"] if r["kind"] == "in" and subject["id"] in r["objects"]}
    guests = [a.built for a in actors if a.subject in kept]
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


def _looks_out(subject: Staged, scene: Scene, actors: list[Actor], built: Built) -> float:
    """How many times as high as usual an open box is at most, so that the animals in it are seen over its rim."""
    kept = {r["subject"] for r in scene["relations"] if r["kind"] == "in" and subject["id"] in r["objects"]}
    tall = [float(a.built.high[2]) for a in actors if a.subject in kept and a.built.head is not None]
    rim = built.interior.z1 if built.interior else 1.0
    return LOOKS_OUT * min(tall) / rim if tall else float("inf")


def _actor(subject: Staged, k: int, seed: int, index: int, scene: Scene, actors: list[Actor], bears: float, forms: set[str]) -> Actor:
    """A thing; `bears`: width of what is on it side by side, metres; `forms`: of garments that it wears, in place of its own."""
    number = (seed * 7919 + sum(ord(c) * 131**i for i, c in enumerate(subject["id"]))) % 2**31
    clothes, wears = clad(subject, scene)
    record, parts = thing(subject["thing"]), [(p["name"], p["surface"]["material"]) for p in subject["parts"] if p["surface"]["material"]]
    grown = record.category in GROWN or bool(record.tags & {Tag.ROLLS, Tag.UNLIKE})
    alike = Tag.PAIRED in record.tags or record.category == "furniture" or subject["count"] <= 4 and not grown  # a set of chairs, a few bottles
    own = 0 if alike else k * 104729
    heaped_in = loose().get(subject["contents"] or "") if record.tags & {Tag.HEAPED, Tag.FILLABLE} else None
    spec = Spec(
        subject["thing"], number + own, subject["shape"], situation(subject, scene), frozenset(subject["styles"]) | wears, tuple(subject["labels"]),
        None if heaped_in else subject["contents"], subject["surface"]["material"], tuple(parts), frozenset(subject["variants"]), tuple(c["hex"] for c in subject["surface"]["colours"]), bears,
        tuple(subject["depicts"]),
    )  # fmt: skip
    brought = subject.get("asset") is not None
    toy = not brought and subject["thing"].startswith("figure_")
    body = modelled(subject["noun"], subject["thing"]) if toy else None
    built = cast_own(subject, number + k) if brought else model(body, subject["thing"], number) if body else registry.build(spec)
    if heaped_in and not brought:
        heap(built, heaped_in, number)
    if toy and subject["surface"]["material"] == "paper":
        fold(built)
    if toy and subject["surface"]["material"] == PLUSH:
        stuff(built)
    if forms:
        bared(built, forms)
    size = subject["size"]
    scale = size["scale"] * (_varied(number, k, subject["count"]) if "varied" in spec.states else 1.0)
    unlike = np.random.default_rng(number + k)
    growth = np.exp(unlike.normal(0, GROWTH, 4)) if k and grown and "varied" not in spec.states else np.ones(4)
    factors = tuple(scale * size[side] * growth[3] * growth[i] ** 0.4 for i, side in enumerate(("width", "depth", "height")))
    if Tag.AS_LARGE_AS_ITS_GUEST in record.tags:
        housed = _housing(subject, scene, actors, built)
        factors = tuple(housed * f for f in factors)
        if built.interior and built.interior.half_x and (low := _looks_out(subject, scene, actors, built)) < housed:  # an open box is no higher than lets its guest be seen
            factors = (factors[0], factors[1], factors[2] * low / housed)
    if Tag.PAGE in record.tags and not brought and scale == 1.0 and subject["labels"]:
        needed = room_for_words(built)
        factors = tuple(needed * f for f in factors)
    _resize(built, factors)
    shown = inscribe(built, subject["labels"])
    if lies(subject["thing"], spec.states, rests(subject, scene), built):
        tip(built, flat=piled(subject["thing"], spec.states))
    elif Here(subject, scene).stands("leaning_on") and upends(subject["thing"], built):
        upend(built)
    if "half_buried" in spec.states:
        bury(built, number + k)
    shade = float(unlike.normal(0, SHADE[grown])) if k else 0.0
    if not brought:
        surface = {**subject["surface"], "finish": [*subject["surface"]["finish"], "glowing"]} if _glows(subject, built) else subject["surface"]
        dress(built, surface, clothes | {p["name"]: p["surface"] for p in subject["parts"]}, seed=number % 1000 + k, shade=shade)
        if "stickered" in subject["surface"]["finish"]:
            stick(built, number + k)
        if toy and subject["surface"]["material"] == PLUSH:
            built.strands = pile(built, subject["surface"]["colours"][0]["hex"], number % 997 + k)
    for o in (*built.objects, *built.strands):
        o.pass_index = index
    id = f"{subject['id']}.{k}"
    item = item_of(id, subject, built, factors)
    item = item if shown is None else replace(item, turned=shown + unlike.uniform(-TURN, TURN))
    return Actor(id, subject["id"], index, built, item, factors, "upside_down" in subject["states"], stacks(subject, scene))


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


def _animal(subject: Staged, k: int, seed: int, index: int, scene: Scene) -> Actor:
    """A living animal, as large as its kind is."""
    number = (seed * 7919 + sum(ord(c) * 131**i for i, c in enumerate(subject["id"]))) % 2**31
    clad = worn(scene)
    wears, animal = [s for s in scene["subjects"] if clad.get(s["id"]) == subject["id"]], subject.get("living")
    if riding.ridden(subject["id"], scene):
        animal = replace(animal, pose="walking" if animal.pose in ("", "standing") else animal.pose, turned=0.0, gaze="ahead")
    built, turned = cast_animal(animal, subject, scene, k, number, wears)
    for o in (*built.objects, *built.strands):
        o.pass_index = index
    id = f"{subject['id']}.{k}"
    item = replace(item_of(id, subject, built, (1.0, 1.0, 1.0)), turned=turned)
    own = WADES * float(built.high[2]) if thing(subject["thing"]).draught is None else item.draft
    item = replace(item, draft=built.draught if built.draught is not None else min(own, SUNK * float(built.high[2])))
    if seizes := next((m for m in SEIZES if m in built.marks), None):
        item = replace(item, hand=tuple(map(float, built.marks[seizes])), seizes=SEIZES[seizes])
    return Actor(id, subject["id"], index, built, item, (1.0, 1.0, 1.0))


def _person(subject: Staged, k: int, seed: int, index: int, scene: Scene, actors: list[Actor]) -> Actor:
    """A person, of flesh: on the seat that they are said to sit on, in the clothes they are said to have on."""
    number = (seed * 7919 + sum(ord(c) * 131**i for i, c in enumerate(subject["id"])) + k * 104729) % 2**31
    clad = worn(scene)
    subject = company.part(subject, k)
    host, manner = subject.get("at", ("", ""))
    mount = next((a.built for a in actors if a.subject == host), None) if manner in places.GRIPPED else None
    wears = [s for s in scene["subjects"] if clad.get(s["id"]) == subject["id"]]
    hosts = [o for r in scene["relations"] if r["subject"] == subject["id"] and r["kind"] in ("on", "in") for o in r["objects"]]
    hosts += [host] if manner == "seat" else []
    seat = next((places.surface(a) for a in actors if a.subject in hosts and Tag.SAT_ON in thing(a.item.kind).tags), None)
    states = situation(subject, scene)
    own = "carriage" if scene["environment"]["setting"] == "carriage" else "bentwood"
    chair = registry.build(Spec("chair", number % 997, variants=frozenset((own,)))) if seat is None and "chaired" in states else None
    if chair:
        seat = max(s.z for s in chair.supports)
    desk = next((a for a in actors if a.subject == host), None)
    table = places.surface(desk) if desk is not None else 0.74
    rides, holds = places.GRIPPED[manner](mount) if mount else None, company.width_held(subject, scene, actors)
    load, hung = company.load(subject, scene, actors), company.at_hand.hung(subject, scene)
    built = cast_person(subject, scene, wears, states, number, seat, rides, holds, table, load, hung)
    if chair:
        dress(chair, seed=number % 1000)
        _under(built, chair)
    if not host and seat is None:
        _sized(built, subject["size"]["scale"])
    for o in (*built.objects, *built.strands):
        o.pass_index = index
    two = bool(built.marks["two_handed"])
    presents = company.TILT if two and company.reads(subject) else 0.0
    held = built.marks["both_hands"] if two else built.marks["right_grip"]
    item = item_of(f"{subject['id']}.{k}", subject, built, (1.0, 1.0, 1.0))
    item = replace(item, turned=0.0, hand=tuple(map(float, held)), grasps=not two, presents=presents, bears=_bears(built))
    item = replace(item, other=tuple(map(float, built.marks["left_grip"])))
    if "pours" in subject:
        item = replace(item, pours=company.contacts.POUR)
    return Actor(f"{subject['id']}.{k}", subject["id"], index, built, item, (1.0, 1.0, 1.0))


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


def _bears(built: Built) -> tuple[float, ...] | None:
    """Where what both hands hold is, and its turns about z, x and y, degrees; None where they hold nothing."""
    if "load_at" not in built.marks:
        return None
    along, back = built.marks["load_along"], -built.marks["load_face"]
    turn = Rotation.from_matrix(np.stack([np.cross(back, along), back, along], axis=1))
    return (*map(float, built.marks["load_at"]), *map(float, turn.as_euler("ZXY", degrees=True)))


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
