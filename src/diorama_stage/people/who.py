# SPDX-License-Identifier: GPL-3.0-or-later
"""Who it is: a scene's person (as data, much left open) with everything settled by the seed. Pure."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from diorama_catalogue.statures import stature
from diorama_stage.people.body import TABLE
from diorama_stage.people.looks import OUTFITS, in_role

ADULT = 18.0
NATURAL_EYES = {
    "green": "#6c7a55", "blue": "#5c778b", "light blue": "#8299a8", "dark blue": "#3f5a73", "brown": "#4a3020", "dark brown": "#2e1d12", "hazel": "#6f5a34",
    "grey": "#7f8b92", "gray": "#7f8b92", "amber": "#8a5f2a", "black": "#1d130d",
}  # fmt: skip
"""What the words of colours mean of irises."""
NATURAL_HAIR = {
    "red": "#824a22", "ginger": "#9a5a24", "orange": "#9a5a24", "auburn": "#6a452c", "blond": "#a98f68", "blonde": "#a98f68",
    "golden": "#ab8a56", "yellow": "#a98f68", "brown": "#4a3020", "dark brown": "#2e1d13", "light brown": "#6f4e32", "chestnut": "#5a3320",
    "black": "#15110f", "grey": "#8f8d8a", "gray": "#8f8d8a", "silver": "#b5b4b2", "white": "#d9d6d0",
}  # fmt: skip
"""What the words of colours mean of hair that is not dyed: "red hair" is not red."""
ANCESTRIES = ("european", "european", "european", "african", "asian", "latin_american", "middle_eastern", "south_asian")
"""Whom the words leave open may come from anywhere."""


@dataclass(frozen=True)
class Hair:
    length: str
    texture: str
    styles: tuple[str, ...]
    colour: str
    """`#rrggbb`."""
    streaks: str | None
    grey: float
    """Share of grey strands, 0 to 1."""


@dataclass(frozen=True)
class Who:
    seed: int
    age: float
    female: bool
    weight: float
    muscle: float
    height: float
    """Metres, standing."""
    ancestry: str
    shares: dict[str, float]
    tone: str
    details: frozenset[str]
    make_up: frozenset[str]
    lips: str | None
    hair: Hair
    beard: str
    moustache: bool
    beard_colour: str
    iris: str
    expression: str
    eyes: str
    gaze: str | None
    role: str | None
    wears: tuple[dict, ...]
    """`scene.person.Garment` as data, from the inside out."""
    posture: str
    gestures: tuple[str, ...]
    actions: tuple[dict, ...] = ()
    turned: float | None = None
    hair_told: bool = False
    """Whether the words tell of the hair: it is to be seen."""
    climate: str = ""
    """For which weather they are dressed (`climate.climate`)."""

    @property
    def minor(self) -> bool:
        return self.age < ADULT

    def random(self, part: str) -> random.Random:
        """A generator of its own for each part, so that a change to one leaves the others as they are."""
        return random.Random(f"{part}:{self.seed}")


UNASKED, AT_WORK = ("smile", "smile", "smile", "serene"), ("serene", "serene", "neutral", "concentrated")
"""What faces show of which nothing is told: of who does nothing, of who is at something."""
AT_EASE = frozenset(("holding", "carrying", "hugging", "giving", "taking_selfie", "serving", "speaking", "riding"))
"""What is done with a smile for the lens."""


def _busy(person: dict) -> bool:
    return bool({a["deed"] for a in person.get("actions") or ()} - AT_EASE)


LONG_HAIR = frozenset(("shoulder", "long", "very_long"))


def settle(person: dict, seed: int) -> Who:
    """Everything that the scene's person leaves open, chosen by `seed`. `person`: `scene.person.PersonTraits` as data; missing fields count as open."""
    draw = lambda part: random.Random(f"{part}:{seed}")  # noqa: E731
    person = in_role(person)
    sex = person.get("sex") or draw("sex").choice(("female", "male"))
    female = sex == "female"
    age = float(person["age"]) if person.get("age") is not None else draw("age").triangular(20, 54, 27)
    origin = person.get("ancestry") or _first_of(_origins(person), draw("ancestry"))
    table = TABLE["ancestry"][origin]
    weight, muscle = TABLE["builds"][person.get("build") or "average"]
    rng = draw("build")
    if person.get("build") is None:
        weight, muscle = weight + rng.gauss(0.0, 0.09) + float(np.interp(age, (35, 60, 75, 90), (0.0, 0.14, 0.16, 0.05))), muscle + rng.gauss(0, 0.08)
    muscle -= 0.15 * max(age - 60, 0) / 30
    height = person.get("height") or stature(age, 0.0 if female else 1.0) * draw("height").gauss(1.0, 0.03)
    skin, hair = person.get("skin") or {}, person.get("hair") or {}
    who = Who(
        seed=seed, age=age, female=female, weight=min(max(weight, 0), 1), muscle=min(max(muscle, 0), 1), height=float(height), ancestry=origin,
        shares=dict(zip(("african", "asian", "caucasian"), table["shares"], strict=True)), tone=skin.get("tone") or draw("tone").choice(table["tones"]),
        details=frozenset(skin.get("details") or ()), make_up=frozenset(skin.get("make_up") or ()) if age >= ADULT or skin.get("make_up") else frozenset(), lips=_hex(skin.get("lips")),
        hair=_hair(hair, female, age, table, draw), beard="none", moustache=False, beard_colour="#000000",
        iris=_natural(person.get("eye_colour"), NATURAL_EYES) or draw("iris").choice(table["eyes"]),
        expression=person.get("expression") or draw("expression").choice(AT_WORK if _busy(person) else UNASKED), eyes=person.get("eyes") or "open", gaze=person.get("gaze"),
        role=person.get("role"), wears=tuple(person.get("wears") or ()), hair_told=any(v not in (None, [], ()) for v in hair.values()),
        posture=person.get("posture") or "standing", gestures=tuple(person.get("gestures") or ()),
        actions=tuple(person.get("actions") or ()), turned=person.get("turned"), climate=person.get("climate") or "",
    )  # fmt: skip
    tied = OUTFITS["tied_back"].get(who.role) or OUTFITS["tied_back"].get(who.posture)
    if tied and not who.hair_told and female and who.hair.length in LONG_HAIR:
        who = replace(who, hair=replace(who.hair, styles=(tied,)))
    facial = person.get("facial_hair")
    if facial is None and not female and age >= ADULT:  # the words say nothing: shaven, or a day's growth
        facial = {"beard": draw("beard").choice(("none", "none", "stubble"))}
    if facial:
        who = replace(
            who, beard=facial.get("beard") or "none", moustache=bool(facial.get("moustache")), beard_colour=_grown(facial.get("colour")) or who.hair.colour
        )
    return who


def _first_of(possible: tuple[str, ...], rng: random.Random) -> str:
    """Where somebody comes from: the first that is possible in an order of the seed's own, so that it stays the same if less is possible but it still is."""
    order = list(ANCESTRIES)
    rng.shuffle(order)
    return next((a for a in order if a in possible), possible[0])


def _origins(person: dict) -> tuple[str, ...]:
    """The ancestries that go with an asked skin tone, hair or eyes."""
    tone, hair = (person.get("skin") or {}).get("tone"), _hex((person.get("hair") or {}).get("colour"))
    out = ANCESTRIES
    if tone:
        out = tuple(a for a in ANCESTRIES if tone in TABLE["ancestry"][a]["tones"]) or {"very_light": ("european",), "light": ("european",)}.get(
            tone, ("south_asian",)
        )
    light_hair = hair and sum(int(hair[i : i + 2], 16) for i in (1, 3, 5)) > 200
    freckled = "freckles" in ((person.get("skin") or {}).get("details") or ())
    if light_hair or freckled:
        out = tuple(a for a in out if a == "european") or out
    return out


def _hair(hair: dict, female: bool, age: float, table: dict, draw: Callable[[str], random.Random]) -> Hair:
    grey = hair.get("grey")
    if grey is None:
        grey = 0.0 if hair.get("colour") else min(max((age - draw("grey").uniform(38, 52)) / 30, 0.0), 1.0)
    styles = tuple(hair.get("styles") or ())
    length = hair.get("length")
    if length is None:
        if set(styles) & {"bun", "updo", "ponytail", "braid", "braids", "pigtails", "topknot"}:
            length = "long"
        elif "bob" in styles:
            length = "chin"
        elif "dreadlocks" in styles:
            length = draw("length").choice(("chin", "shoulder", "long"))
        elif "afro" in styles:
            length = "short"
        elif age < 2.5:
            length = "buzz"
        elif female:
            length = draw("length").choice(("chin", "shoulder", "shoulder", "long") if age < 65 else ("short", "chin"))
        else:
            length = draw("length").choice(("short", "short", "short", "buzz"))
    return Hair(
        length,
        hair.get("texture") or draw("texture").choice(table["textures"]),
        styles,
        _grown(hair.get("colour"), styles) or draw("hair").choice(table["hair"]),
        _hex(hair.get("streaks")),
        float(grey),
    )


def _grown(colour, styles: tuple[str, ...] = ()) -> str | None:
    """A colour of hair, `#rrggbb`: what grows so, unless it is dyed."""
    return _hex(colour) if "dyed" in styles else _natural(colour, NATURAL_HAIR)


def _natural(colour, table: dict[str, str]) -> str | None:
    """A colour as it grows, by its name where that is told."""
    return table.get(colour.get("name", "").replace("_", " "), colour["hex"]) if isinstance(colour, dict) else _hex(colour)


def _hex(colour) -> str | None:
    return colour["hex"] if isinstance(colour, dict) else colour
