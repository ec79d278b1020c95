"""TOML files → records, once. Every field, tag and key is checked: a misspelt one names its file and record."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

from diorama_catalogue.derived import derived
from diorama_catalogue.record import StandIn, Support, Thing
from diorama_catalogue.tags import SettingTag, Tag
from diorama_catalogue.words import said

FOLDERS: list[Path] = [Path(__file__).parent]
"""Where records are looked for: `things/*.toml`, and beside them stand_ins.toml, settings.toml, roles.toml, shared.toml of the first."""
NOTHING = Thing(key="", category="", size=0.0)
"""What is known of a thing that is in no record."""
FIELDS = {f.name for f in fields(Thing)} - {"key", "category"}


class CatalogueError(ValueError):
    """A record that cannot be read: which file and record, and what is wrong."""


@dataclass(frozen=True)
class Setting:
    """What the surroundings of a setting can show."""

    shows: tuple[str, ...]
    """Features that can be seen there where they are asked for."""
    place: Mapping[str, tuple[str, ...]]
    """What the place's own words can name → further words for it: cobbles → "cobbled"."""
    sown: tuple[str, ...] = ()
    """Of what its words can name, what grows there row by row: a field of it is the place, not a thing in it."""
    within: tuple[str, ...] = ()
    """Nouns of things whose inside, or whose ground, this is: what is in a church, or on Mars, is here."""
    floats: bool = False
    """What floats is on its water, unless the words put it ashore."""
    tags: frozenset[SettingTag] = frozenset()

    def named(self, words: str) -> tuple[str, ...]:
        """What the place's words name, in the file's order."""
        return tuple(name for name, more in self.place.items() if said(words.lower(), name, *more))


@dataclass(frozen=True)
class Fitting:
    """What places have of their own: the curtains of a room, the tables of a café."""

    words: tuple[str, ...]
    """Nouns for it, in the plural."""
    of: frozenset[str]
    """Settings whose builder shows it as the words ask."""


@dataclass(frozen=True)
class Shared:
    """Words that are true of all things alike."""

    placed: frozenset[str]
    """States that placing heeds, whatever the thing."""
    usual: frozenset[str]
    """Words that are true of things as they are built."""
    parts: Mapping[str, tuple[str, ...]]
    """A part's names among those that props give it, the nearest first."""
    filling: frozenset[str]
    """Parts of what fills things: a sauce, the yolk of an egg in a soup."""
    finishes: Mapping[str, str]
    """Style → the finish of a thing that is built in no such style of its own: an antique lamp's surface is old."""
    worn: Mapping[str, tuple[str, ...]]
    """Parts that a thing has on as it is usually made, by the form of what is put on in their place."""


@dataclass(frozen=True)
class Role:
    """What people of a role have with them and do, where nothing is said of it."""

    plays: str | None = None
    """The instrument they hold, by its key."""
    serves: bool = False
    """Drinks stand on the tray that they carry."""
    cooks: bool = False
    """They work at a worktop or a stove."""
    strikes: str | None = None
    """The tool that they strike with at a bench, by its key."""
    leaps: bool = False
    """They jump with legs and arms spread."""
    bears: str | None = None
    """What they have in hand on their feet, their hands free, by its key."""
    rides: str | None = None
    """What they ride, by its key."""
    tends: str | None = None
    """The role of those whom they treat, where nothing else is told of the two."""
    home: str | None = None
    """The setting in which they are met, by its key."""


NO_ROLE = Role()


@derived
def things() -> Mapping[str, Thing]:
    """Every record by its key: folder by folder, in the order of the files' names."""
    out: dict[str, Thing] = {}
    for file in (file for folder in FOLDERS for file in sorted((folder / "things").glob("*.toml"))):
        for key, data in tomllib.loads(file.read_text("utf-8")).items():
            if key in out:
                raise CatalogueError(f"{file.name}: {key!r} has a record in {out[key].category}.toml too")
            out[key] = record(key, file.stem, data)
    return MappingProxyType(out)


def thing(key: str) -> Thing:
    """The record of a thing; an empty one where there is none."""
    return things().get(key, NOTHING)


def record(key: str, category: str, data: dict[str, Any]) -> Thing:
    """One record from its TOML table. Raises CatalogueError for an unknown field or tag."""
    where = f"{category}.toml: {key}"
    for name in data:
        if name not in FIELDS:
            raise CatalogueError(f"{where} has no field {name!r}; there are: {', '.join(sorted(FIELDS))}")
    if "size" not in data:
        raise CatalogueError(f"{where} says no size")
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}
    try:
        values["tags"] = frozenset(Tag(tag) for tag in data.get("tags", ()))
    except ValueError as wrong:
        raise CatalogueError(f"{where}: {wrong}") from None
    for table in ("variants", "worn_too"):
        if table in data:
            values[table] = _words(data[table])
    if "support" in data:
        values["support"] = Support(**data["support"])
    return Thing(key=key, category=category, **values)


@derived
def roles() -> Mapping[str, Role]:
    """Roles that have something of their own. Raises CatalogueError for an unknown field, thing or setting."""
    out: dict[str, Role] = {}
    for key, data in tomllib.loads((FOLDERS[0] / "roles.toml").read_text("utf-8")).items():
        try:
            out[key] = Role(**data)
        except TypeError as wrong:
            raise CatalogueError(f"roles.toml: {key}: {wrong}") from None
        for field in ("plays", "strikes", "bears"):
            if getattr(out[key], field) not in {None, *things()}:
                raise CatalogueError(f"roles.toml: {key} {field} {getattr(out[key], field)!r}, which is no thing")
        if out[key].home not in {None, *settings()}:
            raise CatalogueError(f"roles.toml: {key} home {out[key].home!r}, which is no setting")
    return MappingProxyType(out)


def role(key: str | None) -> Role:
    """The row of a role; an empty one where there is none."""
    return roles().get(key or "", NO_ROLE)


@derived
def tools() -> Mapping[str, tuple[str, ...]]:
    """Deeds that have a tool of their own: its key first, then those that do as well. Raises CatalogueError for what is no thing."""
    out = {key: (row["tool"], *row.get("or", ())) for key, row in tomllib.loads((FOLDERS[0] / "deeds.toml").read_text("utf-8")).items()}
    for key, kinds in out.items():
        if wrong := [kind for kind in kinds if kind not in things()]:
            raise CatalogueError(f"deeds.toml: {key} {wrong[0]!r}, which is no thing")
    return MappingProxyType(out)


@dataclass(frozen=True)
class FoodTools:
    """What a picture adds where food is worked at, by the keys of things."""

    in_hand: str
    under: str


@derived
def food_tools() -> Mapping[str, FoodTools]:
    """Deeds done to food (`cutting`, `cooking`) with what is added to them. Raises CatalogueError for what is no thing."""
    out = {deed: FoodTools(**row) for deed, row in tomllib.loads((FOLDERS[0] / "food_tools.toml").read_text("utf-8")).items()}
    for deed, row in out.items():
        if wrong := {row.in_hand, row.under} - set(things()):
            raise CatalogueError(f"food_tools.toml: {deed} {min(wrong)!r}, which is no thing")
    return MappingProxyType(out)


@dataclass(frozen=True)
class Liquid:
    """What things are filled with."""

    colour: str
    """sRGB, `#rrggbb`."""
    depth: float | None = None
    """Metres after which white light has its colour; None of what is cloudy."""


@derived
def liquids() -> Mapping[str, Liquid]:
    """What is poured, by its name."""
    return MappingProxyType({name: Liquid(**row) for name, row in tomllib.loads((FOLDERS[0] / "liquids.toml").read_text("utf-8")).items()})


@dataclass(frozen=True)
class Coating:
    """What lies on what it was poured, drizzled, dusted or splashed over."""

    colour: str
    """sRGB, `#rrggbb`."""
    manner: str
    """How it lies, of `diorama.scene.look.Manner`."""
    gloss: float
    """Its roughness, 0 … 1."""
    clear: float = 0.0
    """How much of what is under it shows through, 0 … 1."""
    nouns: tuple[str, ...] = ()


@derived
def coatings() -> Mapping[str, Coating]:
    """What things are coated with, by its name."""
    rows = tomllib.loads((FOLDERS[0] / "coatings.toml").read_text("utf-8"))
    return MappingProxyType(
        {name: Coating(row["colour"], row["manner"], row["gloss"], row.get("clear", 0.0), tuple(row.get("nouns", ()))) for name, row in rows.items()}
    )


@derived
def coats() -> Mapping[str, str]:
    """Words for what things are coated with → its name."""
    return MappingProxyType({word: key for key, made in coatings().items() for word in (key.replace("_", " "), *made.nouns)})


@dataclass(frozen=True)
class Loose:
    """Stuff that lies heaped in what is full of it."""

    material: str
    """A key of the stage's library."""
    rise: float
    """Of the opening's mean radius, how high it is heaped."""
    lumps: float
    """Metres: how coarse it is."""
    colour: str | None = None
    """sRGB, `#rrggbb`; None: the material's own."""
    stalks: bool = False
    """Stalks stand out of it."""


@derived
def loose() -> Mapping[str, Loose]:
    """Loose stuff, by its name."""
    return MappingProxyType({name: Loose(**row) for name, row in tomllib.loads((FOLDERS[0] / "loose.toml").read_text("utf-8")).items()})


@dataclass(frozen=True)
class Clutter:
    """What lies about where something is said to be cluttered."""

    of: tuple[str, ...]
    """Things on or in which it lies, by their keys."""
    within: tuple[str, ...]
    """Settings whose tables and worktops it lies on."""
    lies: tuple[tuple[str, int] | tuple[str, int, str], ...]
    """Thing, how many, and its state where it has one."""


@derived
def clutter() -> Mapping[str, Clutter]:
    """What lies about, by kind of place. Raises CatalogueError for an unknown thing."""
    table = tomllib.loads((FOLDERS[0] / "clutter.toml").read_text("utf-8"))
    rows = {name: Clutter(tuple(row["of"]), tuple(row["in"]), tuple(tuple(one) for one in row["lies"])) for name, row in table.items()}
    for name, row in rows.items():
        for key in (*row.of, *(one[0] for one in row.lies)):
            if key not in things():
                raise CatalogueError(f"clutter.toml: {name}: there is no thing {key!r}")
    return MappingProxyType(rows)


@derived
def stand_ins() -> Mapping[str, StandIn]:
    """Nouns of which nothing of their own is built."""
    table = tomllib.loads((FOLDERS[0] / "stand_ins.toml").read_text("utf-8"))
    return MappingProxyType({
        noun: StandIn(noun, category, row["thing"], row["size"], tuple(row.get("nouns", ())), row.get("plain", False))
        for category, rows in table.items() for noun, row in rows.items()
    })  # fmt: skip


@derived
def fittings() -> Mapping[str, Fitting]:
    """What places have of their own, by its name."""
    table = tomllib.loads((FOLDERS[0] / "fittings.toml").read_text("utf-8"))
    return MappingProxyType({name: Fitting(tuple(row["words"]), frozenset(row["of"])) for name, row in table.items()})


@derived
def settings() -> Mapping[str, Setting]:
    """Every setting by its key. Raises CatalogueError for an unknown tag."""
    table = tomllib.loads((FOLDERS[0] / "settings.toml").read_text("utf-8"))
    everywhere = table.pop("everywhere")["place"]
    own = {key: [name for name, one in fittings().items() if key in one.of] for key in table}
    return MappingProxyType({
        key: Setting(
            tuple(dict.fromkeys((*row["shows"], *own[key]))), _words(everywhere | row.get("place", {})), tuple(row.get("sown", ())),
            tuple(row.get("within", ())), row.get("floats", False), _setting_tags(key, row),
        )
        for key, row in table.items()
    })  # fmt: skip


def _setting_tags(key: str, row: dict[str, Any]) -> frozenset[SettingTag]:
    try:
        return frozenset(SettingTag(tag) for tag in row.get("tags", ()))
    except ValueError as wrong:
        raise CatalogueError(f"settings.toml: {key}: {wrong}") from None


@derived
def places(*tags: SettingTag) -> frozenset[str]:
    """The keys of all settings that have any of the tags."""
    return frozenset(key for key, one in settings().items() if not one.tags.isdisjoint(tags))


def _words(table: dict[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({name: tuple(words) for name, words in table.items()})


@derived
def shared() -> Shared:
    table = tomllib.loads((FOLDERS[0] / "shared.toml").read_text("utf-8"))
    placed, usual, filling = (frozenset(table[key][name]) for key, name in (("states", "placed"), ("styles", "usual"), ("filling", "parts")))
    finishes = {word: finish for finish, words in table["finishes"].items() for word in words}
    return Shared(placed, usual, _words(table["parts"]), filling, MappingProxyType(finishes), _words(table["worn"]))


def finish_of(record: Thing, style: str) -> str | None:
    """The finish that a style means for a thing; None where its prop is built in that style, or nothing is to be seen of it."""
    return None if record.grown or style in (*record.states, *record.styles, *record.usual) else shared().finishes.get(style)
