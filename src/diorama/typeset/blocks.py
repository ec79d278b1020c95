"""A block as the typesetter reads it: its size, face, colour, field and place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from diorama.typeset import art, brand
from diorama.typeset.faces import families, lacking
from diorama.typeset.model import Block, Entry, Page, strings_of
from diorama.typeset.palette import LARGE, contrast, ink_on, ink_on_button, legible, mixed
from diorama.typeset.templates import ROLES, Template

HEADS = frozenset(("kicker", "title", "subtitle", "date"))
REACHING = frozenset(("script", "blackletter", "brush", "handwritten", "chalk", "neon"))
"""Hands whose strokes reach far above and below their small letters."""
WHOLE = frozenset(("script", "blackletter", "brush", "chalk", "handwritten"))
"""Hands in which a short title stands on one line."""
SPOKEN = frozenset(("balloon", "message", "reply"))
"""Roles whose picture is of who speaks."""
FIGURES = frozenset(("date", "time", "price", "number"))
MASTHEAD = 34
"""Characters of a newspaper's name that stand on one line."""
UNBROKEN = 40
"""Characters of the longest words that are measured, so that none is wider than its column."""
FILLED = frozenset(("badge", "button", "message", "reply"))
"""Roles whose colour is of the field that their text stands on."""
TINY = 0.7
"""Times its usual size below which a text is told to be tiny."""
FACED = frozenset(("mono", "serif", "typewriter", "handwritten"))
"""Hands of pages in which bold letters are of the same face."""
FIELDS = frozenset(("bar", "box", "circle", "oval", "hexagon", "burst", "ribbon", "cloud", "shield", "triangle", "brackets"))
"""Forms that are a field under a text."""
LINED = frozenset(("box", "brackets"))
"""Fields that are a line where no colour is told."""
QUIET = {"date": 0.72, "time": 0.9, "heading": 1.1, "subtitle": 0.9}
"""Times their sizes that these roles have on a quiet page."""
SMALL = 0.62
PARTED = 1.8
"""Times their space before that these roles have there: when and where stand apart from what is said."""
UNITED = re.compile(r"\d[\d.,]*[ \u00a0](?:%|€|(?:°C|km|kg|g|ml|cl|min|am|pm|h|Uhr)\b)")
"""A number with its unit, which stand on one line."""


class Files:
    """Pictures for the picture blocks, in their order."""

    def __init__(self, pictures: Sequence[Path]):
        self.left = [str(path.resolve()) for path in pictures]

    def next(self) -> str:
        return self.left.pop(0) if self.left else ""


def lowered_block(block: Block, page: Page, made: Template, base: float, tones: dict[str, str], language: str, files: Files, said: list[str]) -> dict[str, Any]:
    role, number = ROLES[block.role], page.blocks.index(block)
    own = block.hand or page.hand
    heavy = own == "bold" and made.hand in FACED
    own = made.hand if heavy else own
    hand = own or (made.title_hand if role.face == "title" and not (made.layout == "news" and block.role == "heading") else "serif" if role.face == "quote" else made.hand)
    if own and not page.face and (lack := lacking(own)):
        said.append(lack)
    strings = list(strings_of(block))
    if page.face and (lack := brand.lacking(page.face, "".join(strings))):
        said.append(lack)
    rtl = _right_to_left("".join(strings))
    reaching = (hand in REACHING and not page.face) or any("\u0590" <= c <= "\u0fff" or "\u1ea0" <= c <= "\u1ef9" for text in strings for c in text)
    signed = block.role == "author" and made.author_scale > 1
    if block.role == "footer" and made.layout == "cover" and block.at:  # what a poster tells at its foot is read from afar
        role = replace(role, size=role.size * (1.35 if block.scale <= 1 else 2.0), colour="ink", weight=500)
    colour = block.colour or tones["ink" if signed else role.colour]
    if block.role == "badge" and block.colour and not block.ground:  # what is told of a seal is its field's
        tones = tones | {"accent": block.colour, "on-accent": ink_on_button(block.colour)}
        block = block.model_copy(update={"ground": block.colour, "colour": None})
    field = next((form for form in block.forms if form in FIELDS), "badge" if block.role == "badge" else None)
    fill = block.ground or (tones["accent"] if field not in (None, *LINED) else None)
    under = fill or tones["paper"]
    if made.layout == "notes" and fill:
        fill = mixed(fill, "#ffffff", 0.5)  # such paper is pale
    if field and fill:
        colour = block.colour or ink_on_button(fill)
    bent = "arched" in block.forms and _bends(block.text)
    if bent and block.colour:  # no outline follows an arc
        colour = legible(colour, under, LARGE)
    said += [f"“{block.text}” is not set on an arc: its letters join, or it has several lines"] if "arched" in block.forms and not bent else []
    if block.role in ("message", "reply") and block.colour:  # what is told of a message is its bubble's
        tones, colour = tones | {"on-accent": ink_on_button(block.colour)}, ink_on_button(block.colour)
    return {
        "n": number, "orn": None, "small": block.scale < 1, "tiny": block.scale < TINY, "loud": block.scale > 1, "upright": block.vertical,
        "who": block.picture if block.role in SPOKEN else None, "bubble": block.colour if block.role in ("message", "reply") else None,
        "role": block.role, "text": block.text, "entries": [_row(e, tones["on-accent"]) for e in block.entries], "table": block.table.model_dump() if block.table else None,
        "chart": block.chart.model_dump() if block.chart else None, "file": files.next() if block.role == "picture" else "",
        "face": [*([page.face] if page.face else []), *families(hand, "".join(strings))],
        "size": base * role.size * block.scale * _alone(block, made) * (0.6 if block.role == "title" and block.scale < 1 else 1.0) * _scale(block.role, made, signed, block.scale > 1), "weight": 700 if hand == "bold" or heavy else min(role.weight, 500) if made.quiet and block.role in QUIET else role.weight,
        "slant": "italic" if hand == "italic" else role.slant, "asked": block.colour is not None, "forms": [form for form in block.forms if form != "arched" or bent], "field": None if field == "badge" else field,
        "fill-of": fill, "line-of": block.ground or tones["ink"], "panel": block.panel,
        "colour": colour if made.bare or block.colour or bent or field and fill else legible(colour, tones["paper"], LARGE), "muted": tones["muted"], "accent": tones["accent"],
        "grounded": block.colour or (colour if field and fill else legible(colour, tones["ground"])), "outline": None if made.bare else _outline(block, under),
        "outline-grounded": _outline(block, under if field and fill else tones["ground"]),
        "on-accent": tones["on-accent"], "ink-on": ink_on(block.colour or tones["paper"]), "ink": tones["ink"], "paper": tones["paper"], "upper": False, "bullets": made.bullets, "fill": made.title_fill if block.role == "title" and block.scale >= 1 else 1.0, "track": role.track,
        "lead": role.lead * (0.3 if reaching else 1.0), "before": role.before * (PARTED if made.quiet and block.role in QUIET else 1.0),
        "align": block.align or _side(block) or _centred(block, page) or _start(made.head_align if block.role in HEADS and not (made.layout == "news" and block.role == "subtitle") else made.align, rtl), "at": block.at,
        "zone": made.zones or _zone(block, page, role.zone), "lang": language,
        "rtl": rtl, "reaching": reaching,
        "arabic": any("\u0600" <= c <= "\u06ff" for text in strings for c in text),
        "words": [block.text] if _unbroken(block, made, hand) else _longest(strings),
    }  # fmt: skip


def _row(entry: Entry, tone: str) -> dict[str, Any]:
    """A row for the typesetter, with its drawing."""
    return entry.model_dump() | {"icon": art.seen(art.ALONE.get(entry.icon, entry.icon), tone) if entry.icon else None}


def _alone(block: Block, made: Template) -> float:
    """Times its size that a title of a sign or two has on a card: "6"."""
    return 2.2 if block.role == "title" and len(block.text) <= 2 and made.quiet else 1.0


def _centred(block: Block, page: Page) -> str | None:
    """A page whose title is told to be in the middle is centred, but for its rows."""
    middle = any(b.role == "title" and b.at == "centre" for b in page.blocks)
    return "centre" if middle and not block.entries else None


def _bends(text: str) -> bool:
    """Whether a text can be set letter by letter on an arc: one line of letters that do not join."""
    return "\n" not in text and not any("\u0590" <= c <= "\u109f" for c in text)


def _outline(block: Block, paper: str) -> str | None:
    """The tone of the line round letters whose colour was asked for and cannot be read on `paper`: they keep it and are read by their outline."""
    if block.colour is None or block.role in FILLED or contrast(block.colour, paper) >= LARGE:
        return None
    return max((mixed(paper, "#000000", 0.75), mixed(paper, "#ffffff", 0.85)), key=lambda tone: contrast(tone, block.colour or paper))


def _zone(block: Block, page: Page, usual: str) -> str:
    """Where on the page a block stands by its role; what opens a page goes with a title that the words put lower."""
    titled = next((one.at for one in page.blocks if one.role == "title" and one.at), None)
    if usual != "top" or block.role == "kicker" or titled is None or titled.startswith("top"):
        return usual
    return "bottom" if titled.startswith("bottom") else "middle"


def _scale(role: str, made: Template, signed: bool, loud: bool = False) -> float:
    """Times its role's size that the template sets a text."""
    if made.quiet and role in QUIET:
        return QUIET[role]
    if role == "subtitle" and made.title_scale < SMALL:  # on a phone's screen
        return 1.0 if loud else SMALL
    return made.title_scale if role in ("title", "subtitle") else made.price_scale if role == "price" else made.author_scale if signed else 1.0


def _unbroken(block: Block, made: Template, hand: str) -> bool:
    """Whether a text stands on one line: a masthead, a short title in flowing letters, a date or a price."""
    if block.role == "title":
        east = all(c >= "\u2e80" for c in block.text) and len(block.text) <= 8
        return made.layout == "news" and len(block.text) <= MASTHEAD or east or hand in WHOLE and len(block.text) <= 24
    if block.role in ("footer", "contact") and made.layout == "cover":
        return len(block.text) <= 36 and "\n" not in block.text
    return block.role in FIGURES and len(block.text) <= 16 and "\n" not in block.text


def _side(block: Block) -> str | None:
    if block.at is None or block.at in ("top", "bottom"):
        return None
    return "right" if block.at.endswith("right") else "left" if block.at.endswith("left") else "centre"


def _start(side: str, rtl: bool) -> str:
    """Lines begin on the right in Hebrew and Arabic."""
    return "right" if rtl and side == "left" else side


def _right_to_left(text: str) -> bool:
    """Hebrew and Arabic letters outnumber the rest."""
    strong = [c for c in text if c.isalpha()]
    return sum("\u0590" <= c <= "\u08ff" for c in strong) * 2 > len(strong) > 0


def _longest(strings: Sequence[str]) -> list[str]:
    """The words that might be wider than their column; scripts without spaces break anywhere."""
    whole = {word for text in strings for word in (*text.split(), *UNITED.findall(text))}
    words = {word for word in whole if not any("\u0e00" <= c <= "\u0eff" or c >= "\u2e80" and not "\uac00" <= c <= "\ud7a3" for c in word)}
    return [word for word in sorted(words, key=lambda w: (-len(w), w))[:4] if len(word) <= UNBROKEN]
