# SPDX-License-Identifier: GPL-3.0-or-later
"""The worker process: reads requests as JSON lines, answers with messages as JSON lines and files. One request at a time.

in   {"id", "scene", "seed", "width", "height", "samples", "threshold", "preview", "passes", "largest", "folder"}
     or the same with {"export": [paths], "develop", "standing"}: no picture, but the files, from the scene that stands since the picture of that name;
     or a piece of a picture or film (`divided`)
out  {"kind": "ready", …} once; then for a request: progress*, preview*, and done or error, each with the request's id.
     An error has a code: no_prop (a thing that nothing builds), bad_file (a file of somebody's that cannot be read),
     storage (files cannot be written), memory, failed (anything else).
     {"kind": "alive"} every second, from a thread, so that a hang can be told from work.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import threading
import time
import traceback

PIECES = ("box", "film", "join")
"""Fields of requests that `divided` serves."""
PROBE = 1 << 16
"""Bytes that are written to find out whether any can be."""


class Line:
    """The message pipe: a private copy of the standard output, which itself is turned to the standard error (Cycles writes there)."""

    def __init__(self):
        self._out = os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8")
        os.dup2(2, 1)
        self._lock = threading.Lock()

    def send(self, kind: str, **data) -> None:
        with self._lock:
            self._out.write(json.dumps({"kind": kind, **data}) + "\n")
            self._out.flush()


def main() -> None:
    line = Line()
    start = time.perf_counter()
    from diorama_stage import divided, service

    version, device = service.start()
    line.send("ready", blender=version, device=device, seconds=round(time.perf_counter() - start, 3), pid=os.getpid())
    threading.Thread(target=_beat, args=(line,), daemon=True).start()
    for text in sys.stdin:
        if text.strip():
            request = json.loads(text)
            _serve(line, request, divided if any(request.get(name) for name in PIECES) else service)


def _beat(line: Line) -> None:
    """A sign of life every second; without whoever started it the worker ends, in the middle of a render too."""
    parent = os.getppid()
    while os.getppid() == parent:
        time.sleep(1.0)
        try:
            line.send("alive")
        except OSError:
            break
    os._exit(0)


def _serve(line: Line, request: dict, service) -> None:
    id = request["id"]
    try:
        answer = service.serve(request, lambda kind, **data: line.send(kind, id=id, **data))
        line.send("done", id=id, **answer)
    except Exception as wrong:
        line.send("error", id=id, code=code(wrong, request["folder"]), error=type(wrong).__name__, message=str(wrong), trace=traceback.format_exc())


def code(wrong: Exception, folder: str) -> str:
    """What kind of failure it is. Blender says in a RuntimeError's English only that it could not write, so the folder itself is tried."""
    from diorama_stage.own.files import BadFile
    from diorama_stage.props.registry import NoProp

    if isinstance(wrong, NoProp):
        return "no_prop"
    if isinstance(wrong, BadFile):
        return "bad_file"
    if isinstance(wrong, MemoryError):
        return "memory"
    return "storage" if isinstance(wrong, OSError) or not _writable(folder) else "failed"


def _writable(folder: str) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"x" * PROBE)
            file.flush()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    main()
