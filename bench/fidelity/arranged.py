"""Presence without pictures: `python -m bench.fidelity.arranged [--cases mixed] [--every 1] [--first N] [--json FILE]`.

Every case is built, arranged and framed, and each instance measured in the quick look, as the stage does before it takes a picture: a few seconds a
case. What only the place around the things would hide (grass, water) is not seen here. What hangs in the air, over all that is below it or over what it
was put on, is told as `floats` (`diorama_stage.contact`, on the meshes).
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
import time
import tomllib
from pathlib import Path

from rich.console import Console

from bench.fidelity.__main__ import CASES, instances
from diorama.engines.stage.engine import wordless
from diorama.errors import DioramaError
from diorama.language import read
from diorama_stage.compose import set_out
from diorama_stage.contact import floating
from diorama_stage.props import registry


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", choices=list(CASES), default="mixed")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--last", type=int, default=10**6)
    parser.add_argument("--json", type=Path, help="add the rows to this file, a line of JSON each")
    given = parser.parse_args()
    cases = [(n, c) for n, c in enumerate(tomllib.loads(CASES[given.cases].read_text(encoding="utf-8"))["case"], 1) if given.first <= n <= given.last][
        :: given.every
    ]
    console, seen, begin = Console(), [], time.perf_counter()
    registry.load()
    for number, case in cases:
        try:
            rows = measured(case["prompt"], case.get("seed", number))
        except DioramaError as wrong:
            console.print(f"[red]no picture[/] {wrong}  [dim]{case['prompt']}[/]", highlight=False)
            continue
        seen += rows
        for row in rows:
            if row["faults"]:
                console.print(f"[red]{' '.join(row['faults'])}[/] {row['noun']} {row['instance']}  [dim]{number} {case['prompt']}[/]", highlight=False)
    console.print(instances(seen), f"{len(cases)} cases, {time.perf_counter() - begin:.0f} s")
    if given.json:
        with given.json.open("a", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in seen)


def measured(prompt: str, seed: int) -> list[dict]:
    """How each instance of a prompt is seen, a row each."""
    scene = read(prompt).scene
    across, down = scene.camera.aspect
    with quiet():
        _, made = set_out(wordless(scene), seed=seed, width=320, height=round(320 * down / across))
    nouns, aloft = {s.id: s.noun for s in scene.subjects}, floating(made.actors, made.placements, made.asked)
    return [
        {
            "prompt": prompt, "noun": nouns.get(s.subject, s.subject), "instance": s.instance, **s.told(),
            "faults": [*made.faults.get(s.instance, ()), *(("floats",) if s.instance in aloft else ())],
        }
        for s in made.presence
    ]  # fmt: skip


@contextlib.contextmanager
def quiet():
    """Blender writes its progress past Python's streams."""
    sys.stdout.flush()
    kept, null = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept), os.close(null)


if __name__ == "__main__":
    main()
