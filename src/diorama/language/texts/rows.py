"""Rows of names and prices that no word calls rows, and cards that are price tags by them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from diorama.language.texts.contents import BARE_ROW, COUNTED, HOUR, PRICED, ROW
from diorama.language.texts.cues import NEXT_IN_ROW, last_sentence, nearest, told_role
from diorama.language.texts.lettering import Lettering, mates
from diorama.typeset.labels import DAY_ROW, DAYS

UNTOLD = ("title", "subtitle", "body")
"""Roles that a text may have by its turn alone."""


def listed(found: list[Lettering]) -> list[Lettering]:
    """Two names or more that end with a number, one after the other on what lists prices, are its rows: "Coffee 3, Tea 2"."""
    costed = lambda one: one.template in PRICED and one.role in (*UNTOLD, "list") and BARE_ROW.fullmatch(one.text) is not None  # noqa: E731
    pairs = [(k, k + 1) for k in range(len(found) - 1) if mates(found[k], found[k + 1])]
    row = lambda k: costed(found[k]) or found[k].role == "menu"  # noqa: E731
    rows = {k for a, b in pairs if row(a) and row(b) for k in (a, b) if costed(found[k])}
    return [replace(one, role="menu") if k in rows else one for k, one in enumerate(found)]


def priced(found: list[Lettering]) -> list[Lettering]:
    """A card with a price on it is no invitation: it stands by what it tells of."""
    priced = lambda one: one.role == "price" or not HOUR.search(one.text) and (ROW.match(one.text) or COUNTED.match(one.text) and "." in one.text)  # noqa: E731
    costed = {one.instance for one in found if one.template == "invitation" and priced(one)}
    taken = 1 + max((one.instance for one in found if one.template == "price_tag"), default=-1)
    card = lambda one: one.template == "invitation" and one.instance in costed  # noqa: E731
    return [replace(one, template="price_tag", instance=taken + one.instance) if card(one) else one for one in found]


SIDE_BY_SIDE = re.compile(
    r"\b(?:in|as) (?:an? |one )?(?:single |horizontal |neat )?row\b|\b(?:an?|one|the) (?:[\w-]+ )?row of\b|\bside by side\b"
    r"|\bnext to (?:each other|one another)\b|\b(?:tab|navigation|nav) bar\b|\b(?:from )?left to right\b", re.I,
)  # fmt: skip
"""Words for texts that stand beside each other across their page."""
ACROSS = frozenset((None, "list", "steps", "number", "caption", "body", "subtitle", "footer", "contact", "menu", "date"))
STRIPLESS = frozenset(("chat", "comic", "sticky_notes", "menu", "receipt", "newspaper"))
"""Pages on which nothing stands in such a row."""


def abreast(prompt: str, found: Sequence[Lettering]) -> list[Lettering]:
    """Three texts or more that are told to stand in a row: entries of one list, beside each other."""
    made, k = list(found), 0
    while k < len(found):
        run = [k]
        while run[-1] + 1 < len(found) and mates(found[k], found[run[-1] + 1]) and _goes_on(prompt, found[run[-1]], found[run[-1] + 1]):
            run.append(run[-1] + 1)
        begin = found[k - 1].end if k else 0
        said = prompt[found[run[-1]].end :].split(".")[0].split('"')[0]
        told = SIDE_BY_SIDE.search(last_sentence(prompt[begin : found[k].start])) or SIDE_BY_SIDE.match(said.lstrip(" ,"))
        if len(run) > 2 and told and found[k].template not in STRIPLESS and all(found[j].role in ACROSS and found[j].below is None for j in run):
            role = "steps" if found[k].role == "steps" or re.search(r"\bsteps\b", prompt[begin : found[k].start]) else "list"
            iconed = re.search(r"\b(?:each|every one|all) with (?:an?|its own) (?:[\w-]+ )?icons?\b", prompt[begin : found[k].start], re.I)
            for j in run:
                made[j] = replace(found[j], role=role, forms=(*found[j].forms, "abreast"), at=found[k].at if found[k].at in ("top", "bottom") else None)
                made[j] = replace(made[j], icon=made[j].icon or found[j].text.lower()) if iconed else made[j]
        k = run[-1] + 1
    return made


def _goes_on(prompt: str, one: Lettering, other: Lettering) -> bool:
    """Whether one text follows the other in a row."""
    return NEXT_IN_ROW.fullmatch(prompt[one.end : other.start]) is not None or other.icon != ""


DAY_BEFORE = re.compile(rf"(?:^|[\s,;.(])(?P<day>{DAYS})\s*[:–—-]?\s*$")


def dated(prompt: str, found: Sequence[Lettering]) -> list[Lettering]:
    """Rows by days: "Monday “Yoga”, Friday “Rent”" each with its day, and texts that begin with theirs ("Mon–Fri 8–18"), where there are two
    or more."""
    days = [DAY_BEFORE.search(prompt[found[k - 1].end if k else 0 : one.start]) for k, one in enumerate(found)]
    labelled = [k for k, one in enumerate(found) if days[k] and one.template not in UNDAYED]
    open_ = lambda one: DAY_ROW.match(one.text) and one.role in (None, *UNTOLD, *DAYED) and one.template not in UNDAYED  # noqa: E731
    opened = [k for k, one in enumerate(found) if open_(one)]
    near = [k for k in opened if k - 1 in opened or k + 1 in opened]
    made = list(found)
    if len(labelled) > 1:
        for k in labelled:
            made[k] = replace(made[k], label=(days[k] or {"day": ""})["day"], role="menu", at=None, scale=1.0)
    for k in near:
        if "abreast" not in made[k].forms:
            made[k] = replace(made[k], role="menu", at=None)
    rowed = [made[k] for k in (*near, *(labelled if len(labelled) > 1 else ()))]
    for k, one in enumerate(made):  # what alone heads them is what the page is called
        heads = [mate for mate in made if mates(mate, one) and mate.role in ("title", "heading")]
        if one.role == "heading" and heads == [one] and any(mates(one, row) for row in rowed):
            made[k] = replace(one, role="title")
    return made


DAYED = ("list", "date", "time", "menu")
UNDAYED = frozenset(("chat", "comic", "sticky_notes", "newspaper", "magazine"))


BETWEEN = re.compile(r"\bbetween(?: the words?)?\s*$", re.I)
AND = re.compile(r"\s*and\s*", re.I)
FROM = re.compile(r"\bfrom\s*$", re.I)
TO = re.compile(r"\s*,?\s*to\s*", re.I)


def routed(prompt: str, found: Sequence[Lettering]) -> list[Lettering]:
    """On a ticket from where to where: "from “CPH” to “KEF”", one on the left, the other on the right; so anywhere the two that
    something stands between."""
    made = list(found)
    for k, (one, other) in enumerate(pairwise(found)):
        if mates(one, other) and BETWEEN.search(prompt[: one.start]) and AND.fullmatch(prompt[one.end : other.start]):
            made[k], made[k + 1] = replace(one, at="left"), replace(other, at="right")
        if one.template == "ticket" and mates(one, other) and FROM.search(prompt[: one.start]) and TO.fullmatch(prompt[one.end : other.start]):
            made[k], made[k + 1] = replace(one, at="left"), replace(other, at="right")
    return made


MADE = frozenset(("engraved", "led"))
"""Hands that are how all letters of a surface are made."""


def alike(prompt: str, found: Sequence[Lettering]) -> list[Lettering]:
    """A row that is opened by a colon after its look has that look throughout: "in heavy condensed caps: “a”, “b”"."""
    made: list[Lettering] = []
    for k, one in enumerate(found):
        last = made[-1] if made and mates(made[-1], one) else None
        row = last is not None and NEXT_IN_ROW.fullmatch(prompt[last.end : one.start]) and one.hand is None and last.hand is not None
        opened = row and last is not None and (COLON.search(prompt[: last.start]) or k > 1 and made[-2:-1] and made[-2].hand == last.hand)
        made.append(replace(one, hand=last.hand, colour=one.colour or last.colour) if last and opened else one)
    told = {(one.template, one.instance): one.hand for one in reversed(made) if one.hand in MADE}
    return [replace(one, hand=told.get((one.template, one.instance))) if one.hand is None else one for one in made]


BULLET = re.compile(r"\s*(?:[-–•*+]|\d{1,2}[.)])\s*")
"""Between two lines of a list."""


def bulleted(prompt: str, found: Sequence[Lettering]) -> list[Lettering]:
    """Two lines or more that have nothing but a bullet before them are a list; what opens a page so is its title."""
    marked = [k for k, one in enumerate(found) if k and mates(one, found[k - 1]) and BULLET.fullmatch(prompt[found[k - 1].end : one.start])]
    rows = {k for k in marked if k - 1 in marked or k + 1 in marked}
    return [replace(one, role="list") if k in rows and one.role in (None, "menu") and one.template not in STRIPLESS else one for k, one in enumerate(found)]


IN_TURN = re.compile(
    r"[\s,;.]*(?:and |then )*(?:in |on )?(?:the |an? )?(?:first|second|third|fourth|fifth|sixth|last|next|left|middle|right|upper|lower|top|bottom|one|other)\b"
    r"(?: one| of (?:these|them))?(?: (?:shows?|says?|reads?|is|has|with|labell?ed|gives))*\W*", re.I,
)  # fmt: skip
"""Between texts that are told one after the other: "the first shows “a”, the second “b”"."""
OPENED_IN_TURN = re.compile(IN_TURN.pattern + "$", re.I)


def ordered(prompt: str, found: Sequence[Lettering]) -> list[Lettering]:
    """Texts that are told by their turn after a word for several have its role: "three tiles in a row: the first shows “a”, the second “b”"."""
    made = list(found)
    for k, one in enumerate(found):
        gap = prompt[found[k - 1].end if k else 0 : one.start]
        told = OPENED_IN_TURN.search(gap) if ":" in gap else None
        opened = gap[: gap.rindex(":")].rsplit(". ", 1)[-1] if told and told.start() <= gap.rindex(":") + 1 else ""
        cards = one.template in SCREENS and CARDS.search(opened) is not None
        hit = ("list", 0, 0) if cards else nearest("roles", opened) if opened else None
        if hit is None or hit[0] not in SEVERAL or not cards and one.role not in (None, *UNTOLD, hit[0]):
            continue
        for j in range(k, len(found)):
            if j > k and not (mates(one, found[j]) and IN_TURN.fullmatch(prompt[found[j - 1].end : found[j].start])):
                break
            made[j] = replace(found[j], role=hit[0])
    return made


SCREENS = frozenset(("dashboard", "shop_screen", "feed"))
CARDS = re.compile(r"\b(?:two|three|four|five|six|several|the|kpi) (?:[\w-]+ )?cards\b", re.I)
"""On a screen, what its figures stand on."""
SEVERAL = frozenset(("list", "steps", "menu", "heading", "button"))


def shared(prompt: str, found: Sequence[Lettering]) -> list[Lettering]:
    """A role that is told after the last of a row is that of them all: "“a”, “b” and “c” as bullet points"."""
    made = list(found)
    for k in range(len(found) - 1, 0, -1):
        one, last = made[k], made[k - 1]
        tail = prompt[one.end : found[k + 1].start if k + 1 < len(found) else len(prompt)]
        after = one.role in SEVERAL and told_role(re.split(r"[.;\n]", tail)[0].split(",")[0]) == one.role
        if after and last.role in (None, "menu", "list", "date", "price") and mates(one, last) and NEXT_IN_ROW.fullmatch(prompt[last.end : one.start]):
            made[k - 1] = replace(last, role=one.role, cues=(*last.cues, *(cue for cue in one.cues if cue[0] >= one.end)))
    return made


COUNTED_ROWS = re.compile(
    r"\b(?P<numbered>(?:\w+ )?numbered [\w-]+s)\b|\b(?:(?:two|three|four|five|six|seven|eight|\d+) (?:[\w-]+ ){0,2}?(?!lines\b|words\b)[\w-]+s"
    r"|(?:shopping|to-do|wish|packing|reading|guest)[ -]list)\b[^.;\"“]*:\s*$", re.I,
)  # fmt: skip
"""Before a row of texts: how many of something they are, "three cards below each other: …"."""


def counted(prompt: str, found: Sequence[Lettering]) -> list[Lettering]:
    """Texts that follow each other after a colon, of which words tell that they are so many of something, or a list: its entries."""
    made, k = list(found), 0
    while k < len(found):
        n = k + 1
        while n < len(found) and mates(found[k], found[n]) and NEXT_IN_ROW.fullmatch(prompt[found[n - 1].end : found[n].start]):
            n += 1
        told = COUNTED_ROWS.search(last_sentence(prompt[found[k - 1].end if k else 0 : found[k].start]))
        free = all(one.role is None and one.template not in STRIPLESS | {"lock_screen"} and one.at == found[k].at for one in found[k:n])
        if told and free and n > k + 1:
            made[k:n] = [replace(one, role="steps" if told["numbered"] else "list", scale=1.0) for one in found[k:n]]
        k = n
    return made


COLON = re.compile(r":\s*$")
