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
OVER_A_FRONT = re.compile(
    r"(?:^|[.;]\s+|,? and )(?:above|over) (?:the|its|a|an) (?:\w+ )?(?:" + "|".join(CUES["fronts"]) + r"),? (?:\w+ )?in [^.;,]{0,40}"
    r"\b(?P<what>letters|lettering|capitals),? (?:it (?:says|reads)|stands?|is|are)(?: written| painted)?[\s,:]*$", re.I,
)  # fmt: skip
"""A sign of the house's own: "above the door, in weathered brass letters, it says"."""
ON_WHICH = re.compile(
    r"\s(?:on|across|over|into|onto) which (?:(?:is|are|was|were)|some(?:one|body) (?:has )?|(?:he|she|they) (?:has |have )?)[\w -]{3,40}[:,]?\s*$", re.I,
)  # fmt: skip
BESIDE_WHICH = re.compile(r"\b(?:beside|below|above|under|beneath|over|next to|around) which (?:is|are|stands?|it says)(?: \w+)?$", re.I)
"""Where on the same surface the words stand."""
PICTURED = re.compile(r"\b(?:photo|photograph|picture|drawing|painting|illustration|image) of (?:an? |the |\w+ )?$", re.I)
"""Before what is shown on a surface and bears none of its words."""
INVERTED = re.compile(
    r"\b(?:lies|lie|hangs?|stands?|leans?|sits?|there (?:is|are)|rests?|flutters?|dangles?)\s(?:an?|one|two|three|another)\s[^,.;]*$"
    r"|(?:^|\band |[.;,] )(?:around|on|in|under|over|beside|at|behind|below|above|across) (?:the|its|his|her) [\w -]{2,24}?"
    r" (?:an?|one|another) [^,.;]*$", re.I,
)  # fmt: skip
IN_IT = re.compile(r" (?:on|in|at|under) (?:it|them|top)$")
"""After what bears the words: "a bucket with a paper flag in it: …"."""
IS_A = re.compile(r"(?: itself)? (?:is|are|was) (?:an?|the) [\w -]{0,30}", re.I)
SENTENCE = re.compile(r"[.;!?](?=\s|$)")
STOP = re.compile(r"[.;!?:,()](?=\s|$)|\s[—–]\s")
TURN = re.compile(
    r"\b(?:the|another) (?:one|first|second|third|fourth|fifth|last|next|other|\w+est)(?: one)?(?: (?:says|reads|bears|shows|is))?$"
    r"|\ban? (?:second|third|fourth|similar|matching|\w+er) one$", re.I,
)  # fmt: skip
"""One of several: "on the smallest"."""
WORD = re.compile(r"[\w'’&-]+")
BETWEEN = re.compile(
    r"(?: of [a-z]+)?[\s,]*(?:(?:on|in|at|to|under|below|around) (?:it|them|him|her)\b[\s,]*)?"
    r"(?:(?:is|are|was|were|it|simply|neatly|boldly|proudly|clearly|\w+ly)[\s,]*){0,2}", re.I,
)  # fmt: skip
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
    if hung := OVER_A_FRONT.search(gap):
        return Mention("sign", "shop_sign", begin + hung.start("what"), begin + hung.end("what"), "", True, False, "", False)
    inside = [m for m in mentions if begin <= m.start and m.end <= start and _bears(m) and text[m.end] not in "'’"]
    if hit := ON_WHICH.search(gap):
        return next((m for m in reversed(inside) if m.end <= begin + hit.start()), None)
    if (hit := JOINED.search(gap)) and not any(m.end == begin + hit.end("how") for m in inside):  # "a shopping list:" lists nothing
        said = _said_of(text, begin, begin + hit.start("how"), hit["how"], inside)
        return said if said is not None and _named(text, said) else None
    if hit := WITH.search(gap):
        near = _page_of(text, begin, _nearest(text, begin + hit.start(), inside), inside, begin + hit.start())
        if near is None or not near.plain:
            return near
        laid_on = LAID_ON.match(text, end) and (near.governed not in PLACED or _garment(near)) and not PICTURED.search(text[: near.start])
        return near if laid_on or near.fresh and INVERTED.search(text[begin : near.start]) else None
    bare = gap.rstrip(" ,:")
    on_it = IN_IT.search(bare) if gap.rstrip().endswith(":") else None
    near = next((m for m in reversed(inside) if m.end == begin + (on_it.start() if on_it else len(bare))), None)
    if near is not None and not _named(text, near):  # "the middle one “Quince”"
        return near if near.ordinal and not near.governed and not gap.rstrip().endswith(",") else None
    return near if near is not None and (_surface(near) or on_it and near.fresh) and near.governed not in ("of",) else None


def laid(text: str, begin: int, start: int) -> bool:
    """Whether the words of the last clause before a string only lay it out."""
    gap = text[begin:start].rstrip(" :,")
    if TURN.search(gap):
        return False
    cuts = [m.end() for m in STOP.finditer(gap)]
    clause = next((gap[a:b] for a, b in zip(reversed([0, *cuts]), reversed([*cuts, len(gap)]), strict=True) if WORD.search(gap[a:b])), "")
    words = [w.lower() for w in WORD.findall(clause)]
    return bool(words) and all(w in layout_words() or w.isdigit() for w in words)


def beside_which(text: str, begin: int, start: int) -> bool:
    """Whether the words right before a string only tell what it stands beside: "a red cross, beside which is written"."""
    return BESIDE_WHICH.search(text[begin:start].rstrip(" :,")) is not None


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
    return not mention.plain and (noun in SURFACES or mention.fresh and noun.split()[-1] in ("note", "notice"))


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
    if near is None:
        return None
    if near.plain and near.fresh and (same := _is_a(text, near, before)):
        return same
    if not near.governed:
        return near
    cut = max((m.end() for m in SENTENCE.finditer(text, begin, near.start)), default=begin)
    earlier = [m for m in before if m.start >= cut and m is not near]
    if near.governed == "of" and earlier:
        return earlier[-1]
    if near.governed == "with" and near.plain and "," in text[near.end : at] and (free := [m for m in earlier if not m.governed]):
        return free[-1]  # "a tile, painted with lemons, bearing …"
    if near.governed not in PLACED or _garment(near) or not (near.plain or near.noun.lower() in DEVICES):
        return near
    pages = [m for m in earlier if not m.plain and (not m.weak or m.fresh) and m.noun.lower() not in DEVICES]
    parted, free = "," in text[near.end : at], next((m for m in earlier if not m.governed), near)
    return pages[-1] if pages else free if parted or free.bears and not near.bears else near  # "a cushion on a sofa that says"


def _is_a(text: str, near: Mention, before: Sequence[Mention]) -> Mention | None:
    """What a thing only tells the kind of: the magnet, of "the magnet itself is a tiny pizza that says"."""
    what = next((m for m in reversed(before) if m.end <= near.start), None)
    return what if what and not what.governed and IS_A.fullmatch(text, what.end, near.start) else None


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
