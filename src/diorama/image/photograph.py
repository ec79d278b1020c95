"""Photographing linear light: what the camera is set to for a scene, by what is metered and by what the words ask for; then the film.

linear light + metering (light, albedo, where the subjects are) → settle: exposure, white balance → photograph: uint8 sRGB
"""

from __future__ import annotations

from typing import Any

import numpy as np

from diorama.image.colour import LUMA, parse_hex
from diorama.image.develop import Development, run
from diorama.image.measure import illuminant_cct
from diorama.image.meter import Mood, meter
from diorama.scene import INDOORS, Colour, Layout, Scene
from diorama_catalogue import thing

GREY = 0.18
VEIL, DARKEST = 0.8, 0.004
"""How much of the light of the darkest share of the frame comes out black, and that share."""
MOST_BLACK = 0.03
"""Exposed light, of middle grey's 0.18: a picture of white paper has no black."""
FULL_RANGE, STEEPEST = 4.6, 1.22
"""Stops from the darker to the brighter twentieth of the frame below which the tone curve is steeper, and the most that it is."""
BRIGHT, HELD, MOST_HELD = 0.9, 0.6, 0.5
"""Stops over middle grey from which half the frame is bright; how much of what is beyond is taken back, and how many stops at most."""
SHARPNESS = 0.5
SPEEDS = {"studio": 100.0, "outdoors": 200.0, "indoors": 640.0, "dusk": 1600.0, "night": 3200.0}
"""What a photographer sets the sensor to (ISO)."""
MOST_STOPS = 24.0
"""A picture with no light at all stays black."""
SKY = 0.45
"""What the daylight sky is exposed for: well above middle grey."""
NEUTRAL = 6500.0
WARMEST = 85.0
"""Mireds that the picture may be warmer than what the light is balanced for: more is an orange veil that swallows every colour."""
LOWEST = 2750.0
"""Kelvin: no camera is set lower; a Bradford adaptation to flames turns red things pink."""
INCIDENT = 0.75
"""How far the exposure follows the falling light rather than the reflected."""
FACES = 0.05
"""Stops that a portrait is exposed shorter by: for a face's lit side, not for the mean of face, hair and clothes."""
LIT_SIDE, LIT_SHARE, MOST_SHORTER = 1.7, 0.12, 1.0
"""Stops above middle grey that the brightest share of somebody near the lens may reach, and the most that a portrait is exposed shorter for it."""
ON_FACES, FACES_SEEN, MOST_ASIDE = 0.75, 12, 1.25
"""How far a portrait's exposure follows the light on faces, of how many metered points on, and the most stops that this takes it away from the whole's."""
DARK_COATS, DARK_FROM = 0.8, (0.12, 0.04)
"""Stops that animals with dark coats are exposed shorter by, at most, and the albedos at which that begins and is reached."""
RIMS = 0.6
"""Stops that what is lit from behind alone is exposed shorter by: the side that is seen stays in shade."""
LAMPS = 5.0
"""Stops over middle grey that lit lamps may reach where a picture is of them in a dark place."""
FROM_BEHIND, DAYLIT = frozenset(("rim", "back")), frozenset(("sun", "skylight", "moon", "window"))
NEAR_FACES = frozenset(("macro", "close_up", "medium_close", "medium"))
OPEN_SKY = frozenset(("sea", "sky", "lake", "cliff", "beach", "desert", "meadow", "savannah", "mountains", "snow_field", "city_skyline"))
"""Settings whose sky takes a large part of the frame."""


def settle(scene: Scene, metering: np.ndarray, layout: dict[str, Any]) -> Scene:
    """The scene with its layout: where everything stands (`layout`, as the engine tells it), and what was metered; what the layout held already is kept.

    `metering`: float32 (h, w, 8), a small picture of what the camera sees: linear light Rec.709 (3), albedo 0 to 1 (3),
    1 where a subject is (1), 1 where somebody's face is (1).
    """
    kept = scene.layout or Layout()
    stops = expose(metering, mood(scene))
    stops = for_faces(metering, stops) if _of_faces(scene) else stops
    stops = for_coats(metering, stops) if mood(scene) == "natural" and any(s.kind == "animal" for s in scene.subjects) else stops
    stops -= RIMS if _from_behind(scene) else 0.0
    stops = for_the_place(metering, stops, mood(scene)) if _of_lamps(scene) else stops
    stops -= held(metering, stops) if mood(scene) == "natural" and not _of_faces(scene) else 0.0
    exposure = round(float(np.clip(stops, -MOST_STOPS, MOST_STOPS)), 4) if kept.exposure is None else kept.exposure
    kelvin = balance(metering, scene) if kept.white_balance is None else kept.white_balance
    black, contrast = (kept.black, kept.contrast) if kept.exposure is not None else tones(metering, exposure, scene)
    settings = {"exposure": exposure, "white_balance": None if kelvin is None else round(kelvin, 1), "black": black, "contrast": contrast}
    return scene.model_copy(update={"layout": Layout.model_validate({**layout, **settings})})


def held(metering: np.ndarray, stops: float) -> float:
    """Stops to expose shorter by where most of the frame is bright, as a camera that looks at all of it does: white walls keep their light and shade.

    `metering`: as `settle` tells.
    """
    middle = float(np.log2(max(float(np.median(metering[..., :3] @ LUMA)), 1e-9) / GREY)) + stops
    return float(np.clip(HELD * (middle - BRIGHT), 0.0, MOST_HELD))


def tones(metering: np.ndarray, stops: float, scene: Scene) -> tuple[float, float]:
    """The black (exposed light) and the steepness of the curve, by its own, that a developer of raw pictures gives a flat one: light that is everywhere
    is taken for the veil that it is, but in fog, and what lies within a few stops is spread. `metering`: as `settle` tells."""
    y = np.maximum(metering[..., :3] @ LUMA, 1e-9) * 2.0**stops
    clear = 1 - float(np.clip(2 * scene.environment.haze, 0, 1))
    black = clear * min(VEIL * float(np.quantile(y, DARKEST)), MOST_BLACK)
    low, high = np.log2(np.quantile(y, (0.05, 0.95)))
    contrast = 1 + clear * (float(np.clip(FULL_RANGE / max(high - low, 1e-3), 1.0, STEEPEST)) - 1)
    return round(black, 5), round(contrast, 4)


def for_faces(metering: np.ndarray, stops: float) -> float:
    """The stops for a portrait: for the light on its faces, where the lens sees them; a little shorter, and so much that a lit side in hard sun keeps its skin.

    `metering`: float32 (h, w, 8), as `settle` tells.
    """
    there, face = metering[..., 6] > 0.5, metering[..., 7] > 0.5
    stops -= FACES
    if not there.any():
        return stops
    if face.sum() >= FACES_SEEN:
        there = face
        falling = metering[..., :3] @ LUMA / np.clip(metering[..., 3:6].mean(axis=-1), 0.03, 1.0)
        wanted = -float(np.log2(np.maximum(falling[face], 1e-12)).mean()) - FACES
        stops += float(np.clip(ON_FACES * (wanted - stops), -MOST_ASIDE, MOST_ASIDE))
    bright = float(np.quantile((metering[..., :3] @ LUMA)[there], 1 - LIT_SHARE))
    over = np.log2(max(bright, 1e-12) / GREY) + stops - LIT_SIDE
    return stops - float(np.clip(over, 0.0, MOST_SHORTER))


def for_coats(metering: np.ndarray, stops: float) -> float:
    """The stops for animals: shorter for dark coats, which shade themselves and would be lifted to a dusty grey.

    `metering`: float32 (h, w, 8), as `settle` tells.
    """
    there = metering[..., 6] > 0.5
    if not there.any():
        return stops
    reflects = float(metering[..., 3:6].mean(axis=-1)[there].mean())
    return stops - DARK_COATS * float(np.clip((DARK_FROM[0] - reflects) / (DARK_FROM[0] - DARK_FROM[1]), 0.0, 1.0))


def for_the_place(metering: np.ndarray, stops: float, mood: Mood) -> float:
    """The stops for lamps as subjects: longer, for what is around them, as far as lamps may be brighter than a picture's middle.

    `metering`: float32 (h, w, 8), as `settle` tells.
    """
    there = metering[..., 6] > 0.5
    if not there.any() or there.all():
        return stops
    around = metering.copy()
    around[..., 6] = ~there
    shining = float(np.log2(max(float(np.median((metering[..., :3] @ LUMA)[there])), 1e-12) / GREY))
    return float(np.clip(expose(around, mood), stops, max(stops, LAMPS - shining)))


def _of_lamps(scene: Scene) -> bool:
    """True of a place in the dark whose only subjects are lamps that are lit."""
    told = [s for s in scene.subjects if s.within is None]
    lamps = bool(told) and all(s.kind == "object" and thing(s.thing).light is not None and not {"unlit", "off"} & {*s.states, *s.styles} for s in told)
    return lamps and scene.lighting.time in ("night", "dusk", "blue_hour", "evening") and scene.environment.setting not in ("studio", "tabletop")


def _from_behind(scene: Scene) -> bool:
    """True where lamps behind it are all the light that is told, in no mood of its own."""
    lamps = scene.lighting.lights
    alone = bool(lamps) and all(x.role in FROM_BEHIND and x.source not in DAYLIT for x in lamps)
    return alone and mood(scene) == "natural" and scene.environment.setting in INDOORS


def _of_faces(scene: Scene) -> bool:
    """True of a portrait in no mood of its own."""
    return scene.camera.framing in NEAR_FACES and mood(scene) == "natural" and any(s.kind == "person" for s in scene.subjects)


def photograph(linear: np.ndarray, scene: Scene, seed: int) -> np.ndarray:
    """Develop linear light, float32 (h, w, 3) Rec.709, for a settled scene's film: uint8 sRGB (h, w, 3). `seed`: of the grain."""
    return run(linear, development(scene, seed))


def development(scene: Scene, seed: int) -> Development:
    """All that decides how a settled scene's light becomes a picture. A film has its own grain and edges; a sensor is sharpened, and has its noise."""
    layout = scene.layout or Layout()
    digital = scene.film.stock == "digital"
    return Development(
        film=scene.film, exposure_stops=layout.exposure or 0.0, kelvin=layout.white_balance, focal_length=scene.camera.focal_length, seed=seed,
        black=layout.black or 0.0, contrast=layout.contrast or 1.0, sharpness=SHARPNESS if digital else 0.0, speed=speed(scene) if digital else 0.0,
    )  # fmt: skip


def speed(scene: Scene) -> float:
    """The sensor's speed (ISO) for the light that there is."""
    setting, time = scene.environment.setting, scene.lighting.time
    if setting in ("studio", "tabletop"):
        return SPEEDS["studio"]
    if time in ("night", "dusk", "blue_hour", "evening"):
        return SPEEDS["night" if time == "night" else "dusk"]
    return SPEEDS["indoors" if setting in INDOORS else "outdoors"]


def expose(metering: np.ndarray, mood: Mood) -> float:
    """Stops, mostly as an incident-light meter finds them: a renderer knows what is white and what is black, so a black camera stays black.

    `metering`: float32 (h, w, 8), as `settle` tells. Where nothing reflects (sky, lamps) the light itself is metered.
    """
    light, albedo, mask = metering[..., :3], metering[..., 3:6].mean(axis=-1, keepdims=True), metering[..., 6]
    reflects = albedo > 0.002
    falling = light * GREY / np.where(reflects, np.clip(albedo, 0.03, 1.0), GREY if mood in ("night", "moody") else SKY)
    subjects = mask if mask.any() else reflects[..., 0] if reflects.any() else None
    return INCIDENT * meter(falling, subjects=subjects, mood=mood) + (1 - INCIDENT) * meter(light, subjects=subjects, mood=mood)


def balance(metering: np.ndarray, scene: Scene) -> float | None:
    """The colour temperature (K, 2750 to 15000) the camera is set to. Like an eye, it goes only part of the way to the light there is: candle light stays warm,
    dusk stays blue, and what the words ask to be warm stays warmer. None: what the film stock is balanced for.

    `metering`: float32 (h, w, 8), as `settle` tells.
    """
    if scene.film.stock != "digital":
        return None if scene.film.stock == "cinestill_800t" else NEUTRAL
    light, albedo, mask = metering[..., :3], metering[..., 3:6], metering[..., 6]
    everywhere = albedo.min(axis=-1) > 0.02
    if everywhere.sum() < 40:
        return NEUTRAL
    subjects = everywhere & (mask > 0)
    falling = light / np.maximum(albedo, 0.02)
    around = _temperature(falling, everywhere)
    found = _temperature(falling, subjects) if subjects.sum() > 40 else around
    share = _share(scene, found)
    asked = share * 1e6 / found + (1 - share) * 1e6 / NEUTRAL
    return max(float(1e6 / max(asked, 1e6 / min(found, around) - WARMEST)), LOWEST)


def _temperature(falling: np.ndarray, where: np.ndarray) -> float:
    return float(np.clip(illuminant_cct(falling, where, linear=True, norm=1.0), 1800, 15000))


def _share(scene: Scene, found: float) -> float:
    """How far the balance goes to the light there is (K): hardly where its colour was asked for, nearly all the way in a studio."""
    if scene.lighting.kelvin or any(x.kelvin or x.colour for x in scene.lighting.lights):
        return 0.2
    if found > 4600 and (scene.environment.setting in ("studio", "tabletop") or scene.camera.angle == "overhead"):
        return 0.9
    if found < 4600:
        return 0.5
    return 0.8 if scene.environment.setting in INDOORS else 0.3


OF_THE_TIME: dict[str, Mood] = {"night": "night", "dusk": "moody", "blue_hour": "moody", "evening": "dramatic"}


def mood(scene: Scene) -> Mood:
    """What the picture's overall brightness should be like, in the meter's words."""
    asked = scene.lighting.mood
    if asked != "natural":
        return asked
    backdrop = scene.environment.backdrop.colours
    tone = _tone(backdrop, 0.5)
    if tone < 0.2:
        return "low_key" if scene.lighting.lights and all(x.role in ("rim", "back") for x in scene.lighting.lights) else "dramatic"
    overhead = scene.camera.angle == "overhead"
    if (tone > 0.85 and scene.environment.setting == "studio") or (overhead and _tone(scene.environment.ground.colours, 0.5) > 0.85):  # white paper comes out white
        return "high_key"
    return "dramatic" if _of_the_sky(scene) else OF_THE_TIME.get(scene.lighting.time, "natural")


def _tone(colours: tuple[Colour, ...], otherwise: float) -> float:
    """Of the first colour: 0 black, 1 white."""
    return float(np.mean(parse_hex(colours[0].hex))) if colours else otherwise


def _of_the_sky(scene: Scene) -> bool:
    """Whether the picture is exposed for the sky's colours, or for a storm."""
    time, setting = scene.lighting.time, scene.environment.setting
    if time in ("sunset", "sunrise") and (not scene.subjects or setting in OPEN_SKY):
        return True
    return scene.environment.weather == "storm" and setting not in INDOORS and time not in ("night", "dusk", "blue_hour")
