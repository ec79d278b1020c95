"""LISTEN: changes that any process tells, in the order in which they were written."""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Callable

import psycopg

CHANNEL = "diorama"
AGAIN = 1.0
"""Seconds until a lost connection is made anew."""

log = logging.getLogger("diorama.jobs")


class Listening:
    """One thread that hears. `hear(payload)` is called for each message; `lost()` after messages may have been missed."""

    def __init__(self, address: str, hear: Callable[[str], None], lost: Callable[[], None]):
        self._address = re.sub(r"^postgres(ql)?://", "postgresql://", address)
        self._hear, self._lost = hear, lost
        self._stopping = threading.Event()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="diorama-listening", daemon=True)
        self._thread.start()
        self._ready.wait(10)

    def close(self) -> None:
        self._stopping.set()
        self._thread.join(5)

    def _run(self) -> None:
        first = True
        while not self._stopping.is_set():
            try:
                with psycopg.connect(self._address, autocommit=True, connect_timeout=10, application_name="diorama listening") as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    if not first:
                        self._lost()
                    first = False
                    self._ready.set()
                    while not self._stopping.is_set():
                        for told in connection.notifies(timeout=0.5):
                            self._hear(told.payload)
                            if self._stopping.is_set():
                                break
            except psycopg.Error as wrong:
                log.warning("the database's news cannot be heard: %s", str(wrong).split("\n")[0])
                first = False
                self._stopping.wait(AGAIN)
