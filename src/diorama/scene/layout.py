"""Layout: what an engine settled where the words left it open. Kept with the picture, so that a later change leaves all else where it was.

picture of a scene ──engine──▶ layout;   scene before, scene after an edit ──carried──▶ what of the layout still holds
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from diorama.scene.base import Model, unit

if TYPE_CHECKING:
    from diorama.scene.scene import Scene
    from diorama.scene.subject import Subject

Point = tuple[float, float, float]


class Place(Model):
    """Where one thing stands: the middle of its underside, metres (x right, y away from the camera, z up from the main surface); turns in degrees."""

    x: float = Field(ge=-1e4, le=1e4, json_schema_extra=unit("metres"))
    y: float = Field(ge=-1e4, le=1e4, json_schema_extra=unit("metres"))
    z: float = Field(0.0, ge=-1e4, le=1e4, json_schema_extra=unit("metres"))
    yaw: float = Field(0.0, json_schema_extra=unit("degrees"))
    """Counter-clockwise, seen from above."""
    tilt_x: float = Field(0.0, json_schema_extra=unit("degrees"))
    tilt_y: float = Field(0.0, json_schema_extra=unit("degrees"))
    host: str | None = None
    """The thing it rests in or on; None: the main surface or the wall."""
    moved: tuple[float, float] | None = Field(None, json_schema_extra=unit("metres"))
    """How it was moved by hand or words since it was last settled, metres (0, 0 where it was changed in itself): it goes to the nearest spot from here,
    farther on rather than back, where it cuts into nothing. None: it stands here."""


class Viewpoint(Model):
    """Where the camera stands and looks, metres; shift of the lens as a share of the frame's long side."""

    eye: Point = Field(json_schema_extra=unit("metres"))
    target: Point = Field(json_schema_extra=unit("metres"))
    shift_x: float = Field(0.0, json_schema_extra=unit("1"))
    shift_y: float = Field(0.0, json_schema_extra=unit("1"))


class Spread(Model):
    """The room that the subjects take, metres: what the set and the lamps were built for."""

    radius: float = Field(gt=0, json_schema_extra=unit("metres"))
    """Of the circle that the subjects stand in."""
    reach: float = Field(ge=0, json_schema_extra=unit("metres"))
    """Of the circle about the origin that holds them."""
    wall: float | None = Field(None, json_schema_extra=unit("metres"))
    """Distance of the wall behind them, where one was built."""
    centre: Point = Field(json_schema_extra=unit("metres"))
    """What the lamps point at."""
    lit: float = Field(gt=0, json_schema_extra=unit("metres"))
    """Radius of what the lamps are to light."""


class Layout(Model):
    places: dict[str, Place] = {}
    """By thing: the subject's id, a dot, and its number from 0 ("mug.0")."""
    viewpoint: Viewpoint | None = None
    spread: Spread | None = None
    room: str | None = None
    """Which room lies behind a table top: window, kitchen, books, picture_wall, bar, conservatory."""
    exposure: float | None = Field(None, ge=-30, le=30, json_schema_extra=unit("stops"))
    """Stops, as metered."""
    white_balance: float | None = Field(None, ge=1000, le=40000, json_schema_extra=unit("kelvin"))
    """Kelvin the camera is set to."""


FRAMING = ("focal_length", "framing", "angle", "azimuth", "aspect", "composition", "fisheye")
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
        viewpoint=None if frame_changed else old.viewpoint,
        spread=None if place_changed else old.spread,
        room=None if place_changed else old.room,
        exposure=None if light_changed else old.exposure,
        white_balance=None if light_changed or film_changed else old.white_balance,
    )


def moved(layout: Layout, thing: str, **changes: float) -> Layout:
    """The layout with one thing moved; what rests on it moves along. Raises KeyError for a thing without a place."""
    here = layout.places[thing]
    there = here.model_copy(update=changes)
    dx, dy, dz = there.x - here.x, there.y - here.y, there.z - here.z
    if here.host is None:
        before = here.moved or (0.0, 0.0)
        there = there.model_copy(update={"moved": (round(before[0] + dx, 5), round(before[1] + dy, 5))})
    places = {**layout.places, thing: there}
    for name in _load(layout.places, thing):
        p = layout.places[name]
        places[name] = p.model_copy(update={"x": p.x + dx, "y": p.y + dy, "z": p.z + dz})
    return layout.model_copy(update={"places": places})


def _differ(a: Model, b: Model, fields: tuple[str, ...]) -> bool:
    return any(getattr(a, field) != getattr(b, field) for field in fields)


def _stance(subject: Subject) -> tuple[object, ...]:
    """What of a subject decides how it stands."""
    return (subject.kind, *(getattr(subject, field) for field in subject.STANCE))


def _load(places: dict[str, Place], host: str) -> set[str]:
    """All that rests on a thing, directly or on other things."""
    out: set[str] = set()
    waiting = [host]
    while waiting:
        below = waiting.pop()
        above = {name for name, place in places.items() if place.host == below} - out
        out |= above
        waiting += above
    return out


def _places(before: Scene, after: Scene, places: dict[str, Place]) -> dict[str, Place]:
    kept = dict(places)
    new = {s.id: s for s in after.subjects}
    for subject in before.subjects:
        other = new.get(subject.id)
        same = other is not None and _stance(subject) == _stance(other) and _ties(before, subject.id) == _ties(after, subject.id)
        for k in range(subject.count):
            name = f"{subject.id}.{k}"
            if name not in kept or same and k < other.count:
                continue
            for load in _load(places, name):
                kept.pop(load, None)
            if other is not None and k < other.count and kept[name].host is None and _ties(before, subject.id) == _ties(after, subject.id):
                kept[name] = kept[name].model_copy(update={"moved": kept[name].moved or (0.0, 0.0)})  # a larger mug, or a teapot in its place
            else:
                kept.pop(name)
    return kept


def _ties(scene: Scene, subject: str) -> set[tuple[str, tuple[str, ...]]]:
    return {(r.kind, r.objects) for r in scene.relations if r.subject == subject}
