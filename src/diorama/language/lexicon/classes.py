"""The class of every common English noun and verb, and what each is a kind of: WordNet 3.0, distilled to `classes.tsv.gz` (LICENSE beside it).

Classes are WordNet's lexicographer files: artifact, animal, person, body, food, plant, substance, object, location; act, attribute, cognition,
communication, event, feeling, group, motive, phenomenon, possession, process, quantity, relation, shape, state, time.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

SEEN = frozenset(("artifact", "animal", "person", "body", "food", "plant", "substance", "object"))
"""Classes of nouns that a camera can be pointed at."""


class Sense(NamedTuple):
    kind: str
    share: float
    """Of all uses of the word, the part in this sense (0 to 1), by counts in tagged texts; the first senses lead where nothing was counted."""
    synset: int


class _Table(NamedTuple):
    synsets: list[bytes]
    rows: list[bytes]


@lru_cache(maxsize=1)
def _table() -> _Table:
    lines = gzip.decompress(files(__package__).joinpath("classes.tsv.gz").read_bytes()).split(b"\n")
    first = bisect_left(lines, 1, key=lambda row: row[:1] != b"s")
    return _Table(lines[:first], lines[first:])


def _row(part: str, word: str) -> str | None:
    rows, start = _table().rows, f"{part}\t{word}\t".encode()
    at = bisect_left(rows, start)
    return rows[at][len(start) :].decode() if at < len(rows) and rows[at].startswith(start) else None


TOOLS = frozenset((
    "adapter", "baster", "beater", "checker", "choker", "clapper", "coaster", "comforter", "cultivator", "decoder", "digger", "excavator",
    "feeder", "hanger", "harvester", "hood", "juicer", "kneeler", "lounger", "monitor", "parer", "peeler", "plotter", "plunger", "printer", "pruner", "roaster",
    "rocker", "router", "scanner", "scraper", "scrubber", "seeder", "shaper", "shaver", "slicer", "sorter", "sprayer", "spreader", "stamper", "stroller",
    "synthesiser", "synthesizer", "tester", "toaster", "trawler", "trimmer", "tumbler", "washer", "weeder", "winder", "wiper",
))  # fmt: skip
"""Nouns that the tagged texts hardly hold, or hold as somebody or a horse, and that a picture shows as a tool."""


GENERAL = frozenset((
    "device", "equipment", "instrument", "implement", "instrumentality", "bed", "machine", "container", "holder", "vessel", "pipe", "tool", "animal",
    "creature", "fruit", "vegetable", "column", "bar", "vehicle", "toy", "weapon", "figure", "body", "food", "foodstuff", "meal", "object", "thing",
    "plant", "block", "sheet", "structure", "covering", "board", "part", "piece", "base", "weight", "cover", "surface", "rack", "stand", "support",
    "engine", "motor", "apparatus",
))  # fmt: skip
"""Words that too many nouns are a kind of to say anything of their look."""


def entry(words: str) -> bool:
    """True for a noun of the dictionary itself, of one word or two: "monitor lizard", no "brown lizard"."""
    return _row("n", words) is not None


@lru_cache(maxsize=4096)
def noun(word: str) -> tuple[Sense, ...]:
    """Senses of a noun in the singular, the commonest first; () if it is none. Of what is no entry itself the last part tells: "rice cooker", "lawnmower"."""
    row = _row("n", word)
    if row is None:
        last = word.split()[-1] if " " in word else tail(word)
        return noun(last) if last is not None else ()
    found = [s.rsplit(".", 2) for s in row.split(" ")]
    weights = [int(count) + 1 / (k + 1) for k, (_, count, _) in enumerate(found)]
    if word in TOOLS:
        weights = [weight if kind == "artifact" else 0.02 for weight, (kind, _, _) in zip(weights, found, strict=True)]
    total = sum(weights)
    return tuple(Sense(kind, weight / total, int(synset)) for (kind, _, synset), weight in zip(found, weights, strict=True))


def tail(word: str) -> str | None:
    """ "deckchair": the noun that a compound of two nouns ends with; None for what is no such word."""
    cuts = [k for k in range(3, len(word) - 2) if word[:k].isalpha() and _row("n", word[:k]) is not None and _row("n", word[k:]) is not None]
    return word[cuts[0] :] if cuts and _row("n", word) is None else None


def share(word: str, *kinds: str) -> float:
    """The part of a noun's uses that are of these classes, 0 to 1."""
    return sum(s.share for s in noun(word) if s.kind in kinds)


def kind(word: str) -> str | None:
    """The class a noun is mostly used in; None for what is no noun."""
    senses = noun(word)
    if not senses:
        return None
    return max({s.kind for s in senses}, key=lambda k: (share(word, k), -next(i for i, s in enumerate(senses) if s.kind == k)))


def above(word: str, *kinds: str) -> tuple[tuple[str, ...], ...]:
    """What a noun is a kind of, nearest first: the words of each step up. `kinds`: the first sense of these classes is meant."""
    return next(iter(lines(word, *kinds)), ())


@lru_cache(maxsize=4096)
def kinds_of(word: str) -> tuple[tuple[str, ...], ...]:
    """What a noun, in its first sense, is a kind of, nearest first: of each step up the words that mostly mean it; () for what is no noun."""
    senses = noun(word)
    steps = _chain(senses[0].synset)[1:] if senses else ()
    return tuple(tuple(w for w in _synset(at).words if any(s.synset == at and s.share >= MOSTLY for s in noun(w))) for at in steps)


MOSTLY = 0.25
"""Of all uses of a noun, the part from which a sense is one that it mostly has."""


@lru_cache(maxsize=16384)
def lines(word: str, *kinds: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """For each sense of these classes what it is a kind of, as `above` has it."""
    return tuple(_line(s.synset) for s in noun(word) if not kinds or s.kind in kinds)


@lru_cache(maxsize=16384)
def _line(at: int) -> tuple[tuple[str, ...], ...]:
    steps = []
    while at >= 0:
        synset = _synset(at)
        steps.append(synset.words)
        at = synset.parent
    return tuple(steps)


class _Synset(NamedTuple):
    parent: int
    """What it is a kind of; -1: of nothing."""
    words: tuple[str, ...]


@lru_cache(maxsize=16384)
def _synset(at: int) -> _Synset:
    parent, _, words = _table().synsets[at][2:].decode().split("\t")
    return _Synset(int(parent), tuple(words.split(",")))


@lru_cache(maxsize=16384)
def _chain(at: int) -> tuple[int, ...]:
    """A synset and what it is a kind of, upwards."""
    out = []
    while at >= 0:
        out.append(at)
        at = _synset(at).parent
    return tuple(out)


NEAR = 2
"""Steps up from what has the part: masts are of sailing vessels, and those are boats."""


@lru_cache(maxsize=16384)
def part_of(part: str, whole: str) -> int | None:
    """Which sense of one noun, counted from 1, is a part of what the other mostly names, of what that is a kind of, or of a kind of that: a tooth of a comb, a
    mast of a boat; None if none is. Nouns in the singular."""
    row = _row("p", part)
    if row is None:
        return None
    senses = [sense.synset for sense in noun(whole) if sense.share >= 0.2]
    for told in row.split(" "):
        number, _, owner = told.partition(".")
        if any(int(owner) in _chain(at) or at in _chain(int(owner))[: NEAR + 1] for at in senses):
            return int(number)
    return None


@lru_cache(maxsize=4096)
def is_a(word: str, kind: str) -> bool:
    """True if a sense of the noun that is more than a rare one is a kind of `kind` ("raincoat", "clothing")."""
    for sense in noun(word):
        if sense.share < 0.2:
            continue
        if any(kind in _synset(at).words for at in _chain(sense.synset)):
            return True
    return False


@lru_cache(maxsize=4096)
def verb(word: str) -> str | None:
    """The class a verb is mostly used in: body, change, cognition, communication, competition, consumption, contact, creation, emotion, motion,
    perception, possession, social, stative or weather; None for what is no verb."""
    row = _row("v", word)
    return None if row is None else row.split(".")[0]


class Way(NamedTuple):
    """A sense of a verb."""

    share: float
    """Of all uses of the verb, the part in this sense, 0 to 1."""
    kind: str
    """The class that the sense is of."""
    line: tuple[tuple[str, ...], ...]
    """The words of the sense itself, then of what it is a way of, nearest first."""


@lru_cache(maxsize=4096)
def ways(word: str) -> tuple[Way, ...]:
    """The senses of a verb, the commonest first, each with what it is a way of: (amble, mosey), (walk), (travel, go, move)."""
    row = _row("v", word)
    found = [s.split(".") for s in row.split("\t")[1].split(" ")] if row is not None else []
    weights = [int(count) + 1 / (k + 1) for k, (_, count) in enumerate(found)]
    at = [int(synset) for synset, _ in found]
    total = sum(weights)
    return tuple(Way(w / total, _table().synsets[a][2:].decode().split("\t")[1], _line(a)) for a, w in zip(at, weights, strict=True))


def uses(verb: str) -> int:
    """How often a verb was met in the tagged texts."""
    row = _row("v", verb)
    return sum(int(s.split(".")[1]) for s in row.split("\t")[0].split(" ")) if row is not None else 0


@lru_cache(maxsize=4096)
def is_adjective(word: str) -> bool:
    """True for an adjective or adverb of the dictionary."""
    return _row("a", word) is not None


@lru_cache(maxsize=4096)
def like(adjective: str) -> tuple[str, ...]:
    """The adjective's synonyms, then what it is like: brawny → muscular …; () for what is none."""
    row = _row("a", adjective)
    return tuple(row.split(",")) if row else ()


@lru_cache(maxsize=4096)
def known(word: str) -> bool:
    """True for any word of the dictionary, of whatever part of speech."""
    return any(_row(part, word) is not None for part in "anv")
