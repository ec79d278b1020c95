"""`diorama models`: the catalogue (shop.py), and weights of local models: pulled, listed, removed."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn
from rich.table import Table

from diorama.cli import shop
from diorama.cli.interrupt import interruptible
from diorama.cli.terminal import err, out, print_json, styled
from diorama.engines.diffusion.families import Family, families, family
from diorama.engines.diffusion.fetch import pull as fetch
from diorama.engines.diffusion.weights import PARTS, Part, all_held, folder, held
from diorama.engines.diffusion.weights import remove as remove_weights
from diorama.errors import RequestError

app = typer.Typer(help="Models: the catalogue, and the weights of those that run here.")
app.callback(invoke_without_command=True)(shop.browse)
app.command()(shop.show)
app.command()(shop.star)
app.command()(shop.unstar)

Name = Annotated[str, typer.Argument(help="z-image, flux2-klein, qwen-image, qwen-image-edit or sdxl.")]


@app.command()
def pull(
    name: Name,
    control: Annotated[bool, typer.Option("--control", help="Also what leads it by depth and outlines: needed for --from-scene.")] = False,
    previews: Annotated[bool, typer.Option("--previews", help="Also a tiny decoder: sharp previews while it paints (z-image, sdxl).")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="The licence is accepted: do not ask.")] = False,
) -> None:
    """Fetch a model's weights. Its licence is shown first; cut off, it goes on where it was; every file is held against its checksum."""
    model = family(name)
    parts: list[Part] = ["model", *(["control"] if control else []), *(["decoder"] if previews else [])]
    wanted: list[Part] = [part for part in parts if held(name, part) is None]
    if not wanted:
        out.print(styled("[bold]{}[/] is here: {}", name, folder(name)))
        return
    _licences(model, wanted)
    if not yes:
        _accepted()
    for part in wanted:
        _pull(model, part)
    out.print(styled('[bold]{}[/] is here. Try: diorama make "..." --engine {}', name, name + (" --from-scene" if control else "")))


@app.command("list")
def list_(as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """Which models run here, and whose weights are on this machine."""
    there = {(name, part): here for name, part, here in all_held()}
    if as_json:
        here = {name: [part for part in PARTS if (name, part) in there] for name in families()}
        print_json([{**model.model_dump(mode="json"), "gigabytes": round(model.gigabytes, 1), "held": here[name]} for name, model in families().items()])
        return
    table = Table("model", "what it is", "licence", "weights", "here", box=None)
    for name, model in families().items():
        here = " + ".join(f"{part} {there[name, part].size / 1e9:.1f} GB" for part in PARTS if (name, part) in there)
        table.add_row(name, model.title, model.licence, f"{model.gigabytes:.0f} GB", here or "-")
    out.print(table)


@app.command()
def remove(name: Name) -> None:
    """Remove a model's weights from this machine."""
    size = remove_weights(family(name).name)
    out.print(styled("[bold]{}[/] removed, {} GB are free again", name, f"{size / 1e9:.1f}") if size else styled("nothing of {} was here", name))


def _licences(model: Family, parts: list[Part]) -> None:
    for part in parts:
        repo, licence, billions = (model.repo, model.licence, sum(model.billions.values())) if part == "model" else _besides(model, part)
        err.print(styled("[bold]{}[/]  about {} GB  licence: [bold]{}[/]", repo, f"{2 * billions:.1f}" if billions > 0.05 else f"{2 * billions:.3f}", licence))


def _besides(model: Family, part: Part) -> tuple[str, str, float]:
    """Repository, licence and 10^9 parameters of what goes with the model. Raises RequestError where it has none."""
    found = model.control if part == "control" else model.decoder
    if found is None:
        there = ", ".join(name for name, one in families().items() if getattr(one, part))
        lacks = "nothing that leads it by depth" if part == "control" else "no tiny decoder"
        raise RequestError(f"{model.name} has {lacks}", where="control" if part == "control" else "previews", hint=f"there is one for {there}")
    return found.repo, found.licence, found.billions


def _accepted() -> None:
    if not sys.stdin.isatty():
        raise RequestError("the licence was not accepted", where="yes", hint="read it, then add --yes")
    typer.confirm("Fetch it under this licence?", abort=True, err=True)


def _pull(model: Family, part: Part) -> None:
    columns = (TextColumn("{task.description:<40}", markup=False), BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    with interruptible() as cancel, Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task(model.name, total=None)
        fetch(model, part, lambda done, total, path: bar.update(task, completed=done, total=total, description=path[-40:]), cancel)
