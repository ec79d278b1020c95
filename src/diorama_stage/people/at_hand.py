# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody has with them and that no word puts anywhere else is in their hands, and hangs from them by its handle. Pure on the scene."""

from __future__ import annotations

from diorama_catalogue import Tag, tagged, thing, tools

CATEGORIES = frozenset(("tool", "tableware", "instrument", "electronics", "paper", "plant", "food", "wear"))
"""What people have with them in their hands."""
LONGEST = 0.62
"""What is longer than this stands beside who has it, metres, unless it is told to be held."""
MOST = 3
"""Of one kind, as many as two hands carry."""
BUSY = frozenset(
    ("arms_crossed", "hands_on_hips", "hands_in_pockets", "hands_behind_back", "praying", "clapping", "arms_raised", "covering_face", "stretching")
)
"""Gestures that need both hands."""
AT_REST = frozenset(("lying", "crawling", "riding", "meditating"))
PLACED = frozenset(
    ("on", "in", "under", "above", "hanging_from", "leaning_on", "against", "stacked_on", "holding", "wearing", "riding", "filled_with", "covering")
)
"""Relations that tell where something is."""


def staged(scene: dict) -> dict:
    """The scene in which what people are "with" is held, where it fits a hand and theirs are free."""
    by_id = {s["id"]: s for s in scene["subjects"]}
    placed = {r["subject"] for r in scene["relations"] if r["kind"] in PLACED and r["objects"][0] != "ground"}
    placed |= {o for r in scene["relations"] if r["kind"] in ("holding", "wearing", "filled_with", "covering") for o in r["objects"]}
    full = {r["subject"] for r in scene["relations"] if r["kind"] == "holding"}
    out = []
    for r in scene["relations"]:
        taken = r["kind"] == "with" and len(r["objects"]) == 1 and r["objects"][0] in by_id and r["objects"][0] not in placed
        if taken and r["subject"] not in full and _free(by_id.get(r["subject"], {})) and _fits(by_id[r["objects"][0]]):
            full.add(r["subject"])
            r = {**r, "kind": "holding"}
        out.append(r)
    return {**scene, "relations": out}


def _free(person: dict) -> bool:
    """True of one person on their feet or seated, whose hands do nothing that the words tell."""
    if person.get("kind") != "person" or person["count"] != 1 or person.get("posture") in AT_REST or BUSY & set(person.get("gestures") or ()):
        return False
    return not any(a["objects"] or a["deed"] in tools() for a in person.get("actions") or ())


def _fits(subject: dict) -> bool:
    if subject.get("kind") in ("person", "animal") or subject.get("living"):
        return False
    record = thing(subject["thing"])
    hung = Tag.HUNG_FROM_HAND in record.tags
    return record.category in CATEGORIES and (hung or record.size * subject["size"]["scale"] <= LONGEST) and subject["count"] <= (MOST if hung else 1)


def hung(subject: dict, scene: dict) -> int:
    """How many things hang from the hands of a person by a handle at their top, 0 to 2."""
    own = {o for r in scene["relations"] if r["subject"] == subject["id"] and r["kind"] == "holding" for o in r["objects"]}
    kinds = tagged(Tag.HUNG_FROM_HAND)
    return min(sum(s["count"] for s in scene["subjects"] if s["id"] in own and s.get("thing") in kinds), 2)
