"""Strings that are to be read and stand without quotation marks: "a sign that says back in five minutes hangs on the door".

announced   what says that a text follows: a surface with a verb of writing, "the name …", a colon before capitals        lettering.toml
named       a role, a place or a list before a colon: "Title: why we lost", "Three bullets: fast; cheap"      lettering.toml
script      letters of another script than the prompt's are what is to be read
extent      the text goes on until its clause ends, or until words tell where it stands ("on the door"), how ("in blue ink") or what it does ("hangs")
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from diorama.language.lettering_words import TABLE
from diorama.typeset import TEMPLATES

MOST = 14
"""Words of a text in small letters."""
QUOTED = re.compile(r'"[^"\n]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|(?<!\w)\'(?:[^\'\n]|(?<=\w)\'(?=\w))*\'(?!\w)|(?<!\w)‘(?:[^’\n]|(?<=\w)’(?=\w))*’(?!\w)')
CAPITAL = r"(?:(?:Dr|St|Mr|Mrs|Ms|No|Co|Jr|[A-Z])\.(?=\s)|[A-Z0-9€£$](?:[\w’'&%-]|[.,](?=\d)|\.(?=\w))*|&)"
MONTH = r"(?:spring|summer|autumn|winter|\w+ber|\w+uary|March|April|May|June|July|August)"
TITLED = re.compile(rf"{CAPITAL}(?:[ ](?:[–—·|-]\s)?(?:(?:of|the|and|to|in|for|a|an|on|at|with)\s)*{CAPITAL})*(?:, (?:{MONTH} )?[12]\d\d\d\b)?")
GREETED = re.compile(r"(?:happy|merry|dear|hello|hi|welcome|thank|thanks|good|goodbye|congratulations)\b[^,.;:]*$", re.I)
ADDRESSED = re.compile(r", [\w'’]+(?: [\w'’]+)?(?=[.;!?]|$| (?:next|beside|on|in|by|at|near|above|below|under|behind|with)\b)")
"""Who is greeted: "happy birthday, nana"."""
ENDED = re.compile(r"(?:Co|Inc|Ltd|Bros|St|Jr|a\.m|p\.m|etc)\.$")
PRICE = (
    r"(?:(?:for |per |a |from |only |at )?(?:[€£$¥₹]\s?\d[\d.,]*\d?|\d[\d.,]*(?:\s?[€£$¥₹%]| ?(?:p|c|kg|g|ml|cl|oz|lb|pcs|am|pm)\b)?|x\d+)"
    r"(?:\s?/\s?\w+| per \w+| a (?:piece|kilo|pound|dozen|bunch|bag))?)"
)
"""A price, an amount or an hour as it stands in a text in capitals: "€2/kg", "3 for €1"."""
CAPITALS = re.compile(rf"[A-Z][A-Z0-9'’&+-]*[A-Z0-9](?:,? [A-Z0-9&+][A-Z0-9'’&+-]*)*(?![\w'’])(?:,? [–—·-]? ?{PRICE}(?![\w]))*")
SPEAKS = r"(?:says?|saying|reads?|reading|spells?(?: out)?|spelling(?: out)?|announces?|proclaims?)(?: (?:simply|only|just))?"
STAMPED = r"labell?ed|marked|captioned|inscribed|titled|entitled|lettered"
WORDED = r"(?:with|bearing|showing|carrying|has) the (?:words?|text|inscription|slogan|message)"
ENDS = re.compile(
    r"[.,;:](?=\s|$)|[!?](?=\s|$)|[\n()\[\]\"“”«»—]"
    r"|\s(?:(?:up |down |out )?(?:on|onto|in|inside|at|by|beside|near|above|below|beneath|under|over|behind|across|against|along|around"
    r"|from|to|next to|in front of|outside)"
    r"|and|while|with|as|that|which|whose|where)\s(?:an?|the|its|it|his|her|their|my|our|one|two|three|each|both|all|"
    r"(?:\w+ ){0,2}(?:letters|lettering|ink|paint|chalk|marker|pen|type|typeface|font|script|neon|capitals|caps|handwriting|print|gold|bulbs))\b"
    r"|\sin (?:bright |dark |pale |light |deep )?(?:red|blue|green|yellow|white|black|pink|orange|purple|gold|golden|silver|grey|gray"
    r"|brown|teal|cream|amber|coral)\b"
    r"|\s(?:is|are|was) (?:on|in|at|by|beside|near|above|below|under|behind) (?:an?|the|its|his|her)\b"
    r"|\s(?:and|but|while) (?:also )?(?:carries|bears|hangs|stands|lies|sits|leans|is|has|shows|holds|wears)\b"
    r"|\s(?:hangs?|hanging|stands?|standing|lies|lying|sits|sitting|leans|leaning|rests|resting|glows|glowing|swings|swinging|dangles"
    r"|dangling|fixed|nailed|pinned|taped|stuck|"
    r"propped|mounted|painted|written|printed|carved|stitched|embroidered|engraved|folded|lit|lights|illuminated|tied|attached|held|placed|set)\s"
    r"(?=(?:on|in|at|by|beside|near|above|below|over|under|behind|across|against|from|to|next|outside|inside|up|down|with)\b)"
)
"""Where a text without quotation marks ends at the latest."""


def unquoted(text: str) -> list[tuple[int, int]]:
    """Where strings without quotation marks stand in a text, in order, none within another or within a quotation."""
    taken = [m.span() for m in QUOTED.finditer(text)]
    found: list[tuple[int, int]] = []
    announced = (_extent(text, at, titled) for at, titled in _announced(text))
    announced = [span for span in announced if span]
    made_by = (*_laid_out(text), *_authors(text, [*taken, *announced]), *_attributed(text, taken))
    for span in (*_costed(text), *_named(text), *announced, *made_by, *_foreign(text)):
        if span and not any(a < span[1] and span[0] < b for a, b in (*taken, *found)):
            found.append(span)
    return sorted(found)


BY = re.compile(r" ?by (?:the )?(?=[A-Z])")
WORKS = re.compile(r"\b(?:novel|thriller|book|cover|paperback|hardback|memoir|album|record|LP|single|song|play)\b[^.;!?]{0,60}$", re.I)
"""What has an author."""


def _authors(text: str, strings: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Who made the work of which a string is the title: "a thriller called The Ninth Lighthouse by Marit Solberg"."""
    found = []
    for start, end in strings:
        by, name = BY.match(text, end), None
        if by and WORKS.search(text[max(0, start - 90) : start]):
            name = TITLED.match(text, by.end())
        if name and " " in name.group():
            found.append(name.span())
    return found


CONTACT = r"(?:\+?\d[\d ()-]{6,}\d|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}(?:/\w*)?|[@#]\w+)"


@cache
def _opened() -> re.Pattern[str]:
    nouns = sorted({noun for made in TEMPLATES.values() if not made.bare for noun in made.nouns}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, nouns))})(?: for [\w' -]{{2,40}})?: +(?=[A-Z])", re.I)


def _laid_out(text: str) -> list[tuple[int, int]]:
    """All that a page is told to hold, one after the other: "a business card: Ottoline Reyes, Piano Tuner, +44 7700 900412"; each begins with a
    capital, or is an address."""
    found: list[tuple[int, int]] = []
    for opened in _opened().finditer(text):
        end = re.search(r"\.(?=\s)|\.?$|\n|[\"“«„]", text[opened.end() :])
        stop = opened.end() + (end.start() if end else 0)
        items = _items(text, opened.end(), stop) if end and end.group() not in tuple('"“«„') else []
        if len(items) > 1 and all(re.fullmatch(rf"{TITLED.pattern}|{CONTACT}", text[a:b]) for a, b in items):
            found += items
    return found


ATTRIBUTION = re.compile(rf"[^.;\n\"“”]{{0,30}}[–—-] ?(?P<name>{CAPITAL}(?: (?:{CAPITAL}|de|van|von|of)){{0,3}})(?=[.,;\n]|\s*$)")
"""After a quotation: "“Be kind.” – Ruth Okafor"."""


def _attributed(text: str, strings: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [hit.span("name") for _, end in strings if (hit := ATTRIBUTION.match(text, end)) and " " in hit["name"]]


BRACKETS = re.compile(r"「[^「」\n]+」|『[^『』\n]+』|《[^《》\n]+》|‹[^‹›\n]+›")
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
OTHER = r"[^\W\d_A-Za-zÀ-ʯ]"
SIGNS = r"[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u093e-\u094d\u0e31-\u0e4e]"
"""Vowels and points that stand on letters."""
SCRIPT = re.compile(rf"(?<=[\s:,(]){OTHER}(?:[\s·・、،–—-]?{OTHER}|{SIGNS}|[\s·]\d+|ー)*[!?！？。]?")
"""A run of letters of another script."""


def _foreign(text: str) -> list[tuple[int, int]]:
    """Runs of two or more letters of another script in a text in Latin letters; a sentence that begins in that script is told in it, and no text."""
    told = [(a, b) for a, b in _sentences(text) if re.match(rf"\W*{OTHER}", text[a:b])]
    runs = [m.span() for m in SCRIPT.finditer(text) if len(re.findall(OTHER, m.group())) > 1 and not re.fullmatch(r"[\W\d_]*[µμΩπ]+[\W\d_]*", m.group())]
    runs = [run for run in runs if not any(a <= run[0] < b for a, b in told)]
    return runs if runs and len(LATIN.findall(text)) > 2 * sum(b - a for a, b in runs) else []


SOLD = re.compile(
    r"\b(?:menu|menu board|price list|price board|chalkboard|blackboard|receipt|till receipt|bill|drinks list|board)\b[^.;:\n\"“]{0,60}?"
    r"(?::|\b(?:with|lists?|listing|reads?|reading|says?|saying|shows?|showing|offers?|offering|of|has)\b:?)\s+(?:the (?:items|dishes|rows|lines) )?", re.I,
)  # fmt: skip
"""What prices are told on, up to where its rows begin."""
QUOTED_HEAD = re.compile(r"[\"”»] ?: +")
"""After the heading of a part of a menu: "“Bowls”: Tonkotsu 13, Shoyu 12"."""
SOLD_ON = re.compile(r"\b(?:menu|menu board|price list|chalkboard|blackboard|receipt|drinks list|board)\b", re.I)
COSTS = re.compile(
    r"(?:an? )?(?P<row>[^\W\d_][\w'’&-]*(?: (?!and\b|at\b)[^\W\d_][\w'’&-]*){0,4} "
    r"(?:[€£$¥₹]\s?\d+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?(?:\s?[€£$¥])?))(?![\w%])"
)
BETWEEN = re.compile(r"\s*(?:[,;]\s*(?:and\s+)?|\s+and\s+)")


def _costed(text: str) -> list[tuple[int, int]]:
    """Two rows or more with their prices, on what lists prices: "a menu with Coffee 3, Tea 2"."""
    found: list[tuple[int, int]] = []
    opened = [m for m in QUOTED_HEAD.finditer(text) if SOLD_ON.search(text, 0, m.start())]
    for sold in (*SOLD.finditer(text), *opened):
        rows, at = [], sold.end()
        while (row := COSTS.match(text, at)) is not None:
            rows.append(row.span("row"))
            joint = BETWEEN.match(text, row.end())
            at = joint.end() if joint else len(text)
        found += rows if len(rows) > 1 else []
    return found


def _sentences(text: str) -> list[tuple[int, int]]:
    cuts = [0, *(m.end() for m in re.finditer(r"[.!?](?=\s)", text)), len(text)]
    return list(pairwise(cuts))


ITEMS = re.compile(r"\s*;\s*(?:and\s+)?")
COMMAS = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")


@cache
def _fields() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What names a text before a colon: one, several, or by its place alone (then in capitals)."""
    one, several = ("|".join(sorted(map(re.escape, TABLE["fields"][key]), key=len, reverse=True)) for key in ("one", "several"))
    places = "|".join(re.escape(word) for words in TABLE["places"].values() for word in words)
    lead = r"(?:(?<=[.;,\n] )|(?<=\n)|^)(?:[\w-]+ ){0,7}?"
    return (
        re.compile(rf"{lead}(?:{one})(?: text| line| reads?| says?)?: (?=\S)", re.I),
        re.compile(rf"{lead}(?:{several})(?: [\w-]+){{0,5}}: (?=\S)", re.I),
        re.compile(rf"(?:{places})[^.:;,\"“]{{0,30}}: (?=[A-Z0-9][A-Z0-9'’&-]+[ .,;!?])", re.I),
    )


def _named(text: str) -> list[tuple[int, int]]:
    """Texts after a role or a place and a colon, up to the end of their sentence; a list in its items."""
    one, several, placed = _fields()
    found: list[tuple[int, int] | None] = []
    for pattern in (one, several, placed):
        for m in pattern.finditer(text):
            end = re.search(r"[.!?](?=\s+[A-ZÄÖÜ\"“]|\s*$)|\n|[\"“”«»]", text[m.end() :])
            stop = m.end() + (end.start() + (end.group() in "!?") if end else len(text[m.end() :].rstrip()))
            if QUOTED.match(text, m.end()) or (end and end.group() in "\"“«"):
                continue
            if pattern is placed:
                capitals = CAPITALS.match(text, m.end())
                found += [_trimmed(text, m.end(), capitals.end())] if capitals else []
            elif pattern is one:
                stop = m.end() + len(re.split(r";\s", text[m.end() : stop])[0])
                found += [_trimmed(text, m.end(), stop)] if re.match(r"[A-Z0-9€£$¿¡]", text[m.end()]) else []
            else:
                found += _items(text, m.end(), stop)
    return [span for span in found if span and len(text[slice(*span)].split()) <= MOST]


def _items(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    between = ITEMS if ITEMS.search(text, start, stop) else COMMAS
    out, at = [], start
    for hit in [*between.finditer(text, start, stop), None]:
        out.append(_trimmed(text, at, hit.start() if hit else stop))
        at = hit.end() if hit else stop
    return out if len(out) > 1 and all(out) else []


def mark(text: list[str]) -> None:
    """The blank before each such string and the sign after it become quotation marks; at the end of the text the second may lack. The length stays."""
    for m in BRACKETS.finditer("".join(text)):
        text[m.start()], text[m.end() - 1] = "“", "”"
    now = "".join(text)
    if now.upper() == now:
        return
    for start, end in unquoted(now):
        enclose(text, start, end)


def enclose(text: list[str], start: int, end: int) -> None:
    """Quotation marks in place of the blank before a string and of the sign after it; what ends there still ends."""
    if end + 1 < len(text) and text[end] in ".;!?" and text[end + 1] == " ":
        text[end + 1] = "\n"  # the sentence still ends here
    elif end + 1 < len(text) and text[end] == "," and text[end + 1] == " ":
        text[end + 1] = ","
    text[start - 1] = '"'
    if end < len(text):
        text[end] = '"'


@cache
def _patterns() -> tuple[tuple[tuple[re.Pattern[str], bool], ...], re.Pattern[str]]:
    """What announces a text, the surest first; True: only words with capitals follow. And what announces none though it ends like it."""
    bearers = sorted({noun for made in TEMPLATES.values() for noun in made.nouns} | set(TABLE["cues"]["surfaces"]), key=len, reverse=True)
    noun = r"(?<![\w-])(?:" + "|".join(map(re.escape, bearers)) + r")(?:e?s)?"
    held = "|".join(TABLE["cues"]["read_by_people"])
    where = r"(?: (?:on|over|above|in|by|at|beside|behind|near|next to|outside) (?:the|an?|its|his|her|their) [\w' -]{2,30}?)?"
    writing = "|".join(sorted(map(re.escape, TABLE["cues"]["writing"]), key=len, reverse=True))
    naming = "|".join(sorted(map(re.escape, TABLE["cues"]["naming"]), key=len, reverse=True))
    rows = (
        (rf"{noun}{where} (?:that |which |whose \w+ )?(?:{SPEAKS}|(?:is |are )?(?:{STAMPED})|{WORDED}) ", False),
        (rf"\bletters(?: that| which)? {SPEAKS} ", False),
        (rf"(?<![\w-])(?:{writing}) ", True),
        (rf"\b(?:{naming}) ", True),
        (rf"{noun}(?: of [\w -]{{2,24}}?)? (?:called|named) ", True),
        (r"\b(?:with|wearing|bears|has) (?:the )?(?:number|numbers|numeral) (?=\d)|\bnumbered (?=[A-Z]?\d(?!\d* ?(?:to|through|[-–])))", True),
        (rf"\b{SPEAKS} (?=(?-i:[A-Z]{{3,}}\b|[A-Z]{{2,}} [A-Z]))", True),
        (rf"(?:{noun}|\b(?:title|letters|lettering|words|headline|line|one|another|second|third|other|first))\b[^.;:\n\"“”]{{0,70}}? {SPEAKS} ", True),
        (r"\bwith (?=[^.,;]{2,60}? (?:written|printed|painted|embroidered|engraved|stitched|piped|stamped|carved) (?:on|across|in|over|into)\b)", True),
        (rf"{noun}[^.:;\n]{{0,40}}: (?=[A-Z0-9'’&-]+[ .,;!?])", True),
        (r"\bwith (?=(?-i:[A-Z]{2,}[A-Z0-9'’&!? -]* )(?:on|across) (?:it|them|top|the)\b)", True),
    )
    skip = re.compile(rf"(?<![\w-])(?:{held})s? reading $", re.I)
    return tuple((re.compile(pattern, re.I), titled) for pattern, titled in rows), skip


def _announced(text: str):
    rows, skip = _patterns()
    for pattern, titled in rows:
        for m in pattern.finditer(text):
            if not skip.search(text[: m.end()][-60:]) or CAPITALS.match(text, m.end()):
                yield m.end(), titled or m.group().rstrip().lower().endswith(" name")


NAMED = re.compile(r"\b(?:called|named|titled|entitled) $", re.I)


def _extent(text: str, at: int, titled: bool) -> tuple[int, int] | None:
    """From where to where a text goes that begins at a place; None where no text begins there."""
    capitals = CAPITALS.match(text, at)
    if capitals:
        return _trimmed(text, at, capitals.end())
    title = TITLED.match(text, at)
    if number := re.compile(r"[A-Z]?\d[\d.-]*(?![\w])").match(text, at):
        if re.search(r"number\w* $", text[:at], re.I):
            return _trimmed(text, at, number.end())
    if titled:
        return _trimmed(text, at, title.end()) if title and (" " in title.group() or NAMED.search(text[:at][-60:])) else None
    if not re.match(r"[\w¡¿'’$€£#@&]", text[at : at + 1]) or STARTS.match(text, at):
        return None
    end = ENDS.search(text, at)
    stop = end.start() + (end.group() in "!?" and bool(end.group())) if end else len(text.rstrip())
    stop = max(stop, title.end()) if title and " " in title.group() else stop
    if GREETED.match(text, at, stop) and (who := ADDRESSED.match(text, stop)):
        stop = who.end()
    return _trimmed(text, at, stop) if 0 < len(text[at:stop].split()) <= MOST else None


STARTS = re.compile(
    r"(?:with|by|in|on|for|from|as|of|to|like|its|his|her|their|something|nothing|anything|quietly|aloud|what|how|when|where|only|and"
    r"|or|(?:an?|the)\s+(?:[\w-]+\s+){0,2}(?:book|newspaper|paper|magazine|letter|map|menu|novel|comic|story|poem|note|bible|report|script|scroll))\b", re.I,
)  # fmt: skip
"""Words that go on about the surface and begin no text: "labelled by hand", "marked with an X"."""


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    if not ENDED.search(text[start : end + 1].rstrip()):
        end = start + len(text[start:end].rstrip(" .,;:"))
    elif text[end : end + 1] == ".":
        end += 1
    return (start, end) if end > start else None
