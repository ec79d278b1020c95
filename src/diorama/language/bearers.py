"""What bears each string that is to be read: a prompt with the places of its strings in; for each a Bearer out: the noun, its template, which of several.

mentions    nouns of templates, and other things where they say something; each with the preposition that governs it and what announces it ("a second …")
kin         "the card" after "a stack of visiting cards" is one of these
choosing    in the clauses before a string, from the last back: what stands free of a preposition, then what comes with it ("a jar with a label");
            a later string stays on its surface unless its clause brings a new one
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from diorama.language.contact import beside_which, contact, laid
from diorama.language.kin import DEVICES, SENTENCE, SHOWN, Bearer, Kin
from diorama.language.lettering_words import TABLE, role_words
from diorama.language.mentions import EACH, TEXTS, UNNAMED, Mention, mentions
from diorama.language.sayers import Grammar, Said
from diorama.language.texts.tones import TONES

BLANK = "\x00"
WORD = re.compile(r"[^\s,.;:!?()—–]+|[,.;:!?()—–]")
SAYS = re.compile(
    r"(?:\b(?:that|which|who)\s+|\b(?:is|are|was|has been)\s+)?\b(?:says?|saying|reads?|reading|spells?|spelling|shows?|showing|displays?|displaying"
    r"|announces?|announcing"
    r"|carries|carrying|bears?|bearing|marked|labell?ed|inscribed|lettered|stencill?ed|stamped|printed|painted|embroidered|engraved|embossed"
    r"|gives|repeats|asks|warns|promises|tells|invites|urges|advertises|points to"
    r"|titled|entitled|headed|proclaims|declares|lists|listing|begins|starts|wrote|written|chalked|scrawled|scribbled|addressed to|has|have|with)"
    r"(?:\s+(?:with|the|an?|his|her|its|words?|text|line|title|names?|only|simply|just|in\s[\w -]{2,24},?|of|and|sentence|phrase|logo"
    r"|slogan|message|inscription|brand|arrow|big|small|"
    r"handwritten|printed|heading|headline|number|letters|figure|question|motto|legend))*\s*[:,]?\s*$", re.I,
)  # fmt: skip
WHOSE = re.compile(r"\bwhose\s[\w\s]{1,40}$", re.I)
THAT = re.compile(r"\b(?:that|which)\s+[\w\s,]*$", re.I)
CLAUSE = re.compile(r"[.;:!?](?=\s|$)|,(?=\s)|\s—\s|\s(?:and|while|but)\s(?=(?:an?|the|another|one|two|three|\w+ (?:second|third))\s)")
SPOKEN = frozenset(("comic", "chat"))
"""Templates whose words are spoken."""
ITS = re.compile(r"\b(?:its|their) (?:[\w-]+ ){0,2}$", re.I)
FRONTED = re.compile(r"(?:^|[.;!?]\s+|,? and )(?:on|across|over)(?: [\w'’-]+){1,4} $", re.I)
LETTERED = re.compile(
    r"\b(?:letters|lettering|words|text|writing|characters|graffiti|wrote|written|painted|printed|chalked|scrawled|scribbled"
    r"|stencill?ed|sprayed|stitched|embroidered|carved|burnt|burned|scratched|engraved|find|see|reads?|says|stands)\b", re.I,
)  # fmt: skip
SHEETS = frozenset(("note", "card", "sticker", "badge", "paper", "page", "list", "letter", "message"))
THERE = re.compile(
    r"\b(?:there (?:is|are)|hangs|lies|sticks|someone (?:has )?(?:left|taped|pinned|stuck)|somebody (?:has )?(?:left|taped|pinned"
    r"|stuck))\s[^.,;]*$", re.I,
)  # fmt: skip
HAS = re.compile(r"\b(?:has|bears|carries|wears)\s[^.,;]*$", re.I)
WROTE_ON = re.compile(
    r"\b(?:written|drawn|traced|scratched|carved|painted|sprayed|spray-painted|chalked|projected|stitched|embroidered) (?:in|into|on"
    r"|onto|across|over) (?:the|an?|his|her|its) "
    r"((?!corner|same|bottom|top|middle|cent|upper|lower|left|right|margin|first|second|third)[\w-]+(?: (?!in\b|is\b)[\w-]+)?)"
    r"[,:]?(?: in [^.,;]{3,40}?)?(?: (?:is|are|stands?|it says|one reads))?\s*[,:]?\s*$", re.I,
)  # fmt: skip
"""Where words are written that stand on no sheet: "written in the sand"."""
LETTERS_ON = re.compile(
    r"(?:^|[.;]\s+|,? and )(?:[\w-]+ ){0,4}(letters|lettering|capitals|graffiti) (?:on|across|over|along) (?:the"
    r"|an?) [^.,;:\x00]{2,50}? (?:spells?|reads?|says?|announces?)[^.;]*$", re.I,
)  # fmt: skip
SOMEBODY_WROTE = re.compile(
    r"\b(?:on|across|over|onto) (?:the|an?|its|his|her) ([a-z][a-z-]+)(?: [^.;:\x00]{2,40}?)?"
    r" (?:someone|somebody|he|she|they|a \w+|vandals|kids) (?:has |have |had )?"
    r"(?:sprayed|spray-painted|painted|written|wrote|scrawled|scratched|chalked|carved|drawn)[^.;:\x00]{0,40}[:,]?\s*$", re.I,
)  # fmt: skip
"""Where somebody wrote: "on the wall below it someone sprayed, in turquoise, …"."""
OF_IT = re.compile(r"\s+of (?:the|its|his|her|our|my|this|that)\s+")
NO_THINGS = re.compile(
    r"\b(?:an?|the) (?:[\w-]+ ){1,3}between (?=\x00)|\bsmall[ -]?caps?\b|\bticket stubs?\b"
    r"|\b(?:in|all|block|spaced|tracked|tiny|bold|condensed|thin|wide|white|black|red|gold|serif|sans) caps\b"
    r"|\b(?:in the (?:middle|centre|center)|at the (?:top|bottom)),? an? (?:stack|pile|bunch|slice) of [\w-]+"
    r"(?! (?:that|which|with|saying|reading|says))\b"
    rf"|\bin (?:an? |the )?(?:[\w-]+ ){{0,2}}(?:weight|typeface|font|size|style|{TONES})"
    r"(?=[\s,.;:]+(?:\x00|under|below|above|on|in|at|it|one|and|with|letters|\W|$)|$)", re.I,
)  # fmt: skip
"""Words for letters and parts that hold the noun of a thing."""
ON_BOARD = re.compile(
    r"(?P<on>\b(?:poster|flyer|notice|advert|sign)) (?:is )?(?:drawn |written |chalked )?on an? (?:[\w-]+ )?(?:blackboard|chalkboard|slate|whiteboard)\b", re.I,
)  # fmt: skip
"""A poster on a blackboard is the board."""
ON_A = re.compile(r"(?: in [^,.;:\x00]{2,40}?)? (?:on|across|over) (?:an?|the|his|her|its|one) ", re.I)
"""Right after the first string: what it is on, "“OPEN LATE” in white letters on a doormat"."""
ROLE_PHRASE = re.compile(r"(?:menu|price|list|caption|note|card) items?\b", re.I)
FIELD_OPENS = re.compile(r"(?:^|[\n.;,:\x00]|[-*•]|\band\b|\bwhose\b)\s*(?:the )?$", re.I)
FIELD_SIGN = re.compile(r"(?: (?:at|in|along|on) the [\w ]{3,20})?\s?[:=–—]|\s?->| (?:is|reads)\b")
NEAR = 160
"""Characters after the first string in which what bears it may be named: "'OPEN' on a neon sign"."""


def bearers(prompt: str, strings: Sequence[tuple[int, int]], tails: Sequence[int], drawn: Sequence[tuple[int, int]] = ()) -> list[Bearer | None]:
    """What bears each string; None where nothing is named. `tails`: characters after each string that still speak of it; `drawn`: where words tell of drawings,
    which bear none."""
    if not strings:
        return []
    text = _blanked(prompt, strings)
    drawn = (*drawn, *(m.span() for m in NO_THINGS.finditer(text)), *(m.span("on") for m in ON_BOARD.finditer(text)))
    named = [m for m in mentions(text) if not any(a <= m.start and m.end <= b for a, b in drawn)]
    named = [m for m in named if not (_labels_a_field(text, m, named[0]) or _shape_on(text, m, named[0]))]
    grammar = Grammar(prompt, strings, named, drawn)
    kin, told = Kin(grammar.mentions), grammar.said
    comic = any(m.template == "comic" for m in kin.mentions)
    found: list[Bearer | None] = []
    for k, (start, _) in enumerate(strings):
        begin = strings[k - 1][1] + tails[k - 1] if k else 0
        gap = text[begin:start]
        current = found[-1] if found else None
        if current is None:
            chosen = (
                _first(text[:start], kin.before(start)) or _after(text, strings[k], kin) or next(reversed([m for m in kin.before(start) if not m.plain]), None)
            )
        else:
            chosen = _next(gap, begin, kin, current)
        spoken = comic or current is not None and current.root.template in SPOKEN
        near = None if spoken else contact(text, begin, start, strings[k][1], kin.mentions)
        if near is None and current and beside_which(text, begin, start):
            chosen = None
        elif near is None and current and laid(text, begin, start) and (_leads(current, kin) or not any(begin <= m.start < start for m in kin.mentions)):
            chosen = None
        else:
            chosen = near or _told(told[k], chosen, start, current)
        chosen = chosen and _renewed(_whole(chosen, text, kin), text, begin, kin)
        chosen = chosen if current else _page_with(chosen, kin)
        stuck = chosen and current and _stuck_on(chosen, current, [m for m in kin.mentions if begin <= m.start < start])
        stuck = stuck or chosen and current and _in_its_corner(chosen, current, text)
        found.append(kin.bearer(chosen) if chosen and not stuck and not _part_of(chosen, current) else current)
    return kin.dealt(found, text, strings)


SHAPES = frozenset("ring circle square bubble dot oval disc disk bar band strip diamond triangle hexagon heart".split())
DRAWN = frozenset("icon symbol pictogram emblem logo".split())
"""What is drawn on any page, and has its text beside it."""
DIAGRAMS = frozenset(("infographic", "slide", "whiteboard", "comic"))
"""Pages that are drawn over: their boxes hold texts, their things have captions."""
CAPTIONED = re.compile(r"[^.;:\x00]{0,24}\bwith (?:the|its|a) (?:small |short )?(?:captions?|labels?|words?)\W*\x00|[\s\w]{0,12}\bwith\W*\x00|\W*\x00", re.I)
"""After a thing that is drawn: the text that stands with it, "a bowl with “Mix”"."""
CAPTION_BOX = re.compile(r"(?:caption|text|narration|title) box(?:es)?", re.I)


def _shape_on(text: str, mention: Mention, first: Mention) -> bool:
    """Whether a noun is a shape on the page that the prompt opens with, "an app screen: … a ring with “7,412” inside", or is drawn there."""
    if first.plain or first.governed or mention.start <= first.start:
        return False
    one = mention.noun.lower().removesuffix("es" if mention.noun.lower() == "boxes" else "s")
    if first.template in DIAGRAMS and (one == "box" or CAPTION_BOX.fullmatch(mention.noun) or mention.plain and CAPTIONED.match(text, mention.end)):
        return True
    return mention.plain and one in SHAPES | DRAWN


def _labels_a_field(text: str, mention: Mention, first: Mention) -> bool:
    """Whether a noun that is a text's role names a field of the page: "A business card. Website: “…”"."""
    if (phrase := ROLE_PHRASE.match(text, mention.start)) and phrase.end() > mention.end + 1:
        return True  # "menu item", "price list" is none
    if mention.start > first.start and mention.noun.lower().removesuffix("s") == "website" and re.match(r"\s*\x00", text[mention.end :]):
        return not mention.fresh
    role = mention.start > first.start and mention.last != first.last and mention.noun.lower().removesuffix("s") in role_words()
    return role and FIELD_OPENS.search(text[: mention.start]) is not None and FIELD_SIGN.match(text, mention.end) is not None


def _whole(mention: Mention, text: str, kin: Kin) -> Mention:
    """What was named before and has the part that bears the words: the van, of "the door of the van"."""
    parts = TABLE["parts_of"]["box"]
    box = next((m for m in reversed(kin.before(mention.start)) if m.template == "box" and not m.governed), None) if mention.noun.lower() in parts else None
    if box and not SENTENCE.search(text, box.end, mention.start):
        return box  # "its carton, open: the front panel repeats"
    of = OF_IT.match(text, mention.end) if mention.plain else None
    whole = next((m for m in kin.mentions if of and m.start == of.end() and m.plain), None)
    return whole if whole and any(m.plain and m.start < mention.start and m.last == whole.last for m in kin.mentions) else mention


WITH_THE = re.compile(r"\b(?:an?|another|one) (?:[\w-]+ ){1,4}with (?:the|its) (?:[\w-]+ )?$", re.I)


def _renewed(mention: Mention, text: str, begin: int, kin: Kin) -> Mention:
    """ "A pharmacy's cross glows, and its sign says": another's sign is another sign; so "a loaf with the tag"."""
    if mention.template in EACH and WITH_THE.search(text[begin : mention.start]) and any(m.template == mention.template for m in kin.before(begin)):
        return replace(mention, fresh=True)
    if mention.plain or not ITS.search(text[: mention.start]):
        return mention
    sentence = max((m.end() for m in SENTENCE.finditer(text, begin, mention.start)), default=begin)
    other = any(m.plain and m.fresh and not m.governed and sentence <= m.start < mention.start for m in kin.mentions)
    return replace(mention, fresh=True) if other and sentence > begin else mention


def _page_with(mention: Mention | None, kin: Kin) -> Mention | None:
    """What was named before and has the part that a later clause names: the newspaper, of "the article starts"."""
    if mention is None:
        return None
    parts = TABLE["parts_of"]
    whole = (m for m in reversed(kin.before(mention.start)) if not m.plain and mention.noun.lower() in parts.get(m.template, ()))
    return next(whole, mention)


def _part_of(mention: Mention, current: Bearer | None) -> bool:
    """Whether a noun only names a part of the page that bears the strings before: the box at the foot of a newspaper."""
    return current is not None and mention.noun.lower().removesuffix("s") in TABLE["parts_of"].get(current.root.template, ())


def _stuck_on(mention: Mention, current: Bearer, inside: Sequence[Mention]) -> bool:
    """Whether a sticker is a part of the cover that bears the strings before: nothing else is named since."""
    elsewhere = mention.which and mention.which.split()[-1] not in TABLE["bearers"]["parts"]  # "a banner over the road"
    return mention.noun.lower() in TABLE["stuck_on"].get(current.root.template, ()) and inside == [mention] and not elsewhere


PIECES = frozenset(("note", "line", "caption", "label", "tag", "badge", "stamp", "seal", "sticker", "ribbon", "banner", "band", "strip", "panel", "box"))
"""What is but a piece of a page where it lies on it."""
IN_A_CORNER = re.compile(
    r",?\s(?:in|at|along|across) (?:the|its) (?:very )?"
    r"(?:(?:top|bottom|lower|upper|left|right|(?<=across the )(?:middle|centre|center))\b[^.;\x00]*|foot\b|corner\b|edge\b)", re.I,
)  # fmt: skip
A_ROLE = "|".join(sorted(map(re.escape, role_words()), key=len, reverse=True))
UNDER_A_TEXT = re.compile(
    rf"\b(?:under|below|beneath|underneath|above|beside|next to) (?:the|its|this|that) (?:{A_ROLE})s?"
    r",? (?:(?:there (?:is|are)|stands?|comes?|follows?|is|runs) )?(?:an?|the|one) (?:[\w-]+ ){0,2}$", re.I,
)  # fmt: skip
"""Before a piece that stands at a text of the page: "under the headline a small programme"."""
CORNER_BEFORE = re.compile(r"\b(?:in|at|along|across) (?:the|its) (?:very )?(?:top|bottom|lower|upper|foot|corner|edge)\b[^.;\x00]{0,40}$", re.I)


IN_ITS_SQUARE = re.compile(r",?\s(?:in|on|at|across|for) (?:the|its) (?:square|box|cell|field|day|row|\d)", re.I)
"""After what is written into a day of a calendar."""


def _in_its_corner(mention: Mention, current: Bearer, text: str) -> bool:
    """Whether a note is but a line of the page: "a small note in the bottom left corner says"."""
    if current.root.plain:
        return False
    if mention.noun.lower() in TEXTS and UNDER_A_TEXT.search(text[: mention.start]):
        return True
    if mention.noun.lower() not in PIECES:
        return False
    if current.root.template == "calendar" and IN_ITS_SQUARE.match(text, mention.end):
        return True
    return IN_A_CORNER.match(text, mention.end) is not None or CORNER_BEFORE.search(text[: mention.start]) is not None


def _leads(current: Bearer, kin: Kin) -> bool:
    """Whether a page is what the whole prompt describes: all that is laid out is on it."""
    first = next((m for m in kin.mentions if not m.governed), None)
    pages = [m for m in kin.mentions if not m.plain and not m.governed and m.noun.lower() not in TEXTS]
    return first is not None and pages == [first] and first == current.root


def _told(said: Said, chosen: Mention | None, at: int, current: Bearer | None) -> Mention | None:
    """What grammar says against what the clauses say: a page always; another thing where the clauses name none better."""
    other = said.mention is not None and (current is None or said.mention.plain or said.mention.template != current.root.template)
    if said.sure and other and said.mention.noun.lower() not in DEVICES and said.mention.template not in SPOKEN:
        return said.mention
    if current and current.root.template in SPOKEN:
        return chosen
    if said.mention is None:
        return None if said.same and current and chosen and chosen.plain and not chosen.which else chosen
    better = chosen is not None and not chosen.plain and chosen.start < at
    page = chosen or current and current.mention
    if chosen is not None and better and chosen.start > said.mention.start or said.mention.noun.lower() in DEVICES and page and page.template in SHOWN:
        return chosen
    return chosen if said.mention.plain and (better or current and chosen is None and not (said.fronted or said.mention.ordinal)) else said.mention


def _blanked(prompt: str, strings: Sequence[tuple[int, int]]) -> str:
    """The prompt with its strings blanked, places kept."""
    out = prompt
    for start, end in strings:
        out = out[:start] + BLANK * (end - start) + out[end:]
    return out


def _clauses(text: str, offset: int = 0) -> Iterable[tuple[int, int]]:
    """Clauses of a text from the last to the first, as places in the whole."""
    return _parts(text, CLAUSE, offset)


def _parts(text: str, cut: re.Pattern[str], offset: int = 0) -> Iterable[tuple[int, int]]:
    cuts = [0, *(m.end() for m in cut.finditer(text)), len(text)]
    for a, b in zip(reversed(cuts[:-1]), reversed(cuts[1:]), strict=True):
        if text[a:b].strip():
            yield a + offset, b + offset


def _first(before: str, mentions: Sequence[Mention]) -> Mention | None:
    """What bears a string that nothing went before. From the last sentence back, and in each from the last clause back: what is named free, the first so named.

    A thing that "says" it comes before a surface that an earlier clause names, except in a comic, where figures speak.
    """
    if owner := _whose(before, mentions):
        return owner
    says = SAYS.search(before)
    spoken = any(m.template in SPOKEN and not m.plain for m in mentions)
    fallback: Mention | None = None
    for a, b in _parts(before, SENTENCE):
        inside = [m for m in mentions if a <= m.start < b]
        for c, d in _clauses(before[a:b], a):
            clause = [m for m in inside if c <= m.start < d]
            free = [m for m in clause if not m.governed and not m.plain] or [m for m in clause if m.governed == "with" and not m.plain]
            if sure := [m for m in free if not m.weak or says and says.start() < d]:
                return sure[0]
            if says and says.start() < d and not spoken and (subject := _sayer(before, says, clause)):
                return subject
        if weak := [m for m in inside if not m.governed and not m.plain]:
            return weak[0]
        fallback = fallback or next((m for m in inside if m.governed in ("on", "onto", "across") and not m.plain and not m.weak), None)
    if fallback or any(not m.plain for m in mentions):
        return fallback
    return next((m for m in mentions if not m.governed), None)


def _whose(before: str, mentions: Sequence[Mention]) -> Mention | None:
    """ "a newspaper whose headline is": what stands just before."""
    whose = WHOSE.search(before)
    return next((m for m in reversed(mentions) if whose and m.end <= whose.start() and not before[m.end : whose.start()].strip()), None)


def _sayer(before: str, says: re.Match[str], inside: Sequence[Mention]) -> Mention | None:
    """The plain thing that a verb of writing says something of: the one just before "that says", else the free one of its clause."""
    named = [m for m in inside if m.end <= says.start() and m.plain]
    free = next((m for m in reversed(named) if not m.governed), None)
    if THAT.search(before[: says.end()][-40:]) and named and named[-1].governed not in ("with", "of"):
        return free if free and free.bears and not named[-1].bears else named[-1]  # "a cushion on a sofa that says"
    return free


def _next(gap: str, begin: int, kin: Kin, current: Bearer) -> Mention | None:
    """A new surface that the words since the last string bring; None where they go on about the same."""
    inside = [m for m in kin.mentions if begin <= m.start < begin + len(gap)]
    if owner := _whose(BLANK * begin + gap, inside):
        return owner
    named = [m for m in inside if not m.plain and (m.noun.lower() not in TEXTS or kin.root(m) != m or _stands(m, gap, begin, inside))]
    for a, b in _clauses(gap, begin):
        free = [m for m in named if a <= m.start < b and m.governed in ("", "with")]
        strong = [m for m in free if not m.weak or kin.root(m) != m or (m.fresh or m.plural and m.noun.lower() not in TEXTS) and not m.governed]
        if strong and (not (strong[0].governed == "with" and strong[0].weak) or WITH_THE.search(gap[: strong[0].start - begin])):
            return strong[0]
    if fronted := _fronted(gap, begin, inside) or _letters(gap, begin, inside) or _opener(gap, begin, inside):
        return fronted
    says = SAYS.search(gap)
    spoken = current.root.template in SPOKEN
    before = [m for m in inside if says and m.end <= begin + says.start()]
    if before and not spoken and before[-1].plain and THAT.search(gap[-40:]):
        return before[-1]
    back = [
        m
        for m in named
        if m.governed
        and not m.fresh
        and (kin.root(m).start < begin or gap[: m.start - begin].strip(" ,;\x00\"'”’").lower().split()[:2] in (["on", "the"], ["and", "on"]))
    ]
    if back and not back[-1].weak:
        return back[-1]
    clause = next(iter(_clauses(gap, begin)), (begin, begin))
    return None if spoken else next((m for m in before if m.plain and m.start >= clause[0] and not m.governed and m.noun.lower() not in TEXTS), None)


def _stands(mention: Mention, gap: str, begin: int, inside: Sequence[Mention]) -> bool:
    """Whether a noun that is often a text is a surface here: "in the window there is a note that says"."""
    before, after = gap[: mention.start - begin], gap[mention.end - begin :]
    there = THERE.search(before) or HAS.search(before) and any(m.plain and not m.governed and m.end < mention.start for m in inside)
    says = re.match(r"\s(?:that|which|saying|reading|with)\b", after)
    return mention.noun.lower() in SHEETS and mention.fresh and not mention.governed and bool(there and says)


def _opener(gap: str, begin: int, inside: Sequence[Mention]) -> Mention | None:
    """ "A second board, nailed to the post, has the words": what opens the sentence, where its last clause says something of it."""
    a, _ = next(iter(_parts(gap, SENTENCE, begin)), (begin, begin))
    c, _ = next(iter(_clauses(gap, begin)), (begin, begin))
    opens = next((m for m in inside if m.start >= a and m.plain and m.fresh and not m.governed and len(gap[a - begin : m.start - begin].split()) < 6), None)
    return opens if opens and opens.end < c and (says := SAYS.search(gap)) and says.start() + begin <= c + 1 else None


def _letters(gap: str, begin: int, inside: Sequence[Mention]) -> Mention | None:
    """ "Large vinyl letters on the wall spell": the wall."""
    hit = LETTERS_ON.search(gap) or WROTE_ON.search(gap) or SOMEBODY_WROTE.search(gap)
    if hit is None:
        return None
    at = begin + hit.start(1)
    return next((m for m in inside if at < m.start < begin + hit.end()), Mention(hit[1], UNNAMED, at, begin + hit.end(1), "", True, True, "", True))


def _fronted(gap: str, begin: int, inside: Sequence[Mention]) -> Mention | None:
    """ "On the window, seen from inside, gold letters spell": the window, which opens its sentence."""
    opening = (m for m in reversed(inside) if m.governed in ("on", "across", "over") and FRONTED.search(gap[: m.start - begin]))
    return next((m for m in opening if LETTERED.search(gap[m.end - begin :])), None)


def _after(text: str, string: tuple[int, int], kin: Kin) -> Mention | None:
    if on := ON_A.match(text, string[1]):  # whatever it is
        near = next((m for m in kin.mentions if m.start >= on.end()), None)
        if near and re.fullmatch(r"(?:[\w-]+ ){0,3}", text[on.end() : near.start]):
            return near
    end = SENTENCE.search(text, string[1])
    near = min(string[1] + NEAR, end.start() if end else len(text))
    later = [m for m in kin.mentions if string[1] <= m.start < near and not m.plain and m.noun.lower() not in TEXTS]
    return later[0] if later else None
