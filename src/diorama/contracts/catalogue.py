"""The catalogues of engines and tools: entry points of the groups `diorama.engines` and `diorama.tools`. The built-in ones come through the same door as any other."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import entry_points
from typing import Any

from diorama.contracts.engine import Engine
from diorama.contracts.tools import Tool, ToolKind
from diorama.errors import EngineUnavailable

ENGINES = "diorama.engines"
TOOLS = "diorama.tools"


def names() -> list[str]:
    """Of engines."""
    return list(_names(ENGINES))


def engine(name: str) -> Engine:
    """Load an engine by name. Raises EngineUnavailable."""
    return _load(ENGINES, "engine", name)


def tool_names() -> list[str]:
    return list(_names(TOOLS))


def tool(name: str) -> Tool:
    """Load a tool by name. Raises EngineUnavailable."""
    return _load(TOOLS, "tool", name)


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
            try:
                return point.load()()
            except ImportError as missing:
                raise EngineUnavailable(f"{what} {name!r} cannot be loaded: {missing}", hint="install what it needs") from missing
    raise EngineUnavailable(f"no {what} {name!r}", hint="there are: " + (", ".join(_names(group)) or "none"))
