"""A building that words look into: "the interior of a cathedral", "on a greenhouse floor". It is the place, not a thing that stands in one."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from diorama.language.lexicon import Sense
from diorama.language.match import Atom, match
from diorama.language.places import INTERIORS, WITHIN
from diorama.language.tokens import scan
from diorama.scene import INDOORS

LOOKING_IN = frozenset(("interior of", "inside of", "interiors of"))
BETWEEN = ("determiner", "attribute", "size", "finish", "colour", "material", "age")
"""What may stand between such words and the building."""
BEFORE = frozenset(("porch", "driveway"))
"""Places that are of a house: "on the doorstep of a cottage" shows so much of it."""
ARTICLES = frozenset(("a", "an", "the", "some", "this", "that"))
FLOORED = frozenset(("floor", "floorboards", "interior", "wooden floor", "stone floor", "tiled floor"))
"""After a building's name: a part of its inside."""
CARRIAGES = frozenset((
    "subway car", "subway carriage", "metro car", "tube carriage", "train carriage", "train car", "railway carriage", "railway car", "railroad car",
    "train", "commuter train", "tram", "bus", "city bus", "streetcar",
))  # fmt: skip
"""Vehicles whose inside is a place."""
GLAZED = frozenset(("tram", "bus", "city bus", "streetcar", "train", "commuter train"))
"""Of these, what is told to be "in" one is seen from outside through its windows, unless the words say more."""
PEOPLED = frozenset(("empty", "crowded", "packed", "deserted", "half-empty", "busy"))
"""How a carriage is within: "an empty subway car"."""
WITHIN_ONE = frozenset(("inside", "inside of", "aboard"))


def from_within(atoms: list[Atom], prompt: str | None = None) -> list[Atom]:
    """The atoms, buildings that are seen from within as settings. `prompt`: the whole of which the atoms are a sentence."""
    out = list(atoms)
    head = _head(prompt) if prompt is not None else next((a.start for i, a in enumerate(atoms) if _heads_a_list(atoms, i)), None)
    for i, atom in enumerate(atoms):
        if atom.norm in LOOKING_IN:
            at = _named(out, i + 1)
            if at is not None:
                out[at] = _inside(out[at])
        elif (place := atom.sense("setting")) is not None and place.key in BEFORE and i + 1 < len(atoms) and atoms[i + 1].norm == "of":
            at = _named(out, i + 2)
            if at is not None and out[at].norm in INTERIORS:
                out[at] = replace(out[at], senses=(Sense("setting", place.key, {}),))
        elif atom.start == head:
            out[i] = _inside(atom)
        elif atom.norm in CARRIAGES and _aboard(atoms, i):
            out[i] = _inside(atom)
        elif i + 1 < len(atoms) and atoms[i + 1].norm in FLOORED and atom.can("thing") or _holds_within(atoms, i):
            out[i] = _inside(atom)
    return out


ROOMS_OF = frozenset(("museum", "greenhouse", "factory", "warehouse"))
"""Houses that are told by what is in them."""
OF_THE_HOUSE = frozenset(("dome", "column", "roof", "chimney", "door", "window", "tower", "sign", "fence", "flag", "clock", "spire", "awning"))
"""What a house has that is seen from outside."""
INDOORS_SIZE = 2.5
"""Metres: what is in a room is no larger."""


def _heads_a_list(atoms: list[Atom], i: int) -> bool:
    """True of the first of a list of scenes by itself, where what follows is what such a place has in it: "greenhouse, vines, a watering can"."""
    if atoms[i].norm not in WITHIN and atoms[i].norm not in CARRIAGES - GLAZED:
        return False
    first = all(a.can(*BETWEEN) or a.norm in ARTICLES or a.norm in PEOPLED for a in atoms[:i])
    items = sum(a.text == "," for a in atoms)
    listed = items >= 2 and i + 1 < len(atoms) and atoms[i + 1].text == ","
    having = i + 2 < len(atoms) and atoms[i + 1].norm == "with" and atoms[i].norm in ROOMS_OF | (CARRIAGES - GLAZED)  # "a museum with paintings"
    if not first or not (listed or having):
        return False
    rest = atoms[i + 1 :]
    if any(a.kind == "setting" and a.sense("setting").key not in INDOORS or a.norm in ("exterior", "outdoors", "facade", "façade") for a in rest):
        return False
    things = [sense.data for a in rest if a.kind == "thing" and (sense := a.sense("thing")) is not None]
    ridden = having and atoms[i].norm in CARRIAGES and not any(one["category"] in ("person", "animal") for one in things)  # "a train car with graffiti"
    return bool(things) and all(_goes_in(one) for one in things) and not ridden


def _goes_in(one: dict[str, Any]) -> bool:
    if one["noun"].split()[-1] in OF_THE_HOUSE:
        return False
    small = one["size"] <= INDOORS_SIZE or one["category"] == "plant" and "tree" not in one["noun"]
    return small and one["category"] not in ("building", "vehicle")


def _holds_within(atoms: list[Atom], i: int) -> bool:
    """ "A barn with a tractor inside": what a house is said to have within ends with that word; "inside a box" is of the box."""
    if i + 3 >= len(atoms) or atoms[i].norm not in WITHIN and atoms[i].norm not in INTERIORS or atoms[i + 1].norm != "with":
        return False
    end = next((k for k in range(i + 2, min(i + 2 + LISTING, len(atoms))) if atoms[k].text in CLAUSE_ENDS or atoms[k].norm == "inside"), None)
    return end is not None and atoms[end].norm == "inside" and (end + 1 == len(atoms) or atoms[end + 1].text in CLAUSE_ENDS)


CLAUSE_ENDS = frozenset(",.;:!?")
LISTING = 16
"""Words within which a house's inside is told after "with"."""


@lru_cache(maxsize=64)
def _head(prompt: str) -> int | None:
    """Where the place begins that a whole prompt begins with."""
    atoms = match(prompt, scan(prompt))
    return next((a.start for i, a in enumerate(atoms) if _heads_a_list(atoms, i)), None)


def _aboard(atoms: list[Atom], i: int) -> bool:
    """True if words are about the inside of a carriage: how full one is, or that something is in it; "on the tram" where the text begins so."""
    at, peopled, glazed = i - 1, False, atoms[i].norm in GLAZED
    while at >= 0 and (atoms[at].can(*BETWEEN) or atoms[at].norm in ARTICLES or atoms[at].norm in PEOPLED):
        peopled = peopled or atoms[at].norm in PEOPLED
        at -= 1
    before = atoms[at].norm if at >= 0 else ""
    if before in WITHIN_ONE or peopled and not glazed:
        return True
    return before == "in" and (peopled or not glazed) or before == "on" and (peopled or at == 0)


def _inside(atom: Atom) -> Atom:
    room = WITHIN.get(atom.norm, INTERIORS.get(atom.norm, "carriage" if atom.norm in CARRIAGES else None))
    if room is None or not atom.can("thing"):
        return atom
    return replace(atom, senses=(Sense("setting", room, {"stand_in": atom.norm not in WITHIN and room != "carriage"}),))


def _named(atoms: list[Atom], start: int) -> int | None:
    """Index of the building that is named from `start` on, articles and looks left out."""
    return next((k for k in range(start, len(atoms)) if not atoms[k].can(*BETWEEN) and atoms[k].norm not in ARTICLES), None)
