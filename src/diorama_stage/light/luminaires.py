# SPDX-License-Identifier: GPL-3.0-or-later
"""Lamps: what the scene asks for, as area, sun and point lights; and what lamps, candles and windows of the set give.

Indoors the key light gives an irradiance of 10 W/m² at the subject; everything else is a ratio of it.
"""

from __future__ import annotations

from dataclasses import replace

import bpy
import numpy as np
from mathutils import Vector

from diorama_stage.light import gobos
from diorama_stage.light.beams import Sunshine
from diorama_stage.light.colour import hex_rgb, kelvin_rgb, towards
from diorama_stage.light.sky import Sky, build
from diorama_stage.render.lights import SET, SKY, group
from diorama_stage.scene_view import Light, Lighting

KEY = 10.0
"""Irradiance of a key light at the subject, W/m²."""

RATIO = {"key": 1.0, "fill": 0.28, "rim": 1.2, "back": 1.2, "background": 0.6, "practical": 0.7}

SHAPE = {
    # source: (width, height) as a share of the distance, kelvin
    "window": (0.62, 0.86, 5600), "skylight": (0.9, 0.9, 6500), "softbox": (0.62, 0.62, 5500), "umbrella": (0.7, 0.7, 5500), "ring_light": (0.25, 0.25, 5500),
    "spotlight": (0.08, 0.08, 4500), "lamp": (0.12, 0.12, 2800), "candle": (0.04, 0.05, 1900), "neon": (0.5, 0.08, 6500), "fire": (0.25, 0.2, 2000),
    "moon": (0.05, 0.05, 4100), "screen": (0.4, 0.25, 7200), "street_lamp": (0.06, 0.06, 2300), "string_lights": (1.0, 0.1, 2400), "flash": (0.05, 0.05, 5600),
    "led_panel": (0.4, 0.3, 5600), "ambient": (1.6, 1.6, 5600), "sun": (0.0, 0.0, 5400),
}  # fmt: skip

GAS = 0.85
"""Share of the white in a named colour that a neon tube's light is without."""
SOFT = {"hard": 0.12, "medium": 0.6, "soft": 1.15, "diffused": 1.9, "dappled": 0.12}

DAYLIGHT = {
    "dawn": 5200, "sunrise": 3300, "early_morning": 4300, "morning": 4900, "noon": 5600, "afternoon": 5300, "late_afternoon": 4300, "golden_hour": 3400,
    "sunset": 3000, "dusk": 7500, "blue_hour": 9500, "evening": 3000, "night": 4100,
}  # fmt: skip
"""Colour temperature of daylight through a window, by time."""


def light_scene(chosen: Sky, lighting: Lighting, *, centre, extent: float, indoor: bool, studio: bool, camera_azimuth: float = 0.0, starry: bool = False, subjects=(), near=(), windows=(), practicals=(), emitters=(), faces: bool = False, sunshine: Sunshine | None = None, lamplit: bool = False) -> None:
    """Build the sky and every lamp. `sunshine`: sun that comes into the room, instead of one that is told; `lamplit`: a room by night whose own lamp is in
    the picture, exposed for the room. `faces`: people are the subject.

    `centre` and `extent`: where the subjects are and their radius, metres. `subjects`: the objects that may shade a key light indoors; `near`: those
    of the set that a rim light may fall on (what they stand on, not the walls behind)."""
    lights = list(lighting["lights"])
    time = lighting["time"]
    if sunshine is not None:
        lights = [x for x in lights if x["source"] != "sun"]
    if indoor:
        chosen = replace(chosen, strength=_ambient(lighting, studio, faces) * (LAMPLIT if lamplit else 1.0), tint=_ambient_tint(lighting))
        if not any(x["role"] == "key" for x in lights) and not _lit_by_itself(lighting, emitters):
            lights.append(_usual_key(studio, lighting) if sunshine is None else _beside_sun(lighting, sunshine.way[0]))
    levels = lighting["levels"]
    build(replace(chosen, strength=chosen.strength * levels.get(SKY, 1.0)))
    blockers = _collection("blockers", subjects)
    key = next((x for x in lights if x["role"] in ("key", "back", "rim")), None)
    gobo = None if key is None else gobos.KINDS.get("leaves" if lighting["gobo"] == "none" and key["quality"] == "dappled" else lighting["gobo"])
    lit = _collection("lit", subjects if lighting["mood"] == "low_key" else [*subjects, *near])
    for light in lights:
        if light["subject"] is None and (indoor or light["source"] not in ("sun", "skylight", "ambient", "moon", "window")):
            made = group(_lamp(light, lighting, centre, extent, blockers if indoor else None, camera_azimuth, gobo if light is key else None, scale=(1.0 if indoor else _outdoor_level(chosen)) * levels.get(light["id"], 1.0)), light["id"], None if light["id"] == "usual_key" else _kelvin(light, lighting))
            if indoor and light["role"] in ("rim", "back"):
                made.light_linking.receiver_collection = lit
    if chosen.kind == "night" and not indoor:
        moon = next((x for x in lights if x["source"] == "moon"), None)
        shine = _sun("moon", chosen.sun, (0.5 if moon else 0.12 if practicals or emitters else 0.34) * levels.get("moon", 1.0), (0.62, 0.75, 1.0), 1.0)
        shine.visible_glossy = moon is not None or not starry  # under stars alone no moon is mirrored in a lake
        group(shine, "moon")
    if chosen.kind in DIRECT:
        group(_sun("sun", chosen.sun, DIRECT[chosen.kind] * levels.get(SKY, 1.0), (1.0, 0.98, 0.94), chosen.softness), SKY)
    if sunshine is not None:
        shone = kelvin_rgb(lighting["kelvin"] or DAYLIGHT[time]) if sunshine.told is None else _tint(sunshine.told, lighting)
        shine = _sun("sunshine", sunshine.way, SUNSHINE * sunshine.strength * levels.get(sunshine.group, 1.0), shone, 0.7)
        group(shine, sunshine.group, _kelvin(sunshine.told, lighting) if sunshine.told else None)
    day = 0.0 if time in ("night", "evening") else 0.35 if time in ("dusk", "blue_hour", "dawn") else 1.0
    if any(map(leads, lights)):  # the set's own windows give way to the light that was asked for
        day *= 0.1
    day *= 1.0 if sunshine is None else SKYLIT
    for w in windows:
        if indoor and day:
            _window(w, KEY * 0.5 * day * levels.get("daylight", 1.0), kelvin_rgb(lighting["kelvin"] or DAYLIGHT[time]))
    if faces and not indoor and lighting["mood"] in REFLECTED_IN:
        _reflect(chosen, lights, camera_azimuth, centre, extent, levels.get(SKY, 1.0), _collection("before the lens", subjects))
    for p in practicals:
        group(_point(p.x, p.y, p.z, p.radius, p.kelvin, p.watts, getattr(p, "colour", None)), getattr(p, "group", SET), p.kelvin)


DIRECT = {"space": 4.0, "airless": 4.0, "mars": 2.6, "strange": 2.6, "water": 2.6}
"""Irradiance of the sun where the sky has none of its own, W/m²."""
WARM = 3600.0
"""Lamps and flames are warmer than this, kelvin."""
DAYLIT = frozenset(("sun", "skylight", "ambient", "window"))
"""Sources that are the day's own light."""
MODELLED, ROOM = 0.55, 0.6
"""Share of a room's fill that people are taken by, and things: light that comes from everywhere gives nothing a form or a shadow."""
BOUNCED = 0.65
"""Share of a room's fill that is the key light itself, given back by its walls."""


LAMPLIT = 3.0
"""How much more of a room's own light is seen by night where a lamp in the picture lights it: the lens is open for the room, not for the shade."""
SUNSHINE, SKYLIT, BESIDE = 42.0, 1.7, 0.5
"""Irradiance of the sun that lies in a room, W/m²; how much more the room's windows give then, and the share of its usual light that is held beside the lens."""


REFLECTOR, BOUNCED_DAY = (24.0, 14.0), (1.0, 0.95, 0.87)
"""Where a white reflector is held before somebody out of doors: degrees beside the lens, away from the sun, and above it; the colour of its light."""
REFLECTS, REFLECTS_TOLD, REFLECTED_IN = 0.13, 0.09, frozenset(("natural", "high_key"))
"""What it gives of the daylight on the ground: where no light is told, and where one is; the moods that it is used in."""
HIGH_SUN, LEAST_DAY = 1.5, 0.12
"""One by the sine of the height from which on the sun is as bright as at noon; the share of that which is left of daylight at the horizon."""
FROM_BEHIND = frozenset(("rim", "back"))
"""Roles of lights that leave the side that is seen in shade."""


def _reflect(chosen: Sky, lights: list[Light], camera_azimuth: float, centre, extent: float, level: float, people: bpy.types.Collection) -> None:
    """Hold a reflector before people out of doors, unless they are told to be lit from behind."""
    if any(x["role"] in FROM_BEHIND for x in lights):
        return
    aside = REFLECTOR[0] if chosen.sun[0] < 0 else -REFLECTOR[0]
    far = max(extent * 2.4, 1.2)
    day = float(np.clip(HIGH_SUN * np.sin(np.radians(chosen.elevation)), LEAST_DAY, 1.0))  # of a low sun little is given back
    irradiance = KEY * _outdoor_level(chosen) * day * (REFLECTS_TOLD if lights else REFLECTS) * level
    made = _area("reflector", centre, towards(aside, REFLECTOR[1], camera_azimuth), far, far * 0.9, far * 0.9, irradiance, BOUNCED_DAY)
    group(made, SKY).light_linking.receiver_collection = people


def leads(light: Light) -> bool:
    """True of a light that the set's own daylight gives way to: a key, and what outlines things from behind, which daylight behind them would swallow; unless
    it is that daylight itself."""
    return light["role"] == "key" or (light["role"] in ("rim", "back") and light["source"] not in DAYLIT)


def _ambient(lighting: Lighting, studio: bool, faces: bool = False) -> float:
    """Strength of the surrounding room, by mood, contrast and time; of `faces` a photographer keeps one side darker, so that they have a form."""
    level = {"natural": 1.0, "high_key": 2.4, "low_key": 0.16, "dramatic": 0.25, "moody": 0.4}[lighting["mood"]]
    level *= {"night": 0.16, "evening": 0.35, "blue_hour": 0.4, "dusk": 0.4, "dawn": 0.5}.get(lighting["time"], 1.0)
    hard = lighting["gobo"] != "none" or any(x["role"] in ("key", "rim", "back") and x["quality"] == "hard" for x in lighting["lights"])
    sided = any(leads(x) and abs(x["azimuth"]) > 35 and x["elevation"] < 70 for x in lighting["lights"])
    flame = any(x["role"] == "key" and x["source"] in ("candle", "fire") for x in lighting["lights"])
    # Light that is asked for from a side is to be seen to come from there, so the room fills less.
    fill = MODELLED if faces else 1.0 if studio or hard or flame or sided else ROOM
    return level * (0.5 if hard or flame else 0.6 if sided else 1.0) * fill * (1.15 if studio else 1.0)


def _ambient_tint(lighting: Lighting) -> tuple[float, float, float]:
    kelvin = {"blue_hour": 11000, "dusk": 9000, "dawn": 8000, "night": 8500}.get(lighting["time"])
    alone = lighting["lights"] and all(x["source"] in ("candle", "fire", "lamp") for x in lighting["lights"])
    if kelvin is None or alone:
        kelvin = kelvin or lighting["kelvin"] or 6200
        key = next((_kelvin(x, lighting) for x in lighting["lights"] if x["role"] == "key" or alone), None)
        if key is not None and key < WARM:  # the walls of a room give back the light that falls on them: without it, shadows by candlelight are violet
            kelvin = 1e6 / (BOUNCED * 1e6 / key + (1 - BOUNCED) * 1e6 / kelvin)
    return kelvin_rgb(kelvin)


def _lit_by_itself(lighting: Lighting, emitters) -> bool:
    """True where lit lamps or candles are to be the key: at night, or where the words give the light to a thing."""
    return bool(emitters) and lighting["time"] in ("night", "evening", "blue_hour", "dusk")


def _usual_key(studio: bool, lighting: Lighting) -> Light:
    rim_only = any(x["role"] in ("rim", "back") for x in lighting["lights"])
    source = "sun" if lighting["gobo"] != "none" else "softbox" if studio else "window"
    return {
        "id": "usual_key", "source": source, "role": "fill" if rim_only else "key", "azimuth": -58.0, "elevation": 38.0, "quality": "hard" if source == "sun" else "soft",
        "kelvin": lighting["kelvin"], "colour": None, "strength": 0.2 if rim_only else 1.0, "subject": None,
    }  # fmt: skip


def _beside_sun(lighting: Lighting, side: float) -> Light:
    """What a room gives of itself to what the sun does not lie on: from the side of its window, soft and weak."""
    return {**_usual_key(False, {**lighting, "gobo": "none", "lights": []}), "azimuth": 58.0 if side > 0 else -58.0, "strength": BESIDE}


def _outdoor_level(chosen: Sky) -> float:
    """How strong an added lamp is beside this sky: as bright as its own light on the ground, roughly."""
    return {"day": 2.2, "overcast": 0.3, "dusk": 0.06, "night": 0.035, "space": 0.3, "airless": 0.3, "water": 0.3}.get(chosen.kind, 1.0)


def _tint(light: Light, lighting: Lighting) -> tuple[float, float, float]:
    if light["colour"] is not None:
        rgb = np.asarray(hex_rgb(light["colour"]["hex"])) + 0.01
        if light["source"] == "neon":
            rgb = np.maximum(rgb - GAS * rgb.min(), 0.0) + 0.01  # a gas glows in few lines: no pastels
        return tuple(rgb / (rgb @ (0.2126, 0.7152, 0.0722)) ** 0.75 * 0.6)
    return kelvin_rgb(_kelvin(light, lighting))


def _kelvin(light: Light, lighting: Lighting) -> float | None:
    """The light's colour temperature; None where a colour was asked for."""
    if light["colour"] is not None:
        return None
    usual = SHAPE[light["source"]][2]
    if light["source"] in ("window", "sun", "skylight"):
        usual = DAYLIGHT[lighting["time"]]
    return light["kelvin"] or lighting["kelvin"] or usual


def _lamp(light: Light, lighting: Lighting, centre, extent: float, blockers, camera_azimuth: float, gobo, scale: float) -> bpy.types.Object:
    direction = towards(light["azimuth"], light["elevation"], camera_azimuth)
    power = KEY * RATIO[light["role"]] * light["strength"] * scale
    colour = _tint(light, lighting)
    if gobo or light["source"] in ("sun", "moon"):  # only a small or far source draws the pattern of what stands before it
        angle = {"hard": 0.53, "medium": 1.5, "soft": 8.0, "diffused": 20.0, "dappled": 0.6}[light["quality"]]
        angle = min(angle, 1.2) if gobo else angle
        made = _sun(light["id"], direction, power, colour, angle)
    else:
        distance = max(extent * 3.2, 0.5 if light["source"] in ("candle", "ring_light") else 0.9)
        wide, high, _ = SHAPE[light["source"]]
        soft = SOFT[light["quality"]]
        made = _area(light["id"], centre, direction, distance, wide * soft * distance, high * soft * distance, power, colour)
    if gobo:
        shade = gobos.hang(gobo, centre, direction, extent)
        if blockers is not None:
            blockers.objects.link(shade)
    if blockers is not None:
        made.light_linking.blocker_collection = blockers
    return made


def _area(name, centre, direction, distance, wide, high, irradiance, colour):
    """An area light that gives `irradiance` (W/m²) at the centre, facing it: W = E π d² for a small Lambertian emitter."""
    data = bpy.data.lights.new(name, "AREA")
    data.shape, data.size, data.size_y = "RECTANGLE", max(wide, 0.01), max(high, 0.01)
    spread = 1 + (wide * high) / (np.pi * distance**2)  # a large emitter gives less at its axis than a point of the same power
    data.energy = float(irradiance * np.pi * distance**2 * spread)
    data.color = colour
    light = bpy.data.objects.new(name, data)
    position = np.asarray(centre) + direction * distance
    light.location = position
    light.rotation_euler = Vector(direction).to_track_quat("Z", "Y").to_euler()
    light.visible_camera = False
    bpy.context.scene.collection.objects.link(light)
    return light


def _sun(name, direction, irradiance, colour, angle):
    data = bpy.data.lights.new(name, "SUN")
    data.energy, data.color, data.angle = float(irradiance), colour, float(np.radians(angle))
    light = bpy.data.objects.new(name, data)
    light.rotation_euler = Vector(direction).to_track_quat("Z", "Y").to_euler()
    bpy.context.scene.collection.objects.link(light)
    return light


def _point(x, y, z, radius, kelvin, watts, colour: str | None = None):
    data = bpy.data.lights.new("practical", "POINT")
    data.energy, data.color, data.shadow_soft_size = float(watts), hex_rgb(colour) if colour else kelvin_rgb(kelvin), max(radius, 0.002)
    light = bpy.data.objects.new("practical", data)
    light.location = (x, y, z)
    light.visible_camera = False
    bpy.context.scene.collection.objects.link(light)
    return light


def _window(w, irradiance, colour):
    """Daylight through an opening of the set: an area light in the opening, shining in."""
    data = bpy.data.lights.new("daylight", "AREA")
    data.shape, data.size, data.size_y = "RECTANGLE", w.width, w.height
    data.energy, data.color = float(irradiance * w.width * w.height * 4), colour
    light = bpy.data.objects.new("daylight", data)
    normal = Vector(w.normal).normalized()
    light.location = Vector(w.centre) + normal * 0.03
    light.rotation_euler = (-normal).to_track_quat("Z", "Y").to_euler()
    light.visible_camera = False
    bpy.context.scene.collection.objects.link(group(light, "daylight"))


def _collection(name: str, objects) -> bpy.types.Collection:
    made = bpy.data.collections.new(name)
    for object in objects:
        made.objects.link(object)
    return made
