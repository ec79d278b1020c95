"""Cases judged one after the other: what is wrong with each is said as it is found, and kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console


def judge(cases: Sequence[Any], judged: Callable[[Any], dict], told: Callable[[dict], str], file: Path | None, console: Console) -> list[dict]:
    """The row of each case, whose `wrong` is a list of words; `told`: what is said of one beside that. Rows are added to `file`, a line of JSON each."""
    rows = []
    for case in cases:
        row = judged(case)
        rows.append(row)
        if file:
            with file.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")
        if row["wrong"]:
            console.print(f"[red]{'; '.join(row['wrong'])}[/]  [dim]{told(row)} #{case.seed}[/]", highlight=False)
    return rows
