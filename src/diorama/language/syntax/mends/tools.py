"""Who does what with a tool: "a chef with a knife chopping carrots". Neither does the knife chop nor are carrots of that sort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.lexicon import classes
from diorama.language.postures import base
from diorama.language.syntax.mends.deeds import doer
from diorama_catalogue.plurals import singular

if TYPE_CHECKING:
    from diorama.language.syntax.word import Word

BY_HAND = frozenset(("contact", "creation", "change", "consumption", "body"))
"""Classes of verbs for what hands do with a tool."""
WITHIN = 4
"""Words that may stand between the deed and what it is done to."""
GOES_ITSELF = ("vehicle", "machine")
LEAST = 0.15
"""Of all uses of a tool's word, those in which it is one: a rake is mostly a slope."""


def with_a_tool(prep: Word, words: list[Word]) -> None:
    """ "A chef with a knife chopping carrots": he chops the carrots."""
    at = prep.i - words[0].i
    who = words[at - 1] if at else None
    if prep.norm not in ("with", "in", "on") or who is None or not doer(who) or not who.noun:
        return
    tool = _tool(words, at + 1) if prep.norm == "with" else _seat(words, at + 1)
    doing = words[tool + 1] if tool is not None and tool + 1 < len(words) else None
    if tool is None or doing is None or not (_by_hand(doing) or prep.norm != "with" and base(doing.norm) in AT_LEISURE):
        return
    what = next((w for w in words[tool + 2 : tool + 2 + WITHIN] if w.noun or w.tag == "VBZ" and classes.noun(singular(w.norm))), None)
    if what is None or any(w.norm in (",", "and", "with", "in", "on", "at") for w in words[tool + 2 : what.i - words[0].i]):
        return
    _does(who, prep, words[at + 1 : tool + 1], doing, words[tool + 2 : what.i - words[0].i + 1])


def _tool(words: list[Word], at: int) -> int | None:
    """Where the noun of one tool is, after its article: what somebody has in the hand and nothing that goes by itself."""
    if at >= len(words) or words[at].norm not in ("a", "an", "his", "her", "their", "the"):
        return None
    end = next((k for k in range(at + 1, min(at + 4, len(words))) if k + 1 < len(words) and words[k + 1].norm.endswith("ing")), None)
    noun = words[end].norm if end is not None else ""
    return None if classes.share(noun, "artifact") < LEAST or any(classes.is_a(noun, kind) for kind in GOES_ITSELF) else end


AT_LEISURE = frozenset(("play", "read", "watch", "hold", "eat", "drink", "carry", "wave"))


def _seat(words: list[Word], at: int) -> int | None:
    """Where the noun is of what somebody sits or rides in, after its article, and before what they do: "a woman in a wheelchair playing basketball"."""
    end = at + 1
    after = words[end + 1] if end + 1 < len(words) and words[at].norm in ("a", "an", "his", "her", "the") else None
    seat = any(classes.is_a(words[end].norm, kind) for kind in ("seat", "conveyance")) if after is not None else False
    return end if seat and after is not None and after.norm.endswith("ing") else None


def _by_hand(doing: Word) -> bool:
    lemma = base(doing.norm)
    return doing.norm.endswith("ing") and (classes.verb(lemma) in BY_HAND or lemma == "make")


def _does(who: Word, prep: Word, tool: list[Word], doing: Word, what: list[Word]) -> None:
    *about, noun = tool
    noun.tag, doing.tag, doing.lemma = "NN", "VBG", base(doing.norm)
    if what[-1].tag == "VBZ":
        what[-1].tag, what[-1].lemma = "NNS", singular(what[-1].norm)
    if who.below(what[-1]) or who.below(doing):
        who.stand_in_for(what[-1] if who.below(what[-1]) else doing)
    prep.hang(who, "prep")
    noun.hang(prep, "pobj")
    for word in about:
        word.hang(noun, "det" if word is about[0] else "amod" if word.tag.startswith("JJ") else "compound")
    doing.hang(who, "acl")
    what[-1].hang(doing, "dobj")
    for word in what[:-1]:
        word.hang(what[-1], word.dep if word.dep in ("det", "poss", "amod", "nummod", "compound") else "amod")
