"""Rows for what grammar alone tells: pronouns, numbers, measures, names, bare nouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.frames import phrase, several
from diorama.language.frames.kinds import sites
from diorama.language.frames.vocabulary import LIGHT_VERBS, noun
from diorama.language.syntax.phrases import PRONOUNS, measures
from diorama.language.syntax.sentence import MEASURED, Mention

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


def pronoun(m: Mention, r: Reader) -> bool:
    if several.partitive(m.head) or several.single(m.head) or several.elliptic(m.head) or several.of_two(m.head):
        return True
    return m.head.tag in ("PRP", "WP", "WDT", "PRP$", "WP$") or m.head.norm in PRONOUNS and not m.head.noun and not m.head.kid("amod")


def number(m: Mention, r: Reader) -> bool:
    return m.head.tag == "CD"


def measured(m: Mention, r: Reader) -> bool:
    return m.atom.kind in MEASURED and m.atom.kind != "number" and m.atom.kind != "quote"


def someone(m: Mention, r: Reader) -> bool:
    return (
        noun(m.head.norm, "someone")
        and m.head.norm not in ("people", "one")
        and not (m.head.kid("acl", "prep") is not None and m.head.norm in ("someone", "somebody"))
    )


def quoted(m: Mention, r: Reader) -> bool:
    return r.quoted(m.head)


def quantity(m: Mention, r: Reader) -> bool:
    return phrase.lemma(m) in measures()["count"] and m.determiner == "the" and not m.atom.can("setting", "thing") and r.draft.subjects != []


def named(m: Mention, r: Reader) -> bool:
    return phrase.name(m) and not (m.atom.can("thing", *phrase.PLACES) and " " in m.atom.norm)


def manner_of(m: Mention, r: Reader) -> bool:
    """ "in full bloom", "is all glass": a bare singular that says how something is."""
    dep, prep = phrase.governor(m.top)
    bare = (
        m.determiner is None
        and m.head.tag == "NN"
        and m.number is None
        and not m.measures
        and m.owner is None
        and (m.atom.can("thing") or any(w.norm == "full" for w in m.modifiers))
        and " " not in m.atom.norm
    )
    if not bare or phrase.category(m) in phrase.LIVING or m.top.dep == "conj":
        return False
    return dep == "pobj" and prep.norm == "in" and prep.head.lemma not in phrase.OVERGROWN or dep == "attr" and prep.kid("expl") is None and prep.lemma == "be"


MASS = frozenset(("food", "plant"))


def bare(m: Mention, r: Reader) -> bool:
    """ "sits bolt upright", "is at home", "goes to school": a countable noun by itself tells of no thing."""
    dep, governor_ = phrase.governor(m.top)
    if (
        not m.head.noun
        or m.plural
        or m.determiner is not None
        or m.number is not None
        or m.modifiers
        or m.measures
        or m.owner is not None
        or " " in m.atom.norm
    ):
        return False
    if (
        m.top.dep in ("conj", "appos", "ROOT", "dep", "nmod", "nsubj", "nsubjpass", "poss")
        or phrase.category(m) in (*MASS, "person", "animal", None)
        or r.fragmentary()
    ):
        return False
    if dep == "dobj" and governor_.tag == "VBG" and governor_.lemma not in LIGHT_VERBS:
        return False  # "is playing chess", "putting on lipstick": what is done now is done with something
    return m.atom.can("thing") and not any(s.noun == m.atom.norm for s in r.draft.subjects) and not (dep == "pobj" and governor_.norm in ("of", "with"))


def proper(m: Mention, r: Reader) -> bool:
    """A capital inside a sentence makes a bare noun a name: "her name is Biscuit"."""
    word = m.head
    return (
        word.text[:1].isupper()
        and word.i > (r.sentence.words[0].i if r.sentence else 0)
        and m.determiner is None
        and m.number is None
        and not m.modifiers
        and not m.plural
        and not r.capitals()
        and " " not in m.atom.norm
        and not m.atom.can("place", "time", "season")
        and not (m.atom.kind == "setting" and word.dep == "pobj" and word.head.norm in ("on", "in"))  # "on Mars"
        and word.dep != "poss"
    )


UNITS = frozenset((
    "metre", "meter", "centimetre", "centimeter", "kilometre", "kilometer", "millimetre", "millimeter", "mile", "yard", "inch", "cm", "mm", "km",
    "minute", "hour", "second", "degree", "litre", "liter", "gram", "kilo", "kilogram",
))  # fmt: skip


def unit(m: Mention, r: Reader) -> bool:
    """ "half a metre above the stream", "thirty metres of bank": a measure is no thing; the golden hour is no measure."""
    return (
        phrase.lemma(m) in UNITS
        and not sites.time(m, r)
        and m.owner is None
        and (m.number is not None or m.determiner == "a" or bool(m.modifiers))
        and not (phrase.lemma(m) == "yard" and m.number is None)
    )
