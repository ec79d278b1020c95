"""`diorama things` and `diorama engines`: what there is."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.table import Table

from diorama import contracts
from diorama.cli.terminal import out
from diorama.errors import EngineUnavailable
from diorama.language.lexicon import lexicon


SHOWN = ("thing", "stand_in", "material", "pattern", "finish", "colour", "shape", "state", "setting", "feature", "weather", "time", "light_source", "framing", "angle", "stock")
"""Kinds of the lexicon that a person would look through."""


def things(as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """List the words Diorama knows: things by kind, materials, colours, settings."""
    words = _words()
    if as_json:
        print(json.dumps(words, ensure_ascii=False))
        return
    for group, names in words.items():
        out.print(f"[bold]{group}[/] ({len(names)})")
        out.print("  " + ", ".join(names), highlight=False)


def _words() -> dict[str, list[str]]:
    """What the lexicon knows, by kind."""
    groups: dict[str, set[str]] = {}
    for entries in lexicon().words.values():
        for _, senses in entries:
            for sense in (x for x in senses if x.kind in SHOWN):
                groups.setdefault(sense.kind, set()).add(sense.key)
    return {kind: sorted(keys) for kind, keys in sorted(groups.items())}


def engines(as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """List the engines that can make pictures."""
    able = []
    for name in contracts.names():
        try:
            able.append(contracts.engine(name).capabilities())
        except EngineUnavailable as wrong:
            out.print(f"[yellow]{name}[/]: {wrong}", highlight=False)
    if as_json:
        print(json.dumps([a.model_dump(mode="json") for a in able]))
        return
    table = Table("engine", "what it is", "needs", "takes", "gives", box=None)
    for a in able:
        table.add_row(a.name, a.title, ", ".join(a.needs) or "nothing", ", ".join((*a.speaks, *a.takes)), ", ".join(a.gives))
    out.print(table)
