"""`diorama backup`, `diorama restore`: everything that is kept, in a folder on another disk, and back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from diorama.cli.terminal import out, styled
from diorama.studio import Settings

TOKENS = "tokens.json"


def backup(folder: Annotated[Path, typer.Argument(help="Where it is kept. It is itself a home: DIORAMA_HOME=FOLDER opens it.")]) -> None:
    """Keep history, boards, jobs, prompts, tokens and pictures in a folder, verified. Servers may run meanwhile; done again, only new files are copied."""
    from diorama.jobs.backup import backup as keep  # the queue loads slowly
    from diorama.server.auth import Tokens, tokens_of

    settings = Settings.load()
    counts = keep(settings, folder)
    tokens = tokens_of(settings)
    Tokens(folder / TOKENS).replace(tokens.all(), tokens.teams())
    _tell(counts | {"tokens": len(tokens.all())})
    out.print(styled("All of it was read again and is whole: [bold]{}[/]", folder))


def restore(folder: Annotated[Path, typer.Argument(help="A folder that `diorama backup` made.")]) -> None:
    """Carry a backup to where the settings say that things are kept (DIORAMA_HOME, DIORAMA_DATABASE, DIORAMA_BUCKET): nothing may be there yet."""
    from diorama.jobs.backup import restore as carry
    from diorama.server.auth import Tokens, tokens_of

    settings = Settings.load()
    counts = carry(settings, folder)
    kept = Tokens(folder / TOKENS)
    tokens = kept.all()
    tokens_of(settings).replace(tokens, kept.teams())
    _tell(counts | {"tokens": len(tokens)})
    out.print("All of it was read again and is the same.")


def _tell(counts: Mapping[str, int]) -> None:
    for table, count in counts.items():
        out.print(f"{count:>9,} {table}")
