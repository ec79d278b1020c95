"""`diorama serve`: the studio in a browser, and an OpenAI-compatible API on the same port."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from diorama.cli.terminal import err, styled
from diorama.studio import Settings, Studio


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on. Any but this machine's own needs tokens: `diorama token add`.")] = None,
    port: Annotated[int | None, typer.Option(help="Port; 0 takes a free one.")] = None,
    token_file: Annotated[Path | None, typer.Option(help="Where tokens are kept.")] = None,
    browser: Annotated[bool | None, typer.Option("--browser/--no-browser", help="Open the page at the start.")] = None,
) -> None:
    """Open the studio: the page at /, OpenAI's Images API under /v1, Diorama's own under /api."""
    from diorama.server.run import serve as run  # FastAPI takes as long to load as all the rest: only who serves waits for it

    settings = Settings.load(host=host, port=port, token_file=token_file, browser=browser)

    with Studio(settings) as studio:
        studio.history.check_writable()

    def ready(address: str) -> None:
        err.print(styled("[bold]The studio is open at {}[/]  (Ctrl+C closes it; OpenAI's SDK: base_url={}v1)", address, address))
        if settings.browser:
            webbrowser.open(address)

    run(settings, ready)
