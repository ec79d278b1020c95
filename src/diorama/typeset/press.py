"""Document → files. Lowering gives each block its size, face and colour; Typst (`press.typ`) sets it, text as data and never as code."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import typst

from diorama.errors import RequestError
from diorama.typeset import art
from diorama.typeset.lowering import ALIKE, lower
from diorama.typeset.model import Document, Page
from diorama.typeset.palette import distance, mixed
from diorama.typeset.typesetter import PROGRAM, asked_of, compiled

FORMATS = ("png", "svg", "pdf")
MM = 25.4 / 72
"""Millimetres in a point."""
PAINTED = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True)
class Sheet:
    """One page as it is set: its size in millimetres, and what could not be had as asked."""

    width: float
    height: float
    notes: tuple[str, ...]


def press(document: Document, format: Literal["png", "svg", "pdf"] = "png", *, long_side: int = 1600, pictures: Sequence[Path] = ()) -> list[bytes]:
    """Set a document: one file a page, or one PDF of all. `long_side` is in pixels, for PNG.

    `pictures` are files for the picture blocks, in their order. Raises RequestError for an unknown format, EngineError where the typesetter fails.
    """
    if format not in FORMATS:
        raise RequestError(f"cannot set {format!r}", where="format", hint="one of " + ", ".join(FORMATS))
    data, _ = lower(document, pictures)
    if format == "png":  # each page as large as was asked: a label beside a billboard is no thumbnail
        return [file for page in data["pages"] for file in compiled({"pages": [page]}, "png", ppi=long_side / (max(page["w"], page["h"]) / 25.4))]
    return compiled(data, format)


@dataclass(frozen=True)
class Spot:
    """Where a text stands on its page: shares of its width and height, from its upper left corner."""

    block: int
    row: int
    """Of a list's or a menu's entries; -1 is the block's own text."""
    x0: float
    y0: float
    x1: float
    y1: float


def spots(document: Document) -> list[list[Spot]]:
    """Of each page, where its texts stand: from the first line's upper edge to the last one's lower, and from where its column begins."""
    data, _ = lower(document)
    asked: dict[str, Any] = asked_of(data)
    asked["sys_inputs"] = {**asked["sys_inputs"], "spots": "yes"}
    found = json.loads(typst.query(str(PROGRAM), "<spot>", field="value", **asked))
    pages: list[dict[tuple[int, int], list[tuple[float, float]]]] = [{} for _ in data["pages"]]
    for block, row, end, page, x, y, size in found:
        below, above = (0.3, 0.0) if end else (0.0, 0.85)
        pages[page - 1].setdefault((block, row), []).append((x, y + size * (below - above)))
    return [
        [_spot(*key, points, sheet["w"] / MM, sheet["h"] / MM) for key, points in sorted(one.items())] for one, sheet in zip(pages, data["pages"], strict=True)
    ]


def _spot(block: int, row: int, points: list[tuple[float, float]], width: float, height: float) -> Spot:
    xs, ys = zip(*points, strict=True)
    share = lambda value, whole: round(min(max(value / whole, 0.0), 1.0), 4)  # noqa: E731
    return Spot(block, row, share(min(xs), width), share(min(ys), height), share(max(xs), width), share(max(ys), height))


def sheets(document: Document, pictures: Sequence[Path] = ()) -> list[Sheet]:
    """What `press` makes of each page: its size, and notes on what is set otherwise than asked."""
    data, notes = lower(document, pictures)
    made = zip(document.pages, data["pages"], notes, strict=True)
    return [Sheet(page["w"], page["h"], tuple((*said, *_unshown(asked, page)))) for asked, page, said in made]


def _unshown(asked: Page, page: dict[str, Any]) -> list[str]:
    """What of the drawings and the colours that a page is asked to have is not on it as it is set."""
    said = []
    if asked.art:
        done = set(json.loads(typst.query(str(PROGRAM), "<drawn>", field="value", **asked_of({"pages": [page]}))))
        done |= {kind for kind, alone in art.ALONE.items() if alone in done} | set(page["shown"])
        said = [f"its layout has no room for “{one.kind.replace('_', ' ')}”: it is not drawn" for one in asked.art if one.kind not in done]
    if asked.tones:
        pale = page["layout"] == "notes"
        painted = set(PAINTED.findall(compiled({"pages": [page]}, "svg")[0].decode()))
        shown = lambda tone: any(distance(one, other) <= ALIKE for other in painted for one in _seen(tone, pale))  # noqa: E731
        said += [f"nothing on the page is “{words}”" for words, tone in asked.tones if not shown(tone)]
    return said


def _seen(tone: str, pale: bool) -> tuple[str, ...]:
    """A tone as it may be painted: notes are paler than they are told."""
    return (tone, mixed(tone, "#ffffff", 0.5)) if pale else (tone,)
