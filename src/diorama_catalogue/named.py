"""What the nouns of a scene name, as keys: found once, where a scene comes to the stage, so that nothing there reads a noun.

`named(scene)` sets `names` beside each noun; `names(subject)` is what stands there.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from diorama_catalogue.animals import Garment, garment, is_young, kind_of, nearest, size_ratio, stands_in
from diorama_catalogue.derived import derived
from diorama_catalogue.loading import roles, stand_ins, thing, things
from diorama_catalogue.tags import Tag

FIGURE = "figure_"
"""Keys of things that show an animal begin with it."""
USUAL_FIGURE = "figure_dog"
USUAL_VESSEL = "pitcher"


@dataclass(frozen=True)
class Beast:
    """Which animal a noun and what is said of it name."""

    kind: str | None
    """The kind that they name; None where they name none that is built."""
    called: str | None
    """The kind of the noun alone."""
    nearest: str | None
    """The kind that is shown where `kind` is None."""
    exact: bool
    """False where `kind` only stands in for a relative."""
    young: bool
    sculpted: bool
    """A statue, a toy: none that lives."""
    ratio: float
    """By how much the figure is enlarged to be as large as whom it stands in for."""

    @property
    def usual(self) -> str | None:
        """The kind of the noun alone, else the nearest one."""
        return self.called or self.nearest


@dataclass(frozen=True)
class Names:
    """The keys that a subject or a garment is called by; None where its noun names nothing of the sort."""

    beast: Beast | None = None
    worn: Garment | None = None
    """What it is on an animal or a thing."""
    garment: str | None = None
    """The key of `garments.toml` by which people wear it."""
    thing: str | None = None
    """Of what is worn: the thing of the catalogue that it is where it lies."""
    role: str | None = None
    """Of a person: the role by which they act and dress."""


NOTHING = Names()


def named(scene: Mapping[str, Any]) -> dict[str, Any]:
    """A scene (as data) with `names` of each subject and of all that persons and animals have on. Named already: the same."""
    return {**scene, "subjects": [_subject(s) for s in scene["subjects"]]}


def names(of: Mapping[str, Any]) -> Names:
    """What a subject or a garment of a scene that is `named` is called; of what the stage adds itself, nothing."""
    return of.get("names", NOTHING)


def form_of(subject: Mapping[str, Any]) -> str | None:
    """What kind of thing a subject is on an animal or a thing; None for what none of them has on."""
    worn = names(subject).worn
    return worn and worn.form


def clothing(noun: str) -> Names:
    """Of a garment by its noun or key."""
    return Names(worn=garment(noun.replace(" ", "_")), garment=garment_key(noun), thing=_worn_thing(noun))


def _subject(subject: Mapping[str, Any]) -> dict[str, Any]:
    more = {"wears": [{**g, "names": clothing(g["noun"] or g["garment"])} for g in subject["wears"]]} if subject.get("wears") else {}
    return {**subject, **more, "names": _names(subject)}


def _names(subject: Mapping[str, Any]) -> Names:
    kind, noun = subject.get("kind"), subject["noun"]
    if kind == "person":
        return Names(role=_role(noun, subject.get("role")))
    if kind == "animal":
        return Names(_of_traits(subject))
    key = subject.get("thing", "")
    called = garment_key(noun) or garment_key(key)
    return Names(_of_figure(subject) if key.startswith(FIGURE) else None, garment((noun or key).replace(" ", "_")), called, role=_role(noun, None))


# ── animals ──


def _of_figure(subject: Mapping[str, Any]) -> Beast:
    noun = " ".join([subject["noun"], *subject.get("styles", ())]).lower().replace("_", " ")
    own, figure = kind_of(_in_its_coat(noun, subject["surface"].get("colours", ()))), subject["thing"]
    return Beast(
        own, kind_of(subject["noun"]), nearest(subject["noun"], figure), stands_in(noun) is None, is_young(noun),
        bool(_sculpted().search(" ".join([noun, *subject.get("variants", ())]).replace("_", " "))), size_ratio(subject["noun"], figure, thing(figure).size),
    )  # fmt: skip


def _of_traits(animal: Mapping[str, Any]) -> Beast:
    """Of its breed, noun and species the first that names a kind. Of a young one called by two words the species comes first: an elephant's calf."""
    noun, coat = animal.get("noun") or "", animal.get("coat") or {}
    whose = animal.get("age") in ("young", "newborn") and " " in noun and kind_of(animal.get("species") or "") is not None
    called = [n for key in (("breed", "species", "noun") if whose else ("breed", "noun", "species")) if (n := animal.get(key))]
    marked = _coats(animal.get("species") or noun).get("markings", {}).get(coat.get("marking") or "")
    own = marked or (kind_of(_in_its_coat(called[0].replace("_", " "), coat.get("colours") or ())) if called else None)
    own = own or next((k for k in map(kind_of, called) if k), None)
    near = nearest(noun, figure_of(str(animal.get("species"))))
    return Beast(own, kind_of(noun), near, not called or stands_in(called[0]) is None, is_young(noun), sculpted=False, ratio=1.0)


def figure_of(species: str) -> str:
    """The thing that stands in for a species."""
    if f"{FIGURE}{species}" in things():
        return f"{FIGURE}{species}"
    stand_in = stand_ins().get(species)
    said = species.replace("_", " ")
    return stand_in.thing if stand_in else next((s.thing for s in stand_ins().values() if s.category == "animal" and said in s.nouns), USUAL_FIGURE)


def shown_by(figure: str) -> str | None:
    """The kind that a figure shows by its key."""
    return kind_of(figure.removeprefix(FIGURE))


def own_coat(kind: str) -> bool:
    """True of kinds that are another in a coat of one colour: the colour is theirs, and not to be laid over it."""
    return any(kind in row["colours"].values() for row in _table("coats").values())


def natural(kind: str, colour: str) -> bool:
    """True of a colour's name that only says what a kind is."""
    return colour in _table("natural").get(kind, ())


def _in_its_coat(noun: str, colours: Any) -> str:
    """A cat of a colour that cats have is a coat of its own."""
    return _coats(noun).get("colours", {}).get(colours[0]["name"], noun) if len(colours) == 1 else noun


def _coats(noun: str) -> Mapping[str, Any]:
    row = _table("coats").get(kind_of(noun) or "", {})
    return row if not {*row.get("words", ())}.isdisjoint(noun.split()) else {}


@derived
def _table(name: str) -> Mapping[str, Any]:
    return MappingProxyType(tomllib.loads(Path(__file__).with_name("animals.toml").read_text("utf-8"))[name])


@derived
def _sculpted() -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(_table('sculpted')['words'])})\b")


# ── clothes and roles ──


@derived
def garments() -> Mapping[str, tuple[str, ...]]:
    """Garments that people wear → the nouns that name each, its own among them."""
    rows = tomllib.loads(Path(__file__).with_name("garments.toml").read_text("utf-8"))
    return MappingProxyType({key: (key.replace("_", " "), *nouns) for key, nouns in rows.items()})


@derived
def _by_noun() -> Mapping[str, str]:
    nouns = {noun: key for key, called in garments().items() for noun in called[1:]}
    return MappingProxyType(nouns | {key.replace("_", " "): key for key in garments()})


@derived
def garment_key(noun: str) -> str | None:
    """The garment that a noun ("button-down") or a key names; None where none is like it."""
    said = noun.replace("-", " ").replace("_", " ")
    return _by_noun().get(said) or _by_noun().get(said.rstrip("s"))


def called_as(garment: str, end: str) -> bool:
    """Whether a garment is a sort of what `end` names: a safety vest is a vest."""
    said = end.replace("_", " ")
    return any(name.endswith(f" {said}") for name in garments().get(garment, (garment.replace("_", " "),)))


@derived
def _worn_thing(noun: str) -> str | None:
    """The thing of the catalogue that a garment's noun names, all of it or its last word."""
    said = noun.replace("_", " ")
    worn = [record for record in things().values() if record.category == "wear"]
    tries = (said, said.replace(" ", ""), said.split()[-1])
    return next((r.key for word in tries for r in worn if word in (r.key.replace("_", " "), *r.nouns, *r.stands_in_for)), None)


@derived
def outfits() -> Mapping[str, Any]:
    return MappingProxyType(tomllib.loads(Path(__file__).with_name("outfits.toml").read_text("utf-8")))


def dresses_as(role: str | None) -> str | None:
    """The role whose outfit people of `role` wear: a cosmonaut dresses as an astronaut."""
    return outfits()["like"].get(role, role)


def _role(noun: str, told: str | None) -> str | None:
    """That of the whole noun where there is one ("construction worker"), else the one that was told, which goes by its last word."""
    whole = noun.replace(" ", "_").replace("-", "_")
    return whole if dresses_as(whole) in outfits()["roles"] or told is None and whole in roles() else told


# ── drinks ──


@derived
def poured_from(drink: str) -> str:
    """The vessel that a drink is poured from: the one that is called by it ("a wine bottle"), else a pitcher."""
    said = drink.replace("_", " ").split(" ")[-1]
    pours = ((key, record) for key, record in things().items() if Tag.POURS in record.tags)
    return next((key for key, record in pours if said in {w for name in (key, *record.nouns) for w in name.replace("_", " ").split()}), USUAL_VESSEL)
