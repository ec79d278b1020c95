"""Verbs that tell what their object tells: "clad in armour", "casting a soft glow", "filled with coffee". They have its effect, and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.frames.things.colouring import DYES
from diorama.language.frames.vocabulary import verb
from diorama.language.syntax.phrases import own
from diorama.language.syntax.sentence import Mention, Sentence
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

GIVES_LIGHT = frozenset(("cast", "throw", "emit", "shed", "provide", "give", "spill", "create"))
STAINS = DYES | {"stain"}


def tell(reader: Reader, found: Sentence) -> None:
    """Claim the verbs of a sentence that no frame took and that join what was taken."""
    for word in found.words:
        if word.verb and word.dep not in ("aux", "auxpass") and not reader.claims.has(word) and word.kid("neg") is None and _joins(reader, word):
            reader.claims.joins(word, "verb", "joins")


def _joins(reader: Reader, word: Word) -> bool:
    who = reader.actor(word)
    objects = [m for m in _objects(reader, word) if m.real]
    return any(fits(reader, word, who, m) for m in objects for fits in (_worn, _lit, _dyed, _filled, _had))


def _objects(reader: Reader, word: Word) -> list[Mention]:
    """What is done, and what follows it with "in", "with" and "by"; each with what is listed with it."""
    assert reader.sentence is not None
    heads = [*word.those("dobj", "oprd", "acomp"), *(p.kid("pobj") for p in word.those("prep") if p.norm in ("in", "with", "by"))]
    return [m for w in heads if w is not None and (m := reader.sentence.mention(w)) is not None]


def _applied(reader: Reader, word: Word) -> bool:
    atom = word.atom or own(word)
    note = reader.draft.notes.get((atom.start, atom.end))
    return note is not None and note.status == "applied"


def _worn(reader: Reader, word: Word, who: Mention | None, m: Mention) -> bool:
    wears = verb(word.lemma, "wear") or verb(word.lemma, "clothe")
    return wears and m.subject is not None and m.subject.worn_by is not None and who is not None and m.subject.worn_by is _subject(who)


def _lit(reader: Reader, word: Word, who: Mention | None, m: Mention) -> bool:
    return word.lemma in GIVES_LIGHT and m.kind in ("light", "shadow") and _applied(reader, m.head)


def _dyed(reader: Reader, word: Word, who: Mention | None, m: Mention) -> bool:
    return word.lemma in STAINS and m.kind == "look" and _applied(reader, m.head)


def _filled(reader: Reader, word: Word, who: Mention | None, m: Mention) -> bool:
    vessel = _subject(who) if who is not None and verb(word.lemma, "fill") else None
    if vessel is None:
        return False
    return any(a.startswith("contents:") for a in vessel.attributes) or any(
        r.kind in ("in", "on") and m.subject in r.subjects and vessel in r.objects for r in reader.draft.relations
    )


def _had(reader: Reader, word: Word, who: Mention | None, m: Mention) -> bool:
    """A part or a surface of who has it, that was given a look."""
    whose = _subject(who) if who is not None and verb(word.lemma, "have") else None
    if whose is None or whose not in reader.draft.subjects:
        return False
    part = m.kind == "part" and m.place is not None and m.place.startswith("part:")
    return (part or m.kind in ("surface", "look", "mark") and m.subject is whose) and any(_applied(reader, w) for w in (m.head, *m.modifiers))


def _subject(mention: Mention):
    return mention.subject if mention.subject is not None else mention.ref.subject if mention.ref is not None else None
