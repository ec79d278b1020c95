# SPDX-License-Identifier: GPL-3.0-or-later
"""What people do with an animal at their hand: lead it on a leash, stroke, brush, wash or hug it. Pure; places are in metres.

scene ─staged─▶ scene (`subject["leads"]`, `subject["tends"]`: which animal) … cast … ─leading, tending─▶ where both stand
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from diorama_catalogue.named import form_of
from diorama_stage.animals import kinds
from diorama_stage.arrange import Placement
from diorama_stage.people.contacts import FEEDING

AT_ONCE = 3
"""How many animals somebody leads at most."""
LEASH = "leash"
"""The form of what an animal is led by."""
CLASPED = frozenset(("hugging", "carrying", "holding"))
"""What is done with an animal in the arms, where it is no larger than they hold."""
TENDED = frozenset(("petting", "brushing_hair", "hugging"))
"""What is done with a hand on the animal."""
UPRIGHT = frozenset((None, "standing", "walking", "running", "kneeling", "crouching", "bending"))
"""Postures of who leads or strokes: who sits has a seat to be on."""
TALL = 1.0
"""Height of the back from which on an animal is reached at its shoulder, metres; a lower one on its head."""
NAPE, HOLLOW = 0.62, 0.07
"""How far from the back to the crown a low one is stroked; how much lower the neck is there than the line between them, by the crown's height."""
TURNED, LED = 74.0, 52.0
"""Degrees that who strokes, and who leads, is turned from the lens."""
APART, ABREAST = 0.16, 0.35
"""How far apart the flanks of two that are led are, metres; how far each is before the last, by how far it is beside it."""
BESIDE = 0.28
"""How far beside an animal's flank who leads it walks, metres."""


def staged(scene: dict) -> dict:
    """Who has an animal on a leash on `leads`, who strokes one on `tends`: of single ones that nothing else bears."""
    herds = {s["id"]: s for s in scene["subjects"] if s.get("living") and s["count"] <= AT_ONCE and "at" not in s}
    beasts = {id: s for id, s in herds.items() if s["count"] == 1}
    borne = {r["subject"] for r in scene["relations"] if r["kind"] in ("on", "in", "riding") and r["objects"][0] not in ("ground", "water")}
    tied = _leashed(scene)
    subjects, gone, clasped = [], set(), []
    for s in scene["subjects"]:
        if s.get("kind") == "person" and s["count"] == 1 and s.get("posture") in UPRIGHT and s["id"] not in borne:
            stroked = next((o for a in s.get("actions") or () if a["deed"] in TENDED for o in a["objects"][:1] if o in beasts and o not in borne), None)
            taken = _taken(s, scene, beasts)
            if taken and small(beasts[taken]["living"]):
                subjects.append({**s, "cradles": taken, "actions": ()})
                clasped.append({"subject": s["id"], "kind": "holding", "objects": [taken]})
                gone |= {(s["id"], taken), (taken, s["id"])}
                continue
            stroked = stroked or taken
            led = None if stroked else _led(s, scene, [b for b in herds if b in tied - borne or b not in borne and _walked(s, herds[b], scene)])
            if stroked:
                s = {**s, "tends": stroked, "actions": [a for a in s["actions"] if a["deed"] == "brushing_hair"]}
            elif led:
                s = {**s, "leads": led, "actions": [a for a in s.get("actions") or () if led not in a["objects"]]}
            gone |= {(s["id"], stroked or led), (stroked or led, s["id"])}
        subjects.append(s)
    company = {s[key]: s for s in subjects for key in ("leads", "tends", "cradles") if key in s}
    subjects = [_heeding(s, company.get(s["id"])) for s in subjects]
    relations = [r for r in scene["relations"] if not any((r["subject"], o) in gone for o in r["objects"])]
    pairs = {person["id"]: animal for animal, person in company.items()}
    relations = [{"subject": r["objects"][0], "kind": "behind", "objects": [pairs[r["subject"]]]} if _before(r, pairs) else r for r in relations]
    return {**scene, "subjects": subjects, "relations": [*relations, *clasped]}


def _before(relation: dict, pairs: dict[str, str]) -> bool:
    """True of somebody with an animal before a thing: that stands behind the two."""
    return relation["kind"] == "in_front_of" and relation["subject"] in pairs


def _heeding(animal: dict, person: dict | None) -> dict:
    """An animal that is led goes as who leads it does; one that is stroked holds its head still."""
    if person is None:
        return animal
    if "cradles" in person:
        own = animal["living"].pose
        return {**animal, "living": replace(animal["living"], pose="sitting" if own in ("", "standing") else own, turned=0.0)}
    pose = animal["living"].pose or ("walking" if "leads" in person and person.get("posture") == "walking" else "standing")
    return {**animal, "living": replace(animal["living"], pose=pose, turned=0.0, gaze="ahead")}


HANDFUL, ARMFUL = 0.1, 0.42
"""How tall an animal is, to the withers, that lies in the hand, and that fills both arms, at most, metres."""


def small(animal) -> bool:
    """True of an animal that somebody can hold in their arms; what lies in a hand is no such armful."""
    return HANDFUL < tall(animal) < ARMFUL


def tall(animal) -> float:
    """How tall an animal is, metres: to the withers, of birds and other small bodies their length."""
    kind = kinds.kind(animal.kind)
    return float(kind.get("height", kind.get("size", 0.0))) * animal.scale * (YOUNG if animal.young else 1.0)


YOUNG = 0.5
"""How tall a young one is by its kind."""


def _taken(person: dict, scene: dict, beasts: dict) -> str | None:
    """The animal that somebody is said to hold and that is larger than a hand."""
    held = [o for r in scene["relations"] if r["kind"] == "holding" and r["subject"] == person["id"] for o in r["objects"]]
    held += [o for a in person.get("actions") or () if a["deed"] in CLASPED for o in a["objects"][:1]]
    return next((o for o in held if o in beasts and tall(beasts[o]["living"]) > HANDFUL), None)


def _leashed(scene: dict) -> set[str]:
    """Animals that have a leash on."""
    leashes = {s["id"] for s in scene["subjects"] if form_of(s) == LEASH}
    return {r["subject"] for r in scene["relations"] if r["kind"] == "wearing" and not leashes.isdisjoint(r["objects"])}


def _walked(person: dict, animal: dict, scene: dict) -> bool:
    """True of animals that walk near somebody who walks: they are taken for a walk."""
    near = any({r["subject"], *r["objects"]} == {person["id"], animal["id"]} for r in scene["relations"] if r["kind"] in ("near", "with", "beside"))
    return near and person.get("posture") == "walking" and animal["living"].pose == "walking"


def _led(person: dict, scene: dict, beasts: list[str]) -> str | None:
    """The animal on a leash that somebody has to do with, or the one there is where nobody else could hold it."""
    near = [o for r in scene["relations"] if r["subject"] == person["id"] for o in r["objects"]]
    near += [r["subject"] for r in scene["relations"] if person["id"] in r["objects"]]
    near += [o for a in person.get("actions") or () for o in a["objects"]]
    people = [s for s in scene["subjects"] if s.get("kind") == "person"]
    return next((b for b in beasts if b in near), beasts[0] if len(beasts) == len(people) == 1 else None)


BESIDE_ANIMALS = frozenset(("feeds", "tends", "leads"))
"""How somebody is with an animal."""


def part(person: dict, manner: str) -> dict:
    """How somebody stands and where they look who feeds, strokes or leads an animal."""
    if manner == "feeds":
        return {**person, "posture": "standing", "turned": -FEEDING, "gaze": person.get("gaze") or "ahead"}
    if manner == "tends":
        return {**person, "turned": -TURNED, "gaze": person.get("gaze") or "down"}
    return {**person, "posture": person.get("posture") or "standing", "turned": -LED}


def coat(built) -> dict[str, tuple[float, float, float]]:
    """Where the hand of who strokes an animal lies, its frame: on the nape, or on the left shoulder of one that is tall."""
    m = built.marks
    if "seat" not in m:
        return {"coat": (0.0, *map(float, m["crown"][1:]))}
    if m["seat"][2] < TALL:
        nape = NAPE * m["crown"] + (1 - NAPE) * m["seat"]
        return {"coat": (0.0, float(nape[1]), float(nape[2]) - HOLLOW * float(m["crown"][2]))}
    long = float(built.high[1] - built.low[1])
    return {"coat": (float(0.92 * m["left_flank"][0]), float(m["seat"][1] - 0.06 * long), float(0.86 * m["seat"][2]))}


def heel(built) -> dict[str, tuple[float, float, float]]:
    """The top of the back of an animal that is led, its frame."""
    return {"heel": (0.0, 0.0, float(built.high[2]))}


def facing(built) -> np.ndarray:
    """The way that a person's hips face, (2,)."""
    side = built.marks["left_thigh"] - built.marks["right_thigh"]
    return np.array([side[1], -side[0]]) / max(float(np.hypot(side[0], side[1])), 1e-6)


def leading(person, animal, x0: float) -> dict[str, Placement]:
    """Both the same way: a small one before its leader, towards the lens; a tall one's head at the leader's shoulder, on the far side."""
    b, ahead = animal.measures, facing(person.measures)
    across = np.array([-ahead[1], ahead[0]])
    across = across * np.sign(across[1]) if b.high[2] > TALL else -across * np.sign(across[1])
    long, wide = float(b.high[1] - b.low[1]), float(b.high[0] - b.low[0])
    along = -0.3 * long if b.high[2] > TALL else 0.3 * long + 0.4
    at = ahead * along + across * (BESIDE + wide / 2)
    yaw = float(np.degrees(np.arctan2(ahead[0], -ahead[1])))
    return {person.id: Placement(person.id, x0, 0.0, 0.0), animal.id: Placement(animal.id, x0 + float(at[0]), float(at[1]), 0.0, yaw=yaw)}


def led(person, animals: list, x0: float) -> dict[str, Placement]:
    """Several that one person leads: the first as one alone is, the others beyond it, side by side, each a little before the last."""
    out = leading(person, animals[0], x0)
    first, ahead = out[animals[0].id], facing(person.measures)
    across = np.array([-ahead[1], ahead[0]])
    aside = np.array([first.x - x0, first.y])
    across = across * np.sign(aside @ across)
    run = 0.0
    for before, animal in zip(animals, animals[1:], strict=False):
        run += float(before.measures.high[0] - before.measures.low[0] + animal.measures.high[0] - animal.measures.low[0]) / 2 + APART
        at = (first.x, first.y) + across * run + ahead * ABREAST * run
        out[animal.id] = Placement(animal.id, float(at[0]), float(at[1]), 0.0, yaw=first.yaw)
    return out


def touching(person) -> np.ndarray:
    """Where the right hand meets what it is on, (2,)."""
    marks = person.measures.marks
    return marks.get("touch_right", marks["right_grip"])[:2]


def tending(person, animal, x0: float) -> dict[str, Placement]:
    """The animal across the picture, its head to who strokes it, its coat under the hand."""
    p, yaw = np.array(coat(animal.measures)["coat"]), -TURNED
    a = np.radians(yaw)
    at = np.array([p[0] * np.cos(a) - p[1] * np.sin(a), p[0] * np.sin(a) + p[1] * np.cos(a)]) - touching(person)
    return {animal.id: Placement(animal.id, x0, 0.0, 0.0, yaw=yaw), person.id: Placement(person.id, x0 + float(at[0]), float(at[1]), 0.0)}
