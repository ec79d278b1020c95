"""The worker process from outside: one Blender, kept warm. A crash or hang costs one attempt, not the request."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

from platformdirs import user_cache_path

from diorama.contracts import Cancel
from diorama.errors import EngineError, EngineUnavailable, OutputError, RequestError, SceneError, WorkerLost

ATTEMPTS = 3
SILENCE = 60.0
"""Seconds without any sign of life after which a worker counts as hung (it beats every second, renders included)."""
STALL = 900.0
"""Seconds without progress after which it counts as hung though it beats: longer than the longest step that cannot report (denoising at 4K)."""
START = 180.0
"""Seconds a worker may take to start (the first import after an install reads 0.8 GB)."""

MEASURES = "DIORAMA_MEASURES"
"""The environment's name of the folder in which the stage keeps what it measured of things; empty: it keeps it in memory alone."""

Message = dict


class Worker:
    """One process, one request at a time. `ask` may be called from several threads; they take turns."""

    def __init__(self, log: Path | None = None, *, silence: float = SILENCE, stall: float = STALL):
        self.silence, self.stall = silence, stall
        self._process: subprocess.Popen[str] | None = None
        self._messages: queue.Queue[Message | None] = queue.Queue()
        self._turn = threading.Lock()
        self._log = log
        self._scratch: tempfile.TemporaryDirectory | None = None
        self._number = 0
        self.ready: Message = {}

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process and self._process.poll() is None else None

    def begin(self) -> None:
        """Start the process if it is not running, and do not wait for it: what is done until it is asked costs no time."""
        with self._turn:
            if self.pid is None:
                self._launch()

    def warm(self) -> Message:
        """Start the process if it is not running; returns its `ready` message."""
        with self._turn:
            return self._start()

    def ask(self, request: dict, hear: Callable[[Message], None], cancel: Cancel) -> Message:
        """Send a request, pass its messages to `hear`, return its `done` message.

        Raises Cancelled within a second of `cancel`, SceneError for a thing no prop builds, WorkerLost after `ATTEMPTS` lost processes.
        """
        with self._turn:
            lost = ""
            for attempt in range(ATTEMPTS):
                cancel.check()
                forget = cancel.on(self._kill)
                try:
                    self._start()
                    return self._converse(request, hear)
                except _Lost as gone:
                    cancel.check()
                    lost = str(gone)
                    hear({"kind": "progress", "stage": "restart", "done": 0.0, "text": f"the worker was lost ({lost}); starting again, attempt {attempt + 2} of {ATTEMPTS}"})
                finally:
                    forget()
            raise WorkerLost(f"the stage's worker was lost {ATTEMPTS} times: {lost}", hint=f"see {self._log}" if self._log else "run again with DIORAMA_STAGE_LOG=FILE to keep its output")

    def close(self) -> None:
        self._kill()

    def _start(self) -> Message:
        if self.pid is None:
            self._launch()
        if not self.ready:
            self.ready = self._greeting()
        return self.ready

    def _launch(self) -> None:
        if self._process and self._process.stdin:
            _close(self._process.stdin)
        self.ready, self._messages = {}, queue.Queue()
        log = open(self._log, "ab") if self._log else subprocess.DEVNULL
        self._sweep()
        self._scratch = scratch()
        told = {MEASURES: str(user_cache_path("diorama") / "measures"), **os.environ}
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "diorama_stage.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
                text=True, encoding="utf-8", env=told | {"PYTHONUNBUFFERED": "1", "TMPDIR": self._scratch.name}, start_new_session=True,
            )  # fmt: skip
        finally:
            if not isinstance(log, int):
                log.close()
        threading.Thread(target=_read, args=(self._process.stdout, self._messages), daemon=True).start()

    def _greeting(self) -> Message:
        """The first message of a process that was started: that it is ready."""
        try:
            return self._next(START)
        except _Lost as gone:
            if self.pid is None and self._number == 0:
                raise EngineUnavailable(f"the stage's worker does not start: {gone}", hint="is bpy 4.5 installed? `python -c 'import bpy'`") from None
            raise

    def _converse(self, request: dict, hear: Callable[[Message], None]) -> Message:
        self._number += 1
        id = self._number
        try:
            pipe = _pipe(self._process)
            pipe.write(json.dumps({**request, "id": id}) + "\n")
            pipe.flush()
        except OSError as broken:
            raise _Lost(str(broken)) from None
        moved = time.monotonic()
        while True:
            message = self._next(self.silence)
            if message["kind"] == "alive" or message.get("id") != id:
                if time.monotonic() - moved > self.stall:
                    self._kill()
                    raise _Lost(f"no progress for {self.stall:.0f} s")
                continue
            moved = time.monotonic()
            if message["kind"] == "done":
                return message
            if message["kind"] == "error":
                raise _error(message)
            hear(message)

    def _next(self, seconds: float) -> Message:
        try:
            message = self._messages.get(timeout=seconds)
        except queue.Empty:
            self._kill()
            raise _Lost(f"no sign of life for {seconds:.0f} s") from None
        if message is None:
            process = self._process
            code = process.wait() if process else None
            _close(_pipe(process))
            raise _Lost(f"it ended with code {code}")
        return message

    def _kill(self) -> None:
        process = self._process
        if process and process.poll() is None:
            process.kill()
            process.wait()
        if process and process.stdin:
            _close(process.stdin)
        self._sweep()

    def _sweep(self) -> None:
        """Remove what a process that was killed could not remove itself (Blender keeps a temporary folder of its own)."""
        if self._scratch:
            self._scratch.cleanup()
            self._scratch = None


def scratch() -> tempfile.TemporaryDirectory:
    """A temporary folder; OutputError where none can be made."""
    try:
        return tempfile.TemporaryDirectory(prefix="diorama-", ignore_cleanup_errors=True)
    except OSError as full:
        raise OutputError(f"no temporary folder can be made: {full.strerror}", hint="free some disk space or set TMPDIR") from None


class _Lost(Exception):
    """The process ended or fell silent."""


def _pipe(process: subprocess.Popen[str] | None) -> IO[str]:
    """What a process is written to; lost where it was not started."""
    if process is None or process.stdin is None:
        raise _Lost("it was not started")
    return process.stdin


def _close(pipe: IO[str]) -> None:
    """Close a pipe whose other end may be gone with words still in it."""
    try:
        pipe.close()
    except OSError:
        pass


def _read(stream: IO[str], messages: queue.Queue) -> None:
    with stream:
        for text in stream:
            try:
                messages.put(json.loads(text))
            except ValueError:
                continue  # a library's stray print
    messages.put(None)


def _error(message: Message) -> EngineError | OutputError | RequestError | SceneError:
    told = message["message"]
    match message["code"]:
        case "no_prop":
            return SceneError(told, where="subjects", hint="`diorama things` lists what it can build")
        case "bad_file":
            return RequestError(told, where="object", hint="export it again, as one .glb with everything in it")
        case "storage":
            return OutputError(f"the stage could not write its files: {told}", hint="free some disk space, or set TMPDIR to a folder with room")
        case "memory":
            return EngineError("the stage ran out of memory", hint="a smaller picture or fewer things")
        case _:
            return EngineError(f"the stage failed: {message['error']}: {told}", hint=_where(message.get("trace", "")))


def _where(trace: str) -> str | None:
    """The last place of a traceback."""
    places = [line.strip() for line in trace.splitlines() if line.strip().startswith("File ")]
    return places[-1] if places else None
