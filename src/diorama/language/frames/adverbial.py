"""What adverbials say that hang on no verb: "in flight", "outside", "the size of a car"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.draft import Effect
from diorama.language.frames import kinds, traits
from diorama.language.lexicon import Sense
from diorama.language.syntax.phrases import of_object, own
from diorama.language.syntax.sentence import Mention, Sentence

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

POSTURES = {"flying": "flying", "jumping": "leaping", "lying": "lying", "sitting": "sitting", "running": "running"}
OUTSIDE = frozenset(("outside", "outdoors"))
LARGEST, SMALLEST = 20.0, 0.05


def tell(reader: Reader, found: Sentence) -> None:
    _states(reader, found)
    _outside(reader, found)
    for mention in found.mentions:
        if mention.head.norm == "size" and mention.determiner == "the":
            _sized(reader, mention)


def _states(reader: Reader, found: Sentence) -> None:
    """ "An owl in flight", "a dog in mid-air"."""
    for atom in found.atoms:
        posture = POSTURES.get(atom.sense("state").key) if atom.can("state") and " " in atom.text.replace("-", " ") else None
        before = [m for m in found.mentions if m.subject is not None and m.subject.traits is not None and m.head.end <= atom.start]
        if posture and before and before[-1].subject.category == "animal" and traits.put(reader.draft, before[-1].subject, atom, "posture", posture):
            reader.claims.mark(atom, "animal", "pose")


def _outside(reader: Reader, found: Sentence) -> None:
    for word in found.words:
        open_ = not {"setting", "hint"} & set(reader.draft.environment)
        if open_ and word.norm in OUTSIDE and word.tag == "RB" and not word.kid("pobj", "prep"):
            reader.draft.environment["hint"] = "park"
            reader.claims.note(word, "environment", Effect("environment.setting", "park"), frame="place", rule="outside")


def _sized(reader: Reader, mention: Mention) -> None:
    """ "A snail the size of a car": as large as the other thing, which is not there itself."""
    inner = of_object(mention.head)
    other = reader.sentence.mention(inner) if inner is not None and reader.sentence else None
    dep, governor = kinds.governor(mention.top)
    owner = reader.sentence.mention(governor) if dep in ("appos", "dep", "npadvmod", "conj") and reader.sentence else None
    thing: Sense | None = other.atom.sense("thing") if other is not None else None
    if owner is None or owner.subject is None or other is None or thing is None:
        return
    scale = round(min(max(thing.data["size"] / owner.subject.length, SMALLEST), LARGEST), 3)
    owner.subject.size["scale"] = scale
    for word in (mention.head, other.head):
        reader.draft.notes.pop((word.start, word.end), None)
        reader.claims.note(own(word), "subject", Effect("size.scale", scale, owner.subject), frame="thing", rule="sized")
