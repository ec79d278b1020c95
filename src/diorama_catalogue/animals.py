"""Animals that are built as they live: which kind of the stage a noun names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from diorama_catalogue.derived import derived
from diorama_catalogue.loading import stand_ins


@derived
def animals() -> Mapping[str, str]:
    """Noun → kind, in lower case and the singular."""
    table = tomllib.loads(Path(__file__).with_name("animals.toml").read_text("utf-8"))["kinds"]
    return MappingProxyType({noun: kind for kind, nouns in table.items() for noun in (kind.replace("_", " "), *(n.removeprefix("~") for n in nouns))})


@derived
def _relatives() -> frozenset[str]:
    """Nouns of animals that are not built themselves: their kind stands in for them."""
    table = tomllib.loads(Path(__file__).with_name("animals.toml").read_text("utf-8"))["kinds"]
    return frozenset(noun[1:] for nouns in table.values() for noun in nouns if noun.startswith("~"))


def kind_of(noun: str) -> str | None:
    """The kind that a noun names: all of it, else its last words ("old grey wolf"), else one of its other words; None where it names none."""
    form = _form(noun)
    return None if form is None else animals()[form]


def stands_in(noun: str) -> str | None:
    """The kind that stands in for the animal that a noun names, where that one is not built itself; None where it is, or is none."""
    form = _form(noun)
    return animals()[form] if form in _relatives() else None


def _form(noun: str) -> str | None:
    """How a noun, or the words of it that name an animal, stands in the table."""
    words = noun.lower().replace("_", " ").replace("-", " ").split()
    known = animals()
    tries = [" ".join(words[k:]) for k in range(len(words))] + words
    return next((form for said in tries for form in (said, *_singular(said)) if form in known), None)


def _singular(noun: str) -> tuple[str, ...]:
    """What the singular of a plural may be."""
    *before, last = noun.split()
    irregular = {"mice": "mouse", "geese": "goose", "wolves": "wolf", "calves": "calf", "oxen": "ox", "ladies": "lady", "octopi": "octopus"}
    forms = [irregular[last]] if last in irregular else []
    if last.endswith("ies"):
        forms.append(last[:-3] + "y")
    if last.endswith("es"):
        forms.append(last[:-2])
    if last.endswith("s"):
        forms.append(last[:-1])
    return tuple(" ".join([*before, form]) for form in forms)


@derived
def _met() -> Mapping[str, str]:
    """Kind → setting."""
    table = tomllib.loads(Path(__file__).with_name("animals.toml").read_text("utf-8"))["met"]
    return MappingProxyType({kind: setting for setting, kinds in table.items() for kind in kinds})


def met_in(noun: str) -> str | None:
    """The setting in which the animal that a noun names is met when no place is told; None where that hangs on nothing but its size."""
    return _met().get(kind_of(noun) or "")


def tack(kind: str) -> tuple[str, ...]:
    """What a kind has on where it is ridden."""
    table = tomllib.loads(Path(__file__).with_name("animals.toml").read_text("utf-8"))["tack"]
    return tuple(garment for garment, kinds in table.items() if kind in kinds)


@derived
def _forms() -> Mapping[str, str]:
    """Garment → form."""
    table = tomllib.loads(Path(__file__).with_name("animals.toml").read_text("utf-8"))["worn"]
    return MappingProxyType({garment: form for form, garments in table.items() for garment in garments})


def worn_as(garment: str) -> str | None:
    """What kind of thing a garment ("knitted sweater") is on an animal; None for what none of them has on."""
    name = garment.replace(" ", "_")
    return _forms().get(name) or _forms().get(name.split("_")[-1])


@dataclass(frozen=True)
class Garment:
    """What an animal has on."""

    form: str
    """What kind of thing it is: hat, coat, collar …"""
    thing: str | None
    """The thing of the catalogue that is put on; None for what is cut to the body."""
    look: tuple[str, str | None]
    """Usual material and colour (`#rrggbb`) of what is cut to the body."""
    brim: float
    """Of a pointed hat, by its radius."""


@derived
def _garments() -> Mapping[str, Mapping[str, Any]]:
    tables = tomllib.loads(Path(__file__).with_name("animals.toml").read_text("utf-8"))
    return MappingProxyType({name: MappingProxyType(tables[f"worn_{name}"]) for name in ("thing", "look", "brim")})


def garment(name: str) -> Garment | None:
    """What a garment ("top hat", "raincoat") is on an animal; None for what none of them has on."""
    form = worn_as(name)
    if form is None:
        return None
    thing, look, brim = (table.get(name.replace(" ", "_"), table.get(form)) for table in _garments().values())
    material, *colour = look or ("leather",)
    return Garment(form, thing, (material, colour[0] if colour else None), brim or 1.0)


@derived
def _young() -> re.Pattern[str]:
    words = tomllib.loads(Path(__file__).with_name("animals.toml").read_text("utf-8"))["young"]["words"]
    return re.compile(rf"\b({'|'.join(words)})s?\b")


def is_young(noun: str) -> bool:
    """True where a noun tells of a young animal: "kitten", "baby elephant"."""
    return bool(_young().search(noun.lower()))


def kept_in(noun: str) -> str | None:
    """The thing that a bowl is which such an animal is in; None where it is a bowl like any other."""
    table = tomllib.loads(Path(__file__).with_name("animals.toml").read_text("utf-8"))["kept"]
    return next((thing for thing, kinds in table.items() if kind_of(noun) in kinds), None)


@derived
def nearest(noun: str, figure: str) -> str | None:
    """For an animal that is not built itself: the kind of the figure that stands in for it ("figure_dog" → dog), if that is built."""
    kind = kind_of(figure.removeprefix("figure_"))
    return kind if figure.startswith("figure_") else None


def size_ratio(noun: str, figure: str, usual: float) -> float:
    """By how much a figure (its `usual` size, metres) is enlarged to be as large as whom it stands in for."""
    words = noun.lower().replace("_", " ")
    forms = {words, *_singular(words), words.split()[-1], *_singular(words.split()[-1])}
    row = next((s for s in stand_ins().values() if s.category == "animal" and s.thing == figure and forms & {s.noun.replace("_", " "), *s.nouns}), None)
    ratio = row.size / usual if row is not None and usual else 1.0
    return ratio
