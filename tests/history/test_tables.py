"""Alembic's steps make the tables that the stores' statements are written for, in both databases alike."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
import sqlalchemy
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from diorama.database import schema, tables
from diorama.database.sqlite import SqliteDatabase
from diorama.errors import HistoryError

OWN = {"tallies", "lexemes", "sqlite_sequence", "diorama_version"}
"""What searches and counts, and is each database's own; and Alembic's."""


def differences(connection, wanted: set[str]) -> list:
    """What another step would have to change, indexes and keys aside."""

    def looked_at(name, kind, parents):
        if kind == "table":
            return name in wanted
        return (parents.get("table_name"), name) not in {("entries", "words")} if kind == "column" else kind == "schema"

    options = {"include_name": looked_at, "compare_type": False, "include_object": lambda object_, name, kind, *_: kind != "table" or name in wanted}
    return compare_metadata(MigrationContext.configure(connection, opts=options), tables.METADATA)


def named(found: list) -> list:
    """Columns and tables; nullability of primary keys aside, which SQLite tells as it was written."""
    flat = [one for each in found for one in (each if isinstance(each, list) else [each])]
    keys = {(table.name, column.name) for table in tables.METADATA.tables.values() for column in table.primary_key}
    kinds = ("add_table", "remove_table", "add_column", "remove_column", "modify_nullable")
    return [one for one in flat if one[0] in kinds and (one[0] != "modify_nullable" or one[2:4] not in keys)]


@pytest.mark.parametrize("kind", ["history", "jobs"])
def test_sqlite(kind, tmp_path):
    database = SqliteDatabase(tmp_path / "x.db", kind)
    made = {row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'words%'")} - OWN
    of_history = {"entries", "boards", "board_entries"}
    assert made == (of_history if kind == "history" else set(tables.METADATA.tables) - of_history - {table.name for table in tables.SHARED})
    with sqlalchemy.create_engine(f"sqlite:///{tmp_path / 'x.db'}").connect() as connection:
        assert named(differences(connection, made)) == []
    database.close()


def test_postgres(postgres):
    from diorama.database.postgresql import PostgresDatabase

    database = PostgresDatabase(postgres)
    with database.engine.connect() as connection:
        assert set(sqlalchemy.inspect(connection).get_table_names()) - OWN == set(tables.METADATA.tables)
        assert named(differences(connection, set(tables.METADATA.tables))) == []
    database.close()


@pytest.mark.parametrize("number", range(1, 9))
def test_a_history_of_any_step_is_brought_up(older_file, tmp_path, number):
    older_file(tmp_path / "history.db", "history", number).close()
    database = SqliteDatabase(tmp_path / "history.db", "history")
    assert schema.is_new(database.connection) and database.execute("PRAGMA user_version").fetchone()[0] == schema.NEWEST["history"]
    database.close()


@pytest.mark.parametrize("number", range(1, 10))
def test_a_queue_of_any_step_is_brought_up(older_file, tmp_path, number):
    older_file(tmp_path / "jobs.sqlite", "jobs", number).close()
    database = SqliteDatabase(tmp_path / "jobs.sqlite", "jobs")
    assert schema.is_new(database.connection) and database.execute("PRAGMA user_version").fetchone()[0] == schema.NEWEST["jobs"]
    database.close()


def test_no_refresh_token_stays_as_it_was_kept_before_it_was_sealed(tmp_path):
    path = tmp_path / "jobs.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as before:
        schema.prepare_file(before, "jobs", "jobs", to="0008")
        for name, facts in (("plain", {"refresh": "abc"}), ("none", {"refresh": None}), ("token", {"token": "f" * 64})):
            row = (name, name, json.dumps(facts), "2026", "2026", "2027")
            before.execute("INSERT INTO sessions (id, owner, facts, created, looked, until) VALUES (?, ?, ?, ?, ?, ?)", row)
    database = SqliteDatabase(path, "jobs")
    assert [row["id"] for row in database.execute("SELECT id FROM sessions ORDER BY id")] == ["none", "token"]
    database.close()


def test_a_step_that_fails_leaves_the_file_as_it_was(older_file, tmp_path):
    """All steps of one opening are one transaction."""
    old = older_file(tmp_path / "history.db", "history", 6)
    old.execute("CREATE TABLE tallies (n)")  # in the way of the eighth step
    old.commit()
    before = list(old.execute("SELECT name FROM sqlite_master ORDER BY name"))
    old.close()
    database = SqliteDatabase(tmp_path / "history.db", "history")
    with pytest.raises(HistoryError, match="tallies"):
        database.execute("SELECT 1")
    after = sqlite3.connect(tmp_path / "history.db")
    assert list(after.execute("SELECT name FROM sqlite_master ORDER BY name")) == before
    assert after.execute("PRAGMA user_version").fetchone()[0] == 6
    after.close()


def test_a_command_that_opens_nothing_loads_none_of_it():
    program = "import sys; from diorama.cli import main; sys.argv = ['diorama', 'read', 'a mug']\ntry: main()\nexcept SystemExit: pass\n"
    program += "assert not {'sqlalchemy', 'alembic'} & set(sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
