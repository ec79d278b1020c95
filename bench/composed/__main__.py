"""Whether composed prompts are read as they were composed.

python -m bench.composed                 rates by sort of fact, open and held out; --many N, --seed N
python -m bench.composed --frames        the frames with the most faults in what is whose and where (open ones; --held: those that are held out)
python -m bench.composed --words         the nouns that are missed most
python -m bench.composed --show N        N prompts of each frame with their faults; --like REGEX: of the frames whose text matches
python -m bench.composed --placed        every word of place, with the things that it fits, in every frame; --by phrase|frame|pair: where it goes wrong
python -m bench.composed --changes       readings that change with what should not change them
"""

from __future__ import annotations

import argparse
import re

from bench.composed import changes, judge, placed


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.composed", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--many", type=int, default=1000, help="prompts of each half")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--frames", action="store_true")
    parser.add_argument("--words", action="store_true")
    parser.add_argument("--held", action="store_true", help="the held-out half alone")
    parser.add_argument("--open", action="store_true", help="the open half alone")
    parser.add_argument("--show", type=int, default=0, metavar="N")
    parser.add_argument("--like", default="", metavar="REGEX")
    parser.add_argument("--changes", action="store_true")
    parser.add_argument("--placed", action="store_true")
    parser.add_argument("--by", choices=("phrase", "frame", "pair"))
    options = parser.parse_args(arguments)
    if options.placed:
        _placed(options)
        return 0
    if options.changes:
        print(changes.table(options.many, held=options.held, seed=options.seed))
        return 0
    for title, held in (("open", False), ("held out", True)):
        if options.held and not held or options.open and held:
            continue
        found = judge.judge(judge.draw(options.many, held=held, seed=options.seed))
        if options.frames:
            print(judge.by_frame(found))
        if options.words:
            print(judge.by_word(found))
        if options.show:
            _show(found, options.show, options.like)
        print(judge.table(title, found), end="\n\n")
    return 0


def _placed(options: argparse.Namespace) -> None:
    for title, out in (("open", False), ("held out", True)):
        if options.held and not out or options.open and out:
            continue
        found = placed.judge(placed.draw(options.many, out=out, seed=options.seed))
        if options.by:
            print(placed.by(found, options.by))
        for j in found if options.show else ():
            verdict = placed.verdict(j)
            if verdict != "right" and re.search(options.like, f"{j.composed.frame.section} | {j.composed.frame.text}"):
                print(f"{verdict:6} [{j.composed.frame.section}] {j.composed.caption.text}   {'; '.join(faults_of(j))}")
        print(placed.shares(title, found), end="\n\n")


def faults_of(j: judge.Judged) -> list[str]:
    return [f for f in judge.faults(j) if f.split(":")[0].split()[-1] in ("subjects", "relations")]


def _show(found: list[judge.Judged], many: int, like: str) -> None:
    shown: dict[str, int] = {}
    for j in found:
        text = j.composed.frame.text
        lines = judge.faults(j)
        if re.search(like, text) and lines and shown.get(text, 0) < many:
            if text not in shown:
                print(f"══ {text}")
            shown[text] = shown.get(text, 0) + 1
            print(f"  {j.composed.caption.text}", *(f"      {line}" for line in lines), sep="\n")


if __name__ == "__main__":
    raise SystemExit(main())
