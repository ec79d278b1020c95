"""Set phrases of three words that the parser takes for things: "a bride and groom walk hand in hand down an alley".

Asked with other words of as many in their place, which it knows, the parser finds who walks where; the phrase is then one adverb of what is done.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from diorama.language.syntax.wellformed import Row

PHRASES = re.compile(r"\b(hand in hand|arm in arm|back to back|face to face|shoulder to shoulder|cheek to cheek)\b", re.IGNORECASE)
KNOWN = "with each other"


def without_idioms(rows: tuple[Row, ...], text: str, parsed: Callable[[str], tuple[Row, ...]]) -> tuple[Row, ...]:
    """The rows as they are, or those of the sentence with the phrases as adverbs."""
    found = [m.span() for m in PHRASES.finditer(text)]
    if not found:
        return rows
    asked, last, moved = "", 0, []
    for start, end in found:
        asked, last = asked + text[last:start] + KNOWN, end
        moved.append((len(asked) - len(KNOWN), len(asked)))
    other = parsed(asked + text[last:])
    if len(other) != len(rows):
        return rows
    out = []
    for own, row in zip(rows, other, strict=True):
        if not any(a <= row[0] and row[1] <= b for a, b in moved):
            out.append((*own[:3], row[3], *row[4:]))
            continue
        head = row[6]
        while any(a <= other[head][0] and other[head][1] <= b for a, b in moved) and other[head][6] != head:
            head = other[head][6]
        out.append((*own[:3], own[2].lower(), "RB", "advmod", head))
    return tuple(out)


__all__ = ["without_idioms"]
