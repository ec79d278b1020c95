"""Rows for where it all is: places, ground, light, time, weather."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.frames import phrase
from diorama.language.frames.relations import words
from diorama.language.frames.vocabulary import noun, verb
from diorama.language.lexicon import classes
from diorama.language.places import WITHIN
from diorama.language.syntax.sentence import Mention
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


def underfoot(m: Mention, r: Reader) -> bool:
    """ "three penguins on ice", "a woman walking on wet sand": stuff that the living stand on."""
    dep, prep = phrase.governor(m.top)
    stuff = m.atom.sense("material") if phrase.entry(m) and m.owner is None else None
    if stuff is None or stuff.key not in UNDERFOOT or m.atom.can("setting") or dep != "pobj" or prep.norm not in ("on", "across", "over"):
        return False
    above = r.sentence.mention(prep.head) if r.sentence is not None else None
    return prep.head.verb or above is not None and above.subject is not None and above.subject.category in ("person", "animal")  # not "whisky on ice"


def water(m: Mention, r: Reader) -> bool:
    """ "A heron wades in shallow water": what the living are in, which they are not dressed in."""
    dep, prep = phrase.governor(m.top)
    if m.head.norm not in ("water", "waters", "shallows") or m.owner is not None or dep != "pobj" or prep.norm not in ("in", "into", "through"):
        return False
    if m.atom.can("setting", "feature", "thing") and m.head.norm != "shallows":
        return False
    above = r.sentence.mention(prep.head) if r.sentence is not None else None
    who = r.actor(prep.head) if prep.head.verb and prep.head.tag != "VBN" else above
    return who is not None and who.kind in phrase.LIVING


UNDERFOOT = frozenset(("asphalt", "sand", "soil", "ice", "cobblestone", "gravel"))


def stuff_under_things(m: Mention, r: Reader) -> bool:
    """ "A mug stands on wet black stone", "a vase against white": stuff that something is on or before, which nothing is made of."""
    dep, prep = phrase.governor(m.top)
    if dep != "pobj" or prep.norm not in UNDER_THINGS or m.determiner is not None or m.plural or m.owner is not None or m.number is not None:
        return False
    if not phrase.entry(m) or not m.atom.can("colour", "material") or m.atom.can("setting", "feature", "weather") or _of_water(m):
        return False
    if m.atom.can("thing") and not m.atom.can("material"):
        return False  # "a bee on lavender"
    above = r.sentence.mention(prep.head) if r.sentence is not None else None
    stands = prep.head.verb and (prep.head.lemma in STANDS or prep.head.lemma in words.STAYS)
    return (stands or above is not None and above.real and above.kind in ("thing", "unlisted", "garment", "person", "animal")) and _seen_on_it(prep.head, r)


UNDER_THINGS = frozenset(("on", "upon", "atop", "against"))
STANDS = frozenset((
    "set", "place", "lay", "serve", "arrange", "photograph", "shoot", "isolate", "present", "spread", "show", "pose",
    "plate", "scatter", "showcase",
))  # fmt: skip
"""Verbs by which something is put where it stands."""


def _of_water(m: Mention) -> bool:
    return m.atom.can("material") and m.atom.sense("material").key in ("water", "snow", "ice")


def _seen_on_it(above: Word, r: Reader) -> bool:
    """True unless a picture, a pattern or letters are what is on it: "black letters on white", "an oil painting on wood"."""
    who = above if above.noun else above.kid("nsubj", "nsubjpass")
    if who is None or who.atom is None:
        return who is not None
    return not (who.atom.can("pattern", "colour") or noun(who.lemma, "picture") or noun(who.lemma, "medium") or noun(who.lemma, "text"))


def ground(m: Mention, r: Reader) -> bool:
    return noun(m.head.norm, "ground") and not m.atom.can("setting", "thing") and m.owner is None and not (m.head.norm == "earth" and m.head.text[0] == "E")


def time(m: Mention, r: Reader) -> bool:
    return phrase.entry(m) and m.atom.can("time", "season") and not m.atom.can("thing", "setting")


def weather(m: Mention, r: Reader) -> bool:
    told = phrase.entry(m) or m.atom.start == m.head.start  # "snow is falling" is one entry
    return told and m.atom.can("weather") and not m.atom.can("thing", "setting", "light_head")


def light(m: Mention, r: Reader) -> bool:
    if phrase.lemma(m) == "lighter" or phrase.compound(m):
        return False  # "a steel beam"
    if m.owner is not None and r.owner(m) is not None and (r.owner(m).kind in ("thing", "person", "animal", "garment", "body")):
        return False
    return (
        noun(phrase.lemma(m), "glow")
        and not m.plural
        or phrase.entry(m)
        and m.atom.can("light_head", "light_source")
        and not m.atom.can("thing", "setting", "time", "feature", "part", "backdrop")
    )


def place(m: Mention, r: Reader) -> bool:
    if not phrase.entry(m) or m.head.tag.startswith("VB") or phrase.lemma(m) == "air" and _in_mid_air(m, r):
        return False
    if within(m) or surfed(m):
        return True
    if not m.atom.can(*phrase.PLACES):
        return False
    if not m.atom.can("thing"):
        return True
    dep, prep = phrase.governor(m.top)
    where = dep == "pobj" and prep.norm in ("in", "inside", "at", "through", "along", "across", "within", "on", "throughout", "outside", "down", "over")
    return where and mention_is_place(m)


def _in_mid_air(m: Mention, r: Reader) -> bool:
    """ "A skateboarder mid-air over stairs": how high somebody is, and no sky around them."""
    return r.sentence is not None and any(w.norm == "mid" and 0 <= m.head.start - w.end <= 1 for w in r.sentence.words)


def visited(m: Mention) -> bool:
    """ "A man at a bar", "in the bank": a word of many meanings that is a place where somebody is in or at it."""
    dep, prep = phrase.governor(m.top)
    there = dep == "pobj" and (prep.norm in ("in", "inside", "at", "outside") or prep.norm == "behind" and phrase.lemma(m) == "bar")
    return there and m.atom.can("setting") and m.head.noun and m.determiner in ("a", "the") and m.owner is None and m.head.kid("prep") is None


def surfed(m: Mention) -> bool:
    """ "Riding a huge wave", "a boat on a wave": of the sea, no gesture. "Looking at the stars": of the sky, nobody famous."""
    dep, above = phrase.governor(m.top)
    seen = m.atom.sense("feature").key if m.atom.can("feature") else None
    if seen in ("stars", "moon"):
        return dep == "pobj" and above.norm in ("at", "under", "beneath") and m.determiner in ("the", None) or dep == "dobj" and verb(above.lemma, "face")
    if seen == "waves" and (m.head.kid("acl") or m.head).lemma in BREAKING or dep == "nsubj" and seen == "waves" and above.lemma in BREAKING:
        return True  # "a huge wave crashing against it"
    rides = dep == "dobj" and above.lemma in ("ride", "surf", "catch") or dep == "pobj" and above.norm in ("on", "over", "through", "above", "under")
    return seen == "waves" and rides


BREAKING = frozenset(("crash", "break", "roll", "curl", "hit", "batter", "pound", "tower", "rise"))
"""What waves of the sea do."""


def within(m: Mention) -> bool:
    """Of things that something can be in or on as in a place: "a priest in a church", "the interior of a cathedral", "a robot on Mars"."""
    if not m.atom.can("thing") or phrase.lemma(m) not in WITHIN or m.owner is not None or m.plural:
        return False
    dep, prep = phrase.governor(m.top)
    if dep != "pobj":
        return False
    building = m.atom.sense("thing").data["category"] == "building"
    return prep.norm in (("in", "inside", "within") if building else ("on",)) or prep.norm == "of" and prep.head.lemma in INSIDES


INSIDES = frozenset(("interior", "inside", "surface"))
"""Words for what is within, or on, what is named after them."""


def mention_is_place(m: Mention) -> bool:
    """Of words that are a place or a thing ("library", "shelf"), those that one is in."""
    setting = m.atom.sense("setting")
    return setting is not None and m.atom.sense("thing").data["category"] in ("building", "shape") and m.owner is None


TERRAIN = frozenset((
    "track", "path", "trail", "circuit", "course", "lane", "rink", "court", "pitch", "field", "terrain", "ridge", "slope", "bank", "shoreline",
    "coastline", "horizon", "skyline", "pavement", "kerb", "curb",
))  # fmt: skip
"""Words for ground that is walked or played on."""


def scenery(m: Mention, r: Reader) -> bool:
    return classes.share(phrase.lemma(m), "location", "object", "artifact", "substance", "plant", "phenomenon") >= 0.5
