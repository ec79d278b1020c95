"""What was read so far, in a file: a run of hours is made in pieces, and takes up where it stopped.

A line a string, as JSON: `id` of its prompt, `text`, and under `by` the accuracy of each reader, 0 to 1.
A prompt that none of the readers knows has one line without `text`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bench.text.prompts import Prompt
from bench.text.set import Read


def read_on(chosen: Sequence[Prompt], measure: Callable[[Prompt], list[Read]], file: Path | None) -> list[Read]:
    """Every row of the chosen prompts: from the file those that are in it, else measured and written to it."""
    known = _kept(file, {prompt.id: prompt for prompt in chosen}) if file else {}
    found: list[Read] = []
    for prompt in chosen:
        rows = known.get(prompt.id)
        if rows is None:
            rows = measure(prompt)
            if file:
                _append(file, prompt, rows)
        found += rows
    return found


def _kept(file: Path, prompts: dict[str, Prompt]) -> dict[str, list[Read]]:
    found: dict[str, list[Read]] = {}
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        row = json.loads(line)
        if prompt := prompts.get(row["id"]):
            found.setdefault(prompt.id, []).extend([Read(prompt, row["text"], row["by"])] if row["text"] else [])
    return found


def _append(file: Path, prompt: Prompt, rows: Iterable[Read]) -> None:
    """Whole prompts only: what a stopped run left half measured is measured again."""
    lines = [{"id": prompt.id, "text": row.text, "by": row.by} for row in rows] or [{"id": prompt.id, "text": "", "by": {}}]
    with file.open("a", encoding="utf-8") as out:
        out.write("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
