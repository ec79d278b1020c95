"""Relations: which the caption knows of, in whatever words and from whichever end, and whether the scene has one."""

from __future__ import annotations

from itertools import product

from bench.facts.captions import Caption, RelationFact
from bench.facts.result import Score
from bench.facts.roles import ends
from bench.facts.truth import same_deed
from bench.facts.view import Entity, Tie
from bench.facts.words import TABLE, same_noun, verb

FRAME = frozenset(("background", "foreground", "left", "right", "centre"))


def known_relations(caption: Caption) -> list[RelationFact]:
    """Those of the caption, those that doings amount to, and what follows: a cup on a saucer on a table is on the table."""
    out = [*caption.relations]
    for s in caption.subjects:
        out += [RelationFact(s.id, (verb_kind(d.verb),), (d.object,), d.loose) for d in s.does if d.object]
        out += [RelationFact(s.id, ("wearing",), g.names, g.loose) for g in s.wears]
    resting = [r for r in out if {"on", "in", "hanging_from", "leaning_on"} & set(r.kinds)]
    out += [RelationFact(a.subject, b.kinds, b.objects, True) for a, b in product(resting, resting) if b.subject in a.objects and a.subject not in b.objects]
    return out


def verb_kind(word: str) -> str:
    return next((kind for kind in TABLE["relations"] if verb(kind) == verb(word)), word)


def fits(kind: str, *meant: str) -> bool:
    return any(kind == m or kind in TABLE["relations"].get(m, ()) for m in meant)


def true_tie(out: Score, tie: Tie) -> bool:
    """Whether the caption says so: in these words, in near ones, or from the other end."""
    own = out.roles.get(tie.subject)
    for id in tie.objects:
        other = out.roles.get(id)
        if own and other and own.fact is other.fact and (own.part or other.part):
            continue  # a garment or part with its owner
        one, far = ends(tie.subject, out.roles, out.caption), ends(id, out.roles, out.caption)
        if not any(says(r, one, tie.kind, far) for r in known_relations(out.caption)):
            return False
    return True


def says(r: RelationFact, one: frozenset[str], kind: str, far: frozenset[str]) -> bool:
    if r.subject in one and far & set(r.objects) and (fits(kind, *r.kinds) or kind == "with" or kind == "near" and far & FRAME):
        return True
    if kind == "covering" and "in" in r.kinds and r.subject in far and one & set(r.objects):
        return True  # a dog in a towel has it around it
    back = [TABLE["converse"][k] for k in r.kinds if k in TABLE["converse"]]
    return r.subject in far and bool(one & set(r.objects)) and (kind == "with" or fits(kind, *back))


def has_relation(out: Score, wanted: RelationFact) -> bool:
    for tie in out.seen.ties:
        one = ends(tie.subject, out.roles, out.caption)
        if all(any(says(wanted, one, tie.kind, frozenset((o,)) & ends(id, out.roles, out.caption)) for id in tie.objects) for o in wanted.objects):
            return True
        if len(wanted.objects) == 1 and any(says(wanted, one, tie.kind, ends(id, out.roles, out.caption)) for id in tie.objects):
            return True
    for e in out.seen.entities:
        if _inside(out, e, wanted):
            return True
        if e.id in out.roles and out.roles[e.id].fact.id == wanted.subject:
            for deed in e.deeds:
                met = frozenset().union(*(ends(o, out.roles, out.caption) for o in deed.objects)) if deed.objects else frozenset()
                if any(same_deed(deed.name, k) for k in wanted.kinds) and met & set(wanted.objects):
                    return True
    return False


def _inside(out: Score, e: Entity, wanted: RelationFact) -> bool:
    """ "contents:coffee" of a cup: coffee in the cup."""
    role = out.roles.get(e.id)
    inside = [value.partition(":")[2] for field, value in e.looks if field == "attribute" and value.startswith("contents:")]
    return role is not None and "in" in wanted.kinds and role.fact.id in wanted.objects and any(same_noun(i, wanted.subject) for i in inside)
