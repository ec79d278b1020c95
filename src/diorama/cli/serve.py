"""`diorama serve`: the studio in a browser, and an OpenAI-compatible API on the same port."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from diorama.cli.terminal import err
from diorama.studio import Settings


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on. Any but this machine's own needs tokens: `diorama token add`.")] = None,
    port: Annotated[int | None, typer.Option(help="Port; 0 takes a free one.")] = None,
    token_file: Annotated[Path | None, typer.Option(help="Where tokens are kept.")] = None,
    browser: Annotated[bool | None, typer.Option("--browser/--no-browser", help="Open the page at the start.")] = None,
) -> None:
    """Open the studio: the page at /, OpenAI's Images API under /v1, Diorama's own under /api."""
    from diorama.server.run import serve as run  # FastAPI takes as long to load as all the rest: only who serves waits for it

    settings = Settings.load(host=host, port=port, token_file=token_file, browser=browser)

    def ready(address: str) -> None:
        err.print(f"[bold]The studio is open at {address}[/]  (Ctrl+C closes it; OpenAI's SDK: base_url={address}v1)", highlight=False)
        if settings.browser:
            webbrowser.open(address)

    run(settings, ready)
