"""Phrases of a brief taken for sentences. Each repair takes a word (and its sentence) and hangs it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.lexicon import classes
from diorama_catalogue.plurals import singular

if TYPE_CHECKING:
    from diorama.language.syntax.word import Word


def leaves_falling(word: Word, words: list[Word]) -> None:
    """ "Red maple leaves falling": what a tree has, and no tree that leaves."""
    tree, doing = word.kid("nsubj"), word.kid("xcomp", "advcl", "acl", "dobj")
    if word.norm != "leaves" or word.tag != "VBZ" or not word.root or tree is None or doing is None or not doing.norm.endswith("ing"):
        return
    if tree.i != word.i - 1 or tree.kid("det") is not None or not classes.is_a(tree.lemma, "plant") and classes.share(tree.lemma, "plant") < 0.1:
        return
    word.tag, word.lemma = "NNS", singular(word.norm)
    for kid in list(tree.kids):
        kid.hang(word, kid.dep)
    tree.dep, doing.dep = "compound", "acl"
