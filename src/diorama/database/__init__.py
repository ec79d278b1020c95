"""Where rows are kept: SQLite's files, or PostgreSQL for many servers behind one address. One layer for both, on SQLAlchemy's Core.

base        what a database does for its stores: statements, transactions, rows by name
compiled    a statement, in Core's expressions or as text, in the words of the database that is asked
tables      the tables as Core has them; json: what the two say differently of JSON
sqlite, postgresql   the two
schema      tables made and brought up to date by Alembic (`versions`: one line of steps for both)
listening   changes that other processes tell (LISTEN, NOTIFY)

Nothing here is imported before something is opened: SQLAlchemy takes a fifth of a second to load.
"""

from __future__ import annotations


def is_address(text: object) -> bool:
    """Whether this names a PostgreSQL database."""
    return isinstance(text, str) and text.startswith(("postgresql://", "postgres://"))
