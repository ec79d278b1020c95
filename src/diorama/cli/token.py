"""`diorama token`: who else may use the server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from diorama.cli.terminal import err, out, styled
from diorama.studio import Settings

app = typer.Typer(no_args_is_help=True, help="Who else may use the server: make, list and remove tokens.")

Name = Annotated[str, typer.Argument(help="Small letters, digits, - and _. What is made with the token belongs to this name.")]
File = Annotated[Path | None, typer.Option("--token-file", help="Where tokens are kept, if not in home.")]


@app.command()
def add(
    name: Name,
    quota: Annotated[int | None, typer.Option(help="Pictures in 24 hours; without it, as many as they like.")] = None,
    budget: Annotated[float | None, typer.Option(help="Money that engines which cost may spend for them in 24 hours (DIORAMA_BUDGET_CURRENCY).")] = None,
    admin: Annotated[bool, typer.Option("--admin", help="May pause everybody's queue.")] = False,
    worker: Annotated[bool, typer.Option("--worker", help="For `diorama worker` elsewhere: makes everybody's pictures, and nothing else.")] = False,
    team: Annotated[str | None, typer.Option(help="A team whose limits it shares (`diorama token team`).")] = None,
    token_file: File = None,
) -> None:
    """Make a token. It is shown once; another of the same name stops working."""
    secret = _tokens(token_file).add(name, quota, admin, budget=budget, worker=worker, team=team)
    err.print(styled("The token of [bold]{}[/], shown only now:", name))
    print(secret)


@app.command()
def team(
    name: Annotated[str, typer.Argument(help="Small letters, digits, - and _.")],
    quota: Annotated[int | None, typer.Option(help="Pictures in 24 hours of all its tokens together; without it, as many as they like.")] = None,
    budget: Annotated[float | None, typer.Option(help="Money that engines which cost may spend for all of them in 24 hours.")] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Forget the team, once no token is of it.")] = False,
    token_file: File = None,
) -> None:
    """Make a team, or give it other limits: tokens of it (`token add --team`) share them, beside their own."""
    if remove:
        _tokens(token_file).remove_team(name)
        out.print(f"There is no team {name} any more")
        return
    _tokens(token_file).set_team(name, quota, budget)
    limits = ", ".join(([f"{quota} pictures"] if quota else []) + ([f"{budget:g} in money"] if budget is not None else []))
    out.print(f"Team {name}: {limits} in 24 hours" if limits else f"Team {name}: no limits")


@app.command("list")
def list_(token_file: File = None) -> None:
    """List the tokens (not their secrets) and the teams."""
    kept = _tokens(token_file)
    tokens, teams = kept.all(), kept.teams()
    table = Table("name", "pictures in 24 h", "money in 24 h", "may", "team", "made", box=None)
    for token in tokens:
        may = "work" if token.worker else "all" if token.admin else ""
        money = "-" if token.budget is None else f"{token.budget:g}"
        table.add_row(token.name, str(token.quota or "-"), money, may, token.team or "-", token.created[:16].replace("T", " "))
    out.print(table if tokens else "No tokens: the server is for this machine only. `diorama token add NAME` makes one.")
    if teams:
        table = Table("team", "pictures in 24 h", "money in 24 h", box=None)
        for one in teams:
            table.add_row(one.name, str(one.quota or "-"), "-" if one.budget is None else f"{one.budget:g}")
        out.print(table)


@app.command()
def remove(name: Name, token_file: File = None) -> None:
    """Make a token worthless, at once."""
    _tokens(token_file).remove(name)
    out.print(f"The token of {name} is worth nothing any more")


def _tokens(file: Path | None):
    from diorama.server.auth import tokens_of  # loads the server, which other commands need not wait for

    return tokens_of(Settings.load(token_file=file))
