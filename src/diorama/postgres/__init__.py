"""PostgreSQL, for many servers behind one address: the same tables and questions as the SQLite files have, through SQLAlchemy (the extra `postgres`).

database   connections and transactions that look as sqlite3's do to whoever asks
schema     the tables, brought up to date by Alembic (`versions`)
listening  changes that other processes tell (LISTEN, NOTIFY)

Nothing here is imported before a database is named (`DIORAMA_DATABASE`).
"""

from __future__ import annotations


def is_address(text: object) -> bool:
    """Whether this names a PostgreSQL database."""
    return isinstance(text, str) and text.startswith(("postgresql://", "postgres://"))
