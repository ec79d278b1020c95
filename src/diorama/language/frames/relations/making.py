"""A relation is put into the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.draft import Effect, SubjectDraft
from diorama.language.frames.relations import governing, words
from diorama.language.syntax.phrases import own
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


def relate_all(reader: Reader, owners: list[SubjectDraft], kind: str, targets: list[SubjectDraft], word: Word) -> None:
    made = reader.draft.relate(owners, kind, list(targets), word.atom or own(word))
    reader.claims.note(word, "subject", Effect("relations", made), frame="relation", rule=kind)


def relate(reader: Reader, owners: list[SubjectDraft], kind: str, target: SubjectDraft | str, word: Word) -> None:
    """A relation, unless the same two are related so already."""
    if target in owners:
        return
    if kind == "near" and any(r.objects == [target] and set(owners) <= set(r.subjects) for r in reader.draft.relations):
        return
    known = next((r for r in reader.draft.relations if r.kind == kind and r.subjects == owners and r.objects == [target]), None)
    if known is None:
        if isinstance(target, SubjectDraft) and kind in ("on", "in", "stacked_on"):
            target.object_only = target.object_only or target is not reader.draft.subjects[0]
        known = reader.draft.relate(owners, kind, [target], word.atom or own(word))
    elif known.atom is not None and known.atom.norm == "with":
        known.atom = word.atom or own(word)  # "a bottle with two glasses in it": where they are is told
    layer = "subject" if not isinstance(target, str) else "environment"
    reader.claims.note(word, layer, Effect("relations", known), frame="relation", rule=kind)
    above = word.head
    places = above.lemma in words.STAYS | words.PUTS | words.FASTENED.keys() or governing.after_participle(above, word) is not None
    tells = places or above.tag == "VBN" and kind in ("covering", "on", "around")
    if word.tag in ("IN", "RP", "RB", "TO") and above.verb and tells and not reader.claims.has(above):
        reader.claims.note(above, layer, Effect("relations", known), frame="relation", rule=kind)
