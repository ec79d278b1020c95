"""The words that scenes are composed of: nouns of the catalogue by what they are fit for, looks, parts, phrases. A third of them is held out."""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from diorama.language.lexicon import lexicon, without_singular
from diorama_catalogue import Tag, Thing, thing, things

TABLE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))


class Noun(NamedTuple):
    word: str
    category: str
    """Of the catalogue, or `person`, `animal`."""
    size: float
    """Usual greatest length, metres."""
    parts: tuple[str, ...]


def held(word: str) -> bool:
    """Whether a word is of the third that is held out."""
    return hashlib.md5(word.encode()).digest()[0] % 3 == 0


def chosen(words: list[str] | tuple[str, ...], out: bool) -> list[str]:
    """Those of a list that are held out, or the others; all of a list that would be left empty."""
    return [w for w in words if held(w) == out] or list(words)


@cache
def nouns(letter: str, out: bool) -> tuple[Noun, ...]:
    """What may stand in a slot of this letter: see `frames.txt`."""
    if letter == "P":
        return tuple(Noun(w, "person", 1.7, ()) for w in chosen(TABLE["slots"]["people"], out))
    if letter == "N":
        return tuple(Noun(w, "animal", 0.8, ()) for w in chosen(TABLE["slots"]["animals"], out))
    if letter in "FV":
        return tuple(n for w in chosen(TABLE["slots"]["bears" if letter == "F" else "holds"], out) if (n := _named(w)) is not None)
    found = [n for n in _catalogue() if held(n.word) == out and _fits(letter, n)]
    return tuple(found)


def _fits(letter: str, noun: Noun) -> bool:
    slots = TABLE["slots"]
    if letter == "S":
        return noun.category in slots["small"] and 0.05 <= noun.size <= 0.5
    if letter == "C":
        return noun.category == "food" and 0.03 <= noun.size <= 0.13
    if letter == "L":
        return noun.category == "furniture" and noun.size >= 0.6
    return noun.category in slots["outdoor"] and 1.0 <= noun.size <= 30.0


@cache
def _catalogue() -> tuple[Noun, ...]:
    """Every noun for what is built as itself and can be counted."""
    found: dict[str, Noun] = {}
    for record in things().values():
        if Tag.FROM_CEILING in record.tags or Tag.ON_WALLS in record.tags or record.category in ("figure", "shape") or record.key in TABLE["slots"]["laid"]:
            continue
        for word in (record.key.replace("_", " "), *record.nouns):
            if _countable(word) and word not in found:
                found[word] = _noun(word, record)
    return tuple(found.values())


def _countable(word: str) -> bool:
    last = word.split()[-1]
    plural = last.endswith("s") and not last.endswith(("ss", "us"))
    return len(word.split()) <= 2 and "-" not in word and not plural and last not in without_singular() and last not in TABLE["slots"]["uncounted"]


def _named(word: str) -> Noun | None:
    entry = tuple(word.split())
    known = [s for found, senses in lexicon().words.get(entry[0], ()) if found == entry for s in senses if s.kind == "thing"]
    return _noun(word, thing(known[0].key)) if known else Noun(word, "furniture", 1.2, ())


def _noun(word: str, record: Thing) -> Noun:
    return Noun(word, record.category, record.size, tuple(p for p in record.parts if p in TABLE["parts"]))


def looks(category: str, sort: str, out: bool) -> list[str]:
    """What can be said of such a thing: sort `colour`, `size`, `material` or `state`."""
    if sort == "colour":
        if category == "animal":
            return ["black", "white", "brown", "grey"]
        return [] if category in ("food", "person", "plant") else chosen(TABLE["looks"]["colour"], out)
    if sort == "size":
        return [] if category in ("person", "animal") else chosen(TABLE["looks"]["size"], out)
    return chosen(TABLE["looks"][sort].get(category, []), out)
