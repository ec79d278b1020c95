"""Whether the reading is true.

python -m bench.facts briefs                 which short prompts are read otherwise than frozen, field by field (--full: with both readings)
python -m bench.facts accept --reason "…"    keep readings that differ as good: named prompts, or --field F and --matching REGEX choose
python -m bench.facts freeze                 add prompts of this tree that are not frozen yet, as they are read now
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter

from bench.facts import briefs, collect


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.facts", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("briefs", help="short prompts that are read otherwise than frozen")
    command.add_argument("--full", action="store_true", help="both readings, field by field")
    command.add_argument("--field", help="only where this field differs")
    command = commands.add_parser("accept", help="keep differing readings as good")
    command.add_argument("prompts", nargs="*", help="the prompts; none: all that --field and --matching choose")
    command.add_argument("--reason", required=True, help="one line: why the new reading is as good or better")
    command.add_argument("--field", help="only where this field differs, and no other")
    command.add_argument("--matching", default="", help="only where the differing lines match this regular expression")
    commands.add_parser("freeze", help="add new prompts as they are read now")
    options = parser.parse_args(arguments)
    return {"briefs": _briefs, "accept": _accept, "freeze": _freeze}[options.command](options)


def _briefs(options: argparse.Namespace) -> int:
    found, reviewed, total = briefs.differences()
    for difference in found:
        if options.full and (options.field is None or options.field in difference.fields):
            print(briefs.told(difference))
    fields = Counter(field for d in found for field in d.fields)
    print(f"{total} briefs: {total - len(found) - reviewed} as before, {reviewed} otherwise and accepted, {len(found)} otherwise")
    print(f"as before or accepted: {1 - len(found) / total:.2%}")
    for field, times in fields.most_common():
        print(f"    {field:12} {times}")
    return 1 if found else 0


def _accept(options: argparse.Namespace) -> int:
    found, _, _ = briefs.differences()
    chosen = [d for d in found if _chosen(d, options)]
    print(f"{briefs.accept(chosen, options.reason)} of {len(found)} accepted")
    return 0 if chosen else 2


def _chosen(difference: briefs.Difference, options: argparse.Namespace) -> bool:
    if options.prompts:
        return difference.prompt in options.prompts
    if not (options.field or options.matching):
        return False
    return (options.field is None or difference.fields == (options.field,)) and re.search(options.matching, briefs.told(difference)) is not None


def _freeze(_: argparse.Namespace) -> int:
    print(f"{briefs.freeze(collect.prompts())} prompts added")
    return 0


if __name__ == "__main__":
    sys.exit(main())
