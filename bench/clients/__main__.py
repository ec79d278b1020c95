"""Drive the newest clients against the server and print a table: `python -m bench.clients [--tree FOLDER] [--packages FOLDER] [--only NAME] [--save FILE]`.

Each client runs in a process of its own, against a server of its own with the null engine, which draws a card as fast as it can or takes as long as an engine
that works. The packages are installed in a temporary folder (`--packages` keeps them), with a Node that comes as a Python package. `--tree` is another
checkout to measure; `--compare BEFORE AFTER` prints two saved measurements side by side, as Markdown.

  quick       default arguments, the engine takes a second
  45 s        default arguments: Haystack has given up by then
  330 s       default arguments: Node's fetch has given up by then (only with --long)
  impatient   the client's own option for its patience says 10 s, the engine takes 25
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path

from rich.console import Console
from rich.progress import track

from bench.clients import report, wire
from bench.clients.drive import CLIENTS, Client, Nursery, drive
from bench.clients.packages import Packages, install

ROOT = Path(__file__).resolve().parents[2]
CASES = {"quick": (1.0, None), "45 s": (45.0, None), "330 s": (330.0, None), "impatient": (25.0, 10.0)}
"""Seconds that the engine takes; seconds of the client's patience, where it is told."""
AT_ONCE = {"quick": 2, "45 s": 6, "330 s": 16, "impatient": 6}
"""Clients at a time: those that wait cost nothing."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tree", type=Path, default=ROOT, help="the checkout whose server is measured")
    parser.add_argument("--packages", type=Path, help="install the clients there and keep them")
    parser.add_argument("--only", action="append", help="this client (several may be named)")
    parser.add_argument("--case", action="append", choices=CASES, help="this case (several may be named)")
    parser.add_argument("--long", action="store_true", help="also the case of 330 s")
    parser.add_argument("--save", type=Path, help="write the measurement there, as JSON")
    parser.add_argument("--compare", type=Path, nargs=2, metavar=("BEFORE", "AFTER"))
    given = parser.parse_args()
    if given.compare:
        print(report.markdown(*(json.loads(path.read_text()) for path in given.compare)))
        return
    cases = [case for case in CASES if case in (given.case or CASES) and (case != "330 s" or given.long or given.case)]
    clients = [client for client in CLIENTS if client.name in (given.only or [c.name for c in CLIENTS])]
    with nullcontext(given.packages) if given.packages else tempfile.TemporaryDirectory() as folder:
        packages = install(Path(folder).resolve(), clients)
        told = measure(given.tree.resolve(), packages, clients, cases)
    if given.save:
        given.save.write_text(json.dumps(told, indent=1, ensure_ascii=False))
    Console(width=160).print(*report.tables(told))


def measure(tree: Path, packages: Packages, clients: list[Client], cases: list[str]) -> dict:
    """Everything, as JSON data: what each client got in each case, and what a program that sends JSON itself gets."""
    nursery = Nursery(tree)
    told: dict = {"clients": {}, "versions": {client.name: packages.version(client.package) for client in clients}}
    for case in cases:
        seconds, patience = CASES[case]
        with ThreadPoolExecutor(AT_ONCE[case]) as threads:
            results = threads.map(lambda client: drive(nursery, client, packages, seconds, patience), clients)  # noqa: B023
            for client, result in track(zip(clients, results, strict=True), case, len(clients), console=Console(stderr=True)):
                told["clients"].setdefault(client.name, {})[case] = result
    told["wire"] = wire.measure(nursery)
    nursery.close()
    return told


if __name__ == "__main__":
    sys.exit(main())
