"""Headings: of sections, of pairs joined by "with", and slogans that open a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from diorama.language.texts.contents import PRICED, figure
from diorama.language.texts.cues import REACH
from diorama.language.texts.lettering import Lettering, of_page
from diorama.language.texts.turns import LED

PAIRING = frozenset(("menu", "recipe_card", "poster", "page", "shop_sign", "chalkboard", "whiteboard"))
FREE = (None, "heading", "list", "body", "subtitle")
NAMED = (*FREE, "title", "number", "caption")
"""Roles that joined pairs may have been taken for: "“Table Fern” with the names “Odette, Pascal”"."""
WITH = re.compile(
    r"\s*(?:with|for|:|and below it|above|over|(?:which is )?(?:labell?ed|captioned|meaning)"
    r"|with the (?!(?:title|subtitle|caption|footer|price|date)\b)(?:[\w-]+ )?(?:text|words?|names?|\w+s))\s*", re.I,
)  # fmt: skip
SECTION = re.compile(r"\b(?:section|part|column|category)\b[^.;\"“]{0,24}$", re.I)
UNDER = re.compile(r"\bunder\s+(?:the (?:heading|headline|section) )?$", re.I)
OF_A_CHART = re.compile(r"\b(?:chart|graph) (?:is )?(?:labell?ed|called|named|headed) $|\b(?:chart|graph) (?:with|under) the (?:label|heading|name) $", re.I)
"""Before what stands over a chart beside other parts of its page."""
LINES_OF = re.compile(
    r"\s*,?\s*(?:the |two |three |four |five )+(?:lines|points|items|bullets|bullet points|texts|words|figures"
    r"|rows|names|entries|drinks|dishes|songs|tasks|prices|films|books|ingredients|steps|sentences?|text|paragraph)\b", re.I,
)  # fmt: skip
"""After a heading: what stands under it."""
OPENED = re.compile(r"\s*(?:,\s*)?(?:there (?:is|are)|are|is|come|comes|we have|you find|:)\s", re.I)


UNDER_A_HEADING = re.compile(r"\b(?:under|below|beneath) (?:the|an?) (?:[\w-]+ )?heading\W*$", re.I)
BRAND = re.compile(r"brand(?: name)?|logo(?: text)?|wordmark", re.I)
PRODUCT = re.compile(r"product(?:['’]s)? name", re.I)


def _under_its_own(prompt: str, one: Lettering, found: Sequence[Lettering]) -> bool:
    """Whether words call a text the heading under which what follows it stands: "under the heading “You need” the ingredients “…”"."""
    told = UNDER_A_HEADING.search(prompt[max(0, one.start - REACH) : one.start])
    return told is not None and one.role in FREE and of_page(one, found)[0] is not one


def branded(prompt: str, found: Sequence[Lettering]) -> list[Lettering]:
    """Where a page tells a brand and what the product is called, that is its title and the brand stands over it."""
    said = lambda one, what: one.role == "title" and any(what.fullmatch(prompt[a:b].strip()) for a, b in one.cues)  # noqa: E731
    sold = [one for one in found if said(one, PRODUCT)]
    over = lambda one: said(one, BRAND) and any(mate in sold for mate in of_page(one, found))  # noqa: E731
    return [replace(one, role="kicker") if over(one) else one for one in found]


def headed(prompt: str, found: list[Lettering]) -> list[Lettering]:
    """'The heading is "Zia". A section titled "Primi"': a section's title is a heading, and the heading that opens the page is its title."""
    opened = lambda one: OPENED.match(prompt[one.end :]) or LINES_OF.match(prompt, one.end)  # noqa: E731
    charted = lambda one: OF_A_CHART.search(prompt[: one.start]) and one.role in (None, "body", "title")  # noqa: E731
    under = lambda one: UNDER.search(prompt[: one.start]) and opened(one) or charted(one)  # noqa: E731
    found = [replace(one, role="heading") if under(one) or _under_its_own(prompt, one, found) else one for one in branded(prompt, found)]
    parts = {k for k, one in enumerate(found) if one.role in ("title", "subtitle") and SECTION.search(prompt[max(0, one.start - REACH) : one.start])}
    if not parts:
        return found
    found = [replace(one, role="heading") if k in parts else one for k, one in enumerate(found)]
    first = {id(of_page(one, found)[0]) for one in found}
    titled = lambda one: any(mate.role == "title" for mate in of_page(one, found))  # noqa: E731
    return [replace(one, role="title") if id(one) in first and one.role == "heading" and not titled(one) else one for one in found]


def with_slogans(prompt: str, found: list[Lettering]) -> list[Lettering]:
    """A slogan that opens a page whose title no word tells is what that page says loudest."""
    return [replace(one, role="title") if _alone(prompt, one, of_page(one, found)) else one for one in found]


def _alone(prompt: str, one: Lettering, page: Sequence[Lettering]) -> bool:
    said = any(SLOGAN.search(prompt[a:b]) for a, b in one.cues)
    return one.role == "subtitle" and one is page[0] and said and not any(mate.role == "title" for mate in page)


SLOGAN = re.compile(r"\b(?:slogan|tagline|strapline|motto)\b", re.I)


def paired(prompt: str, found: list[Lettering]) -> list[Lettering]:
    """Two or more pairs joined by "with" are headings, each with its text: "“Water” with “Never boiled twice”, “Leaves” with “Two grams”"."""
    pairs = enumerate(pairwise(found))
    told = lambda a, b: WITH.fullmatch(prompt[a.end : b.start]) or not prompt[a.end : b.start].strip() and figure(a.text) and not figure(b.text)  # noqa: E731
    joined = [k for k, (a, b) in pairs if a.bearer == b.bearer and a.template in LED | PAIRING and a.role in (*NAMED, "price") and told(a, b)]
    if len(joined) < 2:
        return found
    made = list(found)
    for k in joined:
        made[k] = replace(found[k], role="heading")
        if found[k + 1].role in NAMED or found[k + 1].role == "price" and found[k].template not in PRICED:
            made[k + 1] = replace(found[k + 1], role="list")
    return made
