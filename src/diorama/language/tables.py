"""Tables in words: which strings are a table's cells, and which of them open a row.

headed    "columns “Day”, “Class” and the rows “Monday”, “Yoga”; “Friday”, “Chess”": as many cells a row as there are columns
parted    "a table with the rows “Monday”, “9–5”; “Friday”, “9–1”": rows of one length, parted by semicolons or by words for a row
"""

from __future__ import annotations

import re
from collections.abc import Sequence

OPENS, GOES_ON = "table", "cell"
"""Roles of a row's first cell and of the others."""
COLUMNS = re.compile(r"\b(?:columns?|column (?:headings|headers|titles)|header row|headings)\b[^\x00.;]{0,24}$", re.I)
ROWS = re.compile(r"\b(?:rows?|entries|lines)\b[^\x00]{0,24}$", re.I)
TABLE = re.compile(r"\b(?:table|timetable|time table|spreadsheet|schedule|price table|league table|grid)\b", re.I)
NEXT = re.compile(r"\s*,?\s*(?:and|&)?\s*", re.I)
PARTING = re.compile(
    r"\s*[,.;]?\s*(?:and |then )*(?:the |a )?(?:first|second|third|fourth|fifth|next|last|another)? ?(?:row|line)?"
    r"(?: (?:is|has|reads|says|with))?\s*:?\s*", re.I,
)  # fmt: skip


def table_roles(prompt: str, strings: Sequence[tuple[int, int]]) -> dict[int, str]:
    """By the place of a string in the row of strings: whether it opens a row of a table or goes on with one."""
    gaps = [prompt[strings[k - 1][1] if k else 0 : start] for k, (start, _) in enumerate(strings)]
    roles: dict[int, str] = {}
    k = 0
    while k < len(strings):
        found = _headed(gaps, k) or _parted(prompt, strings, gaps, k)
        if found:
            rows, end = found
            roles |= {j: OPENS if j in rows else GOES_ON for j in range(k, end)}
            k = end
        else:
            k += 1
    return roles


def _run(gaps: Sequence[str], k: int, joint: re.Pattern[str]) -> int:
    """The place after the strings that follow the k-th, joined so."""
    end = k + 1
    while end < len(gaps) and joint.fullmatch(gaps[end]):
        end += 1
    return end


def _headed(gaps: Sequence[str], k: int) -> tuple[set[int], int] | None:
    """The places that open rows, and the place after the table, where a row of column heads begins at the k-th string."""
    if not COLUMNS.search(gaps[k]):
        return None
    body = _run(gaps, k, NEXT)
    width = body - k
    if width < 2 or body == len(gaps) or not (ROWS.search(gaps[body]) or gaps[body].strip() == ":"):
        return None
    end = _run(gaps, body, PARTING)
    end -= (end - body) % width
    return (set(range(k, end, width)), end) if end > body else None


def _parted(prompt: str, strings: Sequence[tuple[int, int]], gaps: Sequence[str], k: int) -> tuple[set[int], int] | None:
    """The same of rows without heads: two or more of one length."""
    if not ROWS.search(gaps[k]) or not TABLE.search(prompt[: strings[k][0]]):
        return None
    rows, at = [], k
    while at == k or at < len(gaps) and PARTING.fullmatch(gaps[at]):
        rows.append(at)
        at = _run(gaps, at, NEXT)
    widths = {b - a for a, b in zip(rows, [*rows[1:], at], strict=True)}
    return (set(rows), at) if len(rows) > 1 and len(widths) == 1 and widths != {1} else None


CELLED = re.compile(r"\s*(?P<name>[^\d,;]*[^\d\s,;])\s*[:–—-]?\s+(?P<cells>\d\S*(?:(?:\s+and|,|\s*/)?\s+\d\S*)*)\s*$")
CELL = re.compile(r"\d[^\s,;]*")
PIECE = re.compile(r"[^,;]+")


def unquoted_cells(prompt: str, strings: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Rows that stand without quotation marks after the heads of a table's columns: "columns “Stop” and “Weekday”: Riverside 06:15, Town Hall 06:28".
    Each cell is a text; none where a row has not as many as there are columns."""
    gaps = [prompt[strings[k - 1][1] if k else 0 : one[0]] for k, one in enumerate(strings)]
    for k in range(len(strings)):
        if not (COLUMNS.search(gaps[k]) and TABLE.search(prompt[: strings[k][0]])):
            continue
        last = _run(gaps, k, NEXT) - 1
        begin = strings[last][1]
        stop = strings[last + 1][0] if last + 1 < len(strings) else len(prompt)
        end = next((m.start() for m in re.finditer(r"\.(?=\s|$)", prompt[begin:stop])), stop - begin) + begin
        if prompt[begin:end].lstrip()[:1] == ":" and (rows := _rows_of(prompt, prompt.index(":", begin) + 1, end, last - k)):
            return rows
    return []


def _rows_of(prompt: str, begin: int, end: int, figures: int) -> list[tuple[int, int, str]]:
    """The cells between two places, each row a name and so many figures; empty where any row has more or fewer."""
    cells: list[tuple[int, int, str]] = []
    for piece in PIECE.finditer(prompt, begin, end):
        told = CELLED.match(piece.group())
        found = list(CELL.finditer(told["cells"])) if told else []
        if told is None or len(found) != figures:
            return []
        name, at = told["name"].strip(), piece.start() + told.start("name")
        cells.append((at, at + len(told["name"].rstrip()), name))
        cells += [(piece.start() + told.start("cells") + m.start(), piece.start() + told.start("cells") + m.end(), m.group()) for m in found]
    return cells
