"""`diorama things` and `diorama credits`: what there is, and whom to thank."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from diorama.assets import asset_credits, faces_credits
from diorama.cli.terminal import out, print_json, styled
from diorama.studio.words import kinds


def things(as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """List the words Diorama knows: things by kind, materials, colours, settings."""
    words = kinds()
    if as_json:
        print_json(words)
        return
    for group, names in words.items():
        out.print(styled("[bold]{}[/] ({})", group, len(names)))
        out.print("  " + ", ".join(names))


def credits(as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """List what pictures of people are built from and what letters are set in: each asset's licence and whom to credit."""
    rows = asset_credits() + faces_credits()
    if as_json:
        print_json(rows)
        return
    if not rows:
        out.print("Nothing is set up that asks for credit; `python -m diorama.assets` sets up people and letters.")
        return
    table = Table("asset", "licence", "credit", "package", box=None)
    for row in rows:
        table.add_row(row["asset"], row["licence"], row["credit"], row["package"])
    out.print(table)
