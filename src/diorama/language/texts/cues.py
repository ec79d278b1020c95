"""Words that tell of a text (`lettering.toml`): its role, its hand, its place, its size; and where in a sentence they stand."""

from __future__ import annotations

import re
from functools import cache

from diorama.language.lettering_words import TABLE
from diorama.typeset import TEMPLATES

REACH = 90
"""Characters before a string in which words speak of it."""
COUNTS = "an?|one|two|three|four|five|six|seven|eight|nine|ten|some|several|another|\\d+"
REFERRED = re.compile(
    r"\b(?:above|below|beneath|under|underneath|over|beside|after|before|between|next to)"
    rf" (?:(?:that|this|these|those|(?:the|its) (?:[\w'’-]+ )?|(?!(?:that|this|it|them|{COUNTS})\b)[\w'’-]+) ?)?$"
    r"|\b(?:as \w+ as|like|than|same \w+ as) (?:the|its) $", re.I,
)  # fmt: skip
"""Before a role that only tells where the next string stands: "below the names"."""
SENTENCE_END = re.compile(r"[.!?;](?=\s)|\n")
NEXT_IN_ROW = re.compile(r"[\s,;]*(?:and|or)?[\s,]*(?:then)?[\s,]*", re.I)
NOUNS = frozenset(noun for made in TEMPLATES.values() for noun in made.nouns)


def told_role(words: str) -> str | None:
    """The role that words name: "the headline" is the title."""
    hit = leading("roles", words)
    return hit[0] if hit else None


def told_hand(words: str) -> str | None:
    hit = nearest("hands", words)
    return hit[0] if hit else None


def told_place(words: str) -> str | None:
    """The place on a page that words name: "to the top right"."""
    hit = nearest("places", words)
    return hit[0] if hit else None


def told_scale(words: str) -> float | None:
    """Times its size, that words tell of a text; None where they tell none."""
    hit = nearest("scales", words)
    return float(hit[0]) if hit else None


LARGER_WORDS = {"larger": 1.3, "bigger": 1.3, "smaller": 0.77, "huge": 1.7, "tiny": 0.6}
"""Times its size, that a word asks of a text."""


def is_text(noun: str) -> bool:
    """Whether a noun names a text and no thing: steps, heading, bullet points."""
    return _pattern_any("roles").fullmatch(noun) is not None and noun.lower() not in NOUNS


@cache
def _pattern(table: str, key: str) -> re.Pattern[str]:
    words = sorted(TABLE[table][key], key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, words)) + r")(?![\w-])", re.I)


@cache
def _pattern_any(table: str) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for words in TABLE[table].values() for word in words), re.I)


def last_sentence(before: str) -> str:
    """What the last sentence of the words before a string says of it."""
    cut = max((m.end() for m in SENTENCE_END.finditer(before) if re.search(r"\w", before[m.end() :])), default=0)
    return before[cut:]


Hit = tuple[str, int, int]
"""A key of a table, and from where to where in the text its word stands."""


def nearest(table: str, text: str, reach: int = REACH) -> Hit | None:
    """The word that stands last in a text; of two that end together the longer."""
    cut = max(0, len(text) - reach)
    found = [(m, key) for key in TABLE[table] for m in _pattern(table, key).finditer(text, cut)]
    hits = [(m.end(), len(m.group()), key) for m, key in found if table != "roles" or not (REFERRED.search(text[: m.start()]) or _of_a_noun(text, m))]
    return _hit(max(hits)) if hits else None


def _of_a_noun(text: str, cue: re.Match[str]) -> bool:
    """Whether a word is a part of the name of what bears words: the "place" of a place card."""
    following = re.match(r"\s[\w-]+", text[cue.end() :])
    before = re.search(r"[\w-]+\s$", text[: cue.start()])  # the "list" of a price list
    if before is not None and cue.group().lower() == "list" and (before.group() + cue.group()).lower() in NOUNS:
        return True
    return following is not None and (cue.group() + following.group()).lower() in NOUNS


def leading(table: str, text: str, reach: int = REACH) -> Hit | None:
    found = [(m, key) for key in TABLE[table] for m in _pattern(table, key).finditer(text[:reach])]
    hits = [(-m.start(), len(m.group()), key) for m, key in found if table != "roles" or not REFERRED.search(text[: m.start()])]
    return (found[2], -found[0], -found[0] + found[1]) if hits and (found := max(hits)) else None


def _hit(found: tuple[int, int, str]) -> Hit:
    end, length, key = found
    return key, end - length, end
