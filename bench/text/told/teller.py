"""Who tells a prompt: words for texts, their looks and places; each sets on the text what it tells of it.

A way is a function `(teller, surfaces) -> str`, listed with the pages that it can be told of. Each third is held out (`held=True`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from bench.text.told.pages import HERE, Surface, Text, pool

LOOKS: dict[str, dict[str, list[str]]] = tomllib.loads((HERE / "looks.toml").read_text(encoding="utf-8"))
MARKS = ('""', '""', '""', "“”", "“”", "''", "‘’", "«»", "„“")
ROLE_WORDS = {
    "title": ("title", "headline", "main title"), "capitals": ("headline", "title"), "subtitle": ("subtitle", "tagline", "subheading"), "date": ("date",),
    "time": ("time",), "place": ("venue", "location"), "price": ("price",), "contact": ("website", "contact"), "footer": ("footer", "fine print"),
    "button": ("button",), "heading": ("section heading", "heading"), "headline": ("headline",), "list": ("bullet point",), "steps": ("step",),
    "menu": ("menu item",), "body": ("body text", "paragraph"), "quote": ("quote",), "author": ("author",), "number": ("number",), "badge": ("badge",),
    "message": ("message",), "reply": ("reply",), "balloon": ("speech bubble",), "note": ("note",), "weight": ("caption",),
}  # fmt: skip
PLURALS = {"bullet point": "bullet points", "step": "steps", "menu item": "menu items"}
SPOKEN = frozenset(("chat", "comic", "notes"))
LOOSE = frozenset(
    ("crate", "van", "mat", "sign", "road", "plaque", "chalkboard", "banner", "billboard", "paper", "shirt", "mug", "tag", "poster", "book", "menu")
)
"""Kinds of page that stand about in a scene."""


Tell = Callable[["Teller", Sequence[Surface]], str]


@dataclass(frozen=True)
class Way:
    name: str
    tell: Tell
    held: bool
    fits: Callable[[str], bool]
    several: int


WAYS: dict[str, Way] = {}


def way(held: bool = False, fits: Callable[[str], bool] = lambda name: name not in SPOKEN, several: int = 1) -> Callable[[Tell], Tell]:
    def add(tell: Tell) -> Tell:
        WAYS[tell.__name__] = Way(tell.__name__, tell, held, fits, several)
        return tell

    return add


class Teller:
    """The words for texts, one prompt long: its quotation marks stay the same throughout."""

    def __init__(self, rng: Random, part: str):
        self.rng, self.part = rng, part
        self.marks = rng.choice(MARKS)
        self.looks = rng.random() < 0.6

    def one(self, *words: str) -> str:
        return self.rng.choice(words)

    def pool(self, name: str) -> str:
        return self.rng.choice(pool(name, self.part))

    def quote(self, text: Text | str) -> str:
        words = text if isinstance(text, str) else text.text
        marks = self.marks if not (self.marks in ("''", "‘’") and re.search(r"(?<!\w)['’]|['’](?!\w)", words)) else '""'
        return f"{marks[0]}{words}{marks[1]}"

    def a(self, surface: Surface) -> str:
        return f"{'an' if surface.noun[0] in 'aeiouAEIOU' else 'a'} {surface.noun}"

    def page(self, surface: Surface) -> str:
        """A page with how it is opened: "A poster for a village fair"."""
        return self.one(
            self.a(surface).capitalize() if not surface.noun[0].isupper() else f"An {surface.noun}",
            f"Design {self.a(surface)}",
            f"{surface.noun[0].upper()}{surface.noun[1:]}",
        )

    def look(self, text: Text, most: int = 2) -> str:
        """How a text looks, in words, each set on it; empty where nothing is told."""
        if not self.looks or self.rng.random() < 0.4:
            return ""
        told = self.rng.sample(["hand", "size", "colour"], self.rng.randint(1, most))
        size = hand = colour = ""
        if "size" in told:
            text.size = 1 if text.first else -1  # what is largest is the title, whatever is told
            size = self.rng.choice(LOOKS["size"][str(text.size)]) + " "
        if "colour" in told:
            text.colour = self.rng.choice(list(LOOKS["colour"]))
            colour = text.colour + " "
        if "hand" in told:
            text.hand = self.rng.choice(list(LOOKS["hand"]))
            hand = self.rng.choice(LOOKS["hand"][text.hand])
        return f"in {size}{colour}{hand or 'letters'}"

    def place(self, text: Text, among: Sequence[str] = ("top", "bottom")) -> str:
        text.at = self.rng.choice(list(among))
        return self.rng.choice(LOOKS["place"][text.at])

    def role(self, text: Text) -> str:
        text.role_told = True
        return self.rng.choice(ROLE_WORDS[text.kind])

    def row(self, items: Sequence[str], last: str = " and ") -> str:
        return items[0] if len(items) == 1 else ", ".join(items[:-1]) + last + items[-1]


def runs(texts: Sequence[Text]) -> list[list[Text]]:
    """Texts in runs of one kind: three bullet points are told together."""
    runs: list[list[Text]] = []
    for text in texts:
        if runs and runs[-1][0].kind == text.kind:
            runs[-1].append(text)
        else:
            runs.append([text])
    return runs


def named(t: Teller, run: Sequence[Text], article: str = "the ") -> str:
    """A run by its role: "the title “…”", "bullet points “…”, “…” and “…”"."""
    role = t.role(run[0])
    for text in run:
        text.role_told = True
    many = len(run) > 1
    return f"{'' if many else article}{PLURALS.get(role, role + 's') if many else role} {t.row([t.quote(x) for x in run])}"
