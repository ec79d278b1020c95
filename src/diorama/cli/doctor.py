"""`diorama doctor`: looks at everything that pictures need, and says what to do where something is amiss."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, files
from typing import Annotated, Literal

import typer

from diorama import contracts
from diorama.cli.terminal import err, out, print_json, styled
from diorama.errors import DioramaError
from diorama.studio import Settings

LITTLE, ENOUGH = 0.5, 5.0
"""GB of free disk: too little, enough."""
BLENDER_SECONDS = 180
BLENDER_FONTS = ("Inter.woff2", "DejaVuSansMono.woff2", "Noto Sans CJK Regular.woff2", "NotoSansSymbols2-Regular.woff2")
FONTS = {"font-source-serif-pro": "SourceSerifPro-Semibold.ttf", "font-amatic-sc": "AmaticSC-Bold.ttf", "font-intuitive": "Intuitive.ttf"}
"""By package."""


@dataclass(frozen=True)
class Finding:
    name: str
    state: Literal["ok", "note", "wrong"]
    told: str
    help: str = ""


def doctor(as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """Check Blender, disk, fonts, port, GPU, home, tokens and the page; say what to do."""
    settings = Settings.load()
    findings = []
    for check in CHECKS:
        with err.status(check.__name__.strip("_")):
            found = list(check(settings))
        findings += found
        if not as_json:
            for one in found:
                mark = {"ok": "[green]ok[/]   ", "note": "[yellow]note[/] ", "wrong": "[bold red]wrong[/]"}[one.state]
                out.print(styled(mark + " {} {}{}", f"{one.name:<10}", one.told, f"\n{'':17}→ {one.help}" if one.help else ""))
    if as_json:
        print_json([asdict(one) for one in findings])
    if any(one.state == "wrong" for one in findings):
        raise typer.Exit(1)


def _python(_: Settings) -> Iterator[Finding]:
    good = sys.version_info[:2] == (3, 11)
    yield Finding("python", "ok" if good else "wrong", sys.version.split()[0], "" if good else "Blender's module needs Python 3.11")


def _blender(_: Settings) -> Iterator[Finding]:
    """In a process of its own: the module is large, and may be missing a library."""
    try:
        done = subprocess.run([sys.executable, "-m", "diorama_stage.probe"], capture_output=True, text=True, timeout=BLENDER_SECONDS)
    except subprocess.TimeoutExpired:
        yield Finding("blender", "wrong", f"does not load in {BLENDER_SECONDS} s", "is the disk very slow? try again")
        return
    if done.returncode:
        last = (done.stderr.strip().splitlines() or [f"ended with code {done.returncode}"])[-1]
        library = "apt-get install libx11-6 libxrender1 libxxf86vm1 libxfixes3 libxi6 libxkbcommon0 libsm6 libice6 libgl1 libegl1" if ".so" in last else "pip install 'bpy==4.5.*' (Python 3.11)"
        yield Finding("blender", "wrong", last, library)
        return
    version, devices, fonts = json.loads(done.stdout.strip().splitlines()[-1])
    yield Finding("blender", "ok", f"{version}, Cycles")
    yield Finding("gpu", "ok" if devices else "note", ", ".join(devices) if devices else "none that Cycles can use: pictures are made by the processor, as they should be")
    yield _fonts(fonts)


def _home(settings: Settings) -> Iterator[Finding]:
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=settings.home) as file:
            file.write(b"x")
    except OSError as wrong:
        yield Finding("home", "wrong", f"{settings.home}: {wrong.strerror}", "choose another folder: DIORAMA_HOME")
        return
    yield Finding("home", "ok", str(settings.home))
    for name, folder in (("disk", settings.home), ("temporary", tempfile.gettempdir())):
        free = shutil.disk_usage(folder).free / 1e9
        state = "wrong" if free < LITTLE else "note" if free < ENOUGH else "ok"
        yield Finding(name, state, f"{free:.1f} GB free in {folder}", "" if state == "ok" else "free some space" + (", or set TMPDIR" if name == "temporary" else ", or set DIORAMA_HOME"))


def _machine(_: Settings) -> Iterator[Finding]:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    yield Finding("processor", "ok" if cores > 1 else "note", f"{cores} cores", "" if cores > 1 else "pictures take long with one")


def _fonts(bundled: list[str]) -> Finding:
    """Faces for labels and signs: Blender's own, and three from the package index."""
    missing = [name for name in BLENDER_FONTS if name not in bundled]
    for package, name in FONTS.items():
        try:
            found = any(file.name == name for file in files(package) or ())
        except PackageNotFoundError:
            found = False
        missing += [] if found else [name]
    if missing:
        return Finding("fonts", "wrong", f"missing: {', '.join(missing)}", "install the requirements again")
    return Finding("fonts", "ok", f"{len(BLENDER_FONTS) + len(FONTS)} faces for labels and signs")


def _engines(settings: Settings) -> Iterator[Finding]:
    for name in contracts.names():
        try:
            able = contracts.engine(name).capabilities()
            yield Finding("engine", "ok", f"{name}: {able.title}" + (" (the default)" if name == settings.engine else ""))
        except DioramaError as wrong:
            yield Finding("engine", "wrong" if name == settings.engine else "note", f"{name}: {wrong.message}", wrong.hint or "")


def _port(settings: Settings) -> Iterator[Finding]:
    from diorama.server.run import bind  # loads the server, which other commands need not wait for

    try:
        bind(settings.host, settings.port).close()
        yield Finding("port", "ok", f"{settings.host}:{settings.port} is free")
    except DioramaError as wrong:
        yield Finding("port", "note", f"{settings.host}:{settings.port}: {wrong.message}", "is `diorama serve` running? If not: --port, or 0 for a free one")


def _tokens(settings: Settings) -> Iterator[Finding]:
    from diorama.server.auth import tokens_of
    from diorama.server.run import is_loopback

    try:
        count = len(tokens_of(settings).all())
    except DioramaError as wrong:
        yield Finding("tokens", "wrong", wrong.message, wrong.hint or "")
        return
    needed = settings.require_token or not is_loopback(settings.host)
    told = f"{count}" if count else "none: " + ("the server will not start" if needed else "the server is for this machine only")
    yield Finding("tokens", "wrong" if needed and not count else "ok", told, "diorama token add NAME" if needed and not count else "")


def _page(_: Settings) -> Iterator[Finding]:
    from diorama.server.page import STATIC

    built = (STATIC / "index.html").is_file()
    yield Finding("page", "ok" if built else "note", "built" if built else "not built: the server will have APIs only", "" if built else "python scripts/build_page.py")


CHECKS: tuple[Callable[[Settings], Iterator[Finding]], ...] = (_python, _machine, _home, _blender, _engines, _port, _tokens, _page)
