"""Light, when the words leave it open: the usual source, role and direction; the sun of a sunset; lamps that are lit."""

from __future__ import annotations

import math
import re

from diorama.language.draft import Draft, Effect, LightDraft
from diorama.language.lights import SOURCE_OF_THING
from diorama.language.match import Atom
from diorama.scene import INDOORS
from diorama_catalogue import thing


def lights(draft: Draft) -> None:
    indoors = draft.environment["setting"] in INDOORS
    kept: list[LightDraft] = []
    for light in draft.lights:
        told = {k for k in light.values if k != "outdoors"}
        if told <= {"kelvin"} and light.subject is None:
            _overall(draft, light)
            continue
        kept.append(light)
    draft.lights = kept
    _windowless(draft, indoors)
    for light in draft.lights:
        complete(draft, light, indoors, draft.lights)
    _sunset(draft)
    _lit_things(draft)
    if "lighting" not in draft.given and not draft.lights and indoors:
        draft.say(
            "note",
            "assumed-light",
            f"{'what is told of the light names no lamp' if TOLD.search(draft.prompt) else 'no light is described'}: "
            f"{'a soft key from the left' if draft.environment['setting'] == 'studio' else 'daylight from a window'}",
            None,
            "say where it comes from and how hard it is: 'soft window light from the left'",
        )


TOLD = re.compile(r"\b(?:\w*light(?:s|ing)?|lit|glow\w*|lamps?|candles?|neon|shadows?|sunny)\b", re.IGNORECASE)
"""Words that tell of light, whether or not one is read from them."""
WINDOWLESS = re.compile(r"\b(?:no|without|without any) (?:windows?|daylight|natural light)\b|\bwindowless\b", re.IGNORECASE)


def _windowless(draft: Draft, indoors: bool) -> None:
    """ "A bedroom with no windows": what light there is, a lamp gives."""
    said = WINDOWLESS.search(draft.prompt)
    if said is None or not indoors or draft.environment["setting"] == "studio" or draft.lights or "lighting" in draft.given:
        return
    draft.lighting["time"], draft.lighting["hour"] = "night", 23.0
    light = LightDraft(said.span(), {"source": "lamp", "role": "key", "azimuth": -60.0, "elevation": 55.0, "quality": "medium"})
    draft.lights.append(light)
    draft.given.add("lighting")
    text = f"{said.group()!r}: a lamp gives the light, but a window that the room has of its own cannot be left out: it is dark"
    left = next((k for k, d in enumerate(draft.diagnostics) if d.code == "left-out" and d.span is not None and d.span[0] <= said.start() < d.span[1]), None)
    if left is not None:
        del draft.diagnostics[left]
    draft.say("warning", "cannot-leave-out", text, said.span(), "")
    for effect in [Effect("lighting.time", "night", None), Effect("source", "lamp", light)]:
        draft.note(Atom(*said.span(), said.group(), said.group().lower(), (), False), "lighting", effect)


def _overall(draft: Draft, light: LightDraft) -> None:
    """ "warm light": how warm all light is, no light of its own."""
    kelvin = light.values.get("kelvin")
    if kelvin is not None:
        draft.lighting["kelvin"] = kelvin
    for effect in draft.told.get(id(light), ()):
        effect.owner, effect.path = None, "lighting.kelvin"


def complete(draft: Draft, light: LightDraft, indoors: bool, all_lights: list[LightDraft]) -> None:
    values = light.values
    outdoors = values.pop("outdoors", None)
    if outdoors and not indoors:
        values["source"] = outdoors
        draft.retell(light, "source", outdoors)
    studio = draft.environment["setting"] == "studio"
    if values.get("source") == "sun" and draft.lighting["time"] == "night" and "sun" not in draft.prompt[slice(*light.at)].lower():
        values["source"] = "moon"  # "volumetric light" by night
        draft.retell(light, "source", "moon")
    if "source" not in values:
        values["source"] = _usual_source(draft, light, indoors, studio)
        draft.say(
            "note",
            "assumed-source",
            f"the light is taken as {values['source'].replace('_', ' ')}",
            light.at,
            "name the source: 'window light', 'a softbox', 'sun'",
        )
    values.setdefault("role", _usual_role(values, light, all_lights))
    if values["source"] in ("sun", "moon") and "elevation" not in values:
        values["elevation"] = sun_elevation(draft.lighting["hour"]) if values["source"] == "sun" else 35.0
    if values["source"] == "window":
        values.setdefault("elevation", 25)
    if "azimuth" not in values:
        values["azimuth"] = -60.0 if values["role"] == "key" else 60.0
        if values["source"] not in ("sun", "ambient", "skylight", "moon"):
            draft.say(
                "note",
                "assumed-direction",
                f"no direction is given for {draft.prompt[slice(*light.at)]!r}: from the {'left' if values['azimuth'] < 0 else 'right'}",
                light.at,
                "add 'from the left', 'from behind', 'from above'",
            )
    if "quality" not in values:
        values["quality"] = {
            "sun": "hard" if draft.environment.get("weather", "clear") in ("clear", "partly_cloudy") else "soft",
            "moon": "hard",
        }.get(values["source"], "medium")


def _usual_source(draft: Draft, light: LightDraft, indoors: bool, studio: bool) -> str:
    fiery = any(s.becomes is None and ("burning" in s.states or thing(s.thing).light == "fire") for s in draft.subjects)
    if not indoors and "colour" in light.values and draft.lighting["time"] == "night":
        return "fire" if fiery else "ambient"  # "an orange glow": the moon has none
    if not indoors:
        return "moon" if draft.lighting["time"] == "night" else "sun"
    if (
        light.values.get("quality") == "hard"
        and draft.times
        and not studio
        and draft.lighting["time"] not in ("night", "evening", "dusk", "blue_hour")
    ):
        return "sun"
    if studio or light.values.get("role") in ("rim", "fill", "back", "background"):
        return "softbox" if light.values.get("quality") != "hard" or light.values.get("role") == "rim" else "spotlight"
    return "lamp" if draft.lighting["time"] == "night" else "window"


def _usual_role(values: dict, light: LightDraft, all_lights: list[LightDraft]) -> str:
    if values["source"] in ("lamp", "candle", "neon", "string_lights", "screen", "fire", "street_lamp") and any(
        x is not light and x.values.get("role", "key") == "key" and x.values.get("source") not in ("lamp", "candle", "neon") for x in all_lights
    ):
        return "practical"
    return "key"


def sun_elevation(hour: float) -> float:
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
    for atom, _ in draft.times[:1]:
        draft.note(atom, "lighting", Effect("source", "sun", light))


def _lit_things(draft: Draft) -> None:
    """Lit lamps and candles give light; a tungsten light with one lamp in the picture comes from it."""
    lamps = [s for s in draft.subjects if s.becomes is None and s.thing in SOURCE_OF_THING]
    dark = not draft.lights and draft.lighting["time"] in ("night", "evening", "dusk", "blue_hour") and draft.environment["setting"] in INDOORS - {"studio"}
    for subject in lamps:
        source = SOURCE_OF_THING[subject.thing]
        if any(x.subject is subject for x in draft.lights):
            continue
        match = next(
            (x for x in draft.lights if x.subject is None and x.values["source"] == source and source in ("lamp", "candle", "neon", "fire")), None
        )
        lit = {"lit", "burning"} & set(subject.states) or subject.thing == "neon_sign" or subject.thing == "campfire" and not {"unlit", "off"} & set(subject.states)
        if match is not None and not {"unlit"} & set(subject.states):
            match.subject = subject
            if "lit" not in subject.states:
                subject.states.append("lit")
            draft.say("note", "assumed-source", f"the light comes from the {subject.noun}", match.at, "or say where from: 'from the left'")
        elif (lit or dark and source in ("candle", "lamp") and not {"unlit"} & set(subject.states)) and len(draft.lights) < 16:
            if not lit:
                subject.states.append("lit")
                draft.say("note", "assumed-source", f"the {subject.noun} is lit, as no other light is named by night", subject.at, "say 'unlit', or what light there is")
            role = "practical"
            light = LightDraft(subject.at, {"source": source, "role": role, "azimuth": 0.0, "elevation": 10.0, "quality": "soft"}, subject)
            light.values["kelvin"] = {"candle": 1900.0, "lamp": 2800.0, "fire": 2000.0}.get(source)
            if source == "neon" and subject.surface.colours:
                light.values["colour"] = subject.surface.colours[0]
            draft.lights.append(light)
            draft.note_of(subject, Effect("source", source, light))
