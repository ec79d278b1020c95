"""The database of the history: its tables as a list of migrations, its queries, and connections that several processes share."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from diorama.errors import HistoryError, OutputError

Migrations = tuple[tuple[str, ...], ...]
"""Statements by step of the schema."""

KIND = "board, owner, trashed, block, engine, width, height, starred, day"


def _kinds(one: str, places: str, tables: str = "") -> str:
    """An entry as tallies have it, on each board of `places` (a query): in its block by its day, and in block -1 by its month."""
    return f"""SELECT places.board, {one}.owner, {one}.trashed IS NOT NULL, CASE WHEN fine THEN {one}.seq / 2048 ELSE -1 END, {one}.engine,
        {one}.width, {one}.height, {one}.starred, substr({one}.created, 1, CASE WHEN fine THEN 10 ELSE 7 END)
        FROM {tables} ({places}) AS places, (SELECT 0 AS fine UNION ALL SELECT 1)"""


def _more(kinds: str) -> str:
    """Entries are counted where they are now."""
    return f"INSERT INTO tallies ({KIND}, n) {kinds.replace('FROM ', ', 1 FROM ', 1)} WHERE true ON CONFLICT ({KIND}) DO UPDATE SET n = n + 1;"


def _fewer(places: str, column: str) -> str:
    """Entries are counted no more on `places`; `column`: how what they were is said."""
    created, trashed = column.format("created"), column.format("trashed")
    same = f"board IN ({places}) AND trashed = ({trashed} IS NOT NULL) AND block IN (old.seq / 2048, -1)"
    same += f" AND day IN (substr({created}, 1, 10), substr({created}, 1, 7))"
    same += "".join(f" AND {name} = {column.format(name)}" for name in ("owner", "engine", "width", "height", "starred"))
    return f"UPDATE tallies SET n = n - 1 WHERE {same}; DELETE FROM tallies WHERE {same} AND n = 0;"


def _filled(kinds: str) -> str:
    return f"INSERT INTO tallies ({KIND}, n) {kinds.replace('FROM ', ', count(*) FROM ', 1)} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9"


ALL = "SELECT '' AS board"
EVERYWHERE = ALL + " UNION ALL SELECT board FROM board_entries WHERE seq = {}.seq"
NEW = _kinds("new", EVERYWHERE.format("new"))
LAID = _kinds("entries", "SELECT new.board AS board", "(SELECT * FROM entries WHERE seq = new.seq) AS entries,")
TALLIES = (
    f"""CREATE TABLE tallies (
        board TEXT NOT NULL, owner TEXT NOT NULL, trashed INTEGER NOT NULL, block INTEGER NOT NULL, engine TEXT NOT NULL, width INTEGER NOT NULL,
        height INTEGER NOT NULL, starred INTEGER NOT NULL, day TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY ({KIND})
    ) STRICT, WITHOUT ROWID""",
    _filled(_kinds("entries", ALL, "entries,")),
    _filled(_kinds("entries", "SELECT seq, board FROM board_entries", "entries,") + " WHERE places.seq = entries.seq"),
    f"CREATE TRIGGER tallies_insert AFTER INSERT ON entries BEGIN {_more(NEW)} END",
    f"""CREATE TRIGGER tallies_update AFTER UPDATE OF owner, trashed, engine, width, height, starred, created ON entries BEGIN
        {_fewer(EVERYWHERE.format('old'), 'old.{}')} {_more(NEW)} END""",
    f"CREATE TRIGGER tallies_delete BEFORE DELETE ON entries BEGIN DELETE FROM board_entries WHERE seq = old.seq; {_fewer(ALL, 'old.{}')} END",
    f"CREATE TRIGGER tallies_laid AFTER INSERT ON board_entries BEGIN {_more(LAID)} END",
    f"CREATE TRIGGER tallies_lifted AFTER DELETE ON board_entries BEGIN {_fewer('old.board', '(SELECT {} FROM entries WHERE seq = old.seq)')} END",
    # What filters a walk is in its index; no filter needs an index of its own, where tallies tell what is to be walked.
    *(f"DROP INDEX entries_{name}" for name in ("owner", "owner_starred", "starred", "engine", "engine_anyone", "size")),
    "CREATE INDEX entries_owner ON entries(owner, seq, engine, width, height, starred, created) WHERE trashed IS NULL",
    # Beginnings of words have postings of their own: without them each search puts together those of all words that begin so.
    "DROP TABLE words",
    """CREATE VIRTUAL TABLE words USING fts5(prompt, subjects, note, content='entries', content_rowid='seq', tokenize='porter unicode61 remove_diacritics 2',
        prefix='1 2 3 4 5 6 7 8 9 10')""",
    "INSERT INTO words(words) VALUES ('rebuild')",
)
"""How many entries of each kind lie in each block of 2048 (`tallies.py`)."""

MIGRATIONS: Migrations = (
    (
        """CREATE TABLE entries (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            parent TEXT REFERENCES entries(id),
            edit TEXT,
            created TEXT NOT NULL,
            prompt TEXT NOT NULL,
            subjects TEXT NOT NULL,
            engine TEXT NOT NULL,
            seed INTEGER NOT NULL,
            recipe TEXT NOT NULL,
            recipe_digest TEXT NOT NULL,
            seconds REAL NOT NULL,
            picture TEXT NOT NULL,
            format TEXT NOT NULL,
            size INTEGER NOT NULL,
            width INTEGER NOT NULL,
            height INTEGER NOT NULL,
            starred INTEGER NOT NULL DEFAULT 0,
            note TEXT NOT NULL DEFAULT '',
            trashed TEXT
        ) STRICT""",
        "CREATE INDEX entries_parent ON entries(parent, seq)",
        "CREATE INDEX entries_picture ON entries(picture)",
        "CREATE INDEX entries_recipe ON entries(recipe_digest, seq)",
        "CREATE INDEX entries_live ON entries(seq) WHERE trashed IS NULL",
        "CREATE INDEX entries_starred ON entries(seq) WHERE starred = 1 AND trashed IS NULL",
        "CREATE INDEX entries_trashed ON entries(seq) WHERE trashed IS NOT NULL",
        """CREATE VIRTUAL TABLE words USING fts5(
            prompt, subjects, note, content='entries', content_rowid='seq', tokenize='porter unicode61 remove_diacritics 2')""",
        """CREATE TRIGGER words_insert AFTER INSERT ON entries BEGIN
            INSERT INTO words(rowid, prompt, subjects, note) VALUES (new.seq, new.prompt, new.subjects, new.note);
        END""",
        """CREATE TRIGGER words_delete AFTER DELETE ON entries BEGIN
            INSERT INTO words(words, rowid, prompt, subjects, note) VALUES ('delete', old.seq, old.prompt, old.subjects, old.note);
        END""",
        """CREATE TRIGGER words_update AFTER UPDATE OF prompt, subjects, note ON entries BEGIN
            INSERT INTO words(words, rowid, prompt, subjects, note) VALUES ('delete', old.seq, old.prompt, old.subjects, old.note);
            INSERT INTO words(rowid, prompt, subjects, note) VALUES (new.seq, new.prompt, new.subjects, new.note);
        END""",
    ),
    (
        "ALTER TABLE entries ADD COLUMN owner TEXT NOT NULL DEFAULT 'local'",
        "ALTER TABLE entries ADD COLUMN job TEXT",
        "CREATE UNIQUE INDEX entries_job ON entries(job) WHERE job IS NOT NULL",
        "CREATE INDEX entries_owner ON entries(owner, seq) WHERE trashed IS NULL",
        "CREATE INDEX entries_owner_starred ON entries(owner, seq) WHERE starred = 1 AND trashed IS NULL",
        "CREATE INDEX entries_owner_trashed ON entries(owner, seq) WHERE trashed IS NOT NULL",
        "CREATE INDEX entries_engine ON entries(engine, owner, seq) WHERE trashed IS NULL",
        "CREATE TABLE boards (id TEXT PRIMARY KEY, owner TEXT NOT NULL, name TEXT NOT NULL, created TEXT NOT NULL, UNIQUE (owner, name)) STRICT",
        """CREATE TABLE board_entries (
            board TEXT NOT NULL REFERENCES boards(id) ON DELETE CASCADE,
            seq INTEGER NOT NULL REFERENCES entries(seq) ON DELETE CASCADE,
            PRIMARY KEY (board, seq)) STRICT, WITHOUT ROWID""",
        "CREATE INDEX board_entries_seq ON board_entries(seq, board)",
    ),
    ("CREATE INDEX entries_engine_anyone ON entries(engine, seq) WHERE trashed IS NULL",),
    (
        "CREATE INDEX entries_size ON entries(owner, width, height, seq) WHERE trashed IS NULL",
        "DROP INDEX entries_owner",
        # Dates and least sizes filter the walk from the newest down (imports may be older than what came before): in the index, without reading rows.
        "CREATE INDEX entries_owner ON entries(owner, seq, created, width, height) WHERE trashed IS NULL",
    ),
    ("ALTER TABLE entries ADD COLUMN spent TEXT NOT NULL DEFAULT '[]'", "ALTER TABLE entries ADD COLUMN provenance TEXT NOT NULL DEFAULT '{}'"),
    (
        "ALTER TABLE entries ADD COLUMN pixels TEXT",
        "CREATE INDEX entries_pixels ON entries(pixels, seq) WHERE pixels IS NOT NULL",
        "CREATE INDEX entries_undigested ON entries(width, height, seq) WHERE pixels IS NULL",
    ),
    ("ALTER TABLE entries ADD COLUMN files TEXT NOT NULL DEFAULT '[]'",),
    TALLIES,
)
"""One step of the schema each; `PRAGMA user_version` counts those done. Steps are only ever added."""

QUERIES = {
    "last": "SELECT * FROM entries WHERE seq < :before AND trashed IS NULL ORDER BY seq DESC LIMIT 1",
    "prefix": "SELECT * FROM entries WHERE id >= :low AND id < :high ORDER BY id LIMIT 3",
    "children": "SELECT * FROM entries WHERE parent = :id AND trashed IS NULL ORDER BY seq",
    "job": "SELECT * FROM entries WHERE job = :job",
    "picture": "SELECT * FROM entries WHERE picture = :picture AND owner = :owner AND trashed IS NULL LIMIT 1",
    "pixels": "SELECT * FROM entries WHERE pixels = :pixels AND (:owner IS NULL OR owner = :owner) AND trashed IS NULL ORDER BY seq DESC LIMIT 1",
    "undigested": "SELECT * FROM entries WHERE pixels IS NULL AND width = :width AND height = :height ORDER BY seq DESC LIMIT :limit",
    "recipe": "SELECT * FROM entries WHERE recipe_digest = :digest AND trashed IS NULL ORDER BY seq",
    "lineage": """WITH RECURSIVE line(id, parent, depth) AS (
            SELECT id, parent, 0 FROM entries WHERE id = :id
            UNION ALL SELECT entries.id, entries.parent, depth + 1 FROM line JOIN entries ON entries.id = line.parent
        ) SELECT entries.* FROM line JOIN entries ON entries.id = line.id ORDER BY depth DESC""",
}
"""Queries that a page or a command waits for; a test pins that none of them scans. Lists and searches: `find.py`."""

INPUTS = """SELECT json_extract(each.value, '$.sha256') FROM entries, json_each(entries.recipe, '$.inputs') AS each
    UNION SELECT json_extract(each.value, '$.sha256') FROM entries, json_each(entries.files) AS each"""
"""Digests of all files that entries go by, or that came with them."""

WAIT_SECONDS = 30.0
"""How long one process waits for another that is writing."""


def connect(path: Path, migrations: Migrations = MIGRATIONS) -> sqlite3.Connection:
    """Open a database and bring its schema up to date."""
    try:
        connection = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        with writing(connection, path):
            _migrate(connection, path, migrations)
    except sqlite3.Error as wrong:
        raise as_error(wrong, path) from wrong
    return connection


def connect_to_read(path: Path, migrations: Migrations = MIGRATIONS) -> sqlite3.Connection:
    """Open a database that cannot be written, or is not there: empty then. One of an older schema is read through a copy in memory."""
    try:
        connection = _opened_to_read(path) if path.exists() else sqlite3.connect(":memory:", isolation_level=None)
        if connection.execute("PRAGMA user_version").fetchone()[0] != len(migrations):
            copy = sqlite3.connect(":memory:", isolation_level=None)
            connection.backup(copy)
            connection.close()
            connection = copy
            with writing(connection, path):
                _migrate(connection, path, migrations)
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA query_only = ON")
    except sqlite3.Error as wrong:
        raise as_error(wrong, path) from wrong
    return connection


def _opened_to_read(path: Path) -> sqlite3.Connection:
    """SQLite needs a file beside a WAL database, which it cannot make in a folder that cannot be written: `immutable` does without."""
    address = path.absolute().as_uri() + "?mode=ro"
    try:
        connection = sqlite3.connect(address, uri=True, timeout=WAIT_SECONDS, isolation_level=None)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection = sqlite3.connect(address + "&immutable=1", uri=True, isolation_level=None)
    return connection


def is_read_only(wrong: BaseException | None) -> bool:
    """Whether an error of SQLite means that the place cannot be written."""
    return isinstance(wrong, sqlite3.Error) and (getattr(wrong, "sqlite_errorcode", 0) & 0xFF) in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)


def _migrate(connection: sqlite3.Connection, path: Path, migrations: Migrations) -> None:
    done = connection.execute("PRAGMA user_version").fetchone()[0]
    if done > len(migrations):
        message = f"the database has version {done}, newer than this Diorama knows ({len(migrations)})"
        raise HistoryError(message, where=str(path), hint="update Diorama")
    for number, statements in enumerate(migrations[done:], done + 1):
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")


@contextmanager
def writing(connection: sqlite3.Connection, path: Path) -> Iterator[sqlite3.Connection]:
    """One transaction that holds the pen from the start: all of it happens or none."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
    except sqlite3.Error as wrong:
        raise as_error(wrong, path) from wrong


def as_error(wrong: sqlite3.Error, path: Path) -> HistoryError | OutputError:
    """The same as one of ours, with what would help."""
    text = str(wrong)
    if "full" in text:
        return OutputError(f"cannot write the database: {text}", where=str(path), hint="free some space, or choose another folder: DIORAMA_HOME")
    if is_read_only(wrong):
        return OutputError(f"cannot write the database: {text}", where=str(path), hint="make the folder writable, or choose another: DIORAMA_HOME")
    if "locked" in text:
        return HistoryError("another process has held the database for too long", where=str(path), hint="stop it, or try again")
    hint = "restore it from a copy, or import an exported archive into a new one"
    return HistoryError(f"the database cannot be read: {text}", where=str(path), hint=hint)
