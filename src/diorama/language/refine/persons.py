"""What only edits say of somebody: steps ("make her older"), what is taken away ("shave him"), one thing for another ("a red coat instead").

All else is read by the grammar of prompts (living.py), which comes first.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from diorama.language.draft import Effect
from diorama.language.refine.clauses import Clause
from diorama.language.refine.desk import Desk
from diorama.scene.person import FacialHair, Garment, Hair
from diorama.scene.subject import Person

TABLE: dict = tomllib.loads(Path(__file__).with_name("persons.toml").read_text(encoding="utf-8"))
WHOSE = r"(?:him|her|them|he|she|they|his|the (?:man|woman|person|boy|girl|child|lady|guy))"


HEEDED = {
    "age": frozenset("much a lot bit little slightly older younger".split()),
    "beard": frozenset(
        "shave without remove take off no clean shaven clean-shaven give with add grow short long full bushy beard moustache mustache stubble goatee".split()
    ),
    "gaze": frozenset("look looks looking gaze gazes face eyes open close at into the to camera lens viewer me us distance away down up left right".split()),
    "manner": frozenset(w for path in ("expression", "posture") for words in TABLE[path].values() for said in words for w in re.split(r"[^a-z]+", said)),
}
"""The words that each rule reads; others of its clause have no effect, which is said."""
ADDRESS = frozenset(
    "please now make let have get give put dress turn dye show be is are and then a an the on in him her them he she they his their it man woman person boy girl child lady guy instead wear wears wearing".split()
)
"""Words that only say whom, and that something is to change."""


def edit_person(desk: Desk, clause: Clause) -> bool:
    """What the grammar of prompts has no words for: steps of age, what is shaved off, one garment for another. False where it says nothing of the kind."""
    atoms = [a for a in (*clause.opening, *clause.atoms, *clause.aside) if not a.can("punct")]
    said = " ".join(a.text for a in sorted(atoms, key=lambda a: a.start)).lower()
    person = _who(desk, said)
    if person is None:
        return False
    changes, heeded = _told(person, said)
    changes = {path: value for path, value in changes.items() if desk.get(f"subjects.{person.id}.{path}") != value}
    if not changes:
        return False
    for path, value in changes.items():
        desk.set(f"subjects.{person.id}.{path}", value)
    names = {*ADDRESS, *person.noun.split()}
    lost = [
        a
        for a in atoms
        if heeded is not None and not a.can("function", "conjunction", "determiner") and not set(re.split(r"[^a-z-]+", a.text.lower())) & {*heeded, *names}
    ]
    desk.note([a for a in atoms if a not in lost], "subject", *(e for path, value in changes.items() for e in _effects(f"subjects.{person.id}.{path}", value)))
    if lost:
        desk.refuse("no-effect", f"{desk.text(lost)!r}: nothing in the picture changes by it", lost)
    desk.speak_of([person.id])
    return True


def _effects(path: str, value: Any) -> list[Effect]:
    """What is true of the new scene, as far as single values tell it."""
    if isinstance(value, tuple):
        return [
            e
            for v in value
            if isinstance(v, Garment)
            for e in (Effect(path, v.garment), *(Effect(f"{path}.{v.garment}.surface.colours", c.name) for c in v.surface.colours))
        ]
    if isinstance(value, FacialHair):
        return [Effect(f"{path}.beard", value.beard)]
    if isinstance(value, Hair):
        return [e for k in ("length", "texture") if getattr(value, k) for e in (Effect(f"{path}.{k}", getattr(value, k)),)] + (
            [Effect(f"{path}.colour", value.colour.name)] if value.colour else []
        )
    return [Effect(path, value)]


def _who(desk: Desk, said: str) -> Person | None:
    """The person that the words name, or the only one."""
    people = [s for s in desk.scene.subjects if isinstance(s, Person)]
    named = [s for s in people if re.search(rf"\b{re.escape(s.noun)}\b", said)]
    return (named or people)[0] if len(named) == 1 or len(people) == 1 else None


def _told(person: Person, said: str) -> tuple[dict[str, Any], frozenset[str] | None]:
    """Path in the person → its new value; and the words that were read (None: all that a prompt would be read by)."""
    for name, rule in (("age", _age), ("beard", _beard), ("gaze", _gaze), ("manner", _manner), ("", _worn), ("", _hair)):
        if found := rule(person, said):
            return found, HEEDED.get(name)
    return {}, None


def _age(person: Person, said: str) -> dict[str, Any]:
    step = re.search(r"\b(much |a lot |a bit |a little |slightly )?(older|younger)\b", said)
    if step is None:
        return {}
    years = {"much ": 32.0, "a lot ": 32.0, None: 20.0}.get(step[1], 9.0)
    before = person.age if person.age is not None else 38.0
    least = 18.0 if before >= 18 else 1.0  # who is grown stays grown
    return {"age": min(max(before + (years if step[2] == "older" else -years), least), 95.0)}


def _beard(person: Person, said: str) -> dict[str, Any]:
    if re.search(r"\b(shave|without (?:a |his )?(?:beard|moustache)|(?:remove|take off|no) (?:the |his )?(?:beard|moustache|stubble)|clean[- ]shaven)\b", said):
        return {"facial_hair": FacialHair()}
    found = re.search(r"\b(?:give|with|add|grow|has|have|wears)\b.*?\b(short|long|full|bushy)?\s*(beard|moustache|mustache|stubble|goatee)\b", said)
    if found is None or person.sex == "female":
        return {}
    kind = {"stubble": "stubble", "goatee": "goatee"}.get(found[2], {"short": "short", "long": "long"}.get(found[1] or "", "full"))
    old = person.facial_hair or FacialHair()
    return {"facial_hair": old.model_copy(update={"moustache": True} if found[2].startswith("m") else {"beard": kind})}


def _gaze(person: Person, said: str) -> dict[str, Any]:
    if not re.search(r"\b(look|looks|looking|gaze|gazes|face|eyes)\b", said):
        return {}
    return next(({TABLE["path"]["gaze"]: key} for key, words in TABLE["gaze"].items() if any(word in said for word in words)), {}) or next(
        ({"eyes": key} for key, words in TABLE["eyes"].items() if any(word in said for word in words)), {}
    )


def _manner(person: Person, said: str) -> dict[str, Any]:
    if not re.search(rf"^(?:please )?(?:let|make|have|get)?\s*{WHOSE}\b|^(?:smile|laugh)", said):
        return {}
    for path in ("expression", "posture"):
        for key, words in TABLE[path].items():
            if re.search(rf"\b(?:{'|'.join(words)})\b", said):
                return {path: key}
    return {}


def _worn(person: Person, said: str) -> dict[str, Any]:
    found = re.search(
        r"^(?:an? )(.+?) instead$|"
        r"^(?:put|give|dress|let|make|have)?\s*.*?\b(?:wears?|wearing|in|into|put on)\b (an? .+|the .+)$|"
        r"^(?:give|put) (?:(?:him|her|them) )?(an? .+?|glasses|sunglasses|gloves|boots|trainers|jeans)(?: on (?:him|her|them))?$",
        said,
    )
    if found is None:
        return {}
    phrase = next(g for g in found.groups() if g)
    told = _read(f"a person wearing {phrase if re.match('an? |the |.*s$', phrase) else 'a ' + phrase}")
    if told is None or not told.wears:
        return {}
    kinds = {g.garment for g in told.wears}
    place = {row: family for family, rows in TABLE["instead_of"].items() for row in rows}
    taken = {place.get(k, k) for k in kinds}
    return {"wears": (*(g for g in person.wears if place.get(g.garment, g.garment) not in taken), *told.wears)}


def _hair(person: Person, said: str) -> dict[str, Any]:
    found = re.search(r"\b(?:make|give|turn|dye)\b.*?\bhair\b\s*(.*)$", said)
    if found is None:
        return {}
    before = re.search(r"(?:give|with) (?:him|her|them) (.*?)\s*hair", said)
    told = _read(f"a person with {(before[1] if before else found[1]) or ''} hair")
    changed = told.hair.model_dump(exclude_defaults=True) if told is not None else {}
    return {"hair": person.hair.model_copy(update={k: getattr(told.hair, k) for k in changed})} if changed and told is not None else {}


def _read(prompt: str) -> Person | None:
    from diorama.language.reader import read

    return next((s for s in read(prompt).scene.subjects if isinstance(s, Person)), None)
