# SPDX-License-Identifier: GPL-3.0-or-later
"""Animals that do something with each other's bodies: nuzzle, groom, kiss, fight. Who is with whom, how they stand, and that they touch. Metres, degrees.

scene ─staged─▶ scene (`subject["touches"]`: with whom and how) … cast … ─placed─▶ two that face each other, moved together until their skins all but meet
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.spatial import KDTree

from diorama_catalogue import Tag, thing
from diorama_stage.animals import kinds
from diorama_stage.arrange import Placement
from diorama_stage.people.tending import tall

TOUCHED = frozenset(("nuzzling", "grooming", "kissing", "fighting"))
"""Deeds by which two animals touch, where they are done with another."""
GAP = 0.004
"""How far apart two skins are left, metres: hair is between them."""
HEADING, CHEEK = 76.0, 0.5
"""How far each is turned from the lens; how far beside each other's middle line heads are, by the distance of the narrower one's eyes."""
FAR, STEPS = 30.0, 24
"""How far apart they are looked for at most, metres; how often that is halved."""


LARGE = 2.5
"""Metres: a building that is longer is built from without, and nobody is seen inside it."""


def _without(scene: dict) -> list[dict]:
    """The relations with people and animals before the building that they are said to be in: on its roof they would be seen."""
    alive = {s["id"] for s in scene["subjects"] if s.get("living") or s.get("kind") == "person"}
    large = {s["id"] for s in scene["subjects"] if s["id"] not in alive and thing(s["thing"]).category == "building" and thing(s["thing"]).size > LARGE}
    inside = lambda r: r["kind"] == "in" and r["subject"] in alive and r["objects"] and r["objects"][0] in large  # noqa: E731
    return [{**r, "kind": "in_front_of"} if inside(r) else r for r in scene["relations"]]


def staged(scene: dict) -> dict:
    """The scene with `touches` told of animals that touch one another: the other's id (their own, of two of a kind)."""
    scene = {**scene, "relations": _without(scene)}
    subjects = {s["id"]: s for s in scene["subjects"]}
    told = dict(subjects)
    for who in scene["subjects"]:
        deed = next((d for d in who.get("deeds", ()) if d["deed"] in TOUCHED), None)
        if not who.get("living") or deed is None or "at" in who:
            continue
        other = next((subjects[o] for o in deed["objects"] if o in subjects), who if who["count"] == 2 else None)
        if other is None or not other.get("living") or other is not who and (who["count"], other["count"]) != (1, 1):
            continue
        for s in (who, other):
            told[s["id"]] = {**told[s["id"]], "touches": other["id"] if s is who else who["id"], "living": replace(s["living"], turned=0.0, gaze="ahead")}
    return _rising(_grasping(_sipping(_fed(_alighted(_caught({**scene, "subjects": list(told.values()), "relations": [*scene["relations"], *_toys(scene)]}))))))


def _caught(scene: dict) -> dict:
    """Who hunts one fish on its feet or its wings has it already, across the jaws or in the claws: beside it a fish would hang in the air."""
    known = {s["id"]: s for s in scene["subjects"]}
    single = {id for id, s in known.items() if s.get("living") and s["count"] == 1 and "at" not in s}
    fishes = {id for id in single if kinds.kind(known[id]["living"].kind)["plan"] == "fishes"}
    told, relations = dict(known), scene["relations"]
    for who in single - fishes:
        prey = next((o for d in known[who].get("deeds", ()) if d["deed"] == "hunting" for o in d["objects"] if o in fishes), None)
        if prey is None:
            continue
        winged = kinds.kind(known[who]["living"].kind)["plan"] == "birds"
        told[who] = {**known[who], "living": replace(known[who]["living"], pose="" if winged else "standing")}
        relations = [r for r in relations if r["subject"] != prey and prey not in r["objects"]]
        relations.append({"subject": who, "kind": "holding", "objects": [prey]})
    return {**scene, "subjects": list(told.values()), "relations": relations}


BORNE = ("on", "in", "riding", "hanging_from")
"""Ties by which something is on something else than the ground."""
BITE, MOUTHFUL = 0.4, 1.4
"""What is no longer, metres and by how tall the animal is, is eaten in the mouth; what is longer stands before it."""


def _fed(scene: dict) -> dict:
    """Who eats something that nothing else is said of has it in the mouth; a plant stands at it (`eats`). Who has paws sits down to it."""
    known = {s["id"]: s for s in scene["subjects"]}
    placed = {r["subject"]: r["objects"][0] for r in scene["relations"] if r["kind"] in BORNE and r["objects"] != ["ground"]}
    meals = {s["id"]: o for s in scene["subjects"] if s.get("living") and s["count"] == 1 and "at" not in s for o in _eaten(s, known)}
    bites = {what for who, what in meals.items() if _large(known[what]) <= min(BITE, MOUTHFUL * tall(known[who]["living"]))}
    meals = {who: what for who, what in meals.items() if placed.get(what) in (None, placed.get(who)) and (what in bites or who not in placed)}
    told, eaten = dict(known), {what for what in meals.values() if what in bites}
    relations = [r for r in scene["relations"] if r["subject"] not in eaten and not any(meals.get(r["subject"]) == o and o in eaten for o in r["objects"])]
    for who, what in meals.items():
        animal = known[who]["living"]
        small = what in eaten
        pose = "nibbling" if small and kinds.kind(animal.kind)["plan"] == "paws" else "standing"
        relations += [{"subject": who, "kind": "holding", "objects": [what]}] if small else []
        told[who] = {**known[who], "living": replace(animal, pose=pose, gaze="ahead")} | ({} if small else {"eats": what})
    return {**scene, "subjects": list(told.values()), "relations": relations}


AT_FLOWERS = frozenset(("near", "beside", "above", "in_front_of"))
"""Ties by which who flies is at a flower."""


def _sipping(scene: dict) -> dict:
    """Who flies at one flower that stands free drinks from it (`sips`), its bill in the bloom: over the ground beside it, it would be at anything."""
    known = {s["id"]: s for s in scene["subjects"]}
    borne = {r["subject"] for r in scene["relations"] if r["kind"] in BORNE and r["objects"] != ["ground"]}
    at = [r for r in scene["relations"] if r["kind"] in AT_FLOWERS and len(r["objects"]) == 1 and r["objects"][0] in known and _flies(known[r["subject"]])]
    found = {r["subject"]: r["objects"][0] for r in at if _single_flower(known[r["objects"][0]]) and not {r["subject"], r["objects"][0]} & borne}
    hovering = {id: replace(known[id]["living"], pose="hovering", turned=0.0, gaze="ahead") for id in found}
    told = {id: {**known[id], "sips": flower, "living": hovering[id]} for id, flower in found.items()}
    relations = [{**r, "kind": "near"} if found.get(r["subject"]) in r["objects"] else r for r in scene["relations"]]
    return {**scene, "subjects": list((known | told).values()), "relations": relations}


GRASPED = (0.08, 0.24)
"""Metres: how large what arms close about is, at least and at most."""


def _grasping(scene: dict) -> dict:
    """Who has arms to close about it (a pose `grasping`) has the one vessel that it is at, or holds, between them (`grasps`)."""
    known = {s["id"]: s for s in scene["subjects"]}
    able = {id for id, s in known.items() if s.get("living") and s["count"] == 1 and "grasping" in kinds.kind(s["living"].kind).get("poses", {})}
    at = [(r["subject"], r["objects"][0]) for r in scene["relations"] if r["kind"] in ("near", "holding") and r["subject"] in able and len(r["objects"]) == 1]
    fits = {o for _, o in at if o in known and not known[o].get("living") and GRASPED[0] <= _large(known[o]) <= GRASPED[1] and known[o]["count"] == 1}
    found = {who: o for who, o in at if o in fits}
    told = {who: {**known[who], "grasps": o, "living": replace(known[who]["living"], pose="grasping", turned=20.0)} for who, o in found.items()}
    relations = [{**r, "kind": "near"} if found.get(r["subject"]) in r["objects"] else r for r in scene["relations"]]
    return {**scene, "subjects": list((known | told).values()), "relations": relations}


def _flies(subject: dict) -> bool:
    """True of one bird or insect that is in the air."""
    animal = subject.get("living")
    if not animal or subject["count"] != 1 or "at" in subject:
        return False
    kind = kinds.kind(animal.kind)
    winged = kind["plan"] == "birds" and kind.get("flies", True) or "sheets" in kind
    return bool(winged) and (animal.pose == "flying" or not animal.pose and kind.get("usual") == ["flying"])


def _rising(scene: dict) -> dict:
    """Who has a pose for it and is in something else than a place rises out of it, in narrow coils."""
    inside = {r["subject"] for r in scene["relations"] if r["kind"] == "in" and r["objects"][:1] and r["objects"][0] in {s["id"] for s in scene["subjects"]}}
    able = {s["id"] for s in scene["subjects"] if s.get("living") and "rising" in kinds.kind(s["living"].kind).get("poses", {})}
    told = [{**s, "living": replace(s["living"], pose="rising", turned=0.0)} if s["id"] in inside & able else s for s in scene["subjects"]]
    return {**scene, "subjects": told}


def _alighted(scene: dict) -> dict:
    """An insect that is at one flower, and not said to fly, is on it."""
    known = {s["id"]: s for s in scene["subjects"]}
    insects = {id for id, s in known.items() if s.get("living") and "sheets" in kinds.kind(s["living"].kind) and s["living"].pose != "flying"}
    at = lambda r: r["kind"] == "near" and r["subject"] in insects and len(r["objects"]) == 1 and r["objects"][0] in known  # noqa: E731
    return {**scene, "relations": [{**r, "kind": "on"} if at(r) and _single_flower(known[r["objects"][0]]) else r for r in scene["relations"]]}


def _single_flower(subject: dict) -> bool:
    return subject["count"] == 1 and Tag.CUT_FLOWER in thing(subject["thing"]).tags


def _large(meal: dict) -> float:
    """How large it is, metres."""
    return thing(meal["thing"]).size * meal["size"]["scale"]


def _eaten(animal: dict, known: dict) -> list[str]:
    """The one lifeless thing that an animal is said to eat."""
    deeds = [o for d in animal.get("deeds", ()) if d["deed"] == "eating" for o in d["objects"]]
    return [o for o in deeds if o in known and known[o]["count"] == 1 and known[o].get("kind") == "object" and not known[o].get("living")][:1]


def _toys(scene: dict) -> list[dict]:
    """Where what animals play with is that nothing else is said of: on what they are on themselves."""
    borne = {r["subject"]: r["objects"][0] for r in scene["relations"] if r["kind"] in ("on", "in") and r["objects"]}
    known = {s["id"] for s in scene["subjects"]}
    played = [(s["id"], o) for s in scene["subjects"] if s.get("living") for d in s.get("deeds", ()) if d["deed"] == "playing" for o in d["objects"]]
    return [{"subject": toy, "kind": "on", "objects": [borne[who]]} for who, toy in played if borne.get(who) in known and toy in known - borne.keys()]


def placed(actors: list, subjects: dict) -> dict[str, Placement]:
    """Where those are that touch one another: actor id → placement, both about the origin."""
    out: dict[str, Placement] = {}
    for a in actors:
        meal = next((b for b in actors if b.subject == subjects[a.subject].get("eats")), None)
        if meal is not None:
            out |= _at(a, meal)
        flower = next((b for b in actors if b.subject == subjects[a.subject].get("sips")), None)
        if flower is not None:
            out |= _at_bloom(a, flower)
        held = next((b for b in actors if b.subject == subjects[a.subject].get("grasps")), None)
        if held is not None and "grasp" in a.measures.marks:
            x, y, z = (float(v) for v in _turned(a.measures.marks["grasp"][None], AT_ARMS)[0])
            out |= {a.id: Placement(a.id, 0.0, 0.0, 0.0, yaw=AT_ARMS), held.id: Placement(held.id, x, y, max(z, 0.0))}
        other = subjects[a.subject].get("touches")
        b = next((b for b in actors if b is not a and b.subject == other), None)
        if other is not None and b is not None and not {a.id, b.id} & out.keys():
            out |= _pair(a, b)
    return out


def _at(animal, meal) -> dict[str, Placement]:
    """An animal across the picture with its muzzle in what it eats."""
    x, y, _ = _turned(_muzzle(animal)[None], HEADING)[0]
    return {animal.id: Placement(animal.id, 0.0, 0.0, 0.0, yaw=HEADING), meal.id: Placement(meal.id, float(x) + REACHED * meal.item.half_x, float(y), 0.0)}


AT_ARMS = 24.0
"""How far who holds something between its arms is turned from the lens."""
INTO_BLOOM = 104.0
"""How far who drinks from a flower is turned: across the picture, a little away from the lens, which the bloom is turned to."""


def _at_bloom(animal, flower) -> dict[str, Placement]:
    """The tip of the bill (the foremost point of who has none) over the rim of the bloom, on the lens's side."""
    bloom = flower.measures.without("green") if len(flower.measures.parts) > 1 and "green" in flower.measures.parts else flower.measures.form
    low, high = bloom.min(axis=0), bloom.max(axis=0)
    tip = _turned(_foremost(animal)[None], INTO_BLOOM)[0]
    x, y, z = (float(v) for v in (low + high) / 2 + np.array(RIM) * (high - low) / 2 - tip)
    return {flower.id: Placement(flower.id, 0.0, 0.0, 0.0), animal.id: Placement(animal.id, x, y, z, yaw=INTO_BLOOM)}


RIM = (-0.45, -0.2, 0.55)
"""Where a bloom is drunk from: left of its middle, before it and above it, as shares of its half widths; deeper in it a bill would be hidden."""


def _foremost(actor) -> np.ndarray:
    """The muzzle; of a body without a head of its own the point farthest ahead."""
    if actor.measures.head is not None and len(actor.measures.head):
        return _muzzle(actor)
    return actor.measures.form[actor.measures.form[:, 1].argmin()]


REACHED = 0.15
"""How far into it a muzzle reaches, by its half width."""


def _pair(a, b) -> dict[str, Placement]:
    """`a` on the left, `b` on the right, facing each other cheek to cheek, as far apart as their skins leave them."""
    left, right = _turned(_skin(a), HEADING), _turned(_skin(b), -HEADING)
    beside = CHEEK * min(_between_eyes(a), _between_eyes(b))
    y = float(_turned(_muzzle(a), HEADING)[1] - _turned(_muzzle(b), -HEADING)[1] + beside)
    right = right + (0, y, 0)
    tree, near, apart = KDTree(left), -FAR, FAR
    for _ in range(STEPS):
        middle = (near + apart) / 2
        near, apart = (near, middle) if _clear(tree, left, right + (middle, 0, 0)) else (middle, apart)
    return {a.id: Placement(a.id, -apart / 2, 0.0, 0.0, yaw=HEADING), b.id: Placement(b.id, apart / 2, y, 0.0, yaw=-HEADING)}


def _clear(tree: KDTree, left: np.ndarray, right: np.ndarray) -> bool:
    """True where no point of the right one is nearer than `GAP` to the left one, or beyond it."""
    reach = right[:, 0] < left[:, 0].max() + GAP
    if not reach.any():
        return True
    return bool(tree.query(right[reach])[0].min() > GAP) and right[:, 0].mean() > left[:, 0].mean() and right[:, 0].min() > left[:, 0].min()


def _skin(actor) -> np.ndarray:
    return actor.measures.without("eyes")


def _muzzle(actor) -> np.ndarray:
    """The foremost point of the head."""
    head = actor.measures.head
    return head[head[:, 1].argmin()]


def _between_eyes(actor) -> float:
    a, b = actor.measures.marks["left_eye"], actor.measures.marks["right_eye"]
    return float(np.linalg.norm(a - b))


def _turned(points: np.ndarray, degrees: float) -> np.ndarray:
    a = np.radians(degrees)
    c, s = np.cos(a), np.sin(a)
    return points @ np.array([[c, s, 0], [-s, c, 0], [0, 0, 1.0]])
