"""What a setting cannot show is left out, words that change nothing lose their effect, and the reading says so.

Reading → stand_in → Reading as it can be shown; each omission is a warning with the words' span.
"""

from __future__ import annotations

from collections.abc import Sequence

from diorama.language.heed import heed
from diorama.language.model import Diagnostic, Phrase, Reading, ordered
from diorama_catalogue import settings


def stand_in(reading: Reading) -> Reading:
    """The reading as the stage can show it; the same reading where everything can be built and shown."""
    return _heeded(_features(reading))


def _heeded(reading: Reading) -> Reading:
    """Words that no picture shows have no effect, which is said once for all of them."""
    heard = heed(reading.scene, reading.phrases)
    if heard.scene is reading.scene and heard.phrases == reading.phrases:
        return reading
    return reading.model_copy(update={"scene": heard.scene, "phrases": heard.phrases, "diagnostics": tuple(ordered([*reading.diagnostics, *heard.said]))})


def _features(reading: Reading) -> Reading:
    """Features that the setting cannot show have no effect, which is said."""
    environment = reading.scene.environment
    able = settings()[environment.setting].shows
    absent = [f for f in environment.features if f not in able]
    if not absent:
        return reading
    gone, looks = {f"environment.features={f}" for f in absent}, tuple(f"environment.fittings.{f}." for f in absent)
    phrases, said = [], []
    for phrase in reading.phrases:
        lost = [e for e in phrase.effect if e in gone]
        if lost:
            said.append(unseen(phrase, lost, environment.setting, able))
        if lost or any(e.startswith(looks) for e in phrase.effect):
            kept = tuple(e for e in phrase.effect if e not in gone and not e.startswith(looks))
            phrase = phrase.model_copy(update={"effect": kept, "status": phrase.status if kept else "no_effect"})
        phrases.append(phrase)
    fitted = tuple(one for one in environment.fittings if one.name not in absent)
    seen = environment.model_copy(update={"features": tuple(f for f in environment.features if f in able), "fittings": fitted})
    return reading.model_copy(
        update={"scene": reading.scene.model_copy(update={"environment": seen}), "phrases": tuple(phrases), "diagnostics": (*said, *reading.diagnostics)}
    )


def unseen(phrase: Phrase, effects: list[str], setting: str, able: Sequence[str]) -> Diagnostic:
    """What is told of words for what a setting does not show."""
    what = ", ".join(e.partition("=")[2].replace("_", " ") for e in effects)
    where = setting.replace("_", " ")
    return Diagnostic(
        severity="warning", code="not-shown", span=(phrase.start, phrase.end), message=f"the setting '{where}' shows no {what}",
        help=f"it can show: {', '.join(f.replace('_', ' ') for f in able)}",
    )  # fmt: skip
