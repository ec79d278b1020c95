"""Jobs in pieces, as the store has them: a job that was divided waits for its pieces, each a job of its own, and is then made of them.

running ─divide→ (its pieces queued → running → done) ─gather→ queued → running: joined → done
  a piece that has failed for good → the job has failed, its other pieces are cancelled;  the job is cancelled → its pieces are

Looking after a job whose piece has ended is a transaction of its own (`gather`): lost in a crash, the next look does the same.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from typing import Any

from diorama.contracts import Piece
from diorama.errors import JobConflict
from diorama.jobs.database import new_jobs
from diorama.jobs.job import ENDED, Problem
from diorama.jobs.ledger import QUEUE, Ledger, now, stamp
from diorama.recipe import Recipe

PIECES = "its pieces"
"""What has the jobs that wait for their pieces, as a worker's name."""
FOREVER = "9999-12-31T00:00:00.000+00:00"


class Divided(Ledger):
    """What `JobStore` does with pieces."""

    def divide(self, id: str, claim: str, recipe: Recipe, pieces: Sequence[Piece]) -> None:
        """A running job, settled, waits for its pieces from now on, each of them a job of its owner's that is next in line. Raises JobConflict where it is
        not this claim's any more."""
        with self.change() as connection:
            row = connection.execute(self.queries["hold"], {"id": id}).fetchone()
            if row is None or row["state"] != "running" or row["claim"] != claim:
                raise JobConflict("the job is not this worker's any more", where=id)
            text, same = recipe.to_json(), {name: row[name] for name in ("owner", "engine", "rank", "parent", "trace", "team")}
            new = [
                {**same, "id": f"job_{secrets.token_hex(12)}", "state": "queued", "recipe": text, "whole": id, "piece": one.model_dump_json(), "created": now()}
                for one in pieces
            ]  # fmt: skip
            held = {"worker": PIECES, "claim": secrets.token_hex(16), "lease": FOREVER}
            events = self._set(connection, row, QUEUE, recipe=text, divided=len(new), **held)
            connection.executemany(new_jobs(tuple(new[0]), events.known), [{**one, "at": events.value(1)} for one in new])

    def piece_made(self, id: str, claim: str, digest: str) -> bool:
        """A piece's file is kept. False where it was not this claim's any more, and nothing has changed."""
        with self.change() as connection:
            row = connection.execute(self.queries["hold"], {"id": id}).fetchone()
            if row is None or row["state"] != "running" or row["claim"] != claim:
                return False
            self._set(connection, row, QUEUE, state="done", made=digest, ended=now())
        self.gather(row["whole"])
        return True

    def pieces_of(self, id: str) -> Sequence[Any]:
        """The rows of a job's pieces, in order."""
        return self.connection.execute(self.queries["pieces"], {"whole": id}).fetchall()

    def pieces_made(self, id: str) -> tuple[str, ...]:
        """The digests of a job's pieces, in order."""
        return tuple(row["made"] for row in self.pieces_of(id))

    def gather(self, id: str | None = None) -> None:
        """Look after a job that waits for its pieces, or after all: joined next where all are there, failed where one is."""
        waiting = [id] if id else [row["id"] for row in self.connection.execute(self.queries["wholes"], {"worker": PIECES})]
        for one in waiting:
            with self.change() as connection:
                row = connection.execute(self.queries["hold"], {"id": one}).fetchone()
                if row is None or row["state"] != "running" or row["worker"] != PIECES:
                    continue
                pieces = connection.execute(self.queries["pieces"], {"whole": one}).fetchall()
                failed = next((piece for piece in pieces if piece["state"] in ("failed", "cancelled")), None)
                if failed is not None:
                    told = failed["error"] or Problem(message="a part of it was cancelled", type="server_error", code="lost").model_dump_json()
                    self._set(connection, row, QUEUE, state="failed", error=told, ended=now())
                    self._cancel_pieces(connection, pieces)
                elif all(piece["state"] == "done" for piece in pieces):
                    self._set(connection, row, QUEUE, state="queued", worker=None, claim=None, lease=None, attempts=0)

    def _cancel_pieces(self, connection: Any, pieces: Sequence[Any]) -> None:
        for piece in pieces:
            if piece["state"] not in ENDED:
                self._set(connection, piece, QUEUE, state="cancelled", ended=now())

    def helpers(self, engine: str, seen: float = 60.0) -> int:
        """Jobs that workers elsewhere, seen within so many seconds, can make at a time with an engine."""
        rows = self.connection.execute(self.queries["helpers"], {"since": stamp(-seen)}).fetchall()
        offers = [json.loads(row["facts"]) for row in rows]
        return sum(offer["slots"] for offer in offers if engine in offer["engines"])

    def _set(self, connection: Any, row: Any, *beside: Any, **values: Any) -> Any:
        raise NotImplementedError
