"""Carrying over: what of a scene's layout still holds for the scene after an edit."""

from __future__ import annotations

from diorama.scene.base import Model
from diorama.scene.layout import Layout, Place, Viewpoint, load_of
from diorama.scene.scene import Scene
from diorama.scene.subject import Subject

FRAMING = ("focal_length", "framing", "angle", "azimuth", "aspect", "composition", "space", "within", "fisheye")
"""Fields of the camera that decide where it stands."""


def carried(before: Scene, after: Scene) -> Layout | None:
    """What of `before`'s layout holds for `after`: things that were not touched stay, with the camera, the exposure and the white balance,
    unless the edit is about them; what was changed in itself stays about where it was."""
    old = before.layout
    if old is None:
        return None
    place_changed = _differ(before.environment, after.environment, ("setting", "ground_shape"))
    frame_changed = place_changed or _differ(before.camera, after.camera, FRAMING)
    light_changed = place_changed or _differ(before.lighting, after.lighting, ("time", "hour", "mood")) or _differ(before.environment, after.environment, ("weather",))
    film_changed = before.film.stock != after.film.stock
    return Layout(
        places=_places(before, after, old.places),
        viewpoint=None if frame_changed else _viewpoint(before, after, old.viewpoint),
        spread=None if place_changed else old.spread,
        room=None if place_changed else old.room,
        exposure=None if light_changed else old.exposure,
        black=None if light_changed else old.black,
        contrast=None if light_changed else old.contrast,
        white_balance=None if light_changed or film_changed else old.white_balance,
    )


def _viewpoint(before: Scene, after: Scene, old: Viewpoint | None) -> Viewpoint | None:
    """The viewpoint, with the stop and the focus that the camera was given unless the edit is about them."""
    if old is None or not _differ(before.camera, after.camera, ("f_number", "focus", "deep_focus")):
        return old
    return old.model_copy(update={"f_number": None, "focus_distance": None})


def _differ(a: Model, b: Model, fields: tuple[str, ...]) -> bool:
    return any(getattr(a, field) != getattr(b, field) for field in fields)


def _stance(subject: Subject) -> tuple[object, ...]:
    """What of a subject decides how it stands."""
    return (subject.kind, *(getattr(subject, field) for field in subject.STANCE))


def _places(before: Scene, after: Scene, places: dict[str, Place]) -> dict[str, Place]:
    kept = dict(places)
    new = {s.id: s for s in after.subjects}
    for subject in before.subjects:
        other = new.get(subject.id)
        boxed = other is not None and other.within != subject.within  # it goes where it was told to, everything else stays
        same = other is not None and not boxed and _stance(subject) == _stance(other) and _ties(before, subject.id) == _ties(after, subject.id)
        for k in range(subject.count):
            name = f"{subject.id}.{k}"
            if name not in kept or same and k < other.count:
                continue
            for load in load_of(places, name):
                kept.pop(load, None)
            if other is not None and not boxed and k < other.count and kept[name].host is None and _ties(before, subject.id) == _ties(after, subject.id):
                kept[name] = kept[name].model_copy(update={"moved": kept[name].moved or (0.0, 0.0)})  # a larger mug, or a teapot in its place
            else:
                kept.pop(name)
    return kept


def _ties(scene: Scene, subject: str) -> set[tuple[str, tuple[str, ...]]]:
    return {(r.kind, r.objects) for r in scene.relations if r.subject == subject}
