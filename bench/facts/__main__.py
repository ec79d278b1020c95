"""Whether the reading is true.

python -m bench.facts                        captions and briefs: precision, recall, F1 by sort of fact; --show N, --id a01, --confusions, --json
python -m bench.facts briefs                 which short prompts are read otherwise than frozen, field by field (--full: with both readings)
python -m bench.facts accept --reason "…"    keep readings that differ as good: named prompts, or --field F and --matching REGEX choose
python -m bench.facts constructions          missed and false relations and attributes of A to E1, by grammatical construction
python -m bench.facts causes                 what A to E1 miss or say falsely, by where on the way it was lost
python -m bench.facts guard                  sentences by construction, in other words than the captions'
python -m bench.facts senses                 every homonym in a sentence for each of its senses: right, lost, false, open and held out; --show N, --word bat
python -m bench.facts understood FILE        of the prompts of a file, one a line: the share of content words not understood, by word class
python -m bench.facts freeze                 add prompts of this tree that are not frozen yet, as they are read now
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path

from bench.facts import briefs, captions, causes, collect, constructions, guard, report, senses, understood


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.facts", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="the N worst captions: what is read beside what is meant")
    parser.add_argument("--id", action="append", default=[], help="this caption only (may be given again)")
    parser.add_argument("--confusions", action="store_true", help="what is claimed falsely and missed most often")
    parser.add_argument("--captions", type=Path, metavar="FOLDER", help="another folder of captions with facts")
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    commands = parser.add_subparsers(dest="command")
    command = commands.add_parser("briefs", help="short prompts that are read otherwise than frozen")
    command.add_argument("--full", action="store_true", help="both readings, field by field")
    command.add_argument("--field", help="only where this field differs")
    command = commands.add_parser("accept", help="keep differing readings as good")
    command.add_argument("prompts", nargs="*", help="the prompts; none: all that --field and --matching choose")
    command.add_argument("--reason", required=True, help="one line: why the new reading is as good or better")
    command.add_argument("--field", help="only where this field differs, and no other")
    command.add_argument("--matching", default="", help="only where the differing lines match this regular expression")
    command = commands.add_parser("understood", help="the share of content words not understood")
    command.add_argument("file", type=Path, help="prompts, one a line")
    commands.add_parser("constructions", help="missed and false relations and attributes by grammatical construction")
    commands.add_parser("causes", help="what is missed or false, by where on the way it was lost")
    commands.add_parser("guard", help="sentences by construction")
    command = commands.add_parser("senses", help="homonyms, in a sentence for each of their senses")
    command.add_argument("--show", type=int, default=0, metavar="N", help="the first N open ones that are wrong")
    command.add_argument("--word", help="the wrong ones of this word, where it is open")
    commands.add_parser("freeze", help="add new prompts as they are read now")
    options = parser.parse_args(arguments)
    if options.command is None:
        return _captions(options)
    listed = {"constructions": _constructions, "causes": _causes, "guard": _guard}
    commands_ = {"briefs": _briefs, "accept": _accept, "freeze": _freeze, "understood": _understood, "senses": _senses, **listed}
    return commands_[options.command](options)


def _captions(options: argparse.Namespace) -> int:
    folders = {options.captions.name: options.captions} if options.captions else captions.SETS
    sets = {title: [c for c in captions.load(folder) if not options.id or c.id in options.id] for title, folder in folders.items() if folder.is_dir()}
    results = {title: report.scores(chosen) for title, chosen in sets.items() if chosen}
    scored = {title: rows for title, (rows, _) in results.items()}
    failed = [line for _, lines in results.values() for line in lines]
    found, reviewed, total = ([], 0, 0) if options.id else briefs.differences()
    if options.json:
        figures = {title: report.summary(rows) for title, rows in scored.items()}
        print(json.dumps({"captions": figures, "failed": failed, "briefs": {"total": total, "accepted": reviewed, "otherwise": len(found)}}, indent=1))
        return 1 if failed else 0
    for title, rows in scored.items():
        closed = title in ("B", "C", "E2", "G2") and not options.id  # their text is not for developing on; `--captions` opens it
        for row in () if closed else rows if options.id else report.worst(rows, options.show):
            print(report.told(row), end="\n\n")
        if options.confusions and not closed:
            print(report.confusions(rows), end="\n\n")
        print(report.table(title, rows), end="\n\n")
    for line in failed:
        print(line)
    if total:
        print(f"briefs as before or accepted  {1 - len(found) / total:.2%} of {total}")
    return 1 if failed else 0


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


def _understood(options: argparse.Namespace) -> int:
    print(understood.table(understood.words(filter(None, options.file.read_text("utf-8").split("\n")))))
    return 0


def _constructions(_: argparse.Namespace) -> int:
    scored = [s for title in ("A", "B", "C", "D", "E1") for s in report.scores(captions.load(captions.SETS[title]))[0]]
    print(constructions.table(constructions.cases(scored)))
    return 0


def _causes(_: argparse.Namespace) -> int:
    scored = [s for title in ("A", "B", "C", "D", "E1") for s in report.scores(captions.load(captions.SETS[title]))[0]]
    print(causes.table(causes.causes(scored)))
    return 0


def _guard(_: argparse.Namespace) -> int:
    print(guard.table(guard.load()))
    return 0


def _senses(options: argparse.Namespace) -> int:
    print(senses.table(senses.verdicts(), options.show, options.word))
    return 0


def _freeze(_: argparse.Namespace) -> int:
    print(f"{briefs.freeze(collect.prompts())} prompts added")
    return 0


if __name__ == "__main__":
    sys.exit(main())
