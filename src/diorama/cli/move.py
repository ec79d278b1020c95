"""`diorama move`: histories and queues to another database, pictures to a bucket, and back."""

from __future__ import annotations

from typing import Annotated

import typer

from diorama.cli.terminal import out, styled
from diorama.errors import RequestError
from diorama.studio import Settings

FILES = "files"


def move(
    to: Annotated[str | None, typer.Option(help="postgresql://user:password@host/name, or `files`: SQLite in home.")] = None,
    pictures: Annotated[str | None, typer.Option(help="s3://name/prefix, or `files`: in home.")] = None,
) -> None:
    """Carry history, boards, jobs, prompts and tokens to another database, and pictures with what belongs to them to object storage; verified. What is here
    stays as it is."""
    if to is None and pictures is None:
        raise RequestError("nothing is to be moved", where="to", hint="--to postgresql://… or files, --pictures s3://… or files")
    if to not in (None, FILES) and not to.startswith(("postgresql://", "postgres://")):
        raise RequestError(f"{to!r} is no database", where="to", hint="postgresql://user:password@host/name, or files")
    if pictures not in (None, FILES) and not pictures.startswith("s3://"):
        raise RequestError(f"{pictures!r} is no bucket", where="pictures", hint="s3://name/prefix, or files")
    settings = Settings.load()
    told = []
    if pictures is not None:
        told.append(_files(settings, None if pictures == FILES else pictures.rstrip("/")))
    if to is not None:
        told.append(_rows(settings, None if to == FILES else to))
    out.print(styled("All of it was read again and is the same. From now on: [bold]{}[/]", ", ".join(told)))


def _files(settings: Settings, bucket: str | None) -> str:
    from diorama.jobs.move import move_files  # the queue loads slowly

    out.print(f"{move_files(settings.home, settings.bucket, bucket):>9,} files")
    return "unset DIORAMA_BUCKET" if bucket is None else f"DIORAMA_BUCKET={bucket}"


def _rows(settings: Settings, database: str | None) -> str:
    from diorama.jobs.move import move as carry
    from diorama.server.auth import tokens_of

    target = settings.model_copy(update={"database": database})
    counts = carry(settings.home, settings.database, database)
    kept = tokens_of(settings)
    tokens = kept.all()
    tokens_of(target).replace(tokens, kept.teams())
    for table, count in (counts | {"tokens": len(tokens)}).items():
        out.print(f"{count:>9,} {table}")
    return "unset DIORAMA_DATABASE" if database is None else "set DIORAMA_DATABASE to it"
