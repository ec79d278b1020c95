"""Sentences → draft: each noun phrase is claimed by the frame of its kind, then verbs and prepositions say what is how and where.

kinds       what a phrase is about                 rows, each with example and counter-example
real        what is likened, denied, shown in a picture or imagined is not in the scene
refer       pronouns and "the vehicle": who was meant
things      things, animals, people: new subjects or ones known; what they are made of, contain, wear
person      bodies, hair, clothes
place       settings and what is seen of them; light, weather, time
predicate   what verbs and adjectives say of subjects
relations   who stands where, holds what
adverbial   "in flight", "outside"
compared    "twice as tall as the glass", "the size of a car"
stance      "with arms crossed", "in profile", "mid-leap", "over her shoulder"
joined      verbs that tell what their object tells
claim       every word ends in one claim
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from diorama.language.frames import adverbial, compared, joined, kinds, person, place, predicate, relations, several, stance, talk, things
from diorama.language.frames.reader import Reader
from diorama.language.frames.real import unreal
from diorama.language.frames.refer import antecedent, nameless
from diorama.language.frames.things import colouring, marks, pieces
from diorama.language.frames.things.dressing import dress
from diorama.language.syntax.document import Piece
from diorama.language.syntax.phrases import find
from diorama.language.syntax.sentence import LOOKS, Mention, Sentence, sentence

FRAMES = {
    "thing": things.claim, "unlisted": things.claim, "animal": things.claim, "person": things.claim, "garment": person.garment, "body": person.body,
    "part": pieces.part, "surface": pieces.surface, "mark": marks.claim,
    "look": colouring.look, "place": place.setting, "scenery": place.scenery, "light": place.light,
    "time": place.time,
    "weather": place.weather, "camera": talk.camera, "picture": talk.picture, "medium": talk.medium, "text": talk.text, "viewer": talk.viewer,
    "shadow": talk.shadow, "side": talk.side, "where": talk.where, "manner": talk.abstract, "abstract": talk.abstract, "number": talk.number,
    "quantity": talk.quantity,
    "measured": talk.measured, "ground": place.ground,
}  # fmt: skip


class Pass(NamedTuple):
    """One pass over a sentence. A test holds what it reads and writes of the draft against this."""

    name: str
    run: Callable[[SentenceReader, Sentence], None]
    reads: frozenset[str]
    """Fields of the draft."""
    writes: frozenset[str]


def _pass(name: str, run: Callable[[SentenceReader, Sentence], None], reads: str = "", writes: str = "") -> Pass:
    return Pass(name, run, frozenset(reads.split()), frozenset(writes.split()))


def _take_all(reader: SentenceReader, found: Sentence) -> None:
    for mention in found.mentions:
        reader.take(mention)


PASSES = (
    _pass("phrases", lambda reader, found: find(found)),
    _pass(
        "mentions",
        _take_all,
        writes="subjects relations environment ground backdrop features fittings place_spans lighting lights times camera depth film genre genre_said styles given told "
        "notes diagnostics",
    ),
    _pass("sizes", compared.tell, "subjects given", "subjects told notes"),
    _pass("predicates", predicate.tell, "given", "subjects relations told notes diagnostics"),
    _pass("relations", relations.tell, writes="subjects relations given told notes handled"),
    _pass("adverbials", adverbial.tell, "environment given", "subjects relations told notes"),
    _pass("stances", stance.tell, "given", "subjects relations told notes"),
    _pass("labels", talk.labels, writes="subjects relations given told notes diagnostics"),
    _pass("alone", talk.alone, writes="lighting lights camera depth film given told notes"),
    _pass("joined", joined.tell, "given", "notes"),
    _pass("claims", lambda reader, found: reader.claims.close(found), writes="notes"),
    _pass("lights", lambda reader, found: reader.lights.close()),
)
"""What is done with a sentence, in order."""


class SentenceReader(Reader):
    """Reads sentences one by one into a draft."""

    def read(self, piece: Piece) -> None:
        self.sentence = found = sentence(self.text, piece.start, piece.end)
        self.sentences.append(found)
        self.claims.open(found)
        for step in PASSES:
            step.run(self, found)

    def take(self, mention: Mention) -> None:
        """Claim a phrase, once; its owner first."""
        if id(mention) in self.done:
            return
        self.done.add(id(mention))
        self.sort(mention)
        if mention.kind == "pronoun":
            antecedent(self, mention)
            if nameless(self, mention):
                mention.kind, mention.rule = "person", "somebody"
        if mention.kind == "pronoun":
            if mention.subject is not None and several.elliptic(mention.head):
                dress(self, mention.subject, [w for w in mention.modifiers if w.atom is not None and w.atom.can(*LOOKS)])
            self.mentions.append(mention)
            return
        owner = self.owner(mention)
        if owner is not None and owner is not mention and owner.kind not in ("look", "measured", "number"):
            self.take(owner)
        for word in (*mention.modifiers, *mention.measures):
            if word.atom is not None and word.atom.kind in ("focal", "f_number", "iso", "aspect", "kelvin") and not self.claims.has(word):
                self.standalone.alone(word.atom)
                self.claims.mark(word, "camera", "measured")
            if word.lemma == "silhouette" and word.atom is not None:
                self.standalone.alone(word.atom)
        mention.why = unreal(self, mention) or ""
        mention.real = not mention.why
        FRAMES[mention.kind](self, mention)
        self.mentions.append(mention)

    def sort(self, mention: Mention) -> None:
        if not mention.kind:
            mention.kind, mention.rule = "abstract", "open"  # a phrase that asks after its owner's kind is asked itself
            mention.kind, mention.rule = kinds.kind(mention, self)
