"""Charts in words: which strings are the rows of a chart, and rows that stand without quotation marks ("rent 40 %, food 25 % and the rest 35 %").

reach    from the word for the chart to the end of its sentence, and on through sentences about its bars, slices, stages
rows     strings in it that no word calls a title, a caption or a footer; pairs of a name and a number, at least two in a row
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from diorama.typeset.charts import FIGURE

BLANK = "\x00"
CHART = re.compile(
    r"\b(?:(?P<bar>(?:bar|column)(?: |-)?(?:chart|graph)|histogram)|(?P<line>(?:line|area)(?: |-)?(?:chart|graph))"
    r"|(?P<pie>(?:pie|donut|doughnut)(?: |-)?(?:chart|graph))"
    r"|(?P<timeline>timeline)|(?P<flow>flow ?-?(?:chart|diagram)|process diagram))\b", re.I,
)  # fmt: skip
ROLES = {"bar": "bar_chart", "line": "line_chart", "pie": "pie_chart", "timeline": "timeline", "flow": "flow_chart"}
SENTENCE = re.compile(r"[.!?](?=\s|$)")
GOES_ON = re.compile(
    r"\s*(?:the|its|their|each|from left|it (?:shows|has|rises|falls)|(?:first|stage|step|phase) )\s?(?:\w+ )?"
    r"(?:bars?|columns?|slices?|segments?|wedges?|points?|values?|stages?|steps?|milestones?|boxes|\w+)?\b", re.I,
)  # fmt: skip
ROWS_OF = re.compile(r"\b(?:bars?|columns?|slices?|segments?|wedges?|points?|values?|stages?|steps?|milestones?|years?|phases?)\b", re.I)
OTHER = re.compile(
    r"\b(?:titled?|headline|heading|headed|caption|footer|source|subtitle|paragraph|legend|footnote|axis|called|named|button|logo|date"
    r"|says|reads)\b", re.I,
)  # fmt: skip
OPENING = re.compile(
    r"\b(?:below with|under it with|showing|shows?|with|of|are|labelled|labeled|has|comparing|for|values|segments|slices|bars|columns|points|steps|stages"
    r"|from)\b:?\s+|:\s+", re.I,
)  # fmt: skip
ITEM = re.compile(r"(?:,\s*and\s+|,(?!\d)\s*|;\s*|\s+and\s+|\s*→\s*|\s+then\s+)")
NAMED = re.compile(rf"(?:the\s+)?(?P<name>[\w&/’'-]+(?:\s[\w&/’'-]+){{0,3}}?)\s*(?::|=|\(|\bat\b|\bwith\b|\bis\b|\bto\b)?\s*(?P<value>{FIGURE})\)?", re.I)
COUNTED = re.compile(rf"(?P<value>{FIGURE})\s+(?:in|for|on|from|of)\s+(?:the\s+)?(?P<name>[\w&/’'-]+(?:\s[\w&/’'-]+){{0,3}})", re.I)


PREPOSED = re.compile(r"\s*(?:(?:below|under it|underneath) with|of|for|with|showing|from)\s", re.I)


@dataclass(frozen=True)
class Row:
    """A row without quotation marks: where it stands, and how it is set."""

    start: int
    end: int
    text: str


def reaches(prompt: str, strings: Sequence[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """For each chart that the words name: from where to where they speak of it, and the role of its rows."""
    text = _blanked(prompt, strings)
    out = []
    for hit in CHART.finditer(text):
        kind = next(name for name, found in hit.groupdict().items() if found)
        end = _sentence_end(text, hit.end())
        while (more := GOES_ON.match(text, end)) and ROWS_OF.search(text[end : _sentence_end(text, end + 1)]) and more.end() > end:
            end = _sentence_end(text, end + 1)
        out.append((hit.end(), end, ROLES[kind]))
    return [(a, min(b, nxt[0]) if nxt else b, role) for (a, b, role), nxt in zip(out, [*out[1:], None], strict=False)]


def unquoted_rows(prompt: str, strings: Sequence[tuple[int, int]]) -> list[Row]:
    """Names with their numbers, two or more in a row, where the words speak of a chart."""
    text = _blanked(prompt, strings)
    return [row for start, end, _ in reaches(prompt, strings) for row in _rows(text, start, end)]


def chart_roles(prompt: str, strings: Sequence[tuple[int, int]]) -> dict[int, str]:
    """By the place of a string in the row of strings: the role that it has as a row of a chart."""
    roles: dict[int, str] = {}
    for start, end, role in reaches(prompt, strings):
        inside = [k for k, (a, b) in enumerate(strings) if start <= a and b <= end + 1]
        before = {k: prompt[max(start, strings[k - 1][1] if k else 0) : strings[k][0]] for k in inside}
        rows = [k for k in inside if not OTHER.search(before[k]) or ROWS_OF.search(before[k])]
        numbered = [k for k in rows if re.search(r"\d", prompt[slice(*strings[k])])]
        if len(numbered) > 1 and role in ("bar_chart", "line_chart", "pie_chart"):
            if numbered == rows[1:]:
                roles[rows[0]] = "heading"  # what the chart is called
            rows = numbered  # what has no number is told beside it
        if len(rows) > 1:
            roles |= dict.fromkeys(rows, role)
    return roles | _shown_as(prompt, strings)


SHOWN_AS = re.compile(r"\s*,?\s*(?:all )?(?:shown|drawn|displayed|presented|set|plotted) as an? (?:[\w-]+ )?(?P<kind>bar|line|pie) (?:chart|graph)\b", re.I)
JOINED = re.compile(r"\s*,?\s*(?:and|&)?\s*", re.I)


def _shown_as(prompt: str, strings: Sequence[tuple[int, int]]) -> dict[int, str]:
    """A row of texts with numbers before words that have them as a chart: "“Shower 35%” and “Toilet 27%”, shown as a bar chart"."""
    roles: dict[int, str] = {}
    for last, (_, end) in enumerate(strings):
        if told := SHOWN_AS.match(prompt, end):
            first = last
            while first and JOINED.fullmatch(prompt[strings[first - 1][1] : strings[first][0]]):
                first -= 1
            rows = range(first, last + 1)
            if len(rows) > 1 and all(re.search(r"\d", prompt[slice(*strings[k])]) for k in rows):
                roles |= dict.fromkeys(rows, f"{told['kind'].lower()}_chart")
    return roles


CALLED = re.compile(r"\s(?:titled|called|headed|entitled|labelled|labeled)\b", re.I)
"""After the rows: what the chart is called."""


def _rows(text: str, start: int, end: int) -> list[Row]:
    found: list[Row] = []
    at = start
    if told := CALLED.search(text, start, end):
        end = told.start()
    for piece in [*ITEM.finditer(text, start, end), None]:
        stop = piece.start() if piece else end
        item = text[at:stop].rstrip(" .;!")
        heads = [len(item) - len(item.lstrip()), *(m.end() for m in OPENING.finditer(item) if not found)]
        heads = heads[1:] if len(heads) > 1 and PREPOSED.match(item) else heads  # "of Jan 120"
        hit, head = next(((hit, at + k) for form in (COUNTED, NAMED) for k in heads if (hit := form.fullmatch(item, k))), (None, at))
        if hit and BLANK not in hit.group():
            found.append(Row(head, at + len(item), f"{hit['name']} {hit['value'].strip()}"))
        elif len(found) > 1:
            break
        else:
            found = []
        at = piece.end() if piece else end
    return found if len(found) > 1 else []


def _sentence_end(text: str, at: int) -> int:
    hit = SENTENCE.search(text, at)
    return hit.end() if hit else len(text)


def _blanked(prompt: str, strings: Sequence[tuple[int, int]]) -> str:
    out = prompt
    for start, end in strings:
        out = out[:start] + BLANK * (end - start) + out[end:]
    return out
