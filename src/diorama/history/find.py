"""Finding pictures: what one asks for, as one SQL query that walks an index from the newest entry down.

Wanted → sql → (text, values). Only the first source fits each question: search words, then a board, then stars, then all.
"""

from __future__ import annotations

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

    def sql(self, dialect: str = "sqlite") -> tuple[str, dict[str, Any]]:
        """The query and its values, in SQLite's words or PostgreSQL's (`dialect`)."""
        plain = dialect == "sqlite"
        words = match_all(self.query) if plain else match_all_lexemes(self.query)
        source, key = self._source(words) if plain else self._joined(words)
        conditions = [f"{key} < :before", *self._conditions(words, "words MATCH :words" if plain else "entries.words @@ to_tsquery('diorama', :words)")]
        text = f"SELECT entries.* FROM {source} WHERE {' AND '.join(conditions)} ORDER BY {key} DESC LIMIT :limit"
        return text, {**self.model_dump(), "words": words}

    def _source(self, words: str) -> tuple[str, str]:
        """Tables, and the column that orders them."""
        if words:
            return "words CROSS JOIN entries ON entries.seq = words.rowid", "words.rowid"
        if self.board is not None:
            return "board_entries CROSS JOIN entries ON entries.seq = board_entries.seq", "board_entries.seq"
        return "entries", "entries.seq"

    def _joined(self, words: str) -> tuple[str, str]:
        """The same for PostgreSQL, whose planner orders joins itself."""
        if self.board is not None and not words:
            return "board_entries JOIN entries ON entries.seq = board_entries.seq", "board_entries.seq"
        return "entries", "entries.seq"

    def _conditions(self, words: str, match: str):
        yield "trashed IS NOT NULL" if self.trash else "trashed IS NULL"
        if words:
            yield match
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
            yield "max(width, height) >= :long_side" if match.startswith("words") else "greatest(width, height) >= :long_side"
        if self.since is not None:
            yield "created >= :since"
        if self.until is not None:
            yield "created < :until"
