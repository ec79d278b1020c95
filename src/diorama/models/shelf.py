"""The shelf: all models that are known here, by name."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources

from diorama.models.card import Card


@lru_cache(maxsize=1)
def cards() -> dict[str, Card]:
    """By name, in the order of the files (known.toml first)."""
    found: dict[str, Card] = {}
    files = [file for file in resources.files("diorama.models").iterdir() if file.name.endswith(".toml")]
    for file in sorted(files, key=lambda file: (file.name != "known.toml", file.name)):
        for name, facts in tomllib.loads(file.read_text(encoding="utf-8")).items():
            found.setdefault(name, Card.model_validate({"name": name, "checked": file.name == "known.toml", **facts}))
    return found


def find(name: str) -> Card | None:
    return cards().get(name)
