"""The scene: everything that is in the picture, as frozen data that knows no renderer."""

from __future__ import annotations

import json
from typing import Literal

from pydantic import Field

from diorama.errors import SceneError
from diorama.scene.base import Model
from diorama.scene.camera import Camera
from diorama.scene.environment import Environment
from diorama.scene.film import Film
from diorama.scene.layout import Layout
from diorama.scene.lighting import Lighting
from diorama.scene.relation import Relation
from diorama.scene.subject import Subject

VERSION = 2


class Scene(Model):
    version: Literal[2] = VERSION
    subjects: tuple[Subject, ...] = Field(default=(), max_length=64)
    relations: tuple[Relation, ...] = Field(default=(), max_length=256)
    environment: Environment
    lighting: Lighting
    camera: Camera = Camera()
    film: Film = Film()
    layout: Layout | None = None
    """What an engine settled where the rest leaves it open; None until a picture was made."""

    def subject(self, id: str) -> Subject:
        for subject in self.subjects:
            if subject.id == id:
                return subject
        raise SceneError(f"no subject {id!r}", where="subjects", hint="one of " + ", ".join(s.id for s in self.subjects))

    def to_json(self, indent: int | None = None) -> str:
        """Canonical JSON: sorted keys, defaults included, so equal scenes are equal texts."""
        return json.dumps(self.model_dump(mode="json"), sort_keys=True, ensure_ascii=False, indent=indent)
