"""Words that are two things, told apart by the words about them: a crane among skyscrapers is no bird (`lexicon/homonyms.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from diorama.language.lexicon import Sense, Words

if TYPE_CHECKING:
    from diorama.language.tokens import Token


@dataclass(frozen=True)
class Homonym:
    """What a word means in some company: the words of an entry of the lexicon, and the company."""

    means: tuple[str, ...]
    company: frozenset[str]


@cache
def homonyms() -> dict[str, tuple[Homonym, ...]]:
    """Word → its other meanings, the first whose company is there counts; plurals mean the plural of it."""
    out: dict[str, tuple[Homonym, ...]] = {}
    table = tomllib.loads(files("diorama.language.lexicon").joinpath("homonyms.toml").read_text("utf-8"))
    for word, rows in table.items():
        several = rows if isinstance(rows, list) else [rows]
        for end in ("", "s", "es"):
            out[word + end] = tuple(Homonym(tuple((row["means"] + end).split()), frozenset(row["with"])) for row in several)
    return out


def other_meaning(word: str, tokens: Sequence[Token], words: Words) -> tuple[Sense, ...] | None:
    """The senses of the word's other meaning, where one of the prompt's tokens is of the company that it has then; None where it means what it usually does."""
    here = homonyms().get(word)
    homonym = next((h for h in here if any(token.norm in h.company for token in tokens)), None) if here is not None else None
    if homonym is None:
        return None
    return next((senses for entry, senses in words.get(homonym.means[0], ()) if entry == homonym.means), None)
