"""A measurement as tables: for the terminal, or two of them side by side for the documentation."""

from __future__ import annotations

from rich.table import Table

PATIENT = {"got": None}


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
    """Two measurements side by side."""
    cases = list(dict.fromkeys(case for results in after["clients"].values() for case in results))
    lines = []
    for case in cases:
        lines += [f"| {case} | version | before | after |", "|---|---|---|---|"]
        for name in after["clients"]:
            lines.append(f"| {name} | {after['versions'][name]} | {said(before['clients'].get(name, {}).get(case))} | {said(after['clients'][name].get(case))} |")
        lines.append("")
    lines += ["| what is sent or asked | before | after |", "|---|---|---|"]
    for name, result in after["wire"].items():
        old = before["wire"].get(name)
        lines.append(f"| {name} | {holds(old)} | {holds(result)} |")
    return "\n".join(lines)


def holds(result: dict | None) -> str:
    if result is None:
        return "–"
    return "yes" if result["holds"] else f"**no**: {result['said'][:90].replace('|', '/')}"
