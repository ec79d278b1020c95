"""Words for what is drawn on a page: which drawings, along its edges or on it, and where in a text they are told of."""

from __future__ import annotations

import re
from functools import cache

from diorama.typeset.art import KINDS

DRAWING = (
    r"(?:(?:line )?(?:illustration|drawing|icon|picture|image|silhouette|motif|logo|sketch|emblem|graphic|doodle|symbol|engraving|vignette|linocut|ornament)s?"
    r"|line art|artwork|clip ?art)"
)
"""Words for what is drawn on a page."""
DRAWN_OF = re.compile(
    rf"\b(?:{DRAWING}(?: (?:of|showing|with|depicting)|:)|draw|put|add) "
    r"(?:(?:an?|the|its|some|two|three|four|five|one|\w+(?:y|ed|le|ge|ll|ing|en|d)) )*$", re.I,
)  # fmt: skip

DRAWN_AFTER = re.compile(
    rf"[-\s](?:[\w-]+ )?(?:{DRAWING}|border|frame|pattern|print|wreath|garland)\b"
    r"|\s(?:just |right |directly )?(?:above|below|over|under|beneath|beside|next to)"
    r" (?:the |its |these )?(?:text|words?|name|title|lettering|letters|headline|slogan)\b",
    re.I,
)  # fmt: skip

BORDER = re.compile(
    r"\b(?P<what>(?:(?!with\b|a\b|an\b|the\b)[\w-]+ ){0,5})(?:border|edging|trim)\b(?:\s(?:of|made of|with|in)\s(?P<of>(?:[\w-]+ ?){1,4}))?"
    r"|\bframe (?:made )?of (?P<round>(?:(?!with\b|in\b|on\b)[\w-]+ ?){1,4})"
    r"|\bbordered (?:with|by) (?P<by>(?:[\w-]+ ?){1,4})|\b(?P<frame>(?:(?!with\b|a\b|an\b|and\b|the\b)[\w-]+ ){1,3})frame\b", re.I,
)  # fmt: skip

LINES = {
    "wood": r"\bwood(?:en)?\b|\bwood[ -]?grain\b",
    "checks": r"\bchecke?r?e?d\b|\bchequered\b|\bcheckerboard\b|\bgingham\b",
    "double": r"\bdouble\b", "dashed": r"\bdashed\b|\bstitched\b", "dotted": r"\bdotted\b|\bbeaded\b",
    "wavy": r"\bwavy\b|\bscalloped\b|\brope\b",
    "corners": r"\bornate\b|\bornamental\b|\bdecorative\b|\bart[ -]deco\b|\bvictorian\b|\bgeometric\b|\bcorner",
}  # fmt: skip

FLORAL = re.compile(r"\bfloral\b|\bflowery\b|\bflowered\b", re.I)


def repeated(what: str) -> str | None:
    """The drawing that a border or a pattern repeats."""
    hits = [kinds()[singular(hit.group().lower())] for hit in named().finditer(what)]
    standing = [kind for kind in hits if KINDS[kind]["layer"] == "stands"]
    return standing[-1] if standing else "flowers" if FLORAL.search(what) else None


def drawn_spans(words: str) -> list[tuple[int, int]]:
    """Where words tell of drawings and of borders: no thing stands there. `words`: of the same length as the prompt, its texts left blank."""
    spans = []
    for hit in named().finditer(words):
        if after := DRAWN_AFTER.match(words, hit.end()):
            spans.append((hit.start(), after.end()))
        elif before := DRAWN_OF.search(words[: hit.start()]):
            spans.append((before.start(), hit.end()))
    return [*spans, *(m.span() for m in BORDER.finditer(words) if border_of(m.group())[0])]


@cache
def kinds() -> dict[str, str]:
    return {word: kind for kind, row in KINDS.items() for word in row["words"]}


def singular(word: str) -> str:
    """A word of the tables in its plural: "bees", "dishes", "cherries"."""
    forms = (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y", word.removesuffix("ves") + "f")
    return next(form for form in forms if form in kinds())


@cache
def named() -> re.Pattern[str]:
    words = sorted(kinds(), key=len, reverse=True)
    plural = [re.escape(word.removesuffix("y")) + "(?:y|ies)" if word.endswith("y") else re.escape(word) + "(?:s|es)?" for word in words]
    return re.compile(r"(?<![\w-])(?:" + "|".join(plural) + r")(?![\w])", re.I)


def border_of(words: str) -> tuple[str | None, str]:
    """What runs along the edges of a page, and the words that tell how it looks."""
    told = BORDER.search(words)
    if told is None:
        return None, ""
    what = " ".join(filter(None, told.groups()))
    if not what.strip() and told.group().strip().lower() != "border":
        return None, ""
    line = next((kind for kind, word in LINES.items() if re.search(word, what, re.I)), "rule")
    return line if line == "wood" else repeated(what) or line, what
