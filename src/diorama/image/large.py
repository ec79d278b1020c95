"""Pictures too large to be held in memory: a PNG that is written strip by strip, and the small picture that stands for it.

strips of rows, from the top → PNG on disk, whole or not at all; a proof of at most 2048 pixels
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import numpy as np
from PIL import Image

from diorama.image import metadata as meta
from diorama.image.codecs import srgb_profile
from diorama.image.files import write_whole

LEVEL = 4
"""Of deflate."""
PROOF = 2048
"""Pixels of its long side."""
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def save(path: Path, width: int, height: int, strips: Iterable[np.ndarray], metadata: meta.Metadata | None = None) -> np.ndarray:
    """Write a PNG (8 bits, RGB) from its rows: uint8 sRGB (n, width, 3) each. Returns the proof, uint8 (h, w, 3). Raises OutputError; ValueError for rows that
    are too few or too many."""
    proof = Proof(width, height)
    write_whole(path, lambda file: _written(file, width, height, proof.watching(strips), metadata))
    return proof.picture


def _written(file: BinaryIO, width: int, height: int, strips: Iterable[np.ndarray], metadata: meta.Metadata | None) -> None:
    """PNG, third edition (W3C, 2025), sections 5, 7 and 9: each row as the difference to the one above."""
    file.write(SIGNATURE + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)))
    file.write(_chunk(b"iCCP", b"sRGB\0\0" + zlib.compress(srgb_profile())))
    texts = meta.png_chunks(metadata)
    for name, data, *_ in () if texts is None else texts.chunks:
        file.write(_chunk(name, data))
    deflate, above, rows = zlib.compressobj(LEVEL), np.zeros((1, width, 3), np.uint8), 0
    for strip in strips:
        lines = np.full((len(strip), 1 + 3 * width), 2, np.uint8)
        lines[:, 1:] = (strip - np.concatenate([above, strip[:-1]])).reshape(len(strip), -1)
        above, rows = strip[-1:], rows + len(strip)
        file.write(_chunk(b"IDAT", deflate.compress(lines.tobytes())))
    if rows != height:
        raise ValueError(f"{rows} rows, not {height}")
    file.write(_chunk(b"IDAT", deflate.flush()) + _chunk(b"IEND", b""))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


class Proof:
    """The small picture, gathered while the rows go by: each of its rows is the mean of as many."""

    def __init__(self, width: int, height: int):
        self._step = max(1, -(-max(width, height) // PROOF))
        self._rows: list[np.ndarray] = []
        self._waiting = np.empty((0, width, 3), np.uint8)

    def watching(self, strips: Iterable[np.ndarray]) -> Iterator[np.ndarray]:
        for strip in strips:
            yield strip
            rows = np.concatenate([self._waiting, strip])
            whole = len(rows) // self._step * self._step
            if whole:
                small = Image.fromarray(rows[:whole]).reduce(self._step)
                self._rows.append(np.asarray(small))
            self._waiting = rows[whole:]

    @property
    def picture(self) -> np.ndarray:
        left = [np.asarray(Image.fromarray(self._waiting).reduce(self._step))] if len(self._waiting) else []
        return np.concatenate([*self._rows, *left])


def proof_size(width: int, height: int) -> tuple[int, int]:
    step = max(1, -(-max(width, height) // PROOF))
    return -(-width // step), -(-height // step)
