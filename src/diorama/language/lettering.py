"""What is to be read in the picture: a prompt comes in; strings go out, each once and with every character, with its role, its look and what carries it.

strings     quotations, and capitals after a word of writing ("a sign that says STOP AHEAD")
carriers    the nouns of templates: the nearest before a string bears it, else the first after it
cues        the words round a string: role, hand, colour, size, place on the page     lettering.toml
content     where no word tells the role: prices, dates, times and addresses tell it themselves; the first string of a carrier is its title
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from diorama.language.match import match
from diorama.language.tokens import scan
from diorama.typeset import TEMPLATES, Block, Document, Entry, Page

TABLE = tomllib.loads((Path(__file__).parent / "lettering.toml").read_text(encoding="utf-8"))
REACH = 90
"""Characters before a string in which words speak of it."""
QUOTES = "\"“”„«»'‘’"
TITLED = re.compile(r"(?:[A-Z0-9][\w’'&.-]*|&)(?:[ ](?:[A-Z0-9][\w’'&.-]*|&|of|the|and|to|in|for|a))*")
CONTENT = (
    ("price", re.compile(r"^(?:from\s)?(?:[£$€¥₹]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[£$€¥₹]|euros?|dollars?|pounds?|p|cents?))(?:\s?(?:/|per|each|a)\s?\w*)?$", re.I)),
    ("time", re.compile(r"^(?:doors\s|from\s|at\s)?\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|h|uhr)?(?:\s?[-–—to]+\s?\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm)?)?$", re.I)),
    ("date", re.compile(r"(?:\b\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2}(?:st|nd|rd|th)?)?\s+)?\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\b\.?\s?\d{0,4}|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$", re.I)),
    ("contact", re.compile(r"^(?:https?://|www\.|@|#)\S+$|^\S+@\S+\.\w+$|^\S+\.(?:com|org|net|example|co\.uk|de|io|app)\b\S*$|^\+?[\d ()-]{7,}$", re.I)),
)


@dataclass(frozen=True)
class Lettering:
    """One string that is to be read, where it stands in the prompt, and what the words round it say."""

    text: str
    start: int
    end: int
    carrier: str
    """The noun that bears it, as written; empty where no word names one."""
    template: str
    instance: int
    """Which of several carriers, in their order in the prompt."""
    role: str | None = None
    hand: str | None = None
    colour: str | None = None
    at: str | None = None
    scale: float = 1.0


@dataclass(frozen=True)
class Carrier:
    noun: str
    template: str
    start: int
    end: int


def letterings(prompt: str) -> tuple[Lettering, ...]:
    """Every string of a prompt that is to be read, in order."""
    spans = _strings(prompt)
    carriers = _carriers(prompt, spans)
    found: list[Lettering] = []
    for i, (start, end, text) in enumerate(spans):
        before = prompt[max(spans[i - 1][1] if i else 0, start - REACH) : start]
        after = prompt[end : min(spans[i + 1][0] if i + 1 < len(spans) else len(prompt), end + REACH)]
        found.append(_read(text, start, end, before, _clause(after), carriers, found))
    return tuple(_settled(found))


def document(prompt: str) -> Document | None:
    """The pages that a prompt describes: one for each carrier, all strings on it; None where nothing is to be read."""
    found = letterings(prompt)
    pages: dict[tuple[str, int], list[Lettering]] = {}
    for lettering in found:
        pages.setdefault((lettering.template, lettering.instance), []).append(lettering)
    return Document(pages=tuple(_page(template, group) for (template, _), group in pages.items())) if pages else None


def _strings(prompt: str) -> list[tuple[int, int, str]]:
    """Spans and texts: quotations (two commas up a line apart are one string each), then what is announced without quotation marks."""
    found = [(t.start, t.end, t.text.strip(QUOTES).replace("\\n", "\n").strip().rstrip(",")) for t in scan(prompt) if t.kind == "quote"]
    for cue in _pattern("cues", "writing").finditer(prompt):
        titled = TITLED.match(prompt, cue.end() + 1)
        inside = titled and any(start <= titled.start() < end for start, end, _ in found)
        if titled and not inside and len(titled.group()) > 1 and (titled.group().isupper() or " " in titled.group()):
            text = titled.group().rstrip(".")
            found.append((titled.start(), titled.start() + len(text), text))
    return sorted((start, end, text) for start, end, text in found if text)


@cache
def _pattern(table: str, key: str) -> re.Pattern[str]:
    words = sorted(TABLE[table][key], key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, words)) + r")(?![\w-])", re.I)


@cache
def _nouns() -> tuple[re.Pattern[str], dict[str, str]]:
    """The words for carriers, longest first, and the template of each."""
    names = {noun: name for name, made in TEMPLATES.items() for noun in made.nouns}
    words = sorted(names, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, words)) + r")(?:s|es)?(?![\w-])", re.I), names


def _carriers(prompt: str, spans: list[tuple[int, int, str]]) -> list[Carrier]:
    pattern, names = _nouns()
    return [
        Carrier(m.group(1), names[m.group(1).lower()], m.start(), m.end())
        for m in pattern.finditer(prompt)
        if not any(start <= m.start() < end for start, end, _ in spans) and not prompt[m.end() :].lstrip().lower().startswith(("design style", "style illustration"))
    ]


def _clause(text: str) -> str:
    """What follows a string up to the end of its clause."""
    return re.split(r"[.;\n]|, and |, with (?=an? |the )", text, maxsplit=1)[0]


def _read(text: str, start: int, end: int, before: str, after: str, carriers: list[Carrier], so_far: list[Lettering]) -> Lettering:
    borne = _bearer(start, before, carriers)
    template, noun = (borne.template, borne.noun) if borne else (so_far[-1].template, so_far[-1].carrier) if so_far else ("shop_sign", "")
    instance = carriers.index(borne) if borne else so_far[-1].instance if so_far else 0
    if so_far and borne and so_far[-1].template == template and not _another(before, borne):
        instance = so_far[-1].instance
    role = _nearest("roles", before) or _leading("roles", after)
    return Lettering(
        text, start, end, noun, template, instance, role, hand=_nearest("hands", before, 60) or _leading("hands", after, 60), colour=_colour(before) or _colour(after[:50]),
        at=_nearest("places", before) or _leading("places", after, 50), scale=float(_nearest("scales", before, 50) or _leading("scales", after, 40) or 1),
    )  # fmt: skip


def _bearer(start: int, before: str, carriers: list[Carrier]) -> Carrier | None:
    """The last carrier named before a string; one just after it ("'OPEN' on a neon sign") where none stands before."""
    earlier = [c for c in carriers if c.end <= start]
    if earlier:
        return earlier[-1]
    return next((c for c in carriers if 0 <= c.start - start < 2 * REACH), None)


def _another(before: str, borne: Carrier) -> bool:
    """A new one of the same kind was named since the last string: "a second sign reads …"."""
    return re.search(r"\b(?:an?|another|second|third|next|other|each|one)\b[^.;,]{0,40}\b" + re.escape(borne.noun), before, re.I) is not None


def _nearest(table: str, text: str, reach: int = REACH) -> str | None:
    """The key whose word stands last in a text; of two at one place the longer."""
    hits = [(m.end(), len(m.group()), key) for key in TABLE[table] for m in _pattern(table, key).finditer(text[-reach:])]
    return max(hits)[2] if hits else None


def _leading(table: str, text: str, reach: int = REACH) -> str | None:
    hits = [(-m.start(), len(m.group()), key) for key in TABLE[table] for m in _pattern(table, key).finditer(text[:reach])]
    return max(hits)[2] if hits else None


def _colour(text: str) -> str | None:
    """The last colour word of a text, as `#rrggbb`."""
    senses = (atom.sense("colour") for atom in match(text, scan(text)))
    colours = [sense.data["hex"] for sense in senses if sense and "hex" in sense.data]
    return colours[-1] if colours else None


def _settled(found: list[Lettering]) -> list[Lettering]:
    """Roles that no word told: by what the string is, and by its turn on its carrier."""
    settled: list[Lettering] = []
    for lettering in found:
        mates = [other for other in settled if (other.template, other.instance) == (lettering.template, lettering.instance)]
        role = lettering.role or next((role for role, pattern in CONTENT if pattern.search(lettering.text)), None) or _by_turn(lettering, mates)
        settled.append(replace(lettering, role=role))
    return settled


def _by_turn(lettering: Lettering, mates: list[Lettering]) -> str:
    taken = {mate.role for mate in mates}
    if lettering.template == "sticky_notes":
        return "note"
    if lettering.template == "comic":
        return "balloon"
    if lettering.template == "chat":
        return "title" if not taken and len(lettering.text) < 18 and "?" not in lettering.text else "message" if [m.role for m in mates].count("message") <= [m.role for m in mates].count("reply") else "reply"
    if "title" not in taken:
        return "title"
    if "subtitle" not in taken and len(lettering.text) < 90:
        return "subtitle"
    return "body"


def _page(template: str, group: list[Lettering]) -> Page:
    blocks: list[Block] = []
    for one in group:
        listed = one.role in ("list", "steps", "menu")
        if listed and blocks and blocks[-1].role == one.role:
            blocks[-1] = blocks[-1].model_copy(update={"entries": (*blocks[-1].entries, *_entries(one.text))})
        else:
            content = {"entries": _entries(one.text)} if listed else {"text": one.text}
            blocks.append(Block(role=one.role, hand=one.hand, colour=one.colour, at=one.at, scale=one.scale, **content))  # type: ignore[arg-type]
    return Page(template=template, blocks=tuple(blocks))


def _entries(text: str) -> tuple[Entry, ...]:
    """Rows of a list or menu: "Flat white £3.20" has its price at its end."""
    rows = []
    for row in filter(None, (line.strip(" •-*\t") for line in text.split("\n"))):
        priced = re.match(r"(.*\S)\s*[-–—.:]*\s+([£$€¥]\s?\d[\d.,]*|\d+[.,]\d\d\s?[€£$]?)$", row)
        rows.append(Entry(text=priced.group(1), value=priced.group(2)) if priced else Entry(text=row))
    return tuple(rows)
