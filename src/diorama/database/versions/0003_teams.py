"""Whose team an order counts for; the table of teams is there since 0002."""

from diorama.database.steps import take

revision = "0003"
down_revision = "0002"

STATEMENTS = (
    'ALTER TABLE jobs ADD COLUMN team TEXT COLLATE "C"',
    "CREATE INDEX jobs_team ON jobs(team, created) WHERE team IS NOT NULL",
)

JOBS = {
    7: (
        "ALTER TABLE jobs ADD COLUMN team TEXT",
        "CREATE INDEX jobs_team ON jobs(team, created) WHERE team IS NOT NULL",
    ),
}
"""Of SQLite's file, by its number."""


def upgrade() -> None:
    take(STATEMENTS, jobs=JOBS)
