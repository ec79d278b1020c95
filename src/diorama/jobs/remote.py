"""Workers elsewhere: they take jobs over HTTP, say how far they are, and bring pictures. What they ask for, and what is answered, as data.

take (a job is theirs for `LEASE` seconds) → beat … (each one prolongs it, brings progress, and hears whether to go on) → finish | fail | release
Everything carries the claim of its try: what comes under an older one is refused (JobConflict) and changes nothing.
"""

from __future__ import annotations

import io
import json
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import numpy as np
from pydantic import Field

from diorama import contracts, errors, telemetry
from diorama.contracts import File, Media, Outcome, Piece, Spent
from diorama.errors import DioramaError, EngineError, JobConflict, RequestError
from diorama.history import Entry
from diorama.image import open_picture
from diorama.jobs.keep import KEPT_PASSES, beside, keep
from diorama.jobs.ledger import now, stamp
from diorama.jobs.making import Ear, PieceEar
from diorama.jobs.previews import Previews
from diorama.jobs.store import JobStore, Task
from diorama.jobs.worker import LEASE, MOST_ATTEMPTS, Worker
from diorama.recipe import Recipe, load
from diorama.scene.base import Model
from diorama.studio import Rendered, Studio
from diorama.studio import pieces as in_pieces
from diorama.studio.trial import Trial, usual

SEEN = 60.0
"""Seconds after its last word for which a worker counts as there."""
PATIENCE = 5.0
"""Seconds for which a job waits for a worker where its model is warm already, if one is free (delay scheduling: Zaharia et al., EuroSys 2010)."""
LARGEST_PASS = 100_000_000
"""Numbers in one array."""
Name = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$")]


class Offer(Model):
    """What a worker has to give."""

    worker: Name
    engines: tuple[Annotated[str, Field(max_length=200)], ...] = Field(max_length=200)
    warm: tuple[Annotated[str, Field(max_length=200)], ...] = Field(default=(), max_length=200)
    """Engines that are loaded."""
    cores: int = 0
    memory: int = 0
    """Bytes."""
    gpus: tuple[Annotated[str, Field(max_length=100)], ...] = Field(default=(), max_length=64)
    slots: int = Field(default=1, ge=1, le=1024)
    """Jobs at a time."""


class Taken(Model):
    """A job that is a worker's now."""

    id: str
    claim: str
    lease: float
    """Seconds."""
    recipe: str
    parent: str | None = None
    parent_recipe: str | None = None
    """The recipe's text of the picture it comes from, for engines that keep what does not change."""
    parent_picture: str | None = None
    remote: str | None = None
    passes: bool = False
    trace: str | None = None
    """A traceparent."""
    trial: Trial | None = None
    """What is asked of it before it is delivered."""
    asked: bool = False
    """Whether its order asks that, and not the server's settings alone."""
    divides: bool = False
    """Whether there is somebody to share it with, where it can be made in pieces."""
    piece: Piece | None = None
    """Only this piece of it is to be made."""
    pieces: tuple[str, ...] = ()
    """The files, by digest, that it is joined of."""


class Told(Model):
    """Something that an engine said which must be written down before it goes on: contracts.Sending, Submitted, Spent, Warned."""

    kind: Literal["sending", "submitted", "spent", "warned"]
    remote_id: str | None = Field(default=None, max_length=1000)
    spent: Spent | None = None
    code: str = Field(default="", max_length=100)
    text: str = Field(default="", max_length=2000)


class Beat(Model):
    """A sign of life."""

    progress: float = Field(default=0.0, ge=0, le=1)
    stage: str = Field(default="", max_length=200)
    text: str = Field(default="", max_length=500)


class Goes(Model):
    """Whether to go on."""

    on: bool


class Brought(Model):
    """What comes with a picture."""

    recipe: str = Field(max_length=4_000_000)
    seconds: float = Field(ge=0)
    spent: tuple[Spent, ...] = ()
    provenance: dict[str, str] = {}
    report: dict[str, Any] = {}
    """Subjects, camera and visible shares: what names the passes."""
    files: tuple[tuple[str, str], ...] = Field(default=(), max_length=8)
    """Name and type of each file that came along."""


class Failed(Model):
    """Why there is no picture."""

    error: str = Field(max_length=40)
    """The class of `diorama.errors`."""
    message: str = Field(max_length=4000)
    where: str | None = Field(default=None, max_length=1000)
    hint: str | None = Field(default=None, max_length=2000)
    retry_after: float | None = Field(default=None, ge=0, le=86_400)

    def raised(self) -> DioramaError:
        """The error, as the engine raised it there."""
        kind = getattr(errors, self.error, None)
        if not (isinstance(kind, type) and issubclass(kind, DioramaError)):
            return EngineError(self.message, where=self.where, hint=self.hint)
        if issubclass(kind, errors.EngineBusy):
            return kind(self.message, retry_after=self.retry_after, where=self.where, hint=self.hint)
        return kind(self.message, hint=self.hint) if issubclass(kind, errors.ContentRefused) else kind(self.message, where=self.where, hint=self.hint)


class Known(Model):
    """A worker as admins see it."""

    offer: Offer
    seen: str
    draining: bool
    running: tuple[str, ...] = ()


@dataclass
class _Waiting:
    """A worker that asks for work just now."""

    warm: frozenset[str]
    until: float


class Remote:
    """What the doors for workers use."""

    def __init__(self, studio: Studio, store: JobStore, previews: Previews, worker: Worker):
        self._studio, self._store, self._previews, self._worker = studio, store, previews, worker
        self._waiting: dict[str, _Waiting] = {}
        self._gone: set[str] = set()
        self._prolonged: dict[str, float] = {}
        self._written: dict[str, tuple[Offer, float]] = {}
        """What was last written down of each worker, and when."""
        self._lock = threading.Lock()

    # ── who is there ──

    def seen(self, offer: Offer) -> bool:
        """Write down that a worker is there, where that was not done just now; whether it is to take no more."""
        known, at = self._written.get(offer.worker), time.monotonic()
        if known is not None and known[0] == offer and at - known[1] < SEEN / 4:
            row = self._store.connection.execute(self._store.queries["draining"], {"name": offer.worker}).fetchone()
            return row is not None and bool(row[0])
        self._written[offer.worker] = (offer, at)
        values = {"name": offer.worker, "facts": offer.model_dump_json(), "seen": now()}
        with self._store.relaxed(), self._store.change() as connection:
            return bool(connection.execute(self._store.queries["worker_seen"], values).fetchone()[0])

    def workers(self) -> Sequence[Known]:
        """Those that were seen of late."""
        rows = self._store.connection.execute(self._store.queries["workers"], {"since": stamp(-SEEN)}).fetchall()
        held = self._store.connection.execute(self._store.queries["held"]).fetchall()
        return [
            Known(
                offer=Offer.model_validate_json(row["facts"]),
                seen=row["seen"],
                draining=bool(row["draining"]),
                running=tuple(one["id"] for one in held if one["worker"] == row["name"]),
            )
            for row in rows
        ]

    def drain(self, worker: str, draining: bool = True) -> None:
        """Let a worker take no more jobs, or again."""
        with self._store.change() as connection:
            if connection.execute(self._store.queries["worker_drains"], {"of": worker, "drains": int(draining)}).rowcount == 0:
                raise errors.UnknownJob("no such worker", where=worker, hint="GET /api/workers lists them")

    # ── jobs ──

    def take(self, offer: Offer, wait: float) -> Taken | None:
        """The next job for this worker, or None. `wait`: seconds for which it will ask again, so that others' jobs may be kept for it meanwhile."""
        with self._lock:
            self._waiting[offer.worker] = _Waiting(frozenset(offer.warm), time.monotonic() + wait)
        waiting = set(self._store.engines())
        for engine in self._order(offer, waiting):
            with self._store.relaxed():
                task = self._store.take(MOST_ATTEMPTS, engine, worker=offer.worker, lease=LEASE)
            if task is not None:
                with self._lock:
                    self._waiting.pop(offer.worker, None)
                self._previews.begin(task.id)
                return self._taken(task)
        return None

    def leave(self, worker: str) -> None:
        """It does not ask any more."""
        with self._lock:
            self._waiting.pop(worker, None)

    def asks(self, worker: str) -> None:
        """It asks for work from now on, until `goes`."""
        self._gone.discard(worker)

    def goes(self, worker: str) -> None:
        """It goes home: whatever asks in its name is answered at once, with nothing."""
        self._gone.add(worker)

    def gone(self, worker: str) -> bool:
        return worker in self._gone

    def _order(self, offer: Offer, waiting: set[str]) -> list[str]:
        """Engines that jobs wait for and that it has: warm ones first; cold ones only where no other that has it warm is free, or jobs have waited."""
        offered = [engine for engine in offer.engines if engine in waiting]
        with self._lock:
            at = time.monotonic()
            others = [one.warm for name, one in self._waiting.items() if name != offer.worker and one.until > at]
        warm = [engine for engine in offered if engine in offer.warm]
        cold = [engine for engine in offered if engine not in offer.warm and (not any(engine in has for has in others) or self._waits_long(engine))]
        return warm + cold

    def _waits_long(self, engine: str) -> bool:
        row = self._store.connection.execute(self._store.queries["oldest"], {"engine": engine}).fetchone()
        return row[0] is not None and row[0] < stamp(-PATIENCE)

    def _taken(self, task: Task) -> Taken:
        more: dict[str, Any] = {}
        if task.parent is not None:
            entry = self._studio.history.get(task.parent)
            more = {"parent": entry.id, "parent_recipe": entry.recipe_json, "parent_picture": entry.picture}
        joined = self._store.pieces_made(task.id) if task.divided else ()
        shared = not task.divided and task.piece is None and self._store.helpers(task.recipe.engine) + self._studio.settings.makes > 1
        return Taken(
            divides=shared, piece=task.piece, pieces=joined, id=task.id, claim=task.claim, lease=LEASE, recipe=task.recipe.to_json(), remote=task.remote,
            passes=self._studio.settings.keep_passes or task.trial is not None, trace=task.trace,
            trial=task.trial or usual(self._studio.settings.judge, refined=task.parent is not None), asked=task.trial is not None, **more,
        )  # fmt: skip

    def input(self, id: str, claim: str, digest: str) -> bytes:
        """A file that a job goes by: of that job only, for who holds it."""
        task = self._held(id, claim)
        if digest in {one.sha256 for one in task.recipe.inputs} or (task.divided and digest in self._store.pieces_made(id)):
            return self._studio.history.inputs.get(digest)
        if task.parent is not None and (entry := self._studio.history.get(task.parent)).picture == digest:
            return self._studio.history.read(entry)
        raise errors.UnknownEntry("the job does not go by this file", where=digest[:12])

    def beat(self, id: str, claim: str, beat: Beat) -> Goes:
        """It goes on with this job: False where it is not to."""
        at = time.monotonic()
        if at - self._prolonged.get(id, 0.0) >= LEASE / 4:
            with self._store.relaxed():
                if not self._store.extend(id, claim, LEASE):
                    return Goes(on=False)
            self._prolonged[id] = at
        task = self._store.task(id, claim)
        if task is None:
            self._prolonged.pop(id, None)
            return Goes(on=False)
        self._previews.learn(id, beat.model_dump())
        self._store.passing(task.owner, "job", id, self._previews.facts(id))
        return Goes(on=True)

    def preview(self, id: str, claim: str, index: int, data: bytes) -> None:
        """A preview, as a picture's file."""
        task = self._held(id, claim)
        if task.piece is not None:
            return PieceEar(self._store, self._previews, task)(contracts.Preview(open_picture(data)[..., :3], index))
        self._previews.ensure(id)
        self._previews.add(id, index, open_picture(data)[..., :3])
        self._store.passing(task.owner, "job", id, self._previews.facts(id))

    def told(self, id: str, claim: str, told: Told) -> None:
        """Written down, through a power cut, once this returns. Raises RequestError."""
        ear = Ear(self._store, self._previews, self._held(id, claim))
        match told.kind:
            case "sending":
                ear(contracts.Sending())
            case "submitted":
                ear(contracts.Submitted(told.remote_id or ""))
            case "warned":
                ear(contracts.Warned(told.code, told.text))
            case "spent":
                if told.spent is None:
                    raise RequestError("nothing is said of what was spent", where="spent")
                ear(told.spent)

    def finish(
        self, id: str, claim: str, brought: Brought, picture: bytes, passes: bytes | None = None, files: Sequence[bytes] = (), inputs: Sequence[bytes] = ()
    ) -> Entry:
        """Keep a job's picture, once: told again, it is the entry there is. Raises JobConflict where the job is not this claim's any more, RequestError for a
        picture that is not of this job."""
        with self._worker.finishing, self._store.exclusive(id):
            known = self._studio.history.of_job(id)
            if known is not None:
                return self._done(id, claim, known)
            task = self._held(id, claim)
            rendered = _rendered(task, brought, picture, passes, files)
            for data in inputs:
                self._studio.history.inputs.keep(data)
            with telemetry.span("keep", parent=task.trace, diorama_job=id):
                entry = keep(self._studio, task, rendered, picture, (*self._store.get(id).spent, *brought.spent))
            self._worker.making.count(task.recipe.engine, brought.seconds)
            return self._done(id, claim, entry)

    def divide(self, id: str, claim: str, recipe: str) -> None:
        """The job is made in pieces from now on. Raises JobConflict, RequestError for a recipe that is not the job's or is not divided."""
        task, settled = self._held(id, claim), load(recipe)
        if not _same(settled, task.recipe):
            raise RequestError("the survey is of another recipe than the job's", where="recipe")
        pieces = in_pieces.pieces(self._studio, settled)
        if not pieces:
            raise RequestError("this picture is made whole", where="recipe")
        self._store.divide(id, claim, settled, pieces)

    def piece(self, id: str, claim: str, data: bytes) -> None:
        """Keep a piece's file. Raises JobConflict where it is not this claim's any more."""
        task = self._held(id, claim)
        if task.piece is None:
            raise RequestError("the job is no piece of another", where="piece")
        if not self._worker.making.piece_made(task, data):
            raise JobConflict("the job is not this worker's any more", where=id)

    def beside(self, id: str, claim: str, brought: Brought, picture: bytes) -> Entry:
        """Keep a picture that was made for the job and is not the one that is delivered. Raises as `finish` does."""
        with self._worker.finishing, self._store.exclusive(id):
            task = self._held(id, claim)
            entry = beside(self._studio, task, _rendered(task, brought, picture, None, ()), picture)
            self._store.picture_changed(task.owner, entry.id)
            return entry

    def _done(self, id: str, claim: str, entry: Entry) -> Entry:
        with self._store.relaxed():
            self._store.done(id, entry.id, claim=claim)
        self._prolonged.pop(id, None)
        return entry

    def failed(self, id: str, claim: str, failed: Failed) -> None:
        task = self._held(id, claim)
        self._worker.making.failed(task, failed.raised(), MOST_ATTEMPTS)

    def release(self, id: str, claim: str) -> None:
        """The worker goes home: another makes it."""
        self._store.requeue(id, counts=False, claim=claim)

    def _held(self, id: str, claim: str) -> Task:
        task = self._store.task(id, claim)
        if task is None:
            raise JobConflict("the job is not this worker's any more", where=id, hint="it was cancelled, or given to another when its lease ran out")
        return task


def _rendered(task: Task, brought: Brought, picture: bytes, passes: bytes | None, files: Sequence[bytes]) -> Rendered:
    recipe = load(brought.recipe)
    if not _same(recipe, task.recipe):
        raise RequestError("the picture is of another recipe than the job's", where="recipe")
    pixels = open_picture(picture)
    if len(files) != len(brought.files):
        raise RequestError("each file needs its name and type", where="files")
    arrays = {} if passes is None else _arrays(passes, pixels.shape[:2])
    attached = tuple(File(name=name, type=type_, data=data) for (name, type_), data in zip(brought.files, files, strict=True))
    outcome = Outcome((Media(pixels),), files=attached, passes=arrays, report=brought.report, provenance=brought.provenance)
    return Rendered(recipe, outcome, brought.seconds, None)


def _same(made: Recipe, asked: Recipe) -> bool:
    """Whether a recipe is the one that was asked for: what an engine settles (scene, seed, kept parts) aside, and what was wrong with it before."""
    left = {"scene", "seed", "inputs", "prompt"}
    again = made.prompt == asked.prompt or made.prompt.startswith(asked.prompt + "\n")
    return again and made.model_dump(exclude=left) == asked.model_dump(exclude=left)


def _arrays(data: bytes, shape: tuple[int, ...]) -> dict[str, np.ndarray]:
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as file:
            found = {name: file[name] for name in KEPT_PASSES if name in file.files}
    except (ValueError, OSError, KeyError, EOFError):
        raise RequestError("the passes cannot be read", where="passes") from None
    if any(array.ndim != 2 or array.size > LARGEST_PASS for array in found.values()):
        raise RequestError("the passes have another shape than the picture", where="passes")
    return found


def report_of(outcome: Outcome) -> dict[str, Any]:
    """What of an engine's report goes with the passes, as JSON has it."""
    kept = {name: outcome.report[name] for name in ("subjects", "visible", "camera") if name in outcome.report}
    return json.loads(json.dumps(kept, default=str))
