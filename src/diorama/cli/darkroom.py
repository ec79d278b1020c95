"""`diorama enlarge`, `extend`, `cutout`, `crop` …: what is done to a picture that is there. Each is kept in the history and can be repeated."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from diorama.cli.make import ratio
from diorama.cli.marking import box as read_box
from diorama.cli.names import Force, planned
from diorama.cli.picture import facts, make_one, watched
from diorama.cli.terminal import out, print_json, styled
from diorama.contracts import Outcome
from diorama.errors import RequestError
from diorama.history import Entry
from diorama.image import encode
from diorama.image.codecs import format_of
from diorama.image.files import write
from diorama.studio import Studio, contact_sheet, darkroom, layers, retouch
from diorama.studio import difference as differences
from diorama.studio import extend as extending
from diorama.studio.darkroom import Worked
from diorama.studio.output import writable

Which = Annotated[str, typer.Argument(help="`last`, an id of the history (or its beginning), or any picture's file: PNG, JPEG, WebP, AVIF, HEIC, TIFF.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="The file (.png, .jpg, .webp).")]
Quiet = Annotated[bool, typer.Option("--quiet", help="No progress.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print what was made as JSON.")]


def enlarge(
    picture: Which,
    times: Annotated[float, typer.Option("--times", "-x", help="How many times as wide and high.")] = 2.0,
    by: Annotated[str | None, typer.Option(help="realesrgan (guesses detail) or resample (smooth). Else the stage's are photographed again.")] = None,
    large: Annotated[Path | None, typer.Option(help="Write it to this PNG, strip by strip, up to 16384 pixels a side; the history keeps its proof.")] = None,
    output: Output = None,
    force: Force = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Make a picture larger. One of the stage's is photographed again: the same arrangement and light, with detail that is truly there."""
    if large and large.suffix.lower() != ".png":
        raise RequestError(f"{large.name!r} is no PNG", where="large", hint="the large picture is a PNG: --large FILE.png")
    with Studio() as studio:
        worked = darkroom.enlarged(studio, darkroom.picture(studio, picture), times, by, to_file=large is not None)
        made(studio, worked, f"{stem(picture)}-{times:g}x", output, force, quiet, as_json, large)


def extend(
    picture: Which,
    left: Annotated[str, typer.Option(help="How much is added at the left: a share of the width, such as 30%.")] = "0",
    right: Annotated[str, typer.Option(help="At the right.")] = "0",
    top: Annotated[str, typer.Option(help="At the top: a share of the height.")] = "0",
    bottom: Annotated[str, typer.Option(help="At the bottom.")] = "0",
    aspect: Annotated[str | None, typer.Option(help="Or the frame's new shape, such as 16:9: the same is added at both sides.")] = None,
    by: Annotated[str | None, typer.Option(help="In any other picture: an engine that changes pictures fills it, or `patches` of itself.")] = None,
    words: Annotated[str, typer.Option(help="For an engine: what is to be seen.")] = "",
    output: Output = None,
    force: Force = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Show more of what lies around a picture. The old picture stays in it, pixel for pixel. One of the stage's is photographed wider."""
    with Studio() as studio:
        of = darkroom.picture(studio, picture)
        sides = extending.Margins(*(_share(name, text) for name, text in (("left", left), ("right", right), ("top", top), ("bottom", bottom))))
        if aspect is not None:
            if any(sides):
                raise RequestError("a shape beside margins", where="aspect", hint="give one of the two")
            height, width = darkroom.upright(of).shape[:2]
            sides = extending.to_aspect((width, height), *ratio(aspect))
        worked = retouch.outpainted(studio, of, sides, words, by) if by else extending.extended(studio, of, sides)
        made(studio, worked, f"{stem(picture)}-extended", output, force, quiet, as_json)


def _share(name: str, text: str) -> float:
    """`30%` or `0.3`. Raises RequestError."""
    try:
        share = float(text.strip().removesuffix("%")) / (100 if text.strip().endswith("%") else 1)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 4:
        raise RequestError(f"{text!r} is no share", where=name, hint="30%, or 0.3")
    return share


def cutout(
    picture: Which,
    shadow: Annotated[bool, typer.Option(help="With the shadows that fall around them.")] = True,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file (.png, .webp); .psd, .tif: picture, shadows, things as layers; .exr: light, Cryptomatte."),
    ] = None,
    force: Force = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """The things in a picture of the stage's on a transparent background, with soft edges."""
    with Studio() as studio:
        of = darkroom.picture(studio, picture)
        if output is not None and output.suffix.lower() in layers.KINDS:
            writable(output, force=force)
            kind = layers.KINDS[output.suffix.lower()]
            path, entry, _ = beside(studio, layers.layered(studio, of, kind), output, force=force, quiet=quiet or as_json)
            return print_json({"file": str(path), "id": entry.id, "parent": entry.parent}) if as_json else out.print(str(path))
        made(studio, darkroom.cut_out(studio, of, shadow=shadow), f"{stem(picture)}-cutout", output, force, quiet, as_json)


def crop(
    picture: Which,
    box: Annotated[str, typer.Argument(help="left,top,right,bottom as shares of the frame, such as 0.1,0,0.9,1.")],
    output: Output = None,
    force: Force = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Keep a part of a picture, pixel for pixel."""
    with Studio() as studio:
        made(studio, darkroom.cropped(studio, darkroom.picture(studio, picture), read_box(box)), f"{stem(picture)}-cropped", output, force, quiet, as_json)


def difference(
    picture: Annotated[str, typer.Argument(help="`last`, or an id of the history (or its beginning).")] = "last",
    before: Annotated[str | None, typer.Option("--from", help="The picture to compare with: an id. Else the one that this was made from.")] = None,
    output: Output = None,
    force: Force = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Show what changed from one picture to the next: before, after, and where. Measures how much of it lies on what was to change."""
    with Studio() as studio:
        older, newer, one, other = differences.of_entry(studio, picture, before)
        shown = differences.picture(one, other)
        path = planned(output, [f"{newer.id[:12]}-difference"], force=force)[0]
        with watched(quiet or as_json) as (hear, cancel):
            mask = differences.where(studio, older.recipe, newer.recipe, (shown.shape[1], shown.shape[0]), listen=hear, cancel=cancel)
        found = differences.difference(one, other, tuple(differences.changed(older.recipe.scene, newer.recipe.scene).values()), mask)
        sheet = contact_sheet([(one, older.prompt), (other, newer.prompt.split("\n")[-1]), (shown, "what changed")], columns=3, cell=max(shown.shape[:2]))
        write(path, encode(sheet, format_of(path)), force=force)
    if as_json:
        return print_json({"file": str(path), "before": older.id, "after": newer.id, **found.data()})
    out.print(styled("{}: {} of the pixels are the same to the last bit, {} have changed to be seen", path, f"{found.same:.0%}", f"{found.seen:.1%}"))
    if found.on_subjects is not None:
        nouns = ", ".join(found.subjects) or "no subject"
        told = "{} of that lies on what was changed ({}), the rest is its light; off both {} pixels changed"
        out.print(styled(told, f"{found.on_subjects:.0%}", nouns, found.stray))


def made(
    studio: Studio, worked: Worked, name: str, output: Path | None, force: bool, quiet: bool, as_json: bool, large: Path | None = None,
) -> None:  # fmt: skip
    path = planned(output, [name], force=force)[0]
    export = (large,) if large else ()
    made = make_one(studio, worked.recipe, path, quiet or as_json, export=export, parent=worked.parent, edit=worked.edit, force=force)
    if as_json:
        print_json(facts(made))


def beside(studio: Studio, worked: Worked, output: Path, *, force: bool, quiet: bool) -> tuple[Path, Entry, Outcome]:
    """What comes as a file beside a picture, written to `output`, and a manifest that it cannot hold beside it; the history keeps both. Raises OutputError."""
    studio.history.check_writable()
    with watched(quiet) as (hear, cancel):
        rendered = studio.render(worked.recipe, parent=worked.parent, previews=False, listen=hear, cancel=cancel)
    made = rendered.outcome
    entry = studio.history.append(
        rendered.encode(), rendered.recipe, parent=worked.parent, edit=worked.edit, seconds=rendered.seconds, attached=made.files,
    )  # fmt: skip
    path = write(output, made.files[0].data, force=force)
    for file in made.files[1:]:
        write(path.with_name(f"{path.name}.c2pa"), file.data, force=force)
    return path, entry, made


def stem(picture: str) -> str:
    return Path(picture).stem if Path(picture).suffix else picture[:12]
