"""The two consoles: results to the standard output, everything else to the standard error.

Much of what is printed is other people's text: prompts, file names, errors. It is never read as markup, and control characters in it become signs that
can be seen. Our own colours go through `styled`, which takes such text as values; data for programs goes through `print_json`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.text import Text


PLACE = "\ufdd0"
"""Stands for a value in markup: a character that no text holds."""
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class Terminal(Console):
    """A console that takes text as it is."""

    def __init__(self, *, stderr: bool = False):
        super().__init__(stderr=stderr, soft_wrap=not stderr, markup=False, emoji=False, highlight=False)

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        for segment in super().render(renderable, options):
            yield segment if segment.control else segment._replace(text=visible(segment.text))


out = Terminal()
err = Terminal(stderr=True)


def visible(text: str) -> str:
    """The text with control characters as signs, so that none of it can move the cursor or colour what follows."""
    return CONTROL.sub(lambda found: chr(0x2400 + ord(found[0])) if ord(found[0]) < 32 else "\ufffd", text)


def styled(template: str, *values: object) -> Text:
    """Our markup with values in the places of `{}`: whatever they hold is text, in the style of its place."""
    drawn = Text.from_markup(template.replace("{}", PLACE), emoji=False)
    made, given = Text(), iter(values)
    for piece in drawn.split(PLACE, include_separator=True, allow_blank=False):
        if piece.plain.endswith(PLACE):
            made.append_text(piece[:-1])
            value = Text(str(next(given)))
            for span in piece[-1:].spans:
                value.stylize(span.style)
            made.append_text(value)
        else:
            made.append_text(piece)
    return made


def print_json(data: Any, indent: int | None = None) -> None:
    """Data for programs, as JSON that any of them reads: no NaN, no half characters."""
    from diorama.image.metadata.data import sound  # loads what reads pictures

    sys.stdout.write(json.dumps(sound(data), ensure_ascii=False, allow_nan=False, indent=indent, default=str) + "\n")
