"""What somebody does where they are, taken for a kind of what it is done to, is asked for again with a verb that the model knows.

"A woman sits on a sofa drinking tea", "a man in a kitchen washing dishes", "a boy lies on the carpet reading comics": a participle just after a place, with
a bare noun after it. The small model has sofa tea, kitchen washing and a carpet that reads. Asked with a comma and "holding" it finds its way; the answer is
kept where the word is then a participle that something is done to.
"""

from __future__ import annotations

from collections.abc import Callable

from diorama.language.lexicon import classes
from diorama.language.postures import base
from diorama.language.syntax.clausal import LIVES, ONE
from diorama.language.syntax.doing import DONE
from diorama.language.syntax.wellformed import Row

NOUNS = ("NN", "NNS", "NNP")
PLACING = frozenset(("in", "on", "at", "by", "under", "beside", "near", "behind", "before", "against", "beneath", "outside", "inside", "above", "among"))
"""Prepositions of a place where something is done."""
DOES = DONE | {"cognition", "possession"}
BETWEEN = ("JJ", "NN", "NNP", "CD", "VBN", "VBG")
"""What stands between an article and its noun."""


def with_deeds_there(rows: tuple[Row, ...], text: str, parsed: Callable[[str], tuple[Row, ...]]) -> tuple[Row, ...]:
    """The rows as they are, or those of the sentence with a comma and a surer participle, in its own words."""
    for k in range(3, len(rows) - 1):
        if _after_a_place(rows, k) and not _done(rows, k):
            found = parsed(f"{text[: rows[k][0]].rstrip()}, holding{text[rows[k][1] :]}")
            if len(found) == len(rows) + 1 and found[k][2] == "," and _done(found, k + 1):
                return _in_own_words(rows, _without(found, k), k)
    return rows


def _without(rows: tuple[Row, ...], comma: int) -> tuple[Row, ...]:
    """The rows without the comma, on which nothing hangs."""
    return tuple((*row[:6], row[6] - (row[6] > comma)) for n, row in enumerate(rows) if n != comma)


def _in_own_words(rows: tuple[Row, ...], found: tuple[Row, ...], k: int) -> tuple[Row, ...]:
    both = enumerate(zip(rows, found, strict=True))
    return tuple((*row[:3], base(row[2].lower()) if n == k else other[3], *other[4:]) for n, (row, other) in both)


def _done(rows: tuple[Row, ...], k: int) -> bool:
    """True for a participle of a verb or of somebody, that something is done to: a place does nothing."""
    _, _, _, _, tag, arc, head = rows[k]
    whose = arc in ("advcl", "xcomp", "conj") or arc == "acl" and _alive(rows[head])
    return tag == "VBG" and whose and any(row[5] == "dobj" and row[6] == k for row in rows[k + 1 :])


def _alive(row: Row) -> bool:
    return classes.share(row[3].lower(), "person", "animal") > LIVES


def _after_a_place(rows: tuple[Row, ...], k: int) -> bool:
    word, after = rows[k][2], rows[k + 1]
    before, known = rows[k - 1][4], rows[k - 1][2].lower()
    if not word.islower() or not word.endswith("ing") or classes.verb(base(word)) not in DOES:
        return False
    if before not in NOUNS and (before != "JJ" or classes.is_adjective(known)):  # "a balcony", taken for a quality; no "white towelling robe"
        return False
    bare = after[4] in NOUNS or after[4] == "VBZ" and after[2].endswith("s")
    if not bare or classes.entry(f"{word} {after[2].lower()}") or not any(_alive(row) for row in rows[: k - 2]):
        return False
    first = next((n for n in range(k - 1, max(k - 5, 0), -1) if rows[n][4] not in BETWEEN), 0)
    return first > 1 and rows[first][2].lower() in ONE and rows[first - 1][2].lower() in PLACING
