"""The worker: one thread that takes jobs in turn and has their pictures made. One picture at a time, whatever the engine."""

from __future__ import annotations

import logging
import threading
import time

import numpy as np

from diorama import contracts
from diorama.contracts import Cancel, Event
from diorama.errors import Cancelled, DioramaError
from diorama.jobs.keep import keep, settle
from diorama.jobs.previews import Previews
from diorama.jobs.problems import problem_of
from diorama.jobs.store import Store, Task
from diorama.studio import Studio

MOST_ATTEMPTS = 5
"""Times that the process may be lost while it makes one picture: whatever kills it each time is in the job."""
PAUSE = 1.0
"""Seconds before going on after the store could not be written."""
BEAT = 0.1
"""Seconds between two events of progress."""

log = logging.getLogger("diorama.jobs")


class Worker:
    def __init__(self, studio: Studio, store: Store, previews: Previews):
        self._studio, self._store, self._previews = studio, store, previews
        self._thread = threading.Thread(target=self._run, name="diorama-worker", daemon=True)
        self._awake = threading.Event()
        self._stopping = False
        self.finishing = threading.Lock()
        """Held while a picture is kept and its job set to done; who cancels holds it too: a job is cancelled or done, never both."""
        self._current: tuple[str, Cancel] | None = None
        self.made = 0

    def start(self) -> None:
        self.recover()
        self._thread.start()

    def stop(self, wait: float) -> None:
        """Take no more jobs; the running one is stopped and waits again."""
        self._stopping = True
        self._awake.set()
        with self.finishing:
            current = self._current
        if current:
            current[1].now()
        if self._thread.is_alive():
            self._thread.join(wait)

    def wake(self) -> None:
        """There may be something to do."""
        self._awake.set()

    def abandon(self, job: str) -> None:
        """Stop working on this job, if it is the one (call while `finishing` is held)."""
        if self._current and self._current[0] == job:
            self._current[1].now()

    @property
    def alive(self) -> bool:
        return self._thread.is_alive()

    @property
    def current(self) -> str | None:
        current = self._current
        return current[0] if current else None

    def recover(self) -> None:
        """Set right what a crash left as running: done where the history has its picture, else waiting again."""
        for id in self._store.running():
            entry = self._studio.history.of_job(id)
            if entry is None:
                self._store.requeue(id)
                log.info("a job that was cut off waits again", extra={"job": id})
            else:
                settle(self._studio, id, entry.id)
                self._store.done(id, entry.id)
                log.info("a job that was cut off had made its picture", extra={"job": id})

    def _run(self) -> None:
        self._store.relax()
        while not self._stopping:
            self._awake.clear()
            try:
                task = self._store.take(MOST_ATTEMPTS)
                if task is None:
                    self._awake.wait()
                else:
                    self._work(task)
            except Exception:  # the store or the disk: the queue stays as it is and goes on when they do
                log.exception("the queue could not be written; trying again")
                time.sleep(PAUSE)
                self._try_to_recover()
        self._store.close()

    def _try_to_recover(self) -> None:
        try:
            self.recover()
        except Exception:
            log.exception("the queue still cannot be written")

    def _work(self, task: Task) -> None:
        cancel = Cancel()
        self._previews.begin(task.id)
        with self.finishing:
            self._current = (task.id, cancel)
            if self._stopping or self._store.get(task.id).state != "running":  # told to stop, or cancelled, in between
                cancel.now()
        start = time.perf_counter()
        try:
            cancel.check()
            self._make(task, cancel)
            log.info("made", extra={"job": task.id, "seconds": round(time.perf_counter() - start, 3)})
        except Exception as wrong:
            self._failed(task, wrong)
        finally:
            self._current = None

    def _make(self, task: Task, cancel: Cancel) -> None:
        able = self._studio.engine(task.recipe.engine).capabilities()
        passes = self._studio.settings.keep_passes and "ids" in able.gives
        rendered = self._studio.render(task.recipe, passes=passes, listen=self._ear(task), cancel=cancel)
        data = rendered.encode("png")
        with self.finishing:
            cancel.check()
            entry = keep(self._studio, task, rendered, data)
            self._store.done(task.id, entry.id)
            self.made += 1

    def _failed(self, task: Task, wrong: Exception) -> None:
        if isinstance(wrong, Cancelled):
            self._store.requeue(task.id, counts=False)  # unless somebody cancelled it: then it is not running any more
            return
        if self._studio.history.of_job(task.id) is not None:
            raise wrong  # the picture is kept, only the job could not be set to done: `recover` does it
        log.warning("failed: %s", wrong, extra={"job": task.id}, exc_info=not isinstance(wrong, DioramaError))
        self._store.fail(task.id, problem_of(wrong))

    def _ear(self, task: Task):
        told = 0.0

        def hear(event: Event) -> None:
            nonlocal told
            if isinstance(event, contracts.Preview):
                self._previews.add(task.id, event.index, np.asarray(event.picture))
            elif isinstance(event, contracts.Progress):
                self._previews.progress(task.id, event.done, event.stage, event.text)
                if time.monotonic() - told < BEAT:
                    return
            else:
                return
            told = time.monotonic()
            self._store.passing(task.owner, "job", task.id)

        return hear
