"""An archive: entries and their pictures in one ZIP file that another history can take in.

manifest.json (version, entries with their recipes, boards) + pictures/<sha256>.<suffix> + inputs/<sha256> (what recipes go by). All of it is checked on the way in: nothing in an
archive is trusted, neither names nor sizes nor hashes.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from diorama.errors import DioramaError, HistoryError, OutputError
from diorama.history.boards import Placed
from diorama.history.entry import Entry, seal
from diorama.history.inputs import LARGEST, Inputs
from diorama.history.shelf import SUFFIXES
from diorama.history.words import subject_words
from diorama.image.codecs import picture_facts
from diorama.recipe import load

VERSION = 1
LARGEST_MANIFEST = 1 << 30
LARGEST_PICTURE = 1 << 29
"""Bytes, unfolded."""
UNREADABLE = "its manifest is not one that this Diorama reads"
LEFT_OUT = {"seq", "path", "owner", "job"}
"""What has no meaning in another history."""


def write(path: Path, entries: Sequence[Entry], inputs: Inputs, boards: Sequence[Placed] = ()) -> None:
    """Write the archive whole or not at all. Inputs that are gone stay out: the pictures are whole without them."""
    needed = sorted({given.sha256 for entry in entries for given in entry.recipe.inputs})
    manifest = {"version": VERSION, "entries": [entry.model_dump(mode="json", exclude=LEFT_OUT) for entry in entries], "boards": [board.model_dump(mode="json") for board in boards]}
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            with zipfile.ZipFile(file, "w") as archive:
                archive.writestr("manifest.json", json.dumps(manifest, ensure_ascii=False), zipfile.ZIP_DEFLATED)
                for picture, source in {_member(e.picture, e.format): e.path for e in entries}.items():
                    archive.write(source, picture, zipfile.ZIP_STORED)  # pictures are compressed already
                for digest in filter(inputs.is_whole, needed):
                    archive.write(inputs.path(digest), f"inputs/{digest}", zipfile.ZIP_STORED)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as wrong:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        hint = "free some space or choose another folder"
        raise OutputError(f"cannot write the archive: {wrong.strerror or wrong}", where=str(path), hint=hint) from wrong


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
        if not isinstance(listed, list):
            raise self._wrong(UNREADABLE)
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

    def picture(self, row: dict[str, Any]) -> bytes:
        """The bytes of an entry's picture, checked against their hash."""
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
        sealed = seal(parent=entry.parent, edit=entry.edit, created=entry.created, recipe_digest=digest, seconds=entry.seconds, picture=entry.picture)
        facts = (recipe.prompt, recipe.engine, recipe.seed, digest)
        if sealed != entry.id or facts != (entry.prompt, entry.engine, entry.seed, entry.recipe_digest):
            raise self._wrong(f"the entry {entry.id[:12]} has changed")
        row = entry.model_dump(mode="json", exclude=LEFT_OUT | {"recipe_json"})
        row |= {name: json.dumps(row[name], sort_keys=True, ensure_ascii=False) for name in ("spent", "provenance")}
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
