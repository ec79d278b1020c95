"""The queries of jobs that a request waits for: in Core's words where both databases are asked the same.

What the tables (`diorama.database.tables`) hold. `numbers`: event ids given out, turns taken, whether the queue is paused.
`worker`, `claim`, `lease`: who makes it, the secret of this try, and until when it is theirs; NULL: the process that holds the file's lock.
`team`: whose limits it counts for, beside its owner's. `trace`: what it was ordered in (a traceparent). `trial`: what is asked of it before it is delivered.
`whole`: the job that it is a piece of; `piece`: which (contracts.Piece); `made`: the digest of the piece's file; `divided`: into how many pieces a job is.
`ready`: not before then. `remote`: NULL where nothing was submitted, '' while it is being submitted, else the service's name for it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Text, bindparam, cast, delete, func, insert, literal_column, or_, select, update

from diorama.database.json import items, number, text
from diorama.database.tables import jobs, numbers, pictures, sessions, workers

given = bindparam
j = jobs.c
QUEUED, RUNNING, DONE = (literal_column(f"'{state}'") for state in ("queued", "running", "done"))
"""Written out: an index of some rows is used where the query is known to want those."""
WAIT, RUN, WORK = j.state == QUEUED, j.state == RUNNING, j.state.in_((QUEUED, RUNNING))
OWN, WHOLE = j.owner == given("owner"), j.whole.is_(None)
COUNTS = j.state.not_in([literal_column("'failed'"), literal_column("'cancelled'")])


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
    "number": select(numbers.c.value).where(numbers.c.name == given("name")),
    "draining": select(workers.c.draining).where(workers.c.name == given("name")),
    "workers": select(workers).where(workers.c.seen >= given("since")).order_by(workers.c.name),
}  # fmt: skip
"""Of both."""

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
