"""The strings of a prompt that are to be read, each with the words round it: quotations, rows and cells without marks, years and prices read with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from diorama.language.charts import unquoted_rows
from diorama.language.tables import unquoted_cells
from diorama.language.texts.contents import FIGURE_ONLY, MONEY
from diorama.language.texts.cues import NOUNS, REACH
from diorama.language.texts.tones import TONES
from diorama.language.tokens import scan

TRAILING = re.compile(
    r"^\s*,?\s*(?:(?:is|are|was)\s+)?(?:(?:written|printed|set|painted|embroidered|engraved|hand-lettered"
    r"|displayed|shown|rendered|lettered|placed|centred|centered|glowing|stamped|stencill?ed|chalked|sprayed|curved|arched)\b\s*)?"
    r"(?:(?:in|inside|within|at|along|on|across|over|as|above|below|beneath|underneath|(?:just|right|directly) (?:under|below|above|beneath)|to the (?:left|right) of)"
    r"\s[^,.;:\n]*?)(?=\s*(?:,|\.|;|:|\n|\band\b"
    r"|\bto\b(?=\s*$)|\bwith\b|\babove\b|\bbelow\b|\bbeneath\b|\bunder\b|\bwhile\b|$))",
    re.I,
)
SIDES = r"(?:(?:top|bottom|upper|lower) (?:left|right|cent(?:re|er))|left|right(?! (?:below|beneath|above|under|next)\b))"
ABROAD = (
    r"(?:крупно|мелко|вверху|внизу|слева|справа|en (?:grand|petit|haut|bas)|à (?:gauche|droite)|groß|klein|oben|unten|links|rechts|grande|pequeño|arriba|abajo)"
)
"""Looks told in other languages."""
LOOK = (
    rf"(?:(?:very|quite|all|in|written|set|printed|light|dark|bright|pale|rainbow)\s+)*(?:small|smaller|tiny|large|larger|big|bigger|huge|giant|bold|italics?|thin|uppercase|lowercase|caps|capitals|underlined"
    rf"|cent(?:red|ered)|arched|curved|crossed out|struck through|right-aligned|left-aligned|vertically|upright|script|serif"
    rf"|handwritten|masthead|headline|colou?rs|{TONES}|{SIDES}|{ABROAD})"
)
BARE = re.compile(
    rf"\s+{LOOK}(?:(?:\s+and\s+|\s+){LOOK})*(?=\s*(?:[,.;:\n)]|\band\b|\bthen\b|\bin\b|\bat\b|\bon\b|\balong\b|\bacross\b|\binside\b|\babove\b|\bbelow\b|$))",
    re.I,
)
"""A look told right after a string without a preposition: "“Priya & Tom” large, then"."""
OF_IT = re.compile(rf"\s+with the (?:number|figure|price|value|text|word|letters) in {TONES}", re.I)
MORE = re.compile(rf"\s*,\s+{LOOK}(?:\s+{LOOK})*(?=\s*(?:[.;\n]|,|\band\b|\bthen\b|$))", re.I)
BRACKETED = re.compile(r"\s*\([^()\n]{2,80}\)")
"""Told in brackets right after a string: "“Salt” (large, white)", "“Salt” (main title)"."""
GREETING = re.compile(r"(?:dear|hi|hello|yours|love|sincerely|(?:kind|best|warm) (?:regards|wishes)|liebe|cher|chère|querid)\b", re.I)


@dataclass(frozen=True)
class Span:
    """A string with the words that speak of it: those since the last string, less what trails after that one, and its own trailing phrase."""

    start: int
    end: int
    text: str
    before: str
    after: str


def quoted(prompt: str) -> list[Span]:
    """Quotations, and what is announced without quotation marks, each with the words round it."""
    strings = _strings(prompt)
    gaps = [prompt[(strings[k - 1][1] if k else 0) : strings[k][0]] for k in range(len(strings))]
    gaps.append(prompt[strings[-1][1] :] if strings else "")
    ended = [text.endswith((".", "!", "?", "…")) for _, _, text in strings]
    tails = [""] + [_tail(gap, last=k == len(gaps) - 2) if not (ended[k] and OPENS.match(gap)) else "" for k, gap in enumerate(gaps[1:])]
    return [Span(start, end, text, _own(gaps[k][len(tails[k]) :], k)[-REACH:], tails[k + 1]) for k, (start, end, text) in enumerate(strings)]


BACK = re.compile(
    r"(?:(?<=[.;])\s+|^\s*)(?:the )?(?P<what>name|title|headline|main text|text|lettering)(?: (?:is|are|should be|must be|goes|stands|sits|set|appears))?"
    r" (?P<how>(?:set |written )?(?:in|at|across|along|on|top|bottom|large|big|huge|small|bold|white|black|red|gold|centred|centered)\b[^.;,]*)(?=[.;,])", re.I,
)  # fmt: skip
"""What a later sentence tells of the title: "The name in large art deco capitals at the bottom,"."""


def _own(gap: str, k: int) -> str:
    """The words before a string, less those that tell of the title before it."""
    told = lambda m: m.group() if re.fullmatch(r"[^.;]*:\s*", gap[m.end() :]) else " " * len(m.group())  # noqa: E731
    return BACK.sub(told, gap) if k else gap


OF_NEXT = re.compile(
    r"\s*,\s*(?:and )?(?:in|at|on|along|across) (?:the|its) (?:very )?(?:top|bottom|foot|middle|centre|center|left|right|upper|lower)(?: [\w-]+){0,2}?,? "
    r"(?:an?|two|three|four|some|text) (?!of\b)"
    r"|\s*,\s*(?:and )?(?:below|beneath|underneath|above) (?!it\b|this\b|that\b|them\b|the\b)", re.I,
)  # fmt: skip
"""After a string: a place, and what stands there: ", in the middle a stack of books"."""
LEADS_ON = re.compile(r"\s*,.*", re.S)
UNDER_NEXT = re.compile(r"\s+(?:under|below|beneath|above|over)(?: the (?:heading|title|headline|word|label))?\s*", re.I)
"""Between a place and the next string: the place is that one's, ", on the right under “After”"."""
OPENS = re.compile(r"\s+[A-ZÀ-Þ]")
"""A new sentence, where the one before ended inside the quotation marks."""


def _tail(gap: str, last: bool) -> str:
    """What of the words after a string still speaks of it: "… in bold letters, below it …". A phrase that runs up to the next string is the next one's."""
    if gap.startswith("\n"):
        return ""
    if told := BRACKETED.match(gap) or OF_IT.match(gap):
        return told.group()
    whole = len(gap) + 1 if last else len(gap.rstrip())
    bare = BARE.match(gap)
    end = bare.end() if bare and bare.end() < whole else 0
    found = TRAILING.match(gap[end:])
    announces = found is not None and gap[end + found.end() :].lstrip().startswith(":")  # "…, in four numbered steps: …"
    if found and not announces and end + found.end() < whole and end + len(found.group()) <= REACH:
        end += found.end()
    while end and (more := MORE.match(gap, end)) and more.end() < whole:
        end = more.end()
    if OF_NEXT.match(gap) and end:
        return ""
    return "" if LEADS_ON.fullmatch(gap[:end]) and UNDER_NEXT.fullmatch(gap, end) else gap[:end]


def _strings(prompt: str) -> list[tuple[int, int, str]]:
    found = [(t.start, t.end, _unquoted(t.text)) for t in scan(prompt) if t.kind == "quote"]
    found = [one for k, one in enumerate(found) if not (REFERS.search(prompt[: one[0]]) and any(one[2] == other[2] for other in found[:k]))]
    found = _with_years(prompt, [one for one in found if not _names(prompt, one, found)])
    rows = [(row.start, row.end, row.text) for row in unquoted_rows(prompt, [(start, end) for start, end, _ in found])]
    rows += unquoted_cells(prompt, found)
    return sorted((start, end, text) for start, end, text in (*found, *rows) if text)


REFERS = re.compile(
    r"(?<=[a-z] )(?<!\band )(?<!\bthen )\b(?:above|below|beneath|under|underneath|over|beside|next to|around|behind|left of|right of)"
    r" (?:the (?:words?|text|title|name) )?$", re.I,
)  # fmt: skip
"""Before a text that was told already: where something else stands, "a wave symbol above “Strong currents”"."""
YEAR_BEFORE = re.compile(r"(?:^|[\s,;:(–—-])(?P<when>[12]\d{3}s?|\d{1,2}[:.]\d\d)\s*[:–—-]?\s*$")


def _with_years(prompt: str, found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """'1817 "Draisine", 1863 "Velocipede"': in a timeline the year before each is read with it. A single one may be anything."""
    dated = [YEAR_BEFORE.search(prompt, found[k - 1][1] if k else 0, start) for k, (start, _, _) in enumerate(found)]
    if "timeline" not in prompt.lower() or sum(m is not None for m in dated) < 2:
        return _with_prices(prompt, found)
    return _with_prices(prompt, [(s, e, t) if m is None else (m.start("when"), e, f"{m['when']} {t}") for (s, e, t), m in zip(found, dated, strict=True)])


COSTS = re.compile(
    r"[ \t]*(?:(?:at|for|costs?|is)\s+|[:=–—-]\s*)?"
    r"(?P<price>[£$€¥]?\d{1,4}(?:[.,]\d{1,3})?\s?(?:[€£$%]|[kKmM]\b|km\b|kg\b|g\b|ml\b|h\b|°C)?)(?=\s*(?:[,;]|\.\s(?!\s*[\"“„«'‘])|\band\b|\.?$))"
)


def _with_prices(prompt: str, found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """'"Coffee" 3, "Tea" 2.50': in a list a number after each quotation is its price, and is read with it. A single one may be anything."""
    found = _with_quoted_prices(prompt, found)
    priced = [COSTS.match(prompt, end) for _, end, _ in found]
    if sum(m is not None for m in priced) < 2:
        return found
    return [(s, e if m is None else m.end("price"), t if m is None else f"{t} {m['price'].strip()}") for (s, e, t), m in zip(found, priced, strict=True)]


AT = re.compile(r"\s+|\s*(?:at|for|costs?|is|priced at|with (?:its|the) price|[:=–—-])\s*", re.I)
PRICE = re.compile(MONEY + "$", re.I)


def _with_quoted_prices(prompt: str, found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """'"Burrata" at "€9.50", "Zucchini" at "€8"': two such pairs or more are rows, a name with its price."""
    gap = lambda k: prompt[found[k][1] : found[k + 1][0]]  # noqa: E731
    valued = lambda k: PRICE.fullmatch(found[k + 1][2]) or not gap(k).strip() and FIGURE_ONLY.fullmatch(found[k + 1][2])  # noqa: E731
    pairs = {k for k in range(len(found) - 1) if valued(k) and AT.fullmatch(gap(k))}
    if len(pairs) < 2:
        return found
    row = lambda a, b: (a[0], b[1], f"{a[2]} {b[2]}")  # noqa: E731
    return [row(found[k], found[k + 1]) if k in pairs else found[k] for k in range(len(found)) if k - 1 not in pairs]


def _unquoted(quoted: str) -> str:
    """What stands between quotation marks; a comma before the closing one is the sentence's, but for a greeting's own."""
    text = (quoted[1:-1] if quoted[-1] in "\"”“»’'" else quoted[1:]).replace("\\n", "\n").strip()
    return text if GREETING.match(text) else text.rstrip(",")


def _names(prompt: str, one: tuple[int, int, str], found: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a quotation only names the kind of thing that bears the same words later: a "save the date" card."""
    following = re.match(r"\s+([\w-]+)", prompt[one[1] :])
    return bool(following) and following.group(1).lower() in NOUNS and any(other[2].lower() == one[2].lower() and other[0] > one[0] for other in found)
