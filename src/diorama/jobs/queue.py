"""The queue: store, hub, previews and worker as one thing that doors use. One process at a time has the queue of a home."""

from __future__ import annotations

import fcntl
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from diorama import contracts
from diorama.contracts import Cancel
from diorama.errors import DioramaError, EngineQuota, JobError
from diorama.jobs.asks import Asks
from diorama.jobs.audit import Audit
from diorama.jobs.hub import Hub, Listener
from diorama.jobs.job import Job, Order
from diorama.jobs.previews import Previews
from diorama.jobs.prompts import Prompts
from diorama.jobs.remote import Remote
from diorama.jobs.sessions import Sessions
from diorama.jobs.store import Budget, JobStore, Store, Team
from diorama.jobs.worker import Worker
from diorama.studio import Studio
from diorama.studio.standing import stands


class Queue:
    """`start` takes up where the last process stopped; `stop` leaves all that is not done for the next one."""

    def __init__(self, studio: Studio):
        home = studio.settings.home
        home.mkdir(parents=True, exist_ok=True)
        self._studio = studio
        self.hub = Hub()
        self.previews = Previews()
        database = studio.settings.database
        self._lock = _lock(home / "jobs.lock") if database is None else None
        self.store = Store(home / "jobs.sqlite", self.hub.tell) if database is None else _shared(database, self)
        self.prompts = Prompts(self.store)
        self.asks = Asks(self.store)
        self.audit = Audit(self.store)
        self.sessions = Sessions(self.store)
        self.worker = Worker(studio, self.store, self.previews)
        self.remote = Remote(studio, self.store, self.previews, self.worker)

    def start(self) -> None:
        self.store.tidy()
        self.audit.tidy()
        self.worker.start()

    def stop(self, wait: float = 10.0) -> None:
        self.hub.close()
        self.worker.stop(wait)
        self.store.end()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def submit(
        self, orders: Sequence[Order], owner: str, *, key: str | None = None, content: str = "", quota: int | None = None,
        allowance: float | None = None, team: Team | None = None, team_allowance: float | None = None, beside: Callable[[Any, Sequence[str]], None] = lambda *_: None,
    ) -> Sequence[Job]:  # fmt: skip
        """Write orders down (all or none), then wake the worker. See `Store.submit`. What an engine would refuse is said now (`Studio.check`).
        `allowance`: what this owner may spend in 24 hours, in the budget's currency; `team`, `team_allowance`: what all of its team may ask for and spend."""
        settings = self._studio.settings
        limits = ((settings.budget, None, None), (allowance, owner, None), (team_allowance, None, team and team.name))
        budgets = [Budget(most, settings.budget_currency, *whose) for most, *whose in limits if most is not None]
        orders = [self._quoted(order, limited=bool(budgets)) for order in orders]
        jobs = self.store.submit(
            orders, owner, key=key, content=content, quota=quota, most=settings.max_queue, most_each=settings.max_queue_each, beside=beside,
            budgets=budgets, team=team,
        )  # fmt: skip
        self.worker.wake()
        return [self.live(job) for job in jobs]

    def _quoted(self, order: Order, *, limited: bool) -> Order:
        """The order, checked, with what it will cost. Raises EngineQuota where there is a budget and nobody knows what it will cost."""
        self._studio.check(contracts.Job(order.recipe))
        quote = order.quote or self._studio.quote(order.recipe)
        costs = self._studio.able(order.recipe.engine).costs and stands(order.recipe) is None
        if quote is None and limited and costs:
            hint = "choose a model whose price is known (`diorama models`), or have the budget taken away (DIORAMA_BUDGET, `diorama token add --budget`)"
            raise EngineQuota("there is a budget, and what this model costs is not known before", where="engine", hint=hint)
        return order.model_copy(update={"quote": quote})

    def get(self, id: str, owner: str | None = None) -> Job:
        return self.live(self.store.get(id, owner))

    def list(self, owner: str, state: str | None = None, before: str | None = None, limit: int = 50) -> Sequence[Job]:
        return [self.live(job) for job in self.store.list(owner, state, before, limit)]

    def changed(self, owner: str, event: int) -> Sequence[tuple[int, str, Any]]:
        return [(number, kind, self.live(thing) if kind == "job" else thing) for number, kind, thing in self.store.changed(owner, event)]

    def cancel(self, id: str, owner: str) -> Job:
        """Cancelled at once; the engine stops within a second. A job that is being finished is done instead."""
        with self.worker.finishing, self.store.exclusive(id):
            waiting = self.store.get(id, owner).state == "queued"
            remote = self.store.remote(id)
            job = self.store.cancel(id, owner)
            if job.state == "cancelled":
                for one in (id, *(row["id"] for row in self.store.pieces_of(id))):
                    self.worker.abandon(one)
        if waiting and remote:
            threading.Thread(target=self._withdraw, args=(id, remote), daemon=True).start()
        return job

    def _withdraw(self, id: str, remote: str) -> None:
        """Tell a service that what waits here to be fetched is not wanted any more."""
        recipe, cancel = self.store.recipe(id), Cancel()
        cancel.now()
        with suppress(DioramaError):
            self._studio.render(recipe, remote_id=remote, cancel=cancel)
        self.store.close()

    def retry(self, id: str, owner: str) -> Job:
        job = self.store.retry(id, owner)
        self.worker.wake()
        return job

    def move(self, id: str, owner: str, position: int) -> Job:
        return self.store.move(id, owner, position)

    def pause(self, paused: bool) -> None:
        """No job begins while paused; the running one goes on."""
        self.store.pause(paused)
        self.worker.wake()

    def live(self, job: Job) -> Job:
        """The job with what is known of it only in memory."""
        live = self.previews.live(job.id) if job.state == "running" else None
        if live is None:
            return job
        return job.model_copy(update={"progress": live.progress, "stage": live.stage, "text": live.text, "preview": live.newest})

    def listen(self, wake: Callable[[], None], *, owner: str | None = None, jobs: tuple[str, ...] = ()) -> Listener:
        return self.hub.listen(wake, owner=owner, jobs=jobs)


def _shared(address: str, queue: Queue) -> JobStore:
    from diorama.jobs.shared import SharedStore  # loads SQLAlchemy

    def tell(owner: str, kind: str, id: str, event: int) -> None:
        queue.hub.tell(owner, kind, id, event)
        if hasattr(queue, "worker"):
            queue.worker.hear(kind, id)

    return SharedStore(address, tell, queue.previews.learn)


@contextmanager
def locked(home: Path) -> Iterator[None]:
    """Keep servers off this home's files meanwhile. Raises JobError where one has them."""
    home.mkdir(parents=True, exist_ok=True)
    handle = _lock(home / "jobs.lock")
    try:
        yield
    finally:
        os.close(handle)


def _lock(path: Path) -> int:
    """Hold the home's queue until the process ends, however it ends."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        other = os.read(handle, 20).decode("ascii", "replace").strip()
        os.close(handle)
        raise JobError(f"another server has this home already (process {other})", where=str(path.parent), hint="use that one, stop it, or set DIORAMA_HOME") from None
    os.ftruncate(handle, 0)
    os.pwrite(handle, str(os.getpid()).encode(), 0)
    return handle
