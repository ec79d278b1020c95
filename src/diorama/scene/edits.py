"""Edits: what changed between two scenes, as data that can be applied, undone and joined. Undo is a pure function.

before, after → diff → Edit → apply → after;  inverse → Edit → apply → before
"""

from __future__ import annotations

import json
from typing import Any

from diorama.errors import SceneError
from diorama.scene.base import Model
from diorama.scene.loading import load
from diorama.scene.scene import Scene

Path = tuple[str | int, ...]


class Change(Model):
    """One place of the scene (keys and indices from the root), what it held and what it holds now, as JSON text."""

    path: Path
    before: str
    after: str


class Edit(Model):
    changes: tuple[Change, ...] = ()

    def inverse(self) -> Edit:
        """The edit that undoes this one."""
        return Edit(changes=tuple(Change(path=c.path, before=c.after, after=c.before) for c in reversed(self.changes)))

    def then(self, later: Edit) -> Edit:
        """Both edits as one; a place changed twice is changed once."""
        places: dict[Path, Change] = {}
        for change in (*self.changes, *later.changes):
            first = places.pop(change.path, None)
            places[change.path] = Change(path=change.path, before=first.before if first else change.before, after=change.after)
        return Edit(changes=tuple(c for c in places.values() if c.before != c.after))


def diff(before: Scene, after: Scene) -> Edit:
    """The changes that lead from one scene to the other. Fields are told apart; a list that grows or shrinks is one change."""
    return Edit(changes=tuple(_changes((), before.model_dump(mode="json"), after.model_dump(mode="json"))))


def apply(scene: Scene, edit: Edit) -> Scene:
    """The edited scene. Raises SceneError where a place does not hold what the edit expects, or the result is not legal."""
    data = scene.model_dump(mode="json")
    for change in edit.changes:
        _set(data, change)
    return load(data)


def _changes(path: Path, a: Any, b: Any):
    if isinstance(a, dict) and isinstance(b, dict) and a.keys() == b.keys():
        for key in a:
            yield from _changes((*path, key), a[key], b[key])
    elif isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        for k, (x, y) in enumerate(zip(a, b, strict=True)):
            yield from _changes((*path, k), x, y)
    elif a != b:
        yield Change(path=path, before=_text(a), after=_text(b))


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def _set(data: Any, change: Change) -> None:
    where = ".".join(map(str, change.path))
    try:
        for step in change.path[:-1]:
            data = data[step]
        held = data[change.path[-1]]
    except (KeyError, IndexError, TypeError):
        raise SceneError("this place is not in the scene", where=where) from None
    if _text(held) != change.before:
        raise SceneError(f"it holds {_text(held)}, not {change.before}", where=where, hint="the edit belongs to another scene")
    data[change.path[-1]] = json.loads(change.after)
