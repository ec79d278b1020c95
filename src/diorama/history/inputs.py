"""Inputs: the files that recipes go by, each named by its SHA-256, kept as long as a picture needs them."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Set
from pathlib import Path

from diorama.errors import HistoryError, OutputError, RequestError
from diorama.image.files import write_whole

LARGEST = 1 << 28
"""Bytes of one file."""
SPARED = 30 * 24 * 3600.0
"""Seconds for which a file is kept though no picture needs it: a job that waits may."""


class Inputs:
    def __init__(self, root: Path):
        self.root = root

    def path(self, digest: str) -> Path:
        return self.root / digest[:2] / digest[2:4] / digest

    def keep(self, data: bytes) -> str:
        """Keep a file's bytes; their digest. Safe through a crash once it returns. Raises RequestError for more than `LARGEST` bytes."""
        if len(data) > LARGEST:
            raise RequestError(f"{len(data):,} bytes", where="inputs", hint=f"{LARGEST:,} at most")
        digest = hashlib.sha256(data).hexdigest()
        if not self.is_whole(digest):
            write_whole(self.path(digest), data)
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes. Raises HistoryError where they are gone or have changed."""
        try:
            data = self.path(digest).read_bytes()
        except OSError:
            raise HistoryError("a picture that the recipe goes by is not here", where=digest[:12], hint="it was made elsewhere, or removed: send the picture again") from None
        if hashlib.sha256(data).hexdigest() != digest:
            raise HistoryError("a picture that the recipe goes by has changed", where=str(self.path(digest)), hint="restore it from a copy")
        return data

    def is_whole(self, digest: str) -> bool:
        try:
            with self.path(digest).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == digest
        except FileNotFoundError:
            return False
        except OSError as wrong:
            raise OutputError(f"cannot read: {wrong.strerror}", where=str(self.path(digest))) from wrong

    def sweep(self, needed: Set[str]) -> None:
        """Delete files that no picture needs, but for new ones."""
        for path in self._all():
            if path.name not in needed and time.time() - path.stat().st_mtime > SPARED:
                path.unlink(missing_ok=True)

    def _all(self) -> Iterator[Path]:
        return (path for path in self.root.glob("??/??/*") if len(path.name) == 64)
