"""What bears each string that is to be read: a prompt with the places of its strings in; for each a Bearer out: the noun, its template, which of several.

mentions    nouns of templates, and other things where they say something; each with the preposition that governs it and what announces it ("a second …")
kin         "the card" after "a stack of visiting cards" is one of these
choosing    in the clauses before a string, from the last back: what stands free of a preposition, then what comes with it ("a jar with a label");
            a later string stays on its surface unless its clause brings a new one
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from diorama.language.lettering_words import TABLE, role_words
from diorama.language.lexicon import classes
from diorama.language.match import match
from diorama.language.tokens import scan
from diorama.typeset import TEMPLATES

UNNAMED = "shop_sign"
"""The template of what no template is named for."""
WEAK = frozenset(TABLE["bearers"]["weak"])
"""Nouns that are as often a material, a role or a thing beside: they bear words only where nothing surer does."""
TEXTS = frozenset(TABLE["bearers"]["texts"])
"""Nouns that are a text or a side of what was named before, never a new surface: "a caption", "its cover"."""
BLANK = "\x00"
NUMBERS = {word: k for k, word in enumerate("one two three four five six seven eight nine ten".split(), 1)} | {"pair": 2, "trio": 3}
NUMBERS |= {str(k): k for k in range(2, 11)}
WORD = re.compile(r"[^\s,.;:!?()—–]+|[,.;:!?()—–]")
PREPOSITIONS = frozenset(TABLE["bearers"]["prepositions"])
DETERMINERS = frozenset("a an the its his her their our my your this that these those each every one another two three four five six some several".split())
MERE = frozenset("one each both another shot photo photograph picture close-up closeup view image stack pair row scene lay".split())
"""Before "of", they only say how what follows is seen, or how many of it."""
FRESH = re.compile(r"\b(?:an?|another|second|third|fourth|fifth|sixth|next|other|one|last|final)\b[^,.;:]*$", re.I)
ORDINAL = re.compile(r"\b(first|second|third|fourth|fifth|sixth|left|right|middle|upper|lower)\b", re.I)
GOVERNED = re.compile(r"\b(?:" + "|".join(sorted(PREPOSITIONS)) + r")\s", re.I)
SAYS = re.compile(
    r"(?:\b(?:that|which|who)\s+|\b(?:is|are|was|has been)\s+)?\b(?:says?|saying|reads?|reading|spells?|spelling|shows?|showing|displays?|displaying"
    r"|announces?|announcing"
    r"|carries|carrying|bears?|bearing|marked|labell?ed|inscribed|lettered|stencill?ed|stamped|printed|painted|embroidered|engraved|embossed"
    r"|titled|entitled|headed|proclaims|declares|lists|listing)"
    r"(?:\s+(?:with|the|words?|text|line|title|name|only|simply|just|in\s[\w -]{2,24},?|of))*\s*[:,]?\s*$", re.I,
)  # fmt: skip
WHOSE = re.compile(r"\bwhose\s[\w\s]{1,40}$", re.I)
THAT = re.compile(r"\b(?:that|which)\s+[\w\s,]*$", re.I)
CLAUSE = re.compile(r"[.;:!?](?=\s|$)|,(?=\s)|\s—\s|\s(?:and|while|but)\s(?=(?:an?|the|another|one|two|three|\w+ (?:second|third))\s)")
SPOKEN = frozenset(("comic", "chat"))
"""Templates whose words are spoken."""
SENTENCE = re.compile(r"[.;!?](?=\s|$)")
EACH = frozenset(
    "label price_tag shop_sign road_sign invitation book_cover mug_print shirt_print chalkboard plaque box banner business_card".split()
)
"""Templates of surfaces that bear one text each where there are several."""
ROW = re.compile(r"[\s\x00]*(?:,|,? and|&|,? or)[\s\x00]*", re.I)
"""What stands between strings of a row."""
FRONTED = re.compile(r"(?:^|[.;!?]\s+)(?:on|across|over)(?: [\w'’-]+){1,4} $", re.I)
LETTERED = re.compile(r"\b(?:letters|lettering|words|text|writing|characters|graffiti)\b", re.I)
NEAR = 160
"""Characters after the first string in which what bears it may be named: "'OPEN' on a neon sign"."""


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

    @property
    def last(self) -> str:
        return self.noun.lower().split()[-1].removeprefix("post-") or self.noun

    @property
    def weak(self) -> bool:
        return self.noun.lower() in WEAK


@dataclass(frozen=True)
class Bearer:
    """What bears a string: the mention that says so, and the first of its kin."""

    mention: Mention
    root: Mention
    instance: int


def bearers(prompt: str, strings: Sequence[tuple[int, int]], tails: Sequence[int]) -> list[Bearer | None]:
    """What bears each string; None where nothing is named. `tails`: characters after each string that still speak of it."""
    if not strings:
        return []
    text = _blanked(prompt, strings)
    kin = Kin(_mentions(text))
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
        found.append(kin.bearer(chosen) if chosen else current)
    return kin.dealt(found, text, strings)


class Kin:
    """Mentions of one thing, and of several of one kind."""

    def __init__(self, mentions: Sequence[Mention]):
        self.mentions = mentions
        self.instances: dict[str, list[tuple[Mention, str]]] = {}
        """By template: the mention that opened each instance, and its ordinal."""

    def before(self, at: int) -> list[Mention]:
        return [m for m in self.mentions if m.end <= at]

    def root(self, mention: Mention) -> Mention:
        """The first mention of what a later one, shorter or the same, speaks of: "the card" of "visiting cards"."""
        if mention.plain:
            return mention
        same = [
            m
            for m in self.mentions
            if m.start <= mention.start and not m.plain and m.last.rstrip("s") == mention.last.rstrip("s") and len(m.noun) >= len(mention.noun)
        ]
        named = [m for m in same if len(m.noun) > len(mention.noun)]
        return (named or same or [mention])[-1 if named else 0]

    def bearer(self, mention: Mention) -> Bearer:
        root = self.root(mention)
        opened = self.instances.setdefault(root.template, [])
        k = self._instance(mention, opened)
        if k == len(opened):
            opened.append((mention, mention.ordinal))
        return Bearer(mention, root, k)

    def dealt(self, found: list[Bearer | None], text: str, strings: Sequence[tuple[int, int]]) -> list[Bearer | None]:
        """ "three jars with labels: “a”, “b” and “c”": one each, where surfaces stand in the plural and as many strings as are counted follow each other."""
        out, k = list(found), 0
        while k < len(found):
            n, one = k + 1, found[k]
            while n < len(found) and found[n] == one and ROW.fullmatch(text[strings[n - 1][1] : strings[n][0]]):
                n += 1
            if one and n > k + 1 and one.mention.plural and one.root.template in EACH and _counted(text[: one.mention.end]) in (None, n - k):
                opened = self.instances[one.root.template]
                for j in range(k + 1, n):
                    out[j] = Bearer(one.mention, one.root, len(opened))
                    opened.append((one.mention, ""))
            k = n
        return out

    @staticmethod
    def _instance(mention: Mention, opened: list[tuple[Mention, str]]) -> int:
        for k, (first, ordinal) in enumerate(opened):
            if mention == first or mention.ordinal and mention.ordinal == ordinal:
                return k
        alike = [k for k, (first, _) in enumerate(opened) if first.plain == mention.plain and (not mention.plain or first.noun.lower() == mention.noun.lower())]
        return alike[-1] if alike and (mention.template == "comic" or not (mention.fresh or mention.ordinal)) else len(opened)


def _blanked(prompt: str, strings: Sequence[tuple[int, int]]) -> str:
    """The prompt with its strings blanked, places kept."""
    out = prompt
    for start, end in strings:
        out = out[:start] + BLANK * (end - start) + out[end:]
    return out


@cache
def _nouns() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {noun: name for name, made in TEMPLATES.items() for noun in made.nouns}
    words = sorted(names, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, words)) + r")(s|es)?(?![\w-])", re.I), names


def _mentions(text: str) -> list[Mention]:
    pattern, names = _nouns()
    found = [
        _mention(text, m.group(1), names[m.group(1).lower()], m.start(), m.end(), bool(m.group(2)))
        for m in pattern.finditer(text)
        if m.group().lower() != "letters" and not _modifies(text, m.end(), m.group(1)) and not (m.group().lower() in VERBS and DOES.search(text[: m.start()]))
    ]
    taken = [(m.start, m.end) for m in found]
    for atom in match(text, scan(text)):
        free = not any(a < atom.end and atom.start < b for a, b in taken)
        if (
            free
            and (atom.can("thing", "feature") or atom.kind == "unknown" and classes.kind(atom.norm) == "artifact")
            and atom.norm not in role_words() | TEXTS
            and not _modifies(text, atom.end, atom.text)
        ):
            found.append(_mention(text, atom.text, UNNAMED, atom.start, atom.end, False, plain=True))
    found.sort(key=lambda m: m.start)
    following = [*found[1:], None][: len(found)]
    describes = lambda m, after: m.plain and after is not None and after.start == m.end + 1 and text[m.end] == " "  # noqa: E731
    return [m for m, after in zip(found, following, strict=True) if not describes(m, after)]  # "a coffee bag" is no coffee


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


AFTER_PAPER = frozenset("that which who and or is are was reads says reading saying bears lies hangs pinned taped folded titled marked".split())
"""What follows paper that is a thing; before all else it tells a material: "a paper moon"."""
COMPOUND = frozenset(TABLE["bearers"]["compound"])
VERBS = frozenset(
    (
        "by",
        "was",
        "presents",
        "check",
        "checks",
        "bill",
        "notes",
        "note",
        "lists",
        "prices",
        "points",
        "steps",
        "dates",
        "cap",
        "signs",
        "stamps",
        "names",
        "books",
    )
)
"""Words for texts that are as well verbs or prepositions after a noun."""
DOES = re.compile(r"\b(?:and|that|which|who|it|also|then|only)\s+$", re.I)
"""Before a word that is a verb or a noun: "… and lists" does something."""
OWNS = re.compile(r"(?: \w+)?['’]s\b")


def _mention(text: str, noun: str, template: str, start: int, end: int, plural: bool, *, plain: bool = False) -> Mention:
    clause = re.split(r"[.;:!?,()\x00](?=\s|$|\x00)|\s[—–]\s", text[:start])[-1]
    words = [w.lower() for w in clause.split()]
    governed, determiner = "", ""
    for back, word in enumerate(reversed(words[-7:])):
        if word in DETERMINERS or word.endswith(("'s", "’s")):
            determiner = determiner or word
            continue
        if word in PREPOSITIONS:
            governed = "" if word == "of" and words[-back - 2 : -back - 1] and words[-back - 2] in MERE else word
            break
        if determiner or back > 4:
            break
    phrase = " ".join(words[-5:])
    own = GOVERNED.split(phrase)[-1]
    ordinal, fresh = ORDINAL.search(own), bool(FRESH.search(own))
    return Mention(noun, template, start, end, governed, fresh, plain, ordinal.group(1) if ordinal else "", plural)


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
    if THAT.search(before[: says.end()][-40:]) and named and named[-1].governed not in ("with", "of"):
        return named[-1]
    return next((m for m in reversed(named) if not m.governed), None)


def _next(gap: str, begin: int, kin: Kin, current: Bearer) -> Mention | None:
    """A new surface that the words since the last string bring; None where they go on about the same."""
    inside = [m for m in kin.mentions if begin <= m.start < begin + len(gap)]
    if owner := _whose(BLANK * begin + gap, inside):
        return owner
    named = [m for m in inside if not m.plain and not (m.noun.lower() in TEXTS and kin.root(m) == m)]
    for a, b in _clauses(gap, begin):
        free = [m for m in named if a <= m.start < b and m.governed in ("", "with")]
        strong = [m for m in free if not m.weak or kin.root(m) != m or m.fresh and not m.governed]
        if strong and not (strong[0].governed == "with" and strong[0].weak):
            return strong[0]
    if fronted := _fronted(gap, begin, inside):
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


def _counted(before: str) -> int | None:
    """How many surfaces are told of just before their noun ends: "three spice jars with kraft labels"; None where it is not told."""
    clause = re.split(r"[.;:!?]\s", before)[-1].lower().split()
    return next((NUMBERS[word] for word in reversed(clause[-9:]) if word in NUMBERS), None)


def _fronted(gap: str, begin: int, inside: Sequence[Mention]) -> Mention | None:
    """ "On the window, seen from inside, gold letters spell": the window, which opens its sentence."""
    opening = (m for m in reversed(inside) if m.governed in ("on", "across", "over") and FRONTED.search(gap[: m.start - begin]))
    return next((m for m in opening if LETTERED.search(gap[m.end - begin :])), None)


def _after(text: str, string: tuple[int, int], kin: Kin) -> Mention | None:
    later = [m for m in kin.mentions if 0 <= m.start - string[1] < NEAR and not m.plain]
    return later[0] if later else None
