"""`python -m bench.text found|set|seen`: what is read, set flat, photographed. README.md says how each is measured."""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable

from bench.text.found import WAYS, Finding, find
from bench.text.prompts import prompts


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.text")
    parser.add_argument("stage", choices=("found",))
    parser.add_argument("--id", action="append", help="only these prompts, by id or by its beginning")
    parser.add_argument("--faults", action="store_true", help="print each fault")
    options = parser.parse_args()
    chosen = [p for p in prompts() if not options.id or any(p.id.startswith(i) for i in options.id)]
    found([find(p, way) for p in chosen for way in WAYS], options.faults)


def found(findings: list[Finding], faults: bool) -> None:
    if faults:
        for finding in findings:
            if finding.faults:
                print(f"{finding.prompt.id} {finding.way}: " + "\n    ".join(finding.faults))
    for way in WAYS:
        mine = [f for f in findings if f.way == way]
        _table(f"{way}: present, on its surface, in order", mine, lambda f: (f.present, f.placed, len(f.prompt.wanted) * f.ordered, len(f.prompt.wanted)))


def _table(title: str, rows: Iterable[Finding], figures: Callable) -> None:
    print(f"\n{title}")
    for key in (lambda p: p.template, lambda p: p.script):
        sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        for row in rows:
            for name in (key(row.prompt), "ALL"):
                sums[name] = [a + b for a, b in zip(sums[name], figures(row), strict=True)]
        for name, (*counts, whole) in sorted(sums.items()):
            if name == "ALL" or any(c < whole for c in counts):
                print(f"  {name:16}" + "".join(f"{c / whole:9.1%}" for c in counts) + f"  of {whole}")


if __name__ == "__main__":
    main()
