"""Whether an applied phrase is true in all that it says it did."""

from __future__ import annotations

from bench.facts import places
from bench.facts.result import Claim, Score
from bench.facts.roles import Role, surfaces
from bench.facts.ties import true_tie
from bench.facts.truth import counted, true_deed, true_garment, true_look, true_part, true_part_look, true_text
from bench.facts.view import Entity, Tie
from bench.facts.words import same_look, same_noun
from diorama.language.model import Phrase

PATHS = {
    "surface.colours": "colour", "surface.material": "material", "surface.pattern": "pattern", "surface.finish": "finish",
    "states": "state", "attributes": "attribute", "styles": "attribute", "eyes": "eyes",
}  # fmt: skip


def effects(phrase: Phrase) -> list[tuple[str, str]]:
    """Paths and values. What a light's source brings with it (a window is soft, a fire is warm) is no claim of its own."""
    pairs = [(path, value) for path, _, value in (effect.partition("=") for effect in phrase.effect)]
    sources = any(path.endswith(".source") for path, _ in pairs)
    return [(path, value) for path, value in pairs if not (sources and path.endswith((".quality", ".kelvin", ".elevation", ".colour")))]


def judged(out: Score, phrase: Phrase) -> Claim:
    """An applied phrase is true if no effect of it is false; None where no effect can be judged."""
    truths = [_effect(out, path, value) for path, value in effects(phrase)]
    builds = any(effect.partition("=")[0].endswith((".thing", ".noun")) for effect in phrase.effect)
    if builds and any(same_noun(phrase.text, a) for a in out.caption.absent):
        truths.append(any(same_noun(phrase.text, s.kind) for s in out.caption.subjects))
    known = [t for t in truths if t is not None]
    return Claim(phrase.layer, f"{phrase.text}: {', '.join(phrase.effect)}", all(known) if known else None)


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
        return False if role is None else True if role.part else counted(out, role.fact)
    if name == "labels":
        return true_text(role, value)
    if name in ("contents", "depicts"):
        return true_look(out, e, "attribute", f"{'contents' if name == 'contents' else 'of'}:{value.replace('_', ' ')}")
    if name.startswith("parts"):
        _, _, rest = name.partition(".")
        return true_part_look(out, role, rest.split(".")[0], rest.split(".")[-1].rstrip("s"), value) if rest else true_part(out, role, value)
    if name.startswith("wears"):
        return _worn(role, name, value)
    if name.startswith(("actions", "deeds")):
        return true_deed(out, role, value.split(" ")[0], tuple(value.split()[1:]))
    return true_look(out, e, PATHS.get(name, name.removeprefix("size.").removesuffix("s") if "." not in name or name.startswith("size.") else name), value)


def _worn(role: Role | None, name: str, value: str) -> bool:
    """`wears=coat`, `wears.0.surface.colours=red`, `wears.coat.surface.colours=red`."""
    steps = name.split(".")
    if len(steps) == 1 or steps[-1] in ("garment", "noun"):
        return true_garment(role, value)
    return role is not None and any(same_look(steps[-1], value, look.value) for g in role.fact.wears for look in g.looks)


def true_setting(out: Score, path: str, value: str) -> bool | None:
    claim = places.effect(path, value)
    if claim is None:
        return None
    _, _, name = path.partition(".")
    if name.startswith("fittings.") and name.count(".") > 1:
        return _fitted(out, *name.split(".")[1:], value=value)
    if path.startswith("environment.") and name.startswith(("ground.", "backdrop.")):
        where = "ground" if name.startswith("ground.") else "wall"
        field = name.split(".")[-1]
        return any(same_look(field, value, look.value) for s in out.caption.subjects if surfaces(s) == where for look in s.looks) or any(
            same_noun(value, s.kind) or same_look(field, value, s.kind) for s in out.caption.subjects if surfaces(s) == where
        )  # fmt: skip
    return places.true(claim, out.caption)


def _fitted(out: Score, noun: str, *rest: str, value: str) -> bool:
    """Whether a look of what the place has of its own ("fittings.curtains.surface.colours") is that of the caption's."""
    return any(same_look(rest[-1].removesuffix("s"), value, look.value) for s in out.caption.subjects if same_noun(noun, s.kind) for look in s.looks)
