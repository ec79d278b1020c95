"""What is computed from the catalogue's files once: remembered until `forget`."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])
_REMEMBERED: list[Any] = []


def derived(function: Function) -> Function:
    """A function of hashable arguments that is worked out once for each of them, and anew after `forget`."""
    remembered = lru_cache(maxsize=4096)(function)
    _REMEMBERED.append(remembered)
    return remembered  # type: ignore[return-value]


def forget() -> None:
    """Read the files anew on next use: folders were added. All that was derived from them is forgotten too."""
    for function in _REMEMBERED:
        function.cache_clear()
