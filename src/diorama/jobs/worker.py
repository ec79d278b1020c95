"""The worker: a lane for each engine, as wide as the engine makes pictures at a time, so that a service's picture does not wait behind a render."""

from __future__ import annotations

import logging
import os
import socket
import threading
import time
from contextlib import suppress

from diorama.contracts import Cancel
from diorama.errors import DioramaError
from diorama.jobs.keep import settle
from diorama.jobs.lane import Lane
from diorama.jobs.making import Making
from diorama.jobs.previews import Previews
from diorama.jobs.store import JobStore, Task
from diorama.studio import Studio

MOST_ATTEMPTS = 5
"""Times that the process may be lost while it makes one picture: whatever kills it each time is in the job. As often a busy engine is asked."""

LEASE = 30.0
"""Seconds for which a job is a process's or a worker's without a sign of life, where others could take it."""
BEAT = 5.0
"""Seconds between signs of life, and between looks for jobs whose worker is lost."""

log = logging.getLogger("diorama.jobs")


class Worker:
    def __init__(self, studio: Studio, store: JobStore, previews: Previews):
        self._studio, self._store = studio, store
        self._making = Making(studio, store, previews)
        self._lanes: dict[str, Lane] = {}
        self._opening = threading.Lock()
        self._current: dict[str, Cancel] = {}
        self._claims: dict[str, str] = {}
        self._name = f"server {socket.gethostname()} {os.getpid()}"
        self._news = threading.Event()
        self._keeper = threading.Thread(target=self._keep_watch, name="diorama-watch", daemon=True)
        self._started = self._stopping = False

    @property
    def finishing(self) -> threading.Lock:
        """Held while a picture is kept and its job set to done; who cancels holds it too: a job is cancelled or done, never both."""
        return self._making.finishing

    @property
    def made(self) -> int:
        return self._making.made

    @property
    def alive(self) -> bool:
        return self._started and not self._stopping and all(lane.alive for lane in self._lanes.values())

    @property
    def running(self) -> frozenset[str]:
        """The ids of jobs that are being made."""
        return frozenset(self._current)

    def start(self) -> None:
        self.recover()
        self._started = True
        self._keeper.start()
        self.wake()

    def stop(self, wait: float) -> None:
        """Take no more jobs; the running ones are stopped and wait again. What a service has stays there."""
        self._stopping = True
        self._news.set()
        for lane in self._lanes.values():
            lane.stop()
        with self.finishing:
            current = list(self._current.values())
        for cancel in current:
            cancel.now(keep=True)
        for lane in self._lanes.values():
            lane.join(wait)
        if self._started:
            self._keeper.join(wait)
        if self._making.cluster is not None:
            self._making.cluster.close()

    def wake(self) -> None:
        """There may be something to do: lanes are opened for engines that have none yet."""
        if not self._started or self._stopping or not self._studio.settings.makes:
            return
        with self._opening:
            for engine in self._store.engines():
                if engine not in self._lanes:
                    self._lanes[engine] = Lane(engine, self._width(engine), self)
        for lane in self._lanes.values():
            lane.wake()

    def _widen(self) -> None:
        """Nodes of a cluster come and go."""
        if self._making.cluster is not None:
            for engine, lane in list(self._lanes.items()):
                lane.widen(self._width(engine))

    def abandon(self, job: str) -> None:
        """Stop working on this job, if it is being made (call while `finishing` is held)."""
        if job in self._current:
            self._current[job].now()

    def recover(self) -> None:
        """Set right what a crash left as running (here, or at a worker whose lease has run out): done where the history has its picture, else waiting again."""
        self._store.gather()
        with self.finishing:
            for id in (id for id in self._store.lapsed() if id not in self._current):
                with self._store.exclusive(id):
                    if id in self._store.lapsed():  # nobody finished it, or gave a sign of life, since it was looked for
                        self._recover(id)

    def _recover(self, id: str) -> None:
        entry = self._studio.history.of_job(id)
        if entry is None:
            self._store.requeue(id)
            log.info("a job that was cut off waits again", extra={"job": id})
        else:
            settle(self._studio, id, entry.id)
            self._store.done(id, entry.id)
            log.info("a job that was cut off had made its picture", extra={"job": id})

    def hear(self, kind: str, id: str) -> None:
        """Another process may have changed something: there is work, or a job that is made here was cancelled."""
        if kind == "queue" or id in self._current:
            self._news.set()

    def _keep_watch(self) -> None:
        """Signs of life for what is made here, and a look for what others have lost."""
        looked = time.monotonic()
        while not self._stopping:
            heard = self._news.wait(BEAT)
            self._news.clear()
            try:
                if time.monotonic() - looked >= BEAT:
                    looked = time.monotonic()
                    self._sign()
                    self.recover()
                    self._widen()
                    self.wake()
                if heard:
                    self._give_up_lost()
                    self.wake()
            except Exception:
                log.exception("the queue could not be looked at; trying again")
        self._store.close()

    def _sign(self) -> None:
        if self._store.shared:
            for id, claim in list(self._claims.items()):
                self._store.extend(id, claim, LEASE)

    def _give_up_lost(self) -> None:
        """Stop what is not ours any more."""
        if self._store.shared:
            for id, claim in list(self._claims.items()):
                if not self._store.holds(id, claim):
                    with self.finishing:
                        self.abandon(id)

    # ── what lanes call ──

    def enter(self) -> None:
        """A thread of a lane begins."""
        self._store.relax()

    def leave(self) -> None:
        """A thread of a lane ends."""
        self._store.close()

    def next_ready(self, engine: str) -> str | None:
        return self._store.next_ready(engine)

    def work(self, engine: str) -> bool:
        """Take the engine's next job and make it; False where none is ready."""
        with self.finishing:  # what is taken is known to be made before anybody looks for what a crash has left
            shared = self._store.shared
            task = self._store.take(MOST_ATTEMPTS, engine, worker=self._name if shared else None, lease=LEASE if shared else None)
            if task is None:
                if self._making.cluster is not None:
                    self._making.cluster.rest(engine)
                return False
            cancel = self._current[task.id] = Cancel()
            self._claims[task.id] = task.claim
            if self._stopping:
                cancel.now(keep=True)
        try:
            self._try(task, cancel)
        finally:
            self._current.pop(task.id, None)
            self._claims.pop(task.id, None)
        return True

    def trouble(self) -> None:
        """The store could not be written: what can be set right is."""
        with suppress(Exception):
            self.recover()

    def _try(self, task: Task, cancel: Cancel) -> None:
        try:
            self._making.make(task, cancel)
        except Exception as wrong:
            self._making.failed(task, wrong, MOST_ATTEMPTS)

    @property
    def making(self) -> Making:
        return self._making

    def _width(self, engine: str) -> int:
        try:
            able = self._studio.engine(engine).capabilities()
            cluster = self._making.cluster
            return cluster.width(engine, able) if cluster is not None and cluster.takes(able) else able.concurrent
        except DioramaError:
            return 1  # its jobs fail, one by one, and say why
