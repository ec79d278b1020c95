"""Verbs with an object: who holds, rides, faces, covers what; and the passive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.draft import Effect, SubjectDraft
from diorama.language.frames import ties, traits
from diorama.language.frames.actors import GIVES, LIVING, who
from diorama.language.frames.person import bearer
from diorama.language.frames.relations import having, making, words
from diorama.language.frames.vocabulary import verb
from diorama.language.lexicon import classes
from diorama.language.surfaces import FLAT, VESSELS
from diorama.language.syntax.phrases import own
from diorama.language.syntax.sentence import Mention
from diorama.language.syntax.word import Word
from diorama_catalogue import Tag, thing

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

CLIMBED = frozenset(("ladder", "stepladder", "staircase", "stairs"))
"""What is mounted and not ridden."""
MOUNTS = frozenset(("vehicle", "animal", "furniture", "tool", "figure", "shape"))
"""What can be ridden."""


def passive(reader: Reader, word: Word, owners: list[SubjectDraft], target, prep: Word) -> None:
    """ "surrounded by trees", "held by a woman", "lit by a candle"."""
    if not isinstance(target, SubjectDraft):
        return
    if verb(word.lemma, "surround") or word.lemma in ("accompany",):
        making.relate(reader, [target], "around" if word.lemma != "accompany" else "beside", owners[0], prep)
    elif verb(word.lemma, "hold") and target.category in LIVING:
        making.relate(reader, [target], "holding", owners[0], prep)
    elif verb(word.lemma, "ride") and target.category in LIVING:
        making.relate(reader, [target], "riding", owners[0], prep)
    elif verb(word.lemma, "wear") and target.category in LIVING:
        making.relate(reader, [target], "wearing", owners[0], prep)
    elif verb(word.lemma, "cover"):
        making.relate(reader, [target], "covering", owners[0], prep)
    elif verb(word.lemma, "lit"):
        reader.lights.by_subject(target, prep.atom or own(prep))
        reader.lights.close()
    elif word.lemma in ("support", "prop"):
        making.relate(reader, owners, "on", target, prep)


def object(reader: Reader, mention: Mention, word: Word) -> None:
    """ "holds a cup", "rides a horse", "the table supports a lamp"."""
    subject = mention.subject
    owners = [s for s in who(reader, word) if s is not subject and s in reader.draft.subjects]
    if not owners or any(k.dep == "neg" for k in word.kids) or subject is None or subject not in reader.draft.subjects:
        return None
    living = all(o.category in LIVING or Tag.HAS_HANDS in thing(o.thing).tags for o in owners)
    if living and word.lemma in TENDED and subject.category == "plant" and "growing" not in subject.states:
        subject.states.append("growing")
        reader.claims.note(word, "subject", Effect("states", "growing", subject), frame="relation", rule="tended")
    if living and all(o.category == "animal" for o in owners) and verb(word.lemma, "hold") and word.lemma not in GRIPS:
        if subject.category == "plant":
            return making.relate(reader, owners, "beside", subject, word)  # "a panda eating bamboo"
        return reader.claims.joins(word, "relation", "deed") if reader.claims.has(word) else None
    if living and verb(word.lemma, "wear"):
        return making.relate(reader, owners, "wearing", subject, word) if subject.thing in ("backpack", "handbag", "helmet") else None
    row = ties.tie(word.lemma, owners, subject)
    if row is not None and word.lemma == "share":
        return _tied(reader, row, owners, subject, word)
    given = living and word.lemma in GIVES and any(k.norm == "to" and k.kid("pobj") is not None for k in word.those("prep", "dative"))
    if given and subject.category not in LIVING and subject.length <= IN_HAND:
        return making.relate(reader, owners, "holding", subject, word)
    kind = _done(word, subject, living)
    if kind is not None:
        return making.relate(reader, owners, kind, subject, word)
    if not living and subject.category not in LIVING and (verb(word.lemma, "contain") or verb(word.lemma, "support")):
        return _held(reader, owners, subject, word)
    if row is not None:
        return _tied(reader, row, owners, subject, word)
    if living and word.lemma in words.NEARBY:
        return making.relate(reader, owners, "near", subject, word)
    if verb(word.lemma, "have") and subject.category not in LIVING:
        return _has(reader, owners, subject, word, living)
    if living and subject.category not in LIVING and traits.works(word.lemma):
        return making.relate(reader, owners, "holding" if _in_hand(reader, owners, subject, word) else "near", subject, word)
    return _at_it(reader, owners, subject, word) if living and _is_done(word.lemma, subject) and not _brought(reader, word, INTO) else None


SEEN_TO = frozenset(("contact", "change", "creation", "body", "motion", "competition", "consumption", "possession", "social"))
"""Classes of verbs of what is done with the body to what is there."""


def _is_done(lemma: str, subject: SubjectDraft) -> bool:
    """True for a verb by which who does it is where it is done: "opens a gate", "comforts a child"."""
    if verb(lemma, "undone") or verb(lemma, "imagine") or verb(lemma, "have") or verb(lemma, "show"):
        return False
    of_somebody = subject.category in LIVING and classes.verb(lemma) in ("communication", "emotion")
    return of_somebody or classes.verb(lemma) in SEEN_TO or verb(lemma, "handle")


def _at_it(reader: Reader, owners: list[SubjectDraft], subject: SubjectDraft, word: Word) -> None:
    """What somebody does that is shown in no way of its own: they are at it, or have it in the hand."""
    held = _in_arms(owners, subject) or subject.category not in (*LIVING, "wear") and _in_hand(reader, owners, subject, word)
    making.relate(reader, owners, "holding" if held else "near", subject, word)


def touch(reader: Reader, mention: Mention, word: Word) -> None:
    """ "A girl strokes its neck": she is by whose it is."""
    whose = bearer(reader, mention)
    owners = [s for s in who(reader, word) if s is not whose and s.category in LIVING]
    if whose is not None and whose in reader.draft.subjects and owners:
        making.relate(reader, owners, "near", whose, word)


TENDED = frozenset(("water", "prune", "tend", "plant", "grow", "weed", "trim", "harvest"))
"""What is done to plants where they grow."""
IN_HAND = 0.7
"""Metres: what is no longer is in the hands of who does something to it."""


def _in_hand(reader: Reader, owners: list[SubjectDraft], subject: SubjectDraft, word: Word) -> bool:
    """True of one small thing that is nowhere else: "peels an apple", but not "whisks eggs in a bowl"."""
    person = all(o.category != "animal" for o in owners)
    small = subject.length <= IN_HAND or bool(thing(subject.thing).tags & HAND_HELD)
    return person and subject.count == 1 and not subject.plural and small and not _brought(reader, word, INTO | STAYING)


INTO, STAYING = frozenset(("into", "onto", "from")), frozenset(("in", "on"))


def _brought(reader: Reader, word: Word, preps: frozenset[str]) -> bool:
    """ "Grates cheese into a bowl": what it is done to is on a thing, or goes there; none is in the rain."""
    inner = [p.kid("pobj") for w in (word, *word.those("dobj")) for p in w.those("prep") if p.norm in preps]
    found = [reader.sentence.mention(w) for w in inner if w is not None] if reader.sentence is not None else []
    return any(m is not None and (m.subject is not None or m.kind == "thing" or m.kind in ("body", "surface")) for m in found)


HAND_HELD = frozenset((Tag.HELD_UPRIGHT, Tag.HUNG_FROM_HAND, Tag.HELD_ITS_OWN_WAY))
BABY = 2.0
"""Years up to which somebody is in the arms of who does something to them."""


def _in_arms(owners: list[SubjectDraft], subject: SubjectDraft) -> bool:
    """ "Soothes a baby"."""
    little = subject.category == "person" and (subject.traits or {}).get("age", 99) <= BABY
    return little and subject.count == 1 and all(o.category == "person" and (o.traits or {}).get("age", 99) > BABY for o in owners)


GRIPS = frozenset(("hold", "carry", "grip", "clutch", "clasp", "grasp", "steal", "grab", "fetch"))
"""Verbs of holding that animals do too."""
THROWS = frozenset(("toss", "lob", "hurl", "fling", "chuck", "juggle"))
"""What is thrown is in the hand, or has just left it."""
CONSULTED = frozenset(("electronics", "paper", "tool"))
"""What is held to be looked at."""
ON_THE_PITCH = frozenset(("soccer_ball", "ball", "football"))
"""Balls that are played with the feet: "kids playing soccer"."""
CATCHES = frozenset(("catch", "snatch"))
"""What is caught is in the hand, or in the mouth; unless it lives: that is hunted."""


def _done(word: Word, subject: SubjectDraft, living: bool) -> str | None:
    """The relation of who does it to what it is done to."""
    if living and Tag.PLAYED_ACROSS in thing(subject.thing).tags:
        return "near"
    if living and word.lemma == "play" and subject.thing in ON_THE_PITCH:
        return "near"
    if living and (verb(word.lemma, "hold") or word.lemma in CATCHES and subject.category not in LIVING and subject.length <= IN_HAND):
        return "holding"
    ridden = verb(word.lemma, "ride") and subject.category in MOUNTS and subject.thing not in CLIMBED
    if living and (ridden or word.lemma == "drive" and subject.category == "vehicle"):
        return "riding"
    if living and word.lemma in THROWS and subject.category not in LIVING and subject.length <= IN_HAND:
        return "holding"
    if living and verb(word.lemma, "consult"):
        return "holding" if subject.length <= IN_HAND and subject.category in CONSULTED else "facing" if subject.category != "wear" else None
    if verb(word.lemma, "face") and (living or word.lemma == "face"):
        return "facing"
    if verb(word.lemma, "cover"):
        return "covering"
    if verb(word.lemma, "surround"):
        return "on" if word.lemma == "line" and subject.category == "furniture" else "around"
    return None


def _held(reader: Reader, owners: list[SubjectDraft], subject: SubjectDraft, word: Word) -> None:
    """ "The bowl contains apples", "the table supports a lamp"."""
    inside = owners[0].thing in VESSELS and owners[0].thing not in FLAT
    if inside:
        having.many(subject)
    making.relate(reader, [subject], "in" if inside else "on", owners[0], word)


def _has(reader: Reader, owners: list[SubjectDraft], subject: SubjectDraft, word: Word, living: bool) -> None:
    if owners[0].thing in VESSELS:
        making.relate(reader, [subject], "on" if owners[0].thing in FLAT else "in", owners[0], word)
    elif not living:
        making.relate(reader, owners, "with", subject, word)


def _tied(reader: Reader, row: ties.Row, owners: list[SubjectDraft], subject: SubjectDraft, word: Word) -> None:
    whole = owners[0] if row.turned else subject
    kind = "on" if row.relation == "in" and (whole.thing in FLAT or whole.category == "furniture") else row.relation
    if row.turned:
        return making.relate(reader, [subject], kind, owners[0], word)
    return making.relate(reader, owners, kind, subject, word)
