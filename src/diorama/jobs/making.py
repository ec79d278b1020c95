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
from diorama.contracts import Cancel, Capabilities, Event, Piece
from diorama.errors import Cancelled, DioramaError, EngineError, EngineTimeout, OutcomeUnknown
from diorama.jobs.job import Warning
from diorama.jobs.keep import beside, keep
from diorama.jobs.previews import Previews
from diorama.jobs.problems import problem_of
from diorama.jobs.store import JobStore, Task
from diorama.studio import Studio
from diorama.studio import pieces as in_pieces
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
        if task.piece is not None:
            return self._piece(task, task.piece, able, cancel)
        if not task.divided and self._divided(task, able, cancel):
            return
        trial = task.trial or usual(self._studio.settings.judge, refined=task.parent is not None)
        passes = self.passes(task, able)
        with telemetry.span(f"engine {able.name}", diorama_engine=task.recipe.engine) as span:
            ear = Ear(self._store, self._previews, task, span)
            rendered = self._render(task, able, passes, ear, cancel)
        if trial is not None and not rendered.outcome.files and (task.trial is not None or passes and not able.pretends):
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

    def _divided(self, task: Task, able: Capabilities, cancel: Cancel) -> bool:
        """Whether the picture is now made in pieces: where it can be, and there is somebody to share them with."""
        if not (self._takes(able) or self._store.helpers(task.recipe.engine)) or not (pieces := in_pieces.pieces(self._studio, task.recipe)):
            return False
        ear = Ear(self._store, self._previews, task)
        if self.cluster is not None and self._takes(able):
            recipe = self.cluster.survey(task, listen=ear, cancel=cancel)
        else:
            recipe = in_pieces.survey(self._studio, task.recipe, ear, cancel)
        self._store.divide(task.id, task.claim, recipe, pieces)
        return True

    def _piece(self, task: Task, piece: Piece, able: Capabilities, cancel: Cancel) -> None:
        """Make a piece and keep its file; whoever makes the last one has the whole joined next."""
        ear, passes = PieceEar(self._store, self._previews, task), self.passes(task, able)
        if self.cluster is not None and self._takes(able):
            data = self.cluster.piece(task, passes=passes, listen=ear, cancel=cancel)
        else:
            data = in_pieces.piece(self._studio, task.recipe, piece, passes=passes, listen=ear, cancel=cancel)
        self.piece_made(task, data)

    def piece_made(self, task: Task, data: bytes) -> bool:
        """Keep a piece's file, and tell of it. False where it was not this try's any more."""
        with self.finishing:
            held = self._store.piece_made(task.id, task.claim, self._studio.history.inputs.keep(data))
        if held and task.whole is not None:
            rows = self._store.pieces_of(task.whole)
            done = sum(row["state"] == "done" for row in rows)
            self._previews.ensure(task.whole)
            self._previews.progress(task.whole, done / (len(rows) + 1), "pieces", f"{done} of {len(rows)} parts are made")
            self._store.passing(task.owner, "job", task.whole, self._previews.facts(task.whole))
        return held

    def passes(self, task: Task, able: Capabilities) -> bool:
        """Whether exact passes are kept with the picture."""
        return "ids" in able.gives and (self._studio.settings.keep_passes or task.trial is not None)

    def _takes(self, able: Capabilities) -> bool:
        return self.cluster is not None and self.cluster.takes(able)

    def _render(self, task: Task, able: Capabilities, passes: bool, ear: Ear, cancel: Cancel) -> Rendered:
        pieces = [self._studio.history.inputs.get(one) for one in self._store.pieces_made(task.id)] if task.divided else ()
        if self.cluster is not None and self._takes(able):
            return self.cluster.render(task, passes=passes, pieces=pieces, listen=ear, cancel=cancel)
        return self._studio.render(
            task.recipe, passes=passes, token=task.id, remote_id=task.remote or None, parent=task.parent, pieces=pieces, listen=ear, cancel=cancel,
        )  # fmt: skip

    def _tried(self, task: Task, trial: Trial, first: Rendered, able: Capabilities, ear: Ear, cancel: Cancel) -> Rendered:
        """The best of what is made, with its score, the others in its owner's history; as it is, and said in the log, where judging it went wrong: the
        picture is made, and is not lost for that."""
        try:
            best, others = tried(first, trial, able, lambda recipe: self._render(replace(task, recipe=recipe), able, "ids" in able.gives, ear, cancel))
            for one in others:
                self._store.picture_changed(task.owner, beside(self._studio, task, one, one.encode("png")).id)
            return best
        except Cancelled:
            raise
        except Exception:
            if trial.told:
                raise
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


class PieceEar(Ear):
    """Hears what an engine tells of a piece: its warnings and payments are the whole's, whose progress counts pieces."""

    def __call__(self, event: Event) -> None:
        match event:
            case contracts.Preview(picture):
                whole = self._task.whole or self._task.id
                self._previews.ensure(whole)
                self._previews.add(whole, self._previews.next_index(whole), np.asarray(picture))
                self._store.passing(self._task.owner, "job", whole, self._previews.facts(whole))
            case contracts.Progress(stage, done, text):
                self._previews.progress(self._task.id, done, stage, text)
            case _:
                super().__call__(event)
