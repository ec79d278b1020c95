"""Pictures by their pixels: the digest of what a file shows, kept with each entry, finds a picture that another program saved anew without loss."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np

from diorama.errors import PictureLost, RequestError
from diorama.history.connection import Connections
from diorama.history.entry import Entry
from diorama.image.codecs import open_picture, pixels_digest

MOST_LOOKED_AT = 2000
"""Older pictures of one size, in one search."""


class Place(Protocol):
    """What this needs of the history."""

    connections: Connections

    def read(self, entry: Entry) -> bytes: ...
    def query(self, name: str, **values: Any) -> Sequence[Entry]: ...


def find(history: Place, pixels: np.ndarray, owner: str | None) -> Entry | None:
    """The newest entry (of an owner, or anybody's) that shows exactly these pixels (uint8 HxWx3 or HxWx4)."""
    if not history.connections.read_only:
        _look_at_older(history, pixels.shape[1], pixels.shape[0])
    return next(iter(history.query("pixels", pixels=pixels_digest(pixels), owner=owner)), None)


def _look_at_older(history: Place, width: int, height: int) -> None:
    """Keep the digests of entries of that size that have none: those of an archive, or of an older Diorama."""
    found = []
    for entry in history.query("undigested", width=width, height=height, limit=MOST_LOOKED_AT):
        try:
            found.append({"of": entry.seq, "mark": pixels_digest(open_picture(history.read(entry)))})
        except (PictureLost, RequestError):
            found.append({"of": entry.seq, "mark": ""})
    if found:
        with history.connections.writing() as connection:
            connection.executemany(history.connections.queries["mark_pixels"], found)
