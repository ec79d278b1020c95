"""What the tests cost in processor time, by file and by test: `python -m bench.suite [--every 8] tests/stage` (other arguments go to pytest).

The clock tells how busy the machine is; seconds of a processor tell what a test asks of it, its own process's and those of what it starts (the stage's worker,
servers, PostgreSQL), within a few per cent whoever else is at work. A fixture counts for the test that is first to want it.

--every N   of files of many tests each N-th only, and the sum told times N
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

DEAREST = 25


class Costs:
    def __init__(self, every: int):
        self._every, self._shares, self._own = every, {}, psutil.Process()
        self._found: list[tuple[float, float, str]] = []

    def _used(self) -> float:
        used = sum(os.times()[:4])
        for child in self._own.children(recursive=True):
            try:
                used += sum(child.cpu_times()[:2])
            except psutil.Error:  # it has ended: its parent's time holds it, once it was waited for
                continue
        return used

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        by_file: dict[Path, list[pytest.Item]] = defaultdict(list)
        for item in items:
            by_file[item.path].append(item)
        kept: set[int] = set()
        for path, tests in by_file.items():
            chosen = tests[:: self._every] if len(tests) > 3 * self._every else tests
            self._shares[path.name] = len(tests) / len(chosen)
            kept |= {id(one) for one in chosen}
        items[:] = [item for item in items if id(item) in kept]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        used, start = self._used(), time.monotonic()
        told = yield
        self._found.append((self._used() - used, time.monotonic() - start, item.nodeid))
        return told

    def pytest_terminal_summary(self) -> None:
        files: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
        for used, waited, name in self._found:
            share = self._shares.get(Path(name.split("::")[0]).name, 1.0)
            files[name.split("::")[0]] = [a + b * share for a, b in zip(files[name.split("::")[0]], (used, waited, 1), strict=True)]
        print(f"\nprocessor s, clock s (load {os.getloadavg()[0]:.1f}), tests")
        for name, (used, waited, count) in sorted(files.items(), key=lambda one: -one[1][0])[:DEAREST]:
            print(f"{used:9.1f} {waited:9.1f} {count:6.0f}  {name}")
        print(f"{sum(one[0] for one in files.values()):9.1f} {sum(one[1] for one in files.values()):9.1f} {len(self._found):6}  all that ran\n")
        for used, waited, name in sorted(self._found, reverse=True)[:DEAREST]:
            print(f"{used:9.1f} {waited:9.1f}         {name[:140]}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1)
    given, rest = parser.parse_known_args()
    return int(pytest.main(["-q", "-p", "no:cacheprovider", *rest], plugins=[Costs(given.every)]))


if __name__ == "__main__":
    sys.exit(main())
