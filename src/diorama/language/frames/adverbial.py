"""What adverbials say that hang on no verb: "in flight", "outside"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diorama.language.draft import Effect, SubjectDraft
from diorama.language.frames import traits
from diorama.language.frames.actors import who
from diorama.language.frames.things import dressing
from diorama.language.lights import SOURCE_OF_THING
from diorama.language.postures import STATES
from diorama.language.syntax.phrases import own
from diorama.language.syntax.sentence import Sentence
from diorama.language.syntax.word import Word

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
    _bare(reader, found)
    _switched(reader, found)
    for word in found.words:
        if word.lemma in dressing.UNSHOD and word.tag.startswith("RB") and word.head.verb:  # "runs barefoot"
            for subject in [s for s in who(reader, word.head) if s.category == "person" and s.traits is not None]:
                dressing.unshod(reader, subject, word)


SWITCHED = {"on": "lit", "off": "unlit"}


def _switched(reader: Reader, found: Sentence) -> None:
    """ "The lamp on the nightstand is on": it is lit."""
    for word in found.words:
        state = SWITCHED.get(word.norm) if word.kid("pobj", "prep") is None and word.head.lemma in ("be", "switch", "turn", "leave") else None
        for lamp in [s for s in who(reader, word.head) if s.thing in SOURCE_OF_THING] if state is not None and word.head.kid("neg") is None else ():
            lamp.states.append(state)
            reader.claims.note(word, "subject", Effect("states", state, lamp), frame="thing", rule="switched")


BARE = {"behind": "behind", "below": "under", "beneath": "under", "underneath": "under", "above": "above", "alongside": "beside", "nearby": "near"}
"""Adverbs that say where one is to what was named first."""
PHRASES = {("in", "front"): "in_front_of", ("on", "side"): "beside", ("to", "side"): "beside", ("at", "side"): "beside"}


def _bare(reader: Reader, found: Sentence) -> None:
    """ "A fountain in front", "a crowd behind", "chopsticks on the side": where they are to what the text began with."""
    for word in found.words:
        kind = BARE.get(word.norm) if word.kid("pobj", "prep") is None else None
        if kind is not None and not word.head.noun and not (word.head.verb and word.dep in ("advmod", "prep")):
            kind = None
        place = word.kid("pobj")
        if kind is None and place is not None and place.kid("prep", "poss", "amod", "compound") is None:
            kind = PHRASES.get((word.norm, place.norm))
        if kind is None or reader.claims.has(word) and word.norm in BARE:
            continue
        named = _before(reader, found, word)
        first = _named_first(reader, found, named)
        if named is None or first is None or first is named or first.becomes is not None or _has_place(reader, named, first, kind):
            continue
        made = reader.draft.relate([named], _lower(kind, named, first), [first], own(word))
        reader.claims.note(word, "subject", Effect("relations", made), frame="relation", rule="bare place")
        if place is not None:
            reader.claims.joins(place, "relation", "bare place")


def _named_first(reader: Reader, found: Sentence, named: SubjectDraft | None) -> SubjectDraft | None:
    """What it is told by: what the sentence last put something beside, else what the sentence or the brief began with."""
    held = [o for r in reader.draft.relations if r.kind in ("holding", "with") and named in r.subjects for o in r.objects]
    named_here = [m.subject for m in found.mentions if m.subject in reader.draft.subjects and m.real and m.subject.category != "wear"]
    here = [s for s in named_here if s is not named and s not in held]
    beside = [o for r in reader.draft.relations if r.kind in ("behind", "in_front_of", "beside") and r.atom is not None for o in r.objects if o in here]
    if beside or here:
        return beside[-1] if beside else here[0]
    brief = all(not any(w.tag in ("VBZ", "VBP", "VBD") for w in s.words) for s in reader.sentences)
    earlier = (m.subject for m in reader.mentions if m.subject in reader.draft.subjects and m.real and m.subject.category != "wear")
    return next((s for s in earlier if s is not named), None) if brief else None


def _lower(kind: str, one: SubjectDraft, first: SubjectDraft) -> str:
    """What is below somebody or a building, and can be nowhere under it, stands lower down before it."""
    standing = first.category in ("building", "person", "animal") or first.length > STANDING
    return "in_front_of" if kind == "under" and standing and one.category in ("person", "animal", "vehicle", "building") else kind


STANDING = 3.0
"""Metres: what is longer has nothing under it that is seen."""


def _before(reader: Reader, found: Sentence, word: Word) -> SubjectDraft | None:
    """Of whom it is said: who was named last before it, unless something parts them."""
    named = [m for m in found.mentions if m.head.i < word.i and m.subject in reader.draft.subjects and m.real]
    last = named[-1] if named else None
    if last is None:
        return None
    bearer = last.subject.worn_by or _held(reader, last.subject)
    if bearer is not None:
        return bearer
    return last.subject if word.i - last.head.i <= 2 or word.head in (last.head, last.head.head) else None


def _held(reader: Reader, one: SubjectDraft) -> SubjectDraft | None:
    """Who has it in the hand."""
    by = (r.subjects[0] for r in reader.draft.relations if r.kind in ("holding", "with") and r.objects == [one])
    return next((s for s in by if s.category == "person"), None)


def _has_place(reader: Reader, one: SubjectDraft, first: SubjectDraft, kind: str) -> bool:
    """Whether it is said elsewhere where it is; what a plate or bowl is said to be with is in it only where nothing else is said."""
    there = [r for r in reader.draft.relations if one in r.subjects and r.kind not in ("holding", "wearing", "with", "riding", "facing")]
    given = [r for r in there if r.kind in ("in", "on") and first in r.objects and kind == "beside" and r.atom is not None and r.atom.norm in ("with", "and")]
    for relation in given:
        relation.subjects = [s for s in relation.subjects if s is not one]
    reader.draft.relations = [r for r in reader.draft.relations if r.subjects]
    return len(there) > len(given)


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
