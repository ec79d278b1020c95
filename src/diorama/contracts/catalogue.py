"""The catalogue of engines: entry points of the group `diorama.engines`. The built-in ones come through the same door as any other."""

from __future__ import annotations

from importlib.metadata import entry_points

from diorama.contracts.engine import Engine
from diorama.errors import EngineUnavailable

GROUP = "diorama.engines"


def names() -> list[str]:
    return sorted({point.name for point in entry_points(group=GROUP)})


def engine(name: str) -> Engine:
    """Load an engine by name. Raises EngineUnavailable."""
    for point in entry_points(group=GROUP):
        if point.name == name:
            try:
                return point.load()()
            except ImportError as missing:
                raise EngineUnavailable(f"engine {name!r} cannot be loaded: {missing}", hint="install what it needs") from missing
    raise EngineUnavailable(f"no engine {name!r}", hint="there are: " + ", ".join(names()))
