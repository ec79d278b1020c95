"""`diorama things` and `diorama engines`: what there is."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from diorama import contracts
from diorama.assets import asset_credits, faces_credits
from diorama.cli.terminal import out, print_json, styled
from diorama.errors import EngineUnavailable
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


def engines(as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """List the engines that can make pictures."""
    able, options = [], {}
    for name in contracts.names():
        try:
            engine = contracts.engine(name)
            able.append(engine.capabilities())
            options[name] = engine.options.model_json_schema()
        except EngineUnavailable as wrong:
            out.print(styled("[yellow]{}[/]: {}", name, wrong))
    if as_json:
        print_json([a.model_dump(mode="json") | {"options": options[a.name]} for a in able])
        return
    table = Table("engine", "what it is", "needs", "takes", "gives", box=None)
    for a in able:
        table.add_row(a.name, a.title, needs(a), ", ".join((*a.speaks, *a.takes)), ", ".join(a.gives))
    out.print(table)


def needs(able: contracts.Capabilities) -> str:
    """What must be there, and of a key whether it is."""
    told = [f"key ({'there' if contracts.find_key(able) else 'missing'})" if need == "key" else need for need in able.needs]
    return ", ".join(told) or "nothing"


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
