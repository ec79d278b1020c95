"""One thing measured by another: "the bottle is twice as tall as the glass", "a cat the size of a car"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.draft import Effect, SubjectDraft
from diorama.language.frames import phrase
from diorama.language.frames.claim import is_content
from diorama.language.lexicon import Sense, lexicon
from diorama.language.measures import is_upright, scaled_to
from diorama.language.syntax.phrases import compares, of_object, own
from diorama.language.syntax.sentence import Mention, Sentence
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

LONGEST = 6
"""Words of "one and a half times as tall as"."""


def tell(reader: Reader, found: Sentence) -> None:
    for mention in found.mentions:
        if mention.head.norm == "size" and any(k.norm == "the" for k in mention.head.kids):
            dep, governor = phrase.governor(mention.top)
            owner = found.mention(governor) if dep in ("appos", "dep", "npadvmod", "conj") else reader.actor(governor) if dep == "attr" else None
            of = mention.head.kid("prep")
            link = _link(found, of) if of is not None else None
            if link is not None:
                _sized(reader, owner, found.mention(of_object(mention.head)), *link)
    for word in found.words:
        prep = compares(word)
        other, link = (found.mention(prep.kid("pobj")), _link(found, prep)) if prep is not None else (None, None)
        if link is not None and other is not None and link[0].data["upright"] in (False, None, _upright(reader, word)):
            _sized(reader, _measured(reader, word), other, *link)


def _link(found: Sentence, prep: Word) -> tuple[Sense, list[Word]] | None:
    """The longest entry of comparison that ends at the preposition, and its words: "three times larger than", "half the size of"."""
    end = next(k for k, w in enumerate(found.words) if w is prep)
    for length in range(LONGEST, 1, -1):
        words = found.words[max(0, end + 1 - length) : end + 1]
        for entry, senses in lexicon().words.get(words[0].norm, ()):
            sense = next((s for s in senses if s.kind == "link" and s.key == "sized"), None)
            if entry == tuple(w.norm for w in words) and sense is not None:
                return sense, words
    return None


def _measured(reader: Reader, word: Word) -> Mention | None:
    """What is said to be larger: "a [bottle] twice as tall as …", "the [bottle] is taller than …"."""
    return reader.sentence.mention(word.head) if word.dep == "amod" and reader.sentence is not None else reader.actor(word)


def _upright(reader: Reader, word: Word) -> bool | None:
    """Whether the largest length of what is measured is its height; None where nothing is."""
    owner = _measured(reader, word)
    return is_upright(owner.subject) if owner is not None and owner.subject is not None else None


def _sized(reader: Reader, owner: Mention | None, other: Mention | None, link: Sense, words: list[Word]) -> None:
    """The size that a thing has by another, which is there itself only where it was named before or has its own place."""
    if owner is None or owner.subject is None or other is None or other.subject is owner.subject:
        return
    by = other.subject if other.subject in reader.draft.subjects else _named(reader, other)
    thing = other.atom.sense("thing")
    length = _length(by) if by is not None else thing.data["size"] * (other.number or 1) if thing is not None else None
    if length is None:
        return
    scale = owner.subject.size["scale"] = scaled_to(owner.subject, link.data["factor"] * length)
    for told in [*(w for w in words if is_content(w) or w.tag in ("CD", "PDT")), *([other.head] if other.subject is None else [])]:
        reader.draft.notes.pop((told.start, told.end), None)
        reader.claims.note(own(told), "subject", Effect("size.scale", scale, owner.subject), frame="thing", rule="sized")


def _named(reader: Reader, other: Mention) -> SubjectDraft | None:
    """ "Half the size of the horse": the one that was named before."""
    return next((s for s in reversed(reader.draft.subjects) if other.determiner == "the" and s.noun.split()[-1] == other.head.lemma), None)


def _length(subject: SubjectDraft) -> float:
    """Metres."""
    return subject.length * subject.size.get("scale", 1.0)
