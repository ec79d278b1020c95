"""Rows for bodies and for what is worn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.frames import phrase
from diorama.language.frames.kinds import base, beings, hues
from diorama.language.frames.relations.words import PUTS
from diorama.language.frames.vocabulary import noun, verb
from diorama.language.lexicon import classes
from diorama.language.syntax.phrases import of_object
from diorama.language.syntax.sentence import Mention

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


def body(m: Mention, r: Reader) -> bool:
    inner = of_object(m.head)
    if (
        inner is not None
        and noun(inner.lemma, "body")
        and inner.noun
        and not m.plural
        and m.determiner == "the"
        and (found := r.sentence.mention(inner)) is not None
        and found.owner is not None
    ):
        return True  # "the bridge of his nose"
    if phrase.compound(m) and phrase.category(m) not in ("wear", "figure", "animal", "person"):
        return False  # "kitchen scales"
    if not noun(phrase.lemma(m), "body") and classes.share(phrase.lemma(m), "body") < 0.45:
        return False
    if phrase.category(m) == "wear" and m.owner is None and not _of_a_coat(m, r) and (not noun(phrase.lemma(m), "body") or _put_on(m)):
        return False
    thing = m.atom.sense("thing")
    if thing is not None and thing.key == m.head.lemma and m.determiner == "a" and phrase.governor(m.top)[0] == "dobj":
        return False  # "holding a skull"
    owner = r.owner(m)
    if m.head.lemma == "coat" and (_a_person(owner) if owner is not None else _done_to(m, r)):
        return False  # "washes a coat", "her coat on"
    if owner is not None:
        return _bodily(m, r, owner)
    if classes.share(phrase.lemma(m), "person") > 0.6 and (m.number is not None and m.number > 2 or _acts(m)):
        return False  # "twelve pupils sit in a classroom"
    return _ownerless(m, r)


def _acts(m: Mention) -> bool:
    """True for who does what only whole people do: "pupils walk past a school"."""
    dep, above = phrase.governor(m.top)
    return dep == "nsubj" and above.lemma in beings.ANIMATE | {"sit", "stand", "run", "play", "learn", "listen", "queue", "write"}


def _a_person(owner: Mention) -> bool:
    return owner.kind == "person" or getattr(owner.subject, "category", None) == "person"


def _done_to(m: Mention, r: Reader) -> bool:
    """A coat that a person does something to, or that is with them."""
    dep, above = phrase.governor(m.top)
    actor = r.actor(above) if dep in ("dobj", "pobj") else None
    return actor is not None and actor is not m and _a_person(actor) and not _of_a_coat(m, r)


def _bodily(m: Mention, r: Reader, owner: Mention) -> bool:
    """True if the owner is a living being, or a part of one."""
    return owner.kind in (*phrase.LIVING, "body", "pronoun") or owner.subject is not None and getattr(owner.subject, "category", None) in phrase.LIVING


def _ownerless(m: Mention, r: Reader) -> bool:
    """A part of a body of which nobody is told whose it is."""
    if _of_a_coat(m, r):
        return True
    if noun(phrase.lemma(m), "body") and (
        r.bodily_head(m)
        or m.determiner in ("the", "its", None)
        and r.people_about(m)
        and phrase.lemma(m) in ("chest", "back", "trunk", "head", "shell", "palm", "nail", "bill", "horn", "lap", "foot", "leg", "neck", "arm")
    ):
        return True
    if noun(phrase.lemma(m), "body") and not (m.atom.can("thing", "setting", "feature") and phrase.category(m) not in (None, "person", "animal")):
        return r.people_about(m) or phrase.category(m) in phrase.LIVING and phrase.lemma(m) not in ("figure", "body", "fish") or not m.atom.can("thing", "part")
    return r.living_head(m)


def _put_on(m: Mention) -> bool:
    """A coat that one is in or wears is no fur."""
    dep, above = phrase.governor(m.top)
    return dep == "pobj" and above.norm == "in" or dep == "dobj" and verb(above.lemma, "wear")


CARRIED = frozenset((
    "backpack", "rucksack", "handbag", "satchel", "purse", "watch", "wristwatch", "bracelet",
    "headphone", "headphones", "headset", "earphone", "earphones", "earmuff",
))  # fmt: skip
"""What is worn where the words say so, and stands or lies as a thing of its own elsewhere."""


ON_THE_WRIST = frozenset(("watch", "wristwatch", "bracelet"))


def _on_a_body(m: Mention) -> bool:
    """ "Headphones around her neck", "a backpack over his shoulder"."""
    under = [k.kid("pobj") for k in m.head.those("prep") if k.norm in ("around", "round", "on", "over")]
    return any(w is not None and w.lemma in ("neck", "head", "ear", "shoulder", "wrist") and w.kid("poss") is not None for w in under)


TACK = frozenset(("saddle", "bridle", "halter", "saddlecloth"))
"""What animals have on that are ridden."""


def garment(m: Mention, r: Reader) -> bool:
    if m.head.norm == "glasses":
        return r.people_about(m) and m.number in (None, 1)
    if phrase.lemma(m) in ("bonnet", "boot") and base.of_the_vehicle(m, r):
        return False
    if m.atom.can("colour") and not m.atom.can("thing") or _of_a_coat(m, r) or hues.trail_of(m):
        return False
    dep, prep = phrase.governor(m.top)
    holder = r.sentence.mention(prep.head) if dep == "pobj" and prep.norm == "with" and prep.head.noun and r.sentence else None
    if (
        phrase.lemma(m) in ("cap", "band", "ring", "collar", "chain", "strap", "bow", "hood", "cuff")
        and holder is not None
        and holder is not m
        and phrase.category(holder) in ("tableware", "vehicle", "furniture", "building", "electronics", "tool", "cosmetics")
    ):
        return False  # "bottles with chrome caps"
    if phrase.lemma(m) in TACK:
        return holder is not None and phrase.category(holder) == "animal" or dep == "dobj" and verb(prep.lemma, "wear")
    inner = of_object(m.head)
    if (
        inner is not None
        and inner.atom is not None
        and inner.atom.sense("thing") is not None
        and inner.atom.sense("thing").data["category"] in ("vehicle", "tableware", "furniture", "building")
    ):
        return False  # "the bonnet of the car"
    if phrase.lemma(m) in CARRIED or phrase.lemma(m) == "bag" and _on_a_body(m):
        if phrase.lemma(m) in ON_THE_WRIST and m.determiner == "its" and r.carried(m) and not verb(prep.lemma, "hold") and prep.lemma not in PUTS:
            return dep in ("dobj", "pobj")  # "checks his watch", "looks at her watch"
        on_somebody = holder is not None and (phrase.category(holder) == "person" or holder.kind == "garment")
        in_it = dep == "pobj" and prep.norm == "in" and prep.head.noun and classes.share(prep.head.lemma, "person") > 0.5
        return dep == "dobj" and verb(prep.lemma, "wear") or on_somebody or in_it or _on_a_body(m)
    if phrase.category(m) == "wear":
        key = m.atom.sense("thing").key
        return key not in ("backpack", "handbag") and not phrase.case(key)
    return not m.atom.can("thing", "setting") and (
        classes.is_a(phrase.lemma(m), "clothing")
        or classes.is_a(phrase.lemma(m), "footwear")
        or classes.is_a(phrase.lemma(m), "jewelry")
        or phrase.lemma(m) in ("attire", "outfit", "garb", "clothes", "clothing", "apparel", "costume")
    )


def _listed_plumage(m: Mention, r: Reader) -> bool:
    """ "A peacock, blue feathers": what follows an animal by its looks alone."""
    alone = m.top.root and m.head.kid("prep", "acl", "nummod") is None and r.fragmentary()
    return phrase.lemma(m) == "feather" and alone and bool(phrase.looks(m)) and bool(r.mentions) and r.mentions[-1].kind == "animal"


def _of_a_coat(m: Mention, r: Reader) -> bool:
    """ "The coat is pale grey" where only an animal can have one."""
    if not noun(phrase.lemma(m), "coat") or m.determiner not in ("the", "its", None) or m.plural and m.owner is None and not _listed_plumage(m, r):
        return False
    owner = r.owner(m)
    if owner is not None:
        return owner.kind == "animal" or getattr(owner.subject, "category", None) == "animal"
    known = {s.category for s in r.draft.subjects} & set(phrase.LIVING)
    return known == {"animal"} and not _put_on(m)
