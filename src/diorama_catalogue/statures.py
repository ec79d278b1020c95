"""How tall people usually are, by their years and sex."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from pathlib import Path

from diorama_catalogue.derived import derived


@derived
def _table() -> Mapping[str, Sequence[float]]:
    return tomllib.loads(Path(__file__).with_name("statures.toml").read_text("utf-8"))


def stature(age: float, sex: float) -> float:
    """The usual height, metres, by years and sex (0 female, 1 male, between them a mean); WHO's and CDC's medians, straight lines between them."""
    table = _table()
    return _between(age, table["years"], table["female"]) * (1 - sex) + _between(age, table["years"], table["male"]) * sex


def _between(age: float, years: Sequence[float], heights: Sequence[float]) -> float:
    k = bisect_right(years, age)
    if k in (0, len(years)):
        return float(heights[0 if k == 0 else -1])
    slope = (heights[k] - heights[k - 1]) / (years[k] - years[k - 1])
    return slope * (age - years[k - 1]) + heights[k - 1]
