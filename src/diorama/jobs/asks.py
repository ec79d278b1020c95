"""Asks: what somebody waits for, written down with its jobs until the answer has reached them, so that asking again makes no second picture.

first ask → jobs → answered;  caller gone before that → the same ask again joins those jobs.  docs/decisions/0012-asking-again.md says which asks are the same.
"""

from __future__ import annotations

import json
import math
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from diorama.jobs.database import alive
from diorama.jobs.ledger import Ledger, now

WINDOW = timedelta(minutes=10)
"""How long after its pictures were made, or its answer was sent, an ask can be joined."""


@dataclass(frozen=True)
class Ask:
    id: int
    jobs: tuple[str, ...]
    waited: float | None = None
    """Seconds after which a caller of it has hung up: the shortest, as far as it was seen."""


class Asks:
    """Who is on the line is known in memory only: after a restart nobody is, and every ask that was not answered waits for its caller."""

    def __init__(self, ledger: Ledger):
        self._ledger = ledger
        self._lock = threading.Lock()
        self._callers: Counter[int] = Counter()
        self._waited: dict[int, float] = {}

    def join(self, owner: str, content: str, repeats: bool) -> Ask | None:
        """The ask that this one repeats, now with one caller more; None where it is a new one. `repeats`: the caller says so itself."""
        known = self._known(owner, content, repeats)  # not while the lock is held: whoever writes an ask down takes it while others wait for the database
        with self._lock:
            found = self._choose(known, repeats)
            if found is not None:
                self._callers[found.id] += 1
                found = replace(found, waited=self._waited.get(found.id))
            return found

    def opening(self, owner: str, content: str, opened: list[Ask]) -> Callable[[Any, Sequence[str]], None]:
        """What `Store.submit` is to write down beside the jobs; the ask, with its first caller, is then in `opened`. Older answers of the same content can no
        longer be asked for again."""

        def write(connection: Any, jobs: Sequence[str]) -> None:
            connection.execute(self._ledger.queries["answered_end"], {"owner": owner, "content": content})
            values = {"owner": owner, "content": content, "jobs": json.dumps(list(jobs)), "created": now()}
            id = int(connection.execute(self._ledger.queries["ask_begins"], values).fetchone()[0])
            opened.append(Ask(id, tuple(jobs)))
            with self._lock:
                self._callers[id] += 1

        return write

    def forget_answers(self, owner: str, content: str) -> None:
        """A new ask was refused: what repeats it must not be given an older answer."""
        with self._ledger.change() as connection:
            connection.execute(self._ledger.queries["answered_end"], {"owner": owner, "content": content})

    def answered(self, ask: Ask) -> None:
        """The answer was sent to somebody who was there."""
        with self._ledger.change() as connection:
            connection.execute(self._ledger.queries["ask_answered"], {"of": ask.id, "now": now()})
        self._waited.pop(ask.id, None)

    def forget(self, ask: Ask) -> None:
        """Who asks the same from now on has a new one."""
        with self._ledger.change() as connection:
            connection.execute(self._ledger.queries["ask_ends"], {"of": ask.id})
        self._waited.pop(ask.id, None)

    def gave_up(self, ask: Ask, seconds: float) -> None:
        """Its caller has hung up after so long: who comes back will not wait longer."""
        with self._lock:
            self._waited[ask.id] = min(seconds, self._waited.get(ask.id, math.inf))

    @contextmanager
    def present(self, ask: Ask | None) -> Iterator[None]:
        """While one caller of the ask is on the line (`join` and `opening` have counted it)."""
        try:
            yield
        finally:
            if ask is not None:
                with self._lock:
                    self._callers[ask.id] -= 1
                    if self._callers[ask.id] <= 0:
                        del self._callers[ask.id]

    def _known(self, owner: str, content: str, repeats: bool) -> Sequence[tuple[Ask, bool]]:
        """The asks that may be joined, oldest first, and whether each was answered."""
        rows = self._ledger.connection.execute(self._ledger.queries["asks"], {"owner": owner, "content": content}).fetchall()
        asks = [(Ask(row["id"], tuple(json.loads(row["jobs"]))), row["answered"]) for row in rows]
        return [(ask, answered is not None) for ask, answered in asks if (self._alive(ask, repeats) if answered is None else answered >= _since())]

    def _choose(self, known: Sequence[tuple[Ask, bool]], repeats: bool) -> Ask | None:
        """First what nobody is on the line for, the oldest; for who says that it repeats, then what the fewest are on the line for, then the newest answer."""
        open_ = [ask for ask, answered in known if not answered]
        left = [ask for ask in open_ if not self._callers[ask.id]]
        if left or not repeats:
            return left[0] if left else None
        if open_:
            return min(open_, key=lambda ask: (self._callers[ask.id], ask.id))
        return known[-1][0] if known else None

    def _alive(self, ask: Ask, repeats: bool) -> bool:
        """Whether a picture of it is still being made or was made just now; for who says that it repeats, also where all of them failed just now."""
        values = {f"p{k}": id for k, id in enumerate(ask.jobs)} | {"since": _since(), "any": int(repeats)}
        return self._ledger.connection.execute(alive(len(ask.jobs)), values).fetchone()[0] > 0


def _since() -> str:
    return (datetime.now(UTC) - WINDOW).isoformat(timespec="milliseconds")
