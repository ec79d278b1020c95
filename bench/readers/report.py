"""A measurement as tables: for the terminal, or two of them side by side for the documentation."""

from __future__ import annotations

import re

from rich.table import Table
from rich.text import Text

HEADS = {
    "read by others": "our picture, read by", "written by others": "our picture, written by: its recipe is found", "made by others": "a picture of: words, seed, size and model are found",
    "command line": "the command line",
}  # fmt: skip


def tables(told: dict) -> list[Table]:
    made = []
    for section, head in HEADS.items():
        table = Table(head, "holds", "what was seen", box=None, title=None)
        for name, result in told[section].items():
            table.add_row(Text(name), "yes" if result["holds"] else "no", Text(result["said"]))
        made.append(table)
    return made


def markdown(before: dict, after: dict) -> str:
    """Two measurements side by side, with what was seen where it does not hold."""
    lines = ["Readers: " + ", ".join(f"{name} {version}" for name, version in after["versions"].items()) + ".", ""]
    for section, head in HEADS.items():
        lines += [f"| {head} | before | after |", "|---|---|---|"]
        lines += [f"| {name} | {_cell(before[section].get(name))} | {_cell(result)} |".replace("[cup|bowl]", r"[cup\|bowl]") for name, result in after[section].items()]
        count = [f"{sum(result['holds'] for result in told[section].values())} of {len(told[section])}" for told in (before, after)]
        lines += [f"| **hold** | **{count[0]}** | **{count[1]}** |", ""]
    return "\n".join(lines)


def _cell(result: dict | None) -> str:
    if result is None:
        return "–"
    said = re.sub(r"/\S*/(?=\S)", "", " ".join(result["said"].split())).replace("|", "/").replace("<", "&lt;")
    return "yes" if result["holds"] else f"**no**: {said[:70] or 'nothing'}"
