"""Houses that are seen from outside, where the word for them is that of a place one is in: "a small tavern on a cliff", "a library in a forest"."""

from __future__ import annotations

from dataclasses import replace

from diorama.language.insides import ARTICLES
from diorama.language.lexicon import Sense, lexicon
from diorama.language.match import Atom
from diorama.language.places import OUTLOOKS, front
from diorama.language.senses import PERSON, TOLD
from diorama.scene import INDOORS

HOUSES = frozenset((
    "cafe", "library", "museum", "theatre", "bakery", "supermarket", "gym", "factory", "warehouse", "garage", "shop_front", "hospital_room",
))  # fmt: skip
"""Settings that are the inside or the front of a house of their own."""
OPEN = frozenset((
    "cliff", "mountains", "forest", "meadow", "beach", "sea", "lake", "river", "desert", "snow_field", "jungle", "savannah", "moon_surface", "planet_surface",
    "village", "harbour", "canal", "garden", "park",
))  # fmt: skip
STREETS = frozenset(("street",))
LAND = frozenset(("hills", "mountains", "trees", "waves"))
"""What such a place has."""
STANDS = frozenset((
    "on", "by", "beside", "near", "above", "overlooking", "at", "in", "among", "amid", "atop", "on top of",
    "in the middle of", "at the edge of", "next to",
))  # fmt: skip
WITHIN = frozenset(("in", "inside", "inside of", "within", "at", "into", "from", "interior of", "inside a", "through"))
SKIPPED = ("determiner", "size", "colour", "material", "attribute", "finish", "light_quality", "weather", "season", "time", "colour_modifier")


def from_outside(atoms: list[Atom]) -> list[Atom]:
    """The atoms, words for houses that stand in the open as those houses."""
    out = _in_somebodys(_looked_at(atoms))
    for i, atom in enumerate(atoms):
        place = atom.sense("setting")
        if place is None or place.key not in HOUSES or _one_is_in(atoms, i):
            continue
        if _told_after(atoms, i, STREETS) or _its_front(atoms, i):
            out[i] = replace(atom, senses=(Sense("setting", front(place.key, atom.norm), {}),))  # "a bookshop on a street corner"
        elif _told_after(atoms, i, OPEN, LAND):
            house = next((s for entry, senses in lexicon().words.get("house", ()) if entry == ("house",) for s in senses if s.kind == "thing"), None)
            if house is not None:
                out[i] = replace(atom, senses=(Sense("thing", house.key, {**house.data, "noun": atom.norm, "stand_in": True}),))
    return out


HOLDS = frozenset(("holds", "holding", "hold", "held", "holds up", "holding up", "holding out"))


def _in_somebodys(atoms: list[Atom]) -> list[Atom]:
    """The atoms, a hand that holds something as the one whose hand it is: "a hand holds a phone" shows no hand of stone."""
    out = list(atoms)
    for i, atom in enumerate(atoms[:-1]):
        if atom.norm == "hand" and atom.can("thing") and atoms[i + 1].norm in HOLDS:
            out[i] = replace(atom, senses=(Sense("thing", "doll_person", {**PERSON, "noun": "person", TOLD: "person"}),))
    return out


FRONTS = frozenset(("front", "facade", "façade", "exterior", "outside", "entrance"))
OVER = frozenset(("over", "above", "beside", "next to", "outside", "by"))


def _its_front(atoms: list[Atom], i: int) -> bool:
    """True of a house whose front is told of: "the front of a pub", "a sign over the café door"."""
    at = i - 1
    while at >= 0 and _skipped(atoms[at]):
        at -= 1
    if at >= 1 and atoms[at].norm == "of" and atoms[at - 1].norm in FRONTS:
        return True
    door = i + 1 < len(atoms) and atoms[i + 1].norm in ("door", "entrance", "doorway")
    return door and at >= 0 and atoms[at].norm in OVER and any(a.can("quote") for a in atoms)


BEYOND = frozenset(("outside", "outside of", "just outside", "beyond", "through", "past"))


def _looked_at(atoms: list[Atom]) -> list[Atom]:
    """The atoms, places that are told to be outside a window as what is seen through it: "a cat on a sofa, snow outside the window"."""
    out = list(atoms)
    for i, atom in enumerate(atoms):
        place = atom.sense("setting")
        if place is None or place.key in INDOORS or _one_is_in(atoms, i) or not _through_a_window(atoms, i + 1):
            continue
        if place.key == "snow_field":
            out[i] = replace(atom, senses=(Sense("season", "winter", {}),))
        elif place.key in OUTLOOKS:
            out[i] = replace(atom, senses=(Sense("feature", OUTLOOKS[place.key], {}),))
    return out


def _through_a_window(atoms: list[Atom], at: int) -> bool:
    if at < len(atoms) and atoms[at].norm in ("seen", "visible"):
        at += 1
    if at >= len(atoms) or atoms[at].norm not in BEYOND:
        return False
    at += 1
    while at < len(atoms) and _skipped(atoms[at]):
        at += 1
    seen = atoms[at].sense("feature") if at < len(atoms) else None
    return seen is not None and seen.key == "window"


def _one_is_in(atoms: list[Atom], i: int) -> bool:
    """True after "in", "inside": the place that the picture is taken in."""
    at = i - 1
    while at >= 0 and _skipped(atoms[at]):
        at -= 1
    return at >= 0 and atoms[at].norm in WITHIN


def _skipped(atom: Atom) -> bool:
    return atom.can(*SKIPPED) or atom.norm in ARTICLES


def _told_after(atoms: list[Atom], i: int, places: frozenset[str], land: frozenset[str] = frozenset()) -> bool:
    """True if the words right after it tell of such a place that it stands in."""
    at = i + 1
    if at + 1 < len(atoms) and atoms[at].norm in ("stands", "sits", "is", "lies", "nestles", "standing", "perched", "nestled", "built", "set"):
        at += 1
    if at >= len(atoms) or not (atoms[at].norm in STANDS or atoms[at].can("relation") and atoms[at].norm.split()[-1] in STANDS):
        return False
    at += 1
    while at < len(atoms) and _skipped(atoms[at]) and not atoms[at].can("setting", "feature"):
        at += 1
    if at >= len(atoms):
        return False
    there, seen = atoms[at].sense("setting"), atoms[at].sense("feature")
    return there is not None and there.key in places or seen is not None and seen.key in land


__all__ = ["from_outside"]
