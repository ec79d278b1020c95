"""The commands: each is loaded when it is called, so that none waits for what the others need."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import Any, cast

import typer
from typer.core import TyperGroup

from diorama.errors import RequestError

COMMANDS = {
    "make": "make:make", "read": "read:read", "refine": "refine:refine", "vary": "vary:vary", "series": "vary:series", "campaign": "vary:campaign",
    "sheet": "vary:sheet", "film": "film:film", "page": "page:page", "judge": "judge:judge", "enlarge": "darkroom:enlarge", "difference": "darkroom:difference",
    "extend": "darkroom:extend", "cutout": "darkroom:cutout", "erase": "retouch:erase", "inpaint": "retouch:inpaint", "background": "retouch:background", "crop": "darkroom:crop", "print": "printing:print_", "show": "show:show", "serve": "serve:serve",
    "worker": "worker:worker", "move": "move:move", "backup": "backup:backup", "restore": "backup:restore", "doctor": "doctor:doctor",
    "settings": "settings:settings", "things": "things:things", "credits": "things:credits", "token": "token:app", "engines": "engines:app", "key": "key:app",
    "models": "models:app", "scene": "scene:app", "history": "history:app",
}  # fmt: skip
"""Name → module of this package and what in it is the command or, for a group, its Typer; in the order in which help shows them."""


class Loaded(dict[str, Any]):
    """Name → command; loaded when it is looked up."""

    def __init__(self) -> None:
        super().__init__(dict.fromkeys(COMMANDS))

    def __getitem__(self, name: str) -> Any:
        if (known := super().__getitem__(name)) is None:
            module, _, attribute = COMMANDS[name].partition(":")
            self[name] = known = _command(name, getattr(import_module(f"diorama.cli.{module}"), attribute))
        return known

    def get(self, name: str, default: Any = None) -> Any:
        return self[name] if name in self else default

    def items(self) -> Any:
        return [(name, self[name]) for name in self]

    def values(self) -> Any:
        return [self[name] for name in self]


class Commands(TyperGroup):
    """The commands of the table; `--help` loads them all."""

    def __init__(self, **options: Any):
        super().__init__(**options)
        self.commands = Loaded()

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.commands)


def _command(name: str, made: Any) -> Any:
    holder = typer.Typer(add_completion=False, rich_markup_mode="rich", pretty_exceptions_enable=False)
    holder.callback()(lambda: None)
    if isinstance(made, typer.Typer):
        holder.add_typer(made, name=name)
    else:
        holder.command(name)(made)
    command = cast(Any, typer.main.get_command(holder)).commands[name]
    for one in (command, *getattr(command, "commands", {}).values()):
        _needing_values(one)
    return command


def _needing_values(command: Any) -> None:
    """An option that is given has a value: `--palette ""` (a variable that was not set) is not taken for an option that was left out."""
    for option in command.params:
        if option.param_type_name == "option" and option.default is None and not option.is_flag:
            option.consume_value = partial(_consumed, option, option.consume_value)


def _consumed(option: Any, consume: Any, ctx: Any, options: Any) -> Any:
    value, source = consume(ctx, options)
    if any(isinstance(one, str) and not one.strip() for one in (value if isinstance(value, list | tuple) else (value,))):
        raise RequestError("this option has no value", where=option.name.strip("_").replace("_", "-"), hint="give one, or leave the option out")
    return value, source
