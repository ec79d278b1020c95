"""What of the contract of presence the stage could not keep, in words: its report → warnings.

Nothing that was asked for is missing, or too small to be read, silently.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

from diorama.contracts import Warned
from diorama.scene import Scene

READ = 10.0
"""Pixels of x-height from which letters are read with ease."""
GRID = 64
"""Sizes of pictures are told in steps of so many pixels."""
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
    for id, names in report.get("left_out", {}).items():
        what = ", ".join(dict.fromkeys(name.replace("_", " ") for name in names))
        yield Warned("left_out", f"of the {nouns.get(id, id)} this is left out: {what}; nothing is built like it here")
    for id, kind, other in report.get("unkept", []):
        how, one, two = PLACED.get(kind, kind), nouns.get(id, id), nouns.get(other, other)
        yield Warned("place_unkept", f"the {one} does not stand {how} the {two} as it was asked: fewer things, another angle or seed would help")
    for (id, fault), those in found.items():
        all_ = sum(row["id"] == id for row in rows)
        noun = nouns.get(id, id)
        who = f"the {noun}" if all_ == 1 else f"{len(those)} of the {all_} things called {noun}"
        yield Warned(f"presence_{fault}", f"{who} {'is' if len(those) == 1 else 'are'} {SAID[fault](those)}: {ADVICE[fault]}")


PLACED = {
    "in_front_of": "in front of", "left_of": "to the left of", "right_of": "to the right of", "hanging_from": "or hang from",
    "farther": "farther off than", "nearer": "nearer than",
}  # fmt: skip
"""A relation as it is said, where that is not its name."""


def unread(report: dict[str, Any], scene: Scene, long_side: int) -> Iterator[Warned]:
    """One warning a subject whose words cannot be read with ease at this size, pixels: with the size from which they could, or that they are not seen."""
    heights: dict[str, float] = report.get("letters", {})
    several = [s.noun for s in scene.subjects if _texts(s)]
    for subject in scene.subjects:
        texts, pixels = _texts(subject), heights.get(subject.id, 0.0)
        if not texts or pixels >= READ:
            continue
        first = texts[0] if len(texts[0]) <= CUT else texts[0][: CUT - 1].rstrip() + "…"
        which = f"the {subject.noun}" if several.count(subject.noun) == 1 else f"the {subject.noun} with “{first}”"
        if pixels <= 0:
            yield Warned("letters_unseen", f"the words on {which} are not seen: another angle, or fewer things beside, would show them")
            continue
        size = readable_from(long_side, pixels)
        could = f"they can be read from --size {size} on, or with fewer things beside" if size <= LARGEST else "with fewer things beside they would be larger"
        yield Warned("letters_small", f"the smallest letters on {which} are {pixels:.0f} pixels high: {could}")


def readable_from(long_side: int, pixels: float) -> int:
    """The long side of a picture, pixels, from which letters are read with ease that are `pixels` (more than 0) high in one of `long_side`."""
    return math.ceil(long_side * READ / pixels / GRID) * GRID


LARGEST = 16384
"""Pixels of the largest picture's long side."""
CUT = 24
"""Characters of a text by which one of several carriers is told."""


def _texts(subject: Any) -> list[str]:
    """What is written on a subject, and on what it wears."""
    worn = [label for one in getattr(subject, "wears", ()) for label in one.labels]
    return [label.text for label in (*getattr(subject, "labels", ()), *worn) if label.text]


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
