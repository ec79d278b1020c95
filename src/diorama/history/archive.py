"""An archive: entries and their pictures in one ZIP file that another history can take in.

manifest.json (version, entries with their recipes, boards, which pictures are missing) + pictures/<sha256>.<suffix> + inputs/<sha256> (what recipes go by,
and files that came with pictures).
All of it is checked on the way in: nothing in an archive is trusted, neither names nor sizes nor hashes.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import ValidationError

from diorama.errors import DioramaError, HistoryError, OutputError, PictureLost
from diorama.history.boards import Placed
from diorama.history.entry import Entry, Exported, entry_id
from diorama.history.inputs import LARGEST, Inputs
from diorama.history.blobs import SUFFIXES, BlobStore
from diorama.history.words import subject_words
from diorama.image import files
from diorama.image.codecs import picture_facts
from diorama.recipe import load

VERSION = 1
LARGEST_MANIFEST = 1 << 30
LARGEST_PICTURE = 1 << 29
"""Bytes, unfolded."""
UNREADABLE = "its manifest is not one that this Diorama reads"
LEFT_OUT = {"seq", "path", "owner", "job", "pixels"}
"""What has no meaning in another history."""


def write(path: Path, entries: Sequence[Entry], blobs: BlobStore, inputs: Inputs, boards: Sequence[Placed] = (), *, force: bool = False) -> Exported:
    """Write the archive whole or not at all, over another file only by `force`. Pictures that are lost are left out, their entries are not; so are inputs
    that are gone: the pictures are whole without them.
    """
    needed = sorted({one.sha256 for entry in entries for one in (*entry.recipe.inputs, *entry.files)})
    lost: list[str] = []

    def content(file: BinaryIO) -> None:
        written: dict[str, bool] = {}
        with zipfile.ZipFile(file, "w") as archive:
            for entry in entries:
                if entry.picture not in written:
                    written[entry.picture] = _picture(archive, entry, blobs)
            lost.extend(entry.id for entry in entries if not written[entry.picture])
            listed = [entry.model_dump(mode="json", exclude=LEFT_OUT) for entry in entries]
            manifest = {"version": VERSION, "entries": listed, "boards": [board.model_dump(mode="json") for board in boards], "missing": lost}
            archive.writestr("manifest.json", json.dumps(manifest, ensure_ascii=False), zipfile.ZIP_DEFLATED)
            for digest in filter(inputs.is_whole, needed):
                archive.writestr(f"inputs/{digest}", inputs.get(digest), zipfile.ZIP_STORED)

    files.write(path, content, force=force)
    return Exported(len(entries) - len(lost), tuple(lost))


def _picture(archive: zipfile.ZipFile, entry: Entry, blobs: BlobStore) -> bool:
    """Put an entry's picture into the archive; False where it is lost."""
    try:
        data = blobs.read(entry.picture, entry.format)
    except PictureLost:
        return False
    archive.writestr(_member(entry.picture, entry.format), data, zipfile.ZIP_STORED)  # pictures are compressed already
    return True


NOT_OURS = ("__MACOSX/", ".DS_Store")
"""What macOS adds to archives."""


def _member(picture: str, format: str) -> str:
    return f"pictures/{picture}{SUFFIXES[format]}"


class Archive:
    """An archive opened for reading."""

    @staticmethod
    def is_one(path: Path) -> bool:
        """Whether a ZIP file has a manifest. (Another may hold loose pictures.)"""
        with zipfile.ZipFile(path) as file:
            return any(name.rpartition("/")[2] == "manifest.json" and not name.startswith(NOT_OURS) for name in file.namelist())

    def __init__(self, path: Path):
        self.path = path
        self._missing: frozenset[str] = frozenset()
        try:
            self._zip = zipfile.ZipFile(path)
        except OSError as wrong:
            raise OutputError(f"cannot read the archive: {wrong.strerror}", where=str(path)) from wrong
        except zipfile.BadZipFile:
            raise self._wrong("not a ZIP file") from None
        self._top = self._folder()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def rows(self) -> Iterator[dict[str, Any]]:
        """The entries as rows of the database, parents first as they were written."""
        manifest = self._manifest()
        listed = manifest.get("entries") if manifest.get("version") == VERSION else None
        missing = manifest.get("missing", [])
        if not isinstance(listed, list) or not isinstance(missing, list):
            raise self._wrong(UNREADABLE)
        self._missing = frozenset(map(str, missing))
        for item in listed:
            yield self._row(item)

    def boards(self) -> Sequence[Placed]:
        """The boards on which the entries lay. (Archives of older Dioramas tell of none.)"""
        try:
            return [Placed.model_validate(one) for one in self._manifest().get("boards", ())]
        except (TypeError, ValidationError):
            raise self._wrong(UNREADABLE) from None

    def _manifest(self) -> dict[str, Any]:
        try:
            manifest = json.loads(self._read("manifest.json", LARGEST_MANIFEST))
        except ValueError:
            manifest = None
        if not isinstance(manifest, dict):
            raise self._wrong(UNREADABLE)
        return manifest

    def picture(self, row: dict[str, Any]) -> bytes | None:
        """The bytes of an entry's picture, checked against their hash; None of one that was lost when the archive was written."""
        if row["id"] in self._missing:
            return None
        data = self._read(_member(row["picture"], row["format"]), LARGEST_PICTURE)
        if hashlib.sha256(data).hexdigest() != row["picture"]:
            raise self._wrong(f"the picture of {row['id'][:12]} has changed")
        facts = picture_facts(data)
        if (facts.format, facts.width, facts.height, len(data)) != (row["format"], row["width"], row["height"], row["size"]):
            raise self._wrong(f"the picture of {row['id'][:12]} is not what its entry says")
        return data

    def input(self, digest: str) -> bytes | None:
        """A file that recipes go by, checked against its hash; None where the archive holds none."""
        name = f"inputs/{digest}"
        if self._top + name not in self._zip.namelist():
            return None
        data = self._read(name, LARGEST)
        if hashlib.sha256(data).hexdigest() != digest:
            raise self._wrong(f"the input {digest[:12]} has changed")
        return data

    def _row(self, item: Any) -> dict[str, Any]:
        try:
            entry = Entry(seq=0, path=self.path, **item)
            recipe = load(entry.recipe_json)
        except (TypeError, ValidationError, DioramaError) as wrong:
            raise self._wrong(f"an entry cannot be read: {wrong}") from None
        digest = hashlib.sha256(entry.recipe_json.encode()).hexdigest()
        sealed = entry_id(parent=entry.parent, edit=entry.edit, created=entry.created, recipe_digest=digest, seconds=entry.seconds, picture=entry.picture)
        facts = (recipe.prompt, recipe.engine, recipe.seed, digest)
        if sealed != entry.id or facts != (entry.prompt, entry.engine, entry.seed, entry.recipe_digest):
            raise self._wrong(f"the entry {entry.id[:12]} has changed")
        row = entry.model_dump(mode="json", exclude=LEFT_OUT | {"recipe_json"})
        row |= {name: json.dumps(row[name], sort_keys=True, ensure_ascii=False) for name in ("spent", "provenance", "files")}
        row["edit"] = None if entry.edit is None else json.dumps(entry.edit, sort_keys=True, ensure_ascii=False)
        return row | {"starred": int(entry.starred), "recipe": entry.recipe_json, "subjects": subject_words(recipe.scene)}

    def _folder(self) -> str:
        """The one folder on top in which all lies, where an archive was unpacked and packed again ("folder/"); else nothing."""
        tops = {name.partition("/")[0] for name in self._zip.namelist() if not name.startswith(NOT_OURS)}
        return f"{tops.pop()}/" if len(tops) == 1 and "manifest.json" not in tops else ""

    def _read(self, name: str, largest: int) -> bytes:
        try:
            with self._zip.open(self._top + name) as file:
                data = file.read(largest + 1)
        except KeyError:
            raise self._wrong(f"it holds no {name}") from None
        except (OSError, zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError) as wrong:
            raise self._wrong(f"{name} cannot be read: {wrong}") from None
        if len(data) > largest:
            raise self._wrong(f"{name} is too large")
        return data

    def _wrong(self, message: str) -> HistoryError:
        return HistoryError(message, where=str(self.path), hint="export it again")
