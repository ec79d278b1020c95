"""Backups: a folder that is itself a home, with all rows and files as they were at one moment; made while servers run, from wherever they keep things.

rows → FOLDER/.new, read again and compared → files that are not there yet → what is there is verified → the databases of .new take the old ones' place
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from diorama.errors import HistoryError, RequestError
from diorama.history import History
from diorama.history.place import Folder
from diorama.history.places import place_of
from diorama.jobs.move import Where, carry_files, carry_rows
from diorama.jobs.queue import locked
from diorama.studio import Settings

DATABASES = ("history.db", "jobs.sqlite")


def backup(settings: Settings, folder: Path) -> dict[str, int]:
    """Keep everything in `folder`, over an older backup there; how many of each table, and files. Raises RequestError for the home itself,
    HistoryError where what was kept is not whole: the older backup is then left as it was."""
    if folder.resolve() == settings.home.resolve():
        raise RequestError("a backup lies elsewhere", where=str(folder), hint="name another folder, on another disk")
    new = folder / ".new"
    shutil.rmtree(new, ignore_errors=True)
    counts = carry_rows(Where(settings.home, settings.database), Where(new))
    counts["files"] = carry_files(place_of(settings.home, settings.bucket), Folder(folder))
    _verify(new, folder)
    for name in DATABASES:
        os.replace(new / name, folder / name)
    shutil.rmtree(new, ignore_errors=True)
    return counts


def restore(settings: Settings, folder: Path) -> dict[str, int]:
    """Carry a backup to where the settings say that things are kept: nothing may be there yet, and no server run. Raises RequestError, HistoryError."""
    if not (folder / DATABASES[0]).is_file():
        raise RequestError("there is no backup", where=str(folder), hint="`diorama backup FOLDER` makes one")
    with locked(settings.home):
        counts = carry_rows(Where(folder), Where(settings.home, settings.database))
        counts["files"] = carry_files(Folder(folder), place_of(settings.home, settings.bucket))
    return counts


def _verify(rows: Path, files: Path) -> None:
    """Read every picture of the new rows, where its file lies."""
    with History(rows) as kept:
        kept.blobs.place = Folder(files)
        damaged = kept.verify()
    if damaged:
        told = f"{len(damaged)} things of it are not whole: {damaged[0].message}"
        raise HistoryError(told, where=damaged[0].place, hint="`diorama history verify` names all")
