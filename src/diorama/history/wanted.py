"""What one asks the history for, and the SQL that says it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import Field

from diorama.history.words import match_all, match_all_lexemes
from diorama.scene.base import Model

NEWEST = 2**62


class Wanted(Model):
    """Every condition given holds."""

    query: str = ""
    """Words in prompt, subjects or note."""
    owner: str | None = None
    """Whose; None: everybody's."""
    starred: bool = False
    trash: bool = False
    """Only what was removed, instead of what was not."""
    board: str | None = None
    engine: str | None = None
    width: int | None = None
    height: int | None = None
    """Pixels, exactly."""
    long_side: int | None = None
    """Pixels of the longer side, at least."""
    since: str | None = None
    until: str | None = None
    """UTC, ISO 8601, whole or its beginning; `until` is not included."""
    before: int = NEWEST
    """Only entries that came before this place."""
    limit: int = Field(50, ge=1, le=1000)

    def words(self, dialect: str) -> str:
        """The query in the words of SQLite's search or PostgreSQL's; empty where there is nothing to search for."""
        return match_all(self.query) if dialect == "sqlite" else match_all_lexemes(self.query)

    def sql(self, dialect: str = "sqlite", columns: str = "entries.*", *, inverted: bool = False) -> tuple[str, dict[str, Any]]:
        """The query and its values, in SQLite's words or PostgreSQL's (`dialect`); `:low` is the first place that is looked at.
        `inverted`: PostgreSQL goes by its index of words, whatever that costs, instead of walking."""
        plain, words = dialect == "sqlite", self.words(dialect)
        source, key = self._source(words, plain)
        conditions = [f"{key} < :before", f"{key} >= :low", *self._conditions(words, plain, inverted)]
        text = f"SELECT {columns} FROM {source} WHERE {' AND '.join(conditions)} ORDER BY {key} DESC LIMIT :limit"
        if inverted:
            text = f"WITH found AS MATERIALIZED (SELECT seq FROM entries WHERE words @@ (SELECT diorama_whole_words(to_tsquery('diorama', :words)))) {text}"
        return text, {**self.model_dump(), "words": words, "low": 0}

    def _source(self, words: str, plain: bool) -> tuple[str, str]:
        """Tables, and the column that orders them."""
        join = "CROSS JOIN" if plain else "JOIN"  # PostgreSQL's planner orders joins itself
        if words and plain:
            return "words CROSS JOIN entries ON entries.seq = words.rowid", "words.rowid"
        if self.board is not None and not words:
            return f"board_entries {join} entries ON entries.seq = board_entries.seq", "board_entries.seq"
        return "entries", "entries.seq"

    def _conditions(self, words: str, plain: bool, inverted: bool) -> Iterator[str]:
        yield "trashed IS NOT NULL" if self.trash else "trashed IS NULL"
        if words and plain:
            yield "words MATCH :words"
        elif words and inverted:
            yield "entries.seq = ANY (ARRAY(SELECT seq FROM found))"
        elif words:  # as a function, which no index answers
            yield "ts_match_vq(entries.words, (SELECT to_tsquery('diorama', :words)))"
        if self.board is not None and words:
            yield "EXISTS (SELECT 1 FROM board_entries AS b WHERE b.board = :board AND b.seq = entries.seq)"
        elif self.board is not None:
            yield "board_entries.board = :board"
        if self.starred:
            yield "starred = 1"
        for name in ("owner", "engine", "width", "height"):
            if getattr(self, name) is not None:
                yield f"entries.{name} = :{name}"
        if self.long_side is not None:
            yield "max(width, height) >= :long_side" if plain else "greatest(width, height) >= :long_side"
        if self.since is not None:
            yield "created >= :since"
        if self.until is not None:
            yield "created < :until"
