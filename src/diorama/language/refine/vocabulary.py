"""The words of refinements: the lexicon's and those of `grammar.toml` and `steps.toml`, matched together, the longest entry first."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from diorama.language.lexicon import Sense, Words, by_first, lexicon
from diorama.language.match import Atom, match
from diorama.language.tokens import scan
from diorama_catalogue import derived

LISTED = ("verb_needs_object", "less_of", "count_more", "closer_to", "away_from", "instead", "except", "talk")
"""Tables with one list of words each."""


@dataclass(frozen=True)
class Quantity:
    """Something that can be stepped. `step` is one step by its scale: added, multiplied, mired, or rungs of a ladder."""

    name: str
    owner: str
    field: str
    scale: str
    step: float = 1.0
    low: float = 0.0
    high: float = 0.0
    round: float = 0.01
    rungs: tuple[str, ...] = ()
    ends: tuple[str, str] = ("", "")
    saturation: bool = False


@dataclass(frozen=True)
class Vocabulary:
    words: Words
    quantities: dict[str, Quantity]
    usual_kelvin: dict[str, float]
    daylight: dict[str, float]


@derived
def vocabulary() -> Vocabulary:
    """All data files as one dictionary by first word."""
    grammar, steps = _table("grammar"), _table("steps")
    senses = {entry: list(meanings) for entries in lexicon().words.values() for entry, meanings in entries if meanings[0].kind != "member"}  # an edit says itself which it means
    for kind, entries in grammar.items():
        for key, words in entries.items():
            for word in words:
                _add(senses, word, Sense(kind, kind if kind in LISTED else key, {}))
                if kind == "quantifier":  # "all the", "one of the" begin a noun phrase for the reader too
                    _add(senses, word, Sense("determiner", "another" if key == "more" else "the", {}))
    for kind in ("step", "amount"):
        for key, row in steps[kind].items():
            for word in row["words"]:
                _add(senses, word, Sense(kind, key, {k: v for k, v in row.items() if k != "words"}))
    quantities = {name: _quantity(name, row) for name, row in steps["quantity"].items()}
    return Vocabulary(by_first(senses), quantities, steps["usual_kelvin"], steps["daylight"])


def atoms(words: str) -> list[Atom]:
    """The words of a refinement with all they may mean."""
    return match(words, scan(words), vocabulary().words)


def as_relation(atom: Atom, kind: str) -> Atom:
    """A word taken for a relation: "to" for "in"."""
    return Atom(atom.start, atom.end, atom.text, kind.replace("_", " "), (Sense("relation", kind, {}),))


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


def _add(senses: dict[tuple[str, ...], list[Sense]], words: str, sense: Sense) -> None:
    entry = tuple(token.norm for token in scan(words.lower()) if token.text != "-")
    known = senses.setdefault(entry, [])
    if not any(s.kind == sense.kind and s.key == sense.key for s in known):
        known.append(sense)


def _quantity(name: str, row: dict[str, Any]) -> Quantity:
    return Quantity(name=name, **{k: tuple(v) if isinstance(v, list) else v for k, v in row.items()})
