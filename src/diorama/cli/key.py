"""`diorama key`: keys of services, in a file that only its owner can read. They are never shown, logged or written into a recipe."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.table import Table

from diorama import contracts
from diorama.cli.terminal import err, out, styled
from diorama.contracts.keys import keys_file
from diorama.errors import EngineUnavailable, RequestError

app = typer.Typer(no_args_is_help=True, help="Keys of services: set, list and remove.")

Name = Annotated[str, typer.Argument(help="The service: openai, fal, replicate, openrouter, google, bfl, ideogram, recraft, stability …")]


@app.command("set")
def set_(name: Name) -> None:
    """Keep a key. It is asked for without being shown, or read from the standard input: `diorama key set fal < key.txt`."""
    if name not in _services():
        raise RequestError(f"no engine asks for a key named {name!r}", where="name", hint="there are: " + ", ".join(_services()))
    given = typer.prompt(f"Key for {name}", hide_input=True, err=True) if sys.stdin.isatty() else sys.stdin.read()
    if not given.strip() or any(letter.isspace() for letter in given.strip()):
        raise RequestError("no key", where="key", hint="one word, as the service shows it")
    contracts.set_key(name, given.strip())
    err.print(styled("Kept in {}, for you alone. `diorama engines check {}` asks whether it works.", keys_file(), name))


@app.command("list")
def list_() -> None:
    """Which services have a key here, and where it comes from. The keys are not shown."""
    kept, table = contracts.kept_keys(), Table("service", "key", "environment variable", box=None)
    for name, able in _services().items():
        there = contracts.find_key(able) is not None
        table.add_row(name, ("in the file" if name in kept else "from the environment") if there else "-", able.key_env or "")
    out.print(table)


@app.command()
def remove(name: Name) -> None:
    """Forget a key that is in the file."""
    if name not in contracts.kept_keys():
        raise RequestError(f"there is no key of {name!r} in the file", where=str(keys_file()), hint="`diorama key list`")
    contracts.set_key(name, None)
    out.print(f"The key of {name} is forgotten")


def _services() -> dict[str, contracts.Capabilities]:
    """Capabilities of one engine for each key that is asked for."""
    found: dict[str, contracts.Capabilities] = {}
    for name in contracts.names():
        try:
            able = contracts.engine(name).capabilities()
        except EngineUnavailable:
            continue
        if able.needs_key:
            found.setdefault(able.needs_key, able)
    return found
