"""The month that a calendar shows, from its words: "March 2027" → the weekday of its first day and how many days it has."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence

NAMES = (
    "january february march april may june july august september october november december",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
)
NUMBER = {name: k for row in NAMES for k, name in enumerate(row.split(), 1)}
TOLD = re.compile(r"\b(" + "|".join(NUMBER) + r")\s+(?:de\s+)?(\d{4})\b", re.I)


def month(strings: Sequence[str]) -> dict[str, int] | None:
    """`first`: the weekday of the first day, 0 is Monday; `days`: how many. None where no string names a month and a year."""
    told = next((m for text in (*strings, " ".join(strings)) if (m := TOLD.search(text))), None)
    if told is None or not 1 <= int(told[2]) <= 9999:
        return None
    first, days = calendar.monthrange(int(told[2]), NUMBER[told[1].lower()])
    return {"first": first, "days": days}
