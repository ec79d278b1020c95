"""Where a picture's CPU seconds go, part by part: `python -m bench.parts [--size 256] [--quality draft] [--only street forest …] [--twice] [--unwatched]`.

One process makes each picture as the worker does (its previews too) and develops and encodes it. Each part's seconds are its own: what another part
took meanwhile is that one's. `looks` are the small renders by which an arrangement is judged, their number after the slash; of a part that renders,
what Cycles does until its first sample (meshes handed over, shaders, BVH) is `sync`, what follows is `sampling`. What denoising took of that is found
by two more renders of one sample, with and without it. Each is told for the picture alone and for all that is rendered beside it.
With `--unwatched` no previews are made, as at the command line.
With `--twice` each picture is made once more, with the measures of its things known, and the second is told.
"""

from __future__ import annotations

import argparse
import os
import resource
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from copy import copy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO
from unittest.mock import patch

import bpy
import numpy as np
from rich.console import Console
from rich.table import Table

from bench.beside import PROMPTS
from diorama.contracts import Job
from diorama.engines.stage import engine
from diorama.image import encode
from diorama.image.photograph import photograph, settle
from diorama.recipe import Recipe, Request
from diorama.studio import Settings, Studio
from diorama_stage import arranging, cast, compose, heads, service
from diorama_stage.people import hair
from diorama_stage.props import registry
from diorama_stage.render import aovs, picture

SCENES = {
    **{name: PROMPTS[name] for name in ("still life", "glass", "day", "street", "forest", "sea", "portrait")},
    "two people": "A man and a woman sit at a table with a bowl of soup, evening, lamp light",
}
PARTS = (
    "reading", "arranging", "props", "people", "hair", "animals", "set", "looks",
    "previews", "sync", "sampling", "denoising", "heads", "rest", "developing", "writing",
)  # fmt: skip
WRAPPED: tuple[tuple[object, str, str], ...] = (
    (compose, "cast", "arranging"), (compose, "arranged", "arranging"), (registry, "build", "props"), (cast, "cast_person", "people"),
    (cast, "cast_animal", "animals"), *((hair, name, "hair") for name in ("_scalp", "_brows", "_lashes", "_beard")), (compose, "surround", "set"),
    (arranging, "exact", "looks"), (service, "_preview", "previews"), (heads, "again", "heads"),
)  # fmt: skip
"""Where a function is looked up, its name, whose part it is."""
RENDERING = frozenset(("looks", "previews", "heads"))
"""Parts whose renders are counted as theirs, whole."""


class Ledger:
    """CPU seconds by part: what passes is the innermost part's."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Start anew with nothing spent."""
        self.spent: Counter[str] = Counter()
        self.times: Counter[str] = Counter()
        self.within: Counter[tuple[str, str]] = Counter()
        """Of a part that renders: by what Cycles was at."""
        self.stand_ins: list[str] = []
        """Subjects that are not what was asked for: without the people's data nobody is."""
        self._open = ["rest"]
        self._since = spent()

    def close(self) -> None:
        """No more is to be counted."""
        self._note()

    def _note(self) -> None:
        now = spent()
        self.spent[self._open[-1]] += now - self._since
        self._since = now

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        self._note()
        self.times[name] += 1
        self._open.append(name)
        try:
            yield
        finally:
            self._note()
            self._open.pop()

    def wrapped(self, work: Callable, name: str) -> Callable:
        def timed(*told, **more):
            with self.part(name):
                return work(*told, **more)

        return timed

    def shooting(self, shoot: Callable) -> Callable:
        """A render, split by what Cycles says that it is at."""

        def timed(*told, **more):
            owner = next((name for name in reversed(self._open) if name in RENDERING), "picture")
            phase, since = "sync", spent()

            def hear(text, *_):
                nonlocal phase, since
                now = spent()
                self.within[owner, phase] += now - since
                since = now
                if "Sample" in text:
                    phase = "sampling"

            bpy.app.handlers.render_stats.append(hear)
            try:
                return shoot(*told, **more)
            finally:
                bpy.app.handlers.render_stats.remove(hear)
                self.within[owner, phase] += spent() - since

        return timed


def spent() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=list(SCENES), default=list(SCENES))
    parser.add_argument("--size", type=int, default=256)
    parser.add_argument("--quality", default="draft")
    parser.add_argument("--twice", action="store_true")
    parser.add_argument("--unwatched", action="store_true")
    given = parser.parse_args()
    out = _apart()
    registry.load()
    rows: dict[str, Ledger] = {}
    with counted() as book:
        for name in given.only:
            for _ in range(1 + given.twice):
                rows[name] = made(book, SCENES[name], given.size, given.quality, previews=not given.unwatched)
            print(name, told(rows[name]), f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB", file=out, flush=True)
    Console(width=200, file=out).print(table(rows, f"{given.size} pixels, {given.quality}: CPU seconds"))


def _apart() -> IO[str]:
    """The standard output, for the table alone: what Cycles writes there goes nowhere."""
    out = os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return out


@contextmanager
def counted() -> Iterator[Ledger]:
    """One ledger for all pictures: a module that is first imported on the way keeps the counted function for good."""
    book = Ledger()
    with ExitStack() as stack:
        for where, name, part in WRAPPED:
            stack.enter_context(patch.object(where, name, book.wrapped(getattr(where, name), part)))
        for where in (picture, aovs):
            stack.enter_context(patch.object(where, "_shoot", book.shooting(where._shoot)))
        yield book


def made(book: Ledger, prompt: str, size: int, quality: str, *, previews: bool = True) -> Ledger:
    """One picture, from its words to its file's bytes; what it took, as a ledger of its own."""
    book.begin()
    with TemporaryDirectory() as home:
        with book.part("reading"):
            recipe = _recipe(prompt, size, quality, Path(home))
        answer = service.serve(engine._request(Job(recipe, previews=previews), Path(home)), lambda *_, **__: None)
        with book.part("developing"):
            files, report = answer["files"], answer["report"]
            pixels = photograph(np.load(files["linear"]), settle(recipe.scene, np.load(files["metering"]), report["layout"]), recipe.seed)
        with book.part("writing"):
            encode(pixels, "png")
    book.close()
    book.stand_ins = report["stand_ins"]
    for phase in ("sync", "sampling"):
        book.spent[phase] = book.within["picture", phase]
        book.spent["rest"] -= book.spent[phase]
    book.spent["denoising"] = _denoising()
    book.spent["sampling"] -= book.spent["denoising"]
    return copy(book)


def _denoising() -> float:
    """CPU seconds that denoising the picture takes, as it stands composed: with it less without it, both with Cycles' data kept."""
    cycles, took = bpy.context.scene.cycles, []
    for denoised in (False, False, True):  # the first makes the data anew
        picture.set_quality(1, 0.5)
        cycles.use_denoising = denoised
        before = spent()
        picture._shoot()
        took.append(spent() - before)
    return max(took[2] - took[1], 0.0)


def _recipe(prompt: str, size: int, quality: str, home: Path) -> Recipe:
    with Studio(Settings(home=home)) as studio:
        request = Request(prompt=prompt, width=size, seed=1, quality=quality)
        return studio.recipes(request, studio.read(request))[0]


def told(book: Ledger) -> str:
    parts = [f"{name} {book.spent[name]:.2f}" + (f"/{book.times[name]}" if name == "looks" else "") for name in PARTS if book.spent[name] >= 0.005]
    if book.stand_ins:
        parts.append(f"stand-ins for {', '.join(book.stand_ins)}")
    beside = [f"{owner} {phase} {s:.2f}" for (owner, phase), s in sorted(book.within.items()) if owner != "picture"]
    return f"{sum(book.spent.values()):.1f} s: " + ", ".join(parts) + "; of these " + ", ".join(beside)


def table(rows: dict[str, Ledger], title: str) -> Table:
    out = Table("part", *rows, "share", box=None, title=title)
    whole = {name: sum(book.spent.values()) for name, book in rows.items()}
    for part in PARTS:
        share = sum(book.spent[part] / whole[name] for name, book in rows.items()) / len(rows)
        number = {name: f"/{book.times[part]}" if part == "looks" else "" for name, book in rows.items()}
        out.add_row(part, *(f"{book.spent[part]:.2f}{number[name]}" for name, book in rows.items()), f"{share:.0%}")
    out.add_row("all", *(f"{s:.1f}" for s in whole.values()), "")
    return out


if __name__ == "__main__":
    main()
