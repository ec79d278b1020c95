"""Words for one of several, parsed as somebody: "the latter knits", "one sings and the other reads", "the first waters a plant".

The small model takes "the other sings" for other singings; asked with "the woman sings" it finds its way. What is put in is as long as what it stands for.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from diorama.language.lexicon import classes
from diorama.language.postures import base
from diorama.language.syntax.wellformed import verb_first

OF_TWO = re.compile(r"(?<=\bthe )(?:former|latter)\b(?=[,.]? (?:in|with|at|on|is|has|\w+ing|\w+s)\b)", re.I)
PICK = re.compile(r"(?<=\b[Tt]he )(?:first|second|third|fourth|other|taller|shorter|older|younger|smaller)(?= ([a-z]+(?:s|ing))\b)")
GOES_ON = re.compile(r" (?:an?|the|his|her|their|its|to|at|on|in|by|up|down|from|with|over|beside|behind|next|and|while)\b|[,.;]|$")
"""What follows a verb, and seldom a plural."""
ONE = re.compile(r"(?<![\w-])one(?= ([a-z]{2,}s) (?!and\b)[^.]*\bthe other [a-z]+s\b| ([a-z]{2,}s) (?:and|while) the other [a-z]+s\b)", re.I)
SOMEBODY = {3: "He ", 5: "woman", 6: "farmer", 7: "teacher"}
"""Somebody by the length of the word."""


class Own(NamedTuple):
    """What a word was that somebody was put in the place of."""

    text: str
    tag: str


def named(text: str) -> tuple[str, dict[int, Own]]:
    """The text with somebody in the place of such words, of the same length, and the words themselves by where they begin."""
    own: dict[int, Own] = {}
    for pattern, tag in ((OF_TWO, "NN"), (ONE, "CD"), (PICK, "JJ")):
        for m in pattern.finditer(text):
            does = next((g for g in m.groups() if g), None)
            if m.start() not in own and (pattern is OF_TWO or does is not None and _verb(does, text[m.end() + 1 + len(does) :])):
                own[m.start()] = Own(m.group(), "JJR" if pattern is PICK and m.group().endswith("er") and m.group() != "other" else tag)
    for at, told in own.items():
        text = text[:at] + SOMEBODY[len(told.text)] + text[at + len(told.text) :]
    return text, own


def _verb(word: str, after: str) -> bool:
    """True for what somebody does; `after`: what follows it."""
    stem = base(word)
    if after[:1] in (".", ",", ";", "") and classes.verb(stem) is not None:
        return True
    if classes.verb(stem) is None or verb_first(word):
        return classes.verb(stem) is not None
    return GOES_ON.match(after) is not None and (word.endswith("ing") or classes.share(stem, "person", "body", "artifact") < 0.5)
