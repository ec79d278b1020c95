"""`diorama worker`: this machine makes pictures for a server elsewhere."""

from __future__ import annotations

import signal
from typing import Annotated

import typer

from diorama import contracts, telemetry
from diorama.cli.terminal import err, styled
from diorama.errors import DioramaError, RequestError
from diorama.studio import Settings, Studio


def worker(
    server: Annotated[str, typer.Option(help="The server's address: https://studio.example")],
    token: Annotated[str | None, typer.Option(envvar="DIORAMA_TOKEN", help="A worker's token (on the server: `diorama token add NAME --worker`).")] = None,
    engine: Annotated[
        list[str] | None, typer.Option(help="Engines to work with, several times; without it, all that are ready here and free of charge.")
    ] = None,
    slots: Annotated[int, typer.Option(min=1, max=64, help="Pictures at a time.")] = 1,
    name: Annotated[str | None, typer.Option(help="What this worker is called.")] = None,
    insecure: Annotated[bool, typer.Option("--insecure", help="Allow http:// to another machine.")] = False,
) -> None:
    """Make pictures for a server: takes its jobs over HTTPS, shares no disk with it.

    SIGTERM or Ctrl+C finishes what is being made; twice leaves it to others."""
    from diorama.jobs.puller import Line, Puller  # the queue loads slowly
    from diorama.server import log

    settings = Settings.load()
    log.install(settings.log, settings.log_level)
    telemetry.begin("diorama worker")
    engines = tuple(engine) if engine else _ready(settings)
    if unknown := [name for name in engines if not contracts.known(name)]:
        raise RequestError(f"there is no engine {unknown[0]!r}", where="engine", hint="`diorama engines` lists them")
    puller = Puller(Line(server, token, insecure=insecure), settings, engines, name=name, slots=slots)

    def end(*_: object) -> None:
        puller.abandon() if puller.stopping else puller.stop()

    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, end)
    err.print(styled("[bold]{}[/] works for {} with {}, {} at a time", puller.name, server, ", ".join(engines), slots))
    puller.run()
    telemetry.end()
    err.print(styled("{} pictures made", puller.made))


def _ready(settings: Settings) -> tuple[str, ...]:
    """Engines that could make a picture here, for nothing."""
    found = []
    with Studio(settings) as studio:
        for name in contracts.names():
            try:
                able = studio.able(name)
                if isinstance(engine := studio.engine(name), contracts.Readies):
                    engine.ready([])
            except DioramaError:
                continue
            if not able.costs and not able.needs_key:
                found.append(name)
    return tuple(found)
