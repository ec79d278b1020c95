"""Take in: archives, folders and loose pictures become entries of the history. What carries no recipe of Diorama's is left where it is, and told.

path → archive (a ZIP with a manifest) | pictures (a file, a folder, a ZIP without one) → recipe inside → entry
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from diorama import image
from diorama.errors import DioramaError, OutputError, RequestError
from diorama.history import History
from diorama.history.archive import LARGEST_PICTURE, NOT_OURS, Archive
from diorama.image.codecs import FORMATS
from diorama.recipe import load


@dataclass(frozen=True)
class Taken:
    new: int
    known: int
    """Were there already."""
    refused: tuple[str, ...]
    """What was not taken in, and why, one line each."""


def take_in(history: History, path: Path, owner: str) -> Taken:
    """Take in what is at `path`, for an owner. Raises OutputError, RequestError, HistoryError (a damaged archive, of which nothing is kept)."""
    if zipfile.is_zipfile(path) and Archive.is_one(path):
        new = history.import_zip(path, owner)
        return Taken(new, 0, ())
    found: list[bool] = []
    refused: list[str] = []
    for name, data in _pictures(path):
        try:
            found.append(_one(history, data, owner))
        except DioramaError as wrong:
            refused.append(f"{name}: {wrong.message}")
    if not found and not refused:
        raise RequestError("there are no pictures in it", where=str(path), hint="a ZIP that `history export` wrote, or pictures: " + ", ".join(FORMATS))
    return Taken(sum(found), len(found) - sum(found), tuple(refused))


def _pictures(path: Path) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of the pictures at a path, by name."""
    try:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.suffix.lower() in FORMATS and file.is_file():
                    yield file.relative_to(path).as_posix(), file.read_bytes()
        elif zipfile.is_zipfile(path):
            yield from _zipped(path)
        else:
            yield path.name, path.read_bytes()
    except OSError as wrong:
        raise OutputError(f"cannot read: {wrong.strerror}", where=str(path)) from wrong


def _zipped(path: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as file:
        for member in sorted(file.infolist(), key=lambda one: one.filename):
            if Path(member.filename).suffix.lower() in FORMATS and not member.filename.startswith(NOT_OURS) and member.file_size <= LARGEST_PICTURE:
                yield member.filename, file.read(member)


def _one(history: History, data: bytes, owner: str) -> bool:
    """Whether the picture was new. Raises RequestError where there is no recipe in it."""
    told = image.read_metadata(data).get("recipe")
    if not isinstance(told, dict):
        raise RequestError("there is no Diorama recipe in this picture")
    recipe = load(told)
    if history.of_picture(hashlib.sha256(data).hexdigest(), owner) is not None:
        return False
    history.append(data, recipe, owner=owner)
    return True
