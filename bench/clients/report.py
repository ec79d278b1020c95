"""A measurement as tables: for the terminal, or two of them side by side for the documentation."""

from __future__ import annotations

import re

from rich.table import Table


def said(result: dict | None) -> str:
    """One cell: whether the picture came, and how many were made for it."""
    if result is None or result["got"] is None:
        return "–"
    count = result["pictures"]
    made = "1 picture made" if count == 1 else f"{count} pictures made"
    return f"yes, {made}" if result["got"] == "picture" else f"**no**, {made}: {result['got'].split(chr(10))[0][:70]}"


def tables(told: dict) -> list[Table]:
    cases = list(dict.fromkeys(case for results in told["clients"].values() for case in results))
    first = Table("client", "version", *cases, box=None)
    for name, results in told["clients"].items():
        first.add_row(name, told["versions"][name], *(said(results.get(case)).replace("**", "") for case in cases))
    second = Table("what is sent or asked", "it holds", "answer", box=None)
    for name, result in told["wire"].items():
        second.add_row(name, "yes" if result["holds"] else "no", result["said"])
    return [first, second]


def markdown(before: dict, after: dict) -> str:
    """Two measurements side by side: whether the picture came (and how many were made), before → after."""
    cases = list(dict.fromkeys(case for results in after["clients"].values() for case in results))
    lines = [f"| client | version | {' | '.join(cases)} |", "|---" * (len(cases) + 2) + "|"]
    for name, results in after["clients"].items():
        old = before["clients"].get(name, {})
        lines.append(f"| {name} | {after['versions'][name]} | {' | '.join(f'{short(old.get(case))} → {short(results.get(case))}' for case in cases)} |")
    lines += ["", "| what is sent or asked | before | after |", "|---|---|---|"]
    lines += [f"| {name} | {holds(before['wire'].get(name))} | {holds(result)} |" for name, result in after["wire"].items()]
    return "\n".join(lines)


def short(result: dict | None) -> str:
    if result is None or result["got"] is None:
        return "–"
    return f"{'yes' if result['got'] == 'picture' else '**no**'} ({result['pictures']})"


def holds(result: dict | None) -> str:
    if result is None:
        return "–"
    return "yes" if result["holds"] else f"**no**: {_message(result['said'])[:80].replace('|', '/')}"


def _message(said: str) -> str:
    """Of an error's JSON, the message."""
    found = re.match(r'\{"message": "([^"]*)"', said)
    return found[1] if found else said
