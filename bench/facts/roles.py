"""Which entity of the scene is which subject of the facts, or which garment or part of one."""

from __future__ import annotations

from typing import NamedTuple

from bench.facts.captions import PLACES, Caption, PartFact, SubjectFact
from bench.facts.view import Entity, View
from bench.facts.words import TABLE, narrower, plain, same_look, same_noun, same_noun_of, senses, singular, verb
from diorama.language.lexicon import classes


class Role(NamedTuple):
    fact: SubjectFact
    part: PartFact | None = None
    worn: bool = False


def is_kind(noun: str, fact: SubjectFact) -> bool:
    names = (fact.kind, fact.id.rstrip("0123456789"))
    return any(same_noun(noun, name) or narrower(noun, name) for name in names)


def names(entity: Entity) -> tuple[str, ...]:
    """What an entity may be called; somebody who is known by name is a woman, a man or a person too."""
    if entity.noun and entity.thing == entity.noun and not classes.noun(singular(entity.noun).split()[-1]) and not senses(entity.noun, stand_ins=True):
        sex = next((value for field, value in entity.looks if field == "sex"), "")
        return (entity.noun, *{"female": ("woman",), "male": ("man",)}.get(sex, ("woman", "man")))
    return (entity.noun,) if entity.noun else (entity.thing,)


def assign(caption: Caption, seen: View) -> dict[str, Role]:
    """Entity id → role. The best pairs first; a fact takes several entities as long as their counts fit in its own."""
    pairs = sorted(
        ((_likeness(e, f), -k, -m) for k, e in enumerate(seen.entities) for m, f in enumerate(caption.subjects) if any(is_kind(n, f) for n in names(e))),
        reverse=True,
    )
    roles: dict[str, Role] = {}
    taken: dict[str, int] = {}
    for _, k, m in pairs:
        entity, fact = seen.entities[-k], caption.subjects[-m]
        met = taken.get(fact.id, 0)
        fits = fact.count is None or met == 0 or met + entity.count <= fact.count
        if entity.id not in roles and fits:
            roles[entity.id] = Role(fact)
            taken[fact.id] = met + entity.count
    for entity in seen.entities:
        if entity.id not in roles and (role := _belonging(entity, caption)):
            roles[entity.id] = role
    return roles


def _likeness(entity: Entity, fact: SubjectFact) -> float:
    """How well an entity fits a fact whose kind it is."""
    same_word = max(5 * (plain(n) == plain(fact.id)) or 4 * (plain(n) == plain(fact.kind)) for n in names(entity))
    counted = entity.count == fact.count or fact.count is None and entity.count > 1
    alike = sum(any(same_look(field, value, look.value) for look in fact.looks) for field, value in entity.looks)
    alike += sum(any(same_noun_of(g.name, w.names) for w in fact.wears) for g in entity.wears)
    alike += sum(any(verb(value) == verb(d.verb) for d in fact.does) for _, value in (*entity.looks, *((d.name, d.name) for d in entity.deeds)))
    return same_word + counted + alike + (0 if fact.loose else 0.5)


def _belonging(entity: Entity, caption: Caption) -> Role | None:
    """A garment or part that stands in the scene as a thing of its own: not wrong, if it is one of the caption's."""
    known = [Role(fact, part, worn) for fact in caption.subjects for worn, parts in ((True, fact.wears), (False, fact.parts)) for part in parts]
    fitting = [role for role in known if any(same_noun_of(n, role.part.names) for n in names(entity))]
    exact = [role for role in fitting if any(plain(n) in role.part.names for n in names(entity))]
    return next(iter((*exact, *fitting)), None)


def surfaces(fact: SubjectFact) -> str | None:
    """`ground`, `wall` or `water` where the fact is one that a scene has as its surroundings."""
    words = {*plain(fact.kind).split(), *plain(fact.id).split()}
    return next((name for name, nouns in TABLE["surfaces"].items() if words & set(nouns)), None)


def in_setting(fact: SubjectFact, seen: View) -> bool:
    """Whether the surroundings of the scene hold this: a feature, the table that is the ground, the wall, a light's source, the weather, the place itself."""
    values = {plain(value).split(" ")[0] if key == "lights" else plain(value) for key, value in (*seen.environment, *seen.lighting)}
    keys = {key for _, key in senses(fact.kind, stand_ins=False)}
    if keys & values or any(same_noun(value, name) for value in values for name in (fact.kind, fact.id)):
        return True
    where = surfaces(fact)
    paths = [key for key, _ in seen.environment]
    if where == "ground":
        shape = dict(seen.environment).get("ground_shape", "")
        return "table" in fact.kind and shape == "table" or shape == fact.kind or any(key.startswith("ground.") for key in paths) and "table" not in fact.kind
    return where == "wall" and any(key.startswith("backdrop.") for key in paths)


def setting_looks(fact: SubjectFact, seen: View) -> list[tuple[str, str]]:
    """Looks of the surroundings that speak of this fact."""
    prefix = {"ground": "ground.", "wall": "backdrop."}.get(surfaces(fact) or "", "-")
    own = [(key.rpartition(".")[2], value) for key, value in seen.environment if key.startswith("fittings.") and same_noun(key.split(".")[1], fact.kind)]
    return own + [(key.removeprefix(prefix), value) for key, value in seen.environment if key.startswith(prefix)]


def ends(id: str, roles: dict[str, Role], caption: Caption) -> frozenset[str]:
    """What an end of the scene's relation may be among the facts' ends: ids of subjects and names of places; empty where it is nothing of the caption's."""
    if id in roles:
        return frozenset((roles[id].fact.id,))
    plain_id = plain(id)
    found = {plain_id} & PLACES
    for fact in caption.subjects:
        where = surfaces(fact)
        if where == plain_id or same_noun(plain_id, fact.kind) or plain_id == "ground" and where == "water":
            found.add(fact.id)
    if plain_id == "ground":
        found |= set(TABLE["surfaces"]["ground"]) & PLACES | {"park", "hill", "garden", "plains", "ridge", "beach", "shore"}
    return frozenset(found)
