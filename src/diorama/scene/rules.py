"""Rules of a legal scene, beyond what types can say. A table: each rule yields (path, message) for what it finds wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from diorama.errors import SceneError
from diorama.scene.lighting import TIMES
from diorama.scene.relation import PLACES
from diorama.scene.scene import Scene

Finding = tuple[str, str]
RESTING = frozenset(("on", "in", "stacked_on", "hanging_from"))


def unique_ids(scene: Scene) -> Iterator[Finding]:
    for group, path in ((scene.subjects, "subjects"), (scene.lighting.lights, "lighting.lights")):
        seen: set[str] = set()
        for i, item in enumerate(group):
            if item.id in seen:
                yield f"{path}.{i}.id", f"{item.id!r} is used twice"
            seen.add(item.id)


def known_ends(scene: Scene) -> Iterator[Finding]:
    ids = {s.id for s in scene.subjects}
    for i, relation in enumerate(scene.relations):
        if relation.subject not in ids:
            yield f"relations.{i}.subject", f"no subject {relation.subject!r}; there are: {', '.join(sorted(ids))}"
        for name in relation.objects:
            if name not in ids and name not in PLACES:
                yield f"relations.{i}.objects", f"no subject or place {name!r}; places: {', '.join(PLACES)}"
            if name == relation.subject and scene.subject(name).count == 1:
                yield f"relations.{i}.objects", f"{name!r} cannot stand in relation to itself"


def no_circles(scene: Scene) -> Iterator[Finding]:
    below = {}
    for i, relation in enumerate(scene.relations):
        if relation.kind in RESTING and relation.objects[0] != relation.subject:
            below.setdefault(relation.subject, (relation.objects[0], i))
    for start in below:
        seen, here = {start}, start
        while here in below:
            here, i = below[here]
            if here in seen:
                yield f"relations.{i}", f"{start!r} would rest on itself"
                break
            seen.add(here)


def known_time(scene: Scene) -> Iterator[Finding]:
    if scene.lighting.time not in TIMES:
        yield "lighting.time", f"{scene.lighting.time!r} is not one of: {', '.join(TIMES)}"


def lights_of_subjects(scene: Scene) -> Iterator[Finding]:
    ids = {s.id for s in scene.subjects}
    for i, light in enumerate(scene.lighting.lights):
        if light.subject is not None and light.subject not in ids:
            yield f"lighting.lights.{i}.subject", f"no subject {light.subject!r}"


def known_focus(scene: Scene) -> Iterator[Finding]:
    if scene.camera.focus not in (None, "background") and scene.camera.focus not in {s.id for s in scene.subjects}:
        yield "camera.focus", f"no subject {scene.camera.focus!r}"


def sane_aspect(scene: Scene) -> Iterator[Finding]:
    width, height = scene.camera.aspect
    if width <= 0 or height <= 0 or not 1 / 6 <= width / height <= 6:
        yield "camera.aspect", f"{width}:{height} is not between 1:6 and 6:1"


def deeds_of_subjects(scene: Scene) -> Iterator[Finding]:
    """What people and animals do, they do to subjects of the scene."""
    ids = {s.id for s in scene.subjects}
    for i, subject in enumerate(scene.subjects):
        field = {"person": "actions", "animal": "deeds"}.get(subject.kind, "")
        for k, deed in enumerate(getattr(subject, field, ())):
            for name in deed.objects:
                if name not in ids:
                    yield f"subjects.{i}.{field}.{k}.objects", f"no subject {name!r}"


RULES: tuple[Callable[[Scene], Iterator[Finding]], ...] = (unique_ids, known_ends, no_circles, known_time, lights_of_subjects, known_focus, sane_aspect, deeds_of_subjects)


def findings(scene: Scene) -> list[Finding]:
    """All breaches of the rules, as (path, message)."""
    return [finding for rule in RULES for finding in rule(scene)]


def check(scene: Scene) -> None:
    """Raise SceneError for the first breach."""
    for where, message in findings(scene):
        raise SceneError(message, where=where)
