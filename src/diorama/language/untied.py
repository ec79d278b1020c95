"""What the words relate and the scene does not: every arc between two that are in the picture is kept, or told with both its ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from diorama.language.draft import Draft, SubjectDraft
from diorama.language.frames import phrase
from diorama.language.syntax.phrases import own
from diorama.language.syntax.sentence import Mention
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

NO_RELATION = frozenset(("of", "including", "like", "as", "than", "except", "without", "about", "despite", "unlike", "for", "during", "since", "besides"))
"""Prepositions of likeness, purpose, absence and time; "of" says whose or of what something is."""
BOUNDS = frozenset(("wall", "ceiling", "window", "windowsill", "water"))
"""Parts of a place that things are on, at or under."""
FACES = frozenset(("front", "back", "top", "side", "left", "right", "middle", "centre", "center", "edge", "corner", "bottom", "foot", "end"))
"""Nouns of phrases that are prepositions: "in front of"."""
BESIDE = re.compile(
    r"(?:\s+(?:is|are|that|which|and|\w+(?:ed|ing)|stands?|lies?|sits?|hangs?|rests?|leans?))*\s+(?:right |just |directly |partly )?"
    r"(on(?:to)?|in|inside|into|under|underneath|beneath|below|above|over|behind|beside|near|by|at|against|between|around|among|through"
    r"|across|along|atop|upon|with|from|next to|in front of|on top of|to the (?:left|right) of|(?:left|right) of"
    r"|holding|carrying|wearing|covering|facing)"
    r"(?:\s+(?:an?|the|its|his|her|their))?"
    r"(?:\s+(?!(?:and|or|while|as|but|an?|the|its|his|her|their)\b)[\w'’-]+){0,4}?\s+", re.I,
)  # fmt: skip
"""What stands between two nouns of a brief that are related."""
BEHIND_ALL = re.compile(r"\s+in the (?:background|foreground|distance)\b", re.I)
APART = 96
"""Characters between two nouns that words in a row can relate."""


class Arc(NamedTuple):
    """A word that relates two of the scene."""

    first: SubjectDraft | None
    """None where the word hangs on nothing that is shown."""
    word: Word
    """The preposition, or the verb of which the second is the object."""
    second: SubjectDraft | str
    """Another subject, or a part of the place."""
    others: tuple[SubjectDraft, ...]
    """Who else the word may be told of: of a verb with an object also who does it."""
    name: str
    """The noun of the second."""


def arcs(reader: Reader) -> Iterator[Arc]:
    """All arcs of the sentences read that relate a subject of the scene to another or to a part of its place, in order."""
    for found in reader.sentences:
        reader.sentence = found
        for mention in found.mentions:
            end = _end(reader, mention)
            if end is not None:
                yield from _arc(reader, mention, end)


def _end(reader: Reader, mention: Mention) -> SubjectDraft | str | None:
    if not mention.real:
        return None
    subject = mention.subject
    if subject is not None and subject.becomes is None and (subject in reader.draft.subjects):
        return subject
    return mention.place if subject is None and mention.place in BOUNDS else None


def _arc(reader: Reader, mention: Mention, end: SubjectDraft | str) -> Iterator[Arc]:
    dep, word = phrase.governor(mention.top)
    above = _above(word)
    told = dep == "pobj" and word.norm not in NO_RELATION or dep == "dobj" and word.verb and isinstance(end, SubjectDraft)
    if not told or any(k.dep == "neg" for k in above.kids):
        return
    found = [s for m in _near_ends(reader, above, mention) if isinstance(s := _end(reader, m), SubjectDraft)]
    name = mention.head.text if isinstance(end, str) else end.noun
    if word.norm == "with" and isinstance(end, SubjectDraft) and _at_a_side(mention):
        return  # "with a mill in the background": it is there, and by nothing
    if found and end not in found:
        yield Arc(found[0], word, end, tuple(found[1:]), name)
    elif not found and dep == "pobj" and word.norm != "with" and isinstance(end, SubjectDraft) and (others := _named_with(reader, mention)):
        yield Arc(None, word, end, tuple(others), name)


def _at_a_side(mention: Mention) -> bool:
    return any(p.lemma in ("background", "foreground", "distance", "horizon") for k in mention.head.those("prep") for p in k.those("pobj"))


def _named_with(reader: Reader, mention: Mention) -> list[SubjectDraft]:
    """Who a word may be told of that hangs on nothing that is shown: "two boxers in a ring, leaning on the ropes"."""
    assert reader.sentence is not None
    listed = phrase.first(mention.top)
    named = [s for m in reader.sentence.mentions if phrase.first(m.top) is not listed and isinstance(s := _end(reader, m), SubjectDraft)]
    return [s for s in named if s is not mention.subject]


def _above(word: Word) -> Word:
    """What a preposition is told of, past those that it makes one with ("out of", "in front of"); a verb itself."""
    while not word.verb and not word.root and (not word.noun or word.lemma in FACES):
        word = word.head
    return word


def _near_ends(reader: Reader, above: Word, mention: Mention) -> list[Mention]:
    """What stands at the near end of an arc, what it is told of most likely first: the object of the verb or who does it; the noun."""
    assert reader.sentence is not None
    if not above.verb:
        dep, over = phrase.governor(above)
        ends = [reader.sentence.mention(above), reader.actor(over) if dep == "dobj" and over.verb else None]
        return [m for m in ends if m is not None and m is not mention]
    taken = above.kid("dobj")
    ends = [reader.sentence.mention(taken) if taken is not mention.top else None, reader.actor(above)]
    return [m for m in ends if m is not None and m is not mention]


class Ties:
    """Who has to do with whom in a scene: by relations that are in it, deeds, clothes, looks towards."""

    def __init__(self, draft: Draft):
        self.near: dict[int, set[int]] = {}
        self.places: dict[int, set[str]] = {}
        for relation in draft.relations:
            for one in relation.subjects if relation.made else ():
                for other in relation.objects:
                    if isinstance(other, SubjectDraft):
                        self._tie(one, other)
                    else:
                        self.places.setdefault(id(one), set()).add(other)
        for subject in draft.subjects:
            for other in _within(subject.traits):
                self._tie(subject, other)
            for other in (subject.worn_by, *subject.fellows):
                if other is not None:
                    self._tie(subject, other)

    def _tie(self, one: SubjectDraft, other: SubjectDraft) -> None:
        self.near.setdefault(id(one), set()).add(id(other))
        self.near.setdefault(id(other), set()).add(id(one))

    def tied(self, one: SubjectDraft, other: SubjectDraft | str) -> bool:
        """Whether one thing in the scene says something of both; what is worn goes with who wears it."""
        if isinstance(other, str):
            return any(other in self.places.get(id(a), ()) for a in _with_wearer(one))
        return any(a is b or id(b) in self.near.get(id(a), ()) for a in _with_wearer(one) for b in _with_wearer(other))


def _with_wearer(subject: SubjectDraft) -> list[SubjectDraft]:
    return [s for s in (subject, subject.worn_by) if s is not None]


def _within(value: Any) -> Iterator[SubjectDraft]:
    if isinstance(value, SubjectDraft):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _within(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _within(inner)


def untied(reader: Reader, ties: Ties) -> list[Arc]:
    """Arcs of which nothing is in the scene; asked when the scene is made."""
    return [arc for arc in arcs(reader) if not any(ties.tied(s, arc.second) for s in (arc.first, *arc.others) if s is not None)]


def tell(draft: Draft, reader: Reader | None) -> None:
    """Each relation of the words that is not in the scene is named with both its ends, and its words did nothing by it; asked when the scene is made."""
    ties = Ties(draft)
    if reader is not None:
        _tell_arcs(draft, reader, ties)
    _tell_between(draft, ties)


def _tell_arcs(draft: Draft, reader: Reader, ties: Ties) -> None:
    said: set[tuple[int, int]] = set()
    for arc in untied(reader, ties):
        above = _above(arc.word)
        words = [above, arc.word] if above.verb and above is not arc.word and above.lemma != "be" else [arc.word]
        for word in words:
            atom = word.atom or own(word)
            note = draft.notes.get((atom.start, atom.end))
            if note is not None and not note.effects and note.status == "applied":
                note.status, note.layer = "no_effect", "none"
        if (arc.word.start, id(arc.second)) in said:
            continue
        said.add((arc.word.start, id(arc.second)))
        shown = " … ".join(w.text for w in sorted(words, key=lambda w: w.start))
        _say(draft, arc.first.noun if arc.first is not None else "", arc.name, shown, (arc.word.start, arc.word.end), place=not arc.word.verb)


def _say(draft: Draft, first: str, second: str, words: str, span: tuple[int, int], *, place: bool) -> None:
    what = f"what is so to the {second}" if not first else f"where the {first} is to the {second}" if place else f"what the {first} has to do with the {second}"
    help_ = "say it as on, in, under, behind, beside, holding or wearing, in a sentence of its own"
    draft.say("warning", "no-relation", f"{what} is not shown: {words!r}", span, help_)


def _tell_between(draft: Draft, ties: Ties) -> None:
    """ "A mug beside a book": what a preposition between them puts to something named before it, and nothing that is in the scene or told does."""
    told = [d.span for d in draft.diagnostics if d.code == "no-relation" and d.span is not None]
    named = sorted((s for s in draft.subjects if not s.implied and s.at in draft.notes), key=lambda s: s.at)
    for k, (first, second) in enumerate(pairwise(named)):
        between = BESIDE.fullmatch(draft.prompt, first.at[1], second.at[0]) if second.at[0] - first.at[1] < APART else None
        if between is not None and between[1].lower() == "with" and BEHIND_ALL.match(draft.prompt, second.at[1]):
            continue
        if between is None or second.becomes is not None or any(ties.tied(s, second) for s in named[: k + 1]):
            continue
        between_them = (n for n in draft.notes.values() if between.end(1) <= n.start < second.at[0])
        others = any(e.owner not in (None, second) or e.path.startswith("environment") for n in between_them for e in n.effects)
        if not others and not any(first.at[1] <= a and b <= second.at[0] for a, b in told):
            _say(draft, first.noun, second.noun, between[1], between.span(1), place=True)
