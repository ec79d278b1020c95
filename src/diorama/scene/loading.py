"""Reading scenes: JSON of any version → a legal scene, or an error that names the place and what is allowed."""

from __future__ import annotations

import json
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from diorama.errors import SceneError
from diorama.scene.rules import check
from diorama.scene.scene import VERSION, Scene
from diorama.scene.subject import Animal, Object, Person
from diorama.scene.upgrades import upgrade


def load(data: str | bytes | dict[str, Any]) -> Scene:
    """Read a scene from JSON text or data. Raises SceneError that names the path of the wrong field and what is allowed."""
    if not isinstance(data, dict):
        try:
            data = json.loads(data)
        except ValueError as wrong:
            raise SceneError(f"not JSON: {wrong}", where="scene") from None
        except RecursionError:
            raise SceneError("not a scene: lists within lists, deeper than any scene goes", where="scene") from None
    if not isinstance(data, dict):
        raise SceneError("a scene is a JSON object", where="scene")
    try:
        scene = Scene.model_validate_json(json.dumps(upgrade(data)))
    except ValidationError as wrong:
        first = min(wrong.errors(), key=lambda e: e["type"] == "missing")  # a misspelt name explains the missing one
        where = ".".join(str(step) for step in _untagged(first["loc"])) or "scene"
        message = "there is no such field" if first["type"] == "extra_forbidden" else first["msg"]
        if first["type"] == "union_tag_invalid":
            where, message = f"{where}.kind", f"{first.get('ctx', {})['tag']!r} is no kind of subject"
        raise SceneError(message, where=where, hint=_hint(first)) from None
    check(scene)
    return scene


KINDS: dict[Any, type[BaseModel]] = {"object": Object, "person": Person, "animal": Animal}


def _untagged(path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """A place in the scene without the kind of subject that pydantic names in it."""
    return tuple(step for k, step in enumerate(path) if not (k == 2 and path[0] == "subjects" and step in KINDS))


def _hint(error: Any) -> str | None:
    if error["type"] == "extra_forbidden":
        return _named_fields(error["loc"])
    if error["type"] == "literal_error":
        return "allowed: " + error["ctx"]["expected"]
    if error["type"] == "union_tag_invalid":
        return "allowed: " + ", ".join(KINDS)
    return None


def _named_fields(path: tuple[str | int, ...]) -> str:
    """The fields there are where one is unknown, the likeliest first."""
    model: type[BaseModel] = Scene
    for step in path[:-1]:
        if step in KINDS:
            model = KINDS[step]
        elif isinstance(step, str) and step in model.model_fields:
            model = _model_in(model.model_fields[step].annotation) or model
    known = sorted(model.model_fields)
    meant = "".join(f"did you mean {near!r}? " for near in get_close_matches(str(path[-1]), known, 1))
    return f"{meant}allowed: {', '.join(known)}"


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside `tuple[Subject, ...]`, `Layout | None` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def schema() -> dict[str, Any]:
    """The published JSON schema of a scene."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"diorama-scene-{VERSION}", **Scene.model_json_schema()}
