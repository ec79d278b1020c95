"""Words that ask for a film: "a slow pan over …", "5-second clip of …", "the camera orbits around it", "time-lapse of … from morning to noon".

prompt → the words of the film set aside; draft → `Filmed`. What moves is the camera, or the hour: what is in the scene stands still, and that is said.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from diorama.language.draft import Draft
from diorama.language.match import Atom
from diorama.language.model import Filmed, Move
from diorama.scene.lighting import TIMES

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen")
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
LONGEST, FARTHEST = 60.0, 120.0
"""Seconds of a film, degrees of a turn."""
TOLD: dict[str, str] = {
    "orbit": "the camera goes around", "dolly_in": "the camera comes nearer", "dolly_out": "the camera draws back", "pan_left": "the camera turns left",
    "pan_right": "the camera turns right", "crane_up": "the camera rises", "crane_down": "the camera sinks", "daylight": "the camera stands, the hour goes on",
}  # fmt: skip


class Words(NamedTuple):
    """What looks for films in a text."""

    spans: tuple[re.Pattern[str], ...]
    """Groups: move words (`noun`, `verb`), `clip`, `pace`, `long`, `degrees`."""
    beside: tuple[re.Pattern[str], ...]
    """What is read beside them only: how long, frames a second, to which hour."""
    moves: dict[str, Move]
    pace: dict[str, float]
    usual: float


@cache
def _words() -> Words:
    data = tomllib.loads(files("diorama.language.lexicon").joinpath("films.toml").read_text("utf-8"))
    said, clip = data["words"], data["clip"]
    moves = {word: name for name, kinds in data["moves"].items() for words in kinds.values() for word in words}
    of = {kind: [word for kinds in data["moves"].values() for word in kinds[kind]] for kind in ("nouns", "plain", "verbs")}
    number = rf"\d+(?:\.\d+)?|{_any((*NUMBERS, *TENS))}"
    pace, over = rf"(?P<pace>{_any((*said['slow'], *said['quick']))})", rf"(?:\s+(?:{_any(said['over'])}))"
    long, turn = rf"(?P<long>{number})[\s-]*(?:seconds?|secs?|s)(?:[\s-]*long)?", r"(?P<degrees>\d+)\s*(?:[\s-]degrees?|°)"
    lead = rf"(?:(?:an?|the|one)\s+)?(?:(?:{long}|{turn}|{pace}|short|brief|continuous|single|seamless|looping|cinematic|aerial|camera),?\s+)*"
    kind = rf"(?:\s+(?:shot|move|movement|video|clip))?(?!\s+(?:{_any(said['still'])}))"
    rest = rf"(?:{over}(?:\s+(?:{_any(said['them'])})\b)?)?\b"
    begin, end = r"(?:(?<=[.;:,\n(—–])\s*|^\s*)(?:(?:and|then|with|in|as|shot as)\s+)?", r"(?=\s*(?:[.;:,\n)—–]|$))"
    marked = rf"(?:{pace}\s+(?:camera\s+)?|camera\s+|{turn}\s+|{long}\s+)"
    adverb = rf"(?:{pace}\s+)?"
    camera = rf"(?:(?:(?:as|while|and|with|then)\s+)?(?:the|our)\s+|{begin})camera\s+(?:is\s+|then\s+)?{adverb}(?P<verb>{_any(of['verbs'])})\b(?:\s+{pace})?"
    spans = (
        rf"{begin}{lead}(?P<noun>{_any(of['nouns'])}){kind}(?:{rest}|{end})",
        rf"{begin}(?:an?\s+|the\s+)?{marked}(?P<noun>{_any(of['plain'])}){kind}{rest}",
        rf"^\s*(?:an?\s+)?(?P<noun>{_any(of['plain'])})\s+(?:around|over|across|along|in on)\b",
        rf"{camera}{rest}",
        rf"{begin}{lead}(?P<clip>{_any(clip['nouns'])})\s+(?:{_any(clip['of'])})\b",
        rf"{begin}(?:an?\s+|the\s+)?{long}\s+(?:\w+\s+)?(?P<clip>{_any((*clip['nouns'], *clip['timed']))})(?:\s+(?:{_any(clip['of'])})\b|{end})",
    )
    beside = (
        rf"(?:,\s*)?\b(?:over|for|lasting|during|in)\s+(?:the\s+course\s+of\s+)?{long}(?!\s+\w)",
        rf"(?:,\s*)?(?:(?<=[,;])\s*)?{long}{end}",
        r"(?:,\s*)?(?:\bat\s+)?(?P<fps>\d+)\s*(?:fps|frames\s+(?:a|per)\s+second)\b",
        rf"(?:,\s*)?\bfrom\s+(?P<first>{_any(_hours())})\s+(?:to|until|till|into)\s+(?P<last>{_any(_hours())})\b",
    )
    paces = {word: data["seconds"][kind] for kind in ("slow", "quick") for word in said[kind]}
    return Words(_compiled(spans), _compiled(beside), moves, paces, data["seconds"]["usual"])


def _any(words: Iterable[str]) -> str:
    """Any of them, the longest first; a space is one or more."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def _once(pattern: str) -> str:
    """Groups of one name that stand several times, numbered from the second on: Python takes a name once."""
    counts: dict[str, int] = {}

    def numbered(m: re.Match[str]) -> str:
        counts[m.group(1)] = counts.get(m.group(1), -1) + 1
        return f"(?P<{m.group(1)}{counts[m.group(1)] or ''}>"

    return re.sub(r"\(\?P<([a-z]+)>", numbered, pattern)


@cache
def _hours() -> dict[str, float]:
    return {name.replace("_", " "): hour for name, hour in TIMES.items()}


def _said(found: Iterable[re.Match[str]], name: str) -> list[str]:
    """What the groups of one name hold, as words, in order."""
    groups = (m.groupdict() for m in found)
    return [" ".join(value.lower().split()) for one in groups for key, value in one.items() if value and key.rstrip("0123456789") == name]


def set_aside(draft: Draft, text: str) -> str:
    """The text with the words of a film blank, of the same length; the draft has the film."""
    words = _words()
    if not (found := _spans(words.spans, text)):
        return text
    beside = _spans(words.beside, _blank(text, found))
    for m in (*found, *beside):
        start = m.start() + len(m.group()) - len(m.group().lstrip(" \n,;.:—–("))
        draft.note(Atom(start, m.end(), text[start : m.end()], "", ()), "camera")
    draft.filmed = _filmed(words, (*found, *beside), draft)
    return _kept_hour(_blank(text, (*found, *beside)), text, beside)


def _spans(patterns: Iterable[re.Pattern[str]], text: str) -> list[re.Match[str]]:
    """What is found, in order of the text; of two that overlap the longer."""
    every = sorted((m for one in patterns for m in one.finditer(text)), key=lambda m: m.start() - m.end())
    found: list[re.Match[str]] = []
    for m in every:
        if m.group().strip() and all(m.end() <= other.start() or other.end() <= m.start() for other in found):
            found.append(m)
    return sorted(found, key=lambda m: m.start())


def _blank(text: str, found: Iterable[re.Match[str]]) -> str:
    for m in found:
        text = text[: m.start()] + re.sub(r"[^\n]", " ", m.group()) + text[m.end() :]
    return text


def _kept_hour(blank: str, text: str, beside: Iterable[re.Match[str]]) -> str:
    """The hour at which a film of the light begins is the scene's: its word stays."""
    for m in beside:
        if m.groupdict().get("first"):
            start, end = m.span("first")
            blank = blank[: start - 2] + ", " + text[start:end] + blank[end:]
    return blank


def _compiled(patterns: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_once(one), re.IGNORECASE) for one in patterns)


def _filmed(words: Words, found: Iterable[re.Match[str]], draft: Draft) -> Filmed:
    found = list(found)
    said: list[Move] = [words.moves[one] for m in found for name in ("noun", "verb") for one in _said([m], name)]
    move: Move = said[0] if said else "orbit"
    paces = [words.pace[one] for one in _said(found, "pace")]
    seconds = [_number(one) for one in _said(found, "long")]
    degrees = [float(one) for one in _said(found, "degrees")]
    frames = [float(one) for one in _said(found, "fps")]
    hours = [_hours()[last] - _hours()[first] for first, last in zip(_said(found, "first"), _said(found, "last"), strict=True)]
    turned = min(degrees[0], FARTHEST) if degrees and move in ("orbit", "pan_left", "pan_right") else None
    long = min(max(seconds[0], 0.1), LONGEST) if seconds else paces[0] if paces else words.usual
    fps = min(max(frames[0], 1.0), 60.0) if frames else None
    made = Filmed(move=move, seconds=long, fps=fps, amount=turned or None, hours=hours[0] if hours and move == "daylight" else None)
    _tell(draft, made, found, said, seconds, degrees)
    return made


def _tell(draft: Draft, made: Filmed, found: list[re.Match[str]], said: list[Move], seconds: list[float], degrees: list[float]) -> None:
    span = (found[0].start(), found[0].end())
    how = TOLD[made.move] + (f" by {made.amount:g}°" if made.amount else "") + ("" if said else ", as no move is named")
    text = f"a film of {made.seconds:g} seconds: {how}; what is in it stands still"
    draft.say("note", "film", text, span, "move=none makes a picture instead; move, seconds and fps are options")
    if len(set(said)) > 1:
        draft.say("warning", "one-move", f"a film has one move: {TOLD[made.move]}; what else is to move is left out", span, "make a film of each")
    if seconds and seconds[0] > LONGEST or degrees and degrees[0] > FARTHEST and made.amount:
        draft.say("warning", "film-cut", f"a film has {LONGEST:g} seconds at most, a turn {FARTHEST:g}°", span, "make it in parts")


def _number(text: str) -> float:
    return float(TENS.get(text) or NUMBERS.index(text) + 1) if text.isalpha() else float(text)
