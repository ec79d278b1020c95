"""Quotations that are no text of the picture: a nickname, what somebody said about the work, the work whose style is asked for, a word in quotation marks
("a “vintage” look"). Their marks are left blank and they are read as words; what was said about the work is set aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diorama.language.lettering_words import TABLE
from diorama.language.lexicon import classes
from diorama.language.syntax.unquoted import QUOTED

REACH = 80
"""Characters before a quotation that tell what it is."""
SOMEBODY = (
    r"client|boss|manager|editor|wife|husband|partner|mother|mum|mom|father|dad|friend|sister|brother|colleague|daughter|son|teacher|designer|team|director"
    r"|brief|customer|marketing|landlord|professor|agency"
)
SAID = re.compile(
    rf"\b(?:my|our|the|his|her|their) (?:[\w-]+ )?(?:{SOMEBODY})s? (?:[\w']+ ){{0,3}}?(?:said|says|saying|tells?|telling|told|wrote"
    r"|asked for|asks for|wants|wanted)"
    r"(?: (?:me|us|you))?(?: that)?\s*[,:]?\s*$", re.I,
)  # fmt: skip
"""Who speaks is not in the picture, but of it."""
NICKNAMED = re.compile(
    r"\b(?:(?:better |also |only |widely )?known (?:[\w’']+ ){0,5}?as|nicknamed|dubbed|aka|a\.k\.a\.|goes by(?: the name(?: of)?)?"
    r"|(?:everyone|everybody|people|friends|they|we|i|neighbours|locals|kids|the \w+) (?:just |all |only |fondly )?calls?(?: (?:him|her|it|them))?"
    r"|whom? (?:[\w’']+ ){1,3}calls?(?:ed)?(?: (?:him|her))?|whom? (?:[\w’']+ ){1,3}called)\s*,?\s*$", re.I,
)  # fmt: skip
STYLE = re.compile(
    r"\b(?:in the (?:style|manner|spirit|vein|mood|look|world|tradition) of|inspired by|reminiscent of|à la|(?:still|scene|frame|shot|character) from"
    r"|(?:looks?|feels?|straight) (?:like|out of)|homage to|a nod to)(?: (?:the|a|an))?"
    r"(?: (?:old |classic |cult )?(?:film|movie|book|novel|song|series|game|show|painting"
    r"|poster|album))?\s*$", re.I,
)  # fmt: skip
DETERMINED = re.compile(r"\b(?:an?|that|his|her|their|its|this)(?: (?:very|rather|slightly|kind of|real|typical|permanent|little|certain))?\s*$", re.I)
FOLLOWED = re.compile(r"\s+(?P<noun>[a-z][a-z-]+)")
LOOKS = frozenset(
    "look looks feel feeling style styling vibe vibes mood aesthetic stare face expression smile grin attitude atmosphere tone approach effect energy".split()
)
UNSEEN = frozenset(("attribute", "cognition", "feeling", "state"))
"""Classes of nouns that bear no words."""
SPOKEN = re.compile(r"\b(?:comic|chat|speech (?:bubble|balloon)s?|cartoon|messages?)\b", re.I)
"""Pages on which people speak."""


def quotations_aside(text: str) -> Iterator[tuple[int, int, bool]]:
    """From where to where each such quotation goes with its marks; True: what was said about the work."""
    spoken = SPOKEN.search(text)
    for m in QUOTED.finditer(text):
        before = text[max(0, m.start() - REACH) : m.start()]
        if SAID.search(before) and not spoken:
            yield m.start(), m.end(), True
        elif NICKNAMED.search(before) or STYLE.search(before) or _attributive(before, text[m.end() :]):
            yield m.start(), m.end(), False


def _attributive(before: str, after: str) -> bool:
    """Whether a quotation only tells what a noun is like: "a “don't talk to me” stare"."""
    following = FOLLOWED.match(after) if DETERMINED.search(before) else None
    if following is None:
        return False
    noun = following["noun"]
    named = any(noun in words for words in TABLE["roles"].values()) or noun in TABLE["of_pages"]["nouns"] and noun not in LOOKS
    return noun in LOOKS or not named and classes.kind(noun) in UNSEEN
