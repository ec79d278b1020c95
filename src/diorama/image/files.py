"""Writing files: whole or not at all, and never over another unless that is wished for.

content → a temporary file in the same folder → fsync → rename over the name (`write_whole`), or link to the first free name (`write_new`)
"""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from diorama.errors import OutputError

Content = bytes | Callable[[BinaryIO], None]
"""What is written: bytes, or a function that writes them."""
LONGEST_STEM = 40
"""Characters of a file's name in that of its temporary file: names have a limit."""


def write_whole(path: Path, data: Content) -> None:
    """Write a file so that readers see the old one or the new one, never a part, even through a crash or a full disk."""
    with _written(path, data) as temporary:
        os.replace(temporary, path)


def write_new(path: Path, data: Content) -> Path:
    """Write a file under this name, or the first of `name-2`, `name-3` … that no file has; the one it is. Never over another, whoever else writes there."""
    with _written(path, data) as temporary:
        for name in free_names(path):
            try:
                _place(temporary, name)
                return name
            except FileExistsError:
                continue
    raise AssertionError("names do not end")


def write(path: Path, data: Content, *, force: bool) -> Path:
    """Write a file, over another only by `force`; the name it got."""
    if not force:
        return write_new(path, data)
    write_whole(path, data)
    return path


def free_name(path: Path) -> Path:
    """The first of its free names that no file has now."""
    return next(name for name in free_names(path) if not os.path.lexists(name))


def free_names(path: Path) -> Iterator[Path]:
    """The name itself, then with the numbers from 2."""
    yield path
    k = 2
    while True:
        yield path.with_stem(f"{path.stem}-{k}")
        k += 1


def _place(temporary: Path, name: Path) -> None:
    """Give a written file its name. Raises FileExistsError where another file has it."""
    try:
        os.link(temporary, name)
    except OSError as wrong:
        if wrong.errno not in (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES):  # a disk without hard links
            raise
        os.close(os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        os.replace(temporary, name)


@contextlib.contextmanager
def _written(path: Path, data: Content) -> Iterator[Path]:
    """A temporary file beside `path` with these bytes, gone afterwards where it has not become another's."""
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:LONGEST_STEM]}.", suffix=".part")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            data(file) if callable(data) else file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o666 & ~_umask())
        yield temporary
        sync_folder(path.parent)
    except OSError as wrong:
        raise OutputError(f"cannot write: {wrong.strerror or wrong}", where=str(path), hint=hint(wrong)) from wrong
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@lru_cache(maxsize=1)
def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def hint(wrong: OSError) -> str:
    """What would help against an error of writing."""
    return {
        errno.ENOSPC: "the disk is full: free some space or choose another folder",
        errno.EDQUOT: "your quota is used up: free some space or choose another folder",
        errno.EACCES: "no permission there: choose another folder",
        errno.EPERM: "no permission there: choose another folder",
        errno.EROFS: "the disk is read-only: choose another folder",
        errno.ENAMETOOLONG: "choose a shorter name",
        errno.ENOTDIR: "part of the path is a file, not a folder",
        errno.EISDIR: "that is a folder: add a file name",
    }.get(wrong.errno or 0, "choose another folder")
