"""Rows of a chart ("Irrigation 61 %") → the chart, its numbers as they were written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diorama.typeset.model import Chart

CHARTS = {"bar_chart": "bar", "line_chart": "line", "pie_chart": "pie", "timeline": "timeline", "flow_chart": "flow"}
"""Roles of texts that are rows of a chart, and its kind."""
FIGURE = (
    r"[£$€¥₹+−-]?\s?\d[\d.,\u202f]*\s?(?:%|percent\b|per cent\b|[kKmM]\b|bn\b|million\b|billion\b|°C?|[€£$]|kg\b|km\b|g\b|GWh\b|kWh\b"
    r"|MW\b|hours?\b|h\b|days?\b|people\b)?"
)
"""A number with its sign, currency or unit."""
VALUED = re.compile(rf"(?P<name>.*[^\s:–—(£$€¥₹+−-])\s*[:–—(]?\s*(?<![\d.,])(?P<value>{FIGURE})\)?$")
DATED = re.compile(r"(?P<name>(?:[12]\d{3}s?|\d{1,2}:\d\d|Day \d+|Week \d+|Q[1-4](?: \d{4})?))\s*[:–—,-]?\s+(?P<note>\S.*)$")
NOTED = re.compile(r"(?P<name>[^:–—]{1,40}?)\s*(?::|\s[–—])\s+(?P<note>\S.*)$")
TIMES = {"k": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
UNTOLD = (0.55, 0.8, 0.65, 1.0, 0.75, 0.9)
"""Heights of what has no number; no numbers are shown, and it is said."""


def chart_of(role: str, rows: Sequence[str]) -> Chart:
    """The chart whose rows are these texts; `role` is one of `CHARTS`. Rows without numbers have none shown."""
    kind = CHARTS[role]
    if kind in ("timeline", "flow"):
        parted = [(DATED.fullmatch(row) or NOTED.fullmatch(row)) if kind == "timeline" else NOTED.fullmatch(row) for row in rows]
        return Chart(
            kind=kind, labels=tuple(m["name"] if m else row for m, row in zip(parted, rows, strict=True)), notes=tuple(m["note"] if m else "" for m in parted)
        )  # fmt: skip
    valued = [VALUED.fullmatch(row) for row in rows]
    if not all(valued):
        return Chart(kind=kind, labels=tuple(rows), values=tuple(UNTOLD[k % len(UNTOLD)] for k in range(len(rows))), shown=("",) * len(rows))
    shown = tuple(m["value"].strip() for m in valued if m)
    return Chart(kind=kind, labels=tuple(m["name"] for m in valued if m), values=tuple(number(text) for text in shown), shown=shown)


def number(text: str) -> float:
    """The number of a figure as it is written: "€4.1m" is 4,100,000, "1,200" is 1200, "2,5" is 2.5."""
    digits = re.search(r"\d[\d.,\u202f]*", text)
    if digits is None:
        return 0.0
    plain = digits.group().replace("\u202f", "").rstrip(".,")
    plain = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", plain) if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain) else plain.replace(",", ".")
    unit = re.search(r"[A-Za-z]+", text[digits.end() :])
    sign = -1 if re.match(r"\s*[−-]", text) else 1
    return sign * float(plain if plain.count(".") < 2 else plain.replace(".", "")) * TIMES.get(unit.group().lower() if unit else "", 1)
