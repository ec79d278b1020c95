"""/api/scenes: what a scene may be, and what is wrong with one."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from diorama import scene as scenes
from diorama.errors import SceneError
from diorama.jobs.job import Problem
from diorama.jobs.problems import problem_of
from diorama.scene import Scene
from diorama.scene.base import Model
from diorama.server.context import OwnerOf

router = APIRouter(prefix="/api/scenes", tags=["scenes"])


class Verdict(Model):
    """`scene`: with all defaults and of the newest version, where it is legal. `problem`: the first thing that is wrong, where it is not."""

    ok: bool
    scene: Scene | None = None
    problem: Problem | None = None


@router.get("/schema", operation_id="getSceneSchema")
def schema(_: OwnerOf) -> dict[str, Any]:
    """The JSON schema of a scene."""
    return scenes.schema()


@router.post("/check", operation_id="checkScene")
def check(scene: dict[str, Any], _: OwnerOf) -> Verdict:
    """Whether a scene (of any version) is legal."""
    try:
        legal = scenes.load(scene)
        scenes.check(legal)
    except SceneError as wrong:
        return Verdict(ok=False, problem=problem_of(wrong))
    return Verdict(ok=True, scene=legal)
