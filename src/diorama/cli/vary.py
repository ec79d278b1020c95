"""`diorama vary`, `diorama series`, `diorama sheet`: other lights, angles and colours of a picture; one brief for many subjects; pictures side by side."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from diorama.cli.files import read_text
from diorama.cli.picture import facts, free, make_one, slug
from diorama.cli.terminal import err, out
from diorama.errors import RequestError
from diorama.image import open_picture, save
from diorama.image.codecs import FORMATS, format_of
from diorama.language.refine import render
from diorama.language.vary import layers
from diorama.language.vary import vary as variations
from diorama.recipe import parse
from diorama.studio import Made, Studio, changes, contact_sheet, metered, recipe_of, source
from diorama.studio import series as series_of
from diorama.studio.make import writable

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
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would differ.")] = False,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Make variations that differ in one layer only; all else stays as it is."""
    with Studio() as studio:
        origin = source(studio, picture)
        chosen = variations(origin.recipe.scene, layer, n, of)
        if sheet:
            format_of(sheet)
            writable(sheet)
        if dry_run and as_json:
            print(json.dumps([v.model_dump(mode="json") for v in chosen], ensure_ascii=False))
        made: list[Made] = []
        for k, one in enumerate(chosen):
            if not (quiet or as_json):
                err.print(render(one))
            if dry_run:
                continue
            recipe = recipe_of(studio, origin.recipe, one.scene, one.words)
            parent = origin.entry.id if origin.entry else None
            edit = {"words": one.words, "layer": layer, "changes": changes(origin.recipe.scene, one.scene)}
            made.append(make_one(studio, recipe, _numbered(output, f"{layer}-{slug(one.words)}-{recipe.seed}", k), quiet or as_json, parent=parent, edit=edit))
    _finish(made, [one.words for one in chosen], sheet, as_json and not dry_run)


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
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """One brief, many subjects: same light, lens, palette and place."""
    names = [*(read_text(file).splitlines() if file else ()), *(subject or ())]
    with Studio() as studio:
        request = parse({"prompt": brief, "quality": quality, "seed": seed, "long_side": size, "engine": engine or studio.settings.engine})
        planned = series_of(studio, brief, names, request)
        made: list[Made] = []
        for k, (_, recipe) in enumerate(planned):
            recipe = metered(recipe, made[0].recipe.scene) if made else recipe
            made.append(make_one(studio, recipe, _numbered(output, f"{slug(recipe.prompt)}-{recipe.seed}", k), quiet or as_json))
    _finish(made, [n.strip() for n in names if n.strip()], sheet, as_json)


def sheet(
    pictures: Annotated[list[str], typer.Argument(help="Picture files, ids of the history, or `last`.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The file (.png, .jpg, .webp).")] = Path("sheet.jpg"),
    columns: Annotated[int | None, typer.Option(min=1, max=100, help="By default for a sheet half again as wide as high.")] = None,
    cell: Annotated[int, typer.Option(help="Pixels of each picture's long side.")] = 360,
    label: Annotated[str, typer.Option(help="What stands below: prompt, file, seed or none.")] = "prompt",
) -> None:
    """Lay pictures out on a contact sheet, each with its words below it."""
    if label not in ("prompt", "file", "seed", "none"):
        raise RequestError(f"{label!r} is no label", where="label", hint="prompt, file, seed or none")
    with Studio() as studio:
        rows = [_row(studio, p, label) for p in pictures]
    _save(output, rows, columns, cell)
    out.print(f"[bold]{output}[/]  {len(rows)} pictures", highlight=False)


def _numbered(output: Path | None, name: str, k: int) -> Path:
    return output.with_stem(f"{output.stem}-{k + 1}") if output else free(Path(f"{name}.png"))


def _finish(made: list[Made], labels: list[str], sheet: Path | None, as_json: bool) -> None:
    if sheet and made:
        _save(sheet, [(m.outcome.picture, label) for m, label in zip(made, labels, strict=True)], None, 360)
        if not as_json:
            out.print(f"[bold]{sheet}[/]  {len(made)} pictures", highlight=False)
    if as_json:
        print(json.dumps([facts(m) for m in made], ensure_ascii=False))


def _save(path: Path, rows: list, columns: int | None, cell: int) -> None:
    format_of(path)
    writable(path)
    save(path, contact_sheet(rows, columns=columns, cell=cell))


def _row(studio: Studio, ref: str, label: str):
    """A picture and its words. Files of other programs have their name."""
    path = Path(ref)
    if path.suffix.lower() in FORMATS:
        pixels = open_picture(path)
        try:
            recipe = source(studio, ref).recipe
        except RequestError:
            return pixels, "" if label == "none" else path.name
    else:
        entry = studio.history.get(ref)
        pixels, recipe, path = open_picture(entry.path), entry.recipe, entry.path
    words = recipe.prompt.splitlines()
    told = {"prompt": words[-1] if words else path.name, "file": path.name, "seed": f"seed {recipe.seed}", "none": ""}
    return pixels, told[label]
