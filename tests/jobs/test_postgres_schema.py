"""The tables' newest revision is the one that this Diorama takes for its own: else every start would look for steps that there are none of."""

from __future__ import annotations

import pytest

pytest.importorskip("alembic")


def test_a_database_that_is_up_to_date_is_left_alone(postgres, monkeypatch):
    from diorama.database import schema
    from diorama.database.postgresql import PostgresDatabase

    database = PostgresDatabase(postgres, prepared=False)
    schema.prepare(database)
    assert schema.version(database) == schema.HEAD
    monkeypatch.setattr(schema, "_upgrade", lambda *_: pytest.fail("looked for steps again"))
    schema.prepare(database)
    database.close()
