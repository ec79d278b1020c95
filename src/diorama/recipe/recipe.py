"""A recipe: everything that decides one picture. Equal recipes have equal texts and equal digests."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Literal

from pydantic import Field, ValidationError, field_validator

from diorama import scene as scene_data
from diorama.errors import RequestError
from diorama.recipe.inputs import MOST_INPUTS, Input
from diorama.recipe.request import LARGEST_MADE, LARGEST_SEED, OPTION, Quality, as_request_error
from diorama.recipe.upgrades import CURRENT, upgrade
from diorama.scene import Scene
from diorama.scene.base import Model

VERSION = CURRENT


class Recipe(Model):
    version: Literal[2] = VERSION
    prompt: str
    """The words the scene was read from; empty where it was built by hand."""
    scene: Scene
    engine: str = Field(min_length=1)
    engine_version: str = Field(min_length=1)
    diorama: str = Field(min_length=1)
    """The version of Diorama that resolved it."""
    width: int = Field(ge=1, le=LARGEST_MADE)
    height: int = Field(ge=1, le=LARGEST_MADE)
    """Pixels; what an engine makes of sizes is its own to say."""
    quality: Quality
    seed: int = Field(ge=0, le=LARGEST_SEED)
    options: dict[str, OPTION]
    """The engine's own options: those of its preset, and what was asked for."""
    inputs: tuple[Input, ...] = Field(max_length=MOST_INPUTS)
    """Pictures to go by, in the order in which engines take them."""

    @field_validator("options")
    @classmethod
    def _in_order(cls, options: dict[str, OPTION]) -> dict[str, OPTION]:
        return dict(sorted(options.items()))

    def to_json(self) -> str:
        """Canonical JSON: sorted keys, no spaces, defaults included."""
        return canonical(self.model_dump(mode="json"))

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical JSON, in hex."""
        return digest_of(self.model_dump(mode="json"))

    def with_scene(self, scene: Scene) -> Recipe:
        """The same with another scene."""
        return self.model_copy(update={"scene": scene})

    def anew(self) -> Recipe:
        """The same without an older frame laid over it, or a picture that stays: what a changed recipe makes is another picture throughout."""
        return self.model_copy(update={"inputs": tuple(one for one in self.inputs if one.kind not in ("kept", "judged"))})

    def with_seed(self, seed: int) -> Recipe:
        """The same scene photographed with another seed: arranged, metered and framed anew."""
        data = self.anew().model_dump(mode="json")
        data["scene"]["layout"] = None
        return load(data | {"seed": seed})


def canonical(data: dict[str, Any]) -> str:
    """Data as the one JSON text that equal data has."""
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def digest_of(data: dict[str, Any]) -> str:
    """The digest of a recipe's data as it was written, of whatever version: what a history of that time knows it by."""
    return hashlib.sha256(canonical(data).encode()).hexdigest()


def load(data: str | bytes | dict[str, Any]) -> Recipe:
    """Read a recipe from JSON text or data; older versions of it and of its scene are upgraded. Raises RequestError or SceneError with the place."""
    if not isinstance(data, dict):
        try:
            data = json.loads(data)
        except ValueError as wrong:
            raise RequestError(f"not JSON: {wrong}", where="recipe") from None
    if not isinstance(data, dict):
        raise RequestError("a recipe is a JSON object", where="recipe")
    data = upgrade(data)
    if not isinstance(data.get("scene"), dict):
        raise RequestError("a recipe holds a scene", where="recipe.scene")
    scene = scene_data.load(data["scene"])
    try:
        return Recipe.model_validate({**data, "scene": scene})
    except ValidationError as wrong:
        raise as_request_error(wrong) from None
