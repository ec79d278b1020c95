"""The lexicon: what words mean, as data. TOML files beside this one, read once.

(catalogue)       what can be built, its words and size; what else people name and what stands in for it
nouns.toml        which nouns begin with a look of their own, and which have no singular
looks.toml        colours, materials, patterns, finishes, shapes, sizes, states, styles, parts
grammar.toml      relations, counts, function words, verbs
placing.toml      phrases that are one preposition, distances, participles with what follows
places.toml       settings, features, weather, times, seasons
light.toml        sources, qualities, directions, colour temperatures, moods
lens.toml         camera and film: words → fields of the scene
talk.toml         genres, and words that say nothing about a picture
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from diorama.language.lexicon import placing
from diorama.language.tokens import norms
from diorama_catalogue import derived, stand_ins, things
from diorama_catalogue.animals import kind_of
from diorama_catalogue.plurals import plural


class Sense(NamedTuple):
    """One meaning of a word. `data` depends on the kind."""

    kind: str
    key: str
    data: dict[str, Any]


Words = dict[str, list[tuple[tuple[str, ...], tuple[Sense, ...]]]]
"""First word → (all words, senses), longest first."""


class Lexicon(NamedTuple):
    words: Words
    sizes: dict[str, float]
    """Thing → its usual largest length, metres."""
    categories: dict[str, str]
    colours: dict[str, str]
    names: tuple[str, ...]
    """Every entry, for suggestions."""


LIT = ("lit", "illuminated", "lighted", "lit up")
"""Words before a direction ("lit from the left") that make it a light."""
STAYS = ("sits", "stands", "lies", "sitting", "standing", "lying", "placed", "rests", "resting")
"""Words before a side of the frame that only say that something is there."""
COUNTABLE = frozenset(("thing", "part", "feature", "setting"))


class _Collector:
    def __init__(self):
        self.senses: dict[tuple[str, ...], list[Sense]] = {}

    def add(self, words: str, kind: str, key: str, data: dict[str, Any] | None = None) -> None:
        self.put(norms(words.lower()), kind, key, data)

    def put(self, entry: tuple[str, ...], kind: str, key: str, data: dict[str, Any] | None = None) -> None:
        """An entry that is in norms already: products of parts are put together from the norms of their parts."""
        known = self.senses.setdefault(entry, [])
        if not any(s.kind == kind and s.key == key for s in known):
            known.append(Sense(kind, key, data or {}))


@derived
def lexicon() -> Lexicon:
    """All data files as one dictionary by first word."""
    out = _Collector()
    tables = {
        name: tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))
        for name in ("nouns", "looks", "grammar", "places", "light", "lens", "talk")
    }
    _things(out, tables["nouns"])
    colours = _colours(out, tables["looks"])
    for name in ("looks", "grammar", "places", "light", "lens", "talk"):
        for kind, entries in tables[name].items():
            if kind == "compared":
                _compared(out, entries)
            elif kind == "space":
                _spaces(out, entries)
            elif kind == "within":
                _within(out, entries)
            elif kind not in ("colour", "colour_words"):
                _simple(out, kind, entries)
    for phrase, kind in placing.entries().items():
        out.add(phrase, "relation", kind)
    _members(out)
    words = by_first(out.senses)
    said = (" ".join(entry) for entry, senses in out.senses.items() if not {"space", "within"} & senses[0].data.keys())
    names = tuple(words for words in said if len(words) > 3)
    return Lexicon(words, {k: t.size for k, t in things().items()}, {k: t.category for k, t in things().items()}, colours, names)


@cache
def without_singular() -> frozenset[str]:
    """Words for one thing that are plurals by their form: "scissors", "stairs"."""
    return frozenset(tomllib.loads(files(__package__).joinpath("nouns.toml").read_text("utf-8"))["plural_only"]["words"])


def by_first(senses: dict[tuple[str, ...], list[Sense]]) -> Words:
    """Entries by their first word, the longest first."""
    words: Words = {}
    for entry, meanings in senses.items():
        words.setdefault(entry[0], []).append((entry, tuple(meanings)))
    for entries in words.values():
        entries.sort(key=lambda e: -len(e[0]))
    return words


def alone(words: Words, norm: str) -> tuple[Sense, ...]:
    """What a word means by itself; nothing for an unknown one."""
    return next((senses for entry, senses in words.get(norm, ()) if len(entry) == 1), ())


def _things(out: _Collector, table: dict[str, Any]) -> None:
    """The catalogue's things and what they stand in for; a name itself is a word, in the singular and plural."""
    single, looks = set(table["plural_only"]["words"]), set(table["adjectives"]["words"])
    entries = []
    for key, thing in things().items():
        own = [] if key.startswith("figure_") or key == "doll_person" else [key.replace("_", " ")]
        entries += [(words, key, thing) for words in _plainer([*own, *thing.nouns, *(f"~{w}" for w in thing.stands_in_for)], looks)]
    entries.sort(key=lambda entry: entry[0].startswith("~"))  # a thing of its own comes before what stands in for it, whichever file has it
    for words, key, thing in entries:
        _thing(out, words.removeprefix("~"), key, thing.category, thing.size, words.startswith("~"), single)
    for noun in stand_ins().values():
        name = noun.noun.replace("_", " ")
        for words in [name, *(noun.nouns if noun.category == "animal" else _plainer(list(noun.nouns), looks, name))]:
            _thing(out, words, noun.thing, noun.category, noun.size, kind_of(words) is None if noun.category == "animal" else True, single, noun.plain)


def _plainer(words: list[str], looks: set[str], *more: str) -> list[str]:
    """Without entries that only put a look before another entry: the look is to be read as such."""
    plain = {w.removeprefix("~") for w in (*words, *more)}
    return [w for w in words if not (w.removeprefix("~").split()[0] in looks and " ".join(w.split()[1:]) in plain)]


def _thing(out: _Collector, words: str, thing: str, category: str, size: float, stand_in: bool, single: set[str], plain: bool = False) -> None:
    data = {"category": category, "size": size, "stand_in": stand_in, "noun": words, "plural": False, **({"plain": True} if plain else {})}
    out.add(words, "thing", thing, data)
    if words.split()[-1] not in single:
        out.add(plural(words), "thing", thing, {**data, "plural": True})


def _colours(out: _Collector, table: dict[str, Any]) -> dict[str, str]:
    for name, value in table["colour"].items():
        out.add(name.replace("_", " "), "colour", name, {"hex": value})
    for words, name in table["colour_words"].items():
        out.add(words, "colour", name, {"hex": table["colour"][name]})
    return table["colour"]


ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


def _members(out: _Collector) -> None:
    """ "the middle one", "the second from the left", "the others": which of several things."""
    ends = {"left": 0, "leftmost": 0, "far left": 0, "right": -1, "rightmost": -1, "far right": -1, "last": -1}
    for word, at in ends.items():
        out.add(f"the {word} one", "member", "member", {"at": at})
    for word in ("left", "right"):
        out.add(f"the one on the {word}", "member", "member", {"at": ends[word]})
    for words in ("the middle one", "the one in the middle", "the central one", "the centre one"):
        out.add(words, "member", "member", {"at": 0, "middle": True})
    for k, word in enumerate(ORDINALS):
        for one in ("", " one"):
            for the in (" the", ""):
                out.add(f"the {word}{one} from{the} left", "member", "member", {"at": k})
                out.add(f"the {word}{one} from{the} right", "member", "member", {"at": -1 - k})
        out.add(f"the {word} one", "member", "member", {"at": k})
    for words in ("the others", "the other ones", "the rest", "the rest of them", "all the others"):
        out.add(words, "member", "member", {"at": 0, "rest": True})


def _compared(out: _Collector, table: dict[str, list[str]]) -> None:
    """ "twice as tall as", "bigger than", "half the size of": links with a factor. `upright`: heights are compared."""
    for factor, entries in table.items():
        for words in entries:
            upright = words.endswith(("taller", "shorter"))
            if words.split()[-1] in ("as", "equally"):
                for size in ("big", "large", "small", "tall", "high", "long", "wide"):
                    out.add(f"{words} {size} as", "link", "sized", {"factor": float(factor), "upright": size in ("tall", "high")})
                    if float(factor) != 1.0:
                        out.add(f"{words} {size}", "link", "sized_so", {"factor": float(factor)})
            elif words.endswith("er"):
                for than in ("than", "as"):
                    out.add(f"{words} {than}", "link", "sized", {"factor": float(factor), "upright": upright})
            else:
                out.add(f"{words} the size of", "link", "sized", {"factor": float(factor), "upright": False})
                for whose in ("its", "the", "their", "that"):
                    out.add(f"{words} {whose} size", "link", "sized_so", {"factor": float(factor)})
    out.add("the same size as", "link", "sized", {"factor": 1.0, "upright": False})
    out.add("the size of", "link", "sized", {"factor": 1.0, "upright": False})


def _spaces(out: _Collector, table: dict[str, list[str]]) -> None:
    """ "room for a headline at the top left", "copy space on the right": what the frame leaves free, and where."""
    places = [(norms(place), key) for key, words in table.items() if key not in ("heads", "whats") for place in words]
    for head in map(norms, table["heads"]):
        for what in (("for", *norms(what)) if what else () for what in table["whats"]):
            for place, key in places:
                out.put(head + what + place, "camera_words", f"space {key}", {"space": key})


def _within(out: _Collector, table: dict[str, Any]) -> None:
    """ "In the right half of the frame", "in the left third": where in the frame the subjects are."""
    for kind, ends in (("bare", ("", *table["of"])), ("framed", table["of"])):
        links, ends = [norms(link) for link in table["links"]], [norms(end) for end in ends]
        for place, box in table[kind].items():
            data = {"within": tuple(float(side) for side in box)}
            said = (start + norms(place) + end for start in ([(), *links] if kind == "bare" else links) for end in ends)
            for entry in (one for one in said if one not in out.senses):  # "on the left third": on its line
                out.put(entry, "camera_words", f"within {place}", data)


def corners(text: str) -> Iterator[tuple[re.Match[str], tuple[float, float, float, float]]]:
    """ "In the lower right corner", of nothing: words that are of the frame where they are told of things in a list."""
    for m in _corner_words().finditer(text):
        yield m, parts_of_frame()[" ".join(m.group("place").lower().split())]


@derived
def parts_of_frame() -> dict[str, tuple[float, float, float, float]]:
    """ "left third", "lower right corner": left, top, right, bottom as shares of the frame."""
    table = tomllib.loads(files(__package__ or __name__).joinpath("lens.toml").read_text("utf-8"))["within"]
    return {place: tuple(map(float, box)) for kind in ("bare", "framed") for place, box in table[kind].items()}  # type: ignore[misc]


@derived
def _corner_words() -> re.Pattern[str]:
    places = "|".join(re.escape(place) for place in parts_of_frame() if "third" not in place)
    return re.compile(rf"\b(?:in|at|into|on|filling) the (?P<place>{places})\b(?! of)", re.IGNORECASE)


def _simple(out: _Collector, kind: str, entries: dict[str, Any]) -> None:
    """`key = [words …]`, or `"words" = {field = value}`; a list's key is a word too unless it begins with an underscore."""
    for key, value in entries.items():
        if isinstance(value, dict):
            own = [] if key.startswith("_") else [key.replace("_", " ")]
            data, words = {k: v for k, v in value.items() if k != "words"}, [*own, *value.get("words", ())]
        else:
            data, words = {}, value if key.startswith("_") else [key.replace("_", " "), *value]
        for entry in words:
            word, said = entry.removeprefix("~"), {**data, "stand_in": True} if entry.startswith("~") else data  # ~: a place of its own, that this one stands in for
            out.add(word, kind, key.lstrip("_"), said)
            if kind.startswith("light_") and kind != "light_head" and word.endswith(("light", "lighting")) and kind != "light_source":
                out.add(word, "light_head", key, data)
            if kind == "light_direction" and word.startswith("from "):  # "lit from above by a softbox": a light that the next one may be
                for verb in LIT:
                    out.add(f"{verb} {word}", "light_head", key, {**data, "open": True, "after": True})
            aside = key in ("left_of", "right_of") and word.startswith("to the ")  # "stands to the left of a bowl"
            if kind == "relation" and (aside or word == "in front of"):
                for verb in STAYS:
                    out.add(f"{verb} {word}", kind, key)
            if kind == "side" and word.startswith(("in ", "on ", "at ", "to ")):  # "sits in the middle": no one sits in a middle
                for verb in STAYS:
                    out.add(f"{verb} {word}", kind, key.lstrip("_"))
            if kind in COUNTABLE:
                out.add(plural(word), kind, key.lstrip("_"), {**said, "plural": True})
