"""The stage's pictures in pieces: how they are divided, what a piece is as a file, and how they become one again.

A tile's file holds what the lens saw, before the air, developed by nobody: light as half floats, lifted by the metered exposure so that they hold it.
A range's file holds developed frames.
"""

from __future__ import annotations

import io
import json
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, overload

import numpy as np

from diorama.contracts import Piece
from diorama.errors import RequestError

MOST = 4_200_000
"""Pixels that one worker takes at once: 2048 × 2048. Beyond, a picture is made in tiles."""
TILE = 1_050_000
"""Pixels of a tile: its file, with exact passes, stays below what a server takes at once."""
OVERLAP = 64
"""Pixels beyond a tile's edges that the denoiser sees."""
RANGE = 12
"""Frames of a range."""
BRIGHTEST = 6.0e4
"""What half floats hold."""
LIT = ("light", "noisy")
HALF = ("albedo", "air", "exact-colour", "exact-normal")


class Files(Sequence[bytes]):
    """Pieces that lie on the disk, read when they are looked at."""

    def __init__(self, folder: Path):
        self._folder, self._count = folder, 0

    def put(self, data: bytes) -> None:
        (self._folder / str(self._count)).write_bytes(data)
        self._count += 1

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> bytes: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[bytes]: ...
    def __getitem__(self, index: int | slice) -> bytes | Sequence[bytes]:
        if isinstance(index, slice):
            return [self[k] for k in range(*index.indices(self._count))]
        if not 0 <= index < self._count:
            raise IndexError(index)
        return (self._folder / str(index)).read_bytes()


def boxes(width: int, height: int) -> tuple[Piece, ...]:
    """Tiles of a picture, row by row, as near to squares as its shape lets them; none where it is small enough."""
    if width * height <= MOST:
        return ()
    least = width * height / TILE
    across = max(1, round(math.sqrt(least * width / height)))
    down = max(1, math.ceil(least / across))
    xs, ys = _cuts(width, across), _cuts(height, down)
    return tuple(Piece(box=(left, top, right, bottom)) for top, bottom in ys for left, right in xs)


def ranges(frames: int) -> tuple[Piece, ...]:
    """Ranges of a film's frames, in order."""
    return tuple(Piece(frames=pair) for pair in _cuts(frames, max(1, math.ceil(frames / RANGE))))


def _cuts(length: int, parts: int) -> list[tuple[int, int]]:
    edges = [round(length * k / parts) for k in range(parts + 1)]
    return list(zip(edges, edges[1:], strict=False))


def packed(arrays: dict[str, np.ndarray], told: dict[str, Any], stops: float) -> bytes:
    """A tile as a file. `stops`: the exposure that its light is lifted by meanwhile."""
    kept = {name: _small(name, array, stops) for name, array in arrays.items()}
    file = io.BytesIO()
    np.savez(file, told=np.frombuffer(json.dumps(told).encode(), np.uint8), **kept)
    return file.getvalue()


def _small(name: str, array: np.ndarray, stops: float) -> np.ndarray:
    if name in LIT:
        return np.clip(array[..., :3] * np.float32(2.0**stops), -BRIGHTEST, BRIGHTEST).astype(np.float16)
    if name == "index":
        return np.rint(array).astype(np.uint16)
    return array.astype(np.float16) if name in HALF else array


def unpacked(data: bytes, stops: float) -> Iterator[tuple[str, np.ndarray]]:
    """A tile's arrays by name, as the worker made them. Raises RequestError for a file that is none."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as file:
            for name in file.files:
                if name != "told":
                    array = file[name]
                    yield name, array.astype(np.float32) / np.float32(2.0**stops) if name in LIT else array
    except (ValueError, OSError, EOFError) as wrong:
        raise RequestError("a part of the picture cannot be read", where="pieces", hint="try the job again") from wrong


def told_of(data: bytes) -> dict[str, Any]:
    """What a tile's file tells of the whole."""
    with np.load(io.BytesIO(data), allow_pickle=False) as file:
        return json.loads(file["told"].tobytes())


def packed_frames(frames: list[np.ndarray]) -> bytes:
    """Frames (uint8) as a file, to the last bit."""
    file = io.BytesIO()
    np.savez_compressed(file, frames=np.stack(frames))
    return file.getvalue()


def unpacked_frames(data: bytes) -> np.ndarray:
    """uint8 (n, h, w, 3). Raises RequestError for a file that holds none."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as file:
            return file["frames"]
    except (ValueError, OSError, EOFError, KeyError):
        raise RequestError("a range of the film cannot be read", where="pieces", hint="try the job again") from None
