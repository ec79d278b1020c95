"""A recipe: everything that decides one picture. Equal recipes have equal texts and equal digests."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Literal

from pydantic import Field, ValidationError, field_validator

from diorama import scene as scene_data
from diorama.errors import RequestError
from diorama.recipe.request import LARGEST_SEED, LARGEST_SIDE, OPTION, SMALLEST_SIDE, Quality, as_request_error
from diorama.scene import Scene
from diorama.scene.base import Model

VERSION = 1


class Recipe(Model):
    version: Literal[1] = VERSION
    prompt: str
    """The words the scene was read from; empty where it was built by hand."""
    scene: Scene
    engine: str = Field(min_length=1)
    engine_version: str = Field(min_length=1)
    diorama: str = Field(min_length=1)
    """The version of Diorama that resolved it."""
    width: int = Field(ge=SMALLEST_SIDE, le=LARGEST_SIDE)
    height: int = Field(ge=SMALLEST_SIDE, le=LARGEST_SIDE)
    quality: Quality
    seed: int = Field(ge=0, le=LARGEST_SEED)
    options: dict[str, OPTION]
    """The engine's own options, complete."""

    @field_validator("options")
    @classmethod
    def _in_order(cls, options: dict[str, OPTION]) -> dict[str, OPTION]:
        return dict(sorted(options.items()))

    def to_json(self) -> str:
        """Canonical JSON: sorted keys, no spaces, defaults included."""
        return json.dumps(self.model_dump(mode="json"), sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical JSON, in hex."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()

    def with_scene(self, scene: Scene) -> Recipe:
        """The same with another scene."""
        return self.model_copy(update={"scene": scene})

    def with_seed(self, seed: int) -> Recipe:
        """The same scene photographed with another seed: arranged, metered and framed anew."""
        data = self.model_dump(mode="json")
        data["scene"]["layout"] = None
        return load(data | {"seed": seed})


def load(data: str | bytes | dict[str, Any]) -> Recipe:
    """Read a recipe from JSON text or data; scenes of older versions are upgraded. Raises RequestError or SceneError with the place."""
    if not isinstance(data, dict):
        try:
            data = json.loads(data)
        except ValueError as wrong:
            raise RequestError(f"not JSON: {wrong}", where="recipe") from None
    if not isinstance(data, dict):
        raise RequestError("a recipe is a JSON object", where="recipe")
    if data.get("version") != VERSION:
        raise RequestError(f"unknown version {data.get('version')!r}", where="recipe.version", hint=f"this Diorama reads version {VERSION}")
    if not isinstance(data.get("scene"), dict):
        raise RequestError("a recipe holds a scene", where="recipe.scene")
    scene = scene_data.load(data["scene"])
    try:
        return Recipe.model_validate({**data, "scene": scene})
    except ValidationError as wrong:
        raise as_request_error(wrong) from None
