"""A scene as the bench sees it: the one place that knows the shape of the scene's data, whatever its version.

Things, persons and animals become entities with looks as (field, value) pairs; the rest becomes flat tables. Nothing of phrases, ids or defaults is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from diorama.scene import Scene

Looks = tuple[tuple[str, str], ...]
"""(field, value) pairs: ("colour", "red"), ("material", "glass"), ("hair.style", "bun")."""

FIGURES = ("figure_", "doll_person")
"""Things that are built for persons and animals where the scene has no model of them."""
WORDS = ("words", "place")
"""The prompt's own words for the place, and the catalogue's: what they come to is in the other fields."""
SIZES = {"scale": 1.0, "height": 1.0, "width": 1.0, "depth": 1.0}
TRAITS = ("age", "sex", "build", "height", "ancestry", "expression", "eyes", "gaze", "role", "posture", "turned", "breed", "species", "mouth", "ears")
LISTED = {"finish": "finish", "states": "state", "gestures": "gesture"}


@dataclass(frozen=True)
class Part:
    name: str
    looks: Looks


@dataclass(frozen=True)
class Deed:
    name: str
    objects: tuple[str, ...]
    """Ids of entities."""


@dataclass(frozen=True)
class Entity:
    id: str
    noun: str
    thing: str
    """What is built for it; the noun itself for a person or animal."""
    count: int
    looks: Looks = ()
    parts: tuple[Part, ...] = ()
    wears: tuple[Part, ...] = ()
    deeds: tuple[Deed, ...] = ()
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tie:
    subject: str
    kind: str
    objects: tuple[str, ...]


@dataclass(frozen=True)
class View:
    entities: tuple[Entity, ...]
    ties: tuple[Tie, ...]
    environment: Looks
    lighting: Looks
    camera: Looks
    film: Looks


def view(scene: Scene) -> View:
    data = scene.model_dump(mode="json", exclude_defaults=True)
    lights = [_light(light) for light in scene.lighting.model_dump(mode="json")["lights"]]
    return View(
        tuple(_entity(s) for s in data.get("subjects", ())),
        tuple(Tie(r["subject"], r["kind"], tuple(r["objects"])) for r in data.get("relations", ())),
        _flat({k: v for k, v in data["environment"].items() if k not in (*WORDS, "fittings")}) + _fittings(data["environment"]),
        _flat({**data["lighting"], "lights": lights}),
        _flat(data.get("camera", {})),
        _flat(data.get("film", {})),
    )


def _fittings(environment: dict[str, Any]) -> Looks:
    """What the place has of its own, each with its looks: ("fittings", "curtains"), ("fittings.curtains.colour", "white")."""
    parts = [(part["name"], _looks(part)) for part in environment.get("fittings", ())]
    return tuple(pair for name, looks in parts for pair in (("fittings", name), *((f"fittings.{name}.{field}", value) for field, value in looks)))


def _entity(data: dict[str, Any]) -> Entity:
    data = {**data, **(data.get("traits") or {})}
    noun, thing = data.get("noun", ""), data.get("thing", "")
    wears = tuple(Part(g.get("noun") or g["garment"], (("garment", g["garment"]), *_looks(g))) for g in data.get("wears", ()))
    deeds = tuple(Deed(a["deed"], tuple(a.get("objects", ()))) for a in (*data.get("actions", ()), *data.get("deeds", ())))
    return Entity(
        id=data["id"],
        noun=noun,
        thing=noun if not thing or thing.startswith(FIGURES) else thing,
        count=data.get("count", 1),
        looks=_looks(data),
        parts=tuple(Part(p["name"], _looks(p)) for p in data.get("parts", ())),
        wears=wears,
        deeds=deeds,
        texts=tuple(label["text"] for label in data.get("labels", ())),
    )


def _looks(data: dict[str, Any]) -> Looks:
    """The looks of a thing, person, animal, part or garment, in one order."""
    surface = data.get("surface", {})
    out = [("colour", c["name"]) for c in surface.get("colours", ())]
    out += [(field, surface[field]) for field in ("material", "pattern") if surface.get(field)]
    out += [(name, value) for field, name in LISTED.items() for value in (*surface.get(field, ()), *data.get(field, ()))]
    out += [("attribute", word) for word in _attributes(data)]
    out += [("shape", data["shape"])] if data.get("shape") else []
    out += [(field, f"{value:g}") for field, value in data.get("size", {}).items() if value != SIZES.get(field)]
    out += [(field, _plain(data[field])) for field in TRAITS if data.get(field) not in (None, "", "adult", "average")]
    for field in ("hair", "facial_hair", "skin", "coat"):
        out += [(f"{field}.{key}", value) for key, value in _traits(data.get(field) or {})]
    out += [("eye_colour", data["eye_colour"]["name"])] if data.get("eye_colour") else []
    return tuple(out)


def _attributes(data: dict[str, Any]) -> list[str]:
    """What fills a thing, what it shows, then words of style: version 1 kept all of them in one list."""
    words = [*data.get("attributes", ()), *data.get("styles", ())]
    inside = [f"contents:{data['contents'].replace('_', ' ')}"] if data.get("contents") else []
    shown = [f"of:{noun}" for noun in data.get("depicts", ())]
    over = [f"with {c['of'].replace('_', ' ')}" for c in (data.get("surface") or {}).get("coatings", ())]
    return sorted([*inside, *shown, *words, *over], key=lambda word: (not word.startswith("contents:"), not word.startswith("of:")))


def _traits(data: dict[str, Any]) -> Looks:
    """Traits of the body; what is only there or not ("moustache") is its own value."""
    return _flat({key: key if value is True else value for key, value in data.items()})


def _light(light: dict[str, Any]) -> str:
    said = [light["source"], light["role"], light["quality"], f"{light['azimuth']:.0f}/{light['elevation']:.0f}"]
    said += [f"{light['kelvin']:.0f}K"] if light.get("kelvin") else []
    said += [light["colour"]["name"]] if light.get("colour") else []
    said += [f"x{light['strength']:.2g}"] if light.get("strength", 1) != 1 else []
    return " ".join(said)


def _flat(data: dict[str, Any], prefix: str = "") -> Looks:
    """Nested data as (path, value) pairs; a colour is its name, a list gives a pair for each member."""
    out: list[tuple[str, str]] = []
    for key, value in data.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict) and "hex" in value:
            out.append((name, value["name"]))
        elif isinstance(value, dict):
            out += _flat(value, f"{name}.")
        elif isinstance(value, list) and value and not all(isinstance(v, (int, float)) for v in value):
            out += [(name, v["name"] if isinstance(v, dict) else str(v)) for v in value]
        elif value not in (None, "", [], {}):
            out.append((name, _plain(value)))
    return tuple(out)


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ":".join(map(str, value))
    return f"{value:.4g}" if isinstance(value, float) else str(value)
