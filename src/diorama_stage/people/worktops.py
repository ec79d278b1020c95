# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables that people sit or work at, also where no words name one: which, with what on them."""

from __future__ import annotations

from diorama_catalogue import SettingTag, Tag, places, role, tagged, thing
from diorama_stage.people import contacts

SMALL = 0.6
"""Who is smaller than this, by their usual size, stands on tables and works at none."""
NEAR = frozenset(("near", "beside", "behind", "in_front_of", "on", "against"))
STANDING_WORK = frozenset(("cooking", "cutting", "pouring", "serving"))
SITTING_WORK = frozenset(("writing", "typing", "eating"))
ON_THEIR_FEET = frozenset(("standing", "walking", "running", "dancing", "jumping", "leaning"))
GAME_TABLE = {"size": {"scale": 1.0, "width": 0.52, "depth": 0.94, "height": 1.0}}
"""A table of its own that a game is played at is small and square."""
WORKTOP = 0.88
"""Height of what one works at standing, metres; of a table, 0.74."""


def served(scene: dict, people: list[dict], at: dict, subjects: list[dict], relations: list[dict]) -> list[dict]:
    """The relations with a cup for each of those who sit at a table where one eats and drinks, and that the words leave bare; cups are added to `subjects`."""
    if scene["environment"]["setting"] not in places(SettingTag.EATEN_AT):
        return relations
    told = {s["id"]: s for s in scene["subjects"]}
    busy = {p["id"] for p in people if p.get("actions")} | {r["subject"] for r in relations if r["kind"] == "holding"}
    out = list(relations)
    for table in dict.fromkeys(host for host, manner in at.values() if manner == "sits" and host in told and thing(told[host]["thing"]).tags & {Tag.WORKED_AT}):
        here = [p for p in people if at.get(p["id"]) == (table, "sits")]
        if any(r["kind"] == "on" and table in r["objects"] and r["subject"] not in at for r in relations) or busy & {p["id"] for p in here}:
            continue
        cups = {**unnamed_table(f"{table}_cups", "sits", told[table]), "noun": "cup", "thing": "cup", "count": sum(p["count"] for p in here), "contents": "coffee"}
        subjects.append(cups)
        out.append({"subject": cups["id"], "kind": "on", "objects": [table]})
    return out


def laid_out(scene: dict, people: list[dict], at: dict, subjects: list[dict], relations: list[dict]) -> list[dict]:
    """The relations with every game on its table, which is added to `subjects` where the words tell of none."""
    for person in people:
        game = contacts.game(person, scene) if at.get(person["id"], ("", ""))[1] == "plays" else None
        if game:
            table = at[person["id"]][0]
            if table not in {s["id"] for s in subjects}:
                subjects.append(unnamed_table(table, "sits", next(s for s in subjects if s["id"] == game)) | GAME_TABLE)
            relations = [r for r in relations if r["subject"] != game and game not in r["objects"]]
            relations.append({"subject": game, "kind": "on", "objects": [table]})
    return relations


def game_table(game: str, scene: dict) -> str:
    """The table that a game is played at: that which it is said to stand on, the one there is, or one of its own."""
    tables = [s["id"] for s in scene["subjects"] if s["thing"] in tagged(Tag.WORKED_AT) and s["count"] == 1]
    under = next((o for r in scene["relations"] if r["subject"] == game and r["kind"] == "on" for o in r["objects"] if o in tables), None)
    return under or (tables[0] if tables else f"{game}_table")


def worktop(person: dict, scene: dict) -> tuple[str, list[str]] | None:
    """How and with what somebody works at a table that the words do not name."""
    if person["size"]["scale"] < SMALL or person.get("posture") in ON_THEIR_FEET - {"standing"} or person["count"] > 1:
        return None
    if person.get("posture") == "sitting" and scene["environment"]["setting"] in places(SettingTag.EATEN_AT) and len(scene["subjects"]) == 1:
        return "sits", []
    deeds = {a["deed"] for a in person.get("actions") or ()}
    if deeds == {"drinking"} and _at_ease_in(person, scene):
        return "sits", []
    placed = {r["subject"] for r in scene["relations"]} | {o for r in scene["relations"] if r["kind"] == "holding" for o in r["objects"]}
    loose = [s["id"] for s in scene["subjects"] if s.get("kind") not in ("person", "animal") and s["id"] not in placed and not s.get("implied")]
    if at_work(person) or role(person.get("role")).cooks and loose and scene["environment"]["setting"] in places(SettingTag.COOKED_IN):
        return "works", loose
    if made := _handled(person, scene):
        return "works", [*loose, *made]
    if laid := _set_before(person, scene):
        return "sits" if person.get("posture") == "sitting" else "works", laid
    kinds = {s["id"]: s["thing"] for s in scene["subjects"]}
    done = [
        o
        for a in person.get("actions") or ()
        if a["deed"] in SITTING_WORK
        for o in a["objects"]
        if not (a["deed"] == "eating" and kinds.get(o) in tagged(Tag.EATEN_IN_HAND))
    ]
    borne = {r["subject"]: r["objects"][0] for r in scene["relations"] if r["kind"] == "on"}
    if blown := [borne[o] for a in person.get("actions") or () if a["deed"] == "blowing" for o in a["objects"] if o in borne]:
        return "sits", [o for o in dict.fromkeys(blown) if o in loose]  # the candles of a cake
    return ("sits", list(dict.fromkeys([*loose, *done]))) if deeds & SITTING_WORK and (done or loose) else None


def _at_ease_in(person: dict, scene: dict) -> bool:
    """True of who is where one eats and drinks, and of whom no words tell that they stand, or are on or behind something else."""
    trade, inside = role(person.get("role")), scene["environment"]["setting"] in places(SettingTag.EATEN_AT)
    loose = all(r["kind"] in ("holding", "beside", "near", "with") for r in scene["relations"] if r["subject"] == person["id"])
    return inside and loose and person.get("posture") in (None, "sitting") and not (trade.cooks or trade.serves)


def _set_before(person: dict, scene: dict) -> list[str]:
    """Food and tableware that the words put before somebody indoors, and on nothing: nobody has a bottle of wine at their feet."""
    served = {s["id"] for s in scene["subjects"] if s.get("kind") not in ("person", "animal") and thing(s["thing"]).category in SERVED}
    held = {o for r in scene["relations"] if r["kind"] == "holding" for o in r["objects"]}
    borne = held | {r["subject"] for r in scene["relations"] if r["kind"] in BORNE_BY}
    before = [r["subject"] for r in scene["relations"] if r["kind"] == "in_front_of" and person["id"] in r["objects"]]
    inside = scene["environment"]["setting"] in places(SettingTag.WORKED_IN) | places(SettingTag.EATEN_AT)
    return [o for o in dict.fromkeys(before) if o in served - borne] if inside and person["id"] not in borne else []


SERVED, BORNE_BY = frozenset(("food", "tableware")), frozenset(("on", "in", "hanging_from", "stacked_on", "riding"))
"""Categories of what is set before somebody; relations by which something else bears it, or them."""
HANDLED = 0.75
"""Metres: what is no longer is worked at on a table."""


def _handled(person: dict, scene: dict) -> list[str]:
    """What somebody has under their hands indoors and that nothing bears, or the vessels that it is in."""
    if person.get("posture") not in (None, "standing") or scene["environment"]["setting"] not in places(SettingTag.WORKED_IN):
        return []
    by_id = {s["id"]: s for s in scene["subjects"]}
    within = {r["subject"]: r["objects"][0] for r in scene["relations"] if r["kind"] == "in" and r["objects"][0] in by_id}
    borne = {r["subject"] for r in scene["relations"] if r["kind"] not in ("in", "near")}
    done = dict.fromkeys(within.get(o, o) for a in person.get("actions") or () if a["deed"] == "working" for o in a["objects"])
    small = [o for o in done if o not in borne and o in by_id and by_id[o].get("kind") not in ("person", "animal") and thing(by_id[o]["thing"]).size <= HANDLED]
    return [o for o in small if by_id[o]["size"]["scale"] <= 1.5]


def at_work(person: dict) -> bool:
    """True of who does at a worktop what they do, on their feet."""
    deeds = {a["deed"] for a in person.get("actions") or ()}
    return bool(deeds & STANDING_WORK) or "hitting" in deeds and role(person.get("role")).strikes is not None


def free_table(person: dict, scene: dict) -> str | None:
    """Where one eats and drinks, whoever is told to be nowhere else sits at the table that is told of; who strikes something does it at the bench."""
    if at_work(person):
        return next((s["id"] for s in scene["subjects"] if s["thing"] in tagged(Tag.WORKED_AT) and s["count"] == 1), None)
    if scene["environment"]["setting"] not in places(SettingTag.EATEN_AT) or person.get("posture") in ON_THEIR_FEET or (trade := role(person.get("role"))).cooks or trade.serves:
        return None
    if any(r["subject"] == person["id"] and r["kind"] not in ("holding", "with") for r in scene["relations"]):
        return None
    return next((s["id"] for s in scene["subjects"] if s["thing"] in tagged(Tag.WORKED_AT) and s["count"] == 1), None)


def dish(person: dict, things: list[str]) -> str | None:
    """Of what lies before a cook who serves, what is on a plate; None where nobody plates."""
    served = [a["objects"] for a in person.get("actions") or () if a["deed"] == "serving"]
    if not role(person.get("role")).cooks or not served or not things:
        return None
    return next((o for objects in served for o in objects if o in things), things[-1])


def unnamed_table(id: str, manner: str, like: dict | None) -> dict:
    """A table that nobody named, as a subject."""
    plain = {"colours": (), "material": None, "pattern": None, "finish": ()}
    size = {"scale": 1.0, "width": 1.0, "depth": 1.0, "height": WORKTOP / 0.74 if manner == "works" else 1.0}
    own = {
        "id": id,
        "kind": "object",
        "noun": "table",
        "thing": "table",
        "count": 1,
        "surface": plain,
        "parts": (),
        "size": size,
        "shape": None,
        "states": (),
        "styles": (),
        "contents": None,
    }
    return {**(like or {}), **own, "depicts": (), "labels": (), "variants": (), "attributes": (), "within": None, "implied": True}
