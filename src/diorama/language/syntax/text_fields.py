"""Texts of a page that stand in fields, without quotation marks: "Headline: Your plants miss you", "Steps: whisk; wait; fry", a list of points under them.

Text → where such texts stand. A field is a role of `lettering.toml` at the start of a line or a sentence, on what is told to be a page; roles that are as often
of the picture (`time`, `place`) count beside one that is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from diorama.language.lettering_words import TABLE
from diorama.language.syntax.labelled import SHOWN
from diorama.typeset import TEMPLATES

MARKS = "\"“”„«»‘"
MOST = 30
"""Words of a text in a field."""
SEVERAL = frozenset(("list", "steps", "menu"))
"""Roles whose fields hold several texts."""
OF_PICTURES = frozenset(("date", "time", "place", "price", "author", "contact", "number", "body", "message", "note", "heading"))
"""Roles whose words are labels of other things as well."""
NO_LABELS = frozenset(("in a column", "in two columns", "in one column", "in a row", "presents", "named", "called", "columns", "column"))
EXTRA = {
    "title": ["text"], "subtitle": ["smaller", "small", "below", "underneath", "under it", "below it"], "footer": ["bottom", "at the bottom"],
    "kicker": ["top"], "button": ["cta button"], "contact": ["phone", "e-mail", "tel"], "list": ["tabs", "rows"], "body": ["copy"],
}  # fmt: skip
"""Labels that are no words of `lettering.toml`."""
OPENS = r"(?P<opens>^|\n[ \t]*(?:[-*•+]|\d{1,2}[.)])?[ \t]*|(?<=[.;!?]) +|(?<=[\"”»]) +)"
SIGN = r"(?:\*\*)?(?:\s?[:：=]|\s[–—]|\s?->|\s?→)(?:\*\*)?[ \t]+"
TOLD = r"(?P<told> (?:at|in|on|across|along|with|under|below|centred|centered|set|as)\b[^.,;:\n\"“«]{2,60})?"
"""Between a label and its sign: how its text looks, "Headline at the top in huge white letters: …"."""
AFTER = re.compile(r"\s*\((?:[^()\n]{1,60})\)\s*$")
"""What a bracket at the end of a field tells of its text."""
BULLET = re.compile(r"[ \t]*(?:[-*•+–]|\d{1,2}[.)])[ \t]+(?P<text>[^\n]+)")
BETWEEN = re.compile(r"\s*(?:;|/|\||•|·)\s+(?:and\s+)?")
COMMAS = re.compile(r"\s*,\s+(?:and\s+)?")
OPENED = re.compile(r"(?:\bwith|\bof|:)\s*$")


@cache
def _labels() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {word.lower(): role for role, words in TABLE["roles"].items() for word in (*words, *EXTRA.get(role, ())) if word not in NO_LABELS}
    words = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(rf"{OPENS}(?P<label>(?:\*\*)?(?:[Tt]he |[Mm]ain |[Ss]mall |[Bb]ig )?(?P<name>{'|'.join(words)})){TOLD}{SIGN}", re.I), names


@cache
def _pages() -> re.Pattern[str]:
    nouns = {noun for made in TEMPLATES.values() for noun in made.nouns} | {noun for nouns in TABLE["abroad"].values() for noun in nouns}
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(nouns, key=len, reverse=True))) + r")s?(?![\w-])", re.I)


@cache
def _looks() -> re.Pattern[str]:
    """Words that tell how a text looks: "Headline: bold, white" holds no text."""
    words = {word for table in ("hands", "scales", "places") for words in TABLE[table].values() for word in words} | set(TABLE["inks"])
    more = "and in a font type letters lettering text white black red blue green yellow very all caps none".split()
    told = "|".join(map(re.escape, sorted({*words, *more}, key=len, reverse=True)))
    return re.compile(rf"(?:(?:{told})(?:[\s,.]+|$))+", re.I)


def text_fields(text: str) -> Iterator[tuple[int, int]]:
    """Where the texts of fields stand, in order; none where the prompt is in fields of a picture, or no page is named."""
    pattern, names = _labels()
    quoted = any(c in MARKS for c in text)
    free = lambda m: not _within(text, m.start("label")) and not (m["told"] and (quoted or names[m["name"].lower()] in OF_PICTURES))  # noqa: E731
    found = [m for m in pattern.finditer(text) if free(m)]
    roles = [names[m["name"].lower()] for m in found]
    page = _pages().search(text)
    if page is None or all(role in OF_PICTURES for role in roles) or len(found) < 2 and page.start() > found[0].start():
        return
    if re.search(rf"(?:^|\n|[.;] )\s*(?:{SHOWN})\s?[:：]", text, re.I):
        return
    for k, (m, role) in enumerate(zip(found, roles, strict=True)):
        stop = min(found[k + 1].start() if k + 1 < len(found) else len(text), _end(text, m))
        if not any(c in MARKS for c in text[m.end() : stop]) and not text[m.end() :].startswith("'"):
            yield from _texts(text, m.end(), stop, role)
    yield from _points(text, [m.start("label") for m in found])


def _within(text: str, at: int) -> bool:
    """Whether a place is inside a quotation."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return line.count('"') % 2 == 1 or line.count("“") > line.count("”")


def _end(text: str, field: re.Match[str]) -> int:
    """Where a field ends: its line, where it has a line of its own; else its sentence."""
    line = text.find("\n", field.end())
    line = len(text) if line < 0 else line
    if "\n" in text.strip() and (field.start() == 0 or "\n" in field["opens"]) and not _labels()[0].search(text, field.end(), line):
        return line
    stop = re.search(r"[.;](?= +[A-Z“\"(])|[.]$", text[field.end() : line])
    return field.end() + stop.start() if stop else line


def _texts(text: str, start: int, stop: int, role: str) -> Iterator[tuple[int, int]]:
    if look := AFTER.search(text, start, stop):
        stop = look.start()
    if role in SEVERAL:
        between = BETWEEN if BETWEEN.search(text, start, stop) else COMMAS
        cuts = list(between.finditer(text, start, stop))
        for a, b in zip([start, *(m.end() for m in cuts)], [*(m.start() for m in cuts), stop], strict=True):
            yield from _one(text, a, b)
    else:
        yield from _one(text, start, stop)


def _one(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    words = text[start:stop].rstrip()
    end = start + len(words) - (words.endswith((".", ";")) and not re.search(r"\b(?:[A-Z]|etc|Co|Ltd|Inc)\.$|\.\.$", words))
    if re.search(r"\w", words) and len(words.split()) <= MOST and not _looks().fullmatch(text[start:end]):
        yield start, end


def _points(text: str, labels: list[int]) -> Iterator[tuple[int, int]]:
    """Lines with bullets or numbers and no marks below a field: points, each a text."""
    at, opened = 0, False
    for line in text.splitlines(keepends=True):
        point = BULLET.match(line)
        labelled = any(at <= label < at + len(line) for label in labels)
        if opened and point and not labelled and not any(c in MARKS for c in line) and not point["text"].startswith("'"):
            yield from _one(text, at + point.start("text"), at + len(line.rstrip()))
        elif line.strip():
            opened = labelled
        at += len(line)
