"""Readings and refinements as coloured text: the words by layer, then each diagnostic with a caret line under the words it means."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group
from rich.text import Text

from diorama.studio.words import Diagnostic, Line, Phrase, Reading, Refinement

LAYER_STYLE = {"subject": "bold green", "environment": "cyan", "lighting": "yellow", "camera": "magenta", "film": "blue", "none": "dim"}
SEVERITY_STYLE = {"error": "bold red", "warning": "bold yellow", "note": "bold blue", "help": "bold green"}
STATUS_STYLE = {"not_understood": "red underline", "no_effect": "dim", "stand-in": "{layer} underline"}
FOLDED = 240
"""Characters of a line of diagnostics that are folded."""
WIDTH = 100
"""Columns of prompt shown around a caret."""


def coloured(prompt: str, phrases: Iterable[Phrase]) -> Text:
    """Words with each phrase in its layer's colour: stand-ins underlined, what has no effect dim, what was not understood red and underlined."""
    text = Text(prompt)
    for phrase in phrases:
        style = STATUS_STYLE.get(phrase.status, "{layer}").format(layer=LAYER_STYLE[phrase.layer])
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


FIRST = 4
"""Errors and warnings that are told in full; the rest is told by its kind."""


def reading(read: Reading, whole: bool = False) -> Group:
    """The prompt coloured by layer; the errors and warnings that matter most under their words, the others by kind (`whole`: all in full); a line for each
    note, one for all that is assumed, one for what would help."""
    grave = [d for d in read.diagnostics if d.severity in ("error", "warning")]
    notes = [d for d in read.diagnostics if d.severity == "note"]
    rows = [*_notes(d for d in notes if not d.code.startswith("assumed-")), *_assumed([d for d in notes if d.code.startswith("assumed-")]), *_helps(read)]
    shown = grave if whole or len(grave) <= FIRST + 1 else grave[:FIRST]
    return Group(coloured(read.prompt, read.phrases), _legend(read), Text(), *told(read.prompt, shown), *_folded(grave[len(shown) :]), *rows)


def _folded(rest: list[Diagnostic]) -> list[Text]:
    """What is not told in full: how many of each kind, and the words."""
    codes: dict[str, list[Diagnostic]] = {}
    for d in rest:
        codes.setdefault(f"{d.severity}[{d.code}]", []).append(d)
    lines = [_line(found[0].severity, f"{len(found)} more {code}", "; ".join(d.message for d in found)) for code, found in codes.items()]
    for line in lines:
        line.truncate(FOLDED, overflow="ellipsis")
    return [*lines, Text("--all tells each in full", style="dim")] if lines else []


def refinement(made: Refinement) -> Group:
    """The words coloured by layer, what changes, and what is to be said."""
    return Group(coloured(made.words, made.phrases), Text(), *changes(made.diff), Text(), *told(made.words, made.diagnostics))


def changes(diff: tuple[Line, ...]) -> list[Text]:
    """One row for each change, with its layer before it; "nothing changes" where there are none."""
    if not diff:
        return [Text("nothing changes", style="dim")]
    rows = []
    for line in diff:
        sign = "+" if not line.before else "-" if not line.after else "~"
        row = Text.assemble(
            (f"{sign} ", "bold green" if sign == "+" else "bold red" if sign == "-" else "bold yellow"), (f"{line.layer:<12} ", LAYER_STYLE[line.layer])
        )
        rows.append(row.append(line.text))
    return rows


def _line(severity: str, label: str, message: str) -> Text:
    return Text().append(f"{label}: ", style=SEVERITY_STYLE[severity]).append(message)


def _notes(notes: Iterable[Diagnostic]) -> list[Text]:
    """Notes of one code in one line, each once."""
    codes: dict[str, list[str]] = {}
    for d in notes:
        codes.setdefault(d.code, []).append(d.message)
    return [_line("note", f"note[{code}]", "; ".join(dict.fromkeys(messages))) for code, messages in codes.items()]


def _assumed(notes: list[Diagnostic]) -> list[Text]:
    return [_line("note", "assumed", "; ".join(d.message for d in notes))] if notes else []


def _helps(reading: Reading) -> list[Text]:
    """What would make the prompt better, by example."""
    said = reading.of("help")
    missing = [d.help.removeprefix("for example: ") for d in said if d.code.startswith("missing-")]
    lines = [_line("help", "help", f"{d.message}: {d.help}") for d in said if not d.code.startswith("missing-")]
    return [*lines, *([_line("help", "to say more", "; ".join(missing))] if missing else [])]


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
