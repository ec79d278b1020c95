"""Every word of a sentence ends in one claim: which frame took it, by which rule, with what came of it."""

from __future__ import annotations

from typing import NamedTuple

from diorama.language.draft import Draft, Effect
from diorama.language.frames.reasons import WHY, by_class, reason
from diorama.language.lexicon import classes
from diorama.language.match import Atom
from diorama.language.model import Layer, Status
from diorama.language.syntax.phrases import own
from diorama.language.syntax.sentence import Mention, Sentence
from diorama.language.syntax.word import Word

CONTENT = ("NN", "VB", "JJ", "RB", "CD", "FW")
"""Tags, by their first letters, of words that mean something to a picture."""
LIGHT_WORDS = frozenset((
    "be", "have", "do", "very", "also", "there", "here", "then", "just", "only", "even", "still", "not", "n't", "too", "so", "as", "more", "most", "less", "quite", "rather", "such", "when", "where", "how", "why",
    "out", "up", "down", "off", "away", "together", "along", "back", "over", "however", "well", "likely", "perhaps", "possibly", "'s", "own", "other", "never", "now", "once", "already", "almost", "somewhat", "each",
))  # fmt: skip
"""Words of these classes that are grammar."""


class Claim(NamedTuple):
    frame: str
    rule: str
    status: Status


def is_content(word: Word) -> bool:
    """Everything but grammar: articles, auxiliaries, prepositions, conjunctions, pronouns, punctuation."""
    return (
        word.tag[:2] in CONTENT
        and word.lemma not in LIGHT_WORDS
        and word.norm not in LIGHT_WORDS
        and word.dep not in ("aux", "auxpass", "expl", "prt")
        and any(c.isalnum() for c in word.text)
    )


ABSENT = frozenset(("unbuilt", "abstract", "imagined", "likened", "denied", "depicted", "purpose", "scenery"))
"""Reasons of what is not in the picture, nor part of what is."""


class Claims:
    """What became of each word; becomes notes of the draft."""

    def __init__(self, draft: Draft):
        self.draft = draft
        self.of: dict[tuple[int, int], Claim] = {}
        """By the word's place in the prompt."""
        self.idle: dict[str, list[tuple[int, int]]] = {}
        """Words without effect, by why."""
        self.sorts: list[tuple[tuple[int, int], Word]] = []
        """Those that tell of which sort something is, with its noun."""

    def open(self, found: Sentence) -> None:
        self.sentence = found

    def note(self, word: Word | Atom, layer: Layer, *effects: Effect, status: Status = "applied", frame: str = "", rule: str = "") -> None:
        """Claim a word, or the entry it belongs to, with what it did."""
        atom = word if isinstance(word, Atom) else word.atom or own(word)
        self.draft.note(atom, layer, *effects, status=status)
        self.mark(word, frame, rule, status)

    def mark(self, word: Word | Atom, frame: str, rule: str, status: Status = "applied") -> None:
        for w in [w for w in self.sentence.words if word.start < w.end and w.start < word.end]:
            self.of[w.start, w.end] = Claim(frame, rule, status)

    def joins(self, word: Word, frame: str, rule: str = "") -> None:
        """A word that only joins others: it has no effect of its own."""
        self.note(word, "subject", frame=frame, rule=rule)

    def none(self, word: Word | Atom, why: str, frame: str = "", rule: str = "") -> None:
        """A word that no picture shows, and why; what has an effect already keeps it."""
        why = reason(word, why, isinstance(word, Word) and word.verb and self._of_nobody(word))
        atom = word if isinstance(word, Atom) else word.atom or own(word)
        if not self.draft.noted(atom.start, atom.end):
            self.draft.note(atom, "none", status="no_effect")
            self.idle.setdefault(why, []).append((atom.start, atom.end))
            if why == "sort" and isinstance(word, Word):
                self.sorts.append(((atom.start, atom.end), word))
        if (word.start, word.end) not in self.of:
            self.mark(word, frame, rule or why, "no_effect")

    def _of_nobody(self, verb: Word) -> bool:
        """True if what does so was told and has no effect itself."""
        who = verb.kid("nsubj", "nsubjpass") or (verb.head if verb.dep in ("acl", "relcl") and verb.head.noun else None)
        atom = who.atom or own(who) if who is not None and who.noun else None
        at = (atom.start, atom.end) if atom is not None else None
        return at is not None and any(at in spans for why, spans in self.idle.items() if why in ABSENT)

    def late(self, word: Word, why: str) -> None:
        """A word that was left open, and has come to nothing."""
        atom = word.atom or own(word)
        known = self.draft.notes.get((atom.start, atom.end))
        if known is not None and known.status == "no_effect":
            self.idle.setdefault(why, []).append((atom.start, atom.end))

    def instead(self, word: Word, why: str) -> None:
        """A word without effect, for this reason and no other that was given before."""
        atom = word.atom or own(word)
        span = (atom.start, atom.end)
        for spans in self.idle.values():
            spans[:] = [s for s in spans if s != span]
        self.draft.note(atom, "none", status="no_effect")
        self.idle.setdefault(why, []).append(span)
        self.mark(word, "", why, "no_effect")

    def phrase(self, mention: Mention, why: str) -> None:
        """All words of a noun phrase are claimed as without effect."""
        for word in [*mention.modifiers, *mention.measures, mention.head, *([mention.count] if mention.count is not None else [])]:
            self.none(word, why, mention.kind, mention.rule)

    def has(self, word: Word) -> bool:
        atom = word.atom or own(word)
        return (atom.start, atom.end) in self.draft.notes or self.draft.noted(word.start, word.end)

    def close(self, found: Sentence) -> None:
        """Words that no frame took: what a word of their class is to a picture."""
        for word in found.words:
            if is_content(word) and not self.has(word):
                self._left(word)
            if len(word.text) > 2 and not word.text.isalnum() and is_content(word):
                self._rest(word)

    def _rest(self, word: Word) -> None:
        """ "DJ:B:0", one word to the parser and three entries to the lexicon: what no entry took of it."""
        spans = [(max(a, word.start), min(b, word.end)) for a, b in self.draft.notes if a < word.end and b > word.start]
        start = word.start
        for a, b in [*sorted(spans), (word.end, word.end)]:
            text = self.draft.prompt[start:a]
            if any(c.isalnum() for c in text):
                self.draft.note(Atom(start, a, text, text.lower(), (), False), "none", status="no_effect")
            start = max(start, b)

    def _left(self, word: Word) -> None:
        for tags, why in (("VB", "deed"), ("RB", "manner"), ("JJ", "quality")):
            if word.tag.startswith(tags):
                return self.none(word, why, "talk")
        if classes.known(word.lemma) or word.tag.startswith("NNP") or word.tag == "CD":
            return self.none(word, "quality" if word.tag != "CD" else "loose", "talk")
        self.draft.note(word.atom or own(word), "none", status="not_understood")
        self.mark(word, "", "unknown", "not_understood")
        return None


def _idle(draft: Draft, word: Word) -> bool:
    """Whether a word has no effect."""
    atom = word.atom or own(word)
    note = draft.notes.get((atom.start, atom.end))
    return note is not None and note.status == "no_effect"


def tell(claims: Claims) -> None:
    """One note for each reason, with all its words: none is dropped without being named."""
    draft = claims.draft
    for span, word in claims.sorts:
        if word.head is not word and _idle(draft, word.head):  # what is not built is of no usual sort
            claims.idle["sort"] = [s for s in claims.idle["sort"] if s != span]
            claims.idle.setdefault(by_class(word.lemma), []).append(span)
    for why, spans in claims.idle.items():
        alone = [s for s in spans if s in draft.notes and draft.notes[s].status == "no_effect" and any(c.isalnum() for c in draft.prompt[slice(*s)])]
        if alone:
            shown = ", ".join(repr(w) for w in dict.fromkeys(draft.prompt[a:b] for a, b in alone))
            draft.say("note", "no-effect", f"{shown}: {WHY[why]}", alone[0], "")
