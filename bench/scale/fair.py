"""Whether turns are even between owners while workers die: a turn is a try at a job, made or lost.

Round robin by who was served longest ago gives owners who have something waiting all the time the same number of turns, one more or less, whatever becomes
of the tries. Looked at again and again, in one transaction each time.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

TURNS = """SELECT owner, sum(attempts) AS turns, sum(CASE WHEN state = 'queued' THEN 1 ELSE 0 END) AS waiting FROM jobs GROUP BY owner"""
AIM = 1
"""Turns by which two owners may differ who both have something waiting."""


class Fair:
    def __init__(self, database: Any):
        self._database = database
        self._begun: dict[str, int] = {}
        self._short: set[str] = set()
        """Who had nothing waiting at some time since: not counted from then on."""
        self.looks = self.worst = 0
        self.owners = 0

    def look(self) -> None:
        rows = self._database.execute(TURNS).fetchall()
        self._begun = self._begun or {row["owner"]: row["turns"] for row in rows}
        self._short |= {row["owner"] for row in rows if row["waiting"] == 0}
        turns = [row["turns"] - self._begun[row["owner"]] for row in rows if row["owner"] not in self._short]
        if len(turns) > 1:
            self.owners = max(self.owners, len(turns))
            self.looks, self.worst = self.looks + 1, max(self.worst, max(turns) - min(turns))

    def tell(self) -> None:
        rows = self._database.execute("SELECT owner, sum(attempts) AS turns, count(*) AS jobs FROM jobs GROUP BY owner ORDER BY owner").fetchall()
        print("turns: " + ", ".join(f"{row['owner']} {row['turns']} of {row['jobs']} jobs" for row in rows), flush=True)
        told = "fair" if self.worst <= AIM and self.looks else "NOT FAIR"
        print(f"{self.owners} owners, {self.looks} looks: turns differed by {self.worst} at most (aim {AIM}): {told}", flush=True)


def of_file(home: Path) -> Fair:
    """Of a server's file of jobs."""
    from diorama.database.sqlite import SqliteDatabase

    return Fair(SqliteDatabase(home / "jobs.sqlite", "jobs"))
