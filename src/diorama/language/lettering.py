"""What is to be read in the picture: a prompt comes in; strings go out, each once and with every character, with its role, its look and what carries it.

strings     quotations; `syntax.unquoted` has put marks round those that stand without
carriers    the nouns of templates: the nearest before a string bears it, else the first after it
cues        the words round a string: role, hand, colour, size, place on the page     lettering.toml
content     where no word tells the role: prices, dates, times and addresses tell it themselves; the first string of a carrier is its title
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from diorama.language.bearers import UNNAMED, Bearer, bearers
from diorama.language.charts import chart_roles, unquoted_rows
from diorama.language.contact import laid
from diorama.language.drawings import drawn_spans
from diorama.language.lettering_words import TABLE
from diorama.language.match import match
from diorama.language.tables import table_roles, unquoted_cells
from diorama.language.tokens import scan
from diorama.scene import Colour, Label
from diorama.typeset import TEMPLATES

REACH = 90
"""Characters before a string in which words speak of it."""
TRAILING = re.compile(
    r"^\s*,?\s*(?:(?:is|are|was)\s+)?(?:(?:written|printed|set|painted|embroidered|engraved|hand-lettered|displayed|shown|rendered|lettered|placed|centred|centered|glowing|stamped)\b\s*)?"
    r"(?:(?:in|at|along|on|across|over|as|above|below|beneath|underneath)\s[^,.;:\n]*?)(?=\s*(?:,|\.|;|:|\n|\band\b"
    r"|\bto\b(?=\s*$)|\bwith\b|\babove\b|\bbelow\b|\bbeneath\b|\bunder\b|\bwhile\b|$))",
    re.I,
)
GROUND = re.compile(r"\bon (?:an? )?(?:\w+ )?$", re.I)
INKED = re.compile(r"[\w-]+(?:\s+(?!with\b)\w+)?(?:(?:\s+(?!with\b)[\w-]+){0,3}?\s+(?:letters?|lettering|text|words?|writing|script|type|ink|paint|print|font|neon|chalk|caps|capitals|numbers?|digits|characters)\b.*|\W*)$", re.I | re.S)
"""What a colour before a string is told of: the letters themselves, not the thing that bears them ("a blue bottle reading")."""
BARE = re.compile(r"[\w-]+(?:\s(?:background|ground|paper|field|and|with)\b|\s*(?:[,.;:]|$))", re.I)
METAL = re.compile(r"\b(?:" + "|".join(TABLE["inks"]) + r")\b", re.I)
GREETING = re.compile(r"(?:dear|hi|hello|yours|love|sincerely|(?:kind|best|warm) (?:regards|wishes)|liebe|cher|chère|querid)\b", re.I)
RUNNING = frozenset(("heading", "list", "steps", "menu", "message", "note", "balloon", "caption"))
"""Roles that go on through a row of strings."""
REPEATED = frozenset(("button", "badge", "heading", "list", "note"))
UNBORNE = -1
"""The instance of what nothing bears: no sign that a later word names."""
SPEAKING = frozenset(("chat", "comic", "sticky_notes", "newspaper", "magazine", "page"))
PAIRING = frozenset(("menu", "recipe_card", "poster", "page", "shop_sign", "chalkboard", "whiteboard"))
EVENTS = frozenset(("invitation", "poster", "ticket", "banner"))
"""Pages that tell when and then where."""
REFERRED = re.compile(
    r"\b(?:above|below|beneath|under|underneath|over|beside|after|before|between|next to) (?:(?:the|its|that|this|these) )?(?:[\w'’-]+ )?$", re.I,
)  # fmt: skip
"""Before a role that only tells where the next string stands: "below the names"."""
STANDING = re.compile(r"\b(?:stand|sit|hang|lie|lean|line up|wait)s? in (?:an?|one|two|three|four) (?:[\w-]+ )?(?:row|column|line)s?\b", re.I)
OVER_IT = re.compile(
    r"\W*(?:and\s|then\s)?(?:(?:just|right|directly) )?(?:above|over) "
    r"(?:it|that|this|them|these|the (?:title|name|names|headline|heading|logo|author(?:['’]s name)?|main \w+))\b", re.I,
)  # fmt: skip
OVER_LINE = re.compile(
    r"\W*(?:and\s)?(?:an?|the|one) (?:[\w-]+ ){0,2}(?:line|text|words?|lettering) (?:just |right )?(?:above|over)"
    r" (?:it|the (?:title|name|names|headline))\b", re.I,
)  # fmt: skip
ONE_MORE = re.compile(r"\b(?:an?|another|the other|the second|the next) (?:[\w-]+ ){0,2}(?:one|another)\W*(?:says|reads|saying|reading|with)?\W*$", re.I)
SPEAKER = re.compile(
    r"(?:^|[.;,:]\s|\band\s|\bthen\s|\bto which\s"
    r"|\b(?:panel|first|second|third|fourth|last|next|one|left|right|middle),?\s)(?:the |an? )?(?P<who>\w+)(?:'s)?(?:, [^,.;:]{3,44},| (?:on|at|to) the (?:left|right)(?: side)?,?)? (?:then )?"
    r"(?:writes?|wrote|answers?|answered|replies|replied|sends?|sent|says?|said|asks?|asked|texts?|types?)\b", re.I,
)  # fmt: skip
SENTENCE_END = re.compile(r"[.!?;](?=\s)|\n")
HOUR = re.compile(r",\s*\d{1,2}[.:]\d\d$")
"""An hour after a name: "Reserved for Ada, 10.30"."""
NEXT_IN_ROW = re.compile(r"[\s,;]*(?:and|or)?[\s,]*(?:then)?[\s,]*", re.I)
OPENING = {"calendar": ("date", "badge")}
"""Roles that the first string of a page has not, where no other is its title."""
SHOWY = frozenset(("script", "display", "blackletter", "brush", "art_deco"))
"""Hands of names, under a line of small letters."""
AWARDED = re.compile(
    r"\b(?:awarded to|presented to|certif(?:y|ies) that|given to|granted to"
    r"|(?:hereby )?(?:awards?|honou?rs|confers? (?:up)?on|recogni[sz]es))\W*$", re.I,
)  # fmt: skip
FREE = (None, "heading", "list", "body", "subtitle")
NAMED = (*FREE, "title", "number", "caption")
"""Roles that joined pairs may have been taken for: "“Table Fern” with the names “Odette, Pascal”"."""
WITH = re.compile(
    r"\s*(?:with|for|:|and below it|above|with the (?!(?:title|subtitle|caption|footer|price|date)\b)(?:[\w-]+ )?(?:text|words?|names?|\w+s))\s*", re.I,
)  # fmt: skip
DESTINATION = re.compile(r".*\w\s+\d+(?:[.,]\d+)?(?:\s?(?:km|mi|miles))?$|[←→↑↓].*|.*[←→↑↓]$")
"""A place and how far it is, or which way."""
NOUNS = frozenset(noun for made in TEMPLATES.values() for noun in made.nouns)
LONE = frozenset(("newspaper", "magazine", "certificate"))
"""Pages whose headings open running text."""
STORIES = frozenset(("newspaper", "magazine"))
"""Pages with a name of their own over their stories' headlines."""
HEADLINE = re.compile(r"\bhead(?:line|ing)s?\b", re.I)
LED = frozenset(("newspaper", "magazine", "infographic", "dashboard", "slide"))
"""Pages of one title; a second opens a part."""
PRICED = frozenset(("menu", "chalkboard", "receipt", "shop_sign", "shop_screen"))
BARE_ROW = re.compile(r"(?!(?:since|est\.?|from)\s)[^\d]+\s\d{1,3}(?:[.,]\d{1,2})?\s?[€£$]?", re.I)
"""A name and a price without a currency, and no other number: no telephone's."""
UNTOLD = ("title", "subtitle", "body")
"""Roles that a text may have by its turn alone."""
MONEYED = re.compile(r"[£$€¥₹]\s?\d|\d\s?[£$€¥₹]")
CLOSED = frozenset(("receipt", "menu"))
"""Pages on which what follows their rows closes them."""
LATE = frozenset(("date", "time", "place", "price", "contact"))
"""Roles after which no line belongs to the title any more."""
COUNTED = re.compile(r"^(?!(?:since|est\.?|established|founded|anno|from|seit|depuis)\s)[^\d].*\S\s+\d{1,4}\s?(?:[.,]\d+)?\s?\D{0,2}$")
"""A dish with its price, as menus have it that name no currency."""
ROW = re.compile(r"^[^\d£$€¥].*\S\s+[-–—.:]*\s*(?:[£$€¥]\s?\d[\d.,]*|\d+[.,]\d\d\s?[€£$]?)$")
CLOCK = r"^(?:doors\s|from\s|at\s)?\d{1,2}(?:[:.]\d\d\s?(?:am|pm|h|uhr)?|\s?(?:am|pm|h|uhr))"
MONEY = r"^(?:from\s)?(?:[£$€¥₹]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[£$€¥₹]|euros?|dollars?|pounds?|p|cents?))"
ON_TERMS = r"(?:,?\s(?:on|at|in|with|for|per|off|entry|admission|only|each)(?:\s\w+){0,3})?$"
SPAN_OF_HOURS = CLOCK + r"(?:\s?(?:[-–—]|to)\s?" + CLOCK.removeprefix("^") + r")?$|^\d{1,2}\s?(?:[-–—]|to)\s?\d{1,2}\s?(?:am|pm|h|uhr)$"
SPELT_HOUR = r"^(?:doors\s|from\s|at\s)?(?:(?:half|quarter|ten|five|twenty) (?:past|to) \w+|noon|midnight|\w+ o[’']clock)\b(?: in the \w+| sharp)?$"
DOMAIN = re.compile(r"^(?:[a-z0-9-]{2,}\.)+(?!(?:km|kg|am|pm|min)$)[a-z]{2,12}(?:/\S*)?$")
CONTENT = (
    ("price", re.compile(MONEY + r"(?:\s?(?:/|per|each|a)\s?\w*)?" + ON_TERMS + r"|^(?:free (?:entry|admission)|(?:entry|admission) free)$", re.I)),
    ("time", re.compile("|".join((SPAN_OF_HOURS, SPELT_HOUR)), re.I)),
    ("date", re.compile(r"(?:\b\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2}(?:st|nd|rd|th)?)?\s+)?\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\b\.?\s?\d{1,4}|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$", re.I)),
    ("number", re.compile(r"^(?:row|seat|gate|platform|table|no\.|nr\.?|#)\s?[A-Z\d]{1,6}\b.{0,24}$", re.I)),
    ("contact", DOMAIN),
    ("contact", re.compile(r"^(?:https?://|www\.|@|#)\S+$|^\S+@\S+\.\w+$|^\S+\.(?:com|org|net|example|co\.uk|de|io|app)\b\S*$|^\+?[\d ()-]{7,}$", re.I)),
)


@dataclass(frozen=True)
class Lettering:
    """One string that is to be read, where it stands in the prompt, and what the words round it say."""

    text: str
    start: int
    end: int
    carrier: str
    """The noun that bears it, as written; empty where no word names one."""
    template: str
    instance: int
    """Which of several carriers, in their order in the prompt."""
    role: str | None = None
    hand: str | None = None
    colour: Colour | None = None
    at: str | None = None
    scale: float = 1.0
    paper: Colour | None = None
    """The colour that it stands on."""
    bearer: Bearer | None = None
    speaker: str = ""
    """Who says it in a chat, as the words have it."""
    cues: tuple[tuple[int, int], ...] = ()
    """Where the words stand that told any of this."""


@dataclass(frozen=True)
class Span:
    """A string with the words that speak of it: those since the last string, less what trails after that one, and its own trailing phrase."""

    start: int
    end: int
    text: str
    before: str
    after: str


@lru_cache(maxsize=32)
def letterings(prompt: str) -> tuple[Lettering, ...]:
    """Every string of a prompt that is to be read, in order."""
    spans = _spans(prompt)
    places = [(s.start, s.end) for s in spans]
    tabled = table_roles(prompt, places)
    charted = chart_roles(prompt, places) | tabled
    borne = bearers(prompt, places, [len(s.after) for s in spans], _drawings(prompt, places))
    found: list[Lettering] = []
    for k, (span, bearer) in enumerate(zip(spans, borne, strict=True)):
        one = _read(span, bearer, found)
        if role := charted.get(k):
            one = replace(one, role=role, template=one.template if bearer else "page" if k in tabled else "slide")
        found.append(one)
    found = _bubbled(prompt, _placed(prompt, found))
    return tuple(_priced(_listed(_settled(_paired(prompt, _headed(prompt, _with_slogans(prompt, found)))))))


ACROSS = re.compile(r"\b(?P<low>bottom|foot)\b|\b(?P<high>top)\b", re.I)
"""Words for a height on the page, in a sentence that also tells left or right."""
HAND = ("left", "right")
UNSIDED = frozenset(("chat", "comic", "sticky_notes"))
"""Pages on which left and right tell who speaks, or nothing."""


def _placed(prompt: str, found: list[Lettering]) -> list[Lettering]:
    """Left and right as the sentence has them: with the height that it tells as well ("along the bottom “a” on the left and “b” on the
    right"), and for all that follows a place in it ("on the left “Coffee” with “Espresso”"). One text alone is on no side of its page."""
    made: list[Lettering] = []
    for one in found:
        last = made[-1] if made and _mates(made[-1], one) else None
        gap = prompt[last.end : one.start] if last else ""
        goes_on = last is not None and not SENTENCE_END.search(gap)
        at = one.at
        if one.template == "comic" and one.role in (None, "balloon") and at in HAND:
            pass  # who speaks stands there
        elif one.template in UNSIDED or at in HAND and (len(_of_page(one, found)) < 2 or _before_its_page(prompt, one)):
            at = None if at in HAND else at
        elif at in HAND:
            at = _at_height(prompt, one, made, at)
        elif at is None and last and last.at and (last.at or "").startswith("bottom") and one.role == "kicker":
            at = last.at  # over what stands at the foot
        elif at is None and goes_on and last and last.at and (last.at in HAND and not LEVEL.search(gap) or NEXT_IN_ROW.fullmatch(gap)):
            at = last.at
        alike = last is not None and last.role == one.role and NEXT_IN_ROW.fullmatch(gap) is not None  # "in small letters “a” and “b”"
        made.append(replace(one, at=at, scale=last.scale if alike and last and one.scale == 1.0 else one.scale))
    return [replace(one, at=None) if one.at in HAND and _lone_side(one, made) else one for one in made]


LEVEL = re.compile(r"\b(?:in the (?:middle|centre|center)|between|across|at the (?:bottom|top|foot))\b", re.I)


def _mates(a: Lettering, b: Lettering) -> bool:
    return (a.template, a.instance) == (b.template, b.instance)


def _lone_side(one: Lettering, found: Sequence[Lettering]) -> bool:
    """Whether everything on the page is on the one side: it is beside nothing."""
    return all(mate.at == one.at for mate in _of_page(one, found))


def _before_its_page(prompt: str, one: Lettering) -> bool:
    """ "On the left a sign says": where the sign stands, and not its words."""
    if one.bearer is None:
        return False
    cue = max((a for a, b in one.cues if prompt[a:b].lower().endswith(HAND)), default=one.start)
    return cue < one.bearer.mention.start < one.start


def _at_height(prompt: str, one: Lettering, made: Sequence[Lettering], side: str) -> str:
    begin = max((m.end() for m in SENTENCE_END.finditer(prompt, 0, one.start)), default=0)
    words = prompt[begin : one.start]
    for other in made:
        if begin <= other.start:
            words = words.replace(prompt[other.start : other.end], " ")
    told = list(ACROSS.finditer(words))
    return side if not told else f"bottom_{side}" if told[-1]["low"] else f"top_{side}"


FIRST = frozenset(("i", "me", "we", "you", ""))
BUBBLE = re.compile(r"[\w-]+(?:\s(?:speech )?(?:bubbles?|balloons?|messages?))?(?:\s\w+){0,4}\W*$", re.I)


def _bubbled(prompt: str, found: list[Lettering]) -> list[Lettering]:
    """In a chat the colours told before a message are its bubble's, and that of all the same side writes; where nothing else is told."""
    before = lambda k: prompt[found[k - 1].end if k else 0 : found[k].start]  # noqa: E731
    mine = {k for k, one in enumerate(found) if one.template == "chat" and MINE.search(_last_sentence(before(k)))}
    if mine:  # all others write to me
        found = [replace(one, role="message") if one.role == "reply" and k not in mine and one.speaker not in FIRST else one for k, one in enumerate(found)]
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


def _drawings(prompt: str, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    text = prompt
    for start, end in places:
        text = text[:start] + " " * (end - start) + text[end:]
    return drawn_spans(text)


SECTION = re.compile(r"\b(?:section|part|column|category)\b[^.;\"“]{0,24}$", re.I)


UNDER = re.compile(r"\bunder\s+(?:the (?:heading|headline|section) )?$", re.I)
OPENED = re.compile(r"\s*(?:,\s*)?(?:there (?:is|are)|are|is|come|comes|we have|you find|:)\s", re.I)


def _headed(prompt: str, found: list[Lettering]) -> list[Lettering]:
    """'The heading is "Zia". A section titled "Primi"': a section's title is a heading, and the heading that opens the page is its title."""
    under = lambda one: one.template in (*PRICED, "page") and UNDER.search(prompt[: one.start]) and OPENED.match(prompt[one.end :])  # noqa: E731
    found = [replace(one, role="heading") if under(one) else one for one in found]
    parts = {k for k, one in enumerate(found) if one.role in ("title", "subtitle") and SECTION.search(prompt[max(0, one.start - REACH) : one.start])}
    if not parts:
        return found
    found = [replace(one, role="heading") if k in parts else one for k, one in enumerate(found)]
    first = {id(_of_page(one, found)[0]) for one in found}
    titled = lambda one: any(mate.role == "title" for mate in _of_page(one, found))  # noqa: E731
    return [replace(one, role="title") if id(one) in first and one.role == "heading" and not titled(one) else one for one in found]


def _with_slogans(prompt: str, found: list[Lettering]) -> list[Lettering]:
    """A slogan that opens a page whose title no word tells is what that page says loudest."""
    return [replace(one, role="title") if _alone(prompt, one, _of_page(one, found)) else one for one in found]


def _alone(prompt: str, one: Lettering, page: Sequence[Lettering]) -> bool:
    said = any(SLOGAN.search(prompt[a:b]) for a, b in one.cues)
    return one.role == "subtitle" and one is page[0] and said and not any(mate.role == "title" for mate in page)


def _listed(found: list[Lettering]) -> list[Lettering]:
    """Two names or more that end with a number, one after the other on what lists prices, are its rows: "Coffee 3, Tea 2"."""
    costed = lambda one: one.template in PRICED and one.role in UNTOLD and BARE_ROW.fullmatch(one.text) is not None  # noqa: E731
    rows = {k for a, one in enumerate(found[:-1]) if costed(one) and costed(found[a + 1]) and found[a + 1].instance == one.instance for k in (a, a + 1)}
    return [replace(one, role="menu") if k in rows else one for k, one in enumerate(found)]


def _priced(found: list[Lettering]) -> list[Lettering]:
    """A card with a price on it is no invitation: it stands by what it tells of."""
    priced = lambda one: one.role == "price" or not HOUR.search(one.text) and (ROW.match(one.text) or COUNTED.match(one.text) and "." in one.text)  # noqa: E731
    costed = {one.instance for one in found if one.template == "invitation" and priced(one)}
    taken = 1 + max((one.instance for one in found if one.template == "price_tag"), default=-1)
    card = lambda one: one.template == "invitation" and one.instance in costed  # noqa: E731
    return [replace(one, template="price_tag", instance=taken + one.instance) if card(one) else one for one in found]


def told_role(words: str) -> str | None:
    """The role that words name: "the headline" is the title."""
    hit = _leading("roles", words)
    return hit[0] if hit else None


def told_hand(words: str) -> str | None:
    hit = _nearest("hands", words)
    return hit[0] if hit else None


def told_place(words: str) -> str | None:
    """The place on a page that words name: "to the top right"."""
    hit = _nearest("places", words)
    return hit[0] if hit else None


SLOGAN = re.compile(r"\b(?:slogan|tagline|strapline|motto)\b", re.I)
LARGER_WORDS = {"larger": 1.3, "bigger": 1.3, "smaller": 0.77, "huge": 1.7, "tiny": 0.6}
"""Times its size, that a word asks of a text."""


def colours_in(words: str) -> list[Colour]:
    """The colours that words name, in order."""
    return [colour for _, colour in colours_at(words)]


def is_text(noun: str) -> bool:
    """Whether a noun names a text and no thing: steps, heading, bullet points."""
    return _pattern_any("roles").fullmatch(noun) is not None and noun.lower() not in NOUNS


def _spans(prompt: str) -> list[Span]:
    """Quotations, and what is announced without quotation marks, each with the words round it."""
    strings = _strings(prompt)
    gaps = [prompt[(strings[k - 1][1] if k else 0) : strings[k][0]] for k in range(len(strings))]
    gaps.append(prompt[strings[-1][1] :] if strings else "")
    ended = [text.endswith((".", "!", "?", "…")) for _, _, text in strings]
    tails = [""] + [_tail(gap, last=k == len(gaps) - 2) if not (ended[k] and OPENS.match(gap)) else "" for k, gap in enumerate(gaps[1:])]
    return [Span(start, end, text, gaps[k][len(tails[k]) :][-REACH:], tails[k + 1]) for k, (start, end, text) in enumerate(strings)]


OPENS = re.compile(r"\s+[A-ZÀ-Þ]")
"""A new sentence, where the one before ended inside the quotation marks."""


def _tail(gap: str, last: bool) -> str:
    """What of the words after a string still speaks of it: "… in bold letters, below it …". A phrase that runs up to the next string is the next one's."""
    found = TRAILING.match(gap)
    announces = found is not None and gap[found.end() :].lstrip().startswith(":")  # "…, in four numbered steps: …"
    if gap.startswith("\n") or not found or announces or (not last and found.end() == len(gap.rstrip())) or len(found.group()) > REACH:
        return ""
    return found.group()


def _strings(prompt: str) -> list[tuple[int, int, str]]:
    found = [(t.start, t.end, _unquoted(t.text)) for t in scan(prompt) if t.kind == "quote"]
    found = _with_years(prompt, [one for one in found if not _names(prompt, one, found)])
    rows = [(row.start, row.end, row.text) for row in unquoted_rows(prompt, [(start, end) for start, end, _ in found])]
    rows += unquoted_cells(prompt, found)
    return sorted((start, end, text) for start, end, text in (*found, *rows) if text)


YEAR_BEFORE = re.compile(r"(?:^|[\s,;:(–—-])(?P<when>[12]\d{3}s?|\d{1,2}[:.]\d\d)\s*[:–—-]?\s*$")


def _with_years(prompt: str, found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """ '1817 "Draisine", 1863 "Velocipede"': in a timeline the year before each is read with it. A single one may be anything."""
    dated = [YEAR_BEFORE.search(prompt, found[k - 1][1] if k else 0, start) for k, (start, _, _) in enumerate(found)]
    if "timeline" not in prompt.lower() or sum(m is not None for m in dated) < 2:
        return _with_prices(prompt, found)
    return _with_prices(prompt, [(s, e, t) if m is None else (m.start("when"), e, f"{m['when']} {t}") for (s, e, t), m in zip(found, dated, strict=True)])


COSTS = re.compile(
    r"\s*(?:(?:at|for|costs?|is)\s+|[:=–—-]\s*)?"
    r"(?P<price>[£$€¥]?\d{1,4}(?:[.,]\d{1,3})?\s?(?:[€£$%]|[kKmM]\b|km\b|kg\b|g\b|ml\b|h\b|°C)?)(?=\s*(?:[,;.]\s|[,;]|\band\b|\.?$))")


def _with_prices(prompt: str, found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """ '"Coffee" 3, "Tea" 2.50': in a list a number after each quotation is its price, and is read with it. A single one may be anything."""
    found = _with_quoted_prices(prompt, found)
    priced = [COSTS.match(prompt, end) for _, end, _ in found]
    if sum(m is not None for m in priced) < 2:
        return found
    return [(s, e if m is None else m.end("price"), t if m is None else f"{t} {m['price'].strip()}") for (s, e, t), m in zip(found, priced, strict=True)]


AT = re.compile(r"\s+|\s*(?:at|for|costs?|is|priced at|with (?:its|the) price|[:=–—-])\s*", re.I)
PRICE = re.compile(MONEY + "$", re.I)
FIGURE_ONLY = re.compile(r"[£$€¥₹+−-]?\d[\d.,]*\s?(?:%|[kKmM]|bn|°C?|[£$€¥₹]|min|km|g|kg|ml)?")
"""A figure right after a name: "“Orders” “1,204”"."""


def _with_quoted_prices(prompt: str, found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """ '"Burrata" at "€9.50", "Zucchini" at "€8"': two such pairs or more are rows, a name with its price."""
    gap = lambda k: prompt[found[k][1] : found[k + 1][0]]  # noqa: E731
    valued = lambda k: PRICE.fullmatch(found[k + 1][2]) or not gap(k).strip() and FIGURE_ONLY.fullmatch(found[k + 1][2])  # noqa: E731
    pairs = {k for k in range(len(found) - 1) if valued(k) and AT.fullmatch(gap(k))}
    if len(pairs) < 2:
        return found
    row = lambda a, b: (a[0], b[1], f"{a[2]} {b[2]}")  # noqa: E731
    return [row(found[k], found[k + 1]) if k in pairs else found[k] for k in range(len(found)) if k - 1 not in pairs]


def _unquoted(quoted: str) -> str:
    """What stands between quotation marks; a comma before the closing one is the sentence's, but for a greeting's own."""
    text = (quoted[1:-1] if quoted[-1] in "\"”“»’'" else quoted[1:]).replace("\\n", "\n").strip()
    return text if GREETING.match(text) else text.rstrip(",")


def _names(prompt: str, one: tuple[int, int, str], found: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a quotation only names the kind of thing that bears the same words later: a "save the date" card."""
    following = re.match(r"\s+([\w-]+)", prompt[one[1] :])
    return bool(following) and following.group(1).lower() in NOUNS and any(other[2].lower() == one[2].lower() and other[0] > one[0] for other in found)


@cache
def _pattern(table: str, key: str) -> re.Pattern[str]:
    words = sorted(TABLE[table][key], key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, words)) + r")(?![\w-])", re.I)


@cache
def _pattern_any(table: str) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for words in TABLE[table].values() for word in words), re.I)


def _read(span: Span, bearer: Bearer | None, so_far: list[Lettering]) -> Lettering:
    last = so_far[-1] if so_far else None
    template, noun = (bearer.root.template, bearer.root.noun) if bearer else (UNNAMED, "")
    instance = bearer.instance if bearer else UNBORNE
    cues: list[tuple[int, int]] = []

    def told(table: str, reach: int = REACH, after_first: bool = False) -> str | None:
        """The key that the words round the string tell, and where they tell it."""
        near = _of_the_text(_last_sentence(span.before), span, bearer)
        if table == "roles":
            near = SIDE_COLUMN.sub(lambda m: " " * len(m.group()), near)
        places = ((span.after, span.end, _leading), (near, span.start - len(near), _nearest))
        for text, at, find in places if after_first else places[::-1]:
            if hit := find(table, text, reach):
                cues.append((at + hit[1], at + hit[2]))
                return hit[0]
        return None

    colour = _ink(span.after, span.before)
    content = None if _goes_on(span, so_far, bearer) else _by_content(span.text, template)
    role = _adjacent(span.before) or told("roles")
    if role is None or role == "list" and content == "menu":
        role = content
    if role is None and last and (bearer is None or bearer == last.bearer):
        role = _after_last(span, last)
    if role == "title" and template in STORIES and HEADLINE.search(_last_sentence(span.before)):
        role = "heading"
    if template == "chat":
        role = _at_side(span) or _speaker_role(span, so_far) or role
    return Lettering(
        span.text, span.start, span.end, noun, template, instance, role, bearer=bearer, hand=told("hands", 60, True),
        colour=_filled(span) if role in FILLED and colour is None else colour, paper=_ground(span.after),
        at=told("places", REACH, True), scale=float(told("scales", 60, True) or 1), cues=tuple(cues),
        speaker=_who(span) or "",
    )  # fmt: skip


FILLED = frozenset(("badge", "caption", "button"))
FILL = re.compile(r"[\w-]+(?:\s[\w-]+){0,2}\s(?:circle|seal|badge|stamp|starburst|sticker|roundel|medallion|box|panel|button)\b", re.I)


def _filled(span: Span) -> Colour | None:
    """The colour of the field that a text has of its own: "a red circle with", "in a yellow caption box"."""
    near = _last_sentence(span.before)
    told = [colour for start, colour in colours_at(near) if FILL.match(near[start:])]
    return told[-1] if told else None


def _who(span: Span) -> str | None:
    """Who says it, in small letters."""
    named = NAMED_BEFORE.search(span.before)
    return named["who"].lower() if named else next((m["who"].lower() for m in reversed(list(SPEAKER.finditer(span.before)))), None)


SIDE_COLUMN = re.compile(r"\b(?:in|on|down) the (?:left|right|first|second|left-hand|right-hand) columns?\b", re.I)
"""A place, and no heading of a column."""
SIDE = re.compile(r"\b(?:on|to|at) the (?P<side>left|right)\b", re.I)


def _at_side(span: Span) -> str | None:
    """ "On the left in grey", "the last on the right": who writes it, where the words tell it by the side."""
    told = list(SIDE.finditer(_last_sentence(span.before)))
    return None if not told else "message" if told[-1]["side"].lower() == "left" else "reply"


def _goes_on(span: Span, so_far: Sequence[Lettering], bearer: Bearer | None) -> bool:
    """Whether a string is one more of a row of points, whatever it tells by itself: "“No upkeep”, “€640 a month”"."""
    last = so_far[-1] if so_far else None
    if last is None or not (bearer is None or bearer == last.bearer):
        return False
    points = last.role in ("list", "steps") or last.role is None and len(so_far) > 1 and so_far[-2].role == "heading" and last.template in LED
    return points and NEXT_IN_ROW.fullmatch(span.before) is not None


def _of_the_text(near: str, span: Span, bearer: Bearer | None) -> str:
    """Words before a string, less those that tell how the things stand that bear it: "jars stand in a row, one with a label reading"."""
    begin = span.start - len(near)
    hit = STANDING.search(near, 0, max(0, bearer.mention.start - begin)) if bearer else None
    return near[: hit.start()] + " " * len(hit.group()) + near[hit.end() :] if hit else near


def _last_sentence(before: str) -> str:
    """What the last sentence of the words before a string says of it."""
    cut = max((m.end() for m in SENTENCE_END.finditer(before) if re.search(r"\w", before[m.end() :])), default=0)
    return before[cut:]


def _adjacent(before: str) -> str | None:
    """The role that the very last word tells: "by “Lena Abara”"."""
    near = before.rstrip(" ,:")
    return next((role for role, words in TABLE["adjacent"].items() if re.search(rf"(?<!followed)(?:^|\W)(?:{'|'.join(words)})$", near, re.I)), None)


def _after_last(span: Span, last: Lettering) -> str | None:
    """The role of the string before where the row goes on; a kicker over the last."""
    joined = span.before.strip(" ,;&\n").removeprefix("and").removeprefix("or").strip(" ,")
    if last.role in RUNNING and not joined or last.role in REPEATED and ONE_MORE.search(span.before):
        return last.role
    clause = _last_sentence(span.before)
    over = OVER_IT.match(clause) and laid(clause, 0, len(clause)) or OVER_IT.match(span.after)
    over = over or OVER_LINE.match(clause)
    return "kicker" if over and last.role in (None, "title", "date", "place", "author") else None


NAMED_BEFORE = re.compile(r"(?:^|[\s.;,])(?P<who>[A-ZÀ-Þ][\w’'-]+|me|you)\s?(?:\([^)]*\)\s?)?:\s*$")
""" "Lina: “…”"."""
MINE = re.compile(r"\bmy (?:\w+ )?(?:reply|answer|response|message|text|bubble)\b", re.I)


def _speaker_role(span: Span, so_far: Sequence[Lettering]) -> str | None:
    """In a chat the first who speaks is on the other side; "I" and "you" answer."""
    if MINE.search(_last_sentence(span.before)):
        return "reply"
    who = _who(span)
    if who is None:
        return so_far[-1].role if so_far and so_far[-1].role in ("message", "reply") and NEXT_IN_ROW.fullmatch(span.before) else None
    others = list(dict.fromkeys([*(one.speaker for one in so_far if one.speaker), who]))
    return "reply" if who in ("i", "you", "we", "me") or others.index(who) == 1 and not {"i", "you", "we", "me"} & set(others) else "message"


def _by_content(text: str, template: str) -> str | None:
    """Prices, dates, times and addresses tell themselves; a dish with its price is a row of a menu."""
    if template in PRICED and (ROW.match(text) or template == "menu" and COUNTED.match(text)):
        return "menu"
    return next((role for role, pattern in CONTENT if pattern.search(text)), None)


Hit = tuple[str, int, int]
"""A key of a table, and from where to where in the text its word stands."""


def _nearest(table: str, text: str, reach: int = REACH) -> Hit | None:
    """The word that stands last in a text; of two that end together the longer."""
    cut = max(0, len(text) - reach)
    found = [(m, key) for key in TABLE[table] for m in _pattern(table, key).finditer(text, cut)]
    hits = [(m.end(), len(m.group()), key) for m, key in found if table != "roles" or not (REFERRED.search(text[: m.start()]) or _of_a_noun(text, m))]
    return _hit(max(hits)) if hits else None


def _of_a_noun(text: str, cue: re.Match[str]) -> bool:
    """Whether a word is a part of the name of what bears words: the "place" of a place card."""
    following = re.match(r"\s[\w-]+", text[cue.end() :])
    return following is not None and (cue.group() + following.group()).lower() in NOUNS


def _leading(table: str, text: str, reach: int = REACH) -> Hit | None:
    found = [(m, key) for key in TABLE[table] for m in _pattern(table, key).finditer(text[:reach])]
    hits = [(-m.start(), len(m.group()), key) for m, key in found if table != "roles" or not REFERRED.search(text[: m.start()])]
    return (found[2], -found[0], -found[0] + found[1]) if hits and (found := max(hits)) else None


def _hit(found: tuple[int, int, str]) -> Hit:
    end, length, key = found
    return key, end - length, end


def colours_at(text: str) -> list[tuple[int, Colour]]:
    """The colour words of a text, and where they stand."""
    return [(start, colour) for start, _, colour in colour_spans(text)]


def colour_spans(text: str) -> list[tuple[int, int, Colour]]:
    """The colour words of a text: from where, to where."""
    senses = [(atom.start, atom.end, sense) for atom in match(text, scan(text)) if (sense := atom.sense("colour")) and "hex" in sense.data]
    named = {start: (end, Colour(name=sense.key, hex=sense.data["hex"])) for start, end, sense in senses}
    metal = {m.start(): (m.end(), Colour(name=m.group().lower(), hex=TABLE["inks"][m.group().lower()])) for m in METAL.finditer(text)}
    return [(start, end, colour) for start, (end, colour) in sorted((named | metal).items(), key=lambda one: one[0])]


def _ink(after: str, before: str) -> Colour | None:
    """The colour of the letters: told after a string ("in white letters on red": the first), or just before it (the last)."""
    told = [colour for start, colour in colours_at(after) if not GROUND.search(after[:start])]
    near = before[-40:]
    behind = lambda end: OF_PAPER.match(near, end) is not None or re.search(r"[.;!?]", near[end:]) is not None  # noqa: E731
    spans = [(start, colour) for start, end, colour in colour_spans(near) if not behind(end)]
    earlier = [colour for start, colour in spans if not GROUND.search(near[:start]) and INKED.match(near[start:])]
    return told[0] if told else earlier[-1] if earlier else None


OF_PAPER = re.compile(r"\s+(?:background|backdrop|ground|paper|card|page|border|frame|wall|field|bubbles?)\b", re.I)


def _ground(after: str) -> Colour | None:
    """The colour that the letters stand on: "white letters on red", "on a red background"; not that of a thing they are on ("on a red table")."""
    return next((colour for start, colour in colours_at(after) if GROUND.search(after[:start]) and BARE.match(after[start:])), None)


def _settled(found: list[Lettering]) -> list[Lettering]:
    """Roles that no word told: by what the string is, and by its turn on its carrier."""
    settled: list[Lettering] = []
    for lettering in found:
        mates = [other for other in settled if (other.template, other.instance) == (lettering.template, lettering.instance)]
        role = _fitting(lettering, mates, found) or ("kicker" if not mates and _named_later(lettering, found) else None)
        low = mates and (lettering.at or "").startswith("bottom")
        row = low and (mates[-1].at or "").startswith("bottom") and lettering.template in EVENTS  # "at the bottom “18 September” and “Day pass £22”"
        role = role or ("price" if row and MONEYED.search(lettering.text) else "footer" if low else _by_turn(lettering, mates))
        role = "list" if role == "heading" and TEMPLATES[lettering.template].layout == "cover" and _in_row(lettering, found) else role
        if role == "title" and lettering.template in LED and any(mate.role == "title" for mate in mates):
            role = "heading"  # the masthead is the title, the headline opens its story
        elif role == "title" and lettering.template != "road_sign" and any(mate.role == "title" for mate in mates):
            role = "heading" if lettering.template == "certificate" and AWARDED.search(mates[-1].text) else "subtitle"
        settled.append(replace(lettering, role=role))
    return settled


def _fitting(lettering: Lettering, mates: Sequence[Lettering], found: Sequence[Lettering]) -> str | None:
    """The role that words told, as its page can have it: in a comic all speak in balloons; a month heads its calendar; what a page opens with under no
    title is no seal on it."""
    if lettering.template == "comic" and lettering.role in ("message", "reply"):
        return "balloon"
    if lettering.template == "road_sign" and lettering.role is None and lettering.at == "top" and not DESTINATION.match(lettering.text):
        return "title"
    if lettering.template == "road_sign" and lettering.role is None and DESTINATION.match(lettering.text):
        others = [one for one in _of_page(lettering, found) if not DESTINATION.match(one.text)]
        return "list" if others else None
    opens = not mates and not any(one.role == "title" for one in _of_page(lettering, found))
    if not mates and lettering.role in (None, "badge") and re.search(rf"\b{lettering.template}\b", lettering.text, re.I):
        return "title"  # "Certificate of Bravery"
    alone = [one.role for one in _of_page(lettering, found)].count("heading") == 1 or lettering.template == "menu"
    headed = lettering.template == "menu" or TEMPLATES[lettering.template].layout in ("cover", "stack", "slide")
    if opens and lettering.role == "heading" and alone and headed:
        return "title"  # "a poster, its heading …"
    return None if opens and lettering.role in OPENING.get(lettering.template, ("badge",)) else lettering.role


def _in_row(lettering: Lettering, found: Sequence[Lettering]) -> bool:
    """Whether headings follow each other with nothing under any: they are a list, "the line-up in a column"."""
    mates = _of_page(lettering, found)
    k = mates.index(lettering)
    near = any(one.role == "heading" for one in mates[max(k - 1, 0) : k + 2] if one is not lettering)
    return near and [one.role for one in mates].count("heading") > 2 and not any(one.role in (None, "list", "body", "menu") for one in mates)


def _of_page(lettering: Lettering, found: Sequence[Lettering]) -> list[Lettering]:
    """All that its page bears."""
    return [one for one in found if (one.template, one.instance) == (lettering.template, lettering.instance)]


def _named_later(lettering: Lettering, found: Sequence[Lettering]) -> bool:
    """Whether words tell the title of its page further on: "Together with their families" stands above the names."""
    mates = [one for one in _of_page(lettering, found) if one.start > lettering.start]
    if lettering.template == "certificate" and any(AWARDED.search(mate.text) for mate in mates):
        return False
    small = lettering.scale < 1 and lettering.role is None and lettering.hand not in SHOWY
    shown = small and any(mate.role is None and mate.hand in SHOWY for mate in mates[:2])
    open_ = lettering.role is None and lettering.scale <= 1 and lettering.at == "top" and lettering.template != "certificate"
    louder = open_ and any(mate.role is None and mate.scale > 1 for mate in mates[:2])
    return lettering.template not in SPEAKING and (shown or louder or any(mate.role == "title" for mate in mates))


def _paired(prompt: str, found: list[Lettering]) -> list[Lettering]:
    """Two or more pairs joined by "with" are headings, each with its text: "“Water” with “Never boiled twice”, “Leaves” with “Two grams”"."""
    pairs = enumerate(pairwise(found))
    told = lambda a, b: WITH.fullmatch(prompt[a.end : b.start]) or not prompt[a.end : b.start].strip() and _figure(a.text) and not _figure(b.text)  # noqa: E731
    joined = [k for k, (a, b) in pairs if a.bearer == b.bearer and a.template in LED | PAIRING and a.role in (*NAMED, "price") and told(a, b)]
    if len(joined) < 2:
        return found
    made = list(found)
    for k in joined:
        made[k] = replace(found[k], role="heading")
        if found[k + 1].role in NAMED:
            made[k + 1] = replace(found[k + 1], role="list")
    return made


def _figure(text: str) -> bool:
    return FIGURE_ONLY.fullmatch(text) is not None


def _by_turn(lettering: Lettering, mates: list[Lettering]) -> str:
    taken = {mate.role for mate in mates}
    if mates and (mates[-1].role == "heading" or mates[-1].role == "list" and "heading" in taken) and lettering.template not in LONE:
        return "list"
    if lettering.template == "page" and GREETING.match(mates[0].text if mates else lettering.text):
        return "body"
    if mates and mates[-1].role == "number" and lettering.template in LED:
        return "caption"  # a figure, then what it counts
    if lettering.template == "certificate" and mates and AWARDED.search(mates[-1].text):
        return "heading"
    if lettering.template == "road_sign" and DESTINATION.match(lettering.text) and mates:
        return mates[-1].role if DESTINATION.match(mates[-1].text) and mates[-1].role in ("title", "list") else "list"
    if mates and lettering.template in EVENTS and mates[-1].role in ("date", "time") and "place" not in taken:
        return "price" if MONEYED.search(lettering.text) else "place"
    if lettering.template == "settings" and "title" in taken:
        return "list"
    if lettering.template == "sticky_notes":
        return "note"
    if lettering.template == "comic":
        return "balloon"
    if lettering.template == "chat":
        return "title" if not taken and len(lettering.text) < 18 and "?" not in lettering.text else "message" if [m.role for m in mates].count("message") <= [m.role for m in mates].count("reply") else "reply"
    if "title" not in taken:
        return "title"
    if lettering.template in CLOSED and taken & {"menu", "list"}:
        return "footer"
    if "subtitle" not in taken and len(lettering.text) < 90 and not taken & LATE:
        return "subtitle"
    return "body"


def labels(group: Sequence[Lettering]) -> tuple[Label, ...]:
    """Letterings as the labels of what bears them."""
    return tuple(Label(text=one.text, style=one.hand or "sans", colour=one.colour, role=one.role, at=one.at, scale=one.scale) for one in group)
