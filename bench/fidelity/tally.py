# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases of a file held against what is found: every one that fails is printed, and shares by what is asked."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from rich.console import Console

Found = Iterable[tuple[str, str | None]]
"""What is asked, with None where it holds, else with what was found instead."""


def tally(file: Path, shortfalls: Callable[[dict], Found]) -> None:
    """Run all cases of a TOML file (`[[case]]`, each with its `prompt`)."""
    console, held, asked = Console(), Counter(), Counter()
    cases = tomllib.loads(file.read_text("utf-8"))["case"]
    for case in cases:
        for what, found in shortfalls(case):
            asked[what] += 1
            held[what] += found is None
            if found is not None:
                console.print(f"[red]fails[/] {what}: {found}  [dim]{case['prompt']}[/]", highlight=False)
    for what in sorted(asked):
        console.print(f"{what:10} {held[what]} of {asked[what]}", highlight=False)
    console.print(f"{len(cases)} prompts, {sum(held.values())} of {sum(asked.values())} held")
