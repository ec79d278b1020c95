"""Texts under the heading that is told by its turn: "under the first “demo on time”, under the second “flaky CI”"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from diorama.language.texts.lettering import Lettering, mates

TURNS = {word: k for k, word in enumerate(("first", "second", "third", "fourth", "fifth"))}
BELOW = re.compile(r"\b(?:under|below|beneath|in) the (?P<nth>" + "|".join(TURNS) + r"|last)(?: (?:one|column|heading))?\b[^.;\"“]{0,20}$", re.I)
UNDER_EACH = re.compile(r"\b(?:under|below|beneath|underneath) (?:them|each|these|those|each of them|the headings)\b[^.;]{0,24}$", re.I)
GOES_ON = re.compile(r"[\s,]*(?:and)?[\s,]*")


def _row(prompt: str, found: Sequence[Lettering], k: int) -> list[int]:
    """The strings of the row that the k-th opens."""
    run = [k]
    while run[-1] + 1 < len(found) and GOES_ON.fullmatch(prompt[found[run[-1]].end : found[run[-1] + 1].start]):
        run.append(run[-1] + 1)
    return run


def columned(prompt: str, found: Sequence[Lettering]) -> list[Lettering]:
    """The letterings with `below` set to the heading that each is told to stand under; its row goes on there."""
    made: list[Lettering] = []
    dealt: dict[int, int] = {}
    for k, one in enumerate(found):
        heads = [j for j, other in enumerate(found) if other.role == "heading" and mates(other, one) and j < k]
        gap = prompt[found[k - 1].end if k else 0 : one.start]
        told = BELOW.search(gap) if len(heads) > 1 else None
        named = next((j for j in heads if re.search(rf"\b(?:under|below|beneath|in) (?:the )?{re.escape(found[j].text)}\b[^.;]{{0,20}}$", gap, re.I)), None)
        each = heads[-1:] == [k - 1] and UNDER_EACH.search(gap) is not None
        if each and len(run := _row(prompt, found, k)) == len(heads):  # one each
            dealt = {j: found[heads[n]].start for n, j in enumerate(run)}
        below = dealt.get(k)
        if below is None and named is not None:
            below = found[named].start
        elif below is None and told:
            nth = TURNS.get(told["nth"].lower(), len(heads) - 1)
            below = found[heads[nth]].start if nth < len(heads) else None
        elif below is None and made and made[-1].below is not None and mates(made[-1], one) and GOES_ON.fullmatch(gap):
            below = made[-1].below
        made.append(one if below is None else replace(one, below=below, role=one.role if one.role in ("menu", "steps") else "list", at=None))
    return made
