"""Participles joined to a noun by a hyphen: what the noun is to the thing that they tell of (`lexicon/compounds.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from diorama.language.lexicon import Sense
from diorama.language.tokens import Token


@cache
def participles() -> dict[str, str]:
    """Participle → works, brings or part."""
    table = tomllib.loads(files("diorama.language.lexicon").joinpath("compounds.toml").read_text("utf-8"))
    return {word: kind for kind, words in table.items() for word in words}


def compound(tokens: list[Token], at: int, senses: tuple[Sense, ...]) -> tuple[Sense, ...] | None:
    """The senses of a noun, its hyphen and its participle, the noun at that place: its look where that is seen, else how the thing is; None for other words."""
    if at + 2 >= len(tokens) or tokens[at + 1].text != "-" or tokens[at + 1].start != tokens[at].end or tokens[at + 2].start != tokens[at + 1].end:
        return None
    kind = participles().get(tokens[at + 2].norm)
    looks = tuple(s for s in senses if s.kind in ("material", "colour", "pattern"))
    known = looks or any(s.kind in ("thing", "feature", "unknown") for s in senses)
    if kind is None or not known or tokens[at].kind != "word" or kind == "brings" and not looks:
        return None
    return looks if kind == "brings" else (Sense("attribute", f"{tokens[at].norm}_{tokens[at + 2].norm}", {}),)
