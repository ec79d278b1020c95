"""Making one job: what is heard is written down before anything goes on, so that nothing is paid twice, whatever is killed when.

taken → being sent → submitted (remote id) → kept → done
  lost while being sent, and the service knows no tokens: it may have been paid, so it fails and says so; nobody orders it again but a person
  lost after it was submitted: fetched by its remote id
"""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np

from diorama import contracts, telemetry
from diorama.contracts import Cancel, Capabilities, Event
from diorama.errors import Cancelled, DioramaError, EngineError, EngineTimeout, OutcomeUnknown
from diorama.jobs.job import Warning
from diorama.jobs.keep import beside, keep
from diorama.jobs.previews import Previews
from diorama.jobs.problems import problem_of
from diorama.jobs.store import JobStore, Task
from diorama.studio import Studio
from diorama.studio.make import Rendered
from diorama.studio.trial import Trial, tried, usual

BEAT = 0.1
"""Seconds between two events of progress."""
BACKOFF = 2.0
"""Seconds to the second attempt where the engine does not say how long; each next takes twice as long."""
LONGEST_WAIT = 600.0

log = logging.getLogger("diorama.jobs")


class Served(NamedTuple):
    """What a lane has done since the start, on this server or for it elsewhere."""

    made: int = 0
    failed: int = 0
    seconds: float = 0.0
    """Of those that were made."""


class Making:
    def __init__(self, studio: Studio, store: JobStore, previews: Previews):
        self._studio, self._store, self._previews = studio, store, previews
        self.finishing = threading.Lock()
        self.cluster = _cluster(studio)
        self.lanes: dict[str, Served] = {}

    def make(self, task: Task, cancel: Cancel) -> None:
        """Make a job's picture, keep it, set the job to done. Raises whatever went wrong."""
        facts = {"diorama_job": task.id, "diorama_engine": task.recipe.engine, "diorama_attempt": task.attempts}
        with telemetry.of_job(task.id), telemetry.span("job", "consumer", parent=task.trace, **facts):
            self._make(task, cancel)

    def _make(self, task: Task, cancel: Cancel) -> None:
        self._previews.begin(task.id)
        start = time.perf_counter()
        cancel.check()
        able = self._studio.engine(task.recipe.engine).capabilities()
        if task.remote == "" and not able.idempotent:
            raise unknown(able.name)
        trial = task.trial or usual(self._studio.settings.judge, refined=task.parent is not None)
        passes = "ids" in able.gives and (self._studio.settings.keep_passes or task.trial is not None)
        with telemetry.span(f"engine {able.name}", diorama_engine=task.recipe.engine) as span:
            ear = Ear(self._store, self._previews, task, span)
            rendered = self._render(task, able, passes, ear, cancel)
        if trial is not None and (task.trial is not None or passes and not able.pretends):
            rendered = self._tried(task, trial, rendered, able, ear, cancel)
        data = rendered.encode("png")
        with self.finishing, self._store.exclusive(task.id):
            cancel.check()
            if not self._store.holds(task.id, task.claim):
                raise Cancelled("the job is another's by now")
            entry = keep(self._studio, task, rendered, data, (*self._store.get(task.id).spent, *rendered.outcome.spent))
            self._store.done(task.id, entry.id, claim=task.claim)
            self.count(task.recipe.engine, time.perf_counter() - start)
        log.info("made", extra={"seconds": round(time.perf_counter() - start, 3)})

    def _render(self, task: Task, able: Capabilities, passes: bool, ear: Ear, cancel: Cancel) -> Rendered:
        if self.cluster is not None and self.cluster.takes(able):
            return self.cluster.render(task, passes=passes, listen=ear, cancel=cancel)
        return self._studio.render(
            task.recipe, passes=passes, token=task.id, remote_id=task.remote or None, parent=task.parent, listen=ear, cancel=cancel,
        )  # fmt: skip

    def _tried(self, task: Task, trial: Trial, first: Rendered, able: Capabilities, ear: Ear, cancel: Cancel) -> Rendered:
        """The best of what is made, with its score, the others in its owner's history; as it is, and said in the log, where judging it went wrong: the
        picture is made, and is not lost for that."""
        try:
            best, others = tried(first, trial, able, lambda recipe: self._render(replace(task, recipe=recipe), able, "ids" in able.gives, ear, cancel))
            for one in others:
                beside(self._studio, task, one, one.encode("png"))
            return best
        except Cancelled:
            raise
        except Exception:
            log.exception("not judged", extra={"job": task.id})
            return first

    @property
    def made(self) -> int:
        return sum(lane.made for lane in self.lanes.values())

    def count(self, engine: str, seconds: float | None) -> None:
        """One more was made, in so many seconds; None: failed."""
        lane = self.lanes.get(engine, Served())
        self.lanes[engine] = Served(lane.made + 1, lane.failed, lane.seconds + seconds) if seconds is not None else lane._replace(failed=lane.failed + 1)

    def failed(self, task: Task, wrong: Exception, most_attempts: int) -> None:
        """Write down why there is no picture: cancelled, to be tried again later, or failed for good."""
        if isinstance(wrong, Cancelled):
            self._store.requeue(task.id, counts=False, claim=task.claim)  # unless somebody cancelled it: then it is not running any more
            return
        if self._studio.history.of_job(task.id) is not None:
            raise wrong  # the picture is kept, only the job could not be set to done: `recover` does it
        log.warning("failed: %s", wrong, extra={"job": task.id}, exc_info=not isinstance(wrong, DioramaError))
        remote = self._store.remote(task.id)
        again = isinstance(wrong, DioramaError) and wrong.retry
        if isinstance(wrong, EngineTimeout) and remote == "":  # it was asked, and what came of that nobody knows
            again = self._studio.engine(task.recipe.engine).capabilities().idempotent
            wrong = wrong if again else unknown(task.recipe.engine)
        elif again and remote == "":
            self._store.not_sent(task.id)
        if again and task.attempts < most_attempts:
            self._store.postpone(task.id, _wait(task, wrong), problem_of(wrong), claim=task.claim)
        else:
            over = isinstance(wrong, EngineError) and not (again or wrong.pending)
            self._store.fail(task.id, problem_of(wrong), over=over, claim=task.claim)
            self.count(task.recipe.engine, None)


def _cluster(studio: Studio) -> Any:
    if studio.settings.cluster is None:
        return None
    from diorama.jobs.cluster import Cluster  # loads Ray

    return Cluster(studio.settings.cluster, studio)


def unknown(engine: str) -> OutcomeUnknown:
    return OutcomeUnknown(
        f"the order was cut off while it was sent to {engine}: it may have been made and paid", hint="look there before you try it again: that orders, and pays, anew"
    )  # fmt: skip


def _wait(task: Task, wrong: Exception) -> float:
    """Seconds until the next attempt."""
    told = getattr(wrong, "retry_after", None)
    return min(max(told or 0.0, BACKOFF * 2 ** (task.attempts - 1)), LONGEST_WAIT)


class Ear:
    """Hears what an engine tells of a job."""

    def __init__(self, store: JobStore, previews: Previews, task: Task, span: telemetry.Span | None = None):
        """`span`: has each stage of the work as an event."""
        self._span, self._stage = span or telemetry.NO_SPAN, ""
        self._store, self._previews, self._task = store, previews, task
        self._told = 0.0
        self._shown = 0

    def __call__(self, event: Event) -> None:
        id = self._task.id
        match event:
            case contracts.Sending():
                self._store.sending(id)
            case contracts.Submitted(remote_id):
                self._store.submitted(id, remote_id)
            case contracts.Spent():
                self._store.spend(id, event)
            case contracts.Warned(code, text):
                self._store.warn(id, Warning(code=code, text=text))
            case contracts.Preview(picture) | contracts.Partial(picture):
                self._previews.add(id, self._shown, np.asarray(picture))
                self._shown += 1
                self._pass(at_once=True)
            case contracts.Queued():
                self._previews.progress(id, 0.0, "queued", event.told)
                self._pass()
            case contracts.Progress(stage, done, text):
                self._previews.progress(id, done, stage, text)
                self._pass()
                self._trace(stage)

    def _trace(self, stage: str) -> None:
        if stage != self._stage:
            self._stage = stage
            self._span.add_event(stage)

    def _pass(self, *, at_once: bool = False) -> None:
        if at_once or time.monotonic() - self._told >= BEAT:
            self._told = time.monotonic()
            self._store.passing(self._task.owner, "job", self._task.id, self._previews.facts(self._task.id))
