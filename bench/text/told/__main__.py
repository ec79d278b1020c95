"""`python -m bench.text.told`: prompts are made, read and scored: how many strings are exact and as told, by way of telling and by kind of page."""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.text.told.pages import PARTS
from bench.text.told.score import MEASURES, Score, made, scored
from bench.text.told.ways import WAYS


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.text.told")
    parser.add_argument("--count", type=int, default=500, help="prompts for each part")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", choices=PARTS, action="append")
    parser.add_argument("--way", action="append", choices=tuple(WAYS))
    parser.add_argument("--faults", type=int, default=0, help="so many prompts with their faults")
    parser.add_argument("--rows", type=Path, help="writes every prompt with its faults there, as JSON lines")
    options = parser.parse_args()
    for part in options.part or PARTS:
        scores = [scored(*one) for one in made(part, options.count, options.seed) if not options.way or one[0].name in options.way]
        report(part, scores)
        for score in [one for one in scores if one.faults][: options.faults]:
            print(f"\n[{score.way}, {score.kind}] {score.prompt}\n    " + "\n    ".join(score.faults))
        if options.rows:
            with options.rows.open("a", encoding="utf-8") as out:
                out.writelines(
                    json.dumps({"part": part, "way": s.way, "kind": s.kind, "prompt": s.prompt, "faults": s.faults}, ensure_ascii=False) + "\n" for s in scores
                )


def report(part: str, scores: Sequence[Score]) -> None:
    strings = sum(s.strings for s in scores)
    whole, clean = sum(s.whole for s in scores) / strings, sum(not s.faults for s in scores) / len(scores)
    print(f"\n{part}: {len(scores)} prompts, {strings} strings; whole {whole:.1%}; prompts without a fault {clean:.1%}")
    for name in MEASURES:
        told = sum(s.told[name] for s in scores)
        if told:
            print(f"  {name:13}{sum(s.right[name] for s in scores) / told:8.1%} of {told}")
    _by("way", scores, lambda s: (s.way,))
    _by("kind", scores, lambda s: s.kind.split("+"))


def _by(title: str, scores: Sequence[Score], names: Callable[[Score], Sequence[str]]) -> None:
    rows: dict[str, list[Score]] = defaultdict(list)
    for score in scores:
        for name in dict.fromkeys(names(score)):
            rows[name].append(score)
    print(f"  by {title}: strings whole; what is most often wrong")
    for name, ones in sorted(rows.items(), key=lambda row: sum(s.whole for s in row[1]) / sum(s.strings for s in row[1])):
        wrong = Counter(fault.partition(":")[0] for s in ones for fault in s.faults)
        strings = sum(s.strings for s in ones)
        print(f"    {name:20}{sum(s.whole for s in ones) / strings:7.1%} of {strings:4}  {', '.join(f'{k} {n}' for k, n in wrong.most_common(4))}")


if __name__ == "__main__":
    main()
