"""Forms of verbs and nouns, as the sentences of the bench need them."""

from __future__ import annotations

import re

VOWELS = "aeiou"
SHORT = re.compile(r"(?:.*[^aeiou])?[aeiou][bdfglmnprt]")
"""Stems whose last letter is doubled: run, plan; of two syllables only those listed."""
STRESSED = frozenset(("confer", "transfer", "unzip", "begin", "admit"))
PLURALS = {
    "man": "men", "woman": "women", "child": "children", "fish": "fish", "sheep": "sheep", "old man": "old men", "old woman": "old women",
    "wolf": "wolves", "kangaroo": "kangaroos",
}  # fmt: skip


def doubled(verb: str) -> bool:
    one = len(re.findall(r"[aeiouy]+", verb)) == 1
    return bool(SHORT.fullmatch(verb)) and (one or verb in STRESSED or "-" in verb)


def ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return (verb + verb[-1] if doubled(verb) else verb) + "ing"


def third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "ch", "sh", "z", "o")) else "s")


def plural(noun: str) -> str:
    if noun in PLURALS:
        return PLURALS[noun]
    return third(noun)


def a(noun: str) -> str:
    return ("an " if noun[0] in VOWELS and not noun.startswith("uni") else "a ") + noun
