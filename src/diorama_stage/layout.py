# SPDX-License-Identifier: GPL-3.0-or-later
"""The layout of a scene (JSON): read into placements, a shot and a spread before the work, and written from them after it.

Numbers are rounded before they are used, so that a picture and its repetition from the written layout are made from the same ones.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from diorama_stage.arrange import Item, Placement
from diorama_stage.lens import Shot, corners, field_of_view
from diorama_stage.scene_view import Scene

DIGITS = 5


@dataclass(frozen=True)
class Spread:
    """The room that the subjects take, metres: what the set is built around and what the lamps light."""

    radius: float
    reach: float
    wall: float | None
    centre: tuple[float, float, float]
    lit: float


def places(scene: Scene, items: list[Item]) -> dict[str, Placement]:
    """Placements that stay as they are: those of the layout whose item is in the scene and whose host stays too."""
    found, nearby = _found(scene, items, moved=False), wanted(scene, items)
    while loose := {name for name, p in found.items() if p.host is not None and p.host not in found and p.host not in nearby}:
        found = {name: p for name, p in found.items() if name not in loose}
    return found


def wanted(scene: Scene, items: list[Item]) -> dict[str, tuple[Placement, tuple[float, float]]]:
    """Placements of what was moved, and how: the nearest spot that is free."""
    places = (scene.get("layout") or {}).get("places") or {}
    return {name: (p, tuple(places[name]["moved"])) for name, p in _found(scene, items, moved=True).items()}


def _found(scene: Scene, items: list[Item], *, moved: bool) -> dict[str, Placement]:
    known = {i.id for i in items}
    places = (scene.get("layout") or {}).get("places") or {}
    return {
        name: Placement(name, **{k: v for k, v in p.items() if k != "moved"})
        for name, p in places.items() if name in known and (p.get("moved") is not None) == moved
    }  # fmt: skip


def spread(scene: Scene) -> Spread | None:
    found = (scene.get("layout") or {}).get("spread")
    return Spread(**{**found, "centre": tuple(found["centre"])}) if found else None


def stood(scene: Scene, shot: Shot, aspect: float) -> Shot:
    """The shot moved to the layout's viewpoint, where there is one."""
    found = (scene.get("layout") or {}).get("viewpoint")
    if not found:
        return shot
    own = {name: found[name] for name in LENS if found.get(name) is not None}
    shot = replace(shot, **(own | ({"f_number": None} if shot.f_number is None else {})))
    fov_x, fov_y = field_of_view(shot.focal_length, aspect)
    built_for = tuple(found["fov"]) if found.get("fov") else None
    moved = {"eye": tuple(found["eye"]), "target": tuple(found["target"]), "shift_x": found["shift_x"], "shift_y": found["shift_y"]}
    return replace(shot, **moved, fov_x=fov_x, fov_y=fov_y, built_for=built_for)


MARGIN = 0.92
"""Share of the frame that new things are put into."""


def outside(scene: Scene, aspect: float):
    """For a viewpoint that stays: a function that tells how far a body lies outside the frame, in half frames; None without a viewpoint."""
    found = (scene.get("layout") or {}).get("viewpoint")
    if not found:
        return None
    camera = scene["camera"]
    focal = found.get("focal_length") or camera["focal_length"]
    fov_x, fov_y = field_of_view(focal, aspect)
    shot = Shot(tuple(found["eye"]), tuple(found["target"]), camera["roll"], focal, None, 1.0, found["shift_x"], found["shift_y"], fov_x, fov_y)

    def how_far(body) -> float:
        low, high = (body.x - body.half_x, body.y - body.half_y, body.z), (body.x + body.half_x, body.y + body.half_y, body.z + body.item.height)
        seen = shot.project(corners(low, high))
        if seen[:, 2].min() <= 0.02:
            return 10.0
        return max(float(np.abs(seen[:, :2]).max()) - MARGIN, 0.0)

    return how_far


def unframed(scene: Scene) -> Scene:
    """The scene without a viewpoint."""
    return {**scene, "layout": {**scene["layout"], "viewpoint": None}} if scene.get("layout") else scene


def rounded(placements: list[Placement]) -> list[Placement]:
    return [replace(p, **{name: round(float(getattr(p, name)), DIGITS) for name in ("x", "y", "z", "yaw", "tilt_x", "tilt_y")}) for p in placements]


def rounded_shot(shot: Shot) -> Shot:
    numbers = {name: round(getattr(shot, name), DIGITS) for name in ("focus_distance", "shift_x", "shift_y")}
    return replace(shot, eye=_point(shot.eye), target=_point(shot.target), **numbers)


def rounded_spread(s: Spread) -> Spread:
    return Spread(round(s.radius, DIGITS), round(s.reach, DIGITS), None if s.wall is None else round(s.wall, DIGITS), _point(s.centre), round(s.lit, DIGITS))


LENS = ("focal_length", "f_number", "focus_distance")
"""What a viewpoint may have of its own instead of the camera's."""


def focused(scene: Scene) -> bool:
    """True where the layout's viewpoint has a lens and a focus of its own."""
    return bool(((scene.get("layout") or {}).get("viewpoint") or {}).get("focus_distance"))


def _lens(shot: Shot) -> dict[str, float]:
    return {name: round(value, DIGITS) for name in LENS if (value := getattr(shot, name)) is not None}


def written(placements: list[Placement], shot: Shot, space: Spread, room: str | None = None, *, own_lens: bool = False) -> dict:
    """The layout as data, without what is metered later. `own_lens`: lens, stop and focus were taken for this view, instead of the camera's."""
    return {
        "places": {p.item: {"x": p.x, "y": p.y, "z": p.z, "yaw": p.yaw, "tilt_x": p.tilt_x, "tilt_y": p.tilt_y, "host": p.host} for p in placements},
        "viewpoint": {"eye": list(shot.eye), "target": list(shot.target), "shift_x": shot.shift_x, "shift_y": shot.shift_y, "fov": shot.built_for}
        | (_lens(shot) if own_lens else {}),
        "spread": {"radius": space.radius, "reach": space.reach, "wall": space.wall, "centre": list(space.centre), "lit": space.lit},
        "room": room,
    }  # fmt: skip


def _point(p) -> tuple[float, float, float]:
    return tuple(round(float(v), DIGITS) for v in np.asarray(p, dtype=float))
