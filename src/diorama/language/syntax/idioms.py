"""Set phrases that the parser takes for things or verbs: "a bride and groom walk hand in hand", "a fox left of a lamp", "a woman in back of a van".

Asked with other words of as many in their place, which it knows, the parser finds who is where. What is done "hand in hand" is then one adverb; a place
keeps the arcs of the place that it was asked as.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from diorama.language.syntax.wellformed import Row

PHRASES = re.compile(r"\b(hand in hand|arm in arm|back to back|face to face|shoulder to shoulder|cheek to cheek|side by side)\b", re.IGNORECASE)
KNOWN = "with each other"
PLACES = (
    (re.compile(r"(?<!the )(?<!its )(?<!\bhas )(?<!have )\b(?:left|right) of\b(?= (?:an?|the|it|him|her|them|two|three|another)\b)", re.I), "south of"),
    (re.compile(r"\bin back of\b", re.I), "in front of"),
    (re.compile(r"\bclose to\b(?= (?:an?|the|it|him|her|them|two|three|another)\b)", re.I), "next to"),
    (re.compile(r"\bbefore\b(?= (?:him|her|them|it)\b)", re.I), "behind"),
    (re.compile(r"\bnot far from\b", re.I), "just next to"),
    (re.compile(r"\bat some distance from\b", re.I), "on the side of"),
    (re.compile(r"\bleant\b", re.I), "leaned"),
    (re.compile(r"\b(?:ice|roller|figure|inline)\b(?= skat(?:ing|es?)\b)", re.I), "gladly"),  # no ice of somebody's
    (re.compile(r"\b(?:rock|horse|scuba)\b(?= (?:climbing|riding|diving)\b)", re.I), "gladly"),
)
"""Words for a place, and what the parser is asked instead."""


def without_idioms(rows: tuple[Row, ...], text: str, parsed: Callable[[str], tuple[Row, ...]]) -> tuple[Row, ...]:
    """The rows as they are, or those of the sentence asked with phrases that the parser knows."""
    found = sorted([(*m.span(), KNOWN) for m in PHRASES.finditer(text)] + [(*m.span(), known) for words, known in PLACES for m in words.finditer(text)])
    if not found:
        return rows
    asked, last, spans = "", 0, []
    for start, end, known in found:
        asked, last = asked + text[last:start] + known, end
        spans.append((len(asked) - len(known), len(asked), known == KNOWN))
    other = parsed(asked + text[last:])
    if len(other) != len(rows):
        return rows
    moved = [(a, b) for a, b, adverb in spans if adverb]
    out = []
    for own, row in zip(rows, other, strict=True):
        inside = next((adverb for a, b, adverb in spans if a <= row[0] and row[1] <= b), None)
        if inside is not True:
            out.append((*own[:3], row[3] if inside is None else own[2].lower(), *row[4:]))
            continue
        head = row[6]
        while any(a <= other[head][0] and other[head][1] <= b for a, b in moved) and other[head][6] != head:
            head = other[head][6]
        out.append((*own[:3], own[2].lower(), "RB", "advmod", head))
    return tuple(out)


__all__ = ["without_idioms"]
