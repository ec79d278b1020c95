"""Words that are two things, told apart by the words about them: a crane among skyscrapers is no bird (`lexicon/homonyms.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from diorama.language.lexicon import Sense, Words
from diorama.language.tokens import scan

if TYPE_CHECKING:
    from diorama.language.tokens import Token


@dataclass(frozen=True)
class Homonym:
    """What a word means in some company: the words of an entry of the lexicon, and the company."""

    means: tuple[str, ...]
    company: frozenset[str]
    about: frozenset[str]
    """Words that are such company anywhere in the text, not only in the sentence."""
    follows: frozenset[str]
    """Words right before it."""
    leads: frozenset[str]
    """Words right after it."""

    def fits(self, tokens: Sequence[Token], at: int, text: str) -> bool:
        """True if the word at that place keeps the company."""
        return (
            at > 0
            and tokens[at - 1].norm in self.follows
            or at + 1 < len(tokens)
            and tokens[at + 1].norm in self.leads
            or any(token.norm in self.company for token in tokens)
            or bool(self.about and self.about & _said(text))
        )


@lru_cache(maxsize=16)
def _said(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(token.norm for token in scan(text))


@cache
def homonyms() -> dict[str, tuple[Homonym, ...]]:
    """Word → its other meanings, the first whose company is there counts; plurals mean the plural of it."""
    out: dict[str, tuple[Homonym, ...]] = {}
    table = tomllib.loads(files("diorama.language.lexicon").joinpath("homonyms.toml").read_text("utf-8"))
    for word, rows in table.items():
        several = rows if isinstance(rows, list) else [rows]
        for end in ("", "s", "es"):
            out[word + end] = tuple(_homonym(row, end) for row in several)
    return out


def _homonym(row: dict[str, Any], end: str) -> Homonym:
    company = (frozenset(row.get(key, ())) for key in ("with", "about", "follows", "leads"))
    return Homonym(tuple((row["means"] + end).split()), *company)


def other_meaning(tokens: Sequence[Token], at: int, words: Words, text: str) -> tuple[Sense, ...] | None:
    """The senses of the other meaning of the word at that place, where the words about it are of the company that it has then; None where it means what it
    usually does. `text`: the whole of which the tokens are a sentence."""
    here = homonyms().get(tokens[at].norm, ())
    homonym = next((h for h in here if h.fits(tokens, at, text)), None)
    if homonym is None:
        return None
    return next((senses for entry, senses in words.get(homonym.means[0], ()) if entry == homonym.means), None)
