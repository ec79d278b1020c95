"""Run the fidelity bench: `python -m bench.fidelity [--size 320] [--every 1] [--first N] [--only WORD] [--cases mixed|animals] [--sheet DIR]`.

Prints every claim that fails, then shares by kind, and how the instances are seen: what who sees nothing but the picture has to go by.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
import tomllib
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

from PIL import Image
from rich.console import Console
from rich.table import Table

from diorama.contracts import Job
from diorama.errors import DioramaError
from diorama.recipe import Request
from diorama.studio import Settings, Studio
from diorama.tools.claims import Shown, check

CASES = {name: Path(__file__).with_name(f"{name}.toml") for name in ("cases", "mixed", "animals", "people")}
"""Simple cases; mixed ones: large beside small, counts, materials, positions, places that are composed; animals; people."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", choices=list(CASES), default="cases")
    parser.add_argument("--size", type=int, default=320, help="long side, pixels; cases with text are made twice as large")
    parser.add_argument("--samples", type=int, default=24)
    parser.add_argument("--every", type=int, default=1, help="take every n-th case")
    parser.add_argument("--first", type=int, default=1, help="number of the first case to take")
    parser.add_argument("--only", default="", help="cases whose prompt holds this")
    parser.add_argument("--sheet", type=Path, help="keep every picture in this folder")
    parser.add_argument("--json", type=Path, help="write the outcome of every claim")
    given = parser.parse_args()
    everyone = enumerate(tomllib.loads(CASES[given.cases].read_text(encoding="utf-8"))["case"], 1)  # the number is the seed, whichever others are taken
    cases = [(number, c) for number, c in everyone if number >= given.first and given.only in c["prompt"]][:: given.every]
    if any(claim.startswith("text") for _, c in cases for claim in c["claims"]) and not find_spec("rapidocr"):
        raise SystemExit("rapidocr reads the texts in the pictures and is not installed: `./test` installs the test tools")
    console, held, all_, rows, seen = Console(), Counter(), Counter(), [], []
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as home, Studio(Settings(home=Path(home))) as studio:
        for number, case in cases:
            for claim, found in judged(studio, case, given, number, seen):
                kind = claim.split()[0]
                all_[kind] += 1
                held[kind] += found is None
                rows.append({"prompt": case["prompt"], "claim": claim, "found": found})
                if found is not None:
                    console.print(f"[red]fails[/] {claim}: {found}  [dim]{case['prompt']}[/]", highlight=False)
    table = Table("claim", "held", "of", "share", box=None)
    for kind in sorted(all_):
        table.add_row(kind, str(held[kind]), str(all_[kind]), f"{held[kind] / all_[kind]:.0%}")
    total, good = sum(all_.values()), sum(held.values())
    table.add_row("all", str(good), str(total), f"{good / max(total, 1):.1%}")
    console.print(table)
    if seen:
        console.print(instances(seen))
    console.print(f"{len(cases)} prompts, {total} claims, {time.perf_counter() - start:.0f} s")
    if given.json:
        given.json.write_text(json.dumps({"claims": rows, "instances": seen}, indent=1, ensure_ascii=False))


def instances(seen: list[dict]) -> Table:
    """Quantiles over all instances of how they are seen, and the share that keeps the contract of presence."""
    kept = sum(not row["faults"] for row in seen) / len(seen)
    table = Table("of the frame", "least", "5 %", "median", title=f"{len(seen)} instances, {kept:.1%} present", box=None)
    for name in ("share", "width", "height", "area", "blur", "sunk"):
        values = sorted((row[name] for row in seen), reverse=name in ("blur", "sunk"))
        table.add_row(name, *(f"{values[int(q * (len(values) - 1))]:.4f}" for q in (0, 0.05, 0.5)))
    for fault, count in Counter(fault for row in seen for fault in row["faults"]).most_common():
        table.add_row(fault, str(count))
    return table


def judged(studio: Studio, case: dict, given, number: int, seen: list[dict]):
    """Each claim with None or what was found instead. How each instance is seen is added to `seen`."""
    claims = case["claims"]
    size = given.size * (2 if any(c.startswith("text") for c in claims) else 1)
    request = Request(prompt=case["prompt"], seed=case.get("seed", number), quality="draft", options={"samples": given.samples, "preview": False})
    try:
        reading = studio.read(request)
        across, down = reading.scene.camera.aspect
        recipe = studio.recipes(request.model_copy(update={"width" if across >= down else "height": size}), reading)[0]
        outcome = studio.engine("stage").make(Job(recipe, passes=True))
    except DioramaError as wrong:
        return [(claim, f"no picture: {wrong}") for claim in claims]
    seen += [{"prompt": case["prompt"], **row} for row in outcome.report["presence"]]
    if given.sheet:
        given.sheet.mkdir(parents=True, exist_ok=True)
        Image.fromarray(outcome.picture).save(given.sheet / f"{number:03}.jpg", quality=88)
    evidence = Shown(recipe, outcome)
    return [(claim, check(claim, evidence)) for claim in claims]


if __name__ == "__main__":
    main()
