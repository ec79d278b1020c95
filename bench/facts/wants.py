"""What the caption wants of one subject, and whether the scene has it."""

from __future__ import annotations

from bench.facts.captions import SubjectFact
from bench.facts.result import Need, Score
from bench.facts.roles import ends, in_setting, setting_looks
from bench.facts.ties import fits, verb_kind
from bench.facts.truth import same_deed
from bench.facts.view import Entity, Looks
from bench.facts.words import plain, same_look, same_noun, same_noun_of


def wanted(out: Score, fact: SubjectFact) -> None:
    found = [e for e in out.seen.entities if (role := out.roles.get(e.id)) and role.fact is fact and role.part is None]
    around = in_setting(fact, out.seen)
    inside = any(same_noun(value.partition(":")[2], fact.kind) for e in out.seen.entities for f, value in e.looks if value.startswith("contents:"))
    if not fact.loose:
        as_part = any(same_noun(p.name, fact.kind) for e in out.seen.entities for p in e.parts)
        out.needs.append(Need("subjects", fact.id, bool(found) or around or inside or as_part))
    if found and fact.count != 1:
        total = sum(e.count for e in found)
        out.needs.append(Need("counts", f"{fact.count or 'several'} {fact.id}", total > 1 if fact.count is None else total == fact.count))
    if fact.loose and not found and not around:
        return
    looks = [look for e in found for look in e.looks] + setting_looks(fact, out.seen)
    parts = [part for e in found for part in (*e.parts, *e.wears)]
    for look in fact.looks:
        if not look.loose:
            met = any(same_look(f, v, look.value) for f, v in looks) or any(same_look(f"{p.name}.{f}", v, look.value) for p in parts for f, v in p.looks)
            out.needs.append(Need("attributes", f"{fact.id} {look.value}", met or any(f" {plain(look.value)} " in f" {plain(e.noun)} " for e in found)))
    for sort, wanted in (("parts", fact.parts), ("clothes", fact.wears)):
        for want in wanted:
            own: list[Looks] = [p.looks for p in parts if same_noun_of(p.name, want.names)]
            own += [e.looks for e in out.seen.entities if (r := out.roles.get(e.id)) and r.fact is fact and r.part is want]
            if not want.loose:
                out.needs.append(Need(sort, f"{fact.id} {want.names[0]}", bool(own)))
            wanted_looks = [] if want.loose else [look.value for look in want.looks if not look.loose]
            name = f"{fact.id}'s {want.names[0]}"
            out.needs += [Need("attributes", f"{name} {v}", any(same_look(f, said, v) for ls in own for f, said in ls)) for v in wanted_looks]
    out.needs += [Need("doings", f"{fact.id} {d.verb} {d.object}".strip(), _does(out, found, d.verb, d.object)) for d in fact.does if not d.loose]
    out.needs += [Need("text", t, any(t.lower() == text.lower() for e in found for text in e.texts)) for t in fact.texts]


def _does(out: Score, found: list[Entity], word: str, object: str) -> bool:
    for e in found:
        if any(same_deed(v, word) for _, v in e.looks if not object or object == "lens"):
            return True
        if object and any(f == "gaze" and (same_noun(v, object) or object in ends(v, out.roles, out.caption)) for f, v in e.looks):
            return True
        for deed in e.deeds:
            met = [object in ends(o, out.roles, out.caption) for o in deed.objects]
            if same_deed(deed.name, word) and (not object or not met or any(met)):
                return True
        for tie in out.seen.ties:
            far = frozenset().union(*(ends(o, out.roles, out.caption) for o in tie.objects))
            if object and tie.subject == e.id and fits(tie.kind, verb_kind(word)) and object in far:
                return True
    return False
