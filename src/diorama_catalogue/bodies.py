"""Where on a body pictures have what is carried."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


@cache
def _table() -> dict[str, frozenset[str]]:
    return {who: frozenset(parts) for who, parts in tomllib.loads((Path(__file__).parent / "bodies.toml").read_text("utf-8")).items()}


def shown(part: str, category: str) -> bool:
    """Whether a picture has a thing on this part of somebody (`person`) or of an animal (`animal`)."""
    return part in _table().get(category, frozenset())
