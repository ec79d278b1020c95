"""People and animals as the things that stand in for them while the stage has no models of its own: sculpted figures with their clothes beside them.

Reading with persons and animals → as_things → Reading with objects only; effects follow their fields, and words for what a figure cannot show are told as stood in for.
"""

from __future__ import annotations

from itertools import count
from typing import NamedTuple

from diorama.language.lexicon import Sense, lexicon
from diorama.language.model import Phrase, Reading
from diorama.scene import Animal, Garment, Object, Part, Person, Relation, Size, Surface
from diorama_catalogue import thing

POSTURES = {
    "standing": "standing", "sitting": "sitting", "kneeling": "sitting", "crouching": "sitting", "lying": "lying", "leaning": "standing", "walking": "walking", "running": "running", "jumping": "jumping", "dancing": "dancing",
    "bending": "standing", "riding": "sitting", "climbing": "standing", "sleeping": "lying", "curled_up": "lying", "perching": "sitting", "trotting": "walking", "leaping": "jumping", "flying": "flying", "gliding": "flying",
}  # fmt: skip
FACES = {"smile": "smiling", "open_smile": "smiling", "laugh": "smiling", "sad": "sad", "thoughtful": "sad", "serious": "sad", "angry": "sad"}
OLD = 60.0
"""Years from which a figure is built old."""


class Made(NamedTuple):
    object: Object
    worn: dict[str, Object]
    """By the garment's name."""


def as_things(reading: Reading) -> Reading:
    """The reading with every person and animal as a figure; the same reading where there is none."""
    living = [s for s in reading.scene.subjects if isinstance(s, Animal)]
    if not living:
        return reading
    taken = {s.id for s in reading.scene.subjects}
    fresh = (id for k in count(1) if (id := f"g{k}") not in taken)
    made = {s.id: Made(_figure(s), {g.garment: _worn(g, next(fresh), s.count) for g in s.wears}) for s in living}
    subjects = []
    for s in reading.scene.subjects:
        subjects += [s] if s.id not in made else [made[s.id].object, *made[s.id].worn.values()]
    relations = [*reading.scene.relations, *(Relation(subject=id, kind="wearing", objects=(g.id,)) for id, m in made.items() for g in m.worn.values())]
    scene = reading.scene.model_copy(update={"subjects": tuple(subjects[:64]), "relations": tuple(r for r in relations if {r.subject, *r.objects} - {s.id for s in subjects[64:]} == {r.subject, *r.objects})})
    return reading.model_copy(update={"scene": scene, "phrases": tuple(_told(p, made) for p in reading.phrases)})


def _thing(noun: str, category: str) -> Sense | None:
    """The thing of the lexicon that a noun names: of all of it, else of its last word."""
    for words in (noun.replace("_", " "), noun.replace("_", " ").split()[-1]):
        for entry, senses in lexicon().words.get(words.split()[0], ()):
            found = next((s for s in senses if s.kind == "thing" and s.data["category"] == category), None)
            if found is not None and " ".join(entry) == words:
                return found
    return None


def _figure(s: Person | Animal) -> Object:
    states = [x for x in (POSTURES.get(s.posture or ""),) if x]
    if isinstance(s, Animal):
        known = next((k for k in (_thing(n, "animal") for n in (s.noun, s.breed or "", s.species) if n) if k is not None), None)
        key = known.key if known is not None else "figure_dog"
        return Object(id=s.id, noun=s.noun, thing=key, variants=thing(key).named(s.noun), count=s.count, size=_sized(s, known), surface=Surface(colours=s.coat.colours), states=tuple(states), implied=s.implied)
    states += [FACES[s.expression]] if s.expression in FACES else []
    parts = [Part(name="hair", surface=Surface(colours=(s.hair.colour,)))] if s.hair.colour is not None else []
    parts += [Part(name="beard", surface=Surface(colours=(s.facial_hair.colour,) if s.facial_hair.colour else ()))] if s.facial_hair is not None and s.facial_hair.beard != "none" else []
    styles = ("elderly",) if s.age is not None and s.age >= OLD else ()
    return Object(id=s.id, noun=s.noun, thing="doll_person", variants=thing("doll_person").named(s.noun), count=s.count, size=_sized(s, _thing(s.noun, "person")), states=tuple(states), parts=tuple(parts), styles=styles, implied=s.implied)


def _sized(s: Person | Animal, known: Sense | None) -> Size:
    """A figure is as large as whom it stands in for: a child is no grown-up, a tiger no cat."""
    ratio = known.data["size"] / lexicon().sizes.get(known.key, known.data["size"]) if known is not None else 1.0
    return s.size if 0.75 < ratio < 1.34 else s.size.model_copy(update={"scale": round(min(max(s.size.scale * ratio, 0.05), 20.0), 3)})


def _worn(g: Garment, id: str, many: int) -> Object:
    known = _thing(g.noun or g.garment, "wear")
    noun, key = g.noun or g.garment, known.key if known is not None else "shirt"
    return Object(id=id, noun=noun, thing=key, variants=thing(key).named(noun), count=many, surface=g.surface, labels=g.labels, styles=g.styles)


def _told(phrase: Phrase, made: dict[str, Made]) -> Phrase:
    effects = [e for told in phrase.effect for e in _moved(told, made)]
    if tuple(effects) == phrase.effect:
        return phrase
    status = phrase.status if effects and phrase.status != "applied" else "applied" if effects else "stand-in" if phrase.status == "applied" else phrase.status
    return phrase.model_copy(update={"effect": tuple(dict.fromkeys(effects)), "status": status})


def _moved(effect: str, made: dict[str, Made]) -> list[str]:
    """The effect where the figure has it; none where it cannot show it."""
    path, _, value = effect.partition("=")
    steps = path.split(".")
    if steps[0] != "subjects" or len(steps) < 3 or steps[1] not in made:
        return [effect]
    figure, worn = made[steps[1]]
    rest = steps[2:]
    if rest[0] == "wears":
        return _of_garment(rest[1:], value, worn)
    at = f"subjects.{figure.id}"
    moved = {
        "posture": (f"{at}.states", POSTURES.get(value)), "expression": (f"{at}.states", FACES.get(value)), "hair.colour": (f"{at}.parts.hair.surface.colours", value), "coat.colours": (f"{at}.surface.colours", value),
        "facial_hair.beard": (f"{at}.parts", "beard"), "facial_hair.colour": (f"{at}.parts.beard.surface.colours", value), "age": (f"{at}.styles", "elderly" if figure.styles else None),
    }  # fmt: skip
    if ".".join(rest) in moved:
        where, told = moved[".".join(rest)]
        return [f"{where}={told}"] if told else []
    if rest == ["thing"]:
        return [f"{at}.thing={figure.thing}"]
    return [effect] if rest[0] in ("noun", "count", "size") else []


def _of_garment(rest: list[str], value: str, worn: dict[str, Object]) -> list[str]:
    name = rest[0] if rest else value
    if name not in worn:
        return []
    thing = worn[name]
    return [f"subjects.{thing.id}.{'.'.join(rest[1:])}={value}"] if len(rest) > 1 else [f"subjects.{thing.id}.thing={thing.thing}"]
