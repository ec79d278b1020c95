"""`diorama read`: the prompt by layer, and what the reader makes of it."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from diorama.cli.files import read_words
from diorama.cli.terminal import out
from diorama.cli.told import reading as told
from diorama.studio.words import explain
from diorama.studio.words import read as read_prompt


def read(
    prompt: Annotated[str, typer.Argument(help="The description. `-` reads it from the standard input.")],
    aspect: Annotated[str | None, typer.Option(help="Shape of the frame, such as 16:9.")] = None,
    why: Annotated[bool, typer.Option("--explain", help="For each word its part of speech, its governor, and which rule of which frame took it.")] = False,
    whole: Annotated[bool, typer.Option("--all", help="Every error and warning in full; else those that matter most.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The whole reading as JSON: phrases, diagnostics, scene (docs/reading.md).")] = False,
) -> None:
    """Show what each word of a description sets, what was assumed, and what would help."""
    if why:
        table = Table(box=None, pad_edge=False, header_style="bold")
        for name in ("word", "tag", "governor", "frame", "rule", "status"):
            table.add_column(name)
        for row in explain(read_words(prompt)):
            table.add_row(*row)
        out.print(table)
        return
    reading = read_prompt(read_words(prompt), aspect=aspect)
    if as_json:
        print(reading.model_dump_json(indent=2))
    else:
        out.print(told(reading, whole))
