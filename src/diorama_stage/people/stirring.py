# SPDX-License-Identifier: GPL-3.0-or-later
"""What is cooked in a pot is stirred: the pot is open, under the hand, and a wooden spatula is in it, though the words name none. Pure on the scene."""

from __future__ import annotations

from diorama_catalogue import Tag, food_tools, thing
from diorama_stage.people.cutting import made_as

WOOD = {"colours": (), "material": "wood", "pattern": None, "finish": ()}


def stirred(person: dict, things: list[str], subjects: list[dict], relations: list[dict]) -> str | None:
    """The id of the vessel that somebody cooks in, one of `things` on their worktop; None where they cook in none.

    Its lid is off, and a spatula is in their hand, unless the words give them something to hold: both lists are added to.
    """
    by_id = {s["id"]: s for s in subjects}
    cooked = [o for a in person.get("actions") or () if a["deed"] == "cooking" for o in a["objects"] if o in things]
    vessel = next((o for o in cooked if by_id[o]["count"] == 1 and Tag.VESSEL in thing(by_id[o]["thing"]).tags), None)
    if vessel is None:
        vessel = _panned(person, cooked, subjects, relations)
        by_id = {s["id"]: s for s in subjects}
    if vessel is None:
        return None
    at = next(k for k, s in enumerate(subjects) if s["id"] == vessel)
    subjects[at] = {**subjects[at], "states": (*subjects[at]["states"], "open")}
    if not any(r["kind"] == "holding" and r["subject"] == person["id"] for r in relations):
        subjects.append({**made_as(f"{person['id']}_spatula", food_tools()["cooking"].in_hand, by_id[vessel]), "surface": WOOD})
        relations.append({"subject": person["id"], "kind": "holding", "objects": [f"{person['id']}_spatula"]})
    return vessel


def _panned(person: dict, cooked: list[str], subjects: list[dict], relations: list[dict]) -> str | None:
    """The id of a pan that is added for the food that somebody cooks, which lies in it; None where no loose food is cooked."""
    by_id = {s["id"]: s for s in subjects}
    food = [o for o in cooked if thing(by_id[o]["thing"]).category == "food" and not any(r["subject"] == o and r["kind"] in ("on", "in") for r in relations)]
    if not food:
        return None
    subjects.append(made_as(f"{person['id']}_pan", food_tools()["cooking"].under, by_id[food[0]]))
    relations += [{"subject": o, "kind": "in", "objects": [f"{person['id']}_pan"]} for o in food]
    return f"{person['id']}_pan"
