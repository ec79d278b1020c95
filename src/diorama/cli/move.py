"""`diorama move`: histories and queues to another database, and back."""

from __future__ import annotations

from typing import Annotated

import typer

from diorama.cli.terminal import out, styled
from diorama.errors import RequestError
from diorama.studio import Settings


def move(to: Annotated[str, typer.Option(help="postgresql://user:password@host/name, or `files`: SQLite in home.")]) -> None:
    """Carry history, boards, jobs, prompts and tokens to another database, verified. What is here stays as it is; pictures are not touched."""
    from diorama.jobs.move import move as carry  # the queue loads slowly
    from diorama.server.auth import tokens_of

    settings = Settings.load()
    if to != "files" and not to.startswith(("postgresql://", "postgres://")):
        raise RequestError(f"{to!r} is no database", where="to", hint="postgresql://user:password@host/name, or files")
    target = settings.model_copy(update={"database": None if to == "files" else to})
    counts = carry(settings.home, settings.database, target.database)
    tokens = tokens_of(settings).all()
    tokens_of(target).replace(tokens)
    for table, count in (counts | {"tokens": len(tokens)}).items():
        out.print(f"{count:>9,} {table}")
    where = "unset DIORAMA_DATABASE" if target.database is None else "set DIORAMA_DATABASE to it"
    out.print(styled("All of it was read again and is the same. From now on: [bold]{}[/]", where))
