# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done with a thing that has to touch who does it: a game between two, a ball in the hand or at the foot, what is pushed by its handle.

Pure on the scene; places are in metres. `staged` tells it in the scene, `places` where it stands.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from diorama_catalogue import Tag, thing
from diorama_catalogue.named import USUAL_VESSEL, poured_from
from diorama_stage.animals import kinds
from diorama_stage.arrange import Placement
from diorama_stage.arrange.load import BY_HANDLE, POUR

THROWN, MET = "throwing", {"kicking": "right_toe", "catching": "both_hands"}
"""What is done with a thing in the hand; with one that has just met the foot, or is about to meet the hands: which point of the body."""
ACROSS = 84.0
"""Degrees that two opponents are turned from the lens: opposite each other, both faces to be seen."""
FED_ON_ARM = 2.5
"""Years up to which a child is held by who feeds it."""
FEEDING = 74.0
"""Degrees that who feeds an animal is turned from the lens."""
GAP = {"kicking": 0.0, "catching": 0.05}
"""How far off the body what is met is, metres."""


def staged(scene: dict) -> dict:
    """Balls that are thrown are in the hand; those that are kicked or caught meet the body (`meets_thing`), whatever else is said of where they are."""
    subjects, relations = [], list(scene["relations"])
    count = {s["id"]: s["count"] for s in scene["subjects"] if s.get("kind") not in ("person", "animal")}
    for s in scene["subjects"]:
        deed = next((a for a in s.get("actions") or () if a["deed"] in (THROWN, *MET) and a["objects"]), None)
        if s.get("kind") == "person" and s["count"] == 1 and deed and count.get(deed["objects"][0]) == 1:
            ball = deed["objects"][0]
            relations = [r for r in relations if ball not in (r["subject"], *r["objects"])]
            if deed["deed"] == THROWN:
                relations.append({"subject": s["id"], "kind": "holding", "objects": [ball]})
            else:
                s = {**s, "meets_thing": (ball, deed["deed"])}
        subjects.append(s)
    return _fed(_poured(_opposed({**scene, "subjects": subjects, "relations": relations})))


def _poured(scene: dict) -> dict:
    """Who pours has what is poured from in the hand (`pours`: that, and what is poured into); where the words name none, it is what such a drink comes in."""
    subjects, relations = list(scene["subjects"]), list(scene["relations"])
    things = {s["id"]: s for s in subjects if s.get("kind") not in ("person", "animal") and s["count"] == 1}
    pouring = [s for s in subjects if s.get("kind") == "person" and s["count"] == 1 and any(a["deed"] == "pouring" for a in s.get("actions") or ())]
    if len(pouring) != 1:
        return scene
    vessel = next((o for o, s in things.items() if Tag.POURS in thing(s["thing"]).tags), None)
    told = [o for a in pouring[0]["actions"] if a["deed"] == "pouring" for o in a["objects"]]
    into = next((o for o in (*told, *things) if o in things and o != vessel and Tag.VESSEL in thing(things[o]["thing"]).tags), None)
    if vessel is None:
        if into is None:
            return scene
        vessel = f"{into}_poured"
        subjects.append({**things[into], "id": vessel, **_drawn_from(things[into]), "within": None, "implied": True})
    relations = [r for r in relations if not {vessel, into} & {r["subject"], *r["objects"]}]
    relations.append({"subject": pouring[0]["id"], "kind": "holding", "objects": [vessel]})
    deed = {"deed": "pouring", "objects": (vessel,), "hand": None}
    done = {**pouring[0], "actions": (deed,), "pours": (vessel, into)}
    return {**scene, "subjects": [done if s is pouring[0] else s for s in subjects], "relations": relations}


def _drawn_from(into: dict) -> dict:
    """What a drink is poured from, as fields of a subject: the vessel whose names have the drink's in them ("a bottle of wine"), else a pitcher."""
    of = poured_from(into.get("contents") or "")
    bare = dict.fromkeys(("labels", "styles", "states", "parts", "variants"), ())
    return {**bare, "noun": of.replace("_", " "), "thing": of, "contents": into.get("contents") if of == USUAL_VESSEL else None}


def _fed(scene: dict) -> dict:
    """Who feeds an animal holds out to its mouth what the words name for it (`feeds`); a small child that is fed is on the arm of who feeds it."""
    by_id = {s["id"]: s for s in scene["subjects"]}
    subjects, relations, risen = [], list(scene["relations"]), set()
    for s in scene["subjects"]:
        deeds = s.get("actions") or () if s.get("kind") == "person" and s["count"] == 1 else ()
        deed = next((a for a in deeds if a["deed"] == "feeding" and a["objects"]), None)
        eater = by_id.get(deed["objects"][0]) if deed else None
        if eater is not None and eater.get("living") and eater["count"] == 1:
            tied = {eater["id"], s["id"]}
            lifeless = [x for x in scene["subjects"] if x.get("kind") not in ("person", "animal") and not x.get("living")]
            food = [x["id"] for x in lifeless if x["count"] == 1 and thing(x["thing"]).category == "food"][:1]
            relations = [r for r in relations if not (r["subject"] in tied and tied & set(r["objects"])) and r["subject"] not in food]
            relations += [{"subject": s["id"], "kind": "holding", "objects": food}] if food else []
            s = {**s, "feeds": eater["id"], "actions": ()}
            risen |= {eater["id"]} if _rises(eater["living"]) else set()
        elif eater is not None and eater.get("kind") == "person" and (eater.get("age") or 99) <= FED_ON_ARM:
            s = {**s, "actions": ({**deed, "deed": "carrying"},)}
        subjects.append(s)
    subjects = [{**s, "living": replace(s["living"], pose="begging")} if s["id"] in risen else s for s in subjects]
    return {**scene, "subjects": subjects, "relations": relations}


RISES = 0.35
"""Metres to the withers: a lower one with paws rises on its haunches to a hand that feeds it."""


def _rises(animal) -> bool:
    kind = kinds.kind(animal.kind)
    return kind["plan"] == "paws" and not animal.pose and kind["height"] * animal.scale < RISES


def _opposed(scene: dict) -> dict:
    """Who plays a game alone, beside one other person who does nothing, plays it with them."""
    people = [s for s in scene["subjects"] if s.get("kind") == "person"]
    if len(people) != 2 or any(s["count"] > 1 for s in people):
        return scene
    games = [game(s, scene) for s in people]
    idle = next((s for s, own in zip(people, games, strict=True) if own is None and not s.get("actions") and s.get("posture") in (None, "sitting")), None)
    deed = next((a for s, own in zip(people, games, strict=True) if own for a in s["actions"] if own in a["objects"]), None)
    if idle is None or deed is None:
        return scene
    return {**scene, "subjects": [{**s, "actions": (deed,)} if s is idle else s for s in scene["subjects"]]}


def game(person: dict, scene: dict) -> str | None:
    """The game that somebody plays with another, across a table; None where they play none, or alone."""
    kinds = {s["id"]: s["thing"] for s in scene["subjects"] if s.get("kind") not in ("person", "animal")}
    played = next((o for a in person.get("actions") or () if a["deed"] == "playing" for o in a["objects"] if o in kinds), None)
    return played if played and Tag.PLAYED_ACROSS in thing(kinds[played]).tags else None


def at_game(person: dict, k: int) -> dict:
    """The k-th of those at a game: one moves a piece, the other thinks; both look at the board."""
    gestures = person.get("gestures") or (("at_table", "moving_piece"), ("at_table", "thinking"))[k % 2]
    return {**person, "actions": (), "gestures": gestures, "gaze": person.get("gaze") or "down"}


TALK = (("at_table", "telling"), ("at_table", "thinking"), ("at_table",))
"""What those who sit at a table together do with their hands where nothing is said of them: no two alike."""


def in_talk(person: dict, k: int) -> dict:
    """The k-th of those who sit at a table with others: one tells, one listens with the chin on the hand."""
    busy = person.get("gestures") or any(a["objects"] for a in person.get("actions") or ())
    return person if busy else {**person, "gestures": TALK[k % len(TALK)]}


def pushed(person: dict, scene: dict) -> str | None:
    """What somebody pushes by its handle, walking behind it."""
    kinds = {s["id"]: s["thing"] for s in scene["subjects"] if s.get("kind") not in ("person", "animal") and s["count"] == 1}
    objects = [o for a in person.get("actions") or () if a["deed"] == "pushing" for o in a["objects"] if o in kinds]
    return next((o for o in objects if Tag.PUSHED in thing(kinds[o]).tags), None) if person["count"] == 1 else None


def handle(built) -> dict[str, tuple[float, float, float]]:
    """Where the hands are on what is pushed, its frame (its handle is at +x, so its pusher's left is at -y)."""
    p = built.points("handle")
    middle, half = (p.min(axis=0) + p.max(axis=0)) / 2, float(np.ptp(p[:, 1])) / 2
    return {f"hand {side}": (float(middle[0]), float(middle[1] + sign * half * 0.72), float(p[:, 2].max())) for side, sign in (("left", -1), ("right", 1))}


def pushing(person, cart, x0: float, yaw: float) -> dict[str, Placement]:
    """Behind the handle: the middle between the hands lies over its middle."""
    grips = handle(cart.measures)
    middle = (np.array(grips["hand left"]) + np.array(grips["hand right"])) / 2
    a = np.radians(yaw)
    at = np.array([middle[0] * np.cos(a) - middle[1] * np.sin(a), middle[0] * np.sin(a) + middle[1] * np.cos(a)])
    at = at - person.measures.marks["both_hands"][:2]
    return {cart.id: Placement(cart.id, x0, 0.0, 0.0, yaw=yaw), person.id: Placement(person.id, x0 + float(at[0]), float(at[1]), 0.0)}


def met(person, ball, deed: str) -> Placement:
    """Where what is kicked or caught touches the body of somebody at the origin."""
    m, radius = person.measures.marks, ball.item.height / 2
    ahead = m["nose"] - m["neck"] if deed == "catching" else m["right_toe"] - m["right_foot"]
    ahead = np.array([ahead[0], ahead[1], 0.0]) / max(float(np.hypot(ahead[0], ahead[1])), 1e-6)
    at = m[MET[deed]] + ahead * (radius + GAP[deed])
    return Placement(ball.id, float(at[0]), float(at[1]), max(float(at[2]) - radius, 0.0), host=person.id)


def poured_into(person, at: Placement, vessel, cup, top: float) -> Placement:
    """Where what is poured into stands, on a table of height `top`: under the spout of what somebody at `at` tips to their left."""
    a, hand = np.radians(POUR), person.measures.marks["right_grip"]
    aside = 1.0 + BY_HANDLE * (Tag.HANDLED in thing(vessel.item.kind).tags)
    out = aside * vessel.item.half_x * np.cos(a) + vessel.item.height / 2 * np.sin(a) + 0.25 * cup.item.half_x
    return Placement(cup.id, at.x + float(hand[0] + out), at.y + float(hand[1]), top)


def mouth(built) -> dict[str, tuple[float, float, float]]:
    """Where the hand of who feeds it is: at an animal's mouth, its frame."""
    return {"mouth": tuple(map(float, built.marks["mouth"]))}


def feeding(person, animal, x0: float) -> dict[str, Placement]:
    """The animal with its mouth at the hand that is held out to it, its head towards who feeds it."""
    m = animal.measures.marks["mouth"]
    yaw = float(np.degrees(np.arctan2(-0.12, -1.0) - np.arctan2(m[1], m[0])))
    a = np.radians(yaw)
    at = np.array([m[0] * np.cos(a) - m[1] * np.sin(a), m[0] * np.sin(a) + m[1] * np.cos(a)])
    marks = person.measures.marks
    at = at - (marks["touch_right"][:2] if "touch_right" in marks else marks["right_grip"][:2] + (0.05, 0.0))
    return {animal.id: Placement(animal.id, x0, 0.0, 0.0, yaw=yaw), person.id: Placement(person.id, x0 + float(at[0]), float(at[1]), 0.0)}
