"""Looks that a later sentence tells of a text by its role: "a poster for “LAKE BLED”: … The name in large art deco capitals at the bottom"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from diorama.language.texts.cues import told_hand, told_place, told_scale
from diorama.language.texts.inks import colours_at
from diorama.language.texts.lettering import Lettering
from diorama.language.texts.quotations import BACK

ANNOUNCES = re.compile(r"[^.;]*:\s*", re.I)
"""After what is told: it brings the next text, "Text along the right edge, running vertically: “x”"."""


def told_back(prompt: str, found: Sequence[Lettering]) -> list[Lettering]:
    """The letterings with what later sentences tell of the title: its hand, its place, its size and its colour."""
    made = list(found)
    for k, one in enumerate(found):
        gap = prompt[one.end : found[k + 1].start if k + 1 < len(found) else len(prompt)]
        for told in BACK.finditer(gap):
            if k + 1 < len(found) and ANNOUNCES.fullmatch(gap, told.end("how")):
                continue
            page = [j for j in range(k + 1) if (made[j].template, made[j].instance) == (one.template, one.instance)]
            title = next((j for j in page if made[j].role == "title"), page[0])
            how = told["how"]
            colours = [colour for _, colour in colours_at(how)]
            made[title] = replace(
                made[title], hand=told_hand(how) or made[title].hand, at=told_place(how) or made[title].at, role=made[title].role or "title",
                scale=told_scale(how) or made[title].scale, colour=colours[0] if colours else made[title].colour,
                cues=(*made[title].cues, (one.end + told.start("how"), one.end + told.end("how"))),
            )  # fmt: skip
    return made
