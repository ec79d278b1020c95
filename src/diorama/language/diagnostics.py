"""A reading as coloured text: the prompt by layer, then each diagnostic with a caret line under the words it means."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group
from rich.text import Text

from diorama.language.model import Diagnostic, Phrase, Reading

LAYER_STYLE = {"subject": "bold green", "environment": "cyan", "lighting": "yellow", "camera": "magenta", "film": "blue", "none": "dim"}
SEVERITY_STYLE = {"error": "bold red", "warning": "bold yellow", "note": "bold blue", "help": "bold green"}
WIDTH = 100
"""Columns of prompt shown around a caret."""


def coloured(prompt: str, phrases: Iterable[Phrase]) -> Text:
    """Words with each phrase in its layer's colour; what was not understood struck red."""
    text = Text(prompt)
    for phrase in phrases:
        style = "red underline" if phrase.status == "not_understood" else LAYER_STYLE[phrase.layer]
        text.stylize(style, phrase.start, phrase.end)
    return text


def lines(prompt: str, span: tuple[int, int]) -> tuple[str, str, int, int]:
    """The line of the prompt a span is in (cut to a window), the carets under it, and its line and column from 1."""
    start, end = span
    first = prompt.rfind("\n", 0, start) + 1
    last = prompt.find("\n", start)
    last = len(prompt) if last < 0 else last
    left = max(first, min(start - 20, last - WIDTH)) if last - first > WIDTH else first
    right = min(last, left + WIDTH)
    shown = prompt[left:right].replace("\t", " ")
    head, tail = ("…" if left > first else ""), ("…" if right < last else "")
    carets = " " * (start - left + len(head)) + "^" * max(1, min(end, right) - start)
    return head + shown + tail, carets, prompt.count("\n", 0, start) + 1, start - first + 1


def plain(diagnostic: Diagnostic, prompt: str) -> list[str]:
    """A diagnostic as a compiler would print it, line by line, without colour."""
    out = [f"{diagnostic.severity}[{diagnostic.code}]: {diagnostic.message}"]
    if diagnostic.span is not None:
        shown, carets, line, column = lines(prompt, diagnostic.span)
        gutter = " " * len(str(line))
        out += [f"{gutter}--> prompt:{line}:{column}", f"{line} | {shown}", f"{gutter} | {carets}"]
    if diagnostic.help:
        out.append(f"  = help: {diagnostic.help}")
    return out


def render(reading: Reading) -> Group:
    """The prompt coloured by layer, then all diagnostics; a rich renderable."""
    return Group(coloured(reading.prompt, reading.phrases), _legend(reading), Text(), *told(reading.prompt, reading.diagnostics))


def told(prompt: str, diagnostics: Iterable[Diagnostic]) -> list[Text]:
    """Diagnostics in colour, an empty line after each."""
    parts: list[Text] = []
    for diagnostic in diagnostics:
        rows = plain(diagnostic, prompt)
        style = SEVERITY_STYLE[diagnostic.severity]
        head = Text(rows[0])
        head.stylize(style, 0, len(f"{diagnostic.severity}[{diagnostic.code}]"))
        parts.append(head)
        for row in rows[1:]:
            parts.append(Text(row, style=style if row.lstrip(" |").startswith("^") else "dim" if "-->" in row else ""))
        parts.append(Text())
    return parts


def _legend(reading: Reading) -> Text:
    text = Text("[", style="dim")
    for k, layer in enumerate(("subject", "environment", "lighting", "camera", "film")):
        text.append(" " if k else "")
        text.append(layer, style=LAYER_STYLE[layer])
    text.append(f"] {reading.genre.replace('_', ' ')}", style="dim")
    return text
