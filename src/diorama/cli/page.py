"""`diorama page`: what is to be read, set flat, without a camera."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from diorama.cli.files import read_bytes, read_text
from diorama.cli.names import Force, free
from diorama.cli.terminal import err, out, styled
from diorama.errors import RequestError
from diorama.image import files
from diorama.recipe import Quality, Request
from diorama.studio import Studio, typeset
from diorama.studio.output import writable
from diorama.typeset import TEMPLATES


PHOTO = 960
"""Long side of a photograph that is set into a page, pixels."""


def page(
    words: Annotated[str, typer.Argument(help='What is to be read, in quotation marks, and on what; or a document (.json); or `schema`, `templates`.')],
    output: Annotated[Path | None, typer.Option("--output", "-o", help=".png, .svg, .pdf, or .json for the document as data; page.png without it")] = None,
    force: Force = False,
    kind: Annotated[str | None, typer.Option("--template", "-t", help="One template for all pages; `diorama page templates` lists them.")] = None,
    font: Annotated[Path | None, typer.Option(help="The face of all words: a font of your own (.ttf, .otf, .woff2).")] = None,
    edits: Annotated[list[str] | None, typer.Option("--edit", "-e", help="A change in words; may be given again: 'make the title shorter: \"River\"'.")] = None,
    size: Annotated[int, typer.Option(min=64, max=16384, help="Long side in pixels, for PNG.")] = 1600,
    photos: Annotated[
        Quality | None, typer.Option(help='Photograph what a page is told to have "a photo of", at this quality; without it a field stands there.')
    ] = None,
) -> None:
    """Set posters, slides, menus, labels, screens … flat: PNG, SVG or PDF, exact to the character.

    diorama page 'A festival poster with the title "River Sounds", the date "12–14 June" and "Tickets from £35" at the bottom' -o poster.pdf

    diorama page poster.json -e 'make the title shorter: "River"' -e 'add a footer "Bring a blanket"' -o poster.svg
    """
    if words == "schema":
        print(typeset.schema())
        return
    if words == "templates":
        for name, made in TEMPLATES.items():
            out.print(styled("[bold]{}[/] [dim]{}[/]", name, ", ".join(made.nouns[:6])))
        return
    output = output or free(Path("page.png"))
    if output.suffix.lower() not in (".png", ".svg", ".pdf", ".json"):
        raise RequestError(f"cannot set to {output.suffix or 'no suffix'}", where="output", hint=".png, .svg, .pdf or .json")
    writable(output, force=force)
    made = typeset.load(read_text(Path(words))) if words.endswith(".json") else typeset.pages(words, kind)
    for edit in edits or ():
        made = typeset.edited(made, edit)
    made = typeset.lettered(made, read_bytes(font), str(font)) if font else made
    if output.suffix.lower() == ".json":
        for note in typeset.notes(made):
            err.print(styled("[yellow]note[/]: {}", note))
        out.print(str(files.write(output, made.model_dump_json(indent=2, exclude_defaults=True).encode(), force=force)))
        return
    with TemporaryDirectory() as folder:
        pictures = _photographed(typeset.photographs(made), Path(folder), photos) if photos else []
        for note in typeset.notes(made, pictures):
            err.print(styled("[yellow]note[/]: {}", note))
        for path, data in typeset.print_pages(made, output, size, pictures):
            out.print(str(files.write(path, data, force=force)))


def _photographed(wanted: list[str], folder: Path, quality: Quality) -> list[Path]:
    """A photograph of each, by the stage; kept in the history like any other."""
    made: list[Path] = []
    with Studio() as studio:
        for k, words in enumerate(wanted):
            err.print(styled("[dim]photographing {}[/]", words))
            request = Request(prompt=words, quality=quality, long_side=PHOTO, engine=studio.settings.engine)
            (recipe,) = studio.recipes(request, studio.read(request))
            made.append(studio.make(recipe, folder / f"{k}.jpg").path)
    return made
