"""Relative words: "warmer", "a bit bigger", "twice as tall", "more grain" are steps from the present value."""

from __future__ import annotations

from dataclasses import dataclass, field

from diorama.language.match import Atom
from diorama.language.refine import illumination
from diorama.language.refine.desk import Desk
from diorama.language.refine.scales import shaded, stepped
from diorama.language.refine.vocabulary import Quantity, vocabulary
from diorama.scene import INDOORS

LAYER = {"light": "lighting", "lighting": "lighting", "subject": "subject", "surface": "subject", "camera": "camera", "film": "film", "environment": "environment"}
UP = frozenset(("higher", "stronger", "bigger", "brighter", "deeper", "harder", "longer", "thicker", "more_vivid", "more_contrast", "warmer"))
DOWN = frozenset(("lower", "weaker", "smaller", "darker", "softer", "shorter", "thinner", "flatter", "more_muted", "cooler", "shallower"))
"""Relative words for more and less of a quantity: "lower contrast", "stronger grain"."""


@dataclass
class Target:
    """What a clause is about."""

    kind: str
    """subject, part, light, shadow, ground, backdrop, camera, film, picture, weather, time, text, setting …"""
    ids: list[str] = field(default_factory=list)
    """Of subjects or lights."""
    name: str = ""
    """Of the part."""
    atoms: list[Atom] = field(default_factory=list)
    explicit: bool = True
    """Said, not assumed."""


@dataclass
class Degree:
    """How far: steps, or exactly so many times."""

    steps: float = 1.0
    factor: float | None = None
    turned: bool = False
    """ "less" before the word."""
    atoms: list[Atom] = field(default_factory=list)


def signed(step: Atom, target: Target) -> tuple[Quantity, float] | None:
    """The quantity that a relative word moves on a target, and which way; None where they do not go together."""
    if target.kind == "amount":
        sign = 1.0 if step.sense("step").key in UP else -1.0 if step.sense("step").key in DOWN else 0.0
        return (vocabulary().quantities[target.name], sign) if sign else None
    data = step.sense("step").data
    text = data["of"].get(target.kind)
    if text is None and target.kind in ("weather", "time", "setting", "environment"):
        text = data["of"].get("picture")
    return None if text is None else (vocabulary().quantities[text[1:]], 1.0 if text[0] == "+" else -1.0)


def take(desk: Desk, word: Atom, quantity: Quantity, sign: float, target: Target, degree: Degree) -> bool:
    """Make one step and note the words. False where nothing could move."""
    amount = sign * degree.steps * (-1.0 if degree.turned else 1.0)
    effects = _move(desk, quantity, amount, degree.factor, target)
    words = [*degree.atoms, word]
    layer = LAYER.get(effects[0].path.split(".")[0].rstrip("s"), LAYER[quantity.owner]) if effects else LAYER.get(quantity.owner, "none")
    if effects:
        desk.note(words, layer, *effects)
        desk.note(target.atoms, layer)
        return True
    desk.refuse("at-its-end", f"{desk.text(words)!r}: it is so already, as far as it goes", words, "or say the value: '85mm', '3200K', 'close-up'")
    return False


def _move(desk: Desk, quantity: Quantity, amount: float, factor: float | None, target: Target):
    if quantity.owner == "light":
        return _light(desk, quantity, amount, factor, target)
    if quantity.owner == "surface":
        return _shade(desk, quantity, amount, target)
    if quantity.owner == "subject":
        paths = [f"subjects.{id}.{f}" for id in target.ids for f in quantity.field.split()]
        return [e for p in paths for e in _at(desk, p, quantity, amount, factor)]
    effects = _at(desk, f"{quantity.owner}.{quantity.field}", quantity, amount, factor)
    if quantity.field == "hour" and effects:
        illumination.put_hour(desk, desk.scene.lighting.hour)
        effects.append(desk.step_effect("lighting.time", desk.scene.lighting.time))
    if quantity.field == "f_number" and desk.scene.camera.deep_focus and amount < 0:
        desk.set("camera.deep_focus", False)
        effects.append(desk.step_effect("camera.deep_focus", False))
    if quantity.field == "haze" and effects:
        effects += _veil(desk)
    return effects


def _at(desk: Desk, path: str, quantity: Quantity, amount: float, factor: float | None = None, value=None):
    """Step one place; no effect where it stands at its end."""
    before = desk.get(path) if value is None else value
    after = stepped(quantity, before, amount, factor)
    if after == before:
        return []
    desk.set(path, after)
    return [desk.step_effect(path, after)]


def _veil(desk: Desk):
    """Haze is weather: clear air that gets some is hazy, and the other way round."""
    haze, weather = desk.scene.environment.haze, desk.scene.environment.weather
    new = "haze" if haze > 0 and weather == "clear" else "clear" if haze == 0 and weather in ("haze", "mist", "fog") else None
    if new is None:
        return []
    desk.set("environment.weather", new)
    return [desk.step_effect("environment.weather", new)]


def _shade(desk: Desk, quantity: Quantity, amount: float, target: Target):
    """Colours of subjects, a part, the ground or the backdrop."""
    if target.kind == "subject":
        paths = [f"subjects.{id}.surface.colours" for id in target.ids]
    elif target.kind == "part":
        paths = [f"subjects.{id}.parts.{target.name}.surface.colours" for id in target.ids if any(p.name == target.name for p in desk.subject(id).parts)]
    else:
        paths = [f"environment.{target.kind}.colours"]
    effects = []
    for path in paths:
        before = desk.get(path)
        after = shaded(quantity, before, amount)
        if after != before:
            desk.set(path, after)
            effects.append(desk.step_effect(path, after[0].name))
    return effects


def _light(desk: Desk, quantity: Quantity, amount: float, factor: float | None, target: Target):
    """Lights, or what stands for them: out of doors the sky cannot be warmed or dimmed, so the finish and the exposure are."""
    ids = target.ids if target.kind == "light" else []
    if quantity.name in ("light_warmth", "light_strength") and desk.scene.environment.setting not in INDOORS and _sky_lit(desk, ids):
        other = vocabulary().quantities["finish_warmth" if quantity.name == "light_warmth" else "exposure"]
        return _at(desk, f"film.{other.field}", other, amount)
    if quantity.name == "light_warmth":
        return _warm(desk, quantity, amount, ids)
    ids = ids or illumination.key(desk)
    return [e for id in ids for e in _at(desk, f"lighting.lights.{id}.{quantity.field}", quantity, amount, factor)]


def _sky_lit(desk: Desk, ids: list[str]) -> bool:
    lights = [x for x in desk.scene.lighting.lights if x.id in ids] if ids else desk.scene.lighting.lights
    return all(x.source in ("sun", "skylight", "ambient", "moon", "window") for x in lights)


def _warm(desk: Desk, quantity: Quantity, amount: float, ids: list[str]):
    """Lights with a colour temperature of their own are stepped; else the temperature of all light is."""
    chosen = [desk.light(i) for i in ids] if ids else [x for x in desk.scene.lighting.lights if x.role == "key" and x.subject is None][:1]
    own = [x for x in chosen if ids or x.kelvin is not None]
    if not own:
        value = desk.scene.lighting.kelvin or illumination.usual_kelvin(desk, chosen[0] if chosen else None)
        return _at(desk, "lighting.kelvin", quantity, amount, value=value)
    effects = []
    for light in own:
        effects += _at(desk, f"lighting.lights.{light.id}.kelvin", quantity, amount, value=light.kelvin or illumination.usual_kelvin(desk, light))
        if light.colour is not None:
            desk.set(f"lighting.lights.{light.id}.colour", None)
    return effects
