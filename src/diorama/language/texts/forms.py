"""How letters are told to run, and the field of its own that a text stands on: small capitals, an arc; a starburst, a white box, a bar across the page.

A field is told before its text ("a yellow starburst that says “WOW!”") or after it ("“Row F” in a white box"); a bar holds all texts of its sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from diorama.language.texts.cues import SENTENCE_END, last_sentence
from diorama.language.texts.inks import colour_spans, shaded
from diorama.language.texts.quotations import Span
from diorama.scene import Colour

RUN = {
    "small_caps": r"small[ -]?cap(?:ital)?s",
    "spaced": (
        r"(?:widely[ -]|wide[ -]|letter-?)?spaced(?:[ -]out)? (?:(?:gold|white|black|silver|red|thin|small|large|bold|light) )?"
        r"(?:capitals|caps|letters|lettering|type|serif|sans)|letter-?spaced"
        r"|wide tracking|wide letter-?spacing"
    ),
    "arched": r"(?:in|on|along|into|around) an? (?:\w+ )?(?:arch|arc|curve|semicircle)|arched|arching|curved",
    "underlined": r"underlined?",
}
FIELDS = {
    "burst": r"(?:jagged|spiky|comic|zigzag) (?:\w+ )?(?:burst|star|badge|bubble|shape|explosion)|star-?burst|burst",
    "hexagon": r"hexagon(?:al)?(?: (?:badge|shape|frame|label|field|panel|sticker))?",
    "oval": r"ovals?(?: \w+)?|ellipse|speech (?:bubble|balloon)",
    "shield": r"shield(?:-shaped \w+)?|crest",
    "triangle": r"triang(?:le|ular \w+)",
    "cloud": r"cloud(?: shape|-shaped \w+)?",
    "ribbon": r"ribbon(?: banner)?|banderole|scroll|banner ribbon",
    "brackets": r"(?:square |round |curly )?brackets?|parenthes[ei]s",
    "circle": r"circles?|roundel|ring|round (?:\w+ )?(?:badge|sticker|seal|stamp|label)",
    "box": r"(?:black|white|red|blue|green|yellow|orange|gold|grey|navy|solid|coloured) (?:bar|band|strip)"
    r"|(?:rounded |text )?box(?:es)?|pills?|rectangle|boxed|framed",
}
WITHIN = re.compile(r"\b(?:inside|in|on|within)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}$", re.I)
SAYS = re.compile(
    r"^(?:\s+(?:shape|badge|sticker))?[^.;,:]{0,40}?(?:\b(?:with|that (?:says|reads)|which (?:says|reads)|says|reads|saying"
    r"|reading|containing|labelled|labeled|titled|headed|called)\b|:)[^.;]{0,24}$",
    re.I,
)
WHERE_BAR = r"(?:header|footer|top|bottom|lower|upper|title|heading)"
TONE = r"(?:solid|plain|coloured|colored|full-width|full-bleed|wide|broad|narrow|dark|light|deep|pale|bright|thick)"
BAR = re.compile(
    rf"\b(?:{WHERE_BAR}[ -](?:bar|band|strip|stripe)|(?:bar|band|strip|stripe|banner)(?= (?:in \w+ )?(?:across|along|at|running"
    rf"|over) (?:the )?(?:whole |very |full )?(?:top|bottom|foot|head|width)))\b"
    r"|\b(?:bar|band|strip|stripe)\b", re.I,
)  # fmt: skip
LOW = re.compile(r"\b(?:footer|bottom|lower|foot)\b", re.I)
HIGH = re.compile(r"\b(?:header|top|upper|title|heading|head)\b", re.I)
NO_BAR = re.compile(r"(?:bar|band|strip)s?[ -](?:charts?|graphs?|code|name|of|menu|snack)\b", re.I)


@dataclass(frozen=True)
class Field:
    """A field that a text stands on, where in the prompt its words stand, and its colour."""

    form: str
    start: int
    end: int
    colour: Colour | None = None
    at: str | None = None
    """Of a bar: at the top or at the bottom of the page."""


NO_FIELD = re.compile(r"s?[ -](?:patterns?|background|border|grid|print|wallpaper|tiles?)\b", re.I)
"""After the word for a shape that is repeated on the page."""


def runs(span: Span) -> dict[str, tuple[int, int]]:
    """How the letters of a string are told to run, and where in the prompt its words tell it."""
    near = last_sentence(span.before)
    told: dict[str, tuple[int, int]] = {}
    for form, words in RUN.items():
        for text, at in ((near, span.start - len(near)), (span.after, span.end)):
            if hit := re.search(rf"\b(?:in )?(?:{words})\b", text, re.I):
                told.setdefault(form, (at + hit.start(), at + hit.end()))
    return told


def field(span: Span) -> Field | None:
    """The field of its own that a string stands on; None where none is told. A bar is no such field."""
    for form, words in FIELDS.items():
        if form == "brackets" and span.text[:1] in "[(":
            continue  # it has them
        for hit in re.finditer(rf"(?<![\w-])(?:{words})(?![\w-])", span.after, re.I):
            if form == "box" and hit.group().lower() in ("boxed", "framed") or WITHIN.search(span.after[: hit.start()]):
                return _field(form, span.after, span.end, hit)
    near = span.before[max((m.end() for m in SENTENCE_END.finditer(span.before)), default=0) :]
    at = span.start - len(near)
    for form, words in FIELDS.items():
        if form == "brackets" and span.text[:1] in "[(":
            continue
        for hit in reversed(list(re.finditer(rf"(?<![\w-])(?:{words})(?![\w-])", near, re.I))):
            rest = near[hit.end() :]
            if NO_FIELD.match(rest):
                continue
            if SAYS.match(rest) or form == "box" and not rest.strip(" :") or WITHIN.search(near[: hit.start()]) and "," not in rest.rstrip(" ,"):
                return _field(form, near, at, hit)
    return None


def _field(form: str, text: str, at: int, hit: re.Match[str], where: str | None = None) -> Field:
    colour, start, end = _toned(text, *hit.span())
    return Field(form, at + start, at + end, colour, where)


def _toned(text: str, start: int, end: int) -> tuple[Colour | None, int, int]:
    """The colour that is told of a field, just before its noun ("a solid black bar") or right after it ("a header bar in red"), and from where to where the
    words of both stand."""
    told = colour_spans(text)
    after = next(((a, b, c) for a, b, c in told if a >= end and re.fullmatch(rf"\s+(?:in\s+|of\s+)?(?:{TONE}\s+)*", text[end:a], re.I)), None)
    plain = lambda between: re.fullmatch(r"\s*(?:(?!in\b|with\b|on\b)[\w-]+\s+){0,2}", between) is not None  # noqa: E731
    before = [(a, b, c) for a, b, c in told if b <= start + 1 and plain(text[b:start])]
    inside = [(a, b, c) for a, b, c in told if start <= a and b <= end]
    hit = after or (inside[-1] if inside else before[-1] if before else None)
    if hit is None:
        return None, start, end
    a, b, colour = hit
    return Colour(name=colour.name, hex=shaded(text[:a], colour.hex)), min(a, start), max(b, end)


def bars(prompt: str) -> list[Field]:
    """The bars across a page that a prompt tells of; `prompt` with its strings left blank."""
    found = []
    for hit in BAR.finditer(prompt):
        alone = " " not in hit.group() and "-" not in hit.group()
        sentence = prompt[
            max((m.end() for m in SENTENCE_END.finditer(prompt, 0, hit.start())), default=0) : next(
                (m.start() for m in SENTENCE_END.finditer(prompt, hit.end())), len(prompt)
            )
        ]
        colour, _, _ = _toned(prompt, *hit.span())
        near = prompt[hit.end() :].split(";")[0].split(".")[0][:36]  # "in a green bar at the bottom"
        where = sentence if not (HIGH.search(near) or LOW.search(near)) else near
        placed = (HIGH.search(hit.group()), LOW.search(hit.group())) if not alone else (HIGH.search(where), LOW.search(where))
        if NO_BAR.match(prompt, hit.start()) or alone and (colour is None or not any(placed)):
            continue
        found.append(_field("bar", prompt, 0, hit, "top" if placed[0] else "bottom"))
    return found
