"""What is told in turned order or by an adverb alone: "above hangs a lithograph", "to her left, a colleague points"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.draft import SubjectDraft
from diorama.language.frames.predicate import who
from diorama.language.frames.relations import making, words
from diorama.language.syntax.parse import Word
from diorama.language.syntax.sentence import Sentence

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

ALONE = {
    "above": "above",
    "behind": "behind",
    "below": "under",
    "beneath": "under",
    "underneath": "under",
    "beside": "beside",
    "alongside": "beside",
    "nearby": "near",
    "overhead": "above",
}
"""Adverbs of place, told of what was spoken of last."""


def elliptic(reader: Reader, found: Sentence, word: Word) -> None:
    """ "Above hangs a lithograph", "behind, out of focus, runs a cabinet": of what the sentence before was about."""
    kind = ALONE.get(word.norm)
    if kind is None or word.kid("pobj", "pcomp", "prep") is not None or not word.head.verb or reader.claims.has(word):
        return
    placed = who(reader, word.head)
    topic = _topic(reader, found)
    if placed and topic is not None and topic not in placed and (word.head.lemma in words.STAYS or word.head.lemma in BY_ITSELF):
        making.relate(reader, [p for p in placed if p in reader.draft.subjects], kind, topic, word)


BY_ITSELF = frozenset(
    ("run", "rise", "hang", "float", "walk", "drift", "grow", "burn", "glow", "wait", "follow", "climb", "open", "spread", "lurk", "pass", "move")
)


def _topic(reader: Reader, found: Sentence) -> SubjectDraft | None:
    """What the picture is about: the first thing named, in an earlier sentence."""
    earlier = [
        m
        for m in reader.mentions
        if m.sentence is not found and m.subject in reader.draft.subjects and m.real and m.kind not in ("part", "body", "surface", "look", "garment")
    ]
    return earlier[0].subject if earlier else None


def at_side(reader: Reader, found: Sentence, word: Word) -> None:
    """ "To her left, a colleague points": beside whom the pronoun means."""
    if word.norm not in ("left", "right"):
        return
    before = [w for w in found.words if w.i in (word.i - 1, word.i - 2)]
    if len(before) < 2 or before[1].tag not in ("PRP", "PRP$") or before[0].norm not in ("to", "on", "at"):
        return
    whose, prep = found.mention(before[1]), before[0]
    if whose is None or whose.subject not in reader.draft.subjects:
        return
    above = prep.head
    if above.verb:
        placed = who(reader, above)
    else:
        placed = [
            m.subject for m in (found.mention(above), *(x for x in found.mentions if x.head.i > word.i)) if m is not None and m.subject is not None and m.real
        ][:1]
    placed = [p for p in placed if p is not whose.subject and p in reader.draft.subjects]
    if placed:
        making.relate(reader, placed, f"{word.norm}_of", whose.subject, word)


def surrounding(reader: Reader, found: Sentence, word: Word) -> None:
    """ "Surrounding the mirror are bottles"."""
    inner, outer = found.mention(word.kid("dobj")), found.mention(word.head.kid("attr", "nsubj", "dobj"))
    around = [m.subject for m in reader.group(outer) if m.subject is not None and m.real]
    if inner is not None and inner.subject in reader.draft.subjects and around:
        making.relate(reader, around, "around", inner.subject, word)
