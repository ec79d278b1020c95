"""Progress and previews of jobs that run or ran just now: in memory, for they are worth little once the picture is there."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from diorama.image import encode

KEPT_JOBS = 500
KEPT_EACH = 8
KEPT_BYTES = 128_000_000
"""Of previews, as pixels."""
QUALITY = 88
"""Of JPEG."""


@dataclass
class Live:
    """How far a job is. `previews`: uint8 sRGB by index, the newest few."""

    progress: float = 0.0
    stage: str = ""
    text: str = ""
    newest: int | None = None
    previews: dict[int, np.ndarray] = field(default_factory=dict)

    @property
    def bytes(self) -> int:
        return sum(picture.nbytes for picture in self.previews.values())


class Previews:
    """Safe from several threads. Room is bounded: the oldest job's previews go first."""

    def __init__(self):
        self._lock = threading.Lock()
        self._live: OrderedDict[str, Live] = OrderedDict()

    def begin(self, job: str) -> None:
        with self._lock:
            self._live[job] = Live()
            self._live.move_to_end(job)
            while len(self._live) > KEPT_JOBS:
                self._live.popitem(last=False)

    def progress(self, job: str, done: float, stage: str, text: str) -> None:
        with self._lock:
            live = self._live[job]
            live.progress, live.stage, live.text = max(live.progress, min(1.0, done)), stage, text

    def add(self, job: str, index: int, picture: np.ndarray) -> None:
        """Keep a preview (uint8 sRGB)."""
        with self._lock:
            live = self._live[job]
            live.previews[index] = picture
            live.newest = max(live.previews)
            for old in sorted(live.previews)[:-KEPT_EACH]:
                del live.previews[old]
            room = sum(other.bytes for other in self._live.values()) - KEPT_BYTES
            for other in self._live.values():
                if room <= 0 or other is live:
                    break
                room -= other.bytes
                other.previews.clear()

    def next_index(self, job: str) -> int:
        """The index of a preview that is newer than all there are."""
        newest = self._live[job].newest
        return 0 if newest is None else newest + 1

    def facts(self, job: str) -> dict[str, Any]:
        """How far it is, as other processes are told."""
        live = self._live.get(job)
        return {} if live is None else {"progress": live.progress, "stage": live.stage, "text": live.text}

    def learn(self, job: str, facts: Mapping[str, Any]) -> None:
        """The same, told by the process that makes it."""
        self.ensure(job)
        self.progress(job, float(facts["progress"]), str(facts["stage"]), str(facts["text"]))

    def ensure(self, job: str) -> None:
        """`begin`, where it has not."""
        if job not in self._live:
            self.begin(job)

    def live(self, job: str) -> Live | None:
        return self._live.get(job)

    def indices(self, job: str) -> list[int]:
        """Which previews there are."""
        with self._lock:
            live = self._live.get(job)
            return sorted(live.previews) if live else []

    def pixels(self, job: str, index: int | None = None) -> np.ndarray | None:
        """A preview: the newest, or the one of that index; None where it is not there (any more)."""
        with self._lock:
            live = self._live.get(job)
            if live is None or not live.previews:
                return None
            return live.previews.get(max(live.previews) if index is None else index)

    def jpeg(self, job: str, index: int | None = None) -> bytes | None:
        pixels = self.pixels(job, index)
        return None if pixels is None else encode(pixels, "jpeg", quality=QUALITY)
