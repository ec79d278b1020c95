"""Rows for people and animals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.frames import phrase
from diorama.language.frames.animal import breed, its_parent
from diorama.language.frames.vocabulary import noun
from diorama.language.lexicon import classes
from diorama.language.syntax.sentence import Mention

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

YOUNG = frozenset(("cub", "pup", "whelp", "hatchling"))


def person(m: Mention, r: Reader) -> bool:
    if m.determiner in ("most", "any") or any(w.norm == "most" for w in m.modifiers) or _young_of_animals(m) or its_parent(r, m):
        return False
    if m.determiner is None and m.plural and (m.number is None or m.count is not None and m.count.norm in ("many", "few", "several")) and r.spoken(m):
        return False  # "a bird that people hear", "which many visitors miss"
    if (any(w.norm == "many" for w in m.modifiers) or m.count is not None and m.count.norm in ("many", "few")) and r.aside(m):
        return False
    if (
        any(x.noun and x.dep == "compound" and classes.share(x.lemma, "artifact") > 0.6 for x in m.modifiers)
        and phrase.category(m) != "person"
        and classes.share(phrase.lemma(m), "artifact") > 0.1
    ):
        return False  # "a vent hood"
    if _a_tool(m):
        return False
    if m.determiner is None and _tells_of_the_next(m, r):
        return False
    if phrase.category(m) == "person":
        return (
            not (noun(phrase.lemma(m), "body") and phrase.lemma(m) not in ("figure", "body"))
            and not (phrase.lemma(m) == "model" and any(x.noun for x in m.modifiers))
            and not (phrase.lemma(m) == "character" and r.writes(m))
        )
    return (
        phrase.lemma(m) not in YOUNG
        and not m.atom.can("thing", "colour", "material", *phrase.PLACES)
        and classes.share(phrase.lemma(m), "person") >= (0.02 if _does(m) else 0.6)
        and m.head.noun
        and not noun(phrase.lemma(m), "manner")
    )


def _a_tool(m: Mention) -> bool:
    """ "Cut out stars with a tin cutter", "paints with a roller": what it is done with, where the word is that of a tool as well."""
    dep, prep = phrase.governor(m.top)
    done = dep == "pobj" and prep.norm == "with" and (prep.head.verb and prep.head.kid("dobj", "prt") is not None or prep.head.dep == "dobj")
    stuff = any(w.atom is not None and w.atom.can("material") for w in m.modifiers)
    return m.atom.sense("thing") is None and (done or stuff) and classes.share(phrase.lemma(m), "artifact") >= (0.1 if stuff else 0.3)


def _young_of_animals(m: Mention) -> bool:
    """ "A goat kid"."""
    return phrase.lemma(m) == "kid" and any(w.noun and w.dep == "compound" and classes.share(w.lemma, "animal") > 0.5 for w in m.modifiers)


def _does(m: Mention) -> bool:
    """True for who does what only the living do: "commuters walk past"."""
    dep, above = phrase.governor(m.top)
    return dep == "nsubj" and above.lemma in ANIMATE


def _tells_of_the_next(m: Mention, r: Reader) -> bool:
    """ "The eyes of a great horned owl": an adjective before another, taken for a noun."""
    after = next((w for w in r.sentence.words if w.i == m.head.i + 1), None) if r.sentence is not None else None
    return after is not None and after.tag in ("JJ", "VBN") and classes.is_adjective(m.head.norm)


def animal(m: Mention, r: Reader) -> bool:
    if _young_of_animals(m) or its_parent(r, m):
        return True
    if phrase.category(m) == "animal":
        return not noun(phrase.lemma(m), "body")
    if r.acts(m):
        return True
    if breed(phrase.lemma(m)) and not m.atom.can("thing", "colour", *phrase.PLACES):
        return True
    return (
        phrase.lemma(m) in YOUNG
        or not m.atom.can("thing", "colour", *phrase.PLACES)
        and classes.share(phrase.lemma(m), "animal") >= 0.34
        and not noun(phrase.lemma(m), "manner")
    )


ANIMATE = frozenset(
    (
        "wear",
        "smile",
        "laugh",
        "hold",
        "carry",
        "walk",
        "kneel",
        "gaze",
        "glance",
        "limp",
        "grin",
        "wave",
        "read",
        "sip",
        "stir",
        "eat",
        "drink",
        "hug",
        "kiss",
        "hunch",
        "crouch",
        "shout",
        "weep",
        "frown",
        "stare",
        "smoke",
        "sing",
        "dance",
    )
)
"""What nobody but a person does, told of a name."""


TITLES = frozenset((
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "lady", "uncle", "aunt", "count", "captain", "major", "general", "father", "sister",
    "brother", "mother", "officer", "private", "chef", "coach", "constable",
))  # fmt: skip
"""What stands before somebody's name; any other noun for a person does, too ("Professor Lindqvist")."""


def somebody(m: Mention, r: Reader) -> bool:
    """A name of somebody: of whom is told what only people do, how old they are, or by a title."""
    word = m.head
    named = (
        word.text[:1].isupper() and word.tag.startswith("NNP") and m.determiner is None and m.number is None
        and not (phrase.entry(m) and m.atom.can("thing", *phrase.PLACES, "time"))
    )
    if not named or classes.noun(word.lemma) and not word.text.isupper():
        return False
    age = next((k for k in word.kids if k.dep == "appos" and k.tag == "CD" and k.norm.isdigit() and 3 < int(k.norm) < 100), None)
    titled = any(k.norm in TITLES or k.text[:1].isupper() and classes.share(k.norm, "person") > 0.5 for k in word.kids if k.dep == "compound")
    dep, above = phrase.governor(m.top)
    whose = m.top.dep == "poss" and (noun(m.top.head.lemma, "hair") or noun(m.top.head.lemma, "body"))
    return (
        age is not None
        or titled
        or whose
        or dep == "nsubj"
        and above.lemma in ANIMATE
        or any(x.rule == "somebody" and x.head.norm == word.norm for x in r.mentions)
    )
