"""Words that tell one of several apart: "one of them", "the other", "the tallest", "the one on the left"."""

from __future__ import annotations

from diorama.language.syntax.phrases import ORDINALS, of_object
from diorama.language.syntax.word import Word

WHOLE = frozenset(("both", "all", "each", "some", "most", "many", "several", "few", "none"))
"""Words after which all of them are meant, as far as a picture tells."""


def partitive(word: Word) -> bool:
    """True for "one of them", "eight of these", "both of which", "one of the boats"."""
    inner = of_object(word)
    number = word.tag == "CD" or word.norm in WHOLE | {"one", "another"}
    if not number or inner is None:
        return False
    known = any(k.norm in ("the", "these", "its", "their", "his", "her") for k in inner.kids)
    return inner.tag in ("PRP", "WDT") or inner.norm in ("these", "those") or inner.tag == "NNS" and known


def single(word: Word) -> bool:
    """True for a bare "one" that does something, or "the other", where nothing else says of what."""
    other = word.norm in ("other", "others") and word.kid("det") is not None
    alone = word.dep in ("nsubj", "nsubjpass") and of_object(word) is None and (word.head.kid("aux") is None or word.head.tag == "VBG")
    apposed = (word.dep in APPOSED or word.root) and word.kid("prep", "acl", "amod") is not None and of_object(word) is None
    return (alone or apposed) and (word.norm == "one" and word.tag in ("CD", "PRP") and word.kid("det") is None or other)


APPOSED = ("npadvmod", "appos", "dep", "conj")
"""Arcs of "one in a red dress, the other in black" after the whole."""


SIDES = {"left": "left_of", "right": "right_of"}
"""Where one of several is → its relation to the rest; of the middle and the rear there is none."""


WHERE_OF_SEVERAL = frozenset((*SIDES, "middle", "centre", "center", "front", "back", "rear"))


def teller(head: Word) -> str | None:
    """The word by which one of several is told apart: "the mug on the left", "the second", "the older one", "the middle drawer"; None if there is none."""
    if head.kid("det") is None or head.kid("det").norm != "the" and head.norm != "one":
        return None
    if head.tag.startswith("JJ") and (head.norm in ORDINALS or head.tag in ("JJS", "JJR")):
        return head.norm
    where = (
        o.norm for p in head.those("prep") if p.norm in ("on", "to", "in", "at") for o in p.those("pobj") if o.norm in WHERE_OF_SEVERAL and of_object(o) is None
    )
    before = [k for k in head.kids if k.i < head.i]
    words = (k.norm for k in before if k.norm in ORDINALS | WHERE_OF_SEVERAL or k.tag in ("JJS", "JJR") or head.norm == "one" and k.tag.startswith("JJ"))
    return next(where, None) or next(words, None)


def elliptic(head: Word) -> bool:
    """True for words that tell one of several apart without a noun: "the tallest is yellow", "the one on the left", "a red one"."""
    does = head.dep in ("nsubj", "nsubjpass") or head.kid("acl") is not None and (head.root or head.dep in APPOSED)
    alone = head.norm == "one" and head.dep != "nummod" or head.tag.startswith("JJ") and does
    return alone and teller(head) is not None


def of_two(head: Word) -> bool:
    """True for "the former" and "the latter" by themselves: the first and the second of the two that were named before."""
    return head.norm in ("former", "latter") and head.noun and head.kid("det") is not None
