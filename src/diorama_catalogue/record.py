"""A record of the catalogue: all that is known of one thing. Lengths are metres, angles degrees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from diorama_catalogue.tags import Tag
from diorama_catalogue.words import said

NONE: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True)
class Support:
    """The room there is on or in a thing of usual size."""

    across: float
    deep: float
    most: float
    """By how much a larger one of its kind may be, as a factor."""
    rise: float | None = None
    """How high over the ground it is where things hang from it, metres."""


@dataclass(frozen=True)
class Thing:
    key: str
    category: str
    """The file its record is in: tableware, furniture, food …"""
    size: float
    """Its usual greatest length."""
    nouns: tuple[str, ...] = ()
    """Words for it besides its key."""
    stands_in_for: tuple[str, ...] = ()
    """Words for other things that it is the nearest to; the reading says so."""
    tags: frozenset[Tag] = frozenset()
    variants: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NONE)
    """Variant → words of a noun that mean it: saguaro → "saguaro" in "a saguaro cactus"."""
    parts: tuple[str, ...] = ()
    """Parts of its own that can look different from the rest."""
    states: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    usual: tuple[str, ...] = ()
    """States and styles that it is in however it is built, so that its prop is not asked for them: a frog figurine sits."""
    shapes: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    """What the stage tells it of where it is: seated, mounted, vased, flying …"""
    at_rest: str | None = None
    """The state it is in where it rests on something and nothing else is said: a closed umbrella, a folded blanket."""
    support: Support | None = None
    foot: float = 0.8
    """Of its greatest length, the share that its foot takes."""
    draught: float | None = None
    """How deep it sinks in water; None: a share of its height."""
    buried: float = 0.0
    """Share of its height that lies in soft ground."""
    askew: float = 8.0
    """How far from square to the lens it usually lies."""
    turned: tuple[float, float] | None = None
    """It tells more of itself over a corner: from … to, to either side of square."""
    home: str | None = None
    """The setting it is met in where the words name none: a train on a railway platform."""
    light: str | None = None
    """The source of light that it is when lit: lamp, candle, neon, screen, fire, string_lights."""
    worn_on: tuple[str, ...] = ()
    """Parts of a figure that show it when it is worn."""
    worn_too: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NONE)
    """Variant → further parts of a figure that it covers: a suit has trousers."""
    held_for: str | None = None
    """The deed of a person who holds it and is told to do nothing with it: a book is read."""
    gem: str | None = None
    """The part that a stone named with it is."""
    bunch: str | None = None
    """The thing that a bunch of these is."""

    @property
    def grown(self) -> bool:
        """Whether its colour is nature's or the kitchen's, so that a palette leaves it alone."""
        return self.category in ("food", "plant")

    def named(self, noun: str) -> tuple[str, ...]:
        """The variants that a noun names, in the record's order."""
        return tuple(variant for variant, words in self.variants.items() if said(noun.lower(), *words))


@dataclass(frozen=True)
class StandIn:
    """A noun of which nothing of its own is built."""

    noun: str
    category: str
    thing: str
    """What is built for it."""
    size: float
    nouns: tuple[str, ...] = ()
    """Further words for it."""
    plain: bool = False
    """A being of a kind of its own that is built as an ordinary person."""
