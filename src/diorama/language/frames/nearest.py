"""Verbs that no table lists, as the listed ones that they are ways of: "mosey" is read as "walk", "guzzle" as "drink", and it is said so."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from diorama.language.frames import animal, ties, traits, vocabulary
from diorama.language.frames.actors import LIVING, who
from diorama.language.frames.relations.words import NEARBY
from diorama.language.lexicon import classes
from diorama.language.postures import STATES
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader
    from diorama.language.syntax.sentence import Sentence

LEAST = 0.15
"""Of all uses of a verb, the part from which a sense of it may be meant."""
TABLES = {
    "person": ("posture", "gesture", "deed", "expression", "eyed", "whole", "rider", "deed_alone", "deed_to", "deed_to_animal"),
    "animal": ("posture_verb", "deed", "formed"),
}
NOT_TO_A_THING = frozenset((
    "go", "walk", "run", "jump", "dive", "climb", "move", "swim", "fly", "lie", "sit", "stand", "wait", "sleep",
    "talk", "speak", "discuss", "argue", "chat", "explain",
    "shout", "sing", "laugh", "smile", "cry", "frown", "gesture", "rejoice",
))  # fmt: skip
"""What one does oneself, or with somebody: where something is done to a thing, it is no way of these."""


GOES = {"person": "walk", "animal": "move"}
"""How one goes who goes along a way, whatever the verb."""
ALONG = frozenset((
    "along", "through", "across", "past", "toward", "towards", "down", "up", "into", "over", "around", "between", "beside", "from", "above",
))  # fmt: skip


@lru_cache(maxsize=1)
def _ways() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("ways.toml").read_text("utf-8"))


@lru_cache(maxsize=4096)
def nearest(lemma: str, kind: str, *, to_a_thing: bool = False) -> str | None:
    """The listed verb that an unlisted one is a way of, for "person" or "animal"; None where the dictionary tells of none that is seen.

    `to_a_thing`: it is done to a thing."""
    table = _ways()[kind]
    for way in classes.ways(lemma):
        found = next((row for step in way.line if (row := table.get("/".join(step[:2]))) is not None), None) if way.share >= LEAST else None
        if found is not None and not (to_a_thing and found in NOT_TO_A_THING):
            return found
    return None


@lru_cache(maxsize=1)
def _listed() -> dict[str, frozenset[str]]:
    own = {"person": traits.tables(), "animal": animal.tables()}
    told = {verb for verbs in vocabulary.tables()["verb"].values() for verb in verbs}
    told |= {verb for row in ties.rows() for verb in row.verbs} | set(STATES) | NEARBY
    told |= {verb for verbs in own["person"]["held"].values() for verb in verbs}
    return {kind: frozenset(told.union(*(own[kind][name] for name in names))) for kind, names in TABLES.items()}


def settle(reader: Reader, found: Sentence) -> list[tuple[Word, str]]:
    """Verbs of the living that nothing lists take the listed verb that is nearest; these, each with its own verb."""
    out = []
    for word in found.words:
        if not word.verb or word.dep in ("aux", "auxpass", "amod", "compound") or word.tag == "VBN" or word.lemma in ("be", "have", "do"):
            continue
        kinds = {s.category for s in who(reader, word) if s.traits is not None}
        kind = next((k for k in LIVING if k in kinds), None)
        if kind is None or word.lemma in _listed()[kind]:
            continue
        near = nearest(word.lemma, kind, to_a_thing=done_to_a_thing(reader, word) or _to_an_animal(reader, word))
        if near == "go":
            near = GOES[kind] if any(p.norm in ALONG and p.kid("pobj") is not None for p in word.those("prep")) else None
        if near is not None:
            out.append((word, word.lemma))
            word.lemma = near
    return out


def _to_an_animal(reader: Reader, word: Word) -> bool:
    found = reader.sentence.mention(word.kid("dobj")) if word.kid("dobj") is not None and reader.sentence is not None else None
    return found is not None and found.subject is not None and found.subject.category == "animal"


def done_to_a_thing(reader: Reader, word: Word) -> bool:
    """True where the verb's object is a thing, and no place to go over."""
    what = word.kid("dobj")
    found = reader.sentence.mention(what) if what is not None and reader.sentence is not None else None
    if found is None or not found.real:
        return False
    if found.subject is None:
        return found.kind in ("thing", "unlisted") and classes.share(found.head.lemma, "artifact", "food") > 0.5
    return found.subject.category not in (*LIVING, "street", "building", "plant")


def tell(reader: Reader, settled: list[tuple[Word, str]]) -> None:
    """What a verb is read as is said."""
    for word, own in settled:
        if reader.claims.has(word) and word.lemma != own:
            reader.draft.say("note", "nearest-word", f"{own!r} is read as {word.lemma!r}, the nearest to it that is shown", (word.start, word.end))
