"""Favourites: names of models that somebody starred, in one file of the home, by owner."""

from __future__ import annotations

import json
from pathlib import Path

from diorama.errors import OutputError
from diorama.image.files import write_whole


def favourites(home: Path, owner: str = "local") -> frozenset[str]:
    return frozenset(_read(home).get(owner, []))


def star(home: Path, name: str, owner: str = "local", *, on: bool = True) -> frozenset[str]:
    """Star a model, or take the star away; all that are starred then."""
    kept = _read(home)
    now = set(kept.get(owner, [])) | {name} if on else set(kept.get(owner, [])) - {name}
    write_whole(_path(home), json.dumps(kept | {owner: sorted(now)}, indent=1).encode())
    return frozenset(now)


def _path(home: Path) -> Path:
    return home / "favourite-models.json"


def _read(home: Path) -> dict[str, list[str]]:
    try:
        return json.loads(_path(home).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as wrong:
        raise OutputError(f"the favourites cannot be read: {wrong}", where=str(_path(home)), hint="remove the file: it holds nothing else") from None
