"""Making one picture at the terminal: progress, Ctrl-C, and what is told of it."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from diorama import contracts
from diorama.cli.terminal import err, out, styled
from diorama.contracts import Cancel
from diorama.image.codecs import format_of
from diorama.image.metadata import cut
from diorama.recipe import Recipe
from diorama.studio import Made, Studio
from diorama.studio.make import metadata_of


def make_one(
    studio: Studio, recipe: Recipe, path: Path, quiet: bool, *, passes: Path | None = None, export: tuple[Path, ...] = (), parent: str | None = None,
    edit: dict[str, Any] | None = None, force: bool = False,
) -> Made:  # fmt: skip
    """Make a picture; Ctrl-C cancels it."""
    if not quiet:
        warn_of_cut(recipe, path)
        tell_price(studio, recipe)
    with watched(quiet) as (hear, cancel):
        made = studio.make(  # the bar shows no pictures
            recipe, path, passes=passes, export=export, parent=parent, edit=edit, force=force, previews=False, listen=hear, cancel=cancel,
        )  # fmt: skip
    if not quiet:
        if made.outcome.spent:
            paid = " + ".join(f"{one.amount:.4g} {one.currency}" for one in contracts.distinct(made.outcome.spent))
            err.print(styled("paid {} ({})", paid, made.outcome.provenance.get("cost", "as the engine says")))
        seconds = f"{made.seconds:.1f}"
        out.print(styled("[bold]{}[/]  {}×{}, seed {}, {} s, {}", made.path, made.entry.width, made.entry.height, recipe.seed, seconds, made.entry.id[:12]))
    return made


@contextmanager
def watched(quiet: bool) -> Iterator[tuple[Callable[[contracts.Event], None], Cancel]]:
    """A bar that shows an engine's progress, and a flag that Ctrl-C raises: what `Engine.make` takes as `listen` and `cancel`."""
    cancel = Cancel()
    before = signal.signal(signal.SIGINT, lambda *_: cancel.now())
    try:
        with Progress(
            TextColumn("{task.description:<28}", markup=False), BarColumn(), TextColumn("{task.percentage:>3.0f} %"),
            TimeElapsedColumn(), TimeRemainingColumn(),
            console=err, transient=True, disable=quiet,
        ) as bar:  # fmt: skip
            task = bar.add_task("starting", total=1.0)

            def hear(event) -> None:
                match event:
                    case contracts.Progress(stage, done, text):
                        bar.update(task, completed=done, description=text or stage)
                    case contracts.Queued():
                        bar.update(task, description=event.told)
                    case contracts.Warned(_, text) if not quiet:
                        bar.console.print(styled("[yellow]warning:[/] {}", text))
                    case _:
                        pass  # pictures and payments are not for the bar

            yield hear, cancel
    finally:
        signal.signal(signal.SIGINT, before)


def tell_price(studio: Studio, recipe: Recipe) -> None:
    """Say what an engine that costs will ask for, before it is asked."""
    able = studio.able(recipe.engine)
    if not able.costs:
        return
    quote = studio.quote(recipe)
    told = "the price is not known before; it is told after" if quote is None else quote.told
    err.print(styled("[blue]price:[/] {}: {}", able.name, told))


def warn_of_cut(recipe: Recipe, path: Path) -> None:
    """Say before the work that the file will not hold the prompt in every place, and where the whole of it is."""
    room = cut(metadata_of(recipe), format_of(path))
    if room is not None:
        told = "a JPEG's EXIF has room for the first {} of this prompt's {} characters; the whole of it, with the recipe, is in the same file's XMP and in the history"
        err.print(styled("[blue]note:[/] " + told, f"{room:,}", f"{len(recipe.prompt):,}"))


def facts(made: Made) -> dict[str, Any]:
    """What was made, as JSON."""
    return {
        "file": str(made.path), "id": made.entry.id, "parent": made.entry.parent, "seed": made.recipe.seed,
        "width": made.entry.width, "height": made.entry.height,
        "recipe": made.recipe.digest, "seconds": round(made.seconds, 3), "files": [str(f) for f in made.files], "report": made.outcome.report,
    }  # fmt: skip
