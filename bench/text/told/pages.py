"""What is asked for, before any word of it is written: surfaces, and the texts on each with their kind, look and place."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

HERE = Path(__file__).parent
WORDS: dict[str, list[str]] = tomllib.loads((HERE / "words.toml").read_text(encoding="utf-8"))
KINDS: dict[str, dict[str, Any]] = tomllib.loads((HERE / "pages.toml").read_text(encoding="utf-8"))
PARTS = ("open", "held")

ROLES = {
    "title": {"title"}, "capitals": {"title"}, "subtitle": {"subtitle"}, "date": {"date"}, "time": {"time"}, "place": {"place"}, "price": {"price"},
    "contact": {"contact"}, "footer": {"footer", "fine_print"},
    "button": {"button"}, "heading": {"heading"}, "headline": {"heading", "title"}, "list": {"list"},
    "steps": {"steps"}, "menu": {"menu"}, "body": {"body"}, "quote": {"quote"}, "author": {"author"}, "number": {"number"}, "badge": {"badge"},
    "message": {"message"}, "reply": {"reply"}, "balloon": {"balloon"},
    "note": {"note"}, "weight": {"caption", "footer", "body", "subtitle", "number", "fine_print"},
}  # fmt: skip
"""The roles that are right where words tell the kind of a text."""
SELF_TOLD = frozenset(("price", "contact", "date", "time", "menu", "message", "reply", "balloon", "note"))
"""Kinds that tell themselves, by what they are or by their page."""
FREE = {
    "title",
    "subtitle",
    "heading",
    "body",
    "caption",
    "kicker",
    "list",
    "footer",
    "place",
    "badge",
    "quote",
    "author",
    "number",
    "steps",
    "date",
    "time",
    "price",
}
OPENS = {"title", "quote", "heading", "body", "kicker"}


@dataclass
class Text:
    """One string; `told` holds what the words came to say of it."""

    text: str
    kind: str
    hand: str | None = None
    colour: str | None = None
    size: int = 0
    """1 larger, -1 smaller."""
    at: str | None = None
    role_told: bool = False
    first: bool = False

    @property
    def roles(self) -> set[str]:
        if self.kind in ("message", "reply", "balloon", "note") or self.role_told:
            return ROLES[self.kind] | ({"author", "title"} if self.kind == "author" and self.first else set())
        if self.first:
            return OPENS | ROLES[self.kind]
        return (FREE - {"title"} if self.kind not in SELF_TOLD else set()) | ROLES[self.kind]


@dataclass
class Surface:
    kind: str
    noun: str
    templates: tuple[str, ...]
    texts: list[Text]
    drawn: list[str] = field(default_factory=list)


def pool(name: str, part: str) -> list[str]:
    """The words of a list that are of one part: each third is held out."""
    words = WORDS[name]
    return [word for k, word in enumerate(words) if (k % 3 == 2) == (part == "held")]


def kinds(part: str) -> list[str]:
    """Kinds of page by part. Those held out are each third; the others are in both."""
    names = list(KINDS)
    return names if part == "held" else [name for k, name in enumerate(names) if k % 3 != 2]


def surface(name: str, part: str, rng: Random) -> Surface:
    made = KINDS[name]
    nouns = made["nouns"]
    texts = list(_texts(made["texts"], part, rng))
    texts[0].first = True
    return Surface(name, rng.choice(nouns), tuple(made.get("templates", (name,))), texts)


def _texts(kinds: list[str], part: str, rng: Random) -> Iterator[Text]:
    used: set[str] = set()
    for told in kinds:
        kind = told.rstrip("?").partition("*")[0]
        if told.endswith("?") and rng.random() < 0.5:
            continue
        most = int(told.partition("*")[2] or 1)
        for _ in range(most if most == 1 else rng.randint(2, most)):
            words = "title" if kind == "headline" else kind
            if kind == "title" and rng.random() < 0.06:
                words = "other_scripts"
            text = rng.choice([word for word in pool(words, part) if word not in used] or pool(words, part))
            if text in used:
                continue
            used.add(text)
            yield Text(text, kind)
