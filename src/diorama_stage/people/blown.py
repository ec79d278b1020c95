# SPDX-License-Identifier: GPL-3.0-or-later
"""Who blows soap bubbles has a wand before the mouth, and they drift from it. Pure on the scene; places are in metres."""

from __future__ import annotations

import numpy as np

from diorama_catalogue import Tag, tagged, tools
from diorama_stage.arrange import Placement
from diorama_stage.people.cutting import made_as

DEED = "blowing_bubbles"
"""Whose tool is in the hand."""
FIRST, APART = 0.2, 0.105
"""How far from the mouth the first bubble is, and each further one from the one before, metres."""
SPREAD, RISE = 0.13, 0.25
"""How far off their way they are at most, by how far they have come; how much they rise."""


def staged(scene: dict) -> dict:
    """The scene in which bubbles that one person blows are on `blows`, are nowhere else, and a wand is in the hand."""
    by_id = {s["id"]: s for s in scene["subjects"]}
    subjects, relations = [], list(scene["relations"])
    for s in scene["subjects"]:
        deed = next((a for a in s.get("actions") or () if a["deed"] == "blowing"), None) if s.get("kind") == "person" and s["count"] == 1 else None
        own = [o for o in deed["objects"] if by_id.get(o, {}).get("thing") in tagged(Tag.BLOWN)] if deed else []
        if own:
            relations = [r for r in relations if not set(own) & {r["subject"], *r["objects"]}]
            if not any(r["kind"] == "holding" and r["subject"] == s["id"] for r in relations):
                subjects.append(made_as(f"{s['id']}_wand", tools()[DEED][0], by_id[own[0]]))
                relations.append({"subject": s["id"], "kind": "holding", "objects": [f"{s['id']}_wand"]})
            s = {**s, "blows": own[0], "actions": [a for a in s["actions"] if a is not deed], "gestures": (DEED, *(s.get("gestures") or ()))}
        subjects.append(s)
    return {**scene, "subjects": subjects, "relations": relations}


def placed(actors: list, subjects: dict[str, dict], known: dict[str, Placement]) -> dict[str, Placement]:
    """Where all stand who blow bubbles, and those drift: actor id → placement; `known`: of those that have one."""
    out = {}
    for a in (a for a in actors if "blows" in subjects[a.subject] and a.measures.marks):
        out[a.id] = known.get(a.id) or Placement(a.id, 0.0, 0.0, 0.0)
        out |= places(a, [b for b in actors if b.subject == subjects[a.subject]["blows"]], out[a.id])
    return out


def places(person, bubbles: list, at: Placement) -> dict[str, Placement]:
    """Where bubbles drift that somebody who stands at `at` blows: from before the mouth on, the way the nose points, rising and spreading."""
    m = person.measures.marks
    mouth = 0.55 * m["chin"] + 0.45 * m["nose"]
    way = m["nose"] - m["neck"]
    way = np.array([way[0], way[1], 0.0]) / max(float(np.hypot(way[0], way[1])), 1e-6)
    aside, rng = np.array([-way[1], way[0], 0.0]), np.random.default_rng(len(bubbles))
    out = {}
    for k, bubble in enumerate(bubbles):
        far = FIRST + APART * k * (1 + 0.25 * rng.random())
        p = mouth + way * far + aside * far * SPREAD * 4 * rng.uniform(-1, 1) + np.array([0, 0, RISE * far * rng.uniform(-0.3, 1.0) * 1.6])
        out[bubble.id] = Placement(bubble.id, at.x + float(p[0]), at.y + float(p[1]), at.z + float(p[2]) - bubble.item.height / 2, host=person.id)
    return out

