"""Sessions with a refresh token as it is end: since now they lie sealed (`diorama.server.sealed`), and a step of the tables knows no secret to seal them by."""

from alembic import op

from diorama.database.steps import counted, has
from diorama.database.tables import sessions

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    if has("jobs"):
        op.execute(sessions.delete().where(sessions.c.facts.like('%"refresh": "%')))
        counted(11)
