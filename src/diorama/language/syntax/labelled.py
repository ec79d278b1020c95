"""A prompt in fields ("Subject: a fox. Background: a barn. People: none"): its labels govern what stands after them.

Text → text of the same length that reads as a description, with what was set aside; where a field is that tells of a part of the frame.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

BARE = (
    "subject|main subject|subjects|character|characters|people|person|product|object|objects|animal|animals|text|clothing|clothes|outfit|attire|wardrobe|costume"
    "|wearing|accessories|props|camera|mood|hair|details|framing|angle"
)
"""Labels whose words stand by themselves."""
DOING = "pose|action|activity|expression"
"""Labels whose words go on about who was told of last."""
UPON = "surface|table|tabletop|ground|floor"
"""Labels of what it all stands on."""
TELLS = (
    "setting|scene|location|environment|background|foreground|lighting|light|lens|shot|style|colou?rs|palette|weather|sky|time|time of day|composition"
    "|atmosphere"
)
"""Labels that tell what their words are of, and stay."""
ASIDE = "title|artist|author|photographer|version"
"""Labels of what is about the picture and not in it, where another field tells what is."""
SHOWN = "subject|main subject|scene|description|setting"
NAMES = f"{BARE}|{DOING}|{UPON}|{TELLS}|{ASIDE}"
FIELD = re.compile(
    r"(?:^|(?<=\n)|(?<=[.;|,] )|(?<=\s)(?=\[))[ \t]*(?P<label>(?:\*\*)?"
    rf"(?:(?P<name>{NAMES})(?:\*\*)?\s*[:：](?:\*\*)?\s+|\[(?P<boxed>{NAMES})\]:?\s+))",
    re.IGNORECASE,
)
LEAST = 2
"""So many fields make a prompt one in fields."""
NONE = re.compile(r"\s*(?:none|no|nobody|no one|nothing|n/?a|empty|0|-)\s*[.,;|]?\s*", re.IGNORECASE)
SIZES = re.compile(r"(?P<size>wide|medium|full)(?=\s*(?:[,.;|\n]|$))", re.IGNORECASE)
ALONE = re.compile(r"(?P<look>[a-z]+(?: and [a-z]+)?)(?=\s*(?:[,.;|\n]|$))", re.IGNORECASE)


class Field(NamedTuple):
    name: str
    start: int
    """Where its label begins."""
    at: int
    """Where its words begin."""
    end: int
    """Where the next label begins, or the line or the text ends."""


def fields(text: str) -> tuple[Field, ...]:
    """The fields of a prompt in order; none for a prompt that is not in fields."""
    found = list(FIELD.finditer(text))
    if len(found) < LEAST:
        return ()
    ends = [*(m.start("label") for m in found[1:]), len(text)]
    return tuple(
        Field((m["name"] or m["boxed"]).lower(), m.start("label"), m.end("label"), min(end, _line(text, m.end("label"))))
        for m, end in zip(found, ends, strict=True)
    )


def _line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def described(now: str, text: list[str]) -> Iterator[tuple[int, int, str, str]]:
    """Make a prompt in fields a description, in place; yields what was set aside: start, end, kind (mark or left_out) and its word."""
    told = fields(now)
    told_of = any(re.fullmatch(SHOWN, field.name) for field in told)
    for field in told:
        if NONE.fullmatch(now[field.at : field.end]):
            text[field.start : field.end] = " " * (field.end - field.start)
            yield field.start, field.start + len(now[field.start : field.end].rstrip(" .,;|")), "left_out", field.name
            continue
        if told_of and re.fullmatch(ASIDE, field.name):
            text[field.start : field.end] = " " * (field.end - field.start)
            yield field.start, field.start + len(now[field.start : field.end].rstrip(" .,;|")), "mark", field.name
            continue
        change = next((change for names, change in CHANGES if re.fullmatch(names, field.name)), None)
        if change is not None or "[" in now[field.start : field.at] or re.fullmatch(BARE, field.name):
            text[field.start : field.at] = " " * (field.at - field.start)
            yield field.start, field.start + len(now[field.start : field.at].rstrip()), "mark", field.name
        if now[field.start] == "[" and now[: field.start].strip():
            text[field.start] = "."  # "[Subject] a sailor [Setting] a harbour"
        if change is not None:
            change(now, text, field)


def _upon(now: str, text: list[str], field: Field) -> None:
    _write(text, field.at, "on ", field.start)


def _going_on(now: str, text: list[str], field: Field) -> None:
    """The sentence before goes on: "a woman in a coat. Pose: sitting" is a woman in a coat, sitting."""
    before = len(now[: field.start].rstrip(" *\t\n"))
    if before and now[before - 1] in ".;|":
        text[before - 1] = ","


def _seen(now: str, text: list[str], field: Field) -> None:
    """ "Camera: wide" is a wide shot."""
    if (m := SIZES.match(now, field.at)) is not None:
        _write(text, m.end(), f"{m['size']} shot", field.start)


def _over(now: str, text: list[str], field: Field) -> None:
    """ "Sky: stormy" is a stormy sky."""
    if (m := ALONE.match(now, field.at)) is not None:
        _write(text, m.end(), f"{m['look']} sky", field.start)


def _write(text: list[str], end: int, words: str, least: int) -> None:
    """Write words that end at a place, over what was set aside before it."""
    if end - len(words) >= least:
        text[end - len(words) : end] = list(words)


CHANGES: tuple[tuple[str, Callable[[str, list[str], Field], None]], ...] = (
    (UPON, _upon), (DOING, _going_on), ("camera|shot|framing", _seen), ("sky", _over),
)  # fmt: skip
"""Labels by name, and what becomes of their words."""
