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
