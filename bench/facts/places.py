"""Where, when, in what light, through what lens: what an effect of the reading claims, in the words the facts are written in."""

from __future__ import annotations

import re
from typing import NamedTuple

from bench.facts.captions import Caption
from bench.facts.words import TABLE, plain, same_look, same_noun, senses, synonyms

SORTS = ("place", "time", "weather", "light", "camera", "film")
POOLED = {
    "place": ("place",), "time": ("time", "light"), "weather": ("weather", "light", "time"), "light": ("light", "time", "weather", "film"),
    "camera": ("camera",), "film": ("film", "light"),
}  # fmt: skip
"""Layers of the facts in which a claim of a sort may be written."""
LOW = 20.0
"""Elevation of a light in degrees up to which it is low."""
DIRECTIONS = {"from left": -75.0, "from right": 75.0, "from behind": 180.0, "from front": 0.0}


class Effect(NamedTuple):
    """One claim of the setting: its sort, and the words any of which says it; None where no fact could."""

    sort: str
    words: frozenset[str] | None


def effect(path: str, value: str) -> Effect | None:
    """None where the path is none of the setting's."""
    group, _, name = path.partition(".")
    name = re.sub(r"^lights\.\w+\.", "light.", name)
    if group == "environment":
        sort = "weather" if name in ("weather", "haze", "wetness", "season") else "place"
    elif group == "lighting":
        sort = "time" if name in ("time", "hour") else "light"
    elif group in ("camera", "film"):
        sort = group
    else:
        return None
    words = _words(group, name, value)
    return Effect(sort, None if words is None else frozenset(map(plain, words)))


def _words(group: str, name: str, value: str) -> list[str] | None:
    if name in ("words", "light.strength", "ground_shape", "light.role", "focus", "light.subject") or name.startswith("levels"):
        return None
    if value in ("False", "false") or name == "light.elevation" and not 0 <= float(value) <= LOW:
        return None
    if group == "camera" and name == "azimuth":
        return ["from behind"] if abs(float(value)) > 130 else ["profile", "side", "three quarter"]
    if name in ("haze", "wetness"):
        return ["haze", "fog", "mist", "dust", "smoke", "steam"] if name == "haze" else ["rain", "wet", "storm", "snow", "flooded", "puddles"]
    if name == "light.azimuth":
        azimuth = float(value)
        near = [words for words, at in DIRECTIONS.items() if abs((azimuth - at + 180) % 360 - 180) <= 60]
        return near + ["rim"] * (abs(azimuth) > 130) + ["side"] * (40 < abs(azimuth) < 130)
    if name in ("light.kelvin", "kelvin"):
        return TABLE["kelvin"]["warm" if float(value) < 4000 else "cold" if float(value) > 6200 else "neutral"]
    if name == "focal_length":
        return [f"{float(value):g}mm", *(["wide"] if float(value) <= 35 else ["telephoto", "macro"] if float(value) >= 90 else [])]
    if name == "f_number":
        return [f"f/{float(value):g}", *(["shallow"] if float(value) <= 2.8 else ["deep_focus"] if float(value) >= 8 else [])]
    if name == "aspect":
        return [value.strip("()").replace(", ", ":")]
    return [value, *_named(name, value)]


def _named(name: str, value: str) -> list[str]:
    """Words for a field that is on or off, or more or less."""
    if name == "light.elevation":
        return ["low"]
    if name == "hour":
        return [
            f"{int(float(value)):02d}:{round(float(value) % 1 * 60):02d}",
            *(part for part, spans in TABLE["hours"].items() if _within(float(value), spans)),
        ]
    if name in ("saturation", "contrast", "exposure", "warmth"):
        more = float(value) > (1 if name in ("saturation", "contrast") else 0)
        return TABLE["tones"][f"{'more' if more else 'less'}_{name}"]
    if name == "shadow":
        return [f"{value} shadows", "shadows"]
    return [name.replace("light.", "").replace("_", " ")] if value in ("True", "true") or value.replace(".", "").isdigit() else []


def _within(hour: float, spans: list[list[float]]) -> bool:
    return any(low <= hour < high for low, high in spans)


def true(claim: Effect, caption: Caption) -> bool | None:
    """Whether the caption's facts say so."""
    if claim.words is None or claim.words == {"wind"}:  # wind is not seen: no fact by hand holds it
        return None
    facts = [said.value for layer in POOLED[claim.sort] for said in caption.setting[layer]]
    things = [name for s in caption.subjects for name in (s.id, s.kind)]
    looks = [look.value for s in caption.subjects for look in s.looks]
    return any(says(claim, fact) for fact in facts) or (
        claim.sort in ("place", "light", "weather") and any(same_noun(w, t) or says(claim, plain(t)) for w in claim.words for t in things)
    ) or claim.sort == "weather" and any(w in map(plain, looks) for w in claim.words)  # fmt: skip


def says(claim: Effect, fact: str) -> bool:
    """Whether this claim is that fact."""
    fact = plain(fact)
    for word in claim.words or ():
        if word == fact or synonyms(word, fact) or word in map(plain, TABLE["places"].get(fact, ())):
            return True
        if claim.sort in ("place", "weather", "time") and word in {key for _, key in senses(fact, stand_ins=True)}:
            return True
        if claim.sort in ("light", "film", "camera") and ({key for _, key in senses(fact)} & {word} or same_look("", word, fact)):
            return True
    return False
