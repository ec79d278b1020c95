"""`diorama refine`: words about a picture become another picture; what was not named stays as it is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from diorama.cli.files import read_words
from diorama.cli.names import Force, planned, slug
from diorama.cli.picture import facts, make_one
from diorama.cli.terminal import err, out, print_json, styled
from diorama.cli.told import refinement
from diorama.errors import RequestError
from diorama.studio import Refined, Studio, refined, source, undo


def refine(
    picture: Annotated[str, typer.Argument(help="`last`, an id of the history (or its beginning), or a picture of Diorama's.")],
    words: Annotated[str, typer.Argument(help='What is to change: "make the light warmer, move the mug to the right, add a spoon". `-` reads it from the standard input.')] = "",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file (.png, .jpg, .webp).")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would change.")] = False,
    force: Force = False,
    back: Annotated[bool, typer.Option("--undo", help="Go back to the picture that this one was made from; nothing is rendered.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="No diff, no diagnostics, no progress.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the refinement and what was made as JSON.")] = False,
) -> None:
    """Change a picture in words. Same seed, size and quality; what is not named stays as it is."""
    words = read_words(words)
    if back == bool(words.strip()):
        raise RequestError("give words that say what is to change, or --undo", where="words", hint='diorama refine last "make the light warmer"')
    with Studio() as studio:
        if back:
            return _back(studio, picture, output, as_json, force=force)
        made = refined(studio, source(studio, picture), words)
        if not (quiet or as_json):
            err.print(refinement(made.refinement))
        if dry_run and as_json:
            _told(made, None)
            raise typer.Exit(0 if made.refinement.edit.changes else RequestError.exit_code)
        if not made.refinement.edit.changes:
            hint = "name what is there and how it is to be: 'make the mug blue'" if dry_run else "--dry-run shows what was understood of them"
            raise RequestError("nothing in the picture changes by these words", where="words", hint=hint)
        if dry_run:
            return
        path = planned(output, [f"{slug(made.refinement.words)}-{made.recipe.seed}"], force=force)[0]
        result = make_one(studio, made.recipe, path, quiet or as_json, parent=made.parent, edit=made.edit, force=force)
        if as_json:
            _told(made, facts(result))


def _told(made: Refined, picture: dict | None) -> None:
    """The refinement as JSON: scene, edit, diff, phrases, diagnostics; and the picture, where one was made."""
    data = made.refinement.model_dump(mode="json") | {"parent": made.parent, "picture": picture}
    print_json(data)


def _back(studio: Studio, picture: str, output: Path | None, as_json: bool, *, force: bool) -> None:
    entry = undo(studio, picture, output, force=force)
    if as_json:
        print_json(entry.model_dump(mode="json"))
    else:
        out.print(styled("back to [bold]{}[/], {}, {}", entry.prompt or "a scene without words", output or entry.path or "in the bucket", entry.id[:12]))
