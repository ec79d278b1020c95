"""On a calendar's page, texts that are told to stand in the square of a day: "the 17th is marked with “Harvest party”", "“Dentist” on the 6th"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from diorama.language.texts.cues import last_sentence
from diorama.language.texts.lettering import Lettering

NTH = r"(?:the |day )?(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?\b"
BEFORE = re.compile(
    rf"\b{NTH}(?: \w+)?(?: (?:it |there )?(?:is|are|says?|reads?|shows?|has|have|marked|circled|with|the|a|note|words?|text|in|red|labell?ed))*\W*$",
    re.I,
)  # fmt: skip
AFTER = re.compile(rf"\s*,?\s*(?:is )?(?:written |noted |marked |set )?(?:on|in|for|at) (?:the (?:square|box|field|cell) (?:of|for) )?{NTH}", re.I)


def in_squares(prompt: str, found: Sequence[Lettering]) -> list[Lettering]:
    """Texts of calendars with the day that words tell of them (`panel`, from 1), as notes."""
    made = []
    for k, one in enumerate(found):
        gap = prompt[found[k - 1].end if k else 0 : one.start]
        told = AFTER.match(prompt, one.end) or BEFORE.search(last_sentence(gap)) if one.template == "calendar" else None
        made.append(replace(one, role="note", panel=int(told["day"])) if told else one)
    return made
