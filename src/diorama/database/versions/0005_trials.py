"""Jobs know what is asked of their pictures before they are delivered."""

from diorama.database.steps import take

revision = "0005"
down_revision = "0004"

STATEMENTS = ("ALTER TABLE jobs ADD COLUMN trial TEXT",)

JOBS = {
    8: ("ALTER TABLE jobs ADD COLUMN trial TEXT",),
}
"""Of SQLite's file, by its number."""


def upgrade() -> None:
    take(STATEMENTS, jobs=JOBS)
