"""The tables as SQLAlchemy's Core has them, the same in both databases; `versions` makes them, and a test holds the two together.

What searches and counts (SQLite's `words` and `tallies`, PostgreSQL's column `words` and `lexemes`) is each database's own and is not here.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Integer, MetaData, SmallInteger, Table, Text

METADATA = MetaData()
Bytes = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that is ordered by its bytes in both: ids are found by their beginning."""


def _key(name: str = "id", type_: Any = Bytes) -> Column[Any]:
    return Column(name, type_, primary_key=True)


def _has(name: str, type_: Any = Bytes, **more: Any) -> Column[Any]:
    return Column(name, type_, nullable=False, **more)


def _may(name: str, type_: Any = Bytes) -> Column[Any]:
    return Column(name, type_)


entries = Table(
    "entries", METADATA, _key("seq", BigInteger), _has("id", unique=True), Column("parent", Bytes, ForeignKey("entries.id")), _may("edit", Text),
    _has("created"),
    _has("prompt", Text), _has("subjects", Text), _has("engine"), _has("seed", BigInteger), _has("recipe", Text), _has("recipe_digest"), _has("seconds", Float),
    _has("picture"), _has("format"), _has("size", BigInteger), _has("width", Integer), _has("height", Integer), _has("starred", SmallInteger),
    _has("note", Text),
    _may("trashed"), _has("owner"), _may("job"), _has("spent", Text), _has("provenance", Text), _may("pixels"), _has("files", Text),
)  # fmt: skip
boards = Table("boards", METADATA, _key(), _has("owner"), _has("name"), _has("created"))
board_entries = Table(
    "board_entries", METADATA, Column("board", Bytes, ForeignKey("boards.id"), primary_key=True),
    Column("seq", BigInteger, ForeignKey("entries.seq"), primary_key=True),
)  # fmt: skip

jobs = Table(
    "jobs", METADATA, _key("seq", BigInteger), _has("id", unique=True), _has("owner"), _has("state"), _has("rank", Float), _has("recipe", Text),
    _may("parent"),
    _may("edit", Text), _has("attempts", Integer), _may("picture"), _may("error", Text), _has("created"), _may("started"), _may("ended"),
    _has("event", BigInteger),
    _has("engine"), _may("ready"), _may("remote", Text), _may("quote", Text), _has("spent", Text), _has("warnings", Text), _may("worker"), _may("claim"),
    _may("lease"), _may("trace", Text), _may("team"), _may("trial", Text), _may("whole", Text), _may("piece", Text), _may("made", Text),
    _may("divided", BigInteger),
)  # fmt: skip
owners = Table("owners", METADATA, _key("name"), _has("served", BigInteger))
keys = Table("keys", METADATA, _key("owner"), _key("key"), _has("content", Text), _has("jobs", Text), _has("created"))
pictures = Table("pictures", METADATA, _key(), _has("owner"), _has("event", BigInteger))
numbers = Table("numbers", METADATA, _key("name"), _has("value", BigInteger))
prompts = Table("prompts", METADATA, _key(), _has("owner"), _has("name", Text), _has("prompt", Text), _has("created"))
asks = Table("asks", METADATA, _key("id", BigInteger), _has("owner"), _has("content"), _has("jobs", Text), _has("created"), _may("answered"))
workers = Table("workers", METADATA, _key("name"), _has("facts", Text), _has("seen"), _has("draining", SmallInteger))
audit = Table(
    "audit", METADATA, _key("id", BigInteger), _has("at"), _has("who"), _has("action", Text), _has("status", Integer), _has("request", Text),
    _has("client", Text),
)  # fmt: skip

sessions = Table("sessions", METADATA, _key(), _has("owner"), _has("facts", Text), _has("created"), _has("looked"), _has("until"))

tokens = Table("tokens", METADATA, _key("name"), _has("facts", Text))
teams = Table("teams", METADATA, _key("name"), _has("facts", Text))
secrets = Table("secrets", METADATA, _key("name"), _has("value", Text))

SHARED = (tokens, teams, secrets)
"""What SQLite's side keeps in files of its own."""
