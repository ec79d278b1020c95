"""How many entries of each kind lie in each block of 2048 (`history/tallies.py`), kept by triggers.

Each change adds a row, so that nobody who writes waits for another; every so often the rows of a block are summed up, by whoever writes just then, those aside
that another is summing up.
"""

from diorama.database.steps import take
from diorama.database.tallies_sqlite import TALLIES

revision = "0004"
down_revision = "0003"

KIND = "board, owner, trashed, block, engine, width, height, starred, day"


def kinds(one: str, places: str, n: str, tables: str = "") -> str:
    """An entry as tallies have it, on each board of `places` (a query): in its block by its day, and in block -1 by its month."""
    return f"""INSERT INTO tallies ({KIND}, n)
        SELECT places.board, {one}.owner, (CASE WHEN {one}.trashed IS NULL THEN 0 ELSE 1 END)::SMALLINT, CASE WHEN fine THEN {one}.seq / 2048 ELSE -1 END,
            {one}.engine, {one}.width, {one}.height, {one}.starred, substr({one}.created, 1, CASE WHEN fine THEN 10 ELSE 7 END), {n}
        FROM {tables} ({places}) AS places, (VALUES (true), (false)) AS levels(fine)"""


ALL = "SELECT '' AS board"
NEW, OLD = (f"{ALL} UNION ALL SELECT board FROM board_entries WHERE seq = {one}.seq" for one in ("NEW", "OLD"))
HELD = "(SELECT * FROM entries WHERE seq = {}.seq FOR SHARE) AS entries,"
GROUPS = "GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9"

STATEMENTS = (
    """CREATE TABLE tallies (
        board TEXT COLLATE "C" NOT NULL, owner TEXT COLLATE "C" NOT NULL, trashed SMALLINT NOT NULL, block BIGINT NOT NULL, engine TEXT COLLATE "C" NOT NULL,
        width INTEGER NOT NULL, height INTEGER NOT NULL, starred SMALLINT NOT NULL, day TEXT COLLATE "C" NOT NULL, n BIGINT NOT NULL
    )""",
    "CREATE INDEX tallies_block ON tallies(block, owner, day)",
    "CREATE INDEX tallies_board ON tallies(board, owner, trashed, block)",
    "LOCK TABLE entries, board_entries IN SHARE ROW EXCLUSIVE MODE",
    f"{kinds('entries', ALL, 'count(*)', 'entries,')} {GROUPS}",
    f"{kinds('entries', 'SELECT board, seq FROM board_entries', 'count(*)', 'entries,')} WHERE places.seq = entries.seq {GROUPS}",
    f"""CREATE FUNCTION diorama_sum_up(whose TEXT, which BIGINT, month TEXT) RETURNS void LANGUAGE sql AS $$
        WITH gone AS (DELETE FROM tallies WHERE ctid = ANY(ARRAY(
            SELECT ctid FROM tallies WHERE block = which AND owner = whose AND (which >= 0 OR day = month) FOR UPDATE SKIP LOCKED)) RETURNING *)
        INSERT INTO tallies ({KIND}, n) SELECT {KIND}, sum(n) FROM gone {GROUPS} HAVING sum(n) <> 0
    $$""",
    f"""CREATE FUNCTION diorama_tally() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' THEN
            DELETE FROM board_entries WHERE seq = OLD.seq;
        END IF;
        IF TG_OP <> 'INSERT' THEN
            {kinds("OLD", OLD, "-1")};
        END IF;
        IF TG_OP = 'DELETE' THEN
            RETURN OLD;
        END IF;
        {kinds("NEW", NEW, "1")};
        IF random() < 0.01 THEN
            PERFORM diorama_sum_up(NEW.owner, NEW.seq / 2048, ''), diorama_sum_up(NEW.owner, -1, substr(NEW.created, 1, 7));
        END IF;
        RETURN NEW;
    END $$""",
    f"""CREATE FUNCTION diorama_tally_board() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'INSERT' THEN
            {kinds("entries", "SELECT NEW.board AS board", "1", HELD.format("NEW"))};
        ELSE
            {kinds("entries", "SELECT OLD.board AS board", "-1", HELD.format("OLD"))};
        END IF;
        RETURN NULL;
    END $$""",
    "CREATE TRIGGER tallies_insert AFTER INSERT ON entries FOR EACH ROW EXECUTE FUNCTION diorama_tally()",
    """CREATE TRIGGER tallies_update AFTER UPDATE OF owner, trashed, engine, width, height, starred, created ON entries
        FOR EACH ROW EXECUTE FUNCTION diorama_tally()""",
    "CREATE TRIGGER tallies_delete BEFORE DELETE ON entries FOR EACH ROW EXECUTE FUNCTION diorama_tally()",
    "CREATE TRIGGER tallies_board AFTER INSERT OR DELETE ON board_entries FOR EACH ROW EXECUTE FUNCTION diorama_tally_board()",
    *(f"DROP INDEX entries_{name}" for name in ("owner", "owner_starred", "starred", "engine", "engine_anyone", "size", "long")),
    "CREATE INDEX entries_owner ON entries(owner, seq, engine, width, height, greatest(width, height), starred, created) WHERE trashed IS NULL",
)

HISTORY = {8: TALLIES}
"""Of SQLite's file, by its number."""


def upgrade() -> None:
    take(STATEMENTS, history=HISTORY)
