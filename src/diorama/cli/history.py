"""`diorama history`: every picture that was made, with its recipe and where it came from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from diorama.cli.names import Force
from diorama.cli.terminal import err, out, print_json, styled
from diorama.errors import HistoryError, PictureLost, RequestError
from diorama.history import Entry
from diorama.studio import Settings, Studio, take_in
from diorama.studio.output import writable

MOST_NAMED, MOST_TOLD = 12, 5
"""Of lost pictures; of pictures that were not taken in."""

app = typer.Typer(no_args_is_help=True, help="Every picture that was made: list, search, verify, export, import.")


@app.command("list")
def list_(
    query: Annotated[str | None, typer.Argument(help="Words of the prompt or its subjects.")] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=1000)] = 20,
    before: Annotated[str | None, typer.Option(help="Go on after this entry.")] = None,
    starred: Annotated[bool, typer.Option("--starred")] = False,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """List pictures, newest first; with words, those whose prompt or subjects hold them."""
    with Studio() as studio:
        entries = studio.history.list(limit=limit, before=before, query=query, starred=starred)
    if as_json:
        print_json([e.model_dump(mode="json") for e in entries])
        return
    table = Table("id", "made", "size", "seed", "prompt", box=None)
    for e in entries:
        table.add_row(e.id[:10], e.created[:16].replace("T", " "), f"{e.width}×{e.height}", str(e.seed), e.prompt)
    out.print(table if entries else 'No pictures yet: `diorama make "…"` makes one.')


@app.command()
def verify() -> None:
    """Check every picture and entry against its hash."""
    with Studio() as studio, err.status("checking every hash"):
        damages = studio.history.verify()
        count = studio.history.count()
    for d in damages:
        out.print(styled("[red]damaged[/]: {} ({})", d.message, d.place))
    if damages:
        raise HistoryError(f"{len(damages)} of {count} entries are damaged", hint="restore the named files from a copy, or import an exported archive")
    out.print(f"{count} entries, all whole")


@app.command()
def export(
    file: Annotated[Path, typer.Argument(help="A .zip to write.")],
    entries: Annotated[list[str] | None, typer.Argument(help="Ids; all without any.")] = None,
    force: Force = False,
) -> None:
    """Write pictures and recipes into a ZIP. Of a picture whose file is lost the recipe is written."""
    writable(file, force=force)
    with Studio() as studio:
        done = studio.history.export_zip(file, entries or None, force=force)
    out.print(f"{file}: {done.count} pictures")
    if done.lost:
        lost = ", ".join(id[:10] for id in done.lost[:MOST_NAMED]) + (" …" if len(done.lost) > MOST_NAMED else "")
        told = f"{len(done.lost)} pictures are not in it, only their recipes: {lost}"
        raise PictureLost(told, where=str(file), hint="`diorama history verify` names their files")


@app.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(help="A .zip that `export` wrote; or pictures, ours or anybody's: files, folders, a .zip of them.")],
    owner: Annotated[str, typer.Option(help="Whose they are to be: the name of a token.")] = "local",
) -> None:
    """Take in pictures; what is there already is left as it is. Words, seed and model that other programs wrote into theirs are kept with them."""
    with Studio() as studio:
        known_owner(studio.settings, owner)
        studio.history.check_writable()
        taken = [take_in(studio.history, file, owner) for file in files]
    known = sum(one.known for one in taken)
    out.print(f"{sum(one.new for one in taken)} pictures taken in" + (f", {known} there already" if known else ""))
    refused = [line for one in taken for line in one.refused]
    if refused:
        told = "; ".join(refused[:MOST_TOLD])
        raise RequestError(f"{len(refused)} were not: {told}", hint="PNG, JPEG, WebP, AVIF, HEIC and TIFF pictures are taken in")


@app.command()
def give(
    name: Annotated[str, typer.Argument(help='Whose they are to be: the name of a token; or "local".')],
    entries: Annotated[list[str] | None, typer.Argument(help="Ids, their beginnings, or `last`.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="All that were made without a token.")] = False,
) -> None:
    """Give pictures to whoever has a token: they are then in that gallery, and in no other."""
    if bool(entries) == everything:
        raise RequestError("name the pictures", where="entries", hint="ids as `diorama history list` shows them, or --all")
    with Studio() as studio:
        known_owner(studio.settings, name)
        count = studio.history.give(entries or [], name)
    out.print(f"{count} pictures are {name}'s now")


def known_owner(settings: Settings, name: str) -> None:
    """Raise RequestError where nobody of that name could see a picture."""
    from diorama.server.auth import LOCAL, tokens_of  # loads the server, which other commands need not wait for

    known = [token.name for token in tokens_of(settings).all()]
    if name not in (LOCAL, *known):
        raise RequestError(f"there is no token of {name}", where="owner", hint=f"`diorama token add NAME` makes one; there are: {', '.join([LOCAL, *known])}")


@app.command()
def star(entry: Annotated[str, typer.Argument(help="An id, its beginning, or `last`.")], off: Annotated[bool, typer.Option("--off", help="Take the star away.")] = False) -> None:
    """Star a picture."""
    with Studio() as studio:
        marked: Entry = studio.history.unstar(entry) if off else studio.history.star(entry)
    out.print(f"{marked.id[:10]} {'unstarred' if off else 'starred'}")


@app.command()
def remove(entry: Annotated[str, typer.Argument(help="An id, its beginning, or `last`.")]) -> None:
    """Put a picture into the trash; `restore` takes it out again."""
    with Studio() as studio:
        out.print(f"{studio.history.remove(entry).id[:10]} is in the trash")


@app.command()
def restore(entry: Annotated[str, typer.Argument(help="An id or its beginning.")]) -> None:
    """Take a picture out of the trash."""
    with Studio() as studio:
        out.print(f"{studio.history.restore(entry).id[:10]} is back")
