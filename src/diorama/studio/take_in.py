"""Take in: archives, folders and loose pictures become entries of the history. What is no picture is left where it is, and told.

path → archive (a ZIP with a manifest) | pictures (a file, a folder, a ZIP without one) → recipe inside, or the darkroom's for a picture from elsewhere → entry
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from diorama import image
from diorama.errors import DioramaError, OutputError, RequestError
from diorama.history import Entry, History
from diorama.history.archive import LARGEST_PICTURE, NOT_OURS, Archive
from diorama.image.codecs import READABLE, kind_of
from diorama.recipe import load
from diorama.studio.darkroom import given
from diorama.studio.make import metadata_of


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
        raise RequestError("there are no pictures in it", where=str(path), hint="a ZIP that `history export` wrote, or pictures: " + ", ".join(READABLE))
    return Taken(sum(found), len(found) - sum(found), tuple(refused))


def _pictures(path: Path) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of the pictures at a path, by name."""
    try:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.suffix.lower() in READABLE and file.is_file():
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
            if Path(member.filename).suffix.lower() in READABLE and not member.filename.startswith(NOT_OURS) and member.file_size <= LARGEST_PICTURE:
                yield member.filename, file.read(member)


def _one(history: History, data: bytes, owner: str) -> bool:
    """Whether the picture was new."""
    return kept(history, data, owner)[1]


def kept(history: History, data: bytes, owner: str) -> tuple[Entry, bool]:
    """A picture's entry, and whether it was new. A picture from elsewhere keeps its file; PNG holds what is in a format that the history does not keep.

    Raises RequestError for what is no picture.
    """
    told = image.read_metadata(data)
    ours = told.get("recipe")
    recipe = load(ours) if isinstance(ours, dict) else None
    if recipe is None and (known := history.of_pixels(image.open_picture(data), owner)) is not None:
        return known, False
    made_by = {} if recipe is not None or not isinstance(told.get("tool"), str) else {"tool": str(told["tool"])}
    recipe = recipe or given(history.inputs, data)
    if kind_of(data) is None:
        data = image.encode(image.open_picture(data), metadata=metadata_of(recipe, None))
    if (known := history.of_picture(hashlib.sha256(data).hexdigest(), owner)) is not None:
        return known, False
    return history.append(data, recipe, owner=owner, provenance=made_by), True
