# SPDX-License-Identifier: GPL-3.0-or-later
"""A scene that nobody changes in place."""

from __future__ import annotations

from typing import Any, NoReturn, TypeVar

T = TypeVar("T")


class FrozenScene(TypeError):
    """Something of a scene was changed in place."""


def _never(self: Any, *_: Any, **__: Any) -> NoReturn:
    raise FrozenScene("a scene is not changed in place: make another, {**scene, …}")


class FrozenDict(dict):
    """A dict that cannot be changed. Made of it, `{**it}` and `it | more` can."""

    __setitem__ = __delitem__ = __ior__ = update = setdefault = pop = popitem = clear = _never


class FrozenList(list):
    """A list that cannot be changed."""

    __setitem__ = __delitem__ = __iadd__ = __imul__ = append = extend = insert = pop = remove = clear = sort = reverse = _never


def frozen(value: T) -> T:
    """The same, with every dict and list in it frozen."""
    if isinstance(value, (FrozenDict, FrozenList)):
        return value
    if isinstance(value, dict):
        return FrozenDict((key, frozen(part)) for key, part in value.items())  # type: ignore[return-value]
    if isinstance(value, list):
        return FrozenList(map(frozen, value))  # type: ignore[return-value]
    return value
