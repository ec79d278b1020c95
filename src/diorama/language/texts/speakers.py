"""Who says what in a chat or a comic, and the colours of the bubbles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from diorama.language.texts.cues import NEXT_IN_ROW, last_sentence
from diorama.language.texts.inks import colours_at
from diorama.language.texts.lettering import Lettering, mates
from diorama.language.texts.quotations import Span

SPEAKER = re.compile(
    r"(?:^|[.;,:]\s|\band\s|\bthen\s|\bto which\s"
    r"|\b(?:panel|first|second|third|fourth|last|next|one|two|three|four|\d|left|right|middle),?\s)(?:the |an? |her |his |their |my )?"
    r"(?P<who>\w+)(?:'s)?(?: (?:on"
    r"|in|at|with|behind|under) (?:an?|the|his|her|its) [\w-]+(?: [\w-]+)?|, [^,.;:]{3,44},| (?:on|at|to) the (?:left"
    r"|right)(?: side)?,?)? (?:then )?"
    r"(?:writes?|wrote|answers?|answered|replies|replied|sends?|sent|says?|said|asks?|asked|texts?|types?"
    r"|shouts?|shouted|thinks?|thought|yells?|whispers?|mutters?|exclaims?|cries|cried|screams?|sighs?)\b", re.I,
)  # fmt: skip
FIRST = frozenset(("i", "me", "we", "you", ""))
BUBBLE = re.compile(r"[\w-]+(?:\s(?:speech |chat )?(?:bubbles?|balloons?|messages?))?(?:\s\w+){0,4}\W*$", re.I)


def bubbled(prompt: str, found: list[Lettering]) -> list[Lettering]:
    """In a chat the colours told before a message are its bubble's, and that of all the same side writes; where nothing else is told."""
    before = lambda k: prompt[found[k - 1].end if k else 0 : found[k].start]  # noqa: E731
    mine = {k for k, one in enumerate(found) if one.template == "chat" and MINE.search(last_sentence(before(k)))}
    if mine:  # all others write to me
        found = [replace(one, role="message") if one.role == "reply" and k not in mine and one.speaker not in FIRST else one for k, one in enumerate(found)]
    found = _going_on(prompt, found)
    made: list[Lettering] = []
    for k, one in enumerate(found):
        if one.template != "chat" or one.role not in ("message", "reply"):
            made.append(one)
            continue
        gap = before(k)
        told = [colour for start, colour in colours_at(gap) if BUBBLE.match(gap[start:])]
        writer = lambda mate: (mate.template, mate.instance, mate.role, mate.speaker)  # noqa: E731
        same = next((mate.colour for mate in reversed(made) if writer(mate) == writer(one) and mate.colour), None)
        made.append(replace(one, colour=told[-1] if told else one.colour or same))
    return made


def _going_on(prompt: str, found: Sequence[Lettering]) -> list[Lettering]:
    """Who writes one message writes the next of its row: "in white bubbles “a” and “b”"."""
    made: list[Lettering] = []
    for one in found:
        last = made[-1] if made and mates(made[-1], one) else None
        same = last is not None and not one.speaker and last.role == one.role and NEXT_IN_ROW.fullmatch(prompt[last.end : one.start])
        made.append(replace(one, speaker=last.speaker) if last and same else one)
    return made


def speaker_of(span: Span) -> str | None:
    """Who says it, in small letters."""
    named = NAMED_BEFORE.search(span.before) or AGAIN.search(span.before)
    return named["who"].lower() if named else next((m["who"].lower() for m in reversed(list(SPEAKER.finditer(span.before)))), None)


SIDE = re.compile(r"\b(?:on|to|at) the (?P<side>left|right)\b", re.I)


def role_by_side(span: Span) -> str | None:
    """ "On the left in grey", "the last on the right": who writes it, where the words tell it by the side."""
    told = list(SIDE.finditer(last_sentence(span.before)))
    return None if not told else "message" if told[-1]["side"].lower() == "left" else "reply"


AGAIN = re.compile(r"(?:^|[,.;:]\s|\bpanel\s)(?:the |an? )(?P<who>\w+)(?: again| too| also)\s*:?\s*$", re.I)
""" "the robot again: “…”"."""
NAMED_BEFORE = re.compile(r"(?:^|[\s.;,])(?P<who>[A-ZÀ-Þ][\w’'-]+|me|you)\s?(?:\([^)]*\)\s?)?:\s*$")
""" "Lina: “…”"."""
MINE = re.compile(r"\bmy (?:\w+ )?(?:reply|answer|response|message|text|bubble)\b", re.I)


def speaker_role(span: Span, so_far: Sequence[Lettering]) -> str | None:
    """In a chat the first who speaks is on the other side; "I" and "you" answer."""
    if MINE.search(last_sentence(span.before)):
        return "reply"
    who = speaker_of(span)
    if who is None:
        return so_far[-1].role if so_far and so_far[-1].role in ("message", "reply") and NEXT_IN_ROW.fullmatch(span.before) else None
    others = list(dict.fromkeys([*(one.speaker for one in so_far if one.speaker), who]))
    return "reply" if who in ("i", "you", "we", "me") or others.index(who) == 1 and not {"i", "you", "we", "me"} & set(others) else "message"
