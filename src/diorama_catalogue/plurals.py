"""Plurals of English nouns, regular and not."""

from __future__ import annotations

IRREGULAR = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "mouse": "mice", "goose": "geese", "foot": "feet", "tooth": "teeth",
    "leaf": "leaves", "loaf": "loaves", "knife": "knives", "shelf": "shelves", "bookshelf": "bookshelves", "half": "halves", "scarf": "scarves",
    "wolf": "wolves", "calf": "calves", "thief": "thieves", "wife": "wives", "ox": "oxen", "sheep": "sheep", "deer": "deer", "fish": "fish",
    "goldfish": "goldfish", "salmon": "salmon", "aircraft": "aircraft", "bus": "buses", "potato": "potatoes", "tomato": "tomatoes", "hero": "heroes",
    "mango": "mangoes", "cactus": "cacti", "hippopotamus": "hippopotamuses", "octopus": "octopuses", "graffito": "graffiti", "policeman": "policemen",
    "fisherman": "fishermen", "snowman": "snowmen", "businessman": "businessmen", "fireman": "firemen", "volcano": "volcanoes", "elf": "elves",
    "shrimp": "shrimp", "squid": "squid", "dwarf": "dwarves", "gentleman": "gentlemen", "sunglasses": "sunglasses", "grass": "grasses", "chilli":
    "chillies", "chili": "chilies",
}  # fmt: skip


def plural(words: str) -> str:
    """The plural of a noun phrase's last word: "wine glass" → "wine glasses"."""
    *rest, last = words.split()
    return " ".join([*rest, _plural(last)])


def _plural(word: str) -> str:
    if word in IRREGULAR:
        return IRREGULAR[word]
    if (ending := _inner(word, IRREGULAR)) is not None:
        return word.removesuffix(ending) + IRREGULAR[ending]
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


INNER = ("woman", "women", "man", "men", "child", "children", "mouse", "mice", "tooth", "teeth", "goose", "geese")
"""Words that others end in: a cameraman, grandchildren."""
NOT_SO = frozenset((
    "human", "german", "roman", "shaman", "talisman", "ottoman", "caiman", "norman", "omen", "specimen", "regimen", "semen", "abdomen", "stamen",
))  # fmt: skip


def _inner(word: str, of: dict[str, str]) -> str | None:
    """The ending of a word that has its plural from another: "man" of "cameraman"."""
    return next((end for end in INNER if end in of and word.endswith(end) and len(word) > len(end) + 1 and word not in NOT_SO), None)


SINGULAR = {many: one for one, many in IRREGULAR.items()}
ALIKE = frozenset((
    "species", "series", "glass", "grass", "dress", "bus", "lens", "moss", "canvas", "atlas", "octopus", "hippopotamus", "cactus", "walrus",
    "platypus", "mantis", "iris", "tennis", "chess", "abbess", "lioness", "tigress",
))  # fmt: skip
"""Singulars that end in s."""


def singular(words: str) -> str:
    """The singular of a noun phrase's last word; of what is singular, itself: "wine glasses" → "wine glass"."""
    *rest, last = words.split()
    return " ".join([*rest, _singular(last)])


def _singular(word: str) -> str:
    if word in SINGULAR:
        return SINGULAR[word]
    if (ending := _inner(word, SINGULAR)) is not None:
        return word.removesuffix(ending) + SINGULAR[ending]
    if word in ALIKE or word in IRREGULAR or not word.endswith("s") or word.endswith("ss") or len(word) < 4:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("xes", "zes", "ches", "shes", "sses")) else word[:-1]
