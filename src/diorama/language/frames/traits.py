"""Words about people → fields of a person (animals: animal.py): age, sex, hair, skin, face, posture, deeds, gaze, clothes."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from diorama.language.draft import Draft, Effect, SubjectDraft
from diorama.language.frames.vocabulary import handles
from diorama.language.lexicon import classes
from diorama.language.match import Atom
from diorama.language.syntax.word import Word
from diorama.scene import Colour
from diorama_catalogue.statures import stature

GENERIC = frozenset((
    "person", "human", "human being", "someone", "somebody", "adult", "individual", "figure", "stranger", "passer-by", "character", "body", "man", "woman", "child", "boy", "girl", "kid", "lady", "gentleman", "guy", "friend",
    "couple", "family", "crowd", "group of people", "team", "audience", "people", "baby", "toddler", "teenager", "subject", "sitter", "mother", "father", "wife", "husband", "daughter", "son", "grandmother", "grandfather", "neighbour", "owner",
    "sister", "brother", "twin", "lover", "male", "female", "infant", "youth", "onlooker", "passenger", "visitor", "guest", "customer", "colleague", "elder",
))  # fmt: skip
"""Nouns that name no occupation."""
BORNE = frozenset(("carry", "cradle", "lift"))
LITTLE = frozenset(("little", "small", "tiny", "wee"))
YEARS = {"twenties": 25.0, "thirties": 35.0, "forties": 45.0, "fifties": 55.0, "sixties": 65.0, "seventies": 75.0, "eighties": 85.0, "nineties": 92.0, "teens": 16.0}


@lru_cache(maxsize=1)
def tables() -> dict[str, dict[str, Any]]:
    read = tomllib.loads(files(__package__).joinpath("people.toml").read_text("utf-8"))
    for part in read["tended"]["parts"]:
        read["held"][part] = dict.fromkeys(read["tended"]["verbs"], "tending") | read["held"][part]
    return read


def living(subject: SubjectDraft) -> bool:
    return subject.traits is not None


def sex_of(noun: str) -> str | None:
    """The sex that a noun tells, in the singular: a groom, "a woman doctor"."""
    told = next((sex for sex, nouns in tables()["sex"].items() if noun in nouns), None)
    if told is not None or len(noun) < 7 or noun in ("superhuman", "talisman"):
        return told
    return "female" if noun.endswith("woman") else "male" if noun.endswith("man") else None  # "cameraman", "forewoman"


def begin(draft: Draft, subject: SubjectDraft, at: Atom) -> None:
    """A person with what the noun says."""
    table, noun = tables(), subject.noun.split()[-1]
    subject.traits = {}
    draft.retell(subject, "thing", "person")
    singular = {"men": "man", "women": "woman", "children": "child", "people": "person"}.get(noun, noun.removesuffix("s") if not noun.endswith("ss") else noun)
    sex = sex_of(singular)
    if sex is not None:
        subject.traits["sex"] = sex
    if singular in table["age"]:
        subject.traits["age"] = table["age"][singular]
    if singular not in GENERIC:
        subject.traits["role"] = singular.replace(" ", "_").replace("-", "_")


def put(draft: Draft, subject: SubjectDraft, atom: Atom, path: str, value: Any) -> bool:
    """Set a field told by a word, once; nested fields by dots ("hair.length"), lists grow. False if something else was said before."""
    assert subject.traits is not None
    *above, last = path.split(".")
    here = subject.traits
    for step in above:
        here = here.setdefault(step, {})
    known = here.get(last)
    if path in LISTS:
        here[last] = list(dict.fromkeys([*(known or ()), value]))
        if path == "coat.colours" and sorted(colour.name for colour in here[last]) == ["black", "white"]:
            here.setdefault("marking", "bicolour")
    elif known is not None and known != value and path not in ("age", "role", "facial_hair.beard"):
        return False
    else:
        here[last] = value
    draft.note(atom, "subject", Effect(path, value.name if isinstance(value, Colour) else value, subject))
    return True


LISTS = frozenset(("hair.styles", "skin.details", "gestures", "coat.colours"))


FIELDS = {"age": "age", "build": "build", "ancestry": "ancestry", "expression": "expression", "skin.details": "detail"}
"""Fields that an adjective sets, with the tables of their words."""
LIKENED = ("expression", "build", "age")
"""Fields that an adjective no table lists may set, by what it is like."""
PARTLY = frozenset((
    "strong", "big", "large", "great", "nice", "good", "fine", "little", "small", "bright", "hot", "cold", "warm", "cool", "quiet", "wild", "free", "heavy",
    "light", "round", "full", "fierce",
))  # fmt: skip
"""Adjectives of so many things that their likenesses tell little of somebody."""


def _like_a_listed_one(atom: Atom) -> tuple[str, str] | None:
    """ "Brawny" is like "muscular", "enraged" like "furious": the field and the listed word; None for colours, stuffs, sizes, and where none is like it."""
    if atom.norm in PARTLY or atom.can("colour", "material", "finish", "pattern", "size", "time", "weather", "season"):
        return None
    rows = ((path, like) for like in classes.like(atom.norm) for path in LIKENED if like in tables()[FIELDS[path]])
    return next(rows, None)


def expression(word: str) -> str | None:
    """The expression that an adjective tells: listed, or by what it is like."""
    table = tables()["expression"]
    return table.get(word) or next((table[like] for like in classes.like(word) if like in table), None)


def adjective(draft: Draft, subject: SubjectDraft, atom: Atom) -> bool:
    """ "old", "bearded", "smiling", "in her thirties": a word told of someone as a whole. False if it says nothing of a person."""
    table, word = tables(), atom.norm
    if word in ("asleep", "sleeping") and subject.category == "person":
        return put(draft, subject, atom, "posture", "lying") and put(draft, subject, atom, "eyes", "closed")
    if word in OF_TWO and subject.fellows and subject.category == "person":
        return put(draft, subject, atom, "age", round((subject.traits or {}).get("age", USUAL_AGE) * OF_TWO[word], 1))
    for path, field in FIELDS.items():
        if word in table[field]:
            return put(draft, subject, atom, path, table[field][word])
    *very, last = word.split()
    if last in table["stature"] and subject.category == "person":
        return put(draft, subject, atom, "height", _height(subject, table["stature"][last] ** (1.4 if very else 1.0)))
    if word in table["beard"]:
        return put(draft, subject, atom, "facial_hair.beard", table["beard"][word])
    if word in table["hair_told"]:
        colour = named(table["hair_told"][word])
        return colour is not None and put(draft, subject, atom, "hair.colour", colour)
    if word in LITTLE and (years := table["little"].get(subject.noun.split()[-1])):
        return put(draft, subject, atom, "age", years)
    if word == "bald":
        return put(draft, subject, atom, "hair.length", "bald")
    if word in YEARS:
        return put(draft, subject, atom, "age", YEARS[word])
    if atom.can("age"):
        return put(draft, subject, atom, "age", float("".join(c for c in atom.text if c.isdigit()) or 30))
    if (alike := _like_a_listed_one(atom)) is not None:
        draft.say("note", "nearest-word", f"{word!r} is read as {alike[1]!r}, the nearest to it that is shown", (atom.start, atom.end))
        return put(draft, subject, atom, alike[0], table[FIELDS[alike[0]]][alike[1]])
    for whole, field in (("haired", "hair"), ("eyed", "eyes"), ("skinned", "skin")):
        if word.endswith(whole) and len(word) > len(whole) + 1:
            return _compound(draft, subject, atom, word[: -len(whole) - 1], field)
    return False


OF_TWO = {"older": 1.25, "elder": 1.25, "younger": 0.75}
"""Of several told apart by their age, how many times the age of all: "two sisters … the older one"."""
USUAL_AGE = 30.0


def tone(name: str, *, very: bool) -> str:
    """A tone of skin, or the one beyond it that "very" means."""
    return f"very_{name}" if very and f"very_{name}" in tables()["skin"].values() else name


GROWN = 18.0
"""Years of those of whom no age is told, where it is asked how tall they are."""


def _height(subject: SubjectDraft, times: float) -> float:
    """Metres: so many times the usual height of their age and sex; of both sexes' mean where none is told."""
    told = subject.traits or {}
    sex = {"female": 0.0, "male": 1.0}.get(told.get("sex") or "", 0.5)
    return round(min(stature(float(told.get("age") or GROWN), sex) * times, 2.3), 2)


def _compound(draft: Draft, subject: SubjectDraft, atom: Atom, word: str, field: str) -> bool:
    """ "red-haired", "dark-skinned"."""
    table = tables()
    if field == "skin" and word in table["skin"]:
        return put(draft, subject, atom, "skin.tone", table["skin"][word])
    if field == "hair" and word in table["hair_length"]:
        return put(draft, subject, atom, "hair.length", table["hair_length"][word])
    if field == "hair" and word in table["hair_texture"]:
        return put(draft, subject, atom, "hair.texture", table["hair_texture"][word])
    colour = named(word)
    return colour is not None and put(draft, subject, atom, "hair.colour" if field == "hair" else "eye_colour", colour)


def named(word: str) -> Colour | None:
    """The colour of a word, as hair and eyes have it."""
    from diorama.language.lexicon import lexicon

    for entry, senses in lexicon().words.get(word, ()):
        sense = next((s for s in senses if s.kind == "colour"), None)
        if entry == (word,) and sense is not None:
            return Colour(name=sense.key.replace("_", " "), hex=sense.data["hex"])
    return {"dark": Colour(name="dark brown", hex="#2e1f18"), "fair": Colour(name="blond", hex="#d9c27a"), "gray": Colour(name="grey", hex="#828282"), "light": Colour(name="light brown", hex="#a07850")}.get(word)


def hair(draft: Draft, subject: SubjectDraft, atom: Atom, colour: Colour | None) -> bool:
    """A word told of hair."""
    table, word = tables(), atom.norm
    for field, path in (("hair_style", "hair.styles"), ("hair_length", "hair.length"), ("hair_texture", "hair.texture")):
        if word in table[field]:
            return put(draft, subject, atom, path, table[field][word])
    return colour is not None and put(draft, subject, atom, "hair.colour", colour)


def verb(draft: Draft, subject: SubjectDraft, atom: Atom, lemma: str) -> bool:
    """What someone does by themselves: posture, gesture, expression. False if the verb is of no such kind."""
    table = tables()
    if lemma in table["rider"] and subject.traits is not None and "role" not in subject.traits:
        put(draft, subject, atom, "role", table["rider"][lemma])
        return put(draft, subject, atom, "posture", "riding")
    for name, path in (("posture", "posture"), ("gesture", "gestures"), ("expression", "expression"), ("eyed", "eyes")):
        if lemma in table[name]:
            return put(draft, subject, atom, path, table[name][lemma])
    return False


def deed(draft: Draft, subject: SubjectDraft, atom: Atom, lemma: str, target: SubjectDraft | None, what: Word | None = None) -> bool:
    """What someone does to or with something. False if the verb is of no such kind. `what`: the verb's object, where it has one."""
    if lemma in BORNE and target is not None and target.traits is not None and target.category == "person" and "age" not in target.traits:
        years = tables()["little"].get(target.noun.split()[-1])
        target.traits |= {"age": years} if years else {}  # who is carried is small
    if lemma == "share" and target is not None and target.category == "furniture":
        return put(draft, subject, atom, "posture", "sitting")  # "two friends share a bench"
    alive = target.category if target is not None and target.traits is not None else ""
    to_living = tables()[f"deed_to_{alive}"].get(lemma) if alive in ("animal", "person") else None
    if to_living is not None:
        return act(draft, subject, atom, "actions", to_living, target)
    if lemma == "balance" and target is None:
        return put(draft, subject, atom, "posture", "standing")  # "balances on one leg"
    known = _known_deed(lemma, target)
    at_tennis = (subject.traits or {}).get("role") in ("player", "tennis_player") or target is not None and lemma == "serve" and "ball" in target.thing
    if known == "serving" and at_tennis:
        known = "hitting"  # "a tennis player serves"
    if known == "cutting" and target is None and what is not None and classes.share(what.lemma, "food") < EATEN:
        known = "working"  # "trims a lawn"
    worked = known is None and what is not None and target is not None and target.traits is None and works(lemma)  # "irons a shirt"
    spoken_to = target if known != "speaking" or target is None or target.traits is not None else None  # "argue at a table"
    return act(draft, subject, atom, "actions", "working" if worked else known, spoken_to)


EATEN = 0.2
"""Of all uses of a noun, the part from which it is cut as food is."""
DRIVEN = frozenset(("vehicle", "animal"))
CUT_UP = frozenset(("food", "tableware", "plant"))


def _known_deed(lemma: str, target: SubjectDraft | None) -> str | None:
    """What a verb says of somebody, by what it is done to: onions are chopped otherwise than logs, and nails not driven as cars."""
    known = _by_object(lemma, target)
    if target is None or known not in ("driving", "cutting"):
        return known
    if known == "driving":
        return known if target.category in DRIVEN else "hitting"
    return known if target.category in CUT_UP or lemma in ("slice", "dice") or target.traits is not None else "working"


def _by_object(lemma: str, target: SubjectDraft | None) -> str | None:
    table = tables()
    if target is None and lemma in table["deed_alone"]:
        return table["deed_alone"][lemma]
    other = table["deed_to"].get(lemma)
    if other is not None and target is not None and target.thing in other["to"]:
        return other["deed"]
    return table["deed"].get(lemma)


RESTS = frozenset(("rest", "lean", "settle", "wait", "stay", "share"))
"""What one does on or with a thing and hands do not."""


def works(lemma: str) -> bool:
    """True for what hands do to a thing, where it is no deed that is shown in a way of its own."""
    return handles(lemma) and lemma not in RESTS and tables()["deed"].get(lemma, "working") == "working"


def act(draft: Draft, subject: SubjectDraft, atom: Atom, path: str, name: str | None, target: SubjectDraft | None) -> bool:
    """Add a deed to those of `path`, or its object to one that is known; four of each at most."""
    assert subject.traits is not None
    deeds = subject.traits.setdefault(path, [])
    known = next((a for a in deeds if a["deed"] == name), None)
    if name is None or known is None and len(deeds) == 4:
        return False
    if known is None:
        known = {"deed": name, "objects": []}
        deeds.append(known)
    if target is not None and target not in known["objects"] and len(known["objects"]) < 4:
        known["objects"].append(target)
    draft.note(atom, "subject", Effect(path, name, subject))
    return True
