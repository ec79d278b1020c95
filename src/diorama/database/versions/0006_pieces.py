"""Jobs that are pieces of another."""

from diorama.database.steps import take

revision = "0006"
down_revision = "0005"

STATEMENTS = (
    *(f"ALTER TABLE jobs ADD COLUMN {column}" for column in ("whole TEXT", "piece TEXT", "made TEXT", "divided BIGINT")),
    "CREATE INDEX jobs_whole ON jobs(whole, seq) WHERE whole IS NOT NULL",
)

JOBS = {
    9: (
        "ALTER TABLE jobs ADD COLUMN whole TEXT",
        "ALTER TABLE jobs ADD COLUMN piece TEXT",
        "ALTER TABLE jobs ADD COLUMN made TEXT",
        "ALTER TABLE jobs ADD COLUMN divided INTEGER",
        "CREATE INDEX jobs_whole ON jobs(whole, seq) WHERE whole IS NOT NULL",
    ),
}
"""Of SQLite's file, by its number."""


def upgrade() -> None:
    take(STATEMENTS, jobs=JOBS)
