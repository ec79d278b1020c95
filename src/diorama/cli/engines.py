"""`diorama engines`: who can make pictures, and whether a service answers."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from diorama import contracts
from diorama.cli.terminal import out, print_json, styled
from diorama.errors import EngineUnavailable, RequestError

app = typer.Typer(help="Who can make pictures.")


@app.callback(invoke_without_command=True)
def engines(context: typer.Context, as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """List the engines that can make pictures. Models by their names: `diorama models`."""
    if context.invoked_subcommand is not None:
        return
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


@app.command()
def check(name: Annotated[str, typer.Argument(help="An engine or a model: fal, openai, seedream-4.5 …")]) -> None:
    """Ask a service something that costs nothing: is it there, does it take the key? No picture is made."""
    engine = contracts.engine(name)
    able = engine.capabilities()
    ask = getattr(engine, "check", None)
    if ask is None:
        raise RequestError(f"{name} is no service: there is nothing to ask", where="engine", hint=f'`diorama make "a mug" --engine {name}` tries it')
    if "key" in able.needs:
        contracts.get_key(able)
    out.print(styled("[bold]{}[/]: {}", able.title, ask()))


def needs(able: contracts.Capabilities) -> str:
    """What must be there, and of a key whether it is."""
    told = [f"key ({'there' if contracts.find_key(able) else 'missing'})" if need == "key" else need for need in able.needs]
    return ", ".join(told) or "nothing"
