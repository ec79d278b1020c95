"""Where files go: asked before the work, so that none of it is lost to a name that cannot be."""

from __future__ import annotations

import os
from pathlib import Path

from diorama.errors import OutputError

FORCE = "--force writes over it; or choose another name"


def writable(output: Path, *, force: bool = False) -> None:
    """Raise OutputError where a file cannot be written under this name, or another is there and is not to be written over."""
    folder = output.parent if str(output.parent) else Path(".")
    if not folder.is_dir():
        raise OutputError("there is no such folder", where=str(folder), hint="make it first, or choose another with --output")
    if output.is_dir():
        raise OutputError("this is a folder", where=str(output), hint="name a file ending in .png, .jpg or .webp")
    if not force and os.path.lexists(output):
        raise OutputError("there is a file of this name", where=str(output), hint=FORCE)
    if not os.access(folder, os.W_OK):
        raise OutputError("this folder cannot be written to", where=str(folder), hint="choose another with --output")


def vacant(folder: Path, *, force: bool = False) -> None:
    """Raise OutputError where a folder for several files (which is made where it is missing) cannot be, or holds something already."""
    if folder.exists() and not folder.is_dir():
        raise OutputError("this is a file", where=str(folder), hint="name a folder")
    if not force and folder.is_dir() and any(folder.iterdir()):
        raise OutputError("this folder is not empty", where=str(folder), hint="--force writes into it; or choose another")
    nearest = next(path for path in (folder, *folder.absolute().parents) if path.is_dir())
    if not os.access(nearest, os.W_OK):
        raise OutputError("this folder cannot be written to", where=str(nearest), hint="choose another")
