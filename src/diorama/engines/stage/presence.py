"""What of the contract of presence the stage could not keep, in words: its report → warnings. Nothing that was asked for is missing silently."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from diorama.contracts import Warned
from diorama.scene import Scene

Row = dict[str, Any]

ADVICE = {
    "out_of_frame": "a wider framing would hold it",
    "hidden": "another seed, a higher angle or fewer things would show more of it",
    "small": "a closer framing, 'in the foreground', or a larger one would show it",
    "out_of_box": "a higher or lower angle, a wider framing or another box would hold it",
    "blurred": "a smaller aperture such as f/11, or the focus on it, would show it",
    "sunk": "a bare or short-cut ground, or something to stand on, would show it",
}
ORDER = tuple(ADVICE)
"""Which fault is told of an instance that has several: the first."""


def warnings(report: dict[str, Any], scene: Scene) -> Iterator[Warned]:
    """One warning a subject and kind of fault, of the report's `presence` rows."""
    nouns = {s.id: s.noun for s in scene.subjects}
    found: dict[tuple[str, str], list[Row]] = {}
    rows: list[Row] = report.get("presence", [])
    for row in rows:
        if row["faults"]:
            first = min(row["faults"], key=ORDER.index)
            found.setdefault((row["id"], first), []).append(row)
    for id, told in report.get("told", {}).items():
        yield Warned("own_object", f"the {nouns.get(id, id)} {told}")
    for (id, fault), those in found.items():
        all_ = sum(row["id"] == id for row in rows)
        noun = nouns.get(id, id)
        who = f"the {noun}" if all_ == 1 else f"{len(those)} of the {all_} things called {noun}"
        yield Warned(f"presence_{fault}", f"{who} {'is' if len(those) == 1 else 'are'} {SAID[fault](those)}: {ADVICE[fault]}")


def _worst(rows: list[Row], name: str, pick: Callable[..., Any] = min) -> str:
    return f"{pick(row[name] for row in rows):.0%}"


SAID: dict[str, Callable[[list[Row]], str]] = {
    "out_of_frame": lambda rows: f"out of the frame, but for {_worst(rows, 'inside')}" if min(r["inside"] for r in rows) > 0.005 else "outside the frame",
    "hidden": lambda rows: f"only {_worst(rows, 'share')} in view" if min(r["share"] for r in rows) > 0.005 else "hidden",
    "small": lambda rows: f"too small to be named, {_worst(rows, 'height')} of the frame's short side high",
    "out_of_box": lambda rows: "reaching out of the box of the frame that it was to be in",
    "blurred": lambda rows: "out of focus, too far to be named",
    "sunk": lambda rows: f"covered to {_worst(rows, 'sunk', max)} by what it stands in",
}
