"""Inputs: the files that recipes go by, each named by its SHA-256, kept as long as a picture needs them."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Set
from pathlib import Path

from diorama.errors import HistoryError, OutputError, RequestError
from diorama.history.place import Folder, Place

LARGEST = 1 << 28
"""Bytes of one file."""
LARGEST_FILE = 1 << 31
"""Bytes of one that comes beside a picture and is never held in memory."""
SPARED = 30 * 24 * 3600.0
"""Seconds for which a file is kept though no picture needs it: a job that waits may."""


def digest_of(path: Path) -> str:
    """SHA-256 of a file, in hex, read piece by piece. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Inputs:
    def __init__(self, place: Place, cache: Path):
        """`cache`: a folder for those of a bucket that are asked for as files; it may be thrown away."""
        self.place, self._cache = place, Folder(cache)

    @staticmethod
    def name(digest: str) -> str:
        return f"inputs/{digest[:2]}/{digest[2:4]}/{digest}"

    def keep(self, data: bytes) -> str:
        """Keep a file's bytes; their digest. Safe through a crash once it returns. Raises RequestError for more than `LARGEST` bytes."""
        if len(data) > LARGEST:
            raise RequestError(f"{len(data):,} bytes", where="inputs", hint=f"{LARGEST:,} at most")
        digest = hashlib.sha256(data).hexdigest()
        if not self.is_whole(digest):
            self.place.write(self.name(digest), data)
        return digest

    def take(self, path: Path) -> str:
        """Keep a file that is too large to be held, from disk; its digest. It may be moved away. Raises RequestError for more than `LARGEST_FILE` bytes."""
        if (size := path.stat().st_size) > LARGEST_FILE:
            raise RequestError(f"{size:,} bytes", where="inputs", hint=f"{LARGEST_FILE:,} at most")
        digest = digest_of(path)
        if not self.is_whole(digest):
            self.place.take(self.name(digest), path)
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes. Raises HistoryError where they are gone or have changed."""
        try:
            data = self.place.read(self.name(digest))
        except OSError:
            raise HistoryError("a file that the recipe goes by is not here", where=digest[:12], hint="made elsewhere, or removed: give it again") from None
        if hashlib.sha256(data).hexdigest() != digest:
            raise HistoryError("a file that the recipe goes by has changed", where=self.place.told(self.name(digest)), hint="restore it from a copy")
        return data

    def file(self, digest: str) -> Path:
        """A file on this machine's disk with the bytes. Raises HistoryError where they are gone or have changed."""
        path = self.place.path(self.name(digest))
        if path is not None and path.exists():
            if not self.is_whole(digest):
                raise HistoryError("a file that the recipe goes by has changed", where=str(path), hint="restore it from a copy")
            return path
        data = self.get(digest)
        path = self._cache.path(digest)
        if not path.exists():
            self._cache.write(digest, data)
        return path

    def is_whole(self, digest: str) -> bool:
        path = self.place.path(self.name(digest))
        try:
            return (digest_of(path) if path is not None else hashlib.sha256(self.place.read(self.name(digest))).hexdigest()) == digest
        except FileNotFoundError:
            return False
        except OSError as wrong:
            raise OutputError(f"cannot read: {wrong.strerror}", where=self.place.told(self.name(digest))) from wrong

    def sweep(self, needed: Set[str]) -> None:
        """Delete files that no picture needs, but for new ones."""
        for kept in self.place.names("inputs"):
            digest = kept.name.rpartition("/")[2]
            if len(digest) == 64 and digest not in needed and time.time() - kept.changed > SPARED:
                self.place.discard(kept.name)
