# SPDX-License-Identifier: GPL-3.0-or-later
"""What people hold, also where no words name it: the tool of their role or of their deed, what they take up, how wide it is in the hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from diorama_catalogue import Tag, role, tagged, thing, tools
from diorama_catalogue.named import names
from diorama_catalogue.needed import Deed, Tool, own_tools, tool_added
from diorama_stage.people import blown, contacts, held, pose
from diorama_stage.people.doing import TWO_HANDED, WIELDED
from diorama_stage.people.worktops import unnamed_table

BALL = 0.125
"""Half the width of the largest ball that lies in one hand, metres."""
TILT = 42.0
"""Degrees that what is read is tilted towards the face."""
BY_HAND = frozenset(("drinking", "phoning", "carrying", "holding"))
LIFTED = frozenset(("hugging", "serving", "singing", "smoking"))
"""What is done with a small thing in the hands, wherever it is told to be near."""


def equipped(scene: dict) -> dict:
    """A violinist has a violin, a waiter's tray has glasses on it, also where the words name none."""
    kinds = {s["id"]: s["thing"] for s in scene["subjects"]}
    subjects, relations = [], list(scene["relations"])
    for s in scene["subjects"]:
        if own := _wielded(s, kinds, relations):
            relations.append({"subject": s["id"], "kind": "holding", "objects": [own]})
        if tool := _tool(s, kinds):
            made = {**unnamed_table(f"{s['id']}_{tool.thing}", "sits", None), "noun": tool.thing, "thing": tool.thing}
            subjects.append(made)
            relations.append({"subject": s["id"], "kind": "holding", "objects": [made["id"]]})
            if tool.deed:
                s = {**s, "actions": [*(s.get("actions") or ()), {"deed": tool.deed, "objects": (made["id"],), "hand": None}]}
        subjects.append(s)
    filled = {o for r in relations if r["kind"] == "on" for o in r["objects"]}
    for tray in [s for s in subjects if s["thing"] == "tray" and s["id"] not in filled and s["count"] == 1]:
        if any(role(p.get("role")).serves and _carries(p, tray["id"], relations) for p in scene["subjects"]):
            drinks = {**unnamed_table(f"{tray['id']}_drinks", "sits", tray), "noun": "glass", "thing": "glass", "count": 3, "contents": "water"}
            subjects.append(drinks)
            relations.append({"subject": drinks["id"], "kind": "on", "objects": [tray["id"]]})
    return {**scene, "subjects": subjects, "relations": relations}


def _deeds(person: dict, kinds: dict[str, str]) -> list[Deed]:
    return [Deed(a["deed"], tuple(kinds[o] for o in a["objects"] if o in kinds)) for a in person.get("actions") or ()]


def _tool(person: dict, kinds: dict[str, str]) -> Tool | None:
    """What one person holds that is in no picture yet."""
    if person.get("kind") != "person" or person["count"] != 1:
        return None
    deeds, there = _deeds(person, kinds), set(kinds.values())
    return tool_added(names(person).role, deeds, person.get("posture"), gestures=bool(person.get("gestures")), there=there)


def _wielded(person: dict, kinds: dict[str, str], relations: list[dict]) -> str | None:
    """The id of the tool of what one person does, where one is told of that they do not hold."""
    if person.get("kind") != "person" or person["count"] != 1:
        return None
    own = own_tools(_deeds(person, kinds))
    told = [id for id, kind in kinds.items() if kind in own]
    holds = any(r["kind"] == "holding" and r["subject"] == person["id"] and set(told) & set(r["objects"]) for r in relations)
    return None if holds else next(iter(told), None)


def _carries(person: dict, thing_: str, relations: list[dict]) -> bool:
    return any(r["subject"] == person["id"] and r["kind"] == "holding" and thing_ in r["objects"] for r in relations)


def in_hand(scene: dict) -> dict:
    """What somebody drinks from, phones with or carries is held, also where the words tell but the deed."""
    kinds = {s["id"]: s["thing"] for s in scene["subjects"]}
    subjects, held = [], []
    for s in scene["subjects"]:
        if s.get("kind") == "person":
            in_hand = [o for r in scene["relations"] if r["subject"] == s["id"] and r["kind"] == "holding" for o in r["objects"]]
            phones = lambda a: a["deed"] == "speaking" and any(kinds.get(o) in tagged(Tag.PHONED_WITH) for o in (*a["objects"], *in_hand))  # noqa: B023, E731
            s = {**s, "actions": [{**a, "deed": "phoning" if phones(a) else a["deed"]} for a in s["actions"]]}
            taken_up = [o for a in s["actions"] for o in a["objects"][:1] if _taken_up(s, a["deed"], o, scene)]
            held += [{"subject": s["id"], "kind": "holding", "objects": [o]} for o in taken_up]
        subjects.append(s)
    taken = {(r["subject"], r["objects"][0]) for r in held}
    near = lambda r: r["kind"] in ("near", "with") and (r["subject"], r["objects"][0]) in taken  # noqa: E731
    return {**scene, "subjects": subjects, "relations": [*(r for r in scene["relations"] if not near(r)), *held]}


def _taken_up(person: dict, deed: str, what: str, scene: dict) -> bool:
    """True of what somebody takes into the hands to do this, and that is nowhere else."""
    ties = [r for r in scene["relations"] if what in (r["subject"], *r["objects"])]
    if deed in BY_HAND:
        return not ties
    thing_ = next((s for s in scene["subjects"] if s["id"] == what), None)
    if deed not in LIFTED or thing_ is None or thing_.get("kind") in ("person", "animal") or thing_["count"] > 1 or person["count"] > 1:
        return False
    if deed == "serving" and (not role(person.get("role")).serves or person.get("posture") not in (None, "standing", "walking")):
        return False
    loose = all(r["kind"] in ("near", "with") and r["subject"] == person["id"] for r in ties)
    return loose and thing(thing_["thing"]).size * thing_["size"]["scale"] <= held.HUGGED


def width_held(subject: dict, scene: dict, actors: list) -> float | None:
    """Half the width of what a person's hand is closed round, metres; None where it holds nothing (or nothing that is cast yet)."""
    held = {o for r in scene["relations"] if r["subject"] == subject["id"] and r["kind"] == "holding" for o in r["objects"]}
    item = next((a.item for a in actors if a.subject in held), None)
    if item is None:
        return None
    most = BALL if Tag.ROLLS in thing(item.kind).tags else 0.046
    thin = item.height / 2 if item.kind in pose.TABLE["tool"] else most  # a tool is held by its handle, flat as it lies
    if (shaft := pose.TABLE["tool"].get(item.kind, {}).get("thick")) is not None:
        return shaft
    return 0.009 if item.stem or item.hang is not None else float(np.clip(min(item.half_x, item.half_y, thin), 0.01, most))


def load(subject: dict, scene: dict, actors: list) -> held.Load | None:
    """What a person holds with both hands: an instrument that is played, what is too wide for one; the tool of what they do.

    Who pours or feeds has one hand for it."""
    own = {o for r in scene["relations"] if r["subject"] == subject["id"] and r["kind"] == "holding" for o in r["objects"]}
    item = next((a.item for a in actors if a.subject in own), None)
    one_handed = subject.keys() & {"pours", "feeds", "tends"} or any(a["deed"] == contacts.THROWN for a in subject.get("actions") or ())
    if item is None or reads(subject) or one_handed:
        return None
    measures = next(a.measures for a in actors if a.subject in own)
    out = held.Load(item.kind, item.half_x, item.half_y, item.height, shaft=held.shaft(item.kind, measures))
    if any(a["deed"] == "playing" for a in subject.get("actions") or ()):
        out = replace(out, pipe=held.pipe(item.kind, measures))
        if out.pipe is not None:
            return out
    hugs = any(a["deed"] == "hugging" for a in subject.get("actions") or ())
    if "cradles" in subject or hugs and item.height <= held.HUGGED:
        return replace(out, cradled=True)
    if "blows" in subject and item.kind in tools()[blown.DEED]:
        return out
    deeds = {a["deed"] for a in subject.get("actions") or ()}
    if any(item.kind in tools().get(deed, ()) for deed in deeds - TWO_HANDED) or any((deed, item.kind) in WIELDED for deed in deeds):
        return out if out.guided else None
    leaf = thing(item.kind).category == "paper" and item.half_x < held.LEAF and item.height < held.FLAT
    by_handle = leaf or item.stem or item.hang is not None or Tag.HUNG_FROM_HAND in thing(item.kind).tags
    both = item.kind not in tagged(Tag.HELD_ITS_OWN_WAY) and not by_handle and held.WIDE < item.half_x < held.REACH and item.half_y < held.REACH and item.height < 0.7
    plays = any(a["deed"] in ("playing", "holding") for a in subject.get("actions") or ()) or not subject.get("actions")
    return out if out.played and plays or both and not out.played else None


def reads(subject: dict) -> bool:
    """True for who reads something held in both hands."""
    return any(a["deed"] == "reading" for a in subject.get("actions") or ())
