"""When two words say the same: the lexicon's own senses, a small table (`synonyms.toml`), plurals, colours that lie near each other, factors of size."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from diorama.language.lexicon import classes, lexicon

TABLE = tomllib.loads((Path(__file__).parent / "synonyms.toml").read_text("utf-8"))
NEAR = 75.0
"""Distance in sRGB (0 to 255 a channel) under which one colour passes for another: olive and moss, scarlet and crimson."""
FACTORS = ("scale", "height", "width", "depth")
ENDINGS = (("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("xes", "x"), ("ves", "f"), ("oes", "o"), ("s", ""))
KEPT = ("ss", "us", "is")


def plain(text: str) -> str:
    """Lower case, words parted by single spaces, without the ending of an owner: a referee's whistle is a referee whistle."""
    return re.sub(r"[\s_-]+", " ", re.sub(r"['’]s\b", "", text.lower())).strip()


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """The last word of a noun in the singular, by its ending or by the table of irregular ones."""
    *before, last = plain(word).split() or [""]
    last = TABLE["irregular"].get(last) or _without_ending(last)
    return " ".join((*before, last))


def _without_ending(word: str) -> str:
    if len(word) < 4 or word.endswith(KEPT):
        return word
    return next((word[: -len(end)] + new for end, new in ENDINGS if word.endswith(end)), word)


@lru_cache(maxsize=4096)
def verb(word: str) -> str:
    """The stem of a verb: sits, sitting, sat → sit."""
    word = plain(word).split(" ")[0]
    if word in TABLE["verb_forms"]:
        return TABLE["verb_forms"][word]
    for end in ("ing", "ed", "es", "s"):
        stem = word.removesuffix(end)
        if stem != word and len(stem) > 2 and not word.endswith("ss"):
            return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "sloe" else stem.removesuffix("e") if len(stem) > 3 else stem
    return word.removesuffix("e") if len(word) > 3 else word


@lru_cache(maxsize=4096)
def senses(words: str, stand_ins: bool = False) -> frozenset[tuple[str, str]]:
    """(kind, key) of every meaning that the lexicon gives these words; a stand-in is no meaning."""
    words = plain(words)
    entry = tuple(words.split())
    found = next((meanings for known, meanings in lexicon().words.get(entry[0], ()) if known == entry), ()) if entry else ()
    return frozenset((s.kind, plain(s.key)) for s in found if stand_ins or not s.data.get("stand_in"))


@lru_cache(maxsize=1)
def _groups() -> dict[str, frozenset[int]]:
    out: dict[str, set[int]] = {}
    for k, group in enumerate(TABLE["same"]["groups"]):
        for word in group:
            out.setdefault(plain(word), set()).add(k)
    return {word: frozenset(numbers) for word, numbers in out.items()}


def synonyms(one: str, other: str) -> bool:
    return bool(_groups().get(one, frozenset()) & _groups().get(other, frozenset()))


@lru_cache(maxsize=65536)
def same_noun(said: str, meant: str) -> bool:
    """Whether a noun names the kind that is meant: the same word, the same head ("floor lamp", "lamp"), a synonym, or one kind further up ("labrador": dog)."""
    said, meant = singular(said), singular(meant)
    if not said or not meant:
        return False
    if said == meant or synonyms(said, meant) or meant in map(plain, TABLE["kinds"].get(said, ())) or said in map(plain, TABLE["kinds"].get(meant, ())):
        return True
    head, other = said.split()[-1], meant.split()[-1]
    if head == other and (said == head or meant == other):
        return True
    things = {key for kind, key in senses(said) if kind == "thing"} & {key for kind, key in senses(meant) if kind == "thing"}
    return bool(things)


@lru_cache(maxsize=65536)
def narrower(said: str, meant: str) -> bool:
    """Whether a noun names a sort of what is meant, by the dictionary: a flacon is a bottle, an alder a tree."""
    return any(singular(meant) in step for line in classes.lines(singular(said))[:2] for step in line[1:5])


def same_noun_of(said: str, meant: tuple[str, ...]) -> bool:
    return any(same_noun(said, m) for m in meant)


@lru_cache(maxsize=65536)
def same_look(field: str, said: str, meant: str) -> bool:
    """Whether a look of the scene (field and value) is the one that is meant, in one word or two ("hair silver")."""
    if field in FACTORS:
        return _same_size(float(said), meant)
    where, _, what = plain(meant).partition(" ")
    if what and where in TABLE["body"]:
        return any(plain(field).startswith(name) for name in TABLE["body"][where]) and (same_look("", said, what) or same_look("", where + " " + said, what))
    said, meant = plain(said.partition(":")[2] or said), plain(meant)
    if field.split(".")[-1] == "age" and said.replace(".", "").isdigit():
        low, high = TABLE["ages"].get(meant, (0, -1))
        return low <= float(said) <= high
    if said == meant or singular(said) == singular(meant) or synonyms(said, meant) or verb(said) == verb(meant):
        return True
    if meant in TABLE["families"].get(said, ()):
        return True
    keys, others = {key for _, key in senses(meant)}, {key for _, key in senses(said)}
    return said in keys or meant in others or bool(keys & others) or _near(said, meant) or set(said.split()) >= set(meant.split())


def _same_size(factor: float, meant: str) -> bool:
    words = set(plain(meant).split())
    return bool(words & set(TABLE["size"]["more" if factor > 1 else "less"]))


def _near(said: str, meant: str) -> bool:
    colours = {plain(name): value for name, value in lexicon().colours.items()}
    one = colours.get(said)
    return one is not None and any(_distance(one, colours[key]) < NEAR for kind, key in senses(meant) if kind == "colour" and key in colours)


def _distance(one: str, other: str) -> float:
    return sum((int(one[k : k + 2], 16) - int(other[k : k + 2], 16)) ** 2 for k in (1, 3, 5)) ** 0.5
