"""What somebody is in or with, taken for who does it. Each repair takes a word (and its sentence) and hangs it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.lexicon import classes
from diorama.language.postures import base

if TYPE_CHECKING:
    from diorama.language.syntax.parse import Word


DRESSED = frozenset(("in", "with", "under", "beside", "on", "behind", "between"))


def in_shining(word: Word, words: list[Word]) -> None:
    """ "A knight in shining armour kneeling before a queen": a participle before a noun without an article tells how that is; who is in it kneels."""
    prep, noun = word.head, next((x for x in words if x.i == word.i + 1), None)
    if word.tag != "VBG" or word.dep != "pcomp" or prep.norm not in DRESSED or noun is None or not noun.noun or not prep.head.noun:
        return
    doing = noun.head if noun.dep == "compound" and noun.head is word.kid("dobj") and noun.head.norm.endswith("ing") else None
    if noun is not word.kid("dobj") and doing is None or classes.share(noun.lemma, "artifact", "body", "plant", "animal") < 0.3:
        return
    rest = [k for k in word.kids if k is not noun and k is not doing and k.i > noun.i]
    if doing is not None:
        if classes.verb(base(doing.norm)) is None:
            return
        doing.tag, doing.lemma = "VBG", base(doing.norm)
        doing.hang(prep.head, "acl")
    noun.hang(prep, "pobj")
    word.hang(noun, "amod")
    for kid in rest:
        kid.hang(doing if doing is not None else noun, kid.dep)


def in_a_dress(word: Word, words: list[Word]) -> None:
    """ "A woman in a red dress standing on a balcony": she is in the dress, and stands; no standing is what she is in."""
    prep, worn = word.head, word.kid("nsubj")
    if word.tag != "VBG" or word.dep not in ("pobj", "pcomp") or prep.norm != "in" or worn is None or not worn.noun or not prep.head.noun:
        return
    if classes.share(worn.lemma, "artifact") < 0.5 or classes.share(prep.head.lemma, "person", "animal") < 0.3:
        return
    worn.hang(prep, "pobj")
    word.hang(prep.head, "acl")


def in_an_apron(word: Word, words: list[Word]) -> None:
    """ "A man in a leather apron hammers a horseshoe": the man does; what he is in does nothing."""
    prep, worn = word.head, next((k for k in word.kids if k.dep == "nsubj" and k.i == word.i - 1), None)
    if word.tag not in ("VBZ", "VBP") or word.dep != "pobj" or prep.norm != "in" or worn is None or not worn.noun or not prep.head.noun:
        return
    who = prep.head
    if classes.share(worn.lemma, "artifact") < 0.5 or classes.share(who.lemma, "person", "animal") < 0.3:
        return
    worn.hang(prep, "pobj")
    over, dep = who.head, who.dep
    prep.kids.remove(word)
    if over is who:
        word.head, word.dep = word, "ROOT"
    else:
        over.kids[over.kids.index(who)] = word
        word.head, word.dep = over, dep
    word.lemma = base(word.norm)
    who.head, who.dep = word, "nsubj"
    word.kids.insert(0, who)
    for kid in [k for k in word.kids if k.dep == "appos" and k.i > word.i]:
        kid.dep = "dobj"


def girl_with_a_dress(word: Word, words: list[Word]) -> None:
    """ "A girl with braided hair and a blue dress": both are what she is with."""
    with_ = next((k for k in word.head.kids if k.norm == "with" and k.dep == "prep" and k.i < word.i), None)
    first = with_.kid("pobj") if with_ is not None else None
    if word.dep != "conj" or not word.noun or first is None or word.head.kid("cc") is None or word.head.kid("cc").i < first.i:
        return
    if classes.share(word.head.lemma, "person") > 0.5 and classes.is_a(word.lemma, "clothing") and not classes.is_a(first.lemma, "person"):
        word.hang(first, "conj")
