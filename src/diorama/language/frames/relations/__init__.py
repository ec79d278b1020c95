"""Who stands where, who holds what: prepositions and verbs between subjects."""

from __future__ import annotations

from diorama.language.frames import phrase
from diorama.language.frames.reader import SPATIAL, Reader
from diorama.language.frames.relations import acting, governing, inverted, lensward, preposition, words
from diorama.language.frames.vocabulary import verb
from diorama.language.lexicon import classes
from diorama.language.syntax.phrases import of_object, own
from diorama.language.syntax.sentence import Mention, Sentence
from diorama.language.syntax.word import Word
from diorama.scene.relation import SIDES

DRESSES = words.WEARS | {"put", "pull"}
"""Verbs whose object is on who does it, or comes to be."""


def tell(reader: Reader, found: Sentence) -> None:
    for mention in found.mentions:
        if mention.real and (
            mention.kind == "body"
            or governing.end(reader, mention) is not None
            or mention.place in (*SIDES, "ground", "wall", "sky", "water", "windowsill", "window", "ceiling")
        ):
            _arc(reader, mention)
    for word in found.words:
        inverted.elliptic(reader, found, word)
        lensward.tell(reader, word)
        lensward.sideways(reader, word)
        inverted.at_side(reader, found, word)
        inverted.in_hand(reader, found, word)
        if word.tag == "VBG" and verb(word.lemma, "surround") and word.head.lemma == "be" and word.kid("dobj") is not None:
            inverted.surrounding(reader, found, word)


def _arc(reader: Reader, mention: Mention) -> None:
    dep, governor = phrase.governor(mention.top)
    if (
        dep == "pobj"
        and governor.norm == "of"
        and (heap := reader.sentence.mention(governor.head)) is not None
        and heap.subject is None
        and heap.kind in ("manner", "quantity", "abstract")
        and heap is not mention
    ):
        dep, governor = phrase.governor(heap.top)  # "laden with pyramids of fruit"
        if governor.norm == "against" and classes.share(heap.head.lemma, "attribute", "cognition", "feeling") > 0.8:
            return  # "inconspicuous against the grandeur of the aircraft"
    if dep == "pobj" and mention.top.dep == "conj" and mention.kind in phrase.LIVING and mention.head.kid("acl") is not None and governor.norm == "against":
        return  # "leaning against the wall and a cat sitting on the step": nothing leans on the cat
    if mention.kind == "body" and dep == "pobj":
        return preposition.onto_body(reader, mention, governor)
    if mention.kind == "body" and dep == "dobj" and governor.lemma in words.NEARBY:
        return acting.touch(reader, mention, governor)
    if mention.kind in ("look", "body", "contents") and not (dep == "pobj" and governor.norm in SPATIAL and _stuff_of(mention)):
        return
    if dep == "dobj" and mention.subject is not None and governor.verb and governor.lemma not in DRESSES and not verb(governor.lemma, "have"):
        reader.draft.handled.append(mention.subject)
    if dep == "pobj":
        preposition.preposition(reader, mention, governor)
        if mention.unsure:
            _assumed(reader, governor)
    elif dep == "dobj" and mention.subject is not None and (mention.kind != "pronoun" or mention.head.tag == "PRP"):
        acting.object(reader, mention, governor)


def _stuff_of(mention: Mention) -> bool:
    """ "Rests against the splintered wood of a table": against the table."""
    return mention.kind == "look" and mention.subject is not None and mention.atom.can("material") and of_object(mention.head) is not None


def _assumed(reader: Reader, prep: Word) -> None:
    """A relation to what a pronoun may mean, where another is about as likely: taken, and said to be."""
    for word in (prep, prep.head):
        atom = word.atom or own(word)
        note = reader.draft.notes.get((atom.start, atom.end))
        if note is not None and note.status == "applied" and note.effects and all(e.path == "relations" for e in note.effects):
            note.status = "assumed"
