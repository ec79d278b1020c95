"""Templates: what each kind of page looks like, by the words people have for it (`templates.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from diorama.errors import RequestError

DATA = tomllib.loads((Path(__file__).parent / "templates.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Template:
    """One kind of page. Lengths are millimetres, type sizes points; `margin` is a share of the short side."""

    name: str
    nouns: tuple[str, ...]
    size: tuple[float, float]
    base: float
    layout: str
    margin: float
    align: str
    head_align: str
    hand: str
    title_hand: str
    decor: str
    sink: str
    grow: float
    title_scale: float
    quiet: bool
    """Whether no date or time is louder than the text about it."""
    price_scale: float
    """Times its size that a price is set: large on a tag, small on a sign whose name leads."""
    title_fill: float
    """Times its size that a title may grow to fill its column."""
    author_scale: float
    """Times its size that an author is set: large on covers, small under a quotation."""
    bullets: bool
    """Whether the rows of a list have marks."""
    zones: str | None
    """Where all blocks stand that the words put nowhere; None is each role's own place."""
    drawn_layout: str
    """The layout where something is drawn on it; empty: the same."""
    thing: str
    """What bears it in a picture: a key of the catalogue."""
    bare: bool
    """True: ink on what carries it, no paper of its own."""
    series: bool
    """Whether pages of its kind in one document share a palette."""
    stands: bool
    """True: a card that stands by what it tells of, where nothing else bears it."""
    post: bool
    """True: a panel on a post, where nothing else bears it."""
    palettes: tuple[tuple[str, str, str], ...]
    """Paper, ink, accent."""


@dataclass(frozen=True)
class Role:
    """How a role is set: size in times the page's base, weight 100 to 900, leading and space before in em."""

    size: float
    weight: int = 400
    colour: str = "ink"
    face: str = "body"
    slant: str = "normal"
    upper: bool = False
    track: float = 0.0
    lead: float = 0.6
    before: float = 0.8
    zone: str = "middle"


def _template(name: str, row: dict[str, Any]) -> Template:
    row = {**DATA["defaults"], **row}
    row.setdefault("title_hand", row["hand"])
    row.setdefault("head_align", row["align"])
    row.setdefault("title_scale", 1.0)
    row.setdefault("zones", None)
    row.setdefault("bare", False)
    row.setdefault("stands", False)
    row.setdefault("series", False)
    row.setdefault("post", False)
    values: dict[str, Any] = {k: tuple(map(tuple, v)) if k == "palettes" else tuple(v) if isinstance(v, list) else v for k, v in row.items()}
    return Template(name=name, **values)


TEMPLATES: dict[str, Template] = {name: _template(name, row) for name, row in DATA["templates"].items()}
ROLES: dict[str, Role] = {name: Role(**row) for name, row in DATA["roles"].items()}


def template(name: str) -> Template:
    """A template by its key. Raises RequestError that names those there are."""
    if name not in TEMPLATES:
        near = get_close_matches(name, TEMPLATES, 1)
        raise RequestError(f"no template {name!r}", where="template", hint=(f"did you mean {near[0]!r}? " if near else "") + "one of " + ", ".join(TEMPLATES))
    return TEMPLATES[name]
