"""Layout: what an engine settled where the words left it open. Kept with the picture, so that a later change leaves all else where it was.

picture of a scene ──engine──▶ layout;   scene before, scene after an edit ──carry.carried──▶ what of the layout still holds
"""

from __future__ import annotations

from pydantic import Field

from diorama.scene.base import Model, unit

Point = tuple[float, float, float]


class Place(Model):
    """Where one thing stands: the middle of its underside, metres (x right, y away from the camera, z up from the main surface); turns in degrees."""

    x: float = Field(ge=-1e4, le=1e4, json_schema_extra=unit("metres"))
    y: float = Field(ge=-1e4, le=1e4, json_schema_extra=unit("metres"))
    z: float = Field(default=0.0, ge=-1e4, le=1e4, json_schema_extra=unit("metres"))
    yaw: float = Field(default=0.0, json_schema_extra=unit("degrees"))
    """Counter-clockwise, seen from above."""
    tilt_x: float = Field(default=0.0, json_schema_extra=unit("degrees"))
    tilt_y: float = Field(default=0.0, json_schema_extra=unit("degrees"))
    host: str | None = None
    """The thing it rests in or on; None: the main surface or the wall."""
    moved: tuple[float, float] | None = Field(default=None, json_schema_extra=unit("metres"))
    """How it was moved by hand or words since it was last settled, metres (0, 0 where it was changed in itself): it goes to the nearest spot from here,
    farther on rather than back, where it cuts into nothing. None: it stands here."""


class Viewpoint(Model):
    """Where the camera stands and looks, metres; shift of the lens as a share of the frame's long side."""

    eye: Point = Field(json_schema_extra=unit("metres"))
    target: Point = Field(json_schema_extra=unit("metres"))
    shift_x: float = Field(default=0.0, json_schema_extra=unit("1"))
    shift_y: float = Field(default=0.0, json_schema_extra=unit("1"))
    focal_length: float | None = Field(default=None, ge=8, le=1200, json_schema_extra=unit("millimetres"))
    """The lens that was taken instead of the camera's, where something small stands beside something large; None: the camera's."""
    f_number: float | None = Field(default=None, ge=0.7, le=64, json_schema_extra=unit("1"))
    """The stop that was taken so that both are sharp; None: the camera's."""
    focus_distance: float | None = Field(default=None, gt=0, json_schema_extra=unit("metres"))
    """None: on the subject in focus."""
    fov: tuple[float, float] | None = Field(default=None, json_schema_extra=unit("degrees"))
    """Horizontal and vertical angle that the surroundings were built for; None: the lens's own. A frame that was widened later keeps the room it had."""


class Spread(Model):
    """The room that the subjects take, metres: what the set and the lamps were built for."""

    radius: float = Field(gt=0, json_schema_extra=unit("metres"))
    """Of the circle that the subjects stand in."""
    reach: float = Field(ge=0, json_schema_extra=unit("metres"))
    """Of the circle about the origin that holds them."""
    wall: float | None = Field(default=None, json_schema_extra=unit("metres"))
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
    """Which room lies behind a table top: window, kitchen, books, picture_wall, bar, conservatory, before_panes."""
    exposure: float | None = Field(default=None, ge=-30, le=30, json_schema_extra=unit("stops"))
    """Stops, as metered."""
    white_balance: float | None = Field(default=None, ge=1000, le=40000, json_schema_extra=unit("kelvin"))
    """Kelvin the camera is set to."""
    black: float | None = Field(default=None, ge=0, le=0.1, json_schema_extra=unit("1"))
    """Exposed light (0.18 is middle grey) that comes out black, as metered."""
    contrast: float | None = Field(default=None, ge=1, le=2, json_schema_extra=unit("1"))
    """Steepness of the tone curve, by the film's own, as metered."""


def moved(layout: Layout, thing: str, **changes: float) -> Layout:
    """The layout with one thing moved; what rests on it moves along. Raises KeyError for a thing without a place."""
    here = layout.places[thing]
    there = here.model_copy(update=changes)
    dx, dy, dz = there.x - here.x, there.y - here.y, there.z - here.z
    if here.host is None:
        before = here.moved or (0.0, 0.0)
        there = there.model_copy(update={"moved": (round(before[0] + dx, 5), round(before[1] + dy, 5))})
    places = {**layout.places, thing: there}
    for name in load_of(layout.places, thing):
        p = layout.places[name]
        places[name] = p.model_copy(update={"x": p.x + dx, "y": p.y + dy, "z": p.z + dz})
    return layout.model_copy(update={"places": places})


def load_of(places: dict[str, Place], host: str) -> set[str]:
    """All that rests on a thing, directly or on other things."""
    out: set[str] = set()
    waiting = [host]
    while waiting:
        below = waiting.pop()
        above = {name for name, place in places.items() if place.host == below} - out
        out |= above
        waiting += above
    return out
