"""Rows for things, those that the lexicon lists and those that it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.frames import phrase
from diorama.language.frames.kinds import sites
from diorama.language.frames.vocabulary import noun, verb
from diorama.language.lexicon import classes
from diorama.language.syntax.phrases import measures, of_object
from diorama.language.syntax.sentence import Mention
from diorama_catalogue import fittings

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


def manner(m: Mention, r: Reader) -> bool:
    """Words of many meanings are no things unless they are told of as one: with a look, a number or a place of their own."""
    if " " in m.atom.norm and m.atom.can("thing", "setting") and phrase.entry(m):
        return False
    if m.atom.kind == "feature" and (m.atom.sense("feature").key in fittings() or " " in m.atom.norm and phrase.entry(m)):
        return False  # "velvet curtains" of a room, none of rain; "the northern lights"
    if m.atom.can("place") and phrase.entry(m) and " " in m.atom.norm:
        return False  # "Times Square"
    if r.acts(m) or phrase.hung(m) or sites.visited(m) or sites.surfed(m):
        return False
    if _made_a_thing(m):
        return False
    if noun(phrase.lemma(m), "manner"):
        return not (m.atom.can("thing") and phrase.entry(m) and r.thinglike(m))
    return noun(phrase.lemma(m), "either") and m.head.noun and not r.told_as_thing(m)


def _made_a_thing(m: Mention) -> bool:
    """What its company makes a thing: a case beside a saxophone is an instrument's; the trunk of an oak is the oak's."""
    sense = m.atom.sense("thing") if phrase.entry(m) and " " not in m.atom.norm else None
    return sense is not None and sense.data["noun"] not in (m.atom.norm, phrase.lemma(m)) and of_object(m.head) is None


def thing(m: Mention, r: Reader) -> bool:
    body = noun(phrase.lemma(m), "body") and phrase.category(m) in phrase.LIVING and phrase.lemma(m) not in ("body", "figure")
    return phrase.entry(m) and m.atom.can("thing") and m.head.noun and not body and phrase.category(m) != "person"


def metaphor(m: Mention, r: Reader) -> bool:
    """ "the northern lights are a faint scarf": what a thing is said to be, and cannot be, is no second thing."""
    if m.top.dep != "attr" or m.top.head.lemma != "be" or any(k.dep == "expl" for k in m.top.head.kids):
        return False
    actor = r.actor(m.top.head)
    if actor is None or actor is m:
        return False
    if (
        actor.subject is None
        and actor.kind in ("abstract", "manner", "scenery", "weather", "light")
        and m.determiner in ("a", None)
        and actor.head.lemma not in ("thing", "focus", "subject", "one", "part", "feature", "centerpiece", "highlight", "star")
        and not noun(actor.head.lemma, "picture")
    ):
        return m.atom.can("thing")
    one = m.determiner == "a" or m.number == 1
    if actor.subject is not None:
        return m.atom.can("thing") and phrase.category(m) != actor.subject.category and one
    return (actor.place is not None or actor.kind in ("place", "light", "weather", "shadow", "time", "ground")) and one and m.atom.can("thing")


def unlisted(m: Mention, r: Reader) -> bool:
    word = phrase.lemma(m)
    if phrase.hangs(m):
        return True
    if (
        not m.head.noun
        or m.atom.can("boilerplate", "filler", "genre", "lettering", "style", "part", "attribute")
        or m.head.tag.startswith("NNP")
        and m.head.text[:1].isupper()
        and not classes.noun(word)
    ):
        return False
    if r.encloses(m) or phrase.name(m):
        return False
    if word in sites.TERRAIN:
        return False
    share = classes.share(word, "artifact", "food", "plant", "object")
    dep, above = phrase.governor(m.top)
    mass = m.determiner is None and m.number is None and not m.plural and not m.measures and m.owner is None
    if mass and dep == "pobj" and above.norm in ("of", "in", "with", "over", "out") and classes.share(word, "food", "plant") < 0.5:
        return False  # "eats out of foil", "a façade of faience"
    handled = (
        dep == "dobj"
        and m.determiner in ("a", "its", "another")
        and (verb(above.lemma, "hold") or classes.verb(above.lemma) == "contact" or above.lemma == "stir")
    )
    return (share >= 0.6 or share >= 0.15 and (r.placed(m) or handled)) and m.head.lemma not in measures()["part"] and not _tract(word)


TRACTS = frozenset((
    "facility", "way", "geographical area", "region", "location", "part", "material", "substance", "land", "water", "body of water",
    "geological formation", "weather", "structure",
))  # fmt: skip


def _tract(word: str) -> bool:
    """True for what is a stretch of land, water or stuff rather than a thing."""
    lines = classes.lines(word, "artifact", "food", "plant", "object")
    return all(TRACTS & {x for step in line[1:4] for x in step} for line in lines[:2])
