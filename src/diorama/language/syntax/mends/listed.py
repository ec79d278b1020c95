"""Phrases of a brief taken for sentences. Each repair takes a word (and its sentence) and hangs it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.lexicon import classes
from diorama.language.lexicon.inflect import singular

if TYPE_CHECKING:
    from diorama.language.syntax.parse import Word


def leaves_falling(word: Word, words: list[Word]) -> None:
    """ "Red maple leaves falling": what a tree has, and no tree that leaves."""
    tree, doing = word.kid("nsubj"), word.kid("xcomp", "advcl", "acl", "dobj")
    taken = word.norm == "leaves" and word.tag == "VBZ" and word.root and tree is not None and tree.i == word.i - 1 and tree.kid("det") is None
    if not taken or not classes.is_a(tree.lemma, "plant") and classes.share(tree.lemma, "plant") < 0.1 or doing is None or not doing.norm.endswith("ing"):
        return
    word.tag, word.lemma = "NNS", singular(word.norm)
    for kid in list(tree.kids):
        kid.hang(word, kid.dep)
    tree.dep, doing.dep = "compound", "acl"
