"""What a photograph on a page is of."""

from __future__ import annotations

import re

from diorama.typeset import TEMPLATES

PHOTO = re.compile(
    r"(?P<lead>(?:^|(?<=[.;]))\s*(?=(?:an? |the )?(?:large |small |big )?photo)|(?:\b(?:with|has|showing|shows|above|below"
    r"|over|under|beside|and)|[,;])\s+)(?:an? |the |one )?(?:[\w-]+ ){0,3}?"
    r"(?:photo|photograph|photographic image) of "
    r"(?P<what>[^,.;:]{3,120}?)(?=\s*(?:[,.;:]|$|(?:in|at|on) the (?:middle|top|bottom|left|right|cent(?:re|er))\b"
    r"|captioned\b|\b(?:and|with|above|below|under|over|beside) (?:the |a |an |its )?(?:[\w-]+ )?"
    r"(?:title|headline|heading|words?|text|caption|subtitle|name|date|price|slogan|;)))", re.I,
)  # fmt: skip
PHOTOGRAPHED = frozenset(
    (
        "poster", "book_cover", "magazine_cover", "record_cover", "box", "billboard", "magazine", "newspaper", "slide", "calendar", "invitation",
        "feed", "shop_screen",
        "recipe_card", "infographic",
    )
)  # fmt: skip
"""Templates that have room for a photograph."""


def photographed(words: str, template: str) -> tuple[str, str]:
    """What a photograph on the page is of, as written ("a lighthouse at dusk"), and the words without it; empty where none is told of."""
    told = next((m for m in PHOTO.finditer(words) if not _bears(m["what"])), None) if template in PHOTOGRAPHED else None
    if told is None or not words[: told.start()].strip(" ;"):
        return "", words
    return told["what"].strip(), words[: told.start("lead")] + " ; " + words[told.end("what") :]


def _bears(what: str) -> bool:
    """Whether what is photographed is the page itself."""
    return any(re.search(rf"\b{re.escape(noun)}\b", what, re.I) for made in TEMPLATES.values() for noun in made.nouns if made.name in PHOTOGRAPHED)
