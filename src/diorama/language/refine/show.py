"""A refinement on the terminal: the words coloured by layer, what changes, and what is to be said."""

from __future__ import annotations

from rich.console import Group
from rich.text import Text

from diorama.language.diagnostics import LAYER_STYLE, coloured, told
from diorama.language.refine.model import Line, Refinement


def render(made: Refinement) -> Group:
    """A rich renderable."""
    return Group(coloured(made.words, made.phrases), Text(), *changes(made.diff), Text(), *told(made.words, made.diagnostics))


def changes(diff: tuple[Line, ...]) -> list[Text]:
    """One row for each change, with its layer before it; "nothing changes" where there are none."""
    if not diff:
        return [Text("nothing changes", style="dim")]
    rows = []
    for line in diff:
        sign = "+" if not line.before else "-" if not line.after else "~"
        row = Text.assemble((f"{sign} ", "bold green" if sign == "+" else "bold red" if sign == "-" else "bold yellow"), (f"{line.layer:<12} ", LAYER_STYLE[line.layer]))
        rows.append(row.append(line.text))
    return rows
