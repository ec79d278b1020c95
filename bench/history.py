"""Pages of a large history against a small one: `python -m bench.history [--many 100000]`.

A history of 100 pictures and one of many, with the same pages and searches asked of both through `History.find`; median of 30. Entries are
written straight into the tables (no picture files), spread over two years, three engines and four sizes; every fifth is starred. Pages hold ten.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Column, Table

from diorama.history import History, Wanted
from diorama.language import read
from diorama.recipe import Request, resolve

FEW, PAGE = 100, 10
THINGS = ("mug", "vase", "lemon", "camera", "violin", "teapot", "armchair", "bicycle", "candle", "lamp")
START = datetime(2024, 1, 1, tzinfo=UTC)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--many", type=int, default=100_000)
    given = parser.parse_args()
    out = Table(Column("question", no_wrap=True), f"{FEW} pictures", f"{given.many} pictures", "ratio", "entries found", box=None)
    with tempfile.TemporaryDirectory() as folder:
        small, large = (filled(Path(folder) / str(count), count) for count in (FEW, given.many))
        with small, large:
            for name, few, many in questions(given.many):
                times = [timed(small.find, few), timed(large.find, many)]
                found = f"{len(small.find(few))}, {len(large.find(many))}"
                out.add_row(name, *(f"{t * 1000:.2f} ms" for t in times), f"{times[1] / times[0]:.1f}", found)
    Console(width=120).print(out)


def questions(many: int) -> list[tuple[str, Wanted, Wanted]]:
    """What is asked of both; places lie at the same share of each. All ask as the page does: for one owner's pictures."""
    alike: dict[str, dict] = {
        "the newest page": {},
        "starred": {"starred": True},
        "a word that every tenth has": {"query": "violin"},
        "two words, starred": {"query": "red table", "starred": True},
        "a word that few have": {"query": "heliotrope"},
        "a word that none has": {"query": "zeppelin"},
        "by engine": {"engine": "null"},
        "by size": {"width": 640, "height": 480},
        "by a size that few have": {"width": 3333, "height": 2222},
        "by a long side that few have": {"long_side": 3000},
        "by date, the newest quarter": {"since": "2025-07"},
        "by date, the first month": {"until": "2024-02"},
        "by date, a month in the middle": {"since": "2025-01", "until": "2025-02"},
        "a letter that every tenth begins with": {"query": "v"},
        "two words that never meet": {"query": "violin lemon"},
        "a word, an engine, a size, starred": {"query": "violin", "engine": "stage", "width": 512, "height": 512, "starred": True},
        "a word and a size that never meet": {"query": "violin", "width": 3333, "height": 2222},
        "a word in the first month": {"query": "violin", "until": "2024-02"},
        "a size that few have, in a month": {"width": 3333, "height": 2222, "since": "2025-01", "until": "2025-02"},
    }
    places = {"a page in the middle": 0.5, "the oldest page": 0.1}
    first = [(name, *(Wanted(**wanted, owner="local", limit=PAGE),) * 2) for name, wanted in alike.items()]
    pages = [(name, *(Wanted(before=int(size * share) + 1, owner="local", limit=PAGE) for size in (FEW, many))) for name, share in places.items()]
    return first + pages


def counted() -> list[tuple[str, Wanted]]:
    """What facets are asked of."""
    alike: dict[str, dict] = {
        "facets of all": {},
        "facets of an engine, starred": {"engine": "stage", "starred": True},
        "facets of a month": {"since": "2025-01", "until": "2025-02"},
        "facets of a word that every tenth has": {"query": "violin"},
        "facets of two words that never meet": {"query": "violin lemon"},
    }
    return [(name, Wanted(**wanted, owner="local")) for name, wanted in alike.items()]


def timed(ask: Callable[[Wanted], object], wanted: Wanted) -> float:
    """Seconds, median of 30; the first is left out."""
    ask(wanted)
    times = []
    for _ in range(30):
        start = time.perf_counter()
        ask(wanted)
        times.append(time.perf_counter() - start)
    return float(np.median(times))


def filled(root: Path, count: int) -> History:
    """A history with `count` entries and no files."""
    request = Request(prompt="a red violin", engine="null")
    recipe = resolve(request, read(request.prompt).scene, engine_version="1")
    rng, text = random.Random(1), recipe.to_json()
    rows = [row(k, count, rng, text, recipe.digest) for k in range(count)]
    opened = History(root)
    with opened.connections.writing() as connection:
        connection.executemany(f"INSERT INTO entries ({', '.join(rows[0])}) VALUES ({', '.join(':' + name for name in rows[0])})", rows)
    return opened


def row(k: int, count: int, rng: random.Random, recipe: str, digest: str) -> dict:
    """One entry as its table has it."""
    thing, colour = THINGS[k % len(THINGS)], rng.choice(("red", "blue", "green"))
    width, height = rng.choice(((640, 480), (1024, 682), (512, 512), (682, 1024)))
    name, prompt = f"{k:064x}", f"a {colour} {thing} on a table"
    if k in (5, 50, 95):  # what few have
        prompt, width, height = f"a heliotrope {thing} on a table", 3333, 2222
    return {
        "id": name, "picture": name, "format": "png", "size": 1000, "width": width, "height": height,
        "created": (START + timedelta(days=730 * k / count)).isoformat(), "prompt": prompt, "subjects": f"{thing} {colour} tabletop",
        "starred": int(rng.random() < 0.2), "engine": rng.choice(("null", "stage", "other")), "seed": k, "recipe": recipe, "recipe_digest": digest,
        "seconds": 1.0,
    }  # fmt: skip


if __name__ == "__main__":
    main()
