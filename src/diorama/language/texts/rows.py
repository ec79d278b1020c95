"""Rows of names and prices that no word calls rows, and cards that are price tags by them."""

from __future__ import annotations

from dataclasses import replace

from diorama.language.texts.contents import BARE_ROW, COUNTED, HOUR, PRICED, ROW
from diorama.language.texts.lettering import Lettering

UNTOLD = ("title", "subtitle", "body")
"""Roles that a text may have by its turn alone."""


def listed(found: list[Lettering]) -> list[Lettering]:
    """Two names or more that end with a number, one after the other on what lists prices, are its rows: "Coffee 3, Tea 2"."""
    costed = lambda one: one.template in PRICED and one.role in UNTOLD and BARE_ROW.fullmatch(one.text) is not None  # noqa: E731
    rows = {k for a, one in enumerate(found[:-1]) if costed(one) and costed(found[a + 1]) and found[a + 1].instance == one.instance for k in (a, a + 1)}
    return [replace(one, role="menu") if k in rows else one for k, one in enumerate(found)]


def priced(found: list[Lettering]) -> list[Lettering]:
    """A card with a price on it is no invitation: it stands by what it tells of."""
    priced = lambda one: one.role == "price" or not HOUR.search(one.text) and (ROW.match(one.text) or COUNTED.match(one.text) and "." in one.text)  # noqa: E731
    costed = {one.instance for one in found if one.template == "invitation" and priced(one)}
    taken = 1 + max((one.instance for one in found if one.template == "price_tag"), default=-1)
    card = lambda one: one.template == "invitation" and one.instance in costed  # noqa: E731
    return [replace(one, template="price_tag", instance=taken + one.instance) if card(one) else one for one in found]
