# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole words in a text: "tree" is in "pine trees", not in "street"."""

from __future__ import annotations

import re


def said(text: str, *words: str) -> bool:
    """True where any of the words (or phrases) stands in the lower-case text as whole words, in the singular or with a plural's s."""
    return any(re.search(rf"(?<![\w-]){re.escape(word.replace('_', ' '))}(?:e?s)?(?![\w-])", text) for word in words)
