"""SQLite's tables and triggers that tell how many entries of each kind lie in each block of 2048 (`history/tallies.py`): one row for each kind and block."""

from __future__ import annotations

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
