"""The words for texts: which tell a role, a hand, a place (`lettering.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

TABLE = tomllib.loads((Path(__file__).parent / "lettering.toml").read_text(encoding="utf-8"))


@cache
def role_words() -> frozenset[str]:
    """Words that name a text by its role, and so no thing: heading, slogan, bullet points."""
    return frozenset(word for words in TABLE["roles"].values() for word in words)
