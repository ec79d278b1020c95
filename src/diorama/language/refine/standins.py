"""What the stage cannot build yet is replaced by what it can, what the setting cannot show is left out, and the refinement says so."""

from __future__ import annotations

from diorama.language.heed import heed
from diorama.language.model import Diagnostic, Phrase, ordered
from diorama.language.refine.describe import describe
from diorama.language.refine.model import Refinement
from diorama.language.standins import unseen
from diorama.scene import Scene, diff
from diorama_catalogue import settings


def stand_in(before: Scene, made: Refinement) -> Refinement:
    """The refinement as the stage can show it; the same one where everything can be built and shown. `before`: the scene that was refined."""
    return _settled(before, _heeded(_features(before, made)), made)


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


def _features(before: Scene, made: Refinement) -> Refinement:
    """New features that the setting cannot show; in another setting the old ones too."""
    environment = made.scene.environment
    able = settings()[environment.setting].shows
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
    fitted = tuple(one for one in environment.fittings if one.name not in absent)
    seen = environment.model_copy(update={"features": tuple(f for f in environment.features if f not in absent), "fittings": fitted})
    scene = made.scene.model_copy(update={"environment": seen})
    return made.model_copy(update={"scene": scene, "phrases": tuple(phrases), "diagnostics": (*told, *made.diagnostics)})
