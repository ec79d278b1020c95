"""What runs along the edges of a page, and what its ground is patterned with."""

from __future__ import annotations

import re

from diorama.language.pages.drawings import border_of, repeated
from diorama.language.pages.tones import told_tones

PATTERN = re.compile(
    r"\b(?P<what>(?:(?!with\b|a\b|an\b|and\b|the\b)[\w-]+ ){1,3})(?:pattern|patterned|background|wallpaper)\b|\bpattern of (?P<of>(?:[\w-]+ ?){1,4})", re.I,
)  # fmt: skip
GROUNDS = {
    "hexagons": r"\bhexagon|\bhoneycomb", "dots": r"\b(?:polka[ -])?dots?\b|\bdotted\b|\bspotted\b", "stripes": r"\bstriped?s?\b|\bpinstripes?\b",
    "checks": r"\bchecke?r?e?d?s?\b|\bgingham\b|\bplaid\b|\btartan\b", "zigzag": r"\bzig-?zags?\b|\bchevrons?\b", "triangles": r"\btriangles?\b|\bgeometric\b",
    "grid": r"\bgrid\b|\bsquared\b|\bgraph paper\b", "confetti": r"\bconfetti\b|\bterrazzo\b", "swells": r"\bwaves?\b|\bwavy\b|\bseigaiha\b",
}  # fmt: skip


def edging(words: str) -> tuple[str | None, list[str]]:
    """What runs along the edges of a page, and the colours that are told of it."""
    kind, what = border_of(words)
    return kind, told_tones(what)


def ground_pattern(words: str) -> str | None:
    """What the ground of a page is patterned with."""
    if re.search(r"\bgradient\b", words, re.I):
        return "gradient"
    for told in PATTERN.finditer(words):
        what = " ".join(filter(None, told.groups()))
        lined = next((kind for kind, word in GROUNDS.items() if re.search(word, what, re.I)), None)
        if lined or "pattern" in told.group().lower() and (lined := repeated(what)):
            return lined
    return None
