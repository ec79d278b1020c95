"""Subjects in words: who or what, how it looks, what it does."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from diorama_catalogue.plurals import plural
from diorama.scene import Animal, Object, Person, Subject, Surface

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
AGES = ((1, "baby"), (4, "toddler"), (13, "child"), (20, "teenage"), (40, "young"), (65, "middle-aged"), (200, "elderly"))
"""Years below which a person is called so."""
GROWN = {"female": "woman", "male": "man", None: "person"}
SMALL = {"female": "girl", "male": "boy", None: "child"}
PATTERNS = {"stripes": "striped", "vertical_stripes": "vertically striped", "dots": "dotted", "checks": "checked"}
LIMBS = {
    "hands_behind_back": "hands behind the back", "thumbs_up": "giving a thumbs up", "peace_sign": "making a peace sign", "praying": "hands in prayer",
}  # fmt: skip

Named = Callable[[str], str]
"""What the subject with an id is called."""


def phrase(subject: Subject, named: Named) -> str:
    """ "two small red glass bottles, open, with the words “Aqua” on them"."""
    match subject:
        case Person():
            return _person(subject, named)
        case Animal():
            return _animal(subject, named)
        case _:
            return _object(subject)


def counted(count: int, words: str) -> str:
    """ "a mug", "an apple", "two mugs", "jeans"."""
    if count > 1:
        return f"{NUMBERS[count] if count < len(NUMBERS) else count} {plural(words)}"
    if words.endswith("s") and not words.endswith("ss"):
        return words
    return f"{'an' if words[:1].lower() in 'aeiou' else 'a'} {words}"


def looks(surface: Surface) -> list[str]:
    """Finish, colours, pattern, material: the order of English adjectives."""
    pattern = PATTERNS.get(surface.pattern or "", plain(surface.pattern))
    return [*(plain(f) for f in surface.finish), *_joined(c.name for c in surface.colours), *filter(None, (pattern, plain(surface.material)))]


def plain(key: str | None) -> str:
    return (key or "").replace("_", " ")


def _joined(names: Iterable[str]) -> list[str]:
    told = [plain(name) for name in names]
    return [" and ".join(told)] if told else []


def _object(thing: Object) -> str:
    size = "oversized" if thing.size.scale >= 2 else "large" if thing.size.scale > 1.2 else "small" if thing.size.scale < 0.83 else ""
    noun = thing.noun or plain(thing.thing)
    seen = [word for word in (size, *map(plain, thing.styles), plain(thing.shape), *looks(thing.surface)) if word and word not in noun.split()]
    more = [plain(state) for state in thing.states]
    if thing.contents:
        more.append(f"filled with {plain(thing.contents)}")
    if thing.depicts:
        more.append("showing " + " and ".join(map(plain, thing.depicts)))
    more += [f"its {part.name} {' '.join(looks(part.surface))}" for part in thing.parts if not part.surface.is_plain]
    more += [f"with the words “{label.text}” on {'them' if thing.count > 1 else 'it'}" for label in thing.labels]
    return ", ".join([counted(thing.count, " ".join([*seen, noun])), *more])


def _person(person: Person, named: Named) -> str:
    age = next((word for limit, word in AGES if (person.age or 0) < limit), "") if person.age is not None else ""
    noun = plain(person.role) or person.noun or GROWN[person.sex]
    if age in ("baby", "toddler", "child"):
        age, noun = ("", age) if age != "child" else ("", SMALL[person.sex])
    seen = [age, plain(person.build) if person.build not in (None, "average") else "", *([f"{plain(person.skin.tone)}-skinned"] if person.skin.tone else [])]
    words = counted(person.count, " ".join([*(w for w in seen if w and w not in noun), noun]))
    hair = [plain(person.hair.length), plain(person.hair.texture), person.hair.colour.name if person.hair.colour else "", "hair"]
    more = ["with " + " ".join(filter(None, hair))] if any(hair[:3]) else []
    more += [f"hair in a {plain(style)}" for style in person.hair.styles]
    if person.facial_hair is not None and person.facial_hair.beard != "none":
        more.append(f"{plain(person.facial_hair.beard)} beard")
    more += [plain(detail) for detail in person.skin.details]
    more += [f"{plain(person.expression)} expression"] if person.expression not in (None, "neutral") else []
    more += _worn(person)
    more += [plain(person.posture)] if person.posture else []
    more += [LIMBS.get(gesture, plain(gesture)) for gesture in person.gestures]
    more += [" ".join([plain(action.deed), *(named(one) for one in action.objects)]) for action in person.actions]
    return ", ".join([words, *more, *_looking(person.gaze, named)])


def _animal(animal: Animal, named: Named) -> str:
    age = {"newborn": "newborn", "young": "young", "old": "old"}.get(animal.age, "")
    coat = animal.coat
    build = "" if animal.build == "average" else animal.build
    seen = [age, build, plain(coat.texture), *_joined(c.name for c in coat.colours), plain(coat.marking), plain(animal.breed)]
    noun = animal.noun or plain(animal.species)
    words = counted(animal.count, " ".join([*(w for w in seen if w and w not in noun), noun]))
    more = [plain(animal.posture)] if animal.posture else []
    more += [" ".join([plain(deed.deed), *(named(one) for one in deed.objects)]) for deed in animal.deeds]
    more += [f"{plain(animal.eyes)} eyes"] if animal.eyes else []
    return ", ".join([words, *more, *_worn(animal), *_looking(animal.gaze, named)])


def _worn(one: Person | Animal) -> list[str]:
    worn = [counted(1, " ".join([*map(plain, g.styles), *looks(g.surface), g.noun or plain(g.garment)])) for g in one.wears]
    return ["wearing " + " and ".join(worn)] if worn else []


def _looking(gaze: str | None, named: Named) -> list[str]:
    if gaze is None:
        return []
    if gaze == "lens":
        return ["looking into the camera"]
    return [f"looking {gaze}" if gaze in ("away", "down", "up", "left", "right") else f"looking at {named(gaze)}"]
