"""Who does what, of two who do something each. Each repair takes a word (and its sentence) and hangs it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.lexicon import classes
from diorama.language.postures import base

if TYPE_CHECKING:
    from diorama.language.syntax.word import Word

LIKENED = frozenset(("dress", "work", "serve", "pose", "disguise", "act", "know", "describe", "see", "use", "treat", "cast", "portray", "depict"))
"""Verbs whose "as" tells what somebody is, and not what somebody else does meanwhile."""
AUXILIARIES = frozenset(("be", "have", "do", "get", "can", "will", "may", "must", "shall", "might", "could", "would", "should", "'s", "need", "dare"))


def meanwhile(word: Word, words: list[Word]) -> None:
    """ "A shepherd looks on as a chef reads a book": the chef does, and is no likeness."""
    who, main = word.kid("pobj"), word.head
    if word.norm != "as" or word.dep != "prep" or who is None or not main.verb or main.lemma in LIKENED or not _living(who):
        return
    last = who.subtree()[-1]
    verb = next((w for w in words if w.i == last.i + 1), None)
    if verb is None or verb.tag not in ("VBZ", "VBP", "VBD") or verb.kid("nsubj", "nsubjpass") is not None:
        return
    if verb.root or who.below(verb) or verb.dep == "relcl":
        return
    for prep in [kid for kid in (*main.kids, *word.kids) if kid.dep == "prep" and kid.i > verb.i]:
        prep.hang(verb, "prep")
    verb.hang(main, "advcl")
    who.hang(verb, "nsubj")
    word.hang(verb, "mark")


def no_auxiliary(word: Word, words: list[Word]) -> None:
    """ "A chef sings, a woman beside him writing a letter": the chef sings, which helps no other verb."""
    doing = word.head
    if word.dep != "aux" or word.tag not in ("VBZ", "VBP") or word.lemma in AUXILIARIES or doing.tag != "VBG" or not doing.root or not word.comma:
        return
    before = [k for k in doing.kids if k.dep in ("nsubj", "nsubjpass", "prep", "advmod") and k.i < word.i]
    if word.kid("nsubj") is None and not any(k.dep == "nsubj" for k in before):
        return
    word.stand_in_for(doing)
    for kid in before:
        kid.hang(word, kid.dep)
    if doing.head is doing or doing.head is not word:
        doing.hang(word, "advcl")
    word.dep = "ROOT"
    doing.dep = "advcl"


def busy_between_commas(word: Word, words: list[Word]) -> None:
    """ "A painter, singing, stands": what the painter does, and no second name."""
    k = word.i - words[0].i
    told = word.tag in ("NN", "JJ") and word.dep in ("appos", "conj", "amod") and word.norm.endswith("ing") and word.kid("det", "amod", "poss") is None
    if not told or k < 2 or words[k - 1].text != "," or not word.comma or not _living(word.head) or classes.verb(base(word.norm)) is None:
        return
    word.tag, word.lemma, word.dep = "VBG", base(word.norm), "acl"


def hangs_there(word: Word, words: list[Word]) -> None:
    """ "Her helmet hanging from the handlebars": a participle after what does it, taken for a noun."""
    worn, k = word.kid("nsubj"), word.i - words[0].i
    if word.tag != "NN" or not word.root or not word.norm.endswith("ing") or worn is None or worn.i != word.i - 1 or word.kid("prep") is None:
        return
    if k and classes.verb(base(word.norm)) is not None and word.kid("det", "amod") is None:
        word.tag, word.lemma = "VBG", base(word.norm)


def the_former(word: Word, _: list[Word]) -> None:
    """ "A shepherd and a bride at a window, the former knitting": who of the two does it, and not both."""
    doing = word.head
    first = next((k for k in doing.kids if k.dep == "nsubj" and k.noun and k.i < word.i and k is not word), None)
    if word.norm not in ("former", "latter") or word.dep != "nsubj" or doing.tag != "VBG" or not doing.root or first is None:
        return
    first.stand_in_for(doing)
    first.dep = "ROOT"
    word.hang(first, "appos")
    doing.hang(word, "acl")


def _living(word: Word) -> bool:
    return word.noun and classes.share(word.lemma, "person", "animal") > 0.35
