# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures that are known: by the digest of all that a thing is made by, and of the stage itself. In memory, and in a folder where one is told.

order ──digest──▶ key ──find──▶ Measures, or None: then it is built and measured, and `keep` notes it
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections import OrderedDict
from dataclasses import asdict, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

import bpy
import numpy as np

from diorama_stage.arrange.data import Relief
from diorama_stage.kit.measures import Measures, archived, sealed, unarchived

MEMORY, DISK = 96 << 20, 512 << 20
"""Bytes that are kept, at most; the folder may have a share of `OFTEN` more between two looks through it."""
OFTEN, STALE = 32, 3600.0
"""How many times the folder is looked through while it is filled once; seconds after which a half file is nobody's."""
FOLDER = "DIORAMA_MEASURES"
"""The environment's name of the folder in which they are kept between processes; without it they are kept in memory alone."""


@cache
def source() -> str:
    """Digest of all that decides how things are built: the stage's and the catalogue's files, and Blender's version."""
    found = hashlib.sha256(bpy.app.version_string.encode())
    here = Path(__file__).parent
    for root in (here, here.parent / "diorama_catalogue"):
        for path in sorted(p for p in root.rglob("*") if p.suffix in (".py", ".toml", ".json")):
            found.update(path.relative_to(root.parent).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def digest(order: Any) -> str:
    """A name for all that something is made by; of equal orders the same in every process."""
    return hashlib.sha256((source() + json.dumps(_plain(order), sort_keys=True)).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return _plain(asdict(value))
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(json.dumps(_plain(one), sort_keys=True) for one in value)
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, np.ndarray):
        return [value.shape, value.dtype.str, hashlib.sha256(np.ascontiguousarray(value).tobytes()).hexdigest()]
    return value.item() if isinstance(value, np.generic) else value


class Known:
    """Measures (or reliefs) by digest, the latest asked for last; what is more than `memory` bytes is forgotten,
    and of the folder's what is more than `disk`."""

    def __init__(self, folder: Path | None = None, *, memory: int = MEMORY, disk: int = DISK):
        self.folder, self.memory, self.disk = folder, memory, disk
        self._held: OrderedDict[str, tuple[Any, int]] = OrderedDict()
        self._written = disk
        """Bytes since the folder was last looked through: at first as if it were full."""

    def find(self, key: str) -> Any:
        """What is known by this digest; None: nothing."""
        if key in self._held:
            self._held.move_to_end(key)
            return self._held[key][0]
        path = self._path(key)
        if path is None or not path.is_file():
            return None
        try:
            found = unarchived(data := path.read_bytes())
            os.utime(path)
        except (OSError, ValueError, KeyError, TypeError):  # half a file, or none any more: it is measured anew
            return None
        self._hold(key, found, len(data))
        return found

    def keep(self, key: str, value: Measures | Relief) -> None:
        """Note it. A folder that cannot be written to is no fault: it is measured again then."""
        data = archived(sealed(value))
        self._hold(key, value, len(data))
        if (path := self._path(key)) is None:
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            half = path.parent / f".{key}.{os.getpid()}"
            half.write_bytes(data)
            half.replace(path)
            self._written += len(data)
            if self._written > self.disk // OFTEN:
                self._tidy(path.parent)
        except OSError:
            return

    def forget(self) -> None:
        """What is in memory; a folder keeps its own."""
        self._held.clear()

    def _path(self, key: str) -> Path | None:
        return None if self.folder is None else self.folder / f"{key}.npz"

    def _hold(self, key: str, value: Any, size: int) -> None:
        self._held[key] = value, size
        self._held.move_to_end(key)
        while sum(size for _, size in self._held.values()) > self.memory and len(self._held) > 1:
            self._held.popitem(last=False)

    def _tidy(self, folder: Path) -> None:
        """Remove those that were asked for longest ago, and halves that a process which died left."""
        self._written = 0
        for half in folder.glob(".*"):
            if time.time() - half.stat().st_mtime > STALE:
                half.unlink(missing_ok=True)
        files = sorted(((s := p.stat()).st_mtime, s.st_size, p) for p in folder.glob("*.npz"))
        over = sum(size for _, size, _ in files) - self.disk
        for _, size, path in files:
            if over <= 0:
                break
            path.unlink(missing_ok=True)
            over -= size


known = Known(Path(os.environ[FOLDER]) if os.environ.get(FOLDER) else None)
"""The process's own."""
