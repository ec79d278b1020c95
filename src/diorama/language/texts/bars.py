"""Which texts stand in a bar across their page: those of its sentence that are told in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from diorama.language.texts.cues import SENTENCE_END
from diorama.language.texts.forms import Field
from diorama.language.texts.lettering import Lettering, mates

INTO = re.compile(r"\b(?:in|inside|on|within) (?:an? |the |its )?(?:[\w-]+ ){0,3}$", re.I)
"""Before a bar that is told after its text: "“BILLET” in a red header bar"."""


ELSEWHERE = re.compile(r"\b(?:below|under|beneath|underneath|above|over|then|next|prices?)\b", re.I)
"""After a bar's texts: what is no longer in it."""


OWN_ROLE = re.compile(r",\s*(?:an? |the )?(?:(?:very )?(?:big|large|huge|bold|small)) (?:[\w-]+ )?(?:name|title|headline|heading|number|text)\W*$", re.I)
"""After a bar's texts: a text that is told by its own name and size."""
NAMED_BAR = re.compile(r"(?:title|heading|header|headline)[ -](?:bar|band|strip|stripe)", re.I)
"""A bar that is the title's by its name."""
AND_MORE = re.compile(r"\band (?:an?|the|two|three|four|five|six|its) ", re.I)
"""After a bar without texts: "a header bar and three bullets"."""
ENDS = re.compile(r"[^,.;]*?\b(?:top|bottom|head|foot|header|footer|upper|lower)\b", re.I)


CORNERS = frozenset(("top_left", "top_right", "bottom_left", "bottom_right"))
NAMED_STRIPE = re.compile(r"\bstripe\b", re.I)


def barred(prompt: str, bars: Sequence[Field], found: Sequence[Lettering]) -> list[Lettering]:
    """The letterings with the bar that each stands in; a bar with none is left to the page."""
    made = list(found)
    for bar in bars:
        begin = max((m.end() for m in SENTENCE_END.finditer(prompt, 0, bar.start)), default=0)
        end = next((m.start() for m in SENTENCE_END.finditer(prompt, bar.end) if not any(one.start <= m.start() < one.end for one in found)), len(prompt))
        after: list[int] = []
        for k in (k for k, one in enumerate(found) if bar.end <= one.start < end):
            if not after and AND_MORE.search(prompt[bar.end : found[k].start]):
                break
            if found[k].at in CORNERS and NAMED_STRIPE.search(prompt, bar.start, bar.end):
                break  # "one thick orange stripe: the name in the top left corner"
            if after and (ELSEWHERE.search(between := prompt[found[k - 1].end : found[k].start]) or OWN_ROLE.search(between)):
                break
            after.append(k)
        before = [k for k, one in enumerate(found) if begin <= one.start < bar.start and INTO.search(prompt[one.end : bar.start])]
        if before and INTO.search(prompt[found[before[-1]].end : bar.start]) and not SENTENCE_END.search(prompt[found[before[-1]].end : bar.start]):
            k = before[-1]
            if not ENDS.search(prompt[bar.start : bar.end]) and not ENDS.match(
                prompt[bar.end : bar.end + 28]
            ):  # "in a green band under them": no bar of the page's
                made[k] = replace(made[k], forms=(*(f for f in made[k].forms if f != "box"), "box"), ground=bar.colour, colour=None, field=(bar.start, bar.end))
                continue
            after = [k]
        after = after or _of_the_title(prompt, bar, found)
        for k in after:
            one = made[k]
            one = replace(one, colour=None) if one.colour and bar.colour and one.colour.name == bar.colour.name else one
            at = one.at if one.at and one.at.startswith(bar.at or "") else {"left": f"{bar.at}_left", "right": f"{bar.at}_right"}.get(one.at or "", bar.at)
            later = k > 0 and mates(found[k - 1], one)
            opens = bar.at == "top" and later and (one.role is None or one.role == "title" and all(bar.start <= a < bar.end for a, _ in one.cues[:1]))
            role = "footer" if one.role is None and bar.at == "bottom" else "kicker" if opens else one.role
            made[k] = replace(
                one,
                at=at,
                forms=(*(f for f in one.forms if f not in ("box", "ribbon")), "bar"),
                ground=bar.colour,
                role=role,
                cues=(*one.cues, (bar.start, bar.end)),
                field=(bar.start, bar.end),
            )
        inks = {made[k].colour.hex: made[k].colour for k in after if made[k].colour}
        if len(inks) == 1:  # "all in cream"
            for k in after:
                made[k] = replace(made[k], colour=made[k].colour or next(iter(inks.values())))
    return made


def _of_the_title(prompt: str, bar: Field, found: Sequence[Lettering]) -> list[int]:
    """The title of the page, where a bar with no text of its own is called the title's: "a dark blue title bar. Title: “Why”"."""
    if not NAMED_BAR.search(prompt, bar.start, bar.end):
        return []
    later = [k for k, one in enumerate(found) if one.start >= bar.end]
    return [k for k in later[:1] if found[k].role == "title"]


ROUND = frozenset(("circle", "oval", "hexagon", "burst", "shield", "diamond", "ribbon", "cloud", "triangle", "box"))
SAME_FIELD = re.compile(
    r"\b(?:in|inside|on|within) the same (?:round |little |small )?"
    r"(?:badge|circle|box|burst|starburst|seal|sticker|ribbon|shape|field|oval|shield|hexagon)\b", re.I,
)  # fmt: skip
IN_THE = re.compile(r"\b(?:in|inside|on|within) the (?P<shape>circle|oval|box|burst|starburst|hexagon|shield|ribbon|triangle)\b(?! (?:below|at|on))", re.I)
STACKED = re.compile(
    r"\s*,?\s*(?:and |with )?(?:then )?(?:(?:just |right |directly )?"
    r"(?:over|above|below it|under it|beneath it|underneath))\s*(?:it )?\s*", re.I,
)  # fmt: skip
"""Between two texts of one badge: "a burst with “50 %” over “OFF”"."""


PLURALS = ("circles", "badges", "bursts", "starbursts", "boxes", "ribbons", "ovals", "hexagons", "shields", "stickers", "pills", "rectangles")
EACH_ONE = re.compile(r"[\s,]*(?:(?:on|at) the (?:left|right|top|bottom)|left|right)?[\s,]*(?:and)?[\s,]*", re.I)
"""Between texts that each have a field of one kind: "in red circles: “A” on the left and “B” on the right"."""


def in_fields(prompt: str, found: Sequence[Lettering]) -> list[Lettering]:
    """The letterings with those that share the field of the text before them as further lines of it."""
    made: list[Lettering] = []
    for one in found:
        last = made[-1] if made and mates(made[-1], one) else None
        shape = next((form for form in last.forms if form in ROUND), None) if last else None
        gap = prompt[last.end : one.start] if last else ""
        told_before = last is not None and last.field is not None and last.field[1] <= last.start
        plural = last is not None and last.field is not None and prompt[slice(*last.field)].lower().endswith(PLURALS)
        if last and shape and plural and told_before and not one.field and not SENTENCE_END.search(gap) and EACH_ONE.fullmatch(gap):
            made.append(replace(one, forms=last.forms, ground=last.ground, role=last.role, colour=one.colour or last.colour, field=last.field))
            continue
        if last and shape is None and SAME_FIELD.search(gap):  # its page is that circle
            one = replace(one, forms=(), ground=None, field=None, role=None)
        again = last is not None and shape is not None and IN_THE.search(gap)
        same = shape and (again and shape in again["shape"].lower() or SAME_FIELD.search(gap) or told_before and not one.field and STACKED.fullmatch(gap))
        if last and same:
            one = replace(one, joined=True, field=last.field, forms=last.forms, ground=last.ground, role=last.role, at=last.at, over=False)
        made.append(one)
    return made
