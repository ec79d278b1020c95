"""Words that were understood but that no picture shows: a style its thing is not built in, a shape it cannot take, a part it has not.

phrases + scene → heed → phrases with their true status, and what is said of them. What each thing asks after: the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from diorama.language.model import Diagnostic, Phrase
from diorama.scene import Object, Part, Scene, Subject
from diorama_catalogue import Tag, Thing, bears_text, finish_of, loose, settings, shared, thing

JOINING = frozenset(("of", "with", "in", "made of", "on", "the"))


class Heard(NamedTuple):
    scene: Scene
    phrases: tuple[Phrase, ...]
    said: tuple[Diagnostic, ...]


def heed(scene: Scene, phrases: Iterable[Phrase]) -> Heard:
    """The phrases with the status that is true of the picture. Parts are named as the props name them."""
    subjects = {s.id: s for s in scene.subjects}
    idle: list[Phrase] = []
    said: list[Diagnostic] = []
    out: list[Phrase] = []
    for phrase in phrases:
        lost = [e for e in phrase.effect if not heeded(scene, subjects, e)] if phrase.status == "applied" else []
        if lost and len(lost) == len(phrase.effect):
            phrase = phrase.model_copy(update={"status": "no_effect"})
            told = _unfit(subjects, phrase, lost[0])
            if told:
                said.append(told)
            elif phrase.text.lower() not in JOINING:
                idle.append(phrase)
        out.append(phrase)
    if idle:
        said.append(_idle(idle))
    named = _named_parts(scene)
    return Heard(named, tuple(_renamed(scene, named, p) for p in out) if named is not scene else tuple(out), tuple({d.message: d for d in said}.values()))


def heeded(scene: Scene, subjects: dict[str, Subject], effect: str) -> bool:
    """True if the picture shows what the effect says."""
    path, _, value = effect.partition("=")
    steps = path.split(".")
    if path == "environment.words":
        return bool(settings()[scene.environment.setting].named(value))
    if steps[0] != "subjects" or len(steps) < 3 or steps[1] not in subjects:
        return True
    subject, field = subjects[steps[1]], steps[2]
    record = thing(subject.thing)
    if field in ("styles", "states"):
        return _word(subject, record, value)
    if field == "contents":
        return Tag.FILLABLE in record.tags or Tag.HEAPED in record.tags and value in loose()
    if field == "depicts":
        return Tag.DEPICTS in record.tags or value.rstrip("s") in subject.noun
    if field == "shape":
        return value in record.shapes or value in subject.noun
    if field == "parts":
        of_a_file = isinstance(subject, Object) and subject.asset is not None  # whoever opens it tells what it has
        return of_a_file or own_part(subject.thing, steps[3] if len(steps) > 3 else value) is not None
    if field == "labels":
        return bears_text(record)
    return True


def _word(subject: Subject, record: Thing, value: str) -> bool:
    shown = {*record.states, *record.styles, *record.usual, *record.situations, *shared().placed, *shared().usual}
    if value in shown or value.replace(" ", "_") in shown or value in subject.noun or finish_of(record, value):
        return True
    if value == "burning":
        return record.light is not None
    if value == "steaming":
        return Tag.STEAMS in record.tags
    if value == "pouring":
        return Tag.POURS in record.tags
    if value == "poured_onto":
        return record.category == "food" or bool({Tag.VESSEL, Tag.FILLABLE} & record.tags)
    return value == "sitting" and "seated" in record.situations


def own_part(key: str, part: str) -> str | None:
    """The name that the thing's prop gives to a part; None where it has none."""
    record = thing(key)
    own = {*record.parts, *(shared().filling if Tag.FILLABLE in record.tags else ())}
    return next((name for name in (part, *shared().parts.get(part, ())) if name in own), None)


def _named_parts(scene: Scene) -> Scene:
    """Parts by the names that their props have for them."""
    changed = {}
    for s in scene.subjects:
        named: dict[str, Part] = {}
        for p in s.parts:  # what is said later of the same part wins: "make the cap silver"
            name = own_part(s.thing, p.name) or p.name
            named[name] = p.model_copy(update={"name": name})
        if tuple(named.values()) != s.parts:
            changed[s.id] = s.model_copy(update={"parts": tuple(named.values())})
    return scene.model_copy(update={"subjects": tuple(changed.get(s.id, s) for s in scene.subjects)}) if changed else scene


def _renamed(before: Scene, after: Scene, phrase: Phrase) -> Phrase:
    """The phrase's effects by the new names of parts."""
    names = {f"subjects.{s.id}.parts": {p.name: own_part(s.thing, p.name) or p.name for p in s.parts} for s, t in zip(before.subjects, after.subjects, strict=True) if s.parts != t.parts}
    effect = tuple(_by_name(e, names) for e in phrase.effect)
    return phrase if effect == phrase.effect else phrase.model_copy(update={"effect": effect})


def _by_name(effect: str, names: dict[str, dict[str, str]]) -> str:
    path, _, value = effect.partition("=")
    for prefix, new in names.items():
        if path == prefix:
            return f"{path}={new.get(value, value)}"
        if path.startswith(prefix + "."):
            name, dot, rest = path.removeprefix(prefix + ".").partition(".")
            return f"{prefix}.{new.get(name, name)}{dot}{rest}={value}"
    return effect


def _unfit(subjects: dict[str, Subject], phrase: Phrase, effect: str) -> Diagnostic | None:
    """What is told of a shape, a part or a text that a thing cannot have; None for words of style."""
    path, _, value = effect.partition("=")
    steps = path.split(".")
    if len(steps) < 3 or steps[2] not in ("shape", "parts", "labels"):
        return None
    subject = subjects[steps[1]]
    record = thing(subject.thing)
    if steps[2] == "shape":
        able = ", ".join(sorted(record.shapes))
        message, help = f"the {subject.noun} cannot be {phrase.text!r}: it keeps its own shape", f"it can be: {able}" if able else "its size can be set: 'tall', 'wide', 'small'"
    elif steps[2] == "labels":
        message, help = f"the {subject.noun} cannot bear text", "text can be read on a sign, a book, a poster, a bottle, a mug, a box"
    else:
        part = (steps[3] if len(steps) > 3 else value).removesuffix("_part").replace("_", " ")
        message, help = f"the {subject.noun} has no {part} of its own to be seen", f"its parts: {', '.join(sorted(p for p in record.parts if p != 'body'))}"
    return Diagnostic(severity="warning", code="not-shown", span=(phrase.start, phrase.end), message=message, help=help)


def _idle(phrases: list[Phrase]) -> Diagnostic:
    words = list(dict.fromkeys(repr(p.text) for p in phrases))
    return Diagnostic(
        severity="note", code="no-effect", span=(phrases[0].start, phrases[0].end),
        message=f"{', '.join(words)}: understood, but nothing in the picture changes by {'it' if len(words) == 1 else 'them'}",
        help="say it in what can be seen: colours, materials, patterns, finishes ('worn', 'glossy'), sizes, light",
    )  # fmt: skip
