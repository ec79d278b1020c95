"""What adverbials say that hang on no verb: "in flight", "outside"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diorama.language.draft import Effect
from diorama.language.frames import traits
from diorama.language.postures import STATES
from diorama.language.syntax.phrases import own
from diorama.language.syntax.sentence import Sentence

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

OF_ANIMALS = {"jumping": "leaping"}
"""States of things that are called otherwise of animals."""
IN_LINE = re.compile(r"\b(in (a|single) (row|line|file)|in rows?|in line|lined up|side by side)\b")
"""What tells that several are in a row."""
OUTSIDE = frozenset(("outside", "outdoors"))


def tell(reader: Reader, found: Sentence) -> None:
    _states(reader, found)
    _overhead(reader, found)
    _outside(reader, found)


def _states(reader: Reader, found: Sentence) -> None:
    """ "An owl in flight", "a dog in mid-air"."""
    for atom in found.atoms:
        state = atom.sense("state").key if atom.can("state") and " " in atom.text.replace("-", " ") else ""
        posture = OF_ANIMALS.get(state, state) if state in STATES.values() else None
        before = [m for m in found.mentions if m.subject is not None and m.subject.traits is not None and m.head.end <= atom.start]
        if before and before[-1].subject.category == "animal" and state == "arranged" and IN_LINE.search(atom.norm):
            traits.put(reader.draft, before[-1].subject, atom, "formation", "row")
        if posture and before and before[-1].subject.category == "animal" and traits.put(reader.draft, before[-1].subject, atom, "posture", posture):
            reader.claims.mark(atom, "animal", "pose")


def _overhead(reader: Reader, found: Sentence) -> None:
    """ "Three crows overhead": they fly there."""
    for word in found.words:
        above = found.mention(word.head) if word.norm == "overhead" and word.head.noun else None
        if above is not None and above.subject is not None and above.subject.category == "animal" and above.subject.traits is not None:
            if traits.put(reader.draft, above.subject, own(word), "posture", "flying"):
                reader.claims.mark(word, "animal", "pose")


def _outside(reader: Reader, found: Sentence) -> None:
    for word in found.words:
        open_ = not {"setting", "hint"} & set(reader.draft.environment)
        of_nothing = word.norm == "outdoors" or word.kid("pobj", "prep") is None
        if open_ and word.norm in OUTSIDE and word.tag == "RB" and of_nothing:
            reader.draft.environment["hint"] = "park"
            reader.claims.note(word, "environment", Effect("environment.setting", "park"), frame="place", rule="outside")
