"""Of whom a verb says something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.draft import SubjectDraft
from diorama.language.frames.refer import THEY
from diorama.language.syntax.phrases import of_object
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

LIVING = ("person", "animal")
GIVES = ("feed", "give", "hand", "offer", "show", "serve")
"""What is done with a thing for somebody."""
STRUNG = frozenset(("string", "strand", "garland", "rope", "braid"))
"""Forms in which things hang or stand together."""


def who(reader: Reader, word: Word) -> list[SubjectDraft]:
    """The subjects a verb says something of."""
    if (both := _all_of_them(reader, word)):
        return both
    actor = reader.actor(word)
    if actor is None or not actor.real:
        return []
    inner = of_object(actor.head) if actor.subject is None and actor.head.lemma in STRUNG else None
    actor = reader.sentence.mention(inner) or actor if inner is not None and reader.sentence is not None else actor  # "strings of chillies hang"
    of_one = word.dep == "acl" and actor.head.i < word.i
    listed = [m for m in reader.group(actor) if not of_one or m.head.i < word.i]  # "a farmer leading a horse, a barn behind": no barn leads
    told = [m for m in listed if m.real and m.kind not in ("part", "body", "surface", "look")]
    whole = [(m.subject, m.plural or m.head.norm in THEY) for m in told if m.subject is not None]
    return list(dict.fromkeys(s for one, all_of_them in whole for s in (one, *(one.fellows if all_of_them else ()))))


def _all_of_them(reader: Reader, word: Word) -> list[SubjectDraft]:
    """ "A girl and a boy in a kitchen, both sweeping", "each of them holding a candle": those that are listed before."""
    told = next((k for k in word.kids if k.norm in ("both", "all", "each") and k.i < word.i and k.dep in ("preconj", "nsubj", "det", "advmod")), None)
    if told is None or not word.verb or not (word.root or word.dep in ("acl", "advcl", "conj", "appos")):
        return []
    living = [m for m in reader.mentions if m.subject in reader.draft.subjects and m.real and m.kind in LIVING and m.head.start < told.start]
    last = living[-1] if living else None
    if last is None or last.subject is None:
        return []
    if last.top.dep == "conj" and last.top.head.noun:
        return list(dict.fromkeys(m.subject for m in living if m.subject is not None and (m is last or m.top is last.top.head or m.top.head is last.top.head)))
    return [last.subject, *last.subject.fellows] if last.plural else []
