"""Jobs know what is asked of their pictures before they are delivered.

Revision ID: 0005
"""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.get_bind().exec_driver_sql("ALTER TABLE jobs ADD COLUMN trial TEXT")
