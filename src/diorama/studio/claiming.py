"""What a picture of a scene should show, as claims that can be measured."""

from __future__ import annotations

from collections.abc import Iterator

from diorama.contracts.tools import Claim
from diorama.scene import Camera, Scene
from diorama.scene.camera import Box
from diorama.scene.subject import Subject

MEASURED_PLACES = ("on", "in", "left_of", "right_of", "above", "behind", "in_front_of")
"""Relations that are measured as they are called."""
MOST_COUNTED = 20


def claims_of(scene: Scene) -> tuple[Claim, ...]:
    """What a picture of the scene should show, as far as it can be measured."""
    frame = tuple(_of_frame(scene.camera))
    return (*(claim for subject in scene.subjects for claim in _of_subject(subject)), *_of_places(scene), *frame, Claim(kind="exposed"))


def _of_frame(camera: Camera) -> Iterator[Claim]:
    """What is left free, and where the subjects are: in a box, or on a line of the thirds."""
    if camera.within is not None:
        yield Claim(kind="within", value=_sides(camera.within))
    elif camera.space is not None:
        yield Claim(kind="space", value=camera.space)
    elif camera.composition in ("rule_of_thirds", "left", "right"):
        yield Claim(kind="thirds", value="right" if camera.composition == "right" else "left")


def _sides(box: Box) -> str:
    return ",".join(f"{side:g}" for side in box)


def _of_subject(subject: Subject) -> Iterator[Claim]:
    yield Claim(kind="present", subject=subject.id)
    if subject.count <= MOST_COUNTED:
        yield Claim(kind="count", subject=subject.id, value=subject.count)
    colour = _colour(subject)
    if colour is not None:
        yield Claim(kind="colour", subject=subject.id, value=colour)
        if subject.surface.colours[0].name.startswith("#"):  # said to the digit: what carries it is measured as closely
            yield Claim(kind="palette", subject=subject.id, value=colour)
    if subject.within is not None:
        yield Claim(kind="within", subject=subject.id, value=_sides(subject.within))
    for label in getattr(subject, "labels", ()):
        if label.text.strip():
            yield Claim(kind="text", value=label.text)


def _colour(subject: Subject) -> str | None:
    """The one colour that most of it should have; None where it has none, several, a pattern, or shows what is behind or around it."""
    surface = subject.surface
    if subject.kind == "person" or len(surface.colours) != 1 or surface.pattern is not None:
        return None
    return None if surface.shows_around else surface.colours[0].hex


def _of_places(scene: Scene) -> Iterator[Claim]:
    ids = {subject.id for subject in scene.subjects}
    for relation in scene.relations:
        if relation.kind in MEASURED_PLACES and len(relation.objects) == 1 and relation.objects[0] in ids - {relation.subject}:
            yield Claim(kind=relation.kind, subject=relation.subject, object=relation.objects[0])
