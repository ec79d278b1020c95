# SPDX-License-Identifier: GPL-3.0-or-later
"""People and what they are at: who sits at a table or works at one, who rides, how two face each other. Pure on the scene; places are in metres.

scene ─staged─▶ scene (who is at what, on `subject["at"]`; a table where the work needs one) … cast … ─places─▶ fixed placements of people and what they are at
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from diorama_catalogue import SettingTag, Tag, places, role, tagged, thing, tools
from diorama_catalogue.named import names
from diorama_stage.people import at_hand, blown, contacts, cutting, hands_on, held, pack, pose, stirring, tending, together
from diorama_stage.people.doing import TWO_HANDED, WIELDED

SMALL = 0.6
"""Who is smaller than this, by their usual size, stands on tables and works at none."""
NEAR = frozenset(("near", "beside", "behind", "in_front_of", "on", "against"))
STANDING_WORK = frozenset(("cooking", "cutting", "pouring", "serving"))
SITTING_WORK = frozenset(("writing", "typing", "eating"))
ON_THEIR_FEET = frozenset(("standing", "walking", "running", "dancing", "jumping", "leaning"))
BALL = 0.125
"""Half the width of the largest ball that lies in one hand, metres."""
PUSHING = 72.0
"""Degrees that who pushes something is turned from the lens; what is pushed runs the same way."""
GAME_TABLE = {"size": {"scale": 1.0, "width": 0.52, "depth": 0.94, "height": 1.0}}
"""A table of its own that a game is played at is small and square."""
MEETINGS = frozenset(("shaking_hands", "hugging", "kissing", "holding_hands"))
"""What two do with each other, hand in hand or in each other's arms."""
EMBRACES = frozenset(("hugging", "kissing"))
DANCED, DANCE = "dancing", 0.46
"""What two do who dance and are told of nothing else: in each other's hold, the chests' joints so far apart, metres."""
BORNE = 8.5
"""Years up to which somebody is carried on the arms."""
BY_HAND = frozenset(("drinking", "phoning", "carrying", "holding"))
LIFTED = frozenset(("hugging", "serving", "singing", "smoking"))
"""What is done with a small thing in the hands, wherever it is told to be near."""
TILT = 42.0
"""Degrees that what is read is tilted towards the face."""
WORKTOP = 0.88
"""Height of what one works at standing, metres; of a table, 0.74."""


AFOOT = frozenset(("works", "at_board", "pushes", "feeds", "boards", "leads", "tends", "swings")) | hands_on.MANNERS
"""How somebody is at a thing who does not sit."""


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
        if person["id"] not in at and (work := _worktop(person, scene)):
            manner, things = work
            like = next((s for s in subjects if s.get("kind") != "person"), None)
            subjects.append(_table(f"{person['id']}_table", manner, like))
            if not things and scene["environment"]["setting"] in places(SettingTag.EATEN_AT):
                sips = any(a["deed"] == "drinking" for a in person.get("actions") or ())
                subjects[-1] |= {"shape": "round", "size": {**subjects[-1]["size"], "width": 0.68, "depth": 0.68}}
                if not sips:
                    subjects.append({**_table(f"{person['id']}_cup", "sits", like), "noun": "cup", "thing": "cup", "contents": "coffee"})
                    things = [subjects[-1]["id"]]
            if dish := _dish(person, things):
                subjects.append({**_table(f"{person['id']}_plate", "sits", like), "noun": "plate", "thing": "plate"})
                relations.append({"subject": dish, "kind": "on", "objects": [f"{person['id']}_plate"]})
                things = [f"{person['id']}_plate", *(o for o in things if o != dish)]
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
    relations = _laid_out(scene, people, at, subjects, _served(scene, people, at, subjects, relations))
    seated = lambda id: {} if at[id][1] in AFOOT else {"posture": "sitting"}  # noqa: E731
    ranks, many = _ranks(people, at), {s["id"]: s["count"] for s in subjects}
    here = lambda id: {"at": at[id], "rank": ranks[id], "tables": many.get(at[id][0], 1), "plates": plates.get(id)}  # noqa: E731
    told = lambda s: {**here(s["id"]), "game": contacts.game(s, scene), **seated(s["id"])}  # noqa: E731
    done = [{**s, **told(s)} if s["id"] in at else s for s in subjects]
    gone = {(who, table) for who, (table, _) in at.items()} | {
        (who, r["subject"]) for r in relations if r["kind"] == "on" for who, (table, _) in at.items() if table in r["objects"]
    }
    return {**scene, "subjects": done, "relations": [r for r in relations if not any((r["subject"], o) in gone for o in r["objects"])]}


def _served(scene: dict, people: list[dict], at: dict, subjects: list[dict], relations: list[dict]) -> list[dict]:
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
        cups = {**_table(f"{table}_cups", "sits", told[table]), "noun": "cup", "thing": "cup", "count": sum(p["count"] for p in here), "contents": "coffee"}
        subjects.append(cups)
        out.append({"subject": cups["id"], "kind": "on", "objects": [table]})
    return out


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
        return _game_table(game, scene), "plays"
    board = next((o for deed in ("writing", "painting") for o in deeds.get(deed, ()) if kinds.get(o) in tagged(Tag.WRITTEN_ON)), None)
    if board is None and "painting" in deeds:
        board = next((s["id"] for s in scene["subjects"] if s["thing"] in tagged(Tag.PAINTED_ON) and s["count"] == 1), None)
    if board and person["count"] == 1:
        return board, "at_board"
    plays = any(kinds.get(o) in tagged(Tag.PLAYED_SITTING) for o in deeds.get("playing", ()))
    seat = next((o for o, kind in ties.items() if kinds.get(o) in tagged(Tag.SAT_APART) and (kind in ("on", "in", "riding") or plays and kind == "near")), None)
    if seat and (person.get("posture") in (None, "sitting") or ties[seat] == "riding"):
        return seat, "seat"
    table = next((o for o, kind in ties.items() if kinds.get(o) in tagged(Tag.WORKED_AT) and kind in NEAR), None) or _free_table(person, scene)
    return (table, "works" if _at_work(person) or person.get("posture") in ON_THEIR_FEET else "sits") if table else None


def _laid_out(scene: dict, people: list[dict], at: dict, subjects: list[dict], relations: list[dict]) -> list[dict]:
    """The relations with every game on its table, which is added to `subjects` where the words tell of none."""
    for person in people:
        game = contacts.game(person, scene) if at.get(person["id"], ("", ""))[1] == "plays" else None
        if game:
            table = at[person["id"]][0]
            if table not in {s["id"] for s in subjects}:
                subjects.append(_table(table, "sits", next(s for s in subjects if s["id"] == game)) | GAME_TABLE)
            relations = [r for r in relations if r["subject"] != game and game not in r["objects"]]
            relations.append({"subject": game, "kind": "on", "objects": [table]})
    return relations


def _game_table(game: str, scene: dict) -> str:
    """The table that a game is played at: that which it is said to stand on, the one there is, or one of its own."""
    tables = [s["id"] for s in scene["subjects"] if s["thing"] in tagged(Tag.WORKED_AT) and s["count"] == 1]
    under = next((o for r in scene["relations"] if r["subject"] == game and r["kind"] == "on" for o in r["objects"] if o in tables), None)
    return under or (tables[0] if tables else f"{game}_table")


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
            made = {**_table(f"{s['id']}_{mount}", "sits", None), "noun": mount, "thing": mount}
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


def _equipped(scene: dict) -> dict:
    """A violinist has a violin, a waiter's tray has glasses on it, also where the words name none."""
    kinds = {s["id"]: s["thing"] for s in scene["subjects"]}
    subjects, relations = [], list(scene["relations"])
    for s in scene["subjects"]:
        tool, deed = _tool(s)
        if own := _wielded(s, kinds, relations):
            tool = None
            if own in kinds:
                relations.append({"subject": s["id"], "kind": "holding", "objects": [own]})
            else:
                tool, deed = own, None
        if tool and tool not in kinds.values():
            made = {**_table(f"{s['id']}_{tool}", "sits", None), "noun": tool, "thing": tool}
            subjects.append(made)
            relations.append({"subject": s["id"], "kind": "holding", "objects": [made["id"]]})
            if deed:
                s = {**s, "actions": [*(s.get("actions") or ()), {"deed": deed, "objects": (made["id"],), "hand": None}]}
        subjects.append(s)
    filled = {o for r in relations if r["kind"] == "on" for o in r["objects"]}
    for tray in [s for s in subjects if s["thing"] == "tray" and s["id"] not in filled and s["count"] == 1]:
        if any(role(p.get("role")).serves and _carries(p, tray["id"], relations) for p in scene["subjects"]):
            drinks = {**_table(f"{tray['id']}_drinks", "sits", tray), "noun": "glass", "thing": "glass", "count": 3, "contents": "water"}
            subjects.append(drinks)
            relations.append({"subject": drinks["id"], "kind": "on", "objects": [tray["id"]]})
    return {**scene, "subjects": subjects, "relations": relations}


def _tool(person: dict) -> tuple[str | None, str]:
    """What somebody of this role holds though no word names it, and what they do with it: an instrument; what they strike with, where they do; a sword."""
    if person.get("kind") != "person" or person["count"] != 1:
        return None, ""
    row = role(names(person).role)
    strikes = any(a["deed"] == "hitting" for a in person.get("actions") or ())
    if row.strikes and strikes:
        return row.strikes, "hitting"
    free = person.get("posture") in (None, "standing", "walking") and not person.get("actions") and not person.get("gestures")
    return (row.bears, "holding") if row.bears and free else (row.plays, "playing")


def _wielded(person: dict, kinds: dict[str, str], relations: list[dict]) -> str | None:
    """The tool of what somebody does: the id of one that is told of and that nobody holds, else the key of the usual one; None where they hold one."""
    if person.get("kind") != "person" or person["count"] != 1:
        return None
    deed = next((a for a in person.get("actions") or () if a["deed"] in tools()), None)
    if deed is None or any(kinds.get(o) in tagged(Tag.WRITTEN_ON) for o in deed["objects"]):
        return None
    usual = tools()[deed["deed"]]
    told = [id for id, kind in kinds.items() if kind in usual]
    if any(r["kind"] == "holding" and r["subject"] == person["id"] and (set(told) & set(r["objects"])) for r in relations):
        return None
    return next(iter((*told, *usual[:1])), None)


def _carries(person: dict, thing_: str, relations: list[dict]) -> bool:
    return any(r["subject"] == person["id"] and r["kind"] == "holding" and thing_ in r["objects"] for r in relations)


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


def _in_hand(scene: dict) -> dict:
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


def _worktop(person: dict, scene: dict) -> tuple[str, list[str]] | None:
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
    if _at_work(person) or role(person.get("role")).cooks and loose and scene["environment"]["setting"] in places(SettingTag.COOKED_IN):
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


def _at_work(person: dict) -> bool:
    """True of who does at a worktop what they do, on their feet."""
    deeds = {a["deed"] for a in person.get("actions") or ()}
    return bool(deeds & STANDING_WORK) or "hitting" in deeds and role(person.get("role")).strikes is not None


def _free_table(person: dict, scene: dict) -> str | None:
    """Where one eats and drinks, whoever is told to be nowhere else sits at the table that is told of; who strikes something does it at the bench."""
    if _at_work(person):
        return next((s["id"] for s in scene["subjects"] if s["thing"] in tagged(Tag.WORKED_AT) and s["count"] == 1), None)
    if scene["environment"]["setting"] not in places(SettingTag.EATEN_AT) or person.get("posture") in ON_THEIR_FEET or (trade := role(person.get("role"))).cooks or trade.serves:
        return None
    if any(r["subject"] == person["id"] and r["kind"] not in ("holding", "with") for r in scene["relations"]):
        return None
    return next((s["id"] for s in scene["subjects"] if s["thing"] in tagged(Tag.WORKED_AT) and s["count"] == 1), None)


def _dish(person: dict, things: list[str]) -> str | None:
    """Of what lies before a cook who serves, what is on a plate; None where nobody plates."""
    served = [a["objects"] for a in person.get("actions") or () if a["deed"] == "serving"]
    if not role(person.get("role")).cooks or not served or not things:
        return None
    return next((o for objects in served for o in objects if o in things), things[-1])


def _table(id: str, manner: str, like: dict | None) -> dict:
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


STEPS = (_mounted, _boarded, _kneeling, _equipped, _meeting, _borne, _in_hand, together.flown, _gazing, together.in_company)
"""What is settled of people one after the other, after who has what in the hands."""


def part(subject: dict, k: int) -> dict:
    """What the k-th of those at something is told beside their traits: seated, turned to the others."""
    if "bears" in subject:
        return {**subject, "at": (subject["bears"], "bearing"), "posture": subject.get("posture") or "standing", "turned": 0.0}
    if "borne" in subject:
        return {**subject, "at": (subject["borne"], "borne"), "turned": 66.0, "gaze": subject.get("gaze") or "lens"}
    if "meets" in subject:
        first, deed = not subject["meets"][k], subject["actions"][0]["deed"]
        if deed == "holding_hands":
            hand = "hand_in_hand_left" if first else "hand_in_hand_right"
            return {**subject, "at": ("", hand), "posture": subject.get("posture") or "standing", "turned": (12.0, -12.0)[not first]}
        if deed == DANCED:
            return {**subject, "at": ("", ("dance_follow", "dance_lead")[first]), "posture": "standing", "turned": (-64.0, 64.0)[not first], "gaze": "across"}
        if deed in EMBRACES:
            return {**subject, "at": ("", ("hug_over", "hug_under")[first]), "posture": "standing", "turned": (-76.0, 76.0)[not first], "gaze": "ahead"}
        return {**subject, "posture": "standing", "turned": (-72.0, 72.0)[not first], "gaze": "across"}
    return _at_it(subject, k) if "at" in subject else hands_on.patient(subject) if "treated" in subject else _beside_others(subject, k)


def _beside_others(subject: dict, k: int) -> dict:
    """The k-th of those who do the same by themselves: every other one the other way round. Of two the first stands on the left."""
    if "company" in subject:
        turned = together.COMPANY * (2 * subject["company"][k] - 1)
        return {**subject, "turned": turned, "gaze": "across"}
    return {**subject, "mirrored": True} if k % 2 and subject["count"] > 1 else subject


def _at_it(subject: dict, k: int) -> dict:
    """The k-th of those at something."""
    _, manner = subject["at"]
    before, count = subject["rank"]
    seated = (*subject["states"], "seated")
    chaired, standing = (*seated, "chaired"), ("standing",)
    states = {"sits": chaired, "plays": chaired, "seat": seated, "rides": ("riding",)}.get(manner, standing)
    out = {**subject, "states": tuple(dict.fromkeys(states))}
    if manner == "pushes":
        return {**out, "posture": out.get("posture") or "walking", "turned": PUSHING, "gaze": out.get("gaze") or "ahead"}
    if manner == "boards":
        return {**out, "turned": 0.0, "gaze": out.get("gaze") or "ahead"}
    if manner == "rides":
        return {**out, "posture": "riding", "turned": -78.0}
    if manner in hands_on.MANNERS:
        return hands_on.part(out)
    if manner in tending.BESIDE_ANIMALS:
        return tending.part(out, manner)
    if manner == "at_board":
        return {**out, "posture": "standing", "turned": 118.0 if out.get("turned") is None else out["turned"], "gaze": out.get("gaze") or "ahead"}
    if manner in ("seat", "swings"):
        return out
    _, place, count = shared_out(before + k, count, subject["tables"])
    turned = around(count, manner)[place % 6]
    out = contacts.at_game(out, place) if manner == "plays" else contacts.in_talk(out, place) if manner == "sits" and count > 1 else out
    return {
        **out,
        "turned": turned if out.get("turned") is None else out["turned"],
        "gaze": out.get("gaze") or ("across" if count == 2 or count > 1 and place % 2 else None),
    }


def shared_out(k: int, count: int, tables: int) -> tuple[int, int, int]:
    """Of the k-th of so many who are at so many tables: at which, as whom there, and how many are at that one."""
    table = k % tables
    return table, k // tables, (count - table + tables - 1) // tables


def around(count: int, manner: str = "sits") -> list[float]:
    """Degrees that those at one table are turned from the lens: who sits alone faces it, two sit across the corner (opponents opposite), more go round."""
    two = [contacts.ACROSS, -contacts.ACROSS] if manner == "plays" else [46.0, -52.0]
    return {1: [10.0], 2: two}.get(count, [70.0, 12.0, -14.0, -72.0, 40.0, -42.0]) * 6


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
