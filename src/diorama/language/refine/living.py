"""Edits of people and animals, read by the same grammar as prompts: "make the cat white" is what "a white cat" says, put onto the cat that is there.

clause → whom it speaks of → a sentence that says it of one like it → reading → the traits that the sentence sets → onto the subject
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from diorama.language.draft import Effect
from diorama.language.frames import animal, traits
from diorama.language.reader import read
from diorama.language.refine.clauses import Clause
from diorama.language.refine.desk import Desk
from diorama.language.refine.persons import edit_person
from diorama.scene import Animal, Person
from diorama_catalogue.plurals import singular

OPENING = re.compile(r"^\W*(?:please\s+|now\s+|and\s+|then\s+)*(make|let|have|turn|give|dress|put|show)\s+(.*?)\W*$", re.IGNORECASE | re.DOTALL)
SHE, HE = frozenset(("she", "her", "hers")), frozenset(("he", "him", "his"))
ANY = frozenset(("it", "its", "them", "they", "their", "him", "her", "he", "she", "his"))
BODY = re.compile(r"^(hair|beard|eyes|eye|fur|coat|skin|face|ears|tail|mane)\s+(.+)$", re.IGNORECASE)
OLDER = {"older": "old", "much older": "old", "a bit older": "old", "younger": "young", "much younger": "young", "a bit younger": "young"}
"""Steps of an animal's age; those of people are years (persons.py)."""
STEP = re.compile(r"\b(older|younger)\b", re.IGNORECASE)
KEPT = frozenset(("id", "noun", "count", "size", "implied", "kind", "species", "breed", "role"))
"""What an edit of looks and deeds leaves as it is."""


class Said(NamedTuple):
    verb: str
    subject: Person | Animal
    rest: str


def edit_living(desk: Desk, clause: Clause) -> bool:
    """Apply a clause that speaks of someone living, by the grammar of prompts or by what only edits say; False if it says nothing of the kind."""
    return _by_grammar(desk, clause) or edit_person(desk, clause)


def _by_grammar(desk: Desk, clause: Clause) -> bool:
    said = _said(desk, clause)
    if said is None:
        return False
    age = OLDER.get(said.rest.lower())
    if age is not None:
        return isinstance(said.subject, Animal) and _aged(desk, clause, said.subject, age)
    if isinstance(said.subject, Person) and STEP.search(said.rest):
        return False  # a step from the age that they have
    told, idle = _told(said)
    if not told:
        return False
    _put(desk, clause, said.subject, told, idle)
    return True


def _said(desk: Desk, clause: Clause) -> Said | None:
    words = [*clause.opening, *clause.atoms]
    found = OPENING.match(desk.text(words)) if words else None
    if found is None:
        return None
    verb, rest = found.group(1).lower(), found.group(2)
    tokens = rest.split()
    at = 1 if tokens and tokens[0].lower() in ("the", "that", "this") else 0
    if len(tokens) <= at + (verb != "give"):
        return None
    for length in (3, 2, 1):
        name = " ".join(tokens[at : at + length]).lower()
        subject = _whom(desk, re.sub(r"['’]s$", "", name), pronoun=at == 0) if len(tokens) > at + length else None
        if subject is not None:
            return Said(verb, subject, " ".join(tokens[at + length :]))
        wearer = _wearer(desk, name) if len(tokens) > at + length and verb != "give" else None
        if wearer is not None:
            return Said("dress", wearer, f"a {' '.join(tokens[at + length :])} {name}")
    return None


def _whom(desk: Desk, name: str, pronoun: bool) -> Person | Animal | None:
    """The one living subject that a noun or a pronoun means."""
    living = [s for s in desk.scene.subjects if isinstance(s, Person | Animal)]
    if pronoun and name in ANY:
        spoken = [s for s in living if s.id in desk.it]
        sex = "female" if name in SHE else "male" if name in HE else None
        sexed = [s for s in living if s.sex == sex] or [s for s in living if s.sex is None]
        fits = sexed if sex is not None else [s for s in living if isinstance(s, Animal)]
        if name in ("it", "its") and desk.it and not spoken:
            return None
        return (spoken or fits)[-1] if len(spoken or fits) == 1 else None
    fits = [s for s in living if singular(name) in (singular(s.noun), singular(s.noun).split()[-1], s.id)]
    return fits[0] if len(fits) == 1 else None


def _wearer(desk: Desk, name: str) -> Person | Animal | None:
    """The one who wears what is named: "make the dress green"."""
    found = [s for s in desk.scene.subjects if isinstance(s, Person | Animal) and any(name in (g.noun, g.garment) for g in s.wears)]
    return found[0] if len(found) == 1 else None


def _told(said: Said) -> tuple[dict[str, Any], list[str]]:
    """The traits that the words set, and the words without effect."""
    noun, kind = singular(said.subject.noun), type(said.subject)
    for sentence in _sentences(said, noun):
        reading = read(sentence)
        one = next((s for s in reading.scene.subjects if isinstance(s, kind)), None)
        plain = next((s for s in read(f"A {noun} is there.").scene.subjects if isinstance(s, kind)), None)
        if one is None or plain is None:
            continue
        before = plain.model_dump(exclude_defaults=True)
        told = {k: getattr(one, k) for k, v in one.model_dump(exclude_defaults=True).items() if k not in KEPT and v != before.get(k)}
        if len(reading.scene.subjects) > 1:  # done to what is not there
            told.pop("deeds" if kind is Animal else "actions", None)
        if told.get("gaze") not in (None, "lens", "away", "down", "up", "left", "right"):
            told.pop("gaze")
        if "gaze" in told:
            told.pop("actions", None)
        if told:
            return told, [p.text for p in reading.phrases if p.status in ("no_effect", "not_understood") and p.text in said.rest]
    return {}, []


def _sentences(said: Said, noun: str) -> list[str]:
    """Sentences that say of one like it what the clause asks for, the likeliest first."""
    rest, first = said.rest, said.rest.split()[0].lower()
    part = BODY.match(rest)
    if part is not None:
        return [f"A {noun} with {part.group(2)} {part.group(1)} is there."]
    if said.verb in ("give", "dress", "put"):
        thing = re.sub(r"^(in|on|with)\s+", "", rest)
        return [f"A {noun} wearing {thing} is there.", f"A {noun} with {thing} is there."]
    person, beast = traits.tables(), animal.tables()
    verbs = {*person["posture"], *person["gesture"], *person["expression"], *person["deed"], *beast["posture_verb"], *beast["deed"]}
    if first in verbs:
        return [f"A {noun} {_third(first)} {rest[len(first) :].strip()}".strip() + "."]
    if first == "wear" or first == "wearing":
        return [f"A {noun} wearing {rest.split(maxsplit=1)[-1]} is there."]
    return [f"A {rest} {noun} is there.", f"A {noun} is {rest}."]


def _third(verb: str) -> str:
    return verb + "es" if verb.endswith(("s", "sh", "ch", "x")) else verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "s"


def _put(desk: Desk, clause: Clause, subject: Person | Animal, told: dict[str, Any], idle: list[str]) -> None:
    effects = []
    for name, value in told.items():
        path = f"subjects.{subject.id}.{name}"
        if name == "wears":
            known = {g.garment for g in value}
            value = (*(g for g in subject.wears if g.garment not in known), *value)
            effects += [Effect(f"{path}", g.garment) for g in told[name]]
        elif name in ("actions", "deeds"):
            value = (*(d for d in getattr(subject, name) if d.deed not in {x.deed for x in value}), *value)[-4:]
            effects += [Effect(path, d.deed) for d in told[name]]
        elif hasattr(value, "model_dump"):
            fields = {k: getattr(value, k) for k in value.model_dump(exclude_defaults=True)}
            value = getattr(subject, name).model_copy(update=fields) if getattr(subject, name) is not None else value
            effects += [Effect(f"{path}.{k}", _shown(v)) for k, v in fields.items()]
        else:
            effects.append(Effect(path, _shown(value)))
        desk.set(path, value)
    words = [*clause.opening, *clause.atoms]
    lost = [a for a in words if any(a.text in text.split() for text in idle) and not a.can("punct")]
    desk.note([a for a in words if a not in lost], "subject", *effects)
    if lost:
        desk.refuse("no-effect", f"{desk.text(lost)!r}: nothing in the picture changes by it", lost)
    desk.speak_of([subject.id])


def _shown(value: Any) -> Any:
    if isinstance(value, tuple):
        return _shown(value[-1]) if value else ""
    return getattr(value, "name", getattr(value, "deed", value))


def _aged(desk: Desk, clause: Clause, subject: Animal, age: str) -> bool:
    desk.set(f"subjects.{subject.id}.age", age)
    desk.note([*clause.opening, *clause.atoms], "subject", Effect(f"subjects.{subject.id}.age", age))
    desk.speak_of([subject.id])
    return True
