"""The tables in PostgreSQL, brought up to date: Alembic's revisions in `versions`, one process at a time."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import exc

from diorama.errors import HistoryError
from diorama.postgres.database import Database

HEAD = "0007"
"""The newest revision: tables of this Diorama."""
VERSION_TABLE = "diorama_version"
TABLES = (
    "entries", "boards", "board_entries", "jobs", "owners", "keys", "pictures", "prompts", "asks", "numbers", "tokens", "workers", "audit",
    "secrets", "teams",
)  # fmt: skip
"""Parents first."""


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
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    settings.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(settings)
    with database.engine.connect().execution_options(isolation_level="READ COMMITTED") as connection:
        with EnvironmentContext(settings, scripts, fn=lambda revision, _: scripts._upgrade_revs(to, revision)) as steps:
            steps.configure(connection=connection, version_table=VERSION_TABLE, transactional_ddl=True)
            try:
                with steps.begin_transaction():
                    steps.run_migrations()
                connection.commit()
            except CommandError as wrong:
                message = f"the database has a version that this Diorama does not know: {wrong}"
                raise HistoryError(message, where=database.name, hint="update Diorama") from None
            except exc.SQLAlchemyError as wrong:
                database.fail(wrong)
