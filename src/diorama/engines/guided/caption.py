"""The scene as words for a painter, in the form that it was told in: what is where, in what light, through which lens."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from diorama.contracts.capabilities import PromptForm
from diorama.engines.guided.clauses import counted, looks, phrase, plain
from diorama.engines.guided.elements import bbox, elements, structured
from diorama_catalogue.plurals import plural
from diorama.scene import Scene
from diorama.scene.relation import PLACES

SOURCES = {"umbrella": "a photo umbrella", "sun": "the sun", "skylight": "the sky", "moon": "the moon", "led_panel": "an LED panel", "ambient": "all around"}
SETTINGS = {
    "studio": "in a photo studio", "tabletop": "on a table top", "sky": "in the sky", "beach": "on a beach", "street": "on a street",
    "windowsill": "on a windowsill",
}  # fmt: skip
KELVIN = ((3300, "warm"), (4500, "slightly warm"), (6800, ""), (20_001, "cool"))
FRAMED = {
    "macro": "macro photograph", "close_up": "close-up", "medium_close": "medium close-up", "medium": "medium shot", "full": "full shot", "wide": "wide shot",
    "establishing": "establishing shot",
}  # fmt: skip
ANGLES = {"low": "from a low angle", "worms_eye": "from the ground up", "high": "from above", "overhead": "from straight above", "aerial": "from the air"}
INSTRUCTION = (
    "Turn this rendering into a real photograph. Keep the camera, the composition and the place, size and number of everything exactly as they are."
)  # fmt: skip
AS_JSON: tuple[PromptForm, ...] = ("elements", "structured")
MOST_TAGS = 60
"""Words: a CLIP text encoder reads 77 tokens and drops the rest."""


def caption(scene: Scene, form: PromptForm, seen: Sequence[dict[str, Any]], words: str = "") -> str:
    """The whole prompt. `seen`: the stage's report on each instance (`id`, `frame` left, top, right, bottom as shares); `words`: the prompt's own, where
    they still hold."""
    if form == "tags":
        return tags(scene)
    if form in AS_JSON:
        return _as_json(form, scene, seen, words)
    told = [*([f"{words.strip().rstrip('.')}."] if words.strip() else []), *_sentences(scene, seen)]
    if form == "instruction":
        told.insert(0, INSTRUCTION)
    return " ".join([*told, boxes(scene, seen)] if form == "boxes" else told)


def boxes(scene: Scene, seen: Sequence[dict[str, Any]]) -> str:
    """Where each instance lies, in the form of FLUX 3: one JSON array of `id`, `bbox` (top, left, bottom, right, in thousandths of the frame) and `desc`."""
    called, subjects = _names(scene), {s.id: s for s in scene.subjects}
    found = [one for one in seen if "frame" in one and one["id"] in subjects]
    told = []
    for k, one in enumerate(found):
        subject = subjects[one["id"]]
        told.append({"id": f"{one['id']}.{k + 1}", "bbox": bbox(one["frame"]), "desc": phrase(subject.model_copy(update={"count": 1}), called)})
    return json.dumps(told, ensure_ascii=False)


def _as_json(form: PromptForm, scene: Scene, seen: Sequence[dict[str, Any]], words: str) -> str:
    told, called = " ".join([words.strip(), *_sentences(scene, seen)[1:]] if words.strip() else _sentences(scene, seen)), _names(scene)
    if form == "structured":
        angle = ANGLES.get(scene.camera.angle, "at eye level")
        return structured(scene, seen, told, _place(scene), "; ".join(_lights(scene)), angle, called, stand)
    return elements(scene, seen, told, _place(scene), "; ".join(_lights(scene)), ", ".join(_lens(scene)), called)


def own_words(prompt: str, unheeded: Callable[[], tuple[str, ...]], *, whole: bool) -> str:
    """The prompt's own words, as far as they hold: all of them, where they were never refined and the `whole` scene is painted; else what the reading left
    `unheeded` in its first paragraph, so that no word is dropped because the scene cannot hold it."""
    first, *refined = prompt.strip().splitlines() or [""]
    if whole and not refined:
        return first
    left = unheeded()
    return f"In the manner of these words: {', '.join(left)}" if left else ""


def tags(scene: Scene) -> str:
    """Words between commas, what matters most first, as many as are read."""
    called = _names(scene)
    parts = ["photograph", *(phrase(s, called) for s in scene.subjects), _place(scene), *_lights(scene), *_lens(scene)]
    out: list[str] = []
    for part in (piece.strip() for whole in parts for piece in whole.split(",")):
        if part and part not in out:
            if sum(len(one.split()) for one in (*out, part)) > MOST_TAGS:
                break
            out.append(part)
    return ", ".join(out)


def _sentences(scene: Scene, seen: Sequence[dict[str, Any]]) -> list[str]:
    called = _names(scene)
    told = [f"A {FRAMED[scene.camera.framing]}{' ' + ANGLES[scene.camera.angle] if scene.camera.angle in ANGLES else ''}, {_place(scene)}."]
    for subject in scene.subjects:
        where = stand([one["frame"] for one in seen if one["id"] == subject.id and "frame" in one])
        told.append(_capital(f"{phrase(subject, called)}{', ' + where if where else ''}."))
    many = {s.id for s in scene.subjects if s.count > 1}
    told += [
        _capital(f"{called(r.subject)} {'are' if r.subject in many else 'is'} {plain(r.kind)} {' and '.join(called(one) for one in r.objects)}.")
        for r in scene.relations
        if not set(r.objects) <= set(PLACES) and r.kind != "with"
    ]
    lights = _lights(scene)
    return [*told, *([_capital(f"{'; '.join(lights)}.")] if lights else []), _capital(f"{', '.join(_lens(scene))}.")]


def stand(frames: Sequence[Sequence[float]]) -> str:
    """Where rectangles lie in the frame, in words; "from left to right" for several in a row.

    >>> stand([(0.1, 0.4, 0.3, 0.8)])
    'on the left'
    """
    if not frames:
        return ""
    left, right = min(f[0] for f in frames), max(f[2] for f in frames)
    if len(frames) > 1 and right - left > 0.5:
        return "side by side across the frame"
    x, y = (left + right) / 2, sum((f[1] + f[3]) / 2 for f in frames) / len(frames)
    across = "on the left" if x < 0.36 else "on the right" if x > 0.64 else "in the middle"
    return across + (" near the top" if y < 0.25 else " near the bottom" if y > 0.8 else "")


def _names(scene: Scene) -> Callable[[str], str]:
    nouns = {s.id: s.noun or plain(s.thing) for s in scene.subjects}
    several = {s.id for s in scene.subjects if s.count > 1}
    return lambda id: f"the {plural(nouns[id]) if id in several else nouns.get(id, plain(id))}"


def _place(scene: Scene) -> str:
    place = scene.environment
    ground = " ".join(looks(place.ground))
    backdrop = " ".join(looks(place.backdrop))
    surface = {"terrain": "ground", "seamless": "seamless paper"}.get(place.ground_shape, place.ground_shape)
    words = [place.words or SETTINGS.get(place.setting, f"in a {plain(place.setting)}")] if place.setting != "tabletop" or not ground else []
    words += [f"on {counted(1, f'{ground} {surface}') if surface in ('table', 'shelf', 'floor', 'sill') else f'{ground} {surface}'}"] if ground else []
    words += [f"{backdrop} behind"] if backdrop else []
    words += [plain(feature) for feature in place.features]
    words += [plain(place.weather)] if place.weather != "clear" else []
    words += [place.season] if place.season else []
    words += ["wet ground"] if place.wetness > 0.4 else []
    return ", ".join(words)


def _lights(scene: Scene) -> list[str]:
    lighting = scene.lighting
    told = [_light(one) for one in lighting.lights]
    told += [f"{plain(lighting.mood)} light"] if lighting.mood != "natural" else []
    told += [f"{plain(lighting.shadow)} shadows"] if lighting.shadow not in ("natural", "none") else []
    return [*told, plain(lighting.time)]


def _light(light: Any) -> str:
    tint = light.colour.name if light.colour else next(word for limit, word in KELVIN if (light.kelvin or 5600) < limit)
    off, hand = abs(light.azimuth), "right" if light.azimuth > 0 else "left"
    side = "from behind the camera" if off < 25 else "from behind" if off > 145 else f"from the {hand}"
    quality = "" if light.quality == "medium" else light.quality
    high = ", from high above" if light.elevation > 70 else ", low" if light.elevation < 15 else ""
    return " ".join(filter(None, (quality, tint, "light of", SOURCES.get(light.source, f"a {plain(light.source)}"), side))) + high


def _lens(scene: Scene) -> list[str]:
    camera, film = scene.camera, scene.film
    told = [f"{camera.focal_length:.0f}mm lens at f/{camera.f_number:g}"]
    told += ["everything sharp"] if camera.deep_focus else ["shallow depth of field"] if camera.f_number <= 2.8 else []
    told += ["black and white"] if film.monochrome else ["sepia"] if film.sepia else []
    told += [f"{plain(film.stock)} film"] if film.stock != "digital" else []
    return told


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
