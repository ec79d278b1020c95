"""The database of jobs: tables as a list of migrations, and the queries that a request waits for."""

from __future__ import annotations

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE jobs (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            owner TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
            rank REAL NOT NULL,
            recipe TEXT NOT NULL,
            parent TEXT,
            edit TEXT,
            inputs TEXT NOT NULL DEFAULT '{}',
            attempts INTEGER NOT NULL DEFAULT 0,
            picture TEXT,
            error TEXT,
            created TEXT NOT NULL,
            started TEXT,
            ended TEXT,
            event INTEGER NOT NULL
        ) STRICT""",
        "CREATE INDEX jobs_waiting ON jobs(owner, rank, seq) WHERE state = 'queued'",
        "CREATE INDEX jobs_running ON jobs(seq) WHERE state = 'running'",
        "CREATE INDEX jobs_owner ON jobs(owner, seq)",
        "CREATE INDEX jobs_state ON jobs(owner, state, seq)",
        "CREATE INDEX jobs_event ON jobs(owner, event)",
        "CREATE INDEX jobs_created ON jobs(owner, created)",
        "CREATE TABLE owners (name TEXT PRIMARY KEY, served INTEGER NOT NULL) STRICT, WITHOUT ROWID",
        """CREATE TABLE keys (
            owner TEXT NOT NULL, key TEXT NOT NULL, content TEXT NOT NULL, jobs TEXT NOT NULL, created TEXT NOT NULL, PRIMARY KEY (owner, key)
        ) STRICT, WITHOUT ROWID""",
        "CREATE TABLE inputs (digest TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT",
        "CREATE TABLE pictures (id TEXT PRIMARY KEY, owner TEXT NOT NULL, event INTEGER NOT NULL) STRICT, WITHOUT ROWID",
        "CREATE INDEX pictures_event ON pictures(owner, event)",
        "CREATE TABLE numbers (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID",
        "INSERT INTO numbers (name, value) VALUES ('events', 0), ('turns', 0), ('paused', 0), ('paused_event', 0)",
        """CREATE TABLE prompts (
            id TEXT PRIMARY KEY, owner TEXT NOT NULL, name TEXT NOT NULL, prompt TEXT NOT NULL, created TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX prompts_owner ON prompts(owner, created)",
    ),
    (
        """CREATE TABLE asks (
            id INTEGER PRIMARY KEY AUTOINCREMENT, owner TEXT NOT NULL, content TEXT NOT NULL, jobs TEXT NOT NULL, created TEXT NOT NULL, answered TEXT
        ) STRICT""",
        "CREATE INDEX asks_content ON asks(owner, content, id)",
    ),
    (
        # Inputs lie in the history since, named by recipes; what waits with inputs of its own cannot be made any more.
        """UPDATE jobs SET state = 'failed', ended = created,
            error = '{"message":"it waited with pictures of an older version","type":"server_error","hint":"ask for it again"}'
            WHERE state IN ('queued', 'running') AND (inputs ->> '$.references' != '[]' OR inputs ->> '$.mask' IS NOT NULL)""",
        "DROP TABLE inputs",
        "ALTER TABLE jobs DROP COLUMN inputs",
    ),
    (
        "ALTER TABLE jobs ADD COLUMN engine TEXT NOT NULL DEFAULT ''",
        "UPDATE jobs SET engine = recipe ->> '$.engine'",
        "ALTER TABLE jobs ADD COLUMN ready TEXT",
        "ALTER TABLE jobs ADD COLUMN remote TEXT",
        "ALTER TABLE jobs ADD COLUMN quote TEXT",
        "ALTER TABLE jobs ADD COLUMN spent TEXT NOT NULL DEFAULT '[]'",
        "ALTER TABLE jobs ADD COLUMN warnings TEXT NOT NULL DEFAULT '[]'",
        "DROP INDEX jobs_waiting",
        "CREATE INDEX jobs_waiting ON jobs(engine, owner, rank, seq) WHERE state = 'queued'",
        "CREATE INDEX jobs_line ON jobs(owner, rank, seq) WHERE state = 'queued'",
    ),
    (
        "ALTER TABLE jobs ADD COLUMN worker TEXT",
        "ALTER TABLE jobs ADD COLUMN claim TEXT",
        "ALTER TABLE jobs ADD COLUMN lease TEXT",
        "CREATE TABLE workers (name TEXT PRIMARY KEY, facts TEXT NOT NULL, seen TEXT NOT NULL, draining INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID",
        "CREATE INDEX jobs_ready ON jobs(engine, ready) WHERE state = 'queued' AND ready IS NOT NULL",
        "CREATE INDEX jobs_ended ON jobs(ended) WHERE ended IS NOT NULL",
    ),
    (
        "ALTER TABLE jobs ADD COLUMN trace TEXT",
        """CREATE TABLE audit (
            id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL, status INTEGER NOT NULL,
            request TEXT NOT NULL, client TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX audit_who ON audit(who, id)",
    ),
    (
        "ALTER TABLE jobs ADD COLUMN team TEXT",
        "CREATE INDEX jobs_team ON jobs(team, created) WHERE team IS NOT NULL",
    ),
    ("ALTER TABLE jobs ADD COLUMN trial TEXT",),
    (
        "ALTER TABLE jobs ADD COLUMN whole TEXT",
        "ALTER TABLE jobs ADD COLUMN piece TEXT",
        "ALTER TABLE jobs ADD COLUMN made TEXT",
        "ALTER TABLE jobs ADD COLUMN divided INTEGER",
        "CREATE INDEX jobs_whole ON jobs(whole, seq) WHERE whole IS NOT NULL",
    ),
)
"""One step of the schema each; steps are only ever added. `numbers`: event ids given out, turns taken, whether the queue is paused.
`worker`, `claim`, `lease`: who makes it, the secret of this try, and until when it is theirs; NULL: the process that holds the file's lock.
`team`: whose limits it counts for, beside its owner's. `trace`: what it was ordered in (a traceparent). `trial`: what is asked of it before it is delivered.
`whole`: the job that it is a piece of; `piece`: which (contracts.Piece); `made`: the digest of the piece's file; `divided`: into how many pieces a job is.
`ready`: not before then. `remote`: NULL where nothing was submitted, '' while it is being submitted, else the service's name for it."""

TURN = """SELECT id, row_number() OVER (PARTITION BY engine ORDER BY round, served, seq) - 1 AS position FROM (
    SELECT jobs.id, jobs.seq, jobs.engine, coalesce(owners.served, 0) AS served, row_number() OVER (PARTITION BY engine, owner ORDER BY rank, jobs.seq) AS round
    FROM jobs INDEXED BY jobs_waiting LEFT JOIN owners ON owners.name = jobs.owner WHERE state = 'queued')"""
"""Every waiting job and its place in its engine's line. Round robin: each owner's first job, then each owner's second; within a round, whoever was
served longest ago comes first."""

QUERIES = {
    "get": "SELECT * FROM jobs WHERE id = :id",
    "hold": "SELECT * FROM jobs WHERE id = :id",
    "line": "SELECT id FROM jobs WHERE owner = :owner AND engine = :engine AND state = 'queued' ORDER BY rank, seq",
    "list": "SELECT * FROM jobs WHERE owner = :owner AND whole IS NULL AND seq < :before ORDER BY seq DESC LIMIT :limit",
    "list_state": "SELECT * FROM jobs WHERE owner = :owner AND state = :state AND whole IS NULL AND seq < :before ORDER BY seq DESC LIMIT :limit",
    "changed": "SELECT * FROM jobs WHERE owner = :owner AND whole IS NULL AND event > :event ORDER BY event LIMIT :limit",
    "pictures": "SELECT id, event FROM pictures WHERE owner = :owner AND event > :event ORDER BY event LIMIT :limit",
    "running": "SELECT * FROM jobs WHERE state = 'running' ORDER BY seq",
    "lapsed": "SELECT id FROM jobs WHERE state = 'running' AND (lease IS NULL OR lease < :now) ORDER BY seq",
    "turn": TURN,
    "pieces": "SELECT * FROM jobs WHERE whole = :whole ORDER BY seq",
    "wholes": "SELECT id FROM jobs WHERE state = 'running' AND worker = :worker",
    "first": """SELECT jobs.* FROM (SELECT DISTINCT owner FROM jobs WHERE state = 'queued' AND engine = :engine) AS waiting
        JOIN jobs ON jobs.seq = (SELECT seq FROM jobs AS own WHERE own.engine = :engine AND own.owner = waiting.owner AND own.state = 'queued'
            AND (own.ready IS NULL OR own.ready <= :now) ORDER BY rank, seq LIMIT 1)
        LEFT JOIN owners ON owners.name = jobs.owner WHERE (SELECT value FROM numbers WHERE name = 'paused') = 0
        ORDER BY coalesce(owners.served, 0), jobs.seq LIMIT 1""",
    "engines": "SELECT DISTINCT engine FROM jobs WHERE state = 'queued'",
    "ready": "SELECT min(ready) FROM jobs WHERE state = 'queued' AND engine = :engine AND ready IS NOT NULL",
    "lanes": """SELECT engine, state, count(*) AS count, min(created) AS oldest FROM jobs WHERE state IN ('queued', 'running')
        GROUP BY engine, state ORDER BY engine, state""",
    "spent_since": """SELECT coalesce(sum(each.value ->> '$.amount'), 0) FROM jobs, json_each(jobs.spent) AS each
        WHERE created >= :since AND (CAST(:owner AS TEXT) IS NULL OR owner = :owner)
            AND (CAST(:team AS TEXT) IS NULL OR team = :team) AND each.value ->> '$.currency' = :currency""",
    "promised": """SELECT coalesce(sum(quote ->> '$.high'), 0) FROM jobs
        WHERE state IN ('queued', 'running') AND spent = '[]' AND (CAST(:owner AS TEXT) IS NULL OR owner = :owner)
            AND (CAST(:team AS TEXT) IS NULL OR team = :team) AND quote ->> '$.currency' = :currency""",
    "lasted": """SELECT recipe, started, ended FROM jobs
        WHERE state = 'done' AND engine = :engine AND attempts = 1 AND whole IS NULL AND divided IS NULL ORDER BY seq DESC LIMIT 60""",
    "made_since": "SELECT count(*) FROM jobs WHERE owner = :owner AND whole IS NULL AND created >= :since AND state NOT IN ('failed', 'cancelled')",
    "team_since": "SELECT count(*) FROM jobs WHERE team = :team AND whole IS NULL AND created >= :since AND state NOT IN ('failed', 'cancelled')",
}

POSTGRES_QUERIES = {
    **QUERIES,
    "hold": "SELECT * FROM jobs WHERE id = :id FOR UPDATE",
    "line": "SELECT id FROM jobs WHERE owner = :owner AND engine = :engine AND state = 'queued' ORDER BY rank, seq FOR UPDATE",
    "turn": TURN.replace(" INDEXED BY jobs_waiting", "") + " AS line",
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
    "spent_since": """SELECT coalesce(sum(CAST(each.value ->> 'amount' AS DOUBLE PRECISION)), 0) FROM jobs,
        json_array_elements(CAST(jobs.spent AS JSON)) AS each
        WHERE created >= :since AND (CAST(:owner AS TEXT) IS NULL OR owner = :owner)
            AND (CAST(:team AS TEXT) IS NULL OR team = :team) AND each.value ->> 'currency' = :currency""",
    "promised": """SELECT coalesce(sum(CAST(CAST(quote AS JSON) ->> 'high' AS DOUBLE PRECISION)), 0) FROM jobs
        WHERE state IN ('queued', 'running') AND spent = '[]' AND (CAST(:owner AS TEXT) IS NULL OR owner = :owner)
            AND (CAST(:team AS TEXT) IS NULL OR team = :team) AND CAST(quote AS JSON) ->> 'currency' = :currency""",
}
"""What PostgreSQL says otherwise."""
