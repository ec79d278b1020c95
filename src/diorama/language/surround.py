"""Where things are, when the words leave it open: the setting they hint at, or the usual one, and what the weather, the water or a counter make of it."""

from __future__ import annotations

import re

from diorama.language.draft import Draft, Effect
from diorama.language.places import INDOORS, ROOMS_AND_HALLS
from diorama.language.usual import HUGE, at_their_work, usual_setting, what_is_seen
from diorama_catalogue import SettingTag, Tag, places, settings, tagged, thing


def _hearth(draft: Draft) -> None:
    """A fire in a room burns in a fireplace, unless something that burns is told of."""
    shown = "fireplace" in settings()[draft.environment["setting"]].shows and "fireplace" not in draft.features
    burning = any(thing(s.thing).light == "fire" for s in draft.subjects)
    if shown and not burning and any(x.values.get("source") == "fire" for x in draft.lights):
        draft.features.append("fireplace")


ON_FLOORS = tagged(Tag.ON_FLOORS)
"""Small things that are as much at home on the floor."""


def _doors(draft: Draft) -> None:
    """A door that is said to be nowhere is in a wall: of a house where what is with it belongs out of doors, else of a room."""
    placed = {id(s) for r in draft.relations if r.kind in ("on", "in", "hanging_from", "leaning_on", "against") for s in r.subjects}
    doors = [s for s in draft.subjects if s.thing == "door" and s.becomes is None and id(s) not in placed]
    environment = draft.environment
    known = environment.get("setting") or environment.get("hint")
    if not doors or known not in (None, "brick_wall", "plain_room", *INDOORS):
        return
    for door in doors:
        draft.note_of(door, Effect("relations", draft.relate([door], "on", ["wall"])))
    if known is None:
        wet = environment.get("weather", "clear") not in ("clear", "haze") or environment.get("wetness")
        outside = wet or any(s.category in ("vehicle", "street", "plant") for s in draft.subjects) or any(x.values.get("source") == "sun" for x in draft.lights)
        environment["hint"] = "brick_wall" if outside else "plain_room"


def _steps(draft: Draft) -> None:
    """The steps of a porch are its own: what is on them is on its ground."""
    for steps in [s for s in draft.subjects if s.thing == "stairs" and draft.environment.get("setting") == "porch" and s.becomes is None]:
        steps.becomes = "environment.setting"
        for relation in draft.relations:
            relation.objects = ["ground" if o is steps else o for o in relation.objects]
        draft.relations = [r for r in draft.relations if steps not in r.subjects]
        draft.note_of(steps, Effect("environment.setting", "porch"))


def _winter(draft: Draft) -> None:
    """Where snow lies on a thing it lies on the ground too, unless the place is indoors."""
    under = next((s for s in draft.subjects if "snow_covered" in s.surface.finish), None)
    environment = draft.environment
    known = environment.get("setting") or environment.get("world")
    if under is None or known in INDOORS:
        return
    environment.setdefault("season", "winter")
    if known is None and "hint" not in environment:
        environment["hint"] = "park" if under.category == "furniture" else "street" if under.category == "vehicle" else "snow_field"
    if "snow" not in draft.features:
        draft.features.append("snow")
        draft.note_of(under, Effect("environment.features", "snow"))


def _on_water(draft: Draft) -> None:
    """ "A leaf floating on dark water": what grows, lives or floats is on a lake, and on no tabletop of water."""
    if draft.ground.material != "water" or {"setting", "hint", "world"} & set(draft.environment):
        return
    on = [r for r in draft.relations if r.kind in ("on", "in") and r.objects == ["ground"]]
    if not any("floating" in s.states or s.category in ("plant", "animal", "person") or s.thing in tagged(Tag.AFLOAT) for r in on for s in r.subjects):
        return
    draft.ground.material, draft.environment["setting"] = None, "lake"
    for relation in on:
        relation.objects = ["water"]
    for note in draft.notes.values():
        for effect in note.effects:
            if (effect.path, effect.value) == ("environment.ground.material", "water"):
                effect.path, effect.value = "environment.setting", "lake"


LIVED_IN = ("living_room", "bedroom", "kitchen", "cafe", "library")
"""What a room of which no more is told may be, the likeliest first."""


def _room_that_shows(draft: Draft) -> None:
    """ "A room with a fireplace", "a window with city lights behind it": a plain room shows less than one that is lived in."""
    told = set(draft.features)
    if draft.environment["setting"] != "plain_room" or told <= set(settings()["plain_room"].shows):
        return
    room = next((key for key in LIVED_IN if told <= set(settings()[key].shows)), None)
    if room is not None:
        _retell_setting(draft, room)


def setting(draft: Draft) -> None:
    environment = draft.environment
    _on_water(draft)
    _outside(draft)
    _doors(draft)
    _steps(draft)
    _winter(draft)
    world = environment.pop("world", None)
    if world is not None and "setting" not in environment and (not draft.ground.material or draft.environment.get("ground_shape") != "table"):
        environment["setting"] = world
    if "setting" in environment:
        _room_meant(draft, environment.pop("hint", None))
        _at_a_counter(draft)
    else:
        _assume_setting(draft)
    afloat = [s for s in draft.subjects if s.thing in tagged(Tag.AFLOAT) and s.becomes is None]
    if settings()[environment["setting"]].floats and any(r.kind == "on" and r.objects == ["water"] and r.subjects[0] in afloat for r in draft.relations):
        draft.relations = [r for r in draft.relations if r.kind != "beside" or r.objects != ["water"]]  # "a boat beside a pier" is on the water
    elif environment["setting"] == "sea":
        _ashore(draft)
    _room_that_shows(draft)
    _strewn(draft)
    _in_its_sky(draft)
    _hearth(draft)
    _raise(draft)


WOODED = frozenset(("forest", "park", "garden", "meadow"))
"""Places that have leaves on the ground in autumn."""


FALLEN = re.compile(r"(?:fallen|autumn|fall|dead|dry|falling)\b")


def _strewn(draft: Draft) -> None:
    """ "A path covered in fallen leaves": it is autumn there, and nobody counts them."""
    if draft.environment["setting"] not in WOODED or draft.environment.get("season") not in (None, "autumn"):
        return
    for leaves in [s for s in draft.subjects if s.thing == "leaf" and s.plural and not s.counted and s.becomes is None]:
        borne = any(leaves in r.subjects and any(not isinstance(o, str) for o in r.objects) for r in draft.relations)
        near = any(leaves in r.objects and r.kind not in ("on", "in") for r in draft.relations)
        used = any(leaves in a.get("objects", ()) for a in _deeds(draft))
        if borne or near or used or not FALLEN.match(leaves.noun):
            continue
        leaves.becomes = "environment.season"
        draft.environment["season"] = "autumn"
        draft.relations = [r for r in draft.relations if leaves not in r.subjects]
        for relation in draft.relations:
            relation.objects = ["ground" if o is leaves else o for o in relation.objects]
        draft.note_of(leaves, Effect("environment.season", "autumn"))


def _deeds(draft: Draft) -> list[dict]:
    return [a for s in draft.subjects for a in (s.traits or {}).get("actions", ())]


THE_ROOM = frozenset(("room", "wall", "walls", "floor"))
"""Words of a room that another sentence has told of."""


def _room_meant(draft: Draft, hint: str | None) -> None:
    """ "A mother reads to her daughters in bed. The room is dark.": the room is the one that the words before hint at."""
    words = {draft.prompt[a:b].lower() for a, b in draft.place_spans}
    if draft.environment["setting"] != "plain_room" or not words or not words <= THE_ROOM or not SECOND.search(draft.prompt):
        return
    told, why = (hint, "as the words hint") if hint else usual_setting(draft)
    if told in ROOMS_AND_HALLS and (hint or told != "living_room"):  # a sofa may stand in a gallery as well
        _retell_setting(draft, told)
        message = f"the room is a {told.replace('_', ' ')}, {why}"
        draft.say("note", "assumed-setting", message, draft.place_spans[0], "name it: 'in a living room', 'in a studio'")


SECOND = re.compile(r"[.;\n]\s*\S")
"""Where another sentence begins."""
COUNTERS = re.compile(r"\b(?:counter|bar)\b", re.I)


def _at_a_counter(draft: Draft) -> None:
    """Who stands at a counter is in a room that has one: that of their work, a kitchen, or a café."""
    environment = draft.environment
    people = [s for s in draft.subjects if s.category == "person" and s.becomes is None and s.length > 1.0]
    laid = any(r.kind == "on" and r.objects == ["ground"] and not set(r.subjects) & set(people) for r in draft.relations)
    if people and environment["setting"] == "kitchen" and not laid:
        environment.pop("ground_shape", None)  # the kitchen's own counter: nobody stands on it
    if environment["setting"] != "tabletop" or not people or not any(COUNTERS.search(draft.prompt[a:b]) for a, b in draft.place_spans):
        return
    work = at_their_work(what_is_seen(draft))
    environment.pop("ground_shape", None)
    deeds = {a["deed"] for s in people for a in (s.traits or {}).get("actions", ())}
    at_home = re.search(r"\bkitchen\b", draft.prompt, re.I) or deeds & {"cooking", "cutting"}
    _retell_setting(draft, work[0] if work is not None and work[0] in INDOORS else "kitchen" if at_home else "cafe")


def _ashore(draft: Draft) -> None:
    """Who is by the sea is on its shore, with all that is theirs."""
    by = [r for r in draft.relations if r.kind in ("beside", "near") and r.objects == ["water"]]
    if any(s.category == "person" for r in by for s in r.subjects) or any(thing(s.thing).home == "beach" for s in draft.subjects if s.becomes is None):
        _retell_setting(draft, "beach")


def _in_its_sky(draft: Draft) -> None:
    """The Earth over the moon's ground is the sky's there, and no globe on it."""
    for earth in [s for s in draft.subjects if s.thing == "earth" and draft.environment["setting"] == "moon_surface" and s.becomes is None]:
        earth.becomes = "environment.setting"
        draft.relations = [r for r in draft.relations if earth not in r.subjects and earth not in r.objects]
        draft.note_of(earth, Effect("environment.setting", "moon_surface"))


def _outside(draft: Draft) -> None:
    """The wall that a vehicle stands before, or that rain falls on, is out of doors."""
    environment = draft.environment
    if environment.get("setting") != "plain_room" or not any("wall" in draft.prompt[a:b].lower() for a, b in draft.place_spans):
        return
    weather = environment.get("weather", "clear") != "clear" or environment.get("wetness")
    if weather or any(s.category in ("vehicle", "street") or s.length > HUGE for s in draft.subjects if s.becomes is None):
        draft.backdrop.material = draft.backdrop.material or "plaster"
        _retell_setting(draft, "brick_wall")


def _retell_setting(draft: Draft, setting: str) -> None:
    """Another setting than the words gave at first, told to the phrases that set it."""
    draft.environment["setting"] = setting
    for note in draft.notes.values():
        for effect in note.effects:
            if effect.path == "environment.setting":
                effect.value = setting


def _raise(draft: Draft) -> None:
    """Small things in a room stand on a table in it, unless they are on its floor."""
    subjects = [s for s in draft.subjects if s.becomes is None]
    small = bool(subjects) and all(s.length <= 0.45 and s.category not in ("animal", "person") and s.thing not in ON_FLOORS for s in subjects)
    placed = ("on", "under", "above", "hanging_from", "leaning_on", "against")
    grounded = any(r.kind in placed and isinstance(o, str) for r in draft.relations for o in r.objects)
    if draft.environment["setting"] in places(SettingTag.TABLES) and small and not grounded and "ground_shape" not in draft.environment:
        draft.environment["ground_shape"] = "table"
        draft.say(
            "note", "assumed-support", f"the {subjects[0].noun} stands on a table", subjects[0].at, "say where it is: 'on the floor', 'on the windowsill'"
        )


def _assume_setting(draft: Draft) -> None:
    environment = draft.environment
    hint = environment.pop("hint", None)
    work = at_their_work(what_is_seen(draft)) if hint == "plain_room" else None  # "by the door": a chef's is the kitchen's
    setting, why = work or ((hint, "as the words hint") if hint else usual_setting(draft))
    environment["setting"] = setting
    draft.say(
        "note",
        "assumed-setting",
        f"no setting is named: {setting.replace('_', ' ')}, {why}",
        None,
        "name one: 'on a walnut table', 'in a living room', 'on a beach', 'on a white seamless background'",
    )
