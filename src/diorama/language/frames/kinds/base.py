"""What rows ask of a phrase: its head, its entry of the lexicon, what it hangs on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from diorama.language.syntax.phrases import of_object
from diorama.language.syntax.sentence import Mention
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


class Row(NamedTuple):
    name: str
    kind: str
    fits: Callable[[Mention, Reader], bool]
    example: str
    counter: str


LIVING = ("person", "animal")


PLACES = ("setting", "feature", "place", "backdrop")


def lemma(mention: Mention) -> str:
    """The head in the singular."""
    return mention.head.lemma if mention.head.noun else mention.head.norm


def entry(mention: Mention) -> bool:
    """True where the lexicon's entry ends with the head, so that it is about it."""
    return 0 <= mention.atom.end - mention.head.end <= 2  # "woman's" is an entry of the lexicon with its ending


def compound(mention: Mention) -> bool:
    """True for a thing of several words that the lexicon has: "traffic lights", "kitchen scales"."""
    return entry(mention) and mention.atom.can("thing") and " " in mention.atom.norm


def governor(word: Word) -> tuple[str, Word]:
    """The arc and the governor of a phrase, those of the first of a list."""
    while word.dep in ("conj",) and not word.root:
        word = word.head
    return word.dep, word.head


def category(mention: Mention) -> str | None:
    thing = mention.atom.sense("thing")
    return thing.data["category"] if thing is not None and entry(mention) else None


def first(word: Word) -> Word:
    while word.dep == "conj" and not word.root:
        word = word.head
    return word


def looks(m: Mention) -> list[Word]:
    return [w for w in m.modifiers if w.atom is not None and w.atom.can("colour", "material", "pattern", "finish")]


def name(m: Mention) -> bool:
    """True for a name of someone or something: "Gordon Parks"."""
    return (
        m.head.text[:1].isupper()
        and not m.head.text.isupper()
        and m.head.tag.startswith("NNP")
        and any(k.dep == "compound" and k.tag.startswith("NNP") and k.text[:1].isupper() and not (m.atom.start <= k.start < m.atom.end) for k in m.head.kids)
        and not any(k.atom is not None and k.atom.can("thing", "place") for k in m.head.kids if k.dep == "compound")
    )


def of_the_vehicle(m: Mention, r: Reader) -> bool:
    """ "A pair of gloves lies on the bonnet", after a car was told of: the car's."""
    known = [x for x in r.mentions if x.subject in r.draft.subjects and x.subject is not None and x.subject.category == "vehicle"]
    alone = len({id(x.subject) for x in known}) == 1 and m.determiner == "the" and of_object(m.head) is None
    if alone:
        m.owner = known[-1]
    return alone


def hung(m: Mention) -> bool:
    """ "a grey background", "on a plain background": what hangs behind the subject, by its looks. What is told to be "in the background" is a side."""
    dep, prep = governor(m.top)
    told = any(w.atom is not None and w.atom.can("colour", "hex", "material", "pattern", "colour_modifier", "backdrop") for w in m.modifiers)
    return told and m.atom.can("backdrop") and not (dep == "pobj" and prep.norm == "in")
