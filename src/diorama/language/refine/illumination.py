"""Light: which lights words mean, light that was said anew, the time of day and what follows from it, lamps that are lit and put out."""

from __future__ import annotations

from typing import Any

from diorama.language.draft import Draft, Effect, LightDraft
from diorama.language.illuminate import complete, sun_elevation
from diorama.language.lights import MOST, SOURCE_OF_THING
from diorama.language.match import Atom
from diorama.language.refine.desk import Desk
from diorama.language.refine.vocabulary import vocabulary
from diorama.scene import INDOORS, TIMES, Light

OWN_ROLE = frozenset(("rim", "fill", "back", "background"))
PRACTICAL = frozenset(("lamp", "candle", "neon", "fire", "string_lights", "street_lamp", "screen"))
ALL = frozenset(("lights", "lighting", "illumination", "all the lights"))
GENERAL = frozenset(("light", "lights", "lighting", "illumination", "light source", "main light"))
WARMTH = {"candle": 1900.0, "lamp": 2800.0, "fire": 2000.0}


# ── which ──


def key(desk: Desk) -> list[str]:
    """The key light; where none is said, the one the picture is lit by anyway becomes one that can be spoken of."""
    lights = desk.scene.lighting.lights
    if lights:
        return [next((x for x in lights if x.role == "key" and x.subject is None), lights[0]).id]
    return [_usual(desk)]


def meant(desk: Desk, head: Atom, words: list[Atom]) -> list[str] | None:
    """Ids of the lights that a noun with its modifiers means: empty for "the light" as such, None where there is no such light."""
    lights = [x for x in desk.scene.lighting.lights]
    sense = head.sense("light_head", "light_source")
    data = dict(sense.data) if sense is not None else {}
    for word in words:
        if word.can("light_source"):
            data |= word.sense("light_source").data
        if word.can("place_word") and word.sense("place_word").key in ("left", "right"):
            data["side"] = word.sense("place_word").key
    if head.norm in ALL and not data:
        return [x.id for x in lights]
    if head.norm in GENERAL and not {"source", "role", "side"} & data.keys():
        return []
    found = [x for x in lights if _fits(x, data)]
    return [x.id for x in found] or None


def _fits(light: Light, data: dict[str, Any]) -> bool:
    if "side" in data:
        return (light.azimuth < 0) == (data["side"] == "left")
    if "source" in data:
        return light.source == data["source"]
    return light.role == data.get("role", light.role)


def _usual(desk: Desk) -> str:
    """The light that the stage gives a scene without any, written down."""
    scene, id = desk.scene, desk.fresh("l")
    hour = scene.lighting.hour
    if scene.environment.setting in INDOORS:
        source = "softbox" if scene.environment.setting == "studio" else "window"
        made = Light(id=id, source=source, azimuth=-58.0, elevation=38.0, quality="soft", kelvin=scene.lighting.kelvin)
    else:
        night = scene.lighting.time == "night"
        azimuth = -62.0 if hour < 13 else 58.0
        made = Light(id=id, source="moon" if night else "sun", azimuth=azimuth, elevation=35.0 if night else sun_elevation(hour), quality="hard")
    desk.set("lighting.lights", (made,))
    return id


def usual_kelvin(desk: Desk, light: Light | None) -> float:
    """The colour temperature of a light of which none is said."""
    words, time = vocabulary(), desk.scene.lighting.time
    if light is None or light.source in ("window", "sun", "skylight"):
        return words.daylight[time] if desk.scene.environment.setting != "studio" else words.usual_kelvin["softbox"]
    return words.usual_kelvin[light.source]


# ── said anew ──


def put_lights(desk: Desk, draft: Draft, new: bool) -> None:
    """Lights of a clause: those that are there are told anew, others are added. `new`: all are added ("add a …")."""
    indoors = desk.scene.environment.setting in INDOORS
    draft.environment.setdefault("setting", desk.scene.environment.setting)
    draft.environment.setdefault("weather", desk.scene.environment.weather)
    draft.lighting.setdefault("hour", desk.scene.lighting.hour)
    draft.lighting.setdefault("time", desk.scene.lighting.time)
    for light in draft.lights:
        if {k for k in light.values if k != "outdoors"} <= {"kelvin"} and light.subject is None and not new:
            _overall(desk, draft, light)
            continue
        known = None if new else _same(desk, light)
        if known is None:
            _add(desk, draft, light, indoors)
        else:
            tell(desk, light, [known.id])


def _overall(desk: Desk, draft: Draft, light: LightDraft) -> None:
    """ "warm light": all light, and the key light where it has a colour temperature of its own."""
    for effect in draft.told.get(id(light), ()):
        effect.owner, effect.path = None, "lighting.kelvin"
    if "kelvin" in light.values:
        put_kelvin(desk, light.values["kelvin"])


def put_kelvin(desk: Desk, kelvin: float) -> None:
    desk.set("lighting.kelvin", kelvin)
    for light in desk.scene.lighting.lights:
        if light.role == "key" and light.kelvin is not None and light.subject is None:
            desk.set(f"lighting.lights.{light.id}.kelvin", kelvin)


def _same(desk: Desk, said: LightDraft) -> Light | None:
    """The light of the scene that is told anew."""
    lights = desk.scene.lighting.lights
    values = said.values
    if said.subject is not None:
        return next((x for x in lights if x.subject in said.subject.ids), None)
    if values.get("role") in OWN_ROLE:
        return next((x for x in lights if x.role == values["role"]), None)
    if "source" in values:
        same = next((x for x in lights if x.source == values["source"]), None)
        if same is not None or values["source"] in PRACTICAL and any(x.role == "key" for x in lights):
            return same
    return next((x for x in lights if x.role == "key" and x.subject is None), None)


def tell(desk: Desk, said: LightDraft, ids: list[str]) -> None:
    """What was said of light, put onto lights of the scene."""
    values = dict(said.values)
    outdoors = values.pop("outdoors", None)
    if outdoors and desk.scene.environment.setting not in INDOORS:
        values["source"] = outdoors
    said.id = ids[0]
    for known in [desk.light(i) for i in ids]:
        new = dict(values)
        if new.get("source", known.source) != known.source:  # another source has a colour of its own
            new = {"kelvin": None, "colour": None} | new
        if known.role in ("back", "rim") and abs(new.get("azimuth", 180)) < 120:
            new = {"role": "key" if len(desk.scene.lighting.lights) == 1 else known.role} | new  # no longer from behind
        if new.get("kelvin") is not None:
            new = {"colour": None} | new
        for name, value in new.items():
            if name in Light.model_fields and name != "id":
                desk.set(f"lighting.lights.{known.id}.{name}", _number(name, value))


def _number(name: str, value: Any) -> Any:
    return float(value) if name in ("azimuth", "elevation", "kelvin", "strength") and value is not None else value


def _add(desk: Desk, draft: Draft, light: LightDraft, indoors: bool) -> None:
    if len(desk.scene.lighting.lights) >= MOST:
        desk.draft.say("warning", "too-many-lights", f"a scene holds {MOST} lights", light.at, "remove one first")
        return
    others = [LightDraft((0, 0), x.model_dump()) for x in desk.scene.lighting.lights]
    if not others and light.values.get("role", "key") == "key" and light.values.get("source") in PRACTICAL | {None}:
        light.values.setdefault("role", "practical" if light.subject is not None else "key")
    complete(draft, light, indoors, [light, *others])
    owner = light.subject.ids[0] if light.subject is not None and light.subject.ids else None
    light.id = desk.fresh("l")
    values = {k: v for k, v in light.values.items() if k in Light.model_fields and k not in ("id", "subject")}
    desk.set("lighting.lights", (*desk.scene.lighting.lights, Light(id=light.id, subject=owner, **values)))


# ── time ──


def put_times(desk: Desk, draft: Draft) -> None:
    """The time of day, shadows, mood and colour temperature of a clause."""
    said = draft.lighting
    for name in ("shadow", "mood"):
        if name in said:
            desk.set(f"lighting.{name}", said[name])
    if "kelvin" in said:
        put_kelvin(desk, float(said["kelvin"]))
    if "hour" in said:
        put_hour(desk, said["hour"], draft.times[0][1] if draft.times else None)
    elif draft.times or "time_hint" in said and said["time_hint"] != desk.scene.lighting.time:
        named = draft.times[0][1] if draft.times else said["time_hint"]
        if named != desk.scene.lighting.time:
            put_hour(desk, TIMES[named], named)
    for atom, time in draft.times:
        draft.note(atom, "lighting", Effect("lighting.time", time))


def put_hour(desk: Desk, hour: float, named: str | None = None) -> None:
    """Set the hour and the named time it falls in; the sun stands where it stands then, and is the moon at night."""
    desk.set("lighting.hour", float(hour))
    desk.set("lighting.time", named if named and _apart(TIMES[named], hour) <= 2 else _nearest(hour))
    night = desk.scene.lighting.time == "night"
    for light in desk.scene.lighting.lights:
        if light.source == "sun" and night:
            _become(desk, light, "moon", 35.0)
            desk.say("note", "follows", "at night the moon shines in place of the sun", (), "name another light: 'street lamps', 'a lit lamp'")
        elif light.source == "moon" and not night:
            _become(desk, light, "sun", sun_elevation(hour))
        elif light.source == "sun" and light.elevation != sun_elevation(hour):
            desk.set(f"lighting.lights.{light.id}.elevation", sun_elevation(hour))


def _become(desk: Desk, light: Light, source: str, elevation: float) -> None:
    path = f"lighting.lights.{light.id}"
    for name, value in (("source", source), ("elevation", elevation), ("kelvin", None)):
        desk.set(f"{path}.{name}", value)


def _apart(a: float, b: float) -> float:
    return abs((a - b + 12) % 24 - 12)


def _nearest(hour: float) -> str:
    return "night" if hour >= 20.5 or hour < 4.8 else min(TIMES, key=lambda t: _apart(TIMES[t], hour))


# ── lamps ──


def switch(desk: Desk, id: str, on: bool) -> bool:
    """Light a lamp or candle of the scene, or put it out. False for things that give no light."""
    subject = desk.subject(id)
    source = SOURCE_OF_THING.get(subject.thing)
    if source is None:
        return False
    others = tuple(s for s in subject.states if s not in ("lit", "unlit", "burning"))
    desk.set(f"subjects.{id}.states", (*others, "lit" if on else "unlit"))
    lights = tuple(x for x in desk.scene.lighting.lights if on or x.subject != id)
    if on and not any(x.subject == id for x in lights) and len(lights) < MOST:
        colour = subject.surface.colours[0] if source == "neon" and subject.surface.colours else None
        lights = (
            *lights,
            Light(
                id=desk.fresh("l"), source=source, role="practical", azimuth=0.0, elevation=10.0, quality="soft", kelvin=WARMTH.get(source), colour=colour, subject=id
            ),
        )  # fmt: skip
    desk.set("lighting.lights", lights)
    return True
