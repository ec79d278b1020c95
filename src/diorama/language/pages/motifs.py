"""What words have drawn on a page: which drawings, in which colours, where and how large."""

from __future__ import annotations

import re
from typing import Any

from diorama.language.pages.drawings import BORDER, DRAWING, DRAWN_AFTER, DRAWN_OF, kinds, named, singular
from diorama.language.pages.tones import BESIDE, told_tones
from diorama.language.texts.cues import told_place
from diorama.language.texts.inks import colour_spans
from diorama.typeset import Motif
from diorama.typeset.art import KINDS, TABLE_OF_ICONS

MOST = 5
"""Drawings on one page."""
OWN = re.compile(r"(?:[\w-]+\s+){0,3}$")
LARGE = re.compile(r"\b(?:big|huge|giant|large|enormous|full|round)\b", re.I)
WITH = re.compile(
    r"(?:(?:\b(?:with|featuring|features|showing|shows|depicting|depicts|put|draw|add|include|of|and|or|like|below|beneath|above|under|over)|[,;:.]|^)\s+)"
    r"(?:(?P<one>an?|the|one|its|this|two|three|four|five|six|seven|eight|nine|ten|twelve"
    r"|some|several|many|little|tiny|small|big|large)\s+(?:[\w-]+\s+){0,3})?$", re.I,
)  # fmt: skip
ENDS = re.compile(
    rf"(?:'s)?(?:\s*(?:$|[,.;:)–—])|[-\s](?:and|or|in|on|at|with|behind|above|below|over|under|beneath|beside|between"
    rf"|to|next|near|as|along|across|around|from|inside|is|are|that|drawn|top|shaped|themed|either|each|both|on"
    rf"|into|through|[a-z]+ing)\b|[-\s](?:{DRAWING}|border|frame|pattern|wreath|print|garland)\b)", re.I,
)  # fmt: skip
"""After the name of what is drawn: no further noun of which it is but a part ("a lemon bar")."""
ONLY_DRAWN = frozenset(TABLE_OF_ICONS["only_drawn"]["words"])
"""Icons of what may as well stand about a page: drawn where a word for a drawing says so."""
SCALES = ((re.compile(r"\b(?:tiny|very small|minimal)\b", re.I), 0.55), (re.compile(r"\b(?:small|little|delicate)\b", re.I), 0.75), (LARGE, 1.4))
INKED_IN = re.compile(
    rf"(?:\s+{DRAWING}|\s+(?:standing|sitting|lying|flying|swimming|perched)?[\w ]{{0,24}},)?\s+in\s+(?P<tone>(?:[\w-]+\s+){{0,2}}[\w-]+)", re.I
)


def motifs(words: str, loose: bool = False, drawn: bool = False, had: bool = False) -> tuple[Motif, ...]:
    """What is drawn on a page, in the order of the words. `loose`: a line icon too is taken wherever it is named; `drawn`: nothing but what is said to be a
    drawing; `had`: nothing but that and what the page is said to have."""
    found: dict[str, Motif] = {}
    about = [m.span() for m in BESIDE.finditer(words)]
    edges = [m.span() for m in BORDER.finditer(words)]
    for hit in named().finditer(words):
        kind = kinds()[singular(hit.group().lower())]
        icon, said = "glyph" in KINDS[kind], _drawn(words, hit) or _by_its_text(words, hit)
        said = said or not drawn and STANDS_AT.search(words[: hit.start()]) is not None
        other = kind in EATEN and not said and not ENDS.match(words, hit.end())  # "a coffee bag"
        other = other or _a_colour(words, hit) or SEALED.match(words, hit.end()) is not None
        other = other or hit.group().lower() in OF_OTHERS and not ENDS.match(words, hit.end())  # "a water drop"
        other = other or HOUSES.search(words[max(0, hit.start() - 16) : hit.end()]) or BORDERED.match(words[hit.end() :])
        other = other or any(a <= hit.start() < b for a, b in edges) or FLAT_FIELD.match(words, hit.start()) is not None
        other = other or not said and not loose and NAMES_IT.match(words, hit.end()) is not None and ALONE.search(words[: hit.start()]) is not None
        other = (
            other
            or kind in GEOMETRIC
            and (
                not _with(words, hit)
                or THE_PAGE.search(words[: hit.start()]) is not None
                or re.match(r"\s+(?:with|of|that|saying|reading|at the)\b[^.]*;", words[hit.end() :]) is not None
            )
        )
        other = other or not said and any(a <= hit.start() < b for a, b in about)
        if other or drawn and not said or (icon or had) and not (loose or said or _with(words, hit)):
            continue
        before = OWN.search(words[: hit.start()])
        own = re.split(r"[,.;:]|\b(?:over|on|in|and|with|of|at|behind|above|under)\b", before.group() if before else "")[-1]
        clause = re.split(r"[,.;:]", words[: hit.start()])[-1]
        kind = KINDS[kind].get("large", kind) if LARGE.search(own) else kind
        after = INKED_IN.match(words, hit.end())
        named_so = told_tones(hit.group()) if " " in hit.group() else []  # "a gold seal"
        colours = told_tones(own) or named_so or (told_tones(after["tone"])[:1] if after else [])
        if kind not in found or colours and found[kind].colour is None:
            scale = next((times for told, times in SCALES if told.search(clause[-60:])), 1.0)
            placed = _stands(words, hit)
            found[kind] = Motif(
                **({"kind": kind, "colour": colours[-1] if colours else None, "at": placed, "scale": scale} | _by_texts(words, hit.start(), hit.end()))
            )
    for hit in RULED.finditer(words):
        tones = told_tones(hit.group())
        found.setdefault(
            "line",
            Motif(
                kind="line",
                colour=tones[-1] if tones else None,
                **({"under": max(words[: hit.start()].count(" ; ") - 1, 0)} | _by_texts(words, hit.start(), hit.end())),
            ),
        )
    return tuple(found.values())[:MOST]


STANDS_AT = re.compile(
    r"[,;.]\s+(?:and )?(?:in|at) the (?:very )?(?:top|bottom|foot|middle|centre|center)(?: (?:left|right))?(?: corner)?,? (?:an?|two|three|four|some) "
    r"(?:(?:stack|pile|bunch|row|pair|slice|big|large|small|tiny|single|little) (?:of )?)?$", re.I,
)  # fmt: skip
"""Before a drawing: where on the page it is."""
FLAT_FIELD = re.compile(r"fields? with\s*;", re.I)
"""A field of colour that a text stands on."""
NAMES_IT = re.compile(r"\s*;")
ALONE = re.compile(r"(?:^|[,;:.])\s*$")
"""Round a noun that only names the text after it: "city “Oslo”"."""
COLOURED = re.compile(
    r"(?:\b(?:an?|the) )?\b(?:(?:small|large|big|tiny|single|solid) )?(?:red|green|blue|white|black|yellow|orange|purple"
    r"|pink|grey|gray|gold|golden|silver|navy|teal|cream|brown|coral) $",
    re.I,
)
"""The colour of a drawing, before its noun."""
PLACED = re.compile(r"\s+(?:icon |drawing )?(?:(?:on|at|in) (?:the|either|each)\b|(?:top|bottom) (?:left|right)\b)", re.I)
"""After a drawing that is put somewhere: ", wheat ear on the left"."""
CODES = frozenset(("barcode", "bar code", "qr code"))
GEOMETRIC = frozenset(("circle_shape", "square_shape", "triangle_shape"))
THE_PAGE = re.compile(r"\b(?:the|its) $", re.I)
"""Before a shape that is the page itself: "in the centre of the square"."""
RULED = re.compile(
    r"\b(?:an?|one|with) (?:(?:very )?(?:thin|fine|thick|short|long|horizontal|dividing|delicate|bold|hairline"
    r"|single|black|white|gold|red|simple) )+(?:[\w-]+ ){0,2}(?:line|rule|divider)\b"
    r"(?! of| chart| graph| icon| art| drawing| illustration| spacing)|\b(?:divider|dividing|separator) line\b", re.I,
)  # fmt: skip
"""A line that parts two texts: "a thin orange line"."""
UNDER = re.compile(
    r"\b(?:below|under|beneath|underneath)(?: (?:it|this|that|them|the (?:name|title|heading|headline|text|words?"
    r"|arch)))?:?\s*(?:an?\s|two\s|the\s|$)|\bbetween\b",
    re.I,
)
SIDES = re.compile(r"\b(?:(?:on|at) )?(?:either|each|both) sides?\b|\bleft and right of (?:it|the)\b"
    r"|\bon the left and (?:on )?(?:the )?right\b", re.I,
)  # fmt: skip
OF_IT = re.compile(r"\bto the (left|right) of (?:an?|the) (?:[\w-]+ ){0,2}$", re.I)
"""Before a drawing that a text stands beside: "“CAMP” to the left of a tent"."""
BETWEEN_NEXT = re.compile(r"[^.,;:]{0,20}\bbetween (?:the )?(?:two )?(?:words?|texts?|names?|lines?)?\s*", re.I)
"""After a drawing that stands between the two texts that follow."""
BESIDE_IT = re.compile(
    r"(?: icon| drawing| symbol)?\s+(?:beside|next to|alongside|after|(?P<left>to the left of|before|in front of)"
    r"|to the right of) (?:it|this|that|them|the (?:name|title|text|words?))\b",
    re.I,
)  # fmt: skip
"""After a drawing that stands beside the text before it."""
IN_A_ROW = 6
"""How many a row of drawings has that are not counted."""
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12}
COUNTS |= {"a pair of": 2, "three small": 3, "two small": 2}


def _by_texts(words: str, start: int, end: int) -> dict[str, Any]:
    """How a drawing stands to the page's texts, and how many of it there are: "two wheat ears between the heading and the dishes", "below it a thin line"."""
    before, after = re.split(r"[.;:]", words[:start])[-1], re.split(r"[.;:,]", words[end:])[0]
    told: dict[str, Any] = {}
    texts = words[:start].count(" ; ")
    below = UNDER.search(before[-40:]) if not before.strip(" ,") or UNDER.search(before[-40:]) else None
    if texts and (UNDER.match(after.lstrip() + " ") or below):
        told["under"] = texts - 1
    if BETWEEN_NEXT.fullmatch(words[end:].split(";")[0]) and ";" in words[end:]:
        return {"under": texts, "at": "right"}
    near = BESIDE_IT.match(words[end:])
    of_it = OF_IT.search(words[:start])
    if texts and near:
        told = {"under": texts - 1, "at": "left" if near["left"] else "right"}
    elif texts and of_it:  # the text is on the one side, the drawing on its other
        told = {"under": texts - 1, "at": "right" if of_it[1].lower() == "left" else "left"}
    if SIDES.search(after) or SIDES.search(before[-30:]):
        told = {"at": "sides"}
    if texts and "under" in told and re.match(r"\s*(?:icon |drawing )?between the (?:name|title|headline|heading|brand)\b", after, re.I):
        told["under"] = 0  # the first of the two
    number = re.search(r"\b(two|three|four|five|six|seven|eight|nine|ten|twelve|a pair of)\s+(?:(?!an?\b|the\b)[\w-]+\s+){0,2}$", before, re.I)
    if number:
        told["count"] = COUNTS[number[1].lower()]
    elif re.search(r"\b(?:row|line|band) of (?:[\w-]+ ){0,3}$", before, re.I):
        told["count"] = IN_A_ROW
    return told


def _a_colour(words: str, hit: re.Match[str]) -> bool:
    """Whether the name of a drawing is the colour of another thing: "an orange cat"."""
    spans = [(start, end) for start, end, _ in colour_spans(words)]
    if any(start <= hit.start() and hit.end() <= end and (start, end) != hit.span() for start, end in spans):
        return True  # "forest green"
    coloured = hit.span() in spans
    return coloured and ENDS.match(words, hit.end()) is None and re.match(r"\s[a-z]", words[hit.end() :], re.I) is not None


def _drawn(words: str, hit: re.Match[str]) -> bool:
    """Whether a word says that it is a drawing: "an icon of a bee", "a bee illustration"; a bar code is none else."""
    if hit.group().lower() in CODES:
        return True
    return DRAWN_AFTER.match(words, hit.end()) is not None or DRAWN_OF.search(words[max(0, hit.start() - 80) : hit.start()]) is not None


def _by_its_text(words: str, hit: re.Match[str]) -> bool:
    """Whether a drawing is told to stand beside a text of the page."""
    before, after = words[: hit.start()], words[hit.end() :]
    return " ; " in before and (BESIDE_IT.match(after) is not None or OF_IT.search(before) is not None and re.match(r"\s*(?:and|,|;|$)", after) is not None)


def _with(words: str, hit: re.Match[str]) -> bool:
    """Whether the page is said to have it: "with a saxophone", "a palm tree and a surfboard"; no word of a colour or of another noun."""
    told = WITH.search(COLOURED.sub("a ", words[: hit.start()]) if COLOURED.search(words[: hit.start()]) else words[: hit.start()])
    several = hit.group().lower() not in kinds() or PLACED.match(words, hit.end()) is not None
    return told is not None and (several or told["one"] is not None) and hit.group().lower() not in ONLY_DRAWN and ENDS.match(words, hit.end()) is not None


def _stands(words: str, hit: re.Match[str]) -> str | None:
    """Where its clause puts it: "in the top right corner"."""
    after = re.split(r"[,.;:]|\band\b", words[hit.end() :])[0]
    before = re.split(r"[.;:]|\band\b", words[: hit.start()])[-1]
    return told_place(after) or told_place(before)


OF_OTHERS = frozenset(("water", "sea", "ocean", "river", "lake", "beach"))
SEALED = re.compile(r"[-\s](?:badge|seal|sticker|stamp)s?\b", re.I)
"""After the shape of what a text stands on: "a star badge"."""
EATEN = frozenset(("cup", "bowl", "bread", "fruit"))
HOUSES = re.compile(
    r"\b(?:tea|coffee|opera|auction|publishing|steak|guest|green|open|full|beach|town|art|fashion|deep|smoke) houses?$"
    r"|\b(?:baby|bridal|wedding|snow|rain|sun) showers?$"
    r"|\b(?:speech|thought|jagged|spiky|in an? (?:[\w-]+ )?) ?balloons?$"
    r"|\b(?:text|input|message|search|reply|form|entry|typing) fields?$", re.I,
)  # fmt: skip
"""Houses of another kind."""
BORDERED = re.compile(r"[-\s](?:[\w-]+ )?(?:border|frame|edging|pattern|wallpaper)s?\b", re.I)
