"""Sentences made from the lists, each with what is true of who or what it tells of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from bench.verbs import inflect

HERE = Path(__file__).parent
PEOPLE = ("woman", "boy", "old man", "nurse", "girl", "man", "monk", "farmer")
HELD = 3
"""One word of so many is held out."""


class Case(NamedTuple):
    sort: str
    """people, animals, things, participles, bodies, traits, adjectives, garments"""
    word: str
    frame: str
    text: str
    who: str
    """The noun of who or what it tells of."""
    truth: str
    named: str
    """All words of which something may be built."""
    span: str
    """The words that must be shown, or said to be not shown."""

    @property
    def held(self) -> bool:
        return crc32(f"{self.sort[:2]}:{self.word}".encode()) % HELD == 0


def rows(name: str) -> Iterator[list[str]]:
    for line in (HERE / f"{name}.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [part.strip() for part in line.split("|")]


def every() -> list[Case]:
    return [*verbs("people"), *verbs("animals"), *verbs("things"), *participles(), *bodies(), *traits(), *adjectives(), *garments()]


LIVING = {
    "third": "{A} {v3} {c}.",
    "participle": "{a} {ving} {c}",
    "is": "{A} is {ving} {c}, soft morning light.",
    "who is": "A photo of {a} who is {ving} {c}.",
    "list": "{n}, {ving} {c}, golden hour, 50mm",
    "while": "A bird sings while {a} {v3} {c}.",
    "two": "Two {ns} {v} {c}.",
    "after a place": "Late in the afternoon, {a} {v3} {c}.",
}
DRESSED = {"dressed": "{A} in a red jacket {v3} {c}.", "dressed, participle": "{a} with a blue scarf {ving} {c}"}
LIFELESS = {
    "third": "{A} {v3} {c}.",
    "participle": "{a} {ving} {c}",
    "is": "{A} is {ving} {c}, soft morning light.",
    "that": "A photo of {a} that {v3} {c}.",
    "list": "{n} {ving} {c}, golden hour, 50mm",
    "while": "A bird sings while {a} {v3} {c}.",
}
MANY = ("flowers", "roses", "trees", "waves", "books", "branches", "apples", "mushrooms")
MASS = ("snow", "fog", "smoke", "steam", "water", "milk", "honey", "wax", "coffee", "ivy")


def verbs(name: str) -> Iterator[Case]:
    for who, clause, truth, words in rows(name):
        for verb in dict.fromkeys(words.split()):
            frames = LIFELESS if name == "things" else LIVING | (DRESSED if who == "person" else {})
            for k, (frame, shape) in enumerate(frames.items()):
                others = [p for p in PEOPLE if p.split()[-1] not in clause]
                noun = others[(crc32(verb.encode()) + k) % len(others)] if who == "person" else who
                yield _told(name, frame, shape, noun, verb, clause, truth)


def _told(sort: str, frame: str, shape: str, noun: str, verb: str, clause: str, truth: str) -> Case:
    many, mass = noun in MANY, noun in MASS
    each = noun if many or mass else inflect.a(noun)
    third = verb if many else inflect.third(verb)
    rest = clause.replace("{}", "").strip()
    if many:
        shape = shape.replace(" is {ving}", " are {ving}")
    text = shape.format(
        A=each[0].upper() + each[1:], a=each, n=noun, ns=inflect.plural(noun), v=verb, v3=third, ving=inflect.ing(verb), c=rest
    )  # fmt: skip
    form = third if "{v3}" in shape else inflect.ing(verb) if "{ving}" in shape else verb
    return Case(sort, verb, frame, text, noun.split()[-1], truth, f"{noun} {rest} bird photo jacket scarf", form)


PASSIVE = {"is": "{A} is {pp} {c}.", "participle": "{a} {pp} {c}", "list": "{n} {pp} {c}, soft light, 50mm", "and": "{A} {pp} {c} and a red mug on the floor."}


def participles() -> Iterator[Case]:
    for noun, clause, truth, words in rows("participles"):
        for word in words.split():
            for frame, shape in PASSIVE.items():
                many = noun in MANY
                each = noun if many else inflect.a(noun)
                shape = shape.replace(" is ", " are ") if many else shape
                rest = clause.replace("{}", "").strip()
                text = shape.format(A=each[0].upper() + each[1:], a=each, n=noun, pp=word, c=rest)
                yield Case("participles", word, frame, text, noun, truth, f"{noun} {rest} mug floor", word)


BODY = {
    "with": "{A} {x}.",
    "stands": "{A} stands in a park {x}.",
    "tags": "{n} {x}, studio portrait",
    "after a coat": "{A} in a green coat {x}, soft light",
    "two sentences": "{A} sits on a bench. A dog sleeps beside a tree. {He} is {x}.",
}
WITH = {"two sentences": "A tree stands beside a house. {A} {x} waits by the door."}
LOW = ("sitting", "kneeling", "lying", "on ", "standing", "hugging")
"""How nobody is who stands."""
HIS = {"woman": "her", "girl": "her", "nurse": "her", "man": "his", "boy": "his", "old man": "his"}


def bodies() -> Iterator[Case]:
    for phrase, truth in rows("bodies"):
        for k, (frame, shape) in enumerate((BODY | (WITH if phrase.startswith(("with", "on", "in")) else {})).items()):
            noun = ("woman", "man", "girl", "old man", "boy")[(crc32(phrase.encode()) + k) % 5]
            own = phrase.format(p=HIS[noun])
            if frame == "stands" and own.startswith((*LOW, f"with {HIS[noun]} legs", f"with {HIS[noun]} feet")):
                continue
            if frame == "two sentences" and ("kneeling" in own or own.startswith(("lying", "standing"))):
                continue
            each = inflect.a(noun)
            text = shape.format(A=each[0].upper() + each[1:], a=each, n=noun, x=own, He={"his": "He", "her": "She"}[HIS[noun]])
            named = f"{noun} {phrase} park coat bench dog tree house door"
            yield Case("bodies", phrase, frame, text, noun.split()[-1], truth, named, own.split()[-1])


LOOKS = {
    "with": "{A} {x}.",
    "doing": "{A} {x} walks along a beach.",
    "tags": "{n} {x}, studio portrait, 85mm",
    "and a coat": "{A} {x} and a green coat",
    "portrait": "A portrait of {a} {x}, soft window light.",
    "two": "{A} {x} sits beside a dog.",
}


def traits() -> Iterator[Case]:
    for phrase, truth, words in rows("traits"):
        man = phrase.startswith("male: ")
        for word in words.split():
            for k, (frame, shape) in enumerate(LOOKS.items()):
                noun = "man" if man else ("woman", "man", "girl")[(crc32(word.encode()) + k) % 3]
                noun = "woman" if noun == "girl" and truth.startswith(("age", "skin.make", "skin.lips")) else noun
                own = phrase.removeprefix("male: ").replace("{p}", HIS[noun]).replace("{}", word)
                own = own.replace("a undercut", "an undercut").replace("a angry", "an angry")
                each = inflect.a(noun)
                text = shape.format(A=each[0].upper() + each[1:], a=each, n=noun, x=own)
                name = own.removeprefix("with ")
                yield Case("traits", f"{phrase} {word}", frame, text, noun, truth.replace("{}", word), f"{noun} beach coat dog window", name.split()[-1])


ADJECTIVES = {
    "before": "{A} stands in a park.",
    "doing": "{a} walking a dog along a beach",
    "tags": "{n}, studio portrait, 85mm",
    "portrait": "A portrait of {a} in a green coat.",
    "two": "Two {ns} sit on a bench.",
}


def adjectives() -> Iterator[Case]:
    for truth, words in rows("adjectives"):
        for word in words.split():
            for k, (frame, shape) in enumerate(ADJECTIVES.items()):
                noun = ("woman", "man", "woman", "boy")[(crc32(word.encode()) + k) % (3 if "age" in truth or "bald" in truth else 4)]
                each, whole = inflect.a(f"{word} {noun}"), f"{word} {noun}"
                many = f"{word} {inflect.plural(noun)}"
                text = shape.format(A=each[0].upper() + each[1:], a=each, n=whole, ns=many)
                yield Case("adjectives", word, frame, text, noun, truth, f"{noun} park dog beach coat bench", word)


WORN = {
    "wearing": "{A} wearing {g}.",
    "in": "{a} in {g}",
    "red": "{A} wearing {red} walks a dog.",
    "on": "{A} has {g} on and holds a book.",
    "tags": "{n}, {bare}, city street, 50mm",
    "list": "{A} in a white shirt and {g} stands by a door.",
    "puts on": "{A} puts on {g}.",
    "two": "A man in {red} and a woman in a yellow raincoat sit on a bench.",
}


def garments() -> Iterator[Case]:
    for group, sex, words in rows("garments"):
        for word in words.split():
            name, many = word.replace("-", " ") if word not in ("t-shirt",) else word, sex == "plural"
            for k, (frame, shape) in enumerate(WORN.items()):
                noun = "woman" if sex == "female" or k % 2 else "man"
                noun = "man" if frame == "two" else noun
                if frame == "in" and group in ("bags", "face") and name not in ("glasses", "sunglasses"):
                    shape = shape.replace(" in ", " with ")
                each = inflect.a(noun)
                garment, red = (name, f"red {name}") if many else (inflect.a(name), f"a red {name}")
                text = shape.format(A=each[0].upper() + each[1:], a=each, n=noun, bare=name, g=garment, red=red)
                truth = f"wears={name}" + (f" & colour={name}:red" if "{red}" in shape else "")
                yield Case("garments", word, frame, text, noun, truth, f"{noun} dog book street shirt door raincoat woman bench {name}", name.split()[-1])
