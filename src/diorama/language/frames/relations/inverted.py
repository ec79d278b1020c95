"""What is told in turned order or by an adverb alone: "above hangs a lithograph", "to her left, a colleague points"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.draft import SubjectDraft
from diorama.language.frames.actors import who
from diorama.language.frames.relations import having, making, words
from diorama.language.syntax.sentence import Sentence
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

ALONE = {
    "inside": "in",
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
    kind = ALONE.get(word.norm) or _phrase(reader, word)
    if kind is None or word.norm in ALONE and word.kid("pobj", "pcomp", "prep") is not None or not word.head.verb or reader.claims.has(word):
        return
    placed = who(reader, word.head)
    topic = _of_the_clause(reader, word) or _topic(reader, found)
    if placed and topic is not None and topic not in placed and (word.head.lemma in words.STAYS or word.head.lemma in BY_ITSELF or word.head.tag == "VBG"):
        making.relate(reader, [p for p in placed if p in reader.draft.subjects], kind, topic, word)


PHRASES = {("in", "front"): "in_front_of", ("to", "side"): "beside", ("on", "side"): "beside", ("at", "side"): "beside", ("on", "top"): "on"}
"""The same in two words: "a napkin lies in front"."""


def _phrase(reader: Reader, word: Word) -> str | None:
    inner = word.kid("pobj")
    bare = inner is not None and not any(k.dep in ("prep", "poss") or k.norm in ("left", "right") for k in inner.kids)
    return PHRASES.get((word.norm, inner.norm)) if bare and inner is not None else None


BY_ITSELF = frozenset(
    ("run", "rise", "hang", "float", "walk", "drift", "grow", "burn", "glow", "wait", "follow", "climb", "open", "spread", "lurk", "pass", "move")
)


def _of_the_clause(reader: Reader, word: Word) -> SubjectDraft | None:
    """ "Pancakes stand on a plate, with butter melting on top": on what stands there."""
    prep = word.head.head
    main = prep.head if word.head.dep == "pcomp" and prep.norm == "with" else None
    subjects = [s for s in who(reader, main) if s in reader.draft.subjects] if main is not None and main.verb else []
    return subjects[0] if len(subjects) == 1 else None


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
    if word.norm not in ("left", "right") or word.dep == "amod":
        return  # "on his left arm"
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


READY = frozenset(("draw", "raise", "lower", "hold", "level", "lift", "ready", "poise", "grip", "outstretch", "hoist"))
"""What is said of a thing in somebody's hand."""


def in_hand(reader: Reader, found: Sentence, word: Word) -> None:
    """ "A knight waits with his sword drawn", "a knight in armour, spear raised": it is in the hand."""
    if word.tag not in ("VBN", "VBD") or word.lemma not in READY:
        return
    held = found.mention(word.kid("nsubj", "nsubjpass") or (word.head if word.dep == "acl" else None))
    if held is None or held.subject not in reader.draft.subjects or held.subject.category not in having.TOOLS or held.determiner not in (None, "its"):
        return
    owner = reader.owner(held) if held.owner is not None else reader.last_living()
    holder = owner.subject if owner is not None else None
    if holder is not None and holder.category == "person" and holder in reader.draft.subjects:
        making.relate(reader, [holder], "holding", held.subject, word)
        reader.claims.mark(word, "relation", "holding")



def surrounding(reader: Reader, found: Sentence, word: Word) -> None:
    """ "Surrounding the mirror are bottles"."""
    inner, outer = found.mention(word.kid("dobj")), found.mention(word.head.kid("attr", "nsubj", "dobj"))
    around = [m.subject for m in reader.group(outer) if m.subject is not None and m.real]
    if inner is not None and inner.subject in reader.draft.subjects and around:
        making.relate(reader, around, "around", inner.subject, word)
