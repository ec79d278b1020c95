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
)
"""One step of the schema each; steps are only ever added. `numbers`: event ids given out, turns taken, whether the queue is paused.
`ready`: not before then. `remote`: NULL where nothing was submitted, '' while it is being submitted, else the service's name for it."""

TURN = """SELECT id, row_number() OVER (PARTITION BY engine ORDER BY round, served, seq) - 1 AS position FROM (
    SELECT jobs.id, jobs.seq, jobs.engine, coalesce(owners.served, 0) AS served, row_number() OVER (PARTITION BY engine, owner ORDER BY rank, jobs.seq) AS round
    FROM jobs INDEXED BY jobs_waiting LEFT JOIN owners ON owners.name = jobs.owner WHERE state = 'queued')"""
"""Every waiting job and its place in its engine's line. Round robin: each owner's first job, then each owner's second; within a round, whoever was
served longest ago comes first."""

QUERIES = {
    "get": "SELECT * FROM jobs WHERE id = :id",
    "list": "SELECT * FROM jobs WHERE owner = :owner AND seq < :before ORDER BY seq DESC LIMIT :limit",
    "list_state": "SELECT * FROM jobs WHERE owner = :owner AND state = :state AND seq < :before ORDER BY seq DESC LIMIT :limit",
    "changed": "SELECT * FROM jobs WHERE owner = :owner AND event > :event ORDER BY event LIMIT :limit",
    "pictures": "SELECT id, event FROM pictures WHERE owner = :owner AND event > :event ORDER BY event LIMIT :limit",
    "running": "SELECT * FROM jobs WHERE state = 'running' ORDER BY seq",
    "first": """SELECT jobs.* FROM (SELECT DISTINCT owner FROM jobs WHERE state = 'queued' AND engine = :engine) AS waiting
        JOIN jobs ON jobs.seq = (SELECT seq FROM jobs AS own WHERE own.engine = :engine AND own.owner = waiting.owner AND own.state = 'queued'
            AND (own.ready IS NULL OR own.ready <= :now) ORDER BY rank, seq LIMIT 1)
        LEFT JOIN owners ON owners.name = jobs.owner ORDER BY coalesce(owners.served, 0), jobs.seq LIMIT 1""",
    "engines": "SELECT DISTINCT engine FROM jobs WHERE state = 'queued'",
    "ready": "SELECT min(ready) FROM jobs WHERE state = 'queued' AND engine = :engine",
    "spent_since": """SELECT coalesce(sum(each.value ->> '$.amount'), 0) FROM jobs, json_each(jobs.spent) AS each
        WHERE created >= :since AND each.value ->> '$.currency' = :currency""",
    "promised": """SELECT coalesce(sum(quote ->> '$.high'), 0) FROM jobs
        WHERE state IN ('queued', 'running') AND spent = '[]' AND quote ->> '$.currency' = :currency""",
    "made_since": "SELECT count(*) FROM jobs WHERE owner = :owner AND created >= :since AND state NOT IN ('failed', 'cancelled')",
}
