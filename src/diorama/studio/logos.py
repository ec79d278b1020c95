"""A mark of somebody's own on a thing: a picture's file, placed as it is given, in its own colours and proportions.

scene + inputs of the kind `logo` → the subject that bears each has a label that names the file; "with our logo on it" is that, and no thing of its own
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from diorama.errors import RequestError
from diorama.recipe import Input
from diorama.scene import Label, Object, Scene
from diorama.studio.own import names, subjects_called
from diorama.studio.words import Reading

NOUNS = frozenset(("logo", "logos", "brand mark", "emblem", "trademark", "wordmark"))
"""What words call a mark."""


def in_reading(reading: Reading, inputs: Sequence[Input]) -> Reading:
    """The reading with the marks on their things. What was said about a stand-in for a mark holds no longer. Raises RequestError."""
    marks = [one for one in inputs if one.kind == "logo"]
    if not marks:
        return reading
    spoken = {s.id for s in reading.scene.subjects if s.noun in NOUNS}
    spans = {(p.start, p.end) for p in reading.phrases if any(e.startswith(f"subjects.{id}.") for e in p.effect for id in spoken)}
    scene = in_scene(reading.scene, marks)
    bearing = next((s.id for s in scene.subjects if isinstance(s, Object) and any(label.picture for label in s.labels)), "")
    told = tuple(
        p.model_copy(update={"status": "applied", "layer": "subject", "effect": (f"subjects.{bearing}.labels.picture",)}) if (p.start, p.end) in spans else p
        for p in reading.phrases
    )
    return reading.model_copy(update={"scene": scene, "phrases": told, "diagnostics": tuple(d for d in reading.diagnostics if d.span not in spans)})


def in_scene(scene: Scene, inputs: Iterable[Input]) -> Scene:
    """The scene with each mark on its thing, and without the things that words for it were taken for. Raises RequestError where it is not clear which thing
    bears it."""
    for one in (x for x in inputs if x.kind == "logo"):
        if any(label.picture == one.sha256 for s in scene.subjects if isinstance(s, Object) for label in s.labels):
            continue
        bearer, spoken = _bearer(scene, one)
        label = Label.model_validate({"picture": one.sha256})
        subjects = [s.model_copy(update={"labels": (*s.labels, label)}) if s is bearer else s for s in scene.subjects if s.id not in spoken]
        relations = tuple(r for r in scene.relations if r.subject not in spoken and not spoken & set(r.objects))
        scene = scene.model_copy(update={"subjects": tuple(subjects), "relations": relations})
    return scene


def named(scene: Scene, inputs: Iterable[Input]) -> tuple[Input, ...]:
    """The inputs, with those marks that the scene names, and no others."""
    needed = {label.picture: s.id for s in scene.subjects if isinstance(s, Object) for label in s.labels if label.picture}
    given = tuple(inputs)
    kept = tuple(one for one in given if one.kind != "logo" or one.sha256 in needed)
    have = {one.sha256 for one in kept if one.kind == "logo"}
    return (*kept, *(Input(kind="logo", sha256=sha256, subject=id) for sha256, id in needed.items() if sha256 not in have))


def _bearer(scene: Scene, one: Input) -> tuple[Object, set[str]]:
    """The thing that bears a mark, and the subjects that words for the mark were taken for."""
    spoken = {s.id for s in scene.subjects if s.noun in NOUNS}
    things = [s for s in scene.subjects if isinstance(s, Object) and not s.implied and s.id not in spoken]
    on = {id for r in scene.relations for id in r.objects if r.subject in spoken} | {r.subject for r in scene.relations if spoken & set(r.objects)}
    called = subjects_called(things, one.subject or "")
    found = [s for s in things if s in called] if one.subject else [s for s in things if s.id in on] or things
    if len(found) == 1:
        return found[0], spoken
    many = "several things" if found else "nothing"
    wrong = f"{many} called {one.subject!r} could bear the logo" if one.subject else f"{many} in the picture could bear the logo"
    raise RequestError(wrong, where="logo", hint=f"say which, as NAME=FILE: {names(scene)}")
