# SPDX-License-Identifier: GPL-3.0-or-later
"""Who has their hands on something that stands by itself, or on somebody: who repairs a bicycle, paints a fence, bandages an arm, cuts hair,
takes what is handed over, bears a child on the shoulders. Pure on the scene.

scene ─staged─▶ scene (`subject["on_hands"]`: what and how) … cast … ─gripping─▶ where the hands go on it ─handling─▶ the pose, and where both stand
"""

from __future__ import annotations

from diorama_catalogue import SettingTag, Tag, places, role, tagged, thing

WORKED = frozenset(("working", "painting", "pushing", "hugging"))
"""What is done to a thing with both hands on it, or with a tool at it."""
UPRIGHT = frozenset((None, "standing", "walking", "kneeling", "crouching", "bending"))
ON_A_TABLE = 0.75
"""Metres: what is no longer is worked at on a table, indoors."""
TREATED = {"tending": "arm", "brushing_hair": "hair", "cutting": "hair", "shaving": "face", "making_up": "face", "painting": "face"}
"""What is done to somebody, and which part of them the hands are at."""
SPOONED = 2.5
"""Years from which on a child that is fed sits by itself."""
SHOULDERED = 9.0
"""Years up to which a child sits on somebody's shoulders."""
TURNED = {"works_on": 84.0, "works_before": 128.0, "hair": 16.0, "arm": 66.0, "face": -66.0, "takes": 80.0, "keys": 104.0, "drums": 14.0}
TURNED |= {"aims": 54.0, "waters": 58.0, "pulls": 72.0}
"""Degrees that the hands' owner is turned from the lens, by how they are at it."""
PATIENT = {"hair": 16.0, "arm": -18.0, "face": 40.0}
"""Degrees that who is treated is turned."""
MANNERS = frozenset(("works_on", "works_before", "hair", "arm", "face", "takes", "shouldered", "keys", "drums", "aims", "waters", "pulls"))
LINES = frozenset(("writing", "typing"))
"""What is done on a table with the hands on something that faces who does it."""
PLAYED_AT = {Tag.PLAYED_AT: "keys", Tag.PLAYED_WITHIN: "drums"}
"""Instruments that one sits at, and how."""


def staged(scene: dict) -> dict:
    """The scene with `on_hands` (what, how) of those who have their hands on a thing or on somebody, and what their partners do told of those."""
    known = {s["id"]: s for s in scene["subjects"]}
    told: dict[str, dict] = {}
    for s in scene["subjects"]:
        if s.get("kind") == "person" and s["count"] == 1 and s["id"] not in told:
            told |= next((found for does in WAYS if (found := does(s, known, scene))), {})
    pairs = {(id, how[0]) for id, s in told.items() if (how := s.get("on_hands"))}
    gone = lambda r: any((r["subject"], o) in pairs or (o, r["subject"]) in pairs for o in r["objects"])  # noqa: E731
    subjects = [told.get(s["id"], s) for s in scene["subjects"]]
    return {**scene, "subjects": subjects, "relations": [r for r in scene["relations"] if not gone(r)]}


def _shoulders(child: dict, known: dict, scene: dict) -> dict[str, dict]:
    on = next((o for r in scene["relations"] if r["kind"] in ("on", "riding") and r["subject"] == child["id"] for o in r["objects"]), None)
    bearer = known.get(on or "")
    young = child.get("age") is not None and child["age"] <= SHOULDERED
    if not young or bearer is None or bearer.get("kind") != "person" or bearer["count"] != 1 or bearer.get("posture") not in (None, "standing", "walking"):
        return {}
    if (bearer.get("age") or 30.0) < 14:
        return {}
    return {
        child["id"]: {**child, "on_hands": (bearer["id"], "shouldered"), "actions": (), "posture": "sitting"},
        bearer["id"]: {**bearer, "gestures": ("shouldering",), "actions": (), "turned": bearer.get("turned") if bearer.get("turned") is not None else 14.0},
    }


def _given(giver: dict, known: dict, scene: dict) -> dict[str, dict]:
    """Who gives something to one other: that one takes it."""
    deed = next((a for a in giver.get("actions") or () if a["deed"] == "giving" and len(a["objects"]) > 1), None)
    taker = next((known[o] for o in deed["objects"] if o in known and known[o].get("kind") == "person"), None) if deed else None
    if taker is None or taker["count"] != 1 or giver.get("posture") not in UPRIGHT:
        return {}
    grown = [(s.get("age") or 30.0) > 12 for s in (giver, taker)]
    reach = {(True, False): "offering_down", (False, True): "offering_up"}.get(tuple(grown), "offering")
    held = {**deed, "deed": "holding", "objects": tuple(o for o in deed["objects"] if o != taker["id"])}
    own = {"posture": "standing", "turned": -TURNED["takes"], "gaze": taker["id"], "actions": (held,)}
    return {
        giver["id"]: {**giver, **own, "gestures": (reach,)},
        taker["id"]: {**taker, "on_hands": (giver["id"], "takes"), "posture": "standing", "gaze": giver["id"], "actions": ()},
    }


def _treated(doer: dict, known: dict, scene: dict) -> dict[str, dict]:
    """Who does something to somebody's hair, face or arm; that one sits and holds still."""
    for deed in doer.get("actions") or ():
        other = next((known[o] for o in deed["objects"] if o in known and known[o].get("kind") == "person" and o != doer["id"]), None)
        fed = deed["deed"] == "feeding" and other is not None and (other.get("age") or 99) > SPOONED
        how = "face" if fed else TREATED.get(deed["deed"]) if other is not None else None
        if deed["deed"] == "working" and other is not None:
            how = "arm"
        if how is None or other["count"] != 1 or doer.get("posture") not in UPRIGHT:
            continue
        patient = {**other, "actions": (), "treated": how, "gestures": other.get("gestures") or (("held_out",) if how == "arm" else ())}
        return {doer["id"]: {**doer, "on_hands": (other["id"], how), "posture": "standing"}, other["id"]: patient}
    return {}


def _cared(doer: dict, known: dict, scene: dict) -> dict[str, dict]:
    """Who treats people by their trade, with one of whom no more is told than that they are there: as `_treated`."""
    theirs = role(doer.get("role")).tends
    if theirs is None or doer.get("actions") or doer.get("gestures"):
        return {}
    ties = [{r["subject"], *r["objects"]} for r in scene["relations"] if r["kind"] in ("with", "near", "beside")]
    free = lambda s: s.get("role") == theirs and s["count"] == 1 and not s.get("actions") and s.get("posture") in (None, "sitting")  # noqa: E731
    other = next((s for s in known.values() if s.get("kind") == "person" and free(s) and {doer["id"], s["id"]} in ties), None)
    borne = other is not None and any(r["subject"] == other["id"] and r["kind"] in ("on", "in") and r["objects"][0] in known for r in scene["relations"])
    return {} if other is None or borne else _treated({**doer, "actions": ({"deed": "tending", "objects": (other["id"],), "hand": None},)}, known, scene)


def _aimed(doer: dict, known: dict, scene: dict) -> dict[str, dict]:
    """Who photographs something is turned to it; somebody who is photographed and does nothing else is turned to the camera."""
    at = next((o for a in doer.get("actions") or () if a["deed"] == "photographing" for o in a["objects"] if o in known and known[o]["count"] == 1), None)
    free = doer.get("posture") in (None, "standing", "kneeling", "crouching") and at is not None
    if not free or any(at == r["subject"] and r["kind"] in BEARING for r in scene["relations"]) or known[at].get("on_hands"):
        return {}
    other = known[at]
    out = {doer["id"]: {**doer, "on_hands": (at, "aims")}}
    if other.get("kind") == "person" and not other.get("actions") and other.get("turned") is None:
        out[at] = {**other, "turned": -36.0}
    return out


def _led_by(doer: dict, known: dict, scene: dict) -> dict[str, dict]:
    """Who waters something holds the can over it; who pulls something goes before it, a rope in the hand."""
    for deed, how in (("watering", "waters"), ("pulling", "pulls")):
        at = next((o for a in doer.get("actions") or () if a["deed"] == deed for o in a["objects"] if _stands(o, known, scene)), None)
        if at is not None and doer.get("posture") in (None, "standing", "walking", "running") and (deed == "watering" or _dragged(known[at])):
            return {doer["id"]: {**doer, "on_hands": (at, how)}}
    return {}


def _dragged(subject: dict) -> bool:
    """True of what somebody pulls by a rope, and does not carry."""
    record = thing(subject["thing"])
    large = record.size * subject["size"]["scale"] > ON_A_TABLE
    return subject["count"] == 1 and (record.category == "vehicle" and large or Tag.SAT_APART in record.tags)


def _played(doer: dict, known: dict, scene: dict) -> dict[str, dict]:
    """Who plays what one sits at."""
    objects = [o for a in doer.get("actions") or () if a["deed"] == "playing" for o in a["objects"] if o in known and known[o]["count"] == 1]
    found = [(o, how) for o in objects for tag, how in PLAYED_AT.items() if tag in thing(known[o]["thing"]).tags]
    if not found or doer.get("posture") not in (None, "sitting"):
        return {}
    return {doer["id"]: {**doer, "on_hands": found[0], "posture": "sitting"}}


def _lined(doer: dict, known: dict, scene: dict) -> dict[str, dict]:
    """Who writes or types on something that is on a table: the hands are on that."""
    done = next((o for a in doer.get("actions") or () if a["deed"] in LINES for o in a["objects"] if o in known), None)
    if done is None or known[done].get("kind") in ("person", "animal") or known[done]["count"] != 1:
        return {}
    record = thing(known[done]["thing"])
    held = any(r["kind"] == "holding" and done in r["objects"] for r in scene["relations"])
    if held or record.size > ON_A_TABLE or record.tags & {Tag.WRITTEN_ON, Tag.WORKED_AT} or doer.get("posture") not in (None, "sitting", "standing"):
        return {}
    return {doer["id"]: {**doer, "fingers": done}}


def _worked(doer: dict, known: dict, scene: dict) -> dict[str, dict]:
    """Who works at a thing that stands by itself."""
    if doer.get("posture") not in UPRIGHT or doer.get("gestures"):
        return {}
    done = next((o for a in doer.get("actions") or () if a["deed"] in WORKED for o in a["objects"] if _stands(o, known, scene)), None)
    if done is None:
        return {}
    deed = next(a["deed"] for a in doer["actions"] if done in a["objects"])
    tags = thing(known[done]["thing"]).tags
    if deed == "pushing" and Tag.PUSHED in tags or deed == "painting" and (tags & {Tag.WRITTEN_ON, Tag.PAINTED_ON} or _easel(known)):
        return {}
    small = thing(known[done]["thing"]).size * known[done]["size"]["scale"] <= ON_A_TABLE
    tables = any(s["thing"] in tagged(Tag.WORKED_AT) for s in known.values() if s.get("kind") not in ("person", "animal"))
    if small and (tables or scene["environment"]["setting"] in places(SettingTag.WORKED_IN)):
        return {doer["id"]: {**doer, "fingers": done}} if deed == "working" else {}
    flat = Tag.WORKED_BEFORE in tags
    return {doer["id"]: {**doer, "on_hands": (done, "works_before" if flat else "works_on")}}


def _easel(known: dict) -> bool:
    return any(Tag.PAINTED_ON in thing(s["thing"]).tags for s in known.values() if s.get("kind") not in ("person", "animal"))


BEARING = frozenset(("on", "in", "hanging_from", "stacked_on", "under"))


def _stands(id: str, known: dict, scene: dict) -> bool:
    """True of a thing that is there by itself: neither on another one nor in a hand."""
    s = known.get(id)
    if s is None or s.get("kind") in ("person", "animal") or s.get("living"):
        return False
    borne = any(r["subject"] == id and r["kind"] in BEARING and r["objects"][0] in known for r in scene["relations"])
    return not borne and not any(r["kind"] in ("holding", "wearing", "riding") and id in r["objects"] for r in scene["relations"])


WAYS = (_shoulders, _given, _treated, _cared, _aimed, _led_by, _played, _lined, _worked)
"""What is looked for, the first that is found."""


def patient(person: dict) -> dict:
    """How somebody sits whom another treats."""
    seated = tuple(dict.fromkeys((*person["states"], "seated", "chaired")))
    turned = person.get("turned") if person.get("turned") is not None else PATIENT[person["treated"]]
    return {**person, "states": seated, "posture": "sitting", "turned": turned, "gaze": person.get("gaze") or "ahead"}


def part(person: dict) -> dict:
    """How somebody stands and where they look who has their hands on something."""
    what, how = person["on_hands"]
    if how == "shouldered":
        return {**person, "at": (what, how), "turned": 14.0, "gaze": person.get("gaze") or "lens"}
    gaze = "ahead" if how == "takes" else person.get("gaze") or "down"
    turned = TURNED[how] if person.get("turned") is None else person["turned"]
    if how in PLAYED_AT.values():
        states = tuple(dict.fromkeys((*person["states"], "seated", *(("chaired",) if how == "keys" else ()))))
        return {**person, "at": (what, how), "posture": "sitting", "states": states, "turned": turned, "gaze": gaze}
    if how in ("aims", "pulls"):
        gaze = "ahead"
    if how == "pulls":
        person = {**person, "posture": person.get("posture") or "walking"}
    return {**person, "at": (what, how), "posture": person.get("posture") or "standing", "turned": turned, "gaze": gaze}


LONG = 1.8
"""Metres: of what is longer the frame shows the part that somebody's hands are on."""


def cut_off(scene: dict, actors: list) -> set[str]:
    """Subjects that somebody has their hands on and that are too long to be shown whole with what is done."""
    at = {s["on_hands"][0] for s in scene["subjects"] if s.get("on_hands") and s["on_hands"][1] in ("works_on", "works_before")}
    return {a.subject for a in actors if a.subject in at and 2 * max(a.item.half_x, a.item.half_y) > LONG}
