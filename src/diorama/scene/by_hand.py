"""Changes by hand: values put in places of a scene, as sliders and pickers do. What an engine settled is carried through them.

scene + {path: value} → data → load (types, rules) → layout carried → things that were moved, where they were put
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from diorama.errors import SceneError
from diorama.scene.carry import carried
from diorama.scene.layout import Layout
from diorama.scene.loading import load
from diorama.scene.scene import Scene
from diorama_catalogue import settings

MOVES = ("layout", "places")


def put(scene: Scene, changes: Mapping[str, Any]) -> Scene:
    """The scene with other values in some places. A path names things by id (`lighting.lights.l1.azimuth`), other members of lists by number
    (`camera.aspect.0`), and things that were placed by their names (`layout.places.s1.0.x`).

    Raises SceneError with the path of a place that there is none of, or of a value that is not allowed.
    """
    data = scene.model_dump(mode="json")
    moves: dict[str, dict[str, Any]] = {}
    for path, value in changes.items():
        steps = path.split(".")
        if tuple(steps[:2]) == MOVES and len(steps) == 5:
            moves.setdefault(f"{steps[2]}.{steps[3]}", {})[steps[4]] = value
        elif steps[0] == "layout":
            raise SceneError("of what an engine settled, only the places of things can be changed", where=path, hint="layout.places.s1.0.x")
        else:
            _set(data, steps, value, path)
    if "environment.setting" in changes and "environment.place" not in changes and changes["environment.setting"] in settings():
        data["environment"]["place"] = list(settings()[data["environment"]["setting"]].named(data["environment"]["words"]))
    after = load(data)
    return _moved(scene, after.model_copy(update={"layout": carried(scene, after)}), moves)


def _set(data: Any, steps: list[str], value: Any, path: str) -> None:
    here = data
    for step in steps[:-1]:
        here = here[_key(here, step, path)]
    here[_key(here, steps[-1], path)] = value


def _key(here: Any, step: str, path: str) -> str | int:
    """The key or index that a step means. Raises SceneError where there is none."""
    if isinstance(here, dict) and step in here:
        return step
    if isinstance(here, list):
        named = next((k for k, item in enumerate(here) if isinstance(item, dict) and item.get("id", item.get("name")) == step), None)
        if named is not None:
            return named
        if step.isdecimal() and len(step) < 4 and int(step) < len(here):
            return int(step)
    raise SceneError("this place is not in the scene", where=path, hint=f"there is no {step!r} here")


def _moved(before: Scene, after: Scene, moves: dict[str, dict[str, Any]]) -> Scene:
    """Put things where they were moved to; one that an edit would have placed anew stays placed."""
    if not moves:
        return after
    held = before.layout.places if before.layout else {}
    layout = after.layout or Layout()
    places = layout.model_dump(mode="json")["places"]
    for name, fields in moves.items():
        if name not in held or name.split(".")[0] not in {s.id for s in after.subjects}:
            raise SceneError("this thing has no place yet", where=f"layout.places.{name}", hint="a picture must be made first")
        places[name] = {**held[name].model_dump(mode="json"), **places.get(name, {}), **fields}
    data = after.model_dump(mode="json")
    data["layout"] = {**layout.model_dump(mode="json"), "places": places}
    return load(data)
