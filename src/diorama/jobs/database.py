"""The statements of jobs: in Core's words where both databases are asked the same.

What the tables (`diorama.database.tables`) hold. `numbers`: event ids given out, turns taken, whether the queue is paused.
`worker`, `claim`, `lease`: who makes it, the secret of this try, and until when it is theirs; NULL: the process that holds the file's lock.
`team`: whose limits it counts for, beside its owner's. `trace`: what it was ordered in (a traceparent). `trial`: what is asked of it before it is delivered.
`whole`: the job that it is a piece of; `piece`: which (contracts.Piece); `made`: the digest of the piece's file; `divided`: into how many pieces a job is.
`ready`: not before then. `remote`: NULL where nothing was submitted, '' while it is being submitted, else the service's name for it."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import BigInteger, Table, Text, and_, bindparam, case, cast, delete, func, insert, literal_column, or_, select, update

from diorama.database.json import items, number, text
from diorama.database.put import Put
from diorama.database.tables import asks, audit, jobs, keys, numbers, owners, pictures, prompts, sessions, teams, tokens, workers
from diorama.database.tables import secrets as kept

given = bindparam
j = jobs.c
QUEUED, RUNNING, DONE = (literal_column(f"'{state}'") for state in ("queued", "running", "done"))
"""Written out: an index of some rows is used where the query is known to want those."""
WAIT, RUN, WORK = j.state == QUEUED, j.state == RUNNING, j.state.in_((QUEUED, RUNNING))
OWN, WHOLE = j.owner == given("owner"), j.whole.is_(None)
COUNTS = j.state.not_in([literal_column("'failed'"), literal_column("'cancelled'")])


def new(table: Table, *names: str) -> Any:
    """A new row with these columns."""
    return insert(table).values({name: given(name) for name in names}).inline()


def _anyone(column: Any, name: str) -> Any:
    """Where a value is given the column has it."""
    return or_(cast(given(name), Text).is_(None), column == given(name))


def _spent() -> Any:
    paid = items(j.spent, "paid")
    amount = func.coalesce(func.sum(number(paid.c.value, "amount")), 0)
    whose = (_anyone(j.owner, "owner"), _anyone(j.team, "team"))
    return select(amount).select_from(jobs, paid).where(j.created >= given("since"), *whose, text(paid.c.value, "currency") == given("currency"))


def _promised() -> Any:
    whose = (_anyone(j.owner, "owner"), _anyone(j.team, "team"))
    return select(func.coalesce(func.sum(number(j.quote, "high")), 0)).where(WORK, j.spent == "[]", *whose, text(j.quote, "currency") == given("currency"))


def _turn(hint: str = "") -> str:
    """Every waiting job and its place in its engine's line. Round robin: each owner's first job, then each owner's second; within a round, whoever was
    served longest ago comes first."""
    return f"""SELECT id, row_number() OVER (PARTITION BY engine ORDER BY round, served, seq) - 1 AS position FROM (
    SELECT jobs.id, jobs.seq, jobs.engine, coalesce(owners.served, 0) AS served, row_number() OVER (PARTITION BY engine, owner ORDER BY rank, jobs.seq) AS round
    FROM jobs{hint} LEFT JOIN owners ON owners.name = jobs.owner WHERE state = 'queued') AS line"""


QUERIES: dict[str, Any] = {
    "get": select(jobs).where(j.id == given("id")),
    "hold": select(jobs).where(j.id == given("id")).with_for_update(),
    "line": select(j.id).where(OWN, j.engine == given("engine"), WAIT).order_by(j.rank, j.seq).with_for_update(),
    "list": select(jobs).where(OWN, WHOLE, j.seq < given("before")).order_by(j.seq.desc()).limit(given("limit")),
    "list_state": select(jobs).where(OWN, j.state == given("state"), WHOLE, j.seq < given("before")).order_by(j.seq.desc()).limit(given("limit")),
    "changed": select(jobs).where(OWN, WHOLE, j.event > given("event")).order_by(j.event).limit(given("limit")),
    "pictures": select(pictures.c.id, pictures.c.event).where(pictures.c.owner == given("owner"), pictures.c.event > given("event"))
        .order_by(pictures.c.event).limit(given("limit")),
    "running": select(jobs).where(RUN).order_by(j.seq),
    "lapsed": select(j.id).where(RUN, or_(j.lease.is_(None), j.lease < given("now"))).order_by(j.seq),
    "pieces": select(jobs).where(j.whole == given("whole")).order_by(j.seq),
    "wholes": select(j.id).where(RUN, j.worker == given("worker")),
    "engines": select(j.engine).where(WAIT).distinct(),
    "ready": select(func.min(j.ready)).where(WAIT, j.engine == given("engine"), j.ready.is_not(None)),
    "lanes": select(j.engine, j.state, func.count().label("count"), func.min(j.created).label("oldest")).where(WORK)
        .group_by(j.engine, j.state).order_by(j.engine, j.state),
    "states": select(j.state, func.count()).where(WORK).group_by(j.state),
    "waiting": select(func.count()).select_from(jobs).where(WORK, j.engine == given("engine")),
    "oldest": select(func.min(j.created)).where(WAIT, j.engine == given("engine")),
    "held": select(j.id, j.worker).where(RUN, j.worker.is_not(None)),
    "spent_since": _spent(),
    "promised": _promised(),
    "lasted": select(j.recipe, j.started, j.ended).where(j.state == DONE, j.engine == given("engine"), j.attempts == 1, WHOLE, j.divided.is_(None))
        .order_by(j.seq.desc()).limit(60),
    "made_since": select(func.count()).select_from(jobs).where(OWN, WHOLE, j.created >= given("since"), COUNTS),
    "team_since": select(func.count()).select_from(jobs).where(j.team == given("team"), WHOLE, j.created >= given("since"), COUNTS),
    "session": select(sessions).where(sessions.c.id == given("id"), sessions.c.until > given("now")),
    "sessions": select(*(sessions.c[name] for name in ("id", "owner", "created", "looked", "until"))).where(sessions.c.until > given("now"))
        .order_by(sessions.c.owner, sessions.c.id),
    "session_of": select(sessions.c.id).where(sessions.c.owner == given("owner"), sessions.c.until > given("now")).limit(1),
    "session_begins": insert(sessions),
    "session_looked": update(sessions).where(sessions.c.id == given("id"), sessions.c.looked == given("before")).values(looked=given("now")),
    "session_renewed": update(sessions).where(sessions.c.id == given("id")).values(facts=given("facts")),
    "session_ends": delete(sessions).where(sessions.c.id == given("id")),
    "sessions_end": delete(sessions).where(sessions.c.owner == given("owner")),
    "sessions_over": delete(sessions).where(sessions.c.until <= given("now")),
    "room": select(func.count(), func.coalesce(func.sum(case((OWN, 1), else_=0)), 0)).where(WAIT),
    "last_rank": select(func.coalesce(func.max(j.rank), 0) + 1).where(OWN, WAIT),
    "lease": update(jobs).where(j.id == given("id"), j.claim == given("held"), RUN).values(lease=given("until")),
    "pieces_end": delete(jobs).where(j.whole == given("whole")),
    "jobs_over": delete(jobs).where(j.ended < given("since")),
    "since": select(j.id, j.owner, j.event).where(j.event > given("since")).order_by(j.event),
    "key": select(keys.c.content, keys.c.jobs).where(keys.c.owner == given("owner"), keys.c.key == given("key")),
    "key_begins": new(keys, "owner", "key", "content", "jobs", "created"),
    "keys_over": delete(keys).where(keys.c.created < given("since")),
    "asks": select(asks).where(asks.c.owner == given("owner"), asks.c.content == given("content")).order_by(asks.c.id),
    "ask_begins": new(asks, "owner", "content", "jobs", "created").returning(asks.c.id),
    "ask_answered": update(asks).where(asks.c.id == given("of")).values(answered=given("now")),
    "ask_ends": delete(asks).where(asks.c.id == given("of")),
    "answered_end": delete(asks).where(asks.c.owner == given("owner"), asks.c.content == given("content"), asks.c.answered.is_not(None)),
    "asks_over": delete(asks).where(asks.c.created < given("since")),
    "prompts": select(prompts.c.id, prompts.c.name, prompts.c.prompt, prompts.c.created).where(prompts.c.owner == given("owner"))
        .order_by(prompts.c.created.desc(), prompts.c.id),
    "prompts_of": select(func.count()).select_from(prompts).where(prompts.c.owner == given("owner")),
    "prompt_begins": new(prompts, "id", "owner", "name", "prompt", "created"),
    "prompt_replaced": delete(prompts).where(prompts.c.owner == given("owner"), prompts.c.name == given("name")),
    "prompt_ends": delete(prompts).where(prompts.c.id == given("id"), prompts.c.owner == given("owner")),
    "audit": select(audit).where(audit.c.id < given("before"), _anyone(audit.c.who, "who")).order_by(audit.c.id.desc()).limit(given("limit")),
    "audit_line": new(audit, "at", "who", "action", "status", "request", "client"),
    "audit_over": delete(audit).where(audit.c.at < given("since")),
    "number": select(numbers.c.value).where(numbers.c.name == given("name")),
    "number_is": update(numbers).where(numbers.c.name == given("of")).values(value=given("is")),
    "tokens": select(tokens.c.facts).order_by(tokens.c.name),
    "teams": select(teams.c.facts).order_by(teams.c.name),
    "secret": select(kept.c.value).where(kept.c.name == given("name")),
    "secret_begins": Put(kept, {"name": given("name"), "value": given("value")}, ["name"]),
    "worker_seen": Put(workers, {name: given(name) for name in ("name", "facts", "seen")}, ["name"], ["facts", "seen"], workers.c.draining),
    "worker_drains": update(workers).where(workers.c.name == given("of")).values(draining=given("drains")),
    "helpers": select(workers.c.facts).where(workers.c.seen >= given("since"), workers.c.draining == literal_column("0")),
    "draining": select(workers.c.draining).where(workers.c.name == given("name")),
    "workers": select(workers).where(workers.c.seen >= given("since")).order_by(workers.c.name),
}  # fmt: skip
"""Of both."""


# ── statements of as many kinds as there are columns to be written ──


def _event(known: bool) -> Any:
    """An event's id: as it is given (`at`), or so many before the last that the database gave out."""
    at = bindparam("at", type_=BigInteger)
    last = select(numbers.c.value).where(numbers.c.name == literal_column("'events'")).scalar_subquery()
    return at if known else last - cast(at, BigInteger)


@cache
def set_of(names: tuple[str, ...], known: bool) -> Any:
    """One job (`of`: its seq) takes these values, and an event's id."""
    return update(jobs).where(j.seq == given("of")).values({name: given(name) for name in names} | {"event": _event(known)})


@cache
def ranked(known: bool) -> Any:
    return update(jobs).where(j.id == given("of")).values(rank=given("place"), event=_event(known))


@cache
def new_jobs(names: tuple[str, ...], known: bool) -> Any:
    """Jobs with these values, and an event's id each."""
    return insert(jobs).values({name: given(name) for name in names} | {"event": _event(known)}).inline()


@cache
def served(known: bool) -> Any:
    """An owner has had a turn just now."""
    return Put(owners, {"name": given("name"), "served": _event(known)}, ["name"], ["served"])


@cache
def picture(known: bool) -> Any:
    return Put(pictures, {"id": given("id"), "owner": given("owner"), "event": _event(known)}, ["id"], ["event"])


@cache
def several(count: int) -> Any:
    """Jobs by so many ids (by place)."""
    return select(jobs).where(j.id.in_([given(f"p{k}") for k in range(count)]))


@cache
def alive(count: int) -> Any:
    """How many of so many jobs (p0 …) wait, run, or have ended since then: done, or, where `any`, in whatever way."""
    ended = and_(j.ended >= given("since"), or_(j.state == DONE, cast(given("any"), BigInteger) == literal_column("1")))
    return select(func.count()).select_from(jobs).where(j.id.in_([given(f"p{k}") for k in range(count)]), or_(WORK, ended))


# ── whose turn it is ──

OWN_QUERIES: dict[str, Any] = {
    **QUERIES,
    "turn": _turn(" INDEXED BY jobs_waiting"),
    "first": """SELECT jobs.* FROM (SELECT DISTINCT owner FROM jobs WHERE state = 'queued' AND engine = :engine) AS waiting
        JOIN jobs ON jobs.seq = (SELECT seq FROM jobs AS own WHERE own.engine = :engine AND own.owner = waiting.owner AND own.state = 'queued'
            AND (own.ready IS NULL OR own.ready <= :now) ORDER BY rank, seq LIMIT 1)
        LEFT JOIN owners ON owners.name = jobs.owner WHERE (SELECT value FROM numbers WHERE name = 'paused') = 0
        ORDER BY coalesce(owners.served, 0), jobs.seq LIMIT 1""",
}
"""And SQLite's, whose one writer waits for nobody."""

SHARED_QUERIES: dict[str, Any] = {
    **QUERIES,
    "turn": _turn(),
    # Owners are found by hops over the index, not by reading all that waits; of each the first few, so that who finds some taken takes the next.
    "first": """WITH RECURSIVE waiting(owner) AS (
            (SELECT owner FROM jobs WHERE state = 'queued' AND engine = :engine ORDER BY owner LIMIT 1)
            UNION ALL SELECT (SELECT owner FROM jobs WHERE state = 'queued' AND engine = :engine AND owner > waiting.owner ORDER BY owner LIMIT 1)
            FROM waiting WHERE waiting.owner IS NOT NULL)
        SELECT taken.* FROM (SELECT line.seq FROM waiting LEFT JOIN owners ON owners.name = waiting.owner
            CROSS JOIN LATERAL (SELECT seq, row_number() OVER (ORDER BY rank, seq) AS round FROM (SELECT seq, rank FROM jobs AS own
                WHERE own.engine = :engine AND own.owner = waiting.owner AND own.state = 'queued' AND (own.ready IS NULL OR own.ready <= :now)
                ORDER BY rank, seq LIMIT 16) AS few) AS line
            WHERE waiting.owner IS NOT NULL AND (SELECT value FROM numbers WHERE name = 'paused') = 0
            ORDER BY line.round, coalesce(owners.served, 0), line.seq) AS turn
        CROSS JOIN LATERAL (SELECT * FROM jobs WHERE jobs.seq = turn.seq AND state = 'queued' FOR UPDATE SKIP LOCKED) AS taken LIMIT 1""",
}
"""And PostgreSQL's, where many take at a time."""
