"""Who is signed in: kept here, so that signing out ends a session wherever its cookie was copied to."""

import sqlalchemy as sa
from alembic import op

from diorama.database.steps import counted, has
from diorama.database.tables import Bytes

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    if has("jobs"):
        op.create_table(
            "sessions", sa.Column("id", Bytes, primary_key=True), sa.Column("owner", Bytes, nullable=False), sa.Column("facts", sa.Text, nullable=False),
            sa.Column("created", Bytes, nullable=False), sa.Column("looked", Bytes, nullable=False), sa.Column("until", Bytes, nullable=False),
        )  # fmt: skip
        op.create_index("sessions_owner", "sessions", ["owner", "id"])
        op.create_index("sessions_until", "sessions", ["until"])
        counted(10)
