"""Making one picture at the terminal: progress, Ctrl-C, the file's name, and what is told of it."""

from __future__ import annotations

import re
import signal
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from diorama import contracts
from diorama.cli.terminal import err, out
from diorama.contracts import Cancel
from diorama.recipe import Recipe
from diorama.studio import Made, Studio


def make_one(
    studio: Studio, recipe: Recipe, path: Path, quiet: bool, *, passes: Path | None = None, export: tuple[Path, ...] = (), parent: str | None = None,
    edit: dict[str, Any] | None = None,
) -> Made:  # fmt: skip
    """Make a picture; Ctrl-C cancels it."""
    with watched(quiet) as (hear, cancel):
        made = studio.make(recipe, path, passes=passes, export=export, parent=parent, edit=edit, listen=hear, cancel=cancel)
    if not quiet:
        warn_of_hidden(made)
        out.print(f"[bold]{made.path}[/]  {recipe.width}×{recipe.height}, seed {recipe.seed}, {made.seconds:.1f} s, {str(made.entry.id)[:12]}", highlight=False)
    return made


@contextmanager
def watched(quiet: bool) -> Iterator[tuple[Callable[[contracts.Event], None], Cancel]]:
    """A bar that shows an engine's progress, and a flag that Ctrl-C raises: what `Engine.make` takes as `listen` and `cancel`."""
    cancel = Cancel()
    before = signal.signal(signal.SIGINT, lambda *_: cancel.now())
    try:
        with Progress(
            TextColumn("{task.description:<28}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"), TimeElapsedColumn(), TimeRemainingColumn(), console=err, transient=True, disable=quiet
        ) as bar:
            task = bar.add_task("starting the stage", total=1.0)

            def hear(event) -> None:
                if isinstance(event, contracts.Progress):
                    bar.update(task, completed=event.done, description=event.text or event.stage)

            yield hear, cancel
    finally:
        signal.signal(signal.SIGINT, before)


def warn_of_hidden(made: Made) -> None:
    """Say which subjects are less in view than they should be: the engine arranged again and found nothing better."""
    things = {s.id: s.thing.replace("_", " ") for s in made.recipe.scene.subjects}
    for id in made.outcome.report.get("hidden", ()):
        seen = made.outcome.report["visible"][id]
        err.print(f"[yellow]warning:[/] the {things.get(id, id)} is only {seen:.0%} in view: another --seed, a wider framing or fewer things would show more of it", highlight=False)


def numbered(output: Path | None, recipe: Recipe, index: int, total: int) -> Path:
    """The file's name: as asked, with a number where there are several; else from the prompt and the seed."""
    path = output or Path(f"{slug(recipe.prompt)}-{recipe.seed}.png")
    return path.with_stem(f"{path.stem}-{index + 1}") if output and total > 1 else path


def slug(prompt: str) -> str:
    """The first words of a prompt as a file's name."""
    plain = unicodedata.normalize("NFKD", prompt).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:6]) or "picture"


def free(path: Path) -> Path:
    """The name itself, or with the first number that no file has."""
    k = 2
    made = path
    while made.exists():
        made, k = path.with_stem(f"{path.stem}-{k}"), k + 1
    return made


def facts(made: Made) -> dict[str, Any]:
    """What was made, as JSON."""
    return {
        "file": str(made.path), "id": made.entry.id, "parent": made.entry.parent, "seed": made.recipe.seed, "width": made.recipe.width, "height": made.recipe.height,
        "recipe": made.recipe.digest, "seconds": round(made.seconds, 3), "files": [str(f) for f in made.files], "report": made.outcome.report,
    }  # fmt: skip
