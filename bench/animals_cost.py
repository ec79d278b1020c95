# SPDX-License-Identifier: GPL-3.0-or-later
"""What a living animal costs to build, and each further one of its kind: `python -m bench.animals_cost [--near] [kind …]`.

Each kind in a process of its own: seconds of that process (its own time, whatever else runs), and the memory by which its peak grows.
Aims: the first 3 s and 400 MB, each further one 0.5 s.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time

KINDS = (
    "cat golden_retriever horse sheep elephant bear lion rabbit robin owl eagle flamingo goldfish whale turtle frog bee butterfly octopus dragon"
).split()
FURTHER = 3
"""How many more are built after the first; the mean of their time counts."""


def built(kind: str, near: bool) -> dict:
    """Seconds of the first and of a further one, MB of the first."""
    import bpy  # noqa: F401 - its start is no part of an animal

    from diorama_stage.animals import creatures, kinds
    from diorama_stage.animals.beast import Wish
    from diorama_stage.animals.built import finish

    kinds.kind(kind)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seconds = []
    for seed in range(1 + FURTHER):
        start = time.process_time()
        finish(creatures.creature(Wish(kind, seed=seed, near=near)), kind, exact=True)
        seconds.append(time.process_time() - start)
        if not seed:
            grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    return {"kind": kind, "first": seconds[0], "further": sum(seconds[1:]) / FURTHER, "mb": grown}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*")
    parser.add_argument("--near", action="store_true", help="as one is built that fills the picture")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(built(given.one, given.near)))
        return
    rows = []
    for kind in given.kinds or KINDS:
        told = subprocess.run(
            [sys.executable, "-m", "bench.animals_cost", "--one", kind, *(["--near"] if given.near else [])], capture_output=True, text=True, check=True
        ).stdout
        rows.append(json.loads(told.splitlines()[-1]))
        print("{kind:18} first {first:5.2f} s {mb:5.0f} MB   further {further:5.2f} s".format(**rows[-1]), flush=True)
    print(f"worst: first {max(r['first'] for r in rows):.2f} s, {max(r['mb'] for r in rows):.0f} MB, further {max(r['further'] for r in rows):.2f} s")


if __name__ == "__main__":
    main()
