"""The store: jobs in one SQLite file, or in a PostgreSQL database that several servers share; orders in, states changed, each in one transaction.

queued → running → done | failed;  queued, running → cancelled;  failed, cancelled → queued (retry)
running → queued (recover, its engine is busy, or its worker's lease ran out)

Who takes a job gets a claim, a secret of that one try: what is told under an older claim changes nothing, so that a worker that was thought dead does no harm.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from diorama import telemetry
from diorama.contracts import Piece, Spent, distinct
from diorama.errors import EngineQuota, JobConflict, KeyReused, QueueFull, QuotaUsed, UnknownJob
from diorama.jobs import database as statements
from diorama.jobs.divided import Divided
from diorama.jobs.job import ENDED, Job, Order, Problem, Warning
from diorama.jobs.ledger import QUEUE, Event, Given, OwnLedger, now, stamp
from diorama.recipe import Recipe, load
from diorama.studio.trial import Trial

LATEST = 2**62
KEPT = timedelta(days=30)
"""How long a job that has ended is remembered."""
FREE: dict[str, Any] = {"worker": None, "claim": None, "lease": None}
"""Of a job that nobody makes."""
KEYS_KEPT = timedelta(days=2)
"""How long what was asked for is known again."""


@dataclass(frozen=True)
class Task:
    """A job as the worker gets it."""

    id: str
    owner: str
    recipe: Recipe
    parent: str | None
    edit: Any
    attempts: int
    remote: str | None
    """None: nothing was submitted; empty: the process was lost while it was; else the service's name for it."""
    claim: str = ""
    """The secret of this try."""
    trace: str | None = None
    """What it was ordered in (`telemetry.traceparent`)."""
    trial: Trial | None = None
    """What its order asks of it before it is delivered."""
    whole: str | None = None
    """The job that it is a piece of."""
    piece: Piece | None = None
    divided: int = 0
    """Pieces that there are of it already: it is joined."""


class Budget(NamedTuple):
    """What may be spent in 24 hours."""

    amount: float
    currency: str
    owner: str | None = None
    """Whose orders it is for; None: of all owners together."""
    team: str | None = None
    """The team whose orders it is for, whoever of it ordered."""


class Team(NamedTuple):
    """Who an order counts for beside its owner."""

    name: str
    quota: int | None = None
    """Pictures in 24 hours."""


class JobStore(Divided):
    """Jobs, whatever the ledger."""

    # ── orders ──

    def submit(
        self, orders: Sequence[Order], owner: str, *, key: str | None = None, content: str = "", quota: int | None = None,
        most: int = LATEST, budgets: Sequence[Budget] = (), most_each: int = LATEST, team: Team | None = None,
        beside: Callable[[Any, Sequence[str]], None] = lambda *_: None,
    ) -> Sequence[Job]:  # fmt: skip
        """Write orders down: all or none. `key`: asked again with the same content, it answers with the jobs there are. `beside(connection, ids)`: writes
        down what belongs to them, in the same transaction.

        Raises KeyReused for a key with other content, QueueFull, QuotaUsed (`quota`: pictures in 24 hours; `team`: its own too), EngineQuota (`budgets`: each holds).
        """
        with self.change("submit") as connection:
            known = connection.execute(self.queries["key"], {"owner": owner, "key": key}).fetchone() if key is not None else None
            if known is not None:
                if known["content"] != content:
                    raise KeyReused("this key was used for another request", where="idempotency-key", hint="a new key for every new request")
                return self.several(json.loads(known["jobs"]))
            self._room(connection, owner, len(orders), quota, most, most_each)
            if team is not None and team.quota is not None and (made := self.team_made(team.name)) + len(orders) > team.quota:
                told = f"team {team.name}: {made} of {team.quota} pictures were asked for in the last 24 hours"
                raise QuotaUsed(told, where="n", hint="wait, or have the team's quota raised: `diorama token team`")
            for budget in budgets:
                self._afford(connection, orders, budget)
            ids = ["job_" + secrets.token_hex(12) for _ in orders]
            beside(connection, ids)
            self._insert(connection, orders, ids, owner, team and team.name)
            if key is not None:
                values = {"owner": owner, "key": key, "content": content, "jobs": json.dumps(ids), "created": now()}
                connection.execute(self.queries["key_begins"], values)
        return self.several(ids)

    def _room(self, connection: Any, owner: str, count: int, quota: int | None, most: int, most_each: int) -> None:
        waiting, own = connection.execute(self.queries["room"], {"owner": owner}).fetchone()
        if waiting + count > most or own + count > most_each:
            raise QueueFull(f"{waiting if waiting + count > most else own} jobs wait already", where="queue", hint="wait for some of them, or cancel them")
        if quota is not None:
            since = (datetime.now(UTC) - timedelta(days=1)).isoformat(timespec="milliseconds")
            made = connection.execute(self.queries["made_since"], {"owner": owner, "since": since}).fetchone()[0]
            if made + count > quota:
                raise QuotaUsed(f"{made} of {quota} pictures were asked for in the last 24 hours", where="n", hint="wait, or have the quota raised: `diorama token add`")

    def _afford(self, connection: Any, orders: Sequence[Order], budget: Budget) -> None:
        """What was spent in 24 hours, what waiting jobs may cost, and what these may, is within the budget; else EngineQuota."""
        new = [order.quote for order in orders if order.quote is not None]
        if not new:
            return
        foreign = [quote.currency for quote in new if quote.currency != budget.currency]
        whose, raised = _told(budget)
        if foreign:
            raise EngineQuota(f"this costs {foreign[0]}, and {whose} is in {budget.currency}", where="engine", hint=f"{raised} says what may be spent")
        values = {"currency": budget.currency, "since": stamp(-24 * 3600), "owner": budget.owner, "team": budget.team}
        spent, promised = (float(connection.execute(self.queries[name], values).fetchone()[0]) for name in ("spent_since", "promised"))
        cost = sum(quote.high for quote in new)
        if spent + promised + cost > budget.amount:
            before = f"{spent:.2f} spent in 24 hours and up to {promised:.2f} waiting"
            told = f"up to {cost:.2f} {budget.currency}, with {before}, is over {whose}, {budget.amount:.2f}"
            raise EngineQuota(told, where="n", hint=f"wait, ask for less, or have it raised: {raised}")

    def _insert(self, connection: Any, orders: Sequence[Order], ids: Sequence[str], owner: str, team: str | None) -> None:
        rank, events = self._last_rank(connection, owner), self.events(*((owner, "job", id) for id in ids), QUEUE)
        rows = [
            {
                "id": id, "owner": owner, "state": "queued", "rank": rank + k, "recipe": order.recipe.to_json(), "engine": order.recipe.engine,
                "parent": order.parent, "edit": None if order.edit is None else json.dumps(order.edit, ensure_ascii=False),
                "quote": order.quote and order.quote.model_dump_json(), "created": now(), "at": events.value(k), "trace": telemetry.traceparent(), "team": team,
                "trial": order.trial and order.trial.model_dump_json(),
            }
            for k, (id, order) in enumerate(zip(ids, orders, strict=True))
        ]  # fmt: skip
        if rows:
            connection.executemany(statements.new_jobs(tuple(name for name in rows[0] if name != "at"), events.known), rows)

    # ── look ──

    def team_made(self, team: str) -> int:
        """Pictures that a team asked for in 24 hours, without those that failed or were cancelled."""
        return self.connection.execute(self.queries["team_since"], {"team": team, "since": stamp(-24 * 3600)}).fetchone()[0]

    def team_spent(self, team: str, currency: str) -> float:
        """Money that a team's orders have cost in 24 hours."""
        values = {"owner": None, "team": team, "currency": currency, "since": stamp(-24 * 3600)}
        return float(self.connection.execute(self.queries["spent_since"], values).fetchone()[0])

    def get(self, id: str, owner: str | None = None) -> Job:
        """A job by its id; another owner's is as unknown as none. Raises UnknownJob."""
        row = self.connection.execute(self.queries["get"], {"id": id}).fetchone()
        if row is None or (owner is not None and row["owner"] != owner):
            raise UnknownJob("no such job", where=id, hint="jobs that ended are forgotten after 30 days")
        return self._job(row, self.positions() if row["state"] == "queued" else {})

    def several(self, ids: Sequence[str]) -> Sequence[Job]:
        """Jobs by their ids, in that order. Raises UnknownJob where one is not there."""
        found = {row["id"]: row for row in self.connection.execute(statements.several(len(ids)), tuple(ids))} if ids else {}
        if unknown := [id for id in ids if id not in found]:
            raise UnknownJob("no such job", where=unknown[0], hint="jobs that ended are forgotten after 30 days")
        places = self.positions()
        return [self._job(found[id], places) for id in ids]

    def list(self, owner: str, state: str | None = None, before: str | None = None, limit: int = 50) -> Sequence[Job]:
        """An owner's jobs, newest first. `before`: the id of the last one of the page before."""
        seq = LATEST if before is None else self._row(before, owner)["seq"]
        rows = self.connection.execute(self.queries["list_state" if state else "list"], {"owner": owner, "state": state, "before": seq, "limit": limit})
        places = self.positions()
        return [self._job(row, places) for row in rows]

    def changed(self, owner: str, event: int, limit: int = 1000) -> Sequence[tuple[int, str, Any]]:
        """What is another since `event`, in order: (event, "job", Job), (event, "picture", id). Each thing once, as it is now."""
        values, places = {"owner": owner, "event": event, "limit": limit}, self.positions()
        found: list[tuple[int, str, Any]] = [(row["event"], "job", self._job(row, places)) for row in self.connection.execute(self.queries["changed"], values)]
        found += [(row["event"], "picture", row["id"]) for row in self.connection.execute(self.queries["pictures"], values)]
        return sorted(found, key=lambda change: change[0])[:limit]

    def positions(self) -> dict[str, int]:
        """Every waiting job's place in line, from 0."""
        return {row["id"]: row["position"] for row in self.connection.execute(self.queries["turn"])}

    def lanes(self) -> Sequence[tuple[str, str, int, str]]:
        """Of each engine: how many wait and how many run, and when the oldest of them was asked for (engine, state, count, UTC)."""
        return [(row["engine"], row["state"], row["count"], row["oldest"]) for row in self.connection.execute(self.queries["lanes"])]

    def counts(self) -> dict[str, int]:
        """How many wait and run."""
        rows = self.connection.execute(self.queries["states"])
        return {"queued": 0, "running": 0} | {row[0]: row[1] for row in rows}

    def lasted(self, recipe: Recipe) -> Sequence[float]:
        """Seconds that the newest pictures like this one took: the same engine and quality, a size between half and one and a half times its own."""
        rows = self.connection.execute(self.queries["lasted"], {"engine": recipe.engine}).fetchall()
        pixels, found = recipe.width * recipe.height, []
        for row in rows:
            other = json.loads(row["recipe"])
            if other["quality"] == recipe.quality and 0.5 <= other["width"] * other["height"] / pixels <= 1.5:
                found.append((datetime.fromisoformat(row["ended"]) - datetime.fromisoformat(row["started"])).total_seconds())
        return found[:20]

    def waiting(self, engine: str) -> int:
        """How many wait or run in an engine's lane."""
        return self.connection.execute(self.queries["waiting"], {"engine": engine}).fetchone()[0]

    @property
    def paused(self) -> bool:
        return bool(self.number("paused"))

    def _row(self, id: str, owner: str) -> Any:
        row = self.connection.execute(self.queries["get"], {"id": id}).fetchone()
        if row is None or row["owner"] != owner:
            raise UnknownJob("no such job", where=id)
        return row

    def _held(self, id: str, owner: str) -> Any:
        """The row, which nobody else changes until the transaction ends."""
        row = self.connection.execute(self.queries["hold"], {"id": id}).fetchone()
        if row is None or row["owner"] != owner:
            raise UnknownJob("no such job", where=id)
        return row

    def _job(self, row: Any, places: dict[str, int]) -> Job:
        recipe = json.loads(row["recipe"])
        data = {name: row[name] for name in ("id", "owner", "state", "created", "started", "ended", "attempts", "parent", "picture", "event")}
        data |= {name: recipe[name] for name in ("prompt", "seed", "width", "height", "quality", "engine")}
        data |= {"ready": row["ready"] if row["state"] == "queued" else None, "submitted": bool(row["remote"])}
        data |= {"quote": row["quote"] and json.loads(row["quote"]), "spent": json.loads(row["spent"]), "warnings": json.loads(row["warnings"])}
        error = None if row["error"] is None else Problem.model_validate_json(row["error"])
        return Job(**data, error=error, position=places.get(row["id"]), progress=1.0 if row["state"] == "done" else 0.0)

    # ── change ──

    def take(self, most_attempts: int, engine: str, *, worker: str | None = None, lease: float | None = None) -> Task | None:
        """An engine's next job in turn, now running, `worker`'s for `lease` seconds (for as long as this process lives, without it); None where none is
        ready or the queue is paused."""
        with self.change() as connection:
            while (row := connection.execute(self.queries["first"], {"engine": engine, "now": now()}).fetchone()) and row["attempts"] >= most_attempts:
                message = f"the server was lost {row['attempts']} times while it made this picture"
                self._end(connection, row, "failed", error=Problem(message=message, type="server_error", code="lost", hint="try a smaller picture; the log may say more"))
            if row is None:
                return None
            claim = secrets.token_hex(16)
            held = {"worker": worker, "claim": claim, "lease": None if lease is None else stamp(lease)}
            set_ = {"state": "running", "attempts": row["attempts"] + 1, "started": now(), "ready": None, "error": None, **held}
            events = self._set(connection, row, QUEUE, **set_)  # ids of events only grow, and begin far above the turns that older versions counted
            connection.execute(statements.served(events.known), {"name": row["owner"], "at": events.value(1)})
            return _task(row, row["attempts"] + 1, claim)

    def extend(self, id: str, claim: str, lease: float) -> bool:
        """The worker goes on: the job is its for so long from now. False where it is not any more: cancelled, or given to another."""
        with self.change() as connection:
            return connection.execute(self.queries["lease"], {"until": stamp(lease), "id": id, "held": claim}).rowcount > 0

    def holds(self, id: str, claim: str) -> bool:
        """Whether the job runs under this claim."""
        row = self.connection.execute(self.queries["get"], {"id": id}).fetchone()
        return row is not None and row["state"] == "running" and row["claim"] == claim

    def task(self, id: str, claim: str) -> Task | None:
        """The job that runs under this claim."""
        row = self.connection.execute(self.queries["get"], {"id": id}).fetchone()
        if row is None or row["state"] != "running" or row["claim"] != claim:
            return None
        return _task(row, row["attempts"], claim)

    def lapsed(self) -> Sequence[str]:
        """The ids of jobs that are written down as running and that no worker has a lease of."""
        return [row["id"] for row in self.connection.execute(self.queries["lapsed"], {"now": now()})]

    def engines(self) -> Sequence[str]:
        """Engines that jobs wait for."""
        return [row["engine"] for row in self.connection.execute(self.queries["engines"])]

    def next_ready(self, engine: str) -> str | None:
        """When the first of an engine's waiting jobs that must wait may be taken, UTC."""
        return self.connection.execute(self.queries["ready"], {"engine": engine}).fetchone()[0]

    def running(self) -> Sequence[str]:
        """The ids of jobs that are written down as running."""
        return [row["id"] for row in self.connection.execute(self.queries["running"])]

    def done(self, id: str, picture: str, *, claim: str | None = None) -> None:
        """The job's picture is in the history. A job that was not running any more stays as it is."""
        with self.change() as connection:
            row = connection.execute(self.queries["hold"], {"id": id}).fetchone()
            if row is not None and row["state"] == "running" and claim in (None, row["claim"]):
                events = self._end(connection, row, "done", (row["owner"], "picture", picture), picture=picture)
                self._picture(connection, row["owner"], picture, events)

    def fail(self, id: str, problem: Problem, *, over: bool = True, claim: str | None = None) -> None:
        """`over`: no service has anything of it any more; else trying again goes on with what was submitted."""
        with self.change() as connection:
            row = connection.execute(self.queries["hold"], {"id": id}).fetchone()
            if row is not None and row["state"] == "running" and claim in (None, row["claim"]):
                self._end(connection, row, "failed", error=problem)
                if over:
                    self._set(connection, row, remote=None)
        if row is not None and row["whole"]:
            self.gather(row["whole"])

    def postpone(self, id: str, seconds: float, problem: Problem, *, claim: str | None = None) -> None:
        """A running job waits again, for so long at least: its engine is busy, or out of reach."""
        with self.change() as connection:
            row = connection.execute(self.queries["hold"], {"id": id}).fetchone()
            if row is not None and row["state"] == "running" and claim in (None, row["claim"]):
                self._set(connection, row, QUEUE, state="queued", started=None, **FREE, ready=stamp(seconds), error=problem.model_dump_json())

    def sending(self, id: str) -> None:
        """It is being submitted: from here on it may have to be paid."""
        self._money(id, remote="")

    def submitted(self, id: str, remote: str) -> None:
        self._money(id, remote=remote)

    def not_sent(self, id: str) -> None:
        """Nothing was ordered after all."""
        self._money(id, remote=None)

    def spend(self, id: str, spent: Spent) -> None:
        """Something was paid for it; the same reference again is the newest word on the same payment."""
        row = self.connection.execute(self.queries["get"], {"id": id}).fetchone()
        known = tuple(Spent.model_validate(one) for one in json.loads(row["spent"]))
        self._money(id, spent=json.dumps([one.model_dump(mode="json") for one in distinct((*known, spent))]))

    def warn(self, id: str, warning: Warning) -> None:
        with self.change() as connection:
            row = connection.execute(self.queries["hold"], {"id": id}).fetchone()
            self._set(connection, row, warnings=json.dumps([*json.loads(row["warnings"]), warning.model_dump()], ensure_ascii=False))

    def recipe(self, id: str) -> Recipe:
        return load(self.connection.execute(self.queries["get"], {"id": id}).fetchone()["recipe"])

    def remote(self, id: str) -> str | None:
        """See `Task.remote`."""
        return self.connection.execute(self.queries["get"], {"id": id}).fetchone()["remote"]

    def _money(self, id: str, **values: Any) -> None:
        """Written down whatever state the job is in, and through a power cut."""
        with self.strictly(), self.change() as connection:
            self._set(connection, connection.execute(self.queries["hold"], {"id": id}).fetchone(), **values)

    def requeue(self, id: str, *, counts: bool = True, claim: str | None = None) -> None:
        """A running job waits again, where it stood. `counts`: the attempt was one of those it has."""
        with self.change() as connection:
            row = connection.execute(self.queries["hold"], {"id": id}).fetchone()
            if row is not None and row["state"] == "running" and claim in (None, row["claim"]):
                self._set(connection, row, QUEUE, state="queued", started=None, **FREE, attempts=row["attempts"] - (not counts))

    def cancel(self, id: str, owner: str) -> Job:
        """Nobody wants it any more. One that has ended stays as it is."""
        with self.change() as connection:
            row = self._held(id, owner)
            if row["state"] not in ENDED:
                pieces = connection.execute(self.queries["pieces"], {"whole": id}).fetchall()
                self._end(connection, row, "cancelled")
                self._set(connection, row, remote=None)
                self._cancel_pieces(connection, pieces)
        return self.get(id)

    def retry(self, id: str, owner: str) -> Job:
        """A job that failed or was cancelled goes to the end of the line, with all attempts before it. Raises JobConflict."""
        with self.change() as connection:
            row = self._held(id, owner)
            if row["state"] not in ("failed", "cancelled"):
                raise JobConflict(f"the job is {row['state']}", where=id, hint="only what failed or was cancelled can be tried again")
            set_ = {"state": "queued", "attempts": 0, "error": None, "started": None, "ended": None, "ready": None, "divided": None}
            connection.execute(self.queries["pieces_end"], {"whole": id})
            self._set(connection, row, QUEUE, **set_, rank=self._last_rank(connection, owner))
        return self.get(id)

    def move(self, id: str, owner: str, position: int) -> Job:
        """Put a waiting job at a place (from 0) among its owner's own in the same lane; too far is the end. Raises JobConflict."""
        with self.change() as connection:
            if (moved := self._row(id, owner))["state"] != "queued":
                raise JobConflict("the job does not wait any more", where=id)
            rows = connection.execute(self.queries["line"], {"owner": owner, "engine": moved["engine"]}).fetchall()
            order = [row["id"] for row in rows if row["id"] != id]
            order.insert(max(0, position), id)
            events = self.events(*((owner, "job", other) for other in order))
            values = [{"place": float(rank), "at": events.value(rank), "of": other} for rank, other in enumerate(order)]
            connection.executemany(statements.ranked(events.known), values)
        return self.get(id)

    def pause(self, paused: bool) -> None:
        with self.change() as connection:
            connection.execute(self.queries["number_is"], {"of": "paused", "is": int(paused)})
            self.events(QUEUE)

    def picture_changed(self, owner: str, picture: str) -> None:
        """Something about a picture of the history is another."""
        with self.change() as connection:
            self._picture(connection, owner, picture, self.events((owner, "picture", picture)))

    # ── inside ──

    def _picture(self, connection: Any, owner: str, picture: str, events: Given) -> None:
        connection.execute(statements.picture(events.known), {"id": picture, "owner": owner, "at": events.value(events.many - 1)})

    def _end(self, connection: Any, row: Any, state: str, *beside: Event, picture: str | None = None, error: Problem | None = None) -> Given:
        return self._set(connection, row, QUEUE, *beside, state=state, picture=picture, error=error and error.model_dump_json(), ended=now())

    def _set(self, connection: Any, row: Any, *beside: Event, **values: Any) -> Given:
        """Change a row that is held; the ids of its event and of those that are told beside it."""
        events = self.events((row["owner"], "job", row["id"]), *beside)
        connection.execute(statements.set_of(tuple(values), events.known), {**values, "at": events.value(0), "of": row["seq"]})
        return events

    def _last_rank(self, connection: Any, owner: str) -> float:
        return connection.execute(self.queries["last_rank"], {"owner": owner}).fetchone()[0]

    def tidy(self) -> None:
        """Forget jobs that ended long ago, and keys and asks that nobody will send again."""
        with self.change() as connection:
            for over, kept in (("jobs_over", KEPT), ("keys_over", KEYS_KEPT), ("asks_over", KEYS_KEPT)):
                connection.execute(self.queries[over], {"since": stamp(-kept.total_seconds())})


def _told(budget: Budget) -> tuple[str, str]:
    """Whose budget it is, and what raises it."""
    if budget.team is not None:
        return f"the budget of team {budget.team}", "`diorama token team --budget`"
    return ("the budget", "DIORAMA_BUDGET") if budget.owner is None else (f"the budget of {budget.owner}", "`diorama token add --budget`")


class Store(JobStore, OwnLedger):
    """The jobs of one home, in a file of its own."""


def _task(row: Any, attempts: int, claim: str) -> Task:
    edit = None if row["edit"] is None else json.loads(row["edit"])
    trial = None if row["trial"] is None else Trial.model_validate_json(row["trial"])
    piece = None if row["piece"] is None else Piece.model_validate_json(row["piece"])
    task = Task(row["id"], row["owner"], load(row["recipe"]), row["parent"], edit, attempts, row["remote"], claim, row["trace"], trial)
    return replace(task, whole=row["whole"], piece=piece, divided=row["divided"] or 0)
