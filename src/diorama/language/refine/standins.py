"""What the stage cannot build yet is replaced by what it can, what the setting cannot show is left out, and the refinement says so."""

from __future__ import annotations

from diorama.language.heed import heed
from diorama.language.model import Diagnostic, Phrase
from diorama.language.model import ordered
from diorama.language.refine.describe import describe
from diorama.language.refine.model import Refinement
from diorama.language.standins import not_built, said, shown, unseen
from diorama.scene import Scene, Subject, diff


def stand_in(before: Scene, made: Refinement) -> Refinement:
    """The refinement as the stage can show it; the same one where everything can be built and shown. `before`: the scene that was refined."""
    return _settled(before, _heeded(_features(before, _things(made))), made)


def _heeded(made: Refinement) -> Refinement:
    """New words that no picture shows have no effect."""
    heard = heed(made.scene, made.phrases)
    if heard.scene is made.scene and heard.phrases == made.phrases:
        return made
    return made.model_copy(update={"scene": heard.scene, "phrases": heard.phrases, "diagnostics": (*made.diagnostics, *heard.said)})


def _settled(before: Scene, shown_as: Refinement, made: Refinement) -> Refinement:
    """Edit and diff anew, where the scene is another."""
    if shown_as is made:
        return made
    scene = shown_as.scene
    return shown_as.model_copy(update={"edit": diff(before, scene), "diff": describe(before, scene), "diagnostics": tuple(ordered(list(shown_as.diagnostics)))})


def _things(made: Refinement) -> Refinement:
    table = not_built()
    absent = {s.id: s for s in made.scene.subjects if s.thing in table}
    if not absent:
        return made
    scene = made.scene.model_copy(update={"subjects": tuple(_built(s, table) for s in made.scene.subjects)})
    told = [said(s, table[s.thing], _phrase(s, made.phrases)) for s in absent.values()]
    phrases = tuple(_marked(p, absent, table) for p in made.phrases)
    return made.model_copy(update={"scene": scene, "phrases": phrases, "diagnostics": (*told, *made.diagnostics)})


def _built(subject: Subject, table: dict[str, str]) -> Subject:
    return subject.model_copy(update={"thing": table[subject.thing]}) if subject.thing in table else subject


def _phrase(subject: Subject, phrases: tuple[Phrase, ...]) -> Phrase | None:
    return next((p for p in phrases if f"subjects.{subject.id}.thing={subject.thing}" in p.effect), None)


def _marked(phrase: Phrase, absent: dict[str, Subject], table: dict[str, str]) -> Phrase:
    old = {f"subjects.{id}.thing={s.thing}": f"subjects.{id}.thing={table[s.thing]}" for id, s in absent.items()}
    effect = tuple(old.get(e, e) for e in phrase.effect)
    return phrase if effect == phrase.effect else phrase.model_copy(update={"effect": effect, "status": "stand-in"})


def _features(before: Scene, made: Refinement) -> Refinement:
    """New features that the setting cannot show; in another setting the old ones too."""
    environment = made.scene.environment
    able = shown().get(environment.setting, [])
    kept = before.environment.features if before.environment.setting == environment.setting else ()
    absent = [f for f in environment.features if f not in able and f not in kept]
    if not absent:
        return made
    gone = {f"environment.features={f}" for f in absent}
    phrases: list[Phrase] = []
    told: list[Diagnostic] = []
    for phrase in made.phrases:
        lost = [e for e in phrase.effect if e in gone]
        if lost:
            told.append(unseen(phrase, lost, environment.setting, able))
            left = tuple(e for e in phrase.effect if e not in gone)
            phrase = phrase.model_copy(update={"effect": left, "status": phrase.status if left else "no_effect"})
        phrases.append(phrase)
    seen = environment.model_copy(update={"features": tuple(f for f in environment.features if f not in absent)})
    scene = made.scene.model_copy(update={"environment": seen})
    return made.model_copy(update={"scene": scene, "phrases": tuple(phrases), "diagnostics": (*told, *made.diagnostics)})
