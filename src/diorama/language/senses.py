"""What a word means by its company (`lexicon/senses.toml`): a crane among skyscrapers is no bird, the tooth of a comb no tooth, a bed of tulips nothing to
sleep in, a monitor lizard no monitor. Asked where words become entries of the lexicon, so that every reader of them has the same answer."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from diorama.language.lexicon import Sense, Words, alone, classes, lexicon
from diorama.language.tokens import scan
from diorama_catalogue.plurals import plural, singular

if TYPE_CHECKING:
    from diorama.language.tokens import Token

PHRASE = 6
"""Words that a noun phrase after "of", or one before "with", has at most."""
TOLD = "told"
"""In the data of a sense: what the phrase is about, told by the company of its noun, whatever the noun mostly is."""
PART, FILLER = "part", (Sense("piling", "bit", {}),)
NOTHING = (Sense("boilerplate", "photo", {TOLD: "abstract"}),)
"""What no picture shows."""
HAVING = frozenset(("with", "has", "have", "having"))
LIVING = frozenset(("person", "animal"))
PERSON = {"category": "person", "size": 1.75, "stand_in": False, "plural": False}


@dataclass(frozen=True)
class Company:
    """Words, and kinds of words ("*vehicle"): what a noun is by WordNet."""

    words: frozenset[str]
    kinds: tuple[str, ...]

    def has(self, token: Token) -> bool:
        if token.norm in self.words:
            return True
        stem = singular(token.norm) if token.kind == "word" else ""
        return bool(stem) and (stem in self.words or any(classes.is_a(stem, kind) for kind in self.kinds))

    def keeps(self, tokens: Sequence[Token]) -> bool:
        return bool(self.words or self.kinds) and any(self.has(token) for token in tokens)


def company(words: Sequence[str]) -> Company:
    kinds = tuple(word[1:] for word in words if word.startswith("*"))
    return Company(frozenset(word for word in words if not word.startswith("*")), kinds)


@dataclass(frozen=True)
class Homonym:
    """What a word means in some company."""

    means: tuple[str, ...]
    """The words of an entry of the lexicon; () where `is_` tells."""
    is_: str
    like: bool
    """The entry only stands in for the word."""
    beside: Company
    """In its sentence."""
    about: Company
    """Anywhere in the text."""
    follows: Company
    """Right before it."""
    leads: Company
    """Right after it."""
    of: Company
    """In what "of" brings after it."""

    def fits(self, tokens: Sequence[Token], at: int, text: str) -> bool:
        """True if the word at that place keeps the company."""
        return (
            at > 0
            and self.follows.has(tokens[at - 1])
            or at + 1 < len(tokens)
            and self.leads.has(tokens[at + 1])
            or self.beside.keeps([*tokens[:at], *tokens[at + 1 :]])
            or self.of.keeps(_after_of(tokens, at))
            or bool(self.about.words and self.about.words & _said(text))
        )

    def senses(self, words: Words, norm: str) -> tuple[Sense, ...] | None:
        if self.is_ == "person":
            return _person(norm)
        if self.is_ == PART:
            return _part(words, norm)
        if self.is_:
            return FILLER if self.is_ == "filler" else NOTHING
        found = next((senses for entry, senses in words.get(self.means[0], ()) if entry == self.means), None)
        return found if found is None or not self.like else tuple(s._replace(data={**s.data, "noun": norm, "stand_in": True}) for s in found)


@lru_cache(maxsize=16)
def _said(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(token.norm for token in scan(text))


@cache
def table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("diorama.language.lexicon").joinpath("senses.toml").read_text("utf-8"))


@cache
def homonyms() -> dict[str, tuple[Homonym, ...]]:
    """Word → its other meanings, the first whose company is there counts; plurals mean the plural of it."""
    out: dict[str, tuple[Homonym, ...]] = {}
    for word, rows in table()["word"].items():
        out[word] = tuple(_homonym(row, many=False) for row in rows)
        out[plural(word)] = tuple(_homonym(row, many=True) for row in rows)
    return out


def _homonym(row: dict[str, Any], *, many: bool) -> Homonym:
    means = row.get("means", row.get("like", ""))
    kept = (company(row.get(key, ())) for key in ("with", "about", "follows", "leads", "of"))
    return Homonym(tuple((plural(means) if many and means else means).split()), row.get("is", ""), "like" in row, *kept)


@cache
def _heads() -> dict[str, Company]:
    return {head: company(words) for head, words in table()["heads"].items()}


def measures(head: str, inner: str) -> bool:
    """True for a noun that only measures, gathers or likens the noun that "of" brings, both in the singular: a bed of tulips, a ribbon of road."""
    found = _heads().get(head)
    return found is not None and (inner in found.words or any(classes.is_a(inner, kind) for kind in found.kinds))


def has_part(whole: str, part: str, *, own: bool) -> bool:
    """True if one noun names a thing that the other names a part of; nouns in the singular. `own`: the part has a thing of its own by the same word, which it
    is where that is what the word mostly names: a keyboard, but no hood."""
    if any(part in parts for kind, parts in table()["parts"].items() if kind == whole or classes.is_a(whole, kind)):
        return True
    number = classes.part_of(part, whole)
    return number is not None and (number > 1 or not own)


def meaning(tokens: Sequence[Token], at: int, words: Words, text: str) -> tuple[Sense, ...] | None:
    """The senses of the word at that place, where the words about it tell; None where it means what it usually does. `text`: the whole of which the tokens
    are a sentence."""
    norm = tokens[at].norm
    if tokens[at].kind != "word":
        return None
    told = next((h for h in homonyms().get(norm, ()) if h.fits(tokens, at, text)), None)
    if told is not None:
        return told.senses(words, norm)
    stem = singular(norm)
    if _clothed(tokens, at) and _may_be_somebody(words, norm, stem):
        return _person(norm)
    if stem in _heads() and any(measures(stem, singular(t.norm)) for t in _after_of(tokens, at)):
        return FILLER
    if _grows(tokens, at, words):
        return _entry(f"{stem} tree")
    if not _somewhere(words, norm) and any(has_part(whole, stem, own=_own(words, norm)) for whole in _wholes(tokens, at, words)):
        return _part(words, norm)
    return None


ARTICLES = frozenset(("a", "an", "the", "one", "two", "three"))
ARTICLE = 3
"""Words before a noun within which its article stands."""


def _grows(tokens: Sequence[Token], at: int, words: Words) -> bool:
    """ "An oak on a hill": a wood with an article and nothing after it that could be of it is a tree; "a bow of an oak" tells of the wood."""
    senses = alone(words, tokens[at].norm)
    if not senses or senses[0].kind != "material" or not _entry(f"{tokens[at].norm} tree"):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.kind == "word" and after.norm not in PREPOSITIONS - {"and", "or"}:
        return False
    start = at - 1
    while start > max(0, at - ARTICLE) and tokens[start].norm not in ARTICLES and classes.is_adjective(tokens[start].norm):
        start -= 1
    return start >= 0 and tokens[start].norm in ARTICLES and (start == 0 or tokens[start - 1].norm not in ("of", "in"))


ABOUT = frozenset(("setting", "feature", "backdrop", "place", "side", "filler", "boilerplate", "function"))


def _somewhere(words: Words, norm: str) -> bool:
    """True for what a place has, and the scene as such ("floor", "window"), and for words for parts of anything ("clock parts", "a side")."""
    return any(sense.kind in ABOUT for sense in alone(words, norm))


def _person(norm: str) -> tuple[Sense, ...]:
    return (Sense("thing", "doll_person", {**PERSON, "noun": singular(norm), "plural": singular(norm) != norm, TOLD: "person"}),)


CLOTHED = 5
"""Words after "in" or "wearing" within which a garment comes."""


def _clothed(tokens: Sequence[Token], at: int) -> bool:
    """ "A cardinal in red robes", "a server wearing a white jacket"."""
    if at + 2 >= len(tokens) or tokens[at + 1].norm not in ("in", "wearing"):
        return False
    phrase = []
    for token in tokens[at + 2 : at + 2 + CLOTHED]:
        if token.kind != "word" or token.norm in PREPOSITIONS:
            break
        phrase.append(singular(token.norm))
    return bool(phrase) and any(classes.is_a(phrase[-1], kind) for kind in ("clothing", "footwear"))


def _may_be_somebody(words: Words, norm: str, stem: str) -> bool:
    """True for a noun that the dictionary has for people too, and the lexicon for nothing that is dressed: no doll, no dog."""
    things = [sense for sense in alone(words, norm) if sense.kind == "thing"]
    if any(s.data["category"] in ("person", "animal", "figure", "wear") for s in things) or any(classes.is_a(stem, kind) for kind in ("plaything", "figure")):
        return False
    return classes.share(stem, "person") > classes.share(stem, "body")  # "a shaved head in a black T-shirt"


def _own(words: Words, norm: str) -> bool:
    """True for a word that has a thing of its own, or none: a keyboard is one of a computer's too, but a drawer is built as a box."""
    things = [sense for sense in alone(words, norm) if sense.kind == "thing"]
    return not things or any(not sense.data["stand_in"] and sense.key == singular(norm) for sense in things)


def _part(words: Words, norm: str) -> tuple[Sense, ...]:
    known = tuple(s for s in alone(words, norm) if s.kind == PART) or (Sense(PART, singular(norm), {}),)
    other = any(s.kind == "thing" for s in alone(words, norm))
    return tuple(s._replace(data={**s.data, TOLD: PART}) for s in known) if other else known


def _kinds(words: Words, token: Token) -> frozenset[str]:
    return frozenset(sense.kind for sense in alone(words, token.norm))


def _after_of(tokens: Sequence[Token], at: int) -> list[Token]:
    """The words of the phrase that "of" brings after a word."""
    if at + 2 >= len(tokens) or tokens[at + 1].norm != "of":
        return []
    out: list[Token] = []
    for token in tokens[at + 2 : at + 2 + PHRASE]:
        if token.kind not in ("word", "number") or token.norm in PREPOSITIONS:
            break
        out.append(token)
    return out


PREPOSITIONS = frozenset((
    "in", "on", "at", "with", "by", "from", "to", "over", "under", "beside", "behind", "above", "below", "near", "against", "across", "through", "along",
    "around", "between", "among", "into", "of", "before", "after", "and", "or", "that", "which", "who", "is", "are", "for", "while", "as", "has", "have",
    "having", "up", "down", "stands", "sits", "lies", "hangs", "rests", "leans",
))  # fmt: skip


def _wholes(tokens: Sequence[Token], at: int, words: Words) -> list[str]:
    """Nouns of things, in the singular, that the word at that place may be told as a part of: "the hood of a car", "a car with its hood open", "the car's
    hood", "a car hood"."""
    found = _after_of(tokens, at)
    if at > 0:
        before = tokens[at - 1]
        found = [*found, before] if before.kind == "word" and "thing" in _kinds(words, before) else found
        owner = next((t for t in reversed(tokens[max(0, at - 4) : at]) if t.text.endswith(("'s", "’s", "s'", "s’"))), None)
        found = [*found, owner] if owner is not None else found
        found += _before_with(tokens, at)
    stands = _own(words, tokens[at].norm)  # "a playground with a slide": what stands in a place, and can, is no part of it
    return [singular(t.norm) for t in found if t.kind == "word" and not _somebody(words, t) and not (stands and _only_a_place(words, t))]


def _before_with(tokens: Sequence[Token], at: int) -> list[Token]:
    """The words of the phrase before the "with" that brings the word at that place, alone or in a list."""
    for k in range(at - 1, max(-1, at - 1 - PHRASE), -1):
        if tokens[k].norm in HAVING:
            start = k
            while start > max(0, k - PHRASE) and tokens[start - 1].kind != "punct" and tokens[start - 1].norm not in PREPOSITIONS - {"of"}:
                start -= 1
            return list(tokens[start:k])
        if tokens[k].norm in PREPOSITIONS - {"and"} or tokens[k].kind == "punct" and tokens[k].text not in (",", "-"):
            break
    return []


def _only_a_place(words: Words, token: Token) -> bool:
    kinds = _kinds(words, token)
    return "setting" in kinds and "thing" not in kinds


def _somebody(words: Words, token: Token) -> bool:
    """True for who lives: what is theirs is of a body, and no part of a thing."""
    return any(sense.kind == "thing" and sense.data["category"] in LIVING for sense in alone(words, token.norm))


# ── two nouns that are one ──

LOOKS = frozenset((
    "colour", "material", "attribute", "size", "pattern", "finish", "shape", "state", "count", "determiner", "colour_modifier", "function", "relation", "link",
))  # fmt: skip
"""What the first of two nouns is where it tells the look of the second: "silver fox", "leather sofa"."""
SHORT = 3
CLASSED = frozenset(("person", "animal", "plant"))
"""Categories of the catalogue that are classes of the dictionary too."""


def pair(tokens: Sequence[Token], at: int, words: Words) -> tuple[Sense, ...] | None:
    """The senses of two nouns that the dictionary has as one: "star fish", "monitor lizard", "tiger lily"; None for other words."""
    if at + 1 >= len(tokens) or tokens[at].kind != "word" or tokens[at + 1].kind != "word" or tokens[at + 1].start != tokens[at].end + 1:
        return None
    first, last = tokens[at].norm, tokens[at + 1].norm
    known = alone(words, first)
    kinds = {sense.kind for sense in known[:1]} | {sense.kind for sense in known if sense.kind in ("colour", "material")}
    if kinds & LOOKS or min(len(first), len(last)) < SHORT or tokens[at].text.endswith(("'s", "’s")):
        return None
    stem = singular(last)
    if classes.entry(first) and classes.entry(stem) and (joined := alone(words, first + last)) and joined[0].kind == "thing":
        return joined
    name = next((name for name in (f"{first} {stem}", first + stem) if classes.entry(name)), None)
    if name is None or classes.is_adjective(first) or (kind := classes.kind(name)) in ("food", "body"):
        return None
    if " " not in name and kind not in (*CLASSED, "artifact"):
        return None  # "a dog watches"
    head = next((sense for sense in alone(words, last) if sense.kind == "thing"), None)
    if kind not in classes.SEEN or kind == "object":
        return NOTHING if head is not None else None  # "a water table"
    if head is not None and not any(sense.kind == "thing" for sense in known) and (head.data["category"] in CLASSED) == (kind in CLASSED):
        return None  # "a life jacket"
    if head is not None and kind == head.data["category"] == "plant":
        return (head._replace(data={**head.data, "noun": plural(name) if stem != last else name}),)
    return _kind_of(name, stem, many=stem != last)


@lru_cache(maxsize=1024)
def _things(name: str) -> tuple[Sense, ...]:
    return tuple(sense for sense in _entry(name) if sense.kind == "thing")


def _entry(name: str) -> tuple[Sense, ...]:
    """What an entry of the lexicon of one word or more means."""
    entry = tuple(name.split())
    return next((senses for known, senses in lexicon().words.get(entry[0], ()) if known == entry), ())


def _kind_of(name: str, head: str, *, many: bool) -> tuple[Sense, ...] | None:
    """What the lexicon has for the nearest of what a noun of two words is a kind of."""
    for step in classes.kinds_of(name)[:8]:
        for word in step:
            found = _things(word) if word not in classes.GENERAL else ()
            if found and (found[0].data["category"] in LIVING) == (classes.kind(name) in LIVING):
                plain = word == head
                data = {**found[0].data, "noun": plural(name) if many else name, "plural": many, "stand_in": found[0].data["stand_in"] or not plain}
                return (Sense("thing", found[0].key, data),)
    return None
