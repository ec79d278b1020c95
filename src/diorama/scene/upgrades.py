"""Older scenes read as today's: one pure function per version step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from diorama.errors import SceneError

STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""From version N to N+1. Version 1 is the first."""

CURRENT = 1


def upgrade(data: dict[str, Any]) -> dict[str, Any]:
    version = data.get("version", CURRENT)
    if not isinstance(version, int) or isinstance(version, bool) or not 1 <= version <= CURRENT:
        raise SceneError(f"unknown version {version!r}", where="version", hint=f"this Diorama reads versions 1 to {CURRENT}")
    while version < CURRENT:
        data = STEPS[version](data)
        version += 1
    return data
