"""Whole words in a text: "tree" is in "pine trees", not in "street"."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=4096)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(_either(w.replace('_', ' ')) for w in words)})(?![\w-])")


def _either(word: str) -> str:
    """The word in the singular or the plural."""
    return rf"{re.escape(word[:-1])}(?:y|ies)" if word.endswith("y") else rf"{re.escape(word)}(?:e?s)?"


def said(text: str, *words: str) -> bool:
    """True where any of the words (or phrases) stands in the lower-case text as whole words, in the singular or the plural."""
    return bool(words) and _pattern(words).search(text) is not None
