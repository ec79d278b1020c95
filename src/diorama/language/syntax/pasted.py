"""What people paste, made plain: parameters and generation data of other programs, negative prompts, lists of what is not wanted, weights, alternatives,
markdown, labels, quotation marks around the whole.

Text → text of the same length in which what is no description is blank, so that all offsets stay; each blanked span with what it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations, islice
from typing import NamedTuple

from diorama.language.syntax import labelled, unquoted
from diorama.language.syntax.not_set import quotations_aside
from diorama.language.syntax.text_fields import text_fields


class Set(NamedTuple):
    """A span that is no description of the picture."""

    start: int
    end: int
    kind: str
    """data, negative, left_out, alternative, wildcard, mark."""
    value: str = ""


class Plain(NamedTuple):
    text: str
    """As long as the prompt: what is left to be read."""
    aside: tuple[Set, ...]
    fields: dict[str, str]
    """What generation data told: `seed`, `size`, `model` …"""
    choices: int = 1
    """In how many ways the alternatives can be read."""


KEYS = "Steps|Sampler|CFG scale|Guidance scale|Seed|Size|Model hash|Model|Clip skip|Denoising strength|Hires upscale|Hires upscaler|Hires steps|VAE hash|VAE|Version|Lora hashes|Schedule type|Scheduler|Eta|ENSD|Face restoration|Variation seed|Token merging ratio|RNG"
DATA = re.compile(rf"(?:^|[\n,;]\s*|\.\s+)(?P<key>{KEYS})\s*:\s*(?P<value>[^,\n]*)", re.IGNORECASE)
NEGATIVE = re.compile(r"(?:^|(?<=[\n.;,]))\s*(?:negative prompt|negative|neg)\s*:\s*(?P<rest>[^\n]*)", re.IGNORECASE)
AVOID = re.compile(
    r"(?:^|(?<=[\n.;,]))\s*(?:avoid|exclude|leave out|unwanted|do not (?:include|show)|don't (?:include|show))\s*:\s*(?P<rest>[^\n.;]*)", re.IGNORECASE
)
NO_FLAG = re.compile(r"(?:--|—|–)no\s+(?P<rest>(?:(?!\s--|\s—|\n).)+)", re.IGNORECASE)
NO_LIST = re.compile(
    r"\b(?:no|without(?: any)?|free of)\s+(?P<first>[\w' -]{2,40}?)(?P<more>(?:\s*,\s*(?:no\s+)?[\w' -]{2,40}?)*\s*,?\s+(?:or|nor)\s+(?:no\s+)?(?:any\s+)?[\w'-]+(?: [\w'-]+)?)(?=[.,;:!?\n]|$)",
    re.IGNORECASE,
)
NO_PAIR = re.compile(r"\bwithout\s+(?:any\s+)?(?P<first>[\w'-]+)(?P<more>\s+and\s+(?!an?\b|the\b|with\b)[\w'-]+)(?=[.,;:!?\n]|$)", re.IGNORECASE)
WEIGHT = re.compile(r"[(\[](?P<word>[^()\[\]{}\n]{1,200}?)(?P<weight>:\s?-?\d{1,2}(?:\.\d{1,3})?)[)\]]")
BRACES = re.compile(r"\{(?P<braced>[^{}\n|]{1,120}(?:\|[^{}\n|]{0,120}){1,20})\}|\[(?P<boxed>[^\[\]\n|:]{1,120}(?:\|[^\[\]\n|:]{0,120}){1,20})\]")
MANY = re.compile(r"\s*(?P<least>\d{1,2})(?:-\d{1,2})?\$\$(?:[^$|{}]{0,12}\$\$)?")
"""How many of the alternatives are taken, the least where there is a choice, and what joins them: "{2$$red|blue|green}", "{1-2$$ and $$…}"."""
MOST_WAYS = 1000
"""Of more ways to take some of several no more are run through."""
WILDCARD = re.compile(r"__(?P<name>[\w/-]{1,60})__")
LABEL = re.compile(
    r"(?:^|(?<=\n))[ \t]*(?P<label>(?:/?imagine(?: prompt)?|image|picture|photo|prompt|positive prompt|positive|scene|shot|description|caption|option|variant|title)\s*(?:#?\d{1,3})?\s*[:：](?![ \t]*[\"“„«'‘])\s+)",
    re.IGNORECASE,
)
REQUEST = re.compile(
    r"^\s*(?P<asked>(?:(?:hi|hello|hey|please)\b[,!]?\s+)*(?:i(?:['’]d| would)? (?:want|need|like)(?: you)? to (?:draw|make|create|generate|paint|show|see)"
    r"|(?:can|could|would|will) you (?:please )?(?:draw|make|create|generate|paint|show|give))(?: me| us)?\s+)(?=\S)",
    re.IGNORECASE,
)
THANKS = re.compile(r"(?P<thanks>[\s,]+(?:please|thanks|thank you)(?:[\s,]+(?:please|thanks|thank you))*[\s!.?]*)$", re.IGNORECASE)
"""What is said to whoever makes the picture, before and after."""
SALUTATION = re.compile(r"^\s*(?P<dear>Dear [A-Z]\w+(?: [A-Z]\w+)?[,:!])\s+(?=\S)")
DATELINE = re.compile(r"^\s*(?P<line>[A-Z]{3,}(?:[ -][A-Z]{2,})*(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?)?\s*[—–])\s*(?=[A-Z])")
""" "VALPARAISO, Chile — A muralist …"."""
APART = re.compile(
    r"(?:^|(?<=[.!?;\n]))\s*(?P<apart>(?:(?!with\b|in\b|on\b|at\b|by\b)[\w'-]+,? ){1,8}(?:sold|available) separately[.!?]?|(?:(?!with\b|in\b|on\b|at\b|by\b)[\w'-]+,? ){1,6}not included[.!?]?)\s*(?=\n|[A-Z]|$)"
)
"""A sentence of a listing that tells what does not come with the goods: "Bath, boat and ducks sold separately."."""
BULLET = re.compile(r"(?:^|(?<=\n))[ \t]*(?P<mark>(?:\d{1,3}[.)]|[-*•+]|#{1,6}|>)[ \t]+)(?![ \t]*[\"“„«‘'])")
DASH = re.compile(r"(?<!\S)-(?=\s)")
BAR = re.compile(r"(?<=\s)\|(?=\s)")
NUMBER = re.compile(r"(?<!\S)(?P<mark>(?P<number>\d{1,2})[.)])[ \t]+(?=[^\W\d_])")
BOLD = re.compile(r"(?P<a>\*{1,3}|_{2})(?=\S)(?P<inner>[^*_\n]{1,300}?)(?P<b>(?<=\S)(?P=a))|(?P<tick>`+)")
SNAKE = re.compile(r"(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])")
QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "'": "'", "‘": "’"}
LEAST = 2
"""Fields of generation data that make them it: one alone may be meant as words."""


COUNTED = re.compile(r"(?<![\w.])(?P<number>\d)(?P<noun>girl|boy|woman|man|dog|cat|person)(?P<many>s?)(?=\s*(?:[,.;]|$))", re.IGNORECASE)


def _counted(text: list[str]) -> None:
    """ "1girl", "2boys", as tags have it: a number and a noun."""
    for m in COUNTED.finditer("".join(text)):
        noun = m["noun"] + m["many"]
        one = m["number"] == "1"
        text[m.start() : m.end()] = list(f" {noun}" if one else f"{m['number']} {m['noun']}" if m["many"] else m[0])


def plain(prompt: str, choice: int = 0) -> Plain:
    """The prompt without what is no description. `choice`: which of the alternatives is taken, from 0."""
    text, aside = list(prompt), []
    fields = _data(prompt, text, aside)
    for step in (_negative, _lists, _weights):
        step(prompt, text, aside)
    choices = _alternatives(prompt, text, aside, choice)
    _not_set(text, aside)
    for start, end in list(text_fields("".join(text))):
        unquoted.enclose(text, start, end)
    for step in (_marks, _quoted):
        step("".join(text), text, aside)
    _counted(text)
    unquoted.mark(text)
    return Plain("".join(text), tuple(sorted(aside)), fields, choices)


def _not_set(text: list[str], aside: list[Set]) -> None:
    for start, end, said in list(quotations_aside("".join(text))):
        if said:
            aside.append(Set(start, end, "mark", "".join(text[start:end])))
            _blank(text, start, end)
        else:
            text[start] = text[end - 1] = " "


def _blank(text: list[str], start: int, end: int) -> None:
    for k in range(start, end):
        if text[k] != "\n":
            text[k] = " "


def _data(prompt: str, text: list[str], aside: list[Set]) -> dict[str, str]:
    found = list(DATA.finditer(prompt))
    if len(found) < LEAST:
        return {}
    start, end = found[0].start("key"), len(prompt)
    _blank(text, start, end)
    aside.append(Set(start, len(prompt.rstrip()), "data", prompt[start:end].strip()))
    return {m["key"].lower().replace(" ", "_"): m["value"].strip() for m in found}


def _negative(prompt: str, text: list[str], aside: list[Set]) -> None:
    for pattern in (NEGATIVE, AVOID, NO_FLAG):
        for m in pattern.finditer("".join(text)):
            start = m.start() + len(m[0]) - len(m[0].lstrip())
            aside.append(Set(start, m.start() + len(m[0].rstrip()), "negative", m["rest"].strip()))
            _blank(text, start, m.end())


def _lists(prompt: str, text: list[str], aside: list[Set]) -> None:
    """ "no people, cars or trees": what follows the first is left out as well."""
    for pattern in (NO_LIST, NO_PAIR):
        for m in pattern.finditer("".join(text)):
            a, b = m.span("more")
            aside.append(Set(a + len(m["more"]) - len(m["more"].lstrip(" ,")), b, "left_out", m["more"].strip(" ,")))
            _blank(text, a, b)


def _weights(prompt: str, text: list[str], aside: list[Set]) -> None:
    for m in WEIGHT.finditer("".join(text)):
        aside.append(Set(m.start("weight"), m.end("weight"), "data", m["weight"]))
        _blank(text, m.start(), m.start() + 1)
        _blank(text, m.start("weight"), m.end())


def _alternatives(prompt: str, text: list[str], aside: list[Set], choice: int) -> int:
    """Some of each are taken, one unless it is said how many: alternatives count like the digits of a number, so that choices run through them all."""
    ways = 1
    for m in BRACES.finditer("".join(text)):
        name = "braced" if m["braced"] is not None else "boxed"
        told = MANY.match(m[name]) if name == "braced" else None
        at = m.start(name) + (told.end() if told else 0)
        options = m[name][told.end() if told else 0 :].split("|")
        sets = list(islice(combinations(range(len(options)), min(int(told["least"]), len(options)) if told else 1), MOST_WAYS))
        taken = sets[(choice // ways) % len(sets)]
        ways *= len(sets)
        _blank(text, m.start(), at)
        _blank(text, m.end(name), m.end())
        meant = " and ".join(options[k].strip() for k in taken)
        for k, option in enumerate(options):
            end = at + len(option)
            if k not in taken:
                _blank(text, at, end)
                if option.strip():
                    aside.append(Set(at + len(option) - len(option.lstrip()), at + len(option.rstrip()), "alternative", meant))
            _blank(text, end, min(end + 1, m.end(name)))
            if k in taken[:-1]:
                text[end] = ","
            at = end + 1
    for m in WILDCARD.finditer("".join(text)):
        aside.append(Set(m.start(), m.end(), "wildcard", m["name"]))
        _blank(text, m.start(), m.end())
    return ways


def _marks(now: str, text: list[str], aside: list[Set]) -> None:
    """Labels, numbers of lists, markdown, underscores between words."""
    for m in LABEL.finditer(now):
        _blank(text, *m.span("label"))
        aside.append(Set(m.start("label"), m.start("label") + len(m["label"].rstrip()), "mark", m["label"].strip()))
    aside += [Set(*told) for told in labelled.described(now, text)]
    asked, thanked = REQUEST.search(now), THANKS.search(now)
    for m, group in ((asked, "asked"), (thanked if asked is not None or thanked is not None and "," in thanked["thanks"] else None, "thanks")):
        if m is not None and m.end(group) - m.start(group) < len(now.strip()):
            _blank(text, *m.span(group))
            aside.append(Set(*m.span(group), "mark", m[group].strip(" ,.!?")))
    for pattern, group, kind in ((SALUTATION, "dear", "mark"), (DATELINE, "line", "mark"), (APART, "apart", "left_out")):
        for m in pattern.finditer(now):
            if now[: m.start(group)].strip() or now[m.end(group) :].strip():
                _blank(text, *m.span(group))
                aside.append(Set(*m.span(group), kind, m[group].strip(" ,.!?")))
    _lines(text)
    for m in BULLET.finditer(now):
        _blank(text, *m.span("mark"))
    for m in BOLD.finditer(now):
        for group in ("a", "b", "tick"):
            if m[group] is not None:
                _blank(text, *m.span(group))
    for m in SNAKE.finditer("".join(text)):
        text[m.start()] = " "


def _lines(text: list[str]) -> None:
    """Lists on one line, outside quotation marks: "a chair | a lamp", "1. a lighthouse 2. a wave", "- a barn - a windmill"."""
    now = "".join(text)
    quoted = [m.span() for m in unquoted.QUOTED.finditer(now)]
    bars, numbers, dashes = ([m for m in row.finditer(now) if not any(a <= m.start() < b for a, b in quoted)] for row in (BAR, NUMBER, DASH))
    for m in bars:
        text[m.start()] = ","
    if len(numbers) >= LEAST and [int(m["number"]) for m in numbers] == list(range(1, len(numbers) + 1)):
        for m in numbers:
            _blank(text, *m.span("mark"))
            if (before := now[: m.start()].rstrip()) and before[-1] not in ",.;:":
                text[m.start("mark")] = ","
    if len(dashes) >= LEAST and not now[: dashes[0].start()].strip():
        for m in dashes[1:]:
            text[m.start()] = ","


def _quoted(now: str, text: list[str], aside: list[Set]) -> None:
    """Quotation marks around all of it."""
    whole = "".join(text)
    inner = whole.strip()
    if len(inner) > 2 and inner[0] in QUOTES and inner[-1] == QUOTES[inner[0]] and not any(c in inner[1:-1] for c in (inner[0], inner[-1])) and " " in inner:
        start = whole.index(inner)
        _blank(text, start, start + 1)
        _blank(text, start + len(inner) - 1, start + len(inner))


Step = Callable[[str, list[str], list[Set]], None]
