"""One string that is to be read, with what the words say of it, and those that share its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from diorama.language.kin import Bearer
from diorama.scene import Colour


@dataclass(frozen=True)
class Lettering:
    """One string that is to be read, where it stands in the prompt, and what the words round it say."""

    text: str
    start: int
    end: int
    carrier: str
    """The noun that bears it, as written; empty where no word names one."""
    template: str
    instance: int
    """Which of several carriers, in their order in the prompt."""
    role: str | None = None
    hand: str | None = None
    colour: Colour | None = None
    at: str | None = None
    scale: float = 1.0
    paper: Colour | None = None
    """The colour that it stands on."""
    bearer: Bearer | None = None
    speaker: str = ""
    """Who says it in a chat, as the words have it."""
    forms: tuple[str, ...] = ()
    """How its letters run, and the field of its own that it stands on."""
    ground: Colour | None = None
    """The colour of that field."""
    field: tuple[int, int] | None = None
    """Where the words of that field stand, with its colour's."""
    below: int | None = None
    """Where in the prompt the heading begins that it is told to stand under."""
    over: bool = False
    """Whether it stands above the string before it."""
    panel: int | None = None
    """Which panel of a comic, or which day's square of a calendar, it is in, from 1, where the words tell it."""
    arrow: str = ""
    """On a sign, which way its own arrow points: `arrow_left`, `arrow` (to the right), `arrow_up`."""
    joined: bool = False
    """Whether it is one more line of the field that the text before it stands on."""
    label: str = ""
    """What its row is told by, which is set with it: "Monday", of Monday “Yoga”."""
    icon: str = ""
    """What its row is marked with, as the words have it: "a shower", before “Shower 47”."""
    cues: tuple[tuple[int, int], ...] = ()
    """Where the words stand that told any of this."""


def mates(a: Lettering, b: Lettering) -> bool:
    return (a.template, a.instance) == (b.template, b.instance)


def of_page(lettering: Lettering, found: Sequence[Lettering]) -> list[Lettering]:
    """All that its page bears."""
    return [one for one in found if (one.template, one.instance) == (lettering.template, lettering.instance)]
