"""Roles that no word told: by what a string is on its page, and by its turn there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from diorama.language.texts.contents import DESTINATION, MONEYED, figure
from diorama.language.texts.lettering import Lettering, of_page
from diorama.language.texts.quotations import GREETING
from diorama.typeset import TEMPLATES

SPEAKING = frozenset(("chat", "comic", "sticky_notes", "newspaper", "magazine", "page"))
EVENTS = frozenset(("invitation", "poster", "ticket", "banner"))
"""Pages that tell when and then where."""
OPENING = {"calendar": ("date", "badge")}
"""Roles that the first string of a page has not, where no other is its title."""
SHOWY = frozenset(("script", "display", "blackletter", "brush", "art_deco"))
"""Hands of names, under a line of small letters."""
AWARDED = re.compile(
    r"\b(?:awarded to|presented to|certif(?:y|ies) that|given to|granted to"
    r"|(?:hereby )?(?:awards?|honou?rs|confers? (?:up)?on|recogni[sz]es))\W*$", re.I,
)  # fmt: skip
LONE = frozenset(("newspaper", "magazine", "certificate"))
"""Pages whose headings open running text."""
LED = frozenset(("newspaper", "magazine", "infographic", "dashboard", "slide"))
"""Pages of one title; a second opens a part."""
STORIES = frozenset(("newspaper", "magazine"))
"""Pages whose headline is no title."""
OPENING_ROLES = ("title", "subtitle")
CLOSED = frozenset(("receipt", "menu"))
"""Pages on which what follows their rows closes them."""
LATE = frozenset(("date", "time", "place", "price", "contact"))
"""Roles after which no line belongs to the title any more."""


def settled(found: list[Lettering]) -> list[Lettering]:
    """Roles that no word told: by what the string is, and by its turn on its carrier."""
    settled: list[Lettering] = []
    found = _loudest(found)
    for lettering in found:
        mates = [other for other in settled if (other.template, other.instance) == (lettering.template, lettering.instance)]
        role = _fitting(lettering, mates, found) or ("kicker" if not mates and _named_later(lettering, found) else None)
        low = mates and (lettering.at or "").startswith("bottom")
        if low and role is None and lettering.template == "book_cover" and NAME.fullmatch(lettering.text) and not any(m.role == "author" for m in mates):
            role = "author"
        row = low and (mates[-1].at or "").startswith("bottom") and lettering.template in EVENTS  # "at the bottom “18 September” and “Day pass £22”"
        role = role or ("price" if row and MONEYED.search(lettering.text) else "footer" if low else _by_turn(lettering, mates))
        role = "heading" if role in (*OPENING_ROLES, "footer") and lettering.role is None and _parts_rows(lettering, mates, found) else role
        role = "list" if role == "heading" and TEMPLATES[lettering.template].layout == "cover" and _in_row(lettering, found) else role
        if role == "title" and lettering.template in LED and any(mate.role == "title" for mate in mates):
            role = "heading"  # the masthead is the title, the headline opens its story
        elif role == "title" and lettering.template != "road_sign" and any(mate.role == "title" for mate in mates):
            role = "heading" if lettering.template == "certificate" and _awards(mates[-1], lettering.text) else "subtitle"
        if role in ("date", "body", "note") and lettering.template in CARDS and len(of_page(lettering, found)) == 1:
            role = "title"  # all that its card says
        if role == "price" and lettering.scale < 1 and lettering.template in TAGS and any(mate.role == "price" for mate in mates):
            role = "caption"  # what a kilogram costs, under what it costs
        settled.append(replace(lettering, role=role))
    return settled


def _parts_rows(lettering: Lettering, mates: Sequence[Lettering], found: Sequence[Lettering]) -> bool:
    """Whether a text stands between the rows of a menu: it heads those after it."""
    page = of_page(lettering, found)
    after = page[page.index(lettering) + 1 :]
    return bool(mates and after) and lettering.template in CLOSED and mates[-1].role == "menu" and after[0].role == "menu"


def _loudest(found: Sequence[Lettering]) -> list[Lettering]:
    """What alone is told to be large on a page whose title no word tells is its title, whoever made it: "band name “X” in huge letters"."""
    made = list(found)
    for k, one in enumerate(found):
        page = of_page(one, found)
        free = one.template not in SPEAKING and not any(mate.role == "title" for mate in page)
        figure_alone = one.role == "number" and one.template in CARDS and figure(one.text)
        loud = one.scale > LOUD and (one.role in (None, "author", "subtitle") or figure_alone) and [mate.scale > LOUD for mate in page].count(True) == 1
        billed = one.role == "author" and one is page[0] and one.template in BILLED
        if free and (loud and one.template not in LONE or billed):
            made[k] = replace(one, role="title")
    return made


NAME = re.compile(r"(?:[A-ZÀ-Þ][\w.’'-]*\s?){2,4}")
"""Somebody's name."""
TAGS = frozenset(("price_tag", "label", "shop_sign"))
CARDS = frozenset(("invitation", "poster", "label", "shirt_print", "mug_print"))
"""Pages whose largest text may be a figure: the age on a birthday card."""
LOUD = 1.2
"""Times its usual size from which a text is told to be large."""
BILLED = frozenset(("poster", "ticket", "shirt_print", "banner"))
"""Pages that open with who plays."""


def _fitting(lettering: Lettering, mates: Sequence[Lettering], found: Sequence[Lettering]) -> str | None:
    """The role that words told, as its page can have it: in a comic all speak in balloons; a month heads its calendar; what a page opens with under no
    title is no seal on it."""
    if lettering.template == "comic" and lettering.role in ("message", "reply"):
        return "balloon"
    if lettering.template == "road_sign" and lettering.role is None and lettering.at == "top" and not DESTINATION.match(lettering.text):
        return "title"
    if lettering.template == "road_sign" and lettering.role is None and DESTINATION.match(lettering.text):
        others = [one for one in of_page(lettering, found) if not DESTINATION.match(one.text)]
        return "list" if others else None
    if not mates and lettering.template == "certificate" and lettering.role == "heading":
        return "title"  # the name that it is made out to is told larger
    opens = not mates and not any(one.role == "title" for one in of_page(lettering, found))
    if not mates and lettering.role in (None, "badge") and re.search(rf"\b{lettering.template}\b", lettering.text, re.I):
        return "title"  # "Certificate of Bravery"
    alone = [one.role for one in of_page(lettering, found)].count("heading") == 1 or lettering.template == "menu" and lettering.at not in ("left", "right")
    headed = lettering.template == "menu" or TEMPLATES[lettering.template].layout in ("cover", "stack", "slide")
    if opens and lettering.role == "heading" and alone and headed:
        return "title"  # "a poster, its heading …"
    if "burst" in lettering.forms or "bar" in lettering.forms and lettering.role is not None:
        return lettering.role  # no title, wherever it is told
    if lettering.role == "badge" and lettering.forms and len(lettering.text) <= 3 and len(of_page(lettering, found)) > 1:
        return lettering.role  # a monogram in its circle
    return None if opens and lettering.role in OPENING.get(lettering.template, ("badge",)) else lettering.role


SITE = re.compile(r"(?:[A-ZÀ-Þ][\w’'.-]*\s?){1,3}, [A-ZÀ-Þ][\w’'.-]*")
"""A house and its town: "Kulturhuset, Bergen"."""


def _in_row(lettering: Lettering, found: Sequence[Lettering]) -> bool:
    """Whether headings follow each other with nothing under any: they are a list, "the line-up in a column"."""
    mates = of_page(lettering, found)
    k = mates.index(lettering)
    near = any(one.role == "heading" for one in mates[max(k - 1, 0) : k + 2] if one is not lettering)
    return near and [one.role for one in mates].count("heading") > 2 and not any(one.role in (None, "list", "body", "menu") for one in mates)


def _named_later(lettering: Lettering, found: Sequence[Lettering]) -> bool:
    """Whether words tell the title of its page further on: "Together with their families" stands above the names."""
    mates = [one for one in of_page(lettering, found) if one.start > lettering.start and "bar" not in one.forms]
    if lettering.template == "certificate" and any(AWARDED.search(mate.text) for mate in mates):
        return False
    small = (lettering.scale < 1 or "small_caps" in lettering.forms) and lettering.role is None and lettering.hand not in SHOWY
    shown = small and any(mate.role is None and mate.hand in SHOWY for mate in mates[:2])
    open_ = lettering.role is None and lettering.scale <= 1 and lettering.at == "top" and lettering.template != "certificate"
    louder = open_ and any(mate.role is None and mate.scale > 1 for mate in mates[:2])
    small = small and lettering.at is not None and lettering.template in EVENTS and any(m.role is None and m.scale >= 1 and m.text.isupper() for m in mates[:1])
    return lettering.template not in SPEAKING and (shown or small or louder or any(mate.role == "title" for mate in mates))


def _awards(before: Lettering, text: str) -> bool:
    """Whether the next text is who is awarded; "Good Dog Award" is what the page is called, and "for asking" tells what for."""
    return before.role != "title" and not text.startswith(("for ", "in ")) and AWARDED.search(before.text) is not None


def _of_its_kind(lettering: Lettering, mates: Sequence[Lettering]) -> str | None:
    """The one role that texts have on some kinds of page."""
    if lettering.template == "settings" and any(mate.role == "title" for mate in mates):
        return "list"
    if lettering.template == "chat":
        told = [mate.role for mate in mates]
        named = not told and len(lettering.text) < 18 and "?" not in lettering.text
        return "title" if named else "message" if told.count("message") <= told.count("reply") else "reply"
    return {"sticky_notes": "note", "comic": "balloon", "lock_screen": "message"}.get(lettering.template)


def _by_turn(lettering: Lettering, mates: list[Lettering]) -> str:
    taken = {mate.role for mate in mates}
    if mates and (mates[-1].role == "heading" or mates[-1].role == "list" and "heading" in taken) and lettering.template not in LONE:
        return "list"
    if lettering.template == "page" and GREETING.match(mates[0].text if mates else lettering.text):
        return "body"
    if lettering.template in LED and "number" in taken and figure(lettering.text):
        return "number"
    if mates and mates[-1].role == "number" and lettering.template in LED:
        return "caption"  # a figure, then what it counts
    if lettering.template == "certificate" and mates and _awards(mates[-1], lettering.text):
        return "heading"
    if lettering.template == "road_sign" and DESTINATION.match(lettering.text) and mates:
        return mates[-1].role if DESTINATION.match(mates[-1].text) and mates[-1].role in ("title", "list") else "list"
    fielded = {"ribbon", "box"} & set(lettering.forms)
    if mates and lettering.template in EVENTS and mates[-1].role in ("date", "time") and "place" not in taken and not fielded:
        return "price" if MONEYED.search(lettering.text) else "place"
    if mates and lettering.template in EVENTS and "place" not in taken and SITE.fullmatch(lettering.text) and not fielded:
        return "place"
    if mates and mates[-1].role == "quote" and len(lettering.text) < 60:
        return "author"
    if (only := _of_its_kind(lettering, mates)) is not None:
        return only
    if "title" not in taken and not (lettering.template in STORIES and "heading" in taken):
        return "title"
    if lettering.template == "magazine_cover" and "list" in taken and "_" not in (lettering.at or ""):  # one more line, in no corner
        return "list"
    if lettering.template in CLOSED and taken & {"menu", "list"}:
        return "footer"
    if "subtitle" not in taken and len(lettering.text) < 90 and not taken & LATE:
        return "subtitle"
    return "body"
