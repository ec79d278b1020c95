"""The tables of either database, brought up to date by Alembic: one line of steps in `versions`, by one process at a time.

SQLite has two files, history and jobs, each with its tables of that line. `PRAGMA user_version` counts the steps that changed a file, as it did before
Alembic kept `diorama_version` there too: files of that time are taken on where they stand, and an older Diorama knows a file that is newer than itself.
"""

from __future__ import annotations

import sqlite3
from functools import cache
from pathlib import Path
from typing import Any, Literal

import sqlalchemy
from sqlalchemy import exc
from sqlalchemy.pool import StaticPool

from diorama.database.base import Database
from diorama.errors import HistoryError

HEAD = "0009"
"""The newest revision: tables of this Diorama."""
NEWEST: dict[Tables, int] = {"history": 8, "jobs": 11}
"""Steps of SQLite's files (`PRAGMA user_version`) that there are by then."""
VERSION_TABLE = "diorama_version"
Tables = Literal["history", "jobs"]
"""Which tables a file has."""


def prepare(database: Database) -> None:
    """Make or upgrade the tables where they are not of this version. Raises HistoryError where they are newer."""
    if version(database) != HEAD:
        with database.exclusive("diorama schema"):
            if version(database) != HEAD:
                _upgrade(database)


def version(database: Database) -> str | None:
    """The revision of the tables there are; None where there are none."""
    if database.execute("SELECT to_regclass(?)", (VERSION_TABLE,)).fetchone()[0] is None:  # type: ignore[index]
        return None
    row = database.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone()
    return None if row is None else row[0]


def _upgrade(database: Database, to: str = "head") -> None:
    with database.engine.connect().execution_options(isolation_level="READ COMMITTED") as connection:
        try:
            _run(connection, to, database.name)
            connection.commit()
        except exc.SQLAlchemyError as wrong:
            database.fail(wrong)


def is_new(connection: sqlite3.Connection) -> bool:
    """Whether a file's tables are of this version."""
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (VERSION_TABLE,)).fetchone()
    return known is not None and connection.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone()[0] == HEAD


def prepare_file(connection: sqlite3.Connection, tables: Tables, name: str, to: str = "head") -> None:
    """The same for a file. Raises HistoryError, and sqlite3.Error where it cannot be written."""
    connection.execute("BEGIN IMMEDIATE")  # tells whether it can be written
    connection.rollback()
    done = connection.execute("PRAGMA user_version").fetchone()[0]
    if done > NEWEST[tables]:
        raise HistoryError(f"the database has version {done}, newer than this Diorama knows ({NEWEST[tables]})", where=name, hint="update Diorama")
    if not is_new(connection):
        _upgrade_file(connection, tables, name, to)


def _upgrade_file(connection: sqlite3.Connection, tables: Tables, name: str, to: str) -> None:
    factory, connection.row_factory = connection.row_factory, None  # SQLAlchemy reads rows by place
    engine = sqlalchemy.create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    try:
        with engine.connect() as lent:
            lent.exec_driver_sql("BEGIN IMMEDIATE")
            if not is_new(connection):  # by another process, meanwhile
                _run(lent, to, name, tables)
            lent.commit()
    except exc.DBAPIError as wrong:
        raise (wrong.orig or wrong) from wrong
    finally:
        connection.row_factory = factory


@cache
def _scripts() -> tuple[Any, Any]:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    settings.set_main_option("path_separator", "os")
    return settings, ScriptDirectory.from_config(settings)


def _run(connection: sqlalchemy.Connection, to: str, name: str, tables: Tables | None = None) -> None:
    from alembic.runtime.environment import EnvironmentContext
    from alembic.util import CommandError

    settings, scripts = _scripts()
    with EnvironmentContext(settings, scripts, fn=lambda revision, _: scripts._upgrade_revs(to, revision)) as steps:
        steps.configure(connection=connection, version_table=VERSION_TABLE, transactional_ddl=True, tables=tables)
        try:
            steps.run_migrations()
        except CommandError as wrong:
            raise HistoryError(f"the database has a version that this Diorama does not know: {wrong}", where=name, hint="update Diorama") from None
