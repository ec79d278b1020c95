"""Whether what is done, worn and looked like is read as it is meant: rates by sort, of the open and of the held-out words.

python -m bench.verbs                      rates of all sentences; a held-out word has only its rate
python -m bench.verbs --sort people        one sort
python -m bench.verbs --every 5            each fifth sentence
python -m bench.verbs --show false         open sentences with this outcome; --word WORD: those of one word
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter

from bench.verbs.cases import every
from bench.verbs.truth import OUTCOMES, Judged, judge
from diorama.language import read


def rates(judged: list[Judged]) -> str:
    lines = [f"{'':28}" + "".join(f"{o:>9}" for o in OUTCOMES) + f"{'of':>8}"]
    sorts = list(dict.fromkeys(j.case.sort for j in judged))
    for held in (False, True):
        for sort in (*sorts, ""):
            rows = [j for j in judged if j.case.held is held and sort in ("", j.case.sort)]
            if rows:
                tally = Counter(j.outcome for j in rows)
                title = f"{'held out' if held else 'open'}: {sort or 'all'}"
                lines.append(f"{title:28}" + "".join(f"{tally[o] / len(rows):>9.1%}" for o in OUTCOMES) + f"{len(rows):>8}")
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.verbs", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sort", action="append", help="people, animals, things, participles, bodies, traits, adjectives or garments")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--show", choices=OUTCOMES)
    parser.add_argument("--word")
    parser.add_argument("--frame", action="append")
    options = parser.parse_args(arguments)
    cases = [c for c in every() if not options.sort or c.sort in options.sort]
    cases = [c for c in cases if (not options.word or c.word == options.word) and (not options.frame or c.frame in options.frame)]
    judged = [judge(c, read(c.text)) for c in cases[:: options.every]]
    for j in judged if options.show or options.word else ():
        if not j.case.held and options.show in (None, j.outcome):
            print(f"{j.outcome:7} {j.case.text}\n        {j.why}")
    print(rates(judged))
    return 0


if __name__ == "__main__":
    sys.exit(main())
