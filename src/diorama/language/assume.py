"""What the words leave open, filled in as a photographer would: setting, supports, light, lens, by the kind of picture. Each guess is said."""

from __future__ import annotations

import math

from diorama.language.draft import Draft, Effect, LightDraft, SubjectDraft
from diorama.language.lights import SOURCE_OF_THING
from diorama.language.surfaces import is_cloth
from diorama.scene import INDOORS, TIMES

TABLE_TOPS = frozenset(("table", "coffee_table", "desk"))
SMALL = 0.75
"""Metres: what is shorter goes on a table."""
HUGE = 2.6

GENRE_OF_SETTING = {
    **dict.fromkeys(("cliff", "lake", "mountains", "sea", "beach", "desert", "snow_field", "meadow", "forest", "sky"), "landscape"),
    **dict.fromkeys(("living_room", "bedroom", "bathroom", "kitchen", "office", "library", "cafe", "workshop", "plain_room"), "interior"),
    **dict.fromkeys(("street", "shop_front", "railway_platform", "brick_wall"), "street"),
    **dict.fromkeys(("city_skyline", "rooftop"), "architecture"),
}
LENS = {
    # genre: focal length, f-number, why
    "product": (90.0, 5.6, "a product is shot long, to keep its shape, and stopped down, to be sharp"), "still_life": (70.0, 2.8, "a still life takes a longish lens"),
    "landscape": (28.0, 8.0, "a landscape takes a wide lens, stopped down"), "interior": (28.0, 5.6, "an interior takes a wide lens"),
    "portrait": (85.0, 2.0, "a portrait takes a short telephoto"), "street": (35.0, 5.6, "the street takes a moderate wide angle"),
    "architecture": (28.0, 8.0, "buildings take a wide lens"), "wildlife": (135.0, 4.0, "animals are shot from afar"), "vehicle": (50.0, 5.6, "a normal lens keeps a vehicle's lines"),
}  # fmt: skip


def genre(draft: Draft) -> str:
    """The kind of picture: as said, else from what is in it and where."""
    if draft.genre is not None:
        return draft.genre
    subjects = [s for s in draft.subjects if s.becomes is None and not s.object_only]
    setting = draft.environment.get("setting")
    if any(s.category == "person" for s in subjects):
        return "portrait" if len(subjects) <= 2 else "street"
    if setting == "studio" or len(subjects) == 1 and subjects[0].labels and subjects[0].length < SMALL:
        return "product"
    if subjects and all(s.length <= SMALL for s in subjects) and setting in (None, "tabletop", "windowsill", "kitchen", "cafe"):
        return "still_life" if len(subjects) > 1 or setting else "product" if subjects[0].category in ("tableware", "electronics", "wear") else "still_life"
    if any(s.category == "animal" for s in subjects) and setting not in ("living_room", "bedroom", "kitchen"):
        return "wildlife"
    if any(s.category == "vehicle" for s in subjects) and setting in (None, "street"):
        return "vehicle"
    if setting in GENRE_OF_SETTING and (not subjects or max(s.length for s in subjects) > 0.3 or setting in ("cliff", "lake", "mountains", "sea")):
        return GENRE_OF_SETTING[setting]
    if any(s.category == "furniture" for s in subjects):
        return "interior"
    if any(s.category == "building" for s in subjects):
        return "architecture"
    return "still_life" if subjects else "landscape"


def fill_in(draft: Draft) -> None:
    """All assumptions, in the order in which each needs those before it."""
    _numbers(draft)
    _time(draft)
    _surfaces(draft)
    _setting(draft)
    draft.genre = genre(draft)
    _supports(draft)
    _lights(draft)
    _lens(draft)


def _numbers(draft: Draft) -> None:
    """A plural without a number is three."""
    for subject in draft.subjects:
        if subject.plural and not subject.counted:
            pair = subject.thing in ("shoe", "sneaker", "boot", "glove")
            subject.count = 2 if pair else 3
            draft.note_of(subject, Effect("count", subject.count, subject))
            draft.say("note", "assumed-count", f"how many {draft.prompt[slice(*subject.at)]}? {subject.count} are shown", subject.at, f"say a number: 'five {draft.prompt[slice(*subject.at)]}'")


# ── time ──


def _time(draft: Draft) -> None:
    named = draft.times[0][1] if draft.times else None
    lighting = draft.lighting
    hour = lighting.get("hour")
    if hour is not None:
        nearest = min(TIMES, key=lambda t: abs((TIMES[t] - hour + 12) % 24 - 12))
        if hour >= 20.5 or hour < 4.8:
            nearest = "night"
        lighting["time"] = named if named and abs((TIMES[named] - hour + 12) % 24 - 12) <= 2 else nearest
    elif named is not None:
        lighting["time"], lighting["hour"] = named, TIMES[named]
    else:
        time = lighting.get("time_hint") or ("night" if {"stars", "moon"} & set(draft.features) else "afternoon" if draft.environment.get("setting") in ("street", "beach", "park") else "morning")
        lighting["time"], lighting["hour"] = time, TIMES[time]
    for atom, time in draft.times:
        draft.note(atom, "lighting", Effect("lighting.time", time))


# ── where things are ──


def _surfaces(draft: Draft) -> None:
    """A table that small things stand on is the ground of a tabletop; so is a cloth."""
    resting = {id(r.objects[0]): r for r in draft.relations if r.kind in ("on", "stacked_on") and isinstance(r.objects[0], SubjectDraft)}
    for subject in list(draft.subjects):
        if id(subject) not in resting or not subject.object_only or subject.count > 1:
            continue
        others = [s for s in draft.subjects if s is not subject and s.becomes is None]
        if is_cloth(subject) or subject.thing in TABLE_TOPS and subject.noun not in ("picnic table",):
            if all(s.length <= SMALL for s in others) and others and not _placed_otherwise(draft, subject):
                _become_ground(draft, subject)


def _placed_otherwise(draft: Draft, subject: SubjectDraft) -> bool:
    """True if something stands to the table in a way that a ground cannot be stood to."""
    return any(subject in r.subjects and r.kind not in ("on", "in") for r in draft.relations) or any(
        subject in r.objects and r.kind not in ("on", "stacked_on", "in", "above") for r in draft.relations
    )


def _become_ground(draft: Draft, subject: SubjectDraft) -> None:
    cloth = is_cloth(subject)
    subject.becomes = "environment.ground"
    draft.given.add("environment")
    surface, ground = subject.surface, draft.ground
    ground.material = surface.material or ground.material or ("linen" if cloth else None)
    ground.colours, ground.pattern = surface.colours or ground.colours, surface.pattern or ground.pattern
    ground.finish = surface.finish or ground.finish
    draft.environment.setdefault("setting", draft.environment.get("hint") or "tabletop")
    draft.environment["ground_shape"] = "table"
    if cloth:
        draft.features.append("tablecloth")
        draft.note_of(subject, Effect("environment.features", "tablecloth"))
    draft.note_of(subject, Effect("environment.ground_shape", "table"))
    for relation in draft.relations:
        relation.objects = ["ground" if o is subject else o for o in relation.objects]
    draft.relations = [r for r in draft.relations if subject not in r.subjects]


def _setting(draft: Draft) -> None:
    environment = draft.environment
    if "setting" in environment:
        environment.pop("hint", None)
        return
    hint = environment.pop("hint", None)
    setting, why = (hint, "as the words hint") if hint else _usual_setting(draft)
    environment["setting"] = setting
    draft.say("note", "assumed-setting", f"no setting is named: {setting.replace('_', ' ')}, {why}", None, "name one: 'on a walnut table', 'in a living room', 'on a beach', 'on a white seamless background'")


def _usual_setting(draft: Draft) -> tuple[str, str]:
    subjects = [s for s in draft.subjects if s.becomes is None]
    categories = {s.category for s in subjects}
    longest = max((s.length for s in subjects), default=0)
    if draft.ground.material is not None and longest <= SMALL:
        return ("studio", "as a product is shot") if draft.genre == "product" else ("tabletop", "for small things on a surface")
    if not subjects:
        for feature, setting in (("hills", "meadow"), ("mountains", "mountains"), ("waves", "sea"), ("stars", "sky"), ("moon", "sky"), ("clouds", "sky"), ("trees", "forest"), ("flowers", "meadow"), ("buildings", "street"), ("window", "plain_room"), ("puddles", "street")):
            if feature in draft.features:
                return setting, f"for {feature}"
        if draft.times:
            return "meadow", "for a picture of light alone"
        return "studio", "for nothing that needs another"
    if draft.environment.get("weather", "clear") != "clear" or draft.environment.get("wetness"):
        return ("garden", "for plants in this weather") if categories == {"plant"} else ("street", "for a picture out in this weather")
    if categories & {"vehicle"} or categories & {"street"}:
        kinds = {s.thing for s in subjects}
        if kinds & {"boat", "sailboat", "surfboard"}:
            return "sea", "for what belongs on water"
        if kinds & {"airplane", "helicopter", "hot_air_balloon", "rocket"}:
            return "sky", "for what flies"
        if "train" in kinds:
            return "railway_platform", "for a train"
        return "street", "for what belongs on the street"
    if categories & {"building"} or longest > HUGE:
        kinds = {s.thing for s in subjects}
        return ("street", "for city buildings") if "skyscraper" in kinds else ("cliff", "for a lighthouse") if "lighthouse" in kinds else ("meadow", "for what stands in the open")
    if categories & {"furniture"} and longest > SMALL:
        return "living_room" if longest > 0.9 else "plain_room", "for furniture"
    if categories & {"animal"} and longest > SMALL:
        return "meadow", "for large animals"
    if categories & {"person"}:
        return "plain_room", "for a person"
    if longest <= SMALL:
        daylight = draft.times or any(x.values.get("source") in ("sun", "window", "candle", "lamp", "fire") for x in draft.lights)
        if draft.genre == "product" or len(subjects) == 1 and not draft.relations and not daylight:
            return "studio", "as a single small thing is shot"
        return "tabletop", "for small things"
    return "plain_room", "for things of this size"


def _supports(draft: Draft) -> None:
    """Small things that nothing is said of stand on the table there is."""
    tables = [s for s in draft.subjects if s.becomes is None and s.thing in TABLE_TOPS and s.count == 1]
    if not tables:
        return
    held = {id(s) for r in draft.relations if r.kind in ("on", "in", "hanging_from", "stacked_on", "under", "leaning_on", "holding", "wearing") for s in r.subjects}
    held |= {id(o) for r in draft.relations if r.kind in ("holding", "wearing", "filled_with") for o in r.objects}
    beside = {id(s): r for r in draft.relations if r.kind in ("beside", "left_of", "right_of", "behind", "in_front_of", "near", "between") for s in r.subjects}
    for subject in draft.subjects:
        if id(subject) in held or subject is tables[0] or subject.becomes or subject.length > 0.45 or subject.category == "animal":
            continue
        relation = beside.get(id(subject))
        if relation is not None and any(o is tables[0] or isinstance(o, SubjectDraft) and o.length > SMALL for o in relation.objects):
            continue
        draft.relate([subject], "on", [tables[0]])
        draft.say("note", "assumed-support", f"the {subject.noun} stands on the {tables[0].noun}", subject.at, "say where it is: 'on the floor', 'on the windowsill'")


# ── light ──


def _lights(draft: Draft) -> None:
    indoors = draft.environment["setting"] in INDOORS
    kept: list[LightDraft] = []
    for light in draft.lights:
        told = {k for k in light.values if k != "outdoors"}
        if told <= {"kelvin"} and light.subject is None:
            _overall(draft, light)
            continue
        kept.append(light)
    draft.lights = kept
    for light in kept:
        _complete(draft, light, indoors, kept)
    _sunset(draft)
    _lit_things(draft)
    if "lighting" not in draft.given and not draft.lights and indoors:
        draft.say("note", "assumed-light", "no light is described: a soft key from the left" if draft.environment["setting"] == "studio" else "no light is described: daylight from a window", None, "say where it comes from and how hard it is: 'soft window light from the left'")


def _overall(draft: Draft, light: LightDraft) -> None:
    """"warm light": how warm all light is, no light of its own."""
    kelvin = light.values.get("kelvin")
    if kelvin is not None:
        draft.lighting["kelvin"] = kelvin
    for effect in draft.told.get(id(light), ()):
        effect.owner, effect.path = None, "lighting.kelvin"


def _complete(draft: Draft, light: LightDraft, indoors: bool, all_lights: list[LightDraft]) -> None:
    values = light.values
    outdoors = values.pop("outdoors", None)
    if outdoors and not indoors:
        values["source"] = outdoors
        draft.retell(light, "source", outdoors)
    studio = draft.environment["setting"] == "studio"
    if "source" not in values:
        values["source"] = _usual_source(draft, light, indoors, studio)
        draft.say("note", "assumed-source", f"the light is taken as {values['source'].replace('_', ' ')}", light.at, "name the source: 'window light', 'a softbox', 'sun'")
    values.setdefault("role", _usual_role(values, light, all_lights))
    if values["source"] in ("sun", "moon") and "elevation" not in values:
        values["elevation"] = _sun_elevation(draft.lighting["hour"]) if values["source"] == "sun" else 35.0
    if values["source"] == "window":
        values.setdefault("elevation", 25)
    if "azimuth" not in values:
        values["azimuth"] = -60.0 if values["role"] == "key" else 60.0
        if values["source"] not in ("sun", "ambient", "skylight", "moon"):
            draft.say("note", "assumed-direction", f"no direction is given for {draft.prompt[slice(*light.at)]!r}: from the {'left' if values['azimuth'] < 0 else 'right'}", light.at, "add 'from the left', 'from behind', 'from above'")
    if "quality" not in values:
        values["quality"] = {"sun": "hard" if draft.environment.get("weather", "clear") in ("clear", "partly_cloudy") else "soft", "moon": "hard"}.get(values["source"], "medium")


def _usual_source(draft: Draft, light: LightDraft, indoors: bool, studio: bool) -> str:
    if not indoors:
        return "moon" if draft.lighting["time"] == "night" else "sun"
    if light.values.get("quality") == "hard" and draft.times and not studio and draft.lighting["time"] not in ("night", "evening", "dusk", "blue_hour"):
        return "sun"
    if studio or light.values.get("role") in ("rim", "fill", "back", "background"):
        return "softbox" if light.values.get("quality") != "hard" or light.values.get("role") == "rim" else "spotlight"
    return "lamp" if draft.lighting["time"] == "night" else "window"


def _usual_role(values: dict, light: LightDraft, all_lights: list[LightDraft]) -> str:
    if values["source"] in ("lamp", "candle", "neon", "string_lights", "screen", "fire", "street_lamp") and any(x is not light and x.values.get("role", "key") == "key" and x.values.get("source") not in ("lamp", "candle", "neon") for x in all_lights):
        return "practical"
    return "key"


def _sun_elevation(hour: float) -> float:
    """Degrees on an equinox day at middle latitude."""
    return round(max(52 * math.sin(math.pi * (hour - 6.2) / 12.4), 4.0), 1) if 6.2 < hour < 18.6 else 4.0


def _sunset(draft: Draft) -> None:
    """A sunset or sunrise that is itself the picture: the sun stands low, in view."""
    if draft.environment["setting"] in INDOORS or draft.subjects or draft.lighting["time"] not in ("sunset", "sunrise", "golden_hour"):
        return
    if any(x.values.get("source") == "sun" for x in draft.lights) or draft.environment.get("weather") in ("overcast", "rain", "fog", "storm"):
        return
    light = LightDraft((0, 0), {"source": "sun", "role": "back", "azimuth": 165.0, "elevation": 4.0, "quality": "hard"})
    draft.lights.append(light)
    for atom, time in draft.times[:1]:
        draft.note(atom, "lighting", Effect("source", "sun", light))


def _lit_things(draft: Draft) -> None:
    """Lit lamps and candles give light; a tungsten light with one lamp in the picture comes from it."""
    lamps = [s for s in draft.subjects if s.becomes is None and s.thing in SOURCE_OF_THING]
    for subject in lamps:
        source = SOURCE_OF_THING[subject.thing]
        if any(x.subject is subject for x in draft.lights):
            continue
        match = next((x for x in draft.lights if x.subject is None and x.values["source"] == source and source in ("lamp", "candle", "neon", "fire")), None)
        lit = {"lit", "burning"} & set(subject.states) or subject.thing == "neon_sign"
        if match is not None and not {"unlit"} & set(subject.states):
            match.subject = subject
            if "lit" not in subject.states:
                subject.states.append("lit")
            draft.say("note", "assumed-source", f"the light comes from the {subject.noun}", match.at, "or say where from: 'from the left'")
        elif lit and len(draft.lights) < 16:
            role = "practical"
            light = LightDraft(subject.at, {"source": source, "role": role, "azimuth": 0.0, "elevation": 10.0, "quality": "soft"}, subject)
            light.values["kelvin"] = {"candle": 1900.0, "lamp": 2800.0, "fire": 2000.0}.get(source)
            if source == "neon" and subject.surface.colours:
                light.values["colour"] = subject.surface.colours[0]
            draft.lights.append(light)
            draft.note_of(subject, Effect("source", source, light))


# ── lens ──


def _lens(draft: Draft) -> None:
    camera = draft.camera
    focal, stop, why = LENS[draft.genre]
    said = []
    if "focal_length" not in camera:
        camera["focal_length"] = 100.0 if camera.get("framing") == "macro" else 50.0 if camera.get("angle") == "overhead" else focal
        said.append(f"{camera['focal_length']:g}mm")
    if "f_number" not in camera:
        camera["f_number"] = 1.8 if draft.depth == "shallow" else 11.0 if draft.depth == "deep" else 8.0 if camera.get("angle") == "overhead" else stop
        said.append(f"f/{camera['f_number']:g}")
    if said:
        draft.say("note", "assumed-camera", f"{' at '.join(said)}: {why}", None, "say your own: '85mm f/1.8', '24mm f/8'")
    camera.setdefault("framing", _framing(draft))
    camera.setdefault("angle", _angle(draft))


def _framing(draft: Draft) -> str:
    if draft.genre == "landscape" or not [s for s in draft.subjects if s.becomes is None]:
        return "wide"
    return {"interior": "full", "portrait": "full", "architecture": "wide", "vehicle": "full", "street": "full", "wildlife": "full"}.get(draft.genre, "medium")


def _angle(draft: Draft) -> str:
    longest = max((s.length for s in draft.subjects if s.becomes is None), default=10.0)
    return "eye_level" if longest > 0.9 or draft.genre in ("landscape", "interior", "street", "architecture") else "slightly_high"

