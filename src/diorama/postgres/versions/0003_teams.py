"""Whose team an order counts for; the table of teams is there since 0002."""

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENTS = (
    'ALTER TABLE jobs ADD COLUMN team TEXT COLLATE "C"',
    "CREATE INDEX jobs_team ON jobs(team, created) WHERE team IS NOT NULL",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
