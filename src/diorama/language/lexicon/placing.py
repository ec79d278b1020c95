"""`placing.toml`: phrases that are one preposition, distances, and what prepositions tell after a participle."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

RELATION = {"outside": "in_front_of", "opposite": "facing"}
"""Plain prepositions whose relation has another name."""


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("placing.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def compound() -> dict[str, str]:
    """Phrases that are one preposition → the plain one: "a few steps from" → "near"."""
    table, far = _table(), _table()["distance"]
    out = {phrase: plain for plain, phrases in table["compound"].items() for phrase in phrases}
    spans = [f"{number} {unit}" for number in far["number"] if number not in ("a", "one") for unit in far["unit"]]
    spans += [f"{number} {unit}" for number in ("a", "one") for unit in far["one"]]
    out |= {f"{span} {word}": plain for plain in ("near", "behind") for span in spans for word in far[plain]}
    return out


@lru_cache(maxsize=1)
def phrases() -> re.Pattern[str]:
    """Any of them, the longest first; not where a frame or a page is what follows."""
    words = "|".join(re.escape(phrase) for phrase in sorted(compound(), key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b(?=\s+\w)(?!\s+the (?:frame|picture|image|photo|photograph|page|poster|shot|composition|scene)\b)", re.IGNORECASE)


@lru_cache(maxsize=1)
def participles() -> dict[tuple[str, str], str]:
    """(participle, preposition) → relation: ("slung", "over") → "on"."""
    rows = _table()["participle"].items()
    return {(form, prep): kind for prep, kinds in rows for kind, forms in kinds.items() for form in forms.split()}


def entries() -> dict[str, str]:
    """Phrases of both sorts → the relation that they tell."""
    out = {phrase: RELATION.get(plain, plain) for phrase, plain in compound().items()}
    return out | {f"{form} {prep}": kind for (form, prep), kind in participles().items()}
