"""Sculptures of animals: a statue of a lion, a parrot figurine. One is as large as its animal, a figurine as large as a hand holds."""

from __future__ import annotations

from diorama.language.bearing import _length, _scale
from diorama.language.draft import Draft, SubjectDraft
from diorama.language.lexicon import lexicon
from diorama.language.lexicon.inflect import singular

HELD = 0.18
"""Metres that a figurine is long, where no size is told."""
LARGE = 1.0
"""Metres: no figurine is as large; what scales it then is told of figurines."""
SMALL = frozenset(("figurine", "statuette", "netsuke"))


def sculpted(draft: Draft) -> None:
    """Statues of an animal have its form; figurines are small."""
    for subject in (s for s in draft.subjects if s.becomes is None and s.category == "figure"):
        _formed(subject, draft)
        figurine = singular(subject.noun.split()[-1]) in SMALL
        if figurine and subject.length > HELD and (not subject.size or _length(subject) > LARGE):  # "a small figurine" is small among figurines
            _scale(subject, HELD / subject.length, draft)


def _formed(subject: SubjectDraft, draft: Draft) -> None:
    told = [(value, figure) for value in subject.attributes if (figure := _figure(value.removeprefix("of:")))]
    if subject.thing != "statue" or len(told) != 1:
        return
    (value, (thing, length)) = told[0]
    subject.attributes.remove(value)
    subject.thing, subject.length = thing, length
    draft.retell(subject, "thing", thing)
    for effect in draft.told.get(id(subject), ()):
        if effect.value == value:
            effect.path, effect.value = "thing", thing


def _figure(noun: str) -> tuple[str, float] | None:
    """The figure that has an animal's form and its length, metres; None of what is no animal."""
    words = tuple(singular(noun.replace("_", " ")).split())
    senses = next((senses for spelt, senses in lexicon().words.get(words[0], ()) if spelt == words), ()) if words else ()
    return next(((s.key, s.data["size"]) for s in senses if s.kind == "thing" and s.data["category"] == "animal" and s.key.startswith("figure_")), None)
