# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done with a thing that has to touch who does it: a game between two, a ball in the hand or at the foot, what is pushed by its handle.

Pure on the scene; places are in metres. `staged` tells it in the scene, `places` where it stands.
"""

from __future__ import annotations

import numpy as np

from diorama_catalogue import Tag, thing
from diorama_stage.arrange import Placement

THROWN, MET = "throwing", {"kicking": "right_toe", "catching": "both_hands"}
"""What is done with a thing in the hand; with one that has just met the foot, or is about to meet the hands: which point of the body."""
ACROSS = 84.0
"""Degrees that two opponents are turned from the lens: opposite each other, both faces to be seen."""
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
    return _opposed({**scene, "subjects": subjects, "relations": relations})


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
    from diorama_stage.kit.build import vertices

    p = np.concatenate([vertices(o) for o in built.parts["handle"]])
    middle, half = (p.min(axis=0) + p.max(axis=0)) / 2, float(np.ptp(p[:, 1])) / 2
    return {f"hand {side}": (float(middle[0]), float(middle[1] + sign * half * 0.72), float(p[:, 2].max())) for side, sign in (("left", -1), ("right", 1))}


def pushing(person, cart, x0: float, yaw: float) -> dict[str, Placement]:
    """Behind the handle: the middle between the hands lies over its middle."""
    grips = handle(cart.built)
    middle = (np.array(grips["hand left"]) + np.array(grips["hand right"])) / 2
    a = np.radians(yaw)
    at = np.array([middle[0] * np.cos(a) - middle[1] * np.sin(a), middle[0] * np.sin(a) + middle[1] * np.cos(a)])
    at = at - person.built.marks["both_hands"][:2]
    return {cart.id: Placement(cart.id, x0, 0.0, 0.0, yaw=yaw), person.id: Placement(person.id, x0 + float(at[0]), float(at[1]), 0.0)}


def met(person, ball, deed: str) -> Placement:
    """Where what is kicked or caught touches the body of somebody at the origin."""
    m, radius = person.built.marks, ball.item.height / 2
    ahead = m["nose"] - m["neck"] if deed == "catching" else m["right_toe"] - m["right_foot"]
    ahead = np.array([ahead[0], ahead[1], 0.0]) / max(float(np.hypot(ahead[0], ahead[1])), 1e-6)
    at = m[MET[deed]] + ahead * (radius + GAP[deed])
    return Placement(ball.id, float(at[0]), float(at[1]), max(float(at[2]) - radius, 0.0), host=person.id)
