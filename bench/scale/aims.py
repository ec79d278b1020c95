"""All figures of docs/scale.md that have an aim, as ratios against it: `python -m bench.scale aims`, under ten minutes on a quiet machine of two cores.

A ratio of 1 or more meets its aim. Beside each stands the machine's load: 2 is all of a machine of two cores, and a figure taken at more is an upper bound.
The history is of `--many` entries (a million): filling it takes most of the time, so that `--many 100000` gives the others in four minutes.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class Figure(NamedTuple):
    name: str
    value: float
    aim: float
    unit: str
    most: bool
    """The aim is the most it may be; else the least."""

    @property
    def ratio(self) -> float:
        return self.aim / max(self.value, 1e-9) if self.most else self.value / self.aim

    def __str__(self) -> str:
        met = "met" if self.ratio >= 1 else "NOT MET"
        bound = "at most" if self.most else "at least"
        return f"{self.name:<52} {self.value:>9.3f} {self.unit:<10} aim {bound} {self.aim:<6g} ratio {self.ratio:>7.2f}  {met}  (load {os.getloadavg()[0]:.1f})"


Parts = dict[str, Callable[[], list[Figure]]]


def report(parts: Parts) -> None:
    """Each part after the other, told as it comes; what goes wrong in one is told and leaves the others."""
    start, found = time.monotonic(), []
    for name, part in parts.items():
        try:
            figures = part()
        except Exception as wrong:
            print(f"{name}: {type(wrong).__name__}: {wrong}", flush=True)
            continue
        found += figures
    print(f"\n{time.monotonic() - start:.0f} s in all", flush=True)
    for figure in found:
        print(figure, flush=True)


def home() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="diorama-aims-", dir=Path(os.environ.get("TMPDIR", "/tmp")))
