"""`words.toml` and `components.toml`, ready to be asked: what a noun, a verb or a preposition is in a picture, and which nouns are parts of things."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from diorama.language.lexicon import classes
from diorama.language.syntax.word import Word

OF_SIDE = {
    "left": "left_of",
    "right": "right_of",
    "top": "on",
    "front": "in_front_of",
    "back": "behind",
    "side": "beside",
    "edge": "on",
    "center": "on",
    "centre": "on",
    "middle": "on",
    "midst": "in",
    "heart": "in",
    "bottom": "in",
    "foot": "beside",
    "base": "beside",
    "rear": "behind",
    "corner": "on",
    "end": "on",
    "surface": "on",
    "rim": "on",
    "branch": "on",
    "pile": "on",
    "stack": "on",
    "background": None,
    "foreground": None,
    "interior": "in",
}
"""Words for a part of a thing, with what being there is to the thing."""


@lru_cache(maxsize=1)
def tables() -> dict[str, dict[str, frozenset[str]]]:
    data = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))
    return {table: {kind: frozenset(words) for kind, words in rows.items()} for table, rows in data.items()}


@lru_cache(maxsize=1)
def animals() -> dict[str, dict[str, Any]]:
    """`animals.toml`."""
    return tomllib.loads(files(__package__).joinpath("animals.toml").read_text("utf-8"))


def noun(lemma: str, kind: str) -> bool:
    return lemma in tables()["noun"][kind]


def verb(lemma: str, kind: str) -> bool:
    return lemma in tables()["verb"][kind]


def imagined(word: str, kind: str) -> bool:
    """Words whose object is not in the picture: `nouns` ("a hint of"), `preps` ("like"), `adjectives` ("reminiscent of"); `depicting` nouns show it."""
    return word in tables()["imagined"][kind]


UNHANDLED = ("vague", "wear", "ride", "face", "cover", "surround", "contain", "support", "have", "show", "imagine", "depict", "seem", "fill", "top", "lit")
"""Sorts of verbs that are nobody's handiwork."""


def handles(lemma: str) -> bool:
    """True for a verb of what hands do to a thing: "peel", "iron", "prune"; by its class, or because it is listed."""
    row = tables()["verb"]
    by_class = classes.verb(lemma) in ("contact", "creation", "change")
    return lemma in row["handle"] or by_class and not any(lemma in row[kind] for kind in UNHANDLED)


@lru_cache(maxsize=1)
def _prepositions() -> dict[str, str]:
    out: dict[str, str] = {}
    for kind, words in tables()["preposition"].items():
        for word in words:
            out.setdefault(word, kind)
    return out


def relation(preposition: str) -> str | None:
    """The relation of a scene that a preposition tells of."""
    return _prepositions().get(preposition)


def physical(word: Word) -> bool:
    """True for an adjective or a participle of what can be seen or touched: "pleated", "crooked", "stained"."""
    table = tables()["look"]
    if word.norm in table["neither"]:
        return False
    if word.norm in table["physical"]:
        return True
    return word.tag == "VBN" and word.lemma not in table["moved"] and classes.verb(word.lemma) in table["participles"]


@lru_cache(maxsize=1)
def _components() -> dict[str, frozenset[str]]:
    data = tomllib.loads(files(__package__).joinpath("components.toml").read_text("utf-8"))
    out: dict[str, set[str]] = {}
    for category, words in data.items():
        for word in words:
            out.setdefault(word, set()).add(category)
    return {word: frozenset(categories) for word, categories in out.items()}


def component(lemma: str, category: str | None = None) -> bool:
    """True for a noun that is a part of a thing: of any, or of one of this category of the catalogue."""
    found = _components().get(lemma, frozenset())
    return bool(found) if category is None else category not in ("person", "animal") and bool(found & {"any", category})


LIGHT_VERBS = frozenset(("stand", "hold", "keep", "take", "catch", "make", "give", "lose"))
"""Verbs that are one with a bare object: "stand guard", "take flight"."""
RUNNING_GEAR = frozenset(("tyre", "tire", "wheel", "hubcap"))
"""What a vehicle runs on: several of them, with an article alone, are its own."""
