"""Taking away: things, one of several, lights, weather, features of the place, grain, text, patterns, the background."""

from __future__ import annotations

from diorama.language.draft import Effect
from diorama.language.match import Atom
from diorama.language.refine import illumination, surroundings
from diorama.language.refine.clauses import Clause
from diorama.language.refine.desk import Desk, layout_without
from diorama.language.refine.hand import say_unsure
from diorama.language.refine.refer import Reference, phrase, qualified
from diorama.language.refine.targets import feature_of
from diorama.language.refine.vocabulary import vocabulary
from diorama.language.refine.writing import text_of
from diorama.scene import Environment, Subject, Surface

HOLDS = frozenset(("no", "without", "without any", "no more", "minus", "omit", "leave out", "there should be no"))
"""Words that ask for something to be absent rather than to be taken away."""


def remove(desk: Desk, clause: Clause) -> None:
    """Take away everything that is named, one after the other."""
    atoms = clause.atoms
    desk.note(clause.opening, "none")
    if _all_but(desk, clause):
        return
    i = 0
    while i < len(atoms):
        if atoms[i].can("punct", "conjunction") or atoms[i].can("talk", "function") and not atoms[i].can("determiner", "quantifier", "count", "stand_for", "amount", "target"):
            desk.note([atoms[i]], "none")
            i += 1
            continue
        i = _one(desk, clause, i)


def _all_but(desk: Desk, clause: Clause) -> bool:
    """ "remove everything except the bottle". False where nothing is excepted."""
    atoms = clause.atoms
    k = next((k for k, a in enumerate(atoms) if k and a.can("except")), None)
    whole = phrase(desk, atoms, 0) if k is not None else None
    if whole is None or not whole.hits:
        return False
    kept: list[str] = []
    i = k + 1
    while i < len(atoms):
        found = phrase(desk, atoms, i)
        kept += found.ids if found is not None else []
        desk.note(found.atoms if found is not None else [], "subject")
        i = found.end if found is not None and found.end > i else i + 1
    if not kept:
        desk.refuse("not-there", f"{desk.text(atoms)!r}: what is to stay is not in the picture", atoms, "name what is there")
        return True
    gone = [i for i in whole.ids if i not in kept]
    for id in gone:
        desk.remove_subject(id)
    desk.note([*clause.opening, *whole.atoms, atoms[k]], "subject", *(desk.gone(f"subjects.{i}") for i in gone))
    return True


def _one(desk: Desk, clause: Clause, i: int) -> int:
    """Take away what is named at place `i`; returns the place after it."""
    atoms = clause.atoms
    found = phrase(desk, atoms, i)
    if found is not None and found.hits and not _light_after(atoms, found.end):
        end = qualified(desk, found, atoms, always=True)
        desk.note(clause.opening, "subject")
        _subjects(desk, found)
        return end
    for j in range(i, min(i + 8, len(atoms))):
        if atoms[j].can("punct", "conjunction"):
            break
        taken = _other(desk, atoms, i, j)
        if taken:
            return taken
    return _absent(desk, clause, found, i)


def _light_after(atoms: list[Atom], k: int) -> bool:
    return k < len(atoms) and atoms[k].can("light_head")


def _subjects(desk: Desk, found: Reference) -> None:
    if found.unsure:
        say_unsure(desk, found)
    effects = []
    for hit in sorted(found.hits, key=lambda h: -(h.index or 0)):
        subject = desk.subject(hit.id)
        fewer = found.number if found.number and not found.definite else 1
        counted = hit.index is not None or found.one_of or found.number is not None and not found.definite or _indefinite(found, subject)
        if counted and subject.count > fewer:
            effects.append(_fewer(desk, subject, fewer, hit.index))
        else:
            desk.remove_subject(hit.id)
            effects.append(desk.gone(f"subjects.{hit.id}"))
    desk.note(found.atoms, "subject", *effects)


def _indefinite(found: Reference, subject: Subject) -> bool:
    """ "remove an apple": one of them."""
    return subject.count > 1 and not found.definite and not found.plural and found.pronoun is None


def _fewer(desk: Desk, subject: Subject, fewer: int, index: int | None) -> Effect:
    path = f"subjects.{subject.id}.count"
    for _ in range(fewer):
        count = desk.subject(subject.id).count
        if desk.scene.layout is not None:
            desk.set("layout", layout_without(desk.scene.layout, subject.id, count - 1 if index is None else index, count))
        desk.set(path, count - 1)
    return desk.step_effect(path, subject.count - fewer)


def _other(desk: Desk, atoms: list[Atom], i: int, j: int) -> int:
    """Take away what is no subject; the place after it, or 0 where the word names nothing of the kind."""
    atom, words = atoms[j], atoms[i : j + 1]
    for take in (_quote, _light, _weather, _feature, _amount, _text, _shadow, _film, _background, _pattern):
        layer = take(desk, atom, words)
        if layer:
            desk.note(words, layer)
            return j + 1
    return 0


def _quote(desk: Desk, atom: Atom, words: list[Atom]) -> str:
    if not atom.can("quote"):
        return ""
    having = [s for s in desk.scene.subjects if any(x.text == text_of(atom) for x in s.labels)]
    for s in having:
        desk.set(f"subjects.{s.id}.labels", tuple(x for x in s.labels if x.text != text_of(atom)))
    return "subject" if having else ""


def _light(desk: Desk, atom: Atom, words: list[Atom]) -> str:
    if not (atom.can("light_head") or atom.can("light_source") and not atom.can("thing", "feature", "weather") or atom.can("target") and atom.sense("target").key == "light"):
        return ""
    ids = illumination.meant(desk, atom, words[:-1])
    if ids == [] and len(desk.scene.lighting.lights) == 1:
        ids = [desk.scene.lighting.lights[0].id]
    if not ids:
        return ""
    put_out(desk, ids)
    desk.note(words, "lighting", *(desk.gone(f"lighting.lights.{i}") for i in ids))
    return "lighting"


def put_out(desk: Desk, ids: list[str]) -> None:
    """Lights that are gone; lamps that gave them are put out."""
    for light in [x for x in desk.scene.lighting.lights if x.id in ids]:
        if light.subject is not None:
            illumination.switch(desk, light.subject, on=False)
    desk.set("lighting.lights", tuple(x for x in desk.scene.lighting.lights if x.id not in ids))


def _weather(desk: Desk, atom: Atom, words: list[Atom]) -> str:
    if not atom.can("weather"):
        return ""
    data, environment = atom.sense("weather").data, desk.scene.environment
    same = data.get("weather") == environment.weather or "haze" in data and environment.haze > 0 or "wetness" in data and environment.wetness > 0
    if not same or data.get("weather") == "clear":
        return ""
    if data.get("weather") == environment.weather or "haze" in data:
        surroundings.end_weather(desk)
        desk.note(words, "environment", Effect("environment.weather", "clear"), desk.gone("environment.haze"))
    else:
        desk.set("environment.wetness", 0.0)
        desk.note(words, "environment", desk.gone("environment.wetness"))
    return "environment"


def _feature(desk: Desk, atom: Atom, words: list[Atom]) -> str:
    key = feature_of(atom, desk.scene.environment)
    if key is None:
        return ""
    desk.set("environment.features", tuple(f for f in desk.scene.environment.features if f != key))
    desk.set("environment.fittings", tuple(one for one in desk.scene.environment.fittings if one.name != key))
    if key == "tablecloth":
        desk.set("environment.ground", Surface())
    desk.note(words, "environment", desk.gone(f"environment.features.{key}"))
    return "environment"


NOTHING = {"grain": 0.0, "vignette": 0.0, "halation": 0.0, "fade": 0.0, "haze": 0.0, "wetness": 0.0, "exposure": 0.0}


def _amount(desk: Desk, atom: Atom, words: list[Atom]) -> str:
    if not atom.can("amount"):
        return ""
    quantity = vocabulary().quantities[atom.sense("amount").data["quantity"]]
    path = f"{quantity.owner}.{quantity.field}"
    if quantity.field not in NOTHING or desk.get(path) == 0:
        return ""
    desk.set(path, 0.0)
    desk.note(words, "film" if quantity.owner == "film" else "environment", desk.gone(path))
    return "film" if quantity.owner == "film" else "environment"


def _text(desk: Desk, atom: Atom, words: list[Atom]) -> str:
    if not (atom.can("target") and atom.sense("target").key == "text"):
        return ""
    having = [s.id for s in desk.scene.subjects if s.labels]
    spoken = [i for i in having if i in desk.it and desk.named]
    for id in spoken or having:
        desk.set(f"subjects.{id}.labels", ())
    desk.note(words, "subject", *(desk.gone(f"subjects.{i}.labels") for i in spoken or having))
    return "subject" if having else ""


def _shadow(desk: Desk, atom: Atom, words: list[Atom]) -> str:
    if not (atom.can("target") and atom.sense("target").key == "shadow" or atom.can("shadow")):
        return ""
    desk.set("lighting.shadow", "none")
    desk.note(words, "lighting", Effect("lighting.shadow", "none"))
    return "lighting"


def _film(desk: Desk, atom: Atom, words: list[Atom]) -> str:
    """Looks of film and camera that are on: black and white, motion blur. Without colour is black and white."""
    if atom.norm in ("colour", "colours") and atom.can("target"):
        desk.set("film.monochrome", True)
        desk.note(words, "film", Effect("film.monochrome", True))
        return "film"
    for kind, owner in (("film_words", "film"), ("camera_words", "camera")):
        for name, value in atom.sense(kind).data.items() if atom.can(kind) else ():
            if name != "depth" and value is True and desk.get(f"{owner}.{name}") is True:
                desk.set(f"{owner}.{name}", False)
                desk.note(words, owner, desk.gone(f"{owner}.{name}"))
                return owner
    return ""


def _background(desk: Desk, atom: Atom, words: list[Atom]) -> str:
    """Without background: the seamless paper of a studio."""
    if not (atom.can("backdrop", "target") and atom.norm in ("background", "backdrop", "setting", "surroundings", "environment", "scenery")):
        return ""
    if desk.scene.environment.setting == "studio":
        desk.set("environment.backdrop", Surface())
    else:
        desk.set("environment", Environment(setting="studio", ground_shape="seamless"))
    desk.note(words, "environment", Effect("environment.setting", "studio"))
    return "environment"


def _pattern(desk: Desk, atom: Atom, words: list[Atom]) -> str:
    if not atom.can("pattern"):
        return ""
    having = [s.id for s in desk.scene.subjects if s.surface.pattern == atom.sense("pattern").key]
    for id in having:
        desk.set(f"subjects.{id}.surface.pattern", None)
    desk.note(words, "subject", *(desk.gone(f"subjects.{i}.surface.pattern") for i in having))
    return "subject" if having else ""


def _absent(desk: Desk, clause: Clause, found: Reference | None, i: int) -> int:
    """What is named is not there, or cannot be taken away."""
    atoms = clause.atoms
    if found is not None and found.head is not None:
        words, end = found.atoms, found.end
    else:
        end = next((k + 1 for k in range(i, len(atoms)) if atoms[k].can("thing", "part", "feature", "unknown", "light_head", "weather", "material", "target")), len(atoms))
        words = atoms[i:end]
    if words[-1].can("part") and not words[-1].can("target"):
        desk.refuse("cannot-leave-out", f"the {words[-1].text} cannot be left out", words, "name a thing that has none, as 'tumbler' for a mug without handle")
    elif words[-1].can("unknown") and not words[-1].can("thing"):
        for atom in words:
            if atom.can("unknown"):
                desk.draft.note(atom, "none", status="not_understood")
    else:
        holds = bool(clause.opening) and clause.opening[-1].norm in HOLDS
        desk.note([*clause.opening, *words], "none", status="no_effect")
        name = words[-1].text
        there = ", ".join(dict.fromkeys(s.noun for s in desk.scene.subjects)) or "nothing"
        desk.say("note" if holds else "warning", "not-there", f"there is no {name} in the picture", words, f"in it: {there}")
    return end
