"""`diorama print`: a picture as a file for the press."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from diorama.cli.darkroom import AsJson, Quiet, Which, beside
from diorama.cli.files import read_bytes
from diorama.cli.names import Force
from diorama.cli.terminal import out, print_json, styled
from diorama.errors import RequestError
from diorama.studio import Studio, darkroom, printing
from diorama.studio.output import writable

KINDS = {".pdf": "pdf", ".tif": "tiff", ".tiff": "tiff"}
SPACES = ("srgb", "adobe", "cmyk")


def print_(
    picture: Which,
    output: Annotated[Path, typer.Option("--output", "-o", help="The file: .pdf (PDF/X-4 in four inks) or .tif.")],
    paper: Annotated[str, typer.Option(help="a0 to a6, letter, tabloid, postcard …, or such as 210x297mm, 18x24in.")] = "a4",
    profile: Annotated[Path | None, typer.Option(help="The ICC profile of the printing condition, which the printer has: four inks.")] = None,
    space: Annotated[str | None, typer.Option(help="srgb, adobe or cmyk; cmyk where a profile is given, else srgb.")] = None,
    bleed: Annotated[float, typer.Option(help="Millimetres beyond the trim.")] = 0.0,
    marks: Annotated[bool, typer.Option("--marks", help="Crop marks, in a PDF.")] = False,
    dpi: Annotated[float, typer.Option(help="Dots an inch.")] = 300.0,
    force: Force = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Write a picture for the press: four inks by an ICC profile, bleed, crop marks, PDF/X-4 or TIFF. The history keeps the proof."""
    kind = KINDS.get(output.suffix.lower())
    space = space or ("cmyk" if profile else "srgb")
    if kind is None or space not in SPACES:
        told = f"{output.suffix or output.name!r} is no file for the press" if kind is None else f"{space!r} is no space"
        raise RequestError(told, where="output" if kind is None else "space", hint=".pdf or .tif; " + ", ".join(SPACES))
    writable(output, force=force)
    with Studio() as studio:
        of = darkroom.picture(studio, picture)
        height, width = darkroom.upright(of).shape[:2]
        ink = read_bytes(profile) if profile else None
        size = printing.paper(paper, width > height)
        worked = printing.printed(studio, of, size, file=kind, space=space, profile=ink, bleed=bleed, dpi=dpi, marks=marks)
        path, entry, made = beside(studio, worked, output, force=force, quiet=quiet or as_json)
    if as_json:
        return print_json({"file": str(path), "id": entry.id, "parent": entry.parent, "report": made.report})
    told = "[bold]{}[/]  {}×{} pixels, {} of the picture's own an inch; median colour change ΔE00 {}, {} of it beyond 5"
    out.print(styled(told, path, *made.report["pixels"], round(made.report["own_dpi"]), made.report["colour_change"], f"{made.report['changed']:.1%}"))
