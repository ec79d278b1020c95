"""Peak memory of a picture of 4096 × 4096 in tiles, of the process that asks and of the one that renders: `python -m bench.scale large [--many SIDE]`.

A worker elsewhere is both. Samples change no buffer, so that few show the memory of many. What is told after each piece is the peak so far.
"""

from __future__ import annotations

import os
import threading
import time

import psutil

from diorama.contracts import Job, Progress
from diorama.engines.stage import StageEngine
from diorama.language import read
from diorama.recipe import Request, resolve

PROMPT = "a red mug beside a green pear on a wooden table"
AIM = 4.0
"""GiB of both together, at any moment."""


class Watch:
    """The most that this process, its children and all of them had at a moment, GiB."""

    def __init__(self) -> None:
        self.own = self.child = self.both = 0.0
        self._going = True
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        me = psutil.Process(os.getpid())
        while self._going:
            own, child = _held(me), sum(_held(one) for one in me.children(recursive=True))
            self.own, self.child, self.both = max(self.own, own), max(self.child, child), max(self.both, own + child)
            time.sleep(0.1)

    def stop(self) -> None:
        self._going = False
        self._thread.join()

    def __str__(self) -> str:
        return f"asks {self.own:.2f}, renders {self.child:.2f}, both at a moment {self.both:.2f} GiB"


def _held(process: psutil.Process) -> float:
    try:
        return process.memory_info().rss / 2**30
    except psutil.Error:
        return 0.0


def large(side: int, samples: int = 1) -> None:
    options = {"samples": samples}
    request = Request(prompt=PROMPT, seed=5, width=side, height=side, quality="standard", engine="stage", options=options)
    job = Job(resolve(request, read(PROMPT).scene, engine_version="1", options=dict(options)), passes=True)
    engine, watch, told, start = StageEngine(), Watch(), "", time.monotonic()

    def hear(event: object) -> None:
        nonlocal told
        stage = event.text if isinstance(event, Progress) and event.stage == "build" else ""
        if stage and stage != told:
            told = stage
            print(f"  {time.monotonic() - start:.0f} s: {event.stage if isinstance(event, Progress) else ''} {stage}: {watch}", flush=True)

    pieces = len(engine.pieces(job))
    picture = engine.make(job, hear).picture
    watch.stop()
    engine.close()
    met = "met" if watch.both <= AIM else "not met"
    print(f"{picture.shape[1]} x {picture.shape[0]} in {pieces} tiles, {samples} samples, with exact passes: {watch} (aim {AIM:g}: {met})", flush=True)
