"""The nouns of a prompt that may bear words: those of templates and other things, each with its preposition and what announces it ("a second …").

One more of what was named before may stand without its noun: "the second reads", "the one by the door says", "the boy's says".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from diorama.language.charts import CHART
from diorama.language.lettering_words import TABLE, role_words
from diorama.language.lexicon import classes
from diorama.language.match import Atom, match
from diorama.language.tokens import scan
from diorama.typeset import TEMPLATES

UNNAMED = "shop_sign"
"""The template of what no template is named for."""
WEAK = frozenset(TABLE["bearers"]["weak"])
"""Nouns that are as often a material, a role or a thing beside: they bear words only where nothing surer does."""
TEXTS = frozenset(TABLE["bearers"]["texts"])
"""Nouns that are a text or a side of what was named before, never a new surface: "a caption", "its cover"."""
PREPOSITIONS = frozenset(TABLE["bearers"]["prepositions"])
DETERMINERS = frozenset("a an the its his her their our my your this that these those each every one another two three four five six some several".split())
MERE = frozenset(TABLE["bearers"]["mere"])
"""Before "of", they only say how what follows is seen, or how many of it."""
FRESH = re.compile(r"\b(?:an?|une?|una|eine?[mnrs]?|another|second|third|fourth|fifth|sixth|next|other|one|last|final)\b[^,.;:]*$", re.I)
ORDINAL = re.compile(r"\b(first|second|third|fourth|fifth|sixth|left|right|middle|upper|lower)\b", re.I)
NTH = re.compile(ORDINAL.pattern + r"|\b(?:next|last|nearest|farthest|furthest|smallest|largest|biggest|tallest|shortest)\b", re.I)
GOVERNED = re.compile(r"\b(?:" + "|".join(sorted(PREPOSITIONS)) + r")\s", re.I)
EACH = frozenset(
    "label price_tag shop_sign road_sign invitation book_cover mug_print shirt_print chalkboard plaque box banner business_card".split()
)
"""Templates of surfaces that bear one text each where there are several."""
CAPTIONS = frozenset(("museum_caption", "sticky_notes", "ticket"))
EVERY = re.compile(r"\b(?:each|every|all|both|one (?:per|for each))\b", re.I)
FURTHER = re.compile(
    r"\b(?:(?<=holds )one(?= (?:that|which|reading|saying|with|says|reads)\b)"
    r"|(?:the [\w-]+|an? [\w-]+) (?:[\w-]+ )?one\b(?! of| sees| notices| can| could| would)"
    r"|(?<=[.;,] )(?:under|below|above|beside|next to|by|on|in|over) the [\w’' -]{2,30}(?=:\s*\x00)"
    r"|(?<=[.;] )(?:in|on|to|at) the (?:left|middle|right|centre)(?=[:,]| there | is )"
    r"|(?:the|an?) (?:[\w-]+ ){0,2}[\w-]+['’]s(?=\s*:?\s*\x00| (?:says|reads|bears|shows|has)\b)"
    r"|(?:(?:the|a|another) (?:(first|second|third|fourth|fifth|sixth|last|next|left|right|middle|upper|lower|top|bottom"
    r"|front|nearest|farthest|furthest|smallest|largest|biggest|tallest|shortest)(?: (?:one|of (?:these|them)))?|(?:other )?one|other)|another(?!\s*\x00))"
    r"(?=(?:,|:|\s*\x00| to the (?:left|right)"
    r"| (?:on|in|by|at|near|beside|below|above|behind|under|next|with|for|from|of|that|which|reads|says|spells|shows|bears|is|has|only|carries)\b)))", re.I,
)  # fmt: skip
"""One more of what was named before, without its noun: "the second reads", "the one by the door says"."""
WHERE = re.compile(
    r"(?:\s\w+(?:ed|ing|uck|ung))?\s(?:by|beside|among|into|in|on|near|under|below|above|behind|for|of|at|from|next to|over"
    r"|between)\s(?:the|an?|its|his|her)\s((?:[\w'’-]+\s?){1,4}?)(?=\s(?:one reads|reads?|says?|spells?|bears?|shows?|is|are|has"
    r"|carries|stands)\b)", re.I,
)  # fmt: skip
OWNER = re.compile(r"([\w'’-]+['’]s?)\s+(?:[\w-]+\s+)?$", re.I)
SOMEBODY = frozenset("someone somebody nobody anyone everybody everyone person people man woman boy girl child children".split())


@dataclass(frozen=True)
class Mention:
    """A noun that may bear words."""

    noun: str
    template: str
    start: int
    end: int
    governed: str
    """The preposition before its phrase; empty where it stands free."""
    fresh: bool
    """Announced as a new one: "a", "another", "the second"."""
    plain: bool
    """No template is named so: a thing that bears words because it is said to."""
    ordinal: str
    plural: bool
    several: bool = False
    """Each of several has one."""
    which: str = ""
    """What tells one of several: "the croissants' card", "the card by the rye loaves"."""
    owned: bool = False
    """What was named before it has it: "whose screen", "its screen"."""

    @property
    def last(self) -> str:
        return self.noun.lower().split()[-1].removeprefix("post-") or self.noun

    @property
    def weak(self) -> bool:
        return self.noun.lower() in WEAK

    @property
    def bears(self) -> bool:
        """Whether it is one of the things that words are often put on, though no page: a cushion, and not the sofa that it lies on."""
        return self.last.removesuffix("s") in TABLE["cues"]["surfaces"]


OF_A_PAGE = re.compile(r"\b(?:source|credit|reference|foot) ?notes?$", re.I)
"""Notes that are a line of their page."""
GENERIC = frozenset(("page", "screen", "sheet", "print", "panel"))
"""Nouns that tell a surface and not its kind."""


def _turned(text: str, names: dict[str, str]) -> list[tuple[int, int, str]]:
    """ "The cover of a vinyl record": a vinyl cover or a record cover, told the other way round; where each stands, and the noun it is."""
    found = []
    for m in TURNED.finditer(text):
        kinds = (f"{kind} {m['part']}".lower() for kind in (m["of"], m["of"].split()[-1]))
        if noun := next((kind for kind in kinds if kind in names), None):
            found.append((m.start("part"), m.end(), noun))
    return found


TURNED = re.compile(
    r"\b(?P<part>cover|sleeve|label|screen|page|front page|menu|sign|ticket|poster)(?: of| for)"
    r" (?:an?|the|my|our|his|her|their) (?:[\w-]+ )??(?P<of>(?:[\w-]+ )?[\w-]+)\b", re.I,
)  # fmt: skip


@cache
def _nouns() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {noun: name for name, made in TEMPLATES.items() for noun in made.nouns}
    names |= {noun: name for name, nouns in TABLE["abroad"].items() for noun in nouns if noun not in names}
    words = sorted(names, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, words)) + r")(s|es)?(?![\w-])", re.I), names


def _shown_on(mention: Mention, text: str, pattern: re.Pattern[str], names: dict[str, str]) -> Mention:
    """ "A wall calendar page", "a shopping app screen": of the kind that the noun before tells, where its own tells none."""
    before = re.search(r"((?:[\w-]+ ){1,2})$", text[max(0, mention.start - CLAUSE) : mention.start]) if mention.noun.lower() in GENERIC else None
    kinds = list(pattern.finditer(before[1])) if before else []
    if not kinds or before is None or kinds[-1].end() != len(before[1]) - 1:
        return mention
    noun = f"{kinds[-1][0]} {mention.noun}"
    return replace(mention, noun=noun, template=names[kinds[-1][1].lower()], start=mention.end - len(noun))


BY_NUMBERS = re.compile(
    r"\b(?:numbers|figures|values|bars|icons|percentages|slices|axes|axis|segments|stats|statistics|charts?|dots|points) with (?:[\w-]+ )?labels$", re.I,
)  # fmt: skip
"""Words beside numbers, and no sheets: "four numbers with labels"."""


def mentions(text: str) -> list[Mention]:
    pattern, names = _nouns()
    found = [
        _shown_on(_mention(text, m.group(1), names[m.group(1).lower()], m.start(), m.end(), bool(m.group(2))), text, pattern, names)
        for m in pattern.finditer(text)
        if m.group().lower() != "letters" and not OF_A_PAGE.search(text[: m.end()]) and not _modifies(text, m.end(), m.group(1)) and not _does(text, m) and not OF_A_SIGN.search(text[: m.end()])
        and not (names[m.group(1).lower()] == "page" and ON_SCREEN.search(text[: m.start()])) and not BY_NUMBERS.search(text[: m.end()])
    ]
    turned = _turned(text, names)
    found = [m for m in found if not any(a <= m.start and m.end <= b for a, b, _ in turned)]
    found += [_mention(text, noun, names[noun], a, b, False) for a, b, noun in turned]
    taken = bytearray(len(text))
    for a, b in (*((m.start, m.end) for m in found), *(m.span() for m in CHART.finditer(text))):
        taken[a:b] = b"\x01" * (b - a)
    for atom in match(text, scan(text)):
        free = not any(taken[atom.start : atom.end])
        if (
            free
            and (atom.can("thing", "feature") or atom.kind == "unknown" and classes.kind(atom.norm) == "artifact" and not atom.norm.endswith("ed"))
            and atom.norm not in role_words() | TEXTS
            and not _modifies(text, atom.end, atom.text)
            and not _lives(atom)
            and not (atom.norm == "can" and ABLE.search(text[: atom.start]))
            and not (atom.can("colour") and (TONED.search(text[: atom.start]) or OF_LETTERS.match(text, atom.end)))
            and not ON_SCREEN.search(text[: atom.start])
            and not (atom.norm in ("bear", "bears") and BEARS.match(text[atom.end :]))
        ):
            found.append(_mention(text, atom.text, UNNAMED, atom.start, atom.end, bool(PLURAL.search(atom.text)), plain=True))
            taken[atom.start : atom.end] = b"\x01" * (atom.end - atom.start)
    for m in FURTHER_SURFACES.finditer(text):
        if not any(taken[m.start() : m.end()]) and not _modifies(text, m.end(), m.group(1)):
            found.append(_mention(text, m.group(1), UNNAMED, m.start(), m.end(), bool(m.group(2)), plain=True))
    found.sort(key=lambda m: m.start)
    found = _known(found)
    found = sorted((*found, *_further(text, found)), key=lambda m: m.start)
    following = [*found[1:], None][: len(found)]
    describes = lambda m, after: m.plain and after is not None and after.start == m.end + 1 and text[m.end] == " "  # noqa: E731
    return [m for m, after in zip(found, following, strict=True) if not describes(m, after)]  # "a coffee bag" is no coffee


def _known(found: Sequence[Mention]) -> list[Mention]:
    """ "The plates" after "a porcelain plate": of its kind."""
    last: dict[str, Mention] = {}
    out = []
    for mention in found:
        kind = mention.last.rstrip("s")
        first = last.get(kind) if mention.plain else None
        out.append(replace(mention, template=first.template, plain=False) if first and first.end <= mention.start else mention)
        if not mention.plain:
            last[kind] = mention
    return out


def _modifies(text: str, end: int, noun: str) -> bool:
    """Whether a noun only describes the next: "phone number", "paper label", "box office", "letters S-T-O-P"."""
    following = re.match(r"[ -]([\w-]+)", text[end:])
    if OWNS.match(text[end:]) or text[end : end + 1] == "-":
        return True
    if not following:
        return False
    word = following.group(1).lower()
    return (
        noun.lower() == "paper" and word not in PREPOSITIONS and word not in AFTER_PAPER
        or word in COMPOUND
        or word in role_words()
        and not word.endswith("ed")
        and word not in VERBS
        or word.removesuffix("s") in _nouns()[1]
        and word not in VERBS
    )


ON_SCREEN = re.compile(r"\bscreen (?:shows|displays|is showing|showing|displaying) (?:an?|the|his|her|their) (?:[\w-]+ )?$", re.I)
"""Before a sheet that is no paper: "its screen shows a shopping list"."""
OF_A_SIGN = re.compile(r"(?:[©®™℮€£$¥%&@#+=]|\b(?:euro|pound|dollar|plus|minus|equals?|percent|hash|copyright|trademark))[ -]signs?$", re.I)
"""A sign that is a character: "© and ™ signs", "the euro sign"."""
CLAUSE = 400
"""Characters before a noun in which its clause begins."""
TONED = re.compile(r"(?:,|\band|\bor|\bin)\s$", re.I)
"""Before a word for a colour that is no thing: "mint and coral", "in rose"."""
OF_LETTERS = re.compile(r"s? (?:[\w-]+ )?(?:letters|lettering|text|type|script|words|capitals|writing)\b", re.I)
"""After a word for a colour that is no thing: "orange lettering spells"."""
AFTER_PAPER = frozenset("that which who and or is are was reads says reading saying bears lies hangs pinned taped folded titled marked".split())
"""What follows paper that is a thing; before all else it tells a material: "a paper moon"."""
COMPOUND = frozenset(TABLE["bearers"]["compound"])
VERBS = frozenset("by was presents check checks bill notes note lists prices points steps dates cap signs stamps names books".split())
"""Words for texts that are as well verbs or prepositions after a noun."""
FURTHER_SURFACES = re.compile(r"(?<![\w-])(" + "|".join(TABLE["bearers"]["surfaces"]) + r")(s?)(?![\w-])", re.I)
"""Surfaces that are no things of the catalogue: a tile, a sheet, a wall."""
OF_ITS_LINES = re.compile(r"\bthe (?:first|second|next|upper|last) (?:line|row|word|language)s?\b[^.;!?]*$", re.I)
"""After these a further ordinal counts lines and no surfaces: "the second line being … and the third …"."""
ANOTHER = re.compile(r"an? [\w-]+ (?:[\w-]+ )?one$|another", re.I)
ABLE = re.compile(r"\b(?:you|we|one|i|they|he|she|it|that|which|who|visitors|guests|people)\s$", re.I)
"""Before a "can" that is no tin."""
DOES = re.compile(r"\b(?:and|that|which|who|it|also|then|only)\s+$", re.I)
"""Before a word that is a verb or a noun: "… and lists" does something."""
BEARS = re.compile(r"\s+(?:the|an?|its|his|her|in)\b|\s*\x00", re.I)
"""After "bears" that is no animal."""
SENTENCE_END = re.compile(r"[.!?](?=\s)")
PLURAL = re.compile(r"[^s]s$")
OWNS = re.compile(r"(?: \w+)?['’]s\b")


def _lives(atom: Atom) -> bool:
    """Whether it is somebody, or a name: neither bears words of its own."""
    person = atom.can("thing") and atom.sense("thing").key == "doll_person"
    return person or atom.norm in SOMEBODY or atom.kind == "unknown" and atom.text[:1].isupper()


def _does(text: str, word: re.Match[str]) -> bool:
    """Whether a word for texts is a verb here: "… and lists", "a menu lists “…”"."""
    return word.group().lower() in VERBS and bool(DOES.search(text[: word.start()]) or word.group(2) and re.match(r"\s*:?\s*\x00", text[word.end() :]))


def _mention(text: str, noun: str, template: str, start: int, end: int, plural: bool, *, plain: bool = False) -> Mention:
    clause = re.split(r"[.;:!?,()\x00](?=\s|$|\x00)|\s[—–]\s", text[max(0, start - CLAUSE) : start])[-1]
    words = [w.lower() for w in clause.split()]
    governed, determiner = "", ""
    for back, word in enumerate(reversed(words[-7:])):
        if word in DETERMINERS or word.endswith(("'s", "’s")):
            determiner = determiner or word
            continue
        if word in ("it", "them", "him"):
            break  # "below it a second one"
        if word in PREPOSITIONS:
            governed = "" if word == "of" and words[-back - 2 : -back - 1] and words[-back - 2] in MERE else word
            break
        if determiner or back > 4:
            break
    if governed == "in" and noun.lower().split()[-1] in WRAPPED:
        governed = ""  # "a chocolate bar in a purple wrapper"
    if template == "shop_sign" and POSTED.match(text[end : end + 40]):
        template = "road_sign"
    if plain and noun.lower().removesuffix("s") in LABELLED:
        template = "label"
    if plain and noun.lower() in TABLE["kinds"] and (determiner or noun.lower() == "board"):  # "a bag on slate": a stone
        plain, template = _kind(noun.lower(), text[: next((m.start() for m in SENTENCE_END.finditer(text, end)), len(text))])
    phrase = " ".join(words[-5:])
    own = GOVERNED.split(phrase)[-1]
    ordinal, fresh = ORDINAL.search(own), bool(FRESH.search(own)) or words[-1:] == ["whose"] or bool(HANGS_OUR.search(clause))
    owner, where = OWNER.search(clause[-40:]), WHERE.match(text[end : end + 80])
    which = owner.group(1).lower() if owner else where.group(1).lower().strip() if where else ""
    nth, several, owned = ordinal.group(1) if ordinal else "", bool(EVERY.search(clause)), OWNED.search(clause) is not None
    return Mention(noun, template, start, end, governed, fresh, plain, nth, plural, several, which, owned)


def _kind(noun: str, text: str) -> tuple[bool, str]:
    """What a board, a panel or a sleeve is, by the words up to the end of its sentence: a teacher's board is a chalkboard, a museum's panel a caption."""
    for kind, words in TABLE["kinds"][noun].items():
        if re.search(r"\b(?:" + "|".join(words) + r")s?\b", text, re.I):
            return False, kind
    return True, UNNAMED


OWNED = re.compile(r"\b(?:whose|its|their|his|her|my) (?:[\w-]+ ){0,2}$", re.I)
HANGS_OUR = re.compile(r"\b(?:hangs?|stands?|sits?|leans?|lies|is mounted) (?:our|my|its|their|his|her) (?:[\w-]+ ){0,2}$", re.I)
"""Before a surface that is met for the first time, whoever owns it: "over the door hangs our sign"."""
LABELLED = frozenset(TABLE["bearers"]["labelled"])
"""Things whose words are on the label that is stuck on them."""
WRAPPED = frozenset(("wrapper", "packaging", "packet", "carton", "pouch"))
"""What a thing comes in, and what then bears its words."""
POSTED = re.compile(r"s? on (?:an?|the) (?:\w+ )?(?:lamp ?post|lamp-post|pole|post|traffic light)\b", re.I)
"""Where a sign is one of the road's."""


ON_A_SIDE = re.compile(r"(?:on|at|to) the (?:left|right)\b", re.I)
"""Of one page alone a side, and no further page."""


A_PLACE = re.compile(r"(?:on|in|at|to|by|under|below) (?:the|its) (?P<of>[\w’' -]+)$", re.I)
"""Where something stands: on one page alone a place of it."""
OF_ITS_PARTS = re.compile(
    r"\b(?:stub|counterfoil|header|footer|badge|bar|ribbon|(?:along|across|at) the (?:very )?(?:bottom|top|foot|head|middle|centre|center))(?: with)?$", re.I,
)  # fmt: skip
"""Of one page alone a part."""
SIDE = re.compile(r"the (?:left|right)", re.I)
AT = re.compile(r"\b(?:on|at|to) $", re.I)
UNDER_THE = re.compile(r"\b(?:under|below|beneath|underneath) $", re.I)
A_SUCH_ONE = re.compile(r"an? [\w-]+ (?:[\w-]+ )?one$", re.I)


UNDER_IT = re.compile(r"(?:under|below|above|beside|next to|over) the ", re.I)
PRINTED = frozenset(("label", "box", "book_cover", "mug_print", "shirt_print", "invitation", "business_card"))
"""Templates of pages on which drawings stand among the texts."""


TOLD_OF = ("for", "of", "about")
"""Before what a page is for: "a cover for a novel" is one surface."""


def _kinds(named: Sequence[Mention]) -> int:
    """How many surfaces of the last one's template there are: what is named again is one."""
    alike = [one for one in named if one.template == named[-1].template]
    again = lambda one, other: other.last.lower().endswith(one.last.lower()) or other.noun.lower().endswith(one.last.lower())  # noqa: E731
    own = lambda k, one: one.governed not in TOLD_OF and (one.fresh or not any(again(one, other) for other in alike[:k]))  # noqa: E731
    return sum(k == 0 or own(k, one) for k, one in enumerate(alike))


ARMS = re.compile(
    r"\b(?:signpost|finger ?post|sign)\b[^.;\x00]{0,60}\bwith (?:two|three|four|five|several) (?:[\w-]+ )?(?:arms|arrows|fingers|planks|slats)\b", re.I,
)  # fmt: skip


def _further(text: str, found: Sequence[Mention]) -> list[Mention]:
    """Mentions without their noun: "the second reads", "the one by the door says". The noun is the last surface's before it."""
    made = []
    armed = ARMS.search(text)
    for m in FURTHER.finditer(text):
        if armed and armed.end() <= m.start():
            continue  # "the left one says": an arm of the signpost
        before = [one for one in found if one.end <= m.start() and one.noun.lower() not in TEXTS - {"note", "sticker", "badge", "tag"}]
        several = [one for one in before[-4:] if one.plural or one.several or not one.plain]
        several = [one for one in several if not (one.plain and one.governed == "on" and any(not s.plain for s in several))] or several
        named = several if several and several[-1].several else [one for one in before if not one.plain] or several
        alone = not any(one.plural or one.several or one.ordinal for one in named[-1:])
        alone = alone and _kinds(named) < 2
        if alone and UNDER_THE.search(text[: m.start()]):
            continue  # "under the first": a heading of the page
        sided = ON_A_SIDE.match(m.group()) or SIDE.fullmatch(m.group()) and AT.search(text[: m.start()])
        under = UNDER_IT.match(m.group())
        if under and (alone and named and named[-1].template in PRINTED or m.group()[under.end() :].lower() in role_words()):
            continue  # "under the llama: …", a drawing of the label; "below the name: …", a text of it
        if (place := A_PLACE.match(m.group())) and (alone or place["of"].lower() in TEXTS | role_words() | set(TABLE["bearers"]["parts"])):
            continue  # "in the middle, large", "in the text box: …": of the page
        if OF_ITS_LINES.search(text[: m.start()]) or alone and (sided or OF_ITS_PARTS.search(text[: m.end()].rstrip())):
            continue
        counted = [one for one in before if (one.plural or one.noun.lower().endswith("notes")) and not one.plain]
        if A_SUCH_ONE.match(m.group()) and counted and not any(one.ordinal for one in named[-1:]):
            named = counted  # "three notes on a board: a yellow one, a pink one"
        if named and (named[-1].template in EACH | CAPTIONS or named[-1].plural or named[-1].ordinal or ANOTHER.match(m.group())):
            one = _mention(text, named[-1].noun, named[-1].template, m.start(), m.end(), False)
            nth = (NTH.search(m.group()) or [""])[0].lower()
            one = replace(one, governed="") if m.group().lower() == "one" else one  # what somebody holds
            made.append(replace(one, plain=named[-1].plain, ordinal=nth, fresh=True, which=one.which or m.group().lower()))
    return made
