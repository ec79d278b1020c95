"""Several colours in a row are asked of the parser as one: "in hues of red, blue and yellow", "with brown, black and white fur".

The small model takes the second for a verb and hangs the third on what follows. In grammar a list of colours does what one of them does, so that the
sentence is asked with the first alone where the list does not hang together; the others are then listed with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from diorama.language.lexicon import classes, lexicon
from diorama.language.syntax.wellformed import Row

SHADES = ("bright", "pale", "dark", "deep", "light", "vivid", "soft", "muted", "pastel")
SURE = frozenset((
    "red", "blue", "green", "yellow", "black", "white", "brown", "grey", "gray", "pink", "purple", "golden", "beige", "turquoise", "crimson", "magenta",
    "scarlet", "violet", "azure", "maroon",
))  # fmt: skip
"""Colours whose name is seldom a thing's; one of them tells that the others of a list are colours too."""


@lru_cache(maxsize=1)
def _list() -> re.Pattern[str]:
    names = "|".join(sorted(k for k in lexicon().colours if k.isalpha() and k not in ("clear", "stone") and (k in SURE or classes.is_adjective(k))))
    one = rf"(?:(?:{'|'.join(SHADES)}) )?(?:{names})"
    return re.compile(rf"\b{one}(?:(?:, and |, or |, | and | or ){one})+\b(?![-\w])", re.IGNORECASE)


def with_one_colour(rows: tuple[Row, ...], text: str, parsed: Callable[[str], tuple[Row, ...]]) -> tuple[Row, ...]:
    """The rows as they are, or those of the sentence asked with the first colour of each list that falls apart."""
    lists = [found for m in _list().finditer(text) if (found := _places(rows, *m.span())) is not None and not _hangs(rows, found)]
    if not lists:
        return rows
    gone = {k for _, rest in lists for k in rest}
    asked, last = "", 0
    for _, rest in lists:
        asked, last = asked + text[last : rows[rest[0] - 1][1]], rows[rest[-1]][1]
    other = parsed(asked + text[last:])
    kept = [k for k in range(len(rows)) if k not in gone]
    if len(other) != len(kept):
        return rows
    out = list(rows)
    for k, row in zip(kept, other, strict=True):
        out[k] = (*rows[k][:3], *row[3:6], kept[row[6]])
    for first, rest in lists:
        _listed(out, first, rest)
    return tuple(out)


def _places(rows: tuple[Row, ...], start: int, end: int) -> tuple[int, list[int]] | None:
    """The first colour of a list and the places of all that follows it in the list; None where no colour in it is sure."""
    inside = [k for k, row in enumerate(rows) if start <= row[0] and row[1] <= end]
    colours = [k for k in inside if _is_colour(rows[k])]
    if len(colours) < 2 or rows[inside[0]][0] != start or rows[inside[-1]][1] != end or not any(rows[k][2].lower() in SURE for k in colours):
        return None
    return colours[0], [k for k in inside if k > colours[0]]


def _is_colour(row: Row) -> bool:
    return row[2].lower() not in SHADES and row[2].isalpha() and row[2].lower() not in ("and", "or")


def _hangs(rows: tuple[Row, ...], found: tuple[int, list[int]]) -> bool:
    """True where the list hangs together: each colour on one before it, and none is a verb."""
    first, rest = found
    colours = [first, *(k for k in rest if _is_colour(rows[k]))]
    if any(rows[k][4].startswith("VB") for k in colours):
        return False
    alike = all(rows[k][5] == rows[first][5] and rows[k][6] == rows[first][6] for k in colours)
    return alike or all(rows[k][5] == "conj" and rows[k][6] in colours for k in colours[1:])


def _listed(out: list[Row], first: int, rest: list[int]) -> None:
    before = first
    if out[first][5] in ("compound", "nmod", "amod") and out[first][6] > rest[-1]:
        out[first] = (*out[first][:4], "JJ", "amod", out[first][6])  # "a white and orange jersey": no orange
    for k in rest:
        a, b, word = out[k][:3]
        if _is_colour(out[k]):
            out[k] = (a, b, word, word.lower(), out[first][4], "conj", before)
            before = k
        elif word.lower() in SHADES:
            at = next(n for n in rest if n > k and _is_colour(out[n]))
            out[k] = (a, b, word, word.lower(), "JJ", "amod", at)
        else:
            out[k] = (a, b, word, word.lower(), "," if word == "," else "CC", "punct" if word == "," else "cc", before)


__all__ = ["with_one_colour"]
