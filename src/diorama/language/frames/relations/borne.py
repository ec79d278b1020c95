"""Where on somebody a thing is: "a basket on her head", "a cup in his left hand", "an axe over one shoulder"."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from diorama.language.draft import Effect, RelationDraft, SubjectDraft
from diorama.language.frames.actors import LIVING
from diorama.language.frames.relations import governing, making
from diorama.language.syntax.sentence import Mention
from diorama.language.syntax.word import Word
from diorama_catalogue.bodies import shown

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

HAS = ("holding", "with", "near", "on")
"""Relations of somebody and a thing that where it is on them makes more exact."""
CARRIED_WORN = frozenset(("arm", "under_arm", "hands", "left_hand", "right_hand", "hip"))
"""Parts on which clothes are carried, and not worn."""
BOUND = frozenset(("strap", "tuck", "sling", "press", "balance", "hold", "clamp", "clench", "hang", "perch", "carry", "wedge", "tie", "clutch", "hug", "rest"))
"""Verbs that tell no more than that it is there."""


@lru_cache(maxsize=1)
def rows() -> dict[tuple[str, str], dict[str, Any]]:
    """By the noun of the part and the preposition."""
    read = tomllib.loads((files("diorama.language.frames") / "borne.toml").read_text("utf-8"))["row"]
    return {(noun, prep): row for row in reversed(read) for noun in row["nouns"] for prep in row["preps"]}


def row(mention: Mention, prep: Word) -> dict[str, Any] | None:
    """The row of a part of a body and what it hangs on; "on top of her head" is on it."""
    if prep.norm == "of" and not (prep.head.norm == "top" and prep.head.head.norm == "on"):
        return None
    return rows().get((mention.head.lemma, prep.norm))


def part_of(mention: Mention, told: dict[str, Any]) -> str:
    """The part, with the side of a hand."""
    side = next((w.norm for w in mention.head.kids if w.norm in ("left", "right") and w.i < mention.head.i), None)
    return f"{side}_hand" if told["part"] == "hands" and side is not None else told["part"]


def tell(reader: Reader, mention: Mention, prep: Word, whose: SubjectDraft) -> bool:
    """Relate what is on somebody to them, with where; False where the words tell no such thing."""
    told = row(mention, prep)
    whose = _named_before(reader, mention) or whose
    if told is None or whose.category not in LIVING or whose.category == "animal" and told["part"] != "mouth":
        return False
    things = [s for s in _things(reader, mention, prep, whose) if s is not whose and s in reader.draft.subjects and _fits(s, whose, told)]
    if not things:
        return False
    part = part_of(mention, told)
    if part == "hands" and mention.head.tag != "NNS" or part == "hands" and mention.owner is None and not _both(mention):
        part = None
    for one in things:
        kind = told["alive" if one.category in LIVING else "thing"]
        made = _made_exact(reader, whose, one, kind) or _made(reader, whose, one, kind, prep)
        if made is not None:
            made.part = part
            _note(reader, mention, prep, made, part, whose)
    if "posture" in told and whose.category == "person" and whose.traits is not None:
        whose.traits.setdefault("posture", told["posture"])
    return True


def _named_before(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """ "A waitress with plates on one arm squeezes past a couple": whose arm it is where no word says whose, the last who is named before it."""
    if mention.owner is not None or reader.sentence is None or mention.head.kid("prep") is not None:
        return None
    before = [m for m in reader.sentence.mentions if m.head.i < mention.head.i and m.kind == "person" and m.subject in reader.draft.subjects and m.real]
    return before[-1].subject if before else None


def _both(mention: Mention) -> bool:
    return any(k.norm in ("both", "two") for k in mention.head.kids)


def _fits(one: SubjectDraft, whose: SubjectDraft, told: dict[str, Any]) -> bool:
    if one.worn_by is not None or ("alive" if one.category in LIVING else "thing") not in told:
        return False
    return one.category != "person" or told["part"] not in ("hands", "mouth") and one.length <= whose.length


def _things(reader: Reader, mention: Mention, prep: Word, whose: SubjectDraft) -> list[SubjectDraft]:
    """What is there: what the preposition hangs on, else what the verb is done to."""
    while prep.norm == "of":
        prep = prep.head.head
    above = prep.head
    taken = above.kid("dobj") if above.verb else None
    found = reader.sentence.mention(taken) if taken is not None and reader.sentence is not None else None
    if found is not None and found.subject is not None and found.real:
        listed = [m for m in reader.group(found) if m.head.i < prep.i or m is found]
        return [m.subject for m in listed if m.subject is not None]
    owners = governing.owners(reader, prep, mention)
    if owners == [whose] and above.noun and reader.sentence is not None:  # "a climber with a rope over one shoulder", as the parser has it
        with_ = [m for m in reader.sentence.mentions if above.i < m.head.i < prep.i and m.top.head.norm in ("with", "holding", "carrying")]
        return [m.subject for m in with_[-1:] if m.subject is not None]
    return owners


def _made_exact(reader: Reader, whose: SubjectDraft, one: SubjectDraft, kind: str) -> RelationDraft | None:
    """The relation that there is of the two, made more exact."""
    pair = ([whose], [one])
    known = next((r for r in reader.draft.relations if r.kind in HAS and (r.subjects, r.objects) in (pair, pair[::-1])), None)
    if known is None:
        return None
    known.kind = kind
    known.subjects, known.objects = ([one], [whose]) if kind == "on" else ([whose], [one])
    return known


def _made(reader: Reader, whose: SubjectDraft, one: SubjectDraft, kind: str, prep: Word) -> RelationDraft | None:
    first, second = (one, whose) if kind == "on" else (whose, one)
    making.relate(reader, [first], kind, second, prep)
    return next((r for r in reader.draft.relations if r.kind == kind and r.subjects == [first] and r.objects == [second]), None)


def _is_shown(part: str, made: RelationDraft, whose: SubjectDraft) -> bool:
    """Whether the picture has it there: small animals and children on a shoulder, on the head of nobody who sits."""
    if part == "shoulder":
        return made.kind == "on" and made.subjects[0].category in LIVING
    return shown(part, whose.category) and not (part == "head" and (whose.traits or {}).get("posture") in SEATED)


SEATED = frozenset(("sitting", "kneeling", "crouching", "riding", "lying"))


def _note(reader: Reader, mention: Mention, prep: Word, made: RelationDraft, part: str | None, whose: SubjectDraft) -> None:
    """The words have their effect where the picture has it there."""
    words = [mention.head, *(k for k in mention.head.kids if k.norm in ("left", "right", "both", "one", "two") and k.dep != "prep")]
    bound = [prep.head] if prep.head.verb and prep.head.tag in ("VBN", "VBD") and prep.head.lemma in BOUND else []
    if part is not None and not _is_shown(part, made, whose):
        for word in (*words, *bound):
            reader.claims.instead(word, "borne")
        return
    for word in (*words, *bound):
        if word in bound and reader.claims.has(word):
            continue
        reader.claims.note(word, "subject", Effect("relations", made), frame="body", rule="borne")
