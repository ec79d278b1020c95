"""Rows for the picture itself and how it is made: what it is said to be, its sides, the camera, text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.frames import phrase
from diorama.language.frames.phrase import hangs
from diorama.language.frames.vocabulary import noun
from diorama.language.syntax.sentence import Mention

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

LENSWARD = frozenset(("at", "to", "into", "toward", "towards", "for", "from", "facing"))


def viewer(m: Mention, r: Reader) -> bool:
    if noun(phrase.lemma(m), "viewer") and m.determiner != "a":
        return True
    dep, prep = phrase.governor(m.top)
    return phrase.lemma(m) in ("camera", "lens") and m.determiner != "a" and not m.modifiers and m.owner is None and dep == "pobj" and prep.norm in LENSWARD


def medium(m: Mention, r: Reader) -> bool:
    if hangs(m):
        return False
    return (noun(phrase.lemma(m), "medium") or phrase.lemma(m) == "art" or m.atom.can("style")) and _leads(m, r)


def _leads(m: Mention, r: Reader) -> bool:
    """True for what the whole text is said to be."""
    dep, governor_ = phrase.governor(m.top)
    first = not r.mentions and not r.draft.subjects
    named = noun(phrase.lemma(m), "medium") and m.determiner == "the" and not r.named_before(m) and m.owner is None and dep in ("nsubj", "nsubjpass")
    return (
        named
        or first
        and (dep in ("ROOT", "nsubj", "nsubjpass") or dep == "pobj" and governor_.norm == "in")
        or m.determiner == "the"
        and r.medium is not None
        and phrase.lemma(m) in ("artwork", "piece", "painting", "illustration", "drawing", "image", "composition", "canvas", "sketch", "art", "work")
    )


def picture(m: Mention, r: Reader) -> bool:
    word = phrase.lemma(m)
    if not noun(word, "picture"):
        return False
    dep, above = phrase.governor(m.top)
    if dep == "dobj" and (actor := r.actor(above)) is not None and actor is not m and actor.kind in ("picture", "medium"):
        return True
    if hangs(m) or word == "frame" and m.owner is not None:
        return False
    return not (word in ("backdrop", "landscape", "foreground") and m.atom.can(*phrase.PLACES))


def shadow(m: Mention, r: Reader) -> bool:
    if phrase.compound(m):
        return False  # "traffic lights"
    if " " in m.atom.norm and m.atom.can("light_source") and phrase.entry(m) and phrase.lemma(m) == "light":
        return False  # "red stage lights"
    return noun(phrase.lemma(m), "shadow") or phrase.lemma(m) in ("light", "highlight", "ray", "beam") and m.plural and not m.atom.can("feature")


def camera(m: Mention, r: Reader) -> bool:
    aloft = m.head.norm == "overhead" and m.top.head.verb and m.top.dep in ("advmod", "npadvmod", "dobj") and not m.modifiers  # "gulls circling overhead"
    return (
        phrase.entry(m)
        and not aloft
        and m.atom.can("camera_words", "film_words", "framing", "angle", "composition", "aspect_words", "mood")
        and not m.atom.can("thing", "setting", "material")
    )


def text(m: Mention, r: Reader) -> bool:
    return (
        noun(phrase.lemma(m), "text")
        and not (
            m.atom.can("thing")
            and phrase.lemma(m) in ("letter", "message", "script", "title")
            and m.determiner == "a"
            and m.number in (None, 1)
            and (not r.writes(m) or r.in_hands(m))
        )
        and not (phrase.lemma(m) in ("label", "logo") and not r.writes(m))
    )


def side(m: Mention, r: Reader) -> bool:
    return m.atom.can("side") and not m.atom.can("thing") and not phrase.hung(m)


def tool(m: Mention, r: Reader) -> bool:
    """What the picture is taken with or printed on."""
    word = phrase.lemma(m)
    if word in ("camera", "tripod", "lens", "flashgun", "lightmeter"):
        told = m.determiner == "the" and not r.named_before(m) or m.plural and not m.modifiers and m.determiner is None
        return told or r.tells_of_taking()
    return word in ("print", "negative", "exposure", "frame") and (m.top.root or m.plural) and (word != "frame" or m.number is not None)
