"""What a database does for its stores, whichever it is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Any, ClassVar, Never, Protocol

from sqlalchemy import Engine

from diorama.database.compiled import Statement, Values


class Row(Protocol):
    """Values by name, or by place from 0."""

    def __getitem__(self, key: Any, /) -> Any: ...
    def __iter__(self) -> Iterator[Any]: ...
    def keys(self) -> Any: ...


class Rows(Protocol):
    """What a statement gave."""

    @property
    def rowcount(self) -> int: ...
    def __iter__(self) -> Iterator[Any]: ...
    def fetchone(self) -> Any: ...
    def fetchall(self) -> list[Any]: ...


class Database(ABC):
    """Threads may use it at a time. All that goes wrong is raised as HistoryError or OutputError."""

    dialect: ClassVar[str]
    name: str
    """Where it is, for messages: without a password."""
    read_only: bool = False
    engine: Engine
    """SQLAlchemy's."""

    @abstractmethod
    def execute(self, statement: Statement, values: Values = ()) -> Rows:
        """Run a statement."""

    @abstractmethod
    def executemany(self, statement: Statement, values: Iterable[Values]) -> None: ...

    @abstractmethod
    def transaction(self, *first: str) -> AbstractContextManager[Database]:
        """All of it happens or none; one within another is part of it. `first`: statements that begin it."""

    @abstractmethod
    def snapshot(self) -> AbstractContextManager[Database]:
        """See all as it is now, whoever writes meanwhile; write nothing."""

    @property
    @abstractmethod
    def inside(self) -> bool:
        """Whether this thread is in a transaction."""

    def exclusive(self, name: str) -> AbstractContextManager[None]:
        """While nobody else, in whatever process, is exclusive by this name. (Who writes SQLite's file writes it alone.)"""
        return nullcontext()

    @abstractmethod
    def damage(self) -> list[str]:
        """What the database finds wrong with itself."""

    @abstractmethod
    def fail(self, wrong: Any) -> Never:
        """Raise what the driver or SQLAlchemy raised as one of ours, with what would help."""
        raise NotImplementedError

    @abstractmethod
    def let_go(self) -> None:
        """This thread asks no more."""

    @abstractmethod
    def close(self) -> None:
        """Nobody asks any more."""
