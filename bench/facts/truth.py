"""Whether what the scene says of one subject is so: its looks, parts, garments, doings and text."""

from __future__ import annotations

from bench.facts.captions import Caption, SubjectFact
from bench.facts.result import Score
from bench.facts.roles import Role, ends
from bench.facts.view import Entity
from bench.facts.words import TABLE, plain, same_look, same_noun, same_noun_of, synonyms, verb

UNTOLD = frozenset(("species", "breed", "role", "turned", "eyes", "sex", "ancestry"))
"""Traits that follow from the noun or that the facts do not keep."""
PLACED = frozenset(("standing", "sitting", "lying", "arranged"))
"""How anything may be said to be where it is."""


def counted(out: Score, fact: SubjectFact) -> bool:
    """Whether all that is read of this amounts to its count."""
    total = sum(e.count for e in out.seen.entities if (role := out.roles.get(e.id)) and role.fact is fact and role.part is None)
    return total > 1 if fact.count is None else total == fact.count


def true_look(out: Score, e: Entity, field: str, value: str) -> bool | None:
    """Whether a look of an entity is one of its fact's: of the thing itself, of a part of its body, or what it does."""
    role = out.roles.get(e.id)
    if role is None:
        return False
    if field in UNTOLD:
        return None
    looks = role.part.looks if role.part else role.fact.looks
    if role.part and any(plain(value) in plain(name).split() for name in role.part.names):
        return True
    if any(same_look(field, value, look.value) for look in looks) or _of_the_body(role.fact, field, value):
        return True
    if role.part is None and (plain(value) in plain(f"{role.fact.id} {role.fact.kind}") or any(same_deed(value, d.verb) for d in role.fact.does)):
        return True
    if any(same_look(field, value, look.value) for s in held(e, out.caption) for look in s.looks):
        return True
    if value in ("full", "filled") and any("in" in r.kinds and role.fact.id in r.objects for r in out.caption.relations):
        return True  # a basket with bread in it
    if field == "age" and role.fact.kind in ("girl", "boy", "child", "kid") and any(look.value == "young" for look in looks):
        return float(value) < 20 and not any(look.value in TABLE["ages"] and look.value != "young" for look in looks)
    if value in PLACED and not role.fact.does or field == "age" and not any(look.value in TABLE["ages"] for look in looks):
        return None  # a girl is young by her noun
    kind, _, what = value.partition(":")  # "contents:coffee", "of:dog": a thing inside or pictured
    if what and any(same_noun(what, s.kind) or same_noun(what, s.id) for s in out.caption.subjects):
        return True
    return kind in ("varied",) or _only_of_parts(role, field, value)


def _of_the_body(fact: SubjectFact, field: str, value: str) -> bool:
    """ "moustache grey" makes a moustache true, and a beard of whatever cut; "look lens" a gaze."""
    if field == "gaze":
        return any(verb(d.verb) == "look" and value in (d.object, plain(d.verb).rpartition(" ")[2]) for d in fact.does)
    return field.startswith("facial_hair.") and field.rpartition(".")[2] in {look.value.split(" ")[0] for look in fact.looks}


def held(e: Entity, caption: Caption) -> list[SubjectFact]:
    """The facts of what a vessel holds: black coffee makes "black" true of the cup that holds it."""
    inside = [value.partition(":")[2] for _, value in e.looks if value.startswith("contents:")]
    return [s for s in caption.subjects if any(same_noun(i, s.kind) or same_noun(i, s.id) for i in inside)]


def _only_of_parts(role: Role, field: str, value: str) -> bool:
    """A look that the facts give to every part of the thing is said of the whole as well."""
    parts = role.fact.parts
    return role.part is None and len(parts) > 1 and all(any(same_look(field, value, look.value) for look in p.looks) for p in parts)


def true_part(out: Score, role: Role | None, name: str) -> bool:
    if role is None:
        return False
    said = [n for p in (*role.fact.parts, *role.fact.wears) for n in p.names] + [look.value.split(" ")[0] for look in role.fact.looks]
    return any(same_noun(name, other) for other in said) or any(same_noun(name, s.kind) for s in near(out.caption, role.fact))


def near(caption: Caption, fact: SubjectFact) -> list[SubjectFact]:
    """What the caption relates to this: a pot that a plant is in may be told as a part of the plant."""
    ids = {id for r in caption.relations if fact.id in (r.subject, *r.objects) for id in (r.subject, *r.objects)}
    return [s for s in caption.subjects if s.id in ids - {fact.id}]


def true_part_look(out: Score, role: Role | None, name: str, field: str, value: str) -> bool:
    if role is None:
        return False
    for part in (*role.fact.parts, *role.fact.wears):
        if same_noun_of(name, part.names) and any(same_look(field, value, look.value) for look in part.looks):
            return True
    if any(same_look(field, value, look.value) for s in near(out.caption, role.fact) if same_noun(name, s.kind) for look in s.looks):
        return True
    return any(same_look(f"{name}.{field}", value, look.value) for look in role.fact.looks)


def true_garment(role: Role | None, name: str) -> bool:
    return role is not None and any(same_noun_of(name, g.names) for g in role.fact.wears)


def true_deed(out: Score, role: Role | None, name: str, objects: tuple[str, ...]) -> bool:
    if role is None:
        return False
    said = [d for d in role.fact.does if same_deed(name, d.verb)]
    if not objects:
        return bool(said)
    met = frozenset().union(*(ends(o, out.roles, out.caption) for o in objects))
    return any(not d.object or d.object in met or any(same_noun(d.object, m) for m in met) for d in said) or any(
        r.subject == role.fact.id and any(same_deed(name, k) for k in r.kinds) and met & set(r.objects) for r in out.caption.relations
    )  # fmt: skip


def same_deed(one: str, other: str) -> bool:
    return verb(one) == verb(other) or same_look("", one, other) or synonyms(verb(one), verb(other))


def true_text(role: Role | None, text: str) -> bool:
    return role is not None and any(text.split() == t.split() or text.lower() == t.lower() for t in role.fact.texts)
