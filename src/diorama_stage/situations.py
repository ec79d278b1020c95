# SPDX-License-Identifier: GPL-3.0-or-later
"""What a thing is told of where it is: lit at dusk, closed on a shelf, upright in a vase, seated on a bench. A table of rules; each yields situations.

A rule speaks to all things; what a thing can be told is in its record (`situations`), so that no rule names one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from diorama_catalogue import SettingTag, Tag, Thing, places, thing
from diorama_stage.scene_view import Scene, Staged

GROWING = frozenset(("meadow", "garden", "park", "forest", "river", "greenhouse"))
"""Where flowers that rest on nothing grow."""
DARK = frozenset(("dusk", "blue_hour", "evening", "night"))
UNFOLDED = frozenset(("open", "spread", "draped"))
CLOSED = "closed"


class Here:
    """Where a subject is: what the rules ask."""

    def __init__(self, subject: Staged, scene: Scene):
        self.subject, self.scene = subject, scene
        self.record: Thing = thing(subject["thing"])
        self.setting: str = scene["environment"]["setting"]
        self.states = frozenset(subject["states"])

    def stands(self, *kinds: str) -> list[str]:
        """What it is said to stand to in any of these relations."""
        return [r["objects"][0] for r in self.scene["relations"] if r["subject"] == self.subject["id"] and r["kind"] in kinds]

    @property
    def rests(self) -> bool:
        """True if it is said to be on or in something but the ground."""
        return any(o != "ground" for o in self.stands("on", "in"))

    @property
    def hooked(self) -> bool:
        """True if it is said to hang from a thing or a wall."""
        return any(o not in ("ceiling", "sky", "ground") for o in self.stands("hanging_from"))

    @property
    def loaded(self) -> bool:
        """True if something is said to be in it."""
        own = self.subject["id"]
        return any(r["kind"] == "in" and own in r["objects"] or r["kind"] == "filled_with" and own == r["subject"] for r in self.scene["relations"])


def leaning(here: Here) -> Iterator[str]:
    """A ladder that leans is straight; on its own it is a stepladder, and a paddle lies."""
    if here.record.tags & {Tag.LEANS, Tag.NO_FOOT} and here.stands("leaning_on"):
        yield "leaning"


def on_a_wall(here: Here) -> Iterator[str]:
    if any("wall" in r["objects"] for r in here.scene["relations"] if r["subject"] == here.subject["id"] and r["kind"] in ("on", "hanging_from", "against")):
        kin = [s for s in here.scene["subjects"] if s["thing"] == here.subject["thing"]]
        small = len(kin) > 1 and here.subject["size"]["scale"] < min(1.0, max(s["size"]["scale"] for s in kin))  # the one in its window
        yield "fascia" if here.setting == "shop_front" and "fascia" in here.record.situations and not small else "mounted"


def laden(here: Here) -> Iterator[str]:
    """A grand that bears a vase is shut."""
    own = here.subject["id"]
    if any(r["kind"] == "on" and own in r["objects"] for r in here.scene["relations"]):
        yield "laden"


def filled(here: Here) -> Iterator[str]:
    if here.loaded:
        yield "filled"


def seated(here: Here) -> Iterator[str]:
    seats = {s["id"] for s in here.scene["subjects"] if Tag.SAT_ON in thing(s["thing"]).tags}
    if "standing" not in here.states and seats & set(here.stands("on", "in")):
        yield "seated"
    elif "sitting" in here.states and not here.rests and here.setting in places(SettingTag.CHAIRS):
        yield from ("seated", "chaired")


def lit(here: Here) -> Iterator[str]:
    if here.scene["lighting"]["time"] in DARK and "parked" not in here.states | set(here.subject["styles"]):
        yield "lit"


def flying(here: Here) -> Iterator[str]:
    if here.setting in ("sky", "space", "underwater") or here.stands("above", "in"):
        yield "flying"


def on_cake(here: Here) -> Iterator[str]:
    cakes = {s["id"] for s in here.scene["subjects"] if Tag.CELEBRATED in thing(s["thing"]).tags}
    if cakes & set(here.stands("on", "in")):
        yield "on_cake"


def cutting(here: Here) -> Iterator[str]:
    """The knife on a cutting board is a cook's."""
    boards = {s["id"] for s in here.scene["subjects"] if s["thing"] == "cutting_board"}
    if boards & set(here.stands("on", "beside")):
        yield "cutting"


def aboard(here: Here) -> Iterator[str]:
    """A chair in a carriage is one of its seats."""
    if here.setting == "carriage":
        yield "carriage"


def slung(here: Here) -> Iterator[str]:
    """A hammock between two palms hangs from them."""
    if here.stands("between"):
        yield "slung"


def hanging(here: Here) -> Iterator[str]:
    if "ceiling" in here.stands("hanging_from"):
        yield "hanging"


def pegged(here: Here) -> Iterator[str]:
    """A closed umbrella that hangs from a hook hangs upright; one under a ceiling is open."""
    if here.hooked:
        yield "pegged"


def growing(here: Here) -> Iterator[str]:
    if here.stands("in"):
        yield from ("upright", "vased")
    elif (here.setting in GROWING or "growing" in here.states) and not here.rests:
        yield "upright"


def held(here: Here) -> Iterator[str]:
    """An umbrella in a hand is over a head, not on the ground."""
    own = here.subject["id"]
    if any(r["kind"] == "holding" and own in r["objects"] for r in here.scene["relations"]):
        yield "held"


def one_of_several(here: Here) -> Iterator[str]:
    """Six sushi rolls are six pieces, not six servings."""
    if here.subject["count"] > 1:
        yield "piece"


def in_season(here: Here) -> Iterator[str]:
    season = here.scene["environment"].get("season") or ("winter" if here.setting == "snow_field" else None)
    if season:
        yield season


RULES: tuple[Callable[[Here], Iterator[str]], ...] = (
    leaning, on_a_wall, laden, filled, seated, lit, flying, on_cake, cutting, aboard, slung, hanging, pegged, growing, held, one_of_several, in_season,
)  # fmt: skip


def situation(subject: Staged, scene: Scene) -> frozenset[str]:
    """The asked states, and of what the rules tell what the thing's record knows; and how it rests, where nothing else is said."""
    here = Here(subject, scene)
    told = {word for rule in RULES for word in rule(here)} & {*here.record.situations, *(("leaning",) if Tag.NO_FOOT in here.record.tags else ())}
    settled = here.rests or bool(here.stands("leaning_on", "against")) or here.hooked and here.record.at_rest == CLOSED  # a blanket that hangs is not folded
    resting = {here.record.at_rest} if here.record.at_rest and settled and not here.states & UNFOLDED else set()
    return here.states | told | resting


def rests(subject: Staged, scene: Scene) -> bool:
    """True if it is said to be on or in something."""
    return bool(Here(subject, scene).stands("on", "in"))


def stacks(subject: Staged, scene: Scene) -> bool:
    """A stack is asked for, or several pancakes lie on one plate."""
    here = Here(subject, scene)
    served = Tag.SYRUPED in here.record.tags and any(o != "ground" for o in here.stands("on"))
    return subject["count"] > 1 and ("stacked" in here.states or served)
