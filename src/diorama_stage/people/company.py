# SPDX-License-Identifier: GPL-3.0-or-later
"""People and what they are at: who sits at a table or works at one, who rides, how two face each other. Pure on the scene; places are in metres.

scene ─staged─▶ scene (who is at what, on `subject["at"]`; a table where the work needs one) … cast … ─places─▶ fixed placements of people and what they are at
"""

from __future__ import annotations

from diorama_catalogue import SettingTag, Tag, places, role, tagged, thing
from diorama_stage.people import at_hand, blown, contacts, cutting, hands_on, pack, stirring, tending, together
from diorama_stage.people.equipment import equipped, in_hand, reads
from diorama_stage.people.stances import AFOOT, DANCED
from diorama_stage.people.worktops import NEAR, ON_THEIR_FEET, SMALL, at_work, dish, free_table, game_table, laid_out, served, unnamed_table, worktop

MEETINGS = frozenset(("shaking_hands", "hugging", "kissing", "holding_hands"))
"""What two do with each other, hand in hand or in each other's arms."""
BORNE = 8.5
"""Years up to which somebody is carried on the arms."""


def staged(scene: dict) -> dict:
    """The scene with `at` told of people who sit or work at a table or ride, and with a table where the work has none."""
    people = [s for s in scene["subjects"] if s.get("kind") == "person"]
    if not people or not pack.available():
        return scene
    scene = together.swung(scene)
    for step in (blown.staged, at_hand.staged, contacts.staged, tending.staged, hands_on.staged, *STEPS):
        scene = step(scene)
    people = [s for s in scene["subjects"] if s.get("kind") == "person"]
    read = {o for p in people if reads(p) for a in p["actions"] for o in a["objects"] if a["deed"] == "reading"}
    if read:
        scene = {
            **scene,
            "subjects": [
                {**s, "states": (*s["states"], "open")} if s["id"] in read and s["thing"] in tagged(Tag.READ_OPEN) and "closed" not in s["states"] else s
                for s in scene["subjects"]
            ],
        }
    at = {person["id"]: place for person in people if (place := _told_at(person, scene))}
    subjects, relations, plates = list(scene["subjects"]), list(scene["relations"]), {}
    for person in people:
        if person["id"] not in at and (work := worktop(person, scene)):
            manner, things = work
            like = next((s for s in subjects if s.get("kind") != "person"), None)
            subjects.append(unnamed_table(f"{person['id']}_table", manner, like))
            if not things and scene["environment"]["setting"] in places(SettingTag.EATEN_AT):
                sips = any(a["deed"] == "drinking" for a in person.get("actions") or ())
                subjects[-1] |= {"shape": "round", "size": {**subjects[-1]["size"], "width": 0.68, "depth": 0.68}}
                if not sips:
                    subjects.append({**unnamed_table(f"{person['id']}_cup", "sits", like), "noun": "cup", "thing": "cup", "contents": "coffee"})
                    things = [subjects[-1]["id"]]
            if plate := dish(person, things):
                subjects.append({**unnamed_table(f"{person['id']}_plate", "sits", like), "noun": "plate", "thing": "plate"})
                relations.append({"subject": plate, "kind": "on", "objects": [f"{person['id']}_plate"]})
                things = [f"{person['id']}_plate", *(o for o in things if o != plate)]
                plates[person["id"]] = things[0]
            elif board := cutting.laid(person, things, subjects, relations):
                things = [board, *(o for o in things if not any(r["subject"] == o and r["kind"] == "on" for r in relations))]
                plates[person["id"]] = board
            elif pot := stirring.stirred(person, things, subjects, relations):
                things = [pot, *(o for o in things if o != pot and not any(r["subject"] == o and r["kind"] == "in" for r in relations))]
                plates[person["id"]] = pot
            relations += [{"subject": o, "kind": "on", "objects": [f"{person['id']}_table"]} for o in things]
            at[person["id"]] = (f"{person['id']}_table", manner)
    if not at:
        return scene
    relations = laid_out(scene, people, at, subjects, served(scene, people, at, subjects, relations))
    seated = lambda id: {} if at[id][1] in AFOOT else {"posture": "sitting"}  # noqa: E731
    ranks, many = _ranks(people, at), {s["id"]: s["count"] for s in subjects}
    here = lambda id: {"at": at[id], "rank": ranks[id], "tables": many.get(at[id][0], 1), "plates": plates.get(id)}  # noqa: E731
    told = lambda s: {**here(s["id"]), "game": contacts.game(s, scene), **seated(s["id"])}  # noqa: E731
    done = [{**s, **told(s)} if s["id"] in at else s for s in subjects]
    gone = {(who, table) for who, (table, _) in at.items()} | {
        (who, r["subject"]) for r in relations if r["kind"] == "on" for who, (table, _) in at.items() if table in r["objects"]
    }
    return {**scene, "subjects": done, "relations": [r for r in relations if not any((r["subject"], o) in gone for o in r["objects"])]}


def _told_at(person: dict, scene: dict) -> tuple[str, str] | None:
    """What somebody is at, of what the words tell of, and how; None where they are at nothing, or too small for it."""
    if person["size"]["scale"] < SMALL:
        return None
    kinds = {s["id"]: s["thing"] for s in scene["subjects"]}
    ties = {o: r["kind"] for r in scene["relations"] if r["subject"] == person["id"] for o in r["objects"]}
    deeds = {a["deed"]: a["objects"] for a in person.get("actions") or ()}
    alive = {s["id"] for s in scene["subjects"] if s.get("living")}
    on = [*((o, "riding") for o in deeds.get("riding", ())), *ties.items()]
    ridden = next((o for o, kind in on if (kinds.get(o) in tagged(Tag.RIDDEN_ASTRIDE) or o in alive) and kind in ("riding", "on")), None)
    if ridden:
        return ridden, "rides"
    if "on_hands" in person:
        return person["on_hands"]
    if cart := contacts.pushed(person, scene):
        return cart, "pushes"
    for manner in ("boards", "feeds", "leads", "tends", "swings"):
        if manner in person:
            return person[manner], manner
    if game := contacts.game(person, scene):
        return game_table(game, scene), "plays"
    board = next((o for deed in ("writing", "painting") for o in deeds.get(deed, ()) if kinds.get(o) in tagged(Tag.WRITTEN_ON)), None)
    if board is None and "painting" in deeds:
        board = next((s["id"] for s in scene["subjects"] if s["thing"] in tagged(Tag.PAINTED_ON) and s["count"] == 1), None)
    if board and person["count"] == 1:
        return board, "at_board"
    plays = any(kinds.get(o) in tagged(Tag.PLAYED_SITTING) for o in deeds.get("playing", ()))
    seat = next((o for o, kind in ties.items() if kinds.get(o) in tagged(Tag.SAT_APART) and (kind in ("on", "in", "riding") or plays and kind == "near")), None)
    if seat and (person.get("posture") in (None, "sitting") or ties[seat] == "riding"):
        return seat, "seat"
    table = next((o for o, kind in ties.items() if kinds.get(o) in tagged(Tag.WORKED_AT) and kind in NEAR), None) or free_table(person, scene)
    return (table, "works" if at_work(person) or person.get("posture") in ON_THEIR_FEET else "sits") if table else None


def _ranks(people: list[dict], at: dict[str, tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Of everybody at something: how many of those there come before them in the scene, and how many there are."""
    here: dict[str, int] = {}
    before = {}
    for person in people:
        if person["id"] in at:
            host = at[person["id"]][0]
            before[person["id"]] = here.get(host, 0)
            here[host] = before[person["id"]] + person["count"]
    return {id: (k, here[at[id][0]]) for id, k in before.items()}


def _mounted(scene: dict) -> dict:
    """A cyclist, and who skateboards, is on what people do that on, though no word names it."""
    if scene["camera"]["framing"] in together.PORTRAITS:
        return scene
    subjects, relations = [], list(scene["relations"])
    for s in scene["subjects"]:
        mount = role(s.get("role")).rides if s.get("kind") == "person" and s["count"] == 1 and s.get("posture") in (None, "riding") else None
        busy = any(a["deed"] != "riding" or a["objects"] for a in s.get("actions") or ()) or bool(s.get("gestures"))
        placed = any(r["subject"] == s["id"] and r["kind"] in ("riding", "holding", "beside", "leaning_on") for r in relations)
        if mount and not busy and not placed:
            made = {**unnamed_table(f"{s['id']}_{mount}", "sits", None), "noun": mount, "thing": mount}
            subjects.append(made)
            relations.append({"subject": s["id"], "kind": "riding", "objects": [made["id"]]})
            s = {**s, "posture": "riding", "actions": [{"deed": "riding", "objects": (made["id"],), "hand": None}]}
        subjects.append(s)
    return {**scene, "subjects": subjects, "relations": relations}


LOW = 1.8
"""Metres: who works at something on the ground kneels to what is no longer."""
STOOD_AT = frozenset(("plant", "figure", "building", "furniture"))
"""What is worked at standing, also out of doors."""


def _kneeling(scene: dict) -> dict:
    """Who works out of doors at something low that stands on the ground kneels beside it: builds a sandcastle, changes a tyre."""
    by_id = {s["id"]: s for s in scene["subjects"]}
    borne = {r["subject"] for r in scene["relations"] if r["kind"] in ("on", "in", "held_by") and r["objects"][0] in by_id}
    borne |= {o for r in scene["relations"] if r["kind"] in ("holding", "wearing") for o in r["objects"]}
    low = {
        s["id"]
        for s in scene["subjects"]
        if s.get("kind") not in ("person", "animal") and thing(s["thing"]).category not in STOOD_AT and thing(s["thing"]).size * s["size"]["scale"] <= LOW
    }
    outside = scene["environment"]["setting"] not in places(SettingTag.WORKED_IN) and not any(s["thing"] in tagged(Tag.WORKED_AT) for s in scene["subjects"])

    def kneels(s: dict) -> bool:
        free = s.get("kind") == "person" and s.get("posture") is None and not s.get("gestures")
        return free and any(a["deed"] == "working" and set(a["objects"]) & low - borne for a in s.get("actions") or ())

    return {**scene, "subjects": [{**s, "posture": "kneeling"} if outside and kneels(s) else s for s in scene["subjects"]]}


def _boarded(scene: dict) -> dict:
    """Who rides a board stands on it, knees bent."""
    boards = {s["id"] for s in scene["subjects"] if Tag.STOOD_ON in thing(s["thing"]).tags}
    on = {r["subject"]: o for r in scene["relations"] if r["kind"] == "riding" for o in r["objects"] if o in boards}
    people = {s["id"] for s in scene["subjects"] if s.get("kind") == "person" and s["id"] in on}
    if not people:
        return scene
    along = {s["id"] for s in scene["subjects"] if Tag.RIDDEN_ALONG in thing(s["thing"]).tags}
    freed = lambda s: [a for a in s["actions"] if a["deed"] != "riding"]  # noqa: E731
    stance = lambda s: {"posture": "standing", "turned": 0.0} if on[s["id"]] in along else {"posture": "boarding"}  # noqa: E731
    subjects = [{**s, **stance(s), "boards": on[s["id"]], "actions": freed(s)} if s["id"] in people else s for s in scene["subjects"]]
    relations = [r for r in scene["relations"] if r["subject"] not in people or not {on[r["subject"]], "ground"} & set(r["objects"])]
    return {**scene, "subjects": subjects, "relations": relations}


def _borne(scene: dict) -> dict:
    """A small child that somebody carries is on their arms: who carries on `bears`, who is carried on `borne`."""
    by_id = {s["id"]: s for s in scene["subjects"]}
    pairs = {
        s["id"]: o
        for s in scene["subjects"]
        if s.get("kind") == "person" and s["count"] == 1
        for a in s.get("actions") or ()
        if a["deed"] in ("carrying", "holding", "hugging")
        for o in a["objects"][:1]
        if by_id.get(o, {}).get("kind") == "person" and by_id[o]["count"] == 1 and by_id[o].get("age") is not None and by_id[o]["age"] <= BORNE
    }
    if not pairs:
        return scene
    told = {who: {**by_id[who], "bears": child, "actions": []} for who, child in pairs.items()}
    told |= {child: {**by_id[child], "borne": who, "actions": [], "posture": "sitting"} for who, child in pairs.items()}
    gone = lambda r: r["subject"] in pairs and pairs[r["subject"]] in r["objects"]  # noqa: E731
    return {**scene, "subjects": [told.get(s["id"], s) for s in scene["subjects"]], "relations": [r for r in scene["relations"] if not gone(r)]}


def _meeting(scene: dict) -> dict:
    """Two who shake hands or hug stand face to face, who go hand in hand side by side: who does it, one after the other, on `meets`."""
    people = [s for s in scene["subjects"] if s.get("kind") == "person"]
    deed = next((a for s in people for a in s.get("actions") or () if a["deed"] in MEETINGS), None)
    pair = [s["id"] for s in people for _ in range(s["count"])]
    if deed is None and people and all(s.get("posture") == "dancing" and not s.get("gestures") for s in people):
        deed = {"deed": DANCED, "objects": (), "hand": None}
    if deed is None or len(pair) != 2:
        return scene
    met = lambda s: {**s, "actions": [deed], "meets": tuple(k for k, id in enumerate(pair) if id == s["id"])}  # noqa: E731
    return {**scene, "subjects": [met(s) if s["id"] in pair else s for s in scene["subjects"]]}


def _gazing(scene: dict) -> dict:
    """Who looks at somebody looks across to them, who looks at what they hold or what lies on a table looks down at it, who looks at the rest looks aside."""
    known = {s["id"]: s for s in scene["subjects"]}
    low = {o for r in scene["relations"] if r["kind"] == "holding" for o in r["objects"]}
    low |= {r["subject"] for r in scene["relations"] if r["kind"] == "on" and any(known.get(o, {}).get("thing") in tagged(Tag.WORKED_AT) for o in r["objects"])}
    high = {s["id"] for s in scene["subjects"] if s.get("thing") in tagged(Tag.FLOWN)}

    def way(of: str) -> str:
        grown = known[of].get("kind") == "person" and (known[of].get("age") or 30) > 12
        small = known[of].get("kind") in ("person", "animal") and not grown
        return "across" if grown else "down" if of in low or small else "up" if of in high else "away"

    return {
        **scene,
        "subjects": [{**s, "gaze": way(s["gaze"])} if s.get("kind") == "person" and s.get("gaze") in known else s for s in scene["subjects"]],
    }


STEPS = (_mounted, _boarded, _kneeling, equipped, _meeting, _borne, in_hand, together.flown, _gazing, together.in_company)
"""What is settled of people one after the other, after who has what in the hands."""
