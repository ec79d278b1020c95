"""The command line. Each command is one file; `main` turns errors into one message and an exit code."""

from __future__ import annotations

import gc
import sys

import typer

from diorama import __version__
from diorama.cli.commands import Commands
from diorama.cli.terminal import err, print_json, styled
from diorama.errors import Cancelled, DioramaError

app = typer.Typer(
    name="diorama", cls=Commands, no_args_is_help=True, add_completion=False, rich_markup_mode="rich", pretty_exceptions_enable=False,
    help="""Turns a written description into a photograph.

Describe the subject, the environment, the lighting and the camera:

  diorama make "A stoneware mug on a walnut table, soft window light from the left, 85mm f/1.8"
  diorama read "…"      what each word sets, what was assumed, what would help
  diorama refine last "make the light warmer, add a spoon"      what is not named stays as it is
  diorama show FILE     the recipe inside a picture
  diorama page "…"      posters, slides, menus, labels: set flat, to PNG, SVG or PDF
  diorama serve         the studio in a browser, and an OpenAI-compatible API
""",
)  # fmt: skip

KEPT = (10_000, 10, 10)
"""How much is made before Python looks for garbage. What a start makes is kept; at the usual 700 a quarter of its time goes into looking through it."""


@app.callback(invoke_without_command=True)
def version(show_version: bool = typer.Option(False, "--version", help="Print the version.")) -> None:
    if show_version:
        print(__version__)
        raise typer.Exit


def _no_option(word: str) -> str:
    """A prompt that begins as a list does ("- a table") is no option: none has a blank after its dashes."""
    return f" {word}" if word.startswith("-") and word.lstrip("-")[:1].isspace() else word


def main() -> None:
    """Entry point. Exit codes: 0 done, 2 wrong input, 3 a file, 4 an engine, 5 the history, 6 the queue, 130 cancelled."""
    gc.set_threshold(*KEPT)
    try:
        sys.exit(app(args=[_no_option(word) for word in sys.argv[1:]], standalone_mode=False))
    except DioramaError as wrong:
        if "--json" in sys.argv:
            print_json(wrong.as_dict())
        err.print(styled("[bold red]error[/]: {}{}", f"{wrong.where}: " if wrong.where else "", wrong.message), soft_wrap=True)
        if wrong.hint:
            err.print(styled(" [bold cyan]help[/]: {}", wrong.hint), soft_wrap=True)
        sys.exit(wrong.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        err.print("cancelled")
        sys.exit(Cancelled.exit_code)
    except typer.Exit as done:
        sys.exit(done.exit_code)
    except Exception as wrong:  # click's own usage errors know how to show themselves
        show, code = getattr(wrong, "show", None), getattr(wrong, "exit_code", None)
        if show is not None and code is not None:
            show()
            sys.exit(code)
        raise
