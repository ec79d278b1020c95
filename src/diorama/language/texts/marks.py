"""What words tell of single rows and texts by their turn: the icon of each row, the colour of each note, the panel of each balloon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from diorama.language.texts.cues import SENTENCE_END
from diorama.language.texts.inks import colours_at
from diorama.language.texts.lettering import Lettering, mates

ICONED = re.compile(r"\bicons?\b[^.;]*:", re.I)
"""A row of points each of which has an icon: "four rows each with an icon: a shower “…”, a glass “…”"."""
MARKED = re.compile(r"\s*[,;:]?\s*(?:and\s+)?(?:an?|the)\s+(?P<what>[\w-]+(?: [\w-]+){0,2})(?: icon)?(?: with| for| and)?\s*", re.I)
ORDINALS = {word: k for k, word in enumerate(("first", "second", "third", "fourth", "fifth", "sixth"), 1)}
PANEL = re.compile(r"\b(?:(?P<nth>" + "|".join(ORDINALS) + r"|last|left|right) panel|panel (?P<n>\d|one|two|three|four))\b", re.I)
ORDINALS |= {"left": 1, "right": 2}
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4}


def marked(prompt: str, found: Sequence[Lettering]) -> list[Lettering]:
    """The letterings with what is told of each alone."""
    return _pointed(prompt, _noted(prompt, _panelled(prompt, _iconed(prompt, found))))


ARROW = re.compile(r"\barrows?\b", re.I)
WAYS = (("arrow_left", re.compile(r"\bleft\b", re.I)), ("arrow", re.compile(r"\bright\b", re.I)), ("arrow_up", re.compile(r"\b(?:up|straight|ahead)\b", re.I)))


def _pointed(prompt: str, found: Sequence[Lettering]) -> list[Lettering]:
    """Signs on which each text has an arrow of its own: "one arrow left says “Gipfel”, the one pointing right “Talstation”"."""
    made = list(found)
    for k, one in enumerate(found):
        gap = prompt[found[k - 1].end if k else 0 : one.start]
        last = re.split(r"[.;:,]", gap)[-1] or gap
        way = next((kind for kind, word in WAYS if word.search(last)), "")
        if one.template in POINTING and way and ARROW.search(prompt[: one.start]):
            made[k] = replace(one, arrow=way, at=None if one.at in ("left", "right") else one.at)
    pointed = {(one.template, one.instance) for one in made if one.arrow}
    alone = {key for key in pointed if sum((one.template, one.instance) == key and bool(one.arrow) for one in made) < 2}
    return [replace(one, arrow="") if (one.template, one.instance) in alone else one for one in made]


POINTING = frozenset(("road_sign", "shop_sign"))


def _iconed(prompt: str, found: Sequence[Lettering]) -> list[Lettering]:
    made = list(found)
    opened = False
    for k, one in enumerate(found):
        last = made[k - 1] if k and mates(made[k - 1], one) else None
        gap = prompt[last.end if last else 0 : one.start]
        head = ICONED.search(gap)
        opened = opened and not SENTENCE_END.search(gap) or head is not None
        told = MARKED.fullmatch(gap[head.end() :] if head else gap) if opened else None
        if told:
            made[k] = replace(one, role="list", icon=told["what"].lower())
        else:
            opened = head is not None
    return made


def _panelled(prompt: str, found: Sequence[Lettering]) -> list[Lettering]:
    made: list[Lettering] = []
    for one in found:
        last = made[-1] if made else None
        begin = last.end if last else 0
        told = list(PANEL.finditer(prompt, begin, one.start))
        nth = None
        if one.template == "comic" and told:
            hit = told[-1]
            nth = ORDINALS.get((hit["nth"] or "").lower()) or NUMBERS.get((hit["n"] or "").lower()) or (int(hit["n"]) if (hit["n"] or "").isdigit() else None)
        elif one.template == "comic" and last and not SENTENCE_END.search(prompt[begin : one.start].strip()):
            nth = last.panel
        made.append(replace(one, panel=nth))
    return made


ALONE = re.compile(r"\s*(?:and )?(?:an? )?[\w-]+(?: [\w-]+)?(?: (?:one|note))?\s*")


def _noted(prompt: str, found: Sequence[Lettering]) -> list[Lettering]:
    """Sticky notes in the colour of each: "a pink one says"."""
    made: list[Lettering] = []
    for one in found:
        mention = one.bearer.mention if one.bearer and one.template == "sticky_notes" and one.role != "title" else None
        words = re.split(r"[,.;:]", prompt[max(0, mention.start - 24) : mention.end])[-1] if mention else ""
        told = [colour for _, colour in colours_at(words)]
        before = prompt[made[-1].end if made else 0 : one.start] if mention else ""
        if one.colour and ALONE.fullmatch(re.split(r"[,;:.]", before)[-1]):  # "green “done”": the note's
            one, told = replace(one, colour=None), [one.colour]
        made.append(replace(one, ground=told[-1]) if told else one)
    return made
