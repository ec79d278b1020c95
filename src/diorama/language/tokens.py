"""Text → tokens: words, numbers with their units, quotations, hex colours, punctuation. One regular expression, one pass."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from diorama.errors import PromptError

LONGEST = 32_000


class Token(NamedTuple):
    kind: str
    """quote, flag, weight, frame_flag, hex, measure, volume, f_number, focal, kelvin, clock, aspect, age, degrees, iso, number, word, symbol or punct."""
    text: str
    norm: str
    """Lower case, British, without possessive: what the lexicon is asked for."""
    start: int
    end: int


PATTERN = re.compile(
    r"""
    (?P<quote>(?<!\d)"[^"\n]{1,4000}"|(?<![\w"])"(?=\S)(?:[^"\n]|\n(?!\s*\n)){1,4000}?(?<=\S)"(?![\w"])|“[^”]{1,4000}”|„[^“”]{1,4000}[“”]|«[^»]{1,4000}»|(?<!\d)(?<!(?<!\w)")"(?=[^\s"])[^"\n]{1,400}\Z|(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w)){1,200}'(?!\w)|(?<!\w)‘(?:[^’\n]|(?<=\w)’(?=\w)){1,200}’(?!\w))
    |(?P<flag>(?:--|—|–)(?:v|s|q|c|style|stylize|chaos|weird|seed|quality|niji|iw|tile|hd|raw|stop|version|sref|cref|profile|p|turbo|fast|relax|w|h|testp|upbeta|uplight)(?:\s+(?!--|—|–)[\w.:]*\d[\w.:]*|\s+raw)?(?=\s|$)|<(?:lora|lyco|hypernet):[^<>\n]{1,80}>)
    |(?P<frame_flag>(?:--|—|–)(?:ar|aspect)(?=\s))
    |(?P<weight>(?<=\w):\d{1,2}\.\d{1,3}(?=\s?[)\]])|::-?\d{0,3}(?:\.\d{1,3})?)
    |(?P<hex>\#[0-9a-fA-F]{6}\b|\#[0-9a-fA-F]{3}\b)
    |(?P<f_number>\b[fFƒ]\s?/\s?\d{1,4}(?:[.,]\d{1,2})?\b|\b[fFƒ]\s?[.-]?\d{1,2}(?:\.\d{1,2})?\b)
    |(?P<measure>\b\d{1,4}(?:[.,]\d{1,2})?[\s-]?(?:cm|centimet(?:re|er)s?|met(?:re|er)s?|m|inch(?:es)?|in\b(?=\s(?:tall|high|wide|long|deep|across|in\s))|ft|feet|foot)\b(?![\s-]?lens)|\b\d{1,4}(?:[.,]\d{1,2})?[\s-]?mm\b(?=[\s-](?:tall|high|wide|long|deep|thick|across|in\sdiameter)))
    |(?P<volume>\b\d{1,4}(?:[.,]\d{1,2})?[\s-]?(?:ml|cl|dl|lit(?:re|er)s?|oz|kg|grams?)\b)
    |(?P<focal>\b(?:\d{1,4}\s?[-–]\s?)?\d{1,4}(?:\.\d{1,2})?[\s-]?(?:mm|millimet(?:re|er)s?)\b)
    |(?P<kelvin>\b\d{4,5}\s?(?:K|k|[Kk]elvin)\b)
    |(?P<clock>\b\d{1,2}(?:[:.]\d{2})?\s?(?:[aApP]\.?[mM]\b\.?|o['’]clock\b)|\b(?:[01]?\d|2[0-3]):[0-5]\d\b(?!:))
    |(?P<aspect>\b\d{1,2}(?:\.\d{1,3})?\s?[:x×]\s?\d{1,2}\b(?![\d.]))
    |(?P<age>\b\d{1,3}[-\s]years?[-\s]olds?\b|\b\d{1,3}[-\s]?y/?o\b)
    |(?P<degrees>\b\d{1,3}\s?(?:°|degrees?\b|deg\b))
    |(?P<iso>\b[iI][sS][oO]\s?\d{2,6}\b|\b1/\d{2,4}(?:\s?s(?:ec(?:onds?)?)?)?\b)
    |(?P<number>\b\d{1,9}(?:[.,]\d{1,6})?(?![^\W_]))
    |(?P<word>[^\W_]+(?:['’][^\W_]+)*)
    |(?P<punct>[.,;:!?()\[\]{}…—–\-\n/&+|"“”'‘’*<>=~`_^\\@#%$·•«»„¿¡])
    |(?P<symbol>\S)
    """,
    re.VERBOSE,
)

SPELLING = {
    "gray": "grey", "color": "colour", "colors": "colours", "colored": "coloured", "colorful": "colourful", "center": "centre", "centered": "centred",
    "aluminum": "aluminium", "theater": "theatre", "fiber": "fibre", "mold": "mould", "plaid": "plaid", "checkered": "chequered",
    "jewelry": "jewellery",
    "tire": "tyre", "tires": "tyres", "pajamas": "pyjamas", "doughnut": "donut", "doughnuts": "donuts", "grayish": "greyish",
    "multicolored": "multicoloured",
    "program": "programme", "sulfur": "sulphur", "molded": "moulded", "airplane": "aeroplane", "airplanes": "aeroplanes",
}  # fmt: skip
"""American spellings to the lexicon's."""

ASPECTS = frozenset(("16:10", "16:09", "9:16"))
"""Written like a clock, meant as a shape."""


def scan(prompt: str) -> list[Token]:
    """All tokens of the prompt, in order. Nothing but white space lies between them."""
    return list(_scanned(prompt))


PLAIN = re.compile(r"[a-z]+(?: [a-z]+)*")


def norms(entry: str) -> tuple[str, ...]:
    """What the tokens of a dictionary's entry (small letters) are asked for, hyphens left out. Nearly all are words and nothing else, which need no scanning."""
    if PLAIN.fullmatch(entry):
        return tuple(SPELLING.get(word, word) for word in entry.split())
    return tuple(token.norm for token in scan(entry) if token.text != "-")


@lru_cache(maxsize=256)
def _scanned(prompt: str) -> tuple[Token, ...]:
    tokens = []
    for m in PATTERN.finditer(prompt):
        kind, text = m.lastgroup or "symbol", m.group()
        if kind == "symbol" and unicodedata.category(text)[0] in "PZMC":
            kind = "punct"
        if kind == "clock" and text in ASPECTS:
            kind = "aspect"
        tokens.append(Token(kind, text, _norm(text) if kind == "word" else text.lower(), m.start(), m.end()))
    return tuple(tokens)


def _norm(text: str) -> str:
    word = text.lower().replace("’", "'")
    word = word if word == "rosé" else word.replace("é", "e")  # the wine is no flower
    if word.endswith("'s"):
        word = word[:-2]
    return SPELLING.get(word, word)


def validate(prompt: str) -> None:
    """Raise PromptError for what cannot be read at all."""
    if not isinstance(prompt, str):
        raise PromptError(f"a prompt is text, not {type(prompt).__name__}", hint='describe a picture: "A stoneware mug on a walnut table, soft window light"')
    if not prompt.strip():
        raise PromptError("the prompt is empty", where="prompt", hint='describe a picture: "A stoneware mug on a walnut table, soft window light"')
    if len(prompt) > LONGEST:
        raise PromptError(f"the prompt has {len(prompt):,} characters", where="prompt", hint=f"at most {LONGEST:,}; a paragraph is plenty")
    for i, c in enumerate(prompt):
        if (c < " " and c not in "\t\n\r") or c == "\x7f" or "\ud800" <= c <= "\udfff":
            raise PromptError(f"control character U+{ord(c):04X}", where=f"prompt[{i}]", hint="paste the prompt as plain text")
