"""What comes of holding a reading against the facts of its caption."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from bench.facts import places
from bench.facts.captions import Caption
from bench.facts.roles import Role
from bench.facts.view import View
from diorama.language import Reading

SORTS = ("subjects", "counts", "attributes", "parts", "clothes", "doings", "relations", "text", *places.SORTS)


class Claim(NamedTuple):
    """What the reading says. `true` is None where the facts by hand cannot tell."""

    sort: str
    text: str
    true: bool | None


class Need(NamedTuple):
    """What the caption says, and whether the reading has it."""

    sort: str
    text: str
    met: bool


@dataclass
class Score:
    caption: Caption
    reading: Reading
    seen: View
    roles: dict[str, Role]
    claims: list[Claim] = field(default_factory=list)
    needs: list[Need] = field(default_factory=list)
    applied: list[Claim] = field(default_factory=list)
    """Phrases that are said to be applied: text and effects, and whether all of the effects are true."""
    silenced: list[str] = field(default_factory=list)
    """Facts missed whose very word is said to be without effect."""
    built: list[str] = field(default_factory=list)
    """What is absent from the picture and stands in the scene."""
