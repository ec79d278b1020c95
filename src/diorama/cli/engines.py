"""`diorama engines`: who can make pictures, and whether a service answers."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.table import Table

from diorama import contracts
from diorama.cli.terminal import out, print_json, styled
from diorama.errors import EngineUnavailable, OutputError, RequestError

app = typer.Typer(help="Who can make pictures.")


@app.callback(invoke_without_command=True)
def engines(context: typer.Context, as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """List the engines that can make pictures. Models by their names: `diorama models`."""
    if context.invoked_subcommand is not None:
        return
    found: list[contracts.Engine] = []
    for name in contracts.names():
        try:
            found.append(contracts.engine(name))
        except EngineUnavailable as wrong:
            out.print(styled("[yellow]{}[/]: {}", name, wrong))
    if as_json:
        print_json([engine.capabilities().model_dump(mode="json") | options(engine) for engine in found])
        return
    table = Table("engine", "what it is", "needs", "takes", "gives", box=None)
    for engine in found:
        able = engine.capabilities()
        table.add_row(able.name, able.title, needs(engine), ", ".join((*able.speaks, *able.takes)), ", ".join(able.gives))
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


def options(engine: contracts.Engine) -> dict[str, Any]:
    """The schemas of its own options; and of those it has when the scene leads it, where it makes pictures from words and goes by others."""
    able = engine.capabilities()
    told: dict[str, Any] = {"options": engine.options.model_json_schema()}
    if able.speaks == ("prompt",) and able.takes:
        told["options_from_scene"] = contracts.engine(contracts.led(able.name, "scene")).options.model_json_schema()
    return told


def needs(engine: contracts.Engine) -> str:
    """What must be there, and of keys and weights whether they are."""
    able = engine.capabilities()
    here = {"key": "key" in able.needs and contracts.find_key(able) is not None, "weights": "weights" in able.needs and _ready(engine)}
    return ", ".join(f"{need} ({'there' if here[need] else 'missing'})" if need in here else need for need in able.needs) or "nothing"


def _ready(engine: contracts.Engine) -> bool:
    try:
        if isinstance(engine, contracts.Readies):
            engine.ready()
    except (EngineUnavailable, OutputError):
        return False
    return True
