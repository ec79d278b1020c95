"""What stands right before a string and says it: "a doormat reading", "the notice next to it says", "a label:".

joined    a participle, a relative clause or "with" says the string of the noun that it is joined to; of a plain thing's place it says it of the page there
subject   a verb says it of what opens its clause, whatever stands between ("the sticker on the first board reads")
laid      words that only lay a text out ("below it in smaller letters", "at the foot:") go on about the surface of the string before
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from diorama.language.lettering_words import TABLE, role_words
from diorama.language.lexicon import classes
from diorama.language.mentions import TEXTS, Mention
from diorama.typeset import TEMPLATES

CUES = TABLE["contact"]
JOINED = re.compile(
    r"(?:^|[\s,(])(?P<how>(?:(?:that|which)\s+(?:\w+ly\s+)?)?(?:" + "|".join(CUES["finite"]) + r")|" + "|".join(CUES["participles"])
    + r"|(?:with|bearing|carrying|showing)(?:\s+[\w-]+){0,4}?\s+(?:" + "|".join(CUES["wording"]) + r"))"
    r"(?:\s+(?:" + "|".join(CUES["fillers"]) + r"))*\s*[,:]?\s*$", re.I,
)  # fmt: skip
WITH = re.compile(r"[\s,](?:with|bearing)\s*$", re.I)
LAID_ON = re.compile(
    r"\s*,?\s*(?:(?:boldly|neatly|hand-?)?\s?\w+(?:ed|en|wn)\s)?(?:in [\w\s-]{2,30} )?"
    r"(?:on|across|over|along|around|round|into) (?:it|them|the|its|his|her|their|top)\b"
    r"|\s*,?\s*(?:" + "|".join(CUES["put"]) + r")\b", re.I,
)  # fmt: skip
"""After a string that "with" brings: it is written on what has it ("with “X” across the back")."""
FINITE = re.compile(r"(?:" + "|".join(CUES["finite"]) + r")\b", re.I)
PASSIVE = re.compile(r"\b(?:is|are|was|were|been)(?: \w+ly)?\s$", re.I)
PLACING = re.compile(r"(?:printed|embroidered|engraved|carved|etched|embossed|stamped|called|named)\s*$", re.I)
"""What is done to the words: "across the chest is printed"; what bears them is told otherwise."""
WHOSE = re.compile(r"\bwhose\s", re.I)
BREAK = re.compile(r"[.;!?:](?=\s|$)|[,()](?=\s|$)|\s[—–]\s|\s(?:and|while|but|where|as)\s", re.I)
HUNG = re.compile(
    r"^\W*(?:(?!on |in |with )[\w-]+ ){0,4}(letters|lettering|capitals) (?:above|over) (?:the|its|a|an) (?:\w+ )?"
    r"(?:" + "|".join(CUES["fronts"]) + r")\b", re.I,
)  # fmt: skip
SENTENCE = re.compile(r"[.;!?](?=\s|$)")
STOP = re.compile(r"[.;!?:,()](?=\s|$)|\s[—–]\s")
TURN = re.compile(r"\b(?:the|another) (?:one|first|second|third|fourth|fifth|last|next|other|\w+est)$", re.I)
"""One of several: "on the smallest"."""
WORD = re.compile(r"[\w'’&-]+")
BETWEEN = re.compile(r"[\s,]*(?:(?:is|are|was|were|it|simply|neatly|boldly|proudly|clearly|\w+ly)[\s,]*){0,2}", re.I)
DEVICES = frozenset(("phone", "smartphone", "laptop", "tablet", "monitor", "computer", "television", "tv"))
PLACED = frozenset("on onto in inside at by beside near above below under behind against over next to from along around of".split())
SURFACES = frozenset(CUES["surfaces"])
"""Nouns that bear the string that follows them at once."""
SAY = frozenset(CUES["spoken_for"])
"""Words for texts that are surfaces of their own where something is said of them."""


@cache
def layout_words() -> frozenset[str]:
    """Words that lay a text out and name no thing."""
    tables = (w for t in ("roles", "hands", "places", "scales", "inks") for words in (TABLE[t].values() if t != "inks" else [TABLE[t]]) for w in words)
    told = {word for phrase in (*tables, *TABLE["bearers"]["parts"], *TABLE["bearers"]["tools"], *CUES["layout"]) for word in phrase.lower().split()}
    nouns = {noun for made in TEMPLATES.values() for noun in made.nouns}
    return frozenset((told | {w for w in role_words() if " " not in w}) - (nouns - {"letter", "line", "list", "note", "caption"}))


def contact(text: str, begin: int, start: int, end: int, mentions: Sequence[Mention]) -> Mention | None:
    """The mention that the words right before a string say it of. `begin`: where the words since the last string begin; `end`: where the string ends."""
    gap = text[begin:start]
    inside = [m for m in mentions if begin <= m.start and m.end <= start and _bears(m) and text[m.end] not in "'’"]
    if hit := JOINED.search(gap):
        said = _said_of(text, begin, begin + hit.start("how"), hit["how"], inside)
        return said if said is not None and _named(text, said) else None
    if hit := WITH.search(gap):
        near = _page_of(text, begin, _nearest(text, begin + hit.start(), inside), inside, begin + hit.start())
        return near if near is not None and (not near.plain or LAID_ON.match(text, end) and (near.governed not in PLACED or _garment(near))) else None
    bare = gap.rstrip(" ,:")
    near = next((m for m in reversed(inside) if m.end == begin + len(bare) and _named(text, m)), None)
    return near if near is not None and _surface(near) and near.governed not in ("of",) else None


def laid(text: str, begin: int, start: int) -> bool:
    """Whether the words of the last clause before a string only lay it out."""
    gap = text[begin:start].rstrip(" :,")
    if TURN.search(gap):
        return False
    cuts = [m.end() for m in STOP.finditer(gap)]
    clause = next((gap[a:b] for a, b in zip(reversed([0, *cuts]), reversed([*cuts, len(gap)]), strict=True) if WORD.search(gap[a:b])), "")
    words = [w.lower() for w in WORD.findall(clause)]
    return bool(words) and all(w in layout_words() or w.isdigit() for w in words)


def _named(text: str, mention: Mention) -> bool:
    """Whether it stands there by its noun, not as "the second one"."""
    return mention.noun == "sign" or text[mention.start : mention.end].lower().startswith(mention.noun.lower())


def _bears(mention: Mention) -> bool:
    """Whether it can be a surface: no text of another ("a caption"), nothing that lives."""
    noun = mention.noun.lower()
    if noun in TEXTS and noun not in SAY:
        return False
    kinds = {sense.kind for sense in classes.noun(mention.last.removesuffix("s"))}
    return not mention.plain or not kinds & {"animal", "person"} or "artifact" in kinds


def _garment(mention: Mention) -> bool:
    return classes.is_a(mention.last.removesuffix("s"), "clothing")


def _surface(mention: Mention) -> bool:
    """Whether it bears words by itself."""
    noun = mention.noun.lower()
    return not mention.plain and noun in SURFACES


def _said_of(text: str, begin: int, at: int, how: str, inside: Sequence[Mention]) -> Mention | None:
    before = [m for m in inside if m.end <= at]
    if not before:
        return None
    if PASSIVE.search(text, begin, at):
        return None if PLACING.match(how) else _subject(text, begin, at, before)
    if not FINITE.match(how):
        return _page_of(text, begin, _nearest(text, at, before), before, at)
    if whose := list(WHOSE.finditer(text, begin, at)):
        owned = next((m for m in before if m.start >= whose[-1].end()), None)
        if owned is not None:
            return owned
    return _subject(text, begin, at, before)


def _nearest(text: str, at: int, inside: Sequence[Mention]) -> Mention | None:
    """The mention that ends just before a place."""
    near = next((m for m in reversed(inside) if m.end <= at), None)
    return near if near is not None and BETWEEN.fullmatch(text, near.end, at) else None


def _page_of(text: str, begin: int, near: Mention | None, before: Sequence[Mention], at: int) -> Mention | None:
    """What a joined word is said of: of what a thing is of, is at or is shown on ("a bottle of sauce called", "a sign on a wall that says"), the thing."""
    if near is None or not near.governed:
        return near
    cut = max((m.end() for m in SENTENCE.finditer(text, begin, near.start)), default=begin)
    earlier = [m for m in before if m.start >= cut and m is not near]
    if near.governed == "of" and earlier:
        return earlier[-1]
    if near.governed not in PLACED or _garment(near) or not (near.plain or near.noun.lower() in DEVICES):
        return near
    pages = [m for m in earlier if not m.plain and (not m.weak or m.fresh) and m.noun.lower() not in DEVICES]
    parted = "," in text[near.end : at]
    return pages[-1] if pages else next((m for m in earlier if not m.governed), near) if parted else near


def _lettered(clause: str, at: int) -> Mention | None:
    """ "Gold lettering above the window says": a sign of the house's own."""
    hit = HUNG.search(clause)
    return Mention("sign", "shop_sign", at + hit.start(1), at + hit.end(1), "", True, False, "", False) if hit else None


def _subject(text: str, begin: int, at: int, before: Sequence[Mention]) -> Mention | None:
    """What opens the clause that ends at a place; a clause without a noun goes on with the one before it."""
    sentence = max((m.end() for m in SENTENCE.finditer(text, begin, at)), default=begin)
    cuts = [sentence, *(m.end() for m in BREAK.finditer(text, sentence, at)), at]
    for a, b in zip(reversed(cuts[:-1]), reversed(cuts[1:]), strict=True):
        named = [m for m in before if a <= m.start < b]
        if hung := _lettered(text[a:b], a):
            return hung
        if named:
            first = next((m for m in named if not m.governed), None)
            return first if first is not None and len(text[a : first.start].split()) <= 6 else None
        if not _verbal(text[a:b]):
            return None
    return None


def _verbal(clause: str) -> bool:
    """Whether a clause without a surface may stand between a subject and its verb: ", nailed to the post,", ", in gold,"."""
    words = WORD.findall(clause)
    return not words or words[0].lower() in ("in", "on", "at", "by", "also", "then", "hand-painted") or words[0].lower().endswith(("ed", "ing"))
