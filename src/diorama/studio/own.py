"""Things of one's own: the subjects of a scene that are a 3D file or a cut-out picture of somebody's, instead of what the catalogue builds.

scene + inputs of the kind `object` → scene whose subjects name the files → inputs that are exactly those the scene names
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from diorama.errors import RequestError
from diorama.recipe import Input
from diorama.scene import Animal, Object, Person, Scene, Subject
from diorama.studio.words import Diagnostic, Phrase, Reading

OWNED = re.compile(r"\b(?:my|our)\b((?:\s+[\w-]+){1,4}?)(?=\s+(?:on|in|with|and|at|by|of|is|are|beside|under|next|behind|from)\b|[^\w\s-]|$)")
FIGURE = "statue"
"""What a living thing of somebody's own stands like: it is a figure of one."""


def in_reading(reading: Reading, inputs: Iterable[Input]) -> Reading:
    """The reading with the files in their subjects' place. What was said about a stand-in for them holds no longer. Raises RequestError."""
    files = [one for one in inputs if one.kind == "object"]
    if not files:
        return reading
    scene = in_scene(reading.scene, files, reading.prompt)
    own = {s.id: s.noun for s in scene.subjects if isinstance(s, Object) and s.asset is not None}
    phrases = tuple(_phrase(phrase, own) for phrase in reading.phrases)
    spans = {(p.start, p.end) for p in phrases if _told(p, own)}
    parts = {(p.start, p.end) for p in phrases if _of_parts(p, own)}  # whether its file calls something so is told by whoever opens it
    said = [d for d in reading.diagnostics if not ((d.code == "stand-in" and d.span in spans) or (d.code == "not-shown" and d.span in parts))]
    said += [Diagnostic(severity="note", code="own-object", message=f"the {noun} is the file that was given") for noun in own.values()]
    return reading.model_copy(update={"scene": scene, "phrases": phrases, "diagnostics": tuple(said)})


def _told(phrase: Phrase, own: Iterable[str]) -> bool:
    return any(effect.startswith(f"subjects.{id}.") for effect in phrase.effect for id in own)


def _of_parts(phrase: Phrase, own: Iterable[str]) -> bool:
    return any(effect.startswith((f"subjects.{id}.parts.", f"subjects.{id}.parts=")) for effect in phrase.effect for id in own)


def _phrase(phrase: Phrase, own: Iterable[str]) -> Phrase:
    now = (phrase.status == "stand-in" and _told(phrase, own)) or (phrase.status == "no_effect" and _of_parts(phrase, own))
    return phrase.model_copy(update={"status": "applied"}) if now else phrase


def in_scene(scene: Scene, inputs: Sequence[Input], words: str = "") -> Scene:
    """The scene with each file in its subject's place; `words`, where there are some, tell whose a thing is. Raises RequestError where it is not clear which
    subject a file is."""
    taken: set[str] = set()
    for one in (x for x in inputs if x.kind == "object"):
        subject = _meant(scene, one, words)
        if subject.id in taken:
            raise RequestError(f"two files are the {subject.noun}", where="object", hint=f"name another thing for one of them: {names(scene)}")
        taken.add(subject.id)
        if not (isinstance(subject, Object) and subject.asset == one.sha256):
            scene = scene.model_copy(update={"subjects": tuple(_own(s, one.sha256) if s is subject else s for s in scene.subjects)})
    return scene


def named(scene: Scene, inputs: Iterable[Input]) -> tuple[Input, ...]:
    """The inputs, with those files for objects that the scene names, and no others."""
    given = tuple(inputs)
    known = {one.sha256: one for one in given if one.kind == "object"}
    needed = {s.asset: s.id for s in scene.subjects if isinstance(s, Object) and s.asset is not None}
    files = (known.get(sha256) or Input(kind="object", sha256=sha256, subject=id) for sha256, id in needed.items())
    return (*(one for one in given if one.kind != "object"), *files)


def _meant(scene: Scene, one: Input, words: str) -> Subject:
    told = [s for s in scene.subjects if not s.implied]
    if one.subject is None:
        found = [s for s in told if isinstance(s, Object) and s.asset == one.sha256] or [s for s in told if isinstance(s, Object)] or told
        owned = f" {_owned(words)} "
        found = [s for s in found if f" {s.noun} " in owned] or found
    else:
        found = subjects_called(scene.subjects, one.subject)
    if len(found) == 1:
        return found[0]
    if one.subject is not None:
        wrong = f"several things in the picture are called {one.subject!r}" if found else f"there is no {one.subject!r} in the picture that the file could be"
        raise RequestError(wrong, where="object", hint=f"there are: {names(scene)}")
    wrong = "several things in the picture could be the file" if found else "nothing in the picture could be the file"
    raise RequestError(wrong, where="object", hint=f"say which, as NAME=FILE: {names(scene)}" if found else "name it in the words: 'my bottle on wet slate'")


def subjects_called(subjects: Iterable[Subject], name: str) -> list[Subject]:
    """Those that a name means: by id, else by what is built for them, else by noun."""
    name, there = name.strip().lower(), list(subjects)
    key = name.replace(" ", "_")
    rules = (lambda s: s.id == key, lambda s: s.thing == key, lambda s: _called(s, name))
    return next((those for rule in rules if (those := [s for s in there if rule(s)])), [])


def names(scene: Scene) -> str:
    """What files can be: nouns, and ids where several things have one noun."""
    told = [s for s in scene.subjects if not s.implied]
    nouns = Counter(s.noun for s in told)
    return ", ".join(s.noun if nouns[s.noun] == 1 else s.id for s in told) or "no things"


def _owned(words: str) -> str:
    """What the words call somebody's own: "my amber bottle" """
    return " ".join(" ".join(OWNED.findall(words.lower())).split())


def _called(subject: Subject, name: str) -> bool:
    noun = subject.noun.lower()
    return bool(name) and (name in (noun, noun.split()[-1]) or name.split()[-1] == noun)


def _own(subject: Subject, sha256: str) -> Object:
    if isinstance(subject, Person | Animal):
        return Object(id=subject.id, noun=subject.noun, thing=FIGURE, count=subject.count, size=subject.size, within=subject.within, asset=sha256)
    return subject.model_copy(update={"asset": sha256})
