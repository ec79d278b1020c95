"""`diorama vary`, `series`, `campaign`, `sheet`: other lights, angles and colours of a picture; one brief for many subjects and formats; side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from diorama.cli.files import read_text
from diorama.cli.names import Force, free, planned, slug
from diorama.cli.picture import facts, make_one
from diorama.cli.terminal import err, out, print_json, styled
from diorama.cli.told import refinement
from diorama.errors import OutputError, RequestError
from diorama.image import encode, files, open_picture
from diorama.image.codecs import READABLE, format_of
from diorama.recipe import parse
from diorama.studio import Made, Studio, changes, contact_sheet, metered, recipe_of, source
from diorama.studio import series as series_of
from diorama.studio.campaign import load as load_campaign
from diorama.studio.campaign import pieces
from diorama.studio.output import writable
from diorama.studio.words import layers

Output = Annotated[Path | None, typer.Option("--output", "-o", help="Names of the files (.png, .jpg, .webp): a number is put in.")]
Sheet = Annotated[Path | None, typer.Option("--sheet", help="Also lay them out on a contact sheet, in this file.")]
Json = Annotated[bool, typer.Option("--json", help="Print what was made as JSON.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="No diff, no diagnostics, no progress.")]


def vary(
    picture: Annotated[str, typer.Argument(help="`last`, an id of the history (or its beginning), or a picture of Diorama's.")],
    layer: Annotated[str, typer.Option("--layer", "-l", help="What varies: " + ", ".join(layers()) + ".")] = "light",
    n: Annotated[int, typer.Option("-n", min=1, max=15, help="How many.")] = 4,
    of: Annotated[str, typer.Option("--of", help="For colours and materials: of what, such as 'the mug'.")] = "",
    output: Output = None,
    sheet: Sheet = None,
    force: Force = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would differ.")] = False,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Make variations that differ in one layer only; all else stays as it is."""
    with Studio() as studio:
        origin = source(studio, picture)
        chosen = studio.vary(origin.recipe.scene, layer, n, of, engine=origin.recipe.engine)
        _check_sheet(sheet, force)
        if dry_run and as_json:
            print_json([v.model_dump(mode="json") for v in chosen])
        paths = planned(_many(output, len(chosen)), [f"{layer}-{slug(one.words)}-{origin.recipe.seed}" for one in chosen], force=force or dry_run)
        made: list[Made] = []
        for one, path in zip(chosen, paths, strict=True):
            if not (quiet or as_json):
                err.print(refinement(one))
            if dry_run:
                continue
            recipe = recipe_of(studio, origin.recipe, one.scene, one.words)
            parent = origin.entry.id if origin.entry else None
            edit = {"words": one.words, "layer": layer, "changes": changes(origin.recipe.scene, one.scene)}
            made.append(make_one(studio, recipe, path, quiet or as_json, parent=parent, edit=edit, force=force))
    _finish(made, [one.words for one in chosen], sheet, as_json and not dry_run, force=force)


def series(
    brief: Annotated[str, typer.Argument(help='A description with {subject} in it: "a {subject} on white marble, softbox from the left".')],
    file: Annotated[Path | None, typer.Argument(help="A text file with one subject a line.")] = None,
    subject: Annotated[list[str] | None, typer.Option("--subject", "-s", help="A subject; may be given several times.")] = None,
    output: Output = None,
    sheet: Sheet = None,
    size: Annotated[int | None, typer.Option(help="Pixels of the long side.")] = None,
    quality: Annotated[str, typer.Option("--quality", "-q", help="draft, standard or final.")] = "standard",
    seed: Annotated[int | None, typer.Option(help="The same for all.")] = None,
    engine: Annotated[str | None, typer.Option(help="See `diorama engines`.")] = None,
    force: Force = False,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """One brief, many subjects: same light, lens, palette and place."""
    names = [*(read_text(file).splitlines() if file else ()), *(subject or ())]
    with Studio() as studio:
        request = parse({"prompt": brief, "quality": quality, "seed": seed, "long_side": size, "engine": engine or studio.settings.engine})
        recipes = series_of(studio, brief, names, request)
        _check_sheet(sheet, force)
        paths = planned(_many(output, len(recipes)), [f"{slug(recipe.prompt)}-{recipe.seed}" for _, recipe in recipes], force=force)
        made: list[Made] = []
        for (_, recipe), path in zip(recipes, paths, strict=True):
            recipe = metered(recipe, made[0].recipe.scene) if made else recipe
            made.append(make_one(studio, recipe, path, quiet or as_json, force=force))
    _finish(made, [n.strip() for n in names if n.strip()], sheet, as_json, force=force)


def campaign(
    file: Annotated[Path, typer.Argument(help='TOML: brief = "a {subject} on slate", subjects = ["mug", "vase"]; formats, size, quality, seed.')],
    folder: Annotated[Path, typer.Option("--output", "-o", help="A folder for the pictures and their contact sheet.")] = Path("campaign"),
    force: Force = False,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """One brief, many subjects, each in several formats (1:1, 4:5, 9:16, 16:9): same light, palette and place, and a contact sheet."""
    with Studio() as studio:
        wanted = list(pieces(studio, load_campaign(file)))
        sheet = folder / "sheet.jpg"
        if folder.is_dir():
            for path in (*(folder / f"{one.name}.png" for one in wanted), sheet):
                writable(path, force=force)
        make_folder(folder)
        made: list[Made] = []
        for one in wanted:
            recipe = metered(one.recipe, made[0].recipe.scene) if made else one.recipe
            made.append(make_one(studio, recipe, folder / f"{one.name}.png", quiet or as_json, force=force))
    _finish(made, [f"{one.subject}, {one.format}" for one in wanted], sheet, as_json, force=force)


def sheet(
    pictures: Annotated[list[str], typer.Argument(help="Picture files, ids of the history, or `last`.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file (.png, .jpg, .webp); sheet.jpg without it.")] = None,
    force: Force = False,
    columns: Annotated[int | None, typer.Option(min=1, max=100, help="By default for a sheet half again as wide as high.")] = None,
    cell: Annotated[int, typer.Option(help="Pixels of each picture's long side.")] = 360,
    label: Annotated[str, typer.Option(help="What stands below: prompt, file, seed or none.")] = "prompt",
) -> None:
    """Lay pictures out on a contact sheet, each with its words below it."""
    if label not in ("prompt", "file", "seed", "none"):
        raise RequestError(f"{label!r} is no label", where="label", hint="prompt, file, seed or none")
    path = output or free(Path("sheet.jpg"))
    _check_sheet(path, force)
    with Studio() as studio:
        rows = [_row(studio, p, label) for p in pictures]
    _save(path, rows, columns, cell, force=force)


def make_folder(folder: Path) -> None:
    """Make it, and those above it. Raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise OutputError(f"cannot be made: {wrong.strerror}", where=str(folder), hint="choose another folder with --output") from None


def _many(output: Path | None, total: int) -> Path | None:
    """A name that bears a number even where there is one picture: the next run may make more."""
    return output.with_stem(f"{output.stem}-1") if output and total == 1 else output


def _check_sheet(sheet: Path | None, force: bool) -> None:
    if sheet:
        format_of(sheet)
        writable(sheet, force=force)


def _finish(made: list[Made], labels: list[str], sheet: Path | None, as_json: bool, *, force: bool) -> None:
    if sheet and made:
        _save(sheet, [(m.outcome.picture, label) for m, label in zip(made, labels, strict=True)], None, 360, force=force, quiet=as_json)
    if as_json:
        print_json([facts(m) for m in made])


def _save(path: Path, rows: list, columns: int | None, cell: int, *, force: bool, quiet: bool = False) -> None:
    path = files.write(path, encode(contact_sheet(rows, columns=columns, cell=cell), format_of(path)), force=force)
    if not quiet:
        out.print(styled("[bold]{}[/]  {} pictures", path, len(rows)))


def _row(studio: Studio, ref: str, label: str):
    """A picture and its words. Files of other programs have their name."""
    path = Path(ref)
    if path.suffix.lower() in READABLE:
        pixels = open_picture(path)
        try:
            recipe = source(studio, ref).recipe
        except RequestError:
            return pixels, "" if label == "none" else path.name
    else:
        entry = studio.history.get(ref)
        pixels, recipe, path = open_picture(studio.history.read(entry)), entry.recipe, Path(studio.history.blobs.name(entry.picture, entry.format))
    words = recipe.prompt.splitlines()
    told = {"prompt": words[-1] if words else path.name, "file": path.name, "seed": f"seed {recipe.seed}", "none": ""}
    return pixels, told[label]
