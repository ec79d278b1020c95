"""The catalogues of engines and tools: entry points of the groups `diorama.engines` and `diorama.tools`. Built-in ones come through the same door.

An engine may be led: `z-image+scene` is the engine `z-image` in the way `scene`, an entry point of the group `diorama.ways`, which is called with the
engine's name and a function that opens engines.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from diorama.contracts.engine import Engine
from diorama.contracts.tools import Tool, ToolKind
from diorama.errors import EngineUnavailable, EngineUnknown

ENGINES = "diorama.engines"
NAMES = "diorama.engine_names"
"""Modules that know engines by names that are no entry points (models, as people call them): `knows(name)`, `engine(name)`, which may be None,
and `names()`, those that it may suggest."""
TOOLS = "diorama.tools"
WAYS = "diorama.ways"
JOINED = "+"


def names() -> list[str]:
    """Of engines."""
    return list(_names(ENGINES))


def known(name: str) -> bool:
    """Whether there is an engine of this name, alone or in a way: its own, or that of a model which one of them knows."""
    base, _, way = name.partition(JOINED)
    return (base in names() or any(_loaded(point, "engine", name).knows(base) for point in entry_points(group=NAMES))) and (not way or way in _names(WAYS))


def led(name: str, way: str) -> str:
    """The name of an engine in a way.

    >>> led("z-image", "scene")
    'z-image+scene'
    """
    return name if name.endswith(JOINED + way) else name + JOINED + way


def engine(name: str, open: Callable[[str], Engine] | None = None) -> Engine:
    """Load an engine by its own name, or by that of a model which one of them knows. `open`: who opens the engines that one goes together with
    (this function). Raises EngineUnavailable."""
    base, _, way = name.partition(JOINED)
    return _load(WAYS, "way", way)(base, open or engine) if way else _named(base)


def _named(name: str) -> Engine:
    if name not in _names(ENGINES):
        for point in entry_points(group=NAMES):
            made = _loaded(point, "engine", name).engine(name)
            if made is not None:
                return made
    return _load(ENGINES, "engine", name)()


def tool_names() -> list[str]:
    return list(_names(TOOLS))


def tool(name: str) -> Tool:
    """Load a tool by name. Raises EngineUnavailable."""
    return _load(TOOLS, "tool", name)()


def tools(kind: ToolKind) -> list[Tool]:
    """All tools of a kind that can be loaded, by name."""
    found: list[Tool] = []
    for name in tool_names():
        try:
            one = tool(name)
        except EngineUnavailable:
            continue
        if one.capabilities().kind == kind:
            found.append(one)
    return found


@lru_cache(maxsize=4)
def _names(group: str) -> tuple[str, ...]:
    return tuple(sorted({point.name for point in entry_points(group=group)}))


def _load(group: str, what: str, name: str) -> Any:
    for point in entry_points(group=group):
        if point.name == name:
            return _loaded(point, what, name)
    if group == ENGINES and (near := _near(name)):
        raise EngineUnknown(f"no {what} {name!r}", hint=f"did you mean {' or '.join(near)}? `diorama models` and `diorama engines` list them all")
    models = "; models by name: `diorama models`" if group == ENGINES else ""
    raise EngineUnknown(f"no {what} {name!r}", hint="there are: " + (", ".join(_names(group)) or "none") + models)


def _near(name: str) -> list[str]:
    """Names of engines and models that are spelled nearly so."""
    named = [one for point in entry_points(group=NAMES) for one in _loaded(point, "engine", name).names()]
    return get_close_matches(name, (*_names(ENGINES), *named), n=3, cutoff=0.75)


def _loaded(point: EntryPoint, what: str, name: str) -> Any:
    try:
        return point.load()
    except ImportError as missing:
        raise EngineUnavailable(f"{what} {name!r} cannot be loaded: {missing}", hint="install what it needs") from missing
