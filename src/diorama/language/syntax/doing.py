"""Verbs that the parser takes for nouns and qualities: "a man with a blue scarf hiking along a beach" has no scarf hiking."""

from __future__ import annotations

from functools import lru_cache

from diorama.language.lexicon import classes
from diorama.language.postures import base

Row = tuple[int, int, str, str, str, str, int]
GOES_ON = ("IN", "RP", "DT", "TO", "PRP$", "CD", "RB", ",", ".")
"""What follows a verb and no noun that is told of another."""
SEEN = ("artifact", "animal", "person", "body", "food", "plant", "substance", "object")
DONE = frozenset(("motion", "contact", "body", "stative", "perception", "consumption", "competition", "creation", "communication", "social", "change"))
SELDOM = 0.4
"""Of all uses of a noun in -ing, the part in which it is seen, from which it is rather a thing: railing, painting."""
NOUNS = ("NN", "NNP", "JJ", "VBG")
LOOKING = frozenset(("peeking", "peeping", "peering"))
"""What the dictionary takes for names."""


@lru_cache(maxsize=4096)
def does(word: str) -> bool:
    """True for the -ing form of a verb of what is done, that is seldom a thing."""
    ing = len(word) > 5 and word.endswith("ing") and classes.verb(base(word)) in DONE
    return ing and (classes.share(word, *SEEN) < SELDOM or word in LOOKING)


def participle(rows: tuple[Row, ...], k: int) -> int:
    """ "A kangaroo hopping across a plain": taken for a noun, after a thing that would be a kind of it."""
    _, _, word, _, tag, arc, head = rows[k]
    if k == 0 or tag not in NOUNS or not word.islower() or not does(word) or k + 1 < len(rows) and rows[k + 1][4] not in GOES_ON:
        return 0
    before = rows[k - 1]
    hangs = before[5] in ("compound", "nmod", "amod") and before[6] == k or tag != "VBG" and arc in ("acl", "appos", "npadvmod", "dep") and head == k - 1
    thing = before[4] in ("NN", "NNS", "NNP", "NNPS", "JJ") and classes.share(before[3].lower(), *SEEN) > SELDOM
    return int(hangs and thing and (tag != "VBG" or arc in ("pobj", "dobj", "nsubj")))


def plain(rows: tuple[Row, ...], k: int) -> int:
    """ "Two monks crouch under a branch": taken for a quality, which the dictionary has not."""
    _, _, word, _, tag, _, _ = rows[k]
    if k == 0 or tag != "JJ" or rows[k - 1][4] != "NNS" or not word.islower() or classes.is_adjective(word):
        return 0
    return int(classes.verb(word) in DONE and (k + 1 == len(rows) or rows[k + 1][4] in GOES_ON))
