"""Where files are kept by name: a folder, or a bucket (`bucket.py`); `places.py` chooses. Names are relative, with slashes: `pictures/ab/cd/abcd….png`."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from diorama.errors import OutputError
from diorama.image.files import write_whole


class Kept(NamedTuple):
    """A file that is there."""

    name: str
    changed: float
    """Unix time."""


class Place(Protocol):
    """Threads may use it at a time."""

    def read(self, name: str) -> bytes:
        """The bytes. Raises FileNotFoundError, OSError."""
        ...

    def write(self, name: str, data: bytes) -> None:
        """Safe through a crash once it returns, whole or not at all. Raises OutputError."""
        ...

    def take(self, name: str, path: Path) -> None:
        """The same with a file of this machine's, which may be moved away. Raises OutputError."""
        ...

    def discard(self, name: str) -> None: ...

    def names(self, top: str) -> Iterator[Kept]:
        """All files below `top`."""
        ...

    def path(self, name: str) -> Path | None:
        """Where the file is on this machine's disk, or would be; None where files lie elsewhere."""
        ...

    def told(self, name: str) -> str:
        """The same for messages, wherever it is."""
        ...

    def link(self, name: str, seconds: int) -> str | None:
        """An address, signed, under which anybody may fetch the file for so long; None where files have none."""
        ...

    def check_writable(self) -> None:
        """Raise OutputError where nothing can be kept: before the work, not after it."""
        ...


class Folder:
    def __init__(self, root: Path):
        self.root = root

    def read(self, name: str) -> bytes:
        return (self.root / name).read_bytes()

    def write(self, name: str, data: bytes) -> None:
        write_whole(self.root / name, data)

    def take(self, name: str, path: Path) -> None:
        with path.open("rb") as file:
            write_whole(self.root / name, lambda out: shutil.copyfileobj(file, out, 1 << 20))

    def discard(self, name: str) -> None:
        (self.root / name).unlink(missing_ok=True)

    def names(self, top: str) -> Iterator[Kept]:
        for path in (self.root / top).rglob("*"):
            name = path.relative_to(self.root).as_posix()
            if path.is_file() and "/." not in name:  # what is still being written
                yield Kept(name, path.stat().st_mtime)

    def path(self, name: str) -> Path:
        return self.root / name

    def told(self, name: str) -> str:
        return str(self.root / name)

    def link(self, name: str, seconds: int) -> None:
        return None

    def check_writable(self) -> None:
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.root):
                pass
        except OSError as wrong:
            hint = "make the folder writable, or choose another: DIORAMA_HOME"
            raise OutputError(f"pictures cannot be kept: {wrong.strerror}", where=str(self.root), hint=hint) from wrong
