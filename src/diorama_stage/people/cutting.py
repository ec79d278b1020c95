# SPDX-License-Identifier: GPL-3.0-or-later
"""Food is cut on a board, with a knife, though the words name neither. Pure on the scene."""

from __future__ import annotations

from diorama_catalogue import Tag, food_tools, tagged, thing


def laid(person: dict, things: list[str], subjects: list[dict], relations: list[dict]) -> str | None:
    """The id of the board that somebody cuts food on, one of `things` on their worktop or one that is added; None where no food is cut.

    What they cut is put on it, and a knife into their hand, unless the words give them something to hold: both lists are added to.
    """
    by_id = {s["id"]: s for s in subjects}
    cut = [o for a in person.get("actions") or () if a["deed"] == "cutting" for o in a["objects"] if o in by_id and thing(by_id[o]["thing"]).category == "food"]
    if not cut:
        return None
    if not any(r["kind"] == "holding" and r["subject"] == person["id"] for r in relations):
        subjects.append(made_as(f"{person['id']}_knife", food_tools()["cutting"].in_hand, by_id[cut[0]]))
        relations.append({"subject": person["id"], "kind": "holding", "objects": [f"{person['id']}_knife"]})
    told = next((o for r in relations if r["subject"] in cut and r["kind"] == "on" for o in r["objects"] if o in things), None)
    if told is not None or any(by_id[o]["thing"] in tagged(Tag.DISH) for o in things if o in by_id):
        return told
    board = f"{person['id']}_board"
    subjects.append(made_as(board, food_tools()["cutting"].under, by_id[cut[0]]))
    relations += [{"subject": o, "kind": "on", "objects": [board]} for o in cut if o in things]
    return board


def made_as(id: str, key: str, like: dict) -> dict:
    """A thing that nobody named, as a subject."""
    plain = {"colours": (), "material": None, "pattern": None, "finish": ()}
    bare = dict.fromkeys(("parts", "states", "styles", "depicts", "labels", "variants", "attributes"), ())
    whole = {"scale": 1.0, "width": 1.0, "depth": 1.0, "height": 1.0}
    own = {"id": id, "kind": "object", "noun": key.replace("_", " "), "thing": key, "count": 1, "surface": plain, "size": whole}
    return {**like, **bare, **own, "shape": None, "contents": None, "within": None, "implied": True}
