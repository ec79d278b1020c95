"""Parts that are named with an article alone: "a bowl of soup, a spoon resting on the rim" is the rim of the bowl.

Bridging reference (Clark, "Bridging", TINLAP 1975): a definite part is that of the last thing named that has one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from diorama.language.draft import SubjectDraft
from diorama.language.frames import phrase
from diorama.language.frames.actors import LIVING, who
from diorama.language.surfaces import VESSELS
from diorama.language.syntax.phrases import of_object
from diorama.language.syntax.sentence import Mention
from diorama_catalogue import Tag, thing

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


def _vessel(s: SubjectDraft) -> bool:
    return s.thing in VESSELS


def _heaped(s: SubjectDraft) -> bool:
    return "stacked" in s.states or s.plural or s.count > 1


def _solid(s: SubjectDraft) -> bool:
    return s.category not in (*LIVING, "wear")


def _broad(s: SubjectDraft) -> bool:
    return s.category in ("furniture", "vehicle", "building")


def _seated(s: SubjectDraft) -> bool:
    return s.category == "vehicle" or Tag.SEAT in thing(s.thing).tags


def _vehicle(s: SubjectDraft) -> bool:
    return s.category == "vehicle"


def _roofed(s: SubjectDraft) -> bool:
    return s.category in ("vehicle", "building")


WHOLES: dict[str, Callable[[SubjectDraft], bool]] = {
    "rim": _vessel, "brim": _vessel, "lid": _vessel, "edge": _broad, "top": _solid, "seat": _seated, "deck": _vehicle, "bow": _vehicle, "stern": _vehicle,
    "roof": _roofed, "pile": _heaped, "stack": _heaped, "heap": _heaped,
}  # fmt: skip
"""Parts on which things are, with what has one."""
UPON = frozenset(("on", "across", "over", "along", "atop", "upon", "of"))


def whole(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """The thing whose part is meant; None where the words are about something else."""
    fits = WHOLES.get(mention.head.lemma)
    dep, prep = phrase.governor(mention.top)
    alone = mention.owner is None and mention.determiner == "the" and of_object(mention.head) is None
    if fits is None or not alone or dep != "pobj" or prep.norm not in UPON:
        return None
    above = prep.head.head.head if prep.norm == "of" and prep.head.norm == "top" else prep.head
    placed = who(reader, above) if above.verb else [m.subject for m in (reader.sentence.mention(above),) if m is not None] if reader.sentence else []
    told = [m.subject for m in reader.mentions[-30:] if m.real and m.kind not in ("part", "body", "surface", "garment") and _before(reader, m, mention)]
    named = [s for s in dict.fromkeys(reversed(told)) if s is not None and s in reader.draft.subjects and s not in placed and s.category not in LIVING]
    return next((s for s in named if fits(s)), None)


def _before(reader: Reader, m: Mention, mention: Mention) -> bool:
    return m.sentence is not reader.sentence or m.head.i < mention.head.i
