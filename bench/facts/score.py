"""A reading held against the facts of its caption: which of its claims are true, and which facts it has."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from bench.facts import places
from bench.facts.captions import Caption, RelationFact, SubjectFact
from bench.facts.roles import Role, assign, ends, in_setting, names, setting_looks, surfaces
from bench.facts.view import Entity, Looks, Tie, View, view
from bench.facts.words import FACTORS, TABLE, plain, same_look, same_noun, same_noun_of, singular, verb
from diorama.language import Reading
from diorama.language.model import Phrase

SORTS = ("subjects", "counts", "attributes", "parts", "clothes", "doings", "relations", "text", *places.SORTS)
DOING = frozenset(("posture", "gesture", "expression", "gaze", "eyes", "mouth", "turned"))
"""Fields that are poses and doings rather than looks."""
STATES_OF_DOING = frozenset(("sitting", "standing", "lying", "running", "walking", "jumping", "smiling", "sad", "dancing", "flying", "floating", "moving"))
PLACED = frozenset(("standing", "sitting", "lying", "arranged"))
"""How anything may be said to be where it is."""
FRAME = frozenset(("background", "foreground", "left", "right", "centre"))
UNSAID = frozenset(("ground", "wall", "ceiling", "window", "windowsill", "water", "sky"))
"""Ends of relations that are assumed where the words say nothing: such a relation is a claim only where a phrase tells it."""


class Claim(NamedTuple):
    """What the reading says. `true` is None where the facts by hand cannot tell."""

    sort: str
    text: str
    true: bool | None


class Need(NamedTuple):
    """What the caption says, and whether the reading has it."""

    sort: str
    text: str
    met: bool


@dataclass
class Score:
    caption: Caption
    reading: Reading
    seen: View
    roles: dict[str, Role]
    claims: list[Claim] = field(default_factory=list)
    needs: list[Need] = field(default_factory=list)
    applied: list[Claim] = field(default_factory=list)
    """Phrases that are said to be applied: text and effects, and whether all of the effects are true."""
    silenced: list[str] = field(default_factory=list)
    """Facts missed whose very word is said to be without effect."""
    built: list[str] = field(default_factory=list)
    """What is absent from the picture and stands in the scene."""


def score(caption: Caption, reading: Reading) -> Score:
    seen = view(reading.scene)
    out = Score(caption, reading, seen, assign(caption, seen))
    told = [(path.strip(), value) for p in reading.phrases for effect in p.effect for path, _, value in (effect.partition("="),)]
    implied = {s.id for s in reading.scene.subjects if getattr(s, "implied", False)}
    _entities(out, implied, {(path.split(".")[1], path.rpartition(".")[2]) for path, _ in told if ".size." in path})
    _ties(out, {value for path, value in told if path == "relations"}, implied)
    _setting(out, told)
    for fact in caption.subjects:
        _wanted(out, fact)
    for relation in caption.relations:
        if not relation.loose:
            out.needs.append(Need("relations", f"{relation.subject} {relation.kinds[0]} {' '.join(relation.objects)}", _has_relation(out, relation)))
    idle = {singular(w) for p in reading.phrases if p.status == "no_effect" for w in p.text.split()}
    out.silenced = [n.text for n in out.needs if not n.met and singular(n.text.split()[-1]) in idle]
    out.applied = [c for p in reading.phrases if p.status == "applied" and (c := _phrase(out, p)).true is not None]
    return out


# ── what the scene claims ──


def _entities(out: Score, implied: set[str], sized: set[tuple[str, str]]) -> None:
    for e in out.seen.entities:
        role = out.roles.get(e.id)
        if e.id in implied and role is None:
            continue
        sort = "subjects" if role is None or role.part is None else "clothes" if role.worn else "parts"
        out.claims.append(Claim(sort, e.noun or e.thing, role is not None))
        if role is None and any(same_noun(n, a) for n in names(e) for a in out.caption.absent):
            out.built.append(e.noun or e.thing)
        if role is not None and role.part is None:
            out.claims.append(Claim("counts", f"{e.count} {e.noun}", _counted(e, role.fact)))
        out.claims += [Claim(_sort(f, v), f"{e.noun} {f}={v}", true_look(out, e, f, v)) for f, v in e.looks if f not in FACTORS or (e.id, f) in sized]
        for part in e.parts:
            out.claims.append(Claim("parts", f"{e.noun} has {part.name}", true_part(out, role, part.name)))
            out.claims += [Claim("attributes", f"{e.noun}'s {part.name} {f}={v}", true_part_look(role, part.name, f, v)) for f, v in part.looks]
        for garment in e.wears:
            out.claims.append(Claim("clothes", f"{e.noun} wears {garment.name}", _true_garment(role, garment.name)))
            out.claims += [Claim("attributes", f"{garment.name} {f}={v}", true_part_look(role, garment.name, f, v)) for f, v in garment.looks if f != "garment"]
        out.claims += [Claim("doings", f"{e.noun} {d.name} {' '.join(d.objects)}", _true_deed(out, role, d.name, d.objects)) for d in e.deeds]
        out.claims += [Claim("text", text, _true_text(role, text)) for text in e.texts]


def _sort(field: str, value: str = "") -> str:
    return "doings" if field in DOING or value in STATES_OF_DOING else "attributes"


def _counted(e: Entity, fact: SubjectFact) -> bool:
    return e.count > 1 if fact.count is None else e.count <= fact.count if e.count > 1 or fact.count == 1 else False


def true_look(out: Score, e: Entity, field: str, value: str) -> bool | None:
    """Whether a look of an entity is one of its fact's: of the thing itself, of a part of its body, or what it does."""
    role = out.roles.get(e.id)
    if role is None:
        return False
    if field in ("species", "breed", "role", "turned", "eyes") or field == "sex":
        return None
    looks = role.part.looks if role.part else role.fact.looks
    if any(same_look(field, value, look.value) for look in looks):
        return True
    if role.part is None and (plain(value) in plain(f"{role.fact.id} {role.fact.kind}") or any(_same_deed(value, d.verb) for d in role.fact.does)):
        return True
    if any(same_look(field, value, look.value) for s in _held(e, out.caption) for look in s.looks):
        return True
    if value in PLACED and not role.fact.does:
        return None
    kind, _, what = value.partition(":")  # "contents:coffee", "of:dog": a thing inside or pictured
    if what and any(same_noun(what, s.kind) or same_noun(what, s.id) for s in out.caption.subjects):
        return True
    return kind in ("varied",) or _only_of_parts(role, field, value)


def _held(e: Entity, caption: Caption) -> list[SubjectFact]:
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
    near = [s.id for s in out.caption.subjects if any(role.fact.id in r.objects and r.subject == s.id for r in out.caption.relations)]
    return any(same_noun(name, other) for other in (*said, *near))


def true_part_look(role: Role | None, name: str, field: str, value: str) -> bool:
    if role is None:
        return False
    for part in (*role.fact.parts, *role.fact.wears):
        if same_noun_of(name, part.names) and any(same_look(field, value, look.value) for look in part.looks):
            return True
    return any(same_look(f"{name}.{field}", value, look.value) for look in role.fact.looks)


def _true_garment(role: Role | None, name: str) -> bool:
    return role is not None and any(same_noun_of(name, g.names) for g in role.fact.wears)


def _true_deed(out: Score, role: Role | None, name: str, objects: tuple[str, ...]) -> bool:
    if role is None:
        return False
    said = [d for d in role.fact.does if _same_deed(name, d.verb)]
    if not objects:
        return bool(said)
    met = frozenset().union(*(ends(o, out.roles, out.caption) for o in objects))
    return any(not d.object or d.object in met or any(same_noun(d.object, m) for m in met) for d in said) or any(
        r.subject == role.fact.id and any(_same_deed(name, k) for k in r.kinds) and met & set(r.objects) for r in out.caption.relations
    )  # fmt: skip


def _same_deed(one: str, other: str) -> bool:
    return verb(one) == verb(other) or same_look("", one, other)


def _true_text(role: Role | None, text: str) -> bool:
    return role is not None and any(text.split() == t.split() or text.lower() == t.lower() for t in role.fact.texts)


# ── relations ──


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
        if not any(_says(r, one, tie.kind, far) for r in known_relations(out.caption)):
            return False
    return True


def _says(r: RelationFact, one: frozenset[str], kind: str, far: frozenset[str]) -> bool:
    if r.subject in one and far & set(r.objects) and (fits(kind, *r.kinds) or kind == "with" or kind == "near" and far & FRAME):
        return True
    back = [TABLE["converse"][k] for k in r.kinds if k in TABLE["converse"]]
    return r.subject in far and bool(one & set(r.objects)) and (kind == "with" or fits(kind, *back))


def _ties(out: Score, told: set[str], implied: set[str]) -> None:
    name = {e.id: e.noun for e in out.seen.entities}
    for tie in out.seen.ties:
        written = f"{tie.subject} {tie.kind} {' '.join(tie.objects)}"
        assumed = written not in told and (set(tie.objects) & UNSAID or implied & {tie.subject, *tie.objects})
        if not assumed:
            text = f"{name.get(tie.subject, tie.subject)} {tie.kind} {' '.join(name.get(o, o) for o in tie.objects)}"
            out.claims.append(Claim("clothes" if tie.kind == "wearing" else "relations", text, true_tie(out, tie)))


def _has_relation(out: Score, wanted: RelationFact) -> bool:
    for tie in out.seen.ties:
        one = ends(tie.subject, out.roles, out.caption)
        if all(any(_says(wanted, one, tie.kind, frozenset((o,)) & ends(id, out.roles, out.caption)) for id in tie.objects) for o in wanted.objects):
            return True
        if len(wanted.objects) == 1 and any(_says(wanted, one, tie.kind, ends(id, out.roles, out.caption)) for id in tie.objects):
            return True
    for e in out.seen.entities:
        if _inside(out, e, wanted):
            return True
        if e.id in out.roles and out.roles[e.id].fact.id == wanted.subject:
            for deed in e.deeds:
                met = frozenset().union(*(ends(o, out.roles, out.caption) for o in deed.objects)) if deed.objects else frozenset()
                if any(_same_deed(deed.name, k) for k in wanted.kinds) and met & set(wanted.objects):
                    return True
    return False


def _inside(out: Score, e: Entity, wanted: RelationFact) -> bool:
    """ "contents:coffee" of a cup: coffee in the cup."""
    role = out.roles.get(e.id)
    inside = [value.partition(":")[2] for field, value in e.looks if field == "attribute" and value.startswith("contents:")]
    return role is not None and "in" in wanted.kinds and role.fact.id in wanted.objects and any(same_noun(i, wanted.subject) for i in inside)


# ── what the caption wants ──


def _wanted(out: Score, fact: SubjectFact) -> None:
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
        if any(_same_deed(v, word) for _, v in e.looks if not object or object == "lens"):
            return True
        if object and any(f == "gaze" and (same_noun(v, object) or object in ends(v, out.roles, out.caption)) for f, v in e.looks):
            return True
        for deed in e.deeds:
            met = [object in ends(o, out.roles, out.caption) for o in deed.objects]
            if _same_deed(deed.name, word) and (not object or not met or any(met)):
                return True
        for tie in out.seen.ties:
            far = frozenset().union(*(ends(o, out.roles, out.caption) for o in tie.objects))
            if object and tie.subject == e.id and fits(tie.kind, verb_kind(word)) and object in far:
                return True
    return False


# ── the setting, and phrases ──


def _setting(out: Score, told: list[tuple[str, str]]) -> None:
    met: list[places.Effect] = []
    for path, value in dict.fromkeys(told):
        claim = places.effect(path, value)
        if claim is None:
            continue
        met.append(claim)
        if true_setting(out, path, value) is not None:
            out.claims.append(Claim(claim.sort, f"{path}={value}", true_setting(out, path, value)))
    for layer, facts in out.caption.setting.items():
        for fact in facts:
            if not fact.loose:
                out.needs.append(Need(layer, fact.value, any(layer in places.POOLED[c.sort] and places.says(c, fact.value) for c in met)))


def true_setting(out: Score, path: str, value: str) -> bool | None:
    claim = places.effect(path, value)
    if claim is None:
        return None
    _, _, name = path.partition(".")
    if path.startswith("environment.") and name.startswith(("ground.", "backdrop.")):
        where = "ground" if name.startswith("ground.") else "wall"
        field = name.split(".")[-1]
        return any(same_look(field, value, look.value) for s in out.caption.subjects if surfaces(s) == where for look in s.looks) or any(
            same_noun(value, s.kind) or same_look(field, value, s.kind) for s in out.caption.subjects if surfaces(s) == where
        )  # fmt: skip
    return places.true(claim, out.caption)


def _phrase(out: Score, phrase: Phrase) -> Claim:
    """An applied phrase is true if no effect of it is false; None where no effect can be judged."""
    truths = [_effect(out, *effect.partition("=")[::2]) for effect in phrase.effect]
    builds = any(effect.partition("=")[0].endswith((".thing", ".noun")) for effect in phrase.effect)
    if builds and any(same_noun(phrase.text, a) for a in out.caption.absent):
        truths.append(any(same_noun(phrase.text, s.kind) for s in out.caption.subjects))
    known = [t for t in truths if t is not None]
    return Claim(phrase.layer, f"{phrase.text}: {', '.join(phrase.effect)}", all(known) if known else None)


PATHS = {
    "surface.colours": "colour", "surface.material": "material", "surface.pattern": "pattern", "surface.finish": "finish", "states": "state", "attributes": "attribute", "styles": "attribute",
}  # fmt: skip


def _effect(out: Score, path: str, value: str) -> bool | None:
    if path == "relations":
        subject, kind, *objects = value.split()
        return true_tie(out, Tie(subject, kind, tuple(objects)))
    if not path.startswith("subjects."):
        return true_setting(out, path, value)
    _, id, name = path.split(".", 2)
    entity = next((e for e in out.seen.entities if e.id == id), None)
    return None if entity is None else _of_subject(out, entity, name, value)


def _of_subject(out: Score, e: Entity, name: str, value: str) -> bool | None:
    role = out.roles.get(e.id)
    if name in ("thing", "noun", "species", "kind"):
        return role is not None
    if name == "count":
        return False if role is None else True if role.part else _counted(e, role.fact)
    if name == "labels":
        return _true_text(role, value)
    if name in ("contents", "depicts"):
        return true_look(out, e, "attribute", f"{'contents' if name == 'contents' else 'of'}:{value.replace('_', ' ')}")
    if name.startswith("parts"):
        _, _, rest = name.partition(".")
        return true_part_look(role, rest.split(".")[0], rest.split(".")[-1].rstrip("s"), value) if rest else true_part(out, role, value)
    if name.startswith("wears"):
        return _worn(role, name, value)
    if name.startswith(("actions", "deeds")):
        return _true_deed(out, role, value.split(" ")[0], tuple(value.split()[1:]))
    return true_look(out, e, PATHS.get(name, name.removeprefix("size.").removesuffix("s") if "." not in name or name.startswith("size.") else name), value)


def _worn(role: Role | None, name: str, value: str) -> bool:
    """`wears=coat`, `wears.0.surface.colours=red`, `wears.coat.surface.colours=red`."""
    steps = name.split(".")
    if len(steps) == 1 or steps[-1] in ("garment", "noun"):
        return _true_garment(role, value)
    return role is not None and any(same_look(steps[-1], value, look.value) for g in role.fact.wears for look in g.looks)
