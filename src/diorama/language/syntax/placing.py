"""Prepositions of several words are asked of the parser as one, and what is put before its place in its order: "a few steps from a mill stands a fox".

The phrase is then one preposition of the plain word's meaning, on whose last word the rest of it hangs ("fixed"). A participle that opens a sentence with
its place ("draped over a chair is a coat") is left out of the question, and is told of what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from diorama.language.lexicon import placing
from diorama.language.syntax.wellformed import NOUNS, Row

FIXED = "fixed"
"""The arc of words that are one preposition with the last of them."""
GRAMMAR = frozenset(("a", "an", "the", "of", "to", "from", "in", "on", "at", "by", "out", "up", "off", "away", "all"))
PLACES = "|".join((
    "on", "in", "under", "underneath", "beneath", "below", "over", "above", "across", "behind", "beside", "near", "against", "around", "between", "inside",
    "along", "towards?", "at", "to", "from", "by", "past", "outside", "alongside", "next to", "in front of",
))  # fmt: skip
DONE = r"[A-Z][a-z]+(?:ed|ing|en|ung|ent|aid|et|ut|own|hid|lt)"
"""Participles by their endings."""
BE = r"(?:is|are|was|were)"


@lru_cache(maxsize=1)
def _fronted() -> re.Pattern[str]:
    """ "Draped over …" at the beginning, and a verb that only says that something is there later on."""
    more = r"(?:\s+(?:up|down|out|away|asleep|high|neatly|carefully|casually))?"
    return re.compile(rf"(?P<done>{DONE}{more})\s+(?=(?:{PLACES})\s+[^,;.]+?\s{BE}\s+[^,;.]*[.]?\s*$)")


def with_plain_prepositions(rows: tuple[Row, ...], text: str, parsed: Callable[[str], tuple[Row, ...]]) -> tuple[Row, ...]:
    """The rows as they are, or those of the sentence asked with plain prepositions, in its own words."""
    known = placing.compound()
    spans = [(*m.span(), known[" ".join(m.group().lower().split())]) for m in placing.phrases().finditer(text)]
    front = _fronted().match(text)
    if front is not None and not any(s < front.end() for s, _, _ in spans):
        spans.insert(0, (*front.span(), ""))
    if not spans:
        return rows
    asked, last, edges = "", 0, []
    for start, end, plain in spans:
        asked += text[last:start]
        edges.append((start, end, len(asked), plain))
        asked, last = asked + plain, end
    asked += text[last:]
    other = parsed(asked[:1].upper() + asked[1:] if text[:1].isupper() else asked)
    return _in_its_own_words(rows, other, edges) or rows


def _in_its_own_words(rows: tuple[Row, ...], other: tuple[Row, ...], edges: list[tuple[int, int, int, str]]) -> tuple[Row, ...] | None:
    """The arcs of the answer on the words of the sentence; None where they do not match one to one."""
    inside = {k: edge for k, row in enumerate(rows) for edge in edges if edge[0] <= row[0] and row[1] <= edge[1]}
    lasts = {max(k for k, e in inside.items() if e is edge): edge for edge in edges if any(e is edge for e in inside.values())}
    kept = [k for k in range(len(rows)) if k not in inside or k in lasts and lasts[k][3]]
    if len(kept) != len(other) or any(other[n][2].lower() != lasts[k][3] for n, k in enumerate(kept) if k in lasts):
        return None
    out: list[Row] = list(rows)
    for n, k in enumerate(kept):
        lemma = lasts[k][3] if k in lasts else other[n][3]
        out[k] = (*rows[k][:3], lemma, "IN" if k in lasts else other[n][4], other[n][5], kept[other[n][6]])
    for k, edge in inside.items():
        if k not in kept and edge[3]:
            tag = "IN" if rows[k][2].lower() in GRAMMAR else "RB"
            out[k] = (*rows[k][:3], rows[k][2].lower(), tag, FIXED, next(n for n, e in lasts.items() if e is edge))
    front = [k for k, edge in inside.items() if not edge[3]]
    return _told_of_what_is_there(rows, out, front) if front else tuple(out)


def _told_of_what_is_there(rows: tuple[Row, ...], out: list[Row], front: list[int]) -> tuple[Row, ...] | None:
    """The participle hangs on what is there, and its place on the participle."""
    place = front[-1] + 1
    be = next((k for k, row in enumerate(out) if row[2].lower() in ("is", "are", "was", "were") and k > place), None)
    if be is None:
        return None
    there = next((k for k, row in enumerate(out) if k > be and row[6] == be and row[4] in NOUNS and row[5] in ("nsubj", "attr", "dobj", "dep")), None)
    if there is None or out[place][4] not in ("IN", "TO", "RB"):
        return None
    done = front[0]
    tag = "VBG" if rows[done][2].endswith("ing") else "VBN"
    lemma = rows[done][3].lower() if rows[done][4].startswith("VB") else rows[done][2].lower()
    out[done] = (*rows[done][:3], lemma, tag, "acl", there)
    for k in front[1:]:
        out[k] = (*rows[k][:3], rows[k][2].lower(), "RP", "prt", done)
    out[place] = (*out[place][:5], "prep", done)
    return tuple(out)


__all__ = ["FIXED", "with_plain_prepositions"]
