"""Jobs that are pieces of another.

Revision ID: 0006
"""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in ("whole TEXT", "piece TEXT", "made TEXT", "divided BIGINT"):
        op.get_bind().exec_driver_sql(f"ALTER TABLE jobs ADD COLUMN {column}")
    op.get_bind().exec_driver_sql("CREATE INDEX jobs_whole ON jobs(whole, seq) WHERE whole IS NOT NULL")
