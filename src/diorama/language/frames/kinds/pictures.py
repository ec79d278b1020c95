"""Rows for the picture itself and how it is made: what it is said to be, its sides, the camera, text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.frames.kinds import base
from diorama.language.frames.vocabulary import noun
from diorama.language.syntax.mends.attached import PICTURES, on_a_wall
from diorama.language.syntax.phrases import of_object
from diorama.language.syntax.sentence import Mention
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

LENSWARD = frozenset(("at", "to", "into", "toward", "towards", "for", "from", "facing"))


def viewer(m: Mention, r: Reader) -> bool:
    if noun(base.lemma(m), "viewer") and m.determiner != "a":
        return True
    dep, prep = base.governor(m.top)
    return base.lemma(m) in ("camera", "lens") and m.determiner != "a" and not m.modifiers and m.owner is None and dep == "pobj" and prep.norm in LENSWARD


def medium(m: Mention, r: Reader) -> bool:
    if hangs(m):
        return False
    return (noun(base.lemma(m), "medium") or base.lemma(m) == "art" or m.atom.can("style")) and _leads(m, r)


def _leads(m: Mention, r: Reader) -> bool:
    """True for what the whole text is said to be."""
    dep, governor_ = base.governor(m.top)
    first = not r.mentions and not r.draft.subjects
    named = noun(base.lemma(m), "medium") and m.determiner == "the" and not r.named_before(m) and m.owner is None and dep in ("nsubj", "nsubjpass")
    return (
        named
        or first
        and (dep in ("ROOT", "nsubj", "nsubjpass") or dep == "pobj" and governor_.norm == "in")
        or m.determiner == "the"
        and r.medium is not None
        and base.lemma(m) in ("artwork", "piece", "painting", "illustration", "drawing", "image", "composition", "canvas", "sketch", "art", "work")
    )


ORDERS = frozenset(("create", "make", "generate", "produce", "render", "show", "give", "want", "need", "take", "draw", "imagine", "design", "like", "see"))


def ordered(verb_: Word) -> bool:
    """ "Create an image of …", "I want a picture of …": what is asked of the maker of pictures."""
    actor = verb_.kid("nsubj")
    return verb_.root and verb_.lemma in ORDERS and (actor is None or actor.norm in ("i", "we", "you"))


PRINTS = frozenset(("photo", "photograph", "picture", "frame", "portrait", "image"))


MOUNTED = PRINTS | PICTURES


def framed(m: Mention) -> bool:
    """ "A framed photograph of a sailor", "a portrait in a gold frame"."""
    if base.lemma(m) not in MOUNTED or base.lemma(m) == "frame":
        return False
    frames = (k.kid("pobj") for word in (m.head, of_object(m.head)) if word is not None for k in word.those("prep") if k.norm == "in")
    return any(w.norm == "framed" for w in m.modifiers) or any(f is not None and f.lemma == "frame" and f.kid("det") is not None and f.kid("det").norm == "a" for f in frames)


def hangs(m: Mention) -> bool:
    """ "A man holds a photo", "a photo of a dog is taped to the wall": a picture that is there as a thing."""
    if framed(m):
        return True
    dep, above = base.governor(m.top)
    if m.determiner == "a" and base.lemma(m) in MOUNTED - PRINTS:
        there = any(on_a_wall(p, o) for p in m.top.those("prep") for o in p.those("pobj"))  # "a painting of a ship above a fireplace"
        return there or dep in ("nsubj", "nsubjpass") and above.lemma in ("hang", "lean")
    if m.determiner != "a" or base.lemma(m) not in PRINTS:
        return False
    if dep == "pobj":
        return above.norm in ("on", "with", "of", "beside", "under", "above", "behind", "near", "next") or any(w.norm == "framed" for w in m.modifiers)
    if dep == "dobj":
        return not ordered(above)
    return dep in ("nsubj", "nsubjpass") and above.lemma in ("tape", "hang", "pin", "stick", "prop", "lie", "tack", "glue", "rest", "frame")


def picture(m: Mention, r: Reader) -> bool:
    word = base.lemma(m)
    if not noun(word, "picture"):
        return False
    dep, above = base.governor(m.top)
    if dep == "dobj" and (actor := r.actor(above)) is not None and actor is not m and actor.kind in ("picture", "medium"):
        return True
    if hangs(m) or word == "frame" and m.owner is not None:
        return False
    return not (word in ("backdrop", "landscape", "foreground") and m.atom.can(*base.PLACES))


def shadow(m: Mention, r: Reader) -> bool:
    if base.compound(m):
        return False  # "traffic lights"
    return noun(base.lemma(m), "shadow") or base.lemma(m) in ("light", "highlight", "ray", "beam") and m.plural and not m.atom.can("feature")


def camera(m: Mention, r: Reader) -> bool:
    aloft = m.head.norm == "overhead" and m.top.head.verb and m.top.dep in ("advmod", "npadvmod", "dobj") and not m.modifiers  # "gulls circling overhead"
    return (
        base.entry(m)
        and not aloft
        and m.atom.can("camera_words", "film_words", "framing", "angle", "composition", "aspect_words", "mood")
        and not m.atom.can("thing", "setting", "material")
    )


def text(m: Mention, r: Reader) -> bool:
    return (
        noun(base.lemma(m), "text")
        and not (
            m.atom.can("thing")
            and base.lemma(m) in ("letter", "message", "script", "title")
            and m.determiner == "a"
            and m.number in (None, 1)
            and not r.writes(m)
        )
        and not (base.lemma(m) in ("label", "logo") and not r.writes(m))
    )


def side(m: Mention, r: Reader) -> bool:
    return m.atom.can("side") and not m.atom.can("thing") and not base.hung(m)


def tool(m: Mention, r: Reader) -> bool:
    """What the picture is taken with or printed on."""
    word = base.lemma(m)
    if word in ("camera", "tripod", "lens", "flashgun", "lightmeter"):
        told = m.determiner == "the" and not r.named_before(m) or m.plural and not m.modifiers and m.determiner is None
        return told or r.tells_of_taking()
    return word in ("print", "negative", "exposure", "frame") and (m.top.root or m.plural) and (word != "frame" or m.number is not None)
