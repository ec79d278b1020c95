"""Left and right on a page, as the sentence has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from diorama.language.texts.cues import NEXT_IN_ROW, SENTENCE_END
from diorama.language.texts.lettering import Lettering, mates, of_page

ACROSS = re.compile(r"\b(?P<low>bottom|foot)\b|\b(?P<high>top)\b", re.I)
"""Words for a height on the page, in a sentence that also tells left or right."""
HAND = ("left", "right")
UNSIDED = frozenset(("chat", "comic", "sticky_notes"))
"""Pages on which left and right tell who speaks, or nothing."""


def placed(prompt: str, found: list[Lettering]) -> list[Lettering]:
    """Left and right as the sentence has them: with the height that it tells as well ("along the bottom “a” on the left and “b” on the
    right"), and for all that follows a place in it ("on the left “Coffee” with “Espresso”"). One text alone is on no side of its page."""
    made: list[Lettering] = []
    for one in found:
        last = made[-1] if made and mates(made[-1], one) else None
        gap = prompt[last.end : one.start] if last else ""
        ended = last is not None and last.text.endswith((".", "!", "?", "…")) and OPENS.match(gap) is not None
        goes_on = last is not None and not SENTENCE_END.search(gap) and not ended
        at = one.at
        if one.template == "comic" and one.role in (None, "balloon") and at in HAND:
            pass  # who speaks stands there
        elif one.template in UNSIDED or at in HAND and (len(of_page(one, found)) < 2 or _before_its_page(prompt, one)):
            at = None if at in HAND else at
        elif at in HAND:
            at = _at_height(prompt, one, made, at)
        elif at is None and last and last.at and (last.at or "").startswith("bottom") and (one.role == "kicker" or one.over):
            at = last.at  # over what stands at the foot
        elif at is None and last and (last.at or "").startswith("bottom") and BELOW_IT.search(gap):
            at = "bottom"
        elif at is None and goes_on and last and last.at and (last.at in HAND and not LEVEL.search(gap) or NEXT_IN_ROW.fullmatch(gap)):
            at = last.at
        alike = last is not None and last.role == one.role and NEXT_IN_ROW.fullmatch(gap) is not None  # "in small letters “a” and “b”"
        made.append(replace(one, at=at, scale=last.scale if alike and last and one.scale == 1.0 else one.scale))
    return [replace(one, at=None) if one.at in HAND and _lone_side(one, made) else one for one in made]


OPENS = re.compile(r"\s+[A-ZÀ-Þ]")
BELOW_IT = re.compile(r"\b(?:below|under|beneath|underneath) (?:it|this|that|them|the (?:frame|box|title|name|border|logo|picture|photo|headline))\b", re.I)
"""Of what stands at the foot: still lower."""
LEVEL = re.compile(r"\b(?:in the (?:middle|centre|center)|between|across|below|underneath|beneath|at the (?:bottom|top|foot))\b", re.I)


def _lone_side(one: Lettering, found: Sequence[Lettering]) -> bool:
    """Whether everything on the page is on the one side: it is beside nothing."""
    return all(mate.at == one.at for mate in of_page(one, found))


def _before_its_page(prompt: str, one: Lettering) -> bool:
    """ "On the left a sign says": where the sign stands, and not its words."""
    if one.bearer is None:
        return False
    cue = max((a for a, b in one.cues if prompt[a:b].lower().endswith(HAND)), default=one.start)
    return cue < one.bearer.mention.start < one.start


def _at_height(prompt: str, one: Lettering, made: Sequence[Lettering], side: str) -> str:
    """A side with the height that its sentence tells; what is told of another string is that one's."""
    begin = max((m.end() for m in SENTENCE_END.finditer(prompt, 0, one.start)), default=0)
    words = list(prompt[begin : one.start])
    for other in made:
        own = [(other.start, other.end)] + ([] if _joined(prompt, other, one) else list(other.cues))
        for a, b in own:
            if begin <= a and b <= one.start:
                words[a - begin : b - begin] = " " * (b - a)
    told = list(ACROSS.finditer("".join(words)))
    return side if not told else f"bottom_{side}" if told[-1]["low"] else f"top_{side}"


def _joined(prompt: str, other: Lettering, one: Lettering) -> bool:
    """Whether two strings share what is told before the first: "along the bottom “a” on the left and “b” on the right"."""
    return re.search(r"\band\b", prompt[other.end : one.start]) is not None
