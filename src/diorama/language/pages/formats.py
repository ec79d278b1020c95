"""The size that words give a page."""

from __future__ import annotations

import re

from diorama.typeset import TEMPLATES

SHEET = re.compile(r"\b(?P<series>A[0-6]|(?:US )?letter(?:[ -]size| paper| format))\b", re.I)
MEASURED = re.compile(r"\b(?P<w>\d+(?:\.\d+)?)\s?(?:mm|cm|inch(?:es)?|in)?\s?(?:x|×|by)\s?(?P<h>\d+(?:\.\d+)?)\s?-?(?P<unit>mm|cm|inch(?:es)?|in)\b", re.I)
TURNED = re.compile(
    r"\b(?:(?P<broad>landscape|horizontal)|(?P<high>portrait|vertical|upright))(?:[ -](?:format|orientation|layout|oriented)|,"
    r"| (?:page|poster|flyer|slide|sheet|banner|card|menu|sign))|(?:\bin |(?<=, )(?=\w+\s*[.;:]))(?:(?P<b>landscape)|(?P<h>portrait))\b", re.I,
)  # fmt: skip
NOUNS = "|".join(sorted({noun for made in TEMPLATES.values() for noun in made.nouns}, key=len, reverse=True))
SQUARE = re.compile(rf"\bsquare (?:format |shaped )?(?:[\w-]+ )?(?:{NOUNS})\b|\bsquare format\b|,\s*square(?=\s*[,.;:])", re.I)
MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4}


def paper_size(words: str, template: str) -> tuple[float, float] | None:
    """The size that words give a page, millimetres: "A3", "10 × 15 cm", "square", "landscape"; None where they tell none."""
    usual = TEMPLATES[template].size
    size = None
    if told := MEASURED.search(words):
        unit = MILLIMETRES[told["unit"].lower()[:2]]
        size = float(told["w"]) * unit, float(told["h"]) * unit
    elif sheet := SHEET.search(words):
        size = _sheet(sheet["series"])
        size = (size[1], size[0]) if usual[0] > usual[1] else size
    elif SQUARE.search(words):
        size = min(usual), min(usual)
    if turned := TURNED.search(words):
        low, high = sorted(size or usual)
        size = (high, low) if turned["broad"] or turned["b"] else (low, high)
    return size if size is None or LEAST_SIDE <= min(size) and max(size) <= MOST_SIDE and size != usual else None


LEAST_SIDE, MOST_SIDE = 15.0, 20_000.0
"""Millimetres: no page is smaller or larger than that."""


def _sheet(series: str) -> tuple[float, float]:
    """ISO 216: A0 is 841 × 1189 mm, each next one half of it; else US letter."""
    if series[0] not in "aA" or not series[1].isdigit():
        return 215.9, 279.4
    low, high = 841, 1189
    for _ in range(int(series[1])):
        low, high = high // 2, low
    return float(low), float(high)
