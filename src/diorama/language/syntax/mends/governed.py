"""Deeds that hang on deeds, and clauses that are none. Each repair takes a word (and its sentence) and hangs it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.lexicon import classes
from diorama.language.postures import base

if TYPE_CHECKING:
    from diorama.language.syntax.word import Word

FINITE = ("VBZ", "VBP", "VBD")
MADE = frozenset(("robot", "android", "skeleton", "scarecrow", "snowman", "mannequin"))
"""Figures that are told with the trade of a person: "a robot gardener"."""
MAKES = frozenset(
    ("engineer", "scientist", "inventor", "maker", "designer", "builder", "technician", "operator", "expert", "collector", "fan", "hunter", "mechanic")
)
"""Trades that are about them."""
PLACED = frozenset(("before", "after"))


def before_what_is_stuck(word: Word, _: list[Word]) -> None:
    """ "Kneels before a sword stuck in a stone", "stands before a door painted white": where one is; nothing is told of another time."""
    done, main = word.head, word.head.head
    what = done.kid("nsubj", "nsubjpass")
    if word.norm != "before" or word.dep != "mark" or done.dep != "advcl" or done.tag not in ("VBN", "VBD") or what is None or not main.verb:
        return
    if done.kid("aux", "auxpass", "dobj") is not None or what.i > done.i or not what.noun or what.kid("det", "poss", "nummod") is None:
        return
    if classes.share(what.lemma, *classes.SEEN) < 0.5 or done.tag == "VBD" and done.kid("prep", "agent") is None:
        return
    word.hang(main, "prep")
    what.hang(word, "pobj")
    done.hang(what, "acl")
    done.tag = "VBN"


def asks_and_does(word: Word, _: list[Word]) -> None:
    """ "Asks a girl to wait and writes a letter": what is finite is listed with what is finite."""
    if word.dep != "conj" or word.tag != "VBZ" or word.head.tag != "VB" or word.kid("nsubj") is not None:
        return
    above, steps = word.head, 0
    while not above.root and above.tag not in FINITE and steps < 6:
        above, steps = above.head, steps + 1
    if above.tag == "VBZ" and above.i < word.i and above.kid("nsubj") is not None:
        word.hang(above, "conj")


TAUGHT = frozenset(("teach", "help", "show", "let", "train", "coach", "guide", "allow", "encourage"))


def taught_to(word: Word, _: list[Word]) -> None:
    """ "Helps a grandmother to pour tea", "shows a pirate how to hammer": what she is helped to do is no kind of grandmother."""
    whom = word.head
    over = whom.head
    if word.tag != "VB" or word.dep not in ("acl", "relcl") or whom.dep not in ("dobj", "dative") or not over.verb or over.lemma not in TAUGHT:
        return
    if any(k.norm == "to" and k.dep == "aux" for k in word.kids) and classes.share(whom.lemma, "person", "animal") > 0.35:
        word.hang(over, "xcomp")


def in_its_colour(word: Word, words: list[Word]) -> None:
    """ "Tackles an opponent in white", "hugs a girl in a red coat": what somebody just before is in they have on, and not who does something to them."""
    k = word.i - words[0].i
    who, on = words[k - 1] if k else None, word.kid("pobj")
    if word.norm != "in" or word.dep != "prep" or who is None or on is None or who.dep != "dobj" or who.head is not word.head or not who.noun:
        return
    coloured = on.norm in COLOURS and on.kid("det") is None
    if (coloured or classes.is_a(on.lemma, "clothing")) and classes.share(who.lemma, "person", "animal") > 0.35:
        word.hang(who, "prep")


COLOURS = frozenset(("white", "black", "red", "blue", "green", "yellow", "grey", "gray", "brown", "pink", "purple", "orange", "silk", "leather", "denim"))


def busy_doing(word: Word, words: list[Word]) -> None:
    """ "Is busy typing", "is busy watering plants": what somebody is busy with they do."""
    k = word.i - words[0].i
    doing = words[k + 1] if k + 1 < len(words) else None
    over = word.head
    if (
        word.norm != "busy"
        or doing is None
        or not doing.norm.endswith("ing")
        or doing.tag == "VBG"
        and doing.dep != "compound"
        or not classes.verb(base(doing.norm))
    ):
        return
    if doing is over and over.dep in ("attr", "acomp"):
        verb = over.head
        word.hang(verb, "acomp")
        doing.hang(word, "xcomp")
    elif doing.head is over and over.noun and over.dep == "attr" and over.i == doing.i + 1:
        verb = over.head
        word.hang(verb, "acomp")
        doing.hang(word, "xcomp")
        over.hang(doing, "dobj")
    else:
        return
    doing.tag, doing.lemma = "VBG", base(doing.norm)


def made_figure(word: Word, _: list[Word]) -> None:
    """ "A robot gardener": a robot, of that trade."""
    made = next((k for k in word.kids if k.i == word.i - 1 and k.dep in ("compound", "nmod") and k.lemma in MADE), None)
    if made is None or not word.noun or word.lemma in MAKES or classes.share(word.lemma, "person") < 0.6 or word.tag == "NNS":
        return
    kids = [k for k in word.kids if k is not made]
    word.kids.remove(made)
    made.head = made
    made.stand_in_for(word) if not word.root else None
    if word.root:
        made.dep, word.head = "ROOT", made
        made.kids.append(word)
    for kid in kids:
        kid.hang(made, kid.dep)
    if word.head is not made:
        word.head = word
        word.hang(made, "nmod")
    word.dep, word.tag, made.tag = "amod", "JJ", "NN"


__all__ = ["asks_and_does", "before_what_is_stuck", "busy_doing", "in_its_colour", "made_figure", "taught_to"]
