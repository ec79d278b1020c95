"""`python -m diorama.assets [--again | --there]`: set up what people are built from; `--there` only tells (by its exit code) whether it is there."""

from __future__ import annotations

import sys

from diorama.assets.install import install, installed, people_folder
from diorama.errors import DioramaError


def main() -> int:
    if "--there" in sys.argv:
        return 0 if installed() else 1
    if installed() and "--again" not in sys.argv:
        return 0
    print("diorama: setting up people (0.14 GB to fetch, once) …", file=sys.stderr, flush=True)
    try:
        seconds = install(again=True)
    except DioramaError as wrong:
        print(f"diorama: {wrong}; until then a wooden figure stands in for a person", file=sys.stderr)
        return 3
    size = sum(p.stat().st_size for p in people_folder().rglob("*") if p.is_file()) / 1e6
    print(f"diorama: people are set up ({seconds:.0f} s, {size:.0f} MB in {people_folder()})", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
