"""Stand-ins: what the stage cannot build yet is replaced by what it can, what a setting cannot show is left out, and the reading says so.

Reading → stand_in → Reading whose every `thing` is built; each replacement or omission is a warning with the words' span.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from diorama.language.heed import heed
from diorama.language.living import as_things
from diorama.language.model import Diagnostic, Phrase, Reading, ordered
from diorama.scene import Subject


@lru_cache(maxsize=1)
def not_built() -> dict[str, str]:
    """Thing → what is built for it."""
    return tomllib.loads(files("diorama.language.lexicon").joinpath("not_built.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def shown() -> dict[str, list[str]]:
    """Setting → features of its surroundings that can be seen there."""
    return tomllib.loads(files("diorama.language.lexicon").joinpath("shown.toml").read_text("utf-8"))


def stand_in(reading: Reading) -> Reading:
    """The reading as the stage can show it; the same reading where everything can be built and shown."""
    return _heeded(_things(_features(as_things(reading))))


def _heeded(reading: Reading) -> Reading:
    """Words that no picture shows have no effect, which is said once for all of them."""
    heard = heed(reading.scene, reading.phrases)
    if heard.scene is reading.scene and heard.phrases == reading.phrases:
        return reading
    return reading.model_copy(update={"scene": heard.scene, "phrases": heard.phrases, "diagnostics": tuple(ordered([*reading.diagnostics, *heard.said]))})


def _features(reading: Reading) -> Reading:
    """Features that the setting cannot show have no effect, which is said."""
    environment = reading.scene.environment
    able = shown().get(environment.setting, [])
    absent = [f for f in environment.features if f not in able]
    if not absent:
        return reading
    gone = {f"environment.features={f}" for f in absent}
    phrases, said = [], []
    for phrase in reading.phrases:
        lost = [e for e in phrase.effect if e in gone]
        if lost:
            said.append(unseen(phrase, lost, environment.setting, able))
            kept = tuple(e for e in phrase.effect if e not in gone)
            phrase = phrase.model_copy(update={"effect": kept, "status": phrase.status if kept else "no_effect"})
        phrases.append(phrase)
    seen = environment.model_copy(update={"features": tuple(f for f in environment.features if f in able)})
    return reading.model_copy(
        update={"scene": reading.scene.model_copy(update={"environment": seen}), "phrases": tuple(phrases), "diagnostics": (*said, *reading.diagnostics)}
    )


def unseen(phrase: Phrase, effects: list[str], setting: str, able: list[str]) -> Diagnostic:
    """What is told of words for what a setting does not show."""
    what = ", ".join(e.partition("=")[2].replace("_", " ") for e in effects)
    where = setting.replace("_", " ")
    return Diagnostic(
        severity="warning", code="not-shown", span=(phrase.start, phrase.end), message=f"the setting '{where}' shows no {what}",
        help=f"it can show: {', '.join(f.replace('_', ' ') for f in able)}",
    )  # fmt: skip


def _things(reading: Reading) -> Reading:
    table = not_built()
    absent = {s.id: s for s in reading.scene.subjects if s.thing in table}
    if not absent:
        return reading
    subjects = tuple(s.model_copy(update={"thing": table[s.thing]}) if s.id in absent else s for s in reading.scene.subjects)
    told = tuple(said(s, table[s.thing], _phrase(s, reading.phrases)) for s in absent.values())
    return reading.model_copy(
        update={
            "scene": reading.scene.model_copy(update={"subjects": subjects}),
            "phrases": tuple(_marked(p, absent, table) for p in reading.phrases),
            "diagnostics": (*told, *reading.diagnostics),
        }
    )


def _phrase(subject: Subject, phrases: tuple[Phrase, ...]) -> Phrase | None:
    return next((p for p in phrases if any(e.startswith(f"subjects.{subject.id}.thing=") for e in p.effect)), None)


def _marked(phrase: Phrase, absent: dict[str, Subject], table: dict[str, str]) -> Phrase:
    """The phrase with the effect that holds now, as a stand-in."""
    effect = phrase.effect
    for id, subject in absent.items():
        effect = tuple(f"subjects.{id}.thing={table[subject.thing]}" if e == f"subjects.{id}.thing={subject.thing}" else e for e in effect)
    return phrase if effect == phrase.effect else phrase.model_copy(update={"effect": effect, "status": "stand-in"})


def said(subject: Subject, instead: str, phrase: Phrase | None) -> Diagnostic:
    """What is told of a thing that another stands in for."""
    name = instead.removeprefix("figure_").replace("_", " ")
    return Diagnostic(
        severity="warning", code="not-built-yet", span=(phrase.start, phrase.end) if phrase else None,
        message=f"{subject.noun!r} cannot be built yet: a {name} stands in for it", help="`diorama things` lists what can be built",
    )  # fmt: skip
