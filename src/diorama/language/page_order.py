"""Edits of a document's pages as wholes: one more, one less, one twice, another order.

Each change is a pattern and a function of the document and the match; the first that knows the clause makes it, and None is "not mine".
"""

from __future__ import annotations

import re
from collections.abc import Callable

from diorama.errors import PromptError
from diorama.language.pages.documents import document
from diorama.typeset import Document, Page

ORDINALS = {word: k for k, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split())}
NOUN = r"(?:page|slide|label|card|sign|sheet|poster)"
WHICH = rf"(?:the )?(?:(?P<nth{{0}}>{'|'.join(ORDINALS)}|last|next)(?: {NOUN})?|{NOUN} (?P<k{{0}}>\d+))"
ONE = WHICH.format("a")
TWO = WHICH.format("b")
BEGIN = r"^\W*(?:please )?"
Change = Callable[[Document, re.Match[str]], Document | None]


def reordered(made: Document, clause: str) -> Document | None:
    """The document as a clause about whole pages changes it; None where it speaks of something else. Raises PromptError for a page that is not there."""
    for pattern, change in CHANGES:
        if hit := pattern.search(clause):
            return change(made, hit)
    return None


def _at(made: Document, hit: re.Match[str], which: str) -> int:
    """The number of the page that a clause names, from 0."""
    word, number = hit[f"nth{which}"], hit[f"k{which}"]
    last = len(made.pages) - 1
    k = int(number) - 1 if number else last if word.lower() == "last" else ORDINALS.get(word.lower(), last)
    if not 0 <= k <= last:
        raise PromptError(f"there is no page {k + 1}", where="edit", hint=f"there are {last + 1}")
    return k


def _with(made: Document, pages: list[Page]) -> Document:
    return made.model_copy(update={"pages": tuple(pages)})


def _less(made: Document, hit: re.Match[str]) -> Document:
    if len(made.pages) == 1:
        raise PromptError("there is no other page", where="edit", hint="a document has one page at least")
    k = _at(made, hit, "a")
    return _with(made, [page for j, page in enumerate(made.pages) if j != k])


def _twice(made: Document, hit: re.Match[str]) -> Document:
    k = _at(made, hit, "a")
    return _with(made, [*made.pages[: k + 1], *made.pages[k:]])


def _exchanged(made: Document, hit: re.Match[str]) -> Document:
    a, b = _at(made, hit, "a"), _at(made, hit, "b")
    pages = list(made.pages)
    pages[a], pages[b] = pages[b], pages[a]
    return _with(made, pages)


def _moved(made: Document, hit: re.Match[str]) -> Document:
    a = _at(made, hit, "a")
    pages = [page for j, page in enumerate(made.pages) if j != a]
    if hit["end"]:
        at = len(pages) if hit["end"].lower() == "end" else 0
    else:
        b = _at(made, hit, "b")
        at = b - (b > a) + (hit["side"].lower() == "after")
    return _with(made, [*pages[:at], made.pages[a], *pages[at:]])


def _more(made: Document, hit: re.Match[str]) -> Document | None:
    """A further page with its words, in the look of the one before it."""
    told = document(f"A {hit['noun']} {hit['words']}")
    if told is None:
        raise PromptError(f"{hit.string!r} does not say what is on it", where="edit", hint='give its words in quotation marks: add a slide titled "Questions?"')
    word = (hit["nth"] or "last").lower()
    at = min(ORDINALS.get(word, len(made.pages)), len(made.pages))
    like = made.pages[max(at - 1, 0)]
    look = {"turn": like.turn, "template": like.template, "size": like.size, "hand": like.hand, "face": like.face}
    look |= {name: getattr(like, name) for name in ("paper", "ink", "accent") if getattr(told.pages[0], name) is None}
    return _with(made, [*made.pages[:at], told.pages[0].model_copy(update=look), *made.pages[at:]])


CHANGES: tuple[tuple[re.Pattern[str], Change], ...] = (
    (re.compile(rf"{BEGIN}(?:remove|delete|drop|take (?:away|out)) {ONE}\W*$", re.I), _less),
    (re.compile(rf"{BEGIN}(?:duplicate|copy|repeat) {ONE}\W*$", re.I), _twice),
    (re.compile(rf"{BEGIN}(?:swap|switch|exchange) {ONE} (?:and|with) {TWO}\W*$", re.I), _exchanged),
    (
        re.compile(
            rf"{BEGIN}(?:move|put) {ONE} (?:(?:to|at) the (?P<end>end|start|beginning|front)|(?P<side>before|after) {TWO})\W*$",
            re.I,
        ),
        _moved,
    ),
    (
        re.compile(
            rf"{BEGIN}(?:add|insert|append) (?:an?|another|one more|the) (?:(?P<nth>{'|'.join(ORDINALS)}|last|new|further) )?"
            r"(?P<noun>page|slide|label|card|sign|sheet)(?: at the end)?\W*\s(?P<words>(?:titled|with|that|saying|reading|for|headed|:)?.*)$",
            re.I | re.S,
        ),
        _more,
    ),
)
