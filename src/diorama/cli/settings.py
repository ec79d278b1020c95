"""`diorama settings`: every setting, its value, where that comes from, and what it is for."""

from __future__ import annotations

import re
from typing import Annotated, Any

import typer
from rich.table import Table

from diorama.cli.terminal import out, print_json, styled
from diorama.studio import Settings
from diorama.studio.settings import PREFIX, settings_file, source

OTHERS = (
    ("DIORAMA_SETTINGS", "The settings file, where it is not the usual one"),
    ("DIORAMA_STAGE_LOG", "A file for what Blender says"),
    ("DIORAMA_THREADS", "Threads that Blender renders with"),
    ("DIORAMA_NULL_SECONDS", "How long the null engine pretends to work"),
)
HIDDEN = "(set; not shown)"


def settings(as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """Print all settings: value, origin, environment variable, meaning."""
    loaded = Settings.load()
    hidden = {name: _hidden(getattr(loaded, name)) for name, field in Settings.model_fields.items() if not field.repr and getattr(loaded, name)}
    told = loaded.model_dump(mode="json") | hidden
    values: dict[str, Any] = {name: hidden.get(name, getattr(loaded, name)) for name in Settings.model_fields}
    rows = [(name, values[name], source(name), PREFIX + name.upper(), field.description or "") for name, field in Settings.model_fields.items()]
    if as_json:
        print_json({name: {"value": told[name], "from": origin, "variable": variable} for name, _, origin, variable, _ in rows})
        return
    table = Table("environment variable", "value", "meaning", box=None)
    table.columns[0].no_wrap = True
    for _, value, origin, variable, meaning in rows:
        shown = " ".join(value) if isinstance(value, tuple) else "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
        ours = origin == "default"
        table.add_row(variable, shown if ours else styled("[bold]{}[/]", shown), meaning if ours else styled("{} [cyan]({})[/]", meaning, origin))
    out.print(table)
    there = "" if settings_file().exists() else " (there is none yet)"
    out.print(f"\nThe same in a file, in small letters without DIORAMA_ (`port = 7860`): {settings_file()}{there}")
    for variable, meaning in OTHERS:
        out.print(f"{variable}: {meaning}")


def _hidden(value: Any) -> str:
    """A value that holds a secret: of an address all but its password."""
    if not isinstance(value, str) or "://" not in value:
        return HIDDEN
    return re.sub(r"(?<=password=)[^&]*", "…", re.sub(r"//([^:/@]*):.*@", r"//\1:…@", value))
