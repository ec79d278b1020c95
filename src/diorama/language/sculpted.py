"""Things named by another whose form they have: a statue of a lion, a parrot figurine, a cactus pot.

A sculpture is as large as its animal, a figurine as large as a hand holds; a pot of a plant is the plant in its pot.
"""

from __future__ import annotations

from diorama.language.bearing import length_of, rescale
from diorama.language.draft import Draft, SubjectDraft
from diorama.language.lexicon import lexicon
from diorama_catalogue import Tag, thing
from diorama_catalogue.plurals import singular

HELD = 0.18
"""Metres that a figurine is long, where no size is told."""
LARGE = 1.0
"""Metres: no figurine is as large; what scales it then is told of figurines."""
SCULPTED_IN = frozenset((
    "bronze", "marble", "stone", "granite", "terracotta", "brass", "copper", "iron", "plaster", "concrete", "porcelain", "ceramic", "clay", "wood", "ice",
    "glass", "jade", "wax",
))  # fmt: skip
"""Materials of which nobody is who lives."""
FIGURE, STATUE = "doll_person", "statue"
SMALL = frozenset(("figurine", "statuette", "netsuke"))


def sculpted(draft: Draft) -> None:
    """Statues of an animal have its form, and pots of a plant have the plant in them; figurines are small."""
    for subject in draft.subjects:
        if subject.thing == FIGURE and subject.traits is None and subject.surface.material in SCULPTED_IN - {"wood"}:
            subject.thing, subject.category, subject.length = STATUE, "figure", thing(STATUE).size  # "a marble boxer"
            draft.retell(subject, "thing", STATUE)
    for subject in (s for s in draft.subjects if s.becomes is None and s.thing in FORMED):
        _formed(subject, draft)
    for subject in (s for s in draft.subjects if s.becomes is None and s.category == "figure"):
        figurine = singular(subject.noun.split()[-1]) in SMALL
        if figurine and subject.length > HELD and (not subject.size or length_of(subject) > LARGE):  # "a small figurine" is small among figurines
            rescale(subject, HELD / subject.length, draft)


FORMED = {"statue": "animal", "flower_pot": "plant"}
"""Things that take another's form, and of what kind that is."""


def _formed(subject: SubjectDraft, draft: Draft) -> None:
    told = [(value, form) for value in subject.attributes if (form := _form(value.removeprefix("of:"), FORMED[subject.thing]))]
    if len(told) != 1:
        return
    (value, (key, length)) = told[0]
    subject.thing, subject.length = key, length
    draft.retell(subject, "thing", key)
    if any(value in words for words in thing(key).variants.values()):
        return  # of several that are built, that one
    subject.attributes.remove(value)
    for effect in draft.told.get(id(subject), ()):
        if effect.value == value:
            effect.path, effect.value = "thing", key


def _form(noun: str, category: str) -> tuple[str, float] | None:
    """The thing that has a noun's form and its length, metres; None of what is of another category, and of plants that are built without a pot."""
    words = tuple(singular(noun.replace("_", " ")).split())
    senses = next((senses for spelt, senses in lexicon().words.get(words[0], ()) if spelt == words), ()) if words else ()
    found = (s for s in senses if s.kind == "thing" and s.data["category"] == category)
    return next(((s.key, s.data["size"]) for s in found if s.key.startswith("figure_") or Tag.POTTED in thing(s.key).tags), None)
