"""Older recipes read as today's: one pure function per version step. The scene inside has versions of its own (`scene.upgrades`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from diorama.errors import RequestError


def _with_inputs(data: dict[str, Any]) -> dict[str, Any]:
    """Version 1 knew no pictures to go by."""
    return {**data, "version": 2, "inputs": []}


STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: _with_inputs}
"""From version N to N+1."""
CURRENT = 2


def upgrade(data: dict[str, Any]) -> dict[str, Any]:
    """The same recipe in today's form. Raises RequestError for a version that is not known."""
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or not 1 <= version <= CURRENT:
        raise RequestError(f"unknown version {version!r}", where="recipe.version", hint=f"this Diorama reads versions 1 to {CURRENT}")
    while version < CURRENT:
        data = STEPS[version](data)
        version += 1
    return data
