"""`python -m bench.text found|set|seen|heights`: what is read, set flat, photographed, and how large it is there. README.md says how each is measured."""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from bench.text.found import WAYS, Finding, find
from bench.text.prompts import Prompt, prompts
from bench.text.rows import read_on
from diorama.engines.stage.presence import READ


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.text")
    parser.add_argument("stage", choices=("found", "set", "seen", "heights"))
    parser.add_argument("--id", action="append", help="only these prompts, by id or by its beginning")
    parser.add_argument("--every", type=int, default=1, help="only every n-th of them")
    parser.add_argument("--faults", action="store_true", help="print each fault; of `set` and `seen` each string that was not read whole")
    parser.add_argument("--rows", type=Path, help="a file that keeps what was read: a run that was stopped takes up there")
    parser.add_argument("--keep", type=Path, help="a folder for the pictures")
    parser.add_argument("--size", type=int, help="long side in pixels: 1600 flat, 768 photographed")
    options = parser.parse_args()
    chosen = [p for p in prompts() if not options.id or any(p.id == i or p.id.startswith(i + "-") for i in options.id)][:: options.every]
    if options.stage == "found":
        found([find(p, way) for p in chosen for way in WAYS], options.faults)
    elif options.stage == "heights":
        from bench.text.heights import heights

        tall(chosen, heights, options.size or 1024)
    elif options.stage == "set":
        from bench.text.set import set_flat

        legible(read_on(chosen, lambda p: set_flat(p, options.keep, options.size or 1600), options.rows), chosen, options)
    else:
        from bench.text.seen import photograph

        legible(read_on(chosen, lambda p: photograph(p, options.keep, options.size or 768), options.rows), chosen, options)


def found(findings: list[Finding], faults: bool) -> None:
    if faults:
        for finding in findings:
            if finding.faults:
                print(f"{finding.prompt.id} {finding.way}: " + "\n    ".join(finding.faults))
    for way in WAYS:
        mine = [f for f in findings if f.way == way]
        table(f"{way}: present, on its surface, in order", mine, lambda f: (f.present, f.placed, f.wanted * f.ordered, f.wanted), lambda f: f.prompt)
        if roles := sum(f.roles for f in mine):
            print(f"  in its role {sum(f.cast for f in mine) / roles:.1%} of {roles}; strings that nobody asked for: {sum(f.more for f in mine)}")
            print(f"  right in all of it and where it is put {sum(f.whole for f in mine) / sum(f.wanted for f in mine):.1%}")


def legible(rows: list, chosen: list[Prompt], options: argparse.Namespace) -> None:
    if options.faults:
        for row in rows:
            if row.best < 1:
                print(f"{row.prompt.id} {row.best:.2f} {row.text}  " + " ".join(f"{name} {value:.2f}" for name, value in row.by.items()))
    title = "characters read by the better reader, strings read whole"
    table(title, rows, lambda r: (r.best * len(r.text), (r.best == 1) * len(r.text), len(r.text)), lambda r: r.prompt)
    left = [p.id for p in chosen if not any(r.prompt is p for r in rows)]
    if left:
        print(f"\nread by none of the readers here: {', '.join(left)}")


def tall(chosen: list[Prompt], heights: Callable, size: int) -> None:
    """A line a carrier as it is measured, then how many have letters that are read with ease."""
    rows = []
    for prompt in chosen:
        for row in heights(prompt, size):
            rows.append(row)
            could = "" if row.pixels >= READ else f"; from {row.enough(size)} px on"
            print(f"{prompt.id} {row.noun}: {row.pixels:.1f} px, {row.strings} strings{could}", flush=True)
    good = [row for row in rows if row.pixels >= READ]
    print(f"at {size} px: {len(good)} of {len(rows)} carriers, {sum(r.strings for r in good)} of {sum(r.strings for r in rows)} strings can be read with ease")


def table(title: str, rows: Iterable, figures: Callable, prompt: Callable) -> None:
    """Shares by template and by script; the last figure of a row is the whole."""
    rows = list(rows)
    print(f"\n{title}")
    for key in (lambda p: p.template, lambda p: p.script):
        sums: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(figures(rows[0])))
        for row in rows:
            for name in (key(prompt(row)), "ALL"):
                sums[name] = [a + b for a, b in zip(sums[name], figures(row), strict=True)]
        for name, (*counts, whole) in sorted(sums.items()):
            print(f"  {name:16}" + "".join(f"{c / whole:9.1%}" for c in counts) + f"  of {whole:.0f}")


if __name__ == "__main__":
    main()
