"""A reading held against the facts of its caption: which of its claims are true, and which facts it has."""

from __future__ import annotations

from bench.facts import places
from bench.facts.captions import Caption
from bench.facts.phrases import effects, judged, true_setting
from bench.facts.result import Claim, Need, Score
from bench.facts.roles import assign, names
from bench.facts.ties import has_relation, true_tie
from bench.facts.truth import counted, true_deed, true_garment, true_look, true_part, true_part_look, true_text
from bench.facts.view import view
from bench.facts.wants import wanted
from bench.facts.words import FACTORS, TABLE, same_noun, singular
from diorama.language import Reading

DOING = frozenset(("posture", "gesture", "expression", "gaze", "eyes", "mouth", "turned"))
"""Fields that are poses and doings rather than looks."""
STATES_OF_DOING = frozenset(("sitting", "standing", "lying", "running", "walking", "jumping", "smiling", "sad", "dancing", "flying", "floating", "moving"))
UNSAID = frozenset(("ground", "wall", "ceiling", "window", "windowsill", "water", "sky"))
"""Ends of relations that are assumed where the words say nothing: such a relation is a claim only where a phrase tells it."""


def score(caption: Caption, reading: Reading) -> Score:
    seen = view(reading.scene)
    out = Score(caption, reading, seen, assign(caption, seen))
    told = [(path, value) for p in reading.phrases for path, value in effects(p)]
    implied = {s.id for s in reading.scene.subjects if getattr(s, "implied", False)}
    _entities(out, implied, {(path.split(".")[1], path.rpartition(".")[2]) for path, _ in told if ".size." in path})
    _ties(out, {value for path, value in told if path == "relations"}, implied)
    _setting(out, told)
    for fact in caption.subjects:
        wanted(out, fact)
    for relation in caption.relations:
        if not relation.loose:
            out.needs.append(Need("relations", f"{relation.subject} {relation.kinds[0]} {' '.join(relation.objects)}", has_relation(out, relation)))
    idle = {singular(w) for p in reading.phrases if p.status == "no_effect" for w in p.text.split()}
    out.silenced = [n.text for n in out.needs if not n.met and singular(n.text.split()[-1]) in idle]
    out.applied = [c for p in reading.phrases if p.status == "applied" and (c := judged(out, p)).true is not None]
    return out


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
            out.claims.append(Claim("counts", f"{e.count} {e.noun}", counted(out, role.fact)))
        looks = [(f, v) for f, v in e.looks if f not in FACTORS or (e.id, f) in sized]
        out.claims += [Claim(_sort(f, v), f"{e.noun} {f}={v}", true_look(out, e, f, v)) for f, v in looks]
        for part in e.parts:
            out.claims.append(Claim("parts", f"{e.noun} has {part.name}", true_part(out, role, part.name)))
            out.claims += [Claim("attributes", f"{e.noun}'s {part.name} {f}={v}", true_part_look(out, role, part.name, f, v)) for f, v in part.looks]
        for garment in e.wears:
            out.claims.append(Claim("clothes", f"{e.noun} wears {garment.name}", true_garment(role, garment.name)))
            worn = [(f, v) for f, v in garment.looks if f != "garment"]
            out.claims += [Claim("attributes", f"{garment.name} {f}={v}", true_part_look(out, role, garment.name, f, v)) for f, v in worn]
        out.claims += [Claim("doings", f"{e.noun} {d.name} {' '.join(d.objects)}", true_deed(out, role, d.name, d.objects)) for d in e.deeds]
        out.claims += [Claim("text", text, true_text(role, text)) for text in e.texts]


def _sort(field: str, value: str = "") -> str:
    return "doings" if field in DOING or value in STATES_OF_DOING else "attributes"


def _ties(out: Score, told: set[str], implied: set[str]) -> None:
    name = {e.id: e.noun for e in out.seen.entities}
    for tie in out.seen.ties:
        written = f"{tie.subject} {tie.kind} {' '.join(tie.objects)}"
        if tie.objects == ("wall",) and name.get(tie.subject) in TABLE["fixed"].get(tie.kind, ()):
            continue
        assumed = written not in told and (set(tie.objects) & UNSAID or implied & {tie.subject, *tie.objects})
        if not assumed:
            text = f"{name.get(tie.subject, tie.subject)} {tie.kind} {' '.join(name.get(o, o) for o in tie.objects)}"
            out.claims.append(Claim("clothes" if tie.kind == "wearing" else "relations", text, true_tie(out, tie)))


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
