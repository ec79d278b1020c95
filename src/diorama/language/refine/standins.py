"""What the stage cannot build yet is replaced by what it can, and the refinement says so."""

from __future__ import annotations

from diorama.language.model import Phrase
from diorama.language.reader import ordered
from diorama.language.refine.describe import describe
from diorama.language.refine.model import Refinement
from diorama.language.standins import not_built, said
from diorama.scene import Scene, Subject, diff


def stand_in(before: Scene, made: Refinement) -> Refinement:
    """The refinement as the stage can show it; the same one where everything can be built. `before`: the scene that was refined."""
    table = not_built()
    absent = {s.id: s for s in made.scene.subjects if s.thing in table}
    if not absent:
        return made
    scene = made.scene.model_copy(update={"subjects": tuple(_built(s, table) for s in made.scene.subjects)})
    told = [said(s, table[s.thing], _phrase(s, made.phrases)) for s in absent.values()]
    return made.model_copy(
        update={
            "scene": scene, "edit": diff(before, scene), "diff": describe(before, scene), "diagnostics": tuple(ordered([*told, *made.diagnostics])),
            "phrases": tuple(_marked(p, absent, table) for p in made.phrases),
        }
    )  # fmt: skip


def _built(subject: Subject, table: dict[str, str]) -> Subject:
    return subject.model_copy(update={"thing": table[subject.thing]}) if subject.thing in table else subject


def _phrase(subject: Subject, phrases: tuple[Phrase, ...]) -> Phrase | None:
    return next((p for p in phrases if f"subjects.{subject.id}.thing={subject.thing}" in p.effect), None)


def _marked(phrase: Phrase, absent: dict[str, Subject], table: dict[str, str]) -> Phrase:
    old = {f"subjects.{id}.thing={s.thing}": f"subjects.{id}.thing={table[s.thing]}" for id, s in absent.items()}
    effect = tuple(old.get(e, e) for e in phrase.effect)
    return phrase if effect == phrase.effect else phrase.model_copy(update={"effect": effect, "status": "stand-in"})
