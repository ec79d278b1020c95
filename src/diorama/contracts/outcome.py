"""What comes of a job."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Literal

import numpy as np

from diorama.contracts.money import Spent
from diorama.errors import EngineError
from diorama.scene import Scene


@dataclass(frozen=True)
class Media:
    """A picture, uint8 sRGB (h, w, 3); or a clip, (n, h, w, 3) at `fps` frames a second."""

    pixels: np.ndarray
    fps: float | None = None

    @property
    def kind(self) -> Literal["picture", "clip"]:
        return "picture" if self.fps is None else "clip"


class Scratch:
    """A folder that is gone with the last that holds it."""

    def __init__(self, prefix: str):
        self.path = Path(tempfile.mkdtemp(prefix=prefix))
        weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)


@dataclass(frozen=True)
class File:
    """What came as a file and stays one: video, sound, a drawing, a page for the press."""

    name: str
    type: str
    """Its media type: video/mp4, audio/mpeg, image/svg+xml, application/pdf …"""
    data: bytes = b""
    path: Path | None = None
    """Where it lies, instead of `data`, where it is too large to be held: whoever keeps it takes it from there."""
    holds: Scratch | None = field(default=None, compare=False, repr=False)
    """The folder that the file lies in."""

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.data) if self.path is None else self.path.stat().st_size

    def loaded(self) -> File:
        """The same with its bytes, for another machine."""
        return self if self.path is None else File(self.name, self.type, self.path.read_bytes())

    def write(self, file: BinaryIO) -> None:
        """Copy it."""
        if self.path is None:
            file.write(self.data)
            return
        with self.path.open("rb") as own:
            shutil.copyfileobj(own, file, 1 << 20)

    @property
    def kind(self) -> Literal["picture", "video", "sound", "drawing", "document"]:
        if self.type == "image/svg+xml":
            return "drawing"
        kinds: dict[str, Literal["picture", "video", "sound", "document"]] = {"image": "picture", "video": "video", "audio": "sound", "application": "document"}
        return kinds[self.type.partition("/")[0]]


@dataclass(frozen=True)
class Outcome:
    media: tuple[Media, ...]
    """The first is what was asked for; none where what was asked for is among the files."""
    files: tuple[File, ...] = ()
    """Video, sound and drawings as the service made them."""
    passes: dict[str, np.ndarray] = field(default_factory=dict)
    """depth float32 metres, normal float32 (h, w, 3), ids int32, linear float32 (h, w, 3), light:NAME float32 (h, w, 3)"""
    report: dict[str, Any] = field(default_factory=dict)
    """What the engine tells: subjects with their ids and shares, seconds by step, samples."""
    scene: Scene | None = None
    """The scene with everything settled that was left to the engine (its layout); None where the engine settles nothing."""
    seed: int | None = None
    """The seed that was used, where it is not the recipe's."""
    revised_prompt: str | None = None
    """What the service made of the words, where it says so."""
    spent: tuple[Spent, ...] = ()
    provenance: dict[str, str] = field(default_factory=dict)
    """Where it comes from, for the history: service, model, remote_id, …"""

    @classmethod
    def of(cls, picture: np.ndarray, **more: Any) -> Outcome:
        """One picture, uint8 sRGB (h, w, 3)."""
        return cls((Media(picture),), **more)

    @property
    def picture(self) -> np.ndarray:
        """uint8 sRGB (h, w, 3): the first picture, or the first frame. Raises EngineError where only files came of it."""
        if not self.media:
            raise EngineError("no picture came of it, only " + ", ".join(one.kind for one in self.files))
        first = self.media[0]
        return first.pixels if first.fps is None else first.pixels[0]
